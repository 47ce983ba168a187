//! Is a position still one thing? A position with many sub-sectors evades the cap, which counts positions.

use super::one_by_one::number;
use crate::{
    model::{park::Position, plan::Subject},
    rules::{
        Case,
        finding::{Detail, Finding, Item, Member, State},
    },
};

/// One finding a position with more than `most` sub-sectors, one for the rest.
pub fn judge(case: &Case<'_>, most: u32) -> Vec<Finding> {
    let positions = &case.facts.positions;
    if positions.is_empty() {
        return case.nothing();
    }
    let is_broad = |position: &&Position| number(&position.industries) > most;
    let broad = |position: &Position| {
        let id = position.id.clone();
        let detail = Detail::Breadth { position: id.clone(), count: number(&position.industries), most };
        let member = Member::cause(Item::Position(id.clone()));
        case.finding_about(Subject::Position(id), State::Broken, detail, vec![member])
    };
    let mut findings: Vec<Finding> = positions.iter().filter(is_broad).map(broad).collect();
    let holds = number(positions).saturating_sub(number(&findings));
    if holds > 0 {
        findings.push(case.finding(State::Holds, Detail::Tally { holds, unknown: 0 }, Vec::new()));
    }
    findings
}

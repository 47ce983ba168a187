//! Is there anything behind a position? An enterprise or a placed project of one of its sub-sectors.
//!
//! Unknown as long as the scenario has no enterprises at all.

use super::one_by_one::number;
use crate::{
    model::{park::Position, plan::Subject, quantity::Count},
    rules::{
        Case,
        finding::{Detail, Field, Finding, Item, Member, State},
    },
};

/// One finding a position with nothing behind it, one for the rest.
pub fn judge(case: &Case<'_>) -> Vec<Finding> {
    let positions = &case.facts.positions;
    if positions.is_empty() {
        return case.nothing();
    }
    let is_supported = |position: &Position| {
        let has_firms = |id| case.facts.existing.get(id).is_some_and(|it| it.firms > Count::ZERO);
        let is_placed = || case.facts.newest_first().any(|project| position.covers(&project.industry));
        position.industries.iter().any(has_firms) || is_placed()
    };
    let bare: Vec<&Position> = positions.iter().filter(|position| !is_supported(position)).collect();
    let holds = number(positions).saturating_sub(number(&bare));
    let member = |position: &&Position| Member::cause(Item::Position(position.id.clone()));
    if case.scenario.enterprises.is_empty() && !bare.is_empty() {
        let detail = Detail::Tally { holds, unknown: number(&bare) };
        let members = bare.iter().map(member).collect();
        return vec![case.finding(State::Unknown, detail, members).waiting([Field::Enterprises])];
    }
    let finding = |position: &&Position| {
        let detail = Detail::Unsupported { position: position.id.clone() };
        case.finding_about(Subject::Position(position.id.clone()), State::Broken, detail, vec![member(position)])
    };
    let mut findings: Vec<Finding> = bare.iter().map(finding).collect();
    if holds > 0 {
        findings.push(case.finding(State::Holds, Detail::Tally { holds, unknown: 0 }, Vec::new()));
    }
    findings
}

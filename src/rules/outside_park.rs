//! Does industry stand in parks? A project that the register counts as placed, or placed on conditions, has its place in the
//! plan, or a decision to hold or return it.

use super::City;
use crate::{
    model::plan::Subject,
    rules::finding::{Detail, Finding, Item, Member, State},
};

/// One finding a project that stands nowhere, one for the rest.
pub fn judge(city: &City<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut holds = 0_u32;
    for project in city.registered {
        if city.stands(project) {
            holds = holds.saturating_add(1);
            continue;
        }
        let detail = Detail::Outside { project: project.clone() };
        let member = Member::cause(Item::Project(project.clone()));
        findings.push(city.finding(Subject::Project(project.clone()), State::Broken, detail, vec![member]));
    }
    if holds > 0 {
        findings.push(city.finding(Subject::Whole, State::Holds, Detail::Tally { holds, unknown: 0 }, Vec::new()));
    }
    if findings.is_empty() { city.nothing() } else { findings }
}

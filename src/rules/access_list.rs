//! Does the ecological access list admit the industry? Judged in parks that such a list binds.
//!
//! Admitted: what the list names, the positions of the base data and the stated directions of the park. Barred: what the
//! list bars. Anything else is unknown until somebody reads the list: neither green nor red.

use std::collections::BTreeMap;

use crate::{
    model::{id::IndustryId, plan::Subject},
    rules::{
        Case,
        finding::{Detail, Field, Finding, Item, Member, State},
    },
};

/// One finding a sub-sector; the placed projects of it are causes, newest first.
pub fn judge(case: &Case<'_>) -> Vec<Finding> {
    if !case.park.access_listed || case.facts.placed.is_empty() {
        return case.nothing();
    }
    let mut placed: BTreeMap<&IndustryId, Vec<Member>> = BTreeMap::new();
    for project in case.facts.newest_first() {
        placed.entry(&project.industry).or_default().push(Member::cause(Item::Project(project.id.clone())));
    }
    let finding = |(industry, projects): (&IndustryId, Vec<Member>)| {
        let state = state(case, industry);
        let detail =
            Detail::Access { industry: industry.clone(), projects: u32::try_from(projects.len()).unwrap_or(u32::MAX) };
        let members = if state == State::Holds { Vec::new() } else { projects };
        let missing = (state == State::Unknown).then_some(Field::AccessList);
        case.finding_about(Subject::Industry(industry.clone()), state, detail, members).waiting(missing)
    };
    placed.into_iter().map(finding).collect()
}

fn state(case: &Case<'_>, industry: &IndustryId) -> State {
    let scenario = case.scenario;
    if case.park.barred.contains(industry) {
        return State::Broken;
    }
    let is_position = || case.basis.positions_of(&case.park.id).iter().any(|position| position.covers(industry));
    let is_admitted = case.park.admitted.contains(industry)
        || scenario.directions.contains(&(case.park.id.clone(), industry.clone()))
        || is_position();
    if is_admitted { State::Holds } else { State::Unknown }
}

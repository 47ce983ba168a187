//! Can the park treat what flows out? A special stream of waste water needs its facility, or chemical sewage capacity.
//!
//! Which stream needs what stands in the pack; a stream that is not listed needs nothing special. Missing lists of
//! facilities and missing capacities are unknown, not broken. How *much* flows is the business of the sewage rule.

use crate::{
    model::{
        park::Park,
        plan::Subject,
        policy::{StreamNeed, Treatment},
        quantity::TonnesPerDay,
    },
    rules::{
        Case,
        finding::{Detail, Finding, Item, Member, State},
    },
};

/// One finding a stream that placed projects bring; they are its causes, newest first.
pub fn judge(case: &Case<'_>, streams: &[StreamNeed]) -> Vec<Finding> {
    let findings: Vec<Finding> = streams.iter().filter_map(|need| judge_stream(case, need)).collect();
    if findings.is_empty() { case.nothing() } else { findings }
}

fn judge_stream(case: &Case<'_>, need: &StreamNeed) -> Option<Finding> {
    let causes: Vec<Member> = case
        .facts
        .newest_first()
        .filter(|project| project.stream.as_ref() == Some(&need.stream))
        .map(|project| Member::cause(Item::Project(project.id.clone())))
        .collect();
    if causes.is_empty() {
        return None;
    }
    let state = match has_treatment(case.park, &need.needs) {
        Some(true) => State::Holds,
        Some(false) => State::Broken,
        None => State::Unknown,
    };
    let detail = Detail::Stream {
        stream: need.stream.clone(),
        name: need.name.clone(),
        needs: need.needs_name.clone(),
        projects: u32::try_from(causes.len()).unwrap_or(u32::MAX),
    };
    let members = if state == State::Holds { Vec::new() } else { causes };
    Some(case.finding_about(Subject::Stream(need.stream.clone()), state, detail, members))
}

/// Whether the park has it; `None` when the datum is missing.
fn has_treatment(park: &Park, needs: &Treatment) -> Option<bool> {
    match needs {
        Treatment::Facility(id) => park.facilities.as_ref().map(|facilities| facilities.contains(id)),
        Treatment::ChemicalSewage => park.capacities.chemical_sewage.map(|spare| spare > TonnesPerDay::ZERO),
    }
}

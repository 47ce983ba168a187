//! Can the park treat what flows out? A special stream of waste water needs its facility, or chemical sewage capacity.
//!
//! Which stream needs what stands in the pack, as do the ordinary streams that need nothing special. Missing lists of
//! facilities and missing capacities are unknown, not broken; so is a stream that the pack does not know, or that a project
//! with waste water does not state. How *much* flows is the business of the sewage rules.

use crate::{
    model::{
        id::StreamId,
        park::Park,
        plan::Subject,
        policy::{SiteFactor, StreamNeed, Treatment},
        quantity::TonnesPerDay,
    },
    rules::{
        Case,
        finding::{Detail, Field, Finding, Item, Member, State},
        one_by_one::{causes, number},
    },
};

/// One finding a special stream that placed projects bring, and one for streams that nobody knows; the projects are
/// causes, newest first.
pub fn judge(case: &Case<'_>, streams: &[StreamNeed], ordinary: &[StreamId]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = streams.iter().filter_map(|need| judge_stream(case, need)).collect();
    let is_known = |stream: &StreamId| ordinary.contains(stream) || streams.iter().any(|it| it.stream == *stream);
    let unknown = causes(case, |project| {
        project.waste_water != Some(TonnesPerDay::ZERO) && !project.stream.as_ref().is_some_and(is_known)
    });
    if !unknown.is_empty() {
        let detail = Detail::StreamUnknown { projects: number(&unknown) };
        findings.push(case.finding(State::Unknown, detail, unknown).waiting([Field::Stream]));
    }
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
    let missing = (state == State::Unknown).then_some(match &need.needs {
        Treatment::Facility(_) => Field::Facilities,
        Treatment::ChemicalSewage => Field::Spare(SiteFactor::ChemicalSewage),
    });
    let members = if state == State::Holds { Vec::new() } else { causes };
    let subject = Subject::Stream(need.stream.clone());
    Some(case.finding_about(subject, state, detail, members).waiting(missing))
}

/// Whether the park has it; `None` when the datum is missing.
fn has_treatment(park: &Park, needs: &Treatment) -> Option<bool> {
    match needs {
        Treatment::Facility(id) => park.facilities.as_ref().map(|facilities| facilities.contains(id)),
        Treatment::ChemicalSewage => park.capacities.chemical_sewage.map(|spare| spare > TonnesPerDay::ZERO),
    }
}

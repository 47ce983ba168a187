//! Does a chemical process stand in a recognised chemical park?
//!
//! It hangs on the *process* of the project, not on its chain. Recognised on the scenario's day: holds; none, applied,
//! suspended or recognised later: broken; to be confirmed or not stated: unknown. A project of class E4, its own or
//! that of its sub-sector, that says nothing about its process may be chemical: unknown wherever a chemical one would break.

use super::one_by_one::{causes, number};
use crate::{
    model::park::ChemicalStatus,
    rules::{
        Case,
        finding::{Detail, Field, Finding, State},
    },
};

/// One finding; the chemical projects are causes, newest first.
pub fn judge(case: &Case<'_>) -> Vec<Finding> {
    let chemical = causes(case, |project| project.chemical_process == Some(true));
    let unclear = causes(case, |project| case.basis.may_be_chemical(project));
    if chemical.is_empty() && unclear.is_empty() {
        return case.nothing();
    }
    let status = case.park.chemical_park;
    let standing = match status {
        Some(ChemicalStatus::Recognised { since }) if since <= case.scenario.as_of => State::Holds,
        None | Some(ChemicalStatus::ToBeConfirmed) => State::Unknown,
        Some(
            ChemicalStatus::Recognised { .. }
            | ChemicalStatus::None
            | ChemicalStatus::Applied
            | ChemicalStatus::Suspended,
        ) => State::Broken,
    };
    let state = if standing == State::Broken && chemical.is_empty() { State::Unknown } else { standing };
    let detail = Detail::Chemical { status, chemical: number(&chemical), unclear: number(&unclear) };
    let members = match state {
        State::Broken => chemical,
        State::Unknown => chemical.into_iter().chain(unclear).collect(),
        State::Near | State::Waived | State::Holds | State::Off | State::NotApplicable => Vec::new(),
    };
    let mut missing = Vec::new();
    if state == State::Unknown {
        missing.extend((standing == State::Unknown).then_some(Field::ChemicalPark));
        missing.extend((standing == State::Broken).then_some(Field::ChemicalProcess));
    }
    vec![case.finding(state, detail, members).waiting(missing)]
}

//! Is a chemical process far enough from the river? The park keeps the least distance to the bank, in metres.
//!
//! Yangtze Protection Law, article 26: nothing chemical within 1 km of the bank of main stream and tributaries. A distance
//! met exactly is met; near: less than a tenth above it. A project of class E4, its own or that of its sub-sector, that says
//! nothing about its process may be chemical: unknown where a chemical one would break.

use super::one_by_one::{causes, number};
use crate::{
    model::quantity::Metres,
    rules::{
        Case,
        finding::{Detail, Field, Finding, State},
    },
};

/// One finding; the chemical projects are causes, newest first.
pub fn judge(case: &Case<'_>, least: Metres) -> Vec<Finding> {
    let chemical = causes(case, |project| project.chemical_process == Some(true));
    let unclear = causes(case, |project| case.basis.may_be_chemical(project));
    if chemical.is_empty() && unclear.is_empty() {
        return case.nothing();
    }
    let distance = case.park.bank_distance;
    let state = match distance {
        None => State::Unknown,
        Some(distance) if distance < least && chemical.is_empty() => State::Unknown,
        Some(distance) if distance < least => State::Broken,
        Some(distance) if distance.steps().saturating_mul(10) < least.steps().saturating_mul(11) => State::Near,
        Some(_) => State::Holds,
    };
    let projects = number(&chemical).saturating_add(number(&unclear));
    let members = match state {
        State::Broken => chemical,
        State::Unknown => chemical.into_iter().chain(unclear).collect(),
        State::Near | State::Waived | State::Holds | State::Off | State::NotApplicable => Vec::new(),
    };
    let missing = match (state, distance) {
        (State::Unknown, None) => Some(Field::BankDistance),
        (State::Unknown, Some(_)) => Some(Field::ChemicalProcess),
        _ => None,
    };
    vec![case.finding(state, Detail::Bank { distance, least, projects }, members).waiting(missing)]
}

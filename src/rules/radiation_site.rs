//! Do projects with radiation stand on a licensed site? Class ER goes only where the park has the licensed facility.

use super::{
    class_of,
    one_by_one::{causes, number},
};
use crate::{
    model::{id::FacilityId, industry::EnvironmentClass},
    rules::{
        Case,
        finding::{Detail, Field, Finding, State},
    },
};

/// One finding; the projects of class ER are causes, newest first.
pub fn judge(case: &Case<'_>, facility: &FacilityId) -> Vec<Finding> {
    let projects = causes(case, |project| class_of(case.scenario, project) == Some(EnvironmentClass::ER));
    if projects.is_empty() {
        return case.nothing();
    }
    let state = match &case.park.facilities {
        None => State::Unknown,
        Some(facilities) if facilities.contains(facility) => State::Holds,
        Some(_) => State::Broken,
    };
    let detail = Detail::Radiation { projects: number(&projects) };
    let members = if state == State::Holds { Vec::new() } else { projects };
    let missing = (state == State::Unknown).then_some(Field::Facilities);
    vec![case.finding(state, detail, members).waiting(missing)]
}

//! Is a two-high project approved? High energy use and high emission (“两高”) need the document of the approval.
//!
//! Concerned are projects marked two-high and those of class E5. Without the document the placement is conditional.

use super::{
    class_of,
    one_by_one::{self, Opinion},
};
use crate::{
    model::industry::EnvironmentClass,
    rules::{
        Case,
        finding::{Detail, Finding},
    },
};

/// One finding a project without approval, one for the rest.
pub fn judge(case: &Case<'_>) -> Vec<Finding> {
    one_by_one::findings(case, |placed| {
        let project = &placed.project;
        let is_two_high = project.two_high || class_of(case.scenario, project) == Some(EnvironmentClass::E5);
        match (is_two_high, &project.approval) {
            (false, _) => Opinion::NotConcerned,
            (true, Some(_)) => Opinion::Holds,
            (true, None) => Opinion::Broken(Detail::TwoHigh { project: project.id.clone() }),
        }
    })
}

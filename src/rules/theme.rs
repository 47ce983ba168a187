//! Does a project go to the park of its theme? A sub-sector with a recognised characteristic park goes there.

use std::collections::BTreeSet;

use super::one_by_one::{self, Opinion};
use crate::{
    model::{id::ParkId, park::Recognition},
    rules::{
        Case,
        finding::{Detail, Finding},
    },
};

/// One finding a project that stands elsewhere, one for the rest.
pub fn judge(case: &Case<'_>) -> Vec<Finding> {
    let scenario = case.scenario;
    one_by_one::findings(case, |placed| {
        let project = &placed.project;
        let recognised = scenario.characteristic_parks.iter().filter(|it| {
            it.recognition == Recognition::Recognised
                && it.since <= scenario.as_of
                && it.industry.as_ref() == Some(&project.industry)
        });
        let hosts: BTreeSet<ParkId> = recognised.filter_map(|it| it.park.clone()).collect();
        if hosts.is_empty() {
            Opinion::NotConcerned
        } else if hosts.contains(&case.park.id) {
            Opinion::Holds
        } else {
            Opinion::Broken(Detail::Theme { project: project.id.clone(), hosts: hosts.into_iter().collect() })
        }
    })
}

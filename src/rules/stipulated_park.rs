//! Does a project stand where the investor or planner said? Required: there and nowhere else; forbidden: not there.
//!
//! Judged where the project stands; in the queue nothing is broken yet. Required in several parks means: in one of them.

use super::one_by_one::{self, Opinion};
use crate::{
    model::plan::{Stipulation, Word},
    rules::{
        Case,
        finding::{Detail, Finding},
    },
};

/// One finding a project that goes against `word`, one for the rest.
pub fn judge(case: &Case<'_>, word: Word) -> Vec<Finding> {
    let scenario = case.scenario;
    if scenario.stipulations.is_empty() {
        return case.nothing();
    }
    one_by_one::findings(case, |placed| {
        let id = &placed.project.id;
        let of_project = |it: &&Stipulation| it.plan == *case.plan && it.project == *id;
        let parks: Vec<_> = scenario
            .stipulations
            .iter_from(|it| (&it.plan, &it.project) < (case.plan, id))
            .map(AsRef::as_ref)
            .take_while(of_project)
            .filter(|it| it.word == word)
            .map(|it| it.park.clone())
            .collect();
        let is_among = parks.contains(&case.park.id);
        if parks.is_empty() {
            Opinion::NotConcerned
        } else if is_among == (word == Word::Required) {
            Opinion::Holds
        } else {
            Opinion::Broken(Detail::Stipulated { project: id.clone(), parks, word })
        }
    })
}

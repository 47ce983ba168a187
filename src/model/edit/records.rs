//! The edits by which much comes in together, one step each: records of the base data that an import brings, and a merged scenario.

use std::collections::BTreeSet;

use super::{EditError, Touched};
use crate::model::{
    check,
    enterprise::Enterprise,
    evidence::{Exception, Source},
    indicator::IndicatorValue,
    park::Park,
    project::Project,
    scenario::Scenario,
    table::Record,
};

/// Records to take in. Each stands in place of the record of its key, or is new.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Records {
    /// Sources that the others cite.
    pub sources: Vec<Source>,
    /// All that is said of single fields of the projects, enterprises and parks below; what was said of them before goes.
    pub exceptions: Vec<Exception>,
    /// Projects.
    pub projects: Vec<Project>,
    /// Enterprises.
    pub enterprises: Vec<Enterprise>,
    /// Parks with their capacities.
    pub parks: Vec<Park>,
    /// Values of indicators.
    pub indicator_values: Vec<IndicatorValue>,
}

impl Records {
    /// Number of projects, enterprises, parks and values.
    pub fn len(&self) -> usize {
        self.projects.len() + self.enterprises.len() + self.parks.len() + self.indicator_values.len()
    }

    /// Whether there is none of them.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Takes `records` in, all or none: refused where the scenario would not make sense with them, or nothing would change.
///
/// Costs one check of the whole scenario.
pub(super) fn take_in(s: &mut Scenario, records: &Records) -> Result<Touched, EditError> {
    let mut after = s.clone();
    after.sources.insert_all(&records.sources);
    if !records.is_empty() {
        let renewed = renewed(records);
        after.exceptions.retain(|it| !renewed.contains(&(it.table.as_str(), it.record.as_str())));
    }
    after.exceptions.insert_all(&records.exceptions);
    after.projects.insert_all(&records.projects);
    after.enterprises.insert_all(&records.enterprises);
    after.parks.insert_all(&records.parks);
    after.indicator_values.insert_all(&records.indicator_values);
    if after == *s {
        return Err(EditError::NameUnchanged);
    }
    if let Some(problem) = check::problems(&after).into_iter().next() {
        return Err(EditError::Improper(problem.wrong));
    }
    *s = after;
    Ok(Touched::base(s))
}

/// Puts `merged` in place of everything, plans and what is approved included: what a merge decides, somebody has looked at. Refused
/// where it would not make sense, or nothing would change.
///
/// Costs one check of the whole scenario.
pub(super) fn become_merged(s: &mut Scenario, merged: &Scenario) -> Result<Touched, EditError> {
    if merged == s {
        return Err(EditError::NameUnchanged);
    }
    if let Some(problem) = check::problems(merged).into_iter().next() {
        return Err(EditError::Improper(problem.wrong));
    }
    let plans = s.plans.iter().chain(&merged.plans).map(|plan| plan.id.clone()).collect();
    *s = merged.clone();
    Ok(Touched { plans, ..Touched::default() })
}

/// Table and id of the records that may have exceptions and are taken in.
fn renewed(records: &Records) -> BTreeSet<(&'static str, &str)> {
    let projects = records.projects.iter().map(|it| (Project::TABLE, it.id.as_str()));
    let enterprises = records.enterprises.iter().map(|it| (Enterprise::TABLE, it.id.as_str()));
    let parks = records.parks.iter().map(|it| (Park::TABLE, it.id.as_str()));
    projects.chain(enterprises).chain(parks).collect()
}

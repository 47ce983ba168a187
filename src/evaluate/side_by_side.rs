//! In what do two plans differ? Indicators in words, projects that stand elsewhere, findings that come and go.
//!
//! Seen from the first plan: what is gained from one to the other is cured from the other to the one. The plans may be of two files:
//! projects, parks and findings are the same where their ids are.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    comparison::{self, Row, Trend},
    judgement::Judgement,
};
use crate::{
    model::id::{ParkId, ProjectId},
    rules::finding::{Finding, FindingKey, State},
};

/// A project that does not stand in the same park in both plans.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The project.
    pub project: ProjectId,
    /// Where it stands in the first plan; `None` for nowhere.
    pub one: Option<ParkId>,
    /// Where it stands in the other.
    pub other: Option<ParkId>,
}

/// Two plans side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct SideBySide {
    /// Every indicator, of the first plan and of the other.
    pub rows: Vec<Row>,
    /// Projects that do not stand in the same park, by id.
    pub differences: Vec<Difference>,
    /// What is broken or unknown in the other plan and not in the first, worst first.
    pub gained: Vec<Finding>,
    /// What is broken or unknown in the first plan and not in the other, worst first.
    pub cured: Vec<Finding>,
}

impl SideBySide {
    /// Puts `other` beside `one`. Costs the findings and placements of both.
    pub fn of(one: &Judgement, other: &Judgement) -> Self {
        let projects: BTreeSet<&ProjectId> = one.facts().homes().chain(other.facts().homes()).collect();
        let home = |judgement: &Judgement, id: &ProjectId| judgement.facts().home(id).map(|(park, _)| park.clone());
        let differences = projects
            .into_iter()
            .map(|id| Difference { project: id.clone(), one: home(one, id), other: home(other, id) })
            .filter(|it| it.one != it.other)
            .collect();
        Self {
            rows: comparison::rows(one, other),
            differences,
            gained: only_in(other, one),
            cured: only_in(one, other),
        }
    }

    /// Whether nothing that is looked at differs.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
            && self.gained.is_empty()
            && self.cured.is_empty()
            && self.rows.iter().all(|row| row.trend == Trend::Same && row.before == row.after)
    }
}

const fn is_bad(state: State) -> bool {
    matches!(state, State::Broken | State::Unknown)
}

/// The findings that are broken or unknown in `here` and are not in that state `there`.
fn only_in(here: &Judgement, there: &Judgement) -> Vec<Finding> {
    let states: BTreeMap<FindingKey, State> =
        there.notable().into_iter().map(|finding| (finding.key(), finding.state)).collect();
    let is_new = |finding: &&Finding| is_bad(finding.state) && states.get(&finding.key()) != Some(&finding.state);
    here.notable().into_iter().filter(is_new).cloned().collect()
}

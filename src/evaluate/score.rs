//! How good is a plan? Four levels, compared in order: legal, unplaced, policy, fit.

use std::ops::{Add, Sub};

use serde::Serialize;

use crate::{
    model::{
        plan::{Decision, Verdict},
        policy::Level,
        project::{Project, RegisterStatus},
        scenario::Scenario,
    },
    rules::{
        facts::Facts,
        finding::{Finding, State},
    },
};

/// The score of a plan; every level is at most 0 except `fit`, higher is better, and the first difference decides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Score {
    /// Minus the number of broken findings at level legal.
    pub legal: i64,
    /// Minus the number of projects that are neither placed nor decided to be held or returned.
    pub unplaced: i64,
    /// Minus the number of broken findings at level policy.
    pub policy: i64,
    /// Sum of the suitability scores of placed projects: 0 as long as there are no criteria to score by.
    pub fit: i64,
}

impl Score {
    /// What `findings` add to the score.
    pub fn of_findings<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut score = Self::default();
        for finding in findings.into_iter().filter(|finding| finding.state == State::Broken) {
            match finding.level {
                Level::Legal => score.legal -= 1,
                Level::Policy => score.policy -= 1,
            }
        }
        score
    }

    /// What `projects` without a place add to the score.
    pub fn of_unplaced(projects: usize) -> Self {
        Self { unplaced: -i64::try_from(projects).unwrap_or(i64::MAX), ..Self::default() }
    }

    /// Tells whether nothing is broken at level legal.
    pub fn is_feasible(self) -> bool {
        self.legal == 0
    }
}

impl Add for Score {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            legal: self.legal + other.legal,
            unplaced: self.unplaced + other.unplaced,
            policy: self.policy + other.policy,
            fit: self.fit + other.fit,
        }
    }
}

impl Sub for Score {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            legal: self.legal - other.legal,
            unplaced: self.unplaced - other.unplaced,
            policy: self.policy - other.policy,
            fit: self.fit - other.fit,
        }
    }
}

/// Tells whether `project` counts as unplaced where it stands nowhere: it is not decided to be held or returned.
pub fn counts_as_unplaced(scenario: &Scenario, project: &Project) -> bool {
    let set_aside = |decision: &Decision| {
        decision.project == project.id && matches!(decision.verdict, Verdict::Hold | Verdict::Return)
    };
    !matches!(project.status, RegisterStatus::Held | RegisterStatus::Returned)
        && !scenario.decisions.iter().any(|decision| set_aside(decision))
}

/// Number of projects that stand nowhere in `facts` and count as unplaced.
pub fn unplaced(scenario: &Scenario, facts: &Facts) -> usize {
    let waits = |project: &Project| facts.home(&project.id).is_none() && counts_as_unplaced(scenario, project);
    scenario.projects.iter().filter(|project| waits(project)).count()
}

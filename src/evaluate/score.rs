//! How good is a plan? Four levels, compared in order: legal, unplaced, policy, fit.

use std::{
    collections::BTreeSet,
    ops::{Add, Sub},
};

use serde::Serialize;

use crate::{
    model::{
        id::ProjectId,
        plan::Resolution,
        policy::Level,
        project::{Project, RegisterStatus},
        scenario::Scenario,
    },
    rules::finding::{Finding, State},
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
    /// Suitability scores of placed projects, and the coupling between those placed together.
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

/// Projects of `scenario` that do not count as unplaced where they stand nowhere: decided to be held or returned.
pub fn set_aside(scenario: &Scenario) -> BTreeSet<ProjectId> {
    let by_status = |it: &Project| matches!(it.status, RegisterStatus::Held | RegisterStatus::Returned);
    let by_verdict = |verdict| matches!(verdict, Resolution::Hold | Resolution::Return);
    let of_register = scenario.projects.iter().filter(|it| by_status(it)).map(|it| it.id.clone());
    let of_journal = scenario.last_decisions().into_values().filter(|it| by_verdict(it.verdict));
    of_register.chain(of_journal.map(|it| it.project.clone())).collect()
}

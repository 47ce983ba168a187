//! Does what was shown of the plan still hold? Its certificate is checked beside the window whenever the plan has changed.

use std::sync::Arc;

use super::{Workbench, jobs::Version};
use crate::{
    model::{id::PlanId, scenario::Scenario},
    optimise::certificate::{self, Fault, Holds},
};

/// How a plan stands to its certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It was made by hand: it has none.
    Manual,
    /// It is being checked, or will be.
    Unchecked,
    /// It holds.
    Holds(Holds),
    /// It does not hold any more.
    Void(Fault),
    /// It cannot be checked: the plan cannot be read as a problem any more.
    Unreadable,
}

/// The last check.
#[derive(Debug)]
pub(super) struct Checked {
    version: Version,
    plan: PlanId,
    /// None while it is under way.
    standing: Option<Standing>,
}

/// Checks the certificate of `plan`.
pub(super) fn check(scenario: &Scenario, plan: &PlanId) -> Standing {
    match certificate::check(scenario, plan) {
        Ok(Ok(holds)) => Standing::Holds(holds),
        Ok(Err(Fault::None)) => Standing::Manual,
        Ok(Err(fault)) => Standing::Void(fault),
        Err(_) => Standing::Unreadable,
    }
}

impl Workbench {
    /// How the plan that is shown stands to its certificate.
    pub fn standing(&self) -> Standing {
        if !self.scenario().certificates.contains(&(self.plan().clone(),)) {
            return Standing::Manual;
        }
        let checked = self.checked.as_ref().filter(|it| it.version == self.version() && it.plan == *self.plan());
        checked.and_then(|it| it.standing.clone()).unwrap_or(Standing::Unchecked)
    }

    /// Whether a check is under way.
    pub fn is_checking(&self) -> bool {
        self.checked.as_ref().is_some_and(|it| it.standing.is_none())
    }

    /// Checks the certificate of the plan that is shown, unless that is known or another check is under way.
    pub(super) fn check_certificate(&mut self) {
        if self.is_checking() || self.standing() != Standing::Unchecked {
            return;
        }
        let (version, plan) = (self.version(), self.plan().clone());
        self.jobs.check(version, Arc::new(self.scenario().clone()), plan.clone());
        self.checked = Some(Checked { version, plan, standing: None });
    }

    /// Takes in a check of this version of this plan; nothing where it broke off.
    pub(super) fn was_checked(&mut self, version: Version, plan: PlanId, standing: Option<Standing>) {
        self.checked = Some(Checked { version, plan, standing: Some(standing.unwrap_or(Standing::Unreadable)) });
    }
}

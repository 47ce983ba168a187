//! Which approvals would be refused today? A file may say that a plan is approved, whatever the rules find in it.

use super::judgement::Judgement;
use crate::{
    model::{
        id::PlanId,
        plan::{Plan, PlanStatus},
        scenario::Scenario,
    },
    rules::finding::Finding,
};

/// An approved plan, and the findings that would stand in the way of its approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Barred {
    /// The plan.
    pub plan: PlanId,
    /// Broken or unknown findings at level legal, worst first; at least one.
    pub findings: Vec<Finding>,
}

/// The approved plans of `scenario` whose approval findings bar, in the order of their ids. `judgement`, of one plan of
/// the scenario, is not made again; every other approved plan is judged from scratch.
pub fn barred(scenario: &Scenario, judgement: &Judgement) -> Vec<Barred> {
    let approved = scenario.plans.iter().filter(|plan| matches!(plan.status, PlanStatus::Approved { .. }));
    let barred = approved.map(|plan| of_plan(scenario, plan, judgement));
    barred.filter(|it| !it.findings.is_empty()).collect()
}

fn of_plan(scenario: &Scenario, plan: &Plan, judgement: &Judgement) -> Barred {
    let obstacles = |of: &Judgement| of.obstacles().into_iter().cloned().collect();
    let is_judged = *judgement.plan() == plan.id;
    let findings = if is_judged { obstacles(judgement) } else { obstacles(&Judgement::of(scenario, &plan.id)) };
    Barred { plan: plan.id.clone(), findings }
}

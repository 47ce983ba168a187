//! How much does each criterion count in a plan? The plan's own weights, in place of the scenario's.

use super::{
    id::{PlanId, RecordId},
    plan::{PlanComparison, PlanWeight},
    quantity::Factor,
    scenario::{Scenario, of_plan},
};

/// The weight of every criterion of `scoring` in `plan`, by id, in points: the plan's own, else the scenario's.
///
/// The points need not add up to anything: a share is a weight over the sum. The sum is 0 where a file has no weights.
pub fn weights_of(scenario: &Scenario, plan: &PlanId) -> Vec<(RecordId, Factor)> {
    let own = |criterion: &RecordId| scenario.plan_weights.get(&(plan.clone(), criterion.clone()));
    let weight = |id: &RecordId, of_scenario: Factor| own(id).map_or(of_scenario, |own| own.weight);
    scenario.scoring.iter().map(|it| (it.id.clone(), weight(&it.id, it.weight))).collect()
}

/// The weights that `plan` has of its own, by criterion.
pub fn own_weights_of<'a>(scenario: &'a Scenario, plan: &'a PlanId) -> impl Iterator<Item = &'a PlanWeight> {
    of_plan(&scenario.plan_weights, plan, |weight| &weight.plan)
}

/// The comparisons that the weights of `plan` follow from, by group; none where they were set by points.
pub fn comparisons_of<'a>(scenario: &'a Scenario, plan: &'a PlanId) -> impl Iterator<Item = &'a PlanComparison> {
    of_plan(&scenario.plan_comparisons, plan, |comparison| &comparison.plan)
}

//! Edits of the weights of a plan: by points, by comparisons, and back to the scenario's.

use super::{EditError, Touched, draft};
use crate::model::{
    check::{Wrong, values},
    id::{PlanId, RecordId},
    plan::{PlanComparison, PlanWeight},
    quantity::Factor,
    scenario::{Scenario, of_plan},
    weights::weights_of,
};

/// What no file may hold: a weight that is negative or absurd, a comparison off the scale, the same entry twice.
pub(super) fn improper(weights: &[(RecordId, Factor)], comparisons: &[(RecordId, RecordId, Factor)]) -> Option<Wrong> {
    let twice = |at: usize, id: &RecordId| weights.iter().take(at).any(|(earlier, _)| earlier == id);
    let repeated = |(at, (id, _)): (usize, &(RecordId, Factor))| twice(at, id).then(|| Wrong::Repeated(id.to_string()));
    let of_weights = weights.iter().enumerate().find_map(repeated);
    let of_weights = of_weights.or_else(|| weights.iter().find_map(|(_, weight)| values::weight(*weight)));
    let scale = |(one, other, value): &(RecordId, RecordId, Factor)| values::comparison(one, other, *value);
    let of_scale = of_weights.or_else(|| comparisons.iter().find_map(scale));
    of_scale.or_else(|| {
        comparisons.iter().enumerate().find_map(|(at, (one, other, _))| {
            let is_pair = |(a, b): (&RecordId, &RecordId)| (a, b) == (one, other) || (a, b) == (other, one);
            let is_twice = comparisons.iter().take(at).any(|(a, b, _)| is_pair((a, b)));
            is_twice.then(|| Wrong::Repeated(format!("{one} / {other}")))
        })
    })
}

/// Gives `plan` these weights of its own and no others, and these comparisons that they follow from.
pub(super) fn set(
    s: &mut Scenario,
    plan: &PlanId,
    weights: &[(RecordId, Factor)],
    comparisons: &[(RecordId, RecordId, Factor)],
) -> Result<Touched, EditError> {
    draft(s, plan)?;
    if let Some((unknown, _)) = weights.iter().find(|(id, _)| !s.scoring.contains(id)) {
        return Err(EditError::NoCriterion(unknown.clone()));
    }
    let mut after = s.clone();
    clear(&mut after, plan);
    for (criterion, weight) in weights.iter().cloned() {
        after.plan_weights.insert(PlanWeight { plan: plan.clone(), criterion, weight });
    }
    for (one, other, value) in comparisons.iter().cloned() {
        after.plan_comparisons.insert(PlanComparison { plan: plan.clone(), one, other, value });
    }
    if after.plan_weights == s.plan_weights && after.plan_comparisons == s.plan_comparisons {
        return Err(EditError::NameUnchanged);
    }
    if weights_of(&after, plan).iter().all(|(_, weight)| *weight <= Factor::ZERO) {
        return Err(EditError::NoWeight);
    }
    *s = after;
    Ok(Touched::plan(plan))
}

pub(super) fn reset(s: &mut Scenario, plan: &PlanId) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let has_weights = of_plan(&s.plan_weights, plan, |it| &it.plan).next().is_some();
    let has_comparisons = of_plan(&s.plan_comparisons, plan, |it| &it.plan).next().is_some();
    if !has_weights && !has_comparisons {
        return Err(EditError::NameUnchanged);
    }
    clear(s, plan);
    Ok(Touched::plan(plan))
}

fn clear(s: &mut Scenario, plan: &PlanId) {
    s.plan_weights.retain(|it| it.plan != *plan);
    s.plan_comparisons.retain(|it| it.plan != *plan);
}

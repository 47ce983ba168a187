//! How much does each criterion count? Points of the plan, or of the scenario; shares that sum to 1.

use super::Criterion;
use crate::model::{id::PlanId, scenario::Scenario, weights::weights_of};

/// Points that hold where a scenario has no weights at all, in the order of [`Criterion::ALL`]: the default judgements on the
/// five groups by pairwise comparison, and points inside the groups.
pub const DEFAULT_POINTS: [f64; Criterion::ALL.len()] =
    [18.0, 10.0, 12.0, 14.0, 5.0, 13.0, 7.0, 7.0, 5.0, 4.0, 3.0, 2.0];

/// Shares of the criteria, in the order of [`Criterion::ALL`]; they sum to 1, or are all 0 where no criterion has points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights(pub [f64; Criterion::ALL.len()]);

impl Weights {
    /// The weights of `plan`: its own points where it has some, else those of the scenario, else [`DEFAULT_POINTS`].
    pub fn of(scenario: &Scenario, plan: &PlanId) -> Self {
        if scenario.scoring.is_empty() {
            return Self::of_points(DEFAULT_POINTS);
        }
        let mut points = [0.0; Criterion::ALL.len()];
        for (criterion, weight) in weights_of(scenario, plan) {
            let place = Criterion::of_id(criterion.as_str()).map(Criterion::place);
            if let Some(slot) = place.and_then(|place| points.get_mut(place)) {
                *slot = weight.to_f64();
            }
        }
        Self::of_points(points)
    }

    /// The shares of `points`, in the order of [`Criterion::ALL`].
    pub fn of_points(points: [f64; Criterion::ALL.len()]) -> Self {
        let sum: f64 = points.iter().sum();
        Self(if sum > 0.0 { points.map(|points| points / sum) } else { [0.0; Criterion::ALL.len()] })
    }

    /// The share of `criterion`.
    pub fn share(&self, criterion: Criterion) -> f64 {
        self.0.get(criterion.place()).copied().unwrap_or(0.0)
    }
}

//! What is the score, and what is it made of? `1000 Σ w v / Σ w` over the criteria that have a value, in whole points.
//!
//! A criterion that has none for all parks alike leaves the denominator. Where only this park lacks a figure, the score is
//! that of the known part, and the band goes from "the unknown part is worth 0" to "it is worth 1". The points of the
//! criteria are rounded by largest remainder, so that the parts shown add up to the score shown.

use std::sync::Arc;

use super::{Criterion, Gap, Measure, ground::Ground};
use crate::model::{id::ParkId, project::Project};

/// Points of a full score.
pub const FULL: i64 = 1_000;

/// How much of the weight must have a value before a score is more than a hint (methods 1).
pub const LEAST_COVERAGE: f64 = 2.0 / 3.0;

/// One criterion in a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The criterion.
    pub criterion: Criterion,
    /// Its share of all weights, 0 to 1.
    pub weight: f64,
    /// What it says.
    pub measure: Measure,
    /// Its points of the score; `None` without a value.
    pub points: Option<i64>,
}

impl Part {
    /// The value, 0 to 1.
    pub fn value(&self) -> Option<f64> {
        match &self.measure {
            Measure::Value(value, _) => Some(*value),
            Measure::Gap(_) => None,
        }
    }
}

/// How well a project fits a park.
#[derive(Debug, Clone, PartialEq)]
pub struct Suitability {
    /// The criteria, in the order of [`Criterion::ALL`].
    pub parts: Vec<Part>,
    /// 0 to [`FULL`]; 0 where no criterion has a value.
    pub score: i64,
    /// The score if all that this park does not state were worth nothing, and if it were worth everything.
    pub band: (i64, i64),
    /// The same, for all that this park or the project does not state.
    pub range: (i64, i64),
    /// Share of the weight of the criteria that concern the project which has a value, 0 to 1.
    pub coverage: f64,
}

impl Suitability {
    /// Tells whether enough is known for the score to be more than a hint.
    pub fn is_confident(&self) -> bool {
        self.coverage >= LEAST_COVERAGE
    }

    /// Tells whether every figure is known.
    pub fn is_complete(&self) -> bool {
        self.range.0 == self.range.1
    }

    /// The criteria that have points, most first; ties in the order of the criteria.
    pub fn largest_first(&self) -> Vec<&Part> {
        let mut parts: Vec<&Part> = self.parts.iter().filter(|part| part.points.is_some()).collect();
        parts.sort_by_key(|part| (std::cmp::Reverse(part.points), part.criterion));
        parts
    }
}

/// The suitability of `park` for `project`; `None` where there is no such park.
pub fn of(ground: &Ground, project: &Arc<Project>, park: &ParkId) -> Option<Suitability> {
    let case = ground.case(project, park)?;
    let parts: Vec<(Criterion, f64, Measure)> = Criterion::ALL
        .into_iter()
        .map(|criterion| (criterion, ground.weights().share(criterion), criterion.measure(&case)))
        .collect();
    Some(weigh(parts))
}

/// The score of `measures` with their weights.
pub fn weigh(measures: Vec<(Criterion, f64, Measure)>) -> Suitability {
    let (mut known, mut of_park, mut of_project, mut sum) = (0.0, 0.0, 0.0, 0.0);
    for (_, weight, measure) in &measures {
        match measure {
            Measure::Value(value, _) => {
                known += weight;
                sum += weight * value;
            }
            Measure::Gap(Gap::Park) => of_park += weight,
            Measure::Gap(Gap::Project) => of_project += weight,
            Measure::Gap(Gap::NotConcerned | Gap::NotRecorded) => {}
        }
    }
    let exact: Vec<Option<f64>> = measures
        .iter()
        .map(|(_, weight, measure)| match measure {
            Measure::Value(value, _) if known > 0.0 => Some(per_mille(weight * value, known)),
            Measure::Value(..) => Some(0.0),
            Measure::Gap(_) => None,
        })
        .collect();
    let score = round(per_mille(sum, known));
    let points = largest_remainder(&exact, score);
    let bounds = |unknown: f64| {
        let whole = known + unknown;
        if unknown > 0.0 {
            (round(per_mille(sum, whole)), round(per_mille(sum + unknown, whole)))
        } else {
            (score, score)
        }
    };
    let whole = known + of_park + of_project;
    let parts = measures.into_iter().zip(points);
    Suitability {
        parts: parts
            .map(|((criterion, weight, measure), points)| Part { criterion, weight, measure, points })
            .collect(),
        score,
        band: bounds(of_park),
        range: bounds(of_park + of_project),
        coverage: if whole > 0.0 { known / whole } else { 0.0 },
    }
}

fn per_mille(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { 1_000.0 * part / whole } else { 0.0 }
}

#[expect(clippy::cast_possible_truncation, reason = "points lie between 0 and 1000")]
fn round(points: f64) -> i64 {
    points.round() as i64
}

/// Whole points that add up to `sum`: the floors, and one more for the largest fractions; ties in the listed order.
fn largest_remainder(exact: &[Option<f64>], sum: i64) -> Vec<Option<i64>> {
    #[expect(clippy::cast_possible_truncation, reason = "points lie between 0 and 1000")]
    let floor = |points: f64| points.floor() as i64;
    let mut whole: Vec<Option<i64>> = exact.iter().map(|points| points.map(floor)).collect();
    let missing = sum - whole.iter().flatten().sum::<i64>();
    let mut order: Vec<(usize, f64)> =
        exact.iter().enumerate().filter_map(|(at, points)| points.map(|points| (at, points.fract()))).collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    for (at, _) in order.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        if let Some(Some(points)) = whole.get_mut(at) {
            *points += 1;
        }
    }
    whole
}

//! What is the score, and what is it made of? `1000 Σ w v / Σ w` over the criteria that have a value, in whole points.
//!
//! A criterion that has none for all parks alike leaves the denominator. Where only this park lacks a figure, the score is
//! that of the known part, and the band goes from "the unknown part is worth 0" to "it is worth 1". The points of the
//! criteria are rounded by largest remainder, so that the parts shown add up to the score shown.

use std::sync::Arc;

use super::{
    Criterion, Gap, Measure,
    ground::Ground,
    methods::additive::{self, Completeness},
};
use crate::model::{id::ParkId, project::Project};

/// Points of a full score.
pub const FULL: f64 = 1_000.0;

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
    /// 0 to 1000; 0 where no criterion has a value.
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
        self.coverage >= additive::MINIMUM_COVERAGE
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
    let value = |measure: &Measure| match measure {
        Measure::Value(value, _) => Some(*value),
        Measure::Gap(_) => None,
    };
    let scored = |is_counted: &dyn Fn(&Measure) -> bool| {
        let counted = measures.iter().filter(|(.., measure)| is_counted(measure));
        let (weights, values): (Vec<f64>, Vec<Option<f64>>) =
            counted.map(|(_, weight, measure)| (*weight, value(measure))).unzip();
        additive::Score::of(&weights, &values, FULL, 0.0)
    };
    let is_of_park = |it: &Measure| !matches!(it, Measure::Gap(Gap::Project | Gap::NotConcerned | Gap::NotRecorded));
    let is_of_both = |it: &Measure| !matches!(it, Measure::Gap(Gap::NotConcerned | Gap::NotRecorded));
    let (of_park, of_both) = (scored(&is_of_park), scored(&is_of_both));
    let known: f64 = measures.iter().filter(|(.., it)| value(it).is_some()).map(|(_, weight, _)| weight).sum();
    let exact = |weight: f64, value: f64| if known > 0.0 { FULL * weight * value / known } else { 0.0 };
    let (parts, weights): (Vec<f64>, Vec<f64>) = measures
        .iter()
        .filter_map(|(_, weight, measure)| value(measure).map(|value| (exact(*weight, value), *weight)))
        .unzip();
    let (score, points) = additive::whole_parts(&parts, &weights);
    let bounds = |of: Option<&additive::Score>| match of {
        Some(it) if it.completeness != Completeness::Complete => (round(it.low), round(it.high)),
        Some(_) | None => (score, score),
    };
    let (band, range) = (bounds(of_park.as_ref()), bounds(of_both.as_ref()));
    let mut points = points.into_iter();
    let parts = measures.into_iter().map(|(criterion, weight, measure)| {
        let points = value(&measure).and_then(|_| points.next());
        Part { criterion, weight, measure, points }
    });
    let parts = parts.collect();
    Suitability { parts, score, band, range, coverage: of_both.map_or(0.0, |it| it.coverage) }
}

#[expect(clippy::cast_possible_truncation, reason = "points lie between 0 and 1000")]
fn round(points: f64) -> i64 {
    points.round() as i64
}

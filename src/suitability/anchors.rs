//! Between which fixed points is a measurement turned into 0 to 1? The anchors of the criteria: those of the pack, or these.
//!
//! Anchors never depend on the candidates at hand: a park that enters or leaves changes no other score. They are assumptions
//! of the pack's author, and a pack may set each of them by criterion and name.

use std::collections::BTreeMap;

use super::Criterion;
use crate::model::scenario::Scenario;

/// The anchors in force, by criterion and name.
#[derive(Debug, Clone, PartialEq)]
pub struct Anchors(BTreeMap<(&'static str, &'static str), f64>);

/// An anchor that the program knows: criterion, name, value.
type Known = (&'static str, &'static str, f64);

/// Criterion id of the parameters of [`super::coupling`].
pub const COUPLING: &str = "coupling";

/// The anchors that hold where the pack sets none.
pub const DEFAULTS: [Known; 35] = [
    ("position-fit", "unrelated", 0.0),
    ("position-fit", "same-sector", 0.25),
    ("position-fit", "linked", 0.5),
    ("position-fit", "direction", 0.7),
    ("position-fit", "characteristic", 0.8),
    ("position-fit", "leading", 1.0),
    ("theme-chain-leader", "none", 0.0),
    ("theme-chain-leader", "chain-leader", 0.5),
    ("theme-chain-leader", "cultivated", 0.7),
    ("theme-chain-leader", "recognised", 1.0),
    ("cluster-strength", "log-quotient-zero", -1.0),
    ("cluster-strength", "log-quotient-one", 2.0),
    ("cluster-strength", "share-zero", 0.0),
    ("cluster-strength", "share-one", 0.5),
    ("chain-coupling", "zero", 0.0),
    ("chain-coupling", "one", 0.6),
    ("chain-coupling", "neighbour-km", 20.0),
    ("chain-coupling", "neighbour-part", 0.5),
    ("chain-coupling", "purchased-assembly", 0.7),
    ("chain-coupling", "purchased-materials", 0.5),
    ("differentiation", "zero", 0.02),
    ("differentiation", "one", -0.02),
    ("headroom", "zero", 0.0),
    ("headroom", "one", 0.3),
    ("threshold-margin", "zero", 1.0),
    ("threshold-margin", "one", 1.5),
    ("transport", "zero", 90.0),
    ("transport", "one", 15.0),
    ("efficiency-service", "zero", 40.0),
    ("efficiency-service", "one", 85.0),
    (COUPLING, "same", 30.0),
    (COUPLING, "link", 10.0),
    (COUPLING, "leading", 20.0),
    (COUPLING, "saturation", 5.0),
    (COUPLING, "leading-saturation", 8.0),
];

impl Anchors {
    /// The anchors of `scenario`.
    pub fn of(scenario: &Scenario) -> Self {
        let mut anchors: BTreeMap<_, _> = DEFAULTS.into_iter().map(|(of, name, value)| ((of, name), value)).collect();
        for anchor in &scenario.anchors {
            let known = anchors
                .iter_mut()
                .find(|((of, name), _)| *of == anchor.criterion.as_str() && *name == anchor.name.as_str());
            if let Some((_, value)) = known {
                *value = anchor.value.to_f64();
            }
        }
        Self(anchors)
    }

    /// The anchor `name` of `criterion`; 0 where there is none of that name.
    pub fn at(&self, criterion: &'static str, name: &'static str) -> f64 {
        self.0.get(&(criterion, name)).copied().unwrap_or(0.0)
    }

    /// The two ends `zero` and `one` of a criterion with one scale.
    pub fn ends(&self, criterion: Criterion) -> (f64, f64) {
        (self.at(criterion.id(), "zero"), self.at(criterion.id(), "one"))
    }
}

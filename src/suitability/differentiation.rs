//! Would parks grow alike? Change of the city's homogeneity if the project went here: +0.02 is 0, −0.02 is 1.
//!
//! Homogeneity of the city: mean over all pairs of parks of the overlap of their output mixes, `Σ_i min(s_ai, s_bi)`, each
//! pair weighted by the product of its outputs (Finger & Kreinin 1979). See [`super::homogeneity_shift`].

use super::{Basis, Case, Criterion, Gap, Measure, linear};

/// The change that the project brings to the city's homogeneity.
pub fn measure(case: &Case<'_>) -> Measure {
    let Some(trade) = case.trade else { return Measure::Gap(Gap::NotConcerned) };
    let Some(output) = case.output.filter(|output| output.amount > 0.0) else { return Measure::Gap(Gap::Project) };
    let change = case.ground.homogeneity().change(case.at, trade, output.amount, case.own_output());
    let Some(change) = change else {
        return Measure::Gap(Gap::NotConcerned);
    };
    let value = linear(change, case.ground.anchors().ends(Criterion::Differentiation));
    Measure::Value(value, Basis::Homogeneity { change, is_assumed: output.is_assumed })
}

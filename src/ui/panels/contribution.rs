//! The six colours of the contribution bar: which criteria share one, what the colour is called, and its points.

use crate::{
    i18n::phrase::Phrase,
    suitability::{Criterion, score::Suitability},
};

/// Names of the six, in the fixed order of their colours.
pub const NAMES: [Phrase; 6] = [
    Phrase::new("定位", "Position"),
    Phrase::new("集群", "Cluster"),
    Phrase::new("链条", "Chain"),
    Phrase::new("要素", "Factors"),
    Phrase::new("门槛", "Threshold"),
    Phrase::new("配套", "Support"),
];

/// Place among the six of what `criterion` contributes.
pub const fn place(criterion: Criterion) -> usize {
    match criterion {
        Criterion::PositionFit | Criterion::ThemeChainLeader => 0,
        Criterion::ClusterStrength => 1,
        Criterion::ChainCoupling | Criterion::Differentiation => 2,
        Criterion::Headroom => 3,
        Criterion::ThresholdMargin => 4,
        Criterion::SupportingFunctions
        | Criterion::Transport
        | Criterion::EfficiencyService
        | Criterion::DistrictInterest
        | Criterion::NewTrack => 5,
    }
}

/// Points of each of the six; they add up to the score.
pub fn points(suitability: &Suitability) -> [i64; 6] {
    let mut points = [0; 6];
    for part in &suitability.parts {
        if let Some(sum) = points.get_mut(place(part.criterion)) {
            *sum += part.points.unwrap_or(0);
        }
    }
    points
}

//! How good is a park, all in all (园区综合评价)? An index in two levels: indicators make pillars, pillars make the index.
//!
//! | question | answer |
//! |---|---|
//! | What is the index, and what is it made of? | [`ParkIndex`] |
//! | What letter does it earn? | [`grade`] |
//! | Which indicator would raise it most? | [`gain`] |
//! | Would other weights or another mean turn the order? | [`sensitivity`] |
//!
//! Sources: UNDP, Human Development Report, technical note 1 (goalposts, geometric mean over pillars); Nardo et al. 2008.
//! Inside a pillar indicators make up for each other; between pillars the geometric mean lets output not buy off safety.
//! Marks are fixed, so a park's score depends on its own readings alone. Nothing here knows what an indicator means.

pub mod gain;
pub mod grade;
pub mod sensitivity;

use super::{
    SLACK,
    composite::{goalposts::Goalposts, means},
};

/// Part of a pillar's weight that must have data: below it the pillar is undefined.
const MINIMUM_COVERAGE: f64 = 2.0 / 3.0;

/// An indicator within its pillar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IndicatorWeight {
    /// Between which marks it counts.
    pub goalposts: Goalposts,
    /// Its weight within the pillar, 0 or more, of any scale.
    pub weight: f64,
}

/// A pillar within the index.
#[derive(Debug, Clone, PartialEq)]
pub struct PillarWeight {
    /// Its weight within the index, 0 or more, of any scale; with 0 it takes no part.
    pub weight: f64,
    /// Its indicators.
    pub indicators: Vec<IndicatorWeight>,
}

/// The index of one park with its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct ParkIndex {
    /// `1 + 99 level` of each indicator, pillar after pillar, from 1 to 100; `None` without a reading.
    pub indicators: Vec<Option<f64>>,
    /// Weighted arithmetic mean of the indicators of each pillar, from 1 to 100; `None` when those with a reading have less
    /// than two thirds of its weight.
    pub pillars: Vec<Option<f64>>,
    /// The index: weighted geometric mean of the pillars, from 1 to 100; `None` when a pillar is undefined.
    pub geometric: Option<f64>,
    /// Weighted arithmetic mean of the pillars, for comparison; `None` when a pillar is undefined.
    pub arithmetic: Option<f64>,
    /// The weight of each pillar in parts of their sum.
    weights: Vec<f64>,
}

impl ParkIndex {
    /// The index of a park with `readings`, which stand in the order of the indicators, pillar after pillar.
    ///
    /// A list that is too short counts as missing where it ends, and so does a reading that is no number or whose
    /// goalposts are equal.
    pub fn of(pillars: &[PillarWeight], readings: &[Option<f64>]) -> Self {
        Self::reckoned(&stated(pillars), &levels(pillars, readings))
    }

    /// The index from `weighting` and the score of each indicator.
    fn reckoned(weighting: &Weighting, indicators: &[Option<f64>]) -> Self {
        let mut rest = indicators;
        let mut pillars = Vec::with_capacity(weighting.pillars.len());
        for (_, weights) in &weighting.pillars {
            let (own, others) = rest.split_at_checked(weights.len()).unwrap_or((rest, &[]));
            pillars.push(pillar(own, weights, weighting.minimum_coverage));
            rest = others;
        }
        let stated: Vec<f64> = weighting.pillars.iter().map(|(weight, _)| *weight).collect();
        let asked: Vec<(Option<f64>, f64)> =
            pillars.iter().copied().zip(stated.iter().copied()).filter(|(_, weight)| *weight > 0.0).collect();
        let (values, weights): (Vec<Option<f64>>, Vec<f64>) = asked.into_iter().unzip();
        let is_whole = values.iter().all(Option::is_some);
        let geometric = means::geometric(&values, &weights).ok().filter(|_| is_whole);
        let arithmetic = means::arithmetic(&values, &weights).ok().filter(|_| is_whole);
        let sum: f64 = weights.iter().sum();
        let weights = stated.iter().map(|weight| if sum > 0.0 { weight.max(0.0) / sum } else { 0.0 }).collect();
        Self { indicators: indicators.to_vec(), pillars, geometric, arithmetic, weights }
    }

    /// What uneven pillars cost: arithmetic less geometric mean, 0 or more; `None` without an index.
    pub fn imbalance(&self) -> Option<f64> {
        Some((self.arithmetic? - self.geometric?).max(0.0))
    }

    /// What each pillar brings to the arithmetic mean, `w p / sum w`: the parts add up to it exactly. `None` without one.
    pub fn arithmetic_parts(&self) -> Option<Vec<f64>> {
        self.arithmetic?;
        self.parts(|pillar| pillar)
    }

    /// What each pillar brings to the index on the logarithmic scale, `w ln p / sum w`: the parts add up to the logarithm
    /// of the index. `None` without one.
    pub fn geometric_parts(&self) -> Option<Vec<f64>> {
        self.geometric?;
        self.parts(f64::ln)
    }

    /// Each pillar after `scale`, times its weight.
    fn parts(&self, scale: impl Fn(f64) -> f64) -> Option<Vec<f64>> {
        let part = |(pillar, weight): (&Option<f64>, &f64)| {
            if *weight > 0.0 { pillar.map(|pillar| weight * scale(pillar)) } else { Some(0.0) }
        };
        self.pillars.iter().zip(&self.weights).map(part).collect()
    }
}

/// The weight of each pillar with those of its indicators, and what part of a pillar must have data.
#[derive(Debug, Clone)]
struct Weighting {
    pillars: Vec<(f64, Vec<f64>)>,
    minimum_coverage: f64,
}

/// The weights as they are stated.
fn stated(pillars: &[PillarWeight]) -> Weighting {
    let own = |pillar: &PillarWeight| pillar.indicators.iter().map(|it| it.weight).collect();
    let pillars = pillars.iter().map(|pillar| (pillar.weight, own(pillar))).collect();
    Weighting { pillars, minimum_coverage: MINIMUM_COVERAGE }
}

/// The score of each indicator, from 1 to 100.
fn levels(pillars: &[PillarWeight], readings: &[Option<f64>]) -> Vec<Option<f64>> {
    let indicators = pillars.iter().flat_map(|pillar| &pillar.indicators);
    let reading = |place: usize| readings.get(place).copied().flatten();
    let score = |(place, it): (usize, &IndicatorWeight)| score(it.goalposts, reading(place)?);
    indicators.enumerate().map(score).collect()
}

/// `1 + 99 level`.
fn score(goalposts: Goalposts, reading: f64) -> Option<f64> {
    goalposts.level(reading).map(|level| 1.0 + 99.0 * level)
}

/// The mean of the indicators with data; `None` when they have too little of the weight.
fn pillar(indicators: &[Option<f64>], weights: &[f64], minimum_coverage: f64) -> Option<f64> {
    let all: f64 = weights.iter().sum();
    let known: f64 = indicators.iter().zip(weights).filter(|(it, _)| it.is_some()).map(|(_, weight)| weight).sum();
    let is_covered = known > 0.0 && known >= (minimum_coverage - SLACK) * all;
    means::arithmetic(indicators, weights).ok().filter(|_| is_covered)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::indicator::Better;

    /// A pillar of `weight` whose indicators run from 0 to 99, so that a reading of r scores 1 + r.
    pub(super) fn plain(weight: f64, indicators: &[f64]) -> PillarWeight {
        let goalposts = Goalposts { low: 0.0, high: 99.0, better: Better::Higher };
        let indicators = indicators.iter().map(|weight| IndicatorWeight { goalposts, weight: *weight }).collect();
        PillarWeight { weight, indicators }
    }

    #[test]
    fn lopsided_pillars_pay_for_it_and_the_parts_add_up() {
        let pillars = [plain(3.0, &[1.0, 2.0]), plain(1.0, &[1.0])];
        let found = ParkIndex::of(&pillars, &[Some(99.0), Some(0.0), Some(15.0)]);
        assert_eq!(found.indicators, [Some(100.0), Some(1.0), Some(16.0)]);
        assert_eq!(found.pillars, [Some(34.0), Some(16.0)]);
        assert!((found.arithmetic.unwrap() - 29.5).abs() < 1e-12);
        let geometric = (34.0_f64.powi(3) * 16.0).powf(0.25);
        assert!((found.geometric.unwrap() - geometric).abs() < 1e-12);
        assert!((found.imbalance().unwrap() - (29.5 - geometric)).abs() < 1e-12);
        assert!((found.arithmetic_parts().unwrap().iter().sum::<f64>() - 29.5).abs() < 1e-12);
        assert!((found.geometric_parts().unwrap().iter().sum::<f64>().exp() - geometric).abs() < 1e-12);
    }

    #[test]
    fn two_thirds_of_the_weight_are_enough_and_less_is_not() {
        let of = |weights: &[f64]| ParkIndex::of(&[plain(1.0, weights)], &[Some(9.0), Some(9.0), None]);
        assert!((of(&[0.1, 0.1, 0.1]).geometric.unwrap() - 10.0).abs() < 1e-12);
        let short = of(&[0.1, 0.1, 0.101]);
        assert_eq!((&short.pillars[..], short.geometric, short.arithmetic), (&[None][..], None, None));
        assert_eq!((short.imbalance(), short.arithmetic_parts(), short.geometric_parts()), (None, None, None));
    }

    #[test]
    fn nothing_has_no_index_and_a_pillar_without_weight_is_not_asked() {
        assert_eq!(ParkIndex::of(&[], &[]).geometric, None);
        assert_eq!(ParkIndex::of(&[plain(1.0, &[])], &[]).pillars, [None]);
        assert_eq!(ParkIndex::of(&[plain(0.0, &[1.0])], &[Some(3.0)]).geometric, None);
        let found = ParkIndex::of(&[plain(1.0, &[1.0]), plain(0.0, &[1.0])], &[Some(24.0)]);
        assert!((found.geometric.unwrap() - 25.0).abs() < 1e-12);
        assert_eq!(found.arithmetic_parts(), Some(vec![25.0, 0.0]));
    }

    proptest! {
        #[test]
        fn a_better_reading_never_lowers_the_index(
            readings in prop::collection::vec(-20.0..120.0, 5),
            place in 0_usize..5,
            step in 0.0..50.0,
        ) {
            let pillars = [plain(2.0, &[1.0, 4.0]), plain(3.0, &[2.0, 1.0, 1.0])];
            let all = |readings: &[f64]| readings.iter().copied().map(Some).collect::<Vec<_>>();
            let before = ParkIndex::of(&pillars, &all(&readings));
            let mut better = readings.clone();
            better[place] += step;
            let after = ParkIndex::of(&pillars, &all(&better));
            prop_assert!(after.geometric.unwrap() >= before.geometric.unwrap() - 1e-9);
            prop_assert!(before.geometric.unwrap() <= before.arithmetic.unwrap() + 1e-9);
        }
    }
}

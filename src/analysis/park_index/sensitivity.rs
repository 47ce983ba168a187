//! Would other weights or another mean turn the order of the parks? The best and the worst rank that each reaches when
//! what could have been chosen otherwise is chosen otherwise.
//!
//! Source: Nardo et al. 2008, step 7 (uncertainty and sensitivity). Every combination is tried of: geometric or arithmetic
//! mean over the pillars; the weights as stated, or one pillar's a quarter more or less; all indicators, or one left out.

use super::{super::composite::ranks::rank, ParkIndex, PillarWeight, Weighting, levels, stated};
use crate::model::indicator::Better;

/// By which part the weight of a pillar is raised and lowered.
const SWING: f64 = 0.25;
/// Largest total of index and bonus points.
pub const FULL: f64 = 100.0;

/// The ranks of one park, 1 for the best; ties share the smaller rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankRange {
    /// By the index as it stands.
    pub stated: usize,
    /// The best in any combination.
    pub best: usize,
    /// The worst in any combination.
    pub worst: usize,
}

/// The ranks of each park of `units`, whose readings are as in [`ParkIndex::of`]; `None` for one without an index, which
/// also takes no rank from others.
///
/// Whether a pillar has data enough is judged once, with all indicators: leaving one out then only removes it. A pillar
/// whose only indicator is left out goes with it; a park of which nothing is left in a pillar is not ranked in that
/// combination. `bonus` are the bonus points of each unit, none where it is shorter: they are added to every index before
/// ranking, so that the range is one of the totals by which parks are ranked, up to [`FULL`]. Takes `2 (1 + 2 pillars) (1 + indicators)` times the work of ranking once.
pub fn rank_ranges(pillars: &[PillarWeight], units: &[Vec<Option<f64>>], bonus: &[f64]) -> Vec<Option<RankRange>> {
    let total =
        |(at, index): (usize, Option<f64>)| index.map(|it| (it + bonus.get(at).copied().unwrap_or(0.0)).min(FULL));
    let totals = |indices: Vec<Option<f64>>| indices.into_iter().enumerate().map(total).collect::<Vec<_>>();
    let weighting = stated(pillars);
    let scores: Vec<Vec<Option<f64>>> = units.iter().map(|readings| levels(pillars, readings)).collect();
    let indices: Vec<Option<f64>> =
        scores.iter().map(|scores| ParkIndex::reckoned(&weighting, scores).geometric).collect();
    let mut ranges: Vec<Option<RankRange>> = rank(&totals(indices.clone()), Better::Higher)
        .into_iter()
        .map(|rank| rank.map(|rank| RankRange { stated: rank, best: rank, worst: rank }))
        .collect();
    for variant in variants(&weighting) {
        let found: Vec<Option<ParkIndex>> = scores
            .iter()
            .zip(&indices)
            .map(|(scores, index)| index.map(|_| ParkIndex::reckoned(&variant, scores)))
            .collect();
        let mean = |of: fn(&ParkIndex) -> Option<f64>| found.iter().map(|it| it.as_ref().and_then(of)).collect();
        let means: [Vec<Option<f64>>; 2] = [mean(|it| it.geometric), mean(|it| it.arithmetic)];
        for ranks in means.map(|values| rank(&totals(values), Better::Higher)) {
            for (range, rank) in ranges.iter_mut().zip(ranks) {
                if let (Some(range), Some(rank)) = (range, rank) {
                    range.best = range.best.min(rank);
                    range.worst = range.worst.max(rank);
                }
            }
        }
    }
    ranges
}

/// Every combination of weights: as stated or with one pillar swung, and with all indicators or one left out.
fn variants(stated: &Weighting) -> Vec<Weighting> {
    let swings = (0..stated.pillars.len()).flat_map(|place| [(place, 1.0 + SWING), (place, 1.0 - SWING)]);
    let swung = swings.map(|(place, factor)| {
        let mut variant = stated.clone();
        if let Some((weight, _)) = variant.pillars.get_mut(place) {
            *weight *= factor;
        }
        variant
    });
    let weighted: Vec<Weighting> = [stated.clone()].into_iter().chain(swung).collect();
    let number = stated.pillars.iter().map(|(_, indicators)| indicators.len()).sum();
    let left_out = weighted.iter().flat_map(|variant| (0..number).map(|place| without(variant, place)));
    weighted.iter().cloned().map(unchecked).chain(left_out).collect()
}

/// The weights with the indicator at `place` left out.
fn without(stated: &Weighting, place: usize) -> Weighting {
    let mut variant = unchecked(stated.clone());
    let mut before = 0;
    for (weight, indicators) in &mut variant.pillars {
        if let Some(own) = place.checked_sub(before).and_then(|own| indicators.get_mut(own)) {
            *own = 0.0;
            if indicators.iter().all(|weight| *weight <= 0.0) {
                *weight = 0.0;
            }
            break;
        }
        before += indicators.len();
    }
    variant
}

/// The same weights, whatever part of them has data.
fn unchecked(variant: Weighting) -> Weighting {
    Weighting { minimum_coverage: 0.0, ..variant }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::tests::plain, *};

    /// The range as three numbers.
    fn triples(found: &[Option<RankRange>]) -> Vec<Option<(usize, usize, usize)>> {
        found.iter().map(|it| it.map(|it| (it.stated, it.best, it.worst))).collect()
    }

    fn all(readings: &[f64]) -> Vec<Option<f64>> {
        readings.iter().copied().map(Some).collect()
    }

    #[test]
    fn the_best_in_everything_keeps_its_rank_and_the_lopsided_wander() {
        let pillars = [plain(1.0, &[1.0]), plain(1.0, &[1.0])];
        let units = [all(&[90.0, 90.0]), all(&[80.0, 20.0]), all(&[40.0, 41.0]), all(&[1.0, 1.0])];
        assert_eq!(
            triples(&rank_ranges(&pillars, &units, &[])),
            [Some((1, 1, 1)), Some((3, 2, 3)), Some((2, 2, 3)), Some((4, 4, 4))]
        );
    }

    #[test]
    fn a_park_without_an_index_has_no_rank_and_takes_none() {
        let pillars = [plain(1.0, &[1.0, 1.0]), plain(1.0, &[1.0])];
        let units = [vec![Some(99.0), None, Some(99.0)], all(&[5.0, 6.0, 7.0])];
        assert_eq!(triples(&rank_ranges(&pillars, &units, &[])), [None, Some((1, 1, 1))]);
        assert!(rank_ranges(&pillars, &[], &[]).is_empty());
        assert_eq!(triples(&rank_ranges(&[], &[vec![]], &[])), [None]);
    }

    #[test]
    fn leaving_out_what_decides_ties_the_parks() {
        let pillars = [plain(1.0, &[3.0, 1.0])];
        let units = [all(&[50.0, 10.0]), all(&[50.0, 20.0])];
        assert_eq!(triples(&rank_ranges(&pillars, &units, &[])), [Some((2, 1, 2)), Some((1, 1, 1))]);
    }

    proptest! {
        #[test]
        fn a_park_that_is_worse_everywhere_changes_nothing_for_others(
            rows in prop::collection::vec(prop::collection::vec(5.0..99.0, 4), 1..6),
        ) {
            let pillars = [plain(2.0, &[1.0, 2.0]), plain(1.0, &[1.0, 1.0])];
            let units: Vec<Vec<Option<f64>>> = rows.iter().map(|row| all(row)).collect();
            let mut more = vec![all(&[4.0, 3.0, 2.0, 1.0])];
            more.extend(units.iter().cloned());
            let indices = |units: &[Vec<Option<f64>>]| {
                units.iter().map(|unit| ParkIndex::of(&pillars, unit)).collect::<Vec<_>>()
            };
            prop_assert_eq!(&indices(&more)[1..], &indices(&units)[..]);
            let (with, without) = (rank_ranges(&pillars, &more, &[]), rank_ranges(&pillars, &units, &[]));
            prop_assert_eq!(&with[1..], &without[..]);
            let last = with[0].unwrap();
            prop_assert_eq!((last.stated, last.best, last.worst), (more.len(), more.len(), more.len()));
            for range in without.into_iter().flatten() {
                prop_assert!(range.best <= range.stated && range.stated <= range.worst);
            }
        }
    }
}

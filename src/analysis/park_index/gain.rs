//! Which indicator would raise the index most? Each is moved by the same part of the way between its goalposts, so that
//! unlike units compare: the answer is the index that one step of effort brings.

use super::{ParkIndex, PillarWeight, levels, score, stated};

/// One step, in parts of the way between the goalposts.
const STEP: f64 = 0.1;

/// What a step in one indicator brings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gain {
    /// Place of the indicator, counted through all pillars.
    pub indicator: usize,
    /// By how much the index rises, 0 or more; 0 where the reading is already at or beyond the good goalpost.
    pub gain: f64,
}

/// What a tenth of the way between its goalposts, in the good direction, would bring in each indicator that has a reading;
/// the largest first, equal ones in the order of the list.
///
/// The step ends at the goalpost, beyond which nothing counts; a reading far below the bad one may gain nothing by one step.
/// `None` without an index. `readings` are as in [`ParkIndex::of`].
pub fn gains(pillars: &[PillarWeight], readings: &[Option<f64>]) -> Option<Vec<Gain>> {
    let (weighting, before) = (stated(pillars), levels(pillars, readings));
    let index = ParkIndex::reckoned(&weighting, &before).geometric?;
    let indicators = pillars.iter().flat_map(|pillar| &pillar.indicators).zip(readings).enumerate();
    let gain = |(place, (indicator, reading)): (usize, (&super::IndicatorWeight, &Option<f64>))| {
        let improved = indicator.goalposts.improved((*reading)?, STEP);
        let mut after = before.clone();
        *after.get_mut(place)? = Some(score(indicator.goalposts, improved)?);
        let gain = ParkIndex::reckoned(&weighting, &after).geometric? - index;
        Some(Gain { indicator: place, gain: gain.max(0.0) })
    };
    let mut found: Vec<Gain> = indicators.filter_map(gain).collect();
    found.sort_by(|a, b| b.gain.total_cmp(&a.gain));
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::{super::tests::plain, *};

    #[test]
    fn the_weak_pillar_gains_most_and_what_is_at_its_goalpost_nothing() {
        let pillars = [plain(1.0, &[1.0]), plain(1.0, &[1.0]), plain(1.0, &[1.0, 3.0])];
        let found = gains(&pillars, &[Some(79.0), Some(99.0), Some(9.0), Some(9.0)]).unwrap();
        assert_eq!(found.iter().map(|it| it.indicator).collect::<Vec<_>>(), [3, 2, 0, 1]);
        let raised = (8_000.0 * (10.0 + 9.9 * 0.75_f64)).cbrt() - 80_000.0_f64.cbrt();
        assert!((found[0].gain - raised).abs() < 1e-9 && found[3].gain.abs() < 1e-12);
    }

    #[test]
    fn a_step_ends_at_the_goalpost_and_may_not_reach_the_bad_one() {
        let pillars = [plain(1.0, &[1.0, 1.0])];
        let found = gains(&pillars, &[Some(98.0), Some(-50.0)]).unwrap();
        assert_eq!((found[0].indicator, found[1].indicator), (0, 1));
        assert!((found[0].gain - 0.5).abs() < 1e-12 && found[1].gain.abs() < 1e-12);
    }

    #[test]
    fn what_has_no_reading_is_not_listed_and_no_index_has_no_list() {
        let found = gains(&[plain(1.0, &[2.0, 1.0])], &[Some(0.0), None]).unwrap();
        assert_eq!((found.len(), found[0].indicator), (1, 0));
        assert_eq!(gains(&[plain(1.0, &[1.0, 1.0])], &[Some(0.0), None]), None);
        assert_eq!(gains(&[], &[]), None);
    }
}

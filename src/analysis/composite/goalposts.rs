//! How far along is a reading between two fixed marks? Goalposts, which do not move with the candidates of the day.
//!
//! Source: UNDP, Human Development Report, technical note 1. Unlike the smallest and the largest of a sample
//! ([`super::normalise::min_max`]) fixed marks stay comparable over years, and nobody's coming or going changes a score.

use crate::model::indicator::Better;

/// The two marks of an indicator, in its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goalposts {
    /// The mark with the smaller figure.
    pub low: f64,
    /// The mark with the larger figure.
    pub high: f64,
    /// Which of the two is the good end.
    pub better: Better,
}

impl Goalposts {
    /// `clamp((x - low) / (high - low))`, or 1 less that where less is better: from 0 at the bad mark to 1 at the good one.
    ///
    /// Marks that were given the wrong way round are turned; [`Self::better`] alone says which end is good. `None` when the
    /// marks are equal or not numbers, or the value is not a number.
    pub fn level(&self, value: f64) -> Option<f64> {
        let (low, high) = (self.low.min(self.high), self.low.max(self.high));
        let is_sound = low.is_finite() && high.is_finite() && value.is_finite() && low < high;
        let level = ((value - low) / (high - low)).clamp(0.0, 1.0);
        is_sound.then_some(match self.better {
            Better::Higher => level,
            Better::Lower => 1.0 - level,
        })
    }

    /// The level on a scale from 0 to 100; `None` as for [`Self::level`].
    pub fn percent(&self, value: f64) -> Option<f64> {
        self.level(value).map(|level| 100.0 * level)
    }

    /// `value` moved by `part` of the way between the marks, towards the good one.
    pub fn improved(&self, value: f64, part: f64) -> f64 {
        let step = part * (self.high - self.low).abs();
        match self.better {
            Better::Higher => value + step,
            Better::Lower => value - step,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MORE: Goalposts = Goalposts { low: 10.0, high: 50.0, better: Better::Higher };
    const LESS: Goalposts = Goalposts { better: Better::Lower, ..MORE };

    #[test]
    fn a_reading_between_the_marks_is_as_far_as_it_is() {
        assert_eq!((MORE.percent(13.0), LESS.percent(13.0)), (Some(7.5), Some(92.5)));
        assert_eq!((MORE.improved(13.0, 0.1), LESS.improved(13.0, 0.1)), (17.0, 9.0));
    }

    #[test]
    fn at_and_beyond_a_mark_is_the_end_of_the_scale() {
        let ends = |marks: Goalposts| [9.0, 10.0, 50.0, 51.0].map(|value| marks.level(value));
        assert_eq!(ends(MORE), [Some(0.0), Some(0.0), Some(1.0), Some(1.0)]);
        assert_eq!(ends(LESS), [Some(1.0), Some(1.0), Some(0.0), Some(0.0)]);
    }

    #[test]
    fn marks_the_wrong_way_round_mean_the_same_and_equal_ones_mean_nothing() {
        let turned = Goalposts { low: 50.0, high: 10.0, ..LESS };
        assert_eq!((turned.level(13.0), turned.improved(13.0, 0.1)), (LESS.level(13.0), 9.0));
        assert_eq!(Goalposts { low: 5.0, high: 5.0, ..MORE }.level(5.0), None);
        assert_eq!(MORE.level(f64::NAN), None);
    }
}

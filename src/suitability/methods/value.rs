//! What is a measurement worth, from 0 to 1? Value functions on fixed anchors.
//!
//! Anchors belong to the rule pack and never follow the candidates at hand: a park that enters or leaves cannot turn
//! the order of two others. Source: Keeney and Raiffa 1976.

use std::cmp::Ordering;

/// A value function, linear between its anchors and level beyond them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValueFunction {
    /// More is better: `(x - lo) / (hi - lo)`.
    Increasing {
        /// Worth 0.
        lo: f64,
        /// Worth 1.
        hi: f64,
    },
    /// Less is better: `(hi - x) / (hi - lo)`.
    Decreasing {
        /// Worth 1.
        lo: f64,
        /// Worth 0.
        hi: f64,
    },
    /// A target is best: 0 at `lo`, 1 at the target, 0 at `hi`.
    Target {
        /// Worth 0, as is everything below.
        lo: f64,
        /// Worth 1.
        target: f64,
        /// Worth 0, as is everything above.
        hi: f64,
    },
}

impl ValueFunction {
    /// The value of `x` (in the unit of the anchors), from 0 to 1; `None` when `x` is not a number or the anchors leave
    /// no room between 0 and 1.
    pub fn value(&self, x: f64) -> Option<f64> {
        let value = match *self {
            Self::Increasing { lo, hi } => part(x - lo, hi - lo)?,
            Self::Decreasing { lo, hi } => part(hi - x, hi - lo)?,
            Self::Target { lo, target, hi } => match x.partial_cmp(&target)? {
                Ordering::Less => part(x - lo, target - lo)?,
                Ordering::Equal => 1.0,
                Ordering::Greater => part(hi - x, hi - target)?,
            },
        };
        (!x.is_nan()).then(|| value.clamp(0.0, 1.0))
    }
}

/// `way / whole`; `None` when the whole is nothing.
fn part(way: f64, whole: f64) -> Option<f64> {
    (whole != 0.0).then(|| way / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_an_anchor_nothing_is_gained_or_lost() {
        let more = ValueFunction::Increasing { lo: 1.0, hi: 2.5 };
        assert_eq!([0.0, 1.0, 2.5, 9.0].map(|x| more.value(x)), [Some(0.0), Some(0.0), Some(1.0), Some(1.0)]);
        let less = ValueFunction::Decreasing { lo: 15.0, hi: 90.0 };
        assert_eq!([0.0, 15.0, 52.5, 90.0].map(|x| less.value(x)), [Some(1.0), Some(1.0), Some(0.5), Some(0.0)]);
    }

    #[test]
    fn a_target_falls_to_both_sides() {
        let target = ValueFunction::Target { lo: 0.5, target: 1.5, hi: 3.5 };
        let values = [0.0, 1.0, 1.5, 2.5, 4.0].map(|x| target.value(x));
        assert_eq!(values, [Some(0.0), Some(0.5), Some(1.0), Some(0.5), Some(0.0)]);
        let one_sided = ValueFunction::Target { lo: 1.5, target: 1.5, hi: 3.5 };
        assert_eq!([1.5, 2.5].map(|x| one_sided.value(x)), [Some(1.0), Some(0.5)]);
    }

    #[test]
    fn anchors_without_room_and_no_number_are_undefined() {
        assert_eq!(ValueFunction::Increasing { lo: 1.0, hi: 1.0 }.value(1.0), None);
        assert_eq!(ValueFunction::Increasing { lo: 0.0, hi: 1.0 }.value(f64::NAN), None);
        assert_eq!(ValueFunction::Target { lo: 0.0, target: 1.0, hi: 2.0 }.value(f64::NAN), None);
    }
}

//! Who comes first in one list? Ranks with ties as ties, and the share of the others that one is ahead of.

use super::super::{SLACK, count};
use crate::model::indicator::Better;

/// Rank of each value that is there, 1 for the best; ties, up to rounding, share the smaller rank (1, 2, 2, 4).
///
/// With [`Better::Lower`] the smallest value has rank 1. A value that is no number has no rank.
pub fn rank(values: &[Option<f64>], better: Better) -> Vec<Option<usize>> {
    let upward = |value: f64| match better {
        Better::Higher => value,
        Better::Lower => -value,
    };
    let mut sorted: Vec<(usize, f64)> = values
        .iter()
        .enumerate()
        .filter_map(|(place, value)| Some((place, upward(value.filter(|value| value.is_finite())?))))
        .collect();
    sorted.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let is_same = |(_, a): &(usize, f64), (_, b): &(usize, f64)| a - b <= SLACK * a.abs().max(1.0);
    let mut ranks = vec![None; values.len()];
    let mut ahead = 0;
    for tied in sorted.chunk_by(is_same) {
        for (place, _) in tied {
            if let Some(rank) = ranks.get_mut(*place) {
                *rank = Some(ahead + 1);
            }
        }
        ahead += tied.len();
    }
    ranks
}

/// `(rank - 1) / (n - 1)` of the values that are there, the smallest having rank 1: the share of the others that are
/// smaller, from 0 to 1.
///
/// A value without company has none.
pub fn percentile_rank(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let ranks = rank(values, Better::Lower);
    let others = ranks.iter().flatten().count().saturating_sub(1);
    let share = |rank: usize| (others > 0).then(|| count(rank.saturating_sub(1)) / count(others));
    ranks.into_iter().map(|rank| rank.and_then(share)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_the_smaller_rank_from_either_end() {
        let values = [Some(0.3), None, Some(0.1 + 0.2), Some(9.0), Some(-4.0)];
        assert_eq!(rank(&values, Better::Higher), [Some(2), None, Some(2), Some(1), Some(4)]);
        assert_eq!(rank(&values, Better::Lower), [Some(2), None, Some(2), Some(4), Some(1)]);
        let third = Some(1.0 / 3.0);
        assert_eq!(percentile_rank(&values), [third, None, third, Some(1.0), Some(0.0)]);
    }

    #[test]
    fn one_alone_is_first_but_ahead_of_no_share() {
        assert_eq!((rank(&[Some(5.0)], Better::Higher), percentile_rank(&[Some(5.0)])), (vec![Some(1)], vec![None]));
        assert_eq!((rank(&[], Better::Higher), percentile_rank(&[None, Some(f64::NAN)])), (vec![], vec![None, None]));
    }
}

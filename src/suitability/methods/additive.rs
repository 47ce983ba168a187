//! How good is a park, and what is that made of? The weighted sum of values, whose parts add up to it.
//!
//! `S = scale * sum_j w_j v_j / sum of the weights with data`. Source: Fishburn 1967; Keeney and Raiffa 1976. It needs
//! values on fixed anchors ([`super::value`]) and criteria that do not count one thing twice.

use super::SLACK;

/// A score needs data for this part of the weight.
pub const MINIMUM_COVERAGE: f64 = 2.0 / 3.0;

/// How much a score knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Completeness {
    /// Everything that weighs is known.
    Complete,
    /// Something is missing, but enough is known for a score.
    Partial,
    /// Too little is known for a score.
    Insufficient,
}

/// The score of one alternative with its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Part of the weight that has data, 0 to 1.
    pub coverage: f64,
    /// From 0 to the scale; `None` when the coverage is too low.
    pub score: Option<f64>,
    /// The score if every missing value were 0.
    pub low: f64,
    /// The score if every missing value were 1.
    pub high: f64,
    /// Whether all, enough or too little is known.
    pub completeness: Completeness,
    /// What each criterion adds, in the order of the weights; the parts add up to the score. `None` for a missing value;
    /// all of it `None` when there is no score.
    pub contributions: Option<Vec<Option<f64>>>,
}

impl Score {
    /// Scores `values` (0 to 1, `None` when missing) by `weights` (not negative, any sum), from 0 to `scale`.
    ///
    /// A missing value is never 0: the others share its weight, and the band from `low` to `high` says what it could be.
    /// `None` when nothing weighs anything or the two lists differ in length.
    pub fn of(weights: &[f64], values: &[Option<f64>], scale: f64, minimum_coverage: f64) -> Option<Self> {
        let total: f64 = weights.iter().sum();
        let is_sound = weights.len() == values.len() && weights.iter().all(|weight| *weight >= 0.0);
        if !is_sound || total <= 0.0 || !total.is_finite() {
            return None;
        }
        let products: Vec<Option<f64>> =
            weights.iter().zip(values).map(|(weight, value)| value.map(|value| weight * value)).collect();
        let known: f64 =
            weights.iter().zip(values).filter(|(_, value)| value.is_some()).map(|(weight, _)| weight).sum();
        let sum: f64 = products.iter().flatten().sum();
        let coverage = known / total;
        let completeness = if coverage >= 1.0 - SLACK {
            Completeness::Complete
        } else if known > 0.0 && coverage >= minimum_coverage - SLACK {
            Completeness::Partial
        } else {
            Completeness::Insufficient
        };
        let is_scored = completeness != Completeness::Insufficient;
        let parts = || products.iter().map(|product| product.map(|product| scale * product / known)).collect();
        Some(Self {
            coverage: if completeness == Completeness::Complete { 1.0 } else { coverage },
            score: is_scored.then(|| scale * sum / known),
            low: scale * sum / total,
            high: scale * (sum + (total - known).max(0.0)) / total,
            completeness,
            contributions: is_scored.then(parts),
        })
    }

    /// How the lead of this alternative over `other` splits by criterion: the differences of their contributions, which
    /// add up to the difference of the scores. `None` unless both are complete.
    pub fn lead_over(&self, other: &Self) -> Option<Vec<f64>> {
        if [self, other].iter().any(|score| score.completeness != Completeness::Complete) {
            return None;
        }
        let pairs = self.contributions.as_ref()?.iter().zip(other.contributions.as_ref()?);
        Some(pairs.map(|(own, other)| own.unwrap_or(0.0) - other.unwrap_or(0.0)).collect())
    }
}

/// `parts` as whole numbers that add up to their rounded sum: each is rounded down, and what is then short goes to the
/// largest fractions; ties to the larger of `weights`, then in the order of the list.
///
/// Source: largest remainder (Hamilton; Balinski and Young 1982). Parts may be negative, as those of a lead are; a half
/// of the sum is rounded up. Returns the sum and the parts.
pub fn whole_parts(parts: &[f64], weights: &[f64]) -> (i64, Vec<i64>) {
    let (sum, _) = split(parts.iter().sum::<f64>() + 0.5);
    let floors: Vec<(i64, i64)> = parts.iter().map(|part| split(*part)).collect();
    let short = sum - floors.iter().map(|(floor, _)| floor).sum::<i64>();
    let weight = |at: usize| weights.get(at).copied().unwrap_or(0.0);
    let mut order: Vec<(usize, i64)> = floors.iter().map(|(_, fraction)| *fraction).enumerate().collect();
    order.sort_by(|(a, of_a), (b, of_b)| {
        of_b.cmp(of_a).then_with(|| weight(*b).total_cmp(&weight(*a))).then_with(|| a.cmp(b))
    });
    let raised: Vec<usize> = order.into_iter().map(|(at, _)| at).take(usize::try_from(short).unwrap_or(0)).collect();
    let whole = floors.iter().enumerate().map(|(at, (floor, _))| floor + i64::from(raised.contains(&at))).collect();
    (sum, whole)
}

/// The whole part below `number`, and the rest in billionths, so that rounding in the last digits decides nothing.
#[expect(clippy::cast_possible_truncation, reason = "a score and its parts are far below 2^53")]
fn split(number: f64) -> (i64, i64) {
    let floor = number.floor();
    let rest = ((number - floor) * 1e9).round() as i64;
    if rest == 1_000_000_000 { (floor as i64 + 1, 0) } else { (floor as i64, rest) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coverage_met_exactly_is_met_and_one_below_is_not() {
        let at = Score::of(&[2.0, 1.0], &[Some(0.5), None], 1_000.0, MINIMUM_COVERAGE).unwrap();
        assert_eq!((at.completeness, at.score), (Completeness::Partial, Some(500.0)));
        assert!((at.low - 1_000.0 / 3.0).abs() < 1e-9 && (at.high - 2_000.0 / 3.0).abs() < 1e-9);
        let below = Score::of(&[1.99, 1.0], &[Some(0.5), None], 1_000.0, MINIMUM_COVERAGE).unwrap();
        assert_eq!((below.completeness, below.score, below.contributions), (Completeness::Insufficient, None, None));
    }

    #[test]
    fn nothing_known_is_a_band_over_everything() {
        let score = Score::of(&[1.0, 3.0], &[None, None], 100.0, 0.0).unwrap();
        assert_eq!((score.coverage, score.score, score.low, score.high), (0.0, None, 0.0, 100.0));
        assert_eq!(Score::of(&[0.0], &[Some(1.0)], 100.0, 0.5), None);
        assert_eq!(Score::of(&[1.0], &[], 100.0, 0.5), None);
    }

    #[test]
    fn what_weighs_nothing_may_be_missing() {
        let score = Score::of(&[1.0, 0.0], &[Some(0.25), None], 100.0, MINIMUM_COVERAGE).unwrap();
        assert_eq!((score.completeness, score.score), (Completeness::Complete, Some(25.0)));
        let other = Score::of(&[1.0, 0.0], &[Some(0.125), Some(1.0)], 100.0, MINIMUM_COVERAGE).unwrap();
        assert_eq!(score.lead_over(&other), Some(vec![12.5, 0.0]));
    }

    #[test]
    fn whole_parts_add_up_to_the_whole_sum() {
        assert_eq!(whole_parts(&[5.0 / 3.0, 5.0 / 3.0, 5.0 / 3.0, 5.0], &[1.0, 1.0, 1.0, 3.0]), (10, vec![2, 2, 1, 5]));
        assert_eq!(whole_parts(&[1.5, 0.5], &[1.0, 2.0]), (2, vec![1, 1]));
        assert_eq!(whole_parts(&[0.4, 0.4, 0.4], &[1.0, 1.0, 2.0]), (1, vec![0, 0, 1]));
        assert_eq!(whole_parts(&[-4.5, 4.0, 3.25, -2.25], &[]), (1, vec![-4, 4, 3, -2]));
        assert_eq!(whole_parts(&[0.1 + 0.2 + 0.7, 19.999_999_999_999], &[]), (21, vec![1, 20]));
        assert_eq!(whole_parts(&[], &[]), (0, vec![]));
    }
}

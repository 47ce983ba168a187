//! How are many criteria turned into one ranking, and how firm is it? Formulas over plain numbers, each with its source.
//!
//! | question | formula |
//! |---|---|
//! | What is a measurement worth? | [`value`] |
//! | What must be met at all? | [`gate`] |
//! | How good is a park, and what is that made of? | [`additive`] |
//! | What do comparisons in pairs say of the weights? | [`ahp`] |
//! | Where do the candidates of today differ? | [`entropy_weights`], [`critic`] |
//! | Would another school of method decide otherwise? | [`topsis`], [`vikor`], [`promethee`], [`agreement`] |
//! | How firm is the order? | [`stability`], [`acceptability`] |
//!
//! Alternatives (parks) are rows, criteria are columns, weights stand in the order of the columns. `None` is undefined,
//! which is never 0. Nothing here knows what a criterion means, reads a scenario or rounds for the screen.

pub mod acceptability;
pub mod additive;
pub mod agreement;
pub mod ahp;
pub mod critic;
pub mod entropy_weights;
pub mod gate;
pub mod promethee;
pub mod ranking;
pub mod stability;
pub mod topsis;
pub mod value;
pub mod vikor;

/// Two numbers this close, in parts of the larger one (or of 1), are the same: rounding decides nothing.
const SLACK: f64 = 1e-12;

/// Which values of a criterion are better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
}

impl Better {
    /// `value` turned so that more is better.
    fn upward(self, value: f64) -> f64 {
        match self {
            Self::More => value,
            Self::Less => -value,
        }
    }
}

/// The columns of `matrix`; `None` unless it has rows, all of them `criteria` finite numbers long.
fn columns(matrix: &[Vec<f64>], criteria: usize) -> Option<Vec<Vec<f64>>> {
    let is_whole = |row: &Vec<f64>| row.len() == criteria && row.iter().all(|value| value.is_finite());
    if matrix.is_empty() || criteria == 0 || !matrix.iter().all(is_whole) {
        return None;
    }
    Some((0..criteria).map(|at| matrix.iter().filter_map(|row| row.get(at).copied()).collect()).collect())
}

/// The smallest and the largest of `values`; infinite and crossed when there are none.
fn range(values: &[f64]) -> (f64, f64) {
    values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(*value), high.max(*value)))
}

/// Whether all of a column is one number, up to rounding.
fn is_constant(low: f64, high: f64) -> bool {
    high - low <= SLACK * low.abs().max(high.abs())
}

/// `sum_j w_j v_j`.
fn dot(weights: &[f64], values: &[f64]) -> f64 {
    weights.iter().zip(values).map(|(weight, value)| weight * value).sum()
}

/// `parts` scaled to the sum 1; `None` when one is below 0 or not finite, or all are 0.
fn normalised(parts: &[f64]) -> Option<Vec<f64>> {
    let sum: f64 = parts.iter().sum();
    let is_sound = parts.iter().all(|part| *part >= 0.0) && sum > 0.0 && sum.is_finite();
    is_sound.then(|| parts.iter().map(|part| part / sum).collect())
}

/// A number of things as a float.
#[expect(clippy::cast_precision_loss, reason = "no list of criteria, parks or draws is as long as 2^52")]
fn count(length: usize) -> f64 {
    length as f64
}

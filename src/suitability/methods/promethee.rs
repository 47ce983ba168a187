//! Who wins more pairwise comparisons than he loses, small differences ignored? PROMETHEE II, for agreement only.
//!
//! Source: Brans and Vincke 1985; Brans, Vincke and Mareschal 1986.

use super::{Better, SLACK, columns, count, ranking};

/// How strongly a difference `d` in favour of one alternative is preferred, 0 to 1. Thresholds are in the unit of the
/// criterion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Preference {
    /// Any difference counts in full.
    Usual,
    /// A difference above `q` counts in full.
    UShape {
        /// Indifferent up to here, inclusive.
        q: f64,
    },
    /// `d / p`, in full from `p` on.
    VShape {
        /// Full preference from here.
        p: f64,
    },
    /// A half above `q`, in full above `p`.
    Level {
        /// Indifferent up to here, inclusive.
        q: f64,
        /// A half up to here, inclusive.
        p: f64,
    },
    /// `(d - q) / (p - q)`, in full from `p` on.
    Linear {
        /// Indifferent up to here, inclusive.
        q: f64,
        /// Full preference from here.
        p: f64,
    },
    /// `1 - exp(-d² / 2 s²)`.
    Gaussian {
        /// The difference at the point of inflection.
        s: f64,
    },
}

impl Preference {
    /// The preference of a difference `d`, 0 to 1; 0 for a difference that is not in favour. `slack` is the part of the
    /// difference that is rounding. Thresholds that leave no slope between them make a step.
    fn of(self, d: f64, slack: f64) -> f64 {
        let step = |at: f64| f64::from(u8::from(d > at + slack));
        match self {
            Self::UShape { q } => step(q.max(0.0)),
            Self::VShape { p } => slope(d, 0.0, p).unwrap_or_else(|| step(0.0)),
            Self::Level { q, p } => f64::midpoint(step(q.max(0.0)), step(p.max(q).max(0.0))),
            Self::Linear { q, p } => slope(d, q, p).map_or_else(|| step(q.max(0.0)), |part| part * step(0.0)),
            Self::Gaussian { s } if s > 0.0 => step(0.0) * (1.0 - (-d * d / (2.0 * s * s)).exp()),
            Self::Usual | Self::Gaussian { .. } => step(0.0),
        }
    }
}

/// The way of `d` from `from` to `to`, 0 to 1; `None` when there is no way between them.
fn slope(d: f64, from: f64, to: f64) -> Option<f64> {
    (to > from).then(|| ((d - from) / (to - from)).clamp(0.0, 1.0))
}

/// Flows of all alternatives, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Promethee {
    /// Mean preference over the others, 0 to 1 for weights that add up to 1.
    pub positive: Vec<f64>,
    /// Mean preference of the others over it.
    pub negative: Vec<f64>,
    /// Positive less negative flow, -1 to 1; adds up to 0 over all alternatives.
    pub net: Vec<f64>,
    /// Rank by the net flow, 1 for the largest, ties share.
    pub ranks: Vec<usize>,
}

impl Promethee {
    /// `pi(a, b) = sum_j w_j P_j(d_j)`, flows are its means over the `m - 1` others.
    ///
    /// `weights`, `better` and `preferences` stand in the order of the columns; weights usually add up to 1. `None` for
    /// fewer than two alternatives or when the lists do not fit. Costs alternatives² × criteria.
    pub fn of(matrix: &[Vec<f64>], weights: &[f64], better: &[Better], preferences: &[Preference]) -> Option<Self> {
        if weights.len() != better.len() || weights.len() != preferences.len() || matrix.len() < 2 {
            return None;
        }
        let others = count(matrix.len() - 1);
        let (mut positive, mut negative) = (vec![0.0; matrix.len()], vec![0.0; matrix.len()]);
        for (column, ((weight, better), preference)) in
            columns(matrix, weights.len())?.iter().zip(weights.iter().zip(better).zip(preferences))
        {
            for (a, plus) in column.iter().zip(&mut positive) {
                for (b, minus) in column.iter().zip(&mut negative) {
                    let slack = SLACK * a.abs().max(b.abs());
                    let part = weight * preference.of(better.upward(a - b), slack) / others;
                    *plus += part;
                    *minus += part;
                }
            }
        }
        let net: Vec<f64> = positive.iter().zip(&negative).map(|(plus, minus)| plus - minus).collect();
        let ranks = ranking::ranks(&net);
        Some(Self { positive, negative, net, ranks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(preference: Preference, differences: [f64; 5]) -> Vec<f64> {
        differences.map(|d| preference.of(d, SLACK)).to_vec()
    }

    #[test]
    fn a_threshold_is_indifferent_at_q_and_full_at_p() {
        let around = [-1.0, 0.0, 1.0, 2.0, 3.0];
        assert_eq!(at(Preference::Usual, around), [0.0, 0.0, 1.0, 1.0, 1.0]);
        assert_eq!(at(Preference::UShape { q: 1.0 }, around), [0.0, 0.0, 0.0, 1.0, 1.0]);
        assert_eq!(at(Preference::VShape { p: 2.0 }, around), [0.0, 0.0, 0.5, 1.0, 1.0]);
        assert_eq!(at(Preference::Level { q: 1.0, p: 2.0 }, around), [0.0, 0.0, 0.0, 0.5, 1.0]);
        assert_eq!(at(Preference::Linear { q: 1.0, p: 3.0 }, around), [0.0, 0.0, 0.0, 0.5, 1.0]);
        let bell = at(Preference::Gaussian { s: 1.0 }, around);
        assert!((bell[2] - (1.0 - (-0.5_f64).exp())).abs() < 1e-12);
    }

    #[test]
    fn thresholds_without_a_slope_make_a_step() {
        assert_eq!(at(Preference::VShape { p: 0.0 }, [-1.0, 0.0, 0.1, 1.0, 2.0]), [0.0, 0.0, 1.0, 1.0, 1.0]);
        assert_eq!(at(Preference::Linear { q: 1.0, p: 1.0 }, [0.0, 0.9, 1.0, 1.1, 2.0]), [0.0, 0.0, 0.0, 1.0, 1.0]);
    }

    #[test]
    fn identical_rows_tie_and_one_row_is_undefined() {
        let table = [vec![0.3, 0.5], vec![0.1 + 0.2, 0.5], vec![0.2, 0.4]];
        let of = |rows| Promethee::of(rows, &[0.5, 0.5], &[Better::More; 2], &[Preference::Usual; 2]);
        let flows = of(&table).unwrap();
        assert_eq!(flows.ranks, [1, 1, 3]);
        assert!(flows.net.iter().sum::<f64>().abs() < 1e-12);
        assert_eq!(of(&table[..1]), None);
    }
}

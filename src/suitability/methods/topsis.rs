//! How near is a park to the best of this list, how far from the worst of it? TOPSIS with vector normalisation, for
//! agreement only: it depends on the list at hand and does not split into parts.
//!
//! Source: Hwang and Yoon 1981. Libraries that default to min-max can name another winner.

use super::{Better, columns, range, ranking};

/// Distances and closeness of all alternatives, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Topsis {
    /// Euclidean distance to the ideal alternative.
    pub to_ideal: Vec<f64>,
    /// Euclidean distance to the anti-ideal alternative.
    pub to_anti_ideal: Vec<f64>,
    /// `D- / (D+ + D-)`, 0 (worst) to 1 (best); `None` when all alternatives are alike.
    pub closeness: Option<Vec<f64>>,
    /// Rank by closeness, 1 for the closest, ties share; `None` with the closeness.
    pub ranks: Option<Vec<usize>>,
}

impl Topsis {
    /// `r = x / sqrt(sum x²)` by column (0 where the column is 0), `v = w r`, ideal and anti-ideal by direction.
    ///
    /// `weights` usually add up to 1; the distances grow with them, the closeness does not. `None` when the rows do not
    /// fit the weights and directions, or there are none.
    pub fn of(matrix: &[Vec<f64>], weights: &[f64], better: &[Better]) -> Option<Self> {
        if weights.len() != better.len() {
            return None;
        }
        let columns = columns(matrix, weights.len())?;
        let (mut ideal, mut anti) = (vec![0.0; matrix.len()], vec![0.0; matrix.len()]);
        for (column, (weight, better)) in columns.iter().zip(weights.iter().zip(better)) {
            let norm = column.iter().map(|x| x * x).sum::<f64>().sqrt();
            let scaled = |x: &f64| if norm > 0.0 { better.upward(weight * x / norm) } else { 0.0 };
            let values: Vec<f64> = column.iter().map(scaled).collect();
            let (worst, best) = range(&values);
            for ((value, ideal), anti) in values.iter().zip(&mut ideal).zip(&mut anti) {
                *ideal += (best - value) * (best - value);
                *anti += (value - worst) * (value - worst);
            }
        }
        let root = |squares: Vec<f64>| squares.into_iter().map(f64::sqrt).collect::<Vec<f64>>();
        let (to_ideal, to_anti_ideal) = (root(ideal), root(anti));
        let close = |(plus, minus): (&f64, &f64)| (plus + minus > 0.0).then(|| minus / (plus + minus));
        let closeness: Option<Vec<f64>> = to_ideal.iter().zip(&to_anti_ideal).map(close).collect();
        let ranks = closeness.as_ref().map(|closeness| ranking::ranks(closeness));
        Some(Self { to_ideal, to_anti_ideal, closeness, ranks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_is_undefined_and_a_column_of_zeros_adds_nothing() {
        let alike = Topsis::of(&[vec![2.0, 1.0], vec![2.0, 1.0]], &[0.5, 0.5], &[Better::More; 2]).unwrap();
        assert_eq!((alike.closeness, alike.ranks, alike.to_ideal), (None, None, vec![0.0, 0.0]));
        let better = [Better::Less, Better::More];
        let zeros = Topsis::of(&[vec![1.0, 0.0], vec![3.0, 0.0]], &[0.5, 0.5], &better).unwrap();
        assert_eq!((zeros.closeness, zeros.ranks), (Some(vec![1.0, 0.0]), Some(vec![1, 2])));
        assert_eq!(Topsis::of(&[], &[1.0], &[Better::More]), None);
    }
}

//! Who wins most comparisons in pairs? Copeland's score, which knows no trade-off between indicators at all.
//!
//! Sources: Copeland 1951; Munda and Nardo 2009. It sees only which of two is larger, not by how much. Where majorities go
//! round in a circle the units in it come out equal, which is what the data say.

use crate::analysis::{SLACK, at, undefined::Undefined};

/// Comparisons of every unit with every other.
#[derive(Debug, Clone, PartialEq)]
pub struct Copeland {
    /// Weight of the indicators in which the row's unit beats the column's, half of it where they are equal; 0 to 1, and
    /// 0 on the diagonal.
    pub outrank: Vec<Vec<f64>>,
    /// Comparisons won less those lost, a win being more than half of the weight; from `1 - n` to `n - 1`.
    pub scores: Vec<i32>,
}

impl Copeland {
    /// Compares the units, which are the rows of `matrix`; its columns are the indicators, more being better in each.
    ///
    /// Undefined when a row is not as long as `weights`, a number is none, or the weights add up to 0. Takes time with the
    /// square of the number of units.
    pub fn of(matrix: &[Vec<f64>], weights: &[f64]) -> Result<Self, Undefined> {
        if matrix.iter().any(|row| row.len() != weights.len()) {
            return Err(Undefined::UnequalLists);
        }
        if !matrix.iter().flatten().all(|value| value.is_finite()) {
            return Err(Undefined::NotAnAmount);
        }
        let weight = super::super::sum_of(weights)?;
        if weight <= 0.0 {
            return Err(Undefined::NoWeight);
        }
        let beats = |a: &[f64], b: &[f64]| {
            let part = |(place, weight): (usize, &f64)| {
                let lead = at(a, place) - at(b, place);
                let slack = SLACK * at(a, place).abs().max(1.0);
                weight
                    * if lead > slack {
                        1.0
                    } else if lead >= -slack {
                        0.5
                    } else {
                        0.0
                    }
            };
            weights.iter().enumerate().map(part).sum::<f64>() / weight
        };
        let row = |(here, a): (usize, &Vec<f64>)| {
            let each = matrix.iter().enumerate();
            each.map(|(there, b)| if here == there { 0.0 } else { beats(a, b) }).collect::<Vec<f64>>()
        };
        let outrank: Vec<Vec<f64>> = matrix.iter().enumerate().map(row).collect();
        let won = |(here, row): (usize, &Vec<f64>)| {
            let others = row.iter().enumerate().filter(|(there, _)| *there != here);
            others.map(|(_, part)| i32::from(*part > 0.5 + SLACK) - i32::from(*part < 0.5 - SLACK)).sum()
        };
        let scores = outrank.iter().enumerate().map(won).collect();
        Ok(Self { outrank, scores })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weightier_indicator_decides_and_equality_counts_half() {
        let found = Copeland::of(&[vec![2.0, 1.0], vec![1.0, 9.0], vec![1.0, 1.0]], &[2.0, 1.0]).unwrap();
        assert_eq!(found.scores, [2, 0, -2]);
        assert!((found.outrank[0][1] - 2.0 / 3.0).abs() < 1e-12 && (found.outrank[0][2] - 5.0 / 6.0).abs() < 1e-12);
        assert!(found.outrank[0][0].abs() < 1e-12);
    }

    #[test]
    fn exactly_half_is_no_win_and_a_circle_is_a_tie() {
        assert_eq!(Copeland::of(&[vec![2.0, 1.0], vec![1.0, 2.0]], &[0.5, 0.5]).unwrap().scores, [0, 0]);
        let circle = [vec![1.0, 2.0, 3.0], vec![2.0, 3.0, 1.0], vec![3.0, 1.0, 2.0]];
        assert_eq!(Copeland::of(&circle, &[1.0; 3]).unwrap().scores, [0, 0, 0]);
    }

    #[test]
    fn nobody_has_no_score_and_no_weight_no_sense() {
        assert!(Copeland::of(&[], &[1.0]).unwrap().scores.is_empty());
        assert_eq!(Copeland::of(&[vec![1.0]], &[0.0]), Err(Undefined::NoWeight));
        assert_eq!(Copeland::of(&[vec![1.0]], &[]), Err(Undefined::UnequalLists));
        assert_eq!(Copeland::of(&[vec![f64::NAN]], &[1.0]), Err(Undefined::NotAnAmount));
    }
}

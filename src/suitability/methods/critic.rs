//! Which criteria differ most and repeat the others least? CRITIC weights, a diagnosis like [`super::entropy_weights`].
//!
//! Source: Diakoulaki, Mavrotas and Papayannakis 1995. Some libraries and papers leave the direction out; here costs are
//! turned round, as in the source.

use super::{Better, SLACK, agreement::correlation, columns, count, is_constant, normalised, range};

/// `C_j = sd_j sum_k (1 - r_jk)` over the columns of `matrix` scaled to 0..1 by their own range, costs reversed;
/// `w_j = C_j / sum C`, 0 to 1.
///
/// A constant criterion weighs nothing and is left out of the sums. `None` when no criterion differs from the others in
/// anything, the rows do not fit `better`, or there are none.
pub fn critic_weights(matrix: &[Vec<f64>], better: &[Better]) -> Option<Vec<f64>> {
    let scaled: Vec<Option<Vec<f64>>> =
        columns(matrix, better.len())?.iter().zip(better).map(|(column, better)| scaled(column, *better)).collect();
    let information = |column: &Option<Vec<f64>>| {
        column.as_ref().map_or(0.0, |column| {
            let differences = scaled.iter().flatten().filter_map(|other| correlation(column, other)).map(|r| 1.0 - r);
            deviation(column) * differences.filter(|difference| *difference > SLACK).sum::<f64>()
        })
    };
    normalised(&scaled.iter().map(information).collect::<Vec<f64>>())
}

/// The column from 0 (worst) to 1 (best); `None` when it is constant.
fn scaled(column: &[f64], better: Better) -> Option<Vec<f64>> {
    let (low, high) = range(column);
    let part = |value: &f64| match better {
        Better::More => (value - low) / (high - low),
        Better::Less => (high - value) / (high - low),
    };
    (!is_constant(low, high)).then(|| column.iter().map(part).collect())
}

/// Standard deviation over all of `values`.
fn deviation(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / count(values.len());
    (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count(values.len())).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_criterion_weighs_nothing() {
        let table = [vec![1.0, 5.0, 3.0], vec![2.0, 5.0, 9.0], vec![4.0, 5.0, 4.0]];
        let weights = critic_weights(&table, &[Better::More, Better::More, Better::Less]).unwrap();
        assert!(weights[1].abs() < 1e-12 && (weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn two_criteria_weigh_as_they_spread() {
        let table = [vec![0.0, 0.0], vec![0.5, 1.0], vec![1.0, 0.0], vec![0.5, 0.0]];
        let weights = critic_weights(&table, &[Better::More, Better::More]).unwrap();
        let [a, b] = [[0.0, 0.5, 1.0, 0.5], [0.0, 1.0, 0.0, 0.0]].map(|column| deviation(&column));
        assert!((weights[0] - a / (a + b)).abs() < 1e-12);
    }

    #[test]
    fn direction_matters_and_no_information_is_undefined() {
        let table = [vec![1.0, 2.0], vec![2.0, 4.0], vec![3.0, 6.0]];
        assert_eq!(critic_weights(&table, &[Better::More, Better::More]), None);
        assert!(critic_weights(&table, &[Better::More, Better::Less]).is_some());
        assert_eq!(critic_weights(&table[..1], &[Better::More, Better::More]), None);
        assert_eq!(critic_weights(&table, &[Better::More]), None);
    }
}

//! Where do the candidates differ most today? Entropy weights (熵权法), a diagnosis and never the weights of a score:
//! they measure spread among the candidates of the day, not importance, and move whenever one is added.
//!
//! Source: Shannon 1948; Zeleny 1982.

use super::{columns, count, is_constant, normalised, range};

/// Contrast of the criteria among the alternatives.
#[derive(Debug, Clone, PartialEq)]
pub struct EntropyWeights {
    /// `d_j = 1 - E_j` by criterion, 0 (all alike) to 1; `None` for a column with a negative value or without a sum.
    pub divergence: Vec<Option<f64>>,
    /// `d_j / sum d`; `None` when a divergence is undefined or no criterion shows any contrast.
    pub weights: Option<Vec<f64>>,
}

impl EntropyWeights {
    /// `p_aj = x_aj / sum_a x_aj`, `E_j = -sum_a p ln p / ln m` with `0 ln 0 = 0`, over the `m` rows of `matrix`.
    ///
    /// Free of scale but not of a shift (kelvin and degrees give other weights), and blind to direction. `None` for fewer
    /// than two alternatives, rows of unequal length or no criterion.
    pub fn of(matrix: &[Vec<f64>]) -> Option<Self> {
        let columns = columns(matrix, matrix.first()?.len())?;
        let most = count(matrix.len()).ln();
        if matrix.len() < 2 {
            return None;
        }
        let divergence: Vec<Option<f64>> = columns.iter().map(|column| divergence(column, most)).collect();
        let all: Option<Vec<f64>> = divergence.iter().copied().collect();
        Some(Self { divergence, weights: all.and_then(|all| normalised(&all)) })
    }
}

fn divergence(column: &[f64], most: f64) -> Option<f64> {
    let shares = normalised(column)?;
    let (low, high) = range(column);
    if is_constant(low, high) {
        return Some(0.0);
    }
    let entropy: f64 = shares.iter().filter(|share| **share > 0.0).map(|share| -share * share.ln()).sum();
    Some((1.0 - entropy / most).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_contrast_is_undefined_and_never_equal_weights() {
        let flat = EntropyWeights::of(&[vec![0.1, 7.0], vec![0.1, 7.0], vec![0.1, 7.0]]).unwrap();
        assert_eq!(flat, EntropyWeights { divergence: vec![Some(0.0), Some(0.0)], weights: None });
    }

    #[test]
    fn negative_values_and_empty_columns_are_undefined() {
        let odd = EntropyWeights::of(&[vec![1.0, -1.0, 0.0], vec![0.0, 2.0, 0.0]]).unwrap();
        assert_eq!(odd, EntropyWeights { divergence: vec![Some(1.0), None, None], weights: None });
        assert_eq!(EntropyWeights::of(&[vec![1.0, 2.0]]), None);
        assert_eq!(EntropyWeights::of(&[]), None);
    }
}

//! Is an indicator too lopsided to be used as it is? Skewness and kurtosis of a sample, and the flag that they raise.
//!
//! Sources: Joanes and Gill 1998 for G1 and G2; the limits of the flag are those of the COIN tool of the JRC.
//! A flagged indicator is to be capped or put on a logarithmic scale, and the reader is to be told so.

use super::{mean_and_deviation, present};
use crate::analysis::{count, undefined::Undefined};

/// Skewness beyond which, in either direction, a list may hold outliers.
const SKEWNESS_LIMIT: f64 = 2.0;

/// Excess kurtosis beyond which a list may hold outliers.
const KURTOSIS_LIMIT: f64 = 3.5;

/// `G1 = n / ((n-1)(n-2)) sum z³`, corrected for the size of the sample: 0 when symmetric, above 0 with a tail of large
/// values.
///
/// Undefined for fewer than three values and when all are equal.
pub fn skewness(values: &[Option<f64>]) -> Result<f64, Undefined> {
    let known = present(values)?;
    if known.len() < 3 {
        return Err(Undefined::TooFew(3));
    }
    let n = count(known.len());
    Ok(n / ((n - 1.0) * (n - 2.0)) * powers(&known, 3)?)
}

/// `G2 = n(n+1) / ((n-1)(n-2)(n-3)) sum z⁴ - 3(n-1)² / ((n-2)(n-3))`, the excess over the bell curve, corrected for the
/// size of the sample.
///
/// Undefined for fewer than four values and when all are equal.
pub fn kurtosis(values: &[Option<f64>]) -> Result<f64, Undefined> {
    let known = present(values)?;
    if known.len() < 4 {
        return Err(Undefined::TooFew(4));
    }
    let n = count(known.len());
    let below = (n - 2.0) * (n - 3.0);
    Ok(n * (n + 1.0) / ((n - 1.0) * below) * powers(&known, 4)? - 3.0 * (n - 1.0).powi(2) / below)
}

/// Whether the list may hold outliers: `|G1| > 2` and `G2 > 3.5`. Undefined as [`kurtosis`] is.
pub fn has_outliers(values: &[Option<f64>]) -> Result<bool, Undefined> {
    Ok(kurtosis(values)? > KURTOSIS_LIMIT && skewness(values)?.abs() > SKEWNESS_LIMIT)
}

/// `sum z^power`.
fn powers(known: &[f64], power: i32) -> Result<f64, Undefined> {
    let (mean, deviation) = mean_and_deviation(known)?;
    Ok(known.iter().map(|value| ((value - mean) / deviation).powi(power)).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The list with all its values there.
    fn all(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    #[test]
    fn one_large_value_makes_a_tail_on_its_side() {
        let mut list = all(&[1.0, 2.0, 2.0, 3.0, 40.0]);
        list.push(None);
        assert!(skewness(&list).unwrap() > 2.0 && has_outliers(&list).unwrap());
        let turned: Vec<Option<f64>> = list.iter().map(|value| value.map(|value| -value)).collect();
        assert!((skewness(&turned).unwrap() + skewness(&list).unwrap()).abs() < 1e-12);
        assert!(has_outliers(&turned).unwrap());
    }

    #[test]
    fn even_steps_are_symmetric_and_flat() {
        let list = all(&[1.0, 2.0, 3.0, 4.0, 5.0]);
        assert!(skewness(&list).unwrap().abs() < 1e-12 && (kurtosis(&list).unwrap() + 1.2).abs() < 1e-12);
        assert_eq!(has_outliers(&list), Ok(false));
    }

    #[test]
    fn too_few_or_equal_values_have_no_shape() {
        let both = |values: &[f64]| (skewness(&all(values)), kurtosis(&all(values)).map(|_| ()));
        assert_eq!(both(&[]), (Err(Undefined::TooFew(3)), Err(Undefined::TooFew(4))));
        assert_eq!(both(&[1.0, 2.0, 3.0]).1, Err(Undefined::TooFew(4)));
        assert_eq!(both(&[6.0; 4]), (Err(Undefined::NoSpread), Err(Undefined::NoSpread)));
    }
}

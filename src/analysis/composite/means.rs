//! What are several values together? Weighted means, from full compensation to little.
//!
//! Each leaves out values that are missing and spreads their weight over the rest. For positive values harmonic <= geometric
//! <= arithmetic: the further down, the less a strong value makes up for a weak one. Weights are trade-offs here, not
//! importances. Source: Nardo et al. 2008, section 6.

use crate::analysis::undefined::Undefined;

/// `sum w x / sum w`.
///
/// Undefined without data, when the weights of what is there add up to 0, and when a weight is negative.
pub fn arithmetic(values: &[Option<f64>], weights: &[f64]) -> Result<f64, Undefined> {
    let (pairs, weight) = weighted(values, weights)?;
    Ok(pairs.iter().map(|(value, weight)| weight * value).sum::<f64>() / weight)
}

/// `exp(sum w ln x / sum w)`. Undefined as [`arithmetic`] is, and when a value is not above 0.
pub fn geometric(values: &[Option<f64>], weights: &[f64]) -> Result<f64, Undefined> {
    let (pairs, weight) = positive(values, weights)?;
    Ok((pairs.iter().map(|(value, weight)| weight * value.ln()).sum::<f64>() / weight).exp())
}

/// `sum w / sum (w / x)`. Undefined as [`geometric`] is.
pub fn harmonic(values: &[Option<f64>], weights: &[f64]) -> Result<f64, Undefined> {
    let (pairs, weight) = positive(values, weights)?;
    Ok(weight / pairs.iter().map(|(value, weight)| weight / value).sum::<f64>())
}

/// The values that are there, each with its weight, and the sum of these weights, which is above 0.
type Weighted = (Vec<(f64, f64)>, f64);

fn weighted(values: &[Option<f64>], weights: &[f64]) -> Result<Weighted, Undefined> {
    if values.len() != weights.len() {
        return Err(Undefined::UnequalLists);
    }
    let pairs: Vec<(f64, f64)> =
        values.iter().zip(weights).filter_map(|(value, weight)| Some(((*value)?, *weight))).collect();
    if pairs.is_empty() {
        return Err(Undefined::NoData);
    }
    let is_sound = |(value, weight): &(f64, f64)| value.is_finite() && weight.is_finite() && *weight >= 0.0;
    if !pairs.iter().all(is_sound) {
        return Err(Undefined::NotAnAmount);
    }
    let weight: f64 = pairs.iter().map(|(_, weight)| weight).sum();
    if weight > 0.0 { Ok((pairs, weight)) } else { Err(Undefined::NoWeight) }
}

fn positive(values: &[Option<f64>], weights: &[f64]) -> Result<Weighted, Undefined> {
    let found = weighted(values, weights)?;
    if found.0.iter().all(|(value, _)| *value > 0.0) { Ok(found) } else { Err(Undefined::ZeroPart) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// All three at once.
    fn all(values: &[Option<f64>], weights: &[f64]) -> [Result<f64, Undefined>; 3] {
        [arithmetic(values, weights), geometric(values, weights), harmonic(values, weights)]
    }

    #[test]
    fn what_is_missing_gives_its_weight_to_the_rest() {
        let [arithmetic, geometric, harmonic] =
            all(&[Some(1.0), None, Some(16.0)], &[3.0, 9.0, 1.0]).map(Result::unwrap);
        assert!((arithmetic - 4.75).abs() < 1e-12 && (geometric - 2.0).abs() < 1e-12);
        assert!((harmonic - 4.0 / (3.0 + 1.0 / 16.0)).abs() < 1e-12);
    }

    #[test]
    fn nothing_buys_off_a_zero_in_the_means_that_multiply() {
        let zero = Err(Undefined::ZeroPart);
        assert_eq!(all(&[Some(9.0), Some(0.0)], &[2.0, 1.0]), [Ok(6.0), zero, zero]);
    }

    #[test]
    fn no_data_no_weight_and_no_sense_are_undefined() {
        assert_eq!(all(&[], &[]), [Err(Undefined::NoData); 3]);
        assert_eq!(all(&[None], &[1.0]), [Err(Undefined::NoData); 3]);
        assert_eq!(all(&[Some(1.0), None], &[0.0, 1.0]), [Err(Undefined::NoWeight); 3]);
        assert_eq!(all(&[Some(1.0)], &[-1.0]), [Err(Undefined::NotAnAmount); 3]);
        assert_eq!(all(&[Some(1.0)], &[]), [Err(Undefined::UnequalLists); 3]);
    }

    proptest! {
        #[test]
        fn the_means_stand_in_their_order(pairs in prop::collection::vec((0.01..100.0, 0.1..10.0), 1..8)) {
            let (values, weights): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
            let values: Vec<Option<f64>> = values.into_iter().map(Some).collect();
            let [arithmetic, geometric, harmonic] = all(&values, &weights).map(Result::unwrap);
            prop_assert!(harmonic <= geometric * (1.0 + 1e-12) && geometric <= arithmetic * (1.0 + 1e-12));
        }
    }
}

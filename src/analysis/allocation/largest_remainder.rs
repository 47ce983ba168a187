//! How do shares become whole units that add up? Each gets the whole part of its quota, and what is then left goes, one unit
//! each, to the largest fractions.
//!
//! Source: Hamilton's method; Balinski and Young 1982. Equal fractions: the larger weight first, then the order of the list.
//! All is integer arithmetic, so that rounding decides nothing and the units add up exactly.

use std::cmp::Ordering;

use super::Undefined;

/// Who is first when fractions and weights are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ties {
    FirstListed,
    LastListed,
}

/// `total` whole units split by `weights`, none of them negative; the parts add up to it exactly.
///
/// Undefined when the total or a weight is negative, and when the weights add up to 0.
pub fn largest_remainder(total: i64, weights: &[i64]) -> Result<Vec<i64>, Undefined> {
    apportion(total, weights, Ties::FirstListed)
}

/// `total w / sum w`, the exact share of each before it is made whole. Undefined as [`largest_remainder`] is.
pub fn quotas(total: i64, weights: &[i64]) -> Result<Vec<f64>, Undefined> {
    let sum = sum_of_weights(total, weights)?;
    Ok(weights.iter().map(|weight| float(i128::from(total) * i128::from(*weight)) / float(sum)).collect())
}

/// The same for weights that are not whole, such as 12.5.
///
/// Weights with up to nine decimals are taken exactly; finer ones in parts of the largest, to twelve digits. Undefined as
/// [`largest_remainder`] is.
pub fn by_shares(total: i64, weights: &[f64]) -> Result<Vec<i64>, Undefined> {
    largest_remainder(total, &whole(weights)?)
}

/// The largest number up to which every whole number is a float.
const MOST_EXACT: f64 = 9_007_199_254_740_992.0;

/// A scale on which weights that have no exact one are still told apart: twelve digits.
const FINE: f64 = 1e12;

/// `weights` on a scale on which they are whole numbers. Undefined when one is negative or none.
pub fn whole(weights: &[f64]) -> Result<Vec<i64>, Undefined> {
    if !weights.iter().all(|weight| weight.is_finite() && *weight >= 0.0) {
        return Err(Undefined::NotAnAmount);
    }
    let most = weights.iter().fold(0.0_f64, |most, weight| most.max(*weight));
    let is_whole = |scale: f64| {
        let off = |weight: &f64| (weight * scale - (weight * scale).round()).abs() <= super::SLACK * (weight * scale);
        most * scale < MOST_EXACT && weights.iter().all(off)
    };
    let decimals = (0..=9).map(|decimals| 10.0_f64.powi(decimals)).find(|scale| is_whole(*scale));
    let scale = decimals.unwrap_or(FINE / most.max(f64::MIN_POSITIVE));
    Ok(weights.iter().map(|weight| integer(weight * scale)).collect())
}

pub(super) fn apportion(total: i64, weights: &[i64], ties: Ties) -> Result<Vec<i64>, Undefined> {
    let sum = sum_of_weights(total, weights)?;
    let quotas = weights.iter().map(|weight| i128::from(total) * i128::from(*weight));
    let mut parts: Vec<Part> = quotas
        .zip(weights)
        .enumerate()
        .map(|(place, (quota, weight))| Part { place, weight: *weight, units: quota / sum, rest: quota % sum })
        .collect();
    let short = i128::from(total) - parts.iter().map(|part| part.units).sum::<i128>();
    parts.sort_by(|a, b| b.rest.cmp(&a.rest).then_with(|| b.weight.cmp(&a.weight)).then_with(|| ties.order(a, b)));
    parts.iter_mut().take(usize::try_from(short).unwrap_or(0)).for_each(|part| part.units += 1);
    parts.sort_by_key(|part| part.place);
    parts.iter().map(|part| i64::try_from(part.units).map_err(|_| Undefined::OutOfRange)).collect()
}

struct Part {
    place: usize,
    weight: i64,
    units: i128,
    /// What the quota is above the units, in parts of the sum of the weights.
    rest: i128,
}

impl Ties {
    fn order(self, a: &Part, b: &Part) -> Ordering {
        match self {
            Self::FirstListed => a.place.cmp(&b.place),
            Self::LastListed => b.place.cmp(&a.place),
        }
    }
}

fn sum_of_weights(total: i64, weights: &[i64]) -> Result<i128, Undefined> {
    if total < 0 || weights.iter().any(|weight| *weight < 0) {
        return Err(Undefined::NotAnAmount);
    }
    let sum = weights.iter().map(|weight| i128::from(*weight)).sum();
    if sum > 0 { Ok(sum) } else { Err(Undefined::NoWeight) }
}

#[expect(clippy::cast_precision_loss, reason = "a quota that is shown, not one that is split by")]
fn float(number: i128) -> f64 {
    number as f64
}

#[expect(clippy::cast_possible_truncation, reason = "below 2^53")]
fn integer(number: f64) -> i64 {
    number.round() as i64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_largest_fractions_get_what_is_left() {
        assert_eq!(largest_remainder(10, &[1, 2, 4]), Ok(vec![1, 3, 6]));
        assert_eq!(largest_remainder(6, &[1, 2, 3]), Ok(vec![1, 2, 3]));
        assert_eq!(quotas(10, &[1, 4]), Ok(vec![2.0, 8.0]));
    }

    #[test]
    fn equal_fractions_go_to_the_larger_weight_then_to_the_first() {
        assert_eq!(largest_remainder(10, &[1, 1, 1, 3]), Ok(vec![2, 2, 1, 5]));
        assert_eq!(largest_remainder(2, &[1, 3]), Ok(vec![0, 2]));
        assert_eq!(apportion(3, &[1, 1], Ties::LastListed), Ok(vec![1, 2]));
    }

    #[test]
    fn totals_and_weights_may_be_as_large_as_they_get() {
        let most = i64::MAX;
        assert_eq!(largest_remainder(most, &[most, most]), Ok(vec![most / 2 + 1, most / 2]));
        assert_eq!(largest_remainder(most, &[0, most]), Ok(vec![0, most]));
    }

    #[test]
    fn no_weight_and_less_than_nothing_are_undefined() {
        assert_eq!(largest_remainder(5, &[]), Err(Undefined::NoWeight));
        assert_eq!(largest_remainder(5, &[0, 0]), Err(Undefined::NoWeight));
        assert_eq!(largest_remainder(-5, &[1]), Err(Undefined::NotAnAmount));
        assert_eq!(largest_remainder(5, &[2, -1]), Err(Undefined::NotAnAmount));
        assert_eq!(largest_remainder(0, &[2, 1]), Ok(vec![0, 0]));
        assert_eq!(by_shares(5, &[f64::NAN]), Err(Undefined::NotAnAmount));
        assert_eq!(by_shares(5, &[0.0]), Err(Undefined::NoWeight));
    }

    #[test]
    fn decimals_split_as_whole_weights_do() {
        assert_eq!(whole(&[12.5, 0.1, 87.4]), Ok(vec![125, 1, 874]));
        assert_eq!(by_shares(3, &[0.1, 0.1]), largest_remainder(3, &[1, 1]));
        assert_eq!(by_shares(100, &[1.0 / 3.0, 2.0 / 3.0]), Ok(vec![33, 67]));
        assert_eq!(by_shares(10, &[std::f64::consts::PI * 1e-20; 5]), Ok(vec![2; 5]));
    }

    proptest! {
        #[test]
        fn the_units_add_up_and_are_less_than_one_off(
            total in 0_i64..1_000_000_000_000_000,
            weights in prop::collection::vec(0_i64..1_000_000, 1..9),
        ) {
            prop_assume!(weights.iter().sum::<i64>() > 0);
            let found = largest_remainder(total, &weights).unwrap();
            prop_assert_eq!(found.iter().sum::<i64>(), total);
            let sum = weights.iter().map(|weight| i128::from(*weight)).sum::<i128>();
            for (units, weight) in found.iter().zip(&weights) {
                let off = i128::from(*units) * sum - i128::from(total) * i128::from(*weight);
                prop_assert!(off.abs() < sum);
            }
        }
    }
}

//! Where does each value of a list stand among the others? Min-max and z-scores, both of which move with the list.
//!
//! Source: Nardo et al. 2008, section 5. For figures that must stay comparable from year to year use
//! [`super::goalposts`].

use super::{mean_and_deviation, present};
use crate::{analysis::undefined::Undefined, model::indicator::Better};

/// `100 (x - min) / (max - min)` over the values that are there, reversed where less is better: 0 for the worst of the
/// list, 100 for the best.
///
/// Undefined without data and when all are equal.
pub fn min_max(values: &[Option<f64>], better: Better) -> Result<Vec<Option<f64>>, Undefined> {
    let known = present(values)?;
    if known.is_empty() {
        return Err(Undefined::NoData);
    }
    let (low, high) =
        known.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(*it), high.max(*it)));
    if high - low <= super::super::SLACK * low.abs().max(high.abs()) {
        return Err(Undefined::NoSpread);
    }
    let place = |value: f64| match better {
        Better::Higher => 100.0 * (value - low) / (high - low),
        Better::Lower => 100.0 * (high - value) / (high - low),
    };
    Ok(values.iter().map(|value| value.map(place)).collect())
}

/// `(x - mean) / s` with the standard deviation of a sample (divisor `n - 1`); unbounded, 0 for the mean.
///
/// Undefined for fewer than two values and when all are equal.
pub fn z_score(values: &[Option<f64>]) -> Result<Vec<Option<f64>>, Undefined> {
    let (mean, deviation) = mean_and_deviation(&present(values)?)?;
    Ok(values.iter().map(|value| value.map(|value| (value - mean) / deviation)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_list_are_the_ends_of_the_scale_and_gaps_stay_gaps() {
        let values = [Some(2.0), None, Some(3.0), Some(12.0)];
        assert_eq!(min_max(&values, Better::Higher), Ok(vec![Some(0.0), None, Some(10.0), Some(100.0)]));
        assert_eq!(min_max(&values, Better::Lower), Ok(vec![Some(100.0), None, Some(90.0), Some(0.0)]));
    }

    #[test]
    fn z_scores_have_mean_0_and_deviation_1() {
        let found: Vec<f64> =
            z_score(&[Some(1.0), Some(1.0), None, Some(4.0)]).unwrap().into_iter().flatten().collect();
        assert!(found.iter().sum::<f64>().abs() < 1e-12);
        assert!((found.iter().map(|z| z * z).sum::<f64>() / 2.0 - 1.0).abs() < 1e-12);
    }

    #[test]
    fn equal_values_and_none_have_no_place() {
        let both = |values: &[Option<f64>]| (min_max(values, Better::Higher), z_score(values));
        assert_eq!(both(&[Some(0.1 + 0.2), Some(0.3)]), (Err(Undefined::NoSpread), Err(Undefined::NoSpread)));
        assert_eq!(both(&[None]), (Err(Undefined::NoData), Err(Undefined::NoData)));
        assert_eq!(both(&[Some(7.0)]), (Err(Undefined::NoSpread), Err(Undefined::TooFew(2))));
        assert_eq!(both(&[Some(7.0), Some(f64::NAN)]), (Err(Undefined::NotAnAmount), Err(Undefined::NotAnAmount)));
    }
}

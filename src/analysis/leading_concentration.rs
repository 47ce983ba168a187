//! How much of its output does a park make in the industries that it is meant to lead in (主导产业集中度)? And is the largest
//! industry one of them?
//!
//! Not `CR_k`: the k largest industries are in [`super::herfindahl`], whatever they are; here count those that the plan
//! designates, however small they are. A park whose largest industry is not designated has grown past its plan.

use super::{SLACK, at, total, undefined::Undefined};

/// Benchmark for development zones: 80 % (Sichuan plan of development zones, for 2015).
pub const ZONE_BENCHMARK: f64 = 0.80;

/// Benchmark for characteristic parks and clusters: 70 % (provincial "5+1" characteristic parks 2021-2023; measures of the
/// Ministry of Industry and Information Technology for characteristic clusters of small and medium firms, 2022).
pub const CLUSTER_BENCHMARK: f64 = 0.70;

/// The part of the designated industries, `sum_{i designated} x_i / sum_i x_i`, from 0 to 1.
///
/// `amounts` are outputs by industry, none negative; `is_designated` says in their order which industries count, and a
/// missing entry does not. Undefined without output and when no industry is designated.
pub fn leading_concentration(amounts: &[f64], is_designated: &[bool]) -> Result<f64, Undefined> {
    let total = total(amounts)?;
    is_any(is_designated)?;
    let leading = |(industry, amount): (usize, &f64)| if counts(is_designated, industry) { *amount } else { 0.0 };
    Ok((amounts.iter().enumerate().map(leading).sum::<f64>() / total).min(1.0))
}

/// Whether the largest industry is a designated one; of several that are equally large, one suffices.
///
/// Arguments and undefined cases as for [`leading_concentration`].
pub fn is_largest_designated(amounts: &[f64], is_designated: &[bool]) -> Result<bool, Undefined> {
    total(amounts)?;
    is_any(is_designated)?;
    let largest = amounts.iter().copied().fold(0.0, f64::max);
    Ok((0..amounts.len()).any(|industry| at(amounts, industry) >= largest && counts(is_designated, industry)))
}

/// Whether a concentration reaches a benchmark; exactly counts.
pub fn reaches(concentration: f64, benchmark: f64) -> bool {
    concentration >= benchmark - SLACK
}

fn counts(is_designated: &[bool], industry: usize) -> bool {
    is_designated.get(industry) == Some(&true)
}

fn is_any(is_designated: &[bool]) -> Result<(), Undefined> {
    if is_designated.contains(&true) { Ok(()) } else { Err(Undefined::NoDesignation) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::herfindahl::concentration_ratio;

    #[test]
    fn the_designated_count_and_not_the_largest() {
        let output = [10.0, 60.0, 25.0, 5.0];
        let designated = [true, false, true, true];
        assert!((leading_concentration(&output, &designated).unwrap() - 0.4).abs() < 1e-12);
        assert!((concentration_ratio(&output, 3).unwrap() - 0.95).abs() < 1e-12);
        assert_eq!(is_largest_designated(&output, &designated), Ok(false));
        assert_eq!(is_largest_designated(&output, &[false, true]), Ok(true));
    }

    #[test]
    fn one_of_several_largest_suffices() {
        assert_eq!(is_largest_designated(&[4.0, 4.0, 1.0], &[false, true, false]), Ok(true));
        assert_eq!(is_largest_designated(&[4.0, 4.0, 1.0], &[false, false, true]), Ok(false));
    }

    #[test]
    fn a_designated_industry_that_makes_nothing_is_zero_not_undefined() {
        assert_eq!(leading_concentration(&[4.0, 0.0], &[false, true]), Ok(0.0));
        assert_eq!(leading_concentration(&[4.0], &[false, false, true]), Ok(0.0));
        assert_eq!(leading_concentration(&[4.0, 1.0], &[true, true]), Ok(1.0));
    }

    #[test]
    fn without_output_or_designation_there_is_nothing_to_say() {
        for output in [[].as_slice(), &[0.0, 0.0]] {
            assert_eq!(leading_concentration(output, &[true]), Err(Undefined::NoTotal));
            assert_eq!(is_largest_designated(output, &[true]), Err(Undefined::NoTotal));
        }
        for designated in [[].as_slice(), &[false, false]] {
            assert_eq!(leading_concentration(&[3.0, 1.0], designated), Err(Undefined::NoDesignation));
            assert_eq!(is_largest_designated(&[3.0, 1.0], designated), Err(Undefined::NoDesignation));
        }
        assert_eq!(leading_concentration(&[3.0, -1.0], &[true]), Err(Undefined::NotAnAmount));
    }

    #[test]
    fn a_benchmark_met_exactly_is_met() {
        let seven_tenths = leading_concentration(&[0.1, 0.6, 0.3], &[true, true]).unwrap() - f64::EPSILON;
        assert!(
            seven_tenths < CLUSTER_BENCHMARK
                && reaches(seven_tenths, CLUSTER_BENCHMARK)
                && !reaches(seven_tenths, ZONE_BENCHMARK)
        );
        assert!(!reaches(0.699_999, CLUSTER_BENCHMARK));
    }
}

//! How evenly is a park made up (多样性)? Shannon entropy, evenness and the effective number of trades; how unequal are
//! parts: Theil's T and the mean log deviation.
//!
//! Sources: Shannon 1948; Theil 1967. "Theil" names both of the last two in the literature: T weighs by shares, the mean
//! log deviation (Theil's L) counts every part alike. All depend on how finely trades are told apart; entropy split by
//! depth is [`super::variety`].

use std::f64::consts::LN_2;

use super::{SLACK, count, shares, total, undefined::Undefined};

/// `share ln(1 / share)`, and 0 for a share of 0.
fn surprise(share: f64) -> f64 {
    if share > 0.0 { share * share.recip().ln() } else { 0.0 }
}

/// `H = -sum s ln s` in nats, from 0 (one makes everything) to ln n (all equal); undefined without a total.
///
/// `amounts` are sizes of any unit, none negative; 0 ln 0 is 0.
pub fn shannon(amounts: &[f64]) -> Result<f64, Undefined> {
    Ok(shares(amounts)?.into_iter().map(surprise).sum())
}

/// [`shannon`] in bits: `H / ln 2`.
pub fn shannon_bits(amounts: &[f64]) -> Result<f64, Undefined> {
    shannon(amounts).map(|nats| nats / LN_2)
}

/// `H / ln n`, from 0 (one makes everything) to 1 (all equal); undefined without a total and for one category.
pub fn evenness(amounts: &[f64]) -> Result<f64, Undefined> {
    let nats = shannon(amounts)?;
    let most = count(amounts.len()).ln();
    if most < SLACK { Err(Undefined::OneCategory) } else { Ok((nats / most).min(1.0)) }
}

/// `exp H`: how many equal trades would be as diverse, from 1 to n; undefined without a total.
pub fn effective_number(amounts: &[f64]) -> Result<f64, Undefined> {
    shannon(amounts).map(f64::exp)
}

/// Theil's T, `ln n - H`, from 0 (all equal) to ln n (one has everything); undefined without a total.
pub fn theil_t(amounts: &[f64]) -> Result<f64, Undefined> {
    Ok((count(amounts.len()).ln() - shannon(amounts)?).max(0.0))
}

/// The mean of `ln(mean / x)`, from 0 (all equal) upwards without bound; undefined without a total and with a part of 0.
pub fn mean_log_deviation(amounts: &[f64]) -> Result<f64, Undefined> {
    let number = count(amounts.len());
    let mean = total(amounts)? / number;
    if amounts.iter().any(|amount| *amount <= 0.0) {
        return Err(Undefined::ZeroPart);
    }
    Ok((amounts.iter().map(|amount| (mean / amount).ln()).sum::<f64>() / number).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_near(found: Result<f64, Undefined>, wanted: f64) -> bool {
        (found.unwrap() - wanted).abs() < 1e-12
    }

    #[test]
    fn halves_and_quarters_are_whole_bits() {
        let parts = [4.0, 2.0, 1.0, 1.0];
        assert!(is_near(shannon_bits(&parts), 1.75) && is_near(shannon(&parts), 1.75 * LN_2));
        assert!(is_near(evenness(&parts), 0.875) && is_near(effective_number(&parts), 2.0_f64.powf(1.75)));
        assert!(is_near(theil_t(&parts), 0.25 * LN_2) && is_near(mean_log_deviation(&parts), 0.25 * LN_2));
    }

    #[test]
    fn the_two_of_theil_differ() {
        let parts = [9.0, 1.0];
        assert!(is_near(theil_t(&parts), 0.9 * 1.8_f64.ln() + 0.1 * 0.2_f64.ln()));
        assert!(is_near(mean_log_deviation(&parts), -0.5 * (1.8_f64.ln() + 0.2_f64.ln())));
    }

    #[test]
    fn a_part_of_zero_adds_nothing_but_has_no_logarithm() {
        assert_eq!(shannon(&[3.0, 1.0, 0.0]), shannon(&[3.0, 1.0]));
        assert!(evenness(&[3.0, 1.0, 0.0]).unwrap() < evenness(&[3.0, 1.0]).unwrap());
        assert_eq!(mean_log_deviation(&[3.0, 1.0, 0.0]), Err(Undefined::ZeroPart));
    }

    #[test]
    fn one_category_has_no_evenness_and_all_in_one_has_none() {
        assert_eq!(evenness(&[5.0]), Err(Undefined::OneCategory));
        assert_eq!((shannon(&[5.0]), theil_t(&[5.0]), mean_log_deviation(&[5.0])), (Ok(0.0), Ok(0.0), Ok(0.0)));
        assert_eq!((evenness(&[0.0, 5.0]), effective_number(&[0.0, 5.0])), (Ok(0.0), Ok(1.0)));
        assert!(shannon(&[5.0]).unwrap().is_sign_positive());
    }

    #[test]
    fn equal_parts_never_pass_the_bounds() {
        for parts in [[0.1; 3].as_slice(), &[0.7; 7], &[1.3; 49]] {
            assert!(evenness(parts).unwrap() <= 1.0 && is_near(evenness(parts), 1.0));
            assert!(theil_t(parts).unwrap() >= 0.0 && mean_log_deviation(parts).unwrap() >= 0.0);
        }
    }

    #[test]
    fn nothing_is_undefined() {
        for of in [shannon, shannon_bits, evenness, effective_number, theil_t, mean_log_deviation] {
            assert_eq!((of(&[]), of(&[0.0, 0.0])), (Err(Undefined::NoTotal), Err(Undefined::NoTotal)));
            assert_eq!(of(&[2.0, -1.0]), Err(Undefined::NotAnAmount));
        }
    }
}

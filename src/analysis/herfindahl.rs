//! How much hangs on a few? The Herfindahl index, its normalised form, the effective number of trades, and the share of
//! the largest ones (`CR_k`).
//!
//! Sources: Hirschman 1945; Herfindahl 1950. Antitrust tables print the index times 10,000. What the *designated* trades
//! make is another question: [`super::leading_concentration`].

use super::{SLACK, count, shares, undefined::Undefined};

/// `H = sum s²`, from 1/n (all equal) to 1 (one makes everything); undefined without a total.
///
/// `amounts` are sizes of any unit, none negative; those of 0 count among the `n`.
pub fn herfindahl(amounts: &[f64]) -> Result<f64, Undefined> {
    Ok(shares(amounts)?.iter().map(|share| share * share).sum::<f64>().min(1.0))
}

/// `(H - 1/n) / (1 - 1/n)`, from 0 (all equal) to 1 (one makes everything), so that lists of unequal length compare.
///
/// Undefined without a total and for one category.
pub fn normalised(amounts: &[f64]) -> Result<f64, Undefined> {
    let index = herfindahl(amounts)?;
    let least = count(amounts.len()).recip();
    if least > 1.0 - SLACK { Err(Undefined::OneCategory) } else { Ok(((index - least) / (1.0 - least)).max(0.0)) }
}

/// `1 / H`: how many equal trades would be as concentrated, from 1 to n; undefined without a total.
pub fn effective_number(amounts: &[f64]) -> Result<f64, Undefined> {
    herfindahl(amounts).map(f64::recip)
}

/// `CR_k`, the share of the `k` largest, from 0 to 1; all of them when there are fewer. Undefined without a total.
pub fn concentration_ratio(amounts: &[f64], k: usize) -> Result<f64, Undefined> {
    let mut shares = shares(amounts)?;
    shares.sort_by(|a, b| b.total_cmp(a));
    Ok(shares.iter().take(k).fold(0.0, |sum, share| sum + share).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All four at once.
    fn all(amounts: &[f64]) -> [Result<f64, Undefined>; 4] {
        [herfindahl(amounts), normalised(amounts), effective_number(amounts), concentration_ratio(amounts, 2)]
    }

    #[test]
    fn lopsided_parts_give_the_squares_of_their_shares() {
        let [index, normalised, number, two] = all(&[1.0, 7.0, 0.0, 2.0]).map(Result::unwrap);
        assert!((index - 0.54).abs() < 1e-12 && (normalised - 0.29 / 0.75).abs() < 1e-12);
        assert!((number - 1.0 / 0.54).abs() < 1e-12 && (two - 0.9).abs() < 1e-12);
    }

    #[test]
    fn equal_parts_are_as_many_as_they_are() {
        let [index, normalised, number, two] = all(&[0.1; 3]).map(Result::unwrap);
        assert!((index - 1.0 / 3.0).abs() < 1e-12 && normalised.abs() < 1e-12);
        assert!((number - 3.0).abs() < 1e-12 && (two - 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn one_category_cannot_be_normalised_but_one_of_several_can() {
        assert_eq!(all(&[5.0]), [Ok(1.0), Err(Undefined::OneCategory), Ok(1.0), Ok(1.0)]);
        assert_eq!(all(&[0.0, 5.0]), [Ok(1.0); 4]);
    }

    #[test]
    fn nothing_is_undefined_and_so_is_less_than_nothing() {
        assert_eq!(all(&[]), [Err(Undefined::NoTotal); 4]);
        assert_eq!(all(&[0.0, 0.0]), [Err(Undefined::NoTotal); 4]);
        assert_eq!(all(&[3.0, -1.0]), [Err(Undefined::NotAnAmount); 4]);
        assert_eq!(all(&[3.0, f64::NAN]), [Err(Undefined::NotAnAmount); 4]);
        assert_eq!(all(&[f64::MAX, f64::MAX]), [Err(Undefined::NotAnAmount); 4]);
    }

    #[test]
    fn the_largest_are_found_wherever_they_stand() {
        let ratio = |k| concentration_ratio(&[2.0, 5.0, 1.0, 2.0], k).unwrap();
        assert_eq!((ratio(0), ratio(1)), (0.0, 0.5));
        assert!((ratio(3) - 0.9).abs() < 1e-12 && (ratio(9) - 1.0).abs() < 1e-12);
    }
}

//! How is the yearly tax of a moved project split to the fen (利税分成)? The base of the year, the term that the year falls
//! in, and whole fen that add up.
//!
//! The base is what is kept locally less the incentives paid, and not below 0: a bad year is not carried over. The odd fen
//! goes to the larger fraction, on equal ones to the larger percentage, then to the party listed last, which is the host.

use super::{
    Undefined,
    largest_remainder::{Ties, apportion},
};

/// `base_fen` split by `weights`, such as percentages, of any number of parties; the parts add up to it exactly.
///
/// Undefined when the base or a weight is negative, and when the weights add up to 0.
pub fn split(base_fen: i64, weights: &[i64]) -> Result<Vec<i64>, Undefined> {
    apportion(base_fen, weights, Ties::LastListed)
}

/// `max(0, tax - incentives)`.
pub fn base(tax_fen: i64, incentives_fen: i64) -> i64 {
    tax_fen.saturating_sub(incentives_fen).max(0)
}

/// Years in which a split holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// First year, 1 for the first of the ledger.
    pub from: usize,
    /// Last year, counted.
    pub to: usize,
    /// Weight of each party, the host's last.
    pub weights: Vec<i64>,
}

/// One year of the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaxYear {
    /// Tax that is kept locally, fen.
    pub tax_fen: i64,
    /// Incentives paid, fen.
    pub incentives_fen: i64,
}

/// One year of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerYear {
    /// What is split, fen.
    pub base_fen: i64,
    /// What each party has of it, the host last, fen.
    pub shares_fen: Vec<i64>,
}

/// The ledger of `years`, the first of which is year 1, among `parties`, of which the last is the host.
///
/// Outside of all terms the host keeps all; where terms overlap the one listed first holds. Undefined without parties, when
/// a term has not one weight for each, and where [`split`] is.
pub fn ledger(parties: usize, terms: &[Term], years: &[TaxYear]) -> Result<Vec<LedgerYear>, Undefined> {
    let others = parties.checked_sub(1).ok_or(Undefined::NobodyToCompare)?;
    if terms.iter().any(|term| term.weights.len() != parties) {
        return Err(Undefined::UnequalLists);
    }
    let host_alone: Vec<i64> = (0..parties).map(|party| i64::from(party == others)).collect();
    let year = |(number, year): (usize, &TaxYear)| {
        let term = terms.iter().find(|term| term.from <= number && number <= term.to);
        let base_fen = base(year.tax_fen, year.incentives_fen);
        let shares_fen = split(base_fen, term.map_or(&host_alone, |term| &term.weights))?;
        Ok(LedgerYear { base_fen, shares_fen })
    };
    (1..).zip(years).map(year).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_odd_fen_goes_to_the_fraction_then_to_the_percentage_then_to_the_host() {
        assert_eq!(split(101, &[50, 50]), Ok(vec![50, 51]));
        assert_eq!(split(102, &[33, 67]), Ok(vec![34, 68]));
        assert_eq!(split(1, &[20, 30, 50]), Ok(vec![0, 0, 1]));
        assert_eq!(split(5, &[70, 30]), Ok(vec![4, 1]));
        assert_eq!(split(2, &[25, 25, 25, 25]), Ok(vec![0, 0, 1, 1]));
    }

    #[test]
    fn a_year_below_nothing_is_nothing() {
        assert_eq!([(10, 4), (10, 10), (10, 11), (i64::MIN, 1)].map(|(tax, paid)| base(tax, paid)), [6, 0, 0, 0]);
    }

    #[test]
    fn terms_hold_from_their_first_to_their_last_year_and_else_the_host() {
        let terms = [Term { from: 2, to: 3, weights: vec![3, 1] }, Term { from: 3, to: 4, weights: vec![1, 1] }];
        let years = [100, 100, 100, 100, 100].map(|tax_fen| TaxYear { tax_fen, incentives_fen: 0 });
        let shares: Vec<i64> = ledger(2, &terms, &years).unwrap().iter().map(|year| year.shares_fen[0]).collect();
        assert_eq!(shares, [0, 75, 75, 50, 0]);
    }

    #[test]
    fn nobody_has_no_ledger_and_weights_must_fit() {
        let term = Term { from: 1, to: 1, weights: vec![1] };
        assert_eq!(ledger(0, &[], &[]), Err(Undefined::NobodyToCompare));
        assert_eq!(ledger(2, &[term], &[]), Err(Undefined::UnequalLists));
        assert_eq!(ledger(2, &[], &[]), Ok(vec![]));
        assert_eq!(split(5, &[0, 0]), Err(Undefined::NoWeight));
        assert_eq!(split(-5, &[1, 1]), Err(Undefined::NotAnAmount));
    }

    proptest! {
        #[test]
        fn the_shares_add_up_to_the_base(
            base in 0_i64..1_000_000_000_000_000_000,
            weights in prop::collection::vec(0_i64..10_000, 1..6),
        ) {
            prop_assume!(weights.iter().any(|weight| *weight > 0));
            prop_assert_eq!(split(base, &weights).unwrap().iter().sum::<i64>(), base);
        }
    }
}

//! Is a trade stronger here than elsewhere? The location quotient (区位熵), its symmetric form and the mark from which
//! a place counts as specialised.
//!
//! Sources: Florence 1939; Balassa 1965; symmetric form: Dalum, Laursen and Villumsen 1998. A small place has huge
//! quotients: whoever shows one shows the share and the number of firms beside it.

use super::{SLACK, share};

/// From this quotient on a trade counts as advantaged in Chinese practice.
pub const ADVANTAGED: f64 = 1.25;

/// The share of a trade here over its share in the reference: `(X_pi / X_p) / (X_i / X)`.
///
/// `own` is the size of the trade here and `own_total` that of all trades here; `of_reference` and `reference_total` are
/// the same two of the reference region, which contains the place. All four in one unit, none negative.
///
/// From 0 to `reference_total / own_total`; 1 means as strong as in the reference. `None` when the place, the trade or
/// the reference has no size: there is then nothing to compare.
pub fn location_quotient(own: f64, own_total: f64, of_reference: f64, reference_total: f64) -> Option<f64> {
    let here = share(own, own_total)?;
    let there = share(of_reference, reference_total)?;
    share(here, there)
}

/// The quotient on an even scale, `(LQ - 1) / (LQ + 1)`: from -1 (absent) over 0 (as in the reference) towards 1.
pub fn symmetric(quotient: f64) -> f64 {
    if quotient.is_infinite() { 1.0 } else { (quotient - 1.0) / (quotient + 1.0) }
}

/// Whether a quotient makes the place specialised: 1 or more; exactly 1 counts, an undefined quotient does not.
pub fn is_specialised(quotient: Option<f64>) -> bool {
    quotient.is_some_and(|quotient| quotient >= 1.0 - SLACK)
}

/// Whether a quotient makes the trade advantaged: 1.25 or more.
pub fn is_advantaged(quotient: f64) -> bool {
    quotient >= ADVANTAGED - SLACK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_shares_are_one_and_count_as_specialised() {
        let equal = location_quotient(3.0, 30.0, 7.0, 70.0);
        assert!(is_specialised(equal) && (equal.unwrap() - 1.0).abs() < SLACK);
        assert!(symmetric(equal.unwrap()).abs() < SLACK);
        assert!(!is_specialised(location_quotient(2.9, 30.0, 7.0, 70.0)));
    }

    #[test]
    fn nothing_to_compare_is_undefined_and_absent_is_zero() {
        assert_eq!(location_quotient(0.0, 0.0, 7.0, 70.0), None);
        assert_eq!(location_quotient(0.0, 30.0, 0.0, 70.0), None);
        assert_eq!(location_quotient(0.0, 30.0, 0.0, 0.0), None);
        assert_eq!(location_quotient(0.0, 30.0, 7.0, 70.0), Some(0.0));
        assert!((symmetric(0.0) + 1.0).abs() < SLACK);
        assert!(!is_specialised(None));
    }
}

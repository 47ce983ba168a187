//! How much of what its sectors need does a region buy of itself? Location quotients between sectors (SLQ, CILQ) and with
//! Flegg's correction for the size of the region (FLQ), and the trade coefficients that follow.
//!
//! Source: Flegg and Webber 1997, 2000. For a province within the nation: a park is too small, its correction tends to 0.

use std::f64::consts::LN_2;

use super::{at, reference_total, total, undefined::Undefined};

/// The usual exponent of the correction for size.
pub const DELTA: f64 = 0.25;

/// By selling sector, then buying sector.
pub type Table = Vec<Vec<Result<f64, Undefined>>>;

/// The quotients of a region.
#[derive(Debug, Clone, PartialEq)]
pub struct FleggQuotients {
    /// Simple location quotient by sector, `SLQ_i = (reg_i / reg) / (nat_i / nat)`; undefined where the nation has none.
    pub simple: Vec<Result<f64, Undefined>>,
    /// Quotient across sectors, `CILQ_ij = SLQ_i / SLQ_j`; undefined where the buying sector `j` is absent.
    pub across: Table,
    /// Correction for size, `[log2(1 + reg / nat)]^delta`, towards 0 for a small region and 1 for the whole nation.
    pub lambda: f64,
    /// `FLQ_ij`: lambda times `CILQ_ij`, and times `SLQ_i` on the diagonal; undefined where the buying sector is absent.
    pub flegg: Table,
    /// `min(1, FLQ_ij)`: a regional input coefficient is the national one times this.
    pub trade: Table,
}

impl FleggQuotients {
    /// The quotients of `region` within `nation`: sizes of the same sectors, none negative; `delta` is 0 or more, as a rule
    /// [`DELTA`].
    ///
    /// Undefined when either has no total or `delta` is out of range. Costs sectors².
    pub fn of(region: &[f64], nation: &[f64], delta: f64) -> Result<Self, Undefined> {
        let (own, all) = (total(region)?, reference_total(nation)?);
        if !(delta >= 0.0 && delta.is_finite()) {
            return Err(Undefined::OutOfRange);
        }
        let quotient = |sector: usize| {
            let (here, there) = (at(region, sector) / own, at(nation, sector) / all);
            if there > 0.0 { Ok(here / there) } else { Err(Undefined::ReferenceAbsent(sector)) }
        };
        let simple: Vec<Result<f64, Undefined>> = (0..region.len().max(nation.len())).map(quotient).collect();
        let lambda = ((own / all).ln_1p() / LN_2).powf(delta);
        let across = table(&simple, |_, seller, buyer| seller / buyer);
        let flegg = table(&simple, |is_own, seller, buyer| lambda * if is_own { seller } else { seller / buyer });
        let trade =
            flegg.iter().map(|row| row.iter().map(|entry| entry.map(|flegg| flegg.min(1.0))).collect()).collect();
        Ok(Self { simple, across, lambda, flegg, trade })
    }
}

/// `of` (whether both are one sector, quotient of the seller, quotient of the buyer) for all pairs.
fn table(simple: &[Result<f64, Undefined>], of: impl Fn(bool, f64, f64) -> f64) -> Table {
    let entry = |row: usize, seller: Result<f64, Undefined>, column: usize, buyer: Result<f64, Undefined>| {
        let (seller, buyer) = (seller?, buyer?);
        if buyer > 0.0 { Ok(of(row == column, seller, buyer)) } else { Err(Undefined::BuyerAbsent) }
    };
    let row = |(row, seller): (usize, &Result<f64, Undefined>)| {
        simple.iter().enumerate().map(|(column, buyer)| entry(row, *seller, column, *buyer)).collect()
    };
    simple.iter().enumerate().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sector_buys_of_itself_by_its_own_quotient() {
        let found = FleggQuotients::of(&[30.0, 60.0, 10.0], &[500.0, 300.0, 200.0], 0.5).unwrap();
        let lambda = 1.1_f64.log2().sqrt();
        assert!((found.lambda - lambda).abs() < 1e-12);
        let simple: Vec<f64> = found.simple.iter().map(|quotient| quotient.unwrap()).collect();
        assert!(simple.iter().zip([0.6, 2.0, 0.5]).all(|(found, wanted)| (found - wanted).abs() < 1e-12));
        assert!((found.across[0][1].unwrap() - 0.3).abs() < 1e-12 && (found.across[1][1].unwrap() - 1.0).abs() < 1e-12);
        assert!((found.flegg[0][1].unwrap() - 0.3 * lambda).abs() < 1e-12);
        assert!((found.flegg[1][1].unwrap() - 2.0 * lambda).abs() < 1e-12);
        assert_eq!((found.trade[0][1], found.trade[1][0]), (found.flegg[0][1], Ok(1.0)));
    }

    #[test]
    fn an_absent_buyer_is_undefined_and_an_absent_seller_sells_nothing() {
        let found = FleggQuotients::of(&[5.0, 0.0, 5.0], &[50.0, 50.0, 0.0], DELTA).unwrap();
        assert_eq!(found.simple, [Ok(1.0), Ok(0.0), Err(Undefined::ReferenceAbsent(2))]);
        assert_eq!((found.across[1][0], found.trade[1][0]), (Ok(0.0), Ok(0.0)));
        for table in [&found.across, &found.flegg, &found.trade] {
            assert_eq!((table[0][1], table[1][1]), (Err(Undefined::BuyerAbsent), Err(Undefined::BuyerAbsent)));
            assert_eq!(table[0][2], Err(Undefined::ReferenceAbsent(2)));
        }
    }

    #[test]
    fn the_whole_nation_needs_no_correction() {
        let found = FleggQuotients::of(&[4.0, 6.0], &[4.0, 6.0], DELTA).unwrap();
        assert!((found.lambda - 1.0).abs() < 1e-12);
        assert!((FleggQuotients::of(&[4.0, 1.0], &[40.0, 60.0], 0.0).unwrap().lambda - 1.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_to_compare_is_undefined() {
        let of = |region: &[f64], nation: &[f64], delta| FleggQuotients::of(region, nation, delta).err();
        assert_eq!(of(&[], &[5.0], DELTA), Some(Undefined::NoTotal));
        assert_eq!(of(&[5.0], &[0.0], DELTA), Some(Undefined::NoReference));
        assert_eq!(of(&[5.0, -1.0], &[9.0, 9.0], DELTA), Some(Undefined::NotAnAmount));
        assert_eq!(of(&[5.0], &[9.0], -0.1), Some(Undefined::OutOfRange));
        assert_eq!(of(&[5.0], &[9.0], f64::NAN), Some(Undefined::OutOfRange));
    }
}

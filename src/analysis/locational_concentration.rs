//! Is a trade in fewer regions than everything else (区位基尼系数)? The Hoover index, the locational Gini weighted and
//! unweighted, and the plain Gini.
//!
//! Sources: Hoover 1936; Krugman 1991; Kim 1995. Use the weighted Gini: the unweighted one lets a tiny region count as
//! much as a huge one. Neither sees plants: one large factory looks like a cluster; see [`super::ellison_glaeser`].

use super::{count, shares_beside, total, undefined::Undefined};

/// The Hoover index, `1/2 sum_r |s_r - x_r|`: the part of the industry that would have to move, from 0 (spread as the
/// reference) to below 1.
///
/// `industry` is its size by region, `reference` that of everything, both of the same regions and none negative. The
/// reference contains the industry. Undefined without a total of either, and where the industry is in a region in which
/// the reference has nothing.
pub fn hoover(industry: &[f64], reference: &[f64]) -> Result<f64, Undefined> {
    Ok(shares_beside(industry, reference)?.iter().map(|(s, x)| (s - x).abs()).sum::<f64>() / 2.0)
}

/// The locational Gini with every region at its weight, `1/2 sum_jk x_j x_k |s_j/x_j - s_k/x_k|`: twice the area between
/// the Hoover curve and the diagonal, from 0 (spread as the reference) to below 1; all in one region: `1 - x_j`.
///
/// Arguments and undefined cases as for [`hoover`]. Costs regions × log regions.
pub fn locational_gini(industry: &[f64], reference: &[f64]) -> Result<f64, Undefined> {
    Ok(area(shares_beside(industry, reference)?))
}

/// The locational Gini with every region alike: the [`gini`] of the location quotients `s_r / x_r`.
///
/// Arguments and undefined cases as for [`hoover`]; a region in which the reference has nothing is left out.
pub fn locational_gini_unweighted(industry: &[f64], reference: &[f64]) -> Result<f64, Undefined> {
    let shares = shares_beside(industry, reference)?;
    gini(&shares.iter().filter(|(_, x)| *x > 0.0).map(|(s, x)| s / x).collect::<Vec<f64>>())
}

/// The plain Gini of `amounts`, `sum_jk |x_j - x_k| / (2 n² mean)`, without regard to a reference.
///
/// From 0 (all equal) to `1 - 1/n` (one has everything); those of 0 count among the `n`. Undefined without a total. Costs
/// n log n.
pub fn gini(amounts: &[f64]) -> Result<f64, Undefined> {
    let (total, each) = (total(amounts)?, count(amounts.len()).recip());
    Ok(area(amounts.iter().map(|amount| (amount / total, each)).collect()))
}

/// `1/2 sum_jk |s_j x_k - s_k x_j|` over pairs (`s`, `x`) of shares, from the running sums in the order of `s / x`.
fn area(mut pairs: Vec<(f64, f64)>) -> f64 {
    // A place without reference has no quotient to sort by, and adds nothing.
    pairs.retain(|(_, x)| *x > 0.0);
    pairs.sort_by(|(s, x), (other_s, other_x)| (s / x).total_cmp(&(other_s / other_x)));
    let (mut area, mut sum_s, mut sum_x) = (0.0, 0.0, 0.0);
    for (s, x) in pairs {
        area += s * sum_x - x * sum_s;
        sum_s += s;
        sum_x += x;
    }
    area.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDUSTRY: [f64; 5] = [9.0, 0.0, 1.0, 70.0, 20.0];
    const REFERENCE: [f64; 5] = [30.0, 5.0, 25.0, 30.0, 10.0];

    /// The double sum of the definition.
    fn in_pairs(pairs: &[(f64, f64)]) -> f64 {
        let with =
            |(s, x): &(f64, f64)| pairs.iter().map(|(other_s, other_x)| (s * other_x - other_s * x).abs()).sum::<f64>();
        pairs.iter().map(with).sum::<f64>() / 2.0
    }

    #[test]
    fn the_running_sums_are_the_double_sum() {
        let pairs = shares_beside(&INDUSTRY, &REFERENCE).unwrap();
        let found = locational_gini(&INDUSTRY, &REFERENCE).unwrap();
        assert!((found - in_pairs(&pairs)).abs() < 1e-12 && found > 0.4);
        let plain: Vec<(f64, f64)> = INDUSTRY.iter().map(|amount| (amount / 100.0, 0.2)).collect();
        assert!((gini(&INDUSTRY).unwrap() - in_pairs(&plain)).abs() < 1e-12);
        assert!((hoover(&INDUSTRY, &REFERENCE).unwrap() - 0.5).abs() < 1e-12);
    }

    #[test]
    fn spread_as_the_reference_is_zero() {
        let half: Vec<f64> = REFERENCE.iter().map(|size| size / 7.0).collect();
        for of in [hoover, locational_gini, locational_gini_unweighted] {
            assert!(of(&half, &REFERENCE).unwrap() < 1e-12);
        }
        assert!(gini(&[0.1; 7]).unwrap() < 1e-12);
    }

    #[test]
    fn all_in_one_region_is_what_the_others_hold() {
        let one = [0.0, 0.0, 4.0, 0.0, 0.0];
        assert!((hoover(&one, &REFERENCE).unwrap() - 0.75).abs() < 1e-12);
        assert!((locational_gini(&one, &REFERENCE).unwrap() - 0.75).abs() < 1e-12);
        assert!((locational_gini_unweighted(&one, &REFERENCE).unwrap() - 0.8).abs() < 1e-12);
        assert!((gini(&one).unwrap() - 0.8).abs() < 1e-12);
    }

    #[test]
    fn a_region_without_reference_is_told_or_left_out() {
        for of in [hoover, locational_gini, locational_gini_unweighted] {
            assert_eq!(of(&[3.0, 1.0], &[5.0, 0.0]), Err(Undefined::ReferenceAbsent(1)));
            assert_eq!(of(&[3.0, 1.0, 2.0], &[5.0, 1.0]), Err(Undefined::ReferenceAbsent(2)));
            let (with, without) = (of(&[3.0, 0.0, 1.0], &[5.0, 0.0, 5.0]), of(&[3.0, 1.0], &[5.0, 5.0]));
            assert!((with.unwrap() - without.unwrap()).abs() < 1e-12);
            assert_eq!(of(&[0.0, 0.0], &[5.0, 5.0]), Err(Undefined::NoTotal));
            assert_eq!(of(&[1.0, 0.0], &[0.0, 0.0]), Err(Undefined::NoReference));
            assert_eq!(of(&[1.0, 2.0], &[-1.0, 9.0]), Err(Undefined::NotAnAmount));
        }
        assert_eq!((gini(&[]), gini(&[0.0])), (Err(Undefined::NoTotal), Err(Undefined::NoTotal)));
        assert_eq!(gini(&[8.0]), Ok(0.0));
    }
}

//! Do two trades, or a group of them, seek the same places (共同集聚)? The coagglomeration index of a pair and of a group.
//!
//! Sources: pair: Ellison, Glaeser and Kerr 2010; group: Ellison and Glaeser 1997. The group is the mean of its pairs
//! weighted by the product of their sizes. It tells what sits together, not what trades with each other, and needs many
//! regions to mean anything.

use super::{SLACK, ellison_glaeser::Map, pooled, sum_of, undefined::Undefined};

/// `gamma_ab = sum_r (s_ra - x_r) (s_rb - x_r) / (1 - sum_r x_r²)`.
///
/// `a` and `b` are the sizes of two industries by region, `reference` that of everything, none negative. Above 0: in the
/// same places more than everything is; below 0: they shun each other. Undefined without a total of any of the three, for
/// one region, and where an industry is in a region in which the reference has nothing.
pub fn pair(a: &[f64], b: &[f64], reference: &[f64]) -> Result<f64, Undefined> {
    let (a, b) = (Map::of(a, reference)?, Map::of(b, reference)?);
    let product: f64 = a.deviations.iter().zip(&b.deviations).map(|(a, b)| a * b).sum();
    Ok(product / a.divisor()?)
}

/// `gamma_c = [G / (1 - sum x²) - H - sum_i gamma_i w_i² (1 - H_i)] / (1 - sum_i w_i²)`, `w_i` the part of an industry in
/// the group, `H = sum_i w_i² H_i`.
///
/// `industries` holds the sizes by region for each industry, `reference` that of everything, none negative. The
/// concentration `H_i` of the plants cancels (`gamma_i (1 - H_i) = G_i / (1 - sum x²) - H_i`), so that no plant need be
/// known. An industry of no size is left out. Undefined without a total, for one industry, for one region, and where the
/// group is in a region in which the reference has nothing.
pub fn group(industries: &[Vec<f64>], reference: &[f64]) -> Result<f64, Undefined> {
    let sizes = industries.iter().map(|sizes| sum_of(sizes)).collect::<Result<Vec<f64>, Undefined>>()?;
    let whole = Map::of(&pooled(industries), reference)?;
    let spread = whole.divisor()?;
    let all: f64 = sizes.iter().sum();
    let (mut raw, mut squares) = (whole.raw, 0.0);
    for (industry, size) in industries.iter().zip(sizes).filter(|(_, size)| *size > 0.0) {
        let square = (size / all) * (size / all);
        raw -= square * Map::of(industry, reference)?.raw;
        squares += square;
    }
    let mixed = 1.0 - squares;
    if mixed > SLACK { Ok(raw / spread / mixed) } else { Err(Undefined::OneIndustry) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ellison_glaeser::gamma;

    const REFERENCE: [f64; 4] = [400.0, 250.0, 200.0, 150.0];

    fn industries() -> Vec<Vec<f64>> {
        vec![vec![6.0, 2.0, 1.0, 1.0], vec![5.0, 300.0, 15.0, 50.0], vec![50.0, 10.0, 40.0, 0.0], vec![0.0; 4]]
    }

    #[test]
    fn the_group_is_the_weighted_mean_of_its_pairs() {
        let industries = industries();
        let (mut sum, mut weights) = (0.0, 0.0);
        for (at, a) in industries.iter().enumerate().take(3) {
            for b in industries.iter().take(3).skip(at + 1) {
                let weight = a.iter().sum::<f64>() * b.iter().sum::<f64>();
                sum += weight * pair(a, b, &REFERENCE).unwrap();
                weights += weight;
            }
        }
        let found = group(&industries, &REFERENCE).unwrap();
        assert!((found - sum / weights).abs() < 1e-12 && found.abs() > 0.01);
    }

    #[test]
    fn the_plants_cancel_in_the_published_form() {
        let industries = &industries()[..3];
        let sizes: Vec<f64> = industries.iter().map(|sizes| sizes.iter().sum()).collect();
        let all: f64 = sizes.iter().sum();
        let whole = Map::of(&pooled(industries), &REFERENCE).unwrap();
        for plants in [[0.12, 0.08, 0.2], [0.9, 0.3, 0.05]] {
            let (mut h, mut own, mut squares) = (0.0, 0.0, 0.0);
            for ((industry, size), plants) in industries.iter().zip(&sizes).zip(plants) {
                let square = (size / all).powi(2);
                h += square * plants;
                own += gamma(industry, plants, &REFERENCE).unwrap() * square * (1.0 - plants);
                squares += square;
            }
            let published = (whole.raw / whole.spread - h - own) / (1.0 - squares);
            assert!((group(industries, &REFERENCE).unwrap() - published).abs() < 1e-12);
        }
    }

    #[test]
    fn shunning_is_below_zero_and_a_pair_is_a_group_of_two() {
        let (a, b) = (vec![9.0, 1.0, 0.0, 0.0], vec![0.0, 0.0, 3.0, 7.0]);
        let found = pair(&a, &b, &REFERENCE).unwrap();
        assert!(found < -0.2);
        assert!((group(&[a, b], &REFERENCE).unwrap() - found).abs() < 1e-12);
    }

    #[test]
    fn what_cannot_be_compared_is_undefined() {
        let (a, none) = (vec![2.0, 1.0], vec![0.0, 0.0]);
        assert_eq!(pair(&a, &none, &[5.0, 5.0]), Err(Undefined::NoTotal));
        assert_eq!(pair(&a, &a, &[0.0, 0.0]), Err(Undefined::NoReference));
        assert_eq!(pair(&a, &a, &[5.0, 0.0]), Err(Undefined::ReferenceAbsent(1)));
        assert_eq!(pair(&[2.0], &[3.0], &[5.0, 0.0]), Err(Undefined::OneRegion));
        assert_eq!(group(&[], &[5.0, 5.0]), Err(Undefined::NoTotal));
        assert_eq!(group(&[a.clone(), none], &[5.0, 5.0]), Err(Undefined::OneIndustry));
        assert_eq!(group(&[vec![2.0], vec![3.0]], &[5.0]), Err(Undefined::OneRegion));
        assert_eq!(group(&[a, vec![-1.0, 3.0]], &[5.0, 5.0]), Err(Undefined::NotAnAmount));
    }
}

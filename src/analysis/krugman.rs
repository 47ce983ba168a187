//! How unlike is the mix of a park? The Krugman index (克鲁格曼指数) of two parks, of a park against all of them, and against
//! the rest.
//!
//! Source: Krugman 1991. The full sum of differences, 0 to 2, not its half; half of it is the part that would have to
//! change for the mixes to be the same, and 1 less that half is [`super::homogeneity::overlap`]. "All" contains the park
//! itself and so flatters a large one: whoever shows a figure says against whom.

use super::{add, aligned, pooled, shares, sum_of, total, undefined::Undefined};

/// `K = sum_i |s_ai - s_bi|`, from 0 (the same mix) to 2 (nothing in common); undefined when one of them has no total.
///
/// `a` and `b` are amounts or shares of the same industries in the same order, none negative.
pub fn krugman(a: &[f64], b: &[f64]) -> Result<f64, Undefined> {
    let (a, b) = (shares(a)?, shares(b)?);
    Ok(aligned(&a, &b).map(|(a, b)| (a - b).abs()).sum::<f64>().min(2.0))
}

/// Each park against the pooled total of all, itself included.
///
/// `parks` holds a row for each park, an amount for each industry. From 0 to below 2; undefined for a park without a
/// total, and for all when an amount is none. Costs parks × industries.
pub fn versus_all(parks: &[Vec<f64>]) -> Vec<Result<f64, Undefined>> {
    let all = pooled(parks);
    each(parks, |park| krugman(park, &all))
}

/// Each park against the pooled total of the others.
///
/// Arguments, cost and range as for [`versus_all`], up to 2; undefined also for a park beside which none has a total.
pub fn versus_rest(parks: &[Vec<f64>]) -> Vec<Result<f64, Undefined>> {
    let rests = others(parks);
    let mut rests = rests.iter();
    each(parks, |park| {
        let rest = rests.next().ok_or(Undefined::NobodyToCompare)?;
        total(park)?;
        total(rest).map_err(|_| Undefined::NobodyToCompare)?;
        krugman(park, rest)
    })
}

/// `of` each park, undefined for all when one amount makes the pool worthless.
fn each(parks: &[Vec<f64>], mut of: impl FnMut(&[f64]) -> Result<f64, Undefined>) -> Vec<Result<f64, Undefined>> {
    let is_sound = parks.iter().all(|park| sum_of(park).is_ok());
    parks.iter().map(|park| if is_sound { of(park) } else { Err(Undefined::NotAnAmount) }).collect()
}

/// For each park the sum of the others: of those before it and those after it, so that nothing is lost by subtraction.
fn others(parks: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let none = vec![0.0; parks.iter().map(Vec::len).max().unwrap_or(0)];
    let mut before = none.clone();
    let mut rests: Vec<Vec<f64>> = Vec::with_capacity(parks.len());
    for park in parks {
        rests.push(before.clone());
        add(&mut before, park);
    }
    let mut after = none;
    for (park, rest) in parks.iter().zip(&mut rests).rev() {
        add(rest, &after);
        add(&mut after, park);
    }
    rests
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::homogeneity::overlap;

    #[test]
    fn two_less_twice_the_overlap() {
        let (a, b) = ([50.0, 30.0, 20.0], [9.0, 7.0, 3.0, 1.0]);
        let found = krugman(&a, &b).unwrap();
        assert!((found - 0.2).abs() < 1e-12);
        assert!((found - 2.0 * (1.0 - overlap(&a, &b).unwrap())).abs() < 1e-12);
        assert_eq!(krugman(&b, &a), Ok(found));
    }

    #[test]
    fn the_same_mix_is_zero_and_a_strange_one_two() {
        assert!(krugman(&[1.0, 2.0], &[30.0, 60.0]).unwrap() < 1e-12);
        assert_eq!(krugman(&[4.0], &[0.0, 9.0]), Ok(2.0));
        assert_eq!(krugman(&[0.0], &[9.0]), Err(Undefined::NoTotal));
        assert_eq!(krugman(&[9.0], &[]), Err(Undefined::NoTotal));
    }

    #[test]
    fn the_rest_is_what_the_others_make() {
        let parks = [vec![8.0, 2.0], vec![1.0, 1.0, 2.0], vec![0.0, 0.0, 6.0]];
        let rest = versus_rest(&parks);
        assert_eq!(rest[0], krugman(&parks[0], &[1.0, 1.0, 8.0]));
        assert_eq!(rest[1], krugman(&parks[1], &[8.0, 2.0, 6.0]));
        assert_eq!(rest[2], krugman(&parks[2], &[9.0, 3.0, 2.0]));
        let all = versus_all(&parks);
        assert_eq!(all[1], krugman(&parks[1], &[9.0, 3.0, 8.0]));
        assert!(all.iter().zip(&rest).all(|(all, rest)| all.unwrap() < rest.unwrap()));
    }

    #[test]
    fn a_giant_does_not_swallow_the_rest() {
        let parks = [vec![3e15, 0.0], vec![0.1, 0.3], vec![0.0, 0.0]];
        assert_eq!(versus_rest(&parks)[0], krugman(&[1.0, 0.0], &[0.1, 0.3]));
    }

    #[test]
    fn nobody_to_compare_with_and_nothing_to_compare() {
        let lonely = [vec![3.0, 1.0], vec![0.0, 0.0], vec![]];
        let none = Err(Undefined::NoTotal);
        assert_eq!(versus_all(&lonely), [Ok(0.0), none, none]);
        assert_eq!(versus_rest(&lonely), [Err(Undefined::NobodyToCompare), none, none]);
        assert_eq!(versus_rest(&[vec![0.0], vec![]]), [none; 2]);
        let unsound = [vec![3.0, 1.0], vec![9.0, -1.0]];
        assert_eq!(versus_all(&unsound), [Err(Undefined::NotAnAmount); 2]);
        assert_eq!(versus_rest(&unsound), [Err(Undefined::NotAnAmount); 2]);
    }
}

//! What does each get of a pool that is too small for the claims? Five rules; they differ in whom they protect.
//!
//! Sources: O'Neill 1982; Aumann and Maschler 1985; Thomson 2019. Equal awards protect small claimants, equal losses large
//! ones; the Talmud does the one below half of all claims and the other above it. A pool that is enough pays all in full
//! under every rule, and the rest is [`left_over`].

use super::{
    MOST_PARTIES, Undefined,
    floors_caps::{Part, proportional as filled},
    shapley::{members, shapley},
    sum_of,
};
use crate::analysis::at;

/// What the claims leave of the pool, 0 or more. Undefined, as are all rules here, when an amount is negative or none.
pub fn left_over(pool: f64, claims: &[f64]) -> Result<f64, Undefined> {
    let (_, sum) = checked(pool, claims)?;
    Ok((pool - sum).max(0.0))
}

/// Proportional: `E d_i / D`.
pub fn proportional(pool: f64, claims: &[f64]) -> Result<Vec<f64>, Undefined> {
    let (paid, sum) = checked(pool, claims)?;
    Ok(claims.iter().map(|claim| if sum > 0.0 { paid * claim / sum } else { 0.0 }).collect())
}

/// Constrained equal awards: `min(d_i, L)`.
pub fn equal_awards(pool: f64, claims: &[f64]) -> Result<Vec<f64>, Undefined> {
    let (paid, _) = checked(pool, claims)?;
    let part = |claim: &f64| Part { weight: 1.0, floor: 0.0, cap: Some(*claim) };
    let filling = filled(paid, &claims.iter().map(part).collect::<Vec<Part>>())?;
    filling.shares.ok_or(Undefined::OutOfRange)
}

/// Constrained equal losses: `max(0, d_i - L)`.
pub fn equal_losses(pool: f64, claims: &[f64]) -> Result<Vec<f64>, Undefined> {
    let (paid, sum) = checked(pool, claims)?;
    let losses = equal_awards((sum - paid).max(0.0), claims)?;
    Ok(claims.iter().zip(losses).map(|(claim, loss)| (claim - loss).max(0.0)).collect())
}

/// The Talmud: equal awards of half of the claims up to half of their sum, beyond it the claims less equal awards of their
/// halves of what is lacking.
pub fn talmud(pool: f64, claims: &[f64]) -> Result<Vec<f64>, Undefined> {
    let (paid, sum) = checked(pool, claims)?;
    let halves: Vec<f64> = claims.iter().map(|claim| claim / 2.0).collect();
    if paid <= sum / 2.0 {
        return equal_awards(paid, &halves);
    }
    let losses = equal_awards((sum - paid).max(0.0), &halves)?;
    Ok(claims.iter().zip(losses).map(|(claim, loss)| (claim - loss).max(0.0)).collect())
}

/// Random arrival: first come, first served, the mean over all orders. It is the Shapley value of what each group can take
/// when it comes first.
///
/// Exact for up to [`MOST_PARTIES`] claims, undefined for more.
pub fn random_arrival(pool: f64, claims: &[f64]) -> Result<Vec<f64>, Undefined> {
    checked(pool, claims)?;
    if claims.is_empty() {
        return Ok(Vec::new());
    }
    if claims.len() > MOST_PARTIES {
        return Err(Undefined::OutOfRange);
    }
    let taken = |group: usize| members(group).fold(0.0, |sum, party| sum + at(claims, party)).min(pool);
    shapley(&(0..1_usize << claims.len()).map(taken).collect::<Vec<f64>>())
}

/// What is paid in all, and the sum of the claims.
fn checked(pool: f64, claims: &[f64]) -> Result<(f64, f64), Undefined> {
    let sum = sum_of(claims)?;
    if pool.is_finite() && pool >= 0.0 { Ok((pool.min(sum), sum)) } else { Err(Undefined::NotAnAmount) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Rule = fn(f64, &[f64]) -> Result<Vec<f64>, Undefined>;

    const RULES: [Rule; 5] = [proportional, equal_awards, equal_losses, talmud, random_arrival];

    #[test]
    fn the_talmud_divides_as_it_is_written() {
        let claims = [100.0, 200.0, 300.0];
        let third = 100.0 / 3.0;
        for (pool, expected) in [(100.0, [third; 3]), (200.0, [50.0, 75.0, 75.0]), (300.0, [50.0, 100.0, 150.0])] {
            let found = talmud(pool, &claims).unwrap();
            assert!(found.iter().zip(expected).all(|(got, wanted)| (got - wanted).abs() < 1e-9), "{found:?}");
        }
    }

    #[test]
    fn equal_awards_protect_the_small_and_equal_losses_the_large() {
        let claims = [10.0, 90.0];
        assert_eq!(equal_awards(40.0, &claims), Ok(vec![10.0, 30.0]));
        assert_eq!(equal_losses(40.0, &claims), Ok(vec![0.0, 40.0]));
        assert_eq!(proportional(40.0, &claims), Ok(vec![4.0, 36.0]));
        assert_eq!(random_arrival(40.0, &claims), Ok(vec![5.0, 35.0]));
    }

    #[test]
    fn a_pool_that_is_just_enough_pays_in_full_and_the_rest_is_left() {
        for rule in RULES {
            for pool in [100.0, 107.0] {
                let found = rule(pool, &[10.0, 0.0, 90.0]).unwrap();
                assert!(found.iter().zip([10.0, 0.0, 90.0]).all(|(got, wanted)| (got - wanted).abs() < 1e-12));
            }
        }
        assert_eq!((left_over(100.0, &[10.0, 90.0]), left_over(107.0, &[10.0, 90.0])), (Ok(0.0), Ok(7.0)));
    }

    #[test]
    fn nobody_claims_nothing_and_nonsense_is_undefined() {
        for rule in RULES {
            assert_eq!(rule(5.0, &[]), Ok(vec![]));
            assert_eq!(rule(5.0, &[0.0, 0.0]), Ok(vec![0.0, 0.0]));
            assert_eq!(rule(5.0, &[1.0, -1.0]), Err(Undefined::NotAnAmount));
            assert_eq!(rule(-5.0, &[1.0]), Err(Undefined::NotAnAmount));
        }
        assert_eq!(random_arrival(5.0, &[1.0; 11]), Err(Undefined::OutOfRange));
    }

    proptest! {
        #[test]
        fn every_rule_pays_the_pool_and_nobody_more_than_claimed(
            part in 0.0..1.2,
            claims in prop::collection::vec(0.0..100.0, 1..7),
        ) {
            let sum: f64 = claims.iter().sum();
            for rule in RULES {
                let found = rule(part * sum, &claims).unwrap();
                prop_assert!((found.iter().sum::<f64>() - sum.min(part * sum)).abs() < 1e-7);
                prop_assert!(found.iter().zip(&claims).all(|(got, claim)| *got >= -1e-9 && *got <= claim + 1e-7));
            }
        }
    }
}

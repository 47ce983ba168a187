//! Who pays for which step of a shared facility? Sequential equal contributions: each step of cost is split equally among
//! all who need at least that step.
//!
//! Source: Littlechild and Owen 1973, for the runway of an airport; it is the Shapley value of the game in which a group
//! costs what its most demanding member costs. Who needs nothing pays nothing.

use super::{Undefined, count};

/// Users of one kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Users {
    /// How many they are.
    pub number: usize,
    /// What the facility would cost if it served their need only, 0 or more.
    pub cost: f64,
}

/// What one user of each kind pays. Over all users the fees add up to the largest cost of a kind that has users.
///
/// A kind without users brings no step of its own; its fee is the sum of the shares in those steps of others that it would
/// need. Undefined when a cost is negative or none.
pub fn fees(users: &[Users]) -> Result<Vec<f64>, Undefined> {
    if !users.iter().all(|kind| kind.cost.is_finite() && kind.cost >= 0.0) {
        return Err(Undefined::NotAnAmount);
    }
    let mut steps: Vec<f64> = users.iter().filter(|kind| kind.number > 0).map(|kind| kind.cost).collect();
    steps.sort_by(f64::total_cmp);
    steps.dedup();
    let sharing = |step: f64| users.iter().filter(|kind| kind.cost >= step).map(|kind| kind.number).sum::<usize>();
    let fee = |kind: &Users| {
        let needed = steps.iter().take_while(|step| **step <= kind.cost);
        let (fee, _) =
            needed.fold((0.0, 0.0), |(fee, below), step| (fee + (step - below) / count(sharing(*step)), *step));
        fee
    };
    Ok(users.iter().map(fee).collect())
}

/// What all users pay together: the largest cost of a kind that has users, 0 without any.
pub fn total(users: &[Users]) -> f64 {
    users.iter().filter(|kind| kind.number > 0).fold(0.0, |most, kind| most.max(kind.cost))
}

#[cfg(test)]
mod tests {
    use super::{
        super::shapley::{members, shapley},
        *,
    };

    fn kinds(pairs: &[(usize, f64)]) -> Vec<Users> {
        pairs.iter().map(|(number, cost)| Users { number: *number, cost: *cost }).collect()
    }

    #[test]
    fn each_step_is_shared_by_those_who_need_it() {
        // 3 users share 6; the two larger ones share the step of 4; the one largest kind's step of 10 is its own.
        assert_eq!(fees(&kinds(&[(1, 20.0), (1, 6.0), (1, 10.0)])), Ok(vec![14.0, 2.0, 4.0]));
        assert_eq!(fees(&kinds(&[(5, 10.0), (1, 16.0), (4, 0.0)])), Ok(vec![10.0 / 6.0, 10.0 / 6.0 + 6.0, 0.0]));
    }

    #[test]
    fn equal_needs_pay_the_same_and_no_need_pays_nothing() {
        assert_eq!(fees(&kinds(&[(1, 6.0), (2, 6.0), (1, 0.0)])), Ok(vec![2.0, 2.0, 0.0]));
        assert_eq!((fees(&[]), total(&[])), (Ok(vec![]), 0.0));
        assert_eq!(fees(&kinds(&[(0, 6.0)])), Ok(vec![0.0]));
        assert_eq!(fees(&kinds(&[(1, -1.0)])), Err(Undefined::NotAnAmount));
    }

    #[test]
    fn the_fees_are_the_shapley_value_of_the_most_demanding_member() {
        let costs = [8.0, 11.0, 13.0, 18.0];
        let of = |coalition: usize| members(coalition).map(|user| costs[user]).fold(0.0, f64::max);
        let worths: Vec<f64> = (0..1 << costs.len()).map(of).collect();
        let users = kinds(&costs.map(|cost| (1, cost)));
        let found = fees(&users).unwrap();
        for (fee, value) in found.iter().zip(shapley(&worths).unwrap()) {
            assert!((fee - value).abs() < 1e-12);
        }
        assert!((found.iter().sum::<f64>() - total(&users)).abs() < 1e-12);
    }
}

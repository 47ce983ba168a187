//! How is a budget split in proportion, with a least and a most for each? Water-filling: one level for all, cut where it
//! meets a floor or a cap.
//!
//! The same filling, with other floors and caps, is at the bottom of [`super::nash`] and [`super::claims`].

use super::{SLACK, Undefined};

/// One party.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Its weight, 0 or more; with 0 it has its floor.
    pub weight: f64,
    /// The least that it gets, 0 or more.
    pub floor: f64,
    /// The most that it gets; `None` without limit.
    pub cap: Option<f64>,
}

impl Part {
    /// `min(cap, max(floor, level weight))`.
    fn at(&self, level: f64) -> f64 {
        (level * self.weight).max(self.floor).min(self.cap.unwrap_or(f64::INFINITY))
    }

    /// The levels at which the part begins to grow and ceases to.
    fn breaks(&self) -> impl Iterator<Item = f64> {
        let (weight, ends) = (self.weight, [Some(self.floor), self.cap]);
        ends.into_iter().flatten().filter(move |_| weight > 0.0).map(move |end| end / weight)
    }

    fn is_sound(&self) -> bool {
        let is_amount = |amount: f64| amount.is_finite() && amount >= 0.0;
        is_amount(self.weight)
            && is_amount(self.floor)
            && self.cap.is_none_or(|cap| is_amount(cap) && cap >= self.floor)
    }
}

/// How a budget is split.
#[derive(Debug, Clone, PartialEq)]
pub struct Filling {
    /// What each gets; `None` when the floors alone are more than the budget.
    pub shares: Option<Vec<f64>>,
    /// Amount for each unit of weight, where neither floor nor cap cuts it; `None` without shares.
    pub level: Option<f64>,
    /// What the floors need beyond the budget, else 0.
    pub shortfall: f64,
    /// What is left when every cap is reached, else 0.
    pub left_over: f64,
}

/// `x_i = min(cap_i, max(floor_i, L w_i))` with the level `L` at which the shares add up to `budget`.
///
/// Undefined when a figure is negative or none, or a cap is below its floor.
pub fn proportional(budget: f64, parts: &[Part]) -> Result<Filling, Undefined> {
    if !budget.is_finite() || budget < 0.0 {
        return Err(Undefined::NotAnAmount);
    }
    if !parts.iter().all(Part::is_sound) {
        return Err(Undefined::OutOfRange);
    }
    let filled = |level: f64| parts.iter().fold(0.0, |sum, part| sum + part.at(level));
    let floors = filled(0.0);
    let slack = SLACK * budget.max(1.0);
    if floors > budget + slack {
        return Ok(Filling { shares: None, level: None, shortfall: floors - budget, left_over: 0.0 });
    }
    let mut breaks: Vec<f64> = parts.iter().flat_map(Part::breaks).collect();
    breaks.sort_by(f64::total_cmp);
    // Between two breaks the sum grows evenly.
    let (mut low, mut reached) = (0.0, floors);
    let mut found = (budget <= reached + slack).then_some(low);
    for level in breaks {
        if found.is_some() {
            break;
        }
        let here = filled(level);
        if here >= budget - slack && here > reached {
            found = Some(low + (level - low) * ((budget - reached) / (here - reached)).min(1.0));
        }
        (low, reached) = (level, here);
    }
    let growing: f64 = parts.iter().filter(|part| part.cap.is_none()).map(|part| part.weight).sum();
    let beyond = || (growing > 0.0).then(|| low + (budget - reached) / growing);
    let level = found.or_else(beyond);
    let left_over = if level.is_some() { 0.0 } else { budget - reached };
    let level = level.unwrap_or(low);
    let shares = parts.iter().map(|part| part.at(level)).collect();
    Ok(Filling { shares: Some(shares), level: Some(level), shortfall: 0.0, left_over })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn part(weight: f64, floor: f64, cap: impl Into<Option<f64>>) -> Part {
        Part { weight, floor, cap: cap.into() }
    }

    #[test]
    fn what_a_cap_cuts_goes_to_the_others_and_a_floor_is_paid_by_them() {
        let found = proportional(100.0, &[part(6.0, 0.0, 30.0), part(3.0, 0.0, None), part(1.0, 25.0, None)]).unwrap();
        assert_eq!((found.shares, found.level), (Some(vec![30.0, 45.0, 25.0]), Some(15.0)));
        assert_eq!((found.shortfall, found.left_over), (0.0, 0.0));
    }

    #[test]
    fn floors_that_take_the_whole_budget_are_paid_and_a_bit_more_is_not() {
        let parts = [part(1.0, 30.0, None), part(5.0, 10.0, 10.0)];
        let exact = proportional(40.0, &parts).unwrap();
        assert_eq!((exact.shares, exact.level, exact.left_over), (Some(vec![30.0, 10.0]), Some(0.0), 0.0));
        let short = proportional(39.5, &parts).unwrap();
        assert_eq!((short.shares, short.level, short.shortfall), (None, None, 0.5));
    }

    #[test]
    fn caps_that_are_all_reached_leave_the_rest_over() {
        let parts = [part(1.0, 0.0, 30.0), part(4.0, 0.0, 20.0), part(0.0, 5.0, None)];
        let found = proportional(60.0, &parts).unwrap();
        assert_eq!((found.shares, found.level, found.left_over), (Some(vec![30.0, 20.0, 5.0]), Some(30.0), 5.0));
        let exact = proportional(55.0, &parts).unwrap();
        assert_eq!((exact.shares, exact.left_over), (Some(vec![30.0, 20.0, 5.0]), 0.0));
    }

    #[test]
    fn nobody_gets_nothing_and_nonsense_is_undefined() {
        let nobody = proportional(7.0, &[]).unwrap();
        assert_eq!((nobody.shares, nobody.left_over), (Some(vec![]), 7.0));
        assert_eq!(proportional(0.0, &[part(1.0, 0.0, None)]).unwrap().shares, Some(vec![0.0]));
        assert_eq!(proportional(-1.0, &[]), Err(Undefined::NotAnAmount));
        assert_eq!(proportional(1.0, &[part(1.0, 2.0, 1.0)]), Err(Undefined::OutOfRange));
        assert_eq!(proportional(1.0, &[part(-1.0, 0.0, None)]), Err(Undefined::OutOfRange));
    }

    proptest! {
        #[test]
        fn shares_and_rest_add_up_to_the_budget_and_keep_their_bounds(
            budget in 0.0..1000.0,
            parts in prop::collection::vec((0.0..10.0, 0.0..100.0, prop::option::of(0.0..200.0)), 1..8),
        ) {
            let parts: Vec<Part> =
                parts.into_iter().map(|(weight, floor, room)| part(weight, floor, room.map(|it: f64| floor + it))).collect();
            let found = proportional(budget, &parts).unwrap();
            match found.shares {
                None => prop_assert!(found.shortfall > 0.0),
                Some(shares) => {
                    prop_assert!((shares.iter().sum::<f64>() + found.left_over - budget).abs() < 1e-7);
                    for (share, part) in shares.iter().zip(&parts) {
                        prop_assert!(*share >= part.floor && part.cap.is_none_or(|cap| *share <= cap));
                    }
                }
            }
        }
    }
}

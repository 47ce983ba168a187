//! What does each party add, and would a group rather leave? The Shapley value, and the core by which it is checked.
//!
//! Sources: Shapley 1953; Gillies 1959 for the core; Bondareva 1963 and Shapley 1967 for when it is empty. The value gives
//! each party the mean of what it adds over all orders of arrival. It may leave a group with less than that group could
//! have by itself: check it.
//!
//! Worths stand in a list by coalition: the coalition of parties i, j, … is at place `2^i + 2^j + …`, so that the first
//! party alone is at 1, the second alone at 2, both together at 3. At 0 stands the empty coalition, which is worth 0.

use super::{MOST_PARTIES, SLACK, Undefined, count};

/// What worths mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Game {
    /// What a coalition can have by itself: it must not get less.
    Gain,
    /// What a coalition would have to pay by itself: it must not pay more.
    Cost,
}

/// A coalition that would rather be by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Violation {
    /// Its place in the list of worths.
    pub coalition: usize,
    /// What it gets too little, or pays too much.
    pub amount: f64,
}

/// The parties of a coalition, by its place in the list of worths.
pub fn members(coalition: usize) -> impl Iterator<Item = usize> {
    (0..MOST_PARTIES).filter(move |party| coalition >> party & 1 == 1)
}

/// Number of parties of a list of worths; undefined unless it is two to that number long, has at most
/// [`MOST_PARTIES`] of them, all finite, and begins with 0.
fn parties(worths: &[f64]) -> Result<usize, Undefined> {
    let parties = (1..=MOST_PARTIES).find(|parties| 1 << parties == worths.len()).ok_or(Undefined::OutOfRange)?;
    let is_sound = worths.iter().all(|worth| worth.is_finite()) && worths.first().is_some_and(|it| it.abs() <= SLACK);
    is_sound.then_some(parties).ok_or(Undefined::NotAnAmount)
}

/// The worth of `coalition`, 0 for one that is not listed.
fn worth(worths: &[f64], coalition: usize) -> f64 {
    super::super::at(worths, coalition)
}

/// `phi_i = sum over coalitions S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S))`: what each party adds, on
/// average over all orders. They add up to the worth of all together.
///
/// Exact for one to [`MOST_PARTIES`] parties, undefined for more. Takes `n 2^n` steps.
pub fn shapley(worths: &[f64]) -> Result<Vec<f64>, Undefined> {
    let n = parties(worths)?;
    let factorials: Vec<f64> = (0..=n).map(|last| (1..=last).map(count).product()).collect();
    let factorial = |number: usize| super::super::at(&factorials, number);
    let orders = |size: usize| factorial(size) * factorial(n - size - 1) / factorial(n);
    let value = |party: usize| {
        let without = (0..worths.len()).filter(|coalition| coalition >> party & 1 == 0);
        let added = |coalition: usize| worth(worths, coalition | 1 << party) - worth(worths, coalition);
        without.fold(0.0, |sum, coalition| sum + orders(members(coalition).count()) * added(coalition))
    };
    Ok((0..n).map(value).collect())
}

/// The coalitions that a `division` leaves worse off than by themselves, small ones first, those of one size in the order of
/// the parties; empty when the division, which gives away the worth of all together, is in the core.
///
/// Undefined as [`shapley`] is, and when the division is not as long as there are parties.
pub fn core_violations(worths: &[f64], game: Game, division: &[f64]) -> Result<Vec<Violation>, Undefined> {
    let n = parties(worths)?;
    if division.len() != n {
        return Err(Undefined::UnequalLists);
    }
    let slack = SLACK * scale(worths);
    let mut coalitions: Vec<Vec<usize>> = (1..worths.len()).map(|coalition| members(coalition).collect()).collect();
    coalitions.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    let violation = |members: &Vec<usize>| {
        let coalition = members.iter().fold(0, |sum, party| sum | 1 << party);
        let share: f64 = members.iter().map(|party| super::super::at(division, *party)).sum();
        let lack = worth(worths, coalition) - share;
        let amount = match game {
            Game::Gain => lack,
            Game::Cost => -lack,
        };
        (amount > slack).then_some(Violation { coalition, amount })
    };
    Ok(coalitions.iter().filter_map(violation).collect())
}

/// A division of the worth of all together from which no coalition would rather leave; `None` when the core is empty.
///
/// The least total that satisfies every coalition is found by linear programming (the dual is the search for balanced
/// collections of coalitions, which can always begin with the parties alone); the core is empty when that total is more
/// than there is. What is left over is split equally. Undefined as [`shapley`] is.
pub fn core_point(worths: &[f64], game: Game) -> Result<Option<Vec<f64>>, Undefined> {
    let n = parties(worths)?;
    let sign = match game {
        Game::Gain => 1.0,
        Game::Cost => -1.0,
    };
    let scale = scale(worths);
    let all = worths.len() - 1;
    let gains: Vec<f64> = worths.iter().map(|worth| sign * worth / scale).collect();
    let demands = least_satisfying(n, gains.get(..all).unwrap_or_default()).ok_or(Undefined::Singular)?;
    let left_over = worth(&gains, all) - demands.iter().sum::<f64>();
    let part = left_over / count(n);
    let point = || demands.iter().map(|demand| sign * scale * (demand + part)).collect();
    Ok((left_over >= -TOLERANCE).then(point))
}

/// The largest worth, at least in size; 1 when all are 0.
fn scale(worths: &[f64]) -> f64 {
    let most = worths.iter().fold(0.0_f64, |most, worth| most.max(worth.abs()));
    if most > 0.0 { most } else { 1.0 }
}

/// Below this a figure of the linear programme, whose worths are at most 1, is 0.
const TOLERANCE: f64 = 1e-10;

/// More exchanges than a programme of ten rows can be in need of; the rule by which they are chosen never goes in circles.
const MOST_EXCHANGES: usize = 100_000;

/// The amounts of the parties with the least sum that give each coalition (of `gains`, without that of all) what it can
/// have alone: the prices of `max sum gain(S) l(S)` with, for each party, `sum of l(S) over its coalitions = 1`.
///
/// Simplex method with Bland's rule (1977), begun with the parties alone.
fn least_satisfying(n: usize, gains: &[f64]) -> Option<Vec<f64>> {
    // A row a party: a column a coalition, then what is on the right.
    let right = gains.len();
    let cell = |party: usize, coalition: usize| if coalition >> party & 1 == 1 { 1.0 } else { 0.0 };
    let row = |party: usize| (0..right).map(|coalition| cell(party, coalition)).chain([1.0]).collect::<Vec<f64>>();
    let mut rows: Vec<Vec<f64>> = (0..n).map(row).collect();
    let mut basis: Vec<usize> = (0..n).map(|party| 1 << party).collect();
    // With one party its coalition is that of all, and there is nothing else to satisfy.
    if n == 1 {
        return Some(vec![0.0]);
    }
    // What a coalition brings beyond the price of its parties; at the right what has been reached so far, turned.
    let alone: Vec<f64> = basis.iter().map(|coalition| worth(gains, *coalition)).collect();
    let reduced = |column: usize| {
        let price: f64 = rows.iter().zip(&alone).map(|(row, gain)| worth(row, column) * gain).sum();
        worth(gains, column) - price
    };
    let mut top: Vec<f64> = (0..=right).map(reduced).collect();
    for _ in 0..MOST_EXCHANGES {
        let Some(enters) = (1..right).find(|column| worth(&top, *column) > TOLERANCE) else {
            // At the start the price of a party was its own worth; since then its column has told how it moved.
            let price = |(party, alone): (usize, &f64)| alone - worth(&top, 1 << party);
            return Some(alone.iter().enumerate().map(price).collect());
        };
        let ratio = |(place, row): (usize, &Vec<f64>)| {
            let step = worth(row, enters);
            (step > TOLERANCE).then(|| (worth(row, right) / step, basis.get(place).copied().unwrap_or(0), place))
        };
        let ratios: Vec<(f64, usize, usize)> = rows.iter().enumerate().filter_map(ratio).collect();
        let least = ratios.iter().map(|(ratio, _, _)| *ratio).min_by(f64::total_cmp)?;
        let tied = ratios.iter().filter(|(ratio, _, _)| *ratio <= least + TOLERANCE);
        let (_, _, leaves) = tied.min_by_key(|(_, coalition, _)| *coalition)?;
        exchange(&mut rows, &mut top, *leaves, enters)?;
        *basis.get_mut(*leaves)? = enters;
    }
    None
}

/// Brings the column `enters` into the basis at the row `leaves`.
fn exchange(rows: &mut [Vec<f64>], top: &mut [f64], leaves: usize, enters: usize) -> Option<()> {
    let pivot_row = rows.get_mut(leaves)?;
    let pivot = worth(pivot_row, enters);
    let scaled: Vec<f64> = pivot_row.iter().map(|cell| cell / pivot).collect();
    pivot_row.clone_from(&scaled);
    let clear = |row: &mut [f64]| {
        let factor = worth(row, enters);
        row.iter_mut().zip(&scaled).for_each(|(cell, pivot)| *cell -= factor * pivot);
    };
    rows.iter_mut().enumerate().filter(|(place, _)| *place != leaves).for_each(|(_, row)| clear(row));
    clear(top);
    Some(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// One left glove (the first party) and two right ones: a pair is worth 1.
    const GLOVES: [f64; 8] = [0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0];

    #[test]
    fn the_scarce_party_gets_most_and_the_value_is_outside_the_core() {
        let found = shapley(&GLOVES).unwrap();
        assert!((found[0] - 2.0 / 3.0).abs() < 1e-12 && (found[2] - 1.0 / 6.0).abs() < 1e-12);
        let violations = core_violations(&GLOVES, Game::Gain, &found).unwrap();
        assert_eq!(violations.iter().map(|it| it.coalition).collect::<Vec<_>>(), [3, 5]);
        assert!((violations[0].amount - 1.0 / 6.0).abs() < 1e-12);
        let point = core_point(&GLOVES, Game::Gain).unwrap().unwrap();
        assert!((point[0] - 1.0).abs() < 1e-9 && point[1].abs() < 1e-9 && point[2].abs() < 1e-9);
    }

    #[test]
    fn two_parties_share_the_surplus_equally() {
        assert_eq!(shapley(&[0.0, 40.0, 160.0, 1000.0]), Ok(vec![440.0, 560.0]));
    }

    #[test]
    fn a_core_that_is_just_not_empty_is_told_from_one_that_is() {
        let pairs = |worth: f64| [0.0, 0.0, 0.0, worth, 0.0, worth, worth, 3.0];
        let point = core_point(&pairs(2.0), Game::Gain).unwrap().unwrap();
        assert!(point.iter().all(|share| (share - 1.0).abs() < 1e-9));
        assert_eq!(core_point(&pairs(2.000_001), Game::Gain), Ok(None));
    }

    #[test]
    fn a_cost_game_looks_at_who_pays_too_much() {
        // Alone each pays 10, two together 12, all three 21: two would rather leave the third.
        let costs = [0.0, 10.0, 10.0, 12.0, 10.0, 12.0, 12.0, 21.0];
        let found = core_violations(&costs, Game::Cost, &shapley(&costs).unwrap()).unwrap();
        assert_eq!(found.iter().map(|it| it.coalition).collect::<Vec<_>>(), [3, 5, 6]);
        assert!(found.iter().all(|it| (it.amount - 2.0).abs() < 1e-12));
        assert_eq!(core_point(&costs, Game::Cost), Ok(None));
        let airport = [0.0, 8.0, 11.0, 11.0, 13.0, 13.0, 13.0, 13.0];
        assert_eq!(core_violations(&airport, Game::Cost, &shapley(&airport).unwrap()), Ok(vec![]));
        assert!(core_point(&airport, Game::Cost).unwrap().is_some());
    }

    #[test]
    fn one_party_takes_all_and_lists_of_another_length_have_no_value() {
        assert_eq!((shapley(&[0.0, 7.0]), core_point(&[0.0, 7.0], Game::Gain)), (Ok(vec![7.0]), Ok(Some(vec![7.0]))));
        assert_eq!(shapley(&[]), Err(Undefined::OutOfRange));
        assert_eq!(shapley(&[0.0]), Err(Undefined::OutOfRange));
        assert_eq!(shapley(&[0.0, 1.0, 2.0]), Err(Undefined::OutOfRange));
        assert_eq!(shapley(&vec![0.0; 2048]), Err(Undefined::OutOfRange));
        assert_eq!(shapley(&[1.0, 1.0]), Err(Undefined::NotAnAmount));
        assert_eq!(core_violations(&[0.0, 1.0], Game::Gain, &[]), Err(Undefined::UnequalLists));
        assert_eq!(core_point(&[0.0; 8], Game::Gain), Ok(Some(vec![0.0; 3])));
    }

    #[test]
    fn ten_parties_are_not_too_many() {
        // A convex game: the more, the more each adds.
        let worths: Vec<f64> = (0..1_usize << 10).map(|it| count(members(it).count()).powi(2)).collect();
        assert!(shapley(&worths).unwrap().iter().all(|share| (share - 10.0).abs() < 1e-9));
        let point = core_point(&worths, Game::Gain).unwrap().unwrap();
        assert_eq!(core_violations(&worths, Game::Gain, &point).unwrap().len(), 0);
    }

    /// Worths of 2 to 5 parties.
    fn games() -> impl Strategy<Value = Vec<f64>> {
        (2_usize..6).prop_flat_map(|n| {
            prop::collection::vec(-20.0..100.0, (1 << n) - 1)
                .prop_map(|worths| [0.0].into_iter().chain(worths).collect())
        })
    }

    proptest! {
        #[test]
        fn the_value_gives_away_all_and_a_core_point_satisfies_all(worths in games()) {
            let all = *worths.last().unwrap();
            prop_assert!((shapley(&worths).unwrap().iter().sum::<f64>() - all).abs() < 1e-9);
            for game in [Game::Gain, Game::Cost] {
                if let Some(point) = core_point(&worths, game).unwrap() {
                    prop_assert!((point.iter().sum::<f64>() - all).abs() < 1e-7);
                    let violations = core_violations(&worths, game, &point).unwrap();
                    prop_assert!(violations.iter().all(|it| it.amount < 1e-7), "{:?}", violations);
                }
            }
        }

        #[test]
        fn a_value_in_the_core_means_that_the_core_is_not_empty(worths in games()) {
            for game in [Game::Gain, Game::Cost] {
                let value = shapley(&worths).unwrap();
                if core_violations(&worths, game, &value).unwrap().is_empty() {
                    prop_assert!(core_point(&worths, game).unwrap().is_some());
                }
            }
        }
    }
}

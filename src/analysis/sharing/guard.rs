//! Who is worse off than without the plan, and what is the smallest transfer that cures it (利益保障)?
//!
//! Without the plan every unit would keep the projects that it reported first, where one of its own parks may legally take them
//! alone; the others would go to nobody. A unit whose gain is below 0 is worse off. Transfers move money and make none: they can
//! cure everybody exactly when the gains of all add up to 0 or more, and the least that has to move is what the losers lack. Each is
//! paid by those who gain most, so that few pay.

use crate::model::id::UnitId;

/// What a unit has with and without the plan, in fen over the horizon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Welfare {
    /// The unit.
    pub unit: UnitId,
    /// With the plan, its agreements and its transfers.
    pub with_plan: i64,
    /// Without the plan.
    pub without: i64,
}

impl Welfare {
    /// What it gains; below 0 it is worse off.
    pub fn gain(&self) -> i64 {
        self.with_plan.saturating_sub(self.without)
    }
}

/// A payment that the guard proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Who pays: its number in the list.
    pub from: usize,
    /// Who receives: its number in the list.
    pub to: usize,
    /// How much, in fen.
    pub amount: i64,
}

/// What cures the losses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cure {
    /// Nobody is worse off.
    NotNeeded,
    /// These payments leave nobody worse off, and no smaller sum does.
    Payments(Vec<Payment>),
    /// No transfer can: all gains together are below 0 by so much.
    Impossible(i64),
}

/// The smallest payments after which no gain is below 0.
///
/// The losses are what has to move: `Σ max(0, −gain)`. They are paid while a gain is left, the largest first, ties in the order of
/// the list; a payer never falls below 0.
pub fn cure(gains: &[i64]) -> Cure {
    let total = gains.iter().fold(0_i128, |sum, gain| sum + i128::from(*gain));
    if gains.iter().all(|gain| *gain >= 0) {
        return Cure::NotNeeded;
    }
    if total < 0 {
        return Cure::Impossible(i64::try_from(-total).unwrap_or(i64::MAX));
    }
    let mut left = gains.to_vec();
    let mut payments = Vec::new();
    let mut losers: Vec<usize> = (0..left.len()).filter(|at| left.get(*at).is_some_and(|it| *it < 0)).collect();
    losers.sort_by_key(|at| left.get(*at).copied().unwrap_or(0));
    for to in losers {
        let mut lack = left.get(to).map_or(0, |it| it.saturating_neg());
        while lack > 0 {
            let richest = (0..left.len()).rev().max_by_key(|at| left.get(*at).copied().unwrap_or(0));
            let Some((from, has)) = richest.and_then(|at| Some((at, *left.get(at)?))).filter(|(_, has)| *has > 0)
            else {
                return Cure::Impossible(lack);
            };
            let amount = has.min(lack);
            lack -= amount;
            for (at, change) in [(from, -amount), (to, amount)] {
                if let Some(it) = left.get_mut(at) {
                    *it += change;
                }
            }
            payments.push(Payment { from, to, amount });
        }
    }
    Cure::Payments(payments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn losses_are_paid_by_those_who_gain_most_and_no_more_moves() {
        let paid = |from, to, amount| Payment { from, to, amount };
        assert_eq!(cure(&[-30, 100, 7]), Cure::Payments(vec![paid(1, 0, 30)]));
        assert_eq!(cure(&[70, -100, 60, -5]), Cure::Payments(vec![paid(0, 1, 70), paid(2, 1, 30), paid(2, 3, 5)]));
        assert_eq!(cure(&[-30, 30]), Cure::Payments(vec![paid(1, 0, 30)]), "the payer may come down to 0");
        assert_eq!(cure(&[-31, 30]), Cure::Impossible(1));
        assert_eq!((cure(&[0, 5]), cure(&[])), (Cure::NotNeeded, Cure::NotNeeded));
        assert_eq!(cure(&[i64::MIN, i64::MAX]), Cure::Impossible(1));
    }
}

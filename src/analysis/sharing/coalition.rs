//! What is fair among three or more? The Shapley value of what the parties to an agreement could have together, with the check whether
//! some of them would rather leave.
//!
//! Worths are stated by the parties, 万元 a year; alone a party has nothing unless it is stated. Every coalition of two or more needs
//! a worth, or nothing is reckoned. The shares by contribution become the shares of the agreement, in thousandths that add up to one.
//! Formula: [`shapley`]; Shapley 1953.

use crate::{
    analysis::{
        allocation::{
            MOST_PARTIES,
            largest_remainder::largest_remainder,
            shapley::{self, Game, members},
        },
        undefined::Undefined,
    },
    model::{
        id::UnitId,
        plan::Agreement,
        quantity::{Factor, WanYuan},
        sharing::Party,
    },
};

/// A division by contribution.
#[derive(Debug, Clone, PartialEq)]
pub struct Division {
    /// The parties: originator, host, others.
    pub parties: Vec<UnitId>,
    /// What each has, 万元 a year; together the worth of all.
    pub shares: Vec<f64>,
    /// Coalitions that could have more by themselves, and how much, 万元 a year; empty in the core.
    pub violations: Vec<(Vec<UnitId>, f64)>,
    /// A division from which nobody would rather leave, 万元 a year; `None` where there is none.
    pub core: Option<Vec<f64>>,
}

/// Why there is no division.
#[derive(Debug, Clone, PartialEq)]
pub enum Gap {
    /// This coalition has no worth.
    NoWorth(Vec<UnitId>),
    /// The figures do not allow it.
    Undefined(Undefined),
}

/// The parties to `agreement`: originator, host, others.
pub fn parties(agreement: &Agreement) -> Vec<UnitId> {
    let others = agreement.others.iter().map(|it| &it.unit);
    [&agreement.originator, &agreement.host].into_iter().chain(others).cloned().collect()
}

impl Division {
    /// The division of what `agreement` states; `None` where it states no worths.
    pub fn of(agreement: &Agreement) -> Option<Result<Self, Gap>> {
        (!agreement.worths.is_empty()).then(|| Self::reckoned(agreement))
    }

    fn reckoned(agreement: &Agreement) -> Result<Self, Gap> {
        let parties = parties(agreement);
        let named = |coalition: usize| -> Vec<UnitId> {
            members(coalition).filter_map(|at| parties.get(at).cloned()).collect()
        };
        if parties.len() > MOST_PARTIES {
            return Err(Gap::Undefined(Undefined::OutOfRange));
        }
        let mut worths = vec![0.0];
        for coalition in 1..1_usize << parties.len() {
            let mut units = named(coalition);
            units.sort();
            let stated = agreement.worths.iter().find(|it| {
                let mut of = it.units.clone();
                of.sort();
                of == units
            });
            worths.push(match stated {
                Some(it) => it.worth.to_f64(),
                None if units.len() == 1 => 0.0,
                None => return Err(Gap::NoWorth(named(coalition))),
            });
        }
        let shares = shapley::shapley(&worths).map_err(Gap::Undefined)?;
        let violations = shapley::core_violations(&worths, Game::Gain, &shares).map_err(Gap::Undefined)?;
        let core = shapley::core_point(&worths, Game::Gain).map_err(Gap::Undefined)?;
        let violations = violations.into_iter().map(|it| (named(it.coalition), it.amount)).collect();
        Ok(Self { parties, shares, violations, core })
    }

    /// The same as shares of an agreement: those of the further parties, and the originator's part of the rest. `None` where the
    /// worth of all is nothing, or somebody would have less than nothing.
    pub fn as_terms(&self) -> Option<(Vec<Party>, Factor)> {
        let steps: Vec<i64> =
            self.shares.iter().map(|share| WanYuan::from_steps(rounded(share * 100.0)).steps()).collect();
        let whole = Factor::ONE.steps();
        let parts = largest_remainder(whole, &steps).ok()?;
        let [originator, host, others @ ..] = parts.as_slice() else { return None };
        let units = self.parties.iter().skip(2).cloned();
        let others = units.zip(others).map(|(unit, share)| Party { unit, share: Factor::from_steps(*share) }).collect();
        let of_rest = largest_remainder(whole, &[*originator, *host]).ok()?;
        Some((others, Factor::from_steps(of_rest.first().copied()?)))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "amounts of a file are below 2^53 steps")]
fn rounded(value: f64) -> i64 {
    value.round() as i64
}

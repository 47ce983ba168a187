//! Does a pool of the city suffice? What placed projects and live reservations of all parks draw from it is at most its quota.
//!
//! `Σ parks (Σ demand + Σ reserved) ≤ quota`, in smallest steps. Land counts land of placed projects, later phases and
//! reservations; energy counts energy quota; environmental capacity counts waste water of every stream. Near: less than a
//! tenth of the quota is left. Unknown: the quota is not stated, or a placed project does not say how much it needs. A
//! reservation counts up to its last day: the day after, what it held is back in the pool.

use super::{City, capacity};
use crate::{
    model::{
        plan::{Premises, Subject},
        policy::{CityPool, SiteFactor},
        quantity::{Mu, Tce, TonnesPerDay},
    },
    rules::{
        facts::{Basis, CityTotals, Demand, Placed},
        finding::{Detail, Field, Finding, Item, Member, State},
    },
};

impl CityPool {
    /// Its quota in smallest steps; `None` is unknown.
    pub fn quota(self) -> Option<i64> {
        match self {
            Self::Land { quota } => quota.map(Mu::steps),
            Self::Energy { quota } => quota.map(Tce::steps),
            Self::WasteWater { quota } => quota.map(TonnesPerDay::steps),
        }
    }

    /// What the parks draw from it.
    pub fn drawn(self, totals: &CityTotals) -> Demand {
        match self {
            Self::Land { .. } => totals.land,
            Self::Energy { .. } => totals.energy,
            Self::WasteWater { .. } => totals.waste_water,
        }
    }

    /// What one placed project draws from it, its live later phases left out; `None` where it does not say how much.
    pub fn need(self, basis: &Basis, placed: &Placed) -> Option<i64> {
        match self {
            Self::Land { .. } if placed.premises == Premises::StandardPlant => Some(0),
            Self::Land { .. } => placed.project.land.map(Mu::steps),
            Self::Energy { .. } => basis.demand(placed, SiteFactor::EnergyQuota),
            Self::WasteWater { .. } => placed.project.waste_water.map(TonnesPerDay::steps),
        }
    }
}

/// One finding; where the pool is overdrawn, the newest projects without which it would do are causes.
pub fn judge(city: &City<'_>, pool: CityPool) -> Vec<Finding> {
    let (drawn, quota) = (pool.drawn(&city.totals), pool.quota());
    if drawn == Demand::default() {
        return city.nothing();
    }
    let state = capacity::state(drawn.total(), quota, drawn.unstated);
    let members = members(city, pool, state, drawn.total().saturating_sub(quota.unwrap_or_default()));
    let mut missing = Vec::new();
    if state == State::Unknown {
        missing.extend(quota.is_none().then_some(Field::Quota));
        missing.extend((drawn.unstated > 0).then_some(Field::Need(pool.kind())));
    }
    let detail =
        Detail::Pool { pool: pool.kind(), used: drawn.used, reserved: drawn.reserved, quota, unstated: drawn.unstated };
    vec![city.finding(Subject::Whole, state, detail, members).waiting(missing)]
}

/// Causes that are named: of more the newest; nobody reads on, and a plan of a whole country has ten thousands.
const MOST_CAUSES: usize = 100;

fn members(city: &City<'_>, pool: CityPool, state: State, excess: i64) -> Vec<Member> {
    if !matches!(state, State::Broken | State::Unknown) {
        return Vec::new();
    }
    let may_be_cause = |placed: &Placed| match (state, pool.need(city.basis, placed)) {
        (State::Unknown, need) => need.is_none(),
        (_, need) => need.is_some_and(|it| it > 0),
    };
    let mut placed = city.placed();
    placed.retain(|(_, it)| may_be_cause(it));
    if placed.len() > MOST_CAUSES {
        placed.select_nth_unstable_by(MOST_CAUSES, |(a, _), (b, _)| b.cmp(a));
        placed.truncate(MOST_CAUSES);
    }
    placed.sort_by(|(a, _), (b, _)| b.cmp(a));
    let mut left = excess;
    let causes = placed.into_iter().take_while(|(_, it)| {
        let is_wanted = state == State::Unknown || left > 0;
        left = left.saturating_sub(pool.need(city.basis, it).unwrap_or_default());
        is_wanted
    });
    causes.map(|(_, it)| Member::cause(Item::Project(it.project.id.clone()))).collect()
}

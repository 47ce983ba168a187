//! Is there land enough? Land of placed projects and live reservations is at most the net land that is ready, in mu.
//!
//! `Σ land + Σ reserved ≤ net land`, to the hundredth of a mu. Projects in standard plants take floor and no land; later
//! phases of placed projects count as reservations until they expire. Near: less than a tenth of the net land is left.
//! Unknown: the net land, or the land of a placed project, is not stated.

use super::capacity;
use crate::{
    model::{plan::Premises, quantity::Mu},
    rules::{
        Case,
        facts::Placed,
        finding::{Detail, Field, Finding, State},
    },
};

/// One finding. The newest projects without which the land would do are causes; the others are context.
pub fn judge(case: &Case<'_>) -> Vec<Finding> {
    let facts = case.facts;
    let (used, reserved, unstated) = (facts.land, facts.reserved_land, facts.land_unstated);
    let demand = facts.land_demand();
    if demand == Mu::ZERO && unstated == 0 {
        return case.nothing();
    }
    let net_land = case.park.capacities.net_land;
    let steps = net_land.map(Mu::steps);
    let state = capacity::state(demand.steps(), steps, unstated);
    let needs = |placed: &Placed| match placed.premises {
        Premises::OwnLand => placed.project.land.map(Mu::steps),
        Premises::StandardPlant => Some(0),
    };
    let members = capacity::members(case, state, demand.steps(), steps, needs);
    let mut missing = Vec::new();
    if state == State::Unknown {
        missing.extend(net_land.is_none().then_some(Field::NetLand));
        missing.extend((unstated > 0).then_some(Field::Land));
    }
    vec![case.finding(state, Detail::Land { used, reserved, capacity: net_land, unstated }, members).waiting(missing)]
}

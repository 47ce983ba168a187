//! Is there land enough? Land of placed projects and live reservations is at most the net land that is ready, in mu.
//!
//! `Σ land + Σ reserved ≤ net land`, to the hundredth of a mu. Projects in standard plants take floor and no land; later
//! phases of placed projects, and the land of enterprises that the plan relocates here, count as reservations. Near: less than a tenth of the net land is left.
//! Unknown: the net land, or the land of a placed project or a relocated enterprise, is not
//! stated.

use super::capacity;
use crate::{
    model::{enterprise::Enterprise, plan::Premises, quantity::Mu},
    rules::{
        Case,
        facts::Placed,
        finding::{Detail, Field, Finding, Item, Member, State},
    },
};

/// One finding. Enterprises that relocate here and the newest projects without which the land would do are causes; the others
/// are context.
pub fn judge(case: &Case<'_>) -> Vec<Finding> {
    let facts = case.facts;
    let arriving: Vec<&Enterprise> = case.scenario.arriving(case.plan, &case.park.id).collect();
    let silent = arriving.iter().filter(|it| it.land.is_none()).count();
    let unstated = facts.land_unstated.saturating_add(u32::try_from(silent).unwrap_or(u32::MAX));
    let (used, reserved) = (facts.land, facts.reserved_land);
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
    let mut members = capacity::members(case, state, demand.steps(), steps, needs);
    let is_shown = |it: &&&Enterprise| state != State::Unknown || steps.is_none() || it.land.is_none();
    let items = arriving.iter().filter(is_shown).map(|it| Item::Enterprise(it.id.clone()));
    match state {
        State::Broken | State::Unknown => members.extend(items.map(Member::cause)),
        State::Near => members.extend(items.map(Member::context)),
        State::Waived | State::Holds | State::Off | State::NotApplicable => {}
    }
    let mut missing = Vec::new();
    if state == State::Unknown {
        missing.extend(net_land.is_none().then_some(Field::NetLand));
        missing.extend((unstated > 0).then_some(Field::Land));
    }
    vec![case.finding(state, Detail::Land { used, reserved, capacity: net_land, unstated }, members).waiting(missing)]
}

//! Is there land enough? Land of placed projects and live reservations is at most the net land that is ready, in mu.
//!
//! `Σ land + Σ reserved ≤ net land`, to the hundredth of a mu. Projects in standard plants take floor and no land. Near:
//! less than a tenth of the net land is left. Unknown: the net land, or the land of a placed project, is not stated.

use crate::{
    model::{plan::Premises, quantity::Mu},
    rules::{
        Case,
        facts::Placed,
        finding::{Detail, Finding, Item, Member, State},
    },
};

/// One finding. The newest projects without which the land would do are causes; the others are context.
pub fn judge(case: &Case<'_>) -> Vec<Finding> {
    let facts = case.facts;
    let (used, reserved, unstated) = (facts.land, facts.reserved_land, facts.land_unstated);
    let demand = used.plus(reserved);
    if demand == Mu::ZERO && unstated == 0 {
        return case.nothing();
    }
    let capacity = case.park.capacities.net_land;
    let state = match capacity {
        Some(capacity) if demand > capacity => State::Broken,
        None => State::Unknown,
        Some(_) if unstated > 0 => State::Unknown,
        Some(capacity) if is_near(demand, capacity) => State::Near,
        Some(_) => State::Holds,
    };
    let detail = Detail::Land { used, reserved, capacity, unstated };
    let members = match state {
        State::Broken => over(case, demand.minus(capacity.unwrap_or_default())),
        State::Unknown => without_figure(case, capacity.is_none()),
        State::Near => on_land(case).map(|placed| Member::context(item(placed))).collect(),
        State::Waived | State::Holds | State::Off | State::NotApplicable => Vec::new(),
    };
    vec![case.finding(state, detail, members)]
}

/// Tells whether less than a tenth of `capacity` is left.
fn is_near(demand: Mu, capacity: Mu) -> bool {
    capacity.minus(demand).steps().saturating_mul(10) < capacity.steps()
}

/// Placed projects on land of their own, newest first.
fn on_land<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Placed> {
    case.facts.placed.values().rev().filter(|placed| placed.premises == Premises::OwnLand)
}

fn item(placed: &Placed) -> Item {
    Item::Project(placed.project.id.clone())
}

fn over(case: &Case<'_>, mut excess: Mu) -> Vec<Member> {
    let (mut causes, mut context) = (Vec::new(), Vec::new());
    for placed in on_land(case) {
        let land = placed.project.land.unwrap_or_default();
        if excess > Mu::ZERO && land > Mu::ZERO {
            excess = excess.minus(land);
            causes.push(Member::cause(item(placed)));
        } else {
            context.push(Member::context(item(placed)));
        }
    }
    causes.into_iter().chain(context).collect()
}

fn without_figure(case: &Case<'_>, all: bool) -> Vec<Member> {
    on_land(case)
        .filter(|placed| all || placed.project.land.is_none())
        .map(|placed| Member::cause(item(placed)))
        .collect()
}

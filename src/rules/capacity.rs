//! Does a factor suffice? Demand of placed projects and live reservations is at most what the park has to spare.
//!
//! `Σ demand + Σ reserved ≤ spare`, in smallest steps of the factor's unit. Near: less than a tenth of the capacity is left.
//! Unknown: the capacity, or the demand of a placed project, is not stated. What a project needs of which factor is told by
//! [`Basis::demand`](super::facts::Basis::demand): chemical-zone land for chemical processes, plant floor for standard
//! plants, ordinary or chemical sewage by its stream, energy from electricity and gas. A project in a standard plant that
//! does not suit one breaks the rule on plant floor.

use crate::{
    model::{
        park::Capacities,
        plan::{Premises, Subject},
        policy::SiteFactor,
        quantity::{Megawatts, Mu, SquareMetres, Tce, TonnesPerDay},
    },
    rules::{
        Case,
        facts::{Demand, ParkFacts, Placed},
        finding::{Detail, Field, Finding, Item, Member, State},
    },
};

/// What the park has to spare of `factor`, in smallest steps; `None` is unknown.
pub fn spare(capacities: &Capacities, factor: SiteFactor) -> Option<i64> {
    match factor {
        SiteFactor::ChemicalZoneLand => capacities.chemical_zone_land.map(Mu::steps),
        SiteFactor::PlantFloor => capacities.plant_floor.map(SquareMetres::steps),
        SiteFactor::Power => capacities.power.map(Megawatts::steps),
        SiteFactor::Sewage => capacities.sewage.map(TonnesPerDay::steps),
        SiteFactor::ChemicalSewage => capacities.chemical_sewage.map(TonnesPerDay::steps),
        SiteFactor::Water => capacities.water.map(TonnesPerDay::steps),
        SiteFactor::EnergyQuota => capacities.energy_quota.map(Tce::steps),
    }
}

/// The field that holds what a park has to spare of `factor`, by its name in the file.
pub const fn field(factor: SiteFactor) -> &'static str {
    match factor {
        SiteFactor::ChemicalZoneLand => "capacities.chemical_zone_land",
        SiteFactor::PlantFloor => "capacities.plant_floor",
        SiteFactor::Power => "capacities.power",
        SiteFactor::Sewage => "capacities.sewage",
        SiteFactor::ChemicalSewage => "capacities.chemical_sewage",
        SiteFactor::Water => "capacities.water",
        SiteFactor::EnergyQuota => "capacities.energy_quota",
    }
}

/// The factor of which the largest share is used, with that share in per cent, rounded half up; land and chemical-zone land
/// apart. Factors that nobody needs, that the park does not state or of which it has none are left out; ties go to the
/// first of [`SiteFactor::ALL`].
pub fn tightest(capacities: &Capacities, facts: &ParkFacts) -> Option<(SiteFactor, i64)> {
    let share = |factor: SiteFactor| {
        let (demand, spare) = (facts.demand(factor).total(), spare(capacities, factor)?);
        let percent = demand.saturating_mul(100).saturating_add(spare / 2).checked_div(spare)?;
        (demand > 0).then_some((factor, percent))
    };
    let factors = SiteFactor::ALL.into_iter().filter(|factor| *factor != SiteFactor::ChemicalZoneLand);
    factors.rev().filter_map(share).max_by_key(|(_, percent)| *percent)
}

/// One finding on the sum; on plant floor also one a project that does not suit a standard plant. The newest projects
/// without which the factor would do are causes; the others that use it are context.
pub fn judge(case: &Case<'_>, factor: SiteFactor) -> Vec<Finding> {
    let demand = case.facts.demand(factor);
    let mut findings = if factor == SiteFactor::PlantFloor { unsuited(case) } else { Vec::new() };
    if demand == Demand::default() {
        return if findings.is_empty() { case.nothing() } else { findings };
    }
    let capacity = spare(&case.park.capacities, factor);
    let state = state(demand.total(), capacity, demand.unstated);
    let detail =
        Detail::Capacity { factor, used: demand.used, reserved: demand.reserved, capacity, unstated: demand.unstated };
    let needs = |placed: &Placed| case.basis.demand(placed, factor);
    let members = members(case, state, demand.total(), capacity, needs);
    let mut missing = Vec::new();
    if state == State::Unknown {
        missing.extend(capacity.is_none().then_some(Field::Spare(factor)));
        missing.extend((demand.unstated > 0).then_some(Field::Demand(factor)));
    }
    findings.push(case.finding(state, detail, members).waiting(missing));
    findings
}

/// State of a sum against a capacity: met exactly holds and is near.
pub(super) fn state(demand: i64, capacity: Option<i64>, unstated: u32) -> State {
    match capacity {
        Some(capacity) if demand > capacity => State::Broken,
        None => State::Unknown,
        Some(_) if unstated > 0 => State::Unknown,
        Some(capacity) if is_near(demand, capacity) => State::Near,
        Some(_) => State::Holds,
    }
}

/// Tells whether less than a tenth of `capacity` is left.
pub(super) fn is_near(demand: i64, capacity: i64) -> bool {
    demand > 0 && capacity.saturating_sub(demand).saturating_mul(10) < capacity
}

/// Who takes part in the sum, by what each placed project `needs`; `None` is not stated.
pub(super) fn members(
    case: &Case<'_>,
    state: State,
    demand: i64,
    capacity: Option<i64>,
    needs: impl Fn(&Placed) -> Option<i64>,
) -> Vec<Member> {
    let item = |placed: &Placed| Item::Project(placed.project.id.clone());
    let users = || case.facts.placed.values().rev().filter(|placed| needs(placed) != Some(0));
    match state {
        State::Broken => {
            let mut excess = demand.saturating_sub(capacity.unwrap_or_default());
            let (mut causes, mut context) = (Vec::new(), Vec::new());
            for placed in users() {
                let need = needs(placed).unwrap_or_default();
                if excess > 0 && need > 0 {
                    excess = excess.saturating_sub(need);
                    causes.push(Member::cause(item(placed)));
                } else {
                    context.push(Member::context(item(placed)));
                }
            }
            causes.into_iter().chain(context).collect()
        }
        State::Unknown => {
            let is_meant = |placed: &&Placed| capacity.is_none() || needs(placed).is_none();
            users().filter(is_meant).map(|placed| Member::cause(item(placed))).collect()
        }
        State::Near => users().map(|placed| Member::context(item(placed))).collect(),
        State::Waived | State::Holds | State::Off | State::NotApplicable => Vec::new(),
    }
}

/// Projects that were put into a standard plant and do not suit one.
fn unsuited(case: &Case<'_>) -> Vec<Finding> {
    let in_plants = case.facts.placed.values().rev().filter(|placed| placed.premises == Premises::StandardPlant);
    let wrong = in_plants.filter(|placed| !case.scenario.suits_plant(&placed.project));
    let finding = |placed: &Placed| {
        let id = placed.project.id.clone();
        let detail = Detail::Plant { project: id.clone() };
        case.finding_about(Subject::Project(id.clone()), State::Broken, detail, vec![Member::cause(Item::Project(id))])
    };
    wrong.map(finding).collect()
}

//! What does each unit have of the plan's projects, year by year, and over the horizon with and without the plan?
//!
//! A unit has the retained tax of the projects in its parks, less what it hands on by agreements, and what others hand on to it; agreed
//! transfers come on top. Only what the plan changes is counted: its placed projects and the enterprises that it relocates.

use std::collections::BTreeMap;

use super::{
    Ledger, Standing, fen,
    guard::{Cure, Welfare, cure},
    retained,
};
use crate::{
    analysis::allocation::largest_remainder::largest_remainder,
    model::{
        id::{ParkId, PlanId, UnitId},
        policy::Level,
        project::Project,
        quantity::Yuan,
        scenario::Scenario,
    },
    rules::{Book, facts::Facts, finding::State},
};

/// Years over which the plan is weighed, the first one after the scenario's day.
pub const HORIZON: i16 = 10;

/// What a unit has in one year, in fen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UnitYear {
    /// Retained tax, net of incentives, of the projects in its parks.
    pub hosted: i64,
    /// What it hands on by agreements.
    pub handed_on: i64,
    /// What others hand on to it.
    pub received: i64,
    /// What it has paid of what it hands on.
    pub paid: i64,
    /// Agreed transfers: received less paid.
    pub transfers: i64,
}

impl UnitYear {
    /// What it has in the end.
    pub fn net(&self) -> i64 {
        self.hosted.saturating_sub(self.handed_on).saturating_add(self.received).saturating_add(self.transfers)
    }
}

/// The books of all units over the horizon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Books {
    /// The years, oldest first.
    pub years: Vec<i16>,
    /// What each unit has in each year.
    pub units: BTreeMap<UnitId, Vec<UnitYear>>,
    /// Placed projects that state no tax: nothing of them is counted.
    pub without_tax: usize,
}

/// The unit that profits from the park where a project stands.
fn host_of<'a>(world: &'a Scenario, park: &ParkId) -> Option<&'a UnitId> {
    world.parks.get(park)?.beneficiary_unit.as_ref()
}

/// Tax less incentives that were booked on a project in a year; `None` while no tax was.
fn booked(world: &Scenario, plan: &PlanId, project: &Project, year: i16) -> Option<i64> {
    let entry = world.ledger.get(&(plan.clone(), project.id.clone(), year))?;
    Some(entry.tax?.steps().saturating_sub(entry.incentives.map_or(0, Yuan::steps)).max(0))
}

impl Books {
    /// The books of the plan of `facts`. Costs placed projects × years.
    pub fn of(world: &Scenario, facts: &Facts) -> Self {
        let first = world.as_of.year().saturating_add(1);
        let years: Vec<i16> = (0..HORIZON).map(|number| first.saturating_add(number)).collect();
        let mut books = Self { units: BTreeMap::new(), without_tax: 0, years };
        for unit in &world.units {
            books.units.insert(unit.id.clone(), vec![UnitYear::default(); books.years.len()]);
        }
        let ledgers: BTreeMap<_, _> =
            Ledger::all(world, facts).into_iter().map(|it| (it.agreement.project.clone(), it)).collect();
        for id in facts.homes() {
            let Some(project) = world.projects.get(id) else { continue };
            let Some(host) = facts.home(id).and_then(|(park, _)| host_of(world, park)) else { continue };
            if project.tax.is_none() {
                books.without_tax += 1;
                continue;
            }
            let ledger = ledgers.get(id).filter(|it| it.standing == Standing::InForce);
            books.add(world, facts.plan(), project, host, ledger);
        }
        books.relocate(world, facts.plan());
        books.transfer(world, facts.plan());
        books
    }

    fn year(&mut self, unit: &UnitId, at: usize) -> Option<&mut UnitYear> {
        self.units.get_mut(unit)?.get_mut(at)
    }

    fn add(&mut self, world: &Scenario, plan: &PlanId, project: &Project, host: &UnitId, ledger: Option<&Ledger>) {
        let tax = project.tax.map_or(0, fen);
        let all = retained(world, tax, &[]);
        let template = ledger.and_then(|it| world.sharing_templates.get(&it.agreement.template));
        let apart = all.saturating_sub(template.map_or(all, |it| retained(world, tax, &it.taxes))).max(0);
        for (at, year) in self.years.clone().into_iter().enumerate() {
            let incentives = if at == 0 { super::granted(world, plan, &project.id) } else { 0 };
            let own = all.saturating_sub(incentives).max(0);
            let row = ledger.and_then(|it| it.year(year));
            let Some((ledger, row, split)) = ledger.zip(row).and_then(|(it, row)| Some((it, row, row.split()?))) else {
                if let Some(it) = self.year(host, at) {
                    it.hosted = it.hosted.saturating_add(own);
                }
                continue;
            };
            // Taxes that the agreement does not share are on no book and stay with the host, as expected.
            let hosted = booked(world, plan, project, year).map_or(own, |net| net.saturating_add(apart));
            if let Some(it) = self.year(host, at) {
                it.hosted = it.hosted.saturating_add(hosted);
                it.handed_on = it.handed_on.saturating_add(split.handed_on());
                it.paid = it.paid.saturating_add(row.paid.map_or(0, Yuan::steps));
            }
            let shares = [split.originator].into_iter().chain(split.others.iter().copied());
            let to: Vec<(UnitId, i64)> = ledger.parties().cloned().zip(shares).collect();
            for (unit, share) in to {
                if let Some(it) = self.year(&unit, at) {
                    it.received = it.received.saturating_add(share);
                }
            }
        }
    }

    /// Tax of enterprises that the plan moves goes from the unit that loses them to the one that gains them.
    fn relocate(&mut self, world: &Scenario, plan: &PlanId) {
        for relocation in world.relocations_of(plan) {
            let Some(enterprise) = world.enterprises.get(&relocation.enterprise) else { continue };
            let tax = retained(world, enterprise.tax.map_or(0, fen), &[]);
            let sides = [(&relocation.park, tax), (&enterprise.park, tax.saturating_neg())];
            for (park, tax) in sides {
                let Some(unit) = host_of(world, park).cloned() else { continue };
                for at in 0..self.years.len() {
                    if let Some(it) = self.year(&unit, at) {
                        it.hosted = it.hosted.saturating_add(tax);
                    }
                }
            }
        }
    }

    /// Agreed transfers, in equal parts over their years to the fen.
    fn transfer(&mut self, world: &Scenario, plan: &PlanId) {
        for transfer in world.transfers_of(plan) {
            let count = usize::try_from(transfer.last_year.saturating_sub(transfer.first_year)).unwrap_or(0) + 1;
            let Ok(parts) = largest_remainder(transfer.amount.steps(), &vec![1; count]) else { continue };
            for (year, part) in (transfer.first_year..=transfer.last_year).zip(parts) {
                let Some(at) = self.years.iter().position(|it| *it == year) else { continue };
                for (unit, part) in [(&transfer.from, part.saturating_neg()), (&transfer.to, part)] {
                    if let Some(it) = self.year(unit, at) {
                        it.transfers = it.transfers.saturating_add(part);
                    }
                }
            }
        }
    }

    /// What `unit` has over all years.
    pub fn total(&self, unit: &UnitId) -> i64 {
        let years = self.units.get(unit).map_or(&[][..], Vec::as_slice);
        years.iter().fold(0_i64, |sum, it| sum.saturating_add(it.net()))
    }
}

/// What each unit would have without the plan, over the horizon: the tax of those projects of the plan that it reported first and that
/// one of its own parks may legally take alone.
///
/// A park may when no finding at level legal is broken that was not broken in the empty park. Costs a judgement of one park a project.
fn without_plan(world: &Scenario, facts: &Facts) -> BTreeMap<UnitId, i64> {
    let plan = facts.plan();
    let mut empty = world.clone();
    empty.placements.retain(|it| it.plan != *plan);
    let alone = Facts::of(&empty, plan);
    let book = Book::new(&empty, &alone);
    let broken = |park: &ParkId, facts: &crate::rules::facts::ParkFacts| {
        let legal = book.park(park, facts).into_iter();
        legal.filter(|it| it.level == Level::Legal && it.state == State::Broken).count()
    };
    let mut found: BTreeMap<UnitId, i64> = BTreeMap::new();
    for id in facts.homes() {
        let Some(project) = world.projects.get(id) else { continue };
        let (Some(unit), Some(tax)) = (&project.first_reporter, project.tax) else { continue };
        let mut own = world.parks.iter().filter(|park| park.beneficiary_unit.as_ref() == Some(unit));
        let may_take = own.any(|park| {
            let Some(before) = alone.park(&park.id) else { return false };
            let premises = empty.usual_premises(project);
            let after = alone.after_move(&empty, project, Some((&park.id, premises)));
            after.get(&park.id).is_some_and(|after| broken(&park.id, after) <= broken(&park.id, before))
        });
        if may_take {
            let year = retained(world, fen(tax), &[]);
            let sum = found.entry(unit.clone()).or_default();
            *sum = sum.saturating_add(year.saturating_mul(i64::from(HORIZON)));
        }
    }
    found
}

/// Every unit with and without the plan, and what cures the losses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// The units, in the order of their ids.
    pub units: Vec<Welfare>,
    /// What cures the losses.
    pub cure: Cure,
}

impl Guard {
    /// Weighs the plan of `facts` by its `books`.
    pub fn of(world: &Scenario, facts: &Facts, books: &Books) -> Self {
        let without = without_plan(world, facts);
        let units: Vec<Welfare> = books
            .units
            .keys()
            .map(|unit| Welfare {
                unit: unit.clone(),
                with_plan: books.total(unit),
                without: without.get(unit).copied().unwrap_or(0),
            })
            .collect();
        let gains: Vec<i64> = units.iter().map(Welfare::gain).collect();
        Self { cure: cure(&gains), units }
    }

    /// The units that are worse off.
    pub fn worse_off(&self) -> impl Iterator<Item = &Welfare> {
        self.units.iter().filter(|it| it.gain() < 0)
    }
}

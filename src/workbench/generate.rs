//! What does a large city look like? Invented scenarios of any size, for load tests and for trying things out.
//!
//! The same size and seed give the same scenario, byte for byte, on every machine. Parks, districts and firms bear
//! invented names; every record says that it is assumed and names a source that says it is synthetic. The rules are
//! those of the sample. Positions stay under the caps, and no placement breaks a rule that blocks on purpose; land,
//! thresholds and the rest come out as chance has it.

mod city;
mod names;
mod placing;
mod register;

use std::ops::RangeInclusive;

use jiff::civil::{Date, date};

use super::sample;
use crate::{
    chance::Chance,
    model::{
        evidence::{Confidence, Evidence, Source},
        id::{DocumentId, PlanId, SourceId},
        park::Capacities,
        plan::{Plan, PlanStatus},
        policy::{CityPool, Rule, RuleKind},
        quantity::{Mu, Tce, TonnesPerDay},
        scenario::Scenario,
        support::Document,
        text::Text,
    },
};

/// Numbers of parks that can be asked for.
pub const PARKS: RangeInclusive<u32> = 1..=5_000;
/// Numbers of projects that can be asked for.
pub const PROJECTS: RangeInclusive<u32> = 0..=200_000;
/// Numbers of sub-sectors that can be asked for.
pub const INDUSTRIES: RangeInclusive<u32> = 1..=400;
/// Share of the projects that the first plan places unless something else is asked for, in thousandths.
pub const USUAL_SHARE: u32 = 550;

/// The day of every generated scenario.
const DAY: Date = date(2022, 7, 8);

/// What is asked for; figures outside their ranges are taken for the nearest one inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Parks, in [`PARKS`].
    pub parks: u32,
    /// Projects, in [`PROJECTS`].
    pub projects: u32,
    /// Sub-sectors, in [`INDUSTRIES`].
    pub industries: u32,
    /// Share of the projects that the first plan places, in thousandths; fewer where no park could take them.
    pub placed: u32,
    /// Seed of everything that chance decides.
    pub seed: u64,
}

impl Size {
    /// A city: 12 parks, 40 projects.
    pub const CITY: Self = Self { parks: 12, projects: 40, industries: 30, placed: USUAL_SHARE, seed: 1 };
    /// A province: 180 parks, 2,000 projects.
    pub const PROVINCE: Self = Self { parks: 180, projects: 2_000, industries: 60, placed: USUAL_SHARE, seed: 1 };
    /// A nation: 2,500 parks, 50,000 projects.
    pub const NATION: Self = Self { parks: 2_500, projects: 50_000, industries: 120, placed: USUAL_SHARE, seed: 1 };

    fn bounded(self) -> Self {
        let within = |number: u32, range: RangeInclusive<u32>| number.clamp(*range.start(), *range.end());
        Self {
            parks: within(self.parks, PARKS),
            projects: within(self.projects, PROJECTS),
            industries: within(self.industries, INDUSTRIES),
            placed: self.placed.min(1_000),
            seed: self.seed,
        }
    }
}

/// Which table chance is drawn for. Each has a stream of its own, so that more projects leave the parks as they are.
#[derive(Debug, Clone, Copy)]
enum Stream {
    Industries,
    Parks,
    Positions,
    Enterprises,
    Projects,
    Capacities,
    Placing,
}

fn chance(size: Size, stream: Stream) -> Chance {
    Chance::new(size.seed.wrapping_mul(0xD134_2543_DE82_EF95).wrapping_add(stream as u64))
}

/// A scenario of `size`: plan A, which opens first, with part of the projects placed, and plan B, which is empty.
///
/// It makes sense as a document, whatever the size. Costs about two microseconds a project and park.
pub fn scenario(size: Size) -> Scenario {
    let size = size.bounded();
    let sample = sample::scenario();
    let (placed, empty) = (plan("A", "已布局", "Placed"), plan("B", "空白", "Empty"));
    let plan = placed.id.clone();
    let (parks, projects) = (size.parks, size.projects);
    let title = Text::new(
        format!("模拟情景：{parks} 个园区、{projects} 个项目（种子 {}）", size.seed),
        format!("Synthetic scenario: {parks} parks, {projects} projects (seed {})", size.seed),
    );
    let mut scenario = Scenario::blank(title, DAY, placed, sample.pack.clone(), sample.rules.clone());
    scenario.plans.insert(empty);
    scenario.anchors = sample.anchors.clone();
    scenario.scoring = sample.scoring.clone();
    scenario.documents = sample.documents.clone();
    scenario.documents.retain(|it| sample.rules.iter().any(|rule| rule.document.as_ref() == Some(&it.id)));
    scenario.documents.insert(Document {
        id: approval(),
        title: Text::new("模拟批复：“两高”项目", "Synthetic approval of two-high projects"),
        date: Some(DAY),
        text_at_hand: false,
        note: String::new(),
    });
    scenario.sources = std::iter::once(Source {
        id: source(),
        title: Text::new(
            "模拟数据：由本程序按种子生成，园区、企业、项目均为虚构",
            "Synthetic data: made by this program from a seed; every park, firm and project is invented",
        ),
        address: String::new(),
    })
    .collect();

    let industries = city::industries(size);
    scenario.links = city::links(size, &industries);
    scenario.position_catalogue = city::catalogue(&industries);
    scenario.units = city::units(size);
    let mut parks = city::parks(size);
    let positions = city::positions(size, &scenario.rules, &parks, &industries);
    scenario.directions = city::directions(size, &parks, &positions, &industries);
    scenario.characteristic_parks = city::characteristic_parks(size, &parks, &positions);
    scenario.enterprises = city::enterprises(size, &parks, &positions, &industries);
    let projects = register::projects(size, &industries);
    register::supply(size, &mut parks, &projects);
    let placing = placing::place(size, &plan, &parks, &positions, &projects);
    scenario.placements = placing.placements.into_iter().collect();
    scenario.pins = placing.pins.into_iter().collect();
    scenario.reservations = placing.reservations.into_iter().collect();
    scenario.industries = industries.into_iter().collect();
    scenario.parks = parks.into_iter().map(|(park, _)| park).collect();
    scenario.positions = positions.into_iter().flatten().collect();
    scenario.projects = projects.into_iter().collect();
    quotas(&mut scenario);
    scenario
}

/// Pools of the city as large as what all parks have to spare.
fn quotas(scenario: &mut Scenario) {
    let spare = |of: &dyn Fn(&Capacities) -> i64| {
        scenario.parks.iter().fold(0_i64, |sum, park| sum.saturating_add(of(&park.capacities)))
    };
    let land = spare(&|it| it.net_land.unwrap_or_default().steps());
    let energy = spare(&|it| it.energy_quota.unwrap_or_default().steps());
    let water = spare(&|it| {
        it.sewage.unwrap_or_default().steps().saturating_add(it.chemical_sewage.unwrap_or_default().steps())
    });
    let pools = scenario.rules.iter().filter_map(|rule| {
        let RuleKind::CityPool(pool) = &rule.kind else { return None };
        let pool = match pool {
            CityPool::Land { .. } => CityPool::Land { quota: Some(Mu::from_steps(land)) },
            CityPool::Energy { .. } => CityPool::Energy { quota: Some(Tce::from_steps(energy)) },
            CityPool::WasteWater { .. } => CityPool::WasteWater { quota: Some(TonnesPerDay::from_steps(water)) },
        };
        // The worked examples are about the quota of the pack.
        Some(Rule { kind: RuleKind::CityPool(pool), examples: Vec::new(), ..Rule::clone(rule) })
    });
    let pools: Vec<Rule> = pools.collect();
    for rule in pools {
        scenario.rules.insert(rule);
    }
}

fn plan(id: &str, zh: &str, en: &str) -> Plan {
    Plan { id: made(PlanId::new(id)), name: Text::new(zh, en), status: PlanStatus::Draft }
}

fn source() -> SourceId {
    made(SourceId::new("synthetic"))
}

/// The document that approves most two-high projects.
fn approval() -> DocumentId {
    made(DocumentId::new("synthetic-approval"))
}

/// Everything here is made up.
fn evidence() -> Evidence {
    Evidence { source: Some(source()), confidence: Confidence::Assumed }
}

/// An id that is known to be one: short, of letters, digits and dashes.
fn made<T, E>(id: Result<T, E>) -> T {
    match id {
        Ok(id) => id,
        Err(_) => unreachable!("letters, digits and dashes are an id"),
    }
}

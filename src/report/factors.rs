//! What do the parks still have to give? Spare, reserved, used and left, factor by factor, with the days on which
//! reservations expire.

use super::{
    Desk,
    cells::{self, column, figures},
    paper::{Block, Table, Tone, Value},
};
use crate::{
    i18n::{finding, report::words as say, term},
    model::{
        id::ParkId,
        park::Park,
        plan::{Premises, Reservation, Reserved},
        policy::SiteFactor,
        quantity::{Megawatts, Mu, SquareMetres, Tce, TonnesPerDay},
    },
    rules::{
        capacity,
        facts::{ParkFacts, Placed},
        finding::{Detail, Finding, State},
    },
};

/// A factor, or net land.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Factor {
    /// Net land.
    Land,
    /// Another factor.
    Of(SiteFactor),
}

/// What there is of a factor in a park, in smallest steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// To spare; `None` is not stated.
    pub spare: Option<i64>,
    /// Whether that is assumed.
    pub is_assumed: bool,
    /// Live reservations.
    pub reserved: i64,
    /// Used by placed projects.
    pub used: i64,
    /// Whether part of that is assumed.
    pub is_used_assumed: bool,
    /// Placed projects that do not state their need.
    pub unstated: u32,
    /// What the rule on it says, where one is judged.
    pub state: Option<State>,
}

impl Factor {
    /// All of them, net land first.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::Land].into_iter().chain(SiteFactor::ALL.map(Self::Of))
    }

    fn name(self, desk: &Desk<'_>) -> &'static str {
        desk.say(match self {
            Self::Land => say::LAND,
            Self::Of(factor) => term::site_factor(factor),
        })
    }

    fn unit(self, desk: &Desk<'_>) -> &'static str {
        desk.say(match self {
            Self::Land => say::MU,
            Self::Of(factor) => term::site_factor_unit(factor),
        })
    }

    const fn decimals(self) -> u8 {
        match self {
            Self::Land => 2,
            Self::Of(factor) => cells::decimals_of(factor),
        }
    }

    fn is_judged_by(self, finding: &Finding) -> bool {
        match self {
            Self::Land => matches!(finding.detail, Detail::Land { .. }),
            Self::Of(own) => matches!(&finding.detail, Detail::Capacity { factor, .. } if *factor == own),
        }
    }

    /// Whether what a placed project takes of it is assumed.
    fn is_assumed_of(self, desk: &Desk<'_>, placed: &Placed) -> bool {
        let (takes, field) = match self {
            Self::Land => (placed.premises == Premises::OwnLand, "land"),
            Self::Of(factor) => {
                let takes = desk.judgement.facts().basis().demand(placed, factor).is_some_and(|steps| steps > 0);
                (takes, needed(factor))
            }
        };
        let project = &placed.project;
        takes && desk.is_assumed("projects", project.id.as_str(), field, &project.evidence)
    }

    /// What there is of it in `park`.
    pub fn in_park(self, desk: &Desk<'_>, park: &Park, facts: &ParkFacts) -> Use {
        let (spare, field, reserved, used, unstated) = match self {
            Self::Land => (
                park.capacities.net_land.map(Mu::steps),
                "capacities.net_land",
                facts.reserved_land.steps(),
                facts.land.steps(),
                facts.land_unstated,
            ),
            Self::Of(factor) => {
                let demand = facts.demand(factor);
                let spare = capacity::spare(&park.capacities, factor);
                (spare, capacity::field(factor), demand.reserved, demand.used, demand.unstated)
            }
        };
        let finding = desk.judgement.of_park(&park.id).iter().find(|it| self.is_judged_by(it));
        Use {
            spare,
            is_assumed: desk.is_assumed_of_park(park, field),
            reserved,
            used,
            is_used_assumed: used > 0 && facts.placed.values().any(|it| self.is_assumed_of(desk, it)),
            unstated,
            state: finding.map(|it| it.state),
        }
    }
}

/// The field of a project from which its need of a factor follows.
const fn needed(factor: SiteFactor) -> &'static str {
    match factor {
        SiteFactor::ChemicalZoneLand => "land",
        SiteFactor::PlantFloor => "floor_area",
        SiteFactor::Power => "power",
        SiteFactor::Sewage | SiteFactor::ChemicalSewage => "waste_water",
        SiteFactor::Water => "water",
        SiteFactor::EnergyQuota => "electricity",
    }
}

/// The blocks of the paper.
pub fn blocks(desk: &Desk<'_>) -> Vec<Block> {
    if desk.world().parks.is_empty() {
        return vec![cells::paragraph(desk.say(say::NO_PARKS))];
    }
    vec![
        Block::Table(table(desk)),
        cells::heading(desk.say(say::POOLS)),
        Block::Table(pools(desk)),
        cells::heading(desk.say(say::RESERVATIONS)),
        cells::table_or(reservations(desk), desk.say(say::NO_RESERVATIONS)),
    ]
}

/// A row a park and factor.
pub fn table(desk: &Desk<'_>) -> Table {
    let parks = desk.world().parks_in_order();
    let rows = parks.into_iter().flat_map(|park| of_park(desk, &park.id, true)).collect();
    let mut columns = columns(desk);
    columns.insert(0, column(desk.say(say::PARK), 3));
    Table {
        notes: vec![desk.say(say::ASSUMED_MEANS).to_owned()],
        ..cells::table(desk.say(say::FACTORS), "", columns, rows)
    }
}

/// The factors of one park.
pub fn table_of_park(desk: &Desk<'_>, park: &ParkId) -> Table {
    cells::table(desk.say(say::CAPACITY_LEFT), "", columns(desk), of_park(desk, park, false))
}

fn columns(desk: &Desk<'_>) -> Vec<super::paper::Column> {
    let say = |phrase| desk.say(phrase);
    vec![
        column(say(say::FACTOR), 2),
        column(say(say::UNIT), 1),
        figures(say(say::SPARE), 2),
        figures(say(say::RESERVED), 2),
        figures(say(say::USED), 2),
        figures(say(say::LEFT), 2),
        figures(say(say::USE_PERCENT), 1),
        column(say(say::STATE), 1),
        figures(say(say::UNSTATED), 1),
        column(say(say::UNTIL), 2),
    ]
}

fn of_park(desk: &Desk<'_>, id: &ParkId, is_named: bool) -> Vec<Vec<Value>> {
    let (Some(park), Some(facts)) = (desk.world().parks.get(id), desk.judgement.facts().park(id)) else {
        return Vec::new();
    };
    let row = |factor: Factor| {
        let of = factor.in_park(desk, park, facts);
        let name = is_named.then(|| cells::words(desk.park(id)));
        name.into_iter().chain(row(desk, factor, &of, earliest(desk, id, factor))).collect()
    };
    Factor::all().map(row).collect()
}

fn row(desk: &Desk<'_>, factor: Factor, of: &Use, until: Value) -> Vec<Value> {
    let decimals = factor.decimals();
    let is_assumed = of.is_assumed || of.is_used_assumed;
    let demand = of.used.saturating_add(of.reserved);
    let left =
        of.spare.map_or(Value::Missing, |spare| cells::figure(spare.saturating_sub(demand), decimals, is_assumed));
    vec![
        cells::words(factor.name(desk)),
        cells::words(factor.unit(desk)),
        of.spare.map_or(Value::Missing, |spare| cells::figure(spare, decimals, of.is_assumed)),
        cells::figure(of.reserved, decimals, false),
        cells::figure(of.used, decimals, of.is_used_assumed),
        left,
        percent(demand, of.spare, is_assumed),
        of.state.map_or(Value::Blank, |state| cells::toned(desk.say(term::state(state)), cells::tone_of(state))),
        if of.unstated == 0 { Value::Blank } else { cells::toned_whole(i64::from(of.unstated), Tone::Caution) },
        until,
    ]
}

/// Share in use with one decimal, rounded half up; missing where nothing is there to be used.
fn percent(demand: i64, spare: Option<i64>, is_assumed: bool) -> Value {
    let share = spare.filter(|spare| *spare > 0).map(|spare| {
        let (demand, spare) = (i128::from(demand), i128::from(spare));
        i64::try_from((demand * 1_000 + spare / 2).div_euclid(spare)).unwrap_or(i64::MAX)
    });
    share.map_or(Value::Missing, |tenths| Value::Number { steps: tenths, decimals: 1, is_assumed, tone: Tone::Plain })
}

/// The first day on which a live reservation of the factor ends.
fn earliest(desk: &Desk<'_>, park: &ParkId, factor: Factor) -> Value {
    let alive = desk.world().reservations_of(desk.judgement.plan()).filter(|it| it.park == *park);
    let of_factor = alive.filter(|it| reserved(&it.amount).0 == factor && it.until >= desk.day());
    of_factor.map(|it| it.until).min().map_or(Value::Blank, Value::Day)
}

/// Factor and amount of a reservation, in smallest steps.
const fn reserved(amount: &Reserved) -> (Factor, i64) {
    match amount {
        Reserved::Land(amount) => (Factor::Land, Mu::steps(*amount)),
        Reserved::PlantFloor(amount) => (Factor::Of(SiteFactor::PlantFloor), SquareMetres::steps(*amount)),
        Reserved::Power(amount) => (Factor::Of(SiteFactor::Power), Megawatts::steps(*amount)),
        Reserved::Sewage(amount) => (Factor::Of(SiteFactor::Sewage), TonnesPerDay::steps(*amount)),
        Reserved::Water(amount) => (Factor::Of(SiteFactor::Water), TonnesPerDay::steps(*amount)),
        Reserved::EnergyQuota(amount) => (Factor::Of(SiteFactor::EnergyQuota), Tce::steps(*amount)),
    }
}

/// Sums over the parks that state what they have.
fn pools(desk: &Desk<'_>) -> Table {
    let row = |factor: Factor| {
        let uses: Vec<Use> = desk
            .judgement
            .facts()
            .parks()
            .filter_map(|(id, facts)| Some(factor.in_park(desk, desk.world().parks.get(id)?, facts)))
            .filter(|it| it.spare.is_some())
            .collect();
        let sum = |of: fn(&Use) -> i64| uses.iter().map(of).fold(0_i64, i64::saturating_add);
        let (spare, reserved, used) = (sum(|it| it.spare.unwrap_or(0)), sum(|it| it.reserved), sum(|it| it.used));
        let (is_assumed, is_used) = (uses.iter().any(|it| it.is_assumed), uses.iter().any(|it| it.is_used_assumed));
        let figure = |steps, is_assumed| cells::figure(steps, factor.decimals(), is_assumed);
        let demand = used.saturating_add(reserved);
        vec![
            cells::words(factor.name(desk)),
            cells::words(factor.unit(desk)),
            cells::count(uses.len()),
            figure(spare, is_assumed),
            figure(reserved, false),
            figure(used, is_used),
            figure(spare.saturating_sub(demand), is_assumed || is_used),
            percent(demand, Some(spare), is_assumed || is_used),
        ]
    };
    let say = |phrase| desk.say(phrase);
    let columns = vec![
        column(say(say::FACTOR), 2),
        column(say(say::UNIT), 1),
        figures(say(say::PARKS_STATING), 1),
        figures(say(say::SPARE), 2),
        figures(say(say::RESERVED), 2),
        figures(say(say::USED), 2),
        figures(say(say::LEFT), 2),
        figures(say(say::USE_PERCENT), 1),
    ];
    let rows = Factor::all().map(row).collect();
    Table { notes: vec![say(say::POOLS_NOTE).to_owned()], ..cells::table(say(say::POOLS), "", columns, rows) }
}

fn reservations(desk: &Desk<'_>) -> Table {
    let row = |it: &Reservation| {
        let (factor, steps) = reserved(&it.amount);
        let (state, tone) = if it.until >= desk.day() { (say::ALIVE, Tone::Good) } else { (say::EXPIRED, Tone::Faint) };
        vec![
            cells::words(desk.tell(&finding::park_name(desk.world(), &it.park))),
            cells::words(factor.name(desk)),
            cells::figure(steps, factor.decimals(), false),
            cells::words(factor.unit(desk)),
            Value::Day(it.until),
            cells::toned(desk.say(state), tone),
            cells::words(desk.half(&it.reason)),
        ]
    };
    let mut rows: Vec<&Reservation> = desk.world().reservations_of(desk.judgement.plan()).collect();
    rows.sort_by(|one, other| (one.until, &one.park, &one.id).cmp(&(other.until, &other.park, &other.id)));
    let say = |phrase| desk.say(phrase);
    let columns = vec![
        column(say(say::PARK), 2),
        column(say(say::FACTOR), 2),
        figures(say(say::AMOUNT), 1),
        column(say(say::UNIT), 1),
        column(say(say::UNTIL), 2),
        column(say(say::STATE), 1),
        column(say(say::REASON), 4),
    ];
    cells::table(say(say::RESERVATIONS), "", columns, rows.into_iter().map(row).collect())
}

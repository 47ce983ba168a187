//! How good has the advice been? The rank that it gives to the park where a real project went.
//!
//! Each case is judged in the base data without the case itself and without any record of its company or company group, in a
//! plan of its own with no placement. A case shows where a project went, not that the place was best: politics and land on
//! offer decided too. Beside it stand three baselines: chance, positions with the size of the park, and the most output in
//! the sub-sector.

use std::{cmp::Reverse, sync::Arc};

use super::ranking::{self, Ranked};
use crate::{
    evaluate::judgement::Judgement,
    model::{
        enterprise::Enterprise,
        id::{GroupId, ParkId, PlanId},
        park::Role,
        plan::{Plan, PlanStatus},
        project::Project,
        scenario::Scenario,
        text::Text,
        weights::own_weights_of,
    },
};

/// A real project, and where it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The project, as much as is known of it.
    pub project: Project,
    /// Its company, by name; empty where not known.
    pub company: String,
    /// The park where it went.
    pub park: ParkId,
    /// Whether it counts in the strict test: a project, placed by a source that names the park, whose name does not give
    /// the place away.
    pub is_strict: bool,
}

/// What the advice said to one case.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The case.
    pub case: Settled,
    /// Rank of the park where it went; `None` where the scenario does not know the park.
    pub rank: Option<usize>,
    /// All parks, best first.
    pub ranking: Vec<Ranked>,
    /// Ranks by the baselines, in the order of [`Baseline::RANKED`].
    pub baselines: [Option<usize>; Baseline::RANKED.len()],
}

/// What the advice is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Baseline {
    /// Every order is as likely: the expected values.
    Random,
    /// Leading before characteristic before none, then the larger output of the park.
    PositionsThenSize,
    /// Most output in the sub-sector, then the larger output of the park.
    MostOutput,
}

impl Baseline {
    /// Those that rank.
    pub const RANKED: [Self; 2] = [Self::PositionsThenSize, Self::MostOutput];

    /// Id in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Random => "random",
            Self::PositionsThenSize => "positions-then-size",
            Self::MostOutput => "most-output",
        }
    }
}

/// How often the park came first, among the first three, and the mean of one over its rank.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rates {
    /// Cases that were judged.
    pub cases: usize,
    /// Share in which the park came first.
    pub top1: f64,
    /// Share in which it came among the first three.
    pub top3: f64,
    /// Mean reciprocal rank, 0 to 1.
    pub mrr: f64,
}

impl Rates {
    /// The rates of `ranks`, of a park that the scenario does not know as never found; `None` where there are none.
    #[expect(clippy::cast_precision_loss, reason = "numbers of cases are small")]
    pub fn of(ranks: impl IntoIterator<Item = Option<usize>>) -> Option<Self> {
        let ranks: Vec<Option<usize>> = ranks.into_iter().collect();
        if ranks.is_empty() {
            return None;
        }
        let cases = ranks.len() as f64;
        let within = |most: usize| ranks.iter().flatten().filter(|rank| **rank <= most).count() as f64 / cases;
        let mrr = ranks.iter().flatten().map(|rank| 1.0 / *rank as f64).sum::<f64>() / cases;
        Some(Self { cases: ranks.len(), top1: within(1), top3: within(3), mrr })
    }

    /// What chance would do with `cases` cases among `parks` parks; `None` where there are none of either.
    #[expect(clippy::cast_precision_loss, reason = "numbers of parks are small")]
    pub fn of_random(cases: usize, parks: usize) -> Option<Self> {
        if cases == 0 || parks == 0 {
            return None;
        }
        let number = parks as f64;
        let mrr = (1..=parks).map(|rank| 1.0 / rank as f64).sum::<f64>() / number;
        Some(Self { cases, top1: 1.0 / number, top3: (3.0 / number).min(1.0), mrr })
    }
}

/// What the advice says to each of `cases`, in their order, by the weights of `plan`.
pub fn run(scenario: &Scenario, plan: &PlanId, cases: &[Settled]) -> Vec<Row> {
    cases.iter().map(|case| judge(scenario, plan, case)).collect()
}

/// The scenario as it was without `case`: base data and the weights of `plan` only, without the case, without any record
/// of its company or group, and without the characteristic parks that bear the name of one of these.
pub fn without(scenario: &Scenario, plan: &PlanId, case: &Settled) -> Scenario {
    let weights = own_weights_of(scenario, plan).cloned().collect();
    let plan = Plan { id: plan.clone(), name: Text::new("回测", "Backtest"), status: PlanStatus::Draft };
    let mut base = scenario.base_only(scenario.title.clone(), plan);
    base.plan_weights = weights;
    let groups: Vec<GroupId> =
        base.enterprises.iter().filter(|it| is_named(it, case)).filter_map(|it| it.group.clone()).collect();
    let is_of_group = |it: &Enterprise| {
        it.group.as_ref().is_some_and(|group| case.project.group.as_ref() == Some(group) || groups.contains(group))
    };
    let is_own = |it: &Enterprise| it.id.as_str() == case.project.id.as_str() || is_named(it, case) || is_of_group(it);
    let company = case.company.trim().to_owned();
    let names = base.enterprises.iter().filter(|it| is_own(it)).map(|it| it.name.zh.trim().to_owned());
    let names: Vec<String> = names.chain([company]).filter(|name| is_name(name)).collect();
    base.enterprises.retain(|it| !is_own(it));
    let is_theirs = |park: &Text| names.iter().any(|name| park.zh.contains(name.as_str()));
    base.characteristic_parks.retain(|it| !it.name.as_ref().is_some_and(is_theirs));
    base.projects.retain(|_| false);
    base.projects.insert(case.project.clone());
    base
}

/// Least length of a name that is looked for inside another, in characters.
const LEAST_NAME: usize = 2;

fn is_name(text: &str) -> bool {
    text.chars().count() >= LEAST_NAME
}

/// Tells whether `enterprise` bears the name of the company of `case`, in whole or in part.
fn is_named(enterprise: &Enterprise, case: &Settled) -> bool {
    let (one, other) = (enterprise.name.zh.trim(), case.company.trim());
    is_name(one) && is_name(other) && (one.contains(other) || other.contains(one))
}

fn judge(scenario: &Scenario, plan: &PlanId, case: &Settled) -> Row {
    let base = without(scenario, plan, case);
    let judgement = Judgement::of(&base, &base.active_plan);
    let project = Arc::new(case.project.clone());
    let ranking = ranking::of(&judgement, &project);
    let rank = ranking.iter().position(|it| it.park == case.park).map(|at| at + 1);
    let baselines = Baseline::RANKED.map(|baseline| {
        let order = order(&judgement, &case.project, baseline);
        order.iter().position(|park| *park == case.park).map(|at| at + 1)
    });
    Row { case: case.clone(), rank, ranking, baselines }
}

/// The parks in the order of a baseline.
fn order(judgement: &Judgement, project: &Project, baseline: Baseline) -> Vec<ParkId> {
    let ground = judgement.fit().ground();
    let trade = ground.number(&project.industry);
    let role = |park: &ParkId| {
        let position = judgement.facts().park(park).and_then(|facts| facts.position_of(&project.industry));
        match position.map(|position| position.role) {
            Some(Role::Leading) => 0,
            Some(Role::Characteristic) => 1,
            None => 2,
        }
    };
    let steps = |output: f64| Reverse(ordered(output));
    let mut parks: Vec<(u8, Reverse<u64>, Reverse<u64>, ParkId)> = Vec::new();
    for park in judgement.world().parks_in_order() {
        let Some(here) = ground.park(&park.id) else { continue };
        let size = steps(here.total);
        parks.push(match baseline {
            Baseline::Random => (0, Reverse(0), Reverse(0), park.id.clone()),
            Baseline::PositionsThenSize => (role(&park.id), size, Reverse(0), park.id.clone()),
            Baseline::MostOutput => (0, steps(trade.map_or(0.0, |trade| here.output(trade))), size, park.id.clone()),
        });
    }
    parks.sort_by_key(|it| (it.0, it.1, it.2));
    parks.into_iter().map(|(.., park)| park).collect()
}

/// An output of at least 0 as bits that compare as it does.
fn ordered(output: f64) -> u64 {
    output.max(0.0).to_bits()
}

//! Which of the proposed changes belong together, and what does each group of them do?
//!
//! A proposal is decided upon group by group. Changes belong together where one is worth less, or is not allowed, without the
//! other: projects that come into one park and bring each other something, a handful at most, and projects that leave a park together
//! with those for which they make room. Groups share nothing else, so that any choice among them keeps the limits that the whole keeps.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{loads::PART, proposal::Proposal};
use crate::{
    advise::make_room::forbids,
    evaluate::{
        effect::{self, Effect, Move},
        judgement::Judgement,
    },
    model::{
        edit::Edit,
        id::{ParkId, PlanId, ProjectId, RuleId},
        policy::SiteFactor,
        project::Project,
        quantity::{Megawatts, Mu, SquareMetres, Tce, TonnesPerDay},
        scenario::Scenario,
    },
};

/// A project that would stand elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The project.
    pub project: ProjectId,
    /// Where it stands; `None` for the queue.
    pub from: Option<ParkId>,
    /// Where it would stand; `None` for the queue.
    pub to: Option<ParkId>,
}

impl Change {
    /// The edit that carries it out in `plan`.
    pub fn edit(&self, plan: &PlanId) -> Edit {
        let (plan, project) = (plan.clone(), self.project.clone());
        match &self.to {
            Some(park) => Edit::Place { plan, project, park: park.clone(), premises: None },
            None => Edit::Unplace { plan, project },
        }
    }

    /// The parks that it touches.
    pub fn parks(&self) -> impl Iterator<Item = &ParkId> {
        self.from.iter().chain(&self.to)
    }

    /// Whether the project would go to a park that the unit which reported it first does not host.
    pub fn crosses_districts(&self, scenario: &Scenario) -> bool {
        let park = self.to.as_ref().and_then(|it| scenario.parks.get(it));
        let reporter = scenario.projects.get(&self.project).and_then(|it| it.first_reporter.as_ref());
        park.zip(reporter).is_some_and(|(park, reporter)| !park.is_hosted_by(reporter))
    }
}

/// Why changes belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bond {
    /// It is one change alone.
    Alone,
    /// Projects come together and bring each other something.
    Coupling,
    /// One leaves so that another can come.
    Room,
}

/// Changes that are decided together, and what they do.
#[derive(Debug, Clone)]
pub struct Group {
    /// The changes, by project.
    pub changes: Vec<Change>,
    /// Why they belong together.
    pub bond: Bond,
    /// What they do to the plan as it stands, without the other groups.
    pub effect: Effect,
}

impl Group {
    /// What its changes add to the fit, in points.
    pub fn gain(&self) -> i64 {
        self.effect.after.fit - self.effect.before.fit
    }

    /// The parks that it touches.
    pub fn parks(&self) -> BTreeSet<&ParkId> {
        self.changes.iter().flat_map(Change::parks).collect()
    }
}

/// Changes that are bound together because they bring each other something.
const MOST_COUPLED: usize = 8;

/// What leads from the plan of `before` to that of `after`, by project; a project that one of the two does not know stays out.
pub fn changes_between(before: &Judgement, after: &Judgement) -> Vec<Change> {
    let place = |judgement: &Judgement, id: &ProjectId| judgement.facts().home(id).map(|(park, _)| park.clone());
    let projects: BTreeSet<&ProjectId> = before.facts().homes().chain(after.facts().homes()).collect();
    let change = |id: &ProjectId| Change { project: id.clone(), from: place(before, id), to: place(after, id) };
    projects.into_iter().map(change).filter(|it| it.from != it.to).collect()
}

/// What `changes` do together to the plan of `judgement`. A project that does not exist is left out.
pub fn effect_of<'a>(
    scenario: &Scenario,
    judgement: &Judgement,
    changes: impl IntoIterator<Item = &'a Change>,
) -> Effect {
    let changes: Vec<(&Arc<Project>, &Change)> =
        changes.into_iter().filter_map(|it| Some((scenario.projects.get(&it.project)?, it))).collect();
    effect::of_moves(judgement, &moves(scenario, &changes))
}

fn moves<'a>(scenario: &Scenario, changes: &[(&'a Arc<Project>, &'a Change)]) -> Vec<Move<'a>> {
    let to = |project: &Arc<Project>, it: &'a Change| it.to.as_ref().map(|to| (to, scenario.usual_premises(project)));
    changes.iter().map(|(project, it)| (*project, to(project, it))).collect()
}

/// The independent groups of `changes` of the plan of `judgement`, those that bring most first.
///
/// Costs a judgement of every park that a group touches.
pub fn groups(scenario: &Scenario, judgement: &Judgement, changes: &[Change]) -> Vec<Group> {
    let known = changes.iter().filter_map(|it| Some((scenario.projects.get(&it.project)?, it)));
    let mut known: Vec<(&Arc<Project>, &Change)> = known.collect();
    known.sort_by_key(|(_, change)| *change);
    let mut sets = Sets::of(known.len());
    let parks = by_park(&known);
    for (park, touching) in &parks {
        let bound = making_room(scenario, judgement, park, &known, touching);
        sets.join_all(&bound, Bond::Room);
    }
    for (park, touching) in &parks {
        let arrivals = touching.iter().copied().filter(|at| goes_to(&known, *at, park));
        couple(judgement, &known, arrivals.collect(), &mut sets);
    }
    let mut groups: Vec<Group> = sets
        .parts()
        .into_iter()
        .map(|(members, bond)| {
            let mut changes: Vec<Change> =
                members.iter().filter_map(|at| known.get(*at)).map(|(_, it)| Change::clone(it)).collect();
            changes.sort();
            let effect = effect_of(scenario, judgement, &changes);
            Group { changes, bond, effect }
        })
        .collect();
    groups.sort_by(|a, b| {
        let net = |it: &Group| it.effect.after - it.effect.before;
        net(b).cmp(&net(a)).then_with(|| a.changes.cmp(&b.changes))
    });
    groups
}

/// The changes that touch each park, by number.
fn by_park<'a>(changes: &[(&'a Arc<Project>, &'a Change)]) -> BTreeMap<&'a ParkId, Vec<usize>> {
    let mut parks: BTreeMap<&ParkId, Vec<usize>> = BTreeMap::new();
    for (at, (_, change)) in changes.iter().enumerate() {
        for park in change.parks() {
            parks.entry(park).or_default().push(at);
        }
    }
    parks
}

fn goes_to(changes: &[(&Arc<Project>, &Change)], at: usize, park: &ParkId) -> bool {
    changes.get(at).is_some_and(|(_, it)| it.to.as_ref() == Some(park))
}

/// Those who come into `park` and do not fit while nobody leaves it, with those who have to leave for them; nobody where all fit.
///
/// Who fits beside those before him needs no room; who need not leave is not asked to.
fn making_room(
    scenario: &Scenario,
    judgement: &Judgement,
    park: &ParkId,
    changes: &[(&Arc<Project>, &Change)],
    touching: &[usize],
) -> Vec<usize> {
    let (arriving, leaving): (Vec<usize>, Vec<usize>) =
        touching.iter().copied().partition(|at| goes_to(changes, *at, park));
    if arriving.is_empty() || leaving.is_empty() {
        return Vec::new();
    }
    let breaks = |who: &[usize]| {
        let who = who.iter().filter_map(|at| changes.get(*at)).map(|(_, change)| *change);
        breaks_in(scenario, judgement, park, who)
    };
    let (mut fitting, mut crowding) = (Vec::new(), Vec::new());
    for at in &arriving {
        fitting.push(*at);
        if breaks(&fitting) {
            fitting.pop();
            crowding.push(*at);
        }
    }
    if crowding.is_empty() {
        return Vec::new();
    }
    let mut needed = leaving;
    for at in needed.clone() {
        let others: Vec<usize> = needed.iter().copied().filter(|it| *it != at).collect();
        let all: Vec<usize> = arriving.iter().chain(&others).copied().collect();
        if !breaks(&all) {
            needed = others;
        }
    }
    crowding.into_iter().chain(needed).collect()
}

/// Joins those who come into one park and are of one sub-sector, or of linked ones.
fn couple(judgement: &Judgement, changes: &[(&Arc<Project>, &Change)], arrivals: Vec<usize>, sets: &mut Sets) {
    let ground = judgement.fit().ground();
    let trade = |at: usize| changes.get(at).and_then(|(project, _)| ground.number(&project.industry));
    // One of each sub-sector stands for the others.
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for at in arrivals {
        let Some(number) = trade(at) else { continue };
        match first.get(&number) {
            Some(other) => sets.join_small(at, *other),
            None => {
                first.insert(number, at);
            }
        }
    }
    for (number, at) in &first {
        for (other, at_other) in first.range(number + 1..) {
            if ground.is_linked(*number, *other) || ground.is_linked(*other, *number) {
                sets.join_small(*at, *at_other);
            }
        }
    }
}

/// Whether `changes` together would break something in `park` at level legal that the plan of `judgement` does not break.
pub fn breaks_in<'a>(
    scenario: &Scenario,
    judgement: &Judgement,
    park: &ParkId,
    changes: impl IntoIterator<Item = &'a Change>,
) -> bool {
    let changes: Vec<(&Arc<Project>, &Change)> =
        changes.into_iter().filter_map(|it| Some((scenario.projects.get(&it.project)?, it))).collect();
    let created = effect::created_in(judgement, park, &moves(scenario, &changes));
    created.iter().any(forbids)
}

/// What a little more of a factor is worth in a park where it is scarce.
#[derive(Debug, Clone, PartialEq)]
pub struct Scarce {
    /// The park.
    pub park: ParkId,
    /// The factor; `None` for land.
    pub factor: Option<SiteFactor>,
    /// How much more of it, in its smallest steps: an amount that a planner reckons with.
    pub amount: i64,
    /// Projects that this would place more, about.
    pub projects: f64,
    /// Points of fit that it would bring, about, where it is less than one project.
    pub fit: f64,
}

/// Shares of a project and of a point below which nothing is told.
const LEAST_WORTH: (f64, f64) = (0.05, 0.5);

/// The scarcest factors of `proposal` by their shadow prices, at most so many, what is worth most first. Empty where nothing was
/// priced: a plan may be proven best without.
#[expect(clippy::cast_precision_loss, reason = "told with one decimal")]
pub fn scarce(proposal: &Proposal, most: usize) -> Vec<Scarce> {
    let mut found: Vec<(f64, Scarce)> = Vec::new();
    for (park, prices) in proposal.reading.parks.iter().zip(&proposal.outcome.prices.factors) {
        for (lane, price) in prices.iter().enumerate().filter(|(_, price)| **price > 0) {
            let factor = lane.checked_sub(1).and_then(|at| SiteFactor::ALL.get(at)).copied();
            let amount = usual_amount(factor);
            let worth = *price as f64 / PART as f64 * amount as f64;
            let (projects, fit) = proposal.reading.scale.worth(worth);
            if projects >= LEAST_WORTH.0 || fit >= LEAST_WORTH.1 {
                found.push((worth, Scarce { park: park.clone(), factor, amount, projects, fit }));
            }
        }
    }
    found.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    found.into_iter().take(most).map(|(_, it)| it).collect()
}

/// 100 mu, 10,000 m², 10 MW, 1,000 t/d or 10,000 tce, in smallest steps.
const fn usual_amount(factor: Option<SiteFactor>) -> i64 {
    match factor {
        None | Some(SiteFactor::ChemicalZoneLand) => 100 * 10_i64.pow(Mu::DECIMALS),
        Some(SiteFactor::PlantFloor) => 10_000 * 10_i64.pow(SquareMetres::DECIMALS),
        Some(SiteFactor::Power) => 10 * 10_i64.pow(Megawatts::DECIMALS),
        Some(SiteFactor::Sewage | SiteFactor::ChemicalSewage | SiteFactor::Water) => {
            1_000 * 10_i64.pow(TonnesPerDay::DECIMALS)
        }
        Some(SiteFactor::EnergyQuota) => 10_000 * 10_i64.pow(Tce::DECIMALS),
    }
}

/// What keeps a project out of a park.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// The planner has refused it there.
    Refused,
    /// The plan has locked the park.
    Locked,
    /// It would break this rule at level legal.
    Rule(RuleId),
    /// No position of the park covers it.
    Position,
}

/// What keeps `project` out of how many parks in the plan of `judgement`, the most frequent first, after what was
/// refused, where a park may fail for two
/// reasons; `refused` are the parks where the
/// planner refused it. A park that would take it is not counted.
///
/// Costs a judgement of every park.
pub fn obstacles(
    scenario: &Scenario,
    judgement: &Judgement,
    project: &ProjectId,
    refused: &dyn Fn(&ParkId) -> bool,
) -> Vec<(Obstacle, usize)> {
    let world = judgement.world();
    let Some(record) = scenario.projects.get(project) else { return Vec::new() };
    let mut counts: BTreeMap<Obstacle, usize> = BTreeMap::new();
    for (park, facts) in judgement.facts().parks() {
        let created =
            || effect::created_in(judgement, park, &[(record, Some((park, scenario.usual_premises(record))))]);
        let mut count = |obstacle| *counts.entry(obstacle).or_default() += 1;
        if refused(park) {
            count(Obstacle::Refused);
        } else if world.lock(judgement.plan(), park).is_some() {
            count(Obstacle::Locked);
        } else {
            // A park may fail for both; either alone would not be the whole truth.
            if let Some(finding) = created().iter().find(|it| forbids(it)) {
                count(Obstacle::Rule(finding.rule.clone()));
            }
            if facts.position_of(&record.industry).is_none() {
                count(Obstacle::Position);
            }
        }
    }
    let mut counts: Vec<(Obstacle, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(it, parks)| (*it != Obstacle::Refused, std::cmp::Reverse(*parks), it.clone()));
    counts
}

/// Numbers in disjoint sets, each with what binds it.
struct Sets {
    parent: Vec<usize>,
    bond: Vec<Bond>,
}

impl Sets {
    fn of(count: usize) -> Self {
        Self { parent: (0..count).collect(), bond: vec![Bond::Alone; count] }
    }

    fn root(&self, mut at: usize) -> usize {
        while let Some(parent) = self.parent.get(at).copied().filter(|it| *it != at) {
            at = parent;
        }
        at
    }

    /// Joins two sets; that one makes room outweighs that they couple.
    fn join(&mut self, one: usize, other: usize, bond: Bond) {
        let (one, other) = (self.root(one), self.root(other));
        let (low, high) = (one.min(other), one.max(other));
        let bonds = [low, high].map(|at| self.bond.get(at).copied().unwrap_or(Bond::Alone));
        let bond = if bonds.contains(&Bond::Room) { Bond::Room } else { bond };
        if let Some(parent) = self.parent.get_mut(high) {
            *parent = low;
        }
        if let Some(of_low) = self.bond.get_mut(low) {
            *of_low = bond;
        }
    }

    /// Joins two sets whose members bring each other something, unless so many could not be decided upon together.
    fn join_small(&mut self, one: usize, other: usize) {
        let roots = [self.root(one), self.root(other)];
        let size = (0..self.parent.len()).filter(|at| roots.contains(&self.root(*at))).count();
        if size <= MOST_COUPLED {
            self.join(one, other, Bond::Coupling);
        }
    }

    fn join_all(&mut self, members: &[usize], bond: Bond) {
        for pair in members.windows(2) {
            if let [one, other] = *pair {
                self.join(one, other, bond);
            }
        }
    }

    fn parts(&self) -> Vec<(Vec<usize>, Bond)> {
        let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..self.parent.len() {
            parts.entry(self.root(at)).or_default().push(at);
        }
        let bond = |root: usize| self.bond.get(root).copied().unwrap_or(Bond::Alone);
        parts.into_iter().map(|(root, members)| (members, bond(root))).collect()
    }
}

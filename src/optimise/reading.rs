//! What does a plan ask of the optimiser? A problem of dense arrays, read from facts, rules and suitability.
//!
//! Nothing is judged here: whether a project may go to a park, and how many findings of policy that makes or cures, is what
//! [`effect::of_move`] says of the plan without the projects that may move; what it is worth is the suitability score, and what
//! projects bring each other are the anchors of the coupling. Limits are what the rules on factors compare. So the value of a
//! plan here and its [`Score`] order plans alike:
//!
//! ```text
//! value = −unplaced · U − policy · P + fit       with P above every fit, U above every number of findings
//! ```
//!
//! Two findings do not add up project by project. A position with nothing behind it counts as cured by every project that comes,
//! and neighbours that come together and do not get on are not seen: both make a plan look better here than it is, never worse,
//! so that the bound holds for the score as well. Sub-sectors that lead in too many parks change with positions only.
//!
//! Positions stay as they are. A project goes only where a position covers it; where the planner placed it off position it may
//! stay.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    layout::Layout,
    problem::{Amounts, Choice, Given, Kind, LANES, Offer, Park, Problem, Project, Role, Slots, Unusable},
};
use crate::{
    evaluate::{effect, judgement::Judgement, score::Score},
    model::{
        self,
        edit::{Edit, EditError, apply},
        id::{IndustryId, ParkId, PlanId, ProjectId},
        park,
        plan::{Premises, Subject},
        policy::{Level, Mode, PoolKind, Rule, RuleKind, SiteFactor},
        quantity::Mu,
        scenario::Scenario,
    },
    rules::{
        self, capacity,
        facts::ParkFacts,
        finding::{Finding, State},
    },
    suitability::{coupling, score},
};

/// What the planner wants solved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// Whether placed projects may move as well; otherwise only what has no place is placed.
    pub moves: bool,
    /// The most placed projects that may move.
    pub most_moved: Option<usize>,
    /// Placed projects that stay although placed ones may move.
    pub kept: BTreeSet<ProjectId>,
    /// Where a project was refused: it is not proposed again.
    pub refused: BTreeSet<(ProjectId, ParkId)>,
    /// Where the projects that may move stood at the start, where that is not where they stand; only for whoever checks a plan
    /// that has been solved.
    pub from: Option<BTreeMap<ProjectId, ParkId>>,
}

/// Why a plan cannot be solved.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The plan may not change.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The arrays cannot hold it.
    #[error(transparent)]
    Problem(#[from] Unusable),
    /// More projects and findings than one number can order.
    #[error("the plan is too large to be ordered by one number")]
    TooLarge,
    /// Somebody called it off.
    #[error("called off")]
    CalledOff,
}

/// A plan as a problem.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The problem.
    pub problem: Problem,
    /// The plan as it stands.
    pub start: Layout,
    /// The projects of the problem, by number.
    pub projects: Vec<ProjectId>,
    /// The parks of the problem, by number.
    pub parks: Vec<ParkId>,
    /// The sub-sectors of the problem, by number.
    pub trades: Vec<IndustryId>,
    /// The plan.
    pub plan: PlanId,
    /// What was wished.
    pub wish: Wish,
    /// What values mean as scores.
    pub scale: Scale,
}

/// What the values of a problem mean as scores of its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// What a level is worth over the next.
    levels: Levels,
    /// The score of the plan without the projects that may move, but for those that wait.
    bare: Score,
    /// What of its fit and policy the problem counts as well.
    counted: i64,
}

/// What placing a project in a park would do, as far as it adds up.
#[derive(Debug, Clone, Copy)]
struct Answer {
    /// Suitability in points.
    fit: i64,
    /// Findings of policy that it makes, less those that it cures.
    policy: i64,
    /// Findings at level legal that it makes: none but where the project stands already.
    legal: i64,
}

impl Answer {
    /// All three in one number, for a while.
    fn packed(self) -> i64 {
        self.legal * LEGAL + self.policy * POLICY + self.fit
    }

    fn of(packed: i64) -> Self {
        let split = |number: i64, unit: i64| {
            let many = (number + unit / 2).div_euclid(unit);
            (many, number - many * unit)
        };
        let (legal, rest) = split(packed, LEGAL);
        let (policy, fit) = split(rest, POLICY);
        Self { fit, policy, legal }
    }
}

/// What a finding counts in a packed answer: far above every score, and above every number of findings of policy.
const POLICY: i64 = 1 << 28;
const LEGAL: i64 = 1 << 44;

impl Reading {
    /// The problem of the plan of `judgement`; `stop` is asked now and then.
    ///
    /// Costs a judgement of a park for every project and every park with a position for it.
    ///
    /// # Errors
    /// [`Unreadable`] where the plan may not change, is too large, or `stop` said so.
    pub fn of(
        scenario: &Scenario,
        judgement: &Judgement,
        wish: &Wish,
        stop: &(dyn Fn() -> bool + Sync),
    ) -> Result<Self, Unreadable> {
        let plan = judgement.plan();
        let movable = movable(judgement, wish);
        let bare = without(scenario, judgement, &movable)?;
        let world = bare.world();
        let fit = bare.fit();
        let parks: Vec<ParkId> = bare.facts().parks().map(|(id, _)| id.clone()).collect();
        let number_of: BTreeMap<&ParkId, u32> = parks.iter().zip(0..).collect();
        let trades: Vec<IndustryId> = world.industries.iter().map(|it| it.id.clone()).collect();
        let trade_of: BTreeMap<&IndustryId, u16> = trades.iter().zip(0..).collect();
        // Projects that stay and are not pinned still bring others something.
        let staying: Vec<ProjectId> = bare.facts().homes().filter(|it| !fit.ground().counts(it)).cloned().collect();
        let waiting = world.projects.iter().map(|it| &it.id).filter(|id| judgement.facts().home(id).is_none());
        let waiting = waiting.filter(|id| judgement.is_awaited(id)).cloned();
        let free: Vec<ProjectId> =
            movable.iter().cloned().chain(waiting).collect::<BTreeSet<_>>().into_iter().collect();
        let projects: Vec<ProjectId> = free.iter().chain(&staying).cloned().collect();
        let home = |judgement: &Judgement, id: &ProjectId| {
            judgement.facts().home(id).and_then(|(park, _)| number_of.get(park).copied())
        };
        let record = |id: &ProjectId| world.projects.get(id);
        let kinds = kinds(&bare, &trades);
        let links = links(&bare, &trade_of);
        let mut given_parks: Vec<Park> = parks.iter().map(|id| park_of(&bare, id, &trade_of)).collect();
        let start_of = |id: &ProjectId| match &wish.from {
            Some(from) => from.get(id).and_then(|park| number_of.get(park).copied()),
            None => home(judgement, id),
        };
        let starts = free.iter().map(start_of).collect();
        let reader = Reader {
            scenario,
            bare: &bare,
            plan,
            parks: &parks,
            free: &free,
            starts,
            refused: &wish.refused,
            counts_positions: true,
        };
        reader.widen(&mut given_parks);
        let pools = reader.pools();
        let mut given_projects = vec![];
        for (number, id) in projects.iter().enumerate() {
            let Some(project) = record(id) else { continue };
            let stays = number >= free.len();
            given_projects.push(Project {
                kind: trade_of.get(&project.industry).copied().unwrap_or(0),
                need: if stays { [0; LANES] } else { reader.need(id) },
                draw: if stays { [0; LANES] } else { pools.draw(&reader.need(id)) },
                penalty: 0,
                pin: if stays { home(&bare, id) } else { None },
                start: reader.starts.get(number).copied().flatten(),
            });
        }
        let given = Given {
            parks: given_parks,
            zones: vec![pools.left],
            projects: given_projects,
            kinds,
            links,
            saturation: coupling::round(fit.ground().anchors().coupling_saturation),
            leading_saturation: coupling::round(fit.ground().anchors().coupling_leading_saturation),
            redesign: false,
            most_moved: wish.most_moved,
            needs_differ: false,
        };
        let (problem, levels) = weighed(given, &reader, judgement, &projects, stop)?;
        let start = Layout::at_start(&problem);
        // What the plan without the movable projects has already, in the same measure.
        let alone = Layout { park_of: problem.given.projects.iter().map(|it| it.pin).collect(), ..start.clone() };
        let counted = alone.value(&problem) - problem.floor();
        Ok(Self {
            problem,
            start,
            projects,
            trades,
            parks,
            plan: plan.clone(),
            wish: wish.clone(),
            scale: Scale { levels, bare: bare.score(), counted },
        })
    }

    /// The edits that make the plan that of `layout`, in the order of the projects.
    pub fn edits(&self, layout: &Layout) -> Vec<Edit> {
        let changes = self.changes(layout);
        let edit = |(project, to): (ProjectId, Option<ParkId>)| {
            let plan = self.plan.clone();
            match to {
                Some(park) => Edit::Place { plan, project, park, premises: None },
                None => Edit::Unplace { plan, project },
            }
        };
        changes.into_iter().map(edit).collect()
    }

    /// The projects that stand elsewhere in `layout` than in the plan, and where.
    pub fn changes(&self, layout: &Layout) -> Vec<(ProjectId, Option<ParkId>)> {
        let both = self.projects.iter().zip(self.start.park_of.iter().zip(&layout.park_of));
        let changed = both.filter(|(_, (before, after))| before != after);
        changed.map(|(project, (_, after))| (project.clone(), after.and_then(|it| self.park(it)))).collect()
    }

    /// Where each project stands in `layout`.
    pub fn places(&self, layout: &Layout) -> BTreeMap<ProjectId, Option<ParkId>> {
        let both = self.projects.iter().zip(&layout.park_of);
        both.map(|(project, park)| (project.clone(), park.and_then(|it| self.park(it)))).collect()
    }

    /// The projects that may be placed or moved.
    pub fn free(&self) -> impl Iterator<Item = &ProjectId> {
        let pins = self.problem.given.projects.iter().map(|it| it.pin);
        self.projects.iter().zip(pins).filter(|(_, pin)| pin.is_none()).map(|(id, _)| id)
    }

    /// The layout in which each project stands where `judgement` has it; `None` where one stands in a park that it may not choose.
    pub fn layout_of(&self, judgement: &Judgement) -> Option<Layout> {
        let number_of: BTreeMap<&ParkId, u32> = self.parks.iter().zip(0..).collect();
        let mut layout = self.start.clone();
        for (number, (place, project)) in layout.park_of.iter_mut().zip(&self.projects).enumerate() {
            *place = judgement.facts().home(project).and_then(|(park, _)| number_of.get(park).copied());
            if let Some(park) = place {
                self.problem.worth_in(number, *park as usize)?;
            }
        }
        Some(layout)
    }

    fn park(&self, number: u32) -> Option<ParkId> {
        self.parks.get(number as usize).cloned()
    }
}

impl Scale {
    /// The value of a plan with this score, if it has the projects of this problem: what its levels are worth together.
    pub fn value_of(&self, score: Score) -> i64 {
        let of = |number: i64, level: i64| i128::from(number) * i128::from(level);
        let value = of(score.legal - self.bare.legal, self.levels.legal)
            + of(score.unplaced, self.levels.unplaced)
            + of(score.policy - self.bare.policy, self.levels.policy)
            + i128::from(score.fit - self.bare.fit + self.counted);
        i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
    }

    /// What a finding of policy is worth in fit: more than all fit together.
    pub fn policy(&self) -> i64 {
        self.levels.policy
    }

    /// What a price is worth: in projects that would be placed, and, where it is less than one of those, in points of fit.
    #[expect(clippy::cast_precision_loss, reason = "told with one decimal")]
    pub fn worth(&self, price: f64) -> (f64, f64) {
        (price / self.levels.unplaced as f64, price % self.levels.policy as f64)
    }

    /// The score that no plan of at most this value exceeds. What a bound leaves on a level above says nothing of the levels below:
    /// there may be no finding of policy at all then, and as much fit as there can be.
    pub fn bound_of(&self, value: i64) -> Score {
        let score = self.score_of(value);
        if score.policy > 0 {
            Score { policy: 0, fit: (self.levels.policy - 1) / 2, ..score }
        } else {
            Score { fit: score.fit.min((self.levels.policy - 1) / 2), ..score }
        }
    }

    /// The score of a value: the inverse of [`Scale::value_of`].
    pub fn score_of(&self, value: i64) -> Score {
        let Levels { legal: one_legal, unplaced: one_unplaced, policy: one_policy } = self.levels;
        let rest = value - self.counted + self.bare.fit;
        // What waits is less than one L, and everything below less than one U.
        let legal = -(one_unplaced - rest).div_euclid(one_legal);
        let rest = rest - legal * one_legal;
        // Fit lies from nothing to one P, policy from −M/2 to M/2.
        let fit = rest.rem_euclid(one_policy);
        let above = (rest - fit) / one_policy;
        let many = one_unplaced / one_policy;
        let unplaced = (above + many / 2).div_euclid(many);
        let policy = self.bare.policy + above - unplaced * many;
        Score { legal: self.bare.legal + legal, unplaced, policy, fit }
    }
}

/// The problem of `given`, with what each choice is worth, and what the levels are worth.
pub(super) fn weighed(
    given: Given,
    reader: &Reader,
    judgement: &Judgement,
    projects: &[ProjectId],
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<(Problem, Levels), Unreadable> {
    // First what each choice says, then what it is worth: that depends on the largest of all.
    let answers = Problem::of(given.clone(), |project, park| {
        if stop() {
            return None;
        }
        if project >= reader.free.len() {
            return Some(Choice { worth: 0, need: [0; LANES] });
        }
        let answer = reader.ask(project, park)?;
        Some(Choice { worth: answer.packed(), need: [0; LANES] })
    });
    // What was called off has no choice where it should have one; that is nobody's fault.
    if stop() {
        return Err(Unreadable::CalledOff);
    }
    let answers = answers?;
    let known = answers.worth.iter().filter(|it| **it > super::problem::NEVER).map(|it| Answer::of(*it));
    let most_policy = known.clone().map(|it| it.policy.abs()).max().unwrap_or(0);
    let most_fit = known.clone().map(|it| it.fit).max().unwrap_or(0).max(0);
    let legal = known.map(|it| it.legal).sum();
    let most = Answer { fit: most_fit, policy: most_policy, legal };
    let levels = Levels::of(&answers, reader.bare.score().fit, most).ok_or(Unreadable::TooLarge)?;
    let mut given = given;
    for (number, project) in given.projects.iter_mut().enumerate() {
        let awaited = number < reader.free.len() && projects.get(number).is_some_and(|id| judgement.is_awaited(id));
        project.penalty = if awaited { levels.unplaced } else { 0 };
    }
    let worth = |project: usize, park: usize| {
        let worth = answers.worth_in(project, park)?;
        let worth = if project < reader.free.len() {
            let it = Answer::of(worth);
            it.fit - it.policy * levels.policy - it.legal * levels.legal
        } else {
            0
        };
        Some(Choice { worth, need: [0; LANES] })
    };
    Ok((Problem::of(given, worth)?, levels))
}

/// What a level is worth over the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Levels {
    /// What a finding at level legal loses: above every number of projects that wait.
    legal: i64,
    /// `U`: what a project without a place loses.
    pub(super) unplaced: i64,
    /// `P`: what a finding of policy loses.
    policy: i64,
}

impl Levels {
    /// What the levels must be worth where the plan without the projects that may move has `bare` fit, an answer has at most so much
    /// fit and policy, and all answers together so many findings at level legal; `None` where no number is large enough.
    fn of(problem: &Problem, bare: i64, most: Answer) -> Option<Self> {
        let given = &problem.given;
        let projects = i64::try_from(given.projects.len()).ok()?.max(1);
        let of_links: i64 = given.links.iter().map(|(.., bonus)| bonus).sum();
        let of_kind = given.kinds.iter().map(|it| it.same + it.leading).max().unwrap_or(0);
        let of_project = most.fit.checked_add(of_kind)?.checked_add(of_links)?;
        let policy = of_project.checked_mul(projects)?.checked_add(bare.max(0))?.checked_mul(2)?.checked_add(1)?;
        let unplaced = projects.checked_mul(most.policy + 1)?.checked_mul(4)?.checked_add(4)?.checked_mul(policy)?;
        // Every sum of these must stay far from the end of the whole numbers.
        unplaced.checked_mul(projects)?.checked_mul(4)?;
        // Few plans break anything at the start; where they do, a finding outranks every project that waits.
        let legal = unplaced.saturating_mul(projects + 3);
        if most.legal > 0 {
            legal.checked_mul(most.legal.checked_add(2)?)?.checked_mul(2)?;
        }
        Some(Self { legal, unplaced, policy })
    }
}

/// Placed projects that may move.
pub(super) fn movable(judgement: &Judgement, wish: &Wish) -> Vec<ProjectId> {
    if !wish.moves {
        return vec![];
    }
    let world = judgement.world();
    let plan = judgement.plan();
    let may_move = |id: &&ProjectId| {
        let Some((park, _)) = judgement.facts().home(id) else { return false };
        // Who checks a solved plan says himself which were free then: one that waited where it is pinned was.
        // Money is granted to a project where it stands: moving it is for people, who grant it again or elsewhere.
        let has_grant = || world.grants_of(plan).any(|grant| grant.project == **id);
        let may = wish.from.is_some()
            || (judgement.is_awaited(id)
                && world.pin(plan, id).is_none()
                && world.lock(plan, park).is_none()
                && !has_grant());
        may && !wish.kept.contains(*id)
    };
    judgement.facts().homes().filter(may_move).cloned().collect()
}

/// The judgement of the plan without `projects`.
pub(super) fn without(
    scenario: &Scenario,
    judgement: &Judgement,
    projects: &[ProjectId],
) -> Result<Judgement, Unreadable> {
    let plan = judgement.plan().clone();
    if !scenario.may_change(&plan) {
        return Err(EditError::Approved(plan).into());
    }
    if projects.is_empty() {
        return Ok(judgement.clone());
    }
    let edits = projects.iter().map(|project| Edit::Unplace { plan: plan.clone(), project: project.clone() });
    let mut copy = scenario.clone();
    let touched = apply(&mut copy, &Edit::Together(edits.collect()))?;
    let mut bare = judgement.clone();
    bare.follow(&copy, &touched);
    Ok(bare)
}

/// What projects of each sub-sector bring each other.
fn kinds(bare: &Judgement, trades: &[IndustryId]) -> Vec<Kind> {
    let anchors = bare.fit().ground().anchors();
    let kind =
        Kind { same: coupling::round(anchors.coupling_same), leading: coupling::round(anchors.coupling_leading) };
    vec![kind; trades.len()]
}

/// What linked sub-sectors bring each other.
pub(super) fn links(bare: &Judgement, trade_of: &BTreeMap<&IndustryId, u16>) -> Vec<(u16, u16, i64)> {
    let ground = bare.fit().ground();
    let link = coupling::round(ground.anchors().coupling_link);
    let mut links = vec![];
    for (industry, kind) in trade_of {
        let Some(number) = ground.number(industry) else { continue };
        for (other, weight) in ground.neighbours(number) {
            let other = ground.trade(*other).and_then(|it| trade_of.get(&it.id));
            if let Some(other) = other.filter(|it| *it > kind) {
                links.push((*kind, *other, link * i64::from(*weight)));
            }
        }
    }
    links.sort_unstable();
    links
}

/// A park with what it has left, its positions and its firms.
fn park_of(bare: &Judgement, id: &ParkId, trade_of: &BTreeMap<&IndustryId, u16>) -> Park {
    let empty = ParkFacts::default();
    let facts = bare.facts().park(id).unwrap_or(&empty);
    let number = |industry: &IndustryId| trade_of.get(industry).copied();
    let offer = |position: &park::Position| Offer {
        kinds: position.industries.iter().filter_map(number).collect(),
        start: if position.role == park::Role::Leading { Role::Leading } else { Role::Characteristic },
        locked: true,
        cost: [0; 3],
    };
    let ground = bare.fit().ground();
    let firms_of = |(industry, kind): (&&IndustryId, &u16)| {
        let firms = ground.park(id)?.firms(ground.number(industry)?);
        (firms > 0).then(|| (*kind, u32::try_from(firms).unwrap_or(u32::MAX)))
    };
    let many =
        |role: park::Role| u8::try_from(facts.positions.iter().filter(|it| it.role == role).count()).unwrap_or(u8::MAX);
    let (leading, characteristic) = (many(park::Role::Leading), many(park::Role::Characteristic));
    Park {
        capacity: std::array::from_fn(|lane| left(bare, id, facts, lane)),
        zone: 0,
        slots: Slots { leading, characteristic, both: leading.saturating_add(characteristic) },
        offers: facts.positions.iter().map(offer).collect(),
        firms: trade_of.iter().filter_map(firms_of).collect(),
    }
}

/// More than any sum of needs.
const PLENTY: i32 = i32::MAX / 2;

/// What a park has left of a factor: the first lane is land, then come the factors in their order. Plenty where no rule in force
/// compares it, or the plan holds a waiver for it.
pub(super) fn left(bare: &Judgement, id: &ParkId, facts: &ParkFacts, lane: usize) -> i32 {
    let world = bare.world();
    let factor = lane.checked_sub(1).and_then(|at| SiteFactor::ALL.get(at)).copied();
    let is_meant = |rule: &Rule| match (&rule.kind, factor) {
        (RuleKind::Land { .. }, None) => true,
        (RuleKind::Capacity(of), Some(factor)) => *of == factor,
        _ => false,
    };
    let binds = |rule: &Rule| {
        let waived = rules::is_waived(world, bare.plan(), &rule.id, rule.mode, id, &Subject::Whole);
        rule.mode != Mode::Off && rule.in_force_on(world.as_of) && !waived
    };
    if !world.rules.iter().any(|rule| is_meant(rule) && binds(rule)) {
        return PLENTY;
    }
    let Some(park) = world.parks.get(id) else { return 0 };
    let (spare, used) = match factor {
        None => (park.capacities.net_land.map(Mu::steps), facts.land_demand().steps()),
        Some(factor) => (capacity::spare(&park.capacities, factor), facts.demand(factor).total()),
    };
    // What is not stated does not break a rule.
    spare.map_or(PLENTY, |spare| i32::try_from((spare - used).clamp(0, i64::from(PLENTY))).unwrap_or(PLENTY))
}

/// What the pools of the city still hold, one lane each.
pub(super) struct Pools {
    /// What is left, in smallest steps.
    pub left: [i64; LANES],
    /// Whether the projects could use it up.
    binds: [bool; LANES],
}

/// The lane of a pool.
const fn lane_of(pool: PoolKind) -> usize {
    match pool {
        PoolKind::Land => 0,
        PoolKind::Energy => 1,
        PoolKind::WasteWater => 2,
    }
}

impl Pools {
    /// What a project that needs so much of land and of each factor draws from each pool that binds.
    pub fn draw(&self, need: &Amounts) -> Amounts {
        let of = |factor: SiteFactor| {
            let at = SiteFactor::ALL.iter().position(|it| *it == factor).map_or(0, |at| at + 1);
            need.get(at).copied().unwrap_or(0)
        };
        let mut draw = [0; LANES];
        for (pool, amount) in [
            (PoolKind::Land, need[0]),
            (PoolKind::Energy, of(SiteFactor::EnergyQuota)),
            (PoolKind::WasteWater, of(SiteFactor::Sewage).saturating_add(of(SiteFactor::ChemicalSewage))),
        ] {
            let lane = lane_of(pool);
            draw[lane] = if self.binds[lane] { amount } else { 0 };
        }
        draw
    }
}

/// Who asks the rules about every choice.
pub(super) struct Reader<'a> {
    pub scenario: &'a Scenario,
    pub bare: &'a Judgement,
    pub plan: &'a PlanId,
    pub parks: &'a [ParkId],
    pub free: &'a [ProjectId],
    pub starts: Vec<Option<u32>>,
    pub refused: &'a BTreeSet<(ProjectId, ParkId)>,
    /// Whether findings about positions themselves count.
    pub counts_positions: bool,
}

impl Reader<'_> {
    /// What an edit gives a project that is placed: what is usual for it by the register, whatever the plan assumes.
    fn premises(&self, project: &model::project::Project) -> Premises {
        let of_register = self.scenario.projects.get(&project.id);
        self.scenario.usual_premises(of_register.map_or(project, AsRef::as_ref))
    }

    /// What a project needs of land and of each factor, whatever the park: what the totals of a park grow by.
    pub fn need(&self, id: &ProjectId) -> Amounts {
        let world = self.bare.world();
        let (Some(project), Some(park)) = (world.projects.get(id), self.parks.first()) else { return [0; LANES] };
        let Some(before) = self.bare.facts().park(park) else { return [0; LANES] };
        let after = self.bare.facts().after_move(world, project, Some((park, self.premises(project))));
        let Some(after) = after.get(park) else { return [0; LANES] };
        let grown = |lane: usize| match lane.checked_sub(1).and_then(|at| SiteFactor::ALL.get(at)) {
            None => after.land_demand().steps() - before.land_demand().steps(),
            Some(factor) => after.demand(*factor).total() - before.demand(*factor).total(),
        };
        std::array::from_fn(|lane| i32::try_from(grown(lane).clamp(0, i64::from(PLENTY))).unwrap_or(PLENTY))
    }

    /// What is overdrawn by those that may move may stay overdrawn so far, and no further.
    pub fn widen(&self, parks: &mut [Park]) {
        let mut loads = vec![[0_i32; LANES]; parks.len()];
        for (id, start) in self.free.iter().zip(&self.starts) {
            let Some(load) = start.and_then(|it| loads.get_mut(it as usize)) else { continue };
            for (load, need) in load.iter_mut().zip(self.need(id)) {
                *load = load.saturating_add(need).min(PLENTY);
            }
        }
        for (park, load) in parks.iter_mut().zip(loads) {
            for (capacity, load) in park.capacity.iter_mut().zip(load) {
                *capacity = (*capacity).max(load);
            }
        }
    }

    /// What the pools of the city have left for those that may be placed or moved. What is overdrawn by those that stand somewhere at
    /// the start may stay overdrawn so far, and no further. A pool that they cannot use up binds nobody.
    pub fn pools(&self) -> Pools {
        let world = self.bare.world();
        let mut pools = Pools { left: [0; LANES], binds: [false; LANES] };
        let binds = |rule: &&Rule| rule.mode != Mode::Off && rule.in_force_on(world.as_of);
        for rule in world.rules.iter().map(AsRef::as_ref).filter(binds) {
            let RuleKind::CityPool(pool) = &rule.kind else { continue };
            let Some(quota) = pool.quota() else { continue };
            let lane = lane_of(pool.kind());
            let left = quota.saturating_sub(pool.drawn(&self.bare.totals()).total()).max(0);
            if !pools.binds[lane] || left < pools.left[lane] {
                (pools.left[lane], pools.binds[lane]) = (left, true);
            }
        }
        if pools.binds == [false; LANES] {
            return pools;
        }
        let (mut all, mut standing) = ([0_i64; LANES], [0_i64; LANES]);
        for (id, start) in self.free.iter().zip(&self.starts) {
            for (lane, draw) in pools.draw(&self.need(id)).into_iter().enumerate() {
                all[lane] += i64::from(draw);
                standing[lane] += if start.is_some() { i64::from(draw) } else { 0 };
            }
        }
        for lane in 0..LANES {
            pools.left[lane] = pools.left[lane].max(standing[lane]);
            pools.binds[lane] &= all[lane] > pools.left[lane];
        }
        pools
    }

    /// What it means to place a project in a park; `None` where the rules or the planner do not allow it.
    fn ask(&self, project: usize, number: usize) -> Option<Answer> {
        let (id, park) = (self.free.get(project)?, self.parks.get(number)?);
        let world = self.bare.world();
        let record = world.projects.get(id)?;
        let elsewhere = world.pin(self.plan, id).is_some_and(|pin| pin.park != *park);
        if elsewhere || world.lock(self.plan, park).is_some() || self.refused.contains(&(id.clone(), park.clone())) {
            return None;
        }
        let effect = effect::of_move(self.bare, record, Some((park, self.premises(record))));
        let legal = effect.before.legal - effect.after.legal;
        // Where it stands already it may stay, whatever it breaks.
        let stands = self.starts.get(project).is_some_and(|it| *it == u32::try_from(number).ok());
        if !stands && (effect.refusal().is_some() || legal > 0) {
            return None;
        }
        let fit = score::of(self.bare.fit().ground(), record, park).map_or(0, |it| it.score);
        let policy = if self.counts_positions {
            effect.before.policy - effect.after.policy
        } else {
            self.policy_but_positions(&effect)
        };
        Some(Answer { fit, policy, legal: legal.max(0) })
    }

    /// Findings of policy that a move makes, less those that it cures, but for those about positions themselves.
    fn policy_but_positions(&self, effect: &effect::Effect) -> i64 {
        let rules = &self.bare.world().rules;
        let counts = |it: &&Finding| {
            let is_of_positions = rules.get(&it.rule).is_some_and(|rule| {
                matches!(
                    rule.kind,
                    RuleKind::Breadth { .. }
                        | RuleKind::Homogeneous { .. }
                        | RuleKind::UnsupportedPosition
                        | RuleKind::LeadingCap(_)
                        | RuleKind::CharacteristicCap(_)
                        | RuleKind::CarriedCap { .. }
                )
            });
            it.level == Level::Policy && it.state == State::Broken && !is_of_positions
        };
        let count = |findings: &[Finding]| i64::try_from(findings.iter().filter(counts).count()).unwrap_or(i64::MAX);
        effect.findings.iter().map(|(park, after)| count(after) - count(self.bare.of_park(park))).sum()
    }
}

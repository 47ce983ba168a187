//! What would a change do? Asked of the rules, on totals as they would be, without making the change.

use std::{collections::BTreeMap, sync::Arc};

use super::{judgement::Judgement, score::Score};
use crate::{
    model::{
        edit::{Edit, EditError, apply},
        id::{ParkId, ProjectId},
        plan::{Placement, Premises},
        project::Project,
        scenario::Scenario,
    },
    rules::{
        self, Book, Parks, Standing,
        facts::ParkFacts,
        finding::{Finding, FindingKey, Item, Part, State},
    },
};

/// The effect of a change on the parks that it touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// Totals of the touched parks after the change.
    pub facts: BTreeMap<ParkId, ParkFacts>,
    /// Findings of the touched parks after the change.
    pub findings: BTreeMap<ParkId, Vec<Finding>>,
    /// Findings that become notable or worse by the change, worst first; those that do not weigh come last.
    pub created: Vec<Finding>,
    /// Findings as they were, that the change makes better, worst first.
    pub cured: Vec<Finding>,
    /// Score before.
    pub before: Score,
    /// Score after.
    pub after: Score,
}

impl Effect {
    /// The finding for which the rules refuse the change: the first created one that blocks.
    pub fn refusal(&self) -> Option<&Finding> {
        self.created.iter().find(|finding| finding.blocks())
    }

    /// The worst finding that the change creates and that weighs.
    pub fn worst(&self) -> Option<&Finding> {
        self.created.first().filter(|finding| finding.weighs())
    }
}

/// A project, and where it would go: a park, on the premises given, or the queue.
pub type Move<'a> = (&'a Arc<Project>, Option<(&'a ParkId, Premises)>);

/// The effect of moving `project` to a park, on the premises given, or into the queue; from the judgement of the plan.
///
/// Costs as much as judging the parks that it touches.
pub fn of_move(judgement: &Judgement, project: &Arc<Project>, to: Option<(&ParkId, Premises)>) -> Effect {
    of_moves(judgement, &[(project, to)])
}

/// The effect of several moves together, carried out in their order; each project moves once at most.
///
/// Costs as much as judging the parks that they touch.
pub fn of_moves(judgement: &Judgement, moves: &[Move<'_>]) -> Effect {
    let scenario = judgement.world();
    // What the plan assumes about a project counts, not what the register says.
    let moves: Vec<Move<'_>> =
        moves.iter().map(|(project, to)| (scenario.projects.get(&project.id).unwrap_or(project), *to)).collect();
    let facts = judgement.facts().after_moves(scenario, &moves);
    let book = Book::new(scenario, judgement.facts());
    let findings = facts.iter().map(|(park, facts)| (park.clone(), book.park(park, facts))).collect();
    let goes: BTreeMap<&ProjectId, bool> = moves.iter().map(|(project, to)| (&project.id, to.is_some())).collect();
    let stands = |id: &ProjectId| goes.get(id).copied().unwrap_or_else(|| judgement.facts().home(id).is_some());
    let standing = Standing {
        leading: judgement.facts().leading(),
        registered: judgement.registered(),
        totals: judgement.facts().city_after(judgement.totals(), &facts),
        parks: Parks { facts: Some(judgement.facts()), changed: Some(&facts) },
        stands: &stands,
    };
    let concerns_city = goes.keys().any(|project| rules::concerns_city(judgement.registered(), project));
    let pools = book.pools(&standing);
    let city = if concerns_city { book.city(&standing) } else { Vec::new() };
    let before: Vec<&Finding> =
        if concerns_city { judgement.of_city_by_plan().collect() } else { judgement.of_pools().iter().collect() };
    let register = register_after(judgement, &moves);
    let mut city = (before, city.iter().chain(&pools).collect::<Vec<_>>());
    if let Some(register) = &register {
        city.0.extend(judgement.of_register());
        city.1.extend(register);
    }
    let mut waiting = Score::default();
    for (project, to) in &moves {
        let waits = |stands: bool| usize::from(!stands && judgement.is_awaited(&project.id));
        let stood = judgement.facts().home(&project.id).is_some();
        waiting = waiting + Score::of_unplaced(waits(to.is_some())) - Score::of_unplaced(waits(stood));
    }
    let goes = moves.iter().map(|(project, to)| (*project, to.map(|(park, _)| park)));
    waiting.fit = judgement.fit().change(goes, &facts);
    compare(judgement, facts, findings, city, waiting)
}

/// What the rules find about register and grants after `moves`; `None` where none of the projects is granted anything, and
/// nothing of it changes: a programme pays for projects that stand where it wants them.
fn register_after(judgement: &Judgement, moves: &[Move<'_>]) -> Option<Vec<Finding>> {
    let (scenario, plan) = (judgement.world(), judgement.plan());
    let goes = |id: &ProjectId| moves.iter().any(|(project, _)| project.id == *id);
    scenario.grants_of(plan).find(|grant| goes(&grant.project))?;
    let mut copy = scenario.clone();
    for (project, to) in moves {
        let (plan, project) = (plan.clone(), project.id.clone());
        match to {
            Some((park, premises)) => {
                let (park, premises, seq) = ((*park).clone(), *premises, judgement.facts().last_seq());
                copy.placements.insert(Placement { plan, project, park, premises, seq });
            }
            None => drop(copy.placements.remove(&(plan, project))),
        }
    }
    Some(Book::new(&copy, judgement.facts()).register())
}

/// The findings of `park` that several moves make notable or worse, worst first; what they do elsewhere is not asked.
///
/// Costs as much as judging the park.
pub fn created_in(judgement: &Judgement, park: &ParkId, moves: &[Move<'_>]) -> Vec<Finding> {
    let scenario = judgement.world();
    let facts = judgement.facts().after_moves(scenario, moves);
    let Some(facts) = facts.get(park) else { return Vec::new() };
    let after = Book::new(scenario, judgement.facts()).park(park, facts);
    let before = judgement.of_park(park).iter().map(|finding| (finding.key(), finding)).collect();
    worse(&after.iter().map(|finding| (finding.key(), finding)).collect(), &before)
}

/// The effect of any edit, found by carrying it out on a copy that shares everything with the scenario.
pub fn of_edit(scenario: &Scenario, judgement: &Judgement, edit: &Edit) -> Result<Effect, EditError> {
    let mut copy = scenario.clone();
    let touched = apply(&mut copy, edit)?;
    let mut after = judgement.clone();
    after.follow(&copy, &touched);
    let parks: Vec<&ParkId> = if touched.plans.contains(judgement.plan()) {
        copy.parks.iter().map(|park| &park.id).collect()
    } else {
        touched.parks.iter().filter(|(plan, _)| plan == judgement.plan()).map(|(_, park)| park).collect()
    };
    let (mut facts, mut findings) = (BTreeMap::new(), BTreeMap::new());
    for park in parks {
        if let Some(of_park) = after.facts().park(park) {
            facts.insert(park.clone(), of_park.clone());
            findings.insert(park.clone(), after.of_park(park).to_vec());
        }
    }
    let waiting = besides_findings(judgement, &after);
    let city = (judgement.of_city().collect(), after.of_city().collect());
    Ok(compare(judgement, facts, findings, city, waiting))
}

/// The effect of everything that leads from one judgement to another of the same plan.
pub fn between(before: &Judgement, after: &Judgement) -> Effect {
    let facts = after.facts().parks().map(|(park, facts)| (park.clone(), facts.clone())).collect();
    let findings = after.facts().parks().map(|(park, _)| (park.clone(), after.of_park(park).to_vec())).collect();
    let waiting = besides_findings(before, after);
    let city = (before.of_city().collect(), after.of_city().collect());
    compare(before, facts, findings, city, waiting)
}

/// The change of the score by what no finding tells: projects without a place, and fit.
fn besides_findings(before: &Judgement, after: &Judgement) -> Score {
    let (before, after) = (before.score(), after.score());
    Score { unplaced: after.unplaced - before.unplaced, fit: after.fit - before.fit, ..Score::default() }
}

/// The effect, from totals and findings after the change; `city` are the findings about the city before and after it, none
/// where nothing changes there; `waiting` is what the change does to the unplaced
/// and to the fit.
fn compare(
    judgement: &Judgement,
    facts: BTreeMap<ParkId, ParkFacts>,
    findings: BTreeMap<ParkId, Vec<Finding>>,
    city: (Vec<&Finding>, Vec<&Finding>),
    waiting: Score,
) -> Effect {
    let before = findings.keys().flat_map(|park| judgement.of_park(park)).chain(city.0);
    let before: BTreeMap<FindingKey, &Finding> = before.map(|finding| (finding.key(), finding)).collect();
    let after = findings.values().flatten().chain(city.1);
    let after: BTreeMap<FindingKey, &Finding> = after.map(|finding| (finding.key(), finding)).collect();
    let score = judgement.score() + waiting - Score::of_findings(before.values().copied())
        + Score::of_findings(after.values().copied());
    Effect {
        created: worse(&after, &before),
        cured: worse(&before, &after),
        before: judgement.score(),
        after: score,
        facts,
        findings,
    }
}

/// The findings of `these` that are notable and worse than in `those`, worst first.
fn worse(these: &BTreeMap<FindingKey, &Finding>, those: &BTreeMap<FindingKey, &Finding>) -> Vec<Finding> {
    let is_worse = |key: &FindingKey, one: &Finding| {
        let other = those.get(key).copied();
        one.state.is_notable() && (one.state < other.map_or(State::Holds, |it| it.state) || grows(one, other))
    };
    let mut list: Vec<Finding> =
        these.iter().filter(|(key, one)| is_worse(key, one)).map(|(_, one)| Finding::clone(one)).collect();
    list.sort_by_cached_key(|it| (!it.weighs(), it.state, !it.blocks(), it.level, it.key()));
    list
}

/// Tells whether `one` is broken or unknown as the other is, and worse all the same: something causes it that had no part in
/// the other, or more of those who had cause it.
fn grows(one: &Finding, other: Option<&Finding>) -> bool {
    let Some(other) = other.filter(|other| one.state == other.state) else { return false };
    let causes = |it: &Finding| it.members.iter().filter(|member| member.part == Part::Cause).count();
    let takes_part = |item: &Item, it: &Finding| it.members.iter().any(|member| member.item == *item);
    let mut own = one.members.iter().filter(|member| member.part == Part::Cause);
    let is_joined = own.any(|member| !takes_part(&member.item, other));
    let is_left = other.members.iter().any(|member| !takes_part(&member.item, one));
    matches!(one.state, State::Broken | State::Unknown) && (is_joined || (!is_left && causes(one) > causes(other)))
}

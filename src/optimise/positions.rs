//! What should parks stand for, if positions may change as well? Two steps: positions and placements are drawn together from a
//! catalogue, with a cost for every change; then, with the positions that came of it, the placements are solved as in any plan.
//!
//! In the first step a project under a position is worth its score there, whatever else the park stands for: nothing but the
//! criterion of position fit depends on positions. A leading position adds what that criterion gives more for it. Positions in use,
//! sets of the position catalogue, and each sub-sector alone may be designated; a position may be given up, change its role, or
//! take in one more sub-sector. One that covers a project that stays, stays. Findings about positions themselves (breadth,
//! homogeneous, unsupported) are left to the rules, which judge the result; where that is no better than the best plan with the
//! positions as they are, they stay.
//!
//! What is shown in the second step is shown of the positions proposed, not of all that might be.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    layout::Layout,
    problem::{Given, Kind, Offer, Park, Problem, Project, Role, Slots},
    proposal::{Proposal, propose},
    reading::{Reader, Reading, Unreadable, Wish, left, links, movable, weighed, without},
    solve::{Deaf, Orders, Watch, solve},
};
use crate::{
    evaluate::{judgement::Judgement, score::Score},
    model::{
        edit::{Edit, apply},
        id::{IndustryId, ParkId, PlanId, PositionId, ProjectId},
        park,
        policy::{Rule, RuleKind},
        scenario::Scenario,
        text::Text,
    },
    rules::{facts::ParkFacts, slots},
    suitability::{coupling, score},
};

/// Positions of a role that a park may be given where no rule caps them.
const MORE_WITHOUT_CAP: u32 = 4;

/// What a change of a position costs, in points of fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Costs {
    /// A new one is designated.
    pub add: i64,
    /// One is given up.
    pub drop: i64,
    /// A characteristic one becomes leading.
    pub raise: i64,
    /// A leading one becomes characteristic.
    pub lower: i64,
    /// One takes in one more sub-sector.
    pub widen: i64,
}

impl Default for Costs {
    /// A position is worth changing for about the gain of a third of a well-placed project.
    fn default() -> Self {
        Self { add: 200, drop: 300, raise: 80, lower: 80, widen: 120 }
    }
}

/// Positions and placements as proposed.
#[derive(Debug, Clone)]
pub struct Redesign {
    /// What happens to positions, in order; nothing where they stay as they are.
    pub positions: Vec<Edit>,
    /// The placements, from the plan with those positions; its scenario holds both.
    pub proposal: Proposal,
}

/// What an offer is, beside what the arrays say of it.
#[derive(Debug, Clone)]
enum Origin {
    /// A position of the plan.
    Position(PositionId),
    /// A position of the plan with one more sub-sector.
    Widened(PositionId),
    /// A new one of this name.
    New(Text),
}

/// The position of a park, and the offers made of it, with their sub-sectors.
struct Candidate {
    origin: Origin,
    industries: Vec<IndustryId>,
}

/// Solves positions and placements of the plan of `judgement`; `first` are the orders of the first step, `second` those of the
/// second.
///
/// # Errors
/// [`Unreadable`] as for [`propose`].
pub fn redesign(
    scenario: &Scenario,
    judgement: &Judgement,
    wish: &Wish,
    costs: Costs,
    first: impl Fn(&Problem) -> Orders,
    second: impl Fn(&Reading) -> Orders,
    watch: &dyn Watch,
) -> Result<Redesign, Unreadable> {
    // What positions are worth changing for is known from the plan in which they stay; and whoever stops later has that.
    let as_they_are = propose(scenario, judgement, wish, &second, watch)?;
    let anew = positions(scenario, judgement, wish, costs, first, watch).and_then(|positions| {
        if positions.is_empty() {
            return Ok(None);
        }
        let (changed, after) = with(scenario, judgement, &positions)?;
        Ok(Some((positions, propose(&changed, &after, wish, &second, watch)?)))
    });
    let kept = Redesign { positions: Vec::new(), proposal: as_they_are };
    let (positions, proposal) = match anew {
        Ok(Some(found)) => found,
        Ok(None) | Err(Unreadable::CalledOff) => return Ok(kept),
        Err(error) => return Err(error),
    };
    let price: i64 = positions.iter().map(|it| price(judgement, it, costs)).sum();
    let levels = |score: Score, price: i64| (score.legal, score.unplaced, score.policy, score.fit - price);
    let (before, score) = (judgement.score(), proposal.after());
    let is_better = score.legal >= before.legal && levels(score, price) > levels(kept.proposal.after(), 0);
    Ok(if is_better { Redesign { positions, proposal } } else { kept })
}

/// What a change of a position costs.
fn price(judgement: &Judgement, edit: &Edit, costs: Costs) -> i64 {
    if let Edit::Designate { .. } = edit {
        costs.add
    } else if let Edit::Withdraw { .. } = edit {
        costs.drop
    } else if let Edit::SetPosition { position, park, role, industries, .. } = edit {
        let facts = judgement.facts().park(park);
        let before = facts.and_then(|it| it.positions.iter().find(|it| it.id == *position));
        let role_cost = match (before.map(|it| it.role), role) {
            (Some(park::Role::Characteristic), park::Role::Leading) => costs.raise,
            (Some(park::Role::Leading), park::Role::Characteristic) => costs.lower,
            _ => 0,
        };
        let is_wider = before.is_some_and(|it| industries.len() > it.industries.len());
        role_cost + if is_wider { costs.widen } else { 0 }
    } else {
        0
    }
}

/// The plan of `judgement` after `edits`.
pub fn with(scenario: &Scenario, judgement: &Judgement, edits: &[Edit]) -> Result<(Scenario, Judgement), Unreadable> {
    let mut changed = scenario.clone();
    let mut after = judgement.clone();
    let touched = apply(&mut changed, &Edit::Together(edits.to_vec()))?;
    after.follow(&changed, &touched);
    Ok((changed, after))
}

/// What should happen to positions.
fn positions(
    scenario: &Scenario,
    judgement: &Judgement,
    wish: &Wish,
    costs: Costs,
    orders: impl Fn(&Problem) -> Orders,
    watch: &dyn Watch,
) -> Result<Vec<Edit>, Unreadable> {
    let plan = judgement.plan().clone();
    // Who may move and stands off position begins in the queue here; the second step knows better.
    let is_covered = |id: &ProjectId| {
        let home = judgement.facts().home(id).and_then(|(park, _)| judgement.facts().park(park));
        let industry = judgement.world().projects.get(id).map(|it| &it.industry);
        home.zip(industry).is_some_and(|(facts, industry)| facts.position_of(industry).is_some())
    };
    let movable = movable(judgement, wish);
    let bare = without(scenario, judgement, &movable)?;
    let world = bare.world();
    let parks: Vec<ParkId> = bare.facts().parks().map(|(id, _)| id.clone()).collect();
    let open = |park: &ParkId| world.lock(&plan, park).is_none();
    let everywhere = |role| everywhere(scenario, &bare, &plan, &parks, role, &open);
    let (asked, led) = (everywhere(park::Role::Characteristic)?, everywhere(park::Role::Leading)?);
    let number_of: BTreeMap<&ParkId, u32> = parks.iter().zip(0..).collect();
    let trades: Vec<IndustryId> = world.industries.iter().map(|it| it.id.clone()).collect();
    let trade_of: BTreeMap<&IndustryId, u16> = trades.iter().zip(0..).collect();
    let waiting = world.projects.iter().map(|it| &it.id).filter(|id| judgement.facts().home(id).is_none());
    let waiting = waiting.filter(|id| judgement.is_awaited(id)).cloned();
    let free: Vec<ProjectId> = movable.into_iter().chain(waiting).collect::<BTreeSet<_>>().into_iter().collect();
    if free.is_empty() || parks.is_empty() {
        return Ok(Vec::new());
    }
    let start_of = |id: &ProjectId| {
        let home = judgement.facts().home(id).filter(|_| is_covered(id));
        home.and_then(|(park, _)| number_of.get(park).copied())
    };
    let starts = free.iter().map(start_of).collect();
    let reader = Reader {
        scenario,
        bare: &asked,
        plan: &plan,
        parks: &parks,
        free: &free,
        starts,
        refused: &wish.refused,
        counts_positions: false,
    };
    let wanted: BTreeSet<&IndustryId> =
        free.iter().filter_map(|id| world.projects.get(id)).map(|it| &it.industry).collect();
    let sets = sets(scenario, &bare, &wanted);
    let candidates: Vec<Vec<Candidate>> = parks
        .iter()
        .map(
            |park| {
                if open(park) { candidates(scenario, &bare, park, &wanted, &sets) } else { as_they_are(&bare, park) }
            },
        )
        .collect();
    let mut given_parks: Vec<Park> = parks
        .iter()
        .zip(&candidates)
        .map(|(park, of_park)| given_park(scenario, &bare, park, of_park, &trade_of, costs, open(park)))
        .collect();
    reader.widen(&mut given_parks);
    let pools = reader.pools();
    let more = more_for_leading(&asked, &led, &free, &trades);
    let anchors = bare.fit().ground().anchors();
    let kinds = more.iter().map(|more| Kind {
        same: coupling::round(anchors.coupling_same),
        leading: coupling::round(anchors.coupling_leading) + more,
    });
    let project = |(number, id): (usize, &ProjectId)| {
        let record = world.projects.get(id)?;
        Some(Project {
            kind: trade_of.get(&record.industry).copied()?,
            need: reader.need(id),
            draw: pools.draw(&reader.need(id)),
            penalty: 0,
            pin: None,
            start: reader.starts.get(number).copied().flatten(),
        })
    };
    let given = Given {
        parks: given_parks,
        zones: vec![pools.left],
        projects: free.iter().enumerate().filter_map(project).collect(),
        kinds: kinds.collect(),
        links: links(&bare, &trade_of),
        saturation: coupling::round(anchors.coupling_saturation),
        leading_saturation: coupling::round(anchors.coupling_leading_saturation),
        redesign: true,
        most_moved: wish.most_moved,
        needs_differ: false,
    };
    let (mut problem, levels) = weighed(given, &reader, judgement, &free, &|| watch.stop())?;
    hold(&mut problem, &candidates, &bare, &parks, levels.unplaced.saturating_mul(8));
    let start = Layout::at_start(&problem);
    let outcome = solve(&problem, &start, &orders(&problem), &Deaf(watch));
    Ok(edits(&bare, &plan, &parks, &candidates, &problem, &outcome.layout))
}

/// The plan if every open park had one position of this role for everything: what each choice says there, it says of any position.
fn everywhere(
    scenario: &Scenario,
    bare: &Judgement,
    plan: &PlanId,
    parks: &[ParkId],
    role: park::Role,
    open: &dyn Fn(&ParkId) -> bool,
) -> Result<Judgement, Unreadable> {
    let industries: Vec<IndustryId> = scenario.industries.iter().map(|it| it.id.clone()).collect();
    let mut edits = Vec::new();
    for park in parks.iter().filter(|park| open(park)) {
        let positions = bare.facts().park(park).map(|it| it.positions.as_slice()).unwrap_or_default();
        let withdraw = |it: &park::Position| Edit::Withdraw { plan: plan.clone(), position: it.id.clone() };
        edits.extend(positions.iter().map(withdraw));
        edits.push(Edit::Designate {
            plan: plan.clone(),
            park: park.clone(),
            role,
            name: Text::new("全部", "Everything"),
            industries: industries.clone(),
        });
    }
    // Only positions change: where projects stand is known to the judgement already.
    let mut changed = scenario.clone();
    let mut after = bare.clone();
    if !edits.is_empty() && !industries.is_empty() {
        let touched = apply(&mut changed, &Edit::Together(edits))?;
        after = follow_positions(bare, &changed, &touched);
    }
    Ok(after)
}

/// The judgement of the plan without its movable projects, with the positions of `changed`.
fn follow_positions(bare: &Judgement, changed: &Scenario, touched: &crate::model::edit::Touched) -> Judgement {
    let plan = bare.plan().clone();
    // `changed` still has the movable projects placed; the judgement is made from one that has not.
    let mut reduced = changed.clone();
    let gone: Vec<Edit> = changed
        .placements
        .iter()
        .filter(|it| it.plan == plan && bare.facts().home(&it.project).is_none())
        .map(|it| Edit::Unplace { plan: plan.clone(), project: it.project.clone() })
        .collect();
    if !gone.is_empty() && apply(&mut reduced, &Edit::Together(gone)).is_err() {
        return bare.clone();
    }
    let mut after = bare.clone();
    after.follow(&reduced, touched);
    after
}

/// Sets that may become positions: those of the catalogue and those in use somewhere, as far as somebody would come for them.
fn sets(scenario: &Scenario, bare: &Judgement, wanted: &BTreeSet<&IndustryId>) -> Vec<(Text, Vec<IndustryId>)> {
    let in_use = bare.facts().parks().flat_map(|(_, facts)| &facts.positions);
    let in_use = in_use.map(|it| (it.name.clone(), it.industries.clone()));
    let of_catalogue = scenario.position_catalogue.iter().map(|it| (it.name.clone(), it.industries.clone()));
    let alone = wanted.iter().map(|id| {
        let name = scenario.industries.get(id).map(|it| it.name.clone()).unwrap_or_default();
        (name, vec![(*id).clone()])
    });
    let mut seen: BTreeSet<Vec<IndustryId>> = BTreeSet::new();
    let mut sets = Vec::new();
    for (name, industries) in of_catalogue.chain(in_use).chain(alone) {
        let mut key = industries.clone();
        key.sort();
        if industries.iter().any(|it| wanted.contains(it)) && seen.insert(key) {
            sets.push((name, industries));
        }
    }
    sets
}

/// The positions of a park as they are.
fn as_they_are(bare: &Judgement, park: &ParkId) -> Vec<Candidate> {
    let facts = bare.facts().park(park);
    let positions = facts.map(|it| it.positions.as_slice()).unwrap_or_default();
    let candidate =
        |it: &park::Position| Candidate { origin: Origin::Position(it.id.clone()), industries: it.industries.clone() };
    positions.iter().map(candidate).collect()
}

/// The positions that a park may have: those of today, each with one more linked sub-sector, and the sets that it does not have.
fn candidates(
    scenario: &Scenario,
    bare: &Judgement,
    park: &ParkId,
    wanted: &BTreeSet<&IndustryId>,
    sets: &[(Text, Vec<IndustryId>)],
) -> Vec<Candidate> {
    let mut candidates = as_they_are(bare, park);
    let ground = bare.fit().ground();
    let number = |id: &IndustryId| ground.number(id);
    let positions = bare.facts().park(park).map(|it| it.positions.as_slice()).unwrap_or_default();
    let breadth = breadth(scenario);
    for position in positions.iter().filter(|it| it.industries.len() < breadth) {
        for industry in wanted.iter().filter(|it| !position.covers(it)) {
            let is_akin = position.industries.iter().any(|of| match (number(of), number(industry)) {
                (Some(of), Some(it)) => {
                    ground.is_linked(of, it) || ground.is_linked(it, of) || ground.are_of_one_sector(of, it)
                }
                _ => false,
            });
            if is_akin {
                let mut industries = position.industries.clone();
                industries.push((*industry).clone());
                candidates.push(Candidate { origin: Origin::Widened(position.id.clone()), industries });
            }
        }
    }
    for (name, industries) in sets {
        let is_here = positions
            .iter()
            .any(|it| it.industries.len() == industries.len() && industries.iter().all(|industry| it.covers(industry)));
        if !is_here {
            candidates.push(Candidate { origin: Origin::New(name.clone()), industries: industries.clone() });
        }
    }
    candidates
}

/// Most sub-sectors of a position that no rule objects to.
fn breadth(scenario: &Scenario) -> usize {
    let most = |rule: &Rule| {
        if let RuleKind::Breadth { most } = &rule.kind { usize::try_from(*most).ok() } else { None }
    };
    let limits = scenario.rules.iter().filter_map(|rule| most(rule));
    limits.min().unwrap_or(usize::MAX)
}

fn role_of(role: park::Role) -> Role {
    if role == park::Role::Leading { Role::Leading } else { Role::Characteristic }
}

/// A park with its candidates as offers; those of today have their role.
fn given_park(
    scenario: &Scenario,
    bare: &Judgement,
    id: &ParkId,
    candidates: &[Candidate],
    trade_of: &BTreeMap<&IndustryId, u16>,
    costs: Costs,
    is_open: bool,
) -> Park {
    let empty = ParkFacts::default();
    let facts = bare.facts().park(id).unwrap_or(&empty);
    let role = |position: &PositionId| facts.positions.iter().find(|it| it.id == *position).map(|it| it.role);
    let kinds = |it: &Candidate| it.industries.iter().filter_map(|it| trade_of.get(it).copied()).collect();
    let offer = |it: &Candidate| match &it.origin {
        Origin::Position(position) => {
            let role = role(position).unwrap_or(park::Role::Characteristic);
            let cost = match role {
                park::Role::Leading => [costs.drop, costs.lower, 0],
                park::Role::Characteristic => [costs.drop, 0, costs.raise],
            };
            Offer { kinds: kinds(it), start: role_of(role), locked: !is_open, cost }
        }
        // The position that it is made of is given up for it: what that costs is not lost.
        Origin::Widened(position) => {
            let (lower, raise) = match role(position).unwrap_or(park::Role::Characteristic) {
                park::Role::Leading => (costs.lower, 0),
                park::Role::Characteristic => (0, costs.raise),
            };
            let base = costs.widen - costs.drop;
            Offer { kinds: kinds(it), start: Role::None, locked: false, cost: [0, base + lower, base + raise] }
        }
        Origin::New(_) => Offer { kinds: kinds(it), start: Role::None, locked: false, cost: [0, costs.add, costs.add] },
    };
    let uncovered: BTreeSet<&IndustryId> = facts
        .placed
        .values()
        .map(|it| &it.project.industry)
        .filter(|industry| facts.position_of(industry).is_none())
        .collect();
    let [leading, characteristic] = bare.world().parks.get(id).map_or([0, 0], |record| {
        slots::of(scenario, record, facts)
            .map(|it| it.cap.map_or(it.count.saturating_add(MORE_WITHOUT_CAP), |cap| cap.max(it.count)))
    });
    let count = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    let both = leading.saturating_add(characteristic).saturating_sub(u32::try_from(uncovered.len()).unwrap_or(0));
    let both = both.max(u32::try_from(facts.positions.len()).unwrap_or(u32::MAX));
    let ground = bare.fit().ground();
    let firms_of = |(industry, kind): (&&IndustryId, &u16)| {
        let firms = ground.park(id)?.firms(ground.number(industry)?);
        (firms > 0).then(|| (*kind, u32::try_from(firms).unwrap_or(u32::MAX)))
    };
    Park {
        capacity: std::array::from_fn(|lane| left(bare, id, facts, lane)),
        zone: 0,
        slots: Slots { leading: count(leading), characteristic: count(characteristic), both: count(both) },
        offers: candidates.iter().map(offer).collect(),
        firms: trade_of.iter().filter_map(firms_of).collect(),
    }
}

/// Makes it cost more than anything is worth to give up a position that covers a project that stays; to widen it costs no more
/// than before.
fn hold(problem: &mut Problem, candidates: &[Vec<Candidate>], bare: &Judgement, parks: &[ParkId], price: i64) {
    for ((park, of_park), id) in problem.given.parks.iter_mut().zip(candidates).zip(parks) {
        let Some(facts) = bare.facts().park(id) else { continue };
        let holds = |position: &PositionId| {
            let position = facts.positions.iter().find(|it| it.id == *position);
            position.is_some_and(|it| facts.placed.values().any(|placed| it.covers(&placed.project.industry)))
        };
        for (offer, candidate) in park.offers.iter_mut().zip(of_park) {
            match &candidate.origin {
                Origin::Position(position) if holds(position) => offer.cost[Role::None as usize] += price,
                Origin::Widened(position) if holds(position) => {
                    offer.cost[Role::Characteristic as usize] -= price;
                    offer.cost[Role::Leading as usize] -= price;
                }
                Origin::Position(_) | Origin::Widened(_) | Origin::New(_) => {}
            }
        }
    }
}

/// By how much a project of each sub-sector scores more under a leading position, the most among those that are free.
fn more_for_leading(asked: &Judgement, led: &Judgement, free: &[ProjectId], trades: &[IndustryId]) -> Vec<i64> {
    let mut more = vec![0_i64; trades.len()];
    let Some(park) = asked.facts().parks().map(|(id, _)| id).next() else { return more };
    for id in free {
        let Some(project) = asked.world().projects.get(id) else { continue };
        let Some(at) = trades.iter().position(|it| *it == project.industry) else { continue };
        let points =
            |judgement: &Judgement| score::of(judgement.fit().ground(), project, park).map_or(0, |it| it.score);
        if let Some(known) = more.get_mut(at) {
            *known = (*known).max(points(led) - points(asked)).max(0);
        }
    }
    more
}

/// What a layout does to positions: those that go go first, then those that change, then new ones.
fn edits(
    bare: &Judgement,
    plan: &PlanId,
    parks: &[ParkId],
    candidates: &[Vec<Candidate>],
    problem: &Problem,
    layout: &Layout,
) -> Vec<Edit> {
    let (mut gone, mut changed, mut new) = (Vec::new(), Vec::new(), Vec::new());
    for ((id, of_park), (given, roles)) in
        parks.iter().zip(candidates).zip(problem.given.parks.iter().zip(&layout.roles))
    {
        let Some(facts) = bare.facts().park(id) else { continue };
        let widened: BTreeSet<&PositionId> = of_park
            .iter()
            .zip(roles)
            .filter(|(_, role)| **role != Role::None)
            .filter_map(|(it, _)| if let Origin::Widened(position) = &it.origin { Some(position) } else { None })
            .collect();
        for ((candidate, offer), role) in of_park.iter().zip(&given.offers).zip(roles) {
            let named = |position: &PositionId| facts.positions.iter().find(|it| it.id == *position);
            let role_now = match role {
                Role::None => None,
                Role::Characteristic => Some(park::Role::Characteristic),
                Role::Leading => Some(park::Role::Leading),
            };
            match (&candidate.origin, role_now) {
                (Origin::Position(position), None) if !widened.contains(position) => {
                    gone.push(Edit::Withdraw { plan: plan.clone(), position: position.clone() });
                }
                (Origin::Position(position), Some(role_now)) if *role != offer.start => {
                    changed.extend(named(position).map(|it| set(plan, it, role_now, it.industries.clone())));
                }
                (Origin::Widened(position), Some(role_now)) => {
                    changed.extend(named(position).map(|it| set(plan, it, role_now, candidate.industries.clone())));
                }
                (Origin::New(name), Some(role_now)) => new.push(Edit::Designate {
                    plan: plan.clone(),
                    park: id.clone(),
                    role: role_now,
                    name: name.clone(),
                    industries: candidate.industries.clone(),
                }),
                (Origin::Position(_) | Origin::Widened(_) | Origin::New(_), _) => {}
            }
        }
    }
    gone.into_iter().chain(changed).chain(new).collect()
}

fn set(plan: &PlanId, position: &park::Position, role: park::Role, industries: Vec<IndustryId>) -> Edit {
    Edit::SetPosition {
        plan: plan.clone(),
        position: position.id.clone(),
        park: position.park.clone(),
        role,
        name: position.name.clone(),
        industries,
        order: None,
    }
}

//! Who would have to move so that a project can go into a park? Chains of at most two other moves, and what they cost.
//!
//! "A goes to p if B moves from p to q" (depth 1); "… and C from q to r", or two out of p (depth 2). A chain breaks no legal
//! rule that held before, none of its moves is superfluous, and nobody moves who is pinned, nobody into or out of a locked
//! park, nobody against a stipulation. Findings of a park depend on what stands in that park alone, so that a chain is
//! judged park by park. Nothing here changes a plan.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    sync::Arc,
};

use crate::{
    evaluate::{
        effect::{self, Move},
        judgement::Judgement,
        score::Score,
    },
    model::{
        edit::{Edit, may_move},
        id::{ParkId, PlanId, ProjectId},
        plan::Word,
        policy::Level,
        project::Project,
        scenario::Scenario,
    },
    rules::{
        facts::ParkFacts,
        finding::{Finding, State},
    },
    suitability::score,
};

/// How far to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most chains returned.
    pub chains: usize,
    /// Most parks judged; the search then ends with what it has found.
    pub tries: usize,
}

impl Limits {
    /// The first ten, in a moment.
    pub const QUICK: Self = Self { chains: 10, tries: 2_000 };
    /// All of them.
    pub const ALL: Self = Self { chains: usize::MAX, tries: usize::MAX };

    /// How many chains are looked at: some more than are returned, because the order of looking is not that of the score.
    const fn wanted(self) -> usize {
        self.chains.saturating_mul(2)
    }
}

/// Moves that make room, and what they do together; one undo step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// Who goes where, in order; the project for which room is made goes last. One move alone is no chain: there is room.
    pub moves: Vec<(ProjectId, ParkId)>,
    /// Score before.
    pub before: Score,
    /// Score after.
    pub after: Score,
    /// Who is worse off by its own score, and by how many points, most first.
    pub losses: Vec<(ProjectId, i64)>,
    /// Findings that the chain makes notable or worse, worst first.
    pub created: Vec<Finding>,
    /// Findings, as they were, that it makes better, worst first.
    pub cured: Vec<Finding>,
}

impl Chain {
    /// The chain as one edit of `plan`; `world` is the scenario as the plan takes it.
    pub fn edit(&self, world: &Scenario, plan: &PlanId) -> Edit {
        let place = |(project, park): &(ProjectId, ParkId)| Edit::Place {
            plan: plan.clone(),
            project: project.clone(),
            park: park.clone(),
            premises: world.projects.get(project).map(|it| world.usual_premises(it)),
        };
        let mut edits: Vec<Edit> = self.moves.iter().map(place).collect();
        match (edits.len(), edits.pop()) {
            (1, Some(only)) => only,
            (_, last) => Edit::Together(edits.into_iter().chain(last).collect()),
        }
    }
}

/// Chains by which `project` can go to `park`, the best score first, then the shortest; the move alone where there is room.
/// Empty where nothing of that depth makes room, or where the project may not go there at all.
pub fn in_park(judgement: &Judgement, project: &ProjectId, park: &ParkId, limits: Limits) -> Vec<Chain> {
    let world = judgement.world();
    let Some(project) = world.projects.get(project) else { return Vec::new() };
    let search = Search { judgement, world, project, park, limits, tries: Cell::new(0), guests: RefCell::default() };
    let mut chains: Vec<Chain> = search.run().iter().map(|moves| search.chain(moves)).collect();
    sort(&mut chains);
    chains.truncate(limits.chains);
    chains
}

/// The same over all parks where `project` does not stand and where there is no room for it.
pub fn anywhere(judgement: &Judgement, project: &ProjectId, limits: Limits) -> Vec<Chain> {
    let mut chains = Vec::new();
    for park in judgement.world().parks_in_order() {
        let of_park = in_park(judgement, project, &park.id, limits);
        chains.extend(of_park.into_iter().filter(|chain| chain.moves.len() > 1));
    }
    sort(&mut chains);
    chains.truncate(limits.chains);
    chains
}

fn sort(chains: &mut [Chain]) {
    chains.sort_by(|a, b| {
        b.after.cmp(&a.after).then(a.moves.len().cmp(&b.moves.len())).then_with(|| a.moves.cmp(&b.moves))
    });
}

/// Tells whether a finding forbids a chain that brings it about.
pub fn forbids(finding: &Finding) -> bool {
    (finding.state == State::Broken && finding.level == Level::Legal) || finding.blocks()
}

/// Tells whether `project` may go to `park` by pins, locks and stipulations; the rules are not asked.
pub fn may_go(world: &Scenario, judgement: &Judgement, project: &ProjectId, park: &ParkId) -> bool {
    let plan = judgement.plan();
    let home = judgement.facts().home(project).map(|(home, _)| home);
    let is_pinned_away = world.pin(plan, project).is_some_and(|pin| pin.park != *park);
    let words = world.stipulations_of(plan).filter(|it| it.project == *project);
    let (mut is_forbidden, mut required, mut is_required_here) = (false, false, false);
    for it in words {
        match it.word {
            Word::Forbidden => is_forbidden |= it.park == *park,
            Word::Required => {
                required = true;
                is_required_here |= it.park == *park;
            }
        }
    }
    home != Some(park)
        && !is_pinned_away
        && !is_forbidden
        && (!required || is_required_here)
        && may_move(world, plan, home.into_iter().chain([park])).is_ok()
}

/// A move to a park.
type Going<'a> = (&'a Arc<Project>, &'a ParkId);

struct Search<'a> {
    judgement: &'a Judgement,
    world: &'a Scenario,
    project: &'a Arc<Project>,
    park: &'a ParkId,
    limits: Limits,
    /// Parks judged so far.
    tries: Cell<usize>,
    /// Whether a park takes one more project as it stands.
    guests: RefCell<BTreeMap<(ProjectId, ParkId), bool>>,
}

impl<'a> Search<'a> {
    fn run(&self) -> Vec<Vec<Going<'a>>> {
        let own: Going<'a> = (self.project, self.park);
        if !may_go(self.world, self.judgement, &self.project.id, self.park) {
            return Vec::new();
        }
        if self.is_clean(&[own]) {
            return vec![vec![own]];
        }
        let residents = self.residents(self.park);
        let refuges: Vec<Vec<&'a ParkId>> = residents.iter().map(|it| self.refuges(it)).collect();
        let mut found = Vec::new();
        let mut full = Vec::new();
        for (it, parks) in residents.iter().zip(&refuges) {
            let Some(first) = parks.first() else { continue };
            if !self.is_clean_in(self.park, &[(*it, *first), own]) {
                continue;
            }
            for to in parks {
                let moves = [(*it, *to), own];
                if self.is_enough(found.len()) {
                    return found;
                }
                if self.is_clean_in(to, &moves) {
                    if self.is_clean_at_home(&moves) {
                        found.push(moves.to_vec());
                    }
                } else {
                    full.push((*it, *to));
                }
            }
        }
        self.two_out(&residents, &refuges, &mut found);
        for going in full {
            self.further(going, &mut found);
        }
        found
    }

    /// Two projects out of the park.
    fn two_out(&self, residents: &[&'a Arc<Project>], refuges: &[Vec<&'a ParkId>], found: &mut Vec<Vec<Going<'a>>>) {
        let own: Going<'a> = (self.project, self.park);
        for (at, (one, of_one)) in residents.iter().zip(refuges).enumerate() {
            for (other, of_other) in residents.iter().zip(refuges).skip(at + 1) {
                let (Some(first), Some(second)) = (of_one.first(), of_other.first()) else { continue };
                if self.is_enough(found.len()) {
                    return;
                }
                if !self.is_clean_in(self.park, &[(*one, *first), (*other, *second), own]) {
                    continue;
                }
                for to in of_one {
                    for then in of_other {
                        let moves = [(*one, *to), (*other, *then), own];
                        if self.is_enough(found.len()) {
                            return;
                        }
                        if self.is_chain(&moves) {
                            found.push(moves.to_vec());
                        }
                    }
                }
            }
        }
    }

    /// `going` to a park that is full, and somebody from there to a third one.
    fn further(&self, going: Going<'a>, found: &mut Vec<Vec<Going<'a>>>) {
        let own: Going<'a> = (self.project, self.park);
        for next in self.residents(going.1) {
            if self.is_enough(found.len()) {
                return;
            }
            let refuges: Vec<&'a ParkId> = self.refuges(next).into_iter().filter(|to| *to != self.park).collect();
            let Some(first) = refuges.first() else { continue };
            if !self.is_clean_in(going.1, &[going, (next, *first), own]) {
                continue;
            }
            for to in refuges {
                let moves = [going, (next, to), own];
                if self.is_enough(found.len()) {
                    return;
                }
                if self.is_chain(&moves) {
                    found.push(moves.to_vec());
                }
            }
        }
    }

    fn is_enough(&self, found: usize) -> bool {
        found >= self.limits.wanted() || self.tries.get() >= self.limits.tries
    }

    /// Tells whether three moves break nothing, and neither of the others could stay where it is.
    fn is_chain(&self, moves: &[Going<'a>; 3]) -> bool {
        let [one, other, own] = *moves;
        self.is_clean(moves) && !self.is_clean(&[one, own]) && !self.is_clean(&[other, own])
    }

    /// Projects that stand in `park` and are not pinned, newest first.
    fn residents(&self, park: &ParkId) -> Vec<&'a Arc<Project>> {
        let here = self.judgement.facts().park(park).into_iter().flat_map(ParkFacts::newest_first);
        let is_free =
            |it: &&Arc<Project>| it.id != self.project.id && self.world.pin(self.judgement.plan(), &it.id).is_none();
        here.filter(is_free).collect()
    }

    /// Parks where `project` may go, those that suit it best first.
    fn refuges(&self, project: &'a Arc<Project>) -> Vec<&'a ParkId> {
        let ground = self.judgement.fit().ground();
        let parks = self.judgement.world().parks_in_order().into_iter().map(|park| &park.id);
        let parks = parks.filter(|park| may_go(self.world, self.judgement, &project.id, park));
        let mut scored: Vec<(i64, &'a ParkId)> =
            parks.map(|park| (score::of(ground, project, park).map_or(0, |it| it.score), park)).collect();
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        scored.into_iter().map(|(_, park)| park).collect()
    }

    fn effect_moves<'m>(&self, moves: &'m [Going<'a>]) -> Vec<Move<'m>> {
        moves.iter().map(|(project, park)| (*project, Some((*park, self.world.usual_premises(project))))).collect()
    }

    /// Tells whether `moves` break nothing anywhere.
    fn is_clean(&self, moves: &[Going<'a>]) -> bool {
        let parks = moves.iter().map(|(_, to)| *to);
        let homes = moves.iter().filter_map(|(project, _)| Some(self.judgement.facts().home(&project.id)?.0));
        let mut parks: Vec<&ParkId> = parks.chain(homes).collect();
        parks.sort();
        parks.dedup();
        parks.into_iter().all(|park| self.is_clean_in(park, moves))
    }

    /// Tells whether `moves` break nothing where the project comes from.
    fn is_clean_at_home(&self, moves: &[Going<'a>]) -> bool {
        self.judgement.facts().home(&self.project.id).is_none_or(|(home, _)| self.is_clean_in(home, moves))
    }

    /// Tells whether `moves` break nothing in `park`.
    fn is_clean_in(&self, park: &ParkId, moves: &[Going<'a>]) -> bool {
        let home = |project: &Project| self.judgement.facts().home(&project.id).map(|(home, _)| home);
        let concerned: Vec<Going<'a>> =
            moves.iter().filter(|(project, to)| *to == park || home(project) == Some(park)).copied().collect();
        let judge = || {
            self.tries.set(self.tries.get().saturating_add(1));
            !effect::created_in(self.judgement, park, &self.effect_moves(&concerned)).iter().any(forbids)
        };
        match concerned.as_slice() {
            [] => true,
            [(guest, to)] if *to == park => {
                let key = (guest.id.clone(), park.clone());
                let known = self.guests.borrow().get(&key).copied();
                known.unwrap_or_else(|| {
                    let is_clean = judge();
                    self.guests.borrow_mut().insert(key, is_clean);
                    is_clean
                })
            }
            [_, ..] => judge(),
        }
    }

    fn chain(&self, moves: &[Going<'a>]) -> Chain {
        let effect = effect::of_moves(self.judgement, &self.effect_moves(moves));
        let fit = self.judgement.fit();
        let loss = |(project, to): &Going<'a>| {
            let there = score::of(fit.ground(), project, to)?.score;
            let lost = fit.of_project(&project.id)? - there;
            (lost > 0).then(|| (project.id.clone(), lost))
        };
        let mut losses: Vec<(ProjectId, i64)> = moves.iter().filter_map(loss).collect();
        losses.sort_by_key(|(project, lost)| (std::cmp::Reverse(*lost), project.clone()));
        Chain {
            moves: moves.iter().map(|(project, park)| (project.id.clone(), (*park).clone())).collect(),
            before: effect.before,
            after: effect.after,
            losses,
            created: effect.created,
            cured: effect.cured,
        }
    }
}

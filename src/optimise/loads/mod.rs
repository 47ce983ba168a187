//! Can a plan be proven best? Whole loads of parks against the rents of projects.
//!
//! A **load** is a set of projects that a park can hold, with the positions that suit it best. A plan is one load for each park,
//! no project in two. With rents `λ` of projects and prices `ρ` of pools,
//!
//! ```text
//! every plan ≤ floor + Σ_j λ_j + Σ_z ρ_z · pool_z + Σ_i max over loads of i [ worth − Σ λ_j − ρ · draw ]
//! ```
//!
//! (Dantzig and Wolfe). The bound is far closer than that of `prices`, because a load is whole: what a park cannot hold is
//! not mixed in. A plan better than the best known can only consist of loads that fall short of the best of their park by less
//! than what the bound is above that plan. Of those there are few; trying all their combinations finds the better plan or proves
//! that there is none.

mod bonus;
mod combining;
mod filling;
mod near;
mod roles;

use super::{
    layout::Layout,
    problem::{LANES, NEVER, Problem},
};
use combining::Combining;
use filling::Filling;
use near::Near;
use roles::best_roles;

/// Rents and prices are whole numbers of this part of a unit.
pub const PART: i64 = 1 << 16;

/// The rents and pool prices of a proof, in parts of a unit ([`PART`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rents {
    /// The rent of each project.
    pub projects: Vec<i64>,
    /// The price of each pool of each zone.
    pub pools: Vec<[i64; LANES]>,
}

/// A set of projects in a park.
#[derive(Debug, Clone)]
struct Load {
    projects: u128,
    value: i64,
    draw: [i64; LANES],
    /// Projects that stand where they did at the start.
    staying: usize,
}

/// Loads, each with what it leaves over its rents, the most first.
type Ranked = Vec<(i64, Load)>;

/// How much may be looked at before a proof is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Sets of projects that are looked at in all parks together.
    pub sets: usize,
    /// Combinations of loads.
    pub combinations: usize,
}

impl Default for Effort {
    fn default() -> Self {
        Self { sets: 4_000_000, combinations: 4_000_000 }
    }
}

/// What came of combining loads.
enum Combined {
    GivenUp,
    NothingBetter,
    Better(Layout),
}

/// What came of a proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// No plan is better than the one known; with the rents that show it.
    Best(Rents),
    /// A better plan, and no plan is better than that; with the rents that show it.
    Better(Layout, Rents),
    /// Given up: there is too much to look at.
    GivenUp,
}

impl Rents {
    /// Tells whether these rents show that no plan of `problem` is worth more than `value`.
    ///
    /// Everything is looked at anew. Rents of another problem, negative ones, and a problem that takes more than `effort` show
    /// nothing.
    pub fn show(&self, problem: &Problem, value: i64, effort: Effort) -> bool {
        let fit = self.projects.len() == problem.projects() && self.pools.len() == problem.given.zones.len();
        let mut all = self.projects.iter().chain(self.pools.iter().flatten());
        fit && is_small(problem)
            && all.all(|it| (0..i64::MAX / 1_024).contains(it))
            && Prover::of(problem).shows(self, value, effort)
    }
}

/// A prover of one problem.
#[derive(Debug)]
pub(super) struct Prover<'p> {
    problem: &'p Problem,
    /// Projects with a bit in a load.
    bits: Vec<usize>,
    bit_of: Vec<Option<u32>>,
    sets: usize,
}

/// Positions that a park may take, up to which their choices are gone through one by one.
const MOST_OFFERS: usize = 32;

/// Tells whether a problem is small enough to be tried.
pub(super) fn is_small(problem: &Problem) -> bool {
    // An offer that saves what another costs cannot be left out of account; too many of these are too many choices.
    let saves = |it: &super::problem::Offer| it.cost.iter().any(|cost| *cost < 0);
    let many = |it: &super::problem::Park| it.offers.len() > MOST_OFFERS || it.offers.iter().any(saves);
    if problem.given.redesign && problem.given.parks.iter().any(many) {
        return false;
    }
    let free = problem.given.projects.iter().filter(|it| it.pin.is_none()).count();
    let sum: i128 = problem.given.projects.iter().map(|it| i128::from(it.penalty.abs())).sum::<i128>()
        + problem.worth.iter().filter(|it| **it != NEVER).map(|it| i128::from(it.abs())).sum::<i128>();
    free <= 128 && problem.choices() <= 4_096 && sum < i128::from(i64::MAX / PART / 8)
}

impl<'p> Prover<'p> {
    pub fn of(problem: &'p Problem) -> Self {
        let projects = &problem.given.projects;
        let bits: Vec<usize> = (0..projects.len()).filter(|it| projects[*it].pin.is_none()).collect();
        let mut bit_of = vec![None; projects.len()];
        for (bit, project) in bits.iter().enumerate() {
            bit_of[*project] = u32::try_from(bit).ok();
        }
        Self { problem, bits, bit_of, sets: 0 }
    }

    /// Proves that `known`, which keeps every limit, is best, or finds a better plan. `rents` are where to begin.
    pub fn prove(&mut self, known: &Layout, rents: Rents, effort: Effort, stop: &dyn Fn() -> bool) -> Proof {
        let mut value = known.value(self.problem);
        let mut best = None;
        let mut rents = rents;
        // A better plan narrows what has to be looked at, so that it is worth beginning anew with it.
        loop {
            let Some(near) = self.near(&rents, value, effort, stop) else { return Proof::GivenUp };
            if near.bound > value {
                rents = near.lower(self.problem, value, &rents, stop);
            }
            let Some(near) = self.near(&rents, value, effort, stop) else { return Proof::GivenUp };
            match self.combine(&near, value, effort, stop) {
                Combined::GivenUp => return Proof::GivenUp,
                Combined::NothingBetter => {
                    return match best {
                        None => Proof::Best(rents),
                        Some(layout) => Proof::Better(layout, rents),
                    };
                }
                Combined::Better(layout) => {
                    value = layout.value(self.problem);
                    best = Some(layout);
                }
            }
        }
    }

    fn shows(&mut self, rents: &Rents, value: i64, effort: Effort) -> bool {
        let never = || false;
        let near = self.near(rents, value, effort, &never);
        near.is_some_and(|near| {
            near.bound <= value || matches!(self.combine(&near, value, effort, &never), Combined::NothingBetter)
        })
    }

    /// The loads of every park that a plan better than `value` can have; `None` when there are too many.
    fn near(&mut self, rents: &Rents, value: i64, effort: Effort, stop: &dyn Fn() -> bool) -> Option<Near> {
        self.sets = 0;
        let problem = self.problem;
        let parks = problem.parks();
        let mut tops = vec![];
        for park in 0..parks {
            let (top, _) = self.loads(park, rents, Some(0), effort.sets, stop)?;
            tops.push(top?);
        }
        let mut bound = i128::from(problem.floor()) * i128::from(PART);
        bound += rents
            .projects
            .iter()
            .enumerate()
            .filter(|(it, _)| self.bit_of[*it].is_some())
            .map(|(_, it)| i128::from(*it))
            .sum::<i128>();
        for (zone, pools) in problem.given.zones.iter().enumerate() {
            bound += pools
                .iter()
                .zip(&rents.pools[zone])
                .map(|(pool, price)| i128::from(*pool) * i128::from(*price))
                .sum::<i128>();
        }
        bound += tops.iter().map(|it| i128::from(*it)).sum::<i128>();
        let slack = i64::try_from(bound - i128::from(value) * i128::from(PART)).ok()?.max(0);
        let mut loads = vec![];
        for park in 0..parks {
            loads.push(self.loads(park, rents, Some(slack), effort.sets, stop)?.1);
        }
        Some(Near {
            bound: i64::try_from(bound.div_euclid(i128::from(PART))).ok()?,
            exact: bound,
            tops,
            loads,
            bits: self.bits.clone(),
        })
    }

    /// The most that a load of `park` leaves over its rents, and every load within `slack` of it.
    fn loads(
        &mut self,
        park: usize,
        rents: &Rents,
        slack: Option<i64>,
        most: usize,
        stop: &dyn Fn() -> bool,
    ) -> Option<(Option<i64>, Ranked)> {
        let problem = self.problem;
        let zone = problem.zone(park);
        let mut filling = Filling::of(self, park, rents, &rents.pools[zone], slack);
        if filling.begin().is_break() {
            return Some((None, vec![]));
        }
        let items = filling.items.len();
        let result = filling.fill(0, items, most.saturating_sub(self.sets), stop);
        self.sets += filling.sets;
        if result.is_break() {
            return None;
        }
        let top = filling.top;
        let mut found = filling.found;
        if let (Some(top), Some(slack)) = (top, slack) {
            found.retain(|(left, _)| *left >= top - slack);
        }
        found.sort_by(|one, other| (other.0, one.1.projects).cmp(&(one.0, other.1.projects)));
        Some((top, found))
    }

    /// A plan better than `value` made of the loads near the best, or that there is none; `None` when given up.
    fn combine(&self, near: &Near, value: i64, effort: Effort, stop: &dyn Fn() -> bool) -> Combined {
        let mut order: Vec<usize> = (0..near.loads.len()).collect();
        order.sort_by_key(|park| near.loads[*park].len());
        let given = &self.problem.given;
        let staying = given.projects.iter().filter(|it| it.start.is_some()).count();
        let pinned = given.projects.iter().filter(|it| it.pin.is_some() && it.pin == it.start).count();
        let mut search = Combining {
            prover: self,
            near,
            order,
            needed: i128::from(value) * i128::from(PART) + 1,
            value,
            staying_at_least: given.most_moved.map(|most| staying.saturating_sub(most).saturating_sub(pinned)),
            chosen: vec![None; near.loads.len()],
            pools: given.zones.clone(),
            tried: 0,
            most: effort.combinations,
            best: None,
        };
        let done = search.descend(0, 0, near.exact, 0, stop);
        if done.is_break() {
            return Combined::GivenUp;
        }
        search.best.take().map_or(Combined::NothingBetter, |chosen| Combined::Better(self.layout(near, &chosen)))
    }

    /// The layout of one load for each park.
    fn layout(&self, near: &Near, chosen: &[Option<usize>]) -> Layout {
        let problem = self.problem;
        let mut layout = Layout::at_start(problem);
        for project in &self.bits {
            layout.park_of[*project] = None;
        }
        for (park, load) in chosen.iter().enumerate() {
            let Some((_, load)) = load.and_then(|it| near.loads[park].get(it)) else { continue };
            let inside: Vec<usize> = self
                .bits
                .iter()
                .enumerate()
                .filter(|(bit, _)| load.projects >> bit & 1 == 1)
                .map(|(_, it)| *it)
                .collect();
            for project in &inside {
                layout.park_of[*project] = u32::try_from(park).ok();
            }
            let mut numbers = vec![0; problem.given.kinds.len()];
            for project in inside.iter().copied().chain(pinned_in(problem, park)) {
                numbers[problem.kind(project)] += 1;
            }
            if problem.given.redesign
                && let Some((_, roles)) = best_roles(problem, park, &numbers, &free_numbers(problem, &inside))
            {
                layout.roles[park] = roles;
            }
        }
        layout
    }
}

/// Projects pinned in a park.
fn pinned_in(problem: &Problem, park: usize) -> impl Iterator<Item = usize> + '_ {
    let here = u32::try_from(park).ok();
    (0..problem.projects()).filter(move |it| here.is_some() && problem.given.projects[*it].pin == here)
}

fn free_numbers(problem: &Problem, projects: &[usize]) -> Vec<i64> {
    let mut numbers = vec![0; problem.given.kinds.len()];
    for project in projects {
        numbers[problem.kind(*project)] += 1;
    }
    numbers
}

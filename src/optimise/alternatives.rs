//! Which other good plans are there? A few that differ from the best one, and from each other, in several placements, each with a
//! leaning of its own, so that a committee can weigh them.
//!
//! A plan with a leaning is the best one of the same problem with a bonus on the choices that it leans to. Where it differs too
//! little from those before it, their choices are taxed, more each time, until it does. What is told of a plan is its true value:
//! bonus and tax only lead the search. The bound of the problem holds for every one of them.

use std::collections::BTreeSet;

use super::{
    layout::Layout,
    problem::{Choice, LANES, Problem},
    proposal::{Proposal, judged, objections},
    reading::{Reading, Unreadable},
    solve::{Deaf, Orders, Outcome, Watch, solve},
};
use crate::{
    evaluate::judgement::Judgement,
    model::{
        id::{ParkId, ProjectId},
        park::Role,
        scenario::Scenario,
    },
};

/// What a plan leans to. It leads the search only: whether a plan is better there in the end, its indicators tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaning {
    /// Projects stay with the district that reported them first.
    HomeDistrict,
    /// Projects come under leading positions.
    Leading,
    /// Parks keep more land free.
    Spare,
    /// Nothing but being different.
    Other,
}

impl Leaning {
    /// The leanings in the order in which they are tried.
    pub const ALL: [Self; 4] = [Self::HomeDistrict, Self::Leading, Self::Spare, Self::Other];
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Most plans beside the best one.
    pub most: usize,
    /// Placements in which each differs from every other at least.
    pub differ: usize,
}

impl Default for Asked {
    fn default() -> Self {
        Self { most: 4, differ: 2 }
    }
}

/// What a leaning is worth for a choice, in points of fit: about what separates a good park from the next one.
const BONUS: i64 = 60;
/// The first tax on the choices of the plans before, in points of fit.
const TAX: i64 = 40;
/// Most that a plan may fall short of the best one in fit, in per cent; a worse one is no good plan.
const MOST_SHORT: i64 = 15;

/// Plans beside `first`, the better ones first; fewer than asked for where no others are good enough.
///
/// # Errors
/// [`Unreadable`] where the plan may not change any more.
pub fn alternatives(
    scenario: &Scenario,
    judgement: &Judgement,
    first: &Proposal,
    asked: Asked,
    orders: &Orders,
    watch: &dyn Watch,
) -> Result<Vec<(Leaning, Proposal)>, Unreadable> {
    let reading = &first.reading;
    let mut known: Vec<Layout> = vec![first.layout.clone()];
    let mut found: Vec<(Leaning, Proposal)> = Vec::new();
    for leaning in Leaning::ALL.into_iter().cycle().take(2 * Leaning::ALL.len()) {
        if found.len() >= asked.most || watch.stop() {
            break;
        }
        // The second time round only what is merely different is asked for.
        let is_again = found.iter().any(|(it, _)| *it == leaning);
        if is_again && leaning != Leaning::Other {
            continue;
        }
        let Some(layout) = other(scenario, judgement, reading, &known, (leaning, asked.differ), orders, watch) else {
            continue;
        };
        let outcome =
            Outcome { layout: layout.clone(), value: layout.value(&reading.problem), ..first.outcome.clone() };
        let proposal = judged(scenario, judgement, reading.clone(), outcome, layout.clone(), orders)?;
        let (best, score) = (first.after(), proposal.after());
        let is_good = (score.legal, score.unplaced) >= (best.legal, best.unplaced)
            && (best.fit - score.fit) * 100 <= best.fit * MOST_SHORT;
        known.push(layout);
        if is_good && objections(judgement, &proposal).is_empty() {
            found.push((leaning, proposal));
        }
    }
    found.sort_by_key(|(_, it)| std::cmp::Reverse(it.after()));
    Ok(found)
}

/// In how many placements two plans differ.
pub fn differing(one: &Layout, other: &Layout) -> usize {
    one.park_of.iter().zip(&other.park_of).filter(|(a, b)| a != b).count()
}

/// A plan with this leaning that differs enough from those that are known; `None` where none was found.
fn other(
    scenario: &Scenario,
    judgement: &Judgement,
    reading: &Reading,
    known: &[Layout],
    (leaning, differ): (Leaning, usize),
    orders: &Orders,
    watch: &dyn Watch,
) -> Option<Layout> {
    let liked = liked(scenario, judgement, reading, leaning);
    // At last a plan may break one more rule of policy to be different, never leave a project without a place.
    let policy = reading.scale.policy();
    for tax in [0, TAX, 4 * TAX, 16 * TAX, 64 * TAX, policy + TAX, 3 * policy] {
        if watch.stop() {
            return None;
        }
        if tax == 0 && leaning == Leaning::Other {
            continue;
        }
        let problem = led(&reading.problem, &liked, known, (BONUS.max(tax.min(64 * TAX)), tax))?;
        let outcome = solve(&problem, &reading.start, orders, &Deaf(watch));
        let differs = known.iter().all(|it| differing(it, &outcome.layout) >= differ);
        if differs && outcome.layout.broken(&reading.problem).is_empty() {
            return Some(outcome.layout);
        }
    }
    None
}

/// The choices that a leaning is for, by project and park.
fn liked(scenario: &Scenario, judgement: &Judgement, reading: &Reading, leaning: Leaning) -> BTreeSet<(usize, usize)> {
    let world = judgement.world();
    let likes = |project: &ProjectId, park: &ParkId| {
        let (Some(record), Some(place)) = (scenario.projects.get(project), world.parks.get(park)) else { return false };
        match leaning {
            Leaning::HomeDistrict => record.first_reporter.as_ref().is_some_and(|it| place.is_hosted_by(it)),
            Leaning::Leading => {
                let facts = judgement.facts().park(park);
                facts.and_then(|it| it.position_of(&record.industry)).is_some_and(|it| it.role == Role::Leading)
            }
            Leaning::Spare => {
                let used = judgement.facts().park(park).map_or(0, |it| it.land_demand().steps());
                place.capacities.net_land.is_some_and(|land| used.saturating_mul(4) <= land.steps())
            }
            Leaning::Other => false,
        }
    };
    let mut liked = BTreeSet::new();
    for (at, project) in reading.projects.iter().enumerate() {
        for (number, park) in reading.parks.iter().enumerate() {
            if reading.problem.worth_in(at, number).is_some() && likes(project, park) {
                liked.insert((at, number));
            }
        }
    }
    liked
}

/// The problem with a bonus on what is liked and a tax on the choices of the plans that are known.
fn led(
    problem: &Problem,
    liked: &BTreeSet<(usize, usize)>,
    known: &[Layout],
    (bonus, tax): (i64, i64),
) -> Option<Problem> {
    let led = Problem::of(problem.given.clone(), |project, park| {
        let worth = problem.worth_in(project, park)?;
        let taken = known.iter().filter(|it| {
            it.park_of.get(project).copied().flatten().and_then(|it| usize::try_from(it).ok()) == Some(park)
        });
        let taxes = tax * i64::try_from(taken.count()).unwrap_or(0);
        let bonus = if liked.contains(&(project, park)) { bonus } else { 0 };
        Some(Choice { worth: worth + bonus - taxes, need: [0; LANES] })
    });
    led.ok()
}

//! In which order is searched, bounded and proven?
//!
//! 1. Prices are found, a first plan is made with them, and a short search tells how good a plan may be expected; with that the
//!    prices are made better once more.
//! 2. A problem of the size of a city is then proven: whole loads of parks against the rents of projects.
//! 3. Otherwise, or where the proof is given up, the long search runs, and beside it the prices go on falling.
//!
//! How much of each is done follows from the steps ordered and the size of the problem, never from a clock; so the same problem,
//! seed, steps and threads give the same plan. Only whoever watches may stop it, or shorten it where time runs short.

use std::{
    cell::Cell,
    num::NonZero,
    sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
    thread,
};

use super::{
    bound::ShadowPrices,
    first::first_plan,
    layout::Layout,
    loads::{self, Effort, Proof, Prover, Rents},
    prices::{Descent, Market, Rent, parts, real_usize},
    problem::Problem,
    search::{STAGES, Search},
};

/// How much is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Orders {
    /// What decides between changes that are as good.
    pub seed: u64,
    /// Steps of the search.
    pub steps: u64,
    /// Threads: the second works on the bound, every further one searches as well.
    pub threads: NonZero<usize>,
}

impl Orders {
    /// Steps that take about `seconds` for `problem`; a fixed number for each second, by the size of the problem, that leaves a
    /// machine of today some room.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of steps")]
    pub fn steps_in(seconds: f64, problem: &Problem) -> u64 {
        let a_second = match (problem.worth.len() > CHOICES_OUT_OF_REACH, problem.given.redesign) {
            (false, false) => 5_000_000.,
            (false, true) => 1_400_000.,
            (true, false) => 1_000_000.,
            (true, true) => 200_000.,
        };
        (seconds.clamp(0., 1e6) * a_second) as u64
    }
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Value of the best plan so far.
    pub value: i64,
    /// The bound so far, about; exact only in the outcome.
    pub bound: Option<i64>,
    /// Changes that were looked at so far.
    pub looked_at: u64,
    /// Share of the steps that are done, 0 to 1.
    pub done: f64,
}

/// Who watches: asked often, from several threads.
pub trait Watch: Sync {
    /// Whether to stop now and give what has been found.
    fn stop(&self) -> bool {
        false
    }

    /// The share of what is left, from `done` on, that there is time for; 1 or more for all of it.
    fn time_for(&self, done: f64) -> f64 {
        let _ = done;
        1.
    }

    /// Told how far it has come.
    fn progress(&self, progress: Progress) {
        let _ = progress;
    }
}

/// Who may stop a search but hears nothing of how it gets on: its values are those of another problem.
pub(super) struct Deaf<'a>(pub &'a dyn Watch);

impl Watch for Deaf<'_> {
    fn stop(&self) -> bool {
        self.0.stop()
    }
}

/// Nobody watches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {}

/// What shows how good a plan is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// It is best: no combination of loads at these rents is better.
    Best(Rents),
    /// No plan is worth more than the bound that these prices prove.
    Bound(ShadowPrices),
    /// It was stopped before anything could be shown.
    Nothing,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The best plan found; the start where nothing is better.
    pub layout: Layout,
    /// Its value.
    pub value: i64,
    /// No plan is worth more; `None` where it was stopped before that could be told.
    pub bound: Option<i64>,
    /// What shows that.
    pub evidence: Evidence,
    /// The prices of everything that is short, whatever the evidence is.
    pub prices: ShadowPrices,
    /// Changes that were looked at.
    pub looked_at: u64,
    /// Whether somebody stopped it.
    pub stopped: bool,
}

impl Outcome {
    /// Whether the plan is proven best.
    pub fn is_best(&self) -> bool {
        self.bound.is_some_and(|bound| self.value >= bound)
    }
}

/// Steps that take about as long as asking one choice what it leaves over; measured, rounded.
const CHOICES_A_STEP: u64 = 19;

/// Fewest and most rounds of prices before the search.
const ROUNDS: (u64, u64) = (24, 150);

/// Choices that are asked in any case, however few steps there are.
const CHOICES_ASKED: u64 = 16_000_000;

/// Most rounds of prices beside the search.
const ROUNDS_BESIDE: u64 = 4_000;

/// Choices that no cache holds any more.
const CHOICES_OUT_OF_REACH: usize = 2_000_000;

/// Choices that are held against prices in no time.
const CHOICES_CHECKED_AT_ONCE: usize = 500_000;

/// Steps of the search before a proof is tried.
const STEPS_BEFORE_PROOF: u64 = 200_000;

/// Solves `problem`: finds a plan at least as good as `start`, which keeps every limit, and what shows how good it is.
pub fn solve(problem: &Problem, start: &Layout, orders: &Orders, watch: &dyn Watch) -> Outcome {
    Solving {
        problem,
        start,
        orders,
        watch,
        best: AtomicI64::new(i64::MIN),
        looked_at: AtomicU64::new(0),
        stopped: AtomicBool::new(false),
    }
    .run()
}

struct Solving<'p> {
    problem: &'p Problem,
    start: &'p Layout,
    orders: &'p Orders,
    watch: &'p dyn Watch,
    best: AtomicI64,
    looked_at: AtomicU64,
    stopped: AtomicBool,
}

impl Solving<'_> {
    fn run(&self) -> Outcome {
        let problem = self.problem;
        let first = first_plan(problem, self.start, &|| self.is_stopped());
        let mut best = better((self.start.value(problem), self.start.clone()), first);
        self.tell(best.0, None, 0.);
        if self.is_stopped() {
            return self.at_once(best);
        }
        let market = Market::of(problem, self.orders.threads);
        let mut descent = Descent::from(market.free_of_charge(), Rent::Highest);
        let is_small = loads::is_small(problem);
        let steps = self.orders.steps;
        let choices = self.choices();
        let least = (CHOICES_ASKED / choices).clamp(ROUNDS.0, ROUNDS.1);
        let rounds = (steps / 6 * CHOICES_A_STEP / choices).clamp(least, ROUNDS.1);
        self.rounds(&mut descent, &market, rounds, None);
        // A short search tells how good a plan may be expected.
        let short = if is_small { (steps / 16).min(STEPS_BEFORE_PROOF / 4) } else { steps / 16 };
        best = self.search_shortly(&market, &mut descent, short, (0., 0.05), best);
        descent.again();
        self.rounds(&mut descent, &market, rounds / 2, Some(best.0));
        let mut seed = self.orders.seed;
        if is_small {
            best = self.search_shortly(&market, &mut descent, steps.min(STEPS_BEFORE_PROOF), (0.05, 0.1), best);
            match self.prove(&market, &descent, &best.1) {
                (Proof::Best(rents), prices) => return self.proven(best.1, rents, prices),
                (Proof::Better(layout, rents), prices) => return self.proven(layout, rents, prices),
                (Proof::GivenUp, _) => seed = seed.wrapping_add(1),
            }
        }
        if self.is_stopped() {
            return self.at_once(best);
        }
        best = self.search_at_length(&market, &mut descent, seed, best);
        self.with_bound(&market, &descent, best)
    }

    fn choices(&self) -> u64 {
        u64::try_from(self.problem.worth.len()).unwrap_or(u64::MAX).max(1)
    }

    fn search_shortly(
        &self,
        market: &Market,
        descent: &mut Descent,
        steps: u64,
        share: (f64, f64),
        best: (i64, Layout),
    ) -> (i64, Layout) {
        if self.is_stopped() {
            return best;
        }
        let mut search = self.search(market, descent, self.orders.seed);
        self.cool(&mut search, steps, share, &|search, done| self.tell(search.best().0, bound_of(descent), done));
        better(best, search.best().clone())
    }

    fn search(&self, market: &Market, descent: &mut Descent, seed: u64) -> Search<'_> {
        let mut search = Search::of(market, &descent.prices, self.problem, self.start, seed, &|| self.is_stopped());
        if self.problem.given.redesign {
            let worth = descent.appraise(market, &|| self.is_stopped());
            search.prefer(|park, offer| worth[park][offer]);
        }
        search.construct();
        search
    }

    /// The long search, in one thread or several, and the prices beside it.
    fn search_at_length(
        &self,
        market: &Market,
        descent: &mut Descent,
        seed: u64,
        best: (i64, Layout),
    ) -> (i64, Layout) {
        let threads = self.orders.threads.get();
        let seeds = (0..).map(|at: u64| seed.wrapping_add(at.wrapping_mul(0x9E37_79B9)));
        let mut searches: Vec<Search> =
            seeds.take(threads.saturating_sub(1).max(1)).map(|seed| self.search(market, descent, seed)).collect();
        let beside = (self.orders.steps * CHOICES_A_STEP / self.choices()).min(ROUNDS_BESIDE);
        let bound = AtomicI64::new(bound_of(descent).unwrap_or(i64::MAX));
        let mut refine = || {
            if self.problem.given.redesign {
                *descent = Descent::from(std::mem::take(&mut descent.prices), Rent::Priced);
            } else {
                descent.again();
            }
            for _ in 0..beside {
                if self.is_stopped() || descent.is_spent() {
                    break;
                }
                descent.round(market, Some(best.0), &|| self.is_stopped());
                bound.store(bound_of(descent).unwrap_or(i64::MAX), Ordering::Relaxed);
            }
        };
        let told = |search: &Search, done: f64| {
            let bound = bound.load(Ordering::Relaxed);
            self.tell(search.best().0, (bound < i64::MAX).then_some(bound), done);
        };
        let run = |search: &mut Search| self.cool(search, self.orders.steps, (0.1, 1.), &told);
        thread::scope(|scope| {
            let Some((first, others)) = searches.split_first_mut() else { return };
            for other in others {
                scope.spawn(|| run(other));
            }
            if threads > 1 {
                scope.spawn(&mut refine);
                run(first);
            } else {
                run(first);
                refine();
            }
        });
        searches.iter().map(|it| it.best().clone()).fold(best, better)
    }

    /// Runs every stage of cooling; `share` is the part of the whole that this is.
    fn cool(&self, search: &mut Search, steps: u64, share: (f64, f64), told: &dyn Fn(&Search, f64)) {
        let counted = Cell::new(0);
        for stage in 0..STAGES {
            let done = share.0 + (share.1 - share.0) * real_usize(stage) / real_usize(STAGES);
            let steps = scaled(steps / u64::try_from(STAGES).unwrap_or(1), self.watch.time_for(done));
            let stop = |search: &Search| {
                self.looked_at.fetch_add(search.looked_at - counted.replace(search.looked_at), Ordering::Relaxed);
                told(search, done);
                self.is_stopped()
            };
            if !search.stage(stage, steps, &stop) {
                break;
            }
        }
    }

    fn rounds(&self, descent: &mut Descent, market: &Market, rounds: u64, known: Option<i64>) {
        for _ in 0..rounds {
            if self.is_stopped() || descent.is_spent() {
                break;
            }
            descent.round(market, known, &|| self.is_stopped());
        }
    }

    /// Tries to prove `layout` best; with the prices that the proof begins with.
    fn prove(&self, market: &Market, descent: &Descent, layout: &Layout) -> (Proof, ShadowPrices) {
        let prices = market.in_parts(&descent.prices);
        let rents = Rents {
            projects: market.rents_of_loads(&descent.prices).into_iter().map(parts).collect(),
            pools: prices.pools.clone(),
        };
        let proof = Prover::of(self.problem).prove(layout, rents, Effort::default(), &|| self.is_stopped());
        (proof, prices)
    }

    fn proven(&self, layout: Layout, rents: Rents, prices: ShadowPrices) -> Outcome {
        let value = layout.value(self.problem);
        self.tell(value, Some(value), 1.);
        Outcome { bound: Some(value), evidence: Evidence::Best(rents), prices, ..self.at_once((value, layout)) }
    }

    fn with_bound(&self, market: &Market, descent: &Descent, best: (i64, Layout)) -> Outcome {
        let stopped = self.is_stopped();
        let mut prices = market.in_parts(&descent.prices);
        if descent.rent() == Rent::Highest {
            prices.rents = None;
        }
        // Who stops it wants it now.
        let at_once = self.problem.worth.len() < CHOICES_CHECKED_AT_ONCE;
        let bound = if stopped && !at_once { None } else { prices.bound(self.problem) };
        self.tell(best.0, bound, 1.);
        let evidence = if bound.is_some() { Evidence::Bound(prices.clone()) } else { Evidence::Nothing };
        Outcome { bound, evidence, prices, ..self.at_once(best) }
    }

    /// The plan with nothing that shows how good it is.
    fn at_once(&self, best: (i64, Layout)) -> Outcome {
        Outcome {
            value: best.0,
            layout: best.1,
            bound: None,
            evidence: Evidence::Nothing,
            prices: ShadowPrices::default(),
            looked_at: self.looked_at.load(Ordering::Relaxed),
            stopped: self.is_stopped(),
        }
    }

    fn is_stopped(&self) -> bool {
        if self.watch.stop() {
            self.stopped.store(true, Ordering::Relaxed);
        }
        self.stopped.load(Ordering::Relaxed)
    }

    fn tell(&self, value: i64, bound: Option<i64>, done: f64) {
        let value = self.best.fetch_max(value, Ordering::Relaxed).max(value);
        self.watch.progress(Progress { value, bound, looked_at: self.looked_at.load(Ordering::Relaxed), done });
    }
}

fn better(one: (i64, Layout), other: (i64, Layout)) -> (i64, Layout) {
    if other.0 > one.0 { other } else { one }
}

/// The bound of prices on their way down, rounded up.
#[expect(clippy::cast_possible_truncation, reason = "values of plans are far below 2^53")]
fn bound_of(descent: &Descent) -> Option<i64> {
    descent.bound.is_finite().then(|| descent.bound.ceil() as i64)
}

/// `steps`, or as many of them as there is time for.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a share of the steps"
)]
fn scaled(steps: u64, share: f64) -> u64 {
    if share >= 1. { steps } else { (steps as f64 * share.max(0.)) as u64 }
}

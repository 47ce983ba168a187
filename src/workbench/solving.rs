//! Solving the plan that is shown, beside the window: the search runs in a job, tells how it gets on, and ends when somebody stops
//! it. Its result becomes a [`Review`], which nobody has to accept.

use std::{
    collections::BTreeSet,
    fmt,
    num::NonZero,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::Duration,
};

use super::{
    Workbench,
    clock::{Clock, Deadline},
    jobs::Version,
    receipt::Notice,
    review::{Decisions, Review},
};
use crate::{
    evaluate::{judgement::Judgement, score::Score},
    i18n,
    model::{
        edit::{Edit, apply},
        id::{ParkId, PlanId, ProjectId},
        scenario::Scenario,
        text::Text,
    },
    optimise::{
        Orders, Problem, Progress, Watch,
        alternatives::{Asked, Leaning, alternatives},
        positions::{self, Costs, Redesign},
        proposal::{self, Proposal},
        reading::{Reading, Scale, Unreadable, Wish},
    },
};

/// Points of the course that are kept; then every other one is dropped.
const MOST_POINTS: usize = 512;

/// Least time between two wakings of the window, in milliseconds.
const PAUSE: u64 = 100;

/// What the planner wants solved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SolveWish {
    /// Whether placed projects may move as well, all but pinned ones.
    pub moves: bool,
    /// Whether positions may change as well.
    pub positions: bool,
    /// The most placed projects that may move.
    pub most_moved: Option<usize>,
    /// The time that the search may take, in seconds.
    pub seconds: u32,
}

impl Default for SolveWish {
    fn default() -> Self {
        Self { moves: false, positions: false, most_moved: None, seconds: 10 }
    }
}

/// How far a search was at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Since it began, in seconds.
    pub seconds: f64,
    /// Score of the best plan so far.
    pub score: Score,
    /// The score that no plan exceeds, as far as is known.
    pub bound: Option<Score>,
}

/// What was told so far.
#[derive(Default)]
struct Seen {
    /// What values mean; nothing before the plan has been read.
    scale: Option<Scale>,
    /// Seconds, value of the best plan, bound.
    points: Vec<(f64, i64, Option<i64>)>,
}

/// How a search gets on: told by its threads, read by the window.
pub struct Course {
    deadline: Deadline,
    seconds: u32,
    is_stopped: AtomicBool,
    seen: Mutex<Seen>,
    /// What was told of problems that were solved before, where several are.
    before: Mutex<Vec<Seen>>,
    looked_at: AtomicU64,
    /// When the window was told last, in milliseconds since the beginning.
    woken: AtomicU64,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl fmt::Debug for Course {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a course of {} s", self.seconds())
    }
}

impl Course {
    /// A course that begins now and ends after so many seconds; `wake` is called when there is news.
    pub fn new(seconds: u32, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        Self {
            deadline: Deadline::after(Some(Duration::from_secs(u64::from(seconds)))),
            seconds,
            is_stopped: AtomicBool::new(false),
            seen: Mutex::default(),
            before: Mutex::default(),
            looked_at: AtomicU64::new(0),
            woken: AtomicU64::new(0),
            wake,
        }
    }

    /// Since it began, in seconds.
    pub fn seconds(&self) -> f64 {
        self.deadline.elapsed().as_secs_f64()
    }

    /// The time that it may take, in seconds.
    pub fn time(&self) -> u32 {
        self.seconds
    }

    /// Changes that were looked at so far.
    pub fn looked_at(&self) -> u64 {
        self.looked_at.load(Ordering::Relaxed)
    }

    /// Whether somebody has stopped it.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    /// Ends it with what has been found.
    pub fn end(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    /// The best plan and the bound so far, in the order of time.
    pub fn points(&self) -> Vec<Point> {
        let seen = self.seen();
        let Some(scale) = seen.scale else { return Vec::new() };
        let point = |(seconds, value, bound): &(f64, i64, Option<i64>)| Point {
            seconds: *seconds,
            score: scale.score_of(*value),
            bound: bound.map(|it| scale.bound_of(it)),
        };
        seen.points.iter().map(point).collect()
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The plan was read; a plan that is read again, without what the rules object to, begins anew.
    fn begin(&self, reading: &Reading) {
        let told = std::mem::replace(&mut *self.seen(), Seen { scale: Some(reading.scale), points: Vec::new() });
        self.before.lock().unwrap_or_else(PoisonError::into_inner).push(told);
        self.note(reading.start.value(&reading.problem), None);
    }

    /// Goes back to what was told of the problem of `reading`: its plan is the one that is proposed.
    fn go_back_to(&self, reading: &Reading) {
        let mut before = self.before.lock().unwrap_or_else(PoisonError::into_inner);
        let is_meant = |it: &Seen| it.scale == Some(reading.scale);
        let is_there = is_meant(&self.seen());
        if let Some(at) = before.iter().rposition(is_meant).filter(|_| !is_there) {
            *self.seen() = before.swap_remove(at);
        }
    }

    fn note(&self, value: i64, bound: Option<i64>) {
        let seconds = self.seconds();
        let points = &mut self.seen().points;
        let last = points.last().copied();
        let value = last.map_or(value, |(_, before, _)| before.max(value));
        let bound = match (last.and_then(|it| it.2), bound) {
            (Some(before), Some(bound)) => Some(before.min(bound)),
            (before, bound) => bound.or(before),
        };
        if last.is_none_or(|(_, before, of_before)| before != value || of_before != bound) {
            points.push((seconds, value, bound));
            if points.len() > MOST_POINTS {
                let mut at = 0;
                points.retain(|_| {
                    at += 1;
                    at % 2 == 1
                });
            }
        }
    }
}

impl Watch for Course {
    fn stop(&self) -> bool {
        self.is_stopped() || self.deadline.stop()
    }

    fn time_for(&self, done: f64) -> f64 {
        self.deadline.time_for(done)
    }

    fn progress(&self, progress: Progress) {
        self.looked_at.store(progress.looked_at, Ordering::Relaxed);
        self.note(progress.value, progress.bound);
        let now = u64::try_from(self.deadline.elapsed().as_millis()).unwrap_or(u64::MAX);
        if now >= self.woken.load(Ordering::Relaxed) + PAUSE {
            self.woken.store(now, Ordering::Relaxed);
            (self.wake)();
        }
    }
}

/// A search as it is ordered: everything that its job needs.
#[derive(Debug)]
pub struct Request {
    scenario: Scenario,
    judgement: Arc<Judgement>,
    decisions: Decisions,
    wish: SolveWish,
}

impl Request {
    /// The plan as it stands once what is pinned stands where it is pinned; and what is wished of the rest.
    fn prepared(&self) -> Result<(Scenario, Judgement, Wish), Unreadable> {
        let plan = self.judgement.plan();
        let mut wish = Wish { moves: self.wish.moves, most_moved: self.wish.most_moved, ..Wish::default() };
        for (project, to) in &self.decisions.rejected {
            match to {
                Some(park) => drop(wish.refused.insert((project.clone(), park.clone()))),
                None => drop(wish.kept.insert(project.clone())),
            }
        }
        let pin = |(project, park): (&ProjectId, &ParkId)| {
            let [place, pin] = pin_there(plan, project, park);
            let stands = self.judgement.facts().home(project).is_some_and(|(home, _)| home == park);
            let is_pinned = stands && self.scenario.pin(plan, project).is_some();
            [(!stands).then_some(place), (!is_pinned).then_some(pin)]
        };
        let edits: Vec<Edit> = self.decisions.pinned.iter().flat_map(pin).flatten().collect();
        let mut scenario = self.scenario.clone();
        let mut judgement = Judgement::clone(&self.judgement);
        if !edits.is_empty() {
            // Who is moved to where he is pinned counts among those that move.
            let moved = |(project, park): &(&ProjectId, &ParkId)| {
                self.judgement.facts().home(project).is_some_and(|(home, _)| home != *park)
            };
            let moved = self.decisions.pinned.iter().filter(moved).count();
            wish.most_moved = wish.most_moved.map(|most| most.saturating_sub(moved));
            let touched = apply(&mut scenario, &Edit::Together(edits))?;
            judgement.follow(&scenario, &touched);
        }
        Ok((scenario, judgement, wish))
    }

    /// Carries the search out.
    pub(super) fn solve(&self, course: &Course) -> Result<Redesign, Unreadable> {
        let (scenario, judgement, wish) = self.prepared()?;
        let changes_positions = self.wish.positions && !self.decisions.keeps_positions;
        // Positions, placements under them and placements under those of today share the time.
        let seconds = f64::from(self.wish.seconds) / if changes_positions { 3. } else { 1. };
        let with_steps =
            |problem: &Problem| Orders { seed: 1, steps: Orders::steps_in(seconds, problem), threads: threads() };
        let orders = |reading: &Reading| {
            course.begin(reading);
            with_steps(&reading.problem)
        };
        let found = if changes_positions {
            positions::redesign(&scenario, &judgement, &wish, Costs::default(), with_steps, orders, course)?
        } else {
            let proposal = proposal::propose(&scenario, &judgement, &wish, orders, course)?;
            Redesign { positions: Vec::new(), proposal }
        };
        course.go_back_to(&found.proposal.reading);
        course.note(found.proposal.outcome.value, found.proposal.outcome.bound);
        Ok(found)
    }
}

impl Request {
    /// Finds other good plans beside `first`, which solved this request.
    pub(super) fn find_others(
        &self,
        (first, positions): (&Proposal, &[Edit]),
        asked: Asked,
        course: &Course,
    ) -> Result<Vec<(Leaning, Proposal)>, Unreadable> {
        let (mut scenario, mut judgement, _) = self.prepared()?;
        if !positions.is_empty() {
            (scenario, judgement) = positions::with(&scenario, &judgement, positions)?;
        }
        // Each of them is searched a few times; together they take about as long as the best one did at most.
        let seconds = f64::from(self.wish.seconds) / 12.;
        let steps = Orders::steps_in(seconds, &first.reading.problem);
        let orders = Orders { seed: 1, steps, threads: threads() };
        alternatives(&scenario, &judgement, first, asked, &orders, course)
    }
}

/// All but one of the threads of the machine: the window needs one.
fn threads() -> NonZero<usize> {
    let all = thread::available_parallelism().map_or(1, NonZero::get);
    NonZero::new(all.saturating_sub(1)).unwrap_or(NonZero::<usize>::MIN)
}

/// Places a project and pins it there.
pub fn pin_there(plan: &PlanId, project: &ProjectId, park: &ParkId) -> [Edit; 2] {
    let (plan, project) = (plan.clone(), project.clone());
    [
        Edit::Place { plan: plan.clone(), project: project.clone(), park: park.clone(), premises: None },
        Edit::Pin { plan, project },
    ]
}

/// A search that is under way.
#[derive(Debug)]
pub struct Solving {
    /// Number of the search: what earlier ones report is not taken in.
    run: u64,
    plan: PlanId,
    version: Version,
    wish: SolveWish,
    decisions: Decisions,
    /// Whether other good plans are looked for, beside the one that is shown.
    seeks_others: bool,
    /// What happens to positions in the plan that is shown then.
    positions: Arc<Vec<Edit>>,
    running: Running,
    started: Clock,
}

/// A course that ends when nobody waits for it any more.
#[derive(Debug)]
struct Running(Arc<Course>);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.end();
    }
}

impl Solving {
    /// The plan that is solved.
    pub fn plan(&self) -> &PlanId {
        &self.plan
    }

    /// What is wished.
    pub fn wish(&self) -> SolveWish {
        self.wish
    }

    /// How it gets on.
    pub fn course(&self) -> &Arc<Course> {
        &self.running.0
    }

    /// Whether other good plans are looked for, beside the one that is shown.
    pub fn seeks_others(&self) -> bool {
        self.seeks_others
    }

    /// What was decided before it began.
    pub fn decisions(&self) -> &Decisions {
        &self.decisions
    }
}

impl Workbench {
    /// The search that is under way.
    pub fn solving(&self) -> Option<&Solving> {
        self.solving.as_ref()
    }

    /// Projects of the plan that is shown that a search would place or might move: those that wait, and those that are placed and
    /// free to move.
    pub fn solvable(&self) -> (usize, usize) {
        let (world, plan, facts) = (self.judgement.world(), self.plan(), self.judgement.facts());
        let waiting = world.projects.iter().map(|it| &it.id).filter(|id| facts.home(id).is_none());
        let waiting = waiting.filter(|id| self.judgement.is_awaited(id)).count();
        let locked: BTreeSet<&ParkId> =
            facts.parks().map(|(park, _)| park).filter(|park| world.lock(plan, park).is_some()).collect();
        let is_free = |id: &&ProjectId| {
            let home = facts.home(id).map(|(park, _)| park);
            self.judgement.is_awaited(id)
                && world.pin(plan, id).is_none()
                && home.is_some_and(|park| !locked.contains(park))
        };
        (waiting, facts.homes().filter(is_free).count())
    }

    /// Begins to solve the plan that is shown; a review that is open gives way to what comes of it.
    pub(super) fn solve(&mut self, wish: SolveWish) {
        self.put_back();
        if !self.scenario().may_change(self.plan()) {
            let error = crate::model::edit::EditError::Approved(self.plan().clone());
            self.notice = Some(Notice::warning(i18n::edit::refusal(self.scenario(), &error)));
            return;
        }
        let (waiting, placed) = self.solvable();
        if waiting == 0 && !((wish.moves || wish.positions) && placed > 0) {
            self.notice = Some(Notice::news(Text::new(
                "没有可求解的项目：都已布局、暂缓或退回；要优化已布局的项目，选“全部重排”",
                "There is nothing to solve: every project is placed, held or returned; choose \"All\" to improve what is placed",
            )));
            return;
        }
        self.review = None;
        self.begin_solving(wish, Decisions::default());
    }

    pub(super) fn begin_solving(&mut self, wish: SolveWish, decisions: Decisions) {
        self.stop_solving();
        self.solve_runs += 1;
        let course = Arc::new(Course::new(wish.seconds, self.jobs.waker()));
        let request = Request {
            scenario: self.scenario().clone(),
            judgement: Arc::clone(&self.judgement),
            decisions: decisions.clone(),
            wish,
        };
        self.jobs.solve(self.solve_runs, request, Arc::clone(&course));
        self.solving = Some(Solving {
            run: self.solve_runs,
            plan: self.plan().clone(),
            version: self.version(),
            wish,
            decisions,
            seeks_others: false,
            positions: Arc::default(),
            running: Running(course),
            started: Clock::start(),
        });
    }

    /// Looks for other good plans beside the one that is shown in the review, with the decisions as they are.
    pub(super) fn find_others(&mut self, asked: Asked) {
        let version = self.version();
        let Some(review) = self.review() else { return };
        let Some(first) = review.best().filter(|it| it.version == version).cloned() else {
            self.notice = Some(Notice::hint(i18n::review::SOLVE_FIRST));
            return;
        };
        let (wish, decisions) = (review.wish(), first.decisions.clone());
        self.stop_solving();
        self.solve_runs += 1;
        let course = Arc::new(Course::new(wish.seconds.max(5), self.jobs.waker()));
        let request = Request {
            scenario: self.scenario().clone(),
            judgement: Arc::clone(&self.judgement),
            decisions: decisions.clone(),
            wish,
        };
        let beside = (Arc::clone(&first.proposal), Arc::clone(&first.positions));
        self.jobs.find_others(self.solve_runs, request, beside, asked, Arc::clone(&course));
        self.solving = Some(Solving {
            run: self.solve_runs,
            plan: self.plan().clone(),
            version,
            wish,
            decisions,
            seeks_others: true,
            positions: Arc::clone(&first.positions),
            running: Running(course),
            started: Clock::start(),
        });
    }

    /// Takes in the other plans that the search of this number has found; nothing where it broke off.
    pub(super) fn found_others(&mut self, run: u64, result: Option<Result<Vec<(Leaning, Proposal)>, Unreadable>>) {
        let Some(solving) = self.solving.take_if(|it| it.run == run) else { return };
        let others = match result {
            Some(Ok(others)) => others,
            Some(Err(error)) => {
                self.notice = Some(Notice::warning(i18n::solve::unreadable(self.scenario(), &error)));
                return;
            }
            None => {
                self.notice = Some(Notice::warning(broke_off()));
                return;
            }
        };
        let seconds = solving.started.elapsed().as_secs_f64();
        let Some(review) = self.review.as_mut().filter(|it| *it.plan() == solving.plan) else { return };
        let others = others.into_iter().map(|(leaning, proposal)| super::review::Solved {
            version: solving.version,
            decisions: solving.decisions.clone(),
            positions: Arc::clone(&solving.positions),
            proposal: Arc::new(proposal),
            course: Arc::clone(&solving.running.0),
            seconds,
            leaning: Some(leaning),
        });
        review.take_in_others(others.collect());
    }

    /// Ends the search with what it has found; it reports soon.
    pub(super) fn stop_solving(&mut self) {
        if let Some(solving) = &self.solving {
            solving.course().end();
        }
    }

    /// Forgets the search and its review: the document is another one.
    pub(super) fn forget_solving(&mut self) {
        self.stop_solving();
        self.solving = None;
        self.review = None;
    }

    /// Takes in what the search of this number has found; nothing where it broke off.
    pub(super) fn solved(&mut self, run: u64, result: Option<Result<Box<Redesign>, Unreadable>>) {
        let Some(solving) = self.solving.take_if(|it| it.run == run) else { return };
        let Redesign { positions, proposal } = match result {
            Some(Ok(found)) => *found,
            Some(Err(error)) => {
                let was_stopped = solving.course().is_stopped() && matches!(error, Unreadable::CalledOff);
                self.notice = Some(if was_stopped {
                    Notice::news(Text::new("求解已停止，尚无方案", "Solving was stopped before there was a plan"))
                } else {
                    Notice::warning(i18n::solve::unreadable(self.scenario(), &error))
                });
                return;
            }
            None => {
                self.notice = Some(Notice::warning(broke_off()));
                return;
            }
        };
        let seconds = solving.started.elapsed().as_secs_f64();
        let solved = super::review::Solved {
            version: solving.version,
            decisions: solving.decisions,
            positions: Arc::new(positions),
            proposal: Arc::new(proposal),
            course: Arc::clone(&solving.running.0),
            seconds,
            leaning: None,
        };
        match &mut self.review {
            Some(review) if *review.plan() == solving.plan => review.take_in(solved),
            _ => self.review = Some(Review::new(self.solve_runs, solving.plan, solving.wish, solved)),
        }
    }
}

fn broke_off() -> Text {
    Text::new("程序故障，求解中断；布局未改动", "A fault of the program broke the solving off; the plan is as it was")
}

//! How is a good plan found? By many small changes, cooled by steps and not by a clock.
//!
//! A project is asked to move to one of its better parks. Where it does not fit, it changes places with one that stands there, or
//! drives that one out. A change for the worse is taken with a chance that falls with the temperature (simulated annealing).
//! While it is warm, what a project uses is charged at the shadow prices of [`super::prices`], which fade as it cools: a plan that
//! wastes a scarce factor is seen to do so long before the factor runs out.
//!
//! The same problem, seed and number of steps give the same plan on every machine: no clock is asked and no function of a
//! platform's library has a say.

use super::{
    layout::Layout,
    prices::{Market, Stop, factors, real, real_usize},
    problem::{LANES, NEVER, NOWHERE, Problem, Role},
    state::{State, minus, plus, whole, within},
};
use crate::chance::Chance;

/// Number of candidates that a project moves among, best first.
const CANDIDATES: usize = 64;

/// Number of stages of cooling; a power of two, so that roots tell the step between them.
pub(super) const STAGES: usize = 64;

/// Every so many steps a position is exchanged, where they may be.
const EXCHANGED_EVERY: u64 = 12;

/// Who makes way may be passed on to one of this many of its candidates, less one.
const PASSED_ON: usize = 6;

/// Projects that are asked to move for a while, and for how many steps: where there are many, what they look at is then near at
/// hand.
const WINDOW: usize = 4_096;
const WINDOW_STEPS: u64 = 16_384;

/// Temperature at the start and at the end, as a share of what projects leave over in their best park more than in a middling
/// one.
const HEAT: (f64, f64) = (0.6, 1. / 12.);

/// A park that a project may move to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub park: u16,
    pub host: u16,
}

/// A search on its way.
#[derive(Debug)]
pub(super) struct Search<'p> {
    pub problem: &'p Problem,
    pub state: State,
    /// The worth of each choice as the search sees it: less a share of its price.
    pub guide: Vec<i64>,
    charge: Vec<f32>,
    /// Share of the prices that is charged, in thousandths.
    charged: i64,
    starts: Vec<usize>,
    candidates: Vec<Candidate>,
    /// Projects that may move, those of a kind together.
    movable: Vec<u32>,
    /// Where in it the projects begin that are asked to move for a while.
    window: usize,
    /// Projects that may not be moved.
    fixed: Vec<bool>,
    /// Movable projects by kind.
    pub of_kind: Vec<Vec<u32>>,
    /// Offers of each park that are not locked, the worthiest first.
    pub offers: Vec<Vec<usize>>,
    pub chance: Chance,
    /// Changes looked at.
    pub looked_at: u64,
    /// Steps taken.
    pub steps: u64,
    heat: [f64; 2],
    logs: Vec<f64>,
    best: (i64, Layout),
    /// What the change under way did, so that it can be undone.
    pub journal: Vec<super::redesign::Done>,
}

impl<'p> Search<'p> {
    /// A search from `start`, guided by `prices`.
    pub fn of(market: &Market, prices: &[f64], problem: &'p Problem, start: &Layout, seed: u64, stop: Stop) -> Self {
        let given = &problem.given;
        let mut charge = vec![0_f32; problem.worth.len()];
        let mut starts = vec![0];
        let mut candidates = vec![];
        let mut row: Vec<(i64, Candidate)> = vec![];
        let mut spreads = vec![];
        for (project, it) in given.projects.iter().enumerate() {
            let kind = usize::from(it.kind);
            row.clear();
            if project % 256 == 0 && stop() {
                starts.resize(given.projects.len() + 1, candidates.len());
                break;
            }
            for (host, park) in problem.hosts[kind].iter().enumerate() {
                let choice = problem.rows[project] + host;
                if problem.worth[choice] == NEVER {
                    continue;
                }
                let (place, zone) = (*park as usize, problem.zone(*park as usize));
                let need = problem.need(project, choice);
                let of_park: f64 =
                    factors(prices, place).iter().zip(need).map(|(price, need)| price * f64::from(*need)).sum();
                let of_zone: f64 =
                    market.pools(prices, zone).iter().zip(&it.draw).map(|(price, draw)| price * f64::from(*draw)).sum();
                charge[choice] = narrowed(of_park + of_zone);
                let left =
                    problem.worth[choice] - rounded(of_park + of_zone) + rounded(market.paid(prices, place, kind));
                row.push((
                    left,
                    Candidate {
                        park: u16::try_from(*park).unwrap_or(u16::MAX),
                        host: u16::try_from(host).unwrap_or(0),
                    },
                ));
            }
            if row.len() > CANDIDATES {
                row.select_nth_unstable_by_key(CANDIDATES, |(left, it)| (-left, it.park));
                row.truncate(CANDIDATES);
            }
            row.sort_unstable_by_key(|(left, it)| (-left, it.park));
            if let (Some(first), Some(other)) = (row.first(), row.get(row.len().min(8) / 2))
                && row.len() > 1
            {
                spreads.push(first.0 - other.0);
            }
            candidates.extend(row.iter().map(|(_, it)| *it));
            starts.push(candidates.len());
        }
        spreads.sort_unstable();
        let spread = real(spreads.get(spreads.len() / 2).copied().unwrap_or(1).max(1));
        let mut movable: Vec<u32> = (0..given.projects.len())
            .filter(|it| given.projects[*it].pin.is_none() && starts[*it] < starts[*it + 1])
            .filter_map(|it| u32::try_from(it).ok())
            .collect();
        movable.sort_by_key(|it| problem.kind(*it as usize));
        let mut of_kind = vec![vec![]; given.kinds.len()];
        for project in &movable {
            of_kind[problem.kind(*project as usize)].push(*project);
        }
        let guide = problem.worth.clone();
        let state = State::of(problem, start, &guide);
        let unlocked =
            |park: &super::problem::Park| (0..park.offers.len()).filter(|it| !park.offers[*it].locked).collect();
        Self {
            problem,
            best: (state.value, start.clone()),
            state,
            guide,
            charge,
            charged: 0,
            starts,
            candidates,
            movable,
            window: 0,
            fixed: given.projects.iter().map(|it| it.pin.is_some()).collect(),
            of_kind,
            offers: given.parks.iter().map(unlocked).collect(),
            chance: Chance::new(seed),
            looked_at: 0,
            steps: 0,
            heat: [spread * HEAT.0, spread * HEAT.1],
            logs: (0..4096).map(|at| -log((f64::from(at) + 0.5) / 4096.)).collect(),
            journal: vec![],
        }
    }

    /// Orders the offers of each park by `worth`, best first.
    pub fn prefer(&mut self, worth: impl Fn(usize, usize) -> f64) {
        for (park, offers) in self.offers.iter_mut().enumerate() {
            offers.sort_by(|one, other| worth(park, *other).total_cmp(&worth(park, *one)));
        }
    }

    /// The candidates of a project, best first.
    pub fn candidates(&self, project: usize) -> &[Candidate] {
        &self.candidates[self.starts[project]..self.starts[project + 1]]
    }

    /// The best plan so far and its value.
    pub fn best(&self) -> &(i64, Layout) {
        &self.best
    }

    /// Places what has no place: those first that bring most for what they use, each in the best park that has room.
    pub fn construct(&mut self) {
        let problem = self.problem;
        let mut order: Vec<(i64, u32)> = vec![];
        for project in self.movable.iter().filter(|it| self.state.at[**it as usize] == NOWHERE) {
            let at = *project as usize;
            let Some(first) = self.candidates(at).first() else { continue };
            let choice = problem.rows[at] + usize::from(first.host);
            let brought = i128::from(problem.worth[choice] + problem.given.projects[at].penalty);
            let used = i128::from(rounded(f64::from(self.charge[choice])).max(1));
            order.push((i64::try_from(brought * 1_000 / used).unwrap_or(i64::MAX), *project));
        }
        order.sort_unstable_by_key(|(density, project)| (-density, *project));
        for (_, project) in order {
            self.settle(project as usize, CANDIDATES, false);
        }
        self.note();
    }

    /// Places a project in the best of its first `number` candidates that has room and a position for it, if that is a gain; in
    /// the first of them unless `weigh`.
    pub fn settle(&mut self, project: usize, number: usize, weigh: bool) {
        let problem = self.problem;
        let kind = problem.kind(project);
        let mut best: Option<(i64, usize, usize)> = None;
        for at in self.starts[project]..self.starts[project + 1].min(self.starts[project] + number) {
            let Candidate { park, host } = self.candidates[at];
            let park = usize::from(park);
            let cell = problem.cell(park, kind);
            if self.state.role[cell] == Role::None {
                continue;
            }
            self.looked_at += 1;
            let choice = problem.rows[project] + usize::from(host);
            let gain = self.guide[choice] + self.state.gain[cell] + problem.given.projects[project].penalty;
            if gain > best.map_or(0, |it| it.0)
                && within(problem.need(project, choice), &self.state.free[park])
                && self.state.pools_hold(problem, project, problem.zone(park))
                && self.may_move(project, park)
            {
                best = Some((gain, choice, park));
                if !weigh {
                    break;
                }
            }
        }
        if let Some((_, choice, park)) = best {
            self.put(project, choice, park);
        }
    }

    /// Whether one more project may stand elsewhere than at the start, if `project` going to `park` makes one more.
    fn may_move(&self, project: usize, park: usize) -> bool {
        self.problem.given.most_moved.is_none_or(|most| {
            let more = self.shift(project, self.state.at[project], u32::try_from(park).unwrap_or(NOWHERE));
            self.state.moved.saturating_add_signed(more) <= most
        })
    }

    /// By how many the moved projects grow when one goes from one park to another.
    fn shift(&self, project: usize, from: u32, to: u32) -> isize {
        match self.problem.given.projects[project].start {
            Some(start) => isize::from(from == start) - isize::from(to == start),
            None => 0,
        }
    }

    pub fn put(&mut self, project: usize, choice: usize, park: usize) {
        self.journal.push(super::redesign::Done::Put { project });
        self.state.put(self.problem, &self.guide, project, choice, park);
    }

    pub fn take(&mut self, project: usize) {
        let (choice, park) = (self.state.by[project], self.state.at[project] as usize);
        self.journal.push(super::redesign::Done::Taken { project, choice, park });
        self.state.take(self.problem, &self.guide, project);
    }

    /// A loss that is just borne at `heat`: the lower the heat, the smaller.
    #[expect(clippy::cast_possible_truncation, reason = "heat is of the size of a few projects")]
    pub fn borne(&mut self, heat: f64) -> i64 {
        let at = self.chance.below(self.logs.len());
        -((heat * self.logs[at]) as i64)
    }

    /// One stage of cooling, of `steps` steps.
    pub fn stage(&mut self, stage: usize, steps: u64, stop: &dyn Fn(&Self) -> bool) -> bool {
        if stop(self) {
            return false;
        }
        let heat = self.heat_of(stage);
        let charged = (1_000 - i64::try_from(stage * 1_111 / STAGES).unwrap_or(1_000)).max(0);
        self.charge_at(charged);
        let done = self.steps + steps;
        while self.steps < done {
            let until = (self.steps + 8_192).min(done);
            while self.steps < until {
                self.step(heat);
            }
            if charged <= 500 {
                self.note();
            }
            if stop(self) {
                self.note();
                return false;
            }
        }
        self.note();
        true
    }

    /// The temperature of a stage: it falls by the same factor from stage to stage.
    fn heat_of(&self, stage: usize) -> f64 {
        let [from, to] = self.heat;
        let (mut low, mut high, mut below, mut above) = (0_usize, STAGES, from, to);
        // The geometric mean of two temperatures is that of the stage halfway between.
        while high - low > 1 {
            let (middle, mean) = (usize::midpoint(low, high), (below * above).sqrt());
            if stage < middle { (high, above) = (middle, mean) } else { (low, below) = (middle, mean) }
        }
        below
    }

    /// Charges `thousandths` of the prices from here on.
    fn charge_at(&mut self, thousandths: i64) {
        if thousandths == self.charged {
            return;
        }
        self.charged = thousandths;
        let share = real(thousandths) / 1_000.;
        for ((guide, worth), charge) in self.guide.iter_mut().zip(&self.problem.worth).zip(&self.charge) {
            *guide = worth - rounded(f64::from(*charge) * share);
        }
        let placed =
            (0..self.problem.projects()).filter(|it| self.state.at[*it] != NOWHERE).map(|it| self.state.by[it]);
        self.state.guided =
            self.state.value + placed.map(|choice| self.guide[choice] - self.problem.worth[choice]).sum::<i64>();
    }

    /// Remembers the plan of the moment if it is the best so far.
    pub fn note(&mut self) {
        if self.state.value > self.best.0 {
            self.best = (self.state.value, self.state.layout());
        }
    }

    /// One step: a project is asked to move.
    fn step(&mut self, heat: f64) {
        self.steps += 1;
        self.journal.clear();
        if self.problem.given.redesign {
            if self.steps.is_multiple_of(EXCHANGED_EVERY) {
                self.exchange_positions(heat);
            }
            if self.steps % 16 == 8 {
                self.exchange_roles(heat);
            }
        }
        if self.steps.is_multiple_of(WINDOW_STEPS) {
            self.window = self.chance.below(self.movable.len().saturating_sub(WINDOW) + 1);
        }
        let at = self.window + self.chance.below(self.movable.len().min(WINDOW));
        let Some(project) = self.movable.get(at).map(|it| *it as usize) else { return };
        let borne = self.borne(heat);
        let kind = self.problem.kind(project);
        let from = self.state.at[project];
        let Some(candidate) = self.draw(project, kind) else { return };
        if u32::from(candidate.park) == from {
            return;
        }
        self.ask(project, kind, candidate, borne);
    }

    /// A candidate of a project, the better ones more often, with a position for it.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a fraction of a short list")]
    fn draw(&mut self, project: usize, kind: usize) -> Option<Candidate> {
        let of = &self.candidates[self.starts[project]..self.starts[project + 1]];
        let fraction = self.chance.fraction();
        let from = (real_usize(of.len()) * fraction * fraction) as usize;
        let covered = |it: &Candidate| self.state.role[self.problem.cell(usize::from(it.park), kind)] != Role::None;
        of.iter().skip(from).take(8).copied().find(covered)
    }

    /// Moves `project` to a candidate if that loses no more than `borne`.
    fn ask(&mut self, project: usize, kind: usize, candidate: Candidate, borne: i64) {
        let problem = self.problem;
        let (park, from) = (usize::from(candidate.park), self.state.at[project]);
        let it = &problem.given.projects[project];
        let choice = problem.rows[project] + usize::from(candidate.host);
        let cell = problem.cell(park, kind);
        let mut gain = self.guide[choice] + self.state.gain[cell];
        if from == NOWHERE {
            gain += problem.penalties[project];
        } else {
            gain -= self.guide[self.state.by[project]] + self.state.loss[problem.cell(from as usize, kind)];
        }
        self.looked_at += 1;
        if gain < borne {
            return;
        }
        let zone = problem.zone(park);
        let same_zone = from != NOWHERE && problem.zone(from as usize) == zone;
        let mut pools = self.state.pools[zone];
        if !same_zone {
            for (pool, draw) in pools.iter_mut().zip(&it.draw).take(problem.pools) {
                *pool -= i64::from(*draw);
            }
        }
        let left = minus(&self.state.free[park], problem.need(project, choice));
        if whole(&left) && pools[..problem.pools].iter().all(|it| *it >= 0) {
            if self.may_move(project, park) {
                if from != NOWHERE {
                    self.state.take(problem, &self.guide, project);
                }
                self.state.put(problem, &self.guide, project, choice, park);
            }
            return;
        }
        if let Some((other, to)) = self.make_way(project, kind, candidate, gain, borne, &left, &pools) {
            self.change_places(project, choice, park, other, to, borne);
        }
    }

    /// The best project of a park to make way for `project`, and the choice that it takes instead in the park that `project`
    /// leaves, or none.
    #[expect(clippy::too_many_arguments, reason = "what the caller has worked out already; this is the inner loop")]
    fn make_way(
        &mut self,
        project: usize,
        kind: usize,
        candidate: Candidate,
        gain: i64,
        borne: i64,
        left: &super::problem::Amounts,
        pools: &[i64; LANES],
    ) -> Option<(usize, Option<(usize, u32)>)> {
        let third = self.chance.below(PASSED_ON);
        let problem = self.problem;
        let state = &self.state;
        let (park, from) = (usize::from(candidate.park), state.at[project]);
        let (zone, cell) = (problem.zone(park), problem.cell(park, kind));
        let behind = (from != NOWHERE).then(|| {
            let from = from as usize;
            let zone_behind = problem.zone(from);
            let mut pools = state.pools[zone_behind];
            for (pool, draw) in pools.iter_mut().zip(&problem.given.projects[project].draw).take(problem.pools) {
                *pool += i64::from(*draw);
            }
            (from, plus(&state.free[from], &state.held[project]), (zone_behind != zone).then_some(pools))
        });
        let from_id = state.at[project];
        let mut best = borne - 1;
        let mut found = None;
        let mut looked_at = 0;
        let short = pools[..problem.pools].iter().any(|it| *it < 0);
        for other in &state.inside[park] {
            let other = *other as usize;
            if self.fixed[other] {
                continue;
            }
            looked_at += 1;
            if !whole(&plus(left, &state.held[other])) || (short && !self.relieves(pools, other)) {
                continue;
            }
            let others = problem.kind(other);
            let alike = others == kind;
            let lost = self.guide[state.by[other]]
                + if alike { state.gain[cell] } else { state.loss[problem.cell(park, others)] };
            let driven_out = gain - lost - problem.penalties[other];
            if driven_out > best {
                best = driven_out;
                found = Some((other, None));
            }
            if third > 0
                && let of = &self.candidates[self.starts[other]..self.starts[other + 1]]
                && let Some(candidate) = of.get(third - 1)
                && usize::from(candidate.park) != park
                && u32::from(candidate.park) != from_id
            {
                let to = usize::from(candidate.park);
                let cell_there = problem.cell(to, others);
                if state.role[cell_there] != Role::None {
                    looked_at += 1;
                    let choice = problem.rows[other] + usize::from(candidate.host);
                    let passed_on = gain - lost + self.guide[choice] + state.gain[cell_there];
                    if passed_on > best
                        && within(problem.need(other, choice), &state.free[to])
                        && if problem.zone(to) == zone {
                            !short
                        } else {
                            state.pools_hold(problem, other, problem.zone(to))
                        }
                    {
                        best = passed_on;
                        found = Some((other, Some((choice, u32::from(candidate.park)))));
                    }
                }
            }
            let Some((from, room, pools)) = &behind else { continue };
            let cell_behind = problem.cell(*from, others);
            if state.role[cell_behind] == Role::None {
                continue;
            }
            let Some(host) = problem.host(cell_behind) else { continue };
            let choice = problem.rows[other] + host;
            looked_at += 1;
            let swapped = gain - lost
                + self.guide[choice]
                + if alike { state.loss[cell_behind] } else { state.gain[cell_behind] };
            if swapped > best
                && problem.worth[choice] != NEVER
                && within(problem.need(other, choice), room)
                && pools.as_ref().is_none_or(|pools| self.drawn_from(pools, other))
            {
                best = swapped;
                found = Some((other, Some((choice, from_id))));
            }
        }
        self.looked_at += looked_at;
        found
    }

    /// Tells whether `pools` hold again when `project` draws no more on them.
    fn relieves(&self, pools: &[i64; LANES], project: usize) -> bool {
        let draw = &self.problem.given.projects[project].draw;
        pools.iter().zip(draw).take(self.problem.pools).all(|(pool, draw)| pool + i64::from(*draw) >= 0)
    }

    /// Tells whether `pools` hold what `project` draws.
    fn drawn_from(&self, pools: &[i64; LANES], project: usize) -> bool {
        let draw = &self.problem.given.projects[project].draw;
        pools.iter().zip(draw).take(self.problem.pools).all(|(pool, draw)| i64::from(*draw) <= *pool)
    }

    /// Puts `project` into `park`, `other` out of it: to where `project` was by the choice `to`, or nowhere. What was worked out
    /// before did not see how the two kinds are linked, so the change is undone if it loses more than `borne`.
    fn change_places(
        &mut self,
        project: usize,
        choice: usize,
        park: usize,
        other: usize,
        to: Option<(usize, u32)>,
        borne: i64,
    ) {
        let problem = self.problem;
        let before = self.state.guided;
        let (from, by, by_other) = (self.state.at[project], self.state.by[project], self.state.by[other]);
        self.state.take(problem, &self.guide, other);
        if from != NOWHERE {
            self.state.take(problem, &self.guide, project);
        }
        self.state.put(problem, &self.guide, project, choice, park);
        if let Some((to, park)) = to {
            self.state.put(problem, &self.guide, other, to, park as usize);
        }
        let too_many = problem.given.most_moved.is_some_and(|most| self.state.moved > most);
        if self.state.guided - before < borne || too_many {
            self.state.take(problem, &self.guide, project);
            if to.is_some() {
                self.state.take(problem, &self.guide, other);
            }
            self.state.put(problem, &self.guide, other, by_other, park);
            if from != NOWHERE {
                self.state.put(problem, &self.guide, project, by, from as usize);
            }
        }
    }
}

/// The natural logarithm of `x`, from 0 up to 1, by its series: the same on every machine.
fn log(x: f64) -> f64 {
    let (mut x, mut halvings) = (x, 0.);
    while x < 0.75 {
        x *= 2.;
        halvings += 1.;
    }
    let z = (x - 1.) / (x + 1.);
    let (mut sum, mut power) = (0., z);
    for odd in 0..16 {
        sum += power / f64::from(2 * odd + 1);
        power *= z * z;
    }
    2. * sum - halvings * std::f64::consts::LN_2
}

/// A guide needs no more than seven digits.
#[expect(clippy::cast_possible_truncation, reason = "a guide needs no more than seven digits")]
fn narrowed(value: f64) -> f32 {
    value as f32
}

#[expect(clippy::cast_possible_truncation, reason = "prices times amounts are of the size of values")]
fn rounded(value: f64) -> i64 {
    value as i64
}

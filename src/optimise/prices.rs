//! What is each limit worth? Prices of factors, pools and places, and the bound that they prove.
//!
//! Every limit is relaxed at a price, so that the parks and the projects can be asked one by one what they would do at best; the
//! sum of the answers is an upper bound on every plan (Lagrangian duality). With `π` the price of a factor in a park, `ρ` that
//! of a pool, `ν` what one more project of a cell is paid, `λ` the rent of a project and `θ` the share that the first of two
//! linked cells has in their bonus:
//!
//! ```text
//! r_ij  = worth_ij + penalty_j + ν_ik − π_i · need_ij − ρ_z · draw_j                     what is left of a choice
//! bound = floor + Σ_i π_i · capacity_i + Σ_z ρ_z · pool_z + Σ_j λ_j
//!       + Σ_i max over positions Σ_k [ Σ_j (r_ij − λ_j)⁺ + max_n (bonus_ik(n) − ν_ik n) ] − cost
//! ```
//!
//! where `λ_j = max_i r_ij⁺` is the best rent when positions are fixed. `bonus_ik(n)` counts a linked pair by
//! `min(a, b, T) ≤ (θ min(a, T) + (w − θ) min(b, T)) / w`. The prices are improved by a subgradient with memory and
//! Polyak's step; they are the shadow prices that are shown, too.

use std::{
    num::NonZero,
    ops::Range,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use super::{
    bound::ShadowPrices,
    loads::PART,
    problem::{LANES, NEVER, Problem, Role},
};

/// Where the sections of a vector of prices begin.
#[derive(Debug, Clone, Copy)]
struct Sections {
    pools: usize,
    numbers: usize,
    shares: usize,
    rents: usize,
    end: usize,
}

/// Who pays for a place that many projects want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rent {
    /// The most that any park would leave to the project: best where positions are fixed, a start elsewhere.
    Highest,
    /// As it stands among the prices.
    Priced,
}

/// A linked pair of cells that may both host projects.
#[derive(Debug, Clone, Copy)]
struct Pair {
    one: usize,
    other: usize,
    bonus: f64,
}

/// What the prices of a problem are judged by; made once.
#[derive(Debug)]
pub(super) struct Market<'p> {
    problem: &'p Problem,
    threads: usize,
    sections: Sections,
    /// First cell of each kind; its cells follow in the order of its hosts.
    first: Vec<usize>,
    /// Park and kind of each cell.
    cells: Vec<(usize, usize)>,
    /// Cells by park.
    of_park: Vec<Vec<usize>>,
    /// The compact number of a cell by park and kind.
    compact: Vec<u32>,
    /// What `n` projects bring to a cell but for linked cells and leading, in rows of `levels`.
    table: Vec<f64>,
    levels: usize,
    pairs: Vec<Pair>,
    /// Projects by kind.
    of_kind: Vec<Vec<usize>>,
    /// Kinds that are asked together, in one thread.
    parts: Vec<Range<usize>>,
    /// What each choice brings over having no place.
    brought: Vec<f64>,
    lanes: Vec<usize>,
    pools: Vec<usize>,
    /// The unit of each price: a step is measured in it.
    unit: Vec<f64>,
    least: Vec<f64>,
    most: Vec<f64>,
    floor: f64,
}

/// What an evaluation needs beside its result; made once, used again.
#[derive(Debug, Default)]
struct Scratch {
    slope: Vec<f64>,
    best: Vec<[(f64, f64); 3]>,
    rented: Vec<f64>,
    role: Vec<Role>,
    takers: Vec<Vec<u32>>,
    parts: Vec<Part>,
}

/// What the projects of some kinds answered.
#[derive(Debug, Default)]
struct Part {
    bound: f64,
    slope: Vec<f64>,
    rents: Vec<(usize, f64)>,
    left: Vec<f64>,
    asked: Vec<f64>,
}

/// The kinds that are asked together, and where their answers go.
struct Share<'s> {
    kinds: Range<usize>,
    part: &'s mut Part,
    rented: &'s mut [f64],
    takers: &'s mut [Vec<u32>],
}

/// Who may call a round off.
pub(super) type Stop<'s> = &'s (dyn Fn() -> bool + Sync);

impl<'p> Market<'p> {
    /// The market of `problem`.
    pub fn of(problem: &'p Problem, threads: NonZero<usize>) -> Self {
        let given = &problem.given;
        let (parks, kinds) = (given.parks.len(), given.kinds.len());
        let mut cells = vec![];
        let mut first = vec![];
        let mut of_park = vec![vec![]; parks];
        let mut compact = vec![u32::MAX; parks * kinds];
        for (kind, hosts) in problem.hosts.iter().enumerate() {
            first.push(cells.len());
            for park in hosts.iter().map(|it| *it as usize) {
                of_park[park].push(cells.len());
                compact[problem.cell(park, kind)] = u32::try_from(cells.len()).unwrap_or(u32::MAX);
                cells.push((park, kind));
            }
        }
        let levels = usize::try_from(given.saturation.max(given.leading_saturation).max(0)).unwrap_or(0) + 2;
        let mut market = Self {
            problem,
            threads: threads.get(),
            sections: Sections { pools: 0, numbers: 0, shares: 0, rents: 0, end: 0 },
            first,
            table: vec![0.; cells.len() * levels],
            cells,
            of_park,
            compact,
            levels,
            pairs: vec![],
            of_kind: vec![vec![]; kinds],
            parts: vec![],
            lanes: (0..LANES)
                .filter(|lane| given.projects.iter().any(|it| it.need[*lane] > 0) || given.needs_differ)
                .collect(),
            pools: (0..LANES).filter(|lane| given.projects.iter().any(|it| it.draw[*lane] > 0)).collect(),
            brought: vec![],
            unit: vec![],
            least: vec![],
            most: vec![],
            floor: real(problem.floor()),
        };
        for (project, it) in given.projects.iter().enumerate() {
            market.of_kind[usize::from(it.kind)].push(project);
        }
        market.brought.reserve(problem.worth.len());
        for (project, penalty) in problem.penalties.iter().enumerate() {
            let row = &problem.worth[problem.rows[project]..problem.rows[project + 1]];
            market.brought.extend(row.iter().map(|worth| real(worth + penalty)));
        }
        market.share_out();
        market.pair_up();
        market.lay_out();
        market
    }

    /// Shares the kinds out into parts that are asked in turn or at once. How many there are depends on the problem alone, so that
    /// sums are the same whatever the threads.
    fn share_out(&mut self) {
        let choices = |kind: usize| self.of_kind[kind].len() * self.problem.hosts[kind].len();
        let kinds = self.of_kind.len();
        let all: usize = (0..kinds).map(choices).sum();
        let most = if all < CHOICES_AT_ONCE { usize::MAX } else { all.div_ceil(8) };
        let (mut from, mut sum) = (0, 0);
        let mut parts = vec![];
        for kind in 0..kinds {
            sum += choices(kind);
            if sum >= most || kind + 1 == kinds {
                parts.push(from..kind + 1);
                (from, sum) = (kind + 1, 0);
            }
        }
        self.parts = parts;
    }

    /// Finds the linked pairs of cells, and what a cell brings by links to firms where nothing may come.
    fn pair_up(&mut self) {
        let given = &self.problem.given;
        let reach = |n: usize, firms: i64| whole(n) + firms;
        for cell in 0..self.cells.len() {
            let (park, kind) = self.cells[cell];
            let here = self.problem.cell(park, kind);
            let firms = i64::from(self.problem.firms[here]);
            for n in 0..self.levels {
                self.table[cell * self.levels + n] = real(self.problem.same(kind, whole(n), firms));
            }
            for (other, bonus) in &self.problem.related[kind] {
                let there = self.problem.cell(park, usize::from(*other));
                let others = i64::from(self.problem.firms[there]);
                if self.compact[there] == u32::MAX {
                    let met = |n: usize| reach(n, firms).min(others).min(given.saturation);
                    for n in 0..self.levels {
                        self.table[cell * self.levels + n] += real(bonus * (met(n) - met(0)));
                    }
                } else if usize::from(*other) > kind {
                    self.pairs.push(Pair { one: cell, other: self.compact[there] as usize, bonus: real(*bonus) });
                }
            }
        }
    }

    /// Lays the sections of a vector of prices out, and the units that make a step in any of them as good as in another.
    fn lay_out(&mut self) {
        let given = &self.problem.given;
        let (parks, zones, projects) = (given.parks.len(), given.zones.len(), given.projects.len());
        let pools = parks * LANES;
        let numbers = pools + zones * LANES;
        let shares = numbers + self.cells.len();
        let rents = shares + self.pairs.len();
        self.sections = Sections { pools, numbers, shares, rents, end: rents + projects };
        self.unit = vec![1.; self.sections.end];
        self.least = vec![0.; self.sections.end];
        self.most = vec![f64::INFINITY; self.sections.end];
        let mean = |of: &dyn Fn(usize) -> i32| {
            let sum: f64 = (0..projects).map(|project| f64::from(of(project))).sum();
            (sum / real_usize(projects).max(1.)).max(1.)
        };
        for lane in 0..LANES {
            let need = if given.needs_differ {
                let of_all = (0..projects).filter_map(|it| {
                    let row = self.problem.rows[it]..self.problem.rows[it + 1];
                    let known = row.filter(|at| self.problem.worth[*at] != NEVER);
                    known.map(|at| f64::from(self.problem.need(it, at)[lane])).reduce(f64::max)
                });
                (of_all.sum::<f64>() / real_usize(projects).max(1.)).max(1.)
            } else {
                mean(&|project| given.projects[project].need[lane])
            };
            for park in 0..parks {
                self.unit[park * LANES + lane] = need;
            }
            // Half the city draws on one pool: its excess is many projects where that of a factor is a few.
            let draw = mean(&|project| given.projects[project].draw[lane]);
            let crowd = (real_usize(parks) / real_usize(zones).max(1.)).sqrt().max(1.);
            for zone in 0..zones {
                self.unit[pools + zone * LANES + lane] = draw * crowd;
            }
        }
        self.least[numbers..shares].fill(f64::NEG_INFINITY);
        for (at, pair) in self.pairs.iter().enumerate() {
            self.most[shares + at] = pair.bonus;
        }
        // Where projects bring each other nothing, nobody is paid for one more.
        let paired: std::collections::BTreeSet<usize> = self.pairs.iter().flat_map(|it| [it.one, it.other]).collect();
        for (cell, (_, kind)) in self.cells.iter().enumerate() {
            let alone = self.table[cell * self.levels..(cell + 1) * self.levels].iter().all(|it| *it == 0.);
            if alone && given.kinds[*kind].leading == 0 && !paired.contains(&cell) {
                self.least[numbers + cell] = 0.;
                self.most[numbers + cell] = 0.;
            }
        }
    }

    /// Prices to begin with: nothing costs anything.
    pub fn free_of_charge(&self) -> Vec<f64> {
        let mut prices = vec![0.; self.sections.end];
        for (at, pair) in self.pairs.iter().enumerate() {
            prices[self.sections.shares + at] = pair.bonus / 2.;
        }
        prices
    }

    /// The price of each pool of a zone.
    pub fn pools<'x>(&self, prices: &'x [f64], zone: usize) -> &'x [f64] {
        let from = self.sections.pools + zone * LANES;
        &prices[from..from + LANES]
    }

    /// What each project would leave over at its best choice if only pools had prices: rents to begin a proof with.
    pub fn rents_of_loads(&self, prices: &[f64]) -> Vec<f64> {
        let given = &self.problem.given;
        let rent_of = |(project, it): (usize, &super::problem::Project)| {
            let kind = usize::from(it.kind);
            let mut best = (f64::NEG_INFINITY, 0.);
            for (host, park) in self.problem.hosts[kind].iter().enumerate() {
                let choice = self.problem.rows[project] + host;
                if self.problem.worth[choice] == NEVER {
                    continue;
                }
                let park = *park as usize;
                let need = self.problem.need(project, choice);
                let charge: f64 =
                    factors(prices, park).iter().zip(need).map(|(price, need)| price * f64::from(*need)).sum();
                let pools = self.pools(prices, self.problem.zone(park));
                let drawn: f64 = pools.iter().zip(&it.draw).map(|(price, draw)| price * f64::from(*draw)).sum();
                let left =
                    self.brought[choice] + prices[self.sections.numbers + self.first[kind] + host] - drawn - charge;
                if left > best.0 {
                    best = (left, charge);
                }
            }
            (prices[self.sections.rents + project] + best.1).max(0.)
        };
        given.projects.iter().enumerate().map(rent_of).collect()
    }

    /// What one more project of a kind is paid in a park.
    pub fn paid(&self, prices: &[f64], park: usize, kind: usize) -> f64 {
        match self.compact[self.problem.cell(park, kind)] {
            u32::MAX => 0.,
            cell => prices[self.sections.numbers + cell as usize],
        }
    }

    /// `prices` in whole parts of a unit, for whoever wants to check them.
    pub fn in_parts(&self, prices: &[f64]) -> ShadowPrices {
        let given = &self.problem.given;
        let lanes = |of: &[f64]| std::array::from_fn(|lane| parts(of[lane]));
        let mut shadow = ShadowPrices {
            factors: (0..given.parks.len()).map(|park| lanes(factors(prices, park))).collect(),
            pools: (0..given.zones.len()).map(|zone| lanes(self.pools(prices, zone))).collect(),
            rents: given.redesign.then(|| prices[self.sections.rents..].iter().map(|rent| parts(*rent)).collect()),
            ..ShadowPrices::default()
        };
        let id = |park: usize| u32::try_from(park).unwrap_or(u32::MAX);
        for (cell, (park, kind)) in self.cells.iter().enumerate() {
            let paid = parts(prices[self.sections.numbers + cell]);
            if paid != 0 {
                shadow.paid.insert((id(*park), u16::try_from(*kind).unwrap_or(u16::MAX)), paid);
            }
        }
        let links: std::collections::BTreeMap<(u16, u16), u32> = (0..)
            .zip(&given.links)
            .flat_map(|(at, (one, other, _))| [((*one, *other), at), ((*other, *one), at)])
            .collect();
        for (at, pair) in self.pairs.iter().enumerate() {
            let [one, other] = [pair.one, pair.other].map(|cell| u16::try_from(self.cells[cell].1).unwrap_or(u16::MAX));
            let Some(link) = links.get(&(one, other)) else { continue };
            let whole = given.links[*link as usize].2 * PART;
            let share = parts(prices[self.sections.shares + at]).clamp(0, whole);
            let of_first = if given.links[*link as usize].0 == one { share } else { whole - share };
            shadow.shares.insert((id(self.cells[pair.one].0), *link), of_first);
        }
        shadow
    }

    /// The bound that `prices` prove, in floating point, and in `slope` how it changes with each price, by its unit. With
    /// [`Rent::Highest`] the rents are set as well.
    fn bound(
        &self,
        prices: &mut [f64],
        rent: Rent,
        slope: &mut [f64],
        scratch: &mut Scratch,
        stop: Stop,
    ) -> Option<f64> {
        let given = &self.problem.given;
        slope.fill(0.);
        let mut bound = self.floor;
        for (park, it) in given.parks.iter().enumerate() {
            for lane in &self.lanes {
                let at = park * LANES + lane;
                slope[at] = f64::from(it.capacity[*lane]);
                bound += prices[at] * slope[at];
            }
        }
        for (zone, it) in given.zones.iter().enumerate() {
            for lane in &self.pools {
                let at = self.sections.pools + zone * LANES + lane;
                slope[at] = real(it[*lane]);
                bound += prices[at] * slope[at];
            }
        }
        bound += self.ask_cells(prices, scratch);
        bound += self.ask_projects(prices, rent, slope, scratch, stop)?;
        bound += self.ask_parks(rent, slope, scratch);
        for (slope, unit) in slope.iter_mut().zip(&self.unit) {
            *slope /= unit;
        }
        Some(bound)
    }

    /// What each cell would do at best, by role, and what the firms of linked pairs count already.
    fn ask_cells(&self, prices: &[f64], scratch: &mut Scratch) -> f64 {
        let given = &self.problem.given;
        let cells = self.cells.len();
        let saturation = real(given.saturation);
        let mut constant = 0.;
        scratch.slope.clear();
        scratch.slope.resize(cells, 0.);
        let firms = |cell: usize| {
            let (park, kind) = self.cells[cell];
            f64::from(self.problem.firms[self.problem.cell(park, kind)])
        };
        for (at, pair) in self.pairs.iter().enumerate() {
            let share = prices[self.sections.shares + at];
            let [one, other] = [firms(pair.one), firms(pair.other)].map(|it| it.min(saturation));
            scratch.slope[pair.one] += share;
            scratch.slope[pair.other] += pair.bonus - share;
            constant += share * one + (pair.bonus - share) * other - pair.bonus * one.min(other);
        }
        scratch.best.clear();
        for (cell, (_, kind)) in self.cells.iter().enumerate() {
            let paid = prices[self.sections.numbers + cell];
            let (here, link, leading) = (firms(cell), scratch.slope[cell], real(given.kinds[*kind].leading));
            let projects = self.of_kind[*kind].len();
            let mut best = [(0., 0.); 3];
            let mut ask = |n: usize, of_table: f64| {
                let many = real_usize(n);
                let common = of_table + link * ((many + here).min(saturation) - here.min(saturation)) - paid * many;
                let led = leading * many.min(real(given.leading_saturation));
                for (best, value) in best.iter_mut().skip(1).zip([common, common + led]) {
                    if value > best.0 {
                        *best = (value, many);
                    }
                }
            };
            let row = &self.table[cell * self.levels..(cell + 1) * self.levels];
            for (n, of_table) in row.iter().enumerate().skip(1).take(projects) {
                ask(n, *of_table);
            }
            if paid < 0. && projects >= self.levels {
                ask(projects, row.last().copied().unwrap_or(0.));
            }
            scratch.best.push(best);
        }
        constant
    }

    /// What each project would do at best; `None` when called off.
    fn ask_projects(
        &self,
        prices: &mut [f64],
        rent: Rent,
        slope: &mut [f64],
        scratch: &mut Scratch,
        stop: Stop,
    ) -> Option<f64> {
        let Scratch { rented, takers, parts, .. } = scratch;
        rented.clear();
        rented.resize(self.cells.len(), 0.);
        takers.resize_with(self.cells.len(), Vec::new);
        parts.resize_with(self.parts.len(), Part::default);
        let mut jobs: Vec<Vec<Share>> = vec![];
        let threads = self.threads.min(self.parts.len()).max(1);
        jobs.resize_with(threads, Vec::new);
        let (mut rented, mut takers) = (rented.as_mut_slice(), takers.as_mut_slice());
        for (at, (kinds, part)) in self.parts.iter().zip(parts.iter_mut()).enumerate() {
            let cells: usize = self.problem.hosts[kinds.clone()].iter().map(Vec::len).sum();
            let (mine, others) = rented.split_at_mut(cells);
            let (mine_too, others_too) = takers.split_at_mut(cells);
            (rented, takers) = (others, others_too);
            jobs[at % threads].push(Share { kinds: kinds.clone(), part, rented: mine, takers: mine_too });
        }
        let asked: &[f64] = prices;
        let done = AtomicBool::new(true);
        let work = |shares: Vec<Share>| {
            for share in shares {
                if !self.ask_kinds(asked, rent, share, stop) {
                    done.store(false, Ordering::Relaxed);
                }
            }
        };
        if threads == 1 {
            jobs.into_iter().for_each(work);
        } else {
            let work = &work;
            thread::scope(|scope| jobs.into_iter().for_each(|jobs| drop(scope.spawn(move || work(jobs)))));
        }
        if !done.load(Ordering::Relaxed) {
            return None;
        }
        let mut bound = 0.;
        for part in parts {
            bound += part.bound;
            slope.iter_mut().zip(&part.slope).for_each(|(slope, of_part)| *slope += of_part);
            for (at, rent) in &part.rents {
                prices[*at] = *rent;
            }
        }
        Some(bound)
    }

    /// Asks the projects of some kinds; tells whether it came to the end.
    fn ask_kinds(&self, prices: &[f64], rent: Rent, share: Share, stop: Stop) -> bool {
        let Share { kinds, part, rented, takers } = share;
        let given = &self.problem.given;
        let Part { bound, slope, rents, left, asked } = part;
        *bound = 0.;
        rents.clear();
        slope.clear();
        slope.resize(self.sections.end, 0.);
        takers.iter_mut().for_each(Vec::clear);
        let rows = self.lanes.len() + self.pools.len();
        let before = self.first.get(kinds.start).copied().unwrap_or(0);
        for kind in kinds {
            let hosts = &self.problem.hosts[kind];
            let width = hosts.len();
            asked.clear();
            for lane in &self.lanes {
                asked.extend(hosts.iter().map(|park| prices[*park as usize * LANES + lane]));
            }
            for lane in &self.pools {
                let of = |park: &u32| self.sections.pools + self.problem.zone(*park as usize) * LANES + lane;
                asked.extend(hosts.iter().map(|park| prices[of(park)]));
            }
            let first = self.first[kind];
            let paid_at = self.sections.numbers + first;
            for (number, project) in self.of_kind[kind].iter().enumerate() {
                if number % 128 == 0 && stop() {
                    return false;
                }
                let project = *project;
                let it = &given.projects[project];
                let row = self.problem.rows[project];
                let brought = &self.brought[row..row + width];
                left.clear();
                left.extend(
                    brought.iter().zip(&prices[paid_at..paid_at + width]).map(|(brought, paid)| brought + paid),
                );
                for at in 0..rows {
                    let of_lane = &asked[at * width..(at + 1) * width];
                    if let Some(lane) = self.lanes.get(at) {
                        if given.needs_differ {
                            for (host, (left, price)) in left.iter_mut().zip(of_lane).enumerate() {
                                *left -= f64::from(self.problem.need(project, row + host)[*lane]) * price;
                            }
                            continue;
                        }
                        let need = f64::from(it.need[*lane]);
                        left.iter_mut().zip(of_lane).for_each(|(left, price)| *left -= need * price);
                    } else {
                        let draw = f64::from(it.draw[self.pools[at - self.lanes.len()]]);
                        left.iter_mut().zip(of_lane).for_each(|(left, price)| *left -= draw * price);
                    }
                }
                let rent_at = self.sections.rents + project;
                if let Some(pin) = it.pin {
                    let host = self.problem.host(self.problem.cell(pin as usize, kind)).unwrap_or(0);
                    *bound += left[host];
                    self.use_up(slope, project, first + host, row + host);
                } else if rent == Rent::Highest {
                    let best = left
                        .iter()
                        .enumerate()
                        .fold((0., None), |best, (host, left)| if *left > best.0 { (*left, Some(host)) } else { best });
                    *bound += best.0;
                    rents.push((rent_at, best.0));
                    if let Some(host) = best.1 {
                        self.use_up(slope, project, first + host, row + host);
                    }
                } else {
                    let rent = prices[rent_at];
                    *bound += rent;
                    slope[rent_at] = 1.;
                    for (host, left) in left.iter().enumerate().filter(|(_, left)| **left > rent) {
                        rented[first - before + host] += left - rent;
                        takers[first - before + host].push(u32::try_from(project).unwrap_or(u32::MAX));
                    }
                }
            }
        }
        true
    }

    /// Books a project in a cell.
    fn use_up(&self, slope: &mut [f64], project: usize, cell: usize, choice: usize) {
        let park = self.cells[cell].0;
        let need = self.problem.need(project, choice);
        for lane in &self.lanes {
            slope[park * LANES + lane] -= f64::from(need[*lane]);
        }
        let draw = &self.problem.given.projects[project].draw;
        for lane in &self.pools {
            slope[self.sections.pools + self.problem.zone(park) * LANES + lane] -= f64::from(draw[*lane]);
        }
        slope[self.sections.numbers + cell] += 1.;
    }

    /// What each park would do at best with its positions.
    fn ask_parks(&self, rent: Rent, slope: &mut [f64], scratch: &mut Scratch) -> f64 {
        let given = &self.problem.given;
        let mut bound = 0.;
        scratch.role.clear();
        scratch.role.resize(self.cells.len(), Role::None);
        for (park, it) in given.parks.iter().enumerate() {
            let cell_of = |kind: &u16| self.compact[self.problem.cell(park, usize::from(*kind))];
            if given.redesign {
                let value = |offer: usize, role: Role| {
                    let it = &it.offers[offer];
                    let cells = it.kinds.iter().map(|kind| cell_of(kind) as usize);
                    let of_cell = |cell: usize| scratch.rented[cell] + scratch.best[cell][role as usize].0;
                    if role == Role::None {
                        -real(it.cost[0])
                    } else {
                        cells.map(of_cell).sum::<f64>() - real(it.cost[role as usize])
                    }
                };
                let (best, roles) = best_positions(self.problem, park, value);
                bound += best;
                for (offer, role) in it.offers.iter().zip(roles).filter(|(_, role)| *role != Role::None) {
                    for kind in &offer.kinds {
                        scratch.role[cell_of(kind) as usize] = role;
                    }
                }
            } else {
                bound -= it.offers.iter().map(|offer| real(offer.cost[offer.start as usize])).sum::<f64>();
            }
            for cell in &self.of_park[park] {
                let kind = self.cells[*cell].1;
                let start = self.problem.start_roles[self.problem.cell(park, kind)];
                if !given.redesign {
                    // Pinned projects may stand where no position covers them.
                    let role = start.max(Role::Characteristic);
                    scratch.role[*cell] = role;
                    bound += scratch.best[*cell][role as usize].0;
                } else if scratch.role[*cell] == Role::None && self.pinned_in(*cell) {
                    // What a pinned project is paid without a position is paid back at most so.
                    scratch.role[*cell] = Role::Characteristic;
                    bound += scratch.best[*cell][1].0;
                } else if rent == Rent::Highest {
                    scratch.role[*cell] = scratch.role[*cell].max(Role::Characteristic);
                }
            }
        }
        for (cell, role) in scratch.role.iter().enumerate().filter(|(_, role)| **role != Role::None) {
            let at = self.sections.numbers + cell;
            slope[at] -= scratch.best[cell][*role as usize].1;
            for project in &scratch.takers[cell] {
                let project = *project as usize;
                let host = cell - self.first[self.cells[cell].1];
                self.use_up(slope, project, cell, self.problem.rows[project] + host);
                slope[self.sections.rents + project] -= 1.;
            }
        }
        for (at, pair) in self.pairs.iter().enumerate() {
            let met = |cell: usize| {
                let (park, kind) = self.cells[cell];
                let firms = f64::from(self.problem.firms[self.problem.cell(park, kind)]);
                let n = if scratch.role[cell] == Role::None {
                    0.
                } else {
                    scratch.best[cell][scratch.role[cell] as usize].1
                };
                (n + firms).min(real(given.saturation))
            };
            slope[self.sections.shares + at] = met(pair.one) - met(pair.other);
        }
        bound
    }

    fn pinned_in(&self, cell: usize) -> bool {
        let (park, kind) = self.cells[cell];
        self.of_kind[kind].iter().any(|project| self.problem.given.projects[*project].pin == u32::try_from(park).ok())
    }
}

/// The best roles of the offers of a park, within its places, where `value` tells what an offer is worth in a role. Two offers
/// for one kind are not kept apart: that only makes the bound higher.
pub(super) fn best_positions(problem: &Problem, park: usize, value: impl Fn(usize, Role) -> f64) -> (f64, Vec<Role>) {
    let it = &problem.given.parks[park];
    let (leading, characteristic) = (usize::from(it.slots.leading), usize::from(it.slots.characteristic));
    let width = characteristic + 1;
    let states = (leading + 1) * width;
    let both = usize::from(it.slots.both);
    let mut best = vec![f64::NEG_INFINITY; states];
    best[0] = 0.;
    let mut taken = vec![Role::None; states * it.offers.len()];
    for (offer, here) in it.offers.iter().enumerate() {
        let of = [Role::None, Role::Characteristic, Role::Leading].map(|role| value(offer, role));
        let mut next = vec![f64::NEG_INFINITY; states];
        for (state, next) in next.iter_mut().enumerate() {
            let (led, other) = (state / width, state % width);
            if led + other > both {
                continue;
            }
            let mut choose = |role: Role, from: Option<usize>, gain: f64| {
                if let Some(from) = from
                    && best[from] + gain > *next
                {
                    *next = best[from] + gain;
                    taken[offer * states + state] = role;
                }
            };
            if !here.locked {
                choose(Role::None, Some(state), of[0]);
            }
            choose(Role::Characteristic, (other > 0).then(|| state - 1), of[1]);
            choose(Role::Leading, (led > 0).then(|| state - width), of[2]);
        }
        best = next;
    }
    let (mut state, value) = best
        .iter()
        .enumerate()
        .fold((0, f64::NEG_INFINITY), |best, (state, value)| if *value > best.1 { (state, *value) } else { best });
    let mut roles = vec![Role::None; it.offers.len()];
    for offer in (0..it.offers.len()).rev() {
        roles[offer] = taken[offer * states + state];
        match roles[offer] {
            Role::None => {}
            Role::Characteristic => state -= 1,
            Role::Leading => state -= width,
        }
    }
    (value, roles)
}

/// Prices on their way down.
#[derive(Debug)]
pub(super) struct Descent {
    /// The prices of the best bound so far.
    pub prices: Vec<f64>,
    /// The best bound so far, in floating point.
    pub bound: f64,
    here: Vec<f64>,
    slope: Vec<f64>,
    direction: Vec<f64>,
    fresh: bool,
    scale: f64,
    idle: usize,
    rounds: usize,
    rent: Rent,
    scratch: Scratch,
}

/// Share of the bound, over the floor, that is hoped for while no good plan is known.
const GUESS: f64 = 0.05;

/// Fewer choices than this are asked in one thread.
const CHOICES_AT_ONCE: usize = 60_000;

/// How much of the last direction is kept.
const MEMORY: f64 = 0.7;

impl Descent {
    /// A descent from `prices`.
    pub fn from(prices: Vec<f64>, rent: Rent) -> Self {
        Self {
            slope: vec![0.; prices.len()],
            direction: vec![0.; prices.len()],
            here: prices.clone(),
            prices,
            bound: f64::INFINITY,
            fresh: true,
            scale: 1.,
            idle: 0,
            rounds: 0,
            rent,
            scratch: Scratch::default(),
        }
    }

    /// One round: asks everybody at the prices of the moment and moves these against the slope. `known` is the value of the
    /// best plan known.
    pub fn round(&mut self, market: &Market, known: Option<i64>, stop: Stop) {
        let Some(bound) = market.bound(&mut self.here, self.rent, &mut self.slope, &mut self.scratch, stop) else {
            return;
        };
        self.rounds += 1;
        if bound < self.bound {
            if bound < self.bound - 1e-5 * self.bound.abs() {
                self.idle = 0;
            }
            self.bound = bound;
            self.prices.copy_from_slice(&self.here);
        } else {
            self.idle += 1;
        }
        if self.idle > 10 + self.rounds / 40 {
            self.idle = 0;
            self.scale *= 0.6;
            self.here.copy_from_slice(&self.prices);
            self.fresh = true;
            return;
        }
        let kept = if std::mem::take(&mut self.fresh) { 0. } else { MEMORY };
        let mut length = 0.;
        let rents = if self.rent == Rent::Highest { market.sections.rents } else { market.sections.end };
        for at in 0..rents {
            let direction = kept * self.direction[at] + (1. - kept) * self.slope[at];
            self.direction[at] = direction;
            let stuck = (direction > 0. && self.here[at] <= market.least[at])
                || (direction < 0. && self.here[at] >= market.most[at]);
            if !stuck {
                length += direction * direction;
            }
        }
        // Without a plan near the bound, a twentieth of what every plan is measured from is as good a guess.
        let guess = self.bound - GUESS * self.scale * (self.bound - market.floor);
        let target = known.map_or(guess, |it| guess.max(real(it)));
        let step = self.scale * (bound - target).max(1.) / length.max(1e-9);
        for at in 0..rents {
            let moved = self.here[at] - step * self.direction[at] / market.unit[at];
            self.here[at] = moved.clamp(market.least[at], market.most[at]);
        }
    }

    /// What each offer of each park is worth in its better role, at the best prices.
    pub fn appraise(&mut self, market: &Market, stop: Stop) -> Vec<Vec<f64>> {
        let given = &market.problem.given;
        let mut prices = self.prices.clone();
        let _ = market.bound(&mut prices, self.rent, &mut self.slope, &mut self.scratch, stop);
        self.fresh = true;
        let of_park = |(park, it): (usize, &super::problem::Park)| {
            let of_offer = |offer: &super::problem::Offer| {
                let cells = offer
                    .kinds
                    .iter()
                    .map(|kind| market.compact[market.problem.cell(park, usize::from(*kind))] as usize);
                let in_role = |role: usize| {
                    let of_cells: f64 =
                        cells.clone().map(|cell| self.scratch.rented[cell] + self.scratch.best[cell][role].0).sum();
                    of_cells - real(offer.cost[role]) + real(offer.cost[0])
                };
                in_role(1).max(in_role(2))
            };
            it.offers.iter().map(of_offer).collect()
        };
        given.parks.iter().enumerate().map(of_park).collect()
    }

    /// Begins anew from the best prices, with full steps.
    pub fn again(&mut self) {
        self.here.copy_from_slice(&self.prices);
        (self.scale, self.idle, self.fresh) = (1., 0, true);
    }

    /// Who pays the rents.
    pub fn rent(&self) -> Rent {
        self.rent
    }

    /// Whether the steps have become too small to matter.
    pub fn is_spent(&self) -> bool {
        self.scale < 1e-5
    }
}

/// The price of each factor in a park.
pub(super) fn factors(prices: &[f64], park: usize) -> &[f64] {
    &prices[park * LANES..(park + 1) * LANES]
}

/// A price in whole parts of a unit.
#[expect(clippy::cast_possible_truncation, reason = "prices are far below 2^47")]
pub(super) fn parts(price: f64) -> i64 {
    (price * real(PART)).round() as i64
}

/// A whole number as a real one; values of plans are far below 2^53.
#[expect(clippy::cast_precision_loss, reason = "values of plans are far below 2^53")]
pub(super) fn real(value: i64) -> f64 {
    value as f64
}

/// A number of things as a real number.
#[expect(clippy::cast_precision_loss, reason = "numbers of things are far below 2^53")]
pub(super) fn real_usize(value: usize) -> f64 {
    value as f64
}

fn whole(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

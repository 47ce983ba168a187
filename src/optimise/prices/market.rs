//! What would everybody do at these prices? The parks and the projects, asked one by one.

mod asking;

pub(super) use asking::Scratch;
pub(in super::super) use asking::Stop;

use std::{
    collections::{BTreeMap, BTreeSet},
    num::NonZero,
    ops::Range,
};

use super::{
    super::{
        bound::ShadowPrices,
        loads::PART,
        problem::{LANES, NEVER, Problem, Project},
    },
    factors, parts, real, real_usize,
};

/// Where the sections of a vector of prices begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sections {
    pools: usize,
    numbers: usize,
    shares: usize,
    pub rents: usize,
    pub end: usize,
}

/// Who pays for a place that many projects want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Rent {
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
pub(in super::super) struct Market<'p> {
    problem: &'p Problem,
    threads: usize,
    pub(super) sections: Sections,
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
    pub(super) unit: Vec<f64>,
    pub(super) least: Vec<f64>,
    pub(super) most: Vec<f64>,
    pub(super) floor: f64,
}

/// Fewer choices than this are asked in one thread.
const CHOICES_AT_ONCE: usize = 60_000;

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
        let paired: BTreeSet<usize> = self.pairs.iter().flat_map(|it| [it.one, it.other]).collect();
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
        let rent_of = |(project, it): (usize, &Project)| {
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
        let links: BTreeMap<(u16, u16), u32> = (0..)
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
}

fn whole(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

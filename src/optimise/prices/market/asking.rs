//! What would everybody do at best? One round of questions, in one thread or several.

use std::{
    ops::Range,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use super::{
    super::{
        super::problem::{LANES, Offer, Park, Problem, Role},
        real, real_usize,
    },
    Market, Rent,
};

/// What an evaluation needs beside its result; made once, used again.
#[derive(Debug, Default)]
pub(in super::super) struct Scratch {
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
pub(in super::super::super) type Stop<'s> = &'s (dyn Fn() -> bool + Sync);

impl Market<'_> {
    /// The bound that `prices` prove, in floating point, and in `slope` how it changes with each price, by its unit. With
    /// [`Rent::Highest`] the rents are set as well.
    pub(in super::super) fn bound(
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

    /// What each offer of each park is worth in its better role, at `prices`.
    pub(in super::super) fn appraise(
        &self,
        prices: &mut [f64],
        rent: Rent,
        slope: &mut [f64],
        scratch: &mut Scratch,
        stop: Stop,
    ) -> Vec<Vec<f64>> {
        // Called off, what was asked last is as good.
        let _ = self.bound(prices, rent, slope, scratch, stop);
        let of_offer = |park: usize, offer: &Offer| {
            let cell = |kind: &u16| self.compact[self.problem.cell(park, usize::from(*kind))] as usize;
            let of_cell = |cell: usize, role: usize| scratch.rented[cell] + scratch.best[cell][role].0;
            let in_role = |role: usize| {
                let of_cells: f64 = offer.kinds.iter().map(|kind| of_cell(cell(kind), role)).sum();
                of_cells - real(offer.cost[role]) + real(offer.cost[0])
            };
            in_role(1).max(in_role(2))
        };
        let of_park = |(park, it): (usize, &Park)| it.offers.iter().map(|offer| of_offer(park, offer)).collect();
        self.problem.given.parks.iter().enumerate().map(of_park).collect()
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
fn best_positions(problem: &Problem, park: usize, value: impl Fn(usize, Role) -> f64) -> (f64, Vec<Role>) {
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

//! A layout while it is being changed: what is left of every limit, and what one more project would bring or one fewer cost.
//!
//! Every change costs the cells that it touches and those linked with them, never the size of the problem.

use super::{
    layout::Layout,
    problem::{Amounts, LANES, NOWHERE, Problem, Role},
};

/// The state of a search.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// What each park has left.
    pub free: Vec<Amounts>,
    /// What the pools of each zone have left.
    pub pools: Vec<[i64; LANES]>,
    /// The park of each project, or [`NOWHERE`].
    pub at: Vec<u32>,
    /// The choice by which each placed project stands where it does.
    pub by: Vec<usize>,
    /// What each placed project needs where it stands.
    pub held: Vec<Amounts>,
    /// Where each placed project is in the list of its park.
    seat: Vec<u32>,
    /// The projects of each park.
    pub inside: Vec<Vec<u32>>,
    /// Projects by cell.
    pub number: Vec<u16>,
    /// What one more project would bring, by cell, beside its worth.
    pub gain: Vec<i64>,
    /// What one project fewer would cost, by cell, beside its worth.
    pub loss: Vec<i64>,
    /// The role by cell.
    pub role: Vec<Role>,
    /// The roles of the offers, by park.
    pub roles: Vec<Vec<Role>>,
    /// Leading and characteristic positions, by park.
    pub used: Vec<[u8; 2]>,
    /// Projects that stand elsewhere than at the start.
    pub moved: usize,
    /// The value, without what a guide adds.
    pub value: i64,
    /// What guides the search: the value, less the prices of what is used.
    pub guided: i64,
}

/// `a − b`, by lane.
pub(super) fn minus(a: &Amounts, b: &Amounts) -> Amounts {
    std::array::from_fn(|lane| a[lane].wrapping_sub(b[lane]))
}

/// `a + b`, by lane.
pub(super) fn plus(a: &Amounts, b: &Amounts) -> Amounts {
    std::array::from_fn(|lane| a[lane].wrapping_add(b[lane]))
}

/// Tells whether no lane is negative.
pub(super) fn whole(a: &Amounts) -> bool {
    a.iter().fold(0, |all, it| all | it) >= 0
}

/// Tells whether `need` is within `free`, lane by lane.
pub(super) fn within(need: &Amounts, free: &Amounts) -> bool {
    whole(&minus(free, need))
}

impl State {
    /// The state of `layout`, which keeps every limit; `guide` is the worth of each choice as the search sees it.
    pub fn of(problem: &Problem, layout: &Layout, guide: &[i64]) -> Self {
        let given = &problem.given;
        let (parks, projects, cells) = (given.parks.len(), given.projects.len(), given.parks.len() * given.kinds.len());
        let floor = problem.floor();
        let mut state = Self {
            free: given.parks.iter().map(|it| it.capacity).collect(),
            pools: given.zones.clone(),
            at: vec![NOWHERE; projects],
            by: vec![0; projects],
            held: vec![[0; LANES]; projects],
            seat: vec![0; projects],
            inside: vec![vec![]; parks],
            number: vec![0; cells],
            gain: vec![0; cells],
            loss: vec![0; cells],
            role: vec![Role::None; cells],
            roles: given.parks.iter().map(|it| vec![Role::None; it.offers.len()]).collect(),
            used: vec![[0; 2]; parks],
            moved: given.projects.iter().filter(|it| it.start.is_some()).count(),
            value: floor,
            guided: floor,
        };
        for (park, it) in given.parks.iter().enumerate() {
            let none: i64 = it.offers.iter().map(|offer| offer.cost[0]).sum();
            state.value -= none;
            state.guided -= none;
            for kind in 0..given.kinds.len() {
                state.refresh(problem, park, kind);
            }
            for (offer, role) in layout.roles[park].iter().enumerate().filter(|(_, role)| **role != Role::None) {
                state.set_role(problem, park, offer, *role);
            }
        }
        for (project, park) in layout.park_of.iter().enumerate() {
            if let Some(choice) = park.and_then(|park| problem.choice(project, park as usize)) {
                state.put(problem, guide, project, choice, park.unwrap_or(NOWHERE) as usize);
            }
        }
        state
    }

    /// The layout of the state.
    pub fn layout(&self) -> Layout {
        let park_of = self.at.iter().map(|park| (*park != NOWHERE).then_some(*park)).collect();
        Layout { park_of, roles: self.roles.clone() }
    }

    /// What the project number `n + 1` of a cell brings beside its worth.
    fn step(&self, problem: &Problem, park: usize, kind: usize, n: i64) -> i64 {
        let given = &problem.given;
        let cell = problem.cell(park, kind);
        let firms = i64::from(problem.firms[cell]);
        let mut gain = problem.same(kind, n + 1, firms) - problem.same(kind, n, firms);
        if n + firms < given.saturation {
            for (other, bonus) in &problem.related[kind] {
                let other = problem.cell(park, usize::from(*other));
                if n + firms < i64::from(self.number[other]) + i64::from(problem.firms[other]) {
                    gain += bonus;
                }
            }
        }
        if self.role[cell] == Role::Leading && n < given.leading_saturation {
            gain += given.kinds[kind].leading;
        }
        gain
    }

    fn refresh(&mut self, problem: &Problem, park: usize, kind: usize) {
        let cell = problem.cell(park, kind);
        let n = i64::from(self.number[cell]);
        self.gain[cell] = self.step(problem, park, kind, n);
        self.loss[cell] = if n > 0 { self.step(problem, park, kind, n - 1) } else { 0 };
    }

    /// Makes the gains and losses of a cell and of those linked with it anew.
    fn refresh_around(&mut self, problem: &Problem, park: usize, kind: usize) {
        self.refresh(problem, park, kind);
        for (other, _) in &problem.related[kind] {
            let other = usize::from(*other);
            let cell = problem.cell(park, other);
            if self.role[cell] != Role::None || self.number[cell] > 0 {
                self.refresh(problem, park, other);
            }
        }
    }

    /// Places `project` by `choice` in `park`, where it fits.
    pub fn put(&mut self, problem: &Problem, guide: &[i64], project: usize, choice: usize, park: usize) {
        let it = &problem.given.projects[project];
        let kind = problem.kind(project);
        let cell = problem.cell(park, kind);
        if self.role[cell] == Role::None {
            // Only what may stand without a position comes here; nobody has kept its gain.
            self.refresh(problem, park, kind);
        }
        let bonus = self.gain[cell] + it.penalty;
        self.value += problem.worth[choice] + bonus;
        self.guided += guide[choice] + bonus;
        self.number[cell] += 1;
        let need = *problem.need(project, choice);
        self.free[park] = minus(&self.free[park], &need);
        for (pool, draw) in self.pools[problem.zone(park)].iter_mut().zip(&it.draw).take(problem.pools) {
            *pool -= i64::from(*draw);
        }
        let id = u32::try_from(park).unwrap_or(NOWHERE);
        if it.start == Some(id) {
            self.moved -= 1;
        }
        self.at[project] = id;
        self.by[project] = choice;
        self.held[project] = need;
        self.seat[project] = u32::try_from(self.inside[park].len()).unwrap_or(u32::MAX);
        self.inside[park].push(u32::try_from(project).unwrap_or(u32::MAX));
        self.refresh_around(problem, park, kind);
    }

    /// Takes `project` from where it stands.
    pub fn take(&mut self, problem: &Problem, guide: &[i64], project: usize) {
        let it = &problem.given.projects[project];
        let park = self.at[project] as usize;
        let kind = usize::from(it.kind);
        let cell = problem.cell(park, kind);
        let bonus = self.loss[cell] + it.penalty;
        let choice = self.by[project];
        self.value -= problem.worth[choice] + bonus;
        self.guided -= guide[choice] + bonus;
        self.number[cell] -= 1;
        self.free[park] = plus(&self.free[park], &self.held[project]);
        for (pool, draw) in self.pools[problem.zone(park)].iter_mut().zip(&it.draw).take(problem.pools) {
            *pool += i64::from(*draw);
        }
        if it.start == Some(self.at[project]) {
            self.moved += 1;
        }
        let seat = self.seat[project];
        let inside = &mut self.inside[park];
        inside.swap_remove(seat as usize);
        if let Some(other) = inside.get(seat as usize) {
            self.seat[*other as usize] = seat;
        }
        self.at[project] = NOWHERE;
        self.refresh_around(problem, park, kind);
    }

    /// Tells whether the pools of `zone` hold what `project` draws.
    pub fn pools_hold(&self, problem: &Problem, project: usize, zone: usize) -> bool {
        let draw = &problem.given.projects[project].draw;
        self.pools[zone].iter().zip(draw).take(problem.pools).all(|(pool, draw)| i64::from(*draw) <= *pool)
    }

    /// What it brings to give an offer of a park another role.
    pub fn role_gain(&self, problem: &Problem, park: usize, offer: usize, role: Role) -> i64 {
        let it = &problem.given.parks[park].offers[offer];
        let now = self.roles[park][offer];
        let led = |kind: &u16| {
            let kind = usize::from(*kind);
            let n = i64::from(self.number[problem.cell(park, kind)]);
            problem.given.kinds[kind].leading * n.min(problem.given.leading_saturation)
        };
        let leading: i64 =
            if now == Role::Leading || role == Role::Leading { it.kinds.iter().map(led).sum() } else { 0 };
        let of = |it: Role| if it == Role::Leading { leading } else { 0 };
        it.cost[now as usize] - it.cost[role as usize] + of(role) - of(now)
    }

    /// Gives an offer of a park another role.
    pub fn set_role(&mut self, problem: &Problem, park: usize, offer: usize, role: Role) {
        let gain = self.role_gain(problem, park, offer, role);
        self.value += gain;
        self.guided += gain;
        let now = std::mem::replace(&mut self.roles[park][offer], role);
        for (it, change) in [(now, -1), (role, 1)] {
            match it {
                Role::None => {}
                Role::Characteristic => self.used[park][1] = self.used[park][1].saturating_add_signed(change),
                Role::Leading => self.used[park][0] = self.used[park][0].saturating_add_signed(change),
            }
        }
        for kind in &problem.given.parks[park].offers[offer].kinds {
            let cell = problem.cell(park, usize::from(*kind));
            self.role[cell] = role;
            self.refresh(problem, park, usize::from(*kind));
        }
    }

    /// Tells whether `park` has room for one more position with `role`.
    pub fn room_for(&self, problem: &Problem, park: usize, role: Role) -> bool {
        let (slots, [leading, characteristic]) = (problem.given.parks[park].slots, self.used[park]);
        let both = leading + characteristic < slots.both;
        match role {
            Role::None => true,
            Role::Characteristic => both && characteristic < slots.characteristic,
            Role::Leading => both && leading < slots.leading,
        }
    }
}

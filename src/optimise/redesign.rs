//! How do positions change? One is given up for another, what it held is placed elsewhere, and the new one is filled.

use super::{
    problem::{NOWHERE, Role},
    search::Search,
    state::within,
};

/// What a change did, so that it can be undone.
#[derive(Debug, Clone, Copy)]
pub(super) enum Done {
    /// A project was placed.
    Put { project: usize },
    /// A project was taken from where it stood.
    Taken { project: usize, choice: usize, park: usize },
    /// An offer had this role before.
    Role { park: usize, offer: usize, role: Role },
}

/// Number of projects that a new position is filled from.
const FILLED_FROM: usize = 24;

/// Number of parks that a project without a place is offered to.
const OFFERED_TO: usize = 24;

impl Search<'_> {
    fn set_role(&mut self, park: usize, offer: usize, role: Role) {
        self.journal.push(Done::Role { park, offer, role: self.state.roles[park][offer] });
        self.state.set_role(self.problem, park, offer, role);
    }

    fn undo(&mut self) {
        while let Some(done) = self.journal.pop() {
            match done {
                Done::Put { project } => self.state.take(self.problem, &self.guide, project),
                Done::Taken { project, choice, park } => {
                    self.state.put(self.problem, &self.guide, project, choice, park);
                }
                Done::Role { park, offer, role } => self.state.set_role(self.problem, park, offer, role),
            }
        }
    }

    /// The offers of a park that have a role.
    fn taken(&self, park: usize) -> Vec<usize> {
        let roles = &self.state.roles[park];
        (0..roles.len()).filter(|it| roles[*it] != Role::None).collect()
    }

    /// Two positions of a park change roles, or one takes the other role where there is room; one that is empty may go.
    pub fn exchange_roles(&mut self, heat: f64) {
        let problem = self.problem;
        if problem.parks() == 0 {
            return;
        }
        let park = self.chance.below(problem.parks());
        let taken = self.taken(park);
        let (Some(one), Some(other)) =
            (taken.get(self.chance.below(taken.len())).copied(), taken.get(self.chance.below(taken.len())).copied())
        else {
            return;
        };
        let borne = self.borne(heat);
        self.looked_at += 1;
        let [role, of_other] = [one, other].map(|it| self.state.roles[park][it]);
        if role != of_other {
            let gain =
                self.state.role_gain(problem, park, one, of_other) + self.state.role_gain(problem, park, other, role);
            if gain >= borne {
                self.state.set_role(problem, park, one, of_other);
                self.state.set_role(problem, park, other, role);
            }
            return;
        }
        let to = if role == Role::Leading { Role::Characteristic } else { Role::Leading };
        let offer = &problem.given.parks[park].offers[one];
        let room = {
            let (slots, [leading, characteristic]) = (problem.given.parks[park].slots, self.state.used[park]);
            if to == Role::Leading { leading < slots.leading } else { characteristic < slots.characteristic }
        };
        if room && self.state.role_gain(problem, park, one, to) >= borne {
            self.state.set_role(problem, park, one, to);
        } else if !offer.locked
            && self.state.role_gain(problem, park, one, Role::None) > 0
            && offer.kinds.iter().all(|kind| self.state.number[problem.cell(park, usize::from(*kind))] == 0)
        {
            self.state.set_role(problem, park, one, Role::None);
        }
    }

    /// An offer without a role takes one. Where there is no room, or where another covers one of its sub-sectors, that one goes
    /// first and its projects are driven out.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a fraction of a short list")]
    pub fn exchange_positions(&mut self, heat: f64) {
        let problem = self.problem;
        if problem.parks() == 0 {
            return;
        }
        let park = self.chance.below(problem.parks());
        let fraction = self.chance.fraction();
        let offers = &self.offers[park];
        let among = f64::from(u32::try_from(offers.len()).unwrap_or(0));
        let Some(incoming) = offers.get((among * fraction * fraction) as usize).copied() else { return };
        if self.state.roles[park][incoming] != Role::None {
            return;
        }
        let borne = self.borne(heat);
        let before = self.state.guided;
        let Some((driven_out, role)) = self.make_place(park, incoming) else {
            self.undo();
            return;
        };
        self.set_role(park, incoming, role);
        self.fill(park, incoming);
        for project in driven_out {
            // The new position may have taken it back.
            if self.state.at[project] == NOWHERE {
                self.settle(project, OFFERED_TO, true);
            }
        }
        self.top_up(park);
        let too_many = problem.given.most_moved.is_some_and(|most| self.state.moved > most);
        if self.state.guided - before < borne || too_many {
            self.undo();
        } else {
            self.journal.clear();
        }
    }

    /// Makes a place for an offer; gives the projects that were driven out, and the role that is free. `None` when only locked
    /// positions stand in the way.
    fn make_place(&mut self, park: usize, incoming: usize) -> Option<(Vec<usize>, Role)> {
        let problem = self.problem;
        let offers = &problem.given.parks[park].offers;
        let mut driven_out = vec![];
        for offer in self.taken(park) {
            if offers[offer].kinds.iter().any(|kind| offers[incoming].kinds.contains(kind)) {
                if offers[offer].locked {
                    return None;
                }
                self.close(park, offer, &mut driven_out);
            }
        }
        let room = |search: &Self, role| search.state.room_for(problem, park, role);
        let role = match [Role::Characteristic, Role::Leading].map(|role| room(self, role)) {
            [true, true] if self.chance.below(2) == 0 => Role::Characteristic,
            [_, true] => Role::Leading,
            [true, false] => Role::Characteristic,
            [false, false] => {
                let open: Vec<usize> = self.taken(park).into_iter().filter(|it| !offers[*it].locked).collect();
                let outgoing = open.get(self.chance.below(open.len())).copied()?;
                let role = self.state.roles[park][outgoing];
                self.close(park, outgoing, &mut driven_out);
                if !room(self, role) {
                    return None;
                }
                role
            }
        };
        Some((driven_out, role))
    }

    fn close(&mut self, park: usize, offer: usize, driven_out: &mut Vec<usize>) {
        let problem = self.problem;
        let kinds = &problem.given.parks[park].offers[offer].kinds;
        let held = |project: &usize| {
            let it = &problem.given.projects[*project];
            it.pin.is_none() && kinds.contains(&it.kind)
        };
        let held: Vec<usize> = self.state.inside[park].iter().map(|it| *it as usize).filter(held).collect();
        for project in &held {
            self.take(*project);
        }
        driven_out.extend(held);
        self.set_role(park, offer, Role::None);
    }

    /// Fills a new position with projects of its sub-sectors, those first that gain most.
    fn fill(&mut self, park: usize, offer: usize) {
        let problem = self.problem;
        let mut order: Vec<(i64, usize)> = vec![];
        for kind in problem.given.parks[park].offers[offer].kinds.iter().map(|it| usize::from(*it)) {
            let cell = problem.cell(park, kind);
            let Some(host) = problem.host(cell) else { continue };
            let number = self.of_kind[kind].len();
            let from = self.chance.below(number);
            let most = problem.given.kinds[kind].leading + problem.given.kinds[kind].same;
            for at in 0..number.min(FILLED_FROM) {
                let project = self.of_kind[kind][(from + at) % number] as usize;
                if problem.choice(project, park).is_none() {
                    continue;
                }
                self.looked_at += 1;
                let choice = problem.rows[project] + host;
                let now = self.state.at[project];
                let there = if now == NOWHERE {
                    -problem.given.projects[project].penalty
                } else {
                    self.guide[self.state.by[project]] + self.state.loss[problem.cell(now as usize, kind)]
                };
                let gain = self.guide[choice] - there;
                if gain + most > 0 {
                    order.push((-gain, project));
                }
            }
        }
        order.sort_unstable();
        for (loss, project) in order {
            let kind = problem.kind(project);
            let Some(choice) = problem.choice(project, park) else { continue };
            let now = self.state.at[project];
            let (zone, here) = (problem.zone(park), u32::try_from(park).unwrap_or(NOWHERE));
            let drawn_already = now != NOWHERE && problem.zone(now as usize) == zone;
            if now != here
                && self.state.gain[problem.cell(park, kind)] > loss
                && within(problem.need(project, choice), &self.state.free[park])
                && (drawn_already || self.state.pools_hold(problem, project, zone))
            {
                if now != NOWHERE {
                    self.take(project);
                }
                self.put(project, choice, park);
            }
        }
    }

    /// Offers a few projects without a place to whoever has room, now that things have moved.
    fn top_up(&mut self, park: usize) {
        let problem = self.problem;
        let taken = self.taken(park);
        for _ in 0..6 {
            let Some(offer) = taken.get(self.chance.below(taken.len())) else { return };
            let kinds = &problem.given.parks[park].offers[*offer].kinds;
            let Some(kind) = kinds.get(self.chance.below(kinds.len())) else { continue };
            let of_kind = &self.of_kind[usize::from(*kind)];
            let Some(project) = of_kind.get(self.chance.below(of_kind.len())).map(|it| *it as usize) else { continue };
            if self.state.at[project] == NOWHERE {
                self.settle(project, OFFERED_TO, true);
            }
        }
    }
}

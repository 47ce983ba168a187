//! Which positions suit a load best?

use super::{
    super::problem::{Problem, Role},
    bonus::leading,
};

/// The best roles of a park's offers for `numbers` of projects: what they bring, and which. Every kind among `free`, the projects
/// that nobody pinned, must be covered. `None` when no roles do.
pub(super) fn best_roles(problem: &Problem, park: usize, numbers: &[i64], free: &[i64]) -> Option<(i64, Vec<Role>)> {
    let it = &problem.given.parks[park];
    let gains: Vec<[i64; 3]> = it
        .offers
        .iter()
        .map(|offer| {
            let [none, characteristic, led] = offer.cost.map(|cost| -cost);
            [none, characteristic, led + leading(problem, offer, numbers)]
        })
        .collect();
    let covers_free = |offer: usize| it.offers[offer].kinds.iter().any(|kind| free[usize::from(*kind)] > 0);
    // Only offers that cover something, that must stay or that save something by having a role are worth a place.
    let worth_it: Vec<usize> = (0..it.offers.len())
        .filter(|at| it.offers[*at].locked || covers_free(*at) || gains[*at][1].max(gains[*at][2]) > gains[*at][0])
        .collect();
    let mut choosing = Choosing {
        problem,
        park,
        free,
        gains: &gains,
        order: &worth_it,
        roles: vec![Role::None; it.offers.len()],
        covered: vec![],
        best: None,
    };
    let idle: i64 = (0..it.offers.len()).filter(|at| !worth_it.contains(at)).map(|at| gains[at][0]).sum();
    choosing.choose(0, idle, 0, 0);
    choosing.best
}

struct Choosing<'p> {
    problem: &'p Problem,
    park: usize,
    free: &'p [i64],
    gains: &'p [[i64; 3]],
    order: &'p [usize],
    roles: Vec<Role>,
    covered: Vec<u16>,
    best: Option<(i64, Vec<Role>)>,
}

impl Choosing<'_> {
    fn choose(&mut self, at: usize, gain: i64, leading: u8, characteristic: u8) {
        let it = &self.problem.given.parks[self.park];
        let Some(offer) = self.order.get(at).copied() else {
            let uncovered =
                |(kind, n): (usize, &i64)| *n > 0 && !self.covered.iter().any(|it| usize::from(*it) == kind);
            if !self.free.iter().enumerate().any(uncovered) && self.best.as_ref().is_none_or(|best| gain > best.0) {
                self.best = Some((gain, self.roles.clone()));
            }
            return;
        };
        // The rest can at best bring this much more.
        let rest: i64 = self.order[at..].iter().map(|it| self.gains[*it].iter().max().copied().unwrap_or(0)).sum();
        if self.best.as_ref().is_some_and(|best| gain + rest <= best.0) {
            return;
        }
        let kinds = &it.offers[offer].kinds;
        let apart = !kinds.iter().any(|kind| self.covered.contains(kind));
        if apart && leading + characteristic < it.slots.both {
            for (role, room) in [
                (Role::Leading, leading < it.slots.leading),
                (Role::Characteristic, characteristic < it.slots.characteristic),
            ] {
                if room {
                    self.roles[offer] = role;
                    self.covered.extend(kinds);
                    let (more_leading, more) = if role == Role::Leading { (1, 0) } else { (0, 1) };
                    self.choose(
                        at + 1,
                        gain + self.gains[offer][role as usize],
                        leading + more_leading,
                        characteristic + more,
                    );
                    self.covered.truncate(self.covered.len() - kinds.len());
                    self.roles[offer] = Role::None;
                }
            }
        }
        let alone = |kind: &u16| {
            self.free[usize::from(*kind)] > 0
                && !self.order[at + 1..]
                    .iter()
                    .any(|it| self.problem.given.parks[self.park].offers[*it].kinds.contains(kind))
                && !self.covered.contains(kind)
        };
        if !it.offers[offer].locked && !kinds.iter().any(alone) {
            self.choose(at + 1, gain + self.gains[offer][0], leading, characteristic);
        }
    }
}

//! What was decided? A place for each project and roles for each park's offers, judged from scratch.
//!
//! Nothing here is shared with the search: a layout is valued and held against every limit from nothing, so that it can tell
//! whether the search kept its books well.

use super::problem::{Amounts, LANES, Problem, Role};

/// An answer to a [`Problem`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The park of each project; `None` where it has no place.
    pub park_of: Vec<Option<u32>>,
    /// The role of each offer, by park.
    pub roles: Vec<Vec<Role>>,
}

/// A limit that a layout does not keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// A project stands where it has no choice, or not where it is pinned.
    Choice {
        /// The project.
        project: usize,
    },
    /// No position of the park covers a project that nobody pinned there.
    Uncovered {
        /// The project.
        project: usize,
    },
    /// A park lacks a factor.
    Park {
        /// The park.
        park: usize,
        /// The factor.
        lane: usize,
    },
    /// A pool of a zone is overdrawn.
    Zone {
        /// The zone.
        zone: usize,
        /// The pool.
        lane: usize,
    },
    /// A park has more positions than places for them, two for one kind, or lacks a locked one.
    Positions {
        /// The park.
        park: usize,
    },
    /// More projects stand elsewhere than may.
    Moved,
}

impl Layout {
    /// The layout at the start: nothing placed but what is pinned or stands somewhere, positions as they are.
    pub fn at_start(problem: &Problem) -> Self {
        let of_project = |it: &super::problem::Project| it.pin.or(it.start);
        Self {
            park_of: problem.given.projects.iter().map(of_project).collect(),
            roles: problem.given.parks.iter().map(|it| it.offers.iter().map(|it| it.start).collect()).collect(),
        }
    }

    /// The value, from scratch.
    pub fn value(&self, problem: &Problem) -> i64 {
        let given = &problem.given;
        let mut value = 0;
        let mut numbers = vec![0_i64; given.parks.len() * given.kinds.len()];
        for (project, (park, it)) in self.park_of.iter().zip(&given.projects).enumerate() {
            match park {
                Some(park) => {
                    value += problem.worth_in(project, *park as usize).unwrap_or(0);
                    numbers[problem.cell(*park as usize, usize::from(it.kind))] += 1;
                }
                None => value -= it.penalty,
            }
        }
        for (park, it) in given.parks.iter().enumerate() {
            for kind in 0..given.kinds.len() {
                let cell = problem.cell(park, kind);
                value += problem.same(kind, numbers[cell], i64::from(problem.firms[cell]));
            }
            for (one, other, bonus) in &given.links {
                let [one, other] = [one, other].map(|it| problem.cell(park, usize::from(*it)));
                let firms = |cell: usize| i64::from(problem.firms[cell]);
                let together = |one: i64, other: i64| one.min(other).min(given.saturation);
                let now = together(numbers[one] + firms(one), numbers[other] + firms(other));
                value += bonus * (now - together(firms(one), firms(other)));
            }
            for (offer, role) in it.offers.iter().zip(&self.roles[park]) {
                value -= offer.cost[*role as usize];
                if *role == Role::Leading {
                    let led = |kind: &u16| {
                        let kind = usize::from(*kind);
                        let placed = numbers[problem.cell(park, kind)];
                        given.kinds[kind].leading * placed.min(given.leading_saturation)
                    };
                    value += offer.kinds.iter().map(led).sum::<i64>();
                }
            }
        }
        value
    }

    /// Every limit that is not kept.
    pub fn broken(&self, problem: &Problem) -> Vec<Broken> {
        let given = &problem.given;
        let mut broken = vec![];
        let mut loads = vec![[0_i64; LANES]; given.parks.len()];
        let mut drawn = vec![[0_i64; LANES]; given.zones.len()];
        let mut moved = 0;
        for (project, (park, it)) in self.park_of.iter().zip(&given.projects).enumerate() {
            moved += usize::from(it.start.is_some() && *park != it.start);
            let choice = park.and_then(|park| problem.choice(project, park as usize));
            if park.is_some() != choice.is_some() || it.pin.is_some_and(|pin| *park != Some(pin)) {
                broken.push(Broken::Choice { project });
            }
            let (Some(park), Some(choice)) = (park.map(|it| it as usize), choice) else { continue };
            add(&mut loads[park], problem.need(project, choice));
            add(&mut drawn[problem.zone(park)], &it.draw);
            let covers =
                |(offer, role): (&super::problem::Offer, &Role)| *role != Role::None && offer.kinds.contains(&it.kind);
            let may_stay = u32::try_from(park).is_ok_and(|park| problem.may_stay_uncovered(project, park));
            if !may_stay && !given.parks[park].offers.iter().zip(&self.roles[park]).any(covers) {
                broken.push(Broken::Uncovered { project });
            }
        }
        for (park, (load, it)) in loads.iter().zip(&given.parks).enumerate() {
            let lanes = (0..LANES).filter(|lane| load[*lane] > i64::from(it.capacity[*lane]));
            broken.extend(lanes.map(|lane| Broken::Park { park, lane }));
            if !positions_hold(problem, park, &self.roles[park]) {
                broken.push(Broken::Positions { park });
            }
        }
        for (zone, (load, held)) in drawn.iter().zip(&given.zones).enumerate() {
            broken.extend((0..LANES).filter(|lane| load[*lane] > held[*lane]).map(|lane| Broken::Zone { zone, lane }));
        }
        if given.most_moved.is_some_and(|most| moved > most) {
            broken.push(Broken::Moved);
        }
        broken
    }
}

fn add(sum: &mut [i64; LANES], amounts: &Amounts) {
    for (sum, amount) in sum.iter_mut().zip(amounts) {
        *sum += i64::from(*amount);
    }
}

/// Tells whether `park` may have `roles`: within its places, no kind twice, what is locked kept, nothing changed where positions
/// are fixed.
fn positions_hold(problem: &Problem, park: usize, roles: &[Role]) -> bool {
    let it = &problem.given.parks[park];
    let with = |role: Role| roles.iter().filter(|it| **it == role).count();
    let (leading, characteristic) = (with(Role::Leading), with(Role::Characteristic));
    let mut kinds: Vec<u16> = vec![];
    for (offer, role) in it.offers.iter().zip(roles) {
        if (offer.locked && *role == Role::None) || (!problem.given.redesign && *role != offer.start) {
            return false;
        }
        if *role != Role::None {
            kinds.extend(&offer.kinds);
        }
    }
    let number = kinds.len();
    kinds.sort_unstable();
    kinds.dedup();
    let within = leading <= usize::from(it.slots.leading)
        && characteristic <= usize::from(it.slots.characteristic)
        && leading + characteristic <= usize::from(it.slots.both);
    // Positions that stand as they did are nobody's fault here, whatever they break.
    kinds.len() == number && (within || !problem.given.redesign)
}

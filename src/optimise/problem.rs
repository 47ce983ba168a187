//! What is to be decided? Projects, parks and positions as dense arrays of whole numbers.
//!
//! A problem knows no scenario: [`super::reading`] makes it of one, a bench of a file. Values are whole **points** (or thousandths
//! of points, as the maker likes), so that two programs can agree to the unit.
//!
//! ```text
//! value = Σ placed worth − Σ unplaced penalty                                            projects
//!       + Σ park, kind  same · [min((n+e−1)⁺, T) − min((e−1)⁺, T)]                       same sub-sector
//!       + Σ park, pair  link · [min(n_k+e_k, n_l+e_l, T) − min(e_k, e_l, T)]             linked sub-sectors
//!       + Σ park, kind  leading · [the kind leads here] · min(n, T_L)                    leading position
//!       − Σ park, offer cost of the role that it takes                                   positions
//! ```
//!
//! with `n` the projects of a kind placed in a park and `e` the firms that stand there already.

use std::{num::NonZero, thread};

use thiserror::Error;

/// Number of factors that a park, and a zone of parks, may be short of.
pub const LANES: usize = 8;

/// An amount of each factor, in the smallest unit of each.
pub type Amounts = [i32; LANES];

/// The worth of a choice that there is not.
pub(super) const NEVER: i64 = i64::MIN / 4;

/// No park, in arrays of parks.
pub(super) const NOWHERE: u32 = u32::MAX;

/// No place in the list of hosts, in arrays by cell.
const NO_HOST: u16 = u16::MAX;

/// What a position is for a park.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Role {
    /// No position here.
    #[default]
    None,
    /// A characteristic position.
    Characteristic,
    /// A leading position.
    Leading,
}

/// How many positions a park may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slots {
    /// Leading ones.
    pub leading: u8,
    /// Characteristic ones.
    pub characteristic: u8,
    /// Both together.
    pub both: u8,
}

/// A position that a park may take: kinds that it covers and what each role costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The sub-sectors that it covers, by number.
    pub kinds: Vec<u16>,
    /// The role that it has today.
    pub start: Role,
    /// Whether it must have one of the two roles.
    pub locked: bool,
    /// What it costs to have no role, a characteristic one, a leading one. Negative where that saves what the others cost.
    pub cost: [i64; 3],
}

/// A park.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Park {
    /// What it still has of each factor.
    pub capacity: Amounts,
    /// The zone whose pools its projects draw on.
    pub zone: u16,
    /// Its places for positions.
    pub slots: Slots,
    /// The positions that it may take; those of today among them.
    pub offers: Vec<Offer>,
    /// Sub-sectors with firms here already, and how many.
    pub firms: Vec<(u16, u32)>,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its sub-sector, by number.
    pub kind: u16,
    /// What it needs of each factor of its park.
    pub need: Amounts,
    /// What it draws from each pool of the zone of its park.
    pub draw: Amounts,
    /// What is lost while it has no place.
    pub penalty: i64,
    /// The park that it may not leave.
    pub pin: Option<u32>,
    /// The park where it stands at the start.
    pub start: Option<u32>,
}

/// What projects of a sub-sector bring each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// For every further firm of the sub-sector in a park.
    pub same: i64,
    /// For every project in a leading position.
    pub leading: i64,
}

/// Everything that is given, but for the worth of each choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The parks.
    pub parks: Vec<Park>,
    /// What the pools of each zone still hold.
    pub zones: Vec<[i64; LANES]>,
    /// The projects.
    pub projects: Vec<Project>,
    /// The sub-sectors.
    pub kinds: Vec<Kind>,
    /// Pairs of linked sub-sectors, each once, and what a matched pair of firms brings.
    pub links: Vec<(u16, u16, i64)>,
    /// `T`: firms beyond it bring nothing more to each other.
    pub saturation: i64,
    /// `T_L`: projects beyond it bring nothing more to a leading position.
    pub leading_saturation: i64,
    /// Whether positions may be changed; otherwise they stay as they are.
    pub redesign: bool,
    /// The most projects that may stand elsewhere than at the start.
    pub most_moved: Option<usize>,
    /// Whether what a project needs depends on its park.
    pub needs_differ: bool,
}

/// What it means to place a project in a park.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// What it is worth.
    pub worth: i64,
    /// What the project needs there; read only where needs differ.
    pub need: Amounts,
}

/// What makes a problem unusable.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum Unusable {
    /// An index leads nowhere.
    #[error("{what} {index} of {of} is out of range")]
    Index {
        /// Of what.
        what: &'static str,
        /// The index.
        index: usize,
        /// Of which record.
        of: usize,
    },
    /// More parks or sub-sectors than the arrays hold.
    #[error("{what}: {number} are more than {most}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many there are.
        number: usize,
        /// How many there may be.
        most: usize,
    },
    /// A pinned project could never stand where it is pinned.
    #[error("project {0} is pinned where it has no choice")]
    Pin(usize),
    /// Positions may change, and a project that is not pinned stands where none covers it.
    #[error("project {0} stands where no position covers it; pin it, or leave positions as they are")]
    Start(usize),
}

/// A problem, ready to be solved.
#[derive(Debug, Clone)]
pub struct Problem {
    /// What it was made of.
    pub given: Given,
    /// The sub-sector of each project, side by side for the search.
    kinds_of: Vec<u16>,
    /// The penalty of each project.
    pub(super) penalties: Vec<i64>,
    /// Pools that anything draws on: the first so many lanes.
    pub(super) pools: usize,
    /// Parks that may host a kind, in order.
    pub(super) hosts: Vec<Vec<u32>>,
    /// Place of a park in `hosts` of a kind, by cell.
    place: Vec<u16>,
    /// Where the choices of a project begin, in the order of the hosts of its kind.
    pub(super) rows: Vec<usize>,
    /// Worth of each choice; [`NEVER`] where there is none.
    pub(super) worth: Vec<i64>,
    /// Need of each choice where it depends on the park.
    needs: Option<Vec<Amounts>>,
    /// Kinds linked with each kind.
    pub(super) related: Vec<Vec<(u16, i64)>>,
    /// Firms by cell, no more than one beyond saturation.
    pub(super) firms: Vec<u8>,
    /// Whether a position may cover a cell.
    coverable: Vec<bool>,
    /// The role of each cell at the start.
    pub(super) start_roles: Vec<Role>,
}

impl Problem {
    /// The problem of `given`, where `choice` tells what it means to place a project in a park, or that this cannot be. It is
    /// asked for every project and every park that may host its kind; both are counted from 0.
    ///
    /// # Errors
    /// [`Unusable`] when an index leads nowhere, the arrays cannot hold the problem, or a pin cannot be kept.
    pub fn of(given: Given, choice: impl Fn(usize, usize) -> Option<Choice> + Sync) -> Result<Self, Unusable> {
        check(&given)?;
        let (parks, kinds) = (given.parks.len(), given.kinds.len());
        let cells = parks * kinds;
        let mut hosts = vec![vec![]; kinds];
        let mut place = vec![NO_HOST; cells];
        let mut firms = vec![0; cells];
        let mut start_roles = vec![Role::None; cells];
        for (at, park) in given.parks.iter().enumerate() {
            for offer in &park.offers {
                for kind in offer.kinds.iter().map(|it| usize::from(*it)) {
                    let cell = at * kinds + kind;
                    if place[cell] == NO_HOST && (given.redesign || offer.start != Role::None) {
                        place[cell] = u16::try_from(hosts[kind].len()).unwrap_or(NO_HOST);
                        hosts[kind].push(u32::try_from(at).unwrap_or(NOWHERE));
                    }
                    start_roles[cell] = start_roles[cell].max(offer.start);
                }
            }
            let most = given.saturation.clamp(0, 254) + 1;
            for (kind, number) in &park.firms {
                firms[at * kinds + usize::from(*kind)] = u8::try_from(i64::from(*number).min(most)).unwrap_or(u8::MAX);
            }
        }
        let coverable: Vec<bool> = place.iter().map(|place| *place != NO_HOST).collect();
        // A project may be pinned or stand, by the user's word, where no position covers it.
        for project in &given.projects {
            let kind = usize::from(project.kind);
            for park in project.pin.iter().chain(&project.start) {
                let cell = *park as usize * kinds + kind;
                if place[cell] == NO_HOST {
                    place[cell] = u16::try_from(hosts[kind].len()).unwrap_or(NO_HOST);
                    hosts[kind].push(*park);
                }
            }
        }
        let mut related = vec![vec![]; kinds];
        for (one, other, bonus) in &given.links {
            related[usize::from(*one)].push((*other, *bonus));
            related[usize::from(*other)].push((*one, *bonus));
        }
        let mut rows = vec![0];
        let mut end = 0;
        for project in &given.projects {
            end += hosts[usize::from(project.kind)].len();
            rows.push(end);
        }
        let drawn = |lane: &usize| given.projects.iter().any(|it| it.draw[*lane] != 0);
        let mut problem = Self {
            kinds_of: given.projects.iter().map(|it| it.kind).collect(),
            penalties: given.projects.iter().map(|it| it.penalty).collect(),
            pools: (0..LANES).rev().find(drawn).map_or(0, |lane| lane + 1),
            given,
            hosts,
            place,
            rows,
            worth: vec![NEVER; end],
            needs: None,
            related,
            firms,
            start_roles,
            coverable,
        };
        problem.fill(&choice);
        for (project, it) in problem.given.projects.iter().enumerate() {
            if let Some(pin) = it.pin
                && problem.worth_in(project, pin as usize).is_none()
            {
                return Err(Unusable::Pin(project));
            }
            if problem.given.redesign
                && it.pin.is_none()
                && it.start.is_some_and(|park| problem.may_stay_uncovered(project, park))
            {
                return Err(Unusable::Start(project));
            }
        }
        Ok(problem)
    }

    /// Asks for every choice, in as many threads as there are cores; the answers do not depend on that.
    fn fill(&mut self, choice: &(impl Fn(usize, usize) -> Option<Choice> + Sync)) {
        let threads = thread::available_parallelism().map_or(1, NonZero::get).min(8);
        let projects = self.given.projects.len();
        let share = if projects < 512 { projects.max(1) } else { projects.div_ceil(threads) };
        let mut worth = std::mem::take(&mut self.worth);
        let mut needs = if self.given.needs_differ { vec![[0; LANES]; worth.len()] } else { vec![] };
        let this = &*self;
        thread::scope(|scope| {
            let (mut worths, mut needs) = (worth.as_mut_slice(), needs.as_mut_slice());
            for from in (0..projects).step_by(share) {
                let of = from..(from + share).min(projects);
                let number = this.rows[of.end] - this.rows[of.start];
                let (mine, others) = worths.split_at_mut(number);
                let (mine_too, others_too) = needs.split_at_mut(number.min(needs.len()));
                (worths, needs) = (others, others_too);
                scope.spawn(move || {
                    let pairs = of.flat_map(|project| {
                        let it = &this.given.projects[project];
                        let hosts = &this.hosts[usize::from(it.kind)];
                        hosts.iter().map(move |park| {
                            let own = it.pin == Some(*park) || it.start == Some(*park);
                            let allowed = it.pin.is_none_or(|pin| pin == *park)
                                && (own || this.coverable[this.cell(*park as usize, usize::from(it.kind))]);
                            allowed.then(|| choice(project, *park as usize)).flatten()
                        })
                    });
                    for (at, choice) in pairs.enumerate() {
                        mine[at] = choice.map_or(NEVER, |it| it.worth);
                        if let (Some(need), Some(choice)) = (mine_too.get_mut(at), choice) {
                            *need = choice.need;
                        }
                    }
                });
            }
        });
        self.needs = self.given.needs_differ.then_some(needs);
        self.worth = worth;
    }

    /// Number of parks.
    pub fn parks(&self) -> usize {
        self.given.parks.len()
    }

    /// Number of projects.
    pub fn projects(&self) -> usize {
        self.given.projects.len()
    }

    /// Number of choices: pairs of a project and a park that may be.
    pub fn choices(&self) -> usize {
        self.worth.iter().filter(|it| **it != NEVER).count()
    }

    /// What it is worth to place `project` in `park`; `None` where that cannot be.
    pub fn worth_in(&self, project: usize, park: usize) -> Option<i64> {
        self.choice(project, park).map(|at| self.worth[at])
    }

    /// The choice of `project` in `park`, where there is one.
    pub(super) fn choice(&self, project: usize, park: usize) -> Option<usize> {
        let place = self.place[self.cell(park, self.kind(project))];
        let at = (place != NO_HOST).then(|| self.rows[project] + usize::from(place))?;
        (self.worth[at] != NEVER).then_some(at)
    }

    /// Whether `project` may stand in `park` without a position: it is pinned there, or stood there so at the start.
    pub(super) fn may_stay_uncovered(&self, project: usize, park: u32) -> bool {
        let it = &self.given.projects[project];
        let uncovered = || self.start_roles[self.cell(park as usize, usize::from(it.kind))] == Role::None;
        it.pin == Some(park) || (it.start == Some(park) && uncovered())
    }

    /// The place of `cell` in the rows of its kind, whether a project has a choice there or not.
    pub(super) fn host(&self, cell: usize) -> Option<usize> {
        let place = self.place[cell];
        (place != NO_HOST).then(|| usize::from(place))
    }

    /// What `choice` of `project` needs of the factors of its park.
    pub(super) fn need(&self, project: usize, choice: usize) -> &Amounts {
        match &self.needs {
            Some(needs) => &needs[choice],
            None => &self.given.projects[project].need,
        }
    }

    /// The sub-sector of a project.
    pub(super) fn kind(&self, project: usize) -> usize {
        usize::from(self.kinds_of[project])
    }

    /// The zone of a park.
    pub(super) fn zone(&self, park: usize) -> usize {
        usize::from(self.given.parks[park].zone)
    }

    /// The cell of a park and a kind.
    pub(super) fn cell(&self, park: usize, kind: usize) -> usize {
        park * self.given.kinds.len() + kind
    }

    /// What a further firm of `kind` brings to those of its own kind, with `n` projects and `firms` there.
    pub(super) fn same(&self, kind: usize, n: i64, firms: i64) -> i64 {
        let firms_of = |n: i64| (n + firms - 1).clamp(0, self.given.saturation);
        self.given.kinds[kind].same * (firms_of(n) - firms_of(0))
    }

    /// Value of an empty plan with the positions of the start: what every plan is measured from.
    pub fn floor(&self) -> i64 {
        -self.given.projects.iter().map(|it| it.penalty).sum::<i64>()
    }
}

/// Tells what of `given` leads nowhere.
fn check(given: &Given) -> Result<(), Unusable> {
    let (parks, kinds, zones) = (given.parks.len(), given.kinds.len(), given.zones.len());
    for (what, number) in [("parks", parks), ("sub-sectors", kinds)] {
        if number >= usize::from(NO_HOST) {
            return Err(Unusable::TooMany { what, number, most: usize::from(NO_HOST) - 1 });
        }
    }
    let within = |what: &'static str, index: usize, end: usize, of: usize| {
        if index < end { Ok(()) } else { Err(Unusable::Index { what, index, of }) }
    };
    for (at, park) in given.parks.iter().enumerate() {
        within("zone", usize::from(park.zone), zones, at)?;
        let of_offers = park.offers.iter().flat_map(|it| &it.kinds);
        for kind in of_offers.chain(park.firms.iter().map(|(kind, _)| kind)) {
            within("sub-sector", usize::from(*kind), kinds, at)?;
        }
    }
    for (at, project) in given.projects.iter().enumerate() {
        within("sub-sector", usize::from(project.kind), kinds, at)?;
        for park in project.pin.iter().chain(&project.start) {
            within("park", *park as usize, parks, at)?;
        }
    }
    for (at, (one, other, _)) in given.links.iter().enumerate() {
        within("sub-sector", usize::from(*one), kinds, at)?;
        within("sub-sector", usize::from(*other), kinds, at)?;
    }
    Ok(())
}

//! What do prices prove? The bound of `prices` once more, in whole numbers and from nothing.
//!
//! Whoever doubts a bound needs only the problem and its prices: any prices that are not negative prove some bound, and this
//! module tells which. It shares no code with the search for good prices.

use std::collections::BTreeMap;

use super::{
    loads::PART,
    problem::{LANES, NEVER, Offer, Problem, Role},
};

/// Prices of everything that is short, in parts of a unit of value ([`PART`]).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShadowPrices {
    /// The price of each factor in each park.
    pub factors: Vec<[i64; LANES]>,
    /// The price of each pool of each zone.
    pub pools: Vec<[i64; LANES]>,
    /// What one more project of a kind is paid in a park, by park and kind; nothing where it is not named.
    pub paid: BTreeMap<(u32, u16), i64>,
    /// The share that the first of two linked kinds has in their bonus in a park, by park and link; half where it is not named.
    pub shares: BTreeMap<(u32, u32), i64>,
    /// The rent of each project; the highest that any park would leave it where there are none.
    pub rents: Option<Vec<i64>>,
}

impl ShadowPrices {
    /// The bound that these prices prove on the value of every plan; `None` where they fit another problem, or one is negative
    /// that must not be, or a share is more than the whole.
    pub fn bound(&self, problem: &Problem) -> Option<i64> {
        let given = &problem.given;
        let part = i128::from(PART);
        let priced = self.factors.len() == given.parks.len() && self.pools.len() == given.zones.len();
        let mut all = self.factors.iter().chain(&self.pools).flatten().chain(self.rents.iter().flatten());
        let rented = self.rents.as_ref().is_none_or(|rents| rents.len() == given.projects.len());
        if !priced || !rented || all.any(|price| *price < 0) {
            return None;
        }
        let mut bound = i128::from(problem.floor()) * part;
        for (park, it) in given.parks.iter().enumerate() {
            bound += sum(&self.factors[park], |lane| i128::from(it.capacity[lane]));
        }
        for (zone, held) in given.zones.iter().enumerate() {
            bound += sum(&self.pools[zone], |lane| i128::from(held[lane]));
        }
        let mut cells = Cells::of(problem, self)?;
        for project in 0..given.projects.len() {
            bound += cells.ask(problem, self, project);
        }
        for (park, it) in given.parks.iter().enumerate() {
            bound += self.linked(problem, park)?;
            let role_of = |kind: usize, role: Role| cells.at_best(problem, self, park, kind, role);
            if given.redesign {
                bound += best_positions(it.offers.as_slice(), it.slots, &|offer, role| {
                    let cost = i128::from(offer.cost[role as usize]) * part;
                    let of_kinds =
                        |role| offer.kinds.iter().map(|kind| role_of(usize::from(*kind), role)).sum::<i128>();
                    if role == Role::None { -cost } else { of_kinds(role) - cost }
                })?;
                // A pinned project may stand where no position covers it; what its kind brings then is counted on top.
                let sure = |kind: usize| {
                    it.offers.iter().any(|it| it.locked && it.kinds.iter().any(|it| usize::from(*it) == kind))
                };
                let unsure = cells.pinned(park).filter(|kind| !sure(*kind));
                bound += unsure.map(|kind| role_of(kind, Role::Characteristic).max(0)).sum::<i128>();
            } else {
                bound -=
                    it.offers.iter().map(|offer| i128::from(offer.cost[offer.start as usize]) * part).sum::<i128>();
                for kind in 0..given.kinds.len() {
                    if problem.host(problem.cell(park, kind)).is_some() {
                        bound += role_of(kind, problem.start_roles[problem.cell(park, kind)].max(Role::Characteristic));
                    }
                }
            }
        }
        i64::try_from(bound.div_euclid(part)).ok()
    }
}

/// `Σ price · amount` over the lanes.
fn sum(prices: &[i64; LANES], amount: impl Fn(usize) -> i128) -> i128 {
    prices
        .iter()
        .enumerate()
        .filter(|(_, price)| **price != 0)
        .map(|(lane, price)| i128::from(*price) * amount(lane))
        .sum()
}

/// What is asked cell by cell.
struct Cells {
    /// What projects leave over their rents, by cell.
    left: Vec<i128>,
    /// What a kind gains by links for each firm up to saturation, by cell.
    linked: Vec<i128>,
    /// What it gains by links to firms where nothing may come, by cell and number of projects.
    fixed: BTreeMap<usize, Vec<i128>>,
    /// Kinds of pinned projects, by park.
    pinned: BTreeMap<u32, Vec<usize>>,
    /// Projects by kind.
    number: Vec<i64>,
}

impl Cells {
    fn of(problem: &Problem, prices: &ShadowPrices) -> Option<Self> {
        let given = &problem.given;
        let cells = given.parks.len() * given.kinds.len();
        let mut it = Self {
            left: vec![0; cells],
            linked: vec![0; cells],
            fixed: BTreeMap::new(),
            pinned: BTreeMap::new(),
            number: vec![0; given.kinds.len()],
        };
        for project in &given.projects {
            it.number[usize::from(project.kind)] += 1;
            if let Some(pin) = project.pin {
                let kinds = it.pinned.entry(pin).or_default();
                if !kinds.contains(&usize::from(project.kind)) {
                    kinds.push(usize::from(project.kind));
                }
            }
        }
        for park in 0..given.parks.len() {
            for (link, (one, other, bonus)) in given.links.iter().enumerate() {
                let [one, other] = [one, other].map(|kind| problem.cell(park, usize::from(*kind)));
                match (problem.host(one), problem.host(other)) {
                    (Some(_), Some(_)) => {
                        let share = prices.share(park, link, *bonus)?;
                        it.linked[one] += share;
                        it.linked[other] += i128::from(*bonus) * i128::from(PART) - share;
                    }
                    (Some(_), None) => it.meet(problem, one, other, *bonus),
                    (None, Some(_)) => it.meet(problem, other, one, *bonus),
                    (None, None) => {}
                }
            }
        }
        Some(it)
    }

    /// Counts what projects of `cell` gain by firms of a linked kind where no project may come.
    fn meet(&mut self, problem: &Problem, cell: usize, other: usize, bonus: i64) {
        let saturation = problem.given.saturation;
        let (here, there) = (i64::from(problem.firms[cell]), i64::from(problem.firms[other]));
        let met = |n: i64| (n + here).min(there).min(saturation);
        let levels =
            self.fixed.entry(cell).or_insert_with(|| vec![0; usize::try_from(saturation.max(0)).unwrap_or(0) + 1]);
        for (n, level) in levels.iter_mut().enumerate() {
            *level += i128::from(bonus * (met(i64::try_from(n).unwrap_or(i64::MAX)) - met(0))) * i128::from(PART);
        }
    }

    /// Asks a project what it would leave over where: gives its rent, or what it leaves where it is pinned.
    fn ask(&mut self, problem: &Problem, prices: &ShadowPrices, project: usize) -> i128 {
        let it = &problem.given.projects[project];
        let kind = usize::from(it.kind);
        let left = |choice: usize, park: usize| {
            let brought = i128::from(problem.worth[choice]) + i128::from(it.penalty);
            let need = problem.need(project, choice);
            brought * i128::from(PART) + i128::from(prices.paid_in(park, kind))
                - sum(&prices.factors[park], |lane| i128::from(need[lane]))
                - sum(&prices.pools[problem.zone(park)], |lane| i128::from(it.draw[lane]))
        };
        if let Some(pin) = it.pin {
            return problem.choice(project, pin as usize).map_or(0, |choice| left(choice, pin as usize));
        }
        let choices =
            problem.hosts[kind].iter().enumerate().map(|(host, park)| (problem.rows[project] + host, *park as usize));
        let choices = choices.filter(|(choice, _)| problem.worth[*choice] != NEVER);
        match &prices.rents {
            None => choices.map(|(choice, park)| left(choice, park)).max().unwrap_or(0).max(0),
            Some(rents) => {
                let rent = i128::from(rents[project]);
                for (choice, park) in choices {
                    self.left[problem.cell(park, kind)] += (left(choice, park) - rent).max(0);
                }
                rent
            }
        }
    }

    /// The most that a kind brings in a park in a role, over what its projects are paid.
    fn at_best(&self, problem: &Problem, prices: &ShadowPrices, park: usize, kind: usize, role: Role) -> i128 {
        let given = &problem.given;
        let cell = problem.cell(park, kind);
        let firms = i64::from(problem.firms[cell]);
        let paid = i128::from(prices.paid_in(park, kind));
        let leading = if role == Role::Leading { given.kinds[kind].leading } else { 0 };
        let fixed = self.fixed.get(&cell);
        let of = |n: i64| {
            let level =
                fixed.and_then(|levels| levels.get(usize::try_from(n).ok()?).or(levels.last())).copied().unwrap_or(0);
            let own = problem.same(kind, n, firms) + leading * n.min(given.leading_saturation);
            let met = (n + firms).min(given.saturation) - firms.min(given.saturation);
            i128::from(own) * i128::from(PART) + level + self.linked[cell] * i128::from(met) - paid * i128::from(n)
        };
        // Beyond both saturations every further project brings the same.
        let most = self.number[kind];
        let levels = most.min(given.saturation.max(given.leading_saturation).max(0) + 1);
        let best = (0..=levels).chain([most]).map(of).max().unwrap_or(0);
        best + self.left[cell]
    }

    fn pinned(&self, park: usize) -> impl Iterator<Item = usize> + '_ {
        u32::try_from(park).ok().and_then(|park| self.pinned.get(&park)).into_iter().flatten().copied()
    }
}

impl ShadowPrices {
    /// What the firms of linked kinds in a park count already, over what they count of each other.
    fn linked(&self, problem: &Problem, park: usize) -> Option<i128> {
        let saturation = problem.given.saturation;
        let mut sum = 0;
        for (link, (one, other, bonus)) in problem.given.links.iter().enumerate() {
            let [one, other] = [one, other].map(|kind| problem.cell(park, usize::from(*kind)));
            if problem.host(one).is_none() || problem.host(other).is_none() {
                continue;
            }
            let share = self.share(park, link, *bonus)?;
            let whole = i128::from(*bonus) * i128::from(PART);
            let [one, other] = [one, other].map(|cell| i128::from(i64::from(problem.firms[cell]).min(saturation)));
            sum += share * one + (whole - share) * other - whole * one.min(other);
        }
        Some(sum)
    }

    fn paid_in(&self, park: usize, kind: usize) -> i64 {
        let key = u32::try_from(park).ok().zip(u16::try_from(kind).ok());
        key.and_then(|key| self.paid.get(&key)).copied().unwrap_or(0)
    }

    /// The share of the first of two linked kinds; `None` where it is not between nothing and the whole.
    fn share(&self, park: usize, link: usize, bonus: i64) -> Option<i128> {
        let key = u32::try_from(park).ok().zip(u32::try_from(link).ok());
        let whole = i128::from(bonus) * i128::from(PART);
        let share = key.and_then(|key| self.shares.get(&key)).map_or(whole / 2, |share| i128::from(*share));
        (0..=whole).contains(&share).then_some(share)
    }
}

/// The best that roles of `offers` bring within the places of a park; two for one kind are not kept apart. `None` when there are
/// more locked ones than places.
fn best_positions(
    offers: &[Offer],
    slots: super::problem::Slots,
    value: &dyn Fn(&Offer, Role) -> i128,
) -> Option<i128> {
    let mut best: BTreeMap<(u8, u8), i128> = BTreeMap::from([((0, 0), 0)]);
    for offer in offers {
        let [none, characteristic, leading] =
            [Role::None, Role::Characteristic, Role::Leading].map(|role| value(offer, role));
        let mut next: BTreeMap<(u8, u8), i128> = BTreeMap::new();
        for ((led, other), sum) in &best {
            let mut choose = |state: (u8, u8), gain: i128| {
                if state.0 <= slots.leading && state.1 <= slots.characteristic && state.0 + state.1 <= slots.both {
                    let best = next.entry(state).or_insert(sum + gain);
                    *best = (*best).max(sum + gain);
                }
            };
            if !offer.locked {
                choose((*led, *other), none);
            }
            choose((*led, other + 1), characteristic);
            choose((led + 1, *other), leading);
        }
        best = next;
    }
    best.into_values().max()
}

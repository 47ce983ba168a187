//! Which loads of a park may matter?

use std::ops::ControlFlow;

use super::{
    super::{
        problem::{Amounts, LANES, Problem},
        state::{minus, whole},
    },
    Load, PART, Prover, Rents,
    bonus::{bonus, bonus_at_most, fixed_roles, roles_at_most},
    pinned_in,
    roles::best_roles,
};

/// What a project means to the loads of a park.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    project: usize,
    choice: usize,
    kind: usize,
    /// The most that it can add to a load, in parts, beside what is fixed for the load.
    most: i64,
}

/// A park being filled in every way that may matter.
pub(super) struct Filling<'p> {
    problem: &'p Problem,
    park: usize,
    pub items: Vec<Item>,
    bits: Vec<u32>,
    rents: &'p Rents,
    pool_prices: &'p [i64; LANES],
    /// What the items from here on can add at most.
    rest: Vec<i64>,
    numbers: Vec<i64>,
    free_numbers: Vec<i64>,
    free: Amounts,
    load: Load,
    rented: i64,
    most: i64,
    pub top: Option<i64>,
    slack: Option<i64>,
    pub found: Vec<(i64, Load)>,
    pub sets: usize,
}

impl<'p> Filling<'p> {
    pub fn of(
        prover: &Prover<'p>,
        park: usize,
        rents: &'p Rents,
        pool_prices: &'p [i64; LANES],
        slack: Option<i64>,
    ) -> Self {
        let problem = prover.problem;
        let given = &problem.given;
        let mut numbers = vec![0; given.kinds.len()];
        let mut free = given.parks[park].capacity;
        let mut draw = [0; LANES];
        let mut value = 0;
        for project in pinned_in(problem, park) {
            numbers[problem.kind(project)] += 1;
            if let Some(choice) = problem.choice(project, park) {
                free = minus(&free, problem.need(project, choice));
                value += problem.worth[choice] + problem.penalties[project];
            }
            for (draw, of) in draw.iter_mut().zip(&given.projects[project].draw) {
                *draw += i64::from(*of);
            }
        }
        let mut items: Vec<Item> = (0..problem.projects())
            .filter(|it| given.projects[*it].pin.is_none())
            .filter_map(|project| {
                let choice = problem.choice(project, park)?;
                let kind = problem.kind(project);
                let drawn: i64 = given.projects[project]
                    .draw
                    .iter()
                    .zip(pool_prices)
                    .map(|(draw, price)| i64::from(*draw) * price)
                    .sum();
                let own = (problem.worth[choice] + problem.penalties[project]) * PART - rents.projects[project] - drawn;
                Some(Item { project, choice, kind, most: own + bonus_at_most(problem, park, kind) })
            })
            .collect();
        items.sort_by_key(|it| (-it.most, it.project));
        let mut rest = vec![0; items.len() + 1];
        for at in (0..items.len()).rev() {
            rest[at] = rest[at + 1] + items[at].most.max(0);
        }
        let bits = items.iter().map(|it| prover.bit_of[it.project].unwrap_or(0)).collect();
        let drawn: i64 = draw.iter().zip(pool_prices).map(|(draw, price)| draw * price).sum();
        let pinned_numbers = numbers.clone();
        // What the pinned projects and the best roles can bring at most, whatever else comes.
        let of_pinned: i64 =
            pinned_numbers.iter().enumerate().map(|(kind, n)| n * bonus_at_most(problem, park, kind)).sum();
        let most = (value + roles_at_most(problem, park)) * PART - drawn + of_pinned;
        Self {
            problem,
            park,
            items,
            bits,
            rents,
            pool_prices,
            rest,
            free_numbers: vec![0; given.kinds.len()],
            numbers,
            free,
            load: Load { projects: 0, value, draw, staying: 0 },
            rented: 0,
            most,
            top: None,
            slack,
            found: vec![],
            sets: 0,
        }
    }

    /// Looks at the park with what is pinned in it alone.
    pub fn begin(&mut self) -> ControlFlow<()> {
        if !whole(&self.free) {
            return ControlFlow::Break(());
        }
        if self.look() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }

    /// Looks at the set of the moment; tells whether any positions suit it.
    fn look(&mut self) -> bool {
        self.sets += 1;
        let problem = self.problem;
        let roles = if problem.given.redesign {
            match best_roles(problem, self.park, &self.numbers, &self.free_numbers) {
                Some((value, _)) => value,
                None => return false,
            }
        } else {
            fixed_roles(problem, self.park, &self.numbers)
        };
        let value = self.load.value + bonus(problem, self.park, &self.numbers) + roles;
        let drawn: i64 = self.load.draw.iter().zip(self.pool_prices).map(|(draw, price)| draw * price).sum();
        let left = value * PART - self.rented - drawn;
        if self.top.is_none_or(|top| left > top) {
            self.top = Some(left);
        }
        if let (Some(top), Some(slack)) = (self.top, self.slack)
            && left >= top - slack
        {
            self.found.push((left, Load { value, ..self.load.clone() }));
        }
        true
    }

    /// Adds every item from `from` on, in turn, and so on.
    pub fn fill(&mut self, from: usize, end: usize, sets: usize, stop: &dyn Fn() -> bool) -> ControlFlow<()> {
        for at in from..end {
            if let (Some(top), Some(slack)) = (self.top, self.slack)
                && self.most + self.rest[at] < top - slack
            {
                break;
            }
            let item = self.items[at];
            let left = minus(&self.free, self.problem.need(item.project, item.choice));
            if !whole(&left) {
                continue;
            }
            if self.sets >= sets || (self.sets.is_multiple_of(4_096) && stop()) {
                return ControlFlow::Break(());
            }
            let it = &self.problem.given.projects[item.project];
            let free = std::mem::replace(&mut self.free, left);
            let before = self.load.clone();
            let (most, rented) = (self.most, self.rented);
            self.load.projects |= 1 << self.bits[at];
            self.load.value += self.problem.worth[item.choice] + it.penalty;
            self.load.staying += usize::from(it.start == u32::try_from(self.park).ok());
            for (draw, of) in self.load.draw.iter_mut().zip(&it.draw) {
                *draw += i64::from(*of);
            }
            self.most += item.most;
            self.rented += self.rents.projects[item.project];
            self.numbers[item.kind] += 1;
            self.free_numbers[item.kind] += 1;
            let deeper = if self.look() { self.fill(at + 1, end, sets, stop) } else { ControlFlow::Continue(()) };
            self.numbers[item.kind] -= 1;
            self.free_numbers[item.kind] -= 1;
            (self.free, self.load, self.most, self.rented) = (free, before, most, rented);
            deeper?;
        }
        ControlFlow::Continue(())
    }
}

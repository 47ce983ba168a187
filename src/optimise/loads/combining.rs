//! Which loads go together?

use std::ops::ControlFlow;

use super::{super::problem::LANES, PART, Prover, near::Near};

/// Loads being combined, one for each park.
pub(super) struct Combining<'n, 'p> {
    pub prover: &'n Prover<'p>,
    pub near: &'n Near,
    pub order: Vec<usize>,
    pub needed: i128,
    pub value: i64,
    pub staying_at_least: Option<usize>,
    pub chosen: Vec<Option<usize>>,
    pub pools: Vec<[i64; LANES]>,
    pub tried: usize,
    pub most: usize,
    pub best: Option<Vec<Option<usize>>>,
}

impl Combining<'_, '_> {
    pub fn descend(
        &mut self,
        depth: usize,
        taken: u128,
        bound: i128,
        staying: usize,
        stop: &dyn Fn() -> bool,
    ) -> ControlFlow<()> {
        self.tried += 1;
        if self.tried > self.most || (self.tried.is_multiple_of(4_096) && stop()) {
            return ControlFlow::Break(());
        }
        if depth == self.order.len() {
            self.finish(staying);
            return ControlFlow::Continue(());
        }
        // The park with the fewest loads that are still possible comes next.
        let slack = bound - self.needed;
        let next = self.order[depth..]
            .iter()
            .enumerate()
            .map(|(at, park)| (self.possible(*park, taken, slack).take(64).count(), at))
            .min();
        let Some((_, at)) = next else { return ControlFlow::Continue(()) };
        self.order.swap(depth, depth + at);
        let park = self.order[depth];
        let zone = self.prover.problem.zone(park);
        let loads: Vec<(usize, i64)> = self.possible(park, taken, slack).collect();
        for (at, left) in loads {
            let below = bound - i128::from(self.near.tops[park] - left);
            if below < self.needed {
                break;
            }
            let near = self.near;
            let load = &near.loads[park][at].1;
            self.chosen[park] = Some(at);
            for (pool, draw) in self.pools[zone].iter_mut().zip(&load.draw) {
                *pool -= draw;
            }
            let deeper = self.descend(depth + 1, taken | load.projects, below, staying + load.staying, stop);
            for (pool, draw) in self.pools[zone].iter_mut().zip(&load.draw) {
                *pool += draw;
            }
            self.chosen[park] = None;
            deeper?;
        }
        ControlFlow::Continue(())
    }

    /// The loads of `park` that may still be chosen, and what each leaves over.
    fn possible(&self, park: usize, taken: u128, slack: i128) -> impl Iterator<Item = (usize, i64)> + '_ {
        let top = self.near.tops[park];
        let pools = &self.pools[self.prover.problem.zone(park)];
        let loads = self.near.loads[park].iter().enumerate();
        loads
            .take_while(move |(_, (left, _))| i128::from(top - left) <= slack)
            .filter(move |(_, (_, load))| load.projects & taken == 0)
            .filter(move |(_, (_, load))| load.draw.iter().zip(pools).all(|(draw, pool)| draw <= pool))
            .map(|(at, (left, _))| (at, *left))
    }

    /// A load for every park: better than what is known?
    fn finish(&mut self, staying: usize) {
        if self.staying_at_least.is_some_and(|least| staying < least) {
            return;
        }
        let loads = self.chosen.iter().enumerate().filter_map(|(park, at)| Some(&self.near.loads[park].get((*at)?)?.1));
        let value = self.prover.problem.floor() + loads.map(|it| it.value).sum::<i64>();
        if value > self.value {
            self.value = value;
            self.needed = i128::from(value) * i128::from(PART) + 1;
            self.best = Some(self.chosen.clone());
        }
    }
}

//! Who makes how much of what? Parks by sub-sectors or sectors, in one metric and scope (产业结构).
//!
//! `X_pi` is the size of trade `i` in park `p`; every index reads it from here. A park or a trade of which nobody states a
//! figure has size 0 and counts its records as missing.

use std::collections::BTreeMap;

use super::composition::{self, Metric, Scope};
use crate::{
    model::{
        id::{IndustryId, ParkId},
        scenario::Scenario,
        text::Text,
    },
    rules::facts::Facts,
};

/// What a column counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trade {
    /// A sub-sector.
    Industry(IndustryId),
    /// A sector, with its sub-sectors in the order of their ids.
    Sector {
        /// Its name.
        name: Text,
        /// Its sub-sectors.
        industries: Vec<IndustryId>,
    },
}

/// How fine the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// 行业大类.
    Sector,
    /// 细分领域.
    SubSector,
}

/// Parks by trades.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Structure {
    /// The parks, in the order in which they are shown.
    pub parks: Vec<ParkId>,
    /// The trades: all of the scenario, also those that nobody makes.
    pub trades: Vec<Trade>,
    /// Sizes by park, then by trade, in smallest steps of the metric.
    pub sizes: Vec<Vec<f64>>,
    /// Firms and projects by park, then by trade.
    pub firms: Vec<Vec<i64>>,
    /// Records by park that do not state the figure.
    pub missing: Vec<usize>,
}

impl Structure {
    /// Sub-sectors of every park by `metric`: of enterprises, or with the placed projects of `facts` as well. `world` is the
    /// scenario as the plan takes it. Costs what stands in the parks.
    pub fn of(world: &Scenario, facts: &Facts, metric: Metric, scope: Scope) -> Self {
        let numbers: BTreeMap<&IndustryId, usize> =
            world.industries.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
        let trades: Vec<Trade> = world.industries.iter().map(|it| Trade::Industry(it.id.clone())).collect();
        let mut structure = Self { trades, ..Self::default() };
        for park in world.parks_in_order() {
            let Some(of_park) = facts.park(&park.id) else { continue };
            let made = composition::of_park(world, of_park, metric, scope);
            let counted = composition::of_park(world, of_park, Metric::Count, scope);
            let mut sizes = vec![0.0; structure.trades.len()];
            let mut firms = vec![0; structure.trades.len()];
            for (industry, amount) in &made.parts {
                put(&mut sizes, numbers.get(industry), exact(*amount));
            }
            for (industry, count) in counted.parts {
                put(&mut firms, numbers.get(&industry), count);
            }
            structure.parks.push(park.id.clone());
            structure.sizes.push(sizes);
            structure.firms.push(firms);
            structure.missing.push(made.missing);
        }
        structure
    }

    /// The same by sectors, in the order in which the list of sub-sectors names them first.
    #[must_use]
    pub fn by_sector(&self, world: &Scenario) -> Self {
        let mut trades: Vec<Trade> = Vec::new();
        let mut into: Vec<usize> = Vec::new();
        for trade in &self.trades {
            let sector = match trade {
                Trade::Industry(id) => world.industries.get(id).map(|it| (it.sector.clone(), vec![id.clone()])),
                Trade::Sector { name, industries } => Some((name.clone(), industries.clone())),
            };
            let Some((sector, members)) = sector else { continue };
            let known = trades.iter_mut().position(|it| matches!(it, Trade::Sector { name, .. } if *name == sector));
            let at = known.unwrap_or(trades.len());
            match trades.get_mut(at) {
                Some(Trade::Sector { industries, .. }) => industries.extend(members),
                Some(Trade::Industry(_)) | None => trades.push(Trade::Sector { name: sector, industries: members }),
            }
            into.push(at);
        }
        let sizes = self.sizes.iter().map(|row| merged(row, &into, trades.len())).collect();
        let firms = self.firms.iter().map(|row| merged(row, &into, trades.len())).collect();
        Self { parks: self.parks.clone(), trades, sizes, firms, missing: self.missing.clone() }
    }

    /// Sizes of the trades of a park; empty for a park that is not there.
    pub fn of_park(&self, park: usize) -> &[f64] {
        self.sizes.get(park).map_or(&[], Vec::as_slice)
    }

    /// Size of a park, `X_p`.
    pub fn total(&self, park: usize) -> f64 {
        self.of_park(park).iter().sum()
    }

    /// Size of every park.
    pub fn totals(&self) -> Vec<f64> {
        self.sizes.iter().map(|row| row.iter().sum()).collect()
    }

    /// Size of every trade in the city, `X_i`.
    pub fn of_trades(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.trades.len()];
        for row in &self.sizes {
            sums.iter_mut().zip(row).for_each(|(sum, size)| *sum += size);
        }
        sums
    }

    /// Size of everything, `X`.
    pub fn city(&self) -> f64 {
        self.sizes.iter().flatten().sum()
    }

    /// Size of one trade in one park; 0 for what is not there.
    pub fn size(&self, park: usize, trade: usize) -> f64 {
        self.of_park(park).get(trade).copied().unwrap_or(0.0)
    }

    /// Firms of one trade in one park; 0 for what is not there.
    pub fn firms(&self, park: usize, trade: usize) -> i64 {
        self.firms.get(park).and_then(|row| row.get(trade)).copied().unwrap_or(0)
    }

    /// Number of `park` in the list.
    pub fn number(&self, park: &ParkId) -> Option<usize> {
        self.parks.iter().position(|it| it == park)
    }
}

/// Steps of a city's figures are far below 2^53: nothing is lost.
#[expect(clippy::cast_precision_loss, reason = "figures of a city are far below 2^53")]
fn exact(steps: i64) -> f64 {
    steps as f64
}

fn put<T>(row: &mut [T], at: Option<&usize>, value: T) {
    if let Some(cell) = at.and_then(|at| row.get_mut(*at)) {
        *cell = value;
    }
}

fn merged<T: Copy + Default + std::ops::AddAssign>(row: &[T], into: &[usize], columns: usize) -> Vec<T> {
    let mut sums = vec![T::default(); columns];
    for (value, at) in row.iter().zip(into) {
        if let Some(sum) = sums.get_mut(*at) {
            *sum += *value;
        }
    }
    sums
}

//! How much of what a park buys could its own firms supply? Input coefficients from a chain graph or a table, the pool
//! of supply and demand of a park, its missing links, and what an incoming project couples to (产业链耦合, 本地配套率).
//!
//! Supply-demand pool: Isard 1953; Schaffer and Chu 1969; the commodity balance in Miller and Blair 2009, chapter 8.
//! It says what firms *could* supply each other, not what they trade. Sectors and commodities are the same list; every
//! amount is in one unit of money a year.

use super::share;

/// A gap up to this part of the demand is rounding, not a gap.
const SLACK: f64 = 1e-12;

/// What a sector buys for one unit of its output: for each downstream sector the upstream sectors that feed it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Coefficients {
    /// By downstream sector: (upstream sector, coefficient), ascending by upstream sector, no zeros.
    inputs: Vec<Vec<(usize, f64)>>,
}

impl Coefficients {
    /// From a weighted chain graph: `a_ij = mu_j w_ij / sum_i w_ij`.
    ///
    /// `links` are (upstream `i`, downstream `j`, weight `w_ij`), each below `sectors`; `purchased` is `mu_j`, the inputs
    /// that sector `j` buys for a unit of its output, from 0 to 1. A sector without upstream links buys nothing here.
    /// Links of one pair add up; a link with no weight or to an unknown sector is left out. Links of a sector to itself
    /// count: leave them out where the classification is so coarse that every sector would supply itself.
    pub fn of_links(sectors: usize, links: &[(usize, usize, f64)], purchased: &[f64]) -> Self {
        let mut inputs: Vec<Vec<(usize, f64)>> = vec![Vec::new(); sectors];
        for (upstream, downstream, weight) in links.iter().copied() {
            if upstream < sectors && weight > 0.0 {
                inputs.iter_mut().skip(downstream).take(1).for_each(|basket| basket.push((upstream, weight)));
            }
        }
        for (downstream, basket) in inputs.iter_mut().enumerate() {
            let sum: f64 = basket.iter().map(|(_, weight)| weight).sum();
            let mu = purchased.get(downstream).copied().unwrap_or(0.0);
            for (_, weight) in basket {
                *weight *= mu / sum;
            }
        }
        Self::tidy(inputs)
    }

    /// From a table: `matrix[i][j]` is what a unit of output of sector `j` needs of commodity `i`.
    pub fn of_matrix(matrix: &[Vec<f64>]) -> Self {
        let sectors = matrix.iter().map(Vec::len).max().unwrap_or(0).max(matrix.len());
        let mut inputs: Vec<Vec<(usize, f64)>> = vec![Vec::new(); sectors];
        for (upstream, row) in matrix.iter().enumerate() {
            inputs.iter_mut().zip(row).for_each(|(basket, coefficient)| basket.push((upstream, *coefficient)));
        }
        Self::tidy(inputs)
    }

    fn tidy(mut inputs: Vec<Vec<(usize, f64)>>) -> Self {
        for basket in &mut inputs {
            basket.sort_by_key(|(upstream, _)| *upstream);
            basket.dedup_by(|next, kept| {
                let is_same = next.0 == kept.0;
                kept.1 += if is_same { next.1 } else { 0.0 };
                is_same
            });
            basket.retain(|(_, coefficient)| *coefficient > 0.0);
        }
        Self { inputs }
    }

    /// Number of sectors.
    pub fn sectors(&self) -> usize {
        self.inputs.len()
    }

    /// What `downstream` buys for a unit of its output: (upstream sector, coefficient), ascending by sector.
    pub fn inputs(&self, downstream: usize) -> &[(usize, f64)] {
        self.inputs.get(downstream).map_or(&[], Vec::as_slice)
    }

    /// What `output` of one sector needs of every commodity, by sector.
    pub fn basket(&self, downstream: usize, output: f64) -> Vec<f64> {
        let mut basket = vec![0.0; self.sectors()];
        self.add_basket(downstream, output, &mut basket);
        basket
    }

    /// What the sectors need of every commodity: `D_i = sum_j a_ij x_j`, by sector; `output` is `x` by sector. Costs the
    /// number of coefficients.
    pub fn demand(&self, output: &[f64]) -> Vec<f64> {
        let mut demand = vec![0.0; self.sectors()];
        for (downstream, output) in output.iter().enumerate() {
            self.add_basket(downstream, *output, &mut demand);
        }
        demand
    }

    fn add_basket(&self, downstream: usize, output: f64, to: &mut [f64]) {
        for (upstream, coefficient) in self.inputs(downstream) {
            to.iter_mut().skip(*upstream).take(1).for_each(|sum| *sum += coefficient * output);
        }
    }
}

/// Supply and demand of one park, by sector.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pool {
    /// What the firms need of each commodity, `D`.
    pub demand: Vec<f64>,
    /// What they make of it, `x`.
    pub supply: Vec<f64>,
    /// What they could supply to each other, `min(D, x)`.
    pub matched: Vec<f64>,
    /// What must come from elsewhere, `max(D - x, 0)`.
    pub gap: Vec<f64>,
    /// What must be sold elsewhere, `max(x - D, 0)`.
    pub surplus: Vec<f64>,
    /// The covered part of each demand, 0 to 1; `None` where nothing is needed.
    pub covered: Vec<Option<f64>>,
    /// Local linkage coverage, `sum matched / sum D`, 0 to 1; `None` when nothing is needed.
    pub coverage: Option<f64>,
    /// Downstream absorption, `sum matched / sum x`, 0 to 1; `None` when nothing is made.
    pub absorption: Option<f64>,
}

impl Pool {
    /// The pool of `demand` (see [`Coefficients::demand`]) and `supply`, both by sector; what the shorter one lacks is 0.
    pub fn new(mut demand: Vec<f64>, mut supply: Vec<f64>) -> Self {
        let sectors = demand.len().max(supply.len());
        demand.resize(sectors, 0.0);
        supply.resize(sectors, 0.0);
        let each = |of: fn(f64, f64) -> f64| demand.iter().zip(&supply).map(|(d, x)| of(*d, *x)).collect::<Vec<_>>();
        let matched = each(f64::min);
        let total = matched.iter().sum::<f64>();
        Self {
            gap: each(|needed, made| (needed - made).max(0.0)),
            surplus: each(|needed, made| (made - needed).max(0.0)),
            covered: demand.iter().zip(&matched).map(|(needed, matched)| share(*matched, *needed)).collect(),
            coverage: share(total, demand.iter().sum()),
            absorption: share(total, supply.iter().sum()),
            matched,
            demand,
            supply,
        }
    }

    /// The pool of sectors that make `output` and buy by `coefficients`.
    pub fn of(coefficients: &Coefficients, output: Vec<f64>) -> Self {
        Self::new(coefficients.demand(&output), output)
    }

    /// The sectors with a gap, largest first, ties in the order of the list: whom to recruit.
    pub fn missing(&self) -> Vec<usize> {
        let is_gap = |gap: f64, demand: f64| gap > SLACK * demand.max(1.0);
        let gaps = self.gap.iter().copied().zip(&self.demand).enumerate();
        let mut missing: Vec<(usize, f64)> =
            gaps.filter(|(_, (gap, demand))| is_gap(*gap, **demand)).map(|(sector, (gap, _))| (sector, gap)).collect();
        // Gaps that differ by rounding alone are ties.
        let most = missing.iter().map(|(_, gap)| *gap).fold(0.0, f64::max);
        let size = |gap: f64| (gap / (SLACK * 1e3 * most).max(f64::MIN_POSITIVE)).round();
        missing
            .sort_by(|(a_sector, a), (b_sector, b)| size(*b).total_cmp(&size(*a)).then_with(|| a_sector.cmp(b_sector)));
        missing.into_iter().map(|(sector, _)| sector).collect()
    }

    /// What a project that needs `inputs` and makes `outputs`, both by sector, couples to in this pool.
    pub fn coupling(&self, inputs: &[f64], outputs: &[f64]) -> Coupling {
        let upstream = matched_share(inputs, &self.supply);
        let downstream = matched_share(outputs, &self.demand);
        let coupling = match (upstream, downstream) {
            (Some(upstream), Some(downstream)) => Some(f64::midpoint(upstream, downstream)),
            (one, None) | (None, one) => one,
        };
        let coverage_after = Self::new(sum(&self.demand, inputs), sum(&self.supply, outputs)).coverage;
        let change = coverage_after.zip(self.coverage).map(|(after, before)| after - before);
        Coupling { upstream, downstream, coupling, coverage_after, change }
    }
}

/// `sum_i min(wanted_i, there_i) / sum_i wanted_i`.
fn matched_share(wanted: &[f64], there: &[f64]) -> Option<f64> {
    share(wanted.iter().zip(there).map(|(wanted, there)| wanted.min(*there)).sum(), wanted.iter().sum())
}

fn sum(a: &[f64], b: &[f64]) -> Vec<f64> {
    let at = |list: &[f64], sector: usize| list.get(sector).copied().unwrap_or(0.0);
    (0..a.len().max(b.len())).map(|sector| at(a, sector) + at(b, sector)).collect()
}

/// How an incoming project fits the pool of a park as it is before the project arrives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coupling {
    /// Share of its inputs that the park makes, 0 to 1; `None` when it needs none.
    pub upstream: Option<f64>,
    /// Share of its output that the park needs, 0 to 1; `None` when it makes none.
    pub downstream: Option<f64>,
    /// Mean of those of the two that are defined; `None` when neither is.
    pub coupling: Option<f64>,
    /// Coverage of the park with the project's needs and output added to both sides.
    pub coverage_after: Option<f64>,
    /// Coverage with the project less coverage without; below 0 for a large new buyer, which is a chance, not a fault.
    pub change: Option<f64>,
}

/// Which ends of a chain link a park has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkStatus {
    /// Supplier and buyer are there: strengthen it (强链).
    Both,
    /// A buyer without its supplier: fill it (补链).
    SupplierMissing,
    /// A supplier without its buyer: extend it (延链).
    BuyerMissing,
    /// Neither end is there: build it (建链).
    Neither,
}

impl LinkStatus {
    /// The status of a link from the output of its upstream and of its downstream sector; no output means not there.
    pub fn of(upstream_output: f64, downstream_output: f64) -> Self {
        match (upstream_output > 0.0, downstream_output > 0.0) {
            (true, true) => Self::Both,
            (false, true) => Self::SupplierMissing,
            (true, false) => Self::BuyerMissing,
            (false, false) => Self::Neither,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_share_the_basket_in_proportion_to_their_weight() {
        let links = [(0, 2, 3.0), (1, 2, 1.0), (1, 2, 1.0), (9, 2, 5.0), (0, 9, 5.0), (0, 1, 0.0)];
        let graph = Coefficients::of_links(3, &links, &[0.5, 0.5, 0.8]);
        assert_eq!(graph.inputs(2).iter().map(|(upstream, _)| *upstream).collect::<Vec<_>>(), [0, 1]);
        let sum: f64 = graph.inputs(2).iter().map(|(_, coefficient)| coefficient).sum();
        assert!((sum - 0.8).abs() < 1e-12 && (graph.inputs(2)[0].1 - 0.48).abs() < 1e-12);
        assert!(graph.inputs(1).is_empty() && graph.inputs(9).is_empty());
        let table = Coefficients::of_matrix(&[vec![0.0, 0.0, 0.48], vec![0.0, 0.0, 0.32], vec![0.0; 3]]);
        let output = [1.0, 2.0, 10.0];
        assert!(graph.demand(&output).iter().zip(table.demand(&output)).all(|(a, b)| (a - b).abs() < 1e-12));
        assert_eq!(graph.demand(&[0.0, 0.0, 10.0]), graph.basket(2, 10.0));
    }

    #[test]
    fn nothing_needed_and_nothing_made_are_undefined() {
        let idle = Pool::new(vec![0.0, 0.0], vec![3.0, 0.0]);
        assert_eq!((idle.coverage, idle.absorption), (None, Some(0.0)));
        let empty = Pool::new(vec![2.0], vec![]);
        assert_eq!((empty.coverage, empty.absorption, empty.covered), (Some(0.0), None, vec![Some(0.0)]));
        assert_eq!(idle.covered, [None, None]);
    }

    #[test]
    fn missing_links_come_largest_first_and_ties_in_order() {
        let pool = Pool::new(vec![5.0, 9.0, 4.0, 5.0, 1.0], vec![1.0, 2.0, 0.0, 1.0, 1.0]);
        assert_eq!(pool.missing(), [1, 0, 2, 3]);
        let third = 28.0 / 3.0;
        let by_rounding = Pool::new(vec![third + third + third, 28.0, 28.0 - 1e-13, 29.0], vec![]);
        assert_eq!(by_rounding.missing(), [3, 0, 1, 2]);
    }

    #[test]
    fn a_project_without_inputs_is_judged_by_its_output() {
        let pool = Pool::new(vec![4.0, 0.0], vec![0.0, 8.0]);
        let maker = pool.coupling(&[], &[16.0, 0.0]);
        assert_eq!((maker.upstream, maker.downstream, maker.coupling), (None, Some(0.25), Some(0.25)));
        assert_eq!((maker.coverage_after, maker.change), (Some(1.0), Some(1.0)));
        let nothing = pool.coupling(&[0.0], &[]);
        assert_eq!((nothing.coupling, nothing.change), (None, Some(0.0)));
    }

    #[test]
    fn a_link_has_four_states() {
        let states = [(1.0, 1.0), (0.0, 1.0), (1.0, 0.0), (0.0, 0.0)].map(|(up, down)| LinkStatus::of(up, down));
        assert_eq!(
            states,
            [LinkStatus::Both, LinkStatus::SupplierMissing, LinkStatus::BuyerMissing, LinkStatus::Neither]
        );
    }
}

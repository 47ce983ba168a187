//! Are suppliers and customers at hand? Coupling of the project with the park, 0 to 0.6.
//!
//! Upstream: `Σ min(d_i, x_i) / Σ d_i`, the share of its inputs that could be supplied; downstream: `min(o, D) / o`, the
//! share of its output that could be taken; coupling is the mean of those defined. `d_i = a_i o`, `a_i` from the weighted
//! chain graph; `x` and `D` are output and demand of the park's enterprises plus half of those of parks within 20 km. A
//! project that states no output is taken for as large as the average firm of its sub-sector. Potential, not observed,
//! trade. Supply-demand pool: Isard (1953), Schaffer & Chu (1969).

use super::{Basis, Case, Criterion, Gap, Measure, linear};

/// The coupling of the project with the park and its neighbours.
pub fn measure(case: &Case<'_>) -> Measure {
    let Some(trade) = case.trade else { return Measure::Gap(Gap::NotConcerned) };
    let Some(output) = case.output.filter(|output| output.amount > 0.0) else { return Measure::Gap(Gap::Project) };
    let (mut needed, mut supplied) = (0.0, 0.0);
    for (supplier, coefficient) in case.ground.inputs(trade) {
        let need = coefficient * output.amount;
        needed += need;
        supplied += need.min(case.park.supply_in_reach(*supplier));
    }
    let upstream = (needed > 0.0).then(|| supplied / needed);
    let has_buyers = case.ground.has_buyers(trade);
    let downstream = has_buyers.then(|| output.amount.min(case.park.demand_in_reach(trade)) / output.amount);
    let coupling = match (upstream, downstream) {
        (Some(up), Some(down)) => f64::midpoint(up, down),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => return Measure::Gap(Gap::NotConcerned),
    };
    let value = linear(coupling, case.ground.anchors().ends(Criterion::ChainCoupling));
    Measure::Value(value, Basis::Chain { upstream, downstream, is_assumed: output.is_assumed })
}

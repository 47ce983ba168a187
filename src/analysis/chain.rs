//! Who supplies whom? The chain graph of a scenario as input coefficients, by the numbers of its sub-sectors.

use std::collections::BTreeMap;

use super::linkage::Coefficients;
use crate::model::{anchors::Anchors, id::IndustryId, scenario::Scenario};

/// A link by the numbers of its ends in the list of sub-sectors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainLink {
    /// The supplier.
    pub upstream: usize,
    /// The customer.
    pub downstream: usize,
    /// 3 core input, 2 important, 1 occasional.
    pub weight: u8,
}

/// The links between two different sub-sectors that both are there, in the order of the scenario. Links of a sub-sector to
/// itself are left out: the classification is so coarse that every sub-sector would supply itself (methods 8).
pub fn arcs(world: &Scenario) -> Vec<ChainLink> {
    let numbers: BTreeMap<&IndustryId, usize> =
        world.industries.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
    let links = world.links.iter().filter(|link| link.weight > 0 && link.upstream != link.downstream);
    let arc = |link: &crate::model::industry::Link| {
        let (upstream, downstream) = (*numbers.get(&link.upstream)?, *numbers.get(&link.downstream)?);
        Some(ChainLink { upstream, downstream, weight: link.weight })
    };
    links.filter_map(|link| arc(link)).collect()
}

/// What each sub-sector buys for a unit of its output: `a_ij = mu_j w_ij / sum_i w_ij`, by the numbers of the list.
///
/// `mu_j` is the share of purchased inputs: that of materials for a sub-sector with at least as many customers as suppliers,
/// that of assembly for the others; both are anchors of the pack.
pub fn coefficients(world: &Scenario, arcs: &[ChainLink]) -> Coefficients {
    let anchors = Anchors::of(world);
    let sectors = world.industries.iter().count();
    let mut balance = vec![0_i64; sectors];
    for arc in arcs {
        for (end, change) in [(arc.upstream, 1), (arc.downstream, -1)] {
            if let Some(balance) = balance.get_mut(end) {
                *balance += change;
            }
        }
    }
    let share = |balance| {
        if balance >= 0 { anchors.chain_purchased_materials } else { anchors.chain_purchased_assembly }
    };
    let purchased: Vec<f64> = balance.into_iter().map(share).collect();
    let links: Vec<(usize, usize, f64)> =
        arcs.iter().map(|arc| (arc.upstream, arc.downstream, f64::from(arc.weight))).collect();
    Coefficients::of_links(sectors, &links, &purchased)
}

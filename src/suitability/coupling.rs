//! What do projects bring each other in one park? The coupling of the projects that a plan puts together, beside their scores.
//!
//! For park `i`, sub-sector `k`, `n` placed projects that are not pinned and `e` firms there already (pinned projects count
//! as such):
//! `Σ_k same [min((n+e−1)⁺, T) − min((e−1)⁺, T)] + Σ_{k,l linked} link w_kl [min(n_k+e_k, n_l+e_l, T) − min(e_k, e_l, T)] +
//! Σ_k leading [k leads here] min(n, T_L)`, in points of the score. `T`, `T_L` and the three bonuses are anchors.

use std::collections::BTreeMap;

use super::ground::Ground;
use crate::model::{id::ParkId, park::Role};

/// Number of placed projects that are not pinned, by the number of their sub-sector.
pub type Numbers = BTreeMap<usize, i64>;

/// The coupling in `park` of `placed` projects, in points.
pub fn of(ground: &Ground, park: &ParkId, placed: &Numbers) -> i64 {
    let Some(here) = ground.park(park) else { return 0 };
    let anchors = ground.anchors();
    let (same, link) = (round(anchors.coupling_same), round(anchors.coupling_link));
    let (cap, leading_cap) = (round(anchors.coupling_saturation), round(anchors.coupling_leading_saturation));
    let leading = round(anchors.coupling_leading);
    let placed_of = |trade: usize| placed.get(&trade).copied().unwrap_or(0);
    let mut points = 0;
    for (trade, number) in placed.iter().filter(|(_, number)| **number > 0) {
        let firms = here.firms(*trade);
        points += same * ((number + firms - 1).clamp(0, cap) - (firms - 1).clamp(0, cap));
        for (other, weight) in ground.neighbours(*trade) {
            // A pair of two placed sub-sectors is met from both ends: the smaller number counts it.
            let others = placed_of(*other);
            if others > 0 && *other < *trade {
                continue;
            }
            let others_firms = here.firms(*other);
            let together = (number + firms).min(others + others_firms).min(cap) - firms.min(others_firms).min(cap);
            points += link * i64::from(*weight) * together;
        }
        if here.positions.iter().any(|it| it.trade == *trade && it.role == Role::Leading) {
            points += leading * (*number).min(leading_cap);
        }
    }
    points
}

/// An anchor of the coupling as a whole number of points or firms.
#[expect(clippy::cast_possible_truncation, reason = "anchors are small")]
pub fn round(value: f64) -> i64 {
    value.round() as i64
}

//! What is each limit worth? Prices of factors, pools and places, and the bound that they prove.
//!
//! Every limit is relaxed at a price, so that the parks and the projects can be asked one by one what they would do at best; the
//! sum of the answers is an upper bound on every plan (Lagrangian duality). With `π` the price of a factor in a park, `ρ` that
//! of a pool, `ν` what one more project of a cell is paid, `λ` the rent of a project and `θ` the share that the first of two
//! linked cells has in their bonus:
//!
//! ```text
//! r_ij  = worth_ij + penalty_j + ν_ik − π_i · need_ij − ρ_z · draw_j                     what is left of a choice
//! bound = floor + Σ_i π_i · capacity_i + Σ_z ρ_z · pool_z + Σ_j λ_j
//!       + Σ_i max over positions Σ_k [ Σ_j (r_ij − λ_j)⁺ + max_n (bonus_ik(n) − ν_ik n) ] − cost
//! ```
//!
//! where `λ_j = max_i r_ij⁺` is the best rent when positions are fixed. `bonus_ik(n)` counts a linked pair with bonus
//! `w` by `w min(a, b, T) ≤ θ min(a, T) + (w − θ) min(b, T)`. The prices are improved by a subgradient with memory and
//! Polyak's step; they are the shadow prices that are shown, too.

mod descent;
mod market;

pub(super) use descent::Descent;
pub(super) use market::{Market, Rent, Stop};

use super::{loads::PART, problem::LANES};

/// The price of each factor in a park.
pub(super) fn factors(prices: &[f64], park: usize) -> &[f64] {
    &prices[park * LANES..(park + 1) * LANES]
}

/// A price in whole parts of a unit.
#[expect(clippy::cast_possible_truncation, reason = "prices are far below 2^47")]
pub(super) fn parts(price: f64) -> i64 {
    (price * real(PART)).round() as i64
}

/// A whole number as a real one; values of plans are far below 2^53.
#[expect(clippy::cast_precision_loss, reason = "values of plans are far below 2^53")]
pub(super) fn real(value: i64) -> f64 {
    value as f64
}

/// A number of things as a real number.
#[expect(clippy::cast_precision_loss, reason = "numbers of things are far below 2^53")]
pub(super) fn real_usize(value: usize) -> f64 {
    value as f64
}

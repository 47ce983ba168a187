//! What do the rules say of a plan as a whole, and what would a change do?
//!
//! [`judgement`] keeps facts and findings of a plan up to date; [`score`] sums them up by level; [`effect`] tells what a
//! drop would do without making it; [`verdict`] sums that up for one project and park. Rules are asked, never repeated.

pub mod effect;
pub mod judgement;
pub mod score;
pub mod verdict;

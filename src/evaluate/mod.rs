//! What do the rules say of a plan as a whole, and what would a change do?
//!
//! [`judgement`] keeps facts and findings of a plan up to date; [`score`] sums them up by level; [`effect`] tells what a
//! drop would do without making it; [`verdict`] sums that up for one project and park; [`approval`] finds approvals that
//! the rules would refuse; [`fit`] adds up how well the placed projects suit their parks; [`comparison`] tells what becomes
//! better, worse or is traded between two states of a plan; [`side_by_side`] in what two plans differ; [`merged`] what breaks
//! only where two scenarios come together. Rules are asked, never repeated.

pub mod approval;
pub mod comparison;
pub mod effect;
pub mod fit;
pub mod judgement;
pub mod merged;
pub mod score;
pub mod side_by_side;
pub mod verdict;

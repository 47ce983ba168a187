//! What is advised? Ranked parks, why not another, room made by moving others, ways out; and how good the advice has been.
//!
//! It asks `rules`, `suitability` and `evaluate`, and has no rules of its own: everything here is found by trying changes and
//! asking those what they would do. Advice never decides, and nothing here changes a scenario.

pub mod agreement;
pub mod backtest;
pub mod change;
mod field;
pub mod intake;
pub mod make_room;
pub mod ranking;
pub mod robustness;
pub mod ways_out;
pub mod why_not;

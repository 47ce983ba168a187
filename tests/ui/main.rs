//! Stories through the window by accessible label and role, in both languages; no display and no graphics card needed.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test stops at the first thing that is not as it should be, and reads and writes files"
)]

mod actions;
mod backtest;
mod chips;
mod clusters;
mod compare;
mod counts;
mod documents;
mod drags;
mod evaluation;
mod existing;
mod gestures;
mod habits;
mod harness;
mod help;
mod importing;
mod meeting;
mod merging;
mod parts;
mod pictures;
mod positions;
mod ranks;
mod sessions;
mod sharing;
mod sheets;
mod solving;
mod steps;
mod stories;
mod weights;
mod why_not;

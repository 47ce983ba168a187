//! The panels of the window, one a file: each builds its view, draws it, and pushes commands.

pub mod board;
pub mod card;
pub mod card_view;
pub mod clusters;
pub mod compare;
pub mod contribution;
pub mod evaluation;
pub mod existing;
pub mod findings;
pub mod importing;
pub mod inspector;
pub mod picking;
pub mod queue;
pub mod receipt;
pub mod review;
pub mod session;
pub mod sharing;
pub mod solve;
pub mod status;
pub mod strip;
pub mod top_band;

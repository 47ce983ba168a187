//! Parkboard.
pub mod analysis;
pub mod cli;
pub mod evaluate;
pub mod i18n;
pub mod io;
pub mod model;
pub mod rules;
#[cfg(feature = "gui")]
pub mod ui;
pub mod workbench;

//! The window.
pub mod fonts;
pub mod theme;
pub mod widgets;

/// Opens.
pub fn run(_file: Option<std::path::PathBuf>) -> Result<(), String> { Ok(()) }

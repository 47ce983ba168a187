//! What did this person choose last time? Language, theme, zoom, recent files: in the state folder, never in a scenario.
//!
//! Settings that cannot be read are the usual ones; settings that cannot be written are lost in silence: no work is.

#![expect(clippy::disallowed_methods, reason = "settings are a file")]

use std::path::PathBuf;

use etcetera::{BaseStrategy, choose_base_strategy};
use serde::{Deserialize, Serialize};

use super::save;

/// Recent files that are kept.
pub const MOST_RECENT: usize = 12;

/// What a person chose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whether the window speaks Chinese; English otherwise.
    pub chinese: bool,
    /// Whether the window is dark.
    pub dark: bool,
    /// Zoom, 1.0 for none.
    pub zoom: f32,
    /// Recent files, newest first.
    pub recent: Vec<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { chinese: true, dark: false, zoom: 1.0, recent: Vec::new() }
    }
}

impl Settings {
    /// The settings kept last time, or the usual ones.
    pub fn load() -> Self {
        let text = place().and_then(|path| std::fs::read_to_string(path).ok());
        let kept: Self = text.and_then(|text| ron::from_str(&text).ok()).unwrap_or_default();
        Self { zoom: if (0.5..=3.0).contains(&kept.zoom) { kept.zoom } else { 1.0 }, ..kept }
    }

    /// Keeps the settings for the next time.
    pub fn keep(&self) {
        if let (Some(path), Ok(text)) = (place(), ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::new())) {
            let folder = path.parent().map(std::fs::create_dir_all);
            if matches!(folder, Some(Ok(()))) && save::replace(&path, text.as_bytes()).is_err() {
                // The next start opens with the usual settings.
            }
        }
    }

    /// Puts `path` first among the recent files.
    pub fn remember(&mut self, path: PathBuf) {
        self.recent.retain(|other| *other != path);
        self.recent.insert(0, path);
        self.recent.truncate(MOST_RECENT);
    }
}

/// The settings file: `parkboard/settings.ron` in the state folder of the desktop.
fn place() -> Option<PathBuf> {
    let folders = choose_base_strategy().ok()?;
    let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
    Some(state.join("parkboard").join("settings.ron"))
}

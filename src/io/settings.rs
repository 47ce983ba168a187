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
    /// Named searches with their order, in the order of their making.
    pub views: Vec<SavedView>,
}

/// What a list of projects is ordered by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderBy {
    /// Number, that is id.
    #[default]
    Number,
    /// Name, by code point.
    Name,
    /// Name of the sub-sector.
    Industry,
    /// Land.
    Land,
    /// Investment.
    Investment,
    /// Output at full production.
    Output,
    /// Tax at full production.
    Tax,
    /// Day of the first report.
    FirstReport,
}

impl OrderBy {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Number,
        Self::Name,
        Self::Industry,
        Self::Land,
        Self::Investment,
        Self::Output,
        Self::Tax,
        Self::FirstReport,
    ];
}

/// How a list of projects is ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Order {
    /// What it goes by.
    pub by: OrderBy,
    /// Whether the largest or latest comes first.
    pub is_descending: bool,
}

/// A named search.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// What is searched for.
    pub query: String,
    /// The order of what is found.
    pub order: Order,
}

/// Named searches that are kept.
pub const MOST_VIEWS: usize = 40;

impl Default for Settings {
    fn default() -> Self {
        Self { chinese: true, dark: false, zoom: 1.0, recent: Vec::new(), views: Vec::new() }
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

    /// Keeps `view` in place of the one of the same name, or as the last one.
    pub fn keep_view(&mut self, view: SavedView) {
        match self.views.iter_mut().find(|it| it.name == view.name) {
            Some(kept) => *kept = view,
            None => self.views.push(view),
        }
        let surplus = self.views.len().saturating_sub(MOST_VIEWS);
        self.views.drain(..surplus);
    }
}

/// The settings file: `parkboard/settings.ron` in the state folder of the desktop.
fn place() -> Option<PathBuf> {
    let folders = choose_base_strategy().ok()?;
    let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
    Some(state.join("parkboard").join("settings.ron"))
}

//! What did this person choose last time? Language, theme, text size, folder, recent files: in the state folder, never
//! in a scenario.
//!
//! The file is replaced whole or not at all. Settings that cannot be read are the usual ones; no work is lost with them.

#![expect(clippy::disallowed_methods, reason = "settings are a file")]

use std::{
    collections::BTreeMap,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use etcetera::{BaseStrategy, choose_base_strategy};
use serde::{Deserialize, Serialize};

use super::{
    problem::{Cause, FileProblem},
    save,
};
use crate::{intake::column::Column, model::id::IndustryId};

/// Recent files that are kept.
pub const MOST_RECENT: usize = 12;

/// How the list of findings is grouped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// By the rule that found it.
    Rule,
    /// By the park that it is about.
    #[default]
    Park,
    /// By the project that causes it.
    Project,
}

/// What a newcomer is told, one thing at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hint {
    /// How a project is placed.
    Place,
    /// How a finding is read.
    Finding,
    /// Where help is.
    Help,
}

impl Hint {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Place, Self::Finding, Self::Help];

    /// The one after it; `None` after the last.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Place => Some(Self::Finding),
            Self::Finding => Some(Self::Help),
            Self::Help => None,
        }
    }

    /// Its number, from 1.
    pub const fn number(self) -> usize {
        match self {
            Self::Place => 1,
            Self::Finding => 2,
            Self::Help => 3,
        }
    }
}

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
    /// Folder in which the dialogs for files begin, when the document is in none.
    pub folder: Option<PathBuf>,
    /// Whether nothing fades.
    pub still: bool,
    /// How the list of findings is grouped.
    pub grouping: Grouping,
    /// The hint that a newcomer is told next; `None` when there are no more, and for whoever has used the program before there were hints.
    pub hint: Option<Hint>,
    /// What heads of sheets were read as, by the head, folded: the name of a column; empty for one that is left out.
    pub heads: BTreeMap<String, String>,
    /// What words for a sub-sector were read as, by the words, folded: its id.
    pub industry_words: BTreeMap<String, String>,
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
        Self {
            chinese: true,
            dark: false,
            zoom: 1.0,
            recent: Vec::new(),
            views: Vec::new(),
            folder: None,
            still: false,
            grouping: Grouping::Park,
            hint: None,
            heads: BTreeMap::new(),
            industry_words: BTreeMap::new(),
        }
    }
}

/// Heads and words of sheets that are remembered, each.
const MOST_WORDS: usize = 500;

impl Settings {
    /// What heads of sheets were read as before; `None` for those that are left out.
    pub fn heads_read(&self) -> BTreeMap<String, Option<Column>> {
        let known = |(head, id): (&String, &String)| {
            let column = if id.is_empty() { None } else { Some(Column::of_id(id)?) };
            Some((head.clone(), column))
        };
        self.heads.iter().filter_map(known).collect()
    }

    /// What words for a sub-sector were read as before.
    pub fn words_read(&self) -> BTreeMap<String, IndustryId> {
        let known = |(word, id): (&String, &String)| Some((word.clone(), IndustryId::new(id).ok()?));
        self.industry_words.iter().filter_map(known).collect()
    }

    /// Remembers what heads and words were read as; when there are too many, what was there before goes first.
    pub fn learn(&mut self, heads: &BTreeMap<String, Option<Column>>, words: &[(String, IndustryId)]) {
        let heads: Vec<(String, String)> = heads
            .iter()
            .map(|(head, column)| (head.clone(), column.map_or_else(String::new, |it| it.id().to_owned())))
            .collect();
        let words: Vec<(String, String)> = words.iter().map(|(word, id)| (word.clone(), id.to_string())).collect();
        for (known, new) in [(&mut self.heads, heads), (&mut self.industry_words, words)] {
            if known.len() + new.len() > MOST_WORDS {
                known.clear();
            }
            known.extend(new.into_iter().take(MOST_WORDS));
        }
    }

    /// The usual settings of somebody who starts the program for the first time: with hints.
    pub fn of_newcomer() -> Self {
        Self { hint: Hint::ALL.first().copied(), ..Self::default() }
    }

    /// The settings kept last time, or the usual ones; those of a newcomer where none were ever kept.
    pub fn load() -> Self {
        place().map_or_else(Self::of_newcomer, |path| Self::load_from(&path))
    }

    fn load_from(path: &Path) -> Self {
        let kept: Self = match std::fs::read_to_string(path) {
            Ok(text) => ron::from_str(&text).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::NotFound => Self::of_newcomer(),
            Err(_) => Self::default(),
        };
        Self { zoom: if (0.8..=2.0).contains(&kept.zoom) { kept.zoom } else { 1.0 }, ..kept }
    }

    /// Keeps the settings for the next time, whole or not at all.
    ///
    /// # Errors
    ///
    /// The file and why it could not be written; the next start has the settings kept before.
    pub fn keep(&self) -> Result<(), FileProblem> {
        let path = place()
            .ok_or_else(|| FileProblem::new(Path::new("settings.ron"), Cause::Unwritable(ErrorKind::NotFound)))?;
        self.keep_at(&path)
    }

    fn keep_at(&self, path: &Path) -> Result<(), FileProblem> {
        let unfaithful = |_| FileProblem::new(path, Cause::Unfaithful);
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::new()).map_err(unfaithful)?;
        if let Some(folder) = path.parent() {
            let unwritable = |error: std::io::Error| FileProblem::new(path, Cause::Unwritable(error.kind()));
            std::fs::create_dir_all(folder).map_err(unwritable)?;
        }
        save::replace(path, text.as_bytes())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_kept_and_a_broken_file_gives_the_usual_ones() {
        let folder = std::env::temp_dir().join(format!("parkboard-settings-{}", std::process::id()));
        let path = folder.join("deep").join("settings.ron");
        let chosen = Settings {
            chinese: false,
            zoom: 1.5,
            folder: Some(folder.clone()),
            still: true,
            grouping: Grouping::Rule,
            hint: Some(Hint::Finding),
            ..Settings::default()
        };
        assert_eq!(Settings::load_from(&path), Settings::of_newcomer(), "nothing was ever kept");
        chosen.keep_at(&path).unwrap();
        assert_eq!(Settings::load_from(&path), chosen);
        std::fs::write(&path, "(chinese: false, dark: true, zoom: 1.0, recent: [])").unwrap();
        let older = Settings::load_from(&path);
        assert!(older.dark, "settings of an older program are read");
        assert_eq!(older.hint, None, "whoever knows the program is told no hints");
        std::fs::write(&path, "(zoom: 99.0)").unwrap();
        assert!((Settings::load_from(&path).zoom - 1.0).abs() < f32::EPSILON);
        for broken in ["", "(chinese: maybe)", "\u{feff}(((", "(grouping: nonsense)"] {
            std::fs::write(&path, broken).unwrap();
            assert_eq!(Settings::load_from(&path), Settings::default(), "{broken:?}");
        }
        assert!(chosen.keep_at(&path.join("below a file")).is_err());
        std::fs::remove_dir_all(folder).unwrap();
    }
}

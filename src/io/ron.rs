//! How is a scenario written down? RON: schema version first, every table at top level, one record a line, by key.
//!
//! Reading is strict: unknown fields, duplicates, dangling references, impossible figures and newer versions are
//! refused with their place. Writing is canonical: equal scenarios give equal bytes.

#![expect(clippy::disallowed_methods, reason = "reading files is this module")]

use std::{fs::File, io::Read, path::Path};

use ron::{extensions::Extensions, ser::PrettyConfig};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    locate,
    problem::{Cause, FileProblem, Spot},
    refusal::{self, Form},
};
use crate::model::{
    check::{self, Wrong},
    policy::{Pack, Rule},
    scenario::{SCHEMA, Scenario},
    support::Anchor,
    table::Table,
};

/// Largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 256 * 1024 * 1024;

/// Ending of the names of scenarios and packs.
pub const ENDING: &str = ".ron";

/// A rule pack as a file of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// Version of the file form.
    pub schema: u32,
    /// Head of the pack.
    pub pack: Pack,
    /// Its rules.
    pub rules: Table<Rule>,
    /// Fixed points of the suitability criteria, where they differ from the defaults.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub anchors: Table<Anchor>,
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// The canonical text of `value`: two levels of lines, so that every record of a table is one line.
pub fn to_text<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    let form = PrettyConfig::new().depth_limit(2).indentor("  ").new_line("\n").extensions(Extensions::IMPLICIT_SOME);
    // The extension is named in the first line because it is not a default of the writer: files tell their own form.
    let mut text = ron::Options::default().to_string_pretty(value, form)?;
    text.push('\n');
    Ok(text)
}

/// Reads the scenario in the file at `path`; on a refusal, every problem that was found.
pub fn read_scenario(path: &Path) -> Result<Scenario, Vec<FileProblem>> {
    scenario_from_text(path, &read_text(path, ENDING)?)
}

/// The scenario in `text`; `path` is named in problems only.
pub fn scenario_from_text(path: &Path, text: &str) -> Result<Scenario, Vec<FileProblem>> {
    let text = without_mark(text);
    let scenario: Scenario = parse(path, text, Form::Scenario)?;
    let problems = placed(path, text, check::problems(&scenario));
    if problems.is_empty() { Ok(scenario) } else { Err(problems) }
}

/// Reads the rule pack in the file at `path`.
pub fn read_pack(path: &Path) -> Result<PackFile, Vec<FileProblem>> {
    pack_from_text(path, &read_text(path, ENDING)?)
}

/// The rule pack in `text`; `path` is named in problems only.
pub fn pack_from_text(path: &Path, text: &str) -> Result<PackFile, Vec<FileProblem>> {
    let text = without_mark(text);
    let file: PackFile = parse(path, text, Form::Pack)?;
    let problems = placed(path, text, check::pack_problems(&file.rules, &file.anchors));
    if problems.is_empty() { Ok(file) } else { Err(problems) }
}

/// `problems` of what was read from `text`, with their places.
fn placed(path: &Path, text: &str, problems: Vec<check::Problem>) -> Vec<FileProblem> {
    if problems.is_empty() {
        return Vec::new();
    }
    let mut places = locate::Places::new(text);
    problems.into_iter().map(|it| FileProblem::at(path, places.spot(&it.site), Cause::Wrong(it.wrong))).collect()
}

/// The text of the file at `path`, a file of this `ending`.
pub fn read_text(path: &Path, ending: &'static str) -> Result<String, Vec<FileProblem>> {
    read_text_up_to(path, ending, LARGEST_FILE)
}

/// The text of the file at `path`, a file of this `ending` and of at most `largest` bytes.
pub fn read_text_up_to(path: &Path, ending: &'static str, largest: u64) -> Result<String, Vec<FileProblem>> {
    let refuse = |cause| vec![FileProblem::new(path, cause)];
    let unreadable = |error: std::io::Error| refuse(Cause::Unreadable(error.kind()));
    let facts = std::fs::metadata(path).map_err(unreadable)?;
    if !facts.is_file() {
        return Err(refuse(Cause::NotAFile(ending)));
    }
    if facts.len() > largest {
        return Err(refuse(Cause::TooLarge(facts.len(), largest)));
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(largest).read_to_end(&mut bytes)).map_err(unreadable)?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let head = String::from_utf8_lossy(error.as_bytes().get(..valid).unwrap_or_default()).into_owned();
        vec![FileProblem::at(path, Some(Spot::of_offset(&head, head.len())), Cause::NotUtf8)]
    })
}

/// `text` without a byte-order mark.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn parse<T: DeserializeOwned>(path: &Path, text: &str, form: Form) -> Result<T, Vec<FileProblem>> {
    let version: Option<u32> = locate::document_field(text, "schema").and_then(|value| value.parse().ok());
    if let Some(version) = version.filter(|version| *version > SCHEMA) {
        let site = check::Site { table: "", key: Vec::new(), nth: 0, field: "schema" };
        let wrong = Cause::Wrong(Wrong::NewerSchema(version, SCHEMA));
        return Err(vec![FileProblem::at(path, locate::Places::new(text).spot(&site), wrong)]);
    }
    options().from_str(text).map_err(|error| {
        let (spot, cause) = refusal::cause(text, form, error);
        vec![FileProblem::at(path, Some(spot), cause)]
    })
}

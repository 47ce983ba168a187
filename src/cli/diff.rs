//! `parkboard diff`: how two scenarios differ, whatever the order of their records.

use std::{collections::BTreeMap, io::Write, path::PathBuf};

use serde::Serialize;

use super::{DONE, NEGATIVE, Reading, Stop, form};
use crate::{
    i18n::{difference as words, phrase::Lang},
    io::ron,
    model::{
        difference::{Difference, FieldChange, RecordKey, TableDifference},
        id::PlanId,
        scenario::Scenario,
    },
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario before / 原情景文件
    before: PathBuf,
    /// The scenario after / 新情景文件
    after: PathBuf,
    /// Only what belongs to this plan, by id or name / 只比较这个方案
    #[arg(long)]
    plan: Option<String>,
    #[command(flatten)]
    pub(super) reading: Reading,
}

/// Machine form of the answer; keys are stable. Values read as in the file; null where the field is left out.
#[derive(Serialize)]
struct Answer<'a> {
    same: bool,
    document: Vec<FieldForm<'a>>,
    tables: BTreeMap<&'static str, TableForm<'a>>,
}

/// A field that changes.
#[derive(Serialize)]
struct FieldForm<'a> {
    field: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

/// What happens to a table; a key is its fields joined by `/`.
#[derive(Serialize)]
pub(super) struct TableForm<'a> {
    added: Vec<String>,
    removed: Vec<String>,
    changed: Vec<ChangeForm<'a>>,
}

#[derive(Serialize)]
struct ChangeForm<'a> {
    key: String,
    fields: Vec<FieldForm<'a>>,
}

/// Runs the verb: exit 0 when nothing differs, 1 when something does.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let before = ron::read_scenario(&arguments.before)?;
    let after = ron::read_scenario(&arguments.after)?;
    let mut difference = Difference::between(&before, &after);
    if let Some(asked) = &arguments.plan {
        let plan = form::chosen_plan(&after, Some(asked)).or_else(|_| form::chosen_plan(&before, Some(asked)))?;
        keep_plan(&mut difference, &plan);
    }
    if arguments.reading.json {
        let answer = Answer {
            same: difference.is_empty(),
            document: difference.document.iter().map(field).collect(),
            tables: tables(&difference),
        };
        form::write_json(out, &answer)?;
    } else {
        print(&before, &after, &difference, arguments.reading.lang.into(), out)?;
    }
    Ok(if difference.is_empty() { DONE } else { NEGATIVE })
}

/// Leaves what belongs to `plan`.
fn keep_plan(difference: &mut Difference, plan: &PlanId) {
    let is_of_plan = |key: &RecordKey| {
        let name = if key.table == "plans" { "id" } else { "plan" };
        key.part(name) == Some(plan.as_str())
    };
    difference.document.clear();
    for table in &mut difference.tables {
        table.added.retain(is_of_plan);
        table.removed.retain(is_of_plan);
        table.changed.retain(|it| is_of_plan(&it.key));
    }
    difference.tables.retain(|table| !table.is_empty());
}

/// The tables of `difference` in machine form.
pub(super) fn tables(difference: &Difference) -> BTreeMap<&'static str, TableForm<'_>> {
    difference.tables.iter().map(|it| (it.table, table(it))).collect()
}

fn table(table: &TableDifference) -> TableForm<'_> {
    TableForm {
        added: table.added.iter().map(ToString::to_string).collect(),
        removed: table.removed.iter().map(ToString::to_string).collect(),
        changed: table
            .changed
            .iter()
            .map(|it| ChangeForm { key: it.key.to_string(), fields: it.fields.iter().map(field).collect() })
            .collect(),
    }
}

fn field(change: &FieldChange) -> FieldForm<'_> {
    FieldForm { field: &change.field, before: change.before.as_deref(), after: change.after.as_deref() }
}

fn print(
    before: &Scenario,
    after: &Scenario,
    difference: &Difference,
    lang: Lang,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    if difference.is_empty() {
        return writeln!(out, "{}", words::SAME.of(lang));
    }
    if !difference.document.is_empty() {
        writeln!(out, "{}", words::DOCUMENT.of(lang))?;
    }
    for change in &difference.document {
        let told = words::of_field(before, after, "", change);
        writeln!(out, "  [{}] {}", words::CHANGED.of(lang), told.of(lang))?;
    }
    for table in &difference.tables {
        writeln!(out, "{}", words::table(table.table).map_or(table.table, |it| it.of(lang)))?;
        let added = table.added.iter().map(|key| (words::ADDED, words::arrived(after, key, true)));
        let removed = table.removed.iter().map(|key| (words::REMOVED, words::arrived(before, key, false)));
        let changed = table.changed.iter().map(|it| (words::CHANGED, words::changed(before, after, it)));
        for (word, told) in added.chain(removed).chain(changed) {
            writeln!(out, "  [{}] {}", word.of(lang), told.of(lang))?;
        }
    }
    Ok(())
}

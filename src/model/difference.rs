//! How do two scenarios differ? Table by table: records that come, go and change, with the fields that change.
//!
//! The order of records plays no part. Names are those of the file, values read as they would stand in it. What a difference
//! means for the rules is not asked here.

use std::{fmt, sync::Arc};

use serde::Serialize;

use super::{
    fields::{self, Field},
    scenario::{Scenario, tables},
    table::{Record, Table},
};

/// Which record of which table; the table is empty for the document itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordKey {
    /// Name of the table in the file.
    pub table: &'static str,
    /// Fields of the key with their texts.
    pub key: Vec<(&'static str, String)>,
}

impl RecordKey {
    /// The key of `record`.
    pub fn of<T: Record>(record: &T) -> Self {
        Self { table: T::TABLE, key: record.key_fields() }
    }

    /// The document itself, of which `field` is meant.
    pub const fn document() -> Self {
        Self { table: "", key: Vec::new() }
    }

    /// The text of the key field `name`.
    pub fn part(&self, name: &str) -> Option<&str> {
        self.key.iter().find(|(field, _)| *field == name).map(|(_, text)| text.as_str())
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (_, text)) in self.key.iter().enumerate() {
            if at > 0 {
                f.write_str("/")?;
            }
            f.write_str(text)?;
        }
        Ok(())
    }
}

/// A field of which the value changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name in the file, dotted where it is nested.
    pub field: String,
    /// Its value before, as it stands in the file; `None` where it is left out.
    pub before: Option<String>,
    /// Its value after.
    pub after: Option<String>,
}

/// A record that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordChange {
    /// Which.
    pub key: RecordKey,
    /// Its fields that change, by name; at least one.
    pub fields: Vec<FieldChange>,
}

/// The number of a move, which says nothing about what was placed where.
pub(super) const SEQ: &str = "seq";

impl RecordChange {
    /// Tells whether nothing but the number of a move changes.
    pub fn is_renumbered_only(&self) -> bool {
        self.fields.iter().all(|it| it.field == SEQ)
    }
}

/// What happens to one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableDifference {
    /// Its name in the file.
    pub table: &'static str,
    /// Records that come, by key.
    pub added: Vec<RecordKey>,
    /// Records that go, by key.
    pub removed: Vec<RecordKey>,
    /// Records that change, by key.
    pub changed: Vec<RecordChange>,
}

impl TableDifference {
    /// Number of records that come, go or change.
    pub fn len(&self) -> usize {
        self.added.len() + self.removed.len() + self.changed.len()
    }

    /// Tells whether nothing happens to the table.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All records that come, go or change.
    pub fn keys(&self) -> impl Iterator<Item = &RecordKey> {
        self.added.iter().chain(&self.removed).chain(self.changed.iter().map(|it| &it.key))
    }
}

/// How a scenario differs from another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Fields of the document itself: title, day, active plan, head of the rule pack.
    pub document: Vec<FieldChange>,
    /// Tables to which something happens, in the order of the file.
    pub tables: Vec<TableDifference>,
}

/// Compares the tables of two scenarios; names every field of the scenario, so that a new table does not compile until it is
/// listed.
macro_rules! compare {
    (($before:ident, $after:ident) $($table:ident),*) => {{
        let Scenario { schema: _, title: _, as_of: _, active_plan: _, pack: _, $($table),* } = $before;
        vec![$(of_table($table, &$after.$table)),*]
    }};
}

impl Difference {
    /// What has to happen to `before` so that it becomes `after`. Tables that share their records cost nothing.
    pub fn between(before: &Scenario, after: &Scenario) -> Self {
        let all: Vec<TableDifference> = tables!(compare!(before, after));
        let tables = all.into_iter().filter(|table| !table.is_empty()).collect();
        Self { document: of_fields(&document(before), &document(after)), tables }
    }

    /// Tells whether the two are the same.
    pub fn is_empty(&self) -> bool {
        self.document.is_empty() && self.tables.is_empty()
    }

    /// The difference the other way round.
    #[must_use]
    pub fn mirrored(self) -> Self {
        let turn = |it: FieldChange| FieldChange { before: it.after, after: it.before, ..it };
        let fields = |list: Vec<FieldChange>| list.into_iter().map(turn).collect::<Vec<_>>();
        let record = |it: RecordChange| RecordChange { fields: fields(it.fields), ..it };
        let table = |it: TableDifference| TableDifference {
            added: it.removed,
            removed: it.added,
            changed: it.changed.into_iter().map(record).collect(),
            ..it
        };
        Self { document: fields(self.document), tables: self.tables.into_iter().map(table).collect() }
    }

    /// What happens to the table of this name.
    pub fn table(&self, name: &str) -> Option<&TableDifference> {
        self.tables.iter().find(|it| it.table == name)
    }

    /// All records that come, go or change, in the order of the tables.
    pub fn keys(&self) -> impl Iterator<Item = &RecordKey> {
        self.tables.iter().flat_map(TableDifference::keys)
    }
}

/// The names of all tables, in the order of the file.
pub fn table_names() -> Vec<&'static str> {
    macro_rules! names {
        (() $($table:ident),*) => { vec![$(stringify!($table)),*] };
    }
    tables!(names!())
}

/// Fields of the document itself.
#[derive(Serialize)]
struct Head<'a> {
    title: &'a super::text::Text,
    as_of: &'a jiff::civil::Date,
    active_plan: &'a super::id::PlanId,
    pack: &'a super::policy::Pack,
}

/// The fields of the document itself.
pub(super) fn document(s: &Scenario) -> Vec<Field> {
    fields::of(&Head { title: &s.title, as_of: &s.as_of, active_plan: &s.active_plan, pack: &s.pack })
}

fn of_table<T: Record + Serialize + PartialEq>(before: &Table<T>, after: &Table<T>) -> TableDifference {
    let mut found = TableDifference { table: T::TABLE, added: vec![], removed: vec![], changed: vec![] };
    if before.is_same(after) {
        return found;
    }
    for record in before {
        match after.get(&record.key()) {
            None => found.removed.push(RecordKey::of(record.as_ref())),
            Some(other) if Arc::ptr_eq(record, other) || record == other => {}
            Some(other) => {
                let fields = of_fields(&fields::of(record.as_ref()), &fields::of(other.as_ref()));
                found.changed.push(RecordChange { key: RecordKey::of(record.as_ref()), fields });
            }
        }
    }
    let new = after.iter().filter(|record| !before.contains(&record.key()));
    found.added = new.map(|record| RecordKey::of(record.as_ref())).collect();
    found
}

/// The fields that differ, by name.
fn of_fields(before: &[Field], after: &[Field]) -> Vec<FieldChange> {
    let text = |fields: &[Field], name: &str| fields.iter().find(|it| it.name == name).map(|it| it.value.text.clone());
    let mut names: Vec<&str> = before.iter().chain(after).map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let change = |name: &str| {
        let (before, after) = (text(before, name), text(after, name));
        (before != after).then(|| FieldChange { field: name.to_owned(), before, after })
    };
    names.into_iter().filter_map(change).collect()
}

//! What becomes of one record? Both sides against what they began with: whole where one changed it, else field by field.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::{Serialize, de::DeserializeOwned};

use super::{Choice, Conflict, Disagreement, Place, Side, Will};
use crate::model::{
    difference::{RecordKey, SEQ},
    fields::{self, Field, Value},
    scenario::Scenario,
    table::{Record, Table},
};

/// Fields that are lists in which neither order nor number counts: what each side adds and drops is taken.
const SETS: &[&str] = &["facilities", "tags", "honours", "admitted", "barred", "administrative_units", "gbt4754"];

/// The three that are merged.
pub(super) struct Three<'a> {
    /// What both began with.
    pub base: Option<&'a Scenario>,
    /// Ours.
    pub ours: &'a Scenario,
    /// Theirs, its ids as decided.
    pub theirs: &'a Scenario,
}

impl<'a> Three<'a> {
    /// One of the two.
    pub fn side(&self, side: Side) -> &'a Scenario {
        match side {
            Side::Ours => self.ours,
            Side::Theirs => self.theirs,
        }
    }
}

/// Records that are as one side has them, whatever else is said of them.
#[derive(Debug, Default)]
pub(super) struct Forced {
    records: BTreeMap<RecordKey, Side>,
    tables: BTreeMap<&'static str, Side>,
    all: Option<Side>,
}

impl Forced {
    /// Takes `records` from `side`; tells whether one of them was not already.
    pub fn extend(&mut self, side: Side, records: impl IntoIterator<Item = RecordKey>) -> bool {
        let mut is_further = false;
        for record in records {
            is_further |= self.records.insert(record, side) != Some(side);
        }
        is_further
    }

    /// Takes more from one side: the tables of the records that are forced; when they are already, everything.
    pub fn widen(&mut self, side: Side) {
        let tables: BTreeSet<&'static str> = self.records.keys().map(|it| it.table).collect();
        if tables.iter().all(|table| self.tables.contains_key(table)) {
            self.all = Some(side);
        }
        self.tables.extend(tables.into_iter().map(|table| (table, side)));
    }

    /// The side from which the fields of the document are taken.
    pub fn document(&self) -> Option<Side> {
        self.all.or_else(|| self.records.get(&RecordKey::document()).copied())
    }

    /// The side from which all of `table` is taken.
    fn whole(&self, table: &str) -> Option<Side> {
        self.all.or_else(|| self.tables.get(table).copied())
    }

    /// Tells whether a record of `table` is taken from one side.
    fn is_some_of(&self, table: &'static str) -> bool {
        let first = RecordKey { table, key: Vec::new() };
        self.records.range(first..).next().is_some_and(|(key, _)| key.table == table)
    }

    fn of(&self, record: &RecordKey) -> Option<Side> {
        self.records.get(record).copied()
    }
}

/// One record in the three.
type Versions<'a, T> = (Option<&'a Arc<T>>, Option<&'a Arc<T>>, Option<&'a Arc<T>>);

/// Merges one table.
pub(super) fn table<T>(
    base: Option<&Table<T>>,
    ours: &Table<T>,
    theirs: &Table<T>,
    will: &Will<'_>,
    forced: &Forced,
    found: &mut Vec<Conflict>,
) -> Table<T>
where
    T: Record + Serialize + DeserializeOwned + PartialEq,
{
    match forced.whole(T::TABLE) {
        Some(Side::Ours) => return ours.clone(),
        Some(Side::Theirs) => return theirs.clone(),
        None => {}
    }
    let is_theirs_unchanged = base.is_some_and(|base| base.is_same(theirs)) && !forced.is_some_of(T::TABLE);
    if ours.is_same(theirs) || is_theirs_unchanged {
        return ours.clone();
    }
    let none = Table::default();
    let base = base.unwrap_or(&none);
    let keys: BTreeSet<T::Key> = [base, ours, theirs].into_iter().flatten().map(|it| it.key()).collect();
    let mut merged = ours.clone();
    for key in &keys {
        match of_record((base.get(key), ours.get(key), theirs.get(key)), will, forced, found) {
            None => {
                merged.remove(key);
            }
            Some(record) if ours.get(key).is_some_and(|it| Arc::ptr_eq(it, &record)) => {}
            Some(record) => merged.insert(T::clone(&record)),
        }
    }
    merged
}

/// Tells whether two versions say the same; the number of a move does not count.
fn is_same<T: Record + Serialize + PartialEq>(one: Option<&Arc<T>>, other: Option<&Arc<T>>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => {
            let without_seq = |it: &T| fields::of(it).into_iter().filter(|it| it.name != SEQ).collect::<Vec<_>>();
            Arc::ptr_eq(one, other)
                || one == other
                || T::TABLE == "placements" && without_seq(one.as_ref()) == without_seq(other.as_ref())
        }
        (None, Some(_)) | (Some(_), None) => false,
    }
}

/// Merges one record.
fn of_record<T>(
    versions: Versions<'_, T>,
    will: &Will<'_>,
    forced: &Forced,
    found: &mut Vec<Conflict>,
) -> Option<Arc<T>>
where
    T: Record + Serialize + DeserializeOwned + PartialEq,
{
    let (base, ours, theirs) = versions;
    let key = RecordKey::of(ours.or(theirs).or(base)?.as_ref());
    let of_side = |side: Side| match side {
        Side::Ours => ours.cloned(),
        Side::Theirs => theirs.cloned(),
    };
    if let Some(side) = forced.of(&key) {
        return of_side(side);
    }
    if is_same(ours, theirs) || is_same(theirs, base) {
        return ours.cloned();
    }
    if is_same(ours, base) {
        return theirs.cloned();
    }
    let text = |it: Option<&Arc<T>>| it.map(|it| fields::text(it.as_ref()));
    let mut as_a_whole = |why: Disagreement| {
        let conflict = will.conflict(Place::whole(key.clone()), why, [text(base), text(ours), text(theirs)]);
        let side = if conflict.taken == Choice::Side(Side::Theirs) { Side::Theirs } else { Side::Ours };
        found.push(conflict);
        of_side(side)
    };
    let (Some(one), Some(other)) = (ours, theirs) else {
        let remover = if ours.is_none() { Side::Ours } else { Side::Theirs };
        return as_a_whole(Disagreement::RemovedAndChanged { remover });
    };
    // What a solver found out is one thing.
    if T::TABLE == "certificates" {
        return as_a_whole(Disagreement::Changed);
    }
    let (base, one, other) =
        (base.map(|it| fields::of(it.as_ref())), fields::of(one.as_ref()), fields::of(other.as_ref()));
    let three = Fields { base: base.as_deref().unwrap_or_default(), ours: &one, theirs: &other };
    let (texts, mut conflicts) = three.merged(&key, will);
    let record: Option<T> = fields::record(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    match record {
        Some(record) => {
            found.append(&mut conflicts);
            Some(Arc::new(record))
        }
        // Fields of two kinds of one thing, which make no record together.
        None => as_a_whole(Disagreement::Changed),
    }
}

/// The fields of one record in the three.
struct Fields<'a> {
    base: &'a [Field],
    ours: &'a [Field],
    theirs: &'a [Field],
}

fn value<'a>(fields: &'a [Field], name: &str) -> Option<&'a Value> {
    fields.iter().find(|it| it.name == name).map(|it| &it.value)
}

impl Fields<'_> {
    /// The fields of the record as merged, by name, and those on which the two do not agree.
    fn merged(&self, key: &RecordKey, will: &Will<'_>) -> (Vec<(String, String)>, Vec<Conflict>) {
        let names: BTreeSet<&str> =
            self.base.iter().chain(self.ours).chain(self.theirs).map(|it| it.name.as_str()).collect();
        let (mut texts, mut conflicts) = (Vec::new(), Vec::new());
        // What a project takes up goes with where it goes: two parks are one conflict.
        let lead = self.lead(key, will, &mut conflicts);
        for name in names {
            let [base, ours, theirs] = [self.base, self.ours, self.theirs].map(|it| value(it, name));
            let merged = match lead {
                Some(Side::Ours) => ours.cloned(),
                Some(Side::Theirs) => theirs.cloned(),
                None if ours == theirs || theirs == base || name == SEQ => ours.cloned(),
                None if ours == base => theirs.cloned(),
                None => match united(name, base, ours, theirs) {
                    Some(both) => Some(both),
                    None => apart(key, name, [base, ours, theirs], will, &mut conflicts),
                },
            };
            texts.extend(merged.map(|it| (name.to_owned(), it.text)));
        }
        (texts, conflicts)
    }

    /// The side that a placement follows where both moved the project, to different parks.
    fn lead(&self, key: &RecordKey, will: &Will<'_>, conflicts: &mut Vec<Conflict>) -> Option<Side> {
        let [base, ours, theirs] = [self.base, self.ours, self.theirs].map(|it| value(it, "park"));
        if key.table != "placements" || ours == theirs || ours == base || theirs == base {
            return None;
        }
        let place = Place { record: key.clone(), field: "park".to_owned() };
        let texts = [base, ours, theirs].map(|it| it.map(|it| it.text.clone()));
        let conflict = will.conflict(place, Disagreement::Changed, texts);
        let side = if conflict.taken == Choice::Side(Side::Theirs) { Side::Theirs } else { Side::Ours };
        conflicts.push(conflict);
        Some(side)
    }
}

/// A field on which the two do not agree: what is taken of it.
fn apart(
    key: &RecordKey,
    name: &str,
    values: [Option<&Value>; 3],
    will: &Will<'_>,
    conflicts: &mut Vec<Conflict>,
) -> Option<Value> {
    let place = Place { record: key.clone(), field: name.to_owned() };
    let conflict = will.conflict(place, Disagreement::Changed, values.map(|it| it.map(|it| it.text.clone())));
    let [_, ours, theirs] = values;
    let taken = if conflict.taken == Choice::Side(Side::Theirs) { theirs } else { ours };
    conflicts.push(conflict);
    taken.cloned()
}

/// What two lists make together that both changed, where they are sets: what stands in the base and both have kept, then what
/// either has added, in the order of their texts.
fn united(name: &str, base: Option<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    if !SETS.contains(&name) {
        return None;
    }
    let entries = |it: Option<&Value>| it.map(|it| it.entries.clone()).unwrap_or_default();
    // A list that one side leaves out may be unknown there: no set.
    let (ours, theirs) = (ours?.entries.clone()?, theirs?.entries.clone()?);
    let base = entries(base).unwrap_or_default();
    let mut kept: Vec<String> = base.iter().filter(|it| ours.contains(it) && theirs.contains(it)).cloned().collect();
    let added: BTreeSet<&String> = ours.iter().chain(&theirs).filter(|it| !base.contains(it)).collect();
    kept.extend(added.into_iter().cloned());
    Some(Value::list(kept))
}

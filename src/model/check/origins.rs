//! Does every stated origin exist? The sources that records name, and the exceptions from them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{
    Deserializer,
    de::{DeserializeOwned, Error as _, Visitor, value::Error},
    forward_to_deserialize_any,
};

use super::{Findings, Site, Wrong};
use crate::model::{
    evidence::{Evidence, Exception},
    id::SourceId,
    scenario::Scenario,
    table::{Record, Table},
};

/// Asks a type for the names of its fields, and reads nothing.
struct FieldNames<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for FieldNames<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("nothing is read"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// The names of the fields of `T` in a file.
fn fields_of<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut names: &[&str] = &[];
    match T::deserialize(FieldNames(&mut names)) {
        Ok(_) | Err(_) => names,
    }
}

/// Exceptions by the table that they are about.
type ByTable<'a> = BTreeMap<&'a str, Vec<&'a Exception>>;

/// Every source and every exception of `s` that leads nowhere.
pub(super) fn origins(s: &Scenario, found: &mut Findings) {
    let mut asked = ByTable::new();
    for exception in &s.exceptions {
        source(s, found, exception.as_ref(), "source", exception.source.as_ref());
        asked.entry(&exception.table).or_default().push(exception.as_ref());
    }
    macro_rules! each_origin {
        ($($table:ident),*) => { $(of_table(s, found, &s.$table, |it| &it.evidence, &mut asked);)* };
    }
    each_origin!(industries, links, units, outlines, parks, positions, directions, characteristic_parks);
    each_origin!(enterprises, projects, programmes, fundings, honours, tasks, taxes, sharing_templates);
    each_origin!(indicator_values, indicator_packs, incidents, standards, characteristic_years);
    for exception in asked.into_values().flatten() {
        found.add(Site::of(exception, "table"), Wrong::NoOrigins(exception.table.clone()));
    }
}

fn source<T: Record>(s: &Scenario, found: &mut Findings, record: &T, field: &'static str, id: Option<&SourceId>) {
    if let Some(id) = id {
        found.reference(record, field, &s.sources, id, id.as_str());
    }
}

fn of_table<T: Record + DeserializeOwned>(
    s: &Scenario,
    found: &mut Findings,
    table: &Table<T>,
    evidence: fn(&T) -> &Evidence,
    asked: &mut ByTable<'_>,
) {
    for record in table {
        source(s, found, record.as_ref(), "evidence", evidence(record).source.as_ref());
    }
    let Some(exceptions) = asked.remove(T::TABLE) else { return };
    let meant: BTreeSet<&str> = exceptions.iter().map(|it| it.record.as_str()).collect();
    let ids = table.iter().map(|record| record.key_fields().into_iter().map(|(_, id)| id).collect::<Vec<_>>());
    let there: BTreeSet<String> = ids.map(|id| id.join("/")).filter(|id| meant.contains(id.as_str())).collect();
    let fields = fields_of::<T>();
    for exception in exceptions {
        if !there.contains(&exception.record) {
            found.add(Site::of(exception, "record"), Wrong::Dangling(T::TABLE, exception.record.clone()));
        }
        if !fields.contains(&exception.field.as_str()) {
            found.add(Site::of(exception, "field"), Wrong::NoField(T::TABLE, exception.field.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{industry::Link, park::Park, text::Text};

    #[test]
    fn a_type_names_its_fields() {
        assert_eq!(fields_of::<Text>(), ["zh", "en"]);
        assert_eq!(fields_of::<Link>(), ["upstream", "downstream", "weight", "note", "evidence"]);
        assert!(fields_of::<Park>().contains(&"capacities"));
    }
}

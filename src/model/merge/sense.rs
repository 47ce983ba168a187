//! Does what the two make together make sense? What does not is a conflict, and everything that takes part in it follows one side.

use std::collections::BTreeMap;

use super::{Choice, Conflict, Disagreement, Place, Side, Will, record::Three};
use crate::model::{
    check::{self, Problem, Wrong},
    difference::{RecordKey, table_names},
    fields,
    scenario::{Scenario, tables},
    table::{Record, Table},
};

/// What does not make sense in `merged`, each with the records that have to follow one side.
pub(super) fn conflicts(three: &Three<'_>, merged: &Scenario, will: &Will<'_>) -> Vec<(Conflict, Vec<RecordKey>)> {
    let mut groups: BTreeMap<RecordKey, (Wrong, Vec<RecordKey>)> = BTreeMap::new();
    for problem in check::problems(merged) {
        let site = RecordKey { table: problem.site.table, key: problem.site.key.clone() };
        let other = other_end(&problem);
        let (_, records) =
            groups.entry(other.unwrap_or_else(|| site.clone())).or_insert_with(|| (problem.wrong, Vec::new()));
        if !records.contains(&site) {
            records.push(site);
        }
    }
    groups.into_iter().map(|(about, (wrong, records))| conflict(three, will, about, wrong, records)).collect()
}

fn conflict(
    three: &Three<'_>,
    will: &Will<'_>,
    about: RecordKey,
    wrong: Wrong,
    records: Vec<RecordKey>,
) -> (Conflict, Vec<RecordKey>) {
    let texts = [three.base, Some(three.ours), Some(three.theirs)].map(|it| it.and_then(|it| record_text(it, &about)));
    let is_dangling = matches!(wrong, Wrong::Dangling(..)) && !records.contains(&about);
    let why = if is_dangling {
        Disagreement::RemovedAndUsed { users: records.clone() }
    } else {
        Disagreement::Nonsense { wrong, records: records.clone() }
    };
    let place = Place::whole(about.clone());
    let follows = records.iter().chain([&about]).find_map(|record| decided_on(will, record));
    let mut conflict = will.conflict(place, why, texts);
    if conflict.decided.is_none()
        && let Some(side) = follows
    {
        conflict.taken = Choice::Side(side);
    }
    (conflict, records.into_iter().chain([about]).collect())
}

/// The side that somebody decided for in another conflict about `record`.
fn decided_on(will: &Will<'_>, record: &RecordKey) -> Option<Side> {
    let of_record =
        will.decisions.range(Place::whole(record.clone())..).take_while(|(place, _)| place.record == *record);
    of_record.into_iter().find_map(|(place, _)| will.side(place))
}

/// The record besides its own that a problem is about: the one that is missing, or the one that is at odds with it.
fn other_end(problem: &Problem) -> Option<RecordKey> {
    let site = &problem.site;
    let table_of = |table: &str| table_names().into_iter().find(|it| *it == table);
    let beside = |field: &str, text: &str| {
        let key =
            site.key.iter().map(|(name, own)| (*name, if *name == field { text.to_owned() } else { own.clone() }));
        Some(RecordKey { table: site.table, key: key.collect() })
    };
    if let Wrong::Dangling(table, id) = &problem.wrong {
        return Some(RecordKey { table: table_of(table)?, key: vec![("id", id.clone())] });
    }
    if let Wrong::TwoRoles(_, position) = &problem.wrong {
        return beside(if site.table == "positions" { "id" } else { "position" }, position);
    }
    if let Wrong::NoScale(_, name) = &problem.wrong {
        return beside("name", name);
    }
    if let Wrong::NotWaivable(rule) = &problem.wrong {
        return Some(RecordKey { table: "rules", key: vec![("id", rule.clone())] });
    }
    let is_turned = matches!(problem.wrong, Wrong::Repeated(_)) && site.table == "plan_comparisons";
    if is_turned { turned(site) } else { None }
}

/// The comparison of the same two groups in their other order.
fn turned(site: &check::Site) -> Option<RecordKey> {
    let part = |field: &str| site.key.iter().find(|(name, _)| *name == field).map(|(_, text)| text.clone());
    let key = vec![("plan", part("plan")?), ("one", part("other")?), ("other", part("one")?)];
    Some(RecordKey { table: "plan_comparisons", key })
}

/// The record of `key` in `scenario` as it would stand in the file.
pub(super) fn record_text(scenario: &Scenario, key: &RecordKey) -> Option<String> {
    fn find<T: Record + serde::Serialize>(table: &Table<T>, key: &RecordKey) -> Option<String> {
        let found = table.iter().find(|record| T::TABLE == key.table && record.key_fields() == key.key)?;
        Some(fields::text(found.as_ref()))
    }
    macro_rules! found {
        (() $($table:ident),*) => { None$(.or_else(|| if key.table == stringify!($table) { find(&scenario.$table, key) } else { None }))* };
    }
    tables!(found!())
}

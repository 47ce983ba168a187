//! Which record is a row? The one that it names, the one of its name, or a new one with an id of its own.

use std::collections::BTreeMap;

use super::{
    clean,
    column::{Column, TableKind},
    context::{Context, Existing},
    draft::Draft,
    note::{Change, Code, Note, State},
    outcome::{DataRow, Incoming},
    record::{self, Values},
    values::Value,
};
use crate::{
    model::{
        evidence::{Confidence, Evidence, Exception},
        id::{EnterpriseId, IndustryId, ProjectId, SourceId, UnitId},
        indicator::IndicatorValue,
    },
    rules::likeness::{likeness_of, pairs_of},
};

/// Hexadecimal digits of the part of a new id that tells it apart.
const DIGITS: usize = 8;

/// Letters of the number of a new project: figures and capitals without I, L, O and U.
const SPOKEN: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many of them stand in a number: 35 bits, so that a hundred thousand rows rarely share one.
const SPOKEN_LETTERS: usize = 7;

/// What tells a new record apart, whatever the spacing and width of its letters.
fn hash_of(parts: &[&str]) -> blake3::Hash {
    blake3::hash(parts.iter().map(|it| clean::letters(it)).collect::<Vec<_>>().join("|").as_bytes())
}

/// Records of a scenario by name, and the ids that are taken.
pub struct Register<'a> {
    context: &'a Context<'a>,
    projects: BTreeMap<String, Vec<&'a crate::model::project::Project>>,
    enterprises: BTreeMap<String, Vec<&'a crate::model::enterprise::Enterprise>>,
    /// Sheet and number of the row that has each key already, by table.
    seen: BTreeMap<(TableKind, String), (String, u32)>,
    exceptions: BTreeMap<(String, String), Vec<&'a Exception>>,
}

/// The record that came of a row, before it is known whether it is taken.
struct Made {
    id: String,
    /// The keys of its records.
    keys: Vec<String>,
    change: Change,
    record: Incoming,
    exceptions: Vec<Exception>,
}

impl<'a> Register<'a> {
    /// The records of the scenario of `context`.
    pub fn new(context: &'a Context<'a>) -> Self {
        let scenario = context.scenario;
        let mut projects: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for project in &scenario.projects {
            projects.entry(clean::letters(&project.name.zh)).or_default().push(project.as_ref());
        }
        let mut enterprises: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for enterprise in &scenario.enterprises {
            enterprises.entry(clean::letters(&enterprise.name.zh)).or_default().push(enterprise.as_ref());
        }
        let mut exceptions: BTreeMap<(String, String), Vec<&Exception>> = BTreeMap::new();
        for exception in &scenario.exceptions {
            exceptions.entry((exception.table.clone(), exception.record.clone())).or_default().push(exception.as_ref());
        }
        Self { context, projects, enterprises, seen: BTreeMap::new(), exceptions }
    }

    /// The row that `draft` is; what it says is from `source`, which lies at `place`.
    pub fn settle(&mut self, mut draft: Draft, source: &SourceId, sheet: &str, place: &str) -> DataRow {
        let made = match draft.table {
            TableKind::Projects => self.project(&mut draft, source, place),
            TableKind::Enterprises => self.enterprise(&mut draft, source, place),
            TableKind::Parks => self.park(&mut draft, source, place),
            TableKind::IndicatorValues => self.indicator_values(&mut draft, source),
        };
        if let Some(made) = &made {
            self.mark(&mut draft, &made.keys, sheet);
        }
        let is_refused = made.is_none() || draft.notes.iter().any(Note::is_refusal);
        let state = if is_refused {
            State::Refused
        } else if draft.notes.is_empty() {
            State::Taken
        } else {
            State::Noted
        };
        let id = made.as_ref().map(|it| it.id.clone()).or(draft.id);
        let (change, record, exceptions) = match made {
            Some(made) if !is_refused => (Some(made.change), Some(made.record), made.exceptions),
            Some(_) | None => (None, None, Vec::new()),
        };
        let values = draft.values.into_iter().collect();
        DataRow {
            spot: draft.spot,
            table: draft.table,
            state,
            change,
            id,
            values,
            notes: draft.notes,
            record,
            exceptions,
        }
    }

    /// Marks the keys of a row as taken, or says which earlier row has them.
    fn mark(&mut self, draft: &mut Draft, keys: &[String], sheet: &str) {
        for key in keys {
            let key = (draft.table, key.clone());
            if let Some((sheet, row)) = self.seen.get(&key).cloned() {
                let is_named =
                    draft.id.is_some() || !matches!(draft.table, TableKind::Projects | TableKind::Enterprises);
                if is_named {
                    note(draft, Code::RepeatedId(sheet, row), None, &key.1);
                } else {
                    note(draft, Code::Repetition(sheet, row), None, "");
                }
                return;
            }
            self.seen.insert(key, (sheet.to_owned(), draft.spot.row));
        }
    }

    fn project(&mut self, draft: &mut Draft, source: &SourceId, place: &str) -> Option<Made> {
        let existing = match draft.id.as_ref().and_then(|id| self.context.existing(TableKind::Projects, id)) {
            Some(Existing::Project(it)) => Some(it),
            Some(Existing::Enterprise(_) | Existing::Park(_)) | None => self.project_by_name(draft),
        };
        if let Some(there) = existing {
            if there.investment.is_some() {
                keep_fixed(draft);
            }
            other_name(draft, Column::ProjectName, &there.name.zh);
            let mut project = there.clone();
            record::fill_project(&mut project, &draft.values);
            let changed = changed(&draft.values, |column| record::project_value(there, column));
            let exceptions = self.exceptions(draft, "projects", there.id.as_str(), &changed, Some(source), place);
            let change = if project == *there { Change::Unchanged } else { Change::Changed };
            let id = there.id.to_string();
            return Some(Made {
                keys: vec![id.clone()],
                id,
                change,
                record: Incoming::Project(Box::new(project)),
                exceptions,
            });
        }
        let name = text(&draft.values, Column::ProjectName);
        let industry = industry(&draft.values, Column::ProjectIndustry);
        need(draft, Column::ProjectName, name.is_some());
        need(draft, Column::ProjectIndustry, industry.is_some());
        let (name, industry) = (name?, industry?);
        let unit = match draft.values.get(&Column::FirstReporter) {
            Some(Value::Unit(unit)) => Some(unit.clone()),
            Some(_) | None => None,
        };
        let investor = text(&draft.values, Column::Investor).unwrap_or_default();
        let id = self.new_number(draft, &[&name, &investor, unit.as_ref().map_or("", UnitId::as_str)]);
        let mut project = record::blank_project(ProjectId::new(&id).ok()?, industry, source);
        record::fill_project(&mut project, &draft.values);
        let told = self.exceptions(draft, "projects", &id, &[], None, place).into_iter();
        let mut exceptions: Vec<Exception> = told.map(|it| Exception { source: Some(source.clone()), ..it }).collect();
        let unsaid = UNSAID.iter().filter(|column| !draft.values.contains_key(column));
        exceptions.extend(unsaid.map(|column| Exception {
            table: "projects".to_owned(),
            record: id.clone(),
            field: column.spec().field.to_owned(),
            source: Some(source.clone()),
            confidence: Confidence::Assumed,
            note: String::new(),
        }));
        Some(Made {
            keys: vec![id.clone()],
            id,
            change: Change::New,
            record: Incoming::Project(Box::new(project)),
            exceptions,
        })
    }

    /// The project of the same name, unit and investor, where there is exactly one.
    fn project_by_name(&self, draft: &mut Draft) -> Option<&'a crate::model::project::Project> {
        if draft.id.is_some() {
            return None;
        }
        let name = text(&draft.values, Column::ProjectName)?;
        let investor = text(&draft.values, Column::Investor).unwrap_or_default();
        let unit = draft.values.get(&Column::FirstReporter);
        let is_same = |it: &&&crate::model::project::Project| {
            let is_unit = match (unit, &it.first_reporter) {
                (Some(Value::Unit(unit)), Some(there)) => unit == there,
                (Some(_), None) => false,
                (None, _) | (Some(_), Some(_)) => true,
            };
            let investors = (clean::letters(&it.investor), clean::letters(&investor));
            is_unit && (investors.0 == investors.1 || investors.0.is_empty() || investors.1.is_empty())
        };
        let mut found = self.projects.get(&clean::letters(&name))?.iter().filter(is_same);
        let (first, second) = (found.next()?, found.next());
        if second.is_some() {
            return None;
        }
        note(draft, Code::KnownByName(first.id.to_string()), Some(Column::ProjectName), &name);
        Some(first)
    }

    fn enterprise(&mut self, draft: &mut Draft, source: &SourceId, place: &str) -> Option<Made> {
        let existing = match draft.id.as_ref().and_then(|id| self.context.existing(TableKind::Enterprises, id)) {
            Some(Existing::Enterprise(it)) => Some(it),
            Some(Existing::Project(_) | Existing::Park(_)) | None => self.enterprise_by_name(draft),
        };
        if let Some(there) = existing {
            other_name(draft, Column::EnterpriseName, &there.name.zh);
            let mut enterprise = there.clone();
            record::fill_enterprise(&mut enterprise, &draft.values);
            let changed = changed(&draft.values, |column| record::enterprise_value(there, column));
            let exceptions = self.exceptions(draft, "enterprises", there.id.as_str(), &changed, Some(source), place);
            let change = if enterprise == *there { Change::Unchanged } else { Change::Changed };
            let id = there.id.to_string();
            return Some(Made {
                keys: vec![id.clone()],
                id,
                change,
                record: Incoming::Enterprise(Box::new(enterprise)),
                exceptions,
            });
        }
        let name = text(&draft.values, Column::EnterpriseName);
        let industry = industry(&draft.values, Column::EnterpriseIndustry);
        let park = match draft.values.get(&Column::EnterprisePark) {
            Some(Value::Park(park)) => Some(park.clone()),
            Some(_) | None => None,
        };
        need(draft, Column::EnterpriseName, name.is_some());
        need(draft, Column::EnterpriseIndustry, industry.is_some());
        need(draft, Column::EnterprisePark, park.is_some());
        let (name, industry, park) = (name?, industry?, park?);
        let head = park.as_str().to_owned();
        let id = self.new_id(draft, &head, &[&name, park.as_str()]);
        let mut enterprise = record::blank_enterprise(EnterpriseId::new(&id).ok()?, park, industry, source);
        record::fill_enterprise(&mut enterprise, &draft.values);
        let exceptions = self.exceptions(draft, "enterprises", &id, &[], None, place);
        let exceptions = exceptions.into_iter().map(|it| Exception { source: Some(source.clone()), ..it }).collect();
        Some(Made {
            keys: vec![id.clone()],
            id,
            change: Change::New,
            record: Incoming::Enterprise(Box::new(enterprise)),
            exceptions,
        })
    }

    fn enterprise_by_name(&self, draft: &mut Draft) -> Option<&'a crate::model::enterprise::Enterprise> {
        if draft.id.is_some() {
            return None;
        }
        let name = text(&draft.values, Column::EnterpriseName)?;
        let park = draft.values.get(&Column::EnterprisePark);
        let is_same =
            |it: &&&crate::model::enterprise::Enterprise| park.is_none_or(|park| *park == Value::Park(it.park.clone()));
        let mut found = self.enterprises.get(&clean::letters(&name))?.iter().filter(is_same);
        let (first, second) = (found.next()?, found.next());
        if second.is_some() {
            return None;
        }
        note(draft, Code::KnownByName(first.id.to_string()), Some(Column::EnterpriseName), &name);
        Some(first)
    }

    fn park(&mut self, draft: &mut Draft, source: &SourceId, place: &str) -> Option<Made> {
        let park = match draft.values.get(&Column::ParkOf) {
            Some(Value::Park(park)) => self.context.scenario.parks.get(park),
            Some(_) | None => None,
        };
        need(draft, Column::ParkOf, park.is_some());
        let there = park?;
        let mut park = there.as_ref().clone();
        record::fill_park(&mut park, &draft.values);
        let is_changed = |(column, value): &(&Column, &Value)| {
            let there = super::context::park_steps(there, **column);
            matches!(value, Value::Steps(_, steps) if there != Some(*steps))
        };
        let changed: Vec<Column> = draft.values.iter().filter(is_changed).map(|(column, _)| *column).collect();
        let mut exceptions = self.exceptions(draft, "parks", there.id.as_str(), &changed, Some(source), place);
        // One exception speaks for all capacities: where some stay, it trusts no more than the least of them.
        let stays = super::column::of_table(TableKind::Parks).any(|spec| {
            super::context::park_steps(there, spec.column).is_some() && !draft.values.contains_key(&spec.column)
        });
        let before = self.context.scenario.confidence("parks", there.id.as_str(), "capacities", &there.evidence);
        for exception in exceptions.iter_mut().filter(|it| stays && it.field == "capacities") {
            exception.confidence = exception.confidence.max(before);
        }
        let change = if park == **there { Change::Unchanged } else { Change::Changed };
        let id = there.id.to_string();
        Some(Made { keys: vec![id.clone()], id, change, record: Incoming::Park(Box::new(park)), exceptions })
    }

    fn indicator_values(&mut self, draft: &mut Draft, source: &SourceId) -> Option<Made> {
        let park = match draft.values.get(&Column::ValuePark) {
            Some(Value::Park(park)) => Some(park.clone()),
            Some(_) | None => None,
        };
        let indicator = match draft.values.get(&Column::ValueIndicator) {
            Some(Value::Indicator(id)) => Some(id.clone()),
            Some(_) | None => None,
        };
        need(draft, Column::ValuePark, park.is_some());
        need(draft, Column::ValueIndicator, indicator.is_some());
        let mut asked: Vec<(i16, Option<Value>)> =
            draft.by_year.iter().map(|(year, _, value)| (*year, Some(value.clone()))).collect();
        if let Some(Value::Year(year)) = draft.values.get(&Column::ValueYear) {
            asked.push((*year, draft.values.get(&Column::ValueNumber).cloned()));
        }
        need(draft, Column::ValueYear, !asked.is_empty());
        let (park, indicator) = (park?, indicator?);
        if asked.is_empty() {
            return None;
        }
        let is_estimate = draft.notes.iter().any(|it| it.code.is_estimate());
        let (mut values, mut is_new) = (Vec::new(), false);
        for (year, value) in asked {
            let value = match value {
                Some(Value::Number(number)) => Some(number),
                Some(_) | None => None,
            };
            let key = (park.clone(), indicator.clone(), year);
            let there = self.context.scenario.indicator_values.get(&key);
            // An empty cell leaves what is there as it is.
            if there.is_some_and(|it| it.value == value || value.is_none()) {
                continue;
            }
            is_new |= there.is_none();
            let confidence = match value {
                None => Confidence::Missing,
                Some(_) if is_estimate => Confidence::Estimated,
                Some(_) => Confidence::Stated,
            };
            let evidence = Evidence { source: Some(source.clone()), confidence };
            values.push(IndicatorValue { park: park.clone(), indicator: indicator.clone(), year, value, evidence });
        }
        let change = match (values.is_empty(), is_new) {
            (true, _) => Change::Unchanged,
            (false, true) => Change::New,
            (false, false) => Change::Changed,
        };
        let years: Vec<String> = match draft.values.get(&Column::ValueYear) {
            Some(Value::Year(year)) => vec![year.to_string()],
            Some(_) | None => draft.by_year.iter().map(|(year, ..)| year.to_string()).collect(),
        };
        let id = format!("{park}/{indicator}/{}", years.join(","));
        let keys = years.iter().map(|year| format!("{park}/{indicator}/{year}")).collect();
        Some(Made { keys, id, change, record: Incoming::IndicatorValues(values), exceptions: Vec::new() })
    }

    /// A number for a new project: the one that the row names, or a short one that follows from what it says and nothing
    /// else, such as `N4T7XK2Q`. It is spoken and printed, so it has no letters that are taken for figures.
    fn new_number(&self, draft: &Draft, parts: &[&str]) -> String {
        if let Some(id) = &draft.id {
            return id.clone();
        }
        let hash = hash_of(parts);
        let letters = hash.as_bytes().iter().map(|byte| {
            let at = usize::from(byte % 32);
            char::from(SPOKEN.get(at).copied().unwrap_or(b'0'))
        });
        let letters: String = letters.collect();
        let of = |length: usize| format!("N{}", letters.get(..length).unwrap_or(&letters));
        let is_there = |id: &str| self.context.existing(draft.table, id).is_some();
        let lengths = [SPOKEN_LETTERS, SPOKEN_LETTERS + 4, SPOKEN_LETTERS + 8];
        lengths.into_iter().map(of).find(|id| !is_there(id)).unwrap_or_else(|| of(2 * SPOKEN_LETTERS))
    }

    /// An id for a new record: the one that the row names, or one that follows from what it says and nothing else.
    fn new_id(&self, draft: &Draft, head: &str, parts: &[&str]) -> String {
        if let Some(id) = &draft.id {
            return id.clone();
        }
        let digits = hash_of(parts).to_hex();
        let head: String = head.chars().take(40).collect();
        let of = |length: usize| format!("{head}-{}", digits.as_str().get(..length).unwrap_or(""));
        let is_there = |id: &str| self.context.existing(draft.table, id).is_some();
        let lengths = [DIGITS, DIGITS + 4, DIGITS + 8];
        lengths.into_iter().map(of).find(|id| !is_there(id)).unwrap_or_else(|| of(2 * DIGITS))
    }

    /// What is to be said of single fields: what was said before of those that stay, who states those that changed, and how
    /// those were written that were worked out.
    fn exceptions(
        &self,
        draft: &Draft,
        table: &str,
        id: &str,
        changed: &[Column],
        source: Option<&SourceId>,
        place: &str,
    ) -> Vec<Exception> {
        let field = |column: Column| column.spec().field.split(['.']).next().unwrap_or("").replace("name_en", "name");
        let mut told: BTreeMap<String, Exception> = BTreeMap::new();
        for exception in self.exceptions.get(&(table.to_owned(), id.to_owned())).into_iter().flatten() {
            told.insert(exception.field.clone(), (*exception).clone());
        }
        let is_of_record = source.is_none();
        for column in changed {
            let field = field(*column);
            let exception = Exception {
                table: table.to_owned(),
                record: id.to_owned(),
                field: field.clone(),
                source: source.cloned(),
                confidence: Confidence::Stated,
                note: String::new(),
            };
            told.insert(field, exception);
        }
        for note in draft.notes.iter().filter(|it| it.code.is_estimate()) {
            let Some(column) = note.column.filter(|it| !it.spec().field.is_empty()) else { continue };
            if !is_of_record && !changed.contains(&column) {
                continue;
            }
            let field = field(column);
            let written = format!("{place}!{}：{}", note.address(), note.written);
            let exception = told.entry(field.clone()).or_insert_with(|| Exception {
                table: table.to_owned(),
                record: id.to_owned(),
                field,
                source: source.cloned(),
                confidence: Confidence::Estimated,
                note: String::new(),
            });
            exception.confidence = Confidence::Estimated;
            if !exception.note.contains(&written) {
                let join = if exception.note.is_empty() { "" } else { "；" };
                exception.note = format!("{}{join}{written}", exception.note);
            }
        }
        told.into_values().collect()
    }
}

/// Columns of a project that cannot be left open: what a sheet does not say of them is assumed.
const UNSAID: [Column; 3] = [Column::ProjectKindOf, Column::ProjectStatus, Column::TwoHigh];

/// Likeness in thousandths below which a name is not another wording of the one that is there.
const OTHER_NAME: i64 = 300;

/// Refuses a row whose id is that of a record with quite another name.
fn other_name(draft: &mut Draft, column: Column, there: &str) {
    let Some(name) = text(&draft.values, column).filter(|it| clean::letters(it) != clean::letters(there)) else {
        return;
    };
    if likeness_of(&pairs_of(&name), &pairs_of(there)) < OTHER_NAME {
        note(draft, Code::OtherName(there.to_owned()), Some(column), &name);
    }
}

/// Leaves out total investment that stands in for fixed-asset investment where that is known already.
fn keep_fixed(draft: &mut Draft) {
    let stand_in = draft.notes.iter_mut().find(|it| it.code == Code::TotalForFixed);
    if let Some(note) = stand_in {
        note.code = Code::FixedTaken;
        draft.values.remove(&Column::Investment);
    }
}

/// Says that a column is needed, unless something is said of it already.
fn need(draft: &mut Draft, column: Column, is_there: bool) {
    let is_told = draft.notes.iter().any(|it| it.column == Some(column) && it.is_refusal());
    if !is_there && !is_told {
        note(draft, Code::Needed, Some(column), "");
    }
}

fn note(draft: &mut Draft, code: Code, column: Option<Column>, written: &str) {
    let cell = (0, draft.spot.row);
    draft.notes.push(Note { code, column, cell, written: written.to_owned() });
}

fn text(values: &Values, column: Column) -> Option<String> {
    match values.get(&column) {
        Some(Value::Text(text)) => Some(text.clone()),
        Some(_) | None => None,
    }
}

fn industry(values: &Values, column: Column) -> Option<IndustryId> {
    match values.get(&column) {
        Some(Value::Industry(id)) => Some(id.clone()),
        Some(_) | None => None,
    }
}

/// The columns whose value is another than that which is there.
fn changed(values: &Values, there: impl Fn(Column) -> Option<Value>) -> Vec<Column> {
    let is_changed = |(column, value): &(&Column, &Value)| there(**column).as_ref() != Some(*value);
    values.iter().filter(is_changed).map(|(column, _)| *column).collect()
}

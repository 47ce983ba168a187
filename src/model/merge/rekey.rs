//! Did both add a record of one id and mean different ones? Either can be kept, or both under two ids.

use std::collections::BTreeSet;

use super::{Choice, Conflict, Disagreement, Place, Side, Will, plans, sense::record_text};
use crate::model::{
    difference::{Difference, RecordKey},
    id::{EnterpriseId, IdError, PlanId, PositionId, ProjectId, RecordId, is_id},
    plan::{Certificate, Subject},
    scenario::Scenario,
    table::{Record, Table},
};

/// A record whose id can be exchanged for another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Own {
    Project(ProjectId),
    Enterprise(EnterpriseId),
    Plan(PlanId),
    Position(PositionId),
    Reservation(PlanId, RecordId),
}

impl Own {
    /// What the record of `key` is called by, where it can be exchanged.
    fn of(key: &RecordKey) -> Option<Self> {
        let id = key.part("id");
        match key.table {
            "projects" => ProjectId::new(id?).map(Self::Project).ok(),
            "enterprises" => EnterpriseId::new(id?).map(Self::Enterprise).ok(),
            "plans" => PlanId::new(id?).map(Self::Plan).ok(),
            "plan_positions" => PositionId::new(key.part("position")?).map(Self::Position).ok(),
            "reservations" => {
                let plan = PlanId::new(key.part("plan")?).ok()?;
                RecordId::new(id?).map(|id| Self::Reservation(plan, id)).ok()
            }
            _ => None,
        }
    }

    fn id(&self) -> &str {
        match self {
            Self::Project(id) => id.as_str(),
            Self::Enterprise(id) => id.as_str(),
            Self::Plan(id) => id.as_str(),
            Self::Position(id) => id.as_str(),
            Self::Reservation(_, id) => id.as_str(),
        }
    }

    /// Tells whether `scenario` has something of this kind called `id`.
    fn is_taken(&self, scenario: &Scenario, id: &str) -> bool {
        match self {
            Self::Project(_) => ProjectId::new(id).is_ok_and(|id| scenario.projects.contains(&id)),
            Self::Enterprise(_) => EnterpriseId::new(id).is_ok_and(|id| scenario.enterprises.contains(&id)),
            Self::Plan(_) => PlanId::new(id).is_ok_and(|id| scenario.plans.contains(&id)),
            Self::Position(_) => {
                scenario.plan_positions.iter().any(|it| it.position.as_str() == id)
                    || PositionId::new(id).is_ok_and(|id| scenario.positions.contains(&id))
            }
            Self::Reservation(plan, _) => {
                RecordId::new(id).is_ok_and(|id| scenario.reservations.contains(&(plan.clone(), id)))
            }
        }
    }

    /// `scenario` with this record called `id`, and everything that refers to it.
    fn renamed(&self, scenario: &Scenario, id: &str) -> Result<Scenario, IdError> {
        let mut s = scenario.clone();
        match self {
            Self::Project(from) => rename_project(&mut s, from, &ProjectId::new(id)?),
            Self::Enterprise(from) => rename_enterprise(&mut s, from, &EnterpriseId::new(id)?),
            Self::Plan(from) => rename_plan(&mut s, from, &PlanId::new(id)?),
            Self::Position(from) => rename_position(&mut s, from, &PositionId::new(id)?),
            Self::Reservation(plan, from) => {
                let to = RecordId::new(id)?;
                rewrite(&mut s.reservations, |it| it.plan == *plan && put(&mut it.id, from, &to));
            }
        }
        Ok(s)
    }

    /// The next id that none of `scenarios` has: `P22` after `P21`, `D` after `C`.
    fn next_id(&self, scenarios: &[&Scenario]) -> Option<String> {
        let id = self.id();
        let letter = id.chars().next().filter(|c| c.is_ascii_uppercase() && id.len() == 1);
        let letters = letter.into_iter().flat_map(|from| (from..='Z').map(String::from));
        let head = id.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = id.strip_prefix(head).unwrap_or_default();
        let (head, first) = match digits.parse::<u32>() {
            Ok(number) => (head.to_owned(), number.checked_add(1)?),
            Err(_) => (format!("{id}-"), 2),
        };
        let free = (first..).take(100_000).map(|number| format!("{head}{number:0width$}", width = digits.len()));
        letters.chain(free).find(|id| is_id(id) && !scenarios.iter().any(|it| self.is_taken(it, id)))
    }
}

/// What was added twice: theirs with the ids that were decided, and each conflict with the records that have to follow one side.
pub(super) fn added_twice(
    base: Option<&Scenario>,
    ours: &Scenario,
    theirs: &Scenario,
    will: &Will<'_>,
) -> (Scenario, Vec<(Conflict, Vec<RecordKey>)>) {
    let mut renamed = theirs.clone();
    let mut found = Vec::new();
    // Without a common base, the same id is the same record.
    let Some(base) = base else { return (renamed, found) };
    for own in of_two_meanings(base, ours, theirs) {
        let Some(next) = own.next_id(&[base, ours, &renamed]) else { continue };
        let record = key_of(&own, theirs);
        let texts = [None, record_text(ours, &record), record_text(theirs, &record)];
        let mut conflict = will.conflict(Place::whole(record), Disagreement::AddedTwice, texts);
        if will.decided(&conflict.place) == Some(Choice::Both) {
            conflict.decided = Some(Choice::Both);
            conflict.taken = Choice::Both;
            renamed = own.renamed(&renamed, &next).unwrap_or(renamed);
        }
        let records = match conflict.taken {
            Choice::Both => Vec::new(),
            Choice::Side(side) => {
                let loser = if side == Side::Ours { theirs } else { ours };
                let about = own.renamed(loser, &next).map(|it| Difference::between(loser, &it)).unwrap_or_default();
                // Records that name it, and those that bear it.
                let with_it =
                    about.tables.iter().flat_map(|it| it.removed.iter().chain(it.changed.iter().map(|it| &it.key)));
                with_it.cloned().collect()
            }
        };
        found.push((conflict, records));
    }
    (renamed, found)
}

/// The key of the first record that is called so.
fn key_of(own: &Own, scenario: &Scenario) -> RecordKey {
    let (table, key) = match own {
        Own::Project(id) => ("projects", vec![("id", id.to_string())]),
        Own::Enterprise(id) => ("enterprises", vec![("id", id.to_string())]),
        Own::Plan(id) => ("plans", vec![("id", id.to_string())]),
        Own::Reservation(plan, id) => ("reservations", vec![("plan", plan.to_string()), ("id", id.to_string())]),
        Own::Position(id) => {
            let first = scenario.plan_positions.iter().find(|it| it.position == *id);
            let key = first.map(|it| it.key_fields());
            ("plan_positions", key.unwrap_or_default())
        }
    };
    RecordKey { table, key }
}

/// What both added under one id, and did not add alike; a plan is all that belongs to it.
fn of_two_meanings(base: &Scenario, ours: &Scenario, theirs: &Scenario) -> BTreeSet<Own> {
    let is_new =
        |own: &Own| !own.is_taken(base, own.id()) && own.is_taken(ours, own.id()) && own.is_taken(theirs, own.id());
    let apart = Difference::between(ours, theirs);
    let mut found: BTreeSet<Own> = BTreeSet::new();
    for table in &apart.tables {
        for record in table.changed.iter().filter(|it| !it.is_renumbered_only()) {
            found.extend(Own::of(&record.key).filter(|own| is_new(own)));
        }
        if plans::PARTS.contains(&table.table) {
            let plans = table.keys().filter_map(|key| PlanId::new(key.part("plan")?).ok().map(Own::Plan));
            found.extend(plans.filter(|own| is_new(own)));
        }
    }
    // What belongs to a plan that is two plans is decided with it.
    let two: BTreeSet<PlanId> =
        found.iter().filter_map(|own| if let Own::Plan(id) = own { Some(id.clone()) } else { None }).collect();
    found.retain(|own| match own {
        Own::Reservation(plan, _) => !two.contains(plan),
        Own::Position(id) => {
            !theirs.plan_positions.iter().filter(|it| it.position == *id).all(|it| two.contains(&it.plan))
        }
        Own::Project(_) | Own::Enterprise(_) | Own::Plan(_) => true,
    });
    found
}

/// Changes the records of `table` of which `change` says that it has changed them.
fn rewrite<T: Record>(table: &mut Table<T>, change: impl Fn(&mut T) -> bool) {
    let mut is_changed = false;
    let all: Vec<T> = table
        .iter()
        .map(|record| {
            let mut record = T::clone(record);
            is_changed |= change(&mut record);
            record
        })
        .collect();
    if is_changed {
        *table = all.into_iter().collect();
    }
}

/// Puts `to` into `place` where `from` is.
fn put<I: PartialEq + Clone>(place: &mut I, from: &I, to: &I) -> bool {
    let is_there = place == from;
    if is_there {
        *place = to.clone();
    }
    is_there
}

macro_rules! rewrite_field {
    ($scenario:ident, $field:ident, $from:ident, $to:ident: $($table:ident),*) => {
        $(rewrite(&mut $scenario.$table, |it| put(&mut it.$field, $from, $to));)*
    };
}

/// Lets what is said of single fields, and what is assumed, follow a record.
fn rename_mentions(s: &mut Scenario, table: &str, from: &str, to: &str) {
    rewrite(&mut s.exceptions, |it| it.table == table && put(&mut it.record, &from.to_owned(), &to.to_owned()));
    rewrite(&mut s.assumptions, |it| {
        let of = format!("{table}/{from}/");
        let field = it.path.strip_prefix(&of).filter(|field| !field.contains('/'));
        let path = field.map(|field| format!("{table}/{to}/{field}"));
        path.map(|path| it.path = path).is_some()
    });
}

fn rename_project(s: &mut Scenario, from: &ProjectId, to: &ProjectId) {
    rewrite_field!(s, id, from, to: projects);
    rewrite_field!(s, project, from, to: placements, pins, stipulations, phasings, opinions, claims, grants, agreements, ledger, tasks, decisions);
    rewrite(&mut s.waivers, |it| match &mut it.subject {
        Subject::Project(id) => put(id, from, to),
        Subject::Pair(first, second) => put(first, from, to) | put(second, from, to),
        Subject::Whole
        | Subject::Industry(_)
        | Subject::Stream(_)
        | Subject::Position(_)
        | Subject::Enterprise(_)
        | Subject::Programme(_)
        | Subject::Unit(_) => false,
    });
    // What was sealed cannot be rewritten.
    s.certificates.retain(|it| !names_project(it, from));
    rename_mentions(s, "projects", from.as_str(), to.as_str());
}

fn names_project(certificate: &Certificate, project: &ProjectId) -> bool {
    certificate.placed.iter().any(|(id, _)| id == project)
        || certificate.from.iter().chain(&certificate.refused).any(|(id, _)| id == project)
}

fn rename_enterprise(s: &mut Scenario, from: &EnterpriseId, to: &EnterpriseId) {
    rewrite_field!(s, id, from, to: enterprises);
    rewrite_field!(s, enterprise, from, to: relocations);
    rewrite(&mut s.fundings, |it| it.enterprises.iter_mut().fold(false, |any, id| any | put(id, from, to)));
    rewrite(&mut s.honours, |it| it.enterprise.as_mut().is_some_and(|id| put(id, from, to)));
    rewrite(&mut s.waivers, |it| match &mut it.subject {
        Subject::Enterprise(id) => put(id, from, to),
        Subject::Whole
        | Subject::Project(_)
        | Subject::Industry(_)
        | Subject::Stream(_)
        | Subject::Position(_)
        | Subject::Pair(..)
        | Subject::Programme(_)
        | Subject::Unit(_) => false,
    });
    rename_mentions(s, "enterprises", from.as_str(), to.as_str());
}

fn rename_position(s: &mut Scenario, from: &PositionId, to: &PositionId) {
    rewrite_field!(s, position, from, to: plan_positions);
    rewrite(&mut s.waivers, |it| match &mut it.subject {
        Subject::Position(id) => put(id, from, to),
        Subject::Whole
        | Subject::Project(_)
        | Subject::Industry(_)
        | Subject::Stream(_)
        | Subject::Enterprise(_)
        | Subject::Pair(..)
        | Subject::Programme(_)
        | Subject::Unit(_) => false,
    });
}

fn rename_plan(s: &mut Scenario, from: &PlanId, to: &PlanId) {
    rewrite_field!(s, id, from, to: plans);
    rewrite_field!(s, plan, from, to: placements, pins, locks, stipulations, phasings, plan_positions, waivers, relocations,
        reservations, assumptions, plan_weights, plan_comparisons, opinions, claims, grants, agreements, ledger, transfers);
    s.certificates.retain(|it| it.plan != *from);
    rewrite(&mut s.sessions, |it| it.frozen.as_mut().is_some_and(|frozen| put(&mut frozen.plan, from, to)));
    put(&mut s.active_plan, from, to);
}

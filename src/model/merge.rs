//! What do two people's scenarios make together? A merge of both on what they began with, record by record and field by field.
//!
//! What only one side changed is taken. What both changed differently is a [`Conflict`]: ours stands until somebody decides
//! otherwise. Whatever is decided, the outcome makes sense: what would lead nowhere is a conflict too, and both of its ends
//! follow one side. What the rules think of the outcome is not asked here.

mod plans;
mod record;
mod rekey;
mod sense;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    check::Wrong,
    difference::{Difference, RecordKey},
    fields,
    id::PlanId,
    scenario::{Scenario, tables},
};
use record::{Forced, Three};

/// One of the two that are merged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The one into which is merged.
    #[default]
    Ours,
    /// The one that is merged into it.
    Theirs,
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Ours => Self::Theirs,
            Self::Theirs => Self::Ours,
        }
    }
}

/// What is taken where the two do not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// What one side says.
    Side(Side),
    /// Both records; that of theirs gets another id, and what refers to it follows.
    Both,
}

/// Where the two do not agree: the record, and the field; the field is empty where the record as a whole is meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The record.
    pub record: RecordKey,
    /// The field by its name in the file, dotted where it is nested.
    pub field: String,
}

impl Place {
    /// The record as a whole.
    pub const fn whole(record: RecordKey) -> Self {
        Self { record, field: String::new() }
    }
}

/// Why the two do not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disagreement {
    /// Both give the field another value.
    Changed,
    /// One removes the record, the other changes it.
    RemovedAndChanged {
        /// Who removes it.
        remover: Side,
    },
    /// Both add a record of this key, and mean different ones: both can be kept.
    AddedTwice,
    /// One approves the plan, the other changes it or what belongs to it.
    Approved {
        /// Who approves it.
        approver: Side,
        /// What the other changes.
        changed: Vec<RecordKey>,
    },
    /// One removes the plan, the other changes what belongs to it.
    PlanRemoved {
        /// Who removes it.
        remover: Side,
        /// What the other changes.
        changed: Vec<RecordKey>,
    },
    /// One removes the record, the other refers to it.
    RemovedAndUsed {
        /// What refers to it.
        users: Vec<RecordKey>,
    },
    /// What each says makes sense alone, and not together.
    Nonsense {
        /// What is wrong with both together.
        wrong: Wrong,
        /// Records that take part.
        records: Vec<RecordKey>,
    },
}

/// Something on which the two do not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What it is about.
    pub place: Place,
    /// Why.
    pub why: Disagreement,
    /// What both began with, as it would stand in the file: the value of the field, or the record. `None` where there was nothing.
    pub base: Option<String>,
    /// What ours says.
    pub ours: Option<String>,
    /// What theirs says.
    pub theirs: Option<String>,
    /// What was decided; `None` while nobody has decided, and then ours is taken unless the merge says otherwise.
    pub decided: Option<Choice>,
    /// What is taken.
    pub taken: Choice,
}

impl Conflict {
    /// What can be chosen.
    pub fn choices(&self) -> &'static [Choice] {
        const SIDES: &[Choice] = &[Choice::Side(Side::Ours), Choice::Side(Side::Theirs)];
        const ALL: &[Choice] = &[Choice::Side(Side::Ours), Choice::Side(Side::Theirs), Choice::Both];
        if self.why == Disagreement::AddedTwice { ALL } else { SIDES }
    }
}

/// What was decided, by what it is about.
pub type Decisions = BTreeMap<Place, Choice>;

/// Two scenarios merged, with what they do not agree on.
#[derive(Debug, Clone)]
pub struct Merge {
    base: Option<Scenario>,
    ours: Scenario,
    theirs: Scenario,
    decisions: Decisions,
    otherwise: Side,
    /// What the two make together.
    pub merged: Scenario,
    /// What they do not agree on, in the order of the tables.
    pub conflicts: Vec<Conflict>,
}

/// Merges `ours` and `theirs`, which began with `base`; without one, everything in them was added by both.
///
/// All three must make sense ([`super::check::problems`] finds nothing); so does then the outcome. Records keep their order; moves of
/// one plan are numbered so that each has its own number.
pub fn merge(base: Option<&Scenario>, ours: &Scenario, theirs: &Scenario) -> Merge {
    let (merged, conflicts) = derive(base, ours, theirs, &Decisions::new(), Side::Ours);
    Merge {
        base: base.cloned(),
        ours: ours.clone(),
        theirs: theirs.clone(),
        decisions: Decisions::new(),
        otherwise: Side::Ours,
        merged,
        conflicts,
    }
}

impl Merge {
    /// What both began with.
    pub fn base(&self) -> Option<&Scenario> {
        self.base.as_ref()
    }

    /// The one into which is merged.
    pub fn ours(&self) -> &Scenario {
        &self.ours
    }

    /// The one that is merged into it.
    pub fn theirs(&self) -> &Scenario {
        &self.theirs
    }

    /// What was decided so far.
    pub fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// Merges anew with `decisions`, and takes `otherwise` where none says more. A decision that asks for what the conflict does not
    /// offer counts for nothing, as does one on what is no conflict.
    pub fn decide(&mut self, decisions: Decisions, otherwise: Side) {
        self.decisions = decisions;
        self.otherwise = otherwise;
        self.derive();
    }

    /// Decides one conflict and merges anew.
    pub fn decide_one(&mut self, place: Place, choice: Choice) {
        self.decisions.insert(place, choice);
        self.derive();
    }

    /// Puts `ours` in place of what was merged into, with the same decisions: it has been changed since.
    pub fn set_ours(&mut self, ours: &Scenario) {
        self.ours = ours.clone();
        self.derive();
    }

    /// Number of conflicts on which nobody has decided.
    pub fn undecided(&self) -> usize {
        self.conflicts.iter().filter(|it| it.decided.is_none()).count()
    }

    /// What the merge brings into ours.
    pub fn incoming(&self) -> Difference {
        Difference::between(&self.ours, &self.merged)
    }

    fn derive(&mut self) {
        let (merged, conflicts) = derive(self.base.as_ref(), &self.ours, &self.theirs, &self.decisions, self.otherwise);
        self.merged = merged;
        self.conflicts = conflicts;
    }
}

/// What was decided, and what holds otherwise.
struct Will<'a> {
    decisions: &'a Decisions,
    otherwise: Side,
}

impl Will<'_> {
    /// What was decided on `place`.
    fn decided(&self, place: &Place) -> Option<Choice> {
        self.decisions.get(place).copied()
    }

    /// The side that was decided on `place`.
    fn side(&self, place: &Place) -> Option<Side> {
        match self.decided(place) {
            Some(Choice::Side(side)) => Some(side),
            Some(Choice::Both) | None => None,
        }
    }

    /// A conflict about `place`, with what was decided on it.
    fn conflict(&self, place: Place, why: Disagreement, texts: [Option<String>; 3]) -> Conflict {
        let decided = self.side(&place).map(Choice::Side);
        let taken = decided.unwrap_or(Choice::Side(self.otherwise));
        let [base, ours, theirs] = texts;
        Conflict { place, why, base, ours, theirs, decided, taken }
    }
}

fn derive(
    base: Option<&Scenario>,
    ours: &Scenario,
    theirs: &Scenario,
    decisions: &Decisions,
    otherwise: Side,
) -> (Scenario, Vec<Conflict>) {
    let will = Will { decisions, otherwise };
    let (theirs, twice) = rekey::added_twice(base, ours, theirs, &will);
    let three = Three { base, ours, theirs: &theirs };
    let mut forced = Forced::default();
    let mut groups: Vec<Conflict> = Vec::new();
    let closed = plans::closed(&three, &will);
    let settled: BTreeSet<PlanId> = closed.iter().filter_map(|(conflict, _)| plans::settled(conflict)).collect();
    for (conflict, records) in twice.into_iter().chain(closed) {
        if let Choice::Side(side) = conflict.taken {
            forced.extend(side, records);
        }
        groups.push(conflict);
    }
    let mut told = BTreeSet::new();
    loop {
        let (mut merged, mut conflicts) = once(&three, &will, &forced);
        plans::renumber(&three, &settled, &mut merged);
        plans::certificates(&three, &mut merged);
        let odd = sense::conflicts(&three, &merged, &will);
        if odd.is_empty() {
            conflicts.extend(groups);
            conflicts.sort_by_cached_key(|it| (table_number(it.place.record.table), it.place.clone()));
            return (merged, conflicts);
        }
        let mut is_further = false;
        for (conflict, records) in odd {
            if let Choice::Side(side) = conflict.taken {
                is_further |= forced.extend(side, records);
            }
            if told.insert(conflict.place.clone()) {
                groups.push(conflict);
            }
        }
        if !is_further {
            forced.widen(otherwise);
        }
    }
}

/// Place of a table in the file, 0 for the document itself.
fn table_number(table: &str) -> usize {
    super::difference::table_names().iter().position(|it| *it == table).map_or(0, |at| at + 1)
}

/// Merges every table of `three`, and the fields of the document.
fn once(three: &Three<'_>, will: &Will<'_>, forced: &Forced) -> (Scenario, Vec<Conflict>) {
    macro_rules! merge_tables {
        (($merged:ident, $found:ident) $($table:ident),*) => {
            $($merged.$table = record::table(
                three.base.map(|base| &base.$table),
                &three.ours.$table,
                &three.theirs.$table,
                will,
                forced,
                &mut $found,
            );)*
        };
    }
    let (mut merged, mut found) = (three.ours.clone(), Vec::new());
    head(three, will, forced, &mut merged, &mut found);
    tables!(merge_tables!(merged, found));
    (merged, found)
}

/// Merges the fields of the document itself.
fn head(three: &Three<'_>, will: &Will<'_>, forced: &Forced, merged: &mut Scenario, found: &mut Vec<Conflict>) {
    macro_rules! merge_fields {
        ($($field:ident),*) => {$({
            let (base, ours, theirs) = (three.base.map(|it| &it.$field), &three.ours.$field, &three.theirs.$field);
            let place = Place { record: RecordKey::document(), field: stringify!($field).to_owned() };
            let side = if let Some(side) = forced.document() {
                side
            } else if ours == theirs || base == Some(theirs) {
                Side::Ours
            } else if base == Some(ours) {
                Side::Theirs
            } else {
                let texts = [base.map(fields::text), Some(fields::text(ours)), Some(fields::text(theirs))];
                let conflict = will.conflict(place, Disagreement::Changed, texts);
                let side = if conflict.taken == Choice::Side(Side::Theirs) { Side::Theirs } else { Side::Ours };
                found.push(conflict);
                side
            };
            merged.$field = match side {
                Side::Ours => ours.clone(),
                Side::Theirs => theirs.clone(),
            };
        })*};
    }
    merge_fields!(title, as_of, active_plan, pack);
}

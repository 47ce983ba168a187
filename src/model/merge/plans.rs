//! What becomes of a plan as a whole? One that is closed on one side, the numbers of its moves, and what a solver found out about it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Choice, Conflict, Disagreement, Place, Side, Will, record::Three, sense::record_text};
use crate::model::{
    check::MOST_MOVES,
    difference::{Difference, RecordChange, RecordKey},
    id::PlanId,
    plan::{Certificate, Placement, PlanStatus},
    scenario::Scenario,
    table::Record,
};

/// Tables of which each record belongs to a plan, without what a solver found out.
pub(super) const PARTS: [&str; 18] = [
    "placements",
    "pins",
    "locks",
    "stipulations",
    "phasings",
    "plan_positions",
    "waivers",
    "relocations",
    "reservations",
    "assumptions",
    "plan_weights",
    "plan_comparisons",
    "opinions",
    "claims",
    "grants",
    "agreements",
    "ledger",
    "transfers",
];

/// Tells whether `key` is a part of `plan`.
pub(super) fn is_part(key: &RecordKey, plan: &PlanId) -> bool {
    PARTS.contains(&key.table) && key.part("plan") == Some(plan.as_str())
}

/// Key of `plan`.
pub(super) fn plan_key(plan: &PlanId) -> RecordKey {
    RecordKey { table: "plans", key: vec![("id", plan.to_string())] }
}

/// Parts of `plan` that differ; the number of a move does not count.
pub(super) fn parts_that_differ(difference: &Difference, plan: &PlanId) -> Vec<RecordKey> {
    let is_more_than_a_number = |it: &&RecordChange| !it.is_renumbered_only();
    let of_table = difference.tables.iter().flat_map(|table| {
        let changed = table.changed.iter().filter(is_more_than_a_number).map(|it| &it.key);
        table.added.iter().chain(&table.removed).chain(changed)
    });
    of_table.filter(|key| is_part(key, plan)).cloned().collect()
}

/// All plans of the three.
pub(super) fn all(three: &Three<'_>) -> BTreeSet<PlanId> {
    let scenarios = three.base.into_iter().chain([three.ours, three.theirs]);
    scenarios.flat_map(|it| it.plans.iter()).map(|plan| plan.id.clone()).collect()
}

fn is_approved(scenario: &Scenario, plan: &PlanId) -> bool {
    scenario.plans.get(plan).is_some_and(|plan| plan.status != PlanStatus::Draft)
}

/// The scenario that holds nothing of `like` but its head.
pub(super) fn hollow(like: &Scenario) -> Scenario {
    macro_rules! emptied {
        (($of:ident) $($table:ident),*) => {
            Scenario { $($table: crate::model::table::Table::default(),)* ..$of.clone() }
        };
    }
    crate::model::scenario::tables!(emptied!(like))
}

/// Plans that one side approves or removes while the other changes them, each with the records that have to follow one side.
pub(super) fn closed(three: &Three<'_>, will: &Will<'_>) -> Vec<(Conflict, Vec<RecordKey>)> {
    let hollow = hollow(three.ours);
    let base = three.base.unwrap_or(&hollow);
    let changes = |side: Side| Difference::between(base, three.side(side));
    let (ours, theirs) = (changes(Side::Ours), changes(Side::Theirs));
    let apart = Difference::between(three.ours, three.theirs);
    let mut found = Vec::new();
    for plan in all(three) {
        let differing = parts_that_differ(&apart, &plan);
        let closed = [(Side::Ours, &theirs), (Side::Theirs, &ours)].into_iter().find_map(|(side, others)| {
            let changed = parts_that_differ(others, &plan);
            if changed.is_empty() || differing.is_empty() {
                return None;
            }
            let is_removed = base.plans.contains(&plan) && !three.side(side).plans.contains(&plan);
            let is_there = three.side(side.other()).plans.contains(&plan);
            if is_removed && is_there {
                return Some(Disagreement::PlanRemoved { remover: side, changed });
            }
            let is_newly_approved = is_approved(three.side(side), &plan) && !is_approved(base, &plan);
            (is_newly_approved && is_there).then_some(Disagreement::Approved { approver: side, changed })
        });
        let Some(why) = closed else { continue };
        let key = plan_key(&plan);
        let texts = [three.base, Some(three.ours), Some(three.theirs)];
        let texts = texts.map(|it| it.and_then(|it| record_text(it, &key)));
        let conflict = will.conflict(Place::whole(key.clone()), why, texts);
        // Its numbers follow the side as well, so that what was approved stays as it was.
        let all = apart.keys().filter(|key| is_part(key, &plan)).cloned();
        found.push((conflict, all.chain([key]).collect()));
    }
    found
}

/// The plan that `conflict` gives to one side whole, its numbers included.
pub(super) fn settled(conflict: &Conflict) -> Option<PlanId> {
    let (_, id) = conflict.place.record.key.first()?;
    matches!(conflict.taken, Choice::Side(_)).then(|| PlanId::new(id).ok()).flatten()
}

/// Numbers the moves of every plan but those `settled`: each as the side that changed it says, and where two moves have one number, one after the
/// other by project.
pub(super) fn renumber(three: &Three<'_>, settled: &BTreeSet<PlanId>, merged: &mut Scenario) {
    let mut by_plan: BTreeMap<PlanId, Vec<Placement>> = BTreeMap::new();
    for placement in merged.placements.iter().filter(|it| !settled.contains(&it.plan)) {
        let numbered = Placement { seq: number(three, placement), ..Placement::clone(placement) };
        by_plan.entry(placement.plan.clone()).or_default().push(numbered);
    }
    for placements in by_plan.values_mut() {
        placements.sort_by(|a, b| (a.seq, &a.project).cmp(&(b.seq, &b.project)));
        let mut last = 0;
        for placement in placements.iter_mut() {
            placement.seq = placement.seq.max(last + 1);
            last = placement.seq;
        }
        if last > MOST_MOVES {
            for (placement, seq) in placements.iter_mut().zip(1..) {
                placement.seq = seq;
            }
        }
    }
    for placement in by_plan.into_values().flatten() {
        if merged.placements.get(&placement.key()).is_some_and(|it| it.seq != placement.seq) {
            merged.placements.insert(placement);
        }
    }
}

/// The number of the move that put `placement` there: the later one where both sides moved the project there.
fn number(three: &Three<'_>, placement: &Placement) -> u32 {
    let key = placement.key();
    let there = |scenario: Option<&Scenario>| {
        let found = scenario?.placements.get(&key)?;
        (found.park == placement.park && found.premises == placement.premises).then_some(found.seq)
    };
    let base = three.base.and_then(|it| it.placements.get(&key)).map(|it| it.seq);
    match (there(Some(three.ours)), there(Some(three.theirs))) {
        (Some(ours), Some(theirs)) if Some(ours) == base => theirs,
        (Some(ours), Some(theirs)) if Some(theirs) == base => ours,
        // Each changed another part of it, or one side alone says so.
        (None, None) => {
            let any = [three.ours, three.theirs].into_iter().filter_map(|it| it.placements.get(&key)).map(|it| it.seq);
            any.max().unwrap_or(placement.seq)
        }
        (ours, theirs) => ours.max(theirs).unwrap_or(placement.seq),
    }
}

/// Leaves out what a solver found out about a plan that is no longer as it was then.
pub(super) fn certificates(three: &Three<'_>, merged: &mut Scenario) {
    if merged.certificates.is_empty() && three.ours.certificates.is_empty() && three.theirs.certificates.is_empty() {
        return;
    }
    let [from_ours, from_theirs] = [three.ours, three.theirs].map(|side| Difference::between(side, merged));
    for plan in all(three) {
        let key = (plan.clone(),);
        let of = |scenario: &Scenario| scenario.certificates.get(&key).map(|it| Certificate::clone(it));
        let is_as = |difference: &Difference| parts_that_differ(difference, &plan).is_empty();
        let kept = match (is_as(&from_ours), is_as(&from_theirs)) {
            (true, true) => of(merged),
            (true, false) => of(three.ours),
            (false, true) => of(three.theirs),
            (false, false) => None,
        };
        match kept.filter(|_| merged.plans.contains(&plan)) {
            Some(certificate) => merged.certificates.insert(certificate),
            None => {
                merged.certificates.remove(&key);
            }
        }
    }
}

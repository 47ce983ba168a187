//! What is legal on each side and illegal together? A merge may be free of conflicts and still break a rule: two projects that
//! fit one park each, and not both.
//!
//! What was broken on a side before is that side's own affair, and is not told here.

use std::collections::{BTreeMap, BTreeSet};

use super::judgement::Judgement;
use crate::{
    model::{
        assume,
        difference::{Difference, RecordKey},
        id::{ParkId, PlanId, ProjectId},
        merge::Merge,
        policy::Level,
        scenario::Scenario,
        table::{Record, Table},
    },
    rules::finding::{Finding, FindingKey, Item, State},
};

/// A rule of level legal that holds on each side of a merge and breaks in what they make together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnlyTogether {
    /// The plan.
    pub plan: PlanId,
    /// What is broken in the merged scenario.
    pub finding: Finding,
    /// Records by which ours takes part: it added, changed or removed them.
    pub ours: Vec<RecordKey>,
    /// Records by which theirs takes part.
    pub theirs: Vec<RecordKey>,
}

/// Everything that breaks only together, by plan and in the order of the findings.
///
/// Costs three judgements of every plan, or one where one side has done nothing.
pub fn only_together(merge: &Merge) -> Vec<OnlyTogether> {
    if merge.merged == *merge.ours() || merge.merged == *merge.theirs() {
        return Vec::new();
    }
    let base = merge.base();
    // Without a common base each side has done what the other has not.
    let did = |side: &Scenario, other: &Scenario| -> BTreeSet<RecordKey> {
        let done = Difference::between(base.unwrap_or(other), side);
        // What was decided otherwise plays no part.
        let dropped = Difference::between(&merge.merged, side);
        let is_dropped = |key: &RecordKey| {
            let of_table = dropped.table(key.table);
            of_table.is_some_and(|it| {
                let changed = it.changed.iter().filter(|it| !it.is_renumbered_only()).map(|it| &it.key);
                it.added.iter().chain(&it.removed).chain(changed).any(|other| other == key)
            })
        };
        done.keys().filter(|key| !is_dropped(key)).cloned().collect()
    };
    let (ours, theirs) = (did(merge.ours(), merge.theirs()), did(merge.theirs(), merge.ours()));
    let mut found = Vec::new();
    for plan in &merge.merged.plans {
        let before: Vec<BTreeMap<FindingKey, Finding>> =
            [merge.ours(), merge.theirs()].into_iter().map(|side| broken(side, &plan.id)).collect();
        for (key, finding) in broken(&merge.merged, &plan.id) {
            if before.iter().any(|side| side.contains_key(&key)) {
                continue;
            }
            let about = about(merge, &plan.id, &finding);
            let of = |side: &BTreeSet<RecordKey>| side.intersection(&about).cloned().collect();
            found.push(OnlyTogether { plan: plan.id.clone(), ours: of(&ours), theirs: of(&theirs), finding });
        }
    }
    found
}

/// What is broken at level legal in `plan`; nothing where there is no such plan.
fn broken(scenario: &Scenario, plan: &PlanId) -> BTreeMap<FindingKey, Finding> {
    if !scenario.plans.contains(plan) {
        return BTreeMap::new();
    }
    let judgement = Judgement::of(scenario, plan);
    let is_broken = |it: &&Finding| it.level == Level::Legal && it.state == State::Broken;
    judgement.findings().filter(is_broken).map(|it| (it.key(), it.clone())).collect()
}

/// All records on which `finding` may rest: its rule, its park, its members, and what the plan says about them.
fn about(merge: &Merge, plan: &PlanId, finding: &Finding) -> BTreeSet<RecordKey> {
    let mut found = BTreeSet::new();
    for scenario in [&merge.merged, merge.ours(), merge.theirs()] {
        let mut add = Adding { plan, found: &mut found };
        add.of(&scenario.rules, |it| it.id == finding.rule);
        add.of(&scenario.parks, |it| Some(&it.id) == finding.park.as_ref());
        let is_project = |id: &ProjectId| takes_part(finding, id.as_str(), "project");
        add.of(&scenario.projects, |it| is_project(&it.id));
        add.of(&scenario.enterprises, |it| takes_part(finding, it.id.as_str(), "enterprise"));
        add.of(&scenario.positions, |it| takes_part(finding, it.id.as_str(), "position"));
        add.of_plan(&scenario.placements, |it| &it.plan, |it| is_project(&it.project));
        add.of_plan(&scenario.pins, |it| &it.plan, |it| is_project(&it.project));
        add.of_plan(&scenario.phasings, |it| &it.plan, |it| is_project(&it.project));
        add.of_plan(&scenario.stipulations, |it| &it.plan, |it| is_project(&it.project));
        let is_here = |park: &ParkId| Some(park) == finding.park.as_ref();
        add.of_plan(&scenario.plan_positions, |it| &it.plan, |it| is_here(&it.park));
        add.of_plan(&scenario.reservations, |it| &it.plan, |it| is_here(&it.park));
        add.of_plan(&scenario.relocations, |it| &it.plan, |it| is_here(&it.park));
        add.of_plan(&scenario.waivers, |it| &it.plan, |it| is_here(&it.park) && it.rule == finding.rule);
        add.of_plan(&scenario.assumptions, |it| &it.plan, |it| is_about(finding, &it.path));
    }
    found
}

/// Tells whether an assumption at `path` is about the park or a member of `finding`.
fn is_about(finding: &Finding, path: &str) -> bool {
    assume::parts(path).is_some_and(|(table, id, _)| match table {
        "parks" => finding.park.as_ref().is_some_and(|park| park.as_str() == id),
        _ => takes_part(finding, id, "project"),
    })
}

/// Tells whether the record `id` of this kind takes part in `finding`.
fn takes_part(finding: &Finding, id: &str, kind: &str) -> bool {
    finding.members.iter().any(|member| member.item.kind() == kind && Item::id(&member.item) == id)
}

/// Gathers the keys of records.
struct Adding<'a> {
    plan: &'a PlanId,
    found: &'a mut BTreeSet<RecordKey>,
}

impl Adding<'_> {
    fn of<T: Record>(&mut self, table: &Table<T>, is_meant: impl Fn(&T) -> bool) {
        let records = table.iter().filter(|it| is_meant(it));
        self.found.extend(records.map(|it| RecordKey::of(it.as_ref())));
    }

    fn of_plan<T: Record>(&mut self, table: &Table<T>, plan_of: impl Fn(&T) -> &PlanId, is_meant: impl Fn(&T) -> bool) {
        let plan = self.plan;
        self.of(table, |it| plan_of(it) == plan && is_meant(it));
    }
}

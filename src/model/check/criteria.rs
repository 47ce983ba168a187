//! Does what is said of the criteria mean anything? Weights, comparisons and fixed points of criteria that exist, fixed points
//! in their range, scales with two ends.

use super::{Findings, Site, Wrong, values};
use crate::model::{
    anchors::{KNOWN, Known, Range},
    criterion::{Criterion, Group},
    scenario::Scenario,
    support::Anchor,
    table::Table,
};

/// Two ends of a scale that are less than this apart are one; figures have larger steps.
const APART: f64 = 1e-9;

/// The weights of the scenario: each of a criterion that exists.
pub(super) fn weights(s: &Scenario, found: &mut Findings) {
    for weight in &s.scoring {
        let id = weight.id.as_str();
        let unknown = Criterion::of_id(id).is_none();
        let known = || Criterion::ALL.into_iter().map(Criterion::id).collect();
        found.value(weight.as_ref(), "id", unknown.then(|| Wrong::NoCriterion(id.to_owned(), known())));
    }
}

/// The comparisons of each plan: of groups that exist, every pair once, in one of its two orders, on the scale.
pub(super) fn comparisons(s: &Scenario, found: &mut Findings) {
    for comparison in &s.plan_comparisons {
        let it = comparison.as_ref();
        found.reference(it, "plan", &s.plans, &it.plan, it.plan.as_str());
        for (field, group) in [("one", &it.one), ("other", &it.other)] {
            let unknown = Group::of_id(group.as_str()).is_none();
            let known = || Group::ALL.into_iter().map(Group::id).collect();
            found.value(it, field, unknown.then(|| Wrong::NoGroup(group.to_string(), known())));
        }
        let wrong = values::comparison(&it.one, &it.other, it.value);
        let field = if matches!(wrong, Some(Wrong::OutOfRange(..))) { "value" } else { "other" };
        found.value(it, field, wrong);
        let turned = (it.plan.clone(), it.other.clone(), it.one.clone());
        let is_twice = it.other < it.one && s.plan_comparisons.contains(&turned);
        found.value(it, "other", is_twice.then(|| Wrong::Repeated(format!("{} / {}", it.one, it.other))));
    }
}

/// The fixed points of a scenario or pack: each one that exists, in its range, the two ends of a scale apart.
pub(super) fn anchors(anchors: &Table<Anchor>, found: &mut Findings) {
    for anchor in anchors {
        let (criterion, name) = (anchor.criterion.as_str(), anchor.name.as_str());
        let Some(known) = Known::of(criterion, name) else {
            let (field, wrong) = unknown(criterion, name);
            found.add(Site::of(anchor.as_ref(), field), wrong);
            continue;
        };
        let wrong = out_of_range(anchor, known.range).or_else(|| no_scale(anchors, anchor, known));
        found.value(anchor.as_ref(), "value", wrong);
    }
}

/// What is wrong with a fixed point that does not exist: its criterion, or its name within the criterion.
fn unknown(criterion: &str, name: &str) -> (&'static str, Wrong) {
    let names: Vec<&str> = KNOWN.iter().filter(|it| it.criterion == criterion).map(|it| it.name).collect();
    if names.is_empty() {
        let mut criteria: Vec<&str> = KNOWN.iter().map(|it| it.criterion).collect();
        criteria.dedup();
        ("criterion", Wrong::NoCriterion(criterion.to_owned(), criteria))
    } else {
        ("name", Wrong::NoAnchor(name.to_owned(), names))
    }
}

fn out_of_range(anchor: &Anchor, range: Range) -> Option<Wrong> {
    let value = anchor.value.to_f64();
    let (least, most, is_within) = match range {
        Range::Share => ("0", "1", (0.0..=1.0).contains(&value)),
        Range::Index => ("0", "100", (0.0..=100.0).contains(&value)),
        Range::NotNegative => ("0", "1000000000", value >= 0.0),
        Range::Any => ("", "", true),
    };
    (!is_within).then(|| Wrong::OutOfRange(anchor.value.plain(), least, most))
}

/// Tells that a scale has one end only: the fixed point stands where the other end does. Where both are set, the later of
/// the two is told.
fn no_scale(anchors: &Table<Anchor>, anchor: &Anchor, known: &Known) -> Option<Wrong> {
    let other = known.other_end()?;
    let set = anchors.iter().find(|it| (it.criterion.as_str(), it.name.as_str()) == (other.criterion, other.name));
    let is_told_there = set.is_some() && known.name.ends_with("one");
    let there = set.map_or(other.default, |it| it.value.to_f64());
    let is_same = (anchor.value.to_f64() - there).abs() < APART;
    (is_same && !is_told_there).then(|| Wrong::NoScale(anchor.value.plain(), other.name))
}

//! Was one project reported twice? Suspected: two reports of one sub-sector with alike names or one company group, and about
//! the same investment or land.
//!
//! Likeness and sizes are those of [`super::likeness`]. The earlier first report keeps the
//! right of first report, the later one is the cause; both stay visible. Pairs are looked for within one sub-sector only.

use std::collections::BTreeMap;

use super::{
    City,
    likeness::{is_same_size, likeness_of, pairs_of},
};
use crate::{
    model::{id::IndustryId, plan::Subject, project::Project, quantity::Factor},
    rules::finding::{Detail, Finding, Item, Member, State},
};

/// A report with the pairs of characters of its name.
type Report<'a> = (&'a Project, Vec<[char; 2]>);

/// One finding a suspected pair, one for the rest.
pub fn judge(city: &City<'_>, likeness: Factor, tolerance: Factor) -> Vec<Finding> {
    let mut by_industry: BTreeMap<&IndustryId, Vec<Report<'_>>> = BTreeMap::new();
    for project in &city.scenario.projects {
        by_industry.entry(&project.industry).or_default().push((project, pairs_of(&project.name.zh)));
    }
    let mut findings = Vec::new();
    for reports in by_industry.values() {
        for (at, (one, one_pairs)) in reports.iter().enumerate() {
            for (other, other_pairs) in reports.iter().skip(at + 1) {
                if !is_same_size(one, other, tolerance) {
                    continue;
                }
                let alike = likeness_of(one_pairs, other_pairs);
                let is_one_group = one.group.is_some() && one.group == other.group;
                if is_one_group || alike >= likeness.steps() {
                    findings.push(pair(city, one, other, alike));
                }
            }
        }
    }
    findings.sort_by(|a, b| a.subject.cmp(&b.subject));
    if findings.is_empty() {
        let holds = u32::try_from(city.scenario.projects.len()).unwrap_or(u32::MAX);
        if holds == 0 {
            return city.nothing();
        }
        findings.push(city.finding(Subject::Whole, State::Holds, Detail::Tally { holds, unknown: 0 }, Vec::new()));
    }
    findings
}

fn pair(city: &City<'_>, one: &Project, other: &Project, alike: i64) -> Finding {
    // No date sorts last: who cannot show a day has no right of first report.
    let day = |project: &Project| (project.first_report.is_none(), project.first_report, project.id.clone());
    let (first, second) = if day(one) <= day(other) { (one, other) } else { (other, one) };
    let detail = Detail::Duplicate { first: first.id.clone(), second: second.id.clone(), likeness: (alike + 5) / 10 };
    let members =
        vec![Member::cause(Item::Project(second.id.clone())), Member::context(Item::Project(first.id.clone()))];
    city.finding(Subject::Pair(first.id.clone(), second.id.clone()), State::Broken, detail, members)
}

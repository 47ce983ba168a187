//! Does a placed industry belong to what the park stands for?
//!
//! A sub-sector of a placed project that no position covers is off position. Existing enterprises are left to the
//! mismatch list, except those of the environment classes named in the pack: an undesignated chemical or two-high
//! industry is a matter of layout policy even where nothing new is placed.

use std::collections::BTreeMap;

use crate::{
    model::{id::IndustryId, industry::EnvironmentClass, plan::Subject},
    rules::{
        Case,
        facts::Existing,
        finding::{Detail, Finding, Item, Member, State},
    },
};

/// One finding a sub-sector. Placed projects are causes, newest first; enterprises are causes where nothing is placed.
pub fn judge(case: &Case<'_>, existing_classes: &[EnvironmentClass]) -> Vec<Finding> {
    let mut placed: BTreeMap<&IndustryId, Vec<Item>> = BTreeMap::new();
    for project in case.facts.newest_first() {
        placed.entry(&project.industry).or_default().push(Item::Project(project.id.clone()));
    }
    let judged = |industry: &IndustryId| {
        case.scenario.industries.get(industry).is_some_and(|it| existing_classes.contains(&it.environment_class))
    };
    let mut existing: BTreeMap<&IndustryId, &Existing> = BTreeMap::new();
    for (industry, sum) in case.facts.existing.iter().filter(|(industry, _)| judged(industry)) {
        existing.insert(industry, sum);
        placed.entry(industry).or_default();
    }
    if placed.is_empty() {
        return case.nothing();
    }
    let about = |(industry, projects): (&IndustryId, Vec<Item>)| {
        let existing = existing.get(industry);
        let covered = case.facts.position_of(industry).is_some();
        let number = u32::try_from(projects.len()).unwrap_or(u32::MAX);
        let detail = Detail::Designation {
            industry: industry.clone(),
            placed: number,
            existing: existing.map(|sum| sum.output.unwrap_or_default()),
        };
        let firms = existing.iter().flat_map(|sum| &sum.enterprises).map(|id| Item::Enterprise(id.clone()));
        let members: Vec<Member> = match (covered, number) {
            (true, _) => Vec::new(),
            (false, 0) => firms.map(Member::cause).collect(),
            (false, _) => projects.into_iter().map(Member::cause).chain(firms.map(Member::context)).collect(),
        };
        let state = if covered { State::Holds } else { State::Broken };
        case.finding_about(Subject::Industry(industry.clone()), state, detail, members)
    };
    placed.into_iter().map(about).collect()
}

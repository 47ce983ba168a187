//! Do neighbours get on? Sub-sectors that must be kept clear, such as food, do not stand in one park with those that they
//! must be kept clear of, such as chemicals.
//!
//! Only placed projects are judged; what stands there already is context. Two enterprises beside each other are a matter
//! of the existing layout.

use std::collections::BTreeSet;

use crate::{
    model::{id::IndustryId, plan::Subject, policy::Incompatible, project::Project},
    rules::{
        Case,
        finding::{Detail, Finding, Item, Member, State},
        one_by_one::number,
    },
};

/// One finding a placed project with a neighbour of another group, one for the rest.
pub fn judge(case: &Case<'_>, pairs: &[Incompatible]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut holds = 0_u32;
    for project in case.facts.newest_first() {
        let (mut concerned, mut enemies) = (false, BTreeSet::new());
        for pair in pairs {
            for (own, other) in [(&pair.sensitive, &pair.from), (&pair.from, &pair.sensitive)] {
                if own.contains(&project.industry) {
                    concerned = true;
                    enemies.extend(other.iter());
                }
            }
        }
        let (others, members) = beside(case, project, &enemies);
        if !others.is_empty() {
            let id = project.id.clone();
            let detail = Detail::Neighbours { project: id.clone(), others };
            let members = std::iter::once(Member::cause(Item::Project(id.clone()))).chain(members).collect();
            findings.push(case.finding_about(Subject::Project(id), State::Broken, detail, members));
        } else if concerned {
            holds = holds.saturating_add(1);
        }
    }
    if holds > 0 {
        findings.push(case.finding(State::Holds, Detail::Tally { holds, unknown: 0 }, Vec::new()));
    }
    if number(&findings) == 0 { case.nothing() } else { findings }
}

/// The sub-sectors among `enemies` that stand in the park, with those who make them up.
fn beside(case: &Case<'_>, project: &Project, enemies: &BTreeSet<&IndustryId>) -> (Vec<IndustryId>, Vec<Member>) {
    let (mut others, mut members) = (BTreeSet::new(), Vec::new());
    let is_enemy = |it: &&std::sync::Arc<Project>| it.id != project.id && enemies.contains(&it.industry);
    for other in case.facts.newest_first().filter(is_enemy) {
        others.insert(other.industry.clone());
        members.push(Member::context(Item::Project(other.id.clone())));
    }
    for (industry, existing) in case.facts.existing.iter().filter(|(industry, _)| enemies.contains(industry)) {
        others.insert(industry.clone());
        members.extend(existing.enterprises.iter().map(|id| Member::context(Item::Enterprise(id.clone()))));
    }
    (others.into_iter().collect(), members)
}

//! Do parks outbid each other for one project? Committees of more parks than allowed have accepted it in this plan.

use std::collections::BTreeMap;

use super::City;
use crate::{
    model::{
        id::{ParkId, ProjectId},
        plan::{Stance, Subject},
    },
    rules::{
        finding::{Detail, Finding, Item, Member, State},
        one_by_one::number,
    },
};

/// One finding a project that more than `most` parks accept, one for the rest of those with an opinion.
pub fn judge(city: &City<'_>, most: u32) -> Vec<Finding> {
    let mut accepted: BTreeMap<&ProjectId, Vec<ParkId>> = BTreeMap::new();
    for opinion in city.scenario.opinions.iter().filter(|it| it.plan == *city.plan) {
        let parks = accepted.entry(&opinion.project).or_default();
        if opinion.stance != Stance::Decline {
            parks.push(opinion.park.clone());
        }
    }
    let mut findings = Vec::new();
    let mut holds = 0_u32;
    for (project, parks) in accepted {
        if number(&parks) <= most {
            holds = holds.saturating_add(1);
            continue;
        }
        let detail = Detail::Outbid { project: project.clone(), parks };
        let member = Member::cause(Item::Project(project.clone()));
        findings.push(city.finding(Subject::Project(project.clone()), State::Broken, detail, vec![member]));
    }
    if holds > 0 {
        findings.push(city.finding(Subject::Whole, State::Holds, Detail::Tally { holds, unknown: 0 }, Vec::new()));
    }
    if findings.is_empty() { city.nothing() } else { findings }
}

//! Are the figures still of today? First reports of projects in talks, and the years of enterprises' figures.
//!
//! `today − first report > days`, by the scenario's day; `year of today − year of the figures > years`. What bears no date
//! is not judged.

use super::{City, one_by_one::number};
use crate::{
    model::{plan::Subject, project::RegisterStatus},
    rules::{
        Case,
        finding::{Detail, Finding, Item, Member, State},
    },
};

/// One finding an old first report, one for the rest.
pub fn judge_reports(city: &City<'_>, days: u32) -> Vec<Finding> {
    let today = city.scenario.as_of;
    let mut findings = Vec::new();
    let mut holds = 0_u32;
    for project in city.scenario.projects.iter().filter(|it| it.status == RegisterStatus::InTalks) {
        let Some(since) = project.first_report else { continue };
        let age = (today - since).get_days();
        if i64::from(age) <= i64::from(days) {
            holds = holds.saturating_add(1);
            continue;
        }
        let detail = Detail::StaleReport { project: project.id.clone(), since };
        let member = Member::cause(Item::Project(project.id.clone()));
        findings.push(city.finding(Subject::Project(project.id.clone()), State::Broken, detail, vec![member]));
    }
    if holds > 0 {
        findings.push(city.finding(Subject::Whole, State::Holds, Detail::Tally { holds, unknown: 0 }, Vec::new()));
    }
    if findings.is_empty() { city.nothing() } else { findings }
}

/// One finding of the park; the enterprises with old figures are causes.
pub fn judge_enterprises(case: &Case<'_>, years: u32) -> Vec<Finding> {
    let today = case.scenario.as_of.year();
    let ids = case.facts.existing.values().flat_map(|it| &it.enterprises);
    let dated: Vec<_> =
        ids.filter_map(|id| case.scenario.enterprises.get(id)).filter_map(|it| Some((&it.id, it.year?))).collect();
    if dated.is_empty() {
        return case.nothing();
    }
    let is_old = |year: i16| i64::from(today) - i64::from(year) > i64::from(years);
    let old: Vec<_> = dated.iter().filter(|(_, year)| is_old(*year)).collect();
    let Some(oldest) = old.iter().map(|(_, year)| *year).min() else {
        let detail = Detail::Tally { holds: number(&dated), unknown: 0 };
        return vec![case.finding(State::Holds, detail, Vec::new())];
    };
    let members = old.iter().map(|(id, _)| Member::cause(Item::Enterprise((*id).clone()))).collect();
    vec![case.finding(State::Broken, Detail::StaleFirms { firms: number(&old), oldest }, members)]
}

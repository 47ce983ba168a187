//! Is there more tax than output? Then one of the two is wrong, mostly by its unit (万元 for 亿元, “利税” for tax).

use super::{City, one_by_one::number};
use crate::{
    model::{plan::Subject, quantity::WanYuan},
    rules::{
        Case,
        finding::{Detail, Finding, Item, Member, State},
    },
};

/// One finding a project with more tax than output, one for the rest of those that state both.
pub fn judge_projects(city: &City<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut holds = 0_u32;
    for project in &city.scenario.projects {
        let (Some(tax), Some(output)) = (project.tax, project.output) else { continue };
        if tax <= output {
            holds = holds.saturating_add(1);
            continue;
        }
        let item = Item::Project(project.id.clone());
        let detail = Detail::TaxAboveOutput { item: item.clone(), tax, output };
        let subject = Subject::Project(project.id.clone());
        findings.push(city.finding(subject, State::Broken, detail, vec![Member::cause(item)]));
    }
    if holds > 0 {
        findings.push(city.finding(Subject::Whole, State::Holds, Detail::Tally { holds, unknown: 0 }, Vec::new()));
    }
    if findings.is_empty() { city.nothing() } else { findings }
}

/// One finding an enterprise of the park with more tax than output, one for the rest of those that state both.
pub fn judge_enterprises(case: &Case<'_>) -> Vec<Finding> {
    let ids = case.facts.existing.values().flat_map(|it| &it.enterprises);
    let both = ids.filter_map(|id| case.scenario.enterprises.get(id));
    let both: Vec<_> = both.filter_map(|it| Some((&it.id, it.tax?, it.output?))).collect();
    let is_wrong = |(_, tax, output): &&(_, WanYuan, WanYuan)| tax > output;
    let finding = |(id, tax, output): &(&crate::model::id::EnterpriseId, WanYuan, WanYuan)| {
        let item = Item::Enterprise((*id).clone());
        let detail = Detail::TaxAboveOutput { item: item.clone(), tax: *tax, output: *output };
        let subject = Subject::Enterprise((*id).clone());
        case.finding_about(subject, State::Broken, detail, vec![Member::cause(item)])
    };
    let mut findings: Vec<Finding> = both.iter().filter(is_wrong).map(finding).collect();
    let holds = number(&both).saturating_sub(number(&findings));
    if holds > 0 {
        findings.push(case.finding(State::Holds, Detail::Tally { holds, unknown: 0 }, Vec::new()));
    }
    if findings.is_empty() { case.nothing() } else { findings }
}

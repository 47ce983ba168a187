//! Is a figure in the unit that it claims? Ratios of a project that lie outside a plausible range betray 亿元 for 万元,
//! hectares for mu, kVA for MW, tonnes a year for tonnes a day.

use super::City;
use crate::{
    model::{
        plan::Subject,
        policy::{UnitCheck, UnitRange},
        project::Project,
    },
    rules::finding::{Detail, Finding, Item, Member, State},
};

/// One finding a project with the first figure outside its range, one for the rest of those with something to check.
pub fn judge(city: &City<'_>, ranges: &[UnitRange]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut holds = 0_u32;
    for project in &city.scenario.projects {
        let checked = ranges.iter().filter_map(|range| Some((range, figure(project, range.check)?)));
        let checked: Vec<(&UnitRange, i64)> = checked.collect();
        let is_outside =
            |(range, figure): &&(&UnitRange, i64)| *figure < range.least.steps() || *figure > range.most.steps();
        let Some((range, actual)) = checked.iter().find(is_outside) else {
            holds = holds.saturating_add(u32::from(!checked.is_empty()));
            continue;
        };
        let (least, most) = (range.least.steps(), range.most.steps());
        let detail = Detail::UnitTrap { project: project.id.clone(), check: range.check, actual: *actual, least, most };
        let member = Member::cause(Item::Project(project.id.clone()));
        findings.push(city.finding(Subject::Project(project.id.clone()), State::Broken, detail, vec![member]));
    }
    if holds > 0 {
        findings.push(city.finding(Subject::Whole, State::Holds, Detail::Tally { holds, unknown: 0 }, Vec::new()));
    }
    if findings.is_empty() { city.nothing() } else { findings }
}

/// The figure of `check` in thousandths, rounded down; `None` where a datum is missing or the divisor is zero.
fn figure(project: &Project, check: UnitCheck) -> Option<i64> {
    let (numerator, divisor, scale) = match check {
        UnitCheck::InvestmentPerMu => (project.investment?.steps(), project.land?.steps(), 1_000),
        // Hundredths of 万 kWh over thousandths of MW: 100 kWh over kW.
        UnitCheck::LoadHours => (project.electricity?.steps(), project.power?.steps(), 100_000),
        UnitCheck::OutputPerJob => (project.output?.steps(), project.jobs?.steps(), 10),
        UnitCheck::WastePerWater => (project.waste_water?.steps(), project.water?.steps(), 1_000),
    };
    let thousandths = i128::from(numerator).saturating_mul(scale).checked_div(i128::from(divisor))?;
    Some(i64::try_from(thousandths).unwrap_or(i64::MAX))
}

//! Is the unit that loses something compensated? A relocation into the territory of another unit needs an agreement.
//!
//! Projects of the kind relocation: the first reporter is the unit that loses, and a sharing agreement of the plan
//! compensates it. Enterprises that the plan relocates: the unit of the park that they leave, and the compensation that
//! stands beside the relocation. Within one unit nothing is due.

use super::one_by_one::{self, Opinion};
use crate::{
    model::{plan::Subject, project::ProjectKind},
    rules::{
        Case,
        finding::{Detail, Field, Finding, Item, Member, State},
    },
};

/// One finding a relocation without compensation, one for the rest.
pub fn judge(case: &Case<'_>) -> Vec<Finding> {
    let host = case.park.beneficiary_unit.as_ref();
    let mut findings = one_by_one::findings(case, |placed| {
        let project = &placed.project;
        if project.kind != ProjectKind::Relocation {
            return Opinion::NotConcerned;
        }
        let agreed = case.scenario.agreements.contains(&(case.plan.clone(), project.id.clone()));
        match (host, &project.first_reporter) {
            _ if agreed => Opinion::Holds,
            (Some(host), Some(origin)) if host == origin => Opinion::Holds,
            (Some(_), Some(_)) => Opinion::Broken(Detail::Uncompensated { item: Item::Project(project.id.clone()) }),
            (host, origin) => {
                let missing = [
                    host.is_none().then_some(Field::BeneficiaryUnit),
                    origin.is_none().then_some(Field::FirstReporter),
                ];
                Opinion::Unknown(missing.into_iter().flatten().collect())
            }
        }
    });
    for relocation in case.scenario.relocations_of(case.plan).filter(|it| it.park == case.park.id) {
        let left =
            case.scenario.enterprises.get(&relocation.enterprise).and_then(|it| case.scenario.parks.get(&it.park));
        let origin = left.and_then(|park| park.beneficiary_unit.as_ref());
        if !relocation.compensation.trim().is_empty() {
            continue;
        }
        let item = Item::Enterprise(relocation.enterprise.clone());
        let subject = Subject::Enterprise(relocation.enterprise.clone());
        let members = vec![Member::cause(item.clone())];
        let finding = match (host, origin) {
            (Some(host), Some(origin)) if host == origin => continue,
            (Some(_), Some(_)) => case.finding_about(subject, State::Broken, Detail::Uncompensated { item }, members),
            (None, _) | (_, None) => {
                let detail = Detail::Tally { holds: 0, unknown: 1 };
                case.finding_about(subject, State::Unknown, detail, members).waiting(vec![Field::BeneficiaryUnit])
            }
        };
        findings.retain(|finding| finding.state != State::NotApplicable);
        findings.push(finding);
    }
    findings
}

//! Does the budget of a programme suffice? The grants of the plan are at most the budget, each within the programme's own
//! bounds: `Σ grants ≤ budget`, each project eligible, no grant above its ceiling.
//!
//! Near: less than a tenth of the budget is left. Unknown: the programme has grants and no stated budget.

use super::{City, capacity};
use crate::{
    model::{
        id::ParkId,
        plan::{Grant, Subject},
        project::Project,
        quantity::{Factor, WanYuan},
        scenario::Scenario,
        support::{Condition, Programme},
    },
    rules::finding::{Detail, Field, Finding, Item, Member, State},
};

/// The conditions of `programme` that `project` does not meet where it stands in the plan; `None` is in no park. A park that
/// the programme is not meant for counts as standing in none.
pub fn unmet<'a>(
    scenario: &Scenario,
    programme: &'a Programme,
    project: &Project,
    home: Option<&ParkId>,
    is_designated: bool,
) -> Vec<&'a Condition> {
    let meets = |condition: &Condition| match condition {
        Condition::Industries(list) => list.contains(&project.industry),
        Condition::Kinds(list) => list.contains(&project.kind),
        Condition::Placed => home.is_some(),
        Condition::Designated => home.is_some() && is_designated,
        Condition::NewTrack => scenario.industries.get(&project.industry).is_some_and(|it| it.new_track),
        Condition::Investment(least) => project.investment.is_some_and(|it| it >= *least),
        Condition::Tags(tags) => project.tags.iter().any(|tag| tags.contains(tag)),
    };
    programme.conditions.iter().filter(|condition| !meets(condition)).collect()
}

/// Whether `programme` is meant for where a project stands.
pub fn is_meant_for(programme: &Programme, home: Option<&ParkId>) -> bool {
    programme.parks.is_empty() || home.is_some_and(|park| programme.parks.contains(park))
}

/// The most that `project` can get from `programme`; `None` where nothing bounds it.
pub fn ceiling(programme: &Programme, project: &Project) -> Option<WanYuan> {
    let of_investment = programme.most_of_investment.zip(project.investment).map(|(share, investment)| {
        let steps = i128::from(investment.steps()) * i128::from(share.steps()) / i128::from(Factor::ONE.steps());
        WanYuan::from_steps(i64::try_from(steps).unwrap_or(i64::MAX))
    });
    programme.most.into_iter().chain(of_investment).min()
}

/// One finding a programme that has grants, about its budget; one more for each grant outside the programme's bounds.
pub fn judge(city: &City<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for programme in &city.scenario.programmes {
        let grants: Vec<&Grant> =
            city.scenario.grants_of(city.plan).filter(|it| it.programme == programme.id).collect();
        if grants.is_empty() {
            continue;
        }
        findings.push(budget(city, programme, &grants));
        findings.extend(grants.iter().filter_map(|grant| one(city, programme, grant)));
    }
    if findings.is_empty() { city.nothing() } else { findings }
}

fn budget(city: &City<'_>, programme: &Programme, grants: &[&Grant]) -> Finding {
    let granted = grants.iter().fold(WanYuan::ZERO, |sum, it| sum.plus(it.amount));
    let state = capacity::state(granted.steps(), programme.budget.map(WanYuan::steps), 0);
    let member = |it: &&Grant| Item::Project(it.project.clone());
    let is_bad = matches!(state, State::Broken | State::Unknown);
    let members = grants.iter().map(|it| if is_bad { Member::cause(member(it)) } else { Member::context(member(it)) });
    let detail = Detail::Budget { programme: programme.id.clone(), granted, budget: programme.budget };
    let missing = (state == State::Unknown).then_some(Field::Budget);
    city.finding(Subject::Programme(programme.id.clone()), state, detail, members.collect()).waiting(missing)
}

/// A grant to a project that the programme does not reach, or above what it may give.
fn one(city: &City<'_>, programme: &Programme, grant: &Grant) -> Option<Finding> {
    let project = city.scenario.projects.get(&grant.project)?;
    let placement = city.scenario.placement(city.plan, &project.id);
    let home = placement.map(|it| &it.park);
    let is_designated = home.is_some_and(|park| {
        city.scenario.positions_of(city.plan, park).iter().any(|position| position.covers(&project.industry))
    });
    let fails =
        !is_meant_for(programme, home) || !unmet(city.scenario, programme, project, home, is_designated).is_empty();
    let most = ceiling(programme, project).filter(|most| grant.amount > *most);
    if !fails && most.is_none() {
        return None;
    }
    let detail =
        Detail::Grant { programme: programme.id.clone(), project: project.id.clone(), amount: grant.amount, most };
    let member = Member::cause(Item::Project(project.id.clone()));
    Some(city.finding(Subject::Project(project.id.clone()), State::Broken, detail, vec![member]))
}

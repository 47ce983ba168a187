//! Does the rest of the rule book say what its clauses say? A file for each group of rules: at the limit, one over, empty,
//! and unknown where a datum may be missing.

#![expect(
    clippy::type_complexity,
    clippy::wildcard_enum_match_arm,
    reason = "tables of cases are read row by row, and states that no row has need no arm"
)]

mod capacities;
mod data;
mod gates;
mod layout;
mod plans;
mod table;
mod thresholds;

use std::{fmt::Debug, str::FromStr};

use parkboard::{
    model::{
        id::UnitId,
        industry::{EnvironmentClass, Industry},
        park::ParkLevel,
        project::Project,
        scenario::Scenario,
    },
    rules::finding::{Detail, Finding, State},
};

use crate::fixture::{Build, industry, industry_id, members, whole_city};

/// A city with all rules and one provincial park.
fn with_park() -> Scenario {
    let mut city = whole_city();
    city.park("here", ParkLevel::Provincial, "");
    city
}

/// The quantity of a text.
fn of<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

/// The unit of a text.
fn unit(id: &str) -> UnitId {
    UnitId::new(id).unwrap()
}

/// Adds a sub-sector of class E2 to `city` when it is not there, and changes it.
fn set_industry(city: &mut Scenario, id: &str, change: impl FnOnce(&mut Industry)) {
    let before = city.industries.get(&industry_id(id)).map(|it| Industry::clone(it));
    let mut record = before.unwrap_or_else(|| industry(id, EnvironmentClass::E2));
    change(&mut record);
    city.industries.insert(record);
}

/// Adds a project and places it in the park.
fn stands(city: &mut Scenario, id: &str, industry: &str, change: impl FnOnce(&mut Project)) {
    if !city.industries.contains(&industry_id(industry)) {
        set_industry(city, industry, |_| ());
    }
    city.project(id, industry, "");
    city.set_project(id, change);
    city.place(id, "here");
}

/// A finding in few words: state, members, figures.
type Told = (State, Vec<String>, Detail);

fn told(finding: &Finding) -> Told {
    (finding.state, members(finding), finding.detail.clone())
}

/// What is expected of a finding.
fn says(state: State, members: &[&str], detail: Detail) -> Told {
    (state, members.iter().map(|it| (*it).to_owned()).collect(), detail)
}

/// The finding that all of `holds` hold.
fn hold(holds: u32) -> Told {
    says(State::Holds, &[], Detail::Tally { holds, unknown: 0 })
}

/// The finding that there is nothing to judge.
fn nothing() -> Told {
    says(State::NotApplicable, &[], Detail::Nothing)
}

/// What `rule` finds in the park.
fn here(city: &Scenario, rule: &str) -> Vec<Told> {
    city.findings(rule, "here").iter().map(told).collect()
}

/// What `rule` finds in the city as a whole.
fn of_city(city: &Scenario, rule: &str) -> Vec<Told> {
    let judged = city.judged();
    let found: Vec<&Finding> = judged.of_city().filter(|it| it.rule.as_str() == rule).collect();
    assert!(found.iter().all(|it| it.park.is_none()), "{rule}");
    found.into_iter().map(told).collect()
}

//! Are these still the same inputs? Fingerprints of the tables of base data and rules, for a session that was frozen on them.

use serde::Serialize;

use super::{
    project::{Project, RegisterStatus},
    scenario::Scenario,
    support::Frozen,
    table::Table,
};

/// Characters of a fingerprint: 64 bits, enough to notice a change that nobody forged.
const LENGTH: usize = 16;

/// Fingerprint of each table of base data and rules of `scenario` that is not empty, by its name in the file.
///
/// Where projects stand in the register is left out: that is what a session decides. Plans, sessions and decisions are no
/// inputs. Costs one pass over the base data.
pub fn tables(scenario: &Scenario) -> Vec<(String, String)> {
    let projects: Vec<Project> =
        scenario.projects.iter().map(|it| Project { status: RegisterStatus::InTalks, ..Project::clone(it) }).collect();
    let head = [("as_of".to_owned(), of(&scenario.as_of)), ("pack".to_owned(), of(&scenario.pack))];
    let projects = (!projects.is_empty()).then(|| ("projects".to_owned(), of(&projects)));
    let rest = [
        table("rules", &scenario.rules),
        table("anchors", &scenario.anchors),
        table("sources", &scenario.sources),
        table("exceptions", &scenario.exceptions),
        table("documents", &scenario.documents),
        table("industries", &scenario.industries),
        table("links", &scenario.links),
        table("position_catalogue", &scenario.position_catalogue),
        table("units", &scenario.units),
        table("outlines", &scenario.outlines),
        table("parks", &scenario.parks),
        table("positions", &scenario.positions),
        table("directions", &scenario.directions),
        table("characteristic_parks", &scenario.characteristic_parks),
        table("enterprises", &scenario.enterprises),
        projects,
        table("programmes", &scenario.programmes),
        table("indicators", &scenario.indicators),
        table("indicator_values", &scenario.indicator_values),
        table("indicator_packs", &scenario.indicator_packs),
        table("incidents", &scenario.incidents),
        table("standards", &scenario.standards),
        table("characteristic_years", &scenario.characteristic_years),
        table("claims", &scenario.claims),
        table("scoring", &scenario.scoring),
        table("taxes", &scenario.taxes),
        table("sharing_templates", &scenario.sharing_templates),
    ];
    head.into_iter().chain(rest.into_iter().flatten()).collect()
}

/// Names of the tables of `scenario` that are not as they were when a session was frozen on `frozen`, those that came or went
/// included.
pub fn changed(frozen: &Frozen, scenario: &Scenario) -> Vec<String> {
    let now = tables(scenario);
    let is_same = |one: &(String, String)| now.contains(one);
    let gone = frozen.tables.iter().filter(|it| !is_same(it)).map(|(name, _)| name.clone());
    let is_new = |name: &String| frozen.tables.iter().all(|(known, _)| known != name);
    gone.chain(now.iter().map(|(name, _)| name.clone()).filter(is_new)).collect()
}

/// One fingerprint of all inputs together, for the foot of a paper.
pub fn whole(scenario: &Scenario) -> String {
    of(&tables(scenario))
}

fn table<T: Serialize>(name: &str, table: &Table<T>) -> Option<(String, String)> {
    let records: Vec<_> = table.iter().collect();
    (!records.is_empty()).then(|| (name.to_owned(), of(&records)))
}

fn of(value: &impl Serialize) -> String {
    let mut hasher = blake3::Hasher::new();
    // A hasher takes everything, and records of a scenario can always be written.
    let written = serde_json::to_writer(&mut hasher, value);
    debug_assert!(written.is_ok(), "records can be written");
    hasher.finalize().to_hex().chars().take(LENGTH).collect()
}

//! What if a datum were otherwise? The base data as one plan takes them: assumptions and phasings put in place.
//!
//! The path of an assumption is table, record and field, joined by `/`; its value reads as it would stand in the file:
//! `parks/jingkai/chemical_park` and `recognised(since: "2022-07-01")`. Only figures and facts that rules judge by, or scores rest
//! on, can be assumed; names, ids and places cannot. Rules never see an assumption: they judge the scenario that [`world`] returns.

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::{
    evidence::{Confidence, Exception},
    id::{ParkId, PlanId, ProjectId},
    park::Park,
    plan::Assumption,
    project::Project,
    scenario::Scenario,
};

/// Why an assumption cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AssumptionError {
    /// The path is not `table/record/field`, or its table cannot be assumed about.
    #[error("{0:?} is not parks/ID/FIELD or projects/ID/FIELD")]
    Path(String),
    /// There is no such record: its table, its id.
    #[error("there is no {0}/{1}")]
    NoRecord(&'static str, String),
    /// The field does not exist, or cannot be assumed.
    #[error("{0:?} cannot be assumed")]
    NoField(String),
    /// The value is not one of this field.
    #[error("{value:?} is no value of {field}: {cause}")]
    Value {
        /// The field.
        field: String,
        /// The value.
        value: String,
        /// What the reader says.
        cause: String,
    },
}

/// Fields of a park that can be assumed.
pub const PARK_FIELDS: &[&str] = &[
    "level",
    "chemical_park",
    "facilities",
    "threshold_factor",
    "access_listed",
    "admitted",
    "barred",
    "bank_distance",
    "access_time",
    "capacities.net_land",
    "capacities.largest_plot",
    "capacities.chemical_zone_land",
    "capacities.plant_floor",
    "capacities.power",
    "capacities.sewage",
    "capacities.chemical_sewage",
    "capacities.water",
    "capacities.energy_quota",
];

/// Fields of a project that can be assumed.
pub const PROJECT_FIELDS: &[&str] = &[
    "industry",
    "investment",
    "land",
    "floor_area",
    "plant_suitable",
    "output",
    "tax",
    "power",
    "electricity",
    "gas",
    "water",
    "waste_water",
    "stream",
    "environment_class",
    "chemical_process",
    "two_high",
    "approval",
];

/// Puts `value`, as it would stand in the file, into `place`.
fn put<T: DeserializeOwned>(place: &mut T, field: &str, value: &str) -> Result<(), AssumptionError> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    *place = options.from_str(value).map_err(|error| AssumptionError::Value {
        field: field.to_owned(),
        value: value.to_owned(),
        cause: error.code.to_string(),
    })?;
    Ok(())
}

fn put_in_park(park: &mut Park, field: &str, value: &str) -> Result<(), AssumptionError> {
    let spare = &mut park.capacities;
    match field {
        "level" => put(&mut park.level, field, value),
        "chemical_park" => put(&mut park.chemical_park, field, value),
        "facilities" => put(&mut park.facilities, field, value),
        "threshold_factor" => put(&mut park.threshold_factor, field, value),
        "access_listed" => put(&mut park.access_listed, field, value),
        "admitted" => put(&mut park.admitted, field, value),
        "barred" => put(&mut park.barred, field, value),
        "bank_distance" => put(&mut park.bank_distance, field, value),
        "access_time" => put(&mut park.access_time, field, value),
        "capacities.net_land" => put(&mut spare.net_land, field, value),
        "capacities.largest_plot" => put(&mut spare.largest_plot, field, value),
        "capacities.chemical_zone_land" => put(&mut spare.chemical_zone_land, field, value),
        "capacities.plant_floor" => put(&mut spare.plant_floor, field, value),
        "capacities.power" => put(&mut spare.power, field, value),
        "capacities.sewage" => put(&mut spare.sewage, field, value),
        "capacities.chemical_sewage" => put(&mut spare.chemical_sewage, field, value),
        "capacities.water" => put(&mut spare.water, field, value),
        "capacities.energy_quota" => put(&mut spare.energy_quota, field, value),
        _ => Err(AssumptionError::NoField(field.to_owned())),
    }
}

fn put_in_project(project: &mut Project, field: &str, value: &str) -> Result<(), AssumptionError> {
    match field {
        "industry" => put(&mut project.industry, field, value),
        "investment" => put(&mut project.investment, field, value),
        "land" => put(&mut project.land, field, value),
        "floor_area" => put(&mut project.floor_area, field, value),
        "plant_suitable" => put(&mut project.plant_suitable, field, value),
        "output" => put(&mut project.output, field, value),
        "tax" => put(&mut project.tax, field, value),
        "power" => put(&mut project.power, field, value),
        "electricity" => put(&mut project.electricity, field, value),
        "gas" => put(&mut project.gas, field, value),
        "water" => put(&mut project.water, field, value),
        "waste_water" => put(&mut project.waste_water, field, value),
        "stream" => put(&mut project.stream, field, value),
        "environment_class" => put(&mut project.environment_class, field, value),
        "chemical_process" => put(&mut project.chemical_process, field, value),
        "two_high" => put(&mut project.two_high, field, value),
        "approval" => put(&mut project.approval, field, value),
        _ => Err(AssumptionError::NoField(field.to_owned())),
    }
}

/// Table, record and field of the path of an assumption; `None` when it has no such parts.
pub fn parts(path: &str) -> Option<(&str, &str, &str)> {
    let (table, rest) = path.split_once('/')?;
    // An id may hold a slash, a field never does.
    let (id, field) = rest.rsplit_once('/')?;
    Some((table, id, field))
}

/// Puts the value `value` at `path` into `scenario`.
pub fn assume(scenario: &mut Scenario, path: &str, value: &str) -> Result<(), AssumptionError> {
    let wrong = || AssumptionError::Path(path.to_owned());
    let (table, id, field) = parts(path).ok_or_else(wrong)?;
    match table {
        "parks" => {
            let missing = || AssumptionError::NoRecord("parks", id.to_owned());
            let key = ParkId::new(id).map_err(|_| missing())?;
            let mut park = scenario.parks.get(&key).ok_or_else(missing)?.as_ref().clone();
            put_in_park(&mut park, field, value)?;
            scenario.parks.insert(park);
        }
        "projects" => {
            let missing = || AssumptionError::NoRecord("projects", id.to_owned());
            let key = ProjectId::new(id).map_err(|_| missing())?;
            let mut project = scenario.projects.get(&key).ok_or_else(missing)?.as_ref().clone();
            put_in_project(&mut project, field, value)?;
            if !scenario.industries.contains(&project.industry) {
                return Err(AssumptionError::NoRecord("industries", project.industry.to_string()));
            }
            scenario.projects.insert(project);
        }
        _ => return Err(wrong()),
    }
    Ok(())
}

/// Tells why `assumption` cannot be made in `scenario`.
pub fn check(scenario: &Scenario, assumption: &Assumption) -> Result<(), AssumptionError> {
    assume(&mut scenario.clone(), &assumption.path, &assumption.value)
}

/// Where the value of an assumption comes from: the plan, for its reason.
fn evidence(assumption: &Assumption) -> Option<Exception> {
    let (table, record, field) = parts(&assumption.path)?;
    Some(Exception {
        table: table.to_owned(),
        record: record.to_owned(),
        field: field.to_owned(),
        source: None,
        confidence: Confidence::Assumed,
        note: assumption.reason.clone(),
    })
}

/// The scenario as `plan` takes it: its assumptions and phasings put into the base data, each assumption as the
/// evidence of its field, everything else shared.
///
/// An assumption that cannot be made is left out; [`super::check`] refuses files that hold one.
pub fn world(scenario: &Scenario, plan: &PlanId) -> Scenario {
    let mut world = scenario.clone();
    for assumption in scenario.assumptions_of(plan) {
        // Left out when it cannot be read: nothing is judged by a value that nobody can read.
        if assume(&mut world, &assumption.path, &assumption.value).is_ok()
            && let Some(evidence) = evidence(assumption)
        {
            world.exceptions.insert(evidence);
        }
    }
    for phasing in scenario.phasings_of(plan) {
        if let Some(project) = world.projects.get(&phasing.project) {
            let investment = phasing.investment.or(project.investment);
            let phases = phasing.later.clone();
            let project = Project { land: Some(phasing.land), investment, phases, ..Project::clone(project) };
            world.projects.insert(project);
        }
    }
    world
}

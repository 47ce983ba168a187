//! What becomes of the values of a row? A new record, or the one that is there with the values put in.

use std::collections::BTreeMap;

use super::{column::Column, context, values::Value};
use crate::model::{
    enterprise::Enterprise,
    evidence::{Confidence, Evidence},
    id::{EnterpriseId, IndustryId, ParkId, ProjectId, SourceId},
    indicator::IndicatorValue,
    park::Park,
    project::{Project, ProjectKind, RegisterStatus},
    quantity::{Count, Megawatts, Mu, SquareMetres, Tce, TonnesPerDay, WanCubicMetres, WanKwh, WanYuan},
    text::Text,
};

/// The values of a row.
pub type Values = BTreeMap<Column, Value>;

/// Evidence of a record that the source states.
pub fn stated(source: &SourceId) -> Evidence {
    Evidence { source: Some(source.clone()), confidence: Confidence::Stated }
}

/// A project without any values.
pub fn blank_project(id: ProjectId, industry: IndustryId, source: &SourceId) -> Project {
    Project {
        id,
        name: Text::default(),
        kind: ProjectKind::New,
        status: RegisterStatus::InTalks,
        industry,
        investor: String::new(),
        content: String::new(),
        preferred_park: None,
        group: None,
        first_reporter: None,
        first_report: None,
        investment: None,
        land: None,
        floor_area: None,
        plant_suitable: false,
        jobs: None,
        output: None,
        tax: None,
        power: None,
        electricity: None,
        gas: None,
        water: None,
        waste_water: None,
        stream: None,
        environment_class: None,
        chemical_process: None,
        two_high: false,
        approval: None,
        facilities: Vec::new(),
        tags: Vec::new(),
        phases: Vec::new(),
        evidence: stated(source),
    }
}

/// An enterprise without any values.
pub fn blank_enterprise(id: EnterpriseId, park: ParkId, industry: IndustryId, source: &SourceId) -> Enterprise {
    Enterprise {
        id,
        name: Text::default(),
        park,
        industry,
        group: None,
        firms: Count::from_steps(1),
        output: None,
        tax: None,
        investment: None,
        jobs: None,
        land: None,
        flagship: false,
        chain_leader: false,
        honours: Vec::new(),
        year: None,
        evidence: stated(source),
    }
}

/// Puts the values of a row into a project.
pub fn fill_project(it: &mut Project, values: &Values) {
    for (column, value) in values {
        let field = column.spec().field;
        match value.clone() {
            Value::Steps(_, steps) => fill_project_figure(it, field, steps),
            Value::Text(text) => match field {
                "name" => it.name.zh = text,
                "name_en" => it.name.en = text,
                "investor" => it.investor = text,
                "content" => it.content = text,
                _ => {}
            },
            Value::Texts(list) if field == "tags" => it.tags = list,
            Value::Day(day) => it.first_report = Some(day),
            Value::Truth(truth) => match field {
                "plant_suitable" => it.plant_suitable = truth,
                "chemical_process" => it.chemical_process = Some(truth),
                "two_high" => it.two_high = truth,
                _ => {}
            },
            Value::Industry(id) => it.industry = id,
            Value::Unit(id) => it.first_reporter = Some(id),
            Value::Park(id) => it.preferred_park = Some(id),
            Value::Group(id) => it.group = Some(id),
            Value::Kind(kind) => it.kind = kind,
            Value::Status(status) => it.status = status,
            Value::Class(class) => it.environment_class = Some(class),
            Value::Stream(id) => it.stream = Some(id),
            Value::Facilities(list) => it.facilities = list,
            Value::Document(id) => it.approval = Some(id),
            Value::Texts(_) | Value::Number(_) | Value::Year(_) | Value::Indicator(_) => {}
        }
    }
}

fn fill_project_figure(it: &mut Project, field: &str, steps: i64) {
    match field {
        "investment" => it.investment = Some(WanYuan::from_steps(steps)),
        "land" => it.land = Some(Mu::from_steps(steps)),
        "floor_area" => it.floor_area = Some(SquareMetres::from_steps(steps)),
        "jobs" => it.jobs = Some(Count::from_steps(steps)),
        "output" => it.output = Some(WanYuan::from_steps(steps)),
        "tax" => it.tax = Some(WanYuan::from_steps(steps)),
        "power" => it.power = Some(Megawatts::from_steps(steps)),
        "electricity" => it.electricity = Some(WanKwh::from_steps(steps)),
        "gas" => it.gas = Some(WanCubicMetres::from_steps(steps)),
        "water" => it.water = Some(TonnesPerDay::from_steps(steps)),
        "waste_water" => it.waste_water = Some(TonnesPerDay::from_steps(steps)),
        _ => {}
    }
}

/// Puts the values of a row into an enterprise.
pub fn fill_enterprise(it: &mut Enterprise, values: &Values) {
    for (column, value) in values {
        let field = column.spec().field;
        match value.clone() {
            Value::Steps(_, steps) => match field {
                "firms" => it.firms = Count::from_steps(steps),
                "output" => it.output = Some(WanYuan::from_steps(steps)),
                "tax" => it.tax = Some(WanYuan::from_steps(steps)),
                "investment" => it.investment = Some(WanYuan::from_steps(steps)),
                "jobs" => it.jobs = Some(Count::from_steps(steps)),
                "land" => it.land = Some(Mu::from_steps(steps)),
                _ => {}
            },
            Value::Text(text) => match field {
                "name" => it.name.zh = text,
                "name_en" => it.name.en = text,
                _ => {}
            },
            Value::Texts(list) => it.honours = list,
            Value::Year(year) => it.year = Some(year),
            Value::Truth(truth) => match field {
                "flagship" => it.flagship = truth,
                "chain_leader" => it.chain_leader = truth,
                _ => {}
            },
            Value::Industry(id) => it.industry = id,
            Value::Park(id) => it.park = id,
            Value::Group(id) => it.group = Some(id),
            Value::Number(_)
            | Value::Day(_)
            | Value::Unit(_)
            | Value::Indicator(_)
            | Value::Kind(_)
            | Value::Status(_)
            | Value::Class(_)
            | Value::Stream(_)
            | Value::Facilities(_)
            | Value::Document(_) => {}
        }
    }
}

/// Puts the values of a row into the capacities of a park.
pub fn fill_park(it: &mut Park, values: &Values) {
    let spare = &mut it.capacities;
    for (column, value) in values {
        let Value::Steps(_, steps) = value else { continue };
        let steps = *steps;
        match column.spec().field {
            "capacities.net_land" => spare.net_land = Some(Mu::from_steps(steps)),
            "capacities.largest_plot" => spare.largest_plot = Some(Mu::from_steps(steps)),
            "capacities.chemical_zone_land" => spare.chemical_zone_land = Some(Mu::from_steps(steps)),
            "capacities.plant_floor" => spare.plant_floor = Some(SquareMetres::from_steps(steps)),
            "capacities.power" => spare.power = Some(Megawatts::from_steps(steps)),
            "capacities.sewage" => spare.sewage = Some(TonnesPerDay::from_steps(steps)),
            "capacities.chemical_sewage" => spare.chemical_sewage = Some(TonnesPerDay::from_steps(steps)),
            "capacities.water" => spare.water = Some(TonnesPerDay::from_steps(steps)),
            "capacities.energy_quota" => spare.energy_quota = Some(Tce::from_steps(steps)),
            _ => {}
        }
    }
}

/// What a project has in `column`, as a value; `None` where it has nothing there.
pub fn project_value(it: &Project, column: Column) -> Option<Value> {
    use super::column::Content;
    let spec = column.spec();
    if let Content::Figure(measure) = spec.content {
        return context::project_steps(it, column).map(|steps| Value::Steps(measure, steps));
    }
    let text = |text: &str| (!text.is_empty()).then(|| Value::Text(text.to_owned()));
    match spec.field {
        "id" => text(it.id.as_str()),
        "name" => text(&it.name.zh),
        "name_en" => text(&it.name.en),
        "kind" => Some(Value::Kind(it.kind)),
        "status" => Some(Value::Status(it.status)),
        "industry" => Some(Value::Industry(it.industry.clone())),
        "investor" => text(&it.investor),
        "content" => text(&it.content),
        "preferred_park" => it.preferred_park.clone().map(Value::Park),
        "group" => it.group.clone().map(Value::Group),
        "first_reporter" => it.first_reporter.clone().map(Value::Unit),
        "first_report" => it.first_report.map(Value::Day),
        "plant_suitable" => Some(Value::Truth(it.plant_suitable)),
        "stream" => it.stream.clone().map(Value::Stream),
        "environment_class" => it.environment_class.map(Value::Class),
        "chemical_process" => it.chemical_process.map(Value::Truth),
        "two_high" => Some(Value::Truth(it.two_high)),
        "approval" => it.approval.clone().map(Value::Document),
        "facilities" => (!it.facilities.is_empty()).then(|| Value::Facilities(it.facilities.clone())),
        "tags" => (!it.tags.is_empty()).then(|| Value::Texts(it.tags.clone())),
        _ => None,
    }
}

/// What an enterprise has in `column`, as a value.
pub fn enterprise_value(it: &Enterprise, column: Column) -> Option<Value> {
    use super::column::Content;
    let spec = column.spec();
    if let Content::Figure(measure) = spec.content {
        return context::enterprise_steps(it, column).map(|steps| Value::Steps(measure, steps));
    }
    let text = |text: &str| (!text.is_empty()).then(|| Value::Text(text.to_owned()));
    match spec.field {
        "id" => text(it.id.as_str()),
        "name" => text(&it.name.zh),
        "name_en" => text(&it.name.en),
        "park" => Some(Value::Park(it.park.clone())),
        "industry" => Some(Value::Industry(it.industry.clone())),
        "group" => it.group.clone().map(Value::Group),
        "flagship" => Some(Value::Truth(it.flagship)),
        "chain_leader" => Some(Value::Truth(it.chain_leader)),
        "honours" => (!it.honours.is_empty()).then(|| Value::Texts(it.honours.clone())),
        "year" => it.year.map(Value::Year),
        _ => None,
    }
}

/// What the value of an indicator has in `column`, as a value.
pub fn indicator_value(it: &IndicatorValue, column: Column) -> Option<Value> {
    match column.spec().field {
        "park" => Some(Value::Park(it.park.clone())),
        "indicator" => Some(Value::Indicator(it.indicator.clone())),
        "year" => Some(Value::Year(it.year)),
        "value" => it.value.map(Value::Number),
        _ => None,
    }
}

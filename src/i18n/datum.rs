//! What a record says of a field that a plan can assume, in words: figures with their units, lists by their names.

use super::{figure, finding::industry_name, phrase::Phrase, term, words};
use crate::model::{
    assume,
    id::{FacilityId, IndustryId, ParkId, ProjectId},
    park::{ChemicalStatus, Park},
    plan::Assumption,
    project::Project,
    quantity::{
        Factor, Megawatts, Metres, Minutes, Mu, SquareMetres, Tce, TonnesPerDay, WanCubicMetres, WanKwh, WanYuan,
    },
    scenario::Scenario,
    text::Text,
};

const MU: Phrase = Phrase::new("亩", "mu");
const WAN: Phrase = Phrase::new("万元", "CNY 10k");
const FLOW: Phrase = Phrase::new("吨/日", "t/d");

/// Unit of a field, by its name in the file; `None` for one that is no figure.
pub fn unit(field: &str) -> Option<Phrase> {
    Some(match field {
        "threshold_factor" => Phrase::new("倍", "times"),
        "bank_distance" => Phrase::new("米", "m"),
        "access_time" => Phrase::new("分钟", "min"),
        "capacities.net_land" | "capacities.largest_plot" | "capacities.chemical_zone_land" | "land" => MU,
        "capacities.plant_floor" | "floor_area" => Phrase::new("m²", "m²"),
        "capacities.power" | "power" => Phrase::new("MW", "MW"),
        "capacities.sewage" | "capacities.chemical_sewage" | "capacities.water" | "water" | "waste_water" => FLOW,
        "capacities.energy_quota" => Phrase::new("吨标准煤", "tce"),
        "investment" | "output" | "tax" => WAN,
        "electricity" => Phrase::new("万千瓦时", "10,000 kWh"),
        "gas" => Phrase::new("万m³", "10,000 m³"),
        _ => return None,
    })
}

/// Yes or no.
pub const fn yes_or_no(is_so: bool) -> Phrase {
    if is_so { words::YES } else { words::NO }
}

/// Name of a facility, or its id.
pub fn facility_name(id: &FacilityId) -> Text {
    term::facility(id.as_str()).map_or_else(|| Text::new(id.as_str(), ""), Text::from)
}

/// What is assumed, in words; as it stands in the file where it cannot be read.
pub fn assumed(scenario: &Scenario, assumption: &Assumption) -> Text {
    let told = || {
        let (table, id, field) = assume::parts(&assumption.path)?;
        let mut other = scenario.clone();
        assume::assume(&mut other, &assumption.path, &assumption.value).ok()?;
        if table == "parks" {
            of_park(&other, other.parks.get(&ParkId::new(id).ok()?)?, field)
        } else {
            of_project(&other, other.projects.get(&ProjectId::new(id).ok()?)?, field)
        }
    };
    told().unwrap_or_else(|| Text::new(assumption.value.as_str(), ""))
}

fn joined(names: &[Text]) -> Text {
    if names.is_empty() {
        return Text::new(figure::NONE, figure::NONE);
    }
    let zh: Vec<&str> = names.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = names.iter().map(Text::english).collect();
    Text::new(zh.join("、"), en.join(", "))
}

fn industries(scenario: &Scenario, ids: &[IndustryId]) -> Text {
    joined(&ids.iter().map(|id| industry_name(scenario, id)).collect::<Vec<_>>())
}

fn with_unit(field: &str, plain: Option<String>) -> Option<Text> {
    let (figure, unit) = (figure::grouped(&plain?), unit(field)?);
    Some(Text::new(format!("{figure} {}", unit.zh), format!("{figure} {}", unit.en)))
}

/// Whom a park benefits, as a note beside its level.
pub fn benefits(unit: &Text) -> Text {
    Text::new(format!("受益 {}", unit.zh), format!("benefits {}", unit.english()))
}

/// What `park` says of `field`; `None` where it says nothing.
pub fn of_park(scenario: &Scenario, park: &Park, field: &str) -> Option<Text> {
    let spare = &park.capacities;
    let figure = |plain: Option<String>| with_unit(field, plain);
    match field {
        "level" => Some(term::park_level(&scenario.pack, park.level)),
        "chemical_park" => park.chemical_park.map(|status| {
            let words = term::chemical_status_short(status);
            match status {
                ChemicalStatus::Recognised { since } => {
                    Text::new(format!("{} {since}", words.zh), format!("{} {since}", words.en))
                }
                ChemicalStatus::None
                | ChemicalStatus::Applied
                | ChemicalStatus::ToBeConfirmed
                | ChemicalStatus::Suspended => words.into(),
            }
        }),
        "facilities" => {
            park.facilities.as_ref().map(|list| joined(&list.iter().map(facility_name).collect::<Vec<_>>()))
        }
        "threshold_factor" => figure(park.threshold_factor.map(Factor::plain)),
        "access_listed" => Some(yes_or_no(park.access_listed).into()),
        "admitted" => Some(industries(scenario, &park.admitted)),
        "barred" => Some(industries(scenario, &park.barred)),
        "bank_distance" => figure(park.bank_distance.map(Metres::plain)),
        "access_time" => figure(park.access_time.map(Minutes::plain)),
        "capacities.net_land" => figure(spare.net_land.map(Mu::plain)),
        "capacities.largest_plot" => figure(spare.largest_plot.map(Mu::plain)),
        "capacities.chemical_zone_land" => figure(spare.chemical_zone_land.map(Mu::plain)),
        "capacities.plant_floor" => figure(spare.plant_floor.map(SquareMetres::plain)),
        "capacities.power" => figure(spare.power.map(Megawatts::plain)),
        "capacities.sewage" => figure(spare.sewage.map(TonnesPerDay::plain)),
        "capacities.chemical_sewage" => figure(spare.chemical_sewage.map(TonnesPerDay::plain)),
        "capacities.water" => figure(spare.water.map(TonnesPerDay::plain)),
        "capacities.energy_quota" => figure(spare.energy_quota.map(Tce::plain)),
        _ => None,
    }
}

/// What `project` says of `field`; `None` where it says nothing.
pub fn of_project(scenario: &Scenario, project: &Project, field: &str) -> Option<Text> {
    let figure = |plain: Option<String>| with_unit(field, plain);
    match field {
        "industry" => Some(industry_name(scenario, &project.industry)),
        "investment" => figure(project.investment.map(WanYuan::plain)),
        "land" => figure(project.land.map(Mu::plain)),
        "floor_area" => figure(project.floor_area.map(SquareMetres::plain)),
        "plant_suitable" => Some(yes_or_no(project.plant_suitable).into()),
        "output" => figure(project.output.map(WanYuan::plain)),
        "tax" => figure(project.tax.map(WanYuan::plain)),
        "power" => figure(project.power.map(Megawatts::plain)),
        "electricity" => figure(project.electricity.map(WanKwh::plain)),
        "gas" => figure(project.gas.map(WanCubicMetres::plain)),
        "water" => figure(project.water.map(TonnesPerDay::plain)),
        "waste_water" => figure(project.waste_water.map(TonnesPerDay::plain)),
        "stream" => project.stream.as_ref().map(|stream| Text::new(stream.as_str(), "")),
        "environment_class" => project.environment_class.map(|it| term::environment_class(it).into()),
        "chemical_process" => project.chemical_process.map(|it| yes_or_no(it).into()),
        "two_high" => Some(yes_or_no(project.two_high).into()),
        "approval" => project.approval.as_ref().map(|id| {
            let document = scenario.documents.get(id);
            document.map_or_else(|| Text::new(id.as_str(), ""), |it| it.title.clone())
        }),
        _ => None,
    }
}

//! What can the words of a sheet mean here? All names of a scenario, laid out once for a whole import.

use std::collections::BTreeMap;

use super::{
    column::{Column, TableKind, key},
    industries::Industries,
    places::Places,
    wish::Wish,
    words::Named,
};
use crate::model::{
    enterprise::Enterprise,
    id::{DocumentId, EnterpriseId, GroupId, ParkId, ProjectId, RecordId},
    park::Park,
    project::Project,
    quantity::{Count, Megawatts, Mu, SquareMetres, Tce, TonnesPerDay, WanCubicMetres, WanKwh, WanYuan},
    scenario::Scenario,
};

/// A record that is there already.
#[derive(Debug, Clone, Copy)]
pub enum Existing<'a> {
    /// A project.
    Project(&'a Project),
    /// An enterprise.
    Enterprise(&'a Enterprise),
    /// A park.
    Park(&'a Park),
}

impl Existing<'_> {
    /// Its table.
    pub const fn table(&self) -> TableKind {
        match self {
            Self::Project(_) => TableKind::Projects,
            Self::Enterprise(_) => TableKind::Enterprises,
            Self::Park(_) => TableKind::Parks,
        }
    }

    /// The figure that it has in `column`, in the smallest steps.
    pub fn steps(&self, column: Column) -> Option<i64> {
        match self {
            Self::Project(it) => project_steps(it, column),
            Self::Enterprise(it) => enterprise_steps(it, column),
            Self::Park(it) => park_steps(it, column),
        }
    }
}

/// The figure of a project in `column`.
pub fn project_steps(it: &Project, column: Column) -> Option<i64> {
    match column.spec().field {
        "investment" => it.investment.map(WanYuan::steps),
        "land" => it.land.map(Mu::steps),
        "floor_area" => it.floor_area.map(SquareMetres::steps),
        "jobs" => it.jobs.map(Count::steps),
        "output" => it.output.map(WanYuan::steps),
        "tax" => it.tax.map(WanYuan::steps),
        "power" => it.power.map(Megawatts::steps),
        "electricity" => it.electricity.map(WanKwh::steps),
        "gas" => it.gas.map(WanCubicMetres::steps),
        "water" => it.water.map(TonnesPerDay::steps),
        "waste_water" => it.waste_water.map(TonnesPerDay::steps),
        _ => None,
    }
}

/// The figure of an enterprise in `column`.
pub fn enterprise_steps(it: &Enterprise, column: Column) -> Option<i64> {
    match column.spec().field {
        "firms" => Some(it.firms.steps()),
        "output" => it.output.map(WanYuan::steps),
        "tax" => it.tax.map(WanYuan::steps),
        "investment" => it.investment.map(WanYuan::steps),
        "jobs" => it.jobs.map(Count::steps),
        "land" => it.land.map(Mu::steps),
        _ => None,
    }
}

/// The capacity of a park in `column`.
pub fn park_steps(it: &Park, column: Column) -> Option<i64> {
    let spare = &it.capacities;
    match column.spec().field {
        "capacities.net_land" => spare.net_land.map(Mu::steps),
        "capacities.largest_plot" => spare.largest_plot.map(Mu::steps),
        "capacities.chemical_zone_land" => spare.chemical_zone_land.map(Mu::steps),
        "capacities.plant_floor" => spare.plant_floor.map(SquareMetres::steps),
        "capacities.power" => spare.power.map(Megawatts::steps),
        "capacities.sewage" => spare.sewage.map(TonnesPerDay::steps),
        "capacities.chemical_sewage" => spare.chemical_sewage.map(TonnesPerDay::steps),
        "capacities.water" => spare.water.map(TonnesPerDay::steps),
        "capacities.energy_quota" => spare.energy_quota.map(Tce::steps),
        _ => None,
    }
}

/// All that words can mean.
#[derive(Debug)]
pub struct Context<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What the person said.
    pub wish: &'a Wish,
    /// Units and parks.
    pub places: Places,
    /// Sub-sectors.
    pub industries: Industries,
    /// Facilities and streams.
    pub named: Named,
    groups: BTreeMap<String, GroupId>,
    documents: BTreeMap<String, DocumentId>,
    indicators: BTreeMap<String, RecordId>,
}

impl<'a> Context<'a> {
    /// The names of `scenario`, with what the person said.
    pub fn new(scenario: &'a Scenario, wish: &'a Wish) -> Self {
        let of_projects = scenario.projects.iter().filter_map(|it| it.group.as_ref());
        let groups = scenario.enterprises.iter().filter_map(|it| it.group.as_ref()).chain(of_projects);
        let documents = scenario
            .documents
            .iter()
            .flat_map(|it| [it.id.to_string(), key(&it.title.zh), key(&it.title.en)].map(|name| (name, it.id.clone())));
        Self {
            scenario,
            wish,
            places: Places::new(scenario),
            industries: Industries::new(scenario),
            named: Named::new(scenario),
            groups: groups.map(|it| (it.to_string(), it.clone())).collect(),
            documents: documents.filter(|(name, _)| !name.is_empty()).collect(),
            indicators: scenario.indicators.iter().map(|it| (key(it.id.as_str()), it.id.clone())).collect(),
        }
    }

    /// The record of `table` whose id is `id`.
    pub fn existing(&self, table: TableKind, id: &str) -> Option<Existing<'a>> {
        let scenario = self.scenario;
        match table {
            TableKind::Projects => {
                let found = scenario.projects.get(&ProjectId::new(id).ok()?)?;
                Some(Existing::Project(found))
            }
            TableKind::Enterprises => {
                let found = scenario.enterprises.get(&EnterpriseId::new(id).ok()?)?;
                Some(Existing::Enterprise(found))
            }
            TableKind::Parks => Some(Existing::Park(scenario.parks.get(&ParkId::new(id).ok()?)?)),
            TableKind::IndicatorValues => None,
        }
    }

    /// The company group that `written` names: one of the scenario, or a new one where the words may be an id.
    pub fn group(&self, written: &str) -> Option<GroupId> {
        let written = written.trim();
        if super::figure::missing(&super::clean::folded(written)).is_some() {
            return None;
        }
        self.groups.get(written).cloned().or_else(|| GroupId::new(written).ok())
    }

    /// The document that `written` names.
    pub fn document(&self, written: &str) -> Option<DocumentId> {
        self.documents.get(written.trim()).or_else(|| self.documents.get(&key(written))).cloned()
    }

    /// The indicator that `written` names.
    pub fn indicator(&self, written: &str) -> Option<RecordId> {
        self.indicators.get(&key(written)).cloned()
    }

    /// The ids of all indicators.
    pub fn indicator_ids(&self) -> Vec<String> {
        self.indicators.values().map(RecordId::to_string).collect()
    }

    /// The unit of an indicator, and the steps of the lower of its goalposts.
    pub fn indicator_unit(&self, id: &RecordId) -> (String, Option<i64>) {
        let found = self.scenario.indicators.get(id);
        let lower = found.map(|it| it.goalpost_low.steps().min(it.goalpost_high.steps()));
        (found.map(|it| it.unit.clone()).unwrap_or_default(), lower)
    }
}

//! Do the worked examples of a pack come out as they say? Each becomes a tiny scenario, judged by the ordinary rules.

use jiff::civil::Date;

use crate::{
    model::{
        enterprise::Enterprise,
        evidence::Evidence,
        id::{EnterpriseId, IdError, IndustryId, ParkId, PlanId, PositionId, ProjectId},
        industry::{EnvironmentClass, Industry},
        park::{Capacities, Park, ParkLevel, Position, Role},
        plan::{Pin, Placement, Plan, PlanStatus},
        policy::{Example, ExampleProject, ExpectedState, Pack, Rule},
        project::{Project, ProjectKind, RegisterStatus},
        quantity::{Count, WanYuan},
        scenario::Scenario,
        table::Table,
        text::Text,
    },
    rules::{facts::Facts, finding::State, judge},
};

/// Day on which examples are judged, unless the rule comes into force later or has lapsed by then.
const DAY: Date = jiff::civil::date(2022, 7, 8);

/// How an example came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What it shows.
    pub title: Text,
    /// The state that it expects.
    pub expected: State,
    /// The state that the rule found.
    pub found: State,
}

impl Outcome {
    /// Tells whether the rule found what the example expects.
    pub fn is_met(&self) -> bool {
        self.expected == self.found
    }
}

/// Judges every example of `rule`, a rule of `pack`.
pub fn outcomes(pack: &Pack, rule: &Rule) -> Result<Vec<Outcome>, IdError> {
    rule.examples.iter().map(|example| outcome(pack, rule, example)).collect()
}

fn outcome(pack: &Pack, rule: &Rule, example: &Example) -> Result<Outcome, IdError> {
    let scenario = scenario_of(pack, rule, example)?;
    let park = ParkId::new("park")?;
    let facts = Facts::of(&scenario, &scenario.active_plan);
    let findings = facts.park(&park).map(|facts| judge(&scenario, &scenario.active_plan, &park, facts));
    let worst = findings.iter().flatten().map(|finding| finding.state).min();
    Ok(Outcome {
        title: example.title.clone(),
        expected: expected(example.expect),
        found: worst.unwrap_or(State::NotApplicable),
    })
}

const fn expected(state: ExpectedState) -> State {
    match state {
        ExpectedState::Holds => State::Holds,
        ExpectedState::Near => State::Near,
        ExpectedState::Broken => State::Broken,
        ExpectedState::Unknown => State::Unknown,
        ExpectedState::NotApplicable => State::NotApplicable,
    }
}

fn scenario_of(pack: &Pack, rule: &Rule, example: &Example) -> Result<Scenario, IdError> {
    let day = rule.valid_from.into_iter().fold(rule.valid_to.map_or(DAY, |to| to.min(DAY)), Date::max);
    let plan = Plan { id: PlanId::new("A")?, name: Text::new("示例", "Example"), status: PlanStatus::Draft };
    let rules: Table<Rule> = std::iter::once(rule.clone()).collect();
    let mut scenario = Scenario::blank(example.title.clone(), day, plan, pack.clone(), rules);
    let here = ParkId::new("park")?;
    for (id, level) in [(here.clone(), example.level), (ParkId::new("elsewhere")?, ParkLevel::Municipal)] {
        scenario.parks.insert(park(id, level, example));
    }
    let roles = [(Role::Leading, &example.leading), (Role::Characteristic, &example.characteristic)];
    for (role, lists) in roles {
        for (order, industries) in (1_u32..).zip(lists) {
            let letter = if role == Role::Leading { "L" } else { "C" };
            scenario.positions.insert(Position {
                id: PositionId::new(&format!("{letter}{order}"))?,
                park: here.clone(),
                role,
                name: Text::default(),
                industries: industries.clone(),
                order,
                valid_from: None,
                valid_to: None,
                document: None,
                evidence: Evidence::default(),
            });
        }
    }
    if let Some((industry, class, output)) = &example.existing {
        scenario.industries.insert(industry_of(industry, *class));
        scenario.enterprises.insert(enterprise(&here, industry, *output)?);
    }
    for (seq, asked) in (1_u32..).zip(&example.placed) {
        let project = project(seq, asked)?;
        let park = if asked.pinned_but_elsewhere { ParkId::new("elsewhere")? } else { here.clone() };
        let (plan, id) = (scenario.active_plan.clone(), project.id.clone());
        if asked.pinned_but_elsewhere {
            let pin = Pin { plan: plan.clone(), project: id.clone(), park: here.clone(), reason: String::new() };
            scenario.pins.insert(pin);
        }
        let premises = scenario.usual_premises(&project);
        scenario.placements.insert(Placement { plan, project: id, park, premises, seq });
        scenario.projects.insert(project);
    }
    Ok(scenario)
}

fn park(id: ParkId, level: ParkLevel, example: &Example) -> Park {
    Park {
        id,
        name: Text::default(),
        short_name: Text::default(),
        level,
        rank: 0,
        administrative_units: Vec::new(),
        beneficiary_unit: None,
        place: None,
        capacities: Capacities { net_land: example.net_land, ..Capacities::default() },
        chemical_park: example.chemical_park,
        facilities: example.facilities.clone(),
        threshold_factor: None,
        access_time: None,
        service_index: None,
        access_listed: false,
        bank_distance: None,
        evidence: Evidence::default(),
    }
}

fn industry_of(id: &IndustryId, class: EnvironmentClass) -> Industry {
    Industry {
        id: id.clone(),
        code: String::new(),
        name: Text::default(),
        sector: Text::default(),
        gbt4754: Vec::new(),
        environment_class: class,
        investment_per_mu: None,
        tax_per_mu: None,
        new_track: false,
        evidence: Evidence::default(),
    }
}

fn enterprise(park: &ParkId, industry: &IndustryId, output: WanYuan) -> Result<Enterprise, IdError> {
    Ok(Enterprise {
        id: EnterpriseId::new("existing")?,
        name: Text::default(),
        park: park.clone(),
        industry: industry.clone(),
        group: None,
        firms: Count::from_steps(1),
        output: Some(output),
        tax: None,
        investment: None,
        jobs: None,
        land: None,
        flagship: false,
        chain_leader: false,
        honours: Vec::new(),
        year: None,
        evidence: Evidence::default(),
    })
}

fn project(number: u32, asked: &ExampleProject) -> Result<Project, IdError> {
    Ok(Project {
        id: ProjectId::new(&format!("P{number}"))?,
        name: Text::default(),
        kind: ProjectKind::New,
        status: RegisterStatus::InTalks,
        industry: asked.industry.clone(),
        group: None,
        first_reporter: None,
        first_report: None,
        investment: None,
        land: asked.land,
        floor_area: None,
        plant_suitable: asked.plant_suitable,
        jobs: None,
        output: None,
        tax: None,
        power: None,
        electricity: None,
        gas: None,
        water: None,
        waste_water: None,
        stream: asked.stream.clone(),
        environment_class: None,
        chemical_process: asked.chemical,
        two_high: false,
        facilities: Vec::new(),
        tags: Vec::new(),
        phases: Vec::new(),
        evidence: Evidence::default(),
    })
}

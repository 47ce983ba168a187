//! Do the worked examples of a pack come out as they say? Each becomes a tiny scenario, judged by the ordinary rules.

use jiff::civil::Date;

use crate::{
    model::{
        enterprise::Enterprise,
        evidence::Evidence,
        id::{
            CharacteristicParkId, EnterpriseId, IdError, IndustryId, ParkId, PlanId, PositionId, ProjectId, RecordId,
            UnitId,
        },
        industry::{EnvironmentClass, Industry},
        park::{Capacities, CharacteristicPark, Park, ParkLevel, Position, Recognition, Role},
        plan::{Grant, Opinion, Pin, Placement, Plan, PlanStatus, Stance, Stipulation},
        policy::{Example, ExampleProject, ExpectedState, Mode, Pack, Rule},
        project::{Project, ProjectKind, RegisterStatus},
        quantity::{Count, WanYuan},
        scenario::Scenario,
        support::Programme,
        table::Table,
        text::Text,
    },
    rules::{Book, Parks, Standing, facts::Facts, finding::State, registered},
};

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

/// Judges every example of `rule`, one of the `rules` of `pack`, on the day of the pack unless the rule comes into force later or
/// has lapsed by then. All of them are in force: some read another's parameters. A rule that is off is judged as it would be if
/// somebody switched it on: its examples say what it means.
pub fn outcomes(pack: &Pack, rules: &Table<Rule>, rule: &Rule) -> Result<Vec<Outcome>, IdError> {
    rule.examples.iter().map(|example| outcome(pack, rules, rule, example)).collect()
}

fn outcome(pack: &Pack, rules: &Table<Rule>, rule: &Rule, example: &Example) -> Result<Outcome, IdError> {
    let scenario = scenario_of(pack, rules, rule, example)?;
    let park = ParkId::new("park")?;
    let facts = Facts::of(&scenario, &scenario.active_plan);
    let book = Book::new(&scenario, &facts);
    let mut findings = facts.park(&park).map(|facts| book.park(&park, facts)).unwrap_or_default();
    let stands = |project: &ProjectId| facts.home(project).is_some();
    let registered = registered(&scenario);
    let standing = Standing {
        leading: facts.leading(),
        registered: &registered,
        totals: facts.city(),
        parks: Parks { facts: Some(&facts), changed: None },
        stands: &stands,
    };
    findings.extend(book.city(&standing));
    findings.extend(book.pools(&standing));
    findings.extend(book.register());
    let worst = findings.iter().filter(|finding| finding.rule == rule.id).map(|finding| finding.state).min();
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

fn scenario_of(pack: &Pack, rules: &Table<Rule>, rule: &Rule, example: &Example) -> Result<Scenario, IdError> {
    let last = rule.valid_to.map_or(pack.date, |to| to.min(pack.date));
    let day = rule.valid_from.into_iter().fold(last, Date::max);
    let plan = Plan { id: PlanId::new("A")?, name: Text::new("示例", "Example"), status: PlanStatus::Draft };
    let mut scenario = Scenario::blank(example.title.clone(), day, plan, pack.clone(), rules.clone());
    if rule.mode == Mode::Off {
        scenario.rules.insert(Rule { mode: Mode::Warn, ..rule.clone() });
    }
    let here = ParkId::new("park")?;
    let elsewhere = ParkId::new("elsewhere")?;
    scenario.parks.insert(park(here.clone(), example));
    scenario.parks.insert(Park {
        level: ParkLevel::Municipal,
        beneficiary_unit: None,
        ..park(elsewhere.clone(), example)
    });
    let roles = [(Role::Leading, "L", &example.leading), (Role::Characteristic, "C", &example.characteristic)];
    for (role, letter, lists) in roles {
        for (order, industries) in (1_u32..).zip(lists) {
            let id = PositionId::new(&format!("{letter}{order}"))?;
            scenario.positions.insert(position(id, here.clone(), role, industries.clone(), order));
        }
    }
    for (number, industries) in (1_u32..).zip(&example.leading_elsewhere) {
        let other = ParkId::new(&format!("elsewhere{number}"))?;
        scenario.parks.insert(park(other.clone(), example));
        let id = PositionId::new(&format!("E{number}"))?;
        scenario.positions.insert(position(id, other, Role::Leading, industries.clone(), 1));
    }
    for (number, industry) in (1_u32..).zip(&example.themes_elsewhere) {
        scenario.characteristic_parks.insert(CharacteristicPark {
            id: CharacteristicParkId::new(&format!("theme{number}"))?,
            name: None,
            park: Some(elsewhere.clone()),
            industry: Some(industry.clone()),
            recognition: Recognition::Recognised,
            level: crate::model::park::ParkLevel::Municipal,
            since: day,
            evidence: Evidence::default(),
        });
    }
    if let Some((industry, class, output)) = &example.existing {
        scenario.industries.insert(industry_of(industry, *class, example));
        let firm = enterprise(&here, industry, *output)?;
        scenario.enterprises.insert(Enterprise { year: example.existing_year, ..firm });
    }
    for (seq, asked) in (1_u32..).zip(&example.placed) {
        add_project(&mut scenario, example, seq, asked)?;
    }
    Ok(scenario)
}

/// Adds a project of the example, with everything that it says about where it stands.
fn add_project(s: &mut Scenario, example: &Example, seq: u32, asked: &ExampleProject) -> Result<(), IdError> {
    let (here, elsewhere) = (ParkId::new("park")?, ParkId::new("elsewhere")?);
    let project = project(seq, asked)?;
    if !s.industries.contains(&project.industry) {
        s.industries.insert(industry_of(&project.industry, EnvironmentClass::E1, example));
    }
    let (plan, id) = (s.active_plan.clone(), project.id.clone());
    if asked.pinned_but_elsewhere {
        let pin = Pin { plan: plan.clone(), project: id.clone(), park: here.clone(), reason: String::new() };
        s.pins.insert(pin);
    }
    if let Some(word) = asked.word {
        let park = if asked.elsewhere { elsewhere.clone() } else { here.clone() };
        let reason = String::new();
        s.stipulations.insert(Stipulation { plan: plan.clone(), project: id.clone(), park, word, reason });
    }
    if let Some(amount) = asked.grant {
        let programme = RecordId::new("programme")?;
        s.programmes.insert(Programme::new(programme.clone(), Text::default(), example.budget, Evidence::default()));
        s.grants.insert(Grant::new(plan.clone(), programme, id.clone(), amount));
    }
    for number in 1..=asked.accepted_by {
        let park = ParkId::new(&format!("committee{number}"))?;
        let (stance, reason) = (Stance::Accept, String::new());
        s.opinions.insert(Opinion { plan: plan.clone(), park, project: id.clone(), stance, reason });
    }
    if !asked.only_in_register {
        let park = if asked.pinned_but_elsewhere { elsewhere } else { here };
        let premises = s.usual_premises(&project);
        s.placements.insert(Placement { plan, project: id, park, premises, seq });
    }
    s.projects.insert(project);
    Ok(())
}

fn position(id: PositionId, park: ParkId, role: Role, industries: Vec<IndustryId>, order: u32) -> Position {
    Position {
        id,
        park,
        role,
        name: Text::default(),
        industries,
        order,
        valid_from: None,
        valid_to: None,
        document: None,
        evidence: Evidence::default(),
    }
}

fn park(id: ParkId, example: &Example) -> Park {
    let others = example.capacities.clone().unwrap_or_default();
    Park {
        id,
        name: Text::default(),
        short_name: Text::default(),
        level: example.level,
        rank: 0,
        administrative_units: Vec::new(),
        beneficiary_unit: UnitId::new("host").ok(),
        place: None,
        capacities: Capacities { net_land: example.net_land.or(others.net_land), ..others },
        chemical_park: example.chemical_park,
        facilities: example.facilities.clone(),
        threshold_factor: example.threshold_factor,
        access_time: None,
        service_index: None,
        access_listed: example.access_listed,
        admitted: Vec::new(),
        barred: example.barred.clone(),
        bank_distance: example.bank_distance,
        evidence: Evidence::default(),
    }
}

fn industry_of(id: &IndustryId, class: EnvironmentClass, example: &Example) -> Industry {
    let thresholds = example.thresholds.clone().unwrap_or_default();
    Industry {
        id: id.clone(),
        code: String::new(),
        name: Text::default(),
        sector: Text::default(),
        gbt4754: Vec::new(),
        environment_class: class,
        investment_per_mu: thresholds.investment_per_mu,
        tax_per_mu: thresholds.tax_per_mu,
        output_per_mu: thresholds.output_per_mu,
        floor_area_ratio: thresholds.floor_area_ratio,
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
        name: Text::new(asked.name.as_str(), ""),
        kind: if asked.relocation { ProjectKind::Relocation } else { ProjectKind::New },
        status: if asked.only_in_register { RegisterStatus::Placed } else { RegisterStatus::InTalks },
        industry: asked.industry.clone(),
        investor: String::new(),
        content: String::new(),
        preferred_park: None,
        group: None,
        first_reporter: Some(UnitId::new(if asked.relocation { "origin" } else { "host" })?),
        first_report: asked.first_report,
        investment: asked.investment,
        land: asked.land,
        floor_area: asked.floor_area,
        plant_suitable: asked.plant_suitable,
        jobs: None,
        output: asked.output,
        tax: asked.tax,
        power: asked.power,
        electricity: asked.electricity,
        gas: asked.gas,
        water: asked.water,
        waste_water: asked.waste_water,
        stream: asked.stream.clone(),
        environment_class: asked.environment_class,
        chemical_process: asked.chemical,
        two_high: asked.two_high,
        approval: asked.approval.clone(),
        facilities: Vec::new(),
        tags: Vec::new(),
        phases: Vec::new(),
        evidence: Evidence::default(),
    })
}

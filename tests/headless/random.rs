//! What do the properties hold of? Small cities at random that every rule of the default pack has something to say about.
//!
//! Figures are lopsided, zero, one step, or absent; limits are met exactly now and then. What is made can be saved.

use jiff::civil::date;
use parkboard::model::{
    enterprise::Enterprise,
    evidence::Evidence,
    id::{CharacteristicParkId, GroupId, UnitId},
    industry::{EnvironmentClass, Industry},
    park::{CharacteristicPark, ChemicalStatus, ParkLevel, Recognition, Role, Unit, UnitKind},
    plan::{
        Agreement, Assumption, Decision, Lock, Opinion, Phasing, Placement, Plan, PlanComparison, PlanStatus,
        PlanWeight, Premises, Relocation, Reserved, Resolution, Stance, Stipulation, Subject, Word,
    },
    policy::Mode,
    project::{Phase, ProjectKind, RegisterStatus},
    quantity::{
        Count, Factor, Megawatts, Metres, Mu, SquareMetres, Tce, TonnesPerDay, WanCubicMetres, WanKwh, WanYuan,
    },
    scenario::Scenario,
    sharing::SharingTemplate,
    support::{Document, Programme, Session, Weight},
    text::Text,
};

use crate::fixture::{
    Build, Chance, DAY, INDUSTRIES, document_id, enterprise_id, facility_id, industry, industry_id, mu, name, park_id,
    plan_id, position, project, project_id, record_id, rule_id, stream_id, whole_city,
};

/// Sub-sectors besides [`INDUSTRIES`]: one that food is kept clear of, one that needs a licence.
const MORE: [(&str, EnvironmentClass); 2] =
    [("fine-chemicals", EnvironmentClass::E4), ("isotopes", EnvironmentClass::ER)];

const CLASSES: [EnvironmentClass; 7] = [
    EnvironmentClass::E0,
    EnvironmentClass::E1,
    EnvironmentClass::E2,
    EnvironmentClass::E3,
    EnvironmentClass::E4,
    EnvironmentClass::E5,
    EnvironmentClass::ER,
];

/// A figure in steps: now and then none, zero, one, all of `most`; else anything up to `most`.
fn steps(chance: &mut Chance, most: i64) -> Option<i64> {
    match chance.below(9) {
        0 => None,
        1 => Some(0),
        2 => Some(1),
        3 => Some(most),
        _ => Some(chance.between(0, most)),
    }
}

fn unit(id: &str) -> UnitId {
    UnitId::new(id).unwrap()
}

/// One of the two units, or none.
fn any_unit(chance: &mut Chance) -> Option<UnitId> {
    (!chance.once_in(5)).then(|| unit(chance.one::<&str>(&["east", "west"])))
}

fn any_industry(chance: &mut Chance) -> &'static str {
    let at = chance.below(INDUSTRIES.len() + MORE.len());
    INDUSTRIES.iter().chain(&MORE).nth(at).unwrap().0
}

fn any_park(chance: &mut Chance) -> String {
    format!("park-{}", chance.below(4))
}

/// A small city at random, that makes sense: all rules or nine of them, four parks, nine projects, two or three plans, and some of
/// everything that the rules read.
pub fn random_city(chance: &mut Chance) -> Scenario {
    let mut city = whole_city();
    if !chance.once_in(5) {
        let mut rules: Vec<_> = city.rules.iter().map(|rule| rule.id.clone()).collect();
        chance.shuffle(&mut rules);
        city.rules.retain(|rule| rules.iter().take(9).any(|id| *id == rule.id));
    }
    surroundings(chance, &mut city);
    let levels = [ParkLevel::National, ParkLevel::Provincial, ParkLevel::Provincial, ParkLevel::Municipal];
    for (number, level) in levels.into_iter().enumerate() {
        let id = format!("park-{number}");
        city.park(&id, level, "");
        random_park(chance, &mut city, &id);
        random_positions(chance, &mut city, &id);
    }
    for number in 1..=9 {
        random_project(chance, &mut city, number);
    }
    for number in 0..4 {
        random_enterprise(chance, &mut city, number);
    }
    for number in 0..chance.below(3) {
        let recognition = *chance.one(&[Recognition::Recognised, Recognition::Recognised, Recognition::Cultivated]);
        city.characteristic_parks.insert(CharacteristicPark {
            id: CharacteristicParkId::new(&format!("theme-{number}")).unwrap(),
            name: None,
            park: (!chance.once_in(4)).then(|| park_id(&any_park(chance))),
            industry: Some(industry_id(any_industry(chance))),
            recognition,
            level: parkboard::model::park::ParkLevel::Municipal,
            since: *chance.one(&[date(2021, 3, 4), DAY, date(2022, 7, 9)]),
            evidence: Evidence::default(),
        });
    }
    random_plans(chance, &mut city);
    random_words(chance, &mut city);
    city
}

/// Sub-sectors with their thresholds, units, a document, a sharing template, a meeting.
fn surroundings(chance: &mut Chance, city: &mut Scenario) {
    for (id, class) in INDUSTRIES.into_iter().chain(MORE) {
        let class = if chance.once_in(6) { *chance.one(&CLASSES) } else { class };
        city.industries.insert(Industry {
            investment_per_mu: steps(chance, 40_000).map(WanYuan::from_steps),
            tax_per_mu: steps(chance, 3_000).map(WanYuan::from_steps),
            output_per_mu: steps(chance, 60_000).map(WanYuan::from_steps),
            floor_area_ratio: steps(chance, 2_000).map(Factor::from_steps),
            ..industry(id, class)
        });
    }
    for (id, points) in [("chain-coupling", 14), ("new-track", 0), ("position-fit", 18)] {
        city.scoring.insert(Weight { id: record_id(id), weight: Factor::from_steps(points * 1_000) });
    }
    for id in ["east", "west"] {
        let kind = UnitKind::District;
        city.units.insert(Unit { id: unit(id), name: name(id), kind, place: None, evidence: Evidence::default() });
    }
    city.documents.insert(Document {
        id: document_id("approval"),
        title: name("approval"),
        date: None,
        text_at_hand: false,
        note: String::new(),
    });
    city.sharing_templates.insert(SharingTemplate::new(
        record_id("template"),
        name("template"),
        Vec::new(),
        Evidence::default(),
    ));
    city.programmes.insert(Programme::new(
        record_id("fund"),
        name("fund"),
        Some(WanYuan::from_steps(50_000)),
        Evidence::default(),
    ));
    let (id, chair) = (record_id("june"), String::new());
    city.sessions.insert(Session {
        id,
        name: name("june"),
        date: date(2022, 6, 22),
        chair,
        offices: vec![],
        frozen: None,
    });
}

fn random_park(chance: &mut Chance, city: &mut Scenario, id: &str) {
    let statuses = [
        None,
        Some(ChemicalStatus::None),
        Some(ChemicalStatus::ToBeConfirmed),
        Some(ChemicalStatus::Recognised { since: DAY }),
        Some(ChemicalStatus::Recognised { since: date(2023, 1, 1) }),
    ];
    city.set_park(id, |park| {
        park.beneficiary_unit = any_unit(chance);
        park.chemical_park = *chance.one(&statuses);
        park.facilities = (!chance.once_in(4)).then(|| {
            let known = ["plating-treatment", "dyeing-treatment", "radiation-site"];
            known.into_iter().filter(|_| chance.once_in(2)).map(facility_id).collect()
        });
        park.threshold_factor = steps(chance, 1_500).map(Factor::from_steps);
        park.bank_distance =
            [None, Some(0), Some(999), Some(1_000), Some(5_000)][chance.below(5)].map(Metres::from_steps);
        park.access_listed = chance.once_in(3);
        park.admitted = INDUSTRIES.iter().filter(|_| chance.once_in(3)).map(|(id, _)| industry_id(id)).collect();
        park.barred = INDUSTRIES.iter().filter(|_| chance.once_in(5)).map(|(id, _)| industry_id(id)).collect();
        let spare = &mut park.capacities;
        spare.net_land = steps(chance, 40_000).map(Mu::from_steps);
        spare.largest_plot = steps(chance, 16_000).map(Mu::from_steps);
        spare.chemical_zone_land = steps(chance, 20_000).map(Mu::from_steps);
        spare.plant_floor = steps(chance, 50_000).map(SquareMetres::from_steps);
        spare.power = steps(chance, 60_000).map(Megawatts::from_steps);
        spare.sewage = steps(chance, 9_000).map(TonnesPerDay::from_steps);
        spare.chemical_sewage = steps(chance, 9_000).map(TonnesPerDay::from_steps);
        spare.water = steps(chance, 30_000).map(TonnesPerDay::from_steps);
        spare.energy_quota = steps(chance, 90_000).map(Tce::from_steps);
    });
}

fn random_positions(chance: &mut Chance, city: &mut Scenario, park: &str) {
    let mut industries: Vec<&str> = INDUSTRIES.iter().chain(&MORE).map(|(id, _)| *id).collect();
    chance.shuffle(&mut industries);
    let mut rest = industries.as_slice();
    for (letter, role) in [("L", Role::Leading), ("C", Role::Characteristic)] {
        for order in 1..=u32::try_from(chance.below(4)).unwrap() {
            let take = if chance.once_in(7) { 5 } else { 1 + chance.below(2) };
            let (these, others) = rest.split_at(take.min(rest.len()));
            rest = others;
            if !these.is_empty() {
                city.positions.insert(position(&format!("{park}-{letter}{order}"), park, role, these, order));
            }
        }
    }
}

fn random_project(chance: &mut Chance, city: &mut Scenario, number: usize) {
    let mut record = project(&format!("P{number}"), any_industry(chance));
    record.kind = *chance.one(&[ProjectKind::New, ProjectKind::Expansion, ProjectKind::Relocation]);
    record.status = *chance.one(&[
        RegisterStatus::InTalks,
        RegisterStatus::InTalks,
        RegisterStatus::Signed,
        RegisterStatus::Placed,
        RegisterStatus::Conditional,
        RegisterStatus::Held,
    ]);
    if chance.once_in(3) {
        record.name = Text::new("年产万吨新材料项目", "new materials");
    }
    record.group = chance.once_in(4).then(|| GroupId::new("group").unwrap());
    record.first_reporter = any_unit(chance);
    record.first_report = *chance.one(&[None, Some(date(2021, 7, 7)), Some(date(2021, 7, 8)), Some(date(2022, 7, 1))]);
    record.land = steps(chance, 16_000).map(Mu::from_steps);
    record.investment = steps(chance, 6_000_000).map(WanYuan::from_steps);
    record.output = steps(chance, 9_000_000).map(WanYuan::from_steps);
    record.tax = steps(chance, 900_000).map(WanYuan::from_steps);
    record.jobs = steps(chance, 900).map(Count::from_steps);
    record.plant_suitable = chance.once_in(3);
    record.floor_area = steps(chance, 30_000).map(SquareMetres::from_steps);
    record.power = steps(chance, 40_000).map(Megawatts::from_steps);
    record.electricity = steps(chance, 900_000).map(WanKwh::from_steps);
    record.gas = steps(chance, 90_000).map(WanCubicMetres::from_steps);
    record.water = steps(chance, 20_000).map(TonnesPerDay::from_steps);
    record.waste_water = steps(chance, 8_000).map(TonnesPerDay::from_steps);
    let streams = ["plating", "chemical", "dyeing", "general", "unheard-of"];
    record.stream = (!chance.once_in(6)).then(|| stream_id(chance.one::<&str>(&streams)));
    record.chemical_process = [None, Some(false), Some(true)][chance.below(3)];
    record.environment_class = chance.once_in(3).then(|| *chance.one(&CLASSES));
    record.two_high = chance.once_in(5);
    record.approval = chance.once_in(3).then(|| document_id("approval"));
    city.projects.insert(record);
}

fn random_enterprise(chance: &mut Chance, city: &mut Scenario, number: usize) {
    let (id, park, industry) = (format!("firm-{number}"), any_park(chance), any_industry(chance));
    city.enterprise(&id, &park, industry, None);
    let record = Enterprise::clone(city.enterprises.get(&enterprise_id(&id)).unwrap());
    city.enterprises.insert(Enterprise {
        firms: Count::from_steps(i64::from(!chance.once_in(5))),
        output: steps(chance, 70_000).map(WanYuan::from_steps),
        tax: steps(chance, 80_000).map(WanYuan::from_steps),
        year: *chance.one(&[None, Some(2016), Some(2017), Some(2021)]),
        land: steps(chance, 9_000).map(Mu::from_steps),
        chain_leader: chance.once_in(6),
        ..record
    });
}

fn random_plans(chance: &mut Chance, city: &mut Scenario) {
    city.plans.insert(Plan { id: plan_id("B"), name: name("B"), status: PlanStatus::Draft });
    if chance.once_in(3) {
        let status = PlanStatus::Approved { on: date(2022, 7, 1), by: "office".into() };
        city.plans.insert(Plan { id: plan_id("C"), name: name("C"), status });
    }
    for number in 1..=9 {
        let (project, park) = (format!("P{number}"), any_park(chance));
        if chance.once_in(2) {
            city.place(&project, &park);
        }
        if chance.once_in(6) {
            city.pin_to(&project, &park);
        }
    }
    for id in ["R1", "R3"] {
        if chance.once_in(2) {
            let amount = match chance.below(3) {
                0 => Reserved::Power(Megawatts::from_steps(chance.between(1, 9_000))),
                1 => Reserved::PlantFloor(SquareMetres::from_steps(chance.between(1, 9_000))),
                _ => Reserved::Land(Mu::from_steps(chance.between(1, 5_000))),
            };
            let until = *chance.one(&[date(2022, 7, 7), DAY, date(2022, 12, 31)]);
            city.reserve(id, &any_park(chance), amount, until);
        }
    }
    if chance.once_in(2) {
        let (path, value) = (format!("parks/{}/capacities.net_land", any_park(chance)), "41.25".to_owned());
        let reason = "what if".to_owned();
        city.assumptions.insert(Assumption { plan: plan_id("A"), path, value, reason });
    }
    if chance.once_in(2) {
        let phase = Phase { number: 2, land: Some(mu("3.5")), investment: None, until: date(2022, 12, 31) };
        let (project, land) = (project_id("P3"), mu("11.25"));
        let phasing = Phasing { plan: plan_id("A"), project, land, investment: None, later: vec![phase] };
        city.phasings.insert(phasing);
    }
    if chance.once_in(5) {
        city.locks.insert(Lock { plan: plan_id("A"), park: park_id(&any_park(chance)), reason: "full".into() });
    }
    if chance.once_in(3) {
        let (plan, weight) = (plan_id("A"), Factor::from_steps(7_500));
        city.plan_weights.insert(PlanWeight { plan: plan.clone(), criterion: record_id("new-track"), weight });
        let (one, other, value) = (record_id("factors"), record_id("services"), Factor::from_steps(3_000));
        city.plan_comparisons.insert(PlanComparison { plan, one, other, value });
    }
    let premises = [Premises::OwnLand, Premises::StandardPlant];
    if chance.once_in(3) {
        let (plan, project, park) = (plan_id("B"), project_id("P1"), park_id("park-2"));
        city.placements.insert(Placement { plan, project, park, premises: premises[chance.below(2)], seq: 1 });
    }
}

/// What people say: stipulations, opinions, agreements, relocations, decisions; other modes of rules, and waivers.
fn random_words(chance: &mut Chance, city: &mut Scenario) {
    for _ in 0..chance.below(3) {
        let word = *chance.one(&[Word::Required, Word::Forbidden]);
        let project = project_id(&format!("P{}", 1 + chance.below(9)));
        let (plan, park) = (plan_id("A"), park_id(&any_park(chance)));
        city.stipulations.insert(Stipulation { plan, project, park, word, reason: "investor".into() });
    }
    for _ in 0..chance.below(5) {
        let stance = *chance.one(&[Stance::Accept, Stance::WithConditions, Stance::Decline]);
        let (plan, park) = (plan_id(chance.one::<&str>(&["A", "A", "B"])), park_id(&any_park(chance)));
        let project = project_id(chance.one::<&str>(&["P1", "P2"]));
        city.opinions.insert(Opinion { plan, park, project, stance, reason: "told".into() });
    }
    if chance.once_in(2) {
        let project = project_id(&format!("P{}", 1 + chance.below(9)));
        city.agreements.insert(Agreement::new(
            (plan_id("A"), project),
            (unit("east"), unit("west")),
            record_id("template"),
            2022,
        ));
    }
    if chance.once_in(2) {
        city.relocations.insert(Relocation {
            plan: plan_id("A"),
            enterprise: enterprise_id("firm-1"),
            park: park_id(&any_park(chance)),
            reason: "room".into(),
            compensation: chance.one::<&str>(&["", "half of the tax"]).to_string(),
        });
    }
    if chance.once_in(4) {
        city.decisions.insert(Decision {
            session: record_id("june"),
            project: project_id("P4"),
            verdict: *chance.one(&[Resolution::Hold, Resolution::Return, Resolution::Place]),
            park: None,
            reason: "heard".into(),
            conditions: String::new(),
            owner: String::new(),
            deadline: None,
            recommended: None,
            before: None,
        });
    }
    let rules: Vec<String> = city.rules.iter().map(|rule| rule.id.to_string()).collect();
    if chance.once_in(3) {
        let mode = *chance.one(&[Mode::Warn, Mode::Off, Mode::Block, Mode::NeedsWaiver]);
        city.set_rule(chance.one::<String>(&rules), |rule| rule.mode = mode);
    }
    for _ in 0..chance.below(4) {
        let rule = chance.one(&rules).clone();
        if city.rules.get(&rule_id(&rule)).unwrap().mode == Mode::Block {
            continue;
        }
        let subject = match chance.below(3) {
            0 => Subject::Industry(industry_id(any_industry(chance))),
            1 => Subject::Project(project_id(&format!("P{}", 1 + chance.below(9)))),
            _ => Subject::Whole,
        };
        city.waive(&rule, &any_park(chance), subject, *chance.one(&[date(2022, 7, 7), DAY]));
    }
}

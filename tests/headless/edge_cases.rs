//! What happens in the cases that are hard on purpose? A county park that files a third leading industry, and a large plant
//! that wants land for a second phase kept; from the command to the sentence.

use jiff::civil::date;
use parkboard::{
    advise::{
        change::Kind,
        intake::{self, Intake},
        ranking, why_not,
    },
    evaluate::{judgement::Judgement, verdict::Verdict},
    io::settings::Settings,
    model::{
        edit::apply,
        industry::EnvironmentClass,
        park::{ChemicalStatus, ParkLevel, Role},
        plan::{Placement, PlanStatus, Premises, Subject, Waiver},
        project::Phase,
        quantity::{Mu, WanYuan},
        scenario::Scenario,
    },
    rules::finding::{Detail, Field, State},
    workbench::{Workbench, command::Command, positions::Proposal},
};

use crate::fixture::{
    Build, DAY, industry, industry_id, name, park_id, plan_id, position_id, project_id, rule_id, sample, whole_city,
};

#[test]
fn a_third_leading_industry_of_a_county_park_is_a_draft_that_nobody_approves() {
    let mut sample = sample();
    sample.placements.retain(|placement| placement.plan.as_str() != "B");
    sample.active_plan = plan_id("B");
    let mut bench = Workbench::on(sample, Settings::default());
    assert_eq!(bench.judgement().obstacles().len(), 0, "the empty plan could be approved");
    let approve = || Command::Approve { on: DAY, by: "市领导小组办公室".into() };
    let proposal = Proposal {
        park: park_id("zitong"),
        role: Role::Leading,
        name: name("packaging"),
        industries: vec![industry_id("packaging")],
        order: None,
    };
    bench.dispatch(Command::ProposePosition { position: None, proposal });
    assert_eq!(bench.scenario().positions_of(&plan_id("B"), &park_id("zitong")).len(), 4, "the draft takes it");
    let broken = |bench: &Workbench| -> Vec<(String, State, Vec<String>)> {
        let list = bench.judgement().obstacles().into_iter();
        list.map(|it| (it.rule.to_string(), it.state, crate::fixture::members(it))).collect()
    };
    let added = bench.scenario().positions_of(&plan_id("B"), &park_id("zitong"));
    let added = added.iter().find(|it| it.covers(&industry_id("packaging"))).unwrap().id.to_string();
    let members = vec![added.clone(), "(zitong-L1)".to_owned(), "(zitong-L2)".to_owned()];
    assert_eq!(broken(&bench), [("leading-cap".to_owned(), State::Broken, members)]);
    bench.dispatch(approve());
    let told = bench.notice().unwrap();
    assert_eq!((told.text.zh.as_str(), told.details.len()), ("未批准：1 个法定问题须先消除或豁免", 1));
    assert!(told.details[0].zh.contains("主导") && told.details[0].zh.contains('3'), "{}", told.details[0].zh);
    assert_eq!(bench.scenario().plans.get(&plan_id("B")).unwrap().status, PlanStatus::Draft);
    // Either cure will do: a waiver, or the position withdrawn.
    bench.dispatch(Command::Waive(Waiver {
        plan: plan_id("B"),
        rule: rule_id("leading-cap"),
        park: park_id("zitong"),
        subject: Subject::Whole,
        reason: "一事一议".into(),
        authority: "市领导小组".into(),
        expires: date(2022, 12, 31),
    }));
    assert_eq!(broken(&bench), []);
    bench.dispatch(Command::Undo);
    bench.dispatch(Command::WithdrawPosition(position_id(&added)));
    assert_eq!(broken(&bench), []);
    bench.dispatch(approve());
    assert!(matches!(bench.scenario().plans.get(&plan_id("B")).unwrap().status, PlanStatus::Approved { .. }));
}

/// A park of 600 mu whose largest plot is 400, and a vehicle plant of 500 mu with an investment of 210,000 万元 in it.
fn large_plant() -> Scenario {
    let mut city = whole_city();
    city.park("here", parkboard::model::park::ParkLevel::Provincial, "600");
    city.set_park("here", |park| {
        park.capacities.largest_plot = Some("400".parse().unwrap());
        park.threshold_factor = Some("1".parse().unwrap());
    });
    let mut vehicles = industry("vehicles", parkboard::model::industry::EnvironmentClass::E1);
    vehicles.investment_per_mu = Some("410".parse().unwrap());
    city.industries.insert(vehicles);
    city.project("P1", "vehicles", "500");
    city.set_project("P1", |it| it.investment = Some("210000".parse().unwrap()));
    let (plan, project, park) = (plan_id("A"), project_id("P1"), park_id("here"));
    city.placements.insert(Placement { plan, project, park, premises: Premises::OwnLand, seq: 1 });
    city
}

#[test]
fn a_large_plant_is_split_and_its_reserve_expires() {
    let mut bench = Workbench::on(large_plant(), Settings::default());
    let finding = |city: &Scenario, rule: &str| {
        let judged = Judgement::of(city, &plan_id("A"));
        let found: Vec<_> =
            judged.of_park(&park_id("here")).iter().filter(|it| it.rule.as_str() == rule).cloned().collect();
        assert_eq!(found.len(), 1, "{rule}");
        found[0].clone()
    };
    assert_eq!(finding(bench.scenario(), "largest-plot").state, State::Broken, "500 mu on a plot of 400");
    assert_eq!(finding(bench.scenario(), "investment-per-mu").state, State::Near, "420 a mu, where 410 are asked");
    let (until, land) = (date(2023, 6, 30), Some(Mu::from_steps(12_500)));
    let later = vec![Phase { number: 2, land, investment: Some(WanYuan::from_steps(6_000_000)), until }];
    bench.dispatch(Command::SetPhases {
        project: project_id("P1"),
        land: Mu::from_steps(37_500),
        investment: Some(WanYuan::from_steps(15_000_000)),
        later,
    });
    assert_eq!(finding(bench.scenario(), "largest-plot").state, State::Near, "375 mu of 400");
    let told = finding(bench.scenario(), "investment-per-mu");
    let Detail::Ratio { actual, least, with_phases, .. } = told.detail.clone() else { panic!("{told:?}") };
    assert_eq!((told.state, actual, least, with_phases), (State::Broken, 40_000, 41_000, Some(42_000)));
    let sentence = parkboard::i18n::finding::sentence(bench.scenario(), &told);
    for text in [&sentence.zh, &sentence.en] {
        assert!(text.contains("400") && text.contains("420"), "both values are told: {text}");
    }
    let mut city = bench.scenario().clone();
    for (day, reserved) in [(until, 12_500), (until.tomorrow().unwrap(), 0)] {
        city.as_of = day;
        let land = finding(&city, "land");
        let Detail::Land { used, reserved: kept, .. } = land.detail else { panic!("{land:?}") };
        assert_eq!((used.steps(), kept.steps()), (37_500, reserved), "{day}");
        assert_eq!(land.state, State::Holds, "a sixth is left");
    }
    assert!(finding(&city, "tax-per-mu").waits_for.contains(&Field::Brings(parkboard::model::policy::Yield::Tax)));
    bench.dispatch(Command::Undo);
    assert_eq!(finding(bench.scenario(), "largest-plot").state, State::Broken);
}

#[test]
fn a_cold_storage_depot_that_pays_little_is_returned_from_everywhere() {
    let mut city = whole_city();
    for id in ["here", "there"] {
        city.park(id, ParkLevel::Provincial, "600");
        city.set_park(id, |park| park.threshold_factor = Some("1".parse().unwrap()));
    }
    let mut storage = industry("cold-storage", EnvironmentClass::E0);
    storage.tax_per_mu = Some("15".parse().unwrap());
    city.industries.insert(storage);
    city.project("P1", "cold-storage", "120");
    city.set_project("P1", |it| it.tax = Some("120".parse().unwrap()));
    let judged = Judgement::of(&city, &plan_id("A"));
    let project = city.projects.get(&project_id("P1")).unwrap();
    let ranking = ranking::of(&judged, project);
    assert_eq!(intake::of(&project.id, &ranking), Intake::Return);
    for it in &ranking {
        let below: Vec<_> = intake::below(&project.id, it).collect();
        let [finding] = below.as_slice() else { panic!("{below:?}") };
        let sentence = parkboard::i18n::finding::sentence(&city, finding);
        assert!(finding.rule.as_str() == "tax-per-mu" && sentence.zh.contains("15"), "{}", sentence.zh);
    }
    assert!(parkboard::i18n::advice::intake(Intake::Return).zh.contains("退回"));
    // At the threshold it is placed.
    city.set_project("P1", |it| it.tax = Some("1800".parse().unwrap()));
    let judged = Judgement::of(&city, &plan_id("A"));
    let ranking = ranking::of(&judged, city.projects.get(&project_id("P1")).unwrap());
    assert_eq!(intake::of(&project_id("P1"), &ranking), Intake::Place);
}

#[test]
fn a_project_that_every_park_vetoes_gets_the_vetoes_by_park_and_the_cheapest_relaxation() {
    let mut city = whole_city();
    for (id, bank) in [("by-the-river", 500), ("inland", 5_000)] {
        city.park(id, ParkLevel::Provincial, "600");
        city.set_park(id, |park| {
            park.chemical_park = Some(ChemicalStatus::None);
            park.bank_distance = Some(parkboard::model::quantity::Metres::from_steps(bank));
            park.capacities.chemical_zone_land = Some(Mu::from_steps(40_000));
        });
    }
    city.project("P1", "fine-chemicals", "100");
    city.industries.insert(industry("fine-chemicals", EnvironmentClass::E4));
    city.set_project("P1", |it| it.chemical_process = Some(true));
    let judged = Judgement::of(&city, &plan_id("A"));
    let project = city.projects.get(&project_id("P1")).unwrap().clone();
    let closed = why_not::closed(&city, &judged, &project.id).unwrap();
    let vetoes = |park: &str| -> Vec<&str> {
        let of_park = closed.parks.iter().find(|(it, _)| it.as_str() == park).unwrap();
        of_park.1.iter().map(|it| it.rule.as_str()).collect()
    };
    assert_eq!(vetoes("inland"), ["chemical-park"]);
    assert_eq!(vetoes("by-the-river"), ["chemical-park", "river-bank"]);
    assert_eq!(intake::of(&project.id, &ranking::of(&judged, &project)), Intake::Hold);
    let (park, change) = closed.relaxation.clone().unwrap();
    assert_eq!((park.as_str(), change.kind), ("inland", Kind::Datum));
    let told = parkboard::i18n::advice::relaxation(&city, &closed);
    assert!(told.zh.contains("最省的放宽") && told.zh.contains("化工园区 = 已认定 2"), "{}", told.zh);
    apply(&mut city, &change.edit).unwrap();
    let after = ranking::of(&Judgement::of(&city, &plan_id("A")), &project);
    let inland = after.iter().find(|it| it.park == park).unwrap();
    assert!(inland.judged.verdict != Verdict::Vetoed && after[0].park == park);
    assert_eq!(why_not::closed(&city, &Judgement::of(&city, &plan_id("A")), &project.id), None);
}

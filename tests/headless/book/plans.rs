//! What does a plan say about the rules? Waivers, reservations, phases, assumptions, locks, approval, adopted positions.

use jiff::civil::date;
use parkboard::{
    evaluate::judgement::Judgement,
    model::{
        edit::{Edit, EditError, apply},
        park::{ChemicalStatus, Role},
        plan::{Assumption, Lock, Phasing, Reserved, Stipulation, Subject, Waiver, Word},
        policy::{Level, Yield},
        project::Phase,
        scenario::Scenario,
    },
    rules::finding::{Detail, Finding, Measure, State},
};

use super::{of, set_industry, stands, with_park};
use crate::fixture::{Build, DAY, industry_id, name, park_id, plan_id, position_id, project_id, rule_id};

fn waiver(rule: &str, subject: Subject) -> Edit {
    Edit::Waive(Waiver {
        plan: plan_id("A"),
        rule: rule_id(rule),
        park: park_id("here"),
        subject,
        reason: "talks go on".into(),
        authority: "the office".into(),
        expires: date(2022, 9, 30),
    })
}

#[test]
fn a_waiver_holds_to_its_last_day_and_never_against_a_block() {
    let mut city = with_park();
    city.set_park("here", |park| {
        park.capacities.power = Some(of("1.5"));
        park.bank_distance = Some(of("40"));
    });
    city.positions("here", Role::Leading, &[&["food", "feed", "apparel", "laser", "resin"]]);
    stands(&mut city, "P1", "food", |it| {
        it.power = Some(of("1.501"));
        it.chemical_process = Some(true);
    });
    let broad = Subject::Position(position_id("here-L1"));
    apply(&mut city, &waiver("power", Subject::Whole)).unwrap();
    apply(&mut city, &waiver("breadth", broad)).unwrap();
    let refused = apply(&mut city, &waiver("river-bank", Subject::Whole));
    assert_eq!(refused, Err(EditError::NotWaivable(rule_id("river-bank"))));
    city.waive("river-bank", "here", Subject::Whole, date(2022, 9, 30));
    for (day, state) in [(DAY, State::Waived), (date(2022, 9, 30), State::Waived), (date(2022, 10, 1), State::Broken)] {
        city.as_of = day;
        assert_eq!(city.finding("power", "here").state, state, "{day}");
        assert_eq!(city.finding("breadth", "here").state, state, "{day}");
        assert_eq!(city.finding("river-bank", "here").state, State::Broken, "{day}");
    }
}

#[test]
fn a_reservation_counts_until_its_last_day() {
    let cases = [
        ("plant-floor", Reserved::PlantFloor(of("300")), 300),
        ("power", Reserved::Power(of("1.2")), 1_200),
        ("sewage", Reserved::Sewage(of("40.5")), 405),
        ("water", Reserved::Water(of("70.1")), 701),
        ("energy-quota", Reserved::EnergyQuota(of("9.9")), 99),
    ];
    for (rule, amount, steps) in cases {
        let mut city = with_park();
        city.reserve("R1", "here", amount, date(2022, 12, 31));
        for (day, expected) in [(date(2022, 12, 31), Some(steps)), (date(2023, 1, 1), None)] {
            city.as_of = day;
            let finding = city.finding(rule, "here");
            let reserved =
                if let Detail::Capacity { reserved, used: 0, .. } = finding.detail { Some(reserved) } else { None };
            assert_eq!(reserved, expected, "{rule} {day}");
        }
    }
}

#[test]
fn the_first_phase_is_judged_and_the_later_one_reserved() {
    let mut city = with_park();
    city.set_park("here", |park| {
        park.capacities.net_land = Some(of("600"));
        park.capacities.largest_plot = Some(of("400"));
        park.threshold_factor = Some(of("1"));
    });
    set_industry(&mut city, "vehicles", |it| it.investment_per_mu = Some(of("500")));
    stands(&mut city, "P1", "vehicles", |it| {
        it.land = Some(of("500"));
        it.investment = Some(of("210000"));
    });
    assert_eq!(city.finding("largest-plot", "here").state, State::Broken);
    let until = date(2023, 6, 30);
    let later = vec![Phase { number: 2, land: Some(of("125")), investment: Some(of("60000")), until }];
    let (plan, project) = (plan_id("A"), project_id("P1"));
    let phasing = Phasing { plan, project: project.clone(), land: of("375"), investment: Some(of("150000")), later };
    apply(&mut city, &Edit::SetPhases(phasing)).unwrap();
    let plot = city.finding("largest-plot", "here");
    let detail = Detail::Plot { project: project.clone(), land: of("375"), plot: of("400") };
    assert_eq!((plot.state, plot.detail), (State::Near, detail));
    let yields = city.finding("investment-per-mu", "here");
    let measure = Measure::PerMu(Yield::Investment);
    let detail = Detail::Ratio { project, measure, actual: 40_000, least: 50_000, with_phases: Some(42_000) };
    assert_eq!((yields.state, yields.detail), (State::Broken, detail));
    for (day, reserved) in [(until, "125"), (date(2023, 7, 1), "0")] {
        city.as_of = day;
        let detail = Detail::Land { used: of("375"), reserved: of(reserved), capacity: Some(of("600")), unstated: 0 };
        assert_eq!(city.finding("land", "here").detail, detail, "{day}");
    }
}

#[test]
fn an_assumption_cures_its_own_plan_only() {
    let mut city = with_park();
    city.set_park("here", |park| park.chemical_park = Some(ChemicalStatus::None));
    stands(&mut city, "P1", "resin", |it| it.chemical_process = Some(true));
    let (plan, other) = (plan_id("A"), plan_id("B"));
    apply(&mut city, &Edit::AddPlan { plan: other.clone(), name: name("B"), from: Some(plan.clone()) }).unwrap();
    let path = "parks/here/chemical_park".to_owned();
    let value = "recognised(since: \"2022-07-01\")".to_owned();
    let reason = "expected this year".to_owned();
    apply(&mut city, &Edit::Assume(Assumption { plan: plan.clone(), path: path.clone(), value, reason })).unwrap();
    let state = |city: &Scenario, plan| {
        let judged = Judgement::of(city, plan);
        judged.of_park(&park_id("here")).iter().find(|it| it.rule.as_str() == "chemical-park").unwrap().state
    };
    assert_eq!((state(&city, &plan), state(&city, &other)), (State::Holds, State::Broken));
    let judged = Judgement::of(&city, &other);
    let is_bar = |it: &&Finding| it.level == Level::Legal && matches!(it.state, State::Broken | State::Unknown);
    let mut bars: Vec<_> = judged.findings().filter(is_bar).map(Finding::key).collect();
    let mut obstacles: Vec<_> = judged.obstacles().into_iter().map(Finding::key).collect();
    bars.sort();
    obstacles.sort();
    assert!(bars.len() > 1);
    assert_eq!(obstacles, bars);
    apply(&mut city, &Edit::DropAssumption { plan: plan.clone(), path }).unwrap();
    assert_eq!(state(&city, &plan), State::Broken);
}

#[test]
fn a_locked_park_lets_nothing_in_or_out() {
    let mut city = with_park();
    stands(&mut city, "P1", "food", |_| ());
    city.project("P2", "food", "");
    let (plan, park) = (plan_id("A"), park_id("here"));
    apply(&mut city, &Edit::LockPark(Lock { plan: plan.clone(), park: park.clone(), reason: String::new() })).unwrap();
    let enter = Edit::Place { plan: plan.clone(), project: project_id("P2"), park: park.clone(), premises: None };
    let leave = Edit::Unplace { plan: plan.clone(), project: project_id("P1") };
    let locked = Err(EditError::Locked(park.clone(), plan.clone()));
    assert_eq!((apply(&mut city, &enter), apply(&mut city, &leave)), (locked.clone(), locked));
    apply(&mut city, &Edit::UnlockPark { plan, park }).unwrap();
    assert!(apply(&mut city, &enter).is_ok() && apply(&mut city, &leave).is_ok());
}

#[test]
fn adopted_positions_leave_history_and_the_changes_of_other_plans() {
    let mut city = with_park();
    city.positions("here", Role::Leading, &[&["food"]]);
    let (plan, other, park) = (plan_id("A"), plan_id("B"), park_id("here"));
    let set = Edit::SetPosition {
        plan: plan.clone(),
        position: position_id("here-L1"),
        park: park.clone(),
        role: Role::Leading,
        name: name("wider"),
        industries: vec![industry_id("food"), industry_id("feed")],
        order: None,
    };
    apply(&mut city, &Edit::AddPlan { plan: other.clone(), name: name("B"), from: Some(plan.clone()) }).unwrap();
    apply(&mut city, &Edit::Withdraw { plan: other.clone(), position: position_id("here-L1") }).unwrap();
    apply(&mut city, &set).unwrap();
    let before = (city.positions_of(&plan, &park)[0].industries.clone(), city.positions_of(&other, &park).len());
    apply(&mut city, &Edit::AdoptPositions { plan: plan.clone(), document: None }).unwrap();
    let after = (city.positions_of(&plan, &park)[0].industries.clone(), city.positions_of(&other, &park).len());
    assert_eq!((before.1, &before), (0, &after));
    let old = city.positions.get(&position_id("here-L1")).unwrap();
    assert_eq!((old.valid_to, old.industries.len()), (Some(date(2022, 7, 7)), 1));
}

#[test]
fn a_stipulation_speaks_from_the_edit_on_until_it_is_dropped() {
    let mut city = with_park();
    stands(&mut city, "P1", "food", |_| ());
    let (plan, project, park) = (plan_id("A"), project_id("P1"), park_id("here"));
    let word = |word| {
        let (plan, project, park) = (plan.clone(), project.clone(), park.clone());
        Edit::Stipulate(Stipulation { plan, project, park, word, reason: "recorded".into() })
    };
    let states = |city: &Scenario| ["required-park", "forbidden-park"].map(|rule| city.finding(rule, "here").state);
    apply(&mut city, &word(Word::Forbidden)).unwrap();
    assert_eq!(states(&city), [State::NotApplicable, State::Broken]);
    apply(&mut city, &word(Word::Required)).unwrap();
    assert_eq!(states(&city), [State::Holds, State::NotApplicable]);
    apply(&mut city, &Edit::DropStipulation { plan, project, park }).unwrap();
    assert_eq!(states(&city), [State::NotApplicable; 2]);
}

#[test]
fn an_approved_plan_is_read_only() {
    let mut city = with_park();
    stands(&mut city, "P1", "food", |_| ());
    let plan = plan_id("A");
    let approve = |by: &str| Edit::Approve { plan: plan.clone(), on: DAY, by: by.to_owned() };
    assert_eq!(apply(&mut city, &approve(" ")), Err(EditError::Unreasoned));
    apply(&mut city, &approve("the office")).unwrap();
    let refused = Err(EditError::Approved(plan.clone()));
    assert_eq!(apply(&mut city, &waiver("power", Subject::Whole)), refused);
    assert_eq!(apply(&mut city, &Edit::Unplace { plan: plan.clone(), project: project_id("P1") }), refused);
}

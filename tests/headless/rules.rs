//! Does every rule say what its clause says? Under it, lopsided, exactly at the limit, one over, and empty; with the
//! members, the figures, waivers, dates and missing data. All through [`Judgement::of`], never a rule by itself.

use jiff::civil::date;
use parkboard::{
    evaluate::judgement::Judgement,
    io::ron,
    model::{
        industry::EnvironmentClass,
        park::{ChemicalStatus, ParkLevel, Role},
        plan::{Premises, Reserved, Subject},
        policy::{Level, Mode, RuleKind},
        quantity::{Mu, SquareMetres, TonnesPerDay, WanYuan},
        scenario::Scenario,
    },
    rules::finding::{Detail, Finding, State},
};

use crate::{
    fixture::{
        Build, Chance, DAY, city, facility_id, industry_id, members, mu, park_id, plan_id, project_id, root, rule_id,
        stream_id,
    },
    random::random_city,
};

const NATIONAL: ParkLevel = ParkLevel::National;
const PROVINCIAL: ParkLevel = ParkLevel::Provincial;
const MUNICIPAL: ParkLevel = ParkLevel::Municipal;

/// A city with one park of `level`.
fn with_park(level: ParkLevel, net_land: &str) -> Scenario {
    let mut city = city();
    city.park("here", level, net_land);
    city
}

/// A finding in few words: state and members.
fn short(finding: &Finding) -> (State, Vec<String>) {
    (finding.state, members(finding))
}

fn none() -> Vec<String> {
    Vec::new()
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|it| (*it).to_owned()).collect()
}

#[test]
fn the_leading_cap_is_three_in_a_national_park_and_two_elsewhere() {
    for (level, cap) in [(NATIONAL, 3_usize), (PROVINCIAL, 2), (MUNICIPAL, 2)] {
        let all: [&[&str]; 5] = [&["food", "feed"], &["laser"], &["vehicles"], &["resin"], &["silicon"]];
        for count in 0..=5 {
            let mut city = with_park(level, "");
            city.positions("here", Role::Leading, &all[..count]);
            let finding = city.finding("leading-cap", "here");
            let told = u32::try_from(count).unwrap();
            let limit = u32::try_from(cap).unwrap();
            assert_eq!(finding.detail, Detail::Cap { role: Role::Leading, count: told, cap: limit, level });
            assert_eq!((finding.level, finding.mode), (Level::Legal, Mode::NeedsWaiver));
            if count <= cap {
                assert_eq!(short(&finding), (State::Holds, none()), "{level:?} {count}");
            } else {
                let causes = (cap + 1..=count).rev().map(|n| format!("here-L{n}"));
                let context = (1..=cap).map(|n| format!("(here-L{n})"));
                assert_eq!(short(&finding), (State::Broken, causes.chain(context).collect()), "{level:?} {count}");
            }
            let other = city.finding("characteristic-cap", "here");
            assert_eq!(other.state, State::Holds, "leading positions do not count as characteristic");
        }
    }
}

#[test]
fn the_characteristic_cap_is_two_everywhere_and_free_leading_slots_do_not_help() {
    let all: [&[&str]; 4] = [&["food", "feed", "apparel"], &["laser"], &["vehicles"], &["resin"]];
    for level in [NATIONAL, PROVINCIAL, MUNICIPAL] {
        for count in 0..=4 {
            let mut city = with_park(level, "");
            city.positions("here", Role::Characteristic, &all[..count]);
            let finding = city.finding("characteristic-cap", "here");
            let expected = match count {
                3 => (State::Broken, texts(&["here-C3", "(here-C1)", "(here-C2)"])),
                4 => (State::Broken, texts(&["here-C4", "here-C3", "(here-C1)", "(here-C2)"])),
                _ => (State::Holds, none()),
            };
            assert_eq!(short(&finding), expected, "{level:?} {count}");
            assert_eq!(city.finding("leading-cap", "here").state, State::Holds);
        }
    }
}

#[test]
fn positions_beyond_a_cap_are_told_by_order_of_designation_then_by_id() {
    let mut city = with_park(MUNICIPAL, "");
    city.positions("here", Role::Leading, &[&["food"], &["laser"], &["vehicles"], &["resin"]]);
    city.set_position("here-L1", |it| it.order = 9);
    city.set_position("here-L3", |it| it.order = 4);
    let finding = city.finding("leading-cap", "here");
    assert_eq!(members(&finding), texts(&["here-L1", "here-L4", "(here-L2)", "(here-L3)"]));
}

#[test]
fn positions_hold_from_their_first_day_to_their_last() {
    let mut city = with_park(PROVINCIAL, "");
    city.positions("here", Role::Leading, &[&["food"], &["laser"], &["vehicles"]]);
    city.set_position("here-L3", |it| {
        it.valid_from = Some(date(2022, 7, 1));
        it.valid_to = Some(date(2022, 7, 31));
    });
    let days = [
        (date(2022, 6, 30), State::Holds),
        (date(2022, 7, 1), State::Broken),
        (date(2022, 7, 31), State::Broken),
        (date(2022, 8, 1), State::Holds),
    ];
    for (day, state) in days {
        city.as_of = day;
        assert_eq!(city.finding("leading-cap", "here").state, state, "{day}");
    }
}

#[test]
fn a_rule_is_in_force_from_its_first_day_to_its_last() {
    let mut city = with_park(PROVINCIAL, "");
    city.positions("here", Role::Leading, &[&["food"], &["laser"], &["vehicles"]]);
    city.set_rule("leading-cap", |rule| {
        rule.valid_from = Some(date(2022, 6, 22));
        rule.valid_to = Some(date(2023, 2, 28));
    });
    let days = [
        (date(2022, 6, 21), State::NotApplicable),
        (date(2022, 6, 22), State::Broken),
        (date(2023, 2, 28), State::Broken),
        (date(2023, 3, 1), State::NotApplicable),
    ];
    for (day, state) in days {
        city.as_of = day;
        let finding = city.finding("leading-cap", "here");
        assert_eq!(finding.state, state, "{day}");
        assert_eq!(finding.members.is_empty(), state == State::NotApplicable);
    }
}

#[test]
fn a_rule_that_is_off_stays_visible_and_says_nothing_else() {
    let mut city = with_park(PROVINCIAL, "12.5");
    city.positions("here", Role::Leading, &[&["food"], &["laser"], &["vehicles"]]);
    city.project("P1", "resin", "90");
    city.set_project("P1", |it| {
        it.chemical_process = Some(true);
        it.stream = Some(stream_id("plating"));
    });
    city.set_park("here", |it| {
        it.chemical_park = Some(ChemicalStatus::None);
        it.facilities = Some(Vec::new());
    });
    city.place("P1", "here");
    city.park("elsewhere", MUNICIPAL, "");
    city.pin_to("P1", "elsewhere");
    let before = city.judged().score();
    assert_eq!((before.legal, before.policy), (-5, -1), "leading, land, stream, chemical, pinned; off position");
    let rules: Vec<_> = city.rules.iter().map(|rule| rule.id.clone()).collect();
    assert_eq!(rules.len(), 8);
    for rule in rules {
        city.set_rule(rule.as_str(), |it| it.mode = Mode::Off);
    }
    let judged = city.judged();
    assert!(
        judged.findings().all(|it| it.state == State::Off && it.detail == Detail::Nothing && it.members.is_empty())
    );
    assert_eq!(judged.findings().count(), 16, "one for each rule and park");
    assert_eq!((judged.score().legal, judged.score().policy), (0, 0));
}

/// A provincial park with two leading and `characteristic` positions, and one project of each sub-sector given.
fn carrying(characteristic: usize, industries: &[&str]) -> Scenario {
    let mut city = with_park(PROVINCIAL, "");
    city.positions("here", Role::Leading, &[&["food", "feed"], &["vehicles"]]);
    let two: [&[&str]; 2] = [&["apparel"], &["silicon"]];
    city.positions("here", Role::Characteristic, &two[..characteristic]);
    for (number, industry) in industries.iter().enumerate() {
        let id = format!("P{}", number + 1);
        city.project(&id, industry, "3.07");
        city.place(&id, "here");
    }
    city
}

#[test]
fn a_new_industry_on_a_full_park_breaks_the_carried_cap_at_once() {
    let city = carrying(2, &["food", "laser", "vehicles"]);
    let finding = city.finding("carried-cap", "here");
    let expected = ["P2", "(P3)", "(P1)", "(here-L1)", "(here-L2)", "(here-C1)", "(here-C2)"];
    assert_eq!(short(&finding), (State::Broken, texts(&expected)));
    let detail = Detail::Carried { designated: 4, uncovered: vec![industry_id("laser")], limit: 4, level: PROVINCIAL };
    assert_eq!(finding.detail, detail);
    assert_eq!(finding.excess(), Some((1, 4)));
    assert!(!finding.is_near_miss(), "a quarter is more than a tenth");
}

#[test]
fn the_carried_cap_counts_industries_not_projects() {
    assert_eq!(carrying(2, &[]).finding("carried-cap", "here").state, State::Holds);
    assert_eq!(carrying(2, &["food", "feed", "silicon"]).finding("carried-cap", "here").state, State::Holds);
    assert_eq!(carrying(1, &["laser", "laser", "laser"]).finding("carried-cap", "here").state, State::Holds);
    assert_eq!(carrying(0, &["laser", "resin"]).finding("carried-cap", "here").state, State::Holds, "exactly four");
    let over = carrying(0, &["laser", "resin", "laser", "connectors"]).finding("carried-cap", "here");
    let expected = ["P4", "P3", "P2", "P1", "(here-L1)", "(here-L2)"];
    assert_eq!(short(&over), (State::Broken, texts(&expected)), "newest cause first");
    let uncovered = ["laser", "resin", "connectors"].map(industry_id).to_vec();
    assert_eq!(over.detail, Detail::Carried { designated: 2, uncovered, limit: 4, level: PROVINCIAL });
}

#[test]
fn positions_over_a_cap_count_no_more_than_the_cap_towards_what_is_carried() {
    let mut city = with_park(MUNICIPAL, "");
    city.positions("here", Role::Leading, &[&["food"], &["laser"], &["vehicles"]]);
    assert_eq!(city.finding("carried-cap", "here").state, State::Holds, "2 of 3, and nothing else");
    city.positions("here", Role::Characteristic, &[&["resin"]]);
    city.project("P1", "apparel", "");
    city.place("P1", "here");
    assert_eq!(city.finding("carried-cap", "here").state, State::Holds, "2 + 1 + 1");
    city.project("P2", "silicon", "");
    city.place("P2", "here");
    assert_eq!(city.finding("carried-cap", "here").state, State::Broken, "2 + 1 + 2");
}

#[test]
fn existing_enterprises_are_never_carried() {
    let mut city = carrying(2, &[]);
    city.enterprise("old", "here", "laser", Some(70));
    city.enterprise("older", "here", "resin", Some(90));
    assert_eq!(short(&city.finding("carried-cap", "here")), (State::Holds, none()));
}

#[test]
fn a_national_park_carries_five() {
    let industries = ["apparel", "connectors", "feed", "food", "laser", "resin"];
    for (count, state) in [(0, State::Holds), (5, State::Holds), (6, State::Broken)] {
        let mut city = with_park(NATIONAL, "");
        for industry in &industries[..count] {
            city.project(industry, industry, "");
            city.place(industry, "here");
        }
        assert_eq!(city.finding("carried-cap", "here").state, state, "{count}");
    }
}

/// A park of `net_land` mu with projects of the areas given, all on land of their own.
fn on_land(net_land: &str, areas: &[&str]) -> Scenario {
    let mut city = with_park(PROVINCIAL, net_land);
    for (number, land) in areas.iter().enumerate() {
        let id = format!("P{}", number + 1);
        city.project(&id, "food", land);
        city.place(&id, "here");
    }
    city
}

#[test]
fn land_holds_to_the_hundredth_of_a_mu() {
    let cases: [(&str, &[&str], State, &[&str]); 12] = [
        ("300", &[], State::NotApplicable, &[]),
        ("300", &["12.5"], State::Holds, &[]),
        ("300", &["166.3", "103.7"], State::Holds, &[]),
        ("300", &["166.3", "103.71"], State::Near, &["(P2)", "(P1)"]),
        ("300", &["183.55", "116.45"], State::Near, &["(P2)", "(P1)"]),
        ("300", &["183.55", "116.46"], State::Broken, &["P2", "(P1)"]),
        ("300", &["116.45", "183.55", "2.2"], State::Broken, &["P3", "(P2)", "(P1)"]),
        ("300", &["116.46", "183.55", "2.2"], State::Broken, &["P3", "P2", "(P1)"]),
        ("0.01", &["0.01"], State::Near, &["(P1)"]),
        ("0", &["0.01"], State::Broken, &["P1"]),
        ("", &["7.77", "0.4"], State::Unknown, &["P2", "P1"]),
        ("300", &["7.77", "", "0.4"], State::Unknown, &["P2"]),
    ];
    for (net_land, areas, state, expected) in cases {
        let finding = on_land(net_land, areas).finding("land", "here");
        assert_eq!(short(&finding), (state, texts(expected)), "{net_land} {areas:?}");
    }
}

#[test]
fn near_means_less_than_a_tenth_is_left() {
    // A tenth of 166.3 is 16.63; what is left decides, not what is used.
    for (used, state) in [("149.66", State::Holds), ("149.67", State::Holds), ("149.68", State::Near)] {
        assert_eq!(on_land("166.3", &[used]).finding("land", "here").state, state, "{used}");
    }
}

#[test]
fn a_near_miss_is_over_by_a_tenth_at_most() {
    for (used, excess, near_miss) in [("182.93", 1663, true), ("182.94", 1664, false), ("166.31", 1, true)] {
        let finding = on_land("166.3", &[used]).finding("land", "here");
        assert_eq!((finding.excess(), finding.is_near_miss()), (Some((excess, 16_630)), near_miss), "{used}");
    }
    let holds = on_land("166.3", &["166.3"]).finding("land", "here");
    assert_eq!((holds.excess(), holds.is_near_miss()), (None, false));
    let nothing_there = on_land("0", &["0.01"]).finding("land", "here");
    assert!(!nothing_there.is_near_miss(), "nothing to negotiate about where there is no land");
}

#[test]
fn missing_land_is_unknown_unless_the_rest_is_too_much_already() {
    let finding = on_land("100", &["60.5", "", "44.4"]).finding("land", "here");
    assert_eq!(short(&finding), (State::Broken, texts(&["P3", "(P2)", "(P1)"])));
    let detail = Detail::Land { used: mu("104.9"), reserved: Mu::ZERO, capacity: Some(mu("100")), unstated: 1 };
    assert_eq!(finding.detail, detail);
    let only_unstated = on_land("100", &[""]).finding("land", "here");
    assert_eq!(short(&only_unstated), (State::Unknown, texts(&["P1"])));
}

#[test]
fn a_standard_plant_takes_no_land() {
    for (land, suitable, premises, state) in [
        ("15", true, Premises::StandardPlant, State::NotApplicable),
        ("15.01", true, Premises::OwnLand, State::Broken),
        ("15", false, Premises::OwnLand, State::Broken),
        ("", true, Premises::OwnLand, State::Unknown),
    ] {
        let mut city = with_park(PROVINCIAL, "14.2");
        city.project("P1", "food", land);
        city.set_project("P1", |it| {
            it.plant_suitable = suitable;
            it.floor_area = Some(SquareMetres::from_steps(8_800));
        });
        city.place("P1", "here");
        let placed = city.placement(&plan_id("A"), &project_id("P1")).unwrap();
        assert_eq!(placed.premises, premises, "{land} {suitable}");
        assert_eq!(city.finding("land", "here").state, state, "{land} {suitable}");
        let judged = city.judged();
        let floor = if premises == Premises::StandardPlant { 8_800 } else { 0 };
        assert_eq!(judged.facts().park(&park_id("here")).unwrap().floor(), SquareMetres::from_steps(floor));
    }
}

#[test]
fn the_limit_for_standard_plants_is_the_packs() {
    let mut city = with_park(PROVINCIAL, "14.2");
    city.set_rule("land", |rule| rule.kind = RuleKind::Land { plant_land_limit: mu("7.5") });
    for (id, land) in [("P1", "7.5"), ("P2", "7.51")] {
        city.project(id, "food", land);
        city.set_project(id, |it| it.plant_suitable = true);
        city.place(id, "here");
    }
    let judged = city.judged();
    assert_eq!(judged.facts().park(&park_id("here")).unwrap().land, mu("7.51"));
}

#[test]
fn live_reservations_take_land_and_expired_ones_do_not() {
    for (until, reserved, state) in [
        (date(2022, 7, 7), "0", State::Holds),
        (date(2022, 7, 8), "80.01", State::Broken),
        (date(2025, 1, 1), "80.01", State::Broken),
    ] {
        let mut city = on_land("100", &["20"]);
        city.reserve("R1", "here", Reserved::Land(mu("80.01")), until);
        let finding = city.finding("land", "here");
        let (used, capacity) = (mu("20"), Some(mu("100")));
        assert_eq!(finding.detail, Detail::Land { used, reserved: mu(reserved), capacity, unstated: 0 });
        assert_eq!(finding.state, state, "{until}");
    }
    let mut city = with_park(PROVINCIAL, "100");
    city.reserve("R1", "here", Reserved::Land(mu("100.01")), DAY);
    assert_eq!(short(&city.finding("land", "here")), (State::Broken, none()), "a reservation alone can be too much");
    let mut city = on_land("100", &["20"]);
    city.reserve("R1", "here", Reserved::PlantFloor(SquareMetres::from_steps(999_999)), DAY);
    assert_eq!(city.finding("land", "here").state, State::Holds, "floor is not land");
}

#[test]
fn chemical_processes_need_a_recognised_park() {
    let day_after = date(2022, 7, 9);
    let cases = [
        (Some(ChemicalStatus::Recognised { since: date(2021, 3, 1) }), State::Holds),
        (Some(ChemicalStatus::Recognised { since: DAY }), State::Holds),
        (Some(ChemicalStatus::Recognised { since: day_after }), State::Broken),
        (Some(ChemicalStatus::None), State::Broken),
        (Some(ChemicalStatus::Applied), State::Broken),
        (Some(ChemicalStatus::Suspended), State::Broken),
        (Some(ChemicalStatus::ToBeConfirmed), State::Unknown),
        (None, State::Unknown),
    ];
    for (status, state) in cases {
        let mut city = on_land("500", &["31.3", "4.4", "12"]);
        city.set_park("here", |it| it.chemical_park = status);
        city.set_project("P1", |it| it.chemical_process = Some(true));
        city.set_project("P2", |it| it.chemical_process = Some(false));
        city.set_project("P3", |it| it.chemical_process = Some(true));
        let finding = city.finding("chemical-park", "here");
        let expected = if state == State::Holds { none() } else { texts(&["P3", "P1"]) };
        assert_eq!(short(&finding), (state, expected), "{status:?}");
        assert_eq!(finding.detail, Detail::Chemical { status, chemical: 2, unclear: 0 });
        assert_eq!(finding.blocks(), state == State::Broken, "{status:?}");
    }
}

#[test]
fn what_is_not_said_about_a_process_is_unknown_only_for_a_chemical_class() {
    let e4 = Some(EnvironmentClass::E4);
    let recognised = Some(ChemicalStatus::Recognised { since: DAY });
    let cases = [
        (None, e4, Some(ChemicalStatus::None), State::Unknown),
        (None, e4, recognised, State::Holds),
        (None, e4, None, State::Unknown),
        (None, Some(EnvironmentClass::E3), Some(ChemicalStatus::None), State::NotApplicable),
        (None, None, Some(ChemicalStatus::None), State::NotApplicable),
        (Some(false), e4, Some(ChemicalStatus::None), State::NotApplicable),
    ];
    for (process, class, status, state) in cases {
        let mut city = on_land("500", &["31.3"]);
        city.set_park("here", |it| it.chemical_park = status);
        city.set_project("P1", |it| {
            it.chemical_process = process;
            it.environment_class = class;
        });
        let finding = city.finding("chemical-park", "here");
        let expected = if state == State::Unknown { texts(&["P1"]) } else { none() };
        assert_eq!(short(&finding), (state, expected), "{process:?} {class:?} {status:?}");
    }
    let mut city = on_land("500", &["31.3", "4.4"]);
    city.set_park("here", |it| it.chemical_park = Some(ChemicalStatus::Applied));
    city.set_project("P1", |it| it.chemical_process = Some(true));
    city.set_project("P2", |it| it.environment_class = e4);
    let finding = city.finding("chemical-park", "here");
    assert_eq!(short(&finding), (State::Broken, texts(&["P1"])), "a sure one breaks it, an unclear one is no cause");
    assert_eq!(finding.detail, Detail::Chemical { status: Some(ChemicalStatus::Applied), chemical: 1, unclear: 1 });
}

#[test]
fn a_special_stream_needs_its_treatment() {
    let plating = || Some(vec![facility_id("steam"), facility_id("plating-treatment")]);
    for (facilities, state) in [
        (plating(), State::Holds),
        (Some(vec![facility_id("steam")]), State::Broken),
        (Some(Vec::new()), State::Broken),
        (None, State::Unknown),
    ] {
        let mut city = on_land("500", &["31.3", "4.4", "12"]);
        city.set_park("here", |it| it.facilities.clone_from(&facilities));
        city.set_project("P1", |it| it.stream = Some(stream_id("plating")));
        city.set_project("P2", |it| it.stream = Some(stream_id("general")));
        city.set_project("P3", |it| it.stream = Some(stream_id("plating")));
        let finding = city.finding("special-stream", "here");
        let expected = if state == State::Holds { none() } else { texts(&["P3", "P1"]) };
        assert_eq!(short(&finding), (state, expected), "{facilities:?}");
        assert_eq!(finding.subject, Subject::Stream(stream_id("plating")));
        assert!(matches!(finding.detail, Detail::Stream { projects: 2, .. }));
    }
    let mut ordinary = on_land("500", &["31.3"]);
    ordinary.set_park("here", |it| it.facilities = Some(Vec::new()));
    ordinary.set_project("P1", |it| it.stream = Some(stream_id("general")));
    assert_eq!(ordinary.finding("special-stream", "here").state, State::NotApplicable);
    assert_eq!(on_land("500", &[]).finding("special-stream", "here").state, State::NotApplicable);
}

#[test]
fn a_chemical_stream_needs_any_chemical_sewage_at_all() {
    for (spare, state) in [(Some(0), State::Broken), (Some(1), State::Holds), (None, State::Unknown)] {
        let mut city = on_land("500", &["31.3"]);
        city.set_park("here", |it| it.capacities.chemical_sewage = spare.map(TonnesPerDay::from_steps));
        city.set_project("P1", |it| it.stream = Some(stream_id("chemical")));
        assert_eq!(city.finding("special-stream", "here").state, state, "{spare:?}");
    }
}

#[test]
fn every_stream_is_a_finding_of_its_own() {
    let mut city = on_land("500", &["31.3", "4.4"]);
    city.set_park("here", |it| {
        it.facilities = Some(vec![facility_id("dyeing-treatment")]);
        it.capacities.chemical_sewage = None;
    });
    city.set_project("P1", |it| it.stream = Some(stream_id("plating")));
    city.set_project("P2", |it| it.stream = Some(stream_id("dyeing")));
    city.project("P3", "resin", "1");
    city.set_project("P3", |it| it.stream = Some(stream_id("chemical")));
    city.place("P3", "here");
    let findings: Vec<_> =
        city.findings("special-stream", "here").iter().map(|it| (it.subject.to_string(), it.state)).collect();
    let expected = [
        ("stream(\"plating\")".to_owned(), State::Broken),
        ("stream(\"dyeing\")".to_owned(), State::Holds),
        ("stream(\"chemical\")".to_owned(), State::Unknown),
    ];
    assert_eq!(findings, expected, "in the order of the pack");
}

#[test]
fn a_pin_that_the_file_breaks_is_found_in_the_park_that_it_names() {
    let mut city = on_land("500", &["31.3"]);
    city.park("there", MUNICIPAL, "80");
    assert_eq!(city.finding("pinned", "here").state, State::NotApplicable);
    city.pin_to("P1", "here");
    assert_eq!(short(&city.finding("pinned", "here")), (State::Holds, none()));
    city.pin_to("P1", "there");
    let finding = city.finding("pinned", "there");
    assert_eq!(short(&finding), (State::Broken, texts(&["P1"])));
    assert_eq!(finding.subject, Subject::Project(project_id("P1")));
    assert!(finding.blocks());
    assert_eq!(city.finding("pinned", "here").state, State::NotApplicable);
    city.project("P2", "food", "2");
    city.pin_to("P2", "there");
    let both: Vec<_> = city.findings("pinned", "there").iter().map(short).collect();
    let expected = [(State::Broken, texts(&["P1"])), (State::Broken, texts(&["P2"]))];
    assert_eq!(both, expected, "a pinned project in the queue breaks its pin too");
}

#[test]
fn what_no_position_covers_is_off_position() {
    let mut city = carrying(2, &["food", "laser", "feed", "laser"]);
    let findings = city.findings("off-position", "here");
    let told: Vec<_> = findings.iter().map(|it| (it.subject.to_string(), short(it))).collect();
    let expected = [
        ("industry(\"feed\")".to_owned(), (State::Holds, none())),
        ("industry(\"food\")".to_owned(), (State::Holds, none())),
        ("industry(\"laser\")".to_owned(), (State::Broken, texts(&["P4", "P2"]))),
    ];
    assert_eq!(told, expected);
    assert!(findings.iter().all(|it| it.level == Level::Policy && it.mode == Mode::Warn));
    let detail = Detail::Designation { industry: industry_id("laser"), placed: 2, existing: None };
    assert_eq!(findings[2].detail, detail);
    city.placements.retain(|it| it.plan.as_str() != "A");
    assert_eq!(city.finding("off-position", "here").state, State::NotApplicable);
}

#[test]
fn existing_enterprises_are_judged_when_their_class_is() {
    let mut city = carrying(2, &[]);
    city.enterprise("z-firm", "here", "resin", Some(70));
    city.enterprise("a-firm", "here", "resin", None);
    city.enterprise("plain", "here", "laser", Some(9_000));
    let finding = city.finding("off-position", "here");
    assert_eq!(short(&finding), (State::Broken, texts(&["a-firm", "z-firm"])));
    let existing = Some(WanYuan::from_steps(7_000));
    assert_eq!(finding.detail, Detail::Designation { industry: industry_id("resin"), placed: 0, existing });
    city.enterprise("silicon-firm", "here", "silicon", Some(3));
    let told: Vec<_> = city.findings("off-position", "here").iter().map(short).collect();
    assert_eq!(told[1], (State::Holds, none()), "a class that is judged, and covered");
    city.project("P1", "resin", "4");
    city.place("P1", "here");
    let findings = city.findings("off-position", "here");
    let expected = texts(&["P1", "(a-firm)", "(z-firm)"]);
    assert_eq!(short(&findings[0]), (State::Broken, expected), "the new project is to blame, not who stands there");
    city.set_rule("off-position", |rule| rule.kind = RuleKind::OffPosition { existing_classes: Vec::new() });
    assert_eq!(city.findings("off-position", "here").len(), 1);
}

#[test]
fn a_waiver_lives_to_the_end_of_its_last_day_and_counts_for_its_own_finding_only() {
    let broken = || on_land("100", &["100.01"]);
    let state = |city: &Scenario| city.finding("land", "here").state;
    let mut city = broken();
    city.waive("land", "here", Subject::Whole, DAY);
    assert_eq!(state(&city), State::Waived, "alive on its last day");
    assert_eq!(city.judged().score().legal, 0);
    assert_eq!(members(&city.finding("land", "here")), texts(&["P1"]), "a waived finding keeps its members");
    city.waive("land", "here", Subject::Whole, date(2022, 7, 7));
    assert_eq!(state(&city), State::Broken, "dead the day after");
    assert_eq!(city.judged().score().legal, -1);
    let mut city = broken();
    city.waive("land", "here", Subject::Project(project_id("P1")), DAY);
    assert_eq!(state(&city), State::Broken, "another subject");
    let mut city = broken();
    city.waive("carried-cap", "here", Subject::Whole, DAY);
    assert_eq!(state(&city), State::Broken, "another rule");
    let mut city = broken();
    city.park("there", MUNICIPAL, "80");
    city.waive("land", "there", Subject::Whole, DAY);
    assert_eq!(state(&city), State::Broken, "another park");
    let mut city = on_land("", &["3"]);
    city.waive("land", "here", Subject::Whole, DAY);
    assert_eq!(state(&city), State::Unknown, "what is unknown cannot be waived");
    let mut city = on_land("100", &["99"]);
    city.waive("land", "here", Subject::Whole, DAY);
    assert_eq!(state(&city), State::Near, "what holds needs no waiver");
}

#[test]
fn a_waiver_of_one_industry_leaves_the_others_broken() {
    let mut city = carrying(0, &["laser", "resin"]);
    city.waive("off-position", "here", Subject::Industry(industry_id("laser")), DAY);
    let states: Vec<_> = city.findings("off-position", "here").iter().map(|it| it.state).collect();
    assert_eq!(states, [State::Waived, State::Broken]);
    assert_eq!(city.judged().score().policy, -1);
}

#[test]
fn the_caps_are_the_packs() {
    let mut city = with_park(NATIONAL, "");
    city.positions("here", Role::Leading, &[&["food"], &["laser"], &["vehicles"]]);
    assert_eq!(city.finding("leading-cap", "here").state, State::Holds);
    city.set_rule("leading-cap", |rule| {
        let RuleKind::LeadingCap(caps) = &mut rule.kind else { panic!("another kind") };
        caps.national = 2;
    });
    let finding = city.finding("leading-cap", "here");
    assert_eq!(short(&finding), (State::Broken, texts(&["here-L3", "(here-L1)", "(here-L2)"])));
}

#[test]
fn held_and_returned_projects_do_not_count_as_unplaced() {
    use parkboard::model::project::RegisterStatus as Status;
    let mut city = with_park(NATIONAL, "");
    for (number, status) in
        [Status::InTalks, Status::Signed, Status::Conditional, Status::Held, Status::Returned].into_iter().enumerate()
    {
        let id = format!("P{number}");
        city.project(&id, "food", "");
        city.set_project(&id, |it| it.status = status);
    }
    assert_eq!(city.judged().score().unplaced, -3);
    city.place("P1", "here");
    assert_eq!(city.judged().score().unplaced, -2);
}

#[test]
fn findings_stand_in_the_order_of_the_rules() {
    let mut city = with_park(NATIONAL, "");
    let ids = |city: &Scenario| -> Vec<String> {
        city.judged().of_park(&park_id("here")).iter().map(|it| it.rule.to_string()).collect()
    };
    let usual = [
        "leading-cap",
        "characteristic-cap",
        "carried-cap",
        "land",
        "special-stream",
        "chemical-park",
        "pinned",
        "off-position",
    ];
    assert_eq!(ids(&city), usual);
    city.set_rule("off-position", |rule| rule.order = 1);
    city.set_rule("land", |rule| rule.order = 10);
    assert_eq!(ids(&city)[..3], ["off-position", "land", "leading-cap"], "ties go by id");
    assert!(city.rules.contains(&rule_id("land")));
}

/// `text` with the records of every table in another order.
fn permuted(text: &str, chance: &mut Chance) -> String {
    let mut out: Vec<&str> = Vec::new();
    let mut table: Option<usize> = None;
    for line in text.lines() {
        if table.is_some() && line == "  ]," {
            chance.shuffle(&mut out[table.unwrap()..]);
            table = None;
        }
        out.push(line);
        if line.starts_with("  ") && line.ends_with(": [") {
            table = Some(out.len());
        }
    }
    out.join("\n") + "\n"
}

#[test]
fn the_order_of_the_records_of_a_file_changes_nothing() {
    let mut chance = Chance::new(7);
    let mut texts: Vec<String> = ["saves/mianyang-2022.ron", "saves/rule-breaches.ron"]
        .iter()
        .map(|file| std::fs::read_to_string(root().join(file)).unwrap())
        .collect();
    texts.extend((0..10).map(|_| ron::to_text(&random_city(&mut chance)).unwrap()));
    for text in texts {
        let read = |text: &str| ron::scenario_from_text(&root().join("permuted.ron"), text).unwrap();
        let straight = read(&text);
        let judged = Judgement::of(&straight, &straight.active_plan);
        for _ in 0..3 {
            let other = permuted(&text, &mut chance);
            assert_ne!(other, text);
            let crooked = read(&other);
            assert_eq!(crooked, straight);
            assert_eq!(ron::to_text(&crooked).unwrap(), text);
            assert_eq!(Judgement::of(&crooked, &crooked.active_plan), judged);
        }
    }
}

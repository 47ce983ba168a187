//! Does the layout make sense? Breadth, likeness of parks, themes, support, neighbours, and what stands nowhere.

use jiff::civil::{Date, date};
use parkboard::{
    model::{
        evidence::Evidence,
        id::CharacteristicParkId,
        park::{CharacteristicPark, ParkLevel, Recognition, Role},
        plan::{Decision, Resolution},
        policy::{Level, Mode},
        project::RegisterStatus,
        quantity::Count,
        scenario::Scenario,
    },
    rules::finding::{Detail, Field, State},
};

use super::{here, hold, nothing, of_city, says, set_industry, stands, with_park};
use crate::fixture::{Build, industry_id, park_id, position_id, project_id, record_id, whole_city};

#[test]
fn a_position_names_four_sub_sectors_at_most() {
    let mut city = with_park();
    assert_eq!(here(&city, "breadth"), [nothing()]);
    city.positions("here", Role::Leading, &[&["food", "feed", "apparel", "laser"]]);
    assert_eq!(here(&city, "breadth"), [hold(1)]);
    let five = ["vehicles", "resin", "silicon", "connectors", "drones"];
    city.positions("here", Role::Characteristic, &[&five, &["tea"]]);
    let detail = Detail::Breadth { position: position_id("here-C1"), count: 5, most: 4 };
    assert_eq!(here(&city, "breadth"), [says(State::Broken, &["here-C1"], detail), hold(2)]);
    let finding = city.findings("breadth", "here").remove(0);
    assert_eq!((finding.level, finding.mode, finding.excess()), (Level::Policy, Mode::Warn, Some((1, 4))));
}

#[test]
fn a_sub_sector_leads_in_two_parks_at_most() {
    let mut city = whole_city();
    assert_eq!(of_city(&city, "homogeneous"), [nothing()]);
    for (park, list) in [("east", ["laser", "food"]), ("mid", ["laser", "food"]), ("west", ["feed", "laser"])] {
        city.park(park, ParkLevel::Municipal, "");
        city.positions(park, Role::Characteristic, &[&["resin"]]);
        city.positions(park, Role::Leading, &[&list[..1], &list[1..]]);
    }
    let parks = ["east", "mid", "west"].map(park_id).to_vec();
    let detail = Detail::Homogeneous { industry: industry_id("laser"), parks, most: 2 };
    let members = ["east-L1", "mid-L1", "west-L2"];
    assert_eq!(of_city(&city, "homogeneous"), [says(State::Broken, &members, detail), hold(2)]);
    city.set_position("mid-L1", |it| it.role = Role::Characteristic);
    assert_eq!(of_city(&city, "homogeneous"), [hold(3)], "laser in two parks, food in two, feed in one");
}

/// Adds a characteristic park of `industry` around `park`.
fn theme(city: &mut Scenario, id: &str, park: Option<&str>, industry: &str, recognition: Recognition, since: Date) {
    city.characteristic_parks.insert(CharacteristicPark {
        id: CharacteristicParkId::new(id).unwrap(),
        name: None,
        park: park.map(park_id),
        industry: Some(industry_id(industry)),
        recognition,
        level: parkboard::model::park::ParkLevel::Municipal,
        since,
        evidence: Evidence::default(),
    });
}

#[test]
fn a_recognised_theme_gathers_its_sub_sector() {
    let mut city = with_park();
    city.park("east", ParkLevel::Municipal, "");
    city.park("west", ParkLevel::Municipal, "");
    for (id, industry) in [("P1", "laser"), ("P2", "food"), ("P3", "laser"), ("P4", "feed")] {
        stands(&mut city, id, industry, |_| ());
    }
    theme(&mut city, "T1", Some("east"), "laser", Recognition::Cultivated, date(2021, 3, 4));
    theme(&mut city, "T2", None, "feed", Recognition::Recognised, date(2021, 3, 4));
    assert_eq!(here(&city, "theme"), [nothing()], "not recognised, or nobody knows where");
    theme(&mut city, "T3", Some("west"), "laser", Recognition::Recognised, date(2022, 7, 9));
    assert_eq!(here(&city, "theme"), [nothing()], "recognised tomorrow");
    city.as_of = date(2022, 7, 9);
    let elsewhere = |id, hosts: &[&str]| {
        let hosts = hosts.iter().map(|it| park_id(it)).collect();
        says(State::Broken, &[id], Detail::Theme { project: project_id(id), hosts })
    };
    assert_eq!(here(&city, "theme"), [elsewhere("P3", &["west"]), elsewhere("P1", &["west"])]);
    theme(&mut city, "T4", Some("here"), "food", Recognition::Recognised, date(2020, 1, 2));
    assert_eq!(here(&city, "theme"), [elsewhere("P3", &["west"]), elsewhere("P1", &["west"]), hold(1)]);
    theme(&mut city, "T5", Some("here"), "laser", Recognition::Recognised, date(2020, 1, 2));
    assert_eq!(here(&city, "theme"), [hold(3)], "one of the hosts is enough");
}

#[test]
fn something_stands_behind_every_position() {
    let mut city = with_park();
    assert_eq!(here(&city, "unsupported-position"), [nothing()]);
    city.positions("here", Role::Leading, &[&["laser"], &["food", "feed"], &["vehicles"]]);
    stands(&mut city, "P1", "feed", |_| ());
    let unknown = says(State::Unknown, &["here-L1", "here-L3"], Detail::Tally { holds: 1, unknown: 2 });
    assert_eq!(here(&city, "unsupported-position"), [unknown], "no enterprise is known at all");
    assert_eq!(city.finding("unsupported-position", "here").waits_for, [Field::Enterprises]);
    city.enterprise("firm", "here", "laser", None);
    let detail = Detail::Unsupported { position: position_id("here-L3") };
    assert_eq!(here(&city, "unsupported-position"), [says(State::Broken, &["here-L3"], detail), hold(2)]);
    city.park("east", ParkLevel::Municipal, "");
    city.enterprise("away", "east", "vehicles", None);
    assert_eq!(city.findings("unsupported-position", "here").len(), 2, "a firm elsewhere is no support");
    stands(&mut city, "P2", "vehicles", |_| ());
    assert_eq!(here(&city, "unsupported-position"), [hold(3)]);
    let mut none = city.enterprises.get(&crate::fixture::enterprise_id("firm")).unwrap().as_ref().clone();
    none.firms = Count::ZERO;
    city.enterprises.insert(none);
    let detail = Detail::Unsupported { position: position_id("here-L1") };
    assert_eq!(here(&city, "unsupported-position"), [says(State::Broken, &["here-L1"], detail), hold(2)]);
}

#[test]
fn what_must_be_kept_clear_does_not_stand_side_by_side() {
    let mut city = with_park();
    assert_eq!(here(&city, "neighbours"), [nothing()]);
    stands(&mut city, "P1", "laser", |_| ());
    assert_eq!(here(&city, "neighbours"), [nothing()], "in no group");
    stands(&mut city, "P2", "food", |_| ());
    stands(&mut city, "P3", "feed", |_| ());
    // Kept clear of silicon materials, not of chemicals.
    stands(&mut city, "P4", "semiconductors", |_| ());
    assert_eq!(here(&city, "neighbours"), [hold(3)]);
    set_industry(&mut city, "battery-recycling", |_| ());
    city.enterprise("firm", "here", "battery-recycling", None);
    stands(&mut city, "P5", "fine-chemicals", |_| ());
    let beside = |id, others: &[&str], members: &[&str]| {
        let others = others.iter().map(|it| industry_id(it)).collect();
        says(State::Broken, members, Detail::Neighbours { project: project_id(id), others })
    };
    let expected = [
        beside("P5", &["feed", "food"], &["P5", "(P3)", "(P2)"]),
        beside("P3", &["battery-recycling", "fine-chemicals"], &["P3", "(P5)", "(firm)"]),
        beside("P2", &["battery-recycling", "fine-chemicals"], &["P2", "(P5)", "(firm)"]),
        hold(1),
    ];
    assert_eq!(here(&city, "neighbours"), expected);
}

#[test]
fn what_the_register_counts_as_placed_stands_somewhere() {
    let mut city = with_park();
    city.project("P1", "food", "");
    assert_eq!(of_city(&city, "outside-park"), [nothing()], "in talks");
    for (id, status) in [
        ("P2", RegisterStatus::Placed),
        ("P3", RegisterStatus::Conditional),
        ("P4", RegisterStatus::Signed),
        ("P5", RegisterStatus::Held),
        ("P6", RegisterStatus::Placed),
    ] {
        city.project(id, "laser", "");
        city.set_project(id, |it| it.status = status);
    }
    city.place("P6", "here");
    let outside = |id| says(State::Broken, &[id], Detail::Outside { project: project_id(id) });
    assert_eq!(of_city(&city, "outside-park"), [outside("P2"), outside("P3"), hold(1)]);
    city.decisions.insert(Decision {
        session: record_id("S1"),
        project: project_id("P2"),
        verdict: Resolution::Return,
        park: None,
        reason: "no land".into(),
        conditions: String::new(),
        owner: String::new(),
        deadline: None,
        recommended: None,
        before: None,
    });
    city.place("P3", "here");
    assert_eq!(of_city(&city, "outside-park"), [hold(2)]);
}

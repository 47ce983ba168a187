//! Can the figures be right? Reports made twice, old figures, tax above output, units, and parks that outbid each other.

use jiff::civil::date;
use parkboard::{
    model::{
        enterprise::Enterprise,
        id::GroupId,
        park::ParkLevel,
        plan::{Opinion, Stance, Subject},
        policy::UnitCheck,
        project::{Project, RegisterStatus},
        scenario::Scenario,
        text::Text,
    },
    rules::finding::{Detail, Item, State},
};

use super::{here, hold, nothing, of, of_city, says, with_park};
use crate::fixture::{Build, enterprise_id, park_id, plan_id, project_id, whole_city};

/// Adds a report that nobody has placed.
fn report(city: &mut Scenario, id: &str, industry: &str, change: impl FnOnce(&mut Project)) {
    city.project(id, industry, "");
    city.set_project(id, change);
}

/// Changes an enterprise.
fn set_enterprise(city: &mut Scenario, id: &str, change: impl FnOnce(&mut Enterprise)) {
    let mut record = Enterprise::clone(city.enterprises.get(&enterprise_id(id)).unwrap());
    change(&mut record);
    city.enterprises.insert(record);
}

/// Names of 20 pairs of letters; 9 of them are those of the other: 45 per cent.
const ONE: &str = "ABCDEFGHIJklmnopqrstu";
const OTHER: &str = "abcdefghij01234567890";

/// Two reports, `P1` of 100 mu and `P2`, which was made first.
fn two_reports(name: &str, land: &str, industry: &str, group: Option<&str>) -> Scenario {
    let mut city = whole_city();
    let group = group.map(|id| GroupId::new(id).unwrap());
    report(&mut city, "P1", "laser", |it| {
        it.name = Text::new(ONE, "one");
        it.land = Some(of("100"));
        it.group.clone_from(&group);
        it.first_report = Some(date(2022, 5, 2));
    });
    report(&mut city, "P2", industry, |it| {
        it.name = Text::new(name, "other");
        it.land = (!land.is_empty()).then(|| of(land));
        it.group.clone_from(&group);
        it.first_report = Some(date(2022, 5, 1));
    });
    city
}

#[test]
fn two_reports_of_like_name_and_size_are_one_project() {
    let rule = "duplicate-report";
    let pair = |likeness| {
        let detail = Detail::Duplicate { first: project_id("P2"), second: project_id("P1"), likeness };
        says(State::Broken, &["P1", "(P2)"], detail)
    };
    let cases = [
        (OTHER, "90", "laser", None, Some(45)),
        (OTHER, "89.99", "laser", None, None),
        (OTHER, "", "laser", None, None),
        (OTHER, "90", "food", None, None),
        ("abcdefghij012345678901", "90", "laser", None, None),
        (ONE, "111.11", "laser", None, Some(100)),
        (ONE, "111.12", "laser", None, None),
        ("完全两样", "100", "laser", Some("changhong"), Some(0)),
        ("完全两样", "100", "laser", None, None),
    ];
    for (name, land, industry, group, likeness) in cases {
        let city = two_reports(name, land, industry, group);
        let expected = likeness.map_or_else(|| hold(2), pair);
        assert_eq!(of_city(&city, rule), [expected], "{name} {land} {industry} {group:?}");
    }
    assert_eq!(of_city(&whole_city(), rule), [nothing()]);
    let mut undated = two_reports(OTHER, "90", "laser", None);
    undated.set_project("P2", |it| it.first_report = None);
    let detail = Detail::Duplicate { first: project_id("P1"), second: project_id("P2"), likeness: 45 };
    assert_eq!(of_city(&undated, rule), [says(State::Broken, &["P2", "(P1)"], detail)], "without a day it comes last");
    let judged = undated.judged();
    let finding = judged.of_city().find(|it| it.rule.as_str() == rule).unwrap();
    assert_eq!(finding.subject, Subject::Pair(project_id("P1"), project_id("P2")));
}

#[test]
fn like_investment_is_enough() {
    let mut city = two_reports(OTHER, "20", "laser", None);
    assert_eq!(of_city(&city, "duplicate-report"), [hold(2)]);
    city.set_project("P1", |it| it.investment = Some(of("4500")));
    city.set_project("P2", |it| it.investment = Some(of("5000")));
    assert_eq!(of_city(&city, "duplicate-report")[0].0, State::Broken);
    city.set_project("P1", |it| it.investment = Some(of("4499.99")));
    assert_eq!(of_city(&city, "duplicate-report"), [hold(2)]);
}

#[test]
fn talks_of_more_than_a_year_are_stale() {
    let mut city = whole_city();
    report(&mut city, "P0", "food", |_| ());
    assert_eq!(of_city(&city, "stale-value"), [nothing()], "without a day");
    report(&mut city, "P1", "food", |it| it.first_report = Some(date(2021, 7, 8)));
    assert_eq!(of_city(&city, "stale-value"), [hold(1)], "365 days");
    let since = date(2021, 7, 7);
    report(&mut city, "P2", "food", |it| it.first_report = Some(since));
    report(&mut city, "P3", "food", |it| {
        it.first_report = Some(since);
        it.status = RegisterStatus::Signed;
    });
    let detail = Detail::StaleReport { project: project_id("P2"), since };
    assert_eq!(of_city(&city, "stale-value"), [says(State::Broken, &["P2"], detail), hold(1)]);
}

#[test]
fn figures_of_enterprises_hold_for_five_years() {
    let mut city = with_park();
    city.enterprise("undated", "here", "food", None);
    assert_eq!(here(&city, "stale-value"), [nothing()]);
    for (id, year) in [("a", 2017), ("b", 2016), ("c", 2011), ("d", 2021)] {
        city.enterprise(id, "here", "food", None);
        set_enterprise(&mut city, id, |it| it.year = Some(year));
    }
    let detail = Detail::StaleFirms { firms: 2, oldest: 2011 };
    assert_eq!(here(&city, "stale-value"), [says(State::Broken, &["b", "c"], detail)]);
    for id in ["b", "c"] {
        set_enterprise(&mut city, id, |it| it.year = Some(2018));
    }
    assert_eq!(here(&city, "stale-value"), [hold(4)]);
}

#[test]
fn tax_is_never_above_output() {
    let mut city = with_park();
    city.enterprise("a", "here", "food", Some(70));
    assert_eq!(
        (of_city(&city, "tax-above-output"), here(&city, "tax-above-output")),
        (vec![nothing()], vec![nothing()])
    );
    for (id, tax, output) in
        [("P1", Some("260"), Some("260")), ("P2", Some("260.01"), Some("260")), ("P3", Some("9"), None)]
    {
        report(&mut city, id, "food", |it| {
            it.tax = tax.map(of);
            it.output = output.map(of);
        });
    }
    let above = |id, item, tax, output| {
        says(State::Broken, &[id], Detail::TaxAboveOutput { item, tax: of(tax), output: of(output) })
    };
    let broken = above("P2", Item::Project(project_id("P2")), "260.01", "260");
    assert_eq!(of_city(&city, "tax-above-output"), [broken, hold(1)]);
    set_enterprise(&mut city, "a", |it| it.tax = Some(of("70")));
    assert_eq!(here(&city, "tax-above-output"), [hold(1)]);
    city.enterprise("b", "here", "laser", Some(41));
    set_enterprise(&mut city, "b", |it| it.tax = Some(of("41.01")));
    let broken = above("b", Item::Enterprise(enterprise_id("b")), "41.01", "41");
    assert_eq!(here(&city, "tax-above-output"), [broken, hold(1)]);
}

/// One report with a pair of figures of `check`.
fn figures(check: UnitCheck, upper: &str, lower: &str) -> Scenario {
    let mut city = whole_city();
    report(&mut city, "P1", "food", |it| match check {
        UnitCheck::InvestmentPerMu => (it.investment, it.land) = (Some(of(upper)), Some(of(lower))),
        UnitCheck::LoadHours => (it.electricity, it.power) = (Some(of(upper)), Some(of(lower))),
        UnitCheck::OutputPerJob => (it.output, it.jobs) = (Some(of(upper)), Some(of(lower))),
        UnitCheck::WastePerWater => (it.waste_water, it.water) = (Some(of(upper)), Some(of(lower))),
    });
    city
}

#[test]
fn figures_out_of_range_are_doubted() {
    use UnitCheck::{InvestmentPerMu, LoadHours, OutputPerJob, WastePerWater};
    let rule = "unit-trap";
    for (check, upper, lower) in [
        (InvestmentPerMu, "2000", "100"),
        (InvestmentPerMu, "1000000", "100"),
        (LoadHours, "50", "2.5"),
        (LoadHours, "2190", "2.5"),
        (OutputPerJob, "210", "70"),
        (OutputPerJob, "350000", "70"),
        (WastePerWater, "0", "50"),
        (WastePerWater, "60", "50"),
    ] {
        assert_eq!(of_city(&figures(check, upper, lower), rule), [hold(1)], "{check:?} {upper}");
        assert_eq!(of_city(&figures(check, upper, "0"), rule), [nothing()], "{check:?}: nothing to divide by");
    }
    for (check, upper, lower, actual, least, most) in [
        (InvestmentPerMu, "1999.99", "100", 19_999, 20_000, 10_000_000),
        (InvestmentPerMu, "1000000.1", "100", 10_000_001, 20_000, 10_000_000),
        (LoadHours, "49.99", "2.5", 199_960, 200_000, 8_760_000),
        (LoadHours, "2190.01", "2.5", 8_760_040, 200_000, 8_760_000),
        (OutputPerJob, "209.99", "70", 2_999, 3_000, 5_000_000),
        (OutputPerJob, "350000.07", "70", 5_000_001, 3_000, 5_000_000),
        (WastePerWater, "60.1", "50", 1_202, 0, 1_200),
    ] {
        let detail = Detail::UnitTrap { project: project_id("P1"), check, actual, least, most };
        assert_eq!(of_city(&figures(check, upper, lower), rule), [says(State::Broken, &["P1"], detail)], "{check:?}");
    }
    assert_eq!(of_city(&whole_city(), rule), [nothing()]);
}

#[test]
fn parks_do_not_outbid_each_other() {
    let mut city = with_park();
    for park in ["east", "west"] {
        city.park(park, ParkLevel::Municipal, "");
    }
    for id in ["P1", "P2", "P3"] {
        report(&mut city, id, "food", |_| ());
    }
    assert_eq!(of_city(&city, "outbidding"), [nothing()]);
    let mut say = |plan: &str, park: &str, project: &str, stance| {
        let (plan, park, project) = (plan_id(plan), park_id(park), project_id(project));
        city.opinions.insert(Opinion { plan, park, project, stance, reason: "told".into() });
        of_city(&city, "outbidding")
    };
    assert_eq!(say("A", "east", "P1", Stance::Decline), [hold(1)]);
    assert_eq!(say("A", "here", "P1", Stance::Accept), [hold(1)]);
    assert_eq!(say("A", "west", "P2", Stance::WithConditions), [hold(2)]);
    assert_eq!(say("B", "west", "P1", Stance::Accept), [hold(2)], "said in another plan");
    let detail = Detail::Outbid { project: project_id("P1"), parks: vec![park_id("here"), park_id("west")] };
    let broken = says(State::Broken, &["P1"], detail);
    assert_eq!(say("A", "west", "P1", Stance::WithConditions), [broken, hold(1)]);
}

//! Is no more used than there is? Land of the largest plot, plant floor, power, water, waste water, energy.

use parkboard::{
    model::{
        industry::EnvironmentClass,
        park::{Capacities, ChemicalStatus},
        plan::{Premises, Subject},
        policy::{Level, Mode, SiteFactor},
        project::Project,
        quantity::{Megawatts, Mu, SquareMetres, Tce, TonnesPerDay, WanCubicMetres, WanKwh},
        scenario::Scenario,
    },
    rules::finding::{Detail, Field, State},
};

use super::{here, hold, nothing, of, says, stands, told, with_park};
use crate::fixture::{Build, mu, plan_id, project_id, stream_id};

/// The rules on factors by id.
const RULES: [(&str, SiteFactor); 7] = [
    ("chemical-zone-land", SiteFactor::ChemicalZoneLand),
    ("plant-floor", SiteFactor::PlantFloor),
    ("power", SiteFactor::Power),
    ("sewage", SiteFactor::Sewage),
    ("chemical-sewage", SiteFactor::ChemicalSewage),
    ("water", SiteFactor::Water),
    ("energy-quota", SiteFactor::EnergyQuota),
];

fn set_spare(spare: &mut Capacities, factor: SiteFactor, steps: Option<i64>) {
    match factor {
        SiteFactor::ChemicalZoneLand => spare.chemical_zone_land = steps.map(Mu::from_steps),
        SiteFactor::PlantFloor => spare.plant_floor = steps.map(SquareMetres::from_steps),
        SiteFactor::Power => spare.power = steps.map(Megawatts::from_steps),
        SiteFactor::Sewage => spare.sewage = steps.map(TonnesPerDay::from_steps),
        SiteFactor::ChemicalSewage => spare.chemical_sewage = steps.map(TonnesPerDay::from_steps),
        SiteFactor::Water => spare.water = steps.map(TonnesPerDay::from_steps),
        SiteFactor::EnergyQuota => spare.energy_quota = steps.map(Tce::from_steps),
    }
}

/// Lets `project` need `steps` of `factor`, or some without saying how much.
fn set_need(project: &mut Project, factor: SiteFactor, steps: Option<i64>) {
    match factor {
        SiteFactor::ChemicalZoneLand => {
            project.chemical_process = Some(true);
            project.land = steps.map(Mu::from_steps);
        }
        SiteFactor::PlantFloor => {
            project.plant_suitable = true;
            project.land = Some(mu("15"));
            project.floor_area = steps.map(SquareMetres::from_steps);
        }
        SiteFactor::Power => project.power = steps.map(Megawatts::from_steps),
        SiteFactor::Sewage => project.waste_water = steps.map(TonnesPerDay::from_steps),
        SiteFactor::ChemicalSewage => {
            project.stream = Some(stream_id("chemical"));
            project.waste_water = steps.map(TonnesPerDay::from_steps);
        }
        SiteFactor::Water => project.water = steps.map(TonnesPerDay::from_steps),
        // A hundredth of 10,000 kWh is 0.1229 tenths of a tce: the least electricity that rounds to the steps.
        SiteFactor::EnergyQuota => {
            project.gas = Some(WanCubicMetres::ZERO);
            project.electricity =
                steps.map(|steps| WanKwh::from_steps((steps * 10_000 - 5_000 + 1_228).div_euclid(1_229)));
        }
    }
}

/// A park with `spare` of `factor` and projects `P1`, `P2`, … that need it.
pub(super) fn with(factor: SiteFactor, spare: Option<i64>, needs: &[Option<i64>]) -> Scenario {
    let mut city = with_park();
    city.set_park("here", |park| set_spare(&mut park.capacities, factor, spare));
    for (need, number) in needs.iter().zip(1..) {
        stands(&mut city, &format!("P{number}"), "food", |it| set_need(it, factor, *need));
    }
    city
}

#[test]
fn every_factor_may_be_used_up_and_not_a_step_more() {
    for (rule, factor) in RULES {
        let figures = |used, capacity, unstated| Detail::Capacity { factor, used, reserved: 0, capacity, unstated };
        let cases: [(Option<i64>, &[Option<i64>], State, &[&str], i64, u32); 11] = [
            (Some(1_234), &[Some(700), Some(534)], State::Near, &["(P2)", "(P1)"], 1_234, 0),
            (Some(1_234), &[Some(700), Some(535)], State::Broken, &["P2", "(P1)"], 1_235, 0),
            (Some(1_234), &[Some(1_235), Some(3)], State::Broken, &["P2", "P1"], 1_238, 0),
            (Some(1_000), &[Some(900)], State::Holds, &[], 900, 0),
            (Some(1_000), &[Some(901)], State::Near, &["(P1)"], 901, 0),
            (Some(0), &[Some(1)], State::Broken, &["P1"], 1, 0),
            (None, &[Some(41), Some(7)], State::Unknown, &["P2", "P1"], 48, 0),
            (Some(1_234), &[Some(41), None, Some(7)], State::Unknown, &["P2"], 48, 1),
            (Some(1_234), &[Some(1_235), None], State::Broken, &["P1", "(P2)"], 1_235, 1),
            (None, &[None], State::Unknown, &["P1"], 0, 1),
            (Some(1_234), &[Some(1_000), Some(300), Some(234)], State::Broken, &["P3", "P2", "(P1)"], 1_534, 0),
        ];
        for (spare, needs, state, members, used, unstated) in cases {
            let city = with(factor, spare, needs);
            let expected = says(state, members, figures(used, spare, unstated));
            assert_eq!(here(&city, rule), [expected], "{rule} {spare:?} {needs:?}");
            let finding = city.finding(rule, "here");
            assert_eq!((finding.level, finding.mode), (Level::Legal, Mode::NeedsWaiver), "{rule}");
            let missing = [
                (state == State::Unknown && spare.is_none()).then_some(Field::Spare(factor)),
                (state == State::Unknown && unstated > 0).then_some(Field::Demand(factor)),
            ];
            assert_eq!(finding.waits_for, missing.into_iter().flatten().collect::<Vec<_>>(), "{rule}");
        }
        assert_eq!(here(&with(factor, Some(1_234), &[]), rule), [nothing()], "{rule}");
        assert_eq!(here(&with(factor, None, &[]), rule), [nothing()], "{rule}");
    }
}

#[test]
fn excess_is_told_against_what_is_spare() {
    for (rule, factor) in RULES {
        let finding = with(factor, Some(1_230), &[Some(1_000), Some(353)]).finding(rule, "here");
        assert_eq!((finding.excess(), finding.is_near_miss()), (Some((123, 1_230)), true), "{rule}");
        let finding = with(factor, Some(1_230), &[Some(1_000), Some(354)]).finding(rule, "here");
        assert_eq!((finding.excess(), finding.is_near_miss()), (Some((124, 1_230)), false), "{rule}");
    }
}

#[test]
fn chemical_waste_water_counts_apart_from_ordinary() {
    let mut city = with_park();
    city.set_park("here", |park| {
        park.capacities.sewage = Some(of("300.5"));
        park.capacities.chemical_sewage = Some(of("41.2"));
    });
    let streams = [("P1", "general", "300"), ("P2", "high-salt-phosphate", "41.3"), ("P3", "plating", "0.5")];
    for (id, stream, flow) in streams {
        stands(&mut city, id, "food", |it| {
            it.stream = Some(stream_id(stream));
            it.waste_water = Some(of(flow));
        });
    }
    let figures =
        |factor, used, capacity| Detail::Capacity { factor, used, reserved: 0, capacity: Some(capacity), unstated: 0 };
    let ordinary = figures(SiteFactor::Sewage, 3_005, 3_005);
    assert_eq!(here(&city, "sewage"), [says(State::Near, &["(P3)", "(P1)"], ordinary)]);
    let chemical = figures(SiteFactor::ChemicalSewage, 413, 412);
    assert_eq!(here(&city, "chemical-sewage"), [says(State::Broken, &["P2"], chemical)]);
}

#[test]
fn a_project_without_a_chemical_process_takes_no_chemical_zone() {
    let mut city = with_park();
    city.set_park("here", |park| park.capacities.chemical_zone_land = Some(of("20")));
    stands(&mut city, "P1", "food", |it| {
        it.chemical_process = Some(false);
        it.land = Some(of("900"));
    });
    stands(&mut city, "P2", "laser", |it| it.land = Some(of("900")));
    assert_eq!(here(&city, "chemical-zone-land"), [nothing()]);
}

#[test]
fn what_a_chemical_sub_sector_does_not_say_of_its_process_may_take_chemical_zone() {
    for (industry, class, process, state) in [
        ("resin", None, None, State::Unknown),
        ("resin", Some(EnvironmentClass::E2), None, State::NotApplicable),
        ("resin", None, Some(false), State::NotApplicable),
        ("resin", None, Some(true), State::Broken),
        ("food", Some(EnvironmentClass::E4), None, State::Unknown),
        ("food", None, None, State::NotApplicable),
    ] {
        let mut city = with_park();
        city.set_park("here", |park| {
            park.capacities.chemical_zone_land = Some(of("20"));
            park.chemical_park = Some(ChemicalStatus::None);
            park.bank_distance = Some(of("999"));
        });
        stands(&mut city, "P1", industry, |it| {
            it.land = Some(of("20.01"));
            it.environment_class = class;
            it.chemical_process = process;
        });
        for rule in ["chemical-zone-land", "river-bank", "chemical-park"] {
            let finding = city.finding(rule, "here");
            assert_eq!(finding.state, state, "{rule} {industry} {class:?} {process:?}");
            if state == State::Unknown {
                assert_eq!(crate::fixture::members(&finding), ["P1"], "{rule}");
            }
        }
    }
}

#[test]
fn energy_is_electricity_and_gas_together() {
    let quota = |electricity: Option<&str>, gas: Option<&str>| {
        let mut city = with_park();
        city.set_park("here", |park| park.capacities.energy_quota = Some(of("2479")));
        stands(&mut city, "P1", "food", |it| {
            it.electricity = electricity.map(of);
            it.gas = gas.map(of);
        });
        city.finding("energy-quota", "here")
    };
    let factor = SiteFactor::EnergyQuota;
    let figures = |used, unstated| Detail::Capacity { factor, used, reserved: 0, capacity: Some(24_790), unstated };
    // 1.229 tce for 10,000 kWh, 12.5 tce for 10,000 m³.
    let exactly = quota(Some("1000"), Some("100"));
    assert_eq!(told(&exactly), says(State::Near, &["(P1)"], figures(24_790, 0)));
    let over = quota(Some("1000"), Some("100.01"));
    assert_eq!(told(&over), says(State::Broken, &["P1"], figures(24_791, 0)));
    for (electricity, gas) in [(Some("1000"), None), (None, Some("100")), (None, None)] {
        let unstated = quota(electricity, gas);
        assert_eq!(told(&unstated), says(State::Unknown, &["P1"], figures(0, 1)));
    }
}

#[test]
fn the_largest_plot_takes_a_project_of_just_its_size() {
    let cases: [(Option<&str>, Option<&str>, State, &[Field]); 8] = [
        (Some("166.3"), Some("166.3"), State::Near, &[]),
        (Some("166.3"), Some("166.31"), State::Broken, &[]),
        (Some("166.3"), Some("149.68"), State::Near, &[]),
        (Some("166.3"), Some("149.67"), State::Holds, &[]),
        (Some("0"), Some("0.01"), State::Broken, &[]),
        (None, Some("7.5"), State::Unknown, &[Field::LargestPlot]),
        (Some("166.3"), None, State::Unknown, &[Field::Land]),
        (None, None, State::Unknown, &[Field::LargestPlot, Field::Land]),
    ];
    for (plot, land, state, missing) in cases {
        let mut city = with_park();
        city.set_park("here", |park| park.capacities.largest_plot = plot.map(of));
        stands(&mut city, "P1", "vehicles", |it| it.land = land.map(of));
        let expected = match state {
            State::Holds => hold(1),
            State::Unknown => says(state, &["P1"], Detail::Tally { holds: 0, unknown: 1 }),
            _ => {
                let (land, plot) = (of(land.unwrap()), of(plot.unwrap()));
                says(state, &["P1"], Detail::Plot { project: project_id("P1"), land, plot })
            }
        };
        assert_eq!(here(&city, "largest-plot"), [expected], "{plot:?} {land:?}");
        let mut waits = city.finding("largest-plot", "here").waits_for;
        waits.sort();
        assert_eq!(waits, missing, "{plot:?} {land:?}");
    }
    assert_eq!(here(&with_park(), "largest-plot"), [nothing()]);
}

#[test]
fn each_project_needs_a_plot_of_its_own() {
    let mut city = with_park();
    city.set_park("here", |park| park.capacities.largest_plot = Some(of("100")));
    for (id, land) in [("P1", "60"), ("P2", "100.01"), ("P3", "70"), ("P4", "140")] {
        stands(&mut city, id, "food", |it| it.land = Some(of(land)));
    }
    // What stands in a standard plant needs no plot.
    stands(&mut city, "P5", "food", |it| set_need(it, SiteFactor::PlantFloor, Some(300)));
    let plot = |id: &str, land| Detail::Plot { project: project_id(id), land: of(land), plot: of("100") };
    let expected =
        [says(State::Broken, &["P4"], plot("P4", "140")), says(State::Broken, &["P2"], plot("P2", "100.01")), hold(2)];
    assert_eq!(here(&city, "largest-plot"), expected);
}

#[test]
fn what_does_not_suit_a_plant_breaks_the_rule_on_plant_floor() {
    for (land, suitable, is_wrong) in [("15", true, false), ("15.01", true, true), ("3", false, true), ("", true, true)]
    {
        let mut city = with_park();
        city.set_park("here", |park| park.capacities.plant_floor = Some(of("30000")));
        stands(&mut city, "P1", "food", |it| {
            it.plant_suitable = suitable;
            it.land = (!land.is_empty()).then(|| of(land));
            it.floor_area = Some(of("8800"));
        });
        let mut placement = city.placement(&plan_id("A"), &project_id("P1")).unwrap().clone();
        placement.premises = Premises::StandardPlant;
        city.placements.insert(placement);
        let factor = SiteFactor::PlantFloor;
        let sum = Detail::Capacity { factor, used: 8_800, reserved: 0, capacity: Some(30_000), unstated: 0 };
        let found = city.findings("plant-floor", "here");
        let wrong: Vec<_> = found.iter().filter(|it| it.state == State::Broken).map(told).collect();
        let detail = Detail::Plant { project: project_id("P1") };
        let expected = if is_wrong { vec![says(State::Broken, &["P1"], detail)] } else { Vec::new() };
        assert_eq!(wrong, expected, "{land:?} {suitable}");
        assert!(found.iter().all(|it| it.state != State::Broken || it.subject == Subject::Project(project_id("P1"))));
        let rest: Vec<_> = found.iter().filter(|it| it.subject == Subject::Whole).map(told).collect();
        assert_eq!(rest, [says(State::Holds, &[], sum)], "{land:?} {suitable}");
        assert_eq!(here(&city, "land"), [nothing()], "floor, and no land");
    }
}

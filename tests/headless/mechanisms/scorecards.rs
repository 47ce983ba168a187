//! Scorecards of parks by the packs of the sample.

use parkboard::{
    analysis::appraisal::{self, Appraisal},
    model::{
        evidence::{Confidence, Evidence},
        id::ParkId,
        indicator::{Grade, Incident, IncidentKind, IndicatorPack, IndicatorValue},
        park::Park,
        project::Project,
        quantity::{Number, WanYuan},
        scenario::Scenario,
    },
};

use crate::fixture::{Chance, park_id, project_id, record_id, sample};

/// Random changes of one park's readings.
const CHANGES: u64 = 400;

fn pack(world: &Scenario, id: &str) -> IndicatorPack {
    world.indicator_packs.get(&record_id(id)).unwrap().as_ref().clone()
}

fn set(world: &mut Scenario, park: &ParkId, indicator: &str, year: i16, value: Option<f64>) {
    world.indicator_values.insert(IndicatorValue {
        park: park.clone(),
        indicator: record_id(indicator),
        year,
        value: value.map(|it| format!("{it:.3}").parse::<Number>().unwrap()),
        evidence: Evidence { source: None, confidence: Confidence::Stated },
    });
}

#[test]
fn every_pack_says_what_it_lacks_and_those_with_a_pillar_without_indicators_have_no_index() {
    let world = sample();
    let ids: Vec<&str> = world.indicator_packs.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["etdz-2021", "five-focuses", "hightech-2021", "park-index", "per-mu", "sichuan-zones"]);
    for it in &world.indicator_packs {
        let appraisal = Appraisal::of(&world, it, 2022);
        assert_eq!(appraisal.parks.len(), 12);
        let lacks = it.pillars.iter().any(|pillar| pillar.indicators.is_empty());
        assert_eq!(lacks, appraisal.parks.iter().all(|card| card.total.is_none()), "{}", it.id);
        let note = it.note.as_ref().unwrap();
        assert!(note.zh.len() > 20 && note.en.len() > 20, "{} explains itself", it.id);
        assert_eq!(note.zh.contains("未查到"), it.id.as_str() != "five-focuses" && it.id.as_str() != "park-index");
    }
    let weights = |id: &str| -> Vec<String> { pack(&world, id).pillars.iter().map(|it| it.weight.plain()).collect() };
    assert_eq!(weights("etdz-2021"), ["30", "30", "15", "15", "10"], "as published");
    assert_eq!(weights("park-index"), ["25", "20", "20", "20", "15"]);
}

#[test]
fn a_scorecard_is_what_the_formula_says() {
    let world = sample();
    let appraisal = Appraisal::of(&world, &pack(&world, "park-index"), 2022);
    let card = appraisal.of_park(&park_id("gaoxin")).unwrap();
    // Output per mu 1440.7 between 300 and 1500, by hand.
    let reading = card.readings().find(|it| it.indicator.as_str() == "output_per_mu").unwrap();
    assert_eq!(reading.value, Some(1440.7));
    assert!((reading.score.unwrap() - (1.0 + 99.0 * (1440.7 - 300.0) / 1200.0)).abs() < 1e-9);
    let pillars: Vec<f64> = card.index.pillars.iter().map(|it| it.unwrap()).collect();
    let weights = [25.0, 20.0, 20.0, 20.0, 15.0];
    let mean = |of: &dyn Fn(f64) -> f64| {
        pillars.iter().zip(weights).map(|(pillar, weight)| weight * of(*pillar)).sum::<f64>() / 100.0
    };
    assert!((card.index.geometric.unwrap() - mean(&f64::ln).exp()).abs() < 1e-9);
    assert!((card.index.arithmetic.unwrap() - mean(&|it| it)).abs() < 1e-9);
    assert_eq!((card.rank, card.grade), (Some(1), Some(Grade::A)));
    let range = card.range.unwrap();
    assert!(range.best <= 1 && range.worst >= 1);
    // A value of every indicator is missing somewhere in the three years; the trend says so.
    let years: Vec<i16> = card.trend.iter().map(|(year, _)| *year).collect();
    assert_eq!(years, [2020, 2021, 2022]);
    assert!(card.gains.windows(2).all(|pair| pair[0].gain >= pair[1].gain));
}

#[test]
fn the_readings_of_one_park_change_no_other_and_neither_does_one_that_is_worse_everywhere() {
    let world = sample();
    for id in ["park-index", "five-focuses"] {
        let of = pack(&world, id);
        let before = Appraisal::of(&world, &of, 2022);
        let mut with = world.clone();
        let poor = park_id("poor");
        let like = with.parks.get(&park_id("pingwu")).unwrap().as_ref().clone();
        with.parks.insert(Park { id: poor.clone(), rank: 99, ..like });
        for indicator in &world.indicators {
            set(&mut with, &poor, indicator.id.as_str(), 2022, Some(indicator.goalpost_low.to_f64()));
        }
        let after = Appraisal::of(&with, &of, 2022);
        let worst = after.of_park(&poor).unwrap();
        assert_eq!((worst.rank, worst.grade), (Some(12), Some(Grade::D)), "eleven have an index");
        for card in &before.parks {
            let now = after.of_park(&card.park).unwrap();
            assert_eq!((now.total, now.grade, now.rank, &now.index), (card.total, card.grade, card.rank, &card.index));
        }
        for seed in 0..CHANGES {
            let chance = &mut Chance::new(seed);
            let mut other = world.clone();
            let parks: Vec<ParkId> = world.parks.iter().map(|it| it.id.clone()).collect();
            let park = chance.one(&parks).clone();
            for indicator in &world.indicators {
                if chance.once_in(2) {
                    #[expect(clippy::cast_precision_loss, reason = "small")]
                    let value = (!chance.once_in(4)).then(|| chance.between(0, 2_000_000) as f64 / 1000.0);
                    set(&mut other, &park, indicator.id.as_str(), 2022, value);
                }
            }
            let after = Appraisal::of(&other, &of, 2022);
            for card in before.parks.iter().filter(|it| it.park != park) {
                let now = after.of_park(&card.park).unwrap();
                assert_eq!((now.total, now.grade, &now.index), (card.total, card.grade, &card.index), "{seed}");
            }
        }
    }
}

#[test]
fn an_accident_caps_the_grade_and_leaves_the_index() {
    let mut world = sample();
    let of = pack(&world, "park-index");
    let before = Appraisal::of(&world, &of, 2022);
    for (id, park, year) in [("one", "gaoxin", 2022), ("two", "fucheng", 2021)] {
        world.incidents.insert(Incident {
            id: record_id(id),
            park: park_id(park),
            characteristic_park: None,
            kind: IncidentKind::Safety,
            on: jiff::civil::date(year, 3, 2),
            note: "fire".into(),
            evidence: Evidence::default(),
        });
    }
    let after = Appraisal::of(&world, &of, 2022);
    let card = |of: &Appraisal, park: &str| of.of_park(&park_id(park)).unwrap().clone();
    let capped = card(&after, "gaoxin");
    assert_eq!((capped.grade, capped.is_capped, capped.total), (Some(Grade::C), true, card(&before, "gaoxin").total));
    assert_eq!(card(&after, "fucheng").grade, card(&before, "fucheng").grade, "an accident of another year");
}

#[test]
fn bonus_points_are_added_at_the_value_and_quotas_cap_numbers() {
    let mut world = sample();
    let of = pack(&world, "five-focuses");
    let park = park_id("zitong");
    let total = |world: &Scenario| Appraisal::of(world, &of, 2022).of_park(&park).unwrap().clone();
    set(&mut world, &park, "platforms_provincial", 2022, Some(8.999));
    let below = total(&world);
    set(&mut world, &park, "platforms_provincial", 2022, Some(9.0));
    let at = total(&world);
    assert_eq!((below.bonus, at.bonus), (0.0, 1.0));
    assert!((at.total.unwrap() - at.index.geometric.unwrap() - 1.0).abs() < 1e-9);
    let by_quota = Appraisal::of(&world, &pack(&world, "per-mu"), 2022);
    let ranked = by_quota.parks.iter().filter(|it| it.rank.is_some()).count();
    let of_grade = |grade: Grade| by_quota.parks.iter().filter(|it| it.grade == Some(grade)).count();
    assert!(of_grade(Grade::A) * 10 <= ranked * 3, "at most 30 % are A");
    assert!((of_grade(Grade::C) + of_grade(Grade::D)) * 10 >= ranked, "at least 10 % are C or D");
}

#[test]
fn a_placement_moves_the_quotients_as_worked_by_hand() {
    let world = sample();
    let of = pack(&world, "park-index");
    let (park, id) = (park_id("youxian"), project_id("T10"));
    let project: &Project = world.projects.get(&id).unwrap();
    let moved = appraisal::with_projects(&world, &of, (&park, 2022), &[project], &|_| true);
    let value = |indicator: &str| appraisal::value(&world, &park, &record_id(indicator), 2022).unwrap();
    let here = world.enterprises.iter().filter(|it| it.park == park);
    let output: f64 = here.filter_map(|it| it.output).map(WanYuan::to_f64).sum();
    let land = output / value("output_per_mu");
    let after = |indicator: &str| moved.readings.iter().find(|it| it.0.as_str() == indicator).unwrap().2;
    // T10: output 45,000, tax 2,000, land 60, 500 of electricity and 5 of gas.
    assert!((after("output_per_mu") - (output + 45_000.0) / (land + 60.0)).abs() < 1e-9);
    assert!((after("tax_per_mu") - (value("tax_per_mu") * land + 2_000.0) / (land + 60.0)).abs() < 1e-9);
    let energy = 500.0 * 1.229 + 5.0 * 12.5;
    let expected = (value("energy_per_output") * output + energy) / (output + 45_000.0);
    assert!((after("energy_per_output") - expected).abs() < 1e-6);
    let share = (value("leading_share") / 100.0 * output + 45_000.0) / (output + 45_000.0) * 100.0;
    assert!((after("leading_share") - share).abs() < 1e-9);
    assert!(moved.unmoved.iter().any(|it| it.as_str() == "approval_days"), "nobody can tell");
    let nothing = appraisal::with_projects(&world, &of, (&park, 2022), &[], &|_| true);
    assert!(nothing.readings.is_empty());
    let before = Appraisal::of(&world, &of, 2022).of_park(&park).unwrap().total;
    assert_eq!(nothing.card.total, before);
}

//! May it stand there at all? Two-high, river bank, radiation, access list, stipulations, relocation.

use parkboard::{
    model::{
        industry::EnvironmentClass,
        park::{ParkLevel, Role},
        plan::{Agreement, Relocation, Stipulation, Subject, Word},
        policy::{Level, Mode},
        project::{Project, ProjectKind},
        quantity::Metres,
        scenario::Scenario,
    },
    rules::finding::{Detail, Field, Item, State},
};

use super::{here, hold, nothing, of, says, set_industry, stands, unit, with_park};
use crate::fixture::{
    Build, document_id, enterprise_id, facility_id, industry_id, park_id, plan_id, project_id, record_id,
};

#[test]
fn a_two_high_project_needs_its_approval() {
    let mut city = with_park();
    stands(&mut city, "P1", "laser", |_| ());
    assert_eq!(here(&city, "two-high"), [nothing()], "nothing of the kind");
    stands(&mut city, "P2", "food", |it| {
        it.two_high = true;
        it.approval = Some(document_id("approval"));
    });
    assert_eq!(here(&city, "two-high"), [hold(1)]);
    stands(&mut city, "P3", "food", |it| it.two_high = true);
    stands(&mut city, "P4", "silicon", |_| ());
    // Its own class goes before that of its sub-sector.
    stands(&mut city, "P5", "silicon", |it| it.environment_class = Some(EnvironmentClass::E2));
    stands(&mut city, "P6", "laser", |it| it.environment_class = Some(EnvironmentClass::E5));
    let broken = |id| says(State::Broken, &[id], Detail::TwoHigh { project: project_id(id) });
    assert_eq!(here(&city, "two-high"), [broken("P6"), broken("P4"), broken("P3"), hold(1)]);
    let first = city.findings("two-high", "here").remove(0);
    assert_eq!((first.level, first.mode), (Level::Legal, Mode::NeedsWaiver));
}

#[test]
fn the_bank_is_a_kilometre_away_for_chemical_processes() {
    let yes = Some(true);
    let cases: [(Option<i64>, Option<bool>, State, &[Field]); 9] = [
        (Some(1_000), yes, State::Near, &[]),
        (Some(999), yes, State::Broken, &[]),
        (Some(1_099), yes, State::Near, &[]),
        (Some(1_100), yes, State::Holds, &[]),
        (None, yes, State::Unknown, &[Field::BankDistance]),
        (None, None, State::Unknown, &[Field::BankDistance]),
        (Some(999), None, State::Unknown, &[Field::ChemicalProcess]),
        (Some(1_100), None, State::Holds, &[]),
        (Some(80), Some(false), State::NotApplicable, &[]),
    ];
    for (distance, chemical, state, missing) in cases {
        let mut city = with_park();
        city.set_park("here", |park| park.bank_distance = distance.map(Metres::from_steps));
        for (id, class) in [("P1", EnvironmentClass::E4), ("P2", EnvironmentClass::E2), ("P3", EnvironmentClass::E4)] {
            stands(&mut city, id, "food", |it| {
                it.environment_class = Some(class);
                it.chemical_process = chemical.filter(|_| class == EnvironmentClass::E4);
            });
        }
        let detail = Detail::Bank { distance: distance.map(Metres::from_steps), least: of("1000"), projects: 2 };
        let expected = match state {
            State::NotApplicable => nothing(),
            State::Broken | State::Unknown => says(state, &["P3", "P1"], detail),
            _ => says(state, &[], detail),
        };
        assert_eq!(here(&city, "river-bank"), [expected], "{distance:?} {chemical:?}");
        let finding = city.finding("river-bank", "here");
        assert_eq!((finding.mode, finding.waits_for.as_slice()), (Mode::Block, missing), "{distance:?} {chemical:?}");
    }
    assert_eq!(here(&with_park(), "river-bank"), [nothing()]);
}

#[test]
fn near_the_bank_only_chemical_processes_are_causes() {
    let mut city = with_park();
    city.set_park("here", |park| park.bank_distance = Some(of("40")));
    stands(&mut city, "P1", "food", |it| it.chemical_process = Some(true));
    stands(&mut city, "P2", "resin", |it| it.environment_class = Some(EnvironmentClass::E4));
    let detail = Detail::Bank { distance: Some(of("40")), least: of("1000"), projects: 2 };
    assert_eq!(here(&city, "river-bank"), [says(State::Broken, &["P1"], detail)]);
}

#[test]
fn radiation_needs_a_licensed_site() {
    let cases: [(Option<&[&str]>, State, &[&str]); 4] = [
        (Some(&["gas", "radiation-site"]), State::Holds, &[]),
        (Some(&["gas", "plating-treatment"]), State::Broken, &["P3", "P1"]),
        (Some(&[]), State::Broken, &["P3", "P1"]),
        (None, State::Unknown, &["P3", "P1"]),
    ];
    for (facilities, state, members) in cases {
        let mut city = with_park();
        city.set_park("here", |park| {
            park.facilities = facilities.map(|list| list.iter().map(|it| facility_id(it)).collect());
        });
        set_industry(&mut city, "isotopes", |it| it.environment_class = EnvironmentClass::ER);
        stands(&mut city, "P1", "isotopes", |_| ());
        stands(&mut city, "P2", "isotopes", |it| it.environment_class = Some(EnvironmentClass::E1));
        stands(&mut city, "P3", "laser", |it| it.environment_class = Some(EnvironmentClass::ER));
        let expected = says(state, members, Detail::Radiation { projects: 2 });
        assert_eq!(here(&city, "radiation-site"), [expected], "{facilities:?}");
        let missing: &[Field] = if state == State::Unknown { &[Field::Facilities] } else { &[] };
        assert_eq!(city.finding("radiation-site", "here").waits_for, missing);
    }
    let mut city = with_park();
    stands(&mut city, "P1", "resin", |_| ());
    assert_eq!(here(&city, "radiation-site"), [nothing()]);
}

#[test]
fn the_access_list_speaks_of_each_sub_sector() {
    let mut city = with_park();
    city.set_park("here", |park| {
        park.admitted = vec![industry_id("laser"), industry_id("resin")];
        park.barred = vec![industry_id("resin"), industry_id("apparel")];
    });
    city.positions("here", Role::Characteristic, &[&["feed"]]);
    for (id, industry) in
        [("P1", "resin"), ("P2", "food"), ("P3", "laser"), ("P4", "resin"), ("P5", "feed"), ("P6", "food")]
    {
        stands(&mut city, id, industry, |_| ());
    }
    assert_eq!(here(&city, "access-list"), [nothing()], "no list there");
    city.set_park("here", |park| park.access_listed = true);
    let access = |industry, projects| Detail::Access { industry: industry_id(industry), projects };
    let expected = [
        says(State::Holds, &[], access("feed", 1)),
        says(State::Unknown, &["P6", "P2"], access("food", 2)),
        says(State::Holds, &[], access("laser", 1)),
        says(State::Broken, &["P4", "P1"], access("resin", 2)),
    ];
    let mut found = city.findings("access-list", "here");
    found.sort_by(|a, b| a.subject.cmp(&b.subject));
    assert_eq!(found.iter().map(super::told).collect::<Vec<_>>(), expected);
    assert_eq!(found[1].waits_for, [Field::AccessList]);
    assert_eq!((found[3].mode, &found[3].subject), (Mode::Block, &Subject::Industry(industry_id("resin"))));
    let mut empty = with_park();
    empty.set_park("here", |park| park.access_listed = true);
    assert_eq!(here(&empty, "access-list"), [nothing()]);
}

/// Stipulates `park` for `project` in plan `A`.
fn word(city: &mut Scenario, project: &str, park: &str, word: Word) {
    let (plan, project, park) = (plan_id("A"), project_id(project), park_id(park));
    city.stipulations.insert(Stipulation { plan, project, park, word, reason: "recorded".into() });
}

#[test]
fn a_required_park_is_one_of_those_named() {
    let mut city = with_park();
    city.park("east", ParkLevel::Municipal, "");
    city.park("west", ParkLevel::Municipal, "");
    for id in ["P1", "P2", "P3", "P4"] {
        stands(&mut city, id, "food", |_| ());
    }
    assert_eq!(here(&city, "required-park"), [nothing()]);
    assert_eq!(here(&city, "forbidden-park"), [nothing()]);
    word(&mut city, "P1", "here", Word::Required);
    word(&mut city, "P1", "east", Word::Required);
    word(&mut city, "P2", "east", Word::Required);
    word(&mut city, "P2", "west", Word::Required);
    word(&mut city, "P3", "here", Word::Forbidden);
    word(&mut city, "P3", "west", Word::Forbidden);
    word(&mut city, "P4", "east", Word::Forbidden);
    let stipulated = |id, parks: &[&str], word| Detail::Stipulated {
        project: project_id(id),
        parks: parks.iter().map(|it| park_id(it)).collect(),
        word,
    };
    let required = says(State::Broken, &["P2"], stipulated("P2", &["east", "west"], Word::Required));
    assert_eq!(here(&city, "required-park"), [required, hold(1)]);
    let forbidden = says(State::Broken, &["P3"], stipulated("P3", &["here", "west"], Word::Forbidden));
    assert_eq!(here(&city, "forbidden-park"), [forbidden, hold(1)]);
    assert!(city.findings("forbidden-park", "here").iter().all(|it| it.mode == Mode::Block));
}

/// A project that moves from `unit`.
fn moves(project: &mut Project, from: Option<&str>) {
    project.kind = ProjectKind::Relocation;
    project.first_reporter = from.map(unit);
}

#[test]
fn a_relocation_between_units_needs_an_agreement() {
    let mut city = with_park();
    city.set_park("here", |park| park.beneficiary_unit = Some(unit("fucheng")));
    stands(&mut city, "P1", "food", |it| it.first_reporter = Some(unit("youxian")));
    assert_eq!(here(&city, "relocation-compensated"), [nothing()], "a new project");
    stands(&mut city, "P2", "food", |it| moves(it, Some("fucheng")));
    assert_eq!(here(&city, "relocation-compensated"), [hold(1)], "within the unit");
    stands(&mut city, "P3", "food", |it| moves(it, Some("youxian")));
    let broken = says(State::Broken, &["P3"], Detail::Uncompensated { item: Item::Project(project_id("P3")) });
    assert_eq!(here(&city, "relocation-compensated"), [broken, hold(1)]);
    city.agreements.insert(Agreement::new(
        (plan_id("A"), project_id("P3")),
        (unit("youxian"), unit("fucheng")),
        record_id("five-years"),
        2023,
    ));
    assert_eq!(here(&city, "relocation-compensated"), [hold(2)]);
    stands(&mut city, "P4", "food", |it| moves(it, None));
    let unknown = says(State::Unknown, &["P4"], Detail::Tally { holds: 2, unknown: 1 });
    assert_eq!(here(&city, "relocation-compensated"), [unknown]);
    assert_eq!(city.finding("relocation-compensated", "here").waits_for, [Field::FirstReporter]);
}

#[test]
fn an_enterprise_that_moves_between_units_is_compensated() {
    let mut city = with_park();
    city.park("left", ParkLevel::Municipal, "");
    city.set_park("here", |park| park.beneficiary_unit = Some(unit("fucheng")));
    city.set_park("left", |park| park.beneficiary_unit = Some(unit("youxian")));
    city.enterprise("firm", "left", "laser", Some(70));
    let relocation = |compensation: &str| Relocation {
        plan: plan_id("A"),
        enterprise: enterprise_id("firm"),
        park: park_id("here"),
        reason: String::new(),
        compensation: compensation.to_owned(),
    };
    city.relocations.insert(relocation(" "));
    let detail = Detail::Uncompensated { item: Item::Enterprise(enterprise_id("firm")) };
    assert_eq!(here(&city, "relocation-compensated"), [says(State::Broken, &["firm"], detail)]);
    city.relocations.insert(relocation("half of the tax for five years"));
    assert_eq!(here(&city, "relocation-compensated"), [nothing()]);
    city.relocations.insert(relocation(""));
    city.set_park("left", |park| park.beneficiary_unit = Some(unit("fucheng")));
    assert_eq!(here(&city, "relocation-compensated"), [nothing()], "within the unit");
    // Whose park it is that one leaves, or that one comes to, nobody said.
    for parks in [["left"].as_slice(), &["here"], &["left", "here"]] {
        let mut city = city.clone();
        for park in parks {
            city.set_park(park, |park| park.beneficiary_unit = None);
        }
        let unknown = says(State::Unknown, &["firm"], Detail::Tally { holds: 0, unknown: 1 });
        assert_eq!(here(&city, "relocation-compensated"), [unknown], "{parks:?}");
        assert_eq!(city.finding("relocation-compensated", "here").waits_for, [Field::BeneficiaryUnit]);
    }
}

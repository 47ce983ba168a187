//! Does a project bring enough for what it takes? Investment, tax and output per mu, floor area ratio, output per tce.

use parkboard::{
    model::{
        industry::Industry,
        policy::{Level, Mode, Yield},
        project::Project,
        quantity::{Factor, Mu, SquareMetres, WanCubicMetres, WanKwh, WanYuan},
        scenario::Scenario,
    },
    rules::finding::{Detail, Field, Measure, State},
};

use super::{here, hold, nothing, of, says, set_industry, stands, with_park};
use crate::fixture::{Build, project_id};

const RULES: [(&str, Yield); 3] =
    [("investment-per-mu", Yield::Investment), ("tax-per-mu", Yield::Tax), ("output-per-mu", Yield::Output)];

pub(super) fn set_threshold(industry: &mut Industry, of: Yield, least: Option<WanYuan>) {
    match of {
        Yield::Investment => industry.investment_per_mu = least,
        Yield::Tax => industry.tax_per_mu = least,
        Yield::Output => industry.output_per_mu = least,
    }
}

pub(super) fn set_amount(project: &mut Project, of: Yield, amount: Option<WanYuan>) {
    match of {
        Yield::Investment => project.investment = amount,
        Yield::Tax => project.tax = amount,
        Yield::Output => project.output = amount,
    }
}

/// A project of 60.5 mu where 300 times 1.1 is asked for.
pub(super) fn on_land(yields: Yield, amount: &str) -> Scenario {
    let mut city = with_park();
    city.set_park("here", |park| park.threshold_factor = Some(of("1.1")));
    set_industry(&mut city, "laser", |it| set_threshold(it, yields, Some(of("300"))));
    stands(&mut city, "P1", "laser", |it| {
        it.land = Some(of("60.5"));
        set_amount(it, yields, Some(of(amount)));
    });
    city
}

fn ratio(measure: Measure, actual: i64, least: i64) -> Detail {
    Detail::Ratio { project: project_id("P1"), measure, actual, least, with_phases: None }
}

#[test]
fn what_a_project_brings_is_held_against_its_land_to_the_hundredth() {
    for (rule, yields) in RULES {
        let measure = Measure::PerMu(yields);
        for (amount, state, actual) in [
            ("19965", State::Near, 33_000),
            ("19964.99", State::Broken, 33_000),
            ("9982.5", State::Broken, 16_500),
            ("21961.49", State::Near, 36_300),
            ("0", State::Broken, 0),
        ] {
            let city = on_land(yields, amount);
            assert_eq!(here(&city, rule), [says(state, &["P1"], ratio(measure, actual, 33_000))], "{rule} {amount}");
            let finding = city.finding(rule, "here");
            assert_eq!((finding.level, finding.mode), (Level::Policy, Mode::Warn));
        }
        assert_eq!(here(&on_land(yields, "21961.5"), rule), [hold(1)], "{rule}");
        assert_eq!(here(&with_park(), rule), [nothing()], "{rule}");
    }
}

#[test]
fn in_a_standard_plant_the_floor_counts() {
    for (rule, yields) in RULES {
        // 20 times 0.9 for 8.8 thousand m²; for tax once and a half.
        let (exact, below, least) =
            if yields == Yield::Tax { ("237.6", "237.59", 2_700) } else { ("158.4", "158.39", 1_800) };
        for (amount, state, actual) in [(exact, State::Near, least), (below, State::Broken, least)] {
            let mut city = with_park();
            city.set_park("here", |park| park.threshold_factor = Some(of("0.9")));
            set_industry(&mut city, "laser", |it| set_threshold(it, yields, Some(of("20"))));
            stands(&mut city, "P1", "laser", |it| {
                it.plant_suitable = true;
                it.land = Some(of("15"));
                it.floor_area = Some(of("8800"));
                set_amount(it, yields, Some(of(amount)));
            });
            let expected = says(state, &["P1"], ratio(Measure::PerPlant(yields), actual, least));
            assert_eq!(here(&city, rule), [expected], "{rule} {amount}");
            city.set_project("P1", |it| it.floor_area = None);
            assert_eq!(city.finding(rule, "here").waits_for, [Field::FloorArea], "{rule}");
        }
    }
}

#[test]
fn a_yield_waits_for_each_of_its_data() {
    for (rule, yields) in RULES {
        let waits = |change: &dyn Fn(&mut Scenario), field: Field| {
            let mut city = on_land(yields, "19965");
            change(&mut city);
            let unknown = says(State::Unknown, &["P1"], Detail::Tally { holds: 0, unknown: 1 });
            assert_eq!(here(&city, rule), [unknown], "{rule} {field:?}");
            assert_eq!(city.finding(rule, "here").waits_for, [field], "{rule}");
        };
        waits(&|city| set_industry(city, "laser", |it| set_threshold(it, yields, None)), Field::Threshold(yields));
        waits(&|city| city.set_park("here", |park| park.threshold_factor = None), Field::ThresholdFactor);
        waits(&|city| city.set_project("P1", |it| it.land = None), Field::Land);
        waits(&|city| city.set_project("P1", |it| it.land = Some(Mu::ZERO)), Field::Land);
        waits(&|city| city.set_project("P1", |it| set_amount(it, yields, None)), Field::Brings(yields));
    }
}

#[test]
fn the_floor_area_ratio_of_the_sub_sector_is_reached() {
    let city = |ratio: Option<&str>, land: Option<&str>, floor: Option<&str>| {
        let mut city = with_park();
        set_industry(&mut city, "laser", |it| it.floor_area_ratio = ratio.map(of::<Factor>));
        stands(&mut city, "P1", "laser", |it| {
            it.land = land.map(of);
            it.floor_area = floor.map(of::<SquareMetres>);
        });
        city
    };
    let rule = "floor-area-ratio";
    // 60 mu are 40,000 m².
    for (floor, state, actual) in [
        ("48000", State::Near, 120),
        ("47999", State::Broken, 120),
        ("24000", State::Broken, 60),
        ("52799", State::Near, 132),
    ] {
        let expected = says(state, &["P1"], ratio(Measure::FloorAreaRatio, actual, 120));
        assert_eq!(here(&city(Some("1.2"), Some("60"), Some(floor)), rule), [expected], "{floor}");
    }
    assert_eq!(here(&city(Some("1.2"), Some("60"), Some("52800")), rule), [hold(1)]);
    for (ratio, land, floor, field) in [
        (None, Some("60"), Some("48000"), Field::FloorAreaRatio),
        (Some("1.2"), None, Some("48000"), Field::Land),
        (Some("1.2"), Some("60"), None, Field::FloorArea),
    ] {
        let finding = city(ratio, land, floor).finding(rule, "here");
        assert_eq!((finding.state, finding.waits_for), (State::Unknown, vec![field]));
    }
    let mut plant = city(Some("1.2"), Some("15"), Some("40"));
    assert_eq!(plant.finding(rule, "here").state, State::Broken);
    plant.set_project("P1", |it| it.plant_suitable = true);
    plant.place("P1", "here");
    assert_eq!(here(&plant, rule), [nothing()], "a standard plant is the park's");
    assert_eq!(here(&with_park(), rule), [nothing()]);
}

#[test]
fn a_tonne_of_coal_equivalent_brings_its_output() {
    let city = |output: Option<&str>, electricity: Option<&str>| {
        let mut city = with_park();
        stands(&mut city, "P1", "laser", |it| {
            it.output = output.map(of);
            it.electricity = electricity.map(of::<WanKwh>);
            it.gas = Some(WanCubicMetres::ZERO);
        });
        city
    };
    let rule = "output-per-tce";
    // 10,000,000 kWh are 1,229 tce, 4.9 times that is 6,022.1.
    for (output, state, actual) in [
        ("6022.1", State::Near, 490),
        ("6022.09", State::Broken, 490),
        ("3011.05", State::Broken, 245),
        ("6624.3", State::Near, 539),
    ] {
        let expected = says(state, &["P1"], ratio(Measure::OutputPerTce, actual, 490));
        assert_eq!(here(&city(Some(output), Some("1000")), rule), [expected], "{output}");
    }
    assert_eq!(here(&city(Some("6624.31"), Some("1000")), rule), [hold(1)]);
    let unknown = [(None, Some("1000"), Field::Brings(Yield::Output)), (Some("6022.1"), None, Field::Energy)];
    for (output, electricity, field) in unknown {
        let finding = city(output, electricity).finding(rule, "here");
        assert_eq!((finding.state, finding.waits_for), (State::Unknown, vec![field]));
    }
    assert_eq!(here(&with_park(), rule), [nothing()]);
}

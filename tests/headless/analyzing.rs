//! Does `parkboard analyze` say what the formulas say?
//!
//! `analyze.json` holds figures of five parks of the sample, their pairs and the city. They were calculated apart from
//! this program, in another language, from the formulas of the field and the sample's file alone; nothing in them was
//! read off this program's answers. They change only when the sample does, and are then to be calculated again.

use serde_json::{Map, Value};

use crate::fixture::{run, sample_path};

/// Relative, and absolute near zero: what two ways of adding up the same numbers may differ by.
const TOLERANCE: f64 = 1e-9;

fn analysis(more: &[&str]) -> Value {
    let path = sample_path();
    let mut arguments = vec!["analyze", path.to_str().unwrap(), "--json"];
    arguments.extend(more);
    let (code, out, err) = run(&arguments);
    assert_eq!((code, err.as_str()), (0, ""));
    serde_json::from_str(&out).unwrap()
}

/// Compares every figure in `expected` with the one of the same name in `found`; returns how many there were.
fn compare(place: &str, expected: &Map<String, Value>, found: &Value) -> usize {
    expected
        .iter()
        .map(|(name, value)| {
            let place = format!("{place}/{name}");
            if let Some(inner) = value.as_object() {
                return compare(&place, inner, &found[name]);
            }
            if let Some(wanted) = value.as_f64() {
                let got = found[name].as_f64().unwrap_or_else(|| panic!("{place}: {}", found[name]));
                assert!((got - wanted).abs() <= TOLERANCE * wanted.abs().max(1.0), "{place}: {got}, not {wanted}");
            } else {
                assert_eq!(&found[name], value, "{place}");
            }
            1
        })
        .sum()
}

#[test]
fn figures_of_five_parks_their_pairs_and_the_city_are_those_calculated_apart() {
    let expected: Value = serde_json::from_str(include_str!("analyze.json")).unwrap();
    let mut found = analysis(&[]);
    let pairs = found["pairs"].as_array().unwrap().iter().flat_map(|it| {
        let [one, other] = ["a", "b"].map(|side| it[side].as_str().unwrap().to_owned());
        [(format!("{one}|{other}"), it.clone()), (format!("{other}|{one}"), it.clone())]
    });
    let pairs: Map<String, Value> = pairs.collect();
    found["pairs"] = Value::Object(pairs);
    assert_eq!(compare("", expected.as_object().unwrap(), &found), 282);
}

#[test]
fn another_measure_and_the_city_without_the_plan_are_other_figures() {
    let plan = analysis(&[]);
    let now = analysis(&["--now"]);
    assert_eq!(now["scope"], "now");
    assert!(now["city"]["total"].as_f64() < plan["city"]["total"].as_f64());
    let land = analysis(&["--metric", "land"]);
    assert_eq!(land["metric"], "land");
    assert_ne!(land["parks"]["gaoxin"]["hhi"], plan["parks"]["gaoxin"]["hhi"]);
    // A park's largest sub-sectors are shares of that measure: at most all of it.
    for (id, park) in land["parks"].as_object().unwrap() {
        let [one, three] = ["cr1", "cr3"].map(|it| park[it].as_f64());
        assert!(one <= three && three.is_none_or(|it| it <= 1.0 + TOLERANCE), "{id}: {one:?}, {three:?}");
    }
}

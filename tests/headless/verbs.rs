//! What does each reading verb say of each city? Something, in both languages, of all its parks, and nothing of the other city.

use serde_json::Value;

use crate::fixture::{CITIES, City, Folder, in_each_city, run};

in_each_city! {
    every_reading_verb_speaks_of_this_city_and_of_no_other;
    machine_output_has_every_park_and_project;
    what_is_exported_and_reported_speaks_of_this_city;
}

/// The verbs that read a scenario and tell something, with what they ask for besides the file.
fn verbs(here: &City) -> Vec<Vec<&'static str>> {
    let project = ["--project", here.newcomer];
    let mut verbs: Vec<Vec<&str>> = ["check", "analyze", "evaluate", "ledger"].map(|it| vec![it]).to_vec();
    verbs.push([&["recommend"][..], &project].concat());
    verbs.push([&["why-not"][..], &project, &["--park", here.full]].concat());
    verbs.push(vec!["rules", "list"]);
    verbs
}

/// Asserts that `told` names no other city and none of its parks.
fn is_of(here: &City, told: &str, what: &str) {
    for other in CITIES.into_iter().filter(|it| it.plan != here.plan) {
        let scenario = other.scenario();
        let names = scenario.parks.iter().flat_map(|it| [it.short_name.zh.clone(), it.name.en.clone()]);
        for name in names.chain(other.names.map(str::to_owned)) {
            assert!(!told.contains(&name), "{what} says {name}");
        }
    }
}

fn every_reading_verb_speaks_of_this_city_and_of_no_other(here: &City) {
    let path = here.path();
    for lang in ["zh", "en"] {
        for verb in verbs(here) {
            let count = if verb[0] == "rules" { 2 } else { 1 };
            let file = [path.to_str().unwrap(), "--lang", lang];
            let (code, told, err) = run(&[&verb[..count], &file, &verb[count..]].concat());
            assert_eq!((code, err.as_str()), (0, ""), "{verb:?}");
            assert!(told.chars().count() > 60, "{verb:?} says {told:?}");
            is_of(here, &told, &format!("{verb:?} in {lang}"));
        }
    }
}

fn machine_output_has_every_park_and_project(here: &City) {
    let path = here.path();
    let answer = |arguments: &[&str]| -> Value {
        let file = [path.to_str().unwrap(), "--json"];
        let (code, told, err) = run(&[&arguments[..1], &file, &arguments[1..]].concat());
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
        serde_json::from_str(&told).unwrap()
    };
    let scenario = here.scenario();
    let parks = scenario.parks.len();
    assert_eq!(answer(&["analyze"])["parks"].as_object().unwrap().len(), parks);
    assert_eq!(answer(&["recommend", "--project", here.newcomer])["parks"].as_array().unwrap().len(), parks);
    let best = &answer(&["recommend", "--project", here.newcomer, "--top", "1"])["parks"][0];
    assert_eq!((best["park"].as_str(), best["verdict"].as_str()), (Some(here.good), Some("recommended")));
    let check = answer(&["check"]);
    assert_eq!((check["feasible"].as_bool(), check["score"]["legal"].as_i64()), (Some(true), Some(0)));
    for finding in check["findings"].as_array().unwrap() {
        assert!(
            !finding["text"]["zh"].as_str().unwrap().is_empty() && !finding["text"]["en"].as_str().unwrap().is_empty()
        );
    }
}

fn what_is_exported_and_reported_speaks_of_this_city(here: &City) {
    let (folder, path) = (Folder::new(), here.path());
    for (verb, name) in [
        (&["export"][..], "a.csv"),
        (&["export"], "a.geojson"),
        (&["report", "--kind", "positions", "--lang", "en"], "positions.html"),
        (&["report", "--kind", "ledger", "--lang", "zh"], "ledger.html"),
        (&["report", "--kind", "minutes", "--lang", "en"], "minutes.html"),
    ] {
        let out = folder.path(name);
        let file = [path.to_str().unwrap(), "--out", out.to_str().unwrap()];
        let (code, _, err) = run(&[&verb[..1], &file, &verb[1..]].concat());
        assert_eq!((code, err.as_str()), (0, ""), "{verb:?}");
        let text = std::fs::read_to_string(&out).unwrap();
        assert!(text.len() > 2_000, "{name}: {} bytes", text.len());
        is_of(here, &text, name);
    }
}

//! `parkboard evaluate` and `parkboard ledger`.

use serde_json::Value;

use crate::fixture::{run, sample_path};

fn answer(arguments: &[&str]) -> Value {
    let path = sample_path();
    let path = path.to_str().unwrap();
    let verb = [&[arguments[0], path], &arguments[1..], &["--json"]].concat();
    let (code, out, err) = run(&verb);
    assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn evaluate_tells_scorecards_and_proposals() {
    let told = answer(&["evaluate"]);
    assert_eq!((&told["pack"], &told["year"]), (&Value::from("five-focuses"), &Value::from(2022)));
    assert_eq!(told["parks"].as_object().unwrap().len(), 12);
    let gaoxin = &told["parks"]["gaoxin"];
    assert_eq!((&gaoxin["rank"], &gaoxin["grade"]), (&Value::from(1), &Value::from("A")));
    assert!(told["parks"]["pingwu"]["total"].is_null(), "a pillar lacks data");
    assert!(told["parks"]["pingwu"]["missing"].as_u64().unwrap() > 0);
    let themes = told["characteristic_parks"].as_object().unwrap();
    assert_eq!(themes.len(), 16);
    assert_eq!(themes["boe-display"]["proposed"], "review");
    assert!(themes["cultivated-3"]["cases"].as_array().unwrap().is_empty());
    let etdz = answer(&["evaluate", "--indicators", "etdz-2021", "--year", "2021"]);
    assert!(etdz["parks"]["gaoxin"]["total"].is_null() && etdz["parks"]["gaoxin"]["pillars"]["opening"].is_null());
    assert!(etdz["note"]["zh"].as_str().unwrap().contains("未查到"));
    let effect = answer(&["evaluate", "--project", "T10"]);
    assert_eq!(effect["effect"]["park"], "youxian");
    assert_ne!(effect["effect"]["before"], effect["effect"]["after"]);
}

#[test]
fn ledger_tells_books_that_add_up() {
    let told = answer(&["ledger"]);
    assert_eq!(told["pools"]["city-land-quota"]["used"], 1920.0);
    assert_eq!(told["pools"]["city-land-quota"]["quota"], 3000.0);
    let fund = &told["programmes"]["industry-fund"];
    assert_eq!((&fund["budget"], &fund["by_rule"]), (&Value::from(2400.0), &Value::from(2400.0)));
    assert_eq!(fund["claims"][3]["reason"], "exhausted");
    assert_eq!(told["tasks"]["S04"]["light"], "overdue");
    assert_eq!(told["tasks"]["S03"]["light"], "done");
    assert_eq!(told["tasks"]["S05"]["light"], "done-late");
    assert_eq!(told["tasks"]["C02"]["light"], "due-soon");
    assert_eq!(told["tasks"]["C04"]["light"], "on-track");
    for row in told["agreements"]["T12"]["rows"].as_array().unwrap() {
        let split = &row["expected"];
        let of = |key: &str| split[key].as_i64().unwrap();
        assert_eq!(of("originator_fen") + of("host_fen"), of("base_fen"));
    }
    let units = told["units"].as_object().unwrap();
    let sum = |key: &str| -> i64 {
        units
            .values()
            .flat_map(|it| it["years"].as_object().unwrap().values())
            .map(|it| it[key].as_i64().unwrap())
            .sum()
    };
    assert_eq!(sum("handed_on_fen"), sum("received_fen"), "what one hands on another receives");
    assert_eq!(sum("transfers_fen"), 0);
    let gains = told["guard"]["units"].as_object().unwrap().values();
    let losses: i64 = gains.map(|it| it["gain_fen"].as_i64().unwrap().min(0)).sum();
    let payments = told["guard"]["payments"].as_array().unwrap();
    let moved: i64 = payments.iter().map(|it| it["amount_fen"].as_i64().unwrap()).sum();
    assert!(losses < 0 && moved == -losses);
    assert_eq!(told["assessment"]["output"]["city_total"], 125_000.0, "T12 and T15, once each");
}

#[test]
fn both_verbs_speak_both_languages_and_refuse_what_is_not_there() {
    let path = sample_path();
    let path = path.to_str().unwrap();
    for verb in ["evaluate", "ledger"] {
        for lang in ["zh", "en"] {
            let (code, out, err) = run(&[verb, path, "--lang", lang]);
            assert_eq!((code, err.as_str()), (0, ""));
            assert!(out.lines().count() > 15, "{out}");
            let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
            assert_eq!(out.chars().any(is_han), lang == "zh", "{out}");
        }
    }
    let (code, _, err) = run(&["evaluate", path, "--indicators", "nobody"]);
    assert!(code == 2 && err.contains("park-index"), "{err}");
    let (code, _, err) = run(&["evaluate", path, "--project", "T18"]);
    assert!(code == 2 && err.contains("gaoxin"), "a project that waits needs a park: {err}");
}

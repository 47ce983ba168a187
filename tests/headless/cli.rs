//! Does the command line say what other programs rely on? Run in process, on the sample, on hand edits of its text, and
//! on files that are broken.

use std::{collections::BTreeSet, ffi::OsString, path::Path};

use parkboard::{
    cli::{self, Request},
    io::ron,
    model::{
        park::{ChemicalStatus, ParkLevel},
        quantity::WanYuan,
        scenario::Scenario,
    },
};
use serde_json::Value;

use crate::fixture::{Build, Folder, root, run, sample, sample_path, sample_text, whole_city};

fn path_text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The answer of `check FILE --json` with more arguments; standard error must be silent.
fn check(path: &Path, more: &[&str]) -> (u8, Value) {
    let mut arguments = vec!["check", path_text(path), "--json"];
    arguments.extend(more);
    let (code, out, err) = run(&arguments);
    assert_eq!(err, "");
    (code, serde_json::from_str(&out).unwrap())
}

/// The notable findings of an answer, each as `rule park state: members`.
fn findings(answer: &Value) -> BTreeSet<String> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let member = |it: &Value| {
        let sign = if it["part"] == "cause" { "" } else { "~" };
        format!("{sign}{}", text(&it["id"]))
    };
    let line = |it: &Value| {
        let members: Vec<String> = it["members"].as_array().unwrap().iter().map(member).collect();
        format!("{} {} {}: {}", text(&it["rule"]), text(&it["park"]), text(&it["state"]), members.join(" "))
    };
    answer["findings"].as_array().unwrap().iter().map(line).collect()
}

/// `text` with `from`, which must stand there exactly once, replaced by `to`.
fn edited(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from:?} stands not once");
    text.replace(from, to)
}

/// `text` with `line` added to the table called `table`.
fn with_record(text: &str, table: &str, line: &str) -> String {
    edited(text, &format!("\n  {table}: [\n"), &format!("\n  {table}: [\n    {line},\n"))
}

/// `text` with `from` replaced by `to` in the one line that begins with `head`.
fn edited_line(text: &str, head: &str, from: &str, to: &str) -> String {
    let lines: Vec<&str> = text.lines().filter(|line| line.trim_start().starts_with(head)).collect();
    let [line] = lines.as_slice() else { panic!("{head:?} begins {} lines", lines.len()) };
    edited(text, line, &edited(line, from, to))
}

/// The findings of an answer without the data that only policy lacks: those are many, and another test counts them.
fn weighty(answer: &Value) -> BTreeSet<String> {
    let list = answer["findings"].as_array().unwrap().iter();
    let weighs = list.filter(|it| it["level"] == "legal" || it["state"] != "unknown").cloned().collect::<Vec<_>>();
    findings(&serde_json::json!({ "findings": weighs }))
}

/// What `text` is found to have beyond the sample: findings that come, findings that go; and the exit code.
fn beyond_the_sample(text: &str) -> (u8, Vec<String>, Vec<String>) {
    let folder = Folder::new();
    let (_, before) = check(&sample_path(), &[]);
    let (code, after) = check(&folder.file("edited.ron", text), &[]);
    assert_eq!(after["feasible"], code == 0);
    let (before, after) = (weighty(&before), weighty(&after));
    (code, after.difference(&before).cloned().collect(), before.difference(&after).cloned().collect())
}

#[test]
fn the_sample_is_feasible_and_its_answer_has_the_documented_keys() {
    let (code, answer) = check(&sample_path(), &[]);
    assert_eq!(code, 0);
    assert_eq!(answer["feasible"], Value::Bool(true));
    let score = answer["score"].as_object().unwrap();
    let keys: Vec<&str> = score.keys().map(String::as_str).collect();
    assert_eq!(keys, ["fit", "legal", "policy", "unplaced"]);
    assert!(score.values().all(Value::is_i64));
    assert_eq!((score["legal"].as_i64(), score["unplaced"].as_i64()), (Some(0), Some(-9)));
    let expected = [
        "chemical-park jingkai unknown: T05",
        "homogeneous - broken: anzhou-L1 gaoxin-L2 pingwu-L1",
        "homogeneous - broken: fucheng-L1 gaoxin-L1 jingkai-L3",
        "homogeneous - broken: santai-L2 yanting-L2 zitong-L1",
        "largest-plot jingkai near: T05",
        "off-position anzhou waived: others-anzhou-inorganic-salts yinhe",
        "off-position santai broken: others-santai-fine-chemicals",
        "output-per-tce jiangyou broken: T08",
    ];
    assert_eq!(weighty(&answer), expected.map(String::from).into());
    assert_eq!(score["policy"].as_i64(), Some(-5));
    let lacking: BTreeSet<String> = findings(&answer).difference(&weighty(&answer)).cloned().collect();
    assert!(lacking.iter().all(|it| it.starts_with("floor-area-ratio ") || it.starts_with("output-per-mu ")));
    assert_eq!(lacking.len(), 15, "one a park and rule, not one a project: {lacking:?}");
}

#[test]
fn every_finding_has_its_keys_and_their_types() {
    let breaches = root().join("saves/rule-breaches.ron");
    for path in [sample_path(), breaches] {
        for more in [&[][..], &["--all"]] {
            let (_, answer) = check(&path, more);
            let list = answer["findings"].as_array().unwrap();
            assert!(!list.is_empty());
            for finding in list {
                assert!(finding["rule"].as_str().is_some_and(|it| !it.is_empty()));
                assert!(["legal", "policy"].contains(&finding["level"].as_str().unwrap()));
                let states = ["broken", "unknown", "near", "waived", "holds", "off", "not-applicable"];
                assert!(states.contains(&finding["state"].as_str().unwrap()), "{finding}");
                assert!(finding["park"].is_string() || finding["park"].is_null());
                for member in finding["members"].as_array().unwrap() {
                    assert!(["project", "position", "enterprise"].contains(&member["kind"].as_str().unwrap()));
                    assert!(["cause", "context"].contains(&member["part"].as_str().unwrap()));
                    assert!(!member["id"].as_str().unwrap().is_empty());
                }
                for lang in ["zh", "en"] {
                    assert!(!finding["text"][lang].as_str().unwrap().is_empty(), "{finding}");
                }
                let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
                assert!(!finding["text"]["en"].as_str().unwrap().chars().any(is_han), "{finding}");
            }
        }
    }
}

#[test]
fn the_breaches_break_every_rule_once() {
    let (code, answer) = check(&root().join("saves/rule-breaches.ron"), &[]);
    assert_eq!(code, 1);
    assert_eq!(answer["feasible"], Value::Bool(false));
    let listed = answer["findings"].as_array().unwrap();
    let is_broken = |it: &&Value| it["state"] == "broken";
    let mut broken: Vec<&str> = listed.iter().filter(is_broken).map(|it| it["rule"].as_str().unwrap()).collect();
    broken.sort_unstable();
    let pack = parkboard::io::ron::read_pack(&root().join("assets/packs/mianyang-2022.7.ron")).unwrap();
    let every: Vec<&str> = pack.rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(broken, every, "every rule of the pack, each once");
    assert!(!listed.iter().any(|it| it["state"] == "unknown"), "nothing waits for a datum");
}

#[test]
fn a_provincial_park_with_a_third_leading_position() {
    let line = "(id: \"zitong-L3\", park: \"zitong\", role: leading, name: (zh: \"包装\"), industries: [\"packaging\"], \
                order: 3, evidence: (confidence: assumed))";
    let (code, new, gone) = beyond_the_sample(&with_record(&sample_text(), "positions", line));
    assert_eq!((code, gone), (1, Vec::new()));
    let bare = "unsupported-position zitong broken: zitong-L3";
    assert_eq!(new, ["leading-cap zitong broken: zitong-L3 ~zitong-L1 ~zitong-L2", bare]);
}

#[test]
fn a_national_park_may_have_three_leading_positions_and_no_third_characteristic_one() {
    let line = "(id: \"jingkai-C2\", park: \"jingkai\", role: characteristic, name: (zh: \"包装\"), \
                industries: [\"packaging\"], order: 2, evidence: (confidence: assumed))";
    let text = with_record(&sample_text(), "positions", line);
    let bare = vec!["unsupported-position jingkai broken: jingkai-C2".to_owned()];
    assert_eq!(beyond_the_sample(&text), (0, bare, Vec::new()), "3 + 2 is allowed");
    let third = line.replace("C2", "C3").replace("packaging", "motors").replace("order: 2", "order: 3");
    let (code, new, _) = beyond_the_sample(&with_record(&text, "positions", &third));
    assert_eq!(code, 1);
    assert_eq!(new.first().unwrap(), "characteristic-cap jingkai broken: jingkai-C3 ~jingkai-C1 ~jingkai-C2");
    assert!(new.iter().skip(1).all(|it| it.starts_with("unsupported-position jingkai ")), "{new:?}");
}

#[test]
fn a_project_of_a_new_industry_on_a_full_park() {
    let line = "(plan: \"A\", project: \"T20\", park: \"jiangyou\", premises: standard_plant, seq: 12)";
    let (code, new, gone) = beyond_the_sample(&with_record(&sample_text(), "placements", line));
    assert_eq!((code, gone), (1, Vec::new()));
    let positions = "~jiangyou-L1 ~jiangyou-L2 ~jiangyou-C1 ~jiangyou-C2";
    let expected = [
        format!("carried-cap jiangyou broken: T20 ~T08 ~T06 {positions}"),
        "off-position jiangyou broken: T20".to_owned(),
    ];
    assert_eq!(new, expected);
}

#[test]
fn land_one_hundredth_of_a_mu_over() {
    let head = "(id: \"jiangyou\", name: (zh: \"江油高新技术产业园区\"";
    let with_land = |land: &str| edited_line(&sample_text(), head, "net_land: 1800", &format!("net_land: {land}"));
    let (code, new, gone) = beyond_the_sample(&with_land("549.99"));
    assert_eq!((code, gone), (1, Vec::new()));
    assert_eq!(new, ["land jiangyou broken: T08 ~T06"], "330 + 220 = 550");
    let (code, new, _) = beyond_the_sample(&with_land("550"));
    assert_eq!((code, new), (0, vec!["land jiangyou near: ~T08 ~T06".to_owned()]), "used up exactly");
    let (code, new, _) = beyond_the_sample(&with_land("612"));
    assert_eq!((code, new), (0, Vec::new()), "more than a tenth left");
}

#[test]
fn a_near_miss_is_marked() {
    let folder = Folder::new();
    let head = "(id: \"jiangyou\", name: (zh: \"江油高新技术产业园区\"";
    for (land, near_miss) in [("500", true), ("499.99", false)] {
        let text = edited_line(&sample_text(), head, "net_land: 1800", &format!("net_land: {land}"));
        let (_, answer) = check(&folder.file("edited.ron", text), &[]);
        let list = answer["findings"].as_array().unwrap();
        let broken = list.iter().find(|it| it["rule"] == "land").unwrap();
        assert_eq!(broken["near_miss"], near_miss, "50 over {land}");
    }
}

#[test]
fn a_chemical_project_in_a_park_without_status() {
    let head = "(id: \"T14\"";
    let text = edited_line(&sample_text(), head, "chemical_process: false", "chemical_process: true");
    let (code, new, gone) = beyond_the_sample(&text);
    assert_eq!((code, gone), (1, Vec::new()));
    assert_eq!(new, ["chemical-park anzhou broken: T14", "chemical-zone-land anzhou broken: T14"]);
    let line = "(plan: \"A\", project: \"T04\", park: \"zitong\", premises: own_land, seq: 12)";
    let (code, new, gone) = beyond_the_sample(&with_record(&sample_text(), "placements", line));
    assert_eq!((code, gone), (1, Vec::new()));
    let expected = [
        "chemical-park zitong broken: T04",
        "chemical-sewage zitong broken: T04",
        "chemical-zone-land zitong broken: T04",
        "energy-quota zitong broken: T04 ~T15",
        "neighbours zitong broken: T04 ~T15",
        "neighbours zitong broken: T15 ~T04",
        "off-position zitong broken: T04",
        "special-stream zitong broken: T04",
        "theme zitong broken: T04",
    ];
    // Beside food stand many firms; the projects are named first.
    let new: Vec<String> = new.iter().map(|it| it.split(" ~others").next().unwrap().to_owned()).collect();
    assert_eq!(new, expected, "zitong has a free slot, so it may carry one industry more");
}

#[test]
fn a_pinned_project_that_the_file_moved() {
    let text = edited(
        &sample_text(),
        "(plan: \"A\", project: \"T11\", park: \"youxian\", premises: own_land, seq: 7)",
        "(plan: \"A\", project: \"T11\", park: \"kejicheng-xinqu\", premises: own_land, seq: 7)",
    );
    let (code, new, _) = beyond_the_sample(&text);
    assert_eq!(code, 1);
    let expected = [
        "off-position kejicheng-xinqu broken: T11",
        "pinned youxian broken: T11",
        "radiation-site kejicheng-xinqu broken: T11",
        "special-stream kejicheng-xinqu broken: T11",
    ];
    assert_eq!(new, expected);
}

#[test]
fn the_fixed_points_of_a_pack_are_read_with_it() {
    let pack = std::fs::read_to_string(root().join("assets/packs/mianyang-2022.7.ron")).unwrap();
    let point = "(criterion: \"headroom\", name: \"one\", value: 0.25),";
    let with = |points: &str| format!("{}\n  anchors: [{points}],\n)", pack.trim_end().strip_suffix(')').unwrap());
    let read = |text: &str| parkboard::io::ron::pack_from_text(Path::new("pack.ron"), text);
    assert!(read(&pack).unwrap().anchors.is_empty());
    assert_eq!(read(&with(point)).unwrap().anchors.len(), 1);
    assert_eq!(read(&with(&point.repeat(2))).unwrap_err().len(), 1, "one point stands twice");
    let wrong = read(&with(&edited(point, "0.25", "0"))).unwrap_err();
    assert!(wrong[0].spot.is_some_and(|it| it.line > 1), "an end of a scale on the other: {wrong:?}");
    assert!(read(&with(&edited(point, "headroom", "head-room"))).is_err());
}

#[test]
fn a_pack_that_allows_less_finds_more() {
    let folder = Folder::new();
    let pack = std::fs::read_to_string(root().join("assets/packs/mianyang-2022.7.ron")).unwrap();
    let lines: Vec<String> = pack
        .lines()
        .map(|line| {
            let is_leading = line.trim_start().starts_with("(id: \"leading-cap\"");
            if is_leading {
                edited(line, "r#leading-cap((national: 3,", "r#leading-cap((national: 2,")
            } else {
                line.into()
            }
        })
        .collect();
    let stricter = folder.file("stricter.ron", lines.join("\n"));
    let (code, answer) = check(&sample_path(), &["--pack", path_text(&stricter)]);
    assert_eq!(code, 1);
    let (_, before) = check(&sample_path(), &[]);
    let (before, after) = (findings(&before), findings(&answer));
    let new: Vec<&String> = after.difference(&before).collect();
    let expected = [
        "leading-cap gaoxin broken: gaoxin-L3 ~gaoxin-L1 ~gaoxin-L2",
        "leading-cap jingkai broken: jingkai-L3 ~jingkai-L1 ~jingkai-L2",
    ];
    assert_eq!(new, expected);
    let (code, answer) =
        check(&sample_path(), &["--pack", path_text(&root().join("assets/packs/mianyang-2022.7.ron"))]);
    assert_eq!((code, findings(&answer)), (0, before), "the pack that it has already");
}

#[test]
fn another_plan_is_judged_by_id_or_name() {
    for plan in ["B", "空白", "Blank slate"] {
        let (code, answer) = check(&sample_path(), &["--plan", plan]);
        assert_eq!((code, answer["plan"].as_str()), (0, Some("B")));
        assert_eq!(answer["score"]["unplaced"], -20);
        assert_eq!(
            findings(&answer).len(),
            5,
            "enterprises off position without a waiver, and three homogeneous sectors"
        );
    }
    let (code, out, err) = run(&["check", path_text(&sample_path()), "--plan", "Z"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert_eq!(err, "没有名为 Z 的方案；可用：A, B\n");
}

#[test]
fn who_asks_for_what_is_not_there_is_told_what_is() {
    let sample = sample_path();
    let file = path_text(&sample);
    for (arguments, told) in [
        (["recommend", file, "--project", "T99", "--lang", "en"].as_slice(), "no project T99; use one of T01, T02, "),
        (&["recommend", file, "--project", "甲"], "没有名为 甲 的项目；可用：T01, T02, "),
        (&["recommend", file, "--project", "T01", "--plan", "Z"], "没有名为 Z 的方案；可用：A, B"),
        (&["recommend", file, "--project", "T01", "--top", "0"], "--top"),
        (&["why-not", file, "--project", "T01", "--park", "nowhere"], "没有名为 nowhere 的园区；可用："),
        (&["why-not", file, "--project", "T01", "--park", "", "--lang", "en"], "use one of anzhou, "),
    ] {
        let (code, out, err) = run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(told), "{arguments:?}: {err}");
    }
    let folder = Folder::new();
    let none = folder.path("none.ron");
    run(&["generate", "--parks", "2", "--projects", "0", "--out", path_text(&none)]);
    let (code, _, err) = run(&["recommend", path_text(&none), "--project", "T01", "--lang", "en"]);
    assert_eq!((code, err.as_str()), (2, "There is no project T01; the file has none at all, use another file\n"));
}

#[test]
fn another_day_judges_by_the_rules_of_that_day() {
    let breaches = root().join("saves/rule-breaches.ron");
    let (code, answer) = check(&breaches, &["--as-of", "2022-06-21"]);
    assert_eq!((code, answer["as_of"].as_str()), (1, Some("2022-06-21")));
    let before = answer["score"]["legal"].as_i64().unwrap();
    let (_, answer) = check(&breaches, &["--as-of", "2022-06-22"]);
    assert_eq!(answer["score"]["legal"], before - 3, "the three caps come into force on 22 June");
    let (_, answer) = check(&sample_path(), &["--as-of", "2023-12-31"]);
    let is_waived = |answer: &Value| weighty(answer).iter().any(|it| it.starts_with("off-position anzhou waived"));
    assert!(is_waived(&answer), "the waiver lives on its last day");
    let (_, answer) = check(&sample_path(), &["--as-of", "2024-01-01"]);
    assert!(!is_waived(&answer), "and not on the next");
    assert!(weighty(&answer).iter().any(|it| it.starts_with("off-position anzhou broken")));
    for wrong in ["yesterday", "2022-13-01", "2022-02-30", ""] {
        let (code, out, err) = run(&["check", path_text(&sample_path()), "--as-of", wrong]);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains("--as-of"), "{err}");
    }
}

#[test]
fn all_lists_what_holds_as_well() {
    let (code, answer) = check(&sample_path(), &["--all"]);
    let list = answer["findings"].as_array().unwrap();
    assert_eq!(code, 0);
    let rules_and_parks: BTreeSet<_> = list.iter().map(|it| (it["rule"].to_string(), it["park"].to_string())).collect();
    // 32 rules of parks alone, 2 of parks and register, 5 of the city or the register alone, 3 of its pools, 1 of budgets.
    let of_parks = rules_and_parks.iter().filter(|(_, park)| park != "null").count();
    assert_eq!(of_parks, 34 * 12, "every rule of parks speaks about every park");
    assert_eq!(rules_and_parks.len() - of_parks, 11, "and every rule of the city about the city");
    let notable = ["broken", "unknown", "near", "waived"];
    let shown = list.iter().filter(|it| notable.contains(&it["state"].as_str().unwrap())).count();
    assert_eq!(shown, 8 + 15);
}

/// The text of the sample or of another save, with `plan` approved.
fn approved(text: &str, plan: &str) -> String {
    edited_line(
        text,
        &format!("(id: \"{plan}\", name: "),
        "status: draft",
        "status: approved(on: \"2022-07-08\", by: \"市办\")",
    )
}

#[test]
fn an_approval_that_findings_bar_is_told_in_json_and_in_both_languages() {
    let folder = Folder::new();
    let (_, answer) = check(&sample_path(), &[]);
    assert_eq!(answer["barred_approvals"], serde_json::json!([]));

    let path = folder.file("approved.ron", approved(&sample_text(), "A"));
    let (code, answer) = check(&path, &[]);
    let expected = serde_json::json!([{ "plan": "A", "findings": 1, "rules": ["chemical-park"] }]);
    assert_eq!((code, &answer["barred_approvals"]), (0, &expected), "unknown bars an approval and breaks nothing");
    let (_, of_other_plan) = check(&path, &["--plan", "B"]);
    assert_eq!(of_other_plan["barred_approvals"], expected, "whichever plan is judged");
    let (_, zh, _) = run(&["check", path_text(&path)]);
    let (_, en, _) = run(&["check", path_text(&path), "--lang", "en"]);
    let told = "方案 A 已批准，但有 1 个法定问题未消除；请复核批准，或复制方案后改正（化工园区）";
    assert_eq!(zh.lines().nth(3), Some(told), "{zh}");
    let told = "Plan A is approved, legal findings open: 1; review it, or copy and cure it (Chemical park)";
    assert_eq!(en.lines().nth(3), Some(told), "{en}");

    let fine = folder.file("fine.ron", approved(&sample_text(), "B"));
    assert_eq!(check(&fine, &[]).1["barred_approvals"], serde_json::json!([]), "nothing bars the blank plan");
    let (_, out, _) = run(&["check", path_text(&fine)]);
    assert!(!out.contains("已批准"), "{out}");
}

#[test]
fn an_approval_is_barred_by_the_rules_and_the_day_that_are_asked_for() {
    let folder = Folder::new();
    let breaches = std::fs::read_to_string(root().join("saves/rule-breaches.ron")).unwrap();
    let path = folder.file("breaches.ron", approved(&breaches, "A"));
    let barred = |more: &[&str]| {
        let (code, answer) = check(&path, more);
        let list = answer["barred_approvals"].as_array().unwrap().clone();
        assert_eq!((code, list.len()), (1, 1));
        let legal = answer["findings"].as_array().unwrap().iter().filter(|it| it["level"] == "legal");
        let bars = legal.filter(|it| it["state"] == "broken" || it["state"] == "unknown").count();
        assert_eq!(list[0]["findings"].as_u64(), u64::try_from(bars).ok());
        list[0]["rules"].as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect::<BTreeSet<_>>()
    };
    assert!(barred(&[]).contains("leading-cap"));
    assert!(!barred(&["--as-of", "2022-06-21"]).contains("leading-cap"), "the caps are not yet in force");
}

#[test]
fn it_speaks_both_languages() {
    let path = sample_path();
    let (code, chinese, _) = run(&["check", path_text(&path)]);
    assert_eq!(code, 0);
    let title = sample().title;
    let expected = [title.zh.as_str(), "方案 A 稳妥 · 2022-07-08", "法定 0 · 待布局 −9 · 政策 −5"];
    assert_eq!(chinese.lines().take(3).collect::<Vec<_>>(), expected);
    assert!(chinese.contains("[待核] 化工园区 · 绵阳经开区 · "), "{chinese}");
    let (code, english, _) = run(&["check", path_text(&path), "--lang", "en"]);
    assert_eq!(code, 0);
    let expected = [title.english(), "Plan A Steady · 2022-07-08", "legal 0 · unplaced −9 · policy −5"];
    assert_eq!(english.lines().take(3).collect::<Vec<_>>(), expected);
    assert!(english.contains("[Unknown] Chemical park · Mianyang ETDZ · "), "{english}");
    assert!(!english.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{english}");
}

#[test]
fn a_truncated_file_is_refused_with_its_place() {
    let folder = Folder::new();
    let text = sample_text();
    let path = folder.path("cut.ron");
    let ends: Vec<usize> = (0..text.len() - 2).step_by(text.len() / 60).chain([1, 23, 40, text.len() - 3]).collect();
    assert!(ends.len() > 60);
    for end in ends {
        std::fs::write(&path, &text.as_bytes()[..end]).unwrap();
        let (code, out, err) = run(&["check", path_text(&path), "--json", "--lang", "en"]);
        assert_eq!((code, out.as_str()), (2, ""), "cut at {end}");
        let place = err.strip_prefix(&format!("{}:", path_text(&path))).unwrap_or_else(|| panic!("{err}"));
        let numbers: Vec<usize> = place.split(':').take(2).map(|it| it.parse().unwrap()).collect();
        let last_line = String::from_utf8_lossy(&text.as_bytes()[..end]).matches('\n').count() + 1;
        assert!(numbers[0] >= 1 && numbers[0] <= last_line && numbers[1] >= 1, "cut at {end}: {err}");
    }
}

#[test]
fn files_that_are_none() {
    let folder = Folder::new();
    let missing = folder.path("none.ron");
    let itself = folder.path("");
    for (path, zh, en) in [(&missing, "文件不存在", "No such file"), (&itself, "不是文件", "Not a file")] {
        for verb in [&["check"][..], &["rules", "list"], &["rules", "test"]] {
            for (lang, told) in [("zh", zh), ("en", en)] {
                let (code, out, err) = run(&[verb, &[path_text(path), "--lang", lang]].concat());
                assert_eq!((code, out.as_str()), (2, ""));
                assert!(err.starts_with(&format!("{}: {told}", path.display())), "{err}");
            }
        }
    }
    let (code, _, err) = run(&["check", path_text(&sample_path()), "--pack", path_text(&missing)]);
    assert_eq!(code, 2);
    assert!(err.starts_with(path_text(&missing)), "the pack is the culprit: {err}");
}

#[test]
fn every_problem_of_a_file_is_told() {
    let folder = Folder::new();
    let text = edited_line(&sample_text(), "(plan: \"A\", project: \"T01\"", "fucheng", "nowhere");
    let text = edited_line(&text, "(plan: \"A\", project: \"T02\"", "seq: 2", "seq: 3");
    let path = folder.file("wrong.ron", text);
    let (code, out, err) = run(&["check", path_text(&path), "--lang", "en"]);
    assert_eq!((code, out.as_str()), (2, ""));
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 2, "{err}");
    assert!(lines[0].contains("There is no nowhere in `parks`"), "{err}");
    assert!(lines[1].contains("Order 3 stands twice"), "{err}");
    assert!(lines.iter().all(|line| line.starts_with(&format!("{}:", path.display()))));
}

#[test]
fn the_rules_are_listed() {
    let pack = root().join("assets/packs/mianyang-2022.7.ron");
    let (code, of_pack, _) = run(&["rules", "list", path_text(&pack)]);
    assert_eq!(code, 0);
    let (code, of_scenario, _) = run(&["rules", "list", path_text(&sample_path())]);
    assert_eq!((code, &of_scenario), (0, &of_pack), "a scenario embeds its pack whole");
    assert!(of_pack.contains("\nleading-cap · 主导产业上限 · 法定 · "), "{of_pack}");
    let (_, json, _) = run(&["rules", "list", path_text(&pack), "--json"]);
    let answer: Value = serde_json::from_str(&json).unwrap();
    let ids: Vec<&str> = answer["rules"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids.first(), Some(&"leading-cap"));
    assert_eq!(ids.len(), 43);
}

#[test]
fn the_examples_of_the_pack_come_out_and_a_wrong_one_is_found() {
    let folder = Folder::new();
    let pack = root().join("assets/packs/mianyang-2022.7.ron");
    let (code, json, _) = run(&["rules", "test", path_text(&pack), "--json"]);
    let answer: Value = serde_json::from_str(&json).unwrap();
    let count = |answer: &Value, key: &str| answer[key].as_u64().unwrap();
    assert_eq!((code, count(&answer, "failed")), (0, 0));
    let all = count(&answer, "passed");
    assert!(all >= 8 * 4, "{all}");
    let text = std::fs::read_to_string(&pack).unwrap();
    let wrong = edited(
        &text,
        "placed: [(industry: \"lcd-display\", land: 183.55), (industry: \"display-materials\", land: 116.45)], expect: near",
        "placed: [(industry: \"lcd-display\", land: 183.55), (industry: \"display-materials\", land: 116.46)], expect: near",
    );
    let path = folder.file("wrong.ron", wrong);
    let (code, json, err) = run(&["rules", "test", path_text(&path), "--json", "--lang", "en"]);
    let answer: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((code, err.as_str(), count(&answer, "passed"), count(&answer, "failed")), (1, "", all - 1, 1));
    let list = answer["examples"].as_array().unwrap();
    let failed: Vec<&Value> = list.iter().filter(|it| it["passed"] == false).collect();
    assert_eq!(failed.len(), 1);
    assert_eq!(
        (&failed[0]["rule"], &failed[0]["expected"], &failed[0]["found"]),
        (&"land".into(), &"near".into(), &"broken".into())
    );
    let (code, out, _) = run(&["rules", "test", path_text(&path), "--lang", "en"]);
    assert_eq!(code, 1);
    let failed: Vec<&str> = out.lines().filter(|line| line.starts_with('✕')).collect();
    assert_eq!(failed.len(), 1);
    assert!(failed[0].starts_with("✕ land · Used up exactly"), "{out}");
    assert!(out.ends_with(&format!("{} passed, 1 failed\n", all - 1)), "{out}");
}

#[test]
fn a_byte_order_mark_harms_no_verb() {
    let folder = Folder::new();
    let path = folder.file("marked.ron", format!("\u{feff}{}", sample_text()));
    assert_eq!(check(&path, &[]), check(&sample_path(), &[]));
    for verb in ["list", "test"] {
        let (marked, plain) =
            (run(&["rules", verb, path_text(&path)]), run(&["rules", verb, path_text(&sample_path())]));
        assert_eq!(marked, plain, "{verb}");
    }
}

#[test]
fn help_names_verbs_and_exit_codes() {
    let (code, out, err) = run(&["--help"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let lines: Vec<String> = out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for line in [
        "Usage: parkboard [FILE]",
        "backtest How good the advice has been: the rank of the park where real projects went / 回测",
        "check Judge a scenario: exit 0 when nothing is broken at level legal, 1 when something is / 校核情景",
        "recommend Which park suits a project best: ranked parks with their score parts / 建议园区",
        "rules The rules of a scenario or pack, and their worked examples / 规则清单与算例",
        "import Take rows of foreign sheets into a scenario: exit 1 when some rows were refused / 导入表格",
        "generate Write an invented scenario of any size, for load tests / 生成模拟情景",
        "Exit codes: 0 done, 1 a judged negative answer, 2 wrong use or unreadable input",
    ] {
        assert!(lines.iter().any(|it| it == line), "{line:?} is not in\n{out}");
    }
    let (code, out, _) = run(&["check", "--help"]);
    assert_eq!(code, 0);
    for option in ["--pack <PACK>", "--plan <PLAN>", "--as-of <AS_OF>", "--all", "--json", "--lang <LANG>"] {
        assert!(out.lines().any(|line| line.trim() == option), "{option} is not in\n{out}");
    }
    for verb in [&["rules", "list", "--help"], &["rules", "test", "--help"]] {
        assert_eq!(run(verb).0, 0);
    }
}

#[test]
fn wrong_use_exits_with_two_and_says_so_on_standard_error_only() {
    let sample = sample_path();
    let sample = path_text(&sample);
    for arguments in [
        &["check"][..],
        &["check", sample, "extra"],
        &["check", sample, "--nothing"],
        &["check", sample, "--plan"],
        &["check", sample, "--lang", "fr"],
        &["rules"],
        &["rules", "forget", sample],
        &["rules", "test"],
        &[sample, "check"],
        &["--nothing"],
    ] {
        let (code, out, err) = run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(!err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn without_a_verb_the_window_opens() {
    let open = |words: &[&str]| {
        let words = std::iter::once("parkboard").chain(words.iter().copied()).map(OsString::from);
        cli::run(words, &mut Vec::new(), &mut Vec::new())
    };
    assert!(matches!(open(&[]), Request::Window(None)));
    assert!(matches!(open(&["a.ron"]), Request::Window(Some(path)) if path == Path::new("a.ron")));
    assert!(matches!(open(&["--", "-a.ron"]), Request::Window(Some(path)) if path == Path::new("-a.ron")));
}

#[test]
fn a_path_that_is_not_utf8_is_read_all_the_same() {
    use std::os::unix::ffi::OsStringExt;
    let folder = Folder::new();
    let path = folder.path("").join(OsString::from_vec(b"caf\xe9.ron".to_vec()));
    std::fs::write(&path, sample_text()).unwrap();
    let (code, out, _) = run(&[OsString::from("check"), path.into_os_string(), "--json".into()]);
    let (_, plain, _) = run(&["check", path_text(&sample_path()), "--json"]);
    assert_eq!((code, out), (0, plain));
}

#[test]
fn a_closed_standard_output_ends_in_silence() {
    struct Closed;
    impl std::io::Write for Closed {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut err = Vec::new();
    let sample = sample_path();
    let words = ["parkboard", "check", path_text(&sample), "--all"].map(OsString::from);
    assert!(matches!(cli::run(words, &mut Closed, &mut err), Request::Exit(0)));
    assert!(err.is_empty());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let sample = sample_path();
    let breaches = root().join("saves/rule-breaches.ron");
    let (sample, breaches) = (path_text(&sample), path_text(&breaches));
    for arguments in [
        &["check", sample, "--json", "--all"][..],
        &["check", breaches, "--json"],
        &["check", breaches, "--lang", "en"],
        &["rules", "list", sample, "--json"],
        &["rules", "test", breaches],
    ] {
        assert_eq!(run(arguments), run(arguments));
    }
}

#[test]
fn recommend_ranks_parks_by_verdict_then_by_score_and_the_parts_add_up() {
    let (code, out, err) = run(&["recommend", path_text(&sample_path()), "--project", "T18", "--json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((answer["project"].as_str(), answer["firmness"].as_str()), (Some("T18"), Some("clear")));
    let parks = answer["parks"].as_array().unwrap();
    assert_eq!((parks.len(), parks[0]["park"].as_str(), parks[0]["rank"].as_u64()), (12, Some("jingkai"), Some(1)));
    let order = |park: &Value| {
        let verdict = ["recommended", "conditional", "vetoed"].iter().position(|it| park["verdict"] == *it).unwrap();
        (verdict, -park["score"].as_i64().unwrap())
    };
    assert!(parks.windows(2).all(|pair| order(&pair[0]) <= order(&pair[1])));
    for park in parks {
        let parts: i64 = park["parts"].as_object().unwrap().values().map(|it| it.as_i64().unwrap()).sum();
        assert_eq!(Some(parts), park["score"].as_i64(), "{}", park["park"]);
        assert!(park["band"].as_array().unwrap().len() == 2 && park["robustness"].as_f64().unwrap() <= 1.0);
        assert!(park["findings"].is_array());
    }
    let (code, out, _) =
        run(&["recommend", path_text(&sample_path()), "--project", "T18", "--top", "2", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(out.contains("Mianyang ETDZ") && out.contains("Position fit") && !out.contains("Fucheng"), "{out}");
}

/// What `recommend` says of a project of `scenario`: exit code, answer, text in English.
fn recommended(scenario: &Scenario, project: &str) -> (u8, Value, String) {
    let folder = Folder::new();
    let path = folder.file("city.ron", ron::to_text(scenario).unwrap());
    let asked = ["recommend", path_text(&path), "--project", project];
    let (code, json, err) = run(&[&asked[..], &["--json"]].concat());
    assert_eq!(err, "");
    let (again, text, _) = run(&[&asked[..], &["--lang", "en"]].concat());
    assert_eq!(again, code);
    (code, serde_json::from_str(&json).unwrap(), text)
}

#[test]
fn recommend_says_what_to_do_with_the_project_and_what_is_doubtful() {
    let plain = sample();
    let (code, answer, text) = recommended(&plain, "T11");
    assert_eq!((code, answer["advice"].as_str()), (0, Some("place")));
    assert!(text.contains("No other park has as good a verdict as Youxian"), "{text}");

    // Every park vetoes a chemical project once the park that is to be confirmed is not a chemical park.
    let mut closed = plain.clone();
    closed.set_park("jingkai", |it| it.chemical_park = Some(ChemicalStatus::None));
    let (code, answer, text) = recommended(&closed, "T04");
    assert_eq!((code, answer["advice"].as_str(), &answer["firmness"]), (1, Some("hold"), &Value::Null));
    assert!(text.starts_with("Advised: hold"), "{text}");

    // A hundredth of what it brings.
    let mut thin = plain.clone();
    let little = |has: WanYuan| WanYuan::from_steps(has.steps() / 100);
    thin.set_project("T01", |it| {
        (it.investment, it.output, it.tax) = (it.investment.map(little), it.output.map(little), it.tax.map(little));
    });
    let (_, answer, text) = recommended(&thin, "T01");
    assert_eq!(answer["advice"].as_str(), Some("return"));
    assert!(text.starts_with("Advised: return"), "{text}");

    // What a park does not state is a band, and named.
    let mut silent = plain;
    silent.set_park("fucheng", |it| it.access_time = None);
    let (_, answer, text) = recommended(&silent, "T01");
    let park = answer["parks"].as_array().unwrap().iter().find(|it| it["park"] == "fucheng").unwrap();
    let band = park["band"].as_array().unwrap();
    assert!(
        band[0].as_i64() < band[1].as_i64() && park["missing"].as_array().unwrap().contains(&"transport".into()),
        "{park}"
    );
    assert!(text.lines().any(|line| line.contains('!') && line.contains("transport")), "{text}");
}

#[test]
fn recommend_tells_a_shared_first_place_and_that_there_are_no_parks() {
    let mut bare = whole_city();
    bare.project("X", "apparel", "10");
    let (code, answer, text) = recommended(&bare, "X");
    assert_eq!((code, answer["parks"].as_array().map(Vec::len)), (1, Some(0)));
    assert!(text.contains("has no parks") && !text.contains("Clear"), "{text}");

    for id in ["P", "Q"] {
        bare.park(id, ParkLevel::Provincial, "500");
    }
    let (code, answer, text) = recommended(&bare, "X");
    let parks = answer["parks"].as_array().unwrap();
    assert_eq!(code, 0);
    assert!(parks.iter().all(|it| it["rank"] == 1 && it["tied"] == true) && answer["firmness"].is_null(), "{answer}");
    assert!(text.contains("Tied for the first place: P name, Q name"), "{text}");
}

#[test]
fn backtest_gives_rates_baselines_and_rows() {
    let folder = root().join("assets/backtest");
    let (cases, notes) = (folder.join("cases.csv"), folder.join("notes.csv"));
    let scenario = sample_path();
    let arguments =
        ["backtest", path_text(&scenario), "--cases", path_text(&cases), "--notes", path_text(&notes), "--json"];
    let (code, out, err) = run(&arguments);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(run(&arguments).1, out, "the same input, the same bytes");
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((answer["cases"].as_u64(), answer["strict"]["cases"].as_u64()), (Some(54), Some(22)));
    for key in ["top1", "top3", "mrr"] {
        assert!(answer[key].is_f64() && answer["strict"][key].is_f64());
        for baseline in ["random", "positions-then-size", "most-output"] {
            assert!(answer["baselines"][baseline][key].is_f64(), "{baseline} {key}");
        }
    }
    let rows = answer["rows"].as_array().unwrap();
    assert!(rows.len() == 54 && rows.iter().all(|row| row["rank"].is_u64() && row["recommended"].is_string()));
    let mut of_no_plan = arguments.to_vec();
    of_no_plan.extend(["--plan", "nowhere"]);
    let (code, _, err) = run(&of_no_plan);
    assert!(code == 2 && err.contains("A, B"), "{err}");
    let (code, _, err) = run(&["backtest", path_text(&sample_path()), "--cases", path_text(&notes)]);
    assert!(code == 2 && err.contains("notes.csv:1:1") && err.contains("sub_sector"), "{err}");

    // Of no case there are no rates: without notes none is strict, and a table of no rows is refused.
    let scratch = Folder::new();
    let head = "id,name_zh,sub_sector,park_id\n";
    let one = scratch.file("one.csv", format!("{head}a,甲,food,zitong\n"));
    let (code, out, _) = run(&["backtest", path_text(&scenario), "--cases", path_text(&one), "--json"]);
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, answer["cases"].as_u64(), answer["strict"]["cases"].as_u64()), (0, Some(1), Some(0)));
    assert!(answer["mrr"].is_f64() && answer["strict"]["mrr"].is_null(), "{answer}");
    assert!(answer["strict_baselines"]["random"]["top1"].is_null(), "{answer}");
    let (_, out, _) = run(&["backtest", path_text(&scenario), "--cases", path_text(&one), "--lang", "en"]);
    assert!(out.contains("Strict: n 0, top-1 \u{2014}"), "{out}");
    let none = scratch.file("none.csv", head);
    let (code, out, err) = run(&["backtest", path_text(&scenario), "--cases", path_text(&none)]);
    assert!(code == 2 && out.is_empty() && err.contains("none.csv"), "{err}");
}

#[test]
fn why_not_says_what_keeps_a_park_from_the_first_place() {
    let ask = |project: &str, park: &str, more: &[&str]| {
        let file = sample_path();
        let mut arguments = vec!["why-not", path_text(&file), "--project", project, "--park", park];
        arguments.extend(more);
        run(&arguments)
    };
    let (code, out, err) = ask("T04", "gaoxin", &["--json"]);
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, err.as_str(), answer["reason"].as_str()), (0, "", Some("findings")));
    assert_eq!((answer["verdict"].as_str(), answer["findings"][0]["state"].as_str()), (Some("vetoed"), Some("broken")));
    let first = answer["first"].as_str().unwrap();
    let (_, out, _) = ask("T04", first, &["--json"]);
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((answer["reason"].as_str(), answer["rank"].as_u64()), (Some("first"), Some(1)));
    let (_, out, _) = ask("T04", "gaoxin", &["--lang", "en"]);
    assert!(out.contains("Vetoed") && out.contains("stands behind"), "{out}");
}

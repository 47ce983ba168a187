//! The line of search: words, conditions, both languages, hostile text, hints, and the order of what is found.

use std::collections::BTreeSet;

use parkboard::{
    evaluate::judgement::Judgement,
    i18n::phrase::Lang,
    io::settings::{Order, OrderBy},
    model::scenario::Scenario,
    workbench::{
        listing::Listing,
        query::{Query, hints},
        sample,
    },
};

use crate::fixture::Chance;

fn listing(scenario: &Scenario, line: &str, order: Order) -> Listing {
    let judgement = Judgement::of(scenario, &scenario.active_plan);
    Listing::of(scenario, &judgement, line, order, Lang::Zh)
}

fn found(line: &str) -> Vec<String> {
    let listing = listing(&sample::scenario(), line, Order::default());
    assert_eq!(listing.problems, [], "{line}");
    let mut ids: Vec<String> = listing.shown().map(ToString::to_string).collect();
    ids.sort();
    ids
}

fn problem(line: &str) -> (String, String) {
    let reading = Query::read(line, &sample::scenario());
    assert_eq!(reading.problems.len(), 1, "{line}: {:?}", reading.problems);
    (reading.problems[0].zh.clone(), reading.problems[0].en.clone())
}

fn all() -> usize {
    sample::scenario().projects.len()
}

#[test]
fn plain_words_are_found_in_names_numbers_industries_districts_and_parks() {
    assert_eq!(found(""), found("   "));
    assert_eq!(found("").len(), all());
    assert_eq!(found("t13"), ["T13"]);
    assert_eq!(found("六轴 机器人"), ["T13"], "every word must be found");
    assert_eq!(found("六轴 丝绸"), [""; 0]);
    assert_eq!(found("ROBOTS collaborative"), found("robots"));
    assert_eq!(found("ｔ１３"), ["T13"], "full-width letters and digits are folded");
    assert!(found("江油").contains(&"T06".to_owned()), "by the park that it is placed in");
}

#[test]
fn conditions_speak_both_languages_and_either_colon() {
    let placed = found("placed");
    assert_eq!(placed.len(), 11);
    assert_eq!(found("已布局"), placed);
    assert_eq!(found("unplaced"), found("not placed"));
    assert_eq!(found("待布局"), found("不含 已布局"));
    assert_eq!(found("不含已布局"), found("not placed"), "Chinese sets no spaces");
    assert_eq!(found("park:none"), found("unplaced"));
    assert_eq!(found("园区：无"), found("unplaced"));
    assert_eq!(found("not park:none"), placed);
    assert_eq!(found("not not placed"), placed);
    assert_eq!(found("park:jiangyou"), ["T06", "T08"]);
    assert_eq!(found("园区：江油"), ["T06", "T08"]);
    assert_eq!(found("园区: 江油"), ["T06", "T08"], "the value may stand apart");
    assert_eq!(found("park:jiangyou,youxian"), ["T06", "T08", "T10", "T11"]);
    assert_eq!(found("园区:江油、游仙"), ["T06", "T08", "T10", "T11"]);
    assert_eq!(found("pinned"), ["T11"]);
    assert_eq!(found("钉住 park:youxian"), ["T11"]);
    assert_eq!(found("not pinned park:youxian"), ["T10"]);
    assert_eq!(found("\"pinned\""), [""; 0], "a quoted word is only a word");
    assert_eq!(found("industry:none"), [""; 0]);
    assert!(!found("level:national").is_empty());
    assert_eq!(found("层级：国家级"), found("level:national"));
    let (national, others) = (found("level:national"), found("level:provincial,municipal"));
    assert_eq!(national.len() + others.len(), placed.len());
}

#[test]
fn industry_district_and_status_go_by_id_or_by_part_of_a_name() {
    let scenario = sample::scenario();
    for project in &scenario.projects {
        let id = project.id.to_string();
        assert!(found(&format!("industry:{}", project.industry)).contains(&id));
        let name = &scenario.industries.get(&project.industry).unwrap().name;
        assert!(found(&format!("产业:\"{}\"", name.zh)).contains(&id));
        assert!(found(&format!("industry:\"{}\"", name.english().to_uppercase())).contains(&id));
        let reporter = project.first_reporter.as_ref();
        let district = reporter.map_or("none".to_owned(), |it| scenario.units.get(it).unwrap().name.zh.clone());
        assert!(found(&format!("县区:{district}")).contains(&id), "{district}");
        let status = parkboard::i18n::term::register_status(project.status);
        assert!(found(&format!("status:\"{}\"", status.en)).contains(&id));
        assert!(found(&format!("状态：{}", status.zh)).contains(&id));
    }
}

#[test]
fn violates_finds_the_causes_of_broken_rules_by_id_and_by_title() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/rule-breaches.ron");
    let scenario = parkboard::io::ron::read_scenario(&path).unwrap();
    let judgement = Judgement::of(&scenario, &scenario.active_plan);
    let mut seen = 0;
    for rule in &scenario.rules {
        use parkboard::rules::finding::{Item, Part, State};
        let causes: BTreeSet<String> = judgement
            .findings()
            .filter(|it| it.state == State::Broken && it.rule == rule.id)
            .flat_map(|it| it.members.iter().filter(|it| it.part == Part::Cause))
            .filter(|it| matches!(it.item, Item::Project(_)))
            .map(|it| it.item.id().to_owned())
            .collect();
        for value in [rule.id.as_str(), &rule.title.zh, rule.title.english()] {
            let listing = listing(&scenario, &format!("违反:\"{value}\""), Order::default());
            assert_eq!(listing.problems, []);
            let ids: BTreeSet<String> = listing.shown().map(ToString::to_string).collect();
            assert_eq!(ids, causes, "{value}");
        }
        seen += usize::from(!causes.is_empty());
    }
    assert!(seen >= 4, "{seen} rules are broken by projects");
    let clean = listing(&scenario, "violates:none", Order::default()).len();
    let guilty = listing(&scenario, "not violates:none", Order::default()).len();
    assert_eq!(clean + guilty, scenario.projects.len());
    assert!(guilty > 0);
    let legal = listing(&scenario, "level:legal", Order::default()).len();
    assert!((1..=guilty).contains(&legal));
}

#[test]
fn what_is_not_understood_is_told_with_its_cure_and_asks_for_nothing() {
    let (zh, en) = problem("colour:red");
    assert!(zh.contains("没有条件“colour:”") && zh.contains("产业:") && zh.contains("引号"), "{zh}");
    assert!(en.contains("no condition \"colour:\"") && en.contains("industry:"), "{en}");
    let (zh, en) = problem("district:atlantis");
    assert!(zh.contains("没有“atlantis”") && zh.contains('如'), "{zh}");
    assert!(en.contains("no \"atlantis\"") && en.contains("such as"), "{en}");
    let (zh, en) = problem("pinned not");
    assert!(zh.contains("后面") && en.contains("must follow"));
    let listing = listing(&sample::scenario(), "colour:red pinned", Order::default());
    assert_eq!((listing.len(), listing.problems.len()), (1, 1), "the rest still counts");
    assert!(Query::read("industry:", &sample::scenario()).problems.is_empty(), "a value not typed yet is no mistake");
    let long = "长".repeat(500);
    let (zh, _) = problem(&format!("{long}:x"));
    assert!(zh.chars().count() < 140, "a message stays short");
}

#[test]
fn hostile_lines_never_break_it() {
    let scenario = sample::scenario();
    let judgement = Judgement::of(&scenario, &scenario.active_plan);
    let parts = [
        "industry:",
        "产业：",
        "not",
        "不含",
        "none",
        "无",
        "\"",
        "\"",
        "」",
        ":",
        "：",
        ",",
        "，",
        " ",
        "\u{3000}",
        "\t",
        "\n",
        "\u{0}",
        "\u{202e}",
        "\u{feff}",
        "é",
        "İ",
        "ß",
        "😀",
        "龘",
        "|",
        "pinned",
        "level:",
        "violates:",
        "\\",
        "'",
        "(",
        "(?i)",
        "%s",
        "../",
        "T13",
        "ｔ",
    ];
    let mut chance = Chance::new(77);
    for _ in 0..1_200 {
        let line: String = (0..chance.below(9)).map(|_| *chance.one(&parts)).collect();
        let listing = Listing::of(&scenario, &judgement, &line, Order::default(), Lang::Zh);
        assert!(listing.len() <= listing.all, "{line:?}");
        for lang in [Lang::Zh, Lang::En] {
            for hint in hints(&line, &scenario, lang) {
                assert!(!hint.words.is_empty() && hint.line != line, "{line:?}");
            }
        }
    }
    let deep = "not ".repeat(50_000);
    assert_eq!(Query::read(&deep, &scenario).problems.len(), 1);
    let wide = "a:".repeat(50_000);
    assert_eq!(Query::read(&wide, &scenario).problems.len(), 1);
}

#[test]
fn a_hint_taken_is_understood_and_begins_with_what_was_typed() {
    let scenario = sample::scenario();
    let words = |line: &str, lang| hints(line, &scenario, lang).into_iter().map(|it| it.words).collect::<Vec<_>>();
    assert_eq!(words("ind", Lang::En), ["industry:"]);
    assert_eq!(words("产", Lang::Zh), ["产业:"]);
    assert_eq!(words("pla", Lang::En), ["placed"]);
    assert_eq!(words("机器", Lang::Zh), [""; 0]);
    assert_eq!(words("", Lang::Zh), [""; 0], "an empty line waits for the first letter");
    assert!(words("状态:", Lang::Zh).contains(&"签约".to_owned()));
    assert_eq!(words("park:江油", Lang::Zh).len(), 1);
    for (line, lang) in [
        ("ind", Lang::En),
        ("not industry:", Lang::En),
        ("产业：", Lang::Zh),
        ("不含产业：", Lang::Zh),
        ("县区:三台,", Lang::Zh),
        ("violates:", Lang::En),
        ("pinned level:", Lang::En),
    ] {
        let list = hints(line, &scenario, lang);
        assert!(!list.is_empty(), "{line}");
        for hint in list {
            assert!(hint.line.starts_with(line), "{line} -> {}", hint.line);
            let reading = Query::read(&hint.line, &scenario);
            assert!(reading.problems.is_empty(), "{:?} -> {:?}", hint.line, reading.problems);
        }
    }
}

#[test]
fn the_order_runs_both_ways_and_what_is_missing_comes_last() {
    let mut scenario = sample::scenario();
    let mut bare = parkboard::model::project::Project::clone(scenario.projects.iter().next().unwrap());
    (bare.land, bare.investment, bare.output, bare.tax, bare.first_report) = (None, None, None, None, None);
    let missing = bare.id.clone();
    scenario.projects.insert(bare);
    let order = |by, is_descending| {
        let list = listing(&scenario, "", Order { by, is_descending });
        list.shown().cloned().collect::<Vec<_>>()
    };
    for by in [OrderBy::Land, OrderBy::Investment, OrderBy::Output, OrderBy::Tax, OrderBy::FirstReport] {
        for is_descending in [false, true] {
            let listing = listing(&scenario, "", Order { by, is_descending });
            for list in [&listing.unplaced, &listing.placed] {
                assert!(list.iter().rev().skip(1).all(|id| *id != missing), "{by:?}: no value, the last place");
            }
        }
    }
    let lands: Vec<_> = listing(&scenario, "placed", Order { by: OrderBy::Land, is_descending: true })
        .placed
        .iter()
        .map(|id| scenario.projects.get(id).unwrap().land)
        .collect();
    assert!(lands.windows(2).all(|two| two[0] >= two[1]), "{lands:?}");
    for by in OrderBy::ALL {
        let (mut up, mut down) = (order(by, false), order(by, true));
        up.sort();
        down.sort();
        assert_eq!(up, down, "{by:?} loses nobody");
    }
    assert_eq!(order(OrderBy::Number, false).len(), scenario.projects.len());
}

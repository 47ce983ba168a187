//! Help without a window: a page a workspace, and what it reads from the scenario that is open.

use parkboard::{
    i18n::{
        help::{Live, Page},
        phrase::Lang,
    },
    model::{
        policy::{Caps, Mode, Rule, RuleKind},
        scenario::Scenario,
    },
    workbench::sample,
};

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

fn told(live: Live, scenario: &Scenario, lang: Lang) -> String {
    live.told(scenario, &scenario.active_plan).of(lang).to_owned()
}

#[test]
fn help_has_a_formula_with_its_source_for_each_of_seven_workspaces() {
    assert_eq!(Page::ALL.len(), 7);
    for page in &Page::ALL {
        for lang in LANGS {
            assert!(!page.answers.of(lang).is_empty() && !page.steps.is_empty() && !page.signs.is_empty());
            let is_whole = |it: &parkboard::i18n::help::Formula| {
                [it.name, it.reckoned, it.read, it.source].iter().all(|text| !text.of(lang).is_empty())
            };
            assert!(page.formulas.iter().all(is_whole) && !page.formulas.is_empty(), "{}", page.answers.en);
        }
    }
}

#[test]
fn help_reads_what_a_formula_depends_on_from_the_scenario() {
    let scenario = sample::scenario();
    for live in Page::ALL.iter().flat_map(|page| page.formulas).filter_map(|it| it.live) {
        for lang in LANGS {
            let told = told(live, &scenario, lang);
            assert!(!told.is_empty() && told.lines().all(|line| !line.trim().is_empty()), "{live:?}: {told:?}");
        }
    }
    assert_eq!(told(Live::Caps, &scenario, Lang::Zh), "国家级 L = 3，C = 2；省级 L = 2，C = 2；市级 L = 2，C = 2");
    assert_eq!(
        told(Live::Relations, &scenario, Lang::En),
        "leading 1; characteristic 0.8; direction 0.7; linked 0.5; same sector 0.25; unrelated 0"
    );
}

#[test]
fn help_tells_the_caps_of_another_city_and_none_where_the_rule_is_off() {
    let mut scenario = sample::scenario();
    let leading = scenario.rules.iter().find(|it| matches!(it.kind, RuleKind::LeadingCap(_))).unwrap();
    let other =
        Rule { kind: RuleKind::LeadingCap(Caps { national: 5, provincial: 4, municipal: 1 }), ..Rule::clone(leading) };
    scenario.rules.insert(other.clone());
    let caps = "national L = 5, C = 2; provincial L = 4, C = 2; municipal L = 1, C = 2";
    assert_eq!(told(Live::Caps, &scenario, Lang::En), caps);
    scenario.rules.insert(Rule { mode: Mode::Off, ..other });
    let caps = "national L = —, C = 2; provincial L = —, C = 2; municipal L = —, C = 2";
    assert_eq!(told(Live::Caps, &scenario, Lang::En), caps);
}

#[test]
fn help_says_nothing_of_what_a_scenario_does_not_hold() {
    let mut scenario = sample::scenario();
    scenario.rules.retain(|_| false);
    scenario.scoring.retain(|_| false);
    scenario.indicator_packs.retain(|_| false);
    scenario.standards.retain(|_| false);
    scenario.sharing_templates.retain(|_| false);
    scenario.programmes.retain(|_| false);
    for live in [
        Live::Overlap,
        Live::Breadth,
        Live::Weights,
        Live::Pillars,
        Live::Grades,
        Live::Standards,
        Live::Templates,
        Live::Programmes,
    ] {
        assert_eq!(LANGS.map(|lang| told(live, &scenario, lang)), ["", ""], "{live:?}");
    }
}

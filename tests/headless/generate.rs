//! Are generated scenarios sound? Sizes from the least to a province, the verb that writes them, and what it refuses.

use std::{collections::BTreeSet, fs, path::Path};

use parkboard::{
    evaluate::judgement::Judgement,
    io::ron,
    model::{
        check,
        evidence::Confidence,
        id::PlanId,
        park::{ParkLevel, Role},
        policy::{CityPool, Mode, Rule, RuleKind},
        quantity::Mu,
        scenario::Scenario,
        table::Table,
    },
    rules::finding::State,
    workbench::generate::{self, Size},
};

use crate::fixture::{Folder, root, rule_id};

const SMALL: Size = Size { parks: 9, projects: 60, industries: 21, placed: 550, seed: 3 };

/// Sizes at which something may go wrong: the least of everything, lopsided ones, all sub-sectors, everything placed.
const SIZES: [Size; 8] = [
    Size { parks: 1, projects: 0, industries: 1, placed: 550, seed: 0 },
    Size { parks: 1, projects: 30, industries: 1, placed: 1_000, seed: u64::MAX },
    Size { parks: 30, projects: 1, industries: 5, placed: 550, seed: 2 },
    SMALL,
    Size { parks: 12, projects: 40, industries: 400, placed: 0, seed: 4 },
    Size { parks: 3, projects: 300, industries: 60, placed: 1_000, seed: 5 },
    Size { parks: 700, projects: 90, industries: 60, placed: 550, seed: 6 },
    Size::PROVINCE,
];

fn made(size: Size) -> Scenario {
    generate::scenario(size)
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap()
}

/// Exit code, standard output, standard error of `parkboard generate ARGUMENTS`.
fn run(arguments: &[&str]) -> (u8, String, String) {
    crate::fixture::run(&[&["generate"], arguments].concat())
}

#[test]
fn every_size_makes_sense_and_reads_back_byte_for_byte() {
    for size in SIZES {
        let scenario = made(size);
        assert_eq!(check::problems(&scenario), [], "{size:?}");
        let text = ron::to_text(&scenario).unwrap();
        let read = ron::scenario_from_text(Path::new("generated.ron"), &text).unwrap();
        assert!(read == scenario, "{size:?}");
        assert_eq!(ron::to_text(&read).unwrap(), text, "{size:?}");
    }
}

#[test]
fn it_is_as_large_as_asked_for() {
    for size in SIZES {
        let scenario = made(size);
        let sizes = [scenario.parks.len(), scenario.projects.len(), scenario.industries.len()];
        assert_eq!(sizes, [size.parks, size.projects, size.industries].map(count));
        let (placed, empty) = (PlanId::new("A").unwrap(), PlanId::new("B").unwrap());
        assert_eq!(scenario.active_plan, placed);
        assert_eq!(scenario.placements_of(&empty).count(), 0);
        let most = count(size.projects) * count(size.placed) / 1_000;
        let there = scenario.placements_of(&placed).count();
        // Where everything is to be placed, some find no park that may take them.
        let least = most * if size.placed == 1_000 { 75 } else { 95 } / 100;
        assert!((least..=most).contains(&there), "{size:?}: {there} of {most} placed");
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_one_does_not() {
    let text = |seed| ron::to_text(&made(Size { seed, ..SMALL })).unwrap();
    assert_eq!(text(3), text(3));
    assert_ne!(text(3), text(4));
}

#[test]
fn more_projects_leave_the_city_as_it_is() {
    let (few, many) = (made(SMALL), made(Size { projects: 70, ..SMALL }));
    assert!(few.positions == many.positions && few.enterprises == many.enterprises && few.units == many.units);
    let first = few.projects.iter().zip(&many.projects);
    assert!(first.filter(|(a, b)| a == b).count() == few.projects.len());
}

#[test]
fn nothing_breaks_a_rule_that_blocks_nor_a_cap_on_positions() {
    for size in SIZES {
        let scenario = made(size);
        let judgement = Judgement::of(&scenario, &scenario.active_plan);
        for finding in judgement.findings().filter(|finding| finding.state == State::Broken) {
            assert_ne!(finding.mode, Mode::Block, "{finding:?}");
            assert!(!["leading-cap", "characteristic-cap"].contains(&finding.rule.as_str()), "{finding:?}");
        }
    }
}

#[test]
fn a_province_has_something_of_everything() {
    let scenario = made(Size::PROVINCE);
    let levels: BTreeSet<ParkLevel> = scenario.parks.iter().map(|park| park.level).collect();
    assert_eq!(levels.len(), 3);
    let roles = |role| scenario.positions.iter().filter(|position| position.role == role).count();
    assert!(roles(Role::Leading) > 300 && roles(Role::Characteristic) > 250);
    let classes: BTreeSet<_> = scenario.industries.iter().map(|it| it.environment_class).collect();
    assert_eq!(classes.len(), 7);
    assert!(scenario.pins.len() > 10 && scenario.reservations.len() > 2 && scenario.links.len() > 100);
    assert!(scenario.enterprises.len() > 500 && scenario.directions.len() > 20);
    // Parks differ by more than ten, projects by more than thirty.
    let ratio = |mut figures: Vec<i64>| {
        figures.sort_unstable();
        figures.last().unwrap() / figures.first().unwrap()
    };
    assert!(ratio(scenario.parks.iter().map(|it| it.capacities.net_land.unwrap().steps()).collect()) > 10);
    assert!(ratio(scenario.projects.iter().filter_map(|it| Some(it.land?.steps())).collect()) > 30);
    // It is neither spotless nor a ruin.
    let judgement = Judgement::of(&scenario, &scenario.active_plan);
    assert!(judgement.count(State::Broken) > 20 && judgement.count(State::Holds) > judgement.count(State::Broken));
}

#[test]
fn every_record_is_assumed_and_names_a_source_that_says_synthetic() {
    let scenario = made(SMALL);
    let source = scenario.sources.iter().next().unwrap();
    assert_eq!(scenario.sources.len(), 1);
    assert!(source.title.zh.contains("模拟") && source.title.en.contains("Synthetic"));
    let of_parks = scenario.parks.iter().map(|it| &it.evidence);
    let of_projects = scenario.projects.iter().map(|it| &it.evidence);
    let of_positions = scenario.positions.iter().map(|it| &it.evidence);
    let of_enterprises = scenario.enterprises.iter().map(|it| &it.evidence);
    for evidence in of_parks.chain(of_projects).chain(of_positions).chain(of_enterprises) {
        assert_eq!((evidence.confidence, evidence.source.as_ref()), (Confidence::Assumed, Some(&source.id)));
    }
    assert!(scenario.parks.iter().all(|it| !it.name.en.is_empty() && !it.short_name.en.is_empty()));
    assert!(scenario.projects.iter().all(|it| !it.name.en.is_empty()));
}

#[test]
fn the_rules_are_those_of_the_default_pack() {
    let pack = ron::read_pack(&root().join("assets/packs/mianyang-2022.7.ron")).unwrap();
    let scenario = made(SMALL);
    // Quotas of the city are as large as what its parks have to spare, all else is as it is in the pack.
    let is_pool = |rule: &Rule| matches!(rule.kind, RuleKind::CityPool(_));
    let others = |mut rules: Table<Rule>| {
        rules.retain(|rule| !is_pool(rule));
        rules
    };
    let spare = scenario.parks.iter().filter_map(|it| it.capacities.net_land).fold(Mu::ZERO, Mu::plus);
    let land = scenario.rules.get(&rule_id("city-land-quota")).unwrap();
    assert_eq!(land.kind, RuleKind::CityPool(CityPool::Land { quota: Some(spare) }));
    assert_eq!((scenario.pack, others(scenario.rules)), (pack.pack, others(pack.rules)));
}

#[test]
fn the_verb_writes_a_file_and_replaces_none_unasked() {
    let folder = Folder::new();
    let path = folder.path("made.ron");
    let name = path.to_str().unwrap();
    let asked = ["--parks", "9", "--projects", "60", "--industries", "21", "--seed", "3", "--out", name];
    assert_eq!(run(&asked), (0, format!("{name}\n"), String::new()));
    assert!(ron::read_scenario(&path).unwrap() == made(SMALL));
    fs::write(&path, "mine").unwrap();
    let (code, out, err) = run(&asked);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("--force") && err.contains(name), "{err}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    let (_, _, err) = run(&[&asked[..], &["--lang", "en"]].concat());
    assert!(err.contains("nothing was written"), "{err}");
    assert_eq!(run(&[&asked[..], &["--force"]].concat()).0, 0);
    assert!(ron::read_scenario(&path).unwrap() == made(SMALL));
    assert_eq!(folder.names(), ["made.ron"]);
}

#[test]
fn the_verb_refuses_what_it_cannot_make() {
    let folder = Folder::new();
    let path = folder.path("made.ron");
    let name = path.to_str().unwrap();
    for (option, value, said) in [
        ("--parks", "0", "0 is not in 1..=5000"),
        ("--parks", "5001", "5001 is not in 1..=5000"),
        ("--parks", "-3", ""),
        ("--projects", "200001", "200001 is not in 0..=200000"),
        ("--industries", "0", "0 is not in 1..=400"),
        ("--industries", "401", "401 is not in 1..=400"),
        ("--seed", "x", "invalid digit"),
        ("--placed", "1.001", "a share from 0 to 1"),
        ("--placed", "half", "a share from 0 to 1"),
        ("--nothing", "1", "--nothing"),
    ] {
        let mut arguments = vec!["--parks", "2", "--projects", "3", "--out", name];
        match arguments.iter().position(|it| *it == option) {
            Some(at) => arguments[at + 1] = value,
            None => arguments.extend([option, value]),
        }
        let (code, out, err) = run(&arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{option} {value}");
        assert!(err.contains(said), "{option} {value}: {err}");
    }
    assert_eq!(run(&["--parks", "2", "--projects", "3"]).0, 2);
    assert_eq!(run(&["--parks", "2", "--out", name]).0, 2);
    let nowhere = folder.path("no/such/folder.ron");
    let (code, _, err) = run(&["--parks", "2", "--projects", "3", "--out", nowhere.to_str().unwrap()]);
    assert_eq!(code, 2);
    assert!(err.contains("folder.ron"), "{err}");
    assert!(folder.names().is_empty());
}

#[test]
fn help_names_every_option() {
    let (code, out, err) = run(&["--help"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let lines = out.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    assert_eq!(lines, HELP);
}

const HELP: &str = "\
Write an invented scenario of any size, for load tests / 生成模拟情景
Usage: parkboard generate [OPTIONS] --parks <PARKS> --projects <PROJECTS> --out <OUT>
Options:
      --parks <PARKS>
          Number of parks, 1 to 5000 / 园区数
      --projects <PROJECTS>
          Number of projects, 0 to 200000 / 项目数
      --industries <INDUSTRIES>
          Number of sub-sectors, 1 to 400 / 细分领域数
          [default: 60]
      --seed <SEED>
          Seed: the same sizes and seed give the same bytes / 随机种子
          [default: 1]
      --placed <PLACED>
          Share of the projects that plan A places / 方案A已布局比例
          [default: 0.55]
      --out <OUT>
          File to write (*.ron) / 输出文件
      --force
          Replace the file if there is one / 覆盖已有文件
      --lang <LANG>
          Language of messages / 提示语言
          Possible values:
          - zh: 中文
          - en: English
          [default: zh]
  -h, --help
          Print help (see a summary with '-h')
示例 / Example:
  parkboard generate --parks 60 --projects 400 --seed 7 --out large.ron";

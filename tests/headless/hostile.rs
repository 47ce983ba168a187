//! What do broken files do? Each is refused with every problem, at the line and column of the record or field that is
//! wrong, in both languages, with the cure; none crashes, hangs or is read half.

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use parkboard::{
    i18n,
    io::{
        problem::{Cause, FileProblem, Spot},
        ron,
    },
    model::{
        check::{self, Wrong},
        edit::{Edit, EditError, apply},
        evidence::{Evidence, Source},
        id::{IndustryId, ParkId, PlanId, PositionId, RecordId, SourceId, UnitId},
        outline::Outline,
        park::Role,
        plan::{Subject, Waiver},
        quantity::{Factor, QuantityError},
        scenario::Scenario,
        text::Text,
    },
};

use crate::fixture::{Folder, sample_text};

/// A scenario that makes sense, with a record or two in every table, one a line.
pub(crate) const FULL: &str = r#"#![enable(implicit_some)]
(
  schema: 1,
  title: (zh: "试城", en: "Trial city"),
  as_of: "2022-07-08",
  active_plan: "A",
  pack: (id: "pack", title: (zh: "规则"), author: "office", date: "2022-07-08"),
  rules: [
    (id: "leading-cap", order: 10, kind: r#leading-cap((national: 3, provincial: 2, municipal: 2)), level: legal, mode: needs_waiver, valid_from: "2022-06-22", valid_to: "2030-01-31", title: (zh: "主导"), clause: (zh: "条文"), document: "paper", source: (zh: "来源")),
    (id: "special-stream", order: 20, kind: r#special-stream(streams: [(stream: "plating", name: (zh: "电镀"), needs: facility("bath"), needs_name: (zh: "处理")), (stream: "dyeing", name: (zh: "印染"), needs: chemical_sewage, needs_name: (zh: "处理"))]), level: legal, mode: block, title: (zh: "废水"), clause: (zh: "条文"), source: (zh: "来源")),
  ],
  anchors: [
    (criterion: "headroom", name: "one", value: 0.3),
  ],
  sources: [
    (id: "S1", title: (zh: "来源")),
  ],
  exceptions: [
    (table: "parks", record: "north", field: "rank", confidence: assumed),
  ],
  documents: [
    (id: "paper", title: (zh: "文件"), text_at_hand: false),
  ],
  industries: [
    (id: "food", code: "I1", name: (zh: "食品"), sector: (zh: "食药"), environment_class: E2, evidence: (confidence: stated)),
    (id: "laser", code: "I2", name: (zh: "激光"), sector: (zh: "电子"), environment_class: E1, evidence: (confidence: stated)),
  ],
  links: [
    (upstream: "food", downstream: "laser", weight: 1, evidence: (confidence: assumed)),
  ],
  position_catalogue: [
    (id: "set", name: (zh: "一组"), industries: ["food", "laser"]),
  ],
  units: [
    (id: "east", name: (zh: "东区"), kind: district, evidence: (confidence: stated)),
    (id: "west", name: (zh: "西区"), kind: zone, evidence: (confidence: stated)),
  ],
  outlines: [
    (id: "east", name: (zh: "东部"), unit: "east", rings: [[(104.5, 31.25), (105, 31.25), (104.75, 32)]], evidence: (confidence: stated)),
  ],
  parks: [
    (id: "north", name: (zh: "北园区"), short_name: (zh: "北园"), level: national, rank: 1, administrative_units: ["east"], beneficiary_unit: "east", capacities: (net_land: 300.5), facilities: ["gas", "steam"], evidence: (confidence: stated)),
    (id: "south", name: (zh: "南园区"), short_name: (zh: "南园"), level: municipal, rank: 2, capacities: (), evidence: (confidence: stated)),
  ],
  positions: [
    (id: "north-C1", park: "north", role: characteristic, name: (zh: "激光位"), industries: ["laser"], order: 1, valid_from: "2021-01-01", valid_to: "2025-12-31", document: "paper", evidence: (confidence: stated)),
    (id: "north-L1", park: "north", role: leading, name: (zh: "食品位"), industries: ["food"], order: 1, evidence: (confidence: stated)),
  ],
  directions: [
    (park: "south", industry: "food", kind: emerging, evidence: (confidence: stated)),
  ],
  characteristic_parks: [
    (id: "inner", park: "north", industry: "food", recognition: cultivated, since: "2021-05-01", evidence: (confidence: stated)),
  ],
  enterprises: [
    (id: "firm", name: (zh: "某厂"), park: "south", industry: "laser", firms: 1, evidence: (confidence: stated)),
  ],
  projects: [
    (id: "P1", name: (zh: "甲项目"), kind: new, status: in_talks, industry: "food", first_reporter: "east", first_report: "2022-06-01", land: 12.5, facilities: ["gas", "steam"], evidence: (confidence: stated)),
    (id: "P2", name: (zh: "乙项目"), kind: new, status: signed, industry: "laser", land: 7.25, evidence: (confidence: stated)),
  ],
  programmes: [
    (id: "fund", name: (zh: "基金"), budget: 100, parks: ["north"], evidence: (confidence: stated)),
  ],
  fundings: [
    (id: "won", name: (zh: "资金"), amount: 9800, about: true, parks: ["north"], enterprises: ["firm"], evidence: (confidence: stated)),
  ],
  honours: [
    (id: "pilot", name: (zh: "试点"), level: national, park: "north", enterprise: "firm", on: "2022-06-01", evidence: (confidence: stated)),
  ],
  tasks: [
    (id: "S1", project: "P1", promise: service, name: (zh: "供地"), owner: "office", due: "2022-09-30", done: "2022-09-01", clause: "3", evidence: (confidence: stated)),
  ],
  indicators: [
    (id: "speed", unit: "%", better: higher, goalpost_low: -5, goalpost_high: 95.5),
  ],
  indicator_values: [
    (park: "north", indicator: "speed", year: 2021, value: 3.5, evidence: (confidence: stated)),
  ],
  indicator_packs: [
    (id: "focus", name: (zh: "五个聚焦"), pillars: [(id: "one", name: (zh: "效益"), weight: 2.5, indicators: [(indicator: "speed", weight: 1)])], grading: marks(a: 80, b: 65, c: 50), bonuses: [(indicator: "speed", reaches: 90, points: 2)], best_after_incident: C, document: "paper", evidence: (confidence: stated)),
  ],
  incidents: [
    (id: "fire", park: "north", characteristic_park: "inner", kind: safety, on: "2021-03-02", note: "fire", evidence: (confidence: stated)),
  ],
  standards: [
    (id: "city", name: (zh: "标准"), level: municipal, items: [(measure: leading_share, least: 60), (measure: indicator("speed"), most: 50)], pack: "focus", hysteresis: 0.1, years: 3, passes: 2, anchor_suppliers: 5, document: "paper", evidence: (confidence: stated)),
  ],
  characteristic_years: [
    (characteristic_park: "inner", year: 2021, figures: [(measure: growth("speed"), value: 3)], evidence: (confidence: stated)),
  ],
  recognition_steps: [
    (characteristic_park: "inner", number: 1, kind: cultivate, level: municipal, on: "2021-05-01", by: "office", reason: "list", document: "paper"),
  ],
  scoring: [
    (id: "headroom", weight: 3),
  ],
  taxes: [
    (id: "vat", name: (zh: "增值税"), part: 0.5, retained: 0.325, evidence: (confidence: stated)),
  ],
  sharing_templates: [
    (id: "half", name: (zh: "对半"), tax: [(from: 1, to: 5, originator: 0.5)], taxes: ["vat"], evidence: (confidence: stated)),
  ],
  sessions: [
    (id: "june", name: (zh: "六月会"), date: "2022-06-30"),
  ],
  decisions: [
    (session: "june", project: "P2", verdict: hold, park: "south", reason: "later"),
  ],
  plans: [
    (id: "A", name: (zh: "稳妥"), status: draft),
    (id: "B", name: (zh: "另案"), status: approved(on: "2022-07-01", by: "office")),
  ],
  placements: [
    (plan: "A", project: "P1", park: "north", premises: own_land, seq: 1),
    (plan: "A", project: "P2", park: "south", premises: standard_plant, seq: 2),
  ],
  pins: [
    (plan: "A", project: "P1", park: "north"),
  ],
  locks: [
    (plan: "A", park: "south", reason: "full"),
  ],
  stipulations: [
    (plan: "A", project: "P1", park: "north", word: required, reason: "investor"),
  ],
  phasings: [
    (plan: "A", project: "P2", land: 5.25, later: [(number: 2, land: 2, until: "2023-01-31")]),
  ],
  plan_positions: [
    (plan: "A", position: "south-N1", park: "south", change: set(role: leading, name: (zh: "新位"), industries: ["laser"], order: 1)),
  ],
  waivers: [
    (plan: "A", rule: "leading-cap", park: "north", subject: industry("food"), reason: "so", authority: "office", expires: "2022-12-31"),
  ],
  relocations: [
    (plan: "A", enterprise: "firm", park: "north"),
  ],
  reservations: [
    (plan: "A", id: "R1", park: "north", amount: land(4.5), until: "2023-01-31", reason: "phase 2"),
  ],
  assumptions: [
    (plan: "A", path: "parks/north/bank_distance", value: "1200", reason: "what if"),
  ],
  plan_weights: [
    (plan: "A", criterion: "headroom", weight: 2.5),
  ],
  plan_comparisons: [
    (plan: "A", one: "factors", other: "services", value: 2.5),
  ],
  opinions: [
    (plan: "A", park: "north", project: "P1", stance: accept, reason: "fits"),
  ],
  claims: [
    (plan: "A", programme: "fund", project: "P1", amount: 20, least: 5, priority: 1),
  ],
  grants: [
    (plan: "A", programme: "fund", project: "P1", amount: 12.5),
  ],
  agreements: [
    (plan: "A", project: "P1", originator: "east", host: "east", template: "half", first_year: 2023, others: [(unit: "west", share: 0.1)]),
  ],
  ledger: [
    (plan: "A", project: "P1", year: 2023, tax: 123.45, paid: 10),
  ],
  transfers: [
    (plan: "A", from: "east", to: "west", amount: 1000.5, first_year: 2023, last_year: 2026, reason: "agreed"),
  ],
  certificates: [
    (plan: "A", program: "0.1.0", pack: "a", problem: "b", moves: false, seed: 1, steps: 2, threads: 1, value: 3, placed: [], proof: nothing, seal: "c"),
  ],
)
"#;

/// Every problem of `text`; empty when it is read. Every sentence must speak both languages.
fn problems(text: &str) -> Vec<FileProblem> {
    let problems = match ron::scenario_from_text(Path::new("hostile.ron"), text) {
        Ok(_) => Vec::new(),
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            problems
        }
    };
    problems.iter().for_each(speaks);
    problems
}

/// Asserts that a problem is told in both languages with its cure, in a sentence of readable length without control
/// characters.
pub(crate) fn speaks(problem: &FileProblem) {
    let told = i18n::problem::sentence(problem);
    assert!(!told.zh.is_empty() && !told.en.is_empty(), "{problem:?}");
    assert!(told.zh.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{problem:?}");
    names_a_cure(problem);
    let is_odd = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    for text in [&told.zh, &told.en] {
        assert!(!text.chars().any(is_odd), "{text:?}");
        assert!(text.chars().count() < 1_500, "{} characters", text.chars().count());
    }
}

/// Asserts that `problem` names a cure in both languages: something to do after the cause.
fn names_a_cure(problem: &FileProblem) {
    let told = i18n::problem::sentence(problem);
    assert!(told.zh.contains('；'), "{}", told.zh);
    assert!(told.en.contains(';'), "{}", told.en);
}

/// Line and column, from 1, of byte `at` in `text`.
fn place(text: &str, at: usize) -> Spot {
    let mut spot = Spot { line: 1, column: 1 };
    for (_, c) in text.char_indices().take_while(|(offset, _)| *offset < at) {
        spot = if c == '\n' {
            Spot { line: spot.line + 1, column: 1 }
        } else {
            Spot { line: spot.line, column: spot.column + 1 }
        };
    }
    spot
}

/// Bytes of the records of the table called `table`.
fn table(text: &str, table: &str) -> std::ops::Range<usize> {
    let head = format!("\n  {table}: [\n");
    let start = text.find(&head).unwrap_or_else(|| panic!("no table {table}")) + head.len();
    start..start + text[start..].find("\n  ],").unwrap() + 1
}

/// `FULL` with `from`, a `field: value` that stands first in the table, changed to `to`, and the spot of the new value.
pub(crate) fn changed(of: &str, from: &str, to: &str) -> (String, Spot) {
    let range = if of.is_empty() { 0..FULL.len() } else { table(FULL, of) };
    let at = range.start + FULL[range].find(from).unwrap_or_else(|| panic!("no {from} in {of}"));
    let text = format!("{}{to}{}", &FULL[..at], &FULL[at + from.len()..]);
    let spot = place(&text, at + to.find(": ").map_or(0, |colon| colon + 2));
    (text, spot)
}

#[test]
fn the_full_file_makes_sense() {
    assert_eq!(problems(FULL), []);
    let canonical = ron::to_text(&ron::scenario_from_text(Path::new("full.ron"), FULL).unwrap()).unwrap();
    for name in tables() {
        table(FULL, &name);
        assert!(canonical.contains(&format!("\n  {name}: [\n")), "{name} is in no scenario");
    }
    assert_eq!(tables().len(), 52);
}

/// Names of all tables.
pub(crate) fn tables() -> Vec<String> {
    FULL.lines().filter_map(|line| line.strip_prefix("  ")?.strip_suffix(": [")).map(String::from).collect()
}

#[test]
fn a_duplicate_is_told_at_the_second_record_of_every_table() {
    for name in tables() {
        let range = table(FULL, &name);
        let first = FULL[range.clone()].lines().next().unwrap();
        let text = format!("{}{first}\n{}", &FULL[..range.start], &FULL[range.start..]);
        let told = problems(&text);
        let second = place(&text, range.start + first.len() + 1 + 4);
        assert_eq!(second.column, 5);
        assert!(matches!(told[0].cause, Cause::Wrong(Wrong::Duplicate(_))), "{name}: {told:?}");
        assert_eq!(told[0].spot, Some(second), "{name}");
        let more = usize::from(name == "placements");
        assert_eq!(told.len(), 1 + more, "{name}: a repeated placement repeats its seq as well: {told:?}");
    }
}

#[test]
fn three_records_of_one_key_are_two_duplicates() {
    let range = table(FULL, "units");
    let line = FULL[range.clone()].lines().next().unwrap();
    let text = format!("{}{line}\n{line}\n{}", &FULL[..range.start], &FULL[range.start..]);
    let lines: Vec<usize> = problems(&text).iter().map(|it| it.spot.unwrap().line).collect();
    let first = place(FULL, range.start).line;
    assert_eq!(lines, [first + 1, first + 2]);
}

/// Every reference that is checked: table, what stands there, what takes its place, the table that lacks it.
const REFERENCES: &[(&str, &str, &str, &str)] = &[
    ("", "active_plan: \"A\"", "active_plan: \"Z\"", "plans"),
    ("rules", "document: \"paper\"", "document: \"Z\"", "documents"),
    ("links", "upstream: \"food\"", "upstream: \"Z\"", "industries"),
    ("links", "downstream: \"laser\"", "downstream: \"Z\"", "industries"),
    ("position_catalogue", "industries: [\"food\", \"laser\"]", "industries: [\"food\", \"Z\"]", "industries"),
    ("outlines", "unit: \"east\"", "unit: \"Z\"", "units"),
    ("parks", "administrative_units: [\"east\"]", "administrative_units: [\"east\", \"Z\"]", "units"),
    ("parks", "beneficiary_unit: \"east\"", "beneficiary_unit: \"Z\"", "units"),
    ("positions", "park: \"north\"", "park: \"Z\"", "parks"),
    ("positions", "industries: [\"laser\"]", "industries: [\"Z\"]", "industries"),
    ("positions", "document: \"paper\"", "document: \"Z\"", "documents"),
    ("directions", "park: \"south\"", "park: \"Z\"", "parks"),
    ("directions", "industry: \"food\"", "industry: \"Z\"", "industries"),
    ("characteristic_parks", "park: \"north\"", "park: \"Z\"", "parks"),
    ("characteristic_parks", "industry: \"food\"", "industry: \"Z\"", "industries"),
    ("enterprises", "park: \"south\"", "park: \"Z\"", "parks"),
    ("enterprises", "industry: \"laser\"", "industry: \"Z\"", "industries"),
    ("projects", "industry: \"food\"", "industry: \"Z\"", "industries"),
    ("projects", "first_reporter: \"east\"", "first_reporter: \"Z\"", "units"),
    ("programmes", "parks: [\"north\"]", "parks: [\"Z\"]", "parks"),
    ("indicator_values", "park: \"north\"", "park: \"Z\"", "parks"),
    ("indicator_values", "indicator: \"speed\"", "indicator: \"Z\"", "indicators"),
    ("decisions", "session: \"june\"", "session: \"Z\"", "sessions"),
    ("decisions", "project: \"P2\"", "project: \"Z\"", "projects"),
    ("decisions", "park: \"south\"", "park: \"Z\"", "parks"),
    ("placements", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("placements", "park: \"north\"", "park: \"Z\"", "parks"),
    ("placements", "project: \"P1\"", "project: \"Z\"", "projects"),
    ("pins", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("pins", "park: \"north\"", "park: \"Z\"", "parks"),
    ("pins", "project: \"P1\"", "project: \"Z\"", "projects"),
    ("plan_positions", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("plan_positions", "park: \"south\"", "park: \"Z\"", "parks"),
    ("waivers", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("waivers", "park: \"north\"", "park: \"Z\"", "parks"),
    ("waivers", "rule: \"leading-cap\"", "rule: \"Z\"", "rules"),
    ("relocations", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("relocations", "park: \"north\"", "park: \"Z\"", "parks"),
    ("relocations", "enterprise: \"firm\"", "enterprise: \"Z\"", "enterprises"),
    ("reservations", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("reservations", "park: \"north\"", "park: \"Z\"", "parks"),
    ("assumptions", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("plan_weights", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("plan_comparisons", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("opinions", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("opinions", "park: \"north\"", "park: \"Z\"", "parks"),
    ("opinions", "project: \"P1\"", "project: \"Z\"", "projects"),
    ("grants", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("grants", "programme: \"fund\"", "programme: \"Z\"", "programmes"),
    ("grants", "project: \"P1\"", "project: \"Z\"", "projects"),
    ("agreements", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("agreements", "project: \"P1\"", "project: \"Z\"", "projects"),
    ("agreements", "originator: \"east\"", "originator: \"Z\"", "units"),
    ("agreements", "host: \"east\"", "host: \"Z\"", "units"),
    ("agreements", "template: \"half\"", "template: \"Z\"", "sharing_templates"),
    ("fundings", "parks: [\"north\"]", "parks: [\"Z\"]", "parks"),
    ("fundings", "enterprises: [\"firm\"]", "enterprises: [\"Z\"]", "enterprises"),
    ("honours", "park: \"north\"", "park: \"Z\"", "parks"),
    ("honours", "enterprise: \"firm\"", "enterprise: \"Z\"", "enterprises"),
    ("tasks", "project: \"P1\"", "project: \"Z\"", "projects"),
    ("programmes", "budget: 100", "conditions: [industries([\"Z\"])], budget: 100", "industries"),
    (
        "indicator_packs",
        "pillars: [(id: \"one\", name: (zh: \"效益\"), weight: 2.5, indicators: [(indicator: \"speed\"",
        "pillars: [(id: \"one\", name: (zh: \"效益\"), weight: 2.5, indicators: [(indicator: \"Z\"",
        "indicators",
    ),
    ("indicator_packs", "bonuses: [(indicator: \"speed\"", "bonuses: [(indicator: \"Z\"", "indicators"),
    ("indicator_packs", "document: \"paper\"", "document: \"Z\"", "documents"),
    ("incidents", "park: \"north\"", "park: \"Z\"", "parks"),
    ("incidents", "characteristic_park: \"inner\"", "characteristic_park: \"Z\"", "characteristic_parks"),
    (
        "standards",
        "items: [(measure: leading_share, least: 60), (measure: indicator(\"speed\")",
        "items: [(measure: leading_share, least: 60), (measure: indicator(\"Z\")",
        "indicators",
    ),
    ("standards", "pack: \"focus\"", "pack: \"Z\"", "indicator_packs"),
    ("standards", "document: \"paper\"", "document: \"Z\"", "documents"),
    ("characteristic_years", "characteristic_park: \"inner\"", "characteristic_park: \"Z\"", "characteristic_parks"),
    (
        "characteristic_years",
        "figures: [(measure: growth(\"speed\")",
        "figures: [(measure: growth(\"Z\")",
        "indicators",
    ),
    ("recognition_steps", "characteristic_park: \"inner\"", "characteristic_park: \"Z\"", "characteristic_parks"),
    ("recognition_steps", "document: \"paper\"", "document: \"Z\"", "documents"),
    ("sharing_templates", "taxes: [\"vat\"]", "taxes: [\"Z\"]", "taxes"),
    ("claims", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("claims", "programme: \"fund\"", "programme: \"Z\"", "programmes"),
    ("claims", "project: \"P1\"", "project: \"Z\"", "projects"),
    ("agreements", "others: [(unit: \"west\"", "others: [(unit: \"Z\"", "units"),
    ("transfers", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("transfers", "from: \"east\"", "from: \"Z\"", "units"),
    ("transfers", "to: \"west\"", "to: \"Z\"", "units"),
    ("waivers", "subject: industry(\"food\")", "subject: programme(\"Z\")", "programmes"),
    ("certificates", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("locks", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("locks", "park: \"south\"", "park: \"Z\"", "parks"),
    ("stipulations", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("stipulations", "project: \"P1\"", "project: \"Z\"", "projects"),
    ("stipulations", "park: \"north\"", "park: \"Z\"", "parks"),
    ("phasings", "plan: \"A\"", "plan: \"Z\"", "plans"),
    ("phasings", "project: \"P2\"", "project: \"Z\"", "projects"),
    ("exceptions", "record: \"north\"", "record: \"Z\"", "parks"),
    ("exceptions", "field: \"rank\"", "source: \"Z\", field: \"rank\"", "sources"),
    ("decisions", "reason: \"later\"", "recommended: \"Z\", reason: \"later\"", "parks"),
    ("plan_weights", "criterion: \"headroom\"", "criterion: \"Z\"", "scoring"),
    ("waivers", "subject: industry(\"food\")", "subject: industry(\"Z\")", "industries"),
    ("waivers", "subject: industry(\"food\")", "subject: project(\"Z\")", "projects"),
    ("waivers", "subject: industry(\"food\")", "subject: enterprise(\"Z\")", "enterprises"),
    ("waivers", "subject: industry(\"food\")", "subject: unit(\"Z\")", "units"),
    ("waivers", "subject: industry(\"food\")", "subject: pair(\"P1\", \"Z\")", "projects"),
];

#[test]
fn a_source_that_is_not_there_is_told_in_every_table_that_names_one() {
    let with_evidence: Vec<String> =
        tables().into_iter().filter(|name| FULL[table(FULL, name)].contains("evidence: (")).collect();
    assert_eq!(with_evidence.len(), 21);
    for name in with_evidence {
        let (text, spot) = changed(&name, "evidence: (", "evidence: (source: \"Z\", ");
        let wrong = Cause::Wrong(Wrong::Dangling("sources", "Z".into()));
        assert_eq!(problems(&text), [FileProblem::at(Path::new("hostile.ron"), Some(spot), wrong)], "{name}");
        let (text, _) = changed(&name, "evidence: (", "evidence: (source: \"S1\", ");
        assert_eq!(problems(&text), [], "{name}");
    }
}

#[test]
fn an_exception_names_a_record_by_its_whole_key() {
    let of = |record: &str| {
        let from = "(table: \"parks\", record: \"north\", field: \"rank\"";
        changed("exceptions", from, &format!("(table: \"links\", record: \"{record}\", field: \"weight\"")).0
    };
    assert_eq!(problems(&of("food/laser")), []);
    assert_eq!(problems(&of("food")).len(), 1);
}

#[test]
fn every_dangling_reference_is_told_at_its_field() {
    for (of, from, to, lacking) in REFERENCES {
        let (text, spot) = changed(of, from, to);
        let mut told = problems(&text);
        // What was booked on an agreement lacks it when it is another's.
        if of == &"agreements" && told.len() == 2 {
            assert!(matches!(&told[1].cause, Cause::Wrong(Wrong::Dangling("agreements", _))), "{told:?}");
            told.truncate(1);
        }
        assert_eq!(told.len(), 1, "{of} {to}: {told:?}");
        assert_eq!(told[0].cause, Cause::Wrong(Wrong::Dangling(lacking, "Z".into())), "{of} {to}");
        assert_eq!(told[0].spot, Some(spot), "{of} {to}");
    }
    let (text, _) = changed("plan_positions", "industries: [\"laser\"]", "industries: [\"Z\"]");
    let told = problems(&text);
    assert_eq!(told.len(), 1);
    let line = place(FULL, table(FULL, "plan_positions").start).line;
    assert_eq!(told[0].spot.map(|it| it.line), Some(line), "the change of a position is one value");
}

#[test]
fn every_table_that_can_be_referred_to_is_missed_when_it_is_gone() {
    for name in ["documents", "industries", "units", "parks", "enterprises", "projects", "programmes", "indicators"]
        .into_iter()
        .chain(["sharing_templates", "sessions", "plans", "rules"])
    {
        let range = table(FULL, name);
        let text = format!("{}{}", &FULL[..range.start], &FULL[range.end..]);
        let told = problems(&text);
        let is_it = |it: &FileProblem| matches!(&it.cause, Cause::Wrong(Wrong::Dangling(of, _)) if *of == name);
        assert!(!told.is_empty() && told.iter().all(is_it), "{name}: {told:?}");
        assert!(told.iter().all(|it| it.spot.is_some()));
    }
}

/// What makes no sense: table, what stands there, what takes its place, what is told.
fn nonsense() -> Vec<(&'static str, &'static str, &'static str, Wrong)> {
    use jiff::civil::date;
    let out = |number: &str, most: &'static str| Wrong::OutOfRange(number.into(), "1", most);
    let ends = |from: (i16, i8, i8), to: (i16, i8, i8)| {
        Wrong::EndsBeforeStart(date(from.0, from.1, from.2), date(to.0, to.1, to.2))
    };
    vec![
        ("", "schema: 1", "schema: 0", Wrong::OldSchema(0)),
        ("", "as_of: \"2022-07-08\"", "as_of: \"1922-07-08\"", Wrong::OddYear(1922)),
        ("rules", "valid_from: \"2022-06-22\"", "valid_from: \"1979-12-31\"", Wrong::OddYear(1979)),
        ("rules", "valid_to: \"2030-01-31\"", "valid_to: \"2101-01-01\"", Wrong::OddYear(2101)),
        ("rules", "valid_to: \"2030-01-31\"", "valid_to: \"2022-06-21\"", ends((2022, 6, 22), (2022, 6, 21))),
        ("positions", "valid_to: \"2025-12-31\"", "valid_to: \"2020-12-31\"", ends((2021, 1, 1), (2020, 12, 31))),
        ("positions", "valid_from: \"2021-01-01\"", "valid_from: \"0001-01-01\"", Wrong::OddYear(1)),
        ("projects", "first_report: \"2022-06-01\"", "first_report: \"2222-06-01\"", Wrong::OddYear(2222)),
        ("waivers", "expires: \"2022-12-31\"", "expires: \"9999-12-31\"", Wrong::OddYear(9999)),
        ("reservations", "until: \"2023-01-31\"", "until: \"1900-01-31\"", Wrong::OddYear(1900)),
        ("industries", "name: (zh: \"食品\")", "name: (zh: \"\")", Wrong::EmptyName),
        ("industries", "sector: (zh: \"食药\")", "sector: (zh: \"  \")", Wrong::EmptyName),
        ("rules", "title: (zh: \"主导\")", "title: (zh: \"\", en: \"Leading\")", Wrong::EmptyName),
        ("parks", "name: (zh: \"北园区\")", "name: (zh: \"\")", Wrong::EmptyName),
        ("parks", "short_name: (zh: \"北园\")", "short_name: (zh: \"\")", Wrong::EmptyName),
        ("units", "name: (zh: \"东区\")", "name: (zh: \"\")", Wrong::EmptyName),
        ("positions", "name: (zh: \"激光位\")", "name: (zh: \"\")", Wrong::EmptyName),
        ("enterprises", "name: (zh: \"某厂\")", "name: (zh: \"\")", Wrong::EmptyName),
        ("projects", "name: (zh: \"甲项目\")", "name: (zh: \"\")", Wrong::EmptyName),
        ("plans", "name: (zh: \"稳妥\")", "name: (zh: \"\")", Wrong::EmptyName),
        ("position_catalogue", "industries: [\"food\", \"laser\"]", "industries: []", Wrong::EmptyList),
        ("positions", "industries: [\"laser\"]", "industries: []", Wrong::EmptyList),
        ("positions", "industries: [\"laser\"]", "industries: [\"laser\", \"laser\"]", Wrong::Repeated("laser".into())),
        ("parks", "facilities: [\"gas\", \"steam\"]", "facilities: [\"gas\", \"gas\"]", Wrong::Repeated("gas".into())),
        (
            "projects",
            "facilities: [\"gas\", \"steam\"]",
            "facilities: [\"gas\", \"gas\"]",
            Wrong::Repeated("gas".into()),
        ),
        ("links", "weight: 1", "weight: 0", out("0", "3")),
        ("links", "weight: 1", "weight: 4", out("4", "3")),
        ("placements", "seq: 1", "seq: 0", out("0", "1000000000")),
        ("placements", "seq: 1", "seq: 1000000001", out("1000000001", "1000000000")),
    ]
    .into_iter()
    .chain(more_nonsense())
    .collect()
}

/// The rings of the outline.
const RINGS: &str = "rings: [[(104.5, 31.25), (105, 31.25), (104.75, 32)]]";

/// What else makes no sense: origins, places on the map, years, shares, reasons.
fn more_nonsense() -> Vec<(&'static str, &'static str, &'static str, Wrong)> {
    let out = |number: &str, least: &'static str, most: &'static str| Wrong::OutOfRange(number.into(), least, most);
    let fact = |year: &str| out(year, "1900", "2200");
    let invisible = || Wrong::Misleading('\u{200b}');
    let exchanged = || Wrong::Exchanged("31.46".into(), "104.72".into());
    vec![
        ("exceptions", "field: \"rank\"", "field: \"ranks\"", Wrong::NoField("parks", "ranks".into())),
        ("exceptions", "table: \"parks\"", "table: \"houses\"", Wrong::NoOrigins("houses".into())),
        ("exceptions", "table: \"parks\"", "table: \"plans\"", Wrong::NoOrigins("plans".into())),
        ("links", "downstream: \"laser\"", "downstream: \"food\"", Wrong::SelfLink("food".into())),
        ("parks", "rank: 1", "place: (lon: 181, lat: 31), rank: 1", out("181", "-180", "180")),
        ("parks", "rank: 1", "place: (lon: -180.0001, lat: 31), rank: 1", out("-180.0001", "-180", "180")),
        ("parks", "rank: 1", "place: (lon: 120, lat: 90.5), rank: 1", out("90.5", "-90", "90")),
        ("parks", "rank: 1", "place: (lon: 31.46, lat: 104.72), rank: 1", exchanged()),
        ("parks", "rank: 1", "place: (lon: 0, lat: 0.0), rank: 1", Wrong::NoPlace),
        ("units", "kind: district", "place: (lon: 31.46, lat: 104.72), kind: district", exchanged()),
        ("outlines", "name: (zh: \"东部\")", "name: (zh: \" \")", Wrong::EmptyName),
        ("outlines", RINGS, "rings: []", Wrong::EmptyList),
        ("outlines", RINGS, "rings: [[(104.5, 31.25), (105, 31.25)]]", Wrong::FewCorners(2)),
        ("outlines", RINGS, "rings: [[(104, 31), (105, 31), (104, 32), (104, 31)]]", Wrong::ClosedRing),
        ("outlines", RINGS, "rings: [[(104, 31), (105, 31), (31.46, 104.72)]]", exchanged()),
        ("outlines", RINGS, "rings: [[(104, 31), (180.0001, 31), (104, 32)]]", out("180.0001", "-180", "180")),
        ("outlines", RINGS, "rings: [[(104, 31), (105, -90.0001), (104, 32)]]", out("-90.0001", "-90", "90")),
        ("parks", "rank: 1", "service_index: 100.5, rank: 1", out("100.5", "0", "100")),
        ("parks", "rank: 1", "chemical_park: recognised(since: \"2999-01-01\"), rank: 1", fact("2999")),
        ("characteristic_parks", "since: \"2021-05-01\"", "since: \"2201-01-01\"", fact("2201")),
        ("characteristic_parks", "park: \"north\"", "name: (zh: \" \"), park: \"north\"", Wrong::EmptyName),
        ("documents", "text_at_hand: false", "date: \"1899-12-31\", text_at_hand: false", fact("1899")),
        ("sessions", "date: \"2022-06-30\"", "date: \"2222-06-30\"", fact("2222")),
        ("enterprises", "firms: 1", "year: 22, firms: 1", fact("22")),
        ("indicator_values", "year: 2021", "year: 20210", fact("20210")),
        ("agreements", "first_year: 2023", "first_year: 1", fact("1")),
        ("decisions", "reason: \"later\"", "deadline: \"2101-01-01\", reason: \"later\"", Wrong::OddYear(2101)),
        ("plans", "status: approved(on: \"2022-07-01\"", "status: approved(on: \"1022-07-01\"", Wrong::OddYear(1022)),
        (
            "plans",
            "status: approved(on: \"2022-07-01\", by: \"office\"",
            "status: approved(on: \"2022-07-01\", by: \" \"",
            Wrong::EmptyText,
        ),
        (
            "sharing_templates",
            "tax: [(from: 1, to: 5, originator: 0.5",
            "tax: [(from: 1, to: 5, originator: 1.001",
            out("1.001", "0", "1"),
        ),
        ("sharing_templates", "tax: [(from: 1, to: 5", "tax: [(from: 6, to: 5", Wrong::Windows(6, 5)),
        ("sharing_templates", "tax: [(from: 1", "tax: [(from: 0", Wrong::Windows(0, 5)),
        ("sharing_templates", "tax: [", "tax: [(from: 1, to: 3, originator: 1), ", Wrong::Windows(1, 5)),
        ("waivers", "subject: industry(\"food\")", "subject: pair(\"P1\", \"P1\")", Wrong::SelfPair("P1".into())),
        ("plan_comparisons", "value: 2.5", "value: 0.999", out("0.999", "1", "9")),
        ("plan_comparisons", "value: 2.5", "value: 9.001", out("9.001", "1", "9")),
        ("plan_comparisons", "other: \"services\"", "other: \"factors\"", Wrong::SelfComparison("factors".into())),
        ("indicators", "unit: \"%\"", "name: (zh: \" \"), unit: \"%\"", Wrong::EmptyName),
        ("programmes", "budget: 100", "most_of_investment: 1.5, budget: 100", out("1.5", "0", "1")),
        (
            "indicator_packs",
            "grading: marks(a: 80",
            "grading: marks(a: 64",
            Wrong::LeastAboveMost("65".into(), "64".into()),
        ),
        ("incidents", "on: \"2021-03-02\"", "on: \"1821-03-02\"", fact("1821")),
        ("standards", "passes: 2", "passes: 4", Wrong::OutOfRange("4".into(), "1", "years")),
        ("standards", "hysteresis: 0.1", "hysteresis: 1.1", out("1.1", "0", "1")),
        ("characteristic_years", "year: 2021", "year: 20210", fact("20210")),
        ("recognition_steps", "reason: \"list\"", "reason: \" \"", Wrong::EmptyText),
        ("taxes", "part: 0.5", "part: 1.001", out("1.001", "0", "1")),
        ("taxes", "retained: 0.325", "retained: 2", out("2", "0", "1")),
        ("tasks", "due: \"2022-09-30\"", "due: \"2101-01-01\"", Wrong::OddYear(2101)),
        (
            "agreements",
            "others: [(unit: \"west\", share: 0.1)]",
            "others: [(unit: \"west\", share: 1.1)]",
            out("1.1", "0", "1"),
        ),
        ("agreements", "others: [(unit: \"west\"", "others: [(unit: \"east\"", Wrong::Repeated("east".into())),
        ("transfers", "to: \"west\"", "to: \"east\"", Wrong::Repeated("east".into())),
        ("transfers", "amount: 1000.5", "amount: 0", Wrong::OutOfRange("0".into(), "0.01", "100000000000000")),
        ("waivers", "reason: \"so\"", "reason: \" \"", Wrong::EmptyText),
        ("waivers", "authority: \"office\"", "authority: \"\"", Wrong::EmptyText),
        ("reservations", "reason: \"phase 2\"", "reason: \"\"", Wrong::EmptyText),
        ("assumptions", "reason: \"what if\"", "reason: \"\"", Wrong::EmptyText),
        ("decisions", "reason: \"later\"", "reason: \"\"", Wrong::EmptyText),
        ("", "title: (zh: \"试城\"", "title: (zh: \"\"", Wrong::EmptyName),
        ("", "pack: (id: \"pack\", title: (zh: \"规则\")", "pack: (id: \"pack\", title: (zh: \"\")", Wrong::EmptyName),
        ("sources", "title: (zh: \"来源\")", "title: (zh: \"来\u{200b}源\")", invisible()),
        ("documents", "title: (zh: \"文件\")", "title: (zh: \"文\u{200b}件\")", invisible()),
        ("position_catalogue", "name: (zh: \"一组\")", "name: (zh: \"一\u{200b}组\")", invisible()),
        ("programmes", "name: (zh: \"基金\")", "name: (zh: \"基\u{200b}金\")", invisible()),
        ("sharing_templates", "name: (zh: \"对半\")", "name: (zh: \"对\u{200b}半\")", invisible()),
        ("sessions", "name: (zh: \"六月会\")", "name: (zh: \"六\u{200b}月会\")", invisible()),
        ("characteristic_parks", "park: \"north\"", "name: (zh: \"一\u{200b}\"), park: \"north\"", invisible()),
        ("indicators", "unit: \"%\"", "unit: \"%\u{200b}\"", invisible()),
        ("industries", "code: \"I1\"", "code: \"I\u{200b}1\"", invisible()),
        ("projects", "kind: new", "tags: [\"a\", \"b\u{200b}\"], kind: new", invisible()),
        ("enterprises", "firms: 1", "honours: [\"b\u{200b}\"], firms: 1", invisible()),
        ("waivers", "authority: \"office\"", "authority: \"off\u{200b}ice\"", invisible()),
    ]
}

#[test]
fn a_name_has_at_most_two_hundred_characters_in_either_language() {
    for (of, from) in [
        ("", "title: (zh: \"试城\", en: \"Trial city\")"),
        ("parks", "name: (zh: \"北园区\")"),
        ("projects", "name: (zh: \"甲项目\")"),
        ("programmes", "name: (zh: \"基金\")"),
        ("sessions", "name: (zh: \"六月会\")"),
        ("documents", "title: (zh: \"文件\")"),
    ] {
        let field = from.split(':').next().unwrap();
        for (zh, en, length) in [
            ("园".repeat(200), "n".repeat(200), 0),
            ("园".repeat(201), String::new(), 201),
            ("园".into(), "n".repeat(300), 300),
        ] {
            let (text, spot) = changed(of, from, &format!("{field}: (zh: \"{zh}\", en: \"{en}\")"));
            let wrong = Cause::Wrong(Wrong::TooLong(length, 200));
            let expected = FileProblem::at(Path::new("hostile.ron"), Some(spot), wrong);
            assert_eq!(problems(&text), if length == 0 { vec![] } else { vec![expected] }, "{of}");
        }
    }
}

#[test]
fn a_plan_gives_a_sub_sector_one_role_in_a_park() {
    let second = |park: &str, role: &str, plan: &str| {
        let range = table(FULL, "plan_positions");
        let line = format!(
            "    (plan: \"{plan}\", position: \"south-N2\", park: \"{park}\", change: set(role: {role}, name: (zh: \"又位\"), \
             industries: [\"laser\"], order: 1)),\n"
        );
        let text = format!("{}{line}{}", &FULL[..range.end], &FULL[range.end..]);
        let spot = place(&text, range.end + line.find("set(role").unwrap());
        (problems(&text), spot)
    };
    let (told, spot) = second("south", "characteristic", "A");
    let wrong = Wrong::TwoRoles("laser".into(), "south-N1".into());
    assert_eq!(told, [FileProblem::at(Path::new("hostile.ron"), Some(spot), Cause::Wrong(wrong))]);
    assert_eq!(second("south", "leading", "A").0, [], "one role, twice");
    assert_eq!(second("north", "characteristic", "A").0, [], "another park");
    assert_eq!(second("south", "characteristic", "B").0, [], "another plan");
    let (text, _) = changed("plan_positions", "industries: [\"laser\"]", "industries: [\"laser\", \"laser\"]");
    assert_eq!(problems(&text)[0].cause, Cause::Wrong(Wrong::Repeated("laser".into())));
}

#[test]
fn a_pair_of_groups_is_compared_once() {
    let range = table(FULL, "plan_comparisons");
    let turned = |plan: &str| {
        let line = format!("    (plan: \"{plan}\", one: \"services\", other: \"factors\", value: 3),\n");
        problems(&format!("{}{line}{}", &FULL[..range.end], &FULL[range.end..]))
    };
    let told: Vec<Cause> = turned("A").into_iter().map(|it| it.cause).collect();
    assert_eq!(told, [Cause::Wrong(Wrong::Repeated("services / factors".into()))]);
    assert_eq!(turned("B"), [], "another plan");
}

#[test]
fn shares_of_rules_are_at_most_one() {
    let kind = "kind: r#duplicate-report(likeness: 0.8, tolerance: 1.5)";
    let (text, spot) = changed("rules", "kind: r#leading-cap((national: 3, provincial: 2, municipal: 2))", kind);
    let wrong = Wrong::OutOfRange("1.5".into(), "0", "1");
    assert_eq!(problems(&text), [FileProblem::at(Path::new("hostile.ron"), Some(spot), Cause::Wrong(wrong))]);
}

/// Edits that state a name, an office or a day that no file may hold.
fn improper_edits(s: &Scenario) -> Vec<Edit> {
    let plan = PlanId::new("A").unwrap();
    let park = ParkId::new("north").unwrap();
    let industries = vec![IndustryId::new("food").unwrap()];
    let names = [Text::new("新\u{202e}名", ""), Text::new("新名", "new\u{200b}"), Text::new("名".repeat(201), "")];
    let late = jiff::civil::date(2101, 1, 1);
    let mut edits: Vec<Edit> = names
        .into_iter()
        .flat_map(|name| {
            let position = PositionId::new("south-N1").unwrap();
            let (plan, park, industries) = (plan.clone(), park.clone(), industries.clone());
            let other = PlanId::new("C").unwrap();
            let role = Role::Leading;
            [
                Edit::Retitle { title: name.clone() },
                Edit::RenamePlan { plan: plan.clone(), name: name.clone() },
                Edit::AddPlan { plan: other, name: name.clone(), from: None },
                Edit::Designate {
                    plan: plan.clone(),
                    park: park.clone(),
                    role,
                    name: name.clone(),
                    industries: industries.clone(),
                },
                Edit::SetPosition { plan, position, park, role, name, industries, order: None },
            ]
        })
        .collect();
    let waiver = s.waivers.iter().next().unwrap().as_ref().clone();
    let mut reservation = s.reservations.iter().next().unwrap().as_ref().clone();
    let mut phasing = s.phasings.iter().next().unwrap().as_ref().clone();
    edits.push(Edit::Waive(Waiver { expires: late, ..waiver.clone() }));
    edits.push(Edit::Waive(Waiver { authority: "市\u{200b}办".into(), ..waiver.clone() }));
    reservation.until = late;
    edits.push(Edit::Reserve(reservation));
    phasing.later[0].until = late;
    edits.push(Edit::SetPhases(phasing));
    let nobody = Subject::Industry(IndustryId::new("unheard-of").unwrap());
    edits.push(Edit::Waive(Waiver { subject: nobody, ..waiver.clone() }));
    let points = |id: &str, steps| (RecordId::new(id).unwrap(), Factor::from_steps(steps));
    let judged = |one: &str, other: &str, steps| {
        (RecordId::new(one).unwrap(), RecordId::new(other).unwrap(), Factor::from_steps(steps))
    };
    for weights in [vec![points("headroom", -1)], vec![points("headroom", 1), points("headroom", 2)]] {
        edits.push(Edit::SetWeights { plan: plan.clone(), weights });
    }
    for comparisons in [
        vec![judged("factors", "factors", 2_000)],
        vec![judged("factors", "services", 9_001)],
        vec![judged("factors", "services", 2_000), judged("services", "factors", 3_000)],
    ] {
        let weights = vec![points("headroom", 1)];
        edits.push(Edit::Compare { plan: plan.clone(), comparisons, weights });
    }
    let outline = s.outlines.iter().next().unwrap().as_ref().clone();
    let mut few = outline.clone();
    few.rings[0].pop();
    let nowhere = Outline { unit: UnitId::new("nowhere").ok(), ..outline.clone() };
    let uncited = Evidence { source: SourceId::new("nobody").ok(), ..Evidence::default() };
    let uncited = Outline { evidence: uncited, ..outline.clone() };
    for outlines in [vec![few], vec![nowhere], vec![uncited], vec![outline.clone(), outline.clone()]] {
        edits.push(Edit::SetOutlines { outlines, source: None });
    }
    let nameless = Source { id: SourceId::new("map").unwrap(), title: Text::default(), address: String::new() };
    edits.push(Edit::SetOutlines { outlines: vec![outline], source: Some(nameless) });
    edits.push(Edit::Approve { plan: plan.clone(), on: late, by: "市办".into() });
    edits.push(Edit::Approve { plan, on: s.as_of, by: "市\u{202e}办".into() });
    edits
}

#[test]
fn what_no_file_may_hold_no_edit_makes() {
    let full = ron::scenario_from_text(Path::new("full.ron"), FULL).unwrap();
    let edits = improper_edits(&full);
    assert_eq!(edits.len(), 32);
    for edit in edits {
        let mut scenario = full.clone();
        let error = apply(&mut scenario, &edit).unwrap_err();
        assert!(matches!(error, EditError::Improper(_)), "{edit:?}: {error:?}");
        assert!(scenario == full, "a refused edit changes nothing");
        let told = i18n::edit::refusal(&full, &error);
        assert!(told.zh.contains('；') && told.en.contains(';'), "{told:?}");
    }
}

#[test]
fn an_adopted_position_takes_what_was_said_of_the_old_one_with_it() {
    // The base position began on the scenario's day, so that nothing of it stays as history.
    let (text, _) = changed("positions", "valid_from: \"2021-01-01\"", "valid_from: \"2022-07-08\"");
    let from = "(table: \"parks\", record: \"north\", field: \"rank\"";
    let text = text.replace(from, "(table: \"positions\", record: \"north-C1\", field: \"industries\"");
    let mut scenario = ron::scenario_from_text(Path::new("full.ron"), &text).unwrap();
    assert_eq!(scenario.exceptions.len(), 1);
    let plan = PlanId::new("A").unwrap();
    let position = PositionId::new("north-C1").unwrap();
    apply(&mut scenario, &Edit::Withdraw { plan: plan.clone(), position }).unwrap();
    apply(&mut scenario, &Edit::AdoptPositions { plan, document: None }).unwrap();
    assert_eq!(check::problems(&scenario), [], "what is made by edits can be saved");
    assert!(scenario.exceptions.is_empty());
}

#[test]
fn what_makes_no_sense_is_told_at_its_field() {
    for (of, from, to, wrong) in nonsense() {
        let (text, spot) = changed(of, from, to);
        let told = problems(&text);
        let expected = FileProblem::at(Path::new("hostile.ron"), Some(spot), Cause::Wrong(wrong));
        assert_eq!(told, [expected], "{of} {to}");
    }
}

#[test]
fn a_stream_is_listed_once_in_the_rule_of_streams() {
    let (text, _) = changed("rules", "stream: \"dyeing\"", "stream: \"plating\"");
    let told = problems(&text);
    let start = place(FULL, FULL.find("r#special-stream").unwrap());
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].cause, Cause::Wrong(Wrong::Repeated("plating".into())));
    assert_eq!(told[0].spot, Some(start));
}

#[test]
fn a_sub_sector_has_one_role_in_a_park() {
    let (text, spot) = changed("positions", "industries: [\"food\"]", "industries: [\"food\", \"laser\"]");
    let told = problems(&text);
    let wrong = Wrong::TwoRoles("laser".into(), "north-C1".into());
    assert_eq!(told, [FileProblem::at(Path::new("hostile.ron"), Some(spot), Cause::Wrong(wrong))]);
    let one_after_the_other = text.replace(
        "order: 1, evidence: (confidence: stated)),\n  ],\n  directions",
        "order: 1, valid_from: \"2026-01-01\", evidence: (confidence: stated)),\n  ],\n  directions",
    );
    assert_ne!(one_after_the_other, text);
    assert_eq!(problems(&one_after_the_other), [], "one role after the other is a history, not a contradiction");
}

#[test]
fn a_repeated_seq_is_told_at_the_second_placement() {
    let (text, spot) = changed("placements", "seq: 2", "seq: 1");
    let told = problems(&text);
    let expected = FileProblem::at(Path::new("hostile.ron"), Some(spot), Cause::Wrong(Wrong::RepeatedSeq(1)));
    assert_eq!(told, [expected]);
    let other_plan = changed("placements", "plan: \"A\", project: \"P1\"", "plan: \"B\", project: \"P1\"").0;
    let other_plan = other_plan.replace("premises: own_land, seq: 1", "premises: own_land, seq: 2");
    assert_eq!(problems(&other_plan), [], "each plan counts by itself");
}

#[test]
fn misleading_characters_in_names_are_told_by_their_code() {
    for c in ['\u{202e}', '\u{200b}', '\u{2066}', '\u{feff}', '\u{200f}', '\u{7f}', '\u{85}'] {
        for (of, from) in [
            ("", "title: (zh: \"试城\""),
            ("industries", "name: (zh: \"食品\""),
            ("parks", "short_name: (zh: \"北园\""),
            ("projects", "name: (zh: \"甲项目\""),
            ("plans", "name: (zh: \"稳妥\""),
            ("enterprises", "name: (zh: \"某厂\""),
            ("plan_positions", "name: (zh: \"新位\""),
        ] {
            for to in [format!("{}{c}\"", &from[..from.len() - 1]), format!("{from}, en: \"a{c}b\"")] {
                // A title of two fields must not get a third.
                let to = if of.is_empty() { format!("{}{c}\"", &from[..from.len() - 1]) } else { to };
                let (text, spot) = changed(of, from, &to);
                let told = problems(&text);
                assert_eq!(told.len(), 1, "{of} {c:?}: {told:?}");
                assert_eq!(told[0].cause, Cause::Wrong(Wrong::Misleading(c)));
                assert_eq!(told[0].spot.map(|it| it.line), Some(spot.line), "{of} {c:?}");
                if of != "plan_positions" {
                    assert_eq!(told[0].spot, Some(spot), "{of} {c:?}");
                }
                let code = format!("U+{:04X}", u32::from(c));
                let told = i18n::problem::sentence(&told[0]);
                assert!(told.zh.contains(&code) && told.en.contains(&code));
            }
        }
    }
}

#[test]
fn two_problems_are_both_told_in_the_order_of_the_tables() {
    let (text, _) = changed("placements", "park: \"north\"", "park: \"Z\"");
    let text = text.replace("weight: 1,", "weight: 9,").replace("name: (zh: \"东区\")", "name: (zh: \"\")");
    let causes: Vec<Cause> = problems(&text).into_iter().map(|it| it.cause).collect();
    let expected = [Wrong::OutOfRange("9".into(), "1", "3"), Wrong::EmptyName, Wrong::Dangling("parks", "Z".into())];
    assert_eq!(causes, expected.map(Cause::Wrong));
}

#[test]
fn a_thousand_problems_are_a_thousand_lines() {
    let range = table(FULL, "placements");
    let line =
        |seq| format!("    (plan: \"A\", project: \"Q{seq}\", park: \"north\", premises: own_land, seq: {seq}),\n");
    let lines: Vec<String> = (3..1003).map(line).collect();
    let lines = lines.concat();
    let text = format!("{}{lines}{}", &FULL[..range.start], &FULL[range.start..]);
    let told = problems(&text);
    let first = place(FULL, range.start).line;
    let lines: BTreeSet<usize> = told.iter().map(|it| it.spot.unwrap().line).collect();
    assert_eq!(told.len(), 1_000);
    assert_eq!(lines, (first..first + 1_000).collect());
}

/// Figures that are none: what stands in the place of a land figure, and what is told.
fn figures() -> Vec<(String, QuantityError)> {
    let not_finite = |text: &str| QuantityError::NotFinite(text.into());
    let negative = |text: &str| QuantityError::Negative(text.into());
    let decimals = |text: &str| QuantityError::Decimals(text.into(), 2);
    let absurd = |text: &str| QuantityError::Absurd(text.into(), 10_000_000);
    vec![
        ("NaN".into(), not_finite("NaN")),
        ("inf".into(), not_finite("inf")),
        ("-inf".into(), not_finite("-inf")),
        ("1e400".into(), QuantityError::Overflow("1e400".into())),
        ("-1e400".into(), QuantityError::Overflow("-1e400".into())),
        ("9".repeat(400), QuantityError::Overflow("9".repeat(400))),
        ("-3.5".into(), negative("-3.5")),
        ("-0.01".into(), negative("-0.01")),
        ("-99999999999999999999".into(), negative("-100000000000000000000")),
        ("3.141".into(), decimals("3.141")),
        ("0.001".into(), decimals("0.001")),
        ("1e-3".into(), decimals("0.001")),
        ("10000000.01".into(), absurd("10000000.01")),
        ("99999999".into(), absurd("99999999")),
        ("18446744073709551615".into(), absurd("18446744073709551615")),
        ("1e300".into(), absurd(&format!("{}", 1e300_f64))),
    ]
}

#[test]
fn figures_that_are_none_are_told_at_their_place() {
    for (figure, error) in figures() {
        let (text, spot) = changed("parks", "net_land: 300.5", &format!("net_land: {figure}"));
        let told = problems(&text);
        let expected = FileProblem::at(Path::new("hostile.ron"), Some(spot), Cause::Quantity(error));
        assert_eq!(told, [expected], "{figure:.40}");
    }
    for (figure, land) in [("-0.0", "0"), ("0", "0"), ("1e2", "100"), ("300.50", "300.5"), ("10000000", "10000000")] {
        let (text, _) = changed("parks", "net_land: 300.5", &format!("net_land: {figure}"));
        let scenario = ron::scenario_from_text(Path::new("fine.ron"), &text).unwrap();
        let north = scenario.parks.iter().next().unwrap();
        assert_eq!(north.capacities.net_land.unwrap().plain(), land, "{figure}");
    }
}

/// What RON itself refuses: table, what stands there, what takes its place, a word of the Chinese sentence and one of
/// the English.
const SYNTAX: &[(&str, &str, &str, &str, &str)] = &[
    ("parks", "net_land: 300.5", "net_land: \"300.5\"", "类型不符", "Wrong type"),
    ("parks", "net_land: 300.5", "net_land: true", "类型不符", "Wrong type"),
    ("parks", "net_land: 300.5", "net_land: [300.5]", "类型不符", "Wrong type"),
    ("parks", "net_land: 300.5", "net_land: １２", "格式有误", "Not well formed"),
    ("parks", "net_land: 300.5", "net_land: 12万", "格式有误", "Not well formed"),
    ("parks", "net_land: 300.5", "net_land: 12,5", "格式有误", "Not well formed"),
    ("parks", "net_land: 300.5", "net_land: 约30亩", "类型不符", "Wrong type"),
    ("parks", "net_land: 300.5", "net_land: 300.5\0", "不是文字文件", "Not a text file"),
    ("parks", "net_land: 300.5", "netland: 300.5", "没有名为 `netland` 的字段", "There is no field `netland`"),
    ("parks", "level: national", "level: royal", "没有 `royal` 这一取值", "There is no value `royal`"),
    ("parks", "net_land: 300.5", "net_land: \"not closed", "类型不符", "Wrong type"),
    ("parks", "level: national", "level: r#\u{5b}31m", "格式有误", "Not well formed"),
    ("parks", "rank: 1", "rank: 1.5", "应为整数", "a whole number is expected"),
    ("parks", "rank: 1", "rank: -1", "整数超出范围", "out of range"),
    ("parks", "rank: 1", "rank: 4294967296", "整数超出范围", "out of range"),
    ("parks", "id: \"north\"", "id: \"no rth\"", "“no rth”不能作为编号", "\"no rth\" cannot be an id"),
    ("parks", "id: \"north\"", "id: \"\"", "“”不能作为编号", "\"\" cannot be an id"),
    ("parks", "id: \"north\"", "id: \"a\u{202e}b\"", "不能作为编号", "cannot be an id"),
    ("parks", "id: \"north\"", "id: \"a\u{1b}[31mb\"", "不能作为编号", "cannot be an id"),
    ("parks", "name: (zh: \"北园区\")", "name: \"北园区\"", "格式有误", "Not well formed"),
    ("parks", "name: (zh: \"北园区\")", "name: (zh: \"\\q\")", "格式有误", "Not well formed"),
    ("placements", "seq: 1", "seq: 1, colour: 3", "没有名为 `colour` 的字段", "There is no field `colour`"),
    ("placements", "seq: 1", "seq: 1, seq: 2", "字段 `seq` 出现两次", "Field `seq` stands twice"),
    ("placements", ", seq: 1", "", "缺少字段 `seq`", "Field `seq` is missing"),
    (
        "reservations",
        "until: \"2023-01-31\"",
        "until: \"2023-02-30\"",
        "“2023-02-30”不是日期",
        "\"2023-02-30\" is no day",
    ),
    ("reservations", "amount: land(4.5)", "amount: air(4.5)", "没有 `air` 这一取值", "There is no value `air`"),
    (
        "",
        "active_plan: \"A\",",
        "active_plan: \"A\",\n  colour: 3,",
        "没有名为 `colour` 的字段",
        "There is no field `colour`",
    ),
    ("", "active_plan: \"A\",", "active_plan: \"A\", active_plan: \"B\",", "出现两次", "stands twice"),
    ("", "  active_plan: \"A\",\n", "", "缺少字段 `active_plan`", "Field `active_plan` is missing"),
    ("", "as_of: \"2022-07-08\"", "as_of: \"8 July\"", "“8 July”不是日期", "\"8 July\" is no day"),
    ("", "schema: 1", "schema: \"one\"", "格式有误", "Not well formed"),
];

#[test]
fn what_ron_refuses_is_told_in_its_line() {
    for (of, from, to, zh, en) in SYNTAX {
        let (text, spot) = changed(of, from, to);
        let told = problems(&text);
        assert_eq!(told.len(), 1, "{to:?}");
        let sentence = i18n::problem::sentence(&told[0]);
        assert!(sentence.zh.contains(zh) && sentence.en.contains(en), "{to:?}: {sentence:?}");
        let found = told[0].spot.unwrap();
        if to.contains('\n') {
            assert_eq!(found, Spot { line: spot.line + 1, column: 3 }, "{to:?}");
        } else if !to.is_empty() {
            assert_eq!(found.line, spot.line, "{to:?}");
            let end = spot.column + to.chars().count();
            assert!(
                (spot.column.saturating_sub(11)..=end).contains(&found.column),
                "{to:?}: {found:?}, not near {spot:?}"
            );
        }
    }
}

#[test]
fn a_newer_file_says_so_before_anything_else() {
    let newer = FULL.replace("schema: 1", "schema: 2").replace("active_plan", "first_plan").replace("seq: 2", "nth: 2");
    let spot = Some(Spot { line: 3, column: 11 });
    let wrong = Cause::Wrong(Wrong::NewerSchema(2, 1));
    let told = problems(&newer);
    assert_eq!(told, [FileProblem::at(Path::new("hostile.ron"), spot, wrong)]);
}

#[test]
fn a_file_that_ends_in_the_middle_is_told_as_such_wherever_it_ends() {
    // Before the sixth byte nothing says that it is a scenario.
    for (end, _) in FULL.char_indices().skip(6).step_by(3).filter(|(end, _)| *end < FULL.trim_end().len()) {
        let told = problems(&FULL[..end]);
        assert_eq!(told.len(), 1, "cut at {end}");
        assert_eq!(told[0].cause, Cause::CutOff, "cut at {end}: {:?}", FULL[..end].chars().next_back());
        let last_line = place(&FULL[..end], end).line;
        assert!(told[0].spot.is_some_and(|spot| spot.line <= last_line), "cut at {end}");
    }
}

#[test]
fn an_error_before_the_end_of_a_cut_file_is_told_first() {
    let (text, spot) = changed("industries", "environment_class: E2", "environment_class: E9");
    let told = problems(&text[..text.len() / 2]);
    assert!(matches!(&told[0].cause, Cause::Syntax(_)), "{told:?}");
    assert_eq!(told[0].spot.map(|it| it.line), Some(spot.line));
}

/// Tells whether two words of English follow each other in `text` outside of backquotes and quotation marks.
pub(crate) fn has_english(text: &str) -> bool {
    let mut is_quoted = false;
    let bare: String = text
        .chars()
        .filter(|c| {
            is_quoted ^= matches!(c, '`' | '“' | '”' | '"');
            !is_quoted
        })
        .collect();
    let words: Vec<&str> = bare.split(' ').collect();
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
    words.windows(2).any(|pair| pair.iter().all(|word| is_word(word)))
}

#[test]
fn every_error_of_the_reader_is_told_in_chinese() {
    use ::ron::Error as E;
    #[expect(invalid_from_utf8, reason = "an error is wanted")]
    let no_utf8 = std::str::from_utf8(b"\xff").unwrap_err();
    let text = || "the English of it".to_owned();
    let outer = || Some("Struct".to_owned());
    let errors = vec![
        E::Fmt,
        E::Io(text()),
        E::Message(text()),
        E::Eof,
        E::ExpectedArray,
        E::ExpectedArrayEnd,
        E::ExpectedAttribute,
        E::ExpectedAttributeEnd,
        E::ExpectedBoolean,
        E::ExpectedComma,
        E::ExpectedChar,
        E::ExpectedByteLiteral,
        E::ExpectedFloat,
        E::FloatUnderscore,
        E::ExpectedInteger,
        E::ExpectedOption,
        E::ExpectedOptionEnd,
        E::ExpectedMap,
        E::ExpectedMapColon,
        E::ExpectedMapEnd,
        E::ExpectedDifferentStructName { expected: "Park", found: text() },
        E::ExpectedStructLike,
        E::ExpectedNamedStructLike("Park"),
        E::ExpectedStructLikeEnd,
        E::ExpectedUnit,
        E::ExpectedString,
        E::ExpectedByteString,
        E::ExpectedStringEnd,
        E::ExpectedIdentifier,
        E::InvalidEscape("Unknown escape character"),
        E::IntegerOutOfBounds,
        E::InvalidIntegerDigit { digit: 'x', base: 10 },
        E::NoSuchExtension(text()),
        E::UnclosedBlockComment,
        E::UnclosedLineComment,
        E::UnderscoreAtBeginning,
        E::UnexpectedChar('\u{202e}'),
        E::Utf8Error(no_utf8),
        E::TrailingCharacters,
        E::InvalidValueForType { expected: "a number".into(), found: "the string \"so many words\"".into() },
        E::InvalidValueForType { expected: "struct Park with elements".into(), found: "a sequence".into() },
        E::InvalidValueForType { expected: "an 8-bit unsigned integer".into(), found: "what nobody knows".into() },
        E::ExpectedDifferentLength { expected: "a tuple of size 2".into(), found: 3 },
        E::NoSuchEnumVariant { expected: &["land", "power"], found: text(), outer: outer() },
        E::NoSuchStructField { expected: &["land", "power"], found: text(), outer: outer() },
        E::MissingStructField { field: "land", outer: outer() },
        E::DuplicateStructField { field: "land", outer: outer() },
        E::InvalidIdentifier(text()),
        E::SuggestRawIdentifier(text()),
        E::ExpectedRawValue,
        E::ExceededRecursionLimit,
        E::ExpectedStructName(text()),
        E::ExpectedRangeSyntax,
    ];
    let mut told_in_english = BTreeSet::new();
    for error in errors {
        let problem = FileProblem::new(Path::new("hostile.ron"), Cause::Syntax(Box::new(error)));
        speaks(&problem);
        let told = i18n::problem::sentence(&problem);
        assert!(!has_english(&told.zh), "{}", told.zh);
        told_in_english.insert(told.en);
    }
    assert!(told_in_english.len() > 35, "{told_in_english:?}");
    assert!(has_english("格式有误：Unexpected end of file") && !has_english("没有 `no such field` 的字段"));
}

#[test]
fn what_is_of_another_kind_is_told_as_such() {
    let folder = Folder::new();
    let pack = crate::fixture::root().join("assets/packs/mianyang-2022.7.ron");
    let scenario = folder.file("scenario.ron", FULL);
    for (told, cause) in [
        (ron::read_scenario(&pack).unwrap_err(), Cause::PackForScenario),
        (ron::read_pack(&scenario).unwrap_err(), Cause::ScenarioForPack),
        (ron::read_scenario(&folder.file("empty.ron", "")).unwrap_err(), Cause::Empty),
        (ron::read_scenario(&folder.file("blank.ron", "\u{feff} \r\n\t // nothing\n")).unwrap_err(), Cause::Empty),
        (ron::read_scenario(&folder.file("zeros.ron", [0_u8; 4096])).unwrap_err(), Cause::NotText),
    ] {
        let spot = Some(Spot { line: 1, column: 1 });
        assert_eq!((told.len(), told[0].spot, &told[0].cause), (1, spot, &cause));
        speaks(&told[0]);
    }
}

#[test]
fn texts_that_are_no_scenario() {
    let deep = |open: &str, close: &str, many: usize| format!("{}{}", open.repeat(many), close.repeat(many));
    let in_title = |value: String| FULL.replacen("(zh: \"试城\", en: \"Trial city\")", &value, 1);
    for text in [
        String::new(),
        " \n\t\n".into(),
        "\u{feff}".into(),
        "// nothing\n/* at all */\n".into(),
        "\0".into(),
        "()".into(),
        "{}".into(),
        "null".into(),
        "#![enable(".into(),
        "#![enable(everything)]\n()".into(),
        deep("(", ")", 10_000),
        deep("[", "]", 10_000),
        deep("{", "}", 10_000),
        "(".repeat(100_000),
        in_title(deep("(zh: ", ")", 10_000)),
        in_title(deep("Some(", ")", 10_000)),
        FULL.replacen("net_land: 300.5", &format!("net_land: {}", deep("Some(", ")", 10_000)), 1),
        FULL.replacen("facilities: [", &format!("facilities: [{}, ", deep("[", "]", 10_000)), 1),
        FULL.replacen("net_land: 300.5", &format!("colour: {}", deep("[", "]", 10_000)), 1),
        format!("{FULL}x"),
        format!("{FULL}\0"),
        format!("{FULL}{FULL}"),
        FULL.replacen("(zh: \"试城\"", "(zh: \"试城", 1),
        format!("/*{FULL}"),
    ] {
        let told = problems(&text);
        assert_eq!(told.len(), 1, "{:.60}", text.escape_debug());
        assert!(told[0].spot.is_some());
    }
}

#[test]
fn deep_comments_and_strange_blanks_are_read() {
    let comments = format!("{}{}{FULL}", "/*".repeat(20_000), "*/".repeat(20_000));
    assert_eq!(problems(&comments), []);
    assert_eq!(problems(&format!("\u{feff}{FULL}")), [], "a byte-order mark");
    assert_eq!(problems(&FULL.replace("\n  parks: [\n", "\n  parks /* ( \" */ : // [\n [\n")), []);
}

#[test]
fn line_ends_of_windows_are_read_and_told_at_the_same_lines() {
    let windows = FULL.replace('\n', "\r\n");
    let read = |text: &str| ron::scenario_from_text(Path::new("lines.ron"), text).unwrap();
    assert_eq!(read(&windows), read(FULL));
    let (text, spot) = changed("placements", "seq: 2", "seq: 1");
    assert_eq!(problems(&text.replace('\n', "\r\n"))[0].spot, Some(spot));
    let (text, spot) = changed("parks", "net_land: 300.5", "net_land: -3.5");
    assert_eq!(problems(&text.replace('\n', "\r\n"))[0].spot, Some(spot));
}

#[test]
fn the_spot_holds_after_comments_raw_strings_and_a_record_over_many_lines() {
    let (text, _) = changed(
        "placements",
        "(plan: \"A\", project: \"P1\", park: \"north\"",
        "(\n      plan: r#\"A\"#, // park: \"north\", (\n      project: \"P1\",\n      park: \"Z\"",
    );
    let told = problems(&text);
    let spot = place(&text, text.find("\"Z\"").unwrap());
    assert_eq!(spot.column, 13);
    let wrong = Cause::Wrong(Wrong::Dangling("parks", "Z".into()));
    assert_eq!(told, [FileProblem::at(Path::new("hostile.ron"), Some(spot), wrong)]);
}

#[test]
fn bytes_that_are_not_utf8_are_told_at_their_place() {
    let folder = Folder::new();
    let at = FULL.find("甲项目").unwrap();
    for (bytes, name) in
        [(&b"\xff"[..], "never"), (b"\xbc\xd7", "GB 18030"), (b"\xe7\x94", "cut"), (b"\xed\xa0\x80", "surrogate")]
    {
        let mut text = FULL.as_bytes().to_vec();
        text.splice(at..at + "甲项目".len(), bytes.iter().copied());
        let told = ron::read_scenario(&folder.file("bytes.ron", text)).unwrap_err();
        assert_eq!(told.len(), 1, "{name}");
        assert_eq!((told[0].spot, &told[0].cause), (Some(place(FULL, at)), &Cause::NotUtf8), "{name}");
        speaks(&told[0]);
    }
    let utf16: Vec<u8> = FULL.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark = [&[0xff, 0xfe][..], &utf16].concat();
    let told = ron::read_scenario(&folder.file("utf16.ron", with_mark)).unwrap_err();
    assert_eq!(told[0].cause, Cause::NotUtf8);
}

#[test]
fn paths_that_are_no_files() {
    let folder = Folder::new();
    let pipe = folder.path("pipe.ron");
    let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let inside = folder.file("file.ron", FULL).join("inside.ron");
    let dangling = folder.path("dangling.ron");
    std::os::unix::fs::symlink(folder.path("nowhere"), &dangling).unwrap();
    let cases = [
        (folder.path(""), Cause::NotAFile(".ron")),
        (pipe, Cause::NotAFile(".ron")),
        ("/dev/null".into(), Cause::NotAFile(".ron")),
        (folder.path("missing.ron"), Cause::Unreadable(std::io::ErrorKind::NotFound)),
        (dangling, Cause::Unreadable(std::io::ErrorKind::NotFound)),
        (inside, Cause::Unreadable(std::io::ErrorKind::NotADirectory)),
        (folder.path(&"长".repeat(100)), Cause::Unreadable(std::io::ErrorKind::InvalidFilename)),
    ];
    for (path, cause) in cases {
        for told in [ron::read_scenario(&path).unwrap_err(), ron::read_pack(&path).unwrap_err()] {
            assert_eq!(told, [FileProblem::new(&path, cause.clone())]);
            speaks(&told[0]);
        }
    }
    let odd = folder.file("新 文件\n(1).ron", FULL);
    assert!(ron::read_scenario(&odd).is_ok(), "a strange name is no reason to refuse");
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let folder = Folder::new();
    let path = folder.path("large.ron");
    let file = fs::File::create(&path).unwrap();
    file.set_len(ron::LARGEST_FILE + 1).unwrap();
    let told = ron::read_scenario(&path).unwrap_err();
    assert_eq!(told, [FileProblem::new(&path, Cause::TooLarge(ron::LARGEST_FILE + 1, ron::LARGEST_FILE))]);
    speaks(&told[0]);
}

#[test]
fn a_pack_is_checked_as_a_scenario_is() {
    let pack = "(schema: 1, pack: (id: \"p\", title: (zh: \"规则\"), author: \"\", date: \"2022-07-08\"), rules: [\n  \
                (id: \"land\", order: 1, kind: land(plant_land_limit: 15), level: legal, mode: block, \
                title: (zh: \"用地\"), clause: (zh: \"\"), source: (zh: \"\")),\n])";
    let read = |text: &str| ron::pack_from_text(Path::new("pack.ron"), text);
    assert!(read(pack).is_ok());
    for (from, to, line) in [
        ("schema: 1", "schema: 7", 1),
        ("limit: 15", "limit: 15.005", 2),
        ("zh: \"用地\"", "zh: \"\"", 2),
        ("rules: [", "rulez: [", 1),
    ] {
        let told = read(&pack.replace(from, to)).unwrap_err();
        assert_eq!(told.len(), 1, "{to}");
        assert_eq!(told[0].spot.map(|it| it.line), Some(line), "{to}: {told:?}");
        speaks(&told[0]);
    }
}

#[test]
fn any_cut_and_any_flipped_byte_is_refused_or_read_and_never_a_panic() {
    let text = FULL.as_bytes();
    for end in (0..text.len()).step_by(37) {
        if let Ok(cut) = std::str::from_utf8(&text[..end]) {
            assert!(!problems(cut).is_empty(), "cut at {end}");
        }
    }
    let mut chance = crate::fixture::Chance::new(41);
    for _ in 0..600 {
        let mut bytes = text.to_vec();
        let at = chance.below(bytes.len());
        bytes[at] = *chance.one(b"()[]\"':,#/*r0-9. \nx");
        let Ok(changed) = String::from_utf8(bytes) else { continue };
        // What is read must be fit to be written and read again.
        if let Ok(scenario) = ron::scenario_from_text(Path::new("flipped.ron"), &changed) {
            let again = ron::to_text(&scenario).unwrap();
            assert_eq!(ron::scenario_from_text(Path::new("again.ron"), &again), Ok(scenario), "byte {at}");
        }
    }
    assert!(problems(&sample_text()).is_empty());
}

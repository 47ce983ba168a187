//! Do papers say what the judgement says, in both languages, whatever the scenario holds?

use std::{collections::BTreeSet, path::Path};

use jiff::civil::date;
use parkboard::{
    advise::ranking,
    analysis::{
        composition::{Metric, Scope},
        profile::Analysis,
    },
    evaluate::{judgement::Judgement, verdict::Verdict},
    i18n::{
        self,
        phrase::{Lang, has_chinese},
    },
    io::ron,
    model::{
        fingerprint,
        id::UnitId,
        park::Park,
        plan::{Agreement, Decision, Grant, Opinion, Placement, Premises, Reservation, Reserved, Resolution, Stance},
        project::RegisterStatus,
        quantity::{Factor, WanYuan},
        scenario::Scenario,
        support::{Frozen, Programme},
        text::Text,
    },
    report::{
        About, Desk, Kind, NoPaper, RESULT_MARK,
        paper::{Block, Paper, Run, Table, Tone, Value},
        places, results,
    },
    rules::{finding::State, slots},
    workbench::generate::{self, Size},
};

use crate::{
    fixture::{
        BERYOZOGORSK, Chance, Folder, MIANYANG, mu, park_id, plan_id, project_id, record_id, run, sample, sample_path,
        whole_city,
    },
    random::random_city,
};

fn unit_id(id: &str) -> UnitId {
    UnitId::new(id).unwrap()
}

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// The sample after a meeting: all kinds of decisions, one against the recommendation, opinions, reservations, money.
fn after_meeting() -> Scenario {
    let mut scenario = sample();
    let plan = plan_id("A");
    let session = record_id("2022-07-2");
    let mut decide = |project: &str, verdict, park: Option<&str>, recommended: Option<&str>| {
        scenario.decisions.insert(Decision {
            session: session.clone(),
            project: project_id(project),
            verdict,
            park: park.map(park_id),
            reason: format!("{project} 的理由 / reason of {project}"),
            conditions: if verdict == Resolution::Conditional {
                "先批环评 / EIA first".into()
            } else {
                String::new()
            },
            owner: "经信局 / Economy bureau".into(),
            deadline: Some(date(2022, 9, 30)),
            recommended: recommended.map(park_id),
            before: Some(RegisterStatus::InTalks),
        });
    };
    decide("T01", Resolution::Place, Some("fucheng"), Some("fucheng"));
    decide("T06", Resolution::Conditional, Some("jiangyou"), Some("jingkai"));
    decide("T19", Resolution::Return, None, None);
    decide("T17", Resolution::Hold, None, Some("yanting"));
    decide("T02", Resolution::Place, Some("fucheng"), Some("gaoxin"));
    let mut opine = |park: &str, project: &str, stance, reason: &str| {
        scenario.opinions.insert(Opinion {
            plan: plan.clone(),
            park: park_id(park),
            project: project_id(project),
            stance,
            reason: reason.into(),
        });
    };
    opine("jiangyou", "T06", Stance::Accept, "");
    opine("santai", "T16", Stance::Decline, "缺工 / short of hands");
    opine("anzhou", "T14", Stance::WithConditions, "要用电 / needs power");
    for (id, until) in [("r1", date(2022, 12, 31)), ("r2", date(2022, 7, 7))] {
        scenario.reservations.insert(Reservation {
            plan: plan.clone(),
            id: record_id(id),
            park: park_id("gaoxin"),
            amount: Reserved::Land(mu("120.5")),
            until,
            reason: "京东方配套 / suppliers of BOE".into(),
        });
    }
    scenario.programmes.insert(Programme::new(
        record_id("pool"),
        Text::new("试点资金", "Pilot funds"),
        Some(WanYuan::from_steps(100_000)),
        scenario.parks.iter().next().unwrap().evidence.clone(),
    ));
    scenario.grants.insert(Grant::new(plan.clone(), record_id("pool"), project_id("T01"), WanYuan::from_steps(33_000)));
    scenario.agreements.insert(Agreement::new(
        (plan, project_id("T06")),
        (unit_id("anzhou-district"), unit_id("jiangyou-city")),
        record_id("T2"),
        2023,
    ));
    let mut of_day = (**scenario.sessions.get(&session).unwrap()).clone();
    of_day.offices = vec!["发展改革委 / Reform commission".into(), "财政局 / Finance bureau".into()];
    let tables = fingerprint::tables(&scenario);
    of_day.frozen = Some(Frozen { plan: plan_id("A"), program: "0.0.9".into(), tables });
    scenario.sessions.insert(of_day);
    scenario
}

fn empty() -> Scenario {
    let mut city = whole_city();
    city.rules.retain(|_| false);
    city.industries.retain(|_| false);
    city
}

fn judged(scenario: &Scenario) -> Judgement {
    Judgement::of(scenario, &scenario.active_plan)
}

fn paper(scenario: &Scenario, kind: Kind, lang: Lang) -> Paper {
    let judgement = judged(scenario);
    kind.paper(&Desk::new(scenario, &judgement, lang), &About::default()).unwrap()
}

fn tables(paper: &Paper) -> Vec<&Table> {
    paper.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

fn runs(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(run) => run.text.clone(),
        Value::Number { steps, decimals, is_assumed, .. } => {
            format!("{}{}", if *is_assumed { "≈" } else { "" }, results::decimal(*steps, *decimals))
        }
        Value::Day(day) => day.to_string(),
        Value::Missing => "—".into(),
        Value::Blank => String::new(),
    }
}

/// Everything that a paper says, piece by piece.
fn said(paper: &Paper) -> Vec<String> {
    let mut said = vec![paper.title.clone(), paper.subtitle.clone()];
    for block in &paper.blocks {
        match block {
            Block::Heading(_, text) => said.push(text.clone()),
            Block::Paragraph(of) => said.push(runs(of)),
            Block::List(points) => said.extend(points.iter().map(|of| runs(of))),
            Block::Facts(facts) => said.extend(facts.iter().flat_map(|(name, of)| [name.clone(), runs(of)])),
            Block::Table(table) => {
                said.extend([table.name.clone(), table.title.clone()]);
                said.extend(table.columns.iter().flat_map(|it| [it.head.clone(), it.group.clone()]));
                said.extend(table.rows.iter().flatten().map(shown));
                said.extend(table.notes.iter().cloned());
            }
            Block::Picture(picture) => said.push(picture.told.clone()),
            Block::NewPage => {}
        }
    }
    said.extend(paper.provenance.lines.iter().cloned());
    said
}

/// What holds of every paper.
fn assert_sound(scenario: &Scenario, paper: &Paper, name: &str) {
    assert!(!paper.title.is_empty() && !paper.blocks.is_empty(), "{name} is empty");
    let mut names = BTreeSet::new();
    for table in tables(paper) {
        assert!(!table.rows.is_empty(), "{name}: table {} has no rows", table.name);
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{name}: table {}", table.name);
        }
        assert!(table.sums <= table.rows.len());
        assert!(names.insert(table.name.to_lowercase()), "{name}: two sheets are called {}", table.name);
        assert!((1..=31).contains(&table.name.chars().count()), "{name}: {:?}", table.name);
        assert!(!table.name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{name}: {:?}", table.name);
    }
    let rests = paper.provenance.lines.join("\n");
    for must in [scenario.as_of.to_string(), scenario.pack.id.to_string(), env!("CARGO_PKG_VERSION").into()] {
        assert!(rests.contains(&must), "{name} does not name {must}: {rests}");
    }
}

fn assert_every_paper(scenario: &Scenario, kinds: &[Kind], name: &str) {
    let judgement = judged(scenario);
    for lang in LANGS {
        let desk = Desk::new(scenario, &judgement, lang);
        for kind in kinds {
            let name = format!("{name}, {} in {lang:?}", kind.id());
            match kind.paper(&desk, &About::default()) {
                Ok(paper) => assert_sound(scenario, &paper, &name),
                Err(NoPaper::NoSession) => {
                    assert!(*kind == Kind::Minutes && scenario.sessions.is_empty(), "{name} has no session");
                }
                Err(other) => panic!("{name}: {other:?}"),
            }
        }
        if !scenario.parks.is_empty() {
            let results = results::paper(&desk);
            assert_eq!(tables(&results).len(), 6, "{name}");
        }
    }
}

/// All kinds without scorecards, which draw a picture a park.
fn quick() -> Vec<Kind> {
    Kind::ALL.into_iter().filter(|kind| *kind != Kind::Park).collect()
}

#[test]
fn every_paper_is_written_of_the_sample_and_after_a_meeting() {
    let most: Vec<Kind> = quick().into_iter().filter(|kind| *kind != Kind::Project).collect();
    assert_every_paper(&sample(), &most, "the sample");
    assert_every_paper(&after_meeting(), &quick(), "after the meeting");
}

/// What a meeting takes along; few, for a city of sixty parks.
const FEW: [Kind; 4] = [Kind::Brief, Kind::Positions, Kind::Ledger, Kind::Minutes];

#[test]
fn papers_are_written_of_the_other_city() {
    assert_every_paper(&BERYOZOGORSK.scenario(), &FEW, "the other city");
}

#[test]
fn every_paper_is_written_of_an_empty_scenario_and_says_so() {
    let scenario = empty();
    let judgement = judged(&scenario);
    for lang in LANGS {
        let desk = Desk::new(&scenario, &judgement, lang);
        for kind in Kind::ALL {
            let about = About::default();
            if kind == Kind::Minutes {
                assert_eq!(kind.paper(&desk, &about), Err(NoPaper::NoSession));
                continue;
            }
            let paper = kind.paper(&desk, &about).unwrap();
            let words: usize = said(&paper).iter().map(|it| it.chars().count()).sum();
            assert!(!paper.blocks.is_empty() && words > 20, "{}", kind.id());
            assert!(tables(&paper).iter().all(|table| !table.rows.is_empty()), "{}", kind.id());
        }
    }
}

#[test]
fn every_paper_is_written_of_random_and_generated_cities() {
    for seed in 0..3 {
        let mut chance = Chance::new(seed);
        let city = random_city(&mut chance);
        let judgement = judged(&city);
        for kind in quick() {
            for lang in LANGS {
                match kind.paper(&Desk::new(&city, &judgement, lang), &About::default()) {
                    Ok(paper) => assert!(!paper.blocks.is_empty(), "seed {seed}, {}", kind.id()),
                    Err(reason) => assert_eq!(reason, NoPaper::NoSession, "seed {seed}, {}", kind.id()),
                }
            }
        }
    }
    let city = generate::scenario(Size { parks: 5, projects: 14, industries: 20, placed: 550, seed: 3 });
    assert_every_paper(&city, &quick(), "a generated city");
}

#[test]
fn scorecards_hold_every_part_and_are_the_same_twice() {
    let scenario = after_meeting();
    let judgement = judged(&scenario);
    for lang in LANGS {
        let desk = Desk::new(&scenario, &judgement, lang);
        let about = About { park: Some(park_id("gaoxin")), ..About::default() };
        let paper = Kind::Park.paper(&desk, &about).unwrap();
        assert_sound(&scenario, &paper, "scorecard");
        assert!(paper.blocks.iter().any(|it| matches!(it, Block::Picture(picture) if !picture.png.is_empty())));
        assert!(tables(&paper).len() >= 6, "{}", tables(&paper).len());
        assert_eq!(paper, Kind::Park.paper(&desk, &about).unwrap());
    }
}

#[test]
fn the_same_desk_gives_the_same_papers() {
    let scenario = after_meeting();
    for kind in [Kind::Brief, Kind::Table, Kind::Minutes, Kind::Evaluation] {
        assert_eq!(paper(&scenario, kind, Lang::Zh), paper(&scenario.clone(), kind, Lang::Zh), "{}", kind.id());
    }
}

#[test]
fn a_project_or_park_alone_is_a_part_of_all_of_them() {
    let scenario = sample();
    let judgement = judged(&scenario);
    let desk = Desk::new(&scenario, &judgement, Lang::En);
    let about = About { project: Some(project_id("T14")), ..About::default() };
    let alone = Kind::Project.paper(&desk, &about).unwrap();
    assert!(!alone.blocks.contains(&Block::NewPage));
    let all = Kind::Project.paper(&desk, &About::default()).unwrap();
    assert_eq!(all.blocks.iter().filter(|it| **it == Block::NewPage).count(), scenario.projects.len() - 1);
    let nothing = [
        (Kind::Project, About { project: Some(project_id("none")), ..About::default() }),
        (Kind::Park, About { park: Some(park_id("none")), ..About::default() }),
        (Kind::Minutes, About { session: Some(record_id("none")), ..About::default() }),
        (Kind::Brief, About { session: Some(record_id("none")), ..About::default() }),
    ];
    for (kind, about) in nothing {
        let reason = kind.paper(&desk, &about).unwrap_err();
        let told = reason.told();
        assert!(told.zh.contains("none") && told.english().contains("none"), "{told:?}");
    }
}

#[test]
fn the_placement_table_has_the_scores_of_the_ranking_and_parts_that_add_up() {
    let scenario = after_meeting();
    let judgement = judged(&scenario);
    let paper = Kind::Table.paper(&Desk::new(&scenario, &judgement, Lang::En), &About::default()).unwrap();
    let table = tables(&paper)[0];
    assert_eq!(table.rows.len(), scenario.projects.len() + 1);
    let number = |value: &Value| if let Value::Number { steps, .. } = value { *steps } else { panic!("{value:?}") };
    for (row, project) in table.rows.iter().zip(&judgement.world().projects) {
        let ranking = ranking::of(&judgement, project);
        assert_eq!(shown(&row[0]), project.id.as_str());
        let Some(first) = ranking.first().filter(|it| it.judged.verdict != Verdict::Vetoed) else {
            assert_eq!(shown(&row[6]), "Every park vetoes it");
            continue;
        };
        let name = i18n::finding::park_name(judgement.world(), &first.park);
        assert!(shown(&row[6]).starts_with(name.english()), "{project:?}");
        assert_eq!(number(&row[7]), first.total());
        let parts: i64 = row[12..18].iter().map(number).sum();
        assert_eq!(parts, first.total(), "{}", project.id);
        if let Some((home, _)) = judgement.facts().home(&project.id) {
            let there = ranking.iter().find(|it| it.park == *home).unwrap();
            assert_eq!(number(&row[11]), there.total());
        } else {
            assert_eq!((shown(&row[10]), shown(&row[11])), ("Unplaced".into(), String::new()));
        }
    }
    // Steps of the cells lose zeros at the end: they are compared as texts.
    let investment: i64 = scenario.projects.iter().filter_map(|it| it.investment).map(WanYuan::steps).sum();
    let sum = table.rows.last().unwrap();
    assert_eq!(shown(&sum[4]), format!("≈{}", WanYuan::from_steps(investment).plain()));
    assert_eq!(shown(&table.rows[5][20]), "Place on conditions: Jiangyou");
    assert!(shown(&table.rows[5][18]).starts_with("EIA first"), "{}", shown(&table.rows[5][18]));
}

#[test]
fn factors_positions_findings_and_indices_are_those_of_the_judgement() {
    let scenario = after_meeting();
    let judgement = judged(&scenario);
    let world = judgement.world();
    let paper = results::paper(&Desk::new(&scenario, &judgement, Lang::Zh));
    let tables = tables(&paper);
    assert_eq!(tables.len(), 6);
    assert!(tables.iter().all(|table| table.title.starts_with(RESULT_MARK.zh)));
    let [_, factors, positions, findings, indices, composition] = tables[..] else { panic!() };
    for (park, rows) in world.parks_in_order().into_iter().zip(factors.rows.chunks(8)) {
        let facts = judgement.facts().park(&park.id).unwrap();
        let land = &rows[0];
        assert_eq!(shown(&land[3]), format!("≈{}", park.capacities.net_land.unwrap().plain()));
        assert_eq!(shown(&land[4]), facts.reserved_land.plain());
        // What the projects of the sample ask for is assumed; where none stands nothing is.
        let sign = if facts.land.steps() > 0 { "≈" } else { "" };
        assert_eq!(shown(&land[5]), format!("{sign}{}", facts.land.plain()));
        let left = park.capacities.net_land.unwrap().minus(facts.land_demand());
        assert_eq!(shown(&land[6]), format!("≈{}", left.plain()));
        let slots = slots::of(world, park, facts);
        let row = positions.rows.iter().find(|row| shown(&row[0]) == park.short_name.zh).unwrap();
        for (cell, slots) in [&row[3], &row[5]].into_iter().zip(slots) {
            assert_eq!(shown(cell), format!("{}/{}", slots.count, slots.cap.unwrap()));
        }
    }
    let gaoxin = factors.rows.iter().find(|row| shown(&row[0]) == "绵阳高新区").unwrap();
    // The one that has expired counts for nothing.
    assert_eq!((shown(&gaoxin[4]), shown(&gaoxin[10])), ("120.5".into(), "2022-12-31".into()));
    let notable = judgement.notable();
    assert_eq!(findings.rows.len(), notable.len());
    for (row, finding) in findings.rows.iter().zip(notable) {
        assert_eq!(shown(&row[4]), i18n::finding::sentence(world, finding).zh);
        assert_eq!(shown(&row[2]), i18n::term::state(finding.state).zh);
    }
    let analysis = Analysis::of(world, judgement.facts(), Metric::Output, Scope::WithPlan);
    let thousandths = |value: f64| format!("≈{value:.3}");
    for (number, row) in indices.rows.iter().enumerate() {
        let park = analysis.park(number);
        assert_eq!(shown(&row[2]), format!("≈{:.1}", park.leading_share.unwrap() * 100.0));
        assert_eq!(shown(&row[5]), thousandths(park.hhi.unwrap()));
        assert_eq!(shown(&row[11]), thousandths(park.homogeneity.unwrap()));
    }
    let trades: usize = (0..analysis.structure.parks.len()).map(|park| analysis.park(park).trades.len()).sum();
    assert_eq!(composition.rows.len(), trades);
}

#[test]
fn the_brief_counts_as_the_judgement_does_and_puts_the_override_first() {
    let scenario = after_meeting();
    let judgement = judged(&scenario);
    let paper = paper(&scenario, Kind::Brief, Lang::En);
    let counts: Vec<String> = tables(&paper)[0].rows.iter().map(|row| shown(&row[1])).collect();
    // T06 is placed on conditions, T17 held, T19 returned.
    assert_eq!(counts, ["10", "1", "1", "1", "7", "20"]);
    assert_eq!(counts[4], (-judgement.score().unplaced).to_string());
    let list = paper.blocks.iter().find_map(|it| if let Block::List(points) = it { Some(points) } else { None });
    let points: Vec<String> = list.unwrap().iter().map(|of| runs(of)).collect();
    assert_eq!(points.len(), 3);
    // T02 and T06 are overridden, and so is T17; the largest investment stands first.
    assert!(points[0].starts_with("T02") && points[1].starts_with("T06"), "{points:?}");
    assert!(points[0].contains("Place: Fucheng") && points[0].contains("recommended then: Mianyang High-tech"));
    assert!(points[0].contains("reason of T02") && !points[0].contains("理由"), "{points:?}");
    assert!(points[2].starts_with("T17"), "{points:?}");
    let text = said(&paper).join("\n");
    assert!(text.contains("Place: 2, Place on conditions: 1, Hold: 1, Return: 1; against the recommendation: 3."));
}

/// Lines of a paper as they would be set on A4: forty characters of a square, or eighty of half a square.
fn lines(paper: &Paper) -> usize {
    let of = |text: &str| {
        let halves: usize = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        text.matches('\n').count() + halves.div_ceil(84).max(1)
    };
    let of_block = |block: &Block| match block {
        Block::Heading(_, _) => 1,
        Block::Paragraph(text) => of(&runs(text)),
        Block::List(points) => points.iter().map(|it| of(&runs(it))).sum(),
        Block::Facts(facts) => facts.iter().map(|(name, it)| of(&format!("{name} {}", runs(it)))).sum(),
        Block::Table(table) => 1 + table.rows.len(),
        Block::Picture(_) | Block::NewPage => 0,
    };
    paper.blocks.iter().map(of_block).sum()
}

#[test]
fn the_brief_stays_on_one_page() {
    for scenario in [sample(), after_meeting()] {
        for lang in LANGS {
            let paper = paper(&scenario, Kind::Brief, lang);
            assert!(said(&paper).join("\n").contains("≈"), "capacities of the sample are assumed");
            assert!(lines(&paper) <= 28, "{} lines: {:#?}", lines(&paper), said(&paper));
            let pictures: Vec<_> = paper
                .blocks
                .iter()
                .filter_map(|it| if let Block::Picture(it) = it { Some(it) } else { None })
                .collect();
            let [picture] = pictures[..] else { panic!("one picture") };
            assert_eq!(picture.size.0 * 5, picture.size.1 * 16);
        }
    }
}

#[test]
fn minutes_tell_what_was_overridden_who_dissents_and_what_is_open() {
    let unchanged = after_meeting();
    let mut scenario = unchanged.clone();
    let park = scenario.parks.iter().next().unwrap().as_ref().clone();
    scenario.parks.insert(Park { service_index: None, ..park });
    let frozen = unchanged.sessions.iter().find_map(|it| it.frozen.clone()).unwrap().tables.len();
    let judgement = judged(&scenario);
    let desk = Desk::new(&scenario, &judgement, Lang::En);
    let paper = Kind::Minutes.paper(&desk, &About::default()).unwrap();
    let text = said(&paper).join("\n");
    for must in [
        "Reform commission, Finance bureau",
        &format!("plan A, program 0.0.9, {frozen} tables of data and rules; changed since: parks"),
        "Place (2)",
        "Place on conditions (1)",
        "Hold (1)",
        "Return (1)",
        "Mianyang ETDZ (overridden)",
        "Fucheng (followed)",
        "reason of T06",
        "EIA first",
        "short of hands",
        "needs power",
        "T02 Flexible AMOLED modules: decided \"Place: Fucheng\", and the plan has it in Mianyang High-tech",
    ] {
        assert!(text.contains(must), "{must} is not in\n{text}");
    }
    for obstacle in judgement.obstacles() {
        assert!(text.contains(i18n::finding::sentence(judgement.world(), obstacle).english()));
    }
    let dissent = tables(&paper).into_iter().find(|table| table.name == "Dissent").unwrap();
    assert_eq!(dissent.rows.len(), 2);
    let text = said(&self::paper(&unchanged, Kind::Minutes, Lang::En)).join("\n");
    assert!(text.contains("data and rules are as they were frozen"));
}

#[test]
fn ledger_and_evaluation_report_the_data_and_no_more() {
    let scenario = after_meeting();
    let ledger = paper(&scenario, Kind::Ledger, Lang::En);
    let text = said(&ledger).join("\n");
    assert!(text.contains("years 1–3: 50 %, years 4–5: 30 %"));
    let programmes = tables(&ledger).into_iter().find(|it| it.name == "Programmes").unwrap();
    let pool = programmes.rows.iter().find(|row| shown(&row[0]) == "Pilot funds").unwrap();
    let plain = |value: &Value| shown(value).trim_start_matches('≈').to_owned();
    assert_eq!([plain(&pool[1]), plain(&pool[2]), plain(&pool[3])], ["1000", "330", "670"]);
    let transfers = tables(&ledger).into_iter().find(|it| it.name.starts_with("Projects placed away")).unwrap();
    let agreed: Vec<String> =
        transfers.rows.iter().filter(|row| shown(&row[5]) == "agreed").map(|row| shown(&row[0])).collect();
    assert_eq!(agreed, ["T06 LFP cathode, 50,000 t/yr", "T12 Unmanned helicopters", "T15 Sichuan prepared-meal plant"]);
    let evaluation = paper(&scenario, Kind::Evaluation, Lang::En);
    let anzhou = tables(&evaluation).into_iter().find(|it| it.name == "Anzhou").unwrap();
    let heads: Vec<&str> = anzhou.columns.iter().map(|it| it.head.as_str()).collect();
    assert_eq!(heads[3..6], ["2020", "2021", "2022"]);
    let days = anzhou.rows.iter().find(|row| shown(&row[1]) == "Days to approval").unwrap();
    assert_eq!(days[2..].iter().map(shown).collect::<Vec<_>>(), ["days", "≈32", "—", "≈28", "better"]);
    assert!(matches!(&days[6], Value::Text(run) if run.tone == Tone::Good));
    let status = tables(&evaluation).into_iter().find(|it| it.name == i18n::report::words::BY_STATUS.en).unwrap();
    let total: i64 = status.rows.iter().map(|row| shown(&row[1]).parse::<i64>().unwrap()).sum();
    assert_eq!(usize::try_from(total).unwrap(), scenario.characteristic_parks.len());
}

#[test]
fn names_that_look_like_markup_or_formulas_survive_as_they_are() {
    let mut scenario = after_meeting();
    let mut project = (**scenario.projects.get(&project_id("T01")).unwrap()).clone();
    project.name = Text::new("<script>alert(1)</script>", "=cmd|' /C calc'!A0");
    scenario.projects.insert(project);
    for kind in [Kind::Table, Kind::Project, Kind::Minutes] {
        let zh = said(&paper(&scenario, kind, Lang::Zh)).join("\n");
        assert!(zh.contains("<script>alert(1)</script>"), "{}", kind.id());
        let en = said(&paper(&scenario, kind, Lang::En)).join("\n");
        assert!(en.contains("=cmd|' /C calc'!A0"), "{}", kind.id());
    }
    let judgement = judged(&scenario);
    let csv = results::csv(&Desk::new(&scenario, &judgement, Lang::En));
    assert!(csv.contains(",'=cmd|' /C calc'!A0,"), "{csv}");
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    assert!(csv.starts_with('\u{feff}') && csv.ends_with("\r\n"));
    let heads = reader.headers().unwrap().clone();
    assert_eq!(heads.iter().collect::<BTreeSet<_>>().len(), heads.len(), "every column has a head of its own");
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), scenario.projects.len());
    let stated: WanYuan = rows[0][4].parse().unwrap();
    assert_eq!(Some(stated), scenario.projects.get(&project_id("T01")).unwrap().investment);
    assert!(rows[0][heads.len() - 1].contains("Investment"));
}

/// The scenario with every Chinese character of its texts replaced: what is Chinese in a paper of it is the program's.
fn without_chinese(scenario: &Scenario) -> Scenario {
    let text = ron::to_text(scenario).unwrap();
    let latin: String = text.chars().map(|c| if has_chinese(&c.to_string()) { 'z' } else { c }).collect();
    ron::scenario_from_text(Path::new("latin.ron"), &latin).unwrap()
}

#[test]
fn nothing_in_an_english_paper_is_chinese_but_data() {
    is_english(&without_chinese(&after_meeting()), &Kind::ALL, MIANYANG.good);
    is_english(&without_chinese(&BERYOZOGORSK.scenario()), &FEW, BERYOZOGORSK.good);
}

fn is_english(scenario: &Scenario, kinds: &[Kind], park: &str) {
    let judgement = judged(scenario);
    let desk = Desk::new(scenario, &judgement, Lang::En);
    let about = About { park: Some(park_id(park)), ..About::default() };
    for kind in kinds {
        for text in said(&kind.paper(&desk, &about).unwrap()) {
            assert!(!has_chinese(&text), "{}: {text}", kind.id());
        }
    }
    for text in said(&results::paper(&desk)) {
        assert!(!has_chinese(&text), "{text}");
    }
}

#[test]
fn heads_and_headings_of_a_chinese_paper_are_chinese() {
    let scenario = after_meeting();
    let judgement = judged(&scenario);
    let desk = Desk::new(&scenario, &judgement, Lang::Zh);
    let about = About { park: Some(park_id("gaoxin")), ..About::default() };
    for kind in Kind::ALL {
        let paper = kind.paper(&desk, &about).unwrap();
        let mut words: Vec<&str> = vec![&paper.title];
        for block in &paper.blocks {
            match block {
                Block::Heading(_, text) => words.push(text),
                Block::Facts(facts) => words.extend(facts.iter().map(|(name, _)| name.as_str())),
                Block::Table(table) => {
                    words.extend(table.columns.iter().map(|it| it.head.as_str()));
                    words.extend(table.notes.iter().map(String::as_str));
                }
                Block::Paragraph(_) | Block::List(_) | Block::Picture(_) | Block::NewPage => {}
            }
        }
        words.extend(paper.provenance.lines.iter().map(String::as_str));
        for text in words.into_iter().filter(|it| it.parse::<i16>().is_err()) {
            assert!(has_chinese(text), "{}: {text}", kind.id());
        }
    }
}

#[test]
fn assumed_values_are_named_where_they_enter_and_else_said_not_to() {
    let lines = paper(&sample(), Kind::Factors, Lang::Zh).provenance.lines.join("\n");
    assert!(
        lines.contains("使用了示例假设值（≈）：园区") && lines.contains("项目 20 条（T01 Mini-LED背光模组项目、T02 "),
        "{lines}"
    );
    let lines = paper(&empty(), Kind::Table, Lang::En).provenance.lines.join("\n");
    assert!(lines.contains("No values assumed for illustration were used."), "{lines}");
}

#[test]
fn a_project_that_every_park_vetoes_and_one_that_ties_are_told() {
    let mut scenario = sample();
    let plan = scenario.active_plan.clone();
    let mut project = (**scenario.projects.get(&project_id("T04")).unwrap()).clone();
    project.investment = Some(WanYuan::from_steps(9_999_999_999));
    project.chemical_process = Some(true);
    scenario.projects.insert(project);
    let mut jingkai = (**scenario.parks.get(&park_id("jingkai")).unwrap()).clone();
    jingkai.chemical_park = Some(parkboard::model::park::ChemicalStatus::None);
    scenario.parks.insert(jingkai);
    scenario.placements.retain(|it| it.plan != plan);
    let judgement = judged(&scenario);
    let desk = Desk::new(&scenario, &judgement, Lang::En);
    let table = Kind::Table.paper(&desk, &About::default()).unwrap();
    let row = tables(&table)[0].rows.iter().find(|row| shown(&row[0]) == "T04").unwrap().clone();
    assert_eq!(shown(&row[6]), "Every park vetoes it");
    assert_eq!(shown(&row[19]), "Chemical park: 12 parks");
    let sheet = Kind::Project.paper(&desk, &About { project: Some(project_id("T04")), ..About::default() }).unwrap();
    let text = said(&sheet).join("\n");
    assert!(text.contains("Advised: hold, every park vetoes it"), "{text}");
    let gates = tables(&sheet)[0];
    let chemical = gates.rows.iter().find(|row| shown(&row[0]) == "Chemical park").unwrap();
    assert!(matches!(&chemical[2], Value::Text(run) if run.tone == Tone::Bad), "{chemical:?}");
    let brief = Kind::Brief.paper(&desk, &About::default()).unwrap();
    let list = brief.blocks.iter().find_map(|it| if let Block::List(points) = it { Some(points) } else { None });
    assert!(list.unwrap().iter().any(|it| runs(it).starts_with("T04") && runs(it).contains("Every park vetoes it")));
}

#[test]
fn a_broken_cap_is_named_in_brief_and_table_of_positions() {
    let mut scenario = sample();
    let plan = scenario.active_plan.clone();
    // A national park with full slots takes a third sub-sector that no position covers.
    for (seq, project) in [(90, "T16"), (91, "T17")] {
        scenario.placements.insert(Placement {
            plan: plan.clone(),
            project: project_id(project),
            park: park_id("gaoxin"),
            premises: Premises::OwnLand,
            seq,
        });
    }
    let judgement = judged(&scenario);
    let broken =
        judgement.notable().into_iter().find(|it| it.rule.as_str() == "carried-cap" && it.state == State::Broken);
    let sentence = i18n::finding::sentence(judgement.world(), broken.unwrap());
    let desk = Desk::new(&scenario, &judgement, Lang::En);
    let positions = said(&Kind::Positions.paper(&desk, &About::default()).unwrap()).join("\n");
    assert!(positions.contains(sentence.english()), "{positions}");
    let brief = said(&Kind::Brief.paper(&desk, &About::default()).unwrap()).join("\n");
    assert!(brief.contains("Caps: Mianyang High-tech, Carried 7/5 (broken)"), "{brief}");
}

#[test]
fn the_layer_has_parks_and_districts_in_both_languages_and_the_same_bytes() {
    let scenario = after_meeting();
    let judgement = judged(&scenario);
    let layer = places::layer(&Desk::new(&scenario, &judgement, Lang::Zh));
    assert_eq!(layer, places::layer(&Desk::new(&scenario, &judgement, Lang::En)));
    let layer: serde_json::Value = serde_json::from_str(&layer).unwrap();
    let features = layer["features"].as_array().unwrap();
    assert_eq!(features.len(), scenario.outlines.len() + scenario.parks.len());
    let gaoxin = features.iter().find(|it| it["properties"]["id"] == "gaoxin").unwrap();
    assert_eq!(gaoxin["geometry"]["type"], "Point");
    let properties = &gaoxin["properties"];
    assert_eq!(properties["short_name"]["en"], "Mianyang High-tech");
    assert_eq!(properties["positions"].as_array().unwrap().len(), 5);
    assert_eq!(properties["placed"][0]["id"], "T02");
    let land = scenario.parks.get(&park_id("gaoxin")).unwrap().capacities.net_land.unwrap();
    let left = land.minus(judgement.facts().park(&park_id("gaoxin")).unwrap().land_demand());
    assert_eq!(properties["land_mu"]["left"], left.to_f64());
    for ring in features[0]["geometry"]["coordinates"].as_array().unwrap() {
        let ring = ring[0].as_array().unwrap();
        assert_eq!(ring.first(), ring.last());
    }
}

#[test]
fn the_verbs_write_files_and_refuse_what_they_cannot() {
    let folder = Folder::new();
    let sample = sample_path();
    let path = |name: &str| folder.path(name).to_str().unwrap().to_owned();
    let file = sample.to_str().unwrap();
    let brief = path("brief.docx");
    let (code, out, err) = run(&["report", file, "--kind", "brief", "--out", &brief]);
    assert_eq!((code, out.trim(), err.as_str()), (0, brief.as_str(), ""));
    let before = std::fs::read(&brief).unwrap();
    let (code, _, err) = run(&["report", file, "--kind", "table", "--out", &brief]);
    assert!(code == 2 && err.contains("--force"), "{err}");
    assert_eq!(std::fs::read(&brief).unwrap(), before);
    let (code, _, _) = run(&["report", file, "--kind", "table", "--out", &brief, "--force", "--lang", "en"]);
    assert!(code == 0 && std::fs::read(&brief).unwrap() != before);
    let (code, _, err) = run(&["report", file, "--kind", "brief", "--out", &path("a.pdf"), "--lang", "en"]);
    assert!(code == 2 && err.contains(".html") && err.contains(".docx"), "{err}");
    for name in ["a.txt", "a"] {
        let (code, _, err) = run(&["report", file, "--kind", "brief", "--out", &path(name)]);
        assert!(code == 2 && err.contains(".xlsx"), "{err}");
    }
    for (kind, what) in [("project", "--project"), ("park", "--park"), ("minutes", "--session")] {
        let (code, _, err) = run(&["report", file, "--kind", kind, what, "none", "--out", &path("x.html")]);
        assert!(code == 2 && err.contains("none"), "{err}");
    }
    for name in ["r.csv", "r.geojson", "r.xlsx"] {
        let out = path(name);
        let (code, told, err) = run(&["export", file, "--out", &out, "--plan", "A"]);
        assert_eq!((code, told.trim(), err.as_str()), (0, out.as_str(), ""));
        let first = std::fs::read(&out).unwrap();
        assert!(run(&["export", file, "--out", &out]).0 == 2);
        assert!(run(&["export", file, "--out", &out, "--force"]).0 == 0);
        assert_eq!(std::fs::read(&out).unwrap(), first, "{name}");
    }
    let (code, _, err) = run(&["export", file, "--out", &path("r.docx")]);
    assert!(code == 2 && err.contains(".geojson"), "{err}");
    let mut names = folder.names();
    names.sort();
    assert_eq!(names, ["brief.docx", "r.csv", "r.geojson", "r.xlsx"]);
}

#[test]
fn a_share_is_told_in_per_cent_of_the_term() {
    let half = Factor::from_steps(500);
    let windows = [(1, 1, half), (2, 4, Factor::from_steps(125))];
    let told = i18n::report::told::windows(&windows);
    assert_eq!(told.zh, "第 1 年 50 %，第 2–4 年 12.5 %");
    assert_eq!(told.english(), "years 1: 50 %, years 2–4: 12.5 %");
}

#[test]
fn each_session_has_its_own_brief_and_minutes_and_the_latest_is_the_usual_one() {
    let mut scenario = after_meeting();
    let first = record_id("2022-07-2");
    let mut later = (**scenario.sessions.get(&first).unwrap()).clone();
    // Its id stands before the other: the day decides which is the latest.
    later.id = record_id("2021-z");
    later.date = date(2022, 8, 12);
    later.name = Text::new("八月会商", "August session");
    let decision = Decision {
        session: later.id.clone(),
        verdict: Resolution::Place,
        park: Some(park_id("gaoxin")),
        recommended: Some(park_id("gaoxin")),
        ..(**scenario.decisions.get(&(first.clone(), project_id("T02"))).unwrap()).clone()
    };
    scenario.sessions.insert(later);
    scenario.decisions.insert(decision);
    let judgement = judged(&scenario);
    let desk = Desk::new(&scenario, &judgement, Lang::En);
    let of = |kind: Kind, session| said(&kind.paper(&desk, &About { session, ..About::default() }).unwrap()).join("\n");
    let usual = of(Kind::Minutes, None);
    assert!(usual.contains("August session") && usual.contains("Place (1)") && !usual.contains("Hold (1)"), "{usual}");
    assert!(of(Kind::Minutes, Some(first.clone())).contains("Hold (1)"));
    // What the first meeting decided on T02 stays in its brief, and is in that of no other.
    let against = "decided: Place: Fucheng; recommended then: Mianyang High-tech";
    assert!(of(Kind::Brief, Some(first)).contains(against));
    assert!(!of(Kind::Brief, None).contains("recommended then"));
    // The table tells what was decided last.
    assert!(of(Kind::Table, None).contains("Place: Mianyang High-tech"));
}

#[test]
fn long_lists_of_open_points_are_cut_and_counted() {
    let mut scenario = generate::scenario(Size { parks: 3, projects: 60, industries: 10, placed: 0, seed: 5 });
    scenario.sessions.insert((**sample().sessions.iter().next().unwrap()).clone());
    let judgement = judged(&scenario);
    let waiting = -judgement.score().unplaced;
    assert!(waiting > 20);
    let paper = Kind::Minutes.paper(&Desk::new(&scenario, &judgement, Lang::En), &About::default()).unwrap();
    let text = said(&paper).join("\n");
    assert!(
        text.contains(&format!("Unplaced, {waiting}: ")) && text.contains(&format!("; {} more", waiting - 20)),
        "{text}"
    );
}

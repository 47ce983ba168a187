//! What do the rules say of each illustrative project in each park, alone in an empty plan? A table that people can read
//! and check, beside this file.
//!
//! `PARKBOARD_WRITE_SNAPSHOTS=1` writes the table anew instead of comparing with it.

use std::{fmt::Write, fs};

use parkboard::{
    evaluate::{
        effect,
        judgement::Judgement,
        verdict::{self, Judged, Verdict},
    },
    i18n::term,
    model::edit::{Edit, apply},
    rules::finding::{Finding, State},
};

use crate::fixture::{park_id, plan_id, project_id, root, sample};

/// Rule ids with their states where they are not broken; each once.
fn rules(findings: &[Finding]) -> String {
    let mut list: Vec<String> = Vec::new();
    for finding in findings {
        let rule = finding.rule.as_str();
        let word =
            if finding.state == State::Broken { rule.to_owned() } else { format!("{rule}={}", finding.state.id()) };
        if !list.contains(&word) {
            list.push(word);
        }
    }
    list.join(" ")
}

fn row(project: &str, park: &str, judged: &Judged) -> String {
    let Judged { verdict, vetoes, conditions, notes } = judged;
    let said = [rules(vetoes), rules(conditions)].join(" ");
    let said = if said.trim().is_empty() { "-" } else { said.trim() };
    let notes = if notes.is_empty() { String::new() } else { format!("[{}]", rules(notes)) };
    let row = format!("{project}  {park:<16}  {:<11}  {said}  {notes}", verdict.id());
    row.trim_end().to_owned()
}

fn judge(project: &str, park: &str) -> Judged {
    let city = sample();
    let judgement = Judgement::of(&city, &plan_id("B"));
    let project = city.projects.get(&project_id(project)).unwrap();
    verdict::of(&judgement, project, &park_id(park), city.usual_premises(project))
}

#[test]
fn every_illustrative_project_has_the_verdict_of_the_table_in_every_park() {
    let city = sample();
    let judgement = Judgement::of(&city, &plan_id("B"));
    let mut table = String::from(
        "# Verdict of the rules on each illustrative project in each park, alone in the empty plan B of the sample.\n\
         # Project, park, verdict, the legal rules that say so (broken, or the state after \"=\"), other notes in brackets.\n",
    );
    let (mut rows, parks) = (0, city.parks_in_order());
    for project in city.projects.iter().filter(|it| it.id.as_str().starts_with('T')) {
        table.push('\n');
        for park in &parks {
            let judged = verdict::of(&judgement, project, &park.id, city.usual_premises(project));
            writeln!(table, "{}", row(project.id.as_str(), park.id.as_str(), &judged)).unwrap();
            rows += 1;
        }
    }
    assert_eq!(rows, 20 * 12);
    let path = root().join("tests/headless/verdicts.txt");
    if std::env::var_os("PARKBOARD_WRITE_SNAPSHOTS").is_some() {
        fs::write(&path, &table).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap();
    for (line, (is, should)) in (1..).zip(table.lines().zip(expected.lines())) {
        assert_eq!(is, should, "line {line} of verdicts.txt");
    }
    assert_eq!(table, expected);
}

#[test]
fn a_veto_is_a_finding_that_blocks_and_a_condition_one_that_bars_approval() {
    let pesticides = judge("T04", "gaoxin");
    assert_eq!(pesticides.verdict, Verdict::Vetoed);
    assert!(pesticides.vetoes.iter().all(Finding::blocks) && !pesticides.vetoes.is_empty());
    let silicon = judge("T19", "jiangyou");
    assert_eq!(silicon.verdict, Verdict::Conditional);
    assert!(silicon.vetoes.is_empty() && silicon.conditions.iter().all(Finding::bars_approval));
    let backlights = judge("T01", "fucheng");
    assert_eq!(backlights.verdict, Verdict::Recommended);
    assert!(!backlights.notes.iter().any(Finding::bars_approval));
    let words = Verdict::ALL.map(|it| (term::verdict(it).zh, term::verdict(it).en.to_lowercase() == it.id()));
    assert_eq!(words, [("建议", true), ("有条件", true), ("否决", true)]);
}

#[test]
fn a_project_that_joins_what_firms_broke_already_is_told_and_one_that_leaves_cures_it() {
    let off =
        |list: &[Finding]| list.iter().filter(|it| it.rule.as_str() == "off-position").cloned().collect::<Vec<_>>();
    let joined = off(&judge("T04", "santai").notes);
    assert_eq!(joined.len(), 1, "existing chemical firms were off position there before");
    assert_eq!(crate::fixture::members(&joined[0])[0], "T04");
    let mut city = sample();
    let edit = Edit::Place { plan: plan_id("B"), project: project_id("T04"), park: park_id("santai"), premises: None };
    apply(&mut city, &edit).unwrap();
    let judgement = Judgement::of(&city, &plan_id("B"));
    let leaves = effect::of_move(&judgement, city.projects.get(&project_id("T04")).unwrap(), None);
    assert_eq!((off(&leaves.created), off(&leaves.cured).len()), (Vec::new(), 1));
}

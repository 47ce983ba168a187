//! Fifty-five sheets as districts really send them, each with the truth beside it: no wrong value is taken in silence.
//!
//! What every row should say was set without sight of the importer (`messy/README.md`). A value that is there must be right; one that
//! is not there counts as lost, and how many are lost, taken, noted and refused is pinned, so that a change shows.

use std::{collections::BTreeMap, fs, path::PathBuf};

use parkboard::{
    intake::{
        note::{Part, State},
        outcome::{DataRow, Intake},
        read::read,
        sheet::Workbook,
        values::Plain,
        wish::Wish,
    },
    io::sheet::{self, Watch},
    model::scenario::Scenario,
};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::fixture::sample;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/headless/messy")
}

/// The truths, by the names of their files.
fn truths() -> Vec<Value> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|it| it.unwrap().path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(".truth.json"));
    paths.sort();
    paths.iter().map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()).collect()
}

fn workbook(truth: &Value) -> Option<Workbook> {
    sheet::set_worker(PathBuf::from(env!("CARGO_BIN_EXE_parkboard")));
    sheet::read(&folder().join(truth["file"].as_str().unwrap()), &Watch::default()).ok()
}

fn intake(workbook: &Workbook, scenario: &Scenario) -> Intake {
    read(std::slice::from_ref(workbook), scenario, &Wish::default(), &|_| true)
}

fn folded(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

/// What was read for a field of the truth.
fn found(row: &DataRow, field: &str) -> Option<Value> {
    if field == "park" && row.table.id() == "parks" {
        return row.id.clone().map(Value::from);
    }
    let (_, value) = row.values.iter().find(|(column, _)| column.spec().field == field)?;
    Some(match value.plain() {
        Plain::Figure(digits) => digits.parse::<f64>().unwrap().into(),
        Plain::Text(text) => text.into(),
        Plain::Truth(truth) => truth.into(),
    })
}

fn is_same(found: &Value, truth: &Value) -> bool {
    match (found, truth) {
        (Value::Number(found), Value::Number(truth)) => {
            let (found, truth) = (found.as_f64().unwrap(), truth.as_f64().unwrap());
            (found - truth).abs() <= (truth.abs() * 1e-3).max(1e-9)
        }
        (Value::String(found), Value::String(truth)) => folded(found) == folded(truth),
        (found, truth) => found == truth,
    }
}

/// What may stand in a field: the truth, or one of several.
fn allowed(entry: &Value, field: &str, truth: &Value) -> Vec<Value> {
    let several = entry.get("one_of").and_then(|it| it.get(field)).and_then(Value::as_array).cloned();
    several.unwrap_or_else(|| vec![truth.clone()])
}

/// Values of `row` that are wrong, and those that are lost.
fn held_against(row: &DataRow, entry: &Value) -> (Vec<String>, usize) {
    let (mut wrong, mut lost) = (Vec::new(), 0);
    for (field, truth) in entry["values"].as_object().unwrap() {
        let allowed = allowed(entry, field, truth);
        match found(row, field) {
            None if allowed.iter().any(Value::is_null) => {}
            None => lost += 1,
            Some(found) if allowed.iter().any(|it| is_same(&found, it)) => {}
            Some(found) => wrong.push(format!("{field} {found}, not {truth}")),
        }
    }
    (wrong, lost)
}

fn rows_at<'a>(intake: &'a Intake, entry: &Value) -> Vec<&'a DataRow> {
    let (name, number) = (entry["sheet"].as_str().unwrap(), entry["row"].as_u64().unwrap());
    let of_sheet = |row: &DataRow| {
        let sheet = intake.sheets.iter().find(|it| it.sheet == row.spot.sheet).unwrap();
        name.is_empty() || sheet.name.trim() == name.trim()
    };
    intake.data.iter().filter(|row| u64::from(row.spot.row) == number && of_sheet(row)).collect()
}

/// Where the truth and the program differ on purpose: begin of the file, row, field, and why.
const ARGUABLE: [(&str, u64, &str, &str); 0] = [];

#[test]
fn no_wrong_value_is_taken_in_silence() {
    let scenario = sample();
    let (mut wrong, mut lost, mut held) = (Vec::new(), 0, 0);
    for truth in truths() {
        let file = truth["file"].as_str().unwrap();
        let Some(workbook) = workbook(&truth) else { continue };
        let intake = intake(&workbook, &scenario);
        for entry in truth["rows"].as_array().unwrap() {
            let rows: Vec<&DataRow> =
                rows_at(&intake, entry).into_iter().filter(|row| row.state != State::Refused).collect();
            if entry["must"] == "refused" {
                assert!(rows.is_empty(), "{file} {}: {}", entry["row"], entry["why"]);
            }
            // A row of a wide table holds several truths: one of its records is meant.
            let best = rows.into_iter().map(|row| held_against(row, entry)).min_by_key(|(wrong, _)| wrong.len());
            let Some((found, gone)) = best else { continue };
            held += 1;
            lost += gone;
            let is_arguable = |told: &&String| {
                ARGUABLE.iter().any(|(begin, row, field, _)| {
                    file.starts_with(begin) && entry["row"] == *row && told.starts_with(field)
                })
            };
            wrong.extend(
                found.iter().filter(|it| !is_arguable(it)).map(|it| format!("{file} row {}: {it}", entry["row"])),
            );
        }
        for entry in truth["not_rows"].as_array().into_iter().flatten() {
            let taken = rows_at(&intake, entry).into_iter().find(|row| row.state != State::Refused);
            assert!(taken.is_none(), "{file} row {} is {}: {taken:?}", entry["row"], entry["why"]);
        }
        let records = format!("{:?}", intake.records());
        for never in truth["never"].as_array().into_iter().flatten() {
            assert!(!records.contains(never.as_str().unwrap()), "{file}: {never} came in");
        }
    }
    assert!(wrong.is_empty(), "{} wrong values: {wrong:#?}", wrong.len());
    assert!(held >= HELD && lost <= LOST, "{held} rows held, {lost} values lost");
}

/// Rows that are taken and held against the truth, at least; values of them that are lost, at most.
const HELD: usize = 165;
const LOST: usize = 29;

#[test]
fn every_row_is_accounted_for_once_and_the_counts_are_known() {
    let scenario = sample();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for truth in truths() {
        let Some(workbook) = workbook(&truth) else {
            *counts.entry("files refused").or_default() += 1;
            continue;
        };
        *counts.entry("files read").or_default() += 1;
        let intake = intake(&workbook, &scenario);
        let rows: usize = workbook.sheets.iter().map(|sheet| sheet.rows.len()).sum();
        assert_eq!(intake.rows.len(), rows, "{}", truth["file"]);
        let data: Vec<usize> = intake
            .rows
            .iter()
            .filter_map(|row| if let Part::Data(at) = &row.part { Some(*at) } else { None })
            .collect();
        assert_eq!(data, (0..intake.data.len()).collect::<Vec<_>>(), "{}", truth["file"]);
        let found = intake.counts();
        let of =
            [("taken", found.taken), ("noted", found.noted), ("refused", found.refused), ("no record", found.skipped)];
        for (what, count) in of {
            *counts.entry(what).or_default() += count;
        }
        for row in &intake.data {
            assert_eq!(
                row.state == State::Refused,
                row.notes.iter().any(parkboard::intake::note::Note::is_refusal),
                "{row:?}"
            );
        }
    }
    assert_eq!(counts["files read"] + counts["files refused"], 55);
    assert!(counts["taken"] + counts["noted"] >= HELD, "{counts:?}");
}

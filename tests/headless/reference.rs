//! Do the formulas return what the literature says? Every case of a folder against this program, value by value.
//!
//! The folder is `reference` beside this file, or the one that `PARKBOARD_CASES` names. A method that the program does not
//! have is named and counted, never passed over.

mod answers;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use answers::METHODS;
use serde_json::{Value, json};

/// Methods of the bundled cases that the program does not have.
const WITHOUT_METHOD: [&str; 0] = [];

/// Lists that are sets: their order says nothing.
const SETS: [&str; 1] = ["compromise_set"];

/// How far a number may be off.
#[derive(Default)]
struct Tolerance {
    abs: f64,
    rel: f64,
    /// For the leaves of a field of this name another absolute one: `quota_abs` in a case that is exact otherwise.
    fields: Vec<(String, f64)>,
}

impl Tolerance {
    fn of(case: &Value) -> Self {
        let stated = &case["tolerance"];
        let part = |name: &str| stated[name].as_f64();
        let own = |(name, abs): (&String, &Value)| Some((name.strip_suffix("_abs")?.to_owned(), abs.as_f64()?));
        let fields = stated.as_object().map_or(Vec::new(), |stated| stated.iter().filter_map(own).collect());
        match (part("abs"), part("rel")) {
            _ if stated["exact"] == true => Self { fields, ..Self::default() },
            (None, None) => Self { abs: 1e-9, rel: 1e-9, fields },
            (abs, rel) => Self { abs: abs.unwrap_or(0.0), rel: rel.unwrap_or(0.0), fields },
        }
    }

    fn admits(&self, at: &str, got: f64, expected: f64) -> bool {
        let field = at.rsplit('.').next().and_then(|last| last.split('[').next());
        let own = self.fields.iter().find(|(name, _)| Some(name.as_str()) == field);
        let abs = own.map_or(self.abs, |(_, abs)| *abs);
        (got - expected).abs() <= abs + self.rel * expected.abs()
    }
}

/// Compares `got` with every leaf of `expected`, counts the leaves and writes down each that differs.
fn compare(at: &str, expected: &Value, got: Option<&Value>, tolerance: &Tolerance, faults: &mut Vec<String>) -> usize {
    let is_set = SETS.iter().any(|set| at.rsplit('.').next() == Some(set));
    match (expected, got) {
        // An empty list or object has no leaf of its own and is one itself.
        (Value::Object(fields), Some(Value::Object(found))) if fields.is_empty() => {
            note(found.is_empty(), at, expected, got, faults)
        }
        (Value::Object(fields), Some(found @ (Value::Object(_) | Value::Null))) if !fields.is_empty() => {
            let inside = |name: &String| if found.is_null() { Some(found) } else { found.get(name) };
            let each = fields.iter().map(|(name, leaf)| (format!("{at}.{name}"), leaf, inside(name)));
            each.map(|(at, leaf, found)| compare(&at, leaf, found, tolerance, faults)).sum()
        }
        (Value::Array(items), Some(Value::Array(found))) if items.len() != found.len() || items.is_empty() => {
            note(items.len() == found.len(), at, expected, got, faults)
        }
        (Value::Array(items), Some(Value::Array(found))) => {
            let sorted = |list: &[Value]| {
                let mut list = list.to_vec();
                list.sort_by_key(|item| if is_set { item.to_string() } else { String::new() });
                list
            };
            let each = sorted(items).into_iter().zip(sorted(found)).enumerate();
            each.map(|(n, (leaf, found))| compare(&format!("{at}[{n}]"), &leaf, Some(&found), tolerance, faults)).sum()
        }
        (Value::Array(items), Some(found @ Value::Null)) if !items.is_empty() => {
            let each = items.iter().enumerate();
            each.map(|(n, leaf)| compare(&format!("{at}[{n}]"), leaf, Some(found), tolerance, faults)).sum()
        }
        (Value::Number(_), Some(Value::Number(_))) => {
            let [wanted, found] = [Some(expected), got].map(|value| value.and_then(Value::as_f64).unwrap());
            note(tolerance.admits(at, found, wanted), at, expected, got, faults)
        }
        (_, found) => note(found == Some(expected), at, expected, got, faults),
    }
}

/// One leaf: `is_right`, or a fault.
fn note(is_right: bool, at: &str, expected: &Value, got: Option<&Value>, faults: &mut Vec<String>) -> usize {
    if !is_right {
        let got = got.map_or("not produced".to_owned(), Value::to_string);
        faults.push(format!("{at}: expected {expected}, got {got}"));
    }
    1
}

/// What came of a folder of cases.
#[derive(Default)]
struct Report {
    /// Cases that were compared, and the values in them.
    compared: usize,
    leaves: usize,
    /// Method and id of cases whose method the program does not have.
    without_method: Vec<String>,
    faults: Vec<String>,
}

impl Report {
    fn of(folder: &Path) -> Self {
        let mut report = Self::default();
        for path in cases(folder) {
            let case: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap())
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            report.add(&case, &path);
        }
        report
    }

    fn add(&mut self, case: &Value, path: &Path) {
        let id = case["id"].as_str().map_or_else(|| path.display().to_string(), str::to_owned);
        let Some(method) = case["method"].as_str() else {
            self.faults.push(format!("{id}: names no method"));
            return;
        };
        let Some((_, answer)) = METHODS.into_iter().find(|(name, _)| *name == method) else {
            self.without_method.push(format!("{method} ({id})"));
            return;
        };
        let Some(got) = answer(case) else {
            self.faults.push(format!("{id}: the input does not have the shape that {method} needs"));
            return;
        };
        let leaves = compare(&id, &case["expected"], Some(&got), &Tolerance::of(case), &mut self.faults);
        if leaves == 0 {
            self.faults.push(format!("{id}: expects nothing"));
        }
        self.compared += 1;
        self.leaves += leaves;
    }
}

/// Every `*.json` in `folder` and below, in the order of the names.
fn cases(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let below = |path: PathBuf| if path.is_dir() { cases(&path) } else { vec![path] };
    let is_case = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "json");
    paths.into_iter().flat_map(below).filter(is_case).collect()
}

#[test]
fn every_case_gives_the_expected_values() {
    let named = env::var_os("PARKBOARD_CASES").map(PathBuf::from);
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/headless/reference");
    let report = Report::of(named.as_deref().unwrap_or(&bundled));
    println!("{} cases compared, {} values", report.compared, report.leaves);
    println!("{} cases of a method that is not implemented", report.without_method.len());
    for case in &report.without_method {
        println!("not implemented: {case}");
    }
    assert!(report.faults.is_empty(), "{} values differ:\n{}", report.faults.len(), report.faults.join("\n"));
    assert!(report.compared + report.without_method.len() > 0, "the folder holds no cases");
    if named.is_none() {
        assert_eq!(report.without_method, WITHOUT_METHOD);
        assert_eq!(report.compared, 58);
    }
}

#[test]
fn nothing_expected_is_passed_over() {
    let tolerance = Tolerance { abs: 0.01, ..Tolerance::default() };
    let faults = |expected: Value, got: Value| {
        let mut faults = Vec::new();
        let leaves = compare("case", &expected, Some(&got), &tolerance, &mut faults);
        (leaves, faults.len())
    };
    assert_eq!(faults(json!({"a": 1, "b": [2, null]}), json!({"a": 1.005, "b": [2, null], "more": 3})), (3, 0));
    assert_eq!(faults(json!({"a": 1, "b": 2}), json!({"a": 1})), (2, 1));
    assert_eq!(faults(json!({"a": 1.02}), json!({"a": 1})), (1, 1));
    assert_eq!(faults(json!([1, 2]), json!([1])), (1, 1));
    assert_eq!(faults(json!({"a": null}), json!({"a": 0})), (1, 1));
    assert_eq!(faults(json!({"a": 0}), json!({"a": null})), (1, 1));
    assert_eq!(faults(json!({"a": null}), json!({})), (1, 1));
    assert_eq!(faults(json!({"a": {"x": 1, "y": null}}), json!({"a": null})), (2, 1));
    assert_eq!(faults(json!({"a": {}}), json!({"a": {"x": 1}})), (1, 1));
    assert_eq!(faults(json!({"rank": ["A", "B"]}), json!({"rank": ["B", "A"]})), (2, 2));
    assert_eq!(faults(json!({"compromise_set": ["A", "B"]}), json!({"compromise_set": ["B", "A"]})), (2, 0));
    assert_eq!(faults(json!({"is": true}), json!({"is": 1})), (1, 1));
    let exact = Tolerance::of(&json!({"tolerance": {"exact": true, "quota_abs": 0.01}}));
    assert!(exact.admits("case.quota[2]", 1.005, 1.0) && !exact.admits("case.units[2]", 1.005, 1.0));
}

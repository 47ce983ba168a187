//! Do the files that are carried away say what `check` and `analyze` say? Written, read back by the reader of foreign sheets, held
//! figure by figure against the machine output of the verbs.

use std::{io::Read, path::Path};

use parkboard::{
    intake::sheet::{Cell, Sheet},
    io::sheet::{self, Watch},
};
use serde_json::Value;

use crate::fixture::{City, Folder, in_each_city, run};

in_each_city! {
    the_workbook_says_what_check_and_analyze_say;
    the_brief_in_word_says_what_check_says;
}

/// Exit code 0 or 1, and the machine output.
fn answer(here: &City, arguments: &[&str]) -> Value {
    let sample = here.path();
    let mut all = vec![arguments[0], sample.to_str().unwrap()];
    all.extend(&arguments[1..]);
    all.push("--json");
    let (code, told, err) = run(&all);
    assert!(code <= 1, "{err}");
    serde_json::from_str(&told).unwrap()
}

fn write(arguments: &[&str], path: &Path) {
    let (code, _, err) = run(arguments);
    assert_eq!(code, 0, "{err}");
    assert!(path.exists());
}

/// The rows below the head that holds `first`, as texts by the words of the head.
fn table<'a>(sheets: &'a [Sheet], name: &str, first: &str) -> Vec<Vec<(String, &'a Cell)>> {
    let sheet = sheets.iter().find(|it| it.name == name).unwrap_or_else(|| panic!("no sheet {name}"));
    let is_head = |cells: &[(u32, Cell)]| cells.iter().any(|(_, cell)| cell.shown() == first);
    let at = sheet.rows.iter().position(|row| is_head(&row.cells)).unwrap();
    let head = &sheet.rows[at];
    let named = |column: u32| head.cell(column).map(Cell::shown).unwrap_or_default();
    let row = |cells: &'a [(u32, Cell)]| cells.iter().map(|(column, cell)| (named(*column), cell)).collect();
    sheet.rows[at + 1..].iter().map(|row_of| row(&row_of.cells)).collect()
}

fn figure(row: &[(String, &Cell)], head: &str) -> Option<f64> {
    let (_, cell) = row.iter().find(|(name, _)| name == head)?;
    if let Cell::Number(number) = cell { Some(*number) } else { None }
}

fn words(row: &[(String, &Cell)], head: &str) -> String {
    row.iter().find(|(name, _)| name == head).map(|(_, cell)| cell.shown()).unwrap_or_default()
}

fn the_workbook_says_what_check_and_analyze_say(here: &City) {
    sheet::set_worker(env!("CARGO_BIN_EXE_parkboard").into());
    let folder = Folder::new();
    let path = folder.path("全部.xlsx");
    let sample = here.path();
    write(&["export", sample.to_str().unwrap(), "--out", path.to_str().unwrap()], &path);
    let book = sheet::read(&path, &Watch::default()).unwrap();
    // Every finding of `check`, with its sentence, and no other.
    let check = answer(here, &["check"]);
    let findings = check["findings"].as_array().unwrap();
    let rows = table(&book.sheets, "问题清单", "规则");
    let told: Vec<String> = rows.iter().map(|row| words(row, "说明")).filter(|it| !it.is_empty()).collect();
    assert_eq!(told.len(), findings.len());
    for finding in findings {
        let sentence = finding["text"]["zh"].as_str().unwrap();
        assert!(told.iter().any(|it| it == sentence), "{sentence} is not in the workbook");
    }
    // Every index and every part of every park.
    let analyze = answer(here, &["analyze"]);
    let scenario = here.scenario();
    let (mut indices, mut parts) = (0, 0);
    let (of_indices, of_parts) = (table(&book.sheets, "集群指数", "园区"), table(&book.sheets, "产业构成", "园区"));
    for park in &scenario.parks {
        let said = &analyze["parks"][park.id.as_str()];
        let of_park = |row: &&Vec<(String, &Cell)>| words(row, "园区") == park.short_name.zh;
        let row = of_indices.iter().find(of_park).unwrap();
        for (head, key, decimals) in [("赫芬达尔指数", "hhi", 3), ("熵（纳特）", "entropy", 3)] {
            let rounded = |it: f64| format!("{it:.decimals$}");
            assert_eq!(figure(row, head).map(rounded), said[key].as_f64().map(rounded), "{} {head}", park.id);
            indices += 1;
        }
        let share = said["leading_share"].as_f64().map(|it| format!("{:.1}", it * 100.0));
        assert_eq!(figure(row, "主导占比（%）").map(|it| format!("{it:.1}")), share, "{}", park.id);
        for row in of_parts.iter().filter(of_park) {
            let name = words(row, "细分领域");
            let industry = scenario.industries.iter().find(|it| short(&it.name.zh) == name || it.name.zh == name);
            let industry = industry.unwrap_or_else(|| panic!("{name}"));
            let output = said["composition"][industry.id.as_str()]["output"].as_f64().unwrap();
            assert_eq!(figure(row, "产值（万元）"), Some(output), "{} {name}", park.id);
            parts += 1;
        }
    }
    assert!(indices == 2 * scenario.parks.len() && parts > 60, "{indices} indices and {parts} parts");
}

fn short(name: &str) -> &str {
    name.split('（').next().unwrap().split('(').next().unwrap()
}

fn the_brief_in_word_says_what_check_says(here: &City) {
    let folder = Folder::new();
    let path = folder.path("简报.docx");
    let sample = here.path();
    let arguments = ["report", sample.to_str().unwrap(), "--kind", "brief", "--out", path.to_str().unwrap()];
    write(&arguments, &path);
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    let plain: String = text.split('<').filter_map(|it| it.split_once('>')).map(|(_, words)| words).collect();
    let check = answer(here, &["check"]);
    let waiting = -check["score"]["unplaced"].as_i64().unwrap();
    let scenario = here.scenario();
    let placed = scenario.placements_of(&scenario.active_plan).count();
    for must in [format!("已布局{placed}"), format!("待布局{waiting}"), format!("合计{}", scenario.projects.len())]
    {
        assert!(plain.contains(&must), "{must} is not in {plain}");
    }
    // Of the same plan the same bytes.
    let again = folder.path("again.docx");
    let arguments = ["report", sample.to_str().unwrap(), "--kind", "brief", "--out", again.to_str().unwrap()];
    write(&arguments, &again);
    assert!(std::fs::read(&path).unwrap() == std::fs::read(&again).unwrap());
}

//! How soon is a workbook that means harm refused, and at what cost of memory? And how long does a large honest one take?
//!
//! `cargo run --example guard` prints for every workbook the seconds until the answer, how far the peak memory of the process
//! that asks grew past what it was before (the window would be this process; each workbook has one of its own), and the peak of
//! the process that reads apart, as far as that one came to the end of the workbook. An answer that is not the expected one is
//! marked. The program `parkboard` is taken from beside this one. At the end a list of projects goes the whole way into a
//! scenario, step by step.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench reads files and the clock, and says what it found"
)]

#[path = "../headless/sheets/killers.rs"]
mod killers;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use parkboard::{
    i18n,
    intake::{read, wish::Wish},
    io::sheet::{self, Watch},
    model::edit::{Edit, apply},
    workbench::sample,
};

/// How far the large killers unfold, in MiB.
const MEBIBYTES: usize = 300;

/// Rows and columns of the honest workbooks.
const ROWS: u32 = 100_000;
const COLUMNS: u16 = 12;

fn main() {
    let own = env::current_exe().unwrap();
    sheet::set_worker(own.parent().unwrap().parent().unwrap().join("parkboard"));
    match env::args().collect::<Vec<_>>().as_slice() {
        [_, name, path, expected] => return measure(name, Path::new(path), expected),
        [_, path] => return take_in(Path::new(path)),
        _ => {}
    }
    let folder = env::temp_dir().join(format!("parkboard-guard-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    println!("{:<48} {:>8} {:>10} {:>10}  answer", "workbook", "seconds", "here MiB", "apart MiB");
    for (name, path, expected) in written(&folder) {
        Command::new(&own).args([&name, path.to_str().unwrap(), &expected]).status().unwrap();
    }
    let path = folder.join("projects.csv");
    fs::write(&path, projects()).unwrap();
    Command::new(&own).arg(&path).status().unwrap();
    fs::remove_dir_all(&folder).unwrap();
}

/// A list of projects that are all new; every seventh gives its investment as a rough figure.
fn projects() -> String {
    let sectors = ["锂电池材料", "汽车零部件", "包装"];
    let units = ["江油市", "三台县", "安州区"];
    let mut text =
        "项目名称,建设性质,细分领域,投资方,首报单位,首报时间,固定资产投资（万元）,用地需求（亩）,就业（人）,\
                    年产值（万元）,年税收（万元）,环保类别\n"
            .to_owned();
    for row in 0..ROWS as usize {
        let (sector, unit, about) = (sectors[row % 3], units[row % 3], if row % 7 == 0 { "约" } else { "" });
        let day = format!("2022-{:02}-{:02}", 1 + row / 28 % 11, 1 + row % 28);
        let (investment, land, jobs) = (5_000 + row, 20 + row % 400, 50 + row % 900);
        text += &format!(
            "第{row}号{sector}项目,新引进,{sector},甲{row}公司,{unit},{day},{about}{investment},{land},{jobs},{},{},E2\n",
            investment * 2,
            investment / 20,
        );
    }
    text
}

/// Takes the projects of the file into the sample; prints what each step costs.
fn take_in(path: &Path) {
    let mut scenario = sample::scenario();
    let (before, begun) = (peak_kib(), Instant::now());
    let mut last = 0.0;
    let mut step = |name: &str| {
        let now = begun.elapsed().as_secs_f64();
        println!("{name:<48} {:>8.3} {:>10}", now - last, peak_kib().saturating_sub(before) / 1024);
        last = now;
    };
    let books = [sheet::read(path, &Watch::default()).unwrap()];
    step("100,000 projects, CSV: read");
    let intake = read::read(&books, &scenario, &Wish::default(), &|_| true);
    let counts = intake.counts();
    assert_eq!(counts.taken + counts.noted, ROWS as usize);
    step("understood");
    let records = intake.records();
    apply(&mut scenario, &Edit::TakeIn(Box::new(records))).unwrap();
    step("taken in");
    println!("{:<48} {last:>8.3}", "from the file into the scenario");
}

/// The files, each with its name and a piece of the answer; pieces of which any will do stand between bars.
fn written(folder: &Path) -> Vec<(String, PathBuf, String)> {
    let mut files = Vec::new();
    for (nth, killer) in killers::killers(MEBIBYTES).into_iter().enumerate() {
        let path = folder.join(format!("{nth}.xlsx"));
        fs::write(&path, killer.bytes).unwrap();
        files.push((killer.name.to_owned(), path, killer.told.map_or("1 rows", |(_, en)| en).to_owned()));
    }
    let (book, text) = (folder.join("honest.xlsx"), folder.join("honest.csv"));
    fs::write(&book, honest_book()).unwrap();
    fs::write(&text, honest_text()).unwrap();
    for (name, path) in [("100,000 × 12, XLSX", book), ("100,000 × 12, CSV", text)] {
        files.push((name.to_owned(), path, "100000 rows".to_owned()));
    }
    files
}

fn honest_book() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..ROWS {
        for column in 0..COLUMNS {
            if column % 3 == 0 {
                sheet.write(row, column, format!("项目 {row}-{column}")).unwrap();
            } else {
                sheet.write(row, column, f64::from(row) * 1.25 + f64::from(column)).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn honest_text() -> String {
    let cell = |row: u32, column: u16| match column % 3 {
        0 => format!("项目 {row}-{column}"),
        _ => format!("{}", f64::from(row) * 1.25 + f64::from(column)),
    };
    let row = |row| (0..COLUMNS).map(|column| cell(row, column)).collect::<Vec<_>>().join(",") + "\n";
    (0..ROWS).map(row).collect()
}

fn measure(name: &str, path: &Path, expected: &str) {
    let (before, watch, begun) = (peak_kib(), Watch::default(), Instant::now());
    let read = sheet::read(path, &watch);
    let seconds = begun.elapsed().as_secs_f64();
    let here = peak_kib().saturating_sub(before) / 1024;
    let apart = match watch.peak_kib() {
        0 => "-".to_owned(),
        kib => format!("{}", kib / 1024),
    };
    let answer = match read {
        Ok(book) => format!("{} rows", book.sheets.iter().map(|sheet| sheet.rows.len()).sum::<usize>()),
        Err(problems) => i18n::problem::sentence(&problems[0]).en,
    };
    let mark = if expected.split('|').any(|piece| answer.contains(piece)) { "" } else { "UNEXPECTED " };
    println!("{name:<48} {seconds:>8.3} {here:>10} {apart:>10}  {mark}{answer}");
}

fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok()).unwrap_or(0)
}

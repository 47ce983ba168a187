//! How soon is a workbook that means harm refused, and at what cost of memory? And how long does a large honest one take?
//!
//! `cargo run --example guard` prints for every workbook the seconds until the answer, how far the peak memory of this process
//! grew past what it was before (the window would be this process), and the peak of the process that reads apart, as far as that
//! one came to its end by itself. The program `parkboard` is taken from beside this one.

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
    time::Instant,
};

use parkboard::{
    i18n,
    io::sheet::{self, Watch},
};

/// How far the large killers unfold, in MiB.
const MEBIBYTES: usize = 300;

/// Rows and columns of the honest workbooks.
const ROWS: u32 = 100_000;
const COLUMNS: u16 = 12;

fn main() {
    let beside = env::current_exe().unwrap().parent().unwrap().parent().unwrap().join("parkboard");
    sheet::set_worker(beside);
    let folder = env::temp_dir().join(format!("parkboard-guard-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    println!("{:<48} {:>8} {:>10} {:>10}  answer", "workbook", "seconds", "here MiB", "apart MiB");
    // The files are written by a first pass, so that making them is not measured.
    for (name, path) in written(&folder) {
        measure(&name, &path);
    }
    fs::remove_dir_all(&folder).unwrap();
}

/// The files, each with its name.
fn written(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut files = Vec::new();
    for (nth, killer) in killers::killers(MEBIBYTES).into_iter().enumerate() {
        let path = folder.join(format!("{nth}.xlsx"));
        fs::write(&path, killer.bytes).unwrap();
        files.push((killer.name.to_owned(), path));
    }
    let (book, text) = (folder.join("honest.xlsx"), folder.join("honest.csv"));
    fs::write(&book, honest_book()).unwrap();
    fs::write(&text, honest_text()).unwrap();
    files.extend([("100,000 × 12, XLSX".to_owned(), book), ("100,000 × 12, CSV".to_owned(), text)]);
    files
}

fn honest_book() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory();
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

fn measure(name: &str, path: &Path) {
    // Linux counts the peak anew.
    let _ = fs::write("/proc/self/clear_refs", "5");
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
    println!("{name:<48} {seconds:>8.3} {here:>10} {apart:>10}  {answer}");
}

fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok()).unwrap_or(0)
}

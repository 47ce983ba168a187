//! How is a workbook read from a file? Text with separators only.

use std::path::Path;

use super::{
    problem::{Cause, FileProblem, Spot},
    ron::read_text,
};
use crate::intake::sheet::{Cell, Encoding, Kind, Row, Sheet, Workbook};

/// Watches a workbook being read.
#[derive(Debug, Default)]
pub struct Watch {
    _nothing: (),
}

/// The workbook in the file at `path`.
pub fn read(path: &Path, _watch: &Watch) -> Result<Workbook, Vec<FileProblem>> {
    let text = read_text(path, ".csv")?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|it| vec![FileProblem::at(path, Some(Spot::START), Cause::Row(it.to_string()))])?;
        let line = record.position().map_or(1, csv::Position::line);
        let cells = (1_u32..).zip(record.iter().map(str::trim)).filter(|(_, text)| !text.is_empty());
        let cells: Vec<(u32, Cell)> = cells.map(|(column, text)| (column, Cell::Text(text.to_owned()))).collect();
        if !cells.is_empty() {
            rows.push(Row { number: u32::try_from(line).unwrap_or(u32::MAX), cells });
        }
    }
    let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = path.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let encoding = Some(Encoding { name: "UTF-8".to_owned(), is_certain: true });
    let sheets = vec![Sheet { name: stem, is_hidden: false, rows }];
    Ok(Workbook { name, kind: Kind::Csv, encoding, sheets })
}

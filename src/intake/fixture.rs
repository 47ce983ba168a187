//! What tests read: the sample, and sheets written down cell by cell.

use super::sheet::{Cell, Kind, Row, Sheet, Workbook};
use crate::model::scenario::Scenario;

/// The sample scenario.
pub fn sample() -> Scenario {
    let text = include_str!("../../saves/mianyang-2022.ron");
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME).from_str(text).unwrap()
}

/// A sheet of rows of texts parted by `|`; cells of digits only are numbers.
pub fn sheet(name: &str, rows: &str) -> Sheet {
    let row = |(at, line): (usize, &str)| {
        let cells = line.split('|').enumerate().filter(|(_, text)| !text.trim().is_empty());
        let cells = cells.map(|(column, text)| (u32::try_from(column + 1).unwrap(), cell(text.trim()))).collect();
        Row { number: u32::try_from(at + 1).unwrap(), cells }
    };
    let rows = rows.trim_matches('\n').lines().enumerate().map(row).filter(|row: &Row| !row.cells.is_empty());
    Sheet { name: name.to_owned(), rows: rows.collect(), ..Sheet::default() }
}

fn cell(text: &str) -> Cell {
    let is_number = text.starts_with(|c: char| c.is_ascii_digit()) && text.len() < 16;
    match text.parse() {
        Ok(number) if is_number => Cell::Number(number),
        Ok(_) | Err(_) => Cell::Text(text.to_owned()),
    }
}

/// A workbook of sheets.
pub fn workbook(sheets: Vec<Sheet>) -> Workbook {
    Workbook { name: "台账.csv".into(), kind: Kind::Csv, encoding: None, sheets }
}

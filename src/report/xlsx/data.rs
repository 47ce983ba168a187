//! How is a sheet of data a sheet of a workbook? As it is: each cell at its place, as what it is.

use std::collections::BTreeMap;

use rust_xlsxwriter::Worksheet;

use super::{
    super::{format::Unwritable, paper::Paper, shown},
    MOST_ROWS, blank, column_number,
    formats::{Formats, SIZE},
    heights, held, is_like_formula,
    table::excel_day,
};
use crate::{
    i18n::phrase::Lang,
    intake::sheet::{Cell, Row, Sheet},
};

/// Characters of the narrowest column.
const NARROWEST: usize = 8;
/// Characters of the widest column.
const WIDEST: usize = 40;

/// Width that a head of a column is broken at, in characters; that of the widest column.
const HEAD_WIDTH: f64 = 40.0;

/// The sheet.
pub fn sheet(paper: &Paper, data: &Sheet, name: &str, formats: &Formats, lang: Lang) -> Result<Worksheet, Unwritable> {
    let mut sheet = blank(paper, name, lang)?;
    if data.is_hidden {
        sheet.set_hidden(true);
    }
    let header = data.rows.first().filter(|row| is_header(row));
    let mut widths = BTreeMap::new();
    for row in &data.rows {
        let number = row.number.saturating_sub(1);
        if number >= MOST_ROWS {
            return Err(Unwritable::TooLarge { sheet: name.to_owned() });
        }
        let mut lines = 1;
        let is_head = header.is_some_and(|header| header.number == row.number);
        for (column, cell) in &row.cells {
            let at = usize::try_from(column.saturating_sub(1)).unwrap_or(usize::MAX);
            let column = column_number(at, name)?;
            put(&mut sheet, (number, column), cell, is_head, formats)?;
            lines = lines.max(if is_head {
                heights::lines(&cell.shown(), HEAD_WIDTH, SIZE)
            } else {
                shown::lines(&cell.shown()).len()
            });
            let breadth = shown::lines(&cell.shown()).iter().map(|line| shown::breadth(line)).max().unwrap_or(0);
            let width = widths.entry(column).or_insert(NARROWEST);
            *width = (*width).max(breadth + 2).min(WIDEST);
        }
        sheet.set_row_height(number, heights::of_lines(lines, SIZE))?;
    }
    for (column, width) in widths {
        sheet.set_column_width(column, u16::try_from(width).unwrap_or(u16::MAX))?;
    }
    if let Some(header) = header {
        let row = header.number.saturating_sub(1);
        sheet.set_freeze_panes(row + 1, 0)?.set_repeat_rows(row, row)?;
    }
    Ok(sheet)
}

/// Whether a row heads what is under it.
fn is_header(row: &Row) -> bool {
    !row.cells.is_empty() && row.cells.iter().all(|(_, cell)| matches!(cell, Cell::Text(_)))
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    is_head: bool,
    formats: &Formats,
) -> Result<(), Unwritable> {
    let format = if is_head { formats.head() } else { formats.datum(false) };
    match cell {
        Cell::Number(number) if number.is_finite() => {
            sheet.write_number_with_format(row, column, *number, &format)?;
        }
        Cell::Truth(truth) => {
            sheet.write_boolean_with_format(row, column, *truth, &format)?;
        }
        Cell::Day(day) if excel_day(*day).is_some() => {
            if let Some(day) = excel_day(*day) {
                sheet.write_datetime_with_format(row, column, &day, &formats.datum(true))?;
            }
        }
        Cell::Text(_) | Cell::Fault(_) | Cell::Number(_) | Cell::Day(_) => {
            let text = held(shown::clean(&cell.shown()));
            let format = if is_like_formula(&text) { format.set_quote_prefix() } else { format };
            let format = if text.contains('\n') { format.set_text_wrap() } else { format };
            sheet.write_string_with_format(row, column, text, &format)?;
        }
    }
    Ok(())
}

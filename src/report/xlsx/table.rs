//! How is a table a sheet? Titles, a head that stays in sight, figures that are numbers, a filter, sums in bold.

use rust_xlsxwriter::{ExcelDateTime, Worksheet};

use super::{
    super::{
        format::Unwritable,
        paper::{Column, Paper, Table, Tone, Value},
        shown,
    },
    MOST_ROWS, blank, column_number,
    formats::{Formats, HEADING_SIZE, SIZE, TITLE_SIZE},
    heights, held, is_like_formula,
};
use crate::i18n::{phrase::Lang, printed};

/// Characters of a column for each step of its width.
const CHARACTERS: u32 = 9;
/// Characters of the narrowest column.
const NARROWEST: u32 = 8;
/// Characters of the widest column.
const WIDEST: u32 = 60;
/// Characters that fit on an upright page without becoming too small.
const UPRIGHT: f64 = 105.0;
/// Characters that the button of a filter takes in the head of a column.
const FILTER_BUTTON: f64 = 2.0;
/// Digits of a number that a workbook keeps.
const KEPT_DIGITS: u32 = 15;

/// The sheet with the table.
pub fn sheet(paper: &Paper, table: &Table, name: &str, formats: &Formats, lang: Lang) -> Result<Worksheet, Unwritable> {
    let too_large = || Unwritable::TooLarge { sheet: name.to_owned() };
    let last_column = column_number(table.columns.len().saturating_sub(1), name)?;
    let mut sheet = blank(paper, name, lang)?;
    let first_head = titles(&mut sheet, paper, table, formats)?;
    let head = heads(&mut sheet, table, first_head, formats)?;
    let first = head + 1;
    let rows = u32::try_from(table.rows.len()).map_err(|_| too_large())?;
    let end = first.checked_add(rows).filter(|end| *end < MOST_ROWS).ok_or_else(too_large)?;
    sheet.set_freeze_panes(first, 0)?.set_repeat_rows(first_head, head)?;
    let widths = widths(table);
    for (column, width) in (0..).zip(&widths) {
        sheet.set_column_width(column, *width)?;
    }
    if widths.iter().sum::<f64>() > UPRIGHT {
        sheet.set_landscape();
    }
    body(&mut sheet, table, first, &widths, formats)?;
    if let Some(filtered) = u32::try_from(shown::first_sum(table)).ok().filter(|rows| *rows > 0) {
        sheet.autofilter(head, 0, head + filtered, last_column)?;
    }
    feet(&mut sheet, table, end, formats, lang)?;
    Ok(sheet)
}

/// Writes the rows from row `first` on.
fn body(sheet: &mut Worksheet, table: &Table, first: u32, widths: &[f64], formats: &Formats) -> Result<(), Unwritable> {
    let first_sum = shown::first_sum(table);
    for (at, (row, values)) in (first..).zip(&table.rows).enumerate() {
        let mut lines = 1;
        for ((column, width), (value, about)) in (0..).zip(widths).zip(shown::filled(values, &table.columns)) {
            let place = Place { row, column, is_right: shown::is_right(value, about), is_sum: at >= first_sum };
            put(sheet, place, value, formats)?;
            if let Value::Text(run) = value {
                lines = lines.max(heights::lines(&run.text, *width, SIZE));
            }
        }
        sheet.set_row_height(row, heights::of_lines(lines, SIZE))?;
    }
    Ok(())
}

/// Writes the titles; returns the row of the head.
fn titles(sheet: &mut Worksheet, paper: &Paper, table: &Table, formats: &Formats) -> Result<u32, Unwritable> {
    let mut row = 0;
    let titles = [
        (&paper.title, formats.title(), TITLE_SIZE),
        (&paper.subtitle, formats.subtitle(), SIZE),
        (&table.title, formats.heading(true), HEADING_SIZE),
    ];
    for (text, format, size) in titles {
        if !text.is_empty() {
            sheet.set_row_height(row, heights::of_lines(1, size))?;
            sheet.write_string_with_format(row, 0, held(shown::line(text)), &format)?;
            row += 1;
        }
    }
    Ok(row)
}

/// Writes the head, of two rows where columns have groups; returns its last row.
fn heads(sheet: &mut Worksheet, table: &Table, first: u32, formats: &Formats) -> Result<u32, Unwritable> {
    let format = formats.head();
    let groups = shown::groups(&table.columns);
    let row = if groups.is_empty() { first } else { first + 1 };
    let mut column = 0;
    for group in &groups {
        let last = column + column_number(group.span, &table.name)?.saturating_sub(1);
        let text = held(shown::words(&group.head));
        if last > column {
            sheet.merge_range(first, column, first, last, &text, &format)?;
        } else {
            let format = if group.head.is_empty() { formats.upper_head() } else { formats.head() };
            sheet.write_string_with_format(first, column, text, &format)?;
        }
        column = last + 1;
    }
    let mut lines = 1;
    for ((column, about), width) in (0..).zip(&table.columns).zip(widths(table)) {
        let is_alone = !groups.is_empty() && about.group.is_empty();
        let format = if is_alone { formats.lower_head() } else { formats.head() };
        sheet.write_string_with_format(row, column, held(shown::words(&about.head)), &format)?;
        lines = lines.max(heights::lines(&about.head, width - FILTER_BUTTON, SIZE));
    }
    sheet.set_row_height(first, heights::of_lines(1, SIZE))?.set_row_height(row, heights::of_lines(lines, SIZE))?;
    Ok(row)
}

/// Where a value goes, and how its cell is set.
#[derive(Clone, Copy)]
struct Place {
    row: u32,
    column: u16,
    is_right: bool,
    is_sum: bool,
}

fn put(sheet: &mut Worksheet, place: Place, value: &Value, formats: &Formats) -> Result<(), Unwritable> {
    let Place { row, column, is_right, is_sum } = place;
    match value {
        Value::Number { steps, decimals, is_assumed, tone } if fits(*steps) => {
            let number: f64 = shown::plain_number(*steps, *decimals).parse().unwrap_or(0.0);
            let format = formats.figure(*tone, *decimals, *is_assumed, is_sum);
            sheet.write_number_with_format(row, column, number, &format)?;
        }
        Value::Day(day) => match excel_day(*day) {
            Some(day) => {
                sheet.write_datetime_with_format(row, column, &day, &formats.day(is_sum))?;
            }
            None => text(sheet, place, value, formats)?,
        },
        Value::Blank => {
            sheet.write_blank(row, column, &formats.cell(Tone::Plain, is_right, is_sum))?;
        }
        Value::Text(_) | Value::Number { .. } | Value::Missing => text(sheet, place, value, formats)?,
    }
    Ok(())
}

/// Writes what is printed in a cell as text.
fn text(sheet: &mut Worksheet, place: Place, value: &Value, formats: &Formats) -> Result<(), Unwritable> {
    let run = shown::cell(value);
    let format = formats.cell(run.tone, place.is_right, place.is_sum);
    let format = if is_like_formula(&run.text) { format.set_quote_prefix() } else { format };
    sheet.write_string_with_format(place.row, place.column, held(run.text), &format)?;
    Ok(())
}

/// Whether a number has no more digits than a workbook keeps.
fn fits(steps: i64) -> bool {
    steps.unsigned_abs() < 10_u64.pow(KEPT_DIGITS)
}

/// A day as workbooks count it; `None` before 1900.
pub fn excel_day(day: jiff::civil::Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let [month, day] = [day.month(), day.day()].map(|it| u8::try_from(it).unwrap_or(1));
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// Widths of the columns in characters: as wide as they are meant, and wide enough for their figures, which are never
/// broken into lines.
fn widths(table: &Table) -> Vec<f64> {
    let width = |(column, least): (&Column, u32)| {
        let meant = (u32::from(column.width.max(1)) * CHARACTERS).clamp(NARROWEST, WIDEST);
        f64::from(meant.max(least.min(WIDEST) + 3))
    };
    table.columns.iter().zip(shown::least_breadths(table)).map(width).collect()
}

/// Writes what stands under the rows.
fn feet(sheet: &mut Worksheet, table: &Table, end: u32, formats: &Formats, lang: Lang) -> Result<(), Unwritable> {
    let mut row = end;
    if table.rows.is_empty() {
        sheet.write_string_with_format(row, 0, printed::NO_ROWS.of(lang), &formats.plain())?;
        row += 1;
    }
    for note in &table.notes {
        if row >= MOST_ROWS {
            break;
        }
        sheet.write_string_with_format(row, 0, held(shown::line(note)), &formats.subtitle())?;
        row += 1;
    }
    Ok(())
}

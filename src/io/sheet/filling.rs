//! What of a foreign cell is kept, and when is it too much? Every reader puts its cells through here, so that the bounds
//! and the cleaning are the same for all kinds of file.

use super::fault::WorkbookFault;
use crate::{
    intake::sheet::{Cell, Row, Sheet, address, letters},
    model::text::is_misleading,
};

/// Most cells of a workbook, blank ones not counted.
pub const MOST_CELLS: u64 = 2_000_000;

/// Last row of a sheet that is read.
pub const MOST_ROWS: u32 = 200_000;

/// Last column of a sheet that is read: `SF`.
pub const MOST_COLUMNS: u32 = 500;

/// Most sheets of a workbook.
pub const MOST_SHEETS: usize = 1_000;

/// Most characters of a cell; Excel holds as many.
pub const LONGEST_TEXT: usize = 32_767;

/// Most characters of the name of a sheet that are kept.
const LONGEST_NAME: usize = 255;

/// What formulas without a result show, in Excel and in `LibreOffice`.
const FAULTS: [&str; 11] = [
    "#REF!",
    "#DIV/0!",
    "#VALUE!",
    "#NAME?",
    "#N/A",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#DATA!",
    "#GETTING_DATA",
];

/// How many cells were taken in so far.
#[derive(Debug, Default)]
pub struct Tally {
    cells: u64,
}

impl Tally {
    /// Takes in a cell that is not blank.
    ///
    /// # Errors
    ///
    /// Where the cell is beyond the last row or column, or one too many.
    pub fn admit(&mut self, sheet: &str, column: u32, row: u32) -> Result<(), WorkbookFault> {
        self.admit_block(sheet, (column, row), (1, 1))
    }

    /// Takes in a block of cells that are not blank, by its first column and row and how many columns and rows it has.
    ///
    /// # Errors
    ///
    /// Where a cell of it is beyond the last row or column, or one too many.
    pub fn admit_block(
        &mut self,
        sheet: &str,
        (column, row): (u32, u32),
        (wide, high): (u32, u32),
    ) -> Result<(), WorkbookFault> {
        // Where it begins to be too far out, if it is.
        let beyond = |first: u32, count: u32, most: u32| match first.checked_add(count.saturating_sub(1)) {
            Some(last) if first >= 1 && last <= most => None,
            Some(_) | None if first < 1 => Some(first),
            Some(_) | None => Some(first.max(most + 1)),
        };
        let far = match (beyond(column, wide, MOST_COLUMNS), beyond(row, high, MOST_ROWS)) {
            (None, None) => None,
            (Some(column), _) => Some((column, row)),
            (None, Some(row)) => Some((column, row)),
        };
        if let Some((column, row)) = far {
            return Err(WorkbookFault::FarCell {
                sheet: sheet.to_owned(),
                cell: address(column, row),
                rows: u64::from(MOST_ROWS),
                columns: letters(MOST_COLUMNS),
            });
        }
        self.cells += u64::from(wide) * u64::from(high);
        if self.cells > MOST_CELLS { Err(WorkbookFault::ManyCells(MOST_CELLS)) } else { Ok(()) }
    }

    /// How many cells were taken in.
    pub fn cells(&self) -> u64 {
        self.cells
    }
}

/// The text of a cell as it is kept: controls, zero-width and direction marks are left out but for line breaks, and blanks
/// around it, ideographic ones too; `None` where nothing is left.
pub fn cleaned(text: &str) -> Option<String> {
    let is_clean = |c: char| c == '\n' || !is_misleading(c);
    let trimmed = text.trim();
    if trimmed.chars().all(is_clean) {
        return (!trimmed.is_empty()).then(|| trimmed.to_owned());
    }
    let unified = trimmed.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let kept: String = unified.chars().filter(|c| is_clean(*c)).collect();
    let kept = kept.trim();
    (!kept.is_empty()).then(|| kept.to_owned())
}

/// The cell of a text; `None` where it is blank.
///
/// # Errors
///
/// Where the text is longer than a cell holds.
pub fn text_cell(text: &str, sheet: &str, column: u32, row: u32) -> Result<Option<Cell>, WorkbookFault> {
    let Some(text) = cleaned(text) else { return Ok(None) };
    if text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT {
        let cell = format!("{sheet}!{}", address(column, row));
        return Err(WorkbookFault::LongText(cell, LONGEST_TEXT as u64));
    }
    let is_fault = text.starts_with('#') && FAULTS.contains(&text.as_str());
    let is_fault = is_fault || text.strip_prefix("Err:").is_some_and(|it| it.len() == 3 && it.parse::<u16>().is_ok());
    Ok(Some(if is_fault { Cell::Fault(text) } else { Cell::Text(text) }))
}

/// The name of a sheet as it is kept.
pub fn sheet_name(name: &str) -> String {
    cleaned(name).unwrap_or_default().chars().filter(|c| *c != '\n').take(LONGEST_NAME).collect()
}

/// The cells of a row in order of their columns, each column once; of several the last one.
pub fn in_order(mut cells: Vec<(u32, Cell)>) -> Vec<(u32, Cell)> {
    if cells.is_sorted_by(|(one, _), (next, _)| one < next) {
        return cells;
    }
    cells.reverse();
    cells.sort_by_key(|(column, _)| *column);
    cells.dedup_by_key(|(column, _)| *column);
    cells
}

/// Puts the rows of a sheet in order and joins those of one number.
pub fn settle(sheet: &mut Sheet) {
    if sheet.rows.is_sorted_by(|one, next| one.number < next.number) {
        return;
    }
    let mut rows = std::mem::take(&mut sheet.rows);
    rows.sort_by_key(|row| row.number);
    for row in rows {
        match sheet.rows.last_mut().filter(|last| last.number == row.number) {
            Some(last) => {
                let before = std::mem::take(&mut last.cells);
                last.cells = in_order(before.into_iter().chain(row.cells).collect());
            }
            None => sheet.rows.push(Row { number: row.number, cells: row.cells }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_marks_go_line_breaks_stay() {
        for (written, kept) in [
            ("  \u{3000}绵阳\u{a0}", Some("绵阳")),
            ("甲\r\n乙\r丙\t丁", Some("甲\n乙\n丙 丁")),
            ("\u{202e}a\u{200b}b\u{feff}", Some("ab")),
            ("\u{3000}\u{200b}\t", None),
            ("", None),
        ] {
            assert_eq!(cleaned(written).as_deref(), kept, "{written:?}");
        }
    }

    #[test]
    fn the_last_cell_that_is_read_is_sf200000() {
        let mut tally = Tally::default();
        assert!(tally.admit("S", 500, 200_000).is_ok());
        for (column, row, cell) in [(501, 3, "SG3"), (2, 200_001, "B200001"), (16_384, 1_048_576, "XFD1048576")] {
            let Err(WorkbookFault::FarCell { cell: told, columns, .. }) = tally.admit("S", column, row) else {
                panic!("{cell}")
            };
            assert_eq!((told.as_str(), columns.as_str()), (cell, "SF"));
        }
        assert_eq!(tally.cells(), 1);
    }

    #[test]
    fn the_cell_after_two_million_is_refused() {
        let mut tally = Tally { cells: MOST_CELLS - 1 };
        assert!(tally.admit("S", 1, 1).is_ok());
        assert_eq!(tally.admit("S", 2, 1), Err(WorkbookFault::ManyCells(MOST_CELLS)));
    }

    #[test]
    fn a_text_may_be_as_long_as_a_cell_holds() {
        let longest = "园".repeat(LONGEST_TEXT);
        assert!(matches!(text_cell(&longest, "S", 2, 3), Ok(Some(Cell::Text(_)))));
        let told = text_cell(&format!("{longest}区"), "S", 2, 3);
        assert_eq!(told, Err(WorkbookFault::LongText("S!B3".to_owned(), 32_767)));
    }

    #[test]
    fn what_formulas_show_without_a_result_is_a_fault() {
        for (text, is_fault) in [("#REF!", true), ("#N/A", true), ("Err:502", true), ("#1", false), ("Err:5", false)] {
            let cell = text_cell(text, "S", 1, 1).unwrap().unwrap();
            assert_eq!(matches!(cell, Cell::Fault(_)), is_fault, "{text}");
        }
    }

    #[test]
    fn rows_and_cells_out_of_order_are_settled() {
        let cell = |text: &str| Cell::Text(text.to_owned());
        let row = |number, cells| Row { number, cells };
        let rows = vec![
            row(7, vec![(2, cell("c"))]),
            row(3, vec![(1, cell("a"))]),
            row(7, vec![(1, cell("b")), (2, cell("d"))]),
        ];
        let mut sheet = Sheet { rows, ..Sheet::default() };
        settle(&mut sheet);
        let settled = vec![row(3, vec![(1, cell("a"))]), row(7, vec![(1, cell("b")), (2, cell("d"))])];
        assert_eq!(sheet.rows, settled);
        assert_eq!(in_order(vec![(5, cell("x")), (2, cell("y")), (5, cell("z"))]), [(2, cell("y")), (5, cell("z"))]);
    }
}

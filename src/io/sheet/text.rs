//! What stands in a text with separators, and in cells from the clipboard?

use std::path::Path;

use super::{
    encoding,
    fault::WorkbookFault,
    filling::{MOST_ROWS, Tally, in_order, sheet_name, text_cell},
    records::Records,
    watch::Watch,
};
use crate::{
    intake::sheet::{Cell, Kind, Row, Sheet, Workbook},
    io::problem::{Cause, FileProblem, Spot},
};

/// The workbook of one sheet that the text in `bytes` is; `path` is named in problems, and its name without the ending is that of the sheet.
///
/// # Errors
///
/// The one thing that keeps it from being read, with its line where it has one.
pub fn text_from_bytes(path: &Path, bytes: &[u8], watch: &Watch) -> Result<Workbook, Vec<FileProblem>> {
    let refuse = |spot, fault| vec![FileProblem::at(path, spot, Cause::Workbook(Box::new(fault)))];
    if watch.is_cancelled() {
        return Err(refuse(None, WorkbookFault::Cancelled));
    }
    let (text, encoding) = encoding::decode(bytes, watch)
        .map_err(|(line, fault)| refuse(line.map(|line| Spot { line, column: 1 }), fault))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let sheet = filled(&sheet_name(&stem), Records::sniffed(&text), Beyond::Refuse, watch);
    let sheet = sheet.map_err(|fault| refuse(None, fault))?;
    Ok(Workbook { name, kind: Kind::Csv, encoding: Some(encoding), sheets: vec![sheet] })
}

/// The workbook of one sheet that `text`, copied from a spreadsheet, is: tabs between cells, quotes around cells with line
/// breaks. What is beyond the bounds is left out, and the sheet says so.
pub fn pasted(text: &str) -> Workbook {
    // With a cut instead of a refusal nothing can go wrong.
    let sheet = filled("", Records::new(text, b'\t'), Beyond::Cut, &Watch::default()).unwrap_or_default();
    Workbook { name: String::new(), kind: Kind::Pasted, encoding: None, sheets: vec![sheet] }
}

/// Fields of one record after which one looks whether the reading was cancelled.
const FIELDS: u32 = 4_096;

/// What happens to cells beyond the bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beyond {
    /// The first one is a refusal.
    Refuse,
    /// They are left out.
    Cut,
}

fn filled(name: &str, mut records: Records, beyond: Beyond, watch: &Watch) -> Result<Sheet, WorkbookFault> {
    let mut sheet = Sheet { name: name.to_owned(), ..Sheet::default() };
    let mut tally = Tally::default();
    let mut number = 0;
    while !records.is_done() {
        if watch.is_cancelled() {
            return Err(WorkbookFault::Cancelled);
        }
        number += 1;
        let mut cells = Vec::new();
        let mut column = 0;
        loop {
            let (field, is_last) = records.field();
            column += 1;
            if column % FIELDS == 0 && watch.is_cancelled() {
                return Err(WorkbookFault::Cancelled);
            }
            match admitted(&field, name, (column, number), &mut tally) {
                Ok(cell) => cells.extend(cell.map(|cell| (column, cell))),
                Err(fault) if beyond == Beyond::Refuse => return Err(fault),
                Err(_) => sheet.is_cut = true,
            }
            if is_last {
                break;
            }
        }
        if !cells.is_empty() {
            sheet.rows.push(Row { number, cells: in_order(cells) });
            watch.count_row();
        }
        if sheet.is_cut && number > MOST_ROWS {
            break;
        }
    }
    Ok(sheet)
}

/// The cell of a field; `None` where it is blank.
fn admitted(
    field: &str,
    sheet: &str,
    (column, row): (u32, u32),
    tally: &mut Tally,
) -> Result<Option<Cell>, WorkbookFault> {
    if field.is_empty() {
        return Ok(None);
    }
    let cell = text_cell(unguarded(field), sheet, column, row)?;
    if cell.is_some() {
        tally.admit(sheet, column, row)?;
    }
    Ok(cell)
}

/// `field` without the quote that a sheet written for spreadsheets has before a text which they would take for a formula.
pub fn unguarded(field: &str) -> &str {
    let guarded = field.strip_prefix('\'');
    let is_formula = |text: &&str| text.starts_with(['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠']);
    guarded.filter(is_formula).unwrap_or(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_guard_before_a_formula_goes() {
        for (written, kept) in
            [("'=1+2", "=1+2"), ("'-甲", "-甲"), ("'＠a", "＠a"), ("'a", "'a"), ("''=", "''="), ("=1", "=1")]
        {
            assert_eq!(unguarded(written), kept);
        }
    }

    #[test]
    fn pasted_cells_beyond_the_bounds_are_left_out_and_told() {
        let row = "\t".repeat(499) + "last\n";
        let whole = pasted(&row);
        assert!(!whole.sheets[0].is_cut && whole.sheets[0].rows[0].cells[0].0 == 500);
        let wide = pasted(&format!("first\t{row}"));
        assert!(wide.sheets[0].is_cut && wide.sheets[0].rows[0].cells.len() == 1);
        let long = pasted(&"x\n".repeat(200_003));
        assert!(long.sheets[0].is_cut && long.sheets[0].rows.len() == 200_000);
        let blank = pasted(&"\n".repeat(300_000));
        assert!(!blank.sheets[0].is_cut && blank.sheets[0].rows.is_empty());
    }

    #[test]
    fn pasted_cells_keep_their_rows_and_line_breaks() {
        let workbook = pasted("a\t\"b\nc\"\r\n\r\n\td, e\r\n");
        let text = |text: &str| Cell::Text(text.to_owned());
        let rows = [(1, vec![(1, text("a")), (2, text("b\nc"))]), (3, vec![(2, text("d, e"))])];
        assert_eq!(workbook.sheets[0].rows, rows.map(|(number, cells)| Row { number, cells }));
    }
}

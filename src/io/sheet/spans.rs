//! Which cells of an `OpenDocument` are merged, and how many are there with those that are said once and repeated? The reader
//! of its cells tells neither before it has them all, so they are counted along while the parts are looked at.

use quick_xml::escape::unescape;

use super::{
    fault::WorkbookFault,
    filling::{MOST_COLUMNS, MOST_ROWS, Tally, sheet_name},
};

/// Most merged regions that are kept.
const MOST: usize = 10_000;

/// First column, first row, last column, last row, counted from 1.
pub type Region = (u32, u32, u32, u32);

/// The merged regions of the tables that have begun, and where in the last one one stands.
#[derive(Debug, Default)]
pub struct Spans {
    /// The regions of each table, in order.
    pub tables: Vec<Vec<Region>>,
    kept: usize,
    row: u32,
    next_row: u32,
    column: u32,
    /// Name of the table that has begun and not ended. Cells outside of tables are changes that were tracked and copies of
    /// other files, which nobody reads.
    table: Option<String>,
    /// Cells that are not blank.
    tally: Tally,
    /// The last cell while nothing was seen in it: its column, and how often it stands side by side.
    blank: Option<(u32, u32)>,
}

impl Spans {
    /// Counts along the element `name` with these attributes.
    ///
    /// # Errors
    ///
    /// Where cells that are not blank are too far out or too many.
    pub fn element(&mut self, name: &[u8], attributes: &[u8]) -> Result<(), WorkbookFault> {
        match name {
            b"table:table" => {
                let Some(name) = value(attributes, b"table:name") else { return Ok(()) };
                let name = String::from_utf8_lossy(name);
                self.table = Some(sheet_name(&unescape(&name).unwrap_or_else(|_| name.as_ref().into())));
                self.tables.push(Vec::new());
                (self.row, self.next_row, self.column, self.blank) = (0, 1, 1, None);
            }
            b"table:table-row" => {
                self.row = self.next_row;
                self.next_row = self.row.saturating_add(times(attributes, b"table:number-rows-repeated"));
                (self.column, self.blank) = (1, None);
            }
            b"table:table-cell" | b"table:covered-table-cell" => {
                self.cell(attributes);
                // The value of a number or day stands here already, a text follows.
                match value(attributes, b"office:value-type") {
                    None | Some(b"string" | b"void") => {}
                    Some(_) => return self.filled(),
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Counts along the end of the element `name`.
    pub fn end(&mut self, name: &[u8]) {
        if name == b"table:table" {
            (self.table, self.blank) = (None, None);
        }
    }

    /// Counts text that stands within the last element.
    ///
    /// # Errors
    ///
    /// Where cells that are not blank are too far out or too many.
    pub fn text(&mut self, text: &[u8]) -> Result<(), WorkbookFault> {
        if self.blank.is_some() && text.iter().any(|byte| !byte.is_ascii_whitespace()) { self.filled() } else { Ok(()) }
    }

    fn filled(&mut self) -> Result<(), WorkbookFault> {
        let (Some((column, wide)), Some(table)) = (self.blank.take(), &self.table) else { return Ok(()) };
        self.tally.admit_block(table, (column, self.row), (wide, self.next_row.saturating_sub(self.row)))
    }

    fn cell(&mut self, attributes: &[u8]) {
        let (left, top) = (self.column, self.row);
        let repeated = times(attributes, b"table:number-columns-repeated");
        self.column = left.saturating_add(repeated);
        self.blank = Some((left, repeated));
        let wide = times(attributes, b"table:number-columns-spanned");
        let high = times(attributes, b"table:number-rows-spanned");
        let (right, bottom) = (left.saturating_add(wide - 1), top.saturating_add(high - 1));
        let is_read = (1..=MOST_ROWS).contains(&top) && left <= MOST_COLUMNS && self.kept < MOST;
        if let Some(table) = self.tables.last_mut().filter(|_| is_read && (wide > 1 || high > 1)) {
            table.push((left, top, right, bottom));
            self.kept += 1;
        }
    }
}

/// How many times the attribute `name` says; once where it is not there or says nothing that can be.
fn times(attributes: &[u8], name: &[u8]) -> u32 {
    value(attributes, name).and_then(number).and_then(|it| u32::try_from(it).ok()).map_or(1, |it| it.max(1))
}

/// The value of the attribute `name`, as it is written.
pub fn value<'a>(attributes: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let at = attributes.windows(name.len()).position(|piece| piece == name)? + name.len();
    let (quote, rest) =
        attributes.get(at..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start().split_first()?;
    let end = rest.iter().position(|byte| byte == quote)?;
    rest.get(..end).filter(|_| matches!(quote, b'"' | b'\''))
}

/// The number at the head of a value; the largest one where it is larger than any.
pub fn number(value: &[u8]) -> Option<u128> {
    let value = value.trim_ascii_start();
    let digits = value.strip_prefix(b"+").unwrap_or(value);
    let end = digits.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(digits.len());
    let digits = std::str::from_utf8(digits.get(..end)?).ok()?;
    (!digits.is_empty()).then(|| digits.parse().unwrap_or(u128::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_rows_and_columns_are_counted_along() {
        let mut spans = Spans::default();
        for (name, attributes) in [
            ("table:table", " table:name=\"S\""),
            ("table:table-row", " table:number-rows-repeated='3'"),
            ("table:table-cell", ""),
            ("table:table-row", ""),
            ("table:table-cell", " table:number-columns-repeated=\"4\""),
            ("table:table-cell", " table:number-columns-spanned=\"2\" table:number-rows-spanned=\"1\""),
            ("table:covered-table-cell", ""),
            ("table:table-cell", " table:number-rows-spanned=\"2\""),
            ("table:table-row", " table:number-rows-repeated=\"99999999999999\""),
            ("table:table-row", ""),
            ("table:table-cell", " table:number-rows-spanned=\"5\""),
            ("table:table", " table:name=\"T\""),
            ("table:table-row", ""),
            ("table:table-cell", " table:number-rows-spanned=\"3\""),
        ] {
            assert_eq!(spans.element(name.as_bytes(), attributes.as_bytes()), Ok(()));
        }
        let first = vec![(5, 4, 6, 4), (7, 4, 7, 5), (1, 6, 1, 10)];
        assert_eq!(spans.tables, [first, vec![(1, 1, 1, 3)]]);
    }

    /// What is told of a table of these rows.
    fn told(rows: &[(u32, u32, &str)]) -> Result<u64, WorkbookFault> {
        let mut spans = Spans::default();
        spans.element(b"table:table", b" table:name=\"S\"")?;
        for (high, wide, text) in rows {
            spans.element(b"table:table-row", format!(" table:number-rows-repeated=\"{high}\"").as_bytes())?;
            let kind = if *text == "7" { "float" } else { "string" };
            let cell = format!(" table:number-columns-repeated=\"{wide}\" office:value-type=\"{kind}\"");
            spans.element(b"table:table-cell", cell.as_bytes())?;
            spans.text(b" \n")?;
            spans.element(b"text:p", b"")?;
            spans.text(text.as_bytes())?;
            spans.text(text.as_bytes())?;
        }
        Ok(spans.tally.cells())
    }

    #[test]
    fn cells_that_are_said_once_and_repeated_are_bounded_unless_blank() {
        assert_eq!(told(&[(200_000, 10, "7")]), Ok(2_000_000));
        assert_eq!(told(&[(3, 500, "园区"), (1, 20, "7"), (5, 1, "")]), Ok(1_520));
        assert_eq!(told(&[(4_000, 500, "7"), (1_000_000, 16_384, ""), (1, 1, "")]), Ok(2_000_000));
        assert_eq!(told(&[(4_000, 500, "A"), (1, 1, "A")]), Err(WorkbookFault::ManyCells(2_000_000)));
        for (rows, told_cell) in [
            ((1, 501, "7"), "SG1"),
            ((200_001, 1, "A"), "A200001"),
            ((9, 16_384, "A"), "SG1"),
            ((u32::MAX, 2, "7"), "A200001"),
        ] {
            let Err(WorkbookFault::FarCell { sheet, cell, .. }) = told(&[rows]) else { panic!("{rows:?} passes") };
            assert_eq!((sheet.as_str(), cell.as_str()), ("S", told_cell));
        }
    }
}

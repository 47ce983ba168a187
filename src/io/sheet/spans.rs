//! Which cells of an `OpenDocument` are merged? The reader of its cells does not tell, so they are counted along while the parts
//! are looked at.

use super::filling::{MOST_COLUMNS, MOST_ROWS};

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
}

impl Spans {
    /// Counts along the element `name` with these attributes.
    pub fn element(&mut self, name: &[u8], attributes: &[u8]) {
        match name {
            b"table:table" if find(attributes, b"table:name").is_some() => {
                self.tables.push(Vec::new());
                (self.row, self.next_row, self.column) = (0, 1, 1);
            }
            b"table:table-row" => {
                self.row = self.next_row;
                self.next_row = self.row.saturating_add(times(attributes, b"table:number-rows-repeated"));
                self.column = 1;
            }
            b"table:table-cell" | b"table:covered-table-cell" => self.cell(attributes),
            _ => {}
        }
    }

    fn cell(&mut self, attributes: &[u8]) {
        let (left, top) = (self.column, self.row);
        self.column = left.saturating_add(times(attributes, b"table:number-columns-repeated"));
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
    find(attributes, name).and_then(number).and_then(|it| u32::try_from(it).ok()).map_or(1, |it| it.max(1))
}

/// The value of the attribute `name` and what follows it.
pub fn find<'a>(attributes: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let at = attributes.windows(name.len()).position(|piece| piece == name)? + name.len();
    let value = attributes.get(at..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'"))
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
            spans.element(name.as_bytes(), attributes.as_bytes());
        }
        let first = vec![(5, 4, 6, 4), (7, 4, 7, 5), (1, 6, 1, 10)];
        assert_eq!(spans.tables, [first, vec![(1, 1, 1, 3)]]);
    }
}

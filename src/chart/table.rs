//! What are the figures behind a picture? Rows under named columns with units, and the same as CSV.

use std::{borrow::Cow, fmt::Write};

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Words(String),
    /// A figure, with the decimals that are shown; a file has all of it.
    Figure(f64, usize),
    /// Not defined, and why.
    Undefined(String),
    /// Nothing belongs here.
    Empty,
}

impl Cell {
    /// A whole number.
    #[expect(clippy::cast_precision_loss, reason = "figures of a city are far below 2^53")]
    pub fn whole(number: i64) -> Self {
        Self::Figure(number as f64, 0)
    }

    /// What it says on the screen; `undefined` stands for what is not defined.
    pub fn shown(&self, undefined: &str) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Figure(figure, decimals) => grouped(*figure, *decimals),
            Self::Undefined(_) => undefined.to_owned(),
            Self::Empty => String::new(),
        }
    }

    /// Whether it is set to the right, as figures are.
    pub const fn is_figure(&self) -> bool {
        matches!(self, Self::Figure(..) | Self::Undefined(_))
    }
}

/// `figure` with `decimals` and thousands separators; `−` for minus, and no zero that is negative.
pub fn grouped(figure: f64, decimals: usize) -> String {
    let plain = format!("{:.decimals$}", figure.abs());
    let shown = crate::i18n::figure::grouped(&plain);
    let is_negative = figure < 0.0 && plain.bytes().any(|digit| matches!(digit, b'1'..=b'9'));
    if is_negative { format!("−{shown}") } else { shown }
}

/// A table: what a chart shows, in figures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Names of the columns, with units.
    pub columns: Vec<String>,
    /// The rows, each with a cell a column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table with these columns.
    pub fn new<T: Into<String>>(columns: impl IntoIterator<Item = T>) -> Self {
        Self { columns: columns.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    /// The table as CSV in UTF-8 with a byte order mark, so that spreadsheets read the Chinese; figures in full. What is not
    /// defined is empty, and words that a spreadsheet would take for a formula begin with an apostrophe.
    pub fn to_csv(&self) -> String {
        let mut text = String::from('\u{feff}');
        let mut put = |cells: Vec<Cow<'_, str>>| {
            let line: Vec<String> = cells.into_iter().map(|cell| quoted(&cell)).collect();
            // Writing to a text cannot fail.
            let _ = write!(text, "{}\r\n", line.join(","));
        };
        put(self.columns.iter().map(|it| harmless(it)).collect());
        for row in &self.rows {
            put(row.iter().map(in_full).collect());
        }
        text
    }

    /// The table with tabs between cells, as spreadsheets take it from the clipboard.
    pub fn to_tabs(&self) -> String {
        let line = |cells: Vec<Cow<'_, str>>| {
            cells.iter().map(|it| it.replace(['\t', '\n'], " ")).collect::<Vec<_>>().join("\t")
        };
        let head = line(self.columns.iter().map(|it| harmless(it)).collect());
        let rows = self.rows.iter().map(|row| line(row.iter().map(in_full).collect()));
        [head].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
    }
}

fn in_full(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Words(words) => harmless(words),
        Cell::Figure(figure, _) => Cow::Owned(figure.to_string()),
        Cell::Undefined(_) | Cell::Empty => Cow::Borrowed(""),
    }
}

/// Words that no spreadsheet computes.
fn harmless(words: &str) -> Cow<'_, str> {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{words}"))
    } else {
        Cow::Borrowed(words)
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_has_full_figures_and_harmless_words() {
        let mut table = Table::new(["园区", "产值，亿元"]);
        table.rows.push(vec![Cell::Words("=cmd|' /C calc'!A0".into()), Cell::Figure(1.0 / 3.0, 1)]);
        table.rows.push(vec![Cell::Words("a,\"b\"".into()), Cell::Undefined("no output".into())]);
        let csv = table.to_csv();
        assert_eq!(csv, "\u{feff}园区,产值，亿元\r\n'=cmd|' /C calc'!A0,0.3333333333333333\r\n\"a,\"\"b\"\"\",\r\n");
        let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(reader.records().map(|row| row.unwrap().len()).collect::<Vec<_>>(), [2, 2]);
    }

    #[test]
    fn figures_are_grouped_and_zero_is_never_negative() {
        assert_eq!(grouped(1_234_567.891, 2), "1,234,567.89");
        assert_eq!(grouped(-1234.5, 1), "−1,234.5");
        assert_eq!(grouped(-0.001, 2), "0.00");
        assert_eq!(Cell::Undefined("why".into()).shown("未定义"), "未定义");
    }
}

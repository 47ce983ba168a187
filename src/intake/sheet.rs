//! What stands in a workbook? Sheets of cells, whatever file they came from.

use jiff::civil::Date;

/// What stands in a cell. An empty cell is left out of its row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text as written, without blanks around it.
    Text(String),
    /// A number; finite.
    Number(f64),
    /// A yes or no.
    Truth(bool),
    /// A day; the time of day is dropped.
    Day(Date),
    /// A formula without a result, such as `#REF!`.
    Fault(String),
}

impl Cell {
    /// What is read in the cell: a number in the fewest digits that tell it from its neighbours, a day as `2022-07-08`.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Fault(text) => text.clone(),
            Self::Number(number) => format!("{number}"),
            Self::Truth(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
            Self::Day(day) => day.to_string(),
        }
    }
}

/// A row that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number, 1 for the first of the sheet.
    pub number: u32,
    /// Its cells by column, 1 for the first, in order.
    pub cells: Vec<(u32, Cell)>,
}

impl Row {
    /// What stands in a column.
    pub fn cell(&self, column: u32) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(number, _)| *number).ok()?;
        self.cells.get(at).map(|(_, cell)| cell)
    }
}

/// A sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Its name; of a file without sheets, that of the file without its ending.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// Its rows from the top; empty ones are left out.
    pub rows: Vec<Row>,
    /// Cells that are shown as one, as first column, first row, last column, last row, all counted from 1 and inclusive; what
    /// they show stands in the first cell. None are known of text.
    pub merged: Vec<(u32, u32, u32, u32)>,
    /// Whether rows or cells beyond what is read were left out; of pasted cells only, files are refused instead.
    pub is_cut: bool,
}

/// What kind of file a workbook came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Excel since 2007.
    Xlsx,
    /// Excel before 2007.
    Xls,
    /// `OpenDocument`.
    Ods,
    /// Text with separators.
    Csv,
    /// Cells from the clipboard.
    Pasted,
}

/// In which characters a text file was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encoding {
    /// Its name, such as `UTF-8` or `GB18030`.
    pub name: String,
    /// Whether it is known rather than guessed.
    pub is_certain: bool,
}

/// A workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// Name of the file without its folder.
    pub name: String,
    /// Kind of the file.
    pub kind: Kind,
    /// In which characters it was written; of a text file only.
    pub encoding: Option<Encoding>,
    /// Its sheets in order.
    pub sheets: Vec<Sheet>,
}

/// The letters of a column: `A` for 1, `AA` for 27.
pub fn letters(column: u32) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The address of a cell, such as `C5`.
pub fn address(column: u32, row: u32) -> String {
    format!("{}{row}", letters(column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered() {
        for (column, name) in [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")] {
            assert_eq!(letters(column), name);
        }
        assert_eq!(address(3, 5), "C5");
    }
}

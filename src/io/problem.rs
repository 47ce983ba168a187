//! What is wrong with a file, and where? Every refusal names file, line and column; `i18n` adds the cure.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use super::sheet::fault::WorkbookFault;
use crate::model::{check::Wrong, quantity::QuantityError, text::Text};

/// A place in a text file; line and column count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

impl Spot {
    /// The first place of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The spot of byte `offset` in `text`.
    pub fn of_offset(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line_start..).map_or(0, |line| line.chars().count()) + 1;
        Self { line: before.matches('\n').count() + 1, column }
    }

    /// The byte of `text` that stands at this spot; its end where there is no such place.
    pub fn offset(self, text: &str) -> usize {
        let line: usize = text.split_inclusive('\n').take(self.line.saturating_sub(1)).map(str::len).sum();
        let rest = text.get(line..).unwrap_or("");
        line + rest.char_indices().nth(self.column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
    }
}

/// Why a map cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MapFault {
    /// The text is not JSON, in the words of the reader.
    NoJson(String),
    /// Brackets of JSON within brackets, more than any map has.
    TooDeep,
    /// It is JSON and not GeoJSON, in the words of the reader.
    NoGeoJson(String),
    /// A map without an area: the number of its other shapes.
    NoAreas(usize),
    /// More objects than are read: the most that are.
    TooManyObjects(usize),
    /// Areas of more corners than are read: the most that are.
    TooManyCorners(usize),
    /// A corner of a map whose coordinates are no longitude and latitude.
    NoDegrees {
        /// The number of the feature in the file, 1 for the first.
        feature: usize,
        /// Its name; empty where it has none.
        name: Text,
        /// What stands there, longitude first.
        corner: (String, String),
        /// Whether they would be a latitude and a longitude.
        is_exchanged: bool,
    },
}

/// Why a file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// The system does not hand it out.
    Unreadable(ErrorKind),
    /// It is a folder or device, not a file; the ending of the files that are asked for.
    NotAFile(&'static str),
    /// Larger than any file of its kind: bytes, the limit in bytes.
    TooLarge(u64, u64),
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Zero bytes: a program or picture, or text in UTF-16.
    NotText,
    /// There is nothing in it but blanks and comments.
    Empty,
    /// The text ends before what it opened is closed.
    CutOff,
    /// A rule pack where a scenario was asked for.
    PackForScenario,
    /// A scenario where a rule pack was asked for.
    ScenarioForPack,
    /// A day that is none, as written.
    NoDay(String),
    /// A text that cannot be an id, as written.
    NoId(String),
    /// The text is not RON; the field or value that RON names.
    Syntax(Box<ron::Error>),
    /// A figure that is not a quantity.
    Quantity(QuantityError),
    /// It is RON and makes no sense.
    Wrong(Wrong),
    /// A table without a column that is needed.
    NoColumn(&'static str),
    /// A cell that cannot be used: its column, and what stands there.
    Cell {
        /// The column.
        column: &'static str,
        /// What stands there.
        value: String,
    },
    /// A cell that names a record which the scenario does not have.
    NoSuch {
        /// The column.
        column: &'static str,
        /// What stands there.
        id: String,
        /// The ids that there are.
        known: Vec<String>,
    },
    /// The id of an earlier row: the id, the line of that row.
    RepeatedRow(String, usize),
    /// A table without a row under its head.
    NoRows,
    /// A row of another number of cells than the head: the number, that of the head.
    Cells(u64, u64),
    /// A row that is not CSV, in the words of the reader.
    Row(String),
    /// A map that cannot be used.
    Map(Box<MapFault>),
    /// A workbook of another program that cannot be used.
    Workbook(Box<WorkbookFault>),
    /// The folder or the disk does not take it.
    Unwritable(ErrorKind),
    /// What was written does not read back as what was meant; nothing was replaced.
    Unfaithful,
    /// The new content is in place, but the disk has not confirmed it.
    Unconfirmed,
}

/// Something wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem {
    /// The file.
    pub path: PathBuf,
    /// Where in it, as far as known.
    pub spot: Option<Spot>,
    /// What.
    pub cause: Cause,
}

impl FileProblem {
    /// A problem of the file as a whole.
    pub fn new(path: &Path, cause: Cause) -> Self {
        Self { path: path.to_owned(), spot: None, cause }
    }

    /// A problem at a spot.
    pub fn at(path: &Path, spot: Option<Spot>, cause: Cause) -> Self {
        Self { path: path.to_owned(), spot, cause }
    }

    /// `FILE:LINE:COL`, or `FILE` where the spot is unknown.
    pub fn place(&self) -> String {
        match self.spot {
            Some(Spot { line, column }) => format!("{}:{line}:{column}", self.path.display()),
            None => self.path.display().to_string(),
        }
    }
}

//! Why can a workbook of another program not be used? What it is instead, what of it is broken, or which bound it breaks.

use serde::{Deserialize, Serialize};

/// What a file is that was given as a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Instead {
    /// A web page; some systems export tables as such and call them `.xls`.
    WebPage,
    /// XML, such as an Excel 2003 table.
    Xml,
    /// A letter or report of a word processor.
    Document,
    /// Slides.
    Slides,
    /// A picture.
    Picture,
    /// A PDF.
    Pdf,
    /// A workbook of Excel in its binary form, `.xlsb`.
    BinaryWorkbook,
    /// A compressed folder.
    Archive,
    /// A scenario or rule pack of this program.
    Scenario,
    /// Something whose bytes are not known.
    Unknown,
}

/// How the reading of a workbook came to its end before the end of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Halt {
    /// More memory than is granted was asked for.
    Memory,
    /// It took longer than is granted.
    Time,
    /// The reader fell over it.
    Crash,
}

/// Why a workbook cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkbookFault {
    /// It is another kind of file.
    Other(Instead),
    /// A password protects it.
    Encrypted,
    /// It is cut off or its bytes were changed: the part that is broken, empty where that is not known.
    Damaged(String),
    /// More parts in the file than any workbook has: how many, the most that are read.
    ManyParts(u64, u64),
    /// A part unfolds to more than is read: its name, the most in MiB.
    LargePart(String, u64),
    /// All parts together unfold to more than is read: the most in MiB.
    LargeWhole(u64),
    /// A part unfolds to so many times its size that it can only be meant to harm: its name, the most times.
    Bomb(String, u64),
    /// The list of texts claims more entries than its bytes can hold: the claim.
    FalseCount(String),
    /// A text longer than a cell holds: the part or cell, the most characters.
    LongText(String, u64),
    /// Elements of XML within elements, more than any workbook has: the part, the most.
    Deep(String, u64),
    /// A cell beyond the rows and columns that are read.
    FarCell {
        /// The sheet.
        sheet: String,
        /// The address of the cell, such as `XFD1048576`.
        cell: String,
        /// The last row that is read.
        rows: u64,
        /// The last column that is read, in letters.
        columns: String,
    },
    /// More cells than are read: the most.
    ManyCells(u64),
    /// More sheets than are read: the most.
    ManySheets(u64),
    /// The reader does not understand it, in its words.
    NotUnderstood(String),
    /// It cannot be read safely.
    Unsafe(Halt),
    /// The program that reads workbooks apart cannot be started.
    NoReader,
    /// The characters of a text cannot be told: the encoding that was tried.
    Characters(String),
    /// The reading was cancelled.
    Cancelled,
}

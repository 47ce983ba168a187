//! What is a paper made of? Headings, paragraphs, tables and pictures in one language, whatever file it becomes.
//!
//! A paper is written as `DOCX`, `HTML` or `XLSX`; all three show the same words and figures, because they are set here.

use jiff::civil::Date;

/// The page that a paper is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// A4, upright.
    A4,
    /// A4, upright, set close: what is to fit on one page.
    A4Close,
    /// A4, lying.
    A4Landscape,
    /// A3, lying.
    A3Landscape,
}

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// As usual.
    Plain,
    /// In bold.
    Strong,
    /// Small and grey: sources, hints.
    Faint,
    /// What holds or is recommended; in bold and green.
    Good,
    /// What is near a limit, waived or conditional; in bold and amber.
    Caution,
    /// What is broken or refused; in bold and red.
    Bad,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text, as it is printed: nothing in it is markup.
    pub text: String,
    /// How it is set.
    pub tone: Tone,
}

impl Run {
    /// Text as usual.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Plain }
    }

    /// Text in this tone.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone }
    }
}

/// What stands in a cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text; lines are broken at `\n`.
    Text(Run),
    /// A number: `steps` of the last decimal shown. In `XLSX` a number with this format.
    Number {
        /// The number in steps of its last decimal.
        steps: i64,
        /// Decimals shown.
        decimals: u8,
        /// Whether it is assumed and wears the sign ≈.
        is_assumed: bool,
        /// How it is set.
        tone: Tone,
    },
    /// A day.
    Day(Date),
    /// Nothing is on record; shown as —.
    Missing,
    /// Nothing belongs here.
    Blank,
}

impl Value {
    /// Text as usual.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(Run::plain(text))
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its head, with its unit in brackets where it has one.
    pub head: String,
    /// Head over it and its neighbours of the same group; empty for none.
    pub group: String,
    /// Its width beside the others; 1 for a short figure, 4 for a sentence.
    pub width: u16,
    /// Whether its cells are figures, set to the right.
    pub is_figures: bool,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Short name, for a sheet of a workbook: at most 31 characters without `[]:*?/\`, unique in its paper.
    pub name: String,
    /// Title over it; empty for none.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; each has a value for each column.
    pub rows: Vec<Vec<Value>>,
    /// Number of last rows that sum others up.
    pub sums: usize,
    /// Notes under it.
    pub notes: Vec<String>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What it shows, for those who cannot see it.
    pub told: String,
    /// As `SVG`.
    pub svg: String,
    /// As `PNG`.
    pub png: Vec<u8>,
    /// Width and height, in points of a screen.
    pub size: (u32, u32),
}

/// A part of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading: level 1 for a part, 2 within a part.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// Points in a list.
    List(Vec<Vec<Run>>),
    /// Names with what is said of them, side by side.
    Facts(Vec<(String, Vec<Run>)>),
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Picture),
    /// What follows begins on a new page.
    NewPage,
}

/// What everything rests on; printed in small letters at the foot of every paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// Sentences: data snapshot, rule pack, program version, illustrative values used.
    pub lines: Vec<String>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Whether it is Chinese; else English.
    pub is_chinese: bool,
    /// Its title.
    pub title: String,
    /// What stands under the title; empty for nothing.
    pub subtitle: String,
    /// The page that it is made for.
    pub page: Page,
    /// Its parts.
    pub blocks: Vec<Block>,
    /// What everything rests on.
    pub provenance: Provenance,
}

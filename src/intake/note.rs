//! What is to be said of a row? One note a doubt: what was supposed, what was left out, and why a row cannot be taken.

use jiff::civil::Date;

use super::{
    column::{Column, TableKind},
    figure::{Fault, Hedge},
    sheet,
    unit::Supposed,
};
use crate::model::id::IndustryId;

/// A sub-sector that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The sub-sector.
    pub industry: IndustryId,
    /// How well the words fit it, in per cent.
    pub percent: u8,
}

/// Where the other report of a project stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Other {
    /// In the scenario, by its id and name.
    Record(String, String),
    /// In the import: name of the sheet, number of the row, name of the project.
    Row(String, u32, String),
}

/// What is said of a row or a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// A cell without a figure that could be taken.
    Figure(Fault),
    /// A figure that nobody means in this unit: the figure and the unit that would be taken.
    Implausible {
        /// The figure as it would be taken, in the unit of the record.
        figure: String,
        /// Whether the unit was nowhere stated.
        is_unit_supposed: bool,
    },
    /// 万 or 亿 stands in the cell and in the head: which of them counts?
    TwoMultipliers,
    /// A figure larger than any that is kept.
    TooLarge,
    /// A formula without a result.
    Formula,
    /// A cell that a record cannot do without is empty.
    Needed,
    /// A name of so many characters.
    TooLong(usize),
    /// The sub-sector cannot be told; the best that there are.
    UnclearIndustry(Vec<Candidate>),
    /// A name that several places have: their names.
    ManyPlaces(Vec<String>),
    /// A park, unit or indicator that the scenario does not have, and that the record cannot do without.
    NoPlace(Vec<String>),
    /// No year.
    NoYear,
    /// The id stands in an earlier row: name of the sheet, number of the row.
    RepeatedId(String, u32),
    /// The id is that of a record with quite another name: that name.
    OtherName(String),
    /// The row says what an earlier row says: name of the sheet, number of the row.
    Repetition(String, u32),
    /// No unit is stated; the default was taken.
    UnitSupposed,
    /// The figure was hedged.
    Hedged(Hedge),
    /// The figure was rounded to what is kept: as it was taken.
    Rounded(String),
    /// The figure was converted under a supposition: as it was taken.
    Converted(Supposed, String),
    /// Said to be unknown: left out.
    Unknown,
    /// The whole column is apparent power: left out.
    ApparentColumn,
    /// Profit and tax in one: left out.
    ProfitAndTax,
    /// Total investment stands in for fixed-asset investment.
    TotalForFixed,
    /// Total and fixed-asset investment: the second was taken.
    FixedTaken,
    /// Fixed-asset investment above total investment.
    FixedAboveTotal,
    /// A stated quotient differs from what follows: what follows, in 万元 per mu.
    QuotientDiffers(String),
    /// The reporting unit follows from the sheet: its name.
    UnitOfSheet(String),
    /// The cell is filled from the row above it: its number.
    FilledDown(u32),
    /// The sub-sector follows from the heading above the rows: its words.
    IndustryOfHeading(String),
    /// The sub-sector was told from words: it, and the runner-up.
    IndustryTold(Candidate, Option<Candidate>),
    /// The year was supposed.
    YearSupposed(Date),
    /// The last day of the month was taken.
    LastOfMonth(Date),
    /// A bare number was read as the day that Excel means by it.
    SerialDay(Date),
    /// No day could be told: left out.
    NoDay,
    /// A day after that of the scenario.
    FutureDay,
    /// A word that is none of those allowed: left out.
    UnknownWord,
    /// A word was read as another one: the word of the scenario, by its name in the file.
    WordRead(&'static str),
    /// A place was told from a part of its name: its name.
    PlaceRead(String),
    /// A place that the scenario does not have: left out.
    UnknownPlace,
    /// Some of the facilities or groups are unknown: left out.
    UnknownNames(Vec<String>),
    /// Personal data were cut out.
    PersonalCut,
    /// Invisible marks were taken out.
    Stripped,
    /// The name looks like another one: that name.
    LooksLike(String),
    /// Another report of the same project; the day of its first report, and whether it is the earlier one.
    Duplicate {
        /// Where it stands.
        other: Other,
        /// The day of its first report.
        day: Option<Date>,
        /// Whether the other one has the right of first report.
        is_other_first: bool,
    },
    /// The row was found to be a record by its name: the id.
    KnownByName(String),
    /// A person said that it stays, or what it is.
    AsWished,
}

impl Code {
    /// Whether a row with this note is not taken.
    pub const fn is_refusal(&self) -> bool {
        match self {
            Self::Figure(_)
            | Self::Implausible { .. }
            | Self::TwoMultipliers
            | Self::TooLarge
            | Self::Formula
            | Self::Needed
            | Self::TooLong(_)
            | Self::UnclearIndustry(_)
            | Self::ManyPlaces(_)
            | Self::NoPlace(_)
            | Self::NoYear
            | Self::RepeatedId(..)
            | Self::OtherName(_)
            | Self::Repetition(..) => true,
            Self::UnitSupposed
            | Self::Hedged(_)
            | Self::Rounded(_)
            | Self::Converted(..)
            | Self::Unknown
            | Self::ApparentColumn
            | Self::ProfitAndTax
            | Self::TotalForFixed
            | Self::FixedTaken
            | Self::FixedAboveTotal
            | Self::QuotientDiffers(_)
            | Self::UnitOfSheet(_)
            | Self::FilledDown(_)
            | Self::IndustryOfHeading(_)
            | Self::IndustryTold(..)
            | Self::YearSupposed(_)
            | Self::LastOfMonth(_)
            | Self::SerialDay(_)
            | Self::NoDay
            | Self::FutureDay
            | Self::UnknownWord
            | Self::WordRead(_)
            | Self::PlaceRead(_)
            | Self::UnknownPlace
            | Self::UnknownNames(_)
            | Self::PersonalCut
            | Self::Stripped
            | Self::LooksLike(_)
            | Self::Duplicate { .. }
            | Self::KnownByName(_)
            | Self::AsWished => false,
        }
    }

    /// Whether the value that it is said of was worked out rather than stated.
    pub const fn is_estimate(&self) -> bool {
        matches!(
            self,
            Self::UnitSupposed
                | Self::Hedged(_)
                | Self::Rounded(_)
                | Self::Converted(..)
                | Self::TotalForFixed
                | Self::UnitOfSheet(_)
                | Self::FilledDown(_)
                | Self::IndustryOfHeading(_)
                | Self::IndustryTold(..)
                | Self::YearSupposed(_)
                | Self::LastOfMonth(_)
                | Self::SerialDay(_)
                | Self::WordRead(_)
                | Self::PlaceRead(_)
        )
    }

    /// Its stable name in machine output.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Figure(Fault::NoFigure) => "no-figure",
            Self::Figure(Fault::Range) => "range",
            Self::Figure(Fault::Several) => "several-figures",
            Self::Figure(Fault::Commas) => "unclear-commas",
            Self::Figure(Fault::Negative) => "negative",
            Self::Figure(Fault::Foreign) => "foreign-money",
            Self::Figure(Fault::Apparent) => "apparent-power",
            Self::Figure(Fault::OtherUnit) => "other-unit",
            Self::Figure(Fault::Beyond) | Self::TooLarge => "too-large",
            Self::Implausible { .. } => "implausible",
            Self::TwoMultipliers => "two-multipliers",
            Self::Formula => "formula",
            Self::Needed => "needed",
            Self::TooLong(_) => "too-long",
            Self::UnclearIndustry(_) => "unclear-industry",
            Self::ManyPlaces(_) => "many-places",
            Self::NoPlace(_) => "no-place",
            Self::NoYear => "no-year",
            Self::RepeatedId(..) => "repeated-id",
            Self::OtherName(_) => "other-name",
            Self::Repetition(..) => "repetition",
            Self::UnitSupposed => "unit-supposed",
            Self::Hedged(_) => "hedged",
            Self::Rounded(_) => "rounded",
            Self::Converted(..) => "converted",
            Self::Unknown => "unknown",
            Self::ApparentColumn => "apparent-column",
            Self::ProfitAndTax => "profit-and-tax",
            Self::TotalForFixed => "total-for-fixed",
            Self::FixedTaken => "fixed-taken",
            Self::FixedAboveTotal => "fixed-above-total",
            Self::QuotientDiffers(_) => "quotient-differs",
            Self::UnitOfSheet(_) => "unit-of-sheet",
            Self::FilledDown(_) => "filled-down",
            Self::IndustryOfHeading(_) => "industry-of-heading",
            Self::IndustryTold(..) => "industry-told",
            Self::YearSupposed(_) => "year-supposed",
            Self::LastOfMonth(_) => "last-of-month",
            Self::SerialDay(_) => "serial-day",
            Self::NoDay => "no-day",
            Self::FutureDay => "future-day",
            Self::UnknownWord => "unknown-word",
            Self::WordRead(_) => "word-read",
            Self::PlaceRead(_) => "place-read",
            Self::UnknownPlace => "unknown-place",
            Self::UnknownNames(_) => "unknown-names",
            Self::PersonalCut => "personal-cut",
            Self::Stripped => "stripped",
            Self::LooksLike(_) => "looks-like",
            Self::Duplicate { .. } => "duplicate",
            Self::KnownByName(_) => "known-by-name",
            Self::AsWished => "as-wished",
        }
    }
}

/// A note on a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What is said.
    pub code: Code,
    /// The column of the table that it is about.
    pub column: Option<Column>,
    /// The cell that it is about: column and row of the sheet, 1 for the first; column 0 for the row as a whole.
    pub cell: (u32, u32),
    /// What stands there, without personal data.
    pub written: String,
}

impl Note {
    /// Address of the cell, such as `C5`; of the row, such as `5`.
    pub fn address(&self) -> String {
        let (column, row) = self.cell;
        if column == 0 { row.to_string() } else { sheet::address(column, row) }
    }

    /// Whether its row is not taken.
    pub const fn is_refusal(&self) -> bool {
        self.code.is_refusal()
    }
}

/// Why a row holds no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// A person left the sheet or the row out.
    Wished,
    /// The workbook hides the sheet.
    Hidden,
    /// The sheet was written as a result.
    Result,
    /// No head with columns of a table was found in the sheet.
    NoTable,
    /// Sums over other sheets or instructions: the sheet's name says so.
    Summary,
    /// The row stands beside the table: nothing in any column that is known.
    Beside,
    /// The work was stopped before this row.
    Stopped,
}

/// What a row of a sheet is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A title or a line of units above the head.
    Title,
    /// The head of a table, or a part of it.
    Head,
    /// A footnote.
    Footnote,
    /// A sum.
    Sum,
    /// A heading within the table: its words.
    Heading(String),
    /// Nothing but a running number.
    SerialOnly,
    /// Left out.
    Skipped(Why),
    /// A record, by its place in the list of them.
    Data(usize),
}

/// Whether a record can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it stands.
    Taken,
    /// With something to be known.
    Noted,
    /// Not at all.
    Refused,
}

impl State {
    /// Its stable name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Noted => "noted",
            Self::Refused => "refused",
        }
    }
}

/// What a record does to the scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is new.
    New,
    /// It changes the record of its key.
    Changed,
    /// It leaves the record of its key as it is.
    Unchanged,
}

/// What a person says of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetWish {
    /// Whether it is left out.
    pub is_skipped: bool,
    /// Whether it is read although hidden or named as a summary.
    pub is_read: bool,
    /// Which table it is.
    pub table: Option<TableKind>,
    /// The unit that reports what stands in it.
    pub unit: Option<crate::model::id::UnitId>,
    /// Number of the row in which the head stands.
    pub head_row: Option<u32>,
}

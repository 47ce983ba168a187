//! What came of the workbooks? Every row that is not empty, once; the records that can be taken; what the columns were read as.

use super::{
    column::{Column, TableKind},
    layout::{HeadRead, HeadUnit},
    note::{Change, Note, Part, State, Why},
    values::Value,
    wish::Spot,
};
use crate::model::{
    edit::records::Records,
    enterprise::Enterprise,
    evidence::{Exception, Source},
    id::UnitId,
    indicator::IndicatorValue,
    park::Park,
    project::Project,
};

/// What a row became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// A project.
    Project(Box<Project>),
    /// An enterprise.
    Enterprise(Box<Enterprise>),
    /// A park with its capacities.
    Park(Box<Park>),
    /// Values of an indicator, one a year.
    IndicatorValues(Vec<IndicatorValue>),
}

/// A row that is a record, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataRow {
    /// Where it stands.
    pub spot: Spot,
    /// Its table.
    pub table: TableKind,
    /// Whether it can be taken.
    pub state: State,
    /// What it does to the scenario; `None` where it is refused.
    pub change: Option<Change>,
    /// Id of its record; of a value of an indicator, park, indicator and year.
    pub id: Option<String>,
    /// What was read, by column.
    pub values: Vec<(Column, Value)>,
    /// Its notes.
    pub notes: Vec<Note>,
    /// The record; `None` where it is refused.
    pub record: Option<Incoming>,
    /// What is to be said of single fields of the record.
    pub exceptions: Vec<Exception>,
}

/// A row of a sheet that is not empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowReading {
    /// Where it stands.
    pub spot: Spot,
    /// What it is.
    pub part: Part,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetReading {
    /// Place of its workbook.
    pub workbook: usize,
    /// Its place in its workbook.
    pub sheet: usize,
    /// Its name.
    pub name: String,
    /// Its table; `None` where nothing of it is read.
    pub table: Option<TableKind>,
    /// Why nothing of it is read.
    pub why: Option<Why>,
    /// Its columns.
    pub columns: Vec<HeadRead>,
    /// The unit that reports what stands in it.
    pub reporter: Option<UnitId>,
}

/// What came of the workbooks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intake {
    /// The sheets in order.
    pub sheets: Vec<SheetReading>,
    /// The rows in order.
    pub rows: Vec<RowReading>,
    /// The rows that are records, or would be, in order.
    pub data: Vec<DataRow>,
    /// The sources that the records cite.
    pub sources: Vec<Source>,
}

/// How many rows came to what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows taken as they stand.
    pub taken: usize,
    /// Rows taken with something to be known.
    pub noted: usize,
    /// Rows that are not taken.
    pub refused: usize,
    /// Of the rows taken, with or without a note: those that change nothing.
    pub unchanged: usize,
    /// Rows that hold no record.
    pub skipped: usize,
}

impl Intake {
    /// How many rows came to what.
    pub fn counts(&self) -> Counts {
        let of = |state| self.data.iter().filter(|it| it.state == state).count();
        Counts {
            taken: of(State::Taken),
            noted: of(State::Noted),
            refused: of(State::Refused),
            unchanged: self.data.iter().filter(|it| it.change == Some(Change::Unchanged)).count(),
            skipped: self.rows.len() - self.data.len(),
        }
    }

    /// The records of all rows that are taken and change something, for [`crate::model::edit::Edit::TakeIn`].
    pub fn records(&self) -> Records {
        let mut records = Records::default();
        for row in &self.data {
            if matches!(row.change, None | Some(Change::Unchanged)) {
                continue;
            }
            match &row.record {
                Some(Incoming::Project(it)) => records.projects.push(it.as_ref().clone()),
                Some(Incoming::Enterprise(it)) => records.enterprises.push(it.as_ref().clone()),
                Some(Incoming::Park(it)) => records.parks.push(it.as_ref().clone()),
                Some(Incoming::IndicatorValues(list)) => records.indicator_values.extend(list.iter().cloned()),
                None => continue,
            }
            records.exceptions.extend(row.exceptions.iter().cloned());
        }
        if !records.is_empty() {
            records.sources.clone_from(&self.sources);
        }
        records
    }

    /// The rows with a record of which nothing is taken.
    pub fn refused(&self) -> impl Iterator<Item = &DataRow> {
        self.data.iter().filter(|it| it.state == State::Refused)
    }
}

impl HeadRead {
    /// The unit that the head states, as it is shown: `万元`; `None` where it states none.
    pub fn unit_shown(&self) -> Option<String> {
        match self.unit {
            HeadUnit::Stated(stated) => {
                let multiplier = match stated.power {
                    0 => "",
                    3 => "千",
                    4 => "万",
                    8 => "亿",
                    _ => "×",
                };
                Some(format!("{multiplier}{}", stated.unit.zh))
            }
            HeadUnit::Apparent => Some("kVA".to_owned()),
            HeadUnit::None | HeadUnit::Other => None,
        }
    }
}

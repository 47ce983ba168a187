//! What did the person say? Everything that stands beside the workbooks when they are read; a preview is always read anew.

use std::collections::{BTreeMap, BTreeSet};

use super::{column::Column, note::SheetWish};
use crate::model::id::IndustryId;

/// A row of a sheet: workbook and sheet by their places in order, 0 for the first, and the number of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Place of the workbook.
    pub workbook: usize,
    /// Place of the sheet in its workbook.
    pub sheet: usize,
    /// Number of the row, 1 for the first.
    pub row: u32,
}

/// What a person said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// What heads are read as, by [`super::column::key`] of the head; `None` leaves the column out.
    pub heads: BTreeMap<String, Option<Column>>,
    /// What words for a sub-sector are read as, by [`super::column::key`] of the words.
    pub industries: BTreeMap<String, IndustryId>,
    /// What is said of sheets, by workbook and sheet.
    pub sheets: BTreeMap<(usize, usize), SheetWish>,
    /// Texts that stand in place of cells, by row and column of the sheet, 1 for the first.
    pub corrections: BTreeMap<(Spot, u32), String>,
    /// Sub-sectors of rows.
    pub chosen: BTreeMap<Spot, IndustryId>,
    /// Rows that are no second report of anything.
    pub no_duplicates: BTreeSet<Spot>,
    /// Rows that are left out.
    pub left_out: BTreeSet<Spot>,
}

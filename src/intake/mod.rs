//! What does a foreign sheet say, in the terms of a scenario? Workbooks of many hands become records, or reasons why not.
//!
//! [`sheet`] is what a reader found in a workbook, whatever file it came from; [`mod@column`] is the one table of columns, for both
//! directions. [`read`](read::read) finds the table of each sheet, says of every row what it is, and of every record what had
//! to be supposed; [`wish`] is what a person said beside the workbooks. A preview is always read anew, never patched.
//!
//! No value is taken in silence that is not plain: what is doubtful is noted, and where the doubt could change a figure the row
//! is refused. Nothing here touches files or knows windows; `io` reads the files, `i18n` has the words.

mod clean;
pub mod column;
mod context;
pub mod day;
mod decimal;
mod draft;
mod duplicates;
pub mod figure;
#[cfg(test)]
mod fixture;
mod industries;
pub mod layout;
pub mod note;
pub mod outcome;
pub mod outgoing;
mod places;
pub mod read;
mod record;
mod settle;
pub mod sheet;
#[cfg(test)]
mod tests;
pub mod unit;
pub mod values;
pub mod wish;
mod words;

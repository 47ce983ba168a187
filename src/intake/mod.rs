//! What does a foreign sheet say, in the terms of a scenario? Workbooks of many hands become records, or reasons why not.
//!
//! [`sheet`] is what a reader found in a workbook, whatever file it came from. Nothing here touches files, guesses in silence
//! or knows windows; `io` reads the files, `i18n` has the words.

mod clean;
pub mod column;
pub mod day;
mod decimal;
pub mod figure;
#[cfg(test)]
mod fixture;
mod industries;
mod layout;
pub mod note;
mod places;
pub mod sheet;
pub mod unit;
pub mod wish;

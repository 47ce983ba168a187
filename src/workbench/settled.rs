//! The embedded real projects of Mianyang and the parks where they went: the files of `assets/backtest`, taken in at build
//! time.

use std::path::Path;

use crate::{
    advise::backtest::Settled,
    io::{
        cases::{self, Sheet},
        problem::FileProblem,
    },
    model::scenario::Scenario,
};

const CASES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/backtest/cases.csv"));
const NOTES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/backtest/notes.csv"));

/// The cases, with the sub-sectors and parks of `scenario`; a scenario that does not know one of them is told which.
pub fn of(scenario: &Scenario) -> Result<Vec<Settled>, Vec<FileProblem>> {
    let cases = Sheet { path: Path::new("assets/backtest/cases.csv"), text: CASES };
    let notes = Sheet { path: Path::new("assets/backtest/notes.csv"), text: NOTES };
    cases::of_text(cases, Some(notes), scenario)
}

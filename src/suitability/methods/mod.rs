//! How are many criteria turned into one ranking, and how firm is it? Formulas over plain numbers, each with its source.
//!
//! Alternatives (parks) are rows, criteria are columns, weights stand in the order of the columns. `None` is undefined,
//! which is never 0. Nothing here knows what a criterion means, reads a scenario or rounds for the screen.

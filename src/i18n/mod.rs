//! How does it speak? Chinese first, English second; every phrase is written in both, or it does not compile.
//!
//! [`phrase`] is a fixed text, [`figure`] a number with its unit, [`term`] the settled word for a thing, [`criterion`] the
//! name of a criterion of suitability, [`undefined`] why an index has no value; [`finding`], [`edit`], [`advice`],
//! [`approval`], [`difference`], [`merging`] and [`problem`] build sentences from what the layers below report; [`words`] is what the
//! window says, [`help`] how it explains itself, [`printed`] what every paper says, [`report`] what single papers say, [`intake`] what
//! is said of rows that come in. No sentence is built anywhere else.

pub mod advice;
pub mod agreement;
pub mod approval;
pub mod backtest;
pub mod chart;
pub mod compare;
pub mod criterion;
pub mod datum;
pub mod difference;
pub mod edit;
pub mod evaluation;
pub mod existing;
pub mod figure;
pub mod finding;
pub mod help;
pub mod import;
pub mod intake;
pub mod merging;
pub mod outgoing;
pub mod phrase;
pub mod printed;
pub mod problem;
pub mod recognition;
pub mod report;
pub mod review;
pub mod session;
pub mod sharing;
pub mod solve;
pub mod suitability;
pub mod support;
pub mod term;
pub mod undefined;
pub mod words;

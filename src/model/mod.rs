//! What a scenario is: ids, units, records, the one way to change them, and the past.
//!
//! Reading order: [`scenario`] (the document), [`park`], [`project`], [`plan`] (its main records), [`edit`] (the only
//! function that changes it), [`history`] (undo), [`check`] (does it make sense), [`difference`] and [`merge`] (two people's
//! work). Plain data: no files, no clock, no
//! chance, no drawing, no rules.

pub mod anchors;
pub mod assume;
pub mod check;
pub mod criterion;
pub mod difference;
pub mod edit;
pub mod enterprise;
pub mod evidence;
mod fields;
pub mod fingerprint;
pub mod history;
pub mod id;
pub mod indicator;
pub mod industry;
pub mod merge;
pub mod outline;
pub mod park;
pub mod plan;
pub mod policy;
pub mod project;
pub mod quantity;
pub mod recognition;
pub mod scenario;
pub mod sharing;
pub mod support;
pub mod table;
pub mod text;
pub mod weights;

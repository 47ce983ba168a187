//! Stories, properties, round trips, hostile files, command line and the import rule; builds without the window.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test stops at the first thing that is not as it should be, and reads and writes files"
)]

mod advice;
mod analyzing;
mod batches;
mod book;
mod carried_away;
mod charts;
mod cli;
mod comparing;
mod edge_cases;
mod examples;
mod fixture;
mod generate;
mod help;
mod hostile;
mod hostile_files;
mod importing;
mod inquiries;
mod intake;
mod layers;
mod maps;
mod mechanisms;
mod meeting;
mod merging;
mod merging_verbs;
mod messy;
mod names;
mod optimise;
mod pack_examples;
mod papers;
mod properties;
mod query;
mod random;
mod reference;
mod relocating;
mod reviewing;
mod rules;
mod saves;
mod saving;
mod sequences;
mod sheets;
mod solving;
mod steps;
mod stories;
mod suitability;
mod verbs;
mod verdicts;
mod writers;

//! Stories, properties, round trips, hostile files, command line and the import rule; builds without the window.

mod cli;
mod fixture;
mod hostile;
mod layers;
mod properties;
mod rules;
mod saves;
mod saving;

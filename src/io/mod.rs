//! How do scenarios come and go? The only layer that touches files.
//!
//! [`ron`] reads and writes scenarios and rule packs; [`refusal`] tells why one was refused; [`locate`] finds the line of a record; [`save`] replaces a file
//! whole or not at all; [`problem`] is what can be wrong with a file, with its place; [`cases`] reads the cases of a backtest; [`geojson`] reads outlines of a
//! map; [`sheet`] reads workbooks; [`settings`] keeps what a person chose. Nothing here knows rules or windows.

pub mod cases;
pub mod geojson;
pub mod locate;
pub mod problem;
pub mod refusal;
pub mod ron;
pub mod save;
pub mod settings;
pub mod sheet;
mod thinning;

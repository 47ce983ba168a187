//! Which papers are carried away? Briefs, tables, sheets and minutes, as documents without a window.
//!
//! [`paper`] is what a paper is made of. Nothing here judges, draws a window or touches files.

pub mod paper;

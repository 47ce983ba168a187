//! Which papers are carried away? Briefs, tables, sheets and minutes, as documents without a window.
//!
//! [`paper`] is what a paper is made of, [`shown`] how its words and figures are written, [`page`] what has room on it and
//! [`ink`] its colours; [`docx`], [`html`] and [`xlsx`] make bytes of it, and [`format`] picks among them. Nothing here
//! judges, draws a window or touches files.

pub mod docx;
pub mod format;
pub mod html;
pub mod ink;
pub mod page;
pub mod paper;
pub mod shown;
pub mod xlsx;

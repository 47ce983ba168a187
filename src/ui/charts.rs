//! The charts of the window, one a file.

pub mod composition;
pub mod course;

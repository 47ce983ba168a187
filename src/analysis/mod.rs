//! What clusters are there? Indices over enterprises and placed projects; numbers only, no rules and no drawing.

pub mod composition;

//! What do the papers say? [`words`] are their heads and fixed lines, [`told`] the sentences with names and figures in them.

pub mod told;
pub mod words;

//! What do the papers say? [`words`] are their heads and fixed lines, [`terms`] the settled words for what
//! only they name, [`told`] the sentences with names and figures in them.

pub mod terms;
pub mod told;
pub mod words;

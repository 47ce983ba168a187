//! What the panels are made of: painted marks, bars, tags and buttons, in the tokens of the theme.
//!
//! These know no parks and no projects: they get words, figures and states, and must not read the model.

pub mod bar;
pub mod button;
pub mod icon;
pub mod seal;
pub mod shapes;
pub mod tag;
pub mod text;
pub mod tip;

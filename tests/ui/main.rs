//! Stories through the window by accessible label and role, in both languages; no display and no graphics card needed.

mod drags;
mod harness;
mod sessions;
mod stories;

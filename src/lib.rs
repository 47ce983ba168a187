//! Parkboard (园区布局工作台): a workbench for placing incoming industrial projects into a city's industrial parks.
//!
//! A national park stands for at most three leading and two characteristic industries, a provincial or municipal one for
//! two and two. Planners drag projects onto park cards and see at once what breaks; a clerk gets the same judgement from
//! the command line.
//!
//! # The map
//!
//! A layer may use what stands above it in this list, never what stands below; a test reads the source and holds that.
//!
//! | layer | the question that it answers |
//! |---|---|
//! | [`chance`] | What does a seed decide? |
//! | [`model`] | What is a scenario, and how does it change? |
//! | [`rules`] | What must a plan obey? |
//! | [`analysis`] | What clusters are there? |
//! | [`suitability`] | How well does a project fit a park? |
//! | [`evaluate`] | What do the rules say of a plan, and what would a change do? |
//! | [`advise`] | Which park is advised, and why not another? |
//! | [`optimise`] | How is a better plan found, and how good is it? |
//! | [`intake`] | What does a foreign sheet say, in the terms of a scenario? |
//! | [`io`] | How do scenarios come and go? |
//! | [`i18n`] | How does it speak? |
//! | [`look`] | What does it look like, on any surface? |
//! | [`chart`] | What pictures are there of it? |
//! | [`report`] | Which papers are carried away? |
//! | [`workbench`] | What is the application, without a window? |
//! | [`cli`] | The headless face. |
//! | `ui` | The window face (feature `gui`; nothing else draws). The two faces never see each other. |
//!
//! Read in this order: [`model::scenario`], [`model::edit`], [`rules`], [`workbench`], then one panel of `ui`.
//!
//! # The life of a click
//!
//! ```text
//! drop on a card · key · menu
//!   → a panel builds its view (plain data), draws it, reads the response
//!   → cx.push(Command)                 shared, first in first out, drained once after the last panel
//!   → workbench.dispatch(command)      one arm, one call
//!   → history.commit(edit) → apply     refused: a notice, nothing changed, no undo step
//!   → facts follow the change, the touched parks are judged again
//!   → the next frame reads the new truth
//! ```
//!
//! Drawing cannot change a scenario: panels get a shared context and push commands. Undo cannot be forgotten:
//! [`model::edit::apply`] is the only function that changes a scenario, and [`model::history`] wraps it. A rule is judged
//! in one place: drag preview, inspector, findings list and command line all ask [`rules::Book`]. What a plan assumes about
//! the base data is put in place before anything is judged ([`model::assume::world`]), so that no rule knows of assumptions.

pub mod advise;
pub mod analysis;
pub mod chance;
pub mod chart;
pub mod cli;
pub mod evaluate;
pub mod i18n;
pub mod intake;
pub mod io;
pub mod look;
pub mod model;
pub mod optimise;
pub mod report;
pub mod rules;
pub mod suitability;
#[cfg(feature = "gui")]
pub mod ui;
pub mod workbench;

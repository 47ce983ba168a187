//! Who gets how much (利益共享)? Rules of fair division, each the answer to one question.
//!
//! | question | rule |
//! |---|---|
//! | What does each party add, and would a group rather leave? | [`shapley`] |
//! | How is a gain split above what each could have alone? | [`nash`] |
//! | Who pays for which step of a shared facility? | [`serial`] |
//! | What does each get of a pool that is too small for the claims? | [`claims`] |
//! | How is a budget split in proportion, with a least and a most for each? | [`floors_caps`] |
//! | How do shares become whole units that add up? | [`largest_remainder`] |
//! | Which whole projects does a budget pay for? | [`budget_choice`] |
//! | How is the yearly tax of a moved project split to the fen? | [`ledger_split`] |
//!
//! Parties are known by their places only. Whole units are integers and add up exactly; amounts that may be split at will
//! are floats. Nothing here decides which rule is to hold.

pub mod budget_choice;
pub mod claims;
pub mod floors_caps;
pub mod largest_remainder;
pub mod ledger_split;
pub mod nash;
pub mod serial;
pub mod shapley;

use super::{SLACK, count, sum_of, undefined::Undefined};

/// The most parties for whom all coalitions, or all orders, are gone through.
pub const MOST_PARTIES: usize = 10;

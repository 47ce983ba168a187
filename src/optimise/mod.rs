//! How is a better plan found? Joint placement under shared limits, with a bound that says how good the plan is.
//!
//! | module | the question that it answers |
//! |---|---|
//! | [`problem`] | What is to be decided, as dense arrays? |
//! | [`layout`] | What was decided, what is it worth and what does it break, from scratch? |
//! | [`solve`](mod@solve) | In which order is searched, bounded and proven? |
//! | `first` | Which plan is there at once? |
//! | `state` | What does one change bring, without looking at the rest? |
//! | `search`, `redesign` | Which changes are tried? |
//! | [`bound`] | What do prices prove, in whole numbers? |
//! | [`loads`] | Can it be proven best? |
//! | [`proposal`] | What is proposed for a plan, and what becomes better or worse? |
//! | [`certificate`] | Does what was found out about a plan still hold? |
//! | [`positions`] | What should parks stand for, if positions may change as well? |
//! | [`pin_price`] | What does it cost to give in, and put a project where somebody insists? |
//! | [`alternatives`] | Which other good plans are there? |
//! | [`reading`] | What does a plan ask, in these arrays? |
//! | [`review`] | Which of the proposed changes belong together, and what does each group do? |
//! | `exact` | What does a general solver say? (feature `exact`) |
//! | `prices` | What is each limit worth? |

// Arrays are indexed by parks, kinds, projects, cells and choices that `Problem::of` has checked once.
#![expect(clippy::indexing_slicing, reason = "dense arrays whose indices are checked when the problem is made")]

pub mod alternatives;
pub mod bound;
pub mod certificate;
#[cfg(feature = "exact")]
pub mod exact;
mod first;
pub mod layout;
pub mod loads;
pub mod pin_price;
pub mod positions;
mod prices;
pub mod problem;
pub mod proposal;
pub mod reading;
mod redesign;
pub mod review;
mod search;
pub mod solve;
mod state;

pub use bound::ShadowPrices;
pub use layout::{Broken, Layout};
pub use loads::{PART, Rents};
pub use problem::{Amounts, Choice, Given, Kind, LANES, Offer, Park, Problem, Project, Role, Slots, Unusable};
pub use solve::{Evidence, Orders, Outcome, Progress, Unwatched, Watch, solve};

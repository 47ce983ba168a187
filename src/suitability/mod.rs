//! How well does a project fit a park? Criteria, their weights, the score that they add up to, and how firm it is.
//!
//! [`methods`] holds the formulas, which know of numbers only. What vetoes a park is a finding of [`crate::rules`]: no
//! score buys it off, and nothing here repeats a rule.

pub mod methods;

//! How are many indicators made one figure (综合评价)? The pieces of which composite indicators are built, each by itself.
//!
//! | question | formula |
//! |---|---|
//! | What is a reading worth on a common scale? | [`goalposts`], [`normalise`] |
//! | Who comes first in one indicator? | [`ranks`] |
//! | Is an indicator too lopsided to be used as it is? | [`shape`] |
//! | What are several values together? | [`means`] |
//! | Who wins most comparisons in pairs? | [`copeland`] |
//!
//! Source: Nardo et al. 2008, OECD and JRC Handbook on Constructing Composite Indicators. `None` in a list is a value that
//! is missing: it is left out and never counts as 0. Nothing here knows what an indicator means; the index of a park that
//! is made of these pieces is [`super::park_index`].

pub mod copeland;
pub mod goalposts;
pub mod means;
pub mod normalise;
pub mod ranks;
pub mod shape;

use super::{count, undefined::Undefined};

/// The values that are there; undefined when one of them is not a number.
fn present(values: &[Option<f64>]) -> Result<Vec<f64>, Undefined> {
    let present: Vec<f64> = values.iter().flatten().copied().collect();
    if present.iter().all(|value| value.is_finite()) { Ok(present) } else { Err(Undefined::NotAnAmount) }
}

/// The mean of `values`; undefined when there are none.
fn mean(values: &[f64]) -> Result<f64, Undefined> {
    if values.is_empty() { Err(Undefined::NoData) } else { Ok(values.iter().sum::<f64>() / count(values.len())) }
}

/// The mean and the standard deviation of a sample (divisor `n - 1`); undefined for fewer than two values, and when all
/// are equal up to rounding.
fn mean_and_deviation(values: &[f64]) -> Result<(f64, f64), Undefined> {
    let mean = mean(values)?;
    if values.len() < 2 {
        return Err(Undefined::TooFew(2));
    }
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let deviation = (squares / (count(values.len()) - 1.0)).sqrt();
    let scale = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    if deviation > super::SLACK * scale { Ok((mean, deviation)) } else { Err(Undefined::NoSpread) }
}

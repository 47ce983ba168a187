//! What clusters are there? Indices over enterprises and placed projects; numbers only, no rules and no drawing.
//!
//! | question | formula |
//! |---|---|
//! | What is a park made of? | [`composition`], [`structure`] |
//! | Is a trade stronger here than elsewhere? | [`location_quotient`], [`quadrant`] |
//! | How much hangs on a few trades? | [`herfindahl`], [`leading_concentration`] |
//! | How evenly is a park made up, and of trades how near? | [`entropy`], [`variety`] |
//! | How unlike, how alike are the parks? | [`krugman`], [`homogeneity`] |
//! | In how few regions is a trade? | [`locational_concentration`], [`ellison_glaeser`], [`coagglomeration`] |
//! | What is near to what is here? | [`relatedness`] |
//! | Who supplies whom? | [`chain`], [`linkage`], [`input_output`], [`flq`] |
//! | Do two levels go together? | [`coupling_coordination`] |
//! | Where does growth come from? | [`shift_share`] |
//! | How are many indicators made one figure? | [`composite`] |
//! | How good is a park, what would help it most, how firm is its place? | [`park_index`] |
//! | Is a park to be recognised, kept, warned? | [`recognition`] |
//! | Who gets how much? | [`allocation`] |
//! | Why is there no value? | [`undefined`] |
//! | What is one park like in all of them, and the city? | [`profile`] |
//!
//! A list that is shorter than its fellow counts as 0 where it ends, unless a function says otherwise.

pub mod allocation;
pub mod appraisal;
pub mod chain;
pub mod characteristic;
pub mod coagglomeration;
pub mod composite;
pub mod composition;
pub mod coupling_coordination;
pub mod ellison_glaeser;
pub mod entropy;
pub mod flq;
pub mod herfindahl;
pub mod homogeneity;
pub mod input_output;
pub mod krugman;
pub mod leading_concentration;
pub mod linkage;
pub mod location_quotient;
pub mod locational_concentration;
pub mod park_index;
pub mod profile;
pub mod quadrant;
pub mod recognition;
pub mod relatedness;
pub mod sharing;
pub mod shift_share;
pub mod structure;
pub mod support;
pub mod undefined;
pub mod variety;

use undefined::Undefined;

/// Two numbers this close, or this close to a mark, are the same: rounding decides nothing.
const SLACK: f64 = 1e-12;

/// `part / whole`; `None` when there is no whole, which is not the same as a share of 0.
fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

/// A number of things as a float.
#[expect(clippy::cast_precision_loss, reason = "no list of parks, industries or plants is as long as 2^52")]
fn count(length: usize) -> f64 {
    length as f64
}

/// What `list` has at `place`, 0 where it ends.
fn at(list: &[f64], place: usize) -> f64 {
    list.get(place).copied().unwrap_or(0.0)
}

/// The two lists side by side, the shorter one filled up with 0.
fn aligned<'a>(a: &'a [f64], b: &'a [f64]) -> impl Iterator<Item = (f64, f64)> + 'a {
    (0..a.len().max(b.len())).map(|place| (at(a, place), at(b, place)))
}

/// The sum of `amounts`, which may be 0; undefined when one of them, or the sum, is no amount.
fn sum_of(amounts: &[f64]) -> Result<f64, Undefined> {
    // The library's sum of nothing is -0, which is written so.
    let sum = amounts.iter().fold(0.0, |sum, amount| sum + amount);
    let is_sound = sum.is_finite() && amounts.iter().all(|amount| *amount >= 0.0);
    is_sound.then_some(sum).ok_or(Undefined::NotAnAmount)
}

/// The sum of `amounts`; undefined when it is 0.
fn total(amounts: &[f64]) -> Result<f64, Undefined> {
    let sum = sum_of(amounts)?;
    if sum > 0.0 { Ok(sum) } else { Err(Undefined::NoTotal) }
}

/// The sum of the amounts of a reference; undefined when it is 0.
fn reference_total(amounts: &[f64]) -> Result<f64, Undefined> {
    let sum = sum_of(amounts)?;
    if sum > 0.0 { Ok(sum) } else { Err(Undefined::NoReference) }
}

/// Each amount in parts of their sum.
fn shares(amounts: &[f64]) -> Result<Vec<f64>, Undefined> {
    let total = total(amounts)?;
    Ok(amounts.iter().map(|amount| amount / total).collect())
}

/// Each amount in parts of its sum beside that of the reference; undefined where the reference lacks what is here.
fn shares_beside(own: &[f64], reference: &[f64]) -> Result<Vec<(f64, f64)>, Undefined> {
    let (own_total, reference_total) = (total(own)?, reference_total(reference)?);
    let beside = |(place, (own, reference)): (usize, (f64, f64))| {
        let is_lacking = own > 0.0 && reference <= 0.0;
        if is_lacking {
            Err(Undefined::ReferenceAbsent(place))
        } else {
            Ok((own / own_total, reference / reference_total))
        }
    };
    aligned(own, reference).enumerate().map(beside).collect()
}

/// The sum of `rows`, column by column.
fn pooled(rows: &[Vec<f64>]) -> Vec<f64> {
    let mut sums = vec![0.0; rows.iter().map(Vec::len).max().unwrap_or(0)];
    for row in rows {
        add(&mut sums, row);
    }
    sums
}

/// Adds `row` to `sums`, which is at least as long.
fn add(sums: &mut [f64], row: &[f64]) {
    sums.iter_mut().zip(row).for_each(|(sum, amount)| *sum += amount);
}

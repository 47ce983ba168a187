//! What clusters are there? Indices over enterprises and placed projects; numbers only, no rules and no drawing.

pub mod chain;
pub mod composition;
pub mod homogeneity;
pub mod linkage;
pub mod location_quotient;
pub mod structure;

/// `part / whole`; `None` when there is no whole, which is not the same as a share of 0.
fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

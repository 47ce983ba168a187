//! Whose project is it? 1 where the unit that reported it first hosts it, else 0.
//!
//! A sharing agreement between first reporter and host will count 0.6 once agreements are recorded.

use super::{Basis, Case, Gap, Measure};

/// Whether the first reporter hosts.
pub fn measure(case: &Case<'_>) -> Measure {
    let Some(reporter) = &case.placed.project.first_reporter else { return Measure::Gap(Gap::Project) };
    let hosts = case.park.record.is_hosted_by(reporter);
    Measure::Value(if hosts { 1.0 } else { 0.0 }, Basis::FirstReport(hosts))
}

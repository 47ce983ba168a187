//! Whose project is it? 1 where the unit that reported it first hosts it, 0.6 where it shares by an agreement with the unit that
//! does, else 0.

use super::{Basis, Case, Gap, Interest, Measure};

/// Whether the first reporter hosts, or shares.
pub fn measure(case: &Case<'_>) -> Measure {
    let project = &case.placed.project;
    let Some(reporter) = &project.first_reporter else { return Measure::Gap(Gap::Project) };
    let (value, interest) = if case.park.record.is_hosted_by(reporter) {
        (1.0, Interest::Hosts)
    } else if case.park.agreed.contains(&project.id) {
        (case.ground.anchors().interest_agreed, Interest::Shares)
    } else {
        (0.0, Interest::None)
    };
    Measure::Value(value, Basis::Interest(interest))
}

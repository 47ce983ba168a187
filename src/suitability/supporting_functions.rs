//! Does the park have what the project asks for? Share of the facilities asked for that are there, 0 to 1.

use super::{Basis, Case, Gap, Measure};

/// The share of the facilities asked for.
pub fn measure(case: &Case<'_>) -> Measure {
    let asked = &case.placed.project.facilities;
    if asked.is_empty() {
        return Measure::Gap(Gap::NotConcerned);
    }
    let Some(there) = &case.park.record.facilities else { return Measure::Gap(Gap::Park) };
    let has = asked.iter().filter(|facility| there.contains(facility)).count();
    #[expect(clippy::cast_precision_loss, reason = "a handful of facilities")]
    let value = has as f64 / asked.len() as f64;
    Measure::Value(value, Basis::Facilities { has, asked: asked.len() })
}

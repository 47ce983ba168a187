//! How far is the network? Minutes to expressway, rail freight or airport, the worst that matters: 90 is 0, 15 is 1.

use super::{Basis, Case, Criterion, Gap, Measure, linear};

/// The access time of the park.
pub fn measure(case: &Case<'_>) -> Measure {
    let Some(minutes) = case.park.record.access_time else { return Measure::Gap(Gap::Park) };
    let value = linear(minutes.to_f64(), case.ground.anchors().ends(Criterion::Transport));
    Measure::Value(value, Basis::Minutes(minutes.steps()))
}

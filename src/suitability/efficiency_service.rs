//! How well is the park run? The park index of the latest year, 40 to 85: its geometric mean over the pillars with bonus points, by
//! the main pack ([`crate::analysis::appraisal`]).

use super::{Basis, Case, Criterion, Gap, Measure, linear};

/// The park index. Left out for all parks alike where no park has one.
pub fn measure(case: &Case<'_>) -> Measure {
    let Some(index) = case.park.index else {
        return Measure::Gap(if case.ground.is_indexed() { Gap::Park } else { Gap::NotRecorded });
    };
    Measure::Value(linear(index, case.ground.anchors().ends(Criterion::EfficiencyService)), Basis::Index(index))
}

//! What is left after the placement? The tightest factor: `(capacity − used − need) / capacity`, 0 to 0.3.
//!
//! Used are pinned placements and live reservations. Factors of which the project states no need are left out; where the
//! park does not state the capacity of a needed factor, nobody knows which is the tightest.

use super::{Basis, Case, Criterion, Gap, Measure, linear};
use crate::{
    model::{plan::Premises, policy::SiteFactor, quantity::Mu},
    rules::capacity,
};

/// The share of the tightest factor that is left.
pub fn measure(case: &Case<'_>) -> Measure {
    let mut tightest: Option<(Option<SiteFactor>, f64)> = None;
    let mut is_unknown = false;
    let mut states_some = false;
    let mut take = |factor, need: Option<i64>, capacity: Option<i64>, used: i64| {
        let Some(need) = need else { return };
        states_some = true;
        if need <= 0 {
            return;
        }
        let Some(capacity) = capacity else {
            is_unknown = true;
            return;
        };
        let left = share(capacity.saturating_sub(used).saturating_sub(need), capacity);
        if tightest.is_none_or(|(_, least)| left < least) {
            tightest = Some((factor, left));
        }
    };
    if case.placed.premises == Premises::OwnLand {
        let own = if case.own == Some(case.at) { case.placed.project.land.unwrap_or_default().steps() } else { 0 };
        let capacity = case.park.record.capacities.net_land.map(Mu::steps);
        take(None, case.placed.project.land.map(Mu::steps), capacity, case.park.used_land.saturating_sub(own));
    }
    for (factor, used) in SiteFactor::ALL.into_iter().zip(case.park.used) {
        let need = case.ground.need(case, factor);
        let own = if case.own == Some(case.at) { need.unwrap_or(0) } else { 0 };
        take(Some(factor), need, capacity::spare(&case.park.record.capacities, factor), used.saturating_sub(own));
    }
    match tightest {
        Some((factor, left)) if !is_unknown || left <= 0.0 => {
            let value = linear(left, case.ground.anchors().ends(Criterion::Headroom));
            Measure::Value(value, Basis::Headroom { factor, left })
        }
        _ if is_unknown => Measure::Gap(Gap::Park),
        _ => Measure::Gap(if states_some { Gap::NotConcerned } else { Gap::Project }),
    }
}

/// `left` over `capacity`; what is missing of nothing counts whole.
#[expect(clippy::cast_precision_loss, reason = "a share does not need sixteen digits")]
fn share(left: i64, capacity: i64) -> f64 {
    if capacity <= 0 { -1.0 } else { left as f64 / capacity as f64 }
}

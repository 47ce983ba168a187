//! Does the park list the new track? 1 where a stated direction or a position of the park is the sub-sector, else 0; only for
//! sub-sectors that the city counts among its new tracks.

use super::{Basis, Case, Gap, Measure};

/// Whether the park lists the track.
pub fn measure(case: &Case<'_>) -> Measure {
    let Some(trade) = case.trade else { return Measure::Gap(Gap::NotConcerned) };
    if !case.ground.trade(trade).is_some_and(|it| it.is_new_track) {
        return Measure::Gap(Gap::NotConcerned);
    }
    let lists = case.park.directions.iter().any(|(of, _)| *of == trade)
        || case.park.positions.iter().any(|it| it.trade == trade);
    Measure::Value(if lists { 1.0 } else { 0.0 }, Basis::Track(lists))
}

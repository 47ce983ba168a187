//! How strong is the sub-sector here already? Mean of two values on the output of existing enterprises: `log2 LQ` from −1 to
//! +2, and the park's share of the city's output in the sub-sector from 0 to 0.5.
//!
//! `LQ = (X_pi / X_p) / (X_i / X)` against the city, so that a sub-sector that nobody makes yet says nothing and is left out.
//! A park without any output has no quotient; its share is 0 all the same.

use super::{Basis, Case, Criterion, Gap, Measure, linear};
use crate::analysis::location_quotient::location_quotient;

/// The strength of the project's sub-sector in the park, the project itself left out.
pub fn measure(case: &Case<'_>) -> Measure {
    let Some(trade) = case.trade else { return Measure::Gap(Gap::NotConcerned) };
    let own = case.output.filter(|_| case.own.is_some()).map_or(0.0, |output| output.amount);
    let own_here = if case.own == Some(case.at) { own } else { 0.0 };
    let here = (case.park.output(trade) - own_here).max(0.0);
    let of_city = (case.ground.output(trade) - own).max(0.0);
    if of_city <= 0.0 {
        return Measure::Gap(Gap::NotConcerned);
    }
    let quotient =
        location_quotient(here, (case.park.total - own_here).max(0.0), of_city, (case.ground.total() - own).max(0.0));
    let at = |name| case.ground.anchors().at(Criterion::ClusterStrength.id(), name);
    let share = here / of_city;
    let of_share = linear(share, (at("share-zero"), at("share-one")));
    let of_quotient = quotient.map(|quotient| {
        if quotient > 0.0 { linear(quotient.log2(), (at("log-quotient-zero"), at("log-quotient-one"))) } else { 0.0 }
    });
    let value = of_quotient.map_or(of_share, |of_quotient| f64::midpoint(of_quotient, of_share));
    let basis = Basis::Cluster { location_quotient: quotient, share, firms: case.park.firms(trade) };
    Measure::Value(value, basis)
}

//! How strong is the sub-sector here already? Mean of three values: `log2 LQ` of output from −1 to +2, the park's share of
//! the city's output in the sub-sector from 0 to 0.5, and its share of the city's firms of the sub-sector, likewise.
//!
//! `LQ = (X_pi / X_p) / (X_i / X)` against the city. Named firms often state no output: they count as firms. A sub-sector that
//! nobody makes yet says nothing and is left out. A park without any output has no quotient; its shares are 0 all the same.

use super::{Basis, Case, Gap, Measure, linear};
use crate::analysis::location_quotient::location_quotient;

/// The strength of the project's sub-sector in the park, the project itself left out.
pub fn measure(case: &Case<'_>) -> Measure {
    let Some(trade) = case.trade else { return Measure::Gap(Gap::NotConcerned) };
    let (home, own) = case.own_output().unwrap_or((case.at, 0.0));
    let own_here = if home == case.at { own } else { 0.0 };
    let here = (case.park.output(trade) - own_here).max(0.0);
    let of_city = (case.ground.output(trade) - own).max(0.0);
    let firms_here = case.park.firms(trade) - i64::from(case.own == Some(case.at));
    let firms_of_city = case.ground.firms(trade) - i64::from(case.own.is_some());
    if of_city <= 0.0 && firms_of_city <= 0 {
        return Measure::Gap(Gap::NotConcerned);
    }
    let quotient =
        location_quotient(here, (case.park.total - own_here).max(0.0), of_city, (case.ground.total() - own).max(0.0));
    let anchors = case.ground.anchors();
    let share = if of_city > 0.0 { here / of_city } else { 0.0 };
    let of_share = linear(share, (anchors.cluster_share_zero, anchors.cluster_share_one));
    let of_quotient = quotient.map(|quotient| {
        if quotient > 0.0 {
            linear(quotient.log2(), (anchors.cluster_log_quotient_zero, anchors.cluster_log_quotient_one))
        } else {
            0.0
        }
    });
    #[expect(clippy::cast_precision_loss, reason = "numbers of firms are small")]
    let share_of_firms = (firms_of_city > 0).then(|| firms_here as f64 / firms_of_city as f64);
    let of_firms = share_of_firms.map(|share| linear(share, (anchors.cluster_share_zero, anchors.cluster_share_one)));
    let values = [of_quotient, (of_city > 0.0).then_some(of_share), of_firms];
    let known = values.iter().flatten();
    #[expect(clippy::cast_precision_loss, reason = "three values at most")]
    let value = known.clone().sum::<f64>() / known.count() as f64;
    let basis = Basis::Cluster { location_quotient: quotient, share, firms: firms_here };
    Measure::Value(value, basis)
}

//! How far above the thresholds? The smaller of investment and tax over what the sub-sector asks for its land, times the
//! factor of the park: 1.0 is 0, 1.5 is 1.
//!
//! In a standard plant the threshold holds for each 1,000 m² of floor, times the parameter of the rule, as in `rules`. Of
//! two figures the one that is stated counts when the other is not.

use super::{Basis, Case, Criterion, Gap, Measure, linear};
use crate::model::{
    plan::Premises,
    policy::Yield,
    quantity::{Factor, Mu},
};

/// The smaller margin of the project in the park.
pub fn measure(case: &Case<'_>) -> Measure {
    let Some(trade) = case.trade.and_then(|trade| case.ground.trade(trade)) else {
        return Measure::Gap(Gap::NotConcerned);
    };
    let on_land = case.placed.premises == Premises::OwnLand;
    let size = if on_land {
        case.placed.project.land.map(Mu::to_f64)
    } else {
        case.placed.project.floor_area.map(|floor| floor.to_f64() / 1_000.0)
    };
    let Some(size) = size.filter(|size| *size > 0.0) else { return Measure::Gap(Gap::Project) };
    let asked = [
        (Yield::Investment, case.placed.project.investment, trade.investment_per_mu),
        (Yield::Tax, case.placed.project.tax, trade.tax_per_mu),
    ];
    let mut ratios = Vec::new();
    for (of, brings, threshold) in asked {
        let (Some(brings), Some(threshold)) = (brings, threshold.filter(|it| *it > 0.0)) else { continue };
        let plant = if on_land { 1.0 } else { case.ground.plant_factor(of) };
        ratios.push((of, brings.to_f64() / size / (threshold * plant)));
    }
    let Some((of, ratio)) = ratios.into_iter().min_by(|a, b| a.1.total_cmp(&b.1)) else {
        return Measure::Gap(Gap::Project);
    };
    let Some(factor) = case.park.record.threshold_factor.map(Factor::to_f64).filter(|it| *it > 0.0) else {
        return Measure::Gap(Gap::Park);
    };
    let ratio = ratio / factor;
    Measure::Value(linear(ratio, case.ground.anchors().ends(Criterion::ThresholdMargin)), Basis::Margin { of, ratio })
}

//! Does a project bring enough for what it takes? Investment, tax or output per mu, against the threshold of its sub-sector.
//!
//! On land of its own: `amount / land ≥ threshold × factor of the park`, 万元 per mu. In a standard plant: `amount / floor ≥
//! threshold × factor × plant`, 万元 per 1,000 m². Figures are those of the first phase; the ratio with later phases is told
//! beside it. Met exactly is met; near: less than a tenth above.

use super::one_by_one::{self, Opinion};
use crate::{
    model::{
        plan::Premises,
        policy::Yield,
        project::Project,
        quantity::{Factor, Mu, SquareMetres, WanYuan},
    },
    rules::{
        Case,
        facts::Placed,
        finding::{Detail, Field, Finding, Measure},
    },
};

/// One finding a project that is below or hardly above, one for the rest.
pub fn judge(case: &Case<'_>, of: Yield, plant: Factor) -> Vec<Finding> {
    one_by_one::findings(case, |placed| opinion(case, placed, of, plant))
}

/// What a project brings, 万元; `None` is not stated.
fn brings(project: &Project, of: Yield) -> Option<WanYuan> {
    match of {
        Yield::Investment => project.investment,
        Yield::Tax => project.tax,
        Yield::Output => project.output,
    }
}

fn opinion(case: &Case<'_>, placed: &Placed, of: Yield, plant: Factor) -> Opinion {
    let project = &placed.project;
    let threshold = case.scenario.industries.get(&project.industry).and_then(|industry| match of {
        Yield::Investment => industry.investment_per_mu,
        Yield::Tax => industry.tax_per_mu,
        Yield::Output => industry.output_per_mu,
    });
    let on_land = placed.premises == Premises::OwnLand;
    // Land in hundredths of a mu, floor in m²: zero of either says nothing.
    let size = if on_land { project.land.map(Mu::steps) } else { project.floor_area.map(SquareMetres::steps) };
    let size = size.filter(|size| *size > 0);
    let amount = brings(project, of);
    let (Some(threshold), Some(factor), Some(size), Some(amount)) =
        (threshold, case.park.threshold_factor, size, amount)
    else {
        let missing = [
            threshold.is_none().then_some(Field::Threshold(of)),
            case.park.threshold_factor.is_none().then_some(Field::ThresholdFactor),
            size.is_none().then_some(if on_land { Field::Land } else { Field::FloorArea }),
            amount.is_none().then_some(Field::Brings(of)),
        ];
        return Opinion::Unknown(missing.into_iter().flatten().collect());
    };
    let (amount, size) = (i128::from(amount.steps()), i128::from(size));
    let least = i128::from(threshold.steps()) * i128::from(factor.steps());
    // Both sides in the same steps: what the project brings, and what it should bring for its land or floor.
    let (have, need, measure) = if on_land {
        (amount * 100_000, least * size, Measure::PerMu(of))
    } else {
        (amount * 1_000_000_000, least * i128::from(plant.steps()) * size, Measure::PerPlant(of))
    };
    if have >= need && have * 10 >= need * 11 {
        return Opinion::Holds;
    }
    let (actual, least) = if on_land {
        (hundredths(amount * 100, size), hundredths(least, 1_000))
    } else {
        (hundredths(amount * 1_000, size), hundredths(least * i128::from(plant.steps()), 1_000_000))
    };
    let with_phases = with_phases(project, of).filter(|_| on_land);
    let detail = Detail::Ratio { project: project.id.clone(), measure, actual, least, with_phases };
    if have < need { Opinion::Broken(detail) } else { Opinion::Near(detail) }
}

/// `numerator / divisor`, rounded half up.
pub(super) fn hundredths(numerator: i128, divisor: i128) -> i64 {
    if divisor <= 0 {
        return 0;
    }
    i64::try_from((numerator * 2 + divisor).div_euclid(divisor * 2)).unwrap_or(i64::MAX)
}

/// Investment per mu over all phases, in hundredths; `None` without phases or where a phase does not state its figures.
fn with_phases(project: &Project, of: Yield) -> Option<i64> {
    if project.phases.is_empty() || of != Yield::Investment {
        return None;
    }
    let (mut amount, mut land) = (i128::from(project.investment?.steps()), i128::from(project.land?.steps()));
    for phase in &project.phases {
        amount += i128::from(phase.investment?.steps());
        land += i128::from(phase.land?.steps());
    }
    Some(hundredths(amount * 100, land))
}

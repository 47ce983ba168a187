//! Does each project fit on a plot in one piece? Its land is at most the largest plot of the park, in mu.
//!
//! Judged for projects on land of their own, each by itself; later phases may stand on other plots. Near: less than a tenth
//! of the plot is left.

use super::{
    capacity::is_near,
    one_by_one::{self, Opinion},
};
use crate::{
    model::plan::Premises,
    rules::{
        Case,
        finding::{Detail, Field, Finding},
    },
};

/// One finding a project that does not fit or hardly fits, one for the rest.
pub fn judge(case: &Case<'_>) -> Vec<Finding> {
    let plot = case.park.capacities.largest_plot;
    one_by_one::findings(case, |placed| {
        if placed.premises == Premises::StandardPlant {
            return Opinion::NotConcerned;
        }
        let (land, plot) = match (placed.project.land, plot) {
            (Some(land), Some(plot)) => (land, plot),
            (land, plot) => {
                let missing = [plot.is_none().then_some(Field::LargestPlot), land.is_none().then_some(Field::Land)];
                return Opinion::Unknown(missing.into_iter().flatten().collect());
            }
        };
        let detail = Detail::Plot { project: placed.project.id.clone(), land, plot };
        if land > plot {
            Opinion::Broken(detail)
        } else if is_near(land.steps(), plot.steps()) {
            Opinion::Near(detail)
        } else {
            Opinion::Holds
        }
    })
}

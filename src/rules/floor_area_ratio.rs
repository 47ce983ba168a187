//! Is the land built up enough? Floor over site area is at least the ratio of the sub-sector (容积率); 1 mu = 666.67 m².
//!
//! `floor / (land × 2000/3) ≥ ratio`; projects in standard plants are not concerned. Met exactly is met; near: less than a
//! tenth above.

use super::{
    one_by_one::{self, Opinion},
    threshold::hundredths,
};
use crate::{
    model::{plan::Premises, quantity::Mu},
    rules::{
        Case,
        finding::{Detail, Field, Finding, Measure},
    },
};

/// One finding a project that is below or hardly above, one for the rest.
pub fn judge(case: &Case<'_>) -> Vec<Finding> {
    one_by_one::findings(case, |placed| {
        let project = &placed.project;
        if placed.premises == Premises::StandardPlant {
            return Opinion::NotConcerned;
        }
        let ratio = case.scenario.industries.get(&project.industry).and_then(|it| it.floor_area_ratio);
        let land = project.land.filter(|land| *land > Mu::ZERO);
        let (Some(ratio), Some(land), Some(floor)) = (ratio, land, project.floor_area) else {
            let missing = [
                ratio.is_none().then_some(Field::FloorAreaRatio),
                land.is_none().then_some(Field::Land),
                project.floor_area.is_none().then_some(Field::FloorArea),
            ];
            return Opinion::Unknown(missing.into_iter().flatten().collect());
        };
        let (floor, land, ratio) = (i128::from(floor.steps()), i128::from(land.steps()), i128::from(ratio.steps()));
        let (have, need) = (floor * 150, ratio * land);
        if have >= need && have * 10 >= need * 11 {
            return Opinion::Holds;
        }
        let detail = Detail::Ratio {
            project: project.id.clone(),
            measure: Measure::FloorAreaRatio,
            actual: hundredths(floor * 15, land),
            least: hundredths(ratio, 10),
            with_phases: None,
        };
        if have < need { Opinion::Broken(detail) } else { Opinion::Near(detail) }
    })
}

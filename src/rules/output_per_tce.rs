//! Is energy well spent? Output for each tonne of coal equivalent, 万元 per tce, is at least the limit.
//!
//! Energy = 1.229 × electricity (万 kWh) + 12.5 × gas (万 m³). A project that uses none holds. Met exactly is met; near:
//! less than a tenth above.

use super::{
    facts::energy,
    one_by_one::{self, Opinion},
    threshold::hundredths,
};
use crate::{
    model::{policy::Yield, quantity::Factor},
    rules::{
        Case,
        finding::{Detail, Field, Finding, Measure},
    },
};

/// One finding a project that is below or hardly above, one for the rest.
pub fn judge(case: &Case<'_>, least: Factor) -> Vec<Finding> {
    one_by_one::findings(case, |placed| {
        let project = &placed.project;
        let (Some(energy), Some(output)) = (energy(project), project.output) else {
            let missing = [
                energy(project).is_none().then_some(Field::Energy),
                project.output.is_none().then_some(Field::Brings(Yield::Output)),
            ];
            return Opinion::Unknown(missing.into_iter().flatten().collect());
        };
        let (output, energy, least) =
            (i128::from(output.steps()), i128::from(energy.steps()), i128::from(least.steps()));
        let (have, need) = (output * 100, least * energy);
        if have >= need && have * 10 >= need * 11 {
            return Opinion::Holds;
        }
        let detail = Detail::Ratio {
            project: project.id.clone(),
            measure: Measure::OutputPerTce,
            actual: hundredths(output * 10, energy),
            least: hundredths(least, 10),
            with_phases: None,
        };
        if have < need { Opinion::Broken(detail) } else { Opinion::Near(detail) }
    })
}

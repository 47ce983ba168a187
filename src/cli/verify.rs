//! `parkboard verify`: does what a solver found out about a plan still hold?

use std::{io::Write, path::PathBuf};

use serde::Serialize;

use super::{
    DONE, NEGATIVE, Reading, Stop,
    form::{self, Asked, TextForm},
};
use crate::{
    evaluate::score::Score,
    i18n,
    io::{locate::Places, ron},
    model::{check::Site, id::PlanId, scenario::Scenario},
    optimise::certificate::{self, Fault},
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario / 情景文件
    file: PathBuf,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    pub(super) reading: Reading,
}

/// Machine form of the answer; keys are stable.
#[derive(Serialize)]
struct Answer<'a> {
    plan: &'a str,
    holds: bool,
    proven: bool,
    score: Option<Score>,
    bound_score: Option<Score>,
    fault: Option<&'static str>,
    line: Option<usize>,
    column: Option<usize>,
    text: TextForm,
}

/// Runs the verb; exit 1 when the certificate does not hold.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let text = ron::read_text(&arguments.file, ".ron")?;
    let mut scenario = ron::scenario_from_text(&arguments.file, &text)?;
    let plan = arguments.asked.of(&mut scenario)?;
    let checked =
        certificate::check(&scenario, &plan).map_err(|it| Stop::Refused(i18n::solve::unreadable(&scenario, &it)))?;
    let lang = arguments.reading.lang.into();
    match checked {
        Ok(holds) => {
            let told = i18n::solve::holds(&holds);
            if arguments.reading.json {
                let answer = Answer {
                    plan: plan.as_str(),
                    holds: true,
                    proven: holds.is_best,
                    score: Some(holds.score),
                    bound_score: holds.bound,
                    fault: None,
                    line: None,
                    column: None,
                    text: told.into(),
                };
                form::write_json(out, &answer)?;
            } else {
                writeln!(out, "{}", told.of(lang))?;
            }
            Ok(DONE)
        }
        Err(fault) => {
            let told = i18n::solve::fault(&scenario, &fault);
            let spot = Places::new(&text).spot(&site(&scenario, &plan, &fault));
            if arguments.reading.json {
                let answer = Answer {
                    plan: plan.as_str(),
                    holds: false,
                    proven: false,
                    score: None,
                    bound_score: None,
                    fault: Some(id(&fault)),
                    line: spot.map(|it| it.line),
                    column: spot.map(|it| it.column),
                    text: told.into(),
                };
                form::write_json(out, &answer)?;
            } else {
                let place = spot.map_or_else(String::new, |it| format!(":{}:{}", it.line, it.column));
                writeln!(out, "{}{place}: {}", arguments.file.display(), told.of(lang))?;
            }
            Ok(NEGATIVE)
        }
    }
}

/// The record that a fault is about: the placement that was changed by hand, else the certificate.
fn site(scenario: &Scenario, plan: &PlanId, fault: &Fault) -> Site {
    if let Fault::Placement { project, .. } = fault
        && let Some(placement) = scenario.placements.get(&(plan.clone(), project.clone()))
    {
        return Site::of(placement.as_ref(), "park");
    }
    match scenario.certificates.get(&(plan.clone(),)) {
        Some(certificate) => Site::of(certificate.as_ref(), "plan"),
        None => Site { table: "", key: Vec::new(), nth: 0, field: "certificates" },
    }
}

/// Id of a fault in machine output.
const fn id(fault: &Fault) -> &'static str {
    match fault {
        Fault::None => "no-certificate",
        Fault::Seal => "seal",
        Fault::Rules => "rules",
        Fault::Placement { .. } => "placement",
        Fault::Problem => "data",
        Fault::Value => "value",
        Fault::Bound => "bound",
    }
}

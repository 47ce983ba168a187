//! What verbs share: which plan is meant, and findings in machine form.

use std::{io::Write, path::Path, sync::Arc};

use jiff::civil::Date;
use serde::Serialize;

use super::{Stop, day};
use crate::{
    i18n::{self, phrase::Phrase, problem::no_such},
    io::save,
    model::{
        id::{PlanId, ProjectId},
        project::Project,
        scenario::Scenario,
        text::Text,
    },
    rules::finding::Finding,
};

/// Which plan a verb judges, and on which day.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// The plan, by id or name; the active one when absent / 方案编号或名称
    #[arg(long)]
    plan: Option<String>,
    /// The day of judgement; the scenario's own when absent / 基准日
    #[arg(long, value_parser = day)]
    as_of: Option<Date>,
}

impl Asked {
    /// Sets the day of `scenario`, and tells which of its plans is meant.
    pub fn of(&self, scenario: &mut Scenario) -> Result<PlanId, Stop> {
        if let Some(day) = self.as_of {
            scenario.as_of = day;
        }
        chosen_plan(scenario, self.plan.as_deref())
    }
}

/// The project that is `asked` for by id.
pub fn chosen_project(scenario: &Scenario, asked: &str) -> Result<Arc<Project>, Stop> {
    let project = ProjectId::new(asked).ok().and_then(|id| scenario.projects.get(&id).cloned());
    project.ok_or_else(|| {
        let known: Vec<&str> = scenario.projects.iter().map(|it| it.id.as_str()).collect();
        Stop::NoSuch(no_such("项目", "project", asked, &known))
    })
}

/// Refuses to replace the file at `path` without force.
pub fn may_write(path: &Path, force: bool) -> Result<(), Stop> {
    if !save::is_file(path) || force {
        return Ok(());
    }
    let phrase = Phrase::new(
        "文件已存在，未写入；要覆盖请加 --force",
        "There is such a file, and nothing was written; add --force to replace it",
    );
    Err(Stop::Use(phrase, path.display().to_string()))
}

/// A number of steps as a float.
#[expect(clippy::cast_precision_loss, reason = "figures of a file are below 2^53 steps")]
pub fn float(steps: i64) -> f64 {
    steps as f64
}

/// Writes `answer` in machine form.
pub fn write_json(out: &mut dyn Write, answer: &impl Serialize) -> Result<(), Stop> {
    let text = serde_json::to_string_pretty(answer).map_err(std::io::Error::from)?;
    Ok(writeln!(out, "{text}")?)
}

/// A finding in machine form; keys are stable.
#[derive(Serialize)]
pub struct FindingForm<'a> {
    rule: &'a str,
    level: &'static str,
    mode: &'static str,
    state: &'static str,
    near_miss: bool,
    park: Option<&'a str>,
    members: Vec<MemberForm<'a>>,
    text: TextForm,
}

#[derive(Serialize)]
struct MemberForm<'a> {
    kind: &'static str,
    id: &'a str,
    part: &'static str,
}

/// A text in both languages.
#[derive(Serialize)]
pub struct TextForm {
    zh: String,
    en: String,
}

impl From<Text> for TextForm {
    fn from(text: Text) -> Self {
        Self { en: text.english().to_owned(), zh: text.zh }
    }
}

/// The plan that is `asked` for by id or name; the active one where none is.
pub fn chosen_plan(scenario: &Scenario, asked: Option<&str>) -> Result<PlanId, Stop> {
    let Some(asked) = asked else { return Ok(scenario.active_plan.clone()) };
    let found =
        scenario.plans.iter().find(|plan| plan.id.as_str() == asked || plan.name.zh == asked || plan.name.en == asked);
    found.map(|plan| plan.id.clone()).ok_or_else(|| {
        let known: Vec<&str> = scenario.plans.iter().map(|it| it.id.as_str()).collect();
        Stop::NoSuch(no_such("方案", "plan", asked, &known))
    })
}

/// The machine form of `finding`.
pub fn finding<'a>(scenario: &Scenario, finding: &'a Finding) -> FindingForm<'a> {
    use crate::model::policy::{Level, Mode};
    FindingForm {
        rule: finding.rule.as_str(),
        level: match finding.level {
            Level::Legal => "legal",
            Level::Policy => "policy",
        },
        mode: match finding.mode {
            Mode::Block => "block",
            Mode::NeedsWaiver => "needs-waiver",
            Mode::Warn => "warn",
            Mode::Off => "off",
        },
        state: finding.state.id(),
        near_miss: finding.is_near_miss(),
        park: finding.park.as_ref().map(crate::model::id::ParkId::as_str),
        members: finding
            .members
            .iter()
            .map(|member| MemberForm { kind: member.item.kind(), id: member.item.id(), part: member.part.id() })
            .collect(),
        text: i18n::finding::sentence(scenario, finding).into(),
    }
}

//! Other plans beside the one that is shown: of the document, or of another file; judged beside the window and kept as long as
//! they are as they were.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use super::{Workbench, jobs::Version, receipt::Notice};
use crate::{
    evaluate::{judgement::Judgement, side_by_side::SideBySide},
    i18n,
    io::problem::FileProblem,
    model::{id::PlanId, scenario::Scenario, text::Text},
};

/// A plan that is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Of the document.
    Plan(PlanId),
    /// Of a file.
    File(PathBuf, PlanId),
}

/// A file whose plans are compared.
#[derive(Debug)]
struct Visitor {
    scenario: Arc<Scenario>,
}

/// A plan as it was judged; a plan of the document in a version of it.
#[derive(Debug)]
struct Kept {
    version: Option<Version>,
    judgement: Arc<Judgement>,
    /// The plan that was shown, in the version in which it was, and what differs from it.
    beside: Option<(u64, Arc<SideBySide>)>,
}

/// What comparing keeps.
#[derive(Debug, Default)]
pub(super) struct Comparing {
    visitors: BTreeMap<PathBuf, Visitor>,
    kept: BTreeMap<Side, Kept>,
    under_way: Option<Side>,
}

impl Workbench {
    /// The plans that can be compared with the one that is shown: of the document, then of other files.
    pub fn sides(&self) -> Vec<Side> {
        let own = self.scenario().plans.iter().map(|plan| plan.id.clone()).filter(|id| id != self.plan());
        let visitors = self.comparing.visitors.iter();
        let others = visitors.flat_map(|(path, visitor)| {
            visitor.scenario.plans.iter().map(|plan| Side::File(path.clone(), plan.id.clone()))
        });
        own.map(Side::Plan).chain(others).collect()
    }

    /// What a plan that is compared is called.
    pub fn side_name(&self, side: &Side) -> Text {
        let (scenario, id, file) = match side {
            Side::Plan(id) => (Some(self.scenario()), id, String::new()),
            Side::File(path, id) => {
                let name = path.file_stem().map(|name| format!(" · {}", name.to_string_lossy())).unwrap_or_default();
                (self.comparing.visitors.get(path).map(|it| it.scenario.as_ref()), id, name)
            }
        };
        let name = scenario.and_then(|it| it.plans.get(id)).map(|plan| plan.name.clone()).unwrap_or_default();
        Text::new(format!("{id} {}{file}", name.zh), format!("{id} {}{file}", name.english()))
    }

    /// The judgement of a plan that is compared; `None` as long as it is not there.
    pub fn side_judgement(&self, side: &Side) -> Option<&Arc<Judgement>> {
        let kept = self.comparing.kept.get(side)?;
        kept.version.is_none_or(|version| version == self.version()).then_some(&kept.judgement)
    }

    /// In what a plan differs from the one that is shown; `None` as long as it is not judged.
    pub fn side_by_side(&self, side: &Side) -> Option<&Arc<SideBySide>> {
        self.side_judgement(side)?;
        let (generation, beside) = self.comparing.kept.get(side)?.beside.as_ref()?;
        (*generation == self.generation).then_some(beside)
    }

    /// Whether a plan is being judged beside the window.
    pub const fn is_judging_side(&self) -> bool {
        self.comparing.under_way.is_some()
    }

    /// Judges a plan beside the window, unless that is done, and compares it with the one that is shown.
    pub(super) fn put_beside(&mut self, side: &Side) {
        if let Some(judgement) = self.side_judgement(side).cloned() {
            if self.side_by_side(side).is_none() {
                let beside = Arc::new(SideBySide::of(&self.judgement, &judgement));
                if let Some(kept) = self.comparing.kept.get_mut(side) {
                    kept.beside = Some((self.generation, beside));
                }
            }
            return;
        }
        if self.comparing.under_way.is_some() {
            return;
        }
        let (scenario, plan, version) = match side {
            Side::Plan(id) => (Arc::new(self.scenario().clone()), id, Some(self.version())),
            Side::File(path, id) => {
                let Some(visitor) = self.comparing.visitors.get(path) else { return };
                (Arc::clone(&visitor.scenario), id, None)
            }
        };
        if !scenario.plans.contains(plan) {
            return;
        }
        self.comparing.under_way = Some(side.clone());
        self.jobs.judge_side(side.clone(), scenario, plan.clone(), version);
    }

    /// Takes in a judgement; nothing where the job broke off.
    pub(super) fn side_judged(&mut self, side: Side, version: Option<Version>, judgement: Option<Judgement>) {
        self.comparing.under_way = None;
        if let Some(judgement) = judgement {
            self.comparing.kept.insert(side, Kept { version, judgement: Arc::new(judgement), beside: None });
        }
    }

    /// Reads a file whose plans are to be compared.
    pub(super) fn bring_plans(&mut self, path: PathBuf) {
        self.jobs.read_beside(path);
    }

    pub(super) fn plans_brought(&mut self, path: PathBuf, outcome: Result<Box<Scenario>, Vec<FileProblem>>) {
        match outcome {
            Ok(scenario) => {
                self.comparing.kept.retain(|side, _| !matches!(side, Side::File(of, _) if *of == path));
                let plans = scenario.plans.len();
                let place = path.display();
                self.notice = Some(Notice::news(Text::new(
                    format!("已加入 {place} 的 {plans} 个方案"),
                    format!("{plans} plans of {place} can be compared"),
                )));
                self.comparing.visitors.insert(path, Visitor { scenario: Arc::from(scenario) });
            }
            Err(problems) => {
                let lines = problems.iter().map(|problem| {
                    let sentence = i18n::problem::sentence(problem);
                    let place = problem.place();
                    Text::new(format!("{place}：{}", sentence.zh), format!("{place}: {}", sentence.english()))
                });
                let mut notice = Notice::warning(Text::new("这个文件不能用来比较", "The file cannot be compared"));
                notice.details = lines.collect();
                self.notice = Some(notice);
            }
        }
    }

    /// Forgets the plans of a file.
    pub(super) fn send_plans_away(&mut self, path: &PathBuf) {
        self.comparing.visitors.remove(path);
        self.comparing.kept.retain(|side, _| !matches!(side, Side::File(of, _) if of == path));
    }
}

//! What happened last, in one line; and what a person must be told.

use std::collections::BTreeSet;

use crate::{
    evaluate::{judgement::Judgement, score::Score},
    model::{
        edit::{Edit, Touched},
        id::PlanId,
        text::Text,
    },
    rules::finding::{Finding, FindingKey, State},
};

/// Which way the step went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It was done.
    Done,
    /// It was taken back.
    Undone,
    /// It was done again.
    Redone,
}

/// The last step and what it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The step.
    pub edit: Edit,
    /// Which way it went.
    pub way: Way,
    /// Number of steps that went this way together; `edit` is the last of them.
    pub steps: usize,
    /// Score before.
    pub before: Score,
    /// Score after.
    pub after: Score,
    /// Broken findings that are new, worst first.
    pub created: Vec<Finding>,
    /// Number of broken findings that are gone.
    pub cured: usize,
}

/// What a step may change of a judgement, as it was before: the score, and the findings of what the step touched.
#[derive(Debug, Clone)]
pub struct Before {
    plan: PlanId,
    score: Score,
    broken: BTreeSet<FindingKey>,
}

impl Before {
    /// What a step that `touched` this may change of `judgement`; costs what it touched.
    pub fn new(judgement: &Judgement, touched: &Touched) -> Self {
        let broken = broken(judgement, touched).map(Finding::key).collect();
        Self { plan: judgement.plan().clone(), score: judgement.score(), broken }
    }
}

/// The broken findings that a step which `touched` this can have changed.
fn broken<'a>(judgement: &'a Judgement, touched: &'a Touched) -> impl Iterator<Item = &'a Finding> {
    let plan = judgement.plan();
    let is_everything = touched.plans.contains(plan);
    let of_parks = touched.parks.iter().filter(move |(of, _)| of == plan && !is_everything);
    let all = is_everything.then(|| judgement.findings()).into_iter().flatten();
    let some = of_parks.flat_map(|(_, park)| judgement.of_park(park));
    let city = (!is_everything).then(|| judgement.of_city_by_plan()).into_iter().flatten();
    all.chain(some).chain(city).filter(|finding| finding.state == State::Broken)
}

impl Receipt {
    /// The receipt of `steps` steps that `touched` this, the last of them `edit`, by the judgement before and after them.
    pub fn new(edit: &Edit, way: Way, steps: usize, touched: &Touched, before: &Before, after: &Judgement) -> Self {
        let (mut created, mut cured) = (Vec::new(), 0);
        // Scores and findings of two plans are not a change.
        let is_same_plan = before.plan == *after.plan();
        if is_same_plan {
            let is: BTreeSet<FindingKey> = broken(after, touched).map(Finding::key).collect();
            cured = before.broken.difference(&is).count();
            created = broken(after, touched).filter(|it| !before.broken.contains(&it.key())).cloned().collect();
            created.sort_by_cached_key(|finding| (finding.level, finding.key()));
        }
        let score_before = if is_same_plan { before.score } else { after.score() };
        Self { edit: edit.clone(), way, steps, before: score_before, after: after.score(), created, cured }
    }
}

/// How serious a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Something went well.
    News,
    /// What to do first: nothing went wrong.
    Hint,
    /// Something was not done.
    Warning,
}

/// Something that a person must be told; it stays until it is dismissed or something else happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How serious.
    pub weight: Weight,
    /// What, in one sentence.
    pub text: Text,
    /// More lines, such as the problems of a file.
    pub details: Vec<Text>,
}

impl Notice {
    /// Good news.
    pub fn news(text: impl Into<Text>) -> Self {
        Self { weight: Weight::News, text: text.into(), details: Vec::new() }
    }

    /// What must be done before something is possible.
    pub fn hint(text: impl Into<Text>) -> Self {
        Self { weight: Weight::Hint, text: text.into(), details: Vec::new() }
    }

    /// Something that was not done, and why.
    pub fn warning(text: impl Into<Text>) -> Self {
        Self { weight: Weight::Warning, text: text.into(), details: Vec::new() }
    }
}

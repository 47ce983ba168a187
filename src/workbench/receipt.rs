//! What happened last, in one line; and what a person must be told.

use crate::{
    evaluate::{judgement::Judgement, score::Score},
    model::{edit::Edit, text::Text},
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
    /// Score before.
    pub before: Score,
    /// Score after.
    pub after: Score,
    /// Broken findings that are new, worst first.
    pub created: Vec<Finding>,
    /// Number of broken findings that are gone.
    pub cured: usize,
}

impl Receipt {
    /// The receipt of a step that was done.
    pub fn done(edit: &Edit, before: &Judgement, after: &Judgement) -> Self {
        Self::new(edit, Way::Done, before, after)
    }

    /// The receipt of a step that was taken back.
    pub fn undone(edit: &Edit, before: &Judgement, after: &Judgement) -> Self {
        Self::new(edit, Way::Undone, before, after)
    }

    /// The receipt of a step that was done again.
    pub fn redone(edit: &Edit, before: &Judgement, after: &Judgement) -> Self {
        Self::new(edit, Way::Redone, before, after)
    }

    fn new(edit: &Edit, way: Way, before: &Judgement, after: &Judgement) -> Self {
        let broken = |judgement: &Judgement| -> Vec<(FindingKey, Finding)> {
            let broken = judgement.notable().into_iter().filter(|finding| finding.state == State::Broken);
            broken.map(|finding| (finding.key(), finding.clone())).collect()
        };
        let (was, is) =
            if before.plan() == after.plan() { (broken(before), broken(after)) } else { Default::default() };
        let in_list = |key: &FindingKey, list: &[(FindingKey, Finding)]| list.iter().any(|(other, _)| other == key);
        let cured = was.iter().filter(|(key, _)| !in_list(key, &is)).count();
        let created = is.iter().filter(|(key, _)| !in_list(key, &was)).map(|(_, it)| it.clone()).collect();
        // Scores of two plans are not a change.
        let score_before = if before.plan() == after.plan() { before.score() } else { after.score() };
        Self { edit: edit.clone(), way, before: score_before, after: after.score(), created, cured }
    }
}

/// How serious a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Something went well.
    News,
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

    /// Something that was not done, and why.
    pub fn warning(text: impl Into<Text>) -> Self {
        Self { weight: Weight::Warning, text: text.into(), details: Vec::new() }
    }
}

//! May this project go into this park? One verdict of the rules, with the findings that say so.
//!
//! It judges the change that the placement makes to the plan as it stands: what was wrong before is not held against it.

use std::sync::Arc;

use super::{effect::of_move, judgement::Judgement};
use crate::{
    model::{id::ParkId, plan::Premises, project::Project},
    rules::finding::{Finding, State},
};

/// What the rules advise about one project in one park. Authorities decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// 建议: nothing at level legal stands in the way.
    Recommended,
    /// 有条件: a finding at level legal is broken or unknown, and none blocks.
    Conditional,
    /// 否决: a finding blocks.
    Vetoed,
}

impl Verdict {
    /// All verdicts, best first.
    pub const ALL: [Self; 3] = [Self::Recommended, Self::Conditional, Self::Vetoed];

    /// Id of the verdict in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Recommended => "recommended",
            Self::Conditional => "conditional",
            Self::Vetoed => "vetoed",
        }
    }
}

/// A verdict, and what says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// The findings that block, where it is vetoed.
    pub vetoes: Vec<Finding>,
    /// The findings at level legal that are broken or unknown and do not block, worst first.
    pub conditions: Vec<Finding>,
    /// What else the placement brings about: policy, and what is nearly used up or waived; worst first.
    pub notes: Vec<Finding>,
}

/// The verdict on putting `project` into `park` on `premises`, in the plan that `judgement` judges.
///
/// Costs as much as judging the parks that it touches.
pub fn of(judgement: &Judgement, project: &Arc<Project>, park: &ParkId, premises: Premises) -> Judged {
    Judged::of(of_move(judgement, project, Some((park, premises))).created)
}

impl Judged {
    /// Whether a limit at level legal would break: it can be waived, and is nothing that the program recommends.
    pub fn breaks(&self) -> bool {
        self.conditions.iter().any(|it| it.state == State::Broken)
    }

    /// Whether the program may recommend it: nothing blocks it, and nothing at level legal would break.
    pub fn is_advisable(&self) -> bool {
        self.verdict != Verdict::Vetoed && !self.breaks()
    }

    /// The verdict on a change that creates these findings, worst first.
    pub fn of(created: Vec<Finding>) -> Self {
        let (vetoes, rest): (Vec<Finding>, Vec<Finding>) = created.into_iter().partition(Finding::blocks);
        let (conditions, notes): (Vec<Finding>, Vec<Finding>) = rest.into_iter().partition(Finding::bars_approval);
        let verdict = match (vetoes.is_empty(), conditions.is_empty()) {
            (false, _) => Verdict::Vetoed,
            (true, false) => Verdict::Conditional,
            (true, true) => Verdict::Recommended,
        };
        Self { verdict, vetoes, conditions, notes }
    }
}

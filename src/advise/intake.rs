//! Should the project be placed at all? Placed, held until something changes, or returned to who reported it.
//!
//! Returned: in every park it brings less than half of what a threshold asks for the land it takes; what is nearer is worth
//! talking about. Held: every park vetoes it. It advises; the meeting decides.

use super::ranking::Ranked;
use crate::{
    evaluate::verdict::Verdict,
    model::id::ProjectId,
    rules::finding::{Detail, Finding, Measure, State},
};

/// What is advised for a project as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intake {
    /// 布局: a park may take it.
    Place,
    /// 暂缓: every park vetoes it.
    Hold,
    /// 退回: it is below half of a threshold in every park.
    Return,
}

impl Intake {
    /// Id in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Hold => "hold",
            Self::Return => "return",
        }
    }
}

/// What is advised for `project` by its ranking.
pub fn of(project: &ProjectId, ranking: &[Ranked]) -> Intake {
    if !ranking.is_empty() && ranking.iter().all(|it| below(project, it).next().is_some()) {
        Intake::Return
    } else if ranking.iter().all(|it| it.judged.verdict == Verdict::Vetoed) {
        Intake::Hold
    } else {
        Intake::Place
    }
}

/// The thresholds of land of which `project` brings less than half in a park.
pub fn below<'a>(project: &'a ProjectId, it: &'a Ranked) -> impl Iterator<Item = &'a Finding> {
    let judged = &it.judged;
    let all = judged.vetoes.iter().chain(&judged.conditions).chain(&judged.notes);
    all.filter(move |finding| {
        let is_of_land = |measure: &Measure| matches!(measure, Measure::PerMu(_) | Measure::PerPlant(_));
        let is_meant = if let Detail::Ratio { project: of, measure, actual, least, .. } = &finding.detail {
            of == project && is_of_land(measure) && actual.saturating_mul(2) < *least
        } else {
            false
        };
        is_meant && finding.state == State::Broken
    })
}

//! What is asked of a project whenever a paper names it? Where it stands, where it could stand, what was decided.

use std::sync::Arc;

use super::Desk;
use crate::{
    advise::ranking::{self, Ranked},
    evaluate::verdict::Verdict,
    i18n::{phrase::Phrase, report::words as say},
    model::{
        id::ParkId,
        plan::{Decision, Resolution},
        project::{Project, RegisterStatus},
        quantity::{Mu, WanYuan},
    },
    suitability::{Criterion, Group},
};

/// Where a project stands, taking plan, register and meeting together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It has a park.
    Placed,
    /// It has a park, on conditions that the meeting or the register names.
    Conditional,
    /// It has none, and is held.
    Held,
    /// It has none, and is returned.
    Returned,
    /// It has none, and waits.
    Waiting,
}

impl Standing {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Self; 5] = [Self::Placed, Self::Conditional, Self::Held, Self::Returned, Self::Waiting];

    /// What it is called.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Placed => say::PLACED,
            Self::Conditional => say::CONDITIONAL,
            Self::Held => say::HELD,
            Self::Returned => say::RETURNED,
            Self::Waiting => say::WAITING,
        }
    }

    /// Where `project` stands. It waits exactly where the judgement counts it as unplaced.
    pub fn of(desk: &Desk<'_>, project: &Project) -> Self {
        let verdict = desk.decision(&project.id).map(|it| it.verdict);
        if desk.judgement.facts().home(&project.id).is_some() {
            let by_register = verdict.is_none() && project.status == RegisterStatus::Conditional;
            let is_conditional = verdict == Some(Resolution::Conditional) || by_register;
            return if is_conditional { Self::Conditional } else { Self::Placed };
        }
        if desk.judgement.is_awaited(&project.id) {
            return Self::Waiting;
        }
        let by_register = verdict.is_none() && project.status == RegisterStatus::Returned;
        if verdict == Some(Resolution::Return) || by_register { Self::Returned } else { Self::Held }
    }
}

/// A project with all that papers say of it.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// The project, as the plan takes it.
    pub project: &'a Arc<Project>,
    /// The parks, the best first.
    pub ranking: Vec<Ranked>,
    /// Where the plan puts it.
    pub home: Option<&'a ParkId>,
    /// What was decided last.
    pub decision: Option<&'a Decision>,
}

impl<'a> Case<'a> {
    /// The case of `project`. Costs a ranking.
    pub fn of(desk: &Desk<'a>, project: &'a Arc<Project>) -> Self {
        Self {
            project,
            ranking: ranking::of(desk.judgement, project),
            home: desk.judgement.facts().home(&project.id).map(|(park, _)| park),
            decision: desk.decision(&project.id),
        }
    }

    /// The parks that do not veto it, the best first.
    pub fn possible(&self) -> impl Iterator<Item = &Ranked> {
        self.ranking.iter().filter(|it| it.judged.verdict != Verdict::Vetoed)
    }

    /// The park that is recommended.
    pub fn first(&self) -> Option<&Ranked> {
        self.possible().next()
    }

    /// The second choice.
    pub fn second(&self) -> Option<&Ranked> {
        self.possible().nth(1)
    }

    /// What is said of the park where the plan puts it.
    pub fn here(&self) -> Option<&Ranked> {
        self.home.and_then(|home| self.ranking.iter().find(|it| it.park == *home))
    }

    /// Whether there are parks, and every one vetoes it.
    pub fn is_vetoed_everywhere(&self) -> bool {
        !self.ranking.is_empty() && self.first().is_none()
    }

    /// Whether the meeting put it elsewhere than where it was recommended then.
    pub fn is_overridden(&self) -> bool {
        self.decision.is_some_and(overrides)
    }
}

/// Whether a decision puts a project elsewhere than where the program recommended then.
pub fn overrides(decision: &Decision) -> bool {
    let places = matches!(decision.verdict, Resolution::Place | Resolution::Conditional);
    decision.recommended.is_some() && (!places || decision.park != decision.recommended)
}

/// Points of a group of criteria in a score.
pub fn points_of(ranked: &Ranked, group: Group) -> i64 {
    let parts = ranked.suitability.parts.iter().filter(|part| part.criterion.group() == group);
    parts.filter_map(|part| part.points).sum()
}

/// The criteria that bear most of a score, at most `most`.
pub fn largest(ranked: &Ranked, most: usize) -> Vec<(Criterion, i64)> {
    let parts = ranked.suitability.largest_first().into_iter().filter_map(|part| Some((part.criterion, part.points?)));
    parts.filter(|(_, points)| *points > 0).take(most).collect()
}

/// Sums over projects.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many.
    pub projects: usize,
    /// Investment of those that state it.
    pub investment: WanYuan,
    /// Whether part of the investment is assumed.
    pub is_investment_assumed: bool,
    /// Land of those that state it.
    pub land: Mu,
    /// Whether part of the land is assumed.
    pub is_land_assumed: bool,
}

impl Sums {
    /// Sums over `projects`.
    pub fn of<'p>(desk: &Desk<'_>, projects: impl IntoIterator<Item = &'p Project>) -> Self {
        let mut sums = Self::default();
        for project in projects {
            let is_assumed = |field| desk.is_assumed("projects", project.id.as_str(), field, &project.evidence);
            sums.projects += 1;
            if let Some(investment) = project.investment {
                sums.investment = sums.investment.plus(investment);
                sums.is_investment_assumed |= is_assumed("investment");
            }
            if let Some(land) = project.land {
                sums.land = sums.land.plus(land);
                sums.is_land_assumed |= is_assumed("land");
            }
        }
        sums
    }
}

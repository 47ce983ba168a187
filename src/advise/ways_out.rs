//! How can a finding be cured? The cheapest repairs that were tried and really cure it, each one undo step.
//!
//! A cause goes to the best park that takes it, or to one where others make room; it is taken back; a position is designated,
//! raised or withdrawn; an authority waives; a datum is otherwise. Whatever would break a legal rule that holds is left out.
//! What changes the plan comes first, the best score after it first; what needs a waiver or a proof comes last.

use std::{cmp::Reverse, sync::Arc};

use super::{
    change::{self, Trial},
    make_room::{self, Chain, Limits},
};
use crate::{
    evaluate::{
        effect::{self, Effect},
        judgement::Judgement,
    },
    model::{
        edit::Edit,
        id::{ParkId, ProjectId},
        project::Project,
        scenario::Scenario,
    },
    rules::finding::{Detail, Finding, Item, Part, State},
};

/// What sort of repair it is; among equals the first is the cheaper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repair {
    /// A cause goes to another park.
    Move,
    /// A cause goes to a park where others make room.
    MakeRoom,
    /// A position is designated, or leads from now on.
    Designate,
    /// A position is withdrawn.
    Withdraw,
    /// Causes go back to the queue.
    TakeBack,
    /// An authority waives it.
    Waive,
    /// A datum is otherwise.
    Assume,
}

impl Repair {
    /// Whether it needs a paper rather than a change of the plan.
    pub const fn is_paper(self) -> bool {
        matches!(self, Self::Waive | Self::Assume)
    }
}

/// A repair that was tried and cures the finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// What sort of repair it is.
    pub repair: Repair,
    /// The project that goes, where one does.
    pub project: Option<ProjectId>,
    /// What is done: one undo step.
    pub edit: Edit,
    /// What it does.
    pub effect: Effect,
    /// Who moves besides, and who is worse off, where room is made.
    pub chain: Option<Chain>,
}

/// Ways out that are offered for a finding.
pub const MOST: usize = 3;
/// Causes that are moved one by one.
const CAUSES: usize = 3;
/// Parks that are tried for a cause.
const PARKS: usize = 2;
/// Causes that are taken back together.
const TOGETHER: usize = 6;

/// The cheapest ways out of `finding`, which is broken or unknown in the plan that `judgement` judges; at most [`MOST`].
///
/// Costs some rankings and judgements of what each repair touches.
pub fn of(scenario: &Scenario, judgement: &Judgement, finding: &Finding) -> Vec<WayOut> {
    if !scenario.may_change(judgement.plan()) || !matches!(finding.state, State::Broken | State::Unknown) {
        return Vec::new();
    }
    let search = Search { scenario, judgement, finding };
    let mut ways = search.ways();
    ways.sort_by(|a, b| {
        let order = |it: &WayOut| (it.repair.is_paper(), Reverse((!it.repair.is_paper()).then_some(it.effect.after)));
        order(a).cmp(&order(b)).then(a.repair.cmp(&b.repair))
    });
    ways.truncate(MOST);
    ways
}

struct Search<'a> {
    scenario: &'a Scenario,
    judgement: &'a Judgement,
    finding: &'a Finding,
}

impl Search<'_> {
    fn ways(&self) -> Vec<WayOut> {
        let mut ways: Vec<WayOut> = self.causes().take(CAUSES).filter_map(|it| self.moved(it)).collect();
        ways.extend(self.taken_back());
        if let (Detail::Designation { industry, .. }, Some(park)) = (&self.finding.detail, &self.finding.park) {
            let edits = change::positions(self.judgement, park, industry).into_iter();
            ways.extend(edits.filter_map(|edit| self.tried(Repair::Designate, edit)));
        }
        let positions = self.finding.members.iter().filter(|member| member.part == Part::Cause);
        let positions = positions.filter_map(|member| match &member.item {
            Item::Position(id) => Some(id),
            Item::Project(_) | Item::Enterprise(_) => None,
        });
        ways.extend(positions.take(CAUSES).filter_map(|position| {
            let plan = self.judgement.plan().clone();
            self.tried(Repair::Withdraw, Edit::Withdraw { plan, position: position.clone() })
        }));
        let waiver = change::waiver(self.judgement, self.finding);
        ways.extend(waiver.and_then(|edit| self.tried(Repair::Waive, edit)));
        let mut data = change::data(self.judgement, self.finding).into_iter();
        ways.extend(data.find_map(|edit| self.tried(Repair::Assume, edit)));
        ways
    }

    /// The projects to blame that may move, the newest first.
    fn causes(&self) -> impl Iterator<Item = &Arc<Project>> {
        let world = self.judgement.world();
        let causes = change::causes(self.finding).filter_map(|id| world.projects.get(id));
        causes.filter(|it| self.scenario.pin(self.judgement.plan(), &it.id).is_none())
    }

    /// `project` in the best park that takes it, else where others make room.
    fn moved(&self, project: &Arc<Project>) -> Option<WayOut> {
        let parks = change::elsewhere(self.judgement, project);
        let place = |park: &ParkId| Edit::Place {
            plan: self.judgement.plan().clone(),
            project: project.id.clone(),
            park: park.clone(),
            premises: None,
        };
        let way = |repair, edit| {
            let way = self.tried(repair, edit)?;
            Some(WayOut { project: Some(project.id.clone()), ..way })
        };
        parks.iter().take(PARKS).find_map(|park| way(Repair::Move, place(park))).or_else(|| {
            let limits = Limits { chains: 1, ..Limits::QUICK };
            let chains =
                parks.iter().take(PARKS).flat_map(|park| make_room::in_park(self.judgement, &project.id, park, limits));
            chains.filter(|chain| chain.moves.len() > 1).find_map(|chain| {
                let edit = chain.edit(self.judgement.world(), self.judgement.plan());
                way(Repair::MakeRoom, edit).map(|way| WayOut { chain: Some(chain), ..way })
            })
        })
    }

    /// The newest cause back in the queue, or as many of the newest as cure it.
    fn taken_back(&self) -> Option<WayOut> {
        let placed = self.causes().filter(|it| self.judgement.facts().home(&it.id).is_some());
        let mut edits: Vec<Edit> = Vec::new();
        for project in placed.take(TOGETHER) {
            edits.push(Edit::Unplace { plan: self.judgement.plan().clone(), project: project.id.clone() });
            let edit = match edits.as_slice() {
                [only] => only.clone(),
                several => Edit::Together(several.to_vec()),
            };
            if let Some(way) = self.tried(Repair::TakeBack, edit) {
                let project = (edits.len() == 1).then(|| project.id.clone());
                return Some(WayOut { project, ..way });
            }
        }
        None
    }

    /// The repair by `edit`, if it cures the finding and breaks no legal rule that holds.
    fn tried(&self, repair: Repair, edit: Edit) -> Option<WayOut> {
        let trial = Trial::of(self.scenario, self.judgement, &edit)?;
        let after = trial.judgement.finding(&self.finding.key()).map(|it| it.state);
        if matches!(after, Some(State::Broken | State::Unknown)) {
            return None;
        }
        let effect = effect::of_edit(self.scenario, self.judgement, &edit).ok()?;
        let is_harmless = !effect.created.iter().any(|it| make_room::forbids(it) || it.bars_approval());
        is_harmless.then_some(WayOut { repair, project: None, edit, effect, chain: None })
    }
}

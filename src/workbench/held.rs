//! What is picked up, and what every park says to it before it is dropped.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    evaluate::{
        effect::{self, Effect, Move},
        judgement::Judgement,
    },
    model::{
        id::{ParkId, ProjectId},
        park::Role,
        policy::Level,
        project::Project,
        scenario::Scenario,
    },
    rules::{finding::State, slots},
};

/// A step of the keyboard over the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the next park.
    Next,
    /// To the park before.
    Previous,
    /// This many parks on: the park below, when rows have this many.
    Down(usize),
    /// This many parks back.
    Up(usize),
}

/// How a park's positions take the sub-sector of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fit {
    /// A position covers it.
    Covered(Role),
    /// None covers it; positions of these roles are free to be designated.
    Free(Vec<Role>),
    /// None covers it, and none is free.
    Outside,
}

/// What kind of answer a park gives, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outlook {
    /// The project stands here already.
    Here,
    /// Nothing new to look at.
    Good,
    /// Something comes near its limit, becomes unknown or off position.
    Watch,
    /// A legal rule breaks; a waiver could allow it.
    Breaks,
    /// The drop is refused.
    Refused,
}

/// What would happen if what is held were dropped into a park.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Kind of answer.
    pub outlook: Outlook,
    /// How the positions take it; the worst fit of several projects.
    pub fit: Fit,
    /// Number of projects that would move: those that stand elsewhere.
    pub moving: usize,
    /// Number of those that a position covers.
    pub covered: usize,
    /// What the rules say of all moves together; `None` where everything stands already.
    pub effect: Option<Effect>,
}

impl Preview {
    /// What would happen if `project` were dropped into `park`; `None` when there is no such park.
    pub fn of(scenario: &Scenario, judgement: &Judgement, project: &Arc<Project>, park: &ParkId) -> Option<Self> {
        Self::of_all(scenario, judgement, std::slice::from_ref(project), park)
    }

    /// What would happen if `projects` were dropped into `park` together, in this order; `None` when there is no such
    /// park. Those that stand there already stay.
    pub fn of_all(
        scenario: &Scenario,
        judgement: &Judgement,
        projects: &[Arc<Project>],
        park: &ParkId,
    ) -> Option<Self> {
        let record = scenario.parks.get(park)?;
        let facts = judgement.facts().park(park)?;
        let is_here = |it: &Project| judgement.facts().home(&it.id).is_some_and(|(home, _)| home == park);
        let moving: Vec<&Arc<Project>> = projects.iter().filter(|it| !is_here(it)).collect();
        let mut role = None;
        let mut uncovered = BTreeSet::new();
        let mut covered = 0;
        for project in &moving {
            match facts.position_of(&project.industry) {
                Some(position) => {
                    covered += 1;
                    role = role.max(Some(position.role));
                }
                None => {
                    uncovered.insert(&project.industry);
                }
            }
        }
        if moving.is_empty() {
            role = projects.iter().filter_map(|it| facts.position_of(&it.industry)).map(|it| it.role).max();
        }
        let fit = match role {
            Some(role) if uncovered.is_empty() => Fit::Covered(role),
            _ => {
                let slots = slots::of(scenario, record, facts).into_iter().filter(|it| it.has_room());
                let free: Vec<(Role, usize)> = slots.map(|it| (it.role, it.room())).collect();
                let room: usize = free.iter().map(|(_, room)| room).sum();
                let fits = room > 0 && uncovered.len() <= room;
                if fits { Fit::Free(free.into_iter().map(|(role, _)| role).collect()) } else { Fit::Outside }
            }
        };
        if moving.is_empty() {
            return Some(Self { outlook: Outlook::Here, fit, moving: 0, covered: 0, effect: None });
        }
        let moves: Vec<Move<'_>> = moving.iter().map(|it| (*it, Some((park, scenario.usual_premises(it))))).collect();
        let effect = effect::of_moves(judgement, &moves);
        Some(Self { outlook: outlook(&effect), fit, moving: moving.len(), covered, effect: Some(effect) })
    }
}

fn outlook(effect: &Effect) -> Outlook {
    let breaks = effect.created.iter().any(|it| it.state == State::Broken && it.level == Level::Legal);
    if effect.refusal().is_some() {
        Outlook::Refused
    } else if breaks {
        Outlook::Breaks
    } else if effect.created.iter().any(|it| it.weighs() && it.state != State::Waived) {
        Outlook::Watch
    } else {
        Outlook::Good
    }
}

/// What is picked up: one project, or several that move as one.
#[derive(Debug, Clone)]
pub struct Held {
    /// The projects, in the order in which they would be placed: placed ones by the order of their placing, then by id.
    pub projects: Vec<Arc<Project>>,
    /// What every park would say.
    pub previews: BTreeMap<ParkId, Preview>,
    /// Parks that would take them, the best answer first.
    pub ranked: Vec<ParkId>,
    /// The park that they are held over.
    pub over: Option<ParkId>,
}

impl Held {
    /// Picks `project` up and asks every park.
    pub fn new(scenario: &Scenario, judgement: &Judgement, project: &Arc<Project>) -> Self {
        Self::all(scenario, judgement, vec![Arc::clone(project)])
    }

    /// Picks `projects` up together and asks every park about all of them at once.
    pub fn all(scenario: &Scenario, judgement: &Judgement, mut projects: Vec<Arc<Project>>) -> Self {
        let seq = |it: &Project| judgement.facts().home(&it.id).map_or(u32::MAX, |(_, seq)| seq);
        projects.sort_by(|a, b| (seq(a), &a.id).cmp(&(seq(b), &b.id)));
        projects.dedup_by(|a, b| a.id == b.id);
        let preview = |park: &ParkId| Some((park.clone(), Preview::of_all(scenario, judgement, &projects, park)?));
        let previews: BTreeMap<ParkId, Preview> = scenario.parks.iter().filter_map(|park| preview(&park.id)).collect();
        let mut ranked: Vec<(Outlook, usize, &ParkId)> = scenario
            .parks_in_order()
            .into_iter()
            .filter_map(|park| {
                let preview = previews.get(&park.id)?;
                let created = preview.effect.as_ref()?.created.len();
                (preview.outlook < Outlook::Refused).then_some((preview.outlook, created, &park.id))
            })
            .collect();
        ranked.sort_by_key(|(outlook, created, _)| (*outlook, *created));
        let ranked = ranked.into_iter().map(|(_, _, park)| park.clone()).collect();
        Self { projects, previews, ranked, over: None }
    }

    /// Tells whether `project` is held.
    pub fn has(&self, project: &ProjectId) -> bool {
        self.projects.iter().any(|it| it.id == *project)
    }

    /// Number of parks of each outlook: taking it, breaking something, refusing.
    pub fn tally(&self) -> (usize, usize, usize) {
        let count = |which: &dyn Fn(Outlook) -> bool| self.previews.values().filter(|it| which(it.outlook)).count();
        (
            count(&|it| matches!(it, Outlook::Good | Outlook::Watch)),
            count(&|it| it == Outlook::Breaks),
            count(&|it| it == Outlook::Refused),
        )
    }
}

//! What is picked up, and what every park says to it before it is dropped.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    evaluate::{
        effect::{self, Effect},
        judgement::Judgement,
    },
    model::{id::ParkId, park::Role, policy::Level, project::Project, scenario::Scenario},
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

/// What would happen if the held project were dropped into a park.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Kind of answer.
    pub outlook: Outlook,
    /// How the positions take it.
    pub fit: Fit,
    /// What the rules say; `None` where the project stands already.
    pub effect: Option<Effect>,
}

impl Preview {
    /// What would happen if `project` were dropped into `park`; `None` when there is no such park.
    pub fn of(scenario: &Scenario, judgement: &Judgement, project: &Arc<Project>, park: &ParkId) -> Option<Self> {
        let record = scenario.parks.get(park)?;
        let facts = judgement.facts().park(park)?;
        let fit = match facts.position_of(&project.industry) {
            Some(position) => Fit::Covered(position.role),
            None => {
                let free: Vec<Role> = slots::of(scenario, record, facts)
                    .into_iter()
                    .filter(|it| it.has_room())
                    .map(|it| it.role)
                    .collect();
                if free.is_empty() { Fit::Outside } else { Fit::Free(free) }
            }
        };
        if facts.holds(&project.id) {
            return Some(Self { outlook: Outlook::Here, fit, effect: None });
        }
        let effect = effect::of_move(judgement, project, Some((park, scenario.usual_premises(project))));
        Some(Self { outlook: outlook(&effect), fit, effect: Some(effect) })
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

/// A project that is picked up.
#[derive(Debug, Clone)]
pub struct Held {
    /// The project.
    pub project: Arc<Project>,
    /// What every park would say.
    pub previews: BTreeMap<ParkId, Preview>,
    /// The park that it is held over.
    pub over: Option<ParkId>,
}

impl Held {
    /// Picks `project` up and asks every park.
    pub fn new(scenario: &Scenario, judgement: &Judgement, project: &Arc<Project>) -> Self {
        let preview = |park: &ParkId| Some((park.clone(), Preview::of(scenario, judgement, project, park)?));
        let previews = scenario.parks.iter().filter_map(|park| preview(&park.id)).collect();
        Self { project: Arc::clone(project), previews, over: None }
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

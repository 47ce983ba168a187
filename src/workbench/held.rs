//! What is picked up, and what every park says to it before it is dropped.

use std::{
    cell::{Cell, OnceCell},
    collections::{BTreeMap, BTreeSet},
    ops::Index,
    rc::Rc,
    sync::Arc,
};

use crate::{
    evaluate::{
        effect::{self, Effect, Move},
        judgement::Judgement,
    },
    i18n::{self, phrase::Phrase, words},
    model::{
        edit::{self, EditError},
        id::{ParkId, ProjectId},
        park::Role,
        policy::Level,
        project::Project,
        scenario::Scenario,
        text::Text,
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
    /// Why the plan lets nothing move here, whatever the rules say: a lock, or that it is approved.
    pub barred: Option<EditError>,
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
        let record = judgement.world().parks.get(park)?;
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
            return Some(Self { outlook: Outlook::Here, fit, moving: 0, covered: 0, effect: None, barred: None });
        }
        let homes = moving.iter().filter_map(|it| judgement.facts().home(&it.id)).map(|(home, _)| home);
        let barred = edit::may_move(scenario, judgement.plan(), homes.chain([park])).err();
        let moves: Vec<Move<'_>> = moving.iter().map(|it| (*it, Some((park, scenario.usual_premises(it))))).collect();
        let effect = effect::of_moves(judgement, &moves);
        let outlook = if barred.is_some() { Outlook::Refused } else { outlook_of(&effect) };
        Some(Self { outlook, fit, moving: moving.len(), covered, effect: Some(effect), barred })
    }

    /// What a refusal is called: a veto of the rules, a lock, or an approved plan.
    pub const fn refusal_word(&self) -> Phrase {
        match &self.barred {
            Some(EditError::Locked(..)) => words::LOCKED_STATE,
            Some(EditError::Approved(_)) => words::READ_ONLY_STATE,
            Some(_) | None => words::VETO,
        }
    }

    /// Why the drop is refused, in words; `None` when it is not.
    pub fn refusal(&self, scenario: &Scenario) -> Option<Text> {
        if let Some(error) = &self.barred {
            return Some(i18n::edit::refusal(scenario, error));
        }
        self.effect.as_ref()?.refusal().map(|finding| i18n::finding::sentence(scenario, finding))
    }
}

/// The kind of answer that an effect is.
pub(super) fn outlook_of(effect: &Effect) -> Outlook {
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

/// What every park would say to some projects. A park is asked when its answer is wanted, once; the answers are those of the
/// plan as it was when the projects were picked up.
#[derive(Debug)]
pub struct Previews {
    scenario: Scenario,
    judgement: Arc<Judgement>,
    projects: Vec<Arc<Project>>,
    answers: BTreeMap<ParkId, OnceCell<Option<Preview>>>,
    /// Parks in the order of the board, and how many of them [`Self::ask`] has been through.
    parks: Vec<ParkId>,
    asked: Cell<usize>,
    ranked: OnceCell<Vec<ParkId>>,
    counts: OnceCell<BTreeMap<Outlook, usize>>,
}

impl Previews {
    fn new(scenario: &Scenario, judgement: &Arc<Judgement>, projects: Vec<Arc<Project>>) -> Self {
        Self {
            answers: scenario.parks.iter().map(|park| (park.id.clone(), OnceCell::new())).collect(),
            parks: scenario.parks_in_order().into_iter().map(|park| park.id.clone()).collect(),
            scenario: scenario.clone(),
            judgement: Arc::clone(judgement),
            projects,
            asked: Cell::new(0),
            ranked: OnceCell::new(),
            counts: OnceCell::new(),
        }
    }

    /// What `park` would say; `None` when there is no such park.
    pub fn get(&self, park: &ParkId) -> Option<&Preview> {
        self.answer(park, self.answers.get(park)?)
    }

    fn answer<'a>(&self, park: &ParkId, kept: &'a OnceCell<Option<Preview>>) -> Option<&'a Preview> {
        kept.get_or_init(|| Preview::of_all(&self.scenario, &self.judgement, &self.projects, park)).as_ref()
    }

    /// Number of parks that give an answer of this kind; asks those that have not been asked.
    pub fn count(&self, outlook: Outlook) -> usize {
        let counts = self.counts.get_or_init(|| {
            let mut counts = BTreeMap::new();
            for preview in self.values() {
                *counts.entry(preview.outlook).or_default() += 1;
            }
            counts
        });
        counts.get(&outlook).copied().unwrap_or_default()
    }

    /// Asks the next `most` parks in the order of the board; tells whether all have answered.
    pub fn ask(&self, most: usize) -> bool {
        let asked = self.asked.get();
        for park in self.parks.iter().skip(asked).take(most) {
            // The answer is kept.
            let _ = self.get(park);
        }
        self.asked.set(asked.saturating_add(most).min(self.parks.len()));
        self.is_complete()
    }

    /// Tells whether every park has been asked.
    pub fn is_complete(&self) -> bool {
        self.asked.get() >= self.parks.len()
    }

    /// Number of parks that have been asked in their order.
    pub fn asked(&self) -> usize {
        self.asked.get()
    }

    /// Number of parks.
    pub fn len(&self) -> usize {
        self.answers.len()
    }

    /// Tells whether there is no park.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    /// The answers of all parks, by id; asks those that have not been asked.
    pub fn iter(&self) -> impl Iterator<Item = (&ParkId, &Preview)> {
        self.answers.iter().filter_map(|(park, kept)| Some((park, self.answer(park, kept)?)))
    }

    /// The answers of all parks, by id; asks those that have not been asked.
    pub fn values(&self) -> impl Iterator<Item = &Preview> {
        self.iter().map(|(_, preview)| preview)
    }

    fn ranking(&self) -> Vec<ParkId> {
        let taking = |park: &ParkId| {
            let preview = self.get(park)?;
            let created = preview.effect.as_ref()?.created.len();
            (preview.outlook < Outlook::Refused).then(|| (preview.outlook, created, park.clone()))
        };
        let mut ranked: Vec<(Outlook, usize, ParkId)> = self.parks.iter().filter_map(taking).collect();
        ranked.sort_by_key(|(outlook, created, _)| (*outlook, *created));
        ranked.into_iter().map(|(.., park)| park).collect()
    }
}

/// Up to so many parks, all those of a city, are asked in the moment of picking up; of more, those that are seen come first.
const ASKED_AT_ONCE: usize = 16;

/// What is picked up: one project, or several that move as one.
#[derive(Debug, Clone)]
pub struct Held {
    /// The projects, in the order in which they would be placed: placed ones by the order of their placing, then by id.
    pub projects: Vec<Arc<Project>>,
    /// What every park would say.
    pub previews: Rc<Previews>,
    /// The park that they are held over.
    pub over: Option<ParkId>,
}

impl Held {
    /// Picks `project` up.
    pub fn new(scenario: &Scenario, judgement: &Arc<Judgement>, project: &Arc<Project>) -> Self {
        Self::all(scenario, judgement, vec![Arc::clone(project)])
    }

    /// Picks `projects` up together: every park is asked about all of them at once.
    pub fn all(scenario: &Scenario, judgement: &Arc<Judgement>, mut projects: Vec<Arc<Project>>) -> Self {
        let seq = |it: &Project| judgement.facts().home(&it.id).map_or(u32::MAX, |(_, seq)| seq);
        projects.sort_by(|a, b| (seq(a), &a.id).cmp(&(seq(b), &b.id)));
        projects.dedup_by(|a, b| a.id == b.id);
        let previews = Rc::new(Previews::new(scenario, judgement, projects.clone()));
        if previews.len() <= ASKED_AT_ONCE {
            previews.ask(ASKED_AT_ONCE);
        }
        Self { projects, previews, over: None }
    }

    /// Tells whether `project` is held.
    pub fn has(&self, project: &ProjectId) -> bool {
        self.projects.iter().any(|it| it.id == *project)
    }

    /// Parks that would take them, the best answer first; asks those that have not been asked.
    pub fn ranked(&self) -> &[ParkId] {
        self.previews.ranked.get_or_init(|| self.previews.ranking())
    }

    /// Number of parks of each outlook: taking it, breaking something, refusing; asks those that have not been asked.
    pub fn tally(&self) -> (usize, usize, usize) {
        let [good, watch, breaks, refused] =
            [Outlook::Good, Outlook::Watch, Outlook::Breaks, Outlook::Refused].map(|it| self.previews.count(it));
        (good + watch, breaks, refused)
    }
}

impl Index<&ParkId> for Previews {
    type Output = Preview;

    /// What `park` would say. Panics when there is no such park.
    fn index(&self, park: &ParkId) -> &Preview {
        match self.get(park) {
            Some(preview) => preview,
            None => unreachable!("there is no park {park}"),
        }
    }
}

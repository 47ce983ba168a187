//! What is picked up, and what every park says to it before it is dropped.

use std::{
    cell::{Cell, OnceCell},
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    ops::Index,
    rc::Rc,
    sync::Arc,
};

use crate::{
    advise::{
        ranking::{self, Order, Ranked},
        robustness::{self, Robustness},
    },
    evaluate::{
        effect::{self, Effect, Move},
        judgement::Judgement,
        verdict::{self, Judged, Verdict},
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
    rules::{
        facts::ParkFacts,
        finding::{Finding, State},
        slots,
    },
    suitability::score::{self, Suitability},
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

/// How well what is held suits a park: scores of different projects add up.
#[derive(Debug, Clone, PartialEq)]
pub struct Appeal {
    /// The suitability of each project, in their order.
    pub suits: Vec<Suitability>,
    /// What the projects and those placed there bring each other, in points.
    pub coupling: i64,
}

impl Appeal {
    fn of(judgement: &Judgement, projects: &[Arc<Project>], park: &ParkId, facts: &ParkFacts) -> Self {
        let world = judgement.world();
        let record = |it: &Arc<Project>| Arc::clone(world.projects.get(&it.id).unwrap_or(it));
        let projects: Vec<Arc<Project>> = projects.iter().map(record).collect();
        let suits = projects.iter().filter_map(|it| score::of(judgement.fit().ground(), it, park)).collect();
        let coupling = judgement.fit().coupling_with_all(projects.iter().map(AsRef::as_ref), park, facts);
        Self { suits, coupling }
    }

    /// Scores and coupling together, in points.
    pub fn total(&self) -> i64 {
        self.suits.iter().map(|it| it.score).sum::<i64>() + self.coupling
    }

    /// The total if all that the park does not state were worth nothing, and if it were worth everything.
    pub fn band(&self) -> (i64, i64) {
        self.sum(|it| it.band)
    }

    /// The same, for all that the park or the projects do not state.
    pub fn range(&self) -> (i64, i64) {
        self.sum(|it| it.range)
    }

    fn sum(&self, of: impl Fn(&Suitability) -> (i64, i64)) -> (i64, i64) {
        self.suits.iter().map(of).fold((self.coupling, self.coupling), |sum, it| (sum.0 + it.0, sum.1 + it.1))
    }

    /// Tells whether enough is known of every project for the total to be more than a hint.
    pub fn is_confident(&self) -> bool {
        self.suits.iter().all(Suitability::is_confident)
    }
}

/// What would happen if what is held were dropped into a park.
#[derive(Debug, Clone, PartialEq)]
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
    /// How well the park suits.
    pub appeal: Appeal,
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
        let appeal = Appeal::of(judgement, projects, park, facts);
        if moving.is_empty() {
            let outlook = Outlook::Here;
            return Some(Self { outlook, fit, moving: 0, covered: 0, effect: None, barred: None, appeal });
        }
        let homes = moving.iter().filter_map(|it| judgement.facts().home(&it.id)).map(|(home, _)| home);
        let barred = edit::may_move(scenario, judgement.plan(), homes.chain([park])).err();
        let moves: Vec<Move<'_>> = moving.iter().map(|it| (*it, Some((park, scenario.usual_premises(it))))).collect();
        let effect = effect::of_moves(judgement, &moves);
        let outlook = if barred.is_some() { Outlook::Refused } else { outlook_of(&effect) };
        Some(Self { outlook, fit, moving: moving.len(), covered, effect: Some(effect), barred, appeal })
    }

    /// The verdict of the rules; vetoed where a lock lets nothing in or out.
    pub fn verdict(&self) -> Verdict {
        let created = self.effect.iter().flat_map(|effect| &effect.created);
        match &self.barred {
            Some(EditError::Locked(..)) => Verdict::Vetoed,
            Some(_) | None if created.clone().any(Finding::blocks) => Verdict::Vetoed,
            Some(_) | None if created.clone().any(Finding::bars_approval) => Verdict::Conditional,
            Some(_) | None => Verdict::Recommended,
        }
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

    /// The rule that refuses the drop and its clause, `用地：…`; `None` where no rule does.
    pub fn refusing_clause(&self, scenario: &Scenario) -> Option<Text> {
        let rule = scenario.rules.get(&self.effect.as_ref()?.refusal()?.rule)?;
        Some(Text::new(
            format!("{}：{}", rule.title.zh, rule.clause.zh),
            format!("{}: {}", rule.title.english(), rule.clause.english()),
        ))
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

/// The place of a park among all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The park.
    pub park: ParkId,
    /// Its rank, from 1; parks that nothing but the city's list tells apart share one.
    pub rank: usize,
    /// Whether it shares the rank.
    pub is_tied: bool,
    /// Whether the rules or a lock refuse it.
    pub is_vetoed: bool,
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
    judged: OnceCell<BTreeMap<ParkId, Judged>>,
    standings: OnceCell<Vec<Standing>>,
    ranked: OnceCell<Vec<ParkId>>,
    ranking: OnceCell<Vec<Ranked>>,
    robustness: OnceCell<Option<Robustness>>,
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
            judged: OnceCell::new(),
            standings: OnceCell::new(),
            ranked: OnceCell::new(),
            ranking: OnceCell::new(),
            robustness: OnceCell::new(),
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

    /// Number of projects that they are asked about.
    pub fn projects(&self) -> usize {
        self.projects.len()
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

    /// What the rules say of every park; a single project that is placed is thought away first, as in the advice. Nothing
    /// goes into a locked park or out of it.
    fn judged(&self) -> &BTreeMap<ParkId, Judged> {
        self.judged.get_or_init(|| {
            let placed = match self.projects.as_slice() {
                [project] if self.judgement.facts().home(&project.id).is_some() => Some(project),
                _ => None,
            };
            let without = placed.map(|it| (it, ranking::thought_away(&self.judgement, &it.id)));
            let of = |park: &ParkId, preview: &Preview| {
                let mut judged = match &without {
                    Some((project, without)) => {
                        let premises = without.world().usual_premises(project);
                        verdict::of(without, project, park, premises)
                    }
                    None => Judged::of(preview.effect.iter().flat_map(|it| it.created.iter().cloned()).collect()),
                };
                if matches!(preview.barred, Some(EditError::Locked(..))) {
                    judged.verdict = Verdict::Vetoed;
                }
                judged
            };
            self.iter().map(|(park, preview)| (park.clone(), of(park, preview))).collect()
        })
    }

    /// All parks, the best first, vetoed ones last; asks those that have not been asked. Worked out once.
    pub fn standings(&self) -> &[Standing] {
        self.standings.get_or_init(|| {
            let judged = self.judged();
            let order = |park: &ParkId| Some((judged.get(park)?.verdict, Reverse(self.get(park)?.appeal.total())));
            let mut orders: Vec<(Order, &ParkId)> =
                self.parks.iter().filter_map(|park| Some((order(park)?, park))).collect();
            orders.sort_by_key(|(order, _)| *order);
            let all: Vec<Order> = orders.iter().map(|(order, _)| *order).collect();
            let standing = |(order, park): (Order, &ParkId)| {
                let (rank, is_tied) = ranking::place_of(&all, order);
                Standing { park: park.clone(), rank, is_tied, is_vetoed: order.0 == Verdict::Vetoed }
            };
            orders.into_iter().map(standing).collect()
        })
    }

    /// The rank of `park` once every park has been asked; `None` before, and for one that is vetoed.
    pub fn rank(&self, park: &ParkId) -> Option<usize> {
        let standings = if self.is_complete() { self.standings() } else { &[] };
        standings.iter().find(|it| it.park == *park && !it.is_vetoed).map(|it| it.rank)
    }

    /// The ranking of a single project, with all that it rests on; empty for several, whose scores are only added up.
    pub fn ranking(&self) -> &[Ranked] {
        self.ranking.get_or_init(|| {
            let ranked = |standing: &Standing| {
                let Standing { park, rank, is_tied, .. } = standing;
                let preview = self.get(park)?;
                Some(Ranked {
                    park: park.clone(),
                    rank: *rank,
                    is_tied: *is_tied,
                    judged: self.judged().get(park)?.clone(),
                    suitability: preview.appeal.suits.first()?.clone(),
                    coupling: preview.appeal.coupling,
                })
            };
            if self.projects.len() == 1 { self.standings().iter().filter_map(ranked).collect() } else { Vec::new() }
        })
    }

    /// How firm the first place of a single project is; draws thousands of weightings the first time.
    pub fn robustness(&self) -> Option<&Robustness> {
        self.robustness.get_or_init(|| robustness::of(&self.judgement, self.ranking())).as_ref()
    }

    /// The same where it has been worked out: `None` as long as nobody has asked.
    pub fn known_robustness(&self) -> Option<Option<&Robustness>> {
        self.robustness.get().map(Option::as_ref)
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

    /// Parks that would take them or have them, the best first; asks those that have not been asked.
    pub fn ranked(&self) -> &[ParkId] {
        self.previews.ranked.get_or_init(|| {
            let takes = |park: &&ParkId| self.previews.get(park).is_some_and(|it| it.outlook < Outlook::Refused);
            self.previews.standings().iter().map(|it| &it.park).filter(takes).cloned().collect()
        })
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

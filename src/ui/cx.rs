//! What a panel gets: the workbench to read, a list to push commands to, words, colours, and views kept between frames.

use std::{
    cell::{Ref, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    sync::Arc,
};

use super::{
    account::Account,
    actions::Action,
    origin::Origin,
    panels::{card_view, findings::Filter},
    theme::{Signal, Theme},
    widgets::seal::Seal,
};
use crate::{
    analysis::composition::{self, Composition, Metric, Scope},
    chart::picture::Subject,
    evaluate::{score, verdict::Verdict},
    i18n::{
        self,
        phrase::{Lang, Phrase},
        term, words,
    },
    look::seal::Seals,
    model::{
        enterprise::Enterprise,
        evidence::Exception,
        id::{CharacteristicParkId, IndustryId, ParkId, PlanId, PositionId, ProjectId, RecordId, RuleId},
        park::{Park, Role},
        plan::{Relocation, Resolution},
        policy::Mode,
        project::RegisterStatus,
        recognition::StepKind,
        scenario::Scenario,
        table::Table,
        text::Text,
    },
    rules::{
        facts::ParkFacts,
        finding::{Finding, FindingKey, State},
    },
    workbench::{
        Selection, Workbench,
        command::Command,
        delivery::Goods,
        held::{Held, Previews},
    },
};

/// Which of the tasks of the program has the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Workspace {
    /// 存量布局: enterprises and positions.
    Existing,
    /// 项目布局: the board.
    #[default]
    Placement,
    /// 集群分析: the charts.
    Clusters,
    /// 评估认定: scorecards of parks, the life of characteristic parks.
    Evaluation,
    /// 支持与共享: pools, programmes, promises, agreements and their books.
    Sharing,
    /// 方案比较: plans side by side.
    Compare,
    /// 会商决定: what a meeting decides.
    Session,
}

impl Workspace {
    /// All of them, in the order of the band.
    pub const ALL: [Self; 7] = [
        Self::Existing,
        Self::Placement,
        Self::Clusters,
        Self::Evaluation,
        Self::Sharing,
        Self::Compare,
        Self::Session,
    ];

    /// What it is called.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Existing => i18n::existing::EXISTING,
            Self::Placement => words::PLACEMENT,
            Self::Clusters => words::CLUSTERS,
            Self::Evaluation => i18n::recognition::EVALUATION,
            Self::Sharing => i18n::sharing::SHARING,
            Self::Compare => i18n::compare::COMPARE,
            Self::Session => i18n::session::SESSION,
        }
    }

    /// The action that turns to it.
    pub const fn action(self) -> Action {
        match self {
            Self::Existing => Action::ShowExisting,
            Self::Placement => Action::ShowPlacement,
            Self::Clusters => Action::ShowClusters,
            Self::Evaluation => Action::ShowEvaluation,
            Self::Sharing => Action::ShowSharing,
            Self::Compare => Action::ShowCompare,
            Self::Session => Action::ShowSession,
        }
    }
}

/// What a panel asks of the window: nothing of it changes the document by itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// An action, as if by its menu.
    Do(Action),
    /// The sheet that renames a plan.
    Rename(PlanId),
    /// The sheet of the waiver of a finding.
    Waive(FindingKey),
    /// Where to write papers or tables, in Chinese or English, under which name.
    Deliver(Box<(Goods, bool, String)>),
    /// The sheet of a session, or of a new one.
    Summons(Option<RecordId>),
    /// The sheet of a step in the life of a characteristic park, of a kind where one is meant.
    TakeStep(Option<CharacteristicParkId>, Option<StepKind>),
    /// The sheet of the figures of a year of a characteristic park.
    RecordYear(Option<CharacteristicParkId>),
    /// A sheet of support and sharing.
    Sharing(super::dialogs::SharingWish),
    /// The sheet that edits a position.
    EditPosition(PositionId),
    /// The sheet of a new position of a park.
    NewPosition(ParkId, Role),
    /// What the plan holds for a park, at a page.
    ParkParts(ParkId, super::dialogs::ParkPage),
    /// What the plan holds for a project, at a page.
    ProjectParts(ProjectId, super::dialogs::ProjectPage),
    /// Picks a position up by the keys, over its own park.
    PickUpPosition(PositionId),
    /// The sheet that moves a position.
    MovePosition(PositionId),
    /// Why parks do not stand first for a project, at a park where one is meant.
    WhyNot(ProjectId, Option<ParkId>),
    /// What a rule finds.
    ShowRule(RuleId),
    /// Some of the findings alone.
    ShowFindings(Filter),
    /// Where a figure comes from.
    Explain(Origin),
    /// What points rest on.
    Account(Box<Account>),
    /// Which file to compare plans of.
    BringPlans,
    /// A file of a chart, whose place is to be asked for.
    Export(Box<Export>),
}

/// A chart as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Suggested name, with its ending.
    pub name: String,
    /// What the file holds.
    pub bytes: Vec<u8>,
}

/// What parks are made of, by metric and scope; each with the totals that it was worked out from.
type Compositions = BTreeMap<(Metric, Scope), BTreeMap<ParkId, (Arc<ParkFacts>, Rc<Composition>)>>;

/// Parks of which part of the output is assumed, with the tables that say so.
type AssumedOutput = (Table<Enterprise>, Table<Exception>, Table<Relocation>, PlanId, BTreeSet<ParkId>);

/// What is costly to work out and holds as long as the document does not change.
#[derive(Debug, Default)]
pub struct Caches {
    generation: RefCell<Option<u64>>,
    all_seals: RefCell<Option<Seals>>,
    set_aside: RefCell<Option<BTreeSet<ProjectId>>>,
    seals: RefCell<BTreeMap<IndustryId, Rc<Seal>>>,
    compositions: RefCell<Compositions>,
    previews: RefCell<Option<(Vec<ProjectId>, Rc<Held>)>>,
    assumed_output: RefCell<Option<AssumedOutput>>,
    /// What was pointed at in the frame before, and in this one.
    pointed: RefCell<[Option<Subject>; 2]>,
    best: RefCell<BTreeMap<ProjectId, Best>>,
    /// Projects of which the best park is wanted and not known yet; emptied every frame.
    wanted: RefCell<Vec<ProjectId>>,
    /// The one that is being asked.
    asking: RefCell<Option<Held>>,
}

/// The park that would be recommended for a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Best {
    /// This park.
    Park {
        /// The park.
        park: ParkId,
        /// Score and coupling there, in points.
        total: i64,
        /// Whether something at level legal would have to be cured or cleared up.
        is_conditional: bool,
        /// Whether too little is known for it to be more than a hint.
        is_hint: bool,
    },
    /// No park: each is vetoed or locked.
    None,
}

impl Best {
    fn of(held: &Held) -> Self {
        let first = held.previews.standings().first().filter(|it| !it.is_vetoed);
        first.and_then(|it| Some((&it.park, held.previews.get(&it.park)?))).map_or(Self::None, |(park, preview)| {
            let is_conditional = preview.verdict() == Verdict::Conditional;
            let (total, is_hint) = (preview.appeal.total(), card_view::is_hint(&preview.appeal));
            Self::Park { park: park.clone(), total, is_conditional, is_hint }
        })
    }
}

impl Caches {
    /// Forgets everything when the document is not the one of `generation`.
    pub fn refresh(&self, generation: u64) {
        if self.generation.replace(Some(generation)) != Some(generation) {
            self.seals.borrow_mut().clear();
            *self.all_seals.borrow_mut() = None;
            *self.set_aside.borrow_mut() = None;
            self.previews.replace(None);
            self.best.borrow_mut().clear();
            self.asking.replace(None);
        }
        self.wanted.borrow_mut().clear();
        let mut pointed = self.pointed.borrow_mut();
        let [before, now] = &mut *pointed;
        *before = now.take();
    }

    /// Whether something else is pointed at than in the frame before: what shows it is to be drawn again.
    pub fn points_elsewhere(&self) -> bool {
        let pointed = self.pointed.borrow();
        let [before, now] = &*pointed;
        before != now
    }
}

impl Caches {
    /// Forgets what parks would say: the plan is about to change.
    pub fn forget_previews(&self) {
        self.previews.replace(None);
    }

    /// Asks up to `most` parks what they would say to what is held or shown, then to projects whose best park is wanted;
    /// tells whether there was anything to do.
    pub fn ask(&self, bench: &Workbench, most: usize) -> bool {
        let kept = self.previews.borrow();
        let shown = kept.as_ref().map(|(_, held)| held.as_ref());
        let waiting = bench.held().or(shown).filter(|held| !held.previews.is_complete());
        if let Some(held) = waiting {
            held.previews.ask(most);
            return true;
        }
        self.ask_for_best(bench, most)
    }

    /// Tells whether it is still to be worked out how firm the ranking is that is shown.
    pub fn waits_for_robustness(&self, bench: &Workbench) -> bool {
        self.weigh(bench, |_| {})
    }

    /// Works out how firm the ranking is that is shown; tells whether that was still to do.
    pub fn work_out_robustness(&self, bench: &Workbench) -> bool {
        // The answer is kept.
        self.weigh(bench, |previews| {
            let _ = previews.robustness();
        })
    }

    fn weigh(&self, bench: &Workbench, how: impl FnOnce(&Previews)) -> bool {
        let kept = self.previews.borrow();
        let shown = kept.as_ref().map(|(_, held)| held.as_ref());
        let previews = bench.held().or(shown).map(|held| &held.previews).filter(|it| it.known_robustness().is_none());
        previews.filter(|it| it.projects() == 1 && it.is_complete()).is_some_and(|previews| {
            how(previews);
            true
        })
    }

    /// Asks up to `most` parks for the best of projects that are wanted; tells whether there was one.
    fn ask_for_best(&self, bench: &Workbench, most: usize) -> bool {
        let mut wanted = self.wanted.borrow_mut();
        let mut asking = self.asking.borrow_mut();
        let mut left = most;
        let mut any = false;
        while left > 0 {
            if asking.is_none() {
                let project = wanted.pop().and_then(|id| bench.scenario().projects.get(&id));
                *asking = project.map(|it| Held::new(bench.scenario(), bench.shared_judgement(), it));
            }
            let Some(held) = asking.as_ref() else { break };
            any = true;
            left = left.saturating_sub(held.previews.len().min(most).max(1));
            if held.previews.ask(most) {
                if let Some(project) = held.projects.first() {
                    self.best.borrow_mut().insert(project.id.clone(), Best::of(held));
                    wanted.retain(|id| *id != project.id);
                }
                *asking = None;
            }
        }
        any
    }
}

/// What a panel gets for one frame.
#[derive(Clone)]
pub struct Cx<'a> {
    /// The application.
    pub bench: &'a Workbench,
    /// The colours.
    pub theme: &'static Theme,
    /// The language.
    pub lang: Lang,
    /// Whether there is room for comfortable cards and wide side panels.
    pub roomy: bool,
    /// Whether a project is held by the pointer; held by the keyboard otherwise.
    pub by_pointer: bool,
    /// Which workspace is shown.
    pub workspace: Workspace,
    commands: &'a RefCell<Vec<Command>>,
    asked: Rc<RefCell<Vec<Ask>>>,
    caches: &'a Caches,
}

impl<'a> Cx<'a> {
    /// The context of a frame of `bench`.
    pub fn new(bench: &'a Workbench, commands: &'a RefCell<Vec<Command>>, caches: &'a Caches) -> Self {
        let kind = if bench.settings().dark { super::theme::ThemeKind::Dark } else { super::theme::ThemeKind::Light };
        caches.refresh(bench.generation());
        Self {
            bench,
            theme: Theme::of(kind),
            lang: bench.lang(),
            roomy: true,
            by_pointer: false,
            workspace: Workspace::Placement,
            commands,
            asked: Rc::default(),
            caches,
        }
    }

    /// Tells what the pointer or the keyboard points at in a chart, on the map or on the board: the others show it too.
    pub fn point(&self, subject: Subject) {
        let mut pointed = self.caches.pointed.borrow_mut();
        let [_, now] = &mut *pointed;
        *now = Some(subject);
    }

    /// What was pointed at in the frame before.
    pub fn pointed(&self) -> Option<Subject> {
        let pointed = self.caches.pointed.borrow();
        let [before, _] = &*pointed;
        before.clone()
    }

    /// Asks the window for something after the last panel.
    pub fn ask(&self, ask: Ask) {
        self.asked.borrow_mut().push(ask);
    }

    /// What was asked of the window in this frame; afterwards nothing is.
    pub fn take_asked(&self) -> Vec<Ask> {
        self.asked.take()
    }

    /// The project that is selected, or the first of several.
    pub fn selected_project(&self) -> Option<&'a ProjectId> {
        self.bench.selection().projects().next()
    }

    /// The finding that is selected.
    pub fn selected_finding(&self) -> Option<&'a Finding> {
        match self.bench.selection() {
            Selection::Finding(key) => self.finding(key),
            Selection::Nothing | Selection::Park(_) | Selection::Project(_) | Selection::Projects(_) => None,
        }
    }

    /// The park that is selected, itself or by its finding or project.
    pub fn selected_park(&self) -> Option<&'a ParkId> {
        match self.bench.selection() {
            Selection::Park(id) => Some(id),
            Selection::Finding((_, _, park, _)) => park.as_ref(),
            Selection::Project(id) => self.bench.judgement().facts().home(id).map(|(park, _)| park),
            Selection::Nothing | Selection::Projects(_) => None,
        }
    }

    /// The finding of this key in the plan that is shown.
    pub fn finding(&self, key: &FindingKey) -> Option<&'a Finding> {
        self.bench.judgement().finding(key)
    }

    /// Whether an authority may waive `finding`.
    pub fn is_waivable(&self, finding: &Finding) -> bool {
        finding.mode == Mode::NeedsWaiver && finding.park.is_some()
    }

    /// The same with compact cards.
    #[must_use]
    pub fn compact(&self) -> Self {
        Self { roomy: false, ..self.clone() }
    }

    /// Asks for `command` after the last panel.
    pub fn push(&self, command: Command) {
        self.commands.borrow_mut().push(command);
    }

    /// The commands asked for so far in this frame.
    pub fn pushed(&self) -> Ref<'_, Vec<Command>> {
        self.commands.borrow()
    }

    /// The scenario.
    pub fn scenario(&self) -> &'a Scenario {
        self.bench.scenario()
    }

    /// The scenario as the plan that is shown takes it, its assumptions put in place: what the rules judge.
    pub fn world(&self) -> &'a Scenario {
        self.bench.judgement().world()
    }

    /// Whether the plan that is shown assumes a field of a record, by table, id and name in the file.
    pub fn is_assumed_by_plan(&self, table: &str, record: &str, field: &str) -> bool {
        self.world().exception(table, record, field) != self.scenario().exception(table, record, field)
    }

    /// `phrase` in the language of the window.
    pub fn say(&self, phrase: Phrase) -> &'static str {
        phrase.of(self.lang)
    }

    /// `text` in the language of the window.
    pub fn tell<'t>(&self, text: &'t Text) -> &'t str {
        text.of(self.lang)
    }

    /// Whether the window speaks Chinese.
    pub fn is_chinese(&self) -> bool {
        self.lang == Lang::Zh
    }

    /// The seal of `industry`.
    pub fn seal(&self, industry: &IndustryId) -> Rc<Seal> {
        let mut all = self.caches.all_seals.borrow_mut();
        let all = all.get_or_insert_with(|| Seals::of(&self.scenario().industries));
        let make = || Rc::new(all.get(industry));
        Rc::clone(self.caches.seals.borrow_mut().entry(industry.clone()).or_insert_with(make))
    }

    /// What `park` is made of; worked out again only when its totals have changed.
    pub fn composition(&self, park: &ParkId, metric: Metric, scope: Scope) -> Rc<Composition> {
        let Some(facts) = self.bench.judgement().facts().shared(park) else { return Rc::default() };
        let mut kept = self.caches.compositions.borrow_mut();
        let of_parks = kept.entry((metric, scope)).or_default();
        if let Some((of, composition)) = of_parks.get(park)
            && Arc::ptr_eq(of, facts)
        {
            return Rc::clone(composition);
        }
        let made = Rc::new(composition::of_park(self.scenario(), facts, metric, scope));
        of_parks.insert(park.clone(), (Arc::clone(facts), Rc::clone(&made)));
        made
    }

    /// The park that would be recommended for `project`; `None` as long as not all parks have been asked, which happens
    /// a few at a time between frames.
    pub fn best(&self, project: &ProjectId) -> Option<Best> {
        let best = self.caches.best.borrow().get(project).cloned();
        if best.is_none() {
            self.caches.wanted.borrow_mut().push(project.clone());
        }
        best
    }

    /// That `project` was decided to be held or returned, by the session or the register.
    pub fn set_aside(&self, project: &ProjectId) -> Option<Phrase> {
        let mut kept = self.caches.set_aside.borrow_mut();
        let aside = kept.get_or_insert_with(|| score::set_aside(self.scenario()));
        if !aside.contains(project) {
            return None;
        }
        let decided = self.scenario().last_decisions().get(project).map(|it| it.verdict);
        let by_register = self.scenario().projects.get(project).map(|it| it.status);
        Some(match (decided, by_register) {
            (Some(Resolution::Return), _) | (None, Some(RegisterStatus::Returned)) => {
                term::register_status(RegisterStatus::Returned)
            }
            _ => term::register_status(RegisterStatus::Held),
        })
    }

    /// What every park would say to `project`.
    pub fn previews(&self, project: &ProjectId) -> Option<Rc<Held>> {
        self.previews_of(std::slice::from_ref(project))
    }

    /// What every park would say to `projects` together; `None` when one of them does not exist.
    pub fn previews_of(&self, projects: &[ProjectId]) -> Option<Rc<Held>> {
        // What is held has asked already, or will.
        let is_held = |held: &&Held| held.projects.iter().map(|it| &it.id).eq(projects);
        if let Some(held) = self.bench.held().filter(is_held) {
            return Some(Rc::new(held.clone()));
        }
        let mut kept = self.caches.previews.borrow_mut();
        if let Some((of, held)) = kept.as_ref()
            && of == projects
        {
            return Some(Rc::clone(held));
        }
        let records: Option<Vec<_>> =
            projects.iter().map(|id| self.scenario().projects.get(id).map(Arc::clone)).collect();
        let held = Rc::new(Held::all(self.scenario(), self.bench.shared_judgement(), records?));
        *kept = Some((projects.to_vec(), Rc::clone(&held)));
        Some(held)
    }

    /// Name of `park` where room is short: without the city's name, and in Chinese two or three characters.
    pub fn brief_name(&self, park: &Park) -> String {
        i18n::chart::brief_name(park, &self.scenario().parks, self.lang)
    }

    /// Whether part of the output of `park` is assumed.
    pub fn has_assumed_output(&self, park: &ParkId) -> bool {
        let scenario = self.scenario();
        let mut kept = self.caches.assumed_output.borrow_mut();
        let plan = self.bench.plan();
        if let Some((enterprises, exceptions, relocations, of, parks)) = kept.as_ref()
            && enterprises.is_same(&scenario.enterprises)
            && exceptions.is_same(&scenario.exceptions)
            && relocations.is_same(&scenario.relocations)
            && of == plan
        {
            return parks.contains(park);
        }
        let parks = composition::assumed(scenario, plan, Metric::Output);
        let is_one = parks.contains(park);
        let tables = (scenario.enterprises.clone(), scenario.exceptions.clone(), scenario.relocations.clone());
        *kept = Some((tables.0, tables.1, tables.2, plan.clone(), parks));
        is_one
    }
}

/// The signal that a state is painted by.
pub const fn signal(state: State) -> Signal {
    match state {
        State::Broken => Signal::Broken,
        State::Unknown => Signal::Unknown,
        State::Near => Signal::Near,
        State::Waived => Signal::Waived,
        State::Holds => Signal::Holds,
        State::Off | State::NotApplicable => Signal::Off,
    }
}

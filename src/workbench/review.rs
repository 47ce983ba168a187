//! What was proposed for the plan that is shown, until somebody decides: changes in groups, each accepted, rejected or pinned.
//!
//! A review never changes the plan. What the planner decides is a wish for the next search: a rejected move is refused to it, a
//! pinned one stands already. Whatever the planner does to the plan meanwhile stays; a proposed change of a project that has gone
//! elsewhere since, or that no longer keeps the limits beside the others, is shown as such and not applied.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    Workbench,
    jobs::Version,
    receipt::Notice,
    selection::Selection,
    solving::{Course, SolveWish, pin_there},
};
use crate::{
    evaluate::{
        comparison::{self, Row},
        effect::{self, Effect},
        judgement::Judgement,
        score::Score,
    },
    model::{
        edit::{Edit, apply},
        id::{ParkId, PlanId, ProjectId},
        scenario::Scenario,
        text::Text,
    },
    optimise::{
        alternatives::Leaning,
        certificate, positions,
        proposal::Proposal,
        review::{self, Change, Group, Obstacle, Scarce},
    },
};

/// A search that took no longer than this is done again by itself after each decision, in seconds.
const QUICK: f64 = 3.;

/// Scarce factors that are told.
const MOST_SCARCE: usize = 5;

/// Searches whose results are kept; beyond that the oldest but the first is forgotten.
const MOST_KEPT: usize = 16;

/// Projects that still wait of which it is told why.
const MOST_EXPLAINED: usize = 8;

/// What the planner says to a proposed change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// It is to be applied.
    Accepted,
    /// It is not, and not proposed again.
    Rejected,
    /// It is to be applied and pinned; the next search works around it.
    Pinned,
}

/// What was decided so far; what is not named is accepted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// Moves that are refused: a project, and where it would have gone.
    pub rejected: BTreeSet<(ProjectId, Option<ParkId>)>,
    /// Projects that are pinned, and where.
    pub pinned: BTreeMap<ProjectId, ParkId>,
    /// Whether positions stay as they are although they might have changed.
    pub keeps_positions: bool,
}

impl Decisions {
    /// What was said to `change`.
    pub fn on(&self, change: &Change) -> Decision {
        if change.to.is_some() && self.pinned.get(&change.project) == change.to.as_ref() {
            Decision::Pinned
        } else if self.rejected.contains(&(change.project.clone(), change.to.clone())) {
            Decision::Rejected
        } else {
            Decision::Accepted
        }
    }

    /// Says `decision` to `change`; a project that goes back to the queue cannot be pinned there and is accepted.
    fn decide(&mut self, change: &Change, decision: Decision) {
        let key = (change.project.clone(), change.to.clone());
        self.rejected.remove(&key);
        // Another place of the project may be pinned; that stays.
        if self.pinned.get(&change.project) == change.to.as_ref() {
            self.pinned.remove(&change.project);
        }
        match (decision, &change.to) {
            (Decision::Rejected, _) => drop(self.rejected.insert(key)),
            (Decision::Pinned, Some(park)) => drop(self.pinned.insert(change.project.clone(), park.clone())),
            (Decision::Accepted | Decision::Pinned, _) => {}
        }
    }
}

/// What a search has found.
#[derive(Debug, Clone)]
pub struct Solved {
    /// The state of the document that was solved.
    pub version: Version,
    /// What had been decided then.
    pub decisions: Decisions,
    /// What happens to positions, in order.
    pub positions: Arc<Vec<Edit>>,
    /// What is proposed.
    pub proposal: Arc<Proposal>,
    /// How the search got on.
    pub course: Arc<Course>,
    /// How long it took, in seconds.
    pub seconds: f64,
    /// What it leans to, where it is another good plan beside the best one.
    pub leaning: Option<Leaning>,
}

/// A group of changes as it stands now.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The changes, and what they do together.
    pub group: Group,
    /// What was said to each change, in their order.
    pub decisions: Vec<Decision>,
    /// Whether its accepted changes keep the limits beside those of the groups before it.
    pub fits: bool,
}

impl Entry {
    /// What was said to all of its changes; `None` where it differs.
    pub fn decision(&self) -> Option<Decision> {
        let first = self.decisions.first().copied()?;
        self.decisions.iter().all(|it| *it == first).then_some(first)
    }

    /// Its changes with what was said to each.
    pub fn changes(&self) -> impl Iterator<Item = (&Change, Decision)> {
        self.group.changes.iter().zip(self.decisions.iter().copied())
    }

    /// The changes that are to be applied.
    pub fn accepted(&self) -> impl Iterator<Item = &Change> {
        self.changes().filter(|(_, decision)| *decision != Decision::Rejected).map(|(change, _)| change)
    }
}

/// What would come of the decisions so far, seen from the plan as it is now.
#[derive(Debug)]
pub struct Outlook {
    /// The groups.
    pub entries: Vec<Entry>,
    /// Proposed changes of projects that stand elsewhere now than when they were proposed, or are gone.
    pub gone: Vec<Change>,
    /// What happens to positions, in order; nothing where they stay, or where the plan no longer allows it.
    pub positions: Arc<Vec<Edit>>,
    /// The plan as it would be.
    pub after: Judgement,
    /// What becomes better, worse or is traded.
    pub rows: Vec<Row>,
    /// What the whole does.
    pub effect: Effect,
    /// Projects that would still wait.
    pub waiting: Vec<ProjectId>,
    /// What keeps the first of them out of how many parks, in their order.
    pub obstacles: Vec<Vec<(Obstacle, usize)>>,
    /// What a little more of the scarcest factors is worth.
    pub scarce: Vec<Scarce>,
    /// Whether this is exactly what a search has found, with plan and decisions as they are: what it has shown holds.
    pub is_as_solved: bool,
}

impl Outlook {
    /// Whether there is nothing to apply: no change, and nothing that was shown of the plan.
    pub fn is_empty(&self) -> bool {
        self.applied().next().is_none() && self.positions.is_empty() && !self.is_as_solved
    }

    /// Number of groups of which something is applied.
    pub fn applied_groups(&self) -> usize {
        self.entries.iter().filter(|it| it.fits && it.accepted().next().is_some()).count()
    }

    /// The changes that are applied.
    pub fn applied(&self) -> impl Iterator<Item = &Change> {
        self.entries.iter().filter(|it| it.fits).flat_map(Entry::accepted)
    }

    /// Groups whose changes all met this decision.
    pub fn count(&self, decision: Decision) -> usize {
        self.entries.iter().filter(|it| it.decision() == Some(decision)).count()
    }
}

/// What an outlook was worked out from.
type Seen = (u64, Decisions, usize);

/// A proposal that waits for its decisions.
#[derive(Debug)]
pub struct Review {
    /// Number of the review: each has its own.
    number: u64,
    plan: PlanId,
    wish: SolveWish,
    /// What was found, for every set of decisions that was solved.
    solved: Vec<Solved>,
    chosen: usize,
    has_sought: bool,
    decisions: Decisions,
    /// The projects in the order in which they were first proposed.
    order: RefCell<Vec<ProjectId>>,
    /// The group of which somebody asked what comes of refusing it, by its changes.
    refusal: Option<Decisions>,
    outlook: RefCell<Option<(Seen, Arc<Outlook>)>>,
}

impl Review {
    pub(super) fn new(number: u64, plan: PlanId, wish: SolveWish, solved: Solved) -> Self {
        let mut review = Self {
            number,
            plan,
            wish,
            solved: Vec::new(),
            chosen: 0,
            has_sought: false,
            decisions: solved.decisions.clone(),
            order: RefCell::default(),
            refusal: None,
            outlook: RefCell::default(),
        };
        review.take_in(solved);
        review
    }

    /// Number of the review: each has its own.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The plan that it is about.
    pub fn plan(&self) -> &PlanId {
        &self.plan
    }

    /// What was wished.
    pub fn wish(&self) -> SolveWish {
        self.wish
    }

    /// What was decided so far.
    pub fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// The search whose proposal is shown.
    pub fn shown(&self) -> Option<&Solved> {
        self.solved.get(self.chosen)
    }

    /// The search that solved the plan with exactly these decisions.
    pub fn solved_with(&self, decisions: &Decisions) -> Option<&Solved> {
        self.solved.iter().rev().find(|it| it.decisions == *decisions && it.leaning.is_none())
    }

    /// The best plan that was found with the decisions as they are; the one shown where there is none yet.
    pub fn best(&self) -> Option<&Solved> {
        self.solved_with(&self.decisions).or_else(|| self.shown())
    }

    /// The plans to choose from, by number: the best one, then those that were found beside it.
    pub fn choices(&self) -> Vec<(usize, &Solved)> {
        let Some(best) = self.best() else { return Vec::new() };
        let of_now = |it: &Solved| it.decisions == best.decisions && it.version == best.version;
        let all = self.solved.iter().enumerate();
        let first = all.clone().filter(|(_, it)| std::ptr::eq(*it, best));
        first.chain(all.filter(|(_, it)| it.leaning.is_some() && of_now(it))).collect()
    }

    /// Number of the plan that is shown.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Takes in other plans; they take the place of those that were found before.
    pub(super) fn take_in_others(&mut self, others: Vec<Solved>) {
        let shown = self.chosen;
        let is_other = self.solved.get(shown).is_some_and(|it| it.leaning.is_some());
        let before = self.solved.iter().take(shown).filter(|it| it.leaning.is_some()).count();
        self.solved.retain(|it| it.leaning.is_none());
        self.chosen = shown.saturating_sub(before).min(self.solved.len().saturating_sub(1));
        self.solved.extend(others);
        if is_other {
            self.choose();
        }
        self.has_sought = true;
        self.outlook.replace(None);
    }

    /// Whether other plans were looked for with the decisions as they are.
    pub fn has_sought(&self) -> bool {
        self.has_sought
    }

    /// Shows the plan of this number.
    pub(super) fn show(&mut self, number: usize) {
        if number < self.solved.len() {
            self.chosen = number;
        }
    }

    /// Whether what is shown was found with the decisions as they are now.
    pub fn is_up_to_date(&self) -> bool {
        self.shown().is_some_and(|it| it.decisions == self.decisions)
    }

    /// What the decisions would be if the group that was asked about were refused, and what was found of that so far.
    pub fn refusal(&self) -> Option<(&Decisions, Option<&Solved>)> {
        self.refusal.as_ref().map(|it| (it, self.solved_with(it)))
    }

    /// Takes in what a search has found; what answers a question only is kept for it.
    pub(super) fn take_in(&mut self, solved: Solved) {
        let is_answer = self.refusal.as_ref() == Some(&solved.decisions) && solved.decisions != self.decisions;
        self.solved.push(solved);
        if !is_answer {
            self.choose();
        }
        let oldest = (1..self.solved.len()).find(|at| *at != self.chosen);
        if let Some(at) = oldest.filter(|_| self.solved.len() > MOST_KEPT) {
            self.solved.remove(at);
            self.chosen -= usize::from(self.chosen > at);
        }
    }

    /// Shows what was found with the decisions as they are now, where something was.
    fn choose(&mut self) {
        if let Some(at) = self.solved.iter().rposition(|it| it.decisions == self.decisions && it.leaning.is_none()) {
            self.chosen = at;
        }
    }

    /// The changes that are shown, from the plan as it stood when it was solved: what was proposed, pinned, and rejected before.
    fn changes(&self) -> Vec<Change> {
        let Some(solved) = self.shown() else { return Vec::new() };
        let reading = &solved.proposal.reading;
        let from: BTreeMap<&ProjectId, &ParkId> =
            solved.proposal.certificate.from.iter().map(|(project, park)| (project, park)).collect();
        let change = |project: &ProjectId, to: Option<ParkId>| Change {
            project: project.clone(),
            from: from.get(project).map(|park| (*park).clone()),
            to,
        };
        let proposed = reading.changes(&solved.proposal.layout).into_iter();
        let proposed: Vec<Change> = proposed.map(|(project, to)| change(&project, to)).collect();
        let pinned = self.decisions.pinned.iter().map(|(project, park)| change(project, Some(park.clone())));
        let pinned: Vec<Change> =
            pinned.filter(|it| !proposed.iter().any(|other| other.project == it.project)).collect();
        let rejected = self.decisions.rejected.iter().map(|(project, to)| change(project, to.clone()));
        let rejected: Vec<Change> = rejected.filter(|it| !proposed.contains(it)).collect();
        proposed.into_iter().chain(pinned).chain(rejected).collect()
    }

    /// What would come of the decisions so far; worked out again only when plan or decisions have changed.
    fn outlook(&self, generation: u64, version: Version, scenario: &Scenario, now: &Judgement) -> Arc<Outlook> {
        let seen = (generation, self.decisions.clone(), self.chosen);
        if let Some((of, outlook)) = self.outlook.borrow().as_ref()
            && *of == seen
        {
            return Arc::clone(outlook);
        }
        let outlook = Arc::new(self.work_out(version, scenario, now));
        *self.outlook.borrow_mut() = Some((seen, Arc::clone(&outlook)));
        outlook
    }

    fn work_out(&self, version: Version, scenario: &Scenario, standing: &Judgement) -> Outlook {
        // Placements are judged under the positions that are proposed with them.
        let wanted = self.shown().map(|it| Arc::clone(&it.positions)).filter(|it| !it.is_empty());
        let with = wanted.as_ref().map(|it| positions::with(scenario, standing, it));
        let (changed, is_possible) = match with {
            Some(Ok(changed)) => (Some(changed), true),
            Some(Err(_)) => (None, false),
            None => (None, true),
        };
        let (scenario, now) = changed.as_ref().map_or((scenario, standing), |(scenario, now)| (scenario, now));
        let home = |id: &ProjectId| now.facts().home(id).map(|(park, _)| park.clone());
        // Where a pinned project stood before it was pinned is known only to the plan as it is now.
        let is_pinned = |it: &Change| self.decisions.on(it) == Decision::Pinned;
        let changes = self.changes().into_iter().map(|it| {
            let from = if is_pinned(&it) { home(&it.project) } else { it.from.clone() };
            Change { from, ..it }
        });
        let still = |it: &Change| {
            let to_exists = it.to.as_ref().is_none_or(|park| scenario.parks.contains(park));
            scenario.projects.contains(&it.project) && to_exists && home(&it.project) == it.from
        };
        let (valid, gone): (Vec<Change>, Vec<Change>) = changes.partition(still);
        // One that stands where it was to go is done.
        let gone: Vec<Change> = gone.into_iter().filter(|it| home(&it.project) != it.to).collect();
        let valid: Vec<Change> = valid.into_iter().filter(|it| it.from != it.to).collect();
        let mut entries = self.entries(scenario, now, &valid);
        let was_solved_so = self.shown().is_some_and(|it| it.version == version);
        if !(was_solved_so && self.decisions.rejected.is_empty()) {
            drop_misfits(scenario, now, &mut entries);
        }
        let applied: Vec<Change> = entries.iter().filter(|it| it.fits).flat_map(Entry::accepted).cloned().collect();
        let after = self.carried_out(scenario, now, &applied);
        let effect = effect::between(standing, &after);
        let is_whole = is_possible && entries.iter().all(|it| it.fits) && gone.is_empty();
        let waiting = after.world().projects.iter().map(|it| &it.id);
        let waiting: Vec<ProjectId> =
            waiting.filter(|id| after.facts().home(id).is_none() && after.is_awaited(id)).cloned().collect();
        let why = |id: &ProjectId| {
            let is_refused = |park: &ParkId| self.decisions.rejected.contains(&(id.clone(), Some(park.clone())));
            review::obstacles(scenario, &after, id, &is_refused)
        };
        Outlook {
            scarce: self.shown().map(|it| review::scarce(&it.proposal, MOST_SCARCE)).unwrap_or_default(),
            obstacles: waiting.iter().take(MOST_EXPLAINED).map(why).collect(),
            positions: wanted.filter(|_| is_possible).unwrap_or_default(),
            rows: comparison::rows(standing, &after),
            is_as_solved: was_solved_so && self.is_up_to_date() && is_whole,
            entries,
            gone,
            after,
            effect,
            waiting,
        }
    }

    fn entries(&self, scenario: &Scenario, now: &Judgement, changes: &[Change]) -> Vec<Entry> {
        // A move that was rejected before the last search stands apart from what is proposed now.
        let proposal = self.shown().map(|it| &it.proposal);
        let proposed: BTreeMap<ProjectId, Option<ParkId>> =
            proposal.into_iter().flat_map(|it| it.reading.changes(&it.layout)).collect();
        let stands_apart =
            |it: &&Change| self.decisions.on(it) == Decision::Rejected && proposed.get(&it.project) != Some(&it.to);
        let (apart, together): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(stands_apart);
        let groups = [together, apart].into_iter().flat_map(|part| {
            let part: Vec<Change> = part.into_iter().cloned().collect();
            review::groups(scenario, now, &part)
        });
        let mut entries: Vec<Entry> = groups
            .map(|group| {
                let decisions = group.changes.iter().map(|it| self.decisions.on(it)).collect();
                Entry { group, decisions, fits: true }
            })
            .collect();
        // Nothing changes its place while it is decided upon; what is new comes last.
        let mut order = self.order.borrow_mut();
        entries.sort_by_key(|entry| {
            let places = entry.group.changes.iter().filter_map(|it| order.iter().position(|id| *id == it.project));
            places.min().unwrap_or(usize::MAX)
        });
        for change in entries.iter().flat_map(|it| &it.group.changes) {
            if !order.contains(&change.project) {
                order.push(change.project.clone());
            }
        }
        entries
    }

    /// The plan of `now` with `applied` carried out, and pinned where that was decided.
    fn carried_out(&self, scenario: &Scenario, now: &Judgement, applied: &[Change]) -> Judgement {
        let mut after = now.clone();
        let mut copy = scenario.clone();
        if let Ok(touched) = apply(&mut copy, &Edit::Together(self.steps(applied, &self.plan))) {
            after.follow(&copy, &touched);
        }
        after
    }

    /// The edits that carry `applied` out in `plan`, and pin what is to be pinned.
    fn steps<'a>(&self, applied: impl IntoIterator<Item = &'a Change>, plan: &PlanId) -> Vec<Edit> {
        let mut edits = Vec::new();
        for change in applied {
            match (self.decisions.on(change), &change.to) {
                (Decision::Pinned, Some(park)) => edits.extend(pin_there(plan, &change.project, park)),
                _ => edits.push(change.edit(plan)),
            }
        }
        edits
    }

    /// The step that applies the decisions to `plan`, a plan that stands as the one of the review.
    fn edit(&self, outlook: &Outlook, plan: &PlanId) -> Edit {
        let positions = outlook.positions.iter().map(|it| for_plan(it, plan));
        let mut edits: Vec<Edit> = positions.chain(self.steps(outlook.applied(), plan)).collect();
        if let Some(solved) = self.shown().filter(|_| outlook.is_as_solved) {
            edits.push(Edit::Certify(certificate::for_plan(&solved.proposal.certificate, plan)));
        }
        Edit::Together(edits)
    }
}

/// A change of a position in another plan, which stands as the one that it was proposed for.
fn for_plan(edit: &Edit, plan: &PlanId) -> Edit {
    let mut edit = edit.clone();
    if let Edit::Designate { plan: of, .. } | Edit::Withdraw { plan: of, .. } | Edit::SetPosition { plan: of, .. } =
        &mut edit
    {
        *of = plan.clone();
    }
    edit
}

/// Marks the groups whose accepted changes, beside those of the groups before them, would break something at level legal.
fn drop_misfits(scenario: &Scenario, now: &Judgement, entries: &mut [Entry]) {
    let mut taken: BTreeMap<ParkId, Vec<Change>> = BTreeMap::new();
    for entry in entries {
        let accepted: Vec<Change> = entry.accepted().cloned().collect();
        let parks: BTreeSet<&ParkId> = accepted.iter().flat_map(Change::parks).collect();
        entry.fits = parks.into_iter().all(|park| {
            let before = taken.get(park).into_iter().flatten();
            let all = before.chain(accepted.iter().filter(|it| it.parks().any(|it| it == park)));
            !review::breaks_in(scenario, now, park, all)
        });
        for change in accepted.iter().filter(|_| entry.fits) {
            for park in change.parks() {
                taken.entry(park.clone()).or_default().push(change.clone());
            }
        }
    }
}

impl Workbench {
    /// The review of the plan that is shown, if one waits for its decisions.
    pub fn review(&self) -> Option<&Review> {
        self.review.as_ref().filter(|it| it.plan == *self.plan())
    }

    /// What would come of the decisions in the review of the plan that is shown.
    pub fn outlook(&self) -> Option<Arc<Outlook>> {
        let review = self.review()?;
        Some(review.outlook(self.generation, self.version(), self.scenario(), &self.judgement))
    }

    /// Score of the plan that the review shows, the score that no plan exceeds where that is known, and whether it is proven best.
    pub fn shown_bound(&self) -> Option<(Score, Option<Score>, bool)> {
        let solved = self.review()?.shown()?;
        Some((solved.proposal.after(), solved.proposal.bound, solved.proposal.is_best()))
    }

    /// Says `decision` to these proposed changes.
    pub(super) fn decide(&mut self, changes: &[Change], decision: Decision) {
        let plan = self.plan().clone();
        let Some(review) = self.review.as_mut().filter(|it| it.plan == plan) else { return };
        let before = review.decisions.clone();
        for change in changes {
            review.decisions.decide(change, decision);
        }
        if review.decisions == before {
            return;
        }
        review.refusal = None;
        review.has_sought = false;
        self.follow_decisions();
    }

    /// Keeps positions as they are, or lets them change after all.
    pub(super) fn keep_positions(&mut self, keep: bool) {
        let plan = self.plan().clone();
        let Some(review) = self.review.as_mut().filter(|it| it.plan == plan) else { return };
        if std::mem::replace(&mut review.decisions.keeps_positions, keep) != keep {
            review.refusal = None;
            review.has_sought = false;
            self.follow_decisions();
        }
    }

    /// Says `decision` to everything that is proposed.
    pub(super) fn decide_all(&mut self, decision: Decision) {
        let Some(outlook) = self.outlook() else { return };
        let changes: Vec<Change> = outlook.entries.iter().flat_map(|it| &it.group.changes).cloned().collect();
        self.decide(&changes, decision);
    }

    /// Shows what is known of the decisions, and finds out where that takes no time.
    fn follow_decisions(&mut self) {
        // Whatever was being found out is of no use any more.
        self.stop_solving();
        self.solving = None;
        let Some(review) = &mut self.review else { return };
        review.choose();
        let is_quick = review.solved.first().is_some_and(|it| it.seconds <= QUICK);
        if is_quick && !review.is_up_to_date() {
            self.solve_again();
        }
    }

    /// Shows another of the plans to choose from in the review.
    pub(super) fn show_proposal(&mut self, number: usize) {
        if let Some(review) = &mut self.review {
            review.show(number);
        }
    }

    /// Solves the plan again with the decisions as they are.
    pub(super) fn solve_again(&mut self) {
        let Some(review) = self.review() else { return };
        let (wish, decisions) = (review.wish, review.decisions.clone());
        self.begin_solving(wish, decisions);
    }

    /// Finds out what would come of refusing these proposed changes; nothing is decided by that.
    pub(super) fn ask_refusal(&mut self, changes: &[Change]) {
        let plan = self.plan().clone();
        let Some(review) = self.review.as_mut().filter(|it| it.plan == plan) else { return };
        let mut decisions = review.decisions.clone();
        for change in changes {
            decisions.decide(change, Decision::Rejected);
        }
        if decisions == review.decisions {
            return;
        }
        review.refusal = Some(decisions.clone());
        if review.solved_with(&decisions).is_none() {
            let wish = review.wish;
            self.begin_solving(wish, decisions);
        }
    }

    /// Applies what was accepted and pinned, as one step, and ends the review.
    pub(super) fn apply_review(&mut self) {
        let Some((review, outlook)) = self.review().zip(self.outlook()) else { return };
        if outlook.is_empty() {
            self.notice = Some(nothing_accepted());
            return;
        }
        let edit = review.edit(&outlook, &review.plan);
        let moved: Vec<ProjectId> = outlook.applied().map(|it| it.project.clone()).collect();
        if self.commit(&edit) {
            self.forget_solving();
            self.selection = Selection::of_projects(moved);
        }
    }

    /// Keeps what was accepted and pinned as a plan of its own, as one step, and shows that plan.
    pub(super) fn save_review_as_plan(&mut self) {
        let Some((review, outlook)) = self.review().zip(self.outlook()) else { return };
        if outlook.is_empty() {
            self.notice = Some(nothing_accepted());
            return;
        }
        let Some(plan) = self.next_plan_id() else { return };
        let name = Text::new("求解", "Solved");
        let add = Edit::AddPlan { plan: plan.clone(), name, from: Some(review.plan.clone()) };
        let edit = Edit::Together(vec![add, review.edit(&outlook, &plan)]);
        if self.commit(&edit) {
            self.forget_solving();
            self.show_plan(&plan);
        }
    }

    /// Ends the review; nothing is applied.
    pub(super) fn leave_review(&mut self) {
        self.forget_solving();
    }
}

fn nothing_accepted() -> Notice {
    Notice::warning(Text::new(
        "没有接受任何改动；先接受至少一组",
        "Nothing is accepted; accept at least one group first",
    ))
}

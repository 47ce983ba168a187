//! What is proposed for a plan, and what becomes better or worse?
//!
//! The ordinary rules judge every proposal: it breaks nothing at level legal that the plan had not broken, and its score is never
//! lower; a factor that is overdrawn already is not drawn on further. Where the rules see more than the arrays do, what they object to is refused and the plan is solved again.

use super::{
    certificate,
    layout::Layout,
    reading::{Reading, Unreadable, Wish},
    solve::{Evidence, Orders, Outcome, Watch, solve},
};
use crate::{
    evaluate::{judgement::Judgement, score::Score},
    model::{
        edit::{Edit, apply},
        id::{ParkId, ProjectId},
        plan::Certificate,
        policy::Level,
        scenario::Scenario,
    },
    rules::finding::{Finding, Item, Part, State},
};

/// How often a plan is solved again without what the rules object to.
const ATTEMPTS: usize = 4;

/// A proposal.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The plan as a problem.
    pub reading: Reading,
    /// What the search found.
    pub outcome: Outcome,
    /// Where everything stands as proposed.
    pub layout: Layout,
    /// The scenario as proposed, with the certificate.
    pub scenario: Scenario,
    /// The judgement of the plan as proposed.
    pub judgement: Judgement,
    /// The score before.
    pub before: Score,
    /// The score that no plan exceeds; `None` where nothing was shown.
    pub bound: Option<Score>,
    /// What was found out, to be checked.
    pub certificate: Certificate,
}

impl Proposal {
    /// The score as proposed.
    pub fn after(&self) -> Score {
        self.judgement.score()
    }

    /// Whether the proposed plan is proven best.
    pub fn is_best(&self) -> bool {
        self.outcome.bound.is_some_and(|bound| self.reading.scale.value_of(self.after()) >= bound)
    }

    /// What is proposed as one step: the moves and the certificate.
    pub fn edit(&self) -> Edit {
        step(&self.reading, &self.layout, &self.certificate)
    }
}

/// The moves that make a plan that of `layout`, and the certificate, as one step.
fn step(reading: &Reading, layout: &Layout, certificate: &Certificate) -> Edit {
    Edit::Together(reading.edits(layout).into_iter().chain([Edit::Certify(certificate.clone())]).collect())
}

/// Solves the plan of `judgement` and judges what comes of it.
///
/// # Errors
/// [`Unreadable`] where the plan may not change, cannot be read as a problem, or was called off before there was one.
pub fn propose(
    scenario: &Scenario,
    judgement: &Judgement,
    wish: &Wish,
    orders: impl Fn(&Reading) -> Orders,
    watch: &dyn Watch,
) -> Result<Proposal, Unreadable> {
    let mut wish = wish.clone();
    for attempt in 0..ATTEMPTS {
        let reading = Reading::of(scenario, judgement, &wish, &|| watch.stop())?;
        let orders = orders(&reading);
        let outcome = solve(&reading.problem, &reading.start, &orders, watch);
        let layout = outcome.layout.clone();
        let proposal = judged(scenario, judgement, reading, outcome, layout, &orders)?;
        let objections = objections(judgement, &proposal);
        if objections.is_empty() && proposal.after() >= judgement.score() {
            return Ok(proposal);
        }
        let known = wish.refused.len();
        wish.refused.extend(objections);
        if attempt + 1 == ATTEMPTS || wish.refused.len() == known || watch.stop() {
            let start = proposal.reading.start.clone();
            return judged(scenario, judgement, proposal.reading, proposal.outcome, start, &orders);
        }
    }
    Err(Unreadable::CalledOff)
}

/// A proposal of `layout`, judged by the rules. Projects that break a rule together count apart in the problem, so a plan can
/// be worth more than the problem says; where this one is worth more than the bound, nothing is claimed.
pub(super) fn judged(
    scenario: &Scenario,
    judgement: &Judgement,
    reading: Reading,
    mut outcome: Outcome,
    layout: Layout,
    orders: &Orders,
) -> Result<Proposal, Unreadable> {
    let mut proposed = scenario.clone();
    let mut after = judgement.clone();
    let moves = reading.edits(&layout);
    if !moves.is_empty() {
        let touched = apply(&mut proposed, &Edit::Together(moves))?;
        after.follow(&proposed, &touched);
    }
    if outcome.bound.is_some_and(|bound| reading.scale.value_of(after.score()) > bound) {
        (outcome.bound, outcome.evidence) = (None, Evidence::Nothing);
    }
    let certificate = certificate::issue(scenario, &reading, &outcome, &layout, orders);
    let touched = apply(&mut proposed, &Edit::Certify(certificate.clone()))?;
    after.follow(&proposed, &touched);
    let bound = outcome.bound.map(|bound| reading.scale.bound_of(bound));
    Ok(Proposal {
        reading,
        outcome,
        layout,
        scenario: proposed,
        judgement: after,
        before: judgement.score(),
        bound,
        certificate,
    })
}

/// The choices without which nothing would be broken at level legal that was not broken before.
pub(super) fn objections(before: &Judgement, proposal: &Proposal) -> Vec<(ProjectId, ParkId)> {
    let is_broken = |finding: &&Finding| finding.level == Level::Legal && finding.state == State::Broken;
    let new = proposal
        .judgement
        .findings()
        .filter(is_broken)
        .filter(|finding| before.finding(&finding.key()).is_none_or(|it| it.state != State::Broken));
    let changed = proposal.reading.changes(&proposal.layout);
    let mut objections = vec![];
    for finding in new {
        let causes = finding.members.iter().filter(|it| it.part == Part::Cause).filter_map(|it| match &it.item {
            Item::Project(id) => Some(id),
            Item::Position(_) | Item::Enterprise(_) => None,
        });
        for id in causes {
            let moved = changed.iter().find(|(project, _)| project == id).and_then(|(_, park)| park.clone());
            objections.extend(moved.map(|park| (id.clone(), park)));
        }
    }
    objections
}

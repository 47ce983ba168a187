//! What does it cost to give in, and put a project where somebody insists? The best plan of what waits with it there, beside the
//! best plan without that condition: what is displaced, and how much of the score is given up.

use super::{
    proposal::{Proposal, propose},
    reading::{Reading, Unreadable, Wish},
    review::{Change, changes_between},
    solve::{Orders, Watch},
};
use crate::{
    evaluate::{judgement::Judgement, score::Score},
    model::{
        edit::{Edit, EditError, apply},
        id::{ParkId, ProjectId},
        scenario::Scenario,
    },
};

/// The price of a pin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinPrice {
    /// The best score that was found where the project may go anywhere, or wait.
    pub free: Score,
    /// Whether no plan is better than that.
    pub is_free_best: bool,
    /// Where the project stands then; `None` where it waits.
    pub free_home: Option<ParkId>,
    /// The best score that was found with the project in the park.
    pub pinned: Score,
    /// Whether no plan with the project there is better than that.
    pub is_pinned_best: bool,
    /// Other projects that stand elsewhere for that, from where they would stand to where they then would.
    pub displaced: Vec<Change>,
}

/// The price of putting `project` into `park` in the plan of `judgement`. What is placed already stays; what waits is placed anew
/// around it.
///
/// # Errors
/// [`Unreadable`] where the plan may not change, cannot be read as a problem, the project or the park is not there, or `watch`
/// stopped it before there was a plan.
pub fn pin_price(
    scenario: &Scenario,
    judgement: &Judgement,
    project: &ProjectId,
    park: &ParkId,
    orders: impl Fn(&Reading) -> Orders,
    watch: &dyn Watch,
) -> Result<PinPrice, Unreadable> {
    let plan = judgement.plan().clone();
    let (place, unplace) = (
        Edit::Place { plan: plan.clone(), project: project.clone(), park: park.clone(), premises: None },
        Edit::Unplace { plan, project: project.clone() },
    );
    let is_placed = judgement.facts().home(project).is_some();
    let free = solved(scenario, judgement, is_placed.then_some(unplace), &orders, watch)?;
    let pinned = solved(scenario, judgement, Some(place), &orders, watch)?;
    let displaced = changes_between(&free.judgement, &pinned.judgement);
    Ok(PinPrice {
        free: free.after(),
        is_free_best: free.is_best(),
        free_home: free.judgement.facts().home(project).map(|(park, _)| park.clone()),
        pinned: pinned.after(),
        is_pinned_best: pinned.is_best(),
        displaced: displaced.into_iter().filter(|it| it.project != *project).collect(),
    })
}

/// The best plan of what waits after `edit`.
fn solved(
    scenario: &Scenario,
    judgement: &Judgement,
    edit: Option<Edit>,
    orders: &impl Fn(&Reading) -> Orders,
    watch: &dyn Watch,
) -> Result<Proposal, Unreadable> {
    let Some(edit) = edit else { return propose(scenario, judgement, &Wish::default(), orders, watch) };
    let mut changed = scenario.clone();
    let mut after = judgement.clone();
    // A project that stands there already stays.
    match apply(&mut changed, &edit) {
        Ok(touched) => after.follow(&changed, &touched),
        Err(EditError::AlreadyThere(..)) => {}
        Err(error) => return Err(error.into()),
    }
    propose(&changed, &after, &Wish::default(), orders, watch)
}

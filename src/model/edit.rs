//! How does a scenario change? Only by an [`Edit`], and only through [`apply`].
//!
//! An edit that cannot be carried out changes nothing. What the rules think of the outcome is not asked here.

use std::collections::BTreeSet;

use super::{
    check::MOST_MOVES,
    id::{IndustryId, ParkId, PlanId, PositionId, ProjectId, RuleId},
    park::Role,
    plan::{Pin, Placement, Plan, PlanPosition, PlanStatus, PositionChange, Premises, Subject, Waiver},
    scenario::{Scenario, of_plan},
    table::{Record, Table},
    text::Text,
};

/// One change that a person would name, and one step of undo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Puts a project into a park, from the queue or from another park.
    Place {
        /// The plan.
        plan: PlanId,
        /// The project.
        project: ProjectId,
        /// Where it goes.
        park: ParkId,
        /// What it takes up; `None` for what is usual for it.
        premises: Option<Premises>,
    },
    /// Takes a project back into the queue.
    Unplace {
        /// The plan.
        plan: PlanId,
        /// The project.
        project: ProjectId,
    },
    /// Pins a placed project where it stands.
    Pin {
        /// The plan.
        plan: PlanId,
        /// The project.
        project: ProjectId,
    },
    /// Lets go of a pinned project.
    Unpin {
        /// The plan.
        plan: PlanId,
        /// The project.
        project: ProjectId,
    },
    /// Designates sub-sectors as a position of a park, in this plan.
    Designate {
        /// The plan.
        plan: PlanId,
        /// The park.
        park: ParkId,
        /// Leading or characteristic.
        role: Role,
        /// Name of the position.
        name: Text,
        /// Its sub-sectors.
        industries: Vec<IndustryId>,
    },
    /// Drops a position of a park, in this plan.
    Withdraw {
        /// The plan.
        plan: PlanId,
        /// The position.
        position: PositionId,
    },
    /// Waives a finding.
    Waive(Waiver),
    /// Takes a waiver back.
    RevokeWaiver {
        /// The plan.
        plan: PlanId,
        /// The rule.
        rule: RuleId,
        /// The park.
        park: ParkId,
        /// What the waiver is about.
        subject: Subject,
    },
    /// Adds a plan, empty or with everything that another plan holds.
    AddPlan {
        /// Its id.
        plan: PlanId,
        /// Its name.
        name: Text,
        /// The plan that it is copied from.
        from: Option<PlanId>,
    },
    /// Gives a plan another name.
    RenamePlan {
        /// The plan.
        plan: PlanId,
        /// Its new name.
        name: Text,
    },
    /// Removes a plan with all its parts.
    RemovePlan {
        /// The plan.
        plan: PlanId,
    },
    /// Makes a plan the one that opens first.
    ActivatePlan {
        /// The plan.
        plan: PlanId,
    },
    /// Gives the scenario another title.
    Retitle {
        /// The new title.
        title: Text,
    },
    /// Several edits in order, all or none.
    Together(Vec<Edit>),
}

/// Why an edit cannot be carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The plan does not exist.
    #[error("there is no plan {0}")]
    NoPlan(PlanId),
    /// The plan is approved and read-only.
    #[error("plan {0} is approved and read-only; copy it first")]
    Approved(PlanId),
    /// The project does not exist.
    #[error("there is no project {0}")]
    NoProject(ProjectId),
    /// The park does not exist.
    #[error("there is no park {0}")]
    NoPark(ParkId),
    /// The sub-sector does not exist.
    #[error("there is no industry {0}")]
    NoIndustry(IndustryId),
    /// The park has no such position in this plan.
    #[error("there is no position {0}")]
    NoPosition(PositionId),
    /// The project is not placed.
    #[error("project {0} is not placed")]
    NotPlaced(ProjectId),
    /// The project already stands in this park, on these premises.
    #[error("project {0} already stands in {1}")]
    AlreadyThere(ProjectId, ParkId),
    /// The project is pinned already, or not pinned.
    #[error("the pin of project {0} is already so")]
    PinUnchanged(ProjectId),
    /// The sub-sector already has a role in this park.
    #[error("industry {0} already belongs to position {1}")]
    AlreadyDesignated(IndustryId, PositionId),
    /// A position needs a sub-sector.
    #[error("a position needs at least one industry")]
    EmptyPosition,
    /// There is no such waiver, or it is there already.
    #[error("the waiver is already so")]
    WaiverUnchanged,
    /// A plan of this id exists.
    #[error("there is a plan {0} already")]
    PlanExists(PlanId),
    /// A scenario needs a plan.
    #[error("the last plan cannot be removed")]
    LastPlan,
    /// A name is empty.
    #[error("a name cannot be empty")]
    EmptyName,
    /// The name is the one it has.
    #[error("the name is already so")]
    NameUnchanged,
    /// No further id or number is free.
    #[error("no further number is free")]
    Exhausted,
}

/// What an edit touched, for those who keep totals up to date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touched {
    /// Parks of which something changed, by plan.
    pub parks: BTreeSet<(PlanId, ParkId)>,
    /// Projects whose placement changed, by plan.
    pub projects: BTreeSet<(PlanId, ProjectId)>,
    /// Plans that were added or removed.
    pub plans: BTreeSet<PlanId>,
}

impl Touched {
    /// Adds what `other` touched.
    pub fn merge(&mut self, other: Self) {
        self.parks.extend(other.parks);
        self.projects.extend(other.projects);
        self.plans.extend(other.plans);
    }

    fn park(plan: &PlanId, park: &ParkId) -> Self {
        Self { parks: BTreeSet::from([(plan.clone(), park.clone())]), ..Self::default() }
    }

    fn plan(plan: &PlanId) -> Self {
        Self { plans: BTreeSet::from([plan.clone()]), ..Self::default() }
    }
}

/// Carries out `edit` on `scenario` and tells what it touched; on an error `scenario` is as it was.
pub fn apply(scenario: &mut Scenario, edit: &Edit) -> Result<Touched, EditError> {
    match edit {
        Edit::Place { plan, project, park, premises } => place(scenario, plan, project, park, *premises),
        Edit::Unplace { plan, project } => unplace(scenario, plan, project),
        Edit::Pin { plan, project } => pin(scenario, plan, project),
        Edit::Unpin { plan, project } => unpin(scenario, plan, project),
        Edit::Designate { plan, park, role, name, industries } => {
            designate(scenario, plan, park, *role, name, industries)
        }
        Edit::Withdraw { plan, position } => withdraw(scenario, plan, position),
        Edit::Waive(waiver) => waive(scenario, waiver),
        Edit::RevokeWaiver { plan, rule, park, subject } => revoke(scenario, plan, rule, park, subject),
        Edit::AddPlan { plan, name, from } => add_plan(scenario, plan, name, from.as_ref()),
        Edit::RenamePlan { plan, name } => rename_plan(scenario, plan, name),
        Edit::RemovePlan { plan } => remove_plan(scenario, plan),
        Edit::ActivatePlan { plan } => activate(scenario, plan),
        Edit::Retitle { title } => retitle(scenario, title),
        Edit::Together(edits) => together(scenario, edits),
    }
}

fn draft(s: &Scenario, plan: &PlanId) -> Result<(), EditError> {
    match s.plans.get(plan).map(|plan| &plan.status) {
        None => Err(EditError::NoPlan(plan.clone())),
        Some(PlanStatus::Approved { .. }) => Err(EditError::Approved(plan.clone())),
        Some(PlanStatus::Draft) => Ok(()),
    }
}

fn known_park(s: &Scenario, park: &ParkId) -> Result<(), EditError> {
    if s.parks.contains(park) { Ok(()) } else { Err(EditError::NoPark(park.clone())) }
}

/// Touches the project, the parks given, and the park that the project is pinned to.
fn moved(s: &Scenario, plan: &PlanId, project: &ProjectId, parks: impl IntoIterator<Item = ParkId>) -> Touched {
    let pinned = s.pin(plan, project).map(|pin| pin.park.clone());
    Touched {
        parks: parks.into_iter().chain(pinned).map(|park| (plan.clone(), park)).collect(),
        projects: BTreeSet::from([(plan.clone(), project.clone())]),
        plans: BTreeSet::new(),
    }
}

fn place(
    s: &mut Scenario,
    plan: &PlanId,
    project: &ProjectId,
    park: &ParkId,
    premises: Option<Premises>,
) -> Result<Touched, EditError> {
    draft(s, plan)?;
    known_park(s, park)?;
    let record = s.projects.get(project).ok_or_else(|| EditError::NoProject(project.clone()))?;
    let premises = premises.unwrap_or_else(|| s.usual_premises(record));
    let before = s.placement(plan, project);
    if before.is_some_and(|before| before.park == *park && before.premises == premises) {
        return Err(EditError::AlreadyThere(project.clone(), park.clone()));
    }
    let left = before.map(|before| before.park.clone());
    let seq = s.last_seq(plan).checked_add(1).filter(|seq| *seq <= MOST_MOVES).ok_or(EditError::Exhausted)?;
    let placement = Placement { plan: plan.clone(), project: project.clone(), park: park.clone(), premises, seq };
    s.placements.insert(placement);
    Ok(moved(s, plan, project, left.into_iter().chain([park.clone()])))
}

fn unplace(s: &mut Scenario, plan: &PlanId, project: &ProjectId) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let key = (plan.clone(), project.clone());
    let placement = s.placements.remove(&key).ok_or_else(|| EditError::NotPlaced(project.clone()))?;
    Ok(moved(s, plan, project, [placement.park.clone()]))
}

fn pin(s: &mut Scenario, plan: &PlanId, project: &ProjectId) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let placement = s.placement(plan, project).ok_or_else(|| EditError::NotPlaced(project.clone()))?;
    let park = placement.park.clone();
    let before = s.pin(plan, project).map(|pin| pin.park.clone());
    if before.as_ref() == Some(&park) {
        return Err(EditError::PinUnchanged(project.clone()));
    }
    let touched = moved(s, plan, project, [park.clone()]);
    s.pins.insert(Pin { plan: plan.clone(), project: project.clone(), park, reason: String::new() });
    Ok(touched)
}

fn unpin(s: &mut Scenario, plan: &PlanId, project: &ProjectId) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let key = (plan.clone(), project.clone());
    let pin = s.pins.remove(&key).ok_or_else(|| EditError::PinUnchanged(project.clone()))?;
    Ok(moved(s, plan, project, [pin.park.clone()]))
}

fn designate(
    s: &mut Scenario,
    plan: &PlanId,
    park: &ParkId,
    role: Role,
    name: &Text,
    industries: &[IndustryId],
) -> Result<Touched, EditError> {
    draft(s, plan)?;
    known_park(s, park)?;
    if industries.is_empty() {
        return Err(EditError::EmptyPosition);
    }
    if name.zh.trim().is_empty() {
        return Err(EditError::EmptyName);
    }
    let positions = s.positions_of(plan, park);
    for id in industries {
        if !s.industries.contains(id) {
            return Err(EditError::NoIndustry(id.clone()));
        }
        if let Some(position) = positions.iter().find(|position| position.covers(id)) {
            return Err(EditError::AlreadyDesignated(id.clone(), position.id.clone()));
        }
    }
    let last = positions.iter().filter(|position| position.role == role).map(|position| position.order).max();
    let order = last.unwrap_or(0).checked_add(1).ok_or(EditError::Exhausted)?;
    let position = s.next_position_id(park).ok_or(EditError::Exhausted)?;
    let change = PositionChange::Set { role, name: name.clone(), industries: industries.to_vec(), order };
    s.plan_positions.insert(PlanPosition { plan: plan.clone(), position, park: park.clone(), change });
    Ok(Touched::park(plan, park))
}

fn withdraw(s: &mut Scenario, plan: &PlanId, position: &PositionId) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let missing = || EditError::NoPosition(position.clone());
    let key = (plan.clone(), position.clone());
    let park = match (s.plan_positions.get(&key), s.positions.get(position)) {
        (Some(changed), _) if changed.change == PositionChange::Withdrawn => return Err(missing()),
        (Some(changed), _) => changed.park.clone(),
        (None, Some(base)) => base.park.clone(),
        (None, None) => return Err(missing()),
    };
    if s.positions.contains(position) {
        let change = PositionChange::Withdrawn;
        s.plan_positions.insert(PlanPosition {
            plan: plan.clone(),
            position: position.clone(),
            park: park.clone(),
            change,
        });
    } else {
        s.plan_positions.remove(&key);
    }
    Ok(Touched::park(plan, &park))
}

fn waive(s: &mut Scenario, waiver: &Waiver) -> Result<Touched, EditError> {
    draft(s, &waiver.plan)?;
    known_park(s, &waiver.park)?;
    if !s.rules.contains(&waiver.rule) || s.waivers.contains(&waiver.key()) {
        return Err(EditError::WaiverUnchanged);
    }
    s.waivers.insert(waiver.clone());
    Ok(Touched::park(&waiver.plan, &waiver.park))
}

fn revoke(
    s: &mut Scenario,
    plan: &PlanId,
    rule: &RuleId,
    park: &ParkId,
    subject: &Subject,
) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let key = (plan.clone(), rule.clone(), park.clone(), subject.clone());
    s.waivers.remove(&key).ok_or(EditError::WaiverUnchanged)?;
    Ok(Touched::park(plan, park))
}

/// Adds to `table` a copy of every record of plan `from`, rewritten by `to`.
fn copy_part<T: Record>(table: &mut Table<T>, from: &PlanId, plan_of: fn(&T) -> &PlanId, to: impl Fn(&mut T)) {
    let copies: Vec<T> = of_plan(table, from, plan_of).cloned().collect();
    for mut copy in copies {
        to(&mut copy);
        table.insert(copy);
    }
}

macro_rules! each_plan_part {
    ($scenario:ident, $part:ident => $body:expr) => {
        each_plan_part!(@ $scenario, $part => $body, placements, pins, plan_positions, waivers, relocations,
            reservations, assumptions, plan_weights, opinions, grants, agreements)
    };
    (@ $scenario:ident, $part:ident => $body:expr, $($table:ident),*) => {
        $({ let $part = &mut $scenario.$table; $body; })*
    };
}

fn add_plan(s: &mut Scenario, plan: &PlanId, name: &Text, from: Option<&PlanId>) -> Result<Touched, EditError> {
    if s.plans.contains(plan) {
        return Err(EditError::PlanExists(plan.clone()));
    }
    if name.zh.trim().is_empty() {
        return Err(EditError::EmptyName);
    }
    if let Some(from) = from {
        if !s.plans.contains(from) {
            return Err(EditError::NoPlan(from.clone()));
        }
        each_plan_part!(s, part => copy_part(part, from, |record| &record.plan, |record| record.plan = plan.clone()));
    }
    s.plans.insert(Plan { id: plan.clone(), name: name.clone(), status: PlanStatus::Draft });
    Ok(Touched::plan(plan))
}

fn rename_plan(s: &mut Scenario, plan: &PlanId, name: &Text) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let before = s.plans.get(plan).ok_or_else(|| EditError::NoPlan(plan.clone()))?;
    if name.zh.trim().is_empty() {
        return Err(EditError::EmptyName);
    }
    if before.name == *name {
        return Err(EditError::NameUnchanged);
    }
    let renamed = Plan { name: name.clone(), ..Plan::clone(before) };
    s.plans.insert(renamed);
    Ok(Touched::default())
}

fn remove_plan(s: &mut Scenario, plan: &PlanId) -> Result<Touched, EditError> {
    if !s.plans.contains(plan) {
        return Err(EditError::NoPlan(plan.clone()));
    }
    if s.plans.len() == 1 {
        return Err(EditError::LastPlan);
    }
    s.plans.remove(plan);
    each_plan_part!(s, part => part.retain(|record| record.plan != *plan));
    s.certificates.retain(|record| record.plan != *plan);
    if s.active_plan == *plan
        && let Some(first) = s.plans.iter().next()
    {
        s.active_plan = first.id.clone();
    }
    Ok(Touched::plan(plan))
}

fn activate(s: &mut Scenario, plan: &PlanId) -> Result<Touched, EditError> {
    if !s.plans.contains(plan) {
        return Err(EditError::NoPlan(plan.clone()));
    }
    if s.active_plan == *plan {
        return Err(EditError::NameUnchanged);
    }
    s.active_plan = plan.clone();
    Ok(Touched::default())
}

fn retitle(s: &mut Scenario, title: &Text) -> Result<Touched, EditError> {
    if title.zh.trim().is_empty() {
        return Err(EditError::EmptyName);
    }
    if s.title == *title {
        return Err(EditError::NameUnchanged);
    }
    s.title = title.clone();
    Ok(Touched::default())
}

fn together(s: &mut Scenario, edits: &[Edit]) -> Result<Touched, EditError> {
    if edits.is_empty() {
        return Err(EditError::NameUnchanged);
    }
    let before = s.clone();
    let mut touched = Touched::default();
    for edit in edits {
        match apply(s, edit) {
            Ok(more) => touched.merge(more),
            Err(error) => {
                *s = before;
                return Err(error);
            }
        }
    }
    Ok(touched)
}

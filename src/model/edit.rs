//! How does a scenario change? Only by an [`Edit`], and only through [`apply`].
//!
//! An edit that cannot be carried out changes nothing. What the rules think of the outcome is not asked here.

mod adopt;
mod outlines;
mod parts;
mod plans;
mod positions;
pub mod recognition;
pub mod records;
mod relocations;
pub mod sessions;
pub mod sharing;
pub mod support;
mod weights;

pub(super) use parts::phases_add_up;

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{
    assume::AssumptionError,
    check::{MOST_MOVES, Wrong, values},
    evidence::Source,
    id::{
        CharacteristicParkId, DocumentId, EnterpriseId, IndustryId, ParkId, PlanId, PositionId, ProjectId, RecordId,
        RuleId, UnitId,
    },
    outline::Outline,
    park::{Recognition, Role},
    plan::{
        Assumption, Certificate, Decision, Lock, Opinion, Phasing, Pin, Placement, PlanStatus, PositionChange,
        Premises, Relocation, Reservation, Stipulation, Subject, Waiver,
    },
    project::Project,
    quantity::Factor,
    recognition::StepKind,
    scenario::Scenario,
    support::Session,
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
    /// Gives a position of a park another role, name, set of sub-sectors or place in the order, or moves it to another
    /// park, in this plan.
    SetPosition {
        /// The plan.
        plan: PlanId,
        /// The position, of the base data or added by the plan.
        position: PositionId,
        /// The park that it belongs to from now on.
        park: ParkId,
        /// Leading or characteristic.
        role: Role,
        /// Name of the position.
        name: Text,
        /// Its sub-sectors.
        industries: Vec<IndustryId>,
        /// Place among the positions of its role; `None` for the last.
        order: Option<u32>,
    },
    /// Takes back what the plan does to a position; one that the plan added is gone.
    RestorePosition {
        /// The plan.
        plan: PlanId,
        /// The position.
        position: PositionId,
    },
    /// Makes the positions that the plan proposes those of the base data, from the scenario's day on. What they replace
    /// stays as history; other plans that changed the same positions keep their changes.
    AdoptPositions {
        /// The plan.
        plan: PlanId,
        /// The document that sets them.
        document: Option<DocumentId>,
    },
    /// Replaces all outlines on the map, base data that no rule reads. A source that the new ones cite comes with them, in
    /// place of the one of its id; what was said of fields of earlier outlines goes with those.
    SetOutlines {
        /// The outlines; none takes all away.
        outlines: Vec<Outline>,
        /// The source that they cite, where the scenario may not have it.
        source: Option<Source>,
    },
    /// Adds a session, or puts it in place of the one of its id.
    Convene(Box<Session>),
    /// Removes a session with all that was decided in it.
    Cancel {
        /// The session.
        session: RecordId,
    },
    /// Records a decision of a session, in place of its earlier one on the project; the register follows.
    Decide(Box<Decision>),
    /// Takes a decision back; the register says what it said before.
    TakeBack {
        /// The session.
        session: RecordId,
        /// The project.
        project: ProjectId,
    },
    /// Records what a park committee says to a project in a plan.
    Opine(Opinion),
    /// Takes the opinion of a park committee back.
    FallSilent {
        /// The plan.
        plan: PlanId,
        /// The park whose committee spoke.
        park: ParkId,
        /// The project.
        project: ProjectId,
    },
    /// Takes records of the base data in, each in place of the one of its key: what an import brings.
    TakeIn(Box<records::Records>),
    /// Locks a park: nothing goes in, nothing leaves.
    LockPark(Lock),
    /// Unlocks a park.
    UnlockPark {
        /// The plan.
        plan: PlanId,
        /// The park.
        park: ParkId,
    },
    /// Records the investor's or planner's word on a project and a park, in place of an earlier one.
    Stipulate(Stipulation),
    /// Takes a stipulation back.
    DropStipulation {
        /// The plan.
        plan: PlanId,
        /// The project.
        project: ProjectId,
        /// The park.
        park: ParkId,
    },
    /// Moves an enterprise to another park, in this plan; in place of an earlier relocation of it.
    Relocate(Relocation),
    /// Leaves an enterprise where it stands.
    Unrelocate {
        /// The plan.
        plan: PlanId,
        /// The enterprise.
        enterprise: EnterpriseId,
    },
    /// Reserves part of a factor of a park, in place of the reservation of the same id.
    Reserve(Reservation),
    /// Gives a reservation up.
    Release {
        /// The plan.
        plan: PlanId,
        /// The reservation.
        id: RecordId,
    },
    /// Judges the plan as if a datum were otherwise, in place of an assumption on the same path.
    Assume(Assumption),
    /// Drops an assumption.
    DropAssumption {
        /// The plan.
        plan: PlanId,
        /// Its path.
        path: String,
    },
    /// Splits a project into phases, in this plan.
    SetPhases(Phasing),
    /// Takes the phases of this plan back.
    DropPhases {
        /// The plan.
        plan: PlanId,
        /// The project.
        project: ProjectId,
    },
    /// Gives the plan weights of its own, in place of all that it had; a criterion that is not named counts as in the
    /// scenario. Comparisons are dropped, because the weights no longer follow from them.
    SetWeights {
        /// The plan.
        plan: PlanId,
        /// Weights in points by criterion, those that are meant most first.
        weights: Vec<(RecordId, Factor)>,
    },
    /// Gives the plan the weights that follow from comparisons of groups of criteria, in place of all that it had.
    Compare {
        /// The plan.
        plan: PlanId,
        /// The group that counts more, the other, and how many times as much, 1 to 9.
        comparisons: Vec<(RecordId, RecordId, Factor)>,
        /// Weights in points by criterion.
        weights: Vec<(RecordId, Factor)>,
    },
    /// Gives the plan the scenario's weights back: its own are dropped, and its comparisons.
    ResetWeights {
        /// The plan.
        plan: PlanId,
    },
    /// Approves a plan; whether the rules allow it is asked before.
    Approve {
        /// The plan.
        plan: PlanId,
        /// Day of the approval.
        on: Date,
        /// Who approves, by office.
        by: String,
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
    /// Records what a solver found out about a plan, in place of what an earlier one did.
    Certify(Certificate),
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
    /// Changes what is known or decided of characteristic parks.
    Recognise(recognition::RecognitionEdit),
    /// Changes support: programmes, claims, grants, promises.
    Support(support::SupportEdit),
    /// Changes sharing: agreements, their books, transfers.
    Share(sharing::SharingEdit),
    /// Gives the scenario another title.
    Retitle {
        /// The new title.
        title: Text,
    },
    /// Becomes what was merged from this scenario and another one.
    Merge {
        /// What the two make together.
        merged: Box<Scenario>,
        /// Name of the file that was merged in.
        from: String,
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
    /// The session does not exist.
    #[error("there is no session {0}")]
    NoSession(RecordId),
    /// A decision to place that names no park, or one not to place that names one.
    #[error("a decision to place names a park, any other names none")]
    ParkOfDecision,
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
    /// The characteristic park does not exist.
    #[error("there is no characteristic park {0}")]
    NoCharacteristicPark(CharacteristicParkId),
    /// The step cannot follow where the characteristic park stands.
    #[error("{0:?} cannot follow {1:?}")]
    NotNext(StepKind, Recognition),
    /// A step on a day before that of the last one.
    #[error("{0} lies before the last step")]
    BeforeLast(Date),
    /// The programme does not exist.
    #[error("there is no programme {0}")]
    NoProgramme(RecordId),
    /// The unit does not exist.
    #[error("there is no unit {0}")]
    NoUnit(UnitId),
    /// The sharing template does not exist.
    #[error("there is no sharing template {0}")]
    NoTemplate(RecordId),
    /// There is no agreement on the project.
    #[error("there is no agreement on {0}")]
    NoAgreement(ProjectId),
    /// A position needs a sub-sector.
    #[error("a position needs at least one industry")]
    EmptyPosition,
    /// The park is locked.
    #[error("park {0} is locked in plan {1}")]
    Locked(ParkId, PlanId),
    /// The rule does not exist.
    #[error("there is no rule {0}")]
    NoRule(RuleId),
    /// The rule blocks: nobody can waive it.
    #[error("rule {0} cannot be waived")]
    NotWaivable(RuleId),
    /// A reason, an authority or an office is empty.
    #[error("reason and authority are needed")]
    Unreasoned,
    /// The criterion does not exist.
    #[error("there is no criterion {0}")]
    NoCriterion(RecordId),
    /// No criterion would count.
    #[error("one criterion must have a weight")]
    NoWeight,
    /// There is no such enterprise.
    #[error("there is no enterprise {0}")]
    NoEnterprise(EnterpriseId),
    /// The enterprise stands in that park, or its relocation is so already.
    #[error("enterprise {0} is there already")]
    RelocationUnchanged(EnterpriseId),
    /// The day lies before the scenario's day.
    #[error("{0} has passed")]
    Passed(Date),
    /// The document does not exist.
    #[error("there is no document {0}")]
    NoDocument(DocumentId),
    /// A datum cannot be assumed.
    #[error("cannot be assumed: {0}")]
    Assumption(#[from] AssumptionError),
    /// The phases do not add up: none, no land, or numbers that do not count up from 2.
    #[error("later phases need land and are numbered from 2")]
    Phases,
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
    /// A name, an office or a day that no file may hold.
    #[error("cannot be written down: {0:?}")]
    Improper(Wrong),
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

    /// Touches every plan, because the base data under all of them changed.
    fn base(s: &Scenario) -> Self {
        Self { plans: s.plans.iter().map(|plan| plan.id.clone()).collect(), ..Self::default() }
    }

    fn plan(plan: &PlanId) -> Self {
        Self { plans: BTreeSet::from([plan.clone()]), ..Self::default() }
    }
}

/// What `edit` states that no file may hold: what is made by an edit can always be saved.
fn improper(edit: &Edit) -> Option<Wrong> {
    match edit {
        Edit::Designate { name, .. }
        | Edit::SetPosition { name, .. }
        | Edit::AddPlan { name, .. }
        | Edit::RenamePlan { name, .. }
        | Edit::Retitle { title: name } => values::name(name).filter(|wrong| *wrong != Wrong::EmptyName),
        Edit::Approve { on, by, .. } => values::day(*on).or_else(|| values::short_text(by)),
        Edit::Waive(waiver) => values::day(waiver.expires).or_else(|| values::short_text(&waiver.authority)),
        Edit::Reserve(reservation) => values::day(reservation.until),
        Edit::SetPhases(phasing) => phasing.later.iter().find_map(|phase| values::day(phase.until)),
        Edit::SetWeights { weights, .. } => weights::improper(weights, &[]),
        Edit::Compare { weights, comparisons, .. } => weights::improper(weights, comparisons),
        Edit::SetOutlines { outlines, source } => outlines::improper(outlines, source.as_ref()),
        Edit::Convene(session) => sessions::improper(session),
        Edit::Decide(decision) => sessions::improper_decision(decision),
        Edit::Opine(opinion) => sessions::improper_opinion(opinion),
        Edit::Recognise(edit) => recognition::improper(edit),
        Edit::Support(edit) => support::improper(edit),
        Edit::Share(edit) => sharing::improper(edit),
        Edit::Place { .. }
        | Edit::TakeIn(_)
        | Edit::Cancel { .. }
        | Edit::TakeBack { .. }
        | Edit::FallSilent { .. }
        | Edit::Unplace { .. }
        | Edit::Pin { .. }
        | Edit::Unpin { .. }
        | Edit::Withdraw { .. }
        | Edit::RestorePosition { .. }
        | Edit::AdoptPositions { .. }
        | Edit::LockPark(_)
        | Edit::UnlockPark { .. }
        | Edit::Stipulate(_)
        | Edit::DropStipulation { .. }
        | Edit::Relocate(_)
        | Edit::Unrelocate { .. }
        | Edit::Release { .. }
        | Edit::Assume(_)
        | Edit::DropAssumption { .. }
        | Edit::DropPhases { .. }
        | Edit::ResetWeights { .. }
        | Edit::RevokeWaiver { .. }
        | Edit::Certify(_)
        | Edit::RemovePlan { .. }
        | Edit::ActivatePlan { .. }
        | Edit::Merge { .. }
        | Edit::Together(_) => None,
    }
}

/// Carries out `edit` on `scenario` and tells what it touched; on an error `scenario` is as it was.
pub fn apply(scenario: &mut Scenario, edit: &Edit) -> Result<Touched, EditError> {
    if let Some(wrong) = improper(edit) {
        return Err(EditError::Improper(wrong));
    }
    match edit {
        Edit::Place { plan, project, park, premises } => place(scenario, plan, project, park, *premises),
        Edit::Unplace { plan, project } => unplace(scenario, plan, project),
        Edit::Pin { plan, project } => pin(scenario, plan, project),
        Edit::Unpin { plan, project } => unpin(scenario, plan, project),
        Edit::Designate { plan, park, role, name, industries } => {
            positions::designate(scenario, plan, park, *role, name, industries)
        }
        Edit::Withdraw { plan, position } => positions::withdraw(scenario, plan, position),
        Edit::SetPosition { plan, position, park, role, name, industries, order } => {
            let set = PositionChange::Set {
                role: *role,
                name: name.clone(),
                industries: industries.clone(),
                order: order.unwrap_or(0),
            };
            positions::set(scenario, plan, position, park, set)
        }
        Edit::RestorePosition { plan, position } => positions::restore(scenario, plan, position),
        Edit::AdoptPositions { plan, document } => adopt::positions(scenario, plan, document.as_ref()),
        Edit::SetOutlines { outlines, source } => outlines::set(scenario, outlines, source.as_ref()),
        Edit::TakeIn(records) => records::take_in(scenario, records),
        Edit::Convene(session) => sessions::convene(scenario, session),
        Edit::Cancel { session } => sessions::cancel(scenario, session),
        Edit::Decide(decision) => sessions::decide(scenario, decision),
        Edit::TakeBack { session, project } => sessions::take_back(scenario, session, project),
        Edit::Opine(opinion) => sessions::opine(scenario, opinion),
        Edit::FallSilent { plan, park, project } => sessions::fall_silent(scenario, plan, park, project),
        Edit::LockPark(lock) => parts::lock(scenario, lock),
        Edit::UnlockPark { plan, park } => parts::unlock(scenario, plan, park),
        Edit::Stipulate(stipulation) => parts::stipulate(scenario, stipulation),
        Edit::DropStipulation { plan, project, park } => parts::drop_stipulation(scenario, plan, project, park),
        Edit::Relocate(relocation) => relocations::relocate(scenario, relocation),
        Edit::Unrelocate { plan, enterprise } => relocations::leave(scenario, plan, enterprise),
        Edit::Reserve(reservation) => parts::reserve(scenario, reservation),
        Edit::Release { plan, id } => parts::release(scenario, plan, id),
        Edit::Assume(assumption) => parts::assume(scenario, assumption),
        Edit::DropAssumption { plan, path } => parts::drop_assumption(scenario, plan, path),
        Edit::SetPhases(phasing) => parts::set_phases(scenario, phasing),
        Edit::DropPhases { plan, project } => parts::drop_phases(scenario, plan, project),
        Edit::SetWeights { plan, weights } => weights::set(scenario, plan, weights, &[]),
        Edit::Compare { plan, comparisons, weights } => weights::set(scenario, plan, weights, comparisons),
        Edit::ResetWeights { plan } => weights::reset(scenario, plan),
        Edit::Approve { plan, on, by } => parts::approve(scenario, plan, *on, by),
        Edit::Waive(waiver) => parts::waive(scenario, waiver),
        Edit::RevokeWaiver { plan, rule, park, subject } => parts::revoke(scenario, plan, rule, park, subject),
        Edit::Certify(certificate) => plans::certify(scenario, certificate),
        Edit::AddPlan { plan, name, from } => plans::add(scenario, plan, name, from.as_ref()),
        Edit::RenamePlan { plan, name } => plans::rename(scenario, plan, name),
        Edit::RemovePlan { plan } => plans::remove(scenario, plan),
        Edit::ActivatePlan { plan } => plans::activate(scenario, plan),
        Edit::Recognise(edit) => recognition::apply(scenario, edit),
        Edit::Support(edit) => support::apply(scenario, edit),
        Edit::Share(edit) => sharing::apply(scenario, edit),
        Edit::Retitle { title } => plans::retitle(scenario, title),
        Edit::Merge { merged, .. } => records::become_merged(scenario, merged),
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

/// Refuses a change of what stands in a locked park.
fn unlocked(s: &Scenario, plan: &PlanId, park: &ParkId) -> Result<(), EditError> {
    if s.lock(plan, park).is_some() { Err(EditError::Locked(park.clone(), plan.clone())) } else { Ok(()) }
}

/// Why no project may move into or out of any of `parks` in `plan`: there is no such plan, it is approved, or one of the
/// parks is locked.
pub fn may_move<'a>(
    scenario: &Scenario,
    plan: &PlanId,
    parks: impl IntoIterator<Item = &'a ParkId>,
) -> Result<(), EditError> {
    draft(scenario, plan)?;
    parks.into_iter().try_for_each(|park| unlocked(scenario, plan, park))
}

fn known_project<'a>(s: &'a Scenario, project: &ProjectId) -> Result<&'a Project, EditError> {
    s.projects.get(project).map(AsRef::as_ref).ok_or_else(|| EditError::NoProject(project.clone()))
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
    unlocked(s, plan, park)?;
    let premises = premises.unwrap_or(s.usual_premises(known_project(s, project)?));
    let before = s.placement(plan, project);
    if before.is_some_and(|before| before.park == *park && before.premises == premises) {
        return Err(EditError::AlreadyThere(project.clone(), park.clone()));
    }
    let left = before.map(|before| before.park.clone());
    left.as_ref().map_or(Ok(()), |left| unlocked(s, plan, left))?;
    let seq = s.last_seq(plan).checked_add(1).filter(|seq| *seq <= MOST_MOVES).ok_or(EditError::Exhausted)?;
    let placement = Placement { plan: plan.clone(), project: project.clone(), park: park.clone(), premises, seq };
    s.placements.insert(placement);
    Ok(moved(s, plan, project, left.into_iter().chain([park.clone()])))
}

fn unplace(s: &mut Scenario, plan: &PlanId, project: &ProjectId) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let park = s.placement(plan, project).ok_or_else(|| EditError::NotPlaced(project.clone()))?.park.clone();
    unlocked(s, plan, &park)?;
    s.placements.remove(&(plan.clone(), project.clone()));
    Ok(moved(s, plan, project, [park]))
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

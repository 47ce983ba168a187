//! Everything that a person can ask for: panels push commands, tests replay them, nothing else changes anything.

use std::path::PathBuf;

use jiff::civil::Date;

use super::{
    Selection,
    comparing::Side,
    delivery::Delivery,
    held::Step,
    importing::Remark,
    inquiry::Inquiry,
    merging,
    positions::Proposal,
    question::Answer,
    receipt::Notice,
    review::Decision,
    sessions::{Ruling, Summons},
    solving::SolveWish,
};
use crate::{
    io::settings::{Grouping, Hint, SavedView},
    model::{
        edit::{Edit, recognition::RecognitionEdit, sharing::SharingEdit, support::SupportEdit},
        id::{DocumentId, EnterpriseId, ParkId, PlanId, PositionId, ProjectId, RecordId, RuleId},
        park::Role,
        plan::{Premises, Reserved, Stance, Subject, Waiver, Word},
        project::Phase,
        quantity::{Factor, Mu, WanYuan},
    },
    optimise::{alternatives::Asked, review::Change},
};

/// What a new document begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fresh {
    /// Parks, industries and projects of the open document, with one empty plan.
    SameBase,
    /// The embedded sample.
    Sample,
    /// Nothing but the rule pack.
    Blank,
}

/// A command.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Selects something.
    Select(Selection),
    /// Adds a project to the selected ones, or takes it from them.
    SelectAlso(ProjectId),
    /// Selects the projects from the one that was selected last up to this one.
    SelectUpTo {
        /// Where the range ends.
        project: ProjectId,
        /// The projects in the order in which they are shown.
        shown: Vec<ProjectId>,
    },
    /// Picks a project up, with all others when it is one of several selected: every park says what would happen there.
    PickUp(ProjectId),
    /// Picks a position up: every park says what would happen there.
    PickUpPosition(PositionId),
    /// Places projects together in the park that suits them best, all or none.
    PlaceAtBest(Vec<ProjectId>),
    /// Holds the position that is held as leading or characteristic.
    AimRole(Role),
    /// Holds what is held over a park, or over nothing.
    Aim(Option<ParkId>),
    /// Holds what is held over a neighbouring park, by keyboard.
    AimBy(Step),
    /// Holds what is held over the park that answers best, second or third best: 1, 2, 3.
    AimBest(usize),
    /// Puts back what is held; nothing happened.
    LetGo,
    /// Drops what is held into the park under it.
    DropHeld,
    /// Places a project in a park.
    Place {
        /// The project.
        project: ProjectId,
        /// The park.
        park: ParkId,
    },
    /// Places several projects in a park, all or none, as one step.
    PlaceAll {
        /// The projects.
        projects: Vec<ProjectId>,
        /// The park.
        park: ParkId,
    },
    /// Takes a project back into the queue.
    Unplace(ProjectId),
    /// Takes several projects back into the queue, all or none, as one step.
    UnplaceAll(Vec<ProjectId>),
    /// Pins a placed project where it stands, or lets go of a pinned one.
    PinOrUnpin(ProjectId),
    /// Pins the placed ones among these projects where they stand; lets go of all of them when all are pinned.
    PinOrUnpinAll(Vec<ProjectId>),
    /// Begins to solve the plan that is shown; what comes of it is a review.
    Solve(SolveWish),
    /// Ends the search with what it has found.
    StopSolving,
    /// Solves again with what was decided in the review.
    SolveAgain,
    /// Says the same to these proposed changes.
    Decide {
        /// The changes.
        changes: Vec<Change>,
        /// What is said.
        decision: Decision,
    },
    /// Keeps positions as they are in the review, or lets them change after all.
    KeepPositions(bool),
    /// Says the same to everything that is proposed.
    DecideAll(Decision),
    /// Finds out what would come of refusing these proposed changes.
    AskRefusal(Vec<Change>),
    /// Applies what was accepted and pinned in the review, as one step.
    ApplyReview,
    /// Keeps what was accepted and pinned as a plan of its own, as one step.
    SaveReviewAsPlan,
    /// Ends the review; nothing is applied.
    LeaveReview,
    /// Looks for other good plans beside the one that is proposed.
    FindOthers(Asked),
    /// Shows another of the plans to choose from in the review, by its number.
    ShowProposal(usize),
    /// Checks the certificate of the plan that is shown, where that is not known.
    CheckCertificate,
    /// Carries out what was advised, in one step.
    Follow(Edit),
    /// Withdraws a position in the plan that is shown.
    WithdrawPosition(PositionId),
    /// Proposes a position: a new one, or another reading of one that stands in the plan.
    ProposePosition {
        /// The position to change; `None` for a new one.
        position: Option<PositionId>,
        /// What it should be.
        proposal: Proposal,
    },
    /// Moves a position to a park, in a role, behind the others.
    MovePosition {
        /// The position.
        position: PositionId,
        /// The park.
        park: ParkId,
        /// The role.
        role: Role,
    },
    /// Changes what is known or decided of characteristic parks.
    Recognise(RecognitionEdit),
    /// Changes support: programmes, claims, grants, promises.
    Support(SupportEdit),
    /// Grants what the rule of a programme gives to its claims, in place of all its grants; one step.
    Allocate(RecordId),
    /// Changes sharing: agreements, their books, transfers.
    Share(SharingEdit),
    /// Agrees the transfers that leave nobody worse off, beside those that are agreed; one step.
    Compensate,
    /// Takes back what the plan does to a position.
    RestorePosition(PositionId),
    /// Makes the positions of the plan those of the base data, citing a document.
    AdoptPositions(Option<DocumentId>),
    /// Locks a park, for a reason.
    Lock {
        /// The park.
        park: ParkId,
        /// Why.
        reason: String,
    },
    /// Locks a park, or unlocks it.
    LockOrUnlock(ParkId),
    /// Locks all parks, or unlocks them when all are locked.
    LockOrUnlockAll,
    /// Records the investor's or planner's word on a project and a park.
    Stipulate {
        /// The project.
        project: ProjectId,
        /// The park.
        park: ParkId,
        /// Required or forbidden.
        word: Word,
        /// Whose word it is, and why.
        reason: String,
    },
    /// Takes a stipulation back.
    DropStipulation {
        /// The project.
        project: ProjectId,
        /// The park.
        park: ParkId,
    },
    /// Moves an enterprise to another park, or changes what is said of its move.
    Relocate {
        /// The enterprise.
        enterprise: EnterpriseId,
        /// Where it goes.
        park: ParkId,
        /// Why.
        reason: String,
        /// How the unit that loses it is compensated; empty where nothing is agreed.
        compensation: String,
    },
    /// Leaves an enterprise where it stands.
    Unrelocate(EnterpriseId),
    /// Adds a session, or changes what is said of one.
    Convene(Summons),
    /// Freezes a session on the inputs as they are, or lets go of them.
    Freeze {
        /// The session.
        session: RecordId,
        /// Whether it is frozen.
        freezes: bool,
    },
    /// Removes a session with what was decided in it.
    CancelSession(RecordId),
    /// Records a decision, and moves the project to where it says.
    DecideOn(Ruling),
    /// Takes a decision back.
    TakeBackDecision {
        /// The session.
        session: RecordId,
        /// The project.
        project: ProjectId,
    },
    /// Records what a park committee says to a project.
    Opine {
        /// The park whose committee speaks.
        park: ParkId,
        /// The project.
        project: ProjectId,
        /// What it says.
        stance: Stance,
        /// Why.
        reason: String,
    },
    /// Takes the opinion of a park committee back.
    FallSilent {
        /// The park whose committee spoke.
        park: ParkId,
        /// The project.
        project: ProjectId,
    },
    /// Reserves part of a factor of a park.
    Reserve {
        /// The park.
        park: ParkId,
        /// What and how much.
        amount: Reserved,
        /// Last day on which it holds.
        until: Date,
        /// Why.
        reason: String,
    },
    /// Gives a reservation up.
    Release(RecordId),
    /// Judges the plan as if a datum were otherwise.
    Assume {
        /// Table, record and field, joined by `/`.
        path: String,
        /// The value, as it would stand in the file.
        value: String,
        /// Why.
        reason: String,
    },
    /// Drops an assumption, by its path.
    DropAssumption(String),
    /// Splits a project into phases, in this plan.
    SetPhases {
        /// The project.
        project: ProjectId,
        /// Land of the first phase.
        land: Mu,
        /// Investment of the first phase, where it differs.
        investment: Option<WanYuan>,
        /// Later phases.
        later: Vec<Phase>,
    },
    /// Takes the phases of this plan back.
    DropPhases(ProjectId),
    /// Puts a placed project on land of its own or into a standard plant.
    SetPremises {
        /// The project.
        project: ProjectId,
        /// What it takes up.
        premises: Premises,
    },
    /// Gives the plan that is shown weights of its own, by criterion in points.
    SetWeights(Vec<(RecordId, Factor)>),
    /// Gives the plan that is shown the weights that follow from comparisons of groups.
    Compare {
        /// The group that counts more, the other, and how many times as much.
        comparisons: Vec<(RecordId, RecordId, Factor)>,
        /// By criterion in points.
        weights: Vec<(RecordId, Factor)>,
    },
    /// Gives the plan that is shown the scenario's weights back.
    ResetWeights,
    /// Records a waiver in its plan.
    Waive(Waiver),
    /// Takes a waiver of the plan that is shown back.
    RevokeWaiver {
        /// The rule.
        rule: RuleId,
        /// The park.
        park: ParkId,
        /// What it is about within the park.
        subject: Subject,
    },
    /// Approves the plan that is shown, unless a finding stands in the way.
    Approve {
        /// Day of the approval.
        on: Date,
        /// Who approves, by office.
        by: String,
    },
    /// Takes the last step back.
    Undo,
    /// Does the last undone step again.
    Redo,
    /// Undoes or does again as many steps as lie between here and this state, by its revision.
    GoTo(u64),
    /// Shows a plan.
    ShowPlan(PlanId),
    /// Adds a plan, empty or as a copy of the one that is shown, and shows it.
    AddPlan {
        /// Whether it is a copy.
        copy: bool,
    },
    /// Gives a plan another name.
    RenamePlan {
        /// The plan.
        plan: PlanId,
        /// Its name, in the language of the window.
        name: String,
    },
    /// Removes a plan.
    RemovePlan(PlanId),
    /// Makes a plan the one that opens first.
    OpenFirst(PlanId),
    /// Begins a new document.
    New(Fresh),
    /// Opens a file.
    Open(PathBuf),
    /// Reads the outlines on the map from a GeoJSON file, in place of those that there are.
    ImportMap(PathBuf),
    /// Goes on with merging another file into the document.
    Merge(merging::Step),
    /// Saves to the file of the document, or asks for one.
    Save,
    /// Saves to this file, which becomes the file of the document.
    SaveTo(PathBuf),
    /// Puts a plan beside the one that is shown.
    PutBeside(Side),
    /// Reads a file whose plans are to be compared.
    BringPlans(PathBuf),
    /// Forgets the plans of a file that were compared.
    SendPlansAway(PathBuf),
    /// Begins to import sheets, or adds files to the import that is under way.
    BeginImport(Vec<PathBuf>),
    /// Imports cells from the clipboard.
    PasteSheet(String),
    /// Says something of the import.
    Remark(Remark),
    /// Takes in every row that can be taken, as one step.
    ApplyImport,
    /// Leaves the import; nothing is taken in.
    LeaveImport,
    /// Writes papers, tables, a layer of a map or an empty form.
    Deliver(Box<Delivery>),
    /// Writes a file that is not the document: a chart, a table.
    Export {
        /// Where to.
        path: PathBuf,
        /// What it holds.
        bytes: Vec<u8>,
    },
    /// Closes the window, asking first when something is unsaved.
    Quit,
    /// Answers the question that is open.
    Answer(Answer),
    /// Takes the notice away.
    Dismiss,
    /// Tells the person something.
    Notify(Notice),
    /// Chinese or English.
    SpeakChinese(bool),
    /// Dark or light.
    Darken(bool),
    /// Begins the backtest of the plan that is shown, beside the window.
    RunBacktest,
    /// Stops it; what was judged is kept.
    StopBacktest,
    /// Asks advice about the plan that is shown, beside the window.
    Inquire(Inquiry),
    /// Keeps a search with its order under its name.
    KeepView(SavedView),
    /// Gives a kept search another name.
    RenameView {
        /// The name that it has.
        view: String,
        /// The name that it gets.
        name: String,
    },
    /// Forgets the kept search of this name.
    ForgetView(String),
    /// Size of everything, 1.0 for ordinary.
    Zoom(f32),
    /// How the list of findings is grouped.
    Group(Grouping),
    /// Whether nothing fades.
    KeepStill(bool),
    /// The hint that is told next; `None` for no more.
    Hint(Option<Hint>),
    /// Folder in which the dialogs for files begin; empty for none.
    BeginIn(PathBuf),
}

//! Everything that a person can ask for: panels push commands, tests replay them, nothing else changes anything.

use std::path::PathBuf;

use super::{Selection, held::Step, question::Answer, receipt::Notice};
use crate::model::id::{ParkId, PlanId, PositionId, ProjectId};

/// What a new document begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fresh {
    /// Parks, industries and projects of the open document, with one empty plan.
    SameBase,
    /// The embedded Mianyang sample.
    Sample,
    /// Nothing but the rule pack.
    Blank,
}

/// A command.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Selects something.
    Select(Selection),
    /// Picks a project up: every park says what would happen there.
    PickUp(ProjectId),
    /// Holds what is held over a park, or over nothing.
    Aim(Option<ParkId>),
    /// Holds what is held over a neighbouring park, by keyboard.
    AimBy(Step),
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
    /// Takes a project back into the queue.
    Unplace(ProjectId),
    /// Pins a placed project where it stands, or lets go of a pinned one.
    PinOrUnpin(ProjectId),
    /// Withdraws a position in the plan that is shown.
    WithdrawPosition(PositionId),
    /// Takes the last step back.
    Undo,
    /// Does the last undone step again.
    Redo,
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
    /// Saves to the file of the document, or asks for one.
    Save,
    /// Saves to this file, which becomes the file of the document.
    SaveTo(PathBuf),
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
    /// Size of everything, 1.0 for ordinary.
    Zoom(f32),
}

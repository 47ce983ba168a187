//! What a person is asked before anything happens.

use super::command::Command;
use crate::model::{
    id::{IndustryId, ParkId, ProjectId},
    park::Role,
};

/// A question that is open.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// Something is unsaved, and `then` would lose it.
    Unsaved {
        /// What the person wanted.
        then: Box<Command>,
    },
    /// Projects, one sub-sector of which is undesignated, were dropped on a park with free slots.
    Designate {
        /// The projects: all that were dropped.
        projects: Vec<ProjectId>,
        /// The park.
        park: ParkId,
        /// The undesignated sub-sector.
        industry: IndustryId,
        /// Roles with a free slot.
        roles: Vec<Role>,
    },
    /// A file must be chosen to save to; afterwards `then` goes on.
    WhereToSave {
        /// What the person wanted after saving.
        then: Option<Box<Command>>,
    },
}

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Save first.
    Save,
    /// Go on without saving.
    Discard,
    /// Designate the sub-sector in this role, and place the project.
    Designate(Role),
    /// Place the project, off position.
    PlaceOnly,
    /// Do nothing.
    Cancel,
}

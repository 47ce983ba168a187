//! What is selected? Nothing, one thing, or several projects.

use std::collections::BTreeSet;

use super::{Workbench, receipt::Weight};
use crate::{
    model::id::{ParkId, ProjectId},
    rules::finding::FindingKey,
};

/// What is selected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Selection {
    /// Nothing.
    #[default]
    Nothing,
    /// A project.
    Project(ProjectId),
    /// Several projects: never fewer than two, see [`Selection::of_projects`].
    Projects(BTreeSet<ProjectId>),
    /// A park.
    Park(ParkId),
    /// A finding.
    Finding(FindingKey),
}

impl Selection {
    /// These projects, and nothing else: none, one or several.
    pub fn of_projects(projects: impl IntoIterator<Item = ProjectId>) -> Self {
        let mut projects: BTreeSet<ProjectId> = projects.into_iter().collect();
        match projects.len() {
            0 => Self::Nothing,
            1 => projects.pop_first().map_or(Self::Nothing, Self::Project),
            _ => Self::Projects(projects),
        }
    }

    /// The selected projects, by id.
    pub fn projects(&self) -> impl Iterator<Item = &ProjectId> {
        let (one, several) = match self {
            Self::Project(id) => (Some(id), None),
            Self::Projects(ids) => (None, Some(ids)),
            Self::Nothing | Self::Park(_) | Self::Finding(_) => (None, None),
        };
        one.into_iter().chain(several.into_iter().flatten())
    }

    /// Tells whether `project` is selected, alone or among others.
    pub fn has(&self, project: &ProjectId) -> bool {
        match self {
            Self::Project(id) => id == project,
            Self::Projects(ids) => ids.contains(project),
            Self::Nothing | Self::Park(_) | Self::Finding(_) => false,
        }
    }
}

impl Workbench {
    pub(super) fn select(&mut self, selection: Selection) {
        if let Selection::Project(id) = &selection {
            self.anchor = Some(id.clone());
        }
        self.selection = selection;
        if self.notice.as_ref().is_some_and(|notice| matches!(notice.weight, Weight::News | Weight::Hint)) {
            self.notice = None;
        }
    }

    /// Adds `project` to the selected ones, or takes it from them.
    pub(super) fn select_also(&mut self, project: ProjectId) {
        let mut projects: BTreeSet<ProjectId> = self.selection.projects().cloned().collect();
        if !projects.remove(&project) {
            projects.insert(project.clone());
        }
        self.select(Selection::of_projects(projects));
        self.anchor = Some(project);
    }

    /// Selects the shown projects from the one that was selected last up to `project`.
    pub(super) fn select_up_to(&mut self, project: ProjectId, shown: &[ProjectId]) {
        let place = |id: &ProjectId| shown.iter().position(|it| it == id);
        let from = self.anchor.clone().filter(|anchor| place(anchor).is_some());
        let Some((from, to)) = from.as_ref().and_then(place).zip(place(&project)) else {
            self.select(Selection::Project(project));
            return;
        };
        let range = shown.get(from.min(to)..=from.max(to)).unwrap_or_default();
        let anchor = self.anchor.clone();
        self.select(Selection::of_projects(range.iter().cloned()));
        self.anchor = anchor;
    }
}

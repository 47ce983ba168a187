//! What was done, step by step: undo, redo, and going to any state of the past or of what was undone.

use super::{
    Workbench,
    receipt::{Before, Receipt, Way},
};
use crate::{
    i18n,
    model::{
        assume,
        edit::{Edit, Touched},
        history::Told,
        id::{EnterpriseId, ParkId, PlanId, ProjectId},
        text::Text,
    },
};

/// A step of the history, told in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryStep {
    /// What was done.
    pub name: Text,
    /// Revision to which it was done: going there takes this step back, and all later ones.
    pub from: u64,
    /// Revision that it led to.
    pub to: u64,
    /// Whether it stands; otherwise it was undone and can be done again.
    pub is_done: bool,
}

impl HistoryStep {
    fn new(told: &Told<'_>, is_done: bool) -> Self {
        Self { name: i18n::edit::label(told.before, told.edit), from: told.from, to: told.to, is_done }
    }
}

impl Workbench {
    /// Number of the state of the document; equal numbers mean equal documents, also after undo and redo.
    pub fn revision(&self) -> u64 {
        self.history.revision()
    }

    /// Revision before the oldest step that can be undone.
    pub fn first_revision(&self) -> u64 {
        self.history.past().last().map_or_else(|| self.revision(), |oldest| oldest.from)
    }

    /// Name of the step that undo would take back.
    pub fn undoable(&self) -> Option<Text> {
        self.history.past().next().map(|step| HistoryStep::new(&step, true).name)
    }

    /// Name of the step that redo would do again.
    pub fn redoable(&self) -> Option<Text> {
        self.history.future().next().map(|step| HistoryStep::new(&step, false).name)
    }

    /// Whether undo would take back a change of weights.
    pub fn undoes_weights(&self) -> bool {
        self.history.past().next().is_some_and(|step| is_of_weights(step.edit))
    }

    /// Whether redo would do a change of weights again.
    pub fn redoes_weights(&self) -> bool {
        self.history.future().next().is_some_and(|step| is_of_weights(step.edit))
    }

    /// Every step, the newest first; those that were undone stand before those that are done.
    pub fn steps(&self) -> Vec<HistoryStep> {
        let mut steps: Vec<HistoryStep> = self.history.future().map(|it| HistoryStep::new(&it, false)).collect();
        steps.reverse();
        steps.extend(self.history.past().map(|it| HistoryStep::new(&it, true)));
        steps
    }

    /// The steps that stand and changed something about `park` in the plan that is shown, the newest first.
    pub fn steps_of_park(&self, park: &ParkId) -> impl Iterator<Item = Told<'_>> {
        let key = (self.plan().clone(), park.clone());
        self.history.past().filter(move |step| {
            step.touched.parks.contains(&key)
                || is_about(step.edit, &key.0, ("parks", key.1.as_str()))
                || moves_out_of(step, &key)
        })
    }

    /// The steps that stand and changed something about `project` in the plan that is shown, the newest first.
    pub fn steps_of_project(&self, project: &ProjectId) -> impl Iterator<Item = Told<'_>> {
        let key = (self.plan().clone(), project.clone());
        self.history.past().filter(move |step| {
            step.touched.projects.contains(&key) || is_about(step.edit, &key.0, ("projects", key.1.as_str()))
        })
    }

    pub(super) fn undo(&mut self) {
        let from = self.history.past().next().map(|step| step.from);
        if let Some(from) = from {
            self.go_to(from);
        }
    }

    pub(super) fn redo(&mut self) {
        let to = self.history.future().next().map(|step| step.to);
        if let Some(to) = to {
            self.go_to(to);
        }
    }

    /// Crosses all steps between here and `revision`, and tells what they did together; nothing when there is no such
    /// state.
    pub(super) fn go_to(&mut self, revision: u64) {
        let back = self.history.past().position(|step| step.from == revision).map(|at| (Way::Undone, at + 1));
        let forth = || self.history.future().position(|step| step.to == revision).map(|at| (Way::Redone, at + 1));
        let Some((way, steps)) = back.or_else(forth) else { return };
        let mut crossed = Touched::default();
        let mut last = None;
        for _ in 0..steps {
            let step = if way == Way::Undone { self.history.undo() } else { self.history.redo() };
            if let Some((edit, touched)) = step {
                crossed.merge(touched);
                last = Some(edit);
            }
        }
        let Some(edit) = last else { return };
        let before = Before::new(&self.judgement, &crossed);
        self.follow(&crossed);
        self.show_where(&crossed);
        self.receipt = Some(Receipt::new(&edit, way, steps, &crossed, &before, &self.judgement));
    }

    /// Turns to a plan in which something changed, unless it shows in the one that is shown.
    fn show_where(&mut self, touched: &Touched) {
        let of_parks = touched.parks.iter().map(|(plan, _)| plan);
        let mut plans = touched.projects.iter().map(|(plan, _)| plan).chain(of_parks).chain(&touched.plans);
        let shown = self.plan();
        if plans.clone().any(|plan| plan == shown) {
            return;
        }
        let elsewhere = plans.find(|plan| self.scenario().plans.contains(plan)).cloned();
        if let Some(plan) = elsewhere {
            self.show_plan(&plan);
        }
    }
}

/// Whether `edit` is about a record, by table and id, in `plan` although it touched the whole plan: an assumption about one of
/// its fields, the phases of a project, or an enterprise that is relocated there.
fn is_about(edit: &Edit, plan: &PlanId, record: (&str, &str)) -> bool {
    let holds = |path: &str| assume::parts(path).is_some_and(|(table, id, _)| (table, id) == record);
    let is_project = |id: &ProjectId| ("projects", id.as_str()) == record;
    if let Edit::Together(edits) = edit {
        edits.iter().any(|it| is_about(it, plan, record))
    } else if let Edit::Assume(assumption) = edit {
        assumption.plan == *plan && holds(&assumption.path)
    } else if let Edit::DropAssumption { plan: of, path } = edit {
        of == plan && holds(path)
    } else if let Edit::SetPhases(phasing) = edit {
        phasing.plan == *plan && is_project(&phasing.project)
    } else if let Edit::DropPhases { plan: of, project } = edit {
        of == plan && is_project(project)
    } else if let Edit::Relocate(it) = edit {
        it.plan == *plan && ("parks", it.park.as_str()) == record
    } else {
        false
    }
}

/// Whether the step moves an enterprise away from a park, or leaves it there, in a plan.
fn moves_out_of(step: &Told<'_>, (of, park): &(PlanId, ParkId)) -> bool {
    let home = |id: &EnterpriseId| step.before.enterprises.get(id).is_some_and(|it| it.park == *park);
    if let Edit::Relocate(it) = step.edit {
        it.plan == *of && home(&it.enterprise)
    } else if let Edit::Unrelocate { plan, enterprise } = step.edit {
        plan == of && home(enterprise)
    } else {
        false
    }
}

fn is_of_weights(edit: &Edit) -> bool {
    matches!(edit, Edit::SetWeights { .. } | Edit::Compare { .. } | Edit::ResetWeights { .. })
}

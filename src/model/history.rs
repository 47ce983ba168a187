//! What was done, and how is it undone? Snapshots of the scenario, one a named step.
//!
//! A snapshot shares all its tables with its neighbours, so a step costs what it changed. Limit: the latest
//! [`MOST_STEPS`] steps; older ones are forgotten, never half kept.

use std::collections::VecDeque;

use super::{
    edit::{Edit, EditError, Touched, apply},
    scenario::Scenario,
};

/// Steps that can be undone at most.
pub const MOST_STEPS: usize = 1_000;

/// One step: the edit, what it touched, and the scenario on its other side.
#[derive(Debug, Clone)]
struct Step {
    edit: Edit,
    touched: Touched,
    other: Scenario,
    other_revision: u64,
}

/// A step as a list tells it.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The edit.
    pub edit: &'a Edit,
    /// What it touched.
    pub touched: &'a Touched,
    /// The scenario to which it was done.
    pub before: &'a Scenario,
    /// Revision to which it was done.
    pub from: u64,
    /// Revision that it led to.
    pub to: u64,
}

/// A scenario with its past and, after an undo, its future.
#[derive(Debug, Clone)]
pub struct History {
    now: Scenario,
    revision: u64,
    next_revision: u64,
    past: VecDeque<Step>,
    future: Vec<Step>,
}

impl History {
    /// A history that starts at `scenario`, revision 0.
    pub fn new(scenario: Scenario) -> Self {
        Self { now: scenario, revision: 0, next_revision: 1, past: VecDeque::new(), future: Vec::new() }
    }

    /// The scenario as it is now.
    pub fn now(&self) -> &Scenario {
        &self.now
    }

    /// Number of this state; equal numbers mean equal scenarios, also after undo and redo.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The scenario as it was at `revision`; `None` where that is forgotten.
    pub fn at(&self, revision: u64) -> Option<&Scenario> {
        if revision == self.revision {
            return Some(&self.now);
        }
        let steps = self.past.iter().chain(&self.future);
        steps.into_iter().find(|step| step.other_revision == revision).map(|step| &step.other)
    }

    /// The steps that can be undone, the newest first.
    pub fn past(&self) -> impl Iterator<Item = Told<'_>> {
        let to = std::iter::once(self.revision).chain(self.past.iter().rev().map(|step| step.other_revision));
        self.past.iter().rev().zip(to).map(|(step, to)| Told {
            edit: &step.edit,
            touched: &step.touched,
            before: &step.other,
            from: step.other_revision,
            to,
        })
    }

    /// The steps that can be done again, the next first.
    pub fn future(&self) -> impl Iterator<Item = Told<'_>> {
        let next_first = || self.future.iter().rev();
        let before = std::iter::once((&self.now, self.revision))
            .chain(next_first().map(|step| (&step.other, step.other_revision)));
        next_first().zip(before).map(|(step, (before, from))| Told {
            edit: &step.edit,
            touched: &step.touched,
            before,
            from,
            to: step.other_revision,
        })
    }

    /// Carries out `edit` as one step and forgets the future; an edit that is refused leaves no step.
    pub fn commit(&mut self, edit: Edit) -> Result<Touched, EditError> {
        let before = self.now.clone();
        let touched = match apply(&mut self.now, &edit) {
            Ok(touched) => touched,
            Err(error) => {
                self.now = before;
                return Err(error);
            }
        };
        self.future.clear();
        if self.past.len() == MOST_STEPS {
            self.past.pop_front();
        }
        self.past.push_back(Step { edit, touched: touched.clone(), other: before, other_revision: self.revision });
        self.revision = self.next_revision;
        self.next_revision += 1;
        Ok(touched)
    }

    /// Takes the latest step back; returns the edit and what it touched.
    pub fn undo(&mut self) -> Option<(Edit, Touched)> {
        let step = self.past.pop_back()?;
        let (step, told) = self.cross(step);
        self.future.push(step);
        Some(told)
    }

    /// Does the step that was taken back last again; returns the edit and what it touched.
    pub fn redo(&mut self) -> Option<(Edit, Touched)> {
        let step = self.future.pop()?;
        let (step, told) = self.cross(step);
        self.past.push_back(step);
        Some(told)
    }

    fn cross(&mut self, step: Step) -> (Step, (Edit, Touched)) {
        let other = std::mem::replace(&mut self.now, step.other);
        let other_revision = std::mem::replace(&mut self.revision, step.other_revision);
        let told = (step.edit.clone(), step.touched.clone());
        (Step { other, other_revision, ..step }, told)
    }
}

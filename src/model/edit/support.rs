//! Edits of support: programmes, claims on them, grants, promises about projects.

use super::{EditError, Touched, draft, known_project, parts::put};
use crate::model::{
    check::{Wrong, values},
    id::{PlanId, ProjectId, RecordId},
    plan::{Claim, Grant},
    quantity::WanYuan,
    scenario::Scenario,
    support::{Programme, Task},
};

/// One change of support that a person would name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SupportEdit {
    /// Adds a programme, or puts it in place of the one of its id.
    SetProgramme(Box<Programme>),
    /// Records a claim, in place of an earlier one of the project on the programme.
    Claim(Claim),
    /// Takes a claim back, with the grant on it.
    DropClaim {
        /// The plan.
        plan: PlanId,
        /// The programme.
        programme: RecordId,
        /// The project.
        project: ProjectId,
    },
    /// Grants an amount, in place of an earlier grant; nothing takes the grant back.
    Grant(Grant),
    /// Records a service task or a commitment, in place of the one of its id.
    SetTask(Box<Task>),
    /// Removes a service task or a commitment.
    DropTask {
        /// Its id.
        task: RecordId,
    },
}

/// What no file may hold.
pub(super) fn improper(edit: &SupportEdit) -> Option<Wrong> {
    match edit {
        SupportEdit::SetProgramme(programme) => values::name(&programme.name).or_else(|| values::programme(programme)),
        SupportEdit::Grant(grant) => values::grant(grant).or_else(|| {
            let departs = grant.ruled.is_some_and(|ruled| ruled != grant.amount);
            (departs && grant.reason.trim().is_empty()).then_some(Wrong::EmptyText)
        }),
        SupportEdit::SetTask(task) => values::name(&task.name)
            .or_else(|| values::short_text(&task.owner))
            .or_else(|| values::short_text(&task.clause))
            .or_else(|| values::day(task.due))
            .or_else(|| task.done.and_then(values::day)),
        SupportEdit::Claim(_) | SupportEdit::DropClaim { .. } | SupportEdit::DropTask { .. } => None,
    }
}

/// Carries out `edit`.
pub(super) fn apply(s: &mut Scenario, edit: &SupportEdit) -> Result<Touched, EditError> {
    match edit {
        SupportEdit::SetProgramme(programme) => {
            for park in &programme.parks {
                super::known_park(s, park)?;
            }
            put(&mut s.programmes, programme.as_ref())?;
            Ok(Touched::base(s))
        }
        SupportEdit::Claim(claim) => {
            draft(s, &claim.plan)?;
            known_programme(s, &claim.programme)?;
            known_project(s, &claim.project)?;
            put(&mut s.claims, claim)?;
            Ok(Touched::default())
        }
        SupportEdit::DropClaim { plan, programme, project } => {
            draft(s, plan)?;
            let key = (plan.clone(), programme.clone(), project.clone());
            s.claims.remove(&key).ok_or(EditError::NameUnchanged)?;
            let granted = s.grants.remove(&key).is_some();
            Ok(if granted { Touched::plan(plan) } else { Touched::default() })
        }
        SupportEdit::Grant(grant) => {
            draft(s, &grant.plan)?;
            known_programme(s, &grant.programme)?;
            known_project(s, &grant.project)?;
            if grant.amount == WanYuan::ZERO && grant.ruled.is_none() {
                let key = (grant.plan.clone(), grant.programme.clone(), grant.project.clone());
                s.grants.remove(&key).ok_or(EditError::NameUnchanged)?;
            } else {
                put(&mut s.grants, grant)?;
            }
            Ok(Touched::plan(&grant.plan))
        }
        SupportEdit::SetTask(task) => {
            known_project(s, &task.project)?;
            put(&mut s.tasks, task.as_ref())?;
            Ok(Touched::default())
        }
        SupportEdit::DropTask { task } => {
            s.tasks.remove(task).ok_or(EditError::NameUnchanged)?;
            Ok(Touched::default())
        }
    }
}

fn known_programme(s: &Scenario, programme: &RecordId) -> Result<(), EditError> {
    if s.programmes.contains(programme) { Ok(()) } else { Err(EditError::NoProgramme(programme.clone())) }
}

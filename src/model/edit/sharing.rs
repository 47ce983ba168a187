//! Edits of sharing: agreements, what was booked on them, transfers between units.

use super::{EditError, Touched, draft, known_project, parts::put};
use crate::model::{
    check::{Wrong, values},
    id::{PlanId, ProjectId, UnitId},
    plan::Agreement,
    scenario::Scenario,
    sharing::{LedgerEntry, Transfer},
};

/// One change of sharing that a person would name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SharingEdit {
    /// Records a sharing agreement, in place of the one on the project.
    Agree(Box<Agreement>),
    /// Takes an agreement back, with what was booked on it.
    DropAgreement {
        /// The plan.
        plan: PlanId,
        /// The project.
        project: ProjectId,
    },
    /// Books figures of a year, in place of earlier ones; an entry without figures takes them back.
    Book(LedgerEntry),
    /// Records an agreed transfer, in place of the one between the two units.
    AgreeTransfer(Transfer),
    /// Takes a transfer back.
    DropTransfer {
        /// The plan.
        plan: PlanId,
        /// Who pays.
        from: UnitId,
        /// Who receives.
        to: UnitId,
    },
}

/// What no file may hold.
pub(super) fn improper(edit: &SharingEdit) -> Option<Wrong> {
    match edit {
        SharingEdit::Agree(agreement) => values::agreement(agreement),
        SharingEdit::Book(entry) => values::year_of_fact(entry.year),
        SharingEdit::AgreeTransfer(transfer) => values::transfer(transfer),
        SharingEdit::DropAgreement { .. } | SharingEdit::DropTransfer { .. } => None,
    }
}

/// Carries out `edit`.
pub(super) fn apply(s: &mut Scenario, edit: &SharingEdit) -> Result<Touched, EditError> {
    match edit {
        SharingEdit::Agree(agreement) => {
            draft(s, &agreement.plan)?;
            known_project(s, &agreement.project)?;
            let named = agreement.worths.iter().flat_map(|it| &it.units);
            let others = agreement.others.iter().map(|it| &it.unit).chain(named);
            for unit in [&agreement.originator, &agreement.host].into_iter().chain(others) {
                known_unit(s, unit)?;
            }
            if !s.sharing_templates.contains(&agreement.template) {
                return Err(EditError::NoTemplate(agreement.template.clone()));
            }
            put(&mut s.agreements, agreement.as_ref())?;
            Ok(Touched::plan(&agreement.plan))
        }
        SharingEdit::DropAgreement { plan, project } => {
            draft(s, plan)?;
            s.agreements.remove(&(plan.clone(), project.clone())).ok_or(EditError::NameUnchanged)?;
            s.ledger.retain(|it| it.plan != *plan || it.project != *project);
            Ok(Touched::plan(plan))
        }
        SharingEdit::Book(entry) => {
            // Years go by after a plan is approved: its books stay open.
            if !s.agreements.contains(&(entry.plan.clone(), entry.project.clone())) {
                return Err(EditError::NoAgreement(entry.project.clone()));
            }
            if entry.tax.is_none() && entry.incentives.is_none() && entry.paid.is_none() {
                let key = (entry.plan.clone(), entry.project.clone(), entry.year);
                s.ledger.remove(&key).ok_or(EditError::NameUnchanged)?;
            } else {
                put(&mut s.ledger, entry)?;
            }
            Ok(Touched::default())
        }
        SharingEdit::AgreeTransfer(transfer) => {
            draft(s, &transfer.plan)?;
            for unit in [&transfer.from, &transfer.to] {
                known_unit(s, unit)?;
            }
            put(&mut s.transfers, transfer)?;
            Ok(Touched::default())
        }
        SharingEdit::DropTransfer { plan, from, to } => {
            draft(s, plan)?;
            s.transfers.remove(&(plan.clone(), from.clone(), to.clone())).ok_or(EditError::NameUnchanged)?;
            Ok(Touched::default())
        }
    }
}

fn known_unit(s: &Scenario, unit: &UnitId) -> Result<(), EditError> {
    if s.units.contains(unit) { Ok(()) } else { Err(EditError::NoUnit(unit.clone())) }
}

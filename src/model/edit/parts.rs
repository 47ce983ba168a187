//! Edits of the smaller parts of a plan: locks, stipulations, reservations, assumptions, phases, waivers, approval.

use jiff::civil::Date;

use super::{EditError, Touched, draft, known_park, known_project};
use crate::model::{
    assume, check,
    id::{ParkId, PlanId, ProjectId, RecordId, RuleId},
    plan::{Assumption, Lock, Phasing, Plan, PlanStatus, Reservation, Stipulation, Subject, Waiver},
    policy::Mode,
    quantity::Mu,
    scenario::Scenario,
    table::{Record, Table},
};

/// Puts `record` into `table`; refused when it is there already, just so.
pub(super) fn put<T: Record + PartialEq>(table: &mut Table<T>, record: &T) -> Result<(), EditError> {
    if table.get(&record.key()).is_some_and(|before| before.as_ref() == record) {
        return Err(EditError::NameUnchanged);
    }
    table.insert(record.clone());
    Ok(())
}

pub(super) fn lock(s: &mut Scenario, lock: &Lock) -> Result<Touched, EditError> {
    draft(s, &lock.plan)?;
    known_park(s, &lock.park)?;
    put(&mut s.locks, lock)?;
    Ok(Touched::park(&lock.plan, &lock.park))
}

pub(super) fn unlock(s: &mut Scenario, plan: &PlanId, park: &ParkId) -> Result<Touched, EditError> {
    draft(s, plan)?;
    s.locks.remove(&(plan.clone(), park.clone())).ok_or(EditError::NameUnchanged)?;
    Ok(Touched::park(plan, park))
}

/// Touches the project and the park where it stands: that is where a stipulation is judged.
fn stipulated(s: &Scenario, plan: &PlanId, project: &ProjectId) -> Touched {
    super::moved(s, plan, project, s.placement(plan, project).map(|placement| placement.park.clone()))
}

pub(super) fn stipulate(s: &mut Scenario, stipulation: &Stipulation) -> Result<Touched, EditError> {
    draft(s, &stipulation.plan)?;
    known_park(s, &stipulation.park)?;
    known_project(s, &stipulation.project)?;
    put(&mut s.stipulations, stipulation)?;
    Ok(stipulated(s, &stipulation.plan, &stipulation.project))
}

pub(super) fn drop_stipulation(
    s: &mut Scenario,
    plan: &PlanId,
    project: &ProjectId,
    park: &ParkId,
) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let key = (plan.clone(), project.clone(), park.clone());
    s.stipulations.remove(&key).ok_or(EditError::NameUnchanged)?;
    Ok(stipulated(s, plan, project))
}

pub(super) fn reserve(s: &mut Scenario, reservation: &Reservation) -> Result<Touched, EditError> {
    draft(s, &reservation.plan)?;
    known_park(s, &reservation.park)?;
    if reservation.reason.trim().is_empty() {
        return Err(EditError::Unreasoned);
    }
    if reservation.until < s.as_of {
        return Err(EditError::Passed(reservation.until));
    }
    let mut touched = Touched::park(&reservation.plan, &reservation.park);
    if let Some(before) = s.reservations.get(&reservation.key()) {
        touched.merge(Touched::park(&before.plan, &before.park));
    }
    put(&mut s.reservations, reservation)?;
    Ok(touched)
}

pub(super) fn release(s: &mut Scenario, plan: &PlanId, id: &RecordId) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let gone = s.reservations.remove(&(plan.clone(), id.clone())).ok_or(EditError::NameUnchanged)?;
    Ok(Touched::park(plan, &gone.park))
}

pub(super) fn assume(s: &mut Scenario, assumption: &Assumption) -> Result<Touched, EditError> {
    draft(s, &assumption.plan)?;
    assume::check(s, assumption)?;
    if assumption.reason.trim().is_empty() {
        return Err(EditError::Unreasoned);
    }
    put(&mut s.assumptions, assumption)?;
    Ok(Touched::plan(&assumption.plan))
}

pub(super) fn drop_assumption(s: &mut Scenario, plan: &PlanId, path: &str) -> Result<Touched, EditError> {
    draft(s, plan)?;
    s.assumptions.remove(&(plan.clone(), path.to_owned())).ok_or(EditError::NameUnchanged)?;
    Ok(Touched::plan(plan))
}

/// Tells whether later phases have land and are numbered 2, 3, 4 …
pub(in crate::model) fn phases_add_up(phasing: &Phasing) -> bool {
    let numbered = phasing.later.iter().zip(2_u8..).all(|(phase, number)| phase.number == number);
    let has_land = phasing.later.iter().all(|phase| phase.land.is_some_and(|land| land > Mu::ZERO));
    !phasing.later.is_empty() && numbered && has_land && phasing.land > Mu::ZERO
}

pub(super) fn set_phases(s: &mut Scenario, phasing: &Phasing) -> Result<Touched, EditError> {
    draft(s, &phasing.plan)?;
    known_project(s, &phasing.project)?;
    if !phases_add_up(phasing) {
        return Err(EditError::Phases);
    }
    if let Some(phase) = phasing.later.iter().find(|phase| phase.until < s.as_of) {
        return Err(EditError::Passed(phase.until));
    }
    put(&mut s.phasings, phasing)?;
    Ok(Touched::plan(&phasing.plan))
}

pub(super) fn drop_phases(s: &mut Scenario, plan: &PlanId, project: &ProjectId) -> Result<Touched, EditError> {
    draft(s, plan)?;
    s.phasings.remove(&(plan.clone(), project.clone())).ok_or(EditError::NameUnchanged)?;
    Ok(Touched::plan(plan))
}

pub(super) fn waive(s: &mut Scenario, waiver: &Waiver) -> Result<Touched, EditError> {
    draft(s, &waiver.plan)?;
    known_park(s, &waiver.park)?;
    let rule = s.rules.get(&waiver.rule).ok_or_else(|| EditError::NoRule(waiver.rule.clone()))?;
    if rule.mode == Mode::Block {
        return Err(EditError::NotWaivable(waiver.rule.clone()));
    }
    if waiver.reason.trim().is_empty() || waiver.authority.trim().is_empty() {
        return Err(EditError::Unreasoned);
    }
    if waiver.expires < s.as_of {
        return Err(EditError::Passed(waiver.expires));
    }
    if let Some(wrong) = check::subject(s, &waiver.subject) {
        return Err(EditError::Improper(wrong));
    }
    if s.waivers.get(&waiver.key()).is_some_and(|before| before.as_ref() == waiver) {
        return Err(EditError::WaiverUnchanged);
    }
    s.waivers.insert(waiver.clone());
    Ok(Touched::park(&waiver.plan, &waiver.park))
}

pub(super) fn revoke(
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

pub(super) fn approve(s: &mut Scenario, plan: &PlanId, on: Date, by: &str) -> Result<Touched, EditError> {
    draft(s, plan)?;
    if by.trim().is_empty() {
        return Err(EditError::Unreasoned);
    }
    let before = s.plans.get(plan).ok_or_else(|| EditError::NoPlan(plan.clone()))?;
    let approved = Plan { status: PlanStatus::Approved { on, by: by.to_owned() }, ..Plan::clone(before) };
    s.plans.insert(approved);
    Ok(Touched::default())
}

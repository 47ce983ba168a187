//! Edits of whole plans: add, copy, rename, remove, open first; and of the title.

use super::{EditError, Touched, draft};
use crate::model::{
    id::PlanId,
    plan::{Certificate, Plan, PlanStatus},
    scenario::{Scenario, of_plan},
    table::{Record, Table},
    text::Text,
};

/// Adds to `table` a copy of every record of plan `from`, rewritten by `to`.
fn copy_part<T: Record>(table: &mut Table<T>, from: &PlanId, plan_of: fn(&T) -> &PlanId, to: impl Fn(&mut T)) {
    let copies: Vec<T> = of_plan(table, from, plan_of).cloned().collect();
    for mut copy in copies {
        to(&mut copy);
        table.insert(copy);
    }
}

macro_rules! each_plan_part {
    ($scenario:ident, $part:ident => $body:expr) => {
        each_plan_part!(@ $scenario, $part => $body, placements, pins, locks, stipulations, phasings,
            plan_positions, waivers, relocations,
            reservations, assumptions, plan_weights, plan_comparisons, opinions, claims, grants, agreements, ledger, transfers)
    };
    (@ $scenario:ident, $part:ident => $body:expr, $($table:ident),*) => {
        $({ let $part = &mut $scenario.$table; $body; })*
    };
}

pub(super) fn add(s: &mut Scenario, plan: &PlanId, name: &Text, from: Option<&PlanId>) -> Result<Touched, EditError> {
    if s.plans.contains(plan) {
        return Err(EditError::PlanExists(plan.clone()));
    }
    if name.zh.trim().is_empty() {
        return Err(EditError::EmptyName);
    }
    if let Some(from) = from {
        if !s.plans.contains(from) {
            return Err(EditError::NoPlan(from.clone()));
        }
        each_plan_part!(s, part => copy_part(part, from, |record| &record.plan, |record| record.plan = plan.clone()));
    }
    s.plans.insert(Plan { id: plan.clone(), name: name.clone(), status: PlanStatus::Draft });
    Ok(Touched::plan(plan))
}

/// What a solver says is no change of the plan: nothing has to be judged again.
pub(super) fn certify(s: &mut Scenario, certificate: &Certificate) -> Result<Touched, EditError> {
    draft(s, &certificate.plan)?;
    s.certificates.insert(certificate.clone());
    Ok(Touched::default())
}

pub(super) fn rename(s: &mut Scenario, plan: &PlanId, name: &Text) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let before = s.plans.get(plan).ok_or_else(|| EditError::NoPlan(plan.clone()))?;
    if name.zh.trim().is_empty() {
        return Err(EditError::EmptyName);
    }
    if before.name == *name {
        return Err(EditError::NameUnchanged);
    }
    let renamed = Plan { name: name.clone(), ..Plan::clone(before) };
    s.plans.insert(renamed);
    Ok(Touched::default())
}

pub(super) fn remove(s: &mut Scenario, plan: &PlanId) -> Result<Touched, EditError> {
    if !s.plans.contains(plan) {
        return Err(EditError::NoPlan(plan.clone()));
    }
    if s.plans.len() == 1 {
        return Err(EditError::LastPlan);
    }
    s.plans.remove(plan);
    each_plan_part!(s, part => part.retain(|record| record.plan != *plan));
    s.certificates.retain(|record| record.plan != *plan);
    if s.active_plan == *plan
        && let Some(first) = s.plans.iter().next()
    {
        s.active_plan = first.id.clone();
    }
    Ok(Touched::plan(plan))
}

pub(super) fn activate(s: &mut Scenario, plan: &PlanId) -> Result<Touched, EditError> {
    if !s.plans.contains(plan) {
        return Err(EditError::NoPlan(plan.clone()));
    }
    if s.active_plan == *plan {
        return Err(EditError::NameUnchanged);
    }
    s.active_plan = plan.clone();
    Ok(Touched::default())
}

pub(super) fn retitle(s: &mut Scenario, title: &Text) -> Result<Touched, EditError> {
    if title.zh.trim().is_empty() {
        return Err(EditError::EmptyName);
    }
    if s.title == *title {
        return Err(EditError::NameUnchanged);
    }
    s.title = title.clone();
    Ok(Touched::default())
}

//! Edits of positions: designate, set, restore, withdraw.

use super::{EditError, Touched, draft, known_park};
use crate::model::{
    id::{IndustryId, ParkId, PlanId, PositionId},
    park::{Position, Role},
    plan::{PlanPosition, PositionChange},
    scenario::Scenario,
    text::Text,
};

pub(super) fn designate(
    s: &mut Scenario,
    plan: &PlanId,
    park: &ParkId,
    role: Role,
    name: &Text,
    industries: &[IndustryId],
) -> Result<Touched, EditError> {
    draft(s, plan)?;
    known_park(s, park)?;
    let positions = s.positions_of(plan, park);
    sound_position(s, &positions, name, industries)?;
    let order = next_order(&positions, role)?;
    let position = s.next_position_id(park).ok_or(EditError::Exhausted)?;
    let change = PositionChange::Set { role, name: name.clone(), industries: industries.to_vec(), order };
    s.plan_positions.insert(PlanPosition { plan: plan.clone(), position, park: park.clone(), change });
    Ok(Touched::park(plan, park))
}

/// Refuses a position without name or sub-sectors, or with a sub-sector that one of the `others` of its park covers.
fn sound_position(s: &Scenario, others: &[Position], name: &Text, industries: &[IndustryId]) -> Result<(), EditError> {
    if industries.is_empty() {
        return Err(EditError::EmptyPosition);
    }
    if name.zh.trim().is_empty() {
        return Err(EditError::EmptyName);
    }
    for (at, id) in industries.iter().enumerate() {
        if !s.industries.contains(id) {
            return Err(EditError::NoIndustry(id.clone()));
        }
        if industries.iter().take(at).any(|earlier| earlier == id) {
            return Err(EditError::NameUnchanged);
        }
        if let Some(position) = others.iter().find(|position| position.covers(id)) {
            return Err(EditError::AlreadyDesignated(id.clone(), position.id.clone()));
        }
    }
    Ok(())
}

/// The place after the last position of `role`.
fn next_order(positions: &[Position], role: Role) -> Result<u32, EditError> {
    let last = positions.iter().filter(|position| position.role == role).map(|position| position.order).max();
    last.unwrap_or(0).checked_add(1).ok_or(EditError::Exhausted)
}

/// The park that `position` belongs to in `plan`.
fn park_of_position(s: &Scenario, plan: &PlanId, position: &PositionId) -> Result<ParkId, EditError> {
    let key = (plan.clone(), position.clone());
    match (s.plan_positions.get(&key), s.positions.get(position)) {
        (Some(changed), _) if changed.change != PositionChange::Withdrawn => Ok(changed.park.clone()),
        (None, Some(base)) => Ok(base.park.clone()),
        (Some(_), _) | (None, None) => Err(EditError::NoPosition(position.clone())),
    }
}

/// Sets a position that stands in the plan; an order of 0 means the last of its role.
pub(super) fn set(
    s: &mut Scenario,
    plan: &PlanId,
    position: &PositionId,
    park: &ParkId,
    set: PositionChange,
) -> Result<Touched, EditError> {
    draft(s, plan)?;
    known_park(s, park)?;
    let left = park_of_position(s, plan, position)?;
    let PositionChange::Set { role, name, industries, order } = set else { return Err(EditError::NameUnchanged) };
    let others: Vec<Position> = s.positions_of(plan, park).into_iter().filter(|it| it.id != *position).collect();
    sound_position(s, &others, &name, &industries)?;
    let order = if order == 0 { next_order(&others, role)? } else { order };
    let change = PositionChange::Set { role, name, industries, order };
    let is_so = s.positions_of(plan, park).iter().any(|it| it.id == *position && it.is_set_as(&change));
    if left == *park && is_so {
        return Err(EditError::NameUnchanged);
    }
    s.plan_positions.insert(PlanPosition {
        plan: plan.clone(),
        position: position.clone(),
        park: park.clone(),
        change,
    });
    let mut touched = Touched::park(plan, park);
    touched.merge(Touched::park(plan, &left));
    Ok(touched)
}

pub(super) fn restore(s: &mut Scenario, plan: &PlanId, position: &PositionId) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let key = (plan.clone(), position.clone());
    let changed = s.plan_positions.get(&key).ok_or(EditError::NameUnchanged)?.clone();
    let mut touched = Touched::park(plan, &changed.park);
    if let Some(base) = s.positions.get(position).cloned() {
        let others: Vec<Position> =
            s.positions_of(plan, &base.park).into_iter().filter(|it| it.id != *position).collect();
        sound_position(s, &others, &base.name, &base.industries)?;
        touched.merge(Touched::park(plan, &base.park));
    }
    s.plan_positions.remove(&key);
    Ok(touched)
}

pub(super) fn withdraw(s: &mut Scenario, plan: &PlanId, position: &PositionId) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let missing = || EditError::NoPosition(position.clone());
    let key = (plan.clone(), position.clone());
    let park = match (s.plan_positions.get(&key), s.positions.get(position)) {
        (Some(changed), _) if changed.change == PositionChange::Withdrawn => return Err(missing()),
        (Some(changed), _) => changed.park.clone(),
        (None, Some(base)) => base.park.clone(),
        (None, None) => return Err(missing()),
    };
    if s.positions.contains(position) {
        let change = PositionChange::Withdrawn;
        s.plan_positions.insert(PlanPosition {
            plan: plan.clone(),
            position: position.clone(),
            park: park.clone(),
            change,
        });
    } else {
        s.plan_positions.remove(&key);
    }
    Ok(Touched::park(plan, &park))
}

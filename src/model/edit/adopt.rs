//! Positions that a plan proposes become those of the base data.

use super::{EditError, Touched, draft};
use crate::model::{
    evidence::Evidence,
    id::{DocumentId, PlanId, PositionId},
    park::Position,
    plan::{PlanPosition, PositionChange},
    scenario::{Scenario, of_plan},
    table::Record,
};

pub(super) fn positions(s: &mut Scenario, plan: &PlanId, document: Option<&DocumentId>) -> Result<Touched, EditError> {
    draft(s, plan)?;
    if let Some(document) = document
        && !s.documents.contains(document)
    {
        return Err(EditError::NoDocument(document.clone()));
    }
    let proposed: Vec<PlanPosition> = of_plan(&s.plan_positions, plan, |it| &it.plan).cloned().collect();
    if proposed.is_empty() {
        return Err(EditError::NameUnchanged);
    }
    for proposal in proposed {
        s.plan_positions.remove(&(plan.clone(), proposal.position.clone()));
        let replaced = end(s, &proposal.position);
        if let PositionChange::Set { role, name, industries, order } = proposal.change {
            let id = if replaced {
                s.next_position_id(&proposal.park).ok_or(EditError::Exhausted)?
            } else {
                proposal.position.clone()
            };
            if replaced {
                rekey(s, &proposal.position, &id);
            }
            s.positions.insert(Position {
                id,
                park: proposal.park,
                role,
                name,
                industries,
                order,
                valid_from: Some(s.as_of),
                valid_to: None,
                document: document.cloned(),
                evidence: Evidence::default(),
            });
        }
    }
    Ok(Touched::base(s))
}

/// Ends a position of the base data on the day before the scenario's; one that began on that day is gone. Tells whether
/// it stays as history.
fn end(s: &mut Scenario, position: &PositionId) -> bool {
    let Some(base) = s.positions.get(position).cloned() else { return false };
    let last = s.as_of.yesterday().ok().filter(|last| base.valid_from.is_none_or(|from| from <= *last));
    match last {
        Some(last) => {
            s.positions.insert(Position { valid_to: Some(last), ..Position::clone(&base) });
            true
        }
        None => {
            s.positions.remove(position);
            // What was said of its fields goes with it.
            s.exceptions.retain(|it| it.table != Position::TABLE || it.record != position.as_str());
            false
        }
    }
}

/// Lets what other plans do to `before` be done to `after`.
fn rekey(s: &mut Scenario, before: &PositionId, after: &PositionId) {
    let others: Vec<PlanPosition> =
        s.plan_positions.iter().filter(|it| it.position == *before).map(|it| PlanPosition::clone(it)).collect();
    for other in others {
        s.plan_positions.remove(&(other.plan.clone(), before.clone()));
        s.plan_positions.insert(PlanPosition { position: after.clone(), ..other });
    }
}

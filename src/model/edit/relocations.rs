//! Edits of relocations: an enterprise goes to another park, or stays.

use super::{EditError, Touched, draft, known_park, unlocked};
use crate::model::{
    id::{EnterpriseId, ParkId, PlanId},
    plan::Relocation,
    scenario::Scenario,
};

/// Where the records say that `enterprise` stands.
fn home(s: &Scenario, enterprise: &EnterpriseId) -> Result<ParkId, EditError> {
    let known = s.enterprises.get(enterprise).ok_or_else(|| EditError::NoEnterprise(enterprise.clone()))?;
    Ok(known.park.clone())
}

pub(super) fn relocate(s: &mut Scenario, relocation: &Relocation) -> Result<Touched, EditError> {
    let Relocation { plan, enterprise, park, .. } = relocation;
    draft(s, plan)?;
    known_park(s, park)?;
    let home = home(s, enterprise)?;
    let before = s.relocations.get(&(plan.clone(), enterprise.clone()));
    if home == *park || before.is_some_and(|before| before.as_ref() == relocation) {
        return Err(EditError::RelocationUnchanged(enterprise.clone()));
    }
    let left = before.map_or(home, |before| before.park.clone());
    if left != *park {
        unlocked(s, plan, &left)?;
        unlocked(s, plan, park)?;
    }
    s.relocations.insert(relocation.clone());
    // What stands where is the ground of every score: the whole plan is judged anew.
    Ok(Touched::plan(plan))
}

pub(super) fn leave(s: &mut Scenario, plan: &PlanId, enterprise: &EnterpriseId) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let home = home(s, enterprise)?;
    let key = (plan.clone(), enterprise.clone());
    let before = s.relocations.get(&key).ok_or_else(|| EditError::RelocationUnchanged(enterprise.clone()))?;
    let left = before.park.clone();
    for changed in [&home, &left] {
        unlocked(s, plan, changed)?;
    }
    s.relocations.remove(&key);
    Ok(Touched::plan(plan))
}

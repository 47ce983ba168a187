//! How many industries does a park carry, whether designated or not?
//!
//! `carried = min(leading, L) + min(characteristic, C) + distinct sub-sectors of placed projects that no position
//! covers`, at most `L + C`. So a project of a new industry breaks the cap of a park whose slots are full, at once.
//! Existing enterprises never count.

use std::collections::BTreeSet;

use crate::{
    model::{id::IndustryId, park::Role, policy::Caps},
    rules::{
        Case,
        finding::{Detail, Finding, Item, Member, State},
    },
};

/// One finding. Projects that no position covers are causes, newest first; covered ones and the positions are context.
pub fn judge(case: &Case<'_>, leading: &Caps, characteristic: &Caps) -> Vec<Finding> {
    let level = case.park.level;
    let (leading_cap, characteristic_cap) = (leading.of(level), characteristic.of(level));
    let of_role = |role| {
        u32::try_from(case.facts.positions.iter().filter(|position| position.role == role).count()).unwrap_or(u32::MAX)
    };
    let designated = of_role(Role::Leading).min(leading_cap) + of_role(Role::Characteristic).min(characteristic_cap);
    let limit = leading_cap.saturating_add(characteristic_cap);
    let is_covered = |industry: &IndustryId| case.facts.position_of(industry).is_some();

    let (mut causes, mut context) = (Vec::new(), Vec::new());
    let mut uncovered: Vec<IndustryId> = Vec::new();
    let mut seen = BTreeSet::new();
    for placed in case.facts.placed.values() {
        let industry = &placed.project.industry;
        if !is_covered(industry) && seen.insert(industry) {
            uncovered.push(industry.clone());
        }
    }
    for project in case.facts.newest_first() {
        let item = Item::Project(project.id.clone());
        if is_covered(&project.industry) {
            context.push(Member::context(item));
        } else {
            causes.push(Member::cause(item));
        }
    }
    let carried = designated.saturating_add(u32::try_from(uncovered.len()).unwrap_or(u32::MAX));
    let state = if carried > limit { State::Broken } else { State::Holds };
    let members = if state == State::Broken {
        let positions = case.facts.positions.iter().map(|it| Member::context(Item::Position(it.id.clone())));
        causes.into_iter().chain(context).chain(positions).collect()
    } else {
        Vec::new()
    };
    vec![case.finding(state, Detail::Carried { designated, uncovered, limit, level }, members)]
}

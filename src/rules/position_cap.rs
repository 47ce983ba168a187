//! How many positions may a park have? Leading ≤ L and characteristic ≤ C, by the level of the park.
//!
//! `count ≤ cap`; a cap met exactly is met. The cap counts positions, not sub-sectors. Clause: a national park at most
//! three leading and two characteristic, a provincial or municipal one two and two (三主两特, 两主两特).

use crate::{
    model::{park::Role, policy::Caps},
    rules::{
        Case,
        finding::{Detail, Finding, Item, Member, State},
    },
};

/// One finding: positions of `role` against the cap. Positions beyond the cap, in the order of designation, are causes.
pub fn judge(case: &Case<'_>, role: Role, caps: &Caps) -> Vec<Finding> {
    let cap = caps.of(case.park.level);
    let kept = usize::try_from(cap).unwrap_or(usize::MAX);
    let positions: Vec<Item> =
        case.facts.positions.iter().filter(|it| it.role == role).map(|it| Item::Position(it.id.clone())).collect();
    let count = u32::try_from(positions.len()).unwrap_or(u32::MAX);
    let state = if count > cap { State::Broken } else { State::Holds };
    let (within, beyond) = positions.split_at(kept.min(positions.len()));
    let members = if state == State::Broken {
        let causes = beyond.iter().rev().cloned().map(Member::cause);
        causes.chain(within.iter().cloned().map(Member::context)).collect()
    } else {
        Vec::new()
    };
    vec![case.finding(state, Detail::Cap { role, count, cap, level: case.park.level }, members)]
}

//! How many positions has a park, and how many may it have? The slot meter of a card, read from the caps in force.

use super::{facts::ParkFacts, in_order};
use crate::model::{
    park::{Park, Role},
    policy::{Caps, Mode, Rule, RuleKind},
    scenario::Scenario,
};

/// Positions of one role in a park.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slots {
    /// The role.
    pub role: Role,
    /// Positions that the park has.
    pub count: u32,
    /// The cap in force; `None` when its rule is off, not in force or not in the pack.
    pub cap: Option<u32>,
}

impl Slots {
    /// Tells whether one more position may be designated.
    pub fn has_room(self) -> bool {
        self.room() > 0
    }

    /// Number of positions that may still be designated; without a cap as many as there are numbers.
    pub fn room(self) -> usize {
        self.cap.map_or(usize::MAX >> 1, |cap| usize::try_from(cap.saturating_sub(self.count)).unwrap_or(0))
    }
}

/// Slots of `park` for leading and for characteristic positions.
pub fn of(scenario: &Scenario, park: &Park, facts: &ParkFacts) -> [Slots; 2] {
    [Role::Leading, Role::Characteristic].map(|role| {
        let count = facts.positions.iter().filter(|position| position.role == role).count();
        let caps =
            in_order(scenario).into_iter().filter(|rule| is_judged(scenario, rule)).find_map(|rule| caps(rule, role));
        Slots { role, count: u32::try_from(count).unwrap_or(u32::MAX), cap: caps.map(|caps| caps.of(park.level)) }
    })
}

fn is_judged(scenario: &Scenario, rule: &Rule) -> bool {
    rule.mode != Mode::Off && rule.in_force_on(scenario.as_of)
}

fn caps(rule: &Rule, role: Role) -> Option<&Caps> {
    match (&rule.kind, role) {
        (RuleKind::LeadingCap(caps), Role::Leading) | (RuleKind::CharacteristicCap(caps), Role::Characteristic) => {
            Some(caps)
        }
        _ => None,
    }
}

//! A position that is picked up: where it would go, and what every park would say to it, leading or characteristic.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc, sync::Arc};

use super::{
    Workbench,
    held::{Outlook, outlook_of},
};
use crate::{
    evaluate::{
        effect::{self, Effect},
        judgement::Judgement,
    },
    model::{
        edit::EditError,
        id::{ParkId, PositionId},
        park::{Position, Role},
        scenario::Scenario,
    },
};

/// What would happen if the position were dropped into a park, in a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionPreview {
    /// Kind of answer.
    pub outlook: Outlook,
    /// What the rules say; the refusal of the plan where it cannot go there.
    pub effect: Result<Effect, EditError>,
}

/// What parks answered, by park and role; `None` where the position stands already.
type Answers = BTreeMap<(ParkId, Role), Option<Rc<PositionPreview>>>;

/// A position that is picked up. Parks are asked when their answer is wanted, once; the answers are those of the plan as it
/// was when the position was picked up.
#[derive(Debug, Clone)]
pub struct HeldPosition {
    /// The position, as it stands.
    pub position: Position,
    /// The park that it is held over.
    pub over: Option<ParkId>,
    /// The role that it would have.
    pub role: Role,
    scenario: Scenario,
    judgement: Arc<Judgement>,
    answers: RefCell<Answers>,
}

impl HeldPosition {
    fn new(scenario: &Scenario, judgement: &Arc<Judgement>, position: Position) -> Self {
        Self {
            role: position.role,
            position,
            over: None,
            scenario: scenario.clone(),
            judgement: Arc::clone(judgement),
            answers: RefCell::default(),
        }
    }

    /// What `park` would say to it in `role`; `None` where it stands in this role already.
    pub fn preview(&self, park: &ParkId, role: Role) -> Option<Rc<PositionPreview>> {
        let mut answers = self.answers.borrow_mut();
        let answer = answers.entry((park.clone(), role)).or_insert_with(|| self.ask(park, role).map(Rc::new));
        answer.clone()
    }

    fn ask(&self, park: &ParkId, role: Role) -> Option<PositionPreview> {
        if (&self.position.park, self.position.role) == (park, role) {
            return None;
        }
        let edit = super::positions::move_edit(self.judgement.plan(), &self.position, park, role);
        let effect = effect::of_edit(&self.scenario, &self.judgement, &edit);
        let outlook = effect.as_ref().map_or(Outlook::Refused, outlook_of);
        Some(PositionPreview { outlook, effect })
    }
}

impl Workbench {
    /// The position that is held.
    pub fn held_position(&self) -> Option<&HeldPosition> {
        self.held_position.as_ref()
    }

    /// Tells whether a project or a position is held.
    pub fn is_holding(&self) -> bool {
        self.held.is_some() || self.held_position.is_some()
    }

    /// The park over which a project or a position is held.
    pub fn over(&self) -> Option<&ParkId> {
        let of_projects = self.held.as_ref().and_then(|held| held.over.as_ref());
        of_projects.or_else(|| self.held_position.as_ref().and_then(|held| held.over.as_ref()))
    }

    pub(super) fn pick_up_position(&mut self, id: &PositionId) {
        self.put_back();
        let position = self.position(id).cloned();
        self.held_position = position.map(|it| HeldPosition::new(self.history.now(), &self.judgement, it));
        self.notice = None;
    }

    pub(super) fn aim_role(&mut self, role: Role) {
        if let Some(held) = &mut self.held_position {
            held.role = role;
        }
    }

    /// Puts back what is held; nothing happened.
    pub(super) fn put_back(&mut self) {
        self.held = None;
        self.held_position = None;
    }

    pub(super) fn drop_position(&mut self) {
        let Some(held) = self.held_position.take() else { return };
        if let Some(park) = held.over {
            self.move_position(&held.position.id, &park, held.role);
        }
    }
}

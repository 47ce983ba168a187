//! Commands about positions: propose, move, restore, adopt; and what a move would do in every park.

use std::collections::BTreeMap;

use super::{Workbench, receipt::Notice};
use crate::{
    evaluate::{
        effect::{self, Effect},
        judgement::Judgement,
    },
    i18n::phrase::Phrase,
    model::{
        edit::Edit,
        id::{DocumentId, IndustryId, ParkId, PlanId, PositionId},
        park::{Position, Role},
        plan::PlanPosition,
        text::Text,
    },
    rules::finding::{Detail, Finding, State},
};

/// A position as a person writes it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The park that it belongs to.
    pub park: ParkId,
    /// Leading or characteristic.
    pub role: Role,
    /// Its name.
    pub name: Text,
    /// Its sub-sectors.
    pub industries: Vec<IndustryId>,
    /// Place among the positions of its role, 1 for the first; `None` for the last.
    pub order: Option<u32>,
}

/// What a plan does to one position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionChanged {
    /// The position.
    pub id: PositionId,
    /// As the base data have it; `None` when the plan adds it.
    pub before: Option<Position>,
    /// As the plan has it; `None` when the plan withdraws it.
    pub after: Option<Position>,
}

impl PositionChanged {
    /// The park that it belongs to after the change, or belonged to.
    pub fn park(&self) -> Option<&ParkId> {
        self.after.as_ref().or(self.before.as_ref()).map(|position| &position.park)
    }

    /// Whether `park` has, or had, the position.
    pub fn concerns(&self, park: &ParkId) -> bool {
        self.before.iter().chain(&self.after).any(|position| position.park == *park)
    }
}

/// What `plan` says of `position`, changed to belong to `park` in `role`, behind the others.
pub(super) fn move_edit(plan: &PlanId, position: &Position, park: &ParkId, role: Role) -> Edit {
    Edit::SetPosition {
        plan: plan.clone(),
        position: position.id.clone(),
        park: park.clone(),
        role,
        name: position.name.clone(),
        industries: position.industries.clone(),
        order: None,
    }
}

impl Workbench {
    /// The position as the plan that is shown has it.
    pub fn position(&self, id: &PositionId) -> Option<&Position> {
        self.judgement.facts().parks().find_map(|(_, facts)| facts.positions.iter().find(|it| it.id == *id))
    }

    /// What the plan says of `position`, changed to belong to `park` in `role`.
    fn move_edit(&self, position: &PositionId, park: &ParkId, role: Role) -> Option<Edit> {
        Some(move_edit(self.plan(), self.position(position)?, park, role))
    }

    /// What moving `position` to each of `parks` in `role` would do; parks that cannot take it are left out.
    pub fn effects_of_position(
        &self,
        position: &PositionId,
        role: Role,
        parks: impl Iterator<Item = ParkId>,
    ) -> BTreeMap<ParkId, Effect> {
        let effect = |park: ParkId| {
            let edit = self.move_edit(position, &park, role)?;
            Some((park, effect::of_edit(self.scenario(), &self.judgement, &edit).ok()?))
        };
        parks.filter_map(effect).collect()
    }

    /// What `proposal` in place of `position`, or as a new one, would do; the refusal where it cannot be.
    pub fn effect_of_proposal(&self, position: Option<&PositionId>, proposal: &Proposal) -> Result<Effect, Text> {
        let edit = self.proposal_edit(position, proposal);
        effect::of_edit(self.scenario(), &self.judgement, &edit)
            .map_err(|error| crate::i18n::edit::refusal(self.scenario(), &error))
    }

    fn proposal_edit(&self, position: Option<&PositionId>, proposal: &Proposal) -> Edit {
        let Proposal { park, role, name, industries, order } = proposal.clone();
        let plan = self.plan().clone();
        let Some(position) = position.cloned() else {
            return Edit::Designate { plan, park, role, name, industries };
        };
        let (order, mut edits) = match order {
            Some(place) => self.make_room(&position, &park, role, place),
            None => (None, Vec::new()),
        };
        let set = Edit::SetPosition { plan, position, park, role, name, industries, order };
        if edits.is_empty() {
            return set;
        }
        // The step is named by its last edit.
        edits.push(set);
        Edit::Together(edits)
    }

    /// The order that puts `position` on `place`, 1 for the first, among the positions of `role` in `park`, and the edits
    /// that number the others anew; none where the numbers leave room.
    fn make_room(&self, position: &PositionId, park: &ParkId, role: Role, place: u32) -> (Option<u32>, Vec<Edit>) {
        let here = self.judgement.facts().park(park).map_or(&[][..], |facts| facts.positions.as_slice());
        let others: Vec<&Position> = here.iter().filter(|it| it.role == role && it.id != *position).collect();
        let at = usize::try_from(place.saturating_sub(1)).unwrap_or(usize::MAX).min(others.len());
        let (before, after) = others.split_at(at);
        if let Some(own) = here.iter().find(|it| it.id == *position && it.role == role) {
            let own_key = (own.order, &own.id);
            let fits = before.last().is_none_or(|it| (it.order, &it.id) < own_key)
                && after.first().is_none_or(|it| own_key < (it.order, &it.id));
            if fits {
                return (Some(own.order), Vec::new());
            }
        }
        if after.is_empty() {
            return (None, Vec::new());
        }
        let numbers =
            (1_u32..).filter(|number| usize::try_from(*number).is_ok_and(|number| number != at.saturating_add(1)));
        let renumbered = others.iter().zip(numbers).filter(|(other, number)| other.order != *number);
        let edit = |(other, number): (&&Position, u32)| Edit::SetPosition {
            plan: self.plan().clone(),
            position: other.id.clone(),
            park: park.clone(),
            role,
            name: other.name.clone(),
            industries: other.industries.clone(),
            order: Some(number),
        };
        (u32::try_from(at.saturating_add(1)).ok(), renumbered.map(edit).collect())
    }

    /// Every position that the plan that is shown adds, withdraws, moves or changes, by park, leading ones first.
    pub fn position_changes(&self) -> Vec<PositionChanged> {
        let scenario = self.scenario();
        let change = |changed: &PlanPosition| {
            let base = scenario.positions.get(&changed.position).map(|it| Position::clone(it));
            PositionChanged {
                id: changed.position.clone(),
                before: base,
                after: self.position(&changed.position).cloned(),
            }
        };
        let mut changes: Vec<PositionChanged> = scenario.changed_positions_of(self.plan()).map(change).collect();
        let rank = |park: &ParkId| scenario.parks.get(park).map_or(u32::MAX, |park| park.rank);
        changes.sort_by_cached_key(|it| {
            let park = it.park().cloned();
            (park.as_ref().map(rank), park, it.id.clone())
        });
        changes
    }

    /// What all changes of positions of the plan do together: from the plan without them to the plan as it is.
    ///
    /// Judges the plan without them from scratch.
    pub fn effect_of_positions(&self) -> Effect {
        let mut bare = self.scenario().clone();
        bare.plan_positions.retain(|changed| changed.plan != *self.plan());
        effect::between(&Judgement::of(&bare, self.plan()), &self.judgement)
    }

    /// The broken caps that stand in the way of adopting the positions of the plan.
    pub fn broken_caps(&self) -> impl Iterator<Item = &Finding> {
        self.judgement.findings().filter(|it| it.state == State::Broken && matches!(it.detail, Detail::Cap { .. }))
    }

    pub(super) fn propose_position(&mut self, position: Option<&PositionId>, proposal: &Proposal) {
        let edit = self.proposal_edit(position, proposal);
        self.commit(&edit);
    }

    pub(super) fn move_position(&mut self, position: &PositionId, park: &ParkId, role: Role) {
        let stays = self.position(position).is_some_and(|it| it.park == *park && it.role == role);
        if let Some(edit) = self.move_edit(position, park, role).filter(|_| !stays) {
            self.commit(&edit);
        }
    }

    pub(super) fn restore_position(&mut self, position: PositionId) {
        self.commit(&Edit::RestorePosition { plan: self.plan().clone(), position });
    }

    pub(super) fn adopt_positions(&mut self, document: Option<DocumentId>) {
        // What the caps forbid may stand in a draft, but never in the base data of all plans.
        let broken = self.broken_caps().next().cloned();
        if let Some(finding) = broken {
            let sentence = crate::i18n::finding::sentence(self.judgement.world(), &finding);
            let park = finding.park.as_ref().map(|park| crate::i18n::finding::park_name(self.scenario(), park));
            let park = park.unwrap_or_default();
            let why = Phrase::new("定位超出名额，不能确认", "The positions exceed the cap and cannot be adopted");
            let text = Text::new(
                format!("{}：{} {}", why.zh, park.zh, sentence.zh),
                format!("{}: {} {}", why.en, park.english(), sentence.english()),
            );
            self.notice = Some(Notice::warning(text));
            return;
        }
        self.commit(&Edit::AdoptPositions { plan: self.plan().clone(), document });
    }
}

//! Commands about positions: propose, move, restore, adopt; and what a move would do in every park.

use std::collections::BTreeMap;

use super::{Workbench, receipt::Notice};
use crate::{
    evaluate::effect::{self, Effect},
    i18n::phrase::Phrase,
    model::{
        edit::Edit,
        id::{DocumentId, IndustryId, ParkId, PositionId},
        park::{Position, Role},
        text::Text,
    },
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

impl Workbench {
    /// The position as the plan that is shown has it.
    pub fn position(&self, id: &PositionId) -> Option<&Position> {
        self.judgement.facts().parks().find_map(|(_, facts)| facts.positions.iter().find(|it| it.id == *id))
    }

    /// What the plan says of `position`, changed to belong to `park` in `role`.
    fn move_edit(&self, position: &PositionId, park: &ParkId, role: Role) -> Option<Edit> {
        let before = self.position(position)?;
        Some(Edit::SetPosition {
            plan: self.plan().clone(),
            position: position.clone(),
            park: park.clone(),
            role,
            name: before.name.clone(),
            industries: before.industries.clone(),
            order: None,
        })
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
        match position.cloned() {
            Some(position) => Edit::SetPosition { plan, position, park, role, name, industries, order },
            None => Edit::Designate { plan, park, role, name, industries },
        }
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
        let broken = self.judgement.findings().find(|finding| {
            finding.state == crate::rules::finding::State::Broken
                && matches!(finding.detail, crate::rules::finding::Detail::Cap { .. })
        });
        if let Some(finding) = broken {
            let sentence = crate::i18n::finding::sentence(self.scenario(), finding);
            let park = finding.park.as_ref().map(|park| crate::i18n::finding::park_name(self.scenario(), park));
            let park = park.unwrap_or_default();
            let why = Phrase::new("定位超出上限，不能确认", "The positions exceed the cap and cannot be adopted");
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

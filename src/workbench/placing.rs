//! Commands that move projects and positions: pick up, aim, drop, place, unplace, pin, withdraw.

use std::sync::Arc;

use super::{
    Selection, Workbench,
    held::{Held, Step},
    question::Question,
    receipt::Notice,
};
use crate::{
    evaluate::effect::{self, Effect},
    i18n,
    model::{
        edit::Edit,
        id::{IndustryId, ParkId, PositionId, ProjectId},
        park::Role,
        project::Project,
        text::Text,
    },
    rules::slots,
};

impl Workbench {
    fn project(&self, id: &ProjectId) -> Option<Arc<Project>> {
        self.scenario().projects.get(id).map(Arc::clone)
    }

    pub(super) fn pick_up(&mut self, id: ProjectId) {
        let Some(project) = self.project(&id) else { return };
        self.held = Some(Held::new(self.history.now(), &self.judgement, &project));
        self.selection = Selection::Project(id);
        self.notice = None;
    }

    pub(super) fn aim(&mut self, park: Option<ParkId>) {
        if let Some(held) = &mut self.held {
            held.over = park;
        }
    }

    pub(super) fn aim_by(&mut self, step: Step) {
        let Some(held) = &mut self.held else { return };
        let parks: Vec<ParkId> = self.history.now().parks_in_order().iter().map(|park| park.id.clone()).collect();
        let here = held.over.as_ref().and_then(|over| parks.iter().position(|park| park == over));
        let last = parks.len().saturating_sub(1);
        let next = match (here, step) {
            (None, _) => Some(0),
            (Some(at), Step::Next) => Some((at + 1).min(last)),
            (Some(at), Step::Previous) => Some(at.saturating_sub(1)),
            (Some(at), Step::Down(row)) => Some(at + row).filter(|at| *at <= last).or(Some(at)),
            (Some(at), Step::Up(row)) => at.checked_sub(row).or(Some(at)),
        };
        held.over = next.and_then(|at| parks.get(at).cloned());
    }

    pub(super) fn drop_held(&mut self) {
        let Some(held) = self.held.take() else { return };
        if let Some(park) = held.over {
            self.place(&held.project.id, &park);
        }
    }

    pub(super) fn place(&mut self, id: &ProjectId, park: &ParkId) {
        self.held = None;
        let Some(project) = self.project(id) else { return };
        if self.judgement.facts().home(id).is_some_and(|(home, _)| home == park) {
            return;
        }
        let premises = self.scenario().usual_premises(&project);
        let effect = effect::of_move(&self.judgement, &project, Some((park, premises)));
        if self.is_refused(&project, Some(park), &effect) {
            return;
        }
        let roles = self.free_roles(&project, park);
        if roles.is_empty() {
            self.place_at(id, park);
        } else {
            let (project, industry) = (id.clone(), project.industry.clone());
            self.question = Some(Question::Designate { project, park: park.clone(), industry, roles });
        }
    }

    /// Roles with a free slot, when no position covers the sub-sector of `project`.
    fn free_roles(&self, project: &Project, park: &ParkId) -> Vec<Role> {
        let (Some(record), Some(facts)) = (self.scenario().parks.get(park), self.judgement.facts().park(park)) else {
            return Vec::new();
        };
        if facts.position_of(&project.industry).is_some() {
            return Vec::new();
        }
        slots::of(self.scenario(), record, facts).into_iter().filter(|it| it.has_room()).map(|it| it.role).collect()
    }

    pub(super) fn place_at(&mut self, project: &ProjectId, park: &ParkId) {
        let edit = self.place_edit(project, park);
        if self.commit(&edit) {
            self.selection = Selection::Project(project.clone());
        }
    }

    pub(super) fn designate_and_place(
        &mut self,
        project: &ProjectId,
        park: &ParkId,
        industry: &IndustryId,
        role: Role,
    ) {
        let designate = Edit::Designate {
            plan: self.plan().clone(),
            park: park.clone(),
            role,
            name: i18n::finding::industry_name(self.scenario(), industry),
            industries: vec![industry.clone()],
        };
        if self.commit(&Edit::Together(vec![designate, self.place_edit(project, park)])) {
            self.selection = Selection::Project(project.clone());
        }
    }

    fn place_edit(&self, project: &ProjectId, park: &ParkId) -> Edit {
        Edit::Place { plan: self.plan().clone(), project: project.clone(), park: park.clone(), premises: None }
    }

    pub(super) fn unplace(&mut self, id: &ProjectId) {
        self.held = None;
        let Some(project) = self.project(id) else { return };
        if self.judgement.facts().home(id).is_none() {
            return;
        }
        let effect = effect::of_move(&self.judgement, &project, None);
        if !self.is_refused(&project, None, &effect) {
            self.commit(&Edit::Unplace { plan: self.plan().clone(), project: id.clone() });
        }
    }

    /// Tells, with a notice, whether the rules refuse a move.
    fn is_refused(&mut self, project: &Project, park: Option<&ParkId>, effect: &Effect) -> bool {
        let Some(finding) = effect.refusal() else { return false };
        let scenario = self.history.now();
        let sentence = i18n::finding::sentence(scenario, finding);
        let title = scenario.rules.get(&finding.rule).map(|rule| rule.title.clone()).unwrap_or_default();
        let clause = scenario.rules.get(&finding.rule).map(|rule| rule.clause.clone()).unwrap_or_default();
        let target =
            park.map_or_else(|| Text::new("待布局", "the queue"), |park| i18n::finding::park_name(scenario, park));
        let text = Text::new(
            format!("{} 不可放入{}：{}（{}）", project.id, target.zh, sentence.zh, title.zh),
            format!(
                "{} is not allowed in {}: {} - {}",
                project.id,
                target.english(),
                title.english(),
                sentence.english()
            ),
        );
        let cure = i18n::finding::cure(finding).map(Text::from);
        let details = [Some(clause), cure].into_iter().flatten().filter(|text| !text.zh.is_empty()).collect();
        self.notice = Some(Notice { details, ..Notice::warning(text) });
        true
    }

    pub(super) fn pin_or_unpin(&mut self, project: ProjectId) {
        let plan = self.plan().clone();
        let pinned = self.scenario().pin(&plan, &project).is_some();
        self.commit(&if pinned { Edit::Unpin { plan, project } } else { Edit::Pin { plan, project } });
    }

    pub(super) fn withdraw(&mut self, position: PositionId) {
        self.commit(&Edit::Withdraw { plan: self.plan().clone(), position });
    }
}

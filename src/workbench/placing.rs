//! Commands that move projects and positions: pick up, aim, drop, place, unplace, pin, withdraw.

use std::sync::Arc;

use super::{
    Selection, Workbench,
    held::{Held, Outlook, Step},
    question::Question,
    receipt::Notice,
};
use crate::{
    evaluate::effect::{self, Effect, Move},
    i18n,
    model::{
        edit::{Edit, EditError},
        id::{IndustryId, ParkId, PositionId, ProjectId},
        park::Role,
        project::Project,
        text::Text,
    },
    rules::{
        finding::{Finding, Item, Member},
        slots,
    },
};

impl Workbench {
    fn project(&self, id: &ProjectId) -> Option<Arc<Project>> {
        self.scenario().projects.get(id).map(Arc::clone)
    }

    /// The projects of these ids that exist, each once, in the order in which they are placed together.
    fn projects(&self, ids: &[ProjectId]) -> Vec<Arc<Project>> {
        let facts = self.judgement.facts();
        let mut projects: Vec<Arc<Project>> = ids.iter().filter_map(|id| self.project(id)).collect();
        projects.sort_by_key(|it| (facts.home(&it.id).map_or(u32::MAX, |(_, seq)| seq), it.id.clone()));
        projects.dedup_by(|a, b| a.id == b.id);
        projects
    }

    pub(super) fn pick_up(&mut self, id: &ProjectId) {
        if self.project(id).is_none() {
            return;
        }
        if !self.selection.has(id) {
            self.select(Selection::Project(id.clone()));
        }
        let ids: Vec<ProjectId> = self.selection.projects().cloned().collect();
        let projects = self.projects(&ids);
        self.put_back();
        self.held = Some(Held::all(self.history.now(), &self.judgement, projects));
        self.notice = None;
    }

    pub(super) fn aim(&mut self, park: Option<ParkId>) {
        if let Some(held) = &mut self.held {
            held.over = park;
        } else if let Some(held) = &mut self.held_position {
            held.over = park;
        }
    }

    pub(super) fn aim_by(&mut self, step: Step) {
        if !self.is_holding() {
            return;
        }
        let parks: Vec<ParkId> = self.history.now().parks_in_order().iter().map(|park| park.id.clone()).collect();
        let here = self.over().and_then(|over| parks.iter().position(|park| park == over));
        let last = parks.len().saturating_sub(1);
        let next = match (here, step) {
            (None, _) => Some(0),
            (Some(at), Step::Next) => Some((at + 1).min(last)),
            (Some(at), Step::Previous) => Some(at.saturating_sub(1)),
            (Some(at), Step::Down(row)) => Some(at + row).filter(|at| *at <= last).or(Some(at)),
            (Some(at), Step::Up(row)) => at.checked_sub(row).or(Some(at)),
        };
        self.aim(next.and_then(|at| parks.get(at).cloned()));
    }

    /// Aims at the park of this rank among the best, 1 for the best; nothing when there are not so many.
    pub(super) fn aim_best(&mut self, rank: usize) {
        if let Some(held) = &mut self.held
            && let Some(park) = rank.checked_sub(1).and_then(|at| held.ranked().get(at).cloned())
        {
            held.over = Some(park);
        }
    }

    /// Places projects in the park that ranks first among those that take them; tells when they stand there already, and
    /// why when every park refuses them.
    pub(super) fn place_at_best(&mut self, ids: &[ProjectId]) {
        self.put_back();
        let projects = self.projects(ids);
        if projects.is_empty() {
            return;
        }
        let held = Held::all(self.history.now(), &self.judgement, projects);
        let best = held.ranked().first();
        match best.map(|park| (park, held.previews.get(park).map(|it| it.outlook))) {
            Some((park, Some(Outlook::Here))) => {
                let name = i18n::finding::park_name(self.scenario(), park);
                self.notice = Some(Notice::news(Text::new(
                    format!("已在最适合的园区：{}", name.zh),
                    format!("It stands in the park that suits best already: {}", name.english()),
                )));
            }
            Some((park, _)) => self.place(ids, &park.clone()),
            None => self.notice = Some(self.all_refuse(&held)),
        }
    }

    /// Says that every park refuses what is held, and why each of them does.
    fn all_refuse(&self, held: &Held) -> Notice {
        let ids: Vec<String> = held.projects.iter().map(|it| it.id.to_string()).collect();
        let whys = held.previews.standings().iter().filter_map(|standing| {
            let preview = held.previews.get(&standing.park)?;
            let why = preview.refusal(self.judgement.world())?;
            let is_of_plan = matches!(preview.barred, Some(EditError::Approved(_)));
            Some((i18n::finding::park_name(self.scenario(), &standing.park), why, is_of_plan))
        });
        let whys: Vec<(Text, Text, bool)> = whys.collect();
        if let Some((_, why, true)) = whys.first() {
            return Notice::warning(why.clone());
        }
        let text = Text::new(
            format!("各园均否决 {}，仍待布局", ids.join("、")),
            format!("Every park vetoes {}; nothing was placed", ids.join(", ")),
        );
        let detail = |(park, why, _): (Text, Text, bool)| {
            Text::new(format!("{}：{}", park.zh, why.zh), format!("{}: {}", park.english(), why.english()))
        };
        Notice { details: whys.into_iter().map(detail).collect(), ..Notice::warning(text) }
    }

    pub(super) fn drop_held(&mut self) {
        let Some(held) = self.held.take() else { return self.drop_position() };
        if let Some(park) = held.over {
            let ids: Vec<ProjectId> = held.projects.iter().map(|it| it.id.clone()).collect();
            self.place(&ids, &park);
        }
    }

    /// Places projects in a park, all or none; those that stand there already stay.
    pub(super) fn place(&mut self, ids: &[ProjectId], park: &ParkId) {
        self.put_back();
        let is_here = |it: &Project| self.judgement.facts().home(&it.id).is_some_and(|(home, _)| home == park);
        let projects: Vec<Arc<Project>> = self.projects(ids).into_iter().filter(|it| !is_here(it)).collect();
        if projects.is_empty() {
            return;
        }
        let scenario = self.history.now();
        let moves: Vec<Move<'_>> = projects.iter().map(|it| (it, Some((park, scenario.usual_premises(it))))).collect();
        let effect = effect::of_moves(&self.judgement, &moves);
        if self.is_refused(&projects, Some(park), &effect) {
            return;
        }
        let ids: Vec<ProjectId> = projects.iter().map(|it| it.id.clone()).collect();
        match self.designation(&projects, park) {
            Some((industry, roles)) => {
                self.question = Some(Question::Designate { projects: ids, park: park.clone(), industry, roles });
            }
            None => self.place_at(&ids, park),
        }
    }

    /// The one sub-sector among `projects` that no position covers, with the roles that have a free slot for it.
    fn designation(&self, projects: &[Arc<Project>], park: &ParkId) -> Option<(IndustryId, Vec<Role>)> {
        let (record, facts) = (self.judgement.world().parks.get(park)?, self.judgement.facts().park(park)?);
        let mut uncovered: Vec<&IndustryId> =
            projects.iter().map(|it| &it.industry).filter(|it| facts.position_of(it).is_none()).collect();
        uncovered.sort();
        uncovered.dedup();
        let [industry] = uncovered.as_slice() else { return None };
        let slots = slots::of(self.scenario(), record, facts).into_iter();
        let roles: Vec<Role> = slots.filter(|it| it.has_room()).map(|it| it.role).collect();
        (!roles.is_empty()).then(|| (IndustryId::clone(industry), roles))
    }

    pub(super) fn place_at(&mut self, projects: &[ProjectId], park: &ParkId) {
        let edits = projects.iter().map(|it| self.place_edit(it, park)).collect();
        self.commit_moves(edits, projects);
    }

    pub(super) fn designate_and_place(
        &mut self,
        projects: &[ProjectId],
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
        let moves = projects.iter().map(|it| self.place_edit(it, park));
        self.commit_moves(std::iter::once(designate).chain(moves).collect(), projects);
    }

    /// Commits `edits` as one step and selects the projects that they moved.
    fn commit_moves(&mut self, mut edits: Vec<Edit>, projects: &[ProjectId]) {
        let edit = if edits.len() == 1 { edits.pop() } else { Some(Edit::Together(edits)) };
        if edit.is_some_and(|edit| self.commit(&edit)) {
            self.selection = Selection::of_projects(projects.iter().cloned());
        }
    }

    fn place_edit(&self, project: &ProjectId, park: &ParkId) -> Edit {
        Edit::Place { plan: self.plan().clone(), project: project.clone(), park: park.clone(), premises: None }
    }

    /// Takes the placed ones among these projects back into the queue, all or none.
    pub(super) fn unplace(&mut self, ids: &[ProjectId]) {
        self.put_back();
        let is_placed = |it: &Project| self.judgement.facts().home(&it.id).is_some();
        let projects: Vec<Arc<Project>> = self.projects(ids).into_iter().filter(|it| is_placed(it)).collect();
        if projects.is_empty() {
            return;
        }
        let moves: Vec<Move<'_>> = projects.iter().map(|it| (it, None)).collect();
        let effect = effect::of_moves(&self.judgement, &moves);
        if !self.is_refused(&projects, None, &effect) {
            let plan = self.plan().clone();
            let edit = |it: &Arc<Project>| Edit::Unplace { plan: plan.clone(), project: it.id.clone() };
            let mut edits: Vec<Edit> = projects.iter().map(edit).collect();
            let edit = if edits.len() == 1 { edits.pop() } else { Some(Edit::Together(edits)) };
            if let Some(edit) = edit {
                self.commit(&edit);
            }
        }
    }

    /// Tells, with a notice, whether the rules refuse a move; of several projects it names those that are refused.
    pub(super) fn is_refused(&mut self, projects: &[Arc<Project>], park: Option<&ParkId>, effect: &Effect) -> bool {
        let Some(first) = effect.refusal() else { return false };
        let scenario = self.history.now();
        let target = park.map_or_else(
            || Text::new("待布局", "among the unplaced"),
            |park| {
                let name = i18n::finding::park_name(scenario, park);
                Text::new(name.zh.clone(), format!("in {}", name.english()))
            },
        );
        let of_rule = |finding: &Finding| scenario.rules.get(&finding.rule).cloned();
        let title = |finding: &Finding| of_rule(finding).map(|rule| rule.title.clone()).unwrap_or_default();
        let clause = |finding: &Finding| of_rule(finding).map(|rule| rule.clause.clone()).unwrap_or_default();
        let sentence = |finding: &Finding| i18n::finding::sentence(self.judgement.world(), finding);
        let (mut details, text) = if let [project] = projects {
            let (id, sentence, title) = (&project.id, sentence(first), title(first));
            let text = Text::new(
                format!("{id} 不可放入{}：{}（{}）", target.zh, sentence.zh, title.zh),
                format!("{id} is not allowed {}: {} - {}", target.english(), title.english(), sentence.english()),
            );
            (vec![clause(first)], text)
        } else {
            let blocking: Vec<&Finding> = effect.created.iter().filter(|it| it.blocks()).collect();
            let mut refused: Vec<String> = Vec::new();
            let mut details = Vec::new();
            for finding in blocking {
                let who = blamed(projects, finding);
                let (sentence, title, clause) = (sentence(finding), title(finding), clause(finding));
                details.push(Text::new(
                    format!("{}：{}（{}）{}", who.join("、"), sentence.zh, title.zh, clause.zh),
                    format!("{}: {} - {}; {}", who.join(", "), title.english(), sentence.english(), clause.english()),
                ));
                refused.extend(who.into_iter().filter(|it| !refused.contains(it)).collect::<Vec<_>>());
            }
            let (count, title) = (projects.len(), title(first));
            let text = Text::new(
                format!("{count} 项均未移动：{} 不可放入{}（{}）", refused.join("、"), target.zh, title.zh),
                format!(
                    "None of {count} moved: {} not allowed {} - {}",
                    refused.join(", "),
                    target.english(),
                    title.english()
                ),
            );
            (details, text)
        };
        details.extend(i18n::finding::cure(first).map(Text::from));
        details.retain(|text| !text.zh.is_empty());
        self.notice = Some(Notice { details, ..Notice::warning(text) });
        true
    }

    /// Pins the placed ones among these projects; lets go of all of them when all are pinned where they stand.
    pub(super) fn pin_or_unpin(&mut self, ids: &[ProjectId]) {
        let plan = self.plan().clone();
        let facts = self.judgement.facts();
        // A single project that is not placed is refused with the reason.
        let counts = |id: &ProjectId| ids.len() == 1 || facts.home(id).is_some();
        let projects: Vec<ProjectId> = self.projects(ids).into_iter().map(|it| it.id.clone()).filter(counts).collect();
        let is_pinned = |id: &ProjectId| {
            let pin = self.scenario().pin(&plan, id).map(|pin| &pin.park);
            pin.is_some() && (ids.len() == 1 || pin == facts.home(id).map(|(park, _)| park))
        };
        let unpins = projects.iter().all(is_pinned);
        let edit = |project: &ProjectId| {
            let (plan, project) = (plan.clone(), project.clone());
            if unpins { Edit::Unpin { plan, project } } else { Edit::Pin { plan, project } }
        };
        let mut edits: Vec<Edit> = projects.iter().filter(|id| unpins || !is_pinned(id)).map(edit).collect();
        if edits.is_empty() {
            let text = Text::new("没有已布局的项目可钉住；请先放入园区", "No placed project to pin; place one first");
            self.notice = Some(Notice::warning(text));
        } else if let Some(edit) = if edits.len() == 1 { edits.pop() } else { Some(Edit::Together(edits)) } {
            self.commit(&edit);
        }
    }

    pub(super) fn follow_advice(&mut self, edit: &Edit) {
        self.put_back();
        self.commit(edit);
    }

    pub(super) fn withdraw(&mut self, position: PositionId) {
        self.commit(&Edit::Withdraw { plan: self.plan().clone(), position });
    }
}

/// Which of the moved projects a finding blames: those that cause it, or all when it names none of them.
fn blamed(projects: &[Arc<Project>], finding: &Finding) -> Vec<String> {
    let causes = |it: &Project| finding.members.contains(&Member::cause(Item::Project(it.id.clone())));
    let named: Vec<String> = projects.iter().filter(|it| causes(it)).map(|it| it.id.to_string()).collect();
    if named.is_empty() { projects.iter().map(|it| it.id.to_string()).collect() } else { named }
}

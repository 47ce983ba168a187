//! Commands about sessions: convene, freeze, decide, hear park committees. A decision and the move that it means are one step.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Workbench, receipt::Notice};
use crate::{
    advise::ranking,
    evaluate::effect::{self, Move},
    i18n::session as say,
    model::{
        edit::Edit,
        fingerprint,
        id::{ParkId, ProjectId, RecordId},
        plan::{Decision, Opinion, Resolution, Stance},
        support::{Frozen, Session},
        text::Text,
    },
};

/// What is said of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summons {
    /// The session to change; `None` for a new one.
    pub session: Option<RecordId>,
    /// Its name, in the language of the window.
    pub name: String,
    /// Its day.
    pub date: Date,
    /// Who chairs, by office.
    pub chair: String,
    /// Who takes part, by office.
    pub offices: Vec<String>,
}

/// What is decided on a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// The session.
    pub session: RecordId,
    /// The project.
    pub project: ProjectId,
    /// The verdict.
    pub verdict: Resolution,
    /// Where it goes; `None` where it is held or returned.
    pub park: Option<ParkId>,
    /// Why.
    pub reason: String,
    /// On what conditions.
    pub conditions: String,
    /// Who sees to it.
    pub owner: String,
    /// Until when.
    pub deadline: Option<Date>,
}

impl Workbench {
    /// Adds a session, or changes what is said of one.
    pub(super) fn convene(&mut self, summons: Summons) {
        let before = summons.session.as_ref().and_then(|id| self.scenario().sessions.get(id)).cloned();
        let Some(id) = summons.session.or_else(|| self.next_session()) else { return };
        let written = summons.name.trim().to_owned();
        let known = before.as_ref().map(|it| it.name.clone()).unwrap_or_default();
        let session = Session {
            id,
            name: self.renamed(&known, written),
            date: summons.date,
            chair: summons.chair.trim().to_owned(),
            offices: summons.offices,
            frozen: before.and_then(|it| it.frozen.clone()),
        };
        self.commit(&Edit::Convene(Box::new(session)));
    }

    /// `name` with what was `written` in the language of the window. What has no Chinese name yet gets this one for both.
    fn renamed(&self, name: &Text, written: String) -> Text {
        if self.settings.chinese {
            Text::new(written, name.en.clone())
        } else if name.zh.is_empty() {
            Text::new(written, "")
        } else {
            Text::new(name.zh.clone(), written)
        }
    }

    fn next_session(&self) -> Option<RecordId> {
        let known = |id: &RecordId| self.scenario().sessions.contains(id);
        (1..=100_000_u32).filter_map(|number| RecordId::new(&format!("S{number}")).ok()).find(|id| !known(id))
    }

    /// Freezes a session on the inputs as they are, or lets go of them.
    pub(super) fn freeze(&mut self, session: &RecordId, freezes: bool) {
        let Some(before) = self.scenario().sessions.get(session) else { return };
        let frozen = freezes.then(|| Frozen {
            plan: self.plan().clone(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            tables: fingerprint::tables(self.scenario()),
        });
        let after = Session { frozen, ..Session::clone(before) };
        self.commit(&Edit::Convene(Box::new(after)));
    }

    pub(super) fn cancel_session(&mut self, session: RecordId) {
        self.commit(&Edit::Cancel { session });
    }

    /// The park that suits a project best, when one takes it without breaking anything at level legal.
    pub fn recommended(&self, project: &ProjectId) -> Option<ParkId> {
        let project = self.scenario().projects.get(project)?;
        let ranking = ranking::of(&self.judgement, project);
        ranking.into_iter().next().filter(|it| it.judged.is_advisable()).map(|it| it.park)
    }

    /// Records a decision and moves the project to where it says, as one step; what the program recommended is kept with it.
    pub(super) fn decide_on(&mut self, ruling: Ruling) {
        self.put_back();
        let Some(record) = self.scenario().projects.get(&ruling.project).cloned() else { return };
        let home = self.judgement.facts().home(&ruling.project).map(|(park, _)| park.clone());
        let mut edits = Vec::new();
        if home != ruling.park {
            let to = ruling.park.as_ref().map(|park| (park, self.scenario().usual_premises(&record)));
            let moves: [Move<'_>; 1] = [(&record, to)];
            let effect = effect::of_moves(&self.judgement, &moves);
            if self.is_refused(&[Arc::clone(&record)], ruling.park.as_ref(), &effect) {
                return;
            }
            let (plan, project) = (self.plan().clone(), ruling.project.clone());
            edits.push(match &ruling.park {
                Some(park) => Edit::Place { plan, project, park: park.clone(), premises: None },
                None => Edit::Unplace { plan, project },
            });
        }
        let decision = Decision {
            recommended: self.recommended(&ruling.project),
            session: ruling.session,
            project: ruling.project,
            verdict: ruling.verdict,
            park: ruling.park,
            reason: ruling.reason.trim().to_owned(),
            conditions: ruling.conditions.trim().to_owned(),
            owner: ruling.owner.trim().to_owned(),
            deadline: ruling.deadline,
            before: None,
        };
        let told = self.override_told(&decision);
        edits.push(Edit::Decide(Box::new(decision)));
        let edit = if edits.len() == 1 { edits.pop() } else { Some(Edit::Together(edits)) };
        if edit.is_some_and(|edit| self.commit(&edit))
            && let Some(told) = told
        {
            self.notice = Some(Notice::news(told));
        }
    }

    /// That a decision departs from what is recommended, and that both are kept.
    fn override_told(&self, decision: &Decision) -> Option<Text> {
        let recommended = decision.recommended.as_ref().filter(|_| decision.park != decision.recommended)?;
        decision.park.as_ref().map(|park| say::overridden(self.scenario(), park, recommended))
    }

    pub(super) fn take_back_decision(&mut self, session: RecordId, project: ProjectId) {
        self.commit(&Edit::TakeBack { session, project });
    }

    pub(super) fn opine(&mut self, park: ParkId, project: ProjectId, stance: Stance, reason: &str) {
        let reason = reason.trim().to_owned();
        self.commit(&Edit::Opine(Opinion { plan: self.plan().clone(), park, project, stance, reason }));
    }

    pub(super) fn fall_silent(&mut self, park: ParkId, project: ProjectId) {
        self.commit(&Edit::FallSilent { plan: self.plan().clone(), park, project });
    }
}

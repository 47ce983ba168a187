//! Edits of sessions: who met when, what they were frozen on, what was decided, what park committees say.

use super::{EditError, Touched, draft, known_park, known_project};
use crate::model::{
    check::{Wrong, values},
    id::{ParkId, PlanId, ProjectId, RecordId},
    plan::{Decision, Opinion, Resolution},
    project::{Project, RegisterStatus},
    scenario::Scenario,
    support::Session,
};

/// What no file may hold: a session without a name, texts that cannot be shown.
pub(super) fn improper(session: &Session) -> Option<Wrong> {
    let mut texts = std::iter::once(&session.chair).chain(&session.offices);
    values::name(&session.name)
        .or_else(|| values::day_of_fact(session.date))
        .or_else(|| texts.find_map(|text| values::short_text(text)))
}

/// What a decision may not say: nothing as its reason, nothing as the conditions of a conditional one.
pub(super) fn improper_decision(decision: &Decision) -> Option<Wrong> {
    let lacks = decision.reason.trim().is_empty()
        || decision.verdict == Resolution::Conditional && decision.conditions.trim().is_empty();
    let texts = [&decision.reason, &decision.conditions];
    lacks
        .then_some(Wrong::EmptyText)
        .or_else(|| texts.into_iter().find_map(|text| values::long_text(text)))
        .or_else(|| values::short_text(&decision.owner))
        .or_else(|| decision.deadline.and_then(values::day))
}

/// What an opinion may not say.
pub(super) fn improper_opinion(opinion: &Opinion) -> Option<Wrong> {
    let lacks = opinion.reason.trim().is_empty().then_some(Wrong::EmptyText);
    lacks.or_else(|| values::long_text(&opinion.reason))
}

/// Adds a session, or puts it in place of the one of its id.
pub(super) fn convene(s: &mut Scenario, session: &Session) -> Result<Touched, EditError> {
    let before = s.sessions.get(&session.id);
    if before.is_some_and(|before| before.as_ref() == session) {
        return Err(EditError::NameUnchanged);
    }
    if let Some(frozen) = &session.frozen
        && !s.plans.contains(&frozen.plan)
    {
        return Err(EditError::NoPlan(frozen.plan.clone()));
    }
    // Which of two decisions on a project is the last follows from the days of their sessions.
    let moves = before.is_some_and(|before| before.date != session.date);
    s.sessions.insert(session.clone());
    if !moves {
        return Ok(Touched::default());
    }
    let decided = decided_in(s, &session.id);
    for project in &decided {
        settle(s, project, None);
    }
    Ok(Touched::base(s))
}

/// Removes a session with all that was decided in it.
pub(super) fn cancel(s: &mut Scenario, session: &RecordId) -> Result<Touched, EditError> {
    if !s.sessions.contains(session) {
        return Err(EditError::NoSession(session.clone()));
    }
    for project in decided_in(s, session) {
        take_back(s, session, &project)?;
    }
    s.sessions.remove(session);
    Ok(Touched::base(s))
}

fn decided_in(s: &Scenario, session: &RecordId) -> Vec<ProjectId> {
    s.decisions.iter().filter(|it| it.session == *session).map(|it| it.project.clone()).collect()
}

/// Records a decision, in place of the session's earlier one on the project. The register follows the last session.
pub(super) fn decide(s: &mut Scenario, decision: &Decision) -> Result<Touched, EditError> {
    if !s.sessions.contains(&decision.session) {
        return Err(EditError::NoSession(decision.session.clone()));
    }
    let project = known_project(s, &decision.project)?;
    let is_placed = matches!(decision.verdict, Resolution::Place | Resolution::Conditional);
    if is_placed != decision.park.is_some() {
        return Err(EditError::ParkOfDecision);
    }
    for park in decision.park.iter().chain(&decision.recommended) {
        known_park(s, park)?;
    }
    let key = (decision.session.clone(), decision.project.clone());
    let earlier = s.decisions.get(&key).map(AsRef::as_ref);
    let before = earlier.map_or(Some(project.status), |earlier| earlier.before);
    let decision = Decision { before, ..decision.clone() };
    if earlier == Some(&decision) {
        return Err(EditError::NameUnchanged);
    }
    s.decisions.insert(decision.clone());
    settle(s, &decision.project, before);
    Ok(Touched::base(s))
}

/// Takes a decision back; the register says what the decision before it left, or what it said before.
pub(super) fn take_back(s: &mut Scenario, session: &RecordId, project: &ProjectId) -> Result<Touched, EditError> {
    let key = (session.clone(), project.clone());
    let decision = s.decisions.remove(&key).ok_or(EditError::NameUnchanged)?;
    // What stood before the first of several is handed on to those that remain.
    let handed = s.decisions.iter().filter(|it| it.project == *project).map(|it| Decision::clone(it));
    let handed: Vec<Decision> = handed.filter(|it| it.before == Some(status_of(decision.verdict))).collect();
    for other in handed {
        s.decisions.insert(Decision { before: decision.before, ..other });
    }
    settle(s, project, decision.before);
    Ok(Touched::base(s))
}

/// Lets the register say of `project` what its last decision says; `otherwise` where there is none.
fn settle(s: &mut Scenario, project: &ProjectId, otherwise: Option<RegisterStatus>) {
    let last = s.last_decision(project).map(|it| status_of(it.verdict)).or(otherwise);
    if let (Some(status), Some(before)) = (last, s.projects.get(project))
        && before.status != status
    {
        let after = Project { status, ..Project::clone(before) };
        s.projects.insert(after);
    }
}

/// Where a project stands in the register after a decision.
pub fn status_of(verdict: Resolution) -> RegisterStatus {
    match verdict {
        Resolution::Place => RegisterStatus::Placed,
        Resolution::Conditional => RegisterStatus::Conditional,
        Resolution::Hold => RegisterStatus::Held,
        Resolution::Return => RegisterStatus::Returned,
    }
}

/// Records what a park committee says to a project in a plan.
pub(super) fn opine(s: &mut Scenario, opinion: &Opinion) -> Result<Touched, EditError> {
    draft(s, &opinion.plan)?;
    known_park(s, &opinion.park)?;
    known_project(s, &opinion.project)?;
    let key = (opinion.plan.clone(), opinion.park.clone(), opinion.project.clone());
    if s.opinions.get(&key).is_some_and(|before| before.as_ref() == opinion) {
        return Err(EditError::NameUnchanged);
    }
    s.opinions.insert(opinion.clone());
    Ok(Touched::plan(&opinion.plan))
}

/// Takes an opinion back.
pub(super) fn fall_silent(
    s: &mut Scenario,
    plan: &PlanId,
    park: &ParkId,
    project: &ProjectId,
) -> Result<Touched, EditError> {
    draft(s, plan)?;
    let key = (plan.clone(), park.clone(), project.clone());
    s.opinions.remove(&key).ok_or(EditError::NameUnchanged)?;
    Ok(Touched::plan(plan))
}

//! What is said of sessions: verdicts, stances, what changes of them, and the words of their workspace.

use super::{
    finding::{park_name, project_name},
    phrase::Phrase,
};
use crate::model::{
    id::RecordId,
    plan::{Decision, Opinion, Resolution, Stance},
    scenario::Scenario,
    support::Session,
    text::Text,
};

/// What was decided.
pub fn resolution(verdict: Resolution) -> Phrase {
    match verdict {
        Resolution::Place => Phrase::new("布局", "Place"),
        Resolution::Conditional => Phrase::new("附条件布局", "Place on conditions"),
        Resolution::Hold => Phrase::new("暂缓", "Hold"),
        Resolution::Return => Phrase::new("退回", "Return"),
    }
}

/// What a park committee says.
pub fn stance(stance: Stance) -> Phrase {
    match stance {
        Stance::Accept => Phrase::new("同意", "Accepts"),
        Stance::WithConditions => Phrase::new("有条件同意", "Accepts on conditions"),
        Stance::Decline => Phrase::new("不同意", "Declines"),
    }
}

/// The name of a session.
pub fn name(scenario: &Scenario, session: &RecordId) -> Text {
    scenario.sessions.get(session).map_or_else(|| Text::new(session.as_str(), ""), |it| it.name.clone())
}

/// What changes of a session.
pub fn convened(scenario: &Scenario, session: &Session) -> Text {
    let before = scenario.sessions.get(&session.id).map(AsRef::as_ref);
    let (zh, en) = match before {
        None => ("新建会商", "New session"),
        Some(before) if before.frozen.is_none() && session.frozen.is_some() => {
            ("冻结会商数据", "Freeze the data of session")
        }
        Some(before) if before.frozen.is_some() && session.frozen.is_none() => ("解除冻结", "Unfreeze session"),
        Some(_) => ("修改会商", "Change session"),
    };
    Text::new(format!("{zh}「{}」", session.name.zh), format!("{en} \"{}\"", session.name.english()))
}

/// What was decided on which project.
pub fn decided(scenario: &Scenario, decision: &Decision) -> Text {
    let name = project_name(scenario, &decision.project);
    let verdict = resolution(decision.verdict);
    match &decision.park {
        Some(park) => {
            let park = park_name(scenario, park);
            Text::new(
                format!("决定 {}：{} → {}", name.zh, verdict.zh, park.zh),
                format!("Decide on {}: {} → {}", name.english(), verdict.en, park.english()),
            )
        }
        None => Text::new(
            format!("决定 {}：{}", name.zh, verdict.zh),
            format!("Decide on {}: {}", name.english(), verdict.en),
        ),
    }
}

/// What a park committee says to which project.
pub fn opined(scenario: &Scenario, opinion: &Opinion) -> Text {
    let (park, name) = (park_name(scenario, &opinion.park), project_name(scenario, &opinion.project));
    let stance = stance(opinion.stance);
    Text::new(
        format!("{}对 {}：{}", park.zh, name.zh, stance.zh),
        format!("{} on {}: {}", park.english(), name.english(), stance.en),
    )
}

//! How does it speak of support? Programmes, claims, grants, promises.

use super::{finding::project_name, phrase::Phrase};
use crate::model::{
    edit::support::SupportEdit,
    id::{ProjectId, RecordId},
    scenario::Scenario,
    support::{AllocationRule, Promise},
    text::Text,
};

/// How a programme is shared out.
pub const fn rule(rule: AllocationRule) -> Phrase {
    match rule {
        AllocationRule::Priority => Phrase::new("按优先序", "By priority"),
        AllocationRule::ValueForMoney => Phrase::new("择优（税收最大）", "Value for money (most tax)"),
        AllocationRule::Proportional => Phrase::new("按比例（有下限、上限）", "In proportion (floors, ceilings)"),
    }
}

/// Who promised something.
pub const fn promise(promise: Promise) -> Phrase {
    match promise {
        Promise::Service => Phrase::new("服务事项", "Service task"),
        Promise::Commitment => Phrase::new("履约节点", "Commitment"),
    }
}

/// Name of a programme.
pub fn programme_name(scenario: &Scenario, id: &RecordId) -> Text {
    scenario.programmes.get(id).map_or_else(|| Text::new(id.as_str(), ""), |it| it.name.clone())
}

/// Name of an edit.
pub fn label(scenario: &Scenario, edit: &SupportEdit) -> Text {
    let both = |project: &ProjectId, programme: &RecordId, zh: &str, en: &str| {
        let (name, programme) = (project_name(scenario, project), programme_name(scenario, programme));
        Text::new(
            format!("{zh} {project} {}（{}）", name.zh, programme.zh),
            format!("{en} {project} {} ({})", name.english(), programme.english()),
        )
    };
    match edit {
        SupportEdit::SetProgramme(it) => {
            Text::new(format!("设定扶持计划「{}」", it.name.zh), format!("Set programme \"{}\"", it.name.english()))
        }
        SupportEdit::Claim(it) => both(&it.project, &it.programme, "申请扶持", "Claim for"),
        SupportEdit::DropClaim { project, programme, .. } => {
            both(project, programme, "撤回申请", "Take back the claim of")
        }
        SupportEdit::Grant(it) => both(&it.project, &it.programme, "安排资金", "Grant to"),
        SupportEdit::SetTask(it) => {
            let (kind, name) = (promise(it.promise), project_name(scenario, &it.project));
            Text::new(
                format!("{}「{}」：{}", kind.zh, it.name.zh, name.zh),
                format!("{} \"{}\": {}", kind.en, it.name.english(), name.english()),
            )
        }
        SupportEdit::DropTask { task } => {
            let name = scenario.tasks.get(task).map_or_else(|| Text::new(task.as_str(), ""), |it| it.name.clone());
            Text::new(format!("删去事项「{}」", name.zh), format!("Remove task \"{}\"", name.english()))
        }
    }
}

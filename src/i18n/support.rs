//! How does it speak of support? Programmes, claims, grants, promises.

use super::{
    figure,
    finding::{industry_name, project_name},
    phrase::Phrase,
    term,
};
use crate::analysis::support::Reason;
use crate::model::{
    edit::support::SupportEdit,
    id::{ProjectId, RecordId},
    scenario::Scenario,
    support::{AllocationRule, Condition, Promise},
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

/// A condition of a programme.
pub fn condition(scenario: &Scenario, condition: &Condition) -> Text {
    match condition {
        Condition::Industries(list) => {
            let names: Vec<Text> = list.iter().map(|id| industry_name(scenario, id)).collect();
            let zh: Vec<&str> = names.iter().map(|it| it.zh.as_str()).collect();
            let en: Vec<&str> = names.iter().map(Text::english).collect();
            Text::new(format!("细分领域为{}", zh.join("、")), format!("sub-sector is {}", en.join(", ")))
        }
        Condition::Kinds(kinds) => {
            let names: Vec<Phrase> = kinds.iter().map(|it| term::project_kind(*it)).collect();
            let zh: Vec<&str> = names.iter().map(|it| it.zh).collect();
            let en: Vec<String> = names.iter().map(|it| it.en.to_lowercase()).collect();
            Text::new(format!("类别为{}", zh.join("、")), format!("kind is {}", en.join(", ")))
        }
        Condition::Placed => Text::new("已布局到园区", "placed in a park"),
        Condition::Designated => Text::new("符合园区产业定位", "of an industry that its park stands for"),
        Condition::NewTrack => Text::new("属于新赛道", "of a new track"),
        Condition::Investment(least) => {
            let least = figure::money(*least);
            Text::new(format!("投资不少于 {}", least.zh), format!("investment of at least {}", least.english()))
        }
        Condition::Tags(tags) => Text::new(format!("有标签{}", tags.join("、")), format!("tagged {}", tags.join(", "))),
    }
}

/// Why a claim gets nothing, or not all of it.
pub fn reason(scenario: &Scenario, reason: &Reason) -> Text {
    match reason {
        Reason::OtherParks => Text::new("不在计划的园区内", "not in a park that the programme is meant for"),
        Reason::Conditions(unmet) => {
            let names: Vec<Text> = unmet.iter().map(|it| condition(scenario, it)).collect();
            let zh: Vec<&str> = names.iter().map(|it| it.zh.as_str()).collect();
            let en: Vec<&str> = names.iter().map(Text::english).collect();
            Text::new(format!("不符合条件：{}", zh.join("；")), format!("not met: {}", en.join("; ")))
        }
        Reason::BelowLeast(least) => {
            let least = figure::money(*least);
            Text::new(format!("低于有效下限 {}", least.zh), format!("below the useful least of {}", least.english()))
        }
        Reason::NoBudget => Text::new("计划未写预算", "the programme states no budget"),
        Reason::Exhausted(left) => {
            let left = figure::money(*left);
            Text::new(format!("预算已用完，仅余 {}", left.zh), format!("budget used up, {} left", left.english()))
        }
        Reason::LessValue => Text::new("同样资金，其他项目税收更多", "other projects bring more tax for the money"),
        Reason::NoTax => Text::new("缺税收数据，无法择优", "no tax figure to choose by"),
        Reason::Part => Text::new("部分安排", "in part"),
        Reason::Ceiling => Text::new("以上限为准", "up to the ceiling"),
        Reason::Overridden => Text::new("人工决定，理由在案", "decided otherwise, reason on record"),
    }
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

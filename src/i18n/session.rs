//! What is said of sessions: verdicts, stances, what changes of them, and the words of their workspace.

use super::{
    finding::{park_name, project_name},
    phrase::Phrase,
    term,
};
use crate::model::{
    id::{ParkId, RecordId},
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
        Some(_) => ("修改会商", "Edit session"),
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

/// That a decision departs from what was recommended, and that both are kept.
pub fn overridden(scenario: &Scenario, park: &ParkId, recommended: &ParkId) -> Text {
    let (park, recommended) = (park_name(scenario, park), park_name(scenario, recommended));
    Text::new(
        format!("决定进{}，当时建议 {}；两者均已记录", park.zh, recommended.zh),
        format!("Decided for {}, recommended was {}; both are on record", park.english(), recommended.english()),
    )
}

/// The workspace.
pub const SESSION: Phrase = Phrase::new("会商决定", "Session");
/// Its action.
pub const SHOW: Phrase = Phrase::new("转到会商决定", "Go to session");
/// Adds a session.
pub const NEW: Phrase = Phrase::new("新建会商…", "New session…");
/// Changes what is said of a session.
pub const CHANGE: Phrase = Phrase::new("修改会商…", "Edit session…");
/// Removes a session.
pub const REMOVE: Phrase = Phrase::new("删除会商", "Remove session");
/// Freezes the data.
pub const FREEZE: Phrase = Phrase::new("冻结数据", "Freeze data");
/// Lets go of the data.
pub const UNFREEZE: Phrase = Phrase::new("解除冻结", "Unfreeze data");
/// Freezes, or lets go.
pub const FREEZE_OR_UNFREEZE: Phrase = Phrase::new("冻结或解除冻结会商数据", "Freeze or unfreeze the session's data");
/// What freezing does.
pub const FREEZE_HINT: Phrase = Phrase::new(
    "记下本次会商所依据的数据与规则；其后若有变动，会在这里和纪要中指出",
    "Remembers the data and rules that this session argues by; later changes are told here and in the minutes",
);
/// Not frozen.
pub const NOT_FROZEN: Phrase = Phrase::new("数据未冻结", "Data not frozen");
/// Frozen, and nothing has changed.
pub const FROZEN: Phrase = Phrase::new("数据已冻结，未变动", "Data frozen, unchanged");
/// There is no session yet.
pub const NO_SESSION: Phrase = Phrase::new("还没有会商", "No session yet");
/// What to do about it.
pub const NO_SESSION_HINT: Phrase = Phrase::new(
    "新建一次会商，冻结数据，再逐个项目作出决定；纪要和简报由此生成",
    "Convene a session, freeze the data, then decide project by project; minutes and brief come from it",
);
/// There is no project.
pub const NO_PROJECT: Phrase =
    Phrase::new("没有项目；请从“文件”菜单导入表格", "No projects; import a sheet from the menu File");
/// Choose a project.
pub const CHOOSE_PROJECT: Phrase = Phrase::new("选择一个项目，作出决定", "Choose a project to decide on");
/// A session must be chosen first.
pub const SESSION_FIRST: Phrase = Phrase::new("请先新建会商", "Convene a session first");
/// Not decided yet.
pub const UNDECIDED: Phrase = Phrase::new("待决定", "To decide");
/// The verdict.
pub const VERDICT: Phrase = Phrase::new("决定", "Decision");
/// The park.
pub const PARK: Phrase = Phrase::new("园区", "Park");
/// Why.
pub const REASON: Phrase = Phrase::new("理由", "Reason");
/// On what conditions.
pub const CONDITIONS: Phrase = Phrase::new("条件", "Conditions");
/// Who sees to it.
pub const OWNER: Phrase = Phrase::new("责任单位", "Responsible office");
/// Until when.
pub const DEADLINE: Phrase = Phrase::new("时限", "Deadline");
/// How to write a day.
pub const DAY_HINT: Phrase = Phrase::new("写作 2022-10-06，可不填", "Write it as 2022-10-06; may stay empty");
/// Records the decision.
pub const DECIDE: Phrase = Phrase::new("记录决定", "Record decision");
/// Changes the decision.
pub const DECIDE_ANEW: Phrase = Phrase::new("更改决定", "Change decision");
/// Takes the decision back.
pub const TAKE_BACK: Phrase = Phrase::new("撤回决定", "Take the decision back");
/// A reason is missing.
pub const NO_REASON: Phrase = Phrase::new("请填写理由", "State the reason");
/// Conditions are missing.
pub const NO_CONDITIONS: Phrase = Phrase::new("附条件布局须写明条件", "State the conditions");
/// A park is missing.
pub const NO_PARK: Phrase = Phrase::new("请选择园区", "Choose a park");
/// Turns to the session with the project: there it is placed, placed on conditions, held or returned.
pub const DECIDE_IN_SESSION: Phrase = Phrase::new("决定：布局、暂缓或退回…", "Decide: place, hold or return…");
/// The button that gives what is recommended as the reason.
pub const AS_RECOMMENDED: Phrase = Phrase::new("以此建议为理由", "Give the recommendation as the reason");
/// What was recommended when it was decided.
pub const RECOMMENDED_THEN: Phrase = Phrase::new("当时建议", "Recommended then");
/// No park takes it.
pub const NONE_TAKES: Phrase = Phrase::new("各园均否决", "Every park vetoes it");
/// Opinions of park committees.
pub const OPINIONS: Phrase = Phrase::new("园区管委会意见", "Opinions of park committees");
/// There is none.
pub const NO_OPINION: Phrase = Phrase::new("尚无意见", "No opinion on record");
/// Records an opinion.
pub const RECORD_OPINION: Phrase = Phrase::new("记录意见", "Record opinion");
/// What the committee says.
pub const STANCE: Phrase = Phrase::new("态度", "Stance");
/// Why it says so.
pub const OPINION_REASON: Phrase = Phrase::new("意见内容", "What it says");
/// Takes an opinion back.
pub const WITHDRAW: Phrase = Phrase::new("撤回意见", "Take back the opinion of");
/// Earlier decisions.
pub const EARLIER: Phrase = Phrase::new("此前会商", "Earlier sessions");
/// Name of a session.
pub const NAME: Phrase = Phrase::new("名称", "Name");
/// Day of a session.
pub const DAY: Phrase = Phrase::new("日期", "Day");
/// Who chairs.
pub const CHAIR: Phrase = Phrase::new("主持（职务，不写姓名）", "Chair (office, not the name)");
/// Who takes part.
pub const OFFICES: Phrase = Phrase::new("参加单位（用顿号或逗号分开）", "Offices taking part (separated by commas)");
/// A name is missing.
pub const NO_NAME: Phrase = Phrase::new("请填写名称", "Give it a name");
/// Convenes it.
pub const CONVENE: Phrase = Phrase::new("新建", "Convene");
/// Stands nowhere.
pub const WAITING: Phrase = Phrase::new("待布局", "Unplaced");
/// All sessions.
pub const SESSIONS: Phrase = Phrase::new("历次会商", "All sessions");

/// That inputs have changed since the session was frozen, and which.
pub fn changed(tables: &[String]) -> Text {
    let names: Vec<Phrase> = tables.iter().map(|it| term::table(it)).collect();
    let zh: Vec<&str> = names.iter().map(|it| it.zh).collect();
    let en: Vec<&str> = names.iter().map(|it| it.en).collect();
    Text::new(format!("冻结后变动：{}", zh.join("、")), format!("Changed since frozen: {}", en.join(", ")))
}

/// How many of how many projects were decided on.
pub fn progress(decided: usize, all: usize) -> Text {
    Text::new(format!("已决定 {decided}/{all} 项"), format!("{decided} of {all} decided"))
}

/// That every park would break something at level legal, and which would suit best.
pub fn none_without_breaking(park: &Text, score: i64) -> Text {
    Text::new(
        format!("没有园区能合规承接；适配最高的是{} {score} 分", park.zh),
        format!(
            "No park takes it without breaking a legal limit; {} would suit it best, {score} points",
            park.english()
        ),
    )
}

/// How many of the projects without a place were decided to be held or returned.
pub fn set_aside(count: usize) -> Text {
    Text::new(format!("含暂缓、退回 {count} 项"), format!("{count} held or returned"))
}

/// That something is no day.
pub fn no_day(written: &str) -> Text {
    Text::new(
        format!("“{written}”不是日期；请写成 2022-10-06"),
        format!("\"{written}\" is not a day; write it like 2022-10-06"),
    )
}

/// The park that is recommended with its score, and whether on conditions.
pub fn recommended(park: &Text, score: i64, is_conditional: bool) -> Text {
    let (zh, en) = if is_conditional { ("（附条件）", " on conditions") } else { ("", "") };
    Text::new(format!("建议{} {score} 分{zh}", park.zh), format!("Recommended: {}, {score} points{en}", park.english()))
}

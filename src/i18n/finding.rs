//! What a finding says: cause first, then the size, then the cure.

use super::{figure, phrase::Phrase, term};
use crate::{
    model::{
        id::{IndustryId, ParkId, ProjectId},
        scenario::Scenario,
        text::Text,
    },
    rules::finding::{Detail, Finding, Item, State},
};

/// Short name of `park`, or its id.
pub fn park_name(scenario: &Scenario, park: &ParkId) -> Text {
    scenario.parks.get(park).map_or_else(|| Text::new(park.as_str(), ""), |park| park.short_name.clone())
}

/// Name of `industry` without the part in brackets, or its id.
pub fn industry_name(scenario: &Scenario, industry: &IndustryId) -> Text {
    let Some(industry) = scenario.industries.get(industry) else { return Text::new(industry.as_str(), "") };
    let head = |name: &str| {
        let head = name.split(['(', '（']).next().unwrap_or("").trim();
        if head.is_empty() { name.to_owned() } else { head.to_owned() }
    };
    Text::new(head(&industry.name.zh), head(&industry.name.en))
}

/// Name of `project`, or its id.
pub fn project_name(scenario: &Scenario, project: &ProjectId) -> Text {
    scenario.projects.get(project).map_or_else(|| Text::new(project.as_str(), ""), |project| project.name.clone())
}

/// Name of a member of a finding.
pub fn item_name(scenario: &Scenario, item: &Item) -> Text {
    match item {
        Item::Project(id) => project_name(scenario, id),
        Item::Position(id) => {
            let base = scenario.positions.get(id).map(|position| position.name.clone());
            base.unwrap_or_else(|| added_position_name(scenario, id))
        }
        Item::Enterprise(id) => scenario
            .enterprises
            .get(id)
            .map_or_else(|| Text::new(id.as_str(), ""), |enterprise| enterprise.name.clone()),
    }
}

fn added_position_name(scenario: &Scenario, id: &crate::model::id::PositionId) -> Text {
    use crate::model::plan::PositionChange;
    let name = scenario.plan_positions.iter().filter(|it| it.position == *id).find_map(|it| match &it.change {
        PositionChange::Set { name, .. } => Some(name.clone()),
        PositionChange::Withdrawn => None,
    });
    name.unwrap_or_else(|| Text::new(id.as_str(), ""))
}

fn list(names: &[Text]) -> Text {
    let zh: Vec<&str> = names.iter().map(|name| name.zh.as_str()).collect();
    let en: Vec<&str> = names.iter().map(Text::english).collect();
    Text::new(zh.join("、"), en.join(", "))
}

/// What `finding` says, in one sentence.
pub fn sentence(scenario: &Scenario, finding: &Finding) -> Text {
    match &finding.detail {
        Detail::Nothing => nothing(finding.state),
        Detail::Cap { role, count, cap, level } => {
            let (role, level) = (term::role(*role), term::park_level(*level));
            let over = count.saturating_sub(*cap);
            let zh = format!("{}产业 {count} 项，{}上限 {cap}", role.zh, level.zh);
            let en = format!("{} positions: {count}, limit of a {} park {cap}", role.en, level.en);
            with_excess(zh, en, over)
        }
        Detail::Carried { designated, uncovered, limit, level } => {
            carried(scenario, *designated, uncovered, *limit, term::park_level(*level))
        }
        Detail::Land { .. } => land(finding),
        Detail::Chemical { status, chemical, unclear } => {
            let status = term::chemical_status(*status);
            let mut zh = format!("化工园区{}；化工工艺项目 {chemical} 项", status.zh);
            let mut en = format!("Chemical park {}; projects with a chemical process: {chemical}", status.en);
            if *unclear > 0 {
                zh.push_str(&format!("，工艺未说明 {unclear} 项"));
                en.push_str(&format!(", process not stated: {unclear}"));
            }
            Text::new(zh, en)
        }
        Detail::Stream { name, needs, projects, .. } => stream(finding.state, name, needs, *projects),
        Detail::Pinned { project } => {
            let name = project_name(scenario, project);
            let park = finding.park.as_ref().map(|park| park_name(scenario, park)).unwrap_or_default();
            let (zh, en) = if finding.state == State::Holds {
                ("，在位", ", in place")
            } else {
                ("，现不在该园区", ", and does not stand there")
            };
            Text::new(
                format!("{project} {}钉住在{}{zh}", name.zh, park.zh),
                format!("{project} {} is pinned to {}{en}", name.english(), park.english()),
            )
        }
        Detail::Designation { industry, placed, existing } => {
            let name = industry_name(scenario, industry);
            let covered = finding.members.is_empty();
            let verdict = if covered {
                Phrase::new("在定位内", "within the positions")
            } else {
                Phrase::new("不在定位内", "outside the positions")
            };
            let mut zh = format!("{}{}", name.zh, verdict.zh);
            let mut en = format!("{}: {}", name.english(), verdict.en);
            if *placed > 0 {
                zh.push_str(&format!("；布局项目 {placed} 项"));
                en.push_str(&format!("; placed projects: {placed}"));
            }
            if let Some(output) = existing {
                let output = figure::money(*output);
                zh.push_str(&format!("；存量产值 {}", output.zh));
                en.push_str(&format!("; existing output {}", output.en));
            }
            Text::new(zh, en)
        }
    }
}

fn nothing(state: State) -> Text {
    match state {
        State::Off => Text::new("规则已停用", "The rule is off"),
        State::NotApplicable | State::Broken | State::Unknown | State::Near | State::Waived | State::Holds => {
            Text::new("无须判定", "Nothing to judge")
        }
    }
}

fn with_excess(zh: String, en: String, over: u32) -> Text {
    if over == 0 { Text::new(zh, en) } else { Text::new(format!("{zh}，超 {over}"), format!("{en}, {over} over")) }
}

fn carried(scenario: &Scenario, designated: u32, uncovered: &[IndustryId], limit: u32, level: Phrase) -> Text {
    let extra = u32::try_from(uncovered.len()).unwrap_or(u32::MAX);
    let carried = designated.saturating_add(extra);
    let text = with_excess(
        format!("承载 {carried} 项产业，{}上限 {limit}", level.zh),
        format!("Carries {carried} industries, limit of a {} park {limit}", level.en),
        carried.saturating_sub(limit),
    );
    if uncovered.is_empty() {
        return text;
    }
    let names = list(&uncovered.iter().map(|industry| industry_name(scenario, industry)).collect::<Vec<_>>());
    Text::new(
        format!("{}；定位外：{}", text.zh, names.zh),
        format!("{}; outside the positions: {}", text.en, names.english()),
    )
}

fn land(finding: &Finding) -> Text {
    let Detail::Land { used, reserved, capacity, unstated } = &finding.detail else { return Text::default() };
    let demand = used.plus(*reserved);
    let need = figure::mu(demand);
    let mut zh = format!("需地 {}", need.zh);
    let mut en = format!("Needs {}", need.en);
    if reserved.steps() > 0 {
        let reserved = figure::mu(*reserved);
        zh.push_str(&format!("（含预留 {}）", reserved.zh));
        en.push_str(&format!(" ({} reserved)", reserved.en));
    }
    match capacity {
        Some(capacity) => {
            let have = figure::mu(*capacity);
            zh.push_str(&format!("，可供 {}", have.zh));
            en.push_str(&format!(", has {}", have.en));
            let left = capacity.minus(demand);
            let gap = figure::mu(if left.steps() < 0 { demand.minus(*capacity) } else { left });
            let word = if left.steps() < 0 { Phrase::new("超", "over") } else { Phrase::new("余", "left") };
            zh.push_str(&format!("，{} {}", word.zh, gap.zh));
            en.push_str(&format!(", {} {}", gap.en, word.en));
            if finding.is_near_miss() {
                zh.push_str("，可协商核减");
                en.push_str(", negotiate");
            }
        }
        None => {
            zh.push_str("，可供用地缺数据");
            en.push_str(", land ready not stated");
        }
    }
    if *unstated > 0 {
        zh.push_str(&format!("；{unstated} 个项目缺用地数据"));
        en.push_str(&format!("; projects without a land figure: {unstated}"));
    }
    Text::new(zh, en)
}

fn stream(state: State, name: &Text, needs: &Text, projects: u32) -> Text {
    let outcome = match state {
        State::Broken | State::Waived => Phrase::new("园区无", "the park has no"),
        State::Unknown => Phrase::new("园区缺数据：", "the park does not state its"),
        State::Holds | State::Near | State::Off | State::NotApplicable => Phrase::new("园区有", "the park has its"),
    };
    Text::new(
        format!("{}（项目 {projects} 项）：{}{}", name.zh, outcome.zh, needs.zh),
        format!("{} (projects: {projects}): {} {}", name.english(), outcome.en, needs.english()),
    )
}

/// What `finding` says on a badge of a card: a few words with the figures that matter.
pub fn badge(finding: &Finding) -> Text {
    match &finding.detail {
        Detail::Cap { role, count, cap, .. } => {
            let role = term::role_short(*role);
            Text::new(format!("{} {count}/{cap}", role.zh), format!("{} {count}/{cap}", role.en))
        }
        Detail::Carried { designated, uncovered, limit, .. } => {
            let carried = designated.saturating_add(u32::try_from(uncovered.len()).unwrap_or(u32::MAX));
            Text::new(format!("承载产业 {carried}/{limit}"), format!("Carried {carried}/{limit}"))
        }
        Detail::Land { used, reserved, capacity, .. } => {
            let need = figure::mu_figure(used.plus(*reserved));
            let have = capacity.map_or_else(|| "?".to_owned(), figure::mu_figure);
            Text::new(format!("用地 {need}/{have} 亩"), format!("Land {need}/{have} mu"))
        }
        Detail::Chemical { .. } => Text::new("化工园区", "Chemical park"),
        Detail::Stream { name, .. } => name.clone(),
        Detail::Pinned { .. } => Text::new("钉住", "Pinned"),
        Detail::Designation { .. } => Text::new("偏离定位", "Off position"),
        Detail::Nothing => nothing(finding.state),
    }
}

/// What a person could do about a broken or unknown `finding`, in one sentence; `None` when it needs nothing.
pub fn cure(finding: &Finding) -> Option<Phrase> {
    if !matches!(finding.state, State::Broken | State::Unknown) {
        return None;
    }
    Some(match &finding.detail {
        Detail::Cap { .. } => Phrase::new("撤回一项定位", "Withdraw a position"),
        Detail::Carried { .. } => Phrase::new(
            "将起因项目移至定位内的园区，或调整定位",
            "Move a cause to a park that stands for it, or change a position",
        ),
        Detail::Land { .. } if finding.state == State::Unknown => {
            Phrase::new("补充用地数据", "Add the missing land figure")
        }
        Detail::Land { .. } => Phrase::new("移走起因项目，或核减用地", "Move a cause, or ask for less land"),
        Detail::Chemical { .. } if finding.state == State::Unknown => {
            Phrase::new("核实化工园区认定状态或项目工艺", "Confirm the recognition, or the process")
        }
        Detail::Chemical { .. } => Phrase::new("移至已认定的化工园区", "Move to a recognised chemical park"),
        Detail::Stream { .. } if finding.state == State::Unknown => {
            Phrase::new("补充园区设施数据", "Add the park's facilities")
        }
        Detail::Stream { .. } => Phrase::new("移至有对应处理设施的园区", "Move to a park with the treatment"),
        Detail::Pinned { .. } => Phrase::new("放回钉住的园区，或取消钉住", "Put it back, or unpin it"),
        Detail::Designation { .. } => {
            Phrase::new("移至定位内的园区，或增设定位", "Move to a park that stands for it, or designate it")
        }
        Detail::Nothing => return None,
    })
}

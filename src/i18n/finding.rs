//! What a finding says: cause first, then the size, then the cure.

mod factors;
mod others;
pub mod pools;

use super::{figure, phrase::Phrase, term};
use crate::{
    model::{
        enterprise::Enterprise,
        evidence::Confidence,
        id::{IndustryId, ParkId, ProjectId},
        park::ChemicalStatus,
        plan::Word,
        scenario::Scenario,
        text::Text,
    },
    rules::finding::{Detail, Finding, Item, Measure, State},
};

/// Short name of `park`, or its id.
pub fn park_name(scenario: &Scenario, park: &ParkId) -> Text {
    scenario.parks.get(park).map_or_else(|| Text::new(park.as_str(), ""), |park| park.short_name.clone())
}

/// Where `finding` is: the short name of its park, or the city as a whole.
pub fn place(scenario: &Scenario, finding: &Finding) -> Text {
    finding.park.as_ref().map_or_else(|| Text::new("全市", "City"), |park| park_name(scenario, park))
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

/// Number and name of `project`, in both languages.
fn project_label(scenario: &Scenario, project: &ProjectId) -> Text {
    let name = project_name(scenario, project);
    Text::new(format!("{project} {}", name.zh), format!("{project} {}", name.english()))
}

/// What `finding` says, in one sentence; what it waits for comes last.
pub fn sentence(scenario: &Scenario, finding: &Finding) -> Text {
    let text = body(scenario, finding);
    if finding.waits_for.is_empty() {
        return text;
    }
    let waits = others::waits_for(&finding.waits_for);
    Text::new(format!("{}；{}", text.zh, waits.zh), format!("{}; {}", text.english(), waits.en))
}

fn body(scenario: &Scenario, finding: &Finding) -> Text {
    match &finding.detail {
        Detail::Tally { holds, unknown } => others::tally(*holds, *unknown),
        Detail::Capacity { .. } => factors::of_factor(scenario, finding),
        Detail::Pool { .. } => pools::pool(scenario, finding),
        Detail::Budget { .. } => pools::budget(scenario, finding),
        Detail::Grant { .. } => pools::grant(scenario, finding),
        Detail::Plot { .. } => factors::plot(scenario, finding),
        Detail::Ratio { .. } => factors::ratio(scenario, finding),
        Detail::Plant { project } => others::plant(scenario, project),
        Detail::TwoHigh { project } => others::two_high(scenario, project),
        Detail::Bank { distance, least, projects } => others::bank(*distance, *least, *projects),
        Detail::Radiation { projects } => others::radiation(finding.state, *projects),
        Detail::Access { industry, projects } => others::access(scenario, finding.state, industry, *projects),
        Detail::Stipulated { project, parks, word } => others::stipulated(scenario, project, parks, *word),
        Detail::Breadth { position, count, most } => others::breadth(scenario, position, *count, *most),
        Detail::Homogeneous { industry, parks, most } => others::homogeneous(scenario, industry, parks, *most),
        Detail::Theme { project, hosts } => others::theme(scenario, project, hosts),
        Detail::Unsupported { position } => others::unsupported(scenario, position),
        Detail::Neighbours { project, others: beside } => others::neighbours(scenario, project, beside),
        Detail::Outside { project } => others::outside(scenario, project),
        Detail::Uncompensated { item } => others::uncompensated(scenario, item),
        Detail::Duplicate { first, second, likeness } => others::duplicate(scenario, first, second, *likeness),
        Detail::StaleReport { project, since } => others::stale_report(scenario, project, *since),
        Detail::StaleFirms { firms, oldest } => others::stale_firms(*firms, *oldest),
        Detail::TaxAboveOutput { item, tax, output } => others::tax_above_output(scenario, item, *tax, *output),
        Detail::UnitTrap { project, check, actual, least, most } => {
            others::unit_trap(scenario, project, *check, [*actual, *least, *most])
        }
        Detail::Outbid { project, parks } => others::outbid(scenario, project, parks),
        Detail::StreamUnknown { projects } => others::stream_unknown(*projects),
        Detail::Nothing => nothing(finding.state),
        Detail::Cap { role, count, cap, level } => {
            let (role, level) = (term::role(*role), term::park_level(&scenario.pack, *level));
            let over = count.saturating_sub(*cap);
            let zh = format!("{}产业 {count} 项，{}上限 {cap}", role.zh, level.zh);
            let en = format!("{} positions: {count}, limit of a {} park {cap}", role.en, level.english());
            with_excess(zh, en, over)
        }
        Detail::Carried { designated, uncovered, limit, level } => {
            carried(scenario, *designated, uncovered, *limit, &term::park_level(&scenario.pack, *level))
        }
        Detail::Land { .. } => land(scenario, finding),
        Detail::Chemical { status, chemical, unclear } => {
            let status = chemical_status(scenario, *status);
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
                let sign = sign_of_output(scenario, finding.park.as_ref(), industry);
                zh.push_str(&format!("；存量产值 {sign}{}", output.zh));
                en.push_str(&format!("; existing output {sign}{}", output.en));
            }
            Text::new(zh, en)
        }
    }
}

/// Standing as a chemical park on the scenario's day: a recognition that begins later is not one yet.
fn chemical_status(scenario: &Scenario, status: Option<ChemicalStatus>) -> Text {
    match status {
        Some(ChemicalStatus::Recognised { since }) if since > scenario.as_of => {
            Text::new(format!("{since} 起认定，尚未生效"), format!("recognised from {since} on, not yet"))
        }
        _ => term::chemical_status(status).into(),
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

/// `≈ ` when part of the output of the sub-sector in the park is assumed.
fn sign_of_output(scenario: &Scenario, park: Option<&ParkId>, industry: &IndustryId) -> &'static str {
    let of_both = |it: &&std::sync::Arc<Enterprise>| Some(&it.park) == park && it.industry == *industry;
    let is_assumed = |it: &std::sync::Arc<Enterprise>| {
        let confidence = scenario.confidence("enterprises", it.id.as_str(), "output", &it.evidence);
        it.output.is_some() && confidence >= Confidence::Assumed
    };
    if scenario.enterprises.iter().filter(of_both).any(is_assumed) { factors::APPROXIMATELY } else { "" }
}

fn with_excess(zh: String, en: String, over: u32) -> Text {
    if over == 0 { Text::new(zh, en) } else { Text::new(format!("{zh}，超 {over}"), format!("{en}, {over} over")) }
}

fn carried(scenario: &Scenario, designated: u32, uncovered: &[IndustryId], limit: u32, level: &Text) -> Text {
    let extra = u32::try_from(uncovered.len()).unwrap_or(u32::MAX);
    let carried = designated.saturating_add(extra);
    let text = with_excess(
        format!("承载 {carried} 项产业，{}上限 {limit}", level.zh),
        format!("Carries {carried} industries, limit of a {} park {limit}", level.english()),
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

fn land(scenario: &Scenario, finding: &Finding) -> Text {
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
            let sign = factors::sign_of_spare(scenario, finding.park.as_ref(), "capacities.net_land");
            zh.push_str(&format!("，可供 {sign}{}", have.zh));
            en.push_str(&format!(", has {sign}{}", have.en));
            let left = capacity.minus(demand);
            // With a figure missing, what seems left is not.
            if *unstated == 0 || left.steps() < 0 {
                let gap = figure::mu(if left.steps() < 0 { demand.minus(*capacity) } else { left });
                let word = if left.steps() < 0 { Phrase::new("超", "over") } else { Phrase::new("余", "left") };
                zh.push_str(&format!("，{} {}", word.zh, gap.zh));
                en.push_str(&format!(", {} {}", gap.en, word.en));
            }
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
        zh.push_str(&format!("；{unstated} 项缺用地数据"));
        en.push_str(&format!("; without a land figure: {unstated}"));
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
        Detail::Capacity { factor, used, reserved, capacity, .. } => {
            factors::capacity_badge(*factor, used.saturating_add(*reserved), *capacity)
        }
        Detail::Pool { pool, used, reserved, quota, .. } => {
            pools::pool_badge(*pool, used.saturating_add(*reserved), *quota)
        }
        Detail::Budget { .. } => Text::new("预算", "Budget"),
        Detail::Grant { .. } => Text::new("资金条件", "Grant"),
        Detail::Plot { land, plot, .. } => {
            let (land, plot) = (figure::mu_figure(*land), figure::mu_figure(*plot));
            Text::new(format!("最大地块 {land}/{plot} 亩"), format!("Plot {land}/{plot} mu"))
        }
        Detail::Ratio { measure, actual, least, .. } => {
            let (name, actual, least) =
                (term::measure(*measure), figure::hundredths(*actual), figure::hundredths(*least));
            Text::new(format!("{} {actual}/{least}", name.zh), format!("{} {actual}/{least}", name.en))
        }
        Detail::Breadth { count, most, .. } => {
            Text::new(format!("细分领域 {count}/{most}"), format!("Sub-sectors {count}/{most}"))
        }
        Detail::Homogeneous { parks, most, .. } => {
            let count = parks.len();
            Text::new(format!("同质主导 {count}/{most}"), format!("Same leading {count}/{most}"))
        }
        Detail::Tally { holds, unknown } => others::tally(*holds, *unknown),
        Detail::Plant { .. } => Text::new("不适合标准厂房", "Not for plants"),
        Detail::TwoHigh { .. } => Text::new("“两高”待批", "Two-high approval"),
        Detail::Bank { .. } => Text::new("岸线距离", "River bank"),
        Detail::Radiation { .. } => Text::new("辐射许可", "Radiation site"),
        Detail::Access { .. } => Text::new("生态准入", "Access list"),
        Detail::Stipulated { word: Word::Required, .. } => Text::new("指定园区", "Required park"),
        Detail::Stipulated { word: Word::Forbidden, .. } => Text::new("排除园区", "Forbidden park"),
        Detail::Theme { .. } => Text::new("特色园区", "Theme"),
        Detail::Unsupported { .. } => Text::new("定位空置", "Nothing behind it"),
        Detail::Neighbours { .. } => Text::new("邻避", "Neighbours"),
        Detail::Outside { .. } => Text::new("园区外", "Outside parks"),
        Detail::Uncompensated { .. } => Text::new("迁移补偿", "Compensation"),
        Detail::Duplicate { .. } => Text::new("重复申报", "Reported twice"),
        Detail::StaleReport { .. } | Detail::StaleFirms { .. } => Text::new("数据过旧", "Old figures"),
        Detail::TaxAboveOutput { .. } => Text::new("税高于产值", "Tax above output"),
        Detail::UnitTrap { .. } => Text::new("单位存疑", "Unit doubtful"),
        Detail::Outbid { .. } => Text::new("多园争抢", "Outbidding"),
        Detail::StreamUnknown { .. } => Text::new("废水种类", "Stream"),
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
    if !finding.waits_for.is_empty() {
        return Some(Phrase::new("补充或核实所缺数据", "Add or confirm the missing data"));
    }
    Some(match &finding.detail {
        Detail::Capacity { .. } => {
            Phrase::new("移走起因项目，核减需求，或扩充要素", "Move a cause, ask for less, or add capacity")
        }
        Detail::Pool { .. } => Phrase::new(
            "移走起因项目，释放预留，或向上争取额度",
            "Move a cause, release a reservation, or ask for more quota",
        ),
        Detail::Budget { .. } => Phrase::new("核减安排，或追加预算", "Grant less, or add to the budget"),
        Detail::Grant { .. } => Phrase::new("核减或撤回这笔安排", "Reduce this grant, or take it back"),
        Detail::Plot { .. } => Phrase::new(
            "分地块、分期供地，或移至有大地块的园区",
            "Split into plots or phases, or move to a larger plot",
        ),
        Detail::Ratio { measure: Measure::OutputPerTce, .. } => {
            Phrase::new("降低能耗，或一事一议", "Use less energy, or treat it case by case")
        }
        Detail::Ratio { .. } => Phrase::new("核减用地，或一事一议", "Negotiate land down, or treat it case by case"),
        Detail::Plant { .. } => Phrase::new("改为独立供地", "Give it land of its own"),
        Detail::TwoHigh { .. } => Phrase::new("附上省级批准文件", "Attach the approval document"),
        Detail::Bank { .. } => Phrase::new("移至离岸线更远的化工园区", "Move to a chemical park farther from the bank"),
        Detail::Radiation { .. } => Phrase::new("移至有辐射许可场地的园区", "Move to a park with a licensed site"),
        Detail::Access { .. } => Phrase::new("移至清单以外的园区", "Move to a park without such a list"),
        Detail::Stipulated { word: Word::Required, .. } => {
            Phrase::new("放回指定园区，或撤回指定", "Put it there, or take the stipulation back")
        }
        Detail::Stipulated { word: Word::Forbidden, .. } => {
            Phrase::new("移至别的园区，或撤回排除", "Move it elsewhere, or take the stipulation back")
        }
        Detail::Breadth { .. } => Phrase::new("拆分或收窄定位", "Split or narrow the position"),
        Detail::Homogeneous { .. } => {
            Phrase::new("其中一园改为特色，或错位调整", "Let one of them stand for something else")
        }
        Detail::Theme { .. } => Phrase::new("移至特色园区", "Move to the recognised park"),
        Detail::Unsupported { .. } => Phrase::new("引入项目，或撤回定位", "Place a project, or withdraw the position"),
        Detail::Neighbours { .. } => Phrase::new("移至没有相邻冲突的园区", "Move to a park without such neighbours"),
        Detail::Outside { .. } => Phrase::new("放入园区，或记为暂缓、退回", "Place it, or decide to hold or return it"),
        Detail::Uncompensated { .. } => Phrase::new("订立补偿或分享协议", "Agree on compensation or sharing"),
        Detail::Duplicate { .. } => Phrase::new("核对后退回其中一项", "Compare them and return one"),
        Detail::StaleReport { .. } | Detail::StaleFirms { .. } => {
            Phrase::new("请填报单位更新数据", "Ask for new figures")
        }
        Detail::TaxAboveOutput { .. } | Detail::UnitTrap { .. } => {
            Phrase::new("向填报单位核对单位与数值", "Check unit and figure with the reporter")
        }
        Detail::Outbid { .. } => Phrase::new("由领导小组办公室统筹", "Let the leading-group office arbitrate"),
        Detail::StreamUnknown { .. } => Phrase::new("填写废水种类", "State the stream"),
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
        Detail::Nothing | Detail::Tally { .. } => return None,
    })
}

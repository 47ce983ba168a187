//! What an edit is called, and why one was refused.

use super::{
    finding::{item_name, park_name, project_name},
    recognition, session, sharing, support,
};
use crate::{
    model::{
        assume,
        edit::{Edit, EditError, sharing::SharingEdit, support::SupportEdit},
        id::{EnterpriseId, IndustryId, ParkId, PlanId, PositionId, ProjectId, RecordId},
        park::Recognition,
        plan::{Lock, Relocation, Stipulation, Word},
        quantity::Factor,
        recognition::StepKind,
        scenario::Scenario,
        text::Text,
    },
    rules::finding::Item,
};

/// Name of `edit` for undo, redo and the receipt.
pub fn label(scenario: &Scenario, edit: &Edit) -> Text {
    let project = |id| numbered(scenario, id);
    match edit {
        Edit::Place { project: id, park, .. } => {
            let (name, park) = (project(id), park_name(scenario, park));
            Text::new(format!("{} → {}", name.zh, park.zh), format!("{} → {}", name.en, park.english()))
        }
        Edit::Unplace { project: id, .. } => {
            let name = project(id);
            Text::new(format!("{} → 待布局", name.zh), format!("{} → unplaced", name.en))
        }
        Edit::Pin { project: id, .. } => {
            let name = project(id);
            Text::new(format!("钉住 {}", name.zh), format!("Pin {}", name.en))
        }
        Edit::Unpin { project: id, .. } => {
            let name = project(id);
            Text::new(format!("取消钉住 {}", name.zh), format!("Unpin {}", name.en))
        }
        Edit::Designate { park, role, name, .. } => {
            let (park, role) = (park_name(scenario, park), super::term::role(*role));
            Text::new(
                format!("{}增设{}「{}」", park.zh, role.zh, name.zh),
                format!("{}: designate {} \"{}\"", park.english(), role.en.to_lowercase(), name.english()),
            )
        }
        Edit::Withdraw { position, .. } => about_position(scenario, position, "撤回", "withdraw"),
        Edit::SetPosition { position, park, .. } => about_position_in(scenario, position, park, "调整", "change"),
        Edit::RestorePosition { position, .. } => about_position(scenario, position, "恢复", "restore"),
        Edit::AdoptPositions { plan, .. } => {
            Text::new(format!("确认方案 {plan} 的产业定位"), format!("Adopt the positions of plan {plan}"))
        }
        Edit::Recognise(edit) => recognition::label(scenario, edit),
        Edit::Support(edit) => support::label(scenario, edit),
        Edit::Share(edit) => sharing::label(scenario, edit),
        Edit::SetOutlines { outlines, .. } => set_outlines(outlines.len()),
        Edit::TakeIn(records) => take_in(records),
        Edit::Convene(session) => session::convened(scenario, session),
        Edit::Cancel { session } => {
            let name = session::name(scenario, session);
            Text::new(format!("删除会商「{}」", name.zh), format!("Remove session \"{}\"", name.english()))
        }
        Edit::Decide(decision) => session::decided(scenario, decision),
        Edit::TakeBack { project: id, .. } => {
            let name = project(id);
            Text::new(format!("撤回对 {} 的决定", name.zh), format!("Take back the decision on {}", name.english()))
        }
        Edit::Opine(opinion) => session::opined(scenario, opinion),
        Edit::FallSilent { park, .. } => about_park(scenario, park, "撤回意见：", "Take back the opinion of"),
        Edit::LockPark(Lock { park, .. }) => about_park(scenario, park, "锁定", "Lock"),
        Edit::UnlockPark { park, .. } => about_park(scenario, park, "解锁", "Unlock"),
        Edit::Stipulate(it) => stipulated(scenario, it),
        Edit::DropStipulation { project: id, .. } => {
            let name = project(id);
            Text::new(format!("撤回对 {} 的指定", name.zh), format!("Take back the stipulation on {}", name.en))
        }
        Edit::Relocate(Relocation { enterprise, park, .. }) => relocated(scenario, enterprise, park),
        Edit::Unrelocate { enterprise, .. } => {
            about(&enterprise_name(scenario, enterprise), "撤回搬迁：", "Take back the relocation of")
        }
        Edit::Reserve(reservation) => about_park(scenario, &reservation.park, "预留要素：", "Reserve in"),
        Edit::Release { id, .. } => Text::new(format!("解除预留 {id}"), format!("Release reservation {id}")),
        Edit::Assume(assumption) => about(&datum(scenario, &assumption.path), "假定", "Assume"),
        Edit::DropAssumption { path, .. } => about(&datum(scenario, path), "撤回假定：", "Take back the assumption on"),
        Edit::SetPhases(phasing) => {
            let name = project(&phasing.project);
            Text::new(format!("分期 {}", name.zh), format!("Split {} into phases", name.en))
        }
        Edit::DropPhases { project: id, .. } => {
            let name = project(id);
            Text::new(format!("撤回分期 {}", name.zh), format!("Take back the phases of {}", name.en))
        }
        Edit::SetWeights { plan, weights } => weights_set(plan, weights),
        Edit::Compare { plan, .. } => {
            Text::new(format!("方案 {plan} 权重：按两两比较"), format!("Weights of plan {plan} by pairwise comparison"))
        }
        Edit::ResetWeights { plan } => reset_weights(plan),
        Edit::Approve { plan, .. } => Text::new(format!("批准方案 {plan}"), format!("Approve plan {plan}")),
        Edit::Waive(waiver) => rule(scenario, &waiver.rule, "豁免", "Waive"),
        Edit::RevokeWaiver { rule: id, .. } => rule(scenario, id, "撤回豁免", "Take back the waiver of"),
        Edit::Certify(it) => {
            Text::new(format!("记录方案 {} 的求解证书", it.plan), format!("Record the certificate of plan {}", it.plan))
        }
        Edit::AddPlan { plan, name, .. } => {
            Text::new(format!("新建方案 {plan} {}", name.zh), format!("New plan {plan} {}", name.english()))
        }
        Edit::RenamePlan { plan, name } => {
            Text::new(format!("方案 {plan} 改名为 {}", name.zh), format!("Rename plan {plan} to {}", name.english()))
        }
        Edit::RemovePlan { plan } => Text::new(format!("删除方案 {plan}"), format!("Remove plan {plan}")),
        Edit::ActivatePlan { plan } => {
            Text::new(format!("设方案 {plan} 为默认"), format!("Make plan {plan} open first"))
        }
        Edit::Retitle { title } => {
            Text::new(format!("标题改为 {}", title.zh), format!("Retitle to {}", title.english()))
        }
        Edit::Merge { from, .. } => Text::new(format!("合并 {from}"), format!("Merge {from}")),
        Edit::Together(edits) => together(scenario, edits),
    }
}

/// Number and name of a project.
pub fn numbered(scenario: &Scenario, id: &ProjectId) -> Text {
    let name = project_name(scenario, id);
    Text::new(format!("{id} {}", name.zh), format!("{id} {}", name.english()))
}

fn stipulated(scenario: &Scenario, Stipulation { project, park, word, .. }: &Stipulation) -> Text {
    let (name, park) = (numbered(scenario, project), park_name(scenario, park));
    match word {
        Word::Required => {
            Text::new(format!("指定 {} 进{}", name.zh, park.zh), format!("Require {} in {}", name.en, park.english()))
        }
        Word::Forbidden => {
            Text::new(format!("排除 {} 进{}", name.zh, park.zh), format!("Forbid {} in {}", name.en, park.english()))
        }
    }
}

fn relocated(scenario: &Scenario, enterprise: &EnterpriseId, park: &ParkId) -> Text {
    let (name, park) = (enterprise_name(scenario, enterprise), park_name(scenario, park));
    Text::new(format!("搬迁 {} 到{}", name.zh, park.zh), format!("Relocate {} to {}", name.english(), park.english()))
}

fn enterprise_name(scenario: &Scenario, id: &EnterpriseId) -> Text {
    item_name(scenario, &Item::Enterprise(id.clone()))
}

/// Names the first of `weights`, which is the one that is meant most, and counts the others.
fn weights_set(plan: &PlanId, weights: &[(RecordId, Factor)]) -> Text {
    let Some(((id, weight), others)) = weights.split_first() else { return reset_weights(plan) };
    let (name, points) = (super::criterion::criterion_name(id), weight.plain());
    let (mut zh, mut en) = (
        format!("方案 {plan} 权重：{} {points}", name.zh),
        format!("Weights of plan {plan}: {} {points}", name.english()),
    );
    if !others.is_empty() {
        zh += &format!(" 等 {} 项", weights.len());
        en += &format!(" and {} more", others.len());
    }
    Text::new(zh, en)
}

fn reset_weights(plan: &PlanId) -> Text {
    Text::new(format!("方案 {plan} 恢复情景权重"), format!("Plan {plan}: back to the scenario's weights"))
}

fn take_in(records: &crate::model::edit::records::Records) -> Text {
    let counted = [
        (records.projects.len(), "项目", "project", "projects"),
        (records.enterprises.len(), "企业", "enterprise", "enterprises"),
        (records.parks.len(), "园区", "park", "parks"),
        (records.indicator_values.len(), "指标值", "value of indicators", "values of indicators"),
    ];
    let some: Vec<_> = counted.into_iter().filter(|(count, ..)| *count > 0).collect();
    let zh: Vec<String> = some.iter().map(|(count, zh, ..)| format!("{count} 条{zh}")).collect();
    let en = some.iter().map(|(count, _, one, many)| format!("{count} {}", if *count == 1 { one } else { many }));
    Text::new(format!("导入 {}", zh.join("、")), format!("Import {}", en.collect::<Vec<_>>().join(", ")))
}

fn set_outlines(count: usize) -> Text {
    if count == 0 {
        return Text::new("清除地图轮廓", "Clear the outlines on the map");
    }
    let outlines = if count == 1 { "outline" } else { "outlines" };
    Text::new(format!("更换地图轮廓：{count} 个"), format!("Set the map: {count} {outlines}"))
}

/// Name of edits that are one step: several moves or pins are counted, anything else is named by its last edit.
fn together(scenario: &Scenario, edits: &[Edit]) -> Text {
    let Some(last) = edits.last() else { return Text::default() };
    if let Some(told) = across_parks(edits) {
        return told;
    }
    let alike = edits.iter().filter(|it| std::mem::discriminant(*it) == std::mem::discriminant(last)).count();
    let (zh, en) = (format!("{alike} 项"), format!("{alike} projects"));
    if alike < 2 {
        return label(scenario, last);
    }
    if let Edit::Place { park, .. } = last {
        let park = park_name(scenario, park);
        Text::new(format!("{zh} → {}", park.zh), format!("{en} → {}", park.english()))
    } else if let Edit::Unplace { .. } = last {
        Text::new(format!("{zh} → 待布局"), format!("{en} → unplaced"))
    } else if let Edit::Pin { .. } = last {
        Text::new(format!("钉住 {zh}"), format!("Pin {en}"))
    } else if let Edit::Unpin { .. } = last {
        Text::new(format!("取消钉住 {zh}"), format!("Unpin {en}"))
    } else {
        of_many(scenario, edits).unwrap_or_else(|| label(scenario, last))
    }
}

/// Name of several edits of one kind that are not about projects; `None` for other kinds and for a mixture.
fn of_many(scenario: &Scenario, edits: &[Edit]) -> Option<Text> {
    let many = edits.len();
    let all = |is: fn(&Edit) -> bool| edits.iter().all(is);
    if all(|it| matches!(it, Edit::LockPark(_))) {
        return Some(Text::new(format!("锁定 {many} 园"), format!("Lock {many} parks")));
    }
    if all(|it| matches!(it, Edit::UnlockPark { .. })) {
        return Some(Text::new(format!("解锁 {many} 园"), format!("Unlock {many} parks")));
    }
    if all(|it| matches!(it, Edit::Share(SharingEdit::AgreeTransfer(_)))) {
        return Some(Text::new(format!("商定补偿 {many} 笔"), format!("Agree {many} transfers")));
    }
    if let Some(Edit::Support(SupportEdit::Grant(grant))) = edits.last()
        && all(|it| matches!(it, Edit::Support(SupportEdit::Grant(_))))
    {
        let name = scenario.programmes.get(&grant.programme).map(|it| it.name.clone()).unwrap_or_default();
        return Some(Text::new(
            format!("按规则安排“{}” {many} 项", name.zh),
            format!("Grant {many} claims of \"{}\" by the rule", name.english()),
        ));
    }
    None
}

/// Moves between several parks, or moves with the certificate of the search that found them; what a review applies.
fn across_parks(edits: &[Edit]) -> Option<Text> {
    // What a review keeps as a plan of its own comes as that plan first, then everything in it.
    let flat: Vec<&Edit> = edits
        .iter()
        .flat_map(|it| if let Edit::Together(inner) = it { inner.iter().collect() } else { vec![it] })
        .collect();
    let count = |is: fn(&Edit) -> bool| flat.iter().filter(|it| is(it)).count();
    let moved = count(|it| matches!(it, Edit::Place { .. } | Edit::Unplace { .. }));
    let pinned = count(|it| matches!(it, Edit::Pin { .. }));
    let is_solved = count(|it| matches!(it, Edit::Certify(_))) > 0;
    let is_new = flat.first().is_some_and(|it| matches!(it, Edit::AddPlan { .. }));
    let target = |it: &&Edit| if let Edit::Place { park, .. } = it { Some(park.clone()) } else { None };
    let parks: std::collections::BTreeSet<_> = flat.iter().filter_map(target).collect();
    if moved == 0 || !(is_new || is_solved || parks.len() > 1) {
        return None;
    }
    let (mut zh, mut en) =
        (format!("{moved} 项 → {} 园", parks.len()), format!("{moved} projects → {} parks", parks.len()));
    let positions = count(|it| matches!(it, Edit::Designate { .. } | Edit::Withdraw { .. } | Edit::SetPosition { .. }));
    if positions > 0 {
        zh.push_str(&format!("，定位 {positions} 处"));
        en.push_str(&format!(", {positions} positions"));
    }
    if pinned > 0 {
        zh.push_str(&format!("，钉住 {pinned} 项"));
        en.push_str(&format!(", {pinned} pinned"));
    }
    if is_solved {
        zh = format!("求解：{zh}");
        en = format!("Solved: {en}");
    }
    Some(Text::new(zh, en))
}

/// What is done to `position`, with the park that it stands in: two parks may have positions of one name.
fn about_position(scenario: &Scenario, position: &PositionId, zh: &str, en: &str) -> Text {
    let base = scenario.positions.get(position).map(|it| &it.park);
    let added = || scenario.plan_positions.iter().find(|it| it.position == *position).map(|it| &it.park);
    match base.or_else(added) {
        Some(park) => about_position_in(scenario, position, park, zh, en),
        None => Text::new(format!("{zh}定位「{position}」"), format!("{en} position \"{position}\"")),
    }
}

fn about_position_in(scenario: &Scenario, position: &PositionId, park: &ParkId, zh: &str, en: &str) -> Text {
    let (name, park) = (item_name(scenario, &Item::Position(position.clone())), park_name(scenario, park));
    Text::new(
        format!("{zh}{}定位「{}」", park.zh, name.zh),
        format!("{}: {en} position \"{}\"", park.english(), name.english()),
    )
}

/// Record and field of the path of an assumption, such as `江油高新区 化工园区`; the path itself when it leads nowhere.
fn datum(scenario: &Scenario, path: &str) -> Text {
    let Some((table, id, field)) = assume::parts(path) else { return Text::new(path, path) };
    let record = if table == "parks" {
        ParkId::new(id).ok().map(|id| park_name(scenario, &id))
    } else {
        ProjectId::new(id).ok().map(|id| project_name(scenario, &id))
    };
    let Some(record) = record else { return Text::new(path, path) };
    let field = super::term::assumable_field(field);
    Text::new(format!("{} {}", record.zh, field.zh), format!("{}: {}", record.english(), field.en))
}

fn about_park(scenario: &Scenario, park: &ParkId, zh: &str, en: &str) -> Text {
    about(&park_name(scenario, park), zh, en)
}

fn about(name: &Text, zh: &str, en: &str) -> Text {
    Text::new(format!("{zh}{}", name.zh), format!("{en} {}", name.english()))
}

fn rule(scenario: &Scenario, id: &crate::model::id::RuleId, zh: &str, en: &str) -> Text {
    let title = scenario.rules.get(id).map_or_else(|| Text::new(id.as_str(), ""), |rule| rule.title.clone());
    Text::new(format!("{zh} {}", title.zh), format!("{en} {}", title.english()))
}

fn not_next(step: StepKind, standing: Recognition) -> Text {
    let (step, stage) = (recognition::step(step), recognition::stage(standing));
    Text::new(
        format!("处于「{}」的特色园区不能「{}」；请按申报、培育、认定、复核、预警、退出的次序办理", stage.zh, step.zh),
        format!("\"{}\" cannot follow the stage \"{}\"; take the steps of the life in their order", step.en, stage.en),
    )
}

fn already_designated(scenario: &Scenario, industry: &IndustryId, position: &PositionId) -> Text {
    let industry = super::finding::industry_name(scenario, industry);
    let position = item_name(scenario, &Item::Position(position.clone()));
    Text::new(
        format!("{}已属于定位「{}」", industry.zh, position.zh),
        format!("{} already belongs to position \"{}\"", industry.english(), position.english()),
    )
}

/// Why an edit was refused, with what to do.
pub fn refusal(scenario: &Scenario, error: &EditError) -> Text {
    let missing = |zh: &str, en: &str, id: &str| Text::new(format!("没有{zh} {id}"), format!("There is no {en} {id}"));
    match error {
        EditError::NoPlan(id) => missing("方案", "plan", id.as_str()),
        EditError::NoProject(id) => missing("项目", "project", id.as_str()),
        EditError::NoPark(id) => missing("园区", "park", id.as_str()),
        EditError::NoIndustry(id) => missing("细分领域", "sub-sector", id.as_str()),
        EditError::NoPosition(id) => missing("定位", "position", id.as_str()),
        EditError::Approved(id) => Text::new(
            format!("方案 {id} 已批准，只读；请复制后再改"),
            format!("Plan {id} is approved and read-only; copy it first"),
        ),
        EditError::NotPlaced(id) => Text::new(
            format!("项目 {id} 尚未布局；请先放入园区"),
            format!("Project {id} is not placed; place it first"),
        ),
        EditError::AlreadyThere(id, park) => {
            let park = park_name(scenario, park);
            Text::new(
                format!("项目 {id} 已在{}", park.zh),
                format!("Project {id} already stands in {}", park.english()),
            )
        }
        EditError::PinUnchanged(id) => {
            Text::new(format!("项目 {id} 的钉住状态未变"), format!("The pin of project {id} is already so"))
        }
        EditError::AlreadyDesignated(industry, position) => already_designated(scenario, industry, position),
        EditError::NoCharacteristicPark(id) => missing("特色园区", "characteristic park", id.as_str()),
        EditError::NotNext(step, standing) => not_next(*step, *standing),
        EditError::BeforeLast(day) => Text::new(
            format!("{day} 早于最近一步；请填写其后的日期"),
            format!("{day} lies before the last step; choose a later day"),
        ),
        EditError::NoProgramme(id) => missing("扶持计划", "programme", id.as_str()),
        EditError::NoUnit(id) => missing("单位", "unit", id.as_str()),
        EditError::NoTemplate(id) => missing("共享模板", "sharing template", id.as_str()),
        EditError::NoAgreement(id) => Text::new(
            format!("项目 {id} 尚无共享协议；请先签订"),
            format!("There is no agreement on project {id}; make one first"),
        ),
        EditError::EmptyPosition => Text::new("定位至少含一个细分领域", "A position needs at least one sub-sector"),
        EditError::NoSession(id) => missing("会商", "session", id.as_str()),
        EditError::ParkOfDecision => Text::new(
            "决定布局或附条件布局须写明园区，暂缓、退回不写园区",
            "A decision to place names a park; one to hold or return names none",
        ),
        EditError::NoRule(id) => missing("规则", "rule", id.as_str()),
        EditError::NoCriterion(id) => missing("准则", "criterion", id.as_str()),
        EditError::NoWeight => Text::new(
            "全部权重为 0，无法评分；请至少保留一项",
            "All weights are 0 and nothing can be scored; leave one at least",
        ),
        EditError::NoEnterprise(id) => missing("企业", "enterprise", id.as_str()),
        EditError::RelocationUnchanged(id) => {
            let name = enterprise_name(scenario, id);
            Text::new(
                format!("{} 已在该园区，搬迁未变", name.zh),
                format!("{} is in that park already; nothing was moved", name.english()),
            )
        }
        EditError::NoDocument(id) => missing("文件", "document", id.as_str()),
        EditError::Locked(park, _) => {
            let park = park_name(scenario, park);
            Text::new(
                format!("{}已锁定，不进不出；请先解锁", park.zh),
                format!("{} is locked: nothing goes in or out; unlock it first", park.english()),
            )
        }
        EditError::NotWaivable(id) => {
            let title = rule(scenario, id, "", "");
            Text::new(
                format!("{}为否决项，不能豁免；请移走起因项目", title.zh.trim()),
                format!("{} is a block and cannot be waived; move the cause", title.en.trim()),
            )
        }
        EditError::Unreasoned => {
            Text::new("须填写理由与批准机关", "A reason and the authority are needed; fill them in")
        }
        EditError::Passed(day) => Text::new(
            format!("{day} 已过；请填写判断之日或以后的日期"),
            format!("{day} has passed; choose the day of judgement or a later one"),
        ),
        EditError::Assumption(error) => super::problem::assumption(error),
        EditError::Phases => Text::new(
            "分期无效：各期须有用地，后期从第 2 期编号",
            "Phases need land each, and later ones are numbered from 2",
        ),
        EditError::WaiverUnchanged => Text::new("豁免状态未变", "The waiver is already so"),
        EditError::PlanExists(id) => Text::new(
            format!("已有方案 {id}；请换一个编号"),
            format!("There is a plan {id} already; choose another id"),
        ),
        EditError::LastPlan => Text::new("最后一个方案不能删除", "The last plan cannot be removed"),
        EditError::Improper(wrong) => super::problem::wrong_sentence(wrong),
        EditError::EmptyName => Text::new("名称不能为空", "A name cannot be empty"),
        EditError::NameUnchanged => Text::new("没有变化", "Nothing changed"),
        EditError::Exhausted => Text::new("编号已用尽", "No further number is free"),
    }
}

//! How is a difference told? Tables, fields, records by their names, and values as planners read them.

use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::{
    criterion::{criterion_name, group_name},
    finding::{industry_name, item_name, park_name, project_name},
    phrase::Phrase,
    term,
};
use crate::{
    model::{
        difference::{FieldChange, RecordChange, RecordKey},
        id::{
            CharacteristicParkId, EnterpriseId, IndustryId, ParkId, PlanId, PositionId, ProjectId, RecordId, RuleId,
            UnitId,
        },
        park::{ParkLevel, Recognition, Role},
        plan::{Decision, PlanPosition, PlanStatus, PositionChange, Premises, Resolution},
        project::RegisterStatus,
        scenario::Scenario,
        table::{Record, Table},
        text::Text,
    },
    rules::finding::Item,
};

/// Nothing differs.
pub const SAME: Phrase = Phrase::new("两个情景没有差别", "The two scenarios do not differ");
/// Heading: fields of the document itself.
pub const DOCUMENT: Phrase = Phrase::new("情景", "Scenario");
/// A record comes.
pub const ADDED: Phrase = Phrase::new("增", "added");
/// A record goes.
pub const REMOVED: Phrase = Phrase::new("删", "removed");
/// A record changes.
pub const CHANGED: Phrase = Phrase::new("改", "changed");
/// There is no value.
const NOTHING: Phrase = Phrase::new("无", "none");
/// The project stands nowhere.
const UNPLACED: Phrase = Phrase::new("待布局", "unplaced");

/// What a table of the file holds; the document itself has no name.
pub fn table(name: &str) -> Option<Phrase> {
    Some(match name {
        "rules" => Phrase::new("规则", "Rules"),
        "anchors" => Phrase::new("准则定点", "Fixed points of criteria"),
        "sources" => Phrase::new("来源", "Sources"),
        "exceptions" => Phrase::new("单项数据的来源与可信度", "Evidence of single values"),
        "documents" => Phrase::new("政策文件", "Policy documents"),
        "industries" => Phrase::new("细分领域", "Sub-sectors"),
        "links" => Phrase::new("产业链关联", "Chain links"),
        "position_catalogue" => Phrase::new("定位目录", "Position catalogue"),
        "units" => Phrase::new("报送单位", "Reporting units"),
        "outlines" => Phrase::new("地图轮廓", "Outlines"),
        "parks" => Phrase::new("园区", "Parks"),
        "positions" => Phrase::new("产业定位", "Positions"),
        "directions" => Phrase::new("培育方向", "Stated directions"),
        "characteristic_parks" => Phrase::new("特色园区", "Characteristic parks"),
        "enterprises" => Phrase::new("企业", "Enterprises"),
        "projects" => Phrase::new("项目", "Projects"),
        "programmes" => Phrase::new("扶持计划", "Programmes"),
        "indicators" => Phrase::new("指标", "Indicators"),
        "indicator_values" => Phrase::new("指标值", "Values of indicators"),
        "scoring" => Phrase::new("准则权重", "Weights of criteria"),
        "sharing_templates" => Phrase::new("共享模板", "Sharing templates"),
        "sessions" => Phrase::new("会商", "Sessions"),
        "decisions" => Phrase::new("会商决定", "Decisions"),
        "plans" => Phrase::new("方案", "Plans"),
        "placements" => Phrase::new("项目布局", "Placements"),
        "pins" => Phrase::new("钉住", "Pins"),
        "locks" => Phrase::new("锁定的园区", "Locked parks"),
        "stipulations" => Phrase::new("指定与排除", "Stipulations"),
        "phasings" => Phrase::new("分期", "Phases"),
        "plan_positions" => Phrase::new("方案内的定位", "Positions of plans"),
        "waivers" => Phrase::new("豁免", "Waivers"),
        "relocations" => Phrase::new("企业搬迁", "Relocations"),
        "reservations" => Phrase::new("要素预留", "Reservations"),
        "assumptions" => Phrase::new("假定", "Assumptions"),
        "plan_weights" => Phrase::new("方案权重", "Weights of plans"),
        "plan_comparisons" => Phrase::new("两两比较", "Pairwise comparisons"),
        "opinions" => Phrase::new("园区意见", "Opinions of parks"),
        "grants" => Phrase::new("资金安排", "Grants"),
        "agreements" => Phrase::new("共享协议", "Sharing agreements"),
        "indicator_packs" => Phrase::new("指标体系", "Indicator packs"),
        "incidents" => Phrase::new("事故", "Accidents"),
        "standards" => Phrase::new("认定标准", "Standards of recognition"),
        "characteristic_years" => Phrase::new("特色园区年度数据", "Yearly figures of characteristic parks"),
        "recognition_steps" => Phrase::new("特色园区认定记录", "Steps of characteristic parks"),
        "fundings" => Phrase::new("争取资金", "Money won"),
        "honours" => Phrase::new("荣誉与试点", "Honours and pilots"),
        "tasks" => Phrase::new("服务事项与履约节点", "Service tasks and commitments"),
        "taxes" => Phrase::new("税种与留成", "Taxes"),
        "claims" => Phrase::new("资金申请", "Claims"),
        "ledger" => Phrase::new("共享台账", "Ledger"),
        "transfers" => Phrase::new("补偿", "Transfers"),
        "certificates" => Phrase::new("求解证书", "Certificates"),
        _ => return None,
    })
}

/// What a field is called, by its name in the file; its name where it has no other.
pub fn field(name: &str) -> Text {
    let phrase = match name {
        "title" => Phrase::new("标题", "Title"),
        "as_of" => Phrase::new("基准日", "Day of judgement"),
        "active_plan" => Phrase::new("默认方案", "Plan that opens first"),
        "pack" => Phrase::new("规则包", "Rule pack"),
        "name" => Phrase::new("名称", "Name"),
        "short_name" => Phrase::new("简称", "Short name"),
        "status" => Phrase::new("状态", "Status"),
        "park" => Phrase::new("园区", "Park"),
        "premises" => Phrase::new("用地方式", "Premises"),
        "change" => Phrase::new("定位", "Position"),
        "industries" => Phrase::new("细分领域", "Sub-sectors"),
        "role" => Phrase::new("类别", "Role"),
        "order" => Phrase::new("次序", "Order"),
        "seq" => Phrase::new("布局次序", "Order of placing"),
        "reason" => Phrase::new("理由", "Reason"),
        "value" => Phrase::new("值", "Value"),
        "weight" => Phrase::new("权重", "Weight"),
        "evidence" => Phrase::new("来源与可信度", "Evidence"),
        "expires" | "until" => Phrase::new("截止日", "Last day"),
        "amount" => Phrase::new("数量", "Amount"),
        "tags" => Phrase::new("标签", "Tags"),
        "jobs" => Phrase::new("就业", "Jobs"),
        "kind" => Phrase::new("种类与参数", "Kind and parameters"),
        "mode" => Phrase::new("处置", "Mode"),
        "verdict" => Phrase::new("决定", "Decision"),
        "conditions" => Phrase::new("条件", "Conditions"),
        "stance" => Phrase::new("意见", "Stance"),
        "first_reporter" => Phrase::new("首报单位", "First reporter"),
        "first_report" => Phrase::new("首报日", "First report"),
        "preferred_park" => Phrase::new("意向园区", "Park in mind"),
        "note" => Phrase::new("说明", "Note"),
        "phases" | "later" => Phrase::new("后期", "Later phases"),
        "rings" => Phrase::new("边界", "Rings"),
        "capacities" => Phrase::new("要素余量", "Spare factors"),
        "service_index" => Phrase::new("效率与服务指数", "Service index"),
        "investment_per_mu" => Phrase::new("亩均投资门槛", "Investment threshold"),
        "tax_per_mu" => Phrase::new("亩均税收门槛", "Tax threshold"),
        "output_per_mu" => Phrase::new("亩均产值门槛", "Output threshold"),
        "floor_area_ratio" => Phrase::new("容积率下限", "Floor area ratio"),
        "budget" => Phrase::new("预算", "Budget"),
        "recognition" => Phrase::new("阶段", "Stage"),
        "since" => Phrase::new("起始日", "Since"),
        "level" => Phrase::new("级别", "Level"),
        "template" => Phrase::new("模板", "Template"),
        "terms" | "tax" => Phrase::new("税收分成", "Split of tax"),
        "outlay" => Phrase::new("先行投入", "Outlay"),
        "paid" => Phrase::new("已付", "Paid"),
        "incentives" => Phrase::new("优惠兑现", "Incentives"),
        "priority" => Phrase::new("优先序", "Priority"),
        "least" => Phrase::new("下限", "Least"),
        "most" => Phrase::new("上限", "Most"),
        "due" => Phrase::new("承诺日", "Promised day"),
        "done" => Phrase::new("办结日", "Done on"),
        "figures" => Phrase::new("数据", "Figures"),
        "pillars" => Phrase::new("维度", "Pillars"),
        "items" => Phrase::new("标准项", "Criteria"),
        _ if crate::model::assume::PARK_FIELDS.contains(&name)
            || crate::model::assume::PROJECT_FIELDS.contains(&name) =>
        {
            term::assumable_field(name)
        }
        _ => return Text::new(name, ""),
    };
    phrase.into()
}

/// What a record is called: the names of what its key names, in `scenario`.
pub fn record(scenario: &Scenario, key: &RecordKey) -> Text {
    of_parts(scenario, key, |_| true)
}

/// What a record is called among others of its plan: without the plan, with its table where its key alone does not tell it.
pub fn record_of_plan(scenario: &Scenario, key: &RecordKey) -> Text {
    let name = of_parts(scenario, key, |field| field != "plan");
    let speaks_for_itself = matches!(key.table, "placements" | "projects" | "plans" | "parks" | "enterprises");
    let Some(table) = table(key.table).filter(|_| !speaks_for_itself) else { return name };
    Text::new(format!("{} {}", table.zh, name.zh), format!("{} {}", table.en.to_lowercase(), name.english()))
}

/// The names of those fields of a key that are `meant`.
fn of_parts(scenario: &Scenario, key: &RecordKey, meant: impl Fn(&str) -> bool) -> Text {
    let fields = key.key.iter().filter(|(field, _)| meant(field));
    let parts: Vec<Text> = fields.map(|(field, id)| of_key(scenario, key.table, field, id)).collect();
    let zh: Vec<&str> = parts.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = parts.iter().map(Text::english).collect();
    Text::new(zh.join(" · "), en.join(" · "))
}

/// `id` with `name`, once where they are alike.
fn labelled(id: &str, name: &Text) -> Text {
    if name.zh == id {
        return name.clone();
    }
    Text::new(format!("{id} {}", name.zh), format!("{id} {}", name.english()))
}

/// What one field of a key is called.
fn of_key(s: &Scenario, table: &str, field: &str, id: &str) -> Text {
    macro_rules! named {
        ($type:ident, $table:ident, $name:ident) => {{
            let found = $type::new(id).ok().and_then(|id| s.$table.get(&id).map(|it| it.$name.clone()));
            found.map_or_else(|| Text::new(id, ""), |name| labelled(id, &name))
        }};
    }
    let kind = if field == "id" { table } else { field };
    match kind {
        "projects" | "project" => {
            ProjectId::new(id).map_or_else(|_| Text::new(id, ""), |it| labelled(id, &project_name(s, &it)))
        }
        "parks" | "park" => ParkId::new(id).map_or_else(|_| Text::new(id, ""), |it| park_name(s, &it)),
        "industries" | "industry" | "upstream" | "downstream" => {
            IndustryId::new(id).map_or_else(|_| Text::new(id, ""), |it| industry_name(s, &it))
        }
        "plans" | "plan" => {
            let name = named!(PlanId, plans, name);
            Text::new(format!("方案 {}", name.zh), format!("plan {}", name.english()))
        }
        "rules" | "rule" => named!(RuleId, rules, title),
        "units" => named!(UnitId, units, name),
        "sessions" | "session" => named!(RecordId, sessions, name),
        "programmes" | "programme" => named!(RecordId, programmes, name),
        "position_catalogue" => named!(RecordId, position_catalogue, name),
        "sharing_templates" => named!(RecordId, sharing_templates, name),
        "indicator_packs" | "pack" => named!(RecordId, indicator_packs, name),
        "standards" => named!(RecordId, standards, name),
        "fundings" => named!(RecordId, fundings, name),
        "honours" => named!(RecordId, honours, name),
        "tasks" => named!(RecordId, tasks, name),
        "taxes" => named!(RecordId, taxes, name),
        "indicators" | "indicator" => {
            RecordId::new(id).map_or_else(|_| Text::new(id, ""), |it| super::recognition::indicator_name(s, &it))
        }
        "characteristic_parks" | "characteristic_park" => {
            let it = CharacteristicParkId::new(id);
            it.map_or_else(|_| Text::new(id, ""), |it| super::recognition::name_of(s, &it))
        }
        "from" | "to" => named!(UnitId, units, name),
        "enterprises" | "enterprise" => member(s, id, EnterpriseId::new(id).map(Item::Enterprise).ok()),
        "positions" | "position" => member(s, id, PositionId::new(id).map(Item::Position).ok()),
        "scoring" | "criterion" => RecordId::new(id).map_or_else(|_| Text::new(id, ""), |it| criterion_name(&it)),
        "one" | "other" => RecordId::new(id).map_or_else(|_| Text::new(id, ""), |it| group_name(&it)),
        _ => Text::new(id, ""),
    }
}

fn member(s: &Scenario, id: &str, item: Option<Item>) -> Text {
    item.map_or_else(|| Text::new(id, ""), |item| labelled(id, &item_name(s, &item)))
}

fn read<T: DeserializeOwned>(raw: &str) -> Option<T> {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME).from_str(raw).ok()
}

/// A value of a field of `table` as a planner reads it; `raw` as it stands in the file, `None` where there is none.
pub fn value(scenario: &Scenario, table: &str, field: &str, raw: Option<&str>) -> Text {
    let Some(raw) = raw else {
        let is_place = (table, field) == ("placements", "park");
        return if is_place { UNPLACED.into() } else { NOTHING.into() };
    };
    let fixed = |phrase: Option<Phrase>| phrase.map(Text::from);
    let told = match field {
        "premises" => fixed(read::<Premises>(raw).map(term::premises)),
        "role" => fixed(read::<Role>(raw).map(term::role)),
        "level" if table == "parks" => read::<ParkLevel>(raw).map(|it| term::park_level(&scenario.pack, it)),
        "status" if table == "plans" => read::<PlanStatus>(raw).map(|it| plan_status(&it)),
        "status" => fixed(read::<RegisterStatus>(raw).map(term::register_status)),
        "recognition" => fixed(read::<Recognition>(raw).map(super::recognition::stage)),
        "verdict" => fixed(read::<Resolution>(raw).map(resolution)),
        "change" => read::<PositionChange>(raw).map(|it| position_change(scenario, &it)),
        "industries" | "admitted" | "barred" => read::<Vec<IndustryId>>(raw).map(|it| industries(scenario, &it)),
        "name" | "short_name" | "title" | "sector" | "clause" => read::<Text>(raw),
        "active_plan" => read::<String>(raw).map(|id| of_key(scenario, "plans", "id", &id)),
        "preferred_park" | "recommended" => read::<String>(raw).map(|id| of_key(scenario, "parks", "id", &id)),
        "first_reporter" | "beneficiary_unit" | "originator" | "host" => {
            read::<String>(raw).map(|id| of_key(scenario, "units", "id", &id))
        }
        _ => match raw {
            "true" => Some(super::datum::yes_or_no(true).into()),
            "false" => Some(super::datum::yes_or_no(false).into()),
            _ => read::<String>(raw).map(|it| of_key(scenario, table, field, &it)),
        },
    };
    told.unwrap_or_else(|| Text::new(raw, ""))
}

fn plan_status(status: &PlanStatus) -> Text {
    match status {
        PlanStatus::Draft => Text::new("草案", "draft"),
        PlanStatus::Approved { on, by } => Text::new(format!("{by} {on} 批准"), format!("approved by {by} on {on}")),
    }
}

const fn resolution(resolution: Resolution) -> Phrase {
    match resolution {
        Resolution::Place => Phrase::new("布局", "place"),
        Resolution::Conditional => Phrase::new("附条件布局", "place on conditions"),
        Resolution::Hold => Phrase::new("暂缓", "hold"),
        Resolution::Return => Phrase::new("退回", "return"),
    }
}

fn industries(scenario: &Scenario, ids: &[IndustryId]) -> Text {
    let names: Vec<Text> = ids.iter().map(|id| industry_name(scenario, id)).collect();
    let zh: Vec<&str> = names.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = names.iter().map(Text::english).collect();
    Text::new(zh.join("、"), en.join(", "))
}

fn position_change(scenario: &Scenario, change: &PositionChange) -> Text {
    match change {
        PositionChange::Withdrawn => Text::new("撤回", "withdrawn"),
        PositionChange::Set { role, name, industries: list, .. } => {
            let (role, list) = (term::role_short(*role), industries(scenario, list));
            let (zh, en) = (format!("{}「{}」", role.zh, name.zh), format!("{} \"{}\"", role.en, name.english()));
            Text::new(format!("{zh}：{}", list.zh), format!("{en}: {}", list.english()))
        }
    }
}

/// A record that comes or goes, with what a planner asks about it first: where a project is placed, what a position covers, what
/// was decided.
pub fn with_gist(scenario: &Scenario, key: &RecordKey) -> Text {
    let name = record(scenario, key);
    let Some(gist) = gist(scenario, key) else { return name };
    Text::new(format!("{}：{}", name.zh, gist.zh), format!("{}: {}", name.english(), gist.english()))
}

fn gist(scenario: &Scenario, key: &RecordKey) -> Option<Text> {
    fn found<T: Record>(table: &Table<T>, key: &RecordKey) -> Option<Arc<T>> {
        table.iter().find(|it| it.key_fields() == key.key).cloned()
    }
    let arrow = |park: &ParkId| {
        let park = park_name(scenario, park);
        Text::new(format!("→ {}", park.zh), format!("→ {}", park.english()))
    };
    match key.table {
        "placements" => found(&scenario.placements, key).map(|it| arrow(&it.park)),
        "pins" => found(&scenario.pins, key).map(|it| arrow(&it.park)),
        "relocations" => found(&scenario.relocations, key).map(|it| arrow(&it.park)),
        "plan_positions" => found(&scenario.plan_positions, key).map(|it| plan_position(scenario, &it)),
        "decisions" => found(&scenario.decisions, key).map(|it| decision(scenario, &it)),
        _ => None,
    }
}

fn plan_position(scenario: &Scenario, position: &PlanPosition) -> Text {
    let (park, change) = (park_name(scenario, &position.park), position_change(scenario, &position.change));
    Text::new(format!("{} {}", park.zh, change.zh), format!("{} {}", park.english(), change.english()))
}

fn decision(scenario: &Scenario, decision: &Decision) -> Text {
    let verdict = Text::from(resolution(decision.verdict));
    let Some(park) = &decision.park else { return verdict };
    let park = park_name(scenario, park);
    Text::new(format!("{} → {}", verdict.zh, park.zh), format!("{} → {}", verdict.en, park.english()))
}

/// A record that comes, or one that goes: a placement as a move of its project, any other with its gist.
pub fn arrived(scenario: &Scenario, key: &RecordKey, is_added: bool) -> Text {
    let placement = scenario.placements.iter().find(|it| key.table == "placements" && it.key_fields() == key.key);
    let Some(placement) = placement else { return with_gist(scenario, key) };
    let (name, park) = (record(scenario, key), park_name(scenario, &placement.park));
    let ((from_zh, to_zh), (from_en, to_en)) = if is_added {
        ((UNPLACED.zh, park.zh.as_str()), (UNPLACED.en, park.english()))
    } else {
        ((park.zh.as_str(), UNPLACED.zh), (park.english(), UNPLACED.en))
    };
    Text::new(format!("{}：{from_zh} → {to_zh}", name.zh), format!("{}: {from_en} → {to_en}", name.english()))
}

/// A record that changes: each field with its values in `before` and `after`.
pub fn changed(before: &Scenario, after: &Scenario, change: &RecordChange) -> Text {
    let name = record(after, &change.key);
    // The number of a move says nothing beside the move.
    let is_told = |it: &&FieldChange| change.key.table != "placements" || change.fields.len() == 1 || it.field != "seq";
    let fields: Vec<Text> =
        change.fields.iter().filter(is_told).map(|it| of_field(before, after, change.key.table, it)).collect();
    let zh: Vec<&str> = fields.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = fields.iter().map(Text::english).collect();
    Text::new(format!("{}：{}", name.zh, zh.join("；")), format!("{}: {}", name.english(), en.join("; ")))
}

/// A field that changes, with its values.
pub fn of_field(before: &Scenario, after: &Scenario, table: &str, change: &FieldChange) -> Text {
    let was = value(before, table, &change.field, change.before.as_deref());
    let is = value(after, table, &change.field, change.after.as_deref());
    // Where a project goes speaks for itself.
    if table == "placements" && change.field == "park" {
        return Text::new(format!("{} → {}", was.zh, is.zh), format!("{} → {}", was.english(), is.english()));
    }
    let field = field(&change.field);
    Text::new(
        format!("{} {} → {}", field.zh, was.zh, is.zh),
        format!("{} {} → {}", field.english(), was.english(), is.english()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::difference::table_names;

    #[test]
    fn every_table_has_a_name() {
        for name in table_names() {
            assert!(table(name).is_some(), "{name}");
        }
        assert_eq!(table(""), None);
    }
}

//! How does it speak of support? Programmes, claims, grants, promises.

mod words;

use jiff::{Unit, civil::Date};

use super::{
    figure,
    finding::{park_name, pools::pool_figure, project_name},
    phrase::Phrase,
    term,
};
use crate::{
    analysis::support::{Award, Light, Reason},
    model::{
        edit::support::SupportEdit,
        id::{ProjectId, RecordId},
        policy::PoolKind,
        quantity::{Factor, WanYuan},
        scenario::Scenario,
        support::{AllocationRule, Condition, Funding, Programme, Promise, Task},
        text::Text,
    },
};

pub use words::*;

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
            Text::new(format!("删除事项「{}」", name.zh), format!("Remove promise \"{}\"", name.english()))
        }
    }
}

/// How a promise stands.
pub const fn light(light: Light) -> Phrase {
    match light {
        Light::Overdue => Phrase::new("逾期", "Overdue"),
        Light::DueSoon => Phrase::new("临期", "Due soon"),
        Light::OnTrack => Phrase::new("进行中", "On track"),
        Light::DoneLate => Phrase::new("逾期办结", "Done late"),
        Light::Done => Phrase::new("按期办结", "Done"),
    }
}

/// Days from one day to another; below 0 where the other is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until((Unit::Day, to)).map_or(0, |span| i64::from(span.get_days()))
}

/// The promised day of a task, when it was done, and by how many days that is early or late on `today`.
pub fn days(task: &Task, today: Date) -> Text {
    let due = task.due;
    match task.done.filter(|done| *done <= today) {
        Some(done) => {
            let late = days_between(due, done);
            let (zh, en) = if late > 0 {
                (format!("，超 {late} 天"), format!(", {late} days late"))
            } else {
                (String::new(), String::new())
            };
            Text::new(format!("承诺 {due}，{done} 办结{zh}"), format!("Due {due}, done {done}{en}"))
        }
        None => {
            let left = days_between(today, due);
            let (over, is_over) = (figure::whole(left.saturating_neg()), left < 0);
            let left = figure::whole(left);
            if is_over {
                Text::new(format!("承诺 {due}，已超 {over} 天"), format!("Due {due}, {over} days over"))
            } else {
                Text::new(format!("承诺 {due}，余 {left} 天"), format!("Due {due}, {left} days left"))
            }
        }
    }
}

/// Until when a reservation holds, and for how many days.
pub fn reservation_days(until: Date, today: Date) -> Text {
    let left = days_between(today, until);
    if left < 0 {
        let over = left.saturating_neg();
        Text::new(format!("{until} 已到期（{over} 天前），不再占用"), format!("Expired {until}, {over} days ago"))
    } else {
        Text::new(format!("至 {until}，余 {left} 天"), format!("Until {until}, {left} days left"))
    }
}

/// Used, reserved and quota of a pool in its unit.
pub fn pool_figures(pool: PoolKind, used: i64, reserved: i64, quota: Option<i64>, assumed: bool) -> Text {
    let unit = term::pool_unit(pool);
    let (used, reserved) = (pool_figure(pool, used), pool_figure(pool, reserved));
    let sign = if assumed { "≈ " } else { "" };
    match quota.map(|quota| pool_figure(pool, quota)) {
        Some(quota) => Text::new(
            format!("已用 {used} · 预留 {reserved} · 额度 {sign}{quota} {}", unit.zh),
            format!("used {used} · reserved {reserved} · quota {sign}{quota} {}", unit.en),
        ),
        None => Text::new(
            format!("已用 {used} · 预留 {reserved} {} · 额度缺数据", unit.zh),
            format!("used {used} · reserved {reserved} {} · quota not stated", unit.en),
        ),
    }
}

/// What is left of a pool, or by how much it is overdrawn; with what is held, after it.
pub fn pool_left(pool: PoolKind, drawn: i64, after: Option<i64>, quota: Option<i64>) -> Text {
    let unit = term::pool_unit(pool);
    let Some(quota) = quota else { return Text::new("待核", "unknown") };
    let left = |drawn: i64| quota.saturating_sub(drawn);
    let words = |left: i64| {
        let figure = pool_figure(pool, left.saturating_abs());
        if left < 0 { (format!("超 {figure}"), figure, "over") } else { (format!("余 {figure}"), figure, "left") }
    };
    let (zh, en, word) = words(left(drawn));
    match after.filter(|after| *after != drawn) {
        Some(after) => {
            let (then_zh, then_en, then_word) = words(left(after));
            Text::new(format!("{zh} → {then_zh} {}", unit.zh), format!("{en} → {then_en} {} {then_word}", unit.en))
        }
        None => Text::new(format!("{zh} {}", unit.zh), format!("{en} {} {word}", unit.en)),
    }
}

/// Placed projects that do not say how much they draw.
pub fn unstated(count: u32) -> Text {
    Text::new(format!("{count} 个项目缺数据"), format!("{count} projects without a figure"))
}

/// A pool in a word or two, where room is short.
pub const fn pool_brief(pool: PoolKind) -> Phrase {
    match pool {
        PoolKind::Land => Phrase::new("用地", "Land"),
        PoolKind::Energy => Phrase::new("能耗", "Energy"),
        PoolKind::WasteWater => Phrase::new("废水", "Water"),
    }
}

/// What a project must be for a programme.
pub fn condition(scenario: &Scenario, condition: &Condition) -> Text {
    match condition {
        Condition::Placed => Text::new("已布局", "placed"),
        Condition::Designated => Text::new("在园区定位内", "covered by a position"),
        Condition::NewTrack => Text::new("新赛道", "a new track"),
        Condition::Investment(least) => {
            let least = figure::money(*least);
            Text::new(format!("投资不少于 {}", least.zh), format!("investment of at least {}", least.en))
        }
        Condition::Tags(tags) => Text::new(format!("标签：{}", tags.join("、")), format!("tags: {}", tags.join(", "))),
        Condition::Kinds(kinds) => {
            let names: Vec<Phrase> = kinds.iter().map(|it| term::project_kind(*it)).collect();
            let join = |of: fn(&Phrase) -> &'static str, by: &str| names.iter().map(of).collect::<Vec<_>>().join(by);
            Text::new(format!("类型：{}", join(|it| it.zh, "、")), format!("kind: {}", join(|it| it.en, ", ")))
        }
        Condition::Industries(list) => {
            let names: Vec<Text> = list
                .iter()
                .map(|id| scenario.industries.get(id).map_or_else(|| Text::new(id.as_str(), ""), |it| it.name.clone()))
                .collect();
            let zh: Vec<&str> = names.iter().map(|it| it.zh.as_str()).collect();
            let en: Vec<&str> = names.iter().map(Text::english).collect();
            Text::new(format!("行业：{}", zh.join("、")), format!("sub-sector: {}", en.join(", ")))
        }
    }
}

/// Conditions one after the other.
fn conditions(scenario: &Scenario, list: &[Condition]) -> Text {
    let texts: Vec<Text> = list.iter().map(|it| condition(scenario, it)).collect();
    let zh: Vec<&str> = texts.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = texts.iter().map(Text::english).collect();
    Text::new(zh.join("、"), en.join(", "))
}

/// Ceilings, least and conditions of a programme.
pub fn terms(scenario: &Scenario, programme: &Programme) -> Text {
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if let Some(most) = programme.most.map(figure::money) {
        zh.push(format!("单项上限 {}", most.zh));
        en.push(format!("at most {} each", most.en));
    }
    if let Some(share) = programme.most_of_investment {
        let share = figure::share_of(share, Factor::ONE);
        zh.push(format!("且不超过投资的 {share}"));
        en.push(format!("at most {share} of the investment"));
    }
    if let Some(least) = programme.least.map(figure::money) {
        zh.push(format!("低于 {} 无效", least.zh));
        en.push(format!("below {} of no use", least.en));
    }
    if !programme.conditions.is_empty() {
        let conditions = conditions(scenario, &programme.conditions);
        zh.push(format!("条件：{}", conditions.zh));
        en.push(format!("needs: {}", conditions.en));
    }
    if zh.is_empty() {
        Text::new("没有上限和条件", "No ceiling, no condition")
    } else {
        Text::new(zh.join("，"), en.join("; "))
    }
}

/// Why a claim gets nothing, or less than it asks.
pub fn reason(scenario: &Scenario, reason: &Reason) -> Text {
    match reason {
        Reason::OtherParks => Text::new("计划不面向项目所在园区", "The programme is not meant for its park"),
        Reason::Conditions(unmet) => {
            let unmet = conditions(scenario, unmet);
            Text::new(format!("不符合条件：{}", unmet.zh), format!("Does not meet: {}", unmet.en))
        }
        Reason::BelowLeast(least) => {
            let least = figure::money(*least);
            Text::new(
                format!("可得金额低于最低有效金额 {}", least.zh),
                format!("What it can get is below {}", least.en),
            )
        }
        Reason::NoBudget => Text::new("预算缺数据", "The budget is not stated"),
        Reason::Exhausted(left) if *left == WanYuan::ZERO => Text::new("预算已用尽", "The budget is used up"),
        Reason::Exhausted(left) => {
            let left = figure::money(*left);
            Text::new(format!("预算已用尽，仅余 {}", left.zh), format!("Budget used up: {} left", left.en))
        }
        Reason::LessValue => Text::new("同样的钱，其他项目带来更多税收", "Others bring more tax for the money"),
        Reason::NoTax => Text::new("未填税收，无法择优", "It states no tax, by which is chosen"),
        Reason::Part => Text::new("预算只够一部分", "The budget covers a part"),
        Reason::Ceiling => Text::new("到达上限", "Up to its ceiling"),
        Reason::Overridden => Text::new("人工确定，理由在案", "Decided by a person, reason on record"),
    }
}

/// Name of a park or that a project stands in none.
pub fn home(scenario: &Scenario, park: Option<&crate::model::id::ParkId>) -> Text {
    park.map_or_else(|| NOT_PLACED.into(), |park| park_name(scenario, park))
}

/// Promises kept of those that were due.
pub fn kept(kept: usize, due: usize) -> Text {
    let share =
        i64::try_from(kept).ok().zip(i64::try_from(due).ok()).and_then(|(kept, due)| figure::percent(kept, due));
    let Some(share) = share else { return NONE_DUE.into() };
    Text::new(format!("{kept} / {due} · {share} %"), format!("{kept} / {due} · {share} %"))
}

/// Money that was won, "about" where the source says so.
pub fn funding(funding: &Funding) -> Text {
    let amount = figure::money(funding.amount);
    let (zh, en) = if funding.about { ("约 ", "about ") } else { ("", "") };
    Text::new(format!("{zh}{}", amount.zh), format!("{en}{}", amount.en))
}

/// An amount of fen in 万元 with two decimals, rounded half up, without its unit.
pub fn wan(fen: i64) -> String {
    let steps = fen.saturating_abs().saturating_add(5_000) / 10_000;
    let sign = if fen < 0 && steps > 0 { "-" } else { "" };
    figure::grouped(&format!("{sign}{}.{:02}", steps / 100, steps % 100))
}

/// An amount of [`WanYuan`] in 万元 with two decimals, without its unit.
pub fn wan_steps(amount: WanYuan) -> String {
    wan(amount.steps().saturating_mul(10_000))
}

/// What a claim asks for and what the rule gives.
pub fn asked_and_ruled(asked: WanYuan, ruled: WanYuan) -> Text {
    let (asked, ruled) = (figure::money(asked), figure::money(ruled));
    Text::new(
        format!("申请 {}，规则建议 {}", asked.zh, ruled.zh),
        format!("Asks {}, the rule proposes {}", asked.en, ruled.en),
    )
}

/// What each claim has of a budget or would have by the rule, and what is left.
pub fn budget_shared(awards: &[Award], budget: WanYuan) -> Text {
    let (mut granted, mut proposed) = (WanYuan::ZERO, WanYuan::ZERO);
    for award in awards {
        match award.granted {
            Some(amount) => granted = granted.plus(amount),
            None => proposed = proposed.plus(award.amount),
        }
    }
    let left = budget.minus(granted).minus(proposed);
    let [budget, granted, proposed] = [budget, granted, proposed].map(wan_steps);
    let (zh, en) = if left < WanYuan::ZERO { ("超", "over") } else { ("余", "left") };
    let rest = wan_steps(WanYuan::from_steps(left.steps().saturating_abs()));
    Text::new(
        format!("预算 {budget}：已安排 {granted}，另按规则建议 {proposed}，{zh} {rest}（万元）"),
        format!("Budget {budget}: granted {granted}, proposed {proposed} more, {rest} {en} (CNY 10k)"),
    )
}

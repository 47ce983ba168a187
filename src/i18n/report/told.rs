//! The sentences of the papers: what was decided and overridden, what is short, what everything rests on.

use jiff::civil::Date;

use super::{terms, words};
use crate::{
    i18n::{figure, phrase::Phrase},
    model::{
        plan::Resolution,
        quantity::{Factor, WanYuan},
        text::Text,
    },
};

/// Names told of parks that veto; more become a number.
const MOST_PARKS: usize = 3;

/// A number of projects.
pub fn projects(count: usize) -> Text {
    let noun = if count == 1 { "project" } else { "projects" };
    Text::new(format!("{count} 个项目"), format!("{count} {noun}"))
}

/// An amount of money, with the sign of what is assumed.
pub fn amount(amount: WanYuan, is_assumed: bool) -> Text {
    let (sign, money) = (sign(is_assumed), figure::money(amount));
    Text::new(format!("{sign}{}", money.zh), format!("{sign}{}", money.english()))
}

/// `≈` for what is assumed.
pub const fn sign(is_assumed: bool) -> &'static str {
    if is_assumed { "≈" } else { "" }
}

/// A park that shares the first place.
pub fn tied(park: &str) -> Text {
    Text::new(format!("{park}（{}）", words::TIED.zh), format!("{park} ({})", words::TIED.en))
}

/// A rule for which parks veto: `化工园区：3 园`.
pub fn vetoed_in(rule: &str, parks: &[String]) -> Text {
    let count = parks.len();
    if count <= MOST_PARKS {
        Text::new(format!("{rule}：{}", parks.join("、")), format!("{rule}: {}", parks.join(", ")))
    } else {
        Text::new(format!("{rule}：{count} 园"), format!("{rule}: {count} parks"))
    }
}

/// What was decided, with the park.
pub fn decided(verdict: Resolution, park: Option<&str>) -> Text {
    let verdict = terms::resolution(verdict);
    park.map_or_else(
        || Text::from(verdict),
        |park| Text::new(format!("{}：{park}", verdict.zh), format!("{}: {park}", verdict.en)),
    )
}

/// What a hard case begins with: its number and name, and its investment.
pub fn case_head(label: &str, amount: Option<&str>) -> Text {
    amount.map_or_else(
        || Text::new(format!("{label}："), format!("{label}: ")),
        |amount| Text::new(format!("{label}（{amount}）："), format!("{label} ({amount}): ")),
    )
}

/// A decision against what was recommended then.
pub fn overridden(verdict: Resolution, park: Option<&str>, then: &str, reason: &str) -> Text {
    let decided = decided(verdict, park);
    let (zh, en) = if reason.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("；理由：{reason}"), format!("; because: {reason}"))
    };
    Text::new(
        format!("会议决定{}，当时建议{then}{zh}", decided.zh),
        format!("decided: {}; recommended then: {then}{en}", decided.english()),
    )
}

/// Something at a place, in a state: `涪城 用电 38/40 MW（临界）`.
pub fn at_place(place: &str, what: &str, state: &str) -> Text {
    Text::new(format!("{place} {what}（{state}）"), format!("{place}, {what} ({})", state.to_lowercase()))
}

/// A place, and what is there: `绵阳高新区：T02 柔性AMOLED模组`.
pub fn listed(place: &Text, what: &str) -> Text {
    Text::new(format!("{}：{what}", place.zh), format!("{}: {what}", place.english()))
}

/// That there are more.
pub fn and_more(count: usize) -> Text {
    Text::new(format!("另有 {count} 项"), format!("{count} more"))
}

/// How many decisions of each kind, and how many against the recommendation.
pub fn counts(counts: [(Resolution, usize); 4], overridden: usize) -> Text {
    let zh: Vec<String> =
        counts.iter().map(|(it, count)| format!("{} {count} 项", terms::resolution(*it).zh)).collect();
    let en: Vec<String> = counts.iter().map(|(it, count)| format!("{}: {count}", terms::resolution(*it).en)).collect();
    Text::new(
        format!("{}；其中 {overridden} 项未采纳当时建议。", zh.join("，")),
        format!("{}; against the recommendation: {overridden}.", en.join(", ")),
    )
}

/// The data snapshot.
pub fn data(title: &Text, as_of: Date, fingerprint: &str) -> Text {
    Text::new(
        format!("数据：{}，基准日 {as_of}，指纹 {fingerprint}", title.zh),
        format!("Data: {}, as of {as_of}, fingerprint {fingerprint}", title.english()),
    )
}

/// The rule pack.
pub fn pack(title: &Text, id: &str, day: Date) -> Text {
    Text::new(format!("规则：{}（{id}，{day}）", title.zh), format!("Rules: {} ({id}, {day})", title.english()))
}

/// The program.
pub fn program(version: &str) -> Text {
    Text::new(format!("程序：园区布局工作台 Parkboard {version}"), format!("Program: Parkboard {version}"))
}

/// A plan that may still change.
pub fn draft_plan(id: &str, name: &Text) -> Text {
    Text::new(format!("方案：{id} {}（草案）", name.zh), format!("Plan: {id} {} (draft)", name.english()))
}

/// An approved plan.
pub fn approved_plan(id: &str, name: &Text, on: Date, by: &str) -> Text {
    Text::new(
        format!("方案：{id} {}（{on} 由{by}批准）", name.zh),
        format!("Plan: {id} {} (approved on {on} by {by})", name.english()),
    )
}

/// What a session was frozen on; `changed` are names of tables, `None` where nobody can tell.
pub fn frozen(plan: &str, program: &str, tables: usize, changed: &[String]) -> Text {
    let (zh, en) = match changed {
        [] => (format!("；{}", words::UNCHANGED.zh), format!("; {}", words::UNCHANGED.en)),
        names => (format!("；此后改动：{}", names.join("、")), format!("; changed since: {}", names.join(", "))),
    };
    Text::new(
        format!("方案 {plan}、程序 {program}、{tables} 张数据与规则表{zh}"),
        format!("plan {plan}, program {program}, {tables} tables of data and rules{en}"),
    )
}

/// The line on what the session was frozen on.
pub fn session(frozen: &Text) -> Text {
    Text::new(format!("{}：{}", words::FROZEN.zh, frozen.zh), format!("{}: {}", words::FROZEN.en, frozen.english()))
}

/// How many records and single values of a table are assumed, with the first of them.
pub fn of_table(name: Phrase, records: usize, fields: usize, first: &[String]) -> Text {
    let mut zh = Vec::new();
    let mut en = Vec::new();
    if records > 0 {
        zh.push(format!("{records} 条"));
        en.push(format!("{records} records"));
    }
    if fields > 0 {
        zh.push(format!("单项 {fields} 处"));
        en.push(format!("{fields} single values"));
    }
    Text::new(
        format!("{} {}（{}）", name.zh, zh.join("、"), first.join("、")),
        format!("{} {} ({})", name.en, en.join(", "), first.join(", ")),
    )
}

/// That assumed values enter the figures.
pub fn assumed(tables: &[Text]) -> Text {
    let zh: Vec<&str> = tables.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = tables.iter().map(Text::english).collect();
    Text::new(
        format!("使用了示例假设值（≈）：{}。", zh.join("；")),
        format!("Values assumed for illustration (≈) were used: {}.", en.join("; ")),
    )
}

/// That the plan assumes things.
pub fn what_if(count: usize) -> Text {
    let noun = if count == 1 { "assumption" } else { "assumptions" };
    Text::new(
        format!("本方案另含“假如”{count} 项，判定以其为准。"),
        format!("This plan rests on {count} {noun} of its own (what if)."),
    )
}

/// The rules that hold.
pub fn holding(rules: &[String]) -> Text {
    Text::new(format!("合规：{}。", rules.join("、")), format!("Holding: {}.", rules.join(", ").to_lowercase()))
}

/// Directions of one kind.
pub fn of_kind(kind: &str, names: &str) -> Text {
    Text::new(format!("{kind}：{names}"), format!("{kind}: {names}"))
}

/// Parks of which no name was published.
pub fn unpublished(count: usize) -> Text {
    Text::new(format!("{}（{count} 个）", words::NOT_PUBLISHED.zh), format!("{} ({count})", words::NOT_PUBLISHED.en))
}

/// A pack and the year of its values.
pub fn pack_and_year(name: &Text, year: i16) -> Text {
    Text::new(format!("{}，{year} 年", name.zh), format!("{}, {year}", name.english()))
}

/// An amount in fen.
fn fen(amount: i64) -> Text {
    figure::money(WanYuan::from_steps(amount / 10_000))
}

/// No transfer leaves nobody worse off.
pub fn no_transfer_cures(lack: i64) -> Text {
    let lack = fen(lack);
    Text::new(
        format!("本方案使全市合计减少 {}，任何补偿都不能使各单位都不受损。", lack.zh),
        format!("The plan costs the city {} in all: no transfer leaves nobody worse off.", lack.english()),
    )
}

/// A proposed transfer.
pub fn payment(from: &str, to: &str, amount: i64) -> Text {
    let amount = fen(amount);
    Text::new(format!("{from} → {to}：{}", amount.zh), format!("{from} → {to}: {}", amount.english()))
}

/// A field of a record.
pub fn field_of(record: &str, field: &Text) -> Text {
    Text::new(format!("{record}的{}", field.zh), format!("{record}: {}", field.english().to_lowercase()))
}

/// A link of the chain.
pub fn link(one: &str, other: &str) -> Text {
    let told = format!("{one} → {other}");
    Text::new(told.clone(), told)
}

/// That nothing is assumed.
pub fn nothing_assumed() -> Text {
    Text::new("未使用示例假设值。", "No values assumed for illustration were used.")
}

/// Later phases: number, land, last day.
pub fn phase(number: u8, land: Option<&str>, until: Date) -> Text {
    let (zh, en) = land.map_or_else(Default::default, |land| (format!(" {land} 亩"), format!(" {land} mu")));
    Text::new(format!("{number} 期{zh}，预留至 {until}"), format!("phase {number}{en}, reserved until {until}"))
}

/// Judged in a park.
pub fn judged_in(park: &str) -> Text {
    Text::new(format!("在{park}的判定"), format!("Judged in {park}"))
}

/// A criterion with its points.
pub fn points(name: &str, points: i64, basis: Option<&Text>) -> Text {
    let points = figure::whole(points);
    let (zh, en) = basis.map_or_else(Default::default, |it| (format!("（{}）", it.zh), format!(" ({})", it.english())));
    Text::new(format!("{name} {points}{zh}"), format!("{name} {points}{en}"))
}

/// Where the plan puts a project.
pub fn in_plan(park: Option<&str>, is_pinned: bool) -> Text {
    let Some(park) = park else { return Text::from(words::WAITS) };
    let (zh, en) = if is_pinned { ("，已钉住", ", pinned") } else { ("", "") };
    Text::new(format!("布局于{park}{zh}"), format!("placed in {park}{en}"))
}

/// A neighbour in the chain, and whether the park has it.
pub fn neighbour(name: &str, is_here: bool) -> Text {
    if is_here {
        Text::new(format!("{name}（园内有）"), format!("{name} (in the park)"))
    } else {
        Text::new(name, name)
    }
}

/// The opinion of a park.
pub fn opinion(park: &str, stance: Phrase, reason: &str) -> Text {
    let (zh, en) = if reason.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("：{reason}"), format!(": {reason}"))
    };
    Text::new(format!("{park}{}{zh}", stance.zh), format!("{park}: {}{en}", stance.en.to_lowercase()))
}

/// What was decided on a project, in one line.
pub fn decision(decided: &Text, day: Date, then: Option<&str>, overrides: bool) -> Text {
    let (mut zh, mut en) = (format!("{day} {}", decided.zh), format!("{day} {}", decided.english()));
    if let Some(then) = then {
        let how = if overrides { words::OVERRIDDEN } else { words::FOLLOWED };
        zh += &format!("；当时建议{then}（{}）", how.zh);
        en += &format!("; recommended then: {then} ({})", how.en);
    }
    Text::new(zh, en)
}

/// Part of a decision, such as its reason: `理由：…`.
pub fn named(name: Phrase, what: &str) -> Text {
    Text::new(format!("{}：{what}", name.zh), format!("{}: {what}", name.en))
}

/// Slots in use: `主导 2/3 · 特色 1/2`.
pub fn slots(leading: &str, characteristic: &str) -> Text {
    Text::new(
        format!("主导 {leading} · 特色 {characteristic}"),
        format!("leading {leading} · characteristic {characteristic}"),
    )
}

/// Positions of a role against their cap: `2/3`, or `2/—` where no rule caps them.
pub fn slots_of(count: u32, cap: Option<u32>) -> String {
    cap.map_or_else(|| format!("{count}/{}", figure::NONE), |cap| format!("{count}/{cap}"))
}

/// From and until when a position holds.
pub fn valid(from: Option<Date>, to: Option<Date>) -> Text {
    match (from, to) {
        (None, None) => Text::from(Phrase::new("长期", "until further notice")),
        (Some(from), None) => Text::new(format!("自 {from}"), format!("from {from}")),
        (None, Some(to)) => Text::new(format!("至 {to}"), format!("until {to}")),
        (Some(from), Some(to)) => Text::new(format!("{from} 至 {to}"), format!("{from} to {to}")),
    }
}

/// A project and the park where it went.
pub fn went(label: &str, park: &str) -> Text {
    let told = format!("{label} → {park}");
    Text::new(told.clone(), told)
}

/// A number of persons.
pub fn persons(count: &str) -> Text {
    Text::new(format!("{count} 人"), format!("{count} jobs"))
}

/// Head of a column of figures per mu.
pub fn per_mu_head() -> Text {
    Text::new("万元/亩", "CNY 10k/mu")
}

/// A name with a figure in brackets.
pub fn bracketed(name: &str, more: &str) -> Text {
    Text::new(format!("{name}（{more}）"), format!("{name} ({more})"))
}

/// Share of the originator by years of the term: `1–3 年 50%，4–5 年 30%`.
pub fn windows(windows: &[(u16, u16, Factor)]) -> Text {
    let told = windows.iter().map(|(from, to, share)| {
        let years = if from == to { from.to_string() } else { format!("{from}–{to}") };
        // A share of 1 in thousandths: in tenths of a per cent.
        let share = Factor::from_steps(share.steps().saturating_mul(100)).plain();
        (format!("第 {years} 年 {share} %"), format!("years {years}: {share} %"))
    });
    let (zh, en): (Vec<String>, Vec<String>) = told.unzip();
    Text::new(zh.join("，"), en.join(", "))
}

/// That a decision and the plan do not agree on a project.
pub fn plan_differs(label: &str, decided: &Text, planned: Option<&str>) -> Text {
    let zh = planned.map_or_else(|| words::WAITS.zh.to_owned(), |park| format!("布局于{park}"));
    let en = planned.map_or_else(|| "nowhere".to_owned(), |park| format!("in {park}"));
    Text::new(
        format!("{label}：会议决定{}，方案{zh}", decided.zh),
        format!("{label}: decided \"{}\", and the plan has it {en}", decided.english()),
    )
}

/// That a finding is open.
pub fn open(place: &str, rule: &str, state: &str, sentence: &str) -> Text {
    Text::new(
        format!("{place} · {rule}（{state}）：{sentence}"),
        format!("{place} · {rule} ({}): {sentence}", state.to_lowercase()),
    )
}

/// That so many projects wait, with their names.
pub fn waiting(count: usize, labels: &[String]) -> Text {
    Text::new(format!("待布局 {count} 项：{}", labels.join("；")), format!("Unplaced, {count}: {}", labels.join("; ")))
}

/// Heading of decisions of a kind.
pub fn decisions(verdict: Resolution, count: usize) -> Text {
    let name = terms::resolution(verdict);
    Text::new(format!("{}（{count} 项）", name.zh), format!("{} ({count})", name.en))
}

/// That there is no project with this id.
pub fn no_project(id: &str) -> Text {
    Text::new(format!("没有编号为 {id} 的项目"), format!("There is no project {id}"))
}

/// That there is no park with this id.
pub fn no_park(id: &str) -> Text {
    Text::new(format!("没有编号为 {id} 的园区"), format!("There is no park {id}"))
}

/// That there is no session with this id.
pub fn no_session_of(id: &str) -> Text {
    Text::new(format!("没有编号为 {id} 的会商"), format!("There is no session {id}"))
}

/// That minutes need a session.
pub fn no_session() -> Text {
    Text::new(
        "情景中没有会商记录，无从成文；先开一次会商",
        "No session is on record, so there are no minutes; open a session first",
    )
}

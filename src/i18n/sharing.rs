//! How does it speak of sharing? Agreements, their books, transfers between units.

mod words;

use super::{figure, finding::project_name, support::wan};
use crate::{
    analysis::sharing::Row,
    model::{
        edit::sharing::SharingEdit,
        id::{ProjectId, UnitId},
        quantity::Factor,
        scenario::Scenario,
        sharing::{SharingTemplate, SharingYears},
        text::Text,
    },
};

pub use words::*;

/// Name of a unit.
pub fn unit_name(scenario: &Scenario, id: &UnitId) -> Text {
    scenario.units.get(id).map_or_else(|| Text::new(id.as_str(), ""), |it| it.name.clone())
}

/// Units that come together.
pub fn together(scenario: &Scenario, units: &[UnitId]) -> Text {
    let names: Vec<Text> = units.iter().map(|id| unit_name(scenario, id)).collect();
    let zh: Vec<&str> = names.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = names.iter().map(Text::english).collect();
    Text::new(zh.join("＋"), en.join(" + "))
}

/// A coalition without a worth.
pub fn no_worth(scenario: &Scenario, units: &[UnitId]) -> Text {
    let together = together(scenario, units);
    Text::new(
        format!("还缺 {} 每年可得多少", together.zh),
        format!("What {} could have a year is still missing", together.english()),
    )
}

/// Units that could have `more` by themselves, 万元 a year.
pub fn would_leave(scenario: &Scenario, units: &[UnitId], more: &str) -> Text {
    let together = together(scenario, units);
    Text::new(
        format!("{} 另行合作每年可多得 {more} 万元（不在核内）", together.zh),
        format!("{} could have {more} CNY 10k more a year by themselves (not in the core)", together.english()),
    )
}

/// A division from which nobody would rather leave, 万元 a year.
pub fn core_division(scenario: &Scenario, parties: &[UnitId], amounts: &[String]) -> Text {
    let names = parties.iter().map(|id| unit_name(scenario, id)).zip(amounts);
    let (zh, en): (Vec<String>, Vec<String>) =
        names.map(|(name, it)| (format!("{} {it}", name.zh), format!("{} {it}", name.english()))).unzip();
    Text::new(
        format!("各方都愿意留下的一种分法（万元/年）：{}", zh.join("、")),
        format!("A division that nobody would leave (CNY 10k a year): {}", en.join(", ")),
    )
}

/// Name of an edit.
pub fn label(scenario: &Scenario, edit: &SharingEdit) -> Text {
    let about = |project: &ProjectId, zh: &str, en: &str| {
        let name = project_name(scenario, project);
        Text::new(format!("{zh} {project} {}", name.zh), format!("{en} {project} {}", name.english()))
    };
    let between = |from: &UnitId, to: &UnitId, zh: &str, en: &str| {
        let (from, to) = (unit_name(scenario, from), unit_name(scenario, to));
        Text::new(format!("{zh}：{} → {}", from.zh, to.zh), format!("{en}: {} → {}", from.english(), to.english()))
    };
    match edit {
        SharingEdit::Agree(it) => about(&it.project, "签订共享协议", "Agree on sharing"),
        SharingEdit::DropAgreement { project, .. } => about(project, "撤回共享协议", "Take back the agreement on"),
        SharingEdit::Book(it) => {
            let year = it.year;
            about(&it.project, &format!("登记 {year} 年台账"), &format!("Book {year} of"))
        }
        SharingEdit::AgreeTransfer(it) => between(&it.from, &it.to, "商定补偿", "Agree a transfer"),
        SharingEdit::DropTransfer { from, to, .. } => between(from, to, "撤回补偿", "Take back the transfer"),
    }
}

/// An amount of fen in yuan, exact, with its unit.
pub fn yuan(fen: i64) -> Text {
    let sign = if fen < 0 { "-" } else { "" };
    let size = fen.unsigned_abs();
    let figure = figure::grouped(&format!("{sign}{}.{:02}", size / 100, size % 100));
    Text::new(format!("{figure} 元"), format!("CNY {figure}"))
}

/// How windows of years split tax, such as `1–3 年 50 : 50`.
pub fn windows(windows: &[SharingYears]) -> Text {
    if windows.is_empty() {
        return Text::new("税收全归承接方", "all tax to the host");
    }
    let ratio = |it: &SharingYears| {
        let rest = Factor::ONE.minus(it.originator);
        let hundred = |share: Factor| Factor::from_steps(share.steps().saturating_mul(100)).plain();
        format!("{} : {}", hundred(it.originator), hundred(rest))
    };
    let zh: Vec<String> = windows.iter().map(|it| format!("{}–{} 年 {}", it.from, it.to, ratio(it))).collect();
    let en: Vec<String> = windows.iter().map(|it| format!("years {}–{} {}", it.from, it.to, ratio(it))).collect();
    Text::new(format!("{}，其后归承接方", zh.join("，")), format!("{}, then the host", en.join(", ")))
}

/// What a template does besides its windows.
pub fn traits(template: &SharingTemplate) -> Text {
    let all = [
        (template.repays_outlay, "先返还引荐方投入", "repays the outlay of the originator first"),
        (
            template.increment_only,
            "只分增量，基数归迁出方",
            "splits the increment only, the base stays with the origin",
        ),
        (template.counts_double, "产值、投资双方全额计入考核", "output and investment count in full for both"),
        (template.gross, "不扣奖补", "incentives are not taken off"),
    ];
    let has = || all.iter().filter(|(has, ..)| *has);
    let zh: Vec<&str> = has().map(|(_, zh, _)| *zh).collect();
    let en: Vec<&str> = has().map(|(_, _, en)| *en).collect();
    Text::new(zh.join("；"), en.join("; "))
}

/// Which unit hosts the project now.
pub fn now_hosted(scenario: &Scenario, host: Option<&UnitId>) -> Text {
    match host {
        Some(host) => {
            let name = unit_name(scenario, host);
            Text::new(
                format!("项目现在{}的园区，协议须重新约定", name.zh),
                format!("The project now stands in a park of {}: agree anew", name.english()),
            )
        }
        None => Text::new("项目所在园区没有受益单位，协议须重新约定", "Its park benefits no unit: agree anew"),
    }
}

/// Who is worse off and by how much, in fen over the horizon.
pub fn worse_off(scenario: &Scenario, losers: &[(UnitId, i64)], sign: &str) -> Text {
    let name = |id: &UnitId| unit_name(scenario, id);
    let zh: Vec<String> =
        losers.iter().map(|(id, lack)| format!("{}少 {sign}{} 万元", name(id).zh, wan(*lack))).collect();
    let en: Vec<String> =
        losers.iter().map(|(id, lack)| format!("{} by {sign}{} CNY 10k", name(id).english(), wan(*lack))).collect();
    Text::new(
        format!("{} 个单位十年内低于方案前：{}", losers.len(), zh.join("，")),
        format!("Worse off over ten years: {}", en.join(", ")),
    )
}

/// Why no transfer cures: all gains together are below 0 by `lack` fen.
pub fn proof(lack: i64, sign: &str) -> Text {
    let lack = wan(lack);
    Text::new(
        format!(
            "全部单位的得失合计为 {sign}−{lack} 万元。转移支付只搬动资金、不增加资金，合计为负时必有单位受损；请调整布局"
        ),
        format!(
            "All gains add up to {sign}−{lack} CNY 10k. Transfers move money and make none, so somebody must lose; change the plan"
        ),
    )
}

/// One proposed payment.
pub fn payment(scenario: &Scenario, (from, to): (&UnitId, &UnitId), fen: i64, sign: &str) -> Text {
    let (from, to) = (unit_name(scenario, from), unit_name(scenario, to));
    let amount = wan(fen);
    Text::new(
        format!("{} → {}　{sign}{amount} 万元", from.zh, to.zh),
        format!("{} → {}  {sign}{amount} CNY 10k", from.english(), to.english()),
    )
}

/// Placed projects of which nothing is counted.
pub fn without_tax(count: usize) -> Text {
    Text::new(
        format!("{count} 个已布局项目未填税收，未计入"),
        format!("{count} placed projects state no tax and are left out"),
    )
}

/// What an open project lacks: who reported it first, and who hosts it.
pub fn reported_elsewhere(scenario: &Scenario, reporter: &UnitId, host: &UnitId) -> Text {
    let (reporter, host) = (unit_name(scenario, reporter), unit_name(scenario, host));
    Text::new(format!("首报 {} → 落 {}", reporter.zh, host.zh), format!("{} → {}", reporter.english(), host.english()))
}

/// The years of a transfer.
pub fn transfer_years(first: i16, last: i16) -> Text {
    let count = i32::from(last) - i32::from(first) + 1;
    Text::new(format!("{first}–{last} 年，等额 {count} 年"), format!("{first}–{last}, equal parts over {count} years"))
}

/// What a year that is booked brings: base, shares, and what is still owed, in 万元.
pub fn year_shares(row: &Row) -> Text {
    let Some(split) = &row.actual else { return Text::default() };
    let owed = row.owed().unwrap_or(0);
    let [base, originator, host, due, owed] =
        [split.base, split.originator, split.host, split.handed_on(), owed].map(wan);
    Text::new(
        format!("基数 {base} 万元：引荐方 {originator}，承接方 {host}；应付 {due}，尚欠 {owed}"),
        format!("Base {base}: originator {originator}, host {host}; due {due}, owed {owed} (CNY 10k)"),
    )
}

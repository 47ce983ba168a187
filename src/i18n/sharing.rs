//! How does it speak of sharing? Agreements, their books, transfers between units.

use super::{figure, finding::project_name, phrase::Phrase, support::wan};
use crate::{
    analysis::sharing::Row,
    model::{
        edit::sharing::SharingEdit,
        id::{ProjectId, UnitId},
        quantity::{Factor, WanYuan},
        scenario::Scenario,
        sharing::{SharingTemplate, SharingYears},
        text::Text,
    },
};

/// The workspace.
pub const SHARING: Phrase = Phrase::new("支持与共享", "Support, sharing");
/// The action that turns to it.
pub const SHOW: Phrase = Phrase::new("转到支持与共享", "Go to support and sharing");

/// The page of agreements and their books.
pub const AGREEMENTS: Phrase = Phrase::new("协议与台账", "Agreements");
/// The page of the guard.
pub const GUARD: Phrase = Phrase::new("利益保障", "Guard");
/// Adds an agreement.
pub const NEW_AGREEMENT: Phrase = Phrase::new("新增协议…", "New agreement…");
/// Changes an agreement.
pub const EDIT_AGREEMENT: Phrase = Phrase::new("修改协议…", "Edit agreement…");
/// Takes an agreement back.
pub const DROP_AGREEMENT: Phrase = Phrase::new("撤销协议", "Drop the agreement");
/// The host has changed.
pub const RENEW: Phrase = Phrase::new("重新约定…", "Agree anew…");
/// Heading of the list.
pub const AGREED: Phrase = Phrase::new("共享协议", "Agreements");
/// Heading: placed elsewhere than reported, and nothing agreed.
pub const OPEN: Phrase = Phrase::new("与首报地未约定", "Not agreed with the first reporter");
/// Agrees on such a project.
pub const AGREE_ON: Phrase = Phrase::new("约定", "Agree");
/// There are none: what to do.
pub const NO_AGREEMENTS: Phrase = Phrase::new(
    "本方案没有共享协议。项目落在首报地以外时，与首报地约定税收分享",
    "This plan has no agreement. Agree on sharing where a project stands outside the unit that reported it first",
);
/// None is chosen.
pub const CHOOSE_AGREEMENT: Phrase =
    Phrase::new("在左侧选择一份协议，查看逐年台账", "Choose an agreement at the left to read its ledger");
/// Standing.
pub const IN_FORCE: Phrase = Phrase::new("执行中", "In force");
/// Standing.
pub const AGREEMENT_NOT_PLACED: Phrase = Phrase::new("项目未布局", "Not placed");
/// Standing.
pub const HOST_DIFFERS: Phrase = Phrase::new("承接方已变", "Host differs");
/// Column.
pub const YEAR: Phrase = Phrase::new("年份", "Year");
/// Column: base by the figures of the project.
pub const EXPECTED: Phrase = Phrase::new("预期基数", "Expected");
/// Column: base by what was booked.
pub const ACTUAL: Phrase = Phrase::new("实际基数", "Actual");
/// Column and field.
pub const ORIGINATOR: Phrase = Phrase::new("引荐方", "Originator");
/// Column and field.
pub const HOST: Phrase = Phrase::new("承接方", "Host");
/// Column.
pub const OTHERS: Phrase = Phrase::new("其他方", "Others");
/// Column: what the host hands on.
pub const DUE: Phrase = Phrase::new("应付", "Due");
/// Column.
pub const PAID: Phrase = Phrase::new("已付", "Paid");
/// Column.
pub const OWED: Phrase = Phrase::new("尚欠", "Owed");
/// The last row.
pub const SUM: Phrase = Phrase::new("合计", "Total");
/// Books a year.
pub const BOOK: Phrase = Phrase::new("登记", "Book");
/// The project states no tax.
pub const NO_TAX: Phrase =
    Phrase::new("项目未填税收，预期无法计算", "The project states no tax: nothing can be expected");
/// Unit of the ledger.
pub const LEDGER_UNIT: Phrase = Phrase::new("万元", "CNY 10k");
/// What counts for whom.
pub const COUNTED: Phrase = Phrase::new("产值与投资的归属", "Output and investment");
/// Column.
pub const OFFICIAL: Phrase = Phrase::new("官方统计", "Official");
/// Column.
pub const ASSESSED: Phrase = Phrase::new("市内考核", "Assessment");
/// Row.
pub const OUTPUT: Phrase = Phrase::new("产值（达产年）", "Output (full production)");
/// Row.
pub const INVESTMENT: Phrase = Phrase::new("投资（首年）", "Investment (first year)");
/// How double counting is meant.
pub const NO_DOUBLE: Phrase = Phrase::new(
    "官方统计按在地原则全归承接方；市内考核另列，指标双算不进入全市合计",
    "Official statistics go to the host by location; assessment stands apart, and double counting never enters the city total",
);
/// Row.
pub const CITY_TOTAL: Phrase = Phrase::new("全市合计", "City total");
/// Bar.
pub const WITH_PLAN: Phrase = Phrase::new("有方案", "With the plan");
/// Bar.
pub const WITHOUT_PLAN: Phrase = Phrase::new("无方案", "Without the plan");
/// Column.
pub const GAIN: Phrase = Phrase::new("得失", "Gain");
/// Column and field.
pub const UNIT: Phrase = Phrase::new("单位", "Unit");
/// Heading.
pub const WELFARE: Phrase = Phrase::new("各单位十年得失", "Units over ten years");
/// How the plan is left out.
pub const WITHOUT_MEANS: Phrase = Phrase::new(
    "“无方案”：各单位保留自己首报、且自有园区单独即可合法承接的项目；其余项目不落地",
    "Without the plan each unit keeps the projects that it reported first and one of its own parks may legally take alone; the others go to nobody",
);
/// Heading.
pub const BOOKS: Phrase = Phrase::new("逐年收支", "Year by year");
/// Column.
pub const HOSTED: Phrase = Phrase::new("园区税收", "Hosted");
/// Column.
pub const HANDED_ON: Phrase = Phrase::new("分出", "Handed on");
/// Column.
pub const RECEIVED: Phrase = Phrase::new("分入", "Received");
/// Column and heading.
pub const TRANSFERS: Phrase = Phrase::new("补偿", "Transfers");
/// Column.
pub const NET: Phrase = Phrase::new("净额", "Net");
/// Heading.
pub const AGREED_TRANSFERS: Phrase = Phrase::new("已商定的补偿", "Agreed transfers");
/// There are none: what to do.
pub const NO_TRANSFERS: Phrase = Phrase::new(
    "没有商定的补偿。有单位受损时，在此商定由得益单位补偿",
    "No transfer agreed. Where a unit is worse off, agree that those who gain pay it",
);
/// Adds a transfer.
pub const NEW_TRANSFER: Phrase = Phrase::new("新增补偿…", "New transfer…");
/// Changes a transfer.
pub const EDIT_TRANSFER: Phrase = Phrase::new("修改补偿", "Edit the transfer");
/// Takes a transfer back.
pub const DROP_TRANSFER: Phrase = Phrase::new("撤销补偿", "Drop the transfer");
/// Agrees the proposed payments.
pub const COMPENSATE: Phrase = Phrase::new("商定这些补偿", "Agree these transfers");
/// Heading.
pub const PROPOSED: Phrase = Phrase::new("建议补偿", "Proposed transfers");
/// Why these.
pub const LEAST_THAT_MOVES: Phrase = Phrase::new(
    "这是使各单位都不低于方案前的最小总额，由得益最多的单位支付",
    "The least that leaves nobody worse off, paid by those who gain most",
);
/// Nobody loses.
pub const NOBODY_WORSE: Phrase = Phrase::new("没有单位受损", "Nobody is worse off");
/// Heading of the proof.
pub const NOT_CURABLE: Phrase = Phrase::new("转移支付无法使各方都不受损", "No transfer can cure it");
/// There are no units: what to do.
pub const NO_UNITS: Phrase = Phrase::new(
    "数据中没有单位。请在表格中填写单位后导入",
    "There are no units. Fill them in on a sheet and import it",
);
/// Heading.
pub const AGREEMENT_SHEET: Phrase = Phrase::new("共享协议", "Agreement");
/// Field.
pub const TEMPLATE: Phrase = Phrase::new("模板", "Template");
/// Field.
pub const FIRST_YEAR: Phrase = Phrase::new("首年", "First year");
/// Field.
pub const LAST_YEAR: Phrase = Phrase::new("末年", "Last year");
/// Field.
pub const OUTLAY: Phrase = Phrase::new("引荐方投入（万元）", "Outlay (CNY 10k)");
/// Field.
pub const BASE_TAX: Phrase = Phrase::new("基年税收（万元）", "Base-year tax (CNY 10k)");
/// Hint of the outlay.
pub const OUTLAY_HINT: Phrase = Phrase::new("可空；模板约定先返还时用", "Optional; of the originator");
/// Hint of the tax of the base year.
pub const BASE_TAX_HINT: Phrase = Phrase::new("可空；存量搬迁时用", "Optional; of a relocation");
/// Whether the terms are the agreement's own.
pub const OWN_TERMS: Phrase = Phrase::new("自定比例", "Own terms");
/// Whether the terms are those of the template.
pub const TEMPLATE_TERMS: Phrase = Phrase::new("按模板比例", "Terms of the template");
/// Field.
pub const FROM_YEAR: Phrase = Phrase::new("自第几年", "From year");
/// Field.
pub const TO_YEAR: Phrase = Phrase::new("至第几年", "To year");
/// Field.
pub const ORIGINATOR_SHARE: Phrase = Phrase::new("引荐方 %", "Originator %");
/// Adds a row.
pub const ADD_TERM: Phrase = Phrase::new("加一段", "Add a window");
/// Removes a row.
pub const DROP_TERM: Phrase = Phrase::new("删去这一段", "Remove the window");
/// Further parties.
pub const FURTHER: Phrase = Phrase::new("其他参与方", "Further parties");
/// Adds a row.
pub const ADD_PARTY: Phrase = Phrase::new("加一方", "Add a party");
/// Removes a row.
pub const DROP_PARTY: Phrase = Phrase::new("删去这一方", "Remove the party");
/// Field.
pub const SHARE: Phrase = Phrase::new("比例 %", "Share %");
/// Heading.
pub const PREVIEW: Phrase = Phrase::new("前几年预览", "The first years");
/// The deed.
pub const AGREE: Phrase = Phrase::new("签订", "Agree");
/// What is wrong.
pub const SAME_UNIT: Phrase =
    Phrase::new("引荐方、承接方和其他方须各不相同", "Originator, host and further parties must be different units");
/// What is wrong.
pub const TERMS_WRONG: Phrase = Phrase::new(
    "各段年份须为 1 至 200，前后不重叠；比例 0 至 100",
    "Years are 1 to 200 and do not overlap; shares are 0 to 100",
);
/// What is wrong.
pub const SHARES_OVER: Phrase =
    Phrase::new("其他方的比例合计不能超过 100 %", "The shares of further parties make 100 % at most");
/// What is wrong.
pub const YEAR_WRONG: Phrase = Phrase::new("请填写年份，如 2023", "Write a year, such as 2023");
/// What is wrong.
pub const YEARS_TURNED: Phrase = Phrase::new("末年不能早于首年", "The last year is not before the first");
/// Heading.
pub const BOOKING_SHEET: Phrase = Phrase::new("登记台账", "Book a year");
/// Field.
pub const TAX_FIELD: Phrase = Phrase::new("县级留存税收（万元）", "Tax retained in the county (CNY 10k)");
/// Field.
pub const INCENTIVES_FIELD: Phrase = Phrase::new("已兑现奖补（万元，可空）", "Incentives paid (CNY 10k, optional)");
/// Field.
pub const PAID_FIELD: Phrase = Phrase::new("已付分享款（万元，可空）", "Handed on so far (CNY 10k, optional)");
/// What an empty entry means.
pub const EMPTY_TAKES_BACK: Phrase =
    Phrase::new("全部留空即撤回这一年的登记", "Leave all empty to take the entry of the year back");
/// Heading.
pub const TRANSFER_SHEET: Phrase = Phrase::new("单位间补偿", "Transfer");
/// Field.
pub const PAYS: Phrase = Phrase::new("支付方", "Pays");
/// Field.
pub const RECEIVES: Phrase = Phrase::new("接受方", "Receives");
/// Field.
pub const AMOUNT_FIELD: Phrase = Phrase::new("总额（万元）", "Amount in all (CNY 10k)");
/// Hint.
pub const SHOWS_IN_YUAN: Phrase = Phrase::new("至多 6 位小数，精确到分", "Up to 6 decimals: exact to the fen");
/// Why no transfer can be made.
pub const FEW_UNITS: Phrase = Phrase::new("单位不足两个", "There are fewer than two units");
/// Why no agreement can be made.
pub const NO_TEMPLATES: Phrase = Phrase::new("没有共享模板", "There is no sharing template");
/// How expected figures are known.
pub const BY_FIGURES: Phrase =
    Phrase::new("预期按项目税收和地方留成推算", "Expected by the tax of the project and what of it stays");

/// Name of a unit.
pub fn unit_name(scenario: &Scenario, id: &UnitId) -> Text {
    scenario.units.get(id).map_or_else(|| Text::new(id.as_str(), ""), |it| it.name.clone())
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
        SharingEdit::DropAgreement { project, .. } => about(project, "撤销共享协议", "Drop the agreement on"),
        SharingEdit::Book(it) => {
            let year = it.year;
            about(&it.project, &format!("登记 {year} 年台账"), &format!("Book {year} of"))
        }
        SharingEdit::AgreeTransfer(it) => between(&it.from, &it.to, "商定补偿", "Agree a transfer"),
        SharingEdit::DropTransfer { from, to, .. } => between(from, to, "撤销补偿", "Drop the transfer"),
    }
}

/// An amount of fen in yuan, exact, with its unit.
pub fn yuan(fen: i64) -> Text {
    let sign = if fen < 0 { "-" } else { "" };
    let size = fen.unsigned_abs();
    let figure = figure::grouped(&format!("{sign}{}.{:02}", size / 100, size % 100));
    Text::new(format!("{figure} 元"), format!("CNY {figure}"))
}

/// An amount of fen in millions of yuan, to a hundred yuan.
fn million(fen: i64) -> String {
    figure::million_figure(WanYuan::from_steps(fen / 10_000))
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

/// The years that an agreement runs.
pub fn term_of(first: i16, last: i16) -> Text {
    Text::new(format!("{first}–{last} 年"), format!("{first}–{last}"))
}

/// Who is worse off and by how much, in fen over the horizon.
pub fn worse_off(scenario: &Scenario, losers: &[(UnitId, i64)], sign: &str) -> Text {
    let name = |id: &UnitId| unit_name(scenario, id);
    let zh: Vec<String> =
        losers.iter().map(|(id, lack)| format!("{}少 {sign}{} 万元", name(id).zh, wan(*lack))).collect();
    let en: Vec<String> =
        losers.iter().map(|(id, lack)| format!("{} by {sign}CNY {}m", name(id).english(), million(*lack))).collect();
    Text::new(
        format!("{} 个单位十年内低于方案前：{}", losers.len(), zh.join("，")),
        format!("Worse off over ten years: {}", en.join(", ")),
    )
}

/// Why no transfer cures: all gains together are below 0 by `lack` fen.
pub fn proof(lack: i64, sign: &str) -> Text {
    let (zh, en) = (wan(lack), million(lack));
    Text::new(
        format!(
            "全部单位的得失合计为 {sign}−{zh} 万元。转移支付只搬动资金、不增加资金，合计为负时必有单位受损；请调整布局"
        ),
        format!(
            "All gains add up to {sign}−CNY {en}m. Transfers move money and make none, so somebody must lose; change the plan"
        ),
    )
}

/// One proposed payment.
pub fn payment(scenario: &Scenario, (from, to): (&UnitId, &UnitId), fen: i64, sign: &str) -> Text {
    let (from, to) = (unit_name(scenario, from), unit_name(scenario, to));
    let (zh, en) = (wan(fen), million(fen));
    Text::new(
        format!("{} → {}　{sign}{zh} 万元", from.zh, to.zh),
        format!("{} → {}  {sign}CNY {en}m", from.english(), to.english()),
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

//! Labels, buttons and empty states of sharing: agreements, their books, the guard.

use crate::i18n::phrase::Phrase;

/// The workspace.
pub const SHARING: Phrase = Phrase::new("支持与共享", "Sharing");
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
pub const DROP_AGREEMENT: Phrase = Phrase::new("撤回协议", "Take the agreement back");
/// The host has changed.
pub const RENEW: Phrase = Phrase::new("重新约定…", "Agree anew…");
/// Heading of the list.
pub const AGREED: Phrase = Phrase::new("共享协议", "Agreements");
/// Heading: placed elsewhere than reported, and nothing agreed.
pub const OPEN: Phrase = Phrase::new("与首报地未约定", "Not agreed with the first reporter");
/// Agrees on such a project.
pub const AGREE_ON: Phrase = Phrase::new("约定…", "Agree…");
/// There are none: what to do.
pub const NO_AGREEMENTS: Phrase = Phrase::new(
    "本方案没有共享协议。项目落在首报地以外时，与首报地约定税收分享",
    "This plan has no agreement. Agree on sharing where a project stands outside the unit that reported it first",
);
/// None is chosen.
pub const CHOOSE_AGREEMENT: Phrase =
    Phrase::new("在左侧选择一份协议，查看逐年台账", "Choose an agreement at the left to read its ledger");
/// How an agreement stands: in force.
pub const IN_FORCE: Phrase = Phrase::new("执行中", "In force");
/// How an agreement stands: not placed.
pub const AGREEMENT_NOT_PLACED: Phrase = Phrase::new("项目待布局", "Unplaced");
/// How an agreement stands: host differs.
pub const HOST_DIFFERS: Phrase = Phrase::new("承接方已变", "Host differs");
/// Head of a column: year.
pub const YEAR: Phrase = Phrase::new("年份", "Year");
/// Head of a column: base by the figures of the project.
pub const EXPECTED: Phrase = Phrase::new("预期基数", "Expected");
/// Head of a column: base by what was booked.
pub const ACTUAL: Phrase = Phrase::new("实缴基数", "Booked");
/// Head of a column: originator.
pub const ORIGINATOR: Phrase = Phrase::new("引荐方", "Originator");
/// Head of a column: host.
pub const HOST: Phrase = Phrase::new("承接方", "Host");
/// Head of a column: others.
pub const OTHERS: Phrase = Phrase::new("其他方", "Others");
/// Head of a column: what the host hands on.
pub const DUE: Phrase = Phrase::new("应付", "Due");
/// Head of a column: paid.
pub const PAID: Phrase = Phrase::new("已付", "Paid");
/// Head of a column: owed.
pub const OWED: Phrase = Phrase::new("尚欠", "Owed");
/// The last row.
pub const SUM: Phrase = Phrase::new("合计", "Total");
/// Books a year.
pub const BOOK: Phrase = Phrase::new("登记…", "Book…");
/// The project states no tax.
pub const NO_TAX: Phrase =
    Phrase::new("项目未填税收，预期无法计算", "The project states no tax: nothing can be expected");
/// Unit of the ledger.
pub const LEDGER_UNIT: Phrase = Phrase::new("万元", "CNY 10k");
/// What counts for whom.
pub const COUNTED: Phrase = Phrase::new("产值与投资的归属", "Output and investment");
/// Head of a column: official.
pub const OFFICIAL: Phrase = Phrase::new("官方统计", "Official");
/// Head of a column: assessment.
pub const ASSESSED: Phrase = Phrase::new("市内考核", "Assessment");
/// Name of a row: output (full production).
pub const OUTPUT: Phrase = Phrase::new("产值（达产年）", "Output (full production)");
/// Name of a row: investment (first year).
pub const INVESTMENT: Phrase = Phrase::new("投资（首年）", "Investment (first year)");
/// How double counting is meant.
pub const NO_DOUBLE: Phrase = Phrase::new(
    "官方统计按在地原则全归承接方；市内考核另列，指标双算不进入全市合计",
    "Official statistics go to the host by location; assessment stands apart, and double counting never enters the city total",
);
/// Name of a row: city total.
pub const CITY_TOTAL: Phrase = Phrase::new("全市合计", "City total");
/// Name of a bar: with the plan.
pub const WITH_PLAN: Phrase = Phrase::new("有方案", "With the plan");
/// Name of a bar: without the plan.
pub const WITHOUT_PLAN: Phrase = Phrase::new("无方案", "Without the plan");
/// Head of a column: gain.
pub const GAIN: Phrase = Phrase::new("得失", "Gain");
/// Head of a column: unit.
pub const UNIT: Phrase = Phrase::new("单位", "Unit");
/// Heading of a sheet: units over ten years.
pub const WELFARE: Phrase = Phrase::new("各单位十年得失", "Units over ten years");
/// How the plan is left out.
pub const WITHOUT_MEANS: Phrase = Phrase::new(
    "“无方案”：各单位保留自己首报、且自有园区单独即可合法承接的项目；其余项目不落地",
    "Without the plan each unit keeps the projects that it reported first and one of its own parks may legally take alone; the others go to nobody",
);
/// Heading of a sheet: year by year.
pub const BOOKS: Phrase = Phrase::new("逐年收支", "Year by year");
/// Head of a column: hosted.
pub const HOSTED: Phrase = Phrase::new("园区税收", "Hosted");
/// Head of a column: handed on.
pub const HANDED_ON: Phrase = Phrase::new("分出", "Handed on");
/// Head of a column: received.
pub const RECEIVED: Phrase = Phrase::new("分入", "Received");
/// Column and heading.
pub const TRANSFERS: Phrase = Phrase::new("补偿", "Transfers");
/// Head of a column: net.
pub const NET: Phrase = Phrase::new("净额", "Net");
/// Heading of a sheet: agreed transfers.
pub const AGREED_TRANSFERS: Phrase = Phrase::new("已商定的补偿", "Agreed transfers");
/// There are none: what to do.
pub const NO_TRANSFERS: Phrase = Phrase::new(
    "没有商定的补偿。有单位受损时，在此商定由得益单位补偿",
    "No transfer agreed. Where a unit is worse off, agree that those who gain pay it",
);
/// Adds a transfer.
pub const NEW_TRANSFER: Phrase = Phrase::new("新增补偿…", "New transfer…");
/// Changes a transfer.
pub const EDIT_TRANSFER: Phrase = Phrase::new("修改补偿…", "Edit transfer…");
/// Takes a transfer back.
pub const DROP_TRANSFER: Phrase = Phrase::new("撤回补偿", "Take back the transfer");
/// Agrees the proposed payments.
pub const COMPENSATE: Phrase = Phrase::new("商定这些补偿", "Agree these transfers");
/// Heading of a sheet: proposed transfers.
pub const PROPOSED: Phrase = Phrase::new("建议补偿", "Proposed transfers");
/// Why these.
pub const LEAST_THAT_MOVES: Phrase = Phrase::new(
    "这是使各单位都不低于方案前的最小总额，由得益最多的单位支付",
    "The least that leaves nobody worse off, paid by those who gain most",
);
/// Nobody loses.
pub const NOBODY_WORSE: Phrase = Phrase::new("没有单位受损", "Nobody is worse off");
/// There are no units: what to do.
pub const NO_UNITS: Phrase = Phrase::new(
    "数据中没有单位。请在表格中填写单位后导入",
    "There are no units. Fill them in on a sheet and import it",
);
/// Heading of a sheet: agreement.
pub const AGREEMENT_SHEET: Phrase = Phrase::new("共享协议", "Agreement");
/// Label of a field: template.
pub const TEMPLATE: Phrase = Phrase::new("模板", "Template");
/// Label of a field: first year.
pub const FIRST_YEAR: Phrase = Phrase::new("首年", "First year");
/// Label of a field: last year.
pub const LAST_YEAR: Phrase = Phrase::new("末年", "Last year");
/// Label of a field: outlay (CNY 10k).
pub const OUTLAY: Phrase = Phrase::new("引荐方投入（万元）", "Outlay (CNY 10k)");
/// Label of a field: base-year tax (CNY 10k).
pub const BASE_TAX: Phrase = Phrase::new("基年税收（万元）", "Base-year tax (CNY 10k)");
/// Hint of the outlay.
pub const OUTLAY_HINT: Phrase = Phrase::new("可空；模板约定先返还时用", "Optional; of the originator");
/// Hint of the tax of the base year.
pub const BASE_TAX_HINT: Phrase = Phrase::new("可空；存量搬迁时用", "Optional; of a relocation");
/// Whether the terms are the agreement's own.
pub const OWN_TERMS: Phrase = Phrase::new("自定比例", "Own terms");
/// Whether the terms are those of the template.
pub const TEMPLATE_TERMS: Phrase = Phrase::new("按模板比例", "Terms of the template");
/// Label of a field: from year.
pub const FROM_YEAR: Phrase = Phrase::new("自第几年", "From year");
/// Label of a field: to year.
pub const TO_YEAR: Phrase = Phrase::new("至第几年", "To year");
/// Label of a field: originator %.
pub const ORIGINATOR_SHARE: Phrase = Phrase::new("引荐方 %", "Originator %");
/// Button of a form: add a window.
pub const ADD_TERM: Phrase = Phrase::new("加一段", "Add a window");
/// Button of a form: remove the window.
pub const DROP_TERM: Phrase = Phrase::new("删除这一段", "Remove the window");
/// Further parties.
pub const FURTHER: Phrase = Phrase::new("其他参与方", "Further parties");
/// Button of a form: add a party.
pub const ADD_PARTY: Phrase = Phrase::new("加一方", "Add a party");
/// Button of a form: remove the party.
pub const DROP_PARTY: Phrase = Phrase::new("删除这一方", "Remove the party");
/// Label of a field: share %.
pub const SHARE: Phrase = Phrase::new("比例 %", "Share %");
/// Unfolds the worths of coalitions.
pub const BY_CONTRIBUTION: Phrase = Phrase::new("按贡献分配（Shapley 值）", "Shares by contribution (Shapley)");
/// How the worths are meant.
pub const WORTHS_HINT: Phrase = Phrase::new(
    "填写各种组合每年能得多少（万元，由各方自行申明）；单独一方不填即为 0。每一方得其加入时平均增加的数额",
    "State what each combination could have a year (CNY 10k, by the parties' own word); one alone has 0 unless stated. Each party has what it adds on average when it joins",
);
/// Label of a field: what units could have together.
pub const WORTH: Phrase = Phrase::new("每年可得（万元）", "Worth a year (CNY 10k)");
/// More parties than there are fields for.
pub const TOO_MANY_PARTIES: Phrase = Phrase::new(
    "本表只用于三方或四方；更多方的各组合数额请写入数据文件",
    "This sheet is for three or four parties; state the worths of more in the file",
);
/// Heading of the shares.
pub const CONTRIBUTIONS: Phrase = Phrase::new("各方按贡献应得", "What each party has by contribution");
/// Head of a column: a party.
pub const PARTY: Phrase = Phrase::new("参与方", "Party");
/// Head of a column: what it has.
pub const SHARE_A_YEAR: Phrase = Phrase::new("万元/年", "CNY 10k a year");
/// Nobody would rather leave.
pub const IN_CORE: Phrase =
    Phrase::new("任何几方另行合作都不会得到更多（在核内）", "No group could have more by itself (in the core)");
/// Whatever the division, some would rather leave.
pub const NO_CORE: Phrase = Phrase::new(
    "无论怎样分，总有几方另行合作能得到更多（核为空）：先谈各方申明的数额",
    "However it is divided, some could have more by themselves (the core is empty): talk about the stated worths first",
);
/// Shares cannot be made of it.
pub const NO_SHARES: Phrase = Phrase::new(
    "有一方应得为负或合计为零，不能折成分享比例",
    "Somebody would have less than nothing, or all is nothing: it makes no shares",
);
/// Takes the shares over into the agreement.
pub const TAKE_SHARES: Phrase = Phrase::new("按此分配", "Take these shares");
/// Heading of a sheet: the first years.
pub const PREVIEW: Phrase = Phrase::new("前几年预览", "The first years");
/// Deed of a sheet: agree.
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
/// Heading of a sheet: book a year.
pub const BOOKING_SHEET: Phrase = Phrase::new("登记台账", "Book a year");
/// Label of a field: tax retained in the county (CNY 10k).
pub const TAX_FIELD: Phrase = Phrase::new("县级留存税收（万元）", "Tax retained in the county (CNY 10k)");
/// Label of a field: incentives paid (CNY 10k, optional).
pub const INCENTIVES_FIELD: Phrase = Phrase::new("已兑现奖补（万元，可空）", "Incentives paid (CNY 10k, optional)");
/// Label of a field: handed on so far (CNY 10k, optional).
pub const PAID_FIELD: Phrase = Phrase::new("已付分享款（万元，可空）", "Handed on so far (CNY 10k, optional)");
/// What an empty entry means.
pub const EMPTY_TAKES_BACK: Phrase =
    Phrase::new("全部留空即撤回这一年的登记", "Leave all empty to take the entry of the year back");
/// Heading of a sheet: transfer.
pub const TRANSFER_SHEET: Phrase = Phrase::new("单位间补偿", "Transfer");
/// Label of a field: pays.
pub const PAYS: Phrase = Phrase::new("支付方", "Pays");
/// Label of a field: receives.
pub const RECEIVES: Phrase = Phrase::new("接受方", "Receives");
/// Label of a field: amount in all (CNY 10k).
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

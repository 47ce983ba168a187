//! The page of support and sharing: pools, programmes, promises, agreements, shares by contribution, the guard.

use super::{ASSUMED, BROKEN, Formula, Live, NEAR, Page, Sign, Step, UNKNOWN, p, step, written};

/// The page.
pub const PAGE: Page = Page {
    answers: p(
        "要素和资金分给谁，答应的事办了没有，项目落在别处的税收怎样分？谁比没有方案时更差，最少补多少能补平，都算到分。",
        "Who gets factors and funds, were promises kept, and how is the tax of a project shared that stands elsewhere? Who is worse off than without the plan, and the least that cures it, is reckoned to the fen.",
    ),
    steps: STEPS,
    formulas: FORMULAS,
    signs: SIGNS,
};

const STEPS: &[Step] = &[
    step(
        p("在四页之间切换", "Turn between the four pages"),
        p("点上方的页名", "Click the name of a page above"),
        p("← → 换页", "← → turn the page"),
    ),
    step(
        p("看资金分给谁、为什么", "See who is funded, and why"),
        p("“要素与资金”页点一个扶持计划，逐条看说明", "Click a programme on \"Pools and funds\"; each claim says why"),
        p("Tab 到该计划，Enter", "Tab to the programme, Enter"),
    ),
    step(
        p("登记申请、按规则安排", "Record a claim, grant by the rule"),
        p(
            "“登记申请…”，再点“按规则安排”；与规则不同须写理由",
            "\"New claim…\", then \"Grant by the rule\"; to depart from the rule, state a reason",
        ),
        p("Ctrl+K，输入“登记申请”", "Ctrl+K, then type \"new claim\""),
    ),
    step(
        p("登记服务或履约事项", "Record a service task or a commitment"),
        p("“服务与履约”页的“新增服务事项…”等按钮", "\"New service task…\" and the like on \"Promises\""),
        p("Ctrl+K，输入“新增事项”", "Ctrl+K, then type \"new promise\""),
    ),
    step(
        p("签一份共享协议", "Agree on sharing"),
        p(
            "“协议与台账”页点“约定”或“新增协议…”，选模板、年段和比例",
            "\"Agree\" or \"New agreement…\" on \"Agreements\": template, windows of years, shares",
        ),
        p("Ctrl+K，输入“新增协议”", "Ctrl+K, then type \"new agreement\""),
    ),
    step(
        p("登记一年的台账", "Book a year of the ledger"),
        p("选协议，点该年的“登记”", "Choose the agreement, then \"Book\" at the year"),
        p("Tab 到该年，Enter", "Tab to the year, Enter"),
    ),
    step(
        p("补平受损的单位", "Cure those who are worse off"),
        p("“利益保障”页点“商定这些补偿”，或“新增补偿…”", "\"Agree these transfers\" or \"New transfer…\" on \"Guard\""),
        p("Ctrl+K，输入“新增补偿”", "Ctrl+K, then type \"new transfer\""),
    ),
];

const FORMULAS: &[Formula] = &[
    Formula {
        name: p("地方留成与基数", "What stays in the county, and the base"),
        reckoned: p(
            "留成 = Σ 项目税收 × 该税占比 × 县级留存比例，按税种取到分\n基数 = max(0, 留成 − 奖补)",
            "retained = Σ tax of the project × part of that tax × share that stays in the county, to the fen by tax\nbase = max(0, retained − incentives)",
        ),
        read: p(
            "只算协议所分的税种；模板约定不扣奖补的，不扣。低于 0 的一年按 0，不结转。预期的奖补只计首年的扶持资金。",
            "Of the taxes that the agreement shares; a template may say that incentives are not taken off. A year below 0 is 0 and is not carried over. Expected incentives are the grants, in the first year.",
        ),
        live: Some(Live::Taxes),
        source: p(
            "税种、占比与留存比例是情景数据，各有来源；模板见其文件",
            "taxes, parts and shares are data of the scenario, each with its source; templates name their document",
        ),
    },
    Formula {
        name: p("一年怎样分", "How a year is split"),
        reckoned: p(
            "余额 = 基数 − 留给迁出方的基年税收 − 返还引荐方的投入\n其他方 = 余额 × 各自比例；引荐方 : 承接方 = 年段比例，分其余部分",
            "rest = base − tax of the base year left to the origin − outlay repaid to the originator\nothers = rest × their shares; originator : host = the window's shares, of what remains",
        ),
        read: p(
            "基年税收和返还投入只在模板约定时有。年段之外全归承接方。取整按最大余数，各方相加恰等于基数；平手时先给比例大的，再给承接方。",
            "Base-year tax and repaid outlay where the template has them. Outside of every window the host keeps all. Rounded by largest remainder, the shares add up to the base; on a tie the larger share is first, then the host.",
        ),
        live: Some(Live::Templates),
        source: p(
            "共享模板（情景数据，各有文件）；最大余数法：Balinski 与 Young 1982",
            "sharing templates (data of the scenario, with their documents); largest remainder: Balinski and Young 1982",
        ),
    },
    Formula {
        name: p("按贡献分配（三方及以上）", "Shares by contribution (three parties and more)"),
        reckoned: p(
            "φ_i = Σ_S |S|! × (n − |S| − 1)! ÷ n! × [v(S 加 i) − v(S)]，S 取遍不含 i 的各组\n在核内：每一组 S 都有 Σ 组内所得 ≥ v(S)",
            "φ_i = Σ_S |S|! × (n − |S| − 1)! ÷ n! × [v(S with i) − v(S)] over all groups S without i\nin the core: for every group S, Σ of what its members have ≥ v(S)",
        ),
        read: p(
            "v 是各方自己填的：几方合作每年可得多少。φ 是一方在所有加入顺序中平均带来的增量；不在核内，就有几方另行合作会得到更多。",
            "v is stated by the parties: what a group could have a year together. φ is what a party adds on average over all orders of arrival; outside the core some would do better by themselves.",
        ),
        live: None,
        source: p("Shapley 1953；核：Gillies 1959", "Shapley 1953; core: Gillies 1959"),
    },
    Formula {
        name: p("谁受损，最少补多少", "Who is worse off, and the least that cures it"),
        reckoned: p(
            "净额 = 园区税收 − 分出 + 分入 + 补偿；得失 = Σ 有方案 − Σ 无方案\n最少补偿 = Σ max(0, −得失)，Σ 得失 ≥ 0 时才补得平",
            "net = hosted − handed on + received + transfers; gain = Σ with the plan − Σ without it\nleast transfer = Σ max(0, −gain), possible where Σ gain ≥ 0",
        ),
        read: p(
            "按十年计。“无方案”指各单位保留自己首报、且自有园区单独即可合法承接的项目。补偿由得益最多者出；补偿只搬动资金，合计为负就补不平。",
            "Over ten years. Without the plan each unit keeps what it reported first and one of its own parks may legally take alone. Those who gain most pay; transfers make no money, so a loss in sum cannot be cured.",
        ),
        live: None,
        source: p("本程序的定义；补偿之和为最小", "defined by this program; no smaller sum cures all"),
    },
    Formula {
        name: p("扶持资金的三种规则", "Three rules for a programme"),
        reckoned: p(
            "按优先序：依次给足，钱尽为止\n择优：在 Σ 金额 ≤ 预算的各组申请中，取 Σ 税收最大的一组\n按比例：x = min(上限, max(下限, λ × 上限))，Σ x = min(预算, Σ 上限)",
            "by priority: each in full, in order, as far as the budget goes\nvalue for money: of all sets of claims with Σ amount ≤ budget, the one with most Σ tax\nin proportion: x = min(most, max(least, λ × most)), Σ x = min(budget, Σ most)",
        ),
        read: p(
            "每笔申请先截到计划的上限，低于最低有效金额就不给。按比例而预算连下限都不够时，从优先序最后的起逐个退出。会议已另定的金额先扣除。",
            "Every claim is first cut to the ceiling of the programme; below the least of use it gets nothing. Where the budget does not even reach the floors, the last by priority are left out. What a meeting set otherwise is taken off first.",
        ),
        live: Some(Live::Programmes),
        source: p(
            "背包问题：Kellerer、Pferschy 与 Pisinger 2004；带上下限的注水分配",
            "knapsack: Kellerer, Pferschy and Pisinger 2004; proportional by water-filling between floors and ceilings",
        ),
    },
    Formula {
        name: p("全市要素池", "Pools of the city"),
        reckoned: p(
            "Σ 各园区 (Σ 项目需求 + Σ 有效预留) ≤ 全市指标",
            "Σ over parks (Σ demand of placed projects + Σ live reservations) ≤ quota of the city",
        ),
        read: p(
            "余量不足一成为临界。预留到期的次日自动归还。",
            "Less than a tenth left is near. The day after its last one, a reservation is back in the pool.",
        ),
        live: None,
        source: p("规则包中全市要素池的条文", "the clauses on city pools in the rule pack"),
    },
    Formula {
        name: p("承诺兑现率", "Promises kept"),
        reckoned: p("按期办结 ÷ (按期办结 + 逾期办结 + 逾期)", "done in time ÷ (done in time + done late + overdue)"),
        read: p(
            "距承诺日 15 天以内为临期。今天按情景的数据日期。",
            "Within 15 days of its day a promise is due soon. Today is the day of the scenario.",
        ),
        live: None,
        source: p("本程序的定义", "defined by this program"),
    },
];

const SIGNS: &[Sign] = &[
    written("−", p("得失为负：该单位比没有方案时更差", "A negative gain: the unit is worse off than without the plan")),
    NEAR,
    BROKEN,
    UNKNOWN,
    ASSUMED,
];

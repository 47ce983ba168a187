//! The page of placement: caps, capacities, thresholds, suitability, coupling, the order of plans, how firm an answer is.

use super::{ASSUMED, BROKEN, Formula, Live, Mark, NEAR, Page, Sign, Step, UNKNOWN, p, sign, step};
use crate::rules::finding::State;

/// The page.
pub const PAGE: Page = Page {
    answers: p(
        "每个待布局项目放到哪个园区最合适，放进去会突破什么？松手之前，每张园区卡片都给出答案；松手之后，一步即可撤销。",
        "Which park suits each unplaced project, and what would it break there? Every park card answers before you let go, and one step takes it back.",
    ),
    steps: STEPS,
    formulas: FORMULAS,
    signs: SIGNS,
};

const STEPS: &[Step] = &[
    step(
        p("布局一个项目", "Place a project"),
        p(
            "从左侧队列拖到园区卡片上；双击则放入最合适的园区",
            "Drag it from the queue onto a park card; a double click takes the park that suits best",
        ),
        p(
            "↑ ↓ 选项目，空格拿起，方向键选园区，Enter 放下，Esc 取消；Ctrl+B 放入最合适的园区",
            "↑ ↓ choose a project, Space picks it up, arrows choose a park, Enter drops, Esc puts it back; Ctrl+B takes the best park",
        ),
    ),
    step(
        p("从排好的园区中选", "Choose from ranked parks"),
        p("右键项目，选“放入…”", "Right-click the project, then \"Place in…\""),
        p("Ctrl+P，输入园区名，Enter", "Ctrl+P, type the name of a park, Enter"),
    ),
    step(
        p("看问题的由来和出路", "See why something is found, and the ways out"),
        p(
            "点下方清单中的一行：右侧说明怎样算、谁造成、条文出处；展开的出路可一键执行",
            "Click a row of the list below: the right side tells how it was counted, who causes it and the clause; a way out is applied by its button",
        ),
        p("F8 下一项，Shift+F8 上一项；Ctrl+M 申请豁免", "F8 next, Shift+F8 previous; Ctrl+M applies for a waiver"),
    ),
    step(
        p("回答“为何不是我们园区”", "Answer \"why not our park?\""),
        p(
            "选中项目，在右侧排名中点一个园区的“为何不是这里…”",
            "Select the project; at a park in the ranking on the right, \"Why not here…\"",
        ),
        p("选中项目后 Ctrl+W", "Ctrl+W with the project selected"),
    ),
    step(
        p("给园区加一个定位", "Designate an industry in a park"),
        p("选中园区，点右侧的“空位”", "Select the park, then click a free slot on the right"),
        p("选中园区后 Ctrl+K，输入“新增定位”", "Ctrl+K with the park selected, then type \"new position\""),
    ),
    step(
        p("收回或钉住项目", "Take a project back, or pin it"),
        p("拖回队列；在项目菜单中选“钉住”", "Drag it back to the queue; \"Pin\" in its menu"),
        p("Delete 收回，Ctrl+L 钉住", "Delete takes it back, Ctrl+L pins it"),
    ),
    step(
        p("让程序布局其余项目", "Let the program place the rest"),
        p("“方案”菜单的“求解…”，再逐组接受或拒绝", "\"Solve…\" in the menu Plan, then accept or reject group by group"),
        p(
            "Ctrl+R 求解，Ctrl+Shift+R 在复核与看板间切换，Ctrl+Enter 采用",
            "Ctrl+R solves, Ctrl+Shift+R turns between review and board, Ctrl+Enter applies",
        ),
    ),
    step(
        p("退回任何一步", "Go back to any step"),
        p("看板下方回执上的“撤销”", "\"Undo\" on the receipt under the board"),
        p(
            "Ctrl+Z 撤销，Ctrl+Y 重做，Ctrl+H 列出全部步骤",
            "Ctrl+Z undoes, Ctrl+Y does it again, Ctrl+H lists all steps",
        ),
    ),
];

const FORMULAS: &[Formula] = &[
    Formula {
        name: p("定位上限与承载产业", "Caps on positions, and industries carried"),
        reckoned: p(
            "主导定位数 ≤ L，特色定位数 ≤ C\n承载 = min(主导, L) + min(特色, C) + 新项目中没有定位覆盖的细分领域数 ≤ L + C",
            "leading positions ≤ L, characteristic positions ≤ C\ncarried = min(leading, L) + min(characteristic, C) + sub-sectors of placed projects that no position covers ≤ L + C",
        ),
        read: p(
            "数的是定位，不是细分领域；现有企业不计入承载。L、C 由规则包按园区级别设定。",
            "Positions are counted, not sub-sectors; existing enterprises never count. L and C are set by the rule pack for each level of park.",
        ),
        live: Some(Live::Caps),
        source: p(
            "规则包中的定位条文；点开该项问题可见原文与出处",
            "the clause on positions in the rule pack, with its document: click such a finding",
        ),
    },
    Formula {
        name: p("要素是否够用", "Does a factor suffice"),
        reckoned: p(
            "Σ 已布局项目需求 + Σ 有效预留 ≤ 园区可供量\n临界：可供量 − 需求 < 可供量 × 10 %",
            "Σ demand of placed projects + Σ live reservations ≤ what the park has to spare\nnear: spare − demand < 10 % of spare",
        ),
        read: p(
            "用地、厂房、用电、用水、污水、能耗逐项判定；用标准厂房的项目占面积、不占地。缺可供量或需求则为待核，不按 0 算。",
            "Judged factor by factor: land, floor, power, water, sewage, energy; a project in a standard plant takes floor and no land. Without the capacity or a demand it is unknown, never 0.",
        ),
        live: None,
        source: p("规则包中各要素规则的条文", "the clauses of the factor rules in the rule pack"),
    },
    Formula {
        name: p("亩均门槛", "Thresholds per mu"),
        reckoned: p(
            "投资（税收、产值）÷ 用地 ≥ 细分领域门槛 × 园区系数\n标准厂房：÷ 每千平方米建筑面积，门槛再乘厂房系数",
            "investment (tax, output) ÷ land ≥ threshold of the sub-sector × factor of the park\nstandard plant: ÷ each 1,000 m² of floor, threshold × plant factor",
        ),
        read: p(
            "按一期数字判定；高出门槛不足一成为临界。门槛是细分领域的数据，系数属于园区和规则包。",
            "Judged by the figures of the first phase; less than a tenth above is near. Thresholds are data of the sub-sectors, factors those of park and rule pack.",
        ),
        live: None,
        source: p("规则包中亩均规则的条文", "the clauses of the rules per mu in the rule pack"),
    },
    Formula {
        name: p("适配分", "Suitability score"),
        reckoned: p("适配分 = 1000 × Σ w·v ÷ Σ w", "score = 1000 × Σ w·v ÷ Σ w"),
        read: p(
            "v 是每条准则的值，0 到 1；w 是权重。项目未填或无关的准则对所有园区都不计；只有这个园区缺数据时给出区间：未知部分按 0 到按 1。否决不扣分，分数也抵不了否决。",
            "v is the value of a criterion, 0 to 1, w its weight. What the project does not state or is not concerned by is left out for all parks alike; where this park alone lacks a figure there is a band: the unknown part worth 0, and worth 1. A veto takes off no points, and no points buy off a veto.",
        ),
        live: Some(Live::Weights),
        source: p(
            "加性价值模型：Fishburn 1967；Keeney 与 Raiffa 1976。整数分按最大余数法取整",
            "additive value model: Fishburn 1967; Keeney and Raiffa 1976. Whole points by largest remainder",
        ),
    },
    Formula {
        name: p("准则的值", "Value of a criterion"),
        reckoned: p("v = (x − x0) ÷ (x1 − x0)，限于 0 到 1", "v = (x − x0) ÷ (x1 − x0), kept within 0 and 1"),
        read: p(
            "x0 处值为 0，x1 处值为 1。两端固定，不随候选园区变化：多一个或少一个园区，不会改变另外两个的先后。",
            "Worth 0 at x0 and 1 at x1. The ends are fixed and do not follow the candidates: a park more or less never turns the order of two others.",
        ),
        live: Some(Live::Scales),
        source: p("两端由规则包设定；Keeney 与 Raiffa 1976", "ends set by the rule pack; Keeney and Raiffa 1976"),
    },
    Formula {
        name: p("定位契合", "Position fit"),
        reckoned: p(
            "取最先成立的一项：主导，特色，扶持方向，与定位上下游相连（重要或核心），同一大类，无关",
            "the first that holds: leading, characteristic, stated direction, linked to a position (important or core), same sector, unrelated",
        ),
        read: p("定位以本方案为准。", "Positions are those of the plan."),
        live: Some(Live::Relations),
        source: p("取值由规则包设定", "values set by the rule pack"),
    },
    Formula {
        name: p("集群强度", "Cluster strength"),
        reckoned: p(
            "三项取均值：log2(LQ)，占全市该领域产值的比重，占全市该领域企业数的比重\nLQ = (X_pi ÷ X_p) ÷ (X_i ÷ X)",
            "mean of three values: log2(LQ), share of the city's output in the sub-sector, share of its firms\nLQ = (X_pi ÷ X_p) ÷ (X_i ÷ X)",
        ),
        read: p(
            "X_pi 是细分领域 i 在园区 p 的产值。三项各按固定两端换算为 0 到 1；项目自己不计。",
            "X_pi is the output of sub-sector i in park p. Each of the three is scaled to 0 to 1 between its ends; the project itself is left out.",
        ),
        live: None,
        source: p("区位熵：Florence 1939；Balassa 1965", "location quotient: Florence 1939; Balassa 1965"),
    },
    Formula {
        name: p("链条耦合", "Chain coupling"),
        reckoned: p(
            "上游 = Σ min(d_i, x_i) ÷ Σ d_i，下游 = min(o, D) ÷ o\n耦合 = 有定义者的均值；d_i = o × μ × w_i ÷ Σ w",
            "upstream = Σ min(d_i, x_i) ÷ Σ d_i, downstream = min(o, D) ÷ o\ncoupling = mean of those defined; d_i = o × μ × w_i ÷ Σ w",
        ),
        read: p(
            "o 是项目产值，d_i 是所需配套，x_i 是园区及邻近园区能供的，D 是它们能买的，w 是产业链权重。说的是可供，不是实际采购。项目未填产值时，按全市该领域企业的平均规模假定。",
            "o is the output of the project, d_i what it needs, x_i what the park and its neighbours could supply, D what they could take, w the weights of the chain. It tells what could be supplied, not what is bought. A project without output is taken for as large as the average firm of its sub-sector.",
        ),
        live: Some(Live::Chain),
        source: p("供需池：Isard 1953；Schaffer 与 Chu 1969", "supply-demand pool: Isard 1953; Schaffer and Chu 1969"),
    },
    Formula {
        name: p("要素余量", "Headroom"),
        reckoned: p(
            "最紧要素的 (可供 − 已用 − 所需) ÷ 可供",
            "of the tightest factor: (capacity − used − need) ÷ capacity",
        ),
        read: p(
            "已用只计钉住的项目和有效预留，因此不同项目的分数可以相加。",
            "Used are pinned projects and live reservations alone, so that scores of different projects add up.",
        ),
        live: None,
        source: p("两端由规则包设定", "ends set by the rule pack"),
    },
    Formula {
        name: p("同园协同", "Coupling of projects placed together"),
        reckoned: p(
            "Σ_k 同类 × [min(max(0, n + e − 1), T) − min(max(0, e − 1), T)]\n+ Σ_kl 相连 × w_kl × [min(n_k + e_k, n_l + e_l, T) − min(e_k, e_l, T)]\n+ Σ_k 主导 × min(n, T_L)，k 为本园主导",
            "Σ_k same × [min(max(0, n + e − 1), T) − min(max(0, e − 1), T)]\n+ Σ_kl link × w_kl × [min(n_k + e_k, n_l + e_l, T) − min(e_k, e_l, T)]\n+ Σ_k leading × min(n, T_L), where k leads in the park",
        ),
        read: p(
            "n 是同放一园、未钉住的项目数，e 是已有企业和钉住的项目数，k、l 是细分领域。单位是适配分。",
            "n are the projects placed in one park and not pinned, e the firms and pinned projects there, k and l sub-sectors. In points of the score.",
        ),
        live: Some(Live::Coupling),
        source: p("本程序的定义，参数由规则包设定", "defined by this program, parameters set by the rule pack"),
    },
    Formula {
        name: p("方案怎样比好坏", "Which plan is better"),
        reckoned: p(
            "依次比较：法定突破数，待布局数，政策突破数，适配 = Σ 适配分 + Σ 协同",
            "in this order: legal findings broken, projects unplaced, policy findings broken, fit = Σ scores + Σ coupling",
        ),
        read: p(
            "先出现差别的一级决定高下，下一级再好也不能抵上一级。已豁免、临界、待核不计入突破数；已决定暂缓或退回的项目不算待布局。",
            "The first level that differs decides; no gain below makes up for it. Waived, near and unknown count as none broken; projects that were decided to be held or returned do not wait.",
        ),
        live: None,
        source: p(
            "字典序目标；每条规则属法定还是政策由规则包设定",
            "lexicographic order; whether a rule is legal or policy is set by the rule pack",
        ),
    },
    Formula {
        name: p("首位有多稳", "How firm the first place is"),
        reckoned: p(
            "份额 = 仍居首位的次数 ÷ 10,000；每次各权重各乘 0.5 到 1.5 间的随机数，再归一",
            "share = times that it stays first ÷ 10,000; each time every weight × its own chance from 0.5 to 1.5, then scaled to 1",
        ),
        read: p(
            "≥ 80 % 稳健，50 % 到 80 % 有争议，以下未定。随机种子固定，结果可重现；只在结论同级的园区之间比较。",
            "80 % and more is clear, 50 % to 80 % contested, below open. The seed is fixed, so the answer repeats; parks with the same verdict alone compete.",
        ),
        live: None,
        source: p("SMAA：Lahdelma、Hokkanen 与 Salminen 1998", "SMAA: Lahdelma, Hokkanen and Salminen 1998"),
    },
    Formula {
        name: p("离最优有多远", "How far from the best plan"),
        reckoned: p("距上界 = (上界 − 适配) ÷ 上界", "distance = (bound − fit) ÷ bound"),
        read: p(
            "上界是任何方案都超不过的适配；前三级相同时才给出百分数，向上取到 0.1 %。已证最优表示没有更好的方案。",
            "No plan has more fit than the bound; the percentage is told where the first three levels are alike, rounded up to 0.1 %. Proven best means that no plan is better.",
        ),
        live: None,
        source: p(
            "拉格朗日对偶（各限额的影子价格）与 Dantzig、Wolfe 的整园组合",
            "Lagrangian duality (shadow prices of every limit), and whole loads of parks after Dantzig and Wolfe",
        ),
    },
];

const SIGNS: &[Sign] = &[
    sign(Mark::State(State::Holds), p("合规：规则满足", "Holds: the rule is met")),
    NEAR,
    BROKEN,
    sign(
        Mark::State(State::Waived),
        p(
            "豁免：突破，但有权单位已在期限内豁免",
            "Waived: broken, under a waiver of an authority that has not expired",
        ),
    ),
    UNKNOWN,
    sign(
        Mark::State(State::Off),
        p("停用：规则在规则包中关闭，仍列出", "Off: switched off in the rule pack, and still listed"),
    ),
    sign(
        Mark::Vetoed,
        p(
            "否决：一条阻断规则不满足，不能放入；附理由和条文",
            "Vetoed: a rule that blocks is broken; reason and clause stand beside it",
        ),
    ),
    ASSUMED,
];

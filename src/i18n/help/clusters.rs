//! The page of clusters: quotients, concentration, variety, likeness, chains, potential.

use super::{ASSUMED, Formula, Live, NEAR, Page, Sign, Step, p, step, written};

/// The page.
pub const PAGE: Page = Page {
    answers: p(
        "各园区强在哪里，彼此有多像，产业链缺哪一环？每张图都可看现状、方案或差值，指向图中一处，其他图同时亮出。",
        "What is each park strong in, how alike are they, and which link of the chain is missing? Every picture shows now, the plan or the difference, and what is pointed at in one lights up in the others.",
    ),
    steps: STEPS,
    formulas: FORMULAS,
    signs: SIGNS,
};

const STEPS: &[Step] = &[
    step(
        p("在现状、方案、差值间切换", "Turn between now, plan and difference"),
        p("点上方的“时点”", "Click \"State\" above"),
        p("Tab 到所选的一项，Enter", "Tab to the choice, Enter"),
    ),
    step(
        p("换口径或粗细", "Change measure or grain"),
        p("上方选产值、税收等口径，选行业大类或细分领域", "Choose output, tax and so on, sectors or sub-sectors above"),
        p("Tab 到所选的一项，Enter", "Tab to the choice, Enter"),
    ),
    step(
        p("只看一张图", "See one picture alone"),
        p("图右上角“单独查看”，或在上方选图名", "\"Enlarge\" at the picture, or its name above"),
        p("Tab 到按钮，Enter；Esc 回到总览", "Tab to the button, Enter; Esc goes back to the overview"),
    ),
    step(
        p("看一个园区的全部指数", "See every index of a park"),
        p("点任一图中的园区，右侧列出", "Click the park in any picture; the right side lists them"),
        p("Alt+→ 下一个园区，Alt+← 上一个", "Alt+→ next park, Alt+← the one before"),
    ),
    step(
        p("核对图中的数", "Check the figures of a picture"),
        p("图右上角“数据表”", "\"Table\" at the picture"),
        p("Tab 到图，方向键逐个标记，Enter 选定", "Tab to the picture, arrows go from mark to mark, Enter chooses"),
    ),
    step(
        p("带走图或数据", "Carry picture or figures away"),
        p("图右上角“导出…”：PNG、SVG、CSV，或复制", "\"Export…\" at the picture: PNG, SVG, CSV, or copied"),
        p("Tab 到按钮，Enter", "Tab to the button, Enter"),
    ),
];

const FORMULAS: &[Formula] = &[
    Formula {
        name: p("区位熵", "Location quotient"),
        reckoned: p("LQ = (X_pi ÷ X_p) ÷ (X_i ÷ X)", "LQ = (X_pi ÷ X_p) ÷ (X_i ÷ X)"),
        read: p(
            "园区中的占比除以全市各园区合计中的占比。≥ 1 为专业化，≥ 1.25 为优势；企业不足 3 家不称专业化，因为小园区的熵会很大。",
            "The share in the park over the share in all parks together. 1 and more is specialised, 1.25 and more advantaged; below 3 firms the word is not used, since small parks have huge quotients.",
        ),
        live: None,
        source: p("Florence 1939；Balassa 1965", "Florence 1939; Balassa 1965"),
    },
    Formula {
        name: p("主导产业集中度", "Share of leading positions"),
        reckoned: p("Σ s_pi，i 为本园主导定位覆盖的细分领域", "Σ s_pi over the sub-sectors of leading positions"),
        read: p(
            "不是最大的几项，而是定位为主导的各项。参照线：70 % 特色园区，80 % 开发区规划目标。",
            "Not the largest trades, but those that the park is meant to lead in. Benchmarks: 70 % of characteristic parks, 80 % of the plan for development zones.",
        ),
        live: None,
        source: p(
            "70 %：工信部中小企业特色产业集群办法 2022，省级特色园区 2021–2023；80 %：省开发区规划（2015 年目标）",
            "70 %: measures of the Ministry of Industry and Information Technology for characteristic clusters 2022, provincial characteristic parks 2021–2023; 80 %: provincial plan of development zones, for 2015",
        ),
    },
    Formula {
        name: p("集中与多样", "Concentration and variety"),
        reckoned: p(
            "HHI = Σ s²，等效产业数 = 1 ÷ HHI\n熵 H = Σ s × ln(1 ÷ s)\n无关多样化 = Σ P_g × log2(1 ÷ P_g)，相关多样化 = Σ P_g × H_g",
            "HHI = Σ s², equal trades = 1 ÷ HHI\nentropy H = Σ s × ln(1 ÷ s)\nunrelated variety = Σ P_g × log2(1 ÷ P_g), related variety = Σ P_g × H_g",
        ),
        read: p(
            "g 是国标行业大类（代码前两位），P_g 是它的占比，H_g 是其内部的熵，以比特计。相关多样化高：邻近行业可互相学习；无关多样化高：冲击只伤一部分。",
            "g is a division of the industrial classification (first two digits), P_g its share, H_g the entropy within it in bits. High related variety: neighbours to learn from; high unrelated variety: a shock hits only some.",
        ),
        live: None,
        source: p(
            "Hirschman 1945；Herfindahl 1950；Shannon 1948；Theil 1967；Frenken、Van Oort 与 Verburg 2007",
            "Hirschman 1945; Herfindahl 1950; Shannon 1948; Theil 1967; Frenken, Van Oort and Verburg 2007",
        ),
    },
    Formula {
        name: p("重叠与同质化指数", "Overlap and homogeneity"),
        reckoned: p(
            "O_ab = Σ min(s_ai, s_bi)\n园区同质化 = Σ_b X_b × O_ab ÷ Σ_b X_b，b 为其他园区\n独特性 = 1 − 与任一园区的最大重叠",
            "O_ab = Σ min(s_ai, s_bi)\nhomogeneity of a park = Σ_b X_b × O_ab ÷ Σ_b X_b over the other parks b\ndistinctiveness = 1 − the highest overlap with any park",
        ),
        read: p(
            "两园产业构成中相同的部分，0 到 1；全市指数以两园规模之积为权。重叠不等于有害：同一链条的两端重叠很少，同一环节重叠很多。",
            "The part of two mixes that is the same, 0 to 1; the city's index weighs pairs by the product of their sizes. Overlap is not yet harm: two ends of one chain overlap little, two on the same link much.",
        ),
        live: None,
        source: p("Finger 与 Kreinin 1979", "Finger and Kreinin 1979"),
    },
    Formula {
        name: p("克鲁格曼指数与结构相似系数", "Krugman index and cosine"),
        reckoned: p(
            "K = Σ |s_ai − s_bi| = 2 × (1 − O_ab)\n余弦 = Σ s_ai × s_bi ÷ √(Σ s_ai² × Σ s_bi²)",
            "K = Σ |s_ai − s_bi| = 2 × (1 − O_ab)\ncosine = Σ s_ai × s_bi ÷ √(Σ s_ai² × Σ s_bi²)",
        ),
        read: p(
            "K 从 0（相同）到 2（全不同）；“专业化”一图用对其他园区合计的 K 的一半。余弦由最大的几项左右，只展示，不求和。",
            "K runs from 0 (alike) to 2 (nothing in common); the picture of specialisation shows half of K against the other parks together. The cosine is ruled by the largest trades: shown, never summed.",
        ),
        live: None,
        source: p(
            "Krugman 1991；结构相似系数（规划文本通用）",
            "Krugman 1991; structural similarity coefficient of planning papers",
        ),
    },
    Formula {
        name: p("链条覆盖（本地可供率）", "Chain coverage"),
        reckoned: p(
            "覆盖 = Σ min(D_i, x_i) ÷ Σ D_i，D_i = Σ_j a_ij × x_j，a_ij = μ_j × w_ij ÷ Σ_i w_ij\n缺口 = max(0, D_i − x_i)",
            "coverage = Σ min(D_i, x_i) ÷ Σ D_i, D_i = Σ_j a_ij × x_j, a_ij = μ_j × w_ij ÷ Σ_i w_ij\ngap = max(0, D_i − x_i)",
        ),
        read: p(
            "x 是园区产值，D 是它需要的配套，w 是产业链权重，μ 是外购占产值的比例。缺口从大到小，就是招商补链清单。说的是可供，不是实际采购。",
            "x is the output of the park, D what it needs, w the weights of the chain, μ what is purchased for a unit of output. Gaps, the largest first, are the recruiting list. It tells what could be supplied, not what is bought.",
        ),
        live: Some(Live::Chain),
        source: p(
            "Isard 1953；Schaffer 与 Chu 1969；Miller 与 Blair 2009 第 8 章",
            "Isard 1953; Schaffer and Chu 1969; Miller and Blair 2009, chapter 8",
        ),
    },
    Formula {
        name: p("耦合协调度", "Coordination degree"),
        reckoned: p(
            "C = 2 × √(u1 × u2) ÷ (u1 + u2)，T = (u1 + u2) ÷ 2，D = √(C × T)",
            "C = 2 × √(u1 × u2) ÷ (u1 + u2), T = (u1 + u2) ÷ 2, D = √(C × T)",
        ),
        read: p(
            "u1 是主导产业集中度，u2 是链条覆盖。只比较两个水平是否相当，看不出一条供应关系；报告常用，本程序不计入任何分数。",
            "u1 is the share of leading positions, u2 the chain coverage. It compares two levels and sees no single link; reports ask for it, and no score uses it.",
        ),
        live: None,
        source: p("经典形式，按 Wang 等 2021 的更正", "classic form, as set right by Wang et al. 2021"),
    },
    Formula {
        name: p("优势与潜力", "Advantage and potential"),
        reckoned: p(
            "优势 = LQ，线在 1.25\n潜力 = 在册项目产值 ÷ 全市现有产值，按细分领域；线是全市均值",
            "advantage = LQ, its line at 1.25\npotential = output of registered projects ÷ existing output of the city, by sub-sector; its line is the mean",
        ),
        read: p(
            "已退回的项目不计，未填产值的不加。潜力是报来的，不是一定实现的；全新的领域没有基数，不画。",
            "Returned projects are left out, those without output add nothing. Potential is announced, not certain; a trade that is new has no base and is not drawn.",
        ),
        live: None,
        source: p(
            "区位熵：Florence 1939；增量按项目登记表",
            "quotient: Florence 1939; growth by the register of projects",
        ),
    },
    Formula {
        name: p("要素占用", "Capacity use"),
        reckoned: p(
            "(Σ 项目需求 + Σ 有效预留) ÷ 可供量",
            "(Σ demand of placed projects + Σ live reservations) ÷ spare",
        ),
        read: p(
            "是否够用由规则判定，图中只显示。",
            "Whether it suffices is judged by the rules; the picture only shows it.",
        ),
        live: None,
        source: p("规则包中各要素规则的条文", "the clauses of the factor rules in the rule pack"),
    },
];

const SIGNS: &[Sign] = &[
    written("—", p("未定义：缺总量或只有一项，无从计算；不是 0", "Not defined: no total, or one thing alone; never 0")),
    NEAR,
    ASSUMED,
];

//! The page of comparing plans: the order of plans, ten indicators in words, findings that come and go.

use super::{ASSUMED, BROKEN, Formula, Page, Sign, Step, UNKNOWN, p, step, written};

/// The page.
pub const PAGE: Page = Page {
    answers: p(
        "几个方案相比，什么变好、什么变差、什么是取舍？去向不同的项目、新增和消除的问题，都逐项列出。",
        "What is better, worse or traded from one plan to another? Projects that stand elsewhere and findings that come and go are listed one by one.",
    ),
    steps: STEPS,
    formulas: FORMULAS,
    signs: SIGNS,
};

const STEPS: &[Step] = &[
    step(
        p("加一个方案", "Add a plan"),
        p("顶栏的 +：复制当前方案，或空方案", "+ in the top band: a copy of the plan, or an empty one"),
        p("Ctrl+K，输入“复制当前方案”", "Ctrl+K, then type \"copy this plan\""),
    ),
    step(
        p("选要对比的方案", "Choose what to compare with"),
        p("点上方的方案名，最多三个", "Click the names of plans above, three at most"),
        p("Tab 到方案名，Enter", "Tab to the name, Enter"),
    ),
    step(
        p("换基准方案", "Change the base"),
        p("点顶栏中的另一个方案", "Click another plan in the top band"),
        p("Ctrl+PageDown 下一个，Ctrl+PageUp 上一个", "Ctrl+PageDown next, Ctrl+PageUp previous"),
    ),
    step(
        p("加入另一个文件的方案", "Bring the plans of another file"),
        p("“从文件加入…”", "\"From a file…\""),
        p("Tab 到该按钮，Enter", "Tab to the button, Enter"),
    ),
    step(
        p("去看一个有差别的项目或问题", "Go to a project or finding that differs"),
        p("点列表中的一行", "Click its row"),
        p("Tab 到该行，Enter；Ctrl+2 回到看板", "Tab to the row, Enter; Ctrl+2 turns to the board"),
    ),
    step(
        p("并排看图", "See a picture of every plan"),
        p("图旁的箭头选择图表，各方案同一刻度", "The arrow at the picture chooses which; all are on one scale"),
        p("Tab 到该按钮，Enter，↑ ↓ 选择", "Tab to the button, Enter, ↑ ↓ choose"),
    ),
];

const FORMULAS: &[Formula] = &[
    Formula {
        name: p("哪个方案更好", "Which plan is better"),
        reckoned: p(
            "依次比较：法定突破数，待布局数，政策突破数，适配",
            "in this order: legal findings broken, projects unplaced, policy findings broken, fit",
        ),
        read: p(
            "前三项少者好，适配多者好；先出现差别的一项决定高下。适配 = Σ 已布局项目的适配分 + Σ 同园协同。",
            "Fewer of the first three, more of the last; the first that differs decides. Fit = Σ scores of placed projects + Σ coupling of those placed together.",
        ),
        live: None,
        source: p(
            "字典序目标；每条规则属法定还是政策由规则包设定",
            "lexicographic order; whether a rule is legal or policy is set by the rule pack",
        ),
    },
    Formula {
        name: p("变好、变差、取舍", "Better, worse, traded"),
        reckoned: p(
            "多者好：适配，亩均税收，投资，主导产业集中度，化工区余地\n少者好：法定突破，待布局，政策突破，跨区项目\n取舍：占用土地",
            "more is better: fit, tax per mu, investment, share of leading positions, chemical-zone land left\nfewer is better: legal, unplaced, policy, projects across districts\ntraded: land taken",
        ),
        read: p(
            "占地多少本身无所谓好坏，是拿土地换项目。一方没有定义时记为持平。",
            "More land taken is neither good nor bad: it is traded for what stands on it. Where one side is not defined, nothing is claimed.",
        ),
        live: None,
        source: p("本程序的定义", "defined by this program"),
    },
    Formula {
        name: p("亩均税收与占用土地", "Tax per mu and land taken"),
        reckoned: p(
            "亩均税收 = Σ 已布局项目年税收 ÷ Σ 其用地\n占用土地 = Σ 用地 + Σ 有效预留",
            "tax per mu = Σ tax a year of placed projects ÷ Σ their land\nland taken = Σ land + Σ live reservations",
        ),
        read: p(
            "标准厂房中的项目不占地，税收仍计入。没有占地时没有定义。",
            "Projects in standard plants take no land, and their tax counts all the same. Without land it is not defined.",
        ),
        live: None,
        source: p("项目登记表中的达产年数字", "the figures at full production in the register of projects"),
    },
    Formula {
        name: p("主导产业集中度", "Share of leading positions"),
        reckoned: p(
            "各园区的 Σ 主导产值 ÷ 园区产值（含方案项目），再对园区取算术平均",
            "Σ output of leading positions ÷ output of the park, with the plan; then the plain mean over the parks",
        ),
        read: p(
            "没有产值的园区不计；大园区与小园区同权。",
            "Parks without output are left out; large and small parks weigh alike.",
        ),
        live: None,
        source: p("指标定义同“集群分析”", "defined as in clusters"),
    },
    Formula {
        name: p("新增与消除的问题", "Findings gained and cured"),
        reckoned: p(
            "新增 = 在另一方案中突破或待核，在基准中不是这一状态\n消除 = 在基准中突破或待核，在另一方案中不是这一状态",
            "gained = broken or unknown in the other plan, and not in that state in the base\ncured = broken or unknown in the base, and not in that state in the other plan",
        ),
        read: p("同一规则、同一园区、同一对象视为同一问题。", "One rule about one thing in one park is one finding."),
        live: None,
        source: p("规则包；与清单同一次判定", "the rule pack; the same judgement as in the list"),
    },
    Formula {
        name: p("跨区项目与化工区余地", "Projects across districts, chemical-zone land left"),
        reckoned: p(
            "跨区 = 首报单位不受益于所在园区的已布局项目数\n余地 = Σ (化工区用地 − 需求 − 预留)",
            "across = placed projects whose first reporter does not host the park\nleft = Σ (chemical-zone land − demand − reservations)",
        ),
        read: p(
            "未填首报单位的项目不计；未填化工区的园区不计。",
            "Projects without a first reporter and parks without a chemical zone are left out.",
        ),
        live: None,
        source: p("项目登记表与园区数据", "the register of projects and the data of the parks"),
    },
];

const SIGNS: &[Sign] = &[
    written(
        "→",
        p(
            "项目的去向：基准方案中的园区到另一方案中的园区",
            "Where a project stands: the park in the base, then in the other plan",
        ),
    ),
    BROKEN,
    UNKNOWN,
    ASSUMED,
];

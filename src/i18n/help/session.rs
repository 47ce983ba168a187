//! The page of the session: what is recommended, what it rests on, what bars approval.

use super::{ASSUMED, BROKEN, Formula, Page, Sign, Step, UNKNOWN, p, step};

/// The page.
pub const PAGE: Page = Page {
    answers: p(
        "这次会商对每个项目决定什么，理由和条件是什么？当时的建议与决定一并留存，纪要和简报由此生成。",
        "What does this session decide on each project, why and on what conditions? What was recommended then is kept beside the decision, and minutes and brief come from it.",
    ),
    steps: STEPS,
    formulas: FORMULAS,
    signs: SIGNS,
};

const STEPS: &[Step] = &[
    step(
        p("新建一次会商", "Convene a session"),
        p("“新建会商…”：名称、日期、主持、参加单位", "\"New session…\": name, day, chair, offices"),
        p("Ctrl+K，输入“新建会商”", "Ctrl+K, then type \"new session\""),
    ),
    step(
        p("冻结数据", "Freeze the data"),
        p("上方的“冻结数据”", "\"Freeze data\" above"),
        p("Ctrl+K，输入“冻结”", "Ctrl+K, then type \"freeze\""),
    ),
    step(
        p("选要决定的项目", "Choose the project to decide on"),
        p("点左侧列表", "Click it in the list on the left"),
        p("↑ ↓ 上一个、下一个项目", "↑ ↓ the project before and after"),
    ),
    step(
        p("记录决定", "Record the decision"),
        p(
            "选布局、附条件布局、暂缓或退回，写理由、条件、单位、时限，点“记录决定”",
            "Place, place on conditions, hold or return; state reason, conditions, office and deadline, then \"Record decision\"",
        ),
        p("Ctrl+Enter 记录，并到下一个项目", "Ctrl+Enter records it and goes on to the next project"),
    ),
    step(
        p("记录园区管委会意见", "Record the opinion of a park committee"),
        p(
            "决定下方选园区和态度，写意见，点“记录意见”",
            "Below the decision: park, stance and words, then \"Record opinion\"",
        ),
        p("Tab 走完各栏，Enter", "Tab through the fields, Enter"),
    ),
    step(
        p("导出纪要和简报", "Export minutes and brief"),
        p("“导出…”，选报告与语言", "\"Export…\": papers and language"),
        p("Ctrl+Shift+E", "Ctrl+Shift+E"),
    ),
    step(
        p("退回一个决定", "Take a decision back"),
        p("“撤回决定”", "\"Take the decision back\""),
        p("Ctrl+Z", "Ctrl+Z"),
    ),
];

const FORMULAS: &[Formula] = &[
    Formula {
        name: p("建议的园区", "The park that is recommended"),
        reckoned: p(
            "先按结论：建议，有条件，否决；再按适配分 + 同园协同，从大到小；仍相同按名录顺序\n建议园区 = 第一位，全部否决时没有",
            "by verdict: recommended, conditional, vetoed; then by score + coupling, the most first; then by the city's list\nrecommended = the first of them, none where all are vetoed",
        ),
        read: p(
            "程序只建议，会议决定。已布局的项目先当作未布局再比较，因此不因已在某园而占便宜。",
            "The program recommends, the meeting decides. A placed project is thought away from where it stands first, so that standing there is no advantage.",
        ),
        live: None,
        source: p(
            "适配分与协同见“项目布局”；Keeney 与 Raiffa 1976",
            "score and coupling as in placement; Keeney and Raiffa 1976",
        ),
    },
    Formula {
        name: p("一个园区的结论", "The verdict on a park"),
        reckoned: p(
            "否决：放入会产生一条阻断的问题\n有条件：放入会产生法定的突破或待核，但不阻断\n建议：两者都没有",
            "vetoed: the placement brings about a finding that blocks\nconditional: it brings about something legal that is broken or unknown, and nothing blocks\nrecommended: neither",
        ),
        read: p(
            "只看放入带来的变化；方案原有的问题不算在这个项目头上。",
            "It judges the change that the placement makes; what was wrong before is not held against the project.",
        ),
        live: None,
        source: p("规则包：每条规则的级别与方式", "the rule pack: level and mode of every rule"),
    },
    Formula {
        name: p("冻结的数据", "Frozen data"),
        reckoned: p(
            "每张表的指纹 = BLAKE3(表中全部记录) 的前 16 位；与现在不同的表即为变动",
            "fingerprint of a table = first 16 digits of BLAKE3(all its records); a table that differs now has changed",
        ),
        read: p(
            "项目在登记表中的状态不计入，因为那正是会商要决定的；方案、会商和决定本身也不计。",
            "Where projects stand in the register is left out, since that is what the session decides; so are plans, sessions and decisions.",
        ),
        live: None,
        source: p("BLAKE3：O'Connor 等 2020", "BLAKE3: O'Connor et al. 2020"),
    },
    Formula {
        name: p("方案能否批准", "Whether a plan may be approved"),
        reckoned: p("法定规则中突破的 = 0，且待核的 = 0", "legal findings broken = 0, and legal findings unknown = 0"),
        read: p(
            "突破须先消除，或由有权单位在期限内豁免；待核须先补数据。",
            "What is broken is cured first, or waived by an authority; what is unknown waits for its datum.",
        ),
        live: None,
        source: p("规则包：每条规则的级别", "the rule pack: level of every rule"),
    },
];

const SIGNS: &[Sign] = &[BROKEN, UNKNOWN, ASSUMED];

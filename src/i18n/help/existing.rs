//! The page of the existing layout: shares, what lies outside the positions, overlaps of the city, relocations.

use super::{ASSUMED, BROKEN, Formula, Live, Page, Sign, Step, UNKNOWN, p, step, written};

/// The page.
pub const PAGE: Page = Page {
    answers: p(
        "今天各园区有哪些企业，哪些不在园区定位之内？该改定位还是搬企业，先试算前后对比，再写入方案。",
        "What stands in the parks today, and what of it lies outside their positions? Try before and after, then change a position or plan a relocation.",
    ),
    steps: STEPS,
    formulas: FORMULAS,
    signs: SIGNS,
};

const STEPS: &[Step] = &[
    step(
        p("看一格里有哪些企业", "See the enterprises of a cell"),
        p("点矩阵中的一格，右侧列出企业", "Click a cell of the matrix; the right side lists them"),
        p("Tab 到矩阵，方向键移动，Enter 选定", "Tab to the matrix, arrows move in it, Enter chooses"),
    ),
    step(
        p("处理定位外的产业", "Deal with what lies outside the positions"),
        p(
            "在右侧“定位外的产业”中点一行，选“列为定位…”或点企业的“试算搬迁…”",
            "Click a row of \"Outside the positions\" on the right, then \"Make it a position…\", or \"Try relocating…\" at an enterprise",
        ),
        p("Tab 到该行或按钮，Enter", "Tab to the row or button, Enter"),
    ),
    step(
        p("试算一次搬迁", "Try a relocation"),
        p(
            "选目标园区，写理由和补偿，看“前后对比”，再点“写入方案”",
            "Choose the park, state reason and compensation, read \"Before and after\", then \"Put into the plan\"",
        ),
        p("Tab 走完各栏，Enter 确认；Esc 放弃试算", "Tab through the fields, Enter confirms; Esc leaves the trial"),
    ),
    step(
        p("看全市的定位", "See the positions of the whole city"),
        p("点上方的“全市定位”", "Click \"Positions of the city\" above"),
        p("Tab 到该项，Enter", "Tab to it, Enter"),
    ),
    step(
        p("移动或改变一个定位", "Move or change a position"),
        p(
            "在“全市定位”中把定位拖到另一园区或另一栏；右键可编辑、撤出",
            "On \"Positions of the city\" drag it to another park or column; its menu edits or withdraws it",
        ),
        p("Ctrl+Shift+P 列出方案对定位的全部改动", "Ctrl+Shift+P lists every change of positions in the plan"),
    ),
    step(
        p("换一种口径", "Count something else"),
        p("上方选产值、税收、用地、就业、投资或户数", "Choose output, tax, land, jobs, investment or number above"),
        p("Tab 到所选的一项，Enter", "Tab to the choice, Enter"),
    ),
    step(
        p("带走图或数据", "Carry picture or figures away"),
        p("图上的“导出…”，或切换到数据表后复制", "\"Export…\" at the picture, or its table, which can be copied"),
        p("Ctrl+Shift+E 导出全部报告与数据表", "Ctrl+Shift+E exports all papers and tables"),
    ),
];

const FORMULAS: &[Formula] = &[
    Formula {
        name: p("占园区比重（格子的底色）", "Share of the park (the ground of a cell)"),
        reckoned: p("s_pi = X_pi ÷ X_p", "s_pi = X_pi ÷ X_p"),
        read: p(
            "X_pi 是细分领域 i 在园区 p 的企业合计，按所选口径；X_p 是该园区合计。未填的企业不计入金额，格中以 ? 标出。方案的搬迁已计入，新项目不计。",
            "X_pi is what the enterprises of sub-sector i in park p add up to, by the measure chosen; X_p the total of the park. Those that state nothing add nothing and are marked ?. Relocations of the plan are carried out, new projects are not in it.",
        ),
        live: None,
        source: p(
            "各企业记录；点数字可见每条数据的来源与置信度",
            "the records of the enterprises; each tells its source and confidence",
        ),
    },
    Formula {
        name: p("定位外的产业", "Outside the positions"),
        reckoned: p(
            "企业数 > 0，且园区没有任何定位覆盖该细分领域",
            "firms > 0, and no position of the park covers the sub-sector",
        ),
        read: p(
            "按所选口径从大到小列出。这是整改线索，现有企业不占定位名额。",
            "Listed by the measure chosen, the largest first. It is a list of things to see to: existing enterprises take up no position.",
        ),
        live: Some(Live::Caps),
        source: p("规则包中的定位条文", "the clause on positions in the rule pack"),
    },
    Formula {
        name: p("主导重叠", "Leading in too many parks"),
        reckoned: p("把某细分领域列为主导的园区数 ≤ n", "parks in which a sub-sector is leading ≤ n"),
        read: p(
            "超出即为同质化竞争的问题，列在“全市定位”下方。n 由规则包设定。",
            "More than that is homogeneous competition; it stands below the positions of the city. n is set by the rule pack.",
        ),
        live: Some(Live::Overlap),
        source: p("规则包中的同质化条文", "the clause on homogeneous positions in the rule pack"),
    },
    Formula {
        name: p("定位的宽度与支撑", "Breadth and support of a position"),
        reckoned: p(
            "一个定位的细分领域数 ≤ m\n有支撑 = 园区内至少有一家该定位的企业，或一个已布局项目",
            "sub-sectors of one position ≤ m\nsupported = at least one enterprise or placed project of the position in the park",
        ),
        read: p(
            "上限数的是定位，过宽的定位等于绕过上限，因此另设 m。",
            "Caps count positions, and one that is too broad evades them: hence m.",
        ),
        live: Some(Live::Breadth),
        source: p(
            "规则包中的定位宽度与空心定位条文",
            "the clauses on breadth and on unsupported positions in the rule pack",
        ),
    },
    Formula {
        name: p("搬迁的前后对比", "Before and after a relocation"),
        reckoned: p(
            "新增 = 搬后突破或待核、搬前不是；消除 = 反之\n迁出单位 ≠ 迁入单位 → 须有补偿约定",
            "gained = broken or unknown after it and not before; cured = the reverse\nunit that loses ≠ unit that gains → a compensation is due",
        ),
        read: p(
            "整个方案按搬迁后的样子重新判定一次，方案本身不变，直到点“写入方案”。企业用地作为目标园区的预留计入。",
            "The whole plan is judged once more as it would be; nothing changes until \"Put into the plan\". The land of the enterprise counts as a reservation in its new park.",
        ),
        live: None,
        source: p("规则包中的搬迁补偿条文", "the clause on compensated relocation in the rule pack"),
    },
];

const SIGNS: &[Sign] = &[
    written(
        "□",
        p(
            "粗框主导，细框特色，红虚框不在任何定位内",
            "Thick frame: leading; thin: characteristic; red and broken: no position",
        ),
    ),
    written("?", p("有企业，但未填这一口径的数", "There are enterprises, but none states this measure")),
    BROKEN,
    UNKNOWN,
    ASSUMED,
];

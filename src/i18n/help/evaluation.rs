//! The page of evaluation: the park index, grades, gains, ranges of ranks, recognition.

use super::{ASSUMED, Formula, Live, Page, Sign, Step, UNKNOWN, p, step, written};

/// The page.
pub const PAGE: Page = Page {
    answers: p(
        "各园区这一年办得怎样，哪些特色园区该认定、预警或退出？每个分数都能拆到指标，每项建议都列出依据和差距；认定由会议作出。",
        "How did each park fare this year, and which characteristic park is to be recognised, warned or withdrawn? Every total splits into its indicators and every proposal lists its evidence; the meeting decides.",
    ),
    steps: STEPS,
    formulas: FORMULAS,
    signs: SIGNS,
};

const STEPS: &[Step] = &[
    step(
        p("换指标体系或年份", "Change the pack or the year"),
        p("上方的“体系”和“评估期”", "\"Pack\" and \"Year\" above"),
        p("Tab 到该栏，Enter 打开，↑ ↓ 选择", "Tab to the field, Enter opens it, ↑ ↓ choose"),
    ),
    step(
        p("看总分由什么构成", "See what a total is made of"),
        p(
            "点评分表中的园区，右侧列出维度、指标和来源",
            "Click a park in the table; the right side lists pillars, indicators and sources",
        ),
        p("↑ ↓ 上一个、下一个园区", "↑ ↓ the park before and after"),
    ),
    step(
        p("试加一项布局", "Try a placement"),
        p("上方“加一项布局会怎样”选项目和园区", "\"What if a placement\" above: choose project and park"),
        p("Tab 到该栏，Enter 打开，↑ ↓ 选择", "Tab to the field, Enter opens it, ↑ ↓ choose"),
    ),
    step(
        p("看特色园区离门槛多远", "See how far a characteristic park is from its standard"),
        p("点下方看板中的一张卡", "Click a card of the board below"),
        p("Tab 到该卡，Enter", "Tab to the card, Enter"),
    ),
    step(
        p("认定、预警或退出", "Recognise, warn or withdraw"),
        p(
            "“园区”菜单中的“办理特色园区的一步…”：写明单位、日期、理由",
            "\"Take a step of recognition…\" in the menu Park: office, day and reason",
        ),
        p("Ctrl+K，输入“办理”", "Ctrl+K, then type \"step of recognition\""),
    ),
    step(
        p("登记年度数据或事故", "Record the figures of a year, or an accident"),
        p("“园区”菜单中的相应各项", "the entries of the menu Park"),
        p("Ctrl+K，输入“年度数据”或“事故”", "Ctrl+K, then type \"year\" or \"accident\""),
    ),
    step(
        p("带走评分表和报告", "Carry scorecards and report away"),
        p("“导出…”：评估报告、园区评分卡", "\"Export…\": evaluation report, park scorecards"),
        p("Ctrl+Shift+E", "Ctrl+Shift+E"),
    ),
];

const FORMULAS: &[Formula] = &[
    Formula {
        name: p("指标得分", "Score of an indicator"),
        reckoned: p(
            "得分 = 1 + 99 × (x − 差端) ÷ (好端 − 差端)，限于 1 到 100",
            "score = 1 + 99 × (x − bad end) ÷ (good end − bad end), kept within 1 and 100",
        ),
        read: p(
            "两端事先固定，属指标数据；园区的得分只取决于自己，别的园区进出不影响。缺数据不是 0 分，而是不计。",
            "Both ends are fixed beforehand, as data of the indicator; a park's score depends on its own reading alone. A missing reading is left out, never 0.",
        ),
        live: None,
        source: p(
            "UNDP 人类发展报告技术说明 1（固定两端）",
            "UNDP Human Development Report, technical note 1 (goalposts)",
        ),
    },
    Formula {
        name: p("维度", "Pillar"),
        reckoned: p(
            "P = Σ w × 得分 ÷ Σ w，只计有读数的指标",
            "P = Σ w × score ÷ Σ w over the indicators with a reading",
        ),
        read: p(
            "有读数的指标须占该维度权重的三分之二以上，否则该维度和总分都不出。",
            "Those with a reading need two thirds of the weight of the pillar, or there is neither pillar nor total.",
        ),
        live: None,
        source: p(
            "Nardo 等 2008，OECD 与 JRC 综合指标手册",
            "Nardo et al. 2008, OECD and JRC handbook on composite indicators",
        ),
    },
    Formula {
        name: p("综合分", "Total"),
        reckoned: p(
            "指数 = exp(Σ w × ln P ÷ Σ w)\n综合分 = min(100, 指数 + 加分)",
            "index = exp(Σ w × ln P ÷ Σ w)\ntotal = min(100, index + bonus points)",
        ),
        read: p(
            "维度间用几何平均：产出再高也抵不了安全或创新的短板。旁边的算术平均与它之差，就是不均衡的代价。",
            "The mean over the pillars is geometric: output cannot buy off safety or innovation. The arithmetic mean stands beside it; the difference is what imbalance costs.",
        ),
        live: Some(Live::Pillars),
        source: p(
            "UNDP 人类发展报告技术说明 1；Nardo 等 2008",
            "UNDP Human Development Report, technical note 1; Nardo et al. 2008",
        ),
    },
    Formula {
        name: p("等级", "Grade"),
        reckoned: p(
            "按分数线：综合分 ≥ A 线为 A，依次类推\n按名额：位次在前若干比例",
            "by marks: A from the mark of A on, and so on down\nby quotas: the rank is within that part of the parks",
        ),
        read: p(
            "正好到线算到。当年有安全或环境事故的，等级封顶，分数不变。",
            "A mark met exactly is met. An accident in the year caps the grade and leaves the total as it is.",
        ),
        live: Some(Live::Grades),
        source: p(
            "所用指标体系，文件见其“依据与来源”",
            "the indicator pack in use; its document stands under \"Evidence and sources\"",
        ),
    },
    Formula {
        name: p("哪项指标最划算", "Where a step gains most"),
        reckoned: p(
            "增益 = 指数(该指标向好端进一成) − 指数",
            "gain = index(the indicator moved a tenth of the way to its good end) − index",
        ),
        read: p(
            "所有指标按同样的力度比较；到好端为止，远在差端之外的一步可能没有增益。",
            "All indicators are moved by the same effort; a step ends at the good end, and one far beyond the bad end may gain nothing.",
        ),
        live: None,
        source: p("本程序的定义，按上面的指数重算", "defined by this program, by reckoning the index above anew"),
    },
    Formula {
        name: p("位次范围", "Range of ranks"),
        reckoned: p(
            "在全部组合中取最好与最差位次：\n几何或算术平均 × 某一维度权重 ±25 % × 去掉某一项指标",
            "best and worst rank in every combination of:\ngeometric or arithmetic mean × one pillar's weight ±25 % × one indicator left out",
        ),
        read: p(
            "范围窄，名次就经得起争论；范围宽，名次取决于算法。比较的是含加分的总分，与名次同口径。",
            "A narrow range stands up to argument; a wide one depends on the method. It compares totals with their bonus points, as the rank does.",
        ),
        live: None,
        source: p("Nardo 等 2008，第 7 步（敏感性）", "Nardo et al. 2008, step 7 (sensitivity)"),
    },
    Formula {
        name: p("特色园区认定", "Recognition of a characteristic park"),
        reckoned: p(
            "候选：最近一年达标，且近 y 年中有 k 年达标，且无一票否决 → 建议认定\n已认定：界限放宽 h；最近一年不达标 → 预警；连续两年不达标或一票否决 → 退出",
            "candidate: the latest year passes, k of the last y years pass, and no veto → recognise\nholder: bounds relaxed by h; the latest year fails → warn; two years in a row fail, or a veto → withdraw",
        ),
        read: p(
            "一年达标要求每一项都在界限内；允许的项可走链主通道：有链主，且有足够多的关联供应商。只有缺失的数据会改变结论时，才为待核。",
            "A year passes when every criterion is within its bound; some may be met by the anchor route: a chain leader with enough linked suppliers. It is unknown only where what is missing could turn the proposal.",
        ),
        live: Some(Live::Standards),
        source: p(
            "所用认定标准，文件见其“依据与来源”",
            "the standard in use; its document stands under \"Evidence and sources\"",
        ),
    },
    Formula {
        name: p("企业集中度（认定项）", "Plant concentration (a criterion)"),
        reckoned: p(
            "HHI = Σ (企业产值 ÷ 园区内该领域产值)²",
            "HHI = Σ (output of a firm ÷ output of the sub-sector in the park)²",
        ),
        read: p(
            "一条记录合计多家企业时，按同样大小的若干家计。",
            "A record that sums up several firms counts as so many of the same size.",
        ),
        live: None,
        source: p("Hirschman 1945；Herfindahl 1950", "Hirschman 1945; Herfindahl 1950"),
    },
];

const SIGNS: &[Sign] = &[
    written("A", p("等级：实底 A，粗框 B，细框 C，虚框 D", "Grades: filled A, thick frame B, thin frame C, dashed D")),
    written(
        "|",
        p("条上的竖线：门槛；条到线即达标", "The tick through a bar: the threshold; a bar that reaches it passes"),
    ),
    UNKNOWN,
    ASSUMED,
];

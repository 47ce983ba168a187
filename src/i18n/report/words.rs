//! The fixed words of the papers: titles, heads of columns, names of facts, and lines that say that there is nothing.

use crate::i18n::phrase::Phrase;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub const $name: Phrase = Phrase::new($zh, $en);)*
    };
}

words! {
    /// Title of the brief.
    BRIEF = "会商简报", "Meeting brief";
    /// Title of the placement table.
    TABLE = "项目布局建议表", "Placement table";
    /// Title of the sheets of projects.
    PROJECT_SHEET = "单项目评估单", "Project sheet";
    /// Title of the scorecards.
    SCORECARD = "园区评分卡", "Park scorecard";
    /// Title of the table of positions.
    POSITIONS = "产业定位一览表", "Positions of the parks";
    /// Title of the ledger of factors.
    FACTORS = "要素台账", "Factor ledger";
    /// Title of the ledger of benefits.
    LEDGER = "利益共享台账", "Benefit ledger";
    /// Title of the evaluation.
    EVALUATION = "动态评估报告", "Evaluation report";
    /// Title of the minutes.
    MINUTES = "会议纪要（稿）", "Minutes (draft)";
    /// Title of a file of results.
    RESULTS = "布局结果", "Results of the layout";
    /// Title of a table of findings.
    FINDINGS = "问题清单", "Findings";
    /// Title of a table of indices.
    INDICES = "集群指数", "Indices of the parks";
    /// Title of a table of composition.
    COMPOSITION = "产业构成", "Composition";

    /// Head: number of a project.
    NUMBER = "编号", "Number";
    /// Head: name of a project.
    PROJECT = "项目", "Project";
    /// Head: a park.
    PARK = "园区", "Park";
    /// Head: who reported first.
    FIRST_REPORTER = "首报单位", "First reporter";
    /// Head: sub-sector.
    INDUSTRY = "细分领域", "Sub-sector";
    /// Head: sub-sectors.
    INDUSTRIES = "细分领域", "Sub-sectors";
    /// Head: investment.
    INVESTMENT_WAN = "投资（万元）", "Investment (CNY 10k)";
    /// Head: land.
    LAND_MU = "用地（亩）", "Land (mu)";
    /// Head: the park that stands first.
    RECOMMENDED = "建议园区", "Recommended";
    /// Head: the park that stands second.
    SECOND = "次选园区", "Second choice";
    /// Head: where the plan puts it.
    IN_PLAN = "方案园区", "In the plan";
    /// Head: a score.
    SCORE = "得分", "Score";
    /// Group of heads: what a score is made of.
    PARTS = "建议园区得分构成", "Parts of the recommended score";
    /// Group of heads: what a score is made of, in a ranking.
    PARTS_HERE = "得分构成", "Parts of the score";
    /// Group of heads: what the meeting decided.
    DECIDED = "会商结论", "Decision";
    /// Head: conditions.
    CONDITIONS = "条件", "Conditions";
    /// Head: parks that veto, and why.
    VETOES = "否决", "Vetoes";
    /// Head: what was decided.
    DECISION = "决定", "Decision";
    /// Head: who sees to it.
    OWNER = "责任单位", "Responsible office";
    /// Head: until when.
    DEADLINE = "时限", "Deadline";
    /// Head: which figures are assumed.
    ASSUMED_COLUMNS = "示例假设值所在列", "Columns with assumed values";
    /// Last row.
    SUM = "合计", "Sum";
    /// Two parks share the place.
    TIED = "并列", "tied";
    /// No park may take it.
    EVERY_PARK_VETOES = "各园均否决", "Every park vetoes it";
    /// A project stands nowhere.
    WAITS = "待布局", "Unplaced";
    /// Note under figures that are assumed.
    ASSUMED_MEANS = "≈ 表示数值为示例假设值。", "≈ marks a value that is assumed for illustration.";
    /// Note under the placement table.
    TABLE_NOTE = "得分为适配分与协同分之和；建议由程序按规则与评分得出，决定权在会议。",
        "A score is suitability and coupling together; the program recommends, the meeting decides.";
    /// There are no projects.
    NO_PROJECTS = "情景中没有项目。", "The scenario has no projects.";
    /// There are no parks.
    NO_PARKS = "情景中没有园区。", "The scenario has no parks.";

    /// Standing: it has a park.
    PLACED = "已布局", "Placed";
    /// Standing: it has a park on conditions.
    CONDITIONAL = "附条件", "Conditional";
    /// Standing: held.
    HELD = "暂缓", "Held";
    /// Standing: returned.
    RETURNED = "退回", "Returned";
    /// Standing: waiting.
    WAITING = "待布局", "Unplaced";
    /// Head: standing.
    STANDING = "状态", "Standing";
    /// Head: number of projects.
    PROJECTS = "项目数", "Projects";
    /// Head: investment in large units.
    INVESTMENT_YI = "投资（亿元）", "Investment (CNY 100m)";
    /// Heading of the hard cases.
    HARD_CASES = "难点项目", "Hard cases";
    /// There are no hard cases.
    NO_HARD_CASES = "没有项目可列。", "There is no project to name.";
    /// Heading of the warnings.
    WARNINGS = "要素与底线", "Capacities and limits";
    /// No factor is short.
    NO_WARNING = "没有临界或突破的要素。", "No factor is near its limit or beyond it.";
    /// What a list of short factors begins with.
    FACTORS_SHORT = "要素：", "Factors: ";
    /// What a list of caps begins with.
    CAPS_BROKEN = "产业名额：", "Caps: ";
    /// What counts of policy findings begin with.
    POLICY_BROKEN = "政策提醒：", "Policy: ";
    /// The heading of where projects go.
    WHERE_THEY_GO = "布局去向", "Where projects go";
    /// Nothing is placed.
    NOTHING_PLACED = "尚无已布局的项目。", "No project is placed yet.";
    /// What a list of legal findings begins with.
    LEGAL_BROKEN = "法定：", "Legal: ";
    /// Every cap holds.
    CAPS_HOLD = "产业名额：各园均未突破。", "Caps: no park is beyond its cap.";
    /// Nothing legal is broken or unknown.
    LEGAL_HOLDS = "法定：没有突破或待核事项。", "Legal: nothing is broken or unknown.";
    /// Heading of what the session decided.
    SESSION_DECIDED = "会商决定", "What the session decided";
    /// The session has no decisions.
    NOTHING_DECIDED = "尚未记录决定。", "No decision is on record.";
    /// No session is on record.
    NO_SESSION = "情景中没有会商记录。", "No session is on record.";

    /// Fact: kind and standing in the register.
    KIND = "类型与进展", "Kind and progress";
    /// Fact: investor.
    INVESTOR = "投资方", "Investor";
    /// Fact: what is built.
    CONTENT = "建设内容", "What is built";
    /// Fact: investment.
    INVESTMENT = "总投资", "Investment";
    /// Fact: land and floor.
    LAND_FLOOR = "用地与厂房", "Land and floor";
    /// Fact: output, tax and jobs.
    YIELD = "产值、税收、就业", "Output, tax, jobs";
    /// Fact: per mu.
    PER_MU = "亩均投资、产值、税收（万元/亩）", "Investment, output, tax per mu (CNY 10k)";
    /// Fact: power, water, waste water.
    NEEDS = "用电、供水、污水", "Power, water, sewage";
    /// Waste water that needs nothing special.
    ORDINARY_STREAM = "一般污水", "ordinary";
    /// Fact: environment.
    ENVIRONMENT = "环保", "Environment";
    /// Fact: facilities.
    FACILITIES = "所需设施", "Facilities asked for";
    /// Fact: tags.
    TAGS = "标签", "Tags";
    /// Fact: park that the investor has in mind.
    PREFERRED = "意向园区", "Park in mind";
    /// Fact: later phases.
    PHASES = "后续期", "Later phases";
    /// Chemical process.
    IS_CHEMICAL = "化工工艺", "chemical process";
    /// Two-high.
    IS_TWO_HIGH = "“两高”项目", "two-high";
    /// Heading: gates.
    GATES = "准入与底线", "Gates";
    /// Head: rule.
    RULE = "规则", "Rule";
    /// Head: clause.
    CLAUSE = "依据", "Clause";
    /// Head: what the judgement says.
    JUDGED = "判定", "Judged";
    /// Head: parks that veto.
    VETOING = "否决的园区", "Vetoed in";
    /// No gate concerns it.
    NO_GATES = "没有规则涉及此项目。", "No rule concerns this project.";
    /// Heading: ranked parks.
    RANKING = "园区排序", "Ranked parks";
    /// Head: rank.
    RANK = "位次", "Rank";
    /// Head: verdict.
    VERDICT = "意见", "Verdict";
    /// Head: robustness.
    SHARE = "居首比例（%）", "First in (%)";
    /// Head: what binds.
    BINDS = "制约", "What binds";
    /// Heading: why.
    WHY = "为何在此", "Why there";
    /// Fact: what speaks for it.
    STRENGTHS = "主要得分", "Largest parts";
    /// Fact: why not the second.
    WHY_NOT = "为何不是次选", "Why not the second";
    /// Fact: what would change it.
    WOULD_CHANGE = "何种改变使其居首", "What would change it";
    /// Fact: what is advised.
    ADVICE = "建议", "Advice";
    /// Fact: what the plan does.
    PLAN_SAYS = "方案", "Plan";
    /// Fact: chain upstream.
    UPSTREAM = "上游", "Upstream";
    /// Fact: chain downstream.
    DOWNSTREAM = "下游", "Downstream";
    /// The data hold no links.
    NO_LINKS = "数据中没有上下游关系", "the data hold no links";
    /// Fact: sensitivity.
    SENSITIVITY = "敏感性", "Sensitivity";
    /// Nothing can be weighed.
    NOTHING_TO_WEIGH = "没有园区可比，无从检验。", "There is nothing to weigh.";
    /// Fact: opinions of parks.
    OPINION = "园区意见", "Parks";
    /// Why it was decided so, or why a park says so.
    WHY_SO = "理由", "Reason";
    /// Heading: opinions and decision.
    OPINIONS = "意见与决定", "Opinions and decision";
    /// No opinion.
    NO_OPINIONS = "没有园区意见。", "No park has given its opinion.";
    /// No decision.
    NO_DECISION = "尚未决定。", "Not decided.";

    /// Fact: level.
    LEVEL = "级别", "Level";
    /// Fact: unit that profits.
    BENEFICIARY = "受益单位", "Beneficiary";
    /// Fact: chemical park.
    CHEMICAL = "化工园区", "Chemical park";
    /// Fact: facilities that it has.
    HAS = "设施", "Facilities";
    /// Fact: slots.
    SLOTS = "产业名额", "Slots";
    /// Fact: locked.
    LOCKED = "已锁定", "Locked";
    /// Head: role of a position.
    ROLE = "类别", "Role";
    /// Head: a position.
    POSITION = "定位", "Position";
    /// Head: document.
    DOCUMENT = "文件", "Document";
    /// Head: validity.
    VALID = "有效期", "Valid";
    /// The park has no positions.
    NO_POSITIONS = "园区没有产业定位。", "The park has no positions.";
    /// Heading: the five focuses.
    FOCUSES = "评价指标", "Indicators of the evaluation";
    /// Head: focus.
    FOCUS = "维度", "Pillar";
    /// Head: indicator.
    INDICATOR = "指标", "Indicator";
    /// Head: unit.
    UNIT = "单位", "Unit";
    /// Head: trend.
    TREND = "走势", "Trend";
    /// Head: which way is good.
    BETTER = "优向", "Good when";
    /// Head: value that scores nothing.
    GOALPOST_LOW = "零分值", "Scores nothing";
    /// Head: value that scores full.
    GOALPOST_HIGH = "满分值", "Scores full";
    /// Trend: better.
    IMPROVED = "改善", "better";
    /// Trend: worse.
    WORSENED = "变差", "worse";
    /// Trend: the same.
    STEADY = "持平", "steady";
    /// No indicator values.
    NO_INDICATORS = "没有指标数据。", "There are no values of indicators.";
    /// Note: how indicators are grouped.
    FOCUS_NOTE = "维度出自主要指标体系；≈ 表示假定值。", "Pillars are those of the main indicator pack; ≈ marks assumed values.";
    /// Fact: flagships.
    FLAGSHIPS = "镇园之宝", "Flagships";
    /// Fact: chain leaders.
    CHAIN_LEADERS = "链主企业", "Chain leaders";
    /// Heading: concentration, specialisation, similarity.
    CLUSTERS = "集中度、专业化与同质化", "Concentration, specialisation, similarity";
    /// Head: index.
    INDEX = "指数", "Index";
    /// Head: value.
    VALUE = "数值", "Value";
    /// Heading: per mu of placed projects.
    PER_MU_OF_PLACED = "布局项目亩均", "Per mu of placed projects";
    /// Heading: capacities.
    CAPACITY_LEFT = "要素余量", "Capacity left";
    /// Heading: gained and lost.
    GAINED_LOST = "项目得失", "Projects gained and lost";
    /// Fact: projects placed here.
    GAINED = "落户本园", "Placed here";
    /// Fact: projects of its unit placed elsewhere.
    WENT_ELSEWHERE = "本单位首报、落户他园", "First reported by its unit, placed elsewhere";
    /// None.
    NONE = "无", "none";
    /// There are no findings.
    NO_FINDINGS = "没有问题。", "No findings.";
    /// Head: level of a finding.
    FINDING_LEVEL = "层级", "Level";
    /// Head: state of a finding.
    STATE = "状态", "State";
    /// Head: sentence.
    FINDING = "说明", "What is found";
    /// Head: members.
    MEMBERS = "涉及", "Members";
    /// Number of firms.
    FIRMS = "企业与项目", "Firms and projects";
    /// Location quotient.
    QUOTIENT = "区位熵", "Location quotient";
    /// Share of the park.
    SHARE_PERCENT = "占园区（%）", "Share of the park (%)";
    /// Output.
    OUTPUT_WAN = "产值（万元）", "Output (CNY 10k)";
    /// Index: share of the largest sub-sector.
    LARGEST = "首位产业占比", "Largest sub-sector";
    /// Index: share of the three largest.
    THREE_LARGEST = "前三产业占比", "Three largest";
    /// Index: related variety.
    RELATED_VARIETY = "相关多样性", "Related variety";
    /// Index: unrelated variety.
    UNRELATED_VARIETY = "无关多样性", "Unrelated variety";
    /// Park most alike.
    MOST_ALIKE = "最相似园区", "Most alike";

    /// Head: leading positions.
    LEADING = "主导产业", "Leading";
    /// Head: characteristic positions.
    CHARACTERISTIC = "特色产业", "Characteristic";
    /// Head: slots in use.
    IN_USE = "名额", "Slots";
    /// Head: cap check.
    CAP_CHECK = "名额核对", "Cap check";
    /// Head: stated directions.
    DIRECTIONS = "培育方向", "Stated directions";
    /// Heading: overlaps.
    OVERLAPS = "同质竞争", "Overlaps";
    /// No overlaps.
    NO_OVERLAPS = "没有细分领域在过多园区同时作主导。", "No sub-sector leads in too many parks.";
    /// Heading: unsupported positions.
    UNSUPPORTED = "缺少支撑的定位", "Unsupported positions";
    /// No unsupported positions.
    NO_UNSUPPORTED = "没有缺少支撑的定位。", "Every position has something behind it.";
    /// Heading: broad positions.
    BROAD = "过宽的定位", "Broad positions";
    /// No broad positions.
    NO_BROAD = "没有过宽的定位。", "No position is too broad.";
    /// The position is of this plan.
    OF_THIS_PLAN = "本方案", "this plan";

    /// Head: factor.
    FACTOR = "要素", "Factor";
    /// Head: what there is.
    SPARE = "可供", "To spare";
    /// Head: live reservations.
    RESERVED = "预留", "Reserved";
    /// Head: used by placed projects.
    USED = "布局占用", "Used";
    /// Head: what is left.
    LEFT = "剩余", "Left";
    /// Head: share in use.
    USE_PERCENT = "占用率（%）", "In use (%)";
    /// Head: projects that do not state a need.
    UNSTATED = "未填项目数", "Not stating";
    /// Net land.
    LAND = "净用地", "Net land";
    /// Unit of land.
    MU = "亩", "mu";
    /// Heading: reservations.
    RESERVATIONS = "预留到期", "Expiry of reservations";
    /// No reservations.
    NO_RESERVATIONS = "本方案没有预留。", "This plan reserves nothing.";
    /// Head: amount.
    AMOUNT = "数量", "Amount";
    /// Head: last day.
    UNTIL = "截止", "Until";
    /// Head: reason.
    REASON = "理由", "Reason";
    /// State of a reservation: alive.
    ALIVE = "有效", "alive";
    /// State of a reservation: expired.
    EXPIRED = "已到期", "expired";
    /// Heading: city pools.
    POOLS = "全市合计", "City pools";
    /// Note under the pools.
    POOLS_NOTE = "合计只含填报余量的园区。", "Sums cover the parks that state what they have.";
    /// Head: number of parks.
    PARKS_STATING = "填报园区数", "Parks stating";

    /// Heading: agreements.
    AGREEMENTS = "共享协议", "Agreements";
    /// No agreements.
    NO_AGREEMENTS = "本方案没有利益共享协议。", "This plan has no sharing agreement.";
    /// Head: originator.
    ORIGINATOR = "引荐方", "Originator";
    /// Head: host.
    HOST = "承接方", "Host";
    /// Head: template.
    TEMPLATE = "模板", "Template";
    /// Head: first year.
    FIRST_YEAR = "首年", "First year";
    /// Head: share of tax.
    TAX_SHARE = "税收分成（引荐方，%）", "Tax to the originator (%)";
    /// Head: share of assessment.
    ASSESSMENT_SHARE = "考核分成（引荐方，%）", "Assessment to the originator (%)";
    /// Head: tax that the project states.
    TAX_WAN = "达产税收（万元/年）", "Tax a year (CNY 10k)";
    /// Heading: templates.
    TEMPLATES = "共享模板", "Sharing templates";
    /// No templates.
    NO_TEMPLATES = "情景中没有共享模板。", "The scenario has no sharing template.";
    /// Heading: projects placed away from their reporter.
    TRANSFERS = "异地落户项目", "Projects placed away from their first reporter";
    /// No transfers.
    NO_TRANSFERS = "没有项目落户首报地以外。", "No project is placed away from its first reporter.";
    /// An agreement is on record.
    HAS_AGREEMENT = "已有协议", "agreed";
    /// No agreement is on record.
    HAS_NO_AGREEMENT = "尚无协议", "no agreement";
    /// Head: agreement.
    AGREEMENT = "协议", "Agreement";
    /// Heading: programmes.
    PROGRAMMES = "扶持计划", "Programmes";
    /// No programmes.
    NO_PROGRAMMES = "情景中没有扶持计划。", "The scenario has no programme.";
    /// Head: programme.
    PROGRAMME = "计划", "Programme";
    /// Head: budget.
    BUDGET_WAN = "额度（万元）", "Budget (CNY 10k)";
    /// Head: granted.
    GRANTED_WAN = "已安排（万元）", "Granted (CNY 10k)";
    /// Head: left.
    LEFT_WAN = "余额（万元）", "Left (CNY 10k)";
    /// Head: parks.
    PARKS = "适用园区", "For parks";
    /// All parks.
    ALL_PARKS = "全部园区", "all parks";
    /// Head: note.
    NOTE = "说明", "Note";
    /// Heading: grants.
    GRANTS = "资金安排", "Grants";
    /// No grants.
    NO_GRANTS = "本方案没有资金安排。", "This plan grants nothing.";
    /// Head: amount.
    AMOUNT_WAN = "金额（万元）", "Amount (CNY 10k)";
    /// How the ledger is reckoned.
    LEDGER_NOTE = "分享基数＝项目税收×各税地方留成，扣除当年优惠，不低于零；各方之和精确到分等于基数。未登记实缴的年份按达产税收推算预期。",
        "Base: tax of the project times what of each tax stays, less incentives of the year, never below zero; shares add up to it to the fen. Years that were not booked are expected at full production.";
    /// Heading: pools of the city.
    CITY_POOLS = "全市要素池", "Pools of the city";
    /// Heading: claims.
    CLAIMS = "资金申请与按规则安排", "Claims, and what the rule gives";
    /// No claims.
    NO_CLAIMS = "本方案没有资金申请。", "This plan has no claims.";
    /// Head: asked for.
    ASKED_WAN = "申请（万元）", "Asked (CNY 10k)";
    /// Head: by the rule.
    BY_RULE_WAN = "按规则（万元）", "By the rule (CNY 10k)";
    /// Head: why not funded.
    WHY_NOT_FUNDED = "未足额的原因", "Why not all";
    /// Heading: ledgers of agreements.
    AGREEMENT_YEARS = "协议分年台账", "Agreements by year";
    /// Head: year.
    YEAR = "年份", "Year";
    /// Head: base.
    BASE_WAN = "分享基数（万元）", "Base (CNY 10k)";
    /// Head: whether it was booked.
    BOOKED = "口径", "Basis";
    /// It was booked.
    IS_BOOKED = "实缴", "booked";
    /// It is expected.
    IS_EXPECTED = "预期", "expected";
    /// Head: paid.
    PAID_WAN = "已付（万元）", "Paid (CNY 10k)";
    /// Head: owed.
    OWED_WAN = "尚欠（万元）", "Owed (CNY 10k)";
    /// The project has no place.
    AGREED_NOT_PLACED = "项目尚未布局，协议暂不执行。", "The project has no place: nothing is shared yet.";
    /// The project stands elsewhere.
    AGREED_HOST_DIFFERS = "项目所在园区不属于协议承接方，须重新约定。", "The project stands in a park of another unit: agree anew.";
    /// Heading: guard.
    GUARD = "利益保障：有方案与无方案", "Guard: with and without the plan";
    /// Head: unit.
    UNIT_NAME = "单位", "Unit";
    /// Head: with the plan.
    WITH_PLAN_WAN = "有方案（十年，万元）", "With the plan (ten years, CNY 10k)";
    /// Head: without the plan.
    WITHOUT_PLAN_WAN = "无方案（十年，万元）", "Without (ten years, CNY 10k)";
    /// Head: gain.
    GAIN_WAN = "得失（万元）", "Gain (CNY 10k)";
    /// Head: worse off.
    WORSE_OFF = "受损", "Worse off";
    /// It is worse off.
    IS_WORSE_OFF = "受损", "worse off";
    /// Nobody is.
    NOBODY_WORSE_OFF = "没有单位因本方案受损。", "Nobody is worse off by this plan.";
    /// What is proposed.
    PROPOSED_TRANSFERS = "使各单位都不低于无方案水平的最小补偿（建议）：", "The smallest transfers that leave nobody worse off (proposed):";
    /// What "without the plan" means.
    WITHOUT_MEANS = "无方案：各单位只保留自己首报、且自己的园区单独承接不违反法定规则的项目；只计方案涉及的项目税收留成，十年合计。",
        "Without the plan each unit keeps the projects that it reported first and that a park of its own could legally take alone; only retained tax of projects of the plan is counted, over ten years.";
    /// Heading: scorecards of all parks.
    SCORECARDS = "园区评分", "Scorecards";
    /// Head: total.
    TOTAL_INDEX = "综合指数", "Index";
    /// Head: grade.
    GRADE = "等级", "Grade";
    /// Head: change against the year before.
    CHANGE = "较上年", "Change";
    /// Head: rank range.
    RANK_RANGE = "位次区间", "Rank range";
    /// What the rank range is.
    RANK_RANGE_MEANS = "位次区间：算术或几何平均、单个维度权重增减 25 %、剔除任一指标时的最好与最差位次。",
        "Rank range: best and worst under either mean, one pillar a quarter more or less, any indicator left out.";
    /// Heading: proposals.
    PROPOSALS = "特色园区：建议与依据", "Characteristic parks: what is proposed, and why";
    /// Head: proposed.
    PROPOSED_STEP = "建议", "Proposed";
    /// Nothing is proposed.
    NOTHING_PROPOSED = "无", "nothing";
    /// Head: years passed.
    YEARS_PASSED = "达标年数", "Years passed";
    /// Head: not met.
    NOT_MET = "未达标", "Not met";
    /// Head: not known.
    NOT_KNOWN = "缺数据", "No data";
    /// Proposals only.
    PROPOSED_ONLY = "只作建议；认定、预警、退出由会议决定。", "Proposed only: the meeting recognises, warns and withdraws.";

    /// Heading: characteristic parks.
    CHARACTERISTIC_PARKS = "特色（专业）园区", "Characteristic parks";
    /// No characteristic parks.
    NO_CHARACTERISTIC_PARKS = "情景中没有特色园区。", "The scenario has no characteristic park.";
    /// Head: name.
    NAME = "名称", "Name";
    /// Name not published.
    NOT_PUBLISHED = "未公布", "not published";
    /// Head: since.
    SINCE = "自", "Since";
    /// Head: evidence.
    EVIDENCE = "来源", "Evidence";
    /// Head: leading share of the park.
    LEADING_SHARE = "园区主导占比（%）", "Leading share of the park (%)";
    /// Head: output of the sub-sector in the park.
    OUTPUT_THERE = "该领域园内产值（万元）", "Its output in the park (CNY 10k)";
    /// Heading: by status.
    BY_STATUS = "按状态", "By status";
    /// Heading: indicators.
    INDICATORS = "指标", "Indicators";
    /// What the evaluation does not do.
    EVALUATION_NOTE = "评分按指标体系计算，建议按认定标准得出，逐项列出依据；认定、预警与退出由主管部门决定。",
        "Scores follow the indicator pack, proposals the standards, each with its reasons; authorities recognise, warn and withdraw.";

    /// Fact: day.
    DAY = "日期", "Day";
    /// Fact: chair.
    CHAIR = "主持", "Chair";
    /// Fact: offices.
    OFFICES = "参加单位", "Offices";
    /// Fact: plan.
    PLAN = "方案", "Plan";
    /// Fact: what it was frozen on.
    FROZEN = "冻结于", "Frozen on";
    /// Not frozen.
    NOT_FROZEN = "数据未冻结", "data not frozen";
    /// Nothing has changed since.
    UNCHANGED = "数据与规则自冻结以来未变", "data and rules are as they were frozen";
    /// Not stated.
    NOT_STATED = "未注明", "not stated";
    /// Head: what was recommended then.
    RECOMMENDED_THEN = "当时建议", "Recommended then";
    /// Head: where it is decided to go.
    DECIDED_PARK = "落户园区", "Park";
    /// Mark of a decision that overrides.
    OVERRIDDEN = "未采纳", "overridden";
    /// Mark of a decision that follows.
    FOLLOWED = "采纳", "followed";
    /// Heading: dissent.
    DISSENT = "不同意见", "Dissent";
    /// No dissent.
    NO_DISSENT = "没有不同意见。", "No dissent.";
    /// Head: stance.
    STANCE = "态度", "Stance";
    /// Heading: open points.
    OPEN_POINTS = "未决事项", "Open points";
    /// No open points.
    NO_OPEN_POINTS = "没有未决事项。", "No open points.";
    /// Heading: versions.
    VERSIONS = "数据与规则版本", "Versions of data and rules";

    /// What the first row of a sheet of results begins with.
    RESULT_MARK = "〔结果表，不导入〕", "[result sheet, not imported]";
}

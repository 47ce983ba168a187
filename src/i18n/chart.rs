//! What charts say: their titles, axes, legends, and the sentences under them.

use super::{
    figure,
    phrase::{Lang, Phrase},
    words,
};
use crate::{
    analysis::{composition::Metric, coupling_coordination::Band},
    model::{
        park::Park,
        quantity::{Mu, WanYuan},
        table::Table,
        text::Text,
    },
};

/// No record states the figure.
pub const NO_FIGURES: Phrase = Phrase::new("没有这一口径的数据", "No record states this figure");
/// What helps.
pub const ADD_FIGURES: Phrase = Phrase::new(
    "换一个口径，或在数据中补上企业与项目的数字",
    "Choose another measure, or add the figures of enterprises and projects to the data",
);
/// The plan changes nothing.
pub const NO_DIFFERENCE: Phrase = Phrase::new("方案没有改变任何园区", "The plan changes no park");
/// What helps.
pub const PLACE_SOMETHING: Phrase =
    Phrase::new("到“项目布局”中布局项目后再看", "Place projects in the workspace Placement first");
/// A matrix of one park.
pub const ONE_PARK: Phrase = Phrase::new("只有一个园区，无从比较", "There is one park alone: nothing to compare");
/// What helps.
pub const ADD_PARKS: Phrase = Phrase::new("在数据中补上其他园区", "Add the other parks to the data");
/// Positions are of sub-sectors.
pub const POSITIONS_ARE_FINE: Phrase = Phrase::new(
    "定位按细分领域确定，行业大类没有主导占比",
    "Positions are sets of sub-sectors: sectors have no leading share",
);
/// What helps.
pub const CHOOSE_SUB_SECTORS: Phrase = Phrase::new("把“细分”换成“细分领域”", "Choose sub-sectors above");

/// State: without the plan.
pub const TIME_NOW: Phrase = Phrase::new("现状", "Now");
/// State: with the plan.
pub const TIME_PLAN: Phrase = Phrase::new("方案", "Plan");
/// What the plan adds.
pub const TIME_DIFFERENCE: Phrase = Phrase::new("差值", "Difference");
/// Column: park.
pub const PARK: Phrase = Phrase::new("园区", "Park");
/// Column: the other park of a pair.
pub const OTHER_PARK: Phrase = Phrase::new("对比园区", "Other park");
/// Column: trade.
pub const TRADE: Phrase = Phrase::new("产业", "Industry");
/// Column: share in per cent.
pub const SHARE_PERCENT: Phrase = Phrase::new("占比，%", "Share, %");
/// Location quotient.
pub const QUOTIENT: Phrase = Phrase::new("区位熵", "Location quotient");
/// Share of the trade in the park.
pub const SHARE_HERE: Phrase = Phrase::new("占园区", "share of the park");
/// Firms and projects.
pub const FIRMS: Phrase = Phrase::new("企业与项目数", "Firms and projects");
/// Change by the plan.
pub const CHANGE_BY_PLAN: Phrase = Phrase::new("方案带来的变化", "Change by the plan");
/// Why there is no change.
pub const NOT_THERE_BEFORE: Phrase = Phrase::new("现状没有", "not there before");
/// A quotient from 1.25 on.
pub const ADVANTAGE: Phrase = Phrase::new("优势产业", "advantaged");
/// Too few firms to speak of specialisation.
pub const FEW_FIRMS: Phrase = Phrase::new("企业不足 3 家，不称专业化", "fewer than 3 firms: not called specialised");
/// How to read the heat map.
pub const QUOTIENT_LEGEND: Phrase =
    Phrase::new("粗体 ≥ 1.25 为优势；空格为没有", "Bold ≥ 1.25: advantaged; empty: none");
/// Overlap of two mixes.
pub const OVERLAP: Phrase = Phrase::new("重叠", "overlap");
/// Column: overlap.
pub const OVERLAP_PERCENT: Phrase = Phrase::new("重叠，%", "Overlap, %");
/// Cosine of two mixes.
pub const COSINE: Phrase = Phrase::new("余弦", "Cosine");
/// Krugman index of two mixes.
pub const KRUGMAN: Phrase = Phrase::new("克鲁格曼指数", "Krugman index");
/// An index without value.
pub const UNDEFINED: Phrase = Phrase::new("未定义", "not defined");
/// Why: one of the parks has no figure.
pub const NO_TOTAL: Phrase = Phrase::new("园区没有这一口径的数据", "the park states no such figure");
/// No leading position.
pub const NO_LEADING: Phrase = Phrase::new("没有主导定位", "no leading position");
/// Column: leading positions.
pub const LEADING_POSITIONS: Phrase = Phrase::new("主导定位", "Leading positions");
/// Column: share now.
pub const NOW_PERCENT: Phrase = Phrase::new("现状，%", "Now, %");
/// Column: share with the plan.
pub const PLAN_PERCENT: Phrase = Phrase::new("方案，%", "Plan, %");
/// Column: distance to 70 %.
pub const TO_70: Phrase = Phrase::new("距 70 %，百分点", "To 70 %, points");
/// Column: distance to 80 %.
pub const TO_80: Phrase = Phrase::new("距 80 %，百分点", "To 80 %, points");
/// The line at 70 %.
pub const LINE_70: Phrase = Phrase::new("特色园区线", "characteristic parks");
/// The line at 80 %.
pub const LINE_80: Phrase = Phrase::new("规划目标", "plan target");

/// What the sign ≈ means, after other words.
pub const ASSUMED: Phrase = Phrase::new(" · ≈ 含示例假设值", " · ≈ includes assumed values");
/// Title of the choice of a metric.
pub const MEASURE: Phrase = Phrase::new("口径", "Measure");
/// Title of the choice of a state.
pub const STATE: Phrase = Phrase::new("时点", "State");
/// Title of the choice of a grain.
pub const GRAIN: Phrase = Phrase::new("细分", "Grain");
/// Coarse.
pub const SECTORS: Phrase = Phrase::new("行业大类", "Sectors");
/// Fine.
pub const SUB_SECTORS: Phrase = Phrase::new("细分领域", "Sub-sectors");
/// All charts together.
pub const OVERVIEW: Phrase = Phrase::new("总览", "Overview");
/// The table behind a chart.
pub const TABLE: Phrase = Phrase::new("数据表", "Table");
/// One chart alone.
pub const ENLARGE: Phrase = Phrase::new("单独查看", "Enlarge");
/// A chart as a file.
pub const EXPORT: Phrase = Phrase::new("导出…", "Export…");
/// As a picture of pixels.
pub const AS_PNG: Phrase = Phrase::new("图片 PNG…", "Picture, PNG…");
/// As a picture of lines.
pub const AS_SVG: Phrase = Phrase::new("矢量图 SVG…", "Drawing, SVG…");
/// As figures.
pub const AS_CSV: Phrase = Phrase::new("数据 CSV…", "Figures, CSV…");
/// Into the clipboard.
pub const COPY_TABLE: Phrase = Phrase::new("复制数据", "Copy figures");
/// Nothing is selected.
pub const CHOOSE_PARK: Phrase = Phrase::new(
    "点选一个园区，在此看它的构成、指标与缺失链条",
    "Click a park to see its composition, indices and missing links here",
);
/// What selecting does.
pub const SHOWN_EVERYWHERE: Phrase =
    Phrase::new("选中后在各图与看板中同时突出", "highlighted in every chart and on the board");

/// Column: net land.
pub const LAND: Phrase = Phrase::new("净用地", "Net land");
/// Unit of land.
pub const MU: Phrase = Phrase::new("亩", "mu");
/// No park at all.
pub const NO_PARKS: Phrase = Phrase::new("没有园区", "There is no park");
/// Column: factor.
pub const FACTOR: Phrase = Phrase::new("要素", "Factor");
/// Column: unit.
pub const UNIT: Phrase = Phrase::new("单位", "Unit");
/// Column: demand of the plan.
pub const IN_USE: Phrase = Phrase::new("方案占用", "Used by the plan");
/// Column: what the park has to spare.
pub const TO_SPARE: Phrase = Phrase::new("园区可供", "To spare");
/// Column: share in use.
pub const USE_PERCENT: Phrase = Phrase::new("占用，%", "In use, %");
/// Column: what the rules say.
pub const JUDGED: Phrase = Phrase::new("判定", "Judged");
/// A figure that no record states.
pub const NOT_STATED: Phrase = Phrase::new("数据未填", "not stated");
/// How to read capacity use.
pub const CAPACITY_LEGEND: Phrase = Phrase::new(
    "% 为方案占可供量；框线为规则判定；? 未填；— 不需要",
    "% of what is to spare; frames: what the rules say; ? not stated; — not needed",
);
/// What capacity use shows.
pub const CAPACITY_ABOUT: Phrase =
    Phrase::new("布局与预留占园区可供量 %", "placed and reserved, % of what the park has to spare");
/// Column: sector.
pub const SECTOR: Phrase = Phrase::new("行业大类", "Sector");
/// Column: share of the city.
pub const SHARE_OF_CITY: Phrase = Phrase::new("占全市，%", "Share of the city, %");
/// No project with figures per mu.
pub const NO_PER_MU: Phrase =
    Phrase::new("没有同时填了用地、投资、税收的项目", "No project states land, investment and tax");
/// What helps.
pub const ADD_PER_MU: Phrase = Phrase::new("在项目数据中补上这三项", "Add these three to the data of the projects");
/// Axis.
pub const INVESTMENT_PER_MU: Phrase = Phrase::new("亩均投资，万元/亩", "Investment, CNY 10k per mu");
/// Axis.
pub const TAX_PER_MU: Phrase = Phrase::new("亩均税收，万元/亩·年", "Tax a year, CNY 10k per mu");
/// Column: threshold.
pub const LEAST_INVESTMENT: Phrase = Phrase::new("投资门槛，万元/亩", "Least investment");
/// Column: threshold.
pub const LEAST_TAX: Phrase = Phrase::new("税收门槛，万元/亩·年", "Least tax");
/// The band of thresholds.
pub const THRESHOLDS: Phrase = Phrase::new("门槛区间", "thresholds");
/// Column: number of a project.
pub const NUMBER: Phrase = Phrase::new("编号", "Number");
/// Column: project.
pub const PROJECT: Phrase = Phrase::new("项目", "Project");
/// A project without a place.
pub const WAITS: Phrase = Phrase::new("待布局", "unplaced");
/// No chain link.
pub const NO_LINKS: Phrase = Phrase::new("数据中没有上下游关系", "The data hold no chain links");
/// What helps.
pub const ADD_LINKS: Phrase = Phrase::new("在数据中补上产业链环节", "Add chain links to the data");
/// A park without output.
pub const NO_OUTPUT_HERE: Phrase = Phrase::new("这个园区没有产值数据", "This park states no output");
/// Head: what is needed.
pub const NEEDED_HERE: Phrase = Phrase::new("所需配套", "Needed");
/// Head: what is made.
pub const MADE_HERE: Phrase = Phrase::new("已有产业", "Made");
/// Head: trades that would buy and are not there.
pub const BUYERS_MISSING: Phrase = Phrase::new("缺失的下游", "Buyers missing");
/// What is needed and not made.
pub const GAP: Phrase = Phrase::new("缺口", "Gap");
/// Nothing is lacking.
pub const COVERED: Phrase = Phrase::new("可自供", "covered");
/// Column: covered part.
pub const COVERED_PERCENT: Phrase = Phrase::new("可自供，%", "Covered, %");
/// In the place of a park.
pub const WHOLE_CITY: Phrase = Phrase::new("全市", "Whole city");
/// What the chain shows.
pub const CHAIN_ABOUT: Phrase = Phrase::new(
    "按产业链系数估算的可供关系，非实际采购",
    "what could be supplied by the chain graph, not what is bought",
);

/// Share of leading positions.
pub const LEADING_SHARE: Phrase = Phrase::new("主导占比", "Leading share");
/// Herfindahl index.
pub const HHI: Phrase = Phrase::new("赫芬达尔指数", "Herfindahl index");
/// Shannon entropy.
pub const ENTROPY: Phrase = Phrase::new("熵（纳特）", "Entropy (nats)");
/// 1 less the highest overlap.
pub const DISTINCTIVENESS: Phrase = Phrase::new("独特性", "Distinctiveness");
/// Local linkage coverage.
pub const COVERAGE: Phrase = Phrase::new("链条覆盖", "Chain coverage");
/// Mean overlap with the others.
pub const HOMOGENEITY: Phrase = Phrase::new("同质化指数", "Homogeneity");
/// Part of the output inside parks.
pub const INSIDE_PARKS: Phrase = Phrase::new("园区内产值占全市", "Output inside parks");

/// No park has both figures.
pub const NO_INTENSITY: Phrase = Phrase::new("没有园区同时有产值与亩均产值", "No park states output and output per mu");
/// What helps.
pub const ADD_INTENSITY: Phrase = Phrase::new(
    "补上指标“亩均产值”，或所有企业的产值与用地",
    "Add the indicator output per mu, or output and land of all enterprises",
);
/// Axis.
pub const SPECIALISATION_AXIS: Phrase =
    Phrase::new("专业化：与其他园区不同的部分", "Specialisation: part unlike the other parks");
/// Column.
pub const SPECIALISATION_PERCENT: Phrase = Phrase::new("专业化，%", "Specialisation, %");
/// Axis.
pub const OUTPUT_PER_MU: Phrase = Phrase::new("亩均产值，万元/亩", "Output, CNY 10k per mu");
/// Column: year of a figure.
pub const YEAR: Phrase = Phrase::new("年份", "Year");
/// Column: output.
pub const OUTPUT_YI: Phrase = Phrase::new("产值，亿元", "Output, CNY 100m");
/// Quadrant.
pub const MIXED_STRONG: Phrase = Phrase::new("多元而高效", "mixed, intensive");
/// Quadrant.
pub const SPECIAL_STRONG: Phrase = Phrase::new("专业而高效", "specialised, intensive");
/// Quadrant.
pub const MIXED_WEAK: Phrase = Phrase::new("多元而低效", "mixed, extensive");
/// Quadrant.
pub const SPECIAL_WEAK: Phrase = Phrase::new("专业而低效", "specialised, extensive");
/// What the chart shows.
pub const INTENSITY_ABOUT: Phrase =
    Phrase::new("圆面积为产值，颜色为最大产业，虚线为中位数", "area: output, colour: largest industry, lines: medians");
/// Axis.
pub const QUOTIENT_AXIS: Phrase = Phrase::new("优势：区位熵", "Advantage: location quotient");
/// Axis.
pub const GROWTH_AXIS: Phrase = Phrase::new(
    "潜力：在谈与在册项目产值 / 全市现有产值，%",
    "Potential: output of registered projects / existing output of the city, %",
);
/// Growth by the projects that arrive.
pub const GROWTH: Phrase = Phrase::new("潜力", "potential");
/// Column.
pub const GROWTH_PERCENT: Phrase = Phrase::new("潜力，%", "Potential, %");
/// Column.
pub const QUADRANT: Phrase = Phrase::new("象限", "Quadrant");
/// Quadrant.
pub const STRONG_GROWING: Phrase = Phrase::new("强且在增长", "strong and growing");
/// Quadrant.
pub const STRONG_ONLY: Phrase = Phrase::new("强而后劲不足", "strong, little coming");
/// Quadrant.
pub const GROWING_ONLY: Phrase = Phrase::new("弱但在增长", "weak, growing");
/// Quadrant.
pub const NEITHER: Phrase = Phrase::new("弱且无增量", "weak, little coming");
/// What the chart shows.
pub const POTENTIAL_ABOUT: Phrase = Phrase::new("实线 1.25，虚线全市平均", "line: 1.25, dashed: mean of the city");

/// A total.
pub const TOTAL: Phrase = Phrase::new("总量", "Total");
/// What homogeneity is.
pub const HOMOGENEITY_ABOUT: Phrase = Phrase::new("与其他园区重叠的加权平均", "mean overlap with the others");
/// What coverage is.
pub const COVERAGE_ABOUT: Phrase = Phrase::new("所需配套中园内可供的部分", "of its inputs it could make");
/// The same of the city.
pub const CITY_COVERAGE_ABOUT: Phrase =
    Phrase::new("所需配套中各园区合计可供的部分", "of all inputs the parks could make");
/// Mean growth.
pub const GROWTH_NAME: Phrase = Phrase::new("项目增量", "Pipeline growth");
/// What it is.
pub const GROWTH_ABOUT: Phrase = Phrase::new("在册项目产值 / 现有产值", "registered projects / existing output");
/// Coupling-coordination degree.
pub const COORDINATION: Phrase = Phrase::new("耦合协调度", "Coordination degree");
/// Section: what a park makes.
pub const COMPOSITION: Phrase = Phrase::new("构成", "Composition");
/// Section: what it lacks.
pub const MISSING_LINKS: Phrase = Phrase::new("缺失的链条环节", "Missing links");
/// Section: how it reads.
pub const READING: Phrase = Phrase::new("读法", "How it reads");
/// A sub-sector that no position covers.
pub const OUTSIDE_POSITIONS: Phrase = Phrase::new("定位外", "Outside the positions");

/// Distance of a leading share to the benchmark.
pub fn to_benchmark(share: f64, mark: f64, is_reached: bool) -> Text {
    let points = ((mark - share) * 100.0).abs().round();
    let mark = (mark * 100.0).round();
    if is_reached {
        return Text::new(format!("已达 {mark} %，超 {points} 点"), format!("reaches {mark} %, {points} points above"));
    }
    Text::new(format!("距 {mark} % 差 {points} 点"), format!("{points} points below {mark} %"))
}

/// Number of equal trades.
pub fn effective(number: &str) -> Text {
    Text::new(format!("等效 {number} 个产业"), format!("as {number} equal trades"))
}

/// From whom a park differs least.
pub fn unlike(other: &str) -> Text {
    Text::new(format!("与最像的 {other} 之差"), format!("unlike {other}, the most alike"))
}

/// Related and unrelated variety.
pub fn variety(related: &str, unrelated: &str) -> Text {
    Text::new(
        format!("相关 {related} · 无关 {unrelated}（比特）"),
        format!("related {related} · unrelated {unrelated} bits"),
    )
}

/// A band of the coordination degree.
pub const fn band(band: Band) -> Phrase {
    match band {
        Band::SeriousImbalance => Phrase::new("严重失调", "serious imbalance"),
        Band::Imbalance => Phrase::new("失调", "imbalance"),
        Band::NearImbalance => Phrase::new("濒临失调", "near imbalance"),
        Band::Barely => Phrase::new("勉强协调", "barely coordinated"),
        Band::Medium => Phrase::new("中级协调", "coordinated"),
        Band::Good => Phrase::new("良好协调", "well coordinated"),
    }
}

/// What the largest trade is, and whether the park stands for it.
pub fn largest_reads(trade: &str, share: &str, is_leading: bool) -> Text {
    let (zh, en) = if is_leading {
        ("是主导定位", "which is a leading position")
    } else {
        ("不在主导定位内", "which is not a leading position")
    };
    Text::new(format!("最大产业是{trade}（{share}），{zh}。"), format!("The largest trade is {trade} ({share}), {en}."))
}

/// With whom a park overlaps most.
pub fn alike_reads(other: &str, overlap: &str) -> Text {
    Text::new(format!("与{other}重叠最多，达 {overlap}。"), format!("It overlaps most with {other}: {overlap}."))
}

/// What a park lacks most.
pub fn missing_reads(trade: &str, gap: &str) -> Text {
    Text::new(
        format!("最缺的配套是{trade}，一年约 {gap}。"),
        format!("What it lacks most is {trade}: about {gap} a year."),
    )
}

/// Zoom in.
pub const CLOSER: Phrase = Phrase::new("放大地图", "Zoom the map in");
/// Zoom out.
pub const FARTHER: Phrase = Phrase::new("缩小地图", "Zoom the map out");
/// No park has a place.
pub const NO_PLACES: Phrase = Phrase::new("园区没有坐标", "No park has a place");
/// What helps.
pub const ADD_PLACES: Phrase =
    Phrase::new("在园区数据中补上经纬度", "Add longitude and latitude to the data of the parks");
/// The map is no survey.
pub const MAP_IS_A_SKETCH: Phrase = Phrase::new("示意图，非行政界线", "a sketch, not legal boundaries");
/// Column.
pub const EAST: Phrase = Phrase::new("东经，°", "East, °");
/// Column.
pub const NORTH: Phrase = Phrase::new("北纬，°", "North, °");
/// Column.
pub const LAND_USED: Phrase = Phrase::new("已占净用地，亩", "Net land taken, mu");
/// Column.
pub const LAND_TO_SPARE: Phrase = Phrase::new("净用地，亩", "Net land, mu");
/// Column.
pub const FROM_UNITS: Phrase = Phrase::new("转入项目来自", "Projects from");

/// How to read the map: parks without a place, and arrows that are not drawn.
pub fn map_legend(metric: &str, placeless: usize, hidden: usize) -> Text {
    let (mut zh, mut en) = match placeless {
        0 => (String::new(), String::new()),
        count => (format!(" · {count} 个园区无坐标"), format!(" · {count} parks without a place")),
    };
    if hidden > 0 {
        zh.push_str(&format!(" · 另有 {hidden} 条见数据表"));
        en.push_str(&format!(" · {hidden} more in the table"));
    }
    Text::new(
        format!("圆越大{metric}越高；外弧为已占净用地；箭线为首报地到承接园区{zh}"),
        format!(
            "Larger: more {}; outer arc: net land taken; arrows: first reporter to host{en}",
            metric.to_lowercase()
        ),
    )
}

/// What the map shows.
pub fn map_about(metric: &str, amount: &str, unit: &str, moved: usize) -> Text {
    Text::new(
        format!("{metric} {amount} {unit} · 跨区转入 {moved} 个项目"),
        format!("{metric} {amount} {unit} · {moved} projects across districts"),
    )
}

/// Net land that is left.
pub const LAND_LEFT: Phrase = Phrase::new("净用地余量", "Net land left");
/// No enterprise at all.
pub const NO_ENTERPRISES: Phrase = Phrase::new("数据中没有企业", "The data hold no enterprise");
/// What helps.
pub const ADD_ENTERPRISES: Phrase =
    Phrase::new("在数据中补上各园区的企业", "Add the enterprises of the parks to the data");
/// Column: role.
pub const ROLE: Phrase = Phrase::new("类别", "Role");
/// Column: enterprises.
pub const ENTERPRISES: Phrase = Phrase::new("企业数", "Firms");

/// How to read the matrix of enterprises.
pub fn existing_legend(hidden: usize) -> Text {
    let (zh, en) = match hidden {
        0 => (String::new(), String::new()),
        count => (
            format!(" · 另有 {count} 个较小的细分领域见数据表"),
            format!(" · {count} smaller sub-sectors in the table"),
        ),
    };
    Text::new(
        format!("粗框 主导 · 细框 特色 · 红虚框 定位外 · 底色 占园区比重 · ? 未填产值{zh}"),
        format!(
            "thick: leading · thin: characteristic · red, broken: outside the positions · ground: share of the park · ? not stated{en}"
        ),
    )
}

/// What the matrix of enterprises shows.
pub fn existing_about(metric: &str, unit: &str, outside: usize) -> Text {
    Text::new(
        format!("企业{metric}（{unit}），定位外 {outside} 处"),
        format!("{metric} of enterprises ({unit}), {outside} outside the positions"),
    )
}

/// So many projects.
pub fn projects(count: usize) -> Text {
    Text::new(format!("{count} 个项目"), if count == 1 { "1 project".to_owned() } else { format!("{count} projects") })
}

/// Under the portfolio: how many are below, wait, or cannot be shown.
pub fn portfolio_foot(below: usize, waiting: usize, left_out: usize) -> Text {
    Text::new(
        format!("红框 低于门槛 {below} 个 · 虚框 待布局 {waiting} 个 · 缺用地、投资或税收而未画 {left_out} 个"),
        format!(
            "Red frame: {below} below · dashed: {waiting} unplaced · {left_out} not shown for want of land, investment or tax"
        ),
    )
}

/// What a sum of the city is of.
pub fn of_city(metric: &str) -> Text {
    Text::new(format!("全市{metric}"), format!("{metric} of the city"))
}

/// Sum of the weights of links.
pub fn weight(weight: u32) -> Text {
    Text::new(format!("关联 {weight}"), format!("links {weight}"))
}

/// Under the chain: coverage and links by kind.
pub fn chain_foot(coverage: &str, [both, supplier, buyer, neither]: [usize; 4]) -> Text {
    Text::new(
        format!("本地可供 {coverage} · 环节：强链 {both} · 补链 {supplier} · 延链 {buyer} · 建链 {neither}"),
        format!(
            "Could supply itself: {coverage} · links: {both} whole · {supplier} lack the supplier · {buyer} lack the buyer · {neither} lack both"
        ),
    )
}

/// Where the figures are from.
pub fn source(title: &str, as_of: &str, pack: &str, assumed: &str) -> Text {
    let version = env!("CARGO_PKG_VERSION");
    Text::new(
        format!("{title} · 数据快照 {as_of} · {pack} · Parkboard {version}{assumed}"),
        format!("{title} · data as of {as_of} · {pack} · Parkboard {version}{assumed}"),
    )
}

/// So many parks.
pub fn parks(count: usize) -> Text {
    Text::new(format!("{count} 个园区"), if count == 1 { "1 park".to_owned() } else { format!("{count} parks") })
}

/// So many parks that have no row of their own.
pub fn other_parks(count: usize) -> Text {
    Text::new(format!("其他 {count} 个园区"), format!("{count} other parks"))
}

/// Shares by bar length, totals beside them.
pub fn share_and_total(metric: &str, unit: &str) -> Text {
    Text::new(
        format!("{metric}占比 %，右列为总量（{unit}）与方案增量"),
        format!("{metric} share %, right: total ({unit}) and added"),
    )
}

/// The reference of a quotient.
pub fn against_city(parks: usize) -> Text {
    Text::new(format!("相对全市 {parks} 个园区合计"), format!("against all {parks} parks together"))
}

/// Which half of the matrix is what.
pub fn halves(metric: &str) -> Text {
    Text::new(
        format!("左下 {metric}重叠 %，右上 余弦 ×100"),
        format!("Lower left: {metric} overlap %, upper right: cosine ×100"),
    )
}

/// The pair that overlaps most, and mainly in what.
pub fn most_alike([one, other]: &[String; 2], overlap: &str, trade: Option<&str>) -> Text {
    let (zh, en) = trade.map_or_else(Default::default, |it| (format!("，主要在{it}"), format!(", mainly in {it}")));
    Text::new(format!("{one} 与 {other} 重叠 {overlap}{zh}"), format!("{one} and {other} overlap by {overlap}{en}"))
}

/// The pair whose overlap the plan raises most.
pub fn largest_growth([one, other]: &[String; 2], change: &str) -> Text {
    Text::new(
        format!("{one} 与 {other} 的重叠变化最大：{change}"),
        format!("{one} and {other} grow more alike than any: {change}"),
    )
}

/// What the chart of concentration shows.
pub fn share_of_leading(metric: &str) -> Text {
    Text::new(format!("主导定位产业占{metric} %"), format!("Share of leading positions in {metric}, %"))
}

/// How many parks reach what.
pub fn reached(high: usize, some: usize, none: usize) -> Text {
    Text::new(
        format!("达 80 %：{high} 个 · 70–80 %：{some} 个 · 不足 70 %：{none} 个"),
        format!("80 %: {high} parks · 70–80 %: {some} · below 70 %: {none}"),
    )
}

/// Steps of a metric in the unit in which its amounts are told.
pub const fn steps_in_unit(metric: Metric) -> f64 {
    match metric {
        Metric::Output | Metric::Tax | Metric::Investment => 1_000_000.0,
        Metric::Land => 100.0,
        Metric::Jobs | Metric::Count => 1.0,
    }
}

/// Name of a metric.
pub const fn metric_name(metric: Metric) -> Phrase {
    match metric {
        Metric::Output => words::METRIC_OUTPUT,
        Metric::Tax => words::METRIC_TAX,
        Metric::Land => words::METRIC_LAND,
        Metric::Investment => words::METRIC_INVESTMENT,
        Metric::Jobs => words::METRIC_JOBS,
        Metric::Count => words::METRIC_COUNT,
    }
}

/// Unit in which amounts of a metric are told.
pub const fn unit(metric: Metric) -> Phrase {
    match metric {
        Metric::Output | Metric::Tax | Metric::Investment => words::UNIT_YI,
        Metric::Land => words::UNIT_MU,
        Metric::Jobs => words::UNIT_JOBS,
        Metric::Count => words::UNIT_COUNT,
    }
}

/// An amount of a metric, from smallest steps, without its unit.
pub fn amount(metric: Metric, steps: i64) -> String {
    match metric {
        Metric::Output | Metric::Tax | Metric::Investment => {
            let decimals = u32::from(steps.abs() < 10_000_000);
            figure::yi_figure(WanYuan::from_steps(steps), decimals)
        }
        Metric::Land => figure::mu_figure(Mu::from_steps(steps)),
        Metric::Jobs | Metric::Count => figure::whole(steps),
    }
}

/// A trade where room is short: its name up to the first conjunction.
pub fn brief_trade(name: &str, lang: Lang) -> &str {
    let breaks: &[&str] =
        if lang == Lang::Zh { &["与", "、", "及", "（", "(", "/"] } else { &[" and ", ", ", " ("] };
    // A part of two characters is seldom a name: 通用 of 通用与专用机械.
    let is_name = |at: &usize| name.get(..*at).is_some_and(|part| part.chars().count() > 2);
    let end = breaks.iter().filter_map(|it| name.find(it)).filter(is_name).min().unwrap_or(name.len());
    name.get(..end).unwrap_or(name)
}

/// Name of `park`, one of `parks`, where room is short: without the city's name, and in Chinese two or three characters. A name
/// in another script is not cut: three letters of it say nothing.
pub fn brief_name(park: &Park, parks: &Table<Park>, lang: Lang) -> String {
    let name = park.short_name.of(lang);
    let city = city_name(parks, lang);
    let own = name.strip_prefix(city).map(str::trim_start).filter(|it| !it.is_empty());
    let mut name = own.unwrap_or(name);
    if !name.chars().all(is_han) {
        return name.to_owned();
    }
    for ending in ["高新区", "工业园区", "经开区", "新区"] {
        let long = name.strip_suffix(ending).filter(|it| it.chars().count() >= 2);
        name = long.unwrap_or(name);
    }
    name.strip_suffix('区').filter(|it| it.chars().count() == 2).unwrap_or(name).chars().take(3).collect()
}

/// What the short name of the city's first park begins with and that of another park too: the name of the city, as a rule. At
/// least two Chinese characters, or whole words of another script; empty where nothing is shared.
fn city_name(parks: &Table<Park>, lang: Lang) -> &str {
    let Some(first) = parks.iter().min_by_key(|it| (it.rank, &it.id)) else { return "" };
    let name = first.short_name.of(lang);
    let others = parks.iter().filter(|it| it.id != first.id);
    let heads = others.map(|it| shared_head(name, it.short_name.of(lang))).filter(|head| !head.is_empty());
    heads.min_by_key(|head| head.len()).unwrap_or_default()
}

/// What both names begin with, cut back to where a name can end.
fn shared_head<'a>(name: &'a str, other: &str) -> &'a str {
    let same = name.char_indices().zip(other.chars()).find(|((_, a), b)| a != b).map(|((at, _), _)| at);
    let head = name.get(..same.unwrap_or(name.len().min(other.len()))).unwrap_or_default();
    if head.chars().all(is_han) {
        return if head.chars().count() > 1 { head } else { "" };
    }
    head.rfind(' ').and_then(|end| head.get(..=end)).unwrap_or_default()
}

/// Whether `c` is a Chinese character.
fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

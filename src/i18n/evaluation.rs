//! How does it speak of evaluation? Scorecards of parks, the board of characteristic parks, criteria and proposals.
//!
//! The words of steps, stages and criteria themselves stand in [`recognition`](super::recognition).

mod cases;
mod sheets;

use super::{
    figure::grouped,
    finding::{park_name, project_name},
    phrase::Phrase,
    term,
};
use crate::{
    analysis::{
        appraisal::{Moved, Scorecard},
        park_index::{gain::Gain, sensitivity::RankRange},
    },
    model::{
        id::{ParkId, ProjectId},
        indicator::{Grade, Grading, IndicatorPack},
        scenario::Scenario,
        text::Text,
    },
};

pub use cases::*;
pub use sheets::*;

/// Before the choice of packs.
pub const PACK: Phrase = Phrase::new("体系", "Pack");
/// Before the choice of years.
pub const PERIOD: Phrase = Phrase::new("评估期", "Year");
/// What would one more placement do?
pub const WHAT_IF: Phrase = Phrase::new("加一项布局会怎样", "What if a placement");
/// No placement is tried.
pub const NO_TRIAL: Phrase = Phrase::new("不加布局", "No placement");
/// The park of the placement that is tried.
pub const TRIAL_PARK: Phrase = Phrase::new("落到哪个园区", "Into which park");
/// Projects that stand in a park.
pub const PLACED: Phrase = Phrase::new("方案中已布局", "Placed by the plan");
/// Projects that wait.
pub const WAITING: Phrase = Phrase::new("待布局", "Unplaced");
/// Nothing is decided here.
pub const PROPOSES: Phrase = Phrase::new("状态由程序提出建议，由会议认定", "The program proposes, the meeting decides");
/// The table of parks.
pub const SCORECARDS: Phrase = Phrase::new("园区评分卡", "Park scorecards");
/// Readings of a table are assumed.
pub const ASSUMED: Phrase = Phrase::new("≈ 由假定值算出", "≈ from assumed values");
/// There is no index.
pub const NO_TOTAL: Phrase = Phrase::new("未出总分", "No total");
/// A pillar or reading without data.
pub const NO_DATA: Phrase = Phrase::new("缺数据", "No data");
/// Column: rank.
pub const RANK: Phrase = Phrase::new("位次", "Rank");
/// Column: park.
pub const PARK: Phrase = Phrase::new("园区", "Park");
/// Column: total.
pub const TOTAL: Phrase = Phrase::new("综合分", "Total");
/// Column: grade.
pub const GRADE: Phrase = Phrase::new("等级", "Grade");
/// Column: the last three years.
pub const TREND: Phrase = Phrase::new("三年", "3 years");
/// Column: change.
pub const CHANGE: Phrase = Phrase::new("较上年", "Change");
/// Column: the way to the next grade.
pub const NEXT: Phrase = Phrase::new("下一等级", "Next grade");
/// A grade that an accident keeps down.
pub const CAPPED: Phrase = Phrase::new("有事故，等级封顶", "Capped by an accident");
/// Short for it, where room is short.
pub const CAPPED_SHORT: Phrase = Phrase::new("封顶", "capped");
/// The best grade, or no way to reckon the distance.
pub const NONE: &str = super::figure::NONE;

/// There are no packs.
pub const NO_PACK: Phrase = Phrase::new("尚无评价指标体系", "There is no indicator pack");
/// What to do then.
pub const NO_PACK_HINT: Phrase = Phrase::new(
    "在数据文件的 indicator_packs 中加入体系，或从示例新建",
    "Add one to indicator_packs in the data file, or begin from the sample",
);
/// There are no values.
pub const NO_VALUE: Phrase = Phrase::new("尚无指标数据", "There are no indicator values");
/// What to do then.
pub const NO_VALUE_HINT: Phrase =
    Phrase::new("导入各园区的年度指标表后即可评分", "Import a sheet of yearly indicators of the parks");

/// The parts of the total.
pub const PILLARS: Phrase = Phrase::new("维度与指标", "Pillars and indicators");
/// What is at the right of it.
pub const PILLARS_HINT: Phrase = Phrase::new("读数 · 得分 · 权重", "reading · score · weight");
/// How the total comes about.
pub const COMPOSITION: Phrase = Phrase::new("总分构成", "How the total comes about");
/// What gains most.
pub const GAINS: Phrase = Phrase::new("哪项指标最划算", "Where a step gains most");
/// How it is measured.
pub const GAINS_HINT: Phrase = Phrase::new("目标区间每进一成", "per tenth of the way");
/// There is nothing to gain.
pub const NO_GAIN: Phrase = Phrase::new("无总分，无法比较", "Without a total nothing compares");
/// Accidents.
pub const ACCIDENTS: Phrase = Phrase::new("安全与环境", "Safety and environment");
/// No accidents.
pub const NO_ACCIDENT: Phrase = Phrase::new("当年无事故记录", "No accident on record this year");
/// The years.
pub const YEARS: Phrase = Phrase::new("近三年", "Last three years");
/// Where the weights come from.
pub const SOURCES: Phrase = Phrase::new("依据与来源", "Evidence and sources");
/// A placement that moves nothing.
pub const NO_EFFECT: Phrase = Phrase::new("没有指标变化", "No indicator moves");
/// To export.
pub const EXPORT: Phrase = Phrase::new("导出…", "Export…");
/// Nothing is selected: proposals first.
pub const PROPOSALS: Phrase = Phrase::new("本期建议", "Proposals");
/// Nothing to propose.
pub const NO_PROPOSAL: Phrase = Phrase::new("暂无建议", "Nothing to propose");
/// How to go on.
pub const CHOOSE: Phrase = Phrase::new("点选园区或特色园区，查看依据", "Choose a park to see its evidence");
/// How many parks have which grade.
pub const GRADES: Phrase = Phrase::new("等级分布", "Grades");
/// What must be looked up.
pub const TO_CLEAR: Phrase = Phrase::new("待核清单", "To be looked up");
/// To take an accident out.
pub const DROP_ACCIDENT: Phrase = Phrase::new("删除", "Remove");

/// A year.
pub fn year(year: i16) -> Text {
    Text::new(format!("{year} 年"), year.to_string())
}

/// A figure as it is read: few decimals, no trailing zeros.
pub fn number(value: f64) -> String {
    let size = value.abs();
    let text = if size >= 1_000.0 {
        format!("{value:.0}")
    } else if size >= 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    };
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    grouped(if text == "-0" { "0" } else { text })
}

/// Two figures with as many decimals as it takes to tell them apart.
pub fn numbers(before: f64, after: f64) -> (String, String) {
    let (one, other) = (number(before), number(after));
    if one != other {
        return (one, other);
    }
    let of = |decimals: usize| (grouped(&format!("{before:.decimals$}")), grouped(&format!("{after:.decimals$}")));
    (1..=4).map(of).find(|(one, other)| one != other).unwrap_or((one, other))
}

/// A total, with one decimal.
pub fn total(value: f64) -> String {
    format!("{value:.1}")
}

/// A score of a pillar or indicator.
pub fn score(value: f64) -> String {
    format!("{value:.0}")
}

/// A change with its sign, with one decimal.
pub fn signed(value: f64) -> String {
    let text = format!("{:.1}", value.abs());
    match text.as_str() {
        "0.0" => "0.0".to_owned(),
        _ if value < 0.0 => format!("−{text}"),
        _ => format!("+{text}"),
    }
}

/// A share in per cent.
pub fn share(share: f64) -> String {
    format!("{} %", number(share * 100.0))
}

/// A weight in per cent.
pub fn weight(of: f64) -> Text {
    let share = share(of);
    Text::new(format!("权重 {share}"), format!("weight {share}"))
}

/// What the table shows; how means are taken too where there is room.
pub fn about(pack: &IndicatorPack, of: i16, parks: usize, roomy: bool) -> Text {
    let (zh, en) = if roomy {
        (
            " · 指标 1–100 · 维度内算术平均，维度间几何平均",
            " · indicators 1–100 · arithmetic in pillars, geometric between",
        )
    } else {
        (" · 指标 1–100", " · scores 1–100")
    };
    Text::new(
        format!("{} · {of} 年 · {parks} 个园区{zh}", pack.name.zh),
        format!("{} · {of} · {parks} parks{en}", pack.name.english()),
    )
}

/// How a pack grades: each grade with its mark.
pub fn marks(grading: &Grading) -> [(Grade, Text); 4] {
    match grading {
        Grading::Marks { a, b, c } => {
            let mark = |sign: &str, at: &crate::model::quantity::Factor| {
                let words = format!("{sign} {}", grouped(&at.plain()));
                Text::new(words.clone(), words)
            };
            [(Grade::A, mark("≥", a)), (Grade::B, mark("≥", b)), (Grade::C, mark("≥", c)), (Grade::D, mark("<", c))]
        }
        Grading::Quotas { a, b, c } => {
            let mark = |at: &crate::model::quantity::Factor| {
                let share = number(at.to_f64() * 100.0);
                Text::new(format!("前 {share} %"), format!("top {share} %"))
            };
            [(Grade::A, mark(a)), (Grade::B, mark(b)), (Grade::C, mark(c)), (Grade::D, Text::new("其余", "rest"))]
        }
    }
}

/// A grade as a letter.
pub const fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "A",
        Grade::B => "B",
        Grade::C => "C",
        Grade::D => "D",
    }
}

/// The distance to the next grade.
pub fn to_next(next: Option<(Grade, f64)>) -> Text {
    match next {
        Some((to, points)) => {
            let points = total(points.max(0.05));
            Text::new(format!("距 {} {points}", grade(to)), format!("{points} to {}", grade(to)))
        }
        None => Text::new(NONE, NONE),
    }
}

/// The rank of a card among those that have one.
pub fn ranked(rank: usize, of: usize) -> Text {
    Text::new(format!("第 {rank} / {of} 位"), format!("rank {rank} of {of}"))
}

/// A row of the table as it is read out.
pub fn card(scenario: &Scenario, card: &Scorecard) -> Text {
    let name = park_name(scenario, &card.park);
    let told = |zh: bool| {
        let say = |phrase: Phrase| if zh { phrase.zh } else { phrase.en };
        let mut parts = Vec::new();
        match card.total {
            Some(value) => parts.push(format!("{} {}", say(TOTAL), total(value))),
            None => parts.push(say(NO_TOTAL).to_owned()),
        }
        if let Some(it) = card.grade {
            parts.push(format!("{} {}", say(GRADE), grade(it)));
        }
        if card.is_capped {
            parts.push(say(CAPPED).to_owned());
        }
        if let Some(change) = card.change() {
            parts.push(format!("{} {}", say(CHANGE), signed(change)));
        }
        if card.to_next.is_some() {
            let next = to_next(card.to_next);
            parts.push(if zh { next.zh } else { next.en });
        }
        parts.join(" · ")
    };
    let rank = card.rank.map_or_else(|| NONE.to_owned(), |rank| rank.to_string());
    Text::new(format!("{rank} {} · {}", name.zh, told(true)), format!("{rank} {} · {}", name.english(), told(false)))
}

/// What the total of a row is made of beside the index.
pub fn bonus(points: f64) -> Text {
    let points = number(points);
    Text::new(format!("含加分 {points}"), format!("with a bonus of {points}"))
}

/// How the two means compare.
pub fn means(arithmetic: f64, geometric: f64) -> Text {
    let (one, other, lost) = (total(arithmetic), total(geometric), total((arithmetic - geometric).max(0.0)));
    Text::new(
        format!("各维度加权相加（算术平均）{one}；维度间按几何平均为 {other}，不均衡少得 {lost} 分"),
        format!("Weighted pillars add up to {one} (arithmetic); the geometric mean is {other}: imbalance costs {lost}"),
    )
}

/// How firm the rank is.
pub fn range(range: RankRange) -> Text {
    let RankRange { stated, best, worst } = range;
    if best == worst {
        return Text::new(
            format!("换权重、换算法，位次都是第 {stated}"),
            format!("Rank {stated} under all other weights and means"),
        );
    }
    Text::new(
        format!("换权重（±25 %）、换算法、少一项指标时，位次在第 {best} 到第 {worst} 之间"),
        format!("Rank {best} to {worst} with weights ±25 %, the other mean or one indicator less"),
    )
}

/// What a step in one indicator brings.
pub fn gained(gain: &Gain) -> Text {
    let points = signed(gain.gain);
    Text::new(format!("{points} 分"), format!("{points} pts"))
}

/// Scores of a year in words.
pub fn of_year(year: i16, value: Option<f64>) -> Text {
    match value {
        Some(value) => Text::new(format!("{year} 年 {}", total(value)), format!("{year}: {}", total(value))),
        None => Text::new(format!("{year} 年 {}", NO_TOTAL.zh), format!("{year}: {}", NO_TOTAL.en.to_lowercase())),
    }
}

/// How many readings are missing.
pub fn missing(number: usize) -> Text {
    Text::new(format!("{number} 项缺数据"), format!("{number} missing"))
}

/// The placement that is tried.
pub fn trial(scenario: &Scenario, project: &ProjectId, park: Option<&ParkId>) -> Text {
    let name = project_name(scenario, project);
    match park {
        Some(park) => {
            let park = park_name(scenario, park);
            Text::new(
                format!("加 {project} {} → {}", name.zh, park.zh),
                format!("{project} {} → {}", name.english(), park.english()),
            )
        }
        None => Text::new(format!("加 {project} {}", name.zh), format!("{project} {}", name.english())),
    }
}

/// What the placement does to the total.
pub fn moved(before: &Scorecard, moved: &Moved) -> Text {
    let of = |card: &Scorecard, zh: bool| match (card.total, card.grade) {
        (Some(value), Some(it)) if zh => format!("{}（{}）", total(value), grade(it)),
        (Some(value), Some(it)) => format!("{} ({})", total(value), grade(it)),
        (Some(value), None) => total(value),
        (None, _) => (if zh { NO_TOTAL.zh } else { NO_TOTAL.en }).to_owned(),
    };
    let change = before.total.zip(moved.card.total).map(|(before, after)| signed(after - before)).unwrap_or_default();
    Text::new(
        format!("综合分 {} → {} {change}", of(before, true), of(&moved.card, true)),
        format!("Total {} → {} {change}", of(before, false), of(&moved.card, false)),
    )
}

/// Indicators of which nobody can tell how they move.
pub fn unmoved(number: usize) -> Text {
    Text::new(
        format!("另有 {number} 项指标无法由项目数据推算，按不变计"),
        format!("{number} more indicators cannot be worked out from the project and are left as they are"),
    )
}

/// A bar with its pillar, as it is read out.
pub fn pillar(name: &Text, value: Option<f64>, after: Option<f64>) -> Text {
    let of = |value: Option<f64>, zh: bool| match value {
        Some(value) => score(value),
        None => (if zh { NO_DATA.zh } else { NO_DATA.en.trim() }).to_owned(),
    };
    let then = after.map(|it| format!(" → {}", score(it))).unwrap_or_default();
    Text::new(
        format!("{} {}{then}", name.zh, of(value, true)),
        format!("{} {}{then}", name.english(), of(value, false)),
    )
}

/// Level of a park.
pub fn level_of(scenario: &Scenario, park: &crate::model::park::Park) -> Text {
    term::park_level(&scenario.pack, park.level)
}

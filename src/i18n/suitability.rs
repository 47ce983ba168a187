//! How scores are told: what each value rests on, how firm a first place is, and at which weight it turns.

use super::{criterion, figure, finding, phrase::Phrase, term};
use crate::{
    advise::{agreement::School, robustness::Robustness},
    model::{
        id::ParkId,
        park::{DirectionKind, Recognition, Role},
        policy::Yield,
        quantity::WanYuan,
        scenario::Scenario,
        text::Text,
    },
    suitability::{Basis, Gap, Interest, Relation, Theme, methods::acceptability::Firmness},
};

/// What projects placed together bring each other.
pub const COUPLING: Phrase = Phrase::new("协同", "Coupling");

/// How firm a first place is.
pub const fn firmness(firmness: Firmness) -> Phrase {
    match firmness {
        Firmness::Clear => Phrase::new("稳健", "Clear"),
        Firmness::Contested => Phrase::new("有争议", "Contested"),
        Firmness::Open => Phrase::new("未定", "Open"),
    }
}

/// Id of a firmness in machine output.
pub const fn firmness_id(firmness: Firmness) -> &'static str {
    match firmness {
        Firmness::Clear => "clear",
        Firmness::Contested => "contested",
        Firmness::Open => "open",
    }
}

/// Name of another school of method.
pub const fn school(school: School) -> Phrase {
    match school {
        School::Topsis => Phrase::new("逼近理想解（TOPSIS）", "TOPSIS"),
        School::Vikor => Phrase::new("折衷排序（VIKOR）", "VIKOR"),
        School::Promethee => Phrase::new("优先排序（PROMETHEE II）", "PROMETHEE II"),
    }
}

/// Id of another school of method in machine output.
pub const fn school_id(school: School) -> &'static str {
    match school {
        School::Topsis => "topsis",
        School::Vikor => "vikor",
        School::Promethee => "promethee2",
    }
}

/// A share as whole per cent, rounded half up.
#[expect(clippy::cast_possible_truncation, reason = "a share is at most 1")]
pub fn percent(share: f64) -> i64 {
    (share * 100.0).round() as i64
}

/// Names that are told of those that share a place, at most.
const MOST_NAMES: usize = 4;

/// How firm the first place is and when the conclusion would change, in one sentence; `name` names a park.
pub fn robustness(robustness: &Robustness, name: &dyn Fn(&ParkId) -> String) -> Text {
    let Some((first, share)) = robustness.shares.first() else { return Text::default() };
    if robustness.is_tied() {
        return shared(&robustness.tied.iter().map(name).collect::<Vec<_>>());
    }
    let (first, share) = (name(first), percent(*share));
    if robustness.is_by_verdict() {
        return Text::new(
            format!("结论最好的只有{first}：第一名由结论决定，与权重无关"),
            format!(
                "No other park has as good a verdict as {first}: the verdict decides the first place, whatever the weights"
            ),
        );
    }
    let word = firmness(robustness.firmness);
    let zh = format!("{}：权重在 ±50 % 内变动，{share} % 的情形仍是{first}", word.zh);
    let en = format!("{}: with every weight up to 50 % more or less, {first} is first in {share} % of cases", word.en);
    let Some(flip) = &robustness.flip else {
        return Text::new(
            format!("{zh}；任何单项权重都不改变第一名"),
            format!("{en}; no single weight changes the first place"),
        );
    };
    let (from, to, other) = (criterion::per_cent(flip.from), criterion::per_cent(flip.to), name(&flip.challenger));
    let criterion = criterion::criterion(flip.criterion.id()).unwrap_or(Phrase::new("", ""));
    if from == to {
        return Text::new(
            format!("{zh}；\"{}\"的权重现为 {from}，稍有变动{other}即追平", criterion.zh),
            format!("{en}; {other} draws level at the least change of the weight of \"{}\", now {from}", criterion.en),
        );
    }
    Text::new(
        format!("{zh}；\"{}\"的权重由 {from} 变为 {to} 时，{other}追平", criterion.zh),
        format!("{en}; {other} draws level when the weight of \"{}\" goes from {from} to {to}", criterion.en),
    )
}

/// That these share the first place.
fn shared(names: &[String]) -> Text {
    let told = names.get(..MOST_NAMES.min(names.len())).unwrap_or_default();
    let rest = names.len() - told.len();
    let (zh, en) = if rest > 0 {
        (format!("{}等 {} 园", told.join("、"), names.len()), format!("{} and {rest} more", told.join(", ")))
    } else {
        (told.join("、"), told.join(", "))
    };
    Text::new(
        format!("并列第一：{zh}；先后只按名录次序"),
        format!("Tied for the first place: {en}; only the city's list orders them"),
    )
}

/// How a project belongs to what a park stands for, in a word or two.
pub const fn relation_word(relation: &Relation) -> Phrase {
    match relation {
        Relation::Position(Role::Leading) => Phrase::new("主导定位", "Leading"),
        Relation::Position(Role::Characteristic) => Phrase::new("特色定位", "Characteristic"),
        Relation::Direction(_) => Phrase::new("培育方向", "Fostered"),
        Relation::Linked(_) => Phrase::new("链条关联", "Chain link"),
        Relation::SameSector(_) => Phrase::new("同门类", "Same sector"),
        Relation::Unrelated => Phrase::new("无关联", "Unrelated"),
    }
}

/// Why a criterion has no value.
pub const fn gap(gap: Gap) -> Phrase {
    match gap {
        Gap::Project => Phrase::new("项目缺数据", "The project lacks data"),
        Gap::Park => Phrase::new("园区缺数据", "The park lacks data"),
        Gap::NotConcerned => Phrase::new("不涉及", "Not concerned"),
        Gap::NotRecorded => Phrase::new("尚无记录", "Not recorded yet"),
    }
}

/// What a value rests on, with its figures.
pub fn basis(scenario: &Scenario, basis: &Basis) -> Text {
    match basis {
        Basis::Relation(of) => relation(scenario, of),
        Basis::Theme(of) => theme(scenario, of),
        Basis::Cluster { location_quotient, share, firms } => {
            let share = percent(*share);
            let (zh, en) = match location_quotient {
                Some(quotient) => (format!("区位熵 {quotient:.2}"), format!("location quotient {quotient:.2}")),
                None => ("园区无产值".to_owned(), "no output in the park".to_owned()),
            };
            Text::new(
                format!("{zh} · 全市占比 {share} % · 在园 {firms} 家"),
                format!("{en} · {share} % of the city · firms: {firms}"),
            )
        }
        Basis::Chain { upstream, downstream, is_assumed } => {
            let sign = if *is_assumed { "≈" } else { "" };
            let parts = [
                upstream.map(|it| (format!("上游可供 {sign}{} %", percent(it)), "inputs at hand", it)),
                downstream.map(|it| (format!("下游可接 {sign}{} %", percent(it)), "output taken", it)),
            ];
            let (zh, en): (Vec<String>, Vec<String>) =
                parts.into_iter().flatten().map(|(zh, en, it)| (zh, format!("{en} {sign}{} %", percent(it)))).unzip();
            Text::new(zh.join(" · "), en.join(" · "))
        }
        Basis::Homogeneity { change, is_assumed } => {
            let sign = if *is_assumed { "≈" } else { "" };
            let change = signed_decimals(*change);
            Text::new(format!("全市同构度 {sign}{change}"), format!("homogeneity of the city {sign}{change}"))
        }
        Basis::Headroom { factor, left } => {
            let name = factor.map_or(super::words::LAND, term::site_factor);
            let part = percent(left.abs());
            if *left < 0.0 {
                Text::new(format!("最紧 {}，缺 {part} %", name.zh), format!("tightest {}, {part} % short", name.en))
            } else {
                Text::new(format!("最紧 {}，余 {part} %", name.zh), format!("tightest {}, {part} % left", name.en))
            }
        }
        Basis::Margin { of, ratio } => {
            let name = match of {
                Yield::Investment => super::words::INVESTMENT_PER_MU,
                Yield::Output => super::words::OUTPUT_PER_MU,
                Yield::Tax => super::words::TAX_PER_MU,
            };
            Text::new(
                format!("{}为门槛的 {ratio:.2} 倍", name.zh),
                format!("{} {ratio:.2} times the threshold", name.en),
            )
        }
        Basis::Facilities { has, asked } => {
            Text::new(format!("所需配套 {has}/{asked} 项在园"), format!("{has} of {asked} facilities at hand"))
        }
        Basis::Minutes(minutes) => {
            let minutes = figure::whole(*minutes);
            Text::new(format!("到交通网 {minutes} 分钟"), format!("{minutes} minutes to the network"))
        }
        Basis::Interest(Interest::Hosts) => Text::new("首报地承接", "hosted by the first reporter"),
        Basis::Interest(Interest::Shares) => Text::new("首报地与承接地有共享协议", "shared with the first reporter"),
        Basis::Interest(Interest::None) => Text::new("非首报地，无共享协议", "not the first reporter, nothing shared"),
        Basis::Index(index) => Text::new(format!("园区指数 {index:.1}"), format!("park index {index:.1}")),
        Basis::Track(true) => Text::new("园区列入该新赛道", "the park lists the track"),
        Basis::Track(false) => Text::new("园区未列该新赛道", "the park does not list the track"),
    }
}

fn relation(scenario: &Scenario, relation: &Relation) -> Text {
    match relation {
        Relation::Position(Role::Leading) => Text::new("在主导定位内", "within a leading position"),
        Relation::Position(Role::Characteristic) => Text::new("在特色定位内", "within a characteristic position"),
        Relation::Direction(DirectionKind::Emerging) => Text::new("园区培育的新赛道", "a track that the park fosters"),
        Relation::Direction(DirectionKind::ZoneFocus) => {
            Text::new("园内片区的重点产业", "focus of one part of the park")
        }
        Relation::Direction(DirectionKind::Stated) => {
            Text::new("园区表述的发展方向", "a direction that the park states")
        }
        Relation::Linked(industry) => {
            let name = finding::industry_name(scenario, industry);
            Text::new(format!("与定位\"{}\"有链条关联", name.zh), format!("linked to position {}", name.english()))
        }
        Relation::SameSector(industry) => {
            let name = finding::industry_name(scenario, industry);
            Text::new(format!("与定位\"{}\"同门类", name.zh), format!("same sector as position {}", name.english()))
        }
        Relation::Unrelated => Text::new("与定位无关联", "unrelated to any position"),
    }
}

fn theme(scenario: &Scenario, theme: &Theme) -> Text {
    match theme {
        Theme::Park(Recognition::Recognised) => Text::new("有认定的特色园区", "recognised characteristic park"),
        Theme::Park(Recognition::Cultivated) => Text::new("有培育的特色园区", "cultivated characteristic park"),
        Theme::Park(Recognition::Warned) => Text::new("特色园区受预警", "characteristic park under warning"),
        Theme::Park(Recognition::Applied) => Text::new("有申报中的特色园区", "characteristic park that applies"),
        Theme::Park(Recognition::Withdrawn) | Theme::None => {
            Text::new("无特色园区与链主", "no theme park, no chain leader")
        }
        Theme::Leader(industry) => {
            let name = finding::industry_name(scenario, industry);
            Text::new(format!("链主在园：{}", name.zh), format!("chain leader here: {}", name.english()))
        }
    }
}

/// How points come about: `weight` and `known`, the weight of all criteria with a value, are shares of all weights.
pub fn reckoning(weight: f64, value: f64, known: f64, points: i64) -> Text {
    let [weight, value, known] = [weight, value, known].map(criterion::per_cent);
    let points = figure::whole(points);
    Text::new(
        format!("1000 × 权重 {weight} × 取值 {value} ÷ 有取值准则的权重 {known} ≈ {points} 分"),
        format!("1000 × weight {weight} × value {value} / weight of criteria with a value {known} ≈ {points} points"),
    )
}

/// Totals of the city in a sub-sector, and that nobody makes it in the park where `is_none_here`.
pub fn of_city(output: WanYuan, firms: i64, is_none_here: bool) -> Text {
    let (output, firms) = (figure::money(output), figure::whole(firms));
    let here = if is_none_here { ("园内没有；", "none in the park; ") } else { ("", "") };
    Text::new(
        format!("{}全市该领域产值 {}、{firms} 家", here.0, output.zh),
        format!("{}in the city: output {}, firms: {firms}", here.1, output.english()),
    )
}

/// A change with its sign and three decimals.
fn signed_decimals(change: f64) -> String {
    let plain = format!("{:.3}", change.abs());
    let sign = if plain == "0.000" {
        ""
    } else if change < 0.0 {
        "−"
    } else {
        "+"
    };
    format!("{sign}{plain}")
}

/// Points with their sign: `+50`, `−2`, `0`.
pub fn signed(points: i64) -> String {
    match points {
        0 => "0".to_owned(),
        1.. => format!("+{}", figure::whole(points)),
        _ => figure::whole(points),
    }
}

/// The words of a range of points: `742–800`.
pub fn range((low, high): (i64, i64)) -> String {
    format!("{}–{}", figure::whole(low), figure::whole(high))
}

/// That what is known bears too little of the weight: `coverage` is its share.
pub fn low_confidence(coverage: f64) -> Text {
    let share = percent(coverage);
    Text::new(
        format!("可信度低：有数据的准则只占权重 {share} %"),
        format!("Low confidence: the criteria with data bear {share} % of the weight"),
    )
}

/// That too little is known of a project in a park for its score to be more than a hint.
pub fn hint((low, high): (i64, i64)) -> Text {
    let range = range((low, high));
    Text::new(format!("数据不足，得分可能在 {range}"), format!("Data missing: the score may be {range}"))
}

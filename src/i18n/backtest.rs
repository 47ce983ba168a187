//! How a backtest is told: what is measured, against what, and why a park was not advised.

use super::{criterion, figure, phrase::Phrase, suitability, term};
use crate::{
    advise::{backtest::Baseline, ranking::Ranked},
    evaluate::verdict::Verdict,
    model::text::Text,
    suitability::Criterion,
};

/// Menu: the sheet of the backtest.
pub const SHEET: Phrase = Phrase::new("回测…", "Backtest…");
/// Its title.
pub const TITLE: Phrase = Phrase::new("回测：真实项目去了哪里", "Backtest: where real projects went");
/// What is measured.
pub const MEASURED: Phrase = Phrase::new(
    "把每个真实项目当作新项目排序，不用同一企业或集团的任何记录（含以其命名的特色园区），不计任何布局；看它实际落户的园区排第几。一行只说明项目去了哪里，不说明那里最合适",
    "Each real project is ranked as if it were new, without any record of the same company group (nor a \
     characteristic park named after it), with no placement: what counts is the rank of the park where it went. A row \
     shows where a project went, not that the place was best",
);
/// What the columns of the rates mean.
pub const COLUMNS: Phrase = Phrase::new(
    "第一、前三：实际园区排在第一、前三的项目占多少。倒数位次：排第一得 1、第二得 1/2、第三得 1/3，取平均。严格：只算来源写明园区、名称不透露地点的项目",
    "First, top three: share of projects whose park came first, or among the first three. Over rank: 1 for a first \
     place, 1/2 for a second, 1/3 for a third, on average. Strict: only projects whose source names the park and whose \
     name does not give it away",
);
/// Why a scenario cannot be tested, and what to do.
pub const UNKNOWN: Phrase = Phrase::new(
    "内置真实项目所在的园区或细分行业，此情景中不全，无法回测。请从文件菜单新建示例，或在命令行用 parkboard backtest 配上本地案例",
    "This scenario lacks parks or sub-sectors of the embedded real projects, so nothing can be tested. Begin with the \
     sample from the file menu, or give cases of your own to parkboard backtest on the command line",
);
/// Our own ranking, among the baselines.
pub const OURS: Phrase = Phrase::new("本程序排序", "Ours");
/// All cases.
pub const ALL: Phrase = Phrase::new("全部", "All");
/// Those that count in the strict test.
pub const STRICT: Phrase = Phrase::new("严格", "Strict");
/// Those whose park did not come first.
pub const MISSES: Phrase = Phrase::new("未中", "Misses");
/// Column: share of first places.
pub const FIRST: Phrase = Phrase::new("第一", "First");
/// Column: share of places among the first three.
pub const TOP_THREE: Phrase = Phrase::new("前三", "Top three");
/// Column: mean of one over the rank.
pub const OVER_RANK: Phrase = Phrase::new("倒数位次", "Over rank");
/// Column: where the project went.
pub const WENT: Phrase = Phrase::new("实际落户", "Went to");
/// Column: the rank of that park.
pub const RANK: Phrase = Phrase::new("位次", "Rank");
/// Column: the park that comes first.
pub const ADVISED: Phrase = Phrase::new("建议", "Advised");
/// Column: the score of the park where it went less that of the park advised.
pub const BEHIND: Phrase = Phrase::new("分差", "Behind");
/// Column of the comparison: the park that comes second, where the first is the one where the project went.
pub const SECOND: Phrase = Phrase::new("第二名", "Second");
/// Column of the comparison: the one less the other.
pub const DIFFERENCE: Phrase = Phrase::new("相差", "Difference");
/// The criteria of the comparison.
pub const CRITERION: Phrase = Phrase::new("准则", "Criterion");
/// The sum of the parts.
pub const TOTAL: Phrase = Phrase::new("总分", "Score");
/// No row of this kind.
pub const NOTHING: Phrase = Phrase::new("没有这样的项目", "No such project");

/// What the advice is held against.
pub const fn baseline(baseline: Baseline) -> Phrase {
    match baseline {
        Baseline::Random => Phrase::new("随机", "By chance"),
        Baseline::PositionsThenSize => Phrase::new("先看定位，再看规模", "Positions, then size"),
        Baseline::MostOutput => Phrase::new("该细分行业产值最大", "Most output in sub-sector"),
    }
}

/// A fault ended it.
pub const BROKE_OFF: Phrase = Phrase::new(
    "程序故障，回测中断；方案和文件不受影响。关闭后再开可重试",
    "A fault of the program broke the backtest off; plan and file are as they were. Close and open again to retry",
);

/// Whose weights hold: those of a plan, by its name, or those of the scenario.
pub fn weights(plan: Option<&Text>) -> Text {
    plan.map_or_else(
        || Text::new("按情景权重", "By the weights of the scenario"),
        |name| {
            Text::new(
                format!("按方案“{}”自己的权重", name.zh),
                format!("By the own weights of plan {}", name.english()),
            )
        },
    )
}

/// How many cases have been judged.
pub fn under_way(done: usize, all: usize) -> Text {
    Text::new(format!("正在计算：{done} / {all}"), format!("Computing: {done} of {all}"))
}

/// A group of cases with their number.
pub fn counted(group: Phrase, count: usize) -> Text {
    Text::new(format!("{} {count} 项", group.zh), format!("{} {count}", group.en))
}

/// A share of 1 as whole per cent.
#[expect(clippy::cast_possible_truncation, reason = "a share is at most 1")]
pub fn share(share: f64) -> String {
    format!("{} %", (share * 100.0).round() as i64)
}

/// A mean reciprocal rank.
pub fn over_rank(mean: f64) -> String {
    format!("{mean:.2}")
}

/// A difference of points with its sign.
pub fn signed(points: i64) -> String {
    if points > 0 { format!("+{}", figure::whole(points)) } else { figure::whole(points) }
}

/// One part of two scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is a part by: a criterion, or coupling.
    pub name: Phrase,
    /// Points of the park where the project went; `None` without a value.
    pub went: Option<i64>,
    /// Points of the other park.
    pub other: Option<i64>,
}

impl Line {
    /// The one less the other; what has no value has no points.
    pub fn difference(&self) -> i64 {
        self.went.unwrap_or(0) - self.other.unwrap_or(0)
    }
}

/// The parts of two scores side by side, the largest difference first; parts that neither has are left out.
pub fn lines(went: &Ranked, other: &Ranked) -> Vec<Line> {
    let points = |it: &Ranked, at: Criterion| it.suitability.parts.get(at.place()).and_then(|part| part.points);
    let line = |at: Criterion| Line {
        name: criterion::criterion(at.id()).unwrap_or(Phrase::new("", "")),
        went: points(went, at),
        other: points(other, at),
    };
    let mut lines: Vec<Line> = Criterion::ALL.into_iter().map(line).collect();
    if (went.coupling, other.coupling) != (0, 0) {
        let coupling = Line { name: suitability::COUPLING, went: Some(went.coupling), other: Some(other.coupling) };
        lines.push(coupling);
    }
    lines.retain(|it| it.went.is_some() || it.other.is_some());
    lines.sort_by_key(|it| std::cmp::Reverse(it.difference().abs()));
    lines
}

/// Why `went` came behind `other` or before it, in one sentence; the parks by name.
pub fn why(went: (&Ranked, &Text), other: (&Ranked, &Text)) -> Text {
    let ((went, here), (other, there)) = (went, other);
    if went.judged.verdict != other.judged.verdict {
        let (one, two) = (term::verdict(went.judged.verdict), term::verdict(other.judged.verdict));
        return Text::new(
            format!("先看规则，再看分数：{}为\"{}\"，{}为\"{}\"", here.zh, one.zh, there.zh, two.zh),
            format!(
                "Rules come before scores: {} is \"{}\", {} is \"{}\"",
                here.english(),
                one.en,
                there.english(),
                two.en
            ),
        );
    }
    let gap = went.total() - other.total();
    if gap == 0 {
        return Text::new(
            format!("{}与{}同分，先后只按全市园区名单", here.zh, there.zh),
            format!("{} and {} have the same score: the city's list decides", here.english(), there.english()),
        );
    }
    let lines = lines(went, other);
    let told = lines.iter().filter(|it| it.difference().signum() == gap.signum()).take(3);
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for it in told {
        zh.push(format!("{} {}", it.name.zh, signed(it.difference())));
        en.push(format!("{} {}", it.name.en, signed(it.difference())));
    }
    let (zh, en, gap) = (zh.join("、"), en.join(", "), signed(gap));
    Text::new(
        format!("{}比{}相差 {gap} 分，主要在：{zh}", here.zh, there.zh),
        format!("{} against {}: {gap} points, most of it by {en}", here.english(), there.english()),
    )
}

/// The verdict on a park, where it is not simply advised.
pub fn verdict(park: &Text, verdict: Verdict) -> Text {
    let word = term::verdict(verdict);
    Text::new(format!("{}：{}", park.zh, word.zh), format!("{}: {}", park.english(), word.en))
}

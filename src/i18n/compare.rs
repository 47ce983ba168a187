//! How plans are told side by side: which is compared with which, what is gained and cured, and all of it in a sentence.

use super::phrase::Phrase;
use crate::{
    evaluate::{comparison::Trend, side_by_side::SideBySide},
    model::text::Text,
};

/// The workspace.
pub const COMPARE: Phrase = Phrase::new("方案比较", "Compare");
/// Turn to it.
pub const SHOW: Phrase = Phrase::new("转到方案比较", "Go to compare");
/// The plan that is shown.
pub const BASE: Phrase = Phrase::new("基准", "Base");
/// What a plan beside changes.
pub const CHANGE: Phrase = Phrase::new("变化", "Change");
/// Copies what is compared for a spreadsheet.
pub const COPY: Phrase = Phrase::new("复制比较表", "Copy the comparison");
/// What it is compared with.
pub const WITH: Phrase = Phrase::new("对比", "with");
/// Plans of another file.
pub const FROM_FILE: Phrase = Phrase::new("从文件加入…", "From a file…");
/// Forget them.
pub const SEND_AWAY: Phrase = Phrase::new("不再比较这个文件", "Stop comparing this file");
/// Title of the choice of a file.
pub const CHOOSE_FILE: Phrase = Phrase::new("选择要比较的情景文件", "Choose a scenario to compare");
/// What the button does.
pub const BRING: Phrase = Phrase::new("加入比较", "Compare");
/// Which chart is shown of every plan.
pub const CHOOSE_CHART: Phrase = Phrase::new("选择图表", "Choose the chart");
/// A plan is being judged.
pub const JUDGING: Phrase = Phrase::new("正在校核…", "Being judged…");
/// There is no other plan.
pub const ONE_PLAN: Phrase = Phrase::new(
    "只有一个方案。复制一个再改，或从另一个文件加入。",
    "There is one plan alone. Copy it and change the copy, or bring the plans of another file.",
);
/// Title of the indicators.
pub const INDICATORS: Phrase = Phrase::new("指标", "Indicators");
/// Title of the sentence.
pub const IN_A_SENTENCE: Phrase = Phrase::new("一句话", "In a sentence");
/// What the other plan breaks.
pub const GAINED: Phrase = Phrase::new("新增的问题", "Findings gained");
/// What it cures.
pub const CURED: Phrase = Phrase::new("消除的问题", "Findings cured");
/// None of them.
pub const NONE: Phrase = Phrase::new("没有", "None");
/// Where a project waits.
pub const QUEUE: Phrase = Phrase::new("待布局", "Unplaced");
/// Nothing at all differs.
pub const NOTHING_DIFFERS: Phrase = Phrase::new("两个方案没有差别", "The two plans do not differ");
/// The placements are the same.
pub const SAME_PLACES: Phrase =
    Phrase::new("项目去向相同，差别在其他方面", "Every project stands in the same park; other things differ");

/// How many projects stand elsewhere.
pub fn differences(count: usize) -> Text {
    Text::new(format!("去向不同的项目：{count} 个"), format!("Projects that stand elsewhere: {count}"))
}

/// Where a project stands in the other plan.
pub fn only_here(plan: &str, other: &str, there: &str) -> Text {
    Text::new(format!("仅 {plan} 在此，{other} 在{there}"), format!("here in {plan} only; in {other}: {there}"))
}

/// More findings than are listed.
pub fn more(count: usize) -> Text {
    Text::new(format!("还有 {count} 项"), format!("{count} more"))
}

/// All of it in a sentence.
pub fn sentence(name: &str, beside: &SideBySide) -> Text {
    if beside.is_empty() {
        return NOTHING_DIFFERS.into();
    }
    let count = |trend: Trend| beside.rows.iter().filter(|row| row.trend == trend).count();
    let (better, worse, traded) = (count(Trend::Better), count(Trend::Worse), count(Trend::Traded));
    let (moved, gained, cured) = (beside.differences.len(), beside.gained.len(), beside.cured.len());
    Text::new(
        format!(
            "换成 {name}：{better} 项指标变好，{worse} 项变差，{traded} 项取舍；{moved} 个项目去向不同，新增问题 {gained} 项，消除 {cured} 项。"
        ),
        format!(
            "With {name} {better} indicators are better, {worse} worse, {traded} traded; {moved} projects stand elsewhere, {gained} findings are gained and {cured} cured."
        ),
    )
}

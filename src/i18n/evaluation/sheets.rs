//! The sheets of evaluation: steps, yearly figures, applications, accidents.

use crate::{
    analysis::recognition::Reading,
    i18n::{
        phrase::Phrase,
        recognition::{measured, measured_unit, step},
    },
    model::{
        recognition::{Measured, StepKind},
        scenario::Scenario,
        text::Text,
    },
};

/// The action and the sheet of a step.
pub const TAKE_STEP: Phrase = Phrase::new("办理特色园区的一步…", "Take a step of recognition…");
/// The action and the sheet of yearly figures.
pub const RECORD_FIGURES: Phrase = Phrase::new("登记年度数据…", "Record a year…");
/// The action and the sheet of an application.
pub const REGISTER: Phrase = Phrase::new("特色园区申报…", "Register a characteristic park…");
/// The action and the sheet of an accident.
pub const REPORT: Phrase = Phrase::new("登记安全环保事故…", "Report an accident…");
/// There is no characteristic park whose name is known.
pub const NONE_PUBLISHED: Phrase = Phrase::new("请先登记特色园区", "Register a characteristic park first");
/// Field: the characteristic park.
pub const OF: Phrase = Phrase::new("特色园区", "Characteristic park");
/// Field: what is done.
pub const KIND: Phrase = Phrase::new("办理", "Step");
/// Field: level.
pub const LEVEL: Phrase = Phrase::new("级别", "Level");
/// Field: day.
pub const DAY: Phrase = Phrase::new("日期", "Day");
/// Field: who decides.
pub const OFFICE: Phrase = Phrase::new("决定单位", "Decided by");
/// Field: why.
pub const WHY: Phrase = Phrase::new("依据与理由", "Evidence and reason");
/// Field: document.
pub const DOCUMENT: Phrase = Phrase::new("文件（可不填）", "Document (optional)");
/// No document.
pub const NO_DOCUMENT: Phrase = Phrase::new("无", "None");
/// The deed.
pub const TAKE: Phrase = Phrase::new("办理", "Take the step");
/// No reason.
pub const NO_REASON: Phrase = Phrase::new("请填写依据与理由", "State the evidence and the reason");
/// No office.
pub const NO_OFFICE: Phrase = Phrase::new("请填写决定单位", "Name the office that decides");
/// No step is possible.
pub const NO_STEP_POSSIBLE: Phrase = Phrase::new("当前状态没有可办理的步骤", "No step can follow its stage");
/// Field: year.
pub const YEAR: Phrase = Phrase::new("年度", "Year");
/// Not a year.
pub const WRONG_YEAR: Phrase = Phrase::new("请写四位年份，如 2022", "Write a year, such as 2022");
/// Not a number.
pub const WRONG_NUMBER: Phrase = Phrase::new("请写数字，缺数据则留空", "Write a number, or leave it empty");
/// Nothing was filled in.
pub const NOTHING_FILLED: Phrase = Phrase::new("请至少填写一项", "Fill in at least one field");
/// Field: chain leader.
pub const LEADER: Phrase = Phrase::new("链主在园", "Chain leader there");
/// Field: suppliers.
pub const SUPPLIERS: Phrase = Phrase::new("链主的本地配套企业数（家）", "Its local suppliers (firms)");
/// It is there, it is not, not stated.
pub const LEADER_STATES: [Phrase; 3] =
    [Phrase::new("未填", "Not stated"), Phrase::new("有", "Yes"), Phrase::new("无", "No")];
/// What is left empty.
pub const LEFT_EMPTY: Phrase = Phrase::new(
    "留空的项由程序推算；推算不出的算缺，不算零",
    "What is left empty is derived where it can be, else missing, never zero",
);
/// Field: name.
pub const NAME: Phrase = Phrase::new("名称", "Name");
/// No name.
pub const NO_NAME: Phrase = Phrase::new("请填写名称", "Give it a name");
/// Field: the park around it.
pub const AROUND: Phrase = Phrase::new("所在园区", "Park around it");
/// Field: sub-sector.
pub const TRADE: Phrase = Phrase::new("细分领域", "Sub-sector");
/// Field: level.
pub const LEVEL_SOUGHT: Phrase = Phrase::new("申报级别", "Level sought");
/// Field: kind of accident.
pub const ACCIDENT_KIND: Phrase = Phrase::new("种类", "Kind");
/// Field: where it counts.
pub const COUNTS: Phrase = Phrase::new("计入", "Counts against");
/// Against all of the park.
pub const WHOLE_PARK: Phrase = Phrase::new("整个园区", "All of the park");
/// Field: what happened.
pub const NOTE: Phrase = Phrase::new("经过", "What happened");
/// Nothing was told.
pub const NO_NOTE: Phrase = Phrase::new("请写明经过", "Tell what happened");
/// What an accident does.
pub const ACCIDENT_MEANS: Phrase = Phrase::new(
    "当年评价等级封顶；园内特色园区当年一票否决",
    "Caps the grade of its year and vetoes recognition in that year",
);

/// What is proposed, before a step.
pub fn proposed(kind: Option<StepKind>) -> Text {
    match kind {
        Some(kind) => {
            let phrase = step(kind);
            Text::new(format!("程序建议：{}", phrase.zh), format!("Proposed: {}", phrase.en.to_lowercase()))
        }
        None => Text::new("程序未提出建议", "Nothing is proposed"),
    }
}

/// That the step departs from what is proposed.
pub fn departs(kind: StepKind, from: Option<StepKind>) -> Option<Text> {
    if from == Some(kind) {
        return None;
    }
    let phrase = step(kind);
    Some(match from {
        Some(proposed) => {
            let proposed = step(proposed);
            Text::new(
                format!("与建议不同：建议{}，拟{}；请在理由中写明", proposed.zh, phrase.zh),
                format!(
                    "Departs from the proposal ({} instead of {}): say why",
                    phrase.en.to_lowercase(),
                    proposed.en.to_lowercase()
                ),
            )
        }
        None => Text::new(
            format!("没有建议支持「{}」；请在理由中写明", phrase.zh),
            format!("No proposal supports \"{}\": say why", phrase.en.to_lowercase()),
        ),
    })
}

/// A measure with its unit, as the label of a field.
pub fn measure_field(scenario: &Scenario, measure: &Measured) -> Text {
    let (name, unit) = (measured(scenario, measure), measured_unit(scenario, measure));
    if unit.zh.is_empty() {
        return name;
    }
    let english = match unit.english().trim() {
        "" => name.english().to_owned(),
        unit => format!("{} ({unit})", name.english()),
    };
    Text::new(format!("{}（{}）", name.zh, unit.zh), english)
}

/// What stands in for a figure that is left empty.
pub fn derived(scenario: &Scenario, measure: &Measured, reading: Reading) -> Text {
    let sign = if matches!(reading, Reading::Value(_)) { "≈" } else { "" };
    let reading = super::reading(scenario, measure, reading);
    Text::new(format!("推算 {sign}{}", reading.zh), format!("derived {sign}{}", reading.english()))
}

/// That a day lies before the last step.
pub fn too_early(since: jiff::civil::Date) -> Text {
    Text::new(format!("早于现状态的起始日 {since}"), format!("Before {since}, when its stage began"))
}

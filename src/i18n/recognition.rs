//! How does it speak of characteristic parks? Stages, steps, criteria, and what is done to them.

use super::{finding::industry_name, phrase::Phrase, term};
use crate::model::{
    edit::recognition::RecognitionEdit,
    id::{CharacteristicParkId, RecordId},
    indicator::{IncidentKind, Indicator},
    park::{CharacteristicPark, Recognition},
    recognition::{Measured, StepKind},
    scenario::Scenario,
    text::Text,
};

/// The workspace.
pub const EVALUATION: Phrase = Phrase::new("评估认定", "Evaluation");
/// The action that turns to it.
pub const SHOW: Phrase = Phrase::new("转到评估认定", "Go to evaluation");

/// Where a characteristic park stands in its life.
pub const fn stage(recognition: Recognition) -> Phrase {
    match recognition {
        Recognition::Applied => Phrase::new("申报", "Applied"),
        Recognition::Cultivated => Phrase::new("培育", "Cultivated"),
        Recognition::Recognised => Phrase::new("认定", "Recognised"),
        Recognition::Warned => Phrase::new("预警", "Warned"),
        Recognition::Withdrawn => Phrase::new("退出", "Withdrawn"),
    }
}

/// A step in its life.
pub const fn step(kind: StepKind) -> Phrase {
    match kind {
        StepKind::Apply => Phrase::new("申报", "Apply"),
        StepKind::Cultivate => Phrase::new("列入培育", "Cultivate"),
        StepKind::Recognise => Phrase::new("认定", "Recognise"),
        StepKind::Review => Phrase::new("复核通过", "Pass review"),
        StepKind::Warn => Phrase::new("预警", "Warn"),
        StepKind::Withdraw => Phrase::new("退出", "Withdraw"),
    }
}

/// Name of a characteristic park; what is known of it where none was published.
pub fn name(scenario: &Scenario, it: &CharacteristicPark) -> Text {
    let by_trade = || it.industry.as_ref().map(|id| industry_name(scenario, id));
    it.name.clone().or_else(by_trade).unwrap_or_else(|| Text::new("名称未见公布", "Name not published"))
}

/// The same by its id.
pub fn name_of(scenario: &Scenario, id: &CharacteristicParkId) -> Text {
    let found = scenario.characteristic_parks.get(id).map(|it| name(scenario, it));
    found.unwrap_or_else(|| Text::new(id.as_str(), ""))
}

/// Name of an indicator; its id where it has none.
pub fn indicator_name(scenario: &Scenario, id: &RecordId) -> Text {
    let of = |it: &Indicator| it.name.clone();
    scenario.indicators.get(id).and_then(|it| of(it)).unwrap_or_else(|| Text::new(id.as_str(), ""))
}

/// A criterion of recognition.
pub fn measured(scenario: &Scenario, measure: &Measured) -> Text {
    match measure {
        Measured::LeadingShare => Text::new("主导细分占比", "Share of the sub-sector"),
        Measured::LocationQuotient => Text::new("区位熵", "Location quotient"),
        Measured::Firms => Text::new("规上企业数", "Firms above scale"),
        Measured::PlantConcentration => Text::new("企业集中度（HHI）", "Plant concentration (HHI)"),
        Measured::Output => Text::new("产值规模", "Output"),
        Measured::Coverage => Text::new("本地配套率", "Local linkage coverage"),
        Measured::ParkIndex => Text::new("园区评价指数", "Park index"),
        Measured::Indicator(id) => indicator_name(scenario, id),
        Measured::Growth(id) => {
            let name = indicator_name(scenario, id);
            Text::new(format!("{}增长", name.zh), format!("Growth of {}", name.english().to_lowercase()))
        }
    }
}

/// A criterion in one character of Chinese, two letters of English: the label below its sign.
pub const fn measured_mark(measure: &Measured) -> Phrase {
    match measure {
        Measured::LeadingShare => Phrase::new("占", "Sh"),
        Measured::LocationQuotient => Phrase::new("熵", "LQ"),
        Measured::Firms => Phrase::new("企", "Fi"),
        Measured::PlantConcentration => Phrase::new("集", "HH"),
        Measured::Output => Phrase::new("规", "Ou"),
        Measured::Coverage => Phrase::new("配", "Co"),
        Measured::ParkIndex => Phrase::new("指", "In"),
        Measured::Indicator(_) => Phrase::new("标", "Id"),
        Measured::Growth(_) => Phrase::new("增", "Gr"),
    }
}

/// Unit of a criterion; empty where it has none.
pub fn measured_unit(scenario: &Scenario, measure: &Measured) -> Text {
    match measure {
        Measured::LeadingShare | Measured::Coverage | Measured::Growth(_) => Text::new("%", "%"),
        Measured::Firms => Text::new("家", "firms"),
        Measured::Output => Text::new("亿元", "CNY 100m"),
        Measured::LocationQuotient | Measured::PlantConcentration | Measured::ParkIndex => Text::new("", ""),
        Measured::Indicator(id) => {
            let unit = scenario.indicators.get(id).map(|it| it.unit.clone()).unwrap_or_default();
            // In English pieces are counted without a word for them; an empty text would be the Chinese one.
            let english = if unit == "个" {
                " ".to_owned()
            } else {
                term::unit_in_english(&unit).map_or_else(|| unit.clone(), str::to_owned)
            };
            Text { zh: unit, en: english }
        }
    }
}

/// Kind of an accident.
pub const fn incident(kind: IncidentKind) -> Phrase {
    match kind {
        IncidentKind::Safety => Phrase::new("安全事故", "Safety accident"),
        IncidentKind::Environment => Phrase::new("环境事件", "Environmental accident"),
    }
}

/// Name of an edit.
pub fn label(scenario: &Scenario, edit: &RecognitionEdit) -> Text {
    let about = |id: &CharacteristicParkId, phrase: Phrase| {
        let name = name_of(scenario, id);
        Text::new(format!("{}：{}", name.zh, phrase.zh), format!("{}: {}", name.english(), phrase.en.to_lowercase()))
    };
    match edit {
        RecognitionEdit::Register(it) => {
            let name = name(scenario, it);
            Text::new(
                format!("登记特色园区「{}」", name.zh),
                format!("Register characteristic park \"{}\"", name.english()),
            )
        }
        RecognitionEdit::TakeStep(taken) => about(&taken.characteristic_park, step(taken.kind)),
        RecognitionEdit::TakeBackStep { characteristic_park } => {
            about(characteristic_park, Phrase::new("撤回最近一步", "Take back the last step"))
        }
        RecognitionEdit::RecordYear(it) => {
            let name = name_of(scenario, &it.characteristic_park);
            let year = it.year;
            Text::new(format!("{}：{year} 年数据", name.zh), format!("{}: figures of {year}", name.english()))
        }
        RecognitionEdit::ReportIncident(it) => {
            let (park, kind) = (super::finding::park_name(scenario, &it.park), incident(it.kind));
            Text::new(
                format!("{}：登记{}", park.zh, kind.zh),
                format!("{}: record {}", park.english(), kind.en.to_lowercase()),
            )
        }
        RecognitionEdit::DropIncident { incident } => {
            Text::new(format!("删除事故 {incident}"), format!("Remove accident {incident}"))
        }
    }
}

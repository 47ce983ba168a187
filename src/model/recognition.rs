//! What makes a characteristic park? Standards by level, yearly figures, and the steps of its life.
//!
//! A step is decided by people; the program proposes ([`crate::analysis::recognition`]).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    evidence::Evidence,
    id::{CharacteristicParkId, DocumentId, RecordId},
    park::{ParkLevel, Recognition},
    quantity::{Count, Factor, Number},
    table::{record_by_fields, record_by_id},
    text::Text,
};

/// What a criterion of recognition measures, of a characteristic park and a year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Measured {
    /// Share of its sub-sector in the output of the park around it, per cent.
    LeadingShare,
    /// Location quotient of its sub-sector in the park around it, against the city.
    LocationQuotient,
    /// Firms of its sub-sector above the scale.
    Firms,
    /// Herfindahl index of its plants by output, 0 to 1.
    PlantConcentration,
    /// Output of its sub-sector, 亿元 a year.
    Output,
    /// Local linkage coverage: share of its purchased inputs that the park could supply, per cent.
    Coverage,
    /// Park index of the park around it, 1 to 100.
    ParkIndex,
    /// An indicator of the park around it.
    Indicator(RecordId),
    /// Growth of an indicator of the park around it over the year before, per cent.
    Growth(RecordId),
}

impl Measured {
    /// Its id in machine output and lists; that of an indicator is the indicator's.
    pub fn id(&self) -> String {
        match self {
            Self::LeadingShare => "leading-share".to_owned(),
            Self::LocationQuotient => "location-quotient".to_owned(),
            Self::Firms => "firms".to_owned(),
            Self::PlantConcentration => "plant-concentration".to_owned(),
            Self::Output => "output".to_owned(),
            Self::Coverage => "coverage".to_owned(),
            Self::ParkIndex => "park-index".to_owned(),
            Self::Indicator(id) => id.to_string(),
            Self::Growth(id) => format!("growth of {id}"),
        }
    }
}

/// A criterion of recognition: at least, or at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardItem {
    /// What is measured.
    pub measure: Measured,
    /// The least that passes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<Number>,
    /// The most that passes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Number>,
    /// Whether a chain leader with enough linked suppliers excuses it (链主通道).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anchor_route: bool,
}

/// The standard of recognition at one level (认定标准).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// Its id.
    pub id: RecordId,
    /// Its name.
    pub name: Text,
    /// Level that it leads to.
    pub level: ParkLevel,
    /// Its criteria.
    pub items: Vec<StandardItem>,
    /// Indicator pack by which the park index is reckoned.
    pub pack: RecordId,
    /// By how much thresholds are relaxed for a holder, 0 to 1.
    pub hysteresis: Factor,
    /// Number of years that are looked at.
    pub years: u8,
    /// Number of them that have to pass, the latest among them.
    pub passes: u8,
    /// Linked suppliers that the anchor route asks for beside the chain leader.
    pub anchor_suppliers: Count,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Document that sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Standard, RecordId, "standards");

/// One figure of a characteristic park.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearFigure {
    /// What is measured.
    pub measure: Measured,
    /// The figure.
    pub value: Number,
}

/// Yearly figures of a characteristic park as it reports them; what is not here is derived where it can be, or missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CharacteristicYear {
    /// The characteristic park.
    pub characteristic_park: CharacteristicParkId,
    /// The year.
    pub year: i16,
    /// Its figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<YearFigure>,
    /// Whether a chain leader was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain_leader: Option<bool>,
    /// Suppliers linked to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suppliers: Option<Count>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_fields!(CharacteristicYear, (CharacteristicParkId, i16), "characteristic_years", characteristic_park, year);

/// A step in the life of a characteristic park.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// 申报.
    Apply,
    /// 列入培育.
    Cultivate,
    /// 认定.
    Recognise,
    /// 年度复核通过.
    Review,
    /// 预警.
    Warn,
    /// 退出.
    Withdraw,
}

impl StepKind {
    /// All steps in the order of a life.
    pub const ALL: [Self; 6] =
        [Self::Apply, Self::Cultivate, Self::Recognise, Self::Review, Self::Warn, Self::Withdraw];

    /// Where a characteristic park stands after it.
    pub const fn leads_to(self) -> Recognition {
        match self {
            Self::Apply => Recognition::Applied,
            Self::Cultivate => Recognition::Cultivated,
            Self::Recognise | Self::Review => Recognition::Recognised,
            Self::Warn => Recognition::Warned,
            Self::Withdraw => Recognition::Withdrawn,
        }
    }

    /// Whether it can follow where a characteristic park stands. Recognition of a recognised one is that of a higher level;
    /// a review keeps a plaque, or gives it back after a warning.
    pub const fn follows(self, standing: Recognition) -> bool {
        match self {
            Self::Apply => matches!(standing, Recognition::Withdrawn),
            Self::Cultivate => matches!(standing, Recognition::Applied),
            Self::Recognise => {
                matches!(standing, Recognition::Applied | Recognition::Cultivated | Recognition::Recognised)
            }
            Self::Review => matches!(standing, Recognition::Recognised | Recognition::Warned),
            Self::Warn => matches!(standing, Recognition::Recognised),
            Self::Withdraw => !matches!(standing, Recognition::Withdrawn),
        }
    }
}

/// A step that was decided, with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecognitionStep {
    /// The characteristic park.
    pub characteristic_park: CharacteristicParkId,
    /// Its number in the life of it, 1 for the first.
    pub number: u32,
    /// The step.
    pub kind: StepKind,
    /// Level that it is about.
    pub level: ParkLevel,
    /// Its day.
    pub on: Date,
    /// Who decided, by office.
    pub by: String,
    /// Why: the evidence in words.
    pub reason: String,
    /// Document that records it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// What the program proposed then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<StepKind>,
    /// Where it stood before, since when and at which level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Standing>,
}
record_by_fields!(RecognitionStep, (CharacteristicParkId, u32), "recognition_steps", characteristic_park, number);

/// Where a characteristic park stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// Stage of its life.
    pub recognition: Recognition,
    /// Its level.
    pub level: ParkLevel,
    /// Since when.
    pub since: Date,
}

impl RecognitionStep {
    /// Whether it is the step by which a recognised one rises to a higher level.
    pub fn leads_higher(&self) -> bool {
        self.kind == StepKind::Recognise
    }

    /// Whether it may set the level: an application may be for any.
    pub fn starts(&self) -> bool {
        matches!(self.kind, StepKind::Apply | StepKind::Cultivate | StepKind::Recognise)
    }
}

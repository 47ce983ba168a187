//! By what is a park judged? Indicators with their yearly values, and the packs that weigh them.
//!
//! A pack is data: pillars with weights, the indicators of each, marks for the grades, bonus items, and what an accident
//! does. Formulas are in [`crate::analysis::park_index`].

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    evidence::Evidence,
    id::{CharacteristicParkId, DocumentId, ParkId, RecordId},
    quantity::{Factor, Number},
    table::{record_by_fields, record_by_id},
    text::Text,
};

/// What an indicator divides by what, so that a placement can be followed through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quotient {
    /// Output of the park over its land, 万元/亩.
    OutputPerMu,
    /// Tax of the park over its land, 万元/亩.
    TaxPerMu,
    /// Energy of the park over its output, tce/万元.
    EnergyPerOutput,
    /// Output of the leading sub-sectors over all, per cent.
    LeadingShare,
}

/// Which way an indicator is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// What a yearly indicator means, with its goalposts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its id.
    pub id: RecordId,
    /// Its name; `None` for its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Unit of its values.
    pub unit: String,
    /// Which way it is good.
    pub better: Better,
    /// Value that scores least.
    pub goalpost_low: Number,
    /// Value that scores full.
    pub goalpost_high: Number,
    /// What it measures, where a placement can be seen to move it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_by: Option<Quotient>,
}
record_by_id!(Indicator, RecordId, "indicators");

/// Value of an indicator for a park and year; `None` is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorValue {
    /// The park.
    pub park: ParkId,
    /// The indicator.
    pub indicator: RecordId,
    /// The year.
    pub year: i16,
    /// The value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_fields!(IndicatorValue, (ParkId, RecordId, i16), "indicator_values", park, indicator, year);

/// Grade of a park in an evaluation, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Grade {
    /// A.
    A,
    /// B.
    B,
    /// C.
    C,
    /// D.
    D,
}

/// An indicator within a pillar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PillarIndicator {
    /// The indicator.
    pub indicator: RecordId,
    /// Its weight within the pillar; only the ratios count.
    pub weight: Factor,
}

/// A pillar of a pack: a group of indicators that is averaged before the pillars are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pillar {
    /// Its id within the pack.
    pub id: RecordId,
    /// Its name.
    pub name: Text,
    /// Its weight, in points.
    pub weight: Factor,
    /// Its indicators; empty where the list was not found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<PillarIndicator>,
}

/// How a pack turns indices into grades.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Grading {
    /// By fixed marks: met exactly is met.
    Marks {
        /// Least index of an A.
        a: Factor,
        /// Least index of a B.
        b: Factor,
        /// Least index of a C.
        c: Factor,
    },
    /// By place among the parks that have an index: shares of their number, 0 to 1.
    Quotas {
        /// At most this share is A.
        a: Factor,
        /// At most this share is A or B.
        b: Factor,
        /// At most this share is A, B or C.
        c: Factor,
    },
}

/// A bonus item: points on top of the index where an indicator reaches a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bonus {
    /// The indicator.
    pub indicator: RecordId,
    /// The value that it has to reach.
    pub reaches: Number,
    /// Points; the index stays at most 100.
    pub points: Factor,
}

/// An indicator pack (评价指标体系).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorPack {
    /// Its id.
    pub id: RecordId,
    /// Its name.
    pub name: Text,
    /// Whether it is the one that is meant where one index of a park is asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub main: bool,
    /// Its pillars, in their order.
    pub pillars: Vec<Pillar>,
    /// How grades are given.
    pub grading: Grading,
    /// Bonus items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bonuses: Vec<Bonus>,
    /// The best grade that a park has in a year with an accident; `None` where accidents do not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_after_incident: Option<Grade>,
    /// What a reader should know: which lists were not found, what stands in for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Document that sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(IndicatorPack, RecordId, "indicator_packs");

/// Kind of an accident that counts against a park.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IncidentKind {
    /// A safety accident (安全事故).
    Safety,
    /// An environmental accident (环境事件).
    Environment,
}

/// An accident: a veto item (一票否决) of evaluation and recognition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incident {
    /// Its id.
    pub id: RecordId,
    /// The park.
    pub park: ParkId,
    /// The characteristic park that it happened in; `None` where it counts against all of the park.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub characteristic_park: Option<CharacteristicParkId>,
    /// What kind.
    pub kind: IncidentKind,
    /// Its day.
    pub on: Date,
    /// What happened.
    pub note: String,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Incident, RecordId, "incidents");

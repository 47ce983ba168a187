//! What surrounds the placing? Programmes, indicators, documents, sharing templates, sessions, weights.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    evidence::Evidence,
    id::{DocumentId, ParkId, PlanId, RecordId},
    quantity::{Factor, Number, WanYuan},
    table::{record_by_fields, record_by_id},
    text::Text,
};

/// A funding programme with a budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Its id.
    pub id: RecordId,
    /// Its name.
    pub name: Text,
    /// Its budget, 万元.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<WanYuan>,
    /// Parks that it is meant for; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parks: Vec<ParkId>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Programme, RecordId, "programmes");

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
    /// Unit of its values.
    pub unit: String,
    /// Which way it is good.
    pub better: Better,
    /// Value that scores 0.
    pub goalpost_low: Number,
    /// Value that scores full.
    pub goalpost_high: Number,
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

/// A policy document that positions, rules and recognitions cite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// Its title.
    pub title: Text,
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Whether its text is at hand.
    pub text_at_hand: bool,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
record_by_id!(Document, DocumentId, "documents");

/// Weight of a suitability criterion, in points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    /// The criterion.
    pub id: RecordId,
    /// Its weight in points.
    pub weight: Factor,
}
record_by_id!(Weight, RecordId, "scoring");

/// A fixed point between which a suitability criterion turns a measurement into 0 to 1; part of the rule pack.
///
/// A criterion takes its own default for a point that no record names. Fixed points do not move with the candidates, so
/// that no ranking turns when a park enters or leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// The criterion.
    pub criterion: RecordId,
    /// Name of the point within its criterion.
    pub name: RecordId,
    /// Where it stands, in the unit of the criterion.
    pub value: Number,
}
record_by_fields!(Anchor, (RecordId, RecordId), "anchors", criterion, name);

/// One window of years of a sharing template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharingYears {
    /// First year of the window, 1 for the first of the term.
    pub from: u16,
    /// Last year of the window, counted.
    pub to: u16,
    /// Share of the originator, 0 to 1.
    pub originator: Factor,
}

/// A sharing template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharingTemplate {
    /// Its id, such as `T1`.
    pub id: RecordId,
    /// Its name.
    pub name: Text,
    /// Split of tax by years; the host has the rest.
    pub tax: Vec<SharingYears>,
    /// Split of assessment figures by years; the host has the rest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assessment: Vec<SharingYears>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(SharingTemplate, RecordId, "sharing_templates");

/// What a session was frozen on: the inputs by which it argued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frozen {
    /// The plan that the session began with; it may have gone since.
    pub plan: PlanId,
    /// Version of the program.
    pub program: String,
    /// Fingerprint of each table of base data and rules that was not empty, by its name in the file.
    pub tables: Vec<(String, String)>,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Its id.
    pub id: RecordId,
    /// Its name.
    pub name: Text,
    /// Its day.
    pub date: Date,
    /// Who chaired, by office.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub chair: String,
    /// Who took part, by office.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<String>,
    /// The inputs that it was frozen on; `None` while it may still take in others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frozen: Option<Frozen>,
}
record_by_id!(Session, RecordId, "sessions");

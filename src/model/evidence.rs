//! How do we know? Sources, and how much each value can be trusted.

use serde::{Deserialize, Serialize};

use super::{
    id::SourceId,
    table::{record_by_fields, record_by_id},
    text::Text,
};

/// How much a value can be trusted, best first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Measured or booked.
    Measured,
    /// Stated by a named source.
    #[default]
    Stated,
    /// Worked out from named figures.
    Estimated,
    /// Chosen so that work can go on; wears the sign ≈ wherever it shows.
    Assumed,
    /// Nobody knows yet. Never zero.
    Missing,
}

/// Where the values of a record come from, unless an [`Exception`] says otherwise for one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Where to look it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// How much to trust it.
    pub confidence: Confidence,
}

/// A page, document or data set that values come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id, such as `S18`.
    pub id: SourceId,
    /// What it is.
    pub title: Text,
    /// Where it was found; a citation, not a link to trust.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}
record_by_id!(Source, SourceId, "sources");

/// One value whose evidence differs from that of its record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// Table of the record, by its name in the file.
    pub table: String,
    /// Id of the record.
    pub record: String,
    /// Field of the record, by its name in the file.
    pub field: String,
    /// Where to look it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// How much to trust it.
    pub confidence: Confidence,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
record_by_fields!(Exception, (String, String, String), "exceptions", table, record, field);

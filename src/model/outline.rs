//! Where do areas lie? Outlines on the map, of districts mostly: base data that is looked at and never judged.

use serde::{Deserialize, Serialize};

use super::{
    evidence::Evidence,
    id::{RecordId, UnitId},
    quantity::Number,
    table::record_by_id,
    text::Text,
};

/// A corner of an outline: longitude, −180 to 180, then latitude, −90 to 90, in degrees as the source has them; no datum is
/// converted, so that outlines may lie some hundred metres off the places of parks.
pub type Corner = (Number, Number);

/// The outer edge of one area: at least three corners in order; the last is joined to the first, which does not stand there
/// again.
pub type Ring = Vec<Corner>;

/// The outline of an area on the map: one ring for each of its parts. Holes are not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// Its id.
    pub id: RecordId,
    /// Its name.
    pub name: Text,
    /// The unit whose territory it is; `None` where it is of none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Its rings, at least one.
    pub rings: Vec<Ring>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Outline, RecordId, "outlines");

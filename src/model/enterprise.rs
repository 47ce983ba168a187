//! What already stands in the parks? Enterprises, named or summed up.

use serde::{Deserialize, Serialize};

use super::{
    evidence::Evidence,
    id::{EnterpriseId, GroupId, IndustryId, ParkId},
    quantity::{Count, Mu, WanYuan},
    table::record_by_id,
    text::Text,
};

/// A named enterprise, or one record that sums up all other firms of a park and sub-sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enterprise {
    /// Its id.
    pub id: EnterpriseId,
    /// Its name; of a sum, what it sums up.
    pub name: Text,
    /// Park in which it stands.
    pub park: ParkId,
    /// Its sub-sector.
    pub industry: IndustryId,
    /// Company group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// Number of firms that this record stands for; 1 for a named one.
    pub firms: Count,
    /// Output, 万元 a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<WanYuan>,
    /// Tax, 万元 a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<WanYuan>,
    /// Fixed-asset investment, 万元.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub investment: Option<WanYuan>,
    /// Jobs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jobs: Option<Count>,
    /// Land that it occupies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub land: Option<Mu>,
    /// Whether it anchors its park (镇园之宝).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub flagship: bool,
    /// Whether it organises a chain (链主).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub chain_leader: bool,
    /// Titles and pilots that it holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub honours: Vec<String>,
    /// Year of its figures or of its settling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Enterprise, EnterpriseId, "enterprises");

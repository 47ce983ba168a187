//! What is made? Sub-sectors, the links between them, and named sets of them.

use serde::{Deserialize, Serialize};

use super::{
    evidence::Evidence,
    id::{IndustryId, RecordId},
    quantity::{Factor, WanYuan},
    table::{record_by_fields, record_by_id},
    text::Text,
};

/// How a process burdens its surroundings; decides which gates it must pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EnvironmentClass {
    /// None, office-like.
    E0,
    /// General clean manufacturing.
    E1,
    /// Solvents, dust, heat treatment or high-COD water.
    E2,
    /// Heavy metals, plating, dyeing: needs dedicated treatment in the park.
    E3,
    /// Chemical process: recognised chemical parks only.
    E4,
    /// High energy use and high emission (两高).
    E5,
    /// Radiation licence.
    ER,
}

/// A sub-sector (细分领域), the grain at which positions, projects and enterprises are compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Industry {
    /// Its id, such as `lcd-display`.
    pub id: IndustryId,
    /// Short code of the taxonomy, such as `I01`.
    pub code: String,
    /// Name.
    pub name: Text,
    /// Sector that it belongs to.
    pub sector: Text,
    /// Codes of GB/T 4754-2017, three or four digits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gbt4754: Vec<String>,
    /// Usual environment class; a project may differ.
    pub environment_class: EnvironmentClass,
    /// Threshold of investment, 万元 per mu, before the park factor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub investment_per_mu: Option<WanYuan>,
    /// Threshold of tax, 万元 per mu and year, before the park factor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_per_mu: Option<WanYuan>,
    /// Least output, 万元 per mu a year, before the factor of the park.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output_per_mu: Option<WanYuan>,
    /// Least floor area ratio (容积率): floor over site area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor_area_ratio: Option<Factor>,
    /// Whether the city counts it among the new tracks (新赛道).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub new_track: bool,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Industry, IndustryId, "industries");

/// A chain link: `upstream` supplies `downstream`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The supplier.
    pub upstream: IndustryId,
    /// The customer.
    pub downstream: IndustryId,
    /// 3 core input, 2 important, 1 occasional.
    pub weight: u8,
    /// What flows.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_fields!(Link, (IndustryId, IndustryId), "links", upstream, downstream);

/// A named set of sub-sectors from which positions are drawn (position catalogue).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PositionSet {
    /// Its id.
    pub id: RecordId,
    /// Name that a position made from it bears.
    pub name: Text,
    /// Its sub-sectors.
    pub industries: Vec<IndustryId>,
}
record_by_id!(PositionSet, RecordId, "position_catalogue");

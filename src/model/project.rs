//! What comes in? Projects with what they ask for and what they bring.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    evidence::Evidence,
    id::{DocumentId, FacilityId, GroupId, IndustryId, ParkId, ProjectId, StreamId, UnitId},
    industry::EnvironmentClass,
    quantity::{Count, Megawatts, Mu, SquareMetres, TonnesPerDay, WanCubicMetres, WanKwh, WanYuan},
    table::record_by_id,
    text::Text,
};

/// Kind of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectKind {
    /// Newly introduced.
    New,
    /// Expansion of a firm that is already here.
    Expansion,
    /// Relocation into a park.
    Relocation,
}

/// Where a project stands in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterStatus {
    /// 在谈.
    InTalks,
    /// 签约.
    Signed,
    /// 已布局.
    Placed,
    /// 附条件.
    Conditional,
    /// 暂缓.
    Held,
    /// 退回.
    Returned,
}

/// A later phase of a project: a reservation until it is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// 2 for the second phase.
    pub number: u8,
    /// Land that it will need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub land: Option<Mu>,
    /// Investment that it will bring, 万元.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub investment: Option<WanYuan>,
    /// Last day of its reservation.
    pub until: Date,
}

/// A project. `None` is unknown and never taken for zero. Figures are those of its first phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Its id, such as `T18`.
    pub id: ProjectId,
    /// Its name.
    pub name: Text,
    /// New, expansion or relocation.
    pub kind: ProjectKind,
    /// Where it stands in the register.
    pub status: RegisterStatus,
    /// Its sub-sector.
    pub industry: IndustryId,
    /// Who invests, by the name of the firm.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub investor: String,
    /// What is built and how much of it is made (建设内容及规模).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub content: String,
    /// Park that the investor or the reporting unit has in mind (意向园区); it binds nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred_park: Option<ParkId>,
    /// Company group of the investor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// Unit that reported it first (首报).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_reporter: Option<UnitId>,
    /// Day of the first report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_report: Option<Date>,
    /// Fixed-asset investment, 万元.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub investment: Option<WanYuan>,
    /// Land asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub land: Option<Mu>,
    /// Floor asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor_area: Option<SquareMetres>,
    /// Whether it suits a standard plant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub plant_suitable: bool,
    /// Jobs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jobs: Option<Count>,
    /// Output, 万元 a year at full production.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<WanYuan>,
    /// Tax, 万元 a year at full production.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<WanYuan>,
    /// Electric load.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub power: Option<Megawatts>,
    /// Electricity a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub electricity: Option<WanKwh>,
    /// Gas a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gas: Option<WanCubicMetres>,
    /// Water.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub water: Option<TonnesPerDay>,
    /// Waste water.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waste_water: Option<TonnesPerDay>,
    /// Kind of its waste water.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stream: Option<StreamId>,
    /// Environment class of its process.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub environment_class: Option<EnvironmentClass>,
    /// Whether its process is chemical; `None` is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chemical_process: Option<bool>,
    /// Whether it is a two-high project (两高).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub two_high: bool,
    /// Document by which the province approved it as a two-high project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<DocumentId>,
    /// Facilities that it asks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facilities: Vec<FacilityId>,
    /// Quality tags such as 专精特新.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Later phases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Phase>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Project, ProjectId, "projects");

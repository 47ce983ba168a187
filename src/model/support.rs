//! What surrounds the placing? Programmes, funds, honours, promises, documents, sessions, weights.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    evidence::Evidence,
    id::{DocumentId, EnterpriseId, IndustryId, ParkId, PlanId, ProjectId, RecordId},
    park::ParkLevel,
    project::ProjectKind,
    quantity::{Factor, Number, WanYuan},
    table::{record_by_fields, record_by_id},
    text::Text,
};

/// What a project must be for a programme to pay; every condition has to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// Its sub-sector is one of these.
    Industries(Vec<IndustryId>),
    /// It is of one of these kinds.
    Kinds(Vec<ProjectKind>),
    /// It stands in a park of the plan.
    Placed,
    /// A position of the park where it stands covers its sub-sector.
    Designated,
    /// Its sub-sector is a new track (新赛道).
    NewTrack,
    /// It brings at least this investment, 万元.
    Investment(WanYuan),
    /// It bears one of these quality tags.
    Tags(Vec<String>),
}

/// How a programme shares out a budget that falls short of the claims.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AllocationRule {
    /// By priority, each in full as far as the budget goes (按优先序).
    #[default]
    Priority,
    /// The set of claims that brings the most tax for the budget (择优).
    ValueForMoney,
    /// In proportion to the claims, between the least useful amount and the ceiling (按比例).
    Proportional,
}

/// A funding programme (扶持计划) with a budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Its id.
    pub id: RecordId,
    /// Its name.
    pub name: Text,
    /// Its budget, 万元; `None` is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<WanYuan>,
    /// The most that one project gets, 万元.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<WanYuan>,
    /// The most that one project gets, as a share of its investment, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_of_investment: Option<Factor>,
    /// Less than this is of no use to a project, 万元; a claim may state an amount of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<WanYuan>,
    /// How it is shared out.
    #[serde(default)]
    pub rule: AllocationRule,
    /// Parks that it is meant for; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parks: Vec<ParkId>,
    /// What a project must be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Programme, RecordId, "programmes");

impl Programme {
    /// A programme for every project, without bounds, shared out by priority.
    pub const fn new(id: RecordId, name: Text, budget: Option<WanYuan>, evidence: Evidence) -> Self {
        Self {
            id,
            name,
            budget,
            most: None,
            most_of_investment: None,
            least: None,
            rule: AllocationRule::Priority,
            parks: Vec::new(),
            conditions: Vec::new(),
            note: String::new(),
            evidence,
        }
    }
}

/// Money that was won (争取资金): what parks and enterprises have together where the split is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Funding {
    /// Its id.
    pub id: RecordId,
    /// Its name.
    pub name: Text,
    /// The whole of it, 万元.
    pub amount: WanYuan,
    /// Whether the source says "about".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about: bool,
    /// Parks that have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parks: Vec<ParkId>,
    /// Enterprises that have it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub enterprises: Vec<EnterpriseId>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Funding, RecordId, "fundings");

/// An honour or a pilot (荣誉、试点) of an enterprise, a park, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Honour {
    /// Its id.
    pub id: RecordId,
    /// Its name.
    pub name: Text,
    /// Who grants it.
    pub level: ParkLevel,
    /// The park.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub park: Option<ParkId>,
    /// The enterprise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enterprise: Option<EnterpriseId>,
    /// Day of it; `None` is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Honour, RecordId, "honours");

/// Who has promised something about a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Promise {
    /// The park or an office: a service task (服务事项).
    Service,
    /// The investor: a milestone of the contract (履约节点).
    Commitment,
}

/// A service task with its promised day, or a milestone to which the investor is committed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Its id.
    pub id: RecordId,
    /// The project.
    pub project: ProjectId,
    /// Who promised it.
    pub promise: Promise,
    /// What is to be done.
    pub name: Text,
    /// Who sees to it, by office or firm.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Last day on which it is done as promised.
    pub due: Date,
    /// Day on which it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Date>,
    /// Clause that promises it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub clause: String,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Task, RecordId, "tasks");

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

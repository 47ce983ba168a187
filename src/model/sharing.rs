//! Who shares what? Taxes and what of them stays, sharing templates, yearly entries of the ledger, transfers.
//!
//! Agreements belong to a plan and stand in [`super::plan`]. Formulas are in [`crate::analysis::sharing`].

use serde::{Deserialize, Serialize};

use super::{
    evidence::Evidence,
    id::{PlanId, ProjectId, RecordId, UnitId},
    quantity::{Factor, WanYuan, Yuan},
    table::{record_by_fields, record_by_id},
    text::Text,
};

/// A tax, with the part of it that stays in the county (地方留成).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tax {
    /// Its id, such as `vat`.
    pub id: RecordId,
    /// Its name.
    pub name: Text,
    /// Its part of the tax that a project states, 0 to 1; those of all taxes make 1 or less.
    pub part: Factor,
    /// Share of it that the county retains, 0 to 1.
    pub retained: Factor,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Tax, RecordId, "taxes");

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
#[expect(clippy::struct_excessive_bools, reason = "each is a plain yes or no of the file")]
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
    /// Taxes that are shared; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taxes: Vec<RecordId>,
    /// Whether incentives are left in the base; usually they are taken off first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gross: bool,
    /// Whether the originator's documented outlay is repaid before anything is split.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub repays_outlay: bool,
    /// Whether only what exceeds the tax of the base year is split; the base stays with the originator during the term.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub increment_only: bool,
    /// Whether both sides count output and investment in full in the city's own assessment (指标双算).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub counts_double: bool,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(SharingTemplate, RecordId, "sharing_templates");

impl SharingTemplate {
    /// A template by which all taxes, net of incentives, are split by `tax`.
    pub const fn new(id: RecordId, name: Text, tax: Vec<SharingYears>, evidence: Evidence) -> Self {
        Self {
            id,
            name,
            tax,
            assessment: Vec::new(),
            taxes: Vec::new(),
            gross: false,
            repays_outlay: false,
            increment_only: false,
            counts_double: false,
            note: None,
            evidence,
        }
    }
}

/// A party to an agreement besides originator and host: a platform company, a fund, a third district.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The unit.
    pub unit: UnitId,
    /// Its share of the base, 0 to 1, before originator and host split the rest.
    pub share: Factor,
}

/// What some of the parties to an agreement could have without the others, as they state it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoalitionWorth {
    /// Who they are.
    pub units: Vec<UnitId>,
    /// What they could have together, 万元 a year.
    pub worth: WanYuan,
}

/// What was booked on an agreement in a year; `None` is not booked yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerEntry {
    /// The plan.
    pub plan: PlanId,
    /// The project.
    pub project: ProjectId,
    /// The year.
    pub year: i16,
    /// Tax retained in the county, yuan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Yuan>,
    /// Incentives paid to the project, yuan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incentives: Option<Yuan>,
    /// What the host has handed on to the originator, yuan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<Yuan>,
}
record_by_fields!(LedgerEntry, (PlanId, ProjectId, i16), "ledger", plan, project, year);

/// A transfer that was agreed: a payment of one unit to another beside what agreements split, in equal parts over its years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// The plan.
    pub plan: PlanId,
    /// Who pays.
    pub from: UnitId,
    /// Who receives.
    pub to: UnitId,
    /// How much in all, yuan.
    pub amount: Yuan,
    /// First year.
    pub first_year: i16,
    /// Last year, counted.
    pub last_year: i16,
    /// Why.
    pub reason: String,
}
record_by_fields!(Transfer, (PlanId, UnitId, UnitId), "transfers", plan, from, to);

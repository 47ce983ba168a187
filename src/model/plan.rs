//! What is proposed? Plans, and everything that belongs to one plan.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    id::{EnterpriseId, IndustryId, ParkId, PlanId, PositionId, ProjectId, RecordId, RuleId, UnitId},
    park::Role,
    project::{Phase, RegisterStatus},
    quantity::{Factor, Mu, WanYuan},
    sharing::{CoalitionWorth, Party, SharingYears},
    table::{record_by_fields, record_by_id},
    text::Text,
};

/// Whether a plan may still change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PlanStatus {
    /// May change.
    Draft,
    /// Read-only until copied.
    Approved {
        /// Day of the approval.
        on: Date,
        /// Who approved, by office, such as 市领导小组办公室.
        by: String,
    },
}

/// A plan: one alternative over the base data. Its parts stand in tables of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Its id, such as `A`; shown before its name.
    pub id: PlanId,
    /// Its name, such as 稳妥.
    pub name: Text,
    /// Draft or approved.
    pub status: PlanStatus,
}
record_by_id!(Plan, PlanId, "plans");

/// What a placed project takes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Premises {
    /// Land of its own.
    OwnLand,
    /// Floor in a standard plant, and no land.
    StandardPlant,
}

/// A placement: in this plan the project goes into the park.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// The plan.
    pub plan: PlanId,
    /// The project.
    pub project: ProjectId,
    /// Where it goes.
    pub park: ParkId,
    /// What it takes up there.
    pub premises: Premises,
    /// Order of placing within the plan, 1 for the first; every move takes the next.
    pub seq: u32,
}
record_by_fields!(Placement, (PlanId, ProjectId), "placements", plan, project);

/// A pin: the planner's word that the project goes into this park and nowhere else.
///
/// It outlives the placement, so that a file in which a pinned project stands elsewhere is found out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// The plan.
    pub plan: PlanId,
    /// The project.
    pub project: ProjectId,
    /// Where it must be.
    pub park: ParkId,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}
record_by_fields!(Pin, (PlanId, ProjectId), "pins", plan, project);

/// A lock: in this plan nothing goes into the park, and nothing leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The plan.
    pub plan: PlanId,
    /// The park.
    pub park: ParkId,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}
record_by_fields!(Lock, (PlanId, ParkId), "locks", plan, park);

/// What is stipulated about a project and a park.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// It goes there or nowhere.
    Required,
    /// It does not go there.
    Forbidden,
}

/// A stipulation: the investor's or planner's word on a project and a park, before anything is placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stipulation {
    /// The plan.
    pub plan: PlanId,
    /// The project.
    pub project: ProjectId,
    /// The park.
    pub park: ParkId,
    /// Required or forbidden.
    pub word: Word,
    /// Whose word it is, and why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}
record_by_fields!(Stipulation, (PlanId, ProjectId, ParkId), "stipulations", plan, project, park);

/// How this plan splits a project into phases: the first takes up capacity, later ones are reservations until they expire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phasing {
    /// The plan.
    pub plan: PlanId,
    /// The project.
    pub project: ProjectId,
    /// Land of the first phase.
    pub land: Mu,
    /// Investment of the first phase, 万元; `None` leaves it as the project states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub investment: Option<WanYuan>,
    /// Later phases.
    pub later: Vec<Phase>,
}
record_by_fields!(Phasing, (PlanId, ProjectId), "phasings", plan, project);

/// What a plan does to one position of the base data, or a position that it adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PositionChange {
    /// The position is dropped.
    Withdrawn,
    /// The position reads like this.
    Set {
        /// Its role.
        role: Role,
        /// Its name.
        name: Text,
        /// Its sub-sectors.
        industries: Vec<IndustryId>,
        /// Order of designation within the park.
        order: u32,
    },
}

/// A position as this plan has it, in place of the one in the base data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanPosition {
    /// The plan.
    pub plan: PlanId,
    /// The position, of the base data or new.
    pub position: PositionId,
    /// The park that it belongs to.
    pub park: ParkId,
    /// What the plan does to it.
    pub change: PositionChange,
}
record_by_fields!(PlanPosition, (PlanId, PositionId), "plan_positions", plan, position);

/// What a finding is about within its park: one project, sub-sector, stream or unit; or the park as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The park as a whole.
    Whole,
    /// One project.
    Project(ProjectId),
    /// One sub-sector.
    Industry(IndustryId),
    /// One stream of waste water.
    Stream(super::id::StreamId),
    /// One position.
    Position(PositionId),
    /// One enterprise.
    Enterprise(EnterpriseId),
    /// Two projects, the earlier report first.
    Pair(ProjectId, ProjectId),
    /// One unit.
    Unit(UnitId),
    /// One programme.
    Programme(RecordId),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => f.write_str("whole"),
            Self::Project(id) => write!(f, "project({:?})", id.as_str()),
            Self::Industry(id) => write!(f, "industry({:?})", id.as_str()),
            Self::Stream(id) => write!(f, "stream({:?})", id.as_str()),
            Self::Unit(id) => write!(f, "unit({:?})", id.as_str()),
            Self::Programme(id) => write!(f, "programme({:?})", id.as_str()),
            Self::Position(id) => write!(f, "position({:?})", id.as_str()),
            Self::Enterprise(id) => write!(f, "enterprise({:?})", id.as_str()),
            Self::Pair(first, second) => write!(f, "pair({:?}, {:?})", first.as_str(), second.as_str()),
        }
    }
}

/// A waiver (一事一议): this finding of this rule is accepted, by an authority, until a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// The plan.
    pub plan: PlanId,
    /// The rule that is waived.
    pub rule: RuleId,
    /// The park whose finding is waived.
    pub park: ParkId,
    /// What the finding is about within the park.
    pub subject: Subject,
    /// Why.
    pub reason: String,
    /// Who granted it, by office.
    pub authority: String,
    /// Last day on which it holds.
    pub expires: Date,
}
record_by_fields!(Waiver, (PlanId, RuleId, ParkId, Subject), "waivers", plan, rule, park, subject);

/// An enterprise that this plan moves to another park.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relocation {
    /// The plan.
    pub plan: PlanId,
    /// The enterprise.
    pub enterprise: EnterpriseId,
    /// Where it goes.
    pub park: ParkId,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// How the unit that loses it is compensated; empty where nothing was agreed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub compensation: String,
}
record_by_fields!(Relocation, (PlanId, EnterpriseId), "relocations", plan, enterprise);

/// A factor of which part can be reserved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Reserved {
    /// Net land.
    Land(Mu),
    /// Floor of standard plants.
    PlantFloor(super::quantity::SquareMetres),
    /// Electric power.
    Power(super::quantity::Megawatts),
    /// Ordinary sewage treatment.
    Sewage(super::quantity::TonnesPerDay),
    /// Water supply.
    Water(super::quantity::TonnesPerDay),
    /// Energy quota.
    EnergyQuota(super::quantity::Tce),
}

/// A reservation: part of a factor that placements may not use until it expires.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reservation {
    /// The plan.
    pub plan: PlanId,
    /// Its id.
    pub id: RecordId,
    /// The park.
    pub park: ParkId,
    /// What and how much.
    pub amount: Reserved,
    /// Last day on which it holds.
    pub until: Date,
    /// Why.
    pub reason: String,
}
record_by_fields!(Reservation, (PlanId, RecordId), "reservations", plan, id);

/// A "what if": this plan is judged as if the value at `path` were `value`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// The plan.
    pub plan: PlanId,
    /// Table, record and field, joined by `/`.
    pub path: String,
    /// The assumed value, as it would stand in the file.
    pub value: String,
    /// Why.
    pub reason: String,
}
record_by_fields!(Assumption, (PlanId, String), "assumptions", plan, path);

/// Weight of a criterion in this plan, in place of the scenario's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanWeight {
    /// The plan.
    pub plan: PlanId,
    /// The criterion.
    pub criterion: RecordId,
    /// Its weight in points.
    pub weight: Factor,
}
record_by_fields!(PlanWeight, (PlanId, RecordId), "plan_weights", plan, criterion);

/// A judgement from which the plan's own weights follow: one group of criteria counts `value` times as much as another.
///
/// Saaty's scale, 1 (alike) to 9 (beyond compare). The weightier group stands first, so that a reciprocal is exact; a
/// pair stands once, in one of its two orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanComparison {
    /// The plan.
    pub plan: PlanId,
    /// The group that counts as much or more.
    pub one: RecordId,
    /// The group that it is compared with.
    pub other: RecordId,
    /// How many times as much, 1 to 9.
    pub value: Factor,
}
record_by_fields!(PlanComparison, (PlanId, RecordId, RecordId), "plan_comparisons", plan, one, other);

/// What a park committee says to a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// 同意.
    Accept,
    /// 有条件同意.
    WithConditions,
    /// 不同意.
    Decline,
}

/// The opinion of a park committee on a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// The plan.
    pub plan: PlanId,
    /// The park whose committee speaks.
    pub park: ParkId,
    /// The project.
    pub project: ProjectId,
    /// What it says.
    pub stance: Stance,
    /// Why.
    pub reason: String,
}
record_by_fields!(Opinion, (PlanId, ParkId, ProjectId), "opinions", plan, park, project);

/// Support granted to a placed project from a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The plan.
    pub plan: PlanId,
    /// The programme that pays.
    pub programme: RecordId,
    /// The project that receives.
    pub project: ProjectId,
    /// How much, 万元.
    pub amount: WanYuan,
    /// What the rule of the programme gave, 万元, where a person decided otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ruled: Option<WanYuan>,
    /// Why it departs from the rule; needed where it does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}
impl Grant {
    /// A grant of what the rule gives, or of what nobody has to explain.
    pub const fn new(plan: PlanId, programme: RecordId, project: ProjectId, amount: WanYuan) -> Self {
        Self { plan, programme, project, amount, ruled: None, reason: String::new() }
    }
}
record_by_fields!(Grant, (PlanId, RecordId, ProjectId), "grants", plan, programme, project);

/// A claim of a project on a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The plan.
    pub plan: PlanId,
    /// The programme.
    pub programme: RecordId,
    /// The project.
    pub project: ProjectId,
    /// How much it asks for, 万元.
    pub amount: WanYuan,
    /// Less than this is of no use to it, 万元; `None` for what the programme says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<WanYuan>,
    /// Its place in the order of priority, 1 for the first; `None` comes last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<u32>,
}
record_by_fields!(Claim, (PlanId, RecordId, ProjectId), "claims", plan, programme, project);

/// A sharing agreement between the originator and the host of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// The plan.
    pub plan: PlanId,
    /// The project.
    pub project: ProjectId,
    /// Unit that introduced it.
    pub originator: UnitId,
    /// Unit that hosts it.
    pub host: UnitId,
    /// Template that it follows.
    pub template: RecordId,
    /// First year of the term.
    pub first_year: i16,
    /// Split of tax by years that was agreed in place of the template's; empty for the template's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<SharingYears>,
    /// Documented outlay of the originator, 万元, repaid first where the template says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlay: Option<WanYuan>,
    /// Tax of the base year, 万元, of a relocation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_tax: Option<WanYuan>,
    /// Further parties, who have their share before originator and host.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Party>,
    /// What coalitions of the parties could have, where shares follow from contributions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub worths: Vec<CoalitionWorth>,
}
impl Agreement {
    /// An agreement of two by the terms of a template.
    pub fn new(
        (plan, project): (PlanId, ProjectId),
        (originator, host): (UnitId, UnitId),
        template: RecordId,
        first_year: i16,
    ) -> Self {
        let (terms, others, worths) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            plan,
            project,
            originator,
            host,
            template,
            first_year,
            terms,
            outlay: None,
            base_tax: None,
            others,
            worths,
        }
    }
}
record_by_fields!(Agreement, (PlanId, ProjectId), "agreements", plan, project);

/// A price or rent in a proof, in 65,536 parts of a unit of what was solved.
pub type Price = i64;

/// What shows how good a solved plan is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Proof {
    /// No combination of loads is better at these rents of projects: it is best.
    Best {
        /// Rents, in the order of the projects that were solved.
        rents: Vec<Price>,
    },
    /// No plan is worth more than the bound that these prices prove.
    Bound {
        /// Prices of land and of each factor, by park.
        factors: Vec<(ParkId, Vec<Price>)>,
        /// What one more project of a sub-sector is paid in a park.
        paid: Vec<(ParkId, IndustryId, Price)>,
        /// Share of the first of two linked sub-sectors in what they bring each other, by park and number of the link.
        shares: Vec<(ParkId, u32, Price)>,
    },
    /// It was stopped before anything could be shown.
    Nothing,
}

/// What a solver found out about a plan, to be checked against the plan as it is now. Projects of a register and parks that it
/// names may have gone since: then it no longer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The plan.
    pub plan: PlanId,
    /// Version of the program that solved it.
    pub program: String,
    /// Fingerprint of the rules by which it was judged.
    pub pack: String,
    /// Fingerprint of what was solved: projects, parks, limits, scores and rules' answers.
    pub problem: String,
    /// Whether placed projects could move.
    pub moves: bool,
    /// The most that could move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_moved: Option<u32>,
    /// What decided between changes that were as good.
    pub seed: u64,
    /// Steps of the search.
    pub steps: u64,
    /// Threads of the search.
    pub threads: u32,
    /// Value reached, in the measure of what was solved.
    pub value: i64,
    /// No plan is worth more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<i64>,
    /// Where each project that could be placed or moved stands since.
    pub placed: Vec<(ProjectId, Option<ParkId>)>,
    /// Where those that stood somewhere before stood.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<(ProjectId, ParkId)>,
    /// Where projects had been refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<(ProjectId, ParkId)>,
    /// What shows the bound.
    pub proof: Proof,
    /// Fingerprint of all of this.
    pub seal: String,
}
record_by_fields!(Certificate, (PlanId,), "certificates", plan);

/// What a meeting decided on a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resolution {
    /// 布局.
    Place,
    /// 附条件布局.
    Conditional,
    /// 暂缓.
    Hold,
    /// 退回.
    Return,
}

/// An entry of the meeting's journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The session.
    pub session: RecordId,
    /// The project.
    pub project: ProjectId,
    /// What was decided.
    pub verdict: Resolution,
    /// Where it goes, if it is placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub park: Option<ParkId>,
    /// Why.
    pub reason: String,
    /// On what conditions.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub conditions: String,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// What the program recommended then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recommended: Option<ParkId>,
    /// Where the project stood in the register before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<RegisterStatus>,
}
record_by_fields!(Decision, (RecordId, ProjectId), "decisions", session, project);

//! What did a rule find? One finding a rule, park and subject: its state, who causes it, and the figures behind it.

use jiff::civil::Date;

use crate::model::{
    id::{EnterpriseId, IndustryId, ParkId, PositionId, ProjectId, RecordId, RuleId, StreamId},
    park::{ChemicalStatus, ParkLevel, Role},
    plan::{Subject, Word},
    policy::{Level, Mode, PoolKind, SiteFactor, UnitCheck, Yield},
    quantity::{Metres, Mu, WanYuan},
    text::Text,
};

/// State of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// 突破: the rule does not hold.
    Broken,
    /// 待核: a datum is missing or to be confirmed; never green, blocks approval, does not break.
    Unknown,
    /// 临界: holds, with less than a tenth of the limit to spare.
    Near,
    /// 豁免: broken, and waived by an authority.
    Waived,
    /// 合规: holds.
    Holds,
    /// 停用: the rule is off.
    Off,
    /// 不适用: nothing to judge.
    NotApplicable,
}

impl State {
    /// All states, worst first.
    pub const ALL: [Self; 7] =
        [Self::Broken, Self::Unknown, Self::Near, Self::Waived, Self::Holds, Self::Off, Self::NotApplicable];

    /// Tells whether a planner should look at it: broken, unknown, near or waived.
    pub const fn is_notable(self) -> bool {
        matches!(self, Self::Broken | Self::Unknown | Self::Near | Self::Waived)
    }

    /// Id of the state in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Unknown => "unknown",
            Self::Near => "near",
            Self::Waived => "waived",
            Self::Holds => "holds",
            Self::Off => "off",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// The part that a member plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// 起因: without it the finding would be better.
    Cause,
    /// 关联: it is counted, and not to blame.
    Context,
}

impl Part {
    /// Id of the part in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Cause => "cause",
            Self::Context => "context",
        }
    }
}

/// What takes part in a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A placed or pinned project.
    Project(ProjectId),
    /// A position.
    Position(PositionId),
    /// An enterprise.
    Enterprise(EnterpriseId),
}

impl Item {
    /// Id of its kind in machine output.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Project(_) => "project",
            Self::Position(_) => "position",
            Self::Enterprise(_) => "enterprise",
        }
    }

    /// Id of the record.
    pub fn id(&self) -> &str {
        match self {
            Self::Project(id) => id.as_str(),
            Self::Position(id) => id.as_str(),
            Self::Enterprise(id) => id.as_str(),
        }
    }
}

/// A member of a finding: causes first, the newest first among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// What it is.
    pub item: Item,
    /// Which part it plays.
    pub part: Part,
}

impl Member {
    /// A member that causes the finding.
    pub fn cause(item: Item) -> Self {
        Self { item, part: Part::Cause }
    }

    /// A member that is counted and not to blame.
    pub fn context(item: Item) -> Self {
        Self { item, part: Part::Context }
    }
}

/// A datum that a finding waits for: as long as it is missing, the state is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Net land of the park.
    NetLand,
    /// Largest plot of the park.
    LargestPlot,
    /// Spare capacity of the park for a factor.
    Spare(SiteFactor),
    /// Standing as a chemical park.
    ChemicalPark,
    /// List of the park's facilities.
    Facilities,
    /// Distance of the park to the river bank.
    BankDistance,
    /// Factor of the park on thresholds.
    ThresholdFactor,
    /// Word of the ecological access list on a sub-sector.
    AccessList,
    /// Unit that profits from the park.
    BeneficiaryUnit,
    /// Enterprises of the parks.
    Enterprises,
    /// Land that a project asks for.
    Land,
    /// Demand of a project for a factor.
    Demand(SiteFactor),
    /// Floor area of a project.
    FloorArea,
    /// Stream of waste water of a project.
    Stream,
    /// Whether the process of a project is chemical.
    ChemicalProcess,
    /// Environment class of a project.
    EnvironmentClass,
    /// What a project brings.
    Brings(Yield),
    /// Threshold of the sub-sector.
    Threshold(Yield),
    /// Least floor area ratio of the sub-sector.
    FloorAreaRatio,
    /// Energy use of a project.
    Energy,
    /// First reporter of a project.
    FirstReporter,
    /// Quota of a pool of the city.
    Quota,
    /// What a project draws from a pool of the city.
    Need(PoolKind),
    /// Budget of a programme.
    Budget,
}

/// What a ratio measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// 万元 for each mu of land.
    PerMu(Yield),
    /// 万元 for each 1,000 m² of floor in a standard plant.
    PerPlant(Yield),
    /// Floor over site area.
    FloorAreaRatio,
    /// 万元 of output for each tonne of coal equivalent.
    OutputPerTce,
}

/// The figures behind a finding, from which `i18n` builds its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// The rule is off, not in force, or has nothing to judge.
    Nothing,
    /// Positions of one role against their cap.
    Cap {
        /// The role that is counted.
        role: Role,
        /// Number of positions.
        count: u32,
        /// The cap.
        cap: u32,
        /// Level of the park.
        level: ParkLevel,
    },
    /// What the park carries against both caps together.
    Carried {
        /// Designated positions that count: at most the cap of each role.
        designated: u32,
        /// Sub-sectors of placed projects that no position covers.
        uncovered: Vec<IndustryId>,
        /// Both caps together.
        limit: u32,
        /// Level of the park.
        level: ParkLevel,
    },
    /// Land of placed projects and live reservations against the land that is ready.
    Land {
        /// Land of placed projects.
        used: Mu,
        /// Land of live reservations.
        reserved: Mu,
        /// Land that is ready; `None` is unknown.
        capacity: Option<Mu>,
        /// Placed projects that do not say how much they ask for.
        unstated: u32,
    },
    /// Chemical processes and the standing of the park.
    Chemical {
        /// Its standing; `None` is unknown.
        status: Option<ChemicalStatus>,
        /// Number of projects with a chemical process.
        chemical: u32,
        /// Number of projects that may have one: class E4 and nothing said about the process.
        unclear: u32,
    },
    /// A stream of waste water and what it needs.
    Stream {
        /// The stream.
        stream: StreamId,
        /// Its name.
        name: Text,
        /// Name of what it needs.
        needs: Text,
        /// Number of projects that bring it.
        projects: u32,
    },
    /// Several projects, positions or enterprises that a rule judged one by one, without those that have findings of
    /// their own.
    Tally {
        /// How many hold.
        holds: u32,
        /// How many wait for a datum.
        unknown: u32,
    },
    /// Demand for a factor against what the park has to spare, in smallest steps.
    Capacity {
        /// The factor.
        factor: SiteFactor,
        /// Demand of placed projects.
        used: i64,
        /// Live reservations.
        reserved: i64,
        /// What the park has to spare; `None` is unknown.
        capacity: Option<i64>,
        /// Placed projects that do not say how much they need.
        unstated: u32,
    },
    /// What all parks draw from a pool of the city, in smallest steps.
    Pool {
        /// The pool.
        pool: PoolKind,
        /// Drawn by placed projects.
        used: i64,
        /// Live reservations.
        reserved: i64,
        /// The quota; `None` is unknown.
        quota: Option<i64>,
        /// Placed projects that do not say how much they need.
        unstated: u32,
    },
    /// Grants of a programme against its budget.
    Budget {
        /// The programme.
        programme: RecordId,
        /// All grants of the plan.
        granted: WanYuan,
        /// The budget; `None` is unknown.
        budget: Option<WanYuan>,
    },
    /// A grant that the programme does not allow.
    Grant {
        /// The programme.
        programme: RecordId,
        /// The project.
        project: ProjectId,
        /// What is granted.
        amount: WanYuan,
        /// The most that it may get, where that is passed; otherwise it does not meet the conditions.
        most: Option<WanYuan>,
    },
    /// The land of one project against the largest plot.
    Plot {
        /// The project.
        project: ProjectId,
        /// Its land.
        land: Mu,
        /// The largest plot.
        plot: Mu,
    },
    /// A project in a standard plant that does not suit one.
    Plant {
        /// The project.
        project: ProjectId,
    },
    /// A ratio of one project against the least allowed, in hundredths.
    Ratio {
        /// The project.
        project: ProjectId,
        /// What is measured.
        measure: Measure,
        /// What it reaches.
        actual: i64,
        /// What it should reach.
        least: i64,
        /// What it reaches with its later phases, where it has some.
        with_phases: Option<i64>,
    },
    /// A two-high project and its approval.
    TwoHigh {
        /// The project.
        project: ProjectId,
    },
    /// Chemical processes and the river bank.
    Bank {
        /// Distance of the park; `None` is unknown.
        distance: Option<Metres>,
        /// Least distance.
        least: Metres,
        /// Number of projects with a chemical process, or with one that may be.
        projects: u32,
    },
    /// Projects of class ER and the licensed site.
    Radiation {
        /// Number of projects.
        projects: u32,
    },
    /// A sub-sector and the ecological access list.
    Access {
        /// The sub-sector.
        industry: IndustryId,
        /// Number of placed projects of it.
        projects: u32,
    },
    /// A stipulation and where the project stands.
    Stipulated {
        /// The project.
        project: ProjectId,
        /// Parks that the word is about.
        parks: Vec<ParkId>,
        /// Required or forbidden.
        word: Word,
    },
    /// A position with many sub-sectors.
    Breadth {
        /// The position.
        position: PositionId,
        /// Number of its sub-sectors.
        count: u32,
        /// Most allowed.
        most: u32,
    },
    /// A sub-sector that leads in several parks.
    Homogeneous {
        /// The sub-sector.
        industry: IndustryId,
        /// The parks.
        parks: Vec<ParkId>,
        /// Most parks allowed.
        most: u32,
    },
    /// A project of a sub-sector that has a recognised characteristic park elsewhere.
    Theme {
        /// The project.
        project: ProjectId,
        /// Parks around the recognised ones.
        hosts: Vec<ParkId>,
    },
    /// A position with nothing behind it.
    Unsupported {
        /// The position.
        position: PositionId,
    },
    /// A project beside sub-sectors that it must be kept clear of, or that must be kept clear of it.
    Neighbours {
        /// The project.
        project: ProjectId,
        /// Sub-sectors that stand there.
        others: Vec<IndustryId>,
    },
    /// A project that the register counts as placed and that stands in no park.
    Outside {
        /// The project.
        project: ProjectId,
    },
    /// A relocation without compensation.
    Uncompensated {
        /// What moves: a project or an enterprise.
        item: Item,
    },
    /// Two reports of what may be one project.
    Duplicate {
        /// The earlier report.
        first: ProjectId,
        /// The later report.
        second: ProjectId,
        /// How alike the names are, per cent.
        likeness: i64,
    },
    /// A first report that is old.
    StaleReport {
        /// The project.
        project: ProjectId,
        /// Day of the report.
        since: Date,
    },
    /// Enterprises whose figures are old.
    StaleFirms {
        /// How many.
        firms: u32,
        /// Oldest year.
        oldest: i16,
    },
    /// More tax than output.
    TaxAboveOutput {
        /// A project or an enterprise.
        item: Item,
        /// Tax a year.
        tax: WanYuan,
        /// Output a year.
        output: WanYuan,
    },
    /// A figure outside the range that its unit allows, in thousandths.
    UnitTrap {
        /// The project.
        project: ProjectId,
        /// What was checked.
        check: UnitCheck,
        /// The figure.
        actual: i64,
        /// Smallest plausible figure.
        least: i64,
        /// Largest plausible figure.
        most: i64,
    },
    /// Several parks that accept one project.
    Outbid {
        /// The project.
        project: ProjectId,
        /// The parks.
        parks: Vec<ParkId>,
    },
    /// Projects whose stream of waste water is not stated, or not known to the pack.
    StreamUnknown {
        /// Number of projects.
        projects: u32,
    },
    /// A pinned project.
    Pinned {
        /// The project.
        project: ProjectId,
    },
    /// A sub-sector against the positions.
    Designation {
        /// The sub-sector.
        industry: IndustryId,
        /// Number of placed projects of it.
        placed: u32,
        /// Output of the enterprises of it, when they are judged.
        existing: Option<WanYuan>,
    },
}

/// What a rule found about one subject of one park.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// Place of the rule among the rules.
    pub order: u32,
    /// Level at which it counts.
    pub level: Level,
    /// What happens when it breaks.
    pub mode: Mode,
    /// The state.
    pub state: State,
    /// The park; `None` for the city as a whole.
    pub park: Option<ParkId>,
    /// What it is about within the park.
    pub subject: Subject,
    /// Who takes part: causes first.
    pub members: Vec<Member>,
    /// The figures.
    pub detail: Detail,
    /// Data that it waits for, each once; empty unless the state is unknown.
    pub waits_for: Vec<Field>,
}

/// How soon a planner should look at a finding, soonest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// It stands in the way of an approval.
    BarsApproval,
    /// It is to be weighed.
    Weighs,
    /// A datum is missing that only policy asks for.
    LacksData,
}

/// What tells one finding from another.
pub type FindingKey = (u32, RuleId, Option<ParkId>, Subject);

impl Finding {
    /// Its key: rule, park and subject; findings are listed in this order.
    pub fn key(&self) -> FindingKey {
        (self.order, self.rule.clone(), self.park.clone(), self.subject.clone())
    }

    /// Tells whether a drop that creates it is refused.
    pub fn blocks(&self) -> bool {
        self.state == State::Broken && self.mode == Mode::Block
    }

    /// The finding, waiting for `fields`.
    #[must_use]
    pub fn waiting(self, fields: impl IntoIterator<Item = Field>) -> Self {
        let mut waits_for: Vec<Field> = fields.into_iter().collect();
        waits_for.sort_unstable();
        waits_for.dedup();
        Self { waits_for, ..self }
    }

    /// Tells whether a planner who weighs a drop should look at it: notable, and more than a datum that policy lacks.
    pub fn weighs(&self) -> bool {
        self.state.is_notable() && !(self.state == State::Unknown && self.level == Level::Policy)
    }

    /// How soon a planner should look at it.
    pub fn urgency(&self) -> Urgency {
        if self.bars_approval() {
            Urgency::BarsApproval
        } else if self.weighs() {
            Urgency::Weighs
        } else {
            Urgency::LacksData
        }
    }

    /// Tells whether it counts something against a limit, so that its figures say the most in few words.
    pub fn is_counted(&self) -> bool {
        matches!(
            self.detail,
            Detail::Cap { .. }
                | Detail::Carried { .. }
                | Detail::Land { .. }
                | Detail::Capacity { .. }
                | Detail::Pool { .. }
                | Detail::Budget { .. }
                | Detail::Plot { .. }
                | Detail::Ratio { .. }
                | Detail::Breadth { .. }
                | Detail::Homogeneous { .. }
        )
    }

    /// Tells whether it stands in the way of an approval: broken or unknown at level legal.
    pub fn bars_approval(&self) -> bool {
        self.level == Level::Legal && matches!(self.state, State::Broken | State::Unknown)
    }

    /// How far the limit is passed, and the limit, in smallest steps; `None` where nothing is counted or nothing is over.
    pub fn excess(&self) -> Option<(i64, i64)> {
        let (size, limit) = match &self.detail {
            Detail::Cap { count, cap, .. } => (i64::from(*count), i64::from(*cap)),
            Detail::Carried { designated, uncovered, limit, .. } => {
                (i64::from(*designated).saturating_add(i64::try_from(uncovered.len()).ok()?), i64::from(*limit))
            }
            Detail::Land { used, reserved, capacity, .. } => (used.plus(*reserved).steps(), (*capacity)?.steps()),
            Detail::Capacity { used, reserved, capacity, .. } => (used.saturating_add(*reserved), (*capacity)?),
            Detail::Pool { used, reserved, quota, .. } => (used.saturating_add(*reserved), (*quota)?),
            Detail::Budget { granted, budget, .. } => (granted.steps(), (*budget)?.steps()),
            Detail::Grant { amount, most, .. } => (amount.steps(), (*most)?.steps()),
            Detail::Plot { land, plot, .. } => (land.steps(), plot.steps()),
            Detail::Breadth { count, most, .. } => (i64::from(*count), i64::from(*most)),
            Detail::Ratio { actual, least, .. } => return (actual < least).then(|| (least - actual, *least)),
            Detail::Homogeneous { parks, most, .. } => (i64::try_from(parks.len()).ok()?, i64::from(*most)),
            Detail::Nothing
            | Detail::Tally { .. }
            | Detail::Chemical { .. }
            | Detail::Stream { .. }
            | Detail::StreamUnknown { .. }
            | Detail::Plant { .. }
            | Detail::TwoHigh { .. }
            | Detail::Bank { .. }
            | Detail::Radiation { .. }
            | Detail::Access { .. }
            | Detail::Stipulated { .. }
            | Detail::Theme { .. }
            | Detail::Unsupported { .. }
            | Detail::Neighbours { .. }
            | Detail::Outside { .. }
            | Detail::Uncompensated { .. }
            | Detail::Duplicate { .. }
            | Detail::StaleReport { .. }
            | Detail::StaleFirms { .. }
            | Detail::TaxAboveOutput { .. }
            | Detail::UnitTrap { .. }
            | Detail::Outbid { .. }
            | Detail::Pinned { .. }
            | Detail::Designation { .. } => return None,
        };
        (size > limit).then(|| (size.saturating_sub(limit), limit))
    }

    /// Tells whether it is broken by at most a tenth of the limit: worth negotiating.
    pub fn is_near_miss(&self) -> bool {
        self.state == State::Broken
            && self.excess().is_some_and(|(excess, limit)| limit > 0 && excess.saturating_mul(10) <= limit)
    }
}

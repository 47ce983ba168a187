//! What did a rule find? One finding a rule, park and subject: its state, who causes it, and the figures behind it.

use crate::model::{
    id::{EnterpriseId, IndustryId, ParkId, PositionId, ProjectId, RuleId, StreamId},
    park::{ChemicalStatus, ParkLevel, Role},
    plan::Subject,
    policy::{Level, Mode},
    quantity::{Mu, WanYuan},
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

    /// How far the limit is passed, and the limit, in smallest steps; `None` where nothing is counted or nothing is over.
    pub fn excess(&self) -> Option<(i64, i64)> {
        let (size, limit) = match &self.detail {
            Detail::Cap { count, cap, .. } => (i64::from(*count), i64::from(*cap)),
            Detail::Carried { designated, uncovered, limit, .. } => {
                (i64::from(*designated).saturating_add(i64::try_from(uncovered.len()).ok()?), i64::from(*limit))
            }
            Detail::Land { used, reserved, capacity, .. } => (used.plus(*reserved).steps(), (*capacity)?.steps()),
            Detail::Nothing
            | Detail::Chemical { .. }
            | Detail::Stream { .. }
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

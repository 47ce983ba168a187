//! Which rules hold, how hard, since when, and by which document? The rule pack: data, not code.
//!
//! A rule *kind* is code, one file in `rules`; the pack sets its parameters, mode, level, validity, title, clause and
//! source. Changing a cap from 3 to 2 in a pack file changes the board without rebuilding.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    id::{DocumentId, FacilityId, IndustryId, PackId, RuleId, StreamId},
    industry::EnvironmentClass,
    park::{ChemicalStatus, ParkLevel},
    quantity::{Mu, WanYuan},
    table::record_by_id,
    text::Text,
};

/// Levels of the score, compared in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 法定: a plan with a broken or unknown finding here cannot be approved.
    Legal,
    /// 政策: counted, to be weighed.
    Policy,
}

/// What happens when a rule breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The drop is refused, with the reason.
    Block,
    /// Allowed and red; approval is impossible until cured or waived.
    NeedsWaiver,
    /// Allowed, amber.
    Warn,
    /// Not judged, but still listed.
    Off,
}

/// Positions allowed by the level of the park.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caps {
    /// For a national park.
    pub national: u32,
    /// For a provincial park.
    pub provincial: u32,
    /// For a municipal park.
    pub municipal: u32,
}

impl Caps {
    /// The cap for a park of `level`.
    pub const fn of(&self, level: ParkLevel) -> u32 {
        match level {
            ParkLevel::National => self.national,
            ParkLevel::Provincial => self.provincial,
            ParkLevel::Municipal => self.municipal,
        }
    }
}

/// What a stream of waste water needs in the park.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Treatment {
    /// A facility of this id.
    Facility(FacilityId),
    /// Spare capacity of chemical sewage treatment.
    ChemicalSewage,
}

/// One line of the special-stream rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StreamNeed {
    /// The stream.
    pub stream: StreamId,
    /// Its name.
    pub name: Text,
    /// What it needs.
    pub needs: Treatment,
    /// Name of what it needs.
    pub needs_name: Text,
}

/// The kinds of rule, each with its parameters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum RuleKind {
    /// Leading positions of a park are at most the cap of its level.
    LeadingCap(Caps),
    /// Characteristic positions of a park are at most the cap of its level.
    CharacteristicCap(Caps),
    /// What a park carries is at most both caps together.
    CarriedCap {
        /// Cap on leading positions.
        leading: Caps,
        /// Cap on characteristic positions.
        characteristic: Caps,
    },
    /// Land of placed projects and live reservations is at most the net land that is ready.
    Land {
        /// A project that suits a standard plant and asks for at most this much land goes into one and takes no land.
        plant_land_limit: Mu,
    },
    /// Chemical processes stand in recognised chemical parks only.
    ChemicalPark,
    /// A special stream of waste water needs its treatment in the park.
    SpecialStream {
        /// The streams and what they need; a stream that is not listed needs nothing special.
        streams: Vec<StreamNeed>,
    },
    /// A pinned project stands where it is pinned.
    Pinned,
    /// The sub-sector of a placed project is covered by a position.
    OffPosition {
        /// Existing enterprises are judged too when the sub-sector is of one of these environment classes.
        existing_classes: Vec<EnvironmentClass>,
    },
}

impl RuleKind {
    /// Name of the kind, as in the pack.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::LeadingCap(_) => "leading-cap",
            Self::CharacteristicCap(_) => "characteristic-cap",
            Self::CarriedCap { .. } => "carried-cap",
            Self::Land { .. } => "land",
            Self::ChemicalPark => "chemical-park",
            Self::SpecialStream { .. } => "special-stream",
            Self::Pinned => "pinned",
            Self::OffPosition { .. } => "off-position",
        }
    }
}

/// The state that an example expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExpectedState {
    /// Holds.
    Holds,
    /// Holds, with less than a tenth to spare.
    Near,
    /// Broken.
    Broken,
    /// A datum is missing or to be confirmed.
    Unknown,
    /// Nothing to judge.
    NotApplicable,
}

/// A project of an [`Example`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleProject {
    /// Its sub-sector.
    pub industry: IndustryId,
    /// Land asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub land: Option<Mu>,
    /// Whether it suits a standard plant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub plant_suitable: bool,
    /// Its stream of waste water.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stream: Option<StreamId>,
    /// Whether its process is chemical.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chemical: Option<bool>,
    /// Whether it is pinned to the park but stands elsewhere.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pinned_but_elsewhere: bool,
}

/// A worked example that stands beside its rule: one park, what is placed there, and the state that must come out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What it shows.
    pub title: Text,
    /// Level of the park.
    pub level: ParkLevel,
    /// Sub-sectors of its leading positions, one list a position.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leading: Vec<Vec<IndustryId>>,
    /// Sub-sectors of its characteristic positions, one list a position.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub characteristic: Vec<Vec<IndustryId>>,
    /// Its spare land.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net_land: Option<Mu>,
    /// Its standing as a chemical park.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chemical_park: Option<ChemicalStatus>,
    /// Its facilities.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facilities: Option<Vec<FacilityId>>,
    /// Output of an enterprise that already stands there, of the sub-sector given: class and 万元.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub existing: Option<(IndustryId, EnvironmentClass, WanYuan)>,
    /// The placed projects, in the order of placing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub placed: Vec<ExampleProject>,
    /// The worst state among the findings of the rule.
    pub expect: ExpectedState,
}

/// A rule of the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id, such as `carried-cap`.
    pub id: RuleId,
    /// Place among the rules, smallest first.
    pub order: u32,
    /// Kind and parameters.
    pub kind: RuleKind,
    /// Level of its findings.
    pub level: Level,
    /// What happens when it breaks.
    pub mode: Mode,
    /// First day on which it holds; `None` since ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// Last day on which it holds; `None` until further notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// Name on badges and in lists.
    pub title: Text,
    /// The clause that it carries out.
    pub clause: Text,
    /// Document of the clause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// Where the parameters come from.
    pub source: Text,
    /// Worked examples.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
}
record_by_id!(Rule, RuleId, "rules");

impl Rule {
    /// Tells whether the rule is in force on `day`; both ends count.
    pub fn in_force_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

/// Head of a rule pack; its rules stand in the table `rules`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Its id, such as `mianyang-2022.7`.
    pub id: PackId,
    /// Its name.
    pub title: Text,
    /// Who keeps it, by office.
    pub author: String,
    /// Its day.
    pub date: Date,
}

//! Which rules hold, how hard, since when, and by which document? The rule pack: data, not code.
//!
//! A rule *kind* is code, one file in `rules`; the pack sets its parameters, mode, level, validity, title, clause and
//! source. Changing a cap from 3 to 2 in a pack file changes the board without rebuilding.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    id::{DocumentId, FacilityId, IndustryId, PackId, RuleId, StreamId},
    industry::EnvironmentClass,
    park::{Capacities, ChemicalStatus, ParkLevel},
    plan::Word,
    quantity::{Factor, Megawatts, Metres, Mu, SquareMetres, Tce, TonnesPerDay, WanCubicMetres, WanKwh, WanYuan},
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

/// A factor of which placed projects use up what the park has to spare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteFactor {
    /// Land inside the chemical zone, taken by projects with a chemical process.
    ChemicalZoneLand,
    /// Floor of standard plants.
    PlantFloor,
    /// Electric power.
    Power,
    /// Ordinary sewage treatment.
    Sewage,
    /// Chemical sewage treatment.
    ChemicalSewage,
    /// Water supply.
    Water,
    /// Energy quota.
    EnergyQuota,
}

impl SiteFactor {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::ChemicalZoneLand,
        Self::PlantFloor,
        Self::Power,
        Self::Sewage,
        Self::ChemicalSewage,
        Self::Water,
        Self::EnergyQuota,
    ];
}

/// A pool of the whole city that placements of all parks draw on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CityPool {
    /// Quota of new industrial land (用地指标).
    Land {
        /// The quota; `None` is unknown.
        quota: Option<Mu>,
    },
    /// Quota of energy use (能耗指标), a year.
    Energy {
        /// The quota; `None` is unknown.
        quota: Option<Tce>,
    },
    /// Environmental capacity (环境容量) as waste water discharged.
    WasteWater {
        /// The quota; `None` is unknown.
        quota: Option<TonnesPerDay>,
    },
}

/// What a pool is of, without its quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PoolKind {
    /// Land.
    Land,
    /// Energy.
    Energy,
    /// Waste water.
    WasteWater,
}

impl CityPool {
    /// What it is of.
    pub const fn kind(self) -> PoolKind {
        match self {
            Self::Land { .. } => PoolKind::Land,
            Self::Energy { .. } => PoolKind::Energy,
            Self::WasteWater { .. } => PoolKind::WasteWater,
        }
    }
}

/// What a project should bring for the land that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Yield {
    /// Fixed-asset investment.
    Investment,
    /// Tax a year.
    Tax,
    /// Output a year.
    Output,
}

/// A figure of a project that betrays a wrong unit when it lies outside its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitCheck {
    /// Investment per mu, 万元: 万元 for 亿元, or hectares for mu.
    InvestmentPerMu,
    /// Hours of full load a year, from electricity and load: kVA or kW for MW.
    LoadHours,
    /// Output per job, 万元 a year.
    OutputPerJob,
    /// Waste water for each unit of water: tonnes a year for tonnes a day.
    WastePerWater,
}

/// A range that a [`UnitCheck`] must lie in; both ends count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitRange {
    /// What is checked.
    pub check: UnitCheck,
    /// Smallest plausible figure.
    pub least: Factor,
    /// Largest plausible figure.
    pub most: Factor,
}

/// Two groups of sub-sectors that do not stand in one park.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incompatible {
    /// The group that must be kept clear.
    pub sensitive: Vec<IndustryId>,
    /// The group that it must be kept clear of.
    pub from: Vec<IndustryId>,
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
    /// The land of each placed project is at most the largest plot in one piece.
    LargestPlot,
    /// The demand of placed projects and live reservations for a factor is at most what the park has to spare.
    Capacity(SiteFactor),
    /// What placed projects and live reservations of all parks draw from a pool of the city is at most its quota.
    CityPool(CityPool),
    /// Grants are at most the budget of their programme, and within its bounds.
    ProgrammeBudget,
    /// A two-high project has the document of its approval.
    TwoHigh,
    /// Chemical processes keep this distance from the river bank.
    RiverBank {
        /// Least distance.
        least: Metres,
    },
    /// Projects of class ER stand where this facility is licensed.
    RadiationSite {
        /// The facility.
        facility: FacilityId,
    },
    /// A park under an ecological access list takes only what the list admits.
    AccessList,
    /// A project stands where it is required to.
    RequiredPark,
    /// A project does not stand where it is forbidden to.
    ForbiddenPark,
    /// A position has at most this many sub-sectors.
    Breadth {
        /// Most sub-sectors of one position.
        most: u32,
    },
    /// A sub-sector leads in at most this many parks.
    Homogeneous {
        /// Most parks in which one sub-sector is leading.
        most: u32,
    },
    /// The sub-sector of a recognised characteristic park goes there.
    Theme,
    /// A position has an enterprise or a placed project behind it.
    UnsupportedPosition,
    /// A project brings at least the threshold of its sub-sector, times the factor of the park, for the land it takes.
    Threshold {
        /// What is measured.
        of: Yield,
        /// In a standard plant the threshold per mu, times this, holds for each 1,000 m² of floor.
        plant: Factor,
    },
    /// Floor over site area is at least the ratio of the sub-sector.
    FloorAreaRatio,
    /// Output for each tonne of coal equivalent.
    OutputPerTce {
        /// Least output, 万元 per tce.
        least: Factor,
    },
    /// Groups of sub-sectors that do not stand in one park.
    Neighbours {
        /// The groups.
        pairs: Vec<Incompatible>,
    },
    /// An industrial project that the register counts as placed stands in a park of the plan.
    OutsidePark,
    /// A relocation into the territory of another unit is compensated.
    RelocationCompensated,
    /// One project is reported once.
    DuplicateReport {
        /// How alike two names must be, by pairs of characters; 1 is the same.
        likeness: Factor,
        /// How far investment and land may differ, as a share of the larger.
        tolerance: Factor,
    },
    /// Figures are not too old.
    StaleValue {
        /// Days after which the first report of a project in talks is old.
        days: u32,
        /// Years after which the figures of an enterprise are old.
        years: u32,
    },
    /// Tax is at most output.
    TaxAboveOutput,
    /// Figures are of a size that their unit allows.
    UnitTrap {
        /// The plausible ranges.
        ranges: Vec<UnitRange>,
    },
    /// Park committees do not outbid each other for one project.
    Outbidding {
        /// Most parks that may accept one project.
        most: u32,
    },
    /// Chemical processes stand in recognised chemical parks only.
    ChemicalPark,
    /// A special stream of waste water needs its treatment in the park.
    SpecialStream {
        /// The streams and what they need.
        streams: Vec<StreamNeed>,
        /// Streams that need nothing special; any other stream, or none stated, is unknown.
        #[serde(default)]
        ordinary: Vec<StreamId>,
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
            Self::LargestPlot => "largest-plot",
            Self::Capacity(_) => "capacity",
            Self::CityPool(_) => "city-pool",
            Self::ProgrammeBudget => "programme-budget",
            Self::TwoHigh => "two-high",
            Self::RiverBank { .. } => "river-bank",
            Self::RadiationSite { .. } => "radiation-site",
            Self::AccessList => "access-list",
            Self::RequiredPark => "required-park",
            Self::ForbiddenPark => "forbidden-park",
            Self::Breadth { .. } => "breadth",
            Self::Homogeneous { .. } => "homogeneous",
            Self::Theme => "theme",
            Self::UnsupportedPosition => "unsupported-position",
            Self::Threshold { .. } => "threshold",
            Self::FloorAreaRatio => "floor-area-ratio",
            Self::OutputPerTce { .. } => "output-per-tce",
            Self::Neighbours { .. } => "neighbours",
            Self::OutsidePark => "outside-park",
            Self::RelocationCompensated => "relocation-compensated",
            Self::DuplicateReport { .. } => "duplicate-report",
            Self::StaleValue { .. } => "stale-value",
            Self::TaxAboveOutput => "tax-above-output",
            Self::UnitTrap { .. } => "unit-trap",
            Self::Outbidding { .. } => "outbidding",
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
#[expect(clippy::struct_excessive_bools, reason = "each is a plain yes or no of the file")]
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
    /// Investment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub investment: Option<WanYuan>,
    /// Output a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<WanYuan>,
    /// Tax a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<WanYuan>,
    /// Floor asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor_area: Option<SquareMetres>,
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
    /// Environment class of its process.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub environment_class: Option<EnvironmentClass>,
    /// Whether it is a two-high project.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub two_high: bool,
    /// Document of its approval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<DocumentId>,
    /// Its name, where names are compared.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Day of its first report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_report: Option<Date>,
    /// Whether it is a relocation, reported by a unit that does not profit from the park.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub relocation: bool,
    /// Whether it waits in the queue although the register counts it as placed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_in_register: bool,
    /// What is stipulated about it: of this park, or of another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<Word>,
    /// Number of park committees that accept it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub accepted_by: u32,
    /// What a programme of the plan grants it, 万元.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<WanYuan>,
    /// Whether the stipulation is about another park.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub elsewhere: bool,
    /// Whether it is pinned to the park but stands elsewhere.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pinned_but_elsewhere: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// Thresholds of the sub-sectors of an [`Example`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ExampleThresholds {
    /// Least investment per mu.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub investment_per_mu: Option<WanYuan>,
    /// Least tax per mu.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_per_mu: Option<WanYuan>,
    /// Least output per mu.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output_per_mu: Option<WanYuan>,
    /// Least floor area ratio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor_area_ratio: Option<Factor>,
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
    /// Budget of the programme that grants something, 万元.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<WanYuan>,
    /// Its spare land.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net_land: Option<Mu>,
    /// Other spare capacities.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacities: Option<Capacities>,
    /// Its distance to the river bank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank_distance: Option<Metres>,
    /// Factor on its thresholds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold_factor: Option<Factor>,
    /// Whether an ecological access list binds it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub access_listed: bool,
    /// Sub-sectors that the access list bars.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub barred: Vec<IndustryId>,
    /// Sub-sectors that lead elsewhere too, one list a park.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leading_elsewhere: Vec<Vec<IndustryId>>,
    /// Sub-sectors of recognised characteristic parks elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes_elsewhere: Vec<IndustryId>,
    /// Thresholds of all its sub-sectors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thresholds: Option<ExampleThresholds>,
    /// Year of the figures of the existing enterprise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub existing_year: Option<i16>,
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
    /// Whether a quota among its parameters is assumed and wears the sign ≈.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub assumed: bool,
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
    /// What the levels of parks are called where these rules hold; a level that is not named here bears its usual name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<LevelName>,
}

impl Pack {
    /// What this pack calls the parks of `level`; `None` leaves them their usual name.
    pub fn level_name(&self, level: ParkLevel) -> Option<&LevelName> {
        self.levels.iter().find(|it| it.level == level)
    }
}

/// What parks of a level are called: a city outside China has other authorities above it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelName {
    /// The level: the highest, the middle or the lowest of the three, by its name in the file.
    pub level: ParkLevel,
    /// Its name, such as 国家级, national.
    pub name: Text,
    /// Its name where room is short: on the badge of a card; at most about six letters.
    pub badge: Text,
}

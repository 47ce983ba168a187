//! Where can a project go? Parks, what they stand for, and the units that report projects and share benefits.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    evidence::Evidence,
    id::{CharacteristicParkId, DocumentId, FacilityId, IndustryId, ParkId, PositionId, UnitId},
    plan::PositionChange,
    quantity::{Factor, Megawatts, Metres, Minutes, Mu, Number, SquareMetres, Tce, TonnesPerDay},
    table::{record_by_fields, record_by_id},
    text::Text,
};

/// Level of a park, the highest first; decides how many positions it may carry. The pack may call the levels by other names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParkLevel {
    /// 国家级.
    National,
    /// 省级.
    Provincial,
    /// 市级.
    Municipal,
}

/// A point on the map, WGS 84 degrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Longitude, degrees east.
    pub lon: Number,
    /// Latitude, degrees north.
    pub lat: Number,
}

/// Standing of a park as a chemical park (化工园区).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ChemicalStatus {
    /// Not a chemical park.
    None,
    /// Has applied.
    Applied,
    /// Sources leave it open; never taken for a yes.
    ToBeConfirmed,
    /// Recognised from this day on.
    Recognised {
        /// First day of the recognition.
        since: Date,
    },
    /// Recognition suspended.
    Suspended,
}

/// What a park still has to give: capacities are *spare*, before the placements of a plan. `None` is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Capacities {
    /// Net industrial land ready for supply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net_land: Option<Mu>,
    /// Largest plot in one piece.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest_plot: Option<Mu>,
    /// Land inside the chemical zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chemical_zone_land: Option<Mu>,
    /// Floor of standard plants.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plant_floor: Option<SquareMetres>,
    /// Electric power.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub power: Option<Megawatts>,
    /// Ordinary sewage treatment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sewage: Option<TonnesPerDay>,
    /// Chemical sewage treatment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chemical_sewage: Option<TonnesPerDay>,
    /// Water supply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub water: Option<TonnesPerDay>,
    /// Energy quota.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub energy_quota: Option<Tce>,
}

/// An industrial park.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Park {
    /// Its id, such as `gaoxin`.
    pub id: ParkId,
    /// Full official name.
    pub name: Text,
    /// Name on cards and in charts.
    pub short_name: Text,
    /// Level.
    pub level: ParkLevel,
    /// Place in the city's list of parks, 1 for the first; the order in which parks are shown.
    #[serde(default)]
    pub rank: u32,
    /// Units in whose territory it lies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub administrative_units: Vec<UnitId>,
    /// Unit that profits from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beneficiary_unit: Option<UnitId>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What it still has to give.
    pub capacities: Capacities,
    /// Standing as a chemical park; `None` is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chemical_park: Option<ChemicalStatus>,
    /// What it has; `None` is unknown, an empty list is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facilities: Option<Vec<FacilityId>>,
    /// Multiplies the thresholds per mu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold_factor: Option<Factor>,
    /// Time to airport, rail freight or expressway, the worst that matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_time: Option<Minutes>,
    /// Index of efficiency and service, 0 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_index: Option<Factor>,
    /// Whether an ecological access list binds it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub access_listed: bool,
    /// Sub-sectors that the ecological access list admits by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admitted: Vec<IndustryId>,
    /// Sub-sectors that the ecological access list bars by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub barred: Vec<IndustryId>,
    /// Distance to the river bank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank_distance: Option<Metres>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Park, ParkId, "parks");

impl Park {
    /// Whether it is a park of this unit: the unit profits from it, or it lies there.
    pub fn is_hosted_by(&self, unit: &UnitId) -> bool {
        self.beneficiary_unit.as_ref() == Some(unit) || self.administrative_units.contains(unit)
    }
}

/// Role of a position (主导, 特色).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 主导.
    Leading,
    /// 特色.
    Characteristic,
}

/// A position: a named set of sub-sectors that a park stands for. The cap counts positions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Its id, such as `gaoxin-L1`.
    pub id: PositionId,
    /// The park that it belongs to.
    pub park: ParkId,
    /// Its role.
    pub role: Role,
    /// Its name.
    pub name: Text,
    /// Its sub-sectors, at least one.
    pub industries: Vec<IndustryId>,
    /// Order of designation within the park; ties go by id.
    pub order: u32,
    /// First day on which it holds; `None` since ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// Last day on which it holds; `None` until further notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// Document that set it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Position, PositionId, "positions");

impl Position {
    /// Tells whether the position holds on `day`; both ends count.
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// Tells whether `change` would leave role, name, sub-sectors and order as they are.
    pub fn is_set_as(&self, change: &PositionChange) -> bool {
        let PositionChange::Set { role, name, industries, order } = change else { return false };
        self.role == *role && self.name == *name && self.industries == *industries && self.order == *order
    }

    /// Tells whether `industry` is one of its sub-sectors.
    pub fn covers(&self, industry: &IndustryId) -> bool {
        self.industries.contains(industry)
    }
}

/// How a source names a stated direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DirectionKind {
    /// Emerging track (新赛道, 培育).
    Emerging,
    /// Focus of one part of the park.
    ZoneFocus,
    /// Named as leading or characteristic by a source, and not among the positions.
    Stated,
}

/// A stated direction: a sub-sector that a source says the park fosters outside its positions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Direction {
    /// The park.
    pub park: ParkId,
    /// The sub-sector.
    pub industry: IndustryId,
    /// How the source names it.
    pub kind: DirectionKind,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_fields!(Direction, (ParkId, IndustryId), "directions", park, industry);

/// Life cycle of a characteristic park.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recognition {
    /// 申报.
    Applied,
    /// 培育.
    Cultivated,
    /// 认定.
    Recognised,
    /// 预警.
    Warned,
    /// 退出.
    Withdrawn,
}

/// A characteristic (specialised) park (特色(专业)园区): a park within a park with one sub-sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CharacteristicPark {
    /// Its id.
    pub id: CharacteristicParkId,
    /// Its name; `None` where none was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// The park around it; `None` where not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub park: Option<ParkId>,
    /// Its sub-sector; `None` where not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industry: Option<IndustryId>,
    /// Where it stands in its life cycle.
    pub recognition: Recognition,
    /// Level of its recognition, or that it strives for.
    #[serde(default = "municipal", skip_serializing_if = "is_municipal")]
    pub level: ParkLevel,
    /// Since when.
    pub since: Date,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(CharacteristicPark, CharacteristicParkId, "characteristic_parks");

const fn municipal() -> ParkLevel {
    ParkLevel::Municipal
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
fn is_municipal(level: &ParkLevel) -> bool {
    *level == ParkLevel::Municipal
}

/// What kind of unit reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// A district, county or county-level city.
    District,
    /// A zone with a purse of its own.
    Zone,
}

/// A unit that reports projects and shares benefits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// Its name.
    pub name: Text,
    /// District or zone.
    pub kind: UnitKind,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Where this comes from.
    pub evidence: Evidence,
}
record_by_id!(Unit, UnitId, "units");

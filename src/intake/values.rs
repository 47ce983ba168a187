//! What was read from a cell, in the types of the model.

use jiff::civil::Date;

use crate::model::{
    id::{DocumentId, FacilityId, GroupId, IndustryId, ParkId, RecordId, StreamId, UnitId},
    industry::EnvironmentClass,
    project::{ProjectKind, RegisterStatus},
    quantity::{Count, Megawatts, Mu, Number, SquareMetres, Tce, TonnesPerDay, WanCubicMetres, WanKwh, WanYuan},
};

use super::{
    column::Column,
    unit::Measure,
    words::{KINDS, STATUSES, class_id},
};

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// Several texts.
    Texts(Vec<String>),
    /// A figure in the smallest steps of what its column measures.
    Steps(Measure, i64),
    /// A plain number.
    Number(Number),
    /// A day.
    Day(Date),
    /// A year.
    Year(i16),
    /// Yes or no.
    Truth(bool),
    /// A sub-sector.
    Industry(IndustryId),
    /// A reporting unit.
    Unit(UnitId),
    /// A park.
    Park(ParkId),
    /// An indicator.
    Indicator(RecordId),
    /// A company group.
    Group(GroupId),
    /// A kind of project.
    Kind(ProjectKind),
    /// Where a project stands.
    Status(RegisterStatus),
    /// An environment class.
    Class(EnvironmentClass),
    /// A stream of waste water.
    Stream(StreamId),
    /// Facilities.
    Facilities(Vec<FacilityId>),
    /// A policy document.
    Document(DocumentId),
}

/// A value as machines read it.
#[derive(Debug, Clone, PartialEq)]
pub enum Plain {
    /// Digits, in the unit of the file.
    Figure(String),
    /// A text.
    Text(String),
    /// Yes or no.
    Truth(bool),
}

impl Value {
    /// The value as machines read it: figures in the unit of the file, lists parted by commas.
    pub fn plain(&self) -> Plain {
        let text = |it: &str| Plain::Text(it.to_owned());
        match self {
            Self::Text(it) => text(it),
            Self::Texts(list) => Plain::Text(list.join("、")),
            Self::Steps(measure, steps) => Plain::Figure(plain_steps(*measure, *steps)),
            Self::Number(number) => Plain::Figure(number.plain()),
            Self::Day(day) => Plain::Text(day.to_string()),
            Self::Year(year) => Plain::Figure(year.to_string()),
            Self::Truth(truth) => Plain::Truth(*truth),
            Self::Industry(id) => text(id.as_str()),
            Self::Unit(id) => text(id.as_str()),
            Self::Park(id) => text(id.as_str()),
            Self::Indicator(id) => text(id.as_str()),
            Self::Group(id) => text(id.as_str()),
            Self::Kind(kind) => text(KINDS.iter().find(|it| it.value == *kind).map_or("", |it| it.id)),
            Self::Status(status) => text(STATUSES.iter().find(|it| it.value == *status).map_or("", |it| it.id)),
            Self::Class(class) => text(class_id(*class)),
            Self::Stream(id) => text(id.as_str()),
            Self::Facilities(list) => Plain::Text(list.iter().map(FacilityId::as_str).collect::<Vec<_>>().join("、")),
            Self::Document(id) => text(id.as_str()),
        }
    }
}

/// Decimals of what `measure` is kept in, and the largest number of whole units.
pub const fn kept(measure: Measure) -> (u32, i64) {
    match measure {
        Measure::Money | Measure::MoneyPerLand => (WanYuan::DECIMALS, WanYuan::LARGEST),
        Measure::Land => (Mu::DECIMALS, Mu::LARGEST),
        Measure::Floor => (SquareMetres::DECIMALS, SquareMetres::LARGEST),
        Measure::Power => (Megawatts::DECIMALS, Megawatts::LARGEST),
        Measure::Flow => (TonnesPerDay::DECIMALS, TonnesPerDay::LARGEST),
        Measure::Energy => (Tce::DECIMALS, Tce::LARGEST),
        Measure::Electricity => (WanKwh::DECIMALS, WanKwh::LARGEST),
        Measure::Gas => (WanCubicMetres::DECIMALS, WanCubicMetres::LARGEST),
        Measure::Count => (Count::DECIMALS, Count::LARGEST),
    }
}

/// `steps` of a measure in digits.
pub fn plain_steps(measure: Measure, steps: i64) -> String {
    match measure {
        Measure::Money | Measure::MoneyPerLand => WanYuan::from_steps(steps).plain(),
        Measure::Land => Mu::from_steps(steps).plain(),
        Measure::Floor => SquareMetres::from_steps(steps).plain(),
        Measure::Power => Megawatts::from_steps(steps).plain(),
        Measure::Flow => TonnesPerDay::from_steps(steps).plain(),
        Measure::Energy => Tce::from_steps(steps).plain(),
        Measure::Electricity => WanKwh::from_steps(steps).plain(),
        Measure::Gas => WanCubicMetres::from_steps(steps).plain(),
        Measure::Count => Count::from_steps(steps).plain(),
    }
}

/// How far a usual figure may be stretched where its unit is stated.
pub const STRETCH: i64 = 20;

/// Smallest and largest figure that is usual in a column, in thousandths of the planner's unit: what is outside is a slip of
/// units where no unit is stated. From the sample, the yardsticks of industrial land, and the largest plants of the province.
static USUAL: [(Column, i64, i64); 24] = [
    (Column::Investment, 500_000, 5_000_000_000),
    (Column::TotalInvestment, 500_000, 5_000_000_000),
    (Column::EnterpriseInvestment, 100_000, 10_000_000_000),
    (Column::ProjectOutput, 500_000, 10_000_000_000),
    (Column::EnterpriseOutput, 100_000, 50_000_000_000),
    (Column::ProjectTax, 10_000, 500_000_000),
    (Column::EnterpriseTax, 1_000, 5_000_000_000),
    (Column::ProjectLand, 1_000, 10_000_000),
    (Column::EnterpriseLand, 500, 20_000_000),
    (Column::FloorArea, 100_000, 3_000_000_000),
    (Column::ProjectPower, 50, 60_000),
    (Column::Electricity, 1_000, 100_000_000),
    (Column::GasUse, 100, 50_000_000),
    (Column::ProjectWater, 1_000, 100_000_000),
    (Column::WasteWater, 1_000, 100_000_000),
    (Column::NetLand, 1_000, 50_000_000),
    (Column::LargestPlot, 1_000, 50_000_000),
    (Column::ChemicalLand, 1_000, 50_000_000),
    (Column::PlantFloor, 100_000, 10_000_000_000),
    (Column::SparePower, 500, 2_000_000),
    (Column::Sewage, 10_000, 500_000_000),
    (Column::ChemicalSewage, 10_000, 500_000_000),
    (Column::SpareWater, 10_000, 500_000_000),
    (Column::EnergyQuota, 10_000, 5_000_000_000),
];

/// Smallest and largest figure that is usual in `column`, in thousandths of the planner's unit.
pub fn usual(column: Column) -> Option<(i64, i64)> {
    USUAL.iter().find(|it| it.0 == column).map(|it| (it.1, it.2))
}

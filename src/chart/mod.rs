//! What pictures are there of it? One chart a file: from figures to shapes, words and marks, and to the table of its figures.
//!
//! A chart is a pure function of what it is asked to show: the window paints it, files keep it, reports take it along. Nothing
//! here opens a file, and nothing here knows a window.

pub mod capacity_use;
pub mod chain;
pub mod composition;
pub mod concentration;
pub mod existing;
pub mod intensity;
pub mod letters;
pub mod map;
mod matrix;
pub mod picture;
mod plane;
pub mod png;
pub mod portfolio;
pub mod potential;
pub mod scene;
pub mod sheet;
pub mod similarity;
pub mod specialisation;
pub mod svg;
pub mod table;
pub mod treemap;

use emath::Vec2;

use crate::i18n::phrase::Phrase;
use picture::Picture;
use scene::{Nothing, Scene};
use table::Table;

/// A chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chart {
    /// Composition of the parks.
    Composition,
    /// Sectors, sub-sectors and parks of the city.
    City,
    /// Location quotients.
    Specialisation,
    /// How alike the parks are.
    Similarity,
    /// Share of leading positions.
    Concentration,
    /// Use of what the parks have to spare.
    CapacityUse,
    /// The chain of a park, with missing links.
    Chain,
    /// What the projects bring for their land.
    Portfolio,
    /// Specialisation against output per mu.
    Intensity,
    /// Advantage against potential of a park.
    Potential,
    /// The parks in their places.
    Map,
    /// Enterprises by park and sub-sector, with what lies outside the positions.
    Existing,
}

impl Chart {
    /// All charts, in the order in which they are offered.
    pub const ALL: [Self; 12] = [
        Self::Composition,
        Self::City,
        Self::Specialisation,
        Self::Similarity,
        Self::Concentration,
        Self::CapacityUse,
        Self::Chain,
        Self::Portfolio,
        Self::Intensity,
        Self::Potential,
        Self::Map,
        Self::Existing,
    ];

    /// What it is called.
    pub const fn title(self) -> Phrase {
        match self {
            Self::Composition => Phrase::new("产业构成", "Composition"),
            Self::City => Phrase::new("全市产业", "City"),
            Self::Specialisation => Phrase::new("区位熵", "Location quotients"),
            Self::Similarity => Phrase::new("园区相似度", "Similarity"),
            Self::Concentration => Phrase::new("主导占比", "Leading share"),
            Self::CapacityUse => Phrase::new("要素占用", "Capacity use"),
            Self::Chain => Phrase::new("产业链", "Chain"),
            Self::Portfolio => Phrase::new("项目组合", "Portfolio"),
            Self::Intensity => Phrase::new("专业化与亩均", "Intensity"),
            Self::Potential => Phrase::new("优势与潜力", "Potential"),
            Self::Map => Phrase::new("地图", "Map"),
            Self::Existing => Phrase::new("存量企业", "Enterprises"),
        }
    }

    /// Its name in files and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Composition => "composition",
            Self::City => "city",
            Self::Specialisation => "specialisation",
            Self::Similarity => "similarity",
            Self::Concentration => "concentration",
            Self::CapacityUse => "capacity-use",
            Self::Chain => "chain",
            Self::Portfolio => "portfolio",
            Self::Intensity => "intensity",
            Self::Potential => "potential",
            Self::Map => "map",
            Self::Existing => "existing",
        }
    }

    /// Its picture in a size, or why there is nothing to show.
    pub fn picture(self, scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
        match self {
            Self::Composition => composition::picture(scene, size),
            Self::City => treemap::picture(scene, size),
            Self::Specialisation => specialisation::picture(scene, size),
            Self::Similarity => similarity::picture(scene, size),
            Self::Concentration => concentration::picture(scene, size),
            Self::CapacityUse => capacity_use::picture(scene, size),
            Self::Chain => chain::picture(scene, size),
            Self::Portfolio => portfolio::picture(scene, size),
            Self::Intensity => intensity::picture(scene, size),
            Self::Potential => potential::picture(scene, size),
            Self::Map => map::picture(scene, size),
            Self::Existing => existing::picture(scene, size),
        }
    }

    /// The figures behind it, all of them.
    pub fn table(self, scene: &Scene<'_>) -> Table {
        match self {
            Self::Composition => composition::table(scene),
            Self::City => treemap::table(scene),
            Self::Specialisation => specialisation::table(scene),
            Self::Similarity => similarity::table(scene),
            Self::Concentration => concentration::table(scene),
            Self::CapacityUse => capacity_use::table(scene),
            Self::Chain => chain::table(scene),
            Self::Portfolio => portfolio::table(scene),
            Self::Intensity => intensity::table(scene),
            Self::Potential => potential::table(scene),
            Self::Map => map::table(scene),
            Self::Existing => existing::table(scene),
        }
    }

    /// What is drawn: state, measure, unit, number of parks.
    pub fn subtitle(self, scene: &Scene<'_>) -> String {
        match self {
            Self::Composition => composition::subtitle(scene),
            Self::City => treemap::subtitle(scene),
            Self::Specialisation => specialisation::subtitle(scene),
            Self::Similarity => similarity::subtitle(scene),
            Self::Concentration => concentration::subtitle(scene),
            Self::CapacityUse => capacity_use::subtitle(scene),
            Self::Chain => chain::subtitle(scene),
            Self::Portfolio => portfolio::subtitle(scene),
            Self::Intensity => intensity::subtitle(scene),
            Self::Potential => potential::subtitle(scene),
            Self::Map => map::subtitle(scene),
            Self::Existing => existing::subtitle(scene),
        }
    }
}

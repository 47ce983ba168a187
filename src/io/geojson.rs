//! Where do outlines come from? A GeoJSON file (RFC 7946) as map software writes it: a collection, a feature or a bare shape.
//!
//! Polygons and multi-polygons become outlines, one a feature; holes and every other shape are left out and counted. A name is
//! that of the properties `name_zh`, `name`, `NAME`, `Name` or `fullname`, English that of `name_en` or `name_EN`. The unit is
//! that of the feature's id, else the one of equal name, with or without 区, 县, 市, District, County or City at its end.
//! Corners are rounded to four decimals (11 m) and thinned until the limits are kept.
//!
//! Coordinates are taken for WGS 84 degrees; those of a projection are refused. Maps for screens made in China mostly come in
//! GCJ-02, which lies up to 700 m off and cannot be told from WGS 84: nothing is converted here. What is read is shown and
//! never judged, for which such a map will do.

use std::{collections::BTreeSet, path::Path};

use geojson::{Feature, GeoJson, Geometry, GeometryValue, Position, feature::Id};
use serde_json::error::Category;

use super::{
    problem::{Cause, FileProblem, MapFault, Spot},
    ron::read_text_up_to,
    thinning::{Point, thinned},
};
use crate::model::{
    check::LONGEST_NAME,
    evidence::Evidence,
    id::{RecordId, UnitId},
    outline::{Outline, Ring},
    park::Unit,
    quantity::Number,
    table::Table,
    text::{Text, is_misleading},
};

/// Ending of the names of these files.
pub const ENDING: &str = ".geojson";

/// Largest file that is read, in bytes. A city's districts in survey detail take a tenth of it; lists of numbers that are no
/// corners swell to thirty times their length while they are read, so that the worst file takes less than a gigabyte.
pub const LARGEST_MAP: u64 = 24 * 1024 * 1024;

/// Most objects of a file, three a feature. Each takes about a kilobyte while it is read.
pub const MOST_OBJECTS: usize = 200_000;

/// Most corners of all areas of a file before they are thinned: a second of work.
pub const MOST_CORNERS: usize = 1_000_000;

/// Most corners of a ring that is kept: more cannot be seen on a screen.
pub const MOST_OF_RING: usize = 400;

/// Most corners that are kept of a file: a scenario stays quick to save, and its map to draw.
pub const MOST_OF_MAP: usize = 20_000;

/// Properties that hold a name, the first that is there counts.
const NAMES: [&str; 5] = ["name_zh", "name", "NAME", "Name", "fullname"];

/// Properties that hold an English name.
const ENGLISH_NAMES: [&str; 2] = ["name_en", "name_EN"];

/// Words for a kind of unit with which names end, in small letters.
const ENDINGS: [&str; 6] = ["区", "县", "市", " district", " county", " city"];

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlines {
    /// The outlines in the order of the file, without a source; ids are distinct.
    pub outlines: Vec<Outline>,
    /// Holes that were left out.
    pub holes: usize,
    /// Other shapes that were left out: points, lines, collections, nothing at all, areas too small to be seen.
    pub left_out: usize,
}

/// The outlines in the file at `path`, for the `units` of a scenario; on a refusal, every problem that was found.
pub fn read(path: &Path, units: &Table<Unit>) -> Result<Outlines, Vec<FileProblem>> {
    of_text(path, &read_text_up_to(path, ENDING, LARGEST_MAP)?, units)
}

/// The outlines in `text`, as [`read`] finds them in a file; `path` is named in problems only.
pub fn of_text(path: &Path, text: &str, units: &Table<Unit>) -> Result<Outlines, Vec<FileProblem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(vec![FileProblem::at(path, Some(Spot::START), Cause::Empty)]);
    }
    let refuse = |fault| Err(vec![FileProblem::new(path, Cause::Map(Box::new(fault)))]);
    if text.matches('{').nth(MOST_OBJECTS).is_some() {
        return refuse(MapFault::TooManyObjects(MOST_OBJECTS));
    }
    let file: GeoJson = serde_json::from_str(text).map_err(|error| vec![refused(path, text, &error)])?;
    let features = match file {
        GeoJson::FeatureCollection(collection) => collection.features,
        GeoJson::Feature(feature) => vec![feature],
        GeoJson::Geometry(geometry) => vec![Feature { geometry: Some(geometry), ..Feature::default() }],
    };
    let mut found = Found::default();
    for (number, feature) in (1..).zip(features) {
        found.take(number, feature, units);
        if found.corners > MOST_CORNERS {
            return refuse(MapFault::TooManyCorners(MOST_CORNERS));
        }
    }
    if !found.off_the_map.is_empty() {
        return Err(found
            .off_the_map
            .into_iter()
            .map(|fault| FileProblem::new(path, Cause::Map(Box::new(fault))))
            .collect());
    }
    let outlines = found.outlines(units);
    if outlines.outlines.is_empty() { refuse(MapFault::NoAreas(outlines.left_out)) } else { Ok(outlines) }
}

/// Why `text` was refused with `error`, and where.
fn refused(path: &Path, text: &str, error: &serde_json::Error) -> FileProblem {
    let words = error.to_string();
    let words = words.rsplit_once(" at line ").map_or(words.as_str(), |(words, _)| words);
    let cause = match error.classify() {
        Category::Eof => Cause::CutOff,
        Category::Syntax | Category::Io if words.starts_with("recursion limit") => {
            Cause::Map(Box::new(MapFault::TooDeep))
        }
        Category::Syntax | Category::Io => Cause::Map(Box::new(MapFault::NoJson(words.to_owned()))),
        Category::Data => Cause::Map(Box::new(MapFault::NoGeoJson(words.to_owned()))),
    };
    // The reader counts bytes of the line up to the one that it does not like; 0 where it means the text as a whole.
    let line = error.line().checked_sub(1).map(|before| text.split_inclusive('\n').take(before).map(str::len).sum());
    let spot = line.map(|line: usize| {
        let offset = text.floor_char_boundary(line + error.column().saturating_sub(1));
        Spot::of_offset(text, offset)
    });
    FileProblem::at(path, spot.or(Some(Spot::START)), cause)
}

/// A feature with an area.
struct Area {
    /// Its number in the file, 1 for the first.
    number: usize,
    id: Option<String>,
    name: Option<Text>,
    unit: Option<UnitId>,
    rings: Vec<Vec<Point>>,
}

/// What was found so far.
#[derive(Default)]
struct Found {
    areas: Vec<Area>,
    corners: usize,
    holes: usize,
    left_out: usize,
    /// The first corner of each feature that lies nowhere.
    off_the_map: Vec<MapFault>,
}

impl Found {
    /// Takes in the feature of this number.
    fn take(&mut self, number: usize, feature: Feature, units: &Table<Unit>) {
        let name = name_of(&feature);
        let id = feature.id.map(|id| match id {
            Id::String(id) => id,
            Id::Number(id) => id.to_string(),
        });
        let unit = unit_of(id.as_deref(), name.as_ref(), units);
        let polygons = polygons(feature.geometry);
        self.left_out += usize::from(polygons.is_empty());
        let mut rings = Vec::new();
        for polygon in polygons {
            let mut edges = polygon.into_iter();
            let outer = edges.next().unwrap_or_default();
            self.holes += edges.len();
            self.corners += outer.len();
            match ring(&outer) {
                Ok(ring) if ring.len() >= 3 => rings.push(ring),
                Ok(_) => self.left_out += 1,
                Err(position) => {
                    self.off_the_map.push(no_degrees(number, name.unwrap_or_default(), position));
                    return;
                }
            }
        }
        if !rings.is_empty() {
            self.areas.push(Area { number, id, name, unit, rings });
        }
    }

    /// What was found as outlines, thinned.
    fn outlines(self, units: &Table<Unit>) -> Outlines {
        let rings: Vec<Vec<Point>> = self.areas.iter().flat_map(|area| area.rings.iter().cloned()).collect();
        let mut rings = thinned(&rings, MOST_OF_RING, MOST_OF_MAP).into_iter();
        let (mut outlines, mut taken, mut left_out) = (Vec::new(), BTreeSet::new(), self.left_out);
        for area in self.areas {
            let mut own: Vec<Vec<Point>> = rings.by_ref().take(area.rings.len()).collect();
            own.retain(|ring| !ring.is_empty());
            left_out += area.rings.len() - own.len();
            if own.is_empty() {
                continue;
            }
            if let Some(id) = free_id(&area, &mut taken) {
                let name = named(&area, units);
                let rings = own.iter().map(|ring| degrees(ring)).collect();
                outlines.push(Outline { id, name, unit: area.unit, rings, evidence: Evidence::default() });
            }
        }
        Outlines { outlines, holes: self.holes, left_out }
    }
}

/// The polygons of a shape, each its outer edge and its holes; none where it is another shape.
fn polygons(shape: Option<Geometry>) -> Vec<Vec<Vec<Position>>> {
    match shape.map(|it| it.value) {
        Some(GeometryValue::Polygon { coordinates }) => vec![coordinates],
        Some(GeometryValue::MultiPolygon { coordinates }) => coordinates,
        Some(
            GeometryValue::Point { .. }
            | GeometryValue::MultiPoint { .. }
            | GeometryValue::LineString { .. }
            | GeometryValue::MultiLineString { .. }
            | GeometryValue::GeometryCollection { .. },
        )
        | None => Vec::new(),
    }
}

/// The corners of an outer edge, rounded, none twice in a row; the first one that lies nowhere where one does.
fn ring(edge: &[Position]) -> Result<Vec<Point>, &Position> {
    let mut ring = Vec::with_capacity(edge.len());
    for position in edge {
        let [lon, lat, ..] = *position.as_slice() else { return Err(position) };
        if !((-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)) {
            return Err(position);
        }
        let point = (steps(lon), steps(lat));
        if ring.last() != Some(&point) {
            ring.push(point);
        }
    }
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    Ok(ring)
}

/// A corner of the feature of this number that lies nowhere; what a position does not state is a question mark.
fn no_degrees(feature: usize, name: Text, position: &Position) -> MapFault {
    let stated = |at: usize| position.as_slice().get(at).map_or("?".to_owned(), ToString::to_string);
    let is_exchanged = matches!(position.as_slice(), [lon, lat, ..] if lon.abs() <= 90.0 && lat.abs() <= 180.0);
    MapFault::NoDegrees { feature, name, corner: (stated(0), stated(1)), is_exchanged }
}

/// Degrees in the smallest steps of a [`Number`].
#[expect(clippy::cast_possible_truncation, reason = "degrees have three digits before the point")]
fn steps(degrees: f64) -> i64 {
    (degrees * 10_f64.powi(4)).round() as i64
}

fn degrees(ring: &[Point]) -> Ring {
    ring.iter().map(|(lon, lat)| (Number::from_steps(*lon), Number::from_steps(*lat))).collect()
}

/// The name of `feature`; the Chinese one where there is one, else the English one stands for both.
fn name_of(feature: &Feature) -> Option<Text> {
    let property = |key: &&str| {
        let written = feature.property(key)?.as_str()?;
        let clean: String = written.chars().filter(|c| !is_misleading(*c)).collect();
        let short: String = clean.trim().chars().take(LONGEST_NAME).collect();
        (!short.is_empty()).then_some(short)
    };
    let (name, english) = (NAMES.iter().find_map(property), ENGLISH_NAMES.iter().find_map(property));
    match (name, english) {
        (Some(name), Some(english)) if name != english => Some(Text::new(name, english)),
        (Some(name), _) | (None, Some(name)) => Some(Text::new(name, "")),
        (None, None) => None,
    }
}

/// What `area` is called: by its own name, as its unit, or by its number.
fn named(area: &Area, units: &Table<Unit>) -> Text {
    let of_unit = || area.unit.as_ref().and_then(|id| units.get(id)).map(|unit| unit.name.clone());
    let by_number = || Text::new(format!("区域 {}", area.number), format!("Area {}", area.number));
    area.name.clone().or_else(of_unit).unwrap_or_else(by_number)
}

/// The unit of a feature: that of its id, else the only one of its name, else the only one whose name is the same but for
/// the kind of unit.
fn unit_of(id: Option<&str>, name: Option<&Text>, units: &Table<Unit>) -> Option<UnitId> {
    let by_id = id.and_then(|id| UnitId::new(id).ok()).filter(|id| units.contains(id));
    by_id.or_else(|| only(name?, units, str::to_owned)).or_else(|| only(name?, units, without_kind))
}

/// The unit of which a name is, after `of` is done to both, one of the words of `name`; none where several are.
fn only(name: &Text, units: &Table<Unit>, of: fn(&str) -> String) -> Option<UnitId> {
    let words = |name: &Text| [&name.zh, &name.en].into_iter().filter(|it| !it.is_empty()).map(|it| of(it)).collect();
    let own: BTreeSet<String> = words(name);
    let mut alike = units.iter().filter(|unit| !own.is_disjoint(&words(&unit.name)));
    let first = alike.next()?;
    alike.next().is_none().then(|| first.id.clone())
}

/// `name` in small letters, without the word for a kind of unit at its end.
fn without_kind(name: &str) -> String {
    let name = name.to_lowercase();
    let bare = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
    bare.filter(|it| !it.is_empty()).map_or(name.clone(), str::to_owned)
}

/// An id for `area` that is not `taken` yet: its own, that of its unit, or one by its number.
fn free_id(area: &Area, taken: &mut BTreeSet<RecordId>) -> Option<RecordId> {
    let own = area.id.iter().cloned().chain(area.unit.as_ref().map(ToString::to_string));
    let numbered = (1_usize..).map(|again| match again {
        1 => format!("area-{}", area.number),
        _ => format!("area-{}-{again}", area.number),
    });
    let id = own.chain(numbered).filter_map(|id| RecordId::new(&id).ok()).find(|id| !taken.contains(id))?;
    taken.insert(id.clone());
    Some(id)
}

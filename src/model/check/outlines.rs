//! Can an outline be drawn? Rings of at least three corners within the ranges of degrees, of a unit that exists.

use super::{Findings, Site, Wrong, values};
use crate::model::{
    outline::{Outline, Ring},
    scenario::Scenario,
};

/// Fewest corners of a ring.
const FEWEST_CORNERS: usize = 3;

/// What is wrong with `outline` by itself, with the field that is meant: the first fault of each field.
pub fn faults(outline: &Outline) -> impl Iterator<Item = (&'static str, Wrong)> + use<> {
    let empty = outline.rings.is_empty().then_some(Wrong::EmptyList);
    let rings = empty.or_else(|| outline.rings.iter().find_map(of_ring));
    let faults = [("name", values::name(&outline.name)), ("rings", rings)];
    faults.into_iter().filter_map(|(field, wrong)| Some((field, wrong?)))
}

/// What `outline` refers to and `s` does not have: its unit, its source.
pub fn dangling(s: &Scenario, outline: &Outline) -> Option<Wrong> {
    let unit = outline.unit.as_ref().filter(|id| !s.units.contains(id));
    let source = outline.evidence.source.as_ref().filter(|id| !s.sources.contains(id));
    let no_unit = unit.map(|id| Wrong::Dangling("units", id.to_string()));
    no_unit.or_else(|| source.map(|id| Wrong::Dangling("sources", id.to_string())))
}

fn of_ring(ring: &Ring) -> Option<Wrong> {
    if ring.len() < FEWEST_CORNERS {
        return Some(Wrong::FewCorners(ring.len()));
    }
    let off_the_map = ring.iter().find_map(|(lon, lat)| values::degrees(*lon, *lat));
    off_the_map.or_else(|| (ring.first() == ring.last()).then_some(Wrong::ClosedRing))
}

/// The outlines: whole in themselves, each of a unit that exists. Sources are asked for with those of the other tables.
pub(super) fn outlines(s: &Scenario, found: &mut Findings) {
    for outline in &s.outlines {
        let outline = outline.as_ref();
        for (field, wrong) in faults(outline) {
            found.add(Site::of(outline, field), wrong);
        }
        if let Some(id) = &outline.unit {
            found.reference(outline, "unit", &s.units, id, id.as_str());
        }
    }
}

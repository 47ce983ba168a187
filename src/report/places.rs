//! What does a map of other programs show of the layout? Parks as points with what stands and what is left, districts as
//! outlines, as `GeoJSON` in WGS 84.

use geojson::{Feature, FeatureCollection, GeoJson, Geometry, GeometryValue, JsonObject, JsonValue, Position};
use serde_json::json;

use super::{Desk, factors::Factor};
use crate::{
    i18n::{self, term},
    model::{
        id::{IndustryId, ParkId, UnitId},
        outline::{Outline, Ring},
        park::Park,
        quantity::{Mu, Number},
        text::Text,
    },
    rules::facts::ParkFacts,
};

/// The layer as text: districts first, so that points lie above them. The same desk gives the same text.
///
/// A park without a place is left out; both languages stand in the properties, whatever the language of the desk.
pub fn layer(desk: &Desk<'_>) -> String {
    let districts = desk.world().outlines.iter().map(|it| district(it));
    let parks = desk.world().parks_in_order().into_iter().filter_map(|it| park(desk, it));
    let features = districts.chain(parks).collect();
    let layer = GeoJson::FeatureCollection(FeatureCollection { bbox: None, features, foreign_members: None });
    format!("{layer}\n")
}

/// A text in both languages.
fn both(text: &Text) -> JsonValue {
    json!({ "zh": text.zh, "en": text.english() })
}

fn feature(value: GeometryValue, properties: &JsonValue) -> Feature {
    let properties: Option<JsonObject> = properties.as_object().cloned();
    Feature { bbox: None, geometry: Some(Geometry::new(value)), id: None, properties, foreign_members: None }
}

fn place((east, north): &(Number, Number)) -> Position {
    Position::from([east.to_f64(), north.to_f64()])
}

fn district(outline: &Outline) -> Feature {
    // Rings of the format end where they begin; each ring of an outline is an area of its own.
    let closed = |ring: &Ring| {
        let mut ring: Vec<Position> = ring.iter().map(place).collect();
        if let Some(first) = ring.first().cloned()
            && ring.last() != Some(&first)
        {
            ring.push(first);
        }
        vec![ring]
    };
    let areas = outline.rings.iter().map(closed).collect();
    let unit = outline.unit.as_ref().map(UnitId::as_str);
    let properties =
        json!({ "kind": "district", "id": outline.id.as_str(), "name": both(&outline.name), "unit": unit });
    feature(GeometryValue::MultiPolygon { coordinates: areas }, &properties)
}

fn park(desk: &Desk<'_>, park: &Park) -> Option<Feature> {
    let (place_of, facts) = (park.place?, desk.judgement.facts().park(&park.id)?);
    let properties = json!({
        "kind": "park",
        "id": park.id.as_str(),
        "name": both(&park.name),
        "short_name": both(&park.short_name),
        "level": both(&term::park_level(&desk.world().pack, park.level)),
        "positions": positions(facts),
        "placed": placed(facts),
        "land_mu": land(desk, &park.id, facts),
    });
    let value = GeometryValue::Point { coordinates: place(&(place_of.lon, place_of.lat)) };
    Some(feature(value, &properties))
}

fn positions(facts: &ParkFacts) -> JsonValue {
    let one = |it: &crate::model::park::Position| {
        json!({
            "role": both(&term::role(it.role).into()),
            "name": both(&it.name),
            "industries": it.industries.iter().map(IndustryId::as_str).collect::<Vec<_>>(),
        })
    };
    facts.positions.iter().map(one).collect()
}

fn placed(facts: &ParkFacts) -> JsonValue {
    let one =
        |it: &crate::rules::facts::Placed| json!({ "id": it.project.id.as_str(), "name": both(&it.project.name) });
    facts.placed.values().map(one).collect()
}

/// Net land: to spare, used, reserved, left; null where it is not stated, with whether it is assumed and what is judged.
fn land(desk: &Desk<'_>, id: &ParkId, facts: &ParkFacts) -> JsonValue {
    let Some(park) = desk.world().parks.get(id) else { return JsonValue::Null };
    let land = Factor::Land.in_park(desk, park, facts);
    let mu = |steps: i64| Mu::from_steps(steps).to_f64();
    let left = land.spare.map(|spare| mu(spare - land.used - land.reserved));
    json!({
        "spare": land.spare.map(mu),
        "used": mu(land.used),
        "reserved": mu(land.reserved),
        "left": left,
        "assumed": land.is_assumed,
        "state": land.state.map(|it| both(&i18n::term::state(it).into())),
    })
}

//! What is a park strong in, and what is coming (优势、潜力)? Location quotient against the growth by projects that arrive.
//!
//! Advantage: the quotient in the park, from 1.25. Potential: output of the projects of the register over existing output of the
//! sub-sector in the city; its line is the mean of the city. Without a selected park the largest one is shown.

use emath::{Align, Rect, Vec2, pos2};

use super::{
    intensity::corners,
    letters,
    picture::{Edge, Picture, Subject},
    plane::{self, Plane},
    scene::{Nothing, Scene, Time, percent, three_digits},
    table::{Cell, Table},
};
use crate::{
    analysis::{
        composition::{Metric, Scope},
        location_quotient::ADVANTAGED,
        profile::{Analysis, TradeHere},
        quadrant::Quadrant,
    },
    i18n::{chart as say, phrase::Phrase, undefined},
    look::Type,
    model::id::{IndustryId, ParkId},
};

/// Half the side of a seal, in points.
const HALF: f32 = 10.0;

/// What a quadrant is called.
pub const fn quadrant_name(quadrant: Quadrant) -> Phrase {
    match quadrant {
        Quadrant::StrongAndGrowing => say::STRONG_GROWING,
        Quadrant::StrongOnly => say::STRONG_ONLY,
        Quadrant::GrowingOnly => say::GROWING_ONLY,
        Quadrant::Neither => say::NEITHER,
    }
}

fn analysis<'a>(scene: &Scene<'a>) -> Analysis<'a> {
    let scope = if scene.question.time == Time::Now { Scope::Now } else { Scope::WithPlan };
    Analysis::of(scene.world(), scene.judgement.facts(), Metric::Output, scope)
}

/// The park that is shown: the selected one, else the largest.
fn park_of(scene: &Scene<'_>) -> Option<(usize, ParkId)> {
    let structure = scene.output();
    let chosen = scene.selected.and_then(|id| structure.number(id));
    let totals = structure.totals();
    let largest = totals.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0))).map(|(at, _)| at);
    let number = chosen.or(largest)?;
    structure.parks.get(number).map(|id| (number, id.clone()))
}

fn industry(scene: &Scene<'_>, trade: usize) -> Option<IndustryId> {
    scene.output().trades.get(trade).and_then(|it| scene.industry_of(it)).cloned()
}

/// The picture, in this size.
pub fn picture(scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    let Some((number, park)) = park_of(scene) else {
        return Err(Nothing { why: say::NO_PARKS, cure: say::ADD_PARKS });
    };
    let analysis = analysis(scene);
    let trades = analysis.park(number).trades;
    let shown: Vec<(&TradeHere, f64, f64)> =
        trades.iter().filter_map(|here| Some((here, here.quotient.ok()?, analysis.growth(here.trade).ok()?))).collect();
    if shown.is_empty() {
        return Err(Nothing { why: say::NO_OUTPUT_HERE, cure: say::ADD_FIGURES });
    }
    let colours = scene.colours;
    let mut picture = Picture::new(size);
    let rect = picture.rect();
    let names = [scene.say(say::QUOTIENT_AXIS), scene.say(say::GROWTH_AXIS)];
    let ends = [
        plane::end_of(shown.iter().map(|it| it.1)).max(ADVANTAGED * 2.0),
        plane::end_of(shown.iter().map(|it| it.2 * 100.0)).max(10.0),
    ];
    // Seals on the axes stand above them.
    let starts = ends.map(|end| -0.05 * end);
    let plane = Plane::between(&mut picture, scene, rect, starts, ends, names);
    let mean = analysis.city().growth.unwrap_or(0.0);
    let at = plane.at(ADVANTAGED, mean * 100.0);
    let edge = Edge::new(1.5, colours.holds.ink);
    picture.line([pos2(at.x, plane.rect.top()), pos2(at.x, plane.rect.bottom())], edge);
    picture.dashed(
        [pos2(plane.rect.left(), at.y), pos2(plane.rect.right(), at.y)],
        Edge::new(1.5, colours.near.ink),
        [4.0, 3.0],
    );
    let mut taken =
        corners(&mut picture, scene, &plane, [say::GROWING_ONLY, say::STRONG_GROWING, say::NEITHER, say::STRONG_ONLY]);
    let places: Vec<emath::Pos2> = shown
        .iter()
        .map(|(_, x, y)| plane::free_place(&mut taken, plane.rect, plane.at(*x, *y * 100.0), HALF + 2.0))
        .collect();
    for ((here, x, y), place) in shown.iter().zip(places) {
        let Some(id) = industry(scene, here.trade) else { continue };
        let true_place = plane.at(*x, *y * 100.0);
        if place.distance(true_place) > 1.0 {
            picture.line([true_place, place], Edge::new(1.0, colours.text2));
        }
        let square = Rect::from_center_size(place, Vec2::splat(HALF * 2.0));
        picture.seal(square, &scene.industry_seal(&id), colours, scene.is_chinese());
        let full = scene.industry_name(&id);
        let brief = say::brief_trade(&full, scene.lang);
        let width = letters::width(brief, Type::Small.into()) + 2.0;
        if let Some(label) = plane::label_place(&mut taken, plane.rect.expand(8.0), (place, HALF), width) {
            picture.words(label, Align::Min, brief, Type::Small, colours.text1);
        }
        let quadrant =
            here.quadrant.map_or_else(|_| String::new(), |it| format!(" · {}", scene.say(quadrant_name(it))));
        let told = format!(
            "{} · {full} · {} {} · {} {}{quadrant}",
            scene.park_name(&park),
            scene.say(say::QUOTIENT),
            three_digits(*x),
            scene.say(say::GROWTH),
            percent(*y),
        );
        picture.mark(square, Subject::industry(&id).in_park(&park), told);
    }
    Ok(picture)
}

/// The figures: a row a park and sub-sector.
pub fn table(scene: &Scene<'_>) -> Table {
    let heads = [say::PARK, say::TRADE, say::QUOTIENT, say::GROWTH_PERCENT, say::QUADRANT];
    let mut table = Table::new(heads.map(|it| scene.say(it)));
    let analysis = analysis(scene);
    for (number, id) in scene.output().parks.iter().enumerate() {
        for here in analysis.park(number).trades {
            let Some(trade) = industry(scene, here.trade) else { continue };
            let undefined = |why| Cell::Undefined(scene.say(undefined::sentence(why)).to_owned());
            let quadrant = here.quadrant.map(|it| Cell::Words(scene.say(quadrant_name(it)).to_owned()));
            table.rows.push(vec![
                Cell::Words(scene.park_name(id)),
                Cell::Words(scene.industry_name(&trade)),
                here.quotient.map_or_else(undefined, |it| Cell::Figure(it, 2)),
                analysis.growth(here.trade).map_or_else(undefined, |it| Cell::Figure(it * 100.0, 1)),
                quadrant.unwrap_or_else(undefined),
            ]);
        }
    }
    table
}

/// What is drawn.
pub fn subtitle(scene: &Scene<'_>) -> String {
    let park = park_of(scene).map_or_else(String::new, |(_, id)| scene.park_name(&id));
    format!("{} · {park} · {} · {}", scene.time_told(), scene.say(say::POTENTIAL_ABOUT), scene.parks_told())
}

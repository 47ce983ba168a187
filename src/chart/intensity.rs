//! Which parks are specialised, and which make much of their land? Specialisation against output per mu.
//!
//! Specialisation: half the Krugman index against the other parks, the part of the mix that would have to change to be like theirs
//! (methods 3.4). Intensity: the indicator `output_per_mu` of the latest year on record, else output over land of
//! the enterprises where all of them state both. The lines are the medians of the parks shown.

use emath::{Align, Rect, Vec2, pos2};

use super::{
    letters,
    picture::{Edge, Picture, Subject},
    plane::{self, Plane},
    scene::{Nothing, Scene, percent},
    table::{Cell, Table, grouped},
};
use crate::{
    analysis::{composition::Metric, krugman, undefined::Undefined},
    i18n::{chart as say, undefined},
    look::{Type, seal::Seal},
    model::{
        id::ParkId,
        quantity::{Mu, Number, WanYuan},
    },
};

/// The indicator that is read.
const INDICATOR: &str = "output_per_mu";
/// Radius of a park, smallest and largest, in points.
const RADIUS: [f32; 2] = [5.0, 22.0];
/// Parks that bear their name.
const NAMED: usize = 24;

/// A park.
struct Point {
    park: ParkId,
    specialisation: Result<f64, Undefined>,
    /// 万元 per mu, with the year where it is an indicator.
    intensity: Option<(f64, Option<i16>)>,
    size: f64,
    largest: Option<usize>,
}

/// Output per mu of a park, 万元.
fn intensity(scene: &Scene<'_>, park: &ParkId) -> Option<(f64, Option<i16>)> {
    let world = scene.world();
    let values = world.indicator_values.iter().filter(|it| it.park == *park && it.indicator.as_str() == INDICATOR);
    let known = values.filter(|it| it.year <= world.as_of.year()).filter_map(|it| Some((it.year, it.value?)));
    if let Some((year, value)) = known.max_by_key(|(year, _)| *year) {
        return Some((Number::to_f64(value), Some(year)));
    }
    let facts = scene.judgement.facts().park(park)?;
    let records = facts.today.values().flat_map(|it| &it.enterprises).filter_map(|id| world.enterprises.get(id));
    let mut sums = (0.0, 0.0);
    for enterprise in records {
        let (output, land) = (Metric::Output.of_enterprise(enterprise)?, Metric::Land.of_enterprise(enterprise)?);
        sums.0 += WanYuan::from_steps(output).to_f64();
        sums.1 += Mu::from_steps(land).to_f64();
    }
    (sums.1 > 0.0).then(|| (sums.0 / sums.1, None))
}

fn points(scene: &Scene<'_>) -> Vec<Point> {
    let structure = scene.output();
    let unlike = krugman::versus_rest(&structure.sizes);
    let largest = |park: usize| {
        let sizes = structure.of_park(park).iter().enumerate().filter(|(_, size)| **size > 0.0);
        sizes.max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0))).map(|(trade, _)| trade)
    };
    let parks = structure.parks.iter().enumerate();
    parks
        .map(|(at, id)| Point {
            park: id.clone(),
            specialisation: unlike.get(at).copied().unwrap_or(Err(Undefined::NoTotal)).map(|it| it / 2.0),
            intensity: intensity(scene, id),
            size: structure.total(at),
            largest: largest(at),
        })
        .collect()
}

/// The picture, in this size.
pub fn picture(scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    let points = points(scene);
    let mut shown: Vec<(&Point, f64, f64)> =
        points.iter().filter_map(|it| Some((it, it.specialisation.ok()?, it.intensity?.0))).collect();
    if shown.is_empty() {
        return Err(Nothing { why: say::NO_INTENSITY, cure: say::ADD_INTENSITY });
    }
    let colours = scene.colours;
    let mut picture = Picture::new(size);
    let rect = picture.rect();
    let names = [scene.say(say::SPECIALISATION_AXIS), scene.say(say::OUTPUT_PER_MU)];
    let end = plane::end_of(shown.iter().map(|it| it.2));
    let start = plane::start_of(shown.iter().map(|it| it.1), 1.0);
    let plane = Plane::between(&mut picture, scene, rect, [start, 0.0], [1.0, end], names);
    let middle = [plane::median(shown.iter().map(|it| it.1)), plane::median(shown.iter().map(|it| it.2))];
    let [Some(x), Some(y)] = middle else { return Ok(picture) };
    let at = plane.at(x, y);
    let edge = Edge::new(1.5, colours.text3);
    picture.dashed([pos2(at.x, plane.rect.top()), pos2(at.x, plane.rect.bottom())], edge, [4.0, 3.0]);
    picture.dashed([pos2(plane.rect.left(), at.y), pos2(plane.rect.right(), at.y)], edge, [4.0, 3.0]);
    let mut taken = corners(
        &mut picture,
        scene,
        &plane,
        [say::MIXED_STRONG, say::SPECIAL_STRONG, say::MIXED_WEAK, say::SPECIAL_WEAK],
    );
    shown.sort_by(|a, b| b.0.size.total_cmp(&a.0.size));
    let most = shown.first().map_or(1.0, |it| it.0.size);
    let discs =
        shown.iter().map(|(point, x, y)| plane::disc_rect((plane.at(*x, *y), plane::radius(point.size, most, RADIUS))));
    taken.extend(discs);
    for (order, (point, x, y)) in shown.iter().enumerate() {
        let centre = plane.at(*x, *y);
        let radius = plane::radius(point.size, most, RADIUS);
        let seal: Option<Seal> =
            point.largest.and_then(|it| scene.output().trades.get(it)).map(|it| scene.trade_seal(it));
        let fill = seal.and_then(|it| it.fill).unwrap_or(colours.text3);
        let is_selected = Some(&point.park) == scene.selected;
        let edge = if is_selected { Edge::new(3.0, colours.accent) } else { Edge::new(1.0, colours.card) };
        picture.disc(centre, radius, fill.gamma_multiply(0.85), Some(edge));
        let name = scene.brief_name(&point.park);
        let style = if is_selected { Type::SmallBold } else { Type::Small };
        let width = letters::width(&name, style.into()) + 2.0;
        if order < NAMED || is_selected {
            let place = plane::label_place(&mut taken, plane.rect.expand(12.0), (centre, radius), width);
            if let Some(place) = place {
                picture.words(place, Align::Min, &name, style, colours.text1);
            }
        }
        let year = point.intensity.and_then(|it| it.1).map(|year| format!("（{year}）")).unwrap_or_default();
        let told = format!(
            "{} · {} {} · {} {}{year} · {}",
            scene.park_name(&point.park),
            scene.say(say::SPECIALISATION_AXIS),
            percent(*x),
            scene.say(say::OUTPUT_PER_MU),
            grouped(*y, 0),
            scene.amount_of_output(point.size),
        );
        picture.mark(plane::disc_rect((centre, radius)), Subject::park(&point.park), told);
    }
    Ok(picture)
}

/// The names of the four quadrants, upper left, upper right, lower left, lower right; tells where they stand.
pub(super) fn corners(
    picture: &mut Picture,
    scene: &Scene<'_>,
    plane: &Plane,
    names: [crate::i18n::phrase::Phrase; 4],
) -> Vec<Rect> {
    let inner = plane.rect.shrink(6.0);
    let places = [
        (inner.left_top() + emath::vec2(0.0, 8.0), Align::Min),
        (inner.right_top() + emath::vec2(0.0, 8.0), Align::Max),
        (inner.left_bottom() - emath::vec2(0.0, 8.0), Align::Min),
        (inner.right_bottom() - emath::vec2(0.0, 8.0), Align::Max),
    ];
    let named = places.into_iter().zip(names);
    named.map(|((at, align), name)| plane::corner(picture, scene, at, align, scene.say(name))).collect()
}

/// The figures: a row a park.
pub fn table(scene: &Scene<'_>) -> Table {
    let heads = [say::PARK, say::SPECIALISATION_PERCENT, say::OUTPUT_PER_MU, say::YEAR, say::OUTPUT_YI];
    let mut table = Table::new(heads.map(|it| scene.say(it)));
    for point in points(scene) {
        let undefined = |why| Cell::Undefined(scene.say(undefined::sentence(why)).to_owned());
        let not_stated = || Cell::Undefined(scene.say(say::NOT_STATED).to_owned());
        table.rows.push(vec![
            Cell::Words(scene.park_name(&point.park)),
            point.specialisation.map_or_else(undefined, |it| Cell::Figure(it * 100.0, 1)),
            point.intensity.map_or_else(not_stated, |(value, _)| Cell::Figure(value, 1)),
            point.intensity.and_then(|it| it.1).map_or(Cell::Empty, |year| Cell::Words(year.to_string())),
            Cell::Figure(point.size / say::steps_in_unit(Metric::Output), 2),
        ]);
    }
    table
}

/// What is drawn.
pub fn subtitle(scene: &Scene<'_>) -> String {
    format!("{} · {} · {}", scene.time_told(), scene.say(say::INTENSITY_ABOUT), scene.parks_told())
}

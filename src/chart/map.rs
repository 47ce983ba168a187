//! Where are the parks, what do they make, and who sends projects to whom? Districts, a ring of composition for each park, and an
//! arc for every transfer.
//!
//! A ring is as large as the size of the park in the metric; the thin arc around it is the part of its net land that the plan takes.
//! An arc leads from the unit that reported projects first to the park that hosts them, as thick as they are many. Parks
//! that lie too near to each other are drawn once more in an inset. Degrees are laid out evenly (plate carrée) at the
//! middle latitude: a sketch, no survey.

mod districts;

use std::collections::BTreeMap;

use ecolor::Color32;
use emath::{Align, Pos2, Rect, Vec2, pos2, vec2};

use super::{
    letters,
    picture::{Edge, Picture, Shape, Subject},
    plane,
    scene::{self, Nothing, Scene, Time, length, short, whole},
    table::{Cell, Table},
};
use crate::{
    analysis::composition::Metric,
    i18n::{chart as say, figure},
    look::Type,
    model::{
        id::{ParkId, UnitId},
        park::Place,
        quantity::Mu,
    },
};

/// Radius of a ring on a large picture, smallest and largest, in points, and its width as a share of it.
const RADIUS: [f32; 2] = [9.0, 26.0];
const RING: f32 = 0.46;
/// Shorter side of a picture from which it counts as large, in points, and how small the rings of a smaller one get.
const LARGE: f32 = 480.0;
const SMALLEST: f32 = 0.5;
/// Space around the outlines, in points.
const MARGIN: f32 = 14.0;
const FOOT: f32 = 22.0;
/// Fewest parks that are drawn in an inset.
const CROWD: usize = 3;
/// Room that is left between two rings which do not crowd each other, in points, from the widest to the closest crowds that
/// are tried.
const APART: [f32; 4] = [6.0, 0.0, -5.0, -10.0];
/// Share of the picture that an inset takes, and space around it, in points.
const INSET: f32 = 0.46;
const GAP: f32 = 6.0;
/// How many times as wide as it is high a picture is that has its inset at the right.
const WIDE: f32 = 1.1;
/// Parks that have a ring and a name; the others are dots.
const RINGS: usize = 60;
/// Arcs that are drawn, those of most projects; the others stand in the table.
const ARCS: usize = 60;
/// Zoom from which everything is far enough apart: no inset then.
const NEAR: f64 = 2.0;

/// Which part of the map is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// The middle, in degrees east and north; none for the middle of everything.
    pub middle: Option<[f64; 2]>,
    /// How many times larger than the whole.
    pub zoom: f64,
}

impl Default for View {
    fn default() -> Self {
        Self { middle: None, zoom: 1.0 }
    }
}

/// Where degrees lie on the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    middle: [f64; 2],
    /// Points for a degree of latitude.
    scale: f64,
    /// A degree of longitude in degrees of latitude.
    squeeze: f64,
    rect: Rect,
}

impl Projection {
    /// Fits `bounds` (west, south, east, north) into `rect`, then looks at `view` of it.
    fn fitting(bounds: [f64; 4], rect: Rect, view: View) -> Self {
        let [west, south, east, north] = bounds;
        let squeeze = f64::midpoint(south, north).to_radians().cos().max(0.05);
        let across = ((east - west) * squeeze).max(1e-3);
        let up = (north - south).max(1e-3);
        let room = rect.shrink(MARGIN);
        let scale = (f64::from(room.width()) / across).min(f64::from(room.height()) / up) * view.zoom;
        let middle = view.middle.unwrap_or([f64::midpoint(west, east), f64::midpoint(south, north)]);
        Self { middle, scale, squeeze, rect }
    }

    /// The middle of the room of the map on the picture.
    pub fn centre(&self) -> Pos2 {
        self.rect.center()
    }

    /// Where a place lies.
    pub fn at(&self, [east, north]: [f64; 2]) -> Pos2 {
        let [middle_east, middle_north] = self.middle;
        self.rect.center()
            + vec2(short((east - middle_east) * self.squeeze * self.scale), short((middle_north - north) * self.scale))
    }

    /// The middle that is seen after the picture is moved by `by` points.
    pub fn moved(&self, by: Vec2) -> [f64; 2] {
        let [east, north] = self.middle;
        [east - f64::from(by.x) / (self.scale * self.squeeze), north + f64::from(by.y) / self.scale]
    }

    /// The middle that keeps `place` where it is when everything becomes `by` times larger.
    pub fn zoomed(&self, place: Pos2, by: f64) -> [f64; 2] {
        let away = place - self.rect.center();
        self.moved(-away * (1.0 - 1.0 / short(by)))
    }
}

fn degrees(place: Place) -> [f64; 2] {
    [place.lon.to_f64(), place.lat.to_f64()]
}

/// A park on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The park.
    pub park: ParkId,
    /// Its middle on the picture.
    pub centre: Pos2,
    /// Its radius on the picture.
    pub radius: f32,
    /// Whether it stands in the inset.
    pub is_inset: bool,
    /// Its number among the parks.
    number: usize,
}

/// What lies where.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Where degrees lie.
    pub projection: Projection,
    /// The parks, the largest first; of a crowd the ones in the inset.
    pub spots: Vec<Spot>,
    inset: Option<Inset>,
    /// Parks without a place.
    pub placeless: usize,
}

/// West, south, east and north of some places; `None` of none.
fn bounds(places: impl Iterator<Item = [f64; 2]>) -> Option<[f64; 4]> {
    places.fold(None, |bounds: Option<[f64; 4]>, [east, north]| {
        let [w, s, e, n] = bounds.unwrap_or([east, north, east, north]);
        Some([w.min(east), s.min(north), e.max(east), n.max(north)])
    })
}

/// What the rings are as large as: the size of a park, or of a difference what the plan adds to it.
fn sizes(scene: &Scene<'_>) -> Vec<f64> {
    let shown = scene.shown().totals();
    if scene.question.time == Time::Difference {
        let before = scene.figures.now.totals();
        return shown.iter().zip(before).map(|(after, before)| (after - before).max(0.0)).collect();
    }
    shown
}

/// The amount of the park of this number; `None` where no record states any: that is not the same as nothing.
fn stated(scene: &Scene<'_>, sizes: &[f64], at: usize) -> Option<f64> {
    let size = sizes.get(at).copied()?;
    let is_counted = scene.question.metric == Metric::Count || scene.question.time == Time::Difference;
    (is_counted || size > 0.0).then_some(size)
}

impl Layout {
    /// Lays the map out in `rect`; `None` where no park has a place.
    fn of(scene: &Scene<'_>, rect: Rect, view: View) -> Option<Self> {
        let structure = scene.shown();
        let parks = structure.parks.iter().enumerate();
        let placed: Vec<(usize, &ParkId, [f64; 2])> =
            parks.filter_map(|(at, id)| Some((at, id, degrees(scene.park(id)?.place?)))).collect();
        let outlines = scene.outlines().flatten().flatten();
        let units = scene.world().units.iter().filter_map(|it| it.place).map(degrees);
        let all = bounds(outlines.chain(placed.iter().map(|it| it.2)).chain(units))?;
        if placed.is_empty() {
            return None;
        }
        let sizes = sizes(scene);
        let largest = sizes.iter().copied().fold(0.0, f64::max);
        let size = |at: usize| sizes.get(at).copied().unwrap_or(0.0);
        let mut order = placed.clone();
        order.sort_by(|a, b| size(b.0).total_cmp(&size(a.0)).then(a.0.cmp(&b.0)));
        let scale = (rect.size().min_elem() / LARGE).clamp(SMALLEST, 1.0);
        let range = RADIUS.map(|radius| radius * scale);
        let spots = |projection: &Projection| -> Vec<Spot> {
            let spot = |(place, (number, id, degrees)): (usize, &(usize, &ParkId, [f64; 2]))| Spot {
                park: (*id).clone(),
                centre: projection.at(*degrees),
                radius: if place < RINGS { plane::radius(size(*number), largest, range) } else { 3.0 },
                is_inset: false,
                number: *number,
            };
            order.iter().enumerate().map(spot).collect()
        };
        // Where the whole map has a crowd, it leaves room for the inset at every zoom, so that zooming moves nothing aside.
        let [beside, frame] = parts(rect);
        let [widest, ..] = APART;
        let has_crowd =
            |room: Rect| !crowd(&spots(&Projection::fitting(all, room, View::default())), widest).is_empty();
        let room = if has_crowd(rect) && has_crowd(beside) { beside } else { rect };
        let projection = Projection::fitting(all, room, view);
        let mut spots = spots(&projection);
        let mut inset = None;
        if room == beside && view.zoom < NEAR {
            // Of the crowds, from the widest to the closest, the one that leaves the fewest rings upon each other.
            let with = |apart: f32| {
                let of = |parks: &[usize]| {
                    let places = parks.iter().filter_map(|at| order.get(*at)).map(|it| it.2);
                    Inset::of(places, frame, &projection, scale)
                };
                // Whoever stands on the part that the inset shows belongs into it.
                let shown = of(&crowd(&spots, apart))?.shown;
                let numbers = 0..spots.len();
                let is_there = |at: &usize| spots.get(*at).is_some_and(|it| shown.contains(it.centre));
                let crowd: Vec<usize> = numbers.filter(is_there).collect();
                let inset = of(&crowd)?;
                let mut after = spots.clone();
                for at in crowd {
                    if let (Some(spot), Some((_, _, degrees))) = (after.get_mut(at), order.get(at)) {
                        spot.is_inset = true;
                        spot.centre = inset.inner.at(*degrees);
                    }
                }
                Some((inset, after))
            };
            let best = APART.into_iter().filter_map(with).min_by_key(|(_, after)| near_pairs(after, 0.0).count());
            if let Some((chosen, after)) = best {
                (inset, spots) = (Some(chosen), after);
            }
        }
        let placeless = structure.parks.len() - placed.len();
        Some(Self { projection, spots, inset, placeless })
    }

    /// The park at a place of the picture.
    pub fn spot_at(&self, place: Pos2) -> Option<&Spot> {
        self.spots.iter().rev().find(|spot| spot.centre.distance(place) <= spot.radius + 4.0)
    }
}

/// Parks with a ring that leave less than `apart` points between them, both on the map or both in the inset, by number.
fn near_pairs(spots: &[Spot], apart: f32) -> impl Iterator<Item = (usize, usize)> + '_ {
    let count = spots.len().min(RINGS);
    let rest = move |a: usize| spots.iter().enumerate().take(count).skip(a + 1);
    let pairs = spots
        .iter()
        .enumerate()
        .take(count)
        .flat_map(move |(a, one)| rest(a).map(move |(b, other)| (a, one, b, other)));
    pairs
        .filter(move |(_, one, _, other)| {
            one.is_inset == other.is_inset && one.centre.distance(other.centre) < one.radius + other.radius + apart
        })
        .map(|(a, _, b, _)| (a, b))
}

/// The largest group of parks of which each stands nearer than `apart` points to another.
fn crowd(spots: &[Spot], apart: f32) -> Vec<usize> {
    let count = spots.len().min(RINGS);
    let mut group: Vec<usize> = (0..count).collect();
    for (a, b) in near_pairs(spots, apart) {
        let (from, to) = (group.get(b).copied().unwrap_or(b), group.get(a).copied().unwrap_or(a));
        group.iter_mut().filter(|it| **it == from).for_each(|it| *it = to);
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, group) in group.iter().enumerate() {
        members.entry(*group).or_default().push(at);
    }
    members.into_values().filter(|it| it.len() >= CROWD).max_by_key(Vec::len).unwrap_or_default()
}

/// An inset: its frame, the part of the map that it shows, and where degrees lie in it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Inset {
    frame: Rect,
    shown: Rect,
    inner: Projection,
}

impl Inset {
    /// The inset in `frame` for some places of the map.
    fn of(places: impl Iterator<Item = [f64; 2]>, frame: Rect, projection: &Projection, scale: f32) -> Option<Self> {
        let around = bounds(places)?;
        // The largest rings stand at the edge with room for their names.
        let inner = Projection::fitting(around, frame.shrink2(vec2(64.0, 36.0) * scale), View::default());
        let [west, south, east, north] = around;
        let shown = Rect::from_two_pos(projection.at([west, south]), projection.at([east, north])).expand(12.0);
        Some(Self { frame, shown, inner })
    }
}

/// Room of the map and room of an inset beside it: right of it where the picture is wide, below it where it is not.
fn parts(rect: Rect) -> [Rect; 2] {
    if rect.width() > rect.height() * WIDE {
        let (map, inset) = rect.split_left_right_at_fraction(1.0 - INSET);
        [map.with_max_x(map.right() - GAP), inset.shrink(GAP)]
    } else {
        let (map, inset) = rect.split_top_bottom_at_fraction(1.0 - INSET);
        [map.with_max_y(map.bottom() - GAP), inset.shrink(GAP)]
    }
}

/// Projects that the plan moves from one unit to a park that it does not profit from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// The unit that reported them first.
    pub from: UnitId,
    /// The park that hosts them.
    pub to: ParkId,
    /// How many.
    pub projects: usize,
}

/// The transfers of the plan, by unit and park.
pub fn transfers(scene: &Scene<'_>) -> Vec<Transfer> {
    let mut counts: BTreeMap<(UnitId, ParkId), usize> = BTreeMap::new();
    for (id, facts) in scene.judgement.facts().parks() {
        let Some(park) = scene.park(id) else { continue };
        let reporters = facts.placed.values().filter_map(|it| it.project.first_reporter.as_ref());
        for unit in reporters.filter(|unit| !park.is_hosted_by(unit)) {
            *counts.entry((unit.clone(), id.clone())).or_default() += 1;
        }
    }
    counts.into_iter().map(|((from, to), projects)| Transfer { from, to, projects }).collect()
}

/// Where everything lies on the picture of this size; `None` where no park has a place.
pub fn layout(scene: &Scene<'_>, size: Vec2) -> Option<Layout> {
    let [body, _] = scene::split_bottom(Rect::from_min_size(Pos2::ZERO, size), FOOT);
    Layout::of(scene, body, scene.view)
}

/// The picture, in this size.
pub fn picture(scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    let mut picture = Picture::new(size);
    let [body, foot] = scene::split_bottom(picture.rect(), FOOT);
    let Some(layout) = Layout::of(scene, body, scene.view) else {
        return Err(Nothing { why: say::NO_PLACES, cure: say::ADD_PLACES });
    };
    districts::outlines_in(&mut picture, scene, &layout.projection, body);
    let mut taken: Vec<Rect> = layout.spots.iter().map(|it| plane::disc_rect((it.centre, it.radius + 4.0))).collect();
    // What a name crosses only where it has no other place.
    let mut lines: Vec<Rect> = Vec::new();
    if let Some(Inset { frame, shown, inner }) = &layout.inset {
        let edge = Edge::new(1.5, scene.colours.text2);
        let is_beside = frame.left() > shown.right();
        let near = if is_beside { shown.right_center() } else { shown.center_bottom() };
        let far = if is_beside { frame.left_center() } else { frame.center_top() };
        picture.framed(*shown, 4.0, Color32::TRANSPARENT, edge);
        picture.dashed([near, far], Edge::new(1.0, scene.colours.text2), [3.0, 3.0]);
        lines.extend((0..=24_u8).map(|step| around(near + (far - near) * (f32::from(step) / 24.0))));
        picture.framed(*frame, 0.0, scene.colours.card, edge);
        districts::outlines_in(&mut picture, scene, inner, *frame);
        picture.framed(*frame, 0.0, Color32::TRANSPARENT, edge);
    }
    arcs_in(&mut picture, scene, &layout, &mut lines);
    spots_in(&mut picture, scene, &layout, body, (&mut taken, &lines));
    taken.extend(lines);
    if let Some(inset) = &layout.inset {
        districts::names_in(&mut picture, scene, &inset.inner, inset.frame.shrink(2.0), &mut taken);
        taken.extend([inset.frame, inset.shown]);
    }
    districts::names_in(&mut picture, scene, &layout.projection, body, &mut taken);
    foot_in(&mut picture, scene, foot, &layout);
    Ok(picture)
}

/// What a line covers around one of its points.
fn around(point: Pos2) -> Rect {
    Rect::from_center_size(point, Vec2::splat(5.0))
}

/// An arc for every transfer, from the unit to the park; what they cover is added to `lines`.
fn arcs_in(picture: &mut Picture, scene: &Scene<'_>, layout: &Layout, lines: &mut Vec<Rect>) {
    let world = scene.world();
    let mut all = transfers(scene);
    // Stable: ties stay in the order of units and parks.
    all.sort_by_key(|it| std::cmp::Reverse(it.projects));
    for transfer in all.into_iter().take(ARCS) {
        let unit = world.units.get(&transfer.from);
        let spot = layout.spots.iter().find(|it| it.park == transfer.to);
        let (Some(place), Some(spot)) = (unit.and_then(|it| it.place), spot) else { continue };
        // Within the inset an arc begins there, where the unit lies in it as well.
        let from = match &layout.inset {
            Some(Inset { frame, inner, .. }) if spot.is_inset && frame.contains(inner.at(degrees(place))) => {
                inner.at(degrees(place))
            }
            _ => layout.projection.at(degrees(place)),
        };
        let way = spot.centre - from;
        if way.length() < spot.radius + 6.0 {
            continue;
        }
        let to = spot.centre - way.normalized() * (spot.radius + 3.0);
        let bend = vec2(way.y, -way.x) * 0.18;
        let middle = from + (to - from) / 2.0 + bend;
        let points: Vec<Pos2> = (0..=16_u8)
            .map(|step| {
                let t = f32::from(step) / 16.0;
                let (a, b) = (from + (middle - from) * t, middle + (to - middle) * t);
                a + (b - a) * t
            })
            .collect();
        lines.extend(points.iter().copied().map(around));
        let ink = scene.colours.accent;
        let width = (1.2 + 0.8 * length(transfer.projects)).min(6.0);
        let head = to - middle;
        picture.disc(from, 3.0, ink, None);
        let told = format!(
            "{} → {} · {}",
            unit.map(|it| scene.tell(&it.name).to_owned()).unwrap_or_default(),
            scene.park_name(&transfer.to),
            say::projects(transfer.projects).of(scene.lang),
        );
        picture.mark(Rect::from_points(&points).shrink(2.0), Subject::park(&transfer.to), told);
        picture.line(points, Edge::new(width, ink.gamma_multiply(0.8)));
        let along = head.normalized();
        let aside = vec2(along.y, -along.x);
        let tip = [to, to - along * 9.0 + aside * 4.5, to - along * 9.0 - aside * 4.5];
        picture.shapes.push(Shape::Outline { points: tip.into(), triangles: vec![0, 1, 2], fill: ink, edge: None });
    }
}

fn spots_in(
    picture: &mut Picture,
    scene: &Scene<'_>,
    layout: &Layout,
    body: Rect,
    (taken, lines): (&mut Vec<Rect>, &[Rect]),
) {
    let colours = scene.colours;
    let sizes = sizes(scene);
    for spot in &layout.spots {
        if !body.expand(spot.radius).contains(spot.centre) {
            continue;
        }
        let is_selected = Some(&spot.park) == scene.selected;
        if spot.radius <= 3.0 {
            picture.disc(spot.centre, spot.radius, colours.text3, None);
        } else {
            ring_in(picture, scene, spot, is_selected);
            let name = scene.brief_name(&spot.park);
            let style = if is_selected { Type::SmallBold } else { Type::Small };
            let ink = if is_selected { colours.accent } else { colours.text1 };
            let width = letters::width(&name, style.into()) + 2.0;
            let within = layout.inset.filter(|_| spot.is_inset).map_or(body, |inset| inset.frame.shrink(2.0));
            let disc = (spot.centre, spot.radius + 3.0);
            let mut with_lines: Vec<Rect> = taken.iter().chain(lines).copied().collect();
            let clear = plane::label_place(&mut with_lines, within, disc, width);
            taken.extend(clear);
            if let Some(place) = clear.or_else(|| plane::label_place(taken, within, disc, width)) {
                picture.words(place, Align::Min, &name, style, ink);
            }
        }
        let facts = scene.judgement.facts().park(&spot.park);
        let land = facts.map_or(Mu::ZERO, crate::rules::facts::ParkFacts::land_demand);
        let spare = scene.park(&spot.park).and_then(|it| it.capacities.net_land);
        let told = format!(
            "{} · {} · {} {} / {} {}",
            scene.park_name(&spot.park),
            stated(scene, &sizes, spot.number).map_or_else(
                || scene.say(say::NOT_STATED).to_owned(),
                |size| scene.amount_in_unit(size, Some(&spot.park)),
            ),
            scene.say(say::LAND),
            figure::mu_figure(land),
            spare.map_or_else(|| "?".to_owned(), figure::mu_figure),
            scene.say(say::MU),
        );
        picture.mark(plane::disc_rect((spot.centre, spot.radius + 4.0)), Subject::park(&spot.park), told);
    }
}

/// The ring of a park: its trades, and around it the part of its net land that is taken.
fn ring_in(picture: &mut Picture, scene: &Scene<'_>, spot: &Spot, is_selected: bool) {
    let colours = scene.colours;
    let structure = scene.shown();
    picture.disc(spot.centre, spot.radius, colours.card, None);
    let total = structure.total(spot.number);
    let width = spot.radius * RING;
    let mut trades: Vec<(usize, f64)> =
        structure.of_park(spot.number).iter().copied().enumerate().filter(|(_, size)| *size > 0.0).collect();
    trades.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut from = 0.0;
    for (trade, size) in trades {
        let to = from + short(size / total);
        let fill = structure.trades.get(trade).and_then(|it| scene.trade_seal(it).fill).unwrap_or(colours.line_strong);
        picture.ring(spot.centre, spot.radius - width / 2.0, width, [from, to], fill);
        from = to;
    }
    if total <= 0.0 {
        picture.ring(spot.centre, spot.radius - width / 2.0, width, [0.0, 1.0], colours.line_strong);
    }
    let facts = scene.judgement.facts().park(&spot.park);
    let spare = scene.park(&spot.park).and_then(|it| it.capacities.net_land).filter(|it| it.steps() > 0);
    if let Some((facts, spare)) = facts.zip(spare) {
        let share = short(facts.land_demand().to_f64() / spare.to_f64());
        let ink = if share > 1.0 { colours.broken.ink } else { colours.text2 };
        picture.ring(spot.centre, spot.radius + 2.5, 2.0, [0.0, share.clamp(0.0, 1.0)], ink);
    }
    if is_selected {
        picture.disc(spot.centre, spot.radius + 6.0, Color32::TRANSPARENT, Some(Edge::new(2.0, colours.accent)));
    }
}

fn foot_in(picture: &mut Picture, scene: &Scene<'_>, foot: Rect, layout: &Layout) {
    let metric = scene.say(say::metric_name(scene.question.metric));
    let hidden = transfers(scene).len().saturating_sub(ARCS);
    let words = say::map_legend(metric, layout.placeless, hidden);
    let right = scene.say(say::MAP_IS_A_SKETCH);
    let width = letters::width(right, Type::Small.into()) + 2.0;
    let left = Rect::from_min_max(foot.min + vec2(2.0, 0.0), pos2(foot.right() - width - 8.0, foot.bottom()));
    picture.words(left, Align::Min, words.of(scene.lang), Type::Small, scene.colours.text2);
    let end = Rect::from_min_max(pos2(foot.right() - width - 2.0, foot.top()), foot.max);
    picture.whole(end, Align::Max, right, Type::Small, scene.colours.text2);
}

/// The figures: a row a park, then a row a transfer.
pub fn table(scene: &Scene<'_>) -> Table {
    let metric = scene.say(say::metric_name(scene.question.metric));
    let amount = format!("{metric}，{}", scene.unit());
    let heads = [say::PARK, say::EAST, say::NORTH].map(|it| scene.say(it).to_owned());
    let ends = [say::LAND_USED, say::LAND_TO_SPARE, say::FROM_UNITS].map(|it| scene.say(it).to_owned());
    let mut table = Table::new(heads.into_iter().chain([amount]).chain(ends));
    let sizes = sizes(scene);
    let transfers = transfers(scene);
    for (at, id) in scene.shown().parks.iter().enumerate() {
        let place = scene.park(id).and_then(|it| it.place).map(degrees);
        let not_stated = || Cell::Undefined(scene.say(say::NOT_STATED).to_owned());
        let facts = scene.judgement.facts().park(id);
        let spare = scene.park(id).and_then(|it| it.capacities.net_land);
        let from: Vec<String> = transfers
            .iter()
            .filter(|it| it.to == *id)
            .map(|it| {
                let unit = scene.world().units.get(&it.from).map(|unit| scene.tell(&unit.name).to_owned());
                format!("{} {}", unit.unwrap_or_default(), it.projects)
            })
            .collect();
        table.rows.push(vec![
            Cell::Words(scene.park_name(id)),
            place.map_or_else(not_stated, |[east, _]| Cell::Figure(east, 3)),
            place.map_or_else(not_stated, |[_, north]| Cell::Figure(north, 3)),
            stated(scene, &sizes, at).map_or_else(not_stated, |size| Cell::Figure(scene.figure(size), 2)),
            Cell::Figure(facts.map_or(0.0, |it| it.land_demand().to_f64()), 1),
            spare.map_or_else(not_stated, |it| Cell::Figure(it.to_f64(), 1)),
            Cell::Words(from.join(if scene.is_chinese() { "、" } else { ", " })),
        ]);
    }
    table
}

/// What is drawn.
pub fn subtitle(scene: &Scene<'_>) -> String {
    let metric = scene.say(say::metric_name(scene.question.metric));
    let sum: f64 = sizes(scene).iter().sum();
    let moved: usize = transfers(scene).iter().map(|it| it.projects).sum();
    let all = say::map_about(metric, &say::amount(scene.question.metric, whole(sum)), scene.unit(), moved);
    format!("{} · {} · {}", scene.time_told(), all.of(scene.lang), scene.parks_told())
}

//! Two axes with even ticks: what the scatter charts have in common.

use emath::{Align, Pos2, Rect, pos2};

use super::{
    letters,
    picture::{Edge, Picture},
    scene::{self, Scene, short},
    table::grouped,
};
use crate::look::Type;

/// Room for the figures and the name of an axis, in points.
const LEFT: f32 = 52.0;
const BELOW: f32 = 38.0;
const ABOVE: f32 = 20.0;

/// A plane between two corners.
pub struct Plane {
    /// Where points are drawn.
    pub rect: Rect,
    starts: [f64; 2],
    ends: [f64; 2],
}

/// A step of 1, 2 or 5 times a power of ten, so that about `count` of them reach `end`.
fn step(end: f64, count: f64) -> f64 {
    let rough = (end / count).max(f64::MIN_POSITIVE);
    let power = 10.0_f64.powf(rough.log10().floor());
    let factor = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|it| it * power >= rough - 1e-12).unwrap_or(10.0);
    factor * power
}

impl Plane {
    /// Draws axes in `place` from 0 up to these ends, with their names (the unit in them).
    pub fn draw(picture: &mut Picture, scene: &Scene<'_>, place: Rect, ends: [f64; 2], names: [&str; 2]) -> Self {
        Self::between(picture, scene, place, [0.0, 0.0], ends, names)
    }

    /// Draws axes in `place` from these starts up to these ends.
    pub fn between(
        picture: &mut Picture,
        scene: &Scene<'_>,
        place: Rect,
        starts: [f64; 2],
        ends: [f64; 2],
        names: [&str; 2],
    ) -> Self {
        let colours = scene.colours;
        let rect = Rect::from_min_max(
            pos2(place.left() + LEFT, place.top() + ABOVE),
            pos2(place.right() - 12.0, place.bottom() - BELOW),
        );
        let ([start_x, start_y], [end_x, end_y]) = (starts, ends);
        let end_x = if end_x > start_x { end_x } else { start_x + 1.0 };
        let end_y = if end_y > start_y { end_y } else { start_y + 1.0 };
        let plane = Self { rect, starts, ends: [end_x, end_y] };
        let edge = Edge::new(1.0, colours.line);
        for tick in ticks(start_x, end_x) {
            let x = plane.at(tick, start_y).x;
            picture.line([pos2(x, rect.top()), pos2(x, rect.bottom())], edge);
            let words = Rect::from_min_max(pos2(x - 40.0, rect.bottom() + 2.0), pos2(x + 40.0, rect.bottom() + 18.0));
            picture.words(words, Align::Center, &told(tick), Type::Small, colours.text2);
        }
        for tick in ticks(start_y, end_y) {
            let y = plane.at(start_x, tick).y;
            picture.line([pos2(rect.left(), y), pos2(rect.right(), y)], edge);
            let words = Rect::from_min_max(pos2(place.left(), y - 8.0), pos2(rect.left() - 6.0, y + 8.0));
            picture.words(words, Align::Max, &told(tick), Type::Small, colours.text2);
        }
        let [name_x, name_y] = names;
        let below = Rect::from_min_max(pos2(rect.left(), rect.bottom() + 19.0), pos2(rect.right(), place.bottom()));
        picture.words(below, Align::Max, name_x, Type::Small, colours.text2);
        let above = Rect::from_min_max(place.min, pos2(rect.right(), rect.top() - 2.0));
        picture.words(above, Align::Min, name_y, Type::Small, colours.text2);
        plane
    }

    /// Where a point lies; beyond an end at the end.
    pub fn at(&self, x: f64, y: f64) -> Pos2 {
        let ([start_x, start_y], [end_x, end_y]) = (self.starts, self.ends);
        let share = |value: f64, start: f64, end: f64| short(((value - start) / (end - start)).clamp(0.0, 1.0));
        pos2(
            self.rect.left() + self.rect.width() * share(x, start_x, end_x),
            self.rect.bottom() - self.rect.height() * share(y, start_y, end_y),
        )
    }

    /// Whether a point lies beyond an end and is drawn at it.
    pub fn is_beyond(&self, x: f64, y: f64) -> bool {
        let [end_x, end_y] = self.ends;
        x > end_x || y > end_y
    }
}

/// The ticks from `start` up to `end`.
fn ticks(start: f64, end: f64) -> impl Iterator<Item = f64> {
    let step = step(end - start, 6.0);
    let first = (start / step - 1e-6).ceil();
    (0_u32..40).map(move |at| (first + f64::from(at)) * step).take_while(move |tick| *tick <= end + step * 1e-6)
}

/// A start of an axis that leaves out what is empty: 0, unless all values lie in the upper half.
pub fn start_of(values: impl Iterator<Item = f64> + Clone, end: f64) -> f64 {
    let least = values.filter(|it| it.is_finite()).fold(end, f64::min);
    if least < end / 2.0 {
        return 0.0;
    }
    let step = step(end - least, 4.0);
    ((least / step).floor() - 1.0).max(0.0) * step
}

fn told(tick: f64) -> String {
    // As many decimals as the tick has, two at most.
    let is_whole = |figure: f64| (figure - figure.round()).abs() < 1e-6;
    grouped(tick, usize::from(!is_whole(tick)) + usize::from(!is_whole(tick * 10.0)))
}

/// An end of an axis that shows nearly all of some values: the largest one, unless few are far beyond the others.
pub fn end_of(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.filter(|it| it.is_finite()).collect();
    values.sort_by(f64::total_cmp);
    let largest = values.last().copied().unwrap_or(1.0);
    let nearly = values.len().checked_mul(97).map_or(0, |it| it / 100);
    let usual = values.get(nearly.min(values.len().saturating_sub(1))).copied().unwrap_or(largest);
    // Few values far beyond the others are drawn at the edge.
    if largest > usual * 2.5 { usual * 1.25 } else { largest * 1.06 }
}

/// Draws words at a corner of a plane, and tells where they stand.
pub fn corner(picture: &mut Picture, scene: &Scene<'_>, at: Pos2, align: Align, words: &str) -> Rect {
    let width = letters::width(words, Type::SmallBold.into()) + 2.0;
    let left = if align == Align::Max { at.x - width } else { at.x };
    let place = Rect::from_min_max(pos2(left, at.y - 9.0), pos2(left + width, at.y + 9.0));
    picture.words(place, align, words, Type::SmallBold, scene.colours.text3);
    place
}

/// The middle one of some values; `None` of none.
pub fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.filter(|it| it.is_finite()).collect();
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    let upper = values.get(half).copied()?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    values.get(half.checked_sub(1)?).map(|lower| f64::midpoint(*lower, upper))
}

/// A place for a label beside a disc that meets none of those taken; `None` where there is none.
pub fn label_place(taken: &mut Vec<Rect>, within: Rect, disc: (Pos2, f32), width: f32) -> Option<Rect> {
    let (centre, radius) = disc;
    let size = emath::vec2(width, 16.0);
    let beside = [
        pos2(centre.x + radius + 4.0, centre.y - 8.0),
        pos2(centre.x - radius - 4.0 - width, centre.y - 8.0),
        pos2(centre.x - width / 2.0, centre.y - radius - 19.0),
        pos2(centre.x - width / 2.0, centre.y + radius + 3.0),
        pos2(centre.x + radius, centre.y - radius - 14.0),
        pos2(centre.x + radius, centre.y + radius - 2.0),
        pos2(centre.x - radius - width, centre.y - radius - 14.0),
        pos2(centre.x - radius - width, centre.y + radius - 2.0),
    ];
    let free = |place: &Rect| within.contains_rect(*place) && taken.iter().all(|other| !other.intersects(*place));
    let place = beside.into_iter().map(|min| Rect::from_min_size(min, size)).find(free)?;
    taken.push(place);
    Some(place)
}

/// The nearest place to `wished` at which a square of this half side meets none of those taken; where there is none near,
/// the one that was wished.
pub fn free_place(taken: &mut Vec<Rect>, within: Rect, wished: Pos2, half: f32) -> Pos2 {
    let square = |at: Pos2| Rect::from_center_size(at, emath::Vec2::splat(half * 2.0));
    let ring = |step: u8| {
        let angle = f32::from(step % 12) / 12.0 * std::f32::consts::TAU;
        wished + emath::Vec2::angled(angle) * (f32::from(step / 12) + 1.0) * half
    };
    let is_free = |at: &Pos2| {
        let own = square(*at).shrink(0.5);
        within.expand(half).contains_rect(own) && taken.iter().all(|other| !other.intersects(own))
    };
    let place = [wished].into_iter().chain((0..60).map(ring)).find(is_free).unwrap_or(wished);
    taken.push(square(place));
    place
}

/// `rect` as a part of the picture that labels must not cover.
pub fn disc_rect((centre, radius): (Pos2, f32)) -> Rect {
    Rect::from_center_size(centre, emath::Vec2::splat(radius * 2.0))
}

/// A size as a radius, so that areas compare, between two bounds.
pub fn radius(size: f64, largest: f64, [least, most]: [f32; 2]) -> f32 {
    (short((size / largest.max(f64::MIN_POSITIVE)).max(0.0).sqrt()) * most).max(least)
}

/// Counts of points by cell where there are too many to be told apart: cells of this side, in points.
pub const CELL: f32 = 14.0;
/// More points than these are counted by cell.
pub const MOST_POINTS: usize = 400;

/// Paints how many points lie in each cell of a plane.
pub fn density(
    picture: &mut Picture,
    scene: &Scene<'_>,
    plane: &Plane,
    points: impl Iterator<Item = (f64, f64)>,
    told: impl Fn(usize) -> String,
) {
    let columns = scene::room_for(plane.rect.width(), CELL);
    let rows = scene::room_for(plane.rect.height(), CELL);
    let side = emath::vec2(plane.rect.width() / scene::length(columns), plane.rect.height() / scene::length(rows));
    let mut counts = vec![0_usize; columns * rows];
    for (x, y) in points {
        let at = plane.at(x, y) - plane.rect.min;
        let column = scene::room_for(at.x.max(0.0) + side.x, side.x).saturating_sub(1).min(columns - 1);
        let row = scene::room_for(at.y.max(0.0) + side.y, side.y).saturating_sub(1).min(rows - 1);
        if let Some(count) = counts.get_mut(row * columns + column) {
            *count += 1;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    for (at, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let (column, row) = (at % columns, at / columns);
        let min = plane.rect.min + emath::vec2(side.x * scene::length(column), side.y * scene::length(row));
        let cell = Rect::from_min_size(min, side).shrink(0.5);
        let class = (scene::length(*count) / scene::length(most)).sqrt() * 4.999;
        let shade = scene.colours.sequence.get(scene::room_for(class + 1.0, 1.0).saturating_sub(1).min(4));
        picture.fill(cell, 2.0, shade.copied().unwrap_or(scene.colours.sunken));
        picture.mark(cell, super::picture::Subject::default(), told(*count));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_even_and_reach_the_end() {
        assert_eq!(ticks(0.0, 1000.0).collect::<Vec<_>>(), [0.0, 200.0, 400.0, 600.0, 800.0, 1000.0]);
        assert_eq!(ticks(0.0, 0.7).count(), 4);
        assert!(ticks(0.0, 12_345.0).count() <= 7);
        assert_eq!(ticks(0.6, 1.0).count(), 5);
        let start = start_of([0.75, 0.9].into_iter(), 1.0);
        assert!((0.5..0.75).contains(&start), "{start}");
        assert!(start_of([0.1, 0.9].into_iter(), 1.0).abs() < 1e-12);
        assert_eq!((told(0.2), told(0.25), told(1000.0)), ("0.2".into(), "0.25".into(), "1,000".into()));
    }

    #[test]
    fn an_outlier_does_not_flatten_the_others() {
        let many = (0..100).map(f64::from);
        assert!((end_of(many.clone()) - 99.0 * 1.06).abs() < 1e-9);
        assert!(end_of(many.chain([1e6])) < 150.0);
        assert!((end_of(std::iter::empty()) - 1.06).abs() < 1e-9);
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median([3.0, 1.0, 2.0].into_iter()), Some(2.0));
        assert_eq!(median([4.0, 1.0].into_iter()), Some(2.5));
        assert_eq!(median(std::iter::empty()), None);
    }
}

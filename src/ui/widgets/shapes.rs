//! Frames and fills that egui has no shape for: dashed frames, stripes, hatches, ticks, cards with a shadow.
//!
//! Stripes are cut to their outline as polygons, so that they need no clip rectangle and batch with everything else.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use crate::ui::theme::{RADIUS_CARD, Theme};

/// Length of a dash in points.
const DASH: f32 = 4.0;
/// Gap between dashes in points.
const DASH_GAP: f32 = 3.0;
/// Steps of a rounded corner.
const CORNER_STEPS: u8 = 4;

/// Diagonal bands at 45°, rising to the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stripes {
    /// Width of a band in points, across it.
    pub width: f32,
    /// Distance from one band to the next in points, across them.
    pub every: f32,
    /// Colour of the bands.
    pub colour: Color32,
}

impl Stripes {
    /// The stripes of industries: 1.5 wide, every 5.
    pub const fn of_industry(colour: Color32) -> Self {
        Self { width: 1.5, every: 5.0, colour }
    }

    /// The stripes of an added part: 2.4 wide, every 4.8.
    pub const fn of_addition(colour: Color32) -> Self {
        Self { width: 2.4, every: 4.8, colour }
    }

    /// The hatch over what is impossible or not known: 1 wide, every 6.
    pub const fn hatch(colour: Color32) -> Self {
        Self { width: 1.0, every: 6.0, colour }
    }
}

/// Paints stripes inside a rounded rectangle, anchored at its left top so that they scroll with it.
pub fn stripes(painter: &Painter, rect: Rect, radius: impl Into<CornerRadius>, stripes: Stripes) {
    if !painter.clip_rect().intersects(rect) || rect.width() <= 0.0 || rect.height() <= 0.0 || stripes.every <= 0.0 {
        return;
    }
    let outline = rounded_outline(rect, radius);
    let band = stripes.width * std::f32::consts::SQRT_2;
    let every = stripes.every * std::f32::consts::SQRT_2;
    let mut start = rect.left() + rect.top() + every * 0.5;
    let end = rect.right() + rect.bottom();
    while start < end {
        let stop = start + band;
        let above = cut(&outline, |point| point.x + point.y - start);
        let inside = cut(&above, |point| stop - point.x - point.y);
        if inside.len() >= 3 {
            painter.add(Shape::convex_polygon(inside, stripes.colour, Stroke::NONE));
        }
        start += every;
    }
}

/// Paints the hatch of what is vetoed over a rectangle.
pub fn hatch(painter: &Painter, rect: Rect, radius: u8, theme: &Theme) {
    stripes(painter, rect, radius, Stripes::hatch(theme.hatch));
}

/// Paints a dashed frame on the inside of a rounded rectangle.
pub fn dashed_rect(painter: &Painter, rect: Rect, radius: u8, stroke: Stroke) {
    if !painter.clip_rect().intersects(rect) {
        return;
    }
    let inset = stroke.width / 2.0;
    let rect = snap(painter, rect).shrink(inset);
    let mut outline = rounded_outline(rect, radius.saturating_sub(u8::from(inset >= 1.0)));
    if let Some(first) = outline.first().copied() {
        outline.push(first);
    }
    let length = length_of(&outline);
    let scale = if stroke.width > 1.5 { 1.25 } else { 0.85 };
    let period = (DASH + DASH_GAP) * scale;
    // A whole number of dashes: the ends meet.
    let fitted = length / (length / period).round().max(1.0);
    let dash = fitted * DASH / (DASH + DASH_GAP);
    painter.extend(Shape::dashed_line(&outline, stroke, dash, fitted - dash));
}

/// Paints a rounded rectangle with its frame on the inside.
pub fn framed_rect(painter: &Painter, rect: Rect, radius: u8, fill: Color32, stroke: Stroke) {
    painter.rect(rect, CornerRadius::same(radius), fill, stroke, StrokeKind::Inside);
}

/// Paints a card: rounded, framed on the inside, and with the shadow of the theme if it floats.
pub fn card(painter: &Painter, rect: Rect, fill: Color32, stroke: Stroke, floats: bool, theme: &Theme) {
    if floats {
        painter.add(theme.shadow.as_shape(rect, CornerRadius::same(RADIUS_CARD)));
    }
    framed_rect(painter, rect, RADIUS_CARD, fill, stroke);
}

/// Paints an upright tick one point wide through a track, at a share of its width from 0 to 1.
pub fn tick(painter: &Painter, rect: Rect, share: f32, colour: Color32) {
    let x = painter.round_to_pixel_center(rect.left() + rect.width() * share.clamp(0.0, 1.0));
    painter.vline(x, rect.y_range(), Stroke::new(1.0, colour));
}

/// Paints the ring of the keyboard focus just outside a rounded rectangle.
pub fn focus_ring(painter: &Painter, rect: Rect, radius: u8, colour: Color32) {
    let ring = rect.expand(3.0);
    painter.rect_stroke(
        ring,
        CornerRadius::same(radius.saturating_add(3)),
        Stroke::new(2.0, colour),
        StrokeKind::Inside,
    );
}

/// A rectangle moved and sized to whole pixels.
pub fn snap(painter: &Painter, rect: Rect) -> Rect {
    let scale = painter.pixels_per_point();
    let whole = |value: f32| (value * scale).round() / scale;
    Rect::from_min_max(pos2(whole(rect.left()), whole(rect.top())), pos2(whole(rect.right()), whole(rect.bottom())))
}

/// The outline of a rounded rectangle, clockwise from the left of the top edge, not closed.
///
/// Radii are cut to half the width and to the height that the other corner of a side leaves.
pub fn rounded_outline(rect: Rect, radius: impl Into<CornerRadius>) -> Vec<Pos2> {
    let radius: CornerRadius = radius.into();
    let room = |own: u8, beside: u8, below: u8| {
        let share = |length: f32, other: u8| if other == 0 { length } else { length / 2.0 };
        f32::from(own).min(share(rect.width(), beside)).min(share(rect.height(), below)).max(0.0)
    };
    let quarter = std::f32::consts::FRAC_PI_2;
    [
        (rect.left_top(), vec2(1.0, 1.0), room(radius.nw, radius.ne, radius.sw), 2.0),
        (rect.right_top(), vec2(-1.0, 1.0), room(radius.ne, radius.nw, radius.se), 3.0),
        (rect.right_bottom(), vec2(-1.0, -1.0), room(radius.se, radius.sw, radius.ne), 0.0),
        (rect.left_bottom(), vec2(1.0, -1.0), room(radius.sw, radius.se, radius.nw), 1.0),
    ]
    .into_iter()
    .flat_map(|(corner, inward, radius, quarters)| {
        let steps = if radius < 0.5 { 0 } else { CORNER_STEPS };
        (0..=steps).map(move |step| {
            if steps == 0 {
                return corner;
            }
            let angle = quarter * (quarters + f32::from(step) / f32::from(steps));
            corner + (inward + Vec2::angled(angle)) * radius
        })
    })
    .collect()
}

/// The part of a convex polygon where a linear measure is not negative.
fn cut(polygon: &[Pos2], measure: impl Fn(Pos2) -> f32) -> Vec<Pos2> {
    let mut kept = Vec::with_capacity(polygon.len() + 2);
    let following = polygon.iter().cycle().skip(1);
    for (here, next) in polygon.iter().zip(following) {
        let (from, to) = (measure(*here), measure(*next));
        if from >= 0.0 {
            kept.push(*here);
        }
        if (from > 0.0 && to < 0.0) || (from < 0.0 && to > 0.0) {
            let share = from / (from - to);
            kept.push(*here + vec2(next.x - here.x, next.y - here.y) * share);
        }
    }
    kept
}

/// Length of a path in points.
fn length_of(path: &[Pos2]) -> f32 {
    path.iter().zip(path.iter().skip(1)).map(|(from, to)| from.distance(*to)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_square_is_the_half_that_was_asked_for() {
        let square = rounded_outline(Rect::from_min_size(Pos2::ZERO, vec2(10.0, 10.0)), 0_u8);
        let half = cut(&square, |point| point.x - 5.0);
        assert_eq!(half.len(), 4);
        assert!(half.iter().all(|point| point.x >= 5.0));
        assert!(cut(&square, |_| -1.0).is_empty());
    }

    #[test]
    fn an_outline_stays_inside_its_rectangle() {
        let rect = Rect::from_min_size(pos2(3.0, 4.0), vec2(20.0, 6.0));
        let outline = rounded_outline(rect, 8_u8);
        assert!(outline.iter().all(|point| rect.expand(0.01).contains(*point)));
    }
}

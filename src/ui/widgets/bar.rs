//! How full something is: a track with its used, added and overfull parts and the tick of the warning line.

use egui::{Align, CornerRadius, Painter, Rect, Stroke, pos2};

use super::{
    shapes::{self, Stripes},
    text::line,
};
use crate::ui::theme::{RADIUS_BAR, Theme, Type, readable_on};

/// Height of a track in points.
pub const TRACK_HEIGHT: f32 = 8.0;
/// Share of the capacity at which little room is left.
pub const NEAR_SHARE: f32 = 0.9;
/// Narrowest part that is still painted, in points.
const NARROWEST: f32 = 2.0;

/// How full a capacity is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Capacity {
    /// Share in use, 0 for none, 1 for all of it; more is overfull.
    pub used: f32,
    /// Share that the change under view would add.
    pub added: f32,
    /// Share at which the tick stands, if any.
    pub tick: Option<f32>,
}

impl Capacity {
    /// A share in use, with the tick where little room is left.
    pub const fn of(used: f32) -> Self {
        Self { used, added: 0.0, tick: Some(NEAR_SHARE) }
    }

    /// The same with an added part.
    #[must_use]
    pub const fn with_added(self, added: f32) -> Self {
        Self { added, ..self }
    }
}

/// Paints a capacity track.
///
/// Used is filled, added striped in the accent. Beyond the capacity the track shrinks to make room: the part beyond is
/// filled in the colour of what is broken (striped as far as it is added) behind a tick at the capacity.
pub fn capacity(painter: &Painter, rect: Rect, capacity: Capacity, theme: &Theme) {
    if !painter.clip_rect().intersects(rect) {
        return;
    }
    let rect = shapes::snap(painter, rect);
    let used = share(capacity.used);
    let total = share(capacity.used + capacity.added.max(0.0));
    let scale = if total > 1.0 { total.recip() } else { 1.0 };
    shapes::framed_rect(painter, rect, RADIUS_BAR, theme.sunken, theme.edge());

    let fill_end = used.min(1.0) * scale;
    if let Some(fill) = part(painter, rect, 0.0, fill_end) {
        painter.rect_filled(fill, left_rounded(), theme.ink_fill);
    }
    if let Some(added) = part(painter, rect, fill_end, total.min(1.0) * scale) {
        painter.rect_filled(added, CornerRadius::ZERO, theme.card);
        shapes::stripes(painter, added, 0_u8, Stripes::of_addition(theme.accent));
        painter.rect_stroke(added, CornerRadius::ZERO, Stroke::new(1.0, theme.accent), egui::StrokeKind::Inside);
    }
    if total > 1.0 {
        if let Some(over) = part(painter, rect, scale, 1.0) {
            let over = Rect::from_min_max(pos2(over.left().min(rect.right() - 3.0), over.top()), over.max);
            if used > 1.0 {
                painter.rect_filled(over, right_rounded(), theme.broken.ink);
            } else {
                painter.rect_filled(over, right_rounded(), theme.broken.soft);
                shapes::stripes(painter, over, right_rounded(), Stripes::of_addition(theme.broken.ink));
                painter.rect_stroke(
                    over,
                    right_rounded(),
                    Stroke::new(1.0, theme.broken.ink),
                    egui::StrokeKind::Inside,
                );
            }
        }
        shapes::tick(painter, rect.expand2(egui::vec2(0.0, 2.0)), scale, theme.text1);
    } else if let Some(tick) = capacity.tick {
        let colour = if total >= tick { theme.card } else { theme.line_strong };
        shapes::tick(painter, rect.shrink2(egui::vec2(0.0, 1.0)), tick, colour);
    }
}

/// Paints the track of a capacity that is not known: dashed and empty.
pub fn capacity_unknown(painter: &Painter, rect: Rect, theme: &Theme) {
    shapes::dashed_rect(painter, rect, RADIUS_BAR, theme.edge_strong());
}

/// Paints six contributions to a score side by side, in their fixed order, with a gap of one point.
///
/// `parts` are shares of the whole width, 0 to 1 in sum; `missing` is the share of the interval that missing data leave
/// open, hatched after the last part.
pub fn contribution(painter: &Painter, rect: Rect, parts: [f32; 6], missing: f32, theme: &Theme) {
    if !painter.clip_rect().intersects(rect) {
        return;
    }
    let rect = shapes::snap(painter, rect);
    shapes::framed_rect(painter, rect, RADIUS_BAR, theme.sunken, theme.edge());
    let mut from = 0.0;
    for (width, colour) in parts.into_iter().zip(theme.contribution) {
        let to = from + share(width);
        if let Some(segment) = part(painter, rect, from, to) {
            let segment =
                Rect::from_min_max(segment.min, pos2((segment.right() - 1.0).max(segment.left()), segment.bottom()));
            painter.rect_filled(segment, CornerRadius::ZERO, colour);
        }
        from = to;
    }
    if let Some(tail) = part(painter, rect, from, from + share(missing)) {
        shapes::stripes(painter, tail, 0_u8, Stripes { every: 3.0, ..Stripes::hatch(theme.text3) });
        shapes::dashed_rect(painter, tail, 0, Stroke::new(1.0, theme.text3));
    }
}

/// Narrowest part of a contribution that bears its figure, in points.
const FIGURE_WIDTH: f32 = 26.0;

/// Paints the points of six contributions inside their parts, as far as these are wide enough; `full` fills the width.
#[expect(clippy::cast_precision_loss, reason = "points are painted, not reckoned with")]
pub fn contribution_figures(painter: &Painter, rect: Rect, points: [i64; 6], full: f32, theme: &Theme) {
    let mut from = 0.0;
    for (points, colour) in points.into_iter().zip(theme.contribution) {
        let to = from + share(points as f32 / full.max(1.0));
        if let Some(segment) = part(painter, rect, from, to).filter(|it| it.width() >= FIGURE_WIDTH) {
            line(painter, segment, Align::Center, &points.to_string(), Type::Micro, readable_on(colour));
        }
        from = to;
    }
}

/// A share without nonsense: not negative, not infinite, zero if it is no number.
fn share(value: f32) -> f32 {
    if value.is_finite() { value.max(0.0) } else { 0.0 }
}

/// The part of a track from one share to another, at least [`NARROWEST`] wide; nothing if empty.
fn part(painter: &Painter, rect: Rect, from: f32, to: f32) -> Option<Rect> {
    (to > from).then(|| {
        let left = rect.left() + rect.width() * from.min(1.0);
        let right = (rect.left() + rect.width() * to.min(1.0)).max(left + NARROWEST);
        shapes::snap(painter, Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom())))
    })
}

fn left_rounded() -> CornerRadius {
    CornerRadius { nw: RADIUS_BAR, sw: RADIUS_BAR, ne: 0, se: 0 }
}

fn right_rounded() -> CornerRadius {
    CornerRadius { nw: 0, sw: 0, ne: RADIUS_BAR, se: RADIUS_BAR }
}

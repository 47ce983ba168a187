//! Which industry this is: its seal, painted; what seals there are stands in [`crate::look::seal`].

use egui::{CornerRadius, Painter, Rect, Stroke, StrokeKind};

use super::shapes::{self, Stripes};
use super::text::centred_mark;
use crate::look::seal::{MARK_EN, MARK_ZH, STRIPE_OPACITY};
pub use crate::look::seal::{Seal, mark_colour};
use crate::ui::theme::{RADIUS_BAR, RADIUS_BUTTON, RADIUS_TAG, Theme, readable_on};

/// Paints a seal with its mark in the largest square in the middle of a rectangle.
pub fn paint_seal(painter: &Painter, rect: Rect, seal: &Seal, theme: &Theme, chinese: bool) {
    if !painter.clip_rect().intersects(rect) {
        return;
    }
    let side = rect.width().min(rect.height());
    let square = shapes::snap(painter, Rect::from_center_size(rect.center(), egui::Vec2::splat(side)));
    let radius = if side < 28.0 { RADIUS_TAG } else { RADIUS_BUTTON };
    paint_ground(painter, square, CornerRadius::same(radius), seal, theme);
    let (mark, share) = if chinese { (&seal.mark_zh, MARK_ZH) } else { (&seal.mark_en, MARK_EN) };
    let letters = (side * share * 2.0).round() / 2.0;
    if seal.striped
        && let Some(fill) = seal.fill
    {
        let width = if chinese { letters } else { letters * 1.25 };
        let under = Rect::from_center_size(square.center(), egui::vec2(width, letters));
        painter.rect_filled(under, CornerRadius::same(RADIUS_BAR), fill);
    }
    centred_mark(painter, square, mark, letters, mark_colour(seal, theme.colours()));
}

/// Paints a segment of a bar or ribbon in an industry's fill, with square corners and without a mark.
pub fn paint_fill(painter: &Painter, rect: Rect, seal: &Seal, theme: &Theme) {
    paint_fill_rounded(painter, rect, CornerRadius::ZERO, seal, theme);
}

/// Paints a segment as [`paint_fill`] does, with some corners rounded: the ends of a ribbon along the edge of a card.
pub fn paint_fill_rounded(painter: &Painter, rect: Rect, corners: CornerRadius, seal: &Seal, theme: &Theme) {
    if painter.clip_rect().intersects(rect) {
        paint_ground(painter, shapes::snap(painter, rect), corners, seal, theme);
    }
}

/// Fill, stripes and inner edge.
fn paint_ground(painter: &Painter, rect: Rect, corners: CornerRadius, seal: &Seal, theme: &Theme) {
    let Some(fill) = seal.fill else {
        painter.rect(rect, corners, theme.card, Stroke::new(1.5, theme.text1), StrokeKind::Inside);
        return;
    };
    painter.rect_filled(rect, corners, fill);
    if seal.striped {
        let colour = readable_on(fill).gamma_multiply(STRIPE_OPACITY);
        shapes::stripes(painter, rect, corners, Stripes::of_industry(colour));
    }
    painter.rect_stroke(rect, corners, Stroke::new(1.0, theme.seal_edge), StrokeKind::Inside);
}

//! Which industry this is: a fill, a stripe and a mark of its own.
//!
//! Hue says the group, lightness and stripe the member, the mark says it all. The table is the design's; it must not
//! depend on the order or the number of the industries in a document.

mod table;

use std::borrow::Cow;

use egui::{Color32, CornerRadius, Painter, Rect, Stroke, StrokeKind};

use super::shapes::{self, Stripes};
use super::text::centred_mark;
use crate::ui::theme::{
    FillGroup, FillMember, RADIUS_BAR, RADIUS_BUTTON, RADIUS_TAG, Theme, industry_fill, readable_on,
};

/// Height of a Chinese mark as a share of the seal.
const MARK_ZH: f32 = 0.64;
/// Height of a Latin mark as a share of the seal.
const MARK_EN: f32 = 0.56;
/// Opacity of stripes, which are in the colour of the mark.
const STRIPE_OPACITY: f32 = 0.42;

/// The look of an industry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Its fill; none means the colour of a card with an ink edge.
    pub fill: Option<Color32>,
    /// Whether the fill is striped.
    pub striped: bool,
    /// Its mark in Chinese: one character.
    pub mark_zh: Cow<'static, str>,
    /// Its mark in English: two capitals.
    pub mark_en: Cow<'static, str>,
}

/// The seal of an industry.
///
/// Known ids have fixed seals. An unknown id takes a pair that its sector's group leaves free, chosen by its id alone
/// and hence stable; a sector without a free pair, or not known, leaves the fill empty. Its marks come from its names
/// and avoid those of the table.
pub fn seal_of(industry_id: &str, sector_zh: &str, name_zh: &str, name_en: &str) -> Seal {
    if let Some(entry) = table::find(industry_id) {
        return Seal {
            fill: entry.pair.map(|(group, member, _)| industry_fill(group, member)),
            striped: entry.pair.is_some_and(|(_, _, striped)| striped),
            mark_zh: Cow::Borrowed(entry.zh),
            mark_en: Cow::Borrowed(entry.en),
        };
    }
    let pair = table::free_pair(industry_id, sector_zh);
    Seal {
        fill: pair.map(|(group, member, _)| industry_fill(group, member)),
        striped: pair.is_some_and(|(_, _, striped)| striped),
        mark_zh: Cow::Owned(table::new_mark_zh(name_zh)),
        mark_en: Cow::Owned(table::new_mark_en(name_en)),
    }
}

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
    centred_mark(painter, square, mark, letters, mark_colour(seal, theme));
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

/// The colour of an industry's mark: white or ink, whichever reads better on its fill.
pub fn mark_colour(seal: &Seal, theme: &Theme) -> Color32 {
    seal.fill.map_or(theme.text1, readable_on)
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

/// A fill and whether it is striped.
type Pair = (FillGroup, FillMember, bool);

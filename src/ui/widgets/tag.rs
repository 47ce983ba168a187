//! Small labels: states, levels, keys, counts and ranks, all 18 high.
//!
//! Each is painted from its left top and returns the rectangle that it took; widths can be asked for beforehand.

use egui::{Align, Color32, CornerRadius, Painter, Pos2, Rect, Stroke, Vec2, pos2, vec2};

use super::icon::{self, Icon};
use super::shapes;
use super::text::{self, line, width_of};
use crate::ui::theme::{RADIUS_TAG, STROKE, Signal, Theme, ThemeKind, Type, readable_on};

/// Height of every tag in points.
pub const TAG_HEIGHT: f32 = 18.0;
/// Space at both ends of a tag in points.
const PADDING: f32 = 5.0;
/// Side of the icon of a tag in points.
const ICON: f32 = 13.0;
/// Space between icon and words in points.
const GAP: f32 = 4.0;

/// How strongly a state tag speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagWeight {
    /// Ink on a soft ground.
    Soft,
    /// Pale words on a filled ground: the cause.
    Filled,
    /// Ink within an outline: the context.
    Outlined,
}

/// The level that a park was recognised at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelBadge {
    /// Filled.
    National,
    /// Outlined.
    Provincial,
    /// Dashed.
    Municipal,
}

/// Width of a state tag in points; empty words leave the icon alone.
pub fn state_tag_width(painter: &Painter, words: &str, weight: TagWeight) -> f32 {
    let icon = if weight == TagWeight::Soft { ICON } else { 0.0 };
    let gap = if icon > 0.0 && !words.is_empty() { GAP } else { 0.0 };
    let text = if words.is_empty() { 0.0 } else { width_of(painter, words, type_of(weight)) };
    (icon + gap + text + 2.0 * PADDING).ceil()
}

/// Paints the tag of a state: its icon (soft tags only), words and ground.
///
/// Unknown states have a dashed edge; states without a ground are outlined.
pub fn state_tag(
    painter: &Painter,
    left_top: Pos2,
    signal: Signal,
    words: &str,
    weight: TagWeight,
    theme: &Theme,
) -> Rect {
    let rect = tag_rect(painter, left_top, state_tag_width(painter, words, weight));
    let tone = theme.tone(signal);
    let (ground, ink) = match weight {
        TagWeight::Soft => (tone.soft, tone.ink),
        TagWeight::Filled => (tone.ink, readable_on(tone.ink)),
        TagWeight::Outlined => (Color32::TRANSPARENT, tone.ink),
    };
    painter.rect_filled(rect, CornerRadius::same(RADIUS_TAG), ground);
    let edge = Stroke::new(STROKE, ink);
    match (weight, signal) {
        (TagWeight::Soft, Signal::Unknown) => {
            shapes::dashed_rect(painter, rect, RADIUS_TAG, theme.edge_strong());
        }
        (TagWeight::Soft, Signal::Off | Signal::Vetoed) => {
            shapes::framed_rect(painter, rect, RADIUS_TAG, Color32::TRANSPARENT, theme.edge_strong());
        }
        (TagWeight::Outlined, _) => {
            shapes::framed_rect(painter, rect, RADIUS_TAG, Color32::TRANSPARENT, edge);
        }
        (TagWeight::Soft | TagWeight::Filled, _) => {}
    }
    let mut room = rect.shrink2(vec2(PADDING, 0.0));
    if weight == TagWeight::Soft {
        let square = Rect::from_min_size(pos2(room.left(), room.center().y - ICON / 2.0), Vec2::splat(ICON));
        icon::paint(painter, Icon::of(signal), square, ink);
        room.min.x += ICON + GAP;
    }
    if !words.is_empty() {
        line(painter, loose(room), Align::Min, words, type_of(weight), ink);
    }
    rect
}

/// Width of the badge of a count in points.
pub fn count_badge_width(painter: &Painter, count: usize) -> f32 {
    state_tag_width(painter, &count.to_string(), TagWeight::Soft)
}

/// Paints how many findings of a state there are: its icon and the figure.
pub fn count_badge(painter: &Painter, left_top: Pos2, signal: Signal, count: usize, theme: &Theme) -> Rect {
    state_tag(painter, left_top, signal, &count.to_string(), TagWeight::Soft, theme)
}

/// Width of the badge of a level in points.
pub fn level_badge_width(painter: &Painter, words: &str, level: LevelBadge) -> f32 {
    (width_of(painter, words, level_type(level)) + 2.0 * 6.0).ceil()
}

/// Paints the level of a park: national filled, provincial outlined, municipal dashed.
pub fn level_badge(painter: &Painter, left_top: Pos2, words: &str, level: LevelBadge, theme: &Theme) -> Rect {
    let rect = tag_rect(painter, left_top, level_badge_width(painter, words, level));
    let ink = match level {
        LevelBadge::National => {
            let fill = match theme.kind {
                ThemeKind::Light => theme.text1,
                ThemeKind::Dark => theme.ink_fill,
            };
            painter.rect_filled(rect, CornerRadius::same(RADIUS_TAG), fill);
            readable_on(fill)
        }
        LevelBadge::Provincial => {
            let edge = Stroke::new(STROKE, theme.text2);
            shapes::framed_rect(painter, rect, RADIUS_TAG, Color32::TRANSPARENT, edge);
            theme.text1
        }
        LevelBadge::Municipal => {
            shapes::dashed_rect(painter, rect, RADIUS_TAG, Stroke::new(STROKE, theme.text3));
            theme.text2
        }
    };
    line(painter, loose(rect), Align::Center, words, level_type(level), ink);
    rect
}

/// Width of a neutral tag in points.
pub fn plain_tag_width(painter: &Painter, words: &str) -> f32 {
    (width_of(painter, words, Type::Small) + 2.0 * PADDING).ceil()
}

/// Paints words in a neutral outline, for instance the kind of a plan.
pub fn plain_tag(painter: &Painter, left_top: Pos2, words: &str, theme: &Theme) -> Rect {
    let rect = tag_rect(painter, left_top, plain_tag_width(painter, words));
    shapes::framed_rect(painter, rect, RADIUS_TAG, Color32::TRANSPARENT, theme.edge_strong());
    line(painter, loose(rect), Align::Center, words, Type::Small, theme.text2);
    rect
}

/// Width of a key cap in points.
pub fn key_cap_width(painter: &Painter, keys: &str) -> f32 {
    (width_of(painter, keys, Type::Micro) + 2.0 * PADDING).ceil().max(TAG_HEIGHT)
}

/// Paints a key or a chord on a panel or a card.
pub fn key_cap(painter: &Painter, left_top: Pos2, keys: &str, theme: &Theme) -> Rect {
    key_cap_in(painter, left_top, keys, theme.sunken, theme.line_strong, theme.text2)
}

/// Paints a key or a chord on the dark top band.
pub fn key_cap_on_band(painter: &Painter, left_top: Pos2, keys: &str, theme: &Theme) -> Rect {
    key_cap_in(painter, left_top, keys, Color32::TRANSPARENT, theme.band_high, theme.band_text2)
}

/// Paints a key or a chord on the accent.
pub fn key_cap_on_accent(painter: &Painter, left_top: Pos2, keys: &str, theme: &Theme) -> Rect {
    let edge = theme.on_accent.gamma_multiply(0.6);
    key_cap_in(painter, left_top, keys, Color32::TRANSPARENT, edge, theme.on_accent)
}

/// Paints the rank of a park for the selected project: filled when 1, else a ring.
///
/// `side` is 18 at rest and 24 while a project is held.
pub fn rank(painter: &Painter, centre: Pos2, side: f32, rank: usize, theme: &Theme) -> Rect {
    let square = shapes::snap(painter, Rect::from_center_size(centre, Vec2::splat(side)));
    let ink = if rank == 1 {
        painter.circle_filled(square.center(), side / 2.0, theme.holds.ink);
        readable_on(theme.holds.ink)
    } else {
        painter.circle(square.center(), side / 2.0 - 0.5, theme.card, theme.edge_strong());
        theme.text2
    };
    let figure = if side >= 22.0 { 14.0 } else { 12.0 };
    text::centred_mark(painter, square, &rank.to_string(), figure, ink);
    square
}

fn key_cap_in(painter: &Painter, left_top: Pos2, keys: &str, ground: Color32, edge: Color32, ink: Color32) -> Rect {
    let rect = tag_rect(painter, left_top, key_cap_width(painter, keys));
    let cap = rect.shrink2(vec2(0.0, 1.0));
    shapes::framed_rect(painter, cap, RADIUS_TAG - 1, ground, Stroke::new(STROKE, edge));
    line(painter, loose(rect), Align::Center, keys, Type::Micro, ink);
    rect
}

/// The rectangle of a tag on whole pixels.
fn tag_rect(painter: &Painter, left_top: Pos2, width: f32) -> Rect {
    shapes::snap(painter, Rect::from_min_size(left_top, vec2(width, TAG_HEIGHT)))
}

/// Room for words that were measured: rounding to pixels must not cut them.
fn loose(rect: Rect) -> Rect {
    rect.expand2(vec2(1.0, 0.0))
}

const fn type_of(weight: TagWeight) -> Type {
    match weight {
        TagWeight::Soft | TagWeight::Outlined => Type::Small,
        TagWeight::Filled => Type::SmallBold,
    }
}

const fn level_type(level: LevelBadge) -> Type {
    match level {
        LevelBadge::National => Type::SmallBold,
        LevelBadge::Provincial | LevelBadge::Municipal => Type::Small,
    }
}

//! One of several: a row of choices and the tabs of the top band.

use egui::{Align, Color32, CornerRadius, Painter, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{BUTTON_HEIGHT, ICON, PADDING, sense};
use crate::ui::theme::{RADIUS_BUTTON, RADIUS_TAG, Theme, Type};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::shapes;
use crate::ui::widgets::text::{line, width_of};
use crate::ui::widgets::tip::Tip;

/// One choice of a row of choices.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment<'a> {
    /// Its name: the words, or the tip if an icon is shown instead.
    pub name: &'a str,
    /// The icon that stands for the words, if any.
    pub icon: Option<Icon>,
}

/// Allocates and shows a row of choices of which one holds; `chosen` counts from 0.
///
/// The response has changed if another was chosen.
pub fn segmented_ui(ui: &mut Ui, theme: &Theme, segments: &[Segment<'_>], chosen: &mut usize) -> Response {
    let width = |segment: &Segment<'_>| match segment.icon {
        Some(_) => 34.0,
        None => (width_of(ui.painter(), segment.name, Type::BodyBold) + 2.0 * PADDING).ceil(),
    };
    let widths: Vec<f32> = segments.iter().map(width).collect();
    let (whole, mut response) = ui.allocate_exact_size(vec2(widths.iter().sum(), BUTTON_HEIGHT), Sense::hover());
    shapes::framed_rect(ui.painter(), whole, RADIUS_BUTTON, theme.card, theme.edge_strong());
    let mut left = whole.left();
    let mut picked = None;
    let last = segments.len().saturating_sub(1);
    for (index, (segment, width)) in segments.iter().zip(widths).enumerate() {
        let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(width, whole.height()));
        left += width;
        let one = ui.interact(rect, response.id.with(index), sense(ui.is_enabled()));
        if one.clicked() && index != *chosen {
            picked = Some(index);
        }
        let holds = index == *chosen;
        paint_segment(ui.painter(), theme, rect, segment, holds, &one, (index == 0, index == last));
        one.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), holds, segment.name));
        if segment.icon.is_some() {
            one.tip(segment.name);
        }
    }
    if let Some(index) = picked {
        *chosen = index;
        response.mark_changed();
    }
    response
}

fn paint_segment(
    painter: &Painter,
    theme: &Theme,
    rect: Rect,
    segment: &Segment<'_>,
    holds: bool,
    response: &Response,
    (first, last): (bool, bool),
) {
    let round = |at_end: bool| if at_end { RADIUS_BUTTON - 1 } else { 0 };
    let corners = CornerRadius { nw: round(first), sw: round(first), ne: round(last), se: round(last) };
    let ground = if holds {
        theme.accent_soft
    } else if response.hovered() {
        theme.sunken
    } else {
        Color32::TRANSPARENT
    };
    painter.rect_filled(rect.shrink(1.0), corners, ground);
    if !last {
        let x = painter.round_to_pixel_center(rect.right() - 1.0);
        painter.vline(x, rect.shrink(1.0).y_range(), theme.edge());
    }
    let ink = if holds { theme.accent } else { theme.text2 };
    if let Some(sign) = segment.icon {
        icon::paint(painter, sign, Rect::from_center_size(rect.center(), Vec2::splat(ICON)), ink);
    } else {
        let style = if holds { Type::BodyBold } else { Type::Body };
        line(painter, rect, Align::Center, segment.name, style, ink);
    }
    if response.has_focus() {
        shapes::focus_ring(painter, rect.shrink(1.0), RADIUS_TAG, theme.accent);
    }
}

/// Allocates and shows a tab on the dark top band: padding at either side of its words, height of the band, both in points.
///
/// The width does not depend on whether it is chosen, so that nothing moves.
pub fn band_tab_ui(ui: &mut Ui, theme: &Theme, words: &str, chosen: bool, size: Vec2) -> Response {
    let Vec2 { x: padding, y: height } = size;
    let width = (width_of(ui.painter(), words, Type::Strong) + 2.0 * padding).ceil();
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense(ui.is_enabled()));
    let painter = ui.painter();
    let (style, ink) = if chosen {
        painter.rect_filled(rect, CornerRadius::ZERO, theme.band_high);
        let underline = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 3.0), rect.max);
        painter.rect_filled(underline, CornerRadius::ZERO, theme.band_accent);
        (Type::Strong, theme.band_text)
    } else if response.hovered() {
        painter.rect_filled(rect, CornerRadius::ZERO, theme.band_high.gamma_multiply(0.5));
        (Type::StrongRegular, theme.band_text)
    } else {
        (Type::StrongRegular, theme.band_text2)
    };
    line(painter, rect, Align::Center, words, style, ink);
    if response.has_focus() {
        shapes::focus_ring(painter, rect.shrink(5.0), RADIUS_TAG, theme.band_accent);
    }
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), chosen, words));
    response
}

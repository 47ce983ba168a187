//! The projects of a park card: rows as far as they fit, and what stands for the others.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::CardEvents;
use crate::{
    i18n::{figure, term, words},
    rules::finding::Part,
    ui::{
        cx::{Cx, signal},
        panels::{
            board::several_words,
            card_view::{ALL_ROWS, CardView, ProjectRow, SOME_ROWS},
        },
        theme::{RADIUS_ROW, SPACE_2, SPACE_4, SPACE_6, STROKE, STROKE_STRONG, Signal, Type},
        widgets::{
            icon::{self, Icon},
            seal::{paint_fill, paint_seal},
            shapes,
            tag::{self, TagWeight},
            text::{Span, line, line_of, width_of},
            tip::Tip,
        },
    },
};

const ROW: f32 = 23.0;
const COMPACT_ROW: f32 = 20.0;
/// Height of the line that stands for the projects without a row, in points.
const REST: f32 = 17.0;
/// Height of the bar of a crowded card, in points.
const BAR: f32 = 8.0;
const REST_SEAL: f32 = 15.0;
/// How much of a row shows while its project is held.
const HELD_OPACITY: f32 = 0.45;

/// Draws the projects in `area`.
pub fn ui(ui: &Ui, cx: &Cx<'_>, area: Rect, view: &CardView, events: &mut CardEvents) {
    let height = if cx.roomy { ROW } else { COMPACT_ROW };
    let projects = &view.projects;
    if projects.count == 0 {
        empty(ui, cx, area);
        return;
    }
    let mut top = area.top();
    if projects.is_crowded() {
        crowd_ui(ui, cx, Rect::from_min_size(area.min, vec2(area.width(), REST + BAR + SPACE_2)), view, events);
        top += REST + BAR + SPACE_4;
    }
    let fitting = rows_that_fit(area.bottom() - top, height);
    let all_fit = projects.count <= fitting.min(ALL_ROWS);
    let shown = match (projects.is_crowded(), all_fit) {
        (true, _) => fitting.min(projects.rows.len()),
        (false, true) => projects.count,
        (false, false) => rows_that_fit(area.bottom() - top - REST, height).clamp(1, SOME_ROWS),
    };
    for row in projects.rows.iter().take(shown) {
        let rect = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), height));
        row_ui(ui, cx, rect, view, row, events);
        top += height + SPACE_2;
    }
    if !projects.is_crowded() && shown < projects.count {
        rest_ui(ui, cx, Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), REST)), view, shown, events);
    }
}

fn empty(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let box_height = if cx.roomy { 26.0 } else { COMPACT_ROW };
    let rect = Rect::from_min_size(area.min, vec2(area.width(), box_height));
    shapes::dashed_rect(ui.painter(), rect, RADIUS_ROW, cx.theme.edge_strong());
    let words = cx.say(if cx.roomy { words::DROP_HERE } else { words::DROP_HERE_SHORT });
    line(ui.painter(), rect.shrink2(vec2(8.0, 0.0)), Align::Min, words, Type::Small, cx.theme.text2);
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of rows")]
fn rows_that_fit(room: f32, height: f32) -> usize {
    ((room + SPACE_2) / (height + SPACE_2)).floor().max(0.0) as usize
}

/// A line that opens the list of all projects in the inspector; returns whether it is hovered.
fn opens_list(ui: &Ui, rect: Rect, view: &CardView, label: &str, events: &mut CardEvents) -> bool {
    let id = Id::unique(("projects of park", view.park.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Link, true, label));
    events.opens_list |= response.clicked();
    response.hovered() || response.has_focus()
}

/// `+5 项`, seals of those without a row, their land.
fn rest_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &CardView, shown: usize, events: &mut CardEvents) {
    let (theme, painter, projects) = (cx.theme, ui.painter(), &view.projects);
    let hidden = projects.count - shown;
    let of_rows = projects.rows.iter().take(shown).map(|row| row.land);
    let land = figure::mu(of_rows.fold(projects.land, crate::model::quantity::Mu::minus));
    let words = format!("+{hidden} {}", cx.say(words::MORE_ITEMS));
    let label = format!("{words} · {} · {}", cx.tell(&land), view.name);
    let ink = if opens_list(ui, rect, view, &label, events) { theme.accent } else { theme.text2 };
    let words_width = width_of(painter, &words, Type::Small);
    line(painter, rect, Align::Min, &words, Type::Small, ink);
    let land_width = width_of(painter, cx.tell(&land), Type::Small);
    line(painter, rect, Align::Max, cx.tell(&land), Type::Small, theme.text2);
    let mut left = rect.left() + words_width + SPACE_6;
    let rows = projects.rows.iter().skip(shown).map(|row| &row.industry);
    for industry in rows.chain(&projects.others) {
        if left + REST_SEAL > rect.right() - land_width - SPACE_6 {
            break;
        }
        let seal = Rect::from_min_size(pos2(left, rect.top() + 1.0), vec2(REST_SEAL, REST_SEAL));
        paint_seal(painter, seal, &cx.seal(industry), theme, cx.is_chinese());
        left += REST_SEAL + 3.0;
    }
}

/// Number and land of all projects over a bar of their sub-sectors.
fn crowd_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &CardView, events: &mut CardEvents) {
    let (theme, painter, projects) = (cx.theme, ui.painter(), &view.projects);
    let count = several_words(cx, projects.count);
    let land = figure::mu(projects.land);
    let label = format!("{count} · {} · {}", cx.tell(&land), view.name);
    let words = Rect::from_min_size(rect.min, vec2(rect.width(), REST));
    let ink = if opens_list(ui, rect, view, &label, events) { theme.accent } else { theme.text1 };
    line_of(painter, words, Align::Min, &[Span::new(&count, Type::SmallBold, ink)]);
    line(painter, words, Align::Max, cx.tell(&land), Type::Small, theme.text2);
    let bar = Rect::from_min_size(pos2(rect.left(), words.bottom()), vec2(rect.width(), BAR));
    let mut left = bar.left();
    let last = projects.bar.len().saturating_sub(1);
    for (at, (industry, share)) in projects.bar.iter().enumerate() {
        let right = if at == last { bar.right() } else { (left + bar.width() * share).min(bar.right()) };
        let segment = Rect::from_min_max(pos2(left, bar.top()), pos2(right, bar.bottom()));
        paint_fill(painter, segment, &cx.seal(industry), theme);
        left = right;
    }
}

fn row_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &CardView, row: &ProjectRow, events: &mut CardEvents) {
    let (theme, mut painter) = (cx.theme, ui.painter().clone());
    let id = Id::unique(("placed project", view.park.as_str(), row.id.as_str()));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let label = format!("{} {} · {}", row.id, row.name, view.name);
    if row.is_held {
        painter.set_opacity(HELD_OPACITY);
    }
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, row.is_selected, &label));
    let broken = theme.tone(Signal::Broken);
    let (fill, stroke, dashed) = match row.part {
        Some(Part::Cause) => (broken.soft, Stroke::new(STROKE_STRONG, broken.ink), false),
        Some(Part::Context) => (theme.card, Stroke::new(STROKE, broken.ink), true),
        None if row.is_selected => (theme.accent_soft, theme.edge_selected(), false),
        None if response.hovered() => (theme.card, theme.edge_strong(), false),
        None => (theme.card, theme.edge(), false),
    };
    if dashed {
        shapes::framed_rect(&painter, rect, RADIUS_ROW, fill, Stroke::NONE);
        shapes::dashed_rect(&painter, rect, RADIUS_ROW, stroke);
    } else {
        shapes::framed_rect(&painter, rect, RADIUS_ROW, fill, stroke);
    }
    if response.has_focus() {
        shapes::focus_ring(&painter, rect.shrink(1.0), RADIUS_ROW, theme.accent);
    }
    let side = rect.height() - 5.0;
    let seal = Rect::from_min_size(pos2(rect.left() + 3.0, rect.center().y - side / 2.0), vec2(side, side));
    paint_seal(&painter, seal, &cx.seal(&row.industry), theme, cx.is_chinese());
    let mut right = rect.right() - SPACE_6;
    let width = width_of(&painter, &row.size, Type::Small);
    let size = Rect::from_min_max(pos2(right - width, rect.top()), pos2(right, rect.bottom()));
    line(&painter, size, Align::Max, &row.size, Type::Small, theme.text2);
    right = size.left() - SPACE_4;
    if let Some(part) = row.part {
        let words = cx.say(term::part(part));
        let weight = if part == Part::Cause { TagWeight::Filled } else { TagWeight::Outlined };
        let width = tag::state_tag_width(&painter, words, weight);
        let top = rect.center().y - tag::TAG_HEIGHT / 2.0;
        tag::state_tag(&painter, pos2(right - width, top), Signal::Broken, words, weight, theme);
        right -= width + SPACE_4;
    }
    let pin = row.is_pinned.then_some((Icon::Pin, theme.text1));
    let marks = row.marks.iter().map(|state| (Icon::of(signal(*state)), theme.tone(signal(*state)).ink));
    for (sign, ink) in pin.into_iter().chain(marks) {
        let place = Rect::from_center_size(pos2(right - 7.0, rect.center().y), vec2(14.0, 14.0));
        icon::paint(&painter, sign, place, ink);
        right -= 18.0;
    }
    let words = Rect::from_min_max(pos2(seal.right() + SPACE_4, rect.top()), pos2(right, rect.bottom()));
    let shown =
        line(&painter, words, Align::Min, &row.name, if cx.roomy { Type::Body } else { Type::Small }, theme.text1);
    let response = if shown.truncated { response.tip(format!("{} {}", row.id, row.name)) } else { response };
    if response.drag_started() {
        events.picked_up = Some(row.id.clone());
    }
    if response.clicked() {
        events.clicked = Some(row.id.clone());
    }
    events.rows.push((row.id.clone(), response));
}

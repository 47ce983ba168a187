//! What the pages are made of: cards with a heading and buttons, tables of rows, empty states.

use egui::{
    Align, Id, Rect, Response, Role as AccessRole, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::{
    i18n::words,
    ui::{
        cx::Cx,
        dialogs::columns::{Cell, Column, paint_cells},
        theme::{RADIUS_CARD, RADIUS_ROW, SPACE_6, SPACE_8, SPACE_12, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::{self, Icon},
            shapes,
            text::{height_of, line, paragraph, width_of},
            tip::Tip,
        },
    },
};

/// Height of the heading of a card, in points.
pub const HEAD: f32 = 44.0;
/// Height of the heads of columns, in points.
pub const COLUMNS_HEAD: f32 = 26.0;

/// A card with its title, a note behind it, and buttons at the right; the rest of the card, and which button was pressed.
pub fn card_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    rect: Rect,
    (title, note): (&str, &str),
    buttons: &[Button<'_>],
) -> (Rect, Option<usize>) {
    shapes::card(ui.painter(), rect, cx.theme.card, cx.theme.edge(), false, cx.theme);
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD)).shrink2(vec2(SPACE_12, 0.0));
    let mut right = head.right();
    let mut pressed = None;
    for (at, button) in buttons.iter().enumerate().rev() {
        let size = button.size(ui.painter());
        let place = Rect::from_min_size(pos2(right - size.x, head.center().y - size.y / 2.0), size);
        right = place.left() - SPACE_6;
        if button_at_ui(ui, cx.theme, place, Id::unique(("sharing card", title, at)), button).clicked() {
            pressed = Some(at);
        }
    }
    let room = Rect::from_min_max(head.min, pos2(right, head.bottom()));
    let width = (width_of(ui.painter(), title, Type::CardTitle) + 1.0).min(room.width());
    let place = Rect::from_min_max(room.min, pos2(room.left() + width, room.bottom()));
    line(ui.painter(), place, Align::Min, title, Type::CardTitle, cx.theme.text1);
    let behind = Rect::from_min_max(pos2(place.right() + SPACE_8, room.top()), room.max);
    let is_cut = behind.width() > 0.0
        && !note.is_empty()
        && line(ui.painter(), behind, Align::Min, note, Type::Small, cx.theme.text2).truncated;
    let response = ui.interact(room, Id::unique(("sharing card title", title)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, format!("{title} {note}").trim_end()));
    if is_cut {
        response.tip(note);
    }
    ui.painter().hline(rect.x_range(), head.bottom(), cx.theme.edge());
    (Rect::from_min_max(pos2(rect.left() + 1.0, head.bottom()), rect.max - vec2(1.0, 1.0)), pressed)
}

/// A button that changes the plan: off, with the reason, where the plan is approved.
pub fn deed<'a>(cx: &Cx<'_>, button: Button<'a>) -> Button<'a> {
    if cx.scenario().may_change(cx.bench.plan()) {
        button
    } else {
        button.enabled(false).hover(cx.say(words::READ_ONLY))
    }
}

/// Draws in a part of the page.
pub fn within_ui<T>(ui: &mut Ui, rect: Rect, salt: &str, content: impl FnOnce(&mut Ui) -> T) -> T {
    let builder = UiBuilder::new().max_rect(rect).id_salt(salt);
    ui.scope_builder(builder, |ui| {
        ui.shrink_clip_rect(rect);
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        content(ui)
    })
    .inner
}

/// Rows of one height that scroll in a part of the page; only those that are seen are drawn.
pub fn rows_ui(
    ui: &mut Ui,
    rect: Rect,
    salt: &str,
    height: f32,
    count: usize,
    mut row: impl FnMut(&mut Ui, Rect, usize),
) {
    within_ui(ui, rect, salt, |ui| {
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).show_rows(ui, height, count, |ui, range| {
            for at in range {
                let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
                row(ui, rect, at);
            }
        });
    });
}

/// Width that the scroll bar takes from rows of a height that have no room: heads and feet of the table stand clear of it too.
pub fn gutter(ui: &Ui, room: f32, height: f32, rows: usize) -> f32 {
    let all = height * f32::from(u16::try_from(rows).unwrap_or(u16::MAX));
    if all > room { ui.spacing().scroll.allocated_width() } else { 0.0 }
}

/// The heads of columns, with a line under them that goes on for `line` points behind them.
pub fn columns_head_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, columns: &[Column], names: &[&str], line: f32) {
    let cells: Vec<Cell<'_>> = names.iter().map(|it| (*it, Type::Small, cx.theme.text2)).collect();
    paint_cells(ui, rect, columns, &cells);
    let clip = ui.clip_rect().x_range();
    let until = egui::Rangef::new(rect.left() + 2.0, (rect.right() + line).min(clip.max));
    ui.painter().hline(until, rect.bottom(), cx.theme.edge());
}

/// Cells of a row that only tells: its words for a screen reader, and as a tip where a cell is cut or `tips` says so.
pub fn told_row_ui(ui: &Ui, rect: Rect, id: Id, columns: &[Column], cells: &[Cell<'_>], spoken: &str, tips: bool) {
    let is_cut = paint_cells(ui, rect, columns, cells);
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, spoken));
    if is_cut || tips {
        response.tip_at_pointer(spoken);
    }
}

/// A row that can be chosen, its ground painted as it stands.
pub fn chosen_row_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, id: Id, is_chosen: bool, spoken: &str) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    let ground = rect.shrink2(vec2(4.0, 1.0));
    if is_chosen {
        shapes::framed_rect(ui.painter(), ground, RADIUS_ROW, cx.theme.accent_soft, cx.theme.edge_selected());
    } else if response.hovered() {
        shapes::framed_rect(ui.painter(), ground, RADIUS_ROW, cx.theme.sunken, Stroke::NONE);
    }
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), ground.shrink(3.0), RADIUS_ROW, cx.theme.accent);
    }
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_chosen, spoken));
    response
}

/// A dashed box that says what is missing and what to do.
pub fn empty_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, words: &str) {
    let inner = (rect.width() - 2.0 * SPACE_12 - 24.0).max(40.0);
    let height = height_of(ui.painter(), words, Type::Body, inner, 6);
    let frame = Rect::from_min_size(rect.min + vec2(SPACE_12, SPACE_12), vec2(inner + 24.0, height + 24.0));
    let frame = frame.intersect(rect);
    shapes::dashed_rect(ui.painter(), frame, RADIUS_CARD, cx.theme.edge_strong());
    paragraph(ui.painter(), frame.shrink(12.0), words, Type::Body, cx.theme.text2, 6);
    let response = ui.interact(frame, Id::unique(("sharing empty", words)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, words));
}

/// Words in up to `rows` lines with a mark before them; the height that they take.
pub fn marked_at_ui(
    ui: &Ui,
    rect: Rect,
    (mark, ink): (Icon, egui::Color32),
    words: &str,
    style: Type,
    colour: egui::Color32,
) -> f32 {
    let square = Rect::from_min_size(rect.min + vec2(0.0, 1.0), vec2(16.0, 16.0));
    icon::paint(ui.painter(), mark, square, ink);
    let place = Rect::from_min_max(pos2(square.right() + SPACE_6, rect.top()), rect.max);
    let height = height_of(ui.painter(), words, style, place.width(), 8).max(18.0);
    paragraph(ui.painter(), place, words, style, colour, 8);
    let told = Rect::from_min_size(rect.min, vec2(rect.width(), height));
    let response = ui.interact(told, Id::unique(("sharing told", words)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, words));
    height
}

/// Small square buttons at the right end of a row: the one that was pressed, and where they begin.
pub fn tools_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, tools: &[Button<'_>], names: &[&str]) -> (Option<usize>, f32) {
    let mut right = rect.right() - SPACE_8;
    let mut pressed = None;
    for ((at, tool), name) in tools.iter().enumerate().zip(names).rev() {
        let size = tool.size(ui.painter());
        let place = Rect::from_min_size(pos2(right - size.x, rect.center().y - size.y / 2.0), size);
        right = place.left() - 2.0;
        if button_at_ui(ui, cx.theme, place, Id::unique(("sharing tool", name)), tool).clicked() {
            pressed = Some(at);
        }
    }
    (pressed, right)
}

/// `part` of `whole`, for bars.
#[expect(clippy::cast_precision_loss, reason = "a bar is painted, not reckoned with")]
pub fn ratio(part: i64, whole: i64) -> f32 {
    if whole > 0 { part as f32 / whole as f32 } else { 0.0 }
}

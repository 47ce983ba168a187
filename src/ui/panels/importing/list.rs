//! The rows that are records, or would be: where each stands, what it is, the gravest thing that is to be said of it.

use egui::{Align, Key, Modifiers, Rect, Role as AccessRole, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{id_of, mark};
use crate::{
    i18n::{import as say, intake as told},
    intake::{
        outcome::{DataRow, Intake},
        wish::Spot,
    },
    ui::{
        cx::Cx,
        theme::{Lettering, RADIUS_ROW, SPACE_8, Type},
        widgets::{
            icon, shapes,
            text::{line, width_of},
        },
    },
};

/// Height of a row, in points.
const ROW: f32 = 46.0;

/// Draws the list.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, intake: &Intake, shown: &[&DataRow], selected: &mut Option<Spot>) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    if shown.is_empty() {
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() * 0.3);
            let words = if intake.data.is_empty() { say::NO_RECORDS } else { say::NONE_OF_KIND };
            ui.label(egui::RichText::new(cx.say(words)).font(Type::BodyBold.font()).color(cx.theme.text2));
        });
        return;
    }
    let moved = keys(ui, shown, selected);
    let mut area = ScrollArea::vertical().id_salt("import rows").auto_shrink(false);
    if let Some(at) = moved {
        let top = ROW * crate::chart::scene::length(at);
        area = area.vertical_scroll_offset((top - ui.available_height() / 2.0).max(0.0));
    }
    area.show_rows(ui, ROW, shown.len(), |ui, rows| {
        for row in shown.get(rows).unwrap_or_default() {
            row_ui(ui, cx, intake, row, selected);
        }
    });
}

/// Up and down go to the row before and after, while nothing else has the keyboard.
fn keys(ui: &Ui, shown: &[&DataRow], selected: &mut Option<Spot>) -> Option<usize> {
    if ui.ctx().memory(|memory| memory.focused().is_some()) {
        return None;
    }
    let at = selected.and_then(|spot| shown.iter().position(|row| row.spot == spot)).unwrap_or(0);
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let next = if pressed(Key::ArrowDown) {
        (at + 1).min(shown.len() - 1)
    } else if pressed(Key::ArrowUp) {
        at.saturating_sub(1)
    } else {
        return None;
    };
    *selected = shown.get(next).map(|row| row.spot);
    Some(next)
}

fn row_ui(ui: &mut Ui, cx: &Cx<'_>, intake: &Intake, row: &DataRow, selected: &mut Option<Spot>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, id_of("row", row.spot), Sense::click());
    let is_selected = *selected == Some(row.spot);
    let ground = rect.shrink2(vec2(6.0, 1.0));
    let (fill, edge) = if is_selected {
        (cx.theme.accent_soft, cx.theme.edge_selected())
    } else if response.hovered() {
        (cx.theme.panel, Stroke::NONE)
    } else {
        (cx.theme.card, Stroke::NONE)
    };
    shapes::framed_rect(ui.painter(), ground, RADIUS_ROW, fill, edge);
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), ground, RADIUS_ROW, cx.theme.accent);
    }
    let (sign, tone) = mark(row.state);
    let square = Rect::from_center_size(pos2(ground.left() + 16.0, ground.center().y), vec2(16.0, 16.0));
    icon::paint(ui.painter(), sign, square, cx.theme.tone(tone).ink);
    let sheet = intake.sheets.iter().find(|it| (it.workbook, it.sheet) == (row.spot.workbook, row.spot.sheet));
    let place = format!("{}!{}", sheet.map(|it| it.name.as_str()).unwrap_or_default(), row.spot.row);
    let change = row.change.map_or("", |change| cx.say(told::change(change)));
    let end = format!("{place} · {change}");
    let end = end.trim_end_matches(" · ");
    let width = width_of(ui.painter(), end, Type::Small) + 1.0;
    let right = Rect::from_min_max(pos2(ground.right() - 10.0 - width, ground.top()), ground.max - vec2(10.0, 0.0));
    let first = Rect::from_min_max(
        pos2(square.right() + SPACE_8, ground.top() + 3.0),
        pos2(right.left() - SPACE_8, ground.center().y + 1.0),
    );
    line(
        ui.painter(),
        right.with_max_y(ground.center().y + 1.0).with_min_y(ground.top() + 3.0),
        Align::Max,
        end,
        Type::Small,
        cx.theme.text2,
    );
    let name = say::name_of(cx.scenario(), row, cx.bench.lang());
    let id = row.id.as_deref().unwrap_or_default();
    line(ui.painter(), first, Align::Min, &name, Type::Body, cx.theme.text1);
    let gravest = row.notes.iter().find(|note| note.is_refusal()).or_else(|| row.notes.first());
    let more = row.notes.len().saturating_sub(1);
    let told = gravest.map_or_else(|| id.to_owned(), |note| say::note_at(cx.scenario(), note, more, cx.bench.lang()));
    let second =
        Rect::from_min_max(pos2(first.left(), ground.center().y), pos2(ground.right() - 10.0, ground.bottom() - 2.0));
    let ink = if row.notes.is_empty() { cx.theme.text2 } else { cx.theme.tone(tone).ink };
    line(ui.painter(), second, Align::Min, &told, Type::Small, ink);
    let spoken = format!("{} {name} · {end} · {told}", cx.say(told::state(row.state)));
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_selected, &spoken));
    if response.clicked() {
        *selected = Some(row.spot);
    }
}

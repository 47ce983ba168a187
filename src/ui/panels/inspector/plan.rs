//! What a plan does to a park or a project besides placing: positions proposed and withdrawn, and how they came to be.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::parts::{row, words_row};
use crate::{
    i18n::{term, words},
    model::{
        park::{Park, Position, Role},
        text::Text,
    },
    rules::slots::Slots,
    ui::{
        cx::{Ask, Cx},
        dialogs::kinds,
        theme::{RADIUS_ROW, SPACE_8, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::{self, Icon},
            shapes,
            text::line,
        },
    },
    workbench::command::Command,
};

/// Free slots of a park: each opens the sheet of a new position.
pub fn free_slots_ui(ui: &mut Ui, cx: &Cx<'_>, park: &Park, slots: &[Slots]) {
    if !cx.scenario().may_change(cx.bench.plan()) {
        return;
    }
    for slot in slots.iter().filter(|it| it.cap.is_some() && it.has_room()) {
        let rect = row(ui, 30.0);
        let place = rect.shrink2(vec2(0.0, 2.0));
        let salt = match slot.role {
            Role::Leading => "leading",
            Role::Characteristic => "characteristic",
        };
        let response = ui.interact(place, Id::unique(("free slot", park.id.as_str(), salt)), Sense::click());
        let words = format!("{} · {}", cx.say(term::role(slot.role)), cx.say(words::FREE_SLOT));
        let spoken = format!("{words}: {}", cx.say(words::NEW_POSITION));
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &spoken));
        let edge = if response.hovered() { cx.theme.edge_selected() } else { cx.theme.edge_strong() };
        shapes::dashed_rect(ui.painter(), place, RADIUS_ROW, edge);
        if response.has_focus() {
            shapes::focus_ring(ui.painter(), place, RADIUS_ROW, cx.theme.accent);
        }
        let mark = Rect::from_center_size(pos2(place.left() + 15.0, place.center().y), vec2(14.0, 14.0));
        icon::paint(ui.painter(), Icon::Plus, mark, cx.theme.text2);
        let text = Rect::from_min_max(pos2(place.left() + 30.0, place.top()), place.max);
        line(ui.painter(), text, Align::Min, &words, Type::Small, cx.theme.text2);
        if response.clicked() {
            cx.ask(Ask::NewPosition(park.id.clone(), slot.role));
        }
    }
}

/// A line that opens and closes what follows; tells whether it is open.
pub fn disclosure_ui(ui: &mut Ui, cx: &Cx<'_>, id: Id, title: &str, count: usize) -> bool {
    let rect = row(ui, 26.0);
    let response = ui.interact(rect, id, Sense::click());
    let was_open: bool = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let is_open = was_open ^ response.clicked();
    ui.data_mut(|data| data.insert_temp(id, is_open));
    let words = format!("{title} {count}");
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_open, &words));
    if response.hovered() {
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(6.0, 0.0)), RADIUS_ROW, cx.theme.sunken, Stroke::NONE);
    }
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), rect, RADIUS_ROW, cx.theme.accent);
    }
    let mark = Rect::from_center_size(pos2(rect.left() + 7.0, rect.center().y), vec2(14.0, 14.0));
    let sign = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
    icon::paint(ui.painter(), sign, mark, cx.theme.text2);
    let place = Rect::from_min_max(pos2(mark.right() + SPACE_8, rect.top()), rect.max);
    line(ui.painter(), place, Align::Min, &words, Type::Small, cx.theme.text2);
    is_open
}

/// How the positions of a park came to be: those of the base data with their days and document, and what this plan
/// changes.
pub fn history_ui(ui: &mut Ui, cx: &Cx<'_>, park: &Park) {
    let mut base: Vec<&Position> =
        cx.scenario().positions.iter().map(AsRef::as_ref).filter(|it| it.park == park.id).collect();
    base.sort_by(|a, b| (b.valid_from, a.role, a.order, &a.id).cmp(&(a.valid_from, b.role, b.order, &b.id)));
    let changes: Vec<_> = cx.bench.position_changes().into_iter().filter(|change| change.concerns(&park.id)).collect();
    let count = base.len().saturating_add(changes.len());
    if !disclosure_ui(ui, cx, Id::unique(("position history", park.id.as_str())), cx.say(words::HISTORY), count) {
        return;
    }
    let may = cx.scenario().may_change(cx.bench.plan());
    if !changes.is_empty() {
        words_row(ui, cx, cx.say(words::CHANGED_BY_PLAN), Type::SmallBold, cx.theme.text1);
    }
    for change in &changes {
        let Some(position) = change.after.as_ref().or(change.before.as_ref()) else { continue };
        let kinds: Vec<&str> = kinds(change).into_iter().map(|it| cx.say(it)).collect();
        let name = cx.tell(&position.name);
        let words = format!("{name} · {}", kinds.join(" · "));
        let rect = row(ui, 26.0);
        let restore = format!("{} {name}", cx.say(words::RESTORE));
        let at = Rect::from_center_size(pos2(rect.right() - 12.0, rect.center().y), vec2(24.0, 24.0));
        let id = Id::unique(("restore", park.id.as_str(), change.id.as_str()));
        let button = Button::quiet(Icon::Undo, &restore).small().enabled(may);
        if button_at_ui(ui, cx.theme, at, id, &button).clicked() {
            cx.push(Command::RestorePosition(change.id.clone()));
        }
        let place = Rect::from_min_max(rect.min, pos2(at.left() - 4.0, rect.bottom()));
        line(ui.painter(), place, Align::Min, &words, Type::Small, cx.theme.text1);
    }
    if !base.is_empty() {
        words_row(ui, cx, cx.say(words::SET_IN_BASE), Type::SmallBold, cx.theme.text1);
    }
    for position in base {
        let words = format!("{} · {}", cx.say(term::role_short(position.role)), cx.tell(&position.name));
        words_row(ui, cx, &words, Type::Small, cx.theme.text1);
        words_row(ui, cx, &origin(cx, position), Type::Small, cx.theme.text2);
    }
}

/// Days and document of a position.
fn origin(cx: &Cx<'_>, position: &Position) -> String {
    let days = match (position.valid_from, position.valid_to) {
        (None, None) => Text::new("一直有效", "in force"),
        (Some(from), None) => Text::new(format!("{from} 起"), format!("since {from}")),
        (None, Some(to)) => Text::new(format!("至 {to}"), format!("until {to}")),
        (Some(from), Some(to)) => Text::new(format!("{from} 至 {to}"), format!("{from} to {to}")),
    };
    let document = position.document.as_ref().and_then(|id| cx.scenario().documents.get(id));
    let document = document.map_or_else(|| cx.say(words::NO_DOCUMENT_YET), |it| cx.tell(&it.title));
    format!("{} · {document}", cx.tell(&days))
}

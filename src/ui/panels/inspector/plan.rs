//! What a plan does to a park or a project besides placing: positions proposed and withdrawn, and how they came to be.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::parts::{row, words_row};
use crate::{
    i18n::{self, figure, term, words},
    model::{
        park::{Park, Position, Role},
        project::Project,
        text::Text,
    },
    rules::slots::Slots,
    ui::{
        cx::{Ask, Cx},
        dialogs::{About, ParkPage, ProjectPage, assumed, kinds, reservation_words, stipulations, word},
        theme::{RADIUS_ROW, SPACE_8, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::{self, Icon},
            shapes,
            text::line,
        },
    },
    workbench::{command::Command, positions::PositionChanged},
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

/// A line that opens and closes `content`; what has just opened comes into view.
pub fn disclosure_ui(ui: &mut Ui, cx: &Cx<'_>, id: Id, (title, count): (&str, usize), content: impl FnOnce(&mut Ui)) {
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
    if is_open {
        content(ui);
    }
    if is_open && response.clicked() {
        ui.scroll_to_rect(Rect::from_min_max(rect.min, pos2(rect.right(), ui.cursor().top())), None);
    }
}

/// How the positions of a park came to be: those of the base data with their days and document, and what this plan
/// changes.
pub fn history_ui(ui: &mut Ui, cx: &Cx<'_>, park: &Park) {
    let mut base: Vec<&Position> =
        cx.scenario().positions.iter().map(AsRef::as_ref).filter(|it| it.park == park.id).collect();
    base.sort_by(|a, b| (b.valid_from, a.role, a.order, &a.id).cmp(&(a.valid_from, b.role, b.order, &b.id)));
    let changes: Vec<_> = cx.bench.position_changes().into_iter().filter(|change| change.concerns(&park.id)).collect();
    let count = base.len().saturating_add(changes.len());
    let id = Id::unique(("position history", park.id.as_str()));
    disclosure_ui(ui, cx, id, (cx.say(words::HISTORY), count), |ui| {
        history_list_ui(ui, cx, park, &changes, base);
    });
}

fn history_list_ui(ui: &mut Ui, cx: &Cx<'_>, park: &Park, changes: &[PositionChanged], base: Vec<&Position>) {
    let may = cx.scenario().may_change(cx.bench.plan());
    if !changes.is_empty() {
        words_row(ui, cx, cx.say(words::CHANGED_BY_PLAN), Type::SmallBold, cx.theme.text1);
    }
    for change in changes {
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

/// A row that opens a sheet: a mark, words, and a count or state at the right.
fn link_ui(ui: &mut Ui, cx: &Cx<'_>, id: Id, (sign, words, right): (Icon, &str, &str)) -> bool {
    let rect = row(ui, 26.0);
    let response = ui.interact(rect.expand2(vec2(6.0, 0.0)), id, Sense::click());
    let spoken = format!("{words}: {right}");
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &spoken));
    if response.hovered() {
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(6.0, 0.0)), RADIUS_ROW, cx.theme.sunken, Stroke::NONE);
    }
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), rect, RADIUS_ROW, cx.theme.accent);
    }
    let mark = Rect::from_center_size(pos2(rect.left() + 7.0, rect.center().y), vec2(14.0, 14.0));
    icon::paint(ui.painter(), sign, mark, cx.theme.text2);
    let place = Rect::from_min_max(pos2(mark.right() + SPACE_8, rect.top()), rect.max);
    let shown = line(ui.painter(), place, Align::Min, words, Type::Body, cx.theme.text1);
    let rest = Rect::from_min_max(pos2(shown.rect.right() + SPACE_8, rect.top()), rect.max);
    line(ui.painter(), rest, Align::Max, right, Type::Small, cx.theme.text2);
    response.clicked()
}

/// What is assumed about a record: the stated value, the assumed one with its mark, and why.
fn assumptions_ui(ui: &mut Ui, cx: &Cx<'_>, about: &About) {
    for one in assumed(cx, about) {
        let stated = one.stated.as_deref().unwrap_or(cx.say(words::MISSING));
        let words = format!("{}  {stated} → {} {}", cx.say(one.label), cx.say(words::ASSUMED_MARK), one.value);
        words_row(ui, cx, &words, Type::Small, cx.theme.text1);
        words_row(ui, cx, &one.reason, Type::Small, cx.theme.text2);
    }
}

/// Number of assumptions about a record.
fn assumption_count(cx: &Cx<'_>, about: &About) -> String {
    cx.scenario().assumptions_of(cx.bench.plan()).filter(|it| about.field_of(it).is_some()).count().to_string()
}

/// Lock, reservations and assumptions of a park; each row opens its page.
pub fn park_parts_ui(ui: &mut Ui, cx: &Cx<'_>, park: &Park) {
    let plan = cx.bench.plan();
    let open = |page| cx.ask(Ask::ParkParts(park.id.clone(), page));
    let id = |salt: &str| Id::unique(("park parts", salt, park.id.as_str()));
    let lock = cx.scenario().lock(plan, &park.id);
    let state = cx.say(if lock.is_some() { words::LOCKED_STATE } else { words::NOT_LOCKED });
    if link_ui(ui, cx, id("lock"), (Icon::Lock, cx.say(words::LOCK), state)) {
        open(ParkPage::Lock);
    }
    if let Some(lock) = lock.filter(|lock| !lock.reason.is_empty()) {
        words_row(ui, cx, cx.lang.half(&lock.reason), Type::Small, cx.theme.text2);
    }
    let reserved: Vec<_> = cx.scenario().reservations_of(plan).filter(|it| it.park == park.id).collect();
    let count = reserved.len().to_string();
    if link_ui(ui, cx, id("reservations"), (Icon::Pin, cx.say(words::RESERVATIONS), &count)) {
        open(ParkPage::Reservations);
    }
    for reservation in reserved {
        let (title, words) = reservation_words(cx, reservation);
        words_row(
            ui,
            cx,
            &format!("{title}  {words} · {}", cx.lang.half(&reservation.reason)),
            Type::Small,
            cx.theme.text2,
        );
    }
    let about = About::Park(park.id.clone());
    let count = assumption_count(cx, &about);
    if link_ui(ui, cx, id("assumptions"), (Icon::Info, cx.say(words::ASSUMPTIONS), &count)) {
        open(ParkPage::Assumptions);
    }
    assumptions_ui(ui, cx, &about);
}

/// Premises of a project, with what the plan holds of phases, stipulations and assumptions; each row opens its page.
pub fn project_parts_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    let plan = cx.bench.plan();
    let open = |page| cx.ask(Ask::ProjectParts(project.id.clone(), page));
    let id = |salt: &str| Id::unique(("project parts", salt, project.id.as_str()));
    let premises = cx.scenario().placement(plan, &project.id).map(|it| cx.say(term::premises(it.premises)));
    let right = premises.unwrap_or(cx.say(words::UNPLACED));
    if link_ui(ui, cx, id("premises"), (Icon::Park, cx.say(words::PROJECT_PARTS_SHEET), right)) {
        open(ProjectPage::Premises);
    }
    let phases = cx.bench.judgement().world().projects.get(&project.id).map(|it| it.phases.clone()).unwrap_or_default();
    let count = phases.len().saturating_add(1).to_string();
    if !phases.is_empty() && link_ui(ui, cx, id("phases"), (Icon::List, cx.say(words::PHASES), &count)) {
        open(ProjectPage::Phases);
    }
    for phase in &phases {
        let land = phase.land.map(figure::mu).unwrap_or_default();
        let words = Text::new(
            format!("第 {} 期 {}，预留至 {}", phase.number, land.zh, phase.until),
            format!("Phase {}: {}, reserved until {}", phase.number, land.english(), phase.until),
        );
        words_row(ui, cx, cx.tell(&words), Type::Small, cx.theme.text2);
    }
    let stipulated = stipulations(cx, &project.id);
    let count = stipulated.len().to_string();
    if !stipulated.is_empty() && link_ui(ui, cx, id("stipulations"), (Icon::Tick, cx.say(words::STIPULATIONS), &count))
    {
        open(ProjectPage::Stipulations);
    }
    for it in stipulated {
        let park = i18n::finding::park_name(cx.scenario(), &it.park);
        let words = [cx.say(word(it.word)), cx.tell(&park), cx.lang.half(&it.reason)];
        let words: Vec<&str> = words.into_iter().filter(|it| !it.is_empty()).collect();
        words_row(ui, cx, &words.join(" · "), Type::Small, cx.theme.text2);
    }
    let about = About::Project(project.id.clone());
    let count = assumption_count(cx, &about);
    if count != "0" && link_ui(ui, cx, id("assumptions"), (Icon::Info, cx.say(words::ASSUMPTIONS), &count)) {
        open(ProjectPage::Assumptions);
    }
    assumptions_ui(ui, cx, &about);
}

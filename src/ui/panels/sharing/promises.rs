//! Service tasks and commitments: how each stands today, and how many were kept, park by park. Nothing is withdrawn from here.

use std::collections::BTreeMap;

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    parts::{card_ui, empty_ui, ratio, rows_ui, tools_ui},
    reservations::named_line,
};
use crate::{
    analysis::support::{Light, kept, light},
    i18n::{phrase::deed_to, support as say},
    model::{
        edit::support::SupportEdit,
        evidence::Confidence,
        id::ParkId,
        support::{Promise, Task},
    },
    ui::{
        cx::{Ask, Cx},
        dialogs::SharingWish,
        theme::{RADIUS_BAR, RADIUS_TAG, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::Button,
            icon::{self, Icon},
            seal::paint_seal,
            shapes,
            text::{line, width_of},
            tip::Tip,
        },
    },
    workbench::command::Command,
};

/// Height of a task, in points.
const ROW: f32 = 72.0;
/// Width of the kept promises where there is room, and where there is little, in points.
const KEPT: (f32, f32) = (380.0, 250.0);

/// Draws the page.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    let gap = SPACE_8;
    let side = if cx.roomy { KEPT.0 } else { KEPT.1 };
    let width = (rect.width() - side - 2.0 * gap) / 2.0;
    let column = |left: f32, width: f32| Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
    for (at, promise) in [(0.0, Promise::Service), (1.0, Promise::Commitment)] {
        tasks_ui(ui, cx, column(rect.left() + at * (width + gap), width), promise);
    }
    kept_ui(ui, cx, column(rect.right() - side, side));
}

/// The sign of a light: shape, ink and ground.
fn sign(cx: &Cx<'_>, light: Light) -> (Icon, egui::Color32, egui::Color32) {
    let of = |signal: Signal| (Icon::of(signal), cx.theme.tone(signal).ink, cx.theme.tone(signal).soft);
    match light {
        Light::Overdue => of(Signal::Broken),
        Light::DueSoon => of(Signal::Near),
        Light::OnTrack => (Icon::ArrowRight, cx.theme.text2, cx.theme.sunken),
        Light::DoneLate => (Icon::Tick, cx.theme.near.ink, cx.theme.near.soft),
        Light::Done => of(Signal::Holds),
    }
}

/// Width of the tag of a light, in points.
fn light_width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    let all = [Light::Overdue, Light::DueSoon, Light::OnTrack, Light::DoneLate, Light::Done];
    let widths = all.map(|it| width_of(ui.painter(), cx.say(say::light(it)), Type::SmallBold));
    widths.into_iter().fold(0.0, f32::max) + 34.0
}

fn light_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, light: Light) {
    let (mark, ink, ground) = sign(cx, light);
    ui.painter().rect_filled(rect, RADIUS_TAG, ground);
    let square = Rect::from_min_size(pos2(rect.left() + 5.0, rect.center().y - 7.0), vec2(14.0, 14.0));
    icon::paint(ui.painter(), mark, square, ink);
    let words = Rect::from_min_max(pos2(square.right() + 5.0, rect.top()), rect.max);
    line(ui.painter(), words, Align::Min, cx.say(say::light(light)), Type::SmallBold, ink);
}

/// What has to be looked at first comes first: overdue, due soon, on track, then what is done; each by its day.
fn in_order<'a>(cx: &Cx<'a>, promise: Promise) -> Vec<(&'a Task, Light)> {
    let today = cx.scenario().as_of;
    let of_kind = cx.scenario().tasks.iter().filter(|it| it.promise == promise);
    let mut tasks: Vec<(&Task, Light)> = of_kind.map(|it| (&**it, light(it, today))).collect();
    tasks.sort_by_key(|(it, light)| (*light, it.due, it.id.clone()));
    tasks
}

fn tasks_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, promise: Promise) {
    let (title, empty, new) = match promise {
        Promise::Service => (say::SERVICES, say::NO_SERVICES, say::NEW_SERVICE),
        Promise::Commitment => (say::COMMITMENTS, say::NO_COMMITMENTS, say::NEW_COMMITMENT),
    };
    let tasks = in_order(cx, promise);
    let new = Button::new(cx.say(new)).icon(Icon::Plus).small();
    let new = if cx.scenario().projects.is_empty() { new.enabled(false).hover(cx.say(say::NO_PROJECTS)) } else { new };
    let overdue = tasks.iter().filter(|(_, light)| *light == Light::Overdue).count();
    let note = if overdue > 0 {
        format!("{} · {} {overdue}", tasks.len(), cx.say(say::light(Light::Overdue)))
    } else {
        tasks.len().to_string()
    };
    let (body, pressed) = card_ui(ui, cx, rect, (cx.say(title), &note), &[new]);
    if pressed.is_some() {
        cx.ask(Ask::Sharing(SharingWish::Task(promise, None)));
    }
    if tasks.is_empty() {
        empty_ui(ui, cx, body, cx.say(empty));
        return;
    }
    let salt = match promise {
        Promise::Service => "services",
        Promise::Commitment => "commitments",
    };
    rows_ui(ui, body, salt, ROW, tasks.len(), |ui, rect, at| {
        if let Some((task, light)) = tasks.get(at) {
            task_ui(ui, cx, rect, task, *light);
        }
    });
}

fn task_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, task: &Task, light: Light) {
    let today = cx.scenario().as_of;
    let project = cx.scenario().projects.get(&task.project);
    let home = cx.bench.judgement().facts().home(&task.project).map(|(park, _)| park);
    let park = say::home(cx.scenario(), home);
    let name = cx.tell(&task.name).to_owned();
    let label = |phrase| deed_to(cx.say(phrase), &format!("{} {name}", task.id));
    let is_done = task.done.is_some_and(|done| done <= today);
    let (done, edit, drop) =
        (label(if is_done { say::NOT_DONE } else { say::DONE_TODAY }), label(say::EDIT_TASK), label(say::DROP_TASK));
    let mark = if is_done { Icon::Undo } else { Icon::Tick };
    let tools = [
        Button::quiet(mark, &done).small(),
        Button::quiet(Icon::Pencil, &edit).small(),
        Button::quiet(Icon::Trash, &drop).small(),
    ];
    let (pressed, right) = tools_ui(ui, cx, rect, &tools, &[&done, &edit, &drop]);
    match pressed {
        Some(0) => {
            let done = (!is_done).then_some(today);
            cx.push(Command::Support(SupportEdit::SetTask(Box::new(Task { done, ..task.clone() }))));
        }
        Some(1) => cx.ask(Ask::Sharing(SharingWish::Task(task.promise, Some(task.id.clone())))),
        Some(_) => cx.push(Command::Support(SupportEdit::DropTask { task: task.id.clone() })),
        None => {}
    }
    let width = light_width(ui, cx);
    let tag = Rect::from_min_size(pos2(rect.left() + SPACE_12, rect.top() + 9.0), vec2(width, 20.0));
    light_ui(ui, cx, tag, light);
    let days = say::days(task, today);
    let days = cx.tell(&days);
    let assumed = if task.evidence.confidence >= Confidence::Assumed { "≈ " } else { "" };
    let head =
        Rect::from_min_max(pos2(tag.right() + SPACE_8, rect.top() + 4.0), pos2(right - SPACE_8, rect.top() + 23.0));
    let mut is_cut = named_line(ui, cx, head, &name, "");
    let (_, ink, _) = sign(cx, light);
    let day = head.translate(vec2(0.0, 18.0));
    is_cut |= line(ui.painter(), day, Align::Min, &format!("{assumed}{days}"), Type::Small, ink).truncated;
    let second =
        Rect::from_min_max(pos2(rect.left() + SPACE_12, rect.top() + 44.0), pos2(right - SPACE_8, rect.top() + 66.0));
    let mut words = second;
    if let Some(project) = project {
        let seal = Rect::from_min_size(pos2(second.left(), second.center().y - 10.0), vec2(20.0, 20.0));
        paint_seal(ui.painter(), seal, &cx.seal(&project.industry), cx.theme, cx.is_chinese());
        words.min.x = seal.right() + SPACE_8;
    }
    let of_project = project.map_or("", |it| cx.tell(&it.name));
    let parts = [task.owner.as_str(), task.clause.as_str()].into_iter().filter(|it| !it.is_empty());
    let rest: Vec<&str> = [cx.tell(&park)].into_iter().chain(parts).collect();
    let told = format!("{} {of_project} · {}", task.project, rest.join(" · "));
    is_cut |= line(ui.painter(), words, Align::Min, &told, Type::Small, cx.theme.text2).truncated;
    ui.painter().hline(rect.shrink2(vec2(SPACE_12, 0.0)).x_range(), rect.bottom(), cx.theme.edge());
    let spoken = format!("{} {name} · {} · {days} · {told}", task.id, cx.say(say::light(light)));
    let of_row = Rect::from_min_max(rect.min, pos2(right, rect.bottom()));
    let response = ui.interact(of_row, Id::unique(("task", task.id.as_str())), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &spoken));
    if is_cut {
        response.tip_at_pointer(spoken);
    }
}

/// Promises kept of those that were due: of the whole city, then of each park where a project with a promise stands.
fn kept_by_park(cx: &Cx<'_>) -> Vec<(String, Option<ParkId>, (usize, usize))> {
    let today = cx.scenario().as_of;
    let facts = cx.bench.judgement().facts();
    let mut by_park: BTreeMap<Option<ParkId>, Vec<&Task>> = BTreeMap::new();
    for task in &cx.scenario().tasks {
        let home = facts.home(&task.project).map(|(park, _)| park.clone());
        by_park.entry(home).or_default().push(task);
    }
    let all = kept(cx.scenario().tasks.iter().map(AsRef::as_ref), today);
    let city = (cx.say(crate::i18n::words::CITY).to_owned(), None, all);
    let mut parks: Vec<(String, Option<ParkId>, (usize, usize))> = by_park
        .into_iter()
        .map(|(park, tasks)| {
            let name = say::home(cx.scenario(), park.as_ref());
            (cx.tell(&name).to_owned(), park, kept(tasks, today))
        })
        .collect();
    parks.sort_by(|(_, a, of_a), (_, b, of_b)| {
        let share = |(kept, due): &(usize, usize)| if *due == 0 { usize::MAX } else { kept * 1_000 / due };
        share(of_a).cmp(&share(of_b)).then(a.cmp(b))
    });
    [city].into_iter().chain(parks).collect()
}

fn kept_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    let (body, _) = card_ui(ui, cx, rect, (cx.say(say::KEPT), cx.say(say::KEPT_NOTE)), &[]);
    let rows = kept_by_park(cx);
    let note = Rect::from_min_max(pos2(body.left() + SPACE_12, body.bottom() - 48.0), body.max - vec2(SPACE_12, 0.0));
    let list = Rect::from_min_max(body.min, pos2(body.right(), note.top() - 6.0));
    rows_ui(ui, list, "kept", 40.0, rows.len(), |ui, rect, at| {
        let Some((name, park, (kept, due))) = rows.get(at) else { return };
        let told = say::kept(*kept, *due);
        let words = cx.tell(&told);
        let room = rect.shrink2(vec2(SPACE_12, 0.0));
        let width = width_of(ui.painter(), words, Type::BodyBold) + 1.0;
        let upper = Rect::from_min_max(pos2(room.left(), rect.top() + 5.0), pos2(room.right(), rect.top() + 24.0));
        let figure = Rect::from_min_max(pos2(upper.right() - width, upper.top()), upper.max);
        line(ui.painter(), figure, Align::Max, words, Type::BodyBold, cx.theme.text1);
        let place = Rect::from_min_max(upper.min, pos2(figure.left() - SPACE_8, upper.bottom()));
        let style = if at == 0 { Type::BodyBold } else { Type::Body };
        line(ui.painter(), place, Align::Min, name, style, cx.theme.text1);
        let track = Rect::from_min_size(pos2(room.left(), rect.top() + 27.0), vec2(room.width(), 8.0));
        shapes::framed_rect(ui.painter(), track, RADIUS_BAR, cx.theme.sunken, cx.theme.edge());
        let share = ratio(i64::try_from(*kept).unwrap_or(0), i64::try_from(*due).unwrap_or(0));
        let fill = Rect::from_min_size(track.min, vec2(track.width() * share, track.height()));
        ui.painter().rect_filled(fill, RADIUS_BAR, cx.theme.ink_fill);
        let id = Id::unique(("kept", at, park.as_ref().map(ParkId::as_str)));
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, format!("{name} · {words}")));
    });
    let sign = (Icon::Info, cx.theme.text2);
    super::parts::marked_at_ui(ui, note, sign, cx.say(say::PROPOSES_ONLY), Type::Small, cx.theme.text2);
}

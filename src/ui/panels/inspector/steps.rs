//! The steps that changed a park or a project, in its inspector: each can be taken back, with all later ones.

use egui::{Align, Id, Rect, Ui, pos2, vec2};

use super::{
    parts::{row, words_row},
    plan::disclosure_ui,
};
use crate::{
    i18n::{self, words},
    model::{
        history::Told,
        id::{ParkId, ProjectId},
    },
    ui::{
        actions::Action,
        cx::{Ask, Cx},
        theme::Type,
        widgets::{
            button::{Button, button_at_ui, button_ui},
            icon::Icon,
            text::line,
            tip::Tip,
        },
    },
    workbench::command::Command,
};

/// Steps that are listed at most, the newest; the sheet of the whole history has all.
const MOST_LISTED: usize = 12;

/// The steps about a park.
pub fn park_ui(ui: &mut Ui, cx: &Cx<'_>, park: &ParkId) {
    list_ui(ui, cx, Id::unique(("steps of park", park.as_str())), &cx.bench.steps_of_park(park).collect::<Vec<_>>());
}

/// The steps about a project.
pub fn project_ui(ui: &mut Ui, cx: &Cx<'_>, project: &ProjectId) {
    list_ui(
        ui,
        cx,
        Id::unique(("steps of project", project.as_str())),
        &cx.bench.steps_of_project(project).collect::<Vec<_>>(),
    );
}

fn list_ui(ui: &mut Ui, cx: &Cx<'_>, id: Id, steps: &[Told<'_>]) {
    disclosure_ui(ui, cx, id, (cx.say(words::STEPS_ABOUT), steps.len()), |ui| steps_ui(ui, cx, id, steps));
}

fn steps_ui(ui: &mut Ui, cx: &Cx<'_>, id: Id, steps: &[Told<'_>]) {
    if steps.is_empty() {
        words_row(ui, cx, cx.say(words::NO_STEPS), Type::Small, cx.theme.text2);
    }
    for step in steps.iter().take(MOST_LISTED) {
        step_ui(ui, cx, id, step);
    }
    if steps.len() > MOST_LISTED && button_ui(ui, cx.theme, &Button::new(cx.say(words::ALL_STEPS)).small()).clicked() {
        cx.ask(Ask::Do(Action::Steps));
    }
}

fn step_ui(ui: &mut Ui, cx: &Cx<'_>, list: Id, step: &Told<'_>) {
    let name = i18n::edit::label(step.before, step.edit);
    let name = cx.tell(&name);
    let rect = row(ui, 26.0);
    let at = Rect::from_center_size(pos2(rect.right() - 12.0, rect.center().y), vec2(24.0, 24.0));
    let words = format!("{} {name}", cx.say(words::TAKE_BACK_TO));
    let button = Button::quiet(Icon::Undo, &words).small();
    if button_at_ui(ui, cx.theme, at, list.with(step.to), &button).clicked() {
        cx.push(Command::GoTo(step.from));
    }
    let place = Rect::from_min_max(rect.min, pos2(at.left() - 4.0, rect.bottom()));
    let shown = line(ui.painter(), place, Align::Min, name, Type::Small, cx.theme.text1);
    if shown.truncated {
        ui.interact(place, list.with((step.to, "name")), egui::Sense::hover()).tip(name);
    }
}

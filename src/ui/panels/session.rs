//! The workspace of a meeting: project by project, what is recommended, what park committees say, what is decided and why.

mod list;
mod opinions;
mod ruling;

use egui::{Align, CentralPanel, Frame, Layout, Panel, Popup, Sense, Ui, vec2};

use crate::{
    i18n::{outgoing, session as say},
    model::{fingerprint, id::RecordId, support::Session},
    ui::{
        actions::Action,
        cx::{Ask, Cx},
        panels::inspector,
        theme::{Lettering, SPACE_6, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            icon::{self, Icon},
            text::{line, width_of},
            tip::Tip,
        },
    },
    workbench::command::Command,
};
use ruling::RulingForm;

/// Width of the list where there is room, and where there is little, in points.
const LIST: (f32, f32) = (380.0, 280.0);
/// Width of the inspector, the same.
const INSPECTOR: (f32, f32) = (440.0, 320.0);

/// The workspace between frames.
#[derive(Debug, Default)]
pub struct Sessions {
    /// The session that was chosen; the last one where none was.
    chosen: Option<RecordId>,
    form: Option<RulingForm>,
    opinions: opinions::OpinionForm,
    /// What has changed since the session was frozen, of which generation of which session.
    changed: Option<(u64, RecordId, Vec<String>)>,
}

impl Sessions {
    /// The session that is shown.
    pub fn shown<'a>(&self, cx: &'a Cx<'_>) -> Option<&'a Session> {
        let chosen = self.chosen.as_ref().and_then(|id| cx.scenario().sessions.get(id)).map(AsRef::as_ref);
        chosen.or_else(|| cx.scenario().sessions_in_order().into_iter().next())
    }

    /// Draws the workspace.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let session = self.shown(cx).cloned();
        let strip = Panel::top("session strip").exact_size(44.0).frame(Frame::NONE).show_separator_line(false);
        strip.show(ui, |ui| self.strip_ui(ui, cx, session.as_ref()));
        let canvas = Frame::NONE.fill(cx.theme.canvas);
        let Some(session) = session else {
            CentralPanel::default().frame(canvas).show(ui, |ui| nothing_ui(ui, cx));
            return;
        };
        let panel = Frame::NONE.fill(cx.theme.panel);
        let of = |(roomy, compact): (f32, f32)| if cx.roomy { roomy } else { compact };
        Panel::left("session list").exact_size(of(LIST)).frame(panel).show(ui, |ui| list::ui(ui, cx, &session));
        let side = Panel::right("session inspector").exact_size(of(INSPECTOR)).frame(panel.inner_margin(8.0));
        side.show(ui, |ui| inspector::ui(ui, cx));
        CentralPanel::default().frame(canvas.inner_margin(if cx.roomy { 16.0 } else { 10.0 })).show(ui, |ui| {
            let project = cx.selected_project().and_then(|id| cx.scenario().projects.get(id).cloned());
            match project {
                Some(project) => {
                    let form = RulingForm::of(self.form.take(), cx, &session, &project);
                    self.form = Some(form.ui(ui, cx, &session, &project, &mut self.opinions));
                }
                None => choose_ui(ui, cx),
            }
        });
    }

    /// Sessions, whether the data are frozen, and the way to the papers.
    fn strip_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: Option<&Session>) {
        let rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0.0, cx.theme.panel);
        ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.edge());
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
            ui.add_space(SPACE_12);
            if let Some(session) = session {
                self.sessions_ui(ui, cx, session);
                if button_ui(ui, cx.theme, &Button::quiet(Icon::Pencil, cx.say(say::CHANGE))).clicked() {
                    cx.ask(Ask::Summons(Some(session.id.clone())));
                }
            }
            if button_ui(ui, cx.theme, &Button::new(cx.say(say::NEW)).icon(Icon::Plus)).clicked() {
                cx.ask(Ask::Do(Action::NewSession));
            }
            let Some(session) = session else { return };
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(SPACE_12);
                ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
                let export = Button::new(cx.say(outgoing::EXPORT)).icon(Icon::Export);
                if button_ui(ui, cx.theme, &export).clicked() {
                    cx.ask(Ask::Do(Action::ExportFiles));
                }
                let freezes = session.frozen.is_none();
                let words = cx.say(if freezes { say::FREEZE } else { say::UNFREEZE });
                let freeze = Button::new(words).icon(Icon::Lock).hover(cx.say(say::FREEZE_HINT));
                if button_ui(ui, cx.theme, &freeze).clicked() {
                    cx.push(Command::Freeze { session: session.id.clone(), freezes });
                }
                self.frozen_ui(ui, cx, session);
            });
        });
    }

    /// The session that is shown, and a menu of all of them.
    fn sessions_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
        let name = format!("{} · {}", cx.tell(&session.name), session.date);
        let button = Button::new(&name).trailing(Icon::ChevronDown).hover(cx.say(say::SESSIONS));
        let response = button_ui(ui, cx.theme, &button);
        Popup::menu(&response).width(320.0).show(|ui| {
            for other in cx.scenario().sessions_in_order() {
                let words = format!("{} · {}", cx.tell(&other.name), other.date);
                if ui.selectable_label(other.id == session.id, words).clicked() {
                    self.chosen = Some(other.id.clone());
                    self.form = None;
                    ui.close();
                }
            }
            ui.separator();
            if ui.button(cx.say(say::REMOVE)).clicked() {
                cx.push(Command::CancelSession(session.id.clone()));
                ui.close();
            }
        });
    }

    /// Whether the data are as they were when they were frozen.
    fn frozen_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
        let changed = self.changed(cx, session);
        let (mark, tone, words) = match (session.frozen.is_some(), changed) {
            (false, _) => (Icon::Unknown, Signal::Unknown, cx.say(say::NOT_FROZEN).to_owned()),
            (true, []) => (Icon::Holds, Signal::Holds, cx.say(say::FROZEN).to_owned()),
            (true, changed) => (Icon::Near, Signal::Near, cx.tell(&say::changed(changed)).to_owned()),
        };
        let room = (ui.available_width() - 24.0).max(0.0);
        let width = (width_of(ui.painter(), &words, Type::Body) + 1.0).min(room);
        let (rect, response) = ui.allocate_exact_size(vec2(width + 22.0, 24.0), Sense::hover());
        let sign = egui::Rect::from_center_size(rect.left_center() + vec2(8.0, 0.0), vec2(16.0, 16.0));
        icon::paint(ui.painter(), mark, sign, cx.theme.tone(tone).ink);
        let place = egui::Rect::from_min_max(rect.min + vec2(22.0, 0.0), rect.max);
        line(ui.painter(), place, Align::Min, &words, Type::Body, cx.theme.text2);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
        response.tip(&words);
        ui.add_space(SPACE_6);
    }

    /// Tables that differ from those on which the session was frozen; worked out again only when something has changed.
    fn changed(&mut self, cx: &Cx<'_>, session: &Session) -> &[String] {
        let generation = cx.bench.generation();
        let is_known = self.changed.as_ref().is_some_and(|(of, id, _)| (*of, id) == (generation, &session.id));
        if !is_known {
            let changed = session.frozen.as_ref().map(|it| fingerprint::changed(it, cx.scenario()));
            self.changed = Some((generation, session.id.clone(), changed.unwrap_or_default()));
        }
        self.changed.as_ref().map_or(&[], |(_, _, changed)| changed)
    }
}

/// There is no session yet: what to do.
fn nothing_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.28);
        ui.label(egui::RichText::new(cx.say(say::NO_SESSION)).font(Type::Heading.font()));
        ui.add_space(SPACE_8);
        ui.label(egui::RichText::new(cx.say(say::NO_SESSION_HINT)).color(cx.theme.text2));
        ui.add_space(SPACE_12);
        if button_ui(ui, cx.theme, &Button::primary(cx.say(say::NEW))).clicked() {
            cx.ask(Ask::Do(Action::NewSession));
        }
    });
}

fn choose_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        let words = if cx.scenario().projects.is_empty() { say::NO_PROJECT } else { say::CHOOSE_PROJECT };
        ui.label(egui::RichText::new(cx.say(words)).font(Type::BodyBold.font()).color(cx.theme.text2));
    });
}

//! The top band: document and its menu, workspace, plans, language, theme, settings.

use egui::{Align, Frame, Panel, Popup, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    i18n::words,
    model::id::PlanId,
    ui::{
        actions::{self, Action},
        cx::Cx,
        dialogs::Dialogs,
        theme::{SPACE_8, SPACE_12, Type},
        widgets::{
            button::{Button, Emphasis, band_tab_ui, button_ui},
            icon::{self, Icon},
            shapes,
            text::{line, width_of},
        },
    },
    workbench::command::{Command, Fresh},
};

const HEIGHT: f32 = 48.0;

/// The band between frames: a plan that is being renamed.
#[derive(Debug, Default)]
pub struct TopBand {
    renamed: Option<(PlanId, String)>,
}

impl TopBand {
    /// Tells whether a plan is being renamed.
    pub fn is_renaming(&self) -> bool {
        self.renamed.is_some()
    }

    /// Draws the band.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, dialogs: &mut Dialogs) {
        let frame = Frame::NONE.fill(cx.theme.band);
        Panel::top("top band").exact_size(HEIGHT).frame(frame).show_separator_line(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
            ui.horizontal_centered(|ui| {
                Self::document_ui(ui, cx, dialogs);
                band_tab_ui(ui, cx.theme, cx.say(words::PLACEMENT), true, HEIGHT);
                ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| {
                    ui.add_space(SPACE_12);
                    settings_ui(ui, cx, dialogs);
                    let theme_words = cx.say(if cx.bench.settings().dark { words::LIGHT } else { words::DARK });
                    let shape = if cx.bench.settings().dark { Icon::Sun } else { Icon::Moon };
                    let button = Button::quiet(shape, theme_words).emphasis(Emphasis::Band);
                    if button_ui(ui, cx.theme, &button).clicked() {
                        cx.push(Command::Darken(!cx.bench.settings().dark));
                    }
                    language_ui(ui, cx);
                    ui.add_space(SPACE_8);
                    self.plans_ui(ui, cx);
                });
            });
        });
        self.rename_ui(ui.ctx(), cx);
    }

    fn document_ui(ui: &mut Ui, cx: &Cx<'_>, dialogs: &mut Dialogs) {
        let theme = cx.theme;
        let width = if cx.roomy { 296.0 } else { 226.0 };
        let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
        let title = cx.tell(&cx.scenario().title).to_owned();
        let state = if cx.bench.is_busy() {
            words::BUSY
        } else if cx.bench.is_unsaved() {
            words::UNSAVED
        } else if cx.bench.path().is_some() {
            words::SAVED
        } else {
            words::IN_NO_FILE
        };
        let label = format!("{} · {title} · {}", cx.say(words::DOCUMENT_MENU), cx.say(state));
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &label));
        if response.hovered() || Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response)) {
            ui.painter().rect_filled(rect, 0.0, theme.band_high);
        }
        if response.has_focus() {
            shapes::focus_ring(ui.painter(), rect.shrink(5.0), 4, theme.band_accent);
        }
        let logo = Rect::from_min_size(pos2(rect.left() + SPACE_12, rect.center().y - 11.0), vec2(22.0, 22.0));
        icon::paint(ui.painter(), Icon::Logo, logo, theme.band_accent);
        let state_words = cx.say(state);
        let end = rect.right() - SPACE_8;
        let chevron = Rect::from_center_size(pos2(end - 7.0, rect.center().y), vec2(12.0, 12.0));
        icon::paint(ui.painter(), Icon::ChevronDown, chevron, theme.band_text2);
        // Where room is short a dot before the title says that it is unsaved, as in the title bar.
        let state_width = if cx.roomy { width_of(ui.painter(), state_words, Type::Small) } else { 0.0 };
        let state_place = Rect::from_min_max(
            pos2(chevron.left() - 6.0 - state_width, rect.top()),
            pos2(chevron.left() - 6.0, rect.bottom()),
        );
        if cx.roomy {
            line(ui.painter(), state_place, Align::Max, state_words, Type::Small, theme.band_text2);
        }
        let mut title_left = logo.right() + SPACE_8;
        if cx.bench.is_unsaved() && !cx.roomy {
            ui.painter().circle_filled(pos2(title_left + 4.0, rect.center().y), 3.5, theme.band_text);
            title_left += 14.0;
        }
        let name = Rect::from_min_max(pos2(title_left, rect.top()), pos2(state_place.left() - 4.0, rect.bottom()));
        line(ui.painter(), name, Align::Min, &title, Type::Strong, theme.band_text);
        let path = cx.bench.path().map_or_else(|| state_words.to_owned(), |path| path.display().to_string());
        let tip = format!("{title}\n{path}");
        let popup = Popup::menu(&response).width(250.0);
        popup.show(|ui| file_menu_ui(ui, cx, dialogs));
        response.on_hover_text(tip);
    }

    fn plans_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let add = Button::quiet(Icon::Plus, cx.say(words::ADD_PLAN)).emphasis(Emphasis::Band);
        let response = button_ui(ui, cx.theme, &add);
        Popup::menu(&response).show(|ui| {
            for (phrase, copy) in [(words::COPY_PLAN, true), (words::EMPTY_PLAN, false)] {
                if ui.button(cx.say(phrase)).clicked() {
                    cx.push(Command::AddPlan { copy });
                }
            }
        });
        let shows_names = cx.roomy || cx.scenario().plans.len() <= 2;
        for plan in cx.scenario().plans.iter().rev() {
            let is_shown = plan.id == *cx.bench.plan();
            let name = format!("{} {}", plan.id, cx.tell(&plan.name));
            let words = if shows_names || is_shown { name.clone() } else { plan.id.to_string() };
            let button = Button::new(&words).emphasis(Emphasis::Band).selected(is_shown);
            let button = if words == name { button } else { button.hover(&name) };
            let response = button_ui(ui, cx.theme, &button);
            if response.clicked() {
                cx.push(Command::ShowPlan(plan.id.clone()));
            }
            if response.double_clicked() {
                self.renamed = Some((plan.id.clone(), cx.tell(&plan.name).to_owned()));
            }
            response.context_menu(|ui| {
                if ui.button(cx.say(words::RENAME_PLAN)).clicked() {
                    self.renamed = Some((plan.id.clone(), cx.tell(&plan.name).to_owned()));
                }
                if ui.button(cx.say(words::OPEN_FIRST)).clicked() {
                    cx.push(Command::OpenFirst(plan.id.clone()));
                }
                if ui.button(cx.say(words::REMOVE_PLAN)).clicked() {
                    cx.push(Command::RemovePlan(plan.id.clone()));
                }
            });
        }
    }

    fn rename_ui(&mut self, ctx: &egui::Context, cx: &Cx<'_>) {
        let Some((plan, name)) = &mut self.renamed else { return };
        let mut outcome = None;
        let modal = crate::ui::dialogs::modal(cx, "rename plan").show(ctx, |ui| {
            ui.set_width(320.0);
            ui.label(format!("{} {plan}", cx.say(words::RENAME_PLAN)));
            ui.add_space(SPACE_8);
            let field = ui.add(egui::TextEdit::singleline(name).desired_width(f32::INFINITY).char_limit(40));
            field.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, cx.say(words::NAME)));
            field.request_focus();
            ui.add_space(SPACE_12);
            ui.horizontal(|ui| {
                if button_ui(ui, cx.theme, &Button::primary(cx.say(words::RENAME_PLAN)).keys("Enter")).clicked()
                    || ui.input(|input| input.key_pressed(egui::Key::Enter))
                {
                    outcome = Some(true);
                }
                if button_ui(ui, cx.theme, &Button::new(cx.say(words::CANCEL))).clicked() {
                    outcome = Some(false);
                }
            });
        });
        if modal.should_close() {
            outcome = Some(false);
        }
        if outcome == Some(true) {
            cx.push(Command::RenamePlan { plan: plan.clone(), name: name.clone() });
        }
        if outcome.is_some() {
            self.renamed = None;
        }
    }
}

fn language_ui(ui: &mut Ui, cx: &Cx<'_>) {
    // Laid out from the right: English comes first.
    for (phrase, chinese) in [("EN", false), ("中", true)] {
        let name = if chinese { words::CHINESE } else { words::ENGLISH };
        let button = Button::new(phrase).emphasis(Emphasis::Band).selected(cx.is_chinese() == chinese).hover(name.zh);
        if button_ui(ui, cx.theme, &button).clicked() {
            cx.push(Command::SpeakChinese(chinese));
        }
    }
}

fn settings_ui(ui: &mut Ui, cx: &Cx<'_>, dialogs: &mut Dialogs) {
    let response =
        button_ui(ui, cx.theme, &Button::quiet(Icon::Gear, cx.say(words::SETTINGS)).emphasis(Emphasis::Band));
    Popup::menu(&response).width(220.0).show(|ui| {
        let zoom = cx.bench.settings().zoom;
        for (phrase, keys, wanted) in [
            (words::ZOOM_IN, "Ctrl++", zoom + 0.1),
            (words::ZOOM_OUT, "Ctrl+-", zoom - 0.1),
            (words::ZOOM_RESET, "Ctrl+0", 1.0),
        ] {
            if ui.add(egui::Button::new(cx.say(phrase)).shortcut_text(keys)).clicked() {
                cx.push(Command::Zoom(wanted));
            }
        }
        ui.separator();
        let keys = actions::keys_of(ui.ctx(), Action::Shortcuts);
        if ui.add(egui::Button::new(cx.say(words::SHORTCUTS)).shortcut_text(keys)).clicked() {
            dialogs.show_shortcuts();
        }
        if ui.button(cx.say(words::ABOUT)).clicked() {
            dialogs.show_about();
        }
    });
}

fn file_menu_ui(ui: &mut Ui, cx: &Cx<'_>, dialogs: &mut Dialogs) {
    let keys = |action| actions::keys_of(ui.ctx(), action);
    let (new, open, save, save_as, quit, undo, redo) = (
        keys(Action::New),
        keys(Action::Open),
        keys(Action::Save),
        keys(Action::SaveAs),
        keys(Action::Quit),
        keys(Action::Undo),
        keys(Action::Redo),
    );
    ui.menu_button(cx.say(words::NEW), |ui| {
        let choices = [
            (words::NEW_SAME_BASE, Fresh::SameBase),
            (words::NEW_SAMPLE, Fresh::Sample),
            (words::NEW_BLANK, Fresh::Blank),
        ];
        for (at, (phrase, fresh)) in choices.into_iter().enumerate() {
            let keys = if at == 0 { new.as_str() } else { "" };
            if ui.add(egui::Button::new(cx.say(phrase)).shortcut_text(keys)).clicked() {
                cx.push(Command::New(fresh));
            }
        }
    });
    if ui.add(egui::Button::new(cx.say(words::OPEN)).shortcut_text(open)).clicked() {
        dialogs.ask_open(ui.ctx(), cx);
    }
    ui.menu_button(cx.say(words::OPEN_RECENT), |ui| {
        if cx.bench.settings().recent.is_empty() {
            ui.add_enabled(false, egui::Button::new(cx.say(words::NO_RECENT)));
        }
        for path in &cx.bench.settings().recent {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
                cx.push(Command::Open(path.clone()));
            }
        }
    });
    ui.separator();
    if ui.add(egui::Button::new(cx.say(words::SAVE)).shortcut_text(save)).clicked() {
        cx.push(Command::Save);
    }
    if ui.add(egui::Button::new(cx.say(words::SAVE_AS)).shortcut_text(save_as)).clicked() {
        dialogs.ask_save(ui.ctx(), cx);
    }
    ui.separator();
    for (phrase, keys, label, command) in [
        (words::UNDO, undo, cx.bench.undoable(), Command::Undo),
        (words::REDO, redo, cx.bench.redoable(), Command::Redo),
    ] {
        let name = label.as_ref().map(|label| format!("{}  {}", cx.say(phrase), cx.tell(label)));
        let button =
            egui::Button::new(name.clone().unwrap_or_else(|| cx.say(phrase).to_owned())).shortcut_text(keys).truncate();
        if ui.add_enabled(name.is_some(), button).clicked() {
            cx.push(command);
        }
    }
    ui.separator();
    if ui.add(egui::Button::new(cx.say(words::QUIT)).shortcut_text(quit)).clicked() {
        cx.push(Command::Quit);
    }
}

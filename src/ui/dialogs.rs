//! Questions and sheets over the window: files, unsaved changes, designating, keys, about, details.

use std::{
    path::PathBuf,
    sync::mpsc::{self, Receiver},
};

use egui::{Context, Id, Key, Modal, Role as AccessRole, ScrollArea, Ui, WidgetInfo, vec2};

use super::{
    actions::{ACTIONS, keys_of},
    cx::Cx,
    theme::{RADIUS_CARD, SPACE_8, SPACE_12, Type},
    widgets::button::{Button, button_ui},
};
use crate::{
    i18n::{self, words},
    model::{
        id::{ParkId, ProjectId},
        park::Role,
        policy::Level,
    },
    rules::finding::State,
    workbench::{
        command::Command,
        question::{Answer, Question},
        receipt::Notice,
    },
};

/// What a path is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Open,
    Save,
}

/// A path that is being asked for: by the system's dialog and by a field at the same time.
struct PathAsk {
    purpose: Purpose,
    typed: String,
    from_system: Option<Receiver<Option<PathBuf>>>,
}

/// A sheet that only tells something.
enum Sheet {
    Shortcuts,
    About,
    Notice(Notice),
}

/// What is open over the window.
#[derive(Default)]
pub struct Dialogs {
    path: Option<PathAsk>,
    sheet: Option<Sheet>,
}

impl Dialogs {
    /// Tells whether something is open.
    pub fn is_open(&self) -> bool {
        self.path.is_some() || self.sheet.is_some()
    }

    /// Asks which file to open.
    pub fn ask_open(&mut self, ctx: &Context, cx: &Cx<'_>) {
        self.path = Some(PathAsk { purpose: Purpose::Open, typed: String::new(), from_system: None });
        self.browse(ctx, cx);
    }

    /// Asks which file to save to.
    pub fn ask_save(&mut self, ctx: &Context, cx: &Cx<'_>) {
        let typed = cx.bench.path().map_or_else(|| format!("{}.ron", file_name(cx)), |path| path.display().to_string());
        self.path = Some(PathAsk { purpose: Purpose::Save, typed, from_system: None });
        self.browse(ctx, cx);
    }

    /// Shows the sheet of keys.
    pub fn show_shortcuts(&mut self) {
        self.sheet = Some(Sheet::Shortcuts);
    }

    /// Shows what the program is.
    pub fn show_about(&mut self) {
        self.sheet = Some(Sheet::About);
    }

    /// Shows a notice with all its lines.
    pub fn show_notice(&mut self, notice: Notice) {
        self.sheet = Some(Sheet::Notice(notice));
    }

    /// Opens the system's file dialog in a thread; where there is none, the field is the way.
    #[expect(clippy::disallowed_methods, reason = "the system's dialog must not hold up the window")]
    fn browse(&mut self, ctx: &Context, cx: &Cx<'_>) {
        let Some(ask) = &mut self.path else { return };
        if std::env::var_os("PARKBOARD_NO_SYSTEM_DIALOG").is_some() {
            return;
        }
        let (sender, receiver) = mpsc::channel();
        ask.from_system = Some(receiver);
        let mut dialog = rfd::FileDialog::new().add_filter(cx.say(words::SCENARIO_FILES), &["ron"]);
        if let Some(folder) = cx.bench.path().and_then(|path| path.parent()) {
            dialog = dialog.set_directory(folder);
        }
        let (purpose, ctx, name) = (ask.purpose, ctx.clone(), format!("{}.ron", file_name(cx)));
        std::thread::spawn(move || {
            let chosen = match purpose {
                Purpose::Open => dialog.pick_file(),
                Purpose::Save => dialog.set_file_name(name).save_file(),
            };
            // The window may have closed its side already.
            if sender.send(chosen).is_ok() {
                ctx.request_repaint();
            }
        });
    }

    /// Draws what is open.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) {
        if matches!(cx.bench.question(), Some(Question::WhereToSave { .. })) && self.path.is_none() {
            self.ask_save(ctx, cx);
        }
        self.path_ui(ctx, cx);
        if self.path.is_none() {
            question_ui(ctx, cx);
        }
        self.sheet_ui(ctx, cx);
        if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
            hovered_file_ui(ctx, cx);
        }
    }

    fn path_ui(&mut self, ctx: &Context, cx: &Cx<'_>) {
        let Some(ask) = &mut self.path else { return };
        let mut chosen = None;
        let mut is_closed = false;
        if let Some(answer) = ask.from_system.as_ref().and_then(|from| from.try_recv().ok()) {
            ask.from_system = None;
            chosen = answer;
        }
        let (title, action) = match ask.purpose {
            Purpose::Open => (words::CHOOSE_OPEN, words::OPEN),
            Purpose::Save => (words::CHOOSE_SAVE, words::SAVE),
        };
        let mut browses = false;
        let modal = modal(cx, "path").show(ctx, |ui| {
            ui.set_width(520.0);
            heading(ui, cx.say(title));
            let name = cx.say(words::PATH);
            ui.label(name);
            ui.add_space(4.0);
            let field = ui.add(
                egui::TextEdit::singleline(&mut ask.typed).id(Id::unique("path field")).desired_width(f32::INFINITY),
            );
            field.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, name));
            if !field.has_focus() && ask.from_system.is_none() {
                field.request_focus();
            }
            ui.add_space(4.0);
            let is_there = ask.purpose == Purpose::Save && is_file(&ask.typed);
            let hint = if is_there {
                words::OVERWRITES
            } else if ask.from_system.is_some() {
                words::DIALOG_OPEN
            } else {
                words::PATH_HINT
            };
            ui.weak(cx.say(hint));
            ui.add_space(SPACE_12);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                let has_path = !ask.typed.trim().is_empty();
                let confirm =
                    Button::primary(cx.say(action)).keys("Enter").enabled(has_path).hover(cx.say(words::PATH_EMPTY));
                let enter = ui.input(|input| input.key_pressed(Key::Enter));
                if has_path && (button_ui(ui, cx.theme, &confirm).clicked() || enter) {
                    chosen = Some(PathBuf::from(ask.typed.trim()));
                } else if !has_path {
                    button_ui(ui, cx.theme, &confirm);
                }
                browses = button_ui(ui, cx.theme, &Button::new(cx.say(words::BROWSE))).clicked();
                is_closed = button_ui(ui, cx.theme, &Button::new(cx.say(words::CANCEL))).clicked();
            });
        });
        let purpose = ask.purpose;
        if let Some(path) = chosen {
            cx.push(match purpose {
                Purpose::Open => Command::Open(path),
                Purpose::Save => Command::SaveTo(path),
            });
            self.path = None;
        } else if is_closed || modal.should_close() {
            if matches!(cx.bench.question(), Some(Question::WhereToSave { .. })) {
                cx.push(Command::Answer(Answer::Cancel));
            }
            self.path = None;
        } else if browses {
            self.browse(ctx, cx);
        }
    }

    fn sheet_ui(&mut self, ctx: &Context, cx: &Cx<'_>) {
        let Some(sheet) = &self.sheet else { return };
        let mut is_closed = false;
        let modal = modal(cx, "sheet").show(ctx, |ui| {
            ui.set_width(560.0);
            match sheet {
                Sheet::Shortcuts => shortcuts_ui(ui, cx),
                Sheet::About => about_ui(ui, cx),
                Sheet::Notice(notice) => notice_ui(ui, cx, notice),
            }
            ui.add_space(SPACE_12);
            is_closed = button_ui(ui, cx.theme, &Button::primary(cx.say(words::CLOSE)).keys("Esc")).clicked();
        });
        if is_closed || modal.should_close() {
            self.sheet = None;
        }
    }
}

/// Tells whether `path` names a file that is there.
fn is_file(path: &str) -> bool {
    crate::io::save::is_file(std::path::Path::new(path.trim()))
}

/// A name for the file of the document, made from its title.
fn file_name(cx: &Cx<'_>) -> String {
    let title = cx.tell(&cx.scenario().title);
    let clean: String =
        title.chars().map(|c| if "/\\:*?\"<>|".contains(c) || c.is_control() { '-' } else { c }).collect();
    clean.trim().chars().take(60).collect()
}

/// A sheet over the window, in the colours of the theme.
pub fn modal(cx: &Cx<'_>, id: &str) -> Modal {
    let frame = egui::Frame::NONE
        .fill(cx.theme.card)
        .stroke(cx.theme.edge_strong())
        .corner_radius(RADIUS_CARD)
        .shadow(cx.theme.shadow)
        .inner_margin(20);
    Modal::new(Id::unique(("modal", id))).frame(frame)
}

fn heading(ui: &mut Ui, words: &str) {
    ui.label(egui::RichText::new(words).font(Type::Heading.font()));
    ui.add_space(SPACE_8);
}

fn shortcuts_ui(ui: &mut Ui, cx: &Cx<'_>) {
    heading(ui, cx.say(words::SHORTCUTS));
    let actions = ACTIONS.iter().map(|row| {
        let keys: Vec<String> = row.keys.iter().map(|keys| ui.ctx().format_shortcut(keys)).collect();
        (cx.say(row.name), keys.join("  "))
    });
    let others = [
        (words::NEXT_PARK, "← ↑ ↓ →"),
        (words::SELECT_NEXT, "↑ ↓"),
        (words::ZOOM_IN, "Ctrl++"),
        (words::ZOOM_OUT, "Ctrl+-"),
        (words::ZOOM_RESET, "Ctrl+0"),
    ];
    let others = others.map(|(phrase, keys)| (cx.say(phrase), keys.to_owned()));
    let rows: Vec<(&str, String)> = actions.chain(others).collect();
    let grid = egui::Grid::new("shortcuts").num_columns(4).spacing(vec2(18.0, 2.0)).min_row_height(22.0);
    grid.show(ui, |ui| {
        for pair in rows.chunks(2) {
            for (name, keys) in pair {
                ui.label(*name);
                ui.label(egui::RichText::new(keys).font(Type::BodyBold.font()));
            }
            ui.end_row();
        }
    });
}

fn about_ui(ui: &mut Ui, cx: &Cx<'_>) {
    heading(ui, &format!("{} {}", cx.say(words::PARKBOARD), env!("CARGO_PKG_VERSION")));
    ui.label(cx.say(words::ABOUT_TEXT));
    ui.add_space(SPACE_8);
    ui.label(format!(
        "{} {} · {}",
        cx.say(words::RULE_PACK),
        cx.tell(&cx.scenario().pack.title),
        cx.scenario().pack.id
    ));
    ui.label("MIT OR Apache-2.0 · Noto Sans CJK SC: SIL OFL 1.1");
}

fn notice_ui(ui: &mut Ui, cx: &Cx<'_>, notice: &Notice) {
    heading(ui, cx.say(words::DETAILS));
    let mut all = vec![cx.tell(&notice.text).to_owned()];
    all.extend(notice.details.iter().map(|text| cx.tell(text).to_owned()));
    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        for (at, text) in all.iter().enumerate() {
            let style = if at == 0 { Type::BodyBold } else { Type::Body };
            ui.label(egui::RichText::new(text).font(style.font()));
            ui.add_space(4.0);
        }
    });
    ui.add_space(SPACE_8);
    if button_ui(ui, cx.theme, &Button::new(cx.say(words::COPY))).clicked() {
        ui.ctx().copy_text(all.join("\n"));
    }
}

fn question_ui(ctx: &Context, cx: &Cx<'_>) {
    let Some(question) = cx.bench.question() else { return };
    let mut answer = None;
    let modal = modal(cx, "question").show(ctx, |ui| {
        ui.set_width(460.0);
        match question {
            Question::Unsaved { .. } => {
                heading(ui, cx.say(words::ASK_UNSAVED));
                ui.label(format!("{} — {}", cx.tell(&cx.scenario().title), cx.say(words::ASK_UNSAVED_MORE)));
                ui.add_space(SPACE_12);
                let list = [
                    (Button::primary(cx.say(words::SAVE)), Answer::Save),
                    (Button::new(cx.say(words::DISCARD)), Answer::Discard),
                    (Button::new(cx.say(words::CANCEL)), Answer::Cancel),
                ];
                answer = answers_ui(ui, cx, &list);
            }
            Question::Designate { projects, park: park_id, industry, roles } => {
                heading(ui, cx.say(words::ASK_DESIGNATE));
                let scenario = cx.scenario();
                let project = match projects.as_slice() {
                    [project] => cx.tell(&i18n::finding::project_name(scenario, project)).to_owned(),
                    several => super::panels::board::several_words(cx, several.len()),
                };
                let park = i18n::finding::park_name(scenario, park_id);
                let industry = i18n::finding::industry_name(scenario, industry);
                let line = format!("{project} → {} · {}", cx.tell(&park), cx.tell(&industry));
                ui.label(egui::RichText::new(line).font(Type::BodyBold.font()));
                ui.add_space(4.0);
                ui.label(cx.say(words::ASK_DESIGNATE_MORE));
                broken_by_drop_ui(ui, cx, projects, park_id);
                ui.add_space(SPACE_12);
                let mut list = Vec::new();
                for role in roles.iter().rev() {
                    let words = match role {
                        Role::Leading => words::AS_LEADING,
                        Role::Characteristic => words::AS_CHARACTERISTIC,
                    };
                    let button =
                        if list.is_empty() { Button::primary(cx.say(words)) } else { Button::new(cx.say(words)) };
                    list.push((button, Answer::Designate(*role)));
                }
                list.push((Button::new(cx.say(words::PLACE_ONLY)), Answer::PlaceOnly));
                list.push((Button::new(cx.say(words::CANCEL)), Answer::Cancel));
                answer = answers_ui(ui, cx, &list);
            }
            Question::WhereToSave { .. } => {}
        }
    });
    if modal.should_close() {
        answer = Some(Answer::Cancel);
    }
    if let Some(answer) = answer {
        cx.push(Command::Answer(answer));
    }
}

/// The legal rules that placing `projects` in `park` would break all the same.
fn broken_by_drop_ui(ui: &mut Ui, cx: &Cx<'_>, projects: &[ProjectId], park: &ParkId) {
    let held = cx.previews_of(projects);
    let effect = held.as_ref().and_then(|held| held.previews.get(park)?.effect.as_ref());
    let broken = effect.iter().flat_map(|effect| &effect.created);
    for finding in broken.filter(|it| it.state == State::Broken && it.level == Level::Legal) {
        let sentence = i18n::finding::sentence(cx.scenario(), finding);
        let words = format!("{} {}", cx.say(words::ALSO_BREAKS), cx.tell(&sentence));
        ui.add_space(4.0);
        ui.colored_label(cx.theme.broken.ink, words);
    }
}

/// Buttons in a row; Enter takes the first.
fn answers_ui(ui: &mut Ui, cx: &Cx<'_>, list: &[(Button<'_>, Answer)]) -> Option<Answer> {
    let mut answer = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (button, meaning) in list {
            if button_ui(ui, cx.theme, button).clicked() {
                answer = Some(*meaning);
            }
        }
    });
    let is_free = ui.ctx().memory(egui::Memory::focused).is_none();
    if is_free && ui.input(|input| input.key_pressed(Key::Enter)) {
        answer = list.first().map(|(_, meaning)| *meaning);
    }
    answer
}

fn hovered_file_ui(ctx: &Context, cx: &Cx<'_>) {
    modal(cx, "hovered file").show(ctx, |ui| {
        heading(ui, cx.say(words::DROP_TO_OPEN));
        let keys = keys_of(ctx, super::actions::Action::Open);
        ui.weak(keys);
    });
}

//! Which file to open, or to save to: asked by the system's dialog and by a field at the same time.

use std::{
    path::PathBuf,
    sync::mpsc::{self, Receiver},
};

use egui::{Context, vec2};

use super::{enter_confirms, field_ui, heading, modal, sheet_width, take_keyboard};
use crate::{
    i18n::{compare, import, merging, words},
    ui::{
        cx::{Cx, Export},
        theme::SPACE_12,
        widgets::button::{Button, button_ui},
    },
    workbench::{
        command::Command,
        delivery::{Delivery, Goods},
        merging::{Base, Step},
        question::{Answer, Question},
    },
};

/// What a path is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Purpose {
    Open,
    Save,
    Plans,
    Map,
    Sheets,
    /// A file to merge into the document.
    Merge,
    /// What the document and a file to merge began with: that file.
    MergeBase(PathBuf),
    Export(Export),
    /// Papers or tables, with their language and the name that is suggested.
    Deliver(Goods, bool, String),
}

/// A path that is being asked for.
pub struct PathAsk {
    purpose: Purpose,
    typed: String,
    from_system: Option<Receiver<Vec<PathBuf>>>,
    /// Whether the chosen file is being written: the sheet stays until that has come out well.
    is_writing: bool,
    /// Whether the sheet was not drawn yet.
    is_new: bool,
}

impl PathAsk {
    /// Asks which file to open.
    pub fn open(ctx: &Context, cx: &Cx<'_>) -> Self {
        Self::new(ctx, cx, Purpose::Open, String::new())
    }

    /// Asks which file to save to.
    pub fn save(ctx: &Context, cx: &Cx<'_>) -> Self {
        let name = format!("{}.ron", file_name(cx));
        let in_folder = || cx.bench.settings().folder.as_ref().map_or_else(|| name.clone().into(), |it| it.join(&name));
        let typed = cx.bench.path().map_or_else(in_folder, std::path::Path::to_path_buf);
        Self::new(ctx, cx, Purpose::Save, typed.display().to_string())
    }

    /// Asks which file to compare plans of.
    pub fn plans(ctx: &Context, cx: &Cx<'_>) -> Self {
        Self::new(ctx, cx, Purpose::Plans, String::new())
    }

    /// Asks which file to take district outlines from.
    pub fn map(ctx: &Context, cx: &Cx<'_>) -> Self {
        Self::new(ctx, cx, Purpose::Map, String::new())
    }

    /// Asks which sheets to import.
    pub fn sheets(ctx: &Context, cx: &Cx<'_>) -> Self {
        Self::new(ctx, cx, Purpose::Sheets, String::new())
    }

    /// Asks which file to merge into the document.
    pub fn merge(ctx: &Context, cx: &Cx<'_>) -> Self {
        Self::new(ctx, cx, Purpose::Merge, String::new())
    }

    /// Asks what the document and the file `theirs` began with.
    pub fn merge_base(ctx: &Context, cx: &Cx<'_>, theirs: PathBuf) -> Self {
        Self::new(ctx, cx, Purpose::MergeBase(theirs), String::new())
    }

    /// Asks where to write a file that is not the document.
    pub fn export(ctx: &Context, cx: &Cx<'_>, export: Export) -> Self {
        let typed = beside_document(cx).join(&export.name).display().to_string();
        Self::new(ctx, cx, Purpose::Export(export), typed)
    }

    /// Asks where to write papers or tables.
    pub fn delivery(ctx: &Context, cx: &Cx<'_>, goods: Goods, is_chinese: bool, name: &str) -> Self {
        let typed = beside_document(cx).join(name).display().to_string();
        Self::new(ctx, cx, Purpose::Deliver(goods, is_chinese, name.to_owned()), typed)
    }

    fn new(ctx: &Context, cx: &Cx<'_>, purpose: Purpose, typed: String) -> Self {
        let mut ask = Self { purpose, typed, from_system: None, is_writing: false, is_new: true };
        ask.browse(ctx, cx);
        ask
    }

    /// Opens the system's file dialog in a thread; where there is none, the field is the way.
    #[expect(clippy::disallowed_methods, reason = "the system's dialog must not hold up the window")]
    fn browse(&mut self, ctx: &Context, cx: &Cx<'_>) {
        if std::env::var_os("PARKBOARD_NO_SYSTEM_DIALOG").is_some() {
            return;
        }
        let (sender, receiver) = mpsc::channel();
        self.from_system = Some(receiver);
        let mut dialog = rfd::FileDialog::new();
        dialog = match &self.purpose {
            Purpose::Open | Purpose::Save | Purpose::Plans | Purpose::Merge | Purpose::MergeBase(_) => {
                dialog.add_filter(cx.say(words::SCENARIO_FILES), &["ron"])
            }
            Purpose::Map => dialog.add_filter(cx.say(words::MAP_FILES), &["geojson", "json"]),
            Purpose::Sheets => {
                dialog.add_filter(cx.say(import::FILES), &["xlsx", "xlsm", "xls", "et", "ods", "csv", "tsv", "txt"])
            }
            Purpose::Export(Export { name, .. }) | Purpose::Deliver(_, _, name) => {
                let ending = name.rsplit('.').next().unwrap_or_default();
                dialog.add_filter(ending.to_uppercase(), &[ending])
            }
        };
        let of_document = cx.bench.path().and_then(|path| path.parent());
        if let Some(folder) = of_document.or(cx.bench.settings().folder.as_deref()) {
            dialog = dialog.set_directory(folder);
        }
        let is_open = !matches!(self.purpose, Purpose::Save | Purpose::Export(_) | Purpose::Deliver(..));
        let takes_several = self.purpose == Purpose::Sheets;
        let name = match &self.purpose {
            Purpose::Open
            | Purpose::Save
            | Purpose::Plans
            | Purpose::Map
            | Purpose::Sheets
            | Purpose::Merge
            | Purpose::MergeBase(_) => format!("{}.ron", file_name(cx)),
            Purpose::Export(Export { name, .. }) | Purpose::Deliver(_, _, name) => name.clone(),
        };
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            let chosen = if takes_several {
                dialog.pick_files().unwrap_or_default()
            } else {
                let one = if is_open { dialog.pick_file() } else { dialog.set_file_name(name).save_file() };
                one.into_iter().collect()
            };
            // The window may have closed its side already.
            if sender.send(chosen).is_ok() {
                ctx.request_repaint();
            }
        });
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        if self.is_writing && !cx.bench.is_busy() {
            if cx.bench.failed_save().is_none() {
                return false;
            }
            self.is_writing = false;
        }
        let mut chosen: Vec<PathBuf> = Vec::new();
        let mut is_closed = false;
        if let Some(answer) = self.from_system.as_ref().and_then(|from| from.try_recv().ok()) {
            self.from_system = None;
            chosen = answer;
        }
        let (title, action) = match &self.purpose {
            Purpose::Open => (words::CHOOSE_OPEN, words::OPEN),
            Purpose::Save => (words::CHOOSE_SAVE, words::SAVE),
            Purpose::Plans => (compare::CHOOSE_FILE, compare::BRING),
            Purpose::Map => (words::CHOOSE_MAP, words::IMPORT_MAP),
            Purpose::Sheets => (import::CHOOSE, import::IMPORT),
            Purpose::Export(_) | Purpose::Deliver(..) => (words::CHOOSE_EXPORT, words::EXPORT),
            Purpose::Merge => (merging::CHOOSE_FILE, merging::MERGE),
            Purpose::MergeBase(_) => (merging::CHOOSE_BASE, merging::TAKE_BASE),
        };
        // Here the deed is done: nothing more is asked.
        let deed = cx.say(action).trim_end_matches('…');
        let mut browses = false;
        let modal = modal(cx, "path").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 520.0));
            heading(ui, cx.say(title));
            let field = field_ui(ui, "path field", cx.say(words::PATH), &mut self.typed);
            if self.from_system.is_none() {
                take_keyboard(ui, &field, &mut self.is_new);
            }
            ui.add_space(4.0);
            self.hint_ui(ui, cx);
            ui.add_space(SPACE_12);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                let may = !self.typed.trim().is_empty() && !self.is_writing;
                let confirm = Button::primary(deed).keys("Enter").enabled(may).hover(cx.say(words::PATH_EMPTY));
                let enter = enter_confirms(ui);
                if (button_ui(ui, cx.theme, &confirm).clicked() || enter) && may {
                    chosen = vec![PathBuf::from(self.typed.trim())];
                }
                browses = button_ui(ui, cx.theme, &Button::new(cx.say(words::BROWSE))).clicked();
                is_closed = button_ui(ui, cx.theme, &Button::new(cx.say(words::CANCEL)).keys("Esc")).clicked();
            });
        });
        if self.purpose == Purpose::Sheets && !chosen.is_empty() {
            cx.push(Command::BeginImport(chosen));
            return false;
        }
        if let Some(path) = chosen.into_iter().next() {
            self.typed = path.display().to_string();
            match &self.purpose {
                Purpose::Open => cx.push(Command::Open(path)),
                Purpose::Plans => cx.push(Command::BringPlans(path)),
                Purpose::Map => cx.push(Command::ImportMap(path)),
                Purpose::Sheets => cx.push(Command::BeginImport(vec![path])),
                Purpose::Merge => cx.push(Command::Merge(Step::Begin { theirs: path, base: Base::Opened })),
                Purpose::MergeBase(theirs) => {
                    cx.push(Command::Merge(Step::Begin { theirs: theirs.clone(), base: Base::File(path) }));
                }
                Purpose::Save => cx.push(Command::SaveTo(path)),
                Purpose::Export(export) => cx.push(Command::Export { path, bytes: export.bytes.clone() }),
                Purpose::Deliver(goods, is_chinese, _) => {
                    let (goods, is_chinese) = (goods.clone(), *is_chinese);
                    cx.push(Command::Deliver(Box::new(Delivery { path, goods, is_chinese })));
                }
            }
            self.is_writing = self.purpose == Purpose::Save;
            return self.is_writing;
        }
        if is_closed || modal.should_close() {
            if matches!(cx.bench.question(), Some(Question::WhereToSave { .. })) {
                cx.push(Command::Answer(Answer::Cancel));
            }
            return false;
        }
        if browses {
            self.browse(ctx, cx);
        }
        true
    }

    /// What a person should know: why it was not saved, that a file is replaced, that the system's dialog is open.
    fn hint_ui(&self, ui: &mut egui::Ui, cx: &Cx<'_>) {
        let is_save = matches!(self.purpose, Purpose::Save | Purpose::Export(_) | Purpose::Deliver(..));
        let failed = cx.bench.failed_save().filter(|_| self.purpose == Purpose::Save && !self.is_writing);
        if let Some(told) = failed {
            ui.colored_label(cx.theme.broken.ink, cx.tell(told));
        } else if is_save && crate::io::save::is_file(std::path::Path::new(self.typed.trim())) {
            ui.weak(cx.say(words::OVERWRITES));
        } else if self.from_system.is_some() {
            ui.weak(cx.say(words::DIALOG_OPEN));
        } else if !is_save {
            ui.weak(cx.say(words::PATH_HINT));
        }
    }
}

/// The folder of the document, else the one in which dialogs begin.
fn beside_document(cx: &Cx<'_>) -> PathBuf {
    let of_document = cx.bench.path().and_then(|path| path.parent()).map(std::path::Path::to_path_buf);
    of_document.or_else(|| cx.bench.settings().folder.clone()).unwrap_or_default()
}

/// A name for the file of the document, made from its title.
fn file_name(cx: &Cx<'_>) -> String {
    let title = cx.tell(&cx.scenario().title);
    let clean: String =
        title.chars().map(|c| if "/\\:*?\"<>|".contains(c) || c.is_control() { '-' } else { c }).collect();
    clean.trim().chars().take(60).collect()
}

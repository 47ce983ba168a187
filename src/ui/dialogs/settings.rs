//! What a person chooses for this computer: language, theme, text size, folder, motion, hints. Every choice takes effect at once.

use std::path::{Path, PathBuf};

use egui::{Context, Key, Ui, vec2};

use super::{body_ui, field_ui, heading, modal, sheet_width};
use crate::{
    i18n::{help::hints, phrase::Phrase, words},
    io::settings::Hint,
    ui::{
        cx::Cx,
        theme::{Lettering, SPACE_8, SPACE_12, Type},
        widgets::button::{Button, Segment, button_ui, segmented_ui},
    },
    workbench::command::Command,
};

/// Text sizes that are offered, per cent.
const SIZES: [u16; 6] = [80, 100, 125, 150, 175, 200];

/// The sheet between frames: the folder as it is being typed.
#[derive(Debug)]
pub struct SettingsSheet {
    folder: String,
}

impl SettingsSheet {
    /// Begins with the settings as they are.
    pub fn new(cx: &Cx<'_>) -> Self {
        let folder = cx.bench.settings().folder.as_ref().map(|it| it.display().to_string()).unwrap_or_default();
        Self { folder }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let settings = cx.bench.settings();
        let mut is_closed = false;
        let modal = modal(cx, "settings").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 460.0));
            heading(ui, cx.say(words::SETTINGS));
            body_ui(ui, |ui| {
                let languages = [words::CHINESE, words::ENGLISH];
                if let Some(at) = choice_ui(ui, cx, words::LANGUAGE, &languages, usize::from(!settings.chinese)) {
                    cx.push(Command::SpeakChinese(at == 0));
                }
                let themes = [words::LIGHT_THEME, words::DARK_THEME];
                if let Some(at) = choice_ui(ui, cx, words::THEME, &themes, usize::from(settings.dark)) {
                    cx.push(Command::Darken(at == 1));
                }
                size_ui(ui, cx);
                section_ui(ui, cx, words::MOTION);
                let mut still = settings.still;
                if ui.checkbox(&mut still, cx.say(words::STILL)).changed() {
                    cx.push(Command::KeepStill(still));
                }
                section_ui(ui, cx, hints::HINT);
                let mut shown = settings.hint.is_some();
                if ui.checkbox(&mut shown, cx.say(hints::SHOW_AGAIN)).changed() {
                    cx.push(Command::Hint(Hint::ALL.first().copied().filter(|_| shown)));
                }
                self.folder_ui(ui, cx);
            });
            ui.add_space(SPACE_12);
            ui.weak(cx.say(words::AT_ONCE));
            ui.add_space(SPACE_8);
            is_closed = button_ui(ui, cx.theme, &Button::primary(cx.say(words::CLOSE)).keys("Esc")).clicked();
        });
        !is_closed && !modal.should_close()
    }

    fn folder_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.add_space(SPACE_8);
        let field = field_ui(ui, "default folder", cx.say(words::FOLDER), &mut self.folder);
        let typed = self.folder.trim();
        let is_there = typed.is_empty() || crate::io::save::is_folder(Path::new(typed));
        let is_done = field.lost_focus() || (field.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)));
        let chosen = (!typed.is_empty()).then(|| PathBuf::from(typed));
        if is_done && is_there && chosen != cx.bench.settings().folder {
            cx.push(Command::BeginIn(chosen.unwrap_or_default()));
        }
        ui.add_space(2.0);
        if is_there {
            ui.weak(cx.say(words::FOLDER_HINT));
        } else {
            ui.colored_label(cx.theme.broken.ink, cx.say(words::NO_SUCH_FOLDER));
        }
    }
}

fn section_ui(ui: &mut Ui, cx: &Cx<'_>, title: Phrase) {
    ui.add_space(SPACE_8);
    ui.label(egui::RichText::new(cx.say(title)).font(Type::BodyBold.font()));
}

/// One of several; the one that was chosen now.
fn choice_ui(ui: &mut Ui, cx: &Cx<'_>, title: Phrase, choices: &[Phrase], holds: usize) -> Option<usize> {
    section_ui(ui, cx, title);
    let segments: Vec<Segment<'_>> = choices.iter().map(|it| Segment { name: cx.say(*it), icon: None }).collect();
    let mut chosen = holds;
    segmented_ui(ui, cx.theme, &segments, &mut chosen).changed().then_some(chosen)
}

fn size_ui(ui: &mut Ui, cx: &Cx<'_>) {
    section_ui(ui, cx, words::TEXT_SIZE);
    let zoom = cx.bench.settings().zoom;
    let names = SIZES.map(|size| format!("{size} %"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (size, name) in SIZES.into_iter().zip(&names) {
            let factor = f32::from(size) / 100.0;
            let button = Button::new(name).selected((zoom - factor).abs() < 0.01);
            if button_ui(ui, cx.theme, &button).clicked() {
                cx.push(Command::Zoom(factor));
            }
        }
    });
}

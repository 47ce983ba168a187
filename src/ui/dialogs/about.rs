//! What the program is, and by which rules it judges.

use egui::Ui;

use super::heading;
use crate::{
    i18n::words,
    ui::{cx::Cx, theme::SPACE_8},
};

/// Draws the sheet.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>) {
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

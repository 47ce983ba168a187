//! A notice with all its lines, to read and to copy.

use egui::{ScrollArea, Ui};

use super::{heading, sheet_height};
use crate::{
    i18n::words,
    ui::{
        cx::Cx,
        theme::{Lettering, SPACE_8, Type},
        widgets::button::{Button, button_ui},
    },
    workbench::receipt::Notice,
};

/// Draws the sheet.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, notice: &Notice) {
    heading(ui, cx.say(words::DETAILS));
    let mut all = vec![cx.tell(&notice.text).to_owned()];
    all.extend(notice.details.iter().map(|text| cx.tell(text).to_owned()));
    ScrollArea::vertical().max_height(sheet_height(ui, 360.0)).show(ui, |ui| {
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

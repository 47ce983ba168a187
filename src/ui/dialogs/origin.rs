//! Where a figure comes from: source with its address as text, confidence, note, and whether it is an exception.

use egui::Ui;

use super::heading;
use crate::{
    i18n::{term, words},
    model::evidence::Confidence,
    ui::{
        cx::Cx,
        origin::Origin,
        theme::{SPACE_4, SPACE_8, Type},
        widgets::button::{Button, button_ui},
    },
};

/// Draws the sheet.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, origin: &Origin) {
    heading(ui, cx.say(words::WHERE_FROM));
    let (table, record) = origin.record();
    let line = format!("{} {}{}", origin.label, origin.sign(cx), origin.figure);
    ui.label(egui::RichText::new(&line).font(Type::BodyBold.font()));
    let place = format!("{table}/{record}/{}", origin.field);
    ui.weak(&place);
    ui.add_space(SPACE_8);
    let Some(told) = origin.told(cx) else { return };
    let mut lines = vec![format!("{}: {}", cx.say(words::CONFIDENCE), cx.say(term::confidence(told.confidence)))];
    match told.source {
        Some(source) => {
            lines.push(format!("{}: {} {}", cx.say(words::SOURCE), source.id, cx.tell(&source.title)));
            if !source.address.is_empty() {
                lines.push(source.address.clone());
            }
        }
        None => lines.push(format!("{}: {}", cx.say(words::SOURCE), cx.say(words::NO_SOURCE))),
    }
    let of = match (told.is_by_plan, told.is_exception) {
        (true, _) => words::OF_THE_PLAN,
        (false, true) => words::OF_THE_FIELD,
        (false, false) => words::OF_THE_RECORD,
    };
    lines.push(cx.say(of).to_owned());
    if !told.note.is_empty() {
        lines.push(told.note.to_owned());
    }
    if told.confidence == Confidence::Assumed {
        lines.push(cx.say(words::ASSUMED_SIGN).to_owned());
    }
    for text in &lines {
        ui.add(egui::Label::new(text).wrap());
        ui.add_space(SPACE_4);
    }
    ui.add_space(SPACE_4);
    if button_ui(ui, cx.theme, &Button::new(cx.say(words::COPY))).clicked() {
        let head = [line, place];
        ui.copy_text(head.iter().chain(&lines).cloned().collect::<Vec<_>>().join("\n"));
    }
}

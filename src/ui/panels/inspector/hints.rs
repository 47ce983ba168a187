//! What a newcomer is told, one thing at a time, where nothing is selected and nothing else would stand.

use egui::{Frame, Label, Rect, RichText, Ui, UiBuilder};

use crate::{
    i18n::help::hints as say,
    io::settings::Hint,
    ui::{
        cx::Cx,
        theme::{Lettering, RADIUS_CARD, SPACE_4, SPACE_8, SPACE_12, Type},
        widgets::button::{Button, button_ui},
    },
    workbench::command::Command,
};

/// Draws `hint` at the top of `room`.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, room: Rect, hint: Hint) {
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        let frame = Frame::NONE.fill(cx.theme.card).stroke(cx.theme.edge_strong()).corner_radius(RADIUS_CARD);
        frame.inner_margin(SPACE_12).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = egui::vec2(SPACE_8, SPACE_4);
            let told =
                |words: &str, style: Type, ink| Label::new(RichText::new(words).font(style.font()).color(ink)).wrap();
            ui.add(told(cx.tell(&say::counted(hint)), Type::Small, cx.theme.text2));
            ui.add(told(cx.say(say::title(hint)), Type::BodyBold, cx.theme.text1));
            ui.add(told(cx.say(say::words(hint)), Type::Body, cx.theme.text1));
            ui.add_space(SPACE_4);
            buttons_ui(ui, cx, hint);
        });
    });
}

fn buttons_ui(ui: &mut Ui, cx: &Cx<'_>, hint: Hint) {
    ui.horizontal_wrapped(|ui| {
        let next = if hint.next().is_some() { say::NEXT } else { say::GOT_IT };
        if button_ui(ui, cx.theme, &Button::primary(cx.say(next)).small()).clicked() {
            cx.push(Command::Hint(hint.next()));
        }
        if hint.next().is_some() && button_ui(ui, cx.theme, &Button::new(cx.say(say::NO_MORE)).small()).clicked() {
            cx.push(Command::Hint(None));
        }
    });
}

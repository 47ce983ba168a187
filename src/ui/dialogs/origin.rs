//! Where a figure comes from: source with its address as text, confidence, note, and whether it is an exception; for points
//! also how they come about, and every record that they rest on.

use egui::{Align, Id, Rect, Role as AccessRole, Ui, WidgetInfo, pos2, vec2};

use super::{body_ui, form::row_ui, heading};
use crate::{
    i18n::{term, words},
    model::evidence::Confidence,
    ui::{
        account::Account,
        actions::Action,
        cx::{Ask, Cx},
        origin::Origin,
        theme::{Lettering, SPACE_4, SPACE_8, Type},
        widgets::{
            button::{Button, button_ui},
            text::{line, width_of},
            tip::Tip,
        },
    },
};

/// Height of the row of a record, in points.
const ROW: f32 = 26.0;

/// The sheet between frames.
pub struct OriginSheet {
    /// The points that are told; `None` for a figure alone.
    account: Option<Account>,
    /// The figure that is told.
    shown: Option<Origin>,
}

impl OriginSheet {
    /// The sheet of a figure.
    pub const fn of(origin: Origin) -> Self {
        Self { account: None, shown: Some(origin) }
    }

    /// The sheet of points; where they rest on one record alone, it is told at once.
    pub fn of_account(account: Account) -> Self {
        let shown = match account.origins.as_slice() {
            [only] => Some(only.clone()),
            [] | [_, _, ..] => None,
        };
        Self { account: Some(account), shown }
    }

    /// Draws the sheet.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        match &self.account {
            Some(account) => {
                heading(ui, &account.title);
                for words in [&account.reason, &account.reckoning] {
                    ui.add(egui::Label::new(words).wrap());
                }
                if button_ui(ui, cx.theme, &Button::new(cx.say(words::WEIGHTS_BUTTON)).small()).clicked() {
                    cx.ask(Ask::Do(Action::Weights));
                }
                ui.add_space(SPACE_8);
            }
            None => heading(ui, cx.say(words::WHERE_FROM)),
        }
        let origins = self.account.as_ref().map(|it| it.origins.as_slice()).unwrap_or_default();
        match &self.shown {
            Some(origin) => {
                body_ui(ui, |ui| told_ui(ui, cx, origin));
                if origins.len() > 1 && button_ui(ui, cx.theme, &Button::new(cx.say(words::BACK_TO_LIST))).clicked() {
                    self.shown = None;
                }
            }
            None => {
                if let Some(account) = &self.account {
                    self.shown = body_ui(ui, |ui| list_ui(ui, cx, account));
                }
            }
        }
    }
}

/// The records that points rest on; tells which was clicked.
fn list_ui(ui: &mut Ui, cx: &Cx<'_>, account: &Account) -> Option<Origin> {
    ui.spacing_mut().item_spacing.y = 0.0;
    if !account.note.is_empty() {
        ui.add(egui::Label::new(&account.note).wrap());
        ui.add_space(SPACE_4);
    }
    let mut clicked = None;
    for (at, origin) in account.origins.iter().enumerate() {
        let figure = format!("{}{}", origin.sign(cx), origin.figure);
        let (rect, response) = row_ui(ui, cx, Id::unique(("rests on", at)), ROW, true);
        let spoken = format!("{} {figure} · {}", origin.label, cx.say(words::WHERE_FROM));
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &spoken));
        if ui.is_rect_visible(rect) {
            let inner = rect.shrink2(vec2(SPACE_8, 0.0));
            let most = inner.width() * 0.6;
            let width = width_of(ui.painter(), &figure, Type::Body).min(most);
            let place = Rect::from_min_max(pos2(inner.right() - width, inner.top()), inner.max);
            line(ui.painter(), place, Align::Max, &figure, Type::Body, cx.theme.text2);
            let place = Rect::from_min_max(inner.min, pos2(place.left() - SPACE_8, inner.bottom()));
            line(ui.painter(), place, Align::Min, &origin.label, Type::Body, cx.theme.text1);
        }
        if response.clicked() {
            clicked = Some(origin.clone());
        }
        response.tip(origin.tip(cx));
    }
    clicked
}

/// A figure, and what is known of it.
fn told_ui(ui: &mut Ui, cx: &Cx<'_>, origin: &Origin) {
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
    lines.extend(origin.is_position_of_plan(cx).then(|| cx.say(words::POSITION_OF_THE_PLAN).to_owned()));
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

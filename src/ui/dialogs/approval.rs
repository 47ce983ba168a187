//! The approval of a plan: who and when; or what stands in the way, each a link to its finding.

use egui::{Context, Rect, ScrollArea, Ui, vec2};
use jiff::civil::Date;

use super::{body_ui, enter_confirms, field_ui, heading, modal, sheet_height, sheet_width, take_keyboard};
use crate::{
    i18n::{self, words},
    rules::finding::Finding,
    ui::{
        cx::{Cx, signal},
        panels::findings::view::{park_name, rule_title},
        theme::{Lettering, SPACE_8, SPACE_12, Type},
        widgets::{
            button::{Button, button_ui},
            icon::{self, Icon},
        },
    },
    workbench::{Selection, command::Command},
};

/// The sheet between frames.
#[derive(Debug)]
pub struct ApprovalSheet {
    by: String,
    on: String,
    has_tried: bool,
    /// Whether the sheet was not drawn yet.
    is_new: bool,
}

impl ApprovalSheet {
    /// Begins with the day of the data.
    pub fn new(cx: &Cx<'_>) -> Self {
        Self { by: String::new(), on: cx.scenario().as_of.to_string(), has_tried: false, is_new: true }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut stays = true;
        let modal = modal(cx, "approval").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 560.0));
            heading(ui, &format!("{} {}", cx.say(words::APPROVAL), cx.bench.plan()));
            let obstacles = cx.bench.judgement().obstacles();
            if obstacles.is_empty() {
                stays = self.form_ui(ui, cx);
            } else {
                stays = barred_ui(ui, cx, &obstacles);
            }
        });
        stays && !modal.should_close()
    }

    fn form_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        body_ui(ui, |ui| {
            ui.label(cx.say(words::APPROVAL_MEANS));
            ui.add_space(SPACE_8);
            let by = field_ui(ui, "approved by", cx.say(words::APPROVED_BY), &mut self.by);
            take_keyboard(ui, &by, &mut self.is_new);
            ui.add_space(SPACE_8);
            field_ui(ui, "approved on", cx.say(words::APPROVED_ON), &mut self.on);
            ui.add_space(2.0);
            ui.weak(cx.say(words::DAY_HINT));
        });
        let day: Option<Date> = self.on.trim().parse().ok();
        if self.has_tried {
            if self.by.trim().is_empty() {
                ui.colored_label(cx.theme.broken.ink, cx.say(words::APPROVER_MISSING));
            }
            if day.is_none() {
                ui.colored_label(cx.theme.broken.ink, cx.say(words::DAY_HINT));
            }
        }
        ui.add_space(SPACE_12);
        let mut stays = true;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            let wants = button_ui(ui, cx.theme, &Button::primary(cx.say(words::APPROVE_NOW)).keys("Enter")).clicked()
                || enter_confirms(ui);
            if wants {
                self.has_tried = true;
                if let Some(on) = day.filter(|_| !self.by.trim().is_empty()) {
                    cx.push(Command::Approve { on, by: self.by.trim().to_owned() });
                    stays = false;
                }
            }
            if button_ui(ui, cx.theme, &Button::new(cx.say(words::CANCEL)).keys("Esc")).clicked() {
                stays = false;
            }
        });
        stays
    }
}

/// What stands in the way; `false` when the person goes to one of them, or closes.
fn barred_ui(ui: &mut Ui, cx: &Cx<'_>, obstacles: &[&Finding]) -> bool {
    ui.label(egui::RichText::new(cx.say(words::APPROVAL_BARRED)).font(Type::BodyBold.font()));
    ui.add_space(SPACE_8);
    let mut stays = true;
    ScrollArea::vertical().max_height(sheet_height(ui, 360.0)).show(ui, |ui| {
        for finding in obstacles {
            let sentence = i18n::finding::sentence(cx.world(), finding);
            let words = format!(
                "{} · {} · {}",
                rule_title(cx, &finding.rule),
                park_name(cx, finding.park.as_ref()),
                cx.tell(&sentence)
            );
            ui.horizontal_top(|ui| {
                let (mark, _) = ui.allocate_exact_size(vec2(16.0, 18.0), egui::Sense::hover());
                let mark = Rect::from_center_size(mark.center(), vec2(16.0, 16.0));
                let tone = signal(finding.state);
                icon::paint(ui.painter(), Icon::of(tone), mark, cx.theme.tone(tone).ink);
                // In a column of its own a long one goes on in the next line.
                let clicked = ui.vertical(|ui| ui.add(egui::Link::new(words)).clicked()).inner;
                if clicked {
                    cx.push(Command::Select(Selection::Finding(finding.key())));
                    stays = false;
                }
            });
        }
    });
    ui.add_space(SPACE_12);
    if button_ui(ui, cx.theme, &Button::primary(cx.say(words::CLOSE)).keys("Esc")).clicked() {
        stays = false;
    }
    stays
}

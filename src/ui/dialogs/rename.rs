//! Another name for a plan.

use egui::{Context, Id, Role, WidgetInfo};

use super::{modal, sheet_width};
use crate::{
    i18n::words,
    model::id::PlanId,
    ui::{
        cx::Cx,
        theme::SPACE_12,
        widgets::button::{Button, button_ui},
    },
    workbench::command::Command,
};

/// A plan that is being renamed.
#[derive(Debug)]
pub struct Rename {
    plan: PlanId,
    name: String,
    /// Whether the sheet was not drawn yet.
    is_new: bool,
}

impl Rename {
    /// Begins with the name that `plan` has.
    pub fn new(cx: &Cx<'_>, plan: PlanId) -> Self {
        let name = cx.scenario().plans.get(&plan).map(|it| cx.tell(&it.name).to_owned()).unwrap_or_default();
        Self { plan, name, is_new: true }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut outcome = None;
        let modal = modal(cx, "rename plan").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 320.0));
            let deed = cx.say(words::RENAME_PLAN).trim_end_matches('…');
            super::heading(ui, &format!("{deed} {}", self.plan));
            let edit = egui::TextEdit::singleline(&mut self.name).id(Id::unique("plan name")).char_limit(40);
            let field = ui.add(edit.desired_width(f32::INFINITY));
            field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, cx.say(words::NAME)));
            super::take_keyboard(ui, &field, &mut self.is_new);
            ui.add_space(SPACE_12);
            ui.horizontal(|ui| {
                let rename = Button::primary(deed).keys("Enter");
                if button_ui(ui, cx.theme, &rename).clicked() || super::enter_confirms(ui) {
                    outcome = Some(true);
                }
                if button_ui(ui, cx.theme, &Button::new(cx.say(words::CANCEL)).keys("Esc")).clicked() {
                    outcome = Some(false);
                }
            });
        });
        if outcome == Some(true) {
            cx.push(Command::RenamePlan { plan: self.plan.clone(), name: self.name.clone() });
        }
        outcome.is_none() && !modal.should_close()
    }
}

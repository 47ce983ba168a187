//! Moving an enterprise, tried before it is done: where to, why, what the unit that loses it gets, and what becomes of both parks.

use egui::{Align, ComboBox, Id, Rect, Role as AccessRole, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

use crate::{
    evaluate::comparison::Trend,
    i18n::{self, existing as say, review},
    model::id::{EnterpriseId, ParkId},
    ui::{
        cx::Cx,
        panels::inspector::parts::{row, section, spoken_row},
        theme::{SPACE_6, SPACE_8, Type},
        widgets::{
            button::{Button, button_ui},
            text::line,
        },
    },
    workbench::{
        command::Command,
        inquiry::{Advice, Inquiry, Progress, Relocated},
    },
};

/// A relocation that is tried.
#[derive(Debug)]
pub struct Trial {
    enterprise: EnterpriseId,
    park: Option<ParkId>,
    reason: String,
    compensation: String,
}

impl Trial {
    /// A trial of `enterprise`; what the plan says already is there to be changed.
    pub fn of(cx: &Cx<'_>, enterprise: EnterpriseId) -> Self {
        let said = cx.scenario().relocations.get(&(cx.bench.plan().clone(), enterprise.clone()));
        Self {
            park: said.map(|it| it.park.clone()),
            reason: said.map(|it| it.reason.clone()).unwrap_or_default(),
            compensation: said.map(|it| it.compensation.clone()).unwrap_or_default(),
            enterprise,
        }
    }

    /// Draws the trial; `true` when it is done with.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let Some(enterprise) = cx.scenario().enterprises.get(&self.enterprise) else { return true };
        section(ui, cx, &format!("{} · {}", cx.say(say::TRIAL), cx.tell(&enterprise.name)), "");
        let mut is_done = false;
        let place = row(ui, 166.0);
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place));
        child.spacing_mut().item_spacing = vec2(SPACE_6, SPACE_6);
        self.form_ui(&mut child, cx, &enterprise.park);
        let place = row(ui, 36.0);
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place));
        child.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
            let may = self.park.is_some() && cx.scenario().may_change(cx.bench.plan());
            let confirm = Button::primary(cx.say(say::CONFIRM)).enabled(may).hover(cx.say(say::CHOOSE_PARK));
            if button_ui(ui, cx.theme, &confirm).clicked()
                && let Some(park) = &self.park
            {
                cx.push(Command::Relocate {
                    enterprise: self.enterprise.clone(),
                    park: park.clone(),
                    reason: self.reason.trim().to_owned(),
                    compensation: self.compensation.trim().to_owned(),
                });
                is_done = true;
            }
            is_done |= button_ui(ui, cx.theme, &Button::new(cx.say(say::LEAVE))).clicked();
        });
        if let Some(park) = self.park.clone() {
            self.effect_ui(ui, cx, &park);
            if enterprise.land.is_none() {
                spoken_row(ui, cx, cx.say(say::LAND_UNSTATED), Type::Small, cx.theme.text2);
            }
        }
        is_done
    }

    fn form_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, home: &ParkId) {
        let name = |park: &ParkId| cx.tell(&i18n::finding::park_name(cx.scenario(), park)).to_owned();
        let shown = self.park.as_ref().map_or_else(|| cx.say(say::CHOOSE_PARK).to_owned(), name);
        ui.horizontal(|ui| {
            ui.label(cx.say(say::TO));
            let response = ComboBox::from_id_salt("relocate to")
                .width(200.0)
                .height(460.0)
                .selected_text(&shown)
                .show_ui(ui, |ui| {
                    for park in cx.scenario().parks_in_order().iter().filter(|park| park.id != *home) {
                        let is_chosen = self.park.as_ref() == Some(&park.id);
                        if ui.selectable_label(is_chosen, cx.tell(&park.short_name)).clicked() {
                            self.park = Some(park.id.clone());
                        }
                    }
                });
            let told = format!("{} {shown}", cx.say(say::TO));
            response.response.widget_info(|| WidgetInfo::labeled(AccessRole::ComboBox, true, &told));
        });
        for (label, text) in [(say::COMPENSATION, &mut self.compensation), (say::REASON, &mut self.reason)] {
            let words = cx.say(label);
            ui.label(egui::RichText::new(words).color(cx.theme.text2));
            let field =
                ui.add(TextEdit::singleline(text).id(Id::unique(("trial", label.en))).desired_width(f32::INFINITY));
            field.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, words));
        }
    }

    /// What becomes of both parks, and of the plan.
    fn effect_ui(&self, ui: &mut Ui, cx: &Cx<'_>, park: &ParkId) {
        section(ui, cx, cx.say(say::EFFECT), "");
        let inquiry = Inquiry::Relocation(self.enterprise.clone(), park.clone(), self.compensation.trim().to_owned());
        match cx.bench.progress(&inquiry) {
            Progress::Unasked => cx.push(Command::Inquire(inquiry)),
            Progress::Answered(advice) => {
                if let Advice::Relocation(relocated) = &*advice {
                    relocated_ui(ui, cx, relocated);
                }
            }
            Progress::UnderWay | Progress::BrokenOff => {
                spoken_row(ui, cx, cx.say(say::WORKING_OUT), Type::Small, cx.theme.text2);
            }
        }
    }
}

fn relocated_ui(ui: &mut Ui, cx: &Cx<'_>, relocated: &Relocated) {
    for share in &relocated.shares {
        let name = i18n::finding::park_name(cx.scenario(), &share.park);
        let told = |value: Option<f64>| {
            value.map_or_else(|| cx.say(i18n::chart::UNDEFINED).to_owned(), crate::chart::scene::percent)
        };
        let words = format!("{} · {}", cx.tell(&name), cx.say(i18n::chart::LEADING_SHARE));
        change_ui(ui, cx, &words, &format!("{} → {}", told(share.before), told(share.after)));
        let spare = share.land_left.map_or_else(|| "?".to_owned(), |it| i18n::figure::grouped(&it.to_string()));
        change_ui(
            ui,
            cx,
            &format!("{} · {}", cx.tell(&name), cx.say(i18n::chart::LAND_LEFT)),
            &format!("{spare} {}", cx.say(i18n::chart::MU)),
        );
    }
    for of in relocated.beside.rows.iter().filter(|row| row.trend != Trend::Same) {
        let figures = format!(
            "{} → {} {}",
            review::indicator_figure(of.indicator, of.before),
            review::indicator_figure(of.indicator, of.after),
            cx.say(review::trend(of.trend)),
        );
        change_ui(ui, cx, cx.say(review::indicator(of.indicator)), &figures);
    }
    let (gained, cured) = (relocated.beside.gained.len(), relocated.beside.cured.len());
    spoken_row(ui, cx, cx.tell(&say::trial(gained, cured)), Type::BodyBold, cx.theme.text1);
    for finding in relocated.beside.gained.iter().take(4) {
        let sentence = i18n::finding::sentence(cx.world(), finding);
        spoken_row(ui, cx, cx.tell(&sentence), Type::Small, cx.theme.broken.ink);
    }
}

/// A name at the left, before and after at the right.
fn change_ui(ui: &mut Ui, cx: &Cx<'_>, name: &str, figures: &str) {
    let rect = row(ui, 24.0);
    let width = crate::ui::widgets::text::width_of(ui.painter(), figures, Type::SmallBold) + 1.0;
    let place = Rect::from_min_max(pos2(rect.right() - width, rect.top()), rect.max);
    line(ui.painter(), place, Align::Max, figures, Type::SmallBold, cx.theme.text1);
    let words = Rect::from_min_max(rect.min, pos2(place.left() - SPACE_8, rect.bottom()));
    line(ui.painter(), words, Align::Min, name, Type::Small, cx.theme.text2);
    let response = ui.interact(rect, Id::unique(("trial change", name)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, format!("{name} {figures}")));
}

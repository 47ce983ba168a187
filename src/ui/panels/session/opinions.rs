//! What park committees say to a project in this plan, and one more opinion.

use egui::{ComboBox, Id, Role as AccessRole, TextEdit, Ui, WidgetInfo, vec2};

use super::ruling::label_ui;
use crate::{
    i18n::{self, session as say},
    model::{
        check::values,
        id::ParkId,
        plan::{Opinion, Stance},
        project::Project,
    },
    ui::{
        cx::Cx,
        theme::{Lettering, SPACE_4, SPACE_8, Type},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
        },
    },
    workbench::command::Command,
};

const STANCES: [Stance; 3] = [Stance::Accept, Stance::WithConditions, Stance::Decline];

/// An opinion that is being written.
#[derive(Debug, Default)]
pub struct OpinionForm {
    park: Option<ParkId>,
    stance: usize,
    reason: String,
}

impl OpinionForm {
    /// Draws the opinions on record, and the form of one more.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
        ui.separator();
        ui.label(egui::RichText::new(cx.say(say::OPINIONS)).font(Type::BodyBold.font()));
        let plan = cx.bench.plan();
        let here = cx.scenario().opinions.iter().filter(|it| it.plan == *plan && it.project == project.id);
        let opinions: Vec<&Opinion> = here.map(AsRef::as_ref).collect();
        if opinions.is_empty() {
            ui.label(egui::RichText::new(cx.say(say::NO_OPINION)).color(cx.theme.text2));
        }
        for opinion in opinions {
            opinion_ui(ui, cx, opinion);
        }
        if !cx.scenario().may_change(plan) {
            return;
        }
        ui.add_space(SPACE_4);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
            self.park_ui(ui, cx);
            self.stance_ui(ui, cx);
        });
        label_ui(ui, cx, say::OPINION_REASON);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
            let record = Button::new(cx.say(say::RECORD_OPINION));
            let width = (ui.available_width() - record.size(ui.painter()).x - SPACE_8).max(80.0);
            let edit = TextEdit::singleline(&mut self.reason).id(Id::unique("opinion reason"));
            let field = ui.add(edit.char_limit(values::LONGEST_TEXT).desired_width(width));
            field.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, cx.say(say::OPINION_REASON)));
            let may = self.park.is_some() && !self.reason.trim().is_empty();
            let record = record.enabled(may).hover(cx.say(if may { say::RECORD_OPINION } else { say::NO_REASON }));
            if button_ui(ui, cx.theme, &record).clicked()
                && let Some(park) = self.park.take()
            {
                let stance = STANCES.get(self.stance).copied().unwrap_or(Stance::Accept);
                let reason = std::mem::take(&mut self.reason);
                cx.push(Command::Opine { park, project: project.id.clone(), stance, reason });
            }
        });
    }

    fn park_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let name = |park: &ParkId| cx.tell(&i18n::finding::park_name(cx.scenario(), park)).to_owned();
        let shown = self.park.as_ref().map_or_else(|| cx.say(say::NO_PARK).to_owned(), name);
        let combo = ComboBox::from_id_salt("opinion park").width(220.0).height(420.0).selected_text(&shown);
        let response = combo.show_ui(ui, |ui| {
            for park in cx.scenario().parks_in_order() {
                if ui.selectable_label(self.park.as_ref() == Some(&park.id), cx.tell(&park.name)).clicked() {
                    self.park = Some(park.id.clone());
                }
            }
        });
        let told = format!("{}: {shown}", cx.say(say::OPINIONS));
        response.response.widget_info(|| WidgetInfo::labeled(AccessRole::ComboBox, true, &told));
    }

    fn stance_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = STANCES.map(|it| cx.say(say::stance(it)));
        let shown = words.get(self.stance).copied().unwrap_or_default();
        let combo = ComboBox::from_id_salt("opinion stance").width(160.0).selected_text(shown);
        let response = combo.show_ui(ui, |ui| {
            for (at, word) in words.iter().enumerate() {
                ui.selectable_value(&mut self.stance, at, *word);
            }
        });
        let told = format!("{}: {shown}", cx.say(say::STANCE));
        response.response.widget_info(|| WidgetInfo::labeled(AccessRole::ComboBox, true, &told));
    }
}

fn opinion_ui(ui: &mut Ui, cx: &Cx<'_>, opinion: &Opinion) {
    ui.horizontal(|ui| {
        let park = i18n::finding::park_name(cx.scenario(), &opinion.park);
        let withdraw = format!("{} {}", cx.say(say::WITHDRAW), cx.tell(&park));
        let may = cx.scenario().may_change(&opinion.plan);
        let button = Button::quiet(Icon::Close, &withdraw).small().enabled(may);
        if button_ui(ui, cx.theme, &button).clicked() {
            cx.push(Command::FallSilent { park: opinion.park.clone(), project: opinion.project.clone() });
        }
        let ink = match opinion.stance {
            Stance::Accept => cx.theme.holds.ink,
            Stance::WithConditions => cx.theme.near.ink,
            Stance::Decline => cx.theme.broken.ink,
        };
        let stance = cx.say(say::stance(opinion.stance));
        ui.label(egui::RichText::new(cx.tell(&park)).font(Type::BodyBold.font()));
        ui.label(egui::RichText::new(stance).font(Type::BodyBold.font()).color(ink));
        ui.add(egui::Label::new(&opinion.reason).wrap());
    });
}

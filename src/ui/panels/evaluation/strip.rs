//! Above the table: by which pack and of which year parks are judged, and the placement that is tried.

use egui::{Align, Layout, Popup, Sense, Ui, vec2};

use super::{Evaluation, Shown, Trial};
use crate::{
    i18n::evaluation as say,
    model::id::{ParkId, ProjectId, RecordId},
    ui::{
        actions::Action,
        cx::{Ask, Best, Cx},
        theme::{SPACE_6, SPACE_8, SPACE_12, Type},
        widgets::{
            button::{Button, Segment, button_ui, segmented_ui},
            icon::Icon,
            text::{line, width_of},
        },
    },
};

/// Room that the right end of the strip takes, without a placement and with one, in points.
const RIGHT: (f32, f32) = (470.0, 760.0);
/// Widest name of a placement, where there is room and where there is little, in points.
const TRIAL: (f32, f32) = (420.0, 380.0);

impl Evaluation {
    /// Pack, year, placement, export.
    pub(super) fn strip_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>) {
        let rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0.0, cx.theme.panel);
        ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.edge());
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing = vec2(SPACE_6, 0.0);
            ui.add_space(SPACE_12);
            self.packs_ui(ui, cx, shown);
            ui.add_space(SPACE_8);
            self.years_ui(ui, cx, shown);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(SPACE_12);
                ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
                let export = Button::new(cx.say(say::EXPORT)).icon(Icon::Export);
                if button_ui(ui, cx.theme, &export).clicked() {
                    cx.ask(Ask::Do(Action::ExportFiles));
                }
                self.trial_ui(ui, cx, shown);
                let words = cx.say(say::PROPOSES);
                if ui.available_width() > width_of(ui.painter(), words, Type::Small) + 24.0 {
                    label(ui, cx, words);
                }
            });
        });
    }

    /// The packs side by side, or in a menu where they do not fit.
    fn packs_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>) {
        let packs: Vec<(RecordId, String)> =
            packs(cx).into_iter().map(|(id, name)| (id.clone(), name.to_owned())).collect();
        label(ui, cx, cx.say(say::PACK));
        let needed: f32 = packs.iter().map(|(_, name)| width_of(ui.painter(), name, Type::BodyBold) + 21.0).sum();
        let right = if self.trial.is_some() { RIGHT.1 } else { RIGHT.0 };
        if needed + right < ui.available_width() {
            let segments: Vec<Segment<'_>> =
                packs.iter().map(|(_, name)| Segment { name: name.as_str(), icon: None }).collect();
            let mut at = packs.iter().position(|(id, _)| *id == shown.pack.id).unwrap_or(0);
            if segmented_ui(ui, cx.theme, &segments, &mut at).changed() {
                self.pack = packs.get(at).map(|(id, _)| id.clone());
            }
            return;
        }
        let button = Button::new(cx.tell(&shown.pack.name)).trailing(Icon::ChevronDown).hover(cx.say(say::PACK));
        let response = button_ui(ui, cx.theme, &button);
        Popup::menu(&response).width(240.0).show(|ui| {
            for (id, name) in &packs {
                if ui.selectable_label(*id == shown.pack.id, name).clicked() {
                    self.pack = Some(id.clone());
                    ui.close();
                }
            }
        });
    }

    fn years_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>) {
        label(ui, cx, cx.say(say::PERIOD));
        let words = say::year(shown.year);
        let button = Button::new(cx.tell(&words)).trailing(Icon::ChevronDown).hover(cx.say(say::PERIOD));
        let response = button_ui(ui, cx.theme, &button);
        Popup::menu(&response).width(120.0).show(|ui| {
            for year in shown.years.iter().rev() {
                if ui.selectable_label(*year == shown.year, cx.tell(&say::year(*year))).clicked() {
                    self.year = Some(*year);
                    ui.close();
                }
            }
        });
    }

    /// Which project is tried, and in which park.
    fn trial_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>) {
        let park = shown.effect.map(|(park, _)| park);
        let told = shown.trial.map(|it| say::trial(cx.scenario(), &it.project, park));
        if self.trial.is_some() {
            let leave = Button::quiet(Icon::Close, cx.say(say::NO_TRIAL));
            if button_ui(ui, cx.theme, &leave).clicked() {
                self.trial = None;
                return;
            }
        }
        let words = told.as_ref().map_or(cx.say(say::WHAT_IF), |it| cx.tell(it));
        let most = (if cx.roomy { TRIAL.0 } else { TRIAL.1 }).min(ui.available_width() - SPACE_12);
        let width = (width_of(ui.painter(), words, Type::BodyBold) + 66.0).min(most);
        let button = Button::new(words).icon(Icon::Compare).trailing(Icon::ChevronDown).width(width);
        let button = button.hover(words).selected(self.trial.is_some());
        let response = button_ui(ui, cx.theme, &button);
        Popup::menu(&response).width(340.0).show(|ui| {
            egui::ScrollArea::vertical()
                .max_height(620.0_f32.min(ui.ctx().content_rect().height() - 160.0))
                .show(ui, |ui| self.projects_ui(ui, cx, park));
        });
    }

    fn projects_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, park: Option<&ParkId>) {
        if let Some(trial) = self.trial.clone()
            && cx.bench.judgement().facts().home(&trial.project).is_none()
        {
            ui.menu_button(cx.say(say::TRIAL_PARK), |ui| {
                for it in cx.scenario().parks_in_order() {
                    if ui.selectable_label(park == Some(&it.id), cx.tell(&it.short_name)).clicked() {
                        self.trial = Some(Trial { park: Some(it.id.clone()), is_new: true, ..trial.clone() });
                        ui.close();
                    }
                }
            });
            ui.separator();
        }
        let facts = cx.bench.judgement().facts();
        for (title, is_placed) in [(say::WAITING, false), (say::PLACED, true)] {
            ui.weak(cx.say(title));
            for project in &cx.scenario().projects {
                if facts.home(&project.id).is_some() != is_placed {
                    continue;
                }
                let home = facts.home(&project.id).map(|(park, _)| park);
                let words = say::trial(cx.scenario(), &project.id, home);
                let is_chosen = self.trial.as_ref().is_some_and(|it| it.project == project.id);
                if ui.selectable_label(is_chosen, cx.tell(&words)).clicked() {
                    let park = cx.selected_park().cloned();
                    self.trial = Some(Trial { project: project.id.clone(), park, is_new: true });
                    ui.close();
                }
            }
        }
    }
}

/// The packs, first the one by which characteristic parks are judged.
fn packs<'a>(cx: &Cx<'a>) -> Vec<(&'a RecordId, &'a str)> {
    let world = cx.world();
    let main = crate::analysis::appraisal::main_pack(world).map(|it| &it.id);
    let mut packs: Vec<_> = world.indicator_packs.iter().map(|it| (&it.id, it.name.of(cx.lang))).collect();
    packs.sort_by_key(|(id, _)| Some(*id) != main);
    packs
}

/// The park that would be recommended for a project; `None` as long as that is not known.
pub fn best_park(cx: &Cx<'_>, project: &ProjectId) -> Option<ParkId> {
    match cx.best(project)? {
        Best::Park { park, .. } => Some(park),
        Best::None => None,
    }
}

fn label(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    let width = width_of(ui.painter(), words, Type::Small) + 1.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
    line(ui.painter(), rect, Align::Min, words, Type::Small, cx.theme.text2);
}

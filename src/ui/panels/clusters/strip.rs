//! Above the charts: which of them, and what they are asked.

use egui::{Align, Layout, Popup, Ui, vec2};

use super::{Clusters, View};
use crate::{
    analysis::{composition::Metric, structure::Grain},
    chart::{Chart, scene::Time},
    i18n::{chart as say, phrase::Phrase},
    ui::{
        cx::Cx,
        theme::{SPACE_6, SPACE_8, SPACE_12, SPACE_16, Type},
        widgets::{
            button::{Button, Emphasis, Segment, button_ui, segmented_ui},
            icon::Icon,
            text::{line, width_of},
        },
    },
};

const STATES: [(Time, Phrase); 3] =
    [(Time::Now, say::TIME_NOW), (Time::Plan, say::TIME_PLAN), (Time::Difference, say::TIME_DIFFERENCE)];
const GRAINS: [(Grain, Phrase); 2] = [(Grain::Sector, say::SECTORS), (Grain::SubSector, say::SUB_SECTORS)];

impl Clusters {
    /// The charts by name, one beside the other.
    pub(super) fn tabs_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0.0, cx.theme.panel);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing = vec2(2.0, 0.0);
            ui.add_space(SPACE_8);
            let all = [View::Overview].into_iter().chain(Chart::ALL.map(View::One));
            for view in all {
                let name = match view {
                    View::Overview => say::OVERVIEW,
                    View::One(chart) => chart.title(),
                };
                let button = Button::new(cx.say(name)).emphasis(Emphasis::Quiet).selected(view == self.view).small();
                if button_ui(ui, cx.theme, &button).clicked() {
                    self.view = view;
                }
            }
        });
    }

    /// The charts in one menu: the way to them where room is short.
    fn charts_menu_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let shown = match self.view {
            View::Overview => say::OVERVIEW,
            View::One(chart) => chart.title(),
        };
        let button = Button::new(cx.say(shown)).trailing(Icon::ChevronDown).selected(true);
        let response = button_ui(ui, cx.theme, &button);
        Popup::menu(&response).width(180.0).show(|ui| {
            for view in [View::Overview].into_iter().chain(Chart::ALL.map(View::One)) {
                let name = match view {
                    View::Overview => say::OVERVIEW,
                    View::One(chart) => chart.title(),
                };
                if ui.selectable_label(view == self.view, cx.say(name)).clicked() {
                    self.view = view;
                    ui.close();
                }
            }
        });
        ui.add_space(SPACE_8);
    }

    /// What is measured.
    pub fn metric_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let metrics = Metric::ALL.map(|it| (it, say::metric_name(it)));
        choice_ui(ui, cx, say::MEASURE, &metrics, &mut self.question.metric);
    }

    /// Measure, state and grain.
    pub(super) fn questions_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0.0, cx.theme.panel);
        ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.edge());
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing = vec2(SPACE_6, 0.0);
            ui.add_space(SPACE_12);
            if !cx.roomy {
                self.charts_menu_ui(ui, cx);
            }
            self.metric_ui(ui, cx);
            ui.add_space(if cx.roomy { SPACE_16 } else { SPACE_6 });
            choice_ui(ui, cx, say::STATE, &STATES, &mut self.question.time);
            ui.add_space(if cx.roomy { SPACE_16 } else { SPACE_6 });
            choice_ui(ui, cx, say::GRAIN, &GRAINS, &mut self.question.grain);
        });
    }
}

/// A row of choices behind its name.
fn choice_ui<T: Copy + PartialEq>(ui: &mut Ui, cx: &Cx<'_>, name: Phrase, choices: &[(T, Phrase)], chosen: &mut T) {
    let name = cx.say(name);
    let width = width_of(ui.painter(), name, Type::Small) + 1.0;
    // Where room is short the choices speak for themselves.
    if cx.roomy {
        let (rect, _) = ui.allocate_exact_size(vec2(width, 20.0), egui::Sense::hover());
        line(ui.painter(), rect, Align::Min, name, Type::Small, cx.theme.text2);
    }
    let segments: Vec<Segment<'_>> =
        choices.iter().map(|(_, phrase)| Segment { name: cx.say(*phrase), icon: None }).collect();
    let mut at = choices.iter().position(|(it, _)| it == chosen).unwrap_or(0);
    segmented_ui(ui, cx.theme, &segments, &mut at);
    if let Some((picked, _)) = choices.get(at) {
        *chosen = *picked;
    }
}

//! Beside the charts: the selected park in figures, or the city.

use egui::{ScrollArea, Ui};

use crate::{
    chart::scene::Scene,
    i18n::chart as say,
    ui::{cx::Cx, panels::inspector::parts::spoken_row, theme::Type},
};

/// Draws the column.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>) {
    let _ = scene;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        spoken_row(ui, cx, cx.say(say::CHOOSE_PARK), Type::Body, cx.theme.text2);
    });
}

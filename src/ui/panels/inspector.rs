//! The inspector: everything about what is selected, with its reasons and what can be done; one page a kind of thing.

mod comparison;
mod finding;
mod hints;
mod park;
pub mod parts;
mod plan;
mod project;
mod projects;
mod ranking;
mod steps;

pub use park::position_menu_ui;

use egui::{Rect, Ui, pos2, vec2};

use crate::{
    i18n::words,
    ui::{
        cx::{Cx, Workspace},
        theme::{RADIUS_ROW, SPACE_16, Type},
        widgets::{shapes, text::paragraph},
    },
    workbench::Selection,
};

/// Draws the inspector of whatever is selected.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    // The panel keeps its width also when it has nothing to show.
    ui.expand_to_include_rect(ui.max_rect());
    let scenario = cx.scenario();
    match cx.bench.selection() {
        Selection::Nothing => nothing_ui(ui, cx),
        Selection::Project(id) => match scenario.projects.get(id) {
            Some(project) => project::ui(ui, cx, project),
            None => nothing_ui(ui, cx),
        },
        Selection::Projects(ids) => projects::ui(ui, cx, ids),
        Selection::Park(id) => match scenario.parks.get(id) {
            Some(park) => park::ui(ui, cx, park),
            None => nothing_ui(ui, cx),
        },
        Selection::Finding(key) => match cx.bench.judgement().finding(key) {
            Some(finding) => finding::ui(ui, cx, finding),
            None => nothing_ui(ui, cx),
        },
    }
}

fn nothing_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let rect = ui.available_rect_before_wrap().shrink(16.0);
    let place = Rect::from_min_size(rect.min, vec2(rect.width(), 96.0));
    shapes::dashed_rect(ui.painter(), place, RADIUS_ROW, cx.theme.edge_strong());
    let inner = place.shrink(12.0);
    let title = Rect::from_min_size(inner.min, vec2(inner.width(), 22.0));
    paragraph(ui.painter(), title, cx.say(words::SELECT_SOMETHING), Type::BodyBold, cx.theme.text1, 1);
    let more = Rect::from_min_max(pos2(inner.left(), title.bottom() + 4.0), inner.max);
    paragraph(ui.painter(), more, cx.say(words::SELECT_HINT), Type::Body, cx.theme.text2, 3);
    if let Some(hint) = cx.bench.settings().hint.filter(|_| cx.workspace == Workspace::Placement) {
        let below = Rect::from_min_max(pos2(rect.left(), place.bottom() + SPACE_16), rect.max);
        hints::ui(ui, cx, below, hint);
    }
}

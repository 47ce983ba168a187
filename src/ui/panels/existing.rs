//! The workspace of what stands today: enterprises by park and sub-sector, what lies outside the positions and could be moved,
//! and the positions of the whole city.

mod lists;
mod trial;

use std::rc::Rc;

use egui::{Align, CentralPanel, Frame, Layout, Panel, Rect, Ui, vec2};

use crate::{
    analysis::composition::Metric,
    chart::{
        Chart,
        existing::{Mismatch, mismatches},
        scene::Scene,
    },
    i18n::existing as say,
    ui::{
        cx::Cx,
        panels::{
            board::{Board, positions},
            clusters::Clusters,
        },
        theme::SPACE_12,
        widgets::button::{Segment, segmented_ui},
    },
};
use trial::Trial;

/// Width of the lists where there is room, and where there is little, in points.
const LISTS: (f32, f32) = (420.0, 320.0);

/// What is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// Enterprises by park and sub-sector.
    #[default]
    Enterprises,
    /// Positions of the whole city.
    Positions,
}

/// The workspace between frames.
#[derive(Debug, Default)]
pub struct Existing {
    page: Page,
    charts: Clusters,
    trial: Option<Trial>,
    mismatches: Option<(u64, Metric, Rc<[Mismatch]>)>,
}

impl Existing {
    /// Whether the positions are shown: keys and drags are those of the board.
    pub fn shows_positions(&self) -> bool {
        self.page == Page::Positions
    }

    /// Turns to a page.
    pub fn show(&mut self, page: Page) {
        self.page = page;
    }

    /// Leaves the trial; tells whether there was one.
    pub fn leave(&mut self) -> bool {
        self.trial.take().is_some()
    }

    /// Draws the workspace.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, board: &mut Board) {
        let bare = |panel: Panel, height: f32| panel.exact_size(height).frame(Frame::NONE).show_separator_line(false);
        bare(Panel::top("existing strip"), 44.0).show(ui, |ui| self.strip_ui(ui, cx));
        let canvas = Frame::NONE.fill(cx.theme.canvas);
        match self.page {
            Page::Enterprises => {
                let panel = Frame::NONE.fill(cx.theme.panel);
                let width = if cx.roomy { LISTS.0 } else { LISTS.1 };
                let scene = self.charts.scene(cx);
                let found = self.mismatches(cx, &scene);
                Panel::right("existing lists").exact_size(width).frame(panel).show(ui, |ui| {
                    lists::ui(ui, cx, (&scene, &found), self.charts.chosen(), &mut self.trial);
                });
                CentralPanel::default().frame(canvas).show(ui, |ui| {
                    let rect = ui.max_rect().shrink(if cx.roomy { 12.0 } else { 8.0 });
                    self.charts.alone_ui(ui, cx, &scene, Chart::Existing, rect);
                });
            }
            Page::Positions => {
                bare(Panel::bottom("existing overlaps"), positions::OVERLAPS)
                    .show(ui, |ui| positions::overlaps_ui(ui, cx, ui.max_rect()));
                CentralPanel::default().frame(canvas).show(ui, |ui| board.all_positions_ui(ui, cx));
            }
        }
    }

    /// What lies outside the positions; looked for again only when something has changed.
    fn mismatches(&mut self, cx: &Cx<'_>, scene: &Scene<'_>) -> Rc<[Mismatch]> {
        let (generation, metric) = (cx.bench.generation(), scene.question.metric);
        if let Some((of, kept, found)) = &self.mismatches
            && (*of, *kept) == (generation, metric)
        {
            return Rc::clone(found);
        }
        let found: Rc<[Mismatch]> = mismatches(scene).into();
        self.mismatches = Some((generation, metric, Rc::clone(&found)));
        found
    }

    fn strip_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let rect: Rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0.0, cx.theme.panel);
        ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.edge());
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing = vec2(SPACE_12, 0.0);
            ui.add_space(SPACE_12);
            let pages = [(Page::Enterprises, say::ENTERPRISES), (Page::Positions, say::POSITIONS)];
            let segments = pages.map(|(_, phrase)| Segment { name: cx.say(phrase), icon: None });
            let mut at = pages.iter().position(|(page, _)| *page == self.page).unwrap_or(0);
            segmented_ui(ui, cx.theme, &segments, &mut at);
            if let Some((page, _)) = pages.get(at) {
                self.page = *page;
            }
            if self.page == Page::Enterprises {
                self.charts.metric_ui(ui, cx);
            }
        });
    }
}

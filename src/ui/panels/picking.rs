//! How projects are selected with the pointer: a click with Ctrl or Shift, and the rubber band over empty ground.

use std::collections::BTreeSet;

use egui::{Context, CornerRadius, Id, LayerId, Order, Pos2, Rect, Response, Sense, StrokeKind, Ui};

use crate::{
    model::id::ProjectId,
    ui::{
        cx::Cx,
        theme::{RADIUS_ROW, STROKE},
    },
    workbench::{Selection, command::Command},
};

/// A drag shorter than this is a click that slipped, in points.
const LEAST_BAND: f32 = 4.0;
/// How much of the ground shows through the band.
const BAND_OPACITY: f32 = 0.35;

/// Selects `project` as the click asks: alone, with Ctrl besides the others, with Shift up to it in the order `shown`.
pub fn click(ui: &Ui, cx: &Cx<'_>, project: &ProjectId, shown: impl FnOnce() -> Vec<ProjectId>) {
    let modifiers = ui.input(|input| input.modifiers);
    cx.push(if modifiers.command {
        Command::SelectAlso(project.clone())
    } else if modifiers.shift {
        Command::SelectUpTo { project: project.clone(), shown: shown() }
    } else {
        Command::Select(Selection::Project(project.clone()))
    });
}

/// Selects `project` before its menu opens, unless it is one of several that are selected.
pub fn click_for_menu(cx: &Cx<'_>, project: &ProjectId) {
    if !cx.bench.selection().has(project) {
        cx.push(Command::Select(Selection::Project(project.clone())));
    }
}

/// A band that the pointer spans.
#[derive(Debug)]
struct Band {
    from: Pos2,
    /// What was selected before, kept when Ctrl is held.
    kept: BTreeSet<ProjectId>,
}

/// The rubber band between frames, and the rows that it can catch in this one.
#[derive(Debug, Default)]
pub struct Picking {
    band: Option<Band>,
    rows: Vec<(ProjectId, Rect)>,
}

impl Picking {
    /// Makes `rect` ground from which a band can be spanned; rows and buttons on it are drawn afterwards.
    pub fn ground_ui(&mut self, ui: &Ui, cx: &Cx<'_>, rect: Rect, id: &str) -> Response {
        let response = ui.interact(rect, Id::unique(("ground", id)), Sense::drag());
        if response.drag_started()
            && !cx.bench.is_holding()
            && let Some(from) = ui.input(|input| input.pointer.press_origin())
        {
            let keeps = ui.input(|input| input.modifiers.command);
            let kept = cx.bench.selection().projects().filter(|_| keeps).cloned().collect();
            self.band = Some(Band { from, kept });
        }
        response
    }

    /// Tells where the row of a project is, as far as it shows.
    pub fn note_row(&mut self, ui: &Ui, project: &ProjectId, rect: Rect) {
        let shown = rect.intersect(ui.clip_rect());
        if shown.is_positive() {
            self.rows.push((project.clone(), shown));
        }
    }

    /// Selects what the band catches, and draws it; the last thing of a frame.
    pub fn band_ui(&mut self, ctx: &Context, cx: &Cx<'_>) {
        let rows = std::mem::take(&mut self.rows);
        let Some(band) = &self.band else { return };
        if ctx.input(|input| input.key_pressed(egui::Key::Escape) || !input.pointer.any_down()) {
            self.band = None;
            return;
        }
        let Some(to) = ctx.pointer_latest_pos() else { return };
        let rect = Rect::from_two_pos(band.from, to);
        if rect.width().max(rect.height()) < LEAST_BAND {
            return;
        }
        let caught = rows.into_iter().filter(|(_, row)| row.intersects(rect)).map(|(id, _)| id);
        let selection = Selection::of_projects(caught.chain(band.kept.iter().cloned()));
        if selection != *cx.bench.selection() {
            cx.push(Command::Select(selection));
        }
        let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("rubber band")));
        let fill = cx.theme.accent_soft.gamma_multiply(BAND_OPACITY);
        let stroke = egui::Stroke::new(STROKE, cx.theme.accent);
        painter.rect(rect, CornerRadius::same(RADIUS_ROW), fill, stroke, StrokeKind::Inside);
    }
}

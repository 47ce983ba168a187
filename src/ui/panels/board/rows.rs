//! Parks one below the other: what the table and the screen of positions have in common.

use egui::{Id, Rangef, Rect, Response, Role as AccessRole, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::{Board, as_points};
use crate::{
    model::id::ParkId,
    ui::{
        cx::Cx,
        panels::{
            card::{self, CardEvents},
            card_view::CardView,
        },
        theme::{RADIUS_ROW, STROKE_STRONG, Signal},
        widgets::shapes,
    },
    workbench::held::Outlook,
};

/// A list of parks and how each is drawn.
pub struct Rows<'a> {
    /// Keeps the place of the scroll bar.
    pub name: &'static str,
    pub parks: &'a [ParkId],
    /// Height of a row with the gap below it, and the gap, in points.
    pub height: f32,
    pub gap: f32,
    /// From the left edge to the right one; the scroll bar stands beside it.
    pub inner: Rangef,
    pub row: fn(&Ui, &Cx<'_>, Rect, &CardView) -> CardEvents,
}

impl Board {
    /// Draws `rows`; returns the park under the pointer.
    pub(super) fn rows_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rows: &Rows<'_>) -> Option<ParkId> {
        self.grid = rows.parks.iter().map(|park| vec![park.clone()]).collect();
        let mut over = None;
        let area = ScrollArea::vertical().id_salt(rows.name).auto_shrink(false);
        area.show_rows(ui, rows.height, rows.parks.len(), |ui, range| {
            let origin = ui.max_rect().top() - as_points(range.start) * rows.height;
            for (at, park) in rows.parks.iter().enumerate() {
                let rect = Rect::from_x_y_ranges(rows.inner, Rangef::new(0.0, rows.height - rows.gap));
                let rect = rect.translate(vec2(0.0, origin + as_points(at) * rows.height));
                if self.is_reached(cx, park) {
                    ui.scroll_to_rect(rect, None);
                }
                let Some(park) = cx.scenario().parks.get(park).filter(|_| range.contains(&at)) else { continue };
                let Some(view) = CardView::new(&cx.compact(), park) else { continue };
                let events = (rows.row)(ui, cx, rect, &view);
                self.carry_out(ui, cx, &view, events);
                let at = ui.ctx().pointer_latest_pos();
                if at.is_some_and(|at| rect.contains(at) && ui.clip_rect().contains(at)) {
                    over = Some(park.id.clone());
                }
            }
            let content = Rangef::new(origin, origin + as_points(rows.parks.len()) * rows.height);
            self.scroll_at_edge(ui, ui.clip_rect(), content);
        });
        over
    }
}

/// Draws the ground of a park's row with the answer to what is held; `name` tells one list of rows from another.
pub fn ground_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &CardView, name: &'static str) -> Response {
    let theme = cx.theme;
    let response = ui.interact(rect, Id::unique((name, view.park.as_str())), Sense::click());
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, view.is_selected, &view.description));
    let outlook = view.what_if.as_ref().map(|it| it.outlook);
    let is_over = view.what_if.as_ref().is_some_and(|it| it.is_over);
    let edge = match outlook.map(card::signal_of) {
        Some(Signal::Off | Signal::Vetoed) if is_over => theme.edge_strong(),
        Some(signal) if is_over => Stroke::new(STROKE_STRONG, theme.tone(signal).ink),
        Some(_) | None if view.is_selected => theme.edge_selected(),
        Some(_) | None if response.hovered() => theme.edge_strong(),
        Some(_) | None => theme.edge(),
    };
    let fill = if outlook == Some(Outlook::Refused) { theme.sunken } else { theme.card };
    shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, fill, edge);
    if outlook == Some(Outlook::Refused) {
        shapes::hatch(ui.painter(), rect, RADIUS_ROW, theme);
    }
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), rect, RADIUS_ROW, theme.accent);
    }
    response
}

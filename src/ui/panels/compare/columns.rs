//! Every indicator of the plan that is shown and of those beside it, with the change in words.

use egui::{Align, Color32, Id, Rect, Role as AccessRole, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::{
    evaluate::comparison::{Indicator, Row, Trend},
    i18n::{compare as say, review},
    ui::{
        cx::Cx,
        panels::inspector::parts::{row, section},
        theme::{RADIUS_TAG, SPACE_4, SPACE_8, Signal, Type},
        widgets::{
            icon::{self, Icon},
            shapes,
            text::{line, width_of},
            tip::Tip,
        },
    },
    workbench::comparing::Side,
};

/// Height of an indicator, in points.
const ROW: f32 = 30.0;

/// Draws the table.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, sides: &[Side], focused: usize) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ScrollArea::vertical().id_salt("compare indicators").auto_shrink(false).show(ui, |ui| {
        section(ui, cx, cx.say(say::INDICATORS), "");
        let columns = Columns::of(ui, cx, sides);
        columns.head_ui(ui, cx, sides, focused);
        for (at, indicator) in Indicator::ALL.into_iter().enumerate() {
            columns.row_ui(ui, cx, indicator, at);
        }
    });
}

/// What stands in the columns.
struct Columns {
    /// Of each plan beside: every indicator, where it is judged.
    rows: Vec<Option<Vec<Row>>>,
    base: Vec<String>,
    /// Width of the figures of a plan.
    width: f32,
}

impl Columns {
    fn of(ui: &Ui, cx: &Cx<'_>, sides: &[Side]) -> Self {
        let rows: Vec<Option<Vec<Row>>> =
            sides.iter().map(|side| cx.bench.side_by_side(side).map(|it| it.rows.clone())).collect();
        let base = Indicator::ALL.map(|it| review::indicator_figure(it, it.of(cx.bench.judgement()))).into();
        let name = ui.available_width() * if sides.len() > 1 { 0.28 } else { 0.4 };
        let width = (ui.available_width() - 28.0 - name) / crate::chart::scene::length(sides.len() + 1);
        Self { rows, base, width }
    }

    fn cell(&self, rect: Rect, column: usize) -> Rect {
        let count = self.rows.len() + 1;
        let left = rect.right() - self.width * crate::chart::scene::length(count - column);
        Rect::from_min_size(pos2(left, rect.top()), vec2(self.width, rect.height()))
    }

    fn head_ui(&self, ui: &mut Ui, cx: &Cx<'_>, sides: &[Side], focused: usize) {
        let rect = row(ui, 26.0);
        let own = Side::Plan(cx.bench.plan().clone());
        for (column, side) in [&own].into_iter().chain(sides).enumerate() {
            let is_focused = column == focused + 1;
            let (style, ink) =
                if is_focused { (Type::SmallBold, cx.theme.accent) } else { (Type::SmallBold, cx.theme.text2) };
            let name = cx.tell(&cx.bench.side_name(side)).to_owned();
            let place = self.cell(rect, column).shrink2(vec2(SPACE_4, 0.0));
            line(ui.painter(), place, Align::Max, &name, style, ink);
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.edge_strong());
    }

    fn row_ui(&self, ui: &mut Ui, cx: &Cx<'_>, indicator: Indicator, at: usize) {
        let rect = row(ui, ROW);
        ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.edge());
        let name = cx.say(review::indicator(indicator));
        let base = self.base.get(at).map_or("", String::as_str);
        let first = self.cell(rect, 0);
        let place = Rect::from_min_max(rect.min, pos2(first.left(), rect.bottom()));
        let shown = line(ui.painter(), place, Align::Min, name, Type::Body, cx.theme.text1);
        line(ui.painter(), first.shrink2(vec2(SPACE_4, 0.0)), Align::Max, base, Type::Body, cx.theme.text1);
        let mut told = format!("{name}: {base}");
        for (column, rows) in self.rows.iter().enumerate() {
            let cell = self.cell(rect, column + 1).shrink2(vec2(SPACE_4, 0.0));
            match rows.as_ref().and_then(|rows| rows.get(at)) {
                Some(of) => told.push_str(&figure_ui(ui, cx, cell, of)),
                None => {
                    line(ui.painter(), cell, Align::Max, "…", Type::Body, cx.theme.text3);
                }
            }
        }
        let response = ui.interact(rect, Id::unique(("compared indicator", name)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
        if shown.truncated {
            response.tip(&told);
        }
    }
}

/// A figure and what it is beside that of the plan that is shown; returns both in words.
fn figure_ui(ui: &Ui, cx: &Cx<'_>, cell: Rect, of: &Row) -> String {
    let theme = cx.theme;
    let figure = review::indicator_figure(of.indicator, of.after);
    let trend = cx.say(review::trend(of.trend));
    let (signal, sign) = match of.trend {
        Trend::Better => (Some(Signal::Holds), Icon::ChevronUp),
        Trend::Worse => (Some(Signal::Broken), Icon::ChevronDown),
        Trend::Traded => (Some(Signal::Near), Icon::Compare),
        Trend::Same => (None, Icon::ChevronRight),
        Trend::Incomparable => (None, Icon::Unknown),
    };
    let (fill, ink, edge) = signal.map_or((Color32::TRANSPARENT, theme.text2, theme.edge_strong()), |signal| {
        let tone = theme.tone(signal);
        (tone.soft, tone.ink, Stroke::NONE)
    });
    let words = width_of(ui.painter(), trend, Type::Small) + 26.0;
    let figure_width = width_of(ui.painter(), &figure, Type::BodyBold) + SPACE_8;
    // Where there is no room for the word, its sign stands alone; the word is read out and shown on hover.
    let width = if words + figure_width <= cell.width() { words } else { 22.0 };
    let tag = Rect::from_min_max(
        pos2(cell.right() - width, cell.center().y - 9.0),
        pos2(cell.right(), cell.center().y + 9.0),
    );
    shapes::framed_rect(ui.painter(), tag, RADIUS_TAG, fill, edge);
    let mark = Rect::from_center_size(pos2(tag.left() + 11.0, tag.center().y), vec2(11.0, 11.0));
    icon::paint(ui.painter(), sign, mark, ink);
    if width > 22.0 {
        line(ui.painter(), tag.with_min_x(mark.right() + SPACE_4), Align::Min, trend, Type::Small, ink);
    }
    let place = Rect::from_min_max(cell.min, pos2(tag.left() - SPACE_4, cell.bottom()));
    line(ui.painter(), place, Align::Max, &figure, Type::BodyBold, theme.text1);
    format!(" → {figure}, {trend}")
}

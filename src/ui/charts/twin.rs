//! The table behind a chart: the same figures in rows, scrolled, copied, read out.

use egui::{Align, Id, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    chart::table::{Cell, Table},
    i18n::chart as say,
    ui::{
        cx::Cx,
        theme::{SPACE_8, Type},
        widgets::{
            text::{line, width_of},
            tip::Tip,
        },
    },
};

/// Height of a row, in points.
const ROW: f32 = 24.0;
/// Narrowest and widest column, in points.
const COLUMN: [f32; 2] = [70.0, 300.0];
/// Rows by which the width of a column is judged.
const JUDGED: usize = 200;

/// Draws `table` in `rect`.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, id: Id, rect: Rect, table: &Table) {
    let undefined = cx.say(say::UNDEFINED);
    let widths = widths(ui, table, undefined, rect.width());
    let whole: f32 = widths.iter().sum();
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt(id).max_rect(rect));
    child.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ScrollArea::horizontal().id_salt((id, "across")).show(&mut child, |ui| {
        ui.set_min_width(whole.max(rect.width()));
        let (head, _) = ui.allocate_exact_size(vec2(whole.max(rect.width()), ROW), Sense::hover());
        ui.painter().rect_filled(head, 0.0, cx.theme.sunken);
        let mut left = head.left();
        for (column, (name, width)) in table.columns.iter().zip(&widths).enumerate() {
            let place = Rect::from_min_size(pos2(left, head.top()), vec2(*width, ROW)).shrink2(vec2(SPACE_8, 0.0));
            let is_figures = table.rows.first().and_then(|row| row.get(column)).is_some_and(Cell::is_figure);
            let align = if is_figures { Align::Max } else { Align::Min };
            line(ui.painter(), place, align, name, Type::SmallBold, cx.theme.text2);
            left += width;
        }
        ScrollArea::vertical().id_salt((id, "down")).auto_shrink(false).show_rows(
            ui,
            ROW,
            table.rows.len(),
            |ui, range| {
                for number in range {
                    let Some(row) = table.rows.get(number) else { continue };
                    row_ui(ui, cx, table, row, &widths, number);
                }
            },
        );
    });
}

fn row_ui(ui: &mut Ui, cx: &Cx<'_>, table: &Table, row: &[Cell], widths: &[f32], number: usize) {
    let undefined = cx.say(say::UNDEFINED);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| {
        let cells = table.columns.iter().zip(row).map(|(name, cell)| format!("{name} {}", cell.shown(undefined)));
        WidgetInfo::labeled(AccessRole::Row, true, cells.collect::<Vec<_>>().join(" · "))
    });
    if number % 2 == 1 {
        ui.painter().rect_filled(rect, 0.0, cx.theme.sunken.gamma_multiply(0.5));
    }
    let mut left = rect.left();
    let mut why = None;
    for (cell, width) in row.iter().zip(widths) {
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, ROW)).shrink2(vec2(SPACE_8, 0.0));
        let align = if cell.is_figure() { Align::Max } else { Align::Min };
        let ink = if matches!(cell, Cell::Undefined(_)) { cx.theme.text3 } else { cx.theme.text1 };
        line(ui.painter(), place, align, &cell.shown(undefined), Type::Small, ink);
        if let Cell::Undefined(reason) = cell {
            why = Some(reason);
        }
        left += width;
    }
    if let Some(why) = why {
        response.tip(format!("{undefined}: {why}"));
    }
}

fn widths(ui: &Ui, table: &Table, undefined: &str, room: f32) -> Vec<f32> {
    let [least, most] = COLUMN;
    let of = |column: usize, name: &str| {
        let cells = table.rows.iter().take(JUDGED).filter_map(|row| row.get(column));
        let widest = cells.map(|cell| width_of(ui.painter(), &cell.shown(undefined), Type::Small));
        let head = width_of(ui.painter(), name, Type::SmallBold);
        (widest.fold(head, f32::max) + 2.0 * SPACE_8 + 1.0).clamp(least, most)
    };
    let mut widths: Vec<f32> = table.columns.iter().enumerate().map(|(column, name)| of(column, name)).collect();
    // What is left goes to all columns alike, so that figures do not stand far from their names.
    let spare = (room - widths.iter().sum::<f32>()).max(0.0).min(60.0 * crate::chart::scene::length(widths.len()));
    let each = spare / crate::chart::scene::length(widths.len().max(1));
    for width in &mut widths {
        *width += each;
    }
    widths
}

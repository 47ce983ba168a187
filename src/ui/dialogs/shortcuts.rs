//! The sheet of keys: every action that has one, menu by menu, from the table of actions.

use egui::{ScrollArea, Ui, vec2};

use super::{heading, sheet_height};
use crate::{
    i18n::words,
    ui::{
        actions::{self, Menu, Row},
        cx::Cx,
        theme::{Lettering, SPACE_4, Type},
    },
};

/// Width from which keys stand in two columns, in points.
const TWO_COLUMNS: f32 = 600.0;

/// Draws the sheet.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>) {
    heading(ui, cx.say(words::SHORTCUTS));
    let columns = if ui.available_width() < TWO_COLUMNS { 1 } else { 2 };
    ScrollArea::vertical().max_height(sheet_height(ui, 800.0)).show(ui, |ui| {
        for menu in Menu::ALL {
            let rows = menu.groups().flatten().filter(|row| !row.keys.is_empty());
            let rows: Vec<_> = rows.map(|row| (cx.say(row.name), keys(row))).collect();
            group_ui(ui, cx.say(menu.name()), columns, &rows);
        }
        let others = [(words::NEXT_PARK, "← ↑ ↓ →"), (words::SELECT_NEXT, "↑ ↓")];
        let others = others.map(|(phrase, keys)| (cx.say(phrase), keys.to_owned()));
        group_ui(ui, cx.say(words::KEYS_ON_BOARD), columns, &others);
    });
}

fn keys(row: &Row) -> String {
    row.keys.iter().map(actions::spoken).collect::<Vec<_>>().join("  ")
}

fn group_ui(ui: &mut Ui, title: &str, columns: usize, rows: &[(&str, String)]) {
    ui.add_space(SPACE_4);
    ui.label(egui::RichText::new(title).font(Type::SmallBold.font()).weak());
    let grid = egui::Grid::new(("shortcuts", title)).spacing(vec2(18.0, 0.0)).min_row_height(20.0);
    grid.min_col_width(0.0).show(ui, |ui| {
        for some in rows.chunks(columns) {
            for (name, keys) in some {
                ui.scope(|ui| {
                    ui.set_min_width(196.0);
                    ui.label(*name);
                });
                ui.scope(|ui| {
                    ui.set_min_width(86.0);
                    ui.label(egui::RichText::new(keys).font(Type::BodyBold.font()));
                });
            }
            ui.end_row();
        }
    });
}

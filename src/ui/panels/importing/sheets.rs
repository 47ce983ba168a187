//! The sheets of the import, and what the columns of one were read as.

use egui::{Align, ComboBox, Id, Rect, Role as AccessRole, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::told_ui;
use crate::{
    i18n::{import as say, intake as told},
    intake::{
        column::{self, Column, TableKind},
        layout::HeadRead,
        note::Part,
        outcome::{Intake, SheetReading},
        sheet::letters,
    },
    ui::{
        cx::Cx,
        theme::{Lettering, RADIUS_ROW, SPACE_4, SPACE_8, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
            shapes,
            text::line,
            tip::Tip,
        },
    },
    workbench::{
        command::Command,
        importing::{Importing, Remark},
    },
};

/// Draws the sheets; `chosen` is the one whose rows are shown.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, importing: &Importing, intake: &Intake, chosen: &mut Option<(usize, usize)>) {
    ScrollArea::vertical().id_salt("import sheets").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(SPACE_8, SPACE_4);
        for (name, why) in importing.unread() {
            told_ui(ui, cx, (Icon::Broken, Signal::Broken), &format!("{name}: {}", cx.tell(why)));
        }
        if intake.sheets.len() > 1 {
            let all = cx.tell(&say::all_sheets(intake.sheets.len())).to_owned();
            if entry_ui(ui, cx, Id::unique("import all sheets"), &all, "", chosen.is_none()) {
                *chosen = None;
            }
        }
        for sheet in &intake.sheets {
            let place = (sheet.workbook, sheet.sheet);
            let workbook = importing.workbooks().get(sheet.workbook);
            let file = workbook.map(|it| it.name.as_str()).unwrap_or_default();
            let rows = intake.data.iter().filter(|it| (it.spot.workbook, it.spot.sheet) == place).count();
            let told = match (sheet.table, sheet.why.as_ref()) {
                (_, Some(why)) => cx.say(told::why(why)).to_owned(),
                (Some(table), None) => cx.tell(&say::rows_of(table, rows)).to_owned(),
                (None, None) => cx.say(say::NO_TABLE).to_owned(),
            };
            let name = if file == sheet.name { file.to_owned() } else { format!("{file} · {}", sheet.name) };
            let is_chosen = *chosen == Some(place);
            let id = Id::unique(("import sheet", sheet.workbook, sheet.sheet));
            if entry_ui(ui, cx, id, &name, &told, is_chosen) {
                *chosen = Some(place);
            }
        }
        let only = if let [only] = intake.sheets.as_slice() { Some((only.workbook, only.sheet)) } else { None };
        if let Some(place) = chosen.or(only)
            && let Some(sheet) = intake.sheets.iter().find(|it| (it.workbook, it.sheet) == place)
        {
            sheet_ui(ui, cx, importing, intake, sheet);
        }
    });
}

/// A sheet in the list; `true` when it is clicked.
fn entry_ui(ui: &mut Ui, cx: &Cx<'_>, id: Id, name: &str, told: &str, is_chosen: bool) -> bool {
    let height = if told.is_empty() { 28.0 } else { 42.0 };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let response = ui.interact(rect, id, Sense::click());
    if is_chosen {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, cx.theme.accent_soft, cx.theme.edge_selected());
    } else if response.hovered() {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, cx.theme.card, Stroke::NONE);
    }
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), rect, RADIUS_ROW, cx.theme.accent);
    }
    let first = Rect::from_min_max(rect.min + vec2(8.0, 3.0), pos2(rect.right() - 8.0, rect.top() + 23.0));
    let is_cut = line(ui.painter(), first, Align::Min, name, Type::Body, cx.theme.text1).truncated;
    line(ui.painter(), first.translate(vec2(0.0, 17.0)), Align::Min, told, Type::Small, cx.theme.text2);
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_chosen, format!("{name} {told}")));
    let is_clicked = response.clicked();
    if is_cut {
        response.tip(name);
    }
    is_clicked
}

/// What was read of a sheet, and what can be said of it.
fn sheet_ui(ui: &mut Ui, cx: &Cx<'_>, importing: &Importing, intake: &Intake, sheet: &SheetReading) {
    let place = (sheet.workbook, sheet.sheet);
    let said = importing.wish().and_then(|wish| wish.sheets.get(&place)).cloned().unwrap_or_default();
    ui.add_space(SPACE_8);
    if let Some(encoding) = importing.workbooks().get(sheet.workbook).and_then(|it| it.encoding.as_ref()) {
        ui.label(small(cx, cx.tell(&say::encoding(encoding))));
    }
    let words = cx.say(if said.is_skipped { say::READ_SHEET } else { say::SKIP_SHEET });
    if button_ui(ui, cx.theme, &Button::new(words)).clicked() {
        let mut said = said.clone();
        said.is_skipped = !said.is_skipped;
        cx.push(Command::Remark(Remark::Sheet(place, said)));
    }
    if sheet.why.is_some()
        && !said.is_skipped
        && !said.is_read
        && button_ui(ui, cx.theme, &Button::new(cx.say(say::READ_ANYWAY))).clicked()
    {
        let mut said = said.clone();
        said.is_read = true;
        cx.push(Command::Remark(Remark::Sheet(place, said)));
    }
    table_ui(ui, cx, sheet, place, &said);
    if sheet.table == Some(TableKind::Projects) {
        unit_ui(ui, cx, sheet, place, &said);
    }
    if let Some(table) = sheet.table.filter(|_| sheet.why.is_none()) {
        ui.add_space(SPACE_8);
        ui.label(egui::RichText::new(cx.say(say::COLUMNS)).font(Type::BodyBold.font()));
        for head in &sheet.columns {
            head_ui(ui, cx, importing, table, place, head);
        }
    }
    let skipped = intake.rows.iter().filter(|it| (it.spot.workbook, it.spot.sheet) == place);
    let skipped: Vec<_> = skipped.filter(|it| !matches!(it.part, Part::Data(_))).collect();
    if !skipped.is_empty() {
        ui.add_space(SPACE_8);
        ui.label(egui::RichText::new(cx.tell(&say::skipped_rows(skipped.len()))).font(Type::BodyBold.font()));
        for row in skipped.iter().take(40) {
            ui.label(small(cx, cx.tell(&say::skipped(row))));
        }
    }
}

fn small(cx: &Cx<'_>, words: &str) -> egui::RichText {
    egui::RichText::new(words.to_owned()).font(Type::Small.font()).color(cx.theme.text2)
}

/// Which table it is.
fn table_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    sheet: &SheetReading,
    place: (usize, usize),
    said: &crate::intake::note::SheetWish,
) {
    let shown = sheet.table.map_or(cx.say(say::NO_TABLE), |it| cx.say(told::table(it)));
    let combo = ComboBox::from_id_salt(("import table", place)).width(200.0).selected_text(shown);
    let response = combo.show_ui(ui, |ui| {
        for table in TableKind::ALL {
            if ui.selectable_label(sheet.table == Some(table), cx.say(told::table(table))).clicked() {
                let mut said = said.clone();
                said.table = Some(table);
                cx.push(Command::Remark(Remark::Sheet(place, said)));
            }
        }
    });
    let told = format!("{}: {shown}", cx.say(say::TABLE));
    response.response.widget_info(|| WidgetInfo::labeled(AccessRole::ComboBox, true, &told));
}

/// Which unit reports what stands in it.
fn unit_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    sheet: &SheetReading,
    place: (usize, usize),
    said: &crate::intake::note::SheetWish,
) {
    let unit = sheet.reporter.as_ref().and_then(|id| cx.scenario().units.get(id));
    let shown = unit.map_or_else(|| cx.say(say::NO_REPORTER).to_owned(), |it| cx.tell(&it.name).to_owned());
    let combo = ComboBox::from_id_salt(("import unit", place)).width(200.0).height(360.0).selected_text(&shown);
    let response = combo.show_ui(ui, |ui| {
        for unit in &cx.scenario().units {
            if ui.selectable_label(sheet.reporter.as_ref() == Some(&unit.id), cx.tell(&unit.name)).clicked() {
                let mut said = said.clone();
                said.unit = Some(unit.id.clone());
                cx.push(Command::Remark(Remark::Sheet(place, said)));
            }
        }
    });
    let told = format!("{}: {shown}", cx.say(say::REPORTER));
    response.response.widget_info(|| WidgetInfo::labeled(AccessRole::ComboBox, true, &told));
}

/// A head, and what its column is read as.
fn head_ui(ui: &mut Ui, cx: &Cx<'_>, importing: &Importing, table: TableKind, place: (usize, usize), head: &HeadRead) {
    let unit = head.unit_shown().map(|unit| format!("（{unit}）")).unwrap_or_default();
    let written = format!("{} {}", letters(head.number), head.written.replace('\n', " "));
    ui.add(egui::Label::new(small(cx, &written)).truncate()).tip(&written);
    let name = |column: Column| cx.say(told::column(column));
    let key = column::key(&head.written);
    let is_left_out = importing.wish().is_some_and(|wish| wish.heads.get(&key) == Some(&None));
    let shown = match head.column {
        Some(column) => format!("→ {}{unit}", name(column)),
        None if is_left_out => cx.say(say::LEFT_OUT).to_owned(),
        None => cx.say(say::UNKNOWN_COLUMN).to_owned(),
    };
    let combo =
        ComboBox::from_id_salt(("import head", place, head.number)).width(ui.available_width() - 16.0).height(420.0);
    let response = combo.truncate().selected_text(&shown).show_ui(ui, |ui| {
        if ui.selectable_label(is_left_out, cx.say(say::LEAVE_COLUMN)).clicked() {
            cx.push(Command::Remark(Remark::Head(key.clone(), None)));
        }
        for spec in column::of_table(table) {
            if ui.selectable_label(head.column == Some(spec.column), name(spec.column)).clicked() {
                cx.push(Command::Remark(Remark::Head(key.clone(), Some(spec.column))));
            }
        }
    });
    let told = format!("{written}: {shown}");
    response.response.widget_info(|| WidgetInfo::labeled(AccessRole::ComboBox, true, &told));
}

//! One row of the import: each cell as written and as read, what is to be known of it, and how to put it right.

use egui::{ComboBox, Key, Role as AccessRole, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use super::{id_of, mark, told_ui};
use crate::{
    i18n::{self, import as say, intake as told},
    intake::{
        column::{Column, TableKind},
        layout::HeadRead,
        note::{Code, Note, State},
        outcome::{DataRow, Intake},
        sheet::address,
        wish::Spot,
    },
    ui::{
        cx::Cx,
        theme::{Lettering, SPACE_4, SPACE_8, Type},
        widgets::button::{Button, button_ui},
    },
    workbench::{
        command::Command,
        importing::{Importing, Remark},
    },
};

/// Draws the row.
pub fn ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    importing: &Importing,
    intake: &Intake,
    row: &DataRow,
    typed: &mut Option<(Spot, u32, String)>,
) {
    ScrollArea::vertical().id_salt("import detail").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(SPACE_8, SPACE_4);
        let name = say::name_of(cx.scenario(), row, cx.bench.lang());
        ui.add(egui::Label::new(egui::RichText::new(&name).font(Type::Heading.font())).wrap());
        let change = row.change.map_or("", |change| cx.say(told::change(change)));
        let id = row.id.as_deref().unwrap_or_default();
        let meta = format!("{} {id} {change}", cx.say(told::state(row.state)));
        ui.label(egui::RichText::new(meta.trim()).color(cx.theme.text2));
        let of_row = row.notes.iter().filter(|note| note.cell.0 == 0);
        for note in of_row {
            note_ui(ui, cx, note);
        }
        buttons_ui(ui, cx, importing, row);
        if row.table == TableKind::Projects || row.table == TableKind::Enterprises {
            industry_ui(ui, cx, row);
        }
        ui.separator();
        let sheet = intake.sheets.iter().find(|it| (it.workbook, it.sheet) == (row.spot.workbook, row.spot.sheet));
        for head in sheet.map(|it| it.columns.as_slice()).unwrap_or_default() {
            cell_ui(ui, cx, importing, row, head, typed);
        }
    });
}

fn note_ui(ui: &mut Ui, cx: &Cx<'_>, note: &Note) {
    let state = if note.is_refusal() { State::Refused } else { State::Noted };
    told_ui(ui, cx, mark(state), cx.tell(&told::sentence(cx.scenario(), note)));
}

/// Leaving the row out, and saying that it is no second report.
fn buttons_ui(ui: &mut Ui, cx: &Cx<'_>, importing: &Importing, row: &DataRow) {
    let wish = importing.wish();
    ui.horizontal_wrapped(|ui| {
        if button_ui(ui, cx.theme, &Button::new(cx.say(say::LEAVE_ROW))).clicked() {
            cx.push(Command::Remark(Remark::LeaveOut(row.spot, true)));
        }
        let is_second = |note: &Note| matches!(note.code, Code::Duplicate { .. } | Code::Repetition(..));
        let is_distinct = wish.is_some_and(|wish| wish.no_duplicates.contains(&row.spot));
        if is_distinct || row.notes.iter().any(is_second) {
            let words = cx.say(if is_distinct { say::MAY_BE_SECOND } else { say::NO_SECOND });
            if button_ui(ui, cx.theme, &Button::new(words)).clicked() {
                cx.push(Command::Remark(Remark::Distinct(row.spot, !is_distinct)));
            }
        }
    });
}

/// The sub-sector: what was told from the words, or what is to be chosen.
fn industry_ui(ui: &mut Ui, cx: &Cx<'_>, row: &DataRow) {
    let of_row = row.values.iter().find_map(|(column, value)| match (column, value) {
        (Column::ProjectIndustry | Column::EnterpriseIndustry, crate::intake::values::Value::Industry(id)) => Some(id),
        _ => None,
    });
    let name = |id| cx.tell(&i18n::finding::industry_name(cx.scenario(), id)).to_owned();
    let shown = of_row.map_or_else(|| cx.say(say::CHOOSE_INDUSTRY).to_owned(), name);
    let unclear = |note: &'_ Note| if let Code::UnclearIndustry(list) = &note.code { Some(list.clone()) } else { None };
    let candidates = row.notes.iter().find_map(unclear);
    let combo = ComboBox::from_id_salt(id_of("industry", row.spot)).width(ui.available_width() - 8.0).height(420.0);
    let response = combo.truncate().selected_text(format!("{}: {shown}", cx.say(say::INDUSTRY))).show_ui(ui, |ui| {
        for candidate in candidates.as_deref().unwrap_or_default() {
            let words = format!("{} {} %", name(&candidate.industry), candidate.percent);
            if ui.selectable_label(false, words).clicked() {
                cx.push(Command::Remark(Remark::Choose(row.spot, candidate.industry.clone())));
            }
        }
        if candidates.is_some() {
            ui.separator();
        }
        // Sector by sector: nobody finds one of forty in the order of their ids.
        let mut sectors: Vec<&crate::model::text::Text> = Vec::new();
        for industry in &cx.scenario().industries {
            if !sectors.contains(&&industry.sector) {
                sectors.push(&industry.sector);
            }
        }
        for sector in sectors {
            let heading = egui::RichText::new(cx.tell(sector)).font(Type::SmallBold.font()).color(cx.theme.text2);
            ui.label(heading);
            for industry in cx.scenario().industries.iter().filter(|it| it.sector == *sector) {
                if ui.selectable_label(of_row == Some(&industry.id), cx.tell(&industry.name)).clicked() {
                    cx.push(Command::Remark(Remark::Choose(row.spot, industry.id.clone())));
                }
            }
        }
    });
    let told = format!("{}: {shown}", cx.say(say::INDUSTRY));
    response.response.widget_info(|| WidgetInfo::labeled(AccessRole::ComboBox, true, &told));
}

/// A cell: its head, what stands in it to be corrected, what was read, and its notes.
fn cell_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    importing: &Importing,
    row: &DataRow,
    head: &HeadRead,
    typed: &mut Option<(Spot, u32, String)>,
) {
    let place = address(head.number, row.spot.row);
    let named = head.column.map(|column| cx.say(told::column(column)));
    let title = match named {
        Some(name) => format!("{place} · {name}"),
        None => format!("{place} · {}", head.written.replace('\n', " ")),
    };
    let is_personal = head.column.is_some_and(|it| it.spec().content == crate::intake::column::Content::Personal);
    ui.label(egui::RichText::new(&title).font(Type::Small.font()).color(cx.theme.text2));
    if is_personal {
        ui.label(egui::RichText::new(cx.say(say::PERSONAL)).font(Type::Small.font()).color(cx.theme.text3));
        return;
    }
    let written = importing.cell(row.spot, head.number).unwrap_or_default();
    let is_here = matches!(typed, Some((spot, column, _)) if (*spot, *column) == (row.spot, head.number));
    let mut text = match typed {
        Some((_, _, text)) if is_here => text.clone(),
        _ => written.clone(),
    };
    let edit = TextEdit::singleline(&mut text).id(id_of("cell", row.spot).with(head.number));
    let field = ui.add(edit.desired_width(f32::INFINITY));
    field.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, &title));
    if field.changed() {
        *typed = Some((row.spot, head.number, text.clone()));
    }
    if field.lost_focus() && is_here {
        let is_given_up = ui.input(|input| input.key_pressed(Key::Escape));
        if !is_given_up && text != written {
            let as_in_file = importing.written(row.spot, head.number).unwrap_or_default() == text;
            let text = (!as_in_file).then_some(text);
            cx.push(Command::Remark(Remark::Correct { spot: row.spot, column: head.number, text }));
        }
        *typed = None;
    }
    // Total investment that stands in for fixed-asset investment is read as that.
    let stands_in = |column| {
        let for_fixed = row.notes.iter().any(|it| it.code == Code::TotalForFixed && it.cell.0 == head.number);
        if column == Column::TotalInvestment && for_fixed { Column::Investment } else { column }
    };
    if let Some(column) = head.column.map(stands_in)
        && let Some((_, value)) = row.values.iter().find(|(it, _)| *it == column)
    {
        let read = say::value(cx.scenario(), column, value);
        ui.label(egui::RichText::new(format!("= {}", cx.tell(&read))).font(Type::SmallBold.font()));
    }
    for note in row.notes.iter().filter(|note| note.cell.0 == head.number) {
        note_ui(ui, cx, note);
    }
}

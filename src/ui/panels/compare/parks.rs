//! The parks between which projects stand otherwise: what stands there in the plan that is shown alone, and in the other alone.

use std::collections::BTreeMap;

use egui::{Align, Id, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    evaluate::side_by_side::{Difference, SideBySide},
    i18n::{self, compare as say},
    model::id::{ParkId, ProjectId},
    ui::{
        cx::Cx,
        theme::{RADIUS_CARD, RADIUS_ROW, SPACE_6, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            icon::{self, Icon},
            seal::paint_seal,
            shapes,
            text::line,
            tip::Tip,
        },
    },
    workbench::{Selection, command::Command, comparing::Side},
};

/// Least width of a card and height of a row and of a head, in points.
const CARD: f32 = 236.0;
const ROW: f32 = 26.0;
const HEAD: f32 = 30.0;

/// What stands in a park in one of the plans alone; where it stands in the other one.
type Rows = Vec<(ProjectId, bool, Option<ParkId>)>;

/// The parks in the order of the board, then the queue.
fn rows(cx: &Cx<'_>, beside: &SideBySide) -> Vec<(Option<ParkId>, Rows)> {
    let mut rows: BTreeMap<Option<ParkId>, Rows> = BTreeMap::new();
    for Difference { project, one, other } in &beside.differences {
        rows.entry(one.clone()).or_default().push((project.clone(), true, other.clone()));
        rows.entry(other.clone()).or_default().push((project.clone(), false, one.clone()));
    }
    let order = cx.scenario().parks_in_order().into_iter().map(|park| Some(park.id.clone())).chain([None]);
    let mut found: Vec<(Option<ParkId>, Rows)> = order.filter_map(|id| rows.remove_entry(&id)).collect();
    // A park of another file alone comes last.
    found.extend(rows);
    found
}

/// Draws the cards.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, side: &Side) {
    let rect = ui.max_rect();
    let heading = Rect::from_min_size(rect.min, vec2(rect.width(), 34.0));
    ui.painter().rect_filled(heading, 0.0, cx.theme.panel);
    ui.painter().hline(heading.x_range(), heading.bottom(), cx.theme.edge());
    let beside = cx.bench.side_by_side(side);
    let count = beside.map_or(0, |it| it.differences.len());
    let title = say::differences(count);
    line(
        ui.painter(),
        heading.shrink2(vec2(SPACE_12, 0.0)),
        Align::Min,
        cx.tell(&title),
        Type::CardTitle,
        cx.theme.text1,
    );
    let body = Rect::from_min_max(pos2(rect.left(), heading.bottom()), rect.max).shrink(SPACE_8);
    let Some(beside) = beside else {
        line(ui.painter(), body, Align::Center, cx.say(say::JUDGING), Type::Body, cx.theme.text2);
        return;
    };
    if beside.differences.is_empty() {
        let words = if beside.is_empty() { say::NOTHING_DIFFERS } else { say::SAME_PLACES };
        line(ui.painter(), body, Align::Center, cx.say(words), Type::Body, cx.theme.text2);
        return;
    }
    let names =
        [Side::Plan(cx.bench.plan().clone()), side.clone()].map(|it| cx.tell(&cx.bench.side_name(&it)).to_owned());
    let parks = rows(cx, beside);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body));
    ScrollArea::vertical().id_salt("compare parks").auto_shrink(false).show(&mut child, |ui| {
        let columns = crate::chart::scene::room_for(ui.available_width() + SPACE_6, CARD + SPACE_6);
        let gaps = SPACE_6 * crate::chart::scene::length(columns - 1);
        let width = (ui.available_width() - gaps) / crate::chart::scene::length(columns);
        ui.spacing_mut().item_spacing = vec2(0.0, SPACE_6);
        for line_of_parks in parks.chunks(columns) {
            let rows = line_of_parks.iter().map(|(_, rows)| rows.len()).max().unwrap_or(0);
            let height = HEAD + ROW * crate::chart::scene::length(rows) + SPACE_6;
            let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
            if !ui.is_rect_visible(strip) {
                continue;
            }
            for (at, (park, rows)) in line_of_parks.iter().enumerate() {
                let left = strip.left() + (width + SPACE_6) * crate::chart::scene::length(at);
                let card = Rect::from_min_size(pos2(left, strip.top()), vec2(width, height));
                card_ui(ui, cx, card, park.as_ref(), rows, &names);
            }
        }
    });
}

fn park_name(cx: &Cx<'_>, park: Option<&ParkId>) -> String {
    park.map_or_else(
        || cx.say(say::QUEUE).to_owned(),
        |id| cx.tell(&i18n::finding::park_name(cx.scenario(), id)).to_owned(),
    )
}

fn card_ui(ui: &Ui, cx: &Cx<'_>, card: Rect, park: Option<&ParkId>, rows: &Rows, names: &[String; 2]) {
    let is_selected = park.is_some() && cx.selected_park() == park;
    let edge = if is_selected { cx.theme.edge_selected() } else { cx.theme.edge() };
    shapes::framed_rect(ui.painter(), card, RADIUS_CARD, cx.theme.card, edge);
    let head = Rect::from_min_size(card.min, vec2(card.width(), HEAD));
    let name = park_name(cx, park);
    line(ui.painter(), head.shrink2(vec2(10.0, 0.0)), Align::Min, &name, Type::CardTitle, cx.theme.text1);
    let response = ui.interact(head, Id::unique(("compared park", park.map(ParkId::as_str))), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &name));
    if let Some(park) = park.filter(|_| response.clicked()) {
        cx.push(Command::Select(Selection::Park(park.clone())));
    }
    let mut top = head.bottom();
    for (project, is_own, elsewhere) in rows {
        let rect = Rect::from_min_size(pos2(card.left() + 6.0, top), vec2(card.width() - 12.0, ROW - 2.0));
        row_ui(ui, cx, rect, project, *is_own, elsewhere.as_ref(), names);
        top += ROW;
    }
}

/// A project that stands here in one plan alone: sign, seal, name, and the plan.
fn row_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    rect: Rect,
    project: &ProjectId,
    is_own: bool,
    elsewhere: Option<&ParkId>,
    [own, other]: &[String; 2],
) {
    let theme = cx.theme;
    let (tone, sign) =
        if is_own { (theme.tone(Signal::Unknown), Icon::Minus) } else { (theme.tone(Signal::Holds), Icon::Plus) };
    let salt = Id::unique(("compared project", project.as_str(), is_own));
    let response = ui.interact(rect, salt, Sense::click());
    shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, tone.soft, egui::Stroke::NONE);
    if response.hovered() || cx.bench.selection().has(project) {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, egui::Color32::TRANSPARENT, theme.edge_selected());
    }
    let mark = Rect::from_center_size(pos2(rect.left() + 12.0, rect.center().y), vec2(12.0, 12.0));
    icon::paint(ui.painter(), sign, mark, tone.ink);
    let record = cx.scenario().projects.get(project);
    let mut left = mark.right() + SPACE_6;
    if let Some(record) = record {
        let seal = Rect::from_center_size(pos2(left + 9.0, rect.center().y), vec2(18.0, 18.0));
        paint_seal(ui.painter(), seal, &cx.seal(&record.industry), theme, cx.is_chinese());
        left = seal.right() + SPACE_6;
    }
    let plan = if is_own { own } else { other };
    let letter = plan.split(' ').next().unwrap_or(plan);
    let end = crate::ui::widgets::text::width_of(ui.painter(), letter, Type::SmallBold) + 2.0;
    let letter_place =
        Rect::from_min_max(pos2(rect.right() - end - 6.0, rect.top()), pos2(rect.right() - 6.0, rect.bottom()));
    line(ui.painter(), letter_place, Align::Max, letter, Type::SmallBold, tone.ink);
    let name = i18n::finding::project_name(cx.scenario(), project);
    let words = Rect::from_min_max(pos2(left, rect.top()), pos2(letter_place.left() - SPACE_6, rect.bottom()));
    line(ui.painter(), words, Align::Min, cx.tell(&name), Type::Small, theme.text1);
    let there = park_name(cx, elsewhere);
    let told = if is_own { say::only_here(own, other, &there) } else { say::only_here(other, own, &there) };
    let told = format!("{project} {} · {}", cx.tell(&name), cx.tell(&told));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &told));
    if response.clicked() && record.is_some() {
        cx.push(Command::Select(Selection::Project(project.clone())));
    }
    response.tip(told);
}

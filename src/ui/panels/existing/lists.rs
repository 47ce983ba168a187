//! What lies outside the positions, the enterprises of the cell that was clicked, and what the plan moves.

use egui::{Align, Id, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::trial::Trial;
use crate::{
    chart::{
        existing::Mismatch,
        picture::Subject,
        scene::{Scene, percent},
    },
    i18n::{self, chart, existing as say},
    model::{
        enterprise::Enterprise,
        id::{EnterpriseId, IndustryId, ParkId},
        park::Role,
        plan::Relocation,
    },
    ui::{
        cx::{Ask, Cx},
        panels::inspector::parts::{row, rule_off, section, spoken_row},
        theme::{RADIUS_ROW, SPACE_6, SPACE_8, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::Icon,
            seal::paint_seal,
            shapes,
            text::{line, width_of},
            tip::Tip,
        },
    },
    workbench::{Selection, command::Command},
};

/// Height of a row of two lines, in points.
const ROW: f32 = 42.0;
/// Rows of a list.
const MOST: usize = 80;

/// Draws the lists; `found` lies outside the positions, `chosen` is what was clicked in the matrix.
pub fn ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (scene, found): (&Scene<'_>, &[Mismatch]),
    chosen: Option<&Subject>,
    trial: &mut Option<Trial>,
) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ScrollArea::vertical().id_salt("existing lists").auto_shrink(false).show(ui, |ui| {
        if let Some(under_way) = trial {
            if under_way.ui(ui, cx) {
                *trial = None;
            }
            rule_off(ui, cx);
        }
        if let Some((park, industry)) = chosen.and_then(|it| it.park.as_ref().zip(it.industry.as_ref())) {
            enterprises_ui(ui, cx, scene, park, industry, trial);
            rule_off(ui, cx);
        }
        relocations_ui(ui, cx);
        rule_off(ui, cx);
        let count = format!("{} · {}", found.len(), scene.unit());
        section(ui, cx, cx.say(say::MISMATCHES), &count);
        if found.is_empty() {
            spoken_row(ui, cx, cx.say(say::NO_MISMATCH), Type::Body, cx.theme.text2);
        }
        for mismatch in found.iter().take(MOST) {
            mismatch_ui(ui, cx, scene, mismatch);
        }
        ui.add_space(SPACE_8);
    });
}

/// Seal, park and sub-sector, size and share; a click selects the park.
fn mismatch_ui(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, mismatch: &Mismatch) {
    let rect = row(ui, ROW);
    let id = Id::unique(("mismatch", mismatch.park.as_str(), mismatch.industry.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    if response.hovered() || response.has_focus() {
        cx.point(Subject::industry(&mismatch.industry).in_park(&mismatch.park));
        let edge = if response.has_focus() { cx.theme.edge_selected() } else { cx.theme.edge() };
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(6.0, 0.0)), RADIUS_ROW, cx.theme.card, edge);
    }
    let button = Button::quiet(Icon::Plus, cx.say(say::DESIGNATE)).small();
    let size = button.size(ui.painter());
    let place = Rect::from_min_size(pos2(rect.right() - size.x, rect.center().y - size.y / 2.0), size);
    if button_at_ui(ui, cx.theme, place, id.with("designate"), &button).clicked() {
        cx.ask(Ask::NewPosition(mismatch.park.clone(), Role::Characteristic));
    }
    let amount = scene.amount(mismatch.size, Some(&mismatch.park));
    let name = format!("{} · {}", scene.brief_name(&mismatch.park), scene.industry_name(&mismatch.industry));
    let under = say::share_and_firms(&percent(mismatch.share), mismatch.firms);
    two_lines(ui, cx, rect.with_max_x(place.left() - SPACE_6), &mismatch.industry, (&name, cx.tell(&under)), &amount);
    let told = format!("{name} · {amount} {} · {}", scene.unit(), cx.tell(&under));
    response.clone().tip(&told);
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &told));
    if response.clicked() {
        cx.push(Command::Select(Selection::Park(mismatch.park.clone())));
    }
}

/// A seal, two lines and a figure at the right.
fn two_lines(ui: &Ui, cx: &Cx<'_>, rect: Rect, industry: &IndustryId, (name, under): (&str, &str), figure: &str) {
    let seal = Rect::from_min_size(pos2(rect.left(), rect.center().y - 11.0), vec2(22.0, 22.0));
    paint_seal(ui.painter(), seal, &cx.seal(industry), cx.theme, cx.is_chinese());
    let end = width_of(ui.painter(), figure, Type::SmallBold) + 1.0;
    let figure_place = Rect::from_min_max(pos2(rect.right() - end, rect.top()), rect.max);
    line(ui.painter(), figure_place, Align::Max, figure, Type::SmallBold, cx.theme.text1);
    let words = Rect::from_min_max(
        pos2(seal.right() + SPACE_8, rect.top() + 3.0),
        pos2(figure_place.left() - SPACE_6, rect.center().y + 1.0),
    );
    line(ui.painter(), words, Align::Min, name, Type::Body, cx.theme.text1);
    let second = words.translate(vec2(0.0, 18.0));
    line(ui.painter(), second, Align::Min, under, Type::Small, cx.theme.text2);
}

/// The records of a sub-sector in a park, each with the way to try moving it.
fn enterprises_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    scene: &Scene<'_>,
    park: &ParkId,
    industry: &IndustryId,
    trial: &mut Option<Trial>,
) {
    let title = format!("{} · {}", scene.park_name(park), scene.industry_name(industry));
    section(ui, cx, &title, "");
    let facts = cx.bench.judgement().facts().park(park);
    let ids: Vec<EnterpriseId> =
        facts.and_then(|it| it.existing.get(industry)).map(|it| it.enterprises.clone()).unwrap_or_default();
    for enterprise in ids.iter().take(MOST).filter_map(|id| cx.scenario().enterprises.get(id)) {
        enterprise_ui(ui, cx, scene, enterprise, trial);
    }
}

fn enterprise_ui(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, enterprise: &Enterprise, trial: &mut Option<Trial>) {
    let rect = row(ui, ROW);
    let button = Button::new(cx.say(say::TRY)).small();
    let size = button.size(ui.painter());
    let place = Rect::from_min_size(pos2(rect.right() - size.x, rect.center().y - size.y / 2.0), size);
    let id = Id::unique(("try relocating", enterprise.id.as_str()));
    if button_at_ui(ui, cx.theme, place, id, &button).clicked() {
        *trial = Some(Trial::of(cx, enterprise.id.clone()));
    }
    let metric = scene.question.metric;
    let amount = metric.of_enterprise(enterprise).map_or_else(
        || cx.say(chart::NOT_STATED).to_owned(),
        |steps| format!("{} {}", chart::amount(metric, steps), cx.say(chart::unit(metric))),
    );
    let is_moved = cx.scenario().relocations.contains(&(cx.bench.plan().clone(), enterprise.id.clone()));
    let moved = if is_moved { format!(" · {}", cx.say(say::MOVED)) } else { String::new() };
    let under = format!("{} {}{moved}", cx.say(chart::ENTERPRISES), enterprise.firms.plain());
    let name = cx.tell(&enterprise.name);
    two_lines(ui, cx, rect.with_max_x(place.left() - SPACE_8), &enterprise.industry, (name, &under), &amount);
}

/// What the plan moves, with what the unit that loses it gets.
fn relocations_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let plan = cx.bench.plan().clone();
    let moved: Vec<Relocation> = cx.scenario().relocations_of(&plan).cloned().collect();
    section(ui, cx, cx.say(say::RELOCATIONS), &moved.len().to_string());
    if moved.is_empty() {
        spoken_row(ui, cx, cx.say(say::NO_RELOCATION), Type::Small, cx.theme.text2);
    }
    for relocation in &moved {
        relocation_ui(ui, cx, relocation);
    }
}

fn relocation_ui(ui: &mut Ui, cx: &Cx<'_>, relocation: &Relocation) {
    let Some(enterprise) = cx.scenario().enterprises.get(&relocation.enterprise) else { return };
    let rect = row(ui, ROW + 16.0);
    let name = |park: &ParkId| cx.tell(&i18n::finding::park_name(cx.scenario(), park)).to_owned();
    let way = say::from_to(&name(&enterprise.park), &name(&relocation.park));
    let upper = Rect::from_min_size(rect.min, vec2(rect.width() - 36.0, ROW));
    two_lines(ui, cx, upper, &enterprise.industry, (cx.tell(&enterprise.name), cx.tell(&way)), "");
    let is_agreed = !relocation.compensation.trim().is_empty();
    let (words, ink) = if is_agreed {
        (relocation.compensation.as_str(), cx.theme.text2)
    } else {
        (cx.say(say::UNCOMPENSATED), cx.theme.broken.ink)
    };
    let under =
        Rect::from_min_max(pos2(rect.left() + 30.0, upper.bottom() - 4.0), pos2(rect.right() - 36.0, rect.bottom()));
    line(ui.painter(), under, Align::Min, words, Type::Small, ink);
    let button = Button::quiet(Icon::Trash, cx.say(say::TAKE_BACK)).small();
    let size = button.size(ui.painter());
    let place = Rect::from_min_size(pos2(rect.right() - size.x, rect.center().y - size.y / 2.0), size);
    let id = Id::unique(("take back", relocation.enterprise.as_str()));
    if button_at_ui(ui, cx.theme, place, id, &button).clicked() {
        cx.push(Command::Unrelocate(relocation.enterprise.clone()));
    }
    let response = ui.interact(upper, id.with("row"), Sense::hover());
    let told = format!("{} · {} · {words}", cx.tell(&enterprise.name), cx.tell(&way));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
}

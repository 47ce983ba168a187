//! The page of a park: findings, positions, spare factors, placed projects.

use super::parts::{finding_line_ui, head, member_ui, pair, pair_of, row, rule_off, section, words_row};
use super::{plan, steps};
use crate::i18n::{self, datum, figure, phrase::Phrase, term, words};
use crate::model::evidence::Confidence;
use crate::model::id::ParkId;
use crate::model::park::{Park, Position};
use crate::model::text::Text;
use crate::rules::finding::{Finding, Item};
use crate::ui::cx::{Ask, Cx};
use crate::ui::origin::{Of, Origin};
use crate::ui::theme::{RADIUS_ROW, SPACE_8, SPACE_12, Type};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::seal::paint_seal;
use crate::ui::widgets::shapes;
use crate::ui::widgets::text::{Span, line, line_of};
use crate::ui::widgets::tip::Tip;
use crate::workbench::command::Command;
use egui::{Align, Id, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

/// Draws the page.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, park: &Park) {
    ScrollArea::vertical().id_salt(("inspector", park.id.as_str())).auto_shrink(false).show(ui, |ui| {
        let unit = park.beneficiary_unit.as_ref().and_then(|id| cx.scenario().units.get(id));
        let unit = unit.map(|it| cx.tell(&datum::benefits(&it.name)).to_owned());
        let level = cx.tell(&term::park_level(&cx.scenario().pack, park.level)).to_owned();
        let meta = [Some(level), unit].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        head(ui, cx, None, cx.tell(&park.name), &meta);
        park_findings_ui(ui, cx, &park.id);
        positions_ui(ui, cx, park);
        plan::park_parts_ui(ui, cx, park);
        steps::park_ui(ui, cx, &park.id);
        rule_off(ui, cx);
        spare_ui(ui, cx, park);
        placed_ui(ui, cx, &park.id);
    });
}

fn park_findings_ui(ui: &mut Ui, cx: &Cx<'_>, park: &ParkId) {
    let findings: Vec<&Finding> =
        cx.bench.judgement().of_park(park).iter().filter(|it| it.state.is_notable()).collect();
    if findings.is_empty() {
        let rect = row(ui, 24.0);
        let mark = Rect::from_min_size(pos2(rect.left(), rect.center().y - 8.0), vec2(16.0, 16.0));
        icon::paint(ui.painter(), Icon::Holds, mark, cx.theme.holds.ink);
        let words = Rect::from_min_max(pos2(mark.right() + SPACE_8, rect.top()), rect.max);
        line(ui.painter(), words, Align::Min, cx.say(words::NO_FINDINGS), Type::Body, cx.theme.text2);
    }
    for finding in findings {
        finding_line_ui(ui, cx, finding);
    }
    rule_off(ui, cx);
}

fn positions_ui(ui: &mut Ui, cx: &Cx<'_>, park: &Park) {
    let Some(facts) = cx.bench.judgement().facts().park(&park.id) else { return };
    let park = cx.world().parks.get(&park.id).map_or(park, AsRef::as_ref);
    let slots = crate::rules::slots::of(cx.scenario(), park, facts);
    let role =
        |role| if cx.roomy || cx.is_chinese() { cx.say(term::role(role)) } else { cx.say(term::role_short(role)) };
    let counts: Vec<String> = slots
        .iter()
        .map(|it| {
            format!(
                "{} {} / {}",
                role(it.role),
                it.count,
                it.cap.map_or_else(|| figure::NONE.to_owned(), |cap| cap.to_string())
            )
        })
        .collect();
    section(ui, cx, cx.say(words::POSITIONS), &counts.join(" · "));
    for position in &facts.positions {
        position_row_ui(ui, cx, position);
    }
    plan::free_slots_ui(ui, cx, park, &slots);
    plan::history_ui(ui, cx, park);
    rule_off(ui, cx);
}

fn position_row_ui(ui: &mut Ui, cx: &Cx<'_>, position: &Position) {
    let rect = row(ui, 38.0);
    let may_change = cx.scenario().may_change(cx.bench.plan());
    let id = position.id.clone();
    let name = |phrase| format!("{} {}", cx.say(phrase), cx.tell(&position.name));
    let sense = if may_change { Sense::click() } else { Sense::hover() };
    let place = rect.expand2(vec2(6.0, 0.0));
    let row_id = Id::unique(("edit position", id.as_str()));
    // Space picks it up as it does a project; Enter opens its sheet.
    let has_keys = may_change && ui.memory(|memory| memory.has_focus(row_id));
    if has_keys && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Space)) {
        cx.ask(Ask::PickUpPosition(id.clone()));
    }
    let response = ui.interact(place, row_id, sense);
    let edit = name(words::EDIT_POSITION);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, may_change, &edit));
    if may_change && response.hovered() {
        shapes::framed_rect(ui.painter(), place, RADIUS_ROW, cx.theme.sunken, Stroke::NONE);
    }
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), place.shrink(3.0), RADIUS_ROW, cx.theme.accent);
    }
    if response.clicked() {
        cx.ask(Ask::EditPosition(id.clone()));
    }
    if let Some(industry) = position.industries.first() {
        let seal = Rect::from_min_size(pos2(rect.left(), rect.top() + 8.0), vec2(22.0, 22.0));
        paint_seal(ui.painter(), seal, &cx.seal(industry), cx.theme, cx.is_chinese());
    }
    let deeds: [(Phrase, Icon, &dyn Fn()); 2] = [
        (words::MOVE_TO, Icon::ArrowRight, &|| cx.ask(Ask::MovePosition(id.clone()))),
        (words::WITHDRAW, Icon::Close, &|| cx.push(Command::WithdrawPosition(id.clone()))),
    ];
    let mut button = Rect::from_center_size(pos2(rect.right() - 36.0, rect.center().y), vec2(24.0, 24.0));
    let left_of_buttons = button.left();
    for (phrase, sign, deed) in deeds {
        let name = name(phrase);
        let quiet = Button::quiet(sign, &name).small().enabled(may_change);
        let id = Id::unique((phrase.en, position.id.as_str()));
        if crate::ui::widgets::button::button_at_ui(ui, cx.theme, button, id, &quiet).clicked() {
            deed();
        }
        button = button.translate(vec2(24.0, 0.0));
    }
    response.context_menu(|ui| position_menu_ui(ui, cx, position));
    let left = rect.left() + 30.0;
    let first = Rect::from_min_max(pos2(left, rect.top()), pos2(left_of_buttons - 4.0, rect.top() + 18.0));
    let is_assumed = position.evidence.confidence >= Confidence::Assumed;
    let role = format!("{}  ", cx.say(term::role_short(position.role)));
    let sign = if is_assumed { " ≈" } else { "" };
    let spans = [
        Span::new(&role, Type::Small, cx.theme.text2),
        Span::new(cx.tell(&position.name), Type::BodyBold, cx.theme.text1),
        Span::new(sign, Type::Small, cx.theme.text2),
    ];
    let is_cut = line_of(ui.painter(), first, Align::Min, &spans).truncated;
    let is_added = !cx.scenario().positions.contains(&position.id);
    let names: Vec<String> = position
        .industries
        .iter()
        .map(|id| cx.tell(&i18n::finding::industry_name(cx.scenario(), id)).to_owned())
        .chain(is_added.then(|| cx.say(words::BY_THIS_PLAN).to_owned()))
        .collect();
    let joint = if cx.is_chinese() { "、" } else { ", " };
    let second = Rect::from_min_max(pos2(left, first.bottom()), pos2(left_of_buttons - 4.0, rect.bottom()));
    let words = names.join(joint);
    if line(ui.painter(), second, Align::Min, &words, Type::Small, cx.theme.text2).truncated || is_cut {
        response.tip(format!("{} · {words}", cx.tell(&position.name)));
    }
}

/// What can be done with a position.
pub fn position_menu_ui(ui: &mut Ui, cx: &Cx<'_>, position: &Position) {
    let may_change = cx.scenario().may_change(cx.bench.plan());
    let is_changed = cx.scenario().plan_positions.contains(&(cx.bench.plan().clone(), position.id.clone()));
    let id = position.id.clone();
    let deeds: [(Phrase, bool, &dyn Fn()); 5] = [
        (words::PICK_UP_POSITION, may_change, &|| cx.ask(Ask::PickUpPosition(id.clone()))),
        (words::EDIT_POSITION_SHEET, may_change, &|| cx.ask(Ask::EditPosition(id.clone()))),
        (words::MOVE_POSITION_SHEET, may_change, &|| cx.ask(Ask::MovePosition(id.clone()))),
        (words::WITHDRAW, may_change, &|| cx.push(Command::WithdrawPosition(id.clone()))),
        (words::RESTORE, may_change && is_changed, &|| cx.push(Command::RestorePosition(id.clone()))),
    ];
    for (phrase, may, deed) in deeds {
        if ui.add_enabled(may, egui::Button::new(cx.say(phrase))).clicked() {
            deed();
            ui.close();
        }
    }
}

fn spare_ui(ui: &mut Ui, cx: &Cx<'_>, park: &Park) {
    let Some(park) = cx.world().parks.get(&park.id) else { return };
    let confidence = cx.scenario().confidence("parks", park.id.as_str(), "capacities", &park.evidence);
    section(ui, cx, cx.say(words::SPARE), cx.say(term::confidence(confidence)));
    let c = &park.capacities;
    let tell = |text: Text| cx.tell(&text).to_owned();
    let plain = |figure: String, unit: &str| format!("{} {unit}", figure::grouped(&figure));
    let used = cx.bench.judgement().facts().park(&park.id).map(|it| it.land.plus(it.reserved_land)).unwrap_or_default();
    let land = c.net_land.map(|land| {
        let left = figure::mu(land.minus(used));
        let whole = tell(figure::mu(land));
        if cx.is_chinese() { format!("{whole}，余 {}", left.zh) } else { format!("{whole}, {} left", left.en) }
    });
    let rows = [
        (words::LAND, "capacities.net_land", land),
        (words::LARGEST_PLOT, "capacities.largest_plot", c.largest_plot.map(|it| tell(figure::mu(it)))),
        (words::PLANT_FLOOR, "capacities.plant_floor", c.plant_floor.map(|it| tell(figure::floor(it)))),
        (words::POWER, "capacities.power", c.power.map(|it| plain(it.plain(), "MW"))),
        (words::SEWAGE, "capacities.sewage", c.sewage.map(|it| plain(it.plain(), "t/d"))),
        (words::WATER, "capacities.water", c.water.map(|it| plain(it.plain(), "t/d"))),
        (words::ENERGY, "capacities.energy_quota", c.energy_quota.map(|it| plain(it.plain(), "tce"))),
        (
            words::CHEMICAL_PARK,
            "chemical_park",
            park.chemical_park.map(|it| cx.say(term::chemical_status_short(it)).to_owned()),
        ),
    ];
    for (label, field, value) in rows {
        match value {
            Some(value) => {
                let of = Of::Park(park.id.clone());
                pair_of(ui, cx, &Origin::new(of, field, cx.say(label), &value), &value);
            }
            None => pair(ui, cx, cx.say(label), None),
        }
    }
    let facilities = datum::of_park(cx.scenario(), park, "facilities").map(|text| cx.tell(&text).to_owned());
    pair(ui, cx, cx.say(words::FACILITIES), None.or(facilities.as_deref().map(|_| "")));
    if let Some(facilities) = facilities {
        words_row(ui, cx, &facilities, Type::Small, cx.theme.text1);
    }
    rule_off(ui, cx);
}

fn placed_ui(ui: &mut Ui, cx: &Cx<'_>, park: &ParkId) {
    let Some(facts) = cx.bench.judgement().facts().park(park) else { return };
    section(ui, cx, cx.say(words::PROJECTS), &facts.placed.len().to_string());
    if facts.placed.is_empty() {
        words_row(ui, cx, cx.say(words::DROP_HERE), Type::Body, cx.theme.text2);
    }
    for project in facts.newest_first() {
        member_ui(ui, cx, &Item::Project(project.id.clone()), None);
    }
    ui.add_space(SPACE_12);
}

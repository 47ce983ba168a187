//! The positions of the whole city on one screen: every park with its slots by name, what the plan changes, what overlaps.
//!
//! Positions are dragged between slots and parks as on the cards; the caps are judged by the rules and only shown here.

use std::rc::Rc;

use egui::{Align, Id, Rangef, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    Board, as_points,
    rows::{self, Rows},
};
use crate::{
    i18n::{existing as say, term},
    model::{
        id::{IndustryId, ParkId, PositionId},
        park::Role,
        plan::PositionChange,
        policy::RuleKind,
    },
    rules::finding::{Detail, Finding, State},
    ui::{
        cx::{Ask, Cx, signal},
        panels::{
            card::{self, CardEvents},
            card_view::{CardView, Meter},
            findings::Filter,
        },
        theme::{SPACE_4, SPACE_6, SPACE_8, Signal, Type},
        widgets::{
            icon::{self, Icon},
            tag,
            text::{line, width_of},
            tip::Tip,
        },
    },
};

/// Least and largest height of a row, and height of the head, in points.
const ROW: [f32; 2] = [40.0, 84.0];
const HEAD: f32 = 26.0;
/// Shares of the width: park, leading, characteristic, what is to be seen to.
const COLUMNS: [f32; 4] = [0.17, 0.4, 0.27, 0.16];
/// Slots of a column that have room.
const SLOTS: usize = 5;

/// Which rules speak of positions.
fn is_about_positions(cx: &Cx<'_>, finding: &Finding) -> bool {
    let kind = cx.scenario().rules.get(&finding.rule).map(|rule| &rule.kind);
    matches!(
        kind,
        Some(
            RuleKind::LeadingCap(_)
                | RuleKind::CharacteristicCap(_)
                | RuleKind::CarriedCap { .. }
                | RuleKind::Breadth { .. }
                | RuleKind::Homogeneous { .. }
                | RuleKind::UnsupportedPosition
        )
    )
}

impl Board {
    /// Draws the positions of all parks; returns the park under the pointer.
    pub(super) fn positions_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<ParkId> {
        let room = ui.available_rect_before_wrap().shrink2(vec2(if cx.roomy { 12.0 } else { 8.0 }, 6.0));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(room));
        child.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let inner = Rangef::new(room.left(), room.right() - 12.0);
        head_ui(&mut child, cx, inner);
        let parks: Rc<[ParkId]> = cx.scenario().parks_in_order().iter().map(|park| park.id.clone()).collect();
        let height = ((room.height() - HEAD) / as_points(parks.len().max(1))).clamp(ROW[0], ROW[1]).floor();
        let rows = Rows { name: "board positions", parks: &parks, height, gap: 3.0, inner, row: row_ui };
        self.rows_ui(&mut child, cx, &rows)
    }
}

/// The columns of a row.
fn cells(rect: Rect) -> [Rect; 4] {
    let mut left = rect.left();
    COLUMNS.map(|share| {
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(rect.width() * share, rect.height()));
        left = cell.right();
        cell.shrink2(vec2(SPACE_8, 0.0))
    })
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, inner: Rangef) {
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let names = [say::PARK, term::role(Role::Leading), term::role(Role::Characteristic), say::TO_SEE_TO];
    for (cell, name) in cells(Rect::from_x_y_ranges(inner, strip.y_range())).into_iter().zip(names) {
        line(ui.painter(), cell, Align::Min, cx.say(name), Type::SmallBold, cx.theme.text1);
    }
}

fn row_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &CardView) -> CardEvents {
    let theme = cx.theme;
    let response = rows::ground_ui(ui, cx, rect, view, "positions of park");
    let mut events = CardEvents { is_clicked: response.clicked(), ..CardEvents::default() };
    let [name, leading, characteristic, seen] = cells(rect);
    name_ui(ui, cx, name, view);
    let [first, second] = &view.meters;
    for (cell, meter) in [(leading, first), (characteristic, second)] {
        slots_ui(ui, cx, cell, view, meter, &mut events);
    }
    if let Some(what_if) = &view.what_if {
        let tone = theme.tone(card::signal_of(what_if.outlook));
        line(ui.painter(), seen, Align::Min, &what_if.sentence, Type::Small, tone.ink);
    } else {
        seen_to_ui(ui, cx, seen, view);
    }
    events
}

fn name_ui(ui: &Ui, cx: &Cx<'_>, cell: Rect, view: &CardView) {
    let badge = card::level_badge_of(view.level);
    let words =
        if width_of(ui.painter(), &view.name, Type::BodyBold) > cell.width() { &view.brief_name } else { &view.name };
    let is_tall = cell.height() > 50.0;
    let first = if is_tall { Rect { max: pos2(cell.right(), cell.center().y + 2.0), ..cell } } else { cell };
    let shown = line(ui.painter(), first, Align::Min, words, Type::BodyBold, cx.theme.text1);
    let at = if is_tall {
        pos2(cell.left(), cell.center().y + 3.0)
    } else {
        pos2(shown.rect.right() + SPACE_6, cell.center().y - tag::TAG_HEIGHT / 2.0)
    };
    let width = tag::level_badge_width(ui.painter(), &view.level_words, badge);
    if at.x + width <= cell.right() {
        tag::level_badge(ui.painter(), at, &view.level_words, badge, cx.theme);
    }
}

/// What the plan does to a position.
fn change_of(cx: &Cx<'_>, position: &PositionId) -> Option<(&'static str, String)> {
    let plan = cx.bench.plan();
    let change = cx.scenario().plan_positions.get(&(plan.clone(), position.clone()))?;
    let Some(base) = cx.scenario().positions.get(position) else {
        return Some((cx.say(say::NEW), cx.say(say::NEW_ABOUT).to_owned()));
    };
    match &change.change {
        PositionChange::Withdrawn => None,
        PositionChange::Set { .. } => {
            let before = format!("{} {}", cx.say(term::role(base.role)), cx.tell(&base.name));
            Some((cx.say(say::CHANGED), cx.tell(&say::before(&before)).to_owned()))
        }
    }
}

/// Count against cap, then the slots by name side by side.
fn slots_ui(ui: &Ui, cx: &Cx<'_>, cell: Rect, view: &CardView, meter: &Meter, events: &mut CardEvents) {
    card::note_column(ui, cell, meter.role, &mut events.sockets);
    let is_over = meter.cap.is_some_and(|cap| meter.count > cap);
    let ink = if is_over { cx.theme.tone(Signal::Broken).ink } else { cx.theme.text1 };
    let words = format!("{}/{}", meter.count, card::cap_words(meter.cap));
    let label = Rect::from_min_size(cell.min, vec2(34.0, cell.height()));
    line(ui.painter(), label, Align::Min, &words, Type::SmallBold, ink);
    let count = meter.sockets.len().clamp(1, SLOTS);
    let room = Rect::from_min_max(pos2(label.right(), cell.top()), cell.max);
    let width = (room.width() - SPACE_4 * as_points(count - 1)) / as_points(count);
    let height = 26.0_f32.min(cell.height() - 6.0);
    for (at, socket) in meter.sockets.iter().take(SLOTS).enumerate() {
        let left = room.left() + (width + SPACE_4) * as_points(at);
        let change = socket.position.as_ref().and_then(|id| change_of(cx, id));
        let top =
            if change.is_some() && cell.height() > 50.0 { cell.top() + 4.0 } else { cell.center().y - height / 2.0 };
        let place = Rect::from_min_size(pos2(left, top), vec2(width, height));
        card::socket_at(ui, cx, place, view, (meter.role, at, socket), &mut events.sockets);
        let Some((word, before)) = change else { continue };
        let mark = Rect::from_min_size(pos2(left, place.bottom() + 2.0), vec2(width, 16.0));
        if cell.height() > 50.0 {
            line(ui.painter(), mark, Align::Min, &format!("{word} · {before}"), Type::Micro, cx.theme.near.ink);
        } else {
            let dot = Rect::from_center_size(place.right_top() + vec2(-5.0, 5.0), vec2(8.0, 8.0));
            ui.painter().circle_filled(dot.center(), 4.0, cx.theme.near.ink);
        }
        let response = ui.interact(
            mark,
            Id::unique(("position change", view.park.as_str(), meter.role == Role::Leading, at)),
            Sense::hover(),
        );
        response
            .widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, format!("{} {word} · {before}", socket.name)));
        response.tip(format!("{word} · {before}"));
    }
}

/// What the rules say of the positions of a park, and which of them the plan drops.
fn seen_to_ui(ui: &Ui, cx: &Cx<'_>, cell: Rect, view: &CardView) {
    let findings: Vec<&Finding> = cx
        .bench
        .judgement()
        .of_park(&view.park)
        .iter()
        .filter(|it| it.state.is_notable() && is_about_positions(cx, it))
        .collect();
    let dropped = withdrawn(cx, &view.park);
    let mut top = cell.center().y - if findings.is_empty() == dropped.is_empty() { 17.0 } else { 8.5 };
    if findings.is_empty() && dropped.is_empty() {
        let mark = Rect::from_center_size(pos2(cell.left() + 8.0, cell.center().y), vec2(15.0, 15.0));
        icon::paint(ui.painter(), Icon::Holds, mark, cx.theme.holds.ink);
        return;
    }
    if let Some(worst) = findings.iter().min_by_key(|it| it.state) {
        let shown = signal(worst.state);
        let title = cx.scenario().rules.get(&worst.rule).map_or("", |rule| cx.tell(&rule.title));
        let more = if findings.len() > 1 { format!(" +{}", findings.len() - 1) } else { String::new() };
        let row = Rect::from_min_size(pos2(cell.left(), top), vec2(cell.width(), 17.0));
        let mark = Rect::from_min_size(pos2(row.left(), row.top() + 1.0), vec2(15.0, 15.0));
        icon::paint(ui.painter(), Icon::of(shown), mark, cx.theme.tone(shown).ink);
        let words = Rect::from_min_max(pos2(mark.right() + SPACE_4, row.top()), row.max);
        let told = format!("{title}{more}");
        line(ui.painter(), words, Align::Min, &told, Type::Small, cx.theme.text1);
        let response = ui.interact(row, Id::unique(("positions to see to", view.park.as_str())), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, format!("{} · {told}", view.name)));
        if response.clicked() {
            let filter = Filter { park: Some(view.park.clone()), ..Filter::default() };
            cx.ask(Ask::ShowFindings(filter));
        }
        let lines: Vec<String> =
            findings.iter().map(|it| cx.tell(&crate::i18n::finding::sentence(cx.world(), it)).to_owned()).collect();
        response.tip(lines.join("\n"));
        top += 17.0;
    }
    if !dropped.is_empty() {
        let row = Rect::from_min_size(pos2(cell.left(), top), vec2(cell.width(), 17.0));
        let told = format!("{} {}", cx.say(say::WITHDRAWN), dropped.join("、"));
        let shown = line(ui.painter(), row, Align::Min, &told, Type::Small, cx.theme.text2);
        let response = ui.interact(row, Id::unique(("positions withdrawn", view.park.as_str())), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, format!("{} · {told}", view.name)));
        if shown.truncated {
            response.tip(told);
        }
    }
}

/// Names of the positions of a park that the plan withdraws or moves elsewhere.
fn withdrawn(cx: &Cx<'_>, park: &ParkId) -> Vec<String> {
    let plan = cx.bench.plan();
    let scenario = cx.scenario();
    let leaves = |id: &PositionId| {
        scenario
            .plan_positions
            .get(&(plan.clone(), id.clone()))
            .is_some_and(|it| it.park != *park || matches!(it.change, PositionChange::Withdrawn))
    };
    let base = scenario.positions.iter().filter(|it| it.park == *park && it.holds_on(scenario.as_of));
    base.filter(|it| leaves(&it.id)).map(|it| cx.tell(&it.name).to_owned()).collect()
}

/// The sub-sectors that lead in more parks than the rules like, each with its parks; worst first.
pub fn overlaps(cx: &Cx<'_>) -> Vec<(IndustryId, Vec<ParkId>)> {
    let findings = cx.bench.judgement().of_city();
    let mut found: Vec<(IndustryId, Vec<ParkId>)> = findings
        .filter(|it| it.state == State::Broken)
        .filter_map(|it| {
            let Detail::Homogeneous { industry, parks, .. } = &it.detail else { return None };
            Some((industry.clone(), parks.clone()))
        })
        .collect();
    found.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
    found
}

/// Space under the positions for what overlaps, in points.
pub const OVERLAPS: f32 = 34.0;

/// Draws the sub-sectors that lead in too many parks, in a line.
pub fn overlaps_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    ui.painter().rect_filled(rect, 0.0, cx.theme.panel);
    ui.painter().hline(rect.x_range(), rect.top(), cx.theme.edge());
    let inner = rect.shrink2(vec2(SPACE_8 + SPACE_4, 0.0));
    let found = overlaps(cx);
    let (shown, words) = if found.is_empty() {
        (Signal::Holds, cx.say(say::NO_OVERLAP).to_owned())
    } else {
        let told = found.iter().map(|(industry, parks)| {
            let name = crate::i18n::finding::industry_name(cx.scenario(), industry);
            let parks = parks.iter().filter_map(|id| cx.scenario().parks.get(id)).map(|park| cx.brief_name(park));
            let comma = if cx.is_chinese() { "、" } else { ", " };
            format!("{}（{}）", cx.tell(&name), parks.collect::<Vec<_>>().join(comma))
        });
        let told = told.collect::<Vec<_>>().join(if cx.is_chinese() { "；" } else { "; " });
        (Signal::Broken, format!("{} {told}", cx.say(say::OVERLAP)))
    };
    let mark = Rect::from_min_size(pos2(inner.left(), inner.center().y - 8.0), vec2(16.0, 16.0));
    icon::paint(ui.painter(), Icon::of(shown), mark, cx.theme.tone(shown).ink);
    let place = Rect::from_min_max(pos2(mark.right() + SPACE_6, inner.top()), inner.max);
    let line = line(ui.painter(), place, Align::Min, &words, Type::Small, cx.theme.text1);
    let response = ui.interact(rect, Id::unique("overlapping positions"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &words));
    if line.truncated {
        response.tip(words);
    }
}

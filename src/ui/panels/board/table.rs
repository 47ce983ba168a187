//! The board as a table: a row a park with slots, land, projects and findings; for many parks, or by choice.

use std::rc::Rc;

use egui::{Align, Id, Rangef, Rect, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{
    Board,
    rows::{self, Rows},
};
use crate::{
    i18n::{phrase::Phrase, term, words},
    model::{
        id::ParkId,
        park::{Park, Role},
    },
    rules::{
        finding::{Part, State},
        slots,
    },
    ui::{
        cx::{Cx, signal},
        panels::{
            card::{self, CardEvents, SocketEvents},
            card_view::{CardView, ProjectRow, WhatIf},
        },
        theme::{RADIUS_ROW, SPACE_4, SPACE_6, STROKE_STRONG, Signal, Type},
        widgets::{
            icon::{self, Icon},
            seal::paint_seal,
            shapes, tag,
            text::{line, width_of},
            tip::Tip,
        },
    },
    workbench::held::Outlook,
};

/// Height of a row, in points.
const ROW: f32 = 32.0;
/// Height of the head, in points.
const HEAD: f32 = 28.0;
const SEAL: f32 = 18.0;

/// A column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Column {
    /// Name, in the order of the city's list.
    #[default]
    Park,
    /// Leading positions; sorted by free slots.
    Leading,
    /// Characteristic positions; sorted by free slots.
    Characteristic,
    /// Land; sorted by share in use.
    Land,
    /// Placed projects.
    Projects,
    /// Findings; sorted by number of broken ones, then of unknown and near ones.
    Findings,
}

impl Column {
    /// All of them from the left, with their part of the width in hundredths.
    const ALL: [(Self, f32); 6] = [
        (Self::Park, 25.0),
        (Self::Leading, 17.0),
        (Self::Characteristic, 13.0),
        (Self::Land, 21.0),
        (Self::Projects, 10.0),
        (Self::Findings, 14.0),
    ];

    const fn word(self) -> Phrase {
        match self {
            Self::Park => words::PARK,
            Self::Leading => term::role(Role::Leading),
            Self::Characteristic => term::role_short(Role::Characteristic),
            Self::Land => words::LAND,
            Self::Projects => words::PROJECTS_COUNT,
            Self::Findings => words::FINDINGS_COLUMN,
        }
    }
}

/// What the order of rows was made from: state of the document, column, direction.
type Asked = (u64, Column, bool);

/// The table between frames.
#[derive(Debug, Default)]
pub struct Table {
    column: Column,
    is_descending: bool,
    kept: Option<(Asked, Rc<[ParkId]>)>,
}

impl Table {
    /// The parks in their order; nothing is sorted while something is held, for nothing changes then.
    fn order(&mut self, cx: &Cx<'_>) -> Rc<[ParkId]> {
        let asked = (cx.bench.generation(), self.column, self.is_descending);
        if let Some((of, order)) = &self.kept
            && *of == asked
        {
            return Rc::clone(order);
        }
        let mut parks = cx.world().parks_in_order();
        if self.column != Column::Park {
            parks.sort_by_cached_key(|park| rank(cx, park, self.column));
        }
        if self.is_descending {
            parks.reverse();
        }
        let order: Rc<[ParkId]> = parks.into_iter().map(|park| park.id.clone()).collect();
        self.kept = Some((asked, Rc::clone(&order)));
        order
    }
}

/// What a park is sorted by in a column.
fn rank(cx: &Cx<'_>, park: &Park, column: Column) -> (i64, i64) {
    let Some(facts) = cx.bench.judgement().facts().park(&park.id) else { return (i64::MIN, 0) };
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let room = |role: Role| {
        let slots = slots::of(cx.scenario(), park, facts).into_iter().find(|it| it.role == role);
        slots.map_or(0, |it| it.cap.map_or(i64::MAX, |cap| i64::from(cap) - i64::from(it.count)))
    };
    match column {
        Column::Park => (i64::from(park.rank), 0),
        Column::Leading => (room(Role::Leading), 0),
        Column::Characteristic => (room(Role::Characteristic), 0),
        Column::Land => {
            let used = facts.land.plus(facts.reserved_land).steps();
            let whole = park.capacities.net_land.map_or(0, crate::model::quantity::Mu::steps);
            (used.saturating_mul(10_000).checked_div(whole).unwrap_or(-1), used)
        }
        Column::Projects => (number(facts.placed.len()), facts.land.steps()),
        Column::Findings => {
            let findings = cx.bench.judgement().of_park(&park.id);
            let count = |state| number(findings.iter().filter(|it| it.state == state).count());
            (count(State::Broken), count(State::Unknown).saturating_add(count(State::Near)))
        }
    }
}

impl Board {
    /// Draws the table; returns the park under the pointer.
    pub(super) fn table_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<ParkId> {
        let room = ui.available_rect_before_wrap().shrink2(vec2(if cx.roomy { 12.0 } else { 8.0 }, 6.0));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(room));
        child.spacing_mut().item_spacing = vec2(0.0, 0.0);
        // The scroll bar stands beside the rows.
        let inner = Rangef::new(room.left(), room.right() - 12.0);
        self.head_ui(&mut child, cx, inner);
        let order = self.table.order(cx);
        let rows = Rows { name: "board table", parks: &order, height: ROW, gap: 2.0, inner, row: row_ui };
        self.rows_ui(&mut child, cx, &rows)
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, inner: Rangef) {
        let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
        for (column, rect) in cells(Rect::from_x_y_ranges(inner, strip.y_range())) {
            let is_sorted = self.table.column == column;
            let arrow = if self.table.is_descending { " ↓" } else { " ↑" };
            let words = format!("{}{}", cx.say(column.word()), if is_sorted { arrow } else { "" });
            let response = ui.interact(rect, Id::unique(("table head", cx.say(column.word()))), Sense::click());
            let label = format!("{} {words}", cx.say(words::ORDER));
            response.widget_info(|| WidgetInfo::selected(AccessRole::ColumnHeader, true, is_sorted, &label));
            if response.hovered() {
                shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, cx.theme.panel, Stroke::NONE);
            }
            if response.has_focus() {
                shapes::focus_ring(ui.painter(), rect.shrink(2.0), RADIUS_ROW, cx.theme.accent);
            }
            let style = if is_sorted { Type::SmallBold } else { Type::Small };
            line(ui.painter(), rect.shrink2(vec2(SPACE_6, 0.0)), Align::Min, &words, style, cx.theme.text1);
            if response.clicked() {
                // A second click turns the order round; figures begin with the largest.
                self.table.is_descending = if is_sorted { !self.table.is_descending } else { column != Column::Park };
                self.table.column = column;
            }
        }
    }
}

/// The columns from the left over the width of `rect`.
fn cells(rect: Rect) -> Vec<(Column, Rect)> {
    let mut left = rect.left();
    let cell = |(column, part): (Column, f32)| {
        let width = rect.width() * part / 100.0;
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        left += width;
        (column, cell)
    };
    Column::ALL.into_iter().map(cell).collect()
}

fn row_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &CardView) -> CardEvents {
    let response = rows::ground_ui(ui, cx, rect, view, "park row");
    let mut rest: Option<Rect> = None;
    let mut events = CardEvents { is_clicked: response.clicked(), ..CardEvents::default() };
    for (column, cell) in cells(rect) {
        let cell = cell.shrink2(vec2(SPACE_6, 0.0));
        match column {
            Column::Park => name_ui(ui, cx, cell, view),
            Column::Leading | Column::Characteristic => {
                slots_ui(ui, cx, cell, view, column == Column::Leading, &mut events.sockets);
            }
            Column::Land => land_ui(ui, cx, cell, view),
            // While something is held the answer takes the place of projects and findings.
            Column::Projects | Column::Findings if view.what_if.is_some() => {
                rest = Some(rest.map_or(cell, |before| before.union(cell)));
            }
            Column::Projects => projects_ui(ui, cx, cell, view, &mut events),
            Column::Findings => findings_ui(ui, cx, cell, view),
        }
    }
    if let (Some(cell), Some(what_if)) = (rest, &view.what_if) {
        what_if_ui(ui, cx, cell, what_if);
    }
    events
}

fn name_ui(ui: &Ui, cx: &Cx<'_>, cell: Rect, view: &CardView) {
    let badge = card::level_badge_of(view.level);
    let width = tag::level_badge_width(ui.painter(), &view.level_words, badge);
    let lock = if view.is_locked { 18.0 } else { 0.0 };
    let name = Rect::from_min_max(cell.min, pos2(cell.right() - width - lock - SPACE_6, cell.bottom()));
    let words =
        if width_of(ui.painter(), &view.name, Type::BodyBold) > name.width() { &view.brief_name } else { &view.name };
    let shown = line(ui.painter(), name, Align::Min, words, Type::BodyBold, cx.theme.text1);
    let at = pos2(shown.rect.right() + SPACE_6, cell.center().y - tag::TAG_HEIGHT / 2.0);
    let shown = tag::level_badge(ui.painter(), at, &view.level_words, badge, cx.theme);
    if view.is_locked {
        let at = Rect::from_center_size(pos2(shown.right() + SPACE_4 + 7.0, cell.center().y), vec2(14.0, 14.0));
        icon::paint(ui.painter(), Icon::Lock, at, cx.theme.text1);
    }
}

fn slots_ui(ui: &Ui, cx: &Cx<'_>, cell: Rect, view: &CardView, leading: bool, events: &mut SocketEvents) {
    let [first, second] = &view.meters;
    let meter = if leading { first } else { second };
    let over = meter.cap.is_some_and(|cap| meter.count > cap);
    let ink = if over { cx.theme.tone(Signal::Broken).ink } else { cx.theme.text1 };
    let words = format!("{}/{}", meter.count, card::cap_words(meter.cap));
    let shown = line(ui.painter(), cell, Align::Min, &words, Type::SmallBold, ink);
    let mut left = shown.rect.right() + SPACE_4;
    card::note_column(ui, cell, meter.role, events);
    for (at, socket) in meter.sockets.iter().enumerate() {
        if left + SEAL > cell.right() {
            break;
        }
        let place = pos2(left, cell.center().y - SEAL / 2.0);
        left = card::compact_socket(ui, cx, place, view, (meter.role, at, socket), events);
    }
}

fn land_ui(ui: &Ui, cx: &Cx<'_>, cell: Rect, view: &CardView) {
    let words = (cell.width() * 0.6).clamp(60.0, 130.0);
    let track = Rect::from_min_max(
        pos2(cell.left(), cell.center().y - 3.5),
        pos2(cell.right() - words - SPACE_6, cell.center().y + 3.5),
    );
    card::land_bar(ui, cx, track, &view.land);
    card::compact_land(ui, cx, Rect::from_min_max(pos2(cell.right() - words, cell.top()), cell.max), &view.land);
}

/// Number of projects, and their seals: those with a row on the card can be taken by theirs.
fn projects_ui(ui: &Ui, cx: &Cx<'_>, cell: Rect, view: &CardView, events: &mut CardEvents) {
    let projects = &view.projects;
    let shown = line(ui.painter(), cell, Align::Min, &projects.count.to_string(), Type::SmallBold, cx.theme.text1);
    let mut left = shown.rect.right() + SPACE_6;
    for row in &projects.rows {
        if left + SEAL > cell.right() {
            return;
        }
        let seal = Rect::from_min_size(pos2(left, cell.center().y - 8.0), vec2(16.0, 16.0));
        paint_seal(ui.painter(), seal, &cx.seal(&row.industry), cx.theme, cx.is_chinese());
        project_seal_ui(ui, cx, seal, view, row, events);
        left += SEAL;
    }
    for industry in &projects.others {
        if left + SEAL > cell.right() {
            break;
        }
        let seal = Rect::from_min_size(pos2(left, cell.center().y - 8.0), vec2(16.0, 16.0));
        paint_seal(ui.painter(), seal, &cx.seal(industry), cx.theme, cx.is_chinese());
        left += SEAL;
    }
}

/// What can be done with the seal of a placed project: the same as with its row on a card.
fn project_seal_ui(ui: &Ui, cx: &Cx<'_>, seal: Rect, view: &CardView, row: &ProjectRow, events: &mut CardEvents) {
    let id = Id::unique(("seal of project", view.park.as_str(), row.id.as_str()));
    let response = ui.interact(seal.expand(1.0), id, Sense::click_and_drag());
    let label = format!("{} {} · {}", row.id, row.name, view.name);
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, row.is_selected, &label));
    if row.is_selected || response.has_focus() {
        shapes::focus_ring(ui.painter(), seal.expand(1.0), RADIUS_ROW, cx.theme.accent);
    } else if row.part == Some(Part::Cause) {
        let ink = cx.theme.tone(Signal::Broken).ink;
        shapes::dashed_rect(ui.painter(), seal.expand(1.0), 4, Stroke::new(STROKE_STRONG, ink));
    }
    if response.drag_started() {
        events.picked_up = Some(row.id.clone());
    }
    if response.clicked() {
        events.clicked = Some(row.id.clone());
    }
    let response = if response.dragged() { response } else { response.tip(&label) };
    events.rows.push((row.id.clone(), response));
}

fn findings_ui(ui: &Ui, cx: &Cx<'_>, cell: Rect, view: &CardView) {
    if view.states.is_empty() {
        let place = Rect::from_min_size(pos2(cell.left(), cell.center().y - 8.0), vec2(16.0, 16.0));
        icon::paint(ui.painter(), Icon::Holds, place, cx.theme.tone(Signal::Holds).ink);
    }
    let mut left = cell.left();
    for (state, count) in &view.states {
        let at = pos2(left, cell.center().y - tag::TAG_HEIGHT / 2.0);
        if left + tag::count_badge_width(ui.painter(), *count) > cell.right() {
            break;
        }
        left = tag::count_badge(ui.painter(), at, signal(*state), *count, cx.theme).right() + SPACE_4;
    }
}

/// Mark, fit and the worst that would happen.
fn what_if_ui(ui: &Ui, cx: &Cx<'_>, cell: Rect, what_if: &WhatIf) {
    let tone = cx.theme.tone(card::signal_of(what_if.outlook));
    let mark = Rect::from_min_size(pos2(cell.left(), cell.center().y - 8.0), vec2(16.0, 16.0));
    let shape = match (what_if.outlook, what_if.worst) {
        (Outlook::Refused, _) => Icon::Lock,
        (Outlook::Here, _) => Icon::Tick,
        (_, Some(state)) => Icon::of(signal(state)),
        (_, None) => Icon::Holds,
    };
    icon::paint(ui.painter(), shape, mark, tone.ink);
    let words = match what_if.outlook {
        Outlook::Refused => format!("{} · {}", what_if.veto, what_if.sentence),
        Outlook::Here | Outlook::Good | Outlook::Watch | Outlook::Breaks => {
            let points = what_if.points.as_ref().map(|it| format!("{} · ", it.total)).unwrap_or_default();
            format!("{points}{}", what_if.sentence)
        }
    };
    let place = Rect::from_min_max(pos2(mark.right() + SPACE_6, cell.top()), cell.max);
    line(ui.painter(), place, Align::Min, &words, Type::SmallBold, cx.theme.text1);
}

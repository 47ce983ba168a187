//! One park card: draws its view, and tells what was clicked or picked up.

mod projects;
mod sockets;

use egui::{Align, CornerRadius, Id, Rect, Response, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

pub use sockets::SocketEvents;
pub(super) use sockets::{compact_socket, note_column, socket_at};

use super::card_view::{CardView, Land, Meter, Tightest, WhatIf, rank_words};
use crate::{
    i18n::{figure, term, words},
    model::{id::ProjectId, park::ParkLevel},
    rules::finding::State,
    ui::{
        cx::{Ask, Cx, signal},
        origin::{Of, Origin},
        panels::findings::Filter,
        theme::{
            RADIUS_BUTTON, RADIUS_CARD, RADIUS_ROW, SPACE_2, SPACE_4, SPACE_6, SPACE_8, STROKE_BEST, STROKE_STRONG,
            Signal, Type, VETOED_OPACITY,
        },
        widgets::{
            bar::{self, Capacity},
            icon::{self, Icon},
            seal::{paint_fill, paint_fill_rounded},
            shapes,
            tag::{self, LevelBadge, TagWeight},
            text::{Span, line, line_of, width_of},
            tip::Tip,
        },
    },
    workbench::held::Outlook,
};

/// Smallest width of a comfortable card.
pub const COMFORTABLE_WIDTH: f32 = 286.0;
/// Height of a comfortable card.
pub const COMFORTABLE_HEIGHT: f32 = 236.0;
/// Smallest width of a compact card.
pub const COMPACT_WIDTH: f32 = 236.0;
/// Height of a compact card.
pub const COMPACT_HEIGHT: f32 = 110.0;

/// Side of the rank of a park for the selected project, in points.
const RANK: f32 = 18.0;
/// Side of the rank of a park for what is held, in points.
const HELD_RANK: f32 = 24.0;
/// Side of the sign of a locked park, in points.
const LOCK: f32 = 14.0;
const SOCKET: f32 = 21.0;
const WHAT_IF: f32 = 74.0;
const COMPACT_WHAT_IF: f32 = 44.0;

/// What happened on a card.
#[derive(Debug, Default)]
pub struct CardEvents {
    /// The card was clicked.
    pub is_clicked: bool,
    /// A project on it was clicked.
    pub clicked: Option<ProjectId>,
    /// The line that stands for many projects was clicked: the list opens in the inspector.
    pub opens_list: bool,
    /// A project on it began to be dragged.
    pub picked_up: Option<ProjectId>,
    /// What happened to its sockets.
    pub sockets: SocketEvents,
    /// Responses of its project rows, for their menus.
    pub rows: Vec<(ProjectId, Response)>,
}

/// Draws the card in `rect`.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, view: &CardView) -> CardEvents {
    let id = Id::unique(("park card", view.park.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &view.description));
    let mut events = CardEvents { is_clicked: response.clicked(), ..CardEvents::default() };
    if !ui.is_rect_visible(rect) {
        return events;
    }
    frame(ui, cx, rect, view, &response);
    let padding = if cx.roomy { 12.0 } else { 9.0 };
    let inner = Rect::from_min_max(
        rect.min + vec2(padding, padding - 4.0),
        rect.max - vec2(padding, if cx.roomy { 8.0 } else { 6.0 }),
    );
    let is_refused = view.what_if.as_ref().is_some_and(|it| it.outlook == Outlook::Refused);
    let faded = is_refused.then(|| {
        let mut faded = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        faded.set_opacity(VETOED_OPACITY);
        faded
    });
    let ui = &*ui;
    let content = faded.as_ref().unwrap_or(ui);
    let below = if cx.roomy {
        comfortable(content, cx, inner, view, &mut events.sockets)
    } else {
        compact(content, cx, inner, view, &mut events.sockets)
    };
    ribbon(content, cx, rect, view);
    let area = Rect::from_min_max(
        pos2(inner.left(), below),
        pos2(inner.right(), inner.bottom() - if cx.roomy { 20.0 } else { 0.0 }),
    );
    match &view.what_if {
        Some(what_if) => {
            let mut place = answer_place(cx, rect);
            if !cx.roomy {
                place.min.y = place.top().max(place.bottom() - area.height());
            }
            what_if_box(ui, cx, place, what_if);
        }
        None => {
            projects::ui(ui, cx, area, view, &mut events);
            if cx.roomy {
                statistics(ui, cx, inner, view);
            }
        }
    }
    events
}

/// Where a card in `rect` says what the drop would do.
pub fn answer_place(cx: &Cx<'_>, rect: Rect) -> Rect {
    let (height, below) = if cx.roomy { (WHAT_IF, 10.0) } else { (COMPACT_WHAT_IF, 5.0) };
    let bottom = rect.bottom() - below;
    Rect::from_min_max(pos2(rect.left() + 8.0, bottom - height), pos2(rect.right() - 8.0, bottom))
}

fn frame(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &CardView, response: &Response) {
    let (theme, painter) = (cx.theme, ui.painter());
    let fill = match view.what_if.as_ref().map(|it| it.outlook) {
        Some(Outlook::Refused) => theme.sunken,
        _ => theme.card,
    };
    let floats = view.what_if.as_ref().is_some_and(|it| it.is_over);
    let rest = if response.hovered() { theme.edge_strong() } else { theme.edge() };
    let broken = Stroke::new(STROKE_STRONG, theme.tone(Signal::Broken).ink);
    let (stroke, dashed) = match &view.what_if {
        Some(it) => match it.outlook {
            Outlook::Here | Outlook::Refused => (theme.edge(), None),
            Outlook::Good => {
                let is_best = view.rank.map_or(it.is_over, |rank| rank == 1);
                (Stroke::new(if is_best { STROKE_BEST } else { STROKE_STRONG }, theme.tone(Signal::Holds).ink), None)
            }
            Outlook::Watch => (Stroke::NONE, Some(Stroke::new(STROKE_STRONG, theme.tone(Signal::Near).ink))),
            Outlook::Breaks => (Stroke::NONE, Some(broken)),
        },
        None if view.is_broken() => (broken, None),
        None if view.is_selected => (theme.edge_selected(), None),
        None => (rest, None),
    };
    shapes::card(painter, rect, fill, stroke, floats, theme);
    if let Some(dashed) = dashed {
        shapes::dashed_rect(painter, rect.shrink(1.0), RADIUS_CARD, dashed);
    }
    if view.what_if.as_ref().is_some_and(|it| it.outlook == Outlook::Refused) {
        shapes::hatch(painter, rect.shrink(1.0), RADIUS_CARD, theme);
    }
    if view.is_selected && view.is_broken() {
        shapes::focus_ring(painter, rect.shrink(2.0), RADIUS_CARD, theme.accent);
    }
    if response.has_focus() {
        shapes::focus_ring(painter, rect, RADIUS_CARD, theme.accent);
    }
}

/// Name, level, and findings at the right.
fn header(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &CardView) {
    let (theme, painter) = (cx.theme, ui.painter());
    let middle = rect.center().y;
    let top = middle - tag::TAG_HEIGHT / 2.0;
    let mut right = rect.right();
    let held_rank = view.rank.filter(|_| view.what_if.is_some());
    if let Some(rank) = held_rank {
        right = rank_ui(ui, cx, pos2(right, middle), rank) - SPACE_4;
    }
    // While ranks are told they stand in the place of what is known already.
    let is_ranked = held_rank.is_some();
    if view.states.is_empty() && !is_ranked {
        let place = Rect::from_center_size(pos2(right - 8.0, middle), vec2(16.0, 16.0));
        icon::paint(painter, Icon::Holds, place, theme.tone(Signal::Holds).ink);
        right -= 22.0;
    }
    let badge_shown = view.badge.as_ref().filter(|_| view.what_if.is_none());
    for (state, count) in view.states.iter().rev().filter(|_| !is_ranked) {
        if *state == State::Broken && badge_shown.is_some() {
            continue;
        }
        let width = tag::count_badge_width(painter, *count);
        let place = tag::count_badge(painter, pos2(right - width, top), signal(*state), *count, theme);
        opens_findings(ui, cx, place, view, (*state, *count));
        right -= width + SPACE_4;
    }
    if let Some(badge) = badge_shown {
        let width = tag::state_tag_width(painter, badge, TagWeight::Soft);
        let place = tag::state_tag(painter, pos2(right - width, top), Signal::Broken, badge, TagWeight::Soft, theme);
        let broken = view.states.iter().find(|(state, _)| *state == State::Broken);
        opens_findings(ui, cx, place, view, (State::Broken, broken.map_or(0, |(_, count)| *count)));
        right -= width + SPACE_4;
    }
    let badge = level_badge_of(view.level);
    let level_width = tag::level_badge_width(painter, &view.level_words, badge);
    let lock_width = if view.is_locked { LOCK + SPACE_4 } else { 0.0 };
    let own_rank = view.rank.filter(|_| view.what_if.is_none());
    let rank_width = if own_rank.is_some() { RANK + SPACE_4 } else { 0.0 };
    let room = (right - rect.left() - level_width - lock_width - rank_width - SPACE_8).max(40.0);
    let name = Rect::from_min_size(rect.min, vec2(room, rect.height()));
    let is_long = width_of(painter, &view.name, Type::CardTitle) > room;
    let words = if is_long { &view.brief_name } else { &view.name };
    let shown = line(painter, name, Align::Min, words, Type::CardTitle, theme.text1);
    let width = width_of(painter, words, Type::CardTitle).min(room);
    let shown_badge =
        tag::level_badge(painter, pos2(rect.left() + width + SPACE_6, top), &view.level_words, badge, theme);
    if let Some(rank) = own_rank {
        let left = shown_badge.right() + lock_width + SPACE_4;
        let place = tag::rank(painter, pos2(left + RANK / 2.0, middle), RANK, rank, theme);
        let words = format!("{} · {}", rank_words(cx, rank), cx.say(words::RANK_MEANS));
        tip(ui, place, ("rank", view.park.as_str()), &words);
    }
    if view.is_locked {
        let lock = Rect::from_min_size(pos2(shown_badge.right() + SPACE_4, middle - LOCK / 2.0), vec2(LOCK, LOCK));
        icon::paint(painter, Icon::Lock, lock, theme.text1);
        tip(ui, lock, ("lock", view.park.as_str()), cx.say(words::LOCKED_MEANS));
    }
    if shown.truncated || is_long {
        tip(ui, name, ("park name", view.park.as_str()), &view.name);
    }
}

/// The rank of a park for what is held, to the left of `right`: the first three by their sign, the others in words;
/// returns where it begins.
fn rank_ui(ui: &Ui, cx: &Cx<'_>, right: egui::Pos2, rank: usize) -> f32 {
    let painter = ui.painter();
    if rank <= 3 {
        let side = if cx.roomy { HELD_RANK } else { RANK + 2.0 };
        return tag::rank(painter, pos2(right.x - side / 2.0, right.y), side, rank, cx.theme).left();
    }
    let words = rank_words(cx, rank);
    let width = width_of(painter, &words, Type::Small) + 1.0;
    let place = Rect::from_center_size(pos2(right.x - width / 2.0, right.y), vec2(width, 16.0));
    line(painter, place, Align::Max, &words, Type::Small, cx.theme.text2);
    place.left()
}

/// Makes a count of findings in `rect` lead to these findings of the park alone; while something is held it tells only.
fn opens_findings(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &CardView, (state, count): (State, usize)) {
    if cx.bench.is_holding() {
        return;
    }
    let id = Id::unique(("findings of park", view.park.as_str(), state.id()));
    let response = ui.interact(rect.expand(2.0), id, Sense::click());
    let label = format!("{} {count} · {} · {}", cx.say(term::state(state)), view.name, cx.say(words::ONLY_THESE));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Link, true, &label));
    if response.hovered() || response.has_focus() {
        shapes::focus_ring(ui.painter(), rect, RADIUS_ROW, cx.theme.accent);
    }
    if response.clicked() {
        let (park, state) = (Some(view.park.clone()), Some(state));
        cx.ask(Ask::ShowFindings(Filter { state, park, ..Filter::default() }));
    }
    response.tip(label);
}

/// A tip over a place that is painted only.
fn tip(ui: &Ui, rect: Rect, id: impl egui::AsIdSalt, words: &str) {
    ui.interact(rect, ui.unique_id().with(("tip", egui::IdSalt::new(id))), Sense::hover()).tip(words);
}

pub(super) fn cap_words(cap: Option<u32>) -> String {
    cap.map_or_else(|| figure::NONE.to_owned(), |cap| cap.to_string())
}

/// Draws a comfortable card down to the land bar; returns where the projects begin.
fn comfortable(ui: &Ui, cx: &Cx<'_>, inner: Rect, view: &CardView, events: &mut SocketEvents) -> f32 {
    let (theme, painter) = (cx.theme, ui.painter());
    header(ui, cx, Rect::from_min_size(inner.min, vec2(inner.width(), 30.0)), view);
    let top = inner.top() + 30.0;
    let column = (inner.width() - SPACE_8) / 2.0;
    let rows = view.meters.iter().map(|meter| meter.sockets.len()).max().unwrap_or(0).clamp(2, 3);
    for (at, meter) in [0.0_f32, 1.0].into_iter().zip(&view.meters) {
        let left = inner.left() + at * (column + SPACE_8);
        meter_label(ui, cx, Rect::from_min_size(pos2(left, top), vec2(column, 16.0)), meter);
        let last_row = socket_rect(left, top, column, rows.saturating_sub(1));
        note_column(ui, Rect::from_min_max(pos2(left, top), last_row.max), meter.role, events);
        let shown = meter.sockets.len().min(rows);
        // The last row names what sticks out, so that an overflow is never hidden behind what fits.
        let skipped = meter.sockets.len() - shown;
        for (row, socket) in meter.sockets.iter().take(shown.saturating_sub(usize::from(skipped > 0))).enumerate() {
            socket_at(ui, cx, socket_rect(left, top, column, row), view, (meter.role, row, socket), events);
        }
        if skipped > 0
            && let Some(last) = meter.sockets.last()
        {
            let rect = socket_rect(left, top, column, shown - 1);
            socket_at(ui, cx, rect, view, (meter.role, meter.sockets.len() - 1, last), events);
        }
    }
    let bar_top = top + 18.0 + row_count(rows) * (SOCKET + SPACE_2) + 1.0;
    // Land and, where one is used, the tightest factor beside it, in the columns of the sockets.
    let land_width = if view.tightest.is_some() { column } else { inner.width() };
    land_words(ui, cx, Rect::from_min_size(pos2(inner.left(), bar_top), vec2(land_width, 16.0)), &view.land);
    let track = Rect::from_min_size(pos2(inner.left(), bar_top + 17.0), vec2(land_width, bar::TRACK_HEIGHT));
    land_bar(ui, cx, track, &view.land);
    let place = Rect::from_min_max(pos2(track.left(), bar_top), track.max);
    land_tip(ui, cx, place, view);
    if let Some(tightest) = &view.tightest {
        let left = inner.left() + column + SPACE_8;
        let label = Rect::from_min_size(pos2(left, bar_top), vec2(column, 16.0));
        tightest_ui(ui, cx, label, Some(track.translate(vec2(column + SPACE_8, 0.0))), tightest);
    }
    painter.hline(inner.x_range(), 0.0, Stroke::new(0.0, theme.line));
    track.bottom() + SPACE_6
}

#[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
fn row_count(rows: usize) -> f32 {
    rows as f32
}

fn socket_rect(left: f32, top: f32, width: f32, row: usize) -> Rect {
    Rect::from_min_size(pos2(left, top + 18.0 + row_count(row) * (SOCKET + SPACE_2)), vec2(width, SOCKET))
}

fn meter_label(ui: &Ui, cx: &Cx<'_>, rect: Rect, meter: &Meter) {
    let theme = cx.theme;
    let over = meter.cap.is_some_and(|cap| meter.count > cap);
    let colour = match meter.cap {
        _ if over => theme.tone(Signal::Broken).ink,
        Some(_) => theme.text1,
        None => theme.text2,
    };
    let count = format!("{} ", meter.count);
    let cap = format!("/ {}", cap_words(meter.cap));
    let role = format!("{} ", cx.say(term::role(meter.role)));
    let spans = [
        Span::new(&role, Type::Small, theme.text2),
        Span::new(&count, Type::SmallBold, colour),
        Span::new(&cap, Type::Small, theme.text2),
    ];
    let shown = line_of(ui.painter(), rect, Align::Min, &spans);
    if meter.cap.is_none() {
        off_sign(ui, cx, pos2(shown.rect.right() + SPACE_4, rect.center().y));
    }
}

/// The sign that no rule caps a column; returns where the next may begin.
fn off_sign(ui: &Ui, cx: &Cx<'_>, left: egui::Pos2) -> f32 {
    let place = Rect::from_min_size(pos2(left.x, left.y - 6.5), vec2(13.0, 13.0));
    icon::paint(ui.painter(), Icon::Off, place, cx.theme.text2);
    place.right() + SPACE_4
}

fn land_words(ui: &Ui, cx: &Cx<'_>, rect: Rect, land: &Land) {
    let theme = cx.theme;
    line(ui.painter(), rect, Align::Min, cx.say(words::LAND), Type::Small, theme.text2);
    let sign = if land.is_assumed { "≈" } else { "" };
    // What it was before stands in the box below; both do not fit beside the tightest factor.
    let used = figure::mu_figure(land.used.plus(land.added));
    let capacity = land.capacity.map_or_else(
        || format!(" / {}", cx.say(words::MISSING)),
        |capacity| format!(" / {sign}{} {}", figure::mu_figure(capacity), cx.say(words::MU)),
    );
    let over = land.capacity.is_some_and(|capacity| land.used.plus(land.added) > capacity);
    let ink = if over { theme.tone(Signal::Broken).ink } else { theme.text1 };
    let spans = [Span::new(&used, Type::SmallBold, ink), Span::new(&capacity, Type::Small, theme.text2)];
    line_of(ui.painter(), rect, Align::Max, &spans);
}

/// The tightest factor: its name, the share in use, and the bar where there is room for one.
#[expect(clippy::cast_precision_loss, reason = "a share is painted, not reckoned with")]
fn tightest_ui(ui: &Ui, cx: &Cx<'_>, label: Rect, track: Option<Rect>, tightest: &Tightest) {
    let theme = cx.theme;
    let ink = if tightest.after > 100 { theme.tone(Signal::Broken).ink } else { theme.text1 };
    let percent = format!("{} %", tightest.after);
    let width = width_of(ui.painter(), &percent, Type::SmallBold);
    line(ui.painter(), label, Align::Max, &percent, Type::SmallBold, ink);
    let name = if track.is_some() && cx.is_chinese() {
        format!("{} {}", cx.say(words::TIGHTEST), tightest.name)
    } else {
        tightest.name.clone()
    };
    let place = Rect::from_min_max(label.min, pos2(label.right() - width - SPACE_4, label.bottom()));
    let align = if track.is_some() { Align::Min } else { Align::Max };
    line(ui.painter(), place, align, &name, Type::Small, theme.text2);
    if let Some(track) = track {
        let used = tightest.used.min(tightest.after);
        let full = Capacity::of(used as f32 / 100.0);
        let added = (tightest.after - used).max(0) as f32 / 100.0;
        bar::capacity(ui.painter(), track, full.with_added(added), theme);
    }
    tip(ui, label, (label.min.x.to_bits(), label.min.y.to_bits(), "tightest"), &tightest.words);
}

#[expect(clippy::cast_precision_loss, reason = "a share is painted, not reckoned with")]
pub(super) fn land_bar(ui: &Ui, cx: &Cx<'_>, rect: Rect, land: &Land) {
    let share = |amount: i64, of: i64| amount as f32 / of.max(1) as f32;
    match land.capacity {
        Some(capacity) => {
            let used = land.used.steps().min(land.used.plus(land.added).steps());
            let full = Capacity::of(share(used, capacity.steps()));
            bar::capacity(
                ui.painter(),
                rect,
                full.with_added(share(land.added.steps().max(0), capacity.steps())),
                cx.theme,
            );
        }
        None => bar::capacity_unknown(ui.painter(), rect, cx.theme),
    }
}

/// The tip of the land bar: what is used of what, and where the capacity comes from; made only when it shows.
fn land_tip(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &CardView) {
    let id = ui.unique_id().with(("land tip", view.park.as_str()));
    ui.interact(rect, id, Sense::hover()).tip_ui(|ui| {
        let land = &view.land;
        let used = figure::mu(land.used.plus(land.added));
        ui.label(format!("{} {}", cx.say(words::LAND), cx.tell(&used)));
        match land.capacity {
            Some(capacity) => {
                let capacity = figure::mu(capacity);
                let of = Of::Park(view.park.clone());
                let origin = Origin::new(of, "capacities", cx.say(words::NET_LAND), cx.tell(&capacity));
                ui.label(origin.tip(cx));
            }
            None => {
                ui.label(format!("{}: {}", cx.say(words::NET_LAND), cx.say(words::MISSING)));
            }
        }
    });
}

/// Draws a compact card down to the land line; returns where the projects begin.
fn compact(ui: &Ui, cx: &Cx<'_>, inner: Rect, view: &CardView, events: &mut SocketEvents) -> f32 {
    let (theme, painter) = (cx.theme, ui.painter());
    header(ui, cx, Rect::from_min_size(pos2(inner.left(), inner.top() - 3.0), vec2(inner.width(), 23.0)), view);
    let top = inner.top() + 19.0;
    let mut left = inner.left();
    for meter in &view.meters {
        let over = meter.cap.is_some_and(|cap| meter.count > cap);
        let colour = if over { theme.tone(Signal::Broken).ink } else { theme.text1 };
        let words = format!("{}/{}", meter.count, cap_words(meter.cap));
        let width = width_of(painter, &words, Type::SmallBold);
        let rect = Rect::from_min_size(pos2(left, top), vec2(width, 20.0));
        line(painter, rect, Align::Min, &words, Type::SmallBold, colour);
        left += width + SPACE_4;
        if meter.cap.is_none() {
            left = off_sign(ui, cx, pos2(left, top + 10.0));
        }
        let begin = left;
        for (at, socket) in meter.sockets.iter().enumerate() {
            left = compact_socket(ui, cx, pos2(left, top + 1.0), view, (meter.role, at, socket), events);
        }
        let column = Rect::from_min_max(pos2(begin - width - SPACE_4, top), pos2(left, top + 20.0));
        note_column(ui, column, meter.role, events);
        left += SPACE_6;
    }
    if let Some(tightest) = &view.tightest {
        let label = Rect::from_min_max(pos2(left, top), pos2(inner.right(), top + 20.0));
        // The sockets come first: what does not fit beside them is in the tip of the card.
        let wanted = width_of(painter, &tightest.name, Type::Small) + 42.0;
        if label.width() >= wanted {
            tightest_ui(ui, cx, label, None, tightest);
        }
    }
    let row = Rect::from_min_size(pos2(inner.left(), top + 20.0), vec2(inner.width(), 16.0));
    let words_width = 118.0_f32.min(inner.width() * 0.55);
    let track = Rect::from_min_max(
        pos2(row.left(), row.center().y - 3.5),
        pos2(row.right() - words_width - SPACE_6, row.center().y + 3.5),
    );
    land_bar(ui, cx, track, &view.land);
    land_tip(ui, cx, row, view);
    compact_land(ui, cx, Rect::from_min_max(pos2(row.right() - words_width, row.top()), row.max), &view.land);
    row.bottom() + 1.0
}

pub(super) fn compact_land(ui: &Ui, cx: &Cx<'_>, rect: Rect, land: &Land) {
    let theme = cx.theme;
    let after = land.used.plus(land.added);
    let sign = if land.is_assumed { "≈" } else { "" };
    let capacity = land.capacity.map_or_else(|| "?".to_owned(), figure::mu_figure);
    let used = figure::mu_figure(after);
    let rest = format!(" / {sign}{capacity} {}", cx.say(words::MU));
    let over = land.capacity.is_some_and(|capacity| after > capacity);
    let ink = if over { theme.tone(Signal::Broken).ink } else { theme.text1 };
    let spans = [Span::new(&used, Type::SmallBold, ink), Span::new(&rest, Type::Small, theme.text2)];
    line_of(ui.painter(), rect, Align::Max, &spans);
}

fn statistics(ui: &Ui, cx: &Cx<'_>, inner: Rect, view: &CardView) {
    let theme = cx.theme;
    let rect = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 19.0), pos2(inner.right(), inner.bottom() - 3.0));
    if let Some((output, is_assumed)) = &view.output {
        let sign = if *is_assumed { "≈" } else { "" };
        let label = format!("{} ", cx.say(words::OUTPUT));
        let unit = format!(" {}", cx.say(words::UNIT_YI));
        let figure = format!("{sign}{output}");
        let spans = [
            Span::new(&label, Type::Small, theme.text2),
            Span::new(&figure, Type::SmallBold, theme.text1),
            Span::new(&unit, Type::Small, theme.text2),
        ];
        line_of(ui.painter(), rect, Align::Min, &spans);
    }
    if let Some(share) = view.leading_share {
        let label = format!("{} ", cx.say(words::LEADING_SHARE));
        let figure = format!("{share} %");
        let spans = [Span::new(&label, Type::Small, theme.text2), Span::new(&figure, Type::SmallBold, theme.text1)];
        line_of(ui.painter(), rect, Align::Max, &spans);
    }
}

fn ribbon(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &CardView) {
    let height = if cx.roomy { 7.0 } else { 4.0 };
    let place = Rect::from_min_max(pos2(rect.left() + 1.0, rect.bottom() - 1.0 - height), rect.max - vec2(1.0, 1.0));
    let mut left = place.left();
    let last = view.ribbon.len().saturating_sub(1);
    for (at, (industry, share)) in view.ribbon.iter().enumerate() {
        let right = if at == last { place.right() } else { (left + place.width() * share).min(place.right()) };
        let segment = Rect::from_min_max(pos2(left, place.top()), pos2(right, place.bottom()));
        let radius = 7;
        let corners = CornerRadius {
            sw: if at == 0 { radius } else { 0 },
            se: if at == last { radius } else { 0 },
            ..CornerRadius::ZERO
        };
        if corners == CornerRadius::ZERO {
            paint_fill(ui.painter(), segment, &cx.seal(industry), cx.theme);
        } else {
            paint_fill_rounded(ui.painter(), segment, corners, &cx.seal(industry), cx.theme);
        }
        left = right;
    }
}

/// The badge of a level.
pub(super) const fn level_badge_of(level: ParkLevel) -> LevelBadge {
    match level {
        ParkLevel::National => LevelBadge::National,
        ParkLevel::Provincial => LevelBadge::Provincial,
        ParkLevel::Municipal => LevelBadge::Municipal,
    }
}

/// The signal by which an answer is painted.
pub(super) const fn signal_of(outlook: Outlook) -> Signal {
    match outlook {
        Outlook::Here => Signal::Off,
        Outlook::Good => Signal::Holds,
        Outlook::Watch => Signal::Near,
        Outlook::Breaks => Signal::Broken,
        Outlook::Refused => Signal::Vetoed,
    }
}

fn what_if_box(ui: &Ui, cx: &Cx<'_>, rect: Rect, what_if: &WhatIf) {
    let (theme, painter) = (cx.theme, ui.painter());
    let signal = signal_of(what_if.outlook);
    let tone = theme.tone(signal);
    let (fill, stroke) = match what_if.outlook {
        Outlook::Refused => (theme.card, theme.edge_strong()),
        Outlook::Here => (theme.sunken, Stroke::NONE),
        Outlook::Good | Outlook::Watch | Outlook::Breaks => (tone.soft, Stroke::NONE),
    };
    shapes::framed_rect(painter, rect, RADIUS_BUTTON, fill, stroke);
    let inner = rect.shrink2(vec2(9.0, if cx.roomy { 7.0 } else { 3.0 }));
    let rows = if cx.roomy { [24.0, 18.0, 17.0] } else { [21.0, 17.0, 0.0] };
    let mut top = inner.top();
    let mut next = |height: f32| {
        let row = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), height));
        top += height;
        row
    };
    let title = next(rows[0]);
    let over = over_tag(ui, cx, title, what_if);
    let title = Rect::from_min_max(title.min, pos2(over, title.bottom()));
    if what_if.outlook == Outlook::Refused {
        let lock = Rect::from_min_size(pos2(title.left(), title.center().y - 8.0), vec2(16.0, 16.0));
        icon::paint(painter, Icon::Lock, lock, theme.text1);
        let words = Rect::from_min_max(pos2(lock.right() + SPACE_6, title.top()), title.max);
        line(painter, words, Align::Min, what_if.veto, Type::CardTitle, theme.text1);
        let reason = Rect::from_min_max(pos2(inner.left(), title.bottom()), inner.max);
        let lines = if cx.roomy { 2 } else { 1 };
        let shown =
            crate::ui::widgets::text::paragraph(painter, reason, &what_if.sentence, Type::Small, theme.text1, lines);
        if shown.truncated {
            tip(ui, rect, (rect.min.x.to_bits(), rect.min.y.to_bits(), "veto"), &what_if.sentence);
        }
        return;
    }
    points_ui(ui, cx, title, what_if);
    let row = next(rows[1]);
    let mark = Rect::from_min_size(pos2(row.left(), row.center().y - 7.0), vec2(14.0, 14.0));
    let (shape, ink) = match what_if.worst {
        Some(state) => (Icon::of(crate::ui::cx::signal(state)), theme.tone(crate::ui::cx::signal(state)).ink),
        None if what_if.outlook == Outlook::Here => (Icon::Tick, theme.text2),
        None => (Icon::Holds, theme.tone(Signal::Holds).ink),
    };
    icon::paint(painter, shape, mark, ink);
    let words = Rect::from_min_max(pos2(mark.right() + SPACE_6, row.top()), row.max);
    let shown = line(painter, words, Align::Min, &what_if.sentence, Type::SmallBold, ink);
    if shown.truncated {
        tip(ui, rect, (rect.min.x.to_bits(), rect.min.y.to_bits(), "what if"), &what_if.sentence);
    }
    if cx.roomy {
        line(painter, next(rows[2]), Align::Min, &what_if.more, Type::Small, theme.text2);
    }
}

/// Score, band and kind of fit, as far as there is room; what has none is told on hover.
fn points_ui(ui: &Ui, cx: &Cx<'_>, row: Rect, what_if: &WhatIf) {
    let (theme, painter) = (cx.theme, ui.painter());
    let Some(points) = &what_if.points else {
        let style = if cx.roomy { Type::CardTitle } else { Type::BodyBold };
        line(painter, row, Align::Min, &what_if.fit, style, theme.text1);
        return;
    };
    let style = if cx.roomy { Type::FigureLarge } else { Type::Heading };
    let sign = if points.hint.is_some() { "≈" } else { "" };
    let ink = match what_if.outlook {
        Outlook::Here => theme.text1,
        Outlook::Breaks => theme.text2,
        Outlook::Good | Outlook::Watch | Outlook::Refused => theme.tone(signal_of(what_if.outlook)).ink,
    };
    let spans = [Span::new(sign, Type::Small, theme.text2), Span::new(&points.total, style, ink)];
    let mut left = line_of(painter, row, Align::Min, &spans).rect.right() + SPACE_6;
    let mut is_cut = points.hint.is_some();
    let fit_width = tag::plain_tag_width(painter, &what_if.fit);
    if let Some(band) = &points.band {
        let width = width_of(painter, band, Type::Small) + 1.0;
        if left + width + SPACE_6 + fit_width <= row.right() {
            let place = Rect::from_min_size(pos2(left, row.top()), vec2(width, row.height()));
            left = line(painter, place, Align::Min, band, Type::Small, theme.text2).rect.right() + SPACE_6;
        } else {
            is_cut = true;
        }
    }
    if left + fit_width <= row.right() {
        let top = row.center().y - tag::TAG_HEIGHT / 2.0;
        tag::plain_tag(painter, pos2(left, top), &what_if.fit, theme);
    } else {
        is_cut = true;
    }
    if is_cut {
        let parts = [Some(&what_if.fit), points.band.as_ref(), points.hint.as_ref()];
        let words: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        tip(ui, row, (row.min.x.to_bits(), row.min.y.to_bits(), "points"), &words.join(" · "));
    }
}

/// The word that says what releasing would do; returns where the room before it ends.
fn over_tag(ui: &Ui, cx: &Cx<'_>, row: Rect, what_if: &WhatIf) -> f32 {
    if !what_if.is_over || what_if.outlook == Outlook::Here {
        return row.right();
    }
    let (phrase, signal) = match (what_if.outlook, cx.by_pointer) {
        (Outlook::Refused, _) => (words::NOT_ALLOWED, Signal::Vetoed),
        (Outlook::Breaks, true) => (words::RELEASE, Signal::Broken),
        (Outlook::Breaks, false) => (words::ENTER_PLACES, Signal::Broken),
        (Outlook::Watch, true) => (words::RELEASE, Signal::Near),
        (Outlook::Watch, false) => (words::ENTER_PLACES, Signal::Near),
        (Outlook::Good | Outlook::Here, true) => (words::RELEASE, Signal::Holds),
        (Outlook::Good | Outlook::Here, false) => (words::ENTER_PLACES, Signal::Holds),
    };
    let painter = ui.painter();
    let words = cx.say(phrase);
    let width = tag::state_tag_width(painter, words, TagWeight::Filled);
    let at = pos2(row.right() - width, row.center().y - tag::TAG_HEIGHT / 2.0);
    tag::state_tag(painter, at, signal, words, TagWeight::Filled, cx.theme);
    at.x - SPACE_6
}

//! Pools of the city: how much of each is drawn, reserved and left, and what would be drawn if what is held were dropped.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::parts::{card_ui, empty_ui, ratio, rows_ui};
use crate::{
    i18n::{figure, support as say, term},
    model::{
        id::RuleId,
        policy::{CityPool, Mode, PoolKind, RuleKind},
    },
    rules::{
        facts::CityTotals,
        finding::{Finding, State},
    },
    ui::{
        cx::{Ask, Cx, signal},
        theme::{RADIUS_ROW, SPACE_6, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            bar::{self, Capacity},
            icon::{self, Icon},
            text::{Span, line, line_of, width_of},
            tip::Tip,
        },
    },
};

/// Height of a pool in the list, in points.
pub const ROW: f32 = 62.0;

/// A pool as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct PoolView {
    /// The rule that sets its quota.
    pub rule: RuleId,
    /// What it is of.
    pub kind: PoolKind,
    /// What placed projects draw, what is reserved, and placed projects without a figure.
    pub drawn: (i64, i64, u32),
    /// What would be drawn if what is held were dropped where it is held.
    pub after: Option<i64>,
    /// The quota; `None` is unknown.
    pub quota: Option<i64>,
    /// Whether the quota is assumed.
    pub assumed: bool,
    /// How it stands.
    pub state: State,
}

impl PoolView {
    /// The pools of the rule pack, in the order of their rules.
    pub fn all(cx: &Cx<'_>) -> Vec<Self> {
        let judgement = cx.bench.judgement();
        let (now, after) = (judgement.totals(), after(cx));
        let mut rules: Vec<_> = cx.world().rules.iter().collect();
        rules.sort_by_key(|rule| (rule.order, rule.id.clone()));
        let view = |rule: &std::sync::Arc<crate::model::policy::Rule>| {
            let RuleKind::CityPool(pool) = rule.kind else { return None };
            let drawn = pool.drawn(&now);
            let of_rule = |it: &&Finding| it.rule == rule.id && it.state != State::NotApplicable;
            let finding = judgement.of_pools().iter().find(of_rule);
            let is_off = rule.mode == Mode::Off;
            let state = if is_off { State::Off } else { finding.map_or_else(|| idle(pool), |it| it.state) };
            Some(Self {
                rule: rule.id.clone(),
                kind: pool.kind(),
                drawn: (drawn.used, drawn.reserved, drawn.unstated),
                after: after.as_ref().map(|it| pool.drawn(it).total()),
                quota: pool.quota(),
                assumed: rule.assumed,
                state,
            })
        };
        rules.into_iter().filter_map(view).collect()
    }

    /// All that is drawn.
    pub fn total(&self) -> i64 {
        self.drawn.0.saturating_add(self.drawn.1)
    }

    /// How it stands, what is held counted in.
    pub fn signal(&self) -> Signal {
        match (self.after, self.quota) {
            (Some(after), Some(quota)) if after > quota => Signal::Broken,
            _ => signal(self.state),
        }
    }

    /// Figures, what is left, what is not stated.
    fn words(&self, cx: &Cx<'_>) -> (String, String) {
        let (used, reserved, unstated) = self.drawn;
        let figures = say::pool_figures(self.kind, used, reserved, self.quota, self.assumed);
        let mut figures = cx.tell(&figures).to_owned();
        if unstated > 0 {
            figures = format!("{figures} · {}", cx.tell(&say::unstated(unstated)));
        }
        let left = say::pool_left(self.kind, self.total(), self.after, self.quota);
        (figures, cx.tell(&left).to_owned())
    }

    /// What a screen reader says.
    pub fn spoken(&self, cx: &Cx<'_>) -> String {
        let (figures, left) = self.words(cx);
        let state = cx.say(term::state(self.state));
        format!("{} · {state} · {figures} · {left}", cx.say(term::pool(self.kind)))
    }

    /// The bar.
    pub fn paint_bar(&self, ui: &Ui, cx: &Cx<'_>, rect: Rect) {
        let Some(quota) = self.quota.filter(|quota| *quota > 0) else {
            bar::capacity_unknown(ui.painter(), rect, cx.theme);
            return;
        };
        let share = |amount: i64| ratio(amount, quota);
        let added = self.after.map_or(0, |after| after.saturating_sub(self.total()).max(0));
        let capacity = Capacity::of(share(self.total())).with_added(share(added));
        bar::capacity(ui.painter(), rect, capacity, cx.theme);
        // What is reserved is the end of what is drawn: a paler part of it.
        let scale = share(self.total().saturating_add(added)).max(1.0);
        let (from, to) = (share(self.drawn.0) / scale, share(self.total()).min(1.0) / scale);
        if self.drawn.1 > 0 && to > from {
            let x = |part: f32| rect.left() + rect.width() * part;
            let part = Rect::from_min_max(pos2(x(from), rect.top() + 1.0), pos2(x(to), rect.bottom() - 1.0));
            ui.painter().rect_filled(part, 0.0, cx.theme.text3);
        }
    }
}

/// How a pool stands of which nothing is drawn.
fn idle(pool: CityPool) -> State {
    if pool.quota().is_some() { State::Holds } else { State::Unknown }
}

/// What would be drawn after dropping what is held where it is held.
fn after(cx: &Cx<'_>) -> Option<CityTotals> {
    let held = cx.bench.held()?;
    let effect = held.previews.get(held.over.as_ref()?)?.effect.as_ref()?;
    let judgement = cx.bench.judgement();
    Some(judgement.facts().city_after(judgement.totals(), &effect.facts))
}

/// Draws the card of the pools.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    let (body, _) = card_ui(ui, cx, rect, (cx.say(say::POOLS), cx.say(say::POOLS_NOTE)), &[]);
    let pools = PoolView::all(cx);
    if pools.is_empty() {
        empty_ui(ui, cx, body, cx.say(say::NO_POOLS));
        return;
    }
    rows_ui(ui, body, "pools", ROW, pools.len(), |ui, rect, at| {
        if let Some(pool) = pools.get(at) {
            pool_ui(ui, cx, rect, pool);
        }
    });
}

fn pool_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, pool: &PoolView) {
    let room = rect.shrink2(vec2(SPACE_12, 0.0));
    let mark = Rect::from_min_size(pos2(room.left(), rect.top() + 8.0), vec2(16.0, 16.0));
    let tone = pool.signal();
    icon::paint(ui.painter(), Icon::of(tone), mark, cx.theme.tone(tone).ink);
    let (figures, left) = pool.words(cx);
    let first =
        Rect::from_min_max(pos2(mark.right() + SPACE_6, rect.top() + 6.0), pos2(room.right(), rect.top() + 26.0));
    let ink = if matches!(tone, Signal::Broken | Signal::Near) { cx.theme.tone(tone).ink } else { cx.theme.text1 };
    let width = width_of(ui.painter(), &left, Type::BodyBold) + 2.0;
    line(
        ui.painter(),
        Rect::from_min_max(pos2(first.right() - width, first.top()), first.max),
        Align::Max,
        &left,
        Type::BodyBold,
        ink,
    );
    let name = Rect::from_min_max(first.min, pos2(first.right() - width - SPACE_8, first.bottom()));
    let is_cut =
        line(ui.painter(), name, Align::Min, cx.say(term::pool(pool.kind)), Type::BodyBold, cx.theme.text1).truncated;
    let track = Rect::from_min_size(pos2(room.left(), rect.top() + 28.0), vec2(room.width(), 10.0));
    pool.paint_bar(ui, cx, track);
    let third = Rect::from_min_max(pos2(room.left(), rect.top() + 40.0), pos2(room.right(), rect.bottom() - 2.0));
    let is_cut = line(ui.painter(), third, Align::Min, &figures, Type::Small, cx.theme.text2).truncated || is_cut;
    let response = ui.interact(rect, Id::unique(("pool", pool.rule.as_str())), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Link, true, pool.spoken(cx)));
    if response.hovered() || response.has_focus() {
        let edge = if response.has_focus() { cx.theme.edge_selected() } else { cx.theme.edge() };
        ui.painter().rect_stroke(rect.shrink2(vec2(4.0, 1.0)), RADIUS_ROW, edge, egui::StrokeKind::Inside);
    }
    if response.clicked() {
        cx.ask(Ask::ShowRule(pool.rule.clone()));
    }
    if is_cut {
        response.tip_at_pointer(pool.spoken(cx));
    }
}

/// Gap between two pools on the strip over the board, in points.
const SMALL_GAP: f32 = 14.0;

/// Share of the quota that is drawn, what is held counted in; a question mark where it is unknown.
fn percent(pool: &PoolView) -> String {
    let drawn = pool.after.unwrap_or_else(|| pool.total());
    let share = pool.quota.and_then(|quota| figure::percent(drawn, quota));
    share.map_or_else(|| "?".to_owned(), |share| format!("{}{share} %", if pool.assumed { "≈" } else { "" }))
}

/// The pools in small, words over bars, at the right end of `rect`, and where they begin; they give way where there is no room
/// for all.
pub fn small_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect) -> Option<f32> {
    let pools = PoolView::all(cx);
    // The widest figure counts, so that nothing moves while something is held.
    let name = |pool: &PoolView| format!("{} ", cx.say(say::pool_brief(pool.kind)));
    let figures = width_of(ui.painter(), "≈100 %", Type::SmallBold) + 2.0;
    let width = |pool: &PoolView| (width_of(ui.painter(), &name(pool), Type::Small) + figures).ceil();
    let all: f32 = pools.iter().map(|it| width(it) + SMALL_GAP).sum();
    if pools.is_empty() || all > rect.width() + SMALL_GAP {
        return None;
    }
    let begin = rect.right() - all + SMALL_GAP;
    let mut left = begin;
    for pool in &pools {
        let place = Rect::from_center_size(pos2(left + width(pool) / 2.0, rect.center().y), vec2(width(pool), 28.0));
        left = place.right() + SMALL_GAP;
        let tone = pool.signal();
        let ink = if matches!(tone, Signal::Broken | Signal::Near) { cx.theme.tone(tone).ink } else { cx.theme.text1 };
        let (name, share) = (name(pool), percent(pool));
        let words = [Span::new(&name, Type::Small, cx.theme.text2), Span::new(&share, Type::SmallBold, ink)];
        let upper = Rect::from_min_size(place.min, vec2(place.width() + 1.0, 18.0));
        line_of(ui.painter(), upper, Align::Min, &words);
        let track = Rect::from_min_max(pos2(place.left(), place.bottom() - bar::TRACK_HEIGHT), place.max);
        pool.paint_bar(ui, cx, track);
        let response = ui.interact(place, Id::unique(("small pool", pool.rule.as_str())), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Link, true, pool.spoken(cx)));
        if response.hovered() || response.has_focus() {
            let edge = if response.has_focus() { cx.theme.edge_selected() } else { cx.theme.edge() };
            let frame = place.expand2(vec2(5.0, 4.0));
            ui.painter().rect_stroke(frame, RADIUS_ROW, edge, egui::StrokeKind::Inside);
        }
        if response.clicked() {
            cx.ask(Ask::ShowRule(pool.rule.clone()));
        }
        response.tip(pool.spoken(cx));
    }
    Some(begin)
}

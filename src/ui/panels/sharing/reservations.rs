//! What is reserved in the plan, until when, and giving it up; money that was won and honours, as they were reported.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::parts::{HEAD, card_ui, deed, empty_ui, rows_ui, tools_ui};
use crate::{
    i18n::{finding::park_name, support as say, term, words},
    model::{
        evidence::Confidence,
        plan::Reservation,
        support::{Funding, Honour},
    },
    ui::{
        cx::{Ask, Cx},
        dialogs::{ParkPage, reservation_words},
        theme::{SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::Button,
            icon::{self, Icon},
            text::{Span, line, line_of, width_of},
            tip::Tip,
        },
    },
    workbench::command::Command,
};

/// Height of a record of two lines, in points.
const ROW: f32 = 44.0;

/// Height of a card of so many records.
fn card_height(records: usize) -> f32 {
    let rows = f32::from(u16::try_from(records).unwrap_or(u16::MAX));
    HEAD + if records == 0 { 86.0 } else { rows * ROW + 6.0 }
}

/// Height that the card of the reservations would like.
pub fn height(cx: &Cx<'_>) -> f32 {
    card_height(cx.scenario().reservations_of(cx.bench.plan()).count())
}

/// Height that the card of what was won would like.
pub fn won_height(cx: &Cx<'_>) -> f32 {
    card_height(cx.scenario().fundings.len().saturating_add(cx.scenario().honours.len()))
}

/// Draws the card of the reservations.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    let plan = cx.bench.plan();
    let mut all: Vec<&Reservation> = cx.scenario().reservations_of(plan).collect();
    all.sort_by_key(|it| (it.until, it.id.clone()));
    let reserve = deed(cx, Button::new(cx.say(say::PARK_RESERVATIONS)).small());
    let reserve = if cx.scenario().parks.is_empty() {
        reserve.enabled(false).hover(cx.say(words::NO_PARKS_YET))
    } else {
        reserve
    };
    let count = all.len().to_string();
    let heading = (cx.say(say::RESERVATIONS), if all.is_empty() { "" } else { count.as_str() });
    let (body, pressed) = card_ui(ui, cx, rect, heading, &[reserve]);
    if pressed.is_some()
        && let Some(park) = park_to_reserve_in(cx)
    {
        cx.ask(Ask::ParkParts(park, ParkPage::Reservations));
    }
    if all.is_empty() {
        empty_ui(ui, cx, body, cx.say(say::NO_RESERVATIONS));
        return;
    }
    rows_ui(ui, body, "reservations", ROW, all.len(), |ui, rect, at| {
        if let Some(reservation) = all.get(at) {
            reservation_ui(ui, cx, rect, reservation);
        }
    });
}

/// The park that is selected, else the first of the list.
fn park_to_reserve_in(cx: &Cx<'_>) -> Option<crate::model::id::ParkId> {
    let first = || cx.scenario().parks_in_order().first().map(|it| it.id.clone());
    cx.selected_park().cloned().or_else(first)
}

fn reservation_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, reservation: &Reservation) {
    let (factor, words) = reservation_words(cx, reservation);
    let figure = words.split(" · ").next().unwrap_or_default().to_owned();
    let park = park_name(cx.scenario(), &reservation.park);
    let days = say::reservation_days(reservation.until, cx.scenario().as_of);
    let days = cx.tell(&days);
    let is_past = reservation.until < cx.scenario().as_of;
    let name = format!("{} {} {factor} {}", cx.say(words::GIVE_UP_RESERVATION), cx.tell(&park), reservation.id);
    let release = deed(cx, Button::quiet(Icon::Close, &name).small());
    let (pressed, right) = tools_ui(ui, cx, rect, &[release], &[&name]);
    if pressed.is_some() {
        cx.push(Command::Release(reservation.id.clone()));
    }
    let title = format!("{} · {factor} {figure}", cx.tell(&park));
    let more =
        if reservation.reason.is_empty() { days.to_owned() } else { format!("{days} · {}", reservation.reason) };
    let signal = if is_past { Signal::Off } else { Signal::Holds };
    record_ui(ui, cx, (rect, right), ("reservation", reservation.id.as_str()), (signal, &title, &more, ""));
}

/// A record of two lines with a mark before it and a figure at its right.
fn record_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    (rect, right): (Rect, f32),
    id: (&str, &str),
    (signal, title, more, figure): (Signal, &str, &str, &str),
) {
    let mark = Rect::from_min_size(rect.min + vec2(SPACE_12, 7.0), vec2(14.0, 14.0));
    icon::paint(ui.painter(), Icon::of(signal), mark, cx.theme.tone(signal).ink);
    let end = if figure.is_empty() { 0.0 } else { width_of(ui.painter(), figure, Type::BodyBold) + 1.0 };
    let first =
        Rect::from_min_max(pos2(mark.right() + SPACE_8, rect.top() + 4.0), pos2(right - SPACE_8, rect.top() + 24.0));
    let place = Rect::from_min_max(pos2(first.right() - end, first.top()), first.max);
    line(ui.painter(), place, Align::Max, figure, Type::BodyBold, cx.theme.text1);
    let name = Rect::from_min_max(first.min, pos2(place.left() - SPACE_8, first.bottom()));
    let is_cut = line(ui.painter(), name, Align::Min, title, Type::BodyBold, cx.theme.text1).truncated;
    let second = Rect::from_min_max(pos2(first.left(), rect.top() + 23.0), pos2(first.right(), rect.top() + 41.0));
    let is_more_cut = line(ui.painter(), second, Align::Min, more, Type::Small, cx.theme.text2).truncated;
    let response =
        ui.interact(Rect::from_min_max(rect.min, pos2(right, rect.bottom())), Id::unique(id), Sense::hover());
    let spoken = format!("{title} {figure} · {more}");
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &spoken));
    if is_cut || is_more_cut {
        response.tip_at_pointer(spoken);
    }
}

/// What was won: money, then honours.
enum Won<'a> {
    Money(&'a Funding),
    Honour(&'a Honour),
}

/// Draws the card of money won together and of honours.
pub fn won_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    let scenario = cx.scenario();
    let money = scenario.fundings.iter().map(|it| Won::Money(it));
    let won: Vec<Won<'_>> = money.chain(scenario.honours.iter().map(|it| Won::Honour(it))).collect();
    let title = format!("{} · {}", cx.say(say::FUNDINGS), cx.say(say::HONOURS));
    let (body, _) = card_ui(ui, cx, rect, (&title, ""), &[]);
    if won.is_empty() {
        empty_ui(ui, cx, body, cx.say(say::NO_FUNDINGS));
        return;
    }
    rows_ui(ui, body, "won", ROW, won.len(), |ui, rect, at| match won.get(at) {
        Some(Won::Money(funding)) => funding_ui(ui, cx, rect, funding),
        Some(Won::Honour(honour)) => honour_ui(ui, cx, rect, honour),
        None => {}
    });
}

fn funding_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, funding: &Funding) {
    let scenario = cx.scenario();
    let parks = funding.parks.iter().map(|it| cx.tell(&park_name(scenario, it)).to_owned());
    let firm = |id| scenario.enterprises.get(id).map(|it| cx.tell(&it.name).to_owned());
    let who: Vec<String> = parks.chain(funding.enterprises.iter().filter_map(firm)).collect();
    let mut more = who.join(if cx.is_chinese() { "、" } else { ", " });
    if who.len() > 1 {
        more = format!("{more} · {}", cx.say(say::SPLIT_UNKNOWN));
    }
    let assumed = if funding.evidence.confidence >= Confidence::Assumed { "≈ " } else { "" };
    let amount = say::funding(funding);
    let figure = format!("{assumed}{}", cx.tell(&amount));
    let signal = if who.len() > 1 { Signal::Unknown } else { Signal::Holds };
    let of = (signal, cx.tell(&funding.name), more.as_str(), figure.as_str());
    record_ui(ui, cx, (rect, rect.right() - 4.0), ("funding", funding.id.as_str()), of);
}

fn honour_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, honour: &Honour) {
    let scenario = cx.scenario();
    let park = honour.park.as_ref().map(|it| cx.tell(&park_name(scenario, it)).to_owned());
    let firm =
        honour.enterprise.as_ref().and_then(|id| scenario.enterprises.get(id)).map(|it| cx.tell(&it.name).to_owned());
    let day = honour.on.map(|it| it.to_string());
    let more: Vec<String> = [firm, park, day].into_iter().flatten().collect();
    let level = term::park_level_badge(&scenario.pack, honour.level);
    let of = (Signal::Holds, cx.tell(&honour.name), &*more.join(" · "), cx.tell(&level));
    record_ui(ui, cx, (rect, rect.right() - 4.0), ("honour", honour.id.as_str()), of);
}

/// A line of a name and what is behind it, for rows of one line.
pub fn named_line(ui: &Ui, cx: &Cx<'_>, rect: Rect, name: &str, behind: &str) -> bool {
    let gap = if behind.is_empty() || name.is_empty() { "" } else { "  " };
    let spans = [
        Span::new(name, Type::BodyBold, cx.theme.text1),
        Span::new(gap, Type::Body, cx.theme.text1),
        Span::new(behind, Type::Small, cx.theme.text2),
    ];
    line_of(ui.painter(), rect, Align::Min, &spans).truncated
}

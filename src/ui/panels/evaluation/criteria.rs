//! The criteria of a characteristic park: reading, bar with the threshold, how far inside or outside, and whence.

use egui::{Align, Color32, Id, Rect, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::marks;
use crate::{
    analysis::{
        characteristic::{Case, Origin, rule_of},
        recognition::{Bound, Reading, Verdict, decision::Item},
    },
    i18n::{evaluation as say, recognition},
    model::{
        evidence::Confidence,
        id::ProjectId,
        recognition::{Measured, Standard},
    },
    ui::{
        cx::Cx,
        panels::inspector::parts::{row, section},
        theme::{SPACE_4, SPACE_6, SPACE_8, Signal, Type},
        widgets::{
            icon::{self, Icon},
            shapes, tag,
            text::{Span, line, one_or_two_lines, width_of},
            tip::Tip,
        },
    },
};

/// By how much a bar is longer than the largest figure on it.
const AIR: f64 = 1.18;

/// A criterion as it is drawn.
struct Criterion<'a> {
    measure: &'a Measured,
    item: Item,
    bound: Bound,
    origin: Origin,
    /// With the projects of the plan, where that differs.
    after: Option<f64>,
    /// The sign of what is assumed, or nothing.
    sign: &'static str,
}

/// Draws the criteria of a case; `after` is the same case with the projects of the plan and the one that is `tried`.
pub fn ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    tried: Option<&ProjectId>,
    (standard, case, after): (&Standard, &Case, Option<&Case>),
) {
    section(ui, cx, cx.say(say::CRITERIA), "");
    legend_ui(ui, cx, cx.tell(&say::with_plan(tried)));
    let bounds = rule_of(standard).bounds;
    let origins = case.origins.last();
    for (at, (item, bound)) in case.decision.items.iter().zip(bounds).enumerate() {
        let Some(of) = standard.items.get(at) else { continue };
        let then = after.and_then(|it| it.decision.items.get(at)).and_then(|it| figure(it.reading));
        let origin = origins.and_then(|it| it.get(at)).copied().unwrap_or(Origin::Missing);
        let criterion = Criterion {
            measure: &of.measure,
            item: *item,
            bound,
            origin,
            after: then.zip(figure(item.reading)).filter(|(then, now)| (then - now).abs() > 1e-6).map(|it| it.0),
            sign: sign(cx, case, at),
        };
        criterion_ui(ui, cx, &criterion);
    }
    veto_ui(ui, cx, case);
}

/// The sign before the reading of the criterion at `at` in the latest year: what is worked out rests on assumed values as
/// well, what is reported says itself whether it is.
pub fn sign(cx: &Cx<'_>, case: &Case, at: usize) -> &'static str {
    let reported = || {
        let year = case.years.last()?;
        let of = cx.world().characteristic_years.get(&(case.id.clone(), *year))?;
        Some(of.evidence.confidence >= Confidence::Assumed)
    };
    match case.origins.last().and_then(|it| it.get(at)).copied().unwrap_or(Origin::Missing) {
        Origin::Derived => "≈",
        Origin::Reported if reported().unwrap_or(false) => "≈",
        Origin::Reported | Origin::Missing => "",
    }
}

fn figure(reading: Reading) -> Option<f64> {
    match reading {
        Reading::Value(value) => Some(value),
        Reading::Undefined | Reading::Missing => None,
    }
}

/// What the fills of the bars mean.
fn legend_ui(ui: &Ui, cx: &Cx<'_>, with_plan: &str) {
    // In the line of the title above, at its right.
    let rect = Rect::from_min_max(
        pos2(ui.max_rect().left() + 14.0, ui.cursor().top() - 28.0),
        pos2(ui.max_rect().right() - 14.0, ui.cursor().top()),
    );
    let mut right = rect.right();
    let entries: [(&str, u8); 3] = [(cx.say(say::THRESHOLD), 2), (with_plan, 1), (cx.say(say::NOW), 0)];
    for (words, kind) in entries {
        let width = width_of(ui.painter(), words, Type::Small) + 1.0;
        let place = Rect::from_min_max(pos2(right - width, rect.top()), pos2(right, rect.bottom()));
        line(ui.painter(), place, Align::Max, words, Type::Small, cx.theme.text2);
        let sample = Rect::from_center_size(pos2(place.left() - 12.0, rect.center().y), vec2(14.0, 8.0));
        match kind {
            0 => {
                ui.painter().rect_filled(sample, 2.0, cx.theme.ink_fill);
            }
            1 => marks::striped(ui.painter(), sample, cx.theme.accent, cx.theme),
            _ => threshold(ui, sample.center().x, sample.y_range(), cx.theme.holds.ink),
        }
        right = sample.left() - SPACE_8;
    }
}

fn threshold(ui: &Ui, x: f32, y: egui::Rangef, ink: Color32) {
    let x = ui.painter().round_to_pixel_center(x);
    ui.painter().vline(x, y.expand(2.0), Stroke::new(2.0, ink));
}

fn criterion_ui(ui: &mut Ui, cx: &Cx<'_>, it: &Criterion<'_>) {
    let world = cx.world();
    let rect = row(ui, 43.0);
    let signal = marks::signal(&it.item);
    let tone = cx.theme.tone(signal);
    let mark = Rect::from_center_size(pos2(rect.left() + 8.0, rect.top() + 11.0), vec2(15.0, 15.0));
    icon::paint(ui.painter(), Icon::of(signal), mark, tone.ink);
    let top = Rect::from_min_max(pos2(mark.right() + SPACE_6, rect.top() + 1.0), pos2(rect.right(), rect.top() + 21.0));
    let bound = cx.tell(&say::bound(world, it.measure, it.bound)).to_owned();
    // The legend says what the tick is: in English the word would take the room of the name.
    let limit = if cx.is_chinese() { format!("{} {bound}", cx.say(say::THRESHOLD)) } else { bound };
    let width = if cx.roomy { 118.0 } else { 104.0 };
    let limit_place = top.with_min_x(top.right() - width);
    line(ui.painter(), limit_place, Align::Max, &limit, Type::Small, cx.theme.text2);
    let reading = format!("{}{}", it.sign, cx.tell(&say::reading(world, it.measure, it.item.reading)));
    let width = width_of(ui.painter(), &reading, Type::BodyBold) + 1.0;
    let place = Rect::from_min_max(
        pos2(limit_place.left() - width - SPACE_4, top.top()),
        pos2(limit_place.left() - SPACE_4, top.bottom()),
    );
    line(ui.painter(), place, Align::Max, &reading, Type::BodyBold, cx.theme.text1);
    let name = recognition::measured(world, it.measure);
    let mut room = top.with_max_x(place.left() - SPACE_6);
    let origin = cx.say(say::origin(it.origin));
    let mut rest = cx.tell(&say::margin(&it.item)).to_owned();
    if it.item.excused == Verdict::Met {
        rest = format!("{rest} · {}", cx.say(say::ANCHOR));
    }
    if cx.roomy {
        let width = tag::plain_tag_width(ui.painter(), origin) + SPACE_6;
        room.max.x -= width;
    } else {
        rest = format!("{origin} · {rest}");
    }
    let shown = one_or_two_lines(ui.painter(), room, &[Span::new(cx.tell(&name), Type::Body, cx.theme.text1)]);
    if cx.roomy {
        let at = pos2(shown.rect.right() + SPACE_6, top.center().y - tag::TAG_HEIGHT / 2.0);
        tag::plain_tag(ui.painter(), at, origin, cx.theme);
    }
    let width = (width_of(ui.painter(), &rest, Type::Small) + 1.0).max(70.0);
    let end =
        Rect::from_min_max(pos2(rect.right() - width, rect.top() + 22.0), pos2(rect.right(), rect.bottom() - 3.0));
    let ink = if signal == Signal::Holds { cx.theme.text2 } else { tone.ink };
    line(ui.painter(), end, Align::Max, &rest, Type::Small, ink);
    let track =
        Rect::from_min_max(pos2(rect.left(), end.center().y - 4.0), pos2(end.left() - SPACE_6, end.center().y + 4.0));
    bar_ui(ui, cx, track, it);
    let told = cx.tell(&say::criterion(world, it.measure, &it.item, it.bound, it.origin)).to_owned();
    let response = ui.interact(rect, Id::unique(("criterion", it.measure.id())), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    response.tip(told);
}

/// The reading, what the plan adds, and the threshold as a tick.
fn bar_ui(ui: &Ui, cx: &Cx<'_>, track: Rect, it: &Criterion<'_>) {
    let theme = cx.theme;
    let now = figure(it.item.reading);
    let Some(now) = now else {
        shapes::dashed_rect(ui.painter(), track, 2, theme.edge_strong());
        return;
    };
    let bound = it.bound.figure();
    let full = now.max(bound).max(it.after.unwrap_or(now)) * AIR;
    let to = |value: f64| track.left() + track.width() * marks::share(value, full);
    shapes::framed_rect(ui.painter(), track, 2, theme.sunken, theme.edge());
    ui.painter().rect_filled(track.with_max_x(to(now).max(track.left() + 2.0)), 2.0, theme.ink_fill);
    if let Some(after) = it.after {
        let (low, high) = (now.min(after), now.max(after));
        let added = Rect::from_min_max(pos2(to(low), track.top()), pos2(to(high).max(to(low) + 3.0), track.bottom()));
        marks::striped(ui.painter(), added, if after > now { theme.accent } else { theme.near.ink }, theme);
    }
    let ink = if marks::signal(&it.item) == Signal::Holds { theme.holds.ink } else { theme.near.ink };
    threshold(ui, to(bound), track.y_range(), ink);
}

/// Whether an accident vetoes the latest year.
fn veto_ui(ui: &mut Ui, cx: &Cx<'_>, case: &Case) {
    let rect = row(ui, 26.0);
    let (signal, words) = marks::veto(case.decision.veto);
    let words = cx.say(words);
    let mark = Rect::from_center_size(pos2(rect.left() + 8.0, rect.center().y), vec2(15.0, 15.0));
    icon::paint(ui.painter(), Icon::of(signal), mark, cx.theme.tone(signal).ink);
    let name = cx.say(say::VETO);
    line(ui.painter(), rect.with_min_x(mark.right() + SPACE_6), Align::Min, name, Type::Body, cx.theme.text1);
    line(ui.painter(), rect, Align::Max, words, Type::BodyBold, cx.theme.text1);
    let response = ui.interact(rect, Id::unique("criterion veto"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, format!("{name} {words}")));
}

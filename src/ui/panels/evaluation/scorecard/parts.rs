//! Sections of the scorecard: how the total comes about, what gains most, accidents, years, sources.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::{Shown, marks};
use crate::{
    analysis::appraisal::Scorecard,
    i18n::{evaluation as say, recognition},
    model::{edit::recognition::RecognitionEdit, evidence::Evidence, id::DocumentId, text::Text},
    ui::{
        cx::Cx,
        panels::inspector::parts::{row, section, spoken_row},
        theme::{SPACE_6, SPACE_8, Signal, Type, readable_on},
        widgets::{
            button::{Button, button_at_ui},
            icon::{self, Icon},
            shapes,
            text::{line, width_of},
        },
    },
    workbench::command::Command,
};

/// Gains that are told.
const MOST_GAINS: usize = 3;
/// Narrowest part of the bar that bears its figure, in points.
const FIGURE: f32 = 26.0;

/// The pillars side by side, weighted; what the geometric mean makes of them; how firm the rank is.
pub fn composition_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>, card: &Scorecard) {
    let bonus = if card.bonus > 0.0 { cx.tell(&say::bonus(card.bonus)).to_owned() } else { String::new() };
    section(ui, cx, cx.say(say::COMPOSITION), &bonus);
    let (Some(parts), Some(arithmetic), Some(geometric)) =
        (card.index.arithmetic_parts(), card.index.arithmetic, card.index.geometric)
    else {
        let words = shown.pack.note.as_ref().map_or(cx.say(say::NO_TOTAL), |it| cx.tell(it));
        spoken_row(ui, cx, &format!("{} · {words}", cx.say(say::NO_TOTAL)), Type::Body, cx.theme.text2);
        return;
    };
    let rect = row(ui, 22.0);
    let bar = Rect::from_min_size(rect.min + vec2(0.0, 2.0), vec2(rect.width(), 18.0));
    shapes::framed_rect(ui.painter(), bar, 2, cx.theme.sunken, cx.theme.edge());
    let mut left = bar.left();
    let mut told = Vec::new();
    for ((part, pillar), colour) in parts.iter().zip(&shown.pack.pillars).zip(cx.theme.contribution) {
        let width = bar.width() * marks::share(*part, 100.0);
        let place = Rect::from_min_size(pos2(left, bar.top()), vec2((width - 1.0).max(1.0), bar.height()));
        ui.painter().rect_filled(place, 0.0, colour);
        if width >= FIGURE {
            line(ui.painter(), place, Align::Center, &say::total(*part), Type::Micro, readable_on(colour));
        }
        left += width;
        told.push(format!("{} {}", cx.tell(&pillar.name), say::total(*part)));
    }
    let response = ui.interact(rect, Id::unique("scorecard composition"), Sense::hover());
    let told = told.join(" + ");
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    legend_ui(ui, cx, shown);
    spoken_row(ui, cx, cx.tell(&say::means(arithmetic, geometric)), Type::Small, cx.theme.text2);
    if let Some(range) = card.range {
        spoken_row(ui, cx, cx.tell(&say::range(range)), Type::Small, cx.theme.text2);
    }
}

/// Which colour is which pillar.
fn legend_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>) {
    let names = shown.pack.pillars.iter().map(|it| cx.tell(&it.name)).zip(cx.theme.contribution);
    let mut rect = row(ui, 20.0);
    let mut left = rect.left();
    for (name, colour) in names {
        let width = width_of(ui.painter(), name, Type::Micro) + 1.0;
        if left + width + 14.0 > rect.right() && left > rect.left() {
            rect = row(ui, 18.0);
            left = rect.left();
        }
        let square = Rect::from_center_size(pos2(left + 5.0, rect.center().y), vec2(9.0, 9.0));
        ui.painter().rect_filled(square, 2.0, colour);
        let place = Rect::from_min_max(pos2(square.right() + 4.0, rect.top()), rect.max);
        line(ui.painter(), place, Align::Min, name, Type::Micro, cx.theme.text2);
        left = place.left() + width + SPACE_8;
    }
}

/// The indicators in which a step of the same size gains most.
pub fn gains_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>, card: &Scorecard) {
    section(ui, cx, cx.say(say::GAINS), cx.say(say::GAINS_HINT));
    if card.gains.is_empty() {
        spoken_row(ui, cx, cx.say(say::NO_GAIN), Type::Body, cx.theme.text2);
        return;
    }
    let _ = shown;
    let readings: Vec<_> = card.readings().collect();
    let best = card.gains.first().map_or(1.0, |it| it.gain.max(0.01));
    for gain in card.gains.iter().take(MOST_GAINS) {
        let Some(reading) = readings.get(gain.indicator) else { continue };
        let name = recognition::indicator_name(cx.world(), &reading.indicator);
        let words = say::gained(gain);
        let rect = row(ui, 26.0);
        let end = Rect::from_min_max(pos2(rect.right() - 62.0, rect.top()), rect.max);
        line(ui.painter(), end, Align::Max, cx.tell(&words), Type::BodyBold, cx.theme.text1);
        let bar_left = rect.left() + rect.width() * 0.5;
        let track = Rect::from_min_max(
            pos2(bar_left, rect.center().y - 4.0),
            pos2(end.left() - SPACE_8, rect.center().y + 4.0),
        );
        shapes::framed_rect(ui.painter(), track, 2, cx.theme.sunken, cx.theme.edge());
        let fill = track.with_max_x(track.left() + track.width() * marks::share(gain.gain, best));
        marks::striped(ui.painter(), fill, cx.theme.accent, cx.theme);
        let place = Rect::from_min_max(rect.min, pos2(bar_left - SPACE_6, rect.bottom()));
        line(ui.painter(), place, Align::Min, cx.tell(&name), Type::Body, cx.theme.text1);
        let told = format!("{} {}", cx.tell(&name), cx.tell(&words));
        let response = ui.interact(rect, Id::unique(("scorecard gain", reading.indicator.as_str())), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    }
}

/// Accidents of the year, each with the way to take it out.
pub fn accidents_ui(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) {
    section(ui, cx, cx.say(say::ACCIDENTS), "");
    if card.incidents.is_empty() {
        let rect = row(ui, 24.0);
        let mark = Rect::from_center_size(pos2(rect.left() + 8.0, rect.center().y), vec2(15.0, 15.0));
        icon::paint(ui.painter(), Icon::Holds, mark, cx.theme.holds.ink);
        let place = rect.with_min_x(mark.right() + SPACE_6);
        line(ui.painter(), place, Align::Min, cx.say(say::NO_ACCIDENT), Type::Body, cx.theme.text1);
        let response = ui.interact(rect, Id::unique("no accident"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, cx.say(say::NO_ACCIDENT)));
    }
    for id in &card.incidents {
        let Some(it) = cx.scenario().incidents.get(id) else { continue };
        let rect = row(ui, 40.0);
        let mark = Rect::from_center_size(pos2(rect.left() + 8.0, rect.top() + 11.0), vec2(15.0, 15.0));
        icon::paint(ui.painter(), Icon::Broken, mark, cx.theme.tone(Signal::Broken).ink);
        let title = format!("{} · {}", cx.say(recognition::incident(it.kind)), it.on);
        let button_place = Rect::from_center_size(pos2(rect.right() - 13.0, rect.center().y), vec2(24.0, 24.0));
        let words = format!("{} {title}", cx.say(say::DROP_ACCIDENT));
        let button = Button::quiet(Icon::Trash, &words).small();
        if button_at_ui(ui, cx.theme, button_place, Id::unique(("drop accident", id.as_str())), &button).clicked() {
            cx.push(Command::Recognise(RecognitionEdit::DropIncident { incident: id.clone() }));
        }
        let first = Rect::from_min_max(
            pos2(mark.right() + SPACE_6, rect.top() + 2.0),
            pos2(button_place.left() - SPACE_6, rect.center().y + 1.0),
        );
        line(ui.painter(), first, Align::Min, &title, Type::BodyBold, cx.theme.text1);
        line(ui.painter(), first.translate(vec2(0.0, 18.0)), Align::Min, &it.note, Type::Small, cx.theme.text2);
        let response = ui.interact(first, Id::unique(("accident", id.as_str())), Sense::hover());
        let told = format!("{title} · {}", it.note);
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    }
}

/// The totals of three years.
pub fn years_ui(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) {
    let change = card.change().map(|it| format!("{} {}", cx.say(say::CHANGE), say::signed(it))).unwrap_or_default();
    section(ui, cx, cx.say(say::YEARS), &change);
    let rect = row(ui, 30.0);
    let width = (rect.width() * 0.3).min(130.0);
    let totals: Vec<Option<f64>> = card.trend.iter().map(|(_, total)| *total).collect();
    marks::years(ui.painter(), Rect::from_min_size(rect.min, vec2(width, rect.height())), &totals, cx.theme);
    let words: Vec<String> =
        card.trend.iter().map(|(year, total)| cx.tell(&say::of_year(*year, *total)).to_owned()).collect();
    let words = words.join(" · ");
    let place = rect.with_min_x(rect.left() + width + SPACE_8);
    line(ui.painter(), place, Align::Min, &words, Type::Small, cx.theme.text1);
    let response = ui.interact(rect, Id::unique("scorecard years"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &words));
}

/// What the pack rests on.
pub fn sources_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>) {
    section(ui, cx, cx.say(say::SOURCES), "");
    evidence_ui(ui, cx, &shown.pack.name, &shown.pack.evidence, shown.pack.document.as_ref());
    if let Some(note) = &shown.pack.note {
        spoken_row(ui, cx, cx.tell(note), Type::Small, cx.theme.text2);
    }
}

/// Source, trust and document of something, in a row.
pub fn evidence_ui(ui: &mut Ui, cx: &Cx<'_>, name: &Text, evidence: &Evidence, document: Option<&DocumentId>) {
    let world = cx.world();
    let source = evidence.source.as_ref();
    let title = source.and_then(|id| world.sources.get(id)).map(|it| cx.tell(&it.title).to_owned());
    let document = document.and_then(|id| world.documents.get(id)).map(|it| cx.tell(&it.title).to_owned());
    let title = document.or(title).or_else(|| source.map(ToString::to_string)).unwrap_or_default();
    let trust = cx.say(crate::i18n::term::confidence(evidence.confidence));
    let words = if title.is_empty() { trust.to_owned() } else { format!("{title} · {trust}") };
    spoken_row(ui, cx, &format!("{} · {words}", cx.tell(name)), Type::Small, cx.theme.text1);
}

//! Beside the table: what stands behind the total of a park, indicator by indicator.

mod parts;

use egui::{Align, Id, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Shown, marks};
use crate::{
    analysis::appraisal::{Reading, Scorecard},
    i18n::{evaluation as say, finding::park_name, recognition},
    model::{
        id::{CharacteristicParkId, RecordId},
        indicator::Pillar,
        park::CharacteristicPark,
        recognition::Measured,
    },
    ui::{
        actions::Action,
        cx::{Ask, Cx},
        panels::inspector::parts::{FOOT, foot_ui, row, rule_off, section},
        theme::{RADIUS_BUTTON, RADIUS_ROW, SPACE_4, SPACE_6, SPACE_8, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
            seal::paint_seal,
            shapes, tag,
            text::{Span, height_of, line, one_or_two_lines, paragraph, width_of},
            tip::Tip,
        },
    },
};

pub use parts::{evidence_ui, sources_ui};

/// Draws the scorecard; a characteristic park of the park that was picked.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>, card: &Scorecard) -> Option<CharacteristicParkId> {
    let room = (ui.available_height() - FOOT).max(0.0);
    let mut picked = None;
    let id = ("scorecard", card.park.as_str());
    ScrollArea::vertical().id_salt(id).max_height(room).auto_shrink(false).show(ui, |ui| {
        head_ui(ui, cx, shown, card);
        effect_ui(ui, cx, shown, card);
        // What caps the grade is told first.
        if !card.incidents.is_empty() {
            parts::accidents_ui(ui, cx, card);
            rule_off(ui, cx);
        }
        section(ui, cx, cx.say(say::PILLARS), cx.say(say::PILLARS_HINT));
        let all: f64 = shown.pack.pillars.iter().map(|it| it.weight.to_f64()).sum();
        for (at, pillar) in shown.pack.pillars.iter().enumerate() {
            let share = if all > 0.0 { pillar.weight.to_f64() / all } else { 0.0 };
            pillar_ui(ui, cx, shown, card, (at, pillar, share));
        }
        rule_off(ui, cx);
        parts::composition_ui(ui, cx, shown, card);
        rule_off(ui, cx);
        parts::gains_ui(ui, cx, shown, card);
        rule_off(ui, cx);
        if card.incidents.is_empty() {
            parts::accidents_ui(ui, cx, card);
            rule_off(ui, cx);
        }
        parts::years_ui(ui, cx, card);
        picked = inside_ui(ui, cx, card);
        rule_off(ui, cx);
        parts::sources_ui(ui, cx, shown);
        ui.add_space(SPACE_8);
    });
    foot_ui(ui, cx, |ui| {
        if button_ui(ui, cx.theme, &Button::new(cx.say(say::REPORT)).icon(Icon::Plus)).clicked() {
            cx.ask(Ask::Do(Action::ReportAccident));
        }
        if cx.roomy && button_ui(ui, cx.theme, &Button::new(cx.say(say::REGISTER))).clicked() {
            cx.ask(Ask::Do(Action::RegisterCharacteristic));
        }
    });
    picked
}

/// Name, level, rank; total and grade at the right.
fn head_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>, card: &Scorecard) {
    let ranked = shown.appraisal.parks.iter().filter(|it| it.rank.is_some()).count();
    let level = cx.world().parks.get(&card.park).map(|it| say::level_of(cx.world(), it)).unwrap_or_default();
    let rank = card.rank.map(|rank| say::ranked(rank, ranked));
    let mut meta = vec![cx.tell(&level).to_owned(), cx.tell(&say::year(shown.year)).to_owned()];
    meta.extend(rank.map(|it| cx.tell(&it).to_owned()));
    if card.missing() > 0 {
        meta.push(cx.tell(&say::missing(card.missing())).to_owned());
    }
    if card.is_capped {
        meta.push(cx.say(say::CAPPED).to_owned());
    }
    let meta = meta.join(" · ");
    // Beside the total, in two lines if need be.
    let beside = ui.available_width() - 28.0 - 130.0;
    let rect = row(ui, 48.0 + height_of(ui.painter(), &meta, Type::Small, beside, 2));
    let mut right = rect.right();
    if let Some(grade) = card.grade {
        let square = Rect::from_min_size(pos2(right - 30.0, rect.top() + 16.0), vec2(30.0, 30.0));
        marks::grade(ui.painter(), square, grade, cx.theme);
        right = square.left() - SPACE_8;
    }
    let (total, style) = match card.total {
        Some(total) => (say::total(total), Type::FigureLarge),
        None => (cx.say(say::NO_TOTAL).to_owned(), Type::Body),
    };
    let width = width_of(ui.painter(), &total, style) + 1.0;
    let place = Rect::from_min_max(pos2(right - width, rect.top() + 16.0), pos2(right, rect.top() + 46.0));
    line(ui.painter(), place, Align::Max, &total, style, cx.theme.text1);
    let name = cx.tell(&park_name(cx.scenario(), &card.park)).to_owned();
    let words = Rect::from_min_max(pos2(rect.left(), rect.top() + 10.0), pos2(place.left() - 8.0, rect.top() + 34.0));
    let cut = line(ui.painter(), words, Align::Min, &name, Type::Heading, cx.theme.text1).truncated;
    let under = Rect::from_min_size(pos2(rect.left(), words.bottom() + 2.0), vec2(beside, rect.height()));
    paragraph(ui.painter(), under, &meta, Type::Small, cx.theme.text2, 2);
    let response = ui.interact(rect, Id::unique("scorecard head"), Sense::hover());
    let told = format!("{name} · {} {total} · {meta}", cx.say(say::TOTAL));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    if cut {
        response.tip(name);
    }
    ui.painter().hline(rect.expand2(vec2(14.0, 0.0)).x_range(), rect.bottom(), cx.theme.edge());
}

/// What the placement that is tried does to this park.
fn effect_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>, card: &Scorecard) {
    let Some((park, moved)) = shown.effect.filter(|(park, _)| **park == card.park) else { return };
    let Some(trial) = shown.trial else { return };
    let title = say::trial(cx.scenario(), &trial.project, Some(park));
    let told = if moved.readings.is_empty() { say::NO_EFFECT.into() } else { say::moved(card, moved) };
    let rest = say::unmoved(moved.unmoved.len());
    let lines: Vec<String> =
        moved.readings.iter().map(|(id, before, after)| change_of(cx, card, id, *before, *after)).collect();
    let width = ui.available_width() - 28.0 - 24.0;
    let rest_height = height_of(ui.painter(), cx.tell(&rest), Type::Small, width, 3);
    let lines_height = lines.iter().map(|_| 19.0).sum::<f32>();
    ui.add_space(SPACE_8);
    let rect = row(ui, 52.0 + lines_height + rest_height + 8.0);
    shapes::framed_rect(ui.painter(), rect, RADIUS_BUTTON, cx.theme.accent_soft, cx.theme.edge_selected());
    let inner = rect.shrink2(vec2(12.0, 7.0));
    let at = |top: f32| Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), 20.0));
    line(ui.painter(), at(inner.top()), Align::Min, cx.tell(&title), Type::Small, cx.theme.text2);
    line(ui.painter(), at(inner.top() + 19.0), Align::Min, cx.tell(&told), Type::Strong, cx.theme.text1);
    let mut top = inner.top() + 41.0;
    for words in &lines {
        line(ui.painter(), at(top), Align::Min, words, Type::Small, cx.theme.text1);
        top += 19.0;
    }
    let place = Rect::from_min_max(pos2(inner.left(), top + 2.0), inner.max);
    paragraph(ui.painter(), place, cx.tell(&rest), Type::Small, cx.theme.text2, 3);
    let response = ui.interact(rect, Id::unique("scorecard effect"), Sense::hover());
    let told = format!("{} · {} · {}", cx.tell(&title), cx.tell(&told), lines.join(" · "));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
}

/// Name, reading and what it becomes, with the unit.
fn change_of(cx: &Cx<'_>, card: &Scorecard, id: &RecordId, before: f64, after: f64) -> String {
    let (before, after) = say::numbers(before, after);
    let name = recognition::indicator_name(cx.world(), id);
    let unit = recognition::measured_unit(cx.world(), &Measured::Indicator(id.clone()));
    let is_assumed = card.readings().any(|it| it.indicator == *id && it.is_assumed);
    let sign = if is_assumed { "≈" } else { "" };
    format!("{} {sign}{before} → {sign}{after} {}", cx.tell(&name), cx.tell(&unit)).trim().to_owned()
}

/// A pillar and its indicators.
fn pillar_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    shown: &Shown<'_>,
    card: &Scorecard,
    (at, pillar, share): (usize, &Pillar, f64),
) {
    let score = card.index.pillars.get(at).copied().flatten();
    let moved = shown.effect.filter(|(park, _)| **park == card.park).map(|(_, moved)| moved);
    let after = moved.and_then(|it| it.card.index.pillars.get(at).copied().flatten());
    let after = after.zip(score).filter(|(then, now)| (then - now).abs() > 0.05).map(|(then, _)| then);
    let rect = row(ui, 28.0);
    let columns = Columns::of(cx, rect);
    let weight = say::weight(share);
    let spans = [Span::new(cx.tell(&pillar.name), Type::BodyBold, cx.theme.text1)];
    one_or_two_lines(ui.painter(), columns.name, &spans);
    line(ui.painter(), columns.reading, Align::Max, cx.tell(&weight), Type::Small, cx.theme.text3);
    match score {
        Some(score) => {
            let bar = Rect::from_center_size(columns.bar.center(), vec2(columns.bar.width(), 10.0));
            marks::score_bar(ui.painter(), bar, (score, after), &marks::notches(&shown.pack.grading), cx.theme);
            let words = say::score(after.unwrap_or(score));
            line(ui.painter(), columns.score, Align::Max, &words, Type::BodyBold, cx.theme.text1);
        }
        None => {
            let at = pos2(columns.bar.left(), rect.center().y - tag::TAG_HEIGHT / 2.0);
            let words = cx.say(say::NO_DATA);
            tag::state_tag(ui.painter(), at, Signal::Unknown, words, tag::TagWeight::Soft, cx.theme);
        }
    }
    let told = format!("{} · {}", cx.tell(&say::pillar(&pillar.name, score, after)), cx.tell(&weight));
    let response = ui.interact(rect, Id::unique(("scorecard pillar", pillar.id.as_str())), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    response.tip(told);
    for reading in card.pillars.get(at).into_iter().flatten() {
        let after = moved.and_then(|it| it.readings.iter().find(|(id, ..)| *id == reading.indicator)).map(|it| it.2);
        let weights = pillar.indicators.iter().map(|it| it.weight.to_f64()).sum::<f64>();
        let own = pillar.indicators.iter().find(|it| it.indicator == reading.indicator).map(|it| it.weight.to_f64());
        let share = own.filter(|_| weights > 0.0).map_or(0.0, |own| own / weights);
        indicator_ui(ui, cx, (pillar, share), reading, after);
    }
    ui.add_space(SPACE_4);
}

/// Name, bar, score and reading of an indicator.
fn indicator_ui(ui: &mut Ui, cx: &Cx<'_>, (pillar, share): (&Pillar, f64), it: &Reading, after: Option<f64>) {
    let rect = row(ui, 23.0);
    let columns = Columns::of(cx, rect);
    let name = recognition::indicator_name(cx.world(), &it.indicator);
    let (weight, share) = (say::weight(share), say::share(share));
    let mut spans = vec![Span::new(cx.tell(&name), Type::Small, cx.theme.text1)];
    if cx.roomy {
        spans.push(Span::new("  ", Type::Small, cx.theme.text1));
        spans.push(Span::new(&share, Type::Micro, cx.theme.text3));
    }
    one_or_two_lines(ui.painter(), columns.name.with_min_x(rect.left() + 12.0), &spans);
    let sign = if it.is_assumed { "≈" } else { "" };
    let reading = match it.value {
        Some(value) => {
            let unit = recognition::measured_unit(cx.world(), &Measured::Indicator(it.indicator.clone()));
            // Where room is short the change stands above alone.
            let words = match after.filter(|_| cx.roomy).map(|after| say::numbers(value, after)) {
                Some((before, after)) => format!("{before} → {after}"),
                None => say::number(value),
            };
            format!("{sign}{words} {}", cx.tell(&unit)).trim().to_owned()
        }
        None => cx.say(say::NO_DATA).to_owned(),
    };
    if let Some(score) = it.score {
        let bar = Rect::from_center_size(columns.bar.center(), vec2(columns.bar.width(), 6.0));
        marks::score_bar(ui.painter(), bar, (score, None), &[], cx.theme);
        line(ui.painter(), columns.score, Align::Max, &say::score(score), Type::Small, cx.theme.text2);
    }
    let ink = if it.value.is_some() { cx.theme.text1 } else { cx.theme.text2 };
    line(ui.painter(), columns.reading, Align::Max, &reading, Type::Small, ink);
    let bonus = it.bonus.map(|points| format!(" · {}", cx.tell(&say::bonus(points)))).unwrap_or_default();
    let score = it.score.map(|score| format!(" · {}", say::score(score))).unwrap_or_default();
    let told = format!("{} {reading}{score} · {}{bonus}", cx.tell(&name), cx.tell(&weight));
    let id = Id::unique(("scorecard indicator", pillar.id.as_str(), it.indicator.as_str()));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    response.tip(told);
}

/// Where name, bar, score and reading stand in a row.
struct Columns {
    name: Rect,
    bar: Rect,
    score: Rect,
    reading: Rect,
}

impl Columns {
    fn of(cx: &Cx<'_>, rect: Rect) -> Self {
        let (bar, score, reading) = if cx.roomy { (104.0, 34.0, 156.0) } else { (44.0, 26.0, 124.0) };
        let cut = |left: f32, width: f32| Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        let reading = cut(rect.right() - reading, reading);
        let score = cut(reading.left() - score - SPACE_4, score);
        let bar = cut(score.left() - bar - SPACE_4, bar);
        let name = Rect::from_min_max(rect.min, pos2(bar.left() - SPACE_8, rect.bottom()));
        Self { name, bar, score, reading }
    }
}

/// The characteristic parks inside; one that was picked.
fn inside_ui(ui: &mut Ui, cx: &Cx<'_>, card: &Scorecard) -> Option<CharacteristicParkId> {
    let all = cx.scenario().characteristic_parks.iter().filter(|it| it.park.as_ref() == Some(&card.park));
    let all: Vec<&CharacteristicPark> = all.map(AsRef::as_ref).collect();
    if all.is_empty() {
        return None;
    }
    rule_off(ui, cx);
    section(ui, cx, cx.say(say::CYCLE), "");
    let mut picked = None;
    for it in all {
        let words = cx.tell(&say::standing(cx.scenario(), it)).to_owned();
        if link_ui(ui, cx, it, &words) {
            picked = Some(it.id.clone());
        }
    }
    picked
}

/// A characteristic park as a row that can be picked.
pub fn link_ui(ui: &mut Ui, cx: &Cx<'_>, it: &CharacteristicPark, words: &str) -> bool {
    let rect = row(ui, 42.0);
    let response = ui.interact(rect, Id::unique(("to characteristic park", it.id.as_str())), Sense::click());
    let place = rect.expand2(vec2(6.0, 0.0));
    if response.hovered() {
        shapes::framed_rect(ui.painter(), place, RADIUS_ROW, cx.theme.sunken, cx.theme.edge());
    }
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), place.shrink(3.0), RADIUS_ROW, cx.theme.accent);
    }
    let seal = Rect::from_min_size(pos2(rect.left(), rect.center().y - 11.0), vec2(22.0, 22.0));
    if let Some(industry) = &it.industry {
        paint_seal(ui.painter(), seal, &cx.seal(industry), cx.theme, cx.is_chinese());
    }
    let name = cx.tell(&recognition::name(cx.world(), it)).to_owned();
    let first = Rect::from_min_max(pos2(seal.right() + SPACE_8, rect.top() + 3.0), pos2(rect.right(), rect.center().y));
    line(ui.painter(), first, Align::Min, &name, Type::Body, cx.theme.text1);
    let second = first.translate(vec2(0.0, 18.0));
    line(ui.painter(), second.with_max_x(rect.right() - SPACE_6), Align::Min, words, Type::Small, cx.theme.text2);
    let told = format!("{name} · {words} · {}", cx.say(say::LIFE));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Link, true, &told));
    response.clicked()
}

//! The page of a finding: how it was counted, who takes part, the clause, what can be done.

use super::parts::{FOOT, foot_ui, member_ui, pair_of, row, rule_off, section, words_row};
use crate::i18n::{self, term, words};
use crate::model::id::IndustryId;
use crate::model::park::Position;
use crate::model::policy::Mode;
use crate::rules::finding::{Detail, Finding, FindingKey, State};
use crate::ui::cx::{Cx, signal};
use crate::ui::origin;
use crate::ui::panels::board::place_menu_ui;
use crate::ui::panels::findings::first_project;
use crate::ui::theme::{SPACE_4, SPACE_8, SPACE_12, Signal, Type};
use crate::ui::widgets::button::{Button, button_ui};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::seal::paint_seal;
use crate::ui::widgets::text::{height_of, line, paragraph, width_of};
use crate::workbench::Selection;
use crate::workbench::command::Command;
use egui::{Align, Popup, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

/// Draws the page.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let room = ui.available_height() - FOOT;
    let key = finding.key();
    ScrollArea::vertical().id_salt(("inspector", format!("{key:?}"))).max_height(room).auto_shrink(false).show(
        ui,
        |ui| {
            finding_head_ui(ui, cx, finding);
            counted_ui(ui, cx, finding);
            origins_ui(ui, cx, finding);
            if !finding.members.is_empty() {
                section(ui, cx, cx.say(words::MEMBERS), "");
                for member in &finding.members {
                    member_ui(ui, cx, &member.item, Some(member.part));
                }
                rule_off(ui, cx);
            }
            clause_ui(ui, cx, finding);
            what_now_ui(ui, cx, finding);
        },
    );
    finding_buttons_ui(ui, cx, finding, &key);
}

fn finding_head_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let tone = cx.theme.tone(signal(finding.state));
    let rule = cx.scenario().rules.get(&finding.rule);
    let badge = i18n::finding::badge(finding);
    let title =
        format!("{} · {}", rule.map(|it| cx.tell(&it.title)).unwrap_or_default(), cx.say(term::state(finding.state)));
    let park = finding.park.as_ref().map(|park| i18n::finding::park_name(cx.scenario(), park)).unwrap_or_default();
    let meta =
        format!("{} · {} · {}", cx.tell(&park), cx.say(term::level(finding.level)), cx.say(term::mode(finding.mode)));
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), 64.0), Sense::hover());
    ui.painter().rect_filled(strip, 0.0, tone.soft);
    let mark = Rect::from_min_size(pos2(strip.left() + 14.0, strip.top() + 16.0), vec2(30.0, 30.0));
    icon::paint(ui.painter(), Icon::of(signal(finding.state)), mark, tone.ink);
    let first = Rect::from_min_max(
        pos2(mark.right() + 10.0, strip.top() + 11.0),
        pos2(strip.right() - 12.0, strip.top() + 33.0),
    );
    let heading = if finding.is_counted() { cx.tell(&badge).to_owned() } else { title };
    line(ui.painter(), first, Align::Min, &heading, Type::CardTitle, tone.ink);
    let second = Rect::from_min_max(pos2(first.left(), first.bottom()), pos2(first.right(), first.bottom() + 18.0));
    line(ui.painter(), second, Align::Min, &meta, Type::Small, cx.theme.text2);
    ui.add_space(SPACE_8);
    let sentence = i18n::finding::sentence(cx.world(), finding);
    words_row(ui, cx, cx.tell(&sentence), Type::Body, cx.theme.text1);
    rule_off(ui, cx);
}

/// The industries that a park carries, one by one, with the line of the limit.
fn counted_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let facts = finding.park.as_ref().and_then(|park| cx.bench.judgement().facts().park(park));
    let Some(facts) = facts else { return };
    let (positions, uncovered, limit): (Vec<&Position>, &[IndustryId], u32) =
        if let Detail::Carried { uncovered, limit, .. } = &finding.detail {
            (facts.positions.iter().collect(), uncovered, *limit)
        } else if let Detail::Cap { role, cap, .. } = &finding.detail {
            (facts.positions.iter().filter(|it| it.role == *role).collect(), &[], *cap)
        } else {
            return;
        };
    section(ui, cx, cx.say(words::HOW_COUNTED), "");
    let designated =
        positions.into_iter().map(|it| (it.industries.first().cloned(), it.name.clone(), cx.say(term::role(it.role))));
    let outside = uncovered
        .iter()
        .map(|id| (Some(id.clone()), i18n::finding::industry_name(cx.scenario(), id), cx.say(term::OUTSIDE_SHORT)));
    for (number, (industry, name, what)) in (1_u32..).zip(designated.chain(outside)) {
        let is_over = number > limit;
        if number == limit.saturating_add(1) {
            let rect = row(ui, 14.0);
            let words = format!("{} {limit}", cx.say(words::LIMIT));
            let width = width_of(ui.painter(), &words, Type::SmallBold);
            let ink = cx.theme.broken.ink;
            ui.painter().hline(rect.left()..=rect.right() - width - 8.0, rect.center().y, Stroke::new(2.0, ink));
            line(ui.painter(), rect, Align::Max, &words, Type::SmallBold, ink);
        }
        let rect = row(ui, 26.0);
        let ink = if is_over { cx.theme.broken.ink } else { cx.theme.text1 };
        let place = Rect::from_min_size(rect.min, vec2(18.0, rect.height()));
        line(
            ui.painter(),
            place,
            Align::Min,
            &number.to_string(),
            Type::Body,
            if is_over { ink } else { cx.theme.text2 },
        );
        let mut left = place.right() + SPACE_4;
        if let Some(industry) = industry {
            let seal = Rect::from_min_size(pos2(left, rect.center().y - 9.0), vec2(18.0, 18.0));
            paint_seal(ui.painter(), seal, &cx.seal(&industry), cx.theme, cx.is_chinese());
            left = seal.right() + SPACE_8;
        }
        let width = width_of(ui.painter(), what, Type::Small);
        let words = Rect::from_min_max(pos2(left, rect.top()), pos2(rect.right() - width - 8.0, rect.bottom()));
        let style = if is_over { Type::BodyBold } else { Type::Body };
        line(ui.painter(), words, Align::Min, cx.tell(&name), style, ink);
        line(ui.painter(), rect, Align::Max, what, Type::Small, cx.theme.text2);
    }
    rule_off(ui, cx);
}

/// The figures of the base data behind the finding, each with where it comes from.
fn origins_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let origins = origin::of_finding(cx, finding);
    if origins.is_empty() {
        return;
    }
    section(ui, cx, cx.say(words::WHERE_FROM), "");
    for origin in &origins {
        pair_of(ui, cx, origin, &origin.figure);
    }
    rule_off(ui, cx);
}

fn clause_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let Some(rule) = cx.scenario().rules.get(&finding.rule) else { return };
    section(ui, cx, cx.say(words::CLAUSE), "");
    words_row(ui, cx, cx.tell(&rule.clause), Type::Body, cx.theme.text1);
    let document = rule.document.as_ref().and_then(|id| cx.scenario().documents.get(id));
    if let Some(document) = document {
        words_row(ui, cx, cx.tell(&document.title), Type::Small, cx.theme.text2);
    }
    let source = format!("{}: {}", cx.say(words::SOURCE), cx.tell(&rule.source));
    words_row(ui, cx, &source, Type::Small, cx.theme.text2);
    rule_off(ui, cx);
}

fn what_now_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let mut lines: Vec<(Signal, String)> = Vec::new();
    match finding.state {
        State::Broken => {
            lines.push(match finding.mode {
                Mode::Block => (Signal::Vetoed, cx.say(words::IS_BLOCKED).to_owned()),
                Mode::NeedsWaiver => (Signal::Broken, cx.say(words::NO_APPROVAL).to_owned()),
                Mode::Warn | Mode::Off => (Signal::Near, cx.say(words::IS_WARNING).to_owned()),
            });
            lines.push((Signal::Holds, cx.say(words::MAY_SAVE).to_owned()));
        }
        State::Unknown => lines.push((Signal::Unknown, cx.say(words::IS_UNKNOWN).to_owned())),
        State::Waived => lines.extend(waiver_words(cx, finding).map(|words| (Signal::Waived, words))),
        State::Near | State::Holds | State::Off | State::NotApplicable => {}
    }
    lines.extend(i18n::finding::cure(finding).map(|cure| (Signal::Holds, cx.say(cure).to_owned())));
    if lines.is_empty() {
        return;
    }
    section(ui, cx, cx.say(words::WHAT_NOW), "");
    for (tone, words) in lines {
        let width = ui.available_width() - 28.0 - 24.0;
        let height = height_of(ui.painter(), &words, Type::Body, width, 4);
        let rect = row(ui, height + 6.0);
        let mark = Rect::from_min_size(pos2(rect.left(), rect.top() + 2.0), vec2(16.0, 16.0));
        let shape = if tone == Signal::Holds { Icon::ArrowRight } else { Icon::of(tone) };
        icon::paint(ui.painter(), shape, mark, cx.theme.tone(tone).ink);
        paragraph(
            ui.painter(),
            Rect::from_min_max(pos2(mark.right() + 8.0, rect.top()), rect.max),
            &words,
            Type::Body,
            cx.theme.text1,
            4,
        );
    }
    ui.add_space(SPACE_12);
}

fn waiver_words(cx: &Cx<'_>, finding: &Finding) -> Option<String> {
    let key = (cx.bench.plan().clone(), finding.rule.clone(), finding.park.clone()?, finding.subject.clone());
    let waiver = cx.scenario().waivers.get(&key)?;
    Some(format!(
        "{} {} · {} · {}",
        cx.say(words::WAIVED_UNTIL),
        waiver.expires,
        waiver.authority,
        cx.lang.half(&waiver.reason)
    ))
}

fn finding_buttons_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding, key: &FindingKey) {
    foot_ui(ui, cx, |ui| {
        if let Some(project) =
            first_project(finding).filter(|_| matches!(finding.state, State::Broken | State::Unknown))
        {
            let words = format!("{project} {}", cx.say(words::PLACE_IN));
            let response = button_ui(ui, cx.theme, &Button::primary(&words).trailing(Icon::ChevronDown));
            Popup::menu(&response).width(260.0).show(|ui| place_menu_ui(ui, cx, std::slice::from_ref(project)));
        }
        if let Some(park) = &key.2 {
            let name = i18n::finding::park_name(cx.scenario(), park);
            if button_ui(ui, cx.theme, &Button::new(cx.tell(&name)).icon(Icon::Park)).clicked() {
                cx.push(Command::Select(Selection::Park(park.clone())));
            }
        }
    });
}

//! Beside the board: what is judged of a characteristic park and why, what may be done, and what was done so far.

mod history;

use egui::{Align, Id, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Shown, cards, criteria};
use crate::{
    analysis::{
        characteristic::{Case, rule_of},
        recognition::{Standing, decision::Proposal},
    },
    i18n::{evaluation as say, finding, recognition},
    model::{
        edit::recognition::RecognitionEdit,
        park::{CharacteristicPark, ParkLevel, Recognition},
        recognition::{Standard, StepKind},
    },
    ui::{
        cx::{Ask, Cx},
        panels::inspector::parts::{FOOT, foot_ui, head, row, rule_off, section, spoken_row},
        theme::{SPACE_4, SPACE_6, SPACE_8, Signal, Type},
        widgets::{
            button::{Button, button_at_ui, button_ui},
            icon::{self, Icon},
            tag::{self, TagWeight},
            text::{height_of, line, paragraph},
        },
    },
    workbench::command::Command,
};

/// Draws what is judged of `it`.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>, it: &CharacteristicPark) {
    let room = (ui.available_height() - FOOT).max(0.0);
    ScrollArea::vertical().id_salt(("dossier", it.id.as_str())).max_height(room).auto_shrink(false).show(ui, |ui| {
        head_ui(ui, cx, it);
        let cases = shown.judged.now.of.get(&it.id).map_or(&[][..], Vec::as_slice);
        let own = cases.first().and_then(|case| Some((case, cx.world().standards.get(&case.standard)?)));
        let is_holder = matches!(it.recognition, Recognition::Recognised | Recognition::Warned);
        match own {
            Some((case, standard)) => {
                let after = shown.judged.after.own(&it.id);
                proposal_ui(ui, cx, it, (case, standard));
                criteria::ui(ui, cx, shown.tried, (standard, case, after));
                rule_off(ui, cx);
                years_ui(ui, cx, is_holder, (case, standard));
                rule_off(ui, cx);
                change_ui(ui, cx, is_holder, (case, standard));
            }
            None => {
                let is_known = it.park.is_some() && it.industry.is_some();
                let words = if is_known { say::NO_STANDARD } else { say::NOT_PUBLISHED };
                spoken_row(ui, cx, cx.say(words), Type::Body, cx.theme.text2);
                buttons_ui(ui, cx, it, None);
            }
        }
        rule_off(ui, cx);
        history::ladder_ui(ui, cx, cases);
        rule_off(ui, cx);
        history::steps_ui(ui, cx, it);
        rule_off(ui, cx);
        history::sources_ui(ui, cx, it, own.map(|(_, standard)| standard.as_ref()));
        ui.add_space(SPACE_8);
    });
    foot_ui(ui, cx, |ui| {
        if button_ui(ui, cx.theme, &Button::new(cx.say(say::RECORD_FIGURES))).clicked() {
            cx.ask(Ask::RecordYear(Some(it.id.clone())));
        }
        take_back_ui(ui, cx, it);
    });
}

/// Seal, name, where it lies, and its standing.
fn head_ui(ui: &mut Ui, cx: &Cx<'_>, it: &CharacteristicPark) {
    let world = cx.world();
    let around = it.park.as_ref().map(|park| cx.tell(&finding::park_name(world, park)).to_owned());
    let trade = it.industry.as_ref().map(|id| cx.tell(&finding::industry_name(world, id)).to_owned());
    let meta: Vec<String> = [around, trade].into_iter().flatten().collect();
    head(ui, cx, it.industry.as_ref(), cx.tell(&recognition::name(world, it)), &meta.join(" · "));
    let rect = row(ui, 24.0);
    let standing = say::standing(cx.scenario(), it);
    let at = pos2(rect.left(), rect.top());
    let place = tag::plain_tag(ui.painter(), at, cx.tell(&standing), cx.theme);
    if it.evidence.confidence >= crate::model::evidence::Confidence::Estimated {
        let at = pos2(place.right() + SPACE_6, rect.top());
        tag::state_tag(ui.painter(), at, Signal::Unknown, cx.say(say::INFERRED), TagWeight::Soft, cx.theme);
    }
    let response = ui.interact(rect, Id::unique("dossier standing"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, cx.tell(&standing)));
}

/// What is proposed, why, and the steps that are possible.
fn proposal_ui(ui: &mut Ui, cx: &Cx<'_>, it: &CharacteristicPark, (case, _): (&Case, &Standard)) {
    let proposed = case.proposed(it.recognition);
    let tone = cards::tone(proposed, case.decision.proposal);
    let signal = match (tone, proposed, case.decision.proposal) {
        (Some(tone), ..) => tone,
        (None, Some(StepKind::Review), _) => Signal::Holds,
        (None, ..) => Signal::Unknown,
    };
    let title = say::proposal(case, it.recognition);
    let why = say::reason(case, it.recognition);
    let width = ui.available_width() - 28.0 - 24.0;
    let height = height_of(ui.painter(), cx.tell(&why), Type::Small, width, 4);
    let rect = row(ui, height + 40.0);
    let ground = rect.expand2(vec2(14.0, 0.0));
    ui.painter().rect_filled(ground, 0.0, cx.theme.tone(signal).soft);
    ui.painter().hline(ground.x_range(), ground.top(), cx.theme.edge());
    ui.painter().hline(ground.x_range(), ground.bottom(), cx.theme.edge());
    let mark = Rect::from_min_size(rect.min + vec2(0.0, 9.0), vec2(17.0, 17.0));
    icon::paint(ui.painter(), Icon::of(signal), mark, cx.theme.tone(signal).ink);
    let place =
        Rect::from_min_max(pos2(mark.right() + SPACE_8, rect.top() + 7.0), pos2(rect.right(), rect.top() + 28.0));
    line(ui.painter(), place, Align::Min, cx.tell(&title), Type::CardTitle, cx.theme.text1);
    let words = Rect::from_min_max(pos2(place.left(), place.bottom() + 2.0), rect.max);
    paragraph(ui.painter(), words, cx.tell(&why), Type::Small, cx.theme.text1, 4);
    let response = ui.interact(rect, Id::unique("dossier proposal"), Sense::hover());
    let told = format!("{} · {}", cx.tell(&title), cx.tell(&why));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    buttons_ui(ui, cx, it, proposed);
}

/// A button for each step that is possible; the proposed one first and filled.
fn buttons_ui(ui: &mut Ui, cx: &Cx<'_>, it: &CharacteristicPark, proposed: Option<StepKind>) {
    let possible = StepKind::ALL.into_iter().filter(|kind| kind.follows(it.recognition));
    // The highest level has none above it.
    let possible = possible.filter(|kind| {
        *kind != StepKind::Recognise || it.recognition != Recognition::Recognised || it.level != ParkLevel::National
    });
    let mut kinds: Vec<StepKind> = possible.collect();
    kinds.sort_by_key(|kind| Some(*kind) != proposed);
    let buttons = kinds.into_iter().map(|kind| {
        let words = cx.say(say::step_button(kind, it.recognition));
        (kind, if Some(kind) == proposed { Button::primary(words) } else { Button::new(words) })
    });
    let buttons: Vec<(StepKind, Button<'_>)> = buttons.collect();
    // In a narrow panel they take two lines.
    let room = ui.available_width() - 28.0;
    let (mut places, mut at) = (Vec::new(), vec2(0.0, 0.0));
    for (_, button) in &buttons {
        let size = button.size(ui.painter());
        if at.x > 0.0 && at.x + size.x > room {
            at = vec2(0.0, at.y + size.y + SPACE_6);
        }
        places.push(Rect::from_min_size(at.to_pos2(), size));
        at.x += size.x + SPACE_6;
    }
    let rect = row(ui, at.y + 46.0);
    for ((kind, button), place) in buttons.iter().zip(places) {
        let place = place.translate(rect.min.to_vec2() + vec2(0.0, 9.0));
        let id = Id::unique(("take step", it.id.as_str(), say::step_button(*kind, it.recognition).en));
        if button_at_ui(ui, cx.theme, place, id, button).clicked() {
            cx.ask(Ask::TakeStep(Some(it.id.clone()), Some(*kind)));
        }
    }
    ui.painter().hline(rect.expand2(vec2(14.0, 0.0)).x_range(), rect.bottom(), cx.theme.edge());
    ui.add_space(SPACE_4);
}

fn take_back_ui(ui: &mut Ui, cx: &Cx<'_>, it: &CharacteristicPark) {
    let may = cx.scenario().steps_of(&it.id).next_back().is_some_and(|step| step.before.is_some());
    let button = Button::new(cx.say(say::TAKE_BACK)).icon(Icon::Undo).enabled(may);
    let button = if may { button } else { button.hover(cx.say(say::NOTHING_TO_TAKE_BACK)) };
    if button_ui(ui, cx.theme, &button).clicked() {
        let characteristic_park = it.id.clone();
        cx.push(Command::Recognise(RecognitionEdit::TakeBackStep { characteristic_park }));
    }
}

/// Whether each year passes.
fn years_ui(ui: &mut Ui, cx: &Cx<'_>, is_holder: bool, (case, standard): (&Case, &Standard)) {
    let asked = format!("{} / {}", standard.passes, standard.years);
    section(ui, cx, cx.say(say::YEARS_PASSED), &asked);
    let rule = rule_of(standard);
    let rect = row(ui, 26.0);
    let mut left = rect.left();
    for (year, of) in case.years.iter().zip(&case.readings) {
        let year_of = std::slice::from_ref(of);
        let strict = rule.decide(Standing::Candidate, year_of).years_passed;
        let is_kept = is_holder && rule.decide(Standing::Holder, year_of).proposal == Proposal::Keep;
        let (signal, words) = match strict {
            (1.., _) => (Signal::Holds, say::PASSED),
            _ if is_kept => (Signal::Near, say::NEARLY),
            (0, 0) => (Signal::Broken, say::FAILED),
            (0, _) => (Signal::Unknown, say::OPEN),
        };
        let words = format!("{year} {}", cx.say(words));
        let at = pos2(left, rect.center().y - tag::TAG_HEIGHT / 2.0);
        let place = tag::state_tag(ui.painter(), at, signal, &words, TagWeight::Soft, cx.theme);
        let response = ui.interact(place, Id::unique(("dossier year", *year)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &words));
        left = place.right() + SPACE_6;
    }
}

/// The smallest change that would pass, and what is missing on which the proposal hangs.
fn change_ui(ui: &mut Ui, cx: &Cx<'_>, is_holder: bool, (case, standard): (&Case, &Standard)) {
    let world = cx.world();
    section(ui, cx, cx.say(say::CHANGE_NEEDED), "");
    match &case.change {
        Some(change) => {
            for need in &change.needs {
                bullet_ui(
                    ui,
                    cx,
                    Icon::ArrowRight,
                    cx.tell(&say::need(world, standard, need, criteria::sign(cx, case, need.item))),
                );
            }
            if let Some(further) = say::further_years(change) {
                bullet_ui(ui, cx, Icon::ArrowRight, cx.tell(&further));
            } else if change.needs.is_empty() {
                let words = if is_holder { say::NOTHING_NEEDED_TO_KEEP } else { say::NOTHING_NEEDED };
                bullet_ui(ui, cx, Icon::Holds, cx.say(words));
            }
        }
        None => bullet_ui(ui, cx, Icon::Broken, cx.say(say::HAS_VETO)),
    }
    if !case.decision.gaps.is_empty() {
        section(ui, cx, cx.say(say::GAPS), &case.decision.gaps.len().to_string());
        for gap in &case.decision.gaps {
            let year = case.years.get(gap.year).copied().unwrap_or_default();
            bullet_ui(ui, cx, Icon::Unknown, cx.tell(&say::gap(world, standard, year, gap.what)));
        }
    }
}

/// A sentence with a sign before it.
pub fn bullet_ui(ui: &mut Ui, cx: &Cx<'_>, sign: Icon, words: &str) {
    let width = ui.available_width() - 28.0 - 22.0;
    let height = height_of(ui.painter(), words, Type::Body, width, 4);
    let rect = row(ui, height + 6.0);
    let mark = Rect::from_min_size(rect.min + vec2(0.0, 4.0), vec2(14.0, 14.0));
    let ink = if sign == Icon::Holds {
        cx.theme.holds.ink
    } else if sign == Icon::Broken {
        cx.theme.broken.ink
    } else {
        cx.theme.text2
    };
    icon::paint(ui.painter(), sign, mark, ink);
    let place = Rect::from_min_max(rect.min + vec2(22.0, 2.0), rect.max);
    paragraph(ui.painter(), place, words, Type::Body, cx.theme.text1, 4);
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, words));
}

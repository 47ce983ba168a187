//! Beside the table while nothing is selected: what is proposed, what must be looked up, how the grades are spread.

use egui::{Align, Id, Rect, RichText, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Shown, dossier, marks, scorecard};
use crate::{
    analysis::recognition::decision::Proposal,
    chart::scene::length,
    i18n::evaluation as say,
    model::{id::CharacteristicParkId, indicator::Grade, park::CharacteristicPark, recognition::StepKind},
    ui::{
        actions::Action,
        cx::{Ask, Cx},
        panels::inspector::parts::{row, rule_off, section, spoken_row},
        theme::{Lettering, SPACE_8, SPACE_12, Type},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
            shapes,
            text::line,
        },
    },
};

/// Draws the overview; a characteristic park that was picked.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>) -> Option<CharacteristicParkId> {
    let mut picked = None;
    ScrollArea::vertical().id_salt("evaluation overview").auto_shrink(false).show(ui, |ui| {
        ui.add_space(SPACE_8);
        spoken_row(ui, cx, cx.say(say::CHOOSE), Type::Body, cx.theme.text2);
        rule_off(ui, cx);
        section(ui, cx, cx.say(say::GRADES), cx.tell(&shown.pack.name));
        grades_ui(ui, cx, shown);
        rule_off(ui, cx);
        let all: Vec<&CharacteristicPark> = cx.scenario().characteristic_parks.iter().map(AsRef::as_ref).collect();
        let proposed: Vec<&CharacteristicPark> = all
            .iter()
            .copied()
            .filter(|it| shown.judged.now.proposed(it).is_some_and(|kind| kind != StepKind::Review))
            .collect();
        section(ui, cx, cx.say(say::PROPOSALS), &proposed.len().to_string());
        if proposed.is_empty() {
            dossier::bullet_ui(ui, cx, Icon::Holds, cx.say(say::NO_PROPOSAL));
        }
        for it in proposed {
            picked = line_ui(ui, cx, shown, it).or(picked.take());
        }
        let open: Vec<&CharacteristicPark> = all
            .into_iter()
            .filter(|it| shown.judged.now.own(&it.id).is_some_and(|it| it.decision.proposal == Proposal::Unknown))
            .collect();
        if !open.is_empty() {
            rule_off(ui, cx);
            section(ui, cx, cx.say(say::TO_CLEAR), &open.len().to_string());
            for it in open {
                picked = line_ui(ui, cx, shown, it).or(picked.take());
            }
        }
        rule_off(ui, cx);
        scorecard::sources_ui(ui, cx, shown);
    });
    picked
}

/// A characteristic park with what is proposed.
fn line_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>, it: &CharacteristicPark) -> Option<CharacteristicParkId> {
    let case = shown.judged.now.own(&it.id)?;
    let words =
        format!("{} · {}", cx.tell(&say::verdict(case, it.recognition)), cx.tell(&say::reason(case, it.recognition)));
    scorecard::link_ui(ui, cx, it, &words).then(|| it.id.clone())
}

/// How many parks have which grade, as bars.
fn grades_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>) {
    let of = |grade: Grade| shown.appraisal.parks.iter().filter(|it| it.grade == Some(grade)).count();
    let all = shown.appraisal.parks.len().max(1);
    for grade in [Grade::A, Grade::B, Grade::C, Grade::D] {
        let number = of(grade);
        let rect = row(ui, 28.0);
        let square = Rect::from_center_size(pos2(rect.left() + 11.0, rect.center().y), vec2(22.0, 22.0));
        marks::grade(ui.painter(), square, grade, cx.theme);
        let track = Rect::from_min_max(
            pos2(square.right() + SPACE_12, rect.center().y - 5.0),
            pos2(rect.right() - 40.0, rect.center().y + 5.0),
        );
        shapes::framed_rect(ui.painter(), track, 2, cx.theme.sunken, cx.theme.edge());
        let fill = track.with_max_x(track.left() + track.width() * length(number) / length(all));
        ui.painter().rect_filled(fill, 2.0, cx.theme.ink_fill);
        line(ui.painter(), rect, Align::Max, &number.to_string(), Type::BodyBold, cx.theme.text1);
        let told = format!("{} {} {number}", cx.say(say::GRADE), say::grade(grade));
        let response = ui.interact(rect, Id::unique(("grades", say::grade(grade))), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    }
    let without = shown.appraisal.parks.iter().filter(|it| it.total.is_none()).count();
    if without > 0 {
        let words = format!("{} {without}", cx.say(say::NO_TOTAL));
        spoken_row(ui, cx, &words, Type::Small, cx.theme.text2);
    }
}

/// There is nothing by which parks could be judged: what to do.
pub fn nothing_ui(ui: &mut Ui, cx: &Cx<'_>, has_pack: bool) {
    let (title, hint) = if has_pack { (say::NO_VALUE, say::NO_VALUE_HINT) } else { (say::NO_PACK, say::NO_PACK_HINT) };
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.28);
        ui.label(RichText::new(cx.say(title)).font(Type::Heading.font()));
        ui.add_space(SPACE_8);
        ui.label(RichText::new(cx.say(hint)).color(cx.theme.text2));
        ui.add_space(SPACE_12);
        let (words, action) = if has_pack {
            (crate::i18n::import::IMPORT, Action::ImportSheets)
        } else {
            (crate::i18n::words::NEW_SAMPLE, Action::NewSample)
        };
        if button_ui(ui, cx.theme, &Button::primary(cx.say(words))).clicked() {
            cx.ask(Ask::Do(action));
        }
    });
}

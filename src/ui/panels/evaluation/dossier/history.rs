//! The ladder to higher levels, the steps that were taken, and what everything rests on.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::{criteria, marks, scorecard};
use crate::{
    analysis::{
        characteristic::{Case, rule_of},
        recognition::Verdict,
    },
    i18n::{evaluation as say, recognition, term},
    model::{park::CharacteristicPark, recognition::Standard},
    ui::{
        cx::Cx,
        panels::inspector::parts::{row, section, spoken_row},
        theme::{SPACE_4, SPACE_6, SPACE_8, Type},
        widgets::{
            icon::{self, Icon},
            text::{line, width_of},
            tip::Tip,
        },
    },
};

/// The criteria of the levels above, the nearest first.
pub fn ladder_ui(ui: &mut Ui, cx: &Cx<'_>, cases: &[Case]) {
    section(ui, cx, cx.say(say::LADDER), "");
    if cases.len() < 2 {
        spoken_row(
            ui,
            cx,
            cx.say(if cases.is_empty() { say::NOT_PUBLISHED } else { say::TOP }),
            Type::Body,
            cx.theme.text2,
        );
    }
    for case in cases.iter().skip(1) {
        let Some(standard) = cx.world().standards.get(&case.standard) else { continue };
        let rect = row(ui, 26.0);
        let rung = say::rung(case);
        let level = term::park_level(&cx.world().pack, standard.level);
        let words = format!("{} · {}", cx.tell(&level), cx.tell(&standard.name));
        let width = width_of(ui.painter(), cx.tell(&rung), Type::SmallBold) + 1.0;
        let place = rect.with_max_x(rect.right() - width - SPACE_8);
        line(ui.painter(), place, Align::Min, &words, Type::SmallBold, cx.theme.text2);
        line(ui.painter(), rect, Align::Max, cx.tell(&rung), Type::SmallBold, cx.theme.text2);
        let told = format!("{words} · {}", cx.tell(&rung));
        let response = ui.interact(rect, Id::unique(("rung", case.standard.as_str())), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
        items_ui(ui, cx, case, standard);
    }
}

/// Sign, name, reading and bound of each criterion of a rung.
fn items_ui(ui: &mut Ui, cx: &Cx<'_>, case: &Case, standard: &Standard) {
    let world = cx.world();
    let bounds = rule_of(standard).bounds;
    for (at, ((item, of), bound)) in case.decision.items.iter().zip(&standard.items).zip(bounds).enumerate() {
        let rect = row(ui, 24.0);
        let signal = marks::signal(item);
        let mark = Rect::from_center_size(pos2(rect.left() + 8.0, rect.center().y), vec2(14.0, 14.0));
        icon::paint(ui.painter(), Icon::of(signal), mark, cx.theme.tone(signal).ink);
        let reading = say::reading(world, &of.measure, item.reading);
        let reading = format!("{}{}", criteria::sign(cx, case, at), cx.tell(&reading));
        let width = if cx.roomy { 120.0 } else { 96.0 };
        let end = rect.with_min_x(rect.right() - width);
        let style = if item.strict == Verdict::Unknown { Type::Body } else { Type::BodyBold };
        line(ui.painter(), end, Align::Max, &reading, style, cx.theme.text1);
        let name = format!(
            "{} {}",
            cx.tell(&recognition::measured(world, &of.measure)),
            cx.tell(&say::bound(world, &of.measure, bound))
        );
        let place =
            Rect::from_min_max(pos2(mark.right() + SPACE_6, rect.top()), pos2(end.left() - SPACE_4, rect.bottom()));
        let shown = line(ui.painter(), place, Align::Min, &name, Type::Body, cx.theme.text1);
        let id = Id::unique(("rung item", case.standard.as_str(), of.measure.id()));
        let response = ui.interact(rect, id, Sense::hover());
        let told = format!("{name} · {reading}");
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
        if shown.truncated {
            response.tip(told);
        }
    }
}

/// What was decided so far, the newest first.
pub fn steps_ui(ui: &mut Ui, cx: &Cx<'_>, it: &CharacteristicPark) {
    section(ui, cx, cx.say(say::LIFE), "");
    let mut any = false;
    for step in cx.scenario().steps_of(&it.id).rev() {
        any = true;
        let rect = row(ui, 22.0);
        let words = say::taken(cx.scenario(), step);
        line(ui.painter(), rect, Align::Min, cx.tell(&words), Type::BodyBold, cx.theme.text1);
        let response = ui.interact(rect, Id::unique(("step", step.number)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, cx.tell(&words)));
        let document = step.document.as_ref().and_then(|id| cx.world().documents.get(id));
        let document = document.map(|it| cx.tell(&it.title).to_owned());
        let departed = say::departed(step).map(|it| cx.tell(&it).to_owned());
        let told: Vec<String> = [Some(step.reason.clone()), departed, document].into_iter().flatten().collect();
        spoken_row(ui, cx, &told.join(" · "), Type::Small, cx.theme.text2);
    }
    if !any {
        spoken_row(ui, cx, cx.say(say::NO_STEP), Type::Small, cx.theme.text2);
    }
}

/// What the record and its standard rest on.
pub fn sources_ui(ui: &mut Ui, cx: &Cx<'_>, it: &CharacteristicPark, standard: Option<&Standard>) {
    section(ui, cx, cx.say(say::SOURCES), "");
    scorecard::evidence_ui(ui, cx, &recognition::name(cx.world(), it), &it.evidence, None);
    if let Some(standard) = standard {
        scorecard::evidence_ui(ui, cx, &standard.name, &standard.evidence, standard.document.as_ref());
        if let Some(note) = &standard.note {
            spoken_row(ui, cx, cx.tell(note), Type::Small, cx.theme.text2);
        }
    }
}

//! All waivers of the plan: what, where, by whom, until when; each leads to its sheet.

use egui::{ScrollArea, Ui};

use super::{heading, sheet_height};
use crate::{
    i18n::{self, words},
    model::plan::Waiver,
    rules::finding::{Finding, State},
    ui::{
        cx::{Ask, Cx},
        theme::{Lettering, SPACE_4, SPACE_8, Type},
        widgets::button::{Button, button_ui},
    },
};

/// Draws the sheet.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>) {
    heading(ui, &format!("{} · {}", cx.say(words::WAIVERS).trim_end_matches('…'), cx.bench.plan()));
    let waivers: Vec<&Waiver> =
        cx.scenario().waivers.iter().map(AsRef::as_ref).filter(|it| it.plan == *cx.bench.plan()).collect();
    if waivers.is_empty() {
        ui.weak(cx.say(words::NO_WAIVERS));
        return;
    }
    ScrollArea::vertical().max_height(sheet_height(ui, 420.0)).show(ui, |ui| {
        for (at, waiver) in waivers.into_iter().enumerate() {
            if at > 0 {
                ui.separator();
            }
            waiver_ui(ui, cx, waiver);
        }
    });
}

fn waiver_ui(ui: &mut Ui, cx: &Cx<'_>, waiver: &Waiver) {
    let rule = cx.scenario().rules.get(&waiver.rule).map(|rule| cx.tell(&rule.title)).unwrap_or_default();
    let park = i18n::finding::park_name(cx.scenario(), &waiver.park);
    let title = format!("{rule} · {}", cx.tell(&park));
    ui.label(egui::RichText::new(&title).font(Type::BodyBold.font()));
    let finding = finding_of(cx, waiver);
    let state = match finding.map(|it| it.state) {
        _ if waiver.expires < cx.scenario().as_of => format!(" · {}", cx.say(words::EXPIRED)),
        Some(State::Waived) => String::new(),
        _ => format!(" · {}", cx.say(words::UNUSED)),
    };
    ui.label(format!("{} {}{state} · {}", cx.say(words::WAIVED_UNTIL), waiver.expires, waiver.authority));
    ui.label(&waiver.reason);
    ui.add_space(SPACE_4);
    let name = format!("{} {title}", cx.say(words::SEE_WAIVER));
    let button = Button::new(cx.say(words::SEE_WAIVER)).small().hover(&name);
    if let Some(finding) = finding
        && button_ui(ui, cx.theme, &button).clicked()
    {
        cx.ask(Ask::Waive(finding.key()));
    }
    ui.add_space(SPACE_8);
}

/// The finding that a waiver is about.
fn finding_of<'a>(cx: &Cx<'a>, waiver: &Waiver) -> Option<&'a Finding> {
    let mut findings = cx.bench.judgement().of_park(&waiver.park).iter();
    findings.find(|it| it.rule == waiver.rule && it.subject == waiver.subject)
}

//! What a person is asked before something happens: unsaved work, a sub-sector to be designated.

use egui::{Context, Key, Ui, vec2};

use super::{heading, modal, sheet_width};
use crate::{
    i18n::{self, words},
    model::{
        id::{ParkId, ProjectId},
        park::Role,
        policy::Level,
    },
    rules::finding::State,
    ui::{
        cx::Cx,
        panels::board::several_words,
        theme::{Lettering, SPACE_12, Type},
        widgets::button::{Button, button_ui},
    },
    workbench::{
        command::Command,
        question::{Answer, Question},
    },
};

/// Draws the question that is open; the path of a file is asked for elsewhere.
pub fn ui(ctx: &Context, cx: &Cx<'_>) {
    let Some(question) = cx.bench.question() else { return };
    if matches!(question, Question::WhereToSave { .. }) {
        return;
    }
    let mut answer = None;
    let modal = modal(cx, "question").show(ctx, |ui| {
        ui.set_width(sheet_width(ui, 460.0));
        match question {
            Question::Unsaved { .. } => {
                heading(ui, cx.say(words::ASK_UNSAVED));
                ui.label(format!("{} — {}", cx.tell(&cx.scenario().title), cx.say(words::ASK_UNSAVED_MORE)));
                ui.add_space(SPACE_12);
                let list = [
                    (Button::primary(cx.say(words::SAVE)), Answer::Save),
                    (Button::new(cx.say(words::DISCARD)), Answer::Discard),
                    (Button::new(cx.say(words::CANCEL)).keys("Esc"), Answer::Cancel),
                ];
                answer = answers_ui(ui, cx, &list);
            }
            Question::Designate { projects, park: park_id, industry, roles } => {
                heading(ui, cx.say(words::ASK_DESIGNATE));
                let scenario = cx.scenario();
                let project = match projects.as_slice() {
                    [project] => cx.tell(&i18n::finding::project_name(scenario, project)).to_owned(),
                    several => several_words(cx, several.len()),
                };
                let park = i18n::finding::park_name(scenario, park_id);
                let industry = i18n::finding::industry_name(scenario, industry);
                let line = format!("{project} → {} · {}", cx.tell(&park), cx.tell(&industry));
                ui.label(egui::RichText::new(line).font(Type::BodyBold.font()));
                ui.add_space(4.0);
                ui.label(cx.say(words::ASK_DESIGNATE_MORE));
                broken_by_drop_ui(ui, cx, projects, park_id);
                ui.add_space(SPACE_12);
                let mut list = Vec::new();
                for role in roles.iter().rev() {
                    let words = match role {
                        Role::Leading => words::AS_LEADING,
                        Role::Characteristic => words::AS_CHARACTERISTIC,
                    };
                    let button =
                        if list.is_empty() { Button::primary(cx.say(words)) } else { Button::new(cx.say(words)) };
                    list.push((button, Answer::Designate(*role)));
                }
                list.push((Button::new(cx.say(words::PLACE_ONLY)), Answer::PlaceOnly));
                list.push((Button::new(cx.say(words::CANCEL)).keys("Esc"), Answer::Cancel));
                answer = answers_ui(ui, cx, &list);
            }
            Question::WhereToSave { .. } => {}
        }
    });
    if modal.should_close() {
        answer = Some(Answer::Cancel);
    }
    if let Some(answer) = answer {
        cx.push(Command::Answer(answer));
    }
}

/// The legal rules that placing `projects` in `park` would break all the same.
fn broken_by_drop_ui(ui: &mut Ui, cx: &Cx<'_>, projects: &[ProjectId], park: &ParkId) {
    let held = cx.previews_of(projects);
    let effect = held.as_ref().and_then(|held| held.previews.get(park)?.effect.as_ref());
    let broken = effect.iter().flat_map(|effect| &effect.created);
    for finding in broken.filter(|it| it.state == State::Broken && it.level == Level::Legal) {
        let sentence = i18n::finding::sentence(cx.world(), finding);
        let words = format!("{} {}", cx.say(words::ALSO_BREAKS), cx.tell(&sentence));
        ui.add_space(4.0);
        ui.colored_label(cx.theme.broken.ink, words);
    }
}

/// Buttons in a row; Enter takes the first.
fn answers_ui(ui: &mut Ui, cx: &Cx<'_>, list: &[(Button<'_>, Answer)]) -> Option<Answer> {
    let mut answer = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (button, meaning) in list {
            if button_ui(ui, cx.theme, button).clicked() {
                answer = Some(*meaning);
            }
        }
    });
    let is_free = ui.ctx().memory(egui::Memory::focused).is_none();
    if is_free && ui.input(|input| input.key_pressed(Key::Enter)) {
        answer = list.first().map(|(_, meaning)| *meaning);
    }
    answer
}

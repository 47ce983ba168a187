//! Menus of projects: place anywhere, take back, pin; for one or for all that are selected.

use egui::Ui;

use crate::{
    i18n::{phrase::Phrase, session, words},
    model::id::ProjectId,
    ui::{
        actions::Action,
        cx::{Ask, Cx},
        widgets::tip::Tip,
    },
    workbench::{
        Selection,
        command::Command,
        held::{Outlook, Preview},
    },
};

/// `3 项`.
pub fn several_words(cx: &Cx<'_>, count: usize) -> String {
    if cx.is_chinese() { format!("{count} 项") } else { format!("{count} projects") }
}

/// What can be done with a project, or with all that are selected when it is one of them.
pub fn project_menu_ui(ui: &mut Ui, cx: &Cx<'_>, project: &ProjectId) {
    let selection = cx.bench.selection();
    let projects: Vec<ProjectId> =
        if selection.has(project) { selection.projects().cloned().collect() } else { vec![project.clone()] };
    if projects.len() > 1 {
        ui.label(several_words(cx, projects.len()));
    }
    if ui.button(cx.say(words::PLACE_AT_BEST)).clicked() {
        cx.push(Command::PlaceAtBest(projects.clone()));
        ui.close();
    }
    ui.menu_button(cx.say(words::PLACE_IN), |ui| place_menu_ui(ui, cx, &projects));
    if let [project] = projects.as_slice()
        && ui.button(cx.say(words::WHY_NOT_SHEET)).clicked()
    {
        cx.ask(Ask::WhyNot(project.clone(), None));
        ui.close();
    }
    if let [project] = projects.as_slice()
        && ui.button(cx.say(session::DECIDE_IN_SESSION)).clicked()
    {
        cx.push(Command::Select(Selection::Project(project.clone())));
        cx.ask(Ask::Do(Action::ShowSession));
        ui.close();
    }
    let facts = cx.bench.judgement().facts();
    let placed: Vec<&ProjectId> = projects.iter().filter(|id| facts.home(id).is_some()).collect();
    if !placed.is_empty() {
        if ui.button(cx.say(words::BACK_TO_QUEUE)).clicked() {
            cx.push(Command::UnplaceAll(projects.clone()));
            ui.close();
        }
        let is_pinned = placed.iter().all(|id| cx.scenario().pin(cx.bench.plan(), id).is_some());
        if ui.button(cx.say(if is_pinned { words::UNPIN } else { words::PIN })).clicked() {
            cx.push(Command::PinOrUnpinAll(projects.clone()));
            ui.close();
        }
    }
}

/// What a park answers, in a word or two.
pub const fn outlook_words(preview: &Preview) -> Phrase {
    match preview.outlook {
        Outlook::Here => words::HERE,
        Outlook::Good => words::NO_NEW_PROBLEM,
        Outlook::Watch => Phrase::new("有提示", "With notes"),
        Outlook::Breaks => Phrase::new("突破上限", "Breaks a limit"),
        Outlook::Refused => preview.refusal_word(),
    }
}

/// Every park with what it would say; a click places the projects there.
pub fn place_menu_ui(ui: &mut Ui, cx: &Cx<'_>, projects: &[ProjectId]) {
    let Some(previews) = cx.previews_of(projects) else { return };
    egui::ScrollArea::vertical().id_salt("place in").max_height(420.0).show(ui, |ui| {
        for park in cx.scenario().parks_in_order() {
            let Some(preview) = previews.previews.get(&park.id) else { continue };
            let word = outlook_words(preview);
            let name = cx.tell(&park.short_name);
            let total = crate::i18n::figure::whole(preview.appeal.total());
            let points = if preview.outlook == Outlook::Refused { String::new() } else { format!("{total}  ") };
            let button = egui::Button::new(name).right_text(format!("{points}{}", cx.say(word)));
            let is_possible = !matches!(preview.outlook, Outlook::Here | Outlook::Refused);
            let response = ui.add_enabled(is_possible, button);
            // A veto never stands without its reason and clause.
            let response = match preview.refusal(cx.world()) {
                Some(why) => {
                    let clause = preview.refusing_clause(cx.scenario()).unwrap_or_default();
                    response.tip_while_off(format!("{}\n{}", cx.tell(&why), cx.tell(&clause)).trim())
                }
                None => response,
            };
            if response.clicked() {
                cx.push(Command::PlaceAll { projects: projects.to_vec(), park: park.id.clone() });
                ui.close();
            }
        }
    });
}

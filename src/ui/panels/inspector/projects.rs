//! The page of several projects: how many, what they ask for and bring together, and what can be done with all of them.

use std::collections::BTreeSet;

use egui::{Popup, ScrollArea, Ui};

use super::parts::{FOOT, Fact, facts_ui, foot_ui, head, member_ui, section};
use crate::{
    i18n::{figure, words},
    model::{
        id::ProjectId,
        project::Project,
        quantity::{Mu, WanYuan},
    },
    rules::finding::Item,
    ui::{
        cx::Cx,
        panels::board::{place_menu_ui, several_words},
        widgets::{
            button::{Button, Emphasis, button_ui},
            icon::Icon,
        },
    },
    workbench::command::Command,
};

/// Projects that are listed at most; the others are counted.
const MOST_LISTED: usize = 200;

/// Draws the page.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, ids: &BTreeSet<ProjectId>) {
    let projects: Vec<&Project> =
        ids.iter().filter_map(|id| cx.scenario().projects.get(id)).map(AsRef::as_ref).collect();
    let ids: Vec<ProjectId> = projects.iter().map(|it| it.id.clone()).collect();
    let room = ui.available_height() - FOOT;
    ScrollArea::vertical().id_salt("inspector of several").max_height(room).auto_shrink(false).show(ui, |ui| {
        let facts = cx.bench.judgement().facts();
        let placed = ids.iter().filter(|id| facts.home(id).is_some()).count();
        let meta = format!("{} {} · {} {placed}", cx.say(words::UNPLACED), ids.len() - placed, cx.say(words::PLACED));
        let title = format!("{} {}", cx.say(words::SELECTED), several_words(cx, ids.len()));
        head(ui, cx, None, &title, &meta);
        section(ui, cx, cx.say(words::TOTALS), "");
        facts_ui(ui, cx, &totals(cx, &projects));
        if let Some(held) = cx.previews_of(&ids).filter(|held| held.previews.is_complete()) {
            super::ranking::sums_ui(ui, cx, &held);
        }
        section(ui, cx, cx.say(words::MEMBERS), "");
        for id in ids.iter().take(MOST_LISTED) {
            member_ui(ui, cx, &Item::Project(id.clone()), None);
        }
        if ids.len() > MOST_LISTED {
            let words = format!("+{} {}", ids.len() - MOST_LISTED, cx.say(words::MORE_ITEMS));
            section(ui, cx, "", &words);
        }
    });
    foot_ui(ui, cx, |ui| {
        let response = button_ui(ui, cx.theme, &Button::primary(cx.say(words::PLACE_IN)).trailing(Icon::ChevronDown));
        Popup::menu(&response).width(260.0).show(|ui| place_menu_ui(ui, cx, &ids));
        let facts = cx.bench.judgement().facts();
        let mut placed = ids.iter().filter(|id| facts.home(id).is_some()).peekable();
        if placed.peek().is_some() {
            let is_pinned = placed.all(|id| cx.scenario().pin(cx.bench.plan(), id).is_some());
            let words = cx.say(if is_pinned { words::UNPIN } else { words::PIN });
            let pin = if cx.roomy { Button::new(words).icon(Icon::Pin) } else { Button::quiet(Icon::Pin, words) };
            if button_ui(ui, cx.theme, &pin.emphasis(Emphasis::Secondary)).clicked() {
                cx.push(Command::PinOrUnpinAll(ids.clone()));
            }
            if button_ui(ui, cx.theme, &Button::new(cx.say(words::BACK_TO_QUEUE))).clicked() {
                cx.push(Command::UnplaceAll(ids.clone()));
            }
        }
    });
}

/// What they ask for and bring together; what none of them states is missing.
fn totals(cx: &Cx<'_>, projects: &[&Project]) -> Vec<Fact> {
    let land = projects
        .iter()
        .filter_map(|it| it.land)
        .fold(None, |sum: Option<Mu>, it| Some(sum.unwrap_or_default().plus(it)));
    let money = |of: &dyn Fn(&Project) -> Option<WanYuan>| {
        let sum = projects
            .iter()
            .filter_map(|it| of(it))
            .fold(None, |sum: Option<WanYuan>, it| Some(sum.unwrap_or_default().plus(it)));
        sum.map(|it| figure::yi_figure(it, 2))
    };
    let unit = cx.say(words::UNIT_YI);
    vec![
        Fact { label: words::LAND, value: land.map(figure::mu_figure), unit: cx.say(words::MU) },
        Fact { label: words::INVESTMENT, value: money(&|it| it.investment), unit },
        Fact { label: words::OUTPUT, value: money(&|it| it.output), unit },
    ]
}

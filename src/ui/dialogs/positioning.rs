//! All positions that the plan changes: old beside new, the caps, findings gained and lost; and adopting them.

use egui::{Context, ScrollArea, Ui, vec2};

use super::{
    form::{combo_ui, deed_ui, effect_ui, finding_words, label_ui, marked_ui},
    heading, modal, position, sheet_height, sheet_width,
};
use crate::{
    evaluate::effect::Effect,
    i18n::{self, phrase::Phrase, term, words},
    model::{id::DocumentId, park::Position},
    ui::{
        cx::{Ask, Cx},
        theme::{Lettering, SPACE_4, SPACE_6, SPACE_8, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
        },
    },
    workbench::{command::Command, positions::PositionChanged},
};

/// The sheet between frames.
#[derive(Default)]
pub struct PositioningSheet {
    /// Which document sets the positions: 0 for none yet.
    document: usize,
    /// What the changes do together, of the document as it then was.
    effect: Option<(u64, Effect)>,
}

impl PositioningSheet {
    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut outcome = None;
        let modal = modal(cx, "positioning").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 820.0));
            ui.spacing_mut().item_spacing.y = SPACE_4;
            heading(ui, &format!("{} · {} {}", cx.say(words::POSITIONING), cx.say(words::PLAN), cx.bench.plan()));
            let changes = cx.bench.position_changes();
            let height = sheet_height(ui, 520.0) - 80.0;
            ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
                if changes.is_empty() {
                    marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(words::NO_CHANGES_OF_POSITIONS));
                }
                for change in &changes {
                    change_ui(ui, cx, change);
                }
                self.outcome_ui(ui, cx, &changes);
            });
            let documents: Vec<&DocumentId> = cx.scenario().documents.iter().map(|it| &it.id).collect();
            let titles = cx.scenario().documents.iter().map(|it| cx.tell(&it.title).to_owned());
            let options: Vec<String> =
                std::iter::once(cx.say(words::NO_DOCUMENT_YET).to_owned()).chain(titles).collect();
            combo_ui(ui, "positioning document", cx.say(words::SET_BY), cx, &options, &mut self.document);
            ui.add_space(SPACE_8);
            let has_broken_cap = cx.bench.broken_caps().next().is_some();
            let may = if !cx.scenario().may_change(cx.bench.plan()) {
                Err(cx.say(words::READ_ONLY))
            } else if changes.is_empty() {
                Err(cx.say(words::NO_CHANGES_OF_POSITIONS))
            } else if has_broken_cap {
                Err(cx.say(words::CAP_FORBIDS_ADOPTING))
            } else {
                Ok(())
            };
            outcome = deed_ui(ui, cx, cx.say(words::ADOPT), may);
            if outcome == Some(true) {
                let document = self.document.checked_sub(1).and_then(|at| documents.get(at));
                cx.push(Command::AdoptPositions(document.map(|it| (*it).clone())));
            }
        });
        outcome.is_none() && !modal.should_close()
    }

    /// The caps, and what all changes do together.
    fn outcome_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, changes: &[PositionChanged]) {
        ui.add_space(SPACE_8);
        title_ui(ui, cx.say(words::CAP_CHECK));
        let mut holds = true;
        for finding in cx.bench.broken_caps() {
            holds = false;
            marked_ui(ui, cx, (Icon::Broken, Signal::Broken), &finding_words(cx, finding));
        }
        if holds {
            marked_ui(ui, cx, (Icon::Holds, Signal::Holds), cx.say(words::ALL_CAPS_HOLD));
        } else {
            marked_ui(ui, cx, (Icon::Lock, Signal::Vetoed), cx.say(words::CAP_FORBIDS_ADOPTING));
        }
        if changes.is_empty() {
            return;
        }
        ui.add_space(SPACE_8);
        title_ui(ui, cx.say(words::TOGETHER));
        let generation = cx.bench.generation();
        if self.effect.as_ref().is_none_or(|(at, _)| *at != generation) {
            self.effect = Some((generation, cx.bench.effect_of_positions()));
        }
        if let Some((_, effect)) = &self.effect {
            effect_ui(ui, cx, effect);
        }
    }
}

fn title_ui(ui: &mut Ui, words: &str) {
    ui.label(egui::RichText::new(words).font(Type::Strong.font()));
}

/// One change: park and kind, then old beside new, with buttons to edit it and to take it back.
fn change_ui(ui: &mut Ui, cx: &Cx<'_>, change: &PositionChanged) {
    let Some(park) = change.park() else { return };
    let park = i18n::finding::park_name(cx.scenario(), park);
    let kinds: Vec<&str> = kinds(change).into_iter().map(|it| cx.say(it)).collect();
    let position = change.after.as_ref().or(change.before.as_ref());
    let name = position.map(|it| cx.tell(&it.name)).unwrap_or_default();
    let may = cx.scenario().may_change(cx.bench.plan());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(SPACE_6, 0.0);
        ui.label(egui::RichText::new(cx.tell(&park)).font(Type::BodyBold.font()));
        ui.label(egui::RichText::new(kinds.join(" · ")).font(Type::Small.font()).color(cx.theme.text2));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let words = format!("{} {name}", cx.say(words::RESTORE));
            let restore = Button::quiet(Icon::Undo, &words).small().enabled(may);
            if button_ui(ui, cx.theme, &restore).clicked() {
                cx.push(Command::RestorePosition(change.id.clone()));
            }
            if change.after.is_some() {
                let words = format!("{} {name}", cx.say(words::EDIT_POSITION));
                let edit = Button::quiet(Icon::Pencil, &words).small().enabled(may);
                if button_ui(ui, cx.theme, &edit).clicked() {
                    cx.ask(Ask::EditPosition(change.id.clone()));
                }
            }
        });
    });
    ui.columns(2, |columns| {
        if let [old, new] = columns {
            side_ui(old, cx, words::OLD_POSITION, change.before.as_ref(), words::NO_POSITION_YET);
            side_ui(new, cx, words::AFTERWARDS, change.after.as_ref(), words::WITHDRAWN);
        }
    });
    ui.add_space(SPACE_4);
    ui.separator();
}

fn side_ui(ui: &mut Ui, cx: &Cx<'_>, title: Phrase, position: Option<&Position>, nothing: Phrase) {
    let Some(position) = position else {
        label_ui(ui, cx, &format!("{}：{}", cx.say(title), cx.say(nothing)).replace('：', colon(cx)));
        return;
    };
    let park = i18n::finding::park_name(cx.scenario(), &position.park);
    let of = position::names(cx, &position.industries);
    let head = format!("{}{}{}", cx.say(title), colon(cx), cx.tell(&park));
    label_ui(ui, cx, &format!("{head} · {} {}", cx.say(term::role(position.role)), position.order));
    ui.label(egui::RichText::new(cx.tell(&position.name)).font(Type::BodyBold.font()));
    ui.label(egui::RichText::new(cx.tell(&of)).font(Type::Small.font()));
}

const fn colon(cx: &Cx<'_>) -> &'static str {
    match cx.lang {
        i18n::phrase::Lang::Zh => "：",
        i18n::phrase::Lang::En => ": ",
    }
}

/// What kinds of change these are.
pub fn kinds(change: &PositionChanged) -> Vec<Phrase> {
    let (before, after) = match (&change.before, &change.after) {
        (None, _) => return vec![words::ADDED],
        (Some(_), None) => return vec![words::WITHDRAWN],
        (Some(before), Some(after)) => (before, after),
    };
    let differs = [
        (before.park != after.park, words::MOVED),
        (before.role != after.role, words::ROLE_CHANGED),
        (before.name != after.name, words::RENAMED),
        (before.industries != after.industries, words::SUB_SECTORS_CHANGED),
        (before.order != after.order, words::REORDERED),
    ];
    differs.into_iter().filter(|(differs, _)| *differs).map(|(_, kind)| kind).collect()
}

//! Where else a position could go: every park and role, each with what it would do there.

use std::collections::BTreeMap;

use egui::{Align, Context, Id, Rect, Role as AccessRole, ScrollArea, Ui, WidgetInfo, pos2, vec2};

use super::{
    form::{finding_words, label_ui, row_ui},
    heading, modal, sheet_height, sheet_width,
};
use crate::{
    evaluate::effect::Effect,
    i18n::{self, figure, term, words},
    model::{
        id::{ParkId, PositionId},
        park::{Park, Role},
    },
    rules::{finding::Finding, slots},
    ui::{
        cx::{Cx, signal},
        theme::{SPACE_8, Signal, Type},
        widgets::{
            button::{Button, Segment, button_ui, segmented_ui},
            icon::{self, Icon},
            text::{Span, line, line_of},
            tip::Tip,
        },
    },
    workbench::command::Command,
};

/// The sheet between frames.
pub struct MoveSheet {
    position: PositionId,
    role: Role,
    /// What every park would say, of the document as it then was.
    effects: Option<(u64, Role, BTreeMap<ParkId, Effect>)>,
}

impl MoveSheet {
    /// Begins with the role that the position has; `None` when there is none of this id.
    pub fn of(cx: &Cx<'_>, position: PositionId) -> Option<Self> {
        let role = cx.bench.position(&position)?.role;
        Some(Self { position, role, effects: None })
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let Some(position) = cx.bench.position(&self.position) else { return false };
        let mut stays = true;
        let modal = modal(cx, "move position").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 620.0));
            let park = i18n::finding::park_name(cx.scenario(), &position.park);
            heading(ui, &format!("{} {} · {}", cx.say(words::MOVE_TO), cx.tell(&position.name), cx.tell(&park)));
            label_ui(ui, cx, cx.say(words::ROLE));
            let roles = [Role::Leading, Role::Characteristic];
            let segments = roles.map(|role| Segment { name: cx.say(term::role(role)), icon: None });
            let mut at = usize::from(self.role == Role::Characteristic);
            if segmented_ui(ui, cx.theme, &segments, &mut at).changed() {
                self.role = if at == 0 { Role::Leading } else { Role::Characteristic };
            }
            ui.add_space(SPACE_8);
            let effects = self.effects(cx);
            let height = sheet_height(ui, 560.0) - 60.0;
            ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
                for park in cx.world().parks_in_order() {
                    let is_here = park.id == position.park && self.role == position.role;
                    if park_ui(ui, cx, park, effects.get(&park.id), is_here) {
                        let (position, role) = (self.position.clone(), self.role);
                        cx.push(Command::MovePosition { position, park: park.id.clone(), role });
                        stays = false;
                    }
                }
            });
            ui.add_space(SPACE_8);
            if button_ui(ui, cx.theme, &Button::new(cx.say(words::CANCEL)).keys("Esc")).clicked() {
                stays = false;
            }
        });
        stays && !modal.should_close()
    }

    fn effects(&mut self, cx: &Cx<'_>) -> BTreeMap<ParkId, Effect> {
        let generation = cx.bench.generation();
        if let Some((at, role, effects)) = &self.effects
            && (*at, *role) == (generation, self.role)
        {
            return effects.clone();
        }
        let parks = cx.scenario().parks.iter().map(|park| park.id.clone());
        let effects = cx.bench.effects_of_position(&self.position, self.role, parks);
        self.effects = Some((generation, self.role, effects.clone()));
        effects
    }
}

/// One park; `true` when the position should go there.
fn park_ui(ui: &mut Ui, cx: &Cx<'_>, park: &Park, effect: Option<&Effect>, is_here: bool) -> bool {
    let may = effect.is_some() && !is_here && cx.scenario().may_change(cx.bench.plan());
    let (rect, response) = row_ui(ui, cx, Id::unique(("move to", park.id.as_str())), 40.0, may);
    let (mark, tone, words) = match effect {
        _ if is_here => (Icon::Tick, Signal::Off, cx.say(words::HERE).to_owned()),
        None => (Icon::Lock, Signal::Vetoed, cx.say(words::COVERED_ALREADY).to_owned()),
        Some(effect) => match (effect.created.first(), effect.cured.first()) {
            (Some(worst), _) => (Icon::of(signal(worst.state)), signal(worst.state), here_words(cx, park, worst)),
            (None, Some(cured)) => {
                let words = format!("{} {}", cx.say(words::WOULD_CURE), here_words(cx, park, cured));
                (Icon::Holds, Signal::Holds, words)
            }
            (None, None) => (Icon::Holds, Signal::Holds, cx.say(words::NO_NEW_PROBLEM).to_owned()),
        },
    };
    let facts = effect.and_then(|it| it.facts.get(&park.id)).or_else(|| cx.bench.judgement().facts().park(&park.id));
    let slots: Vec<String> = facts
        .map(|facts| slots::of(cx.scenario(), park, facts))
        .into_iter()
        .flatten()
        .map(|slot| {
            let cap = slot.cap.map_or_else(|| figure::NONE.to_owned(), |cap| cap.to_string());
            format!("{} {} / {cap}", cx.say(term::role_short(slot.role)), slot.count)
        })
        .collect();
    let slots = slots.join(" · ");
    let name = cx.tell(&park.short_name);
    let spoken = format!("{} {name}: {slots}, {words}", cx.say(words::MOVE_TO));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, may, &spoken));
    let square = Rect::from_min_size(pos2(rect.left() + 4.0, rect.top() + 5.0), vec2(16.0, 16.0));
    icon::paint(ui.painter(), mark, square, cx.theme.tone(tone).ink);
    let first = Rect::from_min_size(pos2(rect.left() + 28.0, rect.top() + 2.0), vec2(rect.width() - 34.0, 18.0));
    let ink = if may { cx.theme.text1 } else { cx.theme.text2 };
    line_of(ui.painter(), first, Align::Min, &[Span::new(name, Type::BodyBold, ink)]);
    line(ui.painter(), first, Align::Max, &slots, Type::Small, cx.theme.text2);
    let second = first.translate(vec2(0.0, 18.0));
    let shown = line(ui.painter(), second, Align::Min, &words, Type::Small, cx.theme.text2);
    let is_chosen = response.clicked();
    if shown.truncated {
        response.tip(words);
    }
    is_chosen && may
}

/// What `finding` says, without the name of the park when it is this one.
fn here_words(cx: &Cx<'_>, park: &Park, finding: &Finding) -> String {
    let words = finding_words(cx, finding);
    let is_here = finding.park.as_ref() == Some(&park.id);
    words.split_once(" · ").filter(|_| is_here).map_or_else(|| words.clone(), |(_, rest)| rest.to_owned())
}

//! The sheet of a programme: budget, ceilings, least, and the rule by which it is shared out.

use egui::Context;

use super::{free_id, optional};
use crate::{
    i18n::{support as say, words},
    model::{
        check::values,
        edit::support::SupportEdit,
        evidence::Evidence,
        id::RecordId,
        quantity::{Factor, WanYuan},
        support::{AllocationRule, Programme},
        text::Text,
    },
    ui::{
        cx::Cx,
        dialogs::{
            body_ui,
            form::{Note, combo_ui, deed_ui, entry_ui},
            heading, modal, sheet_width, take_keyboard,
        },
        theme::{SPACE_8, SPACE_12},
    },
    workbench::command::Command,
};

/// The rules in the order in which they are offered.
const RULES: [AllocationRule; 3] =
    [AllocationRule::Priority, AllocationRule::ValueForMoney, AllocationRule::Proportional];

/// The sheet between frames.
#[derive(Debug)]
pub struct ProgrammeSheet {
    known: Option<Programme>,
    name: String,
    budget: String,
    most: String,
    share: String,
    least: String,
    rule: usize,
    has_tried: bool,
    is_new: bool,
}

impl ProgrammeSheet {
    /// The sheet of a programme, or of a new one.
    pub fn new(cx: &Cx<'_>, programme: Option<&RecordId>) -> Self {
        let known = programme.and_then(|id| cx.scenario().programmes.get(id)).map(|it| Programme::clone(it));
        let money =
            |of: fn(&Programme) -> Option<WanYuan>| known.as_ref().and_then(of).map(WanYuan::plain).unwrap_or_default();
        let share = known.as_ref().and_then(|it| it.most_of_investment);
        Self {
            name: known.as_ref().map(|it| cx.tell(&it.name).to_owned()).unwrap_or_default(),
            budget: money(|it| it.budget),
            most: money(|it| it.most),
            least: money(|it| it.least),
            share: share.map(|it| Factor::from_steps(it.steps().saturating_mul(100)).plain()).unwrap_or_default(),
            rule: known.as_ref().and_then(|it| RULES.iter().position(|rule| *rule == it.rule)).unwrap_or(0),
            known,
            has_tried: false,
            is_new: true,
        }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut stays = true;
        let modal = modal(cx, "programme").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 560.0));
            heading(ui, cx.say(say::PROGRAMME_SHEET));
            let nameless = self.name.trim().is_empty().then(|| cx.say(say::NAME_MISSING));
            let [budget, most, least] = [&self.budget, &self.most, &self.least].map(|it| optional::<WanYuan>(it));
            let share = self.share();
            let rules: Vec<String> = RULES.iter().map(|it| cx.say(say::rule(*it)).to_owned()).collect();
            body_ui(ui, |ui| {
                let note = Note::of("", nameless, self.has_tried);
                let field = entry_ui(ui, "programme name", cx.say(say::NAME), &mut self.name, cx, &note);
                take_keyboard(ui, &field, &mut self.is_new);
                ui.columns(2, |columns| {
                    let [left, right] = columns else { return };
                    let money = |it: &Result<Option<WanYuan>, Text>| it.as_ref().err().cloned();
                    let entries = [
                        (&mut *left, say::BUDGET_FIELD, &mut self.budget, money(&budget), "programme budget"),
                        (right, say::LEAST_FIELD, &mut self.least, money(&least), "programme least"),
                    ];
                    for (ui, label, typed, wrong, id) in entries {
                        let note = Note::of("", wrong.as_ref().map(|it| cx.tell(it)), true);
                        entry_ui(ui, id, cx.say(label), typed, cx, &note);
                    }
                });
                ui.columns(2, |columns| {
                    let [left, right] = columns else { return };
                    let note = Note::of("", most.as_ref().err().map(|it| cx.tell(it)), true);
                    entry_ui(left, "programme most", cx.say(say::MOST_FIELD), &mut self.most, cx, &note);
                    let note = Note::of("", share.as_ref().err().map(|it| cx.tell(it)), true);
                    entry_ui(right, "programme share", cx.say(say::MOST_SHARE_FIELD), &mut self.share, cx, &note);
                });
                combo_ui(ui, "programme rule", cx.say(say::RULE), cx, &rules, &mut self.rule);
                ui.add_space(SPACE_8);
            });
            ui.add_space(SPACE_12);
            match deed_ui(ui, cx, cx.say(words::SAVE), Ok(())) {
                Some(true) => {
                    self.has_tried = true;
                    if let (None, Ok(budget), Ok(most), Ok(least), Ok(share)) = (nameless, budget, most, least, share) {
                        let programme = self.programme(cx, budget);
                        if let Some(programme) = programme {
                            let programme = Programme { most, least, most_of_investment: share, ..programme };
                            cx.push(Command::Support(SupportEdit::SetProgramme(Box::new(programme))));
                            stays = false;
                        }
                    }
                }
                Some(false) => stays = false,
                None => {}
            }
        });
        stays && !modal.should_close()
    }

    /// The ceiling as a share of the investment, written in per cent.
    fn share(&self) -> Result<Option<Factor>, Text> {
        let percent: Option<WanYuan> = optional(&self.share)?;
        // Hundredths of a per cent are ten-thousandths; a share has thousandths.
        let share = percent.map(|it| (it.steps(), Factor::from_steps(it.steps() / 10)));
        match share {
            None => Ok(None),
            Some((percent, share)) if percent % 10 == 0 && values::share(share).is_none() => Ok(Some(share)),
            Some(_) => Err(say::SHARE_WRONG.into()),
        }
    }

    fn programme(&self, cx: &Cx<'_>, budget: Option<WanYuan>) -> Option<Programme> {
        let rule = RULES.get(self.rule).copied().unwrap_or_default();
        let typed = self.name.trim().to_owned();
        if let Some(known) = &self.known {
            let name = if cx.is_chinese() {
                Text { zh: typed, ..known.name.clone() }
            } else if typed == known.name.english() {
                known.name.clone()
            } else {
                Text { en: typed, ..known.name.clone() }
            };
            return Some(Programme { name, budget, rule, ..known.clone() });
        }
        let id = free_id("programme", |id| cx.scenario().programmes.contains(id))?;
        Some(Programme { rule, ..Programme::new(id, Text::new(typed, ""), budget, Evidence::default()) })
    }
}

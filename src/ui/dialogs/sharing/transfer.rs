//! The sheet of an agreed transfer: who pays whom how much over which years, and why.

use egui::Context;

use super::{place_of, typed_wan, units, year, yuan};
use crate::{
    analysis::sharing::units::HORIZON,
    i18n::{sharing as say, support, words},
    model::{edit::sharing::SharingEdit, id::UnitId, quantity::Yuan, sharing::Transfer, text::Text},
    ui::{
        cx::Cx,
        dialogs::{
            body_ui,
            form::{Note, combo_ui, deed_ui, entry_ui, note_ui},
            heading, modal, sheet_width, take_keyboard,
        },
        theme::SPACE_12,
    },
    workbench::command::Command,
};

/// The sheet between frames.
#[derive(Debug)]
pub struct TransferSheet {
    ids: Vec<UnitId>,
    names: Vec<String>,
    known: Option<(UnitId, UnitId)>,
    from: usize,
    to: usize,
    amount: String,
    first: String,
    last: String,
    reason: String,
    has_tried: bool,
    is_new: bool,
}

impl TransferSheet {
    /// The sheet of the transfer between two units, or of a new one over the years by which the plan is weighed.
    pub fn new(cx: &Cx<'_>, between: Option<(UnitId, UnitId)>) -> Self {
        let (ids, names) = units(cx);
        let key = between.clone().map(|(from, to)| (cx.bench.plan().clone(), from, to));
        let known = key.and_then(|key| cx.scenario().transfers.get(&key));
        let first = cx.scenario().as_of.year().saturating_add(1);
        let (from, to) = between.clone().unzip();
        let second = usize::from(between.is_none() && ids.len() > 1);
        Self {
            from: place_of(&ids, from.as_ref()),
            to: to.as_ref().map_or(second, |to| place_of(&ids, Some(to))),
            amount: known.map(|it| typed_wan(it.amount)).unwrap_or_default(),
            first: known.map_or(first, |it| it.first_year).to_string(),
            last: known.map_or(first.saturating_add(HORIZON - 1), |it| it.last_year).to_string(),
            reason: known.map(|it| it.reason.clone()).unwrap_or_default(),
            known: between,
            ids,
            names,
            has_tried: false,
            is_new: true,
        }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut stays = true;
        let modal = modal(cx, "transfer").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 520.0));
            heading(ui, cx.say(say::TRANSFER_SHEET));
            let amount = self.amount();
            let (first, last) = (year(&self.first), self.last());
            let alike = (self.from == self.to).then(|| cx.say(say::SAME_UNIT));
            let lacks_reason = self.reason.trim().is_empty().then(|| cx.say(words::REASON_MISSING));
            body_ui(ui, |ui| {
                combo_ui(ui, "transfer from", cx.say(say::PAYS), cx, &self.names, &mut self.from);
                ui.add_space(6.0);
                combo_ui(ui, "transfer to", cx.say(say::RECEIVES), cx, &self.names, &mut self.to);
                note_ui(ui, cx, &Note::of("", alike, true));
                let wrong = amount.as_ref().err().map(|it| cx.tell(it));
                let note = Note::of(cx.say(say::SHOWS_IN_YUAN), wrong, self.has_tried || !self.amount.is_empty());
                let field = entry_ui(ui, "transfer amount", cx.say(say::AMOUNT_FIELD), &mut self.amount, cx, &note);
                take_keyboard(ui, &field, &mut self.is_new);
                ui.columns(2, |columns| {
                    let [left, right] = columns else { return };
                    let note = Note::of("", first.as_ref().err().map(|it| cx.tell(it)), true);
                    entry_ui(left, "transfer first", cx.say(say::FIRST_YEAR), &mut self.first, cx, &note);
                    let note = Note::of("", last.as_ref().err().map(|it| cx.tell(it)), true);
                    entry_ui(right, "transfer last", cx.say(say::LAST_YEAR), &mut self.last, cx, &note);
                });
                let note = Note::of("", lacks_reason, self.has_tried);
                entry_ui(ui, "transfer reason", cx.say(words::REASON), &mut self.reason, cx, &note);
            });
            ui.add_space(SPACE_12);
            match deed_ui(ui, cx, cx.say(words::SAVE), Ok(())) {
                Some(true) => {
                    self.has_tried = true;
                    let of = self.ids.get(self.from).zip(self.ids.get(self.to));
                    if let (Ok(amount), Ok(first_year), Ok(last_year), None, None, Some((from, to))) =
                        (amount, first, last, alike, lacks_reason, of)
                    {
                        let (plan, from, to) = (cx.bench.plan().clone(), from.clone(), to.clone());
                        let reason = self.reason.trim().to_owned();
                        self.agree(cx, Transfer { plan, from, to, amount, first_year, last_year, reason });
                        stays = false;
                    }
                }
                Some(false) => stays = false,
                None => {}
            }
        });
        stays && !modal.should_close()
    }

    /// Records the transfer; where it is between other units than before, it takes the place of the earlier one.
    fn agree(&self, cx: &Cx<'_>, transfer: Transfer) {
        let moved = self.known.clone().filter(|(from, to)| (from, to) != (&transfer.from, &transfer.to));
        if let Some((from, to)) = moved {
            cx.push(Command::Share(SharingEdit::DropTransfer { plan: transfer.plan.clone(), from, to }));
        }
        cx.push(Command::Share(SharingEdit::AgreeTransfer(transfer)));
    }

    fn amount(&self) -> Result<Yuan, Text> {
        match yuan(&self.amount)? {
            Some(amount) if amount > Yuan::ZERO => Ok(amount),
            Some(_) | None => Err(support::ONLY_ABOVE_ZERO.into()),
        }
    }

    fn last(&self) -> Result<i16, Text> {
        let last = year(&self.last)?;
        match year(&self.first) {
            Ok(first) if last < first => Err(say::YEARS_TURNED.into()),
            Ok(_) | Err(_) => Ok(last),
        }
    }
}

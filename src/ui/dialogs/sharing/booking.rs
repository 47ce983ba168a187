//! The sheet of a year of a ledger: tax that stayed, incentives and what was handed on, with the shares that follow.

use egui::Context;

use super::{typed_wan, yuan};
use crate::{
    analysis::sharing::{Ledger, Row},
    i18n::{finding::project_name, sharing as say, words},
    model::{edit::sharing::SharingEdit, id::ProjectId, quantity::Yuan, sharing::LedgerEntry, text::Text},
    ui::{
        cx::Cx,
        dialogs::{
            body_ui,
            form::{Note, deed_ui, entry_ui, label_ui, marked_ui},
            heading, modal, sheet_width, take_keyboard,
        },
        theme::{SPACE_8, SPACE_12, Signal},
        widgets::icon::Icon,
    },
    workbench::command::Command,
};

/// The sheet between frames.
#[derive(Debug)]
pub struct BookingSheet {
    project: ProjectId,
    year: i16,
    tax: String,
    incentives: String,
    paid: String,
    is_new: bool,
}

impl BookingSheet {
    /// What is booked of `year` on the agreement about `project`.
    pub fn new(cx: &Cx<'_>, project: ProjectId, year: i16) -> Self {
        let entry = cx.scenario().ledger.get(&(cx.bench.plan().clone(), project.clone(), year));
        let typed =
            |of: fn(&LedgerEntry) -> Option<Yuan>| entry.and_then(|it| of(it)).map(typed_wan).unwrap_or_default();
        Self {
            tax: typed(|it| it.tax),
            incentives: typed(|it| it.incentives),
            paid: typed(|it| it.paid),
            project,
            year,
            is_new: true,
        }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut stays = true;
        let modal = modal(cx, "booking").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 520.0));
            heading(ui, &format!("{} · {}", cx.say(say::BOOKING_SHEET), self.year));
            let read = [yuan(&self.tax), yuan(&self.incentives), yuan(&self.paid)];
            let entry = self.entry(cx, &read);
            body_ui(ui, |ui| {
                let name = project_name(cx.scenario(), &self.project);
                label_ui(ui, cx, &format!("{} {}", self.project, cx.tell(&name)));
                ui.add_space(SPACE_8);
                let fields = [
                    (say::TAX_FIELD, &mut self.tax, "booking tax", cx.say(say::SHOWS_IN_YUAN)),
                    (say::INCENTIVES_FIELD, &mut self.incentives, "booking incentives", ""),
                    (say::PAID_FIELD, &mut self.paid, "booking paid", cx.say(say::EMPTY_TAKES_BACK)),
                ];
                for ((label, typed, id, hint), read) in fields.into_iter().zip(&read) {
                    let note = Note::of(hint, read.as_ref().err().map(|it| cx.tell(it)), true);
                    let field = entry_ui(ui, id, cx.say(label), typed, cx, &note);
                    if id == "booking tax" {
                        take_keyboard(ui, &field, &mut self.is_new);
                    }
                }
                if let Some(row) = entry.as_ref().and_then(|entry| row_with(cx, entry)) {
                    let told = say::year_shares(&row);
                    marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.tell(&told));
                }
            });
            ui.add_space(SPACE_12);
            match deed_ui(ui, cx, cx.say(words::SAVE), Ok(())) {
                Some(true) => {
                    if let Some(entry) = entry {
                        book(cx, entry);
                        stays = false;
                    }
                }
                Some(false) => stays = false,
                None => {}
            }
        });
        stays && !modal.should_close()
    }

    fn entry(&self, cx: &Cx<'_>, read: &[Result<Option<Yuan>, Text>; 3]) -> Option<LedgerEntry> {
        let [Ok(tax), Ok(incentives), Ok(paid)] = read else { return None };
        let (plan, project) = (cx.bench.plan().clone(), self.project.clone());
        Some(LedgerEntry { plan, project, year: self.year, tax: *tax, incentives: *incentives, paid: *paid })
    }
}

/// Books `entry`, unless nothing changes.
fn book(cx: &Cx<'_>, entry: LedgerEntry) {
    let known = cx.scenario().ledger.get(&(entry.plan.clone(), entry.project.clone(), entry.year)).map(AsRef::as_ref);
    let is_empty = entry.tax.is_none() && entry.incentives.is_none() && entry.paid.is_none();
    if known != Some(&entry) && !(known.is_none() && is_empty) {
        cx.push(Command::Share(SharingEdit::Book(entry)));
    }
}

/// The year as it would be with `entry`.
fn row_with(cx: &Cx<'_>, entry: &LedgerEntry) -> Option<Row> {
    entry.tax?;
    let mut world = cx.world().clone();
    world.ledger.insert(entry.clone());
    let agreement = world.agreements.get(&(entry.plan.clone(), entry.project.clone()))?;
    let ledger = Ledger::of(&world, cx.bench.judgement().facts(), agreement)?;
    ledger.year(entry.year).cloned()
}

//! How good has the advice been? The rank that it gives to the parks where real projects went, beside three baselines.

mod rates;
mod rows;

use egui::{Context, ScrollArea, Ui};

use super::{form::marked_ui, heading, modal, sheet_height, sheet_width};
use crate::{
    i18n::{backtest as say, words},
    ui::{
        cx::Cx,
        theme::{Lettering, SPACE_4, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
        },
    },
    workbench::{backtest::Backtest, command::Command},
};
use rows::RowsPage;

/// The sheet between frames.
#[derive(Debug, Default)]
pub struct BacktestSheet {
    rows: RowsPage,
}

impl BacktestSheet {
    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let backtest = cx.bench.backtest();
        // Begun when the sheet opens, and again when the document changes behind it.
        if backtest.is_none() {
            cx.push(Command::RunBacktest);
            ctx.request_repaint();
        }
        let is_done = backtest.is_some_and(Backtest::is_done);
        let mut is_closed = false;
        let modal = modal(cx, "backtest").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 880.0));
            heading(ui, cx.say(say::TITLE));
            match backtest {
                Some(it) if it.cases().is_empty() => {
                    marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(say::UNKNOWN));
                }
                Some(it) if is_done => self.told_ui(ui, cx, it),
                Some(it) if it.has_broken_off() => {
                    marked_ui(ui, cx, (Icon::Broken, Signal::Broken), cx.say(say::BROKE_OFF));
                }
                Some(it) => {
                    ui.label(cx.tell(&say::under_way(it.rows().len(), it.cases().len())));
                }
                None => {}
            }
            ui.add_space(SPACE_12);
            let name = if is_done { words::CLOSE } else { words::CANCEL };
            is_closed = button_ui(ui, cx.theme, &Button::primary(cx.say(name)).keys("Esc")).clicked();
        });
        let is_closed = is_closed || modal.should_close();
        if is_closed && !is_done {
            cx.push(Command::StopBacktest);
        }
        !is_closed
    }

    fn told_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, backtest: &Backtest) {
        let rows = backtest.rows();
        let height = sheet_height(ui, 860.0);
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - SPACE_12);
            let plan = cx.scenario().plans.get(backtest.plan()).map(|it| &it.name);
            let weights = say::weights(plan.filter(|_| backtest.has_own_weights()));
            text_ui(ui, cx, cx.tell(&weights));
            text_ui(ui, cx, cx.say(say::MEASURED));
            ui.add_space(SPACE_8);
            rates::ui(ui, cx, rows);
            ui.add_space(SPACE_4);
            text_ui(ui, cx, cx.say(say::COLUMNS));
            ui.add_space(SPACE_12);
            self.rows.ui(ui, cx, rows);
        });
    }
}

/// A few lines in small letters.
fn text_ui(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    ui.label(egui::RichText::new(words).font(Type::Small.font()).color(cx.theme.text2));
}

//! How good has the advice been? The rank that it gives to the parks where real projects went, beside three baselines.

mod rates;
mod rows;

use egui::{Context, ScrollArea, Ui};

use super::{form::marked_ui, heading, modal, sheet_height, sheet_width};
use crate::{
    advise::backtest::{self, Row, Settled},
    i18n::{backtest as say, words},
    ui::{
        cx::Cx,
        theme::{SPACE_4, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
        },
    },
    workbench::settled,
};
use rows::RowsPage;

/// Cases that are judged in one frame: a frame stays short, and the window answers while the others wait.
const A_FRAME: usize = 9;

/// What the advice says to the real projects, as far as they have been judged; kept as long as the document stays the same.
#[derive(Debug, Default)]
pub struct Backtest {
    /// State of the document.
    of: Option<u64>,
    /// The cases; none where the scenario does not know all of their parks and sub-sectors.
    cases: Vec<Settled>,
    /// What was said to those that were judged, in their order.
    rows: Vec<Row>,
}

impl Backtest {
    /// Judges the next few cases, from the first where the document is another one.
    fn go_on(&mut self, cx: &Cx<'_>) {
        let generation = cx.bench.generation();
        if self.of != Some(generation) {
            let cases = settled::of(cx.scenario()).unwrap_or_default();
            *self = Self { of: Some(generation), cases, rows: Vec::new() };
        }
        let done = self.rows.len();
        let next = self.cases.get(done..done.saturating_add(A_FRAME).min(self.cases.len()));
        self.rows.extend(backtest::run(cx.scenario(), next.unwrap_or_default()));
    }

    fn is_done(&self) -> bool {
        self.rows.len() == self.cases.len()
    }
}

/// The sheet between frames.
#[derive(Debug, Default)]
pub struct BacktestSheet {
    rows: RowsPage,
}

impl BacktestSheet {
    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, backtest: &mut Backtest) -> bool {
        backtest.go_on(cx);
        let mut is_closed = false;
        let modal = modal(cx, "backtest").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 880.0));
            heading(ui, cx.say(say::TITLE));
            if backtest.cases.is_empty() {
                marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(say::UNKNOWN));
            } else if backtest.is_done() {
                self.told_ui(ui, cx, &backtest.rows);
            } else {
                ui.label(cx.tell(&say::under_way(backtest.rows.len(), backtest.cases.len())));
                ui.ctx().request_repaint();
            }
            ui.add_space(SPACE_12);
            let name = if backtest.is_done() { words::CLOSE } else { words::CANCEL };
            is_closed = button_ui(ui, cx.theme, &Button::primary(cx.say(name)).keys("Esc")).clicked();
        });
        !is_closed && !modal.should_close()
    }

    fn told_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rows: &[Row]) {
        let height = sheet_height(ui, 860.0);
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - SPACE_12);
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

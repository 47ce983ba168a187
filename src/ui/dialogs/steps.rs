//! The history of steps: every one that was done or undone, the newest first; each leads to the state after it.

use std::rc::Rc;

use egui::{Align, Id, Rect, Role as AccessRole, ScrollArea, Ui, WidgetInfo, pos2, vec2};

use super::{
    form::{Note, entry_ui, row_ui},
    heading, sheet_height,
};
use crate::{
    i18n::words,
    model::history::MOST_STEPS,
    ui::{
        cx::Cx,
        theme::{SPACE_4, SPACE_8, Type},
        widgets::{
            icon::{self, Icon},
            text::line,
            tip::Tip,
        },
    },
    workbench::{command::Command, steps::HistoryStep},
};

/// Height of a row, in points.
const ROW: f32 = 28.0;

/// The sheet between frames.
#[derive(Debug, Default)]
pub struct StepsSheet {
    typed: String,
    /// The steps, of the document as it then was.
    steps: Option<(u64, Rc<[HistoryStep]>)>,
}

impl StepsSheet {
    /// Draws the sheet.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        heading(ui, cx.say(words::STEPS).trim_end_matches('…'));
        let steps = self.steps(cx);
        if steps.is_empty() {
            ui.weak(cx.say(words::NO_STEPS));
            return;
        }
        entry_ui(
            ui,
            "narrow steps",
            cx.say(words::NARROW_STEPS),
            &mut self.typed,
            cx,
            &Note::Hint(cx.say(words::STEPS_HINT)),
        );
        ui.add_space(SPACE_4);
        let wanted = self.typed.trim().to_lowercase();
        let shown: Vec<&HistoryStep> =
            steps.iter().filter(|step| cx.tell(&step.name).to_lowercase().contains(&wanted)).collect();
        if shown.is_empty() {
            ui.weak(cx.say(words::NO_SUCH_STEP));
        }
        // The start stands under the steps, unless they are narrowed.
        let rows = shown.len().saturating_add(usize::from(wanted.is_empty()));
        let height = sheet_height(ui, 480.0) - 70.0;
        let area = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW, rows, |ui, range| {
            for at in range {
                match shown.get(at) {
                    Some(step) => step_ui(ui, cx, step),
                    None => start_ui(ui, cx, steps.len()),
                }
            }
        });
        ui.spacing_mut().item_spacing.y = SPACE_8;
    }

    fn steps(&mut self, cx: &Cx<'_>) -> Rc<[HistoryStep]> {
        let revision = cx.bench.revision();
        if let Some((of, steps)) = &self.steps
            && *of == revision
        {
            return Rc::clone(steps);
        }
        let steps: Rc<[HistoryStep]> = cx.bench.steps().into();
        self.steps = Some((revision, Rc::clone(&steps)));
        steps
    }
}

fn step_ui(ui: &mut Ui, cx: &Cx<'_>, step: &HistoryStep) {
    let is_now = step.to == cx.bench.revision();
    let state = match (is_now, step.is_done) {
        (true, _) => cx.say(words::STEP_NOW),
        (false, true) => "",
        (false, false) => cx.say(words::STEP_UNDONE),
    };
    let sign = if step.is_done { Icon::Tick } else { Icon::Redo };
    state_ui(ui, cx, step.to, sign, cx.tell(&step.name), state);
}

/// The state before the oldest step.
fn start_ui(ui: &mut Ui, cx: &Cx<'_>, steps: usize) {
    let first = cx.bench.first_revision();
    let is_now = first == cx.bench.revision();
    let words = cx.say(if steps >= MOST_STEPS { words::STEPS_FORGOTTEN } else { words::STEPS_START });
    state_ui(ui, cx, first, Icon::File, words, if is_now { cx.say(words::STEP_NOW) } else { "" });
}

/// A row that leads to a state.
fn state_ui(ui: &mut Ui, cx: &Cx<'_>, revision: u64, sign: Icon, name: &str, state: &str) {
    let is_now = revision == cx.bench.revision();
    let is_ahead = sign == Icon::Redo;
    let (rect, response) = row_ui(ui, cx, Id::unique(("step", revision)), ROW, true);
    let state_words = if state.is_empty() { String::new() } else { format!(" · {state}") };
    let spoken = format!("{} {name}{state_words}", cx.say(words::GO_TO_STEP));
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_now, &spoken));
    let mark = Rect::from_center_size(pos2(rect.left() + 12.0, rect.center().y), vec2(14.0, 14.0));
    let ink = if is_ahead { cx.theme.text3 } else { cx.theme.text1 };
    icon::paint(ui.painter(), sign, mark, cx.theme.text2);
    let right =
        line(ui.painter(), rect.shrink2(vec2(SPACE_8, 0.0)), Align::Max, state, Type::SmallBold, cx.theme.accent);
    let place =
        Rect::from_min_max(pos2(mark.right() + SPACE_8, rect.top()), pos2(right.rect.left() - SPACE_8, rect.bottom()));
    let style = if is_now { Type::BodyBold } else { Type::Body };
    let shown = line(ui.painter(), place, Align::Min, name, style, ink);
    if response.clicked() && !is_now {
        cx.push(Command::GoTo(revision));
    }
    if shown.truncated {
        response.tip(name);
    }
}

//! One page of help, from top to bottom.

use egui::{Color32, Frame, Label, RichText, Sense, Ui, vec2};

use crate::{
    i18n::help::{self as say, Formula, Mark, Page, Sign, Step},
    ui::{
        cx::{Cx, Workspace, signal},
        theme::{Lettering, RADIUS_ROW, SPACE_2, SPACE_4, SPACE_8, SPACE_12, SPACE_16, Signal, Type},
        widgets::icon::{self, Icon},
    },
};

/// Width from which what is done stands beside how it is done, in points.
const BESIDE: f32 = 480.0;
/// Width of what is done, in points.
const WHAT: f32 = 176.0;
/// Width of the word before how it is done, in points.
const HOW: f32 = 44.0;
/// Room to the right of the page, for its scroll bar, in points.
const BAR: f32 = 12.0;
/// Room before each of several things that the scenario sets, in points.
const INDENT: f32 = 4.0;
/// Width of a sign, in points.
const SIGN: f32 = 22.0;

/// The page of a workspace.
pub const fn of(workspace: Workspace) -> Page {
    match workspace {
        Workspace::Existing => say::existing::PAGE,
        Workspace::Placement => say::placement::PAGE,
        Workspace::Clusters => say::clusters::PAGE,
        Workspace::Evaluation => say::evaluation::PAGE,
        Workspace::Sharing => say::sharing::PAGE,
        Workspace::Compare => say::compare::PAGE,
        Workspace::Session => say::session::PAGE,
    }
}

/// Draws it.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, page: Page) {
    ui.set_max_width((ui.available_width() - BAR).max(0.0));
    ui.spacing_mut().item_spacing = vec2(SPACE_8, SPACE_4);
    words_ui(ui, cx.say(page.answers), Type::StrongRegular, cx.theme.text1);
    section_ui(ui, cx.say(say::STEPS), cx.theme.text1);
    for step in page.steps {
        step_ui(ui, cx, step);
    }
    section_ui(ui, cx.say(say::FORMULAS), cx.theme.text1);
    for formula in page.formulas {
        formula_ui(ui, cx, formula);
    }
    section_ui(ui, cx.say(say::SIGNS), cx.theme.text1);
    for sign in page.signs {
        sign_ui(ui, cx, sign);
    }
}

fn words_ui(ui: &mut Ui, words: &str, style: Type, ink: Color32) {
    ui.add(Label::new(RichText::new(words).font(style.font()).color(ink)).wrap());
}

fn section_ui(ui: &mut Ui, title: &str, ink: Color32) {
    ui.add_space(SPACE_16);
    words_ui(ui, title, Type::CardTitle, ink);
    ui.add_space(SPACE_2);
}

/// Two things side by side, the first of this width.
fn pair_ui(ui: &mut Ui, width: f32, one: impl FnOnce(&mut Ui), other: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            one(ui);
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            other(ui);
        });
    });
}

fn step_ui(ui: &mut Ui, cx: &Cx<'_>, step: &Step) {
    let what = |ui: &mut Ui| words_ui(ui, cx.say(step.what), Type::BodyBold, cx.theme.text1);
    let how = |ui: &mut Ui| {
        for (with, words) in [(say::MOUSE, step.mouse), (say::KEYS, step.keys)] {
            let with = |ui: &mut Ui| words_ui(ui, cx.say(with), Type::Small, cx.theme.text2);
            pair_ui(ui, HOW, with, |ui| words_ui(ui, cx.say(words), Type::Body, cx.theme.text1));
        }
    };
    if ui.available_width() < BESIDE {
        what(ui);
        how(ui);
    } else {
        pair_ui(ui, WHAT, what, how);
    }
    ui.add_space(SPACE_8);
}

fn formula_ui(ui: &mut Ui, cx: &Cx<'_>, formula: &Formula) {
    words_ui(ui, cx.say(formula.name), Type::BodyBold, cx.theme.text1);
    Frame::NONE.fill(cx.theme.sunken).corner_radius(RADIUS_ROW).inner_margin(vec2(SPACE_12, SPACE_8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for reckoned in cx.say(formula.reckoned).lines() {
            words_ui(ui, reckoned, Type::StrongRegular, cx.theme.text1);
        }
    });
    words_ui(ui, cx.say(formula.read), Type::Body, cx.theme.text1);
    if let Some(live) = formula.live {
        let told = live.told(cx.scenario(), cx.bench.plan());
        live_ui(ui, cx, cx.tell(&told));
    }
    words_ui(ui, &format!("{}{}", cx.say(say::SOURCE), cx.say(formula.source)), Type::Small, cx.theme.text2);
    ui.add_space(SPACE_12);
}

/// What the open scenario sets: in one line, or below each other where it is much.
fn live_ui(ui: &mut Ui, cx: &Cx<'_>, told: &str) {
    if told.is_empty() {
        return;
    }
    let here = cx.say(say::HERE);
    if told.lines().count() == 1 {
        words_ui(ui, &format!("{here}{told}"), Type::BodyBold, cx.theme.text2);
        return;
    }
    words_ui(ui, here.trim_end(), Type::BodyBold, cx.theme.text2);
    for line in told.lines() {
        pair_ui(ui, INDENT, |_| (), |ui| words_ui(ui, line, Type::Body, cx.theme.text2));
    }
}

fn sign_ui(ui: &mut Ui, cx: &Cx<'_>, sign: &Sign) {
    let mark = |ui: &mut Ui| match sign.mark {
        Mark::State(state) => icon_ui(ui, cx, signal(state)),
        Mark::Vetoed => icon_ui(ui, cx, Signal::Vetoed),
        Mark::Written(letters) => words_ui(ui, cx.say(letters), Type::BodyBold, cx.theme.text1),
    };
    pair_ui(ui, SIGN, mark, |ui| words_ui(ui, cx.say(sign.means), Type::Body, cx.theme.text1));
}

fn icon_ui(ui: &mut Ui, cx: &Cx<'_>, signal: Signal) {
    let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
    icon::paint(ui.painter(), Icon::of(signal), rect, cx.theme.tone(signal).ink);
}

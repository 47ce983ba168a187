//! The panel that solves: what is wished, how the search gets on, and the way to its review. It stands in the place of the
//! inspector and leaves everything else free: the plan may be edited meanwhile.

use egui::{Align, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::inspector::parts::{FOOT, foot_ui, row, rule_off, section, spoken_row};
use crate::{
    i18n::{self, review as say, words},
    optimise::positions::Costs,
    ui::{
        actions::{self, Action},
        charts::course,
        cx::{Ask, Cx},
        dialogs::deed_pressed,
        theme::{SPACE_4, SPACE_8, SPACE_12, Type},
        widgets::{
            button::{Button, Segment, button_at_ui, button_ui, segmented_ui},
            icon::{self, Icon},
            text::line,
        },
    },
    workbench::{
        Selection,
        command::Command,
        solving::{SolveWish, Solving},
    },
};

/// Times that are offered, in seconds.
const TIMES: [u32; 5] = [5, 10, 30, 60, 300];
/// Numbers of placed projects that may move; none for any number.
const MOST_MOVED: [Option<usize>; 6] = [None, Some(1), Some(2), Some(3), Some(5), Some(10)];
/// Height of the curves, in points.
const CURVES: f32 = 170.0;

/// The panel between frames.
#[derive(Debug)]
pub struct SolvePanel {
    is_open: bool,
    wish: SolveWish,
    /// What was selected when it opened: who selects something else wants to see that.
    beside: Selection,
}

impl Default for SolvePanel {
    fn default() -> Self {
        Self { is_open: false, wish: SolveWish::default(), beside: Selection::Nothing }
    }
}

impl SolvePanel {
    /// Whether it stands in the place of the inspector.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Opens it, or closes it.
    pub fn toggle(&mut self, selection: &Selection) {
        self.is_open = !self.is_open;
        self.beside = selection.clone();
    }

    /// Gives way to the inspector of what has been selected since.
    pub fn follow(&mut self, selection: &Selection) {
        self.is_open &= self.beside == *selection;
    }

    /// Draws the panel.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.expand_to_include_rect(ui.max_rect());
        self.head_ui(ui, cx);
        let room = ui.available_height() - FOOT;
        let solving = cx.bench.solving();
        ScrollArea::vertical().id_salt("solve").max_height(room).auto_shrink(false).show(ui, |ui| match solving {
            Some(solving) => progress_ui(ui, cx, solving),
            None => self.wish_ui(ui, cx),
        });
        foot_ui(ui, cx, |ui| match solving {
            Some(solving) => {
                let stop = Button::primary(cx.say(say::STOP)).enabled(!solving.course().is_stopped());
                if button_ui(ui, cx.theme, &stop).clicked() {
                    cx.push(Command::StopSolving);
                }
            }
            None => self.begin_ui(ui, cx),
        });
    }

    fn head_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let rect = row(ui, 44.0);
        let mark = Rect::from_center_size(pos2(rect.left() + 9.0, rect.center().y), vec2(18.0, 18.0));
        icon::paint(ui.painter(), Icon::Solve, mark, cx.theme.accent);
        let title = Rect::from_min_max(pos2(mark.right() + SPACE_8, rect.top()), rect.max);
        line(ui.painter(), title, Align::Min, cx.say(say::TITLE), Type::Heading, cx.theme.text1);
        let close = Rect::from_center_size(pos2(rect.right() - 12.0, rect.center().y), vec2(24.0, 24.0));
        let button = Button::quiet(Icon::Close, cx.say(words::CLOSE)).small();
        if button_at_ui(ui, cx.theme, close, egui::Id::unique("close solve"), &button).clicked() {
            self.is_open = false;
        }
    }

    fn wish_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        spoken_row(ui, cx, cx.say(say::ABOUT), Type::Small, cx.theme.text2);
        rule_off(ui, cx);
        if cx.bench.review().is_some() {
            awaits_ui(ui, cx);
            rule_off(ui, cx);
        }
        label(ui, cx, cx.say(say::WHAT));
        let mut what = usize::from(self.wish.moves) + usize::from(self.wish.positions);
        let names = [say::REST, say::EVERYTHING, say::POSITIONS].map(|it| cx.say(it).to_owned());
        choice_ui(ui, cx, &names, &mut what);
        (self.wish.moves, self.wish.positions) = (what >= 1, what >= 2);
        if self.wish.moves {
            label(ui, cx, cx.say(say::MOST_MOVED));
            let names = MOST_MOVED.map(|it| it.map_or_else(|| cx.say(say::NO_LIMIT).to_owned(), |it| it.to_string()));
            let mut at = MOST_MOVED.iter().position(|it| *it == self.wish.most_moved).unwrap_or(0);
            choice_ui(ui, cx, &names, &mut at);
            self.wish.most_moved = MOST_MOVED.get(at).copied().flatten();
        } else {
            self.wish.most_moved = None;
        }
        label(ui, cx, cx.say(say::TIME));
        let unit = if cx.is_chinese() { "秒" } else { "s" };
        let names = TIMES.map(|it| {
            if it == 300 && cx.is_chinese() {
                "5 分".to_owned()
            } else if it == 300 {
                "5 min".to_owned()
            } else {
                format!("{it} {unit}")
            }
        });
        let mut at = TIMES.iter().position(|it| *it == self.wish.seconds).unwrap_or(1);
        choice_ui(ui, cx, &names, &mut at);
        self.wish.seconds = TIMES.get(at).copied().unwrap_or(10);
        ui.add_space(SPACE_12);
        let (waiting, free) = cx.bench.solvable();
        let pinned = cx.bench.judgement().facts().parks().map(|(_, facts)| facts.pinned.len()).sum();
        let prospect =
            say::prospect((self.wish.moves, self.wish.positions, self.wish.most_moved), waiting, free, pinned);
        spoken_row(ui, cx, cx.tell(&prospect), Type::Body, cx.theme.text1);
        if self.wish.positions {
            let it = Costs::default();
            let told = say::costs([it.add, it.drop, it.raise, it.lower, it.widen]);
            spoken_row(ui, cx, cx.tell(&told), Type::Small, cx.theme.text2);
        }
        spoken_row(ui, cx, cx.say(say::GO_ON), Type::Small, cx.theme.text2);
    }

    fn begin_ui(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let may = cx.scenario().may_change(cx.bench.plan());
        let begin = Button::primary(cx.say(say::BEGIN)).icon(Icon::Solve).keys("Ctrl+Enter").enabled(may);
        let begin = if may { begin } else { begin.hover(cx.say(words::READ_ONLY)) };
        let keys = may && deed_pressed(ui);
        if button_ui(ui, cx.theme, &begin).clicked() || keys {
            cx.push(Command::Solve(self.wish));
        }
    }
}

fn label(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    let rect = row(ui, 26.0);
    let rect = Rect::from_min_max(pos2(rect.left(), rect.top() + 6.0), rect.max);
    line(ui.painter(), rect, Align::Min, words, Type::Small, cx.theme.text2);
}

fn choice_ui(ui: &mut Ui, cx: &Cx<'_>, names: &[String], chosen: &mut usize) {
    let segments: Vec<Segment<'_>> = names.iter().map(|name| Segment { name, icon: None }).collect();
    ui.horizontal(|ui| {
        ui.add_space(14.0);
        segmented_ui(ui, cx.theme, &segments, chosen);
    });
}

/// A review waits: the way to it.
fn awaits_ui(ui: &mut Ui, cx: &Cx<'_>) {
    section(ui, cx, cx.say(say::AWAITS), "");
    if let Some((score, bound, is_best)) = cx.bench.shown_bound() {
        let quality = i18n::solve::quality(is_best, score, bound);
        spoken_row(ui, cx, cx.tell(&quality), Type::Small, cx.theme.text2);
    }
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::hover());
    let mut left = strip.left() + 14.0;
    let keys = actions::keys_of(Action::Review);
    let buttons = [
        (Button::new(cx.say(say::REVIEW)).keys(&keys), Ask::Do(Action::Review)),
        (Button::new(cx.say(say::DISCARD)), Ask::Do(Action::LeaveReview)),
    ];
    for (at, (button, ask)) in buttons.into_iter().enumerate() {
        let size = button.size(ui.painter());
        let place = Rect::from_min_size(pos2(left, strip.top() + 2.0), size);
        if button_at_ui(ui, cx.theme, place, egui::Id::unique(("awaiting review", at)), &button).clicked() {
            cx.ask(ask);
        }
        left = place.right() + SPACE_8;
    }
}

fn progress_ui(ui: &mut Ui, cx: &Cx<'_>, solving: &Solving) {
    if solving.seeks_others() {
        spoken_row(ui, cx, cx.say(say::SEEKING), Type::Body, cx.theme.text1);
        return;
    }
    let course = solving.course();
    let points = course.points();
    let told = match points.last() {
        Some(last) => {
            let before = i18n::solve::score(cx.bench.judgement().score());
            let after = i18n::solve::score(last.score);
            section(ui, cx, cx.say(say::BEST_SO_FAR), "");
            spoken_row(ui, cx, cx.tell(&after), Type::BodyBold, cx.theme.text1);
            spoken_row(
                ui,
                cx,
                &format!("{} {}", cx.say(words::BEFORE_SOLVING), cx.tell(&before)),
                Type::Small,
                cx.theme.text2,
            );
            i18n::solve::quality(false, last.score, last.bound)
        }
        None => say::READING.into(),
    };
    spoken_row(ui, cx, cx.tell(&told), Type::Body, cx.theme.text2);
    ui.add_space(SPACE_8);
    if !points.is_empty() {
        let rect = row(ui, CURVES);
        course::ui(ui, cx, rect, &points, course.seconds());
        ui.add_space(SPACE_4);
    }
    let elapsed = say::elapsed(course.seconds(), course.time());
    spoken_row(ui, cx, cx.tell(&elapsed), Type::Body, cx.theme.text1);
    if course.looked_at() > 0 {
        spoken_row(ui, cx, cx.tell(&say::looked_at(course.looked_at())), Type::Small, cx.theme.text2);
    }
    rule_off(ui, cx);
    spoken_row(ui, cx, cx.say(say::GO_ON), Type::Small, cx.theme.text2);
    // The seconds go on also where nothing better is found.
    ui.ctx().request_repaint_after_secs(super::strip::SECONDS_SHOWN);
}

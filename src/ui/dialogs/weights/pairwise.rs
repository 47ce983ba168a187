//! The weights by comparisons of the groups in pairs: ten judgements, what they come to, and how well they fit together.

use egui::{Align, Layout, Role as AccessRole, ScrollArea, Sense, Slider, Ui, WidgetInfo, vec2};

use crate::{
    i18n::{self, criterion::Compared, words},
    suitability::{
        Group,
        comparisons::{self, Comparisons, MOST},
        methods::ahp::{Consistency, Priorities, RandomIndex},
    },
    ui::{
        cx::Cx,
        dialogs::form::{deed_ui, label_ui, marked_ui},
        theme::{Lettering, SPACE_2, SPACE_4, SPACE_8, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
            text::line,
        },
    },
    workbench::command::Command,
};

/// Height of a row in points of the screen.
const ROW: f32 = 24.0;
/// Width of the judgement in words, in points of the screen.
const VERDICT: f32 = 76.0;

/// The page between frames.
pub struct PairwisePage {
    judged: Comparisons,
    /// What the plan held when it was read last.
    read: Comparisons,
}

/// What the judgements come to.
struct Outcome {
    priorities: Priorities,
    ratio: f64,
    consistency: Consistency,
}

impl Outcome {
    fn of(judged: &Comparisons) -> Option<Self> {
        let priorities = judged.priorities()?;
        let ratio = priorities.consistency_ratio(&RandomIndex::default())?;
        Some(Self { priorities, ratio, consistency: Consistency::of(ratio) })
    }
}

impl PairwisePage {
    /// The judgements of the plan that is shown, or the usual ones.
    pub fn new(cx: &Cx<'_>) -> Self {
        let read = Comparisons::of(cx.scenario(), cx.bench.plan());
        Self { judged: read.clone(), read }
    }

    /// Draws the page; `true` when the judgements were applied, `None` while the person is at it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, height: f32) -> Option<bool> {
        self.follow(cx);
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
        area.show(ui, |ui| self.comparisons_ui(ui, cx));
        ui.add_space(SPACE_8);
        self.deed_ui(ui, cx)
    }

    /// Reads the plan again where it has changed behind the sheet, or where another one is shown.
    fn follow(&mut self, cx: &Cx<'_>) {
        let now = Comparisons::of(cx.scenario(), cx.bench.plan());
        if now != self.read {
            *self = Self { judged: now.clone(), read: now };
        }
    }

    /// The judgements, and what they come to.
    fn comparisons_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.spacing_mut().item_spacing.y = SPACE_2;
        label_ui(ui, cx, cx.say(words::COMPARISONS_HINT));
        ui.add_space(SPACE_4);
        for (one, other) in comparisons::pairs() {
            self.pair_ui(ui, cx, one, other);
        }
        ui.add_space(SPACE_8);
        if let Some(outcome) = Outcome::of(&self.judged) {
            self.outcome_ui(ui, cx, &outcome);
        }
        let button = Button::new(cx.say(words::USUAL_COMPARISONS)).small().icon(Icon::Undo);
        if button_ui(ui, cx.theme, &button.enabled(self.judged != Comparisons::default())).clicked() {
            self.judged = Comparisons::default();
        }
    }

    /// One pair: both groups, the slider between them, the judgement in words.
    fn pair_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, one: Group, other: Group) {
        let width = super::row_width(ui);
        ui.allocate_ui_with_layout(vec2(width, ROW), Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = SPACE_8;
            ui.spacing_mut().interact_size.y = ROW;
            let name_width = (width * 0.22).clamp(96.0, 150.0);
            let name_ui = |ui: &mut Ui, group: Group, align: Align, counts_more: bool| {
                let style = if counts_more { Type::BodyBold } else { Type::Body };
                let (rect, _) = ui.allocate_exact_size(vec2(name_width, ROW), Sense::hover());
                line(ui.painter(), rect, align, name(cx, group), style, cx.theme.text1);
            };
            let ratio = self.judged.ratio(one, other);
            name_ui(ui, one, Align::Max, ratio > 1.0);
            let mut place = place_of(ratio);
            ui.spacing_mut().slider_width = (width - 2.0 * name_width - VERDICT - 3.0 * SPACE_8).max(60.0);
            let slider = Slider::new(&mut place, 1.0 - MOST..=MOST - 1.0).step_by(1.0).show_value(false);
            let response = ui.add(slider.trailing_fill(false));
            let words = i18n::criterion::pair(one, other);
            let is_enabled = ui.is_enabled();
            response.widget_info(|| WidgetInfo::slider(is_enabled, place, cx.tell(&words)));
            if response.changed() {
                self.judged.set(one, other, ratio_at(place));
            }
            name_ui(ui, other, Align::Min, ratio < 1.0);
            let verdict = i18n::criterion::judgement(self.judged.ratio(one, other));
            let (rect, response) = ui.allocate_exact_size(vec2(VERDICT, ROW), Sense::hover());
            line(ui.painter(), rect, Align::Max, cx.tell(&verdict), Type::Body, cx.theme.text2);
            let told = format!("{}: {}", cx.tell(&words), cx.tell(&verdict));
            response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
        });
    }

    /// The weights of the groups, the consistency in words, and the worst judgement.
    fn outcome_ui(&self, ui: &mut Ui, cx: &Cx<'_>, outcome: &Outcome) {
        label_ui(ui, cx, cx.say(words::GROUP_WEIGHTS));
        ui.columns(Group::ALL.len(), |columns| {
            for ((ui, group), weight) in columns.iter_mut().zip(Group::ALL).zip(&outcome.priorities.weights) {
                ui.label(egui::RichText::new(i18n::criterion::per_cent(*weight)).font(Type::Strong.font()));
                label_ui(ui, cx, name(cx, group));
            }
        });
        ui.add_space(SPACE_8);
        let mark = match outcome.consistency {
            Consistency::Accepted => (Icon::Holds, Signal::Holds),
            Consistency::Doubtful => (Icon::of(Signal::Near), Signal::Near),
            Consistency::Rejected => (Icon::Broken, Signal::Broken),
        };
        marked_ui(ui, cx, mark, cx.tell(&i18n::criterion::consistency(outcome.ratio, outcome.consistency)));
        if let Some(worst) = outcome.priorities.worst
            && let (Some(one), Some(other)) = (Group::ALL.get(worst.row), Group::ALL.get(worst.column))
        {
            let judged = self.judged.ratio(*one, *other);
            let told = Compared { one: *one, other: *other, judged, implied: worst.implied };
            marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.tell(&i18n::criterion::worst(&told)));
        }
    }

    fn deed_ui(&self, ui: &mut Ui, cx: &Cx<'_>) -> Option<bool> {
        let outcome = Outcome::of(&self.judged);
        let consistency = outcome.as_ref().map_or(Consistency::Rejected, |it| it.consistency);
        let may = if !cx.scenario().may_change(cx.bench.plan()) {
            Err(cx.say(words::READ_ONLY))
        } else if cx.scenario().scoring.is_empty() {
            Err(cx.say(words::NO_CRITERIA))
        } else if consistency == Consistency::Rejected {
            Err(cx.say(words::COMPARE_AGAIN))
        } else {
            Ok(())
        };
        let done = deed_ui(ui, cx, cx.say(words::APPLY_COMPARISONS), may);
        if let (Some(true), Some(outcome)) = (done, outcome) {
            let weights = comparisons::points(cx.scenario(), cx.bench.plan(), &outcome.priorities.weights);
            cx.push(Command::Compare { comparisons: self.judged.records(), weights });
        }
        done
    }
}

fn name(cx: &Cx<'_>, group: Group) -> &'static str {
    super::group_words(cx, group)
}

/// Place of a ratio on the slider: 0 for alike, −8 at the left end, where the group at the left counts 9 times as much.
fn place_of(ratio: f64) -> f64 {
    if ratio >= 1.0 { 1.0 - ratio } else { 1.0 / ratio - 1.0 }
}

/// The ratio at a place of the slider.
fn ratio_at(place: f64) -> f64 {
    if place <= 0.0 { 1.0 - place } else { 1.0 / (1.0 + place) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slider_shows_the_whole_scale() {
        for (place, ratio) in [(-8.0, 9.0), (-1.0, 2.0), (0.0, 1.0), (1.0, 0.5), (8.0, 1.0 / 9.0)] {
            assert!((ratio_at(place) - ratio).abs() < 1e-12 && (place_of(ratio) - place).abs() < 1e-12, "{place}");
        }
    }
}

//! The weights by points: the criteria by group, each with a slider, its figure and its share of the sum.

use egui::{Align, Id, Key, Layout, Role as AccessRole, Sense, Slider, SliderClamping, TextEdit, Ui, WidgetInfo, vec2};

use crate::{
    i18n::{self, words},
    model::{
        id::RecordId,
        quantity::Factor,
        weights::{comparisons_of, own_weights_of, weights_of},
    },
    ui::{
        cx::Cx,
        dialogs::form::{label_ui, marked_ui, quantity},
        theme::{SPACE_2, SPACE_4, SPACE_8, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
            text::line,
            tip::Tip,
        },
    },
    workbench::command::Command,
};

/// Points at the right end of a slider; a figure may be typed beyond it.
const MOST_POINTS: f64 = 50.0;
/// Height of a row in points of the screen.
const ROW: f32 = 27.0;
/// Width of the figure in points of the screen.
const FIGURE: f32 = 52.0;
/// Width of the share in points of the screen.
const SHARE: f32 = 58.0;
/// Width of the mark of a weight of the plan's own in points of the screen.
const OWN: f32 = 96.0;

/// A weight that is being changed and stands in no edit yet.
#[derive(Debug, Clone, PartialEq)]
enum Changing {
    /// By the slider.
    Slid(RecordId, Factor),
    /// By its figure, as it is typed.
    Typed(RecordId, String),
}

impl Changing {
    fn criterion(&self) -> &RecordId {
        match self {
            Self::Slid(criterion, _) | Self::Typed(criterion, _) => criterion,
        }
    }
}

/// The page between frames.
#[derive(Debug, Default)]
pub struct PointsPage {
    changing: Option<Changing>,
}

/// One criterion as its row shows it.
struct Row {
    criterion: RecordId,
    name: String,
    /// In the plan.
    weight: Factor,
    /// In the scenario.
    of_scenario: Factor,
    is_own: bool,
}

/// What the page shows: the criteria by group, with the weights of the plan.
struct PointsView {
    groups: Vec<(String, Vec<Row>)>,
    /// Sum of all weights, in points.
    sum: Factor,
    has_own: bool,
    has_comparisons: bool,
    may_change: bool,
}

impl PointsView {
    fn new(cx: &Cx<'_>) -> Self {
        let (scenario, plan) = (cx.scenario(), cx.bench.plan());
        let weights = weights_of(scenario, plan);
        let row = |(id, weight): &(RecordId, Factor)| Row {
            criterion: id.clone(),
            name: cx.tell(&i18n::criterion::criterion_name(id)).to_owned(),
            weight: *weight,
            of_scenario: scenario.scoring.get(id).map_or(*weight, |it| it.weight),
            is_own: scenario.plan_weights.contains(&(plan.clone(), id.clone())),
        };
        let rows = super::by_group(&weights).into_iter();
        let groups = rows
            .map(|(group, members)| (super::group_words(cx, group).to_owned(), members.into_iter().map(row).collect()));
        Self {
            groups: groups.collect(),
            sum: weights.iter().fold(Factor::ZERO, |sum, (_, weight)| sum.plus(*weight)),
            has_own: own_weights_of(scenario, plan).next().is_some(),
            has_comparisons: comparisons_of(scenario, plan).next().is_some(),
            may_change: scenario.may_change(plan),
        }
    }
}

impl PointsPage {
    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let view = PointsView::new(cx);
        ui.spacing_mut().item_spacing.y = SPACE_2;
        if !view.may_change {
            marked_ui(ui, cx, (Icon::Lock, Signal::Unknown), cx.say(words::READ_ONLY));
        }
        if view.has_comparisons {
            marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(words::WEIGHTS_FOLLOW_COMPARISONS));
        }
        if view.groups.is_empty() {
            marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(words::NO_CRITERIA));
        }
        let sum = self.sum(&view);
        for (group, rows) in &view.groups {
            ui.add_space(SPACE_4);
            label_ui(ui, cx, group);
            for row in rows {
                ui.add_enabled_ui(view.may_change, |ui| self.row_ui(ui, cx, row, sum));
            }
        }
    }

    /// Draws what stands under the page: the sum, the way back, and the way out; `true` when the person takes that.
    pub fn foot_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let view = PointsView::new(cx);
        ui.add_space(SPACE_8);
        ui.label(cx.tell(&i18n::criterion::sum_of_points(self.sum(&view))));
        ui.add_space(SPACE_8);
        let may = view.may_change && (view.has_own || view.has_comparisons);
        let mut is_left = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = SPACE_8;
            is_left = button_ui(ui, cx.theme, &Button::new(cx.say(words::CLOSE)).keys("Esc")).clicked();
            let button = Button::new(cx.say(words::BACK_TO_SCENARIO_WEIGHTS)).icon(Icon::Undo).enabled(may);
            let why = if view.may_change { words::WEIGHTS_ARE_SCENARIOS } else { words::READ_ONLY };
            let button = if may { button } else { button.hover(cx.say(why)) };
            if button_ui(ui, cx.theme, &button).clicked() {
                self.changing = None;
                cx.push(Command::ResetWeights);
            }
        });
        is_left
    }

    /// Carries out what is being changed: one gesture, one edit. The figure that is typed must be one.
    pub fn leave(&mut self, cx: &Cx<'_>) {
        let change = match self.changing.take() {
            Some(Changing::Slid(criterion, weight)) => Some((criterion, weight)),
            Some(Changing::Typed(criterion, typed)) => quantity(&typed).ok().map(|weight| (criterion, weight)),
            None => None,
        };
        if let Some((criterion, weight)) = change {
            commit(cx, criterion, weight);
        }
    }

    /// Takes up a change; another one that is still open is carried out first.
    fn take_up(&mut self, cx: &Cx<'_>, change: Changing) {
        if self.changing.as_ref().is_some_and(|open| open.criterion() != change.criterion()) {
            self.leave(cx);
        }
        self.changing = Some(change);
    }

    /// Whether the change that is open is one of `row`.
    fn changes(&self, row: &Row) -> bool {
        self.changing.as_ref().is_some_and(|open| *open.criterion() == row.criterion)
    }

    /// The weight that `row` shows now: as it is being changed, or as the plan has it.
    fn shown(&self, row: &Row) -> Factor {
        match &self.changing {
            Some(Changing::Slid(criterion, weight)) if *criterion == row.criterion => *weight,
            Some(Changing::Typed(criterion, typed)) if *criterion == row.criterion => {
                quantity(typed).unwrap_or(row.weight)
            }
            Some(_) | None => row.weight,
        }
    }

    /// The sum with the weight that is being changed.
    fn sum(&self, view: &PointsView) -> Factor {
        let rows = view.groups.iter().flat_map(|(_, rows)| rows);
        rows.fold(view.sum, |sum, row| sum.plus(self.shown(row)).minus(row.weight))
    }

    fn row_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, row: &Row, sum: Factor) {
        let width = super::row_width(ui);
        ui.allocate_ui_with_layout(vec2(width, ROW), Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = SPACE_8;
            ui.spacing_mut().interact_size.y = ROW;
            let name_width = (width * 0.28).clamp(110.0, 170.0);
            let (rect, _) = ui.allocate_exact_size(vec2(name_width, ROW), Sense::hover());
            line(ui.painter(), rect, Align::Min, &row.name, Type::Body, cx.theme.text1);
            self.slider_ui(ui, cx, row, width - name_width - FIGURE - SHARE - OWN - 4.0 * SPACE_8);
            self.figure_ui(ui, cx, row);
            let share = i18n::figure::share_of(self.shown(row), sum);
            let (rect, response) = ui.allocate_exact_size(vec2(SHARE, ROW), Sense::hover());
            line(ui.painter(), rect, Align::Max, &share, Type::Body, cx.theme.text2);
            response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, format!("{} {share}", row.name)));
            if row.is_own {
                let words = cx.tell(&i18n::criterion::own_weight(row.of_scenario)).to_owned();
                let (rect, response) = ui.allocate_exact_size(vec2(OWN, ROW), Sense::hover());
                line(ui.painter(), rect, Align::Min, &words, Type::Small, cx.theme.accent);
                response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, format!("{} {words}", row.name)));
            }
        });
    }

    fn slider_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, row: &Row, width: f32) {
        let before = self.shown(row).to_f64();
        let mut points = before;
        ui.spacing_mut().slider_width = width.max(60.0);
        let slider = Slider::new(&mut points, 0.0..=MOST_POINTS).step_by(1.0).clamping(SliderClamping::Edits);
        let response = ui.add(slider.show_value(false));
        let is_enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::slider(is_enabled, points, &row.name));
        if response.changed() {
            let weight = quantity(&format!("{points:.0}")).unwrap_or(row.weight);
            self.take_up(cx, Changing::Slid(row.criterion.clone(), weight));
        }
        if (response.drag_stopped() || response.lost_focus()) && self.changes(row) {
            self.leave(cx);
        }
    }

    fn figure_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, row: &Row) {
        let is_typed = matches!(&self.changing, Some(Changing::Typed(criterion, _)) if *criterion == row.criterion);
        let mut typed = match &self.changing {
            Some(Changing::Typed(_, typed)) if is_typed => typed.clone(),
            Some(_) | None => self.shown(row).plain(),
        };
        let wrong = quantity::<Factor>(&typed).err();
        let field = TextEdit::singleline(&mut typed).id(Id::unique(("weight", row.criterion.as_str()))).char_limit(8);
        let field = field.align(egui::Align2::RIGHT_CENTER).desired_width(FIGURE - 8.0);
        let field = if wrong.is_some() { field.text_color(cx.theme.broken.ink) } else { field };
        let response = ui.add(field);
        let is_enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, is_enabled, &row.name));
        if response.changed() {
            self.take_up(cx, Changing::Typed(row.criterion.clone(), typed));
        }
        if response.lost_focus() && self.changes(row) {
            if ui.input(|input| input.key_pressed(Key::Escape)) {
                self.changing = None;
            }
            self.leave(cx);
        }
        if let Some(wrong) = wrong {
            response.tip(cx.tell(&wrong));
        }
    }
}

/// Gives the plan this weight, the one that is meant most, beside its others; what the scenario says is not its own.
fn commit(cx: &Cx<'_>, criterion: RecordId, weight: Factor) {
    let (scenario, plan) = (cx.scenario(), cx.bench.plan());
    let before = weights_of(scenario, plan);
    if before.iter().any(|(id, points)| *id == criterion && *points == weight) {
        return;
    }
    let mut weights = before;
    weights.retain(|(id, _)| *id != criterion);
    weights.insert(0, (criterion, weight));
    weights.retain(|(id, weight)| scenario.scoring.get(id).is_some_and(|it| it.weight != *weight));
    cx.push(if weights.is_empty() { Command::ResetWeights } else { Command::SetWeights(weights) });
}

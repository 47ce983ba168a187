//! The workspace that weighs plans: indicators in words, projects that stand elsewhere, findings that come and go, and charts side by
//! side on one scale.

mod columns;
mod lists;
mod parks;
mod sheet;

use std::rc::Rc;

use egui::{
    Align, CentralPanel, Frame, Id, Layout, Panel, Popup, Rect, Role as AccessRole, Sense, Ui, Vec2, WidgetInfo, pos2,
    vec2,
};

use crate::{
    chart::{
        Chart,
        map::View as MapView,
        picture::Picture,
        scene::{Figures, Nothing, Question, Scene},
    },
    i18n::{compare as say, outgoing, words},
    model::id::ParkId,
    ui::{
        actions::Action,
        charts::canvas,
        cx::{Ask, Cx},
        panels::clusters,
        theme::{RADIUS_CARD, SPACE_6, SPACE_8, SPACE_12, ThemeKind, Type},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
            shapes,
            text::{Span, line, line_of, width_of},
            tip::Tip,
        },
    },
    workbench::{command::Command, comparing::Side},
};

/// Plans that are compared at a time, besides the one that is shown.
const MOST: usize = 3;
/// Width of the indicators and of the lists where there is room, and where there is little, in points.
const INDICATORS: (f32, f32) = (520.0, 380.0);
const LISTS: (f32, f32) = (400.0, 300.0);
/// Height of the charts, as a share of the height.
const CHARTS: f32 = 0.42;
/// Charts that are drawn to the same scale whatever the plan.
const SCALED: [Chart; 4] = [Chart::Composition, Chart::Concentration, Chart::Specialisation, Chart::CapacityUse];

/// What a picture was drawn for.
#[derive(Debug, Clone, PartialEq)]
struct Drawn {
    generation: u64,
    chart: Chart,
    side: Option<Side>,
    theme: ThemeKind,
    is_chinese: bool,
    selected: Option<ParkId>,
    size: Vec2,
}

/// A picture, or why there is none, and its unit, scope and day.
type Shown = (Rc<Result<Picture, Nothing>>, Rc<str>);

/// The workspace between frames.
#[derive(Debug, Default)]
pub struct Compare {
    /// The plans that were chosen, in the order of choosing; the first plan of the document where none was.
    chosen: Vec<Side>,
    /// The one whose placements and findings are shown.
    focused: usize,
    chart: Option<Chart>,
    pictures: Vec<(Drawn, Shown)>,
}

impl Compare {
    /// The plans that are compared now: those chosen that are still there, or the first one.
    fn sides(&self, cx: &Cx<'_>) -> Vec<Side> {
        let all = cx.bench.sides();
        let chosen: Vec<Side> = self.chosen.iter().filter(|side| all.contains(side)).cloned().collect();
        if chosen.is_empty() { all.into_iter().take(1).collect() } else { chosen }
    }

    fn choose(&mut self, cx: &Cx<'_>, side: &Side) {
        let mut sides = self.sides(cx);
        if let Some(at) = sides.iter().position(|it| it == side) {
            if sides.len() > 1 {
                sides.remove(at);
            }
        } else {
            if sides.len() >= MOST {
                sides.remove(0);
            }
            sides.push(side.clone());
        }
        self.focused = sides.iter().position(|it| it == side).unwrap_or(0);
        self.chosen = sides;
    }

    /// Draws the workspace.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let sides = self.sides(cx);
        // One plan after the other is judged beside the window; what is there is shown.
        if let Some(side) = sides.iter().find(|side| cx.bench.side_by_side(side).is_none())
            && !cx.bench.is_judging_side()
        {
            cx.push(Command::PutBeside(side.clone()));
        }
        let bare = |panel: Panel, height: f32| panel.exact_size(height).frame(Frame::NONE).show_separator_line(false);
        bare(Panel::top("compare strip"), 44.0).show(ui, |ui| self.strip_ui(ui, cx, &sides));
        if sides.is_empty() {
            CentralPanel::default().frame(Frame::NONE.fill(cx.theme.canvas)).show(ui, |ui| nothing_ui(ui, cx));
            return;
        }
        let focused = self.focused.min(sides.len() - 1);
        let height = ui.available_height() * CHARTS;
        let canvas = Frame::NONE.fill(cx.theme.canvas);
        Panel::bottom("compare charts")
            .exact_size(height)
            .frame(canvas)
            .show_separator_line(false)
            .show(ui, |ui| self.charts_ui(ui, cx, &sides));
        let panel = Frame::NONE.fill(cx.theme.panel);
        let of = |(roomy, compact): (f32, f32)| if cx.roomy { roomy } else { compact };
        Panel::left("compare indicators").exact_size(of(INDICATORS)).frame(panel).show(ui, |ui| {
            columns::ui(ui, cx, &sides, focused);
        });
        let Some(side) = sides.get(focused) else { return };
        Panel::right("compare lists").exact_size(of(LISTS)).frame(panel).show(ui, |ui| lists::ui(ui, cx, side));
        CentralPanel::default().frame(canvas).show(ui, |ui| parks::ui(ui, cx, side));
    }

    /// What is compared with what.
    fn strip_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, sides: &[Side]) {
        let rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0.0, cx.theme.panel);
        ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.edge());
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing = vec2(SPACE_6, 0.0);
            ui.add_space(SPACE_12);
            let base = cx.tell(&cx.bench.side_name(&Side::Plan(cx.bench.plan().clone()))).to_owned();
            let words = format!("{} {base}", cx.say(say::BASE));
            let width = width_of(ui.painter(), &words, Type::BodyBold) + 1.0;
            let (place, _) = ui.allocate_exact_size(vec2(width, 24.0), egui::Sense::hover());
            line(ui.painter(), place, Align::Min, &words, Type::BodyBold, cx.theme.text1);
            ui.add_space(SPACE_8);
            let with = cx.say(say::WITH);
            let width = width_of(ui.painter(), with, Type::Body) + 1.0;
            let (place, _) = ui.allocate_exact_size(vec2(width, 24.0), egui::Sense::hover());
            line(ui.painter(), place, Align::Min, with, Type::Body, cx.theme.text2);
            for side in cx.bench.sides() {
                let name = cx.tell(&cx.bench.side_name(&side)).to_owned();
                let is_chosen = sides.contains(&side);
                let button = Button::new(&name).selected(is_chosen);
                let response = button_ui(ui, cx.theme, &button);
                if response.clicked() {
                    self.choose(cx, &side);
                }
                if let Side::File(path, _) = &side {
                    response.context_menu(|ui| {
                        if ui.button(cx.say(say::SEND_AWAY)).clicked() {
                            cx.push(Command::SendPlansAway(path.clone()));
                            ui.close();
                        }
                    });
                }
            }
            let from_file = Button::new(cx.say(say::FROM_FILE)).icon(Icon::Folder);
            if button_ui(ui, cx.theme, &from_file).clicked() {
                cx.ask(Ask::BringPlans);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(SPACE_12);
                let export = Button::new(cx.say(outgoing::EXPORT)).icon(Icon::Export);
                if button_ui(ui, cx.theme, &export).clicked() {
                    cx.ask(Ask::Do(Action::ExportFiles));
                }
                let copy = Button::new(cx.say(say::COPY)).icon(Icon::Copy).enabled(!sides.is_empty());
                if button_ui(ui, cx.theme, &copy).clicked() {
                    ui.ctx().copy_text(sheet::text(cx, sides));
                }
            });
        });
    }

    /// The same chart of every plan, side by side.
    fn charts_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, sides: &[Side]) {
        let gap = if cx.roomy { 8.0 } else { 6.0 };
        let room = ui.max_rect().shrink(gap);
        let count = sides.len() + 1;
        let width = (room.width() - gap * crate::chart::scene::length(count - 1)) / crate::chart::scene::length(count);
        let chart = self.chart.unwrap_or(Chart::Composition);
        let all: Vec<Option<Side>> = [None].into_iter().chain(sides.iter().cloned().map(Some)).collect();
        for (at, side) in all.into_iter().enumerate() {
            let left = room.left() + (width + gap) * crate::chart::scene::length(at);
            let rect = Rect::from_min_size(pos2(left, room.top()), vec2(width, room.height()));
            self.chart_ui(ui, cx, rect, chart, side);
        }
    }

    fn chart_ui(&mut self, ui: &Ui, cx: &Cx<'_>, rect: Rect, chart: Chart, side: Option<Side>) {
        let theme = cx.theme;
        shapes::framed_rect(ui.painter(), rect, RADIUS_CARD, theme.card, theme.edge());
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), 32.0)).shrink2(vec2(SPACE_12, 0.0));
        let body = Rect::from_min_max(pos2(rect.left(), head.bottom()), rect.max).shrink2(vec2(SPACE_12, SPACE_6));
        let plan = side.clone().unwrap_or_else(|| Side::Plan(cx.bench.plan().clone()));
        let name = cx.tell(&cx.bench.side_name(&plan)).to_owned();
        let title = format!("{name} · {}", cx.say(chart.title()));
        // The choice of the chart stands in the first card alone: it holds for all.
        let mut words = head;
        if side.is_none() {
            let button = Button::quiet(Icon::ChevronDown, cx.say(say::CHOOSE_CHART)).small();
            let size = button.size(ui.painter());
            let place = Rect::from_min_size(pos2(head.right() - size.x, head.center().y - size.y / 2.0), size);
            let response =
                crate::ui::widgets::button::button_at_ui(ui, theme, place, Id::unique("compared chart"), &button);
            words.max.x = place.left() - SPACE_6;
            Popup::menu(&response).width(160.0).show(|ui| {
                for it in SCALED {
                    if ui.selectable_label(it == chart, cx.say(it.title())).clicked() {
                        self.chart = Some(it);
                        ui.close();
                    }
                }
            });
        }
        let id = Id::unique(("compared", chart, format!("{side:?}")));
        let Some((picture, subtitle)) = self.picture(cx, chart, side, body.size()) else {
            line(ui.painter(), words, Align::Min, &title, Type::BodyBold, theme.text1);
            line(ui.painter(), body, Align::Center, cx.say(say::JUDGING), Type::Body, theme.text2);
            return;
        };
        let under = format!("   {subtitle}");
        let spans = [Span::new(&title, Type::BodyBold, theme.text1), Span::new(&under, Type::Small, theme.text2)];
        let shown = line_of(ui.painter(), words, Align::Min, &spans);
        let response = ui.interact(words, id.with("title"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Heading, true, format!("{title} · {subtitle}")));
        if shown.truncated {
            response.tip(format!("{title} · {subtitle}"));
        }
        match &*picture {
            Ok(picture) => {
                if let Some(subject) = canvas::ui(ui, cx, id, body.min, picture, &title).chosen {
                    clusters::choose(cx, subject);
                }
            }
            Err(nothing) => {
                line(ui.painter(), body, Align::Center, cx.say(nothing.why), Type::Body, theme.text2);
            }
        }
    }

    /// The picture of `chart` for a plan with its unit, scope and day; `None` as long as the plan is not judged.
    fn picture(&mut self, cx: &Cx<'_>, chart: Chart, side: Option<Side>, size: Vec2) -> Option<Shown> {
        let judgement = match &side {
            None => cx.bench.shared_judgement(),
            Some(side) => cx.bench.side_judgement(side)?,
        };
        let drawn = Drawn {
            generation: cx.bench.generation(),
            chart,
            side,
            theme: cx.theme.kind,
            is_chinese: cx.is_chinese(),
            selected: cx.selected_park().cloned(),
            size,
        };
        if let Some((_, shown)) = self.pictures.iter().find(|(of, _)| *of == drawn) {
            return Some(shown.clone());
        }
        let question = Question::default();
        let scene = Scene {
            judgement,
            figures: Figures::of(judgement, question.metric, question.grain),
            question,
            selected: cx.selected_park(),
            lang: cx.lang,
            colours: cx.theme.colours(),
            view: MapView::default(),
        };
        let made: Shown = (Rc::new(chart.picture(&scene, size)), Rc::from(chart.subtitle(&scene)));
        self.pictures.retain(|(of, _)| of.generation == drawn.generation && of.chart == chart && of.side != drawn.side);
        self.pictures.push((drawn, made.clone()));
        Some(made)
    }
}

/// There is no other plan: what to do.
fn nothing_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let place = Rect::from_center_size(ui.max_rect().center(), vec2(440.0_f32.min(ui.available_width()), 110.0));
    shapes::dashed_rect(ui.painter(), place, RADIUS_CARD, cx.theme.edge_strong());
    let mut child =
        ui.new_child(egui::UiBuilder::new().max_rect(place.shrink(SPACE_12)).layout(Layout::top_down(Align::Center)));
    child.label(egui::RichText::new(cx.say(say::ONE_PLAN)).color(cx.theme.text1));
    child.add_space(SPACE_8);
    child.horizontal(|ui| {
        if button_ui(ui, cx.theme, &Button::new(cx.say(words::COPY_PLAN))).clicked() {
            cx.ask(Ask::Do(crate::ui::actions::Action::CopyPlan));
        }
        if button_ui(ui, cx.theme, &Button::new(cx.say(say::FROM_FILE))).clicked() {
            cx.ask(Ask::BringPlans);
        }
    });
}

//! The workspace of charts: what clusters there are, now, with the plan, and what the plan adds.
//!
//! It builds what charts are asked, keeps their pictures as long as nothing has changed, and draws them. What a chart says
//! stands in [`crate::chart`].

mod card;
mod detail;
mod strip;

use std::{collections::BTreeMap, rc::Rc};

pub use card::choose;
use detail::Detail;

use egui::{CentralPanel, Frame, Panel, Rect, Ui, Vec2, pos2, vec2};

use crate::{
    analysis::{composition::Metric, structure::Grain},
    chart::{
        Chart,
        map::View as MapView,
        picture::{Picture, Subject},
        scene::{Figures, Nothing, Question, Scene},
        table::Table,
    },
    i18n::phrase::Lang,
    model::id::ParkId,
    ui::{cx::Cx, theme::ThemeKind},
};

/// Width of the detail column where there is room, and where there is little, in points.
const DETAIL: (f32, f32) = (296.0, 244.0);
/// Height of the row of charts and of the row of questions, in points.
const TABS: f32 = 36.0;
const QUESTIONS: f32 = 42.0;

/// Width beyond which one chart alone is drawn larger, in points.
const ENLARGED: f32 = 960.0;

/// Which charts are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum View {
    /// Several together.
    #[default]
    Overview,
    /// One alone.
    One(Chart),
}

/// What a picture was drawn for.
#[derive(Debug, Clone, PartialEq)]
struct Drawn {
    generation: u64,
    lang: Lang,
    theme: ThemeKind,
    question: Question,
    selected: Option<ParkId>,
    map: MapView,
    size: Vec2,
}

/// Kept figures, with the state of the document, the metric and the grain that they are of.
type Kept = Option<(u64, Metric, Grain, Figures)>;
/// A picture, or why there is none.
type Outcome = Rc<Result<Picture, Nothing>>;

/// The workspace between frames.
#[derive(Debug, Default)]
pub struct Clusters {
    view: View,
    question: Question,
    /// Charts of which the table is shown in the place of the picture.
    tables: Vec<Chart>,
    figures: Kept,
    pictures: BTreeMap<Chart, (Drawn, Outcome)>,
    rows: BTreeMap<Chart, (Drawn, Rc<Table>)>,
    detail: Option<(Drawn, Rc<Detail>)>,
    /// Which part of the map is seen.
    map: MapView,
    /// What was clicked last in a picture.
    chosen: Option<Subject>,
}

impl Clusters {
    /// Turns from one chart back to the overview; tells whether there was anything to leave.
    pub fn leave(&mut self) -> bool {
        let is_one = self.view != View::Overview;
        self.view = View::Overview;
        is_one
    }

    /// Turns to one chart alone.
    pub fn show(&mut self, chart: Chart) {
        self.view = View::One(chart);
    }

    /// Draws the workspace.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let bare = |panel: Panel, height: f32| panel.exact_size(height).frame(Frame::NONE).show_separator_line(false);
        if cx.roomy {
            bare(Panel::top("cluster tabs"), TABS).show(ui, |ui| self.tabs_ui(ui, cx));
        }
        bare(Panel::top("cluster questions"), QUESTIONS).show(ui, |ui| self.questions_ui(ui, cx));
        let frame = Frame::NONE.fill(cx.theme.panel);
        let width = if cx.roomy { DETAIL.0 } else { DETAIL.1 };
        let scene = self.scene(cx);
        let detail = self.detail(cx, &scene);
        Panel::right("cluster detail").exact_size(width).frame(frame).show(ui, |ui| detail::ui(ui, cx, &detail));
        CentralPanel::default().frame(Frame::NONE.fill(cx.theme.canvas)).show(ui, |ui| {
            let margin = if cx.roomy { 12.0 } else { 8.0 };
            let room = ui.max_rect().shrink(margin);
            for (chart, rect) in self.slots(room, cx.roomy) {
                self.card_ui(ui, cx, &scene, chart, rect);
            }
        });
    }

    /// What was clicked last in a picture.
    pub const fn chosen(&self) -> Option<&Subject> {
        self.chosen.as_ref()
    }

    /// Draws one chart alone in its card.
    pub fn alone_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, chart: Chart, rect: Rect) {
        self.view = View::One(chart);
        self.card_ui(ui, cx, scene, chart, rect);
    }

    /// Which chart stands where.
    fn slots(&self, room: Rect, roomy: bool) -> Vec<(Chart, Rect)> {
        let View::Overview = self.view else {
            let View::One(chart) = self.view else { return Vec::new() };
            return vec![(chart, room)];
        };
        let gap = if roomy { 8.0 } else { 6.0 };
        let rows: [&[(Chart, f32)]; 2] = if roomy {
            [
                &[(Chart::Composition, 0.51), (Chart::Specialisation, 0.49)],
                &[(Chart::Similarity, 0.34), (Chart::Concentration, 0.33), (Chart::Map, 0.33)],
            ]
        } else {
            [
                &[(Chart::Composition, 0.5), (Chart::Specialisation, 0.5)],
                &[(Chart::Similarity, 0.5), (Chart::Concentration, 0.5)],
            ]
        };
        let height = (room.height() - gap) / 2.0;
        let mut slots = Vec::new();
        let mut top = room.top();
        for row in rows {
            let across = room.width() - gap * crate::chart::scene::length(row.len().saturating_sub(1));
            let mut left = room.left();
            for (chart, share) in row {
                let width = across * share;
                slots.push((*chart, Rect::from_min_size(pos2(left, top), vec2(width, height))));
                left += width + gap;
            }
            top += height + gap;
        }
        slots
    }

    /// What charts are asked to show; the figures are read again only when something has changed.
    pub fn scene<'a>(&mut self, cx: &Cx<'a>) -> Scene<'a> {
        let Question { metric, grain, .. } = self.question;
        let generation = cx.bench.generation();
        let figures = match &self.figures {
            Some((of, kept_metric, kept_grain, figures))
                if (*of, *kept_metric, *kept_grain) == (generation, metric, grain) =>
            {
                figures.clone()
            }
            _ => {
                let made = Figures::of(cx.bench.judgement(), metric, grain);
                self.figures = Some((generation, metric, grain, made.clone()));
                made
            }
        };
        Scene {
            judgement: cx.bench.judgement(),
            figures,
            question: self.question,
            selected: cx.selected_park(),
            lang: cx.lang,
            colours: cx.theme.colours(),
            view: self.map,
        }
    }

    fn drawn(&self, cx: &Cx<'_>, size: Vec2) -> Drawn {
        Drawn {
            generation: cx.bench.generation(),
            lang: cx.lang,
            theme: cx.theme.kind,
            question: self.question,
            selected: cx.selected_park().cloned(),
            map: self.map,
            size,
        }
    }

    /// What stands beside the charts; worked out again only when something has changed.
    fn detail(&mut self, cx: &Cx<'_>, scene: &Scene<'_>) -> Rc<Detail> {
        let drawn = self.drawn(cx, Vec2::ZERO);
        if let Some((of, detail)) = &self.detail
            && *of == drawn
        {
            return Rc::clone(detail);
        }
        let made = Rc::new(Detail::new(cx, scene));
        self.detail = Some((drawn, Rc::clone(&made)));
        made
    }

    /// The picture of `chart`; drawn again only when something has changed.
    fn picture(&mut self, cx: &Cx<'_>, scene: &Scene<'_>, chart: Chart, size: Vec2) -> Outcome {
        let drawn = self.drawn(cx, size);
        if let Some((of, picture)) = self.pictures.get(&chart)
            && *of == drawn
        {
            return Rc::clone(picture);
        }
        // One chart alone is drawn larger: letters, lines and all, for the back row.
        let by =
            if self.view == View::Overview || chart == Chart::Map { 1.0 } else { (size.x / ENLARGED).clamp(1.0, 1.5) };
        let made = Rc::new(chart.picture(scene, size / by).map(|picture| picture.scaled(by)));
        self.pictures.insert(chart, (drawn, Rc::clone(&made)));
        made
    }

    /// The table of `chart`; made again only when something has changed.
    fn table(&mut self, cx: &Cx<'_>, scene: &Scene<'_>, chart: Chart) -> Rc<Table> {
        let drawn = self.drawn(cx, Vec2::ZERO);
        if let Some((of, table)) = self.rows.get(&chart)
            && *of == drawn
        {
            return Rc::clone(table);
        }
        let made = Rc::new(chart.table(scene));
        self.rows.insert(chart, (drawn, Rc::clone(&made)));
        made
    }
}

//! The board as a map: the parks in their places; what is held can be dropped on them as on the cards.

use std::rc::Rc;

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Board;
use crate::{
    chart::{
        Chart,
        map::{Layout, Spot, View},
        picture::{Picture, Subject},
        scene::{Figures, Nothing, Question, Scene},
    },
    i18n::phrase::Lang,
    model::id::ParkId,
    ui::{
        charts::canvas,
        cx::Cx,
        panels::{
            card::{self, CardEvents},
            card_view::{CardView, WhatIf},
        },
        theme::{RADIUS_BUTTON, RADIUS_ROW, SPACE_8, SPACE_12, STROKE_BEST, Signal, ThemeKind, Type},
        widgets::{
            shapes,
            text::{line, width_of},
            tip::Tip,
        },
    },
    workbench::held::Outlook,
};

/// Width and height of the box that tells what would happen, in points.
const ANSWER: egui::Vec2 = vec2(300.0, 64.0);

/// What the picture was drawn for.
#[derive(Debug, Clone, PartialEq)]
struct Drawn {
    generation: u64,
    lang: Lang,
    theme: ThemeKind,
    selected: Option<ParkId>,
    view: View,
    size: egui::Vec2,
}

/// The picture with what it was drawn for, and where the parks lie in it.
type Kept = (Drawn, Rc<(Result<Picture, Nothing>, Option<Layout>)>);

/// The map between frames.
#[derive(Debug, Default)]
pub(super) struct Map {
    view: View,
    kept: Option<Kept>,
}

impl Map {
    fn picture(&mut self, cx: &Cx<'_>, size: egui::Vec2) -> Rc<(Result<Picture, Nothing>, Option<Layout>)> {
        let drawn = Drawn {
            generation: cx.bench.generation(),
            lang: cx.lang,
            theme: cx.theme.kind,
            selected: cx.selected_park().cloned(),
            view: self.view,
            size,
        };
        if let Some((of, kept)) = &self.kept
            && *of == drawn
        {
            return Rc::clone(kept);
        }
        let question = Question::default();
        let scene = Scene {
            judgement: cx.bench.judgement(),
            figures: Figures::of(cx.bench.judgement(), question.metric, question.grain),
            question,
            selected: cx.selected_park(),
            lang: cx.lang,
            colours: cx.theme.colours(),
            view: self.view,
        };
        let layout = crate::chart::map::layout(&scene, size);
        let made = Rc::new((Chart::Map.picture(&scene, size), layout));
        self.kept = Some((drawn, Rc::clone(&made)));
        made
    }
}

impl Board {
    /// Draws the map; returns the park under the pointer.
    pub(super) fn map_ui(&mut self, ui: &Ui, cx: &Cx<'_>) -> Option<ParkId> {
        let room = ui.max_rect().shrink(SPACE_8);
        shapes::framed_rect(ui.painter(), room, 8, cx.theme.card, cx.theme.edge());
        let body = room.shrink(SPACE_12);
        let kept = self.map.picture(cx, body.size());
        let (picture, layout) = &*kept;
        let (Ok(picture), Some(layout)) = (picture, layout) else {
            if let Err(nothing) = picture {
                let words = format!("{} · {}", cx.say(nothing.why), cx.say(nothing.cure));
                line(ui.painter(), body, Align::Center, &words, Type::Body, cx.theme.text2);
            }
            return None;
        };
        self.grid = vec![layout.spots.iter().map(|spot| spot.park.clone()).collect()];
        canvas::paint(&ui.painter().with_clip_rect(body), picture, body.min.to_vec2());
        let pointer = ui.ctx().pointer_latest_pos().filter(|at| body.contains(*at));
        let over = pointer.and_then(|at| layout.spot_at(at - body.min.to_vec2())).map(|spot| spot.park.clone());
        for spot in &layout.spots {
            self.spot_ui(ui, cx, body, spot);
        }
        over
    }

    /// What can be done with a park on the map, and what it says of what is held.
    fn spot_ui(&mut self, ui: &Ui, cx: &Cx<'_>, body: Rect, spot: &Spot) {
        let Some(park) = cx.scenario().parks.get(&spot.park) else { return };
        let centre = spot.centre + body.min.to_vec2();
        if !body.contains(centre) {
            return;
        }
        let Some(view) = CardView::new(&cx.compact(), park) else { return };
        let place = Rect::from_center_size(centre, egui::Vec2::splat((spot.radius + 4.0) * 2.0));
        let response = ui.interact(place, Id::unique(("park on the map", spot.park.as_str())), Sense::click());
        response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, view.is_selected, &view.description));
        if response.hovered() || response.has_focus() {
            cx.point(Subject::park(&spot.park));
        }
        let is_pointed = cx.pointed().is_some_and(|it| it.is_met_by(&Subject::park(&spot.park)));
        if is_pointed {
            ui.painter().circle_stroke(centre, spot.radius + 6.0, cx.theme.edge_selected());
        }
        if let Some(what_if) = &view.what_if {
            self.answer_ui(ui, cx, body, (centre, spot.radius), &view, what_if);
        }
        self.carry_out(ui, cx, &view, CardEvents { is_clicked: response.clicked(), ..CardEvents::default() });
        if !cx.bench.is_holding() {
            response.tip(&view.description);
        }
    }

    /// A ring in the colour of the answer with the points; of the park under the pointer the answer in words.
    fn answer_ui(
        &mut self,
        ui: &Ui,
        cx: &Cx<'_>,
        body: Rect,
        (centre, radius): (egui::Pos2, f32),
        view: &CardView,
        what_if: &WhatIf,
    ) {
        let signal = card::signal_of(what_if.outlook);
        let tone = cx.theme.tone(signal);
        let width = if view.rank == Some(1) { STROKE_BEST + 1.0 } else { STROKE_BEST };
        ui.painter().circle_stroke(centre, radius + 8.0, Stroke::new(width, tone.ink));
        let refused = matches!(signal, Signal::Vetoed) || what_if.outlook == Outlook::Refused;
        let points = what_if.points.as_ref().map(|it| it.total.clone());
        let words = if refused { what_if.veto.to_owned() } else { points.unwrap_or_else(|| what_if.fit.clone()) };
        let rank = view.rank.map(|rank| format!("{rank} · ")).unwrap_or_default();
        let words = format!("{rank}{words}");
        let size = vec2(width_of(ui.painter(), &words, Type::SmallBold) + 12.0, 18.0);
        let tag = Rect::from_center_size(pos2(centre.x, centre.y + radius + 20.0), size);
        shapes::framed_rect(ui.painter(), tag, RADIUS_ROW, cx.theme.card, Stroke::new(1.0, tone.ink));
        line(ui.painter(), tag, Align::Center, &words, Type::SmallBold, tone.ink);
        if !what_if.is_over {
            return;
        }
        // Beside the park, inside the map.
        let x = if centre.x + radius + 16.0 + ANSWER.x < body.right() {
            centre.x + radius + 16.0
        } else {
            centre.x - radius - 16.0 - ANSWER.x
        };
        let y = (centre.y - ANSWER.y / 2.0).clamp(body.top(), (body.bottom() - ANSWER.y).max(body.top()));
        let answer = Rect::from_min_size(pos2(x, y), ANSWER);
        self.answer = Some(answer);
        shapes::card(ui.painter(), answer, tone.soft, Stroke::new(2.0, tone.ink), true, cx.theme);
        shapes::framed_rect(ui.painter(), answer, RADIUS_BUTTON, tone.soft, Stroke::new(2.0, tone.ink));
        let inner = answer.shrink2(vec2(10.0, 6.0));
        let lines = [
            (format!("{} · {words}", view.name), Type::BodyBold, tone.ink),
            (what_if.sentence.clone(), Type::Small, cx.theme.text1),
            (what_if.more.clone(), Type::Small, cx.theme.text2),
        ];
        let mut top = inner.top();
        for (words, style, ink) in lines {
            let place = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), 17.0));
            line(ui.painter(), place, Align::Min, &words, style, ink);
            top += 17.0;
        }
    }
}

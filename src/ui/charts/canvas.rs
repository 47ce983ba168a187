//! A picture in the window: painted, pointed at, chosen from, by pointer and by keyboard.
//!
//! What is pointed at in one picture is outlined in every other that shows it. A picture has one place in the order of the Tab
//! key; the arrows go from mark to mark in it, Enter chooses.

use egui::{
    Align, Color32, CornerRadius, EventFilter, FontFamily, FontId, Id, Key, Mesh, Modifiers, Painter, Pos2, Rect,
    Role as AccessRole, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, epaint::PathShape, pos2,
};

use crate::{
    chart::{
        letters::Lettering,
        picture::{self, Edge, Mark, Picture, STRIPE, Subject},
    },
    ui::{
        cx::Cx,
        fonts,
        theme::STROKE_STRONG,
        widgets::{shapes::focus_ring, tip::Tip},
    },
};

/// What a person did with a picture.
#[derive(Debug, Default)]
pub struct Deed {
    /// What was chosen in it.
    pub chosen: Option<Subject>,
    /// By how much it was dragged.
    pub dragged: Vec2,
}

/// Draws `picture` at `origin`, and tells what was done with it. `told` says what it shows, for screen readers.
pub fn ui(ui: &Ui, cx: &Cx<'_>, id: Id, origin: Pos2, picture: &Picture, told: &str) -> Deed {
    let rect = Rect::from_min_size(origin, picture.size);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    paint(&painter, picture, origin.to_vec2());
    let by_key = mark_by_key(ui, &response, picture);
    let hovered = response.hover_pos().and_then(|at| picture.mark_at(at - origin.to_vec2()));
    let mark = hovered.or(by_key);
    response.widget_info(|| {
        let words = mark.map_or_else(|| told.to_owned(), |mark| format!("{told}: {}", mark.told));
        WidgetInfo::labeled(AccessRole::Image, true, words)
    });
    if let Some(mark) = mark {
        cx.point(mark.subject.clone());
    }
    outline(&painter, cx, picture, origin.to_vec2(), mark);
    if response.has_focus() {
        focus_ring(ui.painter(), rect.shrink(3.0), 4, cx.theme.accent);
    }
    let is_chosen = response.clicked() || (by_key.is_some() && ui.input(|input| input.key_pressed(Key::Enter)));
    let chosen = mark.filter(|_| is_chosen).map(|mark| mark.subject.clone());
    let dragged = response.drag_delta();
    match (hovered, by_key) {
        (Some(mark), _) if !mark.told.is_empty() => {
            response.tip_at_pointer(&mark.told);
        }
        (None, Some(mark)) if response.has_focus() => {
            let place = mark.area.translate(origin.to_vec2());
            egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id.with("tip"), place)
                .show(|ui| ui.label(&mark.told));
        }
        _ => {}
    }
    Deed { chosen, dragged }
}

/// The mark that the arrows stand on, as long as the picture has the keyboard.
fn mark_by_key<'p>(ui: &Ui, response: &egui::Response, picture: &'p Picture) -> Option<&'p Mark> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let at = ui.data(|data| data.get_temp::<Pos2>(response.id));
    let steps = [
        (Key::ArrowLeft, Vec2::LEFT),
        (Key::ArrowRight, Vec2::RIGHT),
        (Key::ArrowUp, Vec2::UP),
        (Key::ArrowDown, Vec2::DOWN),
    ];
    let pressed = steps.into_iter().find(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)));
    let next = match (pressed, at) {
        (Some((_, way)), Some(at)) => nearest(picture, at, way).or(Some(at)),
        (Some(_), None) => picture.marks.first().map(|mark| mark.area.center()),
        (None, at) => at,
    };
    if let Some(next) = next {
        ui.data_mut(|data| data.insert_temp(response.id, next));
    }
    next.and_then(|at| picture.marks.iter().rev().find(|mark| mark.area.center().distance(at) < 0.5))
}

/// The middle of the nearest mark from a place in a direction: straight ahead counts more than aside.
fn nearest(picture: &Picture, from: Pos2, way: Vec2) -> Option<Pos2> {
    let cost = |to: Pos2| {
        let step = to - from;
        let ahead = step.x * way.x + step.y * way.y;
        let aside = (step.x * way.y).abs() + (step.y * way.x).abs();
        (ahead > 0.5).then_some(ahead + aside * 3.0)
    };
    let centres = picture.marks.iter().map(|mark| mark.area.center());
    centres.filter_map(|to| Some((cost(to)?, to))).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, to)| to)
}

/// Outlines what is pointed at, here or elsewhere.
fn outline(painter: &Painter, cx: &Cx<'_>, picture: &Picture, by: Vec2, here: Option<&Mark>) {
    let Some(pointed) = here.map(|mark| mark.subject.clone()).or_else(|| cx.pointed()) else { return };
    let stroke = Stroke::new(STROKE_STRONG, cx.theme.accent);
    for mark in picture.marks.iter().filter(|mark| pointed.is_met_by(&mark.subject)) {
        painter.rect_stroke(mark.area.translate(by), CornerRadius::same(4), stroke, StrokeKind::Inside);
    }
}

/// Paints the shapes of a picture, moved by `by`.
pub fn paint(painter: &Painter, picture: &Picture, by: Vec2) {
    for shape in &picture.shapes {
        put(painter, shape, by);
    }
}

fn stroke(edge: Option<Edge>) -> Stroke {
    edge.map_or(Stroke::NONE, |edge| Stroke::new(edge.width, edge.colour))
}

fn put(painter: &Painter, shape: &picture::Shape, by: Vec2) {
    match shape {
        picture::Shape::Area { rect, radius, fill, edge } => {
            let corners = CornerRadius::from(*radius);
            painter.rect(rect.translate(by), corners, *fill, stroke(*edge), StrokeKind::Inside);
        }
        picture::Shape::Stripes { rect, colour } => {
            for ends in picture::stripes(*rect) {
                painter.line_segment(ends.map(|end| end + by), Stroke::new(STRIPE, *colour));
            }
        }
        picture::Shape::Line { points, edge, dash } => {
            let points: Vec<Pos2> = points.iter().map(|point| *point + by).collect();
            match dash {
                Some([on, off]) => {
                    painter.extend(Shape::dashed_line(&points, stroke(Some(*edge)), *on, *off));
                }
                None => {
                    painter.add(Shape::line(points, stroke(Some(*edge))));
                }
            }
        }
        picture::Shape::Outline { points, triangles, fill, edge } => {
            let points: Vec<Pos2> = points.iter().map(|point| *point + by).collect();
            if *fill != Color32::TRANSPARENT {
                let mut mesh = Mesh::default();
                for point in &points {
                    mesh.colored_vertex(*point, *fill);
                }
                mesh.indices.clone_from(triangles);
                painter.add(Shape::mesh(mesh));
            }
            if edge.is_some() {
                painter.add(Shape::Path(PathShape::closed_line(points, stroke(*edge))));
            }
        }
        picture::Shape::Disc { centre, radius, fill, edge } => {
            painter.circle(*centre + by, *radius, *fill, stroke(*edge));
        }
        picture::Shape::Words { at, align, lettering, colour, text } => {
            words(painter, *at + by, *align, *lettering, *colour, text);
        }
    }
}

fn words(painter: &Painter, at: Pos2, align: Align, lettering: Lettering, colour: Color32, text: &str) {
    let family = if lettering.is_bold { fonts::bold() } else { FontFamily::Proportional };
    let galley = painter.layout_no_wrap(text.to_owned(), FontId::new(lettering.size, family), colour);
    let size = galley.size();
    let left = match align {
        Align::Min => at.x,
        Align::Center => at.x - size.x / 2.0,
        Align::Max => at.x - size.x,
    };
    painter.galley(pos2(left, at.y - size.y / 2.0), galley, colour);
}

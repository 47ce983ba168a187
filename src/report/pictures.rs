//! Which pictures stand in papers? Charts in light colours, as `SVG` and `PNG`, drawn by the charts themselves.

use emath::{Vec2, vec2};

use super::{Desk, paper::Picture};
use crate::{
    chart::{
        Chart, map,
        picture::Picture as Drawing,
        png,
        scene::{Figures, Question, Scene},
        sheet, svg,
    },
    look::{Colours, ThemeKind},
    model::id::ParkId,
};

/// A picture across a page, 16 to 5.
pub const STRIP: Vec2 = vec2(832.0, 260.0);
/// A picture with title, question and source.
pub const WHOLE: Vec2 = vec2(832.0, 470.0);

/// Pixels a point.
const SCALE: f32 = 2.0;

/// The figures that the pictures of one paper are drawn from; worked out once.
pub fn scene<'a>(desk: &Desk<'a>, selected: Option<&'a ParkId>) -> Scene<'a> {
    let question = Question::default();
    Scene {
        judgement: desk.judgement,
        figures: Figures::of(desk.judgement, question.metric, question.grain),
        question,
        selected,
        lang: desk.lang,
        colours: Colours::of(ThemeKind::Light),
        view: map::View::default(),
    }
}

/// The composition of the parks in this size, without title; `None` where nothing is stated.
pub fn composition<'a>(desk: &Desk<'a>, selected: Option<&'a ParkId>, size: Vec2) -> Option<Picture> {
    let scene = scene(desk, selected);
    let drawing = Chart::Composition.picture(&scene, size).ok()?;
    kept(&scene, Chart::Composition, &drawing)
}

/// A chart under its title, with its source; `None` where nothing is stated.
pub fn whole(scene: &Scene<'_>, chart: Chart) -> Option<Picture> {
    kept(scene, chart, &sheet::picture(chart, scene, WHOLE).ok()?)
}

fn kept(scene: &Scene<'_>, chart: Chart, drawing: &Drawing) -> Option<Picture> {
    let title = scene.say(chart.title());
    let told = format!("{title} · {}", chart.subtitle(scene));
    let png = png::write(drawing, SCALE, scene.colours.card)?;
    Some(Picture { svg: svg::write(drawing, title, &told), told, png, size: points(drawing.size) })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of pictures are constants above 0")]
fn points(size: Vec2) -> (u32, u32) {
    (size.x.round() as u32, size.y.round() as u32)
}

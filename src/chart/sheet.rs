//! What leaves the program of a chart? The chart under its title, with what was asked, and with where its figures are from.

use emath::{Align, Rect, Vec2, pos2, vec2};

use super::{
    Chart,
    picture::{Edge, Picture},
    scene::{self, Nothing, Scene},
};
use crate::{i18n::chart as say, look::Type};

/// Margin around everything, height of title and of foot, in points.
const MARGIN: f32 = 20.0;
const HEAD: f32 = 52.0;
const FOOT: f32 = 26.0;

/// `chart` with title, subtitle and source, the whole in this size; on the ground of a card.
pub fn picture(chart: Chart, scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    let colours = scene.colours;
    let mut sheet = Picture::new(size);
    let whole = sheet.rect();
    sheet.fill(whole, 0.0, colours.card);
    let [above, foot] = scene::split_bottom(whole.shrink(MARGIN), FOOT);
    let [head, body] = scene::split_top(above, HEAD);
    let title = Rect::from_min_size(head.min, vec2(head.width(), 26.0));
    sheet.words(title, Align::Min, scene.say(chart.title()), Type::Heading, colours.text1);
    let under = Rect::from_min_size(head.min + vec2(0.0, 26.0), vec2(head.width(), 18.0));
    sheet.words(under, Align::Min, &chart.subtitle(scene), Type::Body, colours.text2);
    sheet.place(chart.picture(scene, body.size())?, body.min.to_vec2());
    let y = foot.top() + 7.0;
    sheet.line([pos2(foot.left(), y), pos2(foot.right(), y)], Edge::new(1.0, colours.line));
    let words = Rect::from_min_max(pos2(foot.left(), y + 3.0), foot.max);
    sheet.words(words, Align::Min, &source(scene), Type::Small, colours.text2);
    Ok(sheet)
}

/// Data snapshot, rule pack, program, and what ≈ means where a figure is assumed.
pub fn source(scene: &Scene<'_>) -> String {
    let world = scene.world();
    let title = scene.tell(&world.title);
    let pack = scene.tell(&world.pack.title);
    let assumed = if scene.figures.assumed.is_empty() { "" } else { scene.say(say::ASSUMED) };
    say::source(title, &world.as_of.to_string(), pack, assumed).of(scene.lang).to_owned()
}

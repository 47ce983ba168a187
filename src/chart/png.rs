//! How is a picture kept as PNG? Painted on pixels with the same shapes and letters as everywhere.

use ecolor::Color32;
use emath::{Pos2, Rect};
use tiny_skia::{Color, FillRule, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke as Pencil, StrokeDash, Transform};

use super::{
    letters::{self, Stroke},
    picture::{Edge, Picture, STRIPE, Shape, stripes},
    svg::start_of,
};

/// Pixels along the longer side at most: more than any printer wants, and bounded memory.
const MOST_PIXELS: f32 = 12_000.0;

/// `picture` as a PNG file with `scale` pixels a point; `None` for an empty picture or one that no memory holds.
///
/// The picture stands on `ground`. Where it would be larger than 12,000 pixels the scale is smaller.
pub fn write(picture: &Picture, scale: f32, ground: Color32) -> Option<Vec<u8>> {
    let longest = picture.size.x.max(picture.size.y);
    let scale = scale.min(MOST_PIXELS / longest.max(1.0));
    let mut pixels = Pixmap::new(pixels_of(picture.size.x * scale), pixels_of(picture.size.y * scale))?;
    pixels.fill(colour(ground));
    let mut surface = Surface { pixels, transform: Transform::from_scale(scale, scale) };
    for shape in &picture.shapes {
        surface.put(shape);
    }
    surface.pixels.encode_png().ok()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded and positive")]
fn pixels_of(length: f32) -> u32 {
    length.round().max(0.0) as u32
}

fn colour(colour: Color32) -> Color {
    let [red, green, blue, alpha] = colour.to_srgba_unmultiplied();
    Color::from_rgba8(red, green, blue, alpha)
}

fn paint(ink: Color32) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(colour(ink));
    paint
}

struct Surface {
    pixels: Pixmap,
    transform: Transform,
}

impl Surface {
    fn fill(&mut self, path: &Path, ink: Color32) {
        if ink.a() > 0 {
            self.pixels.fill_path(path, &paint(ink), FillRule::Winding, self.transform, None);
        }
    }

    fn stroke(&mut self, path: &Path, edge: Edge, dash: Option<[f32; 2]>) {
        let dash = dash.and_then(|[on, off]| StrokeDash::new(vec![on, off], 0.0));
        let pencil = Pencil { width: edge.width, dash, line_join: LineJoin::Round, ..Pencil::default() };
        self.pixels.stroke_path(path, &paint(edge.colour), &pencil, self.transform, None);
    }

    fn put(&mut self, shape: &Shape) {
        match shape {
            Shape::Area { rect, radius, fill, edge } => {
                if let Some(path) = rounded(*rect, *radius) {
                    self.fill(&path, *fill);
                }
                if let Some(edge) = edge {
                    let inset = edge.width / 2.0;
                    if let Some(path) = rounded(rect.shrink(inset), (radius - inset).max(0.0)) {
                        self.stroke(&path, *edge, None);
                    }
                }
            }
            Shape::Stripes { rect, colour } => {
                for ends in stripes(*rect) {
                    if let Some(path) = through(&ends, false) {
                        self.stroke(&path, Edge::new(STRIPE, *colour), None);
                    }
                }
            }
            Shape::Line { points, edge, dash } => {
                if let Some(path) = through(points, false) {
                    self.stroke(&path, *edge, *dash);
                }
            }
            Shape::Outline { points, triangles: _, fill, edge } => {
                if let Some(path) = through(points, true) {
                    self.fill(&path, *fill);
                    if let Some(edge) = edge {
                        self.stroke(&path, *edge, None);
                    }
                }
            }
            Shape::Disc { centre, radius, fill, edge } => {
                if let Some(path) = PathBuilder::from_circle(centre.x, centre.y, *radius) {
                    self.fill(&path, *fill);
                    if let Some(edge) = edge {
                        self.stroke(&path, *edge, None);
                    }
                }
            }
            Shape::Words { at, align, lettering, colour, text } => {
                let start = start_of(*at, *align, *lettering, text);
                let base = at.y + lettering.baseline();
                for (letter, offset) in letters::places(text, *lettering) {
                    let strokes = letters::outline(letter, *lettering);
                    if let Some(path) = glyph(&strokes, start + offset, base) {
                        self.fill(&path, *colour);
                    }
                }
            }
        }
    }
}

fn through(points: &[Pos2], is_closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    path.move_to(first.x, first.y);
    for point in rest {
        path.line_to(point.x, point.y);
    }
    if is_closed {
        path.close();
    }
    path.finish()
}

fn rounded(rect: Rect, radius: f32) -> Option<Path> {
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0).max(0.0);
    let (left, top, right, bottom) = (rect.left(), rect.top(), rect.right(), rect.bottom());
    if rect.width() <= 0.0 || rect.height() <= 0.0 {
        return None;
    }
    if radius <= 0.0 {
        return Some(PathBuilder::from_rect(tiny_skia::Rect::from_ltrb(left, top, right, bottom)?));
    }
    let mut path = PathBuilder::new();
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.quad_to(right, top, right, top + radius);
    path.line_to(right, bottom - radius);
    path.quad_to(right, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.quad_to(left, bottom, left, bottom - radius);
    path.line_to(left, top + radius);
    path.quad_to(left, top, left + radius, top);
    path.close();
    path.finish()
}

fn glyph(strokes: &[Stroke], x: f32, base: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    for stroke in strokes {
        match *stroke {
            Stroke::Move(px, py) => path.move_to(x + px, base - py),
            Stroke::Line(px, py) => path.line_to(x + px, base - py),
            Stroke::Quad(cx, cy, px, py) => path.quad_to(x + cx, base - cy, x + px, base - py),
            Stroke::Curve(ax, ay, bx, by, px, py) => {
                path.cubic_to(x + ax, base - ay, x + bx, base - by, x + px, base - py);
            }
            Stroke::Close => path.close(),
        }
    }
    path.finish()
}

#[cfg(test)]
mod tests {
    use emath::{Align, vec2};

    use super::*;
    use crate::look::Type;

    #[test]
    fn words_blacken_pixels_where_they_stand_and_nowhere_else() {
        let mut picture = Picture::new(vec2(60.0, 20.0));
        picture.words(picture.rect(), Align::Min, "园", Type::Body, Color32::BLACK);
        let bytes = write(&picture, 2.0, Color32::WHITE).unwrap();
        let pixels = Pixmap::decode_png(&bytes).unwrap();
        assert_eq!((pixels.width(), pixels.height()), (120, 40));
        let dark = |from: u32, to: u32| {
            (0..40)
                .flat_map(|y| (from..to).map(move |x| (x, y)))
                .filter(|(x, y)| pixels.pixel(*x, *y).unwrap().red() < 128)
                .count()
        };
        assert!(dark(0, 30) > 60, "{}", dark(0, 30));
        assert_eq!(dark(30, 120), 0);
    }

    #[test]
    fn a_huge_picture_is_made_smaller_and_an_empty_one_is_none() {
        assert!(write(&Picture::new(vec2(0.0, 10.0)), 2.0, Color32::WHITE).is_none());
        let bytes = write(&Picture::new(vec2(30_000.0, 10.0)), 2.0, Color32::WHITE).unwrap();
        assert_eq!(Pixmap::decode_png(&bytes).unwrap().width(), 12_000);
    }
}

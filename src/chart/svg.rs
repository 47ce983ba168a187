//! How is a picture kept as SVG? Letters are outlines, each kept once, so that every program shows the same Chinese text
//! whatever fonts it has; what they say stands beside them for readers and searches.

use std::{collections::BTreeMap, fmt::Write};

use ecolor::Color32;
use emath::{Align, Pos2, Rect};

use super::{
    letters::{self, Lettering, Stroke},
    picture::{Edge, Picture, STRIPE, Shape, stripes},
};

/// Letters that were used, by character, size in hundredths of a point and weight.
type Used = BTreeMap<(char, u32, bool), usize>;

/// `picture` as an SVG document with a title and a description, both shown to readers who cannot see it.
pub fn write(picture: &Picture, title: &str, told: &str) -> String {
    let mut used = Used::new();
    let mut body = String::new();
    for shape in &picture.shapes {
        put(&mut body, shape, &mut used);
    }
    let mut glyphs = String::new();
    for ((letter, size, is_bold), number) in &used {
        let lettering = Lettering { size: hundredths_of(*size), is_bold: *is_bold };
        let outline = path(&letters::outline(*letter, lettering));
        say(&mut glyphs, format_args!("<path id=\"g{number}\" d=\"{outline}\"/>\n"));
    }
    let (width, height) = (number(picture.size.x), number(picture.size.y));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n<defs>\n{glyphs}</defs>\n\
         {body}</svg>\n",
        escaped(title),
        escaped(told)
    )
}

fn say(text: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a text cannot fail.
    let _ = text.write_fmt(words);
}

#[expect(clippy::cast_precision_loss, reason = "sizes of letters are small")]
fn hundredths_of(size: u32) -> f32 {
    size as f32 / 100.0
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of letters are small and positive")]
fn hundredths(size: f32) -> u32 {
    (size * 100.0).round() as u32
}

/// A length with up to two decimals, without needless zeros.
fn number(length: f32) -> String {
    let text = format!("{length:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// `text` with what XML would misread written out, and without what it cannot hold.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(' '),
            it if it.is_control() => {}
            it => safe.push(it),
        }
    }
    safe
}

/// Attributes of a colour: `fill="#123456"`, with its opacity where it is not full.
fn paint(name: &str, colour: Color32) -> String {
    let [red, green, blue, alpha] = colour.to_srgba_unmultiplied();
    if alpha == 0 {
        return format!("{name}=\"none\"");
    }
    let plain = format!("{name}=\"#{red:02x}{green:02x}{blue:02x}\"");
    if alpha == 255 {
        return plain;
    }
    format!("{plain} {name}-opacity=\"{}\"", number(f32::from(alpha) / 255.0))
}

fn edge_of(edge: Option<Edge>) -> String {
    edge.map_or_else(String::new, |edge| {
        format!(" {} stroke-width=\"{}\"", paint("stroke", edge.colour), number(edge.width))
    })
}

fn points(list: &[Pos2]) -> String {
    list.iter().map(|point| format!("{},{}", number(point.x), number(point.y))).collect::<Vec<_>>().join(" ")
}

fn rectangle(rect: Rect, radius: f32, more: &str) -> String {
    let rounding = if radius > 0.0 { format!(" rx=\"{}\"", number(radius)) } else { String::new() };
    format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{rounding} {more}/>\n",
        number(rect.left()),
        number(rect.top()),
        number(rect.width().max(0.0)),
        number(rect.height().max(0.0))
    )
}

/// The outline of a letter as path data, y downwards.
fn path(strokes: &[Stroke]) -> String {
    let mut data = String::new();
    for stroke in strokes {
        let (sign, coordinates): (char, Vec<f32>) = match *stroke {
            Stroke::Move(x, y) => ('M', vec![x, -y]),
            Stroke::Line(x, y) => ('L', vec![x, -y]),
            Stroke::Quad(cx, cy, x, y) => ('Q', vec![cx, -cy, x, -y]),
            Stroke::Curve(ax, ay, bx, by, x, y) => ('C', vec![ax, -ay, bx, -by, x, -y]),
            Stroke::Close => ('Z', Vec::new()),
        };
        data.push(sign);
        data.push_str(&coordinates.into_iter().map(number).collect::<Vec<_>>().join(" "));
    }
    data
}

fn put(body: &mut String, shape: &Shape, used: &mut Used) {
    match shape {
        Shape::Area { rect, radius, fill, edge } => {
            // The edge lies inside: half its width in from the rectangle.
            let inset = edge.map_or(0.0, |it| it.width / 2.0);
            let more = format!("{}{}", paint("fill", *fill), edge_of(*edge));
            body.push_str(&rectangle(rect.shrink(inset), (radius - inset).max(0.0), &more));
        }
        Shape::Stripes { rect, colour } => {
            let mut lines = String::new();
            for [a, b] in stripes(*rect) {
                say(&mut lines, format_args!("M{} {}L{} {}", number(a.x), number(a.y), number(b.x), number(b.y)));
            }
            let (ink, width) = (paint("stroke", *colour), number(STRIPE));
            say(body, format_args!("<path d=\"{lines}\" fill=\"none\" {ink} stroke-width=\"{width}\"/>\n"));
        }
        Shape::Line { points: list, edge, dash } => {
            let dash = dash
                .map_or_else(String::new, |[on, off]| format!(" stroke-dasharray=\"{} {}\"", number(on), number(off)));
            let (list, ink) = (points(list), edge_of(Some(*edge)));
            say(body, format_args!("<polyline points=\"{list}\" fill=\"none\"{ink}{dash}/>\n"));
        }
        Shape::Outline { points: list, triangles: _, fill, edge } => {
            let (list, fill, ink) = (points(list), paint("fill", *fill), edge_of(*edge));
            say(body, format_args!("<polygon points=\"{list}\" {fill}{ink} stroke-linejoin=\"round\"/>\n"));
        }
        Shape::Disc { centre, radius, fill, edge } => {
            let (x, y, radius) = (number(centre.x), number(centre.y), number(*radius));
            let (fill, ink) = (paint("fill", *fill), edge_of(*edge));
            say(body, format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {fill}{ink}/>\n"));
        }
        Shape::Words { at, align, lettering, colour, text } => {
            let start = start_of(*at, *align, *lettering, text);
            let base = number(at.y + lettering.baseline());
            say(body, format_args!("<g aria-label=\"{}\" {}>", escaped(text), paint("fill", *colour)));
            for (letter, offset) in letters::places(text, *lettering).filter(|(letter, _)| *letter != ' ') {
                let next = used.len();
                let glyph = *used.entry((letter, hundredths(lettering.size), lettering.is_bold)).or_insert(next);
                let x = number(start + offset);
                say(body, format_args!("<use xlink:href=\"#g{glyph}\" x=\"{x}\" y=\"{base}\"/>"));
            }
            body.push_str("</g>\n");
        }
    }
}

/// Where a line of words begins.
pub(super) fn start_of(at: Pos2, align: Align, lettering: Lettering, text: &str) -> f32 {
    match align {
        Align::Min => at.x,
        Align::Center => at.x - letters::width(text, lettering) / 2.0,
        Align::Max => at.x - letters::width(text, lettering),
    }
}

#[cfg(test)]
mod tests {
    use emath::{pos2, vec2};

    use super::*;
    use crate::look::Type;

    #[test]
    fn hostile_names_are_written_literally_and_each_letter_is_kept_once() {
        let mut picture = Picture::new(vec2(200.0, 40.0));
        let rect = picture.rect();
        picture.words(rect, Align::Min, "<script>&\"园园\"", Type::Body, Color32::BLACK);
        let svg = write(&picture, "a < b", "\u{0}told");
        assert!(svg.contains("aria-label=\"&lt;script&gt;&amp;&quot;园园&quot;\""), "{svg}");
        assert!(svg.contains("<title>a &lt; b</title>") && svg.contains("<desc>told</desc>"));
        assert!(!svg.contains("<script"));
        let letters = "<script>&\"园园\"".chars().collect::<std::collections::BTreeSet<_>>().len();
        assert_eq!(svg.matches("<path id=").count(), letters);
        assert_eq!(svg.matches("<use ").count(), "<script>&\"园园\"".chars().count());
    }

    #[test]
    fn shapes_become_elements_and_transparent_is_none() {
        let mut picture = Picture::new(vec2(10.0, 10.0));
        picture.framed(picture.rect(), 4.0, Color32::TRANSPARENT, Edge::new(2.0, Color32::RED));
        picture.dashed([pos2(0.0, 0.0), pos2(5.0, 5.5)], Edge::new(1.0, Color32::BLACK), [3.0, 2.0]);
        let svg = write(&picture, "", "");
        assert!(
            svg.contains("<rect x=\"1\" y=\"1\" width=\"8\" height=\"8\" rx=\"3\" fill=\"none\" stroke=\"#ff0000\""),
            "{svg}"
        );
        assert!(svg.contains("points=\"0,0 5,5.5\"") && svg.contains("stroke-dasharray=\"3 2\""));
    }
}

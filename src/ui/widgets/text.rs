//! Text in a box: one line or a few, cut with an ellipsis, never beyond its rectangle.
//!
//! Nothing here allocates space; egui caches the laid-out text by content, font and width.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, Galley, Painter, Rect, Vec2, pos2};

use crate::ui::theme::{Lettering, Type};

/// What came of painting a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineShown {
    /// The rectangle that the text fills, within the one that was given.
    pub rect: Rect,
    /// Whether an ellipsis stands for the rest; the full text then belongs on hover.
    pub truncated: bool,
}

/// A stretch of a line in one size and colour.
#[derive(Clone, Copy, Debug)]
pub struct Span<'a> {
    /// The words.
    pub text: &'a str,
    /// Their size and weight.
    pub style: Type,
    /// Their colour.
    pub colour: Color32,
}

impl<'a> Span<'a> {
    /// A stretch of text.
    pub const fn new(text: &'a str, style: Type, colour: Color32) -> Self {
        Self { text, style, colour }
    }
}

/// Paints one line of text in a rectangle, centred in its height, and cuts it with an ellipsis where it is too long.
///
/// `align` is horizontal. A rectangle too narrow even for the ellipsis stays empty and counts as truncated.
pub fn line(painter: &Painter, rect: Rect, align: Align, text: &str, style: Type, colour: Color32) -> LineShown {
    line_of(painter, rect, align, &[Span::new(text, style, colour)])
}

/// Paints one line of several stretches, for instance a bold figure and its unit, on one baseline.
///
/// The ellipsis, where needed, is at the end of the whole line; see [`line()`].
pub fn line_of(painter: &Painter, rect: Rect, align: Align, spans: &[Span<'_>]) -> LineShown {
    let galley = one_line(painter, spans, rect.width());
    place(painter, rect, align, &galley)
}

/// Paints stretches in one line where they fit, else smaller in two lines, as close together as the rectangle is high.
///
/// Both stand in the middle of the height, so that nothing moves; the second line ends in an ellipsis if need be.
pub fn one_or_two_lines(painter: &Painter, rect: Rect, spans: &[Span<'_>]) -> LineShown {
    if width_of_spans(painter, spans) <= rect.width() {
        return line_of(painter, rect, Align::Min, spans);
    }
    let mut job = LayoutJob {
        wrap: TextWrapping { max_width: rect.width(), max_rows: 2, ..TextWrapping::default() },
        break_on_newline: false,
        ..LayoutJob::default()
    };
    let line_height = Type::Micro.line_height().min(rect.height() / 2.0);
    for span in spans {
        job.append(
            span.text,
            0.0,
            TextFormat { line_height: Some(line_height), ..format_of(Type::Micro, span.colour) },
        );
    }
    place(painter, rect, Align::Min, &painter.layout_job(job))
}

/// Width of one line of text in points, uncut.
pub fn width_of(painter: &Painter, text: &str, style: Type) -> f32 {
    width_of_spans(painter, &[Span::new(text, style, Color32::PLACEHOLDER)])
}

/// Width of one line of several stretches in points, uncut.
pub fn width_of_spans(painter: &Painter, spans: &[Span<'_>]) -> f32 {
    one_line(painter, spans, f32::INFINITY).size().x
}

/// Paints a text in up to `rows` lines from the top of a rectangle; the last line ends in an ellipsis if need be.
pub fn paragraph(painter: &Painter, rect: Rect, text: &str, style: Type, colour: Color32, rows: usize) -> LineShown {
    let galley = lines(painter, text, style, colour, rect.width(), rows);
    let shown = Rect::from_min_size(rect.min, galley.size().min(rect.size()));
    painter.galley(rect.min, Arc::clone(&galley), colour);
    LineShown { rect: shown, truncated: galley.elided }
}

/// Height in points that [`paragraph`] takes at a width.
pub fn height_of(painter: &Painter, text: &str, style: Type, width: f32, rows: usize) -> f32 {
    lines(painter, text, style, Color32::PLACEHOLDER, width, rows).size().y
}

/// Paints text of any size in the bold weight, centred on a point; for the marks of seals and ranks.
pub(super) fn centred_mark(painter: &Painter, rect: Rect, text: &str, size: f32, colour: Color32) {
    let mut font = Type::Strong.font();
    font.size = size;
    let galley = painter.layout_no_wrap(text.to_owned(), font, colour);
    let min = rect.center() - galley.size() / 2.0;
    painter.galley(min, galley, colour);
}

/// Lays out several lines of one style.
fn lines(painter: &Painter, text: &str, style: Type, colour: Color32, width: f32, rows: usize) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), format_of(style, colour));
    job.wrap = TextWrapping { max_width: width, max_rows: rows, ..TextWrapping::default() };
    painter.layout_job(job)
}

/// Lays out one line, cut at a width.
fn one_line(painter: &Painter, spans: &[Span<'_>], width: f32) -> Arc<Galley> {
    let mut job =
        LayoutJob { wrap: TextWrapping::truncate_at_width(width), break_on_newline: false, ..LayoutJob::default() };
    for span in spans {
        job.append(span.text, 0.0, format_of(span.style, span.colour));
    }
    painter.layout_job(job)
}

/// The format of a style; in rows of mixed sizes the middles of the characters meet, to within a pixel the baselines.
fn format_of(style: Type, colour: Color32) -> TextFormat {
    TextFormat {
        line_height: Some(style.line_height()),
        valign: Align::Center,
        ..TextFormat::simple(style.font(), colour)
    }
}

/// Paints a laid-out line in a rectangle.
fn place(painter: &Painter, rect: Rect, align: Align, galley: &Arc<Galley>) -> LineShown {
    let size = galley.size();
    if size.x > rect.width() + 0.5 {
        let nothing = Rect::from_min_size(rect.left_center(), Vec2::ZERO);
        return LineShown { rect: nothing, truncated: true };
    }
    let room = rect.width() - size.x;
    let left = match align {
        Align::Min => rect.left(),
        Align::Center => rect.left() + room / 2.0,
        Align::Max => rect.left() + room,
    };
    let min = pos2(left, rect.center().y - size.y / 2.0);
    painter.galley(min, Arc::clone(galley), Color32::PLACEHOLDER);
    LineShown { rect: Rect::from_min_size(min, size), truncated: galley.elided }
}

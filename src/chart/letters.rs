//! How wide is a text, and what do its letters look like? The two bundled weights of Noto Sans SC, read without a window.
//!
//! The window draws with the same files, so that a text takes the same room on every surface. One glyph a character: the
//! fonts carry no ligatures and no pairs.

use std::{borrow::Cow, sync::LazyLock};

use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlinePen},
};

use crate::look::Type;

/// The regular weight, as a file.
pub const REGULAR: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/NotoSansSC-Regular.otf"));
/// The bold weight, as a file.
pub const BOLD: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/NotoSansSC-Bold.otf"));

/// The sign that stands for the rest of a text.
const ELLIPSIS: char = '…';
/// The middle of Chinese characters and capitals above the baseline, as a share of the size.
const MIDDLE: f32 = 0.376;

/// Size and weight of letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lettering {
    /// Size in points.
    pub size: f32,
    /// Whether the weight is bold.
    pub is_bold: bool,
}

impl From<Type> for Lettering {
    fn from(style: Type) -> Self {
        Self { size: style.size(), is_bold: style.is_bold() }
    }
}

impl Lettering {
    /// Distance from the middle of a line of these letters down to the baseline, in points.
    pub fn baseline(self) -> f32 {
        self.size * MIDDLE
    }
}

/// A weight, opened.
struct Face {
    font: Option<FontRef<'static>>,
    units: f32,
    /// Widths of the characters up to U+00FF in font units: most of what is measured.
    latin: Vec<f32>,
    /// Width of a Chinese character in font units.
    square: f32,
}

static FACES: LazyLock<[Face; 2]> = LazyLock::new(|| [REGULAR, BOLD].map(Face::open));

impl Face {
    fn open(bytes: &'static [u8]) -> Self {
        let font = FontRef::new(bytes).ok();
        let units = font
            .as_ref()
            .map_or(1000.0, |it| f32::from(it.metrics(Size::unscaled(), LocationRef::default()).units_per_em));
        let mut face = Self { font, units, latin: Vec::new(), square: units };
        face.latin = (0..=0xFF_u8).map(|code| face.measure(char::from(code))).collect();
        face.square = face.measure('国');
        face
    }

    fn of(lettering: Lettering) -> &'static Self {
        let [regular, bold] = &*FACES;
        if lettering.is_bold { bold } else { regular }
    }

    fn glyph(&self, letter: char) -> GlyphId {
        let found = self.font.as_ref().and_then(|font| font.charmap().map(letter));
        found.unwrap_or(GlyphId::NOTDEF)
    }

    fn measure(&self, letter: char) -> f32 {
        let metrics = self.font.as_ref().map(|font| font.glyph_metrics(Size::unscaled(), LocationRef::default()));
        metrics.and_then(|it| it.advance_width(self.glyph(letter))).unwrap_or(self.units)
    }

    /// Width of `letter` in font units.
    fn advance(&self, letter: char) -> f32 {
        let code = u32::from(letter);
        if let Some(width) = usize::try_from(code).ok().and_then(|at| self.latin.get(at)) {
            return *width;
        }
        // Every character of the Chinese blocks is a square.
        if (0x4E00..=0x9FFF).contains(&code) { self.square } else { self.measure(letter) }
    }
}

/// Width of `text` in points.
pub fn width(text: &str, lettering: Lettering) -> f32 {
    let face = Face::of(lettering);
    text.chars().map(|letter| face.advance(letter)).sum::<f32>() * lettering.size / face.units
}

/// `text`, cut with an ellipsis where it is wider than `room` points; empty where not even the ellipsis has room.
pub fn fit(text: &str, lettering: Lettering, room: f32) -> Cow<'_, str> {
    // Half a point of overlap is not seen.
    if width(text, lettering) <= room + 0.5 {
        return Cow::Borrowed(text);
    }
    let face = Face::of(lettering);
    let scale = lettering.size / face.units;
    let mut left = room + 0.5 - face.advance(ELLIPSIS) * scale;
    if left < 0.0 {
        return Cow::Borrowed("");
    }
    let mut kept = String::new();
    for letter in text.chars() {
        left -= face.advance(letter) * scale;
        if left < 0.0 {
            break;
        }
        kept.push(letter);
    }
    kept.truncate(kept.trim_end().len());
    kept.push(ELLIPSIS);
    Cow::Owned(kept)
}

/// A stroke of the pen around a letter, in points from the origin of the letter, y upwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Stroke {
    /// Begins at a point.
    Move(f32, f32),
    /// A straight line to a point.
    Line(f32, f32),
    /// A quadratic curve by one control point.
    Quad(f32, f32, f32, f32),
    /// A cubic curve by two control points.
    Curve(f32, f32, f32, f32, f32, f32),
    /// Back to where it began.
    Close,
}

/// Collects strokes.
struct Pen(Vec<Stroke>);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(Stroke::Move(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push(Stroke::Line(x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.push(Stroke::Quad(cx, cy, x, y));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.push(Stroke::Curve(ax, ay, bx, by, x, y));
    }

    fn close(&mut self) {
        self.0.push(Stroke::Close);
    }
}

/// The outline of `letter` in points; empty for a space.
pub fn outline(letter: char, lettering: Lettering) -> Vec<Stroke> {
    let face = Face::of(lettering);
    let mut pen = Pen(Vec::new());
    let glyph = face.font.as_ref().and_then(|font| font.outline_glyphs().get(face.glyph(letter)));
    if let Some(glyph) = glyph {
        let settings = DrawSettings::unhinted(Size::new(lettering.size), LocationRef::default());
        // A glyph that cannot be drawn leaves a gap of its width.
        if glyph.draw(settings, &mut pen).is_err() {
            pen.0.clear();
        }
    }
    pen.0
}

/// Each character of `text` with its distance from the beginning of the line, in points.
pub fn places(text: &str, lettering: Lettering) -> impl Iterator<Item = (char, f32)> {
    let face = Face::of(lettering);
    let scale = lettering.size / face.units;
    text.chars().scan(0.0, move |at, letter| {
        let here = *at;
        *at += face.advance(letter) * scale;
        Some((letter, here))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: Lettering = Lettering { size: 20.0, is_bold: false };

    #[test]
    fn a_chinese_character_is_a_square_and_figures_are_of_one_width() {
        assert!((width("园区", BODY) - 40.0).abs() < 0.01);
        assert!((width("1", BODY) - width("8", BODY)).abs() < 0.01);
        assert!(width("W", BODY) > width("i", BODY));
        assert!(width("园", BODY) > 0.0 && width("", BODY).abs() < f32::EPSILON);
    }

    #[test]
    fn a_text_is_cut_to_its_room_and_never_beyond_it() {
        assert_eq!(fit("绵阳高新区", BODY, 100.0), "绵阳高新区");
        let cut = fit("绵阳高新区", BODY, 70.0);
        assert!(cut.ends_with('…') && cut.starts_with("绵阳") && width(&cut, BODY) <= 70.5, "{cut}");
        assert_eq!(fit("绵阳高新区", BODY, 3.0), "");
        assert_eq!(fit("A bcd", BODY, width("A …", BODY)), "A…", "no space before the ellipsis");
    }

    #[test]
    fn letters_have_outlines_that_begin_and_close_and_a_space_has_none() {
        for lettering in [BODY, Lettering { size: 20.0, is_bold: true }] {
            let strokes = outline('园', lettering);
            assert!(matches!(strokes.first(), Some(Stroke::Move(..))) && strokes.contains(&Stroke::Close));
            assert!(outline(' ', lettering).is_empty());
        }
        assert_ne!(outline('中', BODY), outline('国', BODY));
        let starts: Vec<f32> = places("中国", BODY).map(|(_, at)| at).collect();
        assert!(starts[0].abs() < 0.01 && (starts[1] - 20.0).abs() < 0.01);
    }
}

//! What is seen? Shapes and words on a plain of points, and the marks that can be pointed at; the same on every surface.
//!
//! A picture knows nothing of windows and files: the window paints it, [`super::svg`] and [`super::png`] write it. Origin at
//! the top left, y downwards, all lengths in points.

use ecolor::Color32;
use emath::{Align, Pos2, Rect, Vec2, pos2, vec2};

use super::letters::{self, Lettering};
use crate::{
    look::{
        Colours, Type, readable_on,
        seal::{MARK_EN, MARK_ZH, STRIPE_OPACITY, Seal, mark_colour},
    },
    model::id::{IndustryId, ParkId, ProjectId},
};

/// Width of the stripes of a seal, in points.
pub const STRIPE: f32 = 1.5;
/// Distance from stripe to stripe, in points.
pub const STRIPE_STEP: f32 = 5.0;

/// A line of some width and colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// Width in points.
    pub width: f32,
    /// Colour.
    pub colour: Color32,
}

impl Edge {
    /// An edge.
    pub const fn new(width: f32, colour: Color32) -> Self {
        Self { width, colour }
    }
}

/// A thing that is painted.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A rectangle with rounded corners; its edge lies inside.
    Area {
        /// Where.
        rect: Rect,
        /// Radius of the corners.
        radius: f32,
        /// What fills it.
        fill: Color32,
        /// Its edge, if any.
        edge: Option<Edge>,
    },
    /// Stripes at 45° within a rectangle, [`STRIPE`] wide and [`STRIPE_STEP`] apart.
    Stripes {
        /// Where.
        rect: Rect,
        /// Their colour.
        colour: Color32,
    },
    /// A line through points.
    Line {
        /// The points, at least two.
        points: Vec<Pos2>,
        /// Its width and colour.
        edge: Edge,
        /// Lengths of dash and gap; none for an unbroken line.
        dash: Option<[f32; 2]>,
    },
    /// A closed outline, filled.
    Outline {
        /// Its corners in order.
        points: Vec<Pos2>,
        /// The triangles that fill it, by the numbers of corners; three numbers each.
        triangles: Vec<u32>,
        /// What fills it.
        fill: Color32,
        /// Its edge, along the line.
        edge: Option<Edge>,
    },
    /// A disc.
    Disc {
        /// Its centre.
        centre: Pos2,
        /// Its radius.
        radius: f32,
        /// What fills it.
        fill: Color32,
        /// Its edge, along the line.
        edge: Option<Edge>,
    },
    /// A line of words.
    Words {
        /// The left end, the middle or the right end of the line, by `align`, at half its height.
        at: Pos2,
        /// Which of them `at` is.
        align: Align,
        /// Size and weight.
        lettering: Lettering,
        /// Colour.
        colour: Color32,
        /// The words.
        text: String,
    },
}

/// What a mark stands for: any of these that apply.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// A park.
    pub park: Option<ParkId>,
    /// The other park of a pair.
    pub other: Option<ParkId>,
    /// A sub-sector.
    pub industry: Option<IndustryId>,
    /// A project.
    pub project: Option<ProjectId>,
}

impl Subject {
    /// A park.
    pub fn park(park: &ParkId) -> Self {
        Self { park: Some(park.clone()), ..Self::default() }
    }

    /// A sub-sector.
    pub fn industry(industry: &IndustryId) -> Self {
        Self { industry: Some(industry.clone()), ..Self::default() }
    }

    /// The same in a park.
    #[must_use]
    pub fn in_park(self, park: &ParkId) -> Self {
        Self { park: Some(park.clone()), ..self }
    }

    /// Whether pointing at `self` means what `other` shows as well: the same project, else the same sub-sector, else the
    /// same park.
    pub fn is_met_by(&self, other: &Self) -> bool {
        // A pair is met by the same pair alone, in either order; a park is not met by its pairs.
        let is_same_park = self.park.is_some()
            && ((self.park == other.park && self.other == other.other)
                || (self.other.is_some() && self.park == other.other && self.other == other.park));
        if self.project.is_some() {
            return self.project == other.project;
        }
        match (&self.industry, &other.industry) {
            (Some(one), Some(other_industry)) => {
                one == other_industry && (other.park.is_none() || self.park.is_none() || is_same_park)
            }
            (Some(_), None) | (None, Some(_)) => false,
            (None, None) => is_same_park,
        }
    }
}

/// Something that can be pointed at.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where it is.
    pub area: Rect,
    /// What it stands for.
    pub subject: Subject,
    /// What it says: name, figure, unit.
    pub told: String,
}

/// A picture.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picture {
    /// Its size.
    pub size: Vec2,
    /// What is painted, from the bottom up.
    pub shapes: Vec<Shape>,
    /// What can be pointed at; a later one lies over an earlier one.
    pub marks: Vec<Mark>,
}

impl Picture {
    /// An empty picture.
    pub fn new(size: Vec2) -> Self {
        Self { size, shapes: Vec::new(), marks: Vec::new() }
    }

    /// The whole of it.
    pub fn rect(&self) -> Rect {
        Rect::from_min_size(Pos2::ZERO, self.size)
    }

    /// The mark at `place`, the topmost one.
    pub fn mark_at(&self, place: Pos2) -> Option<&Mark> {
        self.marks.iter().rev().find(|mark| mark.area.contains(place))
    }

    /// Adds a filled rectangle.
    pub fn fill(&mut self, rect: Rect, radius: f32, fill: Color32) {
        self.shapes.push(Shape::Area { rect, radius, fill, edge: None });
    }

    /// Adds a rectangle with an edge inside.
    pub fn framed(&mut self, rect: Rect, radius: f32, fill: Color32, edge: Edge) {
        self.shapes.push(Shape::Area { rect, radius, fill, edge: Some(edge) });
    }

    /// Adds a line.
    pub fn line(&mut self, points: impl IntoIterator<Item = Pos2>, edge: Edge) {
        self.shapes.push(Shape::Line { points: points.into_iter().collect(), edge, dash: None });
    }

    /// Adds a broken line.
    pub fn dashed(&mut self, points: impl IntoIterator<Item = Pos2>, edge: Edge, dash: [f32; 2]) {
        self.shapes.push(Shape::Line { points: points.into_iter().collect(), edge, dash: Some(dash) });
    }

    /// Adds a disc.
    pub fn disc(&mut self, centre: Pos2, radius: f32, fill: Color32, edge: Option<Edge>) {
        self.shapes.push(Shape::Disc { centre, radius, fill, edge });
    }

    /// Adds a part of a ring from angle to angle, in turns clockwise from the top.
    pub fn ring(&mut self, centre: Pos2, radius: f32, width: f32, turns: [f32; 2], colour: Color32) {
        let [from, to] = turns;
        // Steps of three degrees look round.
        let steps = ((to - from) * 120.0).ceil().max(1.0);
        let at = |step: f32| {
            let angle = (from + (to - from) * step / steps) * std::f32::consts::TAU;
            centre + vec2(angle.sin(), -angle.cos()) * radius
        };
        let mut points = Vec::new();
        let mut step = 0.0;
        while step <= steps {
            points.push(at(step));
            step += 1.0;
        }
        self.line(points, Edge::new(width, colour));
    }

    /// Adds words in a rectangle, cut with an ellipsis where they have no room; tells whether they were cut.
    pub fn words(
        &mut self,
        rect: Rect,
        align: Align,
        text: &str,
        style: impl Into<Lettering>,
        colour: Color32,
    ) -> bool {
        let lettering = style.into();
        let shown = letters::fit(text, lettering, rect.width());
        let is_cut = shown != text;
        if !shown.is_empty() {
            let x = match align {
                Align::Min => rect.left(),
                Align::Center => rect.center().x,
                Align::Max => rect.right(),
            };
            let text = shown.into_owned();
            self.shapes.push(Shape::Words { at: pos2(x, rect.center().y), align, lettering, colour, text });
        }
        is_cut
    }

    /// Adds words whole or not at all; tells whether they had room. For figures, which must not be cut.
    pub fn whole(
        &mut self,
        rect: Rect,
        align: Align,
        text: &str,
        style: impl Into<Lettering>,
        colour: Color32,
    ) -> bool {
        let lettering = style.into();
        let has_room = letters::width(text, lettering) <= rect.width() + 0.5;
        if has_room {
            self.words(rect, align, text, lettering, colour);
        }
        has_room
    }

    /// Adds a paragraph from the top of a rectangle, broken between words or Chinese characters; tells its height.
    pub fn paragraph(&mut self, rect: Rect, text: &str, style: Type, colour: Color32) -> f32 {
        let height = style.line_height();
        let mut top = rect.top();
        for line in broken(text, style.into(), rect.width()) {
            let place = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), height));
            self.words(place, Align::Min, &line, style, colour);
            top += height;
        }
        top - rect.top()
    }

    /// Adds the ground of a seal: its fill, its stripes and its edge.
    pub fn segment(&mut self, rect: Rect, radius: f32, seal: &Seal, colours: &Colours) {
        let Some(fill) = seal.fill else {
            self.framed(rect, radius, colours.card, Edge::new(1.5, colours.text1));
            return;
        };
        self.fill(rect, radius, fill);
        if seal.striped {
            self.shapes.push(Shape::Stripes { rect, colour: readable_on(fill).gamma_multiply(STRIPE_OPACITY) });
        }
        self.framed(rect, radius, Color32::TRANSPARENT, Edge::new(1.0, colours.seal_edge));
    }

    /// Adds a seal with its mark in the middle of a rectangle.
    pub fn seal(&mut self, rect: Rect, seal: &Seal, colours: &Colours, is_chinese: bool) {
        let side = rect.width().min(rect.height());
        let square = Rect::from_center_size(rect.center(), Vec2::splat(side));
        self.segment(square, if side < 28.0 { 4.0 } else { 6.0 }, seal, colours);
        let share = if is_chinese { MARK_ZH } else { MARK_EN };
        let lettering = Lettering { size: (side * share * 2.0).round() / 2.0, is_bold: true };
        self.mark_of(square, seal, colours, is_chinese, lettering, "");
    }

    /// Adds the mark of a seal in the middle of its ground, with more words behind it where they have room; tells whether
    /// even the mark had.
    pub fn marked(&mut self, rect: Rect, seal: &Seal, colours: &Colours, is_chinese: bool, more: &str) -> bool {
        let lettering = Lettering::from(Type::SmallBold);
        let mark = if is_chinese { &seal.mark_zh } else { &seal.mark_en };
        let room = rect.width() - 4.0;
        if letters::width(mark, lettering) > room || rect.height() < 13.0 {
            return false;
        }
        let long = format!("{mark} {more}");
        let has_more = !more.is_empty() && letters::width(&long, lettering) <= room;
        self.mark_of(rect, seal, colours, is_chinese, lettering, if has_more { more } else { "" });
        true
    }

    fn mark_of(
        &mut self,
        rect: Rect,
        seal: &Seal,
        colours: &Colours,
        is_chinese: bool,
        lettering: Lettering,
        more: &str,
    ) {
        let mark = if is_chinese { &seal.mark_zh } else { &seal.mark_en };
        let text = if more.is_empty() { mark.to_string() } else { format!("{mark} {more}") };
        if let Some(fill) = seal.fill.filter(|_| seal.striped) {
            let under = vec2(letters::width(&text, lettering) + 2.0, lettering.size.min(rect.height() - 2.0));
            self.fill(Rect::from_center_size(rect.center(), under), 2.0, fill);
        }
        self.words(rect, Align::Center, &text, lettering, mark_colour(seal, colours));
    }

    /// Adds a mark that can be pointed at.
    pub fn mark(&mut self, area: Rect, subject: Subject, told: impl Into<String>) {
        self.marks.push(Mark { area, subject, told: told.into() });
    }

    /// The same, larger or smaller: letters, lines and all.
    #[must_use]
    pub fn scaled(self, by: f32) -> Self {
        let mark =
            |mark: Mark| Mark { area: Rect::from_min_max(scale(mark.area.min, by), scale(mark.area.max, by)), ..mark };
        Self {
            size: self.size * by,
            shapes: self.shapes.into_iter().map(|shape| scaled(shape, by)).collect(),
            marks: self.marks.into_iter().map(mark).collect(),
        }
    }

    /// Adds another picture, moved by `by`.
    pub fn place(&mut self, other: Self, by: Vec2) {
        let shapes = other.shapes.into_iter().map(|shape| moved(shape, by));
        self.shapes.extend(shapes);
        let marks = other.marks.into_iter().map(|mark| Mark { area: mark.area.translate(by), ..mark });
        self.marks.extend(marks);
    }
}

fn moved(shape: Shape, by: Vec2) -> Shape {
    let all = |points: Vec<Pos2>| points.into_iter().map(|point| point + by).collect();
    match shape {
        Shape::Area { rect, radius, fill, edge } => Shape::Area { rect: rect.translate(by), radius, fill, edge },
        Shape::Stripes { rect, colour } => Shape::Stripes { rect: rect.translate(by), colour },
        Shape::Line { points, edge, dash } => Shape::Line { points: all(points), edge, dash },
        Shape::Outline { points, triangles, fill, edge } => {
            Shape::Outline { points: all(points), triangles, fill, edge }
        }
        Shape::Disc { centre, radius, fill, edge } => Shape::Disc { centre: centre + by, radius, fill, edge },
        Shape::Words { at, align, lettering, colour, text } => {
            Shape::Words { at: at + by, align, lettering, colour, text }
        }
    }
}

fn scale(point: Pos2, by: f32) -> Pos2 {
    pos2(point.x * by, point.y * by)
}

fn scaled(shape: Shape, by: f32) -> Shape {
    let all = |points: Vec<Pos2>| points.into_iter().map(|point| scale(point, by)).collect();
    let area = |rect: Rect| Rect::from_min_max(scale(rect.min, by), scale(rect.max, by));
    let thick = |edge: Edge| Edge { width: edge.width * by, ..edge };
    match shape {
        Shape::Area { rect, radius, fill, edge } => {
            Shape::Area { rect: area(rect), radius: radius * by, fill, edge: edge.map(thick) }
        }
        Shape::Stripes { rect, colour } => Shape::Stripes { rect: area(rect), colour },
        Shape::Line { points, edge, dash } => {
            Shape::Line { points: all(points), edge: thick(edge), dash: dash.map(|dash| dash.map(|it| it * by)) }
        }
        Shape::Outline { points, triangles, fill, edge } => {
            Shape::Outline { points: all(points), triangles, fill, edge: edge.map(thick) }
        }
        Shape::Disc { centre, radius, fill, edge } => {
            Shape::Disc { centre: scale(centre, by), radius: radius * by, fill, edge: edge.map(thick) }
        }
        Shape::Words { at, align, lettering, colour, text } => {
            let lettering = Lettering { size: lettering.size * by, ..lettering };
            Shape::Words { at: scale(at, by), align, lettering, colour, text }
        }
    }
}

/// The stripes of a rectangle: each from its lower left end to its upper right one.
pub fn stripes(rect: Rect) -> Vec<[Pos2; 2]> {
    let step = STRIPE_STEP * std::f32::consts::SQRT_2;
    let mut found = Vec::new();
    let mut at = step / 2.0;
    // A stripe meets the left edge or the bottom at `at` along both, counted from the upper left corner.
    while at < rect.width() + rect.height() {
        let low = at.min(rect.height());
        let high = at.min(rect.width());
        let from = pos2(rect.left() + at - low, rect.top() + low);
        let to = pos2(rect.left() + high, rect.top() + at - high);
        found.push([from, to]);
        at += step;
    }
    found
}

/// `text` in lines no wider than `room`, broken at spaces or beside Chinese characters.
pub fn broken(text: &str, lettering: Lettering, room: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut word = String::new();
    let mut put = |word: &mut String| {
        let Some(line) = lines.last_mut() else { return };
        if letters::width(&format!("{line}{}", word.trim_end()), lettering) <= room || line.is_empty() {
            line.push_str(word);
        } else {
            line.truncate(line.trim_end().len());
            lines.push(word.trim_start().to_owned());
        }
        word.clear();
    };
    for letter in text.chars() {
        let is_wide = u32::from(letter) >= 0x2E80;
        // Punctuation stays with what it follows.
        let is_closing = "，。；：、）”！？".contains(letter);
        if is_wide && !is_closing {
            put(&mut word);
        }
        word.push(letter);
        if letter == ' ' {
            put(&mut word);
        }
    }
    put(&mut word);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_topmost_mark_is_met() {
        let mut picture = Picture::new(vec2(100.0, 100.0));
        let park = |id: &str| Subject::park(&ParkId::new(id).unwrap());
        picture.mark(picture.rect(), park("a"), "under");
        picture.mark(Rect::from_min_size(pos2(10.0, 10.0), vec2(10.0, 10.0)), park("b"), "over");
        assert_eq!(picture.mark_at(pos2(15.0, 15.0)).unwrap().told, "over");
        assert_eq!(picture.mark_at(pos2(50.0, 50.0)).unwrap().told, "under");
        assert_eq!(picture.mark_at(pos2(150.0, 50.0)), None);
    }

    #[test]
    fn pointing_links_what_is_the_same() {
        let (a, b) = (ParkId::new("a").unwrap(), ParkId::new("b").unwrap());
        let (x, y) = (IndustryId::new("x").unwrap(), IndustryId::new("y").unwrap());
        let cell = Subject::industry(&x).in_park(&a);
        assert!(Subject::park(&a).is_met_by(&Subject::park(&a)) && !Subject::park(&a).is_met_by(&cell));
        assert!(cell.is_met_by(&Subject::industry(&x)) && !cell.is_met_by(&Subject::industry(&y)));
        assert!(!cell.is_met_by(&Subject::industry(&x).in_park(&b)));
        let pair = Subject { other: Some(b.clone()), ..Subject::park(&a) };
        let mirrored = Subject { other: Some(a.clone()), ..Subject::park(&b) };
        assert!(
            pair.is_met_by(&mirrored) && !Subject::park(&b).is_met_by(&pair) && !pair.is_met_by(&Subject::park(&a))
        );
        assert!(!Subject::default().is_met_by(&cell));
    }

    #[test]
    fn stripes_stay_inside_and_rise() {
        let rect = Rect::from_min_size(pos2(3.0, 7.0), vec2(40.0, 11.0));
        let found = stripes(rect);
        assert!(found.len() > 5);
        for [from, to] in found {
            assert!(rect.expand(0.01).contains(from) && rect.expand(0.01).contains(to), "{from:?} {to:?}");
            assert!(from.x <= to.x && from.y >= to.y && ((to.x - from.x) - (from.y - to.y)).abs() < 0.01);
        }
    }

    #[test]
    fn lines_break_at_spaces_and_between_characters_but_not_before_punctuation() {
        let small = Lettering { size: 10.0, is_bold: false };
        assert_eq!(broken("产值重叠五成，主要在食品", small, 65.0), ["产值重叠五", "成，主要在食", "品"]);
        let lines = broken("one two three", small, letters::width("one two", small));
        assert_eq!(lines.iter().map(|it| it.trim_end()).collect::<Vec<_>>(), ["one two", "three"]);
    }
}

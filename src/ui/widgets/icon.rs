//! Signs: every icon as line paths on a grid of 16, never as a letter.
//!
//! A state's shape is told by its outline alone, so that it is known without its colour.

mod paths;

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use super::shapes::snap;
use crate::ui::theme::{SIGN_FILLS, Signal, readable_on};

/// Side of the grid that the paths are drawn on.
const GRID: f32 = 16.0;
/// Width of a line on the grid.
const LINE: f32 = 1.5;
/// Thinnest line in points, so that small icons stay readable.
const THINNEST: f32 = 1.2;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each variant is named after what it shows")]
pub enum Icon {
    Holds,
    Near,
    Broken,
    Waived,
    Unknown,
    Off,
    Lock,
    Pin,
    Search,
    Filter,
    Sort,
    Undo,
    Redo,
    Plus,
    Minus,
    Close,
    ChevronDown,
    ChevronUp,
    ChevronRight,
    Sun,
    Moon,
    Gear,
    Grid,
    List,
    Map,
    Menu,
    File,
    Folder,
    Save,
    Tick,
    ArrowRight,
    ArrowLeft,
    Info,
    More,
    Trash,
    Pencil,
    Copy,
    Keyboard,
    Park,
    Compare,
    Solve,
    Expand,
    Export,
    Logo,
}

impl Icon {
    /// Every sign, in the order of the declaration.
    pub const ALL: [Self; 44] = [
        Self::Holds,
        Self::Near,
        Self::Broken,
        Self::Waived,
        Self::Unknown,
        Self::Off,
        Self::Lock,
        Self::Pin,
        Self::Search,
        Self::Filter,
        Self::Sort,
        Self::Undo,
        Self::Redo,
        Self::Plus,
        Self::Minus,
        Self::Close,
        Self::ChevronDown,
        Self::ChevronUp,
        Self::ChevronRight,
        Self::Sun,
        Self::Moon,
        Self::Gear,
        Self::Grid,
        Self::List,
        Self::Map,
        Self::Menu,
        Self::File,
        Self::Folder,
        Self::Save,
        Self::Tick,
        Self::ArrowRight,
        Self::ArrowLeft,
        Self::Info,
        Self::More,
        Self::Trash,
        Self::Pencil,
        Self::Copy,
        Self::Keyboard,
        Self::Park,
        Self::Compare,
        Self::Solve,
        Self::Expand,
        Self::Export,
        Self::Logo,
    ];

    /// The sign of a state.
    pub const fn of(signal: Signal) -> Self {
        match signal {
            Signal::Holds => Self::Holds,
            Signal::Near => Self::Near,
            Signal::Broken => Self::Broken,
            Signal::Waived => Self::Waived,
            Signal::Unknown => Self::Unknown,
            Signal::Off => Self::Off,
            Signal::Vetoed => Self::Lock,
        }
    }
}

/// One stroke of a sign, in grid units.
#[derive(Clone, Copy, Debug)]
enum Part {
    /// An open path.
    Line(&'static [(f32, f32)]),
    /// A closed path.
    Loop(&'static [(f32, f32)]),
    /// A filled convex polygon.
    Fill(&'static [(f32, f32)]),
    /// A path in the colour that reads on the icon's own.
    Inverse(&'static [(f32, f32)]),
    /// A circle: centre and radius.
    Ring(f32, f32, f32),
    /// A disc: centre and radius.
    Dot(f32, f32, f32),
    /// A part of a circle: centre, radius, from and to in quarter turns clockwise from the right.
    Arc(f32, f32, f32, f32, f32),
    /// A circle of six dashes: centre and radius.
    Dashes(f32, f32, f32),
    /// A rounded frame: left, top, right, bottom, radius.
    Frame(f32, f32, f32, f32, f32),
    /// A square in one of the fixed colours of the sign: left, top, side; gold if the flag is set.
    Square(f32, f32, f32, bool),
}

/// Paints a sign in the largest square in the middle of a rectangle.
///
/// The square is moved to whole pixels; 16 points show the paths as drawn. One colour for all parts, except the two
/// filled squares of the logo and the cross in the octagon.
pub fn paint(painter: &Painter, icon: Icon, rect: Rect, colour: Color32) {
    if !painter.clip_rect().intersects(rect) {
        return;
    }
    let side = rect.width().min(rect.height());
    let square = snap(painter, Rect::from_center_size(rect.center(), Vec2::splat(side)));
    let brush = Brush { painter, origin: square.min, scale: side / GRID, colour };
    for part in paths::parts(icon) {
        brush.part(*part);
    }
}

/// Where and in what a sign is painted.
struct Brush<'a> {
    painter: &'a Painter,
    origin: Pos2,
    scale: f32,
    colour: Color32,
}

impl Brush<'_> {
    fn at(&self, x: f32, y: f32) -> Pos2 {
        self.origin + vec2(x, y) * self.scale
    }

    fn path(&self, points: &[(f32, f32)]) -> Vec<Pos2> {
        points.iter().map(|&(x, y)| self.at(x, y)).collect()
    }

    fn stroke(&self) -> Stroke {
        Stroke::new((LINE * self.scale).max(THINNEST), self.colour)
    }

    fn arc(&self, (x, y): (f32, f32), radius: f32, from: f32, to: f32) -> Vec<Pos2> {
        const STEPS: u8 = 16;
        let quarter = std::f32::consts::FRAC_PI_2;
        let centre = self.at(x, y);
        (0..=STEPS)
            .map(|step| {
                let angle = quarter * (from + (to - from) * f32::from(step) / f32::from(STEPS));
                centre + Vec2::angled(angle) * radius * self.scale
            })
            .collect()
    }

    fn part(&self, part: Part) {
        let painter = self.painter;
        match part {
            Part::Line(points) => {
                painter.add(Shape::line(self.path(points), self.stroke()));
            }
            Part::Loop(points) => {
                painter.add(Shape::closed_line(self.path(points), self.stroke()));
            }
            Part::Fill(points) => {
                painter.add(Shape::convex_polygon(self.path(points), self.colour, Stroke::NONE));
            }
            Part::Inverse(points) => {
                let stroke = Stroke { color: readable_on(self.colour), ..self.stroke() };
                painter.add(Shape::line(self.path(points), stroke));
            }
            Part::Ring(x, y, radius) => {
                painter.circle_stroke(self.at(x, y), radius * self.scale, self.stroke());
            }
            Part::Dot(x, y, radius) => {
                painter.circle_filled(self.at(x, y), (radius * self.scale).max(0.8), self.colour);
            }
            Part::Arc(x, y, radius, from, to) => {
                painter.add(Shape::line(self.arc((x, y), radius, from, to), self.stroke()));
            }
            Part::Dashes(x, y, radius) => {
                for dash in 0..6_u8 {
                    let from = f32::from(dash) * 4.0 / 6.0 - 0.2;
                    painter.add(Shape::line(self.arc((x, y), radius, from, from + 0.4), self.stroke()));
                }
            }
            Part::Frame(left, top, right, bottom, radius) => {
                let rect = Rect::from_min_max(self.at(left, top), self.at(right, bottom));
                painter.rect_stroke(rect, rounding(radius * self.scale), self.stroke(), StrokeKind::Middle);
            }
            Part::Square(left, top, side, gold) => {
                let [blue, gold_fill] = SIGN_FILLS;
                let fill = if gold { gold_fill } else { blue };
                let min = self.at(left, top);
                let rect = Rect::from_min_max(min, pos2(min.x + side * self.scale, min.y + side * self.scale));
                painter.rect_filled(rect, rounding(1.5 * self.scale), fill);
            }
        }
    }
}

/// A corner radius from points.
fn rounding(points: f32) -> CornerRadius {
    CornerRadius::from(points)
}

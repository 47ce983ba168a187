//! Which colours, which seals, which sizes of text: the tokens of the design, the same on every surface.
//!
//! The window paints with them, and so do the pictures of charts that leave the program. Colours are constructed here and
//! nowhere else. It must not paint.

pub mod seal;
mod tokens;
mod type_scale;

use ecolor::{Color32, Rgba};

pub use type_scale::Type;

/// Which of the two colour schemes is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ThemeKind {
    /// Dark text on pale ground.
    Light,
    /// Pale text on dark ground.
    Dark,
}

/// The two colours of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// Colour of icon, word and edge.
    pub ink: Color32,
    /// Colour of the ground beneath them; transparent where the state has none.
    pub soft: Color32,
}

/// What a state says; each has a shape, a word and a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Signal {
    /// The rule holds.
    Holds,
    /// The rule holds, but little room is left.
    Near,
    /// The rule is broken.
    Broken,
    /// The rule is broken under a waiver.
    Waived,
    /// The rule cannot be judged: data are missing.
    Unknown,
    /// The rule is switched off.
    Off,
    /// The placement is impossible.
    Vetoed,
}

/// Every colour that is painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Colours {
    /// Which scheme this is.
    pub kind: ThemeKind,
    /// Ground behind cards.
    pub canvas: Color32,
    /// Side panels and strips.
    pub panel: Color32,
    /// Cards, fields, buttons.
    pub card: Color32,
    /// Sockets, tracks, vetoed cards.
    pub sunken: Color32,
    /// Separators and edges at rest.
    pub line: Color32,
    /// Edges of fields and of empty sockets.
    pub line_strong: Color32,
    /// Content.
    pub text1: Color32,
    /// Labels.
    pub text2: Color32,
    /// Units and hints; never on the canvas.
    pub text3: Color32,
    /// Selection, focus, primary button; never a state.
    pub accent: Color32,
    /// Ground of what is selected.
    pub accent_soft: Color32,
    /// The primary button under the pointer.
    pub accent_hover: Color32,
    /// Text on the accent colour.
    pub on_accent: Color32,
    /// The top band.
    pub band: Color32,
    /// The chosen tab and edges on the top band.
    pub band_high: Color32,
    /// Text on the top band.
    pub band_text: Color32,
    /// Quiet text on the top band.
    pub band_text2: Color32,
    /// The accent on the top band, in every theme.
    pub band_accent: Color32,
    /// Scale of heat maps, low to high.
    pub sequence: [Color32; 5],
    /// Colours of the six criteria in their fixed order.
    pub contribution: [Color32; 6],
    /// State: holds.
    pub holds: Tone,
    /// State: near the limit.
    pub near: Tone,
    /// State: broken.
    pub broken: Tone,
    /// State: waived.
    pub waived: Tone,
    /// State: unknown.
    pub unknown: Tone,
    /// State: off; no ground.
    pub off: Tone,
    /// State: vetoed; its ground is sunken and hatched.
    pub vetoed: Tone,
    /// Filled part of a capacity track and ground of the badge of a national park.
    pub ink_fill: Color32,
    /// Text on `ink_fill`.
    pub on_ink_fill: Color32,
    /// Inner edge of an industry fill.
    pub seal_edge: Color32,
    /// Lines of the hatch over a vetoed card and in the tail of a missing value.
    pub hatch: Color32,
    /// Shadow of what floats.
    pub shadow: Color32,
}

/// The four squares of the program's icon, row by row; the first and the last are filled in the accent of the band.
pub const LOGO: [Color32; 4] = [
    Color32::from_rgb(0x79, 0xA8, 0xFF),
    Color32::from_rgb(0xA9, 0xBB, 0xD3),
    Color32::from_rgb(0xA9, 0xBB, 0xD3),
    Color32::from_rgb(0xF0, 0xB2, 0x4A),
];

impl Colours {
    /// The shared colours of a scheme.
    pub const fn of(kind: ThemeKind) -> &'static Self {
        const LIGHT: &Colours = &Colours::light();
        const DARK: &Colours = &Colours::dark();
        match kind {
            ThemeKind::Light => LIGHT,
            ThemeKind::Dark => DARK,
        }
    }

    /// The two colours of a state.
    pub const fn tone(&self, signal: Signal) -> Tone {
        match signal {
            Signal::Holds => self.holds,
            Signal::Near => self.near,
            Signal::Broken => self.broken,
            Signal::Waived => self.waived,
            Signal::Unknown => self.unknown,
            Signal::Off => self.off,
            Signal::Vetoed => self.vetoed,
        }
    }
}

/// White or ink, whichever contrasts more with an opaque ground (WCAG relative luminance).
pub fn readable_on(ground: Color32) -> Color32 {
    let luminance = relative_luminance(ground);
    let over_white = 1.05 / (luminance + 0.05);
    let over_ink = (luminance + 0.05) / (relative_luminance(tokens::INK) + 0.05);
    if over_white >= over_ink { Color32::WHITE } else { tokens::INK }
}

/// WCAG relative luminance of an opaque colour, 0 (black) to 1 (white).
pub fn relative_luminance(colour: Color32) -> f32 {
    let linear = Rgba::from(colour);
    0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
}

/// The colour of the plain squares of the sign of the application: blue, then gold.
pub const SIGN_FILLS: [Color32; 2] = tokens::SIGN_FILLS;

/// A family of industries that share a hue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FillGroup {
    /// Displays.
    Display,
    /// Electronic components.
    Components,
    /// Terminals and digital industries.
    Digital,
    /// Laser and nuclear technology.
    Laser,
    /// Advanced materials.
    Materials,
    /// Chemicals and drugs.
    Chemicals,
    /// Vehicles and machinery.
    Vehicles,
    /// New energy.
    Energy,
    /// Equipment.
    Equipment,
    /// Food and Chinese medicine.
    Food,
    /// Textiles; one fill only.
    Textiles,
    /// Building materials and smelting; one fill only.
    Building,
}

/// Which fill of a [`FillGroup`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FillMember {
    /// The first fill.
    A,
    /// The second fill; the first one in a group of one.
    B,
}

/// The fill of an industry, the same in every theme.
pub const fn industry_fill(group: FillGroup, member: FillMember) -> Color32 {
    let (a, b) = tokens::industry_fills(group);
    match member {
        FillMember::A => a,
        FillMember::B => b,
    }
}

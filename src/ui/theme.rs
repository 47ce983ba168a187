//! Which distance, which radius, which edge: the tokens of the window beside those of [`crate::look`], and egui's style
//! derived from both.
//!
//! It must not paint.

mod apply;

use std::{ops::Deref, sync::LazyLock};

use egui::{FontFamily, FontId, Shadow, Stroke};

use super::fonts;
pub use crate::look::{
    Colours, FillGroup, FillMember, LOGO, SIGN_FILLS, Signal, ThemeKind, Tone, Type, industry_fill, readable_on,
    relative_luminance,
};
pub use apply::apply;

/// Distances between things, in points, from tight to wide.
pub const SPACE_2: f32 = 2.0;
/// Gap between a mark and its word in dense rows, in points.
pub const SPACE_4: f32 = 4.0;
/// Gap between a mark and its word, in points.
pub const SPACE_6: f32 = 6.0;
/// Gap between neighbours, in points.
pub const SPACE_8: f32 = 8.0;
/// Padding of a card or a panel, in points.
pub const SPACE_12: f32 = 12.0;
/// Gap between groups, in points.
pub const SPACE_16: f32 = 16.0;

/// Corner radius of a bar, in points.
pub const RADIUS_BAR: u8 = 2;
/// Corner radius of a seal and of a tag, in points.
pub const RADIUS_TAG: u8 = 4;
/// Corner radius of a socket and of a row, in points.
pub const RADIUS_ROW: u8 = 5;
/// Corner radius of a button and of a what-if box, in points.
pub const RADIUS_BUTTON: u8 = 6;
/// Corner radius of a card, in points.
pub const RADIUS_CARD: u8 = 8;

/// Width of an ordinary edge, in points.
pub const STROKE: f32 = 1.0;
/// Width of a selected, good or broken edge, in points.
pub const STROKE_STRONG: f32 = 2.0;
/// Width of the best edge, in points.
pub const STROKE_BEST: f32 = 3.0;
/// Opacity of the contents of a card that is vetoed.
pub const VETOED_OPACITY: f32 = 0.4;
/// Duration of the fade of hover and drop states, in seconds.
pub const FADE_SECONDS: f32 = 0.12;

/// What the window paints with: the colours of a scheme, and the shadow of what floats.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    colours: &'static Colours,
    /// Shadow of the ghost, of menus and of the hovered drop card.
    pub shadow: Shadow,
}

impl Deref for Theme {
    type Target = Colours;

    fn deref(&self) -> &Colours {
        self.colours
    }
}

static LIGHT: LazyLock<Theme> = LazyLock::new(|| Theme::new(ThemeKind::Light));
static DARK: LazyLock<Theme> = LazyLock::new(|| Theme::new(ThemeKind::Dark));

impl Theme {
    /// The shadow of what floats is 6 down and 18 soft; more of it on dark ground, where it would not be seen.
    fn new(kind: ThemeKind) -> Self {
        let colours = Colours::of(kind);
        Self { colours, shadow: Shadow { offset: [0, 6], blur: 18, spread: 0, color: colours.shadow } }
    }

    /// The colours alone.
    pub const fn colours(&self) -> &'static Colours {
        self.colours
    }

    /// The shared tokens of a scheme.
    pub fn of(kind: ThemeKind) -> &'static Self {
        match kind {
            ThemeKind::Light => &LIGHT,
            ThemeKind::Dark => &DARK,
        }
    }

    /// The edge at rest.
    pub fn edge(&self) -> Stroke {
        Stroke::new(STROKE, self.line)
    }

    /// The edge of a field, of an empty socket or of something under the pointer.
    pub fn edge_strong(&self) -> Stroke {
        Stroke::new(STROKE, self.line_strong)
    }

    /// The edge of what is selected or has the keyboard focus.
    pub fn edge_selected(&self) -> Stroke {
        Stroke::new(STROKE_STRONG, self.accent)
    }
}

/// The font of a size and weight of text.
pub trait Lettering {
    /// The font as egui knows it.
    fn font(self) -> FontId;
}

impl Lettering for Type {
    fn font(self) -> FontId {
        let family = if self.is_bold() { fonts::bold() } else { FontFamily::Proportional };
        FontId::new(self.size(), family)
    }
}

//! Which industry this is: a fill, a stripe and a mark of its own.
//!
//! Hue says the group, lightness and stripe the member, the mark says it all. The table is the design's and does not depend
//! on what else is in a document; industries that it does not know take what is free ([`assigned`]).

pub mod assigned;
mod table;

use std::borrow::Cow;

use ecolor::Color32;

pub use assigned::Seals;

use super::{Colours, FillGroup, FillMember, readable_on};

/// Height of a Chinese mark as a share of the seal.
pub const MARK_ZH: f32 = 0.64;
/// Height of a Latin mark as a share of the seal.
pub const MARK_EN: f32 = 0.56;
/// Opacity of stripes, which are in the colour of the mark.
pub const STRIPE_OPACITY: f32 = 0.42;

/// The look of an industry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Its fill; none means the colour of a card with an ink edge.
    pub fill: Option<Color32>,
    /// Whether the fill is striped.
    pub striped: bool,
    /// Its mark in Chinese: one character.
    pub mark_zh: Cow<'static, str>,
    /// Its mark in English: two capitals.
    pub mark_en: Cow<'static, str>,
}

/// The colour of an industry's mark: white or ink, whichever reads better on its fill.
pub fn mark_colour(seal: &Seal, colours: &Colours) -> Color32 {
    seal.fill.map_or(colours.text1, readable_on)
}

/// A fill and whether it is striped.
type Pair = (FillGroup, FillMember, bool);

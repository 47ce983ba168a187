//! Which industry this is: a fill, a stripe and a mark of its own.
//!
//! Hue says the group, lightness and stripe the member, the mark says it all. The table is the design's; it must not
//! depend on the order or the number of the industries in a document.

mod table;

use std::borrow::Cow;

use ecolor::Color32;

use super::{Colours, FillGroup, FillMember, industry_fill, readable_on};

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

/// The seal of an industry.
///
/// Known ids have fixed seals. An unknown id takes a pair that its sector's group leaves free, chosen by its id alone
/// and hence stable; a sector without a free pair, or not known, leaves the fill empty. Its marks come from its names
/// and avoid those of the table.
pub fn seal_of(industry_id: &str, sector_zh: &str, name_zh: &str, name_en: &str) -> Seal {
    if let Some(entry) = table::find(industry_id) {
        return Seal {
            fill: entry.pair.map(|(group, member, _)| industry_fill(group, member)),
            striped: entry.pair.is_some_and(|(_, _, striped)| striped),
            mark_zh: Cow::Borrowed(entry.zh),
            mark_en: Cow::Borrowed(entry.en),
        };
    }
    let pair = table::free_pair(industry_id, sector_zh);
    Seal {
        fill: pair.map(|(group, member, _)| industry_fill(group, member)),
        striped: pair.is_some_and(|(_, _, striped)| striped),
        mark_zh: Cow::Owned(table::new_mark_zh(name_zh)),
        mark_en: Cow::Owned(table::new_mark_en(name_en)),
    }
}

/// The colour of an industry's mark: white or ink, whichever reads better on its fill.
pub fn mark_colour(seal: &Seal, colours: &Colours) -> Color32 {
    seal.fill.map_or(colours.text1, readable_on)
}

/// A fill and whether it is striped.
type Pair = (FillGroup, FillMember, bool);

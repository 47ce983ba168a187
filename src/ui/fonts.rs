//! Which letters are drawn: the two bundled weights of Noto Sans SC, for Chinese and Latin alike.
//!
//! Nothing here may choose a size or a colour: sizes are in [`super::theme::Type`].

use std::sync::{Arc, LazyLock};

use egui::epaint::text::FontTweak;
use egui::{FontData, FontDefinitions, FontFamily};

use crate::chart::letters;

const REGULAR: &str = "noto-sans-sc-regular";
const BOLD: &str = "noto-sans-sc-bold";
/// egui's own handful of signs (arrows of menus and the like), used last.
const EGUI_ICONS: &str = "egui-icons";

/// Upward shift of the glyphs in em.
///
/// The font's own line box is centred 0.436 em above the baseline, a Chinese character 0.38 em and a capital 0.367 em:
/// without the shift every text sits visibly low in its row.
const LIFT_EM: f32 = -0.06;

static BOLD_FAMILY: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("bold".into()));

/// The family of the bold weight, named `bold`; known to egui only after [`install`].
pub fn bold() -> FontFamily {
    BOLD_FAMILY.clone()
}

/// Makes the bundled fonts the ones that egui uses, from the next frame on.
///
/// Proportional and monospace text is set in the regular weight (its figures all have one width), family `bold` in the
/// bold one. System fonts remain the fallback for rarer characters where eframe provides them.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
}

/// The fonts and families that [`install`] sets.
fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    fonts.font_data.retain(|name, _| name == EGUI_ICONS);
    fonts.font_data.insert(REGULAR.to_owned(), face(letters::REGULAR));
    fonts.font_data.insert(BOLD.to_owned(), face(letters::BOLD));
    let last = fonts.font_data.contains_key(EGUI_ICONS).then_some(EGUI_ICONS);
    let family = |first: &[&str]| -> Vec<String> { first.iter().copied().chain(last).map(str::to_owned).collect() };
    fonts.families = [
        (FontFamily::Proportional, family(&[REGULAR])),
        (FontFamily::Monospace, family(&[REGULAR])),
        (bold(), family(&[BOLD, REGULAR])),
    ]
    .into();
    fonts
}

/// One weight, lifted to the middle of its row.
fn face(bytes: &'static [u8]) -> Arc<FontData> {
    Arc::new(FontData::from_static(bytes).tweak(FontTweak { y_offset_factor: LIFT_EM, ..FontTweak::default() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_has_its_weight_first_and_no_latin_font_of_egui() {
        let fonts = definitions();
        let first = |family: &FontFamily| fonts.families.get(family).and_then(|faces| faces.first().cloned());
        assert_eq!(first(&FontFamily::Proportional).as_deref(), Some(REGULAR));
        assert_eq!(first(&FontFamily::Monospace).as_deref(), Some(REGULAR));
        assert_eq!(first(&bold()).as_deref(), Some(BOLD));
        assert!(!fonts.font_data.contains_key("Ubuntu-Light"));
    }
}

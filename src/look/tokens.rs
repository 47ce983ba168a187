//! The colour values themselves, as designed.

use ecolor::Color32;

use super::{Colours, FillGroup, ThemeKind, Tone};

/// Dark ink on pale fills, the same in every theme.
pub(super) const INK: Color32 = rgb(0x14_1C28);
/// Blue and gold of the sign of the application.
pub(super) const SIGN_FILLS: [Color32; 2] = [rgb(0x79_A8FF), rgb(0xE2_B93B)];

/// A colour from `0xRRGGBB`.
const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// A state's colours from `0xRRGGBB` twice.
const fn tone(ink: u32, soft: u32) -> Tone {
    Tone { ink: rgb(ink), soft: rgb(soft) }
}

/// A colour from `0xRRGGBB` and its opacity in 255ths.
const fn veil(hex: u32, alpha: u8) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgba_unmultiplied_const(red, green, blue, alpha)
}

impl Colours {
    /// The light scheme.
    pub const fn light() -> Self {
        let text2 = rgb(0x41_4D60);
        let text3 = rgb(0x5E_6B80);
        let sunken = rgb(0xED_F1F5);
        Self {
            kind: ThemeKind::Light,
            canvas: rgb(0xE4_E9EF),
            panel: rgb(0xF6_F8FA),
            card: rgb(0xFF_FFFF),
            sunken,
            line: rgb(0xD0_D8E1),
            line_strong: rgb(0xAA_B6C4),
            text1: INK,
            text2,
            text3,
            accent: rgb(0x17_57D1),
            accent_soft: rgb(0xE1_EBFC),
            accent_hover: rgb(0x12_48B0),
            on_accent: rgb(0xFF_FFFF),
            band: rgb(0x14_233A),
            band_high: rgb(0x2A_4166),
            band_text: rgb(0xF3_F6FB),
            band_text2: rgb(0xA9_BBD3),
            band_accent: rgb(0x79_A8FF),
            sequence: [rgb(0xE3_EDF9), rgb(0xB4_D0F0), rgb(0x6F_A4DE), rgb(0x2F_6FBE), rgb(0x12_3F7D)],
            contribution: [
                rgb(0x0F_2C5C),
                rgb(0x2A_5CA8),
                rgb(0x5C_93D6),
                rgb(0x9C_C1EC),
                rgb(0xC9_CDD4),
                rgb(0x8B_94A3),
            ],
            holds: tone(0x0B_7A5B, 0xDD_F2EA),
            near: tone(0x8F_5600, 0xFD_EFCF),
            broken: tone(0xC2_182B, 0xFC_E3E6),
            waived: tone(0x69_41B8, 0xEC_E6F9),
            unknown: tone(0x55_627A, 0xE7_ECF1),
            off: Tone { ink: text3, soft: Color32::TRANSPARENT },
            vetoed: Tone { ink: text2, soft: sunken },
            ink_fill: text2,
            on_ink_fill: rgb(0xFF_FFFF),
            seal_edge: veil(0x14_1C28, 71),
            hatch: veil(0x41_4D60, 26),
            shadow: veil(0x0A_1018, 71),
        }
    }

    /// The dark scheme.
    pub const fn dark() -> Self {
        let text2 = rgb(0xB8_C4D4);
        let text3 = rgb(0x93_A1B6);
        let sunken = rgb(0x11_1822);
        Self {
            kind: ThemeKind::Dark,
            canvas: rgb(0x0C_1118),
            panel: rgb(0x14_1B26),
            card: rgb(0x1C_2533),
            sunken,
            line: rgb(0x2C_3849),
            line_strong: rgb(0x4A_5A71),
            text1: rgb(0xEA_EFF6),
            text2,
            text3,
            accent: rgb(0x79_A8FF),
            accent_soft: rgb(0x1F_3459),
            accent_hover: rgb(0x9C_BFFF),
            on_accent: rgb(0x0C_1118),
            band: rgb(0x0F_1929),
            band_high: rgb(0x23_385A),
            band_text: rgb(0xF0_F4FA),
            band_text2: rgb(0x9D_B0CA),
            band_accent: rgb(0x79_A8FF),
            sequence: [rgb(0x1B_2A40), rgb(0x23_456F), rgb(0x2F_6AAE), rgb(0x5C_9BE6), rgb(0xA9_D0FF)],
            contribution: [
                rgb(0xDC_EBFF),
                rgb(0xA9_CDFB),
                rgb(0x6E_A5EE),
                rgb(0x3C_78CB),
                rgb(0x5A_6678),
                rgb(0x8E_9AAC),
            ],
            holds: tone(0x4C_C79C, 0x12_3A2E),
            near: tone(0xF0_B24A, 0x3D_2E10),
            broken: tone(0xFF_7885, 0x4A_1B22),
            waived: tone(0xB9_A0F6, 0x2E_2552),
            unknown: tone(0xA2_B0C4, 0x26_3142),
            off: Tone { ink: text3, soft: Color32::TRANSPARENT },
            vetoed: Tone { ink: text2, soft: sunken },
            ink_fill: text2,
            on_ink_fill: INK,
            seal_edge: veil(0xFF_FFFF, 115),
            hatch: veil(0xB8_C4D4, 26),
            shadow: veil(0x0A_1018, 150),
        }
    }
}

/// The two fills of a group of industries; both the same in a group of one.
pub(super) const fn industry_fills(group: FillGroup) -> (Color32, Color32) {
    match group {
        FillGroup::Display => (rgb(0x47_58DB), rgb(0xAF_C1FE)),
        FillGroup::Components => (rgb(0x46_1A8B), rgb(0x90_94FE)),
        FillGroup::Digital => (rgb(0x02_4660), rgb(0x37_B7D8)),
        FillGroup::Laser => (rgb(0xB5_338E), rgb(0xCE_6897)),
        FillGroup::Materials => (rgb(0x2E_6764), rgb(0x77_DAC1)),
        FillGroup::Chemicals => (rgb(0x7C_27AC), rgb(0x9D_68CB)),
        FillGroup::Vehicles => (rgb(0x94_4122), rgb(0xE5_8466)),
        FillGroup::Energy => (rgb(0x0D_8A57), rgb(0x07_B052)),
        FillGroup::Equipment => (rgb(0x46_3D00), rgb(0xD9_C72E)),
        FillGroup::Food => (rgb(0x8E_6D01), rgb(0xB8_8E00)),
        FillGroup::Textiles => (rgb(0x81_0A3B), rgb(0x81_0A3B)),
        FillGroup::Building => (rgb(0xB2_A8A4), rgb(0xB2_A8A4)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{Signal, relative_luminance};

    fn contrast(ink: Color32, ground: Color32) -> f32 {
        let (one, other) = (relative_luminance(ink), relative_luminance(ground));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_reads_on_every_surface_that_it_may_stand_on() {
        for theme in [Colours::light(), Colours::dark()] {
            for ground in [theme.panel, theme.card, theme.sunken] {
                assert!(contrast(theme.text1, ground) > 10.0, "text 1 {ground:?}");
                assert!(contrast(theme.text2, ground) > 4.5, "text 2 {ground:?}");
                assert!(contrast(theme.text3, ground) > 4.5, "text 3 {ground:?}");
            }
            assert!(contrast(theme.band_text, theme.band_high) > 4.5, "chosen tab");
            assert!(contrast(theme.band_text2, theme.band) > 4.5, "other tabs");
            assert!(contrast(theme.on_accent, theme.accent) > 4.5, "primary button");
            assert!(contrast(theme.on_accent, theme.accent_hover) > 4.5, "primary button under the pointer");
            assert!(contrast(theme.text1, theme.accent_soft) > 4.5, "selected row");
            assert!(contrast(theme.accent, theme.accent_soft) > 4.5, "chosen segment");
            assert!(contrast(theme.on_ink_fill, theme.ink_fill) > 4.5, "national badge");
        }
    }

    #[test]
    fn states_read_on_their_ground_and_on_cards() {
        for theme in [Colours::light(), Colours::dark()] {
            for signal in [Signal::Holds, Signal::Near, Signal::Broken, Signal::Waived, Signal::Unknown, Signal::Vetoed]
            {
                let tone = theme.tone(signal);
                assert!(contrast(tone.ink, tone.soft) > 4.5, "{signal:?} on its own ground");
                assert!(contrast(tone.ink, theme.card) > 4.5, "{signal:?} on a card");
            }
            assert!(contrast(theme.off.ink, theme.card) > 4.5, "off");
        }
    }
}

//! How do the cells of a workbook look? Letters, lines, grounds, and numbers that stay numbers under their signs.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::super::{
    ink::{self, Inks},
    paper::Tone,
};
use crate::i18n::phrase::Lang;

/// Decimals of a figure at most; a workbook shows 15 digits.
const MOST_DECIMALS: u8 = 15;
/// Size of usual letters, in points.
pub const SIZE: f64 = 10.0;
/// Size of small letters, in points.
const SMALL: f64 = 8.5;
/// Size of the letters of the title, in points.
pub const TITLE_SIZE: f64 = 16.0;
/// Size of the letters of a heading, in points.
pub const HEADING_SIZE: f64 = 13.0;

/// The looks of every cell.
pub struct Formats {
    inks: Inks,
    font: &'static str,
}

impl Formats {
    /// The looks of a workbook in this language.
    pub fn new(lang: Lang) -> Self {
        let font = match lang {
            Lang::Zh => "SimSun",
            Lang::En => "Calibri",
        };
        Self { inks: Inks::new(), font }
    }

    /// Text as usual, at the top of its cell.
    pub fn plain(&self) -> Format {
        Format::new().set_font_name(self.font).set_font_size(SIZE).set_align(FormatAlign::Top)
    }

    /// Text in its tone, broken into lines where its cell ends.
    pub fn toned(&self, tone: Tone) -> Format {
        let mut format = self.plain().set_text_wrap();
        if ink::is_bold(tone) {
            format = format.set_bold();
        }
        if let Some(ink) = self.inks.of(tone) {
            format = format.set_font_color(colour(ink));
        }
        if tone == Tone::Faint { format.set_font_size(SMALL) } else { format }
    }

    /// The title of the paper.
    pub fn title(&self) -> Format {
        self.plain().set_bold().set_font_size(TITLE_SIZE)
    }

    /// What stands under the title.
    pub fn subtitle(&self) -> Format {
        self.plain().set_font_color(colour(&self.inks.faint))
    }

    /// A heading; the heading of a part is larger.
    pub fn heading(&self, is_first: bool) -> Format {
        self.plain().set_bold().set_font_size(if is_first { HEADING_SIZE } else { 11.0 })
    }

    /// The head of a column.
    pub fn head(&self) -> Format {
        self.boxed(self.plain())
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(colour(&self.inks.head))
    }

    /// The upper half of the head of a column beside columns with a head over theirs; the lower is [`Formats::lower_head`].
    pub fn upper_head(&self) -> Format {
        self.head().set_border_bottom(FormatBorder::None)
    }

    /// The lower half of such a head.
    pub fn lower_head(&self) -> Format {
        self.head().set_border_top(FormatBorder::None)
    }

    /// A cell with text.
    pub fn cell(&self, tone: Tone, is_right: bool, is_sum: bool) -> Format {
        let format = self.boxed(self.toned(tone)).set_align(FormatAlign::VerticalCenter);
        // A blank before words keeps them off the figure in the cell to their left.
        let format = if is_right {
            format.set_align(FormatAlign::Right)
        } else {
            format.set_align(FormatAlign::Left).set_indent(1)
        };
        self.summed(format, is_sum)
    }

    /// A cell with a figure.
    pub fn figure(&self, tone: Tone, decimals: u8, is_assumed: bool, is_sum: bool) -> Format {
        self.cell(tone, true, is_sum).set_num_format(number_format(decimals, is_assumed))
    }

    /// A cell with a day.
    pub fn day(&self, is_sum: bool) -> Format {
        self.cell(Tone::Plain, false, is_sum).set_indent(0).set_align(FormatAlign::Center).set_num_format("yyyy-mm-dd")
    }

    /// A cell of data; of a day with its format.
    pub fn datum(&self, is_day: bool) -> Format {
        if is_day { self.plain().set_num_format("yyyy-mm-dd") } else { self.plain() }
    }

    fn boxed(&self, format: Format) -> Format {
        format.set_border(FormatBorder::Thin).set_border_color(colour(&self.inks.line))
    }

    fn summed(&self, format: Format, is_sum: bool) -> Format {
        if is_sum { format.set_bold().set_background_color(colour(&self.inks.sum)) } else { format }
    }
}

/// How a figure is shown: `#,##0.00`, with ≈ before what is assumed and − before what is below zero.
pub fn number_format(decimals: u8, is_assumed: bool) -> String {
    let zeros = "0".repeat(usize::from(decimals.min(MOST_DECIMALS)));
    let figure = if zeros.is_empty() { "#,##0".to_owned() } else { format!("#,##0.{zeros}") };
    let sign = if is_assumed { "\"≈\"" } else { "" };
    let below = if is_assumed { "\"≈−\"" } else { "\"−\"" };
    format!("{sign}{figure};{below}{figure}")
}

/// The colour `RRGGBB`.
fn colour(hex: &str) -> Color {
    Color::RGB(u32::from_str_radix(hex, 16).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_wear_their_signs() {
        assert_eq!(number_format(0, false), "#,##0;\"−\"#,##0");
        assert_eq!(number_format(2, true), "\"≈\"#,##0.00;\"≈−\"#,##0.00");
    }
}

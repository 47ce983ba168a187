//! The sizes, weights and line heights of text.

/// The sizes of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// 22 / 26 bold: the score of a what-if box.
    FigureLarge,
    /// 18 / 24 bold: scores in lists, titles of sheets.
    Heading,
    /// 15 / 22 bold: park names, titles of sections, totals.
    CardTitle,
    /// 14 / 20 bold: values in facts, tabs.
    Strong,
    /// 14 / 20 regular: tabs that are not chosen.
    StrongRegular,
    /// 13 / 18 regular: rows, sentences, buttons.
    Body,
    /// 13 / 18 bold: names in rows.
    BodyBold,
    /// 12 / 16 regular: meta lines, sockets, tags, axis labels.
    Small,
    /// 12 / 16 bold: figures in meta lines.
    SmallBold,
    /// 11 / 14 regular: key caps, figures inside bars; nothing is smaller.
    Micro,
}

impl Type {
    /// Size of the letters in points.
    pub const fn size(self) -> f32 {
        match self {
            Self::FigureLarge => 22.0,
            Self::Heading => 18.0,
            Self::CardTitle => 15.0,
            Self::Strong | Self::StrongRegular => 14.0,
            Self::Body | Self::BodyBold => 13.0,
            Self::Small | Self::SmallBold => 12.0,
            Self::Micro => 11.0,
        }
    }

    /// Distance between two baselines in points.
    pub const fn line_height(self) -> f32 {
        match self {
            Self::FigureLarge => 26.0,
            Self::Heading => 24.0,
            Self::CardTitle => 22.0,
            Self::Strong | Self::StrongRegular => 20.0,
            Self::Body | Self::BodyBold => 18.0,
            Self::Small | Self::SmallBold => 16.0,
            Self::Micro => 14.0,
        }
    }

    /// Whether the bold weight is used.
    pub const fn is_bold(self) -> bool {
        match self {
            Self::FigureLarge | Self::Heading | Self::CardTitle | Self::Strong | Self::BodyBold | Self::SmallBold => {
                true
            }
            Self::StrongRegular | Self::Body | Self::Small | Self::Micro => false,
        }
    }
}

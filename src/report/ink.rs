//! Which colours has a printed paper? Those of the pale scheme of the window, as six digits.

use ecolor::Color32;

use super::paper::Tone;
use crate::look::Colours;

/// Colours of a paper, each as `RRGGBB`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inks {
    /// What is small and grey.
    pub faint: String,
    /// What holds.
    pub good: String,
    /// What is near a limit.
    pub caution: String,
    /// What is broken.
    pub bad: String,
    /// Thin lines of tables.
    pub line: String,
    /// Ground of the heads of tables.
    pub head: String,
    /// Ground of the rows that sum up.
    pub sum: String,
}

impl Inks {
    /// The inks of every paper.
    pub fn new() -> Self {
        let colours = Colours::light();
        Self {
            faint: hex(colours.text3),
            good: hex(colours.holds.ink),
            caution: hex(colours.near.ink),
            bad: hex(colours.broken.ink),
            line: hex(colours.line_strong),
            head: hex(colours.canvas),
            sum: hex(colours.panel),
        }
    }

    /// The ink of a tone; `None` for black.
    pub fn of(&self, tone: Tone) -> Option<&str> {
        match tone {
            Tone::Plain | Tone::Strong => None,
            Tone::Faint => Some(&self.faint),
            Tone::Good => Some(&self.good),
            Tone::Caution => Some(&self.caution),
            Tone::Bad => Some(&self.bad),
        }
    }
}

impl Default for Inks {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether text in this tone is bold.
pub fn is_bold(tone: Tone) -> bool {
    match tone {
        Tone::Plain | Tone::Faint => false,
        Tone::Strong | Tone::Good | Tone::Caution | Tone::Bad => true,
    }
}

fn hex(colour: Color32) -> String {
    let [red, green, blue, _] = colour.to_srgba_unmultiplied();
    format!("{red:02X}{green:02X}{blue:02X}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_never_stands_alone() {
        let inks = Inks::new();
        for tone in [Tone::Good, Tone::Caution, Tone::Bad] {
            assert!(inks.of(tone).is_some() && is_bold(tone), "{tone:?}");
        }
        assert_eq!((inks.of(Tone::Strong), is_bold(Tone::Strong)), (None, true));
        assert_eq!(inks.good.len(), 6);
    }
}

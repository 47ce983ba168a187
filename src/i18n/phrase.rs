//! A text in both languages, and which of them to show.

use crate::model::text::Text;

/// Language of the window and of messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

/// A fixed text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Phrase {
    /// The phrase `zh` in Chinese, `en` in English.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The text in `lang`.
    pub const fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// A deed with what it is done to; the `…` of a deed that asks for more stays at the end.
pub fn deed_to(deed: &str, what: &str) -> String {
    match deed.strip_suffix('…') {
        Some(deed) => format!("{deed} {what}…"),
        None => format!("{deed} {what}"),
    }
}

impl From<Phrase> for Text {
    fn from(phrase: Phrase) -> Self {
        Self::new(phrase.zh, phrase.en)
    }
}

impl Text {
    /// The text in `lang`; the Chinese one where no English is given.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => self.english(),
        }
    }
}

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

impl Lang {
    /// What a record says in one text for both languages, `中文 / English`: the half of this language, or all of it where it
    /// is not such a pair.
    pub fn half(self, text: &str) -> &str {
        let Some((first, second)) = text.split_once(" / ") else { return text };
        let is_pair = has_chinese(first) && !has_chinese(second);
        match (is_pair, self) {
            (false, _) => text,
            (true, Self::Zh) => first.trim(),
            (true, Self::En) => second.trim(),
        }
    }
}

/// Whether a text has a Chinese character or mark.
pub fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}'))
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

//! What is it called? Names and sentences in both languages, and the check on their characters.

use serde::{Deserialize, Serialize};

/// A name or sentence in Chinese and English. An empty English text means: show the Chinese one.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Text {
    /// The text `zh` in Chinese, `en` in English.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The English text, or the Chinese one where no English is given.
    pub fn english(&self) -> &str {
        if self.en.is_empty() { &self.zh } else { &self.en }
    }
}

/// The first character of `text` that must not stand in a name: a control, a zero-width or a direction mark.
pub fn misleading_character(text: &str) -> Option<char> {
    text.chars().find(|c| is_misleading(*c))
}

/// Tells whether `c` is a control, a zero-width or a direction mark.
pub fn is_misleading(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

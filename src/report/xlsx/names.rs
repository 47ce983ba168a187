//! What is a sheet called? By its table, as far as a workbook allows, and no two alike.

use std::collections::BTreeSet;

use super::super::shown;
use crate::i18n::{phrase::Lang, printed};

/// Characters of a name at most, each as 16 bits.
const LONGEST_NAME: usize = 31;
/// A name that workbooks keep for themselves.
const KEPT: &str = "history";

/// The names given so far, in small letters.
#[derive(Debug, Default)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// A name for a sheet that is like `wanted` and is not given yet.
    pub fn given(&mut self, wanted: &str, lang: Lang) -> String {
        let clean = cleaned(wanted);
        let clean = if clean.is_empty() { printed::TABLE.of(lang).to_owned() } else { clean };
        let mut name = cut(&clean, LONGEST_NAME);
        let mut number = 2;
        while name.to_lowercase() == KEPT || !self.0.insert(name.to_lowercase()) {
            let ending = format!("({number})");
            name = format!("{}{ending}", cut(&clean, LONGEST_NAME - ending.len()));
            number += 1;
        }
        name
    }
}

/// `wanted` in one line, without the signs that no name of a sheet may have.
fn cleaned(wanted: &str) -> String {
    let line: String = shown::line(wanted)
        .chars()
        .map(|c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || c.is_control() { ' ' } else { c })
        .collect();
    line.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['\'', ' ']).to_owned()
}

/// The first of `text` that have at most `room` characters of 16 bits, without an end that no name may have.
fn cut(text: &str, room: usize) -> String {
    let mut taken = 0;
    let short: String = text
        .chars()
        .take_while(|c| {
            taken += c.len_utf16();
            taken <= room
        })
        .collect();
    short.trim_end_matches(['\'', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cleaned_cut_and_told_apart() {
        let mut names = Names::default();
        assert_eq!(names.given("投资[万元]/年:?*\\", Lang::Zh), "投资 万元 年");
        assert_eq!(names.given("", Lang::Zh), "表");
        assert_eq!(names.given(" '' ", Lang::Zh), "表(2)");
        assert_eq!(names.given("Parks", Lang::En), "Parks");
        assert_eq!(names.given("parks", Lang::En), "parks(2)");
        assert_eq!(names.given("PARKS", Lang::En), "PARKS(3)");
        assert_eq!(names.given("History", Lang::En), "History(2)");
        let long = "园".repeat(40);
        assert_eq!(names.given(&long, Lang::Zh), "园".repeat(31));
        assert_eq!(names.given(&long, Lang::Zh), format!("{}(2)", "园".repeat(28)));
        assert_eq!(names.given(&"𠮷".repeat(20), Lang::Zh), "𠮷".repeat(15));
        assert_eq!(names.given(&format!("{}'x", "a".repeat(30)), Lang::En), "a".repeat(30));
    }
}

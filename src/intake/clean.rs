//! What was meant to be written? Text of foreign hands made plain: no invisible marks, one form of each letter, and no
//! personal data.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc, is_nfkc};

use crate::model::text::is_misleading;

/// A text made plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// The text.
    pub text: String,
    /// Whether invisible marks were taken out.
    pub is_stripped: bool,
    /// Whether a telephone number or an address of electronic mail was cut out.
    pub is_cut: bool,
}

/// `text` without invisible marks, composed (NFC), blanks run together.
pub fn plain(text: &str) -> Plain {
    let composed: Cow<'_, str> = if is_nfc(text) { text.into() } else { text.nfc().collect::<String>().into() };
    // Breaks of lines are blanks; a mark that nobody sees is worth a word.
    let is_stripped = composed.chars().any(|it| is_misleading(it) && !it.is_whitespace());
    let mut text = String::with_capacity(composed.len());
    for word in composed.split_whitespace() {
        let end = text.len();
        text.extend(word.chars().filter(|it| !is_misleading(*it)));
        if end > 0 && text.len() > end {
            text.insert(end, ' ');
        }
    }
    Plain { text, is_stripped, is_cut: false }
}

/// [`plain`], and without personal data.
pub fn public(text: &str) -> Plain {
    let plain = plain(text);
    let (text, is_cut) = without_personal(&plain.text);
    Plain { text, is_cut, ..plain }
}

/// `text` for comparing words: compatible forms made one (NFKC), lower case, one kind of bracket and dash, no blanks at its
/// ends.
pub fn folded(text: &str) -> String {
    let composed: Cow<'_, str> = if is_nfkc(text) { text.into() } else { text.nfkc().collect::<String>().into() };
    let one = composed.chars().filter(|it| !is_misleading(*it)).map(|it| match it {
        '〔' | '【' | '[' | '{' | '「' | '〈' | '《' => '(',
        '〕' | '】' | ']' | '}' | '」' | '〉' | '》' => ')',
        '—' | '–' | '−' | '─' | '‐' | '‑' | '―' => '-',
        '～' | '∼' | '〜' => '~',
        '、' | '，' => ',',
        '：' => ':',
        other => other,
    });
    let folded: String = one.flat_map(char::to_lowercase).collect();
    let trimmed = folded.trim();
    if trimmed.len() == folded.len() { folded } else { trimmed.to_owned() }
}

/// Letters and figures of `text` only, folded.
pub fn letters(text: &str) -> String {
    folded(text).chars().filter(|it| it.is_alphanumeric()).collect()
}

/// Digits of the shortest and the longest telephone number.
const DIGITS_OF_NUMBER: std::ops::RangeInclusive<usize> = 11..=13;

/// `text` without telephone numbers and addresses of electronic mail, and whether there were any.
fn without_personal(text: &str) -> (String, bool) {
    let chars: Vec<char> = text.chars().collect();
    let mut kept = String::new();
    let mut at = 0;
    let mut is_cut = false;
    while let Some(c) = chars.get(at) {
        let rest = chars.get(at..).unwrap_or(&[]);
        let before = at.checked_sub(1).and_then(|it| chars.get(it));
        let length = mail_at(rest, before).or_else(|| number_at(rest, before));
        if let Some(length) = length {
            is_cut = true;
            at += length;
        } else {
            kept.push(*c);
            at += 1;
        }
    }
    (if is_cut { kept.split_whitespace().collect::<Vec<_>>().join(" ") } else { kept }, is_cut)
}

/// Length of the address of electronic mail at the head of `rest`.
fn mail_at(rest: &[char], before: Option<&char>) -> Option<usize> {
    let is_of_mail = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    if before.is_some_and(is_of_mail) {
        return None;
    }
    let name = rest.iter().take_while(|it| is_of_mail(it)).count();
    if name == 0 || rest.get(name) != Some(&'@') {
        return None;
    }
    let house = rest.iter().skip(name + 1).take_while(|it| is_of_mail(it)).count();
    (house >= 3).then_some(name + 1 + house)
}

/// Length of the telephone number at the head of `rest`: a mobile number (1 and ten digits), or a landline (0, area, a dash,
/// seven or eight digits).
fn number_at(rest: &[char], before: Option<&char>) -> Option<usize> {
    if before.is_some_and(|it| it.is_ascii_digit() || *it == '.') {
        return None;
    }
    let length = rest.iter().take_while(|it| it.is_ascii_digit() || matches!(it, '-' | ' ')).count();
    let written: String = rest.iter().take(length).collect();
    let written = written.trim_end_matches(['-', ' ']);
    let digits: Vec<char> = written.chars().filter(char::is_ascii_digit).collect();
    let second = digits.get(1).copied().unwrap_or('0');
    let is_mobile = digits.first() == Some(&'1') && ('3'..='9').contains(&second) && digits.len() == 11;
    let is_landline = digits.first() == Some(&'0') && second != '0' && DIGITS_OF_NUMBER.contains(&(digits.len() + 1));
    let is_landline = is_landline && written.contains(['-', ' ']);
    (is_mobile || is_landline).then(|| written.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_marks_go() {
        let found = plain(" 显示\u{202e}模组\u{200b}\n二期 ");
        assert_eq!((found.text.as_str(), found.is_stripped), ("显示模组 二期", true));
        assert!(!plain("显示\n模组").is_stripped);
    }

    #[test]
    fn personal_data_go() {
        for (written, kept) in [
            ("张三 13812345678 在谈", "张三 在谈"),
            ("电话 0816-2345678。", "电话。"),
            ("zhang.san@example.com", ""),
            ("年产5万吨，2022年6月", "年产5万吨，2022年6月"),
            ("35000万元 20220615", "35000万元 20220615"),
            ("型号 138123456789", "型号 138123456789"),
        ] {
            assert_eq!(public(written).text, kept, "{written}");
        }
    }

    #[test]
    fn forms_of_a_letter_are_one() {
        assert_eq!(folded("Ｔ１２３（万元）"), "t123(万元)");
        assert_eq!(folded("㎡"), "m2");
        assert_eq!(letters("总投资 （万元）*"), "总投资万元");
    }
}

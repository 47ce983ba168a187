//! Where does a cell of a text end? Cuts a text with separators into records and fields.
//!
//! Quotes count only where a field begins with one and a quote before a separator, a line end or the end of the text closes it.
//! Any other quote is a character: of a lone quote a strict reader makes one cell of all the lines up to the next, and joins
//! rows that way. Blank lines are records too, so that the number of a record is that of the row which a spreadsheet shows.

use std::borrow::Cow;

/// Separators that are told apart, the likelier ones first.
const SEPARATORS: [u8; 4] = [b'\t', b';', b',', b'|'];

/// Bytes at the head of a text by which the separator is told.
const HEAD: usize = 64 * 1024;

/// Records by which the separator is told.
const LINES: usize = 100;

/// What is left of a text.
#[derive(Debug, Clone)]
pub struct Records<'a> {
    text: &'a str,
    at: usize,
    separator: u8,
}

impl<'a> Records<'a> {
    /// The records of `text`, whose fields stand between separators.
    pub fn new(text: &'a str, separator: u8) -> Self {
        Self { text, at: 0, separator }
    }

    /// The records of `text` by the separator that its first line names (`sep=;`), else by the one that cuts most of the first
    /// lines into the same number of fields.
    pub fn sniffed(text: &'a str) -> Self {
        let line = text.lines().next().unwrap_or("");
        let named = line.get(..4).filter(|head| head.eq_ignore_ascii_case("sep=")).and(line.as_bytes().get(4..));
        if let Some([separator @ (b'\t' | b';' | b',' | b'|' | b':' | b'^' | b'~')]) = named {
            let mut records = Self::new(text, *separator);
            // The line is no row: a spreadsheet does not show it.
            while !records.field().1 {}
            return records;
        }
        let mut best = (0, 0, b',');
        for separator in SEPARATORS {
            let (alike, any) = fit(text, separator);
            if (alike, any) > (best.0, best.1) {
                best = (alike, any, separator);
            }
        }
        Self::new(text, best.2)
    }

    /// Whether no record is left.
    pub fn is_done(&self) -> bool {
        self.at >= self.text.len()
    }

    /// The next field, and whether it is the last one of its record; a blank last one where no record is left.
    pub fn field(&mut self) -> (Cow<'a, str>, bool) {
        let rest = self.text.get(self.at..).unwrap_or("");
        let (field, length) = match self.closing(rest) {
            Some(end) => {
                let inner = rest.get(1..end).unwrap_or("");
                let inner = if inner.contains('"') { Cow::Owned(inner.replace("\"\"", "\"")) } else { inner.into() };
                (inner, end + 1)
            }
            None => {
                let end = rest.bytes().position(|byte| self.ends(byte)).unwrap_or(rest.len());
                (rest.get(..end).unwrap_or("").into(), end)
            }
        };
        let after = rest.as_bytes().get(length..).unwrap_or_default();
        let (step, is_last) = match after {
            [b'\r', b'\n', ..] => (2, true),
            [b'\r' | b'\n', ..] => (1, true),
            [_, ..] => (1, false),
            [] => (0, true),
        };
        self.at += length + step;
        (field, is_last)
    }

    /// Where the quote stands that closes the one at the head of `rest`.
    fn closing(&self, rest: &str) -> Option<usize> {
        let bytes = rest.as_bytes();
        let mut at = bytes.first().filter(|byte| **byte == b'"').map(|_| 1)?;
        loop {
            at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')?;
            match bytes.get(at + 1) {
                Some(b'"') => at += 2,
                Some(byte) if !self.ends(*byte) => return None,
                Some(_) | None => return Some(at),
            }
        }
    }

    fn ends(&self, byte: u8) -> bool {
        byte == self.separator || byte == b'\n' || byte == b'\r'
    }
}

/// How many of the first records have the number of separators that most of them have, and how many have any.
fn fit(text: &str, separator: u8) -> (usize, usize) {
    let end = (0..=HEAD.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let mut records = Records::new(text.get(..end).unwrap_or(""), separator);
    let mut counts = Vec::new();
    while !records.is_done() && counts.len() < LINES {
        let mut count = 0_usize;
        while !records.field().1 {
            count += 1;
        }
        counts.push(count);
    }
    counts.retain(|count| *count > 0);
    counts.sort_unstable();
    let alike = counts.chunk_by(|one, next| one == next).map(<[usize]>::len).max().unwrap_or(0);
    (alike, counts.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut records: Records) -> Vec<Vec<String>> {
        let mut all = Vec::new();
        while !records.is_done() {
            let mut record = Vec::new();
            loop {
                let (field, is_last) = records.field();
                record.push(field.into_owned());
                if is_last {
                    break;
                }
            }
            all.push(record);
        }
        all
    }

    #[test]
    fn quotes_hold_separators_lines_and_quotes() {
        let text = "a,\"b,c\",\"d\r\n\"\"e\"\"\"\r\n\"\",f\n\nlast";
        let told = all(Records::new(text, b','));
        assert_eq!(told, vec![vec!["a", "b,c", "d\r\n\"e\""], vec!["", "f"], vec![""], vec!["last"]]);
    }

    #[test]
    fn a_lone_quote_is_a_character_and_joins_no_lines() {
        let text = "\"甲,1\n乙 3\" 管,2\n\"丙\" 厂,\"4\"\n丁,\"";
        let told = all(Records::new(text, b','));
        assert_eq!(told, vec![vec!["\"甲", "1"], vec!["乙 3\" 管", "2"], vec!["\"丙\" 厂", "4"], vec!["丁", "\""]]);
    }

    #[test]
    fn many_lone_quotes_take_no_longer_than_few() {
        for unit in ["\"x,\"\"", "\",\"\"x", "\"\"\"\",x\"", "\"", "\"\n"] {
            let text = unit.repeat(200_000);
            let mut records = Records::new(&text, b',');
            let mut fields = 0;
            while !records.is_done() {
                records.field();
                fields += 1;
            }
            assert!(fields > 0, "{unit}");
        }
    }

    #[test]
    fn the_separator_is_told_by_what_cuts_the_first_lines_alike() {
        for (text, separator) in [
            ("名称;面积;投资\n甲;1,5;2,5\n乙;2,5;3,5\n", b';'),
            ("title, with a comma\n\na\tb\tc\n1\t2\t3\n", b'\t'),
            ("a,b\n\"x;y;z\",2\n\"u;v;w\",3\n", b','),
            ("a|b|c\n1|2|3\n", b'|'),
            ("one\ntwo\n", b','),
            ("", b','),
            ("sep=|\na;b\nc;d\n", b'|'),
            ("SEP=\t\na,b\nc,d\n", b'\t'),
        ] {
            assert_eq!(Records::sniffed(text).separator, separator, "{text}");
        }
    }

    #[test]
    fn the_line_that_names_the_separator_is_no_row() {
        assert_eq!(all(Records::sniffed("sep=;\r\na;b,c\r\n")), vec![vec!["a", "b,c"]]);
        assert_eq!(all(Records::sniffed("sep=,\na,b")), vec![vec!["a", "b"]]);
        assert_eq!(all(Records::sniffed("sep=x\na,b\n")), vec![vec!["sep=x"], vec!["a", "b"]]);
    }
}

//! In which line does a record stand? Walks a RON text that has been parsed already and finds tables, records, fields.
//!
//! Knows just enough of RON to step over values: strings, raw strings, characters, comments, brackets. A text that
//! does not have the asked place gives `None`; nothing here can fail. [`broken_end`] tells whether a text was cut off.

use std::collections::BTreeMap;

use super::problem::Spot;
use crate::model::check::Site;

/// Where everything in one text stands. What was asked for once is remembered, so that a thousand sites cost little
/// more than one.
pub struct Places<'a> {
    text: &'a str,
    fields: Vec<Field<'a>>,
    lines: Vec<usize>,
    tables: BTreeMap<&'static str, Records>,
}

/// Where the records of a table begin, by the texts of their keys.
type Records = BTreeMap<Vec<String>, Vec<usize>>;

impl<'a> Places<'a> {
    /// The places in `text`.
    pub fn new(text: &'a str) -> Self {
        let fields = Walk::document(text).map(Walk::fields).unwrap_or_default();
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, fields, lines, tables: BTreeMap::new() }
    }

    /// The spot of `site`: the value of its field, or the record when the field is not there.
    pub fn spot(&mut self, site: &Site) -> Option<Spot> {
        self.offset(site).map(|at| self.spot_of_offset(at))
    }

    fn spot_of_offset(&self, at: usize) -> Spot {
        let line = self.lines.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|before| self.lines.get(before)).copied().unwrap_or(0);
        let column = self.text.get(start..at).map_or(0, |head| head.chars().count()) + 1;
        Spot { line, column }
    }

    fn offset(&mut self, site: &Site) -> Option<usize> {
        let wanted = if site.table.is_empty() { site.field } else { site.table };
        let start = self.fields.iter().find(|it| it.name == wanted)?.start;
        if site.table.is_empty() {
            return Some(start);
        }
        let text = self.text;
        let records = self.tables.entry(site.table).or_insert_with(|| records(text, start, site));
        let key: Vec<String> = site.key.iter().map(|(_, wanted)| plain(wanted)).collect();
        let record = records.get(&key).and_then(|starts| starts.get(site.nth)).copied().unwrap_or(start);
        let field = Walk::at(text, record).fields().into_iter().find(|it| it.name == site.field);
        Some(field.map_or(record, |it| it.start))
    }
}

/// The records of the table whose list begins at `start`, by the fields that make up the key of `site`.
fn records(text: &str, start: usize, site: &Site) -> Records {
    let mut records = Records::new();
    for start in Walk::at(text, start).elements() {
        let fields = Walk::at(text, start).fields();
        let value = |name: &str| fields.iter().find(|it| it.name == name).and_then(|it| text.get(it.start..it.end));
        let key = site.key.iter().map(|(name, _)| plain(value(name).unwrap_or(""))).collect();
        records.entry(key).or_default().push(start);
    }
    records
}

/// The text of a top-level field of the document.
pub fn document_field<'a>(text: &'a str, field: &str) -> Option<&'a str> {
    let value = Walk::document(text)?.fields().into_iter().find(|it| it.name == field)?;
    text.get(value.start..value.end)
}

/// The names of the top-level fields of the document, as far as it is well formed.
pub fn document_fields(text: &str) -> Vec<&str> {
    Walk::document(text).map(Walk::fields).unwrap_or_default().into_iter().map(|it| it.name).collect()
}

/// Tells whether `text` holds nothing but blanks and comments.
pub fn is_blank(text: &str) -> bool {
    let mut walk = Walk::at(text, 0);
    walk.blank();
    walk.rest().is_empty() && !walk.is_open
}

/// Where the last piece of `text` begins, when the text ends before what it opened is closed: a bracket, a string, a
/// comment, or a head that no document follows.
pub fn broken_end(text: &str) -> Option<usize> {
    let mut walk = Walk::at(text, 0);
    let (mut depth, mut last, mut has_body) = (0_usize, 0, false);
    loop {
        let before = walk.at;
        walk.blank();
        if walk.is_open {
            return Some(before);
        }
        let rest = walk.rest();
        let Some(c) = rest.chars().next() else { break };
        last = walk.at;
        if walk.string() {
            if walk.is_open {
                return Some(last);
            }
            continue;
        }
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        has_body |= c == '(' && !text.get(..last).is_some_and(|head| head.ends_with("enable"));
        walk.step(piece(rest).len());
    }
    let is_head = text.trim_start().starts_with('#') && !has_body;
    (depth > 0 || is_head).then_some(last)
}

/// The piece at the head of `rest`: a word or number, or one other character.
pub fn piece(rest: &str) -> &str {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.' | '#' | '!');
    let word = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    let end = if word == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { word };
    rest.get(..end).unwrap_or("")
}

/// The string literal at the head of `rest`, with its quotes.
pub fn string_literal(rest: &str) -> Option<&str> {
    let mut walk = Walk::at(rest, 0);
    (walk.string() && !walk.is_open).then(|| rest.get(..walk.at)).flatten()
}

/// A value as written, without blanks and quotes: enough to tell one key from another.
fn plain(text: &str) -> String {
    let text =
        text.trim().strip_prefix('r').filter(|raw| raw.starts_with(['#', '"'])).unwrap_or(text).trim_matches('#');
    text.chars().filter(|c| !c.is_whitespace() && *c != '"').collect()
}

/// A field of a struct: its name, and the bytes of its value.
struct Field<'a> {
    name: &'a str,
    start: usize,
    end: usize,
}

#[derive(Clone, Copy)]
struct Walk<'a> {
    text: &'a str,
    at: usize,
    /// Whether the text ended within a string or a comment.
    is_open: bool,
}

impl<'a> Walk<'a> {
    fn at(text: &'a str, at: usize) -> Self {
        Self { text, at, is_open: false }
    }

    /// At the opening bracket of the document.
    fn document(text: &'a str) -> Option<Self> {
        let mark = text.len() - text.trim_start_matches('\u{feff}').len();
        let mut walk = Self::at(text, mark);
        walk.blank();
        while walk.rest().starts_with("#!") {
            let open = walk.rest().find('[')?;
            walk.at += open;
            walk.value();
            walk.blank();
        }
        walk.word();
        walk.blank();
        walk.rest().starts_with('(').then_some(walk)
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn step(&mut self, bytes: usize) {
        self.at = (self.at + bytes).min(self.text.len());
    }

    /// Steps over white space and comments.
    fn blank(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start();
            self.step(rest.len() - trimmed.len());
            if trimmed.starts_with("//") {
                self.step(trimmed.find('\n').unwrap_or(trimmed.len()));
            } else if trimmed.starts_with("/*") {
                self.block_comment();
            } else {
                return;
            }
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") {
                depth += 1;
                self.step(2);
            } else if rest.starts_with("*/") {
                depth = depth.saturating_sub(1);
                self.step(2);
                if depth == 0 {
                    return;
                }
            } else {
                match rest.chars().next() {
                    Some(c) => self.step(c.len_utf8()),
                    None => {
                        self.is_open = true;
                        return;
                    }
                }
            }
        }
    }

    /// Steps over an identifier and returns it without the raw mark.
    fn word(&mut self) -> &'a str {
        if self.rest().starts_with("r#") {
            self.step(2);
        }
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(rest.len());
        self.step(end);
        rest.get(..end).unwrap_or("")
    }

    /// Steps over a string that begins here, if one does.
    fn string(&mut self) -> bool {
        let rest = self.rest();
        if rest.starts_with('"') {
            let mut escaped = false;
            for (at, c) in rest.char_indices().skip(1) {
                match c {
                    _ if escaped => escaped = false,
                    '\\' => escaped = true,
                    '"' => {
                        self.step(at + 1);
                        return true;
                    }
                    _ => {}
                }
            }
            self.step(rest.len());
            self.is_open = true;
            return true;
        }
        let hashes = rest.strip_prefix('r').map(|raw| raw.len() - raw.trim_start_matches('#').len());
        if let Some(hashes) = hashes
            && rest.get(1 + hashes..).is_some_and(|rest| rest.starts_with('"'))
        {
            let close = format!("\"{}", "#".repeat(hashes));
            let body = rest.get(2 + hashes..).unwrap_or("");
            let end = body.find(&close);
            self.is_open |= end.is_none();
            self.step(2 + hashes + end.map_or(body.len(), |at| at + close.len()));
            return true;
        }
        false
    }

    /// Steps over one value: up to the comma or bracket that ends it.
    fn value(&mut self) {
        let mut depth = 0_usize;
        loop {
            self.blank();
            if self.string() {
                continue;
            }
            let Some(c) = self.rest().chars().next() else { return };
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' | ',' if depth == 0 => return,
                ')' | ']' | '}' => depth -= 1,
                '\'' => self.step(usize::from(self.rest().starts_with("'\\"))),
                _ => {}
            }
            self.step(c.len_utf8());
            if depth == 0 && matches!(c, ')' | ']' | '}') {
                return;
            }
        }
    }

    /// The fields of the struct whose opening bracket, or name, is here.
    fn fields(mut self) -> Vec<Field<'a>> {
        let mut fields = Vec::new();
        self.blank();
        self.word();
        self.blank();
        if !self.rest().starts_with('(') {
            return fields;
        }
        self.step(1);
        loop {
            self.blank();
            let name = self.word();
            self.blank();
            if name.is_empty() || !self.rest().starts_with(':') {
                return fields;
            }
            self.step(1);
            self.blank();
            let start = self.at;
            self.value();
            let end = start + self.text.get(start..self.at).map_or(0, |value| value.trim_end().len());
            fields.push(Field { name, start, end });
            self.blank();
            if !self.rest().starts_with(',') {
                return fields;
            }
            self.step(1);
        }
    }

    /// Where the elements of the list whose opening bracket is here begin.
    fn elements(mut self) -> Vec<usize> {
        let mut starts = Vec::new();
        self.blank();
        if !self.rest().starts_with('[') {
            return starts;
        }
        self.step(1);
        loop {
            self.blank();
            if self.rest().is_empty() || self.rest().starts_with(']') {
                return starts;
            }
            let start = self.at;
            starts.push(start);
            self.value();
            self.blank();
            if self.rest().starts_with(',') {
                self.step(1);
            } else {
                return starts;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "#![enable(implicit_some)]\n// a comment with ( and \"\n(\n  schema: 1,\n  parks: [\n    (id: \"a\", name: (zh: \"a)b\", en: \"\\\"\")),\n    /* (id: \"b\") */ (id: \"b\", land: 3),\n    (id: \"b\", land: 4),\n  ],\n)\n";

    fn spot(text: &str, site: &Site) -> Option<Spot> {
        Places::new(text).spot(site)
    }

    fn site(key: &str, nth: usize, field: &'static str) -> Site {
        Site { table: "parks", key: vec![("id", key.into())], nth, field }
    }

    #[test]
    fn finds_records_and_fields() {
        assert_eq!(document_field(TEXT, "schema"), Some("1"));
        assert_eq!(spot(TEXT, &site("a", 0, "name")), Some(Spot { line: 6, column: 21 }));
        assert_eq!(spot(TEXT, &site("b", 0, "")), Some(Spot { line: 7, column: 21 }));
        assert_eq!(spot(TEXT, &site("b", 1, "land")), Some(Spot { line: 8, column: 21 }));
        assert_eq!(spot(TEXT, &site("c", 0, "")), Some(Spot { line: 5, column: 10 }), "an unknown record: its table");
    }

    #[test]
    fn survives_any_cut() {
        for (at, _) in TEXT.char_indices() {
            let cut = TEXT.get(..at).unwrap_or("");
            spot(cut, &site("b", 1, "land"));
        }
    }
}

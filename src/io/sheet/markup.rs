//! Is a part of a workbook XML that a reader can be trusted with? Looks at it byte by byte as it unfolds, and keeps next to
//! nothing of it.
//!
//! Elements must be closed by their own names and in the end all be closed; none may lie too deep; no text or tag may be longer
//! than any workbook has. Nothing here understands what the elements mean, but for the count that the list of texts claims,
//! whether cells are merged, and how often cells of an ODS are repeated.

use super::{
    fault::WorkbookFault,
    filling::LONGEST_TEXT,
    spans::{self, Spans},
};

/// Most elements within elements.
const DEEPEST: usize = 256;

/// Longest tag, comment or declaration, in bytes.
const LONGEST_TAG: usize = 1024 * 1024;

/// Longest text between two tags, in bytes: eight times what a cell holds, since a character can be written in as many. Of the
/// characters that result, the reader counts no more than a cell holds.
const LONGEST_RUN: usize = LONGEST_TEXT * 8;

/// Name of the part of an ODS in which its cells stand.
const CELLS_OF_ODS: &str = "content.xml";

/// A part that is being looked at.
pub struct Markup {
    name: String,
    run: usize,
    tag: Vec<u8>,
    state: State,
    open: Vec<u64>,
    has_root: bool,
    /// The count that the list of texts claims.
    pub unique_count: Option<u128>,
    /// Whether it merges cells of an XLSX.
    pub has_merged: bool,
    /// The cells that it merges of an ODS.
    pub spans: Spans,
    /// Whether it says that other parts are encrypted.
    pub has_encryption: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    Tag,
    Quoted(u8),
}

impl Markup {
    /// The part of this name, of which nothing was seen yet.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            run: 0,
            tag: Vec::new(),
            state: State::Text,
            open: Vec::new(),
            has_root: false,
            unique_count: None,
            has_merged: false,
            spans: Spans::default(),
            has_encryption: false,
        }
    }

    /// Looks at the next bytes.
    ///
    /// # Errors
    ///
    /// As soon as the part cannot be XML of a workbook.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), WorkbookFault> {
        let mut rest = bytes;
        while !rest.is_empty() {
            rest = if self.state == State::Text { self.text(rest)? } else { self.markup(rest)? };
        }
        Ok(())
    }

    /// Looks at the end.
    ///
    /// # Errors
    ///
    /// Where the part is cut off or has no element.
    pub fn end(&self) -> Result<(), WorkbookFault> {
        if self.has_root && self.open.is_empty() && self.state == State::Text { Ok(()) } else { Err(self.damaged()) }
    }

    /// Passes over text up to the next tag.
    fn text<'a>(&mut self, bytes: &'a [u8]) -> Result<&'a [u8], WorkbookFault> {
        let end = bytes.iter().position(|byte| *byte == b'<');
        self.run += end.unwrap_or(bytes.len());
        if self.run > LONGEST_RUN {
            return Err(WorkbookFault::LongText(self.name.clone(), LONGEST_TEXT as u64));
        }
        if self.name == CELLS_OF_ODS {
            self.spans.text(bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default())?;
        }
        let Some(end) = end else { return Ok(&[]) };
        self.run = 0;
        self.tag.clear();
        self.state = State::Tag;
        Ok(bytes.get(end + 1..).unwrap_or_default())
    }

    /// Passes over a tag up to its end.
    fn markup<'a>(&mut self, bytes: &'a [u8]) -> Result<&'a [u8], WorkbookFault> {
        let is_plain = |tag: &[u8]| matches!(tag.first(), Some(b'!' | b'?'));
        for (at, byte) in bytes.iter().enumerate() {
            self.state = match (self.state, *byte) {
                (State::Quoted(quote), byte) if byte == quote => State::Tag,
                (State::Tag, quote @ (b'"' | b'\'')) if !is_plain(&self.tag) => State::Quoted(quote),
                (State::Tag, b'>') if self.is_complete() => {
                    self.state = State::Text;
                    self.close_tag()?;
                    return Ok(bytes.get(at + 1..).unwrap_or_default());
                }
                (state, _) => state,
            };
            if self.tag.len() >= LONGEST_TAG {
                return Err(WorkbookFault::LongText(self.name.clone(), LONGEST_TEXT as u64));
            }
            self.tag.push(*byte);
        }
        Ok(&[])
    }

    /// Tells whether the tag ends where a `>` stands.
    fn is_complete(&self) -> bool {
        let tag = &self.tag;
        if tag.starts_with(b"!--") {
            return tag.len() >= 5 && tag.ends_with(b"--");
        }
        if tag.starts_with(b"![CDATA[") {
            return tag.ends_with(b"]]");
        }
        !tag.starts_with(b"?") || tag.len() >= 2 && tag.ends_with(b"?")
    }

    fn close_tag(&mut self) -> Result<(), WorkbookFault> {
        let tag = std::mem::take(&mut self.tag);
        match tag.as_slice() {
            [b'?', ..] => {}
            // No workbook has a document type, with which entities could be declared.
            [b'!', rest @ ..] if rest.starts_with(b"--") || rest.starts_with(b"[CDATA[") => {}
            [] | [b'!', ..] => return Err(self.damaged()),
            [b'/', name @ ..] => {
                if self.open.pop() != Some(mark(name.trim_ascii())) {
                    return Err(self.damaged());
                }
                self.spans.end(name.trim_ascii());
            }
            _ => self.open_tag(&tag)?,
        }
        self.tag = tag;
        Ok(())
    }

    fn open_tag(&mut self, tag: &[u8]) -> Result<(), WorkbookFault> {
        let (body, is_closed) = tag.strip_suffix(b"/").map_or((tag, false), |body| (body, true));
        let end = body.iter().position(u8::is_ascii_whitespace).unwrap_or(body.len());
        let (name, attributes) = body.split_at_checked(end).unwrap_or((body, &[]));
        if name.is_empty() || self.open.is_empty() && self.has_root {
            return Err(self.damaged());
        }
        self.has_root = true;
        match name.rsplit(|byte| *byte == b':').next() {
            Some(b"sst") => {
                let claimed = spans::value(attributes, b"uniqueCount").and_then(spans::number);
                self.unique_count = self.unique_count.max(claimed);
            }
            Some(b"mergeCell") => self.has_merged = true,
            Some(b"encryption-data") => self.has_encryption = true,
            Some(_) | None if self.name == CELLS_OF_ODS => self.spans.element(name, attributes)?,
            Some(_) | None => {}
        }
        if is_closed {
            self.spans.end(name);
        } else {
            self.open.push(mark(name));
        }
        if self.open.len() > DEEPEST {
            return Err(WorkbookFault::Deep(self.name.clone(), DEEPEST as u64));
        }
        Ok(())
    }

    fn damaged(&self) -> WorkbookFault {
        WorkbookFault::Damaged(self.name.clone())
    }
}

/// A mark of a name, the same for the same name (FNV-1a).
fn mark(name: &[u8]) -> u64 {
    name.iter().fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of a part, whole and in pieces of one byte.
    fn told(part: &str) -> Result<(), WorkbookFault> {
        let whole = |size: usize| {
            let mut markup = Markup::new("p");
            part.as_bytes().chunks(size).try_for_each(|piece| markup.feed(piece)).and_then(|()| markup.end())
        };
        let told = whole(1);
        assert_eq!(told, whole(usize::MAX));
        told
    }

    #[test]
    fn xml_of_a_workbook_passes() {
        for part in [
            "<?xml version=\"1.0\"?>\r\n<a x='>' y=\"'/>\"><b/><!-- <c> --><![CDATA[<d>]]>text</a >\n",
            "\u{feff}<x:a><x:b></x:b></x:a>",
        ] {
            assert_eq!(told(part), Ok(()), "{part}");
        }
    }

    #[test]
    fn broken_xml_is_told() {
        for part in ["", "text", "<a>", "<a", "<a></b>", "</a>", "<a/><b/>", "<a></a></a>", "<>", "<!DOCTYPE a><a/>"] {
            assert_eq!(told(part), Err(WorkbookFault::Damaged("p".to_owned())), "{part}");
        }
    }

    #[test]
    fn elements_lie_256_deep_and_no_deeper() {
        let nested = |depth| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
        assert_eq!(told(&nested(256)), Ok(()));
        assert_eq!(told(&nested(257)), Err(WorkbookFault::Deep("p".to_owned(), 256)));
    }

    #[test]
    fn texts_and_tags_without_end_are_refused() {
        let long = "A".repeat(LONGEST_RUN);
        assert_eq!(told(&format!("<a>{long}</a>")), Ok(()));
        let refused = Err(WorkbookFault::LongText("p".to_owned(), 32_767));
        let tag = "A".repeat(LONGEST_TAG);
        for part in [format!("<a>{long}A</a>"), format!("<a b=\"{tag}\"/>"), format!("<a><![CDATA[{tag}]]></a>")] {
            assert_eq!(told(&part), refused);
        }
    }

    #[test]
    fn the_count_of_texts_is_seen_however_large() {
        for (tag, claimed) in [
            ("<sst count=\"7\" uniqueCount=\"5\"/>", Some(5)),
            ("<x:sst uniqueCount = ' 18446744073709551615'></x:sst>", Some(u128::from(u64::MAX))),
            ("<sst uniqueCount=\"999999999999999999999999999999999999999999\"/>", Some(u128::MAX)),
            ("<sst uniqueCount=\"many\"/>", None),
            ("<sst/>", None),
            ("<other uniqueCount=\"5\"/>", None),
        ] {
            let mut markup = Markup::new("p");
            markup.feed(tag.as_bytes()).unwrap();
            assert_eq!(markup.unique_count, claimed, "{tag}");
        }
    }
}

//! In which characters is a text written? A byte-order mark tells, then whether it is valid UTF-8, then a guess that expects
//! Chinese; a guess is told as one, and a character that cannot be told is a refusal, never a question mark in the data.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{GB18030, GBK, UTF_8};

use super::{
    fault::{Instead, WorkbookFault},
    watch::Watch,
};
use crate::intake::sheet::Encoding;

/// Bytes of which the encoding is guessed.
const GUESSED: usize = 1024 * 1024;

/// Bytes that are put into characters at once.
const PIECE: usize = 1024 * 1024;

/// So many characters of several bytes to one broken one make a text UTF-8 that was broken later, not another encoding.
const CLEAR: usize = 20;

/// The characters of `bytes` without byte-order mark, and what they were written in.
///
/// # Errors
///
/// The line, where it is known, and why: characters that cannot be told, or zero bytes, which no text has.
pub fn decode<'a>(bytes: &'a [u8], watch: &Watch) -> Result<(Cow<'a, str>, Encoding), (Option<usize>, WorkbookFault)> {
    let (encoding, body, is_certain) = find(bytes);
    // The only name of small letters, which stands in no menu like that.
    let name = if encoding == GB18030 { "GB18030" } else { encoding.name() }.to_owned();
    let text = match std::str::from_utf8(body) {
        Ok(text) if encoding == UTF_8 => Cow::Borrowed(text),
        Ok(_) | Err(_) => Cow::Owned(converted(body, encoding, watch).ok_or((None, WorkbookFault::Cancelled))?),
    };
    let line = |at: usize| Some(text.get(..at).unwrap_or("").matches('\n').count() + 1);
    if let Some(at) = text.find('\0') {
        return Err((line(at), WorkbookFault::Other(Instead::Unknown)));
    }
    if let Some(at) = text.find(char::REPLACEMENT_CHARACTER) {
        return Err((line(at), WorkbookFault::Characters(name)));
    }
    Ok((text, Encoding { name, is_certain }))
}

/// The encoding of `bytes`, what stands after the byte-order mark, and whether the encoding is known rather than guessed.
fn find(bytes: &[u8]) -> (&'static encoding_rs::Encoding, &[u8], bool) {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return (encoding, bytes.get(mark..).unwrap_or_default(), true);
    }
    if std::str::from_utf8(bytes).is_ok() || is_broken_utf8(bytes) {
        return (UTF_8, bytes, true);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..GUESSED).unwrap_or(bytes), bytes.len() <= GUESSED);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    // GB 18030 has every character of GBK, and those of four bytes besides.
    (if guess == GBK { GB18030 } else { guess }, bytes, false)
}

/// Tells whether `bytes` are UTF-8 of which a few were changed.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut clear, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        clear += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    clear >= broken * CLEAR
}

/// The characters of `bytes`; `None` where the reading was cancelled.
fn converted(bytes: &[u8], encoding: &'static encoding_rs::Encoding, watch: &Watch) -> Option<String> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::new();
    for piece in bytes.chunks(PIECE) {
        if watch.is_cancelled() {
            return None;
        }
        // Room for all that may come: the decoder stops where there is none.
        text.reserve(decoder.max_utf8_buffer_length(piece.len()).unwrap_or(0));
        let (_, _, _) = decoder.decode_to_string(piece, &mut text, false);
    }
    text.reserve(decoder.max_utf8_buffer_length(0).unwrap_or(0));
    let (_, _, _) = decoder.decode_to_string(&[], &mut text, true);
    Some(text)
}

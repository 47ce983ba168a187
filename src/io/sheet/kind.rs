//! What is a file, by its bytes? Names lie: web pages are called `.xls`, text is called `.xlsx`.

use std::io::{self, Read};

use super::{fault::Instead, watch::Watch};

/// What a file is, before its inside is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// No bytes, or nothing but blanks.
    Empty,
    /// A zipped file: a workbook, a document or a folder.
    Zip,
    /// A workbook of Excel before 2007.
    Xls,
    /// A workbook behind a password.
    Encrypted,
    /// Text, as far as can be told.
    Text,
    /// Something else.
    Other(Instead),
}

/// First bytes of files, and what they are.
const HEADS: &[(&[u8], Form)] = &[
    (b"PK\x03\x04", Form::Zip),
    (b"PK\x05\x06", Form::Zip),
    (b"%PDF", Form::Other(Instead::Pdf)),
    (b"\x89PNG", Form::Other(Instead::Picture)),
    (b"\xff\xd8\xff", Form::Other(Instead::Picture)),
    (b"GIF8", Form::Other(Instead::Picture)),
    (b"BM", Form::Other(Instead::Picture)),
    (b"II*\0", Form::Other(Instead::Picture)),
    (b"MM\0*", Form::Other(Instead::Picture)),
    (b"{\\rtf", Form::Other(Instead::Document)),
    (b"7z\xbc\xaf\x27\x1c", Form::Other(Instead::Archive)),
    (b"Rar!\x1a\x07", Form::Other(Instead::Archive)),
    (b"\x1f\x8b", Form::Other(Instead::Archive)),
    (b"MIME-Version:", Form::Other(Instead::WebPage)),
];

/// First bytes of files that hold storages of streams.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Bytes by which most files are told.
const HEAD: u64 = 4 * 1024;

/// The names of streams in a storage stand at multiples of so many bytes.
const ENTRY: usize = 128;

/// What the file `source` is, which stands at its beginning.
///
/// # Errors
///
/// Where its bytes cannot be had.
pub fn form(source: &mut impl Read, watch: &Watch) -> io::Result<Form> {
    let mut head = Vec::new();
    source.by_ref().take(HEAD).read_to_end(&mut head)?;
    if head.starts_with(OLE) {
        return streams(&head, source, watch);
    }
    // A picture of two letters at its head could as well be a text.
    let is_text = std::str::from_utf8(&head).is_ok() && !head.contains(&0);
    if let Some((_, form)) = HEADS.iter().find(|(start, _)| head.starts_with(start) && (start.len() > 2 || !is_text)) {
        return Ok(*form);
    }
    if head.is_empty() || is_text && (head.len() as u64) < HEAD && head.trim_ascii().is_empty() {
        return Ok(Form::Empty);
    }
    Ok(of_text(&head).map_or(Form::Text, Form::Other))
}

/// What a text is instead of a table, by its first letters.
fn of_text(head: &[u8]) -> Option<Instead> {
    let (encoding, _) = encoding_rs::Encoding::for_bom(head).unwrap_or((encoding_rs::UTF_8, 0));
    let (text, _, _) = encoding.decode(head);
    let text = text.trim_start().to_lowercase();
    let begins = |starts: &[&str]| starts.iter().any(|start| text.starts_with(start));
    if begins(&["#![enable(implicit_some)]"]) {
        return Some(Instead::Scenario);
    }
    let is_page = begins(&["<!doctype html", "<html", "<table", "<head", "<meta", "<body", "<style", "<div"]);
    if is_page || begins(&["<?xml", "<!--"]) && (text.contains("<html") || text.contains("<table>")) {
        return Some(Instead::WebPage);
    }
    begins(&["<?xml", "<!--", "<workbook", "<ss:"]).then_some(Instead::Xml)
}

/// What a storage is, by the names of its streams.
fn streams(head: &[u8], source: &mut impl Read, watch: &Watch) -> io::Result<Form> {
    let names =
        [("EncryptedPackage", 0), ("Workbook", 1), ("Book", 2), ("WordDocument", 3), ("PowerPoint Document", 4)];
    let names = names.map(|(name, nth)| {
        let letters: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        (letters, nth)
    });
    let mut found = [false; 5];
    let mut piece = head.to_vec();
    while !piece.is_empty() && !watch.is_cancelled() {
        for entry in piece.chunks(ENTRY) {
            for (letters, nth) in &names {
                if let Some(is_found) = found.get_mut(*nth) {
                    *is_found |= entry.starts_with(letters);
                }
            }
        }
        piece.clear();
        source.by_ref().take(64 * 1024).read_to_end(&mut piece)?;
    }
    Ok(match found {
        [true, ..] => Form::Encrypted,
        [_, true, ..] | [_, _, true, ..] => Form::Xls,
        [_, _, _, true, _] => Form::Other(Instead::Document),
        [.., true] => Form::Other(Instead::Slides),
        // Broken, or of a kind that is not known: the reader tells.
        [.., false] => Form::Xls,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8]) -> Form {
        form(&mut &*bytes, &Watch::default()).unwrap()
    }

    #[test]
    fn files_are_told_by_their_first_bytes() {
        for (bytes, told) in [
            (b"".as_slice(), Form::Empty),
            (b" \r\n\t", Form::Empty),
            (b"PK\x03\x04rest", Form::Zip),
            (b"%PDF-1.7", Form::Other(Instead::Pdf)),
            (b"BM\x00\x01\x00\x00", Form::Other(Instead::Picture)),
            (b"BMW,3\n", Form::Text),
            (b"\xff\xd8\xff\xe0", Form::Other(Instead::Picture)),
            (b"  <HTML><table>", Form::Other(Instead::WebPage)),
            (b"\xef\xbb\xbf<table border=1>", Form::Other(Instead::WebPage)),
            (b"\xff\xfe<\0h\0t\0m\0l\0>\0", Form::Other(Instead::WebPage)),
            (b"<?xml version=\"1.0\"?><Workbook xmlns=", Form::Other(Instead::Xml)),
            (b"<?xml version=\"1.0\"?><html>", Form::Other(Instead::WebPage)),
            (b"#![enable(implicit_some)]\n(", Form::Other(Instead::Scenario)),
            (b"<5,a\n", Form::Text),
            (b"\xd4\xb0\xc7\xf8,1\n", Form::Text),
        ] {
            assert_eq!(of(bytes), told, "{bytes:?}");
        }
    }

    #[test]
    fn storages_are_told_by_the_names_of_their_streams() {
        let storage = |names: &[&str]| {
            let mut bytes = OLE.to_vec();
            bytes.resize(ENTRY * 1_000, 7);
            for name in names {
                let letters: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
                let mut entry = letters;
                entry.resize(ENTRY, 0);
                bytes.extend(entry);
            }
            bytes
        };
        for (names, told) in [
            (["Root Entry", "Workbook"].as_slice(), Form::Xls),
            (&["Book"], Form::Xls),
            (&["WordDocument", "Workbook"], Form::Xls),
            (&["WordDocument"], Form::Other(Instead::Document)),
            (&["PowerPoint Document"], Form::Other(Instead::Slides)),
            (&["Workbook", "EncryptedPackage"], Form::Encrypted),
            (&["Workbooks"], Form::Xls),
            (&[], Form::Xls),
        ] {
            assert_eq!(of(&storage(names)), told, "{names:?}");
        }
    }
}

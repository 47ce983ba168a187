//! May a zipped workbook be handed to a reader? Unfolds every part that readers use into nothing, and stops at the first bound
//! that is broken.
//!
//! Sizes that the file claims are believed only where they are too large: what counts are the bytes that come out. Nothing is
//! kept, and nothing is ever unpacked to the disk.

use std::{
    cell::Cell,
    io::{self, Read, Seek, SeekFrom},
    rc::Rc,
};

use zip::{ZipArchive, result::ZipError};

use super::{
    fault::{Instead, WorkbookFault},
    markup::Markup,
    spans::Region,
    watch::Watch,
};
use crate::intake::sheet::Kind;

/// Most parts.
const MOST_PARTS: usize = 2_000;

/// Most bytes of a part.
const LARGEST_PART: u64 = 256 * MEBIBYTE;

/// Most bytes of all parts that are read.
const LARGEST_WHOLE: u64 = 512 * MEBIBYTE;

/// Most times that a part may unfold to its own size, once it is larger than a mebibyte; sheets of one repeated row stay under 100.
const MOST_TIMES: u64 = 200;

const MEBIBYTE: u64 = 1024 * 1024;

/// Bytes that are looked at at once.
const PIECE: usize = 64 * 1024;

/// Fewest bytes of a text in the list of texts: `<si/>`.
const SHORTEST_ENTRY: u128 = 5;

/// What there is to know of a zipped workbook before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Its kind.
    pub kind: Kind,
    /// Whether cells of it are merged, of an XLSX.
    pub has_merged: bool,
    /// The merged cells of its sheets in order, of an ODS.
    pub merged: Vec<Vec<Region>>,
}

/// A part as the directory of the file tells it.
struct Part {
    at: usize,
    name: String,
    is_encrypted: bool,
    size: u64,
    packed: u64,
}

/// Looks at the zipped file `source` from its beginning.
///
/// # Errors
///
/// What it is instead of a workbook, or which bound it breaks.
pub fn examine<R: Read + Seek>(source: R, watch: &Watch) -> Result<Package, WorkbookFault> {
    let taken = Rc::new(Cell::new(0));
    let counted = Counted { source, taken: Rc::clone(&taken) };
    let mut archive = ZipArchive::new(counted).map_err(|error| of_zip(&error, ""))?;
    if archive.len() > MOST_PARTS {
        return Err(WorkbookFault::ManyParts(archive.len() as u64, MOST_PARTS as u64));
    }
    let parts = parts(&mut archive)?;
    let kind = kind(&mut archive, &parts)?;
    let (mut whole, mut has_merged, mut merged) = (0, false, Vec::new());
    for part in parts.iter().filter(|part| is_read(kind, &part.name)) {
        let markup = examine_part(&mut archive, part, &taken, &mut whole, watch)?;
        if markup.has_encryption {
            return Err(WorkbookFault::Encrypted);
        }
        has_merged |= markup.has_merged;
        merged.extend(markup.spans.tables);
    }
    Ok(Package { kind, has_merged, merged })
}

/// What the directory of the file tells of its parts. What says that others are encrypted comes first.
fn parts<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Vec<Part>, WorkbookFault> {
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(|error| of_zip(&error, ""))?;
        let name = String::from_utf8_lossy(file.name_raw()).to_lowercase().replace('\\', "/");
        parts.push(Part {
            at,
            name,
            is_encrypted: file.encrypted(),
            size: file.size(),
            packed: file.compressed_size(),
        });
    }
    parts.sort_by_key(|part| part.name != "meta-inf/manifest.xml");
    Ok(parts)
}

/// What kind of workbook the parts make up.
fn kind<R: Read + Seek>(archive: &mut ZipArchive<R>, parts: &[Part]) -> Result<Kind, WorkbookFault> {
    let find = |name: &str| parts.iter().find(|part| part.name == name);
    if parts.iter().any(|part| part.is_encrypted) {
        return Err(WorkbookFault::Encrypted);
    }
    if find("xl/workbook.xml").is_some() {
        return Ok(Kind::Xlsx);
    }
    let has = |start: &str| parts.iter().any(|part| part.name.starts_with(start));
    let instead = if find("xl/workbook.bin").is_some() {
        Instead::BinaryWorkbook
    } else if has("word/") {
        Instead::Document
    } else if has("ppt/") {
        Instead::Slides
    } else if let Some(part) = find("mimetype") {
        match mime(archive, part)?.as_str() {
            // A template as well.
            it if it.starts_with("application/vnd.oasis.opendocument.spreadsheet") => return Ok(Kind::Ods),
            it if it.starts_with("application/vnd.oasis.opendocument.presentation") => Instead::Slides,
            it if it.starts_with("application/vnd.oasis.opendocument.") => Instead::Document,
            _ => Instead::Archive,
        }
    } else {
        Instead::Archive
    };
    Err(WorkbookFault::Other(instead))
}

/// What an `OpenDocument` says that it is.
fn mime<R: Read + Seek>(archive: &mut ZipArchive<R>, part: &Part) -> Result<String, WorkbookFault> {
    let file = archive.by_index(part.at).map_err(|error| of_zip(&error, &part.name))?;
    let mut mime = String::new();
    file.take(100).read_to_string(&mut mime).map_err(|_| WorkbookFault::Damaged(part.name.clone()))?;
    Ok(mime.trim().to_owned())
}

/// Tells whether a reader opens the part `name`, in small letters.
fn is_read(kind: Kind, name: &str) -> bool {
    if kind == Kind::Ods {
        return matches!(name, "content.xml" | "meta-inf/manifest.xml");
    }
    let is_direct = |folder: &str| name.strip_prefix(folder).is_some_and(|rest| !rest.contains('/'));
    let is_sheet =
        ["xl/worksheets/", "xl/chartsheets/", "xl/dialogsheets/", "xl/macrosheets/"].into_iter().any(is_direct);
    let is_list = name.starts_with("xl/theme/") || is_direct("xl/") || is_direct("_rels/") || is_direct("xl/_rels/");
    (is_sheet || is_list) && [".xml", ".rels"].into_iter().any(|ending| name.ends_with(ending))
}

/// Unfolds `part` and looks at it; `whole` counts the bytes of all parts.
fn examine_part<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    part: &Part,
    taken: &Cell<u64>,
    whole: &mut u64,
    watch: &Watch,
) -> Result<Markup, WorkbookFault> {
    within(part, part.size, part.packed, part.size.saturating_add(*whole))?;
    let mut markup = Markup::new(&part.name);
    let mut file = archive.by_index(part.at).map_err(|error| of_zip(&error, &part.name))?;
    let (mut piece, mut size, before) = (vec![0; PIECE], 0, taken.get());
    loop {
        let read = match file.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(WorkbookFault::Damaged(part.name.clone())),
        };
        size += read as u64;
        *whole += read as u64;
        within(part, size, taken.get().saturating_sub(before).min(part.packed), *whole)?;
        markup.feed(piece.get(..read).unwrap_or_default())?;
        if watch.is_cancelled() {
            return Err(WorkbookFault::Cancelled);
        }
    }
    markup.end()?;
    match markup.unique_count {
        Some(count) if count > u128::from(size) / SHORTEST_ENTRY => Err(WorkbookFault::FalseCount(count.to_string())),
        Some(_) | None => Ok(markup),
    }
}

/// Holds the bounds on `size` bytes of `part` that came from `packed` ones, with `whole` bytes of all parts.
fn within(part: &Part, size: u64, packed: u64, whole: u64) -> Result<(), WorkbookFault> {
    if size > LARGEST_PART {
        return Err(WorkbookFault::LargePart(part.name.clone(), LARGEST_PART / MEBIBYTE));
    }
    if whole > LARGEST_WHOLE {
        return Err(WorkbookFault::LargeWhole(LARGEST_WHOLE / MEBIBYTE));
    }
    if size > MEBIBYTE && size > packed.saturating_mul(MOST_TIMES) {
        return Err(WorkbookFault::Bomb(part.name.clone(), MOST_TIMES));
    }
    Ok(())
}

/// Why a part cannot be unfolded.
fn of_zip(error: &ZipError, part: &str) -> WorkbookFault {
    match error {
        ZipError::InvalidPassword => WorkbookFault::Encrypted,
        ZipError::UnsupportedArchive(words) if *words == ZipError::PASSWORD_REQUIRED => WorkbookFault::Encrypted,
        ZipError::Io(_)
        | ZipError::InvalidArchive(_)
        | ZipError::UnsupportedArchive(_)
        | ZipError::FileNotFound
        | ZipError::CompressionMethodNotSupported(_)
        | ZipError::DecompressedSizeLimitExceeded { .. }
        | ZipError::DecompressedSizeUnknown
        | _ => WorkbookFault::Damaged(part.to_owned()),
    }
}

/// A file whose bytes are counted as they are taken.
struct Counted<R> {
    source: R,
    taken: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(bytes)?;
        self.taken.set(self.taken.get() + read as u64);
        Ok(read)
    }
}

impl<R: Seek> Seek for Counted<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.source.seek(to)
    }
}

//! What stands in the workbook that another program wrote? XLSX, XLS, ODS and text become sheets of cells, or a sentence why not.
//!
//! The kind is told by the bytes, never by the name. A zipped workbook is looked at before (`package`); what needs a parser
//! of many thousand lines is read in a process of its own with little memory and time (`worker`, `apart`), text is read here
//! (`text`, `records`, `encoding`). Bounds and cleaning are the same for all ([`filling`]). Nothing is guessed about what
//! the cells mean: that is the intake.

#![expect(clippy::disallowed_methods, reason = "reading files is this module")]

mod apart;
mod encoding;
pub mod fault;
pub mod filling;
mod frames;
mod kind;
mod markup;
mod package;
mod records;
mod spans;
mod text;
mod watch;
mod worker;

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    path::Path,
};

pub use self::{
    apart::set_worker,
    text::{pasted, text_from_bytes, unguarded},
    watch::Watch,
    worker::work,
};
use self::{fault::WorkbookFault, kind::Form};
use super::problem::{Cause, FileProblem};
use crate::intake::sheet::{Kind, Workbook};

/// Endings of the names of files that are read.
pub const ENDINGS: &str = ".xlsx, .xls, .ods, .csv";

/// Whether a file is named as sheets are; what it is tells [`read`].
pub fn is_named_as_sheet(path: &Path) -> bool {
    let ending = path.extension().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default();
    matches!(ending.as_str(), "xlsx" | "xlsm" | "xls" | "et" | "ods" | "csv" | "tsv" | "txt")
}

/// Largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 256 * 1024 * 1024;

/// Bytes of a text that are read at once.
const PIECE: u64 = 4 * 1024 * 1024;

/// Reads the workbook in the file at `path`. Progress shows in `watch`, by which the reading can be cancelled.
///
/// # Errors
///
/// The one thing that keeps the workbook from being read, with its cure; [`WorkbookFault::Cancelled`] where it was cancelled.
pub fn read(path: &Path, watch: &Watch) -> Result<Workbook, Vec<FileProblem>> {
    let refuse = |cause| vec![FileProblem::new(path, cause)];
    let unreadable = |error: io::Error| refuse(Cause::Unreadable(error.kind()));
    let facts = std::fs::metadata(path).map_err(unreadable)?;
    if !facts.is_file() {
        return Err(refuse(Cause::NotAFile(ENDINGS)));
    }
    if facts.len() > LARGEST_FILE {
        return Err(refuse(Cause::TooLarge(facts.len(), LARGEST_FILE)));
    }
    let mut file = File::open(path).map_err(unreadable)?;
    let of_fault = |fault| refuse(Cause::Workbook(Box::new(fault)));
    let form = kind::form(&mut file, watch).map_err(unreadable)?;
    if watch.is_cancelled() {
        return Err(of_fault(WorkbookFault::Cancelled));
    }
    file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
    let (kind, has_merged, merged) = match form {
        Form::Empty => return Err(refuse(Cause::Empty)),
        Form::Other(instead) => return Err(of_fault(WorkbookFault::Other(instead))),
        Form::Encrypted => return Err(of_fault(WorkbookFault::Encrypted)),
        Form::Text => return text_from_bytes(path, &whole(&mut file, watch).map_err(unreadable)?, watch),
        Form::Xls => (Kind::Xls, true, Vec::new()),
        Form::Zip => {
            let package = package::examine(&file, watch).map_err(of_fault)?;
            (package.kind, package.has_merged, package.merged)
        }
    };
    file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
    let mut sheets = apart::sheets(file, kind, has_merged, watch).map_err(of_fault)?;
    for (sheet, merged) in sheets.iter_mut().zip(merged) {
        sheet.merged.extend(merged);
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Workbook { name, kind, encoding: None, sheets })
}

/// The bytes of `file`, which cannot grow past the largest one while it is read; those so far where the reading is cancelled.
fn whole(file: &mut File, watch: &Watch) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = file.take(LARGEST_FILE);
    while !watch.is_cancelled() && rest.by_ref().take(PIECE).read_to_end(&mut bytes)? > 0 {}
    Ok(bytes)
}

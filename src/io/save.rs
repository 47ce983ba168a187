//! How is a file replaced? Whole or not at all: written beside, flushed, renamed, the folder flushed.
//!
//! A crash at any moment leaves the old file or the new one. What was written is read back and compared before it takes
//! the place of anything.

#![expect(clippy::disallowed_methods, reason = "writing files is this module")]

use std::{
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

use atomic_write_file::AtomicWriteFile;

use super::{
    problem::{Cause, FileProblem},
    ron,
};
use crate::model::scenario::Scenario;

/// Saves `scenario` at `path`, in place of what is there; a symbolic link stays a link.
///
/// [`Cause::Unconfirmed`] means that the new content is in place; with any other problem the old file is untouched.
pub fn save_scenario(scenario: &Scenario, path: &Path) -> Result<(), FileProblem> {
    let unfaithful = || FileProblem::new(path, Cause::Unfaithful);
    let text = ron::to_text(scenario).map_err(|_| unfaithful())?;
    match ron::scenario_from_text(path, &text) {
        Ok(read_back) if read_back == *scenario => replace(path, text.as_bytes()),
        Ok(_) | Err(_) => Err(unfaithful()),
    }
}

/// Replaces the file at `path` by `bytes`, or leaves it as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), FileProblem> {
    let unwritable = |error: std::io::Error| FileProblem::new(path, Cause::Unwritable(error.kind()));
    let target = match std::fs::canonicalize(path) {
        Ok(target) => target,
        Err(error) if error.kind() == ErrorKind::NotFound => end_of_links(path),
        Err(error) => return Err(unwritable(error)),
    };
    if target.exists() && !target.is_file() {
        return Err(FileProblem::new(path, Cause::NotAFile(".ron")));
    }
    let mut file = AtomicWriteFile::open(&target).map_err(unwritable)?;
    file.write_all(bytes).map_err(unwritable)?;
    file.commit().map_err(|error| {
        let in_place = std::fs::read(&target).is_ok_and(|there| there == bytes);
        if in_place { FileProblem::new(path, Cause::Unconfirmed) } else { unwritable(error) }
    })
}

/// Tells whether there is a file at `path`.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Tells whether there is anything at `path`.
pub fn is_there(path: &Path) -> bool {
    path.exists()
}

/// Tells whether there is a folder at `path`.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Links that are followed at most to a file that is not there yet.
const MOST_LINKS: usize = 40;

/// Where `path` leads through symbolic links when there is no file at their end yet.
fn end_of_links(path: &Path) -> PathBuf {
    let mut end = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = std::fs::read_link(&end) else { break };
        end = end.parent().map(|folder| folder.join(&next)).unwrap_or(next);
    }
    end
}

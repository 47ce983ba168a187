//! The document and somebody else's file: read beside the window, decided conflict by conflict, and applied as one step.
//!
//! The document may be changed meanwhile: what is applied is merged into it as it is then.

use std::path::{Path, PathBuf};

use super::{Workbench, files, jobs::Version, receipt::Notice};
use crate::{
    evaluate::merged::{OnlyTogether, only_together},
    i18n::merging as words,
    io::problem::FileProblem,
    model::{
        difference::Difference,
        edit::Edit,
        merge::{Choice, Decisions, Merge, Place, Side, merge},
        scenario::Scenario,
    },
};

/// What the document and the other file began with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Base {
    /// The document as it was opened or begun.
    Opened,
    /// The document as it was last saved.
    Saved,
    /// What stands in another file.
    File(PathBuf),
    /// Nothing: whatever is in either was added there.
    Nothing,
}

/// One step of a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Reads another file to merge it into the document.
    Begin {
        /// The file.
        theirs: PathBuf,
        /// What both began with.
        base: Base,
    },
    /// Decides one conflict.
    Decide {
        /// What it is about.
        place: Place,
        /// What is taken.
        choice: Choice,
    },
    /// Decides all conflicts for one side.
    DecideAll(Side),
    /// Applies the merge to the document as it is now, as one step of undo.
    Apply,
    /// Ends the merge; nothing is applied.
    Leave,
}

/// What is read to be merged: whose file, on what, and what became of it.
#[derive(Debug)]
pub struct ReadToMerge {
    /// The file that is merged in.
    pub theirs: PathBuf,
    /// What both began with.
    pub base: Base,
    /// Number of the document into which it is to be merged.
    pub document: u64,
    /// Their scenario, and that of the base where it is a file; or the file that cannot be read, with why.
    pub outcome: Result<(Scenario, Option<Scenario>), (PathBuf, Vec<FileProblem>)>,
}

/// A merge that somebody is deciding.
#[derive(Debug)]
pub struct Merging {
    theirs: PathBuf,
    base: Base,
    merge: Merge,
    incoming: Difference,
    broken: Vec<OnlyTogether>,
    /// The version of the document that was merged into.
    version: Version,
}

impl Merging {
    /// The file that is merged in.
    pub fn theirs(&self) -> &Path {
        &self.theirs
    }

    /// What both began with.
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// The merge with its conflicts and decisions.
    pub fn merge(&self) -> &Merge {
        &self.merge
    }

    /// What comes into the document.
    pub fn incoming(&self) -> &Difference {
        &self.incoming
    }

    /// What is legal on each side and broken together, as decided so far.
    pub fn broken(&self) -> &[OnlyTogether] {
        &self.broken
    }

    /// Name of the file that is merged in.
    pub fn name(&self) -> String {
        self.theirs.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    fn look_again(&mut self) {
        self.incoming = self.merge.incoming();
        self.broken = only_together(&self.merge);
    }
}

impl Workbench {
    /// The merge that is being decided.
    pub fn merging(&self) -> Option<&Merging> {
        self.merging.as_ref()
    }

    /// Tells whether a base can be merged on: a document that is in no file was never saved.
    pub fn has_base(&self, base: &Base) -> bool {
        match base {
            Base::Saved => self.as_saved().is_some(),
            Base::Opened | Base::File(_) | Base::Nothing => true,
        }
    }

    /// The document as it was last saved, where that is not how it was opened.
    fn as_saved(&self) -> Option<&Scenario> {
        self.home.path.as_ref()?;
        self.history.at(self.home.saved.filter(|saved| *saved > 0)?)
    }

    pub(super) fn go_on_merging(&mut self, step: Step) {
        match step {
            Step::Begin { theirs, base } => self.jobs.read_to_merge(theirs, base, self.document),
            Step::Decide { place, choice } => self.decide_conflict(place, choice),
            Step::DecideAll(side) => self.decide_conflicts(side),
            Step::Apply => self.apply_merge(),
            Step::Leave => self.merging = None,
        }
    }

    /// Merges what was read into the document as it is now.
    pub(super) fn read_to_merge(&mut self, read: ReadToMerge) {
        let (theirs, of_file) = match read.outcome {
            Ok(both) => both,
            Err((path, problems)) => {
                self.notice = Some(files::cannot_open(&path, &problems));
                return;
            }
        };
        if read.document != self.document {
            self.notice = Some(Notice::warning(words::ANOTHER_DOCUMENT));
            return;
        }
        let ours = self.history.now();
        let base = match &read.base {
            Base::Opened => Some(&self.opened),
            Base::Saved => self.as_saved(),
            Base::File(_) => of_file.as_ref(),
            Base::Nothing => None,
        };
        let merge = merge(base, ours, &theirs);
        let mut merging = Merging {
            theirs: read.theirs,
            base: read.base,
            merge,
            incoming: Difference::default(),
            broken: Vec::new(),
            version: self.version(),
        };
        merging.look_again();
        self.put_back();
        self.merging = Some(merging);
    }

    fn decide_conflict(&mut self, place: Place, choice: Choice) {
        if let Some(merging) = &mut self.merging {
            merging.merge.decide_one(place, choice);
            merging.look_again();
        }
    }

    /// Decides all conflicts for one side.
    fn decide_conflicts(&mut self, side: Side) {
        let Some(merging) = &mut self.merging else { return };
        merging.merge.decide(Decisions::new(), side);
        let all = |merge: &Merge| -> Decisions {
            merge.conflicts.iter().map(|it| (it.place.clone(), Choice::Side(side))).collect()
        };
        let decisions = all(&merging.merge);
        merging.merge.decide(decisions, Side::Ours);
        merging.look_again();
    }

    /// Applies the merge as one step; where the document was changed since, and that has raised questions, they are asked first.
    fn apply_merge(&mut self) {
        let now = self.version();
        let Some(mut merging) = self.merging.take() else { return };
        if merging.version != now {
            let before = merging.merge.undecided();
            merging.merge.set_ours(self.history.now());
            merging.look_again();
            merging.version = now;
            if merging.merge.undecided() > before {
                self.notice = Some(Notice::hint(words::CHANGED_SINCE));
                self.merging = Some(merging);
                return;
            }
        }
        if merging.incoming.is_empty() {
            self.notice = Some(Notice::news(words::NOTHING_COMES));
            return;
        }
        let (merged, from) = (Box::new(merging.merge.merged), merging.theirs.file_name());
        let from = from.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.commit(&Edit::Merge { merged, from });
    }
}

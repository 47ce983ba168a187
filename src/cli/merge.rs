//! `parkboard merge`: what two people's work makes together; also for git, which then merges scenarios by their sense.

use std::{
    collections::BTreeMap,
    io::Write,
    path::{Path, PathBuf},
};

use clap::ValueEnum;
use serde::Serialize;

use super::{DONE, NEGATIVE, Reading, Stop, diff, form};
use crate::{
    evaluate::merged::{OnlyTogether, only_together},
    i18n::{
        merging as words,
        phrase::{Lang, Phrase},
    },
    io::{problem::FileProblem, ron, save},
    model::{
        difference::{Difference, RecordKey},
        merge::{Choice, Conflict, Decisions, Disagreement, Merge, Side, merge},
        scenario::Scenario,
    },
};

/// How git is told to merge by this verb.
pub const HELP: &str = "\
示例 / Example:
  parkboard merge city.ron city.ron solved.ron --out merged.ron

Exit codes: 0 merged; 1 conflicts, nothing is written unless --prefer decides them, or OUT is written and each side is legal
but both together are not; 2 wrong use or unreadable input.

As a merge driver of git, so that two branches with records beside each other merge cleanly:
  git config merge.parkboard.name \"Parkboard\"
  git config merge.parkboard.driver \"parkboard merge %O %A %B --out %A --force\"
  echo '*.ron merge=parkboard' >> .gitattributes
An empty BASE means that both have added the file. On a conflict the file stays as on the current branch, the conflicts are
named on standard error, and git leaves the merge to be finished: merge in the window, or again with --prefer.
用作 git 的合并驱动：按上面三行设置；有冲突时文件保持当前分支的内容，冲突列在标准错误中。";

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub struct Arguments {
    /// What both began with; an empty file for nothing / 共同的起点（空文件表示没有）
    base: PathBuf,
    /// The scenario into which is merged / 我方情景文件
    ours: PathBuf,
    /// The scenario that is merged into it / 对方情景文件
    theirs: PathBuf,
    /// File to write / 输出文件
    #[arg(long)]
    out: PathBuf,
    /// Whose word counts where both do not agree / 有冲突时以谁为准
    #[arg(long, value_enum)]
    prefer: Option<Preferred>,
    /// Replace the file if there is one / 覆盖已有文件
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub(super) reading: Reading,
}

/// Whose word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Preferred {
    /// 我方
    Ours,
    /// 对方
    Theirs,
}

/// Machine form of the answer; keys are stable.
#[derive(Serialize)]
struct Answer<'a> {
    /// OUT has been written.
    written: bool,
    conflicts: Vec<ConflictForm<'a>>,
    /// What is legal on each side and broken together.
    only_together: Vec<TogetherForm<'a>>,
    /// What comes into ours, as `diff` tells it.
    tables: BTreeMap<&'static str, diff::TableForm<'a>>,
}

/// A conflict; values and records read as in the file.
#[derive(Serialize)]
struct ConflictForm<'a> {
    table: &'static str,
    key: String,
    field: &'a str,
    why: &'static str,
    base: Option<&'a str>,
    ours: Option<&'a str>,
    theirs: Option<&'a str>,
    taken: &'static str,
    text: form::TextForm,
}

#[derive(Serialize)]
struct TogetherForm<'a> {
    plan: &'a str,
    finding: form::FindingForm<'a>,
    ours: Vec<RecordForm>,
    theirs: Vec<RecordForm>,
}

#[derive(Serialize)]
struct RecordForm {
    table: &'static str,
    key: String,
}

/// Runs the verb: merges, writes where nobody has to decide, and tells what is illegal only together.
pub fn run(arguments: &Arguments, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    if save::is_there(&arguments.out) && !arguments.force {
        return Err(Stop::Use(words::THERE_IS_ONE, arguments.out.display().to_string()));
    }
    let base = read_base(&arguments.base)?;
    let (ours, theirs) = (ron::read_scenario(&arguments.ours)?, ron::read_scenario(&arguments.theirs)?);
    let mut merged = merge(base.as_ref(), &ours, &theirs);
    if arguments.prefer == Some(Preferred::Theirs) {
        merged.decide(Decisions::new(), Side::Theirs);
    }
    let is_written = merged.conflicts.is_empty() || arguments.prefer.is_some();
    let broken = only_together(&merged);
    if is_written {
        save::save_scenario(&merged.merged, &arguments.out).map_err(|problem| vec![problem])?;
    }
    let incoming = merged.incoming();
    if arguments.reading.json {
        form::write_json(out, &answer(&merged, &broken, &incoming, is_written))?;
    } else {
        let lang = arguments.reading.lang.into();
        print(&merged, &incoming, lang, out)?;
        tell(&merged, &broken, is_written, lang, err)?;
    }
    Ok(if is_written && broken.is_empty() { DONE } else { NEGATIVE })
}

/// What both began with; an empty file holds nothing.
fn read_base(path: &Path) -> Result<Option<Scenario>, Vec<FileProblem>> {
    let text = ron::read_text(path, ron::ENDING)?;
    if text.trim().is_empty() { Ok(None) } else { ron::scenario_from_text(path, &text).map(Some) }
}

fn answer<'a>(merge: &'a Merge, broken: &'a [OnlyTogether], incoming: &'a Difference, written: bool) -> Answer<'a> {
    let records = |list: &[RecordKey]| {
        list.iter().map(|it| RecordForm { table: it.table, key: it.to_string() }).collect::<Vec<_>>()
    };
    let together = |it: &'a OnlyTogether| TogetherForm {
        plan: it.plan.as_str(),
        finding: form::finding(&merge.merged, &it.finding),
        ours: records(&it.ours),
        theirs: records(&it.theirs),
    };
    Answer {
        written,
        conflicts: merge.conflicts.iter().map(|it| conflict(merge, it)).collect(),
        only_together: broken.iter().map(together).collect(),
        tables: diff::tables(incoming),
    }
}

fn conflict<'a>(merge: &Merge, conflict: &'a Conflict) -> ConflictForm<'a> {
    ConflictForm {
        table: conflict.place.record.table,
        key: conflict.place.record.to_string(),
        field: &conflict.place.field,
        why: match conflict.why {
            Disagreement::Changed => "changed",
            Disagreement::RemovedAndChanged { .. } => "removed-and-changed",
            Disagreement::AddedTwice => "added-twice",
            Disagreement::Approved { .. } => "plan-approved",
            Disagreement::PlanRemoved { .. } => "plan-removed",
            Disagreement::RemovedAndUsed { .. } => "removed-and-used",
            Disagreement::Nonsense { .. } => "no-sense-together",
        },
        base: conflict.base.as_deref(),
        ours: conflict.ours.as_deref(),
        theirs: conflict.theirs.as_deref(),
        taken: match conflict.taken {
            Choice::Side(Side::Ours) => "ours",
            Choice::Side(Side::Theirs) => "theirs",
            Choice::Both => "both",
        },
        text: words::line(merge, conflict).into(),
    }
}

fn print(merge: &Merge, incoming: &Difference, lang: Lang, out: &mut dyn Write) -> std::io::Result<()> {
    let lines = words::comes_in(incoming);
    for line in &lines {
        writeln!(out, "{}", line.of(lang))?;
    }
    if lines.is_empty() {
        writeln!(out, "{}", words::NOTHING_COMES.of(lang))?;
    }
    writeln!(out, "{}", words::conflicts(merge.conflicts.len(), merge.undecided()).of(lang))
}

/// Tells what somebody has to look at: conflicts, and what is illegal together.
fn tell(
    merge: &Merge,
    broken: &[OnlyTogether],
    is_written: bool,
    lang: Lang,
    err: &mut dyn Write,
) -> std::io::Result<()> {
    for conflict in &merge.conflicts {
        let word = Phrase::new("冲突", "conflict");
        writeln!(err, "[{}] {}", word.of(lang), words::line(merge, conflict).of(lang))?;
    }
    if !is_written {
        writeln!(err, "{}", words::NOT_WRITTEN.of(lang))?;
    }
    for it in broken {
        writeln!(err, "[{}] {}", words::ONLY_TOGETHER.of(lang), words::only_together(merge, it).of(lang))?;
    }
    Ok(())
}

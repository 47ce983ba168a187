//! Commands about files: new, open, save, save as, quit; and the answers to what is asked on the way.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Home, Selection, Workbench,
    command::{Command, Fresh},
    jobs::{Report, Version},
    question::{Answer, Question},
    receipt::Notice,
    sample,
};
use crate::{
    evaluate::{approval, judgement::Judgement},
    i18n,
    io::problem::{Cause, FileProblem},
    model::{history::History, scenario::Scenario, text::Text},
};

/// Problems of a file that are told one by one; more are counted.
const MOST_TOLD: usize = 12;

impl Workbench {
    /// Takes in what background jobs report; `true` when there was something.
    pub fn poll(&mut self) -> bool {
        let mut any = false;
        while let Some(report) = self.jobs.poll() {
            self.take_in(report);
            any = true;
        }
        any
    }

    /// Waits until no background job is under way. For tests and for closing.
    pub fn settle(&mut self) {
        while let Some(report) = self.jobs.wait() {
            self.take_in(report);
        }
    }

    pub(super) fn take_in(&mut self, report: Report) {
        match report {
            Report::Read(path, Ok(scenario)) => self.opened(path, *scenario),
            Report::Read(path, Err(problems)) => {
                self.discarded = None;
                self.notice = Some(cannot_open(&path, &problems));
            }
            Report::MapRead(path, version, outcome) => self.map_read(&path, version, outcome),
            Report::BrokeOff => {
                self.after_saving = None;
                self.notice = Some(Notice::warning(Text::new(
                    "程序故障，读写中断，未替换任何文件；请另存到别处",
                    "A fault of the program broke the reading or writing off; no file was replaced. Save a copy elsewhere",
                )));
            }
            Report::Judged(run, rows) => self.judged(run, rows),
            Report::Solved(run, result) => self.solved(run, result),
            Report::FoundOthers(run, result) => self.found_others(run, result),
            Report::Checked(version, plan, standing) => self.was_checked(version, plan, standing),
            Report::FoundOut(version, plan, inquiry, answer) => self.found_out(version, &plan, &inquiry, answer),
            Report::SheetsRead(number, outcomes) => self.sheets_read(number, outcomes),
            Report::WorkedOut(number, of, intake) => self.worked_out(number, of, *intake),
            Report::ImportBrokeOff(number) => self.import_broke_off(number),
            Report::Delivered(path, outcome) => self.delivered(&path, outcome),
            Report::ReadBeside(path, outcome) => self.plans_brought(path, outcome),
            Report::ReadToMerge(read) => self.read_to_merge(*read),
            Report::JudgedBeside(side, version, judgement) => {
                self.side_judged(side, version, judgement.map(|it| *it));
            }
            Report::Exported(path, outcome) => self.exported(&path, outcome),
            Report::Saved(path, version, Ok(())) => self.saved(path, version),
            Report::Saved(path, version, Err(problem)) => self.not_saved(path, version, &problem),
        }
    }

    /// Writes a file that is not the document.
    pub(super) fn export(&mut self, path: PathBuf, bytes: Vec<u8>) {
        self.jobs.export(path, bytes);
    }

    fn exported(&mut self, path: &Path, outcome: Result<(), FileProblem>) {
        let place = path.display();
        self.notice = Some(match outcome {
            Ok(()) => Notice::news(Text::new(format!("已导出到 {place}"), format!("Exported to {place}"))),
            Err(problem) => {
                let why = i18n::problem::sentence(&problem);
                let (zh, en) =
                    (format!("未能导出到 {place}：{}", why.zh), format!("Not exported to {place}: {}", why.english()));
                Notice::warning(Text::new(zh, en))
            }
        });
    }

    /// The state of the document.
    pub(super) fn version(&self) -> Version {
        Version { document: self.document, revision: self.history.revision() }
    }

    /// Asks first when something is unsaved; `true` when the command has to wait for the answer.
    fn asks_first(&mut self, then: Command) -> bool {
        if self.would_be_lost() {
            self.put_back();
            self.question = Some(Question::Unsaved { then: Box::new(then) });
        }
        self.question.is_some()
    }

    /// Tells whether something is unsaved that nobody has agreed to lose.
    fn would_be_lost(&self) -> bool {
        self.is_unsaved() && self.discarded != Some(self.history.revision())
    }

    fn replace_document(&mut self, scenario: Scenario, home: Home) {
        self.forget_solving();
        self.judgement = Arc::new(Judgement::of(&scenario, &scenario.active_plan));
        self.opened = scenario.clone();
        self.merging = None;
        self.history = History::new(scenario);
        self.home = home;
        self.selection = Selection::Nothing;
        self.put_back();
        self.receipt = None;
        self.notice = None;
        self.question = None;
        self.after_saving = None;
        self.discarded = None;
        self.leave_import();
        self.document += 1;
        self.generation += 1;
    }

    pub(super) fn new_document(&mut self, fresh: Fresh) {
        if self.asks_first(Command::New(fresh)) {
            return;
        }
        let title = Text::new("未命名布局会商", "Untitled session");
        let (scenario, saved) = match fresh {
            Fresh::Sample => (sample::scenario(), Some(0)),
            Fresh::SameBase => (self.scenario().base_only(title, sample::first_plan()), Some(0)),
            Fresh::Blank => {
                let like = self.scenario();
                let (pack, rules) = (like.pack.clone(), like.rules.clone());
                let mut blank = Scenario::blank(title, like.as_of, sample::first_plan(), pack, rules);
                blank.documents = like.documents.clone();
                blank.anchors = like.anchors.clone();
                blank.scoring = like.scoring.clone();
                (blank, Some(0))
            }
        };
        self.replace_document(scenario, Home { path: None, saved });
    }

    pub(super) fn open(&mut self, path: PathBuf) {
        if !self.asks_first(Command::Open(path.clone())) {
            self.jobs.read(path);
        }
    }

    fn opened(&mut self, path: PathBuf, scenario: Scenario) {
        if self.would_be_lost() {
            // Something was changed while the file was read.
            self.asks_first(Command::Open(path));
            return;
        }
        let path = std::path::absolute(&path).unwrap_or(path);
        self.replace_document(scenario, Home { path: Some(path.clone()), saved: Some(0) });
        self.set(|settings| settings.remember(path));
        self.tell_barred_approvals();
    }

    /// Tells of plans that the file calls approved although findings stand in the way.
    fn tell_barred_approvals(&mut self) {
        let scenario = self.history.now();
        let barred = approval::barred(scenario, &self.judgement);
        let Some(first) = barred.first() else { return };
        let text = i18n::approval::barred(scenario, first);
        let mut lines = barred.iter().enumerate().flat_map(|(at, plan)| {
            let heading = (at > 0).then(|| i18n::approval::barred(scenario, plan));
            heading.into_iter().chain(plan.findings.iter().map(|it| i18n::approval::obstacle(scenario, it)))
        });
        let mut details: Vec<Text> = lines.by_ref().take(MOST_TOLD).collect();
        let more = lines.count();
        if more > 0 {
            details.push(more_problems(more));
        }
        self.notice = Some(Notice { details, ..Notice::warning(text) });
    }

    pub(super) fn save(&mut self) {
        match self.home.path.clone() {
            Some(path) => self.save_to(path),
            None => self.question = Some(Question::WhereToSave { then: None }),
        }
    }

    pub(super) fn save_to(&mut self, path: PathBuf) {
        if let Some(Question::WhereToSave { then: Some(then) }) = self.question.take() {
            self.after_saving = Some(*then);
        }
        self.failed_save = None;
        let path = with_ending(path);
        let version = self.version();
        self.jobs.save(self.scenario().clone(), version, path);
    }

    fn saved(&mut self, path: PathBuf, version: Version) {
        let path = std::path::absolute(&path).unwrap_or(path);
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if version.document == self.document {
            self.home = Home { path: Some(path.clone()), saved: Some(version.revision) };
            self.generation += 1;
        }
        self.set(|settings| settings.remember(path));
        self.notice = Some(Notice::news(Text::new(format!("已保存 {name}"), format!("Saved {name}"))));
        if let Some(then) = self.after_saving.take() {
            self.dispatch(then);
        }
    }

    fn not_saved(&mut self, path: PathBuf, version: Version, problem: &FileProblem) {
        let told = i18n::problem::sentence(problem);
        if problem.cause == Cause::Unconfirmed {
            self.after_saving = None;
            self.saved(path, version);
            self.notice = Some(Notice::warning(told));
            return;
        }
        let text = Text::new(
            format!("未保存到 {}：{}", path.display(), told.zh),
            format!("Not saved to {}: {}", path.display(), told.english()),
        );
        self.failed_save = Some(text.clone());
        self.notice = Some(Notice::warning(text));
        // What waited for the file still does: another path may do.
        if let Some(then) = self.after_saving.take() {
            self.question = Some(Question::WhereToSave { then: Some(Box::new(then)) });
        }
    }

    /// The folder in which the dialogs for files begin; one that is not there is refused.
    pub(super) fn begin_in(&mut self, folder: PathBuf) {
        if folder.as_os_str().is_empty() {
            self.set(|settings| settings.folder = None);
        } else if crate::io::save::is_folder(&folder) {
            self.set(|settings| settings.folder = Some(folder));
        } else {
            let name = folder.display();
            self.notice = Some(Notice::warning(Text::new(
                format!("没有文件夹 {name}；请填写已有的文件夹"),
                format!("There is no folder {name}; type one that is there"),
            )));
        }
    }

    pub(super) fn quit(&mut self) {
        self.stop_backtest();
        if self.is_busy() {
            // A file is waited for, a search is not.
            self.stop_solving();
            self.settle();
        }
        if !self.asks_first(Command::Quit) {
            self.is_closing = true;
        }
    }

    pub(super) fn answer(&mut self, answer: Answer) {
        match (self.question.take(), answer) {
            (Some(Question::Unsaved { then }), Answer::Save) => self.save_then(*then),
            (Some(Question::Unsaved { then }), Answer::Discard) => {
                self.discarded = Some(self.history.revision());
                self.dispatch(*then);
            }
            (Some(Question::Designate { projects, park, industry, .. }), Answer::Designate(role)) => {
                self.designate_and_place(&projects, &park, &industry, role);
            }
            (Some(Question::Designate { projects, park, .. }), Answer::PlaceOnly) => self.place_at(&projects, &park),
            (Some(Question::Unsaved { .. } | Question::Designate { .. } | Question::WhereToSave { .. }) | None, _) => {
                self.after_saving = None;
            }
        }
    }

    fn save_then(&mut self, then: Command) {
        match self.home.path.clone() {
            Some(path) => {
                self.after_saving = Some(then);
                self.save_to(path);
            }
            None => self.question = Some(Question::WhereToSave { then: Some(Box::new(then)) }),
        }
    }
}

/// That the file at `path` cannot be used, with its `problems`.
pub(super) fn cannot_open(path: &Path, problems: &[FileProblem]) -> Notice {
    let name = path.display();
    let text = Text::new(format!("无法打开 {name}"), format!("Cannot open {name}"));
    let line = |problem: &FileProblem| {
        let sentence = i18n::problem::sentence(problem);
        let place = problem.spot.map(|spot| format!("{}:{}", spot.line, spot.column)).unwrap_or_default();
        Text::new(format!("{place} {}", sentence.zh), format!("{place} {}", sentence.english()))
    };
    let mut details: Vec<Text> = problems.iter().take(MOST_TOLD).map(line).collect();
    if let Some(more) = problems.len().checked_sub(MOST_TOLD).filter(|more| *more > 0) {
        details.push(more_problems(more));
    }
    Notice { details, ..Notice::warning(text) }
}

/// That there are `more` problems than those told one by one.
fn more_problems(more: usize) -> Text {
    Text::new(format!("另有 {more} 处问题"), format!("{more} more problems"))
}

/// `path` with the ending of a scenario, when it has none.
fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension("ron") }
}

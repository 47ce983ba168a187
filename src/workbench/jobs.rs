//! Slow work beside the window: files are read and written, the backtest is judged, and advice is asked, in threads that report
//! when they are done.

use std::{
    fmt,
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use super::{
    comparing::Side,
    delivery::{self, Delivery, Undelivered},
    inquiry::{self, Advice, Inquiry},
    merging::{Base, ReadToMerge},
    solving::{Course, Request},
    standing::{self, Standing},
};
use crate::{
    advise::backtest::{self, Row, Settled},
    evaluate::judgement::Judgement,
    intake::{self, outcome::Intake, sheet::Workbook, wish::Wish},
    io::{
        geojson::{self, Outlines},
        problem::FileProblem,
        ron, save,
        sheet::{self, Watch},
    },
    model::{edit::Edit, id::PlanId, park::Unit, scenario::Scenario, table::Table},
    optimise::{
        alternatives::{Asked, Leaning},
        positions::Redesign,
        proposal::Proposal,
        reading::Unreadable,
    },
};

/// Which state of which document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    /// Number of the document: every new or opened one has its own.
    pub document: u64,
    /// Revision of the document.
    pub revision: u64,
}

/// What a job reports.
#[derive(Debug)]
pub enum Report {
    /// A file was read, or not.
    Read(PathBuf, Result<Box<Scenario>, Vec<FileProblem>>),
    /// A map was read for this version, or not.
    MapRead(PathBuf, Version, Result<Outlines, Vec<FileProblem>>),
    /// A job broke off by a fault of the program: nothing was read, and no file was replaced by half of one.
    BrokeOff,
    /// A version was saved, or not.
    Saved(PathBuf, Version, Result<(), FileProblem>),
    /// A file that is not the document was written, or not.
    Exported(PathBuf, Result<(), FileProblem>),
    /// Files of the import of this number were read, or not.
    SheetsRead(u64, Vec<(PathBuf, Result<Workbook, Vec<FileProblem>>)>),
    /// What comes of the workbooks of the import of this number, with this version of the document and number of remarks.
    WorkedOut(u64, (Version, u64), Box<Intake>),
    /// A job of the import of this number broke off.
    ImportBrokeOff(u64),
    /// Papers or tables were written, or not.
    Delivered(PathBuf, Result<(), Undelivered>),
    /// A file whose plans are compared was read, or not.
    ReadBeside(PathBuf, Result<Box<Scenario>, Vec<FileProblem>>),
    /// What is to be merged was read, or not.
    ReadToMerge(Box<ReadToMerge>),
    /// A plan that is compared was judged, in a version of the document; nothing where the job broke off.
    JudgedBeside(Side, Option<Version>, Option<Box<Judgement>>),
    /// What the advice said to a few cases of the backtest of this number; nothing where the job broke off.
    Judged(u64, Option<Vec<Row>>),
    /// What the search of this number has found; nothing where the job broke off.
    Solved(u64, Option<Result<Box<Redesign>, Unreadable>>),
    /// Other plans that the search of this number has found; nothing where the job broke off.
    FoundOthers(u64, Option<Result<Vec<(Leaning, Proposal)>, Unreadable>>),
    /// How this version of this plan stands to its certificate; nothing where the job broke off.
    Checked(Version, PlanId, Option<Standing>),
    /// What advice has found out about this version of this plan; nothing where the job broke off.
    FoundOut(Version, PlanId, Inquiry, Option<Advice>),
}

/// Jobs that are under way. Those of files run one after the other, so that of two saves the later one stands in the file;
/// none of them waits for a judgement.
pub struct Jobs {
    sender: Sender<Report>,
    receiver: Receiver<Report>,
    under_way: usize,
    /// Judgements and questions under way.
    judging: usize,
    last: Option<JoinHandle<()>>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Default for Jobs {
    fn default() -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { sender, receiver, under_way: 0, judging: 0, last: None, wake: Arc::new(|| ()) }
    }
}

impl fmt::Debug for Jobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} jobs", self.under_way)
    }
}

impl Jobs {
    /// Calls `wake` after each report.
    pub fn wake_by(&mut self, wake: impl Fn() + Send + Sync + 'static) {
        self.wake = Arc::new(wake);
    }

    /// Tells whether a file is being read or written.
    pub fn is_busy(&self) -> bool {
        self.under_way > 0
    }

    /// Reads a scenario.
    pub fn read(&mut self, path: PathBuf) {
        self.start(move || {
            let outcome = ron::read_scenario(&path).map(Box::new);
            Report::Read(path, outcome)
        });
    }

    /// Reads the outlines in a file, for the units of this version.
    pub fn read_map(&mut self, path: PathBuf, version: Version, units: Table<Unit>) {
        self.start(move || {
            let outcome = geojson::read(&path, &units);
            Report::MapRead(path, version, outcome)
        });
    }

    /// Saves a scenario.
    pub fn save(&mut self, scenario: Scenario, version: Version, path: PathBuf) {
        self.start(move || {
            let outcome = save::save_scenario(&scenario, &path);
            Report::Saved(path, version, outcome)
        });
    }

    /// Writes a file that is not the document, whole or not at all.
    pub fn export(&mut self, path: PathBuf, bytes: Vec<u8>) {
        self.start(move || {
            let outcome = save::replace(&path, &bytes);
            Report::Exported(path, outcome)
        });
    }

    /// Reads files for the import of this number.
    pub fn read_sheets(&mut self, number: u64, paths: Vec<PathBuf>, watch: Arc<Watch>) {
        self.judging += 1;
        self.spawn(None, Report::ImportBrokeOff(number), move || {
            let read = |path: PathBuf| {
                let outcome = sheet::read(&path, &watch);
                (path, outcome)
            };
            Report::SheetsRead(number, paths.into_iter().map(read).collect())
        });
    }

    /// Works out what comes of the workbooks of the import of this number.
    pub fn work_out(
        &mut self,
        number: u64,
        of: (Version, u64),
        workbooks: Arc<Vec<Workbook>>,
        (scenario, wish): (Scenario, Wish),
        watch: Arc<Watch>,
    ) {
        self.judging += 1;
        self.spawn(None, Report::ImportBrokeOff(number), move || {
            let intake = intake::read::read(&workbooks, &scenario, &wish, &|_| !watch.is_cancelled());
            Report::WorkedOut(number, of, Box::new(intake))
        });
    }

    /// Writes papers or tables of a plan as it was judged.
    pub fn deliver(&mut self, scenario: Arc<Scenario>, judgement: Arc<Judgement>, delivery: Delivery) {
        self.start(move || {
            let outcome = delivery::deliver(&scenario, &judgement, &delivery);
            Report::Delivered(delivery.path, outcome)
        });
    }

    /// Reads a scenario whose plans are to be compared.
    pub fn read_beside(&mut self, path: PathBuf) {
        self.start(move || {
            let outcome = ron::read_scenario(&path).map(Box::new);
            Report::ReadBeside(path, outcome)
        });
    }

    /// Reads a scenario that is to be merged into the document of this number, and what it began with where that is a file.
    pub fn read_to_merge(&mut self, theirs: PathBuf, base: Base, document: u64) {
        self.start(move || {
            let read = |path: &PathBuf| ron::read_scenario(path).map_err(|problems| (path.clone(), problems));
            let of_base = if let Base::File(path) = &base { read(path).map(Some) } else { Ok(None) };
            let outcome = read(&theirs).and_then(|theirs| of_base.map(|base| (theirs, base)));
            Report::ReadToMerge(Box::new(ReadToMerge { theirs, base, document, outcome }))
        });
    }

    /// Judges a plan that is compared.
    pub fn judge_side(&mut self, side: Side, scenario: Arc<Scenario>, plan: PlanId, version: Option<Version>) {
        self.judging += 1;
        let broken = Report::JudgedBeside(side.clone(), version, None);
        let work = move || Report::JudgedBeside(side, version, Some(Box::new(Judgement::of(&scenario, &plan))));
        self.spawn(None, broken, work);
    }

    /// Judges a few cases of the backtest of this number.
    pub fn judge(&mut self, run: u64, scenario: Arc<Scenario>, plan: PlanId, cases: Vec<Settled>) {
        self.judging += 1;
        let work = move || Report::Judged(run, Some(backtest::run(&scenario, &plan, &cases)));
        self.spawn(None, Report::Judged(run, None), work);
    }

    /// Finds the answer to a question about a plan.
    pub fn find_out(&mut self, version: Version, scenario: Scenario, judgement: Arc<Judgement>, inquiry: Inquiry) {
        self.judging += 1;
        let (plan, asked) = (judgement.plan().clone(), inquiry.clone());
        let report = move |answer| Report::FoundOut(version, plan.clone(), asked.clone(), answer);
        let broken = report(None);
        self.spawn(None, broken, move || report(inquiry::advice(&scenario, &judgement, &inquiry)));
    }

    /// Solves a plan.
    pub fn solve(&mut self, run: u64, request: Request, course: Arc<Course>) {
        self.judging += 1;
        let work = move || Report::Solved(run, Some(request.solve(&course).map(Box::new)));
        self.spawn(None, Report::Solved(run, None), work);
    }

    /// Finds other good plans beside the first, with what happens to positions in it.
    pub fn find_others(
        &mut self,
        run: u64,
        request: Request,
        (first, positions): (Arc<Proposal>, Arc<Vec<Edit>>),
        asked: Asked,
        course: Arc<Course>,
    ) {
        self.judging += 1;
        let work = move || Report::FoundOthers(run, Some(request.find_others((&first, &positions), asked, &course)));
        self.spawn(None, Report::FoundOthers(run, None), work);
    }

    /// Checks the certificate of a plan.
    pub fn check(&mut self, version: Version, scenario: Arc<Scenario>, plan: PlanId) {
        self.judging += 1;
        let broken = Report::Checked(version, plan.clone(), None);
        self.spawn(None, broken, move || {
            let standing = standing::check(&scenario, &plan);
            Report::Checked(version, plan, Some(standing))
        });
    }

    /// What is called after each report, and by a job that has news before.
    pub fn waker(&self) -> Arc<dyn Fn() + Send + Sync> {
        Arc::clone(&self.wake)
    }

    fn start(&mut self, work: impl FnOnce() -> Report + Send + 'static) {
        self.under_way += 1;
        let before = self.last.take();
        self.last = Some(self.spawn(before, Report::BrokeOff, work));
    }

    /// Does `work` once `before` is over; reports `broken` where it breaks off.
    #[expect(clippy::disallowed_methods, reason = "the one place that starts threads")]
    fn spawn(
        &self,
        before: Option<JoinHandle<()>>,
        broken: Report,
        work: impl FnOnce() -> Report + Send + 'static,
    ) -> JoinHandle<()> {
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        thread::spawn(move || {
            drop(before.map(JoinHandle::join));
            // A job that breaks off reports so: nobody waits for it, and the work in the window is safe.
            let report = panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(broken);
            // The receiver is gone only when the application is.
            if sender.send(report).is_ok() {
                wake();
            }
        })
    }

    /// The next report that is there.
    pub fn poll(&mut self) -> Option<Report> {
        let report = self.receiver.try_recv().ok()?;
        self.count_off(&report);
        Some(report)
    }

    /// Waits for the next report; `None` when nothing is under way.
    pub fn wait(&mut self) -> Option<Report> {
        if self.under_way == 0 && self.judging == 0 {
            return None;
        }
        let report = self.receiver.recv().ok()?;
        self.count_off(&report);
        Some(report)
    }

    /// The next report, if it comes within `patience`.
    pub fn wait_at_most(&mut self, patience: Duration) -> Option<Report> {
        let report = self.receiver.recv_timeout(patience).ok()?;
        self.count_off(&report);
        Some(report)
    }

    fn count_off(&mut self, report: &Report) {
        let count = match report {
            Report::Judged(..)
            | Report::FoundOut(..)
            | Report::Solved(..)
            | Report::FoundOthers(..)
            | Report::Checked(..)
            | Report::SheetsRead(..)
            | Report::WorkedOut(..)
            | Report::ImportBrokeOff(..)
            | Report::JudgedBeside(..) => &mut self.judging,
            Report::Read(..)
            | Report::ReadBeside(..)
            | Report::ReadToMerge(_)
            | Report::MapRead(..)
            | Report::BrokeOff
            | Report::Saved(..)
            | Report::Delivered(..)
            | Report::Exported(..) => &mut self.under_way,
        };
        *count = count.saturating_sub(1);
    }
}

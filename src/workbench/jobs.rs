//! Slow work beside the window: files are read and written in threads, and report when they are done.

use std::{
    fmt,
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle},
};

use crate::{
    io::{problem::FileProblem, ron, save},
    model::scenario::Scenario,
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
    /// A job broke off by a fault of the program: nothing was read, and no file was replaced by half of one.
    BrokeOff,
    /// A version was saved, or not.
    Saved(PathBuf, Version, Result<(), FileProblem>),
}

/// Jobs that are under way. They run one after the other, so that of two saves the later one stands in the file.
pub struct Jobs {
    sender: Sender<Report>,
    receiver: Receiver<Report>,
    under_way: usize,
    last: Option<JoinHandle<()>>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Default for Jobs {
    fn default() -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { sender, receiver, under_way: 0, last: None, wake: Arc::new(|| ()) }
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

    /// Tells whether something is under way.
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

    /// Saves a scenario.
    pub fn save(&mut self, scenario: Scenario, version: Version, path: PathBuf) {
        self.start(move || {
            let outcome = save::save_scenario(&scenario, &path);
            Report::Saved(path, version, outcome)
        });
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that starts threads")]
    fn start(&mut self, work: impl FnOnce() -> Report + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        self.under_way += 1;
        let before = self.last.take();
        self.last = Some(thread::spawn(move || {
            drop(before.map(JoinHandle::join));
            // A job that breaks off reports so: nobody waits for it, and the work in the window is safe.
            let report = panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(Report::BrokeOff);
            // The receiver is gone only when the application is.
            if sender.send(report).is_ok() {
                wake();
            }
        }));
    }

    /// The next report that is there.
    pub fn poll(&mut self) -> Option<Report> {
        let report = self.receiver.try_recv().ok()?;
        self.under_way = self.under_way.saturating_sub(1);
        Some(report)
    }

    /// Waits for the next report; `None` when nothing is under way.
    pub fn wait(&mut self) -> Option<Report> {
        if self.under_way == 0 {
            return None;
        }
        let report = self.receiver.recv().ok()?;
        self.under_way -= 1;
        Some(report)
    }
}

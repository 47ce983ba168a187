//! How far has a reading come, and is it still wanted? Shared between who reads and who waits.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// The state of a reading.
#[derive(Debug, Default)]
pub struct Watch {
    rows: AtomicU64,
    is_cancelled: AtomicBool,
    peak_kib: AtomicU64,
}

impl Watch {
    /// How many rows were read so far, over all sheets.
    pub fn rows(&self) -> u64 {
        self.rows.load(Ordering::Relaxed)
    }

    /// Asks the reading to stop; it does within 0.2 seconds.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the reading was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// Most memory that the program reading apart has held, in KiB; 0 where none has ended or the system does not tell.
    pub fn peak_kib(&self) -> u64 {
        self.peak_kib.load(Ordering::Relaxed)
    }

    /// Counts a row.
    pub(super) fn count_row(&self) {
        self.rows.fetch_add(1, Ordering::Relaxed);
    }

    /// Keeps the most memory that was held, in KiB.
    pub(super) fn keep_peak(&self, kib: u64) {
        self.peak_kib.store(kib, Ordering::Relaxed);
    }
}

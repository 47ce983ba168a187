//! What time is it? The one place that asks the clock on the wall: a search has to end in time, and nothing else depends on it.

use std::time::{Duration, Instant};

use crate::optimise::Watch;

/// A clock that was started.
#[derive(Debug, Clone, Copy)]
pub struct Clock(Instant);

impl Clock {
    /// Starts it.
    #[expect(clippy::disallowed_methods, reason = "this is the home of the clock")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since then.
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// A watch that ends a search after a time, and shortens what is left when it runs late.
#[derive(Debug)]
pub struct Deadline {
    clock: Clock,
    after: Option<Duration>,
}

impl Deadline {
    /// A search that ends after this time; never, where there is none.
    pub fn after(time: Option<Duration>) -> Self {
        Self { clock: Clock::start(), after: time }
    }

    /// The time since the search began.
    pub fn elapsed(&self) -> Duration {
        self.clock.elapsed()
    }
}

impl Watch for Deadline {
    fn stop(&self) -> bool {
        self.after.is_some_and(|after| self.elapsed() >= after)
    }

    fn time_for(&self, done: f64) -> f64 {
        let Some(after) = self.after else { return 1. };
        let left = 1. - self.elapsed().as_secs_f64() / after.as_secs_f64().max(1e-9);
        left / (1. - done).max(1e-9)
    }
}

//! The backtest of the plan that is shown, worked out beside the window: a few cases a job, each reported when it is done.

use std::sync::Arc;

use super::{Workbench, jobs::Version, settled};
use crate::{
    advise::backtest::{Row, Settled},
    model::{id::PlanId, scenario::Scenario, weights::own_weights_of},
};

/// Cases that one job judges: the person sees it get on, and a stop is soon obeyed.
const A_JOB: usize = 9;

/// What the advice says to the real projects, as far as they have been judged.
#[derive(Debug)]
pub struct Backtest {
    version: Version,
    plan: PlanId,
    /// Number of the run: what earlier ones report is not taken in.
    run: u64,
    scenario: Arc<Scenario>,
    /// The cases; none where the scenario does not know all of their parks and sub-sectors.
    cases: Vec<Settled>,
    rows: Vec<Row>,
    is_stopped: bool,
    has_broken_off: bool,
}

impl Backtest {
    /// All cases.
    pub fn cases(&self) -> &[Settled] {
        &self.cases
    }

    /// What was said to those that were judged, in their order.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The plan by whose weights they are judged.
    pub fn plan(&self) -> &PlanId {
        &self.plan
    }

    /// Whether that plan has weights of its own; else those of the scenario hold.
    pub fn has_own_weights(&self) -> bool {
        own_weights_of(&self.scenario, &self.plan).next().is_some()
    }

    /// Whether a fault of the program ended it on the way.
    pub fn has_broken_off(&self) -> bool {
        self.has_broken_off
    }

    /// Whether every case was judged.
    pub fn is_done(&self) -> bool {
        self.rows.len() == self.cases.len()
    }
}

impl Workbench {
    /// The backtest of the plan that is shown as it is now; `None` where it has not been begun, or was stopped on the way.
    pub fn backtest(&self) -> Option<&Backtest> {
        self.backtest.as_ref().filter(|it| self.is_of_now(it) && (it.is_done() || !it.is_stopped))
    }

    fn is_of_now(&self, backtest: &Backtest) -> bool {
        backtest.version == self.version() && backtest.plan == *self.plan()
    }

    /// Begins the backtest of the plan that is shown, or goes on with it where it was stopped.
    pub(super) fn run_backtest(&mut self) {
        if self.backtest().is_some() {
            return;
        }
        let run = self.backtest.as_ref().map_or(0, |it| it.run + 1);
        let kept = self.backtest.take().filter(|it| self.is_of_now(it));
        let backtest = kept.unwrap_or_else(|| Backtest {
            version: self.version(),
            plan: self.plan().clone(),
            run,
            scenario: Arc::new(self.scenario().clone()),
            cases: settled::of(self.scenario()).unwrap_or_default(),
            rows: Vec::new(),
            is_stopped: false,
            has_broken_off: false,
        });
        self.backtest = Some(Backtest { run, is_stopped: false, has_broken_off: false, ..backtest });
        self.judge_on();
    }

    /// Stops the backtest; what was judged is kept.
    pub(super) fn stop_backtest(&mut self) {
        if let Some(backtest) = &mut self.backtest {
            backtest.is_stopped = true;
        }
    }

    /// Takes in what a job of the run of this number said to its cases; nothing where it broke off.
    pub(super) fn judged(&mut self, run: u64, rows: Option<Vec<Row>>) {
        let Some(backtest) = self.backtest.as_mut().filter(|it| it.run == run && !it.is_stopped) else { return };
        match rows {
            Some(rows) => backtest.rows.extend(rows),
            None => {
                backtest.has_broken_off = true;
                return;
            }
        }
        self.judge_on();
    }

    /// Starts the job of the next few cases, unless the document is another one by now.
    fn judge_on(&mut self) {
        let Some(backtest) = self.backtest.as_ref().filter(|it| self.is_of_now(it)) else { return };
        let next: Vec<Settled> = backtest.cases.iter().skip(backtest.rows.len()).take(A_JOB).cloned().collect();
        if !next.is_empty() {
            let (scenario, plan) = (Arc::clone(&backtest.scenario), backtest.plan.clone());
            self.jobs.judge(backtest.run, scenario, plan, next);
        }
    }
}

//! What do the rules find in a plan? Facts and findings of every park, kept up to date by every change.

use std::{collections::BTreeMap, sync::Arc};

use super::score::{Score, unplaced};
use crate::{
    model::{
        edit::Touched,
        id::{ParkId, PlanId},
        scenario::Scenario,
    },
    rules::{
        self,
        facts::Facts,
        finding::{Finding, State},
    },
};

/// Facts and findings of one plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    facts: Facts,
    findings: BTreeMap<ParkId, Arc<[Finding]>>,
    score: Score,
}

impl Judgement {
    /// Judges `plan` from scratch.
    pub fn of(scenario: &Scenario, plan: &PlanId) -> Self {
        let facts = Facts::of(scenario, plan);
        let mut judgement = Self { facts, findings: BTreeMap::new(), score: Score::default() };
        let parks: Vec<ParkId> = scenario.parks.iter().map(|park| park.id.clone()).collect();
        judgement.judge_again(scenario, parks.iter());
        judgement
    }

    /// Follows a change; only the parks that it touched are judged again.
    pub fn follow(&mut self, scenario: &Scenario, touched: &Touched) {
        self.facts.follow(scenario, touched);
        let plan = self.facts.plan().clone();
        self.judge_again(scenario, touched.parks.iter().filter(|(of, _)| *of == plan).map(|(_, park)| park));
    }

    fn judge_again<'a>(&mut self, scenario: &Scenario, parks: impl Iterator<Item = &'a ParkId>) {
        for park in parks {
            if let Some(facts) = self.facts.park(park) {
                let findings = rules::judge(scenario, self.facts.plan(), park, facts);
                self.findings.insert(park.clone(), findings.into());
            }
        }
        self.score = Score::of_findings(self.findings()) + Score::of_unplaced(unplaced(scenario, &self.facts));
    }

    /// The plan that is judged.
    pub fn plan(&self) -> &PlanId {
        self.facts.plan()
    }

    /// The totals.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The score.
    pub fn score(&self) -> Score {
        self.score
    }

    /// The findings about `park`, in the order of the rules.
    pub fn of_park(&self, park: &ParkId) -> &[Finding] {
        self.findings.get(park).map_or(&[], AsRef::as_ref)
    }

    /// All findings, park by park.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.values().flat_map(|findings| findings.iter())
    }

    /// Findings that a planner should look at, worst first, then in the order of the rules.
    pub fn notable(&self) -> Vec<&Finding> {
        let mut notable: Vec<&Finding> = self.findings().filter(|finding| finding.state.is_notable()).collect();
        notable.sort_by_cached_key(|finding| (finding.state, finding.level, finding.key()));
        notable
    }

    /// Number of findings in `state`.
    pub fn count(&self, state: State) -> usize {
        self.findings().filter(|finding| finding.state == state).count()
    }
}

//! What do the rules find in a plan? Facts and findings of every park, kept up to date by every change.

use std::{collections::BTreeMap, sync::Arc};

use super::score::{Score, unplaced};
use crate::{
    model::{
        assume,
        edit::Touched,
        id::{ParkId, PlanId, ProjectId},
        scenario::Scenario,
    },
    rules::{
        self, Book,
        facts::Facts,
        finding::{Finding, State},
    },
};

/// Facts and findings of one plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    world: Scenario,
    facts: Facts,
    findings: BTreeMap<ParkId, Arc<[Finding]>>,
    city: Arc<[Finding]>,
    register: Arc<[Finding]>,
    registered: Arc<[ProjectId]>,
    score: Score,
}

impl Judgement {
    /// Judges `plan` from scratch.
    pub fn of(scenario: &Scenario, plan: &PlanId) -> Self {
        let world = assume::world(scenario, plan);
        let facts = Facts::of(&world, plan);
        let register = Book::new(&world, &facts).register().into();
        let registered = rules::registered(&world).into();
        let parks: Vec<ParkId> = world.parks.iter().map(|park| park.id.clone()).collect();
        let mut judgement = Self {
            world,
            facts,
            findings: BTreeMap::new(),
            city: Arc::new([]),
            register,
            registered,
            score: Score::default(),
        };
        judgement.judge_again(parks.iter());
        judgement
    }

    /// Follows a change; only the parks that it touched are judged again.
    pub fn follow(&mut self, scenario: &Scenario, touched: &Touched) {
        let plan = self.facts.plan().clone();
        if touched.plans.contains(&plan) {
            *self = Self::of(scenario, &plan);
            return;
        }
        self.world = assume::world(scenario, &plan);
        self.facts.follow(&self.world, touched);
        self.judge_again(touched.parks.iter().filter(|(of, _)| *of == plan).map(|(_, park)| park));
    }

    fn judge_again<'a>(&mut self, parks: impl Iterator<Item = &'a ParkId>) {
        let book = Book::new(&self.world, &self.facts);
        for park in parks {
            if let Some(facts) = self.facts.park(park) {
                self.findings.insert(park.clone(), book.park(park, facts).into());
            }
        }
        let stands = |project: &ProjectId| self.facts.home(project).is_some();
        self.city = book.city(self.facts.leading(), &self.registered, &stands).into();
        self.score = Score::of_findings(self.findings()) + Score::of_unplaced(unplaced(&self.world, &self.facts));
    }

    /// The scenario as the plan takes it, assumptions and phases put in place: what the rules judge.
    pub fn world(&self) -> &Scenario {
        &self.world
    }

    /// Projects that the register counts as placed.
    pub fn registered(&self) -> &[ProjectId] {
        &self.registered
    }

    /// The findings about the city as a whole, in the order of the rules.
    pub fn of_city(&self) -> impl Iterator<Item = &Finding> {
        self.city.iter().chain(self.register.iter())
    }

    /// The findings about the city that placements and positions can change.
    pub(super) fn of_city_by_plan(&self) -> &[Finding] {
        &self.city
    }

    /// The findings that stand in the way of an approval, worst first: broken or unknown at level legal.
    pub fn obstacles(&self) -> Vec<&Finding> {
        self.notable().into_iter().filter(|finding| finding.bars_approval()).collect()
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

    /// All findings, park by park, then those about the city.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.values().flat_map(|findings| findings.iter()).chain(self.of_city())
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

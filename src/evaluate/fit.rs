//! How well do the placed projects fit? Their suitability scores, and what those put together bring each other.
//!
//! Scores are judged against the [`Ground`]; coupling covers the placed projects that are not pinned. Both are kept up to date
//! by every change: a placement costs its own score and the coupling of the parks that it touches.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    model::{
        id::{ParkId, ProjectId},
        project::Project,
        scenario::Scenario,
    },
    rules::facts::{Facts, ParkFacts},
    suitability::{
        coupling::{self, Numbers},
        ground::Ground,
        score,
    },
};

/// Scores and couplings of one plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    ground: Arc<Ground>,
    scores: Arc<BTreeMap<ProjectId, i64>>,
    couplings: Arc<BTreeMap<ParkId, i64>>,
    of_scores: i64,
    of_couplings: i64,
}

impl Fit {
    /// The fit of the plan of `facts`, from scratch.
    pub fn of(world: &Scenario, facts: &Facts) -> Self {
        Self::on(Arc::new(Ground::of(world, facts)), world, facts)
    }

    fn on(ground: Arc<Ground>, world: &Scenario, facts: &Facts) -> Self {
        let mut fit = Self { ground, scores: Arc::default(), couplings: Arc::default(), of_scores: 0, of_couplings: 0 };
        let homes = facts.homes().filter_map(|project| Some((project, facts.home(project)?.0)));
        let scores = homes.map(|(project, park)| (project.clone(), fit.score(world, project, park)));
        let scores: BTreeMap<ProjectId, i64> = scores.collect();
        let couplings: BTreeMap<ParkId, i64> =
            facts.parks().map(|(park, of_park)| (park.clone(), fit.coupling_of(park, of_park))).collect();
        fit.of_scores = scores.values().sum();
        fit.of_couplings = couplings.values().sum();
        fit.scores = Arc::new(scores);
        fit.couplings = Arc::new(couplings);
        fit
    }

    /// Follows a change that touched the ground of `parks`; `projects` moved. Where it is only what the parks stand for or
    /// have given away, no other score is made again.
    pub fn stand_on_new_ground(
        &mut self,
        world: &Scenario,
        facts: &Facts,
        projects: &BTreeSet<&ProjectId>,
        parks: &BTreeSet<&ParkId>,
    ) {
        let ground = Arc::new(Ground::of(world, facts));
        let Some(apart) = ground.parks_apart(&self.ground) else {
            *self = Self::on(ground, world, facts);
            return;
        };
        let touched: BTreeSet<&ParkId> = parks.iter().copied().chain(apart.iter().copied()).collect();
        let standing = apart.iter().filter_map(|park| facts.park(park)).flat_map(|it| it.placed.values());
        let again: BTreeSet<&ProjectId> =
            projects.iter().copied().chain(standing.map(|placed| &placed.project.id)).collect();
        self.ground = Arc::clone(&ground);
        self.follow(world, facts, &again, &touched);
    }

    /// Follows a change that left the ground as it was: `projects` moved, `parks` were touched.
    pub fn follow(
        &mut self,
        world: &Scenario,
        facts: &Facts,
        projects: &BTreeSet<&ProjectId>,
        parks: &BTreeSet<&ParkId>,
    ) {
        for project in projects {
            let now = facts.home(project).map(|(park, _)| self.score(world, project, park));
            let scores = Arc::make_mut(&mut self.scores);
            let before = match now {
                Some(score) => scores.insert((*project).clone(), score),
                None => scores.remove(*project),
            };
            self.of_scores += now.unwrap_or(0) - before.unwrap_or(0);
        }
        for park in parks {
            let Some(of_park) = facts.park(park) else { continue };
            let now = self.coupling_of(park, of_park);
            let before = Arc::make_mut(&mut self.couplings).insert((*park).clone(), now);
            self.of_couplings += now - before.unwrap_or(0);
        }
    }

    /// What scores are judged against.
    pub fn ground(&self) -> &Arc<Ground> {
        &self.ground
    }

    /// Scores and couplings together, in points.
    pub fn sum(&self) -> i64 {
        self.of_scores + self.of_couplings
    }

    /// The sum of the scores of placed projects.
    pub fn of_scores(&self) -> i64 {
        self.of_scores
    }

    /// The sum of the couplings of parks.
    pub fn of_couplings(&self) -> i64 {
        self.of_couplings
    }

    /// The score of a placed project where it stands.
    pub fn of_project(&self, project: &ProjectId) -> Option<i64> {
        self.scores.get(project).copied()
    }

    /// The coupling in `park`.
    pub fn of_park(&self, park: &ParkId) -> i64 {
        self.couplings.get(park).copied().unwrap_or(0)
    }

    /// The change of the fit by `moves`, each project and where it goes; `after` are the totals of the touched parks.
    pub fn change<'a>(
        &self,
        moves: impl IntoIterator<Item = (&'a Arc<Project>, Option<&'a ParkId>)>,
        after: &BTreeMap<ParkId, ParkFacts>,
    ) -> i64 {
        let mut change = 0;
        for (project, to) in moves {
            let there = to.and_then(|park| score::of(&self.ground, project, park)).map_or(0, |it| it.score);
            change += there - self.of_project(&project.id).unwrap_or(0);
        }
        for (park, of_park) in after {
            change += self.coupling_of(park, of_park) - self.of_park(park);
        }
        change
    }

    /// What `project` brings to the coupling in the park of `facts`, whether it stands there or not.
    pub fn coupling_with(&self, project: &Project, park: &ParkId, facts: &ParkFacts) -> i64 {
        self.coupling_with_all([project], park, facts)
    }

    /// What `projects` bring together to the coupling in the park of `facts`, whether they stand there or not.
    pub fn coupling_with_all<'a>(
        &self,
        projects: impl IntoIterator<Item = &'a Project>,
        park: &ParkId,
        facts: &ParkFacts,
    ) -> i64 {
        let brought: Vec<&Project> = projects.into_iter().filter(|it| !self.ground.counts(&it.id)).collect();
        let mut numbers = self.numbers(facts, &brought);
        let without = coupling::of(&self.ground, park, &numbers);
        for trade in brought.iter().filter_map(|it| self.ground.number(&it.industry)) {
            *numbers.entry(trade).or_default() += 1;
        }
        coupling::of(&self.ground, park, &numbers) - without
    }

    fn score(&self, world: &Scenario, project: &ProjectId, park: &ParkId) -> i64 {
        let project = world.projects.get(project);
        project.and_then(|project| score::of(&self.ground, project, park)).map_or(0, |it| it.score)
    }

    fn coupling_of(&self, park: &ParkId, facts: &ParkFacts) -> i64 {
        coupling::of(&self.ground, park, &self.numbers(facts, &[]))
    }

    /// Numbers of the projects in a park that are not pinned, by sub-sector, without those of `except`.
    fn numbers(&self, facts: &ParkFacts, except: &[&Project]) -> Numbers {
        let mut numbers = Numbers::new();
        for placed in facts.placed.values() {
            let id = &placed.project.id;
            if except.iter().all(|it| it.id != *id)
                && !self.ground.counts(id)
                && let Some(trade) = self.ground.number(&placed.project.industry)
            {
                *numbers.entry(trade).or_default() += 1;
            }
        }
        numbers
    }
}

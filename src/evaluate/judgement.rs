//! What do the rules find in a plan? Facts and findings of every park, kept up to date by every change.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};

use super::{
    fit::Fit,
    score::{Score, set_aside},
};
use crate::{
    model::{
        assume,
        edit::Touched,
        id::{ParkId, PlanId, ProjectId},
        policy::Level,
        scenario::Scenario,
    },
    rules::{
        self, Book, Parks, Standing,
        facts::{CityTotals, Facts, ParkFacts},
        finding::{Finding, FindingKey, State, Urgency},
    },
};

/// Place of a finding among those that a planner should look at: worst first, then in the order of the rules.
type Rank = (Urgency, State, Level, FindingKey);

/// Facts and findings of one plan. A change costs what it touches; sums and lists over all parks are kept, not made again.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    world: Scenario,
    facts: Facts,
    fit: Fit,
    findings: BTreeMap<ParkId, Arc<[Finding]>>,
    city: Arc<[Finding]>,
    pools: Arc<[Finding]>,
    totals: CityTotals,
    register: Arc<[Finding]>,
    registered: Arc<BTreeSet<ProjectId>>,
    /// Projects that do not count as unplaced.
    set_aside: Arc<BTreeSet<ProjectId>>,
    /// Number of the others that stand nowhere.
    unplaced: usize,
    /// Score of all findings.
    sum: Score,
    /// Number of findings in each state of [`State::ALL`].
    counts: [usize; State::ALL.len()],
    /// What a planner should look at, each with its number among the findings of its park or of the city.
    notable: Vec<(Rank, usize)>,
}

impl Judgement {
    /// Judges `plan` from scratch.
    pub fn of(scenario: &Scenario, plan: &PlanId) -> Self {
        let world = assume::world(scenario, plan);
        let facts = Facts::of(&world, plan);
        let book = Book::new(&world, &facts);
        let registered: BTreeSet<ProjectId> = rules::registered(&world);
        let set_aside = set_aside(&world);
        let waits = |id: &ProjectId| facts.home(id).is_none() && !set_aside.contains(id);
        let totals = facts.city();
        let register = book.register();
        let (city, pools) =
            with_standing(&facts, &registered, totals, |standing| (book.city(standing), book.pools(standing)));
        let findings = facts.parks().map(|(park, facts)| (park.clone(), book.park(park, facts).into())).collect();
        drop(book);
        let mut judgement = Self {
            findings,
            unplaced: world.projects.iter().filter(|project| waits(&project.id)).count(),
            city: city.into(),
            pools: pools.into(),
            totals,
            register: register.into(),
            registered: Arc::new(registered),
            set_aside: Arc::new(set_aside),
            sum: Score::default(),
            counts: [0; State::ALL.len()],
            notable: Vec::new(),
            fit: Fit::of(&world, &facts),
            world,
            facts,
        };
        judgement.sum = Score::of_findings(judgement.findings());
        let mut counts = judgement.counts;
        judgement.findings().for_each(|finding| tally(&mut counts, finding, true));
        judgement.counts = counts;
        let of_parks = judgement.findings.values().flat_map(|findings| ranked(findings, 0));
        judgement.notable = of_parks.chain(judgement.ranked_city()).collect();
        judgement.notable.sort_unstable();
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
        let projects: BTreeSet<&ProjectId> =
            touched.projects.iter().filter(|(of, _)| *of == plan).map(|(_, project)| project).collect();
        let waited = self.waiting(&projects);
        let leading = Arc::clone(self.facts.leading());
        let parks: BTreeSet<&ParkId> =
            touched.parks.iter().filter(|(of, _)| *of == plan).map(|(_, park)| park).collect();
        let before: Vec<Arc<ParkFacts>> = parks.iter().filter_map(|park| self.facts.shared(park).cloned()).collect();
        self.facts.follow(&self.world, touched);
        let after = parks.iter().filter_map(|park| self.facts.park(park));
        let is_ground_touched = before.iter().zip(after).any(|(before, after)| before.differs_but_in_placements(after));
        if is_ground_touched {
            self.fit.stand_on_new_ground(&self.world, &self.facts, &projects, &parks);
        } else {
            self.fit.follow(&self.world, &self.facts, &projects, &parks);
        }
        self.unplaced = (self.unplaced + self.waiting(&projects)).saturating_sub(waited);
        self.totals = self.facts.city();
        let is_city_touched = !Arc::ptr_eq(self.facts.leading(), &leading)
            || projects.iter().any(|project| rules::concerns_city(&self.registered, project));
        self.judge_again(&parks, is_city_touched);
    }

    /// Number of `projects` that stand nowhere and count.
    fn waiting(&self, projects: &BTreeSet<&ProjectId>) -> usize {
        projects.iter().filter(|id| self.is_awaited(id) && self.facts.home(id).is_none()).count()
    }

    fn judge_again(&mut self, parks: &BTreeSet<&ParkId>, is_city_touched: bool) {
        let book = Book::new(&self.world, &self.facts);
        let mut fresh: Vec<(ParkId, Arc<[Finding]>)> = Vec::new();
        for park in parks {
            if let Some(facts) = self.facts.park(park) {
                fresh.push(((*park).clone(), book.park(park, facts).into()));
            }
        }
        let (pools, city): (Arc<[Finding]>, Option<Arc<[Finding]>>) =
            with_standing(&self.facts, &self.registered, self.totals, |standing| {
                (book.pools(standing).into(), is_city_touched.then(|| book.city(standing).into()))
            });
        drop(book);
        // The findings about the city are numbered through, and so are listed again when one kind of them changes.
        let is_list_touched = city.is_some() || *pools != *self.pools;
        let is_judged_again = |park: Option<&ParkId>| park.map_or(is_list_touched, |park| parks.contains(park));
        self.notable.retain(|((.., (_, _, park, _)), _)| !is_judged_again(park.as_ref()));
        let mut notable = Vec::new();
        for (park, findings) in fresh {
            notable.extend(ranked(&findings, 0));
            let before = self.findings.insert(park, Arc::clone(&findings)).unwrap_or_default();
            self.replace(&before, &findings);
        }
        if let Some(city) = city {
            let before = std::mem::replace(&mut self.city, Arc::clone(&city));
            self.replace(&before, &city);
        }
        let before = std::mem::replace(&mut self.pools, Arc::clone(&pools));
        self.replace(&before, &pools);
        if is_list_touched {
            notable.extend(self.ranked_city());
        }
        // Two sorted runs: the stable sort merges them.
        notable.sort_unstable();
        self.notable.append(&mut notable);
        self.notable.sort();
    }

    /// Takes `before` out of the sums and puts `after` in.
    fn replace(&mut self, before: &[Finding], after: &[Finding]) {
        self.sum = self.sum - Score::of_findings(before) + Score::of_findings(after);
        for finding in before {
            tally(&mut self.counts, finding, false);
        }
        for finding in after {
            tally(&mut self.counts, finding, true);
        }
    }

    /// What a planner should look at among the findings of the city; those of its pools and of the register are numbered on.
    fn ranked_city(&self) -> impl Iterator<Item = (Rank, usize)> {
        let pools = ranked(&self.pools, self.city.len());
        ranked(&self.city, 0).chain(pools).chain(ranked(&self.register, self.city.len() + self.pools.len()))
    }

    /// The scenario as the plan takes it, assumptions and phases put in place: what the rules judge.
    pub fn world(&self) -> &Scenario {
        &self.world
    }

    /// Projects that the register counts as placed.
    pub fn registered(&self) -> &BTreeSet<ProjectId> {
        &self.registered
    }

    /// The findings about the city as a whole, in the order of the rules.
    pub fn of_city(&self) -> impl Iterator<Item = &Finding> {
        self.of_city_by_plan().chain(self.register.iter())
    }

    /// The findings about the city that placements and positions can change.
    pub fn of_city_by_plan(&self) -> impl Iterator<Item = &Finding> {
        self.city.iter().chain(self.pools.iter())
    }

    /// The findings about the pools of the city: every placement can change them.
    pub fn of_pools(&self) -> &[Finding] {
        &self.pools
    }

    /// What the rules find about the register, the opinions and the grants.
    pub fn of_register(&self) -> &[Finding] {
        &self.register
    }

    /// What all parks together draw from the pools of the city.
    pub fn totals(&self) -> CityTotals {
        self.totals
    }

    /// The findings that stand in the way of an approval, worst first: broken or unknown at level legal.
    pub fn obstacles(&self) -> Vec<&Finding> {
        self.notable().into_iter().filter(|finding| finding.bars_approval()).collect()
    }

    /// Tells whether `project` counts as unplaced where it stands nowhere.
    pub fn is_awaited(&self, project: &ProjectId) -> bool {
        self.world.projects.contains(project) && !self.set_aside.contains(project)
    }

    /// The plan that is judged.
    pub fn plan(&self) -> &PlanId {
        self.facts.plan()
    }

    /// The totals.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// How well the placed projects suit their parks.
    pub fn fit(&self) -> &Fit {
        &self.fit
    }

    /// The score.
    pub fn score(&self) -> Score {
        self.sum + Score::of_unplaced(self.unplaced) + Score { fit: self.fit.sum(), ..Score::default() }
    }

    /// The findings about `park`, in the order of the rules.
    pub fn of_park(&self, park: &ParkId) -> &[Finding] {
        self.findings.get(park).map_or(&[], AsRef::as_ref)
    }

    /// All findings, park by park, then those about the city.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.values().flat_map(|findings| findings.iter()).chain(self.of_city())
    }

    /// Findings that a planner should look at: what bars an approval first, data that policy lacks last, each worst first.
    pub fn notable(&self) -> Vec<&Finding> {
        self.notable_in(0..self.notable.len()).collect()
    }

    /// Number of findings that a planner should look at.
    pub fn notable_count(&self) -> usize {
        self.notable.len()
    }

    /// Part of the findings that a planner should look at; costs that part only.
    pub fn notable_in(&self, range: Range<usize>) -> impl Iterator<Item = &Finding> {
        let part = self.notable.get(range).unwrap_or_default();
        part.iter().filter_map(|((.., (_, _, park, _)), at)| match park {
            Some(park) => self.of_park(park).get(*at),
            None => self.of_city().nth(*at),
        })
    }

    /// The finding of this key.
    pub fn finding(&self, key: &FindingKey) -> Option<&Finding> {
        let is_meant = |finding: &&Finding| finding.key() == *key;
        match &key.2 {
            Some(park) => self.of_park(park).iter().find(is_meant),
            None => self.of_city().find(is_meant),
        }
    }

    /// Number of findings in `state`.
    pub fn count(&self, state: State) -> usize {
        State::ALL.iter().zip(self.counts).find(|(it, _)| **it == state).map_or(0, |(_, count)| count)
    }
}

/// Hands what the rules about the city read of a plan as it stands to `judge`.
fn with_standing<R>(
    facts: &Facts,
    registered: &BTreeSet<ProjectId>,
    totals: CityTotals,
    judge: impl FnOnce(&Standing<'_>) -> R,
) -> R {
    let stands = |id: &ProjectId| facts.home(id).is_some();
    let parks = Parks { facts: Some(facts), changed: None };
    judge(&Standing { leading: facts.leading(), registered, totals, parks, stands: &stands })
}

/// The notable ones of `findings`, which are numbered from `first` on.
fn ranked(findings: &[Finding], first: usize) -> impl Iterator<Item = (Rank, usize)> {
    let notable = (first..).zip(findings).filter(|(_, finding)| finding.state.is_notable());
    notable.map(|(at, finding)| ((finding.urgency(), finding.state, finding.level, finding.key()), at))
}

fn tally(counts: &mut [usize; State::ALL.len()], finding: &Finding, is_added: bool) {
    let of_state = State::ALL.iter().zip(counts).filter(|(it, _)| **it == finding.state);
    of_state.for_each(|(_, count)| *count = if is_added { count.saturating_add(1) } else { count.saturating_sub(1) });
}

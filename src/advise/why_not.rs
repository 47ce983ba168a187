//! Why does this park not stand first? The findings that bind or the terms that outrank, none of them superfluous, and the
//! cheapest single change that would put it first.
//!
//! A certificate makes a claim that [`holds`] checks against a ranking. *Findings*: the park's verdict is worse than the
//! first one's, each of these findings alone would make it so, and without them it would not be. *Terms* (verdicts alike):
//! even if the two were level in every other criterion in which the first leads, the park would be behind by these leads
//! alone. Leads are taken largest first until they exceed everything in which the park is better, so that no smaller set
//! will do. A tie is told as a tie.

use std::sync::Arc;

use super::{
    change::{self, Change, Kind, Trial},
    ranking::{self, Ranked},
};
use crate::{
    evaluate::{judgement::Judgement, verdict::Verdict},
    model::{
        edit::Edit,
        id::{ParkId, PlanId, ProjectId, RecordId},
        plan::{Plan, PlanStatus, Premises},
        policy::SiteFactor,
        project::Project,
        quantity::{Factor, Mu},
        scenario::Scenario,
        weights::{own_weights_of, weights_of},
    },
    rules::{
        capacity,
        facts::{ParkFacts, Placed},
        finding::Finding,
    },
    suitability::{
        Basis, Criterion, Gap, Measure,
        score::{self, Part},
        weights::Weights,
    },
};

/// A lead in one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The criterion; `None` is the coupling with what stands in the park.
    pub criterion: Option<Criterion>,
    /// Points of the first park less those of this one.
    pub points: i64,
    /// Whether one of the two parks lacks the figure: its known part then counts for the whole, and this is no loss by merit.
    pub is_unknown: bool,
}

/// What keeps a park from the first place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// Nothing: verdict and total are those of the first park, and the city's list says which of them is named first.
    Tied,
    /// These findings, worst first.
    Findings(Vec<Finding>),
    /// These leads of the first park, largest first.
    Terms(Vec<Term>),
}

/// Why a park does not stand first for a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The project.
    pub project: ProjectId,
    /// The park.
    pub park: ParkId,
    /// The park that stands first.
    pub first: ParkId,
    /// Total of the first park less that of this one, in points; below 0 where only the verdict is worse.
    pub gap: i64,
    /// What keeps the park from the first place.
    pub claim: Claim,
    /// All differences of points, adding up to the gap.
    pub differences: Vec<Term>,
    /// Single changes that put it first, the cheapest of each kind, cheapest kind first; empty where none does.
    pub changes: Vec<Change>,
    /// Where findings bind and no single change puts it first: the cheapest one after which its verdict is as good as that of
    /// the first park.
    pub eased: Option<Change>,
}

impl Certificate {
    /// The largest losses that together make up the gap: level in these, the park would not be behind.
    pub fn losses(&self) -> Vec<Term> {
        let mut losses: Vec<Term> = self.differences.iter().filter(|term| term.points > 0).copied().collect();
        losses.sort_by_key(|term| (std::cmp::Reverse(term.points), term.criterion));
        let mut sum = 0;
        losses.retain(|term| {
            let is_needed = sum < self.gap;
            sum += term.points;
            is_needed
        });
        losses
    }
}

/// Why `park` does not stand first for `project`; `None` where it does, or where one of the two does not exist.
pub fn of(scenario: &Scenario, judgement: &Judgement, project: &ProjectId, park: &ParkId) -> Option<Certificate> {
    let project = judgement.world().projects.get(project)?;
    let draft;
    let scenario = if scenario.may_change(judgement.plan()) {
        scenario
    } else {
        draft = as_draft(scenario, judgement.plan());
        &draft
    };
    let ranking = ranking::of(judgement, project);
    let (first, other) = (ranking.first()?, ranking.iter().skip(1).find(|it| it.park == *park)?);
    let search = Search { scenario, judgement, project, ranking: &ranking, other, goal: Goal::First };
    let changes: Vec<Change> = Kind::ALL.into_iter().filter_map(|kind| search.cheapest(kind)).collect();
    let is_bound = other.judged.verdict > first.judged.verdict && changes.is_empty();
    let search = Search { goal: Goal::Alike, ..search };
    Some(Certificate {
        project: project.id.clone(),
        park: park.clone(),
        first: first.park.clone(),
        gap: first.total() - other.total(),
        claim: claim(first, other),
        differences: terms(first, other),
        changes,
        eased: Kind::ALL.into_iter().filter(|_| is_bound).find_map(|kind| search.cheapest(kind)),
    })
}

/// The scenario with `plan` as a draft: what would help is told of an approved plan as well.
fn as_draft(scenario: &Scenario, plan: &PlanId) -> Scenario {
    let mut scenario = scenario.clone();
    if let Some(plan) = scenario.plans.get(plan) {
        let draft = Plan { status: PlanStatus::Draft, ..plan.as_ref().clone() };
        scenario.plans.insert(draft);
    }
    scenario
}

fn claim(first: &Ranked, other: &Ranked) -> Claim {
    if other.judged.verdict > first.judged.verdict {
        let weigh = |it: &&Finding| verdict_of([*it]) > first.judged.verdict;
        return Claim::Findings(against(other).filter(weigh).cloned().collect());
    }
    let terms = terms(first, other);
    let better: i64 = terms.iter().map(|term| term.points.min(0)).sum();
    let mut leads: Vec<Term> = terms.into_iter().filter(|term| term.points > 0).collect();
    leads.sort_by_key(|term| (std::cmp::Reverse(term.points), term.criterion));
    let mut sum = better;
    let mut outranking = Vec::new();
    for lead in leads {
        if sum > 0 {
            break;
        }
        sum += lead.points;
        outranking.push(lead);
    }
    if sum > 0 { Claim::Terms(outranking) } else { Claim::Tied }
}

/// The findings that stand against a park.
fn against(it: &Ranked) -> impl Iterator<Item = &Finding> {
    it.judged.vetoes.iter().chain(&it.judged.conditions)
}

/// The verdict that `findings` alone would make.
fn verdict_of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Verdict {
    let of_one = |it: &Finding| match (it.blocks(), it.bars_approval()) {
        (true, _) => Verdict::Vetoed,
        (false, true) => Verdict::Conditional,
        (false, false) => Verdict::Recommended,
    };
    findings.into_iter().map(of_one).max().unwrap_or(Verdict::Recommended)
}

/// By how much `first` leads in each criterion and in coupling; adds up to the difference of the totals.
pub fn terms(first: &Ranked, other: &Ranked) -> Vec<Term> {
    let points = |it: &Ranked, criterion: Criterion| {
        it.suitability.parts.iter().find(|part| part.criterion == criterion).and_then(|part| part.points)
    };
    let of_criteria = Criterion::ALL.into_iter().map(|criterion| {
        let (of_first, of_other) = (points(first, criterion), points(other, criterion));
        Term {
            criterion: Some(criterion),
            points: of_first.unwrap_or(0) - of_other.unwrap_or(0),
            is_unknown: of_first.is_some() != of_other.is_some(),
        }
    });
    let of_coupling = Term { criterion: None, points: first.coupling - other.coupling, is_unknown: false };
    of_criteria.chain([of_coupling]).collect()
}

/// Tells whether the claim of `certificate` is true of `ranking`.
pub fn holds(ranking: &[Ranked], certificate: &Certificate) -> bool {
    let (Some(first), Some(other)) = (ranking.first(), ranking.iter().skip(1).find(|it| it.park == certificate.park))
    else {
        return false;
    };
    if first.park != certificate.first
        || terms(first, other) != certificate.differences
        || first.total() - other.total() != certificate.gap
    {
        return false;
    }
    let is_alike = first.judged.verdict == other.judged.verdict;
    match &certificate.claim {
        Claim::Tied => is_alike && certificate.gap == 0,
        Claim::Findings(listed) => {
            let best = first.judged.verdict;
            let rest = against(other).filter(|it| !listed.contains(it));
            !listed.is_empty()
                && listed.iter().all(|it| against(other).any(|own| own == it) && verdict_of([it]) > best)
                && verdict_of(rest) <= best
        }
        Claim::Terms(listed) => {
            let all = terms(first, other);
            let better: i64 = all.iter().map(|term| term.points.min(0)).sum();
            let leads: i64 = listed.iter().map(|term| term.points).sum();
            is_alike && listed.iter().all(|it| it.points > 0 && all.contains(it)) && leads + better > 0
        }
    }
}

/// No park may take a project: what vetoes it where, and the cheapest single change that lets one of them take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// The vetoes by park, in the order of the ranking.
    pub parks: Vec<(ParkId, Vec<Finding>)>,
    /// The park that the cheapest change opens, and the change; `None` where no single change opens any.
    pub relaxation: Option<(ParkId, Change)>,
}

/// Why no park may take `project`; `None` where one may.
pub fn closed(scenario: &Scenario, judgement: &Judgement, project: &ProjectId) -> Option<Closed> {
    let project = judgement.world().projects.get(project)?;
    let ranking = ranking::of(judgement, project);
    if ranking.is_empty() || ranking.iter().any(|it| it.judged.verdict != Verdict::Vetoed) {
        return None;
    }
    let search = |other| Search { scenario, judgement, project, ranking: &ranking, other, goal: Goal::Allowed };
    // The fewer vetoes, the more likely a single change will do.
    let mut order: Vec<&Ranked> = ranking.iter().collect();
    order.sort_by_key(|it| it.judged.vetoes.len());
    let relaxation = Kind::ALL
        .into_iter()
        .find_map(|kind| order.iter().find_map(|other| Some((other.park.clone(), search(other).cheapest(kind)?))));
    let parks = ranking.iter().map(|it| (it.park.clone(), it.judged.vetoes.clone())).collect();
    Some(Closed { parks, relaxation })
}

/// What a change must bring about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Goal {
    /// The park stands first.
    First,
    /// The verdict on the park is that on the first one.
    Alike,
    /// The park may take the project.
    Allowed,
}

/// The search for changes that help one park.
struct Search<'a> {
    scenario: &'a Scenario,
    judgement: &'a Judgement,
    project: &'a Arc<Project>,
    ranking: &'a [Ranked],
    other: &'a Ranked,
    goal: Goal,
}

/// How many parks are tried for a project that makes way.
const REFUGES: usize = 3;
/// How many projects are tried that would come from elsewhere.
const COMERS: usize = 40;

impl Search<'_> {
    /// The first change of this kind that was tried and helps.
    fn cheapest(&self, kind: Kind) -> Option<Change> {
        let edit = match kind {
            Kind::Waiver => {
                let waivers = against(self.other).filter_map(|it| change::waiver(self.judgement, it));
                self.first_that_helps(waivers)
            }
            Kind::Position => {
                let (park, industry) = (&self.other.park, &self.project.industry);
                self.first_that_helps(change::positions(self.judgement, park, industry))
            }
            Kind::Datum => {
                let of_findings = against(self.other).flat_map(|it| change::data(self.judgement, it));
                let edits = of_findings.filter(|edit| !self.is_need(edit)).chain(self.data_of_terms());
                self.first_that_helps(edits.collect::<Vec<_>>())
            }
            Kind::Move => self.moves(),
            Kind::Weight => self.weight(),
        };
        edit.map(|edit| Change { kind, edit })
    }

    fn first_that_helps(&self, edits: impl IntoIterator<Item = Edit>) -> Option<Edit> {
        edits.into_iter().find(|edit| self.helps(edit))
    }

    /// Tells whether the goal is reached after `edit`, and nothing else bars an approval that did not.
    fn helps(&self, edit: &Edit) -> bool {
        let Some(trial) = Trial::of(self.scenario, self.judgement, edit) else { return false };
        // Most changes leave the first park before this one: that is seen without asking all the others.
        let rival = self.ranking.first().map(|first| &first.park).filter(|park| **park != self.other.park);
        let parks: Vec<&ParkId> = std::iter::once(&self.other.park).chain(rival).collect();
        let pair = ranking::some(&trial.judgement, self.project, &parks);
        let (Some(own), rival) = (pair.first(), pair.get(1)) else { return false };
        let is_hopeless = match self.goal {
            Goal::First => rival.is_some_and(|rival| rival.order() < own.order()),
            Goal::Alike => rival.is_some_and(|rival| rival.judged.verdict < own.judged.verdict),
            Goal::Allowed => own.judged.verdict == Verdict::Vetoed,
        };
        if is_hopeless {
            return false;
        }
        let ranking = ranking::of(&trial.judgement, self.project);
        let is_reached = match self.goal {
            Goal::First => ranking.first().is_some_and(|first| first.park == self.other.park),
            Goal::Alike => {
                let best = ranking.first().map(|first| first.judged.verdict);
                ranking.iter().any(|it| it.park == self.other.park && Some(it.judged.verdict) == best)
            }
            Goal::Allowed => {
                ranking.iter().any(|it| it.park == self.other.park && it.judged.verdict != Verdict::Vetoed)
            }
        };
        is_reached && trial.is_harmless(self.judgement)
    }

    /// Whether an edit assumes how much of a factor the project needs: that would hold for all parks alike.
    fn is_need(&self, edit: &Edit) -> bool {
        let record = format!("projects/{}/", self.project.id);
        let field = if let Edit::Assume(it) = edit { it.path.strip_prefix(&record) } else { None };
        field.is_some_and(|field| change::NEEDS.contains(&field))
    }

    /// Whether points decide: both parks have one verdict, and may take the project.
    fn leads_by_terms(&self) -> bool {
        let verdict = self.ranking.first().map(|first| first.judged.verdict);
        self.goal == Goal::First && verdict == Some(self.other.judged.verdict) && verdict != Some(Verdict::Vetoed)
    }

    /// Data of the park on which criteria rest: facilities asked for, the tightest factor, the way to the network.
    fn data_of_terms(&self) -> Vec<Edit> {
        if !self.leads_by_terms() {
            return Vec::new();
        }
        let (judgement, park) = (self.judgement, &self.other.park);
        let mut edits = Vec::new();
        for Part { criterion, measure, .. } in &self.other.suitability.parts {
            match (criterion, measure) {
                (Criterion::SupportingFunctions, Measure::Value(..) | Measure::Gap(Gap::Park)) => {
                    edits.push(change::facilities(judgement, park, &self.project.facilities));
                }
                (Criterion::Headroom, Measure::Value(_, Basis::Headroom { factor, left })) => {
                    edits.extend(self.roomier(*factor, *left));
                }
                (Criterion::Headroom, Measure::Gap(Gap::Park)) => edits.extend(self.unknown_capacities()),
                (Criterion::ThresholdMargin, Measure::Gap(Gap::Park)) => {
                    edits.push(change::of_park(judgement, park, "threshold_factor", "1".to_owned()));
                }
                (Criterion::Transport, Measure::Value(..) | Measure::Gap(Gap::Park)) => {
                    let (_, full) = judgement.fit().ground().anchors().ends(Criterion::Transport);
                    edits.push(change::of_park(judgement, park, "access_time", format!("{full:.0}")));
                }
                (_, Measure::Value(..) | Measure::Gap(_)) => {}
            }
        }
        edits
    }

    /// The park with so much of a factor that the criterion of headroom is met in full.
    fn roomier(&self, factor: Option<SiteFactor>, left: f64) -> Option<Edit> {
        let record = self.judgement.world().parks.get(&self.other.park)?;
        let (_, full) = self.judgement.fit().ground().anchors().ends(Criterion::Headroom);
        let capacity = match factor {
            None => record.capacities.net_land.map(Mu::steps),
            Some(factor) => capacity::spare(&record.capacities, factor),
        };
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            reason = "capacities are far below 2^53"
        )]
        let enough = capacity.map(|capacity| (capacity as f64 * (1.0 - left) / (1.0 - full)).ceil() as i64);
        enough.filter(|_| left < full && full < 1.0).map(|enough| self.capacity(factor, enough))
    }

    fn capacity(&self, factor: Option<SiteFactor>, steps: i64) -> Edit {
        let (field, value) = match factor {
            None => ("capacities.net_land", Mu::from_steps(steps).plain()),
            Some(factor) => (capacity::field(factor), change::amount(factor, steps)),
        };
        change::of_park(self.judgement, &self.other.park, field, value)
    }

    /// Twice what the project needs of each factor that the park does not state.
    fn unknown_capacities(&self) -> Vec<Edit> {
        let Some(record) = self.judgement.world().parks.get(&self.other.park) else { return Vec::new() };
        let premises = self.judgement.world().usual_premises(self.project);
        let placed = Placed { project: Arc::clone(self.project), premises };
        let land = record.capacities.net_land.is_none().then_some(self.project.land).flatten();
        let land = land.filter(|_| premises == Premises::OwnLand).map(|land| (None, land.steps()));
        let factors = SiteFactor::ALL.into_iter().filter(|it| capacity::spare(&record.capacities, *it).is_none());
        let needs = factors.filter_map(|it| Some((Some(it), self.judgement.facts().basis().demand(&placed, it)?)));
        let needs = land.into_iter().chain(needs).filter(|(_, need)| *need > 0);
        needs.map(|(factor, need)| self.capacity(factor, need.saturating_mul(2))).collect()
    }

    /// Another project that makes way, or that comes: to a park that takes it, else back to the queue.
    fn moves(&self) -> Option<Edit> {
        let facts = self.judgement.facts();
        let placed = |park: &ParkId| {
            let here = facts.park(park).into_iter().flat_map(ParkFacts::newest_first);
            here.filter(|it| it.id != self.project.id && self.may_go(&it.id)).cloned().collect::<Vec<_>>()
        };
        let here = placed(&self.other.park);
        let first = self.ranking.first()?;
        if !self.leads_by_terms() {
            return here.iter().find_map(|it| self.sent_away(it));
        }
        let leaves = |it: &Arc<Project>| self.closes_gap(first, it, None).then(|| self.sent_away(it)).flatten();
        here.iter().chain(&placed(&first.park)).find_map(leaves).or_else(|| {
            let homes = facts.homes().filter(|id| self.may_go(id) && **id != self.project.id);
            let others = homes.filter_map(|id| self.judgement.world().projects.get(id));
            let comes = |it: &&Arc<Project>| self.closes_gap(first, it, Some(&self.other.park));
            let edits = others.filter(comes).take(COMERS).map(|it| self.place(&it.id, &self.other.park));
            self.first_that_helps(edits.collect::<Vec<_>>())
        })
    }

    fn may_go(&self, project: &ProjectId) -> bool {
        self.scenario.pin(self.judgement.plan(), project).is_none()
    }

    fn place(&self, project: &ProjectId, park: &ParkId) -> Edit {
        let plan = self.judgement.plan().clone();
        Edit::Place { plan, project: project.clone(), park: park.clone(), premises: None }
    }

    /// `project` gone from where it stands, if that helps: to one of the best parks for it, else to the queue.
    fn sent_away(&self, project: &Arc<Project>) -> Option<Edit> {
        let unplace = Edit::Unplace { plan: self.judgement.plan().clone(), project: project.id.clone() };
        if !self.helps(&unplace) {
            return None;
        }
        let parks = change::elsewhere(self.judgement, project).into_iter().filter(|it| *it != self.other.park);
        let places = parks.take(REFUGES).map(|park| self.place(&project.id, &park));
        self.first_that_helps(places.collect::<Vec<_>>()).or(Some(unplace))
    }

    /// Whether the coupling alone would close the gap if `moved` went to `to`: scores do not change by a move.
    fn closes_gap(&self, first: &Ranked, moved: &Arc<Project>, to: Option<&ParkId>) -> bool {
        let world = self.judgement.world();
        let to = to.map(|park| (park, world.usual_premises(moved)));
        let after = self.judgement.facts().after_move(world, moved, to);
        let total = |it: &Ranked| {
            let coupling =
                after.get(&it.park).map(|facts| self.judgement.fit().coupling_with(self.project, &it.park, facts));
            it.suitability.score + coupling.unwrap_or(it.coupling)
        };
        self.leads(total(self.other), total(first), &first.park)
    }

    /// Whether the park stands before `rival` of the same verdict with these totals; of equals the city's list says it.
    fn leads(&self, own: i64, of_rival: i64, rival: &ParkId) -> bool {
        let is_listed_first = || {
            let parks = self.judgement.world().parks_in_order();
            let met = parks.iter().find(|it| it.id == self.other.park || it.id == *rival);
            met.is_some_and(|it| it.id == self.other.park)
        };
        own > of_rival || (own == of_rival && is_listed_first())
    }

    /// The nearest weight of one criterion, in hundredths of all from the present one, with which the park stands first.
    fn weight(&self) -> Option<Edit> {
        if !self.leads_by_terms() {
            return None;
        }
        let (world, plan) = (self.judgement.world(), self.judgement.plan());
        let weights = weights_of(world, plan);
        let known = || weights.iter().filter_map(|(id, weight)| Some((Criterion::of_id(id.as_str())?, id, *weight)));
        let mut points = [0.0; Criterion::ALL.len()];
        for (criterion, _, weight) in known() {
            if let Some(slot) = points.get_mut(criterion.place()) {
                *slot = weight.to_f64();
            }
        }
        let sum: i64 = weights.iter().map(|(_, weight)| weight.steps()).sum();
        let point = (sum / 100).max(1);
        for distance in 1..=MOST_POINTS {
            for (criterion, id, weight) in known() {
                for steps in [weight.steps() - distance * point, weight.steps() + distance * point] {
                    let is_last = steps < 0 && steps > -point;
                    let to = Factor::from_steps(steps.max(0));
                    // One criterion that outweighs all others together is no advice.
                    let is_too_much = steps > sum - weight.steps();
                    let is_none = (steps < 0 && !is_last) || to == weight;
                    if is_none || is_too_much || !self.leads_with(points, criterion, to) {
                        continue;
                    }
                    let edit = self.weigh(id, to);
                    if self.helps(&edit) {
                        return Some(edit);
                    }
                }
            }
        }
        None
    }

    /// Whether the park would lead those of its verdict if `criterion` weighed `to`.
    fn leads_with(&self, mut points: [f64; Criterion::ALL.len()], criterion: Criterion, to: Factor) -> bool {
        if let Some(slot) = points.get_mut(criterion.place()) {
            *slot = to.to_f64();
        }
        let weights = Weights::of_points(points);
        let total = |it: &Ranked| {
            let parts = it.suitability.parts.iter();
            let parts = parts.map(|part| (part.criterion, weights.share(part.criterion), part.measure.clone()));
            score::weigh(parts.collect()).score + it.coupling
        };
        let own = total(self.other);
        let rivals = self.ranking.iter().filter(|it| it.judged.verdict == self.other.judged.verdict);
        let mut rivals = rivals.filter(|it| it.park != self.other.park);
        rivals.all(|rival| self.leads(own, total(rival), &rival.park))
    }

    /// The plan's own weights, with `criterion` at `to`.
    fn weigh(&self, criterion: &RecordId, to: Factor) -> Edit {
        let (world, plan) = (self.judgement.world(), self.judgement.plan());
        let own = own_weights_of(world, plan).filter(|it| it.criterion != *criterion);
        let mut weights: Vec<(RecordId, Factor)> = vec![(criterion.clone(), to)];
        weights.extend(own.map(|it| (it.criterion.clone(), it.weight)));
        Edit::SetWeights { plan: plan.clone(), weights }
    }
}

/// Most hundredths of all weights by which one is moved.
const MOST_POINTS: i64 = 100;

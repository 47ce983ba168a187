//! How do the parks fare by an indicator pack (园区评价)? The scorecards of one year: readings, pillars, index, bonus, grade,
//! rank with its range, trend, what would gain most, what is missing.
//!
//! `total = min(100, geometric mean of the pillars + bonus points)`. A bonus is added where its indicator reaches its value. An
//! accident of the year caps the grade, never the index. Formulas stand in [`park_index`](super::park_index); the readings of a
//! park are its own values alone, so that no other park changes them.

use super::{
    composite::{goalposts::Goalposts, ranks::rank},
    park_index::{
        IndicatorWeight, ParkIndex, PillarWeight,
        gain::{Gain, gains},
        grade::Marks,
        sensitivity::{FULL, RankRange, rank_ranges},
    },
};
use crate::model::{
    evidence::Confidence,
    id::{ParkId, RecordId},
    indicator::{Better, Grade, Grading, Indicator, IndicatorPack, Quotient},
    park::ParkLevel,
    project::Project,
    quantity::{Factor, Number},
    scenario::Scenario,
};

/// What was read of one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The indicator.
    pub indicator: RecordId,
    /// Its value; `None` is missing.
    pub value: Option<f64>,
    /// Whether the value is assumed.
    pub is_assumed: bool,
    /// Its score, 1 to 100; `None` without a value.
    pub score: Option<f64>,
    /// Whether it earns a bonus.
    pub bonus: Option<f64>,
}

/// The scorecard of one park in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    /// The park.
    pub park: ParkId,
    /// The index with its pillars.
    pub index: ParkIndex,
    /// Readings of each pillar, in the order of the pack.
    pub pillars: Vec<Vec<Reading>>,
    /// Bonus points.
    pub bonus: f64,
    /// Index and bonus, at most 100; `None` without an index.
    pub total: Option<f64>,
    /// Its grade.
    pub grade: Option<Grade>,
    /// Whether an accident of the year keeps the grade down.
    pub is_capped: bool,
    /// Accidents of the year.
    pub incidents: Vec<RecordId>,
    /// Its rank; ties share the smaller one.
    pub rank: Option<usize>,
    /// Its ranks under other weights and means.
    pub range: Option<RankRange>,
    /// Which indicator gains most by a tenth of the way between its goalposts, the best first.
    pub gains: Vec<Gain>,
    /// The next better grade and the points to it; `None` for an A, for grades by quotas, and without an index.
    pub to_next: Option<(Grade, f64)>,
    /// Totals of the year and of the two before it, oldest first.
    pub trend: Vec<(i16, Option<f64>)>,
}

impl Scorecard {
    /// The readings, pillar after pillar.
    pub fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.pillars.iter().flatten()
    }

    /// Number of readings that are missing.
    pub fn missing(&self) -> usize {
        self.readings().filter(|it| it.value.is_none()).count()
    }

    /// Change of the total against the year before; `None` where one of them is missing.
    pub fn change(&self) -> Option<f64> {
        let [.., (_, before), (_, now)] = self.trend.as_slice() else { return None };
        Some((*now)? - (*before)?)
    }
}

/// All parks by one pack in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Appraisal {
    /// The pack.
    pub pack: RecordId,
    /// The year.
    pub year: i16,
    /// The parks, in the order in which they are shown.
    pub parks: Vec<Scorecard>,
}

/// Years of a trend.
const TREND: i16 = 3;

impl Appraisal {
    /// The scorecards of all parks by `pack` in `year`. Costs parks × indicators × 8, and the variants of the rank ranges.
    pub fn of(world: &Scenario, pack: &IndicatorPack, year: i16) -> Self {
        let pillars = weights(world, pack);
        let of_parks: Vec<(ParkId, Vec<Option<f64>>)> = world
            .parks_in_order()
            .into_iter()
            .map(|park| (park.id.clone(), values(world, pack, &park.id, year)))
            .collect();
        let mut parks: Vec<Scorecard> = of_parks
            .iter()
            .map(|(park, readings)| card(world, pack, &pillars, (park.clone(), year), readings))
            .collect();
        let bonus: Vec<f64> = parks.iter().map(|it| it.bonus).collect();
        let readings: Vec<Vec<Option<f64>>> = of_parks.into_iter().map(|(_, readings)| readings).collect();
        for (card, range) in parks.iter_mut().zip(rank_ranges(&pillars, &readings, &bonus)) {
            card.range = range;
        }
        let totals: Vec<Option<f64>> = parks.iter().map(|it| it.total).collect();
        for (card, rank) in parks.iter_mut().zip(rank(&totals, Better::Higher)) {
            card.rank = rank;
        }
        if let Grading::Quotas { a, b, c } = &pack.grading {
            let ranked = totals.iter().filter(|it| it.is_some()).count();
            for card in &mut parks {
                let earned = card.rank.map(|rank| by_quota(rank, ranked, [*a, *b, *c]));
                (card.grade, card.is_capped) = capped(pack, earned, !card.incidents.is_empty());
            }
        }
        Self { pack: pack.id.clone(), year, parks }
    }

    /// The scorecard of `park`.
    pub fn of_park(&self, park: &ParkId) -> Option<&Scorecard> {
        self.parks.iter().find(|it| it.park == *park)
    }

    /// The scorecards, the best total first, those without one last in the order of the list.
    pub fn ranked(&self) -> Vec<&Scorecard> {
        let mut all: Vec<&Scorecard> = self.parks.iter().collect();
        all.sort_by_key(|it| it.rank.unwrap_or(usize::MAX));
        all
    }
}

/// Years of which a value of some indicator is on record, oldest first.
pub fn years(world: &Scenario) -> Vec<i16> {
    let mut years: Vec<i16> = world.indicator_values.iter().filter(|it| it.value.is_some()).map(|it| it.year).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The pack by which parks are judged where one index is asked for: the one that is marked so, else that of the municipal standard of
/// recognition, else the first.
pub fn main_pack(world: &Scenario) -> Option<&IndicatorPack> {
    let marked = world.indicator_packs.iter().find(|it| it.main);
    let of_standard = || {
        let standard = super::characteristic::standard_of(world, ParkLevel::Municipal)?;
        world.indicator_packs.get(&standard.pack)
    };
    marked.or_else(of_standard).or_else(|| world.indicator_packs.iter().next()).map(AsRef::as_ref)
}

/// The pillars of `pack` with the goalposts of its indicators.
fn weights(world: &Scenario, pack: &IndicatorPack) -> Vec<PillarWeight> {
    let indicator = |it: &crate::model::indicator::PillarIndicator| {
        let found = world.indicators.get(&it.indicator)?;
        Some(IndicatorWeight { goalposts: goalposts(found), weight: it.weight.to_f64() })
    };
    let pillar = |it: &crate::model::indicator::Pillar| PillarWeight {
        weight: it.weight.to_f64(),
        indicators: it.indicators.iter().filter_map(indicator).collect(),
    };
    pack.pillars.iter().map(pillar).collect()
}

fn goalposts(indicator: &Indicator) -> Goalposts {
    let (one, other) = (indicator.goalpost_low.to_f64(), indicator.goalpost_high.to_f64());
    Goalposts { low: one.min(other), high: one.max(other), better: indicator.better }
}

/// What `park` reads in `year`, indicator after indicator of the pack.
fn values(world: &Scenario, pack: &IndicatorPack, park: &ParkId, year: i16) -> Vec<Option<f64>> {
    let all = pack.pillars.iter().flat_map(|pillar| &pillar.indicators);
    all.filter(|it| world.indicators.contains(&it.indicator))
        .map(|it| value(world, park, &it.indicator, year))
        .collect()
}

/// The value of an indicator of `park` in `year`; `None` is missing.
pub fn value(world: &Scenario, park: &ParkId, indicator: &RecordId, year: i16) -> Option<f64> {
    let key = (park.clone(), indicator.clone(), year);
    world.indicator_values.get(&key).and_then(|it| it.value).map(Number::to_f64)
}

fn card(
    world: &Scenario,
    pack: &IndicatorPack,
    weights: &[PillarWeight],
    (park, year): (ParkId, i16),
    readings: &[Option<f64>],
) -> Scorecard {
    let index = ParkIndex::of(weights, readings);
    let mut at = 0;
    let pillars = pack.pillars.iter().map(|pillar| {
        let known = pillar.indicators.iter().filter(|it| world.indicators.contains(&it.indicator));
        let of = known.map(|it| {
            let key = (park.clone(), it.indicator.clone(), year);
            let record = world.indicator_values.get(&key);
            let value = readings.get(at).copied().flatten();
            let score = index.indicators.get(at).copied().flatten();
            at += 1;
            let is_assumed = record.is_some_and(|it| it.evidence.confidence >= Confidence::Assumed);
            Reading {
                bonus: bonus(pack, &it.indicator, value),
                indicator: it.indicator.clone(),
                value,
                is_assumed,
                score,
            }
        });
        of.collect::<Vec<Reading>>()
    });
    let pillars: Vec<Vec<Reading>> = pillars.collect();
    let bonus = pillars.iter().flatten().filter_map(|it| it.bonus).sum::<f64>();
    let total = index.geometric.map(|it| (it + bonus).min(FULL));
    let incidents: Vec<RecordId> =
        world.incidents.iter().filter(|it| it.park == park && it.on.year() == year).map(|it| it.id.clone()).collect();
    let (earned, to_next) = match &pack.grading {
        Grading::Marks { a, b, c } => {
            let marks = Marks { a: a.to_f64(), b: b.to_f64(), c: c.to_f64() };
            (total.map(|it| Grade::of(it, &marks)), total.and_then(|it| next(it, &marks)))
        }
        Grading::Quotas { .. } => (None, None),
    };
    let (grade, is_capped) = capped(pack, earned, !incidents.is_empty());
    let trend = (0..TREND).rev().map(|back| {
        let past = year - back;
        let then = if back == 0 { total } else { total_of(world, pack, weights, &park, past) };
        (past, then)
    });
    Scorecard {
        trend: trend.collect(),
        gains: gains(weights, readings).unwrap_or_default(),
        park,
        index,
        pillars,
        bonus,
        total,
        grade,
        is_capped,
        incidents,
        rank: None,
        range: None,
        to_next,
    }
}

/// Points that `indicator` earns on top when it reads `value`.
fn bonus(pack: &IndicatorPack, indicator: &RecordId, value: Option<f64>) -> Option<f64> {
    let value = value?;
    let earned = pack.bonuses.iter().filter(|it| it.indicator == *indicator && value >= it.reaches.to_f64() - 1e-12);
    earned.map(|it| it.points.to_f64()).reduce(|sum, it| sum + it)
}

/// Index and bonus of `park` in `year`.
fn total_of(world: &Scenario, pack: &IndicatorPack, weights: &[PillarWeight], park: &ParkId, year: i16) -> Option<f64> {
    let readings = values(world, pack, park, year);
    let index = ParkIndex::of(weights, &readings).geometric?;
    let all = pack.pillars.iter().flat_map(|pillar| &pillar.indicators);
    let points = all.zip(&readings).filter_map(|(it, value)| bonus(pack, &it.indicator, *value)).sum::<f64>();
    Some((index + points).min(FULL))
}

/// The index of `park` by `pack` in `year`, bonus included; `None` where it is undefined.
pub fn total(world: &Scenario, pack: &IndicatorPack, park: &ParkId, year: i16) -> Option<f64> {
    total_of(world, pack, &weights(world, pack), park, year)
}

/// The next better grade and what is missing to it.
fn next(total: f64, marks: &Marks) -> Option<(Grade, f64)> {
    let steps = [(Grade::C, marks.c), (Grade::B, marks.b), (Grade::A, marks.a)];
    steps.into_iter().find(|(_, mark)| total < mark - 1e-12).map(|(grade, mark)| (grade, mark - total))
}

/// The grade that is left after an accident, and whether that is worse than earned.
fn capped(pack: &IndicatorPack, earned: Option<Grade>, has_incident: bool) -> (Option<Grade>, bool) {
    let best = pack.best_after_incident.filter(|_| has_incident);
    let grade = earned.map(|grade| best.map_or(grade, |best| grade.at_best(best)));
    (grade, grade != earned)
}

/// The grade of the park at `rank` of `ranked`: as many have each grade or a better one as the share allows, rounded down.
fn by_quota(rank: usize, ranked: usize, quotas: [Factor; 3]) -> Grade {
    let most = |share: Factor| {
        let parks = i64::try_from(ranked).unwrap_or(i64::MAX).saturating_mul(share.steps()) / Factor::ONE.steps();
        usize::try_from(parks).unwrap_or(0)
    };
    let grades = [Grade::A, Grade::B, Grade::C].into_iter().zip(quotas);
    grades.into_iter().find(|(_, share)| rank <= most(*share)).map_or(Grade::D, |(grade, _)| grade)
}

/// What placed projects do to the readings of a park.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The scorecard as it would be; rank, range and trend are those of the readings without the others.
    pub card: Scorecard,
    /// Each indicator that moves: before and after.
    pub readings: Vec<(RecordId, f64, f64)>,
    /// Indicators of the pack of which nobody can tell how the projects move them.
    pub unmoved: Vec<RecordId>,
}

/// What `projects` would do to the scorecard of `park` by `pack` in `year`, at full production. Which of them its leading positions
/// cover is asked by `leads`. `None` where the park does not read what the effect rests on.
///
/// A quotient moves by what it stands for: from output per mu `v` and output `X` of the park (sum of its enterprises) follow land
/// `X / v`, tax and energy; the project's figures are added above and below. A project that does not state a figure moves nothing
/// of that quotient.
pub fn with_projects(
    world: &Scenario,
    pack: &IndicatorPack,
    (park, year): (&ParkId, i16),
    projects: &[&Project],
    leads: &dyn Fn(&Project) -> bool,
) -> Moved {
    let mut readings = values(world, pack, park, year);
    let all: Vec<&RecordId> = pack
        .pillars
        .iter()
        .flat_map(|pillar| &pillar.indicators)
        .map(|it| &it.indicator)
        .filter(|id| world.indicators.contains(*id))
        .collect();
    let base = Base::of(world, park, year);
    let (mut moved, mut unmoved) = (Vec::new(), Vec::new());
    for (id, reading) in all.into_iter().zip(&mut readings) {
        let quotient = world.indicators.get(id).and_then(|it| it.moved_by);
        let after = quotient.zip(*reading).and_then(|(quotient, value)| base.moved(quotient, value, projects, leads));
        match (after, *reading) {
            (Some(after), Some(before)) if (after - before).abs() > 1e-9 => {
                moved.push((id.clone(), before, after));
                *reading = Some(after);
            }
            (Some(_), Some(_)) => {}
            _ => unmoved.push(id.clone()),
        }
    }
    let card = card(world, pack, &weights(world, pack), (park.clone(), year), &readings);
    Moved { card, readings: moved, unmoved }
}

/// What a park has today: output in 万元, land in mu.
struct Base {
    output: f64,
    land: Option<f64>,
}

impl Base {
    fn of(world: &Scenario, park: &ParkId, year: i16) -> Self {
        let here = world.enterprises.iter().filter(|it| it.park == *park);
        let output = here.filter_map(|it| it.output).fold(0.0, |sum, it| sum + it.to_f64());
        let per_mu = world.indicators.iter().find(|it| it.moved_by == Some(Quotient::OutputPerMu));
        let land = per_mu.and_then(|it| value(world, park, &it.id, year)).filter(|it| *it > 0.0).map(|it| output / it);
        Self { output, land }
    }

    /// What `value` becomes; `None` where the park or a project does not state what it takes.
    fn moved(
        &self,
        quotient: Quotient,
        value: f64,
        projects: &[&Project],
        leads: &dyn Fn(&Project) -> bool,
    ) -> Option<f64> {
        let sum = |of: &dyn Fn(&Project) -> Option<f64>| {
            projects.iter().try_fold(0.0, |sum, project| Some(sum + of(project)?))
        };
        let output = |it: &Project| it.output.map(crate::model::quantity::WanYuan::to_f64);
        let land = |it: &Project| it.land.map(crate::model::quantity::Mu::to_f64);
        let over = |above: f64, below: f64| (below > 0.0).then(|| above / below);
        match quotient {
            Quotient::OutputPerMu => over(value * self.land? + sum(&output)?, self.land? + sum(&land)?),
            Quotient::TaxPerMu => {
                let tax = |it: &Project| it.tax.map(crate::model::quantity::WanYuan::to_f64);
                over(value * self.land? + sum(&tax)?, self.land? + sum(&land)?)
            }
            Quotient::EnergyPerOutput => {
                let energy = |it: &Project| crate::rules::facts::energy(it).map(crate::model::quantity::Tce::to_f64);
                over(value * self.output + sum(&energy)?, self.output + sum(&output)?)
            }
            Quotient::LeadingShare => {
                let leading = |it: &Project| output(it).map(|amount| if leads(it) { amount } else { 0.0 });
                over(value / 100.0 * self.output + sum(&leading)?, self.output + sum(&output)?).map(|it| it * 100.0)
            }
        }
    }
}

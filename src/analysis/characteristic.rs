//! What is proposed for each characteristic park, and why (动态评估认定)? Readings of the standard of its level by year, the
//! decision of [`recognition`](super::recognition), the distance to each threshold, the ladder to the higher levels.
//!
//! What a characteristic park reports of a year stands before what is derived. Derived are, for the year of judgement alone: location
//! quotient, firms, plant concentration and output of its sub-sector in the park around it, the coverage of that park, chain
//! leader and linked suppliers; for every year the park index and indicators. The share of its sub-sector within itself is only ever
//! reported: nobody records which firm stands inside it. What is neither is missing and leaves the proposal open.
//!
//! Nothing here decides: a proposal becomes a step only when somebody takes it.

use std::collections::BTreeMap;

use super::{
    appraisal,
    composition::{Metric, Scope},
    herfindahl::herfindahl,
    profile::Analysis,
    recognition::{
        AnchorRoute, Bound, Reading, Rule, Standing, Year,
        change::Change,
        decision::{Decision, Proposal},
    },
    structure::Trade,
};
use crate::model::{
    id::{CharacteristicParkId, IndustryId, ParkId, RecordId},
    indicator::Incident,
    park::{CharacteristicPark, ParkLevel, Recognition},
    quantity::{Count, Number, WanYuan},
    recognition::{CharacteristicYear, Measured, Standard, StepKind},
    scenario::Scenario,
};
use crate::rules::facts::Facts;

/// Weight of a chain link from which a supplier counts as linked: important or core.
const LINKED: u8 = 2;
/// 万元 in 亿元.
const WAN_IN_YI: f64 = 10_000.0;
/// From a share to per cent.
const PER_CENT: f64 = 100.0;

/// Where a reading comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The characteristic park reports it.
    Reported,
    /// It is worked out from enterprises, placed projects or indicators.
    Derived,
    /// There is none.
    Missing,
}

/// What is judged of one characteristic park by one standard.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The characteristic park.
    pub id: CharacteristicParkId,
    /// The standard.
    pub standard: RecordId,
    /// The years, oldest first; the last one is the year of judgement.
    pub years: Vec<i16>,
    /// What was read in each of them, in the order of the standard's items.
    pub readings: Vec<Year>,
    /// Where each reading comes from, year by year.
    pub origins: Vec<Vec<Origin>>,
    /// The decision with its reasons.
    pub decision: Decision,
    /// The smallest change that would lead to recognition, or keep it.
    pub change: Option<Change>,
}

impl Case {
    /// The step that is proposed; `None` where nothing is to be done or too much is unknown.
    pub fn proposed(&self, standing: Recognition) -> Option<StepKind> {
        match (self.decision.proposal, standing) {
            (Proposal::Recognise, Recognition::Applied | Recognition::Cultivated) => Some(StepKind::Recognise),
            (Proposal::Decline, Recognition::Applied) => Some(StepKind::Cultivate),
            (Proposal::Keep, Recognition::Recognised | Recognition::Warned) => Some(StepKind::Review),
            (Proposal::Warn, Recognition::Recognised) => Some(StepKind::Warn),
            // One that is warned has until the figures of the next year: failing in two years on end is withdrawal, not one.
            (Proposal::Withdraw, Recognition::Recognised | Recognition::Warned) => Some(StepKind::Withdraw),
            _ => None,
        }
    }
}

/// The standard of `level`, the first by id; `None` where there is none.
pub fn standard_of(world: &Scenario, level: ParkLevel) -> Option<&Standard> {
    world.standards.iter().find(|it| it.level == level).map(AsRef::as_ref)
}

/// Everything that cases are judged from: one analysis of the clusters, and the index of every park in every year.
pub struct Assessor<'a> {
    world: &'a Scenario,
    analysis: &'a Analysis<'a>,
    year: i16,
    indices: BTreeMap<(RecordId, ParkId, i16), Option<f64>>,
}

impl<'a> Assessor<'a> {
    /// Reads `analysis`, of output with or without the plan's projects; `year` is the year of judgement. Costs parks × years × packs
    /// of standards.
    pub fn new(world: &'a Scenario, analysis: &'a Analysis<'a>, year: i16) -> Self {
        let mut indices = BTreeMap::new();
        for standard in &world.standards {
            let Some(pack) = world.indicator_packs.get(&standard.pack) else { continue };
            for park in &world.parks {
                for back in 0..i16::from(standard.years) {
                    let key = (standard.pack.clone(), park.id.clone(), year - back);
                    indices.entry(key).or_insert_with(|| appraisal::total(world, pack, &park.id, year - back));
                }
            }
        }
        Self { world, analysis, year, indices }
    }

    /// Judges `it` by the standard of its own level; `None` where there is none, or its park or sub-sector was not published.
    pub fn judge(&self, it: &CharacteristicPark) -> Option<Case> {
        self.judge_by(it, standard_of(self.world, it.level)?)
    }

    /// Judges `it` by `standard`: as a holder where it is recognised at that level or a higher one, else as a candidate.
    pub fn judge_by(&self, it: &CharacteristicPark, standard: &Standard) -> Option<Case> {
        let (park, industry) = (it.park.as_ref()?, it.industry.as_ref()?);
        let years: Vec<i16> = (0..i16::from(standard.years)).rev().map(|back| self.year - back).collect();
        let (readings, origins): (Vec<Year>, Vec<Vec<Origin>>) =
            years.iter().map(|year| self.read(it, (park, industry), standard, *year)).unzip();
        let holds =
            matches!(it.recognition, Recognition::Recognised | Recognition::Warned) && it.level <= standard.level;
        let standing = if holds { Standing::Holder } else { Standing::Candidate };
        let rule = rule_of(standard);
        let decision = rule.decide(standing, &readings);
        let change = rule.smallest_change(standing, &readings);
        Some(Case { id: it.id.clone(), standard: standard.id.clone(), years, readings, origins, decision, change })
    }

    fn read(
        &self,
        it: &CharacteristicPark,
        (park, industry): (&ParkId, &IndustryId),
        standard: &Standard,
        year: i16,
    ) -> (Year, Vec<Origin>) {
        let reported = self.world.characteristic_years.get(&(it.id.clone(), year)).map(AsRef::as_ref);
        let mut origins = Vec::new();
        let readings = standard.items.iter().map(|item| {
            let (reading, origin) = match of_report(reported, &item.measure) {
                Some(value) => (Reading::Value(value), Origin::Reported),
                None => self.derived((park, industry), standard, &item.measure, year),
            };
            origins.push(origin);
            reading
        });
        let readings = readings.collect();
        let is_now = year == self.year;
        let leader = reported.and_then(|it| it.chain_leader);
        let suppliers = reported.and_then(|it| it.suppliers).map(Count::steps);
        let suppliers = suppliers.or_else(|| is_now.then(|| self.suppliers(park, industry)));
        let year = Year {
            readings,
            chain_leader: leader.or_else(|| is_now.then(|| self.has_chain_leader(park, industry))),
            suppliers: suppliers.map(|number| u32::try_from(number).unwrap_or(u32::MAX)),
            veto: Some(self.world.incidents.iter().any(|incident| is_veto(incident, it, park, year))),
        };
        (year, origins)
    }

    /// What can be worked out of a measure: the year of judgement for what enterprises say, every year for indicators.
    fn derived(
        &self,
        (park, industry): (&ParkId, &IndustryId),
        standard: &Standard,
        measure: &Measured,
        year: i16,
    ) -> (Reading, Origin) {
        let stated = |value: Option<f64>| match value {
            Some(value) => (Reading::Value(value), Origin::Derived),
            None => (Reading::Missing, Origin::Missing),
        };
        let missing = (Reading::Missing, Origin::Missing);
        match measure {
            Measured::ParkIndex => {
                let found = self.indices.get(&(standard.pack.clone(), park.clone(), year)).copied().flatten();
                // An index of which a pillar lacks data has no value, and is not one that fails.
                stated(found)
            }
            Measured::Indicator(id) => stated(appraisal::value(self.world, park, id, year)),
            Measured::Growth(id) => {
                let now = appraisal::value(self.world, park, id, year);
                let before = appraisal::value(self.world, park, id, year - 1).filter(|it| *it > 0.0);
                stated(now.zip(before).map(|(now, before)| (now / before - 1.0) * PER_CENT))
            }
            Measured::LeadingShare => missing,
            _ if year != self.year => missing,
            Measured::LocationQuotient | Measured::Firms | Measured::Output | Measured::Coverage => {
                self.of_clusters(park, industry, measure).map_or(missing, |reading| (reading, Origin::Derived))
            }
            Measured::PlantConcentration => {
                let plants = self.plants(park, industry);
                let reading = herfindahl(&plants).map_or(Reading::Undefined, Reading::Value);
                (reading, Origin::Derived)
            }
        }
    }

    fn of_clusters(&self, park: &ParkId, industry: &IndustryId, measure: &Measured) -> Option<Reading> {
        let number = self.analysis.structure.number(park)?;
        if *measure == Measured::Coverage {
            let coverage = self.analysis.park(number).coverage;
            return Some(coverage.map_or(Reading::Undefined, |it| Reading::Value(it * PER_CENT)));
        }
        let structure = &self.analysis.structure;
        let trade = structure.trades.iter().position(|it| matches!(it, Trade::Industry(id) if id == industry))?;
        let here = self.analysis.park(number).trades.into_iter().find(|it| it.trade == trade);
        Some(match measure {
            Measured::LocationQuotient => {
                here.map_or(Reading::Value(0.0), |it| it.quotient.map_or(Reading::Undefined, Reading::Value))
            }
            Measured::Firms => {
                Reading::Value(here.map_or(0.0, |it| f64::from(i32::try_from(it.firms).unwrap_or(i32::MAX))))
            }
            Measured::Output => {
                let wan = structure.size(number, trade) / 10_f64.powi(2);
                Reading::Value(wan / WAN_IN_YI)
            }
            Measured::LeadingShare
            | Measured::PlantConcentration
            | Measured::Coverage
            | Measured::ParkIndex
            | Measured::Indicator(_)
            | Measured::Growth(_) => return None,
        })
    }

    /// Output of each plant of the sub-sector in the park; a record that sums up several firms counts as so many alike.
    fn plants(&self, park: &ParkId, industry: &IndustryId) -> Vec<f64> {
        let here = self.world.enterprises.iter().filter(|it| it.park == *park && it.industry == *industry);
        let plants = here.filter_map(|it| Some((it.output.map(WanYuan::to_f64)?, it.firms.steps().max(1))));
        let each = plants.flat_map(|(output, firms)| {
            let number = usize::try_from(firms).unwrap_or(1).min(MOST_PLANTS);
            std::iter::repeat_n(output / super::count(number), number)
        });
        each.collect()
    }

    fn has_chain_leader(&self, park: &ParkId, industry: &IndustryId) -> bool {
        self.world.enterprises.iter().any(|it| it.park == *park && it.industry == *industry && it.chain_leader)
    }

    /// Firms in the park of sub-sectors that supply this one by an important or core link.
    fn suppliers(&self, park: &ParkId, industry: &IndustryId) -> i64 {
        let links = self.world.links.iter().filter(|it| it.downstream == *industry && it.weight >= LINKED);
        let upstream: Vec<&IndustryId> = links.map(|it| &it.upstream).collect();
        let firms = self.world.enterprises.iter().filter(|it| it.park == *park && upstream.contains(&&it.industry));
        firms.fold(0_i64, |sum, it| sum.saturating_add(it.firms.steps()))
    }
}

/// Plants of one record that are counted one by one.
const MOST_PLANTS: usize = 10_000;

fn of_report(reported: Option<&CharacteristicYear>, measure: &Measured) -> Option<f64> {
    let figure = reported?.figures.iter().find(|it| it.measure == *measure)?;
    Some(Number::to_f64(figure.value))
}

/// Whether an accident of `year` vetoes the recognition of `it`: it happened in it, or counts against all of the park.
fn is_veto(incident: &Incident, it: &CharacteristicPark, park: &ParkId, year: i16) -> bool {
    let is_of_it = incident.characteristic_park.as_ref().is_none_or(|id| *id == it.id);
    incident.on.year() == year && incident.park == *park && is_of_it
}

/// All characteristic parks with what is judged of each.
#[derive(Debug, Clone, PartialEq)]
pub struct Cases {
    /// The year of judgement; `None` where no year has indicator values, and then it is that of the scenario's day.
    pub year: i16,
    /// The case of its own level first, then those of the levels above, the nearest first. Nothing is judged of one of which park or
    /// sub-sector was not published.
    pub of: BTreeMap<CharacteristicParkId, Vec<Case>>,
}

impl Cases {
    /// Judges all characteristic parks of `world` with what stands in the parks in `scope`. Costs one analysis of the clusters.
    pub fn of(world: &Scenario, facts: &Facts, scope: Scope) -> Self {
        let year = appraisal::years(world).last().copied().unwrap_or_else(|| world.as_of.year());
        let analysis = Analysis::of(world, facts, Metric::Output, scope);
        let assessor = Assessor::new(world, &analysis, year);
        let levels = [ParkLevel::Municipal, ParkLevel::Provincial, ParkLevel::National];
        let judge = |it: &CharacteristicPark| -> Vec<Case> {
            let above = levels.into_iter().filter(|level| *level <= it.level);
            above.filter_map(|level| assessor.judge_by(it, standard_of(world, level)?)).collect()
        };
        let all = world.characteristic_parks.iter();
        Self { year, of: all.map(|it| (it.id.clone(), judge(it))).collect() }
    }

    /// The case of its own level.
    pub fn own(&self, id: &CharacteristicParkId) -> Option<&Case> {
        self.of.get(id)?.first()
    }

    /// The step that is proposed for `it`.
    pub fn proposed(&self, it: &CharacteristicPark) -> Option<StepKind> {
        self.own(&it.id)?.proposed(it.recognition)
    }
}

/// The rule of a standard.
pub fn rule_of(standard: &Standard) -> Rule {
    let bound = |item: &crate::model::recognition::StandardItem| match (item.least, item.most) {
        (Some(least), _) => Bound::AtLeast(least.to_f64()),
        (None, most) => Bound::AtMost(most.map_or(f64::INFINITY, Number::to_f64)),
    };
    let excused: Vec<usize> =
        standard.items.iter().enumerate().filter(|(_, it)| it.anchor_route).map(|(at, _)| at).collect();
    let suppliers = u32::try_from(standard.anchor_suppliers.steps()).unwrap_or(u32::MAX);
    Rule {
        bounds: standard.items.iter().map(bound).collect(),
        anchor: (!excused.is_empty()).then_some(AnchorRoute { items: excused, suppliers }),
        hysteresis: standard.hysteresis.to_f64(),
        window: usize::from(standard.years),
        passes: usize::from(standard.passes),
    }
}

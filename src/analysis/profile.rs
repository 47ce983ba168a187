//! What is one park like, one sub-sector, one pair of parks, and the city? Every index at once, over one structure.
//!
//! The reference is always all parks of the city together: a quotient is bounded by the city over the park. Twelve parks and few
//! plants describe themselves and estimate nothing beyond (methods 11). What an index means stands in its own file.

use std::collections::BTreeMap;

use super::{
    chain::{ChainLink, arcs, coefficients},
    coagglomeration,
    composition::{Metric, Scope},
    coupling_coordination::CouplingCoordination,
    ellison_glaeser::EllisonGlaeser,
    entropy, herfindahl,
    homogeneity::{self, City, cosine, overlap},
    krugman, leading_concentration,
    linkage::{Coefficients, Pool},
    location_quotient::{is_specialised, location_quotient},
    locational_concentration,
    quadrant::{Quadrant, mean_growth, pipeline_growth},
    relatedness,
    shift_share::{Effects, ShiftShare},
    structure::{Structure, Trade},
    undefined::Undefined,
    variety::Variety,
};
use crate::{
    model::{id::IndustryId, park::Role, project::RegisterStatus, quantity::WanYuan, scenario::Scenario},
    rules::facts::Facts,
};

/// An index, or why it has no value.
pub type Value = Result<f64, Undefined>;

/// Digits of a GB/T 4754 code that name its group: the division.
const GROUP_DIGITS: usize = 2;

/// A trade in a park.
#[derive(Debug, Clone, PartialEq)]
pub struct TradeHere {
    /// Its number in the structure.
    pub trade: usize,
    /// Its size here, in smallest steps of the metric.
    pub size: f64,
    /// Its share of the park.
    pub share: f64,
    /// Firms and projects.
    pub firms: i64,
    /// Location quotient.
    pub quotient: Value,
    /// Relatedness density: the part of what it usually lives with that is specialised here.
    pub density: Value,
    /// Advantage by quotient, potential by what arrives in the city.
    pub quadrant: Result<Quadrant, Undefined>,
}

/// One park.
#[derive(Debug, Clone, PartialEq)]
pub struct ParkProfile {
    /// Its size, in smallest steps of the metric.
    pub total: f64,
    /// Its trades, the largest first.
    pub trades: Vec<TradeHere>,
    /// Share of the leading positions.
    pub leading_share: Value,
    /// Whether its largest trade is one of them.
    pub is_largest_leading: Result<bool, Undefined>,
    /// Share of the largest trade.
    pub largest: Value,
    /// Share of the three largest trades.
    pub three_largest: Value,
    /// Herfindahl index.
    pub hhi: Value,
    /// The same from 0 to 1, whatever the number of trades.
    pub hhi_normalised: Value,
    /// Number of equal trades with this Herfindahl index.
    pub effective_number: Value,
    /// Shannon entropy, nats.
    pub entropy: Value,
    /// Entropy over its largest possible value.
    pub evenness: Value,
    /// Theil index of the trades, nats.
    pub theil: Value,
    /// Entropy between divisions of GB/T 4754, bits.
    pub unrelated_variety: Value,
    /// Entropy within them, bits.
    pub related_variety: Value,
    /// Krugman index against all parks, itself included.
    pub krugman_all: Value,
    /// Krugman index against the others.
    pub krugman_rest: Value,
    /// 1 less the highest overlap with another park.
    pub distinctiveness: Value,
    /// The park that it overlaps most with.
    pub most_alike: Option<usize>,
    /// Mean overlap with the others, weighted by their size.
    pub homogeneity: Value,
    /// The same of leading positions alone.
    pub homogeneity_leading: Value,
    /// Part of the purchased inputs that its own firms could supply.
    pub coverage: Value,
    /// Part of the output that its own firms could take.
    pub absorption: Value,
    /// What must come from elsewhere, the largest gap first, in smallest steps of [`WanYuan`] a year.
    pub missing: Vec<(usize, f64)>,
    /// How well the share of the leading positions and the coverage of the chain go together, both weighing the same.
    pub coordination: Result<CouplingCoordination, Undefined>,
    /// What the plan adds, in smallest steps of the metric.
    pub change: f64,
    /// The same split: with the tide of the city, by the mix, by the park itself.
    pub shift: Result<Effects, Undefined>,
}

/// One sub-sector over the parks.
#[derive(Debug, Clone, PartialEq)]
pub struct TradeProfile {
    /// Its size in the city, in smallest steps of the metric.
    pub total: f64,
    /// Parks that are specialised in it.
    pub ubiquity: usize,
    /// Hoover index over the parks.
    pub hoover: Value,
    /// Locational Gini, weighted by the size of the parks.
    pub gini: Value,
    /// Ellison-Glaeser index of output, whatever the metric; undefined where a record sums up several firms or states none.
    pub ellison_glaeser: Value,
    /// Output of projects that arrive over existing output.
    pub growth: Value,
}

/// Two parks.
#[derive(Debug, Clone, PartialEq)]
pub struct PairProfile {
    /// The part of both mixes that is the same.
    pub overlap: Value,
    /// Sum of the differences of shares, 0 to 2.
    pub krugman: Value,
    /// Structural similarity coefficient.
    pub cosine: Value,
}

/// The whole city.
#[derive(Debug, Clone, PartialEq)]
pub struct CityProfile {
    /// Its size, in smallest steps of the metric.
    pub total: f64,
    /// Mean overlap of all pairs of parks, weighted by the product of their sizes.
    pub homogeneity: Value,
    /// Mean growth by the projects that arrive.
    pub growth: Value,
    /// Part of the output of the city that is made inside parks.
    pub inside_parks: Value,
    /// Part of the purchased inputs that the parks together could supply.
    pub coverage: Value,
}

/// What all indices are worked out from.
#[derive(Debug)]
pub struct Analysis<'a> {
    world: &'a Scenario,
    facts: &'a Facts,
    /// Parks by sub-sectors.
    pub structure: Structure,
    now: Structure,
    plan: Structure,
    output: Structure,
    totals: Vec<f64>,
    of_trades: Vec<f64>,
    phi: Vec<Vec<f64>>,
    specialised: Vec<Vec<bool>>,
    density: Vec<Vec<Value>>,
    krugman_all: Vec<Value>,
    krugman_rest: Vec<Value>,
    alike: City,
    alike_leading: City,
    links: Vec<ChainLink>,
    coefficients: Coefficients,
    /// Existing output and output of arriving projects, by sub-sector.
    existing: Vec<f64>,
    incoming: Vec<f64>,
    scope: Scope,
}

impl<'a> Analysis<'a> {
    /// Reads everything for `metric` in `scope`; chains are about output whatever the metric. Costs parks × sub-sectors, and
    /// sub-sectors² for their proximity.
    pub fn of(world: &'a Scenario, facts: &'a Facts, metric: Metric, scope: Scope) -> Self {
        let of = |metric, scope| Structure::of(world, facts, metric, scope);
        let (now, plan) = (of(metric, Scope::Now), of(metric, Scope::WithPlan));
        let structure = match scope {
            Scope::Now => now.clone(),
            Scope::Relocated => of(metric, scope),
            Scope::WithPlan => plan.clone(),
        };
        let output = if metric == Metric::Output { structure.clone() } else { of(Metric::Output, scope) };
        let (totals, of_trades, city) = (structure.totals(), structure.of_trades(), structure.city());
        let quotient = |park: usize, trade: usize| {
            let own = totals.get(park).copied().unwrap_or(0.0);
            let of_trade = of_trades.get(trade).copied().unwrap_or(0.0);
            location_quotient(structure.size(park, trade), own, of_trade, city)
        };
        let specialised: Vec<Vec<bool>> = (0..structure.parks.len())
            .map(|park| (0..structure.trades.len()).map(|trade| is_specialised(quotient(park, trade))).collect())
            .collect();
        let links = arcs(world);
        let trades: Vec<relatedness::Trade<'_>> = world
            .industries
            .iter()
            .map(|it| relatedness::Trade { codes: &it.gbt4754, sector: &it.sector.zh })
            .collect();
        let weights: Vec<(usize, usize, f64)> =
            links.iter().map(|link| (link.upstream, link.downstream, f64::from(link.weight))).collect();
        let phi = relatedness::of_chain(&trades, &weights);
        let leading: Vec<Vec<f64>> =
            (0..structure.parks.len()).map(|park| leading_sizes(facts, &structure, park)).collect();
        let existing = of(Metric::Output, Scope::Now).of_trades();
        Self {
            density: relatedness::density(&phi, &specialised),
            krugman_all: krugman::versus_all(&structure.sizes),
            krugman_rest: krugman::versus_rest(&structure.sizes),
            alike: City::of(&structure.sizes, &totals),
            alike_leading: City::of(&leading, &totals),
            coefficients: coefficients(world, &links),
            incoming: incoming(world, existing.len()),
            existing,
            links,
            phi,
            specialised,
            totals,
            of_trades,
            output,
            now,
            plan,
            structure,
            world,
            facts,
            scope,
        }
    }

    fn quotient(&self, park: usize, trade: usize) -> Value {
        let total = self.totals.get(park).copied().unwrap_or(0.0);
        let of_trade = self.of_trades.get(trade).copied().unwrap_or(0.0);
        let found = location_quotient(self.structure.size(park, trade), total, of_trade, self.structure.city());
        found.ok_or(if total > 0.0 { Undefined::NoReference } else { Undefined::NoTotal })
    }

    /// Proximity of two sub-sectors by chain and codes, 0 to 1.
    pub fn proximity(&self, one: usize, other: usize) -> f64 {
        self.phi.get(one).and_then(|row| row.get(other)).copied().unwrap_or(0.0)
    }

    fn trades_here(&self, park: usize) -> Vec<TradeHere> {
        let total = self.totals.get(park).copied().unwrap_or(0.0);
        let growth = mean_growth(&self.incoming, &self.existing);
        let here = |(trade, size): (usize, &f64)| {
            let quotient = self.quotient(park, trade);
            let density = self.density.get(park).and_then(|row| row.get(trade)).copied();
            TradeHere {
                trade,
                size: *size,
                share: if total > 0.0 { size / total } else { 0.0 },
                firms: self.structure.firms(park, trade),
                quotient,
                density: density.unwrap_or(Err(Undefined::NoRelated)),
                quadrant: Quadrant::of(quotient, self.growth(trade), growth),
            }
        };
        let sizes = self.structure.of_park(park).iter().enumerate().filter(|(_, size)| **size > 0.0);
        let mut trades: Vec<TradeHere> = sizes.map(here).collect();
        trades.sort_by(|a, b| b.size.total_cmp(&a.size).then(a.trade.cmp(&b.trade)));
        trades
    }

    /// Output of arriving projects over existing output of a sub-sector.
    pub fn growth(&self, trade: usize) -> Value {
        let of = |list: &[f64]| list.get(trade).copied().unwrap_or(0.0);
        pipeline_growth(of(&self.incoming), of(&self.existing))
    }

    /// The overlaps of a park with every other one.
    fn overlaps(&self, park: usize) -> Vec<Option<f64>> {
        let own = self.structure.of_park(park);
        let others = self.structure.sizes.iter().enumerate();
        others.map(|(other, sizes)| if other == park { None } else { overlap(own, sizes) }).collect()
    }

    /// One park, by its number. Costs parks × sub-sectors.
    pub fn park(&self, park: usize) -> ParkProfile {
        let sizes = self.structure.of_park(park);
        let is_leading: Vec<bool> =
            (0..sizes.len()).map(|trade| is_leading(self.facts, &self.structure, park, trade)).collect();
        let variety = self.variety(sizes);
        let overlaps = self.overlaps(park);
        let alike = overlaps.iter().enumerate().filter_map(|(other, overlap)| Some((other, (*overlap)?)));
        let most_alike =
            alike.filter(|(_, overlap)| *overlap > 0.0).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let leading_share = leading_concentration::leading_concentration(sizes, &is_leading);
        let number = self.structure.parks.get(park).and_then(|id| self.output.number(id));
        let pool = Pool::of(&self.coefficients, number.map_or_else(Vec::new, |at| self.output.of_park(at).to_vec()));
        let coverage = pool.coverage.ok_or(Undefined::NoOutput);
        let gap = |trade: usize| pool.gap.get(trade).copied().unwrap_or(0.0);
        let of_list = |list: &[Value]| list.get(park).copied().unwrap_or(Err(Undefined::NoTotal));
        let index = |city: &City| {
            let own = city.parks.get(park).and_then(Option::as_ref).map(|it| it.index);
            own.ok_or(if self.structure.total(park) > 0.0 { Undefined::NobodyToCompare } else { Undefined::NoTotal })
        };
        ParkProfile {
            total: self.structure.total(park),
            trades: self.trades_here(park),
            leading_share,
            is_largest_leading: leading_concentration::is_largest_designated(sizes, &is_leading),
            largest: herfindahl::concentration_ratio(sizes, 1),
            three_largest: herfindahl::concentration_ratio(sizes, 3),
            hhi: herfindahl::herfindahl(sizes),
            hhi_normalised: herfindahl::normalised(sizes),
            effective_number: herfindahl::effective_number(sizes),
            entropy: entropy::shannon(sizes),
            evenness: entropy::evenness(sizes),
            theil: entropy::theil_t(sizes),
            unrelated_variety: variety.as_ref().map(|it| it.unrelated).map_err(|it| *it),
            related_variety: variety.as_ref().map(|it| it.related).map_err(|it| *it),
            krugman_all: of_list(&self.krugman_all),
            krugman_rest: of_list(&self.krugman_rest),
            distinctiveness: homogeneity::distinctiveness(&overlaps),
            most_alike: most_alike.map(|(other, _)| other),
            homogeneity: index(&self.alike),
            homogeneity_leading: index(&self.alike_leading),
            coverage,
            absorption: pool.absorption.ok_or(Undefined::NoOutput),
            missing: pool.missing().into_iter().map(|trade| (trade, gap(trade))).collect(),
            coordination: leading_share
                .and_then(|leading| CouplingCoordination::of(&[leading, coverage?], &[1.0, 1.0])),
            change: self.plan.total(park) - self.now.total(park),
            shift: self.shift(park),
        }
    }

    /// Between and within divisions of GB/T 4754 by the first code of a sub-sector; one without a code stands by itself.
    fn variety(&self, sizes: &[f64]) -> Result<Variety, Undefined> {
        let mut groups: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for (industry, size) in self.world.industries.iter().zip(sizes) {
            let division = industry.gbt4754.first().and_then(|code| code.get(..GROUP_DIGITS));
            let group = division.map_or_else(|| industry.id.to_string(), str::to_owned);
            groups.entry(group).or_default().push(*size);
        }
        Variety::of(&groups.into_values().collect::<Vec<_>>())
    }

    fn shift(&self, park: usize) -> Result<Effects, Undefined> {
        let (before, after) = (self.now.of_trades(), self.plan.of_trades());
        let region = [self.now.of_park(park), self.plan.of_park(park)];
        ShiftShare::of(region, [&before, &after]).map(|split| split.totals)
    }

    /// One sub-sector, by its number.
    pub fn trade(&self, trade: usize) -> TradeProfile {
        let sizes: Vec<f64> = (0..self.structure.parks.len()).map(|park| self.structure.size(park, trade)).collect();
        let is_specialised = |row: &&Vec<bool>| row.get(trade).copied().unwrap_or(false);
        TradeProfile {
            total: sizes.iter().sum(),
            ubiquity: self.specialised.iter().filter(is_specialised).count(),
            hoover: locational_concentration::hoover(&sizes, &self.totals),
            gini: locational_concentration::locational_gini(&sizes, &self.totals),
            ellison_glaeser: self
                .plants(trade)
                .and_then(|plants| EllisonGlaeser::of(&plants, &self.output.totals())?.gamma),
            growth: self.growth(trade),
        }
    }

    /// Output of the plants of a sub-sector by park; undefined where a record sums up several firms or states none.
    fn plants(&self, trade: usize) -> Result<Vec<Vec<f64>>, Undefined> {
        let Some(Trade::Industry(industry)) = self.structure.trades.get(trade) else {
            return Err(Undefined::PlantsUnknown);
        };
        self.structure.parks.iter().map(|park| self.plants_of(industry, park)).collect()
    }

    fn plants_of(&self, industry: &IndustryId, park: &crate::model::id::ParkId) -> Result<Vec<f64>, Undefined> {
        let facts = self.facts.park(park).ok_or(Undefined::PlantsUnknown)?;
        let mut plants = Vec::new();
        let records = self.scope.enterprises(facts).get(industry).into_iter().flat_map(|it| &it.enterprises);
        for enterprise in records.filter_map(|id| self.world.enterprises.get(id)) {
            let output = enterprise.output.filter(|_| enterprise.firms.steps() == 1);
            plants.push(output.map(WanYuan::to_f64).ok_or(Undefined::PlantsUnknown)?);
        }
        if self.scope == Scope::WithPlan {
            for project in facts.placed.values().map(|it| &it.project).filter(|it| it.industry == *industry) {
                plants.push(project.output.map(WanYuan::to_f64).ok_or(Undefined::PlantsUnknown)?);
            }
        }
        Ok(plants)
    }

    /// How two sub-sectors sit together over the parks (Ellison, Glaeser and Kerr), by their numbers.
    pub fn together(&self, one: usize, other: usize) -> Value {
        let sizes = |trade: usize| -> Vec<f64> {
            (0..self.structure.parks.len()).map(|park| self.structure.size(park, trade)).collect()
        };
        coagglomeration::pair(&sizes(one), &sizes(other), &self.totals)
    }

    /// The chain links, by the numbers of sub-sectors.
    pub fn links(&self) -> &[ChainLink] {
        &self.links
    }

    /// Two parks, by their numbers.
    pub fn pair(&self, a: usize, b: usize) -> PairProfile {
        let (a, b) = (self.structure.of_park(a), self.structure.of_park(b));
        PairProfile {
            overlap: overlap(a, b).ok_or(Undefined::NoTotal),
            krugman: krugman::krugman(a, b),
            cosine: cosine(a, b).ok_or(Undefined::NoTotal),
        }
    }

    /// The whole city.
    pub fn city(&self) -> CityProfile {
        let pool = Pool::of(&self.coefficients, self.output.of_trades());
        CityProfile {
            total: self.structure.city(),
            homogeneity: self.alike.system.ok_or(Undefined::NobodyToCompare),
            growth: mean_growth(&self.incoming, &self.existing),
            inside_parks: Err(Undefined::OutsideUnknown),
            coverage: pool.coverage.ok_or(Undefined::NoOutput),
        }
    }
}

/// Whether a leading position of the park covers a trade.
fn is_leading(facts: &Facts, structure: &Structure, park: usize, trade: usize) -> bool {
    let Some(Trade::Industry(industry)) = structure.trades.get(trade) else { return false };
    let of_park = structure.parks.get(park).and_then(|id| facts.park(id));
    of_park.and_then(|it| it.position_of(industry)).is_some_and(|it| it.role == Role::Leading)
}

/// Sizes of the leading trades of a park; 0 for the others.
fn leading_sizes(facts: &Facts, structure: &Structure, park: usize) -> Vec<f64> {
    let sizes = structure.of_park(park).iter().enumerate();
    sizes.map(|(trade, size)| if is_leading(facts, structure, park, trade) { *size } else { 0.0 }).collect()
}

/// Output of the projects of the register by sub-sector, those that were returned left out; a project that states none adds
/// nothing.
fn incoming(world: &Scenario, trades: usize) -> Vec<f64> {
    let numbers: BTreeMap<&IndustryId, usize> =
        world.industries.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
    let mut incoming = vec![0.0; trades];
    for project in world.projects.iter().filter(|it| it.status != RegisterStatus::Returned) {
        let sum = numbers.get(&project.industry).and_then(|at| incoming.get_mut(*at));
        if let Some((sum, output)) = sum.zip(project.output) {
            *sum += output.to_f64() * STEPS;
        }
    }
    incoming
}

/// Smallest steps of [`WanYuan`] in one 万元.
const STEPS: f64 = 100.0;

//! Against what are scores judged? Base data, existing enterprises and pinned projects, each in the park of its pin; never
//! the other placements of the plan, so that scores of different projects add up.
//!
//! The ground numbers sub-sectors and parks once, so that a score costs a few look-ups. It changes with base data, pins,
//! positions, reservations, assumptions and weights; a placement leaves it as it is.

use std::{collections::BTreeMap, sync::Arc};

use super::{Case, Output, homogeneity_shift::Homogeneity, weights::Weights};
use crate::{
    analysis::{appraisal, chain, linkage::Coefficients},
    model::{
        anchors::Anchors,
        id::{IndustryId, ParkId, PlanId, ProjectId},
        industry::Industry,
        park::{DirectionKind, Park, Recognition, Role},
        plan::Premises,
        policy::{RuleKind, SiteFactor, Yield},
        project::Project,
        quantity::{Mu, WanYuan},
        scenario::Scenario,
    },
    rules::facts::{Basis, Facts, ParkFacts, Placed},
};

/// A sub-sector and its kin.
#[derive(Debug, Clone, PartialEq)]
pub struct Trade {
    /// The sub-sector.
    pub id: IndustryId,
    /// Whether the city counts it among its new tracks.
    pub is_new_track: bool,
    /// Threshold of investment, 万元 per mu.
    pub investment_per_mu: Option<f64>,
    /// Threshold of tax, 万元 per mu and year.
    pub tax_per_mu: Option<f64>,
    sector: String,
    /// Sub-sectors joined to it by a core or important link, either way.
    linked: Vec<usize>,
    /// Sub-sectors of which it makes a core input.
    core_buyers: Vec<usize>,
    /// Sub-sectors joined to it by any link, either way, with the weight; both ways add up.
    neighbours: BTreeMap<usize, u8>,
    has_buyers: bool,
    /// Output of an average firm in the city.
    usual_output: Option<f64>,
    /// Output in the city.
    output: f64,
    /// Firms in the city.
    firms: i64,
}

/// A sub-sector for which a park stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The sub-sector.
    pub trade: usize,
    /// The role of the position that covers it.
    pub role: Role,
}

/// A park as scores see it.
#[derive(Debug, Clone, PartialEq)]
pub struct ParkGround {
    /// Its record.
    pub record: Arc<Park>,
    /// Output of existing enterprises and pinned projects, 万元.
    pub total: f64,
    /// What it stands for.
    pub positions: Vec<Standing>,
    /// Sub-sectors that a source says it fosters.
    pub directions: Vec<(usize, DirectionKind)>,
    /// Sub-sectors of its characteristic parks.
    pub themes: Vec<(usize, Recognition)>,
    /// Sub-sectors of its chain leaders.
    pub leaders: Vec<usize>,
    /// Its park index of the latest year, by the main pack; `None` where it is undefined.
    pub index: Option<f64>,
    /// Projects on whose benefits a unit that hosts it has an agreement in the plan, by id.
    pub agreed: Vec<ProjectId>,
    /// Land of pinned projects and live reservations, in steps of [`Mu`].
    pub used_land: i64,
    /// Demand of pinned projects and live reservations, in the order of [`SiteFactor::ALL`].
    pub used: [i64; SiteFactor::ALL.len()],
    outputs: Vec<(usize, f64)>,
    firms: Vec<(usize, i64)>,
    /// Output here and, in part, nearby, by sub-sector.
    supply: Vec<f64>,
    /// What enterprises here and, in part, nearby buy, by sub-sector.
    demand: Vec<f64>,
}

fn of<T: Copy + Default>(list: &[(usize, T)], trade: usize) -> T {
    list.binary_search_by_key(&trade, |(it, _)| *it).ok().and_then(|at| list.get(at)).map_or_else(T::default, |it| it.1)
}

impl ParkGround {
    /// Output of the sub-sector, 万元; 0 where no record states one.
    pub fn output(&self, trade: usize) -> f64 {
        of(&self.outputs, trade)
    }

    /// Firms of the sub-sector.
    pub fn firms(&self, trade: usize) -> i64 {
        of(&self.firms, trade)
    }

    /// Output of the sub-sector here and, in part, in the parks nearby, 万元.
    pub fn supply_in_reach(&self, trade: usize) -> f64 {
        self.supply.get(trade).copied().unwrap_or(0.0)
    }

    /// What enterprises here and, in part, in the parks nearby buy of the sub-sector, 万元.
    pub fn demand_in_reach(&self, trade: usize) -> f64 {
        self.demand.get(trade).copied().unwrap_or(0.0)
    }
}

/// What scores of one plan are judged against.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    anchors: Anchors,
    weights: Weights,
    basis: Basis,
    numbers: BTreeMap<IndustryId, usize>,
    trades: Vec<Trade>,
    coefficients: Coefficients,
    parks: Vec<ParkGround>,
    places: BTreeMap<ParkId, usize>,
    pinned: BTreeMap<ProjectId, usize>,
    homogeneity: Homogeneity,
    total: f64,
    plant_factors: (f64, f64),
    plant_land_limit: Mu,
}

impl Ground {
    /// The ground of the plan of `facts`; `world` is the scenario as the plan takes it.
    pub fn of(world: &Scenario, facts: &Facts) -> Self {
        let anchors = Anchors::of(world);
        let numbers: BTreeMap<IndustryId, usize> =
            world.industries.iter().enumerate().map(|(at, industry)| (industry.id.clone(), at)).collect();
        let mut trades: Vec<Trade> = world.industries.iter().map(|industry| trade(industry)).collect();
        let coefficients = link(world, &mut trades);
        let plan = facts.plan();
        let mut parks: Vec<ParkGround> = Vec::new();
        let mut places = BTreeMap::new();
        let mut pinned = BTreeMap::new();
        for park in &world.parks {
            let Some(of_park) = facts.park(&park.id) else { continue };
            places.insert(park.id.clone(), parks.len());
            pinned.extend(pinned_here(world, of_park).map(|it| (it.project.id.clone(), parks.len())));
            parks.push(park_ground(world, park, of_park, facts.basis(), &numbers));
        }
        told(world, facts.plan(), &numbers, &places, &mut parks);
        usual_outputs(world, &numbers, &mut trades);
        for park in &mut parks {
            park.total = park.outputs.iter().map(|(_, output)| output).sum();
            for (number, output) in &park.outputs {
                if let Some(trade) = trades.get_mut(*number) {
                    trade.output += output;
                }
            }
            for (number, firms) in &park.firms {
                if let Some(trade) = trades.get_mut(*number) {
                    trade.firms += firms;
                }
            }
        }
        reach(&anchors, &coefficients, &mut parks);
        let homogeneity = Homogeneity::of(parks.iter().map(|park| park.outputs.clone()).collect(), trades.len());
        Self {
            weights: Weights::of(world, plan),
            basis: facts.basis().clone(),
            total: parks.iter().map(|park| park.total).sum(),
            plant_factors: (plant_factor(world, Yield::Investment), plant_factor(world, Yield::Tax)),
            plant_land_limit: plant_land_limit(world),
            anchors,
            numbers,
            trades,
            coefficients,
            parks,
            places,
            pinned,
            homogeneity,
        }
    }

    /// The anchors in force.
    pub fn anchors(&self) -> &Anchors {
        &self.anchors
    }

    /// Whether some park has an index.
    pub fn is_indexed(&self) -> bool {
        self.parks.iter().any(|park| park.index.is_some())
    }

    /// The weights in force.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The parks, by id.
    pub fn parks(&self) -> impl Iterator<Item = &ParkId> {
        self.places.keys()
    }

    /// Number of the sub-sector.
    pub fn number(&self, industry: &IndustryId) -> Option<usize> {
        self.numbers.get(industry).copied()
    }

    /// The sub-sector of this number.
    pub fn trade(&self, number: usize) -> Option<&Trade> {
        self.trades.get(number)
    }

    /// Tells whether a core or important link joins two sub-sectors.
    pub fn is_linked(&self, one: usize, other: usize) -> bool {
        self.trade(one).is_some_and(|trade| trade.linked.contains(&other))
    }

    /// The sub-sectors joined to this one by any link, with the weight.
    pub fn neighbours(&self, number: usize) -> impl Iterator<Item = (&usize, &u8)> {
        self.trade(number).into_iter().flat_map(|trade| &trade.neighbours)
    }

    /// Tells whether `supplier` makes a core input of `buyer`.
    pub fn is_core_supplier(&self, supplier: usize, buyer: usize) -> bool {
        self.trade(supplier).is_some_and(|trade| trade.core_buyers.contains(&buyer))
    }

    /// Tells whether two sub-sectors are of one sector.
    pub fn are_of_one_sector(&self, one: usize, other: usize) -> bool {
        let sector = |number| self.trade(number).map(|trade| &trade.sector);
        sector(one).is_some() && sector(one) == sector(other)
    }

    /// What a unit of output of the sub-sector takes of each supplier.
    pub fn inputs(&self, number: usize) -> &[(usize, f64)] {
        self.coefficients.inputs(number)
    }

    /// Tells whether any sub-sector buys from this one.
    pub fn has_buyers(&self, number: usize) -> bool {
        self.trade(number).is_some_and(|trade| trade.has_buyers)
    }

    /// Output of the sub-sector in the city, 万元.
    pub fn output(&self, number: usize) -> f64 {
        self.trade(number).map_or(0.0, |trade| trade.output)
    }

    /// Firms of the sub-sector in the city, and pinned projects.
    pub fn firms(&self, number: usize) -> i64 {
        self.trade(number).map_or(0, |trade| trade.firms)
    }

    /// Output of the city's parks, 万元.
    pub fn total(&self) -> f64 {
        self.total
    }

    /// Homogeneity of the city.
    pub fn homogeneity(&self) -> &Homogeneity {
        &self.homogeneity
    }

    /// What multiplies a threshold per mu for each 1,000 m² of a standard plant.
    pub fn plant_factor(&self, of: Yield) -> f64 {
        match of {
            Yield::Investment => self.plant_factors.0,
            Yield::Tax | Yield::Output => self.plant_factors.1,
        }
    }

    /// What the project of `case` needs of `factor`, in smallest steps; `None` where it does not say.
    pub fn need(&self, case: &Case<'_>, factor: SiteFactor) -> Option<i64> {
        self.basis.demand(&case.placed, factor)
    }

    /// The case of `project` in `park`; `None` where there is no such park.
    pub fn case<'a>(&'a self, project: &Arc<Project>, park: &ParkId) -> Option<Case<'a>> {
        let at = *self.places.get(park)?;
        let trade = self.number(&project.industry);
        let stated = project.output.map(|output| Output { amount: output.to_f64(), is_assumed: false });
        let usual = || trade.and_then(|trade| self.trade(trade)).and_then(|trade| trade.usual_output);
        let output = stated.or_else(|| usual().map(|amount| Output { amount, is_assumed: true }));
        let in_plant = project.plant_suitable && project.land.is_some_and(|land| land <= self.plant_land_limit);
        let premises = if in_plant { Premises::StandardPlant } else { Premises::OwnLand };
        let own = self.pinned.get(&project.id).copied();
        let placed = Placed { project: Arc::clone(project), premises };
        Some(Case { ground: self, placed, trade, output, own, park: self.parks.get(at)?, at })
    }

    /// The parks that differ from those of `before` in what they stand for or have given away; `None` where anything differs
    /// on which the scores of other parks rest as well.
    pub fn parks_apart(&self, before: &Self) -> Option<Vec<&ParkId>> {
        let is_same_city = self.anchors == before.anchors
            && self.weights == before.weights
            && self.basis == before.basis
            && self.numbers == before.numbers
            && self.trades == before.trades
            && self.coefficients == before.coefficients
            && self.places == before.places
            && self.pinned == before.pinned
            && self.homogeneity == before.homogeneity
            && self.total.to_bits() == before.total.to_bits()
            && self.plant_factors == before.plant_factors
            && self.plant_land_limit == before.plant_land_limit;
        let own = |(_, at): &(&ParkId, &usize)| self.parks.get(**at) != before.parks.get(**at);
        is_same_city.then(|| self.places.iter().filter(own).map(|(park, _)| park).collect())
    }

    /// Tells whether the ground counts `project`: it is pinned.
    pub fn counts(&self, project: &ProjectId) -> bool {
        self.pinned.contains_key(project)
    }

    /// What `park` has as scores see it.
    pub fn park(&self, park: &ParkId) -> Option<&ParkGround> {
        self.parks.get(*self.places.get(park)?)
    }
}

fn trade(industry: &Industry) -> Trade {
    Trade {
        id: industry.id.clone(),
        is_new_track: industry.new_track,
        investment_per_mu: industry.investment_per_mu.map(WanYuan::to_f64),
        tax_per_mu: industry.tax_per_mu.map(WanYuan::to_f64),
        sector: industry.sector.zh.clone(),
        linked: Vec::new(),
        core_buyers: Vec::new(),
        neighbours: BTreeMap::new(),
        has_buyers: false,
        usual_output: None,
        output: 0.0,
        firms: 0,
    }
}

/// Least weight of an important link.
const IMPORTANT: u8 = 2;
/// Least weight of a core link.
const CORE: u8 = 3;

/// Joins sub-sectors by their links, and says what each buys for a unit of its output; links of a sub-sector with itself are
/// left out. A sub-sector that supplies at least as many others as it buys from counts as materials, the others as assembly.
fn link(world: &Scenario, trades: &mut [Trade]) -> Coefficients {
    let arcs = chain::arcs(world);
    for arc in &arcs {
        for (one, other, is_supplier) in [(arc.upstream, arc.downstream, true), (arc.downstream, arc.upstream, false)] {
            if let Some(trade) = trades.get_mut(one) {
                trade.has_buyers |= is_supplier;
                let weight = trade.neighbours.entry(other).or_default();
                *weight = weight.saturating_add(arc.weight);
                if arc.weight >= IMPORTANT {
                    trade.linked.push(other);
                }
                if arc.weight >= CORE && is_supplier {
                    trade.core_buyers.push(other);
                }
            }
        }
    }
    chain::coefficients(world, &arcs)
}

/// The projects that are pinned to a park, as they would stand there.
fn pinned_here<'a>(world: &'a Scenario, facts: &'a ParkFacts) -> impl Iterator<Item = Placed> + 'a {
    facts
        .pinned
        .iter()
        .filter_map(|project| world.projects.get(project))
        .map(|project| Placed { premises: world.usual_premises(project), project: Arc::clone(project) })
}

fn park_ground(
    world: &Scenario,
    park: &Arc<Park>,
    facts: &ParkFacts,
    basis: &Basis,
    numbers: &BTreeMap<IndustryId, usize>,
) -> ParkGround {
    let mut outputs: BTreeMap<usize, f64> = BTreeMap::new();
    let mut firms: BTreeMap<usize, i64> = BTreeMap::new();
    for (industry, existing) in facts.existing.iter() {
        let Some(number) = numbers.get(industry) else { continue };
        *firms.entry(*number).or_default() += existing.firms.steps();
        if let Some(output) = existing.output {
            *outputs.entry(*number).or_default() += output.to_f64();
        }
    }
    let mut used = SiteFactor::ALL.map(|factor| facts.demand(factor).reserved);
    let mut used_land = facts.reserved_land.minus(facts.phase_land).steps();
    for placed in pinned_here(world, facts) {
        if let Some(number) = numbers.get(&placed.project.industry) {
            *firms.entry(*number).or_default() += 1;
            if let Some(output) = placed.project.output {
                *outputs.entry(*number).or_default() += output.to_f64();
            }
        }
        for (factor, used) in SiteFactor::ALL.into_iter().zip(&mut used) {
            *used = used.saturating_add(basis.demand(&placed, factor).unwrap_or(0));
        }
        if placed.premises == Premises::OwnLand {
            used_land = used_land.saturating_add(placed.project.land.unwrap_or_default().steps());
        }
    }
    let positions = facts.positions.iter().flat_map(|position| {
        let numbers = position.industries.iter().filter_map(|industry| numbers.get(industry));
        numbers.map(|trade| Standing { trade: *trade, role: position.role })
    });
    ParkGround {
        record: Arc::clone(park),
        total: 0.0,
        positions: positions.collect(),
        directions: Vec::new(),
        themes: Vec::new(),
        leaders: Vec::new(),
        index: None,
        agreed: Vec::new(),
        used_land,
        used,
        outputs: outputs.into_iter().filter(|(_, output)| *output > 0.0).collect(),
        firms: firms.into_iter().collect(),
        supply: Vec::new(),
        demand: Vec::new(),
    }
}

/// What documents and records tell of the parks: directions, characteristic parks, chain leaders.
fn told(
    world: &Scenario,
    plan: &PlanId,
    numbers: &BTreeMap<IndustryId, usize>,
    places: &BTreeMap<ParkId, usize>,
    parks: &mut [ParkGround],
) {
    for direction in &world.directions {
        if let Some(trade) = numbers.get(&direction.industry)
            && let Some(park) = places.get(&direction.park).and_then(|at| parks.get_mut(*at))
        {
            park.directions.push((*trade, direction.kind));
        }
    }
    for theme in world.characteristic_parks.iter().filter(|theme| theme.since <= world.as_of) {
        if let (Some(industry), Some(id)) = (&theme.industry, &theme.park)
            && let Some(trade) = numbers.get(industry)
            && let Some(park) = places.get(id).and_then(|at| parks.get_mut(*at))
        {
            park.themes.push((*trade, theme.recognition));
        }
    }
    if let Some((pack, year)) = appraisal::main_pack(world).zip(appraisal::years(world).last().copied()) {
        for (id, at) in places {
            if let Some(park) = parks.get_mut(*at) {
                park.index = appraisal::total(world, pack, id, year);
            }
        }
    }
    for agreement in world.agreements_of(plan) {
        for park in parks.iter_mut().filter(|it| it.record.is_hosted_by(&agreement.host)) {
            park.agreed.push(agreement.project.clone());
        }
    }
    for leader in world.enterprises.iter().filter(|enterprise| enterprise.chain_leader) {
        if let Some(trade) = numbers.get(&leader.industry)
            && let Some(park) = places.get(world.park_of(plan, leader)).and_then(|at| parks.get_mut(*at))
        {
            park.leaders.push(*trade);
        }
    }
}

/// Output of the average firm of each sub-sector, over the records that state their output.
#[expect(clippy::cast_precision_loss, reason = "numbers of firms are small")]
fn usual_outputs(world: &Scenario, numbers: &BTreeMap<IndustryId, usize>, trades: &mut [Trade]) {
    let mut sums: Vec<(f64, i64)> = vec![(0.0, 0); trades.len()];
    let mut of_all = (0.0, 0_i64);
    for enterprise in &world.enterprises {
        let Some(output) = enterprise.output.filter(|output| output.steps() > 0) else { continue };
        if let Some((sum, firms)) = numbers.get(&enterprise.industry).and_then(|at| sums.get_mut(*at)) {
            *sum += output.to_f64();
            *firms += enterprise.firms.steps();
            of_all = (of_all.0 + output.to_f64(), of_all.1 + enterprise.firms.steps());
        }
    }
    let mean = |(sum, firms): (f64, i64)| (firms > 0).then(|| sum / firms as f64);
    for (trade, sum) in trades.iter_mut().zip(sums) {
        trade.usual_output = mean(sum).or_else(|| mean(of_all));
    }
}

/// What each park finds in reach: its own and, in part, that of the parks nearby.
fn reach(anchors: &Anchors, coefficients: &Coefficients, parks: &mut [ParkGround]) {
    let trades = coefficients.sectors();
    let own: Vec<[Vec<f64>; 2]> = parks
        .iter()
        .map(|park| {
            let supply: Vec<f64> = (0..trades).map(|trade| park.output(trade)).collect();
            let demand = coefficients.demand(&supply);
            [supply, demand]
        })
        .collect();
    let near = nearby(parks, anchors.chain_neighbour_km);
    let part = anchors.chain_neighbour_part;
    for ((park, own_of_park), near) in parks.iter_mut().zip(&own).zip(near) {
        let [mut supply, mut demand] = own_of_park.clone();
        for [other_supply, other_demand] in near.iter().filter_map(|at| own.get(*at)) {
            supply.iter_mut().zip(other_supply).for_each(|(sum, other)| *sum += part * other);
            demand.iter_mut().zip(other_demand).for_each(|(sum, other)| *sum += part * other);
        }
        park.supply = supply;
        park.demand = demand;
    }
}

/// Kilometres in a degree of latitude.
const DEGREE: f64 = 111.2;

/// For each park the numbers of the other parks within `radius` kilometres; a park without a place has none.
fn nearby(parks: &[ParkGround], radius: f64) -> Vec<Vec<usize>> {
    let mut placed: Vec<(f64, f64, usize)> = parks
        .iter()
        .enumerate()
        .filter_map(|(at, park)| park.record.place.map(|place| (place.lat.to_f64(), place.lon.to_f64(), at)))
        .collect();
    placed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
    let mut near = vec![Vec::new(); parks.len()];
    for (first, (lat, lon, at)) in placed.iter().enumerate() {
        for (other_lat, other_lon, other) in placed.iter().skip(first + 1) {
            let north = (other_lat - lat) * DEGREE;
            if north > radius {
                break;
            }
            let east = (other_lon - lon) * DEGREE * f64::midpoint(*lat, *other_lat).to_radians().cos();
            if north.hypot(east) <= radius {
                near.get_mut(*at).into_iter().for_each(|list: &mut Vec<usize>| list.push(*other));
                near.get_mut(*other).into_iter().for_each(|list: &mut Vec<usize>| list.push(*at));
            }
        }
    }
    for list in &mut near {
        list.sort_unstable();
    }
    near
}

fn plant_factor(world: &Scenario, wanted: Yield) -> f64 {
    let factor = world.rules.iter().find_map(|rule| {
        if let RuleKind::Threshold { of, plant } = &rule.kind { (*of == wanted).then(|| plant.to_f64()) } else { None }
    });
    factor.unwrap_or(1.0)
}

fn plant_land_limit(world: &Scenario) -> Mu {
    let limit = world.rules.iter().find_map(|rule| {
        if let RuleKind::Land { plant_land_limit } = &rule.kind { Some(*plant_land_limit) } else { None }
    });
    limit.unwrap_or(Mu::ZERO)
}

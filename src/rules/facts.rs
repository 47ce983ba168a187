//! How much of everything is where? Totals per park for one plan, computed once, kept up to date by every change.
//!
//! Every rule reads these and adds up nothing itself. Facts that followed a change equal facts made from scratch.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;

use crate::model::{
    edit::Touched,
    enterprise::Enterprise,
    id::{EnterpriseId, IndustryId, ParkId, PlanId, PositionId, ProjectId, StreamId},
    industry::EnvironmentClass,
    park::{Position, Role},
    plan::{Placement, PlanPosition, Premises, Reservation, Reserved},
    policy::{RuleKind, SiteFactor, Treatment},
    project::Project,
    quantity::{Count, Megawatts, Mu, SquareMetres, Tce, TonnesPerDay, WanYuan},
    scenario::Scenario,
};

/// A project as it is placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The project.
    pub project: Arc<Project>,
    /// What it takes up.
    pub premises: Premises,
}

/// Order of placing, with the project to tell two apart.
pub type PlacedKey = (u32, ProjectId);

/// What stands in a park already, of one sub-sector.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Existing {
    /// Firms.
    pub firms: Count,
    /// Output; `None` when no record states one.
    pub output: Option<WanYuan>,
    /// The records.
    pub enterprises: Vec<EnterpriseId>,
}

/// Existing enterprises of a park by sub-sector.
pub type ExistingByIndustry = BTreeMap<IndustryId, Existing>;

/// Demand for one factor of a park, in smallest steps of its unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Demand {
    /// Demand of placed projects.
    pub used: i64,
    /// Live reservations.
    pub reserved: i64,
    /// Placed projects that need some and do not say how much.
    pub unstated: u32,
}

impl Demand {
    /// Demand of placed projects and live reservations together.
    pub const fn total(self) -> i64 {
        self.used.saturating_add(self.reserved)
    }
}

impl std::ops::AddAssign for Demand {
    fn add_assign(&mut self, other: Self) {
        self.used = self.used.saturating_add(other.used);
        self.reserved = self.reserved.saturating_add(other.reserved);
        self.unstated = self.unstated.saturating_add(other.unstated);
    }
}

impl std::ops::SubAssign for Demand {
    fn sub_assign(&mut self, other: Self) {
        self.used = self.used.saturating_sub(other.used);
        self.reserved = self.reserved.saturating_sub(other.reserved);
        self.unstated = self.unstated.saturating_sub(other.unstated);
    }
}

/// What all parks together draw from the pools of the city, in smallest steps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CityTotals {
    /// Land of placed projects, later phases and reservations.
    pub land: Demand,
    /// Energy.
    pub energy: Demand,
    /// Waste water of every stream.
    pub waste_water: Demand,
}

impl CityTotals {
    fn of(park: &ParkFacts) -> Self {
        let land =
            Demand { used: park.land.steps(), reserved: park.reserved_land.steps(), unstated: park.land_unstated };
        let mut waste_water = park.demand(SiteFactor::Sewage);
        let chemical = park.demand(SiteFactor::ChemicalSewage);
        waste_water.used = waste_water.used.saturating_add(chemical.used);
        waste_water.reserved = waste_water.reserved.saturating_add(chemical.reserved);
        waste_water.unstated = waste_water.unstated.saturating_add(chemical.unstated);
        Self { land, energy: park.demand(SiteFactor::EnergyQuota), waste_water }
    }

    fn put(&mut self, park: &ParkFacts) {
        let of = Self::of(park);
        self.land += of.land;
        self.energy += of.energy;
        self.waste_water += of.waste_water;
    }

    fn take(&mut self, park: &ParkFacts) {
        let of = Self::of(park);
        self.land -= of.land;
        self.energy -= of.energy;
        self.waste_water -= of.waste_water;
    }
}

/// What the totals depend on besides placements: the day, which streams need chemical treatment, which sub-sectors are
/// chemical, and the positions of the base data by park.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    as_of: Date,
    chemical_streams: BTreeSet<StreamId>,
    chemical_industries: BTreeSet<IndustryId>,
    positions: BTreeMap<ParkId, Vec<Arc<Position>>>,
}

impl Basis {
    /// The basis of `scenario`.
    pub fn of(scenario: &Scenario) -> Self {
        let needs = scenario.rules.iter().filter_map(|rule| {
            if let RuleKind::SpecialStream { streams, .. } = &rule.kind { Some(streams) } else { None }
        });
        let chemical = needs.flatten().filter(|need| need.needs == Treatment::ChemicalSewage);
        let mut positions: BTreeMap<ParkId, Vec<Arc<Position>>> = BTreeMap::new();
        for position in scenario.positions.iter().filter(|it| it.holds_on(scenario.as_of)) {
            positions.entry(position.park.clone()).or_default().push(Arc::clone(position));
        }
        let chemical_streams = chemical.map(|need| need.stream.clone()).collect();
        let of_class = scenario.industries.iter().filter(|it| it.environment_class == EnvironmentClass::E4);
        let chemical_industries = of_class.map(|industry| industry.id.clone()).collect();
        Self { as_of: scenario.as_of, chemical_streams, chemical_industries, positions }
    }

    /// The positions of `park` in the base data that hold on the day, by id.
    pub fn positions_of(&self, park: &ParkId) -> &[Arc<Position>] {
        self.positions.get(park).map_or(&[], Vec::as_slice)
    }

    /// Tells whether `project` may have a chemical process: nothing is said about the process, and the class of the project,
    /// or of its sub-sector where the project states none, is E4.
    pub fn may_be_chemical(&self, project: &Project) -> bool {
        let of_industry = || self.chemical_industries.contains(&project.industry);
        let is_class = project.environment_class.map_or_else(of_industry, |class| class == EnvironmentClass::E4);
        project.chemical_process.is_none() && is_class
    }

    /// What `placed` needs of `factor`, in smallest steps; `None` where it needs some and does not say how much.
    pub fn demand(&self, placed: &Placed, factor: SiteFactor) -> Option<i64> {
        let project = &placed.project;
        match factor {
            SiteFactor::ChemicalZoneLand => {
                let takes_some = project.chemical_process == Some(true) || self.may_be_chemical(project);
                if !takes_some || placed.premises == Premises::StandardPlant {
                    return Some(0);
                }
                project.chemical_process.and(project.land).map(Mu::steps)
            }
            SiteFactor::PlantFloor => match placed.premises {
                Premises::OwnLand => Some(0),
                Premises::StandardPlant => project.floor_area.map(SquareMetres::steps),
            },
            SiteFactor::Power => project.power.map(Megawatts::steps),
            SiteFactor::Sewage | SiteFactor::ChemicalSewage => {
                let is_chemical = project.stream.as_ref().is_some_and(|it| self.chemical_streams.contains(it));
                if is_chemical == (factor == SiteFactor::ChemicalSewage) {
                    project.waste_water.map(TonnesPerDay::steps)
                } else {
                    Some(0)
                }
            }
            SiteFactor::Water => project.water.map(TonnesPerDay::steps),
            SiteFactor::EnergyQuota => energy(project).map(Tce::steps),
        }
    }

    /// Land of the later phases of `placed` whose reservation is alive.
    fn phase_land(&self, placed: &Placed) -> Mu {
        if placed.premises == Premises::StandardPlant {
            return Mu::ZERO;
        }
        let live = placed.project.phases.iter().filter(|phase| self.as_of <= phase.until);
        live.filter_map(|phase| phase.land).fold(Mu::ZERO, Mu::plus)
    }
}

/// Energy of `project` a year: 1.229 tce for 10,000 kWh and 12.5 tce for 10,000 m³ of gas; `None` where one is missing.
pub fn energy(project: &Project) -> Option<Tce> {
    let (electricity, gas) = (project.electricity?.steps(), project.gas?.steps());
    // Hundredths of 万 kWh and 万 m³, thousandths of tce each, to tenths of a tce.
    let tenths = electricity.saturating_mul(1_229).saturating_add(gas.saturating_mul(12_500)).saturating_add(5_000);
    Some(Tce::from_steps(tenths.div_euclid(10_000)))
}

/// Totals of one park in one plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParkFacts {
    /// Its positions, leading ones first, each role in the order of designation.
    pub positions: Vec<Position>,
    /// Its placed projects in the order of placing.
    pub placed: BTreeMap<PlacedKey, Placed>,
    /// Land of placed projects on land of their own.
    pub land: Mu,
    /// Placed projects on land of their own that do not say how much.
    pub land_unstated: u32,
    /// Land of live reservations, those of later phases and of enterprises that relocate here included.
    pub reserved_land: Mu,
    /// Land of the later phases of placed projects whose reservation is alive.
    pub phase_land: Mu,
    factors: [Demand; 7],
    /// Projects pinned to this park.
    pub pinned: Vec<ProjectId>,
    /// What stands there once the plan has relocated enterprises.
    pub existing: Arc<ExistingByIndustry>,
    /// What stands there today; the same as `existing` where the plan relocates nothing.
    pub today: Arc<ExistingByIndustry>,
}

impl ParkFacts {
    /// Adds a placed project.
    fn add(&mut self, basis: &Basis, seq: u32, placed: Placed) {
        self.count(basis, &placed, 1);
        self.placed.insert((seq, placed.project.id.clone()), placed);
    }

    /// Takes a placed project out; nothing happens when it is not there.
    fn remove(&mut self, basis: &Basis, key: &PlacedKey) {
        if let Some(placed) = self.placed.remove(key) {
            self.count(basis, &placed, -1);
        }
    }

    fn count(&mut self, basis: &Basis, placed: &Placed, sign: i64) {
        let tally = |unstated: u32| if sign > 0 { unstated.saturating_add(1) } else { unstated.saturating_sub(1) };
        if placed.premises == Premises::OwnLand {
            match placed.project.land {
                Some(land) => self.land = self.land.plus(Mu::from_steps(sign.saturating_mul(land.steps()))),
                None => self.land_unstated = tally(self.land_unstated),
            }
        }
        let phases = Mu::from_steps(sign.saturating_mul(basis.phase_land(placed).steps()));
        self.phase_land = self.phase_land.plus(phases);
        self.reserved_land = self.reserved_land.plus(phases);
        for (factor, demand) in SiteFactor::ALL.into_iter().zip(&mut self.factors) {
            match basis.demand(placed, factor) {
                Some(amount) => demand.used = demand.used.saturating_add(sign.saturating_mul(amount)),
                None => demand.unstated = tally(demand.unstated),
            }
        }
    }

    /// Demand for land: placed projects on land of their own and live reservations.
    pub fn land_demand(&self) -> Mu {
        self.land.plus(self.reserved_land)
    }

    /// Demand for `factor`.
    pub fn demand(&self, factor: SiteFactor) -> Demand {
        let found = SiteFactor::ALL.into_iter().zip(self.factors).find(|(it, _)| *it == factor);
        found.map(|(_, demand)| demand).unwrap_or_default()
    }

    /// Floor of placed projects in standard plants.
    pub fn floor(&self) -> SquareMetres {
        SquareMetres::from_steps(self.demand(SiteFactor::PlantFloor).used)
    }

    fn reserve(&mut self, factor: SiteFactor, amount: i64) {
        for (_, demand) in SiteFactor::ALL.into_iter().zip(&mut self.factors).filter(|(it, _)| *it == factor) {
            demand.reserved = demand.reserved.saturating_add(amount);
        }
    }

    /// Tells whether these totals differ from `others` in anything but what placements do: positions, pins, reservations.
    pub fn differs_but_in_placements(&self, others: &Self) -> bool {
        let reserved = |facts: &Self| facts.factors.map(|demand| demand.reserved);
        self.positions != others.positions
            || self.pinned != others.pinned
            || self.reserved_land.minus(self.phase_land) != others.reserved_land.minus(others.phase_land)
            || reserved(self) != reserved(others)
    }

    /// The position that covers `industry`.
    pub fn position_of(&self, industry: &IndustryId) -> Option<&Position> {
        self.positions.iter().find(|position| position.covers(industry))
    }

    /// Tells whether `project` stands here.
    pub fn holds(&self, project: &ProjectId) -> bool {
        self.placed.keys().any(|(_, id)| id == project)
    }

    /// Placed projects, newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &Arc<Project>> {
        self.placed.values().rev().map(|placed| &placed.project)
    }
}

/// A project and where it goes: a park with what it takes up there, or the queue.
pub type Move<'a> = (&'a Arc<Project>, Option<(&'a ParkId, Premises)>);

/// Parks in which a sub-sector leads, each with the position that covers it.
pub type LeadingParks = BTreeMap<IndustryId, BTreeMap<ParkId, PositionId>>;

/// Totals of every park in one plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    plan: PlanId,
    basis: Arc<Basis>,
    leading: Arc<LeadingParks>,
    parks: BTreeMap<ParkId, Arc<ParkFacts>>,
    homes: BTreeMap<ProjectId, (ParkId, u32)>,
    last_seq: u32,
}

/// What a plan says of each park besides its placements.
#[derive(Default)]
struct Said<'a> {
    changed: Vec<&'a PlanPosition>,
    pinned: BTreeMap<&'a ParkId, Vec<&'a ProjectId>>,
    reserved: BTreeMap<&'a ParkId, Vec<&'a Reservation>>,
    arriving: BTreeMap<&'a ParkId, Mu>,
}

impl<'a> Said<'a> {
    /// What `plan` says of the parks that are `asked` about.
    fn of(scenario: &'a Scenario, plan: &'a PlanId, is_asked: impl Fn(&ParkId) -> bool) -> Self {
        let mut said = Self { changed: scenario.changed_positions_of(plan).collect(), ..Self::default() };
        for pin in scenario.pins_of(plan).filter(|pin| is_asked(&pin.park)) {
            said.pinned.entry(&pin.park).or_default().push(&pin.project);
        }
        for reservation in scenario.reservations_of(plan).filter(|it| is_asked(&it.park)) {
            said.reserved.entry(&reservation.park).or_default().push(reservation);
        }
        for relocation in scenario.relocations_of(plan).filter(|it| is_asked(&it.park)) {
            let enterprise = scenario.enterprises.get(&relocation.enterprise).filter(|it| it.park != relocation.park);
            let land = enterprise.and_then(|it| it.land).unwrap_or_default();
            *said.arriving.entry(&relocation.park).or_default() += land;
        }
        said
    }
}

/// The enterprises of each park by sub-sector, each in the park that `park_of` tells.
fn existing_in<'a>(
    scenario: &'a Scenario,
    park_of: impl Fn(&'a Enterprise) -> &'a ParkId,
) -> BTreeMap<&'a ParkId, ExistingByIndustry> {
    let mut existing: BTreeMap<&ParkId, ExistingByIndustry> = BTreeMap::new();
    for enterprise in &scenario.enterprises {
        let sum = existing.entry(park_of(enterprise)).or_default().entry(enterprise.industry.clone()).or_default();
        sum.firms += enterprise.firms;
        if let Some(output) = enterprise.output {
            sum.output = Some(sum.output.unwrap_or_default().plus(output));
        }
        sum.enterprises.push(enterprise.id.clone());
    }
    existing
}

impl Facts {
    /// The totals of `plan`, from scratch.
    pub fn of(scenario: &Scenario, plan: &PlanId) -> Self {
        let mut existing = existing_in(scenario, |enterprise| scenario.park_of(plan, enterprise));
        let relocates = scenario.relocations_of(plan).next().is_some();
        let mut today = relocates.then(|| existing_in(scenario, |enterprise| &enterprise.park));
        let mut facts = Self {
            plan: plan.clone(),
            basis: Arc::new(Basis::of(scenario)),
            leading: Arc::default(),
            parks: BTreeMap::new(),
            homes: BTreeMap::new(),
            last_seq: scenario.last_seq(plan),
        };
        for park in &scenario.parks {
            let existing = Arc::new(existing.remove(&park.id).unwrap_or_default());
            let today = today
                .as_mut()
                .map_or_else(|| Arc::clone(&existing), |today| Arc::new(today.remove(&park.id).unwrap_or_default()));
            facts.parks.insert(park.id.clone(), Arc::new(ParkFacts { existing, today, ..ParkFacts::default() }));
        }
        for placement in scenario.placements_of(plan) {
            facts.put(scenario, placement);
        }
        let said = Said::of(scenario, plan, |_| true);
        let parks: Vec<ParkId> = facts.parks.keys().cloned().collect();
        for park in &parks {
            facts.refresh(scenario, &said, park);
        }
        facts
    }

    /// The plan that they are about.
    pub fn plan(&self) -> &PlanId {
        &self.plan
    }

    /// What the totals depend on besides base data and placements.
    pub fn basis(&self) -> &Basis {
        &self.basis
    }

    /// Parks in which each sub-sector leads.
    pub fn leading(&self) -> &Arc<LeadingParks> {
        &self.leading
    }

    /// Totals of `park`.
    pub fn park(&self, park: &ParkId) -> Option<&ParkFacts> {
        self.parks.get(park).map(AsRef::as_ref)
    }

    /// Totals of `park`, shared: the same pointer means that nothing has changed.
    pub fn shared(&self, park: &ParkId) -> Option<&Arc<ParkFacts>> {
        self.parks.get(park)
    }

    /// All parks with their totals, by id.
    pub fn parks(&self) -> impl Iterator<Item = (&ParkId, &ParkFacts)> {
        self.parks.iter().map(|(id, facts)| (id, facts.as_ref()))
    }

    /// What all parks together draw from the pools of the city. Costs the number of parks.
    pub fn city(&self) -> CityTotals {
        let mut totals = CityTotals::default();
        self.parks.values().for_each(|park| totals.put(park));
        totals
    }

    /// The same once the parks in `changed` are as they are there; `before` is what they draw now. Costs what changed.
    pub fn city_after(&self, before: CityTotals, changed: &BTreeMap<ParkId, ParkFacts>) -> CityTotals {
        let mut totals = before;
        for (park, facts) in changed {
            if let Some(before) = self.park(park) {
                totals.take(before);
            }
            totals.put(facts);
        }
        totals
    }

    /// Where `project` stands, and the order of its placing.
    pub fn home(&self, project: &ProjectId) -> Option<(&ParkId, u32)> {
        self.homes.get(project).map(|(park, seq)| (park, *seq))
    }

    /// The placed projects, by id.
    pub fn homes(&self) -> impl Iterator<Item = &ProjectId> {
        self.homes.keys()
    }

    /// The largest `seq` of the plan; 0 when nothing is placed.
    pub fn last_seq(&self) -> u32 {
        self.last_seq
    }

    /// Number of placed projects.
    pub fn placed(&self) -> usize {
        self.homes.len()
    }

    /// Follows a change of the scenario; `scenario` is as it is after the change.
    pub fn follow(&mut self, scenario: &Scenario, touched: &Touched) {
        let plan = self.plan.clone();
        let mut is_last_gone = false;
        for (_, project) in touched.projects.iter().filter(|(of, _)| *of == plan) {
            is_last_gone |= self.take(project).is_none_or(|seq| seq >= self.last_seq);
            if let Some(placement) = scenario.placement(&plan, project) {
                self.put(scenario, placement);
            }
        }
        if is_last_gone {
            self.last_seq = scenario.last_seq(&plan);
        }
        let parks: BTreeSet<&ParkId> =
            touched.parks.iter().filter(|(of, _)| *of == plan).map(|(_, park)| park).collect();
        let said = Said::of(scenario, &plan, |park| parks.contains(park));
        for park in parks {
            self.refresh(scenario, &said, park);
        }
    }

    /// Takes `project` out of its park; tells the order of its placing.
    fn take(&mut self, project: &ProjectId) -> Option<u32> {
        let (park, seq) = self.homes.remove(project)?;
        if let Some(facts) = self.parks.get_mut(&park) {
            Arc::make_mut(facts).remove(&self.basis, &(seq, project.clone()));
        }
        Some(seq)
    }

    fn put(&mut self, scenario: &Scenario, placement: &Placement) {
        if let Some(project) = scenario.projects.get(&placement.project)
            && let Some(facts) = self.parks.get_mut(&placement.park)
        {
            let placed = Placed { project: Arc::clone(project), premises: placement.premises };
            Arc::make_mut(facts).add(&self.basis, placement.seq, placed);
            self.homes.insert(placement.project.clone(), (placement.park.clone(), placement.seq));
            self.last_seq = self.last_seq.max(placement.seq);
        }
    }

    /// Reads again what does not follow from the placements: positions, reservations, pins.
    fn refresh(&mut self, scenario: &Scenario, said: &Said<'_>, park: &ParkId) {
        let Some(facts) = self.parks.get_mut(park) else { return };
        let facts = Arc::make_mut(facts);
        let base = self.basis.positions_of(park).iter().map(AsRef::as_ref);
        let positions = scenario.positions_with(base, &said.changed, park);
        if facts.positions != positions {
            let leading = Arc::make_mut(&mut self.leading);
            for industry in facts.positions.iter().flat_map(|position| &position.industries) {
                if let Some(parks) = leading.get_mut(industry) {
                    parks.remove(park);
                    if parks.is_empty() {
                        leading.remove(industry);
                    }
                }
            }
            for position in positions.iter().filter(|position| position.role == Role::Leading) {
                for industry in &position.industries {
                    leading.entry(industry.clone()).or_default().insert(park.clone(), position.id.clone());
                }
            }
            facts.positions = positions;
        }
        facts.pinned = said.pinned.get(park).into_iter().flatten().map(|project| (*project).clone()).collect();
        facts.reserved_land = facts.phase_land.plus(said.arriving.get(park).copied().unwrap_or_default());
        for demand in &mut facts.factors {
            demand.reserved = 0;
        }
        let live = |until| scenario.as_of <= until;
        let reserved = said.reserved.get(park).into_iter().flatten();
        for reservation in reserved.filter(|it| live(it.until)) {
            match reservation.amount {
                Reserved::Land(land) => facts.reserved_land += land,
                Reserved::PlantFloor(floor) => facts.reserve(SiteFactor::PlantFloor, floor.steps()),
                Reserved::Power(load) => facts.reserve(SiteFactor::Power, load.steps()),
                Reserved::Sewage(flow) => facts.reserve(SiteFactor::Sewage, flow.steps()),
                Reserved::Water(flow) => facts.reserve(SiteFactor::Water, flow.steps()),
                Reserved::EnergyQuota(energy) => facts.reserve(SiteFactor::EnergyQuota, energy.steps()),
            }
        }
    }

    /// The totals of the parks that a move changes, as they would be after it: `project` leaves where it stands and
    /// goes to `to`, or into the queue. Nothing else changes.
    pub fn after_move(
        &self,
        scenario: &Scenario,
        project: &Arc<Project>,
        to: Option<(&ParkId, Premises)>,
    ) -> BTreeMap<ParkId, ParkFacts> {
        self.after_moves(scenario, &[(project, to)])
    }

    /// The totals of the parks that several moves change, as they would be after all of them in their order; each
    /// project moves once at most.
    pub fn after_moves(&self, scenario: &Scenario, moves: &[Move<'_>]) -> BTreeMap<ParkId, ParkFacts> {
        let mut changed: BTreeMap<ParkId, ParkFacts> = BTreeMap::new();
        let mut touch = |park: &ParkId, change: &dyn Fn(&mut ParkFacts)| {
            if let Some(facts) = self.park(park) {
                change(changed.entry(park.clone()).or_insert_with(|| facts.clone()));
            }
        };
        let mut seq = self.last_seq;
        for (project, to) in moves {
            if let Some((park, seq)) = self.home(&project.id) {
                touch(park, &|facts| facts.remove(&self.basis, &(seq, project.id.clone())));
            }
            if let Some((park, premises)) = *to {
                seq = seq.saturating_add(1);
                touch(park, &|facts| facts.add(&self.basis, seq, Placed { project: Arc::clone(project), premises }));
            }
            if let Some(pin) = scenario.pin(&self.plan, &project.id) {
                touch(&pin.park, &|_| ());
            }
        }
        changed
    }
}

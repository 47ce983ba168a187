//! How much of everything is where? Totals per park for one plan, computed once, kept up to date by every change.
//!
//! Every rule reads these and adds up nothing itself. Facts that followed a change equal facts made from scratch.

use std::{collections::BTreeMap, sync::Arc};

use crate::model::{
    edit::Touched,
    id::{EnterpriseId, IndustryId, ParkId, PlanId, ProjectId},
    park::Position,
    plan::{Placement, Premises, Reserved},
    project::Project,
    quantity::{Count, Mu, SquareMetres, WanYuan},
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

/// Existing enterprises of a park by sub-sector; part of the base data, shared by all plans.
pub type ExistingByIndustry = BTreeMap<IndustryId, Existing>;

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
    /// Floor of placed projects in standard plants.
    pub floor: SquareMetres,
    /// Land of live reservations.
    pub reserved_land: Mu,
    /// Projects pinned to this park.
    pub pinned: Vec<ProjectId>,
    /// What stands there already.
    pub existing: Arc<ExistingByIndustry>,
}

impl ParkFacts {
    /// Adds a placed project.
    pub fn add(&mut self, seq: u32, placed: Placed) {
        self.count(&placed, 1);
        self.placed.insert((seq, placed.project.id.clone()), placed);
    }

    /// Takes a placed project out; nothing happens when it is not there.
    pub fn remove(&mut self, key: &PlacedKey) {
        if let Some(placed) = self.placed.remove(key) {
            self.count(&placed, -1);
        }
    }

    fn count(&mut self, placed: &Placed, sign: i64) {
        match placed.premises {
            Premises::OwnLand => match placed.project.land {
                Some(land) => self.land = self.land.plus(Mu::from_steps(sign.saturating_mul(land.steps()))),
                None if sign > 0 => self.land_unstated = self.land_unstated.saturating_add(1),
                None => self.land_unstated = self.land_unstated.saturating_sub(1),
            },
            Premises::StandardPlant => {
                let floor = placed.project.floor_area.unwrap_or_default().steps();
                self.floor = self.floor.plus(SquareMetres::from_steps(sign.saturating_mul(floor)));
            }
        }
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

/// Totals of every park in one plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    plan: PlanId,
    parks: BTreeMap<ParkId, Arc<ParkFacts>>,
    homes: BTreeMap<ProjectId, (ParkId, u32)>,
}

impl Facts {
    /// The totals of `plan`, from scratch.
    pub fn of(scenario: &Scenario, plan: &PlanId) -> Self {
        let mut existing: BTreeMap<&ParkId, ExistingByIndustry> = BTreeMap::new();
        for enterprise in &scenario.enterprises {
            let sum = existing.entry(&enterprise.park).or_default().entry(enterprise.industry.clone()).or_default();
            sum.firms += enterprise.firms;
            if let Some(output) = enterprise.output {
                sum.output = Some(sum.output.unwrap_or_default().plus(output));
            }
            sum.enterprises.push(enterprise.id.clone());
        }
        let mut facts = Self { plan: plan.clone(), parks: BTreeMap::new(), homes: BTreeMap::new() };
        for park in &scenario.parks {
            let existing = Arc::new(existing.remove(&park.id).unwrap_or_default());
            facts.parks.insert(park.id.clone(), Arc::new(ParkFacts { existing, ..ParkFacts::default() }));
        }
        for placement in scenario.placements_of(plan) {
            facts.put(scenario, placement);
        }
        let parks: Vec<ParkId> = facts.parks.keys().cloned().collect();
        for park in &parks {
            facts.refresh(scenario, park);
        }
        facts
    }

    /// The plan that they are about.
    pub fn plan(&self) -> &PlanId {
        &self.plan
    }

    /// Totals of `park`.
    pub fn park(&self, park: &ParkId) -> Option<&ParkFacts> {
        self.parks.get(park).map(AsRef::as_ref)
    }

    /// All parks with their totals, by id.
    pub fn parks(&self) -> impl Iterator<Item = (&ParkId, &ParkFacts)> {
        self.parks.iter().map(|(id, facts)| (id, facts.as_ref()))
    }

    /// Where `project` stands, and the order of its placing.
    pub fn home(&self, project: &ProjectId) -> Option<(&ParkId, u32)> {
        self.homes.get(project).map(|(park, seq)| (park, *seq))
    }

    /// Number of placed projects.
    pub fn placed(&self) -> usize {
        self.homes.len()
    }

    /// Follows a change of the scenario; `scenario` is as it is after the change.
    pub fn follow(&mut self, scenario: &Scenario, touched: &Touched) {
        let plan = self.plan.clone();
        for (_, project) in touched.projects.iter().filter(|(of, _)| *of == plan) {
            self.take(project);
            if let Some(placement) = scenario.placement(&plan, project) {
                self.put(scenario, placement);
            }
        }
        for (_, park) in touched.parks.iter().filter(|(of, _)| *of == plan) {
            self.refresh(scenario, park);
        }
    }

    fn take(&mut self, project: &ProjectId) {
        if let Some((park, seq)) = self.homes.remove(project)
            && let Some(facts) = self.parks.get_mut(&park)
        {
            Arc::make_mut(facts).remove(&(seq, project.clone()));
        }
    }

    fn put(&mut self, scenario: &Scenario, placement: &Placement) {
        if let Some(project) = scenario.projects.get(&placement.project)
            && let Some(facts) = self.parks.get_mut(&placement.park)
        {
            let placed = Placed { project: Arc::clone(project), premises: placement.premises };
            Arc::make_mut(facts).add(placement.seq, placed);
            self.homes.insert(placement.project.clone(), (placement.park.clone(), placement.seq));
        }
    }

    /// Reads again what does not follow from the placements: positions, reservations, pins.
    fn refresh(&mut self, scenario: &Scenario, park: &ParkId) {
        let Some(facts) = self.parks.get_mut(park) else { return };
        let facts = Arc::make_mut(facts);
        facts.positions = scenario.positions_of(&self.plan, park);
        facts.pinned =
            scenario.pins_of(&self.plan).filter(|pin| pin.park == *park).map(|pin| pin.project.clone()).collect();
        facts.reserved_land = Mu::ZERO;
        for reservation in scenario.reservations_of(&self.plan).filter(|it| it.park == *park) {
            if let Reserved::Land(land) = reservation.amount
                && scenario.as_of <= reservation.until
            {
                facts.reserved_land += land;
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
        let mut changed: BTreeMap<ParkId, ParkFacts> = BTreeMap::new();
        let mut touch = |park: &ParkId, change: &dyn Fn(&mut ParkFacts)| {
            if let Some(facts) = self.park(park) {
                change(changed.entry(park.clone()).or_insert_with(|| facts.clone()));
            }
        };
        if let Some((park, seq)) = self.home(&project.id) {
            touch(park, &|facts| facts.remove(&(seq, project.id.clone())));
        }
        if let Some((park, premises)) = to {
            let seq = scenario.last_seq(&self.plan).saturating_add(1);
            touch(park, &|facts| facts.add(seq, Placed { project: Arc::clone(project), premises }));
        }
        if let Some(pin) = scenario.pin(&self.plan, &project.id) {
            touch(&pin.park, &|_| ());
        }
        changed
    }
}

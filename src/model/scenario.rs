//! What is one scenario? The whole document: base data, the rule pack, and plans over them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    enterprise::Enterprise,
    evidence::{Confidence, Evidence, Exception, Source},
    id::{CharacteristicParkId, ParkId, PlanId, PositionId, ProjectId, RecordId},
    indicator::{Incident, Indicator, IndicatorPack, IndicatorValue},
    industry::{Industry, Link, PositionSet},
    outline::Outline,
    park::{CharacteristicPark, Direction, Park, Position, Unit},
    plan::{
        Agreement, Assumption, Certificate, Claim, Decision, Grant, Lock, Opinion, Phasing, Pin, Placement, Plan,
        PlanComparison, PlanPosition, PlanStatus, PlanWeight, PositionChange, Premises, Relocation, Reservation,
        Stipulation, Waiver,
    },
    policy::{Pack, Rule, RuleKind},
    project::Project,
    quantity::Mu,
    recognition::{CharacteristicYear, RecognitionStep, Standard},
    sharing::{LedgerEntry, SharingTemplate, Tax, Transfer},
    support::{Anchor, Document, Funding, Honour, Programme, Session, Task, Weight},
    table::Table,
    text::Text,
};

/// Version of the file form that this program writes, and the newest that it reads.
pub const SCHEMA: u32 = 1;

/// A scenario. Tables share their records between clones, so that a clone costs almost nothing.
///
/// Built by hand or read from a file, it may hold dangling references until [`super::check::problems`] finds none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Version of the file form.
    pub schema: u32,
    /// Its title.
    pub title: Text,
    /// The "today" of every judgement; the clock is never asked.
    pub as_of: Date,
    /// The plan that opens first and that the command line judges.
    pub active_plan: PlanId,
    /// Head of the rule pack.
    pub pack: Pack,
    /// The rules.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub rules: Table<Rule>,
    /// Fixed points of the suitability criteria; they belong to the rule pack.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub anchors: Table<Anchor>,
    /// Sources.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub sources: Table<Source>,
    /// Values whose evidence differs from that of their record.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub exceptions: Table<Exception>,
    /// Policy documents.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub documents: Table<Document>,
    /// Sub-sectors.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub industries: Table<Industry>,
    /// Chain links.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub links: Table<Link>,
    /// Named sets of sub-sectors.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub position_catalogue: Table<PositionSet>,
    /// Reporting units.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub units: Table<Unit>,
    /// Outlines on the map.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub outlines: Table<Outline>,
    /// Parks.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub parks: Table<Park>,
    /// Positions of the base data.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub positions: Table<Position>,
    /// Stated directions.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub directions: Table<Direction>,
    /// Characteristic parks.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub characteristic_parks: Table<CharacteristicPark>,
    /// Enterprises.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub enterprises: Table<Enterprise>,
    /// Projects.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub projects: Table<Project>,
    /// Programmes.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub programmes: Table<Programme>,
    /// Money that was won.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub fundings: Table<Funding>,
    /// Honours and pilots.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub honours: Table<Honour>,
    /// Service tasks and commitments.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub tasks: Table<Task>,
    /// Indicators.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub indicators: Table<Indicator>,
    /// Values of indicators.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub indicator_values: Table<IndicatorValue>,
    /// Indicator packs.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub indicator_packs: Table<IndicatorPack>,
    /// Accidents.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub incidents: Table<Incident>,
    /// Standards of recognition.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub standards: Table<Standard>,
    /// Yearly figures of characteristic parks.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub characteristic_years: Table<CharacteristicYear>,
    /// Steps in the life of characteristic parks.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub recognition_steps: Table<RecognitionStep>,
    /// Weights of the criteria.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub scoring: Table<Weight>,
    /// Taxes and what of them stays.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub taxes: Table<Tax>,
    /// Sharing templates.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub sharing_templates: Table<SharingTemplate>,
    /// Meetings.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub sessions: Table<Session>,
    /// The meetings' journal.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub decisions: Table<Decision>,
    /// Plans.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub plans: Table<Plan>,
    /// Placements, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub placements: Table<Placement>,
    /// Pins, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub pins: Table<Pin>,
    /// Locked parks, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub locks: Table<Lock>,
    /// Stipulations on project and park, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub stipulations: Table<Stipulation>,
    /// How projects are split into phases, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub phasings: Table<Phasing>,
    /// Positions that a plan changes or adds.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub plan_positions: Table<PlanPosition>,
    /// Waivers, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub waivers: Table<Waiver>,
    /// Relocations, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub relocations: Table<Relocation>,
    /// Reservations, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub reservations: Table<Reservation>,
    /// Assumptions, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub assumptions: Table<Assumption>,
    /// Weights of a plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub plan_weights: Table<PlanWeight>,
    /// Comparisons that the weights of a plan follow from.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub plan_comparisons: Table<PlanComparison>,
    /// Opinions of park committees, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub opinions: Table<Opinion>,
    /// Claims on programmes, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub claims: Table<Claim>,
    /// Grants, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub grants: Table<Grant>,
    /// Sharing agreements, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub agreements: Table<Agreement>,
    /// What was booked on agreements, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub ledger: Table<LedgerEntry>,
    /// Agreed transfers, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub transfers: Table<Transfer>,
    /// Solver certificates, by plan.
    #[serde(default, skip_serializing_if = "Table::is_empty")]
    pub certificates: Table<Certificate>,
}

/// Hands the fields of all tables of a [`Scenario`] to the macro `$with`, in the order of the file, after `$before`.
///
/// The only list of them: what goes through every table asks here, so that a new table cannot be forgotten.
macro_rules! tables {
    ($with:ident!($($before:tt)*)) => {
        $with! {
            ($($before)*) rules, anchors, sources, exceptions, documents, industries, links, position_catalogue, units,
            outlines, parks, positions, directions, characteristic_parks, enterprises, projects, programmes, fundings, honours, tasks, indicators,
            indicator_values, indicator_packs, incidents, standards, characteristic_years, recognition_steps, scoring, taxes, sharing_templates, sessions, decisions, plans, placements, pins, locks,
            stipulations, phasings, plan_positions, waivers, relocations, reservations, assumptions, plan_weights,
            plan_comparisons, opinions, claims, grants, agreements, ledger, transfers, certificates
        }
    };
}

pub(crate) use tables;

impl Scenario {
    /// A scenario without data: one empty draft plan `A`, and the rules of `pack`.
    pub fn blank(title: Text, as_of: Date, plan: Plan, pack: Pack, rules: Table<Rule>) -> Self {
        Self {
            schema: SCHEMA,
            title,
            as_of,
            active_plan: plan.id.clone(),
            pack,
            rules,
            plans: std::iter::once(plan).collect(),
            anchors: Table::default(),
            sources: Table::default(),
            exceptions: Table::default(),
            documents: Table::default(),
            industries: Table::default(),
            links: Table::default(),
            position_catalogue: Table::default(),
            units: Table::default(),
            outlines: Table::default(),
            parks: Table::default(),
            positions: Table::default(),
            directions: Table::default(),
            characteristic_parks: Table::default(),
            enterprises: Table::default(),
            projects: Table::default(),
            programmes: Table::default(),
            fundings: Table::default(),
            honours: Table::default(),
            tasks: Table::default(),
            indicators: Table::default(),
            indicator_values: Table::default(),
            indicator_packs: Table::default(),
            incidents: Table::default(),
            standards: Table::default(),
            characteristic_years: Table::default(),
            recognition_steps: Table::default(),
            scoring: Table::default(),
            taxes: Table::default(),
            sharing_templates: Table::default(),
            sessions: Table::default(),
            decisions: Table::default(),
            placements: Table::default(),
            pins: Table::default(),
            locks: Table::default(),
            stipulations: Table::default(),
            phasings: Table::default(),
            plan_positions: Table::default(),
            waivers: Table::default(),
            relocations: Table::default(),
            reservations: Table::default(),
            assumptions: Table::default(),
            plan_weights: Table::default(),
            plan_comparisons: Table::default(),
            opinions: Table::default(),
            claims: Table::default(),
            grants: Table::default(),
            agreements: Table::default(),
            ledger: Table::default(),
            transfers: Table::default(),
            certificates: Table::default(),
        }
    }

    /// The same base data and rules with the parts of all plans left out: one empty draft plan.
    #[must_use]
    pub fn base_only(&self, title: Text, plan: Plan) -> Self {
        let blank = Self::blank(title, self.as_of, plan, self.pack.clone(), self.rules.clone());
        Self {
            anchors: self.anchors.clone(),
            sources: self.sources.clone(),
            exceptions: self.exceptions.clone(),
            documents: self.documents.clone(),
            industries: self.industries.clone(),
            links: self.links.clone(),
            position_catalogue: self.position_catalogue.clone(),
            units: self.units.clone(),
            outlines: self.outlines.clone(),
            parks: self.parks.clone(),
            positions: self.positions.clone(),
            directions: self.directions.clone(),
            characteristic_parks: self.characteristic_parks.clone(),
            enterprises: self.enterprises.clone(),
            projects: self.projects.clone(),
            programmes: self.programmes.clone(),
            fundings: self.fundings.clone(),
            honours: self.honours.clone(),
            tasks: self.tasks.clone(),
            indicators: self.indicators.clone(),
            indicator_values: self.indicator_values.clone(),
            indicator_packs: self.indicator_packs.clone(),
            incidents: self.incidents.clone(),
            standards: self.standards.clone(),
            characteristic_years: self.characteristic_years.clone(),
            recognition_steps: self.recognition_steps.clone(),
            scoring: self.scoring.clone(),
            taxes: self.taxes.clone(),
            sharing_templates: self.sharing_templates.clone(),
            ..blank
        }
    }

    /// The parks in the order in which they are shown: by their place in the city's list, then by id.
    pub fn parks_in_order(&self) -> Vec<&Park> {
        let mut parks: Vec<&Park> = self.parks.iter().map(AsRef::as_ref).collect();
        parks.sort_by(|a, b| (a.rank, &a.id).cmp(&(b.rank, &b.id)));
        parks
    }

    /// The steps in the life of a characteristic park, the first one first.
    pub fn steps_of<'a>(
        &'a self,
        id: &'a CharacteristicParkId,
    ) -> impl DoubleEndedIterator<Item = &'a RecognitionStep> {
        self.recognition_steps.iter().filter(move |it| it.characteristic_park == *id).map(AsRef::as_ref)
    }

    /// The agreements of `plan`, by project.
    pub fn agreements_of<'a>(&'a self, plan: &'a PlanId) -> impl Iterator<Item = &'a Agreement> {
        of_plan(&self.agreements, plan, |agreement| &agreement.plan)
    }

    /// The claims of `plan`, by programme and project.
    pub fn claims_of<'a>(&'a self, plan: &'a PlanId) -> impl Iterator<Item = &'a Claim> {
        of_plan(&self.claims, plan, |claim| &claim.plan)
    }

    /// The grants of `plan`, by programme and project.
    pub fn grants_of<'a>(&'a self, plan: &'a PlanId) -> impl Iterator<Item = &'a Grant> {
        of_plan(&self.grants, plan, |grant| &grant.plan)
    }

    /// The agreed transfers of `plan`, by who pays and who receives.
    pub fn transfers_of<'a>(&'a self, plan: &'a PlanId) -> impl Iterator<Item = &'a Transfer> {
        of_plan(&self.transfers, plan, |transfer| &transfer.plan)
    }

    /// The placement of `project` in `plan`.
    pub fn placement(&self, plan: &PlanId, project: &ProjectId) -> Option<&Placement> {
        self.placements.get(&(plan.clone(), project.clone())).map(AsRef::as_ref)
    }

    /// The placements of `plan`, by project.
    pub fn placements_of<'a>(&'a self, plan: &'a PlanId) -> impl Iterator<Item = &'a Placement> {
        of_plan(&self.placements, plan, |placement| &placement.plan)
    }

    /// The pin of `project` in `plan`.
    pub fn pin(&self, plan: &PlanId, project: &ProjectId) -> Option<&Pin> {
        self.pins.get(&(plan.clone(), project.clone())).map(AsRef::as_ref)
    }

    /// The lock of `park` in `plan`.
    pub fn lock(&self, plan: &PlanId, park: &ParkId) -> Option<&Lock> {
        self.locks.get(&(plan.clone(), park.clone())).map(AsRef::as_ref)
    }

    /// The stipulations of `plan`, by project and park.
    pub fn stipulations_of<'a>(&'a self, plan: &'a PlanId) -> impl Iterator<Item = &'a Stipulation> {
        of_plan(&self.stipulations, plan, |stipulation| &stipulation.plan)
    }

    /// The assumptions of `plan`, by path.
    pub fn assumptions_of<'a>(&'a self, plan: &'a PlanId) -> impl Iterator<Item = &'a Assumption> {
        of_plan(&self.assumptions, plan, |assumption| &assumption.plan)
    }

    /// The phasings of `plan`, by project.
    pub fn phasings_of<'a>(&'a self, plan: &'a PlanId) -> impl Iterator<Item = &'a Phasing> {
        of_plan(&self.phasings, plan, |phasing| &phasing.plan)
    }

    /// Where `enterprise` stands once `plan` is carried out: where the plan relocates it, or where it is.
    pub fn park_of<'a>(&'a self, plan: &PlanId, enterprise: &'a Enterprise) -> &'a ParkId {
        let relocation = self.relocations.get(&(plan.clone(), enterprise.id.clone()));
        relocation.map_or(&enterprise.park, |it| &it.park)
    }

    /// The enterprises that `plan` relocates to `park` from another one, by id.
    pub fn arriving<'a>(&'a self, plan: &'a PlanId, park: &'a ParkId) -> impl Iterator<Item = &'a Enterprise> {
        let here = self.relocations_of(plan).filter(move |it| it.park == *park);
        let known = here.filter_map(|it| self.enterprises.get(&it.enterprise)).map(AsRef::as_ref);
        known.filter(move |enterprise| enterprise.park != *park)
    }

    /// The relocations of `plan`, by enterprise.
    pub fn relocations_of<'a>(&'a self, plan: &'a PlanId) -> impl Iterator<Item = &'a Relocation> {
        of_plan(&self.relocations, plan, |relocation| &relocation.plan)
    }

    /// How much the value of `field` can be trusted: its exception, or the evidence of its record.
    pub fn confidence(&self, table: &str, record: &str, field: &str, of_record: &Evidence) -> Confidence {
        self.exception(table, record, field).map_or(of_record.confidence, |exception| exception.confidence)
    }

    /// The evidence that `field` has of its own: that of `capacities.power` is of `capacities` unless it has its own.
    pub fn exception(&self, table: &str, record: &str, field: &str) -> Option<&Exception> {
        let of = |field: &str| self.exceptions.get(&(table.to_owned(), record.to_owned(), field.to_owned()));
        let found = of(field).or_else(|| field.split_once('.').and_then(|(whole, _)| of(whole)));
        found.map(AsRef::as_ref)
    }

    /// The pins of `plan`, by project.
    pub fn pins_of<'a>(&'a self, plan: &'a PlanId) -> impl Iterator<Item = &'a Pin> {
        of_plan(&self.pins, plan, |pin| &pin.plan)
    }

    /// The reservations of `plan`, by id.
    pub fn reservations_of<'a>(&'a self, plan: &'a PlanId) -> impl Iterator<Item = &'a Reservation> {
        of_plan(&self.reservations, plan, |reservation| &reservation.plan)
    }

    /// The decision on `project` of the last session that decided on it.
    pub fn last_decision(&self, project: &ProjectId) -> Option<&Decision> {
        let of_project = self.decisions.iter().filter(|it| it.project == *project).map(AsRef::as_ref);
        of_project.max_by_key(|it| self.order_of(it))
    }

    /// The decision of the last session on each project that was decided on.
    pub fn last_decisions(&self) -> BTreeMap<&ProjectId, &Decision> {
        let mut last: BTreeMap<&ProjectId, &Decision> = BTreeMap::new();
        for decision in &self.decisions {
            let earlier = last.get(&decision.project);
            if earlier.is_none_or(|earlier| self.order_of(earlier) < self.order_of(decision)) {
                last.insert(&decision.project, decision);
            }
        }
        last
    }

    /// Sessions follow each other by day, then by id.
    fn order_of<'a>(&self, decision: &'a Decision) -> (Option<Date>, &'a RecordId) {
        (self.sessions.get(&decision.session).map(|it| it.date), &decision.session)
    }

    /// The sessions, last first.
    pub fn sessions_in_order(&self) -> Vec<&Session> {
        let mut sessions: Vec<&Session> = self.sessions.iter().map(AsRef::as_ref).collect();
        sessions.sort_by(|a, b| (b.date, &b.id).cmp(&(a.date, &a.id)));
        sessions
    }

    /// The largest `seq` of `plan`; 0 when nothing is placed.
    pub fn last_seq(&self, plan: &PlanId) -> u32 {
        self.placements_of(plan).map(|placement| placement.seq).max().unwrap_or(0)
    }

    /// The positions of `park` as `plan` has them on the scenario's day: base data with the plan's changes, leading
    /// ones first, each role in the order of designation.
    pub fn positions_of(&self, plan: &PlanId, park: &ParkId) -> Vec<Position> {
        let changed: Vec<&PlanPosition> = self.changed_positions_of(plan).collect();
        let here = self.positions.iter().filter(|position| position.park == *park && position.holds_on(self.as_of));
        self.positions_with(here.map(AsRef::as_ref), &changed, park)
    }

    /// What `plan` does to positions, by position.
    pub fn changed_positions_of<'a>(&'a self, plan: &'a PlanId) -> impl Iterator<Item = &'a PlanPosition> {
        of_plan(&self.plan_positions, plan, |change| &change.plan)
    }

    /// The positions of `park` by its positions in the base data that hold on the day, and by everything that a plan
    /// `changed`, by position.
    pub fn positions_with<'a>(
        &self,
        base: impl Iterator<Item = &'a Position>,
        changed: &[&PlanPosition],
        park: &ParkId,
    ) -> Vec<Position> {
        // A position that the plan moves to another park is changed here too.
        let is_changed = |id: &PositionId| changed.binary_search_by(|change| change.position.cmp(id)).is_ok();
        let mut positions: Vec<Position> = base.filter(|it| !is_changed(&it.id)).cloned().collect();
        let here = changed.iter().filter(|change| change.park == *park);
        positions.extend(here.filter_map(|change| self.changed_position(change)));
        positions.sort_by(|a, b| (a.role, a.order, &a.id).cmp(&(b.role, b.order, &b.id)));
        positions
    }

    fn changed_position(&self, change: &PlanPosition) -> Option<Position> {
        match &change.change {
            PositionChange::Withdrawn => None,
            PositionChange::Set { role, name, industries, order } => {
                let base = self.positions.get(&change.position);
                Some(Position {
                    id: change.position.clone(),
                    park: change.park.clone(),
                    role: *role,
                    name: name.clone(),
                    industries: industries.clone(),
                    order: *order,
                    valid_from: None,
                    valid_to: None,
                    document: None,
                    evidence: base.map(|base| base.evidence.clone()).unwrap_or_default(),
                })
            }
        }
    }

    /// The next free id for a position that `plan` adds to `park`.
    pub fn next_position_id(&self, park: &ParkId) -> Option<PositionId> {
        (1_u32..).find_map(|n| {
            let id = PositionId::new(&format!("{park}-N{n}")).ok()?;
            let taken = self.positions.contains(&id) || self.plan_positions.iter().any(|change| change.position == id);
            (!taken).then_some(id)
        })
    }

    /// What `project` takes up when it is placed and the planner says nothing: a standard plant when it suits one and
    /// asks for no more land than the land rule's limit, else land of its own.
    pub fn usual_premises(&self, project: &Project) -> Premises {
        if self.suits_plant(project) { Premises::StandardPlant } else { Premises::OwnLand }
    }

    /// Tells whether `project` may go into a standard plant: it suits one, and asks for no more land than the land rule's
    /// limit.
    pub fn suits_plant(&self, project: &Project) -> bool {
        let limit = self.rules.iter().find_map(|rule| {
            if let RuleKind::Land { plant_land_limit } = &rule.kind { Some(*plant_land_limit) } else { None }
        });
        project.plant_suitable && project.land.is_some_and(|land| land <= limit.unwrap_or(Mu::ZERO))
    }

    /// Tells whether `plan` exists and may change.
    pub fn may_change(&self, plan: &PlanId) -> bool {
        self.plans.get(plan).is_some_and(|plan| plan.status == PlanStatus::Draft)
    }
}

/// The records of `plan` in a table whose keys begin with the plan.
pub(crate) fn of_plan<'a, T>(
    table: &'a Table<T>,
    plan: &'a PlanId,
    plan_of: impl Fn(&T) -> &PlanId + Copy + 'a,
) -> impl Iterator<Item = &'a T> {
    table
        .iter_from(move |record| plan_of(record) < plan)
        .map(AsRef::as_ref)
        .take_while(move |record| plan_of(record) == plan)
}

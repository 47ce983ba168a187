//! What must a plan obey? One rule a file; every rule reads [`facts`] and returns [`finding`]s.
//!
//! This is the only place where a rule is judged: drag preview, inspector, findings list, command line, report and
//! optimiser all ask here. A rule kind is code; its parameters, level, mode, validity, title and clause are the pack's
//! ([`crate::model::policy`]). To add a rule: a variant of [`RuleKind`], a file here, one arm in the table of
//! `Judges`, its sentence in `i18n`. Nothing here draws, reads files or changes a scenario.

pub mod access_list;
pub mod breadth;
pub mod capacity;
pub mod carried_cap;
pub mod chemical_park;
pub mod city_pool;
pub mod duplicate_report;
pub mod example;
pub mod facts;
pub mod finding;
pub mod floor_area_ratio;
pub mod homogeneous;
pub mod land;
pub mod largest_plot;
pub mod likeness;
pub mod neighbours;
pub mod off_position;
mod one_by_one;
pub mod outbidding;
pub mod output_per_tce;
pub mod outside_park;
pub mod pinned;
pub mod position_cap;
pub mod programme_budget;
pub mod radiation_site;
pub mod relocation_compensated;
pub mod river_bank;
pub mod slots;
pub mod special_stream;
pub mod stale_value;
pub mod stipulated_park;
pub mod tax_above_output;
pub mod theme;
pub mod threshold;
pub mod two_high;
pub mod unit_trap;
pub mod unsupported_position;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    id::{ParkId, PlanId, ProjectId, RuleId},
    industry::EnvironmentClass,
    park::{Park, Role},
    plan::{Resolution, Subject, Word},
    policy::{Mode, Rule, RuleKind},
    project::{Project, RegisterStatus},
    scenario::Scenario,
};
use facts::{Basis, CityTotals, Facts, LeadingParks, ParkFacts, Placed, PlacedKey};
use finding::{Detail, Finding, Member, State};

/// What one rule is asked about: one park of one plan.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The plan.
    pub plan: &'a PlanId,
    /// The rule, with its parameters.
    pub rule: &'a Rule,
    /// The park.
    pub park: &'a Park,
    /// The totals of the park.
    pub facts: &'a ParkFacts,
    /// What the totals depend on.
    pub basis: &'a Basis,
}

impl Case<'_> {
    /// A finding of this rule about the park as a whole.
    pub fn finding(&self, state: State, detail: Detail, members: Vec<Member>) -> Finding {
        self.finding_about(Subject::Whole, state, detail, members)
    }

    /// A finding of this rule about `subject` within the park.
    pub fn finding_about(&self, subject: Subject, state: State, detail: Detail, members: Vec<Member>) -> Finding {
        found(self.rule, Some(self.park.id.clone()), subject, state, detail, members)
    }

    /// Says that there is nothing to judge.
    pub fn nothing(&self) -> Vec<Finding> {
        vec![self.finding(State::NotApplicable, Detail::Nothing, Vec::new())]
    }
}

/// What one rule is asked about the city as a whole, in one plan.
#[derive(Clone, Copy)]
pub struct City<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The plan.
    pub plan: &'a PlanId,
    /// The rule, with its parameters.
    pub rule: &'a Rule,
    /// Parks in which each sub-sector leads.
    pub leading: &'a LeadingParks,
    /// Projects that the register counts as placed.
    pub registered: &'a BTreeSet<ProjectId>,
    /// What all parks together draw from the pools of the city.
    pub totals: CityTotals,
    /// What the totals depend on.
    pub basis: &'a Basis,
    /// The totals of every park.
    parks: Parks<'a>,
    /// Tells whether a project stands in a park.
    stands: &'a dyn Fn(&ProjectId) -> bool,
}

/// The totals of every park: of a plan as it stands, or with some parks changed.
#[derive(Clone, Copy, Default)]
pub struct Parks<'a> {
    /// The plan as it stands; `None` has no park.
    pub facts: Option<&'a Facts>,
    /// The parks that a change leaves otherwise.
    pub changed: Option<&'a BTreeMap<ParkId, ParkFacts>>,
}

impl<'a> Parks<'a> {
    /// The totals of each park.
    fn each(self) -> impl Iterator<Item = &'a ParkFacts> {
        let of = move |(id, before): (&ParkId, &'a ParkFacts)| {
            self.changed.and_then(|changed| changed.get(id)).unwrap_or(before)
        };
        self.facts.into_iter().flat_map(Facts::parks).map(of)
    }
}

/// What the rules about the city as a whole read of a plan, or of what it would be after a change.
#[derive(Clone, Copy)]
pub struct Standing<'a> {
    /// Parks in which each sub-sector leads.
    pub leading: &'a LeadingParks,
    /// Projects that the register counts as placed.
    pub registered: &'a BTreeSet<ProjectId>,
    /// What all parks together draw from the pools of the city.
    pub totals: CityTotals,
    /// The totals of every park.
    pub parks: Parks<'a>,
    /// Tells whether a project stands in a park.
    pub stands: &'a dyn Fn(&ProjectId) -> bool,
}

impl<'a> City<'a> {
    /// A finding of this rule about `subject`, in no park.
    pub fn finding(&self, subject: Subject, state: State, detail: Detail, members: Vec<Member>) -> Finding {
        found(self.rule, None, subject, state, detail, members)
    }

    /// Says that there is nothing to judge.
    pub fn nothing(&self) -> Vec<Finding> {
        vec![self.finding(Subject::Whole, State::NotApplicable, Detail::Nothing, Vec::new())]
    }

    /// All placed projects with the order of their placing.
    pub fn placed(&self) -> Vec<(&'a PlacedKey, &'a Placed)> {
        self.parks.each().flat_map(|park| &park.placed).collect()
    }

    /// Tells whether `project` stands in a park.
    pub fn stands(&self, project: &ProjectId) -> bool {
        (self.stands)(project)
    }
}

fn found(
    rule: &Rule,
    park: Option<ParkId>,
    subject: Subject,
    state: State,
    detail: Detail,
    members: Vec<Member>,
) -> Finding {
    Finding {
        rule: rule.id.clone(),
        order: rule.order,
        level: rule.level,
        mode: rule.mode,
        state,
        park,
        subject,
        members,
        detail,
        waits_for: Vec::new(),
    }
}

/// Environment class of the process of `project`, or of its sub-sector where the project states none.
pub fn class_of(scenario: &Scenario, project: &Project) -> Option<EnvironmentClass> {
    let of_industry = || scenario.industries.get(&project.industry).map(|industry| industry.environment_class);
    project.environment_class.or_else(of_industry)
}

/// The rules of the pack in their order.
pub fn in_order(scenario: &Scenario) -> Vec<&Rule> {
    let mut rules: Vec<&Rule> = scenario.rules.iter().map(AsRef::as_ref).collect();
    rules.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    rules
}

/// The rules of a scenario, ready to judge one plan.
pub struct Book<'a> {
    scenario: &'a Scenario,
    plan: &'a PlanId,
    basis: &'a Basis,
    rules: Vec<(&'a Rule, Judges<'a>)>,
}

impl<'a> Book<'a> {
    /// The rules of `scenario` for the plan of `facts`.
    pub fn new(scenario: &'a Scenario, facts: &'a Facts) -> Self {
        Self { scenario, plan: facts.plan(), basis: facts.basis(), rules: with_judges(in_order(scenario)) }
    }

    /// Everything that the rules find about `park`, whose totals are `facts`, in the order of the rules.
    ///
    /// Empty when the park does not exist. A rule that is off or not in force leaves one finding that says so.
    pub fn park(&self, park: &ParkId, facts: &ParkFacts) -> Vec<Finding> {
        let Some(park) = self.scenario.parks.get(park) else { return Vec::new() };
        let mut findings = Vec::new();
        for (rule, judges) in &self.rules {
            let (rule, Some(judge)) = (*rule, &judges.park) else { continue };
            let case = Case { scenario: self.scenario, plan: self.plan, rule, park, facts, basis: self.basis };
            if rule.mode == Mode::Off {
                findings.push(case.finding(State::Off, Detail::Nothing, Vec::new()));
            } else if rule.in_force_on(self.scenario.as_of) {
                findings.extend(judge(&case).into_iter().map(|finding| waived_or_not(&case, finding)));
            } else {
                findings.extend(case.nothing());
            }
        }
        findings
    }

    /// What the rules find about the plan in the city as a whole, but for its pools: it changes with placements of registered
    /// projects and with positions.
    pub fn city(&self, standing: &Standing<'_>) -> Vec<Finding> {
        self.of_city(|judges| judges.city.as_ref(), standing)
    }

    /// What the rules find about the pools of the city: it changes with every placement.
    pub fn pools(&self, standing: &Standing<'_>) -> Vec<Finding> {
        self.of_city(|judges| judges.pools.as_ref(), standing)
    }

    /// What the rules find about the register, the opinions and the grants: no placement and no position changes it, but for
    /// those of projects that are granted something.
    pub fn register(&self) -> Vec<Finding> {
        let (leading, registered) = (LeadingParks::new(), BTreeSet::new());
        let standing = Standing {
            leading: &leading,
            registered: &registered,
            totals: CityTotals::default(),
            parks: Parks::default(),
            stands: &|_| false,
        };
        self.of_city(|judges| judges.register.as_ref(), &standing)
    }

    fn of_city(
        &self,
        judge_of: impl for<'j> Fn(&'j Judges<'a>) -> Option<&'j OfCity<'a>>,
        standing: &Standing<'_>,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (rule, judges) in &self.rules {
            let (rule, Some(judge)) = (*rule, judge_of(judges)) else { continue };
            let city = City {
                scenario: self.scenario,
                plan: self.plan,
                rule,
                leading: standing.leading,
                registered: standing.registered,
                totals: standing.totals,
                basis: self.basis,
                parks: standing.parks,
                stands: standing.stands,
            };
            if rule.mode == Mode::Off {
                findings.push(city.finding(Subject::Whole, State::Off, Detail::Nothing, Vec::new()));
            } else if rule.in_force_on(self.scenario.as_of) {
                findings.extend(judge(&city));
            } else {
                findings.extend(city.nothing());
            }
        }
        findings
    }
}

/// Projects that the register counts as placed, on conditions or not, and that nobody decided to hold or return.
pub fn registered(scenario: &Scenario) -> BTreeSet<ProjectId> {
    let is_aside = |verdict| matches!(verdict, Resolution::Hold | Resolution::Return);
    let last = scenario.last_decisions().into_values();
    let aside: BTreeSet<&ProjectId> = last.filter(|it| is_aside(it.verdict)).map(|it| &it.project).collect();
    let counts = |project: &Project| {
        matches!(project.status, RegisterStatus::Placed | RegisterStatus::Conditional) && !aside.contains(&project.id)
    };
    scenario.projects.iter().filter(|project| counts(project)).map(|project| project.id.clone()).collect()
}

/// Tells whether placing, moving or taking back `project` can change what [`Book::city`] finds: only whether a registered
/// project stands anywhere matters there.
pub fn concerns_city(registered: &BTreeSet<ProjectId>, project: &ProjectId) -> bool {
    registered.contains(project)
}

/// What a rule says of a park.
type OfPark<'k> = Box<dyn Fn(&Case<'_>) -> Vec<Finding> + 'k>;
/// What a rule says of the city as a whole.
type OfCity<'k> = Box<dyn Fn(&City<'_>) -> Vec<Finding> + 'k>;

/// What a rule is asked about, and who answers: each park, the plan in the city as a whole, the pools of
/// the city, the register with the opinions and the grants.
#[derive(Default)]
struct Judges<'k> {
    park: Option<OfPark<'k>>,
    city: Option<OfCity<'k>>,
    pools: Option<OfCity<'k>>,
    register: Option<OfCity<'k>>,
}

impl<'k> Judges<'k> {
    fn park(judge: impl Fn(&Case<'_>) -> Vec<Finding> + 'k) -> Self {
        Self { park: Some(Box::new(judge)), ..Self::default() }
    }

    fn city(judge: impl Fn(&City<'_>) -> Vec<Finding> + 'k) -> Self {
        Self { city: Some(Box::new(judge)), ..Self::default() }
    }

    fn pools(judge: impl Fn(&City<'_>) -> Vec<Finding> + 'k) -> Self {
        Self { pools: Some(Box::new(judge)), ..Self::default() }
    }

    fn register(judge: impl Fn(&City<'_>) -> Vec<Finding> + 'k) -> Self {
        Self { register: Some(Box::new(judge)), ..Self::default() }
    }

    /// These for the parks, `register` for the register.
    fn and(self, register: Self) -> Self {
        Self { register: register.register, ..self }
    }

    /// Who judges rules of this kind: the one table of all kinds.
    fn of(kind: &'k RuleKind) -> Self {
        match kind {
            RuleKind::LeadingCap(caps) => Self::park(|case| position_cap::judge(case, Role::Leading, caps)),
            RuleKind::CharacteristicCap(caps) => {
                Self::park(|case| position_cap::judge(case, Role::Characteristic, caps))
            }
            RuleKind::CarriedCap { leading, characteristic } => {
                Self::park(|case| carried_cap::judge(case, leading, characteristic))
            }
            RuleKind::Land { .. } => Self::park(land::judge),
            RuleKind::LargestPlot => Self::park(largest_plot::judge),
            RuleKind::Capacity(factor) => Self::park(|case| capacity::judge(case, *factor)),
            RuleKind::TwoHigh => Self::park(two_high::judge),
            RuleKind::ChemicalPark => Self::park(chemical_park::judge),
            RuleKind::SpecialStream { streams, ordinary } => {
                Self::park(|case| special_stream::judge(case, streams, ordinary))
            }
            RuleKind::RiverBank { least } => Self::park(|case| river_bank::judge(case, *least)),
            RuleKind::RadiationSite { facility } => Self::park(|case| radiation_site::judge(case, facility)),
            RuleKind::AccessList => Self::park(access_list::judge),
            RuleKind::Pinned => Self::park(pinned::judge),
            RuleKind::RequiredPark => Self::park(|case| stipulated_park::judge(case, Word::Required)),
            RuleKind::ForbiddenPark => Self::park(|case| stipulated_park::judge(case, Word::Forbidden)),
            RuleKind::OffPosition { existing_classes } => {
                Self::park(|case| off_position::judge(case, existing_classes))
            }
            RuleKind::Breadth { most } => Self::park(|case| breadth::judge(case, *most)),
            RuleKind::Theme => Self::park(theme::judge),
            RuleKind::UnsupportedPosition => Self::park(unsupported_position::judge),
            RuleKind::Threshold { of, plant } => Self::park(|case| threshold::judge(case, *of, *plant)),
            RuleKind::FloorAreaRatio => Self::park(floor_area_ratio::judge),
            RuleKind::OutputPerTce { least } => Self::park(|case| output_per_tce::judge(case, *least)),
            RuleKind::Neighbours { pairs } => Self::park(|case| neighbours::judge(case, pairs)),
            RuleKind::RelocationCompensated => Self::park(relocation_compensated::judge),
            RuleKind::Homogeneous { most } => Self::city(|city| homogeneous::judge(city, *most)),
            RuleKind::CityPool(pool) => Self::pools(|city| city_pool::judge(city, *pool)),
            RuleKind::ProgrammeBudget => Self::register(programme_budget::judge),
            RuleKind::OutsidePark => Self::city(outside_park::judge),
            RuleKind::DuplicateReport { likeness, tolerance } => {
                Self::register(|city| duplicate_report::judge(city, *likeness, *tolerance))
            }
            RuleKind::UnitTrap { ranges } => Self::register(|city| unit_trap::judge(city, ranges)),
            RuleKind::Outbidding { most } => Self::register(|city| outbidding::judge(city, *most)),
            RuleKind::StaleValue { days, years } => {
                let register = Self::register(|city| stale_value::judge_reports(city, *days));
                Self::park(|case| stale_value::judge_enterprises(case, *years)).and(register)
            }
            RuleKind::TaxAboveOutput => {
                Self::park(tax_above_output::judge_enterprises).and(Self::register(tax_above_output::judge_projects))
            }
        }
    }
}

/// Each rule with those who judge it.
fn with_judges(rules: Vec<&Rule>) -> Vec<(&Rule, Judges<'_>)> {
    rules.into_iter().map(|rule| (rule, Judges::of(&rule.kind))).collect()
}

/// Tells whether `plan` holds a waiver of `rule` for `subject` in `park` that is still alive on the scenario's day. Nobody waives a
/// rule that blocks.
pub fn is_waived(
    scenario: &Scenario,
    plan: &PlanId,
    rule: &RuleId,
    mode: Mode,
    park: &ParkId,
    subject: &Subject,
) -> bool {
    let key = (plan.clone(), rule.clone(), park.clone(), subject.clone());
    let alive = scenario.waivers.get(&key).is_some_and(|waiver| scenario.as_of <= waiver.expires);
    mode != Mode::Block && alive
}

/// Turns a broken finding into a waived one when the plan waives it.
fn waived_or_not(case: &Case<'_>, finding: Finding) -> Finding {
    let waived = || is_waived(case.scenario, case.plan, &finding.rule, finding.mode, &case.park.id, &finding.subject);
    if finding.state == State::Broken && waived() { Finding { state: State::Waived, ..finding } } else { finding }
}

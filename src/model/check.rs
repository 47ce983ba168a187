//! Does the document make sense? Every duplicate, dangling reference and impossible value, with the record it is in.
//!
//! Only the document's own sense is checked here; whether a plan obeys the rules is the business of `rules`. What an
//! [`super::edit::Edit`] leaves behind always makes sense, so that everything that can be made can be saved.

mod criteria;
mod evaluation;
mod origins;
pub(super) mod outlines;
mod sharing;
pub mod values;

pub use values::LONGEST_NAME;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    assume::{self, AssumptionError},
    edit::phases_add_up,
    id::{IndustryId, ParkId, PlanId, ProjectId, StreamId},
    park::{ChemicalStatus, Position, Role},
    plan::{PlanPosition, PlanStatus, PositionChange, Subject},
    policy::{Mode, Rule, RuleKind},
    quantity::Factor,
    scenario::{Scenario, tables},
    support::Anchor,
    table::{Record, Table},
    text::Text,
};

/// A record of a file, and the field that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Name of the table; empty for the fields of the document itself.
    pub table: &'static str,
    /// Fields of the key with their texts.
    pub key: Vec<(&'static str, String)>,
    /// Which of the records with this key, 0 for the first.
    pub nth: usize,
    /// The field; empty for the record as a whole.
    pub field: &'static str,
}

impl Site {
    fn document(field: &'static str) -> Self {
        Self { table: "", key: Vec::new(), nth: 0, field }
    }

    /// The place of a field of `record`.
    pub fn of<T: Record>(record: &T, field: &'static str) -> Self {
        Self { table: T::TABLE, key: record.key_fields(), nth: 0, field }
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Made by a newer program: its version, the newest that this program reads.
    NewerSchema(u32, u32),
    /// A version that never was.
    OldSchema(u32),
    /// Two records of one key.
    Duplicate(String),
    /// The record that is named does not exist: its table, its id.
    Dangling(&'static str, String),
    /// A name is empty.
    EmptyName,
    /// A name holds a control, zero-width or direction mark.
    Misleading(char),
    /// A list that needs an entry is empty.
    EmptyList,
    /// The same entry stands twice in a list.
    Repeated(String),
    /// A name is too long: its length, the longest allowed, in characters.
    TooLong(usize, usize),
    /// The table does not exist, or its records do not state where they come from.
    NoOrigins(String),
    /// The records of a table have no such field: the table, the field.
    NoField(&'static str, String),
    /// A sub-sector supplies itself.
    SelfLink(String),
    /// Two projects of a pair are one.
    SelfPair(String),
    /// A criterion that does not exist, or has no fixed points where one is set: its id, those that are known.
    NoCriterion(String, Vec<&'static str>),
    /// A group of criteria that does not exist: its id, those that are known.
    NoGroup(String, Vec<&'static str>),
    /// A fixed point that its criterion does not have: its name, those that are known.
    NoAnchor(String, Vec<&'static str>),
    /// A scale whose two ends are one: the value, the name of the other end.
    NoScale(String, &'static str),
    /// A group of criteria is compared with itself.
    SelfComparison(String),
    /// Longitude and latitude are exchanged, as written.
    Exchanged(String, String),
    /// A ring of an outline has fewer than three corners: how many.
    FewCorners(usize),
    /// A ring of an outline whose first corner stands at its end again.
    ClosedRing,
    /// Longitude and latitude are both zero.
    NoPlace,
    /// Years of a sharing template that end before they begin, or overlap those before: first and last.
    Windows(u16, u16),
    /// One sub-sector has both roles in a park: the sub-sector, the other position.
    TwoRoles(String, String),
    /// Two placements of one plan have the same `seq`.
    RepeatedSeq(u32),
    /// A number is outside its range: the number, the smallest and the largest allowed.
    OutOfRange(String, &'static str, &'static str),
    /// The first day lies after the last.
    EndsBeforeStart(Date, Date),
    /// The first year lies after the last.
    YearsTurned(i16, i16),
    /// The least lies above the most: both.
    LeastAboveMost(String, String),
    /// A year that no planner means.
    OddYear(i16),
    /// A reason, authority or office is empty.
    EmptyText,
    /// A waiver of a rule that blocks.
    NotWaivable(String),
    /// An assumption that cannot be made.
    Assumption(AssumptionError),
    /// Later phases without land, or not numbered from 2.
    Phases,
}

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub site: Site,
    /// What.
    pub wrong: Wrong,
}

#[derive(Default)]
struct Findings(Vec<Problem>);

impl Findings {
    fn add(&mut self, site: Site, wrong: Wrong) {
        self.0.push(Problem { site, wrong });
    }

    fn unique<T: Record>(&mut self, table: &Table<T>) {
        let mut previous = None;
        let mut nth = 0;
        for record in table.duplicates() {
            nth = if previous.as_ref() == Some(&record.key_fields()) { nth + 1 } else { 1 };
            previous = Some(record.key_fields());
            let key = record.key_fields().into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" / ");
            self.add(Site { nth, ..Site::of(record.as_ref(), "") }, Wrong::Duplicate(key));
        }
    }

    fn reference<T: Record, To: Record>(
        &mut self,
        from: &T,
        field: &'static str,
        to: &Table<To>,
        key: &To::Key,
        id: &str,
    ) {
        if !to.contains(key) {
            self.add(Site::of(from, field), Wrong::Dangling(To::TABLE, id.to_owned()));
        }
    }

    /// Adds what is wrong with the value in `field`, when something is.
    fn value<T: Record>(&mut self, record: &T, field: &'static str, wrong: Option<Wrong>) {
        if let Some(wrong) = wrong {
            self.add(Site::of(record, field), wrong);
        }
    }

    fn name<T: Record>(&mut self, record: &T, field: &'static str, name: &Text) {
        self.value(record, field, values::name(name));
    }

    /// Checks short texts such as offices and tags: the first that is wrong is told.
    fn short<'a, T: Record>(&mut self, record: &T, field: &'static str, texts: impl IntoIterator<Item = &'a String>) {
        self.value(record, field, texts.into_iter().find_map(|text| values::short_text(text)));
    }

    fn reason<T: Record>(&mut self, record: &T, field: &'static str, text: &str) {
        self.value(record, field, text.trim().is_empty().then_some(Wrong::EmptyText));
    }

    fn distinct<T: Record, I: Ord + ToString>(&mut self, record: &T, field: &'static str, list: &[I]) {
        let mut seen = BTreeSet::new();
        for entry in list {
            if !seen.insert(entry) {
                self.add(Site::of(record, field), Wrong::Repeated(entry.to_string()));
            }
        }
    }

    fn day<T: Record>(&mut self, record: &T, field: &'static str, day: Option<Date>) {
        self.value(record, field, day.and_then(values::day));
    }

    fn day_of_fact<T: Record>(&mut self, record: &T, field: &'static str, day: Option<Date>) {
        self.value(record, field, day.and_then(|day| values::year_of_fact(day.year())));
    }

    fn term<T: Record>(&mut self, record: &T, from: Option<Date>, to: Option<Date>) {
        self.day(record, "valid_from", from);
        self.day(record, "valid_to", to);
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            self.add(Site::of(record, "valid_to"), Wrong::EndsBeforeStart(from, to));
        }
    }
}

/// Best index of efficiency and service.
const HIGHEST_INDEX: Factor = Factor::from_steps(100_000);

/// Everything wrong with `scenario`, in the order of its tables; empty when it makes sense.
pub fn problems(scenario: &Scenario) -> Vec<Problem> {
    let mut found = Findings::default();
    document(scenario, &mut found);
    keys(scenario, &mut found);
    origins::origins(scenario, &mut found);
    surroundings(scenario, &mut found);
    criteria::weights(scenario, &mut found);
    rules(scenario, &mut found);
    criteria::anchors(&scenario.anchors, &mut found);
    industries(scenario, &mut found);
    outlines::outlines(scenario, &mut found);
    parks(scenario, &mut found);
    register(scenario, &mut found);
    evaluation::evaluation(scenario, &mut found);
    plans(scenario, &mut found);
    plan_positions(scenario, &mut found);
    plan_parts(scenario, &mut found);
    sharing::support(scenario, &mut found);
    sharing::sharing(scenario, &mut found);
    found.0
}

/// Everything wrong with the rules and anchors of a pack that stands alone; the documents that they cite are not asked
/// for.
pub fn pack_problems(rules: &Table<Rule>, anchors: &Table<Anchor>) -> Vec<Problem> {
    let mut found = Findings::default();
    found.unique(rules);
    found.unique(anchors);
    rules.iter().for_each(|rule| one_rule(rule, &mut found));
    criteria::anchors(anchors, &mut found);
    found.0
}

fn document(s: &Scenario, found: &mut Findings) {
    if s.schema != super::scenario::SCHEMA {
        let newest = super::scenario::SCHEMA;
        let wrong = if s.schema > newest { Wrong::NewerSchema(s.schema, newest) } else { Wrong::OldSchema(s.schema) };
        found.add(Site::document("schema"), wrong);
    }
    let levels = || s.pack.levels.iter().flat_map(|it| [&it.name, &it.badge]).find_map(values::name);
    let pack = values::name(&s.pack.title).or_else(|| values::short_text(&s.pack.author)).or_else(levels);
    let wrong = [("title", values::name(&s.title)), ("as_of", values::day(s.as_of)), ("pack", pack)];
    for (field, wrong) in wrong.into_iter().filter_map(|(field, wrong)| Some((field, wrong?))) {
        found.add(Site::document(field), wrong);
    }
    if !s.plans.contains(&s.active_plan) {
        found.add(Site::document("active_plan"), Wrong::Dangling("plans", s.active_plan.to_string()));
    }
}

/// What surrounds the placing: documents, sources, programmes, indicators, templates, meetings, weights.
fn surroundings(s: &Scenario, found: &mut Findings) {
    for source in &s.sources {
        found.name(source.as_ref(), "title", &source.title);
    }
    for document in &s.documents {
        found.name(document.as_ref(), "title", &document.title);
        found.day_of_fact(document.as_ref(), "date", document.date);
    }
    for indicator in &s.indicators {
        found.short(indicator.as_ref(), "unit", [&indicator.unit]);
        found.value(indicator.as_ref(), "name", indicator.name.as_ref().and_then(values::name));
    }
    for value in &s.indicator_values {
        let value = value.as_ref();
        found.reference(value, "park", &s.parks, &value.park, value.park.as_str());
        found.reference(value, "indicator", &s.indicators, &value.indicator, value.indicator.as_str());
        found.value(value, "year", values::year_of_fact(value.year));
    }
    for session in &s.sessions {
        let session = session.as_ref();
        found.name(session, "name", &session.name);
        found.day_of_fact(session, "date", Some(session.date));
        found.short(session, "chair", [&session.chair]);
        found.short(session, "offices", &session.offices);
    }
    for decision in &s.decisions {
        let decision = decision.as_ref();
        found.reference(decision, "session", &s.sessions, &decision.session, decision.session.as_str());
        found.reference(decision, "project", &s.projects, &decision.project, decision.project.as_str());
        for (field, park) in [("park", &decision.park), ("recommended", &decision.recommended)] {
            if let Some(id) = park {
                found.reference(decision, field, &s.parks, id, id.as_str());
            }
        }
        found.reason(decision, "reason", &decision.reason);
        found.short(decision, "owner", [&decision.owner]);
        found.day(decision, "deadline", decision.deadline);
    }
}

macro_rules! all_unique {
    (($scenario:ident, $found:ident) $($table:ident),*) => { $($found.unique(&$scenario.$table);)* };
}

fn keys(s: &Scenario, found: &mut Findings) {
    tables!(all_unique!(s, found));
}

fn rules(s: &Scenario, found: &mut Findings) {
    for rule in &s.rules {
        one_rule(rule, found);
        if let Some(id) = &rule.document {
            found.reference(rule.as_ref(), "document", &s.documents, id, id.as_str());
        }
    }
}

fn one_rule(rule: &Rule, found: &mut Findings) {
    found.name(rule, "title", &rule.title);
    found.term(rule, rule.valid_from, rule.valid_to);
    if let RuleKind::SpecialStream { streams, ordinary } = &rule.kind {
        let all = streams.iter().map(|need| need.stream.as_str()).chain(ordinary.iter().map(StreamId::as_str));
        found.distinct(rule, "kind", &all.collect::<Vec<_>>());
        let names = streams.iter().flat_map(|need| [&need.name, &need.needs_name]);
        found.value(rule, "kind", names.into_iter().find_map(values::name));
    }
    if let RuleKind::DuplicateReport { likeness, tolerance } = &rule.kind {
        found.value(rule, "kind", values::share(*likeness).or_else(|| values::share(*tolerance)));
    }
}

fn industries(s: &Scenario, found: &mut Findings) {
    for industry in &s.industries {
        found.name(industry.as_ref(), "name", &industry.name);
        found.name(industry.as_ref(), "sector", &industry.sector);
        found.short(industry.as_ref(), "code", [&industry.code]);
    }
    for link in &s.links {
        let link = link.as_ref();
        found.reference(link, "upstream", &s.industries, &link.upstream, link.upstream.as_str());
        found.reference(link, "downstream", &s.industries, &link.downstream, link.downstream.as_str());
        if link.upstream == link.downstream {
            found.add(Site::of(link, "downstream"), Wrong::SelfLink(link.upstream.to_string()));
        }
        if !(1..=3).contains(&link.weight) {
            found.add(Site::of(link, "weight"), Wrong::OutOfRange(link.weight.to_string(), "1", "3"));
        }
    }
    for set in &s.position_catalogue {
        found.name(set.as_ref(), "name", &set.name);
        list_of_industries(s, found, set.as_ref(), &set.industries);
    }
}

fn list_of_industries<T: Record>(s: &Scenario, found: &mut Findings, record: &T, industries: &[IndustryId]) {
    if industries.is_empty() {
        found.add(Site::of(record, "industries"), Wrong::EmptyList);
    }
    found.distinct(record, "industries", industries);
    for id in industries {
        found.reference(record, "industries", &s.industries, id, id.as_str());
    }
}

fn parks(s: &Scenario, found: &mut Findings) {
    for unit in &s.units {
        found.name(unit.as_ref(), "name", &unit.name);
        found.value(unit.as_ref(), "place", unit.place.and_then(values::place));
    }
    for park in &s.parks {
        let park = park.as_ref();
        found.name(park, "name", &park.name);
        found.name(park, "short_name", &park.short_name);
        found.value(park, "place", park.place.and_then(values::place));
        let index = park.service_index.filter(|index| index.steps() > HIGHEST_INDEX.steps());
        found.value(park, "service_index", index.map(|index| Wrong::OutOfRange(index.plain(), "0", "100")));
        if let Some(ChemicalStatus::Recognised { since }) = park.chemical_park {
            found.day_of_fact(park, "chemical_park", Some(since));
        }
        for id in &park.administrative_units {
            found.reference(park, "administrative_units", &s.units, id, id.as_str());
        }
        if let Some(id) = &park.beneficiary_unit {
            found.reference(park, "beneficiary_unit", &s.units, id, id.as_str());
        }
        found.distinct(park, "facilities", park.facilities.as_deref().unwrap_or_default());
        for (field, list) in [("admitted", &park.admitted), ("barred", &park.barred)] {
            found.distinct(park, field, list);
            for id in list {
                found.reference(park, field, &s.industries, id, id.as_str());
            }
        }
    }
    let mut earlier: BTreeMap<&ParkId, Vec<&Position>> = BTreeMap::new();
    for position in &s.positions {
        let position = position.as_ref();
        found.name(position, "name", &position.name);
        found.reference(position, "park", &s.parks, &position.park, position.park.as_str());
        list_of_industries(s, found, position, &position.industries);
        found.term(position, position.valid_from, position.valid_to);
        if let Some(id) = &position.document {
            found.reference(position, "document", &s.documents, id, id.as_str());
        }
        let others = earlier.entry(&position.park).or_default();
        for other in others.iter().filter(|other| other.id < position.id) {
            let overlap = position.valid_from.is_none_or(|from| other.valid_to.is_none_or(|to| from <= to))
                && other.valid_from.is_none_or(|from| position.valid_to.is_none_or(|to| from <= to));
            if let Some(shared) = position.industries.iter().find(|id| other.covers(id))
                && overlap
                && other.role != position.role
            {
                let wrong = Wrong::TwoRoles(shared.to_string(), other.id.to_string());
                found.add(Site::of(position, "industries"), wrong);
            }
        }
        others.push(position);
    }
    for direction in &s.directions {
        let direction = direction.as_ref();
        found.reference(direction, "park", &s.parks, &direction.park, direction.park.as_str());
        found.reference(direction, "industry", &s.industries, &direction.industry, direction.industry.as_str());
    }
    for park in &s.characteristic_parks {
        let park = park.as_ref();
        found.value(park, "name", park.name.as_ref().and_then(values::name));
        found.day_of_fact(park, "since", Some(park.since));
        if let Some(id) = &park.park {
            found.reference(park, "park", &s.parks, id, id.as_str());
        }
        if let Some(id) = &park.industry {
            found.reference(park, "industry", &s.industries, id, id.as_str());
        }
    }
}

fn register(s: &Scenario, found: &mut Findings) {
    for enterprise in &s.enterprises {
        let enterprise = enterprise.as_ref();
        found.name(enterprise, "name", &enterprise.name);
        found.short(enterprise, "honours", &enterprise.honours);
        found.value(enterprise, "year", enterprise.year.and_then(values::year_of_fact));
        found.reference(enterprise, "park", &s.parks, &enterprise.park, enterprise.park.as_str());
        found.reference(enterprise, "industry", &s.industries, &enterprise.industry, enterprise.industry.as_str());
    }
    for project in &s.projects {
        let project = project.as_ref();
        found.name(project, "name", &project.name);
        found.short(project, "tags", &project.tags);
        found.short(project, "investor", std::slice::from_ref(&project.investor));
        if let Some(wrong) = values::long_text(&project.content) {
            found.add(Site::of(project, "content"), wrong);
        }
        if let Some(id) = &project.preferred_park {
            found.reference(project, "preferred_park", &s.parks, id, id.as_str());
        }
        found.reference(project, "industry", &s.industries, &project.industry, project.industry.as_str());
        if let Some(id) = &project.first_reporter {
            found.reference(project, "first_reporter", &s.units, id, id.as_str());
        }
        found.day(project, "first_report", project.first_report);
        if let Some(id) = &project.approval {
            found.reference(project, "approval", &s.documents, id, id.as_str());
        }
        for phase in &project.phases {
            found.day(project, "phases", Some(phase.until));
        }
        found.distinct(project, "facilities", &project.facilities);
    }
}

fn plans(s: &Scenario, found: &mut Findings) {
    for plan in &s.plans {
        let plan = plan.as_ref();
        found.name(plan, "name", &plan.name);
        if let PlanStatus::Approved { on, by } = &plan.status {
            found.day(plan, "status", Some(*on));
            found.reason(plan, "status", by);
            found.short(plan, "status", [by]);
        }
    }
    let mut seen: BTreeSet<(&PlanId, u32)> = BTreeSet::new();
    for placement in &s.placements {
        let placement = placement.as_ref();
        plan_and_park(s, found, placement, &placement.plan, &placement.park);
        found.reference(placement, "project", &s.projects, &placement.project, placement.project.as_str());
        if placement.seq == 0 || placement.seq > MOST_MOVES {
            found.add(Site::of(placement, "seq"), Wrong::OutOfRange(placement.seq.to_string(), "1", "1000000000"));
        } else if !seen.insert((&placement.plan, placement.seq)) {
            found.add(Site::of(placement, "seq"), Wrong::RepeatedSeq(placement.seq));
        }
    }
    for pin in &s.pins {
        plan_and_park(s, found, pin.as_ref(), &pin.plan, &pin.park);
        found.reference(pin.as_ref(), "project", &s.projects, &pin.project, pin.project.as_str());
    }
    for lock in &s.locks {
        plan_and_park(s, found, lock.as_ref(), &lock.plan, &lock.park);
    }
    for stipulation in &s.stipulations {
        let stipulation = stipulation.as_ref();
        plan_and_park(s, found, stipulation, &stipulation.plan, &stipulation.park);
        found.reference(stipulation, "project", &s.projects, &stipulation.project, stipulation.project.as_str());
    }
    for phasing in &s.phasings {
        let phasing = phasing.as_ref();
        found.reference(phasing, "plan", &s.plans, &phasing.plan, phasing.plan.as_str());
        found.reference(phasing, "project", &s.projects, &phasing.project, phasing.project.as_str());
        if !phases_add_up(phasing) {
            found.add(Site::of(phasing, "later"), Wrong::Phases);
        }
        for phase in &phasing.later {
            found.day(phasing, "later", Some(phase.until));
        }
    }
}

/// A position as a plan sets it, with its role and sub-sectors.
type SetPosition<'a> = (&'a PlanPosition, Role, &'a [IndustryId]);

fn plan_positions(s: &Scenario, found: &mut Findings) {
    let mut earlier: BTreeMap<(&PlanId, &ParkId), Vec<SetPosition<'_>>> = BTreeMap::new();
    for changed in &s.plan_positions {
        let changed = changed.as_ref();
        plan_and_park(s, found, changed, &changed.plan, &changed.park);
        if let PositionChange::Set { name, industries, role, .. } = &changed.change {
            found.name(changed, "change", name);
            if industries.is_empty() {
                found.add(Site::of(changed, "change"), Wrong::EmptyList);
            }
            for id in industries {
                found.reference(changed, "change", &s.industries, id, id.as_str());
            }
            found.distinct(changed, "change", industries);
            // Against the base data nothing is held: adopting the positions of one plan may leave another at odds.
            let others = earlier.entry((&changed.plan, &changed.park)).or_default();
            let clash = others.iter().filter(|(_, other, _)| other != role).find_map(|(other, _, list)| {
                let shared = industries.iter().find(|id| list.contains(id))?;
                Some(Wrong::TwoRoles(shared.to_string(), other.position.to_string()))
            });
            found.value(changed, "change", clash);
            others.push((changed, *role, industries));
        }
    }
}

/// Largest `seq` that a file may hold.
pub(super) const MOST_MOVES: u32 = 1_000_000_000;

fn plan_and_park<T: Record>(s: &Scenario, found: &mut Findings, record: &T, plan: &PlanId, park: &ParkId) {
    found.reference(record, "plan", &s.plans, plan, plan.as_str());
    found.reference(record, "park", &s.parks, park, park.as_str());
}

/// What is wrong with what a waiver is about; positions come and go with plans and are not asked for.
pub(super) fn subject(s: &Scenario, subject: &Subject) -> Option<Wrong> {
    let project = |id: &ProjectId| (!s.projects.contains(id)).then(|| Wrong::Dangling("projects", id.to_string()));
    match subject {
        Subject::Project(id) => project(id),
        Subject::Industry(id) => (!s.industries.contains(id)).then(|| Wrong::Dangling("industries", id.to_string())),
        Subject::Enterprise(id) => {
            (!s.enterprises.contains(id)).then(|| Wrong::Dangling("enterprises", id.to_string()))
        }
        Subject::Programme(id) => (!s.programmes.contains(id)).then(|| Wrong::Dangling("programmes", id.to_string())),
        Subject::Unit(id) => (!s.units.contains(id)).then(|| Wrong::Dangling("units", id.to_string())),
        Subject::Pair(first, second) => {
            let is_self = first == second;
            project(first).or_else(|| project(second)).or_else(|| is_self.then(|| Wrong::SelfPair(first.to_string())))
        }
        Subject::Whole | Subject::Stream(_) | Subject::Position(_) => None,
    }
}

fn plan_parts(s: &Scenario, found: &mut Findings) {
    for waiver in &s.waivers {
        let waiver = waiver.as_ref();
        plan_and_park(s, found, waiver, &waiver.plan, &waiver.park);
        found.reference(waiver, "rule", &s.rules, &waiver.rule, waiver.rule.as_str());
        if s.rules.get(&waiver.rule).is_some_and(|rule| rule.mode == Mode::Block) {
            found.add(Site::of(waiver, "rule"), Wrong::NotWaivable(waiver.rule.to_string()));
        }
        for (field, text) in [("reason", &waiver.reason), ("authority", &waiver.authority)] {
            found.reason(waiver, field, text);
        }
        found.short(waiver, "authority", [&waiver.authority]);
        found.value(waiver, "subject", subject(s, &waiver.subject));
        found.day(waiver, "expires", Some(waiver.expires));
    }
    for relocation in &s.relocations {
        let relocation = relocation.as_ref();
        plan_and_park(s, found, relocation, &relocation.plan, &relocation.park);
        found.reference(
            relocation,
            "enterprise",
            &s.enterprises,
            &relocation.enterprise,
            relocation.enterprise.as_str(),
        );
    }
    for reservation in &s.reservations {
        plan_and_park(s, found, reservation.as_ref(), &reservation.plan, &reservation.park);
        found.day(reservation.as_ref(), "until", Some(reservation.until));
        found.reason(reservation.as_ref(), "reason", &reservation.reason);
    }
    for assumption in &s.assumptions {
        let assumption = assumption.as_ref();
        found.reference(assumption, "plan", &s.plans, &assumption.plan, assumption.plan.as_str());
        found.reason(assumption, "reason", &assumption.reason);
        if let Err(error) = assume::check(s, assumption) {
            let field = if matches!(error, AssumptionError::Value { .. }) { "value" } else { "path" };
            let wrong = match error {
                AssumptionError::NoRecord(table, id) => Wrong::Dangling(table, id),
                error @ (AssumptionError::Path(_) | AssumptionError::NoField(_) | AssumptionError::Value { .. }) => {
                    Wrong::Assumption(error)
                }
            };
            found.add(Site::of(assumption, field), wrong);
        }
    }
    for weight in &s.plan_weights {
        let weight = weight.as_ref();
        found.reference(weight, "plan", &s.plans, &weight.plan, weight.plan.as_str());
        found.reference(weight, "criterion", &s.scoring, &weight.criterion, weight.criterion.as_str());
    }
    criteria::comparisons(s, found);
    for opinion in &s.opinions {
        plan_and_park(s, found, opinion.as_ref(), &opinion.plan, &opinion.park);
        found.reference(opinion.as_ref(), "project", &s.projects, &opinion.project, opinion.project.as_str());
    }
    for certificate in &s.certificates {
        found.reference(certificate.as_ref(), "plan", &s.plans, &certificate.plan, certificate.plan.as_str());
    }
}

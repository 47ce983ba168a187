//! Which single changes could help? Waivers, positions and data as edits, and a trial of any edit on a copy.
//!
//! Everything here is a candidate only: whoever offers a change tries it first, and offers what really helps.

use super::ranking;
use crate::{
    evaluate::{effect, judgement::Judgement, verdict::Verdict},
    model::{
        edit::{Edit, apply},
        id::{FacilityId, IndustryId, ParkId, PlanId, ProjectId},
        park::{Position, Role},
        plan::{Assumption, Waiver},
        policy::{Mode, RuleKind, SiteFactor, Treatment},
        project::Project,
        quantity::{Megawatts, Metres, Mu, SquareMetres, Tce, TonnesPerDay},
        scenario::Scenario,
    },
    rules::{
        capacity,
        finding::{Detail, Field, Finding, Item, Part, State},
        slots,
    },
};

/// What sort of change it is, the cheapest first: one authority accepts one finding; the park stands for something else; a
/// datum must be proved; another project must go; a weight changes every ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An authority waives a finding.
    Waiver,
    /// The park designates the sub-sector, or lets it lead.
    Position,
    /// A datum is otherwise.
    Datum,
    /// Another project goes elsewhere or back to the queue.
    Move,
    /// A criterion counts more or less.
    Weight,
}

impl Kind {
    /// All kinds, the cheapest first.
    pub const ALL: [Self; 5] = [Self::Waiver, Self::Position, Self::Datum, Self::Move, Self::Weight];

    /// Id of the kind in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Waiver => "waiver",
            Self::Position => "position",
            Self::Datum => "datum",
            Self::Move => "move",
            Self::Weight => "weight",
        }
    }
}

/// A change that was tried and helps; one undo step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What sort of change it is.
    pub kind: Kind,
    /// The change.
    pub edit: Edit,
}

/// A plan as it would be after an edit.
#[derive(Debug, Clone)]
pub struct Trial {
    /// The scenario after the edit.
    pub scenario: Scenario,
    /// What the rules say then.
    pub judgement: Judgement,
}

impl Trial {
    /// Carries `edit` out on a copy; `None` where it cannot be carried out. Costs what the edit touches.
    pub fn of(scenario: &Scenario, judgement: &Judgement, edit: &Edit) -> Option<Self> {
        let mut scenario = scenario.clone();
        let touched = apply(&mut scenario, edit).ok()?;
        let mut judgement = judgement.clone();
        judgement.follow(&scenario, &touched);
        Some(Self { scenario, judgement })
    }

    /// Tells whether nothing bars an approval now that did not `before`.
    pub fn is_harmless(&self, before: &Judgement) -> bool {
        !effect::between(before, &self.judgement).created.iter().any(|it| it.bars_approval() || it.blocks())
    }
}

/// Reason of a change that nobody has decided yet; who makes it writes a better one.
const REASON: &str = "比选试算";
/// Reason of an assumption, which the plan keeps when the change is made.
const ASSUMED: &str = "为比选所作的假定，未经核实 / Assumed for a comparison, not verified";
/// Who waives, as long as nobody has.
const AUTHORITY: &str = "市领导小组";

/// The waiver of `finding` for a year; `None` where nobody may waive it.
pub fn waiver(judgement: &Judgement, finding: &Finding) -> Option<Edit> {
    let is_waivable = finding.state == State::Broken && finding.mode == Mode::NeedsWaiver;
    let park = finding.park.clone().filter(|_| is_waivable)?;
    let (plan, rule, subject) = (judgement.plan().clone(), finding.rule.clone(), finding.subject.clone());
    let world = judgement.world();
    let expires = world.as_of.checked_add(jiff::Span::new().years(1)).unwrap_or(world.as_of);
    let key = (plan.clone(), rule.clone(), park.clone(), subject.clone());
    let grant = Edit::Waive(Waiver {
        plan: plan.clone(),
        rule: rule.clone(),
        park: park.clone(),
        subject: subject.clone(),
        reason: REASON.to_owned(),
        authority: AUTHORITY.to_owned(),
        expires,
    });
    // One that has run out makes room for the new one.
    Some(if world.waivers.contains(&key) {
        Edit::Together(vec![Edit::RevokeWaiver { plan, rule, park, subject }, grant])
    } else {
        grant
    })
}

/// Designations of `industry` in `park` in a free slot, or its characteristic position as a leading one.
pub fn positions(judgement: &Judgement, park: &ParkId, industry: &IndustryId) -> Vec<Edit> {
    let world = judgement.world();
    let (Some(record), Some(facts)) = (world.parks.get(park), judgement.facts().park(park)) else { return Vec::new() };
    let Some(of_industry) = world.industries.get(industry) else { return Vec::new() };
    let plan = judgement.plan();
    let free = slots::of(world, record, facts).into_iter().filter(|it| it.has_room()).map(|it| it.role);
    match facts.position_of(industry) {
        None => {
            let designate = |role: Role| Edit::Designate {
                plan: plan.clone(),
                park: park.clone(),
                role,
                name: of_industry.name.clone(),
                industries: vec![industry.clone()],
            };
            let mut edits: Vec<Edit> = free.map(designate).collect();
            // The lesser claim is the cheaper one.
            edits.reverse();
            edits
        }
        Some(position) if position.role == Role::Characteristic => {
            free.filter(|role| *role == Role::Leading).map(|role| raised(plan, position, role)).collect()
        }
        Some(_) => Vec::new(),
    }
}

fn raised(plan: &PlanId, position: &Position, role: Role) -> Edit {
    Edit::SetPosition {
        plan: plan.clone(),
        position: position.id.clone(),
        park: position.park.clone(),
        role,
        name: position.name.clone(),
        industries: position.industries.clone(),
        order: None,
    }
}

/// The assumption that `field` of `record` in `table` were `value`.
fn assume(judgement: &Judgement, table: &str, record: &str, field: &str, value: String) -> Edit {
    let path = format!("{table}/{record}/{field}");
    Edit::Assume(Assumption { plan: judgement.plan().clone(), path, value, reason: ASSUMED.to_owned() })
}

/// The assumption on a field of `park`.
pub fn of_park(judgement: &Judgement, park: &ParkId, field: &str, value: String) -> Edit {
    assume(judgement, "parks", park.as_str(), field, value)
}

/// An amount of `factor` in smallest steps, as it stands in a file.
pub fn amount(factor: SiteFactor, steps: i64) -> String {
    match factor {
        SiteFactor::ChemicalZoneLand => Mu::from_steps(steps).plain(),
        SiteFactor::PlantFloor => SquareMetres::from_steps(steps).plain(),
        SiteFactor::Power => Megawatts::from_steps(steps).plain(),
        SiteFactor::Sewage | SiteFactor::ChemicalSewage | SiteFactor::Water => TonnesPerDay::from_steps(steps).plain(),
        SiteFactor::EnergyQuota => Tce::from_steps(steps).plain(),
    }
}

/// Ids as a list in a file.
fn list<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    let mut ids: Vec<&str> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    let quoted: Vec<String> = ids.into_iter().map(|id| format!("{id:?}")).collect();
    format!("[{}]", quoted.join(", "))
}

/// The park having all of `facilities` besides those that it has.
pub fn facilities<'a>(judgement: &'a Judgement, park: &ParkId, more: impl IntoIterator<Item = &'a FacilityId>) -> Edit {
    let record = judgement.world().parks.get(park);
    let has = record.iter().flat_map(|it| it.facilities.iter().flatten()).map(FacilityId::as_str);
    of_park(judgement, park, "facilities", list(has.chain(more.into_iter().map(FacilityId::as_str))))
}

/// The projects that cause `finding`.
pub fn causes(finding: &Finding) -> impl Iterator<Item = &ProjectId> {
    finding.members.iter().filter(|member| member.part == Part::Cause).filter_map(|member| match &member.item {
        Item::Project(id) => Some(id),
        Item::Position(_) | Item::Enterprise(_) => None,
    })
}

/// Assumptions that might cure `finding`, which stands in a park.
pub fn data(judgement: &Judgement, finding: &Finding) -> Vec<Edit> {
    let world = judgement.world();
    let Some(park) = finding.park.as_ref().and_then(|park| world.parks.get(park)) else { return Vec::new() };
    let id = &park.id;
    let kind = world.rules.get(&finding.rule).map(|rule| &rule.kind);
    let mut edits = Vec::new();
    match &finding.detail {
        Detail::Land { used, reserved, .. } => {
            edits.push(of_park(judgement, id, "capacities.net_land", used.plus(*reserved).plain()));
        }
        Detail::Capacity { factor, used, reserved, capacity, .. } => {
            let needed = amount(*factor, used.saturating_add(*reserved));
            edits.push(of_park(judgement, id, capacity::field(*factor), needed));
            let left = capacity.map(|capacity| capacity.saturating_sub(used.saturating_add(*reserved)));
            edits.extend(
                left.filter(|left| *left >= 0).into_iter().filter_map(|left| unstated(judgement, finding, left)),
            );
        }
        Detail::Chemical { .. } => {
            let recognised = format!("recognised(since: \"{}\")", world.as_of);
            edits.push(of_park(judgement, id, "chemical_park", recognised));
            let unclear = causes(finding).filter_map(|project| world.projects.get(project));
            let unclear: Vec<_> = unclear.filter(|project| project.chemical_process.is_none()).collect();
            if let [project] = unclear.as_slice() {
                edits.push(assume(judgement, "projects", project.id.as_str(), "chemical_process", "false".to_owned()));
            }
        }
        Detail::Stream { stream, .. } => edits.extend(treatment(judgement, id, kind, stream)),
        Detail::StreamUnknown { .. } => {
            let ordinary = kind.and_then(|kind| {
                if let RuleKind::SpecialStream { ordinary, .. } = kind { ordinary.first() } else { None }
            });
            if let (Some(stream), [project]) = (ordinary, causes(finding).collect::<Vec<_>>().as_slice()) {
                edits.push(assume(judgement, "projects", project.as_str(), "stream", format!("{:?}", stream.as_str())));
            }
        }
        Detail::Plot { land, .. } => edits.push(of_park(judgement, id, "capacities.largest_plot", land.plain())),
        Detail::Bank { least, .. } => edits.push(of_park(judgement, id, "bank_distance", Metres::plain(*least))),
        Detail::Radiation { .. } => {
            if let Some(RuleKind::RadiationSite { facility }) = kind {
                edits.push(facilities(judgement, id, [facility]));
            }
        }
        Detail::Access { industry, .. } if park.barred.contains(industry) => {
            let others = park.barred.iter().filter(|it| *it != industry).map(IndustryId::as_str);
            edits.push(of_park(judgement, id, "barred", list(others)));
        }
        Detail::Access { industry, .. } => {
            let admitted = park.admitted.iter().chain([industry]).map(IndustryId::as_str);
            edits.push(of_park(judgement, id, "admitted", list(admitted)));
        }
        Detail::Tally { .. } => edits.extend(plot(judgement, id, finding)),
        Detail::Nothing
        | Detail::Cap { .. }
        | Detail::Carried { .. }
        | Detail::Pool { .. }
        | Detail::Budget { .. }
        | Detail::Grant { .. }
        | Detail::Plant { .. }
        | Detail::Ratio { .. }
        | Detail::TwoHigh { .. }
        | Detail::Stipulated { .. }
        | Detail::Breadth { .. }
        | Detail::Homogeneous { .. }
        | Detail::Theme { .. }
        | Detail::Unsupported { .. }
        | Detail::Neighbours { .. }
        | Detail::Outside { .. }
        | Detail::Uncompensated { .. }
        | Detail::Duplicate { .. }
        | Detail::StaleReport { .. }
        | Detail::StaleFirms { .. }
        | Detail::TaxAboveOutput { .. }
        | Detail::UnitTrap { .. }
        | Detail::Outbid { .. }
        | Detail::Pinned { .. }
        | Detail::Designation { .. } => {}
    }
    edits
}

/// What the park would need for a stream of waste water.
fn treatment(
    judgement: &Judgement,
    park: &ParkId,
    kind: Option<&RuleKind>,
    stream: &crate::model::id::StreamId,
) -> Option<Edit> {
    let Some(RuleKind::SpecialStream { streams, .. }) = kind else { return None };
    match &streams.iter().find(|it| it.stream == *stream)?.needs {
        Treatment::Facility(facility) => Some(facilities(judgement, park, [facility])),
        Treatment::ChemicalSewage => {
            let factor = SiteFactor::ChemicalSewage;
            let used = judgement.facts().park(park).map_or(0, |facts| facts.demand(factor).total());
            Some(of_park(judgement, park, capacity::field(factor), amount(factor, used.max(0).saturating_add(1))))
        }
    }
}

/// Fields of a project that say how much of a factor it needs.
pub const NEEDS: [&str; 4] = ["floor_area", "power", "waste_water", "water"];

/// The one project that does not say how much it needs, needing what is left.
fn unstated(judgement: &Judgement, finding: &Finding, left: i64) -> Option<Edit> {
    let Detail::Capacity { factor, unstated: 1, .. } = &finding.detail else { return None };
    let field = match factor {
        SiteFactor::PlantFloor => "floor_area",
        SiteFactor::Power => "power",
        SiteFactor::Sewage | SiteFactor::ChemicalSewage => "waste_water",
        SiteFactor::Water => "water",
        SiteFactor::ChemicalZoneLand | SiteFactor::EnergyQuota => return None,
    };
    let causes: Vec<&ProjectId> = causes(finding).collect();
    let [project] = causes.as_slice() else { return None };
    Some(assume(judgement, "projects", project.as_str(), field, amount(*factor, left)))
}

/// The largest plot as large as the projects ask for that wait for it.
fn plot(judgement: &Judgement, park: &ParkId, finding: &Finding) -> Option<Edit> {
    let world = judgement.world();
    let lands = causes(finding)
        .filter_map(|id| world.projects.get(id).and_then(|project: &std::sync::Arc<Project>| project.land));
    let largest = lands.max().filter(|_| finding.waits_for.contains(&Field::LargestPlot))?;
    Some(of_park(judgement, park, "capacities.largest_plot", largest.plain()))
}

/// The parks that would take `project`, the best first, without where it stands.
pub fn elsewhere(judgement: &Judgement, project: &std::sync::Arc<Project>) -> Vec<ParkId> {
    let home = judgement.facts().home(&project.id).map(|(park, _)| park);
    let ranking = ranking::of(judgement, project).into_iter();
    ranking.filter(|it| it.judged.verdict != Verdict::Vetoed && Some(&it.park) != home).map(|it| it.park).collect()
}

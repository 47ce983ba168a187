//! What is placed already? A plan that a patient clerk could have made: on position where land is left, else elsewhere,
//! never where a rule that blocks would refuse.

use std::collections::BTreeMap;

use super::{
    Size, Stream, chance,
    city::{self, days, index},
    made,
};
use crate::{
    chance::Chance,
    model::{
        id::{IndustryId, PlanId, RecordId},
        industry::EnvironmentClass,
        park::{Park, Position},
        plan::{Pin, Placement, Premises, Reservation, Reserved},
        project::Project,
        quantity::Mu,
    },
};

/// Parks that are tried for a project before it is put off.
const TRIES: usize = 8;

/// The parts of the plan.
#[derive(Default)]
pub struct Placing {
    /// Placements, in the order of placing.
    pub placements: Vec<Placement>,
    /// Pins of a few of them.
    pub pins: Vec<Pin>,
    /// Land that is promised to somebody.
    pub reservations: Vec<Reservation>,
}

struct Clerk<'a> {
    chance: Chance,
    parks: &'a [(Park, i64)],
    hosts: BTreeMap<&'a IndustryId, Vec<usize>>,
    /// Land left in each park, in hundredths of a mu.
    left: Vec<i64>,
}

/// Places the share of `projects` that `size` asks for.
pub fn place(
    size: Size,
    plan: &PlanId,
    parks: &[(Park, i64)],
    positions: &[Vec<Position>],
    projects: &[Project],
) -> Placing {
    let mut hosts: BTreeMap<&IndustryId, Vec<usize>> = BTreeMap::new();
    for (at, positions) in positions.iter().enumerate() {
        for industry in positions.iter().flat_map(|position| &position.industries) {
            hosts.entry(industry).or_default().push(at);
        }
    }
    let left = parks.iter().map(|(park, _)| park.capacities.net_land.unwrap_or_default().steps()).collect();
    let mut clerk = Clerk { chance: chance(size, Stream::Placing), parks, hosts, left };
    let mut placing = Placing::default();
    clerk.reserve(plan, &mut placing);
    let wanted = index(size.projects) * index(size.placed) / 1_000;
    let mut waiting: Vec<&Project> = projects.iter().collect();
    clerk.chance.shuffle(&mut waiting);
    for care in [Care::OnPosition, Care::WithLand, Care::Anywhere] {
        let mut put_off = Vec::new();
        for project in waiting {
            let found = if placing.placements.len() < wanted { clerk.search(project, care) } else { None };
            match found {
                Some(at) => clerk.put(plan, project, at, &mut placing),
                None => put_off.push(project),
            }
        }
        waiting = put_off;
    }
    placing
}

/// How choosy the clerk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Care {
    /// A park with a position for it and land left; one of twelve projects goes elsewhere.
    OnPosition,
    /// Any park with land left.
    WithLand,
    /// Any park.
    Anywhere,
}

impl Clerk<'_> {
    fn reserve(&mut self, plan: &PlanId, placing: &mut Placing) {
        for (at, (park, _)) in self.parks.iter().enumerate() {
            if !self.chance.percent(4) {
                continue;
            }
            let Some(left) = self.left.get_mut(at) else { continue };
            let land = *left * self.chance.between(3, 12) / 100;
            *left -= land;
            placing.reservations.push(Reservation {
                plan: plan.clone(),
                id: made(RecordId::new(&format!("r{:04}", at + 1))),
                park: park.id.clone(),
                amount: Reserved::Land(Mu::from_steps(land)),
                until: super::DAY.saturating_add(days(self.chance.between(30, 500))),
                reason: "模拟预留".to_owned(),
            });
        }
    }

    fn search(&mut self, project: &Project, care: Care) -> Option<usize> {
        let strays = self.chance.percent(8);
        let own = self.hosts.get(&project.industry).filter(|_| care == Care::OnPosition && !strays);
        if own.is_none() && care == Care::OnPosition && !strays {
            return None;
        }
        let need = asks(project);
        for _ in 0..TRIES {
            let at = match own {
                Some(own) => own.get(self.chance.below(own.len())).copied()?,
                None => self.chance.below(self.parks.len()),
            };
            let has_land = care == Care::Anywhere || self.left.get(at).is_some_and(|left| *left >= need);
            let (park, _) = self.parks.get(at)?;
            if has_land && may_go(project, park, own.is_some()) {
                return Some(at);
            }
        }
        None
    }

    fn put(&mut self, plan: &PlanId, project: &Project, at: usize, placing: &mut Placing) {
        let Some((park, _)) = self.parks.get(at) else { return };
        if let Some(left) = self.left.get_mut(at) {
            *left -= asks(project);
        }
        placing.placements.push(Placement {
            plan: plan.clone(),
            project: project.id.clone(),
            park: park.id.clone(),
            premises: premises(project),
            seq: u32::try_from(placing.placements.len()).unwrap_or(u32::MAX).saturating_add(1),
        });
        if self.chance.percent(3) {
            let (plan, project, park) = (plan.clone(), project.id.clone(), park.id.clone());
            placing.pins.push(Pin { plan, project, park, reason: "模拟约定".to_owned() });
        }
    }
}

/// A small project that suits a standard plant takes one.
fn premises(project: &Project) -> Premises {
    let is_small = project.land.is_some_and(|land| land <= Mu::from_steps(1_500));
    if project.plant_suitable && is_small { Premises::StandardPlant } else { Premises::OwnLand }
}

/// Land that a project takes, in hundredths of a mu.
fn asks(project: &Project) -> i64 {
    match premises(project) {
        Premises::OwnLand => project.land.unwrap_or_default().steps(),
        Premises::StandardPlant => 0,
    }
}

/// Tells whether no rule that blocks stands between `project` and `park`.
fn may_go(project: &Project, park: &Park, is_on_position: bool) -> bool {
    let class = project.environment_class.unwrap_or(EnvironmentClass::E4);
    let treatment = match project.stream.as_ref().map(crate::model::id::StreamId::as_str) {
        Some("plating") => city::has(park, "plating-treatment"),
        Some("dyeing") => city::has(park, "dyeing-treatment"),
        Some("high-fluoride") => city::has(park, "fluoride-treatment"),
        _ => true,
    };
    city::suits(park, class) && (!park.access_listed || is_on_position) && treatment
}

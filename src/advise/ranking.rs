//! Which park suits best? Parks for one project, by verdict, then by score with coupling; ties are told as ties.

use std::{cmp::Reverse, sync::Arc};

use crate::{
    evaluate::{
        judgement::Judgement,
        verdict::{self, Judged, Verdict},
    },
    model::{
        edit::Touched,
        id::{ParkId, ProjectId},
        project::Project,
    },
    suitability::score::{self, Suitability},
};

/// One park in the ranking of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The park.
    pub park: ParkId,
    /// Place, from 1; parks that nothing but the city's list tells apart share one.
    pub rank: usize,
    /// Whether another park has the same verdict and total: the city's list then says which stands first.
    pub is_tied: bool,
    /// What the rules say.
    pub judged: Judged,
    /// How well it suits.
    pub suitability: Suitability,
    /// What the project and those placed there bring each other, in points.
    pub coupling: i64,
}

impl Ranked {
    /// Score and coupling together: what parks are ranked by, after the verdict.
    pub fn total(&self) -> i64 {
        self.suitability.score + self.coupling
    }

    /// What decides the order: the verdict, then the total.
    pub fn order(&self) -> Order {
        (self.judged.verdict, Reverse(self.total()))
    }
}

/// All parks for `project`, the best first, in the plan that `judgement` judges; a placed project is thought away from where
/// it stands.
///
/// Costs as much as judging every park once.
pub fn of(judgement: &Judgement, project: &Arc<Project>) -> Vec<Ranked> {
    let without;
    let judgement = match judgement.facts().home(&project.id) {
        Some(_) => {
            without = thought_away(judgement, &project.id);
            &without
        }
        None => judgement,
    };
    let parks: Vec<&ParkId> = judgement.world().parks_in_order().into_iter().map(|park| &park.id).collect();
    let mut ranked: Vec<Ranked> = parks.into_iter().filter_map(|park| unplaced(judgement, project, park)).collect();
    place(&mut ranked);
    ranked
}

/// The same for some `parks` alone, in the order given; they are not placed.
pub fn some(judgement: &Judgement, project: &Arc<Project>, parks: &[&ParkId]) -> Vec<Ranked> {
    let without = judgement.facts().home(&project.id).map(|_| thought_away(judgement, &project.id));
    let judgement = without.as_ref().unwrap_or(judgement);
    parks.iter().filter_map(|park| unplaced(judgement, project, park)).collect()
}

/// What is said of a project that stands nowhere in one park, without its place.
fn unplaced(judgement: &Judgement, project: &Arc<Project>, park: &ParkId) -> Option<Ranked> {
    let world = judgement.world();
    let project = world.projects.get(&project.id).unwrap_or(project);
    let suitability = score::of(judgement.fit().ground(), project, park)?;
    Some(Ranked {
        rank: 0,
        is_tied: false,
        judged: verdict::of(judgement, project, park, world.usual_premises(project)),
        coupling: judgement.fit().coupling_with(project, park, judgement.facts().park(park)?),
        park: park.clone(),
        suitability,
    })
}

/// The plan as it would be judged if `project` stood nowhere.
pub fn thought_away(judgement: &Judgement, project: &ProjectId) -> Judgement {
    let mut world = judgement.world().clone();
    let plan = judgement.plan().clone();
    let Some(placement) = world.placements.remove(&(plan.clone(), project.clone())) else { return judgement.clone() };
    let mut touched = Touched::default();
    touched.projects.insert((plan.clone(), project.clone()));
    touched.parks.insert((plan, placement.park.clone()));
    let mut after = judgement.clone();
    after.follow(&world, &touched);
    after
}

/// Sorts `ranked`, which is in the order of the city's list, and gives places.
pub fn place(ranked: &mut [Ranked]) {
    ranked.sort_by_key(Ranked::order);
    let orders: Vec<Order> = ranked.iter().map(Ranked::order).collect();
    for one in ranked {
        (one.rank, one.is_tied) = place_of(&orders, one.order());
    }
}

/// What decides an order of parks: the verdict, then score and coupling together.
pub type Order = (Verdict, Reverse<i64>);

/// The place of `order` among `orders`, which are sorted, from 1, and whether it is shared.
pub fn place_of(orders: &[Order], order: Order) -> (usize, bool) {
    let before = orders.partition_point(|other| *other < order);
    let upto = orders.partition_point(|other| *other <= order);
    (before + 1, upto - before > 1)
}

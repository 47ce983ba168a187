//! Does what was found out about a plan still hold? A certificate is issued with a solved plan, and checked from nothing.
//!
//! Whoever checks reads the plan as a problem once more, without what was placed or moved then: its fingerprint must be the one
//! that was solved, the projects must stand where they were put, and the prices or rents must prove the bound. No search is
//! run.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    bound::ShadowPrices,
    layout::Layout,
    loads::{Effort, Rents},
    problem::{LANES, Problem},
    reading::{Reading, Unreadable, Wish},
    solve::{Evidence, Orders, Outcome},
};
use crate::{
    evaluate::{judgement::Judgement, score::Score},
    model::{
        id::{ParkId, PlanId, ProjectId},
        plan::{Certificate, Plan, PlanStatus, Proof},
        scenario::Scenario,
    },
};

/// Why a certificate does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The plan has none.
    None,
    /// It is not as it was issued.
    Seal,
    /// The rules have changed since.
    Rules,
    /// A project stands elsewhere than where it was put.
    Placement {
        /// The project.
        project: ProjectId,
        /// Where it was put.
        stated: Option<ParkId>,
        /// Where it stands.
        found: Option<ParkId>,
    },
    /// Something else that was solved has changed since: a limit, a score, a pin, the register.
    Problem,
    /// The plan breaks a limit, or its value is another.
    Value,
    /// What is to prove the bound does not prove it.
    Bound,
}

/// What a certificate that holds says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holds {
    /// The score of the plan.
    pub score: Score,
    /// The score that no plan exceeds; `None` where nothing was shown.
    pub bound: Option<Score>,
    /// Whether the plan is proven best.
    pub is_best: bool,
}

/// The certificate of `layout`, which was found for `reading` by `orders`.
pub fn issue(
    scenario: &Scenario,
    reading: &Reading,
    outcome: &Outcome,
    layout: &Layout,
    orders: &Orders,
) -> Certificate {
    let problem = &reading.problem;
    let park = |number: usize| reading.parks.get(number).cloned();
    let places = reading.places(layout);
    let free: Vec<&ProjectId> = reading.free().collect();
    let placed = free.iter().map(|id| ((*id).clone(), places.get(*id).cloned().flatten())).collect();
    let starts = reading.projects.iter().zip(&problem.given.projects);
    let from =
        starts.filter(|(_, it)| it.pin.is_none()).filter_map(|(id, it)| Some((id.clone(), park(it.start? as usize)?)));
    let with_bound = |prices: &ShadowPrices| Proof::Bound {
        factors: reading
            .parks
            .iter()
            .cloned()
            .zip(prices.factors.iter().map(|it| it.to_vec()))
            .filter(|(_, it)| it.iter().any(|it| *it != 0))
            .collect(),
        paid: prices
            .paid
            .iter()
            .filter_map(|((at, kind), price)| {
                Some((park(*at as usize)?, reading.trades.get(usize::from(*kind))?.clone(), *price))
            })
            .collect(),
        shares: prices
            .shares
            .iter()
            .filter_map(|((at, link), share)| Some((park(*at as usize)?, *link, *share)))
            .collect(),
    };
    let proof = match &outcome.evidence {
        Evidence::Best(rents) => Proof::Best { rents: rents.projects.clone() },
        Evidence::Bound(prices) => with_bound(prices),
        Evidence::Nothing => Proof::Nothing,
    };
    let mut certificate = Certificate {
        plan: reading.plan.clone(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        pack: pack(scenario),
        problem: fingerprint(reading),
        moves: reading.wish.moves,
        most_moved: reading.wish.most_moved.and_then(|it| u32::try_from(it).ok()),
        seed: orders.seed,
        steps: orders.steps,
        threads: u32::try_from(orders.threads.get()).unwrap_or(u32::MAX),
        value: layout.value(problem),
        bound: outcome.bound,
        placed,
        from: from.collect(),
        refused: reading.wish.refused.iter().cloned().collect(),
        proof,
        seal: String::new(),
    };
    certificate.seal = seal(&certificate);
    certificate
}

/// The certificate of a copy of its plan under another id.
pub fn for_plan(certificate: &Certificate, plan: &PlanId) -> Certificate {
    let mut certificate = Certificate { plan: plan.clone(), ..certificate.clone() };
    certificate.seal = seal(&certificate);
    certificate
}

/// Checks the certificate of `plan`.
///
/// # Errors
/// The first [`Fault`]; [`Unreadable`] where the plan cannot be read as a problem any more.
pub fn check(scenario: &Scenario, plan: &PlanId) -> Result<Result<Holds, Fault>, Unreadable> {
    let Some(it) = scenario.certificates.get(&(plan.clone(),)) else { return Ok(Err(Fault::None)) };
    if it.seal != seal(it) {
        return Ok(Err(Fault::Seal));
    }
    let judgement = Judgement::of(scenario, plan);
    let stands = |id: &ProjectId| judgement.facts().home(id).map(|(park, _)| park.clone());
    for (project, stated) in &it.placed {
        let found = stands(project);
        if found != *stated {
            return Ok(Err(Fault::Placement { project: project.clone(), stated: stated.clone(), found }));
        }
    }
    if it.pack != pack(scenario) {
        return Ok(Err(Fault::Rules));
    }
    // An approved plan is read as it was when it was solved: as a draft.
    let mut draft = scenario.clone();
    if let Some(record) = scenario.plans.get(plan) {
        draft.plans.insert(Plan { status: PlanStatus::Draft, ..Plan::clone(record) });
    }
    let free: BTreeSet<&ProjectId> = it.placed.iter().map(|(project, _)| project).collect();
    let wish = Wish {
        moves: true,
        most_moved: it.most_moved.map(|it| it as usize),
        kept: judgement.facts().homes().filter(|id| !free.contains(id)).cloned().collect(),
        refused: it.refused.iter().cloned().collect(),
        from: Some(it.from.iter().cloned().collect()),
    };
    let reading = Reading::of(&draft, &judgement, &wish, &|| false)?;
    if fingerprint(&reading) != it.problem {
        return Ok(Err(Fault::Problem));
    }
    let problem = &reading.problem;
    let Some(layout) = reading.layout_of(&judgement) else { return Ok(Err(Fault::Problem)) };
    if layout.value(problem) != it.value || !layout.broken(problem).is_empty() {
        return Ok(Err(Fault::Value));
    }
    if !proves(&reading, it) {
        return Ok(Err(Fault::Bound));
    }
    let score = judgement.score();
    let is_best = it.bound.is_some_and(|bound| reading.scale.value_of(score) >= bound);
    Ok(Ok(Holds { score, bound: it.bound.map(|bound| reading.scale.bound_of(bound)), is_best }))
}

/// Whether the proof of a certificate proves its bound.
fn proves(reading: &Reading, it: &Certificate) -> bool {
    let problem = &reading.problem;
    match (&it.proof, it.bound) {
        (Proof::Nothing, None) => true,
        (Proof::Best { rents }, Some(bound)) => {
            let pools = vec![[0; LANES]; problem.given.zones.len()];
            let rents = Rents { projects: rents.clone(), pools };
            rents.show(problem, bound, Effort::default())
        }
        (Proof::Bound { factors, paid, shares }, Some(bound)) => {
            prices(reading, factors, paid, shares).and_then(|it| it.bound(problem)) == Some(bound)
        }
        (Proof::Nothing | Proof::Best { .. } | Proof::Bound { .. }, _) => false,
    }
}

/// The prices of a proof by number; `None` where one is of something that there is not.
fn prices(
    reading: &Reading,
    factors: &[(ParkId, Vec<i64>)],
    paid: &[(ParkId, crate::model::id::IndustryId, i64)],
    shares: &[(ParkId, u32, i64)],
) -> Option<ShadowPrices> {
    let parks: BTreeMap<&ParkId, u32> = reading.parks.iter().zip(0..).collect();
    let trades: BTreeMap<_, u16> = reading.trades.iter().zip(0..).collect();
    let given = &reading.problem.given;
    let mut prices = ShadowPrices {
        factors: vec![[0; LANES]; given.parks.len()],
        pools: vec![[0; LANES]; given.zones.len()],
        ..ShadowPrices::default()
    };
    for (park, of) in factors {
        let lanes: [i64; LANES] = of.as_slice().try_into().ok()?;
        *prices.factors.get_mut(*parks.get(park)? as usize)? = lanes;
    }
    for (park, trade, price) in paid {
        prices.paid.insert((*parks.get(park)?, *trades.get(trade)?), *price);
    }
    for (park, link, share) in shares {
        prices.shares.insert((*parks.get(park)?, *link), *share);
    }
    Some(prices)
}

/// Fingerprint of what the certificate says.
fn seal(certificate: &Certificate) -> String {
    let open = Certificate { seal: String::new(), ..certificate.clone() };
    hash(&serde_json::to_vec(&open).unwrap_or_default())
}

/// Fingerprint of the rules and anchors of `scenario`.
fn pack(scenario: &Scenario) -> String {
    let rules: Vec<_> = scenario.rules.iter().collect();
    let anchors: Vec<_> = scenario.anchors.iter().collect();
    hash(&serde_json::to_vec(&(rules, anchors)).unwrap_or_default())
}

/// Fingerprint of everything that a problem is made of, with the names of its projects and parks.
fn fingerprint(reading: &Reading) -> String {
    let Problem { given, worth, .. } = &reading.problem;
    let mut hasher = blake3::Hasher::new();
    for id in reading.projects.iter().map(ProjectId::as_str).chain(reading.parks.iter().map(ParkId::as_str)) {
        hasher.update(id.as_bytes());
        hasher.update(b"\n");
    }
    hasher.update(format!("{given:?}").as_bytes());
    for worth in worth {
        hasher.update(&worth.to_le_bytes());
    }
    shortened(&hasher.finalize())
}

fn hash(bytes: &[u8]) -> String {
    shortened(&blake3::hash(bytes))
}

/// The first 128 bits are enough: nobody has to be kept from forging, only from forgetting.
fn shortened(hash: &blake3::Hash) -> String {
    hash.to_hex().chars().take(32).collect()
}

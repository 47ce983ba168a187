//! What do projects bring each other in a park, and what can they at most?

use super::{
    super::problem::{Offer, Problem, Role},
    PART,
};

/// The most that one more project of `kind` adds to what those of a park bring each other, in parts, when every project is counted
/// so: a linked pair is shared between its two kinds by where firms stand already.
pub(super) fn bonus_at_most(problem: &Problem, park: usize, kind: usize) -> i64 {
    let given = &problem.given;
    let cell = problem.cell(park, kind);
    let may_lead = given.parks[park].offers.iter().any(|offer| {
        offer.kinds.iter().any(|it| usize::from(*it) == kind) && (given.redesign || offer.start == Role::Leading)
    });
    let mut most = given.kinds[kind].same.max(0) * PART;
    if may_lead {
        most += given.kinds[kind].leading.max(0) * PART;
    }
    for (other, bonus) in &problem.related[kind] {
        let there = problem.cell(park, usize::from(*other));
        let (firms, others) = (problem.firms[cell], problem.firms[there]);
        let share = if firms < others || problem.host(there).is_none() {
            PART
        } else if firms > others {
            0
        } else {
            PART / 2
        };
        most += bonus.max(&0) * share;
    }
    most
}

/// The most that roles bring beside what leading brings to projects.
pub(super) fn roles_at_most(problem: &Problem, park: usize) -> i64 {
    let offers = &problem.given.parks[park].offers;
    if problem.given.redesign {
        offers.iter().map(|offer| -offer.cost.iter().min().copied().unwrap_or(0)).sum()
    } else {
        -offers.iter().map(|offer| offer.cost[offer.start as usize]).sum::<i64>()
    }
}

/// What the roles of the start bring to `numbers` of projects.
pub(super) fn fixed_roles(problem: &Problem, park: usize, numbers: &[i64]) -> i64 {
    let given = &problem.given;
    let of_offer = |offer: &Offer| {
        let led = if offer.start == Role::Leading { leading(problem, offer, numbers) } else { 0 };
        led - offer.cost[offer.start as usize]
    };
    given.parks[park].offers.iter().map(of_offer).sum()
}

pub(super) fn leading(problem: &Problem, offer: &Offer, numbers: &[i64]) -> i64 {
    let given = &problem.given;
    let of_kind = |kind: &u16| {
        let kind = usize::from(*kind);
        given.kinds[kind].leading * numbers[kind].min(given.leading_saturation)
    };
    offer.kinds.iter().map(of_kind).sum()
}

/// What projects bring each other in a park, but for leading.
pub(super) fn bonus(problem: &Problem, park: usize, numbers: &[i64]) -> i64 {
    let given = &problem.given;
    let mut value = 0;
    for (kind, n) in numbers.iter().enumerate().filter(|(_, n)| **n > 0) {
        let firms = i64::from(problem.firms[problem.cell(park, kind)]);
        value += problem.same(kind, *n, firms);
        for (other, bonus) in &problem.related[kind] {
            let other = usize::from(*other);
            let others = numbers[other];
            if others > 0 && other < kind {
                continue;
            }
            let firms_there = i64::from(problem.firms[problem.cell(park, other)]);
            let met = |n: i64, others: i64| (n + firms).min(others + firms_there).min(given.saturation);
            value += bonus * (met(*n, others) - met(0, 0));
        }
    }
    value
}

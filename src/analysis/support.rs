//! Who is funded, with how much, and who is not and why (资金支持)? The claims on a programme shared out by its rule; the lights
//! of promised days.
//!
//! Every claim is first cut to the ceiling of the programme. By priority each gets what it asks as far as the budget goes, the
//! last one in part where the rest is still of use to it. For value for money the set of whole claims with the most tax a year is
//! chosen ([`budget_choice`]). In proportion every claim gets the same part of what it asks, never less than what is of
//! use ([`floors_caps`]); where the budget does not even reach that, the last by priority are left out one by one.

use jiff::{Unit, civil::Date};

use super::allocation::{
    budget_choice::{self, Item},
    floors_caps::{self, Part},
};
use crate::{
    model::{
        id::{PlanId, ProjectId},
        plan::Claim,
        project::Project,
        quantity::WanYuan,
        scenario::Scenario,
        support::{AllocationRule, Condition, Programme, Task},
    },
    rules::{facts::Facts, programme_budget},
};

/// Why a claim gets nothing, or less than it asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// The programme is not meant for the park where it stands, or it stands in none.
    OtherParks,
    /// These conditions are not met.
    Conditions(Vec<Condition>),
    /// It asks for less than is of use to it, after the ceiling.
    BelowLeast(WanYuan),
    /// The programme states no budget.
    NoBudget,
    /// The budget is used up by those before it; what is left of it.
    Exhausted(WanYuan),
    /// Other claims bring more tax for the money.
    LessValue,
    /// It states no tax, by which this programme chooses.
    NoTax,
    /// It gets a part only.
    Part,
    /// It gets as much as the ceiling allows.
    Ceiling,
    /// A person decided otherwise than the rule, and the reason is on record.
    Overridden,
}

/// What one claim gets by the rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Award {
    /// The project.
    pub project: ProjectId,
    /// What it asks for, 万元.
    pub asked: WanYuan,
    /// What the rule gives it, 万元.
    pub amount: WanYuan,
    /// Why not all of it.
    pub reason: Option<Reason>,
    /// What it has by the plan, 万元.
    pub granted: Option<WanYuan>,
}

/// A programme shared out by its rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Allocation {
    /// What each claim gets, by priority.
    pub awards: Vec<Award>,
    /// What the rule gives in all, 万元.
    pub spent: WanYuan,
    /// What it leaves, 万元; `None` without a budget.
    pub left: Option<WanYuan>,
    /// Whether no other choice brings more; always, but for a choice among very many claims.
    pub is_proven: bool,
}

/// A claim that may be funded.
struct Open<'a> {
    at: usize,
    project: &'a Project,
    most: i64,
    least: i64,
}

/// The claims of `plan` on `programme`, by priority: those that state none come last, by the day of the first report, then by number.
pub fn in_order<'a>(world: &'a Scenario, plan: &'a PlanId, programme: &Programme) -> Vec<&'a Claim> {
    let mut claims: Vec<&Claim> = world.claims_of(plan).filter(|it| it.programme == programme.id).collect();
    let reported = |claim: &Claim| world.projects.get(&claim.project).and_then(|it| it.first_report);
    claims.sort_by_key(|it| (it.priority.unwrap_or(u32::MAX), reported(it).unwrap_or(Date::MAX), it.project.clone()));
    claims
}

/// Shares `programme` out among its claims in the plan of `facts`.
pub fn allocate(world: &Scenario, facts: &Facts, programme: &Programme) -> Allocation {
    let plan = facts.plan();
    let claims = in_order(world, plan, programme);
    let mut awards: Vec<Award> = claims
        .iter()
        .map(|claim| Award {
            project: claim.project.clone(),
            asked: claim.amount,
            amount: WanYuan::ZERO,
            reason: None,
            granted: world.grants.get(&(plan.clone(), programme.id.clone(), claim.project.clone())).map(|it| it.amount),
        })
        .collect();
    let mut open = Vec::new();
    let mut fixed = WanYuan::ZERO;
    for ((at, claim), award) in claims.iter().enumerate().zip(&mut awards) {
        let grant = world.grants.get(&(plan.clone(), programme.id.clone(), claim.project.clone()));
        if let Some(grant) = grant.filter(|it| it.ruled.is_some()) {
            award.amount = grant.amount;
            award.reason = Some(Reason::Overridden);
            fixed = fixed.plus(grant.amount);
            continue;
        }
        match eligible(world, facts, programme, claim) {
            Ok((project, most, least)) => open.push(Open { at, project, most, least }),
            Err(reason) => award.reason = Some(reason),
        }
    }
    let Some(budget) = programme.budget else {
        for award in awards.iter_mut().filter(|it| it.reason.is_none()) {
            award.reason = Some(Reason::NoBudget);
        }
        return Allocation { awards, spent: WanYuan::ZERO, left: None, is_proven: true };
    };
    let rest = budget.minus(fixed).steps().max(0);
    let is_proven = match programme.rule {
        AllocationRule::Priority => by_priority(rest, &open, &mut awards),
        AllocationRule::ValueForMoney => by_value(rest, &open, &mut awards),
        AllocationRule::Proportional => in_proportion(rest, &open, &mut awards),
    };
    for award in awards.iter_mut().filter(|it| it.reason.is_none() && it.amount < it.asked) {
        award.reason = Some(Reason::Ceiling);
    }
    let spent = awards.iter().fold(WanYuan::ZERO, |sum, it| sum.plus(it.amount));
    Allocation { awards, spent, left: Some(budget.minus(spent)), is_proven }
}

/// The project with the most that it can get and the least that is of use to it; or why it gets nothing.
fn eligible<'a>(
    world: &'a Scenario,
    facts: &Facts,
    programme: &Programme,
    claim: &Claim,
) -> Result<(&'a Project, i64, i64), Reason> {
    let project = world.projects.get(&claim.project).ok_or(Reason::OtherParks)?;
    let home = facts.home(&project.id).map(|(park, _)| park);
    if !programme_budget::is_meant_for(programme, home) {
        return Err(Reason::OtherParks);
    }
    let of_park = home.and_then(|park| facts.park(park));
    let is_designated = of_park.is_some_and(|park| park.position_of(&project.industry).is_some());
    let unmet = programme_budget::unmet(world, programme, project, home, is_designated);
    if !unmet.is_empty() {
        return Err(Reason::Conditions(unmet.into_iter().cloned().collect()));
    }
    let most = programme_budget::ceiling(programme, project).map_or(claim.amount, |most| claim.amount.min(most));
    let least = claim.least.or(programme.least).unwrap_or_default();
    if most < least || most == WanYuan::ZERO {
        return Err(Reason::BelowLeast(least));
    }
    Ok((project, most.steps(), least.steps()))
}

fn give(awards: &mut [Award], at: usize, amount: i64, reason: Option<Reason>) {
    if let Some(award) = awards.get_mut(at) {
        award.amount = WanYuan::from_steps(amount);
        award.reason = reason;
    }
}

fn by_priority(budget: i64, open: &[Open<'_>], awards: &mut [Award]) -> bool {
    let mut left = budget;
    for claim in open {
        let amount = claim.most.min(left);
        if amount < claim.least || amount == 0 {
            give(awards, claim.at, 0, Some(Reason::Exhausted(WanYuan::from_steps(left))));
        } else {
            give(awards, claim.at, amount, (amount < claim.most).then_some(Reason::Part));
            left = left.saturating_sub(amount);
        }
    }
    true
}

fn by_value(budget: i64, open: &[Open<'_>], awards: &mut [Award]) -> bool {
    let tax = |it: &Open<'_>| it.project.tax.map_or(0, WanYuan::steps);
    let items: Vec<Item> = open.iter().map(|it| Item { cost: it.most, value: tax(it) }).collect();
    let Ok(choice) = budget_choice::choose(budget, &items) else { return false };
    for (place, claim) in open.iter().enumerate() {
        let is_chosen = choice.chosen.contains(&place);
        let why = if claim.project.tax.is_none() { Reason::NoTax } else { Reason::LessValue };
        give(awards, claim.at, if is_chosen { claim.most } else { 0 }, (!is_chosen).then_some(why));
    }
    choice.is_proven()
}

fn in_proportion(budget: i64, open: &[Open<'_>], awards: &mut [Award]) -> bool {
    let mut number = open.len();
    let floors = |number: usize| open.iter().take(number).fold(0_i64, |sum, it| sum.saturating_add(it.least));
    while number > 0 && floors(number) > budget {
        number -= 1;
    }
    let (funded, left_out) = open.split_at_checked(number).unwrap_or((open, &[]));
    for claim in left_out {
        let left = WanYuan::from_steps(budget.saturating_sub(floors(number)));
        give(awards, claim.at, 0, Some(Reason::Exhausted(left)));
    }
    let float = |steps: i64| WanYuan::from_steps(steps).to_f64();
    let part = |it: &Open<'_>| Part { weight: float(it.most), floor: float(it.least), cap: Some(float(it.most)) };
    let parts: Vec<Part> = funded.iter().map(part).collect();
    let shares = floors_caps::proportional(float(budget), &parts).ok().and_then(|it| it.shares);
    for (claim, amount) in funded.iter().zip(whole(budget, funded, &shares.unwrap_or_default())) {
        let reason = if amount == 0 { Some(Reason::Exhausted(WanYuan::ZERO)) } else { None };
        give(awards, claim.at, amount, reason.or_else(|| (amount < claim.most).then_some(Reason::Part)));
    }
    true
}

/// `shares` in whole steps within their bounds, so that as much of the budget is used as they use: what rounding down leaves goes to
/// the largest fractions, one step each.
#[expect(clippy::cast_possible_truncation, reason = "amounts of a file are below 2^53 steps")]
fn whole(budget: i64, open: &[Open<'_>], shares: &[f64]) -> Vec<i64> {
    let exact: Vec<f64> = shares.iter().map(|it| it * 10_f64.powi(2)).collect();
    let mut amounts: Vec<i64> =
        exact.iter().zip(open).map(|(it, open)| ((it + 1e-6).floor() as i64).clamp(open.least, open.most)).collect();
    let sum = |amounts: &[i64]| amounts.iter().fold(0_i64, |sum, it| sum.saturating_add(*it));
    let most = open.iter().fold(0_i64, |sum, it| sum.saturating_add(it.most));
    let target = budget.min(most);
    let mut order: Vec<usize> = (0..amounts.len()).collect();
    order.sort_by(|a, b| {
        let fraction = |at: &usize| exact.get(*at).map_or(0.0, |it| it - it.floor());
        fraction(b).total_cmp(&fraction(a)).then(a.cmp(b))
    });
    for at in order.iter().cycle().take(amounts.len().saturating_mul(2)) {
        if sum(&amounts) >= target {
            break;
        }
        if let (Some(amount), Some(open)) = (amounts.get_mut(*at), open.get(*at))
            && *amount < open.most
        {
            *amount += 1;
        }
    }
    amounts
}

/// How a promise stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// 逾期: the day has passed and it is not done.
    Overdue,
    /// 临期: the day is near.
    DueSoon,
    /// 进行中.
    OnTrack,
    /// 逾期办结: done after the day.
    DoneLate,
    /// 按期办结.
    Done,
}

/// Days before the promised one from which it is near.
pub const SOON: i64 = 15;

/// How `task` stands on `today`. Done on the promised day is done in time; what is done after today is not done yet.
pub fn light(task: &Task, today: Date) -> Light {
    match task.done.filter(|done| *done <= today) {
        Some(done) if done <= task.due => Light::Done,
        Some(_) => Light::DoneLate,
        None if task.due < today => Light::Overdue,
        None => {
            let days = today.until((Unit::Day, task.due)).map_or(i64::MAX, |span| i64::from(span.get_days()));
            if days <= SOON { Light::DueSoon } else { Light::OnTrack }
        }
    }
}

/// How many of `tasks` were kept of those that were due by `today`: done in time, and due or done.
pub fn kept<'a>(tasks: impl IntoIterator<Item = &'a Task>, today: Date) -> (usize, usize) {
    let mut found = (0, 0);
    for task in tasks {
        match light(task, today) {
            Light::Done => found = (found.0 + 1, found.1 + 1),
            Light::Overdue | Light::DoneLate => found.1 += 1,
            Light::DueSoon | Light::OnTrack => {}
        }
    }
    found
}

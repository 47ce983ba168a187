//! Pools of the city and programmes: nothing is overdrawn unseen, what runs out comes back, budgets are kept.

use parkboard::{
    analysis::support::{self, Reason},
    evaluate::judgement::Judgement,
    model::{
        edit::{Edit, apply, support::SupportEdit},
        evidence::Evidence,
        park::ParkLevel,
        plan::{Claim, Grant, Placement, Premises, Reservation, Reserved},
        policy::{CityPool, Mode, Rule, RuleKind},
        project::Project,
        quantity::{Mu, Tce, TonnesPerDay, WanYuan},
        scenario::Scenario,
        support::{AllocationRule, Condition, Programme},
    },
    rules::{
        facts,
        finding::{Detail, State},
    },
};

use super::{factor, plan, wan};
use crate::{
    fixture::{Build, Chance, DAY, city, mu, name, park_id, project, project_id, record_id, rule_id, whole_city},
    random::random_city,
};

/// Random sequences of edits after each of which the pools are added up by hand.
const SEQUENCES: u64 = 10_000;
/// Random programmes that are shared out.
const PROGRAMMES: u64 = 3_000;

const POOLS: [&str; 3] = ["city-land-quota", "city-energy-quota", "environmental-capacity"];

/// What the plan draws of land, energy and waste water, in steps, by reading every record; `None` where a project does not say.
fn by_hand(world: &Scenario) -> [Option<i64>; 3] {
    let mut sums = [Some(0_i64); 3];
    let mut add = |at: usize, amount: Option<i64>| sums[at] = sums[at].zip(amount).map(|(sum, it)| sum + it);
    for placement in world.placements_of(&plan()) {
        let it: &Project = world.projects.get(&placement.project).unwrap();
        let phases = it.phases.iter().filter(|phase| world.as_of <= phase.until).filter_map(|phase| phase.land);
        let phases = phases.map(Mu::steps).sum::<i64>();
        let own = placement.premises == Premises::OwnLand;
        add(0, if own { it.land.map(|land| land.steps() + phases) } else { Some(0) });
        add(1, facts::energy(it).map(Tce::steps));
        add(2, it.waste_water.map(TonnesPerDay::steps));
    }
    for it in world.reservations.iter().filter(|it| it.plan == plan() && world.as_of <= it.until) {
        match it.amount {
            Reserved::Land(land) => add(0, Some(land.steps())),
            Reserved::EnergyQuota(energy) => add(1, Some(energy.steps())),
            Reserved::Sewage(flow) => add(2, Some(flow.steps())),
            Reserved::PlantFloor(_) | Reserved::Power(_) | Reserved::Water(_) => {}
        }
    }
    for relocation in world.relocations_of(&plan()) {
        let enterprise = world.enterprises.get(&relocation.enterprise).unwrap();
        if enterprise.park != relocation.park {
            add(0, Some(enterprise.land.unwrap_or_default().steps()));
        }
    }
    sums
}

/// The pools with quotas that a few projects use up.
pub(crate) fn with_pools(chance: &mut Chance, world: &mut Scenario) {
    let pack = whole_city();
    for (at, id) in POOLS.into_iter().enumerate() {
        let quota = Some(chance.between(0, 60_000));
        let kind = match at {
            0 => CityPool::Land { quota: quota.map(Mu::from_steps) },
            1 => CityPool::Energy { quota: quota.map(Tce::from_steps) },
            _ => CityPool::WasteWater { quota: quota.map(TonnesPerDay::from_steps) },
        };
        let rule = pack.rules.get(&rule_id(id)).unwrap().as_ref().clone();
        let rule = Rule { kind: RuleKind::CityPool(kind), mode: Mode::NeedsWaiver, examples: Vec::new(), ..rule };
        world.rules.insert(rule);
    }
}

/// Asserts that what is overdrawn is told, and nothing else is.
fn is_told(world: &Scenario, judgement: &Judgement, what: &str) -> usize {
    let mut over = 0;
    for (at, (id, sum)) in POOLS.into_iter().zip(by_hand(world)).enumerate() {
        let finding = judgement.of_pools().iter().find(|it| it.rule.as_str() == id).unwrap();
        let Detail::Pool { used, reserved, quota, .. } = finding.detail else {
            assert_eq!(finding.state, State::NotApplicable, "{what}");
            assert!(sum == Some(0), "{what} {id}: {sum:?} drawn and not told");
            continue;
        };
        let Some(sum) = sum else {
            assert!(matches!(finding.state, State::Unknown | State::Broken), "{what} {id}");
            continue;
        };
        assert_eq!(used + reserved, sum, "{what} {id}");
        assert_eq!(finding.state == State::Broken, sum > quota.unwrap(), "{what} {id}: {sum} of {quota:?}");
        over += usize::from(finding.state == State::Broken);
        assert!(at < 3);
    }
    over
}

fn random_step(chance: &mut Chance, world: &Scenario) -> Edit {
    let project = project_id(&format!("P{}", 1 + chance.below(9)));
    let park = park_id(&format!("park-{}", chance.below(4)));
    match chance.below(8) {
        0..=3 => {
            let premises = [None, Some(Premises::OwnLand), Some(Premises::StandardPlant)][chance.below(3)];
            Edit::Place { plan: plan(), project, park, premises }
        }
        4 => Edit::Unplace { plan: plan(), project },
        5 | 6 => {
            let id = record_id(["r1", "r2", "r3"][chance.below(3)]);
            let steps = chance.between(0, 30_000);
            let amount = [
                Reserved::Land(Mu::from_steps(steps)),
                Reserved::EnergyQuota(Tce::from_steps(steps)),
                Reserved::Sewage(TonnesPerDay::from_steps(steps)),
            ][chance.below(3)];
            let until = if chance.once_in(2) { world.as_of } else { world.as_of.tomorrow().unwrap() };
            Edit::Reserve(Reservation { plan: plan(), id, park, amount, until, reason: "later".into() })
        }
        _ => Edit::Release { plan: plan(), id: record_id(["r1", "r2", "r3"][chance.below(3)]) },
    }
}

#[test]
fn no_pool_is_overdrawn_without_a_finding_and_what_runs_out_comes_back_on_the_day() {
    let (mut over, mut released) = (0, 0);
    let mut world = city();
    for seed in 0..SEQUENCES {
        let chance = &mut Chance::new(seed);
        // A new city now and then; in between the sequences walk on.
        if seed % 10 == 0 {
            world = random_city(chance);
            world.assumptions.retain(|_| false);
            world.phasings.retain(|_| false);
        }
        with_pools(chance, &mut world);
        let mut judgement = Judgement::of(&world, &plan());
        for step in 0..4 {
            let edit = random_step(chance, &world);
            if let Ok(touched) = apply(&mut world, &edit) {
                judgement.follow(&world, &touched);
                over += is_told(&world, &judgement, &format!("{seed}.{step}"));
            }
        }
        // The day after its last one, a reservation holds nothing.
        let mut tomorrow = world.clone();
        tomorrow.as_of = world.as_of.tomorrow().unwrap();
        let later = Judgement::of(&tomorrow, &plan());
        is_told(&tomorrow, &later, &format!("{seed} tomorrow"));
        let gone = world.reservations.iter().filter(|it| it.plan == plan() && it.until == world.as_of);
        let land: i64 =
            gone.filter_map(|it| if let Reserved::Land(land) = it.amount { Some(land.steps()) } else { None }).sum();
        let phases = |world: &Scenario| by_hand(world)[0];
        if let (Some(today), Some(then)) = (phases(&world), phases(&tomorrow)) {
            assert!(today - then >= land, "{seed}: {land} came back");
            released += usize::from(land > 0);
        }
    }
    assert!(over > 2_000 && released > 500, "{over} times overdrawn, {released} times released");
}

#[test]
fn land_that_is_reserved_until_a_day_is_free_the_day_after() {
    let mut world = whole_city();
    world.park("here", ParkLevel::Provincial, "5000");
    world.reserve("r", "here", Reserved::Land(mu("3000.01")), DAY);
    let state = |world: &Scenario| {
        let judged = Judgement::of(world, &plan());
        judged.of_pools().iter().find(|it| it.rule.as_str() == "city-land-quota").unwrap().state
    };
    assert_eq!(state(&world), State::Broken);
    world.as_of = DAY.tomorrow().unwrap();
    assert_eq!(state(&world), State::NotApplicable);
}

/// A programme with claims of projects in a park, at random.
fn random_programme(chance: &mut Chance, rule: AllocationRule) -> (Scenario, Programme) {
    let mut world = city();
    world.park("here", ParkLevel::Provincial, "900");
    let amount = |chance: &mut Chance, most: i64| WanYuan::from_steps(chance.between(0, most));
    let programme = Programme {
        rule,
        most: chance.once_in(2).then(|| amount(chance, 60_000)),
        most_of_investment: chance.once_in(3).then(|| factor("0.05")),
        least: chance.once_in(2).then(|| amount(chance, 9_000)),
        conditions: if chance.once_in(2) { vec![Condition::Placed] } else { Vec::new() },
        ..Programme::new(record_id("fund"), name("fund"), Some(amount(chance, 150_000)), Evidence::default())
    };
    for number in 1..=1 + chance.below(8) {
        let id = format!("P{number}");
        let it = Project {
            tax: (!chance.once_in(6)).then(|| amount(chance, 90_000)),
            investment: (!chance.once_in(6)).then(|| amount(chance, 2_000_000)),
            ..project(&id, "food")
        };
        world.projects.insert(it);
        if !chance.once_in(4) {
            let (project, park) = (project_id(&id), park_id("here"));
            let seq = u32::try_from(number).unwrap();
            world.placements.insert(Placement { plan: plan(), project, park, premises: Premises::OwnLand, seq });
        }
        world.claims.insert(Claim {
            plan: plan(),
            programme: record_id("fund"),
            project: project_id(&id),
            amount: amount(chance, 50_000),
            least: chance.once_in(3).then(|| amount(chance, 20_000)),
            priority: chance.once_in(2).then(|| u32::try_from(chance.below(3)).unwrap()),
        });
    }
    world.programmes.insert(programme.clone());
    (world, programme)
}

#[test]
fn a_budget_is_kept_every_grant_is_within_its_bounds_and_every_lack_has_its_reason() {
    let rules = [AllocationRule::Priority, AllocationRule::ValueForMoney, AllocationRule::Proportional];
    for seed in 0..PROGRAMMES {
        let chance = &mut Chance::new(seed);
        let rule = rules[usize::try_from(seed % 3).unwrap()];
        let (world, programme) = random_programme(chance, rule);
        let judged = Judgement::of(&world, &plan());
        let found = support::allocate(&world, judged.facts(), &programme);
        let budget = programme.budget.unwrap();
        assert!(found.spent <= budget && found.left == Some(budget.minus(found.spent)), "{seed}");
        assert!(found.is_proven, "{seed}");
        for award in &found.awards {
            let claim = world.claims.get(&(plan(), programme.id.clone(), award.project.clone())).unwrap();
            let least = claim.least.or(programme.least).unwrap_or_default();
            assert!(award.amount <= award.asked && award.asked == claim.amount, "{seed}");
            assert!(award.amount == WanYuan::ZERO || award.amount >= least, "{seed}: {award:?} is of use");
            assert!(programme.most.is_none_or(|most| award.amount <= most), "{seed}");
            assert_eq!(
                award.reason.is_none(),
                award.amount == award.asked && award.amount > WanYuan::ZERO,
                "{seed}: {award:?}"
            );
        }
        if rule == AllocationRule::ValueForMoney {
            assert_eq!(worth(&world, &found.awards), best(&world, &found, budget), "{seed}");
        }
        granted_as_allocated(&world, &programme, &found, seed);
    }
}

fn worth(world: &Scenario, awards: &[support::Award]) -> i64 {
    let funded = awards.iter().filter(|it| it.amount > WanYuan::ZERO);
    funded.map(|it| world.projects.get(&it.project).unwrap().tax.map_or(0, WanYuan::steps)).sum()
}

/// The most tax that any set of the eligible claims within the budget brings, by trying all.
fn best(world: &Scenario, found: &support::Allocation, budget: WanYuan) -> i64 {
    let open: Vec<(i64, i64)> = found
        .awards
        .iter()
        .filter(|it| matches!(it.reason, None | Some(Reason::LessValue | Reason::NoTax | Reason::Ceiling)))
        .map(|it| {
            let project = world.projects.get(&it.project).unwrap();
            let programme = world.programmes.get(&record_id("fund")).unwrap();
            let most = parkboard::rules::programme_budget::ceiling(programme, project).unwrap_or(it.asked);
            (it.asked.min(most).steps(), project.tax.map_or(0, WanYuan::steps))
        })
        .collect();
    let sets = 0..1_usize << open.len();
    let worth = sets.filter_map(|set| {
        let chosen = open.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, it)| it);
        let (cost, value) = chosen.fold((0, 0), |(cost, value), it| (cost + it.0, value + it.1));
        (cost <= budget.steps()).then_some(value)
    });
    worth.max().unwrap()
}

/// Grants as the rule gives them break no rule, and one step more than the budget breaks one.
fn granted_as_allocated(world: &Scenario, programme: &Programme, found: &support::Allocation, seed: u64) {
    let mut world = world.clone();
    let pack = whole_city();
    world.rules.insert(pack.rules.get(&rule_id("programme-budget")).unwrap().as_ref().clone());
    for award in found.awards.iter().filter(|it| it.amount > WanYuan::ZERO) {
        let grant = Grant::new(plan(), programme.id.clone(), award.project.clone(), award.amount);
        apply(&mut world, &Edit::Support(SupportEdit::Grant(grant))).unwrap();
    }
    let judged = Judgement::of(&world, &plan());
    let broken = |judged: &Judgement| {
        judged.of_city().filter(|it| it.rule.as_str() == "programme-budget" && it.state == State::Broken).count()
    };
    assert_eq!(broken(&judged), 0, "{seed}");
}

#[test]
fn an_override_is_kept_and_the_rest_is_shared_out_around_it() {
    let mut world = city();
    world.park("here", ParkLevel::Provincial, "900");
    let programme = Programme {
        least: Some(wan("50")),
        ..Programme::new(record_id("fund"), name("fund"), Some(wan("700")), Evidence::default())
    };
    world.programmes.insert(programme.clone());
    for (number, asked) in [("P1", "400"), ("P2", "300"), ("P3", "250")] {
        world.project(number, "food", "10");
        world.claims.insert(Claim {
            plan: plan(),
            programme: record_id("fund"),
            project: project_id(number),
            amount: wan(asked),
            least: None,
            priority: None,
        });
    }
    let shared = |world: &Scenario| {
        let judged = Judgement::of(world, &plan());
        let awards = support::allocate(world, judged.facts(), &programme).awards;
        awards.into_iter().map(|it| (it.amount, it.reason)).collect::<Vec<_>>()
    };
    let nothing = WanYuan::ZERO;
    assert_eq!(shared(&world), [(wan("400"), None), (wan("300"), None), (nothing, Some(Reason::Exhausted(nothing)))]);
    let grant = Grant::new(plan(), record_id("fund"), project_id("P3"), wan("250"));
    let otherwise = Grant { ruled: Some(nothing), ..grant };
    let refused = apply(&mut world, &Edit::Support(SupportEdit::Grant(otherwise.clone())));
    assert!(refused.is_err(), "no reason");
    let said = Grant { reason: "市长点名 / named by the mayor".into(), ..otherwise };
    apply(&mut world, &Edit::Support(SupportEdit::Grant(said))).unwrap();
    assert_eq!(
        shared(&world),
        [(wan("400"), None), (wan("50"), Some(Reason::Part)), (wan("250"), Some(Reason::Overridden))]
    );
}

//! Enterprises that a plan moves: what counts where, what is due, and that undo takes all of it back.

use parkboard::{
    analysis::composition::{Metric, Scope, of_park},
    evaluate::{judgement::Judgement, side_by_side::SideBySide},
    io::settings::Settings,
    model::{
        edit::{Edit, EditError, apply},
        enterprise::Enterprise,
        history::History,
        park::ParkLevel,
        plan::{Lock, Relocation},
        quantity::Mu,
        scenario::Scenario,
    },
    rules::finding::State,
    workbench::{
        Workbench,
        command::Command,
        inquiry::{Advice, Inquiry, Progress},
    },
};

use crate::fixture::{Build, city, enterprise_id, park_id, plan_id};

/// A city in which a firm of laser stands in park "left", on 31.5 mu, and a park "right" has 40 mu to spare.
fn two_parks() -> Scenario {
    let mut city = city();
    city.park("left", ParkLevel::Municipal, "");
    city.park("right", ParkLevel::Municipal, "");
    city.set_park("right", |park| park.capacities.net_land = Some(Mu::from_steps(4_000)));
    city.enterprise("firm", "left", "laser", Some(70));
    city.enterprise("stays", "left", "laser", Some(20));
    let firm = city.enterprises.get(&enterprise_id("firm")).unwrap().as_ref().clone();
    city.enterprises.insert(Enterprise { land: Some(Mu::from_steps(3_150)), ..firm });
    city
}

fn to(park: &str) -> Edit {
    Edit::Relocate(Relocation {
        plan: plan_id("A"),
        enterprise: enterprise_id("firm"),
        park: park_id(park),
        reason: "too close to the river".to_owned(),
        compensation: String::new(),
    })
}

/// Output of a park in smallest steps.
fn output(judgement: &Judgement, park: &str, scope: Scope) -> i64 {
    let facts = judgement.facts().park(&park_id(park)).unwrap();
    of_park(judgement.world(), facts, Metric::Output, scope).total
}

#[test]
fn what_is_relocated_counts_where_it_goes_and_today_stays_today() {
    let start = two_parks();
    let before = Judgement::of(&start, &plan_id("A"));
    let [firm, stays] = ["firm", "stays"].map(|id| start.enterprises.get(&enterprise_id(id)).unwrap().output.unwrap());
    let mut history = History::new(start.clone());
    let touched = history.commit(to("right")).unwrap();
    let mut after = before.clone();
    after.follow(history.now(), &touched);
    assert!(after == Judgement::of(history.now(), &plan_id("A")), "what follows is what is judged from scratch");
    for scope in [Scope::Relocated, Scope::WithPlan] {
        assert_eq!(output(&after, "left", scope), stays.steps());
        assert_eq!(output(&after, "right", scope), firm.steps());
    }
    assert_eq!(output(&after, "left", Scope::Now), firm.steps() + stays.steps());
    assert_eq!(output(&after, "right", Scope::Now), 0);
    // Its land is kept for it: 31.5 of 40 mu.
    assert_eq!(after.facts().park(&park_id("right")).unwrap().land_demand(), Mu::from_steps(3_150));
    assert_eq!(after.facts().park(&park_id("left")).unwrap().land_demand(), Mu::ZERO);
    let land = |judgement: &Judgement| {
        let findings = judgement.of_park(&park_id("right")).iter();
        findings.filter(|it| it.rule.as_str() == "land").map(|it| (it.state, it.members.len())).collect::<Vec<_>>()
    };
    assert_eq!(land(&after), [(State::Holds, 0)]);
    // Exactly enough is near, one hundredth too little is not enough, and who does not say is not taken for nothing.
    for (ready, own, expected) in [
        (Some(3_150), Some(3_150), State::Near),
        (Some(3_149), Some(3_150), State::Broken),
        (Some(4_000), None, State::Unknown),
    ] {
        let mut city = history.now().clone();
        city.set_park("right", |park| park.capacities.net_land = ready.map(Mu::from_steps));
        let firm = city.enterprises.get(&enterprise_id("firm")).unwrap().as_ref().clone();
        city.enterprises.insert(Enterprise { land: own.map(Mu::from_steps), ..firm });
        assert_eq!(land(&Judgement::of(&city, &plan_id("A"))), [(expected, 1)], "{ready:?}, {own:?}");
    }
    let (_, touched) = history.undo().unwrap();
    after.follow(history.now(), &touched);
    assert!(history.now() == &start && after == before, "undone, all is as before");
}

#[test]
fn an_enterprise_goes_once_and_not_where_it_is_nor_through_a_locked_gate() {
    let plan = plan_id("A");
    let mut city = two_parks();
    let unchanged = Err(EditError::RelocationUnchanged(enterprise_id("firm")));
    assert_eq!(apply(&mut city, &to("left")), unchanged);
    let back = Edit::Unrelocate { plan: plan.clone(), enterprise: enterprise_id("firm") };
    assert_eq!(apply(&mut city, &back), unchanged);
    apply(&mut city, &to("right")).unwrap();
    assert_eq!(apply(&mut city, &to("right")), unchanged);
    city.locks.insert(Lock { plan: plan.clone(), park: park_id("right"), reason: String::new() });
    let locked = Err(EditError::Locked(park_id("right"), plan.clone()));
    assert_eq!(apply(&mut city, &back), locked);
    let before = city.clone();
    let unknown = Edit::Unrelocate { plan, enterprise: enterprise_id("nobody") };
    assert_eq!(apply(&mut city, &unknown), Err(EditError::NoEnterprise(enterprise_id("nobody"))));
    assert!(city == before, "what is refused changes nothing");
}

#[test]
fn a_trial_says_what_the_relocation_then_does() {
    let mut bench = Workbench::on(two_parks(), Settings::default());
    bench.wait_for_answers(std::time::Duration::from_mins(1));
    let inquiry = Inquiry::Relocation(enterprise_id("firm"), park_id("right"), String::new());
    bench.dispatch(Command::Inquire(inquiry.clone()));
    let Progress::Answered(advice) = bench.progress(&inquiry) else { panic!("no answer") };
    let Advice::Relocation(told) = &*advice else { panic!("another answer") };
    let right = told.shares.iter().find(|it| it.park == park_id("right")).unwrap();
    assert_eq!(right.land_left, Some(8.5));
    let before = bench.judgement().clone();
    let [reason, compensation] = ["too close to the river", ""].map(ToOwned::to_owned);
    let (enterprise, park) = (enterprise_id("firm"), park_id("right"));
    bench.dispatch(Command::Relocate { enterprise: enterprise.clone(), park, reason, compensation });
    assert!(SideBySide::of(&before, bench.judgement()) == told.beside);
    assert!(bench.scenario().relocations.contains(&(plan_id("A"), enterprise.clone())));
    bench.dispatch(Command::Unrelocate(enterprise));
    assert!(bench.scenario().relocations.is_empty());
    bench.dispatch(Command::Undo);
    bench.dispatch(Command::Undo);
    assert!(bench.scenario() == &two_parks());
}

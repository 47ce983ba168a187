//! Does the optimiser keep its word on plans? Every proposal is judged by the ordinary rules, held against every other plan where
//! there are few, and its certificate is checked, and spoilt.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    num::NonZero,
};

use parkboard::{
    evaluate::{effect, judgement::Judgement, score::Score},
    model::{
        edit::{Edit, apply},
        id::{ParkId, PlanId, ProjectId},
        plan::{Certificate, PlanStatus, Proof},
        policy::Level,
        quantity::Mu,
        scenario::Scenario,
    },
    optimise::{
        Orders, Unwatched,
        certificate::{self, Fault},
        positions::{Costs, Redesign, redesign},
        proposal::{Proposal, propose},
        reading::{Unreadable, Wish},
    },
    rules::finding::{Detail, Finding, State},
};

use crate::{
    fixture::{Chance, City, Folder, MIANYANG, in_each_city, park_id, plan_id, project_id, run, sample, sample_path},
    mechanisms::pools::with_pools,
    random::random_city,
};

in_each_city! {
    what_was_refused_is_not_proposed_again;
    an_approved_plan_is_not_solved;
    the_same_steps_give_the_same_bytes_and_a_certificate_that_holds;
    what_is_granted_money_stays_and_nothing_legal_breaks_when_all_may_move;
}

/// Placed projects may move, but not those that are granted money where they stand; the certificate holds.
fn what_is_granted_money_stays_and_nothing_legal_breaks_when_all_may_move(city: &City) {
    let (scenario, plan) = (city.scenario(), plan_id(city.plan));
    let wish = Wish { moves: true, ..Wish::default() };
    let judgement = Judgement::of(&scenario, &plan);
    let proposal = proposed(&scenario, &plan, &wish);
    assert!(proposal.after().legal >= proposal.before.legal, "{:?} from {:?}", proposal.after(), proposal.before);
    let mut solved = scenario.clone();
    apply(&mut solved, &proposal.edit()).unwrap();
    let after = Judgement::of(&solved, &plan);
    let granted: Vec<ProjectId> = scenario.grants_of(&plan).map(|grant| grant.project.clone()).collect();
    for project in granted {
        let home = |judgement: &Judgement| judgement.facts().home(&project).map(|(park, _)| park.clone());
        if home(&judgement).is_some() {
            assert_eq!(home(&after), home(&judgement), "{project}");
        }
    }
    assert_eq!(broken(&after).keys().filter(|key| !broken(&judgement).contains_key(*key)).count(), 0);
    assert!(certificate::check(&solved, &plan).unwrap().is_ok());
}

fn orders(steps: u64) -> Orders {
    Orders { seed: 1, steps, threads: NonZero::new(2).unwrap() }
}

fn proposed(scenario: &Scenario, plan: &PlanId, wish: &Wish) -> Proposal {
    propose(scenario, &Judgement::of(scenario, plan), wish, |_| orders(20_000), &Unwatched).unwrap()
}

/// What is broken at level legal, and how much of a factor that takes.
fn broken(judgement: &Judgement) -> BTreeMap<String, i64> {
    let legal = judgement.findings().filter(|it| it.level == Level::Legal && it.state == State::Broken);
    let used = |it: &Finding| {
        if let Detail::Land { used, reserved, .. } = &it.detail {
            used.plus(*reserved).steps()
        } else if let Detail::Capacity { used, reserved, .. } | Detail::Pool { used, reserved, .. } = &it.detail {
            used + reserved
        } else {
            0
        }
    };
    legal.map(|it| (format!("{:?}", it.key()), used(it))).collect()
}

/// Tells whether nothing is broken that was not, and nothing more is taken of a factor that was overdrawn.
fn breaks_no_more(after: &Judgement, before: &BTreeMap<String, i64>) -> bool {
    broken(after).iter().all(|(key, used)| before.get(key).is_some_and(|it| used <= it))
}

/// The best score of all plans in which the projects that wait stand in any park or wait, and nothing new is broken at level
/// legal; only where a position covers them, and where the board would not refuse them.
fn brute_force(scenario: &Scenario, judgement: &Judgement, waiting: &[ProjectId]) -> Score {
    let before = broken(judgement);
    let mut best = judgement.score();
    try_all(scenario, judgement, waiting, &before, &mut best);
    best
}

fn try_all(
    scenario: &Scenario,
    judgement: &Judgement,
    waiting: &[ProjectId],
    before: &BTreeMap<String, i64>,
    best: &mut Score,
) {
    let Some((project, rest)) = waiting.split_first() else {
        if breaks_no_more(judgement, before) {
            *best = (*best).max(judgement.score());
        }
        return;
    };
    try_all(scenario, judgement, rest, before, best);
    for park in scenario.parks.iter().map(|it| it.id.clone()) {
        let industry = &judgement.world().projects.get(project).unwrap().industry;
        let record = judgement.world().projects.get(project).unwrap();
        let premises = scenario.usual_premises(scenario.projects.get(project).unwrap());
        let refused = effect::of_move(judgement, record, Some((&park, premises))).refusal().is_some();
        let covered = judgement.facts().park(&park).is_some_and(|it| it.position_of(industry).is_some());
        let elsewhere = scenario.pin(judgement.plan(), project).is_some_and(|pin| pin.park != park);
        let edit = Edit::Place { plan: judgement.plan().clone(), project: project.clone(), park, premises: None };
        let mut copy = scenario.clone();
        if covered
            && !refused
            && !elsewhere
            && let Ok(touched) = apply(&mut copy, &edit)
        {
            let mut after = judgement.clone();
            after.follow(&copy, &touched);
            try_all(&copy, &after, rest, before, best);
        }
    }
}

#[test]
fn proposals_for_random_cities_break_nothing_and_are_never_worse() {
    let (mut placed, mut best, mut compared, mut equal, mut unclaimed) = (0, 0, 0, 0, 0);
    // In some cities of the second seed projects break a rule together, which counts once for all of them.
    let cities = [31, 6].into_iter().flat_map(|seed| {
        let mut chance = Chance::new(seed);
        (0..120_u64).map(move |number| (number, random_city(&mut chance)))
    });
    for (number, mut city) in cities {
        // In every third city a few projects use up the pools of the city.
        if number % 3 == 2 {
            with_pools(&mut Chance::new(number), &mut city);
        }
        let plan = city.plans.iter().map(|it| it.id.clone()).find(|it| city.may_change(it));
        let Some(plan) = plan else { continue };
        let judgement = Judgement::of(&city, &plan);
        let moves = number % 3 == 1;
        let wish = Wish { moves, most_moved: (number % 6 == 4).then_some(1), ..Wish::default() };
        let proposal = proposed(&city, &plan, &wish);
        let after = &proposal.judgement;
        assert!(breaks_no_more(after, &broken(&judgement)), "city {number}");
        assert!(after.score() >= judgement.score(), "city {number}");
        assert_eq!(*after, Judgement::of(&proposal.scenario, &plan), "city {number}");
        // What moved is what was wished.
        let changes = proposal.reading.changes(&proposal.layout);
        let stood = changes.iter().filter(|(id, _)| judgement.facts().home(id).is_some()).count();
        assert!(stood == 0 || moves, "city {number}");
        assert!(wish.most_moved.is_none_or(|most| stood <= most), "city {number}");
        // A pinned project goes where it is pinned, if it has no place, and nowhere else.
        let pinned = |(id, to): &(ProjectId, Option<ParkId>)| {
            city.pin(&plan, id).is_none_or(|pin| to.as_ref() == Some(&pin.park))
        };
        assert!(changes.iter().all(pinned), "city {number}");
        placed += changes.len();
        best += usize::from(proposal.is_best());
        // Its certificate holds, and the bound is no lower than the score.
        let holds = certificate::check(&proposal.scenario, &plan).unwrap();
        let holds = holds.unwrap_or_else(|fault| panic!("city {number}: {fault:?}"));
        assert_eq!(holds.is_best, proposal.is_best());
        match holds.bound {
            None => unclaimed += 1,
            Some(it) => assert!(
                proposal.reading.scale.value_of(after.score()) <= proposal.outcome.bound.unwrap(),
                "city {number}: {it:?}"
            ),
        }
        let waiting: Vec<ProjectId> = city
            .projects
            .iter()
            .map(|it| it.id.clone())
            .filter(|id| judgement.facts().home(id).is_none() && judgement.is_awaited(id))
            .collect();
        if !moves && waiting.len() <= 3 {
            let top = brute_force(&city, &judgement, &waiting);
            assert!(!proposal.is_best() || top == after.score(), "city {number}: {top:?} {:?}", after.score());
            compared += 1;
            equal += usize::from(top == after.score());
        }
    }
    assert!(placed > 120 && best > 120 && compared > 40, "{placed} {best} {compared}");
    assert!((1..=20).contains(&unclaimed), "{unclaimed}");
    assert!(equal * 10 >= compared * 9, "{equal} of {compared}");
}

#[test]
fn values_and_scores_tell_each_other() {
    let (here, scenario) = (&MIANYANG, sample());
    for wish in [Wish::default(), Wish { moves: true, ..Wish::default() }] {
        let proposal = proposed(&scenario, &plan_id(here.plan), &wish);
        for score in [proposal.before, proposal.after()] {
            assert_eq!(proposal.reading.scale.score_of(proposal.reading.scale.value_of(score)), score);
        }
        let problem = &proposal.reading.problem;
        assert_eq!(proposal.reading.scale.value_of(proposal.before), proposal.reading.start.value(problem));
        assert_eq!(proposal.reading.scale.value_of(proposal.after()), proposal.layout.value(problem));
        assert!(proposal.reading.start.broken(problem).is_empty());
    }
}

#[test]
fn the_sample_is_proven_best_and_what_cannot_stand_anywhere_waits() {
    let scenario = sample();
    let proposal = proposed(&scenario, &plan_id("A"), &Wish::default());
    assert!(proposal.is_best());
    assert_eq!((proposal.before.unplaced, proposal.after().unplaced), (-9, -2));
    let waiting = |id: &str| proposal.judgement.facts().home(&project_id(id)).is_none();
    assert!(waiting("T07") && waiting("T19"));
    let everything = proposed(&scenario, &plan_id("A"), &Wish { moves: true, ..Wish::default() });
    assert!(everything.is_best() && everything.after() >= proposal.after());
    // A pinned project stays where it is.
    assert_eq!(everything.judgement.facts().home(&project_id("T11")).unwrap().0, &park_id("youxian"));
    let fewer = proposed(&scenario, &plan_id("A"), &Wish { moves: true, most_moved: Some(0), ..Wish::default() });
    assert_eq!(fewer.after(), proposal.after());
}

fn what_was_refused_is_not_proposed_again(here: &City) {
    let scenario = here.scenario();
    let first = proposed(&scenario, &plan_id(here.plan), &Wish::default());
    let (project, park) =
        (project_id(here.waiting), first.judgement.facts().home(&project_id(here.waiting)).unwrap().0.clone());
    let wish = Wish { refused: BTreeSet::from([(project.clone(), park.clone())]), ..Wish::default() };
    let second = proposed(&scenario, &plan_id(here.plan), &wish);
    assert_ne!(second.judgement.facts().home(&project).map(|it| it.0), Some(&park));
    assert!(second.after() < first.after());
    assert!(certificate::check(&second.scenario, &plan_id(here.plan)).unwrap().is_ok());
}

fn an_approved_plan_is_not_solved(here: &City) {
    let mut scenario = here.scenario();
    let approve = Edit::Approve { plan: plan_id(here.empty_plan), on: scenario.as_of, by: "小组".to_owned() };
    apply(&mut scenario, &approve).unwrap();
    let refused = propose(
        &scenario,
        &Judgement::of(&scenario, &plan_id(here.empty_plan)),
        &Wish::default(),
        |_| orders(1),
        &Unwatched,
    );
    assert!(matches!(refused, Err(Unreadable::Edit(_))));
}

/// The certificate with each of its numbers and words changed by a little.
fn spoilt(it: &Certificate) -> Vec<Certificate> {
    let mut spoilt = vec![
        Certificate { value: it.value + 1, ..it.clone() },
        Certificate { bound: it.bound.map(|bound| bound - 1), ..it.clone() },
        Certificate { bound: None, ..it.clone() },
        Certificate { seed: it.seed + 1, ..it.clone() },
        Certificate { steps: it.steps + 1, ..it.clone() },
        Certificate { moves: !it.moves, ..it.clone() },
        Certificate { pack: format!("{}0", it.pack), ..it.clone() },
        Certificate { problem: format!("{}0", it.problem), ..it.clone() },
        Certificate { proof: Proof::Nothing, ..it.clone() },
    ];
    for at in 0..it.placed.len() {
        let mut other = it.clone();
        other.placed.remove(at);
        spoilt.push(other);
    }
    if let Proof::Best { rents } = &it.proof {
        for at in 0..rents.len() {
            let mut rents = rents.clone();
            rents[at] += 1;
            spoilt.push(Certificate { proof: Proof::Best { rents }, ..it.clone() });
        }
    }
    spoilt
}

#[test]
fn a_spoilt_certificate_or_plan_is_found_out() {
    let scenario = sample();
    let plan = plan_id("A");
    let solved = proposed(&scenario, &plan, &Wish::default()).scenario;
    let it = solved.certificates.get(&(plan.clone(),)).unwrap();
    let fault = |scenario: &Scenario| certificate::check(scenario, &plan).unwrap().unwrap_err();
    assert_eq!(fault(&scenario), Fault::None);
    for spoilt in spoilt(it) {
        let mut copy = solved.clone();
        copy.certificates.insert(spoilt);
        assert_eq!(fault(&copy), Fault::Seal);
    }
    // Every placement that the solver made, moved or taken back.
    for (project, park) in &it.placed {
        let mut copy = solved.clone();
        let edit = match park {
            Some(_) => Edit::Unplace { plan: plan.clone(), project: project.clone() },
            None => {
                Edit::Place { plan: plan.clone(), project: project.clone(), park: park_id("santai"), premises: None }
            }
        };
        apply(&mut copy, &edit).unwrap();
        assert!(matches!(fault(&copy), Fault::Placement { project: of, .. } if of == *project));
    }
    // A limit, a score, a rule, a pin, the register.
    let mut limit = solved.clone();
    let mut park = limit.parks.get(&park_id("gaoxin")).unwrap().as_ref().clone();
    park.capacities.net_land = park.capacities.net_land.map(|it| it.plus(Mu::from_steps(1)));
    limit.parks.insert(park);
    assert_eq!(fault(&limit), Fault::Problem);
    let mut register = solved.clone();
    let mut project = register.projects.get(&project_id("T03")).unwrap().as_ref().clone();
    project.id = project_id("T99");
    register.projects.insert(project);
    assert_eq!(fault(&register), Fault::Problem);
    let mut pinned = solved.clone();
    apply(&mut pinned, &Edit::Pin { plan: plan.clone(), project: project_id("T03") }).unwrap();
    assert_eq!(fault(&pinned), Fault::Problem);
    let mut rules = solved.clone();
    let mut rule = rules.rules.iter().next().unwrap().as_ref().clone();
    rule.order += 1;
    rules.rules.insert(rule);
    assert_eq!(fault(&rules), Fault::Rules);
    // An approval changes nothing of that.
    let mut approved = solved.clone();
    let mut record = approved.plans.get(&plan).unwrap().as_ref().clone();
    record.status = PlanStatus::Approved { on: solved.as_of, by: "小组".to_owned() };
    approved.plans.insert(record);
    assert!(certificate::check(&approved, &plan).unwrap().is_ok());
    // Undone, it holds again.
    assert!(certificate::check(&solved, &plan).unwrap().is_ok());
}

#[test]
fn solve_writes_the_same_bytes_and_verify_names_the_line_that_was_changed() {
    let folder = Folder::new();
    let [one, other] = ["one.ron", "other.ron"].map(|it| folder.path(it));
    let [one_text, other_text] = [&one, &other].map(|it| it.to_str().unwrap());
    let sample = sample_path();
    let file = sample.to_str().unwrap();
    let solve = |out: &str| run(&["solve", file, "--steps", "20000", "--seed", "7", "--json", "--out", out]);
    let (code, told, _) = solve(one_text);
    assert_eq!(code, 0);
    let answer: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!((&answer["status"], &answer["gap"]), (&"optimal".into(), &0.0.into()));
    assert_eq!(answer["score"]["fit"], answer["bound"]);
    assert_eq!(answer["placements"].as_object().unwrap().len(), 20);
    assert!(answer["placements"]["T19"].is_null() && answer["moved"].as_array().unwrap().is_empty());
    assert_eq!(solve(other_text).1, told);
    let text = fs::read_to_string(&one).unwrap();
    assert_eq!(text, fs::read_to_string(&other).unwrap());
    let (code, told, _) = run(&["verify", one_text, "--lang", "en"]);
    assert_eq!((code, told.as_str()), (0, "The certificate holds. Proven best: no plan is better\n"));
    // A hand moves one project.
    let line = text.lines().position(|it| it.contains("project: \"T03\", park: ")).unwrap();
    let moved = text.lines().nth(line).unwrap().replace("fucheng", "gaoxin");
    let spoilt: Vec<&str> =
        text.lines().enumerate().map(|(at, it)| if at == line { moved.as_str() } else { it }).collect();
    let spoilt = folder.file("spoilt.ron", spoilt.join("\n"));
    let (code, told, _) = run(&["verify", spoilt.to_str().unwrap(), "--lang", "en"]);
    assert_eq!(code, 1);
    assert!(told.contains(&format!("spoilt.ron:{}:", line + 1)) && told.contains("T03"), "{told}");
    // One price, one limit.
    let rent = text.find("rents: [").unwrap() + "rents: [".len();
    let price = folder.file("price.ron", format!("{}1{}", &text[..rent], &text[rent..]));
    let (code, told, _) = run(&["verify", price.to_str().unwrap(), "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!((code, &answer["fault"], &answer["holds"]), (1, &"seal".into(), &false.into()));
    let parks = text.find("\n  parks: [").unwrap();
    let limit = folder
        .file("limit.ron", format!("{}{}", &text[..parks], text[parks..].replacen("net_land: ", "net_land: 1", 1)));
    let (code, told, _) = run(&["verify", limit.to_str().unwrap(), "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!((code, &answer["fault"]), (1, &"data".into()));
    // What was never solved has nothing to check.
    let (code, told, _) = run(&["verify", file, "--plan", "B", "--lang", "en"]);
    assert_eq!(code, 1);
    assert!(told.contains("no certificate"), "{told}");
}

fn the_same_steps_give_the_same_bytes_and_a_certificate_that_holds(here: &City) {
    let folder = Folder::new();
    let (file, scenario) = (here.path(), here.scenario());
    let solve = |out: &std::path::Path| {
        let arguments = ["solve", file.to_str().unwrap(), "--steps", "4000", "--seed", "7", "--json", "--out"];
        run(&arguments.into_iter().chain([out.to_str().unwrap()]).collect::<Vec<_>>())
    };
    let [one, other] = ["one.ron", "other.ron"].map(|it| folder.path(it));
    let (code, told, err) = solve(&one);
    assert_eq!(code, 0, "{err}");
    let answer: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(answer["placements"].as_object().unwrap().len(), scenario.projects.len());
    assert_eq!(answer["placements"][here.pinned.0], here.pinned.1);
    assert_eq!(answer["score"]["legal"], 0);
    assert_eq!(solve(&other).1, told);
    assert_eq!(fs::read(&one).unwrap(), fs::read(&other).unwrap());
    let (code, told, _) = run(&["verify", one.to_str().unwrap(), "--lang", "en"]);
    assert!(code == 0 && told.starts_with("The certificate holds."), "{told}");
}

#[test]
fn who_asks_solve_for_too_much_or_nothing_is_told() {
    let folder = Folder::new();
    let out = folder.path("out.ron");
    let (file, out) = (sample_path(), out.to_str().unwrap());
    let file = file.to_str().unwrap();
    for (arguments, told) in [
        (["solve", file].as_slice(), "--out"),
        (&["solve", file, "--out", out, "--seconds=-1"], "--seconds"),
        (&["solve", file, "--out", out, "--threads", "0"], "--threads"),
        (&["solve", file, "--out", out, "--steps", "5", "--seconds", "5"], "cannot be used with"),
        (&["solve", file, "--out", out, "--plan", "Z"], "可用：A, B"),
        (&["solve", file, "--out", out, "--seconds", "0"], "请给更多时间"),
    ] {
        let (code, printed, err) = run(arguments);
        assert_eq!((code, printed.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(told), "{arguments:?}: {err}");
    }
    assert!(folder.names().is_empty());
    // Placed projects move where that is asked for, and no more of them than that.
    for most in ["0", "2"] {
        let (code, told, _) = run(&["solve", file, "--out", out, "--steps", "20000", "--max-changes", most, "--json"]);
        let answer: serde_json::Value = serde_json::from_str(&told).unwrap();
        assert_eq!(code, 0);
        assert!(answer["moved"].as_array().unwrap().len() <= most.parse().unwrap());
        assert_eq!(run(&["verify", out]).0, 0);
    }
}

#[test]
fn positions_change_only_where_that_is_better_and_break_nothing() {
    let mut changed = 0;
    for seed in 0..40 {
        let mut chance = Chance::new(9_000 + seed);
        let scenario = random_city(&mut chance);
        let plan = plan_id("A");
        let judgement = Judgement::of(&scenario, &plan);
        let wish = Wish { moves: chance.once_in(2), ..Wish::default() };
        let plain = proposed(&scenario, &plan, &wish);
        let found = redesign(
            &scenario,
            &judgement,
            &wish,
            Costs::default(),
            |_| orders(20_000),
            |_| orders(20_000),
            &Unwatched,
        );
        let Redesign { positions, proposal } = found.unwrap();
        assert!(proposal.after() >= plain.after(), "seed {seed}: never worse than with the positions as they are");
        assert!(breaks_no_more(&proposal.judgement, &broken(&judgement)), "seed {seed}");
        assert!(certificate::check(&proposal.scenario, &plan).unwrap().is_ok(), "seed {seed}");
        assert_eq!(Judgement::of(&proposal.scenario, &plan).score(), proposal.after());
        if positions.is_empty() {
            assert_eq!(proposal.after(), plain.after());
            continue;
        }
        changed += 1;
        // All of it is one step, and comes to the same.
        let whole = positions.iter().cloned().chain([proposal.edit()]).collect();
        let mut copy = scenario.clone();
        apply(&mut copy, &Edit::Together(whole)).unwrap();
        assert_eq!(Judgement::of(&copy, &plan).score(), proposal.after());
    }
    assert!(changed > 3, "{changed} of 40 cities are better off with other positions");
}

#[test]
fn a_free_slot_is_designated_for_what_no_position_covers() {
    let scenario = sample();
    let plan = plan_id("A");
    // T13 is refused where a position covers it: only a new position takes it.
    let wish = Wish { refused: BTreeSet::from([(project_id("T13"), park_id("kejicheng-xinqu"))]), ..Wish::default() };
    let judgement = Judgement::of(&scenario, &plan);
    assert!(proposed(&scenario, &plan, &wish).judgement.facts().home(&project_id("T13")).is_none());
    let found =
        redesign(&scenario, &judgement, &wish, Costs::default(), |_| orders(40_000), |_| orders(40_000), &Unwatched);
    let Redesign { positions, proposal } = found.unwrap();
    let (home, _) = proposal.judgement.facts().home(&project_id("T13")).expect("it has a place");
    assert_ne!(*home, park_id("kejicheng-xinqu"));
    assert!(!positions.is_empty());
    let facts = proposal.judgement.facts().park(home).unwrap();
    let industry = &scenario.projects.get(&project_id("T13")).unwrap().industry;
    assert!(facts.position_of(industry).is_some(), "a position covers it there");
    let caps = proposal.judgement.findings().filter(|it| it.state == State::Broken && it.level == Level::Legal);
    assert_eq!(caps.count(), 0);
}

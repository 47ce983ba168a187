//! The optimiser: against brute force, against its own evaluator from scratch, and against those who doubt its bounds.

use std::{num::NonZero, sync::Mutex};

use parkboard::{
    chance::Chance,
    optimise::{
        Amounts, Choice, Evidence, Given, Kind, LANES, Layout, Offer, Orders, Outcome, Park, Problem, Progress,
        Project, Role, Slots, Unwatched, Watch, loads::Effort, solve,
    },
};

fn lanes(of: &[i64]) -> Amounts {
    std::array::from_fn(|lane| i32::try_from(of.get(lane).copied().unwrap_or(0)).unwrap())
}

/// How large a random problem is.
struct Size {
    parks: usize,
    projects: usize,
    kinds: usize,
}

/// A random park: one position that leads, often one that is characteristic, and others that it could take.
fn random_park(chance: &mut Chance, kinds: u16, redesign: bool) -> Park {
    let slots =
        Slots { leading: 1 + u8::from(chance.percent(50)), characteristic: 1, both: 2 + u8::from(chance.percent(30)) };
    let mut all: Vec<u16> = (0..kinds).collect();
    chance.shuffle(&mut all);
    let mut offers = vec![];
    let (mut leading, mut characteristic) = (0, 0);
    let number = if redesign { usize::from(kinds) } else { 2 };
    for (at, one) in all.iter().copied().take(number).enumerate() {
        let start = match at {
            0 => Role::Leading,
            1 if chance.percent(70) => Role::Characteristic,
            _ => Role::None,
        };
        leading += u8::from(start == Role::Leading);
        characteristic += u8::from(start == Role::Characteristic);
        let mut of_offer = vec![one];
        // Positions of today must not overlap; others may.
        if redesign && start == Role::None && chance.percent(25) {
            of_offer.push(all[(at + 1) % all.len()]);
            of_offer.dedup();
        }
        let [low, high] = [chance.between(0, 40), chance.between(20, 90)];
        let cost = match (redesign, start) {
            (false, _) => [0; 3],
            (true, Role::None) => [0, low, high],
            (true, Role::Characteristic) => [high, 0, low],
            (true, Role::Leading) => [high, low, 0],
        };
        offers.push(Offer { kinds: of_offer, start, locked: start != Role::None && chance.percent(20), cost });
    }
    let mut firms = vec![];
    for kind in 0..kinds {
        if chance.percent(35) {
            firms.push((kind, u32::try_from(chance.between(1, 7)).unwrap()));
        }
    }
    Park {
        capacity: lanes(&[chance.between(6, 30), chance.between(8, 40)]),
        zone: u16::from(chance.percent(40)),
        slots: Slots { both: slots.both.max(leading + characteristic), ..slots },
        offers,
        firms,
    }
}

/// A random problem with lopsided numbers, tight enough that something has to stay out.
fn random(chance: &mut Chance, size: &Size, redesign: bool) -> Problem {
    let kinds = u16::try_from(size.kinds).unwrap();
    let kind = |chance: &mut Chance| u16::try_from(chance.below(usize::from(kinds))).unwrap();
    let parks: Vec<Park> = (0..size.parks).map(|_| random_park(chance, kinds, redesign)).collect();
    let projects: Vec<Project> = (0..size.projects)
        .map(|_| Project {
            kind: kind(chance),
            need: lanes(&[chance.lopsided(7), chance.lopsided(9)]),
            draw: lanes(&[chance.between(0, 9)]),
            penalty: chance.between(0, 120),
            pin: None,
            start: None,
        })
        .collect();
    let links = (0..kinds).flat_map(|one| (one + 1..kinds).map(move |other| (one, other)));
    let links = links
        .filter(|_| chance.percent(45))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(one, other)| (one, other, chance.between(1, 30)));
    let links = links.collect();
    let mut given = Given {
        zones: vec![lanes(&[chance.between(8, 30)]).map(i64::from), lanes(&[chance.between(8, 30)]).map(i64::from)],
        kinds: (0..kinds).map(|_| Kind { same: chance.between(0, 30), leading: chance.between(0, 40) }).collect(),
        parks,
        projects,
        links,
        saturation: chance.between(1, 5),
        leading_saturation: chance.between(1, 3),
        redesign,
        most_moved: None,
        needs_differ: chance.percent(30),
    };
    let worth: Vec<Option<Choice>> = (0..size.projects * size.parks)
        .map(|_| {
            let need = lanes(&[chance.lopsided(7), chance.lopsided(9)]);
            chance.percent(85).then(|| Choice { worth: chance.between(-40, 200), need })
        })
        .collect();
    let choice = |project: usize, park: usize| worth[project * size.parks + park];
    // Some stand somewhere already, as far as they fit; one of them may be pinned.
    for project in 0..size.projects {
        let park = chance.below(size.parks);
        if chance.percent(30) && choice(project, park).is_some() {
            let before = given.clone();
            given.projects[project].start = u32::try_from(park).ok();
            if chance.percent(30) {
                given.projects[project].pin = u32::try_from(park).ok();
            }
            let holds = Problem::of(given.clone(), choice)
                .is_ok_and(|problem| Layout::at_start(&problem).broken(&problem).is_empty());
            if !holds {
                given = before;
            }
        }
    }
    if chance.percent(30) {
        given.most_moved = Some(chance.below(2));
    }
    Problem::of(given, choice).unwrap()
}

/// The best value of all plans that keep every limit.
fn brute_force(problem: &Problem) -> i64 {
    let mut layout = Layout::at_start(problem);
    let mut best = layout.value(problem);
    let mut roles_of_parks = vec![];
    for (park, it) in problem.given.parks.iter().enumerate() {
        let mut sets = vec![vec![]];
        for offer in &it.offers {
            let roles = if problem.given.redesign {
                vec![Role::None, Role::Characteristic, Role::Leading]
            } else {
                vec![offer.start]
            };
            sets = sets
                .into_iter()
                .flat_map(|set: Vec<Role>| roles.iter().map(move |role| [set.clone(), vec![*role]].concat()))
                .collect();
        }
        let mut alone = Layout { park_of: vec![None; problem.projects()], ..Layout::at_start(problem) };
        sets.retain(|set| {
            alone.roles[park].clone_from(set);
            !alone
                .broken(problem)
                .iter()
                .any(|it| matches!(it, parkboard::optimise::Broken::Positions { park: of } if *of == park))
        });
        roles_of_parks.push(sets);
    }
    place(problem, 0, &mut layout, &roles_of_parks, &mut best);
    best
}

fn place(problem: &Problem, project: usize, layout: &mut Layout, roles: &[Vec<Vec<Role>>], best: &mut i64) {
    if project == problem.projects() {
        // Parks do not share positions, so each takes the best that covers what stands in it.
        for (park, sets) in roles.iter().enumerate() {
            let mut top: Option<(i64, Vec<Role>)> = None;
            for set in sets {
                layout.roles[park].clone_from(set);
                let covered = layout.broken(problem).iter().all(|it| {
                    !matches!(it, parkboard::optimise::Broken::Uncovered { project } if layout.park_of[*project] == u32::try_from(park).ok())
                });
                let value = layout.value(problem);
                if covered && top.as_ref().is_none_or(|top| value > top.0) {
                    top = Some((value, set.clone()));
                }
            }
            let Some((_, set)) = top else { return };
            layout.roles[park] = set;
        }
        if layout.broken(problem).is_empty() {
            *best = (*best).max(layout.value(problem));
        }
        return;
    }
    let pin = problem.given.projects[project].pin;
    for park in std::iter::once(None).chain((0..problem.parks()).map(|park| u32::try_from(park).ok())) {
        if pin.is_some() && park != pin || park.is_some_and(|park| problem.worth_in(project, park as usize).is_none()) {
            continue;
        }
        layout.park_of[project] = park;
        let over = layout.broken(problem).iter().any(|it| {
            use parkboard::optimise::Broken;
            matches!(it, Broken::Park { .. } | Broken::Zone { .. })
        });
        if !over || problem.given.projects[project + 1..].iter().any(|it| it.start.is_some() || it.pin.is_some()) {
            place(problem, project + 1, layout, roles, best);
        }
    }
    layout.park_of[project] = pin.or(problem.given.projects[project].start);
}

fn orders(seed: u64, steps: u64) -> Orders {
    Orders { seed, steps, threads: NonZero::new(2).unwrap() }
}

fn solved(problem: &Problem, seed: u64, steps: u64) -> Outcome {
    solve(problem, &Layout::at_start(problem), &orders(seed, steps), &Unwatched)
}

/// What anyone can check of an outcome without trusting the search.
fn check(problem: &Problem, outcome: &Outcome) {
    assert_eq!(outcome.layout.value(problem), outcome.value);
    assert_eq!(outcome.layout.broken(problem), vec![]);
    assert!(outcome.value >= Layout::at_start(problem).value(problem));
    let bound = outcome.bound.unwrap();
    assert!(outcome.value <= bound);
    match &outcome.evidence {
        Evidence::Best(rents) => assert!(rents.show(problem, outcome.value, Effort::default())),
        Evidence::Bound(prices) => assert_eq!(prices.bound(problem), Some(bound)),
        Evidence::Nothing => panic!("nothing is shown"),
    }
}

#[test]
fn five_hundred_tiny_problems_are_solved_as_well_as_by_brute_force() {
    let mut chance = Chance::new(5);
    let (mut proven, mut worse) = (0, 0);
    for number in 0..500 {
        let size = Size { parks: 2 + chance.below(2), projects: 3 + chance.below(3), kinds: 2 + chance.below(3) };
        let problem = random(&mut chance, &size, number % 2 == 1);
        let best = brute_force(&problem);
        let outcome = solved(&problem, 1, 4_000);
        check(&problem, &outcome);
        assert_eq!(outcome.value, best, "problem {number}");
        assert!(outcome.is_best(), "problem {number}");
        // The prices that are shown prove a bound of their own.
        let bound = outcome.prices.bound(&problem).unwrap();
        assert!(bound >= best, "problem {number}: {bound} is below {best}");
        proven += usize::from(outcome.is_best());
        worse += usize::from(bound > best);
    }
    assert_eq!(proven, 500);
    assert!(worse > 100, "prices alone hardly ever prove so much: {worse}");
}

#[test]
fn rents_show_nothing_better_than_the_best_and_nothing_of_another_problem() {
    let mut chance = Chance::new(11);
    let size = Size { parks: 3, projects: 6, kinds: 3 };
    for _ in 0..40 {
        let problem = random(&mut chance, &size, true);
        let outcome = solved(&problem, 1, 4_000);
        let Evidence::Best(rents) = &outcome.evidence else { panic!("not proven") };
        assert!(!rents.show(&problem, outcome.value - 1, Effort::default()));
        let mut fewer = rents.clone();
        fewer.projects.pop();
        assert!(!fewer.show(&problem, outcome.value, Effort::default()));
        let mut negative = rents.clone();
        negative.projects[0] = -1;
        assert!(!negative.show(&problem, outcome.value, Effort::default()));
    }
}

#[test]
fn larger_problems_keep_their_books_and_their_bounds() {
    let mut chance = Chance::new(3);
    for number in 0..6 {
        let size = Size { parks: 24, projects: 260, kinds: 9 };
        let problem = random(&mut chance, &size, number % 2 == 1);
        let outcome = solved(&problem, 7, 60_000);
        check(&problem, &outcome);
        assert!(!outcome.is_best());
        assert!(outcome.value > problem.floor());
    }
}

#[test]
fn the_same_seed_and_steps_give_the_same_plan() {
    let mut chance = Chance::new(9);
    let size = Size { parks: 20, projects: 200, kinds: 8 };
    let problem = random(&mut chance, &size, true);
    let first = solved(&problem, 4, 30_000);
    for _ in 0..20 {
        assert_eq!(solved(&problem, 4, 30_000), first);
    }
    assert_ne!(solved(&problem, 5, 30_000).layout, first.layout);
}

/// Stops as soon as it has been told of a plan that often.
struct Impatient {
    heard: Mutex<Vec<Progress>>,
    most: usize,
}

impl Watch for Impatient {
    fn stop(&self) -> bool {
        self.heard.lock().unwrap().len() >= self.most
    }

    fn progress(&self, progress: Progress) {
        self.heard.lock().unwrap().push(progress);
    }
}

#[test]
fn whoever_stops_it_gets_a_plan_that_keeps_every_limit() {
    let mut chance = Chance::new(21);
    let size = Size { parks: 20, projects: 200, kinds: 8 };
    let problem = random(&mut chance, &size, true);
    for most in [1, 2, 3, 10, 40] {
        let watch = Impatient { heard: Mutex::default(), most };
        let outcome = solve(&problem, &Layout::at_start(&problem), &orders(1, 1_000_000_000), &watch);
        assert!(outcome.stopped);
        assert_eq!(outcome.layout.broken(&problem), vec![]);
        assert_eq!(outcome.layout.value(&problem), outcome.value);
        let heard = watch.heard.into_inner().unwrap();
        assert!(heard.is_sorted_by(|one, other| one.value <= other.value));
    }
}

#[test]
fn nothing_to_place_and_nowhere_to_go_are_solved() {
    let nothing = Given {
        parks: vec![],
        zones: vec![],
        projects: vec![],
        kinds: vec![],
        links: vec![],
        saturation: 5,
        leading_saturation: 8,
        redesign: true,
        most_moved: None,
        needs_differ: false,
    };
    let problem = Problem::of(nothing.clone(), |_, _| None).unwrap();
    let outcome = solved(&problem, 1, 1_000);
    assert_eq!((outcome.value, outcome.bound), (0, Some(0)));
    let alone = Project { kind: 0, need: [0; LANES], draw: [0; LANES], penalty: 7, pin: None, start: None };
    let given = Given { projects: vec![alone], kinds: vec![Kind { same: 1, leading: 1 }], ..nothing };
    let problem = Problem::of(given, |_, _| None).unwrap();
    let outcome = solved(&problem, 1, 1_000);
    assert_eq!((outcome.value, outcome.bound), (-7, Some(-7)));
}

/// HiGHS, which knows nothing of our search, finds the same best value wherever both prove theirs.
#[cfg(feature = "exact")]
#[test]
fn a_general_solver_proves_the_same_value() {
    use parkboard::optimise::exact::exact;
    let mut proven = 0;
    for seed in 0..60 {
        let mut chance = Chance::new(40_000 + seed);
        let size = Size { parks: 3 + chance.below(3), projects: 10 + chance.below(10), kinds: 3 + chance.below(3) };
        let problem = random(&mut chance, &size, seed % 2 == 1);
        let start = Layout::at_start(&problem);
        let orders = Orders { seed: 1, steps: 200_000, threads: NonZero::new(2).unwrap() };
        let ours = solve(&problem, &start, &orders, &Unwatched);
        let theirs = exact(&problem, 60.0).unwrap();
        assert_eq!(theirs.value, theirs.layout.value(&problem));
        assert!(ours.bound.is_none_or(|bound| theirs.value <= bound), "seed {seed}: our bound holds for their plan");
        if theirs.is_best && ours.is_best() {
            proven += 1;
            assert_eq!(ours.value, theirs.value, "seed {seed}");
        } else if theirs.is_best {
            assert!(ours.value <= theirs.value, "seed {seed}");
        }
    }
    assert!(proven >= 50, "{proven} of 60 proven by both");
}

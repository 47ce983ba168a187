//! Does advice keep its word? Certificates are checked and stripped, and every change that is offered is made.

use std::collections::{BTreeMap, BTreeSet};

use parkboard::{
    advise::{
        make_room::{self, Limits},
        ranking,
        ways_out::{self, Repair},
        why_not::{self, Certificate, Claim, holds},
    },
    evaluate::{effect, judgement::Judgement, verdict::Verdict},
    model::{
        edit::{Edit, apply},
        id::{ParkId, PlanId, ProjectId},
        park::ParkLevel,
        plan::{Lock, Stipulation, Word},
        quantity::Megawatts,
        scenario::Scenario,
    },
    rules::finding::State,
};

use crate::{
    fixture::{Build, Chance, INDUSTRIES, park_id, plan_id, project_id, sample, whole_city},
    random::random_city,
};

/// Pairs of project and park in random cities.
const PAIRS: usize = 1_040;

/// What was met: claims by name, changes by kind.
type Met = BTreeMap<&'static str, usize>;

/// The certificate without each of its elements.
fn stripped(certificate: &Certificate) -> Vec<Certificate> {
    let with = |claim| Certificate { claim, ..certificate.clone() };
    match &certificate.claim {
        Claim::Tied => Vec::new(),
        Claim::Findings(all) => (0..all.len())
            .map(|at| {
                let mut rest = all.clone();
                rest.remove(at);
                with(Claim::Findings(rest))
            })
            .collect(),
        Claim::Terms(all) => (0..all.len())
            .map(|at| {
                let mut rest = all.clone();
                rest.remove(at);
                with(Claim::Terms(rest))
            })
            .collect(),
    }
}

fn check(scenario: &Scenario, plan: &PlanId, project: &str, park: &ParkId, met: &mut Met) {
    let judgement = Judgement::of(scenario, plan);
    let record = scenario.projects.get(&project_id(project)).unwrap();
    let ranking = ranking::of(&judgement, record);
    let Some(certificate) = why_not::of(scenario, &judgement, &record.id, park) else {
        assert_eq!(ranking[0].park, *park);
        return;
    };
    assert!(holds(&ranking, &certificate), "{certificate:?}");
    for less in stripped(&certificate) {
        assert!(!holds(&ranking, &less), "superfluous: {certificate:?}");
    }
    let name = match &certificate.claim {
        Claim::Tied => "tied",
        Claim::Findings(_) => "findings",
        Claim::Terms(_) => "terms",
    };
    *met.entry(name).or_default() += 1;
    assert_eq!(certificate.differences.iter().map(|it| it.points).sum::<i64>(), certificate.gap);
    if let Some(change) = &certificate.eased {
        *met.entry("eased").or_default() += 1;
        let mut after = scenario.clone();
        apply(&mut after, &change.edit).unwrap();
        let ranking = ranking::of(&Judgement::of(&after, plan), record);
        let own = ranking.iter().find(|it| it.park == *park).unwrap();
        assert!(own.judged.verdict == ranking[0].judged.verdict && !holds(&ranking, &certificate), "{change:?}");
    }
    if matches!(certificate.claim, Claim::Terms(_)) {
        let losses: i64 = certificate.losses().iter().map(|it| it.points).sum();
        let smallest = certificate.losses().last().unwrap().points;
        assert!(losses >= certificate.gap && losses - smallest < certificate.gap, "{certificate:?}");
    }
    for change in &certificate.changes {
        *met.entry(change.kind.id()).or_default() += 1;
        let mut after = scenario.clone();
        apply(&mut after, &change.edit).unwrap();
        let judgement = Judgement::of(&after, plan);
        let first = ranking::of(&judgement, record).remove(0);
        assert_eq!(first.park, *park, "{change:?}");
    }
}

#[test]
fn nothing_in_a_certificate_is_superfluous_and_every_change_offered_puts_the_park_first() {
    let mut chance = Chance::new(41);
    let mut met = Met::new();
    let mut pairs = 0;
    while pairs < PAIRS {
        let city = random_city(&mut chance);
        for _ in 0..8 {
            let project = format!("P{}", 1 + chance.below(9));
            let park = park_id(&format!("park-{}", chance.below(4)));
            check(&city, &plan_id("A"), &project, &park, &mut met);
            pairs += 1;
        }
    }
    for name in ["tied", "findings", "terms", "eased", "waiver", "position", "datum", "move", "weight"] {
        assert!(met.get(name).is_some_and(|count| *count > 2), "{name} was hardly met: {met:?}");
    }
}

#[test]
fn certificates_of_the_sample_hold() {
    let city = sample();
    let mut met = Met::new();
    for (number, park) in
        [(1, "santai"), (2, "jingkai"), (4, "gaoxin"), (7, "jiangyou"), (12, "anzhou"), (19, "gaoxin")]
    {
        check(&city, &plan_id("A"), &format!("T{number:02}"), &park_id(park), &mut met);
    }
    assert!(met.values().sum::<usize>() >= 6, "{met:?}");
}

#[test]
fn a_tie_is_told_as_a_tie() {
    let mut city = whole_city();
    for id in ["one", "two"] {
        city.park(id, ParkLevel::Provincial, "600");
    }
    city.project("P1", "displays", "20");
    let judgement = Judgement::of(&city, &plan_id("A"));
    let certificate = why_not::of(&city, &judgement, &project_id("P1"), &park_id("two")).unwrap();
    assert_eq!((&certificate.claim, certificate.gap), (&Claim::Tied, 0));
    let told = parkboard::i18n::advice::claim(&city, &certificate, Verdict::Recommended);
    assert!(told.zh.contains("并列") && told.en.contains("tied"), "{told:?}");
    assert_eq!(why_not::of(&city, &judgement, &project_id("P1"), &park_id("one")), None, "it stands first");
}

#[test]
fn an_approved_plan_is_told_what_would_help_as_its_draft_is() {
    let mut city = sample();
    let asked = |city: &Scenario| {
        let judgement = Judgement::of(city, &plan_id("B"));
        why_not::of(city, &judgement, &project_id("T14"), &park_id("anzhou")).unwrap()
    };
    let of_draft = asked(&city);
    assert!(!of_draft.changes.is_empty());
    let edit = Edit::Approve { plan: plan_id("B"), on: city.as_of, by: "office".into() };
    apply(&mut city, &edit).unwrap();
    assert_eq!(asked(&city), of_draft);
    assert!(apply(&mut city, &of_draft.changes[0].edit).is_err(), "the plan itself stays as it is");
}

#[test]
fn a_figure_that_a_park_does_not_state_is_told_as_not_stated_and_stating_it_may_help() {
    let mut city = whole_city();
    city.park("near", ParkLevel::Provincial, "600");
    city.park("silent", ParkLevel::Provincial, "600");
    city.set_park("near", |park| park.access_time = Some("20".parse().unwrap()));
    city.project("P1", "displays", "20");
    let judgement = Judgement::of(&city, &plan_id("A"));
    let ranking = ranking::of(&judgement, city.projects.get(&project_id("P1")).unwrap());
    let terms = why_not::terms(&ranking[0], &ranking[1]);
    let unknown: Vec<_> = terms.iter().filter(|term| term.is_unknown).collect();
    assert_eq!(unknown.len(), 1, "{terms:?}");
    assert_eq!(unknown[0].criterion, Some(parkboard::suitability::Criterion::Transport));
    let other = ranking[1].park.clone();
    let certificate = why_not::of(&city, &judgement, &project_id("P1"), &other).unwrap();
    let told = parkboard::i18n::advice::claim(&city, &certificate, Verdict::Recommended);
    assert!(matches!(certificate.claim, Claim::Terms(_)), "{:?}", certificate.claim);
    assert!(told.zh.contains("有一方未填") && told.en.contains("not stated"), "{told:?}");
    let datum = certificate.changes.iter().find(|it| it.kind == parkboard::advise::change::Kind::Datum).unwrap();
    let told = parkboard::i18n::advice::change(&city, datum);
    assert!(told.zh.contains("到交通网时间 = 15 分钟") && told.en.contains("15 min"), "{told:?}");
}

#[test]
fn losses_and_what_is_left_over_add_up_to_the_gap() {
    let city = sample();
    let judgement = Judgement::of(&city, &city.active_plan);
    let mut met = 0;
    for project in &city.projects {
        for park in &city.parks {
            let Some(certificate) = why_not::of(&city, &judgement, &project.id, &park.id) else { continue };
            if !matches!(certificate.claim, Claim::Terms(_)) {
                continue;
            }
            let told = parkboard::i18n::advice::claim(&city, &certificate, Verdict::Recommended).zh;
            let figures = told.split('；').next().unwrap().split('：').nth(1).unwrap();
            let sum: i64 = figures
                .split(['，', '、'])
                .filter_map(|it| it.rsplit(' ').next()?.replace('−', "-").parse::<i64>().ok())
                .sum();
            assert_eq!(sum, -certificate.gap, "{told}");
            met += 1;
        }
    }
    assert!(met > 20, "{met}");
}

/// Tiny scenarios in which chains are compared with trying everything.
const TINY: usize = 500;

/// A chain of others with the parks that they go to, and the project last.
type Moves = Vec<(ProjectId, ParkId)>;

/// Whether `moves` together break no legal rule that held before.
fn is_clean(judgement: &Judgement, moves: &[(ProjectId, ParkId)]) -> bool {
    let world = judgement.world();
    let list: Vec<_> = moves
        .iter()
        .map(|(id, park)| {
            let project = world.projects.get(id).unwrap();
            (project, Some((park, world.usual_premises(project))))
        })
        .collect();
    !effect::of_moves(judgement, &list).created.iter().any(make_room::forbids)
}

/// All chains to depth 2, found by trying every pair of other projects in every park.
fn brute_force(judgement: &Judgement, project: &ProjectId, park: &ParkId) -> BTreeSet<Moves> {
    let world = judgement.world();
    let home = |id: &ProjectId| judgement.facts().home(id).map(|(home, _)| home.clone());
    let may_go = |id: &ProjectId, to: &ParkId| make_room::may_go(world, judgement, id, to);
    let own = (project.clone(), park.clone());
    if !may_go(project, park) {
        return BTreeSet::new();
    }
    if is_clean(judgement, std::slice::from_ref(&own)) {
        return BTreeSet::from([vec![own]]);
    }
    let is_free = |id: &&ProjectId| *id != project && world.pin(judgement.plan(), id).is_none();
    let others: Vec<&ProjectId> = judgement.facts().homes().filter(is_free).collect();
    let goings: Vec<(ProjectId, ParkId)> = others
        .iter()
        .flat_map(|id| world.parks.iter().map(|to| ((*id).clone(), to.id.clone())))
        .filter(|(id, to)| may_go(id, to))
        .collect();
    let mut found = BTreeSet::new();
    for one in goings.iter().filter(|(id, _)| home(id).as_ref() == Some(park)) {
        if is_clean(judgement, &[one.clone(), own.clone()]) {
            found.insert(vec![one.clone(), own.clone()]);
            continue;
        }
        for other in goings.iter().filter(|(id, _)| *id != one.0) {
            let is_pair = home(&other.0).as_ref() == Some(park);
            let is_further = home(&other.0).as_ref() == Some(&one.1) && other.1 != *park;
            let is_needed = !is_clean(judgement, &[other.clone(), own.clone()]);
            let moves = vec![one.clone(), other.clone(), own.clone()];
            if (is_pair || is_further) && is_needed && is_clean(judgement, &moves) {
                found.insert(moves);
            }
        }
    }
    found
}

/// The moves of a chain; two out of one park stand in the order of their ids, because it means nothing.
fn sorted(judgement: &Judgement, moves: &Moves, park: &ParkId) -> Moves {
    let mut moves = moves.clone();
    let last = moves.len() - 1;
    let out = |id: &ProjectId| judgement.facts().home(id).is_some_and(|(home, _)| home == park);
    if moves[..last].iter().all(|(id, _)| out(id)) {
        moves[..last].sort();
    }
    moves
}

/// Four parks with little land, in which nine projects stand close together; some are pinned, stipulated or behind a lock.
fn crowded_city(chance: &mut Chance) -> Scenario {
    let mut city = whole_city();
    city.rules.retain(|rule| matches!(rule.id.as_str(), "land" | "carried-cap" | "power" | "pinned"));
    for number in 0..4 {
        city.park(&format!("park-{number}"), ParkLevel::Provincial, &chance.between(20, 60).to_string());
        let power = Megawatts::from_steps(chance.between(10_000, 40_000));
        city.set_park(&format!("park-{number}"), |park| park.capacities.power = Some(power));
    }
    for number in 1..=9 {
        let (id, industry) = (format!("P{number}"), chance.one(&INDUSTRIES).0);
        city.project(&id, industry, &chance.between(5, 25).to_string());
        let power = Megawatts::from_steps(chance.between(0, 9_000));
        city.set_project(&id, |it| it.power = Some(power));
        let park = format!("park-{}", chance.below(4));
        if !chance.once_in(9) {
            city.place(&id, &park);
        }
        if chance.once_in(9) {
            city.pin_to(&id, &park);
        }
    }
    if chance.once_in(4) {
        let (plan, park) = (plan_id("A"), park_id("park-3"));
        city.locks.insert(Lock { plan, park, reason: "full".into() });
    }
    if chance.once_in(2) {
        let (plan, project, park) = (plan_id("A"), project_id("P2"), park_id("park-1"));
        let word = *chance.one(&[Word::Required, Word::Forbidden]);
        city.stipulations.insert(Stipulation { plan, project, park, word, reason: "investor".into() });
    }
    city
}

#[test]
fn chains_are_those_that_trying_everything_finds_and_nobody_moves_who_is_pinned() {
    let mut chance = Chance::new(43);
    let mut lengths = [0_usize; 4];
    for _ in 0..TINY {
        let city = if chance.once_in(3) { random_city(&mut chance) } else { crowded_city(&mut chance) };
        let plan = plan_id("A");
        let judgement = Judgement::of(&city, &plan);
        let (project, park) =
            (project_id(&format!("P{}", 1 + chance.below(9))), park_id(&format!("park-{}", chance.below(4))));
        let chains = make_room::in_park(&judgement, &project, &park, Limits::ALL);
        let found: BTreeSet<Moves> = chains.iter().map(|it| sorted(&judgement, &it.moves, &park)).collect();
        let all = brute_force(&judgement, &project, &park);
        let all: BTreeSet<Moves> = all.iter().map(|moves| sorted(&judgement, moves, &park)).collect();
        assert_eq!(found, all, "{project} to {park}");
        assert_eq!(found.len(), chains.len(), "each once");
        assert!(chains.windows(2).all(|pair| pair[0].after >= pair[1].after));
        for chain in chains.iter().take(20) {
            lengths[chain.moves.len()] += 1;
            assert!(chain.moves.iter().all(|(id, to)| city.pin(&plan, id).is_none_or(|pin| pin.park == *to)));
            let mut after = city.clone();
            apply(&mut after, &chain.edit(judgement.world(), &plan)).unwrap();
            assert_eq!(Judgement::of(&after, &plan).score(), chain.after);
        }
    }
    assert!(lengths[1] > 50 && lengths[2] > 50 && lengths[3] > 50, "{lengths:?}");
}

/// Random cities whose broken findings are cured.
const CURED: usize = 60;

/// Every way out of every broken finding cures it and does what it says; tells how often each repair was offered.
fn cure(scenario: &Scenario, plan: &PlanId, met: &mut BTreeMap<Repair, usize>) {
    let judgement = Judgement::of(scenario, plan);
    let broken = judgement.notable().into_iter().filter(|it| matches!(it.state, State::Broken | State::Unknown));
    for finding in broken.take(12) {
        let ways = ways_out::of(scenario, &judgement, finding);
        assert!(ways.len() <= ways_out::MOST);
        for way in &ways {
            *met.entry(way.repair).or_default() += 1;
            let mut after = scenario.clone();
            apply(&mut after, &way.edit).unwrap();
            let after = Judgement::of(&after, plan);
            let state = after.finding(&finding.key()).map(|it| it.state);
            assert!(!matches!(state, Some(State::Broken | State::Unknown)), "{way:?}");
            assert!(way.repair != Repair::Waive || state == Some(State::Waived));
            if let Edit::Assume(assumption) = &way.edit {
                assert!(
                    assumption.reason.contains("未经核实"),
                    "the plan keeps that nobody has checked it: {assumption:?}"
                );
            }
            assert_eq!(after.score(), way.effect.after);
            assert!(!way.effect.created.iter().any(make_room::forbids), "{way:?}");
            let is_pinned = way.project.as_ref().is_some_and(|id| scenario.pin(plan, id).is_some());
            assert!(!is_pinned, "{way:?}");
        }
        let papers: Vec<bool> = ways.iter().map(|it| it.repair.is_paper()).collect();
        assert!(papers.is_sorted(), "what changes the plan comes first");
    }
}

#[test]
fn every_way_out_cures_its_finding_and_breaks_nothing() {
    let mut chance = Chance::new(47);
    let mut met = BTreeMap::new();
    for _ in 0..CURED {
        cure(&random_city(&mut chance), &plan_id("A"), &mut met);
        cure(&crowded_city(&mut chance), &plan_id("A"), &mut met);
    }
    cure(&sample(), &plan_id("A"), &mut met);
    let all = [
        Repair::Move,
        Repair::MakeRoom,
        Repair::Designate,
        Repair::Withdraw,
        Repair::TakeBack,
        Repair::Waive,
        Repair::Assume,
    ];
    assert!(all.iter().all(|repair| met.contains_key(repair)), "{met:?}");
}

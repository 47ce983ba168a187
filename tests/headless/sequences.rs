//! What holds at every step of the way, not only at its end? Each state on the way back and forth, what every edit does
//! when it is refused, what comes and goes with a drop, what a held project is told.
//!
//! `properties` walks far, these walk closely: small cities from numbered seeds, so that a failure names its seed and
//! the same seed fails again.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use jiff::ToSpan;
use parkboard::{
    evaluate::{
        effect::{self, Effect},
        judgement::Judgement,
        score::Score,
    },
    io::{ron, settings::Settings},
    model::{
        edit::{
            Edit, EditError, Touched, apply, recognition::RecognitionEdit, records::Records, sharing::SharingEdit,
            support::SupportEdit,
        },
        evidence::{Evidence, Source},
        fingerprint,
        history::History,
        id::{CharacteristicParkId, ParkId, PlanId, ProjectId, SourceId, UnitId},
        indicator::{Incident, IncidentKind},
        outline::Outline,
        park::{CharacteristicPark, Park, ParkLevel, Recognition, Role},
        plan::{
            Agreement, Assumption, Certificate, Claim, Decision, Grant, Lock, Opinion, Phasing, Premises, Proof,
            Relocation, Reservation, Reserved, Resolution, Stance, Stipulation, Subject, Waiver, Word,
        },
        policy::{Level, Rule},
        project::{Phase, Project, RegisterStatus},
        quantity::{Count, Factor, Megawatts, Mu, Number, SquareMetres, Tce, TonnesPerDay, WanYuan, Yuan},
        recognition::{RecognitionStep, StepKind},
        scenario::Scenario,
        sharing::{LedgerEntry, SharingYears, Transfer},
        support::{Condition, Frozen, Programme, Promise, Session, Task},
        text::Text,
    },
    rules::{
        facts::Facts,
        finding::{Finding, FindingKey, Part, State},
    },
    suitability::{coupling, ground::Ground, score},
    workbench::{
        Selection, Workbench,
        command::Command,
        held::{Held, Outlook, Preview, Step},
        question::{Answer, Question},
        receipt::Weight,
    },
};

use crate::{
    fixture::{
        BERYOZOGORSK, Chance, DAY, INDUSTRIES, city, document_id, enterprise_id, industry_id, name, park_id, plan_id,
        position_id, project_id, record_id, rule_id, sample, stream_id,
    },
    random::random_city,
};

/// A small city whose rules carry no examples and short texts, so that writing and reading it is quick.
pub fn light_city(chance: &mut Chance) -> Scenario {
    let mut city = random_city(chance);
    let rules: Vec<Rule> = city.rules.iter().map(|rule| Rule::clone(rule)).collect();
    for rule in rules {
        let (clause, source) = (Text::new("条文", ""), Text::new("来源", ""));
        city.rules.insert(Rule { clause, source, examples: Vec::new(), ..rule });
    }
    city
}

fn projects(scenario: &Scenario) -> Vec<ProjectId> {
    scenario.projects.iter().map(|it| it.id.clone()).collect()
}

fn parks(scenario: &Scenario) -> Vec<ParkId> {
    scenario.parks.iter().map(|it| it.id.clone()).collect()
}

fn plans(scenario: &Scenario) -> Vec<PlanId> {
    scenario.plans.iter().map(|it| it.id.clone()).collect()
}

/// The score as the design page words it, counted anew.
fn counted(scenario: &Scenario, judgement: &Judgement) -> Score {
    let broken = |level| {
        -i64::try_from(judgement.findings().filter(|it| it.state == State::Broken && it.level == level).count())
            .unwrap()
    };
    let waits = |project: &Project| {
        let decided =
            |it: &Decision| it.project == project.id && matches!(it.verdict, Resolution::Hold | Resolution::Return);
        scenario.placement(judgement.plan(), &project.id).is_none()
            && !matches!(project.status, RegisterStatus::Held | RegisterStatus::Returned)
            && !scenario.decisions.iter().any(|it| decided(it))
    };
    let waiting = scenario.projects.iter().filter(|it| waits(it)).count();
    Score {
        legal: broken(Level::Legal),
        unplaced: -i64::try_from(waiting).unwrap(),
        policy: broken(Level::Policy),
        fit: fitting(judgement),
    }
}

/// Scores and couplings of what is placed, added up by hand on facts made anew.
fn fitting(judgement: &Judgement) -> i64 {
    let (world, plan) = (judgement.world(), judgement.plan());
    let ground = Ground::of(world, &Facts::of(world, plan));
    let mut sum = 0;
    let mut placed: BTreeMap<ParkId, BTreeMap<usize, i64>> = BTreeMap::new();
    for placement in world.placements_of(plan) {
        let project = world.projects.get(&placement.project).unwrap();
        sum += score::of(&ground, project, &placement.park).unwrap().score;
        if world.pin(plan, &project.id).is_none() {
            let numbers = placed.entry(placement.park.clone()).or_default();
            *numbers.entry(ground.number(&project.industry).unwrap()).or_default() += 1;
        }
    }
    sum + placed.iter().map(|(park, numbers)| coupling::of(&ground, park, numbers)).sum::<i64>()
}

fn by_key(judgement: &Judgement) -> BTreeMap<FindingKey, &Finding> {
    let by_key: BTreeMap<FindingKey, &Finding> = judgement.findings().map(|it| (it.key(), it)).collect();
    assert_eq!(by_key.len(), judgement.findings().count(), "two findings of one key");
    by_key
}

/// Asserts that what was announced is what came: `before` and `after` are judged from scratch.
fn came_true(announced: &Effect, before: &Judgement, after: &Judgement, what: &str) {
    assert_eq!((announced.before, announced.after), (before.score(), after.score()), "{what}: score");
    assert_eq!(announced.facts.keys().collect::<Vec<_>>(), announced.findings.keys().collect::<Vec<_>>());
    for (park, facts) in after.facts().parks() {
        match announced.facts.get(park) {
            Some(told) => {
                assert_eq!(told, facts, "{what}: facts of {park}");
                assert_eq!(announced.findings[park], after.of_park(park), "{what}: findings of {park}");
            }
            None => {
                assert_eq!(before.facts().park(park), Some(facts), "{what}: untouched facts of {park}");
                assert_eq!(before.of_park(park), after.of_park(park), "{what}: untouched findings of {park}");
            }
        }
    }
    is_the_difference(announced, before, after, what);
}

/// Asserts that what `announced` creates and cures is how the findings of `before` and `after` differ.
fn is_the_difference(announced: &Effect, before: &Judgement, after: &Judgement, what: &str) {
    let (was, is) = (by_key(before), by_key(after));
    let newly_broken = |these: &BTreeMap<FindingKey, &Finding>, those: &BTreeMap<FindingKey, &Finding>| {
        let broken = these.iter().filter(|(_, it)| it.state == State::Broken);
        let mut keys: Vec<FindingKey> = broken
            .filter(|(key, _)| those.get(*key).is_none_or(|it| it.state != State::Broken))
            .map(|(key, _)| key.clone())
            .collect();
        keys.sort();
        keys
    };
    for key in newly_broken(&is, &was) {
        assert!(announced.created.iter().any(|it| it.key() == key), "{what}: {key:?} comes unannounced");
    }
    for key in newly_broken(&was, &is) {
        assert!(announced.cured.iter().any(|it| it.key() == key), "{what}: {key:?} goes unannounced");
    }
    assert!(announced.created.iter().all(|it| is.get(&it.key()) == Some(&it)), "{what}: created");
    assert!(announced.cured.iter().all(|it| was.get(&it.key()) == Some(&it)), "{what}: cured");
    // Who breaks a rule and had no part in it before is told, even where it was broken already.
    for (key, finding) in is.iter().filter(|(_, it)| it.state == State::Broken) {
        let Some(other) = was.get(key).filter(|it| it.state == State::Broken) else { continue };
        let mut causes = finding.members.iter().filter(|it| it.part == Part::Cause);
        if causes.any(|it| other.members.iter().all(|other| other.item != it.item)) {
            assert!(announced.created.iter().any(|it| it.key() == *key), "{what}: {key:?} is joined unannounced");
        }
        let is_same = finding.members == other.members && finding.state == other.state;
        let is_told = |list: &[Finding]| list.iter().any(|it| it.key() == *key);
        assert!(!is_same || !is_told(&announced.created), "{what}: {key:?} is as it was");
    }
    let blocks = |list: &[Finding]| list.iter().any(Finding::blocks);
    assert_eq!(announced.refusal().is_some(), blocks(&announced.created), "{what}: refusal");
}

/// Drops `count` projects at random in `scenario`, one after the other, with pins and positions changed in between.
/// Returns how many drops were judged.
fn random_drops(chance: &mut Chance, mut scenario: Scenario, count: usize, seed: &str) -> usize {
    let plan = scenario.active_plan.clone();
    let (projects, parks) = (projects(&scenario), parks(&scenario));
    let mut judged = Judgement::of(&scenario, &plan);
    let mut done = 0;
    for nth in 0..count {
        if chance.once_in(4) {
            let edit = random_edit(chance, &scenario, &plan);
            if !matches!(edit, Edit::RemovePlan { .. }) && apply(&mut scenario, &edit).is_ok() {
                judged = Judgement::of(&scenario, &plan);
            }
        }
        let project = Arc::clone(scenario.projects.get(chance.one(&projects)).unwrap());
        let to = (!chance.once_in(5)).then(|| chance.one(&parks).clone());
        let premises = if chance.once_in(4) {
            *chance.one(&[Premises::OwnLand, Premises::StandardPlant])
        } else {
            scenario.usual_premises(&project)
        };
        let (plan, id) = (plan.clone(), project.id.clone());
        let edit = match &to {
            Some(park) => Edit::Place { plan: plan.clone(), project: id, park: park.clone(), premises: Some(premises) },
            None => Edit::Unplace { plan: plan.clone(), project: id },
        };
        let mut after = scenario.clone();
        if apply(&mut after, &edit).is_err() {
            continue;
        }
        let what = format!("{seed}, drop {nth}, {edit:?}");
        let announced = effect::of_move(&judged, &project, to.as_ref().map(|park| (park, premises)));
        let from_scratch = Judgement::of(&after, &plan);
        came_true(&announced, &judged, &from_scratch, &what);
        if chance.once_in(8) {
            assert_eq!(effect::of_edit(&scenario, &judged, &edit), Ok(announced), "{what}: told by the edit");
        }
        (scenario, judged) = (after, from_scratch);
        done += 1;
    }
    done
}

#[test]
fn what_a_drop_creates_and_cures_is_what_comes_and_goes() {
    let mut judged = 0;
    for seed in 0..120 {
        let mut chance = Chance::new(seed);
        let scenario = light_city(&mut chance);
        judged += random_drops(&mut chance, scenario, 22, &format!("city, seed {seed}"));
    }
    assert!(judged >= 1_800, "{judged}");
}

/// No placement changes what the rules say of the register, but for those of projects that a programme pays for.
#[test]
fn what_leaves_the_conditions_of_its_grant_is_announced() {
    let scenario = BERYOZOGORSK.scenario();
    let judged = Judgement::of(&scenario, &plan_id(BERYOZOGORSK.plan));
    assert!(scenario.grants.len() > 3);
    for grant in &scenario.grants {
        let project = scenario.projects.get(&grant.project).unwrap();
        let announced = effect::of_move(&judged, project, None);
        assert_eq!(announced.after.legal, announced.before.legal - 1, "{grant:?}");
        let told = announced.created.iter().filter(|it| it.subject == Subject::Project(project.id.clone()));
        assert_eq!(told.map(|it| it.level).collect::<Vec<_>>(), [Level::Legal], "{grant:?}");
    }
}

#[test]
fn and_in_the_other_city() {
    let mut judged = 0;
    for seed in 0..4 {
        let mut chance = Chance::new(4_000_000 + seed);
        judged += random_drops(&mut chance, BERYOZOGORSK.scenario(), 12, &format!("other city, seed {seed}"));
    }
    assert!(judged >= 20, "{judged}");
}

/// A reason, seldom none.
fn reason(chance: &mut Chance) -> String {
    if chance.once_in(9) { String::new() } else { "word of the meeting".to_owned() }
}

fn random_subject(chance: &mut Chance) -> Subject {
    match chance.below(4) {
        0 => Subject::Project(project_id("P1")),
        1 => Subject::Industry(industry_id(chance.one(&INDUSTRIES).0)),
        2 => Subject::Stream(stream_id("plating")),
        _ => Subject::Whole,
    }
}

/// An edit at random, mostly one that can be carried out, on `plan` or another one.
#[expect(clippy::too_many_lines, reason = "one arm a kind of edit")]
pub fn random_edit(chance: &mut Chance, scenario: &Scenario, plan: &PlanId) -> Edit {
    let (all_projects, all_parks, all_plans) = (projects(scenario), parks(scenario), plans(scenario));
    let plan = match chance.below(10) {
        0 => chance.one(&all_plans).clone(),
        1 if chance.once_in(3) => plan_id("Z"),
        _ => plan.clone(),
    };
    let placed: Vec<ProjectId> = scenario.placements_of(&plan).map(|it| it.project.clone()).collect();
    let project = match chance.below(12) {
        0 if chance.once_in(3) => project_id("unknown"),
        1..=4 if !placed.is_empty() => chance.one(&placed).clone(),
        _ => chance.one(&all_projects).clone(),
    };
    let park = if chance.once_in(40) { park_id("unknown") } else { chance.one(&all_parks).clone() };
    let rules: Vec<_> = scenario.rules.iter().map(|it| it.id.clone()).collect();
    let other = plan_id(chance.one::<&str>(&["A", "B", "C", "D"]));
    match chance.below(46) {
        40 => random_merge(chance, scenario),
        18 | 19 => {
            let of_park = scenario.positions_of(&plan, chance.one(&all_parks));
            let position = if of_park.is_empty() { position_id("unknown") } else { chance.one(&of_park).id.clone() };
            let known: Vec<_> = scenario.industries.iter().map(|it| it.id.clone()).collect();
            let industries = (0..chance.below(3)).map(|_| chance.one(&known).clone()).collect();
            let role = *chance.one(&[Role::Leading, Role::Characteristic]);
            let order = [None, Some(1)][chance.below(2)];
            Edit::SetPosition { plan, position, park, role, name: name("set"), industries, order }
        }
        20 => {
            let changed: Vec<_> = scenario.plan_positions.iter().map(|it| it.position.clone()).collect();
            let position = if changed.is_empty() { position_id("unknown") } else { chance.one(&changed).clone() };
            Edit::RestorePosition { plan, position }
        }
        21 | 45 => Edit::AdoptPositions { plan, document: chance.once_in(9).then(|| document_id("unknown")) },
        22 | 29 if chance.once_in(2) => Edit::LockPark(Lock { plan, park, reason: String::new() }),
        22 | 29 => {
            let locked: Vec<_> = scenario.locks.iter().filter(|_| chance.once_in(2)).collect();
            let Some(it) = locked.first() else { return Edit::UnlockPark { plan, park } };
            Edit::UnlockPark { plan: it.plan.clone(), park: it.park.clone() }
        }
        23 if chance.once_in(2) => {
            let word = *chance.one(&[Word::Required, Word::Forbidden]);
            Edit::Stipulate(Stipulation { plan, project, park, word, reason: String::new() })
        }
        23 => {
            let said: Vec<_> = scenario.stipulations.iter().collect();
            if said.is_empty() {
                return Edit::DropStipulation { plan, project, park };
            }
            let it = chance.one(&said);
            Edit::DropStipulation { plan: it.plan.clone(), project: it.project.clone(), park: it.park.clone() }
        }
        24 if chance.once_in(2) => {
            let steps = chance.between(1, 90_000);
            let amount = match chance.below(6) {
                0 => Reserved::Land(Mu::from_steps(steps)),
                1 => Reserved::PlantFloor(SquareMetres::from_steps(steps)),
                2 => Reserved::Power(Megawatts::from_steps(steps)),
                3 => Reserved::Sewage(TonnesPerDay::from_steps(steps)),
                4 => Reserved::Water(TonnesPerDay::from_steps(steps)),
                _ => Reserved::EnergyQuota(Tce::from_steps(steps)),
            };
            let until = DAY.saturating_add(jiff::Span::new().days(chance.between(-1, 1)));
            let id = record_id(chance.one::<&str>(&["R1", "r2"]));
            Edit::Reserve(Reservation { plan, id, park, amount, until, reason: reason(chance) })
        }
        24 => {
            let kept: Vec<_> =
                scenario.reservations.iter().filter(|it| it.plan == plan).map(|it| it.id.clone()).collect();
            let id = if kept.is_empty() { record_id("R1") } else { chance.one(&kept).clone() };
            Edit::Release { plan, id }
        }
        25 => {
            let (path, value) = match chance.below(6) {
                0 => (format!("parks/{park}/capacities.net_land"), "37.5"),
                1 => (format!("parks/{park}/chemical_park"), "recognised(since: \"2022-07-01\")"),
                2 => (format!("parks/{park}/level"), "national"),
                3 => (format!("projects/{project}/land"), "8.25"),
                4 => (format!("projects/{project}/land"), "many"),
                _ => (format!("projects/{project}/nothing"), "1"),
            };
            Edit::Assume(Assumption { plan, path, value: value.to_owned(), reason: reason(chance) })
        }
        28 => {
            let made: Vec<_> = scenario.assumptions.iter().collect();
            if made.is_empty() || chance.once_in(5) {
                return Edit::DropAssumption { plan, path: "parks/x/level".to_owned() };
            }
            let it = chance.one(&made);
            Edit::DropAssumption { plan: it.plan.clone(), path: it.path.clone() }
        }
        26 if chance.once_in(2) => {
            let until = DAY.saturating_add(jiff::Span::new().days(chance.between(-1, 300)));
            let land = Some(Mu::from_steps(chance.between(0, 4_000)));
            let later = vec![Phase { number: 2, land, investment: None, until }];
            Edit::SetPhases(Phasing { plan, project, land: Mu::from_steps(2_575), investment: None, later })
        }
        26 => {
            let split: Vec<_> = scenario.phasings.iter().map(|it| it.project.clone()).collect();
            let project = if split.is_empty() { project } else { chance.one(&split).clone() };
            Edit::DropPhases { plan, project }
        }
        30 | 31 => random_weights(chance, scenario, plan),
        27 => {
            let plan = if chance.once_in(4) { plan } else { other };
            Edit::Approve { plan, on: DAY, by: reason(chance) }
        }
        0..=3 => {
            let premises = [None, None, Some(Premises::OwnLand), Some(Premises::StandardPlant)][chance.below(4)];
            Edit::Place { plan, project, park, premises }
        }
        4 => Edit::Unplace { plan, project },
        5 => Edit::Pin { plan, project },
        6 => {
            let pinned: Vec<_> =
                scenario.pins.iter().filter(|it| it.plan == plan).map(|it| it.project.clone()).collect();
            let is_aimed = !pinned.is_empty() && chance.once_in(2);
            Edit::Unpin { plan, project: if is_aimed { chance.one(&pinned).clone() } else { project } }
        }
        7 | 8 => {
            let role = *chance.one(&[Role::Leading, Role::Characteristic]);
            let known: Vec<_> = scenario.industries.iter().map(|it| it.id.clone()).collect();
            let mut industries: Vec<_> = (0..chance.below(3)).map(|_| chance.one(&known).clone()).collect();
            industries.sort();
            industries.dedup();
            let name = if chance.once_in(9) { Text::default() } else { name("new") };
            Edit::Designate { plan, park, role, name, industries }
        }
        9 => {
            let of_park = scenario.positions_of(&plan, &park);
            let position = if of_park.is_empty() { position_id("unknown") } else { chance.one(&of_park).id.clone() };
            Edit::Withdraw { plan, position }
        }
        10 => {
            let rule = if chance.once_in(9) { rule_id("unknown") } else { chance.one(&rules).clone() };
            let expires = DAY.saturating_add(jiff::Span::new().days(chance.between(-1, 1)));
            let (reason, authority) = (reason(chance), reason(chance));
            Edit::Waive(Waiver { plan, rule, park, subject: random_subject(chance), reason, authority, expires })
        }
        11 => {
            let waivers: Vec<_> = scenario.waivers.iter().collect();
            if waivers.is_empty() {
                return Edit::RevokeWaiver { plan, rule: chance.one(&rules).clone(), park, subject: Subject::Whole };
            }
            let it = chance.one(&waivers);
            let (rule, park, subject) = (it.rule.clone(), it.park.clone(), it.subject.clone());
            Edit::RevokeWaiver { plan: it.plan.clone(), rule, park, subject }
        }
        12 => {
            let from = [None, Some(plan), Some(chance.one(&all_plans).clone())][chance.below(3)].clone();
            let name = if chance.once_in(9) { Text::default() } else { name("plan") };
            Edit::AddPlan { plan: other, name, from }
        }
        33 | 34 if chance.once_in(3) => {
            let moved: Vec<_> = scenario.relocations.iter().collect();
            if moved.is_empty() {
                return Edit::Unrelocate { plan, enterprise: enterprise_id("unknown") };
            }
            let it = chance.one(&moved);
            Edit::Unrelocate { plan: it.plan.clone(), enterprise: it.enterprise.clone() }
        }
        33 | 34 => {
            let known: Vec<_> = scenario.enterprises.iter().map(|it| it.id.clone()).collect();
            let is_lost = known.is_empty() || chance.once_in(20);
            let enterprise = if is_lost { enterprise_id("unknown") } else { chance.one(&known).clone() };
            let compensation = chance.one::<&str>(&["", "half of the tax"]).to_string();
            Edit::Relocate(Relocation { plan, enterprise, park, reason: "crowded".into(), compensation })
        }
        32 => Edit::Certify(random_certificate(chance, plan)),
        35 if chance.once_in(2) => random_outlines(chance),
        35 => random_records(chance, scenario),
        36..=39 => random_talk(chance, scenario, (plan, park), project),
        41..=44 => random_mechanism(chance, scenario, (plan, park), project),
        13 => Edit::RenamePlan { plan, name: name(chance.one::<&str>(&["A", "x", "y"])) },
        14 => Edit::RemovePlan { plan: if chance.once_in(3) { plan } else { other } },
        15 => Edit::ActivatePlan { plan: other },
        16 => Edit::Retitle { title: name(chance.one::<&str>(&["city", "x", "y"])) },
        _ => {
            let edits = (0..chance.below(4)).map(|_| random_edit(chance, scenario, &plan)).collect();
            Edit::Together(edits)
        }
    }
}

/// What a solver might have said.
fn random_certificate(chance: &mut Chance, plan: PlanId) -> Certificate {
    Certificate {
        plan,
        program: "0.1.0".to_owned(),
        pack: "a".to_owned(),
        problem: "b".to_owned(),
        moves: chance.once_in(2),
        most_moved: None,
        seed: chance.next(),
        steps: 1,
        threads: 1,
        value: chance.between(-9, 9),
        bound: chance.once_in(2).then_some(9),
        placed: vec![],
        from: vec![],
        refused: vec![],
        proof: Proof::Nothing,
        seal: "c".to_owned(),
    }
}

/// A map of up to two outlines, mostly one that can be drawn.
fn random_outlines(chance: &mut Chance) -> Edit {
    let cites = chance.once_in(2);
    let source = cites.then(|| SourceId::new(chance.one::<&str>(&["map", "other-map"])).unwrap());
    let mut outlines = Vec::new();
    for id in ["east", "west"].into_iter().filter(|_| !chance.once_in(3)).collect::<Vec<_>>() {
        let steps = |chance: &mut Chance| Number::from_steps(chance.between(-900_000, 900_000));
        let corners = if chance.once_in(9) { 2 } else { chance.between(3, 5) };
        let ring = (0..corners).map(|_| (steps(chance), steps(chance))).collect();
        outlines.push(Outline {
            id: record_id(if chance.once_in(9) { "east" } else { id }),
            name: if chance.once_in(12) { Text::default() } else { name(id) },
            unit: [None, UnitId::new(id).ok(), UnitId::new("nowhere").ok()][chance.below(6).min(2)].clone(),
            rings: if chance.once_in(12) { Vec::new() } else { vec![ring] },
            evidence: Evidence { source: source.clone(), ..Evidence::default() },
        });
    }
    let source = source.map(|id| Source { id, title: name("map"), address: String::new() });
    Edit::SetOutlines { outlines, source: source.filter(|_| !chance.once_in(4)) }
}

/// What is said in sessions: convened, decided, taken back, opinions of park committees.
fn random_talk(chance: &mut Chance, scenario: &Scenario, (plan, park): (PlanId, ParkId), project: ProjectId) -> Edit {
    let session = record_id(chance.one::<&str>(&["s1", "s2", "june"]));
    let date = DAY.checked_add(chance.between(-40, 40).days()).unwrap();
    match chance.below(9) {
        0 | 1 => {
            let known = scenario.sessions.get(&session).map(|it| Session::clone(it));
            let fresh = || Session {
                id: session.clone(),
                name: if chance.once_in(9) { Text::default() } else { name("session") },
                date,
                chair: String::new(),
                offices: vec!["经信局".into()],
                frozen: None,
            };
            let once = known.unwrap_or_else(fresh);
            let frozen = chance.once_in(2).then(|| Frozen {
                plan: plan.clone(),
                program: "0.1.0".to_owned(),
                tables: fingerprint::tables(scenario),
            });
            let date = if chance.once_in(2) { date } else { once.date };
            Edit::Convene(Box::new(Session { frozen, date, ..once }))
        }
        2 => Edit::Cancel { session },
        3..=5 => {
            let verdicts = [Resolution::Place, Resolution::Conditional, Resolution::Hold, Resolution::Return];
            let verdict = verdicts[chance.below(4)];
            let is_placed = matches!(verdict, Resolution::Place | Resolution::Conditional);
            Edit::Decide(Box::new(Decision {
                session,
                project,
                verdict,
                park: (is_placed != chance.once_in(9)).then_some(park),
                reason: if chance.once_in(12) { String::new() } else { "会商一致".to_owned() },
                conditions: if chance.once_in(9) { String::new() } else { "补齐能评".to_owned() },
                owner: "经信局".to_owned(),
                deadline: chance.once_in(2).then_some(date),
                recommended: None,
                before: None,
            }))
        }
        6 | 8 if !scenario.decisions.is_empty() || chance.once_in(4) => {
            let known: Vec<_> = scenario.decisions.iter().collect();
            if known.is_empty() || chance.once_in(3) {
                Edit::TakeBack { session, project }
            } else {
                let it = known[chance.below(known.len())];
                Edit::TakeBack { session: it.session.clone(), project: it.project.clone() }
            }
        }
        6 | 8 => {
            let known: Vec<_> = scenario.opinions.iter().collect();
            if known.is_empty() || chance.once_in(3) {
                Edit::FallSilent { plan, park, project }
            } else {
                let it = known[chance.below(known.len())];
                Edit::FallSilent { plan: it.plan.clone(), park: it.park.clone(), project: it.project.clone() }
            }
        }
        _ => {
            let stance = [Stance::Accept, Stance::WithConditions, Stance::Decline][chance.below(3)];
            let reason = if chance.once_in(5) { String::new() } else { "用地已有安排".to_owned() };
            Edit::Opine(Opinion { plan, park, project, stance, reason })
        }
    }
}

/// What came of a merge: some figures and placements of the same city are otherwise, or it makes no sense.
fn random_merge(chance: &mut Chance, scenario: &Scenario) -> Edit {
    let mut merged = scenario.clone();
    match chance.below(6) {
        0 => merged.plans.retain(|plan| plan.id != scenario.active_plan),
        1 => {}
        _ => {
            if let Some(park) = scenario.parks.iter().next() {
                let mut park = Park::clone(park);
                park.capacities.net_land = Some(Mu::from_steps(chance.between(0, 40_000)));
                merged.parks.insert(park);
            }
            let placements: Vec<_> = scenario.placements.iter().filter(|_| chance.once_in(4)).collect();
            for placement in placements {
                merged.placements.remove(&(placement.plan.clone(), placement.project.clone()));
            }
        }
    }
    Edit::Merge { merged: Box::new(merged), from: "other.ron".to_owned() }
}

/// Something about characteristic parks, support or sharing: what can be, and what cannot.
#[expect(clippy::too_many_lines, reason = "one arm a kind of edit")]
fn random_mechanism(
    chance: &mut Chance,
    scenario: &Scenario,
    (plan, park): (PlanId, ParkId),
    project: ProjectId,
) -> Edit {
    let units = ["east", "west", "nowhere"];
    let unit = |at: usize| UnitId::new(units[at]).unwrap();
    let amount = WanYuan::from_steps(chance.between(0, 40_000));
    let reason = if chance.once_in(9) { String::new() } else { "会商一致".to_owned() };
    let programme = record_id(if chance.once_in(9) { "none" } else { "fund" });
    let theme = CharacteristicParkId::new(chance.one::<&str>(&["theme-1", "theme-2"])).unwrap();
    let day = DAY.checked_add(chance.between(-40, 400).days()).unwrap();
    let (one, other) = (unit(chance.below(9).min(2)), unit([1, 0, 1][chance.below(3)]));
    match chance.below(16) {
        0 | 1 => {
            Edit::Support(SupportEdit::Claim(Claim { plan, programme, project, amount, least: None, priority: None }))
        }
        2 => Edit::Support(SupportEdit::DropClaim { plan, programme, project }),
        3 | 4 => {
            let ruled = chance.once_in(3).then_some(WanYuan::from_steps(7));
            Edit::Support(SupportEdit::Grant(Grant { ruled, reason, ..Grant::new(plan, programme, project, amount) }))
        }
        5 => {
            let most = chance.once_in(2).then_some(WanYuan::from_steps(chance.between(0, 9_000)));
            let fund = Programme::new(
                record_id("fund"),
                name("fund"),
                chance.once_in(4).then_some(amount),
                Evidence::default(),
            );
            Edit::Support(SupportEdit::SetProgramme(Box::new(Programme {
                most,
                conditions: vec![Condition::Placed],
                ..fund
            })))
        }
        6 => Edit::Support(SupportEdit::SetTask(Box::new(Task {
            id: record_id("task"),
            project,
            promise: Promise::Service,
            name: name("task"),
            owner: String::new(),
            due: day,
            done: chance.once_in(2).then_some(day),
            clause: String::new(),
            evidence: Evidence::default(),
        }))),
        7 => Edit::Support(SupportEdit::DropTask { task: record_id("task") }),
        8 => {
            let agreement = Agreement::new((plan, project), (one, other), record_id("template"), 2023);
            let terms =
                chance.once_in(2).then_some(SharingYears { from: 1, to: 3, originator: Factor::from_steps(500) });
            Edit::Share(SharingEdit::Agree(Box::new(Agreement { terms: terms.into_iter().collect(), ..agreement })))
        }
        9 => Edit::Share(SharingEdit::DropAgreement { plan, project }),
        10 => {
            let known = scenario.agreements.iter().next().map(|it| (it.plan.clone(), it.project.clone()));
            let (plan, project) = known.unwrap_or((plan, project));
            let tax = chance.once_in(2).then_some(Yuan::from_steps(chance.between(0, 999_999)));
            Edit::Share(SharingEdit::Book(LedgerEntry { plan, project, year: 2024, tax, incentives: None, paid: None }))
        }
        11 => Edit::Share(SharingEdit::AgreeTransfer(Transfer {
            plan,
            from: one,
            to: other,
            amount: Yuan::from_steps(amount.steps()),
            first_year: 2023,
            last_year: [2023, 2026, 2022][chance.below(3)],
            reason,
        })),
        12 => Edit::Share(SharingEdit::DropTransfer { plan, from: one, to: other }),
        13 => Edit::Recognise(RecognitionEdit::Register(Box::new(CharacteristicPark {
            id: theme,
            name: Some(name("theme")),
            park: Some(park),
            industry: None,
            recognition: Recognition::Recognised,
            level: ParkLevel::Municipal,
            since: DAY,
            evidence: Evidence::default(),
        }))),
        14 => {
            let kind = StepKind::ALL[chance.below(StepKind::ALL.len())];
            let level = [ParkLevel::Municipal, ParkLevel::Municipal, ParkLevel::Provincial][chance.below(3)];
            Edit::Recognise(RecognitionEdit::TakeStep(Box::new(RecognitionStep {
                characteristic_park: theme,
                number: 0,
                kind,
                level,
                on: day,
                by: "市发改委".to_owned(),
                reason,
                document: None,
                proposed: None,
                before: None,
            })))
        }
        _ if chance.once_in(2) => Edit::Recognise(RecognitionEdit::TakeBackStep { characteristic_park: theme }),
        _ => Edit::Recognise(RecognitionEdit::ReportIncident(Box::new(Incident {
            id: record_id("accident"),
            park,
            characteristic_park: None,
            kind: IncidentKind::Safety,
            on: day,
            note: reason,
            evidence: Evidence::default(),
        }))),
    }
}

/// Up to two records as an import brings them: changed, new, or such that they cannot stand.
fn random_records(chance: &mut Chance, scenario: &Scenario) -> Edit {
    let mut records = Records::default();
    let known: Vec<_> = scenario.projects.iter().collect();
    if !known.is_empty() {
        let mut project = Project::clone(known[chance.below(known.len())]);
        project.jobs = chance.once_in(2).then(|| Count::from_steps(chance.between(1, 900)));
        match chance.below(6) {
            0 => project.id = ProjectId::new("imported").unwrap(),
            1 => project.name = Text::default(),
            2 => project.preferred_park = Some(park_id("nowhere")),
            _ => {}
        }
        records.projects.push(project);
    }
    if chance.once_in(3) {
        let parks: Vec<_> = scenario.parks.iter().collect();
        let mut park = Park::clone(parks[chance.below(parks.len())]);
        park.capacities.power = Some(Megawatts::from_steps(chance.between(0, 90_000)));
        records.parks.push(park);
    }
    Edit::TakeIn(Box::new(records))
}

/// Weights by points or by comparisons, or none of the plan's own, at random.
fn random_weights(chance: &mut Chance, scenario: &Scenario, plan: PlanId) -> Edit {
    let all: Vec<_> = scenario.scoring.iter().map(|it| it.id.clone()).collect();
    let mut weights = Vec::new();
    for id in &all {
        if chance.once_in(2) {
            weights.push((id.clone(), Factor::from_steps([0, 1, 18_000, 7_250][chance.below(4)])));
        }
    }
    match chance.below(12) {
        0 => weights.push((record_id("unknown"), Factor::from_steps(1_000))),
        1 => weights.push((all[0].clone(), Factor::from_steps(-1))),
        2 => weights = all.iter().map(|id| (id.clone(), Factor::ZERO)).collect(),
        _ => {}
    }
    match chance.below(3) {
        0 => Edit::SetWeights { plan, weights },
        1 => {
            let weighted = scenario.plan_weights.iter().next().map(|it| it.plan.clone());
            Edit::ResetWeights { plan: weighted.unwrap_or(plan) }
        }
        _ => {
            let groups = ["factors", "positioning", "services"];
            let mut judged = |_| {
                let (one, other) = (record_id(chance.one::<&str>(&groups)), record_id(chance.one::<&str>(&groups)));
                (one, other, Factor::from_steps(chance.between(1, 9) * 1_000))
            };
            let comparisons = (0..2).map(&mut judged).collect();
            Edit::Compare { plan, comparisons, weights }
        }
    }
}

fn variant(edit: &Edit) -> &'static str {
    match edit {
        Edit::Place { .. } => "Place",
        Edit::Unplace { .. } => "Unplace",
        Edit::Pin { .. } => "Pin",
        Edit::Unpin { .. } => "Unpin",
        Edit::Designate { .. } => "Designate",
        Edit::Withdraw { .. } => "Withdraw",
        Edit::SetPosition { .. } => "SetPosition",
        Edit::RestorePosition { .. } => "RestorePosition",
        Edit::AdoptPositions { .. } => "AdoptPositions",
        Edit::SetOutlines { .. } => "SetOutlines",
        Edit::TakeIn(_) => "TakeIn",
        Edit::Convene(_) => "Convene",
        Edit::Cancel { .. } => "Cancel",
        Edit::Decide(_) => "Decide",
        Edit::TakeBack { .. } => "TakeBack",
        Edit::Opine(_) => "Opine",
        Edit::FallSilent { .. } => "FallSilent",
        Edit::LockPark(_) => "LockPark",
        Edit::UnlockPark { .. } => "UnlockPark",
        Edit::Stipulate(_) => "Stipulate",
        Edit::DropStipulation { .. } => "DropStipulation",
        Edit::Relocate(_) => "Relocate",
        Edit::Unrelocate { .. } => "Unrelocate",
        Edit::Reserve(_) => "Reserve",
        Edit::Release { .. } => "Release",
        Edit::Assume(_) => "Assume",
        Edit::DropAssumption { .. } => "DropAssumption",
        Edit::SetPhases(_) => "SetPhases",
        Edit::DropPhases { .. } => "DropPhases",
        Edit::SetWeights { .. } => "SetWeights",
        Edit::Compare { .. } => "Compare",
        Edit::ResetWeights { .. } => "ResetWeights",
        Edit::Approve { .. } => "Approve",
        Edit::Waive(_) => "Waive",
        Edit::RevokeWaiver { .. } => "RevokeWaiver",
        Edit::Certify(_) => "Certify",
        Edit::AddPlan { .. } => "AddPlan",
        Edit::RenamePlan { .. } => "RenamePlan",
        Edit::RemovePlan { .. } => "RemovePlan",
        Edit::ActivatePlan { .. } => "ActivatePlan",
        Edit::Recognise(_) => "Recognise",
        Edit::Support(_) => "Support",
        Edit::Share(_) => "Share",
        Edit::Retitle { .. } => "Retitle",
        Edit::Merge { .. } => "Merge",
        Edit::Together(_) => "Together",
    }
}

const VARIANTS: usize = 46;

/// The judgement of one plan that follows every change as the workbench does.
struct Follower(Judgement);

impl Follower {
    fn follow(&mut self, scenario: &Scenario, touched: &Touched) {
        let plan = self.0.plan().clone();
        // Of a plan that is gone nobody follows the base data.
        if touched.plans.contains(&plan) || !scenario.plans.contains(&plan) {
            self.0 = Judgement::of(scenario, &plan);
        } else {
            self.0.follow(scenario, touched);
        }
    }

    fn is_right(&self, scenario: &Scenario, what: &str) {
        assert!(
            self.0 == Judgement::of(scenario, self.0.plan()),
            "{what}: what followed differs from what is judged anew"
        );
        assert_eq!(self.0.score(), counted(scenario, &self.0), "{what}: the score is the sum of the findings");
    }
}

/// How often each variant was carried out, and how often refused.
type Tally = BTreeMap<&'static str, (usize, usize)>;

/// A sequence of up to `longest` edits on `scenario`, there, back and there again.
fn random_sequence(chance: &mut Chance, scenario: &Scenario, longest: usize, tally: &mut Tally, seed: &str) {
    let plan = chance.one(&plans(scenario)).clone();
    let mut history = History::new(scenario.clone());
    let mut follower = Follower(Judgement::of(scenario, &plan));
    let mut states: Vec<(u64, Scenario)> = vec![(history.revision(), scenario.clone())];
    for nth in 0..=chance.below(longest) {
        let edit = random_edit(chance, history.now(), &plan);
        let what = format!("{seed}, edit {nth}, {edit:?}");
        let (before, undoable) = (history.now().clone(), history.past().next().map(|step| step.edit.clone()));
        let counts = tally.entry(variant(&edit)).or_default();
        let announced = effect::of_edit(history.now(), &follower.0, &edit);
        match history.commit(edit.clone()) {
            Ok(touched) => {
                counts.0 += 1;
                assert_eq!(history.past().next().map(|step| step.edit), Some(&edit), "{what}");
                let was = follower.0.clone();
                follower.follow(history.now(), &touched);
                follower.is_right(history.now(), &what);
                if history.now().plans.contains(&plan) {
                    came_true(&announced.unwrap(), &was, &follower.0, &what);
                    is_the_difference(&effect::between(&was, &follower.0), &was, &follower.0, &what);
                }
                states.push((history.revision(), history.now().clone()));
            }
            Err(error) => {
                counts.1 += 1;
                assert_eq!(announced, Err(error.clone()), "{what}");
                assert!(!error.to_string().is_empty());
                assert!(*history.now() == before, "{what}: refused, and changed something");
                assert_eq!(
                    history.past().next().map(|step| step.edit),
                    undoable.as_ref(),
                    "{what}: refused, and left a step"
                );
                assert_eq!(history.revision(), states[states.len() - 1].0, "{what}");
            }
        }
    }
    follower.is_right(history.now(), seed);
    for (revision, state) in states.iter().rev().skip(1) {
        let (_, touched) = history.undo().unwrap();
        follower.follow(history.now(), &touched);
        assert!(history.now() == state && history.revision() == *revision, "{seed}: undo to revision {revision}");
    }
    assert!(history.undo().is_none() && history.now() == scenario, "{seed}: undo all is the start");
    follower.is_right(history.now(), &format!("{seed}, undone"));
    for (revision, state) in states.iter().skip(1) {
        let (_, touched) = history.redo().unwrap();
        follower.follow(history.now(), &touched);
        assert!(history.now() == state && history.revision() == *revision, "{seed}: redo to revision {revision}");
    }
    assert!(history.redo().is_none(), "{seed}: redo all is the end");
    follower.is_right(history.now(), &format!("{seed}, redone"));
    let text = ron::to_text(history.now()).unwrap();
    let read = ron::scenario_from_text(Path::new("sequence.ron"), &text);
    assert!(read.as_ref() == Ok(history.now()), "{seed}: {read:?}");
    assert_eq!(ron::to_text(&read.unwrap()).unwrap(), text, "{seed}: saved, loaded and saved");
}

fn every_variant_was_carried_out_and_refused(tally: &Tally) {
    assert_eq!(tally.len(), VARIANTS);
    for (variant, (done, refused)) in tally {
        assert!(*done > 20 && *refused > 20, "{variant}: {done} carried out, {refused} refused");
    }
}

#[test]
fn every_state_comes_back_on_the_way_there_and_back_and_there_again() {
    let mut tally = Tally::new();
    for seed in 0..2_400 {
        let mut chance = Chance::new(1_000_000 + seed);
        let scenario = light_city(&mut chance);
        random_sequence(&mut chance, &scenario, 12, &mut tally, &format!("seed {seed}"));
    }
    every_variant_was_carried_out_and_refused(&tally);
}

#[test]
fn and_on_the_sample() {
    let mut tally = Tally::new();
    for seed in 0..25 {
        let mut chance = Chance::new(2_000_000 + seed);
        random_sequence(&mut chance, &sample(), 40, &mut tally, &format!("sample, seed {seed}"));
    }
    assert_eq!(tally.len(), VARIANTS);
}

#[test]
fn and_on_the_other_city() {
    let mut tally = Tally::new();
    for seed in 0..8 {
        let mut chance = Chance::new(5_000_000 + seed);
        random_sequence(&mut chance, &BERYOZOGORSK.scenario(), 12, &mut tally, &format!("other city, seed {seed}"));
    }
    assert!(tally.len() > 8, "{tally:?}");
}

#[test]
fn history_forgets_its_oldest_steps_and_never_half_of_one() {
    let start = city();
    let mut history = History::new(start.clone());
    let most = parkboard::model::history::MOST_STEPS;
    let mut states = vec![start];
    for number in 0..most + 7 {
        history.commit(Edit::Retitle { title: name(&number.to_string()) }).unwrap();
        states.push(history.now().clone());
    }
    for _ in 0..most {
        assert!(history.undo().is_some());
    }
    assert!(history.undo().is_none());
    assert_eq!(history.now(), &states[7]);
    assert_eq!(history.commit(Edit::Together(Vec::new())), Err(EditError::NameUnchanged), "nothing is no step");
    assert!(history.future().next().is_some(), "and forgets no future");
}

#[test]
fn a_decision_to_hold_or_return_takes_a_project_off_the_count_of_the_unplaced() {
    for (verdict, unplaced) in
        [(Resolution::Hold, -8), (Resolution::Return, -8), (Resolution::Place, -9), (Resolution::Conditional, -9)]
    {
        let mut scenario = sample();
        let decision = Decision {
            session: record_id("june"),
            project: project_id("T20"),
            verdict,
            park: None,
            reason: String::new(),
            conditions: String::new(),
            owner: String::new(),
            deadline: None,
            recommended: None,
            before: None,
        };
        scenario.decisions.insert(decision);
        let judged = Judgement::of(&scenario, &plan_id("A"));
        assert_eq!(judged.score().unplaced, unplaced, "{verdict:?}");
        assert_eq!(judged.score(), counted(&scenario, &judged));
    }
}

fn random_command(chance: &mut Chance, bench: &Workbench) -> Command {
    if let Some(question) = bench.question() {
        let answers = match question {
            Question::Designate { roles, .. } => {
                vec![Answer::Designate(*chance.one(roles)), Answer::PlaceOnly, Answer::Cancel]
            }
            Question::Unsaved { .. } | Question::WhereToSave { .. } => vec![Answer::Cancel],
        };
        return Command::Answer(*chance.one(&answers));
    }
    let scenario = bench.scenario();
    let project = chance.one(&projects(scenario)).clone();
    let park = chance.one(&parks(scenario)).clone();
    let plan = chance.one(&plans(scenario)).clone();
    match chance.below(28) {
        0..=2 => Command::PickUp(project),
        3 => Command::Aim((!chance.once_in(4)).then_some(park)),
        4 => Command::AimBy(*chance.one(&[Step::Next, Step::Previous, Step::Down(2), Step::Up(2)])),
        5 => Command::LetGo,
        6..=7 => Command::DropHeld,
        8..=10 => Command::Place { project, park },
        11 => Command::Unplace(project),
        12 => Command::PinOrUnpin(project),
        13 => {
            let of_park = scenario.positions_of(bench.plan(), &park);
            let id = if of_park.is_empty() { position_id("unknown") } else { chance.one(&of_park).id.clone() };
            Command::WithdrawPosition(id)
        }
        14..=15 => Command::Undo,
        16 => Command::Redo,
        17 => Command::ShowPlan(plan),
        18 => Command::AddPlan { copy: chance.once_in(2) },
        19 => Command::RemovePlan(plan),
        20 => Command::Select(if chance.once_in(2) { Selection::Park(park) } else { Selection::Project(project) }),
        21 => Command::OpenFirst(plan),
        22..=23 => Command::SelectAlso(project),
        24 => {
            let shown: Vec<ProjectId> = scenario.projects.iter().map(|it| it.id.clone()).collect();
            Command::SelectUpTo { project, shown }
        }
        25 if chance.once_in(3) => Command::PlaceAtBest(vec![project]),
        25 => Command::AimBest(chance.below(5)),
        26 => {
            let projects = bench.selection().projects().cloned().chain([project]).collect();
            if chance.once_in(2) { Command::PlaceAll { projects, park } } else { Command::UnplaceAll(projects) }
        }
        _ => Command::PinOrUnpinAll(bench.selection().projects().cloned().collect()),
    }
}

/// What a command asks to move, and where to; `None` when it asks for no move that would change anything.
fn asked_move(bench: &Workbench, command: &Command) -> Option<(Vec<ProjectId>, Option<ParkId>)> {
    let home = |project: &ProjectId| bench.judgement().facts().home(project).map(|(park, _)| park.clone());
    let (projects, to) = if let Command::Place { project, park } = command {
        (vec![project.clone()], Some(park.clone()))
    } else if let Command::PlaceAll { projects, park } = command {
        (projects.clone(), Some(park.clone()))
    } else if let Command::Unplace(project) = command {
        (vec![project.clone()], None)
    } else if let Command::UnplaceAll(projects) = command {
        (projects.clone(), None)
    } else if *command == Command::DropHeld {
        let held = bench.held()?;
        (held.projects.iter().map(|it| it.id.clone()).collect(), Some(held.over.clone()?))
    } else {
        return None;
    };
    let exists = |id: &ProjectId| bench.scenario().projects.contains(id);
    let mut moved: Vec<ProjectId> = projects.into_iter().filter(|id| exists(id) && home(id) != to).collect();
    moved.sort();
    moved.dedup();
    (!moved.is_empty()).then_some((moved, to))
}

/// What must hold of a workbench at any moment.
fn is_consistent(bench: &Workbench, what: &str) {
    let (scenario, plan) = (bench.scenario(), bench.plan());
    assert!(scenario.plans.contains(plan), "{what}: the plan that is shown is gone");
    assert!(*bench.judgement() == Judgement::of(scenario, plan), "{what}: the judgement is stale");
    assert!(!bench.is_busy() && !bench.is_closing());
    if let Some(held) = bench.held() {
        let Held { projects, previews, over } = held;
        assert_eq!(previews.len(), scenario.parks.len());
        let is_there = |it: &std::sync::Arc<Project>| scenario.projects.get(&it.id).is_some_and(|record| record == it);
        assert!(!projects.is_empty() && projects.iter().all(is_there), "{what}: what is held is gone");
        let taking = previews.iter().filter(|(_, it)| it.outlook < Outlook::Refused);
        assert_eq!(
            held.ranked().len(),
            taking.count(),
            "{what}: every park that takes it or has it comes in the order"
        );
        assert!(over.as_ref().is_none_or(|park| scenario.parks.contains(park)), "{what}");
        for (park, preview) in previews.iter() {
            let now = Preview::of_all(scenario, bench.judgement(), projects, park);
            assert!(now.as_ref() == Some(preview), "{what}: what {park} says is stale");
        }
        assert_eq!(bench.question(), None, "{what}: held and asked at once");
    }
    for id in bench.selection().projects() {
        assert!(scenario.projects.contains(id), "{what}: what is selected is gone");
    }
    assert_eq!(bench.undoable().is_none(), !bench.is_unsaved(), "{what}: unsaved is what can be undone");
}

#[test]
fn what_a_held_project_is_told_is_never_stale_and_no_drop_is_refused_in_silence() {
    let mut told = Told::default();
    for seed in 0..120 {
        let mut chance = Chance::new(3_000_000 + seed);
        let start = light_city(&mut chance);
        random_commands(&mut chance, &start, 40, &mut told, seed);
    }
    let Told { refused, asked, moved } = told;
    assert!(refused > 50 && asked > 50 && moved > 150, "{refused} refused, {asked} asked, {moved} moved");
}

#[test]
fn nor_in_the_other_city() {
    let mut told = Told::default();
    random_commands(&mut Chance::new(6_000_000), &BERYOZOGORSK.scenario(), 30, &mut told, 6_000_000);
    assert!(told.refused + told.asked + told.moved > 3, "{told:?}");
}

/// How often a move was refused, asked about, and made.
#[derive(Debug, Default)]
struct Told {
    refused: usize,
    asked: usize,
    moved: usize,
}

/// Gives `count` commands at random from `start` on, and takes all of them back.
fn random_commands(chance: &mut Chance, start: &Scenario, count: usize, tally: &mut Told, seed: u64) {
    let mut bench = Workbench::on(start.clone(), Settings::default());
    for nth in 0..count {
        let command = random_command(chance, &bench);
        let what = format!("seed {seed}, command {nth}, {command:?}");
        let before = bench.scenario().clone();
        let undoable = bench.undoable();
        let wanted = asked_move(&bench, &command);
        if bench.held().is_none() {
            bench.dispatch(Command::Dismiss);
        }
        bench.dispatch(command);
        is_consistent(&bench, &what);
        let Some((projects, to)) = wanted else { continue };
        let home = |id: &ProjectId| bench.judgement().facts().home(id).map(|(park, _)| park.clone());
        if *bench.scenario() != before {
            assert!(projects.iter().all(|id| home(id) == to), "{what}");
            if to.is_some() {
                assert_eq!(bench.selection(), &Selection::of_projects(projects), "{what}");
            }
            tally.moved += 1;
        } else if let Some(Question::Designate { .. }) = bench.question() {
            tally.asked += 1;
        } else {
            let told = bench.notice().unwrap_or_else(|| panic!("{what}: refused in silence"));
            assert_eq!(told.weight, Weight::Warning, "{what}");
            assert_eq!(bench.undoable(), undoable, "{what}: refused, and left a step");
            tally.refused += 1;
        }
    }
    if bench.question().is_some() {
        bench.dispatch(Command::Answer(Answer::Cancel));
    }
    while bench.undoable().is_some() {
        assert!(bench.is_unsaved());
        bench.dispatch(Command::Undo);
    }
    assert!(!bench.is_unsaved() && bench.scenario() == start, "seed {seed}: undo all is the start");
}

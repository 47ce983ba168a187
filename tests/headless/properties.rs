//! What always holds: an announced effect is the effect, undoing all is the start, kept totals are those from scratch,
//! what is saved is read back byte for byte.

use std::sync::Arc;

use parkboard::{
    evaluate::{effect, judgement::Judgement, score::Score},
    io::{ron, settings::Settings},
    model::{
        edit::{Edit, apply},
        history::History,
        id::{IndustryId, ParkId, PlanId, PositionId, ProjectId},
        park::Role,
        plan::{Premises, Subject, Waiver},
        quantity::Factor,
        scenario::Scenario,
        text::Text,
    },
    rules::finding::State,
    workbench::{
        Selection, Workbench,
        command::Command,
        held::Step,
        question::{Answer, Question},
    },
};

use crate::{
    fixture::{self, Chance},
    random,
};

/// Drops whose effect is announced and then made.
const DROPS: usize = 10_000;
/// Edit sequences that are undone and done again.
const SEQUENCES: u64 = 7_000;
/// Commands given to the workbench at random.
const COMMANDS: usize = 4_000;

struct Ids {
    plans: Vec<PlanId>,
    parks: Vec<ParkId>,
    projects: Vec<ProjectId>,
    industries: Vec<IndustryId>,
    positions: Vec<PositionId>,
}

impl Ids {
    fn of(scenario: &Scenario) -> Self {
        let added = scenario.plan_positions.iter().map(|it| it.position.clone());
        Self {
            plans: scenario.plans.iter().map(|it| it.id.clone()).collect(),
            parks: scenario.parks.iter().map(|it| it.id.clone()).collect(),
            projects: scenario.projects.iter().map(|it| it.id.clone()).collect(),
            industries: scenario.industries.iter().map(|it| it.id.clone()).collect(),
            positions: scenario.positions.iter().map(|it| it.id.clone()).chain(added).collect(),
        }
    }
}

/// Any edit, sensible or not: a good part of them is refused.
fn any_edit(chance: &mut Chance, scenario: &Scenario, depth: usize) -> Edit {
    let ids = Ids::of(scenario);
    let plan = chance.one(&ids.plans).clone();
    let park = chance.one(&ids.parks).clone();
    let project = chance.one(&ids.projects).clone();
    let industry = chance.one(&ids.industries).clone();
    match chance.below(if depth == 0 { 16 } else { 15 }) {
        0..=3 => {
            let premises = *chance.one(&[None, None, Some(Premises::OwnLand), Some(Premises::StandardPlant)]);
            Edit::Place { plan, project, park, premises }
        }
        4 => Edit::Unplace { plan, project },
        5 => Edit::Pin { plan, project },
        6 => Edit::Unpin { plan, project },
        7 => {
            let role = *chance.one(&[Role::Leading, Role::Characteristic]);
            let industries = if chance.once_in(9) { Vec::new() } else { vec![industry] };
            let name = if chance.once_in(9) { Text::default() } else { fixture::name("new") };
            Edit::Designate { plan, park, role, name, industries }
        }
        8 if !ids.positions.is_empty() => Edit::Withdraw { plan, position: chance.one(&ids.positions).clone() },
        8 | 9 => {
            let rules: Vec<_> = scenario.rules.iter().map(|rule| rule.id.clone()).collect();
            let rule = chance.one(&rules).clone();
            let subject = if chance.once_in(2) { Subject::Whole } else { Subject::Industry(industry) };
            let reason = "一事一议".to_owned();
            let authority = "市领导小组办公室".to_owned();
            let expires = jiff::civil::date(2022, 7, if chance.once_in(3) { 7 } else { 8 });
            Edit::Waive(Waiver { plan, rule, park, subject, reason, authority, expires })
        }
        10 => {
            let kept: Vec<_> = scenario.waivers.iter().cloned().collect();
            if kept.is_empty() {
                return Edit::Unplace { plan, project };
            }
            let waiver = chance.one(&kept);
            Edit::RevokeWaiver {
                plan: waiver.plan.clone(),
                rule: waiver.rule.clone(),
                park: waiver.park.clone(),
                subject: waiver.subject.clone(),
            }
        }
        11 => {
            let from = (!chance.once_in(3)).then_some(plan);
            let id = PlanId::new(chance.one::<&str>(&["A", "B", "C", "D", "E"])).unwrap();
            Edit::AddPlan { plan: id, name: fixture::name("plan"), from }
        }
        12 => {
            let name = fixture::name(chance.one::<&str>(&["x", "y"]));
            if chance.once_in(2) { Edit::RenamePlan { plan, name } } else { Edit::Retitle { title: name } }
        }
        13 => {
            if chance.once_in(2) {
                Edit::RemovePlan { plan }
            } else {
                Edit::ActivatePlan { plan }
            }
        }
        14 => {
            let criteria: Vec<_> = scenario.scoring.iter().map(|it| it.id.clone()).collect();
            let weight = Factor::from_steps([0, 1, 18_000][chance.below(3)]);
            let weights = vec![(chance.one(&criteria).clone(), weight)];
            let groups = [fixture::record_id("factors"), fixture::record_id("services")];
            let value = Factor::from_steps(chance.between(0, 9) * 1_000);
            let comparisons = vec![(chance.one(&groups).clone(), chance.one(&groups).clone(), value)];
            match chance.below(3) {
                0 => Edit::SetWeights { plan, weights },
                1 => Edit::Compare { plan, comparisons, weights },
                _ => Edit::ResetWeights { plan },
            }
        }
        _ => {
            let many = 1 + chance.below(3);
            Edit::Together((0..many).map(|_| any_edit(chance, scenario, depth + 1)).collect())
        }
    }
}

#[test]
fn the_announced_effect_of_a_drop_is_its_effect() {
    let mut chance = Chance::new(0x0d20);
    let (mut moved, mut changed) = (0, 0);
    let mut scenario = fixture::sample();
    let mut plan = scenario.active_plan.clone();
    let mut judgement = Judgement::of(&scenario, &plan);
    while moved < DROPS {
        if moved % 250 == 0 {
            scenario = if chance.once_in(3) { fixture::sample() } else { random::random_city(&mut chance) };
            plan = scenario.active_plan.clone();
            judgement = Judgement::of(&scenario, &plan);
        }
        // Now and then something else changes between two drops: pins, positions, waivers.
        if chance.once_in(4) {
            let edit = any_edit(&mut chance, &scenario, 0);
            if !matches!(edit, Edit::RemovePlan { .. } | Edit::Together(_)) && apply(&mut scenario, &edit).is_ok() {
                judgement = Judgement::of(&scenario, &plan);
            }
        }
        let ids = Ids::of(&scenario);
        let id = chance.one(&ids.projects).clone();
        let project = Arc::clone(scenario.projects.get(&id).unwrap());
        let park = (!chance.once_in(5)).then(|| chance.one(&ids.parks).clone());
        let premises = scenario.usual_premises(&project);
        let to = park.as_ref().map(|park| (park, premises));
        let announced = effect::of_move(&judgement, &project, to);
        let edit = match park {
            Some(park) => Edit::Place { plan: plan.clone(), project: id, park, premises: None },
            None => Edit::Unplace { plan: plan.clone(), project: id },
        };
        let by_edit = effect::of_edit(&scenario, &judgement, &edit);
        let before = judgement.clone();
        let Ok(touched) = apply(&mut scenario, &edit) else { continue };
        moved += 1;
        judgement = Judgement::of(&scenario, &plan);
        assert_eq!(announced.after, judgement.score(), "{edit:?}");
        assert_eq!(announced.before, before.score());
        for park in scenario.parks.iter().map(|park| &park.id) {
            match announced.findings.get(park) {
                Some(findings) => {
                    assert_eq!(findings.as_slice(), judgement.of_park(park), "{edit:?} in {park}");
                    assert_eq!(announced.facts.get(park), judgement.facts().park(park));
                    assert!(touched.parks.contains(&(plan.clone(), park.clone())));
                }
                None => assert_eq!(before.of_park(park), judgement.of_park(park), "{edit:?} leaves {park} as it was"),
            }
        }
        // What is announced as created or cured is what a planner sees come and go.
        let broken = |judgement: &Judgement| judgement.findings().filter(|it| it.state == State::Broken).count();
        let came = announced.created.iter().filter(|it| it.state == State::Broken).count();
        changed += usize::from(came > 0);
        if broken(&judgement) > broken(&before) {
            assert!(came > 0, "{edit:?} breaks something and announces nothing");
        }
        assert_eq!(by_edit.as_ref().map(|it| (&it.findings, it.after)), Ok((&announced.findings, announced.after)));
    }
    assert!(changed > DROPS / 20, "only {changed} drops broke something: the test is too tame");
}

#[test]
fn undoing_all_is_the_start_and_what_is_kept_is_what_is_true() {
    let mut chance = Chance::new(0x5eed);
    let (mut done, mut refused, mut saved) = (0_usize, 0_usize, 0_usize);
    for number in 0..SEQUENCES {
        let start = if number % 40 == 0 { fixture::sample() } else { random::random_city(&mut chance) };
        let plan = start.active_plan.clone();
        let mut history = History::new(start.clone());
        let mut kept = Judgement::of(&start, &plan);
        for _ in 0..=chance.below(12) {
            let edit = any_edit(&mut chance, history.now(), 0);
            let before = (history.now().clone(), history.revision());
            match history.commit(edit.clone()) {
                Ok(touched) => {
                    done += 1;
                    if history.now().plans.contains(&plan) && !touched.plans.contains(&plan) {
                        kept.follow(history.now(), &touched);
                    } else {
                        kept = Judgement::of(history.now(), &plan);
                    }
                }
                Err(_) => {
                    refused += 1;
                    assert_eq!((history.now(), history.revision()), (&before.0, before.1), "{edit:?} left a trace");
                }
            }
            let fresh = Judgement::of(history.now(), &plan);
            assert_eq!(kept, fresh, "after {edit:?}");
            let unplaced = Score { unplaced: fresh.score().unplaced, fit: fresh.fit().sum(), ..Score::default() };
            assert_eq!(fresh.score(), Score::of_findings(fresh.findings()) + unplaced);
        }
        let end = history.now().clone();
        if number % 10 == 0 && parkboard::model::check::problems(&end).is_empty() {
            let text = ron::to_text(&end).unwrap();
            let read = ron::scenario_from_text("sequence.ron".as_ref(), &text).unwrap();
            assert_eq!(read, end);
            assert_eq!(ron::to_text(&read).unwrap(), text);
            saved += 1;
        }
        let end_revision = history.revision();
        while let Some((_, touched)) = history.undo() {
            if history.now().plans.contains(&plan) && !touched.plans.contains(&plan) {
                kept.follow(history.now(), &touched);
            } else {
                kept = Judgement::of(history.now(), &plan);
            }
        }
        assert_eq!((history.now(), history.revision()), (&start, 0), "undoing all is the start");
        assert_eq!(kept, Judgement::of(&start, &plan));
        while history.redo().is_some() {}
        assert_eq!((history.now(), history.revision()), (&end, end_revision), "redoing all is the end");
    }
    assert!(done > 14_000 && refused > 3_500 && saved > 600, "{done} done, {refused} refused, {saved} saved");
}

/// Any command that touches no file.
fn any_command(chance: &mut Chance, bench: &Workbench) -> Command {
    let ids = Ids::of(bench.scenario());
    let project = chance.one(&ids.projects).clone();
    let park = chance.one(&ids.parks).clone();
    let plan = chance.one(&ids.plans).clone();
    match chance.below(18) {
        0 | 1 => Command::PickUp(project),
        2 => Command::Aim((!chance.once_in(4)).then_some(park)),
        3 => Command::AimBy(*chance.one(&[Step::Next, Step::Previous, Step::Down(3), Step::Up(3)])),
        4 => Command::LetGo,
        5 | 6 => Command::DropHeld,
        7 | 8 => Command::Place { project, park },
        9 => Command::Unplace(project),
        10 => Command::PinOrUnpin(project),
        11 if !ids.positions.is_empty() => Command::WithdrawPosition(chance.one(&ids.positions).clone()),
        11 | 12 => Command::Undo,
        13 => Command::Redo,
        14 => Command::ShowPlan(plan),
        15 if ids.plans.len() < 5 => Command::AddPlan { copy: chance.once_in(2) },
        15 => Command::RemovePlan(plan),
        16 => Command::RenamePlan { plan, name: (*chance.one::<&str>(&["", "甲", "a\u{202e}b"])).to_owned() },
        _ => Command::Select(
            chance.one(&[Selection::Nothing, Selection::Park(park), Selection::Project(project)]).clone(),
        ),
    }
}

#[test]
fn whatever_is_commanded_the_workbench_tells_the_truth() {
    let mut chance = Chance::new(0xbe9c);
    let start = fixture::sample();
    let mut bench = Workbench::on(start.clone(), Settings::default());
    let mut asked = 0;
    for _ in 0..COMMANDS {
        let command = any_command(&mut chance, &bench);
        let (scenario, revision) = (bench.scenario().clone(), bench.generation());
        bench.dispatch(command.clone());
        if bench.generation() == revision {
            assert_eq!(bench.scenario(), &scenario, "{command:?} changed something in secret");
        }
        if let Some(Question::Designate { roles, .. }) = bench.question().cloned() {
            asked += 1;
            let mut answers = vec![Answer::PlaceOnly, Answer::Cancel];
            answers.extend(roles.into_iter().map(Answer::Designate));
            bench.dispatch(Command::Answer(*chance.one(&answers)));
        }
        assert!(bench.question().is_none(), "{command:?} left a question");
        assert!(bench.scenario().plans.contains(bench.plan()));
        assert_eq!(bench.judgement(), &Judgement::of(bench.scenario(), bench.plan()), "after {command:?}");
        if let Some(held) = bench.held() {
            assert_eq!(held.previews.len(), bench.scenario().parks.len());
        }
    }
    assert!(asked > 20, "designating was asked for only {asked} times");
    while bench.undoable().is_some() {
        bench.dispatch(Command::Undo);
    }
    assert_eq!(bench.scenario(), &start);
    assert!(!bench.is_unsaved(), "at the start again there is nothing to save");
}

//! What a meeting decides: project by project, with the move that a decision means, and the register that follows.

use jiff::civil::{Date, date};
use parkboard::{
    evaluate::judgement::Judgement,
    io::{ron, settings::Settings},
    model::{
        edit::{Edit, EditError, apply, records::Records},
        fingerprint,
        id::RecordId,
        plan::{Decision, Resolution, Stance},
        project::{Project, RegisterStatus},
        quantity::Count,
        scenario::Scenario,
        support::Session,
        text::Text,
    },
    workbench::{
        Workbench,
        command::Command,
        sample,
        sessions::{Ruling, Summons},
    },
};

use crate::fixture::{City, in_each_city, park_id, plan_id, project_id, record_id};

in_each_city! {
    a_decision_to_place_moves_the_project_and_the_register_in_one_step;
    what_was_recommended_is_kept_when_the_meeting_decides_otherwise;
    held_and_returned_projects_leave_their_park_and_do_not_count_as_unplaced;
}

fn bench() -> Workbench {
    Workbench::on(sample::scenario(), Settings::default())
}

fn session() -> RecordId {
    record_id("2022-07-2")
}

fn ruling(project: &str, verdict: Resolution, park: Option<&str>) -> Ruling {
    Ruling {
        session: session(),
        project: project_id(project),
        verdict,
        park: park.map(park_id),
        reason: "会商一致".to_owned(),
        conditions: String::new(),
        owner: "市经信局".to_owned(),
        deadline: Some(date(2022, 9, 30)),
    }
}

fn status(scenario: &Scenario, project: &str) -> RegisterStatus {
    scenario.projects.get(&project_id(project)).unwrap().status
}

fn home(bench: &Workbench, project: &str) -> Option<String> {
    bench.judgement().facts().home(&project_id(project)).map(|(park, _)| park.to_string())
}

fn decision(here: &City, bench: &Workbench, project: &str) -> Option<Decision> {
    let key = (record_id(here.session), project_id(project));
    bench.scenario().decisions.get(&key).map(|it| Decision::clone(it))
}

fn ruling_in(here: &City, project: &str, verdict: Resolution, park: Option<&str>) -> Ruling {
    Ruling { session: record_id(here.session), ..ruling(project, verdict, park) }
}

fn a_decision_to_place_moves_the_project_and_the_register_in_one_step(here: &City) {
    let mut bench = Workbench::on(here.scenario(), Settings::default());
    let start = bench.scenario().clone();
    let before = status(&start, here.newcomer);
    assert_eq!((home(&bench, here.newcomer), status(&start, here.newcomer)), (None, before));
    bench.dispatch(Command::DecideOn(ruling_in(here, here.newcomer, Resolution::Place, Some(here.good))));
    assert_eq!(home(&bench, here.newcomer).as_deref(), Some(here.good));
    assert_eq!(status(bench.scenario(), here.newcomer), RegisterStatus::Placed);
    let decided = decision(here, &bench, here.newcomer).unwrap();
    assert_eq!(decided.recommended, Some(park_id(here.good)));
    assert_eq!(decided.before, Some(before));
    bench.dispatch(Command::Undo);
    assert!(*bench.scenario() == start, "one undo takes decision, move and register back");
    bench.dispatch(Command::Redo);
    assert_eq!(decision(here, &bench, here.newcomer), Some(decided));
}

fn what_was_recommended_is_kept_when_the_meeting_decides_otherwise(here: &City) {
    let mut bench = Workbench::on(here.scenario(), Settings::default());
    bench.dispatch(Command::DecideOn(ruling_in(here, here.newcomer, Resolution::Place, Some(here.also))));
    let decided = decision(here, &bench, here.newcomer).unwrap();
    assert_eq!((decided.park, decided.recommended), (Some(park_id(here.also)), Some(park_id(here.good))));
    let told = &bench.notice().unwrap().text;
    let park = here.park_name(here.good);
    assert!(told.zh.contains(&park.zh) && told.en.contains(&park.en), "{told:?}");
}

fn held_and_returned_projects_leave_their_park_and_do_not_count_as_unplaced(here: &City) {
    let mut bench = Workbench::on(here.scenario(), Settings::default());
    let before = bench.judgement().score().unplaced;
    bench.dispatch(Command::DecideOn(ruling_in(here, here.placed.0, Resolution::Hold, None)));
    assert_eq!((home(&bench, here.placed.0), status(bench.scenario(), here.placed.0)), (None, RegisterStatus::Held));
    assert_eq!(bench.judgement().score().unplaced, before, "taken out, but set aside");
    bench.dispatch(Command::DecideOn(ruling_in(here, here.newcomer, Resolution::Return, None)));
    assert_eq!(status(bench.scenario(), here.newcomer), RegisterStatus::Returned);
    assert_eq!(bench.judgement().score().unplaced, before + 1, "one that waited is set aside");
    assert!(*bench.judgement() == Judgement::of(bench.scenario(), bench.plan()));
}

#[test]
fn what_is_incomplete_or_forbidden_is_refused_and_changes_nothing() {
    let mut bench = bench();
    let start = bench.scenario().clone();
    let nameless = Ruling { reason: " ".to_owned(), ..ruling("T03", Resolution::Place, Some("fucheng")) };
    let vetoed = ruling("T04", Resolution::Place, Some("beichuan"));
    let wrong = [
        nameless,
        ruling("T03", Resolution::Conditional, Some("fucheng")),
        ruling("T03", Resolution::Place, None),
        ruling("T03", Resolution::Hold, Some("fucheng")),
        vetoed,
        Ruling { session: record_id("none"), ..ruling("T03", Resolution::Place, Some("fucheng")) },
        Ruling { deadline: Some(date(9999, 1, 1)), ..ruling("T03", Resolution::Place, Some("fucheng")) },
    ];
    for wrong in wrong {
        let told = format!("{wrong:?}");
        bench.dispatch(Command::DecideOn(wrong));
        assert!(*bench.scenario() == start, "{told}");
        assert!(bench.notice().is_some(), "{told}: the reason is told");
        bench.dispatch(Command::Dismiss);
    }
}

fn convene(id: &str, day: Date) -> Edit {
    Edit::Convene(Box::new(Session {
        id: record_id(id),
        name: Text::new(id, ""),
        date: day,
        chair: String::new(),
        offices: Vec::new(),
        frozen: None,
    }))
}

fn decide(session: &str, verdict: Resolution) -> Edit {
    let park = matches!(verdict, Resolution::Place | Resolution::Conditional).then(|| park_id("fucheng"));
    Edit::Decide(Box::new(Decision {
        session: record_id(session),
        project: project_id("T03"),
        verdict,
        park,
        reason: "会商一致".to_owned(),
        conditions: "补齐能评".to_owned(),
        owner: String::new(),
        deadline: None,
        recommended: None,
        before: None,
    }))
}

#[test]
fn the_register_says_what_the_last_session_decided_whatever_the_order_of_writing() {
    let mut scenario = sample::scenario();
    for edit in [
        convene("late", date(2022, 9, 1)),
        convene("early", date(2022, 8, 1)),
        decide("late", Resolution::Conditional),
        decide("early", Resolution::Hold),
    ] {
        apply(&mut scenario, &edit).unwrap();
    }
    assert_eq!(status(&scenario, "T03"), RegisterStatus::Conditional);
    assert_eq!(scenario.last_decision(&project_id("T03")).unwrap().session, record_id("late"));
    // The later one moves before the earlier one.
    let earlier =
        Session { date: date(2022, 7, 9), ..Session::clone(scenario.sessions.get(&record_id("late")).unwrap()) };
    apply(&mut scenario, &Edit::Convene(Box::new(earlier))).unwrap();
    assert_eq!(status(&scenario, "T03"), RegisterStatus::Held);
    let (session, project) = (record_id("early"), project_id("T03"));
    apply(&mut scenario, &Edit::TakeBack { session, project }).unwrap();
    assert_eq!(status(&scenario, "T03"), RegisterStatus::Conditional);
    apply(&mut scenario, &Edit::Cancel { session: record_id("late") }).unwrap();
    assert_eq!(status(&scenario, "T03"), RegisterStatus::InTalks, "as before the first decision");
    assert!(scenario.decisions.is_empty());
    let twice = apply(&mut scenario, &Edit::Cancel { session: record_id("late") });
    assert_eq!(twice, Err(EditError::NoSession(record_id("late"))));
}

#[test]
fn a_frozen_session_tells_what_has_changed_and_deciding_changes_no_input() {
    let mut bench = bench();
    bench.dispatch(Command::Freeze { session: session(), freezes: true });
    let frozen = bench.scenario().sessions.get(&session()).unwrap().frozen.clone().unwrap();
    assert_eq!((frozen.plan.as_str(), frozen.program.as_str()), ("A", env!("CARGO_PKG_VERSION")));
    bench.dispatch(Command::DecideOn(ruling("T03", Resolution::Place, Some("fucheng"))));
    bench.dispatch(Command::Opine {
        park: park_id("fucheng"),
        project: project_id("T03"),
        stance: Stance::WithConditions,
        reason: "须先供电".to_owned(),
    });
    assert_eq!(bench.scenario().opinions.len(), 1);
    assert_eq!(fingerprint::changed(&frozen, bench.scenario()), Vec::<String>::new());
    let mut after = bench.scenario().clone();
    let more = Project {
        jobs: Some(Count::from_steps(77)),
        ..Project::clone(after.projects.get(&project_id("T03")).unwrap())
    };
    let records = Records { projects: vec![more], ..Records::default() };
    apply(&mut after, &Edit::TakeIn(Box::new(records))).unwrap();
    let changed = fingerprint::changed(&frozen, &after);
    assert!(changed.contains(&"projects".to_owned()) && !changed.contains(&"parks".to_owned()), "{changed:?}");
    // Saved and opened, the session is frozen on the same.
    let text = ron::to_text(bench.scenario()).unwrap();
    let read = ron::scenario_from_text(std::path::Path::new("meeting.ron"), &text).unwrap();
    assert!(read == *bench.scenario());
    bench.dispatch(Command::Freeze { session: session(), freezes: false });
    assert_eq!(bench.scenario().sessions.get(&session()).unwrap().frozen, None);
}

#[test]
fn a_new_session_gets_a_free_id_and_keeps_its_other_language() {
    let mut bench = bench();
    let summons = Summons {
        session: None,
        name: "2022年8月会商".to_owned(),
        date: date(2022, 8, 5),
        chair: "市发改委".to_owned(),
        offices: vec!["市经信局".to_owned(), "财政局".to_owned()],
    };
    bench.dispatch(Command::Convene(summons.clone()));
    bench.dispatch(Command::Convene(summons.clone()));
    let ids: Vec<&str> = bench.scenario().sessions.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["2022-07-2", "S1", "S2"]);
    bench.dispatch(Command::SpeakChinese(false));
    let named = Summons { session: Some(record_id("S1")), name: "August".to_owned(), ..summons };
    bench.dispatch(Command::Convene(named));
    let name = &bench.scenario().sessions.get(&record_id("S1")).unwrap().name;
    assert_eq!((name.zh.as_str(), name.en.as_str()), ("2022年8月会商", "August"));
    bench.dispatch(Command::CancelSession(record_id("S2")));
    assert_eq!(bench.scenario().sessions.len(), 2);
    assert_eq!(bench.scenario().sessions_in_order().first().unwrap().id, record_id("S1"));
    assert!(bench.scenario().plans.contains(&plan_id("A")));
}

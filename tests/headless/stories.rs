//! What happens when a person does this, then that? Stories told in commands, asserted on the workbench: no window.

use std::{fs, path::Path};

use parkboard::{
    i18n,
    io::{ron, settings::Settings},
    model::{
        edit::Edit,
        industry::EnvironmentClass,
        park::{ParkLevel, Role},
        plan::PlanStatus,
        project::Project,
        scenario::Scenario,
    },
    rules::finding::State,
    workbench::{
        Selection, Workbench,
        command::{Command, Fresh},
        held::{Fit, Outlook, Step},
        question::{Answer, Question},
        receipt::{Way, Weight},
    },
};

use crate::fixture::{
    Build, Folder, city, industry, industry_id, park_id, plan_id, position_id, project_id, sample, sample_path,
};

/// A workbench on the sample with settings that are not kept.
fn bench() -> Workbench {
    Workbench::on(sample(), Settings::default())
}

fn place(project: &str, park: &str) -> Command {
    Command::Place { project: project_id(project), park: park_id(park) }
}

/// Where `project` stands in the plan that is shown.
fn home(bench: &Workbench, project: &str) -> Option<String> {
    bench.judgement().facts().home(&project_id(project)).map(|(park, _)| park.to_string())
}

/// The first line of the notice in Chinese; empty without one.
fn notice(bench: &Workbench) -> String {
    bench.notice().map(|it| it.text.zh.clone()).unwrap_or_default()
}

/// A workbench with one unsaved step: T20 in Fucheng.
fn changed() -> Workbench {
    let mut bench = bench();
    bench.dispatch(place("T20", "fucheng"));
    assert!(bench.is_unsaved());
    bench
}

/// Asserts that nothing is held, asked or told, and that the document is as `before`.
fn is_untouched(bench: &Workbench, before: &Scenario) {
    assert_eq!(bench.scenario(), before);
    assert!(!bench.is_unsaved());
    assert!(bench.undoable().is_none());
}

#[test]
fn picking_up_asks_every_park_and_letting_go_changes_nothing() {
    let mut bench = bench();
    bench.dispatch(Command::PickUp(project_id("T20")));
    let held = bench.held().unwrap();
    assert_eq!(held.previews.len(), 12);
    assert_eq!(bench.selection(), &Selection::Project(project_id("T20")));
    let says = |park: &str| &held.previews[&park_id(park)];
    assert_eq!((says("fucheng").outlook, &says("fucheng").fit), (Outlook::Good, &Fit::Covered(Role::Leading)));
    assert_eq!((says("jiangyou").outlook, &says("jiangyou").fit), (Outlook::Breaks, &Fit::Outside));
    let free = Fit::Free(vec![Role::Characteristic]);
    assert_eq!((says("zitong").outlook, &says("zitong").fit), (Outlook::Watch, &free));
    let broken: Vec<String> =
        says("jiangyou").effect.as_ref().unwrap().created.iter().map(|it| it.rule.to_string()).collect();
    assert_eq!(broken, ["carried-cap", "off-position", "output-per-mu"], "worst first, what policy lacks last");
    bench.dispatch(Command::Aim(Some(park_id("fucheng"))));
    bench.dispatch(Command::LetGo);
    assert!(bench.held().is_none());
    is_untouched(&bench, &sample());
    bench.dispatch(Command::PickUp(project_id("T20")));
    bench.dispatch(Command::DropHeld);
    assert!(bench.held().is_none(), "dropped beside every park");
    is_untouched(&bench, &sample());
}

#[test]
fn the_preview_of_a_placed_project_says_where_it_stands() {
    let mut bench = bench();
    bench.dispatch(Command::PickUp(project_id("T11")));
    let held = bench.held().unwrap();
    let here = &held.previews[&park_id("youxian")];
    assert_eq!((here.outlook, here.effect.is_none()), (Outlook::Here, true));
    let elsewhere: Vec<Outlook> =
        held.previews.iter().filter(|(park, _)| park.as_str() != "youxian").map(|(_, it)| it.outlook).collect();
    assert_eq!(elsewhere, [Outlook::Refused; 11], "it is pinned");
    assert_eq!(held.tally(), (0, 0, 11));
}

#[test]
fn a_lock_refuses_what_goes_in_or_out_before_it_is_dropped() {
    let mut bench = bench();
    bench.dispatch(place("T20", "fucheng"));
    bench.dispatch(Command::LockOrUnlock(park_id("jiangyou")));
    bench.dispatch(Command::PickUp(project_id("T20")));
    let at = |bench: &Workbench, park: &str| bench.held().unwrap().previews[&park_id(park)].clone();
    let into = at(&bench, "jiangyou");
    assert_eq!(into.outlook, Outlook::Refused);
    assert_eq!(into.refusal_word(), parkboard::i18n::words::LOCKED_STATE);
    let why = into.refusal(bench.scenario()).unwrap();
    assert!(why.zh.contains("已锁定") && why.english().contains("unlock"), "{why:?}");
    assert!(at(&bench, "youxian").barred.is_none(), "the others are not concerned");
    assert!(!bench.held().unwrap().ranked().contains(&park_id("jiangyou")));
    bench.dispatch(Command::Aim(Some(park_id("jiangyou"))));
    bench.dispatch(Command::DropHeld);
    assert_eq!(home(&bench, "T20").as_deref(), Some("fucheng"));
    assert_eq!(notice(&bench), why.zh, "the drop gives the reason that the preview gave");
    // Out of a locked park nothing goes either, wherever to.
    bench.dispatch(Command::LockOrUnlock(park_id("jiangyou")));
    bench.dispatch(Command::LockOrUnlock(park_id("fucheng")));
    bench.dispatch(Command::PickUp(project_id("T20")));
    let held = bench.held().unwrap();
    assert_eq!(held.ranked(), [park_id("fucheng")], "only where it stands");
    for (park, preview) in held.previews.iter() {
        let expected = if park.as_str() == "fucheng" { Outlook::Here } else { Outlook::Refused };
        assert_eq!(preview.outlook, expected, "{park}");
    }
}

#[test]
fn an_approved_plan_refuses_every_drop_before_it_happens() {
    let mut scenario = sample();
    let mut plan = scenario.plans.get(&scenario.active_plan).unwrap().as_ref().clone();
    plan.status = PlanStatus::Approved { on: scenario.as_of, by: "市政府".to_owned() };
    scenario.plans.insert(plan);
    let mut bench = Workbench::on(scenario, Settings::default());
    bench.dispatch(Command::PickUp(project_id("T20")));
    let held = bench.held().unwrap();
    assert!(held.previews.values().all(|it| it.outlook == Outlook::Refused));
    let preview = &held.previews[&park_id("jiangyou")];
    assert_eq!(preview.refusal_word(), parkboard::i18n::words::READ_ONLY_STATE);
    assert!(preview.refusal(bench.scenario()).unwrap().zh.contains("只读"));
}

#[test]
fn what_is_dropped_does_what_the_preview_said() {
    let mut bench = bench();
    bench.dispatch(Command::PickUp(project_id("T20")));
    bench.dispatch(Command::Aim(Some(park_id("jiangyou"))));
    let effect = bench.held().unwrap().previews[&park_id("jiangyou")].effect.clone().unwrap();
    bench.dispatch(Command::DropHeld);
    assert_eq!(home(&bench, "T20").as_deref(), Some("jiangyou"));
    assert_eq!(bench.judgement().score(), effect.after);
    assert_eq!(bench.judgement().of_park(&park_id("jiangyou")), effect.findings[&park_id("jiangyou")]);
    let receipt = bench.receipt().unwrap();
    assert_eq!((receipt.way, receipt.before, receipt.after), (Way::Done, effect.before, effect.after));
    let created: Vec<&str> = receipt.created.iter().map(|it| it.rule.as_str()).collect();
    assert_eq!((created, receipt.cured), (vec!["carried-cap", "off-position"], 0));
    assert!(bench.held().is_none() && bench.notice().is_none() && bench.is_unsaved());
}

#[test]
fn the_keyboard_walks_over_the_parks_in_their_order_and_stops_at_the_ends() {
    let mut bench = bench();
    let order: Vec<String> = bench.scenario().parks_in_order().iter().map(|park| park.id.to_string()).collect();
    assert_eq!(order[0], "gaoxin");
    bench.dispatch(Command::AimBy(Step::Next));
    assert!(bench.held().is_none(), "nothing is held");
    bench.dispatch(Command::PickUp(project_id("T20")));
    for (step, at) in [
        (Step::Next, 0),
        (Step::Previous, 0),
        (Step::Up(4), 0),
        (Step::Next, 1),
        (Step::Down(4), 5),
        (Step::Down(4), 9),
        (Step::Down(4), 9),
        (Step::Next, 10),
        (Step::Next, 11),
        (Step::Next, 11),
        (Step::Up(4), 7),
    ] {
        bench.dispatch(Command::AimBy(step));
        let over = bench.held().unwrap().over.as_ref().unwrap().to_string();
        assert_eq!(over, order[at], "{step:?}");
    }
    bench.dispatch(Command::DropHeld);
    assert!(home(&bench, "T20").is_some() || bench.question().is_some());
}

#[test]
fn a_blocked_drop_is_refused_with_the_rule_the_clause_and_the_cure() {
    let mut bench = bench();
    bench.dispatch(place("T04", "zitong"));
    is_untouched(&bench, &sample());
    let told = bench.notice().unwrap();
    assert_eq!(told.weight, Weight::Warning);
    assert!(told.text.zh.starts_with("T04 不可放入梓潼经开区：化工园区"), "{}", told.text.zh);
    assert!(told.text.en.starts_with("T04 is not allowed in Zitong: Chemical park"), "{}", told.text.en);
    assert_eq!(told.details.len(), 2, "clause and cure");
    assert_eq!(told.details[1].zh, "移至已认定的化工园区");
    assert!(bench.receipt().is_none() && bench.question().is_none() && bench.held().is_none());
    bench.dispatch(Command::Dismiss);
    assert!(bench.notice().is_none());
}

#[test]
fn a_pinned_project_neither_moves_nor_returns_to_the_queue_until_it_is_unpinned() {
    let mut bench = bench();
    // No other park has a licensed site, which is told first: it would not go there unpinned either.
    for (command, why) in [(place("T11", "gaoxin"), "辐射"), (Command::Unplace(project_id("T11")), "钉住")] {
        bench.dispatch(command);
        is_untouched(&bench, &sample());
        assert!(notice(&bench).contains(why), "{}", notice(&bench));
    }
    bench.dispatch(Command::PinOrUnpin(project_id("T11")));
    assert_eq!(bench.undoable().unwrap().zh, "取消钉住 T11 放射性药物研发生产基地");
    assert!(bench.notice().is_none(), "a step that works takes the notice away");
    bench.dispatch(Command::Unplace(project_id("T11")));
    assert_eq!(home(&bench, "T11"), None);
    bench.dispatch(Command::PinOrUnpin(project_id("T11")));
    assert!(notice(&bench).contains("尚未布局"), "{}", notice(&bench));
    bench.dispatch(Command::Undo);
    assert_eq!(home(&bench, "T11").as_deref(), Some("youxian"));
    bench.dispatch(Command::PinOrUnpin(project_id("T11")));
    assert!(bench.scenario().pin(&plan_id("A"), &project_id("T11")).is_some());
}

#[test]
fn what_does_not_exist_is_left_alone() {
    let mut bench = bench();
    for command in [
        Command::PickUp(project_id("T99")),
        place("T99", "zitong"),
        Command::Unplace(project_id("T99")),
        Command::Unplace(project_id("T20")),
        place("T01", "fucheng"),
        Command::Undo,
        Command::Redo,
        Command::DropHeld,
        Command::Aim(Some(park_id("zitong"))),
        Command::ShowPlan(plan_id("Z")),
        Command::ShowPlan(plan_id("A")),
        Command::Answer(Answer::Save),
        Command::Answer(Answer::Designate(Role::Leading)),
    ] {
        bench.dispatch(command.clone());
        is_untouched(&bench, &sample());
        assert!(bench.held().is_none() && bench.question().is_none() && !bench.is_busy(), "{command:?}");
    }
    for command in [
        place("T20", "nowhere"),
        Command::WithdrawPosition(position_id("nothing")),
        Command::RemovePlan(plan_id("Z")),
        Command::OpenFirst(plan_id("A")),
        Command::OpenFirst(plan_id("Z")),
    ] {
        bench.dispatch(Command::Dismiss);
        bench.dispatch(command.clone());
        is_untouched(&bench, &sample());
        assert!(bench.notice().is_some(), "{command:?}");
    }
}

#[test]
fn a_new_industry_on_a_free_slot_asks_whether_to_designate_it() {
    let ask = || {
        let mut bench = bench();
        bench.dispatch(place("T20", "zitong"));
        is_untouched(&bench, &sample());
        let expected = Question::Designate {
            projects: vec![project_id("T20")],
            park: park_id("zitong"),
            industry: industry_id("automotive-electronics"),
            roles: vec![Role::Characteristic],
        };
        assert_eq!(bench.question(), Some(&expected));
        bench
    };
    let positions = |bench: &Workbench| bench.judgement().facts().park(&park_id("zitong")).unwrap().positions.len();
    let state = |bench: &Workbench, rule: &str| {
        let findings = bench.judgement().of_park(&park_id("zitong"));
        findings.iter().filter(|it| it.rule.as_str() == rule).map(|it| it.state).min().unwrap()
    };

    let mut designated = ask();
    designated.dispatch(Command::Answer(Answer::Designate(Role::Characteristic)));
    assert_eq!((home(&designated, "T20").as_deref(), positions(&designated)), (Some("zitong"), 4));
    assert_eq!(state(&designated, "off-position"), State::Holds);
    assert_eq!(designated.undoable().unwrap().zh, "T20 汽车电子精密结构件加工 → 梓潼经开区");
    designated.dispatch(Command::Undo);
    assert_eq!((home(&designated, "T20"), positions(&designated)), (None, 3), "one step for both");
    is_untouched(&designated, &sample());

    let mut only_placed = ask();
    only_placed.dispatch(Command::Answer(Answer::PlaceOnly));
    assert_eq!((home(&only_placed, "T20").as_deref(), positions(&only_placed)), (Some("zitong"), 3));
    assert_eq!(state(&only_placed, "off-position"), State::Broken);
    assert_eq!(state(&only_placed, "carried-cap"), State::Holds, "it takes the free slot");

    let mut cancelled = ask();
    cancelled.dispatch(Command::Answer(Answer::Cancel));
    assert!(cancelled.question().is_none());
    is_untouched(&cancelled, &sample());
}

#[test]
fn an_industry_whose_name_begins_with_a_bracket_can_be_designated() {
    let mut city = city();
    city.park("here", ParkLevel::National, "80");
    let mut odd = industry("odd", EnvironmentClass::E1);
    odd.name.zh = "（新）材料".into();
    city.industries.insert(odd);
    city.project("P1", "odd", "7.5");
    let mut bench = Workbench::on(city, Settings::default());
    bench.dispatch(place("P1", "here"));
    bench.dispatch(Command::Answer(Answer::Designate(Role::Leading)));
    assert_eq!(home(&bench, "P1").as_deref(), Some("here"), "{}", notice(&bench));
}

#[test]
fn undo_and_redo_name_their_steps_in_both_languages() {
    let mut bench = changed();
    bench.dispatch(place("T20", "anzhou"));
    bench.dispatch(Command::Unplace(project_id("T20")));
    bench.dispatch(Command::WithdrawPosition(position_id("zitong-C1")));
    let project = bench.scenario().projects.get(&project_id("T20")).map(|it| Project::clone(it)).unwrap().name;
    let expected = [
        ("撤回梓潼经开区定位「饲料」".to_owned(), "Zitong: withdraw position \"Feed\"".to_owned()),
        (format!("T20 {} → 待布局", project.zh), format!("T20 {} → unplaced", project.en)),
        (format!("T20 {} → 安州高新区", project.zh), format!("T20 {} → Anzhou", project.en)),
        (format!("T20 {} → 涪城工业园区", project.zh), format!("T20 {} → Fucheng", project.en)),
    ];
    for (zh, en) in &expected {
        let name = bench.undoable().unwrap();
        assert_eq!((&name.zh, &name.en), (zh, en));
        bench.dispatch(Command::Undo);
        assert_eq!(&bench.redoable().unwrap().zh, zh);
        assert_eq!(bench.receipt().unwrap().way, Way::Undone);
    }
    is_untouched(&bench, &sample());
    for (zh, _) in expected.iter().rev() {
        assert_eq!(&bench.redoable().unwrap().zh, zh);
        bench.dispatch(Command::Redo);
        assert_eq!(bench.receipt().unwrap().way, Way::Redone);
    }
    assert!(bench.redoable().is_none() && bench.is_unsaved());
    bench.dispatch(Command::Undo);
    bench.dispatch(place("T20", "fucheng"));
    assert!(bench.redoable().is_none(), "a new step forgets the future");
}

#[test]
fn a_change_puts_back_what_is_held() {
    let mut bench = changed();
    bench.dispatch(Command::PickUp(project_id("T03")));
    bench.dispatch(Command::Undo);
    assert!(bench.held().is_none(), "what the parks said is no longer true");
    bench.dispatch(Command::PickUp(project_id("T03")));
    bench.dispatch(Command::ShowPlan(plan_id("B")));
    assert!(bench.held().is_none());
}

#[test]
fn saving_asks_where_and_undo_to_the_saved_state_is_saved() {
    let folder = Folder::new();
    let mut bench = changed();
    bench.dispatch(Command::Save);
    assert_eq!(bench.question(), Some(&Question::WhereToSave { then: None }));
    bench.dispatch(Command::SaveTo(folder.path("会商")));
    assert!(bench.is_busy());
    bench.settle();
    let path = folder.path("会商.ron");
    assert_eq!(bench.path(), Some(path.as_path()), "an ending is added");
    assert!(!bench.is_unsaved() && bench.question().is_none() && !bench.is_busy());
    assert_eq!(notice(&bench), "已保存 会商.ron");
    assert_eq!(&ron::read_scenario(&path).unwrap(), bench.scenario());
    bench.dispatch(place("T20", "anzhou"));
    assert!(bench.is_unsaved());
    bench.dispatch(Command::Undo);
    assert!(!bench.is_unsaved(), "back at what stands in the file");
    bench.dispatch(Command::Undo);
    assert!(bench.is_unsaved(), "before what stands in the file");
    bench.dispatch(Command::Redo);
    assert!(!bench.is_unsaved());
    bench.dispatch(place("T20", "anzhou"));
    bench.dispatch(Command::Save);
    bench.settle();
    assert!(!bench.is_unsaved());
    assert_eq!(&ron::read_scenario(&path).unwrap(), bench.scenario());
    assert_eq!(bench.settings().recent, [path]);
}

#[test]
fn an_edit_during_a_save_stays_unsaved() {
    let folder = Folder::new();
    let mut bench = changed();
    let saved = bench.scenario().clone();
    bench.dispatch(Command::SaveTo(folder.path("a.ron")));
    bench.dispatch(place("T20", "anzhou"));
    bench.settle();
    assert!(bench.is_unsaved());
    assert_eq!(ron::read_scenario(&folder.path("a.ron")).unwrap(), saved);
}

#[test]
fn of_many_saves_in_a_row_the_last_one_stands_in_the_file() {
    let folder = Folder::new();
    let mut bench = bench();
    let path = folder.path("a.ron");
    for _ in 0..6 {
        for park in ["fucheng", "anzhou"] {
            bench.dispatch(place("T20", park));
            bench.dispatch(Command::SaveTo(path.clone()));
        }
    }
    bench.settle();
    assert!(!bench.is_unsaved());
    assert_eq!(&ron::read_scenario(&path).unwrap(), bench.scenario());
}

#[test]
fn a_save_that_fails_leaves_the_document_unsaved_and_says_why() {
    let folder = Folder::new();
    let mut bench = changed();
    bench.dispatch(Command::SaveTo(folder.path("none").join("a.ron")));
    bench.settle();
    assert!(bench.is_unsaved() && bench.path().is_none());
    assert!(notice(&bench).contains("文件夹不存在"), "{}", notice(&bench));
    assert_eq!(bench.notice().unwrap().weight, Weight::Warning);
    bench.dispatch(Command::Quit);
    bench.dispatch(Command::Answer(Answer::Save));
    bench.dispatch(Command::SaveTo(folder.path("none").join("a.ron")));
    bench.settle();
    assert!(!bench.is_closing(), "what could not be saved is not lost by closing");
}

#[test]
fn quitting_asks_when_something_is_unsaved() {
    let folder = Folder::new();
    let mut plain = bench();
    plain.dispatch(Command::Quit);
    assert!(plain.is_closing() && plain.question().is_none());

    let ask = || {
        let mut bench = changed();
        bench.dispatch(Command::PickUp(project_id("T03")));
        bench.dispatch(Command::Quit);
        assert_eq!(bench.question(), Some(&Question::Unsaved { then: Box::new(Command::Quit) }));
        assert!(!bench.is_closing() && bench.held().is_none());
        bench
    };
    let mut cancelled = ask();
    cancelled.dispatch(Command::Answer(Answer::Cancel));
    assert!(!cancelled.is_closing() && cancelled.is_unsaved() && cancelled.question().is_none());

    let mut discarded = ask();
    discarded.dispatch(Command::Answer(Answer::Discard));
    assert!(discarded.is_closing());

    let mut saved = ask();
    saved.dispatch(Command::Answer(Answer::Save));
    assert_eq!(saved.question(), Some(&Question::WhereToSave { then: Some(Box::new(Command::Quit)) }));
    assert!(!saved.is_closing());
    saved.dispatch(Command::SaveTo(folder.path("a.ron")));
    assert!(!saved.is_closing(), "not before it is saved");
    saved.settle();
    assert!(saved.is_closing());
    assert_eq!(
        home(&Workbench::on(ron::read_scenario(&folder.path("a.ron")).unwrap(), Settings::default()), "T20").as_deref(),
        Some("fucheng")
    );
}

#[test]
fn quitting_waits_for_a_save_that_is_under_way() {
    let folder = Folder::new();
    let mut bench = changed();
    bench.dispatch(Command::SaveTo(folder.path("a.ron")));
    bench.dispatch(Command::Quit);
    assert!(bench.is_closing() && bench.question().is_none());
    assert_eq!(&ron::read_scenario(&folder.path("a.ron")).unwrap(), bench.scenario());
}

#[test]
fn opening_replaces_the_document_and_broken_files_do_not() {
    let folder = Folder::new();
    let mut bench = bench();
    let broken = folder.file("broken.ron", "(schema: 1");
    bench.dispatch(Command::Open(broken));
    bench.settle();
    is_untouched(&bench, &sample());
    assert!(bench.path().is_none() && bench.settings().recent.is_empty());
    assert!(notice(&bench).starts_with("无法打开"));
    assert_eq!(bench.notice().unwrap().details.len(), 1);
    assert!(bench.notice().unwrap().details[0].zh.starts_with("1:"), "the place comes first");

    let generation = bench.generation();
    let path = folder.file("city.ron", ron::to_text(&city()).unwrap());
    bench.dispatch(Command::Open(path.clone()));
    bench.settle();
    is_untouched(&bench, &city());
    assert_eq!(bench.path(), Some(path.as_path()));
    assert_ne!(bench.generation(), generation);
    assert!(bench.notice().is_none(), "the notice was about the other file");
    assert_eq!(bench.settings().recent, [path]);
}

#[test]
fn a_file_full_of_problems_is_told_in_a_dozen_lines() {
    let folder = Folder::new();
    let text = fs::read_to_string(sample_path()).unwrap();
    let unknown = text.replace("premises: own_land, seq: ", "premises: own_land, seq: 0");
    let many = unknown.replace("(plan: \"A\", project: \"T0", "(plan: \"A\", project: \"U0");
    let mut bench = bench();
    bench.dispatch(Command::Open(folder.file("many.ron", many)));
    bench.settle();
    let told = bench.notice().unwrap();
    assert!(told.details.len() <= 13 && told.details.len() > 1);
    is_untouched(&bench, &sample());
}

#[test]
fn an_approval_that_findings_bar_is_told_on_opening() {
    let folder = Folder::new();
    let text = fs::read_to_string(sample_path()).unwrap();
    let draft = "name: (zh: \"稳妥\", en: \"Steady\"), status: draft";
    let blank = "name: (zh: \"空白\", en: \"Blank slate\"), status: draft";
    assert!(text.contains(draft) && text.contains(blank));
    let approve = |text: &str, plan: &str| {
        text.replace(plan, &plan.replace("draft", "approved(on: \"2022-07-08\", by: \"市办\")"))
    };
    let mut bench = bench();
    bench.dispatch(Command::Open(folder.file("approved.ron", approve(&text, draft))));
    bench.settle();
    let told = bench.notice().unwrap();
    assert_eq!(told.weight, Weight::Warning);
    assert!(told.text.zh.starts_with("方案 A 已批准，但有 1 个法定问题未消除"), "{told:?}");
    assert!(told.text.en.starts_with("Plan A is approved, legal findings open: 1"), "{told:?}");
    assert_eq!(told.details.len(), 1);
    assert!(
        told.details[0].zh.starts_with("化工园区：") && told.details[0].en.starts_with("Chemical park: "),
        "{told:?}"
    );
    assert!(!bench.is_unsaved() && bench.undoable().is_none(), "telling changes nothing");
    bench.dispatch(Command::Dismiss);
    bench.dispatch(Command::Open(folder.file("fine.ron", approve(&text, blank))));
    bench.settle();
    assert_eq!(bench.notice(), None, "nothing bars the blank plan");
    bench.dispatch(Command::Open(sample_path()));
    bench.settle();
    assert_eq!(bench.notice(), None, "a draft is not approved");
}

#[test]
fn opening_over_unsaved_work_asks_and_a_broken_file_leaves_the_work_unsaved() {
    let folder = Folder::new();
    let mut bench = changed();
    let work = bench.scenario().clone();
    let missing = folder.path("missing.ron");
    bench.dispatch(Command::Open(missing.clone()));
    assert_eq!(bench.question(), Some(&Question::Unsaved { then: Box::new(Command::Open(missing)) }));
    assert!(!bench.is_busy(), "nothing is read before the answer");
    bench.dispatch(Command::Answer(Answer::Discard));
    bench.settle();
    assert_eq!(bench.scenario(), &work);
    assert!(bench.is_unsaved(), "the file could not be opened, so nothing was discarded");
    bench.dispatch(Command::Quit);
    assert!(!bench.is_closing() && bench.question().is_some());
    bench.dispatch(Command::Answer(Answer::Cancel));

    let path = folder.file("city.ron", ron::to_text(&city()).unwrap());
    bench.dispatch(Command::Open(path.clone()));
    bench.dispatch(Command::Answer(Answer::Discard));
    bench.settle();
    is_untouched(&bench, &city());
    assert_eq!(bench.path(), Some(path.as_path()));
}

#[test]
fn saving_first_and_then_opening() {
    let folder = Folder::new();
    let mut bench = changed();
    let work = bench.scenario().clone();
    let (mine, other) = (folder.path("mine.ron"), folder.file("city.ron", ron::to_text(&city()).unwrap()));
    bench.dispatch(Command::Open(other.clone()));
    bench.dispatch(Command::Answer(Answer::Save));
    bench.dispatch(Command::SaveTo(mine.clone()));
    bench.settle();
    assert_eq!(ron::read_scenario(&mine).unwrap(), work);
    is_untouched(&bench, &city());
    assert_eq!(bench.settings().recent, [other, mine]);
}

#[test]
fn work_done_while_a_file_is_read_is_not_lost() {
    let folder = Folder::new();
    let path = folder.file("city.ron", ron::to_text(&city()).unwrap());
    let mut bench = bench();
    bench.dispatch(Command::Open(path.clone()));
    bench.dispatch(place("T20", "fucheng"));
    bench.settle();
    assert_eq!(home(&bench, "T20").as_deref(), Some("fucheng"));
    assert_eq!(bench.question(), Some(&Question::Unsaved { then: Box::new(Command::Open(path)) }));
    bench.dispatch(Command::Answer(Answer::Discard));
    bench.settle();
    is_untouched(&bench, &city());
}

#[test]
fn a_save_that_ends_after_another_document_was_begun_does_not_claim_that_one() {
    let folder = Folder::new();
    let path = folder.path("work.ron");
    let mut bench = changed();
    let work = bench.scenario().clone();
    bench.dispatch(Command::SaveTo(path.clone()));
    bench.dispatch(Command::New(Fresh::Sample));
    bench.dispatch(Command::Answer(Answer::Discard));
    bench.settle();
    is_untouched(&bench, &sample());
    assert_eq!(bench.path(), None, "the new document has no file");
    assert_eq!(ron::read_scenario(&path).unwrap(), work);
    bench.dispatch(place("T20", "anzhou"));
    bench.dispatch(Command::Save);
    assert_eq!(bench.question(), Some(&Question::WhereToSave { then: None }));
    assert_eq!(ron::read_scenario(&path).unwrap(), work, "and does not overwrite the other one's");
}

#[test]
fn new_documents_begin_clean() {
    let mut bench = changed();
    bench.dispatch(Command::New(Fresh::SameBase));
    assert_eq!(bench.question(), Some(&Question::Unsaved { then: Box::new(Command::New(Fresh::SameBase)) }));
    bench.dispatch(Command::Answer(Answer::Discard));
    let base = bench.scenario().clone();
    let original = sample();
    assert_eq!((&base.parks, &base.projects, &base.rules), (&original.parks, &original.projects, &original.rules));
    assert!(base.placements.is_empty() && base.pins.is_empty() && base.waivers.is_empty());
    assert_eq!((base.plans.len(), bench.judgement().facts().placed()), (1, 0));
    assert!(!bench.is_unsaved() && bench.undoable().is_none() && bench.selection() == &Selection::Nothing);
    bench.dispatch(Command::New(Fresh::Blank));
    let blank = bench.scenario().clone();
    assert!(blank.parks.is_empty() && blank.projects.is_empty());
    assert_eq!(blank.rules, original.rules);
    bench.dispatch(Command::New(Fresh::Sample));
    is_untouched(&bench, &original);
    for document in [base, blank, original] {
        let text = ron::to_text(&document).unwrap();
        assert_eq!(ron::scenario_from_text(Path::new("new.ron"), &text), Ok(document), "it can be saved");
    }
}

#[test]
fn plans_are_added_copied_renamed_and_removed() {
    let mut bench = bench();
    bench.dispatch(Command::AddPlan { copy: true });
    assert_eq!(bench.plan(), &plan_id("C"), "the next free letter, and it is shown");
    assert_eq!(bench.judgement().facts().placed(), 11);
    assert!(bench.scenario().pin(&plan_id("C"), &project_id("T11")).is_some());
    assert_eq!(bench.undoable().unwrap().zh, "新建方案 C 副本");
    bench.dispatch(place("T20", "fucheng"));
    assert_eq!(bench.judgement().facts().placed(), 12);
    bench.dispatch(Command::ShowPlan(plan_id("A")));
    assert_eq!(bench.judgement().facts().placed(), 11, "a copy is a plan of its own");
    bench.dispatch(Command::AddPlan { copy: false });
    assert_eq!((bench.plan(), bench.judgement().facts().placed()), (&plan_id("D"), 0));
    let name = |bench: &Workbench| bench.scenario().plans.get(&plan_id("D")).unwrap().name.clone();
    bench.dispatch(Command::RenamePlan { plan: plan_id("D"), name: "  进取 ".into() });
    assert_eq!((name(&bench).zh.as_str(), name(&bench).en.as_str()), ("进取", "Blank"));
    bench.dispatch(Command::SpeakChinese(false));
    bench.dispatch(Command::RenamePlan { plan: plan_id("D"), name: "Bold".into() });
    assert_eq!((name(&bench).zh.as_str(), name(&bench).en.as_str()), ("进取", "Bold"));
    let before = bench.scenario().clone();
    bench.dispatch(Command::RenamePlan { plan: plan_id("D"), name: "a\u{202e}b".into() });
    assert!(bench.notice().unwrap().text.en.contains("U+202E"));
    bench.dispatch(Command::SpeakChinese(true));
    bench.dispatch(Command::RenamePlan { plan: plan_id("D"), name: "   ".into() });
    assert_eq!(notice(&bench), "名称不能为空");
    assert_eq!(bench.scenario(), &before);
    bench.dispatch(Command::RemovePlan(plan_id("D")));
    assert!(!bench.scenario().plans.contains(&plan_id("D")));
    assert_eq!(bench.plan(), &plan_id("A"), "the one that opens first is shown instead");
    bench.dispatch(Command::Undo);
    assert!(bench.scenario().plans.contains(&plan_id("D")));
    for id in ["B", "C", "D"] {
        bench.dispatch(Command::RemovePlan(plan_id(id)));
    }
    bench.dispatch(Command::RemovePlan(plan_id("A")));
    assert_eq!(notice(&bench), "最后一个方案不能删除");
    assert_eq!(bench.scenario().plans.len(), 1);
}

#[test]
fn undo_turns_to_the_plan_in_which_it_shows() {
    let mut bench = changed();
    bench.dispatch(Command::ShowPlan(plan_id("B")));
    assert_eq!(bench.plan(), &plan_id("B"));
    bench.dispatch(Command::Undo);
    assert_eq!((bench.plan(), home(&bench, "T20")), (&plan_id("A"), None));
    bench.dispatch(Command::ShowPlan(plan_id("B")));
    bench.dispatch(Command::Redo);
    assert_eq!((bench.plan(), home(&bench, "T20").as_deref()), (&plan_id("A"), Some("fucheng")));
    bench.dispatch(Command::AddPlan { copy: true });
    bench.dispatch(Command::Undo);
    assert_eq!(bench.plan(), &plan_id("A"), "the plan that was shown is gone");
}

#[test]
fn opening_first_changes_the_document_and_not_what_is_shown() {
    let mut bench = bench();
    bench.dispatch(Command::OpenFirst(plan_id("B")));
    assert_eq!((&bench.scenario().active_plan, bench.plan()), (&plan_id("B"), &plan_id("A")));
    bench.dispatch(Command::OpenFirst(plan_id("B")));
    assert_eq!(bench.notice().unwrap().weight, Weight::News);
    bench.dispatch(Command::Undo);
    is_untouched(&bench, &sample());
}

#[test]
fn an_approved_plan_is_read_only_until_it_is_copied() {
    let mut scenario = sample();
    let mut plan = scenario.plans.remove(&plan_id("A")).map(|it| (*it).clone()).unwrap();
    plan.status = PlanStatus::Approved { on: jiff::civil::date(2022, 7, 8), by: "office".into() };
    scenario.plans.insert(plan);
    let mut bench = Workbench::on(scenario.clone(), Settings::default());
    for command in [
        place("T20", "fucheng"),
        Command::Unplace(project_id("T01")),
        Command::PinOrUnpin(project_id("T01")),
        Command::WithdrawPosition(position_id("zitong-C1")),
        Command::RenamePlan { plan: plan_id("A"), name: "别名".into() },
    ] {
        bench.dispatch(Command::Dismiss);
        bench.dispatch(command);
        is_untouched(&bench, &scenario);
        assert_eq!(notice(&bench), "方案 A 已批准，只读；请复制后再改");
    }
    bench.dispatch(Command::AddPlan { copy: true });
    bench.dispatch(place("T20", "fucheng"));
    assert_eq!(home(&bench, "T20").as_deref(), Some("fucheng"));
}

#[test]
fn settings_change_and_are_not_kept_by_tests() {
    let kept = Settings::load();
    let mut bench = bench();
    let generation = bench.generation();
    bench.dispatch(Command::SpeakChinese(false));
    bench.dispatch(Command::Darken(true));
    for (asked, zoom) in [(1.25, 1.25), (9.0, 2.0), (0.1, 0.8)] {
        bench.dispatch(Command::Zoom(asked));
        assert!((bench.settings().zoom - zoom).abs() < f32::EPSILON);
    }
    assert!(!bench.settings().chinese && bench.settings().dark);
    assert_eq!(bench.generation(), generation, "the document is as it was");
    is_untouched(&bench, &sample());
    assert_eq!(Settings::load(), kept);
    for number in 0..20 {
        let mut settings = Settings::default();
        (0..=number).for_each(|nth| settings.remember(format!("{nth}.ron").into()));
        settings.remember("0.ron".into());
        assert_eq!(settings.recent[0], Path::new("0.ron"));
        assert!(settings.recent.len() <= 12 && settings.recent.len() == (number + 1).min(12));
    }
}

#[test]
fn a_file_whose_order_of_placing_is_used_up_takes_no_further_move() {
    let mut scenario = sample();
    let key = (plan_id("A"), project_id("T01"));
    let mut placement = scenario.placements.remove(&key).map(|it| (*it).clone()).unwrap();
    placement.seq = 1_000_000_000;
    scenario.placements.insert(placement);
    let text = ron::to_text(&scenario).unwrap();
    assert!(ron::scenario_from_text(Path::new("used-up.ron"), &text).is_ok());
    let mut bench = Workbench::on(scenario.clone(), Settings::default());
    bench.dispatch(place("T20", "fucheng"));
    is_untouched(&bench, &scenario);
    assert_eq!(notice(&bench), "编号已用尽");
}

#[test]
fn every_edit_has_a_name_in_both_languages() {
    let scenario = sample();
    let plan = || plan_id("A");
    let waiver = (**scenario.waivers.iter().next().unwrap()).clone();
    let edits = [
        Edit::Place { plan: plan(), project: project_id("T20"), park: park_id("zitong"), premises: None },
        Edit::Unplace { plan: plan(), project: project_id("T20") },
        Edit::Pin { plan: plan(), project: project_id("T20") },
        Edit::Unpin { plan: plan(), project: project_id("T20") },
        Edit::Designate {
            plan: plan(),
            park: park_id("zitong"),
            role: Role::Leading,
            name: crate::fixture::name("new"),
            industries: vec![industry_id("laser")],
        },
        Edit::Withdraw { plan: plan(), position: position_id("zitong-C1") },
        Edit::RevokeWaiver {
            plan: plan(),
            rule: waiver.rule.clone(),
            park: waiver.park.clone(),
            subject: waiver.subject.clone(),
        },
        Edit::Waive(waiver),
        Edit::AddPlan { plan: plan_id("C"), name: crate::fixture::name("C"), from: None },
        Edit::RenamePlan { plan: plan(), name: crate::fixture::name("C") },
        Edit::RemovePlan { plan: plan() },
        Edit::ActivatePlan { plan: plan_id("B") },
        Edit::Retitle { title: crate::fixture::name("C") },
        Edit::Together(vec![Edit::Unplace { plan: plan(), project: project_id("T01") }]),
    ];
    let mut names: Vec<(String, String)> = Vec::new();
    for edit in &edits {
        let name = i18n::edit::label(&scenario, edit);
        assert!(!name.zh.is_empty() && !name.en.is_empty(), "{edit:?}");
        names.push((name.zh, name.en));
    }
    names.sort();
    names.dedup();
    assert_eq!(names.len(), edits.len(), "no two are called the same");
}

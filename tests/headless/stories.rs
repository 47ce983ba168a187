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
        scenario::Scenario,
        text::Text,
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
    Build, City, Folder, MIANYANG, city, in_each_city, industry, industry_id, park_id, plan_id, position_id,
    project_id, rule_id,
};

in_each_city! {
    picking_up_asks_every_park_and_letting_go_changes_nothing;
    the_preview_of_a_placed_project_says_where_it_stands;
    a_lock_refuses_what_goes_in_or_out_before_it_is_dropped;
    an_approved_plan_refuses_every_drop_before_it_happens;
    what_is_dropped_does_what_the_preview_said;
    the_keyboard_walks_over_the_parks_in_their_order_and_stops_at_the_ends;
    a_blocked_drop_is_refused_with_the_rule_the_clause_and_the_cure;
    a_pinned_project_neither_moves_nor_returns_to_the_queue_until_it_is_unpinned;
    what_does_not_exist_is_left_alone;
    a_new_industry_on_a_free_slot_asks_whether_to_designate_it;
    undo_and_redo_name_their_steps_in_both_languages;
    a_change_puts_back_what_is_held;
    saving_asks_where_and_undo_to_the_saved_state_is_saved;
    an_edit_during_a_save_stays_unsaved;
    of_many_saves_in_a_row_the_last_one_stands_in_the_file;
    a_save_that_fails_leaves_the_document_unsaved_and_says_why;
    quitting_asks_when_something_is_unsaved;
    quitting_waits_for_a_save_that_is_under_way;
    opening_replaces_the_document_and_broken_files_do_not;
    a_file_full_of_problems_is_told_in_a_dozen_lines;
    an_approval_that_findings_bar_is_told_on_opening;
    opening_over_unsaved_work_asks_and_a_broken_file_leaves_the_work_unsaved;
    saving_first_and_then_opening;
    work_done_while_a_file_is_read_is_not_lost;
    a_save_that_ends_after_another_document_was_begun_does_not_claim_that_one;
    new_documents_begin_clean;
    plans_are_added_copied_renamed_and_removed;
    undo_turns_to_the_plan_in_which_it_shows;
    opening_first_changes_the_document_and_not_what_is_shown;
    an_approved_plan_is_read_only_until_it_is_copied;
    settings_change_and_are_not_kept_by_tests;
    a_file_whose_order_of_placing_is_used_up_takes_no_further_move;
    every_edit_has_a_name_in_both_languages;
}

/// A workbench on a city with settings that are not kept.
fn bench_of(here: &City) -> Workbench {
    Workbench::on(here.scenario(), Settings::default())
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

/// A workbench with one unsaved step: the newcomer where its sub-sector leads.
fn changed(here: &City) -> Workbench {
    let mut bench = bench_of(here);
    bench.dispatch(place(here.newcomer, here.good));
    assert!(bench.is_unsaved());
    bench
}

/// Asserts that nothing is held, asked or told, and that the document is as `before`.
fn is_untouched(bench: &Workbench, before: &Scenario) {
    assert_eq!(bench.scenario(), before);
    assert!(!bench.is_unsaved());
    assert!(bench.undoable().is_none());
}

fn picking_up_asks_every_park_and_letting_go_changes_nothing(here: &City) {
    let mut bench = bench_of(here);
    bench.dispatch(Command::PickUp(project_id(here.newcomer)));
    let held = bench.held().unwrap();
    assert_eq!(held.previews.len(), here.scenario().parks.len());
    assert_eq!(bench.selection(), &Selection::Project(project_id(here.newcomer)));
    let says = |park: &str| &held.previews[&park_id(park)];
    assert_eq!((says(here.good).outlook, &says(here.good).fit), (Outlook::Good, &Fit::Covered(Role::Leading)));
    assert_eq!((says(here.full).outlook, &says(here.full).fit), (Outlook::Breaks, &Fit::Outside));
    let free = Fit::Free(vec![here.free_role]);
    assert_eq!((says(here.free).outlook, &says(here.free).fit), (Outlook::Watch, &free));
    let broken: Vec<String> =
        says(here.full).effect.as_ref().unwrap().created.iter().map(|it| it.rule.to_string()).collect();
    assert_eq!(broken, here.breaks, "worst first, what policy lacks last");
    bench.dispatch(Command::Aim(Some(park_id(here.good))));
    bench.dispatch(Command::LetGo);
    assert!(bench.held().is_none());
    is_untouched(&bench, &here.scenario());
    bench.dispatch(Command::PickUp(project_id(here.newcomer)));
    bench.dispatch(Command::DropHeld);
    assert!(bench.held().is_none(), "dropped beside every park");
    is_untouched(&bench, &here.scenario());
}

fn the_preview_of_a_placed_project_says_where_it_stands(here: &City) {
    let mut bench = bench_of(here);
    bench.dispatch(Command::PickUp(project_id(here.pinned.0)));
    let held = bench.held().unwrap();
    let home = &held.previews[&park_id(here.pinned.1)];
    assert_eq!((home.outlook, home.effect.is_none()), (Outlook::Here, true));
    let elsewhere: Vec<Outlook> =
        held.previews.iter().filter(|(park, _)| park.as_str() != here.pinned.1).map(|(_, it)| it.outlook).collect();
    let others = held.previews.len() - 1;
    assert_eq!(elsewhere, vec![Outlook::Refused; others], "it is pinned");
    assert_eq!(held.tally(), (0, 0, others));
}

fn a_lock_refuses_what_goes_in_or_out_before_it_is_dropped(here: &City) {
    let mut bench = bench_of(here);
    bench.dispatch(place(here.newcomer, here.good));
    bench.dispatch(Command::LockOrUnlock(park_id(here.full)));
    bench.dispatch(Command::PickUp(project_id(here.newcomer)));
    let at = |bench: &Workbench, park: &str| bench.held().unwrap().previews[&park_id(park)].clone();
    let into = at(&bench, here.full);
    assert_eq!(into.outlook, Outlook::Refused);
    assert_eq!(into.refusal_word(), parkboard::i18n::words::LOCKED_STATE);
    let why = into.refusal(bench.scenario()).unwrap();
    assert!(why.zh.contains("已锁定") && why.english().contains("unlock"), "{why:?}");
    assert!(at(&bench, here.pinned.1).barred.is_none(), "the others are not concerned");
    assert!(!bench.held().unwrap().ranked().contains(&park_id(here.full)));
    bench.dispatch(Command::Aim(Some(park_id(here.full))));
    bench.dispatch(Command::DropHeld);
    assert_eq!(home(&bench, here.newcomer).as_deref(), Some(here.good));
    assert_eq!(notice(&bench), why.zh, "the drop gives the reason that the preview gave");
    // Out of a locked park nothing goes either, wherever to.
    bench.dispatch(Command::LockOrUnlock(park_id(here.full)));
    bench.dispatch(Command::LockOrUnlock(park_id(here.good)));
    bench.dispatch(Command::PickUp(project_id(here.newcomer)));
    let held = bench.held().unwrap();
    assert_eq!(held.ranked(), [park_id(here.good)], "only where it stands");
    for (park, preview) in held.previews.iter() {
        let expected = if park.as_str() == here.good { Outlook::Here } else { Outlook::Refused };
        assert_eq!(preview.outlook, expected, "{park}");
    }
}

fn an_approved_plan_refuses_every_drop_before_it_happens(here: &City) {
    let mut scenario = here.scenario();
    let mut plan = scenario.plans.get(&scenario.active_plan).unwrap().as_ref().clone();
    plan.status = PlanStatus::Approved { on: scenario.as_of, by: "市政府".to_owned() };
    scenario.plans.insert(plan);
    let mut bench = Workbench::on(scenario, Settings::default());
    bench.dispatch(Command::PickUp(project_id(here.newcomer)));
    let held = bench.held().unwrap();
    assert!(held.previews.values().all(|it| it.outlook == Outlook::Refused));
    let preview = &held.previews[&park_id(here.full)];
    assert_eq!(preview.refusal_word(), parkboard::i18n::words::READ_ONLY_STATE);
    assert!(preview.refusal(bench.scenario()).unwrap().zh.contains("只读"));
}

fn what_is_dropped_does_what_the_preview_said(here: &City) {
    let mut bench = bench_of(here);
    bench.dispatch(Command::PickUp(project_id(here.newcomer)));
    bench.dispatch(Command::Aim(Some(park_id(here.full))));
    let effect = bench.held().unwrap().previews[&park_id(here.full)].effect.clone().unwrap();
    bench.dispatch(Command::DropHeld);
    assert_eq!(home(&bench, here.newcomer).as_deref(), Some(here.full));
    assert_eq!(bench.judgement().score(), effect.after);
    assert_eq!(bench.judgement().of_park(&park_id(here.full)), effect.findings[&park_id(here.full)]);
    let receipt = bench.receipt().unwrap();
    assert_eq!((receipt.way, receipt.before, receipt.after), (Way::Done, effect.before, effect.after));
    let created: Vec<&str> = receipt.created.iter().map(|it| it.rule.as_str()).collect();
    let judged = here.breaks.iter().filter(|it| !here.unknown.contains(it)).copied().collect::<Vec<_>>();
    assert_eq!((created, receipt.cured), (judged, 0));
    assert!(bench.held().is_none() && bench.notice().is_none() && bench.is_unsaved());
}

fn the_keyboard_walks_over_the_parks_in_their_order_and_stops_at_the_ends(here: &City) {
    let mut bench = bench_of(here);
    let order: Vec<String> = bench.scenario().parks_in_order().iter().map(|park| park.id.to_string()).collect();
    let last = order.len() - 1;
    bench.dispatch(Command::AimBy(Step::Next));
    assert!(bench.held().is_none(), "nothing is held");
    bench.dispatch(Command::PickUp(project_id(here.newcomer)));
    for (step, at) in [
        (Step::Next, 0),
        (Step::Previous, 0),
        (Step::Up(4), 0),
        (Step::Next, 1),
        (Step::Down(4), 5),
        (Step::Down(last - 7), last - 2),
        (Step::Down(4), last - 2),
        (Step::Next, last - 1),
        (Step::Next, last),
        (Step::Next, last),
        (Step::Up(4), last - 4),
    ] {
        bench.dispatch(Command::AimBy(step));
        let over = bench.held().unwrap().over.as_ref().unwrap().to_string();
        assert_eq!(over, order[at], "{step:?}");
    }
    bench.dispatch(Command::DropHeld);
    assert!(home(&bench, here.newcomer).is_some() || bench.question().is_some());
}

fn a_blocked_drop_is_refused_with_the_rule_the_clause_and_the_cure(here: &City) {
    let mut bench = bench_of(here);
    bench.dispatch(place(here.blocked.0, here.blocked.1));
    is_untouched(&bench, &here.scenario());
    let told = bench.notice().unwrap();
    assert_eq!(told.weight, Weight::Warning);
    let park = bench.scenario().parks.get(&park_id(here.blocked.1)).unwrap().short_name.clone();
    let rule = &bench.scenario().rules.get(&rule_id(here.blocked.2)).unwrap().title;
    let (project, why) = (here.blocked.0, &told.text);
    let (zh, en) = (format!("{project} 不可放入{}：", park.zh), format!("{project} is not allowed in {}: ", park.en));
    assert!(why.zh.starts_with(&zh) && why.zh.contains(&rule.zh), "{why:?}");
    assert!(why.en.starts_with(&en) && why.en.contains(&rule.en), "{why:?}");
    assert_eq!(told.details.len(), 2, "clause and cure");
    assert_eq!(told.details[1].zh, "移至已认定的化工园区");
    assert!(bench.receipt().is_none() && bench.question().is_none() && bench.held().is_none());
    bench.dispatch(Command::Dismiss);
    assert!(bench.notice().is_none());
}

fn a_pinned_project_neither_moves_nor_returns_to_the_queue_until_it_is_unpinned(here: &City) {
    let mut bench = bench_of(here);
    // No other park has a licensed site, which is told first: it would not go there unpinned either.
    for (command, why) in
        [(place(here.pinned.0, here.good), here.unlicensed), (Command::Unplace(project_id(here.pinned.0)), "钉住")]
    {
        bench.dispatch(command);
        is_untouched(&bench, &here.scenario());
        assert!(notice(&bench).contains(why), "{}", notice(&bench));
    }
    bench.dispatch(Command::PinOrUnpin(project_id(here.pinned.0)));
    let name = bench.scenario().projects.get(&project_id(here.pinned.0)).unwrap().name.zh.clone();
    assert_eq!(bench.undoable().unwrap().zh, format!("取消钉住 {} {name}", here.pinned.0));
    assert!(bench.notice().is_none(), "a step that works takes the notice away");
    bench.dispatch(Command::Unplace(project_id(here.pinned.0)));
    assert_eq!(home(&bench, here.pinned.0), None);
    bench.dispatch(Command::PinOrUnpin(project_id(here.pinned.0)));
    assert!(notice(&bench).contains("尚未布局"), "{}", notice(&bench));
    bench.dispatch(Command::Undo);
    assert_eq!(home(&bench, here.pinned.0).as_deref(), Some(here.pinned.1));
    bench.dispatch(Command::PinOrUnpin(project_id(here.pinned.0)));
    assert!(bench.scenario().pin(&plan_id(here.plan), &project_id(here.pinned.0)).is_some());
}

fn what_does_not_exist_is_left_alone(here: &City) {
    let mut bench = bench_of(here);
    for command in [
        Command::PickUp(project_id("T99")),
        place("T99", here.free),
        Command::Unplace(project_id("T99")),
        Command::Unplace(project_id(here.newcomer)),
        place(here.placed.0, here.placed.1),
        Command::Undo,
        Command::Redo,
        Command::DropHeld,
        Command::Aim(Some(park_id(here.free))),
        Command::ShowPlan(plan_id("Z")),
        Command::ShowPlan(plan_id(here.plan)),
        Command::Answer(Answer::Save),
        Command::Answer(Answer::Designate(Role::Leading)),
    ] {
        bench.dispatch(command.clone());
        is_untouched(&bench, &here.scenario());
        assert!(bench.held().is_none() && bench.question().is_none() && !bench.is_busy(), "{command:?}");
    }
    for command in [
        place(here.newcomer, "nowhere"),
        Command::WithdrawPosition(position_id("nothing")),
        Command::RemovePlan(plan_id("Z")),
        Command::OpenFirst(plan_id(here.plan)),
        Command::OpenFirst(plan_id("Z")),
    ] {
        bench.dispatch(Command::Dismiss);
        bench.dispatch(command.clone());
        is_untouched(&bench, &here.scenario());
        assert!(bench.notice().is_some(), "{command:?}");
    }
}

fn a_new_industry_on_a_free_slot_asks_whether_to_designate_it(here: &City) {
    let ask = || {
        let mut bench = bench_of(here);
        bench.dispatch(place(here.newcomer, here.free));
        is_untouched(&bench, &here.scenario());
        let expected = Question::Designate {
            projects: vec![project_id(here.newcomer)],
            park: park_id(here.free),
            industry: industry_id(here.industry),
            roles: vec![here.free_role],
        };
        assert_eq!(bench.question(), Some(&expected));
        bench
    };
    let positions = |bench: &Workbench| bench.judgement().facts().park(&park_id(here.free)).unwrap().positions.len();
    let state = |bench: &Workbench, rule: &str| {
        let findings = bench.judgement().of_park(&park_id(here.free));
        findings.iter().filter(|it| it.rule.as_str() == rule).map(|it| it.state).min().unwrap()
    };

    let mut designated = ask();
    designated.dispatch(Command::Answer(Answer::Designate(here.free_role)));
    let before = positions(&bench_of(here));
    assert_eq!((home(&designated, here.newcomer).as_deref(), positions(&designated)), (Some(here.free), before + 1));
    assert_eq!(state(&designated, here.off_position), State::Holds);
    let (project, park) = (here.name_of(here.newcomer), here.park_name(here.free));
    assert_eq!(designated.undoable().unwrap().zh, format!("{} {} → {}", here.newcomer, project.zh, park.zh));
    designated.dispatch(Command::Undo);
    assert_eq!((home(&designated, here.newcomer), positions(&designated)), (None, before), "one step for both");
    is_untouched(&designated, &here.scenario());

    let mut only_placed = ask();
    only_placed.dispatch(Command::Answer(Answer::PlaceOnly));
    assert_eq!((home(&only_placed, here.newcomer).as_deref(), positions(&only_placed)), (Some(here.free), before));
    assert_eq!(state(&only_placed, here.off_position), State::Broken);
    assert_eq!(state(&only_placed, here.carried_cap), State::Holds, "it takes the free slot");

    let mut cancelled = ask();
    cancelled.dispatch(Command::Answer(Answer::Cancel));
    assert!(cancelled.question().is_none());
    is_untouched(&cancelled, &here.scenario());
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

fn undo_and_redo_name_their_steps_in_both_languages(here: &City) {
    let mut bench = changed(here);
    bench.dispatch(place(here.newcomer, here.also));
    bench.dispatch(Command::Unplace(project_id(here.newcomer)));
    bench.dispatch(Command::WithdrawPosition(position_id(here.position.0)));
    let project = here.name_of(here.newcomer);
    let moved = |to: &Text| {
        let id = here.newcomer;
        (format!("{id} {} → {}", project.zh, to.zh), format!("{id} {} → {}", project.en, to.en))
    };
    let (position, park) = (here.position.1, here.park_name(here.free));
    let withdrawn = (
        format!("撤回{}定位「{}」", park.zh, position.0),
        format!("{}: withdraw position \"{}\"", park.en, position.1),
    );
    let expected = [
        withdrawn,
        moved(&Text::new("待布局", "unplaced")),
        moved(&here.park_name(here.also)),
        moved(&here.park_name(here.good)),
    ];
    for (zh, en) in &expected {
        let name = bench.undoable().unwrap();
        assert_eq!((&name.zh, &name.en), (zh, en));
        bench.dispatch(Command::Undo);
        assert_eq!(&bench.redoable().unwrap().zh, zh);
        assert_eq!(bench.receipt().unwrap().way, Way::Undone);
    }
    is_untouched(&bench, &here.scenario());
    for (zh, _) in expected.iter().rev() {
        assert_eq!(&bench.redoable().unwrap().zh, zh);
        bench.dispatch(Command::Redo);
        assert_eq!(bench.receipt().unwrap().way, Way::Redone);
    }
    assert!(bench.redoable().is_none() && bench.is_unsaved());
    bench.dispatch(Command::Undo);
    bench.dispatch(place(here.newcomer, here.good));
    assert!(bench.redoable().is_none(), "a new step forgets the future");
}

fn a_change_puts_back_what_is_held(here: &City) {
    let mut bench = changed(here);
    bench.dispatch(Command::PickUp(project_id(here.waiting)));
    bench.dispatch(Command::Undo);
    assert!(bench.held().is_none(), "what the parks said is no longer true");
    bench.dispatch(Command::PickUp(project_id(here.waiting)));
    bench.dispatch(Command::ShowPlan(plan_id(here.empty_plan)));
    assert!(bench.held().is_none());
}

fn saving_asks_where_and_undo_to_the_saved_state_is_saved(here: &City) {
    let folder = Folder::new();
    let mut bench = changed(here);
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
    bench.dispatch(place(here.newcomer, here.also));
    assert!(bench.is_unsaved());
    bench.dispatch(Command::Undo);
    assert!(!bench.is_unsaved(), "back at what stands in the file");
    bench.dispatch(Command::Undo);
    assert!(bench.is_unsaved(), "before what stands in the file");
    bench.dispatch(Command::Redo);
    assert!(!bench.is_unsaved());
    bench.dispatch(place(here.newcomer, here.also));
    bench.dispatch(Command::Save);
    bench.settle();
    assert!(!bench.is_unsaved());
    assert_eq!(&ron::read_scenario(&path).unwrap(), bench.scenario());
    assert_eq!(bench.settings().recent, [path]);
}

fn an_edit_during_a_save_stays_unsaved(here: &City) {
    let folder = Folder::new();
    let mut bench = changed(here);
    let saved = bench.scenario().clone();
    bench.dispatch(Command::SaveTo(folder.path("a.ron")));
    bench.dispatch(place(here.newcomer, here.also));
    bench.settle();
    assert!(bench.is_unsaved());
    assert_eq!(ron::read_scenario(&folder.path("a.ron")).unwrap(), saved);
}

fn of_many_saves_in_a_row_the_last_one_stands_in_the_file(here: &City) {
    let folder = Folder::new();
    let mut bench = bench_of(here);
    let path = folder.path("a.ron");
    for _ in 0..6 {
        for park in [here.good, here.also] {
            bench.dispatch(place(here.newcomer, park));
            bench.dispatch(Command::SaveTo(path.clone()));
        }
    }
    bench.settle();
    assert!(!bench.is_unsaved());
    assert_eq!(&ron::read_scenario(&path).unwrap(), bench.scenario());
}

fn a_save_that_fails_leaves_the_document_unsaved_and_says_why(here: &City) {
    let folder = Folder::new();
    let mut bench = changed(here);
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

fn quitting_asks_when_something_is_unsaved(here: &City) {
    let folder = Folder::new();
    let mut plain = bench_of(here);
    plain.dispatch(Command::Quit);
    assert!(plain.is_closing() && plain.question().is_none());

    let ask = || {
        let mut bench = changed(here);
        bench.dispatch(Command::PickUp(project_id(here.waiting)));
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
        home(&Workbench::on(ron::read_scenario(&folder.path("a.ron")).unwrap(), Settings::default()), here.newcomer)
            .as_deref(),
        Some(here.good)
    );
}

fn quitting_waits_for_a_save_that_is_under_way(here: &City) {
    let folder = Folder::new();
    let mut bench = changed(here);
    bench.dispatch(Command::SaveTo(folder.path("a.ron")));
    bench.dispatch(Command::Quit);
    assert!(bench.is_closing() && bench.question().is_none());
    assert_eq!(&ron::read_scenario(&folder.path("a.ron")).unwrap(), bench.scenario());
}

fn opening_replaces_the_document_and_broken_files_do_not(here: &City) {
    let folder = Folder::new();
    let mut bench = bench_of(here);
    let broken = folder.file("broken.ron", "(schema: 1");
    bench.dispatch(Command::Open(broken));
    bench.settle();
    is_untouched(&bench, &here.scenario());
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

fn a_file_full_of_problems_is_told_in_a_dozen_lines(here: &City) {
    let folder = Folder::new();
    let text = fs::read_to_string(here.path()).unwrap();
    let unknown = text.replace("premises: own_land, seq: ", "premises: own_land, seq: 0");
    let key = format!("(plan: \"{}\", project: \"", here.plan);
    let many = unknown.replace(&format!("{key}{}0", here.letter), &format!("{key}U0"));
    assert_ne!(many, unknown);
    let mut bench = bench_of(here);
    bench.dispatch(Command::Open(folder.file("many.ron", many)));
    bench.settle();
    let told = bench.notice().unwrap();
    assert!(told.details.len() <= 13 && told.details.len() > 1);
    is_untouched(&bench, &here.scenario());
}

fn an_approval_that_findings_bar_is_told_on_opening(here: &City) {
    let folder = Folder::new();
    let text = fs::read_to_string(here.path()).unwrap();
    let line = |plan: &str| {
        let begins = format!("    (id: \"{plan}\", name: ");
        text.lines().find(|it| it.starts_with(&begins) && it.ends_with("status: draft),")).unwrap().to_owned()
    };
    let (draft, blank) = (line(here.plan), line(here.empty_plan));
    let approve = |text: &str, plan: &str| {
        text.replace(plan, &plan.replace("draft", "approved(on: \"2022-07-08\", by: \"市办\")"))
    };
    let mut bench = bench_of(here);
    bench.dispatch(Command::Open(folder.file("approved.ron", approve(&text, &draft))));
    bench.settle();
    let told = bench.notice().unwrap();
    assert_eq!(told.weight, Weight::Warning);
    assert!(told.text.zh.starts_with(&format!("方案 {} 已批准，但有 1 个法定问题未消除", here.plan)), "{told:?}");
    assert!(told.text.en.starts_with(&format!("Plan {} is approved, legal findings open: 1", here.plan)), "{told:?}");
    assert_eq!(told.details.len(), 1);
    let rule = &bench.scenario().rules.get(&rule_id(here.blocked.2)).unwrap().title;
    let (zh, en) = (format!("{}：", rule.zh), format!("{}: ", rule.en));
    assert!(told.details[0].zh.starts_with(&zh) && told.details[0].en.starts_with(&en), "{told:?}");
    assert!(!bench.is_unsaved() && bench.undoable().is_none(), "telling changes nothing");
    bench.dispatch(Command::Dismiss);
    bench.dispatch(Command::Open(folder.file("fine.ron", approve(&text, &blank))));
    bench.settle();
    assert_eq!(bench.notice(), None, "nothing bars the blank plan");
    bench.dispatch(Command::Open(here.path()));
    bench.settle();
    assert_eq!(bench.notice(), None, "a draft is not approved");
}

fn opening_over_unsaved_work_asks_and_a_broken_file_leaves_the_work_unsaved(here: &City) {
    let folder = Folder::new();
    let mut bench = changed(here);
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

fn saving_first_and_then_opening(here: &City) {
    let folder = Folder::new();
    let mut bench = changed(here);
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

fn work_done_while_a_file_is_read_is_not_lost(here: &City) {
    let folder = Folder::new();
    let path = folder.file("city.ron", ron::to_text(&city()).unwrap());
    let mut bench = bench_of(here);
    bench.dispatch(Command::Open(path.clone()));
    bench.dispatch(place(here.newcomer, here.good));
    bench.settle();
    assert_eq!(home(&bench, here.newcomer).as_deref(), Some(here.good));
    assert_eq!(bench.question(), Some(&Question::Unsaved { then: Box::new(Command::Open(path)) }));
    bench.dispatch(Command::Answer(Answer::Discard));
    bench.settle();
    is_untouched(&bench, &city());
}

fn a_save_that_ends_after_another_document_was_begun_does_not_claim_that_one(here: &City) {
    let folder = Folder::new();
    let path = folder.path("work.ron");
    let mut bench = changed(here);
    let work = bench.scenario().clone();
    bench.dispatch(Command::SaveTo(path.clone()));
    bench.dispatch(Command::New(Fresh::Sample));
    bench.dispatch(Command::Answer(Answer::Discard));
    bench.settle();
    is_untouched(&bench, &MIANYANG.scenario());
    assert_eq!(bench.path(), None, "the new document has no file");
    assert_eq!(ron::read_scenario(&path).unwrap(), work);
    bench.dispatch(place(MIANYANG.newcomer, MIANYANG.also));
    bench.dispatch(Command::Save);
    assert_eq!(bench.question(), Some(&Question::WhereToSave { then: None }));
    assert_eq!(ron::read_scenario(&path).unwrap(), work, "and does not overwrite the other one's");
}

fn new_documents_begin_clean(here: &City) {
    let mut bench = changed(here);
    bench.dispatch(Command::New(Fresh::SameBase));
    assert_eq!(bench.question(), Some(&Question::Unsaved { then: Box::new(Command::New(Fresh::SameBase)) }));
    bench.dispatch(Command::Answer(Answer::Discard));
    let base = bench.scenario().clone();
    let original = here.scenario();
    assert_eq!((&base.parks, &base.projects, &base.rules), (&original.parks, &original.projects, &original.rules));
    assert!(base.placements.is_empty() && base.pins.is_empty() && base.waivers.is_empty());
    assert_eq!((base.plans.len(), bench.judgement().facts().placed()), (1, 0));
    assert!(!bench.is_unsaved() && bench.undoable().is_none() && bench.selection() == &Selection::Nothing);
    bench.dispatch(Command::New(Fresh::Blank));
    let blank = bench.scenario().clone();
    assert!(blank.parks.is_empty() && blank.projects.is_empty());
    assert_eq!(blank.rules, original.rules);
    bench.dispatch(Command::New(Fresh::Sample));
    is_untouched(&bench, &MIANYANG.scenario());
    for document in [base, blank, original] {
        let text = ron::to_text(&document).unwrap();
        assert_eq!(ron::scenario_from_text(Path::new("new.ron"), &text), Ok(document), "it can be saved");
    }
}

fn plans_are_added_copied_renamed_and_removed(here: &City) {
    let mut bench = bench_of(here);
    bench.dispatch(Command::AddPlan { copy: true });
    let (copy, blank) = here.next_plans;
    let placed = here.scenario().placements_of(&plan_id(here.plan)).count();
    assert_eq!(bench.plan(), &plan_id(copy), "the next free letter, and it is shown");
    assert_eq!(bench.judgement().facts().placed(), placed);
    assert!(bench.scenario().pin(&plan_id(copy), &project_id(here.pinned.0)).is_some());
    assert_eq!(bench.undoable().unwrap().zh, format!("新建方案 {copy} 副本"));
    bench.dispatch(place(here.newcomer, here.good));
    assert_eq!(bench.judgement().facts().placed(), placed + 1);
    bench.dispatch(Command::ShowPlan(plan_id(here.plan)));
    assert_eq!(bench.judgement().facts().placed(), placed, "a copy is a plan of its own");
    bench.dispatch(Command::AddPlan { copy: false });
    assert_eq!((bench.plan(), bench.judgement().facts().placed()), (&plan_id(blank), 0));
    let name = |bench: &Workbench| bench.scenario().plans.get(&plan_id(blank)).unwrap().name.clone();
    bench.dispatch(Command::RenamePlan { plan: plan_id(blank), name: "  进取 ".into() });
    assert_eq!((name(&bench).zh.as_str(), name(&bench).en.as_str()), ("进取", "Blank"));
    bench.dispatch(Command::SpeakChinese(false));
    bench.dispatch(Command::RenamePlan { plan: plan_id(blank), name: "Bold".into() });
    assert_eq!((name(&bench).zh.as_str(), name(&bench).en.as_str()), ("进取", "Bold"));
    let before = bench.scenario().clone();
    bench.dispatch(Command::RenamePlan { plan: plan_id(blank), name: "a\u{202e}b".into() });
    assert!(bench.notice().unwrap().text.en.contains("U+202E"));
    bench.dispatch(Command::SpeakChinese(true));
    bench.dispatch(Command::RenamePlan { plan: plan_id(blank), name: "   ".into() });
    assert_eq!(notice(&bench), "名称不能为空");
    assert_eq!(bench.scenario(), &before);
    bench.dispatch(Command::RemovePlan(plan_id(blank)));
    assert!(!bench.scenario().plans.contains(&plan_id(blank)));
    assert_eq!(bench.plan(), &plan_id(here.plan), "the one that opens first is shown instead");
    bench.dispatch(Command::Undo);
    assert!(bench.scenario().plans.contains(&plan_id(blank)));
    for plan in &bench.scenario().plans.clone() {
        if plan.id.as_str() != here.plan {
            bench.dispatch(Command::RemovePlan(plan.id.clone()));
        }
    }
    bench.dispatch(Command::RemovePlan(plan_id(here.plan)));
    assert_eq!(notice(&bench), "最后一个方案不能删除");
    assert_eq!(bench.scenario().plans.len(), 1);
}

fn undo_turns_to_the_plan_in_which_it_shows(here: &City) {
    let mut bench = changed(here);
    bench.dispatch(Command::ShowPlan(plan_id(here.empty_plan)));
    assert_eq!(bench.plan(), &plan_id(here.empty_plan));
    bench.dispatch(Command::Undo);
    assert_eq!((bench.plan(), home(&bench, here.newcomer)), (&plan_id(here.plan), None));
    bench.dispatch(Command::ShowPlan(plan_id(here.empty_plan)));
    bench.dispatch(Command::Redo);
    assert_eq!((bench.plan(), home(&bench, here.newcomer).as_deref()), (&plan_id(here.plan), Some(here.good)));
    bench.dispatch(Command::AddPlan { copy: true });
    bench.dispatch(Command::Undo);
    assert_eq!(bench.plan(), &plan_id(here.plan), "the plan that was shown is gone");
}

fn opening_first_changes_the_document_and_not_what_is_shown(here: &City) {
    let mut bench = bench_of(here);
    bench.dispatch(Command::OpenFirst(plan_id(here.empty_plan)));
    assert_eq!((&bench.scenario().active_plan, bench.plan()), (&plan_id(here.empty_plan), &plan_id(here.plan)));
    bench.dispatch(Command::OpenFirst(plan_id(here.empty_plan)));
    assert_eq!(bench.notice().unwrap().weight, Weight::News);
    bench.dispatch(Command::Undo);
    is_untouched(&bench, &here.scenario());
}

fn an_approved_plan_is_read_only_until_it_is_copied(here: &City) {
    let mut scenario = here.scenario();
    let mut plan = scenario.plans.remove(&plan_id(here.plan)).map(|it| (*it).clone()).unwrap();
    plan.status = PlanStatus::Approved { on: jiff::civil::date(2022, 7, 8), by: "office".into() };
    scenario.plans.insert(plan);
    let mut bench = Workbench::on(scenario.clone(), Settings::default());
    for command in [
        place(here.newcomer, here.good),
        Command::Unplace(project_id(here.placed.0)),
        Command::PinOrUnpin(project_id(here.placed.0)),
        Command::WithdrawPosition(position_id(here.position.0)),
        Command::RenamePlan { plan: plan_id(here.plan), name: "别名".into() },
    ] {
        bench.dispatch(Command::Dismiss);
        bench.dispatch(command);
        is_untouched(&bench, &scenario);
        assert_eq!(notice(&bench), format!("方案 {} 已批准，只读；请复制后再改", here.plan));
    }
    bench.dispatch(Command::AddPlan { copy: true });
    bench.dispatch(place(here.newcomer, here.good));
    assert_eq!(home(&bench, here.newcomer).as_deref(), Some(here.good));
}

fn settings_change_and_are_not_kept_by_tests(here: &City) {
    let kept = Settings::load();
    let mut bench = bench_of(here);
    let generation = bench.generation();
    bench.dispatch(Command::SpeakChinese(false));
    bench.dispatch(Command::Darken(true));
    for (asked, zoom) in [(1.25, 1.25), (9.0, 2.0), (0.1, 0.8)] {
        bench.dispatch(Command::Zoom(asked));
        assert!((bench.settings().zoom - zoom).abs() < f32::EPSILON);
    }
    assert!(!bench.settings().chinese && bench.settings().dark);
    assert_eq!(bench.generation(), generation, "the document is as it was");
    is_untouched(&bench, &here.scenario());
    assert_eq!(Settings::load(), kept);
    for number in 0..20 {
        let mut settings = Settings::default();
        (0..=number).for_each(|nth| settings.remember(format!("{nth}.ron").into()));
        settings.remember("0.ron".into());
        assert_eq!(settings.recent[0], Path::new("0.ron"));
        assert!(settings.recent.len() <= 12 && settings.recent.len() == (number + 1).min(12));
    }
}

fn a_file_whose_order_of_placing_is_used_up_takes_no_further_move(here: &City) {
    let mut scenario = here.scenario();
    let key = (plan_id(here.plan), project_id(here.placed.0));
    let mut placement = scenario.placements.remove(&key).map(|it| (*it).clone()).unwrap();
    placement.seq = 1_000_000_000;
    scenario.placements.insert(placement);
    let text = ron::to_text(&scenario).unwrap();
    assert!(ron::scenario_from_text(Path::new("used-up.ron"), &text).is_ok());
    let mut bench = Workbench::on(scenario.clone(), Settings::default());
    bench.dispatch(place(here.newcomer, here.good));
    is_untouched(&bench, &scenario);
    assert_eq!(notice(&bench), "编号已用尽");
}

fn every_edit_has_a_name_in_both_languages(here: &City) {
    let scenario = here.scenario();
    let plan = || plan_id(here.plan);
    let waiver = (**scenario.waivers.iter().next().unwrap()).clone();
    let edits = [
        Edit::Place { plan: plan(), project: project_id(here.newcomer), park: park_id(here.free), premises: None },
        Edit::Unplace { plan: plan(), project: project_id(here.newcomer) },
        Edit::Pin { plan: plan(), project: project_id(here.newcomer) },
        Edit::Unpin { plan: plan(), project: project_id(here.newcomer) },
        Edit::Designate {
            plan: plan(),
            park: park_id(here.free),
            role: Role::Leading,
            name: crate::fixture::name("new"),
            industries: vec![industry_id(here.unused)],
        },
        Edit::Withdraw { plan: plan(), position: position_id(here.position.0) },
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
        Edit::ActivatePlan { plan: plan_id(here.empty_plan) },
        Edit::Retitle { title: crate::fixture::name("C") },
        Edit::Together(vec![Edit::Unplace { plan: plan(), project: project_id(here.placed.0) }]),
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

//! Documents and plans through the window: menus, paths, what is unsaved, what is read-only, and what is empty.

mod findings;
mod menus;
mod names;

use std::{fs, path::PathBuf};

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    i18n::{
        phrase::{Lang, Phrase},
        words,
    },
    io::settings::Settings,
    model::{
        id::PlanId,
        plan::{Plan, PlanStatus},
        scenario::Scenario,
        text::Text,
    },
    ui::actions::Menu,
    workbench::{
        Selection, Workbench,
        command::{Command, Fresh},
        question::Question,
        receipt::Weight,
        sample,
    },
};

use crate::harness::{
    Dropped, SIZES, Window, card_place, card_row_label, click, click_beginning, click_phrase, click_secondary, ctrl,
    drag, folder, home, labels, last_line, open_file_menu, open_menu, park, place_of, press, project, project_label,
    rule_breaches, sample_window, say, settle, two_windows, type_into, window,
};

/// A scenario in a file of its own folder.
fn kept(name: &str, scenario: &Scenario) -> (PathBuf, PathBuf) {
    let folder = folder(name);
    let path = folder.join("kept.ron");
    parkboard::io::save::save_scenario(scenario, &path).unwrap();
    (folder, path)
}

/// The sample, opened from a file.
fn opened(name: &str, chinese: bool) -> (Window, PathBuf, PathBuf) {
    let (folder, path) = kept(name, &sample::scenario());
    let mut window = sample_window(chinese, SIZES[1]);
    window.state_mut().dispatch(Command::Open(path.clone()));
    settle(&mut window);
    assert_eq!(window.state().bench().path(), Some(path.as_path()));
    (window, folder, path)
}

/// Places T13 by the keys, so that something is unsaved.
fn change(window: &mut Window) {
    let row = project_label(window, "T13");
    click(window, &row);
    press(window, Key::Space);
    press(window, Key::Enter);
    assert_eq!(home(window, "T13").as_deref(), Some("gaoxin"));
    assert!(window.state().bench().is_unsaved());
}

/// Types a path into the sheet that asks for one, and confirms it.
fn choose_path(window: &mut Window, path: &std::path::Path) {
    let field = say(window, words::PATH);
    type_into(window, field, &path.display().to_string());
    press(window, Key::Enter);
    settle(window);
}

#[test]
fn the_file_menu_offers_everything_in_both_languages() {
    for mut window in two_windows() {
        open_file_menu(&mut window);
        for phrase in [
            words::NEW_SAME_BASE,
            words::NEW_SAMPLE,
            words::NEW_BLANK,
            words::OPEN,
            words::OPEN_RECENT,
            words::SAVE,
            words::SAVE_AS,
            words::SETTINGS_SHEET,
            words::QUIT,
        ] {
            let begin = say(&window, phrase);
            let found = labels(&window, Role::Button).into_iter().filter(|it| it.starts_with(begin)).count();
            assert!(found > 0, "{begin}");
        }
    }
}

#[test]
fn undo_and_redo_stand_in_the_menu_with_the_name_of_the_step() {
    for chinese in [true, false] {
        let mut window = sample_window(chinese, SIZES[0]);
        change(&mut window);
        open_menu(&mut window, Menu::Edit);
        let step = window.state().bench().undoable().unwrap().of(window.state().bench().lang()).to_owned();
        let entry = format!("{}  {step}", say(&window, words::UNDO));
        window.get_by_label_contains(&entry).click();
        window.run();
        assert_eq!(home(&window, "T13"), None);
        open_menu(&mut window, Menu::Edit);
        let entry = format!("{}  {step}", say(&window, words::REDO));
        window.get_by_label_contains(&entry).click();
        window.run();
        assert_eq!(home(&window, "T13").as_deref(), Some("gaoxin"));
    }
}

#[test]
fn the_three_new_documents_are_what_they_say() {
    let sizes = |scenario: &Scenario| (scenario.parks.len(), scenario.projects.len(), scenario.placements.len());
    let start = sample::scenario();
    for (phrase, expected) in [
        (words::NEW_SAME_BASE, (start.parks.len(), start.projects.len(), 0)),
        (words::NEW_SAMPLE, sizes(&start)),
        (words::NEW_BLANK, (0, 0, 0)),
    ] {
        for chinese in [true, false] {
            let mut window = sample_window(chinese, SIZES[1]);
            open_file_menu(&mut window);
            let entry = say(&window, phrase);
            click_beginning(&mut window, entry);
            let bench = window.state().bench();
            assert_eq!(sizes(bench.scenario()), expected);
            assert_eq!(bench.scenario().rules.len(), start.rules.len(), "the rules stay");
            assert!(bench.path().is_none() && bench.undoable().is_none());
            assert_eq!(bench.selection(), &Selection::Nothing);
        }
    }
}

#[test]
fn a_typed_path_opens_and_is_found_again_among_the_recent_ones() {
    for chinese in [true, false] {
        let (folder, path) = kept("typed-open", &rule_breaches());
        let mut window = sample_window(chinese, SIZES[0]);
        ctrl(&mut window, Key::O);
        choose_path(&mut window, &path);
        assert_eq!(window.state().bench().path(), Some(path.as_path()));
        assert_eq!(window.state().bench().scenario(), &rule_breaches());
        assert_eq!(window.state().bench().judgement().score().legal, -25);
        ctrl(&mut window, Key::N);
        assert_eq!(window.state().bench().path(), None);
        assert_eq!(window.state().bench().scenario().placements.len(), 0);
        open_file_menu(&mut window);
        window.get_by_label_contains(say(&window, words::OPEN_RECENT)).click();
        window.run();
        click(&mut window, "kept.ron");
        settle(&mut window);
        assert_eq!(window.state().bench().path(), Some(path.as_path()));
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn saving_what_has_no_file_asks_where_and_cancelling_changes_nothing() {
    for chinese in [true, false] {
        let folder = folder("where");
        let mut window = sample_window(chinese, SIZES[1]);
        change(&mut window);
        ctrl(&mut window, Key::S);
        assert!(matches!(window.state().bench().question(), Some(Question::WhereToSave { then: None })));
        click_phrase(&mut window, words::CANCEL);
        window.run();
        assert!(window.state().bench().question().is_none() && window.state().bench().is_unsaved());
        assert!(window.query_by_label(say(&window, words::CHOOSE_SAVE)).is_none());

        ctrl(&mut window, Key::S);
        choose_path(&mut window, &folder.join("no ending"));
        let bench = window.state().bench();
        assert_eq!(bench.path(), Some(folder.join("no ending.ron").as_path()), "the ending is added");
        assert!(!bench.is_unsaved());
        assert_eq!(bench.notice().map(|it| it.weight), Some(Weight::News));
        assert_eq!(&parkboard::io::ron::read_scenario(&folder.join("no ending.ron")).unwrap(), bench.scenario());

        ctrl(&mut window, Key::Z);
        assert!(window.state().bench().is_unsaved(), "the file has the step, the document has not");
        ctrl(&mut window, Key::S);
        settle(&mut window);
        assert!(!window.state().bench().is_unsaved());
        assert!(window.state().bench().question().is_none(), "it knows its file");
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn a_path_that_cannot_be_written_is_told_and_nothing_is_lost() {
    for chinese in [true, false] {
        let mut window = sample_window(chinese, SIZES[0]);
        change(&mut window);
        ctrl(&mut window, Key::S);
        choose_path(&mut window, std::path::Path::new("/nowhere at all/plan.ron"));
        let bench = window.state().bench();
        assert_eq!(bench.notice().map(|it| it.weight), Some(Weight::Warning));
        assert!(bench.is_unsaved() && bench.path().is_none());
        let field = say(&window, words::PATH);
        assert_eq!(window.get_by_role_and_label(Role::TextInput, field).value().unwrap(), "/nowhere at all/plan.ron");
        let told = if chinese { "未保存到" } else { "Not saved to" };
        let shown = window.get_all_by_label_contains(told).count();
        assert!(shown > 1, "in the sheet, which stays, and in the line below");
        let folder = folder("after a failure");
        choose_path(&mut window, &folder.join("plan.ron"));
        assert!(window.query_by_label(field).is_none(), "the sheet is done with");
        assert!(!window.state().bench().is_unsaved());
        fs::remove_dir_all(folder).unwrap();
    }
}

/// What would lose unsaved work.
#[derive(Debug, Clone, Copy)]
enum Leaving {
    Quit,
    New,
    Open,
}

fn leave(window: &mut Window, leaving: Leaving, other: &std::path::Path) {
    match leaving {
        Leaving::Quit => ctrl(window, Key::Q),
        Leaving::New => ctrl(window, Key::N),
        Leaving::Open => {
            ctrl(window, Key::O);
            choose_path(window, other);
        }
    }
}

/// Whether the document was left, by way of `leaving`.
fn has_left(window: &Window, leaving: Leaving, other: &std::path::Path) -> bool {
    let bench = window.state().bench();
    match leaving {
        Leaving::Quit => bench.is_closing(),
        Leaving::New => bench.scenario().placements.is_empty() && bench.path().is_none(),
        Leaving::Open => bench.path() == Some(other),
    }
}

#[test]
fn unsaved_work_is_asked_about_with_three_answers_wherever_it_would_go() {
    let (others, other) = kept("other", &rule_breaches());
    for leaving in [Leaving::Quit, Leaving::New, Leaving::Open] {
        for (chinese, answer) in
            [(true, words::CANCEL), (false, words::CANCEL), (true, words::DISCARD), (false, words::SAVE)]
        {
            let (mut window, folder, path) = opened("leaving", chinese);
            change(&mut window);
            let changed = window.state().bench().scenario().clone();
            leave(&mut window, leaving, &other);
            assert!(matches!(window.state().bench().question(), Some(Question::Unsaved { .. })), "{leaving:?}");
            window.get_by_label(say(&window, words::ASK_UNSAVED));
            press(&mut window, Key::Delete);
            assert_eq!(home(&window, "T13").as_deref(), Some("gaoxin"), "keys do not act behind a question");
            // The question is drawn over everything: its buttons come last.
            window.get_all_by_label(say(&window, answer)).last().unwrap().click();
            settle(&mut window);
            settle(&mut window);
            let on_disk = parkboard::io::ron::read_scenario(&path).unwrap();
            assert!(window.state().bench().question().is_none());
            if answer == words::CANCEL {
                assert!(!has_left(&window, leaving, &other), "{leaving:?}");
                assert_eq!(window.state().bench().scenario(), &changed);
                assert!(window.state().bench().is_unsaved());
                assert_eq!(on_disk, sample::scenario());
            } else {
                assert!(has_left(&window, leaving, &other), "{leaving:?} {answer:?}");
                assert_eq!(on_disk == changed, answer == words::SAVE);
            }
            fs::remove_dir_all(folder).unwrap();
        }
    }
    fs::remove_dir_all(others).unwrap();
}

#[test]
fn saving_first_asks_for_a_path_when_there_is_none_and_then_goes_on() {
    let folder = folder("save-first");
    let path = folder.join("first.ron");
    let mut window = sample_window(false, SIZES[1]);
    change(&mut window);
    ctrl(&mut window, Key::Q);
    click_phrase(&mut window, words::SAVE);
    assert!(matches!(window.state().bench().question(), Some(Question::WhereToSave { then: Some(_) })));
    assert!(!window.state().bench().is_closing());
    choose_path(&mut window, &path);
    assert!(path.is_file());
    assert!(window.state().bench().is_closing(), "and then it closes");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn nothing_is_asked_when_nothing_is_unsaved() {
    for leaving in [Leaving::Quit, Leaving::New] {
        let mut window = sample_window(true, SIZES[0]);
        change(&mut window);
        ctrl(&mut window, Key::Z);
        leave(&mut window, leaving, std::path::Path::new(""));
        assert!(window.state().bench().question().is_none());
        assert!(has_left(&window, leaving, std::path::Path::new("")), "{leaving:?}");
    }
}

#[test]
fn whatever_is_wrong_with_a_file_the_document_stays_and_the_reason_is_told() {
    let folder = folder("wrong");
    let text = parkboard::io::ron::to_text(&sample::scenario()).unwrap();
    let dangling = text.replacen("project: \"T01\", park: \"fucheng\"", "project: \"T01\", park: \"atlantis\"", 1);
    assert_ne!(dangling, text);
    let line = 1 + dangling.lines().position(|it| it.contains("atlantis")).unwrap();
    let cases: [(&str, Option<Vec<u8>>, &str, &str); 6] = [
        ("none.ron", None, "", ""),
        ("empty.ron", Some(Vec::new()), "", ""),
        ("latin.ron", Some(b"(\n  schema: 1,\n  title: (zh: \"\xb7\xff\"),\n)".to_vec()), "3:", ""),
        ("torn.ron", Some(text.as_bytes()[..text.len() / 2].to_vec()), "", ""),
        ("dangling.ron", Some(dangling.into_bytes()), &format!("{line}:"), "atlantis"),
        ("sheet.ron", Some(b"PK\x03\x04 not a scenario".to_vec()), "1:", ""),
    ];
    for (name, bytes, place, word) in cases {
        let path = folder.join(name);
        if let Some(bytes) = bytes {
            fs::write(&path, bytes).unwrap();
        }
        for chinese in [true, false] {
            let mut window = sample_window(chinese, SIZES[0]);
            ctrl(&mut window, Key::O);
            choose_path(&mut window, &path);
            let bench = window.state().bench();
            assert_eq!(bench.scenario(), &sample::scenario(), "{name}");
            let notice = bench.notice().unwrap_or_else(|| panic!("{name} is told"));
            assert_eq!(notice.weight, Weight::Warning);
            assert!(notice.text.of(bench.lang()).contains(name));
            let details: Vec<&str> = notice.details.iter().map(|it| it.of(bench.lang())).collect();
            assert!(details.iter().any(|it| it.starts_with(place) && it.contains(word)), "{name}: {details:?}");
            assert!(details.iter().all(|it| !it.trim().is_empty()), "{name}: {details:?}");
            let shown = last_line(&window);
            assert!(shown.contains(name) && shown.contains(details[0]), "{shown}");
            click_phrase(&mut window, words::DISMISS);
            assert!(window.state().bench().notice().is_none());
        }
    }
    fs::remove_dir_all(folder).unwrap();
}

/// The sample with its plan A approved.
fn approved() -> Scenario {
    let mut scenario = sample::scenario();
    let plan = scenario.active_plan.clone();
    let name = scenario.plans.get(&plan).unwrap().name.clone();
    let status = PlanStatus::Approved { on: scenario.as_of, by: "市领导小组办公室".to_owned() };
    scenario.plans.insert(Plan { id: plan, name, status });
    scenario
}

#[test]
fn an_approved_plan_is_read_only_until_it_is_copied() {
    for chinese in [true, false] {
        for size in SIZES {
            let bench = Workbench::on(approved(), Settings { chinese, ..Settings::default() });
            let mut window = window(bench, size);
            let told = if chinese { "已批准" } else { "is approved" };
            let (from, to) = (place_of(&window, &card_row_label(&window, "T16")), card_place(&window, "gaoxin"));
            drag(&mut window, from.center(), to.center());
            assert!(last_line(&window).contains(told), "{}", last_line(&window));
            press(&mut window, Key::Escape);
            let row = card_row_label(&window, "T16");
            click(&mut window, &row);
            press(&mut window, Key::Delete);
            assert!(last_line(&window).contains(told), "{}", last_line(&window));
            ctrl(&mut window, Key::L);
            assert!(last_line(&window).contains(told), "{}", last_line(&window));
            window.state_mut().dispatch(Command::Select(Selection::Park(park("gaoxin"))));
            window.run();
            let withdraw = say(&window, words::WITHDRAW);
            for node in window.get_all_by_label_contains(withdraw) {
                assert!(node.accesskit_node().is_disabled(), "positions are read-only too");
            }
            assert_eq!(window.state().bench().scenario(), &approved());
            assert!(window.state().bench().undoable().is_none());

            press(&mut window, Key::Escape);
            click_phrase(&mut window, words::ADD_PLAN);
            click_phrase(&mut window, words::COPY_PLAN);
            let (from, to) = (place_of(&window, &card_row_label(&window, "T16")), card_place(&window, "gaoxin"));
            drag(&mut window, from.center(), to.center());
            assert_eq!(home(&window, "T16").as_deref(), Some("gaoxin"), "a copy may change");
        }
    }
}

#[test]
fn an_approval_that_findings_bar_is_told_when_its_file_is_opened() {
    let (folder, path) = kept("barred", &approved());
    for chinese in [true, false] {
        let mut window = sample_window(chinese, SIZES[0]);
        ctrl(&mut window, Key::O);
        choose_path(&mut window, &path);
        assert_eq!(window.state().bench().path(), Some(path.as_path()));
        let shown = last_line(&window);
        let (told, rule) = if chinese {
            ("方案 A 已批准，但有 1 个法定问题", "化工园区：")
        } else {
            ("Plan A is approved, legal findings open: 1", "Chemical park: ")
        };
        assert!(shown.contains(told) && shown.contains(rule), "{shown}");
        click_phrase(&mut window, words::DETAILS);
        assert!(window.query_all_by_label_contains(rule).count() > 0);
        press(&mut window, Key::Escape);
        click_phrase(&mut window, words::DISMISS);
        assert!(window.state().bench().notice().is_none());
    }
    fs::remove_dir_all(folder).unwrap();
}

/// The tab of a plan.
fn plan_tab(window: &Window, id: &str) -> String {
    let bench = window.state().bench();
    let plan = bench.scenario().plans.get(&PlanId::new(id).unwrap()).unwrap();
    format!("{id} {}", plan.name.of(bench.lang()))
}

/// An entry of the menu of a plan's tab.
fn plan_menu(window: &mut Window, id: &str, entry: Phrase) {
    let tab = plan_tab(window, id);
    click_secondary(window, &tab);
    click_phrase(window, entry);
}

#[test]
fn plans_are_added_copied_shown_removed_and_set_to_open_first() {
    for mut window in two_windows() {
        let start = window.state().bench().scenario().clone();
        click_phrase(&mut window, words::ADD_PLAN);
        click_phrase(&mut window, words::EMPTY_PLAN);
        assert_eq!(window.state().bench().plan().as_str(), "C");
        assert_eq!(window.state().bench().judgement().facts().placed(), 0);
        let tab = plan_tab(&window, "A");
        // With three plans and little room only the plan that is shown bears its name.
        let tab = if window.query_by_label(&tab).is_some() { tab } else { "A".to_owned() };
        click(&mut window, &tab);
        assert_eq!(window.state().bench().judgement().facts().placed(), 11);
        plan_menu(&mut window, "A", words::OPEN_FIRST);
        assert_eq!(window.state().bench().notice().map(|it| it.weight), Some(Weight::News), "it does so already");
        let tab = if window.query_by_label(&plan_tab(&window, "C")).is_some() {
            plan_tab(&window, "C")
        } else {
            "C".to_owned()
        };
        click(&mut window, &tab);
        plan_menu(&mut window, "C", words::OPEN_FIRST);
        assert_eq!(window.state().bench().scenario().active_plan.as_str(), "C");
        plan_menu(&mut window, "C", words::REMOVE_PLAN);
        let bench = window.state().bench();
        assert!(bench.scenario().plans.contains(bench.plan()), "a plan that is there is shown");
        assert_eq!(bench.scenario().plans.len(), 2);
        for _ in 0..3 {
            ctrl(&mut window, Key::Z);
        }
        assert_eq!(window.state().bench().scenario(), &start);
        assert!(window.state().bench().undoable().is_none(), "three steps");
    }
}

#[test]
fn the_last_plan_stays() {
    for chinese in [true, false] {
        let mut window = sample_window(chinese, SIZES[0]);
        plan_menu(&mut window, "B", words::REMOVE_PLAN);
        assert_eq!(window.state().bench().scenario().plans.len(), 1);
        plan_menu(&mut window, "A", words::REMOVE_PLAN);
        assert_eq!(window.state().bench().scenario().plans.len(), 1);
        assert_eq!(window.state().bench().notice().map(|it| it.weight), Some(Weight::Warning));
    }
}

#[test]
fn a_plan_gets_its_new_name_in_the_language_of_the_window_and_no_empty_one() {
    for chinese in [true, false] {
        let mut window = sample_window(chinese, SIZES[1]);
        let before = window.state().bench().scenario().clone();
        plan_menu(&mut window, "B", words::RENAME_PLAN);
        let field = say(&window, words::NAME);
        type_into(&mut window, field, "进取 bold");
        press(&mut window, Key::Escape);
        assert_eq!(window.state().bench().scenario(), &before, "Escape leaves the name");

        for (typed, told) in [("a\u{202e}b", true), ("进取 bold", false), ("   ", true)] {
            // An empty English name is none of its own: the Chinese one shows.
            if typed.trim().is_empty() && !chinese {
                continue;
            }
            let before = window.state().bench().scenario().clone();
            plan_menu(&mut window, "B", words::RENAME_PLAN);
            type_into(&mut window, field, typed);
            press(&mut window, Key::Enter);
            let bench = window.state().bench();
            assert_eq!(bench.notice().is_some_and(|it| it.weight == Weight::Warning), told, "{typed:?}");
            assert_eq!(bench.scenario() == &before, told, "{typed:?}");
        }
        let name = window.state().bench().scenario().plans.get(&PlanId::new("B").unwrap()).unwrap().name.clone();
        let was = before.plans.get(&PlanId::new("B").unwrap()).unwrap().name.clone();
        let expected =
            if chinese { Text { zh: "进取 bold".into(), ..was } } else { Text { en: "进取 bold".into(), ..was } };
        assert_eq!(name, expected);
        click(&mut window, "B 进取 bold");
        assert_eq!(window.state().bench().plan().as_str(), "B");
    }
}

#[test]
fn every_label_changes_with_the_language_at_once() {
    for size in SIZES {
        let mut window = sample_window(true, size);
        let is_chinese = |text: &String| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let spoken = |window: &Window| {
            let mut all = labels(window, Role::Button);
            all.extend(labels(window, Role::Tab));
            all.push(last_line(window));
            all
        };
        let row = project_label(&window, "T13");
        click(&mut window, &row);
        let before = spoken(&window);
        assert!(before.iter().filter(|it| !is_chinese(it)).all(|it| it == "EN"), "{before:?}");
        click(&mut window, "EN");
        assert_eq!(window.state().bench().lang(), Lang::En);
        let after = spoken(&window);
        assert!(after.iter().filter(|it| is_chinese(it)).all(|it| it == "中"), "{after:?}");
        ctrl(&mut window, Key::E);
        assert_eq!(spoken(&window), before);
        assert!(!window.state().bench().is_unsaved(), "a language is no change of the document");
    }
}

#[test]
fn zoom_goes_by_keys_and_menu_and_stays_within_its_limits() {
    for mut window in two_windows() {
        let zoom = |window: &Window| (window.state().bench().settings().zoom * 10.0).round() / 10.0;
        ctrl(&mut window, Key::Plus);
        assert!((zoom(&window) - 1.1).abs() < 0.001);
        ctrl(&mut window, Key::Equals);
        assert!((zoom(&window) - 1.2).abs() < 0.001);
        for _ in 0..12 {
            ctrl(&mut window, Key::Plus);
        }
        assert!((zoom(&window) - 2.0).abs() < 0.001);
        assert!((window.ctx.zoom_factor() - 2.0).abs() < 0.001);
        for _ in 0..14 {
            ctrl(&mut window, Key::Minus);
        }
        assert!((zoom(&window) - 0.8).abs() < 0.001);
        ctrl(&mut window, Key::Num0);
        assert!((zoom(&window) - 1.0).abs() < 0.001);
        for (phrase, expected) in [(words::ZOOM_IN, 1.1), (words::ZOOM_OUT, 1.0), (words::ZOOM_RESET, 1.0)] {
            open_menu(&mut window, Menu::View);
            window.get_by_label_contains(say(&window, phrase)).click();
            window.run();
            assert!((zoom(&window) - expected).abs() < 0.001, "{phrase:?}");
        }
    }
}

#[test]
fn the_theme_changes_by_button_and_keys_and_the_sheets_open_from_the_menu() {
    for mut window in two_windows() {
        click_phrase(&mut window, words::DARK);
        assert!(window.state().bench().settings().dark && window.ctx.theme() == egui::Theme::Dark);
        ctrl(&mut window, Key::D);
        assert!(!window.state().bench().settings().dark && window.ctx.theme() == egui::Theme::Light);

        open_menu(&mut window, Menu::Help);
        click_phrase(&mut window, words::ABOUT);
        window.get_by_label(say(&window, words::ABOUT_TEXT));
        window.get_by_label_contains(env!("CARGO_PKG_VERSION"));
        click_phrase(&mut window, words::CLOSE);
        assert!(window.query_by_label(say(&window, words::ABOUT_TEXT)).is_none());

        open_menu(&mut window, Menu::Help);
        window.get_by_label_contains(say(&window, words::SHORTCUTS)).click();
        window.run();
        for row in parkboard::ui::actions::ACTIONS.iter().filter(|row| !row.keys.is_empty()) {
            assert!(window.query_all_by_label(say(&window, row.name)).count() > 0, "{row:?}");
        }
        window.key_press(Key::Delete);
        press(&mut window, Key::Escape);
        assert!(window.query_by_label(say(&window, words::CLOSE)).is_none());
    }
}

#[test]
fn a_file_dropped_over_unsaved_work_asks_first() {
    let (folder, path) = kept("dropped", &rule_breaches());
    for chinese in [true, false] {
        let mut window = sample_window(chinese, SIZES[0]);
        change(&mut window);
        window.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path.clone())));
        settle(&mut window);
        assert!(matches!(window.state().bench().question(), Some(Question::Unsaved { .. })));
        assert_eq!(home(&window, "T13").as_deref(), Some("gaoxin"));
        click_phrase(&mut window, words::DISCARD);
        settle(&mut window);
        assert_eq!(window.state().bench().path(), Some(path.as_path()));
        assert_eq!(window.state().bench().scenario(), &rule_breaches());
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_blank_document_offers_nothing_to_act_on_and_survives_every_key() {
    for mut window in two_windows() {
        window.state_mut().dispatch(Command::New(Fresh::Blank));
        window.run();
        let lang = window.state().bench().lang();
        let sample = sample::scenario();
        for label in labels(&window, Role::Button) {
            assert!(sample.parks.iter().all(|it| !label.contains(it.short_name.of(lang))), "{label}");
            assert!(sample.projects.iter().all(|it| !label.starts_with(it.id.as_str())), "{label}");
        }
        let start = window.state().bench().scenario().clone();
        for key in [Key::ArrowDown, Key::ArrowUp, Key::Space, Key::ArrowRight, Key::Enter, Key::Delete, Key::Escape] {
            press(&mut window, key);
        }
        for key in [Key::Z, Key::Y, Key::L] {
            ctrl(&mut window, key);
        }
        assert_eq!(window.state().bench().scenario(), &start);
        assert!(window.state().bench().held().is_none());
        ctrl(&mut window, Key::F);
        let field = say(&window, words::SEARCH);
        type_into(&mut window, field, "zzz");
        click_phrase(&mut window, words::CLEAR_SEARCH);
    }
}

#[test]
fn a_search_finds_by_number_name_industry_and_reporter_and_is_cleared_by_either_button() {
    for mut window in two_windows() {
        let chinese = window.state().bench().lang() == Lang::Zh;
        let words_and_hits: [(&str, &[&str]); 5] = if chinese {
            [
                ("t13", &["T13"]),
                ("丝绸", &["T17"]),
                ("精细化工", &["T04", "T05"]),
                ("盐亭", &["T16", "T17"]),
                ("盐亭 丝绸", &["T17"]),
            ]
        } else {
            [
                ("t13", &["T13"]),
                ("silk", &["T17"]),
                ("fine chem", &["T04", "T05"]),
                ("yanting", &["T16", "T17"]),
                ("YANTING silk", &["T17"]),
            ]
        };
        let field = say(&window, words::SEARCH);
        for (typed, hits) in words_and_hits {
            ctrl(&mut window, Key::F);
            type_into(&mut window, field, typed);
            let ids: Vec<String> =
                window.state().bench().scenario().projects.iter().map(|it| it.id.to_string()).collect();
            let shown = labels(&window, Role::Button);
            let found: Vec<&String> = ids
                .iter()
                .filter(|id| shown.iter().any(|it| it.starts_with(&format!("{id} ")) && !it.contains(" · ")))
                .collect();
            assert_eq!(found, hits.iter().collect::<Vec<_>>(), "{typed}");
        }
        for which in [0, 1] {
            type_into(&mut window, field, "zzz");
            let clear = say(&window, words::CLEAR_SEARCH);
            assert_eq!(window.get_all_by_label(clear).count(), 2, "in the field and where nothing matches");
            window.get_all_by_label(clear).nth(which).unwrap().click();
            window.run();
            assert_eq!(window.query_all_by_label(clear).count(), 0);
            assert!(window.query_by_label(&project_label(&window, "T13")).is_some());
        }
        assert_eq!(window.state().bench().selection(), &Selection::Nothing, "a search selects nothing");
        assert_eq!(project("T13").as_str(), "T13");
    }
}

//! The table of actions through the window: menus, palette, what is impossible and why, settings.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    i18n::{phrase::Phrase, words},
    ui::actions::{ACTIONS, Action, Menu},
    workbench::{Selection, Workbench, command::Command, sample},
};

use crate::harness::{
    SIZES, Window, click, click_phrase, ctrl, folder, home, labels, last_line, open_menu, press, project,
    project_label, sample_window, say, two_windows, type_into, window,
};

/// The labels of what is disabled.
fn disabled(window: &Window) -> Vec<String> {
    let nodes = window.root().children_recursive().map(|node| node.accesskit_node());
    nodes.filter(egui_kittest::kittest::AccessKitNode::is_disabled).filter_map(|it| it.label()).collect()
}

fn type_in_palette(window: &mut Window, typed: &str) {
    let field = say(window, words::PALETTE_FIELD);
    type_into(window, field, typed);
}

#[test]
fn every_action_stands_in_its_menu_and_what_is_impossible_says_why() {
    for mut window in two_windows() {
        for menu in Menu::ALL {
            open_menu(&mut window, menu);
            let buttons = labels(&window, Role::Button);
            for row in menu.groups().flatten() {
                let name = say(&window, row.name);
                assert!(buttons.iter().any(|it| it.starts_with(name)), "{name}: {buttons:?}");
            }
            press(&mut window, Key::Escape);
        }
        // Nothing is selected and nothing was done: each of these names what is missing.
        for (menu, name, reason) in [
            (Menu::Edit, words::UNDO, words::NOTHING_TO_UNDO),
            (Menu::Edit, words::REDO, words::NOTHING_TO_REDO),
            (Menu::Edit, words::BACK_TO_QUEUE, words::SELECT_PLACED_FIRST),
            (Menu::Edit, words::PLACE_SELECTED, words::SELECT_PROJECT_FIRST),
            (Menu::Plan, words::WAIVE, words::SELECT_WAIVABLE_FIRST),
            (Menu::Plan, words::OPEN_FIRST, words::OPENS_FIRST_ALREADY),
            (Menu::Park, words::PARK_FINDINGS, words::SELECT_PARK_FIRST),
        ] {
            open_menu(&mut window, menu);
            let label = format!("{} · {}", say(&window, name), say(&window, reason));
            assert!(disabled(&window).contains(&label), "{label}: {:?}", disabled(&window));
            press(&mut window, Key::Escape);
        }
    }
}

#[test]
fn the_palette_runs_an_action_by_a_few_letters_of_either_language() {
    for (typed, chinese) in [("深色", true), ("dark", true), ("dark li", false), ("深色", false)] {
        let mut window = sample_window(chinese, SIZES[0]);
        ctrl(&mut window, Key::K);
        type_in_palette(&mut window, typed);
        press(&mut window, Key::Enter);
        assert!(window.state().bench().settings().dark, "{typed}");
        assert!(window.query_by_label(say(&window, words::PALETTE_HINT)).is_none(), "it closes");
    }
}

#[test]
fn the_palette_goes_to_projects_parks_plans_and_rules() {
    for mut window in two_windows() {
        ctrl(&mut window, Key::K);
        type_in_palette(&mut window, "T13");
        press(&mut window, Key::Enter);
        assert_eq!(window.state().bench().selection(), &Selection::Project(project("T13")));
        ctrl(&mut window, Key::K);
        type_in_palette(&mut window, "江油");
        press(&mut window, Key::Enter);
        assert!(matches!(window.state().bench().selection(), Selection::Park(id) if id.as_str() == "jiangyou"));
        ctrl(&mut window, Key::K);
        type_in_palette(&mut window, "blank slate");
        press(&mut window, Key::Enter);
        assert_eq!(window.state().bench().plan().as_str(), "B");
        ctrl(&mut window, Key::K);
        let rule = window.state().bench().scenario().rules.iter().next().unwrap().clone();
        type_in_palette(&mut window, &rule.title.zh);
        press(&mut window, Key::Enter);
        assert!(matches!(window.state().bench().selection(), Selection::Finding(key) if key.1 == rule.id));
    }
}

#[test]
fn the_palette_shows_what_is_impossible_with_the_reason_and_does_not_run_it() {
    for mut window in two_windows() {
        ctrl(&mut window, Key::K);
        type_in_palette(&mut window, "undo");
        let reason = say(&window, words::NOTHING_TO_UNDO);
        assert!(labels(&window, Role::ListItem)[0].ends_with(reason), "{:?}", labels(&window, Role::ListItem));
        press(&mut window, Key::Enter);
        assert!(window.query_by_label(say(&window, words::PALETTE_HINT)).is_some(), "it stays open");
        type_in_palette(&mut window, "zzzqq");
        window.get_by_label(say(&window, words::PALETTE_EMPTY));
        press(&mut window, Key::Enter);
        press(&mut window, Key::Escape);
        assert!(window.query_by_label(say(&window, words::PALETTE_HINT)).is_none());
        assert_eq!(window.state().bench().scenario(), &sample::scenario());
    }
}

#[test]
fn what_the_palette_went_to_last_stands_first_and_the_arrows_choose() {
    let mut window = sample_window(false, SIZES[0]);
    ctrl(&mut window, Key::K);
    type_in_palette(&mut window, "T07");
    press(&mut window, Key::Enter);
    ctrl(&mut window, Key::K);
    assert!(labels(&window, Role::ListItem)[0].starts_with("T07 "));
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::ArrowDown);
    let second = labels(&window, Role::ListItem)[1].clone();
    assert!(second.starts_with(words::NEW_SAME_BASE.en), "{second}");
    window.state_mut().dispatch(Command::Select(Selection::Nothing));
    press(&mut window, Key::Enter);
    assert!(window.state().bench().scenario().placements.is_empty(), "the second ran");
}

#[test]
fn a_park_is_chosen_by_the_keys_alone_from_a_judged_list() {
    for mut window in two_windows() {
        let row = project_label(&window, "T13");
        click(&mut window, &row);
        ctrl(&mut window, Key::P);
        let entries = labels(&window, Role::ListItem);
        let last = say(&window, words::VETO);
        let refused = |label: &String| label.ends_with(last);
        assert!(!refused(&entries[0]) && entries.is_sorted_by_key(refused), "the best come first: {entries:?}");
        type_in_palette(&mut window, "kejicheng");
        press(&mut window, Key::Enter);
        assert_eq!(home(&window, "T13").as_deref(), Some("kejicheng-xinqu"));
    }
}

#[test]
fn keys_of_an_impossible_action_tell_why() {
    for mut window in two_windows() {
        ctrl(&mut window, Key::L);
        assert!(last_line(&window).starts_with(say(&window, words::SELECT_PLACED_FIRST)));
        press(&mut window, Key::Escape);
        ctrl(&mut window, Key::Z);
        assert!(window.state().bench().notice().is_none(), "nothing to undo needs no words");
    }
}

#[test]
fn plans_parks_and_findings_are_stepped_through_by_keys() {
    for mut window in two_windows() {
        ctrl(&mut window, Key::PageDown);
        assert_eq!(window.state().bench().plan().as_str(), "B");
        ctrl(&mut window, Key::PageDown);
        assert_eq!(window.state().bench().plan().as_str(), "A", "around the end");
        let parks: Vec<String> =
            window.state().bench().scenario().parks_in_order().iter().map(|it| it.id.to_string()).collect();
        for expected in [&parks[0], &parks[1]] {
            window.key_press_modifiers(egui::Modifiers::ALT, Key::ArrowRight);
            window.run();
            assert!(matches!(window.state().bench().selection(), Selection::Park(id) if id.as_str() == expected));
        }
        let worst = window.state().bench().judgement().notable()[0].key();
        press(&mut window, Key::F8);
        assert_eq!(window.state().bench().selection(), &Selection::Finding(worst.clone()));
        press(&mut window, Key::F8);
        assert_ne!(window.state().bench().selection(), &Selection::Finding(worst.clone()));
        window.key_press_modifiers(egui::Modifiers::SHIFT, Key::F8);
        window.run();
        assert_eq!(window.state().bench().selection(), &Selection::Finding(worst));
    }
}

#[test]
fn settings_take_effect_at_once_and_a_folder_that_is_not_there_is_told() {
    let there = folder("default");
    for mut window in two_windows() {
        ctrl(&mut window, Key::Comma);
        click_phrase(&mut window, words::DARK_THEME);
        click(&mut window, "150 %");
        click_phrase(&mut window, words::STILL);
        let settings = window.state().bench().settings().clone();
        assert!(settings.dark && settings.still && (settings.zoom - 1.5).abs() < 0.01);
        assert!(window.ctx.global_style().animation_time < f32::EPSILON);
        click(&mut window, "100 %");
        let field = say(&window, words::FOLDER);
        type_into(&mut window, field, "/nowhere at all");
        window.get_by_label(say(&window, words::NO_SUCH_FOLDER));
        press(&mut window, Key::Enter);
        assert_eq!(window.state().bench().settings().folder, None);
        type_into(&mut window, field, &there.display().to_string());
        press(&mut window, Key::Enter);
        assert_eq!(window.state().bench().settings().folder.as_deref(), Some(there.as_path()));
        click_phrase(&mut window, words::CLOSE);
        // A document in no file begins there.
        window.key_press_modifiers(egui::Modifiers::COMMAND.plus(egui::Modifiers::SHIFT), Key::S);
        window.run();
        let path = say(&window, words::PATH);
        let offered = window.get_by_role_and_label(Role::TextInput, path).value().unwrap();
        assert!(offered.starts_with(&there.display().to_string()), "{offered}");
    }
    std::fs::remove_dir_all(there).unwrap();
}

#[test]
fn many_plans_and_a_narrow_window_leave_every_menu_and_plan_within_reach() {
    for size in [[860.0, 480.0], [640.0, 360.0], [1280.0, 720.0]] {
        let mut window = window(Workbench::on(sample::scenario(), parkboard::io::settings::Settings::default()), size);
        for _ in 0..9 {
            window.state_mut().dispatch(Command::AddPlan { copy: false });
        }
        window.run();
        if window.query_by_label(words::ALL_MENUS.zh).is_some() {
            click_phrase(&mut window, words::ALL_MENUS);
        }
        for menu in Menu::ALL.into_iter().filter(|it| *it != Menu::File) {
            let name: Phrase = menu.name();
            assert!(window.query_by_label(name.zh).is_some(), "{name:?}");
        }
        press(&mut window, Key::Escape);
        let right = window.ctx.content_rect().right();
        for role in [Role::Button, Role::Tab] {
            for node in window.get_all_by_role(role) {
                let label = node.accesskit_node().label();
                assert!(node.rect().right() <= right + 1.0, "{label:?} at {:?}", node.rect());
            }
        }
        assert!(ACTIONS.iter().any(|row| row.action == Action::NextPlan));
        ctrl(&mut window, Key::PageDown);
        assert_eq!(window.state().bench().plan().as_str(), "A");
    }
}

//! Positions in the window: written down, checked, moved, compared, adopted; by mouse and by keyboard.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use parkboard::{
    i18n::{phrase::Phrase, words},
    model::{id::PositionId, park::Role as PositionRole},
    workbench::{Selection, command::Command},
};

use crate::harness::{Window, click, click_beginning, labels, park, press, say, two_windows};

fn position(id: &str) -> PositionId {
    PositionId::new(id).unwrap()
}

fn select_park(window: &mut Window, id: &str) {
    window.state_mut().dispatch(Command::Select(Selection::Park(park(id))));
    window.run();
}

/// Names of the positions of a park in the plan, in their order.
fn names(window: &Window, id: &str) -> Vec<String> {
    let facts = window.state().bench().judgement().facts().park(&park(id)).unwrap();
    facts.positions.iter().map(|it| it.name.zh.clone()).collect()
}

fn of_position(window: &Window, phrase: Phrase, id: &str) -> String {
    let bench = window.state().bench();
    format!("{} {}", say(window, phrase), bench.position(&position(id)).unwrap().name.of(bench.lang()))
}

fn type_into(window: &mut Window, label: Phrase, text: &str) {
    let label = say(window, label);
    window.get_by_role_and_label(Role::TextInput, label).focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.get_by_role_and_label(Role::TextInput, label).type_text(text);
    window.run();
}

/// Whether a node of this label is on the screen.
fn shows(window: &Window, part: &str) -> bool {
    window.query_all_by_label_contains(part).next().is_some()
}

fn ctrl_enter(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.run();
}

#[test]
fn a_free_slot_takes_a_position_from_the_catalogue_in_one_step() {
    for mut window in two_windows() {
        select_park(&mut window, "zitong");
        let label = role_words(&window, PositionRole::Characteristic);
        click_beginning(&mut window, &label);
        let set = window.state().bench().scenario().position_catalogue.iter().next().unwrap().clone();
        let lang = window.state().bench().lang();
        let label = labels(&window, Role::RadioButton)
            .into_iter()
            .find(|label| label.starts_with(set.name.of(lang)))
            .expect("the catalogue comes first");
        click(&mut window, &label);
        ctrl_enter(&mut window);
        assert!(names(&window, "zitong").contains(&set.name.zh));
        window.state_mut().dispatch(Command::Undo);
        window.run();
        assert!(!names(&window, "zitong").contains(&set.name.zh), "one step");
    }
}

fn role_words(window: &Window, role: PositionRole) -> String {
    format!("{} · {}", say(window, parkboard::i18n::term::role(role)), say(window, words::FREE_SLOT))
}

#[test]
fn a_position_is_edited_by_keyboard_and_the_check_names_what_breaks() {
    for mut window in two_windows() {
        select_park(&mut window, "gaoxin");
        let edit = of_position(&window, words::EDIT_POSITION, "gaoxin-C1");
        window.get_by_label(&edit).focus();
        press(&mut window, Key::Enter);
        type_into(&mut window, words::NAME_ZH, "智慧家居");
        type_into(&mut window, words::SEARCH_SUB_SECTORS, "laser");
        press(&mut window, Key::Enter);
        let leading = say(&window, parkboard::i18n::term::role(PositionRole::Leading));
        window.get_by_role_and_label(Role::RadioButton, leading).focus();
        press(&mut window, Key::Space);
        assert!(shows(&window, say(&window, words::OVER_CAP)), "a fourth leading position is over the cap");
        assert!(shows(&window, say(&window, words::ALSO_IN)), "Youxian leads in lasers");
        ctrl_enter(&mut window);
        let changed = window.state().bench().position(&position("gaoxin-C1")).unwrap().clone();
        assert_eq!(changed.name.zh, "智慧家居");
        assert_eq!(changed.role, PositionRole::Leading);
        assert!(changed.industries.iter().any(|it| it.as_str() == "laser"));
        window.state_mut().dispatch(Command::Undo);
        assert_eq!(window.state().bench().position(&position("gaoxin-C1")).unwrap().role, PositionRole::Characteristic);
    }
}

#[test]
fn a_place_in_the_order_shifts_the_others_and_is_one_step() {
    for mut window in two_windows() {
        let before = names(&window, "gaoxin");
        let third = window.state().bench().position(&position("gaoxin-L3")).unwrap().clone();
        let proposal = parkboard::workbench::positions::Proposal {
            park: third.park,
            role: third.role,
            name: third.name.clone(),
            industries: third.industries,
            order: Some(1),
        };
        let command = Command::ProposePosition { position: Some(third.id), proposal };
        window.state_mut().dispatch(command);
        let after = names(&window, "gaoxin");
        assert_eq!(after[..3], [third.name.zh, before[0].clone(), before[1].clone()]);
        window.state_mut().dispatch(Command::Undo);
        assert_eq!(names(&window, "gaoxin"), before);
    }
}

#[test]
fn a_position_moves_to_another_park_by_the_list_that_says_what_it_would_do() {
    for mut window in two_windows() {
        select_park(&mut window, "gaoxin");
        let label = of_position(&window, words::MOVE_TO, "gaoxin-C2");
        click(&mut window, &label);
        let bench = window.state().bench();
        let short = bench.scenario().parks.get(&park("zitong")).unwrap().short_name.of(bench.lang()).to_owned();
        let label = format!("{} {short}: ", say(&window, words::MOVE_TO));
        click_beginning(&mut window, &label);
        assert_eq!(window.state().bench().position(&position("gaoxin-C2")).unwrap().park, park("zitong"));
        window.state_mut().dispatch(Command::Undo);
        assert_eq!(window.state().bench().position(&position("gaoxin-C2")).unwrap().park, park("gaoxin"));
    }
}

#[test]
fn the_overview_shows_old_and_new_refuses_a_broken_cap_and_adopts_with_a_document() {
    for mut window in two_windows() {
        window.state_mut().dispatch(Command::MovePosition {
            position: position("gaoxin-C1"),
            park: park("gaoxin"),
            role: PositionRole::Leading,
        });
        window.run();
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
        window.run();
        assert!(shows(&window, say(&window, words::CAP_FORBIDS_ADOPTING)));
        ctrl_enter(&mut window);
        assert!(!window.state().bench().position_changes().is_empty(), "refused");
        let label = of_position(&window, words::RESTORE, "gaoxin-C1");
        click(&mut window, &label);
        assert!(shows(&window, say(&window, words::ALL_CAPS_HOLD)));
        window.state_mut().dispatch(Command::WithdrawPosition(position("gaoxin-C1")));
        window.run();
        let none = format!("{}: {}", say(&window, words::SET_BY), say(&window, words::NO_DOCUMENT_YET));
        click(&mut window, &none);
        let document = window.state().bench().scenario().documents.iter().next().unwrap().clone();
        let title = document.title.of(window.state().bench().lang()).to_owned();
        click(&mut window, &title);
        ctrl_enter(&mut window);
        let bench = window.state().bench();
        assert!(bench.position_changes().is_empty(), "adopted");
        let withdrawn = bench.scenario().positions.get(&position("gaoxin-C1")).unwrap();
        assert!(withdrawn.valid_to.is_some(), "what was withdrawn stays as history");
        assert!(bench.position(&position("gaoxin-C1")).is_none());
    }
}

#[test]
fn the_history_lists_what_stands_and_what_the_plan_changes_with_a_way_back() {
    for mut window in two_windows() {
        window.state_mut().dispatch(Command::WithdrawPosition(position("gaoxin-C1")));
        select_park(&mut window, "gaoxin");
        let label = say(&window, words::HISTORY);
        click_beginning(&mut window, label);
        let lang = window.state().bench().lang();
        let name = window.state().bench().scenario().positions.get(&position("gaoxin-C1")).unwrap().name.clone();
        let label = format!("{} {}", say(&window, words::RESTORE), name.of(lang));
        click(&mut window, &label);
        assert!(window.state().bench().position(&position("gaoxin-C1")).is_some());
    }
}

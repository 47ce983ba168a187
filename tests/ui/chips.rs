//! Positions as chips on the cards: opened, dragged between parks and columns, moved by keys; never by accident.

use egui::{Key, Modifiers, Pos2, accesskit::Role};
use egui_kittest::kittest::Queryable;
use parkboard::{
    i18n::{finding, term, words},
    model::{
        id::PositionId,
        park::{Position, Role as PositionRole},
    },
    workbench::{Selection, command::Command, held::Outlook},
};

use crate::harness::{
    Window, card_label, card_place, card_row_label, click, hold, home, labels, last_line, move_to, park, place_of,
    press, project, release, say, two_windows,
};

/// The position of this place in a park, as the plan has it.
fn position(window: &Window, of: &str, at: usize) -> Position {
    let facts = window.state().bench().judgement().facts().park(&park(of)).unwrap();
    facts.positions[at].clone()
}

/// The label of its socket.
fn socket(window: &Window, position: &Position) -> String {
    let bench = window.state().bench();
    let name = position.name.of(bench.lang());
    let park = finding::park_name(bench.scenario(), &position.park);
    format!("{} · {name} · {}", say(window, term::role(position.role)), park.of(bench.lang()))
}

/// Numbers of leading and characteristic positions of a park.
fn counts(window: &Window, of: &str) -> (usize, usize) {
    let facts = window.state().bench().judgement().facts().park(&park(of)).unwrap();
    let leading = facts.positions.iter().filter(|it| it.role == PositionRole::Leading).count();
    (leading, facts.positions.len() - leading)
}

fn stands(window: &Window, id: &PositionId) -> (String, PositionRole) {
    let position = window.state().bench().position(id).unwrap();
    (position.park.to_string(), position.role)
}

/// The first socket of a column of a card: where a position of that role would be dropped.
fn column(window: &Window, of: &str, role: PositionRole) -> Pos2 {
    let facts = window.state().bench().judgement().facts().park(&park(of)).unwrap();
    let first = facts.positions.iter().find(|it| it.role == role).unwrap().clone();
    place_of(window, &socket(window, &first)).center()
}

#[test]
fn a_chip_is_dragged_to_a_park_with_a_free_slot_as_one_step() {
    for mut window in two_windows() {
        let chip = position(&window, "jiangyou", 2);
        assert_eq!(chip.role, PositionRole::Characteristic);
        let before = (counts(&window, "jiangyou"), counts(&window, "zitong"));
        let from = place_of(&window, &socket(&window, &chip)).center();
        let to = card_place(&window, "zitong").center() + egui::vec2(60.0, 10.0);
        hold(&mut window, from, to);
        let held = window.state().bench().held_position().unwrap();
        assert_eq!((held.over.clone(), held.role), (Some(park("zitong")), chip.role));
        let preview = held.preview(&park("zitong"), chip.role).unwrap();
        let told = preview.effect.clone().unwrap();
        assert!(card_label(&window, "zitong").contains("1/2 → 2/2"), "{}", card_label(&window, "zitong"));
        assert!(last_line(&window).contains(chip.name.of(window.state().bench().lang())));
        release(&mut window, to);
        assert_eq!(stands(&window, &chip.id), ("zitong".to_owned(), PositionRole::Characteristic));
        let after = (counts(&window, "jiangyou"), counts(&window, "zitong"));
        assert_eq!(((before.0.1 - 1), (before.1.1 + 1)), (after.0.1, after.1.1));
        assert_eq!(window.state().bench().judgement().score(), told.after, "the drop does what was told");
        let label = socket(&window, &position_of(&window, &chip.id));
        window.get_by_label(&label);
        window.state_mut().dispatch(Command::Undo);
        window.run();
        assert_eq!((counts(&window, "jiangyou"), counts(&window, "zitong")), before);
        assert_eq!(window.state().bench().undoable(), None, "one step");
    }
}

fn position_of(window: &Window, id: &PositionId) -> Position {
    window.state().bench().position(id).unwrap().clone()
}

#[test]
fn over_the_other_column_the_role_changes_and_one_too_many_sticks_out() {
    for mut window in two_windows() {
        // Youxian is full: 2 + 2. A characteristic chip over its leading column makes three.
        let chip = position(&window, "youxian", 3);
        assert_eq!(chip.role, PositionRole::Characteristic);
        let from = place_of(&window, &socket(&window, &chip)).center();
        let to = column(&window, "youxian", PositionRole::Leading);
        hold(&mut window, from, to);
        move_to(&mut window, to + egui::vec2(1.0, 0.0));
        let held = window.state().bench().held_position().unwrap();
        assert_eq!((held.over.clone(), held.role), (Some(park("youxian")), PositionRole::Leading));
        assert_eq!(held.preview(&park("youxian"), PositionRole::Leading).unwrap().outlook, Outlook::Breaks);
        assert!(card_label(&window, "youxian").contains("2/2 → 3/2"));
        // Over the rest of its own card nothing would happen.
        let rest = card_place(&window, "youxian").center_bottom() - egui::vec2(0.0, 12.0);
        move_to(&mut window, rest);
        move_to(&mut window, rest + egui::vec2(1.0, 0.0));
        assert!(card_label(&window, "youxian").contains(say(&window, words::HERE)));
        move_to(&mut window, to);
        move_to(&mut window, to + egui::vec2(1.0, 0.0));
        release(&mut window, to + egui::vec2(1.0, 0.0));
        assert_eq!(counts(&window, "youxian"), (3, 1));
        assert!(card_label(&window, "youxian").contains("3/2"));
    }
}

#[test]
fn escape_or_empty_ground_puts_the_chip_back() {
    for mut window in two_windows() {
        let chip = position(&window, "jiangyou", 0);
        let from = place_of(&window, &socket(&window, &chip)).center();
        let to = card_place(&window, "zitong").center();
        hold(&mut window, from, to);
        press(&mut window, Key::Escape);
        assert!(!window.state().bench().is_holding());
        release(&mut window, to);
        let nowhere = place_of(&window, &last_line_label(&window)).center();
        hold(&mut window, from, nowhere);
        assert!(window.state().bench().is_holding());
        release(&mut window, nowhere);
        assert!(!window.state().bench().is_holding());
        assert_eq!(window.state().bench().undoable(), None);
    }
}

/// The label of the button of the chart or findings under the board: a place where nothing can be dropped.
fn last_line_label(window: &Window) -> String {
    say(window, words::COPY_FINDINGS).to_owned()
}

#[test]
fn a_chip_that_the_park_covers_already_is_refused_before_and_after_the_drop() {
    for mut window in two_windows() {
        let all: Vec<Position> = {
            let facts = window.state().bench().judgement().facts();
            facts.parks().flat_map(|(_, facts)| facts.positions.clone()).collect()
        };
        let covers = |one: &Position, other: &Position| one.industries.iter().any(|it| other.covers(it));
        let (chip, other) = all
            .iter()
            .flat_map(|one| all.iter().map(move |other| (one, other)))
            .find(|(one, other)| one.park != other.park && covers(one, other))
            .unwrap();
        let from = place_of(&window, &socket(&window, chip)).center();
        let to = card_place(&window, other.park.as_str()).center_bottom() - egui::vec2(0.0, 12.0);
        hold(&mut window, from, to);
        let label = card_label(&window, other.park.as_str());
        assert!(label.contains(say(&window, words::NOT_HERE)), "{label}");
        release(&mut window, to);
        assert_eq!(stands(&window, &chip.id).0, chip.park.as_str());
        assert!(window.state().bench().notice().is_some(), "and says why");
    }
}

#[test]
fn a_click_opens_the_sheet_of_the_position_or_of_a_new_one() {
    for mut window in two_windows() {
        let chip = position(&window, "jiangyou", 0);
        let label = socket(&window, &chip);
        click(&mut window, &label);
        let title = format!("{} · ", say(&window, words::EDIT_POSITION));
        assert!(window.query_all_by_label_contains(&title).next().is_some());
        press(&mut window, Key::Escape);
        let free = format!(
            "{} · {} · ",
            say(&window, term::role(PositionRole::Characteristic)),
            say(&window, words::FREE_SLOT)
        );
        let label = labels(&window, Role::Button).into_iter().find(|it| it.starts_with(&free)).unwrap();
        click(&mut window, &label);
        let title = format!("{} · ", say(&window, words::NEW_POSITION));
        assert!(window.query_all_by_label_contains(&title).next().is_some());
        press(&mut window, Key::Escape);
        assert_eq!(window.state().bench().undoable(), None);
    }
}

#[test]
fn space_picks_a_position_up_and_the_keys_carry_it() {
    for mut window in two_windows() {
        window.state_mut().dispatch(Command::Select(Selection::Park(park("jiangyou"))));
        window.run();
        let chip = position(&window, "jiangyou", 2);
        let name = chip.name.of(window.state().bench().lang()).to_owned();
        let row = format!("{} {name}", say(&window, words::EDIT_POSITION));
        window.get_by_label(&row).focus();
        window.run();
        press(&mut window, Key::Space);
        let over = |window: &Window| window.state().bench().over().map(ToString::to_string);
        assert_eq!(over(&window).as_deref(), Some("jiangyou"), "it is held over its own park");
        assert!(last_line(&window).contains(say(&window, words::MOVING_POSITION)));
        for _ in 0..12 {
            if over(&window).as_deref() == Some("zitong") {
                break;
            }
            press(&mut window, Key::ArrowRight);
        }
        assert_eq!(over(&window).as_deref(), Some("zitong"));
        press(&mut window, Key::Num1);
        assert_eq!(window.state().bench().held_position().unwrap().role, PositionRole::Leading);
        assert!(last_line(&window).contains("2/2 → 3/2"), "the keys speak: {}", last_line(&window));
        press(&mut window, Key::Num2);
        press(&mut window, Key::Enter);
        assert_eq!(stands(&window, &chip.id), ("zitong".to_owned(), PositionRole::Characteristic));
        assert!(!window.state().bench().is_holding());
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
        assert_eq!(stands(&window, &chip.id).0, "jiangyou");
    }
}

#[test]
fn the_table_takes_and_gives_single_projects_and_positions() {
    for mut window in two_windows() {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
        window.run();
        let row = card_row_label(&window, "T10");
        click(&mut window, &row);
        assert_eq!(*window.state().bench().selection(), Selection::Project(project("T10")));
        let from = place_of(&window, &row).center();
        let to = card_place(&window, "anzhou").center();
        hold(&mut window, from, to);
        assert!(window.state().bench().held().is_some_and(|held| held.over == Some(park("anzhou"))));
        press(&mut window, Key::Escape);
        release(&mut window, to);
        assert_eq!(home(&window, "T10").as_deref(), Some("youxian"));
        let chip = position(&window, "jiangyou", 2);
        let from = place_of(&window, &socket(&window, &chip)).center();
        let to = column(&window, "zitong", PositionRole::Characteristic);
        hold(&mut window, from, to);
        release(&mut window, to);
        assert_eq!(stands(&window, &chip.id), ("zitong".to_owned(), PositionRole::Characteristic));
    }
}

//! Are the habits the same in every workspace? Keys act where they are seen, what was done shows with its undo, and what is
//! shown can be carried away; in both languages.

use egui::{Key, OutputCommand};
use egui_kittest::kittest::Queryable;
use parkboard::{
    i18n::{compare as say_compare, review, session as say_session, words},
    rules::finding::State,
    workbench::{Selection, command::Command},
};

use crate::harness::{click_beginning, click_phrase, ctrl, park, press, project, say, settle, two_windows};

/// The keys of the six workspaces beside placement.
const ELSEWHERE: [Key; 6] = [Key::Num1, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];

#[test]
fn what_was_done_shows_with_its_undo_in_every_workspace() {
    for mut window in two_windows() {
        window.state_mut().dispatch(Command::Place { project: project("T13"), park: park("kejicheng-xinqu") });
        window.run();
        for key in ELSEWHERE {
            ctrl(&mut window, key);
            let undo = say(&window, words::UNDO);
            assert!(window.query_all_by_label_contains("T13 ").next().is_some(), "{key:?}");
            click_beginning(&mut window, undo);
            assert!(window.state().bench().judgement().facts().home(&project("T13")).is_none(), "{key:?}");
            window.state_mut().dispatch(Command::Redo);
            window.run();
        }
    }
}

#[test]
fn keys_of_the_board_turn_to_it_from_elsewhere() {
    for mut window in two_windows() {
        for key in ELSEWHERE.into_iter().take(5) {
            ctrl(&mut window, key);
            press(&mut window, Key::F8);
            assert!(matches!(window.state().bench().selection(), Selection::Finding(_)), "{key:?}");
            let field = say(&window, words::SEARCH);
            assert!(window.query_all_by_label_contains(field).next().is_some(), "{key:?}: the board is not turned to");
            window.state_mut().dispatch(Command::Select(Selection::Nothing));
            window.run();
        }
    }
}

#[test]
fn the_next_finding_is_one_of_those_that_are_shown() {
    for mut window in two_windows() {
        let broken = say(&window, parkboard::i18n::term::state(State::Broken));
        click_beginning(&mut window, &format!("{broken} 5"));
        for _ in 0..7 {
            press(&mut window, Key::F8);
            let Selection::Finding(key) = window.state().bench().selection().clone() else { panic!("none selected") };
            let finding = window.state().bench().judgement().findings().find(|it| it.key() == key).unwrap().clone();
            assert_eq!(finding.state, State::Broken);
        }
    }
}

#[test]
fn a_comparison_is_carried_away_as_cells() {
    for mut window in two_windows() {
        ctrl(&mut window, Key::Num6);
        for _ in 0..4 {
            settle(&mut window);
            window.run();
        }
        let label = say(&window, say_compare::COPY);
        window.get_by_label(label).click();
        let mut copied = None;
        for _ in 0..4 {
            window.step();
            let commands = &window.output().platform_output.commands;
            let text = commands
                .iter()
                .find_map(|it| if let OutputCommand::CopyText(text) = it { Some(text.clone()) } else { None });
            copied = copied.or(text);
        }
        let copied = copied.unwrap();
        let name = say(&window, review::indicator(parkboard::evaluate::comparison::Indicator::Unplaced));
        let row = copied.lines().find(|it| it.starts_with(name)).unwrap();
        assert_eq!(row.split('\t').nth(1), Some("9"), "{row}");
        assert_eq!(row.split('\t').nth(2), Some("20"), "{row}");
        assert!(copied.lines().any(|it| it.starts_with("T02 ")), "{copied}");
    }
}

#[test]
fn a_recommendation_becomes_the_reason_with_one_click() {
    for mut window in two_windows() {
        ctrl(&mut window, Key::Num7);
        click_beginning(&mut window, "T01 ");
        for _ in 0..4 {
            settle(&mut window);
            window.run();
        }
        click_phrase(&mut window, say_session::AS_RECOMMENDED);
        click_phrase(&mut window, say_session::DECIDE);
        let bench = window.state().bench();
        let decision = bench.scenario().decisions.iter().find(|it| it.project == project("T01")).unwrap();
        assert!(decision.reason.contains(char::is_numeric), "{}", decision.reason);
        assert_eq!(decision.park, decision.recommended);
    }
}

#[test]
fn what_stands_in_the_way_is_told_before_it_is_decided() {
    for mut window in two_windows() {
        ctrl(&mut window, Key::Num7);
        // Whether the park is a chemical one is to be confirmed.
        click_beginning(&mut window, "T05 ");
        for _ in 0..4 {
            settle(&mut window);
            window.run();
        }
        let rule = window.state().bench().scenario().rules.iter().find(|it| it.id.as_str() == "chemical-park").unwrap();
        let title = rule.title.of(window.state().bench().lang()).to_owned();
        assert!(window.query_all_by_label_contains(&title).count() > 1, "in the inspector and in the form: {title}");
    }
}

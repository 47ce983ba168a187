//! Everything that can be pressed, typed into or chosen has a name, in every state of the window; and figures tell
//! where they come from.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    i18n::words,
    ui::actions::Menu,
    workbench::{Selection, command::Command},
};

use crate::harness::{
    ACTED_ON, SIZES, Window, click_phrase, ctrl, labels, open_menu, palette, park, press, project, rule_breaches,
    sample_window, say, show_rule, two_windows,
};

/// Checks that nothing without a name can be acted on.
#[track_caller]
fn all_named(window: &Window, state: &str) {
    let mut seen = 0;
    for node in window.root().children_recursive() {
        let node = node.accesskit_node();
        if !ACTED_ON.contains(&node.role()) {
            continue;
        }
        seen += 1;
        let label = node.label().or_else(|| node.value()).unwrap_or_default();
        assert!(!label.trim().is_empty(), "{state}: a {:?} without a name", node.role());
    }
    assert!(seen > 8, "{state}: {seen} things to act on");
    unlike_its_siblings(&window.root(), state);
}

/// Checks that no two siblings of the same role are called the same.
#[track_caller]
fn unlike_its_siblings(node: &egui_kittest::Node<'_>, state: &str) {
    let mut names = std::collections::BTreeSet::new();
    for child in node.children() {
        let it = child.accesskit_node();
        if ACTED_ON.contains(&it.role()) {
            let name = format!("{:?} {:?}", it.role(), it.label().or_else(|| it.value()));
            assert!(names.insert(name.clone()), "{state}: two siblings are {name}");
        }
        unlike_its_siblings(&child, state);
    }
}

#[test]
fn nothing_that_can_be_acted_on_is_without_a_name_in_any_state() {
    for mut window in two_windows() {
        all_named(&window, "at rest");
        let findings: Vec<_> = {
            let bench = window.state().bench();
            bench.judgement().notable().into_iter().map(|it| Selection::Finding(it.key())).take(6).collect()
        };
        let mut selections = vec![
            Selection::Park(park("gaoxin")),
            Selection::Park(park("pingwu")),
            Selection::Project(project("T13")),
            Selection::Project(project("T11")),
        ];
        selections.extend(findings);
        for selection in selections {
            window.state_mut().dispatch(Command::Select(selection.clone()));
            window.run();
            all_named(&window, &format!("{selection:?}"));
        }
        for menu in Menu::ALL {
            open_menu(&mut window, menu);
            all_named(&window, &format!("{menu:?}"));
            press(&mut window, Key::Escape);
        }
        for (key, sheet) in
            [(Key::K, "palette"), (Key::Comma, "settings"), (Key::O, "open"), (Key::P, "parks of a project")]
        {
            window.state_mut().dispatch(Command::Select(Selection::Project(project("T13"))));
            window.run();
            ctrl(&mut window, key);
            all_named(&window, sheet);
            press(&mut window, Key::Escape);
            press(&mut window, Key::Escape);
        }
        for phrase in [words::WAIVERS, words::APPROVE, words::SHORTCUTS, words::ABOUT, words::RENAME_PLAN] {
            palette(&mut window, phrase.zh);
            all_named(&window, phrase.en);
            press(&mut window, Key::Escape);
            press(&mut window, Key::Escape);
        }
        press(&mut window, Key::F1);
        all_named(&window, "help");
        press(&mut window, Key::Escape);
        window.key_press_modifiers(egui::Modifiers::SHIFT, Key::F1);
        window.run();
        all_named(&window, "keys");
    }
}

#[test]
fn menus_of_rows_cards_and_buttons_have_names_too() {
    for mut window in two_windows() {
        window.state_mut().dispatch(Command::Place { project: project("T13"), park: park("gaoxin") });
        window.state_mut().dispatch(Command::Select(Selection::Project(project("T13"))));
        window.run();
        let row = crate::harness::project_label(&window, "T18");
        let on_card = crate::harness::card_row_label(&window, "T13");
        let card = crate::harness::card_label(&window, "santai");
        let plan = labels(&window, Role::Button).into_iter().find(|it| it.starts_with("A ")).unwrap();
        for (name, label) in [("row", row), ("row of a card", on_card), ("plan", plan)] {
            crate::harness::click_secondary(&mut window, &label);
            let entries = labels(&window, Role::Button).len();
            all_named(&window, name);
            press(&mut window, Key::Escape);
            assert!(labels(&window, Role::Button).len() < entries, "{name}: the menu was open");
        }
        let corner = crate::harness::place_of(&window, &card).left_top() + egui::vec2(20.0, 12.0);
        for pressed in [true, false] {
            let (button, modifiers) = (egui::PointerButton::Secondary, egui::Modifiers::NONE);
            window.event(egui::Event::PointerMoved(corner));
            window.event(egui::Event::PointerButton { pos: corner, button, pressed, modifiers });
        }
        window.run();
        all_named(&window, "card");
        press(&mut window, Key::Escape);
        window.state_mut().dispatch(Command::Select(Selection::Project(project("T13"))));
        window.run();
        let order = labels(&window, Role::Button).into_iter().find(|it| it.starts_with(say(&window, words::ORDER)));
        let buttons = [
            order.unwrap(),
            say(&window, words::VIEWS).to_owned(),
            say(&window, words::ADD_PLAN).to_owned(),
            say(&window, words::PLACE_IN).to_owned(),
            say(&window, words::GROUPED_BY_PARK).to_owned(),
        ];
        for button in buttons {
            crate::harness::click(&mut window, &button);
            assert!(egui::Popup::is_any_open(&window.ctx), "{button}");
            all_named(&window, &button);
            press(&mut window, Key::Escape);
        }
    }
}

#[test]
fn broken_plans_and_open_rows_have_names_too() {
    for chinese in [true, false] {
        let settings = parkboard::io::settings::Settings { chinese, ..Default::default() };
        let bench = parkboard::workbench::Workbench::on(rule_breaches(), settings);
        let mut window = crate::harness::window(bench, SIZES[1]);
        ctrl(&mut window, Key::J);
        let rules: Vec<String> = {
            let bench = window.state().bench();
            let mut broken: Vec<String> =
                bench.judgement().notable().into_iter().map(|it| it.rule.to_string()).collect();
            broken.dedup();
            broken
        };
        for rule in rules.iter().take(5) {
            show_rule(&mut window, rule);
            let word = [words::WAYS_OUT, words::CLAUSE].map(|it| say(&window, it));
            let label = labels(&window, Role::Button)
                .into_iter()
                .find(|it| word.iter().any(|word| it.starts_with(word)) && it.contains(" · "));
            if let Some(label) = label {
                window.get_all_by_label(&label).next().unwrap().click_accesskit();
                window.run();
            }
            all_named(&window, rule);
        }
    }
}

#[test]
fn a_figure_tells_source_and_confidence_and_an_assumed_one_wears_the_sign() {
    for (chinese, size) in [(true, SIZES[0]), (false, SIZES[1])] {
        let mut window = sample_window(chinese, size);
        window.state_mut().dispatch(Command::Select(Selection::Park(park("gaoxin"))));
        window.run();
        let from = say(&window, words::WHERE_FROM);
        let label = labels(&window, Role::Button)
            .into_iter()
            .find(|it| it.starts_with(say(&window, words::LARGEST_PLOT)) && it.ends_with(from))
            .unwrap();
        assert!(label.contains('≈'), "{label}");
        window.get_by_label(&label).click_accesskit();
        window.run();
        let place = "parks/gaoxin/capacities.largest_plot";
        window.get_by_label(place);
        let confidence = parkboard::i18n::term::confidence(parkboard::model::evidence::Confidence::Assumed);
        let told = format!("{}: {}", say(&window, words::CONFIDENCE), say(&window, confidence));
        window.get_by_label(&told);
        click_phrase(&mut window, words::CLOSE);
        assert!(window.query_by_label(place).is_none());

        window.state_mut().dispatch(Command::Select(Selection::Project(project("T13"))));
        window.run();
        let investment = say(&window, words::INVESTMENT);
        let label =
            labels(&window, Role::Button).into_iter().find(|it| it.starts_with(investment) && it.ends_with(from));
        window.get_by_label(&label.unwrap()).click_accesskit();
        window.run();
        window.get_by_label("projects/T13/investment");
    }
}

//! Several projects by hand: Ctrl, Shift, the rubber band, all that match; moved, taken back and pinned as one step.

use egui::{Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{i18n::words, workbench::Selection};

use crate::harness::{
    Window, card_place, card_row_label, click, click_phrase, ctrl, drag, hold, home, last_line, place_of, press,
    project, project_label, release, sample_windows, say, two_windows,
};

fn selected(window: &Window) -> Vec<String> {
    window.state().bench().selection().projects().map(ToString::to_string).collect()
}

fn click_with(window: &mut Window, modifiers: Modifiers, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click_modifiers(modifiers);
    window.run();
}

fn two_selected(window: &mut Window) {
    let (first, second) = (project_label(window, "T13"), project_label(window, "T18"));
    click(window, &first);
    click_with(window, Modifiers::COMMAND, &second);
    assert_eq!(selected(window), ["T13", "T18"]);
}

#[test]
fn ctrl_and_shift_select_several_rows_and_escape_none() {
    for mut window in sample_windows() {
        let label = |window: &Window, id: &str| project_label(window, id);
        let (t03, t07, t04) = (label(&window, "T03"), label(&window, "T07"), label(&window, "T04"));
        click(&mut window, &t03);
        click_with(&mut window, Modifiers::SHIFT, &t07);
        assert_eq!(selected(&window), ["T03", "T04", "T07"], "in the shown order");
        click_with(&mut window, Modifiers::COMMAND, &t04);
        assert_eq!(selected(&window), ["T03", "T07"]);
        let title = say(&window, words::TOTALS);
        assert!(!title.is_empty());
        press(&mut window, Key::Escape);
        assert_eq!(window.state().bench().selection(), &Selection::Nothing);
        ctrl(&mut window, Key::A);
        assert_eq!(selected(&window).len(), 20);
        assert!(!window.state().bench().is_unsaved());
    }
}

#[test]
fn arrows_with_shift_extend_the_selection() {
    for mut window in two_windows() {
        press(&mut window, Key::ArrowDown);
        for _ in 0..2 {
            window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
            window.run();
        }
        assert_eq!(selected(&window), ["T03", "T04", "T07"]);
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowUp);
        window.run();
        assert_eq!(selected(&window), ["T03", "T04"]);
    }
}

#[test]
fn a_batch_is_dragged_judged_and_dropped_as_one_step() {
    for mut window in sample_windows() {
        two_selected(&mut window);
        let row = project_label(&window, "T18");
        let from = window.get_by_role_and_label(Role::Button, &row).rect().center();
        let to = card_place(&window, "kejicheng-xinqu").center();
        hold(&mut window, from, to);
        let held = window.state().bench().held().unwrap();
        assert_eq!(held.projects.len(), 2);
        assert!(held.previews.values().all(|it| it.moving == 2));
        let line = last_line(&window);
        assert!(line.contains("T13") && line.contains("T18"), "{line}");
        let count =
            if window.state().bench().lang() == parkboard::i18n::phrase::Lang::Zh { "2 项" } else { "2 projects" };
        assert!(line.contains(count), "{line}");
        release(&mut window, to);
        if window.state().bench().question().is_some() {
            click_phrase(&mut window, words::PLACE_ONLY);
        }
        assert_eq!(home(&window, "T13").as_deref(), Some("kejicheng-xinqu"));
        assert_eq!(home(&window, "T18").as_deref(), Some("kejicheng-xinqu"));
        assert!(last_line(&window).starts_with(count), "{}", last_line(&window));
        ctrl(&mut window, Key::Z);
        assert_eq!((home(&window, "T13"), home(&window, "T18")), (None, None));
        assert!(!window.state().bench().is_unsaved());
    }
}

#[test]
fn the_menu_of_one_of_several_is_for_all_of_them() {
    for mut window in two_windows() {
        two_selected(&mut window);
        let row = project_label(&window, "T13");
        window.get_by_role_and_label(Role::Button, &row).click_secondary();
        window.run();
        assert_eq!(selected(&window), ["T13", "T18"], "the menu keeps what is selected");
        window.get_all_by_label(say(&window, words::PLACE_IN)).last().unwrap().click();
        window.run();
        let lang = window.state().bench().lang();
        let name =
            window.state().bench().scenario().parks.get(&crate::harness::park("fucheng")).unwrap().short_name.clone();
        let begins = format!("{} ", name.of(lang));
        let mut entries = crate::harness::labels(&window, Role::Button).into_iter();
        let entry = entries.rfind(|it| it.starts_with(&begins) && !it.contains(" · ")).unwrap();
        click(&mut window, &entry);
        if window.state().bench().question().is_some() {
            click_phrase(&mut window, words::PLACE_ONLY);
        }
        assert_eq!(home(&window, "T13").as_deref(), Some("fucheng"));
        assert_eq!(home(&window, "T18").as_deref(), Some("fucheng"));
        ctrl(&mut window, Key::L);
        assert_eq!(window.state().bench().scenario().pins.len(), 3, "both are pinned");
        press(&mut window, Key::Delete);
        assert_eq!(home(&window, "T13").as_deref(), Some("fucheng"), "and stay");
        assert!(last_line(&window).contains("T13"), "{}", last_line(&window));
        press(&mut window, Key::Escape);
        ctrl(&mut window, Key::L);
        press(&mut window, Key::Delete);
        assert_eq!((home(&window, "T13"), home(&window, "T18")), (None, None));
    }
}

#[test]
fn a_park_is_pinned_whole_and_so_is_everything_placed() {
    for mut window in two_windows() {
        let corner = card_place(&window, "jiangyou").left_top() + vec2(20.0, 12.0);
        crate::harness::click_at(&mut window, corner);
        ctrl(&mut window, Key::L);
        let pinned = |window: &Window, id: &str| {
            let bench = window.state().bench();
            bench.scenario().pin(bench.plan(), &project(id)).is_some()
        };
        assert!(pinned(&window, "T06") && pinned(&window, "T08") && !pinned(&window, "T16"));
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
        window.run();
        assert_eq!(window.state().bench().scenario().pins.len(), 11, "all that is placed");
        ctrl(&mut window, Key::Z);
        ctrl(&mut window, Key::Z);
        assert!(!window.state().bench().is_unsaved(), "two steps");
    }
}

#[test]
fn a_band_over_empty_ground_catches_the_rows_under_it() {
    for mut window in sample_windows() {
        let heading = place_of(&window, &project_label(&window, "T03")).left_top() - vec2(-60.0, 14.0);
        let last = place_of(&window, &project_label(&window, "T07")).center();
        hold(&mut window, heading, last);
        assert_eq!(selected(&window), ["T03", "T04", "T07"]);
        assert!(window.state().bench().held().is_none());
        release(&mut window, last);
        assert_eq!(selected(&window), ["T03", "T04", "T07"]);

        let card = card_place(&window, "santai");
        let row = place_of(&window, &card_row_label(&window, "T16"));
        drag(&mut window, card.left_top() + vec2(3.0, 30.0), row.center());
        assert_eq!(selected(&window), ["T16"], "from the ground of a card");
        assert!(!window.state().bench().is_unsaved());
    }
}

#[test]
fn while_held_the_line_tells_what_the_park_says_and_digits_aim_at_the_best() {
    for mut window in two_windows() {
        let row = project_label(&window, "T13");
        click(&mut window, &row);
        press(&mut window, Key::Space);
        let ranked = window.state().bench().held().unwrap().ranked().to_vec();
        for (key, park) in [Key::Num3, Key::Num2, Key::Num1].into_iter().zip(ranked[..3].iter().rev()) {
            press(&mut window, key);
            let held = window.state().bench().held().unwrap();
            assert_eq!(held.over.as_ref(), Some(park));
            let bench = window.state().bench();
            let name = bench.scenario().parks.get(park).unwrap().short_name.of(bench.lang()).to_owned();
            let line = last_line(&window);
            let said = line.split_once(&name).unwrap_or_else(|| panic!("{name}: {line}")).1.to_owned();
            let card = crate::harness::card_label(&window, park.as_str());
            let sentence = said.rsplit(['；', ';']).next().unwrap().trim();
            assert!(card.ends_with(sentence), "the line says what the card says: {line} / {card}");
        }
        let live = window.root();
        assert!(live.children_recursive().any(|node| {
            let node = node.accesskit_node();
            node.role() == Role::Label && node.live() == egui::accesskit::Live::Polite
        }));
        press(&mut window, Key::Enter);
        if window.state().bench().question().is_some() {
            click_phrase(&mut window, words::PLACE_ONLY);
        }
        assert_eq!(home(&window, "T13"), Some(ranked[0].to_string()));
    }
}

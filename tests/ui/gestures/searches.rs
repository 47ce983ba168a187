//! The search field: conditions, hints by keyboard and pointer, what is not understood, order, kept searches.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    i18n::{phrase::Lang, words},
    io::settings::OrderBy,
    workbench::listing::order_word,
};

use crate::harness::{
    SIZES, Window, click, click_phrase, ctrl, labels, press, project_label, sample_window, sample_windows, say,
    two_windows, type_into,
};

/// Numbers of the rows of the queue, in the order in which they stand.
fn rows(window: &Window) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = Vec::new();
    for node in window.root().children_recursive() {
        let (role, label) = (node.accesskit_node().role(), node.accesskit_node().label());
        if let (Role::Button, Some(label)) = (role, label)
            && label.starts_with('T')
            && label.get(3..4) == Some(" ")
            && !label.contains(" · ")
        {
            rows.push((node.rect().top(), label[..3].to_owned()));
        }
    }
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, id)| id).collect()
}

fn search(window: &mut Window, line: &str) {
    ctrl(window, Key::F);
    let field = say(window, words::SEARCH);
    type_into(window, field, line);
}

fn status(window: &Window) -> String {
    labels(window, Role::Status).concat()
}

fn options(window: &Window) -> Vec<String> {
    labels(window, Role::ListBoxOption)
}

#[test]
fn conditions_narrow_the_queue_and_select_all_takes_what_matches() {
    for mut window in sample_windows() {
        let chinese = window.state().bench().lang() == Lang::Zh;
        search(&mut window, if chinese { "园区:江油" } else { "park:jiangyou" });
        assert_eq!(rows(&window), ["T06", "T08"]);
        assert!(status(&window).contains('2') && status(&window).contains("20"), "{}", status(&window));
        search(&mut window, if chinese { "不含 已布局 县区:三台" } else { "not placed district:santai" });
        let few = rows(&window);
        assert!(!few.is_empty() && few.len() < 9, "{few:?}");
        press(&mut window, Key::Escape);
        press(&mut window, Key::Escape);
        ctrl(&mut window, Key::A);
        let selected: Vec<String> = window.state().bench().selection().projects().map(ToString::to_string).collect();
        assert_eq!(selected, few, "all that match, and no others");
    }
}

#[test]
fn what_is_not_understood_is_told_under_the_field_and_moves_nothing() {
    for mut window in sample_windows() {
        let chinese = window.state().bench().lang() == Lang::Zh;
        let first = project_label(&window, "T03");
        let before = window.get_by_label(&first).rect();
        search(&mut window, "colour:red");
        let said = status(&window);
        assert!(said.contains("colour:") && said.contains(if chinese { "产业:" } else { "industry:" }), "{said}");
        assert_eq!(window.get_by_label(&first).rect(), before, "nothing jumps");
        assert_eq!(rows(&window).first().map(String::as_str), Some("T03"), "what is not understood filters nothing");
    }
}

#[test]
fn hints_are_chosen_by_arrows_and_enter() {
    for mut window in two_windows() {
        let chinese = window.state().bench().lang() == Lang::Zh;
        search(&mut window, if chinese { "状" } else { "sta" });
        assert_eq!(options(&window).len(), 1, "{:?}", options(&window));
        press(&mut window, Key::ArrowDown);
        press(&mut window, Key::Enter);
        let values = options(&window);
        assert!(values.len() >= 5, "the values follow: {values:?}");
        let signed = if chinese { "签约" } else { "Signed" };
        let at = values.iter().position(|it| it.starts_with(signed)).unwrap();
        for _ in 0..=at {
            press(&mut window, Key::ArrowDown);
        }
        press(&mut window, Key::Enter);
        assert_eq!(options(&window), [""; 0]);
        let shown = rows(&window);
        assert!(!status(&window).contains('“'), "{}", status(&window));
        let scenario = window.state().bench().scenario();
        let of_status = |id: &String| scenario.projects.get(&crate::harness::project(id)).unwrap().status;
        assert!(shown.iter().all(|id| of_status(id) == parkboard::model::project::RegisterStatus::Signed), "{shown:?}");

        search(&mut window, if chinese { "已" } else { "p" });
        assert!(!options(&window).is_empty());
        press(&mut window, Key::Escape);
        assert_eq!(options(&window), [""; 0], "Escape puts the hints away");
    }
}

#[test]
fn a_hint_is_taken_by_a_click() {
    for mut window in two_windows() {
        let chinese = window.state().bench().lang() == Lang::Zh;
        search(&mut window, if chinese { "已钉" } else { "pinn" });
        let hint = options(&window).concat();
        click(&mut window, &hint);
        assert_eq!(rows(&window), ["T11"]);
    }
}

#[test]
fn the_order_is_chosen_from_its_menu_and_by_key() {
    for mut window in two_windows() {
        let name = |window: &Window, by| order_word(by).of(window.state().bench().lang());
        let button = format!("{} {} ↑", say(&window, words::ORDER), name(&window, OrderBy::Number));
        click(&mut window, &button);
        let land = name(&window, OrderBy::Land);
        window.get_by_role_and_label(Role::Button, land).click();
        window.run();
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
        window.run();
        click_phrase(&mut window, words::DESCENDING);
        let scenario = window.state().bench().scenario();
        let lands: Vec<_> = rows(&window)
            .iter()
            .take(6)
            .map(|id| scenario.projects.get(&crate::harness::project(id)).unwrap().land)
            .collect();
        assert!(lands.windows(2).all(|two| two[0] >= two[1]), "{lands:?}");
    }
}

#[test]
fn a_search_is_kept_applied_renamed_and_forgotten() {
    for mut window in two_windows() {
        search(&mut window, "park:jiangyou");
        press(&mut window, Key::Escape);
        click_phrase(&mut window, words::VIEWS);
        click_phrase(&mut window, words::KEEP_VIEW);
        let field = say(&window, words::NAME);
        type_into(&mut window, field, "Mine");
        press(&mut window, Key::Enter);
        assert_eq!(window.state().bench().settings().views.len(), 1);
        assert!(!window.state().bench().is_unsaved(), "never in the document");
        let clear = say(&window, words::CLEAR_SEARCH);
        window.get_all_by_label(clear).next().unwrap().click();
        window.run();
        assert!(rows(&window).len() > 6);
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
        window.run();
        crate::harness::click_beginning(&mut window, "Mine");
        let apply = say(&window, words::APPLY_VIEW);
        crate::harness::click_beginning(&mut window, apply);
        assert_eq!(rows(&window), ["T06", "T08"]);

        click_phrase(&mut window, words::VIEWS);
        crate::harness::click_beginning(&mut window, "Mine");
        click_phrase(&mut window, words::RENAME_VIEW);
        let field = say(&window, words::NAME);
        type_into(&mut window, field, "JY");
        press(&mut window, Key::Enter);
        assert_eq!(window.state().bench().settings().views[0].name, "JY");
        click_phrase(&mut window, words::VIEWS);
        crate::harness::click_beginning(&mut window, "JY");
        click_phrase(&mut window, words::FORGET_VIEW);
        assert!(window.state().bench().settings().views.is_empty());
    }
}

#[test]
fn the_arrows_bring_a_row_out_of_sight_into_view() {
    let mut window = sample_window(true, SIZES[0]);
    let last = project_label(&window, "T20");
    for _ in 0..9 {
        press(&mut window, Key::ArrowDown);
    }
    assert_eq!(window.state().bench().selection().projects().next().unwrap().as_str(), "T20");
    let row = window.get_by_role_and_label(Role::Button, &last).rect();
    let heading = window.get_by_label_contains("T01 Mini-LED背光模组项目 → ").rect();
    assert!(row.bottom() <= heading.top(), "{row} above {heading}");
}

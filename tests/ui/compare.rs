//! Plans side by side in the window: chosen, weighed in words, from another file; in both languages.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    chart::Chart,
    i18n::{compare as say_compare, phrase::Lang, review, words},
    workbench::{Workbench, command::Command, sample},
};

use crate::harness::{
    SIZES, Window, click, click_beginning, click_phrase, ctrl, folder, labels, open_menu, park, press, project,
    sample_window, say, settle, two_windows, type_into,
};

fn shows(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

/// Turns to the workspace and waits until the other plans are judged.
fn compare(window: &mut Window) {
    ctrl(window, Key::Num6);
    for _ in 0..4 {
        settle(window);
        window.run();
    }
}

#[test]
fn the_empty_plan_is_worse_in_words_and_every_placed_project_stands_elsewhere() {
    for mut window in two_windows() {
        compare(&mut window);
        let worse = say(&window, review::trend(parkboard::evaluate::comparison::Trend::Worse));
        let arrow = format!(", {worse}");
        assert!(window.query_all_by_label_contains(&arrow).count() >= 3);
        assert!(shows(&window, say_compare::differences(11).of(window.state().bench().lang())) || shows(&window, "11"));
        // A project of a card is selected by a click, and stays so on the board.
        click_beginning(&mut window, "T02");
        assert!(window.state().bench().selection().has(&project("T02")));
    }
}

#[test]
fn a_copy_does_not_differ_until_it_is_changed() {
    for mut window in two_windows() {
        window.state_mut().dispatch(Command::AddPlan { copy: true });
        window.run();
        compare(&mut window);
        // The copy is shown: the first of the others is the plan that it was copied from.
        assert!(shows(&window, say(&window, say_compare::NOTHING_DIFFERS)), "{:?}", labels(&window, Role::Label));
        window.state_mut().dispatch(Command::Place { project: project("T13"), park: park("gaoxin") });
        window.run();
        compare(&mut window);
        assert!(!shows(&window, say(&window, say_compare::NOTHING_DIFFERS)));
        let cap = window.state().bench().scenario().rules.iter().find(|it| it.id.as_str() == "carried-cap").unwrap();
        let title = cap.title.of(window.state().bench().lang()).to_owned();
        assert!(shows(&window, &title), "the cap that is broken is among what the other plan cures");
    }
}

#[test]
fn plans_of_another_file_come_and_go() {
    let folder = folder("compared");
    let path = folder.join("other.ron");
    let mut other = Workbench::on(sample::scenario(), parkboard::io::settings::Settings::default());
    other.dispatch(Command::Place { project: project("T03"), park: park("fucheng") });
    other.dispatch(Command::SaveTo(path.clone()));
    other.settle();
    for mut window in two_windows() {
        compare(&mut window);
        click_phrase(&mut window, say_compare::FROM_FILE);
        let field = say(&window, words::PATH);
        type_into(&mut window, field, &path.display().to_string());
        press(&mut window, Key::Enter);
        settle(&mut window);
        let lang = window.state().bench().lang();
        let name = if lang == Lang::Zh { "A 稳妥 · other" } else { "A Steady · other" };
        click(&mut window, name);
        compare(&mut window);
        assert!(shows(&window, "T03"), "{:?}", labels(&window, Role::Button));
        // The chart of every plan is chosen once for all.
        click_phrase(&mut window, say_compare::CHOOSE_CHART);
        click_phrase(&mut window, Chart::Concentration.title());
        let title = say(&window, Chart::Concentration.title());
        let images = window.query_all_by_role(Role::Image).filter_map(|it| it.accesskit_node().label());
        assert!(images.into_iter().filter(|it| it.contains(title)).count() >= 3);
    }
}

#[test]
fn one_plan_alone_says_what_to_do() {
    let mut window = sample_window(true, SIZES[0]);
    window.state_mut().dispatch(Command::New(parkboard::workbench::command::Fresh::Blank));
    window.run();
    compare(&mut window);
    assert!(shows(&window, say_compare::ONE_PLAN.zh));
    click_phrase(&mut window, words::COPY_PLAN);
    assert_eq!(window.state().bench().scenario().plans.len(), 2);
    open_menu(&mut window, parkboard::ui::actions::Menu::View);
}

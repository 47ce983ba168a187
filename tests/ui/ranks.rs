//! Which park suits best, in the window: ranks on cards and in rows, the ranking in the inspector, placing at the best park.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    i18n::{self, figure, words},
    suitability::Criterion,
    workbench::{
        Selection, Workbench,
        command::Command,
        question::{Answer, Question},
    },
};

use crate::harness::{
    Window, card_label, click, click_at, click_phrase, ctrl, home, labels, last_line, place_of, press, project,
    project_label, sample_window, sample_windows, say, two_windows,
};

/// Selects a project, and waits until everything is known about it.
fn select(window: &mut Window, id: &str) {
    window.state_mut().dispatch(Command::Select(Selection::Project(project(id))));
    window.run();
    window.run();
}

/// Where a project stands once the question about designating is answered with no.
fn home_without_designation(window: &mut Window, id: &str) -> Option<String> {
    if matches!(window.state().bench().question(), Some(Question::Designate { .. })) {
        window.state_mut().dispatch(Command::Answer(Answer::PlaceOnly));
        window.run();
    }
    home(window, id)
}

/// The best park for a project, as the advice has it, with its points.
fn best(bench: &Workbench, id: &str) -> (String, i64) {
    let record = bench.scenario().projects.get(&project(id)).unwrap();
    let ranking = parkboard::advise::ranking::of(bench.judgement(), record);
    (ranking[0].park.to_string(), ranking[0].total())
}

#[test]
fn a_row_of_the_queue_tells_the_best_park_and_a_double_click_places_there() {
    for mut window in two_windows() {
        let label = project_label(&window, "T09");
        let (park, total) = best(window.state().bench(), "T09");
        let told = window.get_by_label(&label).accesskit_node().description().unwrap_or_default();
        assert!(told.starts_with("→ ") && told.ends_with(&figure::whole(total)), "{told}");
        // A frame of the harness is long.
        window.ctx.options_mut(|options| options.input_options.max_double_click_delay = 60.0);
        let at = place_of(&window, &label).center();
        click_at(&mut window, at);
        click_at(&mut window, at);
        assert_eq!(home_without_designation(&mut window, "T09"), Some(park));
        ctrl(&mut window, Key::Z);
        assert_eq!(home(&window, "T09"), None, "one step");
    }
}

#[test]
fn the_key_places_the_selected_project_at_its_best_park() {
    let mut window = sample_window(true, crate::harness::SIZES[0]);
    select(&mut window, "T18");
    let (park, _) = best(window.state().bench(), "T18");
    ctrl(&mut window, Key::B);
    assert_eq!(home_without_designation(&mut window, "T18"), Some(park));
    ctrl(&mut window, Key::B);
    assert!(last_line(&window).starts_with("已在最适合的园区"), "{}", last_line(&window));
}

#[test]
fn the_inspector_ranks_the_parks_and_compares_the_one_that_is_clicked() {
    for mut window in sample_windows() {
        select(&mut window, "T18");
        let (park, total) = best(window.state().bench(), "T18");
        let card = card_label(&window, &park);
        let first = if window.state().bench().settings().chinese { "第 1" } else { "No. 1" };
        assert!(card.contains(&format!(" · {first} · ")), "the card wears the rank: {card}");
        let rows = |window: &Window| -> Vec<String> {
            let begins = |label: &String| ["第 ", "No. "].iter().any(|it| label.starts_with(it));
            labels(window, Role::Button).into_iter().filter(begins).collect()
        };
        let listed = rows(&window);
        assert_eq!(listed.len(), 4, "{listed:?}");
        assert!(listed[0].starts_with(first) && listed[0].contains(&format!(" {} ", figure::whole(total))));
        let compared = |window: &Window| -> Vec<String> {
            let words = [say(window, parkboard::i18n::suitability::COUPLING)];
            let is_row = |label: &String| words.iter().any(|it| label.starts_with(it));
            labels(window, Role::Button).into_iter().filter(is_row).collect()
        };
        let before = compared(&window);
        assert_eq!(before.len(), 1, "{before:?}");
        window.get_by_label(&listed[2]).click_accesskit();
        window.run();
        assert_ne!(labels(&window, Role::Button), Vec::<String>::new());
        let other = format!("{} ", say(&window, words::OTHER_PARKS));
        let label = labels(&window, Role::Button).into_iter().find(|it| it.starts_with(&other)).unwrap();
        window.get_by_label(&label).click_accesskit();
        window.run();
        assert!(rows(&window).len() > 4, "the other parks open");
    }
}

/// Opens the row of the comparison that begins with `name`.
fn open_row(window: &mut Window, name: &str) {
    let row =
        labels(window, Role::Button).into_iter().find(|it| it.starts_with(&format!("{name} ")) && it.contains(" ("));
    window.get_by_label(&row.unwrap_or_else(|| panic!("no row of {name}"))).click_accesskit();
    window.run();
}

#[test]
fn a_row_of_the_comparison_opens_what_its_points_rest_on() {
    let rows = [
        (Criterion::PositionFit, "T18", "positions/"),
        (Criterion::ClusterStrength, "T18", "enterprises/"),
        (Criterion::ChainCoupling, "T18", "projects/T18/output"),
        (Criterion::Differentiation, "T18", "projects/T18/output"),
        (Criterion::Headroom, "T18", "parks/"),
        (Criterion::ThresholdMargin, "T18", "industries/"),
        (Criterion::Transport, "T18", "parks/"),
        (Criterion::ThemeChainLeader, "T13", "characteristic_parks/robots"),
        (Criterion::NewTrack, "T13", "industries/robots-equipment/new_track"),
    ];
    for mut window in sample_windows() {
        let from = say(&window, words::WHERE_FROM);
        for (criterion, project, record) in rows {
            select(&mut window, project);
            let name = say(&window, i18n::criterion::criterion(criterion.id()).unwrap());
            let before = labels(&window, Role::Button);
            open_row(&mut window, name);
            let is_chinese = window.state().bench().settings().chinese;
            let told = if is_chinese { "有取值准则的权重" } else { "weight of criteria with a value" };
            assert!(window.query_by_label_contains(told).is_some(), "{name} tells how its points come about");
            let is_new = |it: &String| it.ends_with(from) && !before.contains(it);
            if let Some(first) = labels(&window, Role::Button).into_iter().find(is_new) {
                window.get_by_label(&first).click_accesskit();
                window.run();
            }
            assert!(
                window.query_all_by_label_contains(record).next().is_some(),
                "{name}: {:?}",
                labels(&window, Role::Button)
            );
            click_phrase(&mut window, words::CLOSE);
        }
        let coupling = say(&window, i18n::suitability::COUPLING);
        open_row(&mut window, coupling);
        assert!(window.query_by_label(say(&window, words::COUPLING_RECKONED)).is_some());
        // The weights are one click further.
        let buttons = window.query_all_by_label(say(&window, words::WEIGHTS_BUTTON)).count();
        assert_eq!(buttons, 2, "one of the ranking, one of the sheet");
        window.query_all_by_label(say(&window, words::WEIGHTS_BUTTON)).last().unwrap().click_accesskit();
        window.run();
        assert!(window.query_by_label_contains(&format!("{} · ", say(&window, words::WEIGHTS))).is_some());
    }
}

#[test]
fn the_line_names_the_three_best_and_the_digits_choose_them() {
    let mut window = sample_window(true, crate::harness::SIZES[1]);
    let row = project_label(&window, "T09");
    click(&mut window, &row);
    press(&mut window, Key::Space);
    for (key, rank) in [(Key::Num3, 3), (Key::Num2, 2), (Key::Num1, 1)] {
        press(&mut window, key);
        let held = window.state().bench().held().unwrap();
        let park = held.over.clone().unwrap();
        assert_eq!(held.previews.rank(&park), Some(rank));
        assert!(card_label(&window, park.as_str()).contains(&format!(" · 第 {rank} · ")));
    }
}

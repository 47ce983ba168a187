//! The backtest in the window: rates beside the baselines, rows by filter, one row opened to what it missed by.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use parkboard::{
    i18n::{backtest, words},
    ui::actions::{Action, row_of},
    workbench::{
        backtest::Backtest,
        command::{Command, Fresh},
    },
};

use crate::harness::{Window, click, click_beginning, labels, palette, press, say, settle, two_windows};

fn open(window: &mut Window) {
    palette(window, row_of(Action::Backtest).unwrap().name.zh);
    settle(window);
}

/// The labels of the rows of cases.
fn rows(window: &Window) -> Vec<String> {
    let went = format!(" · {} ", say(window, backtest::WENT));
    labels(window, Role::Button).into_iter().filter(|it| it.contains(&went)).collect()
}

#[test]
fn rates_rows_and_what_a_miss_missed_by() {
    for mut window in two_windows() {
        open(&mut window);
        let line = format!("{} · ", say(&window, backtest::OURS));
        assert!(window.query_by_label_contains(&line).is_some());
        assert_eq!(rows(&window).len(), 54);
        let segment = |window: &Window, group, count| {
            backtest::counted(group, count).of(window.state().bench().lang()).to_owned()
        };
        let strict = segment(&window, backtest::STRICT, 22);
        window.get_by_role_and_label(Role::RadioButton, &strict).click();
        window.run();
        assert_eq!(rows(&window).len(), 22);
        let begin = format!("{} ", say(&window, backtest::MISSES));
        let misses = labels(&window, Role::RadioButton).into_iter().find(|it| it.starts_with(&begin)).unwrap();
        click(&mut window, &misses);
        let shown = rows(&window);
        assert!(shown.len() < 54 && misses.ends_with(&segment(&window, backtest::MISSES, shown.len())[begin.len()..]));
        let first = shown.first().unwrap();
        click_beginning(&mut window, first);
        let total = format!("{} · {} · ", say(&window, backtest::TOTAL), say(&window, backtest::WENT));
        assert!(window.query_by_label_contains(&total).is_some(), "the parts add up to both scores");
        // The same row closes it again, and Escape the sheet.
        click_beginning(&mut window, first);
        assert!(window.query_by_label_contains(&total).is_none());
        press(&mut window, Key::Escape);
        assert!(window.query_by_label(say(&window, backtest::TITLE)).is_none());
    }
}

#[test]
fn a_scenario_without_their_parks_says_what_to_do() {
    for mut window in two_windows() {
        window.state_mut().dispatch(Command::New(Fresh::Blank));
        window.run();
        open(&mut window);
        assert!(window.query_by_label(say(&window, backtest::UNKNOWN)).is_some());
        assert!(rows(&window).is_empty() && window.query_by_label_contains(say(&window, words::CLOSE)).is_some());
    }
}

#[test]
fn it_gets_on_beside_the_window_stops_and_goes_on_by_the_weights_of_the_plan() {
    for mut window in two_windows() {
        palette(&mut window, row_of(Action::Backtest).unwrap().name.zh);
        let lang = window.state().bench().lang();
        press(&mut window, Key::Escape);
        assert!(window.state().bench().backtest().is_none_or(Backtest::is_done), "Escape stops it");
        open(&mut window);
        assert_eq!(rows(&window).len(), 54);
        let of_scenario = backtest::weights(None).of(lang).to_owned();
        assert!(window.query_by_label(&of_scenario).is_some());
        let before: Vec<String> = rows(&window);

        // Transport alone counts: the plan has weights of its own, and the sheet starts again behind them.
        let of = |id: &str| parkboard::model::id::RecordId::new(id).unwrap();
        let nothing = parkboard::model::quantity::Factor::ZERO;
        let ids: Vec<_> = window.state().bench().scenario().scoring.iter().map(|it| it.id.clone()).collect();
        let weights = ids.into_iter().filter(|id| *id != of("transport")).map(|id| (id, nothing)).collect();
        window.state_mut().dispatch(Command::SetWeights(weights));
        settle(&mut window);
        let bench = window.state().bench();
        let name = bench.scenario().plans.get(bench.plan()).unwrap().name.clone();
        assert!(window.query_by_label(backtest::weights(Some(&name)).of(lang)).is_some());
        assert_ne!(rows(&window), before, "other weights, other ranks");
        window.state_mut().dispatch(Command::Undo);
        settle(&mut window);
        assert_eq!(rows(&window), before);
    }
}

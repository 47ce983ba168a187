//! "Why not ours?" in the window: the answer, the change that is made with one click, the waiver that asks for its reason, and
//! an answer that takes its time.

use std::time::Duration;

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use parkboard::{
    evaluate::verdict::Verdict,
    i18n::{advice, finding, phrase::Phrase, words},
    io::settings::Settings,
    model::{id::ParkId, plan::Waiver},
    ui::actions::{Action, row_of},
    workbench::{Selection, Workbench, command::Command, sample},
};

use crate::harness::{
    SIZES, Window, click, click_phrase, ctrl, labels, palette, park, project, rule_breaches, say, settle, two_windows,
    type_into, window, window_as_it_is,
};

/// Selects a project and asks why not the second park of its ranking.
fn ask(window: &mut Window, id: &str) {
    window.state_mut().dispatch(Command::Select(Selection::Project(project(id))));
    window.run();
    palette(window, row_of(Action::WhyNot).unwrap().name.zh);
}

fn full_name(window: &Window, id: &ParkId) -> String {
    let bench = window.state().bench();
    finding::park_name(bench.scenario(), id).of(bench.lang()).to_owned()
}

/// The button of a change called `name` whose words hold `part`.
fn button(window: &Window, name: Phrase, part: &str) -> String {
    let begin = format!("{} · ", say(window, name));
    let mut buttons = labels(window, Role::Button).into_iter().filter(|it| it.starts_with(&begin) && it.contains(part));
    buttons.next().unwrap_or_else(|| panic!("no button {begin:?} with {part:?}"))
}

/// The sentence that a park stands first.
fn first(window: &Window, id: &str) -> String {
    let bench = window.state().bench();
    let name = finding::park_name(bench.scenario(), &park(id));
    advice::stands_first(&name, Verdict::Recommended).of(bench.lang()).to_owned()
}

#[test]
fn a_change_is_made_with_one_click_and_undone_with_one() {
    for mut window in two_windows() {
        ask(&mut window, "T20");
        assert!(window.query_by_label(&first(&window, "anzhou")).is_none(), "Fucheng is first");
        let before = window.state().bench().scenario().clone();
        let weight = button(&window, words::APPLY_COMPARISONS, "");
        click(&mut window, &weight);
        assert!(window.query_by_label(&first(&window, "anzhou")).is_some(), "the sheet stays at the park, now first");
        click_phrase(&mut window, words::CLOSE);
        ctrl(&mut window, Key::Z);
        assert_eq!(window.state().bench().scenario(), &before);
    }
}

#[test]
fn the_arrows_go_through_the_parks() {
    for mut window in two_windows() {
        ask(&mut window, "T20");
        window.key_press(Key::ArrowUp);
        window.run();
        assert!(window.query_by_label(&first(&window, "fucheng")).is_some());
        window.key_press(Key::ArrowDown);
        window.run();
        assert!(window.query_by_label(&first(&window, "anzhou")).is_none());
    }
}

#[test]
fn a_waiver_asks_for_its_reason_and_its_authority() {
    for chinese in [true, false] {
        // Overdrawn pools of the city make every park alike conditional, and no waiver lifts that.
        let mut world = rule_breaches();
        world.reservations.retain(|it| it.park != park("hoarding"));
        let bench = Workbench::on(world, Settings { chinese, ..Settings::default() });
        let mut window = window(bench, SIZES[0]);
        ask(&mut window, "B01");
        let name = format!(" {} · ", full_name(&window, &park("over-carried")));
        let is_row = |it: &String| it.starts_with(char::is_numeric) && it.contains(&name);
        let row = labels(&window, Role::Button).into_iter().find(is_row).unwrap();
        click(&mut window, &row);
        let waive = button(&window, words::WAIVE, "");
        click(&mut window, &waive);
        assert!(window.query_by_label(say(&window, words::WAIVER)).is_some());
        let steps = window.state().bench().steps().len();
        for (field, typed) in [(words::REASON, "chain"), (words::AUTHORITY, "city")] {
            let label = say(&window, field);
            type_into(&mut window, label, typed);
        }
        click_phrase(&mut window, words::GRANT);
        let bench = window.state().bench();
        let waivers: Vec<&Waiver> = bench.scenario().waivers.iter().map(AsRef::as_ref).collect();
        assert!(
            waivers.iter().any(|it| it.reason == "chain" && it.authority == "city" && it.park == park("over-carried"))
        );
        assert_eq!(bench.steps().len(), steps + 1, "one step");
    }
}

#[test]
fn an_answer_that_takes_its_time_comes_when_it_is_there() {
    let mut bench = Workbench::on(sample::scenario(), Settings { chinese: false, ..Settings::default() });
    bench.wait_for_answers(Duration::ZERO);
    let mut window = window_as_it_is(bench, SIZES[0]);
    ask(&mut window, "T20");
    settle(&mut window);
    assert!(window.query_by_label(say(&window, words::WORKING_IT_OUT)).is_none());
    assert!(button(&window, words::APPLY_COMPARISONS, "").contains('\u{2192}'));
}

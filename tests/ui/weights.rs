//! The weights in the window: slid, typed, given back; one gesture is one step, in both languages.

use egui::{Key, accesskit::Role, pos2};
use egui_kittest::kittest::Queryable;
use parkboard::{
    i18n::{criterion, words},
    model::{
        id::RecordId,
        plan::PlanStatus,
        quantity::Factor,
        weights::{own_weights_of, weights_of},
    },
    ui::actions::{Action, row_of},
    workbench::command::Command,
};

use parkboard::suitability::{Group, comparisons::Comparisons};

use crate::harness::{Window, click_phrase, ctrl, drag, palette, park, press, project, say, two_windows, type_into};

fn open(window: &mut Window) {
    palette(window, row_of(Action::Weights).unwrap().name.zh);
}

fn name(window: &Window, id: &str) -> String {
    criterion::criterion_name(&RecordId::new(id).unwrap()).of(window.state().bench().lang()).to_owned()
}

fn points(window: &Window, id: &str) -> String {
    let bench = window.state().bench();
    let weights = weights_of(bench.scenario(), bench.plan());
    weights.iter().find(|(criterion, _)| criterion.as_str() == id).unwrap().1.plain()
}

/// How many weights the plan has of its own, and how many steps were done.
fn own_and_steps(window: &Window) -> (usize, usize) {
    let bench = window.state().bench();
    (own_weights_of(bench.scenario(), bench.plan()).count(), bench.steps().iter().filter(|it| it.is_done).count())
}

#[test]
fn a_slider_that_is_dragged_is_one_step_and_its_share_follows() {
    for mut window in two_windows() {
        open(&mut window);
        let name = name(&window, "transport");
        let slider = window.get_by_role_and_label(Role::Slider, &name).rect();
        let start = own_and_steps(&window).1;
        drag(&mut window, slider.left_center() + egui::vec2(20.0, 0.0), pos2(slider.right() - 1.0, slider.center().y));
        assert_eq!(points(&window, "transport"), "50");
        assert_eq!(own_and_steps(&window), (1, start + 1), "one gesture, one step");
        assert!(window.query_by_label(&format!("{name} 34.5 %")).is_some(), "50 of 145");
        click_phrase(&mut window, words::BACK_TO_SCENARIO_WEIGHTS);
        assert_eq!((points(&window, "transport").as_str(), own_and_steps(&window).0), ("5", 0));
    }
}

#[test]
fn undo_and_redo_reach_the_weights_from_the_sheet_and_nothing_behind_it() {
    for mut window in two_windows() {
        window.state_mut().dispatch(Command::Place { project: project("T13"), park: park("gaoxin") });
        window.run();
        let behind = own_and_steps(&window);
        open(&mut window);
        let slider = window.get_by_role_and_label(Role::Slider, &name(&window, "transport")).rect();
        drag(&mut window, slider.left_center() + egui::vec2(20.0, 0.0), pos2(slider.right() - 1.0, slider.center().y));
        ctrl(&mut window, Key::Z);
        assert_eq!((points(&window, "transport").as_str(), own_and_steps(&window)), ("5", behind));
        ctrl(&mut window, Key::Z);
        assert_eq!(own_and_steps(&window), behind, "the placement stands");
        ctrl(&mut window, Key::Y);
        assert_eq!((points(&window, "transport").as_str(), own_and_steps(&window).0), ("50", 1));
    }
}

#[test]
fn a_figure_counts_when_it_is_left_and_is_told_with_its_name() {
    for mut window in two_windows() {
        open(&mut window);
        let name = name(&window, "headroom");
        type_into(&mut window, &name, "20.5");
        assert_eq!(own_and_steps(&window).0, 0, "not yet");
        press(&mut window, Key::Tab);
        assert_eq!((points(&window, "headroom").as_str(), own_and_steps(&window).0), ("20.5", 1));
        let step = window.state().bench().undoable().unwrap();
        assert!(step.of(window.state().bench().lang()).contains(&format!("{name} 20.5")), "{step:?}");
        // A figure that is none changes nothing, and the scenario's own is no weight of the plan.
        type_into(&mut window, &name, "much");
        press(&mut window, Key::Tab);
        assert_eq!(points(&window, "headroom"), "20.5");
        type_into(&mut window, &name, "13");
        press(&mut window, Key::Tab);
        assert_eq!((points(&window, "headroom").as_str(), own_and_steps(&window).0), ("13", 0));
    }
}

#[test]
fn an_approved_plan_keeps_its_weights() {
    for mut window in two_windows() {
        let plan = window.state().bench().scenario().plans.iter().find(|it| it.id.as_str() == "B").unwrap().id.clone();
        window.state_mut().dispatch(Command::ShowPlan(plan.clone()));
        let on = window.state().bench().scenario().as_of;
        window.state_mut().dispatch(Command::Approve { on, by: "市领导小组办公室".to_owned() });
        assert!(window.state().bench().scenario().plans.get(&plan).unwrap().status != PlanStatus::Draft);
        open(&mut window);
        assert!(window.query_by_label(say(&window, words::READ_ONLY)).is_some());
        let weights = vec![(RecordId::new("transport").unwrap(), Factor::from_steps(1_000))];
        window.state_mut().dispatch(Command::SetWeights(weights));
        assert_eq!(own_and_steps(&window).0, 0);
    }
}

/// The slider between two groups, pulled as far as it goes towards the first or the second.
fn pull(window: &mut Window, one: Group, other: Group, to_first: bool) {
    let words = criterion::pair(one, other);
    let label = words.of(window.state().bench().lang()).to_owned();
    let slider = window.get_by_role_and_label(Role::Slider, &label).rect();
    let end = if to_first { slider.left() + 1.0 } else { slider.right() - 1.0 };
    drag(window, slider.center(), pos2(end, slider.center().y));
}

#[test]
fn comparisons_become_points_in_one_step_and_stand_there_again() {
    for mut window in two_windows() {
        open(&mut window);
        click_phrase(&mut window, words::PAIRWISE);
        assert!(window.query_all_by_label_contains("0.011").next().is_some(), "the usual judgements fit together");
        pull(&mut window, Group::Positioning, Group::Interest, true);
        let start = own_and_steps(&window).1;
        ctrl(&mut window, Key::Enter);
        assert_eq!(own_and_steps(&window), (12, start + 1), "one step");
        let bench = window.state().bench();
        let weights = weights_of(bench.scenario(), bench.plan());
        let sum = weights.iter().fold(Factor::ZERO, |sum, (_, weight)| sum.plus(*weight));
        assert_eq!(sum.plain(), "100");
        let kept = Comparisons::of(bench.scenario(), bench.plan());
        assert!((kept.ratio(Group::Positioning, Group::Interest) - 9.0).abs() < 1e-9);
        assert!(window.query_by_label(say(&window, words::WEIGHTS_FOLLOW_COMPARISONS)).is_some(), "at the points");
        press(&mut window, Key::Escape);
        open(&mut window);
        click_phrase(&mut window, words::PAIRWISE);
        let nine = criterion::pair(Group::Positioning, Group::Interest).of(window.state().bench().lang()).to_owned();
        assert!(window.query_by_label(&format!("{nine}: 9 : 1")).is_some(), "the sheet opens on them again");
        window.state_mut().dispatch(Command::Undo);
        window.run();
        assert!(
            window.query_by_label(&format!("{nine}: 9 : 1")).is_none(),
            "it follows the plan that changes behind it"
        );
    }
}

#[test]
fn ctrl_z_takes_a_comparison_back() {
    for mut window in two_windows() {
        open(&mut window);
        click_phrase(&mut window, words::PAIRWISE);
        pull(&mut window, Group::Positioning, Group::Interest, true);
        ctrl(&mut window, Key::Enter);
        assert_eq!(own_and_steps(&window).0, 12);
        ctrl(&mut window, Key::Z);
        assert_eq!(own_and_steps(&window).0, 0);
    }
}

#[test]
fn judgements_that_contradict_each_other_name_the_worst_pair_and_are_not_applied() {
    for mut window in two_windows() {
        open(&mut window);
        click_phrase(&mut window, words::PAIRWISE);
        pull(&mut window, Group::Positioning, Group::Chain, true);
        pull(&mut window, Group::Positioning, Group::Interest, false);
        let is_told = |phrase: &str| window.query_all_by_label_contains(phrase).next().is_some();
        let chinese = window.state().bench().settings().chinese;
        assert!(is_told(if chinese { "最不一致的一对" } else { "The pair that fits worst" }));
        assert!(is_told(if chinese { "相互矛盾" } else { "contradict each other" }));
        ctrl(&mut window, Key::Enter);
        assert_eq!(own_and_steps(&window).0, 0);
    }
}

//! Without drawing: open, judge, pick up, drop, undo.

use std::{hint::black_box, path::Path};

use parkboard::{
    evaluate::judgement::Judgement,
    io::{ron, settings::Settings},
    model::{check, scenario::Scenario},
    workbench::{Workbench, command::Command},
};

use super::{drops, timed, told};

/// Cards that a large window shows at once.
const VISIBLE: usize = 20;
/// Drops that are made.
const DROPS: usize = 100;

/// Prints the lines of `scenario`.
pub fn run(scenario: &Scenario) {
    let rounds = if scenario.projects.len() > 10_000 { 3 } else { 9 };
    let Ok(text) = ron::to_text(scenario) else { return };
    let path = Path::new("bench.ron");
    let open = (0..rounds).map(|_| timed(|| black_box(ron::scenario_from_text(path, &text).is_ok())).1).collect();
    told("open: parse and check", open);
    told("  of that, the checks", (0..rounds).map(|_| timed(|| black_box(check::problems(scenario))).1).collect());
    told("write to text", (0..rounds).map(|_| timed(|| black_box(ron::to_text(scenario).is_ok())).1).collect());
    let judge = (0..rounds).map(|_| timed(|| black_box(Judgement::of(scenario, &scenario.active_plan))).1).collect();
    told("judge from scratch", judge);

    let mut bench = Workbench::on(scenario.clone(), Settings::default());
    let drops = drops(&mut bench, DROPS);
    let parks: Vec<_> = bench.scenario().parks_in_order().iter().map(|park| park.id.clone()).collect();
    let (mut picks, mut dropped, mut undone, mut redone) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (at, (project, park)) in drops.iter().enumerate() {
        let visible = parks.iter().cycle().skip(at * 7 % parks.len()).take(VISIBLE.min(parks.len()));
        picks.push(
            timed(|| {
                bench.dispatch(Command::PickUp(project.clone()));
                for park in visible {
                    black_box(bench.held().and_then(|held| held.previews.get(park)));
                }
            })
            .1,
        );
        bench.dispatch(Command::Aim(Some(park.clone())));
        let before = bench.generation();
        dropped.push(timed(|| bench.dispatch(Command::DropHeld)).1);
        assert!(bench.generation() > before, "{project} was not dropped into {park}");
        undone.push(timed(|| bench.dispatch(Command::Undo)).1);
        redone.push(timed(|| bench.dispatch(Command::Redo)).1);
    }
    told(&format!("pick up, {VISIBLE} cards asked"), picks);
    told("drop: commit, judge, receipt", dropped);
    told("undo", undone);
    told("redo", redone);
}

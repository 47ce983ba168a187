//! Frames without a window: layout and tessellation, with the accessibility tree.

use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, pos2, vec2};
use parkboard::{
    model::scenario::Scenario,
    ui::app::App,
    workbench::{command::Command, review::Decision, solving::SolveWish},
};

use super::{app, drops, path, told};

/// Frames of each kind, at most.
const FRAMES: usize = 300;
/// After this time no more frames of a kind are drawn.
const ENOUGH: Duration = Duration::from_secs(6);
/// Projects up to which a scenario is solved and reviewed here.
const MOST_REVIEWED: usize = 5_000;
/// Pick-ups, drops and undos.
const GESTURES: usize = 40;

struct Bench {
    ctx: egui::Context,
    app: App,
    size: [f32; 2],
}

impl Bench {
    /// One frame with these events: layout, tessellation.
    fn frame(&mut self, events: Vec<Event>) -> (Duration, Duration) {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(self.size[0], self.size[1]))),
            events,
            ..RawInput::default()
        };
        let begun = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| self.app.frame_ui(ui));
        let laid_out = begun.elapsed();
        let shapes = std::mem::take(&mut output.shapes);
        let begun = Instant::now();
        std::hint::black_box(self.ctx.tessellate(shapes, output.pixels_per_point));
        output.textures_delta.clear();
        (laid_out, begun.elapsed())
    }

    fn rest(&mut self) {
        for _ in 0..3 {
            self.frame(Vec::new());
        }
    }

    fn frames(&mut self, events: impl Fn(usize) -> Vec<Event>) -> Vec<(Duration, Duration)> {
        let begun = Instant::now();
        (0..FRAMES).map_while(|at| (begun.elapsed() < ENOUGH).then(|| self.frame(events(at)))).collect()
    }

    /// How long `command` and the frame that shows it take.
    fn shown(&mut self, command: Command) -> Duration {
        let begun = Instant::now();
        self.app.dispatch(command);
        self.frame(Vec::new());
        begun.elapsed()
    }

    fn told(&self, name: &str, times: &[(Duration, Duration)]) {
        let window = format!("{}x{}", self.size[0], self.size[1]);
        told(&format!("{window} {name}"), times.iter().map(|it| it.0 + it.1).collect());
        told("  of that, tessellation", times.iter().map(|it| it.1).collect());
    }
}

/// Prints the lines of `scenario`.
pub fn run(scenario: &Scenario) {
    for size in [[1280.0, 720.0], [1920.0, 1080.0]] {
        let ctx = egui::Context::default();
        ctx.enable_accesskit();
        let app = app(&ctx, scenario.clone());
        let mut bench = Bench { ctx, app, size };
        let first = bench.frame(Vec::new());
        bench.told("first frame", &[first]);
        bench.rest();
        let idle = bench.frames(|_| Vec::new());
        bench.told("frame at rest", &idle);

        let middle = pos2(size[0] * 0.45, size[1] * 0.4);
        bench.frame(vec![Event::PointerMoved(middle)]);
        // Down for half the frames and up again.
        let wheel = |at: usize| Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, if at < FRAMES / 2 { -37.0 } else { 37.0 }),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        let scrolling = bench.frames(|at| vec![wheel(at)]);
        bench.told("frame while scrolling", &scrolling);
        bench.rest();

        let from = pos2(120.0, 340.0);
        let button = |pressed, pos| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        bench.frame(vec![Event::PointerMoved(from)]);
        bench.frame(vec![button(true, from)]);
        bench.frame(vec![Event::PointerMoved(from + vec2(40.0, 0.0))]);
        bench.frame(vec![Event::PointerMoved(from + vec2(80.0, 0.0))]);
        let drag = bench.frames(|at| vec![Event::PointerMoved(path(at, size))]);
        bench.told("frame while dragging", &drag);
        assert!(bench.app.bench().held().is_some(), "the drag did not begin");
        bench.frame(vec![Event::PointerMoved(pos2(size[0] * 0.5, 2.0))]);
        bench.frame(vec![button(false, pos2(size[0] * 0.5, 2.0))]);
        bench.rest();
        gestures(&mut bench, scenario);
        if scenario.projects.len() <= MOST_REVIEWED {
            review(&mut bench);
        }
        workspaces(&mut bench, scenario);
    }
}

/// The workspace of a review: from the result to its first frame, at rest, and a decision.
fn review(bench: &mut Bench) {
    let wish = SolveWish { moves: true, positions: false, most_moved: None, seconds: 2 };
    bench.app.dispatch(Command::Solve(wish));
    bench.app.settle();
    let modifiers = Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE };
    let key = |pressed| Event::Key { key: Key::R, physical_key: None, pressed, repeat: false, modifiers };
    let first = bench.frame(vec![key(true), key(false)]);
    let second = bench.frame(Vec::new());
    bench.told("first frames of a review", &[first, second]);
    let rest = bench.frames(|_| Vec::new());
    bench.told("frame of a review at rest", &rest);
    let from = pos2(200.0, 300.0);
    let pointing = bench.frames(|at| vec![Event::PointerMoved(from + vec2(0.0, (at % 40) as f32 * 8.0))]);
    bench.told("frame while pointing at groups", &pointing);
    let groups = bench.app.bench().outlook().map_or(0, |it| it.entries.len());
    println!("  {groups} groups");
    let first = bench.app.bench().outlook().and_then(|it| it.entries.first().map(|it| it.group.changes.clone()));
    let decision = Decision::Rejected;
    let decided = bench.shown(Command::Decide { changes: first.unwrap_or_default(), decision });
    let window = format!("{}x{}", bench.size[0], bench.size[1]);
    told(&format!("{window} decision to its frame"), vec![decided]);
    bench.app.dispatch(Command::LeaveReview);
    bench.app.settle();
    bench.rest();
}

/// The other workspaces: their first frame, at rest, pointed at, and the frame that shows a change.
fn workspaces(bench: &mut Bench, scenario: &Scenario) {
    let modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
    let window = format!("{}x{}", bench.size[0], bench.size[1]);
    let settings = parkboard::io::settings::Settings::default();
    let drops = drops(&mut parkboard::workbench::Workbench::on(scenario.clone(), settings), 8);
    for (key, name) in [(Key::Num3, "clusters"), (Key::Num1, "existing layout"), (Key::Num6, "compare")] {
        let press = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let first = bench.frame(vec![press(true), press(false)]);
        bench.told(&format!("turn to {name}"), &[first]);
        bench.app.settle();
        bench.rest();
        let second = bench.frame(Vec::new());
        bench.told(&format!("first frame of {name}"), &[second]);
        let rest = bench.frames(|_| Vec::new());
        bench.told(&format!("frame of {name} at rest"), &rest);
        let size = bench.size;
        let pointing = bench.frames(|at| vec![Event::PointerMoved(path(at, size))]);
        bench.told(&format!("frame of {name} while pointing"), &pointing);
        let mut changed = Vec::new();
        for (project, park) in &drops {
            bench.app.dispatch(Command::Place { project: project.clone(), park: park.clone() });
            let begun = Instant::now();
            bench.frame(Vec::new());
            changed.push(begun.elapsed());
            bench.app.dispatch(Command::Undo);
            bench.rest();
        }
        told(&format!("{window} frame of {name} that shows a change"), changed);
    }
    let key = Key::Num2;
    let press = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    bench.frame(vec![press(true), press(false)]);
    bench.rest();
}

/// What a person waits for: from the gesture to the frame that shows its outcome.
fn gestures(bench: &mut Bench, scenario: &Scenario) {
    let settings = parkboard::io::settings::Settings::default();
    let drops = drops(&mut parkboard::workbench::Workbench::on(scenario.clone(), settings), GESTURES);
    let (mut picked, mut dropped, mut undone) = (Vec::new(), Vec::new(), Vec::new());
    let begun = Instant::now();
    for (project, park) in drops {
        if begun.elapsed() > ENOUGH {
            break;
        }
        picked.push(bench.shown(Command::PickUp(project)));
        bench.rest();
        bench.shown(Command::Aim(Some(park)));
        dropped.push(bench.shown(Command::DropHeld));
        bench.rest();
        undone.push(bench.shown(Command::Undo));
        bench.rest();
    }
    let window = format!("{}x{}", bench.size[0], bench.size[1]);
    told(&format!("{window} pick-up to annotated cards"), picked);
    told(&format!("{window} drop to new findings"), dropped);
    told(&format!("{window} undo to old findings"), undone);
}

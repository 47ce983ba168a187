//! How long does a frame take, and how soon is the first one there?
//!
//! ```text
//! cargo run --release --example frames            frames without a window while a project is dragged over the board
//! cargo run --release --example frames -- window  opens the real window, drags, tells time to first frame and memory
//! ```
//!
//! Figures are medians with minimum and maximum; compare them with a peer measured in the same minute.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a bench asks the clock, prints what it finds, and reckons with frames"
)]

use std::time::{Duration, Instant};

use egui::{Event, Modifiers, PointerButton, Pos2, RawInput, Rect, pos2, vec2};
use parkboard::{
    io::settings::Settings,
    ui::app::App,
    workbench::{Workbench, sample},
};

const FRAMES: usize = 400;

fn main() {
    let begun = Instant::now();
    if std::env::args().nth(1).as_deref() == Some("window") { window(begun) } else { headless() }
}

fn told(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: f64| {
        let last = times.len().saturating_sub(1);
        times.get(((last as f64) * share).round() as usize).copied().unwrap_or_default().as_secs_f64() * 1e3
    };
    println!("{name:<34} min {:7.3}  median {:7.3}  p99 {:7.3}  max {:7.3} ms", at(0.0), at(0.5), at(0.99), at(1.0));
}

fn app(ctx: &egui::Context) -> App {
    App::new(ctx, Workbench::on(sample::scenario(), Settings::default()), None)
}

/// Where the pointer is in frame `at` of a drag over the whole board.
fn path(at: usize, size: [f32; 2]) -> Pos2 {
    let turn = at as f32 / 17.0;
    pos2(size[0] * (0.45 + 0.25 * turn.cos()), size[1] * (0.42 + 0.28 * (turn * 1.3).sin()))
}

fn headless() {
    for size in [[1280.0, 720.0], [1920.0, 1080.0]] {
        let ctx = egui::Context::default();
        ctx.enable_accesskit();
        let mut app = app(&ctx);
        let mut run = |events: Vec<Event>| -> (Duration, Duration) {
            let input = RawInput {
                screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(size[0], size[1]))),
                events,
                ..RawInput::default()
            };
            let begun = Instant::now();
            let mut output = ctx.run_ui(input, |ui| app.frame_ui(ui));
            let laid_out = begun.elapsed();
            let shapes = std::mem::take(&mut output.shapes);
            let begun = Instant::now();
            std::hint::black_box(ctx.tessellate(shapes, output.pixels_per_point));
            output.textures_delta.clear();
            (laid_out, begun.elapsed())
        };
        let first = run(Vec::new());
        told(&format!("{}x{} first frame", size[0], size[1]), vec![first.0 + first.1]);
        for _ in 0..20 {
            run(Vec::new());
        }
        let from = pos2(120.0, 340.0);
        let press = |pressed| Event::PointerButton {
            pos: from,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let idle: Vec<_> = (0..FRAMES).map(|_| run(Vec::new())).collect();
        run(vec![Event::PointerMoved(from)]);
        run(vec![press(true)]);
        run(vec![Event::PointerMoved(from + vec2(40.0, 0.0))]);
        run(vec![Event::PointerMoved(from + vec2(80.0, 0.0))]);
        let drag: Vec<_> = (0..FRAMES).map(|at| run(vec![Event::PointerMoved(path(at, size))])).collect();
        for (name, times) in [("at rest", idle), ("while dragging", drag)] {
            told(&format!("{}x{} {name}, layout", size[0], size[1]), times.iter().map(|it| it.0).collect());
            told(&format!("{}x{} {name}, tessellation", size[0], size[1]), times.iter().map(|it| it.1).collect());
        }
        assert!(app.bench().held().is_some(), "the drag did not begin");
    }
}

/// The real window, which drags by itself and closes after [`FRAMES`] frames.
struct Driven {
    app: App,
    begun: Instant,
    frame: usize,
    last: Option<Instant>,
    times: Vec<Duration>,
}

impl eframe::App for Driven {
    fn raw_input_hook(&mut self, _: &egui::Context, input: &mut RawInput) {
        let from = pos2(120.0, 340.0);
        let press = Event::PointerButton {
            pos: from,
            button: PointerButton::Primary,
            pressed: true,
            modifiers: Modifiers::NONE,
        };
        input.events.retain(|event| {
            !matches!(event, Event::PointerMoved(_) | Event::PointerGone | Event::PointerButton { .. })
        });
        match self.frame {
            10 => input.events.push(Event::PointerMoved(from)),
            11 => input.events.push(press),
            12.. => input.events.push(Event::PointerMoved(path(self.frame, [1440.0, 900.0]))),
            _ => {}
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        if self.frame == 1 {
            println!("first frame shown {:.1} ms after main, {}", self.begun.elapsed().as_secs_f64() * 1e3, memory());
        }
        let begun = Instant::now();
        self.app.frame_ui(ui);
        if self.frame > 20 {
            self.times.push(begun.elapsed());
        }
        self.frame += 1;
        if self.frame == FRAMES {
            told("window, own code while dragging", std::mem::take(&mut self.times));
            let whole = self.last.map_or(Duration::ZERO, |last| last.elapsed());
            println!("{:.1} frames a second, {}", (FRAMES - 30) as f64 / whole.as_secs_f64(), memory());
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
        if self.frame == 30 {
            self.last = Some(Instant::now());
        }
        ui.ctx().request_repaint();
    }
}

/// Resident memory of this process.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or("memory unknown").to_owned()
}

fn window(begun: Instant) {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    let outcome = eframe::run_native(
        "parkboard frames",
        options,
        Box::new(move |creation| {
            let app = app(&creation.egui_ctx);
            Ok(Box::new(Driven { app, begun, frame: 0, last: None, times: Vec::new() }))
        }),
    );
    if let Err(error) = outcome {
        println!("no window: {error}");
    }
}

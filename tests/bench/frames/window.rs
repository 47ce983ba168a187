//! The real window, which drags by itself and closes after some frames: own code, frames a second, memory.

use std::time::{Duration, Instant};

use egui::{Event, Modifiers, PointerButton, RawInput, pos2};
use parkboard::ui::app::App;

use super::{Scale, app, memory, path, told};

/// Frames until it closes.
const FRAMES: usize = 400;

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

/// Opens the window on `scale`.
pub fn run(begun: Instant, scale: Scale) {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    let outcome = eframe::run_native(
        "parkboard frames",
        options,
        Box::new(move |creation| {
            let app = app(&creation.egui_ctx, scale.scenario());
            Ok(Box::new(Driven { app, begun, frame: 0, last: None, times: Vec::new() }))
        }),
    );
    if let Err(error) = outcome {
        println!("no window: {error}");
    }
}

//! Every state of park card, project row, socket and factor bar in one window, to be looked at.
//!
//! ```text
//! cargo run --example gallery [dark] [compact] [english]
//! ```

#[path = "../ui/pictures/states.rs"]
mod states;

use eframe::{App, NativeOptions};
use egui::{CentralPanel, Frame, Rect, ScrollArea, Sense, Ui, vec2};
use parkboard::{
    ui::{
        cx::Caches,
        fonts,
        panels::card::{COMFORTABLE_HEIGHT, COMPACT_HEIGHT},
        theme::{self, Theme, ThemeKind, Type},
    },
    workbench::Workbench,
};
use states::STATES;

/// Width of a picture, in points.
const WIDTH: f32 = 302.0;
/// Pictures in a line.
const COLUMNS: usize = 6;

struct Gallery {
    bench: Workbench,
    caches: Vec<Caches>,
    roomy: bool,
    kind: ThemeKind,
}

impl App for Gallery {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        theme::apply(ui.ctx(), self.kind, true);
        let frame = Frame::NONE.fill(Theme::of(self.kind).canvas).inner_margin(12);
        CentralPanel::default().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let states: Vec<_> = STATES.iter().zip(&self.caches).collect();
                for line in states.chunks(COLUMNS) {
                    ui.horizontal(|ui| {
                        for ((name, state), caches) in line {
                            self.picture_ui(ui, caches, name, *state);
                        }
                    });
                }
            });
        });
    }
}

impl Gallery {
    fn picture_ui(
        &self,
        ui: &mut Ui,
        caches: &Caches,
        name: &str,
        state: fn(&mut parkboard::ui::panels::card_view::CardView),
    ) {
        let height = if self.roomy { COMFORTABLE_HEIGHT } else { COMPACT_HEIGHT };
        let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, height + 24.0), Sense::hover());
        let theme = Theme::of(self.kind);
        let title = Rect::from_min_size(rect.min, vec2(WIDTH, 18.0));
        parkboard::ui::widgets::text::line(ui.painter(), title, egui::Align::Min, name, Type::Small, theme.text1);
        let card = Rect::from_min_size(rect.min + vec2(0.0, 20.0), vec2(WIDTH, height));
        ui.push_id(name, |ui| states::draw(ui, &self.bench, caches, card, self.roomy, state));
    }
}

fn main() -> eframe::Result {
    let has = |word: &str| std::env::args().skip(1).any(|it| it == word);
    let kind = if has("dark") { ThemeKind::Dark } else { ThemeKind::Light };
    let viewport = egui::ViewportBuilder::default().with_inner_size([1920.0, 1080.0]).with_app_id("parkboard");
    eframe::run_native(
        "Parkboard gallery",
        NativeOptions { viewport, ..NativeOptions::default() },
        Box::new(move |creation| {
            fonts::install(&creation.egui_ctx);
            // Every picture is the card of the same park.
            creation.egui_ctx.options_mut(|options| options.warn_on_id_clash = false);
            Ok(Box::new(Gallery {
                bench: states::bench(has("dark"), !has("english")),
                caches: STATES.iter().map(|_| Caches::default()).collect(),
                roomy: !has("compact"),
                kind,
            }))
        }),
    )
}

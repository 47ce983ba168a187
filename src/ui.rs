//! The window face: reads the workbench, draws it, pushes commands. Nothing here changes a scenario or judges a rule.
//!
//! [`app`] runs a frame; a panel in [`panels`] builds its view (plain data), draws it and reads the responses;
//! [`widgets`] are what panels are made of and know nothing of parks; [`theme`] is the only place with colours.

pub mod account;
pub mod actions;
pub mod app;
pub mod charts;
pub mod cx;
pub mod dialogs;
pub mod fonts;
pub mod origin;
pub mod panels;
pub mod theme;
pub mod widgets;

use std::path::PathBuf;

use crate::{
    i18n::{phrase::Lang, words},
    workbench::Workbench,
};

/// Opens the window on `file`, or on the sample; returns when it is closed.
///
/// # Errors
///
/// One sentence for the person, in both languages, when no window can be opened.
pub fn run(file: Option<PathBuf>) -> Result<(), String> {
    let viewport = egui::ViewportBuilder::default()
        .with_title(words::PARKBOARD.of(Lang::En))
        .with_app_id("parkboard")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([960.0, 600.0])
        .with_icon(icon());
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        persist_window: false,
        ..eframe::NativeOptions::default()
    };
    let outcome = eframe::run_native(
        "parkboard",
        options,
        Box::new(move |creation| Ok(Box::new(app::App::new(&creation.egui_ctx, Workbench::start(), file)))),
    );
    outcome.map_err(|error| {
        let why = error.to_string();
        let displays = ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"];
        let has_display = displays.iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
        let phrase = if has_display { words::NO_OPENGL } else { words::NO_DISPLAY };
        if has_display {
            format!("{} ({why})\n{}", phrase.of(Lang::En), phrase.of(Lang::Zh))
        } else {
            format!("{}。{}", phrase.of(Lang::Zh), phrase.of(Lang::En))
        }
    })
}

/// The four squares of the logo, drawn into pixels.
fn icon() -> egui::IconData {
    const SIDE: u32 = 64;
    let colours = theme::LOGO;
    let mut rgba = Vec::new();
    for y in 0..SIDE {
        for x in 0..SIDE {
            let (column, row) = (usize::from(x >= SIDE / 2), usize::from(y >= SIDE / 2));
            let gap = |at: u32| matches!(at % (SIDE / 2), 0..=2 | 29..=31);
            let colour = colours.get(row * 2 + column).filter(|_| !gap(x) && !gap(y));
            rgba.extend(colour.map_or([0, 0, 0, 0], egui::Color32::to_srgba_unmultiplied));
        }
    }
    egui::IconData { rgba, width: SIDE, height: SIDE }
}

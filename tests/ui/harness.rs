//! A window without a display: the whole application in a test harness, at a given size and language.

use egui_kittest::Harness;
use parkboard::{
    io::settings::Settings,
    ui::app::App,
    workbench::{Workbench, sample},
};

/// The two sizes that the window must serve.
pub const SIZES: [[f32; 2]; 2] = [[1280.0, 720.0], [1920.0, 1080.0]];

/// The application on the sample.
pub fn sample_window(chinese: bool, size: [f32; 2]) -> Harness<'static, App> {
    let settings = Settings { chinese, ..Settings::default() };
    window(Workbench::on(sample::scenario(), settings), size)
}

/// The application on `bench`.
pub fn window(bench: Workbench, size: [f32; 2]) -> Harness<'static, App> {
    let context = egui::Context::default();
    let app = App::new(&context, bench, None);
    let mut harness = Harness::builder()
        .with_size(size)
        .with_context_setup(parkboard::ui::fonts::install)
        .build_ui_state(|ui, app: &mut App| app.frame_ui(ui), app);
    harness.run();
    harness
}

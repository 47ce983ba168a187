//! The charts of the window, one a file.

pub mod canvas;
pub mod composition;
pub mod course;
pub mod twin;

use egui::{Vec2, vec2};
use egui_plot::{HoverPosition, Plot};

/// A plot that shows its curves and bars alone: no axes, no grid, nothing that moves; its labels are painted around it.
fn still_plot(name: &'static str, size: Vec2) -> Plot<'static> {
    Plot::new(name)
        .width(size.x)
        .height(size.y)
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(vec2(0.0, 0.0))
        .show_crosshair(false)
        .label_formatter(|position| match position {
            HoverPosition::NearDataPoint { .. } | HoverPosition::Elsewhere { .. } => None,
        })
}

//! The workspace of evaluation and recognition: how parks fare by an indicator pack, where characteristic parks stand.

use egui::{CentralPanel, Frame, Ui};

use crate::ui::cx::Cx;

/// The workspace between frames.
#[derive(Debug, Default)]
pub struct Evaluation {}

impl Evaluation {
    /// Draws the workspace.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        CentralPanel::default().frame(Frame::NONE.fill(cx.theme.canvas)).show(ui, |_| ());
    }
}

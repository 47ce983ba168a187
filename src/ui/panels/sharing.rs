//! The workspace of support and sharing: pools of the city, programmes, promises, agreements and their books.

use egui::{CentralPanel, Frame, Ui};

use crate::ui::cx::Cx;

/// The workspace between frames.
#[derive(Debug, Default)]
pub struct Sharing {}

impl Sharing {
    /// Draws the workspace.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        CentralPanel::default().frame(Frame::NONE.fill(cx.theme.canvas)).show(ui, |_| ());
    }
}

//! What shows when the pointer rests on something.

use egui::{Response, Ui, WidgetText};

/// Tips of what is drawn. Under a sheet nothing has a tip: one that showed when the sheet opened would stay above it.
#[expect(clippy::return_self_not_must_use, reason = "a response may be left, as with egui itself")]
pub trait Tip: Sized {
    /// Shows `words` beside it.
    fn tip(self, words: impl Into<WidgetText>) -> Self;

    /// Shows `words` beside the pointer.
    fn tip_at_pointer(self, words: impl Into<WidgetText>) -> Self;

    /// Shows `words` beside it while it is switched off.
    fn tip_while_off(self, words: impl Into<WidgetText>) -> Self;

    /// Shows what `draw` draws beside it.
    fn tip_ui(self, draw: impl FnOnce(&mut Ui)) -> Self;
}

#[expect(clippy::disallowed_methods, reason = "the home of tips")]
impl Tip for Response {
    fn tip(self, words: impl Into<WidgetText>) -> Self {
        if is_under_sheet(&self) { self } else { self.on_hover_text(words) }
    }

    fn tip_at_pointer(self, words: impl Into<WidgetText>) -> Self {
        if is_under_sheet(&self) { self } else { self.on_hover_text_at_pointer(words) }
    }

    fn tip_while_off(self, words: impl Into<WidgetText>) -> Self {
        if is_under_sheet(&self) { self } else { self.on_disabled_hover_text(words) }
    }

    fn tip_ui(self, draw: impl FnOnce(&mut Ui)) -> Self {
        if is_under_sheet(&self) { self } else { self.on_hover_ui(draw) }
    }
}

fn is_under_sheet(response: &Response) -> bool {
    response.ctx.memory(|memory| !memory.allows_interaction(response.layer_id))
}

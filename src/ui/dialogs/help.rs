//! The sheet of help: a page a workspace, what it answers, how to, the formulas with their sources, the signs.
//!
//! What it says stands in [`crate::i18n::help`]; here it is laid out.

mod page;

use egui::{Align, EventFilter, Id, Key, Modifiers, Rect, Role as AccessRole, ScrollArea, Ui, WidgetInfo, vec2};

use super::{form::row_ui, heading, make_room, sheet_height};
use crate::{
    i18n::help as say,
    ui::{
        actions::{Action, keys_of},
        cx::{Ask, Cx, Workspace},
        theme::{Lettering, RADIUS_ROW, SPACE_4, SPACE_8, SPACE_16, Type},
        widgets::{
            button::{Button, button_ui},
            shapes,
            text::line,
        },
    },
};

/// Width that the sheet would like, in points.
pub const WIDTH: f32 = 1040.0;
/// Width from which the list of pages stands beside the page, in points.
const SIDE_BY_SIDE: f32 = 640.0;
/// Width of the list of pages, in points.
const LIST: f32 = 172.0;
/// Height of its rows, in points.
const ROW: f32 = 30.0;
/// What the keys of a page up and a page down scroll by, as a share of the height that is seen.
const LEAP: f32 = 0.85;

/// The sheet between frames.
#[derive(Debug)]
pub struct HelpSheet {
    page: Workspace,
}

impl HelpSheet {
    /// The sheet, open at the page of a workspace.
    pub const fn new(page: Workspace) -> Self {
        Self { page }
    }

    /// Draws the sheet.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        make_room(ui);
        heading(ui, &format!("{} · {}", cx.say(say::HELP), cx.say(self.page.name())));
        self.turn(ui);
        let height = sheet_height(ui, f32::INFINITY);
        if ui.available_width() < SIDE_BY_SIDE {
            self.choice_ui(ui, cx);
            page_ui(ui, cx, self.page, height - ROW);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = SPACE_16;
            ui.vertical(|ui| {
                ui.set_width(LIST);
                self.list_ui(ui, cx);
            });
            ui.vertical(|ui| page_ui(ui, cx, self.page, height));
        });
    }

    /// Turns the page by the arrow keys; where a row of the list has the keyboard, it goes along.
    fn turn(&mut self, ui: &Ui) {
        // An open list of pages has the arrows to itself.
        if egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let all = Workspace::ALL;
        let focused = ui.ctx().memory(egui::Memory::focused);
        let has_row = focused.is_some_and(|id| all.iter().any(|it| row_id(*it) == id));
        if let Some(id) = focused.filter(|_| has_row) {
            let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let forward = pressed(Key::ArrowDown) || pressed(Key::ArrowRight);
        let back = pressed(Key::ArrowUp) || pressed(Key::ArrowLeft);
        let at = all.iter().position(|it| *it == self.page).unwrap_or(0);
        let next = match (forward, back) {
            (true, _) => at + 1,
            (false, true) => at.checked_sub(1).unwrap_or(all.len() - 1),
            (false, false) => return,
        };
        self.page = all.get(next).or(all.first()).copied().unwrap_or_default();
        if has_row {
            ui.memory_mut(|memory| memory.request_focus(row_id(self.page)));
        }
    }

    /// The pages, one below the other, and what leads to the keys.
    fn list_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.spacing_mut().item_spacing.y = 2.0;
        for workspace in Workspace::ALL {
            let (rect, response) = row_ui(ui, cx, row_id(workspace), ROW, true);
            let (is_open, name) = (workspace == self.page, cx.say(workspace.name()));
            let spoken = page_name(cx, workspace);
            response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_open, &spoken));
            let (style, ink) = if is_open {
                shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, cx.theme.accent_soft, egui::Stroke::NONE);
                (Type::BodyBold, cx.theme.accent)
            } else {
                (Type::Body, cx.theme.text1)
            };
            let place = Rect::from_min_max(rect.min, rect.max).shrink2(vec2(SPACE_8, 0.0));
            line(ui.painter(), place, Align::Min, name, style, ink);
            if response.clicked() {
                self.page = workspace;
            }
        }
        ui.add_space(SPACE_8);
        let keys = keys_of(Action::Shortcuts);
        if button_ui(ui, cx.theme, &Button::new(cx.say(say::ALL_KEYS)).keys(&keys).small()).clicked() {
            cx.ask(Ask::Do(Action::Shortcuts));
        }
        ui.add_space(SPACE_4);
        let hint = egui::RichText::new(cx.say(say::PAGES_HINT)).font(Type::Small.font()).color(cx.theme.text2);
        ui.add(egui::Label::new(hint).wrap());
    }

    /// The pages to choose from, where there is no room for a list beside them.
    fn choice_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.horizontal(|ui| {
            let all_keys = Button::new(cx.say(say::ALL_KEYS));
            let wide = ui.available_width() - all_keys.size(ui.painter()).x - SPACE_8;
            let combo = egui::ComboBox::from_id_salt("help pages").width(wide).selected_text(cx.say(self.page.name()));
            let response = combo.show_ui(ui, |ui| {
                for workspace in Workspace::ALL {
                    ui.selectable_value(&mut self.page, workspace, cx.say(workspace.name()));
                }
            });
            let spoken = format!("{}: {}", cx.say(say::PAGES), cx.say(self.page.name()));
            response.response.widget_info(|| WidgetInfo::labeled(AccessRole::ComboBox, true, &spoken));
            if button_ui(ui, cx.theme, &all_keys).clicked() {
                cx.ask(Ask::Do(Action::Shortcuts));
            }
        });
    }
}

/// A page of help as it is called in the list.
fn page_name(cx: &Cx<'_>, workspace: Workspace) -> String {
    format!("{} · {}", cx.say(workspace.name()), cx.say(say::HELP))
}

fn row_id(workspace: Workspace) -> Id {
    Id::unique(("help page", workspace))
}

/// The page, which scrolls by wheel and keys.
fn page_ui(ui: &mut Ui, cx: &Cx<'_>, workspace: Workspace, height: f32) {
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let leap = height * LEAP;
    let by = if pressed(Key::PageDown) {
        -leap
    } else if pressed(Key::PageUp) {
        leap
    } else if pressed(Key::End) {
        f32::MIN / 4.0
    } else if pressed(Key::Home) {
        f32::MAX / 4.0
    } else {
        0.0
    };
    let area = ScrollArea::vertical().id_salt(("help", workspace)).max_height(height).auto_shrink(false);
    area.show(ui, |ui| {
        if by.abs() > 0.0 {
            ui.scroll_with_delta(vec2(0.0, by));
        }
        page::ui(ui, cx, page::of(workspace));
        ui.add_space(SPACE_8);
    });
}

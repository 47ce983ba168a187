//! The workspace of support and sharing: pools of the city, programmes, promises, agreements and their books, the guard.

mod agreements;
mod budget;
mod guard;
mod kept;
mod ledger;
mod parts;
pub mod pools;
mod programmes;
mod promises;
mod reservations;

use egui::{Align, CentralPanel, EventFilter, Frame, Key, Layout, Modifiers, Panel, Rect, Response, Ui, pos2, vec2};

use crate::{
    i18n::{outgoing, phrase::Phrase, sharing, support},
    ui::{
        actions::Action,
        cx::{Ask, Cx},
        dialogs,
        theme::{SPACE_8, SPACE_12},
        widgets::{
            button::{Button, Segment, button_ui, segmented_ui},
            icon::Icon,
        },
    },
};

/// Width of pools and reservations where there is room, and where there is little, in points.
const SIDE: (f32, f32) = (500.0, 360.0);

/// What is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// 要素与资金: pools, reservations, programmes, funds.
    #[default]
    Funds,
    /// 服务与履约: service tasks and commitments.
    Promises,
    /// 协议与台账: agreements and their ledgers.
    Agreements,
    /// 利益保障: who is worse off, and what cures it.
    Guard,
}

const PAGES: [(Page, Phrase); 4] = [
    (Page::Funds, support::POOLS_AND_FUNDS),
    (Page::Promises, support::PROMISES),
    (Page::Agreements, sharing::AGREEMENTS),
    (Page::Guard, sharing::GUARD),
];

/// The workspace between frames.
#[derive(Debug, Default)]
pub struct Sharing {
    page: Page,
    kept: kept::Kept,
    programmes: programmes::Programmes,
    agreements: agreements::Agreements,
    guard: guard::GuardPage,
}

impl Sharing {
    /// Turns to a page.
    pub fn show(&mut self, page: Page) {
        self.page = page;
    }

    /// Draws the workspace.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        self.kept.refresh(cx);
        let strip = Panel::top("sharing strip").exact_size(44.0).frame(Frame::NONE).show_separator_line(false);
        strip.show(ui, |ui| self.strip_ui(ui, cx));
        let canvas = Frame::NONE.fill(cx.theme.canvas);
        CentralPanel::default().frame(canvas).show(ui, |ui| {
            let rect = ui.max_rect().shrink(if cx.roomy { 12.0 } else { 8.0 });
            match self.page {
                Page::Funds => self.funds_ui(ui, cx, rect),
                Page::Promises => promises::ui(ui, cx, rect),
                Page::Agreements => self.agreements.ui(ui, cx, rect, &mut self.kept),
                Page::Guard => self.guard.ui(ui, cx, rect, &mut self.kept),
            }
        });
    }

    fn funds_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
        let side = if cx.roomy { SIDE.0 } else { SIDE.1 };
        let left = Rect::from_min_size(rect.min, vec2(side, rect.height()));
        let pools =
            Rect::from_min_size(left.min, vec2(side, (parts::HEAD + 3.0 * pools::ROW + 6.0).min(rect.height() * 0.45)));
        let rest = Rect::from_min_max(pos2(left.left(), pools.bottom() + SPACE_8), left.max);
        // Each card is as high as its records, as far as there is room.
        let half = (rest.height() - SPACE_8) / 2.0;
        let middle = Rect::from_min_size(rest.min, vec2(side, reservations::height(cx).min(half)));
        let rest = rest.with_max_y((middle.bottom() + SPACE_8 + reservations::won_height(cx)).min(rest.bottom()));
        pools::ui(ui, cx, pools);
        reservations::ui(ui, cx, middle);
        reservations::won_ui(ui, cx, Rect::from_min_max(pos2(rest.left(), middle.bottom() + SPACE_8), rest.max));
        let right = Rect::from_min_max(pos2(left.right() + SPACE_8, rect.top()), rect.max);
        self.programmes.ui(ui, cx, right, &mut self.kept);
    }

    /// The pages and the way to the papers.
    fn strip_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0.0, cx.theme.panel);
        ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.edge());
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing = vec2(SPACE_12, 0.0);
            ui.add_space(SPACE_12);
            let segments = PAGES.map(|(_, phrase)| Segment { name: cx.say(phrase), icon: None });
            let mut at = PAGES.iter().position(|(page, _)| *page == self.page).unwrap_or(0);
            let choice = segmented_ui(ui, cx.theme, &segments, &mut at);
            at = turned_by_keys(ui, &choice, at);
            self.page = PAGES.get(at).map_or(Page::Funds, |(page, _)| *page);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(SPACE_12);
                let export = Button::new(cx.say(outgoing::EXPORT)).icon(Icon::Export);
                if button_ui(ui, cx.theme, &export).clicked() {
                    cx.ask(Ask::Do(Action::ExportFiles));
                }
            });
        });
    }
}

/// The page after Left or Right, while the choice has the keyboard or nothing has it.
fn turned_by_keys(ui: &Ui, choice: &Response, at: usize) -> usize {
    let ids: Vec<egui::Id> = (0..PAGES.len()).map(|index| choice.id.with(index)).collect();
    let focused = ui.ctx().memory(egui::Memory::focused);
    let of_choice = focused.filter(|id| ids.contains(id));
    if dialogs::is_covered(ui) || (focused.is_some() && of_choice.is_none()) {
        return at;
    }
    if let Some(id) = of_choice {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = PAGES.len() - 1;
    let next = if pressed(Key::ArrowRight) {
        if at == last { 0 } else { at + 1 }
    } else if pressed(Key::ArrowLeft) {
        at.checked_sub(1).unwrap_or(last)
    } else {
        return at;
    };
    if let (Some(_), Some(id)) = (of_choice, ids.get(next)) {
        ui.memory_mut(|memory| memory.request_focus(*id));
    }
    next
}

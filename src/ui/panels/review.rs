//! The workspace of a review: proposed changes in groups, the board as it would be, and what becomes better or worse.

mod cards;
mod figures;
mod groups;

use std::sync::Arc;

use egui::{Align, CentralPanel, Frame, Id, Panel, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    i18n::review as say,
    model::text::Text,
    ui::{
        actions::{self, Action},
        cx::{Ask, Cx},
        theme::{SPACE_8, SPACE_12, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::{self, Icon},
            text::{line, width_of},
        },
    },
    workbench::review::{Decision, Outlook, Review},
};

/// Width of groups and figures where there is room, and where there is little, in points.
const GROUPS: (f32, f32) = (620.0, 396.0);
const FIGURES: (f32, f32) = (420.0, 304.0);

/// The workspace between frames.
#[derive(Debug, Default)]
pub struct ReviewView {
    is_shown: bool,
    /// Number of the review that was turned to last.
    seen: Option<u64>,
    /// The group under the pointer or with the keyboard, by its place in the list.
    pointed: Option<usize>,
}

impl ReviewView {
    /// Whether the workspace stands in the place of the board.
    pub fn is_shown(&self, cx: &Cx<'_>) -> bool {
        self.is_shown && cx.bench.review().is_some()
    }

    /// Turns from the board to the review, or back.
    pub fn toggle(&mut self) {
        self.is_shown = !self.is_shown;
    }

    /// Turns to a review that has just come, once, unless the person is busy with something else: then it waits.
    pub fn follow(&mut self, cx: &Cx<'_>, is_free: bool) {
        let number = cx.bench.review().map(Review::number);
        if number.is_none() {
            self.is_shown = false;
        }
        if number != self.seen {
            self.seen = number;
            self.is_shown = number.is_some() && is_free;
        }
    }

    /// Draws the workspace.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let Some((review, outlook)) = cx.bench.review().zip(cx.bench.outlook()) else { return };
        let bare = |panel: Panel, height: f32| panel.exact_size(height).frame(Frame::NONE).show_separator_line(false);
        bare(Panel::top("review head"), if cx.roomy { 44.0 } else { 38.0 })
            .show(ui, |ui| head_ui(ui, cx, review, &outlook));
        let frame = Frame::NONE.fill(cx.theme.panel);
        let of = |(roomy, compact): (f32, f32)| if cx.roomy { roomy } else { compact };
        Panel::left("review groups").exact_size(of(GROUPS)).frame(frame).show(ui, |ui| {
            self.pointed = groups::ui(ui, cx, review, &outlook, self.pointed);
        });
        Panel::right("review figures").exact_size(of(FIGURES)).frame(frame).show(ui, |ui| {
            figures::ui(ui, cx, review, &outlook);
        });
        CentralPanel::default().frame(Frame::NONE.fill(cx.theme.canvas)).show(ui, |ui| {
            cards::ui(ui, cx, &outlook, self.pointed);
        });
    }
}

/// What the review is about, how much is decided, and the way back to the board.
fn head_ui(ui: &Ui, cx: &Cx<'_>, review: &Review, outlook: &Arc<Outlook>) {
    let theme = cx.theme;
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, theme.panel);
    ui.painter().hline(rect.x_range(), rect.bottom(), theme.edge());
    let mark = Rect::from_center_size(pos2(rect.left() + SPACE_12 + 9.0, rect.center().y), vec2(18.0, 18.0));
    icon::paint(ui.painter(), Icon::Solve, mark, theme.accent);
    let keys = actions::keys_of(Action::Review);
    let back = Button::new(cx.say(say::TO_BOARD)).icon(Icon::Grid).keys(&keys);
    let back = if cx.roomy { back } else { back.small() };
    let size = back.size(ui.painter());
    let place = Rect::from_min_size(pos2(rect.right() - SPACE_12 - size.x, rect.center().y - size.y / 2.0), size);
    if button_at_ui(ui, theme, place, Id::unique("review to board"), &back).clicked() {
        cx.ask(Ask::Do(Action::Review));
    }
    let of = |decision| outlook.count(decision);
    let decided = say::decided(of(Decision::Accepted), of(Decision::Rejected), of(Decision::Pinned));
    let decided = cx.tell(&decided);
    let width = width_of(ui.painter(), decided, Type::BodyBold) + 1.0;
    let counts =
        Rect::from_min_max(pos2(place.left() - SPACE_12 - width, rect.top()), pos2(place.left(), rect.bottom()));
    line(ui.painter(), counts, Align::Min, decided, Type::BodyBold, theme.text1);
    let title =
        Rect::from_min_max(pos2(mark.right() + SPACE_8, rect.top()), pos2(counts.left() - SPACE_8, rect.bottom()));
    let shown = line(ui.painter(), title, Align::Min, cx.say(say::AWAITS), Type::CardTitle, theme.text1);
    let wish = review.wish();
    let plan = cx.scenario().plans.get(review.plan());
    let name =
        plan.map(|it| Text::new(format!("{} {}", it.id, it.name.zh), format!("{} {}", it.id, it.name.english())));
    let about = say::about(&name.unwrap_or_default(), (wish.moves, wish.positions, wish.most_moved));
    let rest = Rect::from_min_max(pos2(shown.rect.right() + SPACE_12, rect.top()), title.max);
    line(ui.painter(), rest, Align::Min, cx.tell(&about), Type::Body, theme.text2);
    let told = format!("{} · {} · {decided}", cx.say(say::AWAITS), cx.tell(&about));
    let response = ui.interact(title, Id::unique("review heading"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Heading, true, &told));
}

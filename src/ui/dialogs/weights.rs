//! How much does each criterion count in the plan? Points one by one, or what comparisons of the groups come to.

mod pairwise;
mod points;

use egui::{Context, ScrollArea, Ui};

use super::{heading, modal, sheet_height, sheet_width};
use crate::{
    i18n::{self, phrase::Phrase, words},
    model::{id::RecordId, quantity::Factor},
    suitability::{Criterion, Group},
    ui::{
        actions::{self, Action},
        cx::Cx,
        theme::SPACE_12,
        widgets::button::{Segment, segmented_ui},
    },
    workbench::command::Command,
};
use pairwise::PairwisePage;
use points::PointsPage;

/// A page of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// A weight for each criterion.
    Points,
    /// Comparisons of the groups.
    Pairwise,
}

const PAGES: [(Page, Phrase); 2] = [(Page::Points, words::POINTS), (Page::Pairwise, words::PAIRWISE)];

/// The sheet between frames.
pub struct WeightsSheet {
    page: Page,
    points: PointsPage,
    pairwise: PairwisePage,
}

impl WeightsSheet {
    /// The sheet of the plan that is shown, at its points.
    pub fn new(cx: &Cx<'_>) -> Self {
        Self { page: Page::Points, points: PointsPage::default(), pairwise: PairwisePage::new(cx) }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut is_closed = false;
        let modal = modal(cx, "weights").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 660.0));
            heading(ui, &format!("{} · {} {}", cx.say(words::WEIGHTS), cx.say(words::PLAN), cx.bench.plan()));
            let segments = PAGES.map(|(_, name)| Segment { name: cx.say(name), icon: None });
            let mut at = PAGES.iter().position(|(page, _)| *page == self.page).unwrap_or(0);
            if segmented_ui(ui, cx.theme, &segments, &mut at).changed() {
                self.points.leave(cx);
                self.page = PAGES.get(at).map_or(Page::Points, |(page, _)| *page);
            }
            ui.add_space(SPACE_12);
            // The row of pages, and what stands under them.
            let height = sheet_height(ui, 640.0) - 64.0;
            is_closed = match self.page {
                Page::Points => self.points_ui(ui, cx, height),
                Page::Pairwise => self.pairwise_ui(ui, cx, height),
            };
        });
        self.keys(ctx, cx);
        let is_closed = is_closed || modal.should_close();
        if is_closed {
            self.points.leave(cx);
        }
        !is_closed
    }

    /// Undo and redo reach the weights and nothing that stands behind the sheet.
    fn keys(&mut self, ctx: &Context, cx: &Cx<'_>) {
        for action in actions::pressed_of(ctx, &[Action::Undo, Action::Redo]) {
            self.points.leave(cx);
            if action == Action::Undo && cx.bench.undoes_weights() {
                cx.push(Command::Undo);
            } else if action == Action::Redo && cx.bench.redoes_weights() {
                cx.push(Command::Redo);
            }
        }
    }

    /// The points; `true` when the person leaves the sheet.
    fn points_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, height: f32) -> bool {
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(
            ui,
            |ui| {
                self.points.ui(ui, cx);
            },
        );
        self.points.foot_ui(ui, cx)
    }

    /// The comparisons; `true` when the person leaves the sheet. When they are applied, the points show what they came to.
    fn pairwise_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, height: f32) -> bool {
        let done = self.pairwise.ui(ui, cx, height);
        if done == Some(true) {
            self.page = Page::Points;
        }
        done == Some(false)
    }
}

/// Width of a row of a page: the bar that scrolls it has room beside it.
fn row_width(ui: &Ui) -> f32 {
    ui.available_width() - SPACE_12
}

/// A weight in points, by criterion.
type Weighed = (RecordId, Factor);

/// The `weights` by group; groups without a criterion are left out.
fn by_group(weights: &[Weighed]) -> Vec<(Group, Vec<&Weighed>)> {
    let of = |criterion: Criterion| weights.iter().find(|(id, _)| id.as_str() == criterion.id());
    let members = |group: Group| Criterion::ALL.into_iter().filter(move |it| it.group() == group).filter_map(of);
    let mut groups: Vec<_> = Group::ALL.into_iter().map(|group| (group, members(group).collect::<Vec<_>>())).collect();
    groups.retain(|(_, members)| !members.is_empty());
    groups
}

/// Name of a group.
fn group_words(cx: &Cx<'_>, group: Group) -> &'static str {
    i18n::criterion::group(group.id()).map_or(group.id(), |it| cx.say(it))
}

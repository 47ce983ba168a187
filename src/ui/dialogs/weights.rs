//! How much does each criterion count in the plan? Points one by one, or what comparisons of the groups come to.

mod points;

use egui::{Context, ScrollArea, Ui};

use super::{heading, modal, sheet_height, sheet_width};
use crate::{
    i18n::{self, phrase::Phrase, words},
    model::{id::RecordId, quantity::Factor},
    ui::{
        cx::Cx,
        theme::{SPACE_8, SPACE_12},
        widgets::button::{Button, Segment, button_ui, segmented_ui},
    },
};
use points::PointsPage;

/// A page of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// A weight for each criterion.
    Points,
}

const PAGES: [(Page, Phrase); 1] = [(Page::Points, words::POINTS)];

/// The sheet between frames.
pub struct WeightsSheet {
    page: Page,
    points: PointsPage,
}

impl WeightsSheet {
    /// The sheet of the plan that is shown, at its points.
    pub fn new() -> Self {
        Self { page: Page::Points, points: PointsPage::default() }
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
                self.page = PAGES.get(at).map_or(Page::Points, |(page, _)| *page);
            }
            ui.add_space(SPACE_12);
            self.page_ui(ui, cx);
            ui.add_space(SPACE_8);
            is_closed = button_ui(ui, cx.theme, &Button::new(cx.say(words::CLOSE)).keys("Esc")).clicked();
        });
        let is_closed = is_closed || modal.should_close();
        if is_closed {
            self.points.leave(cx);
        }
        !is_closed
    }

    fn page_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        // The row of pages, and what stands under the points.
        let height = sheet_height(ui, 640.0) - 100.0;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(
            ui,
            |ui| match self.page {
                Page::Points => self.points.ui(ui, cx),
            },
        );
        match self.page {
            Page::Points => self.points.foot_ui(ui, cx),
        }
    }
}

/// The groups of criteria, with their members, in the order in which they are shown.
const GROUPS: [(&str, &[&str]); 5] = [
    ("positioning", &["position-fit", "theme-chain-leader"]),
    ("chain", &["cluster-strength", "chain-coupling", "differentiation"]),
    ("factors", &["headroom", "threshold-margin"]),
    ("services", &["supporting-functions", "transport", "efficiency-service"]),
    ("interest", &["district-interest", "new-track"]),
];

/// A weight in points, by criterion.
type Weighed = (RecordId, Factor);

/// The `weights` by group, those of no group last under `None`; groups without a criterion are left out.
fn by_group(weights: &[Weighed]) -> Vec<(Option<&'static str>, Vec<&Weighed>)> {
    let of = |id: &str| weights.iter().find(|(criterion, _)| criterion.as_str() == id);
    let mut groups: Vec<_> = GROUPS
        .iter()
        .map(|(group, members)| (Some(*group), members.iter().filter_map(|id| of(id)).collect::<Vec<_>>()))
        .collect();
    let is_known = |id: &RecordId| GROUPS.iter().any(|(_, members)| members.contains(&id.as_str()));
    groups.push((None, weights.iter().filter(|(id, _)| !is_known(id)).collect()));
    groups.retain(|(_, members)| !members.is_empty());
    groups
}

/// Name of a group of [`by_group`].
fn group_words(cx: &Cx<'_>, group: Option<&str>) -> &'static str {
    cx.say(group.and_then(i18n::criterion::group).unwrap_or(words::OTHER_CRITERIA))
}

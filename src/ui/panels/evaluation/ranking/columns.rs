//! Where the columns of the table stand: fixed ones at both ends, the pillars share the rest.

use egui::{Rangef, Rect};

use crate::{
    chart::scene::length,
    ui::{
        cx::Cx,
        theme::{SPACE_4, SPACE_6, SPACE_8, SPACE_12},
    },
};

/// Where the columns stand.
pub struct Columns {
    /// The rank.
    pub rank: Rangef,
    /// Name and level.
    pub park: Rangef,
    pillars: Rangef,
    count: usize,
    /// The total.
    pub total: Rangef,
    /// The grade.
    pub grade: Rangef,
    /// Three years.
    pub trend: Rangef,
    /// The change.
    pub change: Rangef,
    /// The way to the next grade.
    pub next: Rangef,
}

impl Columns {
    /// The columns of a table over `rect` with `count` pillars.
    pub fn of(cx: &Cx<'_>, rect: Rect, count: usize) -> Self {
        let widths = if cx.roomy {
            [36.0, 176.0, 70.0, 48.0, 72.0, 72.0, 84.0]
        } else {
            [34.0, 142.0, 54.0, 42.0, 52.0, 54.0, 66.0]
        };
        let [rank, park, total, grade, trend, change, next] = widths;
        let left = rect.left() + SPACE_12;
        let rank = Rangef::new(left, left + rank);
        let park = Rangef::new(rank.max, rank.max + park);
        let mut right = rect.right() - SPACE_8;
        let mut take = |width: f32| {
            right -= width;
            Rangef::new(right, right + width)
        };
        let next = take(next);
        let change = take(change);
        let mut trend = take(trend);
        trend.max -= SPACE_8;
        let grade = take(grade);
        let mut total = take(total);
        let pillars = Rangef::new(park.max + SPACE_6, total.min);
        total.max -= SPACE_4;
        Self { rank, park, pillars, count, total, grade, trend, change, next }
    }

    /// Where the pillar at `at` stands.
    pub fn pillar(&self, at: usize) -> Rangef {
        let width = self.pillars.span() / length(self.count.max(1));
        let left = self.pillars.min + width * length(at);
        Rangef::new(left, left + width - SPACE_6)
    }
}

//! The budget of a programme as one bar: what each project has of it, what the rule would give the others, and what is left.

use egui::{
    Align, Color32, CornerRadius, Id, Rect, Role as AccessRole, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::parts::ratio;
use crate::{
    analysis::support::{Allocation, Award},
    i18n::support as say,
    model::quantity::WanYuan,
    ui::{
        cx::Cx,
        theme::{RADIUS_BAR, SPACE_12, Signal, Type},
        widgets::{
            seal::{mark_colour, paint_fill},
            shapes,
            text::{line, width_of},
            tip::Tip,
        },
    },
};

/// Height of the band, in points.
pub const BAND: f32 = 62.0;
/// Height of the bar, in points.
const BAR: f32 = 26.0;

/// What a claim has, or would have by the rule as long as nothing is granted to it.
fn share(award: &Award) -> WanYuan {
    award.granted.unwrap_or(award.amount)
}

/// Draws the band over the claims; nothing where the budget is not stated.
pub fn ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, budget: WanYuan, allocation: &Allocation) {
    let sum = allocation.awards.iter().fold(WanYuan::ZERO, |sum, it| sum.plus(share(it)));
    let whole = budget.max(sum).steps();
    let track = Rect::from_min_size(rect.min + vec2(SPACE_12, 8.0), vec2(rect.width() - 2.0 * SPACE_12, BAR));
    shapes::framed_rect(ui.painter(), track, RADIUS_BAR, cx.theme.sunken, cx.theme.edge());
    let mut left = track.left();
    for award in allocation.awards.iter().filter(|it| share(it) > WanYuan::ZERO) {
        let width = track.width() * ratio(share(award).steps(), whole);
        let place = Rect::from_min_size(pos2(left, track.top()), vec2(width, track.height()));
        left = place.right();
        part_ui(ui, cx, place, award);
    }
    let over = sum > budget;
    if over {
        shapes::tick(ui.painter(), track.expand2(vec2(0.0, 4.0)), ratio(budget.steps(), whole), cx.theme.broken.ink);
    }
    let told = say::budget_shared(&allocation.awards, budget);
    let told = cx.tell(&told);
    let words =
        Rect::from_min_max(pos2(track.left(), track.bottom() + 3.0), pos2(track.right(), track.bottom() + 21.0));
    let ink = if over { cx.theme.tone(Signal::Broken).ink } else { cx.theme.text2 };
    let shown = line(ui.painter(), words, Align::Min, told, Type::Small, ink);
    let response = ui.interact(track.union(words), Id::unique("budget shared"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, told));
    if shown.truncated {
        response.tip_at_pointer(told);
    }
}

/// A part of the budget: filled where it is granted, dashed where the rule only proposes it.
fn part_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, award: &Award) {
    let Some(project) = cx.world().projects.get(&award.project) else { return };
    let seal = cx.seal(&project.industry);
    let inner = Rect::from_min_max(rect.min, pos2((rect.right() - 1.0).max(rect.left() + 1.0), rect.bottom()));
    let ink: Color32 = if award.granted.is_some() {
        paint_fill(ui.painter(), inner, &seal, cx.theme);
        mark_colour(&seal, cx.theme.colours())
    } else {
        ui.painter().rect_filled(inner, CornerRadius::ZERO, cx.theme.card);
        let foot = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 6.0), inner.max);
        paint_fill(ui.painter(), foot, &seal, cx.theme);
        shapes::dashed_rect(ui.painter(), inner, 0, cx.theme.edge_strong());
        cx.theme.text1
    };
    let words = award.project.to_string();
    let room = if award.granted.is_some() { inner } else { inner.with_max_y(inner.bottom() - 6.0) };
    let width = width_of(ui.painter(), &words, Type::SmallBold);
    if width + 6.0 <= room.width() {
        if award.granted.is_some() && seal.striped {
            let under = Rect::from_center_size(room.center(), vec2(width + 6.0, 15.0));
            ui.painter().rect_filled(under, RADIUS_BAR, seal.fill.unwrap_or(cx.theme.card));
        }
        line(ui.painter(), room, Align::Center, &words, Type::SmallBold, ink);
    }
    ui.painter().rect_stroke(inner, CornerRadius::ZERO, Stroke::new(1.0, cx.theme.card), StrokeKind::Outside);
}

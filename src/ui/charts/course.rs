//! How a search gets on: the fit of the best plan so far, and the bound, over the seconds.
//!
//! The bound is drawn where it speaks of fit: as long as it leaves open whether more projects can be placed, it says nothing of the
//! fit of a plan that places as many.

use egui::{Align, Color32, Rect, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_plot::{Line, LineStyle, PlotPoint};

use super::still_plot;

use crate::{
    i18n::{figure, review as say},
    ui::{
        cx::Cx,
        theme::{SPACE_8, SPACE_12, Type},
        widgets::{
            text::{line, width_of},
            tip::Tip,
        },
    },
    workbench::solving::Point,
};

/// Height of the legend and of the seconds, in points.
const LEGEND: f32 = 20.0;
const SECONDS: f32 = 18.0;

/// Least width of a step, as a share of the whole.
const LEAST_STEP: f64 = 0.012;

/// The two curves, in points of fit over seconds.
struct Curves {
    best: Vec<[f64; 2]>,
    bound: Vec<[f64; 2]>,
    end: f64,
    low: f64,
    high: f64,
}

impl Curves {
    #[expect(clippy::cast_precision_loss, reason = "points of fit on the screen")]
    fn of(points: &[Point], end: f64) -> Option<Self> {
        let last = points.last()?;
        let levels = |score: crate::evaluate::score::Score| (score.legal, score.unplaced, score.policy);
        // The plan as it was holds from the beginning on.
        let first = points.iter().take(1).map(|it| (0.0, it.score.fit as f64));
        let best: Vec<(f64, f64)> = first
            .chain(points.iter().skip(1).map(|it| (it.seconds.max(end * 2.0 * LEAST_STEP), it.score.fit as f64)))
            .collect();
        let bounds = points.iter().filter_map(|it| Some((it.seconds, it.bound?)));
        let bound: Vec<(f64, f64)> = bounds
            .filter(|(_, it)| levels(*it) == levels(last.score))
            .map(|(seconds, it)| (seconds, it.fit as f64))
            .collect();
        // A bound far above says that little is known; the curve of the plans must not become a flat line for that.
        let top = best.iter().map(|it| it.1).fold(f64::MIN, f64::max);
        let bottom = best.iter().map(|it| it.1).fold(f64::MAX, f64::min);
        let most = top + (top - bottom).max(top.abs() * 0.1);
        let bound: Vec<(f64, f64)> = bound.into_iter().map(|(at, it)| (at, it.min(most))).collect();
        let highest = bound.iter().map(|it| it.1).fold(top, f64::max);
        let margin = ((highest - bottom) * 0.08).max(1.0);
        let end = end.max(last.seconds).max(1e-3);
        let (best, bound) = (steps(&best, end), steps(&bound, end));
        Some(Self { best, bound, end, low: bottom - margin, high: highest + margin })
    }
}

/// A value holds until the next one. Steps that nobody could tell apart are one.
fn steps(points: &[(f64, f64)], end: f64) -> Vec<[f64; 2]> {
    let mut line: Vec<[f64; 2]> = Vec::with_capacity(points.len() * 2 + 1);
    let mut kept: Vec<(f64, f64)> = Vec::with_capacity(points.len());
    for (at, value) in points {
        match kept.last_mut() {
            Some(last) if at - last.0 < end * LEAST_STEP => last.1 = *value,
            _ => kept.push((*at, *value)),
        }
    }
    for (at, value) in &kept {
        if let Some([_, before]) = line.last().copied() {
            line.push([*at, before]);
        }
        line.push([*at, *value]);
    }
    if let Some([_, last]) = line.last().copied() {
        line.push([end, last]);
    }
    line
}

/// Draws the curves in `rect`; `end` is how long the search has taken, in seconds.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, points: &[Point], end: f64) {
    let theme = cx.theme;
    let Some(curves) = Curves::of(points, end) else { return };
    let legend = Rect::from_min_size(rect.min, vec2(rect.width(), LEGEND));
    let ink = theme.holds.ink;
    let mut right = legend.right();
    for (name, colour, is_dashed) in [(say::BOUND, theme.text1, true), (say::BEST_SO_FAR, ink, false)] {
        let words = cx.say(name);
        let width = width_of(ui.painter(), words, Type::Small) + 1.0;
        let place = Rect::from_min_max(pos2(right - width, legend.top()), pos2(right, legend.bottom()));
        line(ui.painter(), place, Align::Max, words, Type::Small, theme.text2);
        let y = legend.center().y;
        let mark = [pos2(place.left() - 20.0, y), pos2(place.left() - 5.0, y)];
        if is_dashed {
            ui.painter().extend(egui::Shape::dashed_line(&mark, Stroke::new(1.5, colour), 3.0, 2.0));
        } else {
            ui.painter().line_segment(mark, Stroke::new(2.5, colour));
        }
        right = place.left() - 20.0 - SPACE_12;
    }
    let top_words = whole(curves.high);
    let bottom_words = whole(curves.low);
    let axis = width_of(ui.painter(), &top_words, Type::Small).max(width_of(ui.painter(), &bottom_words, Type::Small));
    let place = Rect::from_min_max(
        pos2(rect.left() + axis + 8.0, legend.bottom() + SPACE_8),
        pos2(rect.right() - 4.0, rect.bottom() - SECONDS),
    );
    for (share, words) in [(0.0, &top_words), (1.0, &bottom_words)] {
        let y = place.top() + place.height() * share;
        let label = Rect::from_min_max(pos2(rect.left(), y - 8.0), pos2(place.left() - 6.0, y + 8.0));
        line(ui.painter(), label, Align::Max, words, Type::Small, theme.text2);
    }
    for share in [0.0, 0.5, 1.0] {
        let y = place.top() + place.height() * share;
        ui.painter().hline(place.x_range(), y, theme.edge());
    }
    plot_ui(ui, cx, place, &curves, ink);
    let below = Rect::from_min_max(pos2(place.left(), place.bottom() + 2.0), pos2(place.right(), rect.bottom()));
    let unit = if cx.is_chinese() { " 秒" } else { " s" };
    let seconds = |share: f64| {
        let digits = if curves.end < 1.0 { 2 } else { 1 };
        format!("{:.digits$}", curves.end * share)
    };
    line(ui.painter(), below, Align::Min, "0", Type::Small, theme.text2);
    line(ui.painter(), below, Align::Center, &format!("{}{unit}", seconds(0.5)), Type::Small, theme.text2);
    line(ui.painter(), below, Align::Max, &seconds(1.0), Type::Small, theme.text2);
}

fn plot_ui(ui: &mut Ui, cx: &Cx<'_>, place: Rect, curves: &Curves, ink: Color32) {
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place));
    let plot = still_plot("course", place.size()).sense(Sense::hover());
    let response = plot.show(&mut child, |plot_ui| {
        plot_ui.set_plot_bounds_x(0.0..=curves.end);
        plot_ui.set_plot_bounds_y(curves.low..=curves.high);
        let dashed = LineStyle::Dashed { length: 5.0 };
        plot_ui.line(
            Line::new("bound", curves.bound.clone())
                .color(cx.theme.text1)
                .width(1.5)
                .style(dashed)
                .allow_band(false)
                .allow_hover(false),
        );
        plot_ui.line(Line::new("best", curves.best.clone()).color(ink).width(2.5).allow_band(false).allow_hover(false));
    });
    if let Some([at, value]) = curves.best.last().copied() {
        let dot = response.transform.position_from_point(&PlotPoint::new(at, value));
        ui.painter().circle_filled(dot, 4.0, ink);
    }
    let told = format!(
        "{}: {} {}, {} {}",
        cx.say(say::COURSE),
        cx.say(say::BEST_SO_FAR),
        curves.best.last().map_or_else(String::new, |it| whole(it[1])),
        cx.say(say::BOUND),
        curves.bound.last().map_or_else(|| figure::NONE.to_owned(), |it| whole(it[1])),
    );
    response.response.widget_info(|| WidgetInfo::labeled(AccessRole::Image, true, &told));
    if let Some(at) = response.response.hover_pos() {
        let seconds = response.transform.value_from_position(at).x;
        let value = |line: &[[f64; 2]]| line.iter().take_while(|it| it[0] <= seconds).last().map(|it| whole(it[1]));
        let best = value(&curves.best).unwrap_or_default();
        let bound = value(&curves.bound).unwrap_or_else(|| figure::NONE.to_owned());
        let (of_best, of_bound) = (cx.say(say::BEST_SO_FAR), cx.say(say::BOUND));
        response.response.tip_at_pointer(format!("{seconds:.2} s · {of_best} {best} · {of_bound} {bound}"));
    }
}

#[expect(clippy::cast_possible_truncation, reason = "points of fit on the screen")]
fn whole(value: f64) -> String {
    figure::whole(value.round() as i64)
}

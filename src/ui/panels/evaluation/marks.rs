//! Marks of the workspace: score bars, grades, the line of three years, signs of criteria, and stepping by keys.

use egui::{Align, Color32, Key, Modifiers, Painter, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::{
    analysis::recognition::{Verdict, decision::Item},
    chart::scene::length,
    i18n::{evaluation as say, phrase::Phrase},
    model::indicator::{Grade, Grading},
    ui::{
        theme::{RADIUS_BAR, RADIUS_TAG, STROKE, STROKE_STRONG, Signal, Theme, ThemeKind, Type, readable_on},
        widgets::{
            shapes::{self, Stripes},
            text::line,
        },
    },
};

/// Scores from which a bar is painted darker.
const SHADES: [f64; 3] = [50.0, 65.0, 80.0];
/// Span of totals that the height of a line of years stands for, in points of score.
const SPAN: f64 = 24.0;
/// Height of a bar of scores, in points.
pub const BAR: f32 = 8.0;

/// `part` of `full` as a share that is painted.
#[expect(clippy::cast_possible_truncation, reason = "shares are painted, not reckoned with")]
pub fn share(part: f64, full: f64) -> f32 {
    let share = if full > 0.0 { part / full } else { 0.0 };
    if share.is_finite() { share.clamp(0.0, 1.0) as f32 } else { 0.0 }
}

/// The shade of a score.
pub fn shade(theme: &Theme, score: f64) -> Color32 {
    let [_, low, fair, good, best] = theme.sequence;
    let [fair_from, good_from, best_from] = SHADES;
    if score >= best_from {
        best
    } else if score >= good_from {
        good
    } else if score >= fair_from {
        fair
    } else {
        low
    }
}

/// Scores at which grades change: where bars have a notch.
pub fn notches(grading: &Grading) -> Vec<f64> {
    match grading {
        Grading::Marks { a, b, c } => [c, b, a].map(|it| it.to_f64()).into(),
        Grading::Quotas { .. } => Vec::new(),
    }
}

/// A score of 1 to 100 as a bar; with what it would be, gained striped in the accent, lost hatched.
pub fn score_bar(painter: &Painter, rect: Rect, (score, after): (f64, Option<f64>), notches: &[f64], theme: &Theme) {
    if !painter.clip_rect().intersects(rect) {
        return;
    }
    let rect = shapes::snap(painter, rect);
    shapes::framed_rect(painter, rect, RADIUS_BAR, theme.sunken, theme.edge());
    let to = |score: f64| rect.left() + rect.width() * share(score, 100.0);
    let (low, high) = after.map_or((score, score), |after| (score.min(after), score.max(after)));
    let fill = rect.with_max_x(to(low).max(rect.left() + 2.0));
    painter.rect_filled(fill, RADIUS_BAR, shade(theme, score));
    for notch in notches {
        let x = painter.round_to_pixel_center(to(*notch));
        painter.vline(x, rect.shrink(1.0).y_range(), Stroke::new(STROKE, theme.card));
    }
    if let Some(after) = after
        && high - low > 0.05
    {
        let added = Rect::from_min_max(pos2(to(low), rect.top()), pos2(to(high).max(to(low) + 3.0), rect.bottom()));
        let ink = if after > score { theme.accent } else { theme.near.ink };
        striped(painter, added, ink, theme);
    }
}

/// A part that a change adds or takes.
pub fn striped(painter: &Painter, rect: Rect, ink: Color32, theme: &Theme) {
    painter.rect_filled(rect, 0.0, theme.card);
    shapes::stripes(painter, rect, 0_u8, Stripes::of_addition(ink));
    painter.rect_stroke(rect, 0.0, Stroke::new(STROKE, ink), StrokeKind::Inside);
}

/// The box of a grade: filled, thick, thin, dashed.
pub fn grade(painter: &Painter, rect: Rect, grade: Grade, theme: &Theme) {
    let ink = match theme.kind {
        ThemeKind::Light => theme.text1,
        ThemeKind::Dark => theme.ink_fill,
    };
    let words = match grade {
        Grade::A => {
            painter.rect_filled(rect, RADIUS_TAG, ink);
            readable_on(ink)
        }
        Grade::B => {
            shapes::framed_rect(
                painter,
                rect,
                RADIUS_TAG,
                Color32::TRANSPARENT,
                Stroke::new(STROKE_STRONG, theme.text1),
            );
            theme.text1
        }
        Grade::C => {
            shapes::framed_rect(painter, rect, RADIUS_TAG, Color32::TRANSPARENT, Stroke::new(STROKE, theme.text1));
            theme.text1
        }
        Grade::D => {
            shapes::dashed_rect(painter, rect, RADIUS_TAG, Stroke::new(STROKE, theme.text2));
            theme.text1
        }
    };
    line(painter, rect, Align::Center, say::grade(grade), Type::SmallBold, words);
}

/// Totals of three years as a line: the same slope is the same change in every row. Missing years break it.
#[expect(clippy::cast_possible_truncation, reason = "a line is painted, not reckoned with")]
pub fn years(painter: &Painter, rect: Rect, totals: &[Option<f64>], theme: &Theme) {
    let known: Vec<f64> = totals.iter().filter_map(|it| *it).collect();
    if known.is_empty() {
        return;
    }
    let middle = known.iter().sum::<f64>() / f64::from(i32::try_from(known.len()).unwrap_or(1).max(1));
    let room = rect.shrink2(vec2(5.0, 4.0));
    let last = totals.len().saturating_sub(1);
    let at = |number: usize, total: f64| {
        let x = if last == 0 { room.center().x } else { room.left() + room.width() * length(number) / length(last) };
        let up = ((total - middle) / SPAN).clamp(-0.5, 0.5) as f32;
        pos2(x, room.center().y - up * room.height())
    };
    let points: Vec<Option<egui::Pos2>> =
        totals.iter().enumerate().map(|(number, total)| total.map(|total| at(number, total))).collect();
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        if let (Some(from), Some(to)) = (from, to) {
            painter.line_segment([*from, *to], Stroke::new(1.5, theme.text2));
        }
    }
    for (number, point) in points.iter().enumerate() {
        let Some(point) = point else { continue };
        if number == last {
            painter.circle_filled(*point, 3.2, theme.text1);
        } else {
            painter.circle(*point, 2.2, theme.card, Stroke::new(1.2, theme.text2));
        }
    }
}

/// How a criterion is signed: met, only within the relaxed bound, not met, not known.
pub fn signal(item: &Item) -> Signal {
    match (item.strict, item.relaxed) {
        (Verdict::Met, _) => Signal::Holds,
        (Verdict::NotMet, Verdict::Met) => Signal::Near,
        (Verdict::NotMet, Verdict::NotMet | Verdict::Unknown) => Signal::Broken,
        (Verdict::Unknown, _) => Signal::Unknown,
    }
}

/// How a veto is signed and said: that there is one, that there is none, that nobody knows.
pub const fn veto(veto: Verdict) -> (Signal, Phrase) {
    match veto {
        Verdict::Met => (Signal::Broken, say::HAS_VETO),
        Verdict::NotMet => (Signal::Holds, say::NO_VETO),
        Verdict::Unknown => (Signal::Unknown, say::OPEN),
    }
}

/// What is before or after `now` when an arrow is pressed; left and right too where `sideways`.
pub fn stepped<'a, T: PartialEq + Clone + 'a>(
    ui: &Ui,
    all: impl Iterator<Item = &'a T>,
    now: &T,
    sideways: bool,
) -> Option<T> {
    let all: Vec<&T> = all.collect();
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let forward = pressed(Key::ArrowDown) || (sideways && pressed(Key::ArrowRight));
    let back = pressed(Key::ArrowUp) || (sideways && pressed(Key::ArrowLeft));
    let at = all.iter().position(|it| *it == now);
    let next = match (forward, back) {
        (true, _) => at.map_or(0, |at| at + 1),
        (false, true) => at.map_or(0, |at| at.saturating_sub(1)),
        (false, false) => return None,
    };
    all.get(next).map(|it| (*it).clone())
}

/// The first when an arrow is pressed and nothing is chosen.
pub fn first<'a, T: Clone + 'a>(ui: &Ui, mut all: impl Iterator<Item = &'a T>) -> Option<T> {
    let pressed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
    if pressed { all.next().cloned() } else { None }
}

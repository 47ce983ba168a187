//! What the proposal is worth: how good it is shown to be, what becomes better or worse, who still waits and why, what is scarce.

use egui::{Align, Color32, Id, Rect, Role as AccessRole, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::{
    evaluate::comparison::{Row, Trend},
    i18n::{self, review as say},
    ui::{
        actions::Action,
        charts::course,
        cx::{Ask, Cx},
        panels::inspector::parts::{FOOT, row, rule_off, section, spoken_row},
        theme::{RADIUS_TAG, SPACE_4, SPACE_6, SPACE_8, SPACE_12, Signal, Tone, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::{self, Icon},
            seal::paint_seal,
            shapes,
            text::{height_of, line, paragraph, width_of},
            tip::Tip,
        },
    },
    workbench::{
        command::Command,
        review::{Outlook, Review, Solved},
    },
};

/// Height of the curves, in points.
const CURVES: f32 = 132.0;
/// Height of an indicator, in points.
const INDICATOR: f32 = 25.0;

/// Draws the figures.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, review: &Review, outlook: &Outlook) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ui.expand_to_include_rect(ui.max_rect());
    let Some(solved) = review.shown() else { return };
    let room = ui.available_height() - FOOT;
    ScrollArea::vertical().id_salt("review figures").max_height(room).auto_shrink(false).show(ui, |ui| {
        badge_ui(ui, cx, review, outlook, solved);
        ui.add_space(SPACE_8);
        section(ui, cx, cx.say(say::COURSE), "");
        let rect = row(ui, CURVES);
        let rect = Rect::from_min_max(rect.min - vec2(0.0, 23.0), rect.max);
        course::ui(ui, cx, rect, &solved.course.points(), solved.seconds);
        rule_off(ui, cx);
        section(ui, cx, cx.say(say::BEFORE_AFTER), "");
        others_ui(ui, cx, review);
        let columns = Columns::of(ui, &outlook.rows);
        for row in &outlook.rows {
            indicator_ui(ui, cx, row, columns);
        }
        ui.add_space(SPACE_12);
        section(ui, cx, cx.say(say::IN_A_SENTENCE), "");
        let placed = outlook.applied().filter(|it| it.from.is_none()).count();
        let moved = outlook.applied().filter(|it| it.from.is_some()).count();
        let sentence = say::sentence(&outlook.rows, placed, moved, &outlook.waiting);
        spoken_row(ui, cx, cx.tell(&sentence), Type::Body, cx.theme.text1);
        waiting_ui(ui, cx, outlook);
        scarce_ui(ui, cx, outlook);
        ui.add_space(SPACE_8);
    });
    buttons_ui(ui, cx, review, outlook);
}

/// How good the plan is shown to be, and how that was found.
fn badge_ui(ui: &mut Ui, cx: &Cx<'_>, review: &Review, outlook: &Outlook, solved: &Solved) {
    let theme = cx.theme;
    let proposal = &solved.proposal;
    let is_solving = cx.bench.solving().is_some_and(|it| it.decisions() == review.decisions());
    let (signal, title, told) = if outlook.is_as_solved {
        let (score, bound, is_best) = (proposal.after(), proposal.bound, proposal.is_best());
        let signal = match (is_best, bound.is_some()) {
            (true, _) => Signal::Holds,
            (false, true) => Signal::Near,
            (false, false) => Signal::Unknown,
        };
        let told = if is_best { say::met(score) } else { i18n::solve::quality(is_best, score, bound) };
        (signal, i18n::solve::badge(is_best, score, bound), told)
    } else if is_solving {
        (Signal::Unknown, say::SOLVING_AGAIN.into(), say::GO_ON.into())
    } else {
        (Signal::Unknown, say::OUTDATED.into(), say::OUTDATED_HINT.into())
    };
    let tone = theme.tone(signal);
    let pinned = proposal.judgement.facts().parks().map(|(_, facts)| facts.pinned.len()).sum();
    let how = say::circumstances(&proposal.certificate, solved.seconds, pinned);
    let width = ui.available_width() - 28.0;
    let text_width = width - 56.0;
    let told_height = height_of(ui.painter(), cx.tell(&told), Type::Small, text_width, 3);
    let how_height = height_of(ui.painter(), cx.tell(&how), Type::Small, width, 2);
    let height = 14.0 + 24.0 + told_height + 8.0 + how_height + 12.0;
    let (strip, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let spoken = format!("{} · {}", cx.tell(&title), cx.tell(&told));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &spoken));
    ui.painter().rect_filled(strip, 0.0, tone.soft);
    let inner = strip.shrink2(vec2(14.0, 12.0));
    let centre = pos2(inner.left() + 22.0, inner.top() + 22.0);
    ring(ui, centre, signal, tone);
    let text_left = inner.left() + 56.0;
    let first = Rect::from_min_size(pos2(text_left, inner.top()), vec2(text_width, 24.0));
    line(ui.painter(), first, Align::Min, cx.tell(&title), Type::Heading, tone.ink);
    let second = Rect::from_min_size(pos2(text_left, first.bottom()), vec2(text_width, told_height));
    paragraph(ui.painter(), second, cx.tell(&told), Type::Small, theme.text1, 3);
    let third = Rect::from_min_size(pos2(inner.left(), second.bottom() + 10.0), vec2(width, how_height));
    paragraph(ui.painter(), third, cx.tell(&how), Type::Small, theme.text2, 2);
}

/// The seal of a plan: a double ring with a tick where it is proven, a single one with the sign of its state otherwise.
fn ring(ui: &Ui, centre: egui::Pos2, signal: Signal, tone: Tone) {
    let painter = ui.painter();
    painter.circle_stroke(centre, 20.0, Stroke::new(2.0, tone.ink));
    let place = Rect::from_center_size(centre, vec2(20.0, 20.0));
    if signal == Signal::Holds {
        painter.circle_stroke(centre, 15.5, Stroke::new(1.2, tone.ink));
        icon::paint(painter, Icon::Tick, place, tone.ink);
    } else {
        icon::paint(painter, Icon::of(signal), place, tone.ink);
    }
}

/// The way to other good plans, at the right of the heading above; tells which one is shown where it is not the best.
fn others_ui(ui: &Ui, cx: &Cx<'_>, review: &Review) {
    let shown = review.choices().iter().position(|(number, _)| *number == review.chosen()).filter(|at| *at > 0);
    let words = shown.map_or_else(|| cx.say(say::OTHERS).to_owned(), |at| cx.tell(&say::other(at)).to_owned());
    let button = Button::new(&words).small().icon(Icon::Compare).selected(shown.is_some());
    let size = button.size(ui.painter());
    let right = ui.max_rect().right() - 14.0;
    let place = Rect::from_min_size(pos2(right - size.x, ui.cursor().top() - 14.0 - size.y / 2.0), size);
    if button_at_ui(ui, cx.theme, place, Id::unique("review others"), &button).clicked() {
        cx.ask(Ask::Do(Action::Alternatives));
    }
}

/// Widths of the figures before and after, in points: as much as the longest takes.
#[derive(Clone, Copy)]
struct Columns {
    before: f32,
    after: f32,
}

impl Columns {
    fn of(ui: &Ui, rows: &[Row]) -> Self {
        let widest = |of: fn(&Row) -> Option<i64>, style| {
            let width = |row: &Row| width_of(ui.painter(), &say::indicator_figure(row.indicator, of(row)), style);
            rows.iter().map(width).fold(0.0, f32::max) + SPACE_8
        };
        Self { before: widest(|it| it.before, Type::Body), after: widest(|it| it.after, Type::BodyBold) }
    }
}

/// `名称  前 → 后  变好`.
fn indicator_ui(ui: &mut Ui, cx: &Cx<'_>, of: &Row, columns: Columns) {
    let theme = cx.theme;
    let rect = row(ui, INDICATOR);
    let painter = ui.painter();
    painter.hline(rect.x_range(), rect.bottom(), theme.edge());
    let (signal, sign) = match of.trend {
        Trend::Better => (Some(Signal::Holds), Icon::ChevronUp),
        Trend::Worse => (Some(Signal::Broken), Icon::ChevronDown),
        Trend::Traded => (Some(Signal::Near), Icon::Compare),
        Trend::Same => (None, Icon::ChevronRight),
        Trend::Incomparable => (None, Icon::Unknown),
    };
    let trend = cx.say(say::trend(of.trend));
    let tag_width = width_of(painter, trend, Type::Small) + 28.0;
    let tag = Rect::from_min_max(
        pos2(rect.right() - tag_width, rect.center().y - 9.0),
        pos2(rect.right(), rect.center().y + 9.0),
    );
    let (fill, ink, edge) = signal.map_or((Color32::TRANSPARENT, theme.text2, theme.edge_strong()), |signal| {
        let tone = theme.tone(signal);
        (tone.soft, tone.ink, Stroke::NONE)
    });
    shapes::framed_rect(painter, tag, RADIUS_TAG, fill, edge);
    let mark = Rect::from_center_size(pos2(tag.left() + 11.0, tag.center().y), vec2(11.0, 11.0));
    icon::paint(painter, sign, mark, ink);
    line(painter, tag.with_min_x(mark.right() + SPACE_4), Align::Min, trend, Type::Small, ink);
    let (before, after) =
        (say::indicator_figure(of.indicator, of.before), say::indicator_figure(of.indicator, of.after));
    let tags = if cx.is_chinese() { 60.0 } else { 64.0 };
    let right = rect.right() - tags;
    let after_place = Rect::from_min_max(pos2(right - columns.after, rect.top()), pos2(right - SPACE_4, rect.bottom()));
    line(painter, after_place, Align::Max, &after, Type::BodyBold, theme.text1);
    let arrow = Rect::from_center_size(pos2(after_place.left() - 4.0, rect.center().y), vec2(11.0, 11.0));
    icon::paint(painter, Icon::ArrowRight, arrow, theme.text2);
    let before_place = Rect::from_min_max(
        pos2(arrow.left() - columns.before, rect.top()),
        pos2(arrow.left() - SPACE_6, rect.bottom()),
    );
    line(painter, before_place, Align::Max, &before, Type::Body, theme.text2);
    let name = cx.say(say::indicator(of.indicator));
    let before_width = width_of(painter, &before, Type::Body);
    let place = Rect::from_min_max(rect.min, pos2(before_place.right() - before_width - SPACE_6, rect.bottom()));
    let style = if cx.roomy { Type::Body } else { Type::Small };
    let shown = line(painter, place, Align::Min, name, style, theme.text1);
    let told = format!("{name}: {before} → {after}, {trend}");
    let response = ui.interact(rect, Id::unique(("indicator", name)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    if shown.truncated {
        response.tip(told);
    }
}

/// Who still waits, and what keeps each out of how many parks.
fn waiting_ui(ui: &mut Ui, cx: &Cx<'_>, outlook: &Outlook) {
    if outlook.waiting.is_empty() {
        return;
    }
    ui.add_space(SPACE_8);
    let count = outlook.waiting.len().to_string();
    section(ui, cx, cx.say(say::STILL_WAITING), &count);
    let longest = outlook.waiting.iter().take(outlook.obstacles.len());
    let of_ids = longest.map(|id| width_of(ui.painter(), id.as_str(), Type::Body)).fold(28.0, f32::max) + SPACE_8;
    let left = 18.0 + SPACE_6 + of_ids;
    for (id, why) in outlook.waiting.iter().zip(&outlook.obstacles) {
        let Some(project) = cx.scenario().projects.get(id) else { continue };
        let told = say::obstacles(cx.scenario(), why);
        let width = ui.available_width() - 28.0 - left;
        let height = height_of(ui.painter(), cx.tell(&told), Type::Small, width, 2).max(18.0) + 8.0;
        let rect = row(ui, height);
        let seal = Rect::from_min_size(pos2(rect.left(), rect.top() + 3.0), vec2(18.0, 18.0));
        paint_seal(ui.painter(), seal, &cx.seal(&project.industry), cx.theme, cx.is_chinese());
        let number = Rect::from_min_size(pos2(seal.right() + SPACE_6, rect.top() + 3.0), vec2(of_ids, 18.0));
        line(ui.painter(), number, Align::Min, id.as_str(), Type::Body, cx.theme.text2);
        let words = Rect::from_min_size(pos2(rect.left() + left, rect.top() + 4.0), vec2(width, height - 6.0));
        paragraph(ui.painter(), words, cx.tell(&told), Type::Small, cx.theme.text1, 2);
        let response = ui.interact(rect, Id::unique(("still waiting", id.as_str())), Sense::hover());
        let spoken = format!("{id} {} · {}", cx.tell(&project.name), cx.tell(&told));
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &spoken));
        response.tip(spoken);
    }
}

/// What a little more of each scarce factor is worth, the most first.
fn scarce_ui(ui: &mut Ui, cx: &Cx<'_>, outlook: &Outlook) {
    ui.add_space(SPACE_8);
    section(ui, cx, cx.say(say::SCARCE), "");
    if outlook.scarce.is_empty() {
        spoken_row(ui, cx, cx.say(say::NOTHING_SCARCE), Type::Small, cx.theme.text2);
    }
    for scarce in &outlook.scarce {
        let told = say::scarce(cx.scenario(), scarce);
        spoken_row(ui, cx, cx.tell(&told), Type::Small, cx.theme.text1);
    }
}

/// Apply, keep as a plan, solve again where that takes long, discard.
fn buttons_ui(ui: &mut Ui, cx: &Cx<'_>, review: &Review, outlook: &Outlook) {
    let theme = cx.theme;
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), FOOT), Sense::hover());
    ui.painter().hline(strip.x_range(), strip.top(), theme.edge());
    let changes = outlook.applied().count();
    let apply = say::apply(outlook.applied_groups(), changes);
    let apply = if changes == 0 && outlook.positions.is_empty() && outlook.is_as_solved {
        cx.say(say::APPLY_CERTIFICATE)
    } else {
        cx.tell(&apply)
    };
    let may = !outlook.is_empty();
    let next = cx.bench.next_plan_id().map(|it| it.to_string()).unwrap_or_default();
    let save = say::save_as(&next);
    let waits = !review.is_up_to_date() && cx.bench.solving().is_none();
    let mut left = strip.left() + 14.0;
    let mut buttons = vec![
        (Button::primary(apply).enabled(may), Command::ApplyReview, "apply"),
        (Button::new(cx.tell(&save)).enabled(may), Command::SaveReviewAsPlan, "save"),
    ];
    if waits {
        buttons.insert(1, (Button::new(cx.say(say::AGAIN)).icon(Icon::Solve), Command::SolveAgain, "again"));
    }
    let discard =
        if cx.roomy { Button::new(cx.say(say::DISCARD)) } else { Button::quiet(Icon::Trash, cx.say(say::DISCARD)) };
    let discard_size = discard.size(ui.painter());
    let place = Rect::from_min_size(
        pos2(strip.right() - 14.0 - discard_size.x, strip.center().y - discard_size.y / 2.0),
        discard_size,
    );
    if button_at_ui(ui, theme, place, Id::unique("review discard"), &discard).clicked() {
        cx.push(Command::LeaveReview);
    }
    let room = place.left() - SPACE_8;
    for (button, command, salt) in buttons {
        let size = button.size(ui.painter());
        let width = size.x.min((room - left).max(0.0));
        if width < 40.0 {
            continue;
        }
        let place = Rect::from_min_size(pos2(left, strip.center().y - size.y / 2.0), vec2(width, size.y));
        if button_at_ui(ui, theme, place, Id::unique(("review", salt)), &button).clicked() {
            cx.push(command);
        }
        left = place.right() + SPACE_8;
    }
}

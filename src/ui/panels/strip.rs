//! The score strip over the board: the levels in their order, before and after what is held.

use egui::{Align, Id, Popup, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    board::{Board, BoardView, Grouping},
    findings::Filter,
};
use crate::{
    evaluate::score::{Score, set_aside},
    i18n::{figure, words},
    model::{id::ProjectId, plan::PlanStatus, policy::Level},
    rules::finding::State,
    ui::{
        cx::{Ask, Cx},
        theme::{RADIUS_ROW, SPACE_6, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::{self, Icon},
            shapes, tag,
            text::{Span, line_of, width_of_spans},
        },
    },
    workbench::{Selection, command::Command, held::Outlook},
};

/// Draws the strip.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, board: &mut Board) {
    let theme = cx.theme;
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, theme.panel);
    ui.painter().hline(rect.x_range(), rect.bottom(), theme.edge());
    let now = cx.bench.judgement().score();
    let after = over_effect(cx);
    let mut left = rect.left() + SPACE_12;
    let legal_now = if now.legal == 0 { cx.say(words::LEGAL_CLEAN).to_owned() } else { figure::whole(now.legal) };
    let legal = if now.legal == 0 { Signal::Holds } else { Signal::Broken };
    let policy = if now.policy == 0 { Signal::Holds } else { Signal::Near };
    let entries = [
        (
            Some(legal),
            words_of(cx, Level::Legal),
            legal_now,
            after.map(|it| it.legal).filter(|it| *it != now.legal),
            legal,
        ),
        (
            None,
            cx.say(words::UNPLACED),
            figure::whole(-now.unplaced),
            after.map(|it| it.unplaced).filter(|it| *it != now.unplaced).map(|it| -it),
            Signal::Off,
        ),
        (
            Some(policy),
            words_of(cx, Level::Policy),
            figure::whole(now.policy),
            after.map(|it| it.policy).filter(|it| *it != now.policy),
            policy,
        ),
    ];
    let levels = [Some(Level::Legal), None, Some(Level::Policy)];
    for (at, ((signal, name, value, after, tone), level)) in entries.into_iter().zip(levels).enumerate() {
        if at > 0 {
            let chevron = Rect::from_center_size(pos2(left + 7.0, rect.center().y), vec2(12.0, 12.0));
            icon::paint(ui.painter(), Icon::ChevronRight, chevron, theme.text3);
            left += 24.0;
        }
        let mark = Rect::from_center_size(pos2(left + 8.0, rect.center().y), vec2(16.0, 16.0));
        match signal {
            Some(signal) => icon::paint(ui.painter(), Icon::of(signal), mark, theme.tone(signal).ink),
            None => icon::paint(ui.painter(), Icon::List, mark, theme.text2),
        }
        left = mark.right() + 6.0;
        let ink = if signal.is_some() { theme.tone(tone).ink } else { theme.text1 };
        let after = after.map(|after| format!(" → {}", figure::whole(after))).unwrap_or_default();
        let label = format!("{name} ");
        let spans = [
            Span::new(&label, Type::Body, theme.text2),
            Span::new(&value, Type::CardTitle, ink),
            Span::new(&after, Type::Strong, theme.accent),
        ];
        let width = width_of_spans(ui.painter(), &spans);
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width + 1.0, rect.height()));
        line_of(ui.painter(), place, Align::Min, &spans);
        level_ui(ui, cx, place.union(mark).shrink2(vec2(0.0, 6.0)), level, &format!("{name} {value}"));
        left = place.right() + 4.0;
    }
    left = fit_ui(ui, cx, Rect::from_min_max(pos2(left, rect.top()), rect.max), now.fit, after.map(|it| it.fit));
    let right = view_ui(ui, cx, rect, board);
    let is_draft = cx.scenario().plans.get(cx.bench.plan()).is_some_and(|plan| plan.status == PlanStatus::Draft);
    let words = cx.say(if is_draft { words::MANUAL_PLAN } else { words::APPROVED_PLAN });
    if left + 12.0 + tag::plain_tag_width(ui.painter(), words) <= right {
        tag::plain_tag(ui.painter(), pos2(left + 12.0, rect.center().y - tag::TAG_HEIGHT / 2.0), words, theme);
    }
}

/// The fit, before and after what is held; leads to the projects whose scores it adds up. Returns where it ends.
fn fit_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, now: i64, after: Option<i64>) -> f32 {
    let theme = cx.theme;
    let chevron = Rect::from_center_size(pos2(rect.left() + 7.0, rect.center().y), vec2(12.0, 12.0));
    icon::paint(ui.painter(), Icon::ChevronRight, chevron, theme.text3);
    let (label, value) = (format!("{} ", cx.say(words::FIT)), figure::whole(now));
    let after = after.filter(|after| *after != now);
    let after = after.map(|after| format!(" → {}", figure::whole(after))).unwrap_or_default();
    let spans = [
        Span::new(&label, Type::Body, theme.text2),
        Span::new(&value, Type::CardTitle, theme.text1),
        Span::new(&after, Type::Strong, theme.accent),
    ];
    let width = width_of_spans(ui.painter(), &spans);
    let place = Rect::from_min_size(pos2(rect.left() + 24.0, rect.top()), vec2(width + 1.0, rect.height()));
    line_of(ui.painter(), place, Align::Min, &spans);
    let fit = cx.bench.judgement().fit();
    let (scores, couplings) = (figure::whole(fit.of_scores()), figure::whole(fit.of_couplings()));
    let words = if cx.is_chinese() {
        format!("适配 {value}：已布局项目得分 {scores}，协同 {couplings}")
    } else {
        format!("Fit {value}: scores of placed projects {scores}, coupling {couplings}")
    };
    let facts = cx.bench.judgement().facts();
    let select = || Selection::of_projects(facts.homes().cloned());
    if figure_ui(ui, cx, place.shrink2(vec2(0.0, 6.0)), "fit", &format!("{words} · {}", cx.say(words::SELECT_THESE))) {
        cx.push(Command::Select(select()));
    }
    place.right() + 4.0
}

/// Makes a figure of the strip something to click, called `label`; tells whether it was.
fn figure_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, salt: &str, label: &str) -> bool {
    let response = ui.interact(rect, Id::unique(("strip", salt)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Link, true, label));
    if response.hovered() || response.has_focus() {
        let edge = if response.has_focus() { cx.theme.edge_selected() } else { cx.theme.edge() };
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(4.0, 0.0)), RADIUS_ROW, egui::Color32::TRANSPARENT, edge);
    }
    let is_clicked = response.clicked();
    response.on_hover_text(label);
    is_clicked
}

/// Makes a figure of the strip lead to what it counts: broken findings of a level, or the projects that are not placed.
fn level_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, level: Option<Level>, words: &str) {
    let salt = match level {
        Some(Level::Legal) => "legal",
        Some(Level::Policy) => "policy",
        None => "unplaced",
    };
    let deed = cx.say(if level.is_some() { words::ONLY_THESE } else { words::SELECT_THESE });
    if figure_ui(ui, cx, rect, salt, &format!("{words} · {deed}")) {
        if level.is_some() {
            cx.ask(Ask::ShowFindings(Filter { state: Some(State::Broken), level, ..Filter::default() }));
        } else {
            let facts = cx.bench.judgement().facts();
            let aside = set_aside(cx.scenario());
            let is_waiting = |id: &ProjectId| facts.home(id).is_none() && !aside.contains(id);
            let waiting = cx.scenario().projects.iter().filter(|it| is_waiting(&it.id));
            cx.push(Command::Select(Selection::of_projects(waiting.map(|it| it.id.clone()))));
        }
    }
}

/// Cards or table, and how cards are grouped: buttons where there is room, else one with a menu. Returns where they begin.
fn view_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, board: &mut Board) -> f32 {
    let mut right = rect.right() - SPACE_12;
    let mut place = |button: &Button<'_>| {
        let size = button.size(ui.painter());
        let middle = rect.center().y;
        let place = Rect::from_min_max(pos2(right - size.x, middle - size.y / 2.0), pos2(right, middle + size.y / 2.0));
        right = place.left() - SPACE_6;
        place
    };
    let now = board.view(cx);
    let views = [(BoardView::Table, words::TABLE, Icon::List), (BoardView::Cards, words::CARDS, Icon::Grid)];
    let menu = if cx.roomy {
        let group = Button::new(cx.say(board.grouping(cx).word())).trailing(Icon::ChevronDown).small();
        let at = place(&group);
        let response = button_at_ui(ui, cx.theme, at, Id::unique("grouping"), &group);
        for (view, phrase, icon) in views {
            let button = Button::new(cx.say(phrase)).icon(icon).selected(now == view).small();
            let at = place(&button);
            if button_at_ui(ui, cx.theme, at, Id::unique(("board view", phrase.en)), &button).clicked() {
                board.show(view);
            }
        }
        response
    } else {
        let button = Button::quiet(Icon::Grid, cx.say(words::BOARD_VIEW));
        let at = place(&button);
        button_at_ui(ui, cx.theme, at, Id::unique("board view"), &button)
    };
    Popup::menu(&menu).width(180.0).show(|ui| {
        if !cx.roomy {
            for (view, phrase, _) in views.into_iter().rev() {
                if ui.selectable_label(now == view, cx.say(phrase)).clicked() {
                    board.show(view);
                    ui.close();
                }
            }
            ui.separator();
        }
        for grouping in Grouping::ALL {
            if ui.selectable_label(board.grouping(cx) == grouping, cx.say(grouping.word())).clicked() {
                board.show(BoardView::Cards);
                board.group(grouping);
                ui.close();
            }
        }
    });
    right
}

fn words_of(cx: &Cx<'_>, level: Level) -> &'static str {
    cx.say(crate::i18n::term::level(level))
}

/// The score after dropping what is held where it is held.
fn over_effect(cx: &Cx<'_>) -> Option<Score> {
    if let Some(held) = cx.bench.held_position() {
        let preview = held.preview(held.over.as_ref()?, held.role)?;
        return preview.effect.as_ref().ok().map(|effect| effect.after);
    }
    let held = cx.bench.held()?;
    let preview = held.previews.get(held.over.as_ref()?)?;
    let may_drop = preview.outlook != Outlook::Refused;
    preview.effect.as_ref().filter(|_| may_drop).map(|effect| effect.after)
}

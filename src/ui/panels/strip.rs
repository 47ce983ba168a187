//! The score strip over the board: the levels in their order, before and after what is held.

use egui::{Align, Color32, Id, Popup, Pos2, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    board::{Board, BoardView, Grouping},
    findings::Filter,
    sharing::pools,
};
use crate::{
    evaluate::score::{Score, set_aside},
    i18n::{figure, phrase::Phrase, review, solve, words},
    model::{id::ProjectId, plan::PlanStatus, policy::Level},
    rules::finding::State,
    ui::{
        actions::Action,
        cx::{Ask, Cx},
        theme::{RADIUS_ROW, SPACE_6, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::{self, Icon},
            shapes,
            tag::{self, TagWeight},
            text::{Span, line_of, width_of_spans},
            tip::Tip,
        },
    },
    workbench::{Selection, command::Command, held::Outlook, standing::Standing},
};

/// Room of a mark and the gap behind it, in points.
const MARK: f32 = 22.0;
/// How often the seconds of a search are told anew, in seconds.
pub const SECONDS_SHOWN: f32 = 0.3;
/// Room of the chevron between two figures, in points.
const BETWEEN: f32 = 24.0;

/// Draws the strip.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, board: &mut Board) {
    let theme = cx.theme;
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, theme.panel);
    ui.painter().hline(rect.x_range(), rect.bottom(), theme.edge());
    let now = cx.bench.judgement().score();
    let after = over_effect(cx);
    let change = |of: fn(&Score) -> i64| after.as_ref().map(of).filter(|after| *after != of(&now));
    let legal_now = if now.legal == 0 { cx.say(words::LEGAL_CLEAN).to_owned() } else { figure::whole(now.legal) };
    let legal = if now.legal == 0 { Signal::Holds } else { Signal::Broken };
    let policy = if now.policy == 0 { Signal::Holds } else { Signal::Near };
    let tone = |signal: Signal| theme.tone(signal).ink;
    let marked = [
        (
            (Icon::of(legal), tone(legal)),
            Some(Level::Legal),
            Entry::new(words_of(cx, Level::Legal), legal_now, change(|it| it.legal), tone(legal)),
        ),
        (
            (Icon::List, theme.text2),
            None,
            Entry::new(cx.say(words::UNPLACED), figure::whole(-now.unplaced), change(|it| -it.unplaced), theme.text1),
        ),
        (
            (Icon::of(policy), tone(policy)),
            Some(Level::Policy),
            Entry::new(words_of(cx, Level::Policy), figure::whole(now.policy), change(|it| it.policy), tone(policy)),
        ),
    ];
    let fit = Entry::new(cx.say(words::FIT), figure::whole(now.fit), change(|it| it.fit), theme.text1);
    let buttons = view_buttons(cx, board);
    let of_buttons: f32 = buttons.iter().map(|it| it.size(ui.painter()).x + SPACE_6).sum();
    let room = rect.right() - SPACE_12 - of_buttons;
    let mut left = rect.left() + SPACE_12;
    // Where there is no room for the words, the marks stand alone; what has no room either gives way, the last first.
    let of_marked: f32 = marked.iter().map(|(_, _, entry)| MARK + entry.width(ui, cx, true) + 4.0 + BETWEEN).sum();
    let is_named = left + of_marked + fit.width(ui, cx, true) <= room;
    for (at, ((icon, ink), level, entry)) in marked.into_iter().enumerate() {
        if at > 0 {
            if left + BETWEEN + MARK + entry.width(ui, cx, is_named) > room {
                break;
            }
            chevron(ui, cx, pos2(left, rect.center().y));
            left += BETWEEN;
        }
        let mark = Rect::from_center_size(pos2(left + 8.0, rect.center().y), vec2(16.0, 16.0));
        icon::paint(ui.painter(), icon, mark, ink);
        let place = entry.paint(ui, cx, pos2(left + MARK, rect.top()), rect.height(), is_named);
        level_ui(ui, cx, place.union(mark).shrink2(vec2(0.0, 6.0)), level, &format!("{} {}", entry.name, entry.value));
        left = place.right() + 4.0;
    }
    if is_named || left + BETWEEN + fit.width(ui, cx, true) <= room {
        chevron(ui, cx, pos2(left, rect.center().y));
        let place = fit.paint(ui, cx, pos2(left + BETWEEN, rect.top()), rect.height(), true);
        fit_ui(ui, cx, place, &fit.value);
        left = place.right() + 4.0;
    }
    rest_ui(ui, cx, Rect::from_min_max(pos2(left + 12.0, rect.top()), pos2(room, rect.bottom())));
    view_ui(ui, cx, rect, board, &buttons);
}

/// How the plan stands, and the pools of the city: these come first while something is held that would fill them.
fn rest_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let room = rect.right() - SPACE_12;
    if cx.bench.is_holding() {
        let left = pools::small_ui(ui, cx, rect.with_max_x(room));
        plan_ui(ui, cx, rect.with_max_x(left.map_or(rect.right(), |left| left - SPACE_12)));
    } else {
        let right = plan_ui(ui, cx, rect);
        pools::small_ui(ui, cx, rect.with_min_x(right + SPACE_12).with_max_x(room));
    }
}

/// How the plan stands: what is being solved, what waits for review, or what is shown of it; with the way there. Returns where
/// it ends.
fn plan_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect) -> f32 {
    let button = |ui: &Ui, button: Button<'_>, salt: &str, action| {
        let size = button.size(ui.painter());
        if size.x <= rect.width() {
            let place = Rect::from_min_size(pos2(rect.left(), rect.center().y - size.y / 2.0), size);
            if button_at_ui(ui, cx.theme, place, Id::unique(("plan", salt)), &button).clicked() {
                cx.ask(Ask::Do(action));
            }
            return place.right();
        }
        rect.left()
    };
    if let Some(solving) = cx.bench.solving() {
        ui.ctx().request_repaint_after_secs(SECONDS_SHOWN);
        let words = review::under_way(solving.course().seconds());
        return button(ui, Button::new(cx.tell(&words)).icon(Icon::Solve).small(), "solving", Action::Solve);
    }
    if cx.bench.review().is_some() {
        let review = Button::new(cx.say(review::AWAITS)).icon(Icon::Solve).selected(true).small();
        return button(ui, review, "review", Action::Review);
    }
    badge_ui(ui, cx, rect)
}

/// What is shown of the plan: made by hand, approved, proven best, within so much of the bound, not any more. Returns where it
/// ends.
fn badge_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect) -> f32 {
    let theme = cx.theme;
    let is_draft = cx.scenario().plans.get(cx.bench.plan()).is_some_and(|plan| plan.status == PlanStatus::Draft);
    let at = pos2(rect.left(), rect.center().y - tag::TAG_HEIGHT / 2.0);
    let (signal, words, told) = match cx.bench.standing() {
        Standing::Manual => {
            let words = cx.say(if is_draft { words::MANUAL_PLAN } else { words::APPROVED_PLAN });
            if tag::plain_tag_width(ui.painter(), words) <= rect.width() {
                return tag::plain_tag(ui.painter(), at, words, theme).right();
            }
            return rect.left();
        }
        Standing::Unchecked => {
            if !cx.bench.is_checking() {
                cx.push(Command::CheckCertificate);
            }
            (Signal::Off, review::CHECKING.into(), review::CHECKING.into())
        }
        Standing::Holds(it) => {
            let signal = match (it.is_best, it.bound.is_some()) {
                (true, _) => Signal::Holds,
                (false, true) => Signal::Near,
                (false, false) => Signal::Unknown,
            };
            (signal, solve::badge(it.is_best, it.score, it.bound), solve::quality(it.is_best, it.score, it.bound))
        }
        Standing::Void(fault) => (Signal::Unknown, review::VOID.into(), solve::fault(cx.scenario(), &fault)),
        Standing::Unreadable => (Signal::Unknown, review::VOID.into(), review::VOID.into()),
    };
    let words = cx.tell(&words);
    let shown = if tag::state_tag_width(ui.painter(), words, TagWeight::Soft) <= rect.width() { words } else { "" };
    if tag::state_tag_width(ui.painter(), shown, TagWeight::Soft) > rect.width() {
        return rect.left();
    }
    let place = tag::state_tag(ui.painter(), at, signal, shown, TagWeight::Soft, theme);
    let response = ui.interact(place, Id::unique("plan badge"), Sense::hover());
    let label = format!("{words} · {}", cx.tell(&told));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &label));
    response.tip(cx.tell(&told));
    place.right()
}

/// A figure of the strip: what it counts, how much that is, and how much it would be.
struct Entry {
    name: &'static str,
    value: String,
    after: String,
    ink: Color32,
}

impl Entry {
    fn new(name: &'static str, value: String, after: Option<i64>, ink: Color32) -> Self {
        let after = after.map(|after| format!(" → {}", figure::whole(after))).unwrap_or_default();
        Self { name, value, after, ink }
    }

    fn label(&self, is_named: bool) -> String {
        if is_named { format!("{} ", self.name) } else { String::new() }
    }

    fn spans<'a>(&'a self, cx: &Cx<'_>, label: &'a str) -> [Span<'a>; 3] {
        [
            Span::new(label, Type::Body, cx.theme.text2),
            Span::new(&self.value, Type::CardTitle, self.ink),
            Span::new(&self.after, Type::Strong, cx.theme.accent),
        ]
    }

    fn width(&self, ui: &Ui, cx: &Cx<'_>, is_named: bool) -> f32 {
        width_of_spans(ui.painter(), &self.spans(cx, &self.label(is_named))) + 1.0
    }

    /// Paints it from `at` on, in a line of this height; returns where it stands.
    fn paint(&self, ui: &Ui, cx: &Cx<'_>, at: Pos2, height: f32, is_named: bool) -> Rect {
        let place = Rect::from_min_size(at, vec2(self.width(ui, cx, is_named), height));
        line_of(ui.painter(), place, Align::Min, &self.spans(cx, &self.label(is_named)));
        place
    }
}

fn chevron(ui: &Ui, cx: &Cx<'_>, middle_left: Pos2) {
    let place = Rect::from_center_size(middle_left + vec2(7.0, 0.0), vec2(12.0, 12.0));
    icon::paint(ui.painter(), Icon::ChevronRight, place, cx.theme.text3);
}

/// Makes the fit lead to the projects whose scores it adds up.
fn fit_ui(ui: &Ui, cx: &Cx<'_>, place: Rect, value: &str) {
    let fit = cx.bench.judgement().fit();
    let (scores, couplings) = (figure::whole(fit.of_scores()), figure::whole(fit.of_couplings()));
    let words = if cx.is_chinese() {
        format!("适配 {value}：已布局项目得分 {scores}，协同 {couplings}")
    } else {
        format!("Fit {value}: scores of placed projects {scores}, coupling {couplings}")
    };
    let facts = cx.bench.judgement().facts();
    if figure_ui(ui, cx, place.shrink2(vec2(0.0, 6.0)), "fit", &format!("{words} · {}", cx.say(words::SELECT_THESE))) {
        cx.push(Command::Select(Selection::of_projects(facts.homes().cloned())));
    }
}

/// Makes a figure of the strip something to click, called `label`; tells whether it was.
fn figure_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, salt: &str, label: &str) -> bool {
    let response = ui.interact(rect, Id::unique(("strip", salt)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Link, true, label));
    if response.hovered() || response.has_focus() {
        let edge = if response.has_focus() { cx.theme.edge_selected() } else { cx.theme.edge() };
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(4.0, 0.0)), RADIUS_ROW, Color32::TRANSPARENT, edge);
    }
    let is_clicked = response.clicked();
    response.tip(label);
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

const VIEWS: [(BoardView, Phrase, Icon); 3] = [
    (BoardView::Map, words::MAP, Icon::Map),
    (BoardView::Table, words::TABLE, Icon::List),
    (BoardView::Cards, words::CARDS, Icon::Grid),
];

/// The buttons at the right, from the right: how cards are grouped, and cards or table, where there is room; else one with
/// a menu.
fn view_buttons(cx: &Cx<'_>, board: &Board) -> Vec<Button<'static>> {
    if !cx.roomy {
        return vec![Button::quiet(Icon::Grid, cx.say(words::BOARD_VIEW))];
    }
    let now = board.view(cx);
    let group = Button::new(cx.say(board.grouping(cx).word())).trailing(Icon::ChevronDown).small();
    let views = VIEWS.map(|(view, phrase, icon)| Button::new(cx.say(phrase)).icon(icon).selected(now == view).small());
    [group].into_iter().chain(views).collect()
}

/// Draws the buttons at the right and does what they ask.
fn view_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, board: &mut Board, buttons: &[Button<'_>]) {
    let mut right = rect.right() - SPACE_12;
    let mut button_ui = |salt: &str, button: &Button<'_>| {
        let size = button.size(ui.painter());
        let place = Rect::from_min_size(pos2(right - size.x, rect.center().y - size.y / 2.0), size);
        right = place.left() - SPACE_6;
        button_at_ui(ui, cx.theme, place, Id::unique(("board view", salt)), button)
    };
    let Some((menu, of_views)) = buttons.split_first() else { return };
    let menu = button_ui("menu", menu);
    for ((view, phrase, _), button) in VIEWS.iter().zip(of_views) {
        if button_ui(phrase.en, button).clicked() {
            board.show(*view);
        }
    }
    let now = board.view(cx);
    Popup::menu(&menu).width(180.0).show(|ui| {
        if !cx.roomy {
            for (view, phrase, _) in VIEWS.into_iter().rev() {
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

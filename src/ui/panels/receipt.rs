//! The receipt line: what happened last, what is moving, or what a person must be told. Always there, never over content.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, accesskit::Live, pos2, vec2};

use super::{board::several_words, card_view::CardView};
use crate::{
    i18n::{self, figure, words},
    model::{edit::EditError, id::ParkId},
    ui::{
        actions::{self, Action},
        cx::Cx,
        dialogs::Dialogs,
        theme::{SPACE_12, Signal, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::{self, Icon},
            text::{LineShown, Span, line_of, one_or_two_lines},
            tip::Tip,
        },
    },
    workbench::{
        command::Command,
        held::Held,
        held_position::HeldPosition,
        receipt::{Notice, Receipt, Way, Weight},
    },
};

/// Draws the line.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, dialogs: &mut Dialogs) {
    let rect = ui.max_rect();
    if let Some(held) = cx.bench.held() {
        held_ui(ui, cx, rect, held);
    } else if let Some(held) = cx.bench.held_position() {
        held_position_ui(ui, cx, rect, held);
    } else if let Some(notice) = cx.bench.notice() {
        notice_ui(ui, cx, rect, notice, dialogs);
    } else if let Some(receipt) = cx.bench.receipt() {
        receipt_ui(ui, cx, rect, receipt);
    } else {
        plain(ui, cx, rect, Icon::Info, cx.theme.text2, "", cx.say(words::READY), "", None);
    }
}

/// What is held, what the park under it would say, and the three best parks with their keys.
fn held_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, held: &Held) {
    let (title, name) = match held.projects.as_slice() {
        [project] => (format!("{} {}", cx.say(words::MOVING), project.id), cx.tell(&project.name).to_owned()),
        several => {
            let ids: Vec<String> = several.iter().map(|it| it.id.to_string()).collect();
            let joint = if cx.is_chinese() { "、" } else { ", " };
            (format!("{} {}", cx.say(words::MOVING), several_words(cx, several.len())), ids.join(joint))
        }
    };
    let is_complete = held.previews.is_complete();
    let tally = if is_complete {
        let (fits, breaks, refused) = held.tally();
        if cx.is_chinese() {
            format!("可放 {fits} 园，突破 {breaks} 园，否决 {refused} 园")
        } else {
            format!("{fits} parks fit, {breaks} break a limit, {refused} veto")
        }
    } else {
        let (asked, all) = (held.previews.asked(), held.previews.len());
        if cx.is_chinese() {
            format!("已判 {asked}/{all} 园…")
        } else {
            format!("{asked} of {all} parks judged…")
        }
    };
    let park_words = |park: &ParkId| {
        let name = cx.scenario().parks.get(park).map(|it| cx.brief_name(it)).unwrap_or_default();
        let total = held.previews.get(park).map(|it| it.appeal.total()).unwrap_or_default();
        format!("{name} {}", figure::whole(total))
    };
    let best: Vec<String> = (1..=3)
        .zip(if is_complete { held.ranked() } else { &[] })
        .map(|(rank, park)| format!("{rank} {}", park_words(park)))
        .collect();
    let hint = cx.say(if cx.by_pointer { words::CANCEL_HINT } else { words::KEYS_HINT });
    let parts = [best.join("   "), tally.clone(), hint.to_owned()];
    let shown = if cx.roomy { parts.as_slice() } else { parts.get(..1).unwrap_or_default() };
    let rest = shown.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
    // What the park under it says comes before everything else for those who listen.
    let over = held.over.as_ref().and_then(|park| cx.scenario().parks.get(park));
    let over = over.and_then(|park| CardView::new(cx, park)).map(|card| card.spoken(cx));
    let spoken = over.unwrap_or(tally);
    plain(ui, cx, rect, Icon::ArrowRight, cx.theme.accent, &title, &name, &rest, Some(&spoken));
}

/// The position that is held, and what the park under it would say.
fn held_position_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, held: &HeldPosition) {
    let hint = cx.say(if cx.by_pointer { words::CANCEL_HINT } else { words::POSITION_KEYS_HINT });
    let over = held.over.as_ref().and_then(|park| cx.scenario().parks.get(park));
    let over = over.and_then(|park| CardView::new(cx, park)).map(|card| card.spoken(cx)).unwrap_or_default();
    let (title, name) = (cx.say(words::MOVING_POSITION), cx.tell(&held.position.name));
    plain(ui, cx, rect, Icon::ArrowRight, cx.theme.accent, title, name, hint, Some(&over));
}

fn ground(ui: &Ui, cx: &Cx<'_>, rect: Rect, signal: Option<Signal>) {
    let fill = match signal {
        Some(signal) => cx.theme.tone(signal).soft,
        None => cx.theme.panel,
    };
    ui.painter().rect_filled(rect, 0.0, fill);
    ui.painter().hline(rect.x_range(), rect.top(), cx.theme.edge());
    ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.edge());
}

fn mark(ui: &Ui, rect: Rect, shape: Icon, colour: egui::Color32) -> f32 {
    let place = Rect::from_center_size(pos2(rect.left() + SPACE_12 + 8.0, rect.center().y), vec2(16.0, 16.0));
    icon::paint(ui.painter(), shape, place, colour);
    place.right() + 8.0
}

/// Names the whole line for screen readers, as a live announcement; what was cut is told on hover.
fn announce(ui: &Ui, rect: Rect, words: &str, shown: LineShown) {
    let response = ui.interact(rect, Id::unique("receipt line"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    if shown.truncated {
        response.tip(words);
    }
}

#[expect(clippy::too_many_arguments, reason = "three runs of text with their mark")]
fn plain(
    ui: &Ui,
    cx: &Cx<'_>,
    rect: Rect,
    shape: Icon,
    ink: egui::Color32,
    bold: &str,
    body: &str,
    right: &str,
    spoken: Option<&str>,
) {
    ground(ui, cx, rect, None);
    let left = mark(ui, rect, shape, ink);
    let right_spans = [Span::new(right, Type::Small, cx.theme.text2)];
    let width = crate::ui::widgets::text::width_of_spans(ui.painter(), &right_spans).min(rect.width() * 0.6);
    let place = Rect::from_min_max(
        pos2(rect.right() - SPACE_12 - width, rect.top()),
        pos2(rect.right() - SPACE_12, rect.bottom()),
    );
    line_of(ui.painter(), place, Align::Max, &right_spans);
    let bold = if bold.is_empty() { String::new() } else { format!("{bold}  ") };
    let spans = [Span::new(&bold, Type::BodyBold, cx.theme.text1), Span::new(body, Type::Body, cx.theme.text2)];
    let place = Rect::from_min_max(pos2(left, rect.top()), pos2(place.left() - 8.0, rect.bottom()));
    let shown = one_or_two_lines(ui.painter(), place, &spans);
    let spoken = spoken.map(|it| format!(" · {it}")).unwrap_or_default();
    announce(ui, rect, &format!("{bold}{body}{spoken}"), shown);
}

/// Places buttons from the right; returns where the first begins and which was pressed.
fn buttons(ui: &Ui, cx: &Cx<'_>, rect: Rect, list: &[(&str, Button<'_>)]) -> (f32, Option<usize>) {
    let mut right = rect.right() - 8.0;
    let mut pressed = None;
    for (at, (id, button)) in list.iter().enumerate().rev() {
        let size = button.size(ui.painter());
        let height = size.y.min(rect.height() - 4.0);
        let place = Rect::from_min_max(
            pos2(right - size.x, rect.center().y - height / 2.0),
            pos2(right, rect.center().y + height / 2.0),
        );
        if button_at_ui(ui, cx.theme, place, Id::unique(("receipt button", *id)), button).clicked() {
            pressed = Some(at);
        }
        right = place.left() - 6.0;
    }
    (right, pressed)
}

/// Whether `notice` says that the plan may not change any more: then a copy is the way on.
fn is_about_approval(cx: &Cx<'_>, notice: &Notice) -> bool {
    let refused = i18n::edit::refusal(cx.scenario(), &EditError::Approved(cx.bench.plan().clone()));
    let is_read_only = !cx.scenario().may_change(cx.bench.plan());
    is_read_only && (notice.text == refused || notice.text == words::READ_ONLY.into())
}

fn notice_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, notice: &Notice, dialogs: &mut Dialogs) {
    let (signal, shape) = match notice.weight {
        Weight::News => (Signal::Holds, Icon::Holds),
        Weight::Hint => (Signal::Unknown, Icon::Info),
        Weight::Warning => (Signal::Broken, Icon::Broken),
    };
    ground(ui, cx, rect, Some(signal));
    let left = mark(ui, rect, shape, cx.theme.tone(signal).ink);
    let mut list = Vec::new();
    if notice.weight == Weight::Warning {
        list.push(("details", Button::new(cx.say(words::DETAILS)).small()));
    }
    if is_about_approval(cx, notice) {
        list.push(("copy plan", Button::new(cx.say(words::COPY_PLAN)).icon(Icon::Copy).small()));
    }
    list.push(("dismiss", Button::quiet(Icon::Close, cx.say(words::DISMISS)).small()));
    let (right, pressed) = buttons(ui, cx, rect, &list);
    match pressed.and_then(|at| list.get(at)).map(|(id, _)| *id) {
        Some("details") => dialogs.show_notice(notice.clone()),
        Some("copy plan") => cx.push(Command::AddPlan { copy: true }),
        Some(_) => cx.push(Command::Dismiss),
        None => {}
    }
    let first = notice.details.first().filter(|_| notice.weight == Weight::Warning);
    let more = first.map(|it| format!("  {}", cx.tell(it))).unwrap_or_default();
    let words = cx.tell(&notice.text);
    let ink = if notice.weight == Weight::Warning { cx.theme.tone(signal).ink } else { cx.theme.text1 };
    let spans = [Span::new(words, Type::BodyBold, ink), Span::new(&more, Type::Body, cx.theme.text1)];
    let place = Rect::from_min_max(pos2(left, rect.top()), pos2(right - 6.0, rect.bottom()));
    let shown = one_or_two_lines(ui.painter(), place, &spans);
    announce(ui, rect, &format!("{words}{more}"), shown);
}

fn receipt_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, receipt: &Receipt) {
    let theme = cx.theme;
    let worst = receipt.created.first();
    let is_broken = receipt.after.legal < receipt.before.legal;
    ground(ui, cx, rect, is_broken.then_some(Signal::Broken));
    let (shape, ink) = match (is_broken, receipt.way) {
        (true, _) => (Icon::Broken, theme.broken.ink),
        (false, Way::Undone) => (Icon::Undo, theme.text2),
        (false, Way::Done | Way::Redone) => (Icon::Tick, theme.holds.ink),
    };
    let left = mark(ui, rect, shape, ink);
    let keys = actions::keys_of(Action::Undo);
    let redo_keys = actions::keys_of(Action::Redo);
    let mut list = Vec::new();
    if receipt.way == Way::Undone && cx.bench.redoable().is_some() {
        list.push(("redo", Button::new(cx.say(words::REDO)).icon(Icon::Redo).keys(&redo_keys).small()));
    }
    if cx.bench.undoable().is_some() {
        list.push(("undo", Button::new(cx.say(words::UNDO)).icon(Icon::Undo).keys(&keys).small()));
    }
    let (right, pressed) = buttons(ui, cx, rect, &list);
    match pressed.and_then(|at| list.get(at)).map(|(id, _)| *id) {
        Some("redo") => cx.push(Command::Redo),
        Some(_) => cx.push(Command::Undo),
        None => {}
    }
    let label = i18n::edit::label(cx.scenario(), &receipt.edit);
    let way = way_words(cx, receipt);
    let levels = changes(cx, receipt);
    let finding =
        worst.map(|it| format!("  {}", cx.tell(&i18n::finding::sentence(cx.world(), it)))).unwrap_or_default();
    let levels_ink = if is_broken { theme.broken.ink } else { theme.text2 };
    let spans = [
        Span::new(&way, Type::Body, theme.text2),
        Span::new(cx.tell(&label), Type::BodyBold, theme.text1),
        Span::new(&levels, Type::Body, levels_ink),
        Span::new(&finding, Type::Body, theme.text2),
    ];
    let place = Rect::from_min_max(pos2(left, rect.top()), pos2(right - 6.0, rect.bottom()));
    let shown = one_or_two_lines(ui.painter(), place, &spans);
    announce(ui, rect, &format!("{way}{}{levels}{finding}", cx.tell(&label)), shown);
}

/// What `receipt` says in short: the way and the name of the step, and what it did to the levels of the score.
pub fn summary(cx: &Cx<'_>, receipt: &Receipt) -> (String, String) {
    let label = i18n::edit::label(cx.scenario(), &receipt.edit);
    (format!("{}{}", way_words(cx, receipt), cx.tell(&label)), changes(cx, receipt))
}

/// Whether the step was taken back or done again, and how many at once.
fn way_words(cx: &Cx<'_>, receipt: &Receipt) -> String {
    let several = match (receipt.steps, cx.is_chinese()) {
        (0 | 1, _) => String::new(),
        (steps, true) => format!(" {steps} 步，最后一步"),
        (steps, false) => format!(" {steps} steps, the last"),
    };
    match receipt.way {
        Way::Done => String::new(),
        Way::Undone => format!("{}{several}  ", cx.say(words::UNDONE)),
        Way::Redone => format!("{}{several}  ", cx.say(words::REDONE)),
    }
}

/// The levels of the score that the step changed.
fn changes(cx: &Cx<'_>, receipt: &Receipt) -> String {
    use crate::model::policy::Level;
    let (before, after) = (receipt.before, receipt.after);
    let levels = [
        (cx.say(i18n::term::level(Level::Legal)), before.legal, after.legal),
        (cx.say(words::UNPLACED), -before.unplaced, -after.unplaced),
        (cx.say(i18n::term::level(Level::Policy)), before.policy, after.policy),
    ];
    let changed = levels.into_iter().filter(|(_, before, after)| before != after);
    let mut words: Vec<String> = changed
        .map(|(name, before, after)| format!("{name} {} → {}", figure::whole(before), figure::whole(after)))
        .collect();
    if receipt.created.is_empty() && receipt.cured == 0 {
        words.push(cx.say(words::NO_NEW_PROBLEM).to_owned());
    }
    if receipt.cured > 0 {
        words.push(format!("{} {}", cx.say(words::CURES), receipt.cured));
    }
    format!("   {}", words.join(" · "))
}

//! The status bar: which data, which rules, what ≈ means, how much of everything.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, accesskit::Live, pos2, vec2};

use super::receipt;
use crate::{
    i18n::words,
    ui::{
        actions::{self, Action},
        cx::{Cx, Workspace},
        theme::{SPACE_6, SPACE_12, SPACE_16, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::{self, Icon},
            text::{Span, line, line_of},
            tip::Tip,
        },
    },
    workbench::{
        command::Command,
        receipt::{Notice, Receipt, Way, Weight},
    },
};

/// Draws the bar.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>) {
    let theme = cx.theme;
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, theme.panel);
    ui.painter().hline(rect.x_range(), rect.top(), theme.edge());
    let rect = rect.shrink2(vec2(SPACE_12, 0.0));
    // The board has a line of its own for notices.
    if cx.workspace != Workspace::Placement
        && let Some(notice) = cx.bench.notice()
    {
        notice_ui(ui, cx, rect, notice);
        return;
    }
    let begin = match cx.bench.receipt() {
        Some(receipt) if cx.workspace != Workspace::Placement => receipt_ui(ui, cx, rect, receipt),
        Some(_) | None => rect.left(),
    };
    let rect = rect.with_min_x(begin);
    let scenario = cx.scenario();
    let pack = if cx.roomy { cx.tell(&scenario.pack.title).to_owned() } else { scenario.pack.id.to_string() };
    let left = format!(
        "{} {}     {} {pack}     {}",
        cx.say(words::SNAPSHOT),
        scenario.as_of,
        cx.say(words::RULE_PACK),
        cx.say(words::ASSUMED_SIGN)
    );
    let zoom = format!("{:.0} %", cx.bench.settings().zoom * 100.0);
    let (parks, projects, industries) = (scenario.parks.len(), scenario.projects.len(), scenario.industries.len());
    let right = if cx.is_chinese() {
        format!("{parks} 园区 · {projects} 项目 · {industries} 细分领域     {zoom}")
    } else if cx.roomy {
        format!("{parks} parks · {projects} projects · {industries} sub-sectors     {zoom}")
    } else {
        format!("{parks} parks · {projects} projects     {zoom}")
    };
    let width = crate::ui::widgets::text::width_of(ui.painter(), &right, Type::Small);
    line(ui.painter(), rect, Align::Max, &right, Type::Small, theme.text2);
    // The step that was just taken has the place of what stands here otherwise, where there is not room for both.
    if begin > ui.max_rect().left() + SPACE_12 && !cx.roomy {
        return;
    }
    let left_place = egui::Rect::from_min_max(rect.min, egui::pos2(rect.right() - width - SPACE_12, rect.bottom()));
    line(ui.painter(), left_place, Align::Min, &left, Type::Small, theme.text2);
}

/// What was done last, with its undo, for the workspaces that have no receipt line; returns where it ends.
fn receipt_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, receipt: &Receipt) -> f32 {
    let (step, levels) = receipt::summary(cx, receipt);
    let keys = actions::keys_of(Action::Undo);
    let undo = Button::new(cx.say(words::UNDO)).icon(Icon::Undo).keys(&keys).small();
    let size = undo.size(ui.painter());
    let mark = Rect::from_min_size(pos2(rect.left(), rect.center().y - 8.0), vec2(16.0, 16.0));
    let (icon, ink) =
        if receipt.way == Way::Undone { (Icon::Undo, cx.theme.text2) } else { (Icon::Tick, cx.theme.holds.ink) };
    icon::paint(ui.painter(), icon, mark, ink);
    let room = if cx.roomy { rect.width() * 0.45 } else { rect.width() - 330.0 };
    let place = Rect::from_min_max(
        pos2(mark.right() + SPACE_6, rect.top()),
        pos2(rect.left() + (room - size.x - SPACE_12).max(0.0), rect.bottom()),
    );
    let spans = [Span::new(&step, Type::SmallBold, cx.theme.text1), Span::new(&levels, Type::Small, cx.theme.text2)];
    let shown = line_of(ui.painter(), place, Align::Min, &spans);
    let words = format!("{step}{levels}");
    let response = ui.interact(place, Id::unique("receipt in the status bar"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    if shown.truncated {
        response.tip(words);
    }
    let mut end = place.left() + shown.rect.width().min(place.width()) + SPACE_12;
    if cx.bench.undoable().is_some() {
        let height = size.y.min(rect.height() - 2.0);
        let place = Rect::from_min_size(pos2(end, rect.center().y - height / 2.0), vec2(size.x, height));
        if button_at_ui(ui, cx.theme, place, Id::unique("undo in the status bar"), &undo).clicked() {
            cx.push(Command::Undo);
        }
        end = place.right() + SPACE_16;
    }
    end
}

/// What the person must be told, in the place of what stands here otherwise; a click takes it away.
fn notice_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, notice: &Notice) {
    let tone = match notice.weight {
        Weight::News => cx.theme.holds,
        Weight::Hint => cx.theme.near,
        Weight::Warning => cx.theme.broken,
    };
    let words = cx.tell(&notice.text);
    ui.painter().rect_filled(rect.expand2(vec2(SPACE_12, 0.0)), 0.0, tone.soft);
    let shown = line(ui.painter(), rect, Align::Min, words, Type::SmallBold, tone.ink);
    let response = ui.interact(rect, Id::unique("notice in the status bar"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Alert, true, words));
    if response.clicked() {
        cx.push(Command::Dismiss);
    }
    if shown.truncated {
        response.tip(words);
    }
}

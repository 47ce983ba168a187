//! The status bar: which data, which rules, what ≈ means, how much of everything.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, vec2};

use crate::{
    i18n::words,
    ui::{
        cx::{Cx, Workspace},
        theme::{SPACE_12, Type},
        widgets::{text::line, tip::Tip},
    },
    workbench::{
        command::Command,
        receipt::{Notice, Weight},
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
    let left_place = egui::Rect::from_min_max(rect.min, egui::pos2(rect.right() - width - SPACE_12, rect.bottom()));
    line(ui.painter(), left_place, Align::Min, &left, Type::Small, theme.text2);
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

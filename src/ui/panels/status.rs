//! The status bar: which data, which rules, what ≈ means, how much of everything.

use egui::{Align, Ui, vec2};

use crate::{
    i18n::words,
    ui::{
        cx::Cx,
        theme::{SPACE_12, Type},
        widgets::text::line,
    },
};

/// Draws the bar.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>) {
    let theme = cx.theme;
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, theme.panel);
    ui.painter().hline(rect.x_range(), rect.top(), theme.edge());
    let rect = rect.shrink2(vec2(SPACE_12, 0.0));
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

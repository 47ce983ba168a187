//! Findings that the other plan gains and cures, and what it would mean in a sentence.

use egui::{Align, Id, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    i18n::{self, compare as say},
    rules::finding::Finding,
    ui::{
        cx::{Cx, signal},
        panels::inspector::parts::{row, rule_off, section, spoken_row},
        theme::{RADIUS_ROW, SPACE_4, SPACE_8, Type},
        widgets::{
            icon::{self, Icon},
            shapes,
            text::line,
            tip::Tip,
        },
    },
    workbench::{Selection, command::Command, comparing::Side},
};

/// Findings that are listed of each kind.
const MOST: usize = 60;

/// Draws the lists for a plan beside the one that is shown.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, side: &Side) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ScrollArea::vertical().id_salt("compare lists").auto_shrink(false).show(ui, |ui| {
        let Some(beside) = cx.bench.side_by_side(side) else {
            section(ui, cx, cx.say(say::JUDGING), "");
            return;
        };
        let name = cx.tell(&cx.bench.side_name(side)).to_owned();
        section(ui, cx, cx.say(say::IN_A_SENTENCE), "");
        let sentence = say::sentence(&name, beside);
        spoken_row(ui, cx, cx.tell(&sentence), Type::Body, cx.theme.text1);
        for (title, findings) in [(say::GAINED, &beside.gained), (say::CURED, &beside.cured)] {
            rule_off(ui, cx);
            section(ui, cx, cx.say(title), &findings.len().to_string());
            if findings.is_empty() {
                spoken_row(ui, cx, cx.say(say::NONE), Type::Small, cx.theme.text2);
            }
            for (at, finding) in findings.iter().take(MOST).enumerate() {
                finding_ui(ui, cx, finding, (title.en, at));
            }
            if findings.len() > MOST {
                let more = say::more(findings.len() - MOST);
                spoken_row(ui, cx, cx.tell(&more), Type::Small, cx.theme.text2);
            }
        }
    });
}

/// State, rule and park; a click selects the finding where the plan that is shown has it, else its park.
fn finding_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding, salt: (&str, usize)) {
    let rect = row(ui, 40.0);
    let response = ui.interact(rect, Id::unique(("compared finding", salt)), Sense::click());
    if response.hovered() || response.has_focus() {
        let edge = if response.has_focus() { cx.theme.edge_selected() } else { cx.theme.edge() };
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(6.0, 0.0)), RADIUS_ROW, cx.theme.card, edge);
    }
    let shown = signal(finding.state);
    let mark = Rect::from_min_size(pos2(rect.left(), rect.top() + 4.0), vec2(16.0, 16.0));
    icon::paint(ui.painter(), Icon::of(shown), mark, cx.theme.tone(shown).ink);
    let rule = cx.scenario().rules.get(&finding.rule).map_or(finding.rule.as_str(), |it| cx.tell(&it.title)).to_owned();
    let place = i18n::finding::place(cx.scenario(), finding);
    let title = format!("{rule} · {}", cx.tell(&place));
    let first = Rect::from_min_size(
        pos2(mark.right() + SPACE_8, rect.top()),
        vec2(rect.right() - mark.right() - SPACE_8, 22.0),
    );
    line(ui.painter(), first, Align::Min, &title, Type::BodyBold, cx.theme.text1);
    let sentence = i18n::finding::sentence(cx.world(), finding);
    let second = Rect::from_min_size(pos2(first.left(), first.bottom() - SPACE_4), vec2(first.width(), 18.0));
    line(ui.painter(), second, Align::Min, cx.tell(&sentence), Type::Small, cx.theme.text2);
    let told = format!("{title} · {}", cx.tell(&sentence));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &told));
    if response.clicked() {
        let key = finding.key();
        let selection = match (cx.finding(&key), &finding.park) {
            (Some(_), _) => Selection::Finding(key),
            (None, Some(park)) => Selection::Park(park.clone()),
            (None, None) => Selection::Nothing,
        };
        cx.push(Command::Select(selection));
    }
    response.tip(told);
}

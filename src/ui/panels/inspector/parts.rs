//! What the pages of the inspector are made of: rows, sections, figures, findings, members, buttons at the foot.

use crate::i18n::{self, phrase::Phrase, term, words};
use crate::model::id::IndustryId;
use crate::rules::finding::{Finding, Item, Part};
use crate::ui::cx::{Cx, signal};
use crate::ui::origin::{Of, Origin, origin_ui};
use crate::ui::panels::findings::industry_of;
use crate::ui::theme::{RADIUS_ROW, SPACE_6, SPACE_8, Signal, Type};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::seal::paint_seal;
use crate::ui::widgets::shapes;
use crate::ui::widgets::tag::{self, TagWeight};
use crate::ui::widgets::text::{Span, height_of, line, line_of, paragraph, width_of};
use crate::ui::widgets::tip::Tip;
use crate::workbench::Selection;
use crate::workbench::command::Command;
use egui::{Align, Id, Rect, Sense, Stroke, Ui, pos2, vec2};

/// A row over the whole width with a margin at both sides.
pub fn row(ui: &mut Ui, height: f32) -> Rect {
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    strip.shrink2(vec2(14.0, 0.0))
}

/// A line between sections.
pub fn rule_off(ui: &mut Ui, cx: &Cx<'_>) {
    let strip = row(ui, 13.0).expand2(vec2(14.0, 0.0));
    ui.painter().hline(strip.x_range(), strip.center().y, cx.theme.edge());
}

/// The title of a section, with a word at the right.
pub fn section(ui: &mut Ui, cx: &Cx<'_>, title: &str, right: &str) {
    let rect = row(ui, 28.0);
    let shown = line(ui.painter(), rect, Align::Min, title, Type::CardTitle, cx.theme.text1);
    let rest = Rect::from_min_max(pos2(shown.rect.right() + SPACE_8, rect.top()), rect.max);
    line(ui.painter(), rest, Align::Max, right, Type::Small, cx.theme.text2);
}

/// A paragraph over the width, as high as its text.
pub fn words_row(ui: &mut Ui, cx: &Cx<'_>, words: &str, style: Type, colour: egui::Color32) {
    let _ = cx;
    let width = ui.available_width() - 28.0;
    let height = height_of(ui.painter(), words, style, width, 8);
    let rect = row(ui, height + 4.0);
    paragraph(ui.painter(), rect, words, style, colour, 8);
}

/// The same, which a screen reader reads as well.
pub fn spoken_row(ui: &mut Ui, cx: &Cx<'_>, words: &str, style: Type, colour: egui::Color32) {
    let top = ui.cursor().top();
    words_row(ui, cx, words, style, colour);
    let place = Rect::from_min_max(pos2(ui.max_rect().left(), top), pos2(ui.max_rect().right(), ui.cursor().top()));
    let id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let response = ui.interact(place, id, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
}

/// Beside the words of a head.
const HEAD_MARGIN: f32 = 28.0;
/// Room for the seal of an industry.
const SEAL_ROOM: f32 = 48.0;

/// What stands under a name beside a seal: both in one line where they fit, else a line each.
pub fn meta_of(ui: &Ui, one: &str, other: &str) -> String {
    let width = ui.available_width() - HEAD_MARGIN - SEAL_ROOM;
    let line = format!("{one} · {other}");
    let fits = |words: &str| width_of(ui.painter(), words, Type::Small) <= width;
    if fits(&line) || !fits(one) { line } else { format!("{one}\n{other}") }
}

/// Seal, name over at most two lines, and what stands under it, over at most three.
pub fn head(ui: &mut Ui, cx: &Cx<'_>, industry: Option<&IndustryId>, name: &str, meta: &str) {
    let left = if industry.is_some() { SEAL_ROOM } else { 0.0 };
    let width = ui.available_width() - HEAD_MARGIN - left;
    let height = height_of(ui.painter(), name, Type::CardTitle, width, 2);
    let meta_height = height_of(ui.painter(), meta, Type::Small, width, 3);
    let rect = row(ui, (height + meta_height + 26.0).max(62.0));
    if let Some(industry) = industry {
        let seal = Rect::from_min_size(pos2(rect.left(), rect.top() + 13.0), vec2(36.0, 36.0));
        paint_seal(ui.painter(), seal, &cx.seal(industry), cx.theme, cx.is_chinese());
    }
    let words = Rect::from_min_size(pos2(rect.left() + left, rect.top() + 11.0), vec2(width, height));
    paragraph(ui.painter(), words, name, Type::CardTitle, cx.theme.text1, 2);
    let place = Rect::from_min_size(pos2(words.left(), words.bottom() + 2.0), vec2(width, meta_height));
    paragraph(ui.painter(), place, meta, Type::Small, cx.theme.text2, 3);
}

/// A figure with its label and unit; `None` is missing.
pub struct Fact {
    /// Its label.
    pub label: Phrase,
    /// Its figure.
    pub value: Option<String>,
    /// Its unit.
    pub unit: &'static str,
}

/// Figures side by side.
pub fn facts_ui(ui: &mut Ui, cx: &Cx<'_>, facts: &[Fact]) {
    facts_of_ui(ui, cx, facts, None);
}

/// Figures of a record side by side; each tells where it comes from by its field in the file, where one is named.
pub fn facts_of_ui(ui: &mut Ui, cx: &Cx<'_>, facts: &[Fact], record: Option<(&Of, &[&'static str])>) {
    // English units are long: a unit is never cut.
    let columns = if cx.is_chinese() { 3 } else { 2 };
    let share = if columns == 3 { 1.0 / 3.0 } else { 0.5 };
    let mut at = 0;
    for line_of_facts in facts.chunks(columns) {
        let rect = row(ui, if columns == 3 { 42.0 } else { 38.0 });
        let width = rect.width() * share;
        let mut left = rect.left();
        for fact in line_of_facts {
            let label = Rect::from_min_size(pos2(left, rect.top()), vec2(width - 6.0, 17.0));
            line(ui.painter(), label, Align::Min, cx.say(fact.label), Type::Small, cx.theme.text2);
            let place = Rect::from_min_size(pos2(left, rect.top() + 17.0), vec2(width - 4.0, 20.0));
            match &fact.value {
                Some(value) => {
                    let unit = format!(" {}", fact.unit);
                    let origin = record.and_then(|(of, fields)| {
                        let figure = format!("{value}{unit}");
                        Some(Origin::new(of.clone(), fields.get(at)?, cx.say(fact.label), figure.trim_end()))
                    });
                    let sign = origin.as_ref().map_or("", |origin| origin.sign(cx));
                    let spans = [
                        Span::new(sign, Type::Small, cx.theme.text2),
                        Span::new(value, Type::Strong, cx.theme.text1),
                        Span::new(&unit, Type::Small, cx.theme.text2),
                    ];
                    line_of(ui.painter(), place, Align::Min, &spans);
                    if let Some(origin) = origin {
                        origin_ui(ui, cx, label.union(place), &origin);
                    }
                }
                None => {
                    line(ui.painter(), place, Align::Min, cx.say(words::MISSING), Type::Small, cx.theme.text2);
                }
            }
            left += width;
            at += 1;
        }
    }
}

/// A finding in a list of the inspector: state, rule, sentence; a click explains it.
pub fn finding_line_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let title = cx.scenario().rules.get(&finding.rule).map(|it| cx.tell(&it.title).to_owned()).unwrap_or_default();
    let sentence = i18n::finding::sentence(cx.world(), finding);
    let words = format!("{title} · {}", cx.tell(&sentence));
    let width = ui.available_width() - 28.0 - 24.0;
    let height = height_of(ui.painter(), &words, Type::Small, width, 3);
    let rect = row(ui, height + 8.0);
    let response = ui.interact(rect, Id::unique(("inspector finding", format!("{:?}", finding.key()))), Sense::click());
    let spoken = format!("{} · {words}", cx.say(term::state(finding.state)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &spoken));
    if response.hovered() {
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(6.0, 0.0)), RADIUS_ROW, cx.theme.sunken, Stroke::NONE);
    }
    let mark = Rect::from_min_size(pos2(rect.left(), rect.top() + 4.0), vec2(16.0, 16.0));
    icon::paint(ui.painter(), Icon::of(signal(finding.state)), mark, cx.theme.tone(signal(finding.state)).ink);
    let place = Rect::from_min_max(pos2(mark.right() + SPACE_8, rect.top() + 4.0), rect.max);
    paragraph(ui.painter(), place, &words, Type::Small, cx.theme.text1, 3);
    if response.clicked() {
        cx.push(Command::Select(Selection::Finding(finding.key())));
    }
}

/// A project, position or enterprise with its part; a click on a project selects it.
pub fn member_ui(ui: &mut Ui, cx: &Cx<'_>, item: &Item, part: Option<Part>) {
    let rect = row(ui, 30.0);
    let response = ui.interact(rect, Id::unique(("member", item.kind(), item.id())), Sense::click());
    let name = i18n::finding::item_name(cx.scenario(), item);
    let name = match item {
        Item::Project(id) => format!("{id} {}", cx.tell(&name)),
        // What the whole city is judged by stands in several parks under one name.
        Item::Position(id) if matches!(cx.bench.selection(), Selection::Finding((_, _, None, _))) => {
            let park = cx.bench.position(id).map(|it| i18n::finding::park_name(cx.scenario(), &it.park));
            let park = park.map(|it| format!(" · {}", cx.tell(&it))).unwrap_or_default();
            format!("{}{park}", cx.tell(&name))
        }
        Item::Position(_) | Item::Enterprise(_) => cx.tell(&name).to_owned(),
    };
    let spoken = part.map_or_else(|| name.clone(), |part| format!("{} · {name}", cx.say(term::part(part))));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &spoken));
    if response.hovered() {
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(6.0, 0.0)), RADIUS_ROW, cx.theme.sunken, Stroke::NONE);
    }
    let mut left = rect.left();
    if let Some(industry) = industry_of(cx, item) {
        let seal = Rect::from_min_size(pos2(left, rect.center().y - 11.0), vec2(22.0, 22.0));
        paint_seal(ui.painter(), seal, &cx.seal(&industry), cx.theme, cx.is_chinese());
        left = seal.right() + SPACE_8;
    }
    let mut right = rect.right();
    if let Some(part) = part {
        let words = cx.say(term::part(part));
        let weight = if part == Part::Cause { TagWeight::Filled } else { TagWeight::Outlined };
        let width = tag::state_tag_width(ui.painter(), words, weight);
        right -= width;
        tag::state_tag(
            ui.painter(),
            pos2(right, rect.center().y - tag::TAG_HEIGHT / 2.0),
            Signal::Broken,
            words,
            weight,
            cx.theme,
        );
        right -= SPACE_6;
    }
    let place = Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
    let shown = line(ui.painter(), place, Align::Min, &name, Type::Body, cx.theme.text1);
    if response.clicked()
        && let Item::Project(id) = item
    {
        cx.push(Command::Select(Selection::Project(id.clone())));
    }
    if shown.truncated {
        response.tip(name);
    }
}

/// A label at the left, a figure at the right that tells where it comes from.
pub fn pair_of(ui: &mut Ui, cx: &Cx<'_>, origin: &Origin, value: &str) {
    let rect = row(ui, 22.0);
    line(ui.painter(), rect, Align::Min, &origin.label, Type::Body, cx.theme.text2);
    let place = Rect::from_min_max(pos2(rect.left() + 96.0, rect.top()), rect.max);
    let sign = if value.starts_with('≈') { "" } else { origin.sign(cx) };
    line(ui.painter(), place, Align::Max, &format!("{sign}{value}"), Type::BodyBold, cx.theme.text1);
    origin_ui(ui, cx, rect, origin);
}

/// A label at the left, a value at the right.
pub fn pair(ui: &mut Ui, cx: &Cx<'_>, label: &str, value: Option<&str>) {
    let rect = row(ui, 22.0);
    line(ui.painter(), rect, Align::Min, label, Type::Body, cx.theme.text2);
    let (value, style) = value.map_or((cx.say(words::MISSING), Type::Small), |value| (value, Type::BodyBold));
    line(
        ui.painter(),
        Rect::from_min_max(pos2(rect.left() + 96.0, rect.top()), rect.max),
        Align::Max,
        value,
        style,
        cx.theme.text1,
    );
}

/// The buttons at the foot of the inspector, over a line; they never widen it.
pub fn foot_ui(ui: &mut Ui, cx: &Cx<'_>, buttons: impl FnOnce(&mut Ui)) {
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), FOOT - SPACE_8), Sense::hover());
    ui.painter().hline(strip.x_range(), strip.top() + 2.0, cx.theme.edge());
    let place = strip.shrink2(vec2(14.0, 0.0)).translate(vec2(0.0, 4.0));
    let layout = egui::Layout::left_to_right(Align::Center);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).layout(layout));
    child.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
    buttons(&mut child);
}

/// Height that [`foot_ui`] takes.
pub const FOOT: f32 = 52.0;

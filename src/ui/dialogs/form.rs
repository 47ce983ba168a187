//! What sheets with entries are made of: fields that say in place what is wrong, choices, and what a change would do.

use egui::{Align, Id, Key, Modifiers, Rect, Response, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use crate::{
    evaluate::effect::Effect,
    i18n::{self, phrase::Phrase, words},
    model::text::Text,
    rules::finding::Finding,
    ui::{
        cx::{Cx, signal},
        panels::findings::view::{park_name, rule_title},
        theme::{Lettering, RADIUS_ROW, SPACE_4, SPACE_6, SPACE_8, Signal, Type},
        widgets::{
            button::{Button, button_at_ui, button_ui},
            icon::{self, Icon},
            shapes,
            text::{Span, height_of, line, line_of, paragraph},
            tip::Tip,
        },
    },
};

/// Height of the line under a field, in points: kept free also when there is nothing to say.
const NOTE: f32 = 18.0;

/// What stands under a field.
pub enum Note<'a> {
    /// How to fill it in, or nothing.
    Hint(&'a str),
    /// What is wrong and how to write it.
    Wrong(&'a str),
}

impl<'a> Note<'a> {
    /// What is wrong, once the person has `tried` or written something; the hint before.
    pub fn of(hint: &'a str, wrong: Option<&'a str>, tried: bool) -> Self {
        match wrong {
            Some(wrong) if tried => Self::Wrong(wrong),
            Some(_) | None => Self::Hint(hint),
        }
    }
}

/// A field under its label, over the width, with a line under it that says what is wrong without moving anything.
pub fn entry_ui(ui: &mut Ui, id: &str, label: &str, typed: &mut String, cx: &Cx<'_>, note: &Note<'_>) -> Response {
    ui.label(egui::RichText::new(label).font(Type::Small.font()).color(cx.theme.text2));
    ui.add_space(2.0);
    let edit = egui::TextEdit::singleline(typed).id(Id::unique(id)).char_limit(200);
    let field = ui.add(edit.desired_width(f32::INFINITY));
    field.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, label));
    note_ui(ui, cx, note);
    field
}

/// The line under a field.
pub fn note_ui(ui: &mut Ui, cx: &Cx<'_>, note: &Note<'_>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), NOTE), Sense::hover());
    let (words, ink, left) = match note {
        Note::Hint(words) => (*words, cx.theme.text3, rect.left()),
        Note::Wrong(words) => {
            let mark = Rect::from_center_size(pos2(rect.left() + 7.0, rect.center().y), vec2(13.0, 13.0));
            icon::paint(ui.painter(), Icon::Broken, mark, cx.theme.broken.ink);
            (*words, cx.theme.broken.ink, mark.right() + SPACE_4)
        }
    };
    if words.is_empty() {
        return;
    }
    let place = Rect::from_min_max(pos2(left, rect.top()), rect.max);
    let shown = line(ui.painter(), place, Align::Min, words, Type::Small, ink);
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, words));
    if shown.truncated {
        response.tip(words);
    }
}

/// One of several under a label; `true` when another was chosen.
pub fn combo_ui(ui: &mut Ui, id: &str, label: &str, cx: &Cx<'_>, options: &[String], chosen: &mut usize) -> bool {
    ui.label(egui::RichText::new(label).font(Type::Small.font()).color(cx.theme.text2));
    ui.add_space(2.0);
    let shown = options.get(*chosen).cloned().unwrap_or_default();
    let width = ui.available_width();
    let before = *chosen;
    let combo = egui::ComboBox::from_id_salt(id).width(width).truncate().selected_text(&shown).height(320.0);
    let response = combo.show_ui(ui, |ui| {
        for (at, option) in options.iter().enumerate() {
            ui.selectable_value(chosen, at, option);
        }
    });
    response.response.widget_info(|| WidgetInfo::labeled(AccessRole::ComboBox, true, format!("{label}: {shown}")));
    *chosen != before
}

/// A word in small grey letters over something that is not a field.
pub fn label_ui(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    ui.label(egui::RichText::new(words).font(Type::Small.font()).color(cx.theme.text2));
}

/// The day that `typed` means, from the scenario's day on; else what is wrong with it.
pub fn day(cx: &Cx<'_>, typed: &str) -> Result<Date, Text> {
    let as_of = cx.scenario().as_of;
    let day: Date = typed.trim().parse().map_err(|_| {
        let typed = typed.trim();
        Text::new(
            format!("“{typed}”不是日期；请写成 {as_of}"),
            format!("\"{typed}\" is not a day; write it like {as_of}"),
        )
    })?;
    if day < as_of {
        return Err(i18n::edit::refusal(cx.scenario(), &crate::model::edit::EditError::Passed(day)));
    }
    Ok(day)
}

/// What `typed` means as a quantity; thousands separators and spaces are passed over.
pub fn quantity<T: std::str::FromStr<Err = crate::model::quantity::QuantityError>>(typed: &str) -> Result<T, Text> {
    let plain: String = typed.chars().filter(|it| !matches!(it, ',' | '，' | ' ')).collect();
    if plain.is_empty() {
        return Err(Text::new("请填写数字，如 12.5", "Write a number, such as 12.5"));
    }
    plain.parse().map_err(|error| i18n::problem::quantity(&error))
}

/// The buttons at the foot of a sheet: `Some(true)` for the deed, `Some(false)` for leaving it.
///
/// Ctrl+Enter does the deed from everywhere in the sheet.
pub fn deed_ui(ui: &mut Ui, cx: &Cx<'_>, deed: &str, may: Result<(), &str>) -> Option<bool> {
    let mut outcome = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
        let button = Button::primary(deed).keys("Ctrl+Enter").enabled(may.is_ok());
        let button = match may {
            Ok(()) => button,
            Err(reason) => button.hover(reason),
        };
        let keys = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        if (button_ui(ui, cx.theme, &button).clicked() || keys) && may.is_ok() {
            outcome = Some(true);
        }
        if button_ui(ui, cx.theme, &Button::new(cx.say(words::CANCEL)).keys("Esc")).clicked() {
            outcome = Some(false);
        }
    });
    outcome
}

/// A row that can be clicked, with a mark at the left that the caller paints.
pub fn row_ui(ui: &mut Ui, cx: &Cx<'_>, id: Id, height: f32, enabled: bool) -> (Rect, Response) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let response = ui.interact(rect, id, if enabled { Sense::click() } else { Sense::hover() });
    if response.hovered() && enabled {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, cx.theme.sunken, Stroke::NONE);
    }
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), rect, RADIUS_ROW, cx.theme.accent);
        response.scroll_to_me(None);
    }
    (rect, response)
}

/// A sentence with a mark before it, as high as it needs.
pub fn marked_ui(ui: &mut Ui, cx: &Cx<'_>, (mark, tone): (Icon, Signal), words: &str) {
    let width = ui.available_width() - 22.0;
    let height = height_of(ui.painter(), words, Type::Small, width, 4).max(16.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height + SPACE_4), Sense::hover());
    let square = Rect::from_min_size(rect.min, vec2(14.0, 14.0)).translate(vec2(1.0, 1.0));
    icon::paint(ui.painter(), mark, square, cx.theme.tone(tone).ink);
    let place = Rect::from_min_max(pos2(rect.left() + 22.0, rect.top()), rect.max);
    paragraph(ui.painter(), place, words, Type::Small, cx.theme.text1, 4);
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, words));
}

/// Park, rule and sentence of a finding.
pub fn finding_words(cx: &Cx<'_>, finding: &Finding) -> String {
    let sentence = i18n::finding::sentence(cx.world(), finding);
    let place = park_name(cx, finding.park.as_ref());
    format!("{place} · {} · {}", rule_title(cx, &finding.rule), cx.tell(&sentence))
}

/// What a change would do: the findings that it creates, those that it cures.
pub fn effect_ui(ui: &mut Ui, cx: &Cx<'_>, effect: &Effect) {
    if effect.created.is_empty() && effect.cured.is_empty() {
        marked_ui(ui, cx, (Icon::Holds, Signal::Holds), cx.say(words::NO_NEW_PROBLEM));
    }
    let mut group = |findings: &[Finding], title: Phrase, is_cured: bool| {
        if findings.is_empty() {
            return;
        }
        label_ui(ui, cx, &format!("{} {}", cx.say(title), findings.len()));
        for finding in findings {
            let tone = signal(finding.state);
            let mark = if is_cured { (Icon::Holds, Signal::Holds) } else { (Icon::of(tone), tone) };
            marked_ui(ui, cx, mark, &finding_words(cx, finding));
        }
        ui.add_space(SPACE_6);
    };
    group(&effect.created, words::FINDINGS_GAINED, false);
    group(&effect.cured, words::FINDINGS_LOST, true);
}

/// One record of a list: title and words, a second line, and a button at the right; `true` when the button is pressed.
pub fn record_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    title: &str,
    words: &str,
    more: &str,
    (sign, deed, may): (Icon, &str, bool),
) -> bool {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::hover());
    let at = Rect::from_center_size(pos2(rect.right() - 14.0, rect.center().y), vec2(24.0, 24.0));
    let button = Button::quiet(sign, deed).small().enabled(may);
    let is_pressed = button_at_ui(ui, cx.theme, at, Id::unique(("record", deed)), &button).clicked();
    let first = Rect::from_min_max(rect.min, pos2(at.left() - SPACE_8, rect.top() + 19.0));
    let spans = [
        Span::new(title, Type::BodyBold, cx.theme.text1),
        Span::new("  ", Type::Body, cx.theme.text1),
        Span::new(words, Type::Body, cx.theme.text1),
    ];
    let is_cut = line_of(ui.painter(), first, Align::Min, &spans).truncated;
    let second = first.translate(vec2(0.0, 18.0));
    let is_more_cut = line(ui.painter(), second, Align::Min, more, Type::Small, cx.theme.text2).truncated;
    let response = ui.interact(first.union(second), Id::unique(("record words", deed)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, format!("{title} {words} · {more}")));
    if is_cut || is_more_cut {
        response.tip(format!("{title} {words}\n{more}"));
    }
    is_pressed
}

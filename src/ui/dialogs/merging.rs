//! Somebody else's file beside the document: what comes in, one conflict at a time, and what is illegal only together.

use std::path::PathBuf;

use egui::{Align, Context, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    body_ui,
    form::{deed_ui, label_ui, marked_ui},
    heading, modal, sheet_width,
};
use crate::{
    i18n::merging as say,
    model::merge::{Choice, Conflict, Side},
    ui::{
        cx::Cx,
        theme::{Lettering, RADIUS_CARD, SPACE_4, SPACE_6, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, Segment, button_ui, segmented_ui},
            icon::Icon,
            shapes,
            text::{height_of, line, paragraph},
            tip::Tip,
        },
    },
    workbench::{
        command::Command,
        merging::{Base, Merging, Step},
    },
};

/// Findings that are listed at most; more are counted.
const MOST_FINDINGS: usize = 6;
/// Lines of what one side says at most.
const MOST_LINES: usize = 6;

/// The sheet between frames.
#[derive(Debug, Default)]
pub struct MergeSheet {
    /// Which conflict is shown, from 0.
    at: usize,
}

impl MergeSheet {
    /// Draws the sheet; `false` when it is done with. `base_asked` gets the file for which a base is to be chosen.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, base_asked: &mut Option<PathBuf>) -> bool {
        let Some(merging) = cx.bench.merging() else { return false };
        let mut outcome = None;
        let modal = modal(cx, "merge").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 880.0));
            heading(ui, cx.tell(&say::title(&merging.name())));
            body_ui(ui, |ui| {
                base_ui(ui, cx, merging, base_asked);
                ui.add_space(SPACE_12);
                incoming_ui(ui, cx, merging);
                ui.add_space(SPACE_12);
                self.conflicts_ui(ui, cx, merging);
                ui.add_space(SPACE_12);
                together_ui(ui, cx, merging);
            });
            ui.add_space(SPACE_12);
            let may = if merging.incoming().is_empty() { Err(cx.say(say::NOTHING_COMES)) } else { Ok(()) };
            outcome = deed_ui(ui, cx, cx.say(say::APPLY), may);
        });
        match outcome {
            Some(true) => cx.push(Command::Merge(Step::Apply)),
            Some(false) => cx.push(Command::Merge(Step::Leave)),
            None if modal.should_close() => cx.push(Command::Merge(Step::Leave)),
            None => {}
        }
        true
    }

    /// One conflict, and the way to the others.
    fn conflicts_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, merging: &Merging) {
        let merge = merging.merge();
        let all = merge.conflicts.len();
        let told = say::conflicts(all, merge.undecided());
        let tone = if merge.undecided() > 0 { (Icon::Near, Signal::Near) } else { (Icon::Holds, Signal::Holds) };
        marked_ui(ui, cx, tone, cx.tell(&told));
        self.at = self.at.min(all.saturating_sub(1));
        let Some(conflict) = merge.conflicts.get(self.at) else { return };
        ui.add_space(SPACE_6);
        ui.horizontal(|ui| self.ways_ui(ui, cx, all));
        ui.add_space(SPACE_6);
        if let Some(choice) = conflict_ui(ui, cx, merging, conflict) {
            cx.push(Command::Merge(Step::Decide { place: conflict.place.clone(), choice }));
            let later = merge.conflicts.iter().enumerate().skip(self.at + 1);
            let next =
                later.chain(merge.conflicts.iter().enumerate()).find(|(at, it)| *at != self.at && it.decided.is_none());
            self.at = next.map_or(self.at, |(at, _)| at);
        }
    }

    /// The number of the conflict, those before and after, and one word for all.
    fn ways_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, all: usize) {
        ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
        let number = say::number(self.at + 1, all);
        ui.label(egui::RichText::new(cx.tell(&number)).font(Type::CardTitle.font()));
        let back = Button::quiet(Icon::ArrowLeft, cx.say(say::PREVIOUS)).small().enabled(self.at > 0);
        if button_ui(ui, cx.theme, &back).clicked() {
            self.at = self.at.saturating_sub(1);
        }
        let on = Button::quiet(Icon::ArrowRight, cx.say(say::NEXT)).small().enabled(self.at + 1 < all);
        if button_ui(ui, cx.theme, &on).clicked() {
            self.at += 1;
        }
        for (word, side) in [(say::ALL_OURS, Side::Ours), (say::ALL_THEIRS, Side::Theirs)] {
            if button_ui(ui, cx.theme, &Button::new(cx.say(word)).small()).clicked() {
                cx.push(Command::Merge(Step::DecideAll(side)));
            }
        }
    }
}

/// What both began with, and other choices of it.
fn base_ui(ui: &mut Ui, cx: &Cx<'_>, merging: &Merging, base_asked: &mut Option<PathBuf>) {
    let mut bases = vec![(Base::Opened, say::AS_OPENED)];
    // Where nothing was saved since it was opened, the two are one.
    if cx.bench.has_base(&Base::Saved) {
        bases.push((Base::Saved, say::AS_SAVED));
    }
    bases.extend([(Base::File(PathBuf::new()), say::FROM_FILE), (Base::Nothing, say::NO_BASE)]);
    let names: Vec<String> = bases.iter().map(|(base, name)| base_name(merging, base, cx.say(*name))).collect();
    let is_chosen = |base: &Base| std::mem::discriminant(base) == std::mem::discriminant(merging.base());
    let mut chosen = bases.iter().position(|(base, _)| is_chosen(base)).unwrap_or_default();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
        ui.label(cx.say(say::BASE));
        let segments: Vec<Segment<'_>> = names.iter().map(|name| Segment { name, icon: None }).collect();
        if !segmented_ui(ui, cx.theme, &segments, &mut chosen).changed() {
            return;
        }
        match bases.into_iter().nth(chosen).map(|(base, _)| base) {
            Some(Base::File(_)) => *base_asked = Some(merging.theirs().to_path_buf()),
            Some(base) => cx.push(Command::Merge(Step::Begin { theirs: merging.theirs().to_path_buf(), base })),
            None => {}
        }
    });
    ui.add_space(SPACE_4);
    label_ui(ui, cx, cx.say(say::BASE_ABOUT));
}

/// What a base is called: a file that was chosen by its name.
fn base_name(merging: &Merging, base: &Base, name: &str) -> String {
    match (base, merging.base()) {
        (Base::File(_), Base::File(path)) => {
            path.file_name().map_or_else(|| name.to_owned(), |it| it.to_string_lossy().into_owned())
        }
        (Base::File(_) | Base::Opened | Base::Saved | Base::Nothing, _) => name.to_owned(),
    }
}

/// What comes in, by table.
fn incoming_ui(ui: &mut Ui, cx: &Cx<'_>, merging: &Merging) {
    label_ui(ui, cx, cx.say(say::COMES_IN));
    ui.add_space(2.0);
    let lines = say::comes_in(merging.incoming());
    let told: Vec<&str> = lines.iter().map(|it| cx.tell(it)).collect();
    let told = if told.is_empty() { cx.say(say::NOTHING_COMES).to_owned() } else { told.join("　·　") };
    words_ui(ui, cx, &told);
}

/// Words over the width, as high as they need.
fn words_ui(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    let width = ui.available_width();
    let height = height_of(ui.painter(), words, Type::Body, width, MOST_LINES).max(18.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    paragraph(ui.painter(), rect, words, Type::Body, cx.theme.text1, MOST_LINES);
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, words));
}

/// A conflict: what it is about, why, what each says; the choice that was pressed.
fn conflict_ui(ui: &mut Ui, cx: &Cx<'_>, merging: &Merging, conflict: &Conflict) -> Option<Choice> {
    let merge = merging.merge();
    words_bold_ui(ui, cx, cx.tell(&say::about(merge, conflict)));
    label_ui(ui, cx, cx.tell(&say::why(&merge.merged, conflict)));
    ui.add_space(SPACE_6);
    sides_ui(ui, cx, merging, conflict);
    ui.add_space(SPACE_8);
    let mut pressed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
        for choice in conflict.choices() {
            let is_chosen = conflict.decided == Some(*choice);
            let button = Button::new(cx.say(say::choice(*choice))).selected(is_chosen);
            let button = if is_chosen { button.icon(Icon::Tick) } else { button };
            if button_ui(ui, cx.theme, &button).clicked() {
                pressed = Some(*choice);
            }
        }
        if conflict.decided.is_none() {
            label_ui(ui, cx, cx.say(say::UNDECIDED));
        }
    });
    pressed
}

fn words_bold_ui(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    let shown = line(ui.painter(), rect, Align::Min, words, Type::BodyBold, cx.theme.text1);
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, words));
    if shown.truncated {
        response.tip(words);
    }
}

/// What the base, ours and theirs say, side by side; what is taken is framed.
fn sides_ui(ui: &mut Ui, cx: &Cx<'_>, merging: &Merging, conflict: &Conflict) {
    let merge = merging.merge();
    let columns = [
        (say::ORIGINAL, None),
        (say::side(Side::Ours), Some(Side::Ours)),
        (say::side(Side::Theirs), Some(Side::Theirs)),
    ];
    let told = columns.map(|(title, of)| (title, of, say::says(merge, conflict, of)));
    let (whole, gap, margin) = (ui.available_width(), SPACE_8, SPACE_8);
    let width = (whole - 2.0 * gap) / 3.0;
    let height_of_words =
        |words: &str| height_of(ui.painter(), words, Type::Body, width - 2.0 * margin, MOST_LINES).max(18.0);
    let height =
        told.iter().map(|(_, _, says)| height_of_words(cx.tell(says))).fold(0.0, f32::max) + 22.0 + 2.0 * margin;
    let (area, _) = ui.allocate_exact_size(vec2(whole, height), Sense::hover());
    let mut left = area.left();
    for (title, of, says) in &told {
        let card = Rect::from_min_size(pos2(left, area.top()), vec2(width, height));
        left += width + gap;
        let is_taken = conflict.taken == Choice::Both && of.is_some() || of.map(Choice::Side) == Some(conflict.taken);
        let edge = if is_taken { cx.theme.edge_selected() } else { cx.theme.edge() };
        shapes::framed_rect(ui.painter(), card, RADIUS_CARD, cx.theme.sunken, edge);
        let inner = card.shrink(margin);
        let head = Rect::from_min_size(inner.min, vec2(inner.width(), 18.0));
        line(ui.painter(), head, Align::Min, cx.say(*title), Type::Small, cx.theme.text2);
        let body = Rect::from_min_max(pos2(inner.left(), inner.top() + 22.0), inner.max);
        paragraph(ui.painter(), body, cx.tell(says), Type::Body, cx.theme.text1, MOST_LINES);
        let response = ui.interact(card, egui::Id::unique(("merge side", title.en)), Sense::hover());
        let told = format!("{}: {}", cx.say(*title), cx.tell(says));
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    }
}

/// What is legal on each side and broken together.
fn together_ui(ui: &mut Ui, cx: &Cx<'_>, merging: &Merging) {
    let broken = merging.broken();
    if broken.is_empty() {
        marked_ui(ui, cx, (Icon::Holds, Signal::Holds), cx.say(say::NONE_TOGETHER));
        return;
    }
    let title = format!("{} · {}", cx.say(say::ONLY_TOGETHER), broken.len());
    ui.label(egui::RichText::new(title).font(Type::BodyBold.font()).color(cx.theme.broken.ink));
    ui.add_space(SPACE_4);
    for it in broken.iter().take(MOST_FINDINGS) {
        marked_ui(ui, cx, (Icon::Broken, Signal::Broken), cx.tell(&say::only_together(merging.merge(), it)));
    }
    if let Some(more) = broken.len().checked_sub(MOST_FINDINGS).filter(|more| *more > 0) {
        label_ui(ui, cx, cx.tell(&say::more(more)));
    }
}

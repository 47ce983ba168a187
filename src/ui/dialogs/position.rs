//! A position, written down: name, role, place, sub-sectors; below it what the change would do, old beside new.

use egui::{Context, Id, Key, Rect, Role as AccessRole, ScrollArea, Ui, WidgetInfo, pos2, vec2};

use super::{
    form::{Note, combo_ui, deed_ui, effect_ui, entry_ui, label_ui, marked_ui, row_ui},
    heading, modal, sheet_width,
};
use crate::{
    evaluate::effect::Effect,
    i18n::{self, figure, term, words},
    model::{
        edit::EditError,
        id::{IndustryId, ParkId, PositionId},
        park::{Position, Role},
        text::Text,
    },
    rules::{facts::ParkFacts, slots},
    ui::{
        cx::Cx,
        theme::{Lettering, SPACE_4, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Segment, segmented_ui},
            icon::{self, Icon},
            seal::paint_seal,
            text::line,
            tip::Tip,
        },
    },
    workbench::{command::Command, positions::Proposal},
};

/// Height of a row of the lists, in points.
const ROW: f32 = 28.0;

/// The sheet between frames.
pub struct PositionSheet {
    position: Option<PositionId>,
    park: ParkId,
    role: Role,
    zh: String,
    en: String,
    /// Place among the positions of its role, 0 for the first; the last when there are fewer.
    place: usize,
    industries: Vec<IndustryId>,
    /// Its sub-sectors when the sheet was opened: they stand first in the list, and stay there.
    first: Vec<IndustryId>,
    search: String,
    shows_catalogue: bool,
    /// What the rules said of the proposal, of the document as it then was.
    checked: Option<(u64, Proposal, Result<Effect, Text>)>,
    has_begun: bool,
}

impl PositionSheet {
    /// A new position of `park`: the catalogue comes first.
    pub fn new(cx: &Cx<'_>, park: ParkId, role: Role) -> Self {
        let place = peers(cx, &park, role, None).len();
        Self {
            position: None,
            park,
            role,
            zh: String::new(),
            en: String::new(),
            place,
            industries: Vec::new(),
            first: Vec::new(),
            search: String::new(),
            shows_catalogue: !cx.scenario().position_catalogue.is_empty(),
            checked: None,
            has_begun: false,
        }
    }

    /// A position that stands in the plan; `None` when there is none of this id.
    pub fn of(cx: &Cx<'_>, id: PositionId) -> Option<Self> {
        let position = cx.bench.position(&id)?.clone();
        let all = peers(cx, &position.park, position.role, None);
        Some(Self {
            place: all.iter().position(|it| it.id == id).unwrap_or(0),
            position: Some(id),
            park: position.park,
            role: position.role,
            zh: position.name.zh,
            en: position.name.en,
            first: position.industries.clone(),
            industries: position.industries,
            search: String::new(),
            shows_catalogue: false,
            checked: None,
            has_begun: false,
        })
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut outcome = None;
        let modal = modal(cx, "position").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 860.0));
            ui.spacing_mut().item_spacing.y = SPACE_4;
            let park = i18n::finding::park_name(cx.scenario(), &self.park);
            let title = if self.position.is_some() { words::EDIT_POSITION } else { words::NEW_POSITION };
            heading(ui, &format!("{} · {}", cx.say(title), cx.tell(&park)));
            let room = ctx.content_rect().height() - 190.0;
            let (entries, check) = ((room * 0.55).clamp(220.0, 380.0), (room * 0.45).clamp(150.0, 300.0));
            ui.allocate_ui_with_layout(
                vec2(ui.available_width(), entries),
                egui::Layout::left_to_right(egui::Align::Min),
                |ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    let (left, right) = (ui.available_width() * 0.42, ui.available_width() * 0.55);
                    let gap = ui.available_width() - left - right;
                    ui.vertical(|ui| {
                        ui.set_width(left);
                        self.entries_ui(ui, cx);
                    });
                    ui.add_space(gap);
                    ui.vertical(|ui| {
                        ui.set_width(right);
                        self.choice_ui(ui, cx, entries);
                    });
                },
            );
            ui.separator();
            let result = self.check(cx);
            ScrollArea::vertical()
                .id_salt("position check")
                .max_height(check)
                .min_scrolled_height(check)
                .auto_shrink(false)
                .show(ui, |ui| self.check_ui(ui, cx, &result));
            ui.add_space(SPACE_8);
            let may_change = cx.scenario().may_change(cx.bench.plan());
            let reason = match &result {
                _ if !may_change => Err(cx.say(words::READ_ONLY)),
                Err(refusal) => Err(cx.tell(refusal)),
                Ok(_) => Ok(()),
            };
            outcome = deed_ui(ui, cx, cx.say(words::PROPOSE), reason);
        });
        if outcome == Some(true) {
            cx.push(Command::ProposePosition { position: self.position.clone(), proposal: self.proposal(cx) });
        }
        outcome.is_none() && !modal.should_close()
    }

    /// Name, role and place.
    fn entries_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let suggested = names(cx, &self.industries);
        let hint = if self.zh.trim().is_empty() && !suggested.zh.is_empty() {
            format!("{} {}", cx.say(words::NAMED_AFTER), suggested.zh)
        } else {
            String::new()
        };
        let zh = entry_ui(ui, "position name zh", cx.say(words::NAME_ZH), &mut self.zh, cx, &Note::Hint(&hint));
        if !self.has_begun {
            self.has_begun = true;
            zh.request_focus();
        }
        entry_ui(ui, "position name en", cx.say(words::NAME_EN), &mut self.en, cx, &Note::Hint(""));
        label_ui(ui, cx, cx.say(words::ROLE));
        let roles = [Role::Leading, Role::Characteristic];
        let segments = roles.map(|role| Segment { name: cx.say(term::role(role)), icon: None });
        let mut at = usize::from(self.role == Role::Characteristic);
        if segmented_ui(ui, cx.theme, &segments, &mut at).changed() {
            self.role = if at == 0 { Role::Leading } else { Role::Characteristic };
            self.place = usize::MAX;
        }
        ui.add_space(SPACE_8);
        if self.position.is_some() {
            let others = peers(cx, &self.park, self.role, self.position.as_ref());
            let mut options: Vec<String> = others
                .iter()
                .enumerate()
                .map(|(at, it)| {
                    format!("{} · {} {}", at.saturating_add(1), cx.say(words::BEFORE_POSITION), cx.tell(&it.name))
                })
                .collect();
            options.push(format!("{} · {}", options.len().saturating_add(1), cx.say(words::LAST_PLACE)));
            let mut place = self.place.min(others.len());
            combo_ui(ui, "position place", cx.say(words::PLACE_IN_ORDER), cx, &options, &mut place);
            self.place = place;
        }
    }

    /// The catalogue, or the sub-sectors, narrowed by the search.
    fn choice_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, height: f32) {
        let segments = [words::SUB_SECTORS, words::CATALOGUE].map(|it| Segment { name: cx.say(it), icon: None });
        let mut at = usize::from(self.shows_catalogue);
        ui.horizontal(|ui| {
            if segmented_ui(ui, cx.theme, &segments, &mut at).changed() {
                self.shows_catalogue = at == 1;
            }
            ui.add_space(SPACE_8);
            let field = egui::TextEdit::singleline(&mut self.search)
                .id(Id::unique("position search"))
                .hint_text(cx.say(words::SEARCH_SUB_SECTORS));
            let field = ui.add(field.desired_width(f32::INFINITY));
            field.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, cx.say(words::SEARCH_SUB_SECTORS)));
            if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
                self.take_first(cx);
                field.request_focus();
            }
        });
        let height = height - 36.0;
        if self.shows_catalogue { self.sets_ui(ui, cx, height) } else { self.industries_ui(ui, cx, height) }
    }

    /// Enter in the search takes the first that it finds.
    fn take_first(&mut self, cx: &Cx<'_>) {
        if self.shows_catalogue {
            if let Some(at) = self.found_sets(cx).first().copied() {
                self.take_set(cx, at);
            }
        } else if let Some(id) = self.found_industries(cx).into_iter().next() {
            self.toggle(&id);
        }
    }

    fn found_industries(&self, cx: &Cx<'_>) -> Vec<IndustryId> {
        let wanted = self.search.trim().to_lowercase();
        let fits = |name: &Text| name.zh.contains(&wanted) || name.en.to_lowercase().contains(&wanted);
        let all = cx.scenario().industries.iter();
        let mut found: Vec<IndustryId> = all
            .filter(|it| wanted.is_empty() || fits(&it.name) || fits(&it.sector) || it.id.as_str().contains(&wanted))
            .map(|it| it.id.clone())
            .collect();
        found.sort_by_key(|id| !self.first.contains(id));
        found
    }

    fn found_sets(&self, cx: &Cx<'_>) -> Vec<usize> {
        let wanted = self.search.trim().to_lowercase();
        let fits = |name: &Text| name.zh.contains(&wanted) || name.en.to_lowercase().contains(&wanted);
        let sets = cx.scenario().position_catalogue.iter().enumerate();
        sets.filter(|(_, set)| wanted.is_empty() || fits(&set.name) || fits(&names(cx, &set.industries)))
            .map(|(at, _)| at)
            .collect()
    }

    fn toggle(&mut self, id: &IndustryId) {
        match self.industries.iter().position(|it| it == id) {
            Some(at) => {
                self.industries.remove(at);
            }
            None => self.industries.push(id.clone()),
        }
    }

    fn take_set(&mut self, cx: &Cx<'_>, at: usize) {
        if let Some(set) = cx.scenario().position_catalogue.iter().nth(at) {
            self.zh.clone_from(&set.name.zh);
            self.en.clone_from(&set.name.en);
            self.industries.clone_from(&set.industries);
        }
    }

    fn industries_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, height: f32) {
        let found = self.found_industries(cx);
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("position industries").max_height(height).auto_shrink(false);
        area.min_scrolled_height(height).show_rows(ui, ROW, found.len(), |ui, range| {
            for id in found.get(range).unwrap_or_default() {
                let name = i18n::finding::industry_name(cx.scenario(), id);
                let is_chosen = self.industries.contains(id);
                let (rect, response) = row_ui(ui, cx, Id::unique(("position industry", id.as_str())), ROW, true);
                let name = cx.tell(&name);
                response.widget_info(|| WidgetInfo::selected(AccessRole::CheckBox, true, is_chosen, name));
                let tick = Rect::from_center_size(pos2(rect.left() + 14.0, rect.center().y), vec2(16.0, 16.0));
                crate::ui::widgets::shapes::framed_rect(
                    ui.painter(),
                    tick,
                    crate::ui::theme::RADIUS_TAG,
                    if is_chosen { cx.theme.accent } else { cx.theme.card },
                    cx.theme.edge_strong(),
                );
                if is_chosen {
                    icon::paint(ui.painter(), Icon::Tick, tick.shrink(1.0), cx.theme.on_accent);
                }
                let seal = Rect::from_center_size(pos2(rect.left() + 40.0, rect.center().y), vec2(20.0, 20.0));
                paint_seal(ui.painter(), seal, &cx.seal(id), cx.theme, cx.is_chinese());
                let place = Rect::from_min_max(pos2(seal.right() + SPACE_8, rect.top()), rect.max);
                let style = if is_chosen { Type::BodyBold } else { Type::Body };
                line(ui.painter(), place, egui::Align::Min, name, style, cx.theme.text1);
                if response.clicked() {
                    self.toggle(id);
                }
            }
        });
    }

    fn sets_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, height: f32) {
        let found = self.found_sets(cx);
        let mut taken = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("position sets").max_height(height).auto_shrink(false);
        area.min_scrolled_height(height).show_rows(ui, ROW, found.len(), |ui, range| {
            for at in found.get(range).unwrap_or_default() {
                let Some(set) = cx.scenario().position_catalogue.iter().nth(*at) else { continue };
                let (rect, response) = row_ui(ui, cx, Id::unique(("position set", set.id.as_str())), ROW, true);
                let of = names(cx, &set.industries);
                let spoken = format!("{}: {}", cx.tell(&set.name), cx.tell(&of));
                let is_chosen = self.industries == set.industries && self.zh == set.name.zh;
                response.widget_info(|| WidgetInfo::selected(AccessRole::RadioButton, true, is_chosen, &spoken));
                let mut left = rect.left() + 6.0;
                for id in set.industries.iter().take(2) {
                    let seal = Rect::from_min_size(pos2(left, rect.center().y - 10.0), vec2(20.0, 20.0));
                    paint_seal(ui.painter(), seal, &cx.seal(id), cx.theme, cx.is_chinese());
                    left += 23.0;
                }
                let name = Rect::from_min_max(pos2(rect.left() + 56.0, rect.top()), rect.max);
                let spans = [
                    crate::ui::widgets::text::Span::new(cx.tell(&set.name), Type::BodyBold, cx.theme.text1),
                    crate::ui::widgets::text::Span::new("  ", Type::Small, cx.theme.text2),
                    crate::ui::widgets::text::Span::new(cx.tell(&of), Type::Small, cx.theme.text2),
                ];
                let shown = crate::ui::widgets::text::line_of(ui.painter(), name, egui::Align::Min, &spans);
                if response.clicked() {
                    taken = Some(*at);
                }
                if shown.truncated {
                    response.tip(spoken);
                }
            }
        });
        if let Some(at) = taken {
            self.take_set(cx, at);
        }
    }

    /// What the person has written down.
    fn proposal(&self, cx: &Cx<'_>) -> Proposal {
        let written = Text::new(self.zh.trim(), self.en.trim());
        let name = if written.zh.is_empty() { names(cx, &self.industries) } else { written };
        let others = peers(cx, &self.park, self.role, self.position.as_ref()).len();
        let place = self.place.min(others);
        Proposal {
            park: self.park.clone(),
            role: self.role,
            name,
            industries: self.industries.clone(),
            order: self.position.as_ref().and_then(|_| u32::try_from(place.saturating_add(1)).ok()),
        }
    }

    /// What the rules say, asked again only when something was written.
    fn check(&mut self, cx: &Cx<'_>) -> Result<Effect, Text> {
        let (generation, proposal) = (cx.bench.generation(), self.proposal(cx));
        if let Some((at, of, result)) = &self.checked
            && *at == generation
            && *of == proposal
        {
            return result.clone();
        }
        let result = cx.bench.effect_of_proposal(self.position.as_ref(), &proposal);
        self.checked = Some((generation, proposal, result.clone()));
        result
    }

    /// Old beside new, other parks with the same sub-sectors, findings created and cured.
    fn check_ui(&self, ui: &mut Ui, cx: &Cx<'_>, result: &Result<Effect, Text>) {
        let before = self.position.as_ref().and_then(|id| cx.bench.position(id));
        let proposal = self.proposal(cx);
        ui.columns(2, |columns| {
            if let [old, new] = columns {
                label_ui(old, cx, cx.say(words::OLD_POSITION));
                match before {
                    Some(it) => side_ui(old, cx, it.role, &it.name, &it.industries),
                    None => {
                        old.label(cx.say(words::NO_POSITION_YET));
                    }
                }
                slots_ui(old, cx, &self.park, cx.bench.judgement().facts().park(&self.park));
                label_ui(new, cx, cx.say(words::AFTERWARDS));
                side_ui(new, cx, proposal.role, &proposal.name, &proposal.industries);
                let facts = result.as_ref().ok().and_then(|effect| effect.facts.get(&self.park));
                slots_ui(new, cx, &self.park, facts.or_else(|| cx.bench.judgement().facts().park(&self.park)));
            }
        });
        ui.add_space(SPACE_4);
        for words in overlaps(cx, &self.park, &self.industries) {
            marked_ui(ui, cx, (Icon::Info, Signal::Near), &words);
        }
        match result {
            Ok(effect) => effect_ui(ui, cx, effect),
            Err(same) if *same == i18n::edit::refusal(cx.scenario(), &EditError::NameUnchanged) => {
                marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.tell(same));
            }
            Err(refusal) => marked_ui(ui, cx, (Icon::Lock, Signal::Broken), cx.tell(refusal)),
        }
        ui.add_space(SPACE_12);
    }
}

/// The positions of `role` in `park`, without `but`.
fn peers<'a>(cx: &Cx<'a>, park: &ParkId, role: Role, but: Option<&PositionId>) -> Vec<&'a Position> {
    let facts = cx.bench.judgement().facts().park(park);
    let positions = facts.map_or(&[][..], |facts| facts.positions.as_slice()).iter();
    positions.filter(|it| it.role == role && Some(&it.id) != but).collect()
}

/// Names of sub-sectors, joined.
pub fn names(cx: &Cx<'_>, industries: &[IndustryId]) -> Text {
    let names: Vec<Text> = industries.iter().map(|id| i18n::finding::industry_name(cx.scenario(), id)).collect();
    let zh: Vec<&str> = names.iter().map(|name| name.zh.as_str()).collect();
    let en: Vec<&str> = names.iter().map(Text::english).collect();
    Text::new(zh.join("、"), en.join(", "))
}

/// One side of the comparison: role and name, then the sub-sectors.
fn side_ui(ui: &mut Ui, cx: &Cx<'_>, role: Role, name: &Text, industries: &[IndustryId]) {
    let title = format!("{}  {}", cx.say(term::role(role)), cx.tell(name));
    ui.label(egui::RichText::new(title).font(Type::BodyBold.font()));
    let of = names(cx, industries);
    ui.label(egui::RichText::new(cx.tell(&of)).font(Type::Small.font()));
}

/// Slots of `park`, with what exceeds the cap named.
pub fn slots_ui(ui: &mut Ui, cx: &Cx<'_>, park: &ParkId, facts: Option<&ParkFacts>) {
    let Some((park, facts)) = cx.world().parks.get(park).zip(facts) else { return };
    for slot in slots::of(cx.scenario(), park, facts) {
        let cap = slot.cap.map_or_else(|| figure::NONE.to_owned(), |cap| cap.to_string());
        let words = format!("{} {} / {cap}", cx.say(term::role(slot.role)), slot.count);
        let is_over = slot.cap.is_some_and(|cap| slot.count > cap);
        if is_over {
            marked_ui(ui, cx, (Icon::Broken, Signal::Broken), &format!("{words} · {}", cx.say(words::OVER_CAP)));
        } else {
            marked_ui(ui, cx, (Icon::Holds, Signal::Holds), &words);
        }
    }
}

/// Other parks with a position for one of `industries`, one sentence a sub-sector.
fn overlaps(cx: &Cx<'_>, park: &ParkId, industries: &[IndustryId]) -> Vec<String> {
    let mut sentences = Vec::new();
    for industry in industries {
        let parks = cx.scenario().parks_in_order().into_iter().filter(|it| it.id != *park);
        let also: Vec<String> = parks
            .filter_map(|it| {
                let facts = cx.bench.judgement().facts().park(&it.id)?;
                let position = facts.positions.iter().find(|position| position.covers(industry))?;
                let (open, close) = if cx.is_chinese() { ("（", "）") } else { (" (", ")") };
                let role = cx.say(term::role(position.role)).to_lowercase();
                Some(format!("{}{open}{role}{close}", cx.tell(&it.short_name)))
            })
            .collect();
        if !also.is_empty() {
            let name = i18n::finding::industry_name(cx.scenario(), industry);
            let joint = if cx.is_chinese() { "、" } else { ", " };
            let words = cx.say(words::ALSO_IN);
            sentences.push(format!("{} {words} {}", cx.tell(&name), also.join(joint)));
        }
    }
    sentences
}

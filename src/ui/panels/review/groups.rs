//! The groups of proposed changes: what each does, why its changes belong together, and what is decided about it.

use egui::{
    Align, Color32, CornerRadius, Id, Popup, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::{
    i18n::{self, phrase::Phrase, review as say},
    model::edit::Edit,
    optimise::review::Change,
    rules::finding::State,
    suitability::score,
    ui::{
        cx::{Cx, signal},
        theme::{RADIUS_CARD, SPACE_4, SPACE_6, SPACE_8, SPACE_12, STROKE_STRONG, Signal, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::{self, Icon},
            seal::paint_seal,
            shapes,
            tag::{self, TagWeight},
            text::{line, width_of},
            tip::Tip,
        },
    },
    workbench::{
        command::Command,
        review::{Decision, Entry, Outlook, Review},
    },
};

/// Height of the heading of the list, of a title, a reason, a change and the buttons of a group, in points.
const HEADING: f32 = 40.0;
const TITLE: f32 = 24.0;
const REASON: f32 = 18.0;
const CHANGE: f32 = 25.0;
const BUTTONS: f32 = 32.0;
const ANSWER: f32 = 20.0;
/// Width of the edge that tells what is decided, in points.
const EDGE: f32 = 4.0;
/// Changes of a group that have a row; the others are counted.
const MOST_SHOWN: usize = 12;

/// Draws the list; returns the group that is pointed at.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, review: &Review, outlook: &Outlook, pointed: Option<usize>) -> Option<usize> {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ui.expand_to_include_rect(ui.max_rect());
    heading_ui(ui, cx, outlook);
    let mut now_pointed = None;
    let margin = if cx.roomy { SPACE_12 } else { SPACE_8 };
    ScrollArea::vertical().id_salt("review groups").auto_shrink(false).show_viewport(ui, |ui, viewport| {
        let width = ui.available_width() - 2.0 * margin;
        let mut top = SPACE_8;
        let origin = ui.max_rect().min;
        if outlook.entries.is_empty() && outlook.positions.is_empty() {
            let rect = Rect::from_min_size(origin + vec2(margin, top), vec2(width, 64.0));
            shapes::dashed_rect(ui.painter(), rect, RADIUS_CARD, cx.theme.edge_strong());
            let words = cx.say(say::NOTHING_BETTER);
            crate::ui::widgets::text::paragraph(ui.painter(), rect.shrink(12.0), words, Type::Body, cx.theme.text2, 3);
            top += 72.0;
        }
        let positions = positions_height(review, outlook);
        if positions > 0.0 {
            let rect = Rect::from_min_size(origin + vec2(margin, top), vec2(width, positions));
            positions_ui(ui, cx, rect, review, outlook);
            top += positions + SPACE_8;
        }
        for (at, entry) in outlook.entries.iter().enumerate() {
            let height = height_of(review, entry);
            if top + height >= viewport.top() && top <= viewport.bottom() {
                let rect = Rect::from_min_size(origin + vec2(margin, top), vec2(width, height));
                if group_ui(ui, cx, rect, review, outlook, (at, entry), pointed == Some(at)) {
                    now_pointed = Some(at);
                }
            }
            top += height + SPACE_8;
        }
        for change in &outlook.gone {
            let rect = Rect::from_min_size(origin + vec2(margin, top), vec2(width, 44.0));
            gone_ui(ui, cx, rect, change);
            top += 44.0 + SPACE_8;
        }
        ui.set_height(top);
    });
    now_pointed
}

fn heading_ui(ui: &mut Ui, cx: &Cx<'_>, outlook: &Outlook) {
    let theme = cx.theme;
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADING), Sense::hover());
    ui.painter().hline(strip.x_range(), strip.bottom(), theme.edge());
    let rect = strip.shrink2(vec2(SPACE_12, 0.0));
    let mut right = rect.right();
    let buttons = [(say::REJECT_ALL, Decision::Rejected), (say::ACCEPT_ALL, Decision::Accepted)];
    for (words, decision) in buttons {
        let button = Button::new(cx.say(words)).small().enabled(!outlook.entries.is_empty());
        let size = button.size(ui.painter());
        let place = Rect::from_min_size(pos2(right - size.x, rect.center().y - size.y / 2.0), size);
        if button_at_ui(ui, theme, place, Id::unique(("decide all", words.en)), &button).clicked() {
            cx.push(Command::DecideAll(decision));
        }
        right = place.left() - SPACE_6;
    }
    let title = Rect::from_min_max(rect.min, pos2(right, rect.bottom()));
    let shown = line(ui.painter(), title, Align::Min, cx.say(say::CHANGES), Type::CardTitle, theme.text1);
    let all = || outlook.entries.iter().flat_map(|it| &it.group.changes);
    let placed = all().filter(|it| it.from.is_none()).count();
    let extent = say::extent(outlook.entries.len(), placed, all().count() - placed);
    let rest = Rect::from_min_max(pos2(shown.rect.right() + SPACE_8, rect.top()), title.max);
    line(ui.painter(), rest, Align::Min, cx.tell(&extent), Type::Small, theme.text2);
}

/// Rows of a group: its changes, and one that counts the others where there are too many.
fn rows(entry: &Entry) -> (usize, bool) {
    let count = entry.group.changes.len();
    if count > MOST_SHOWN { (MOST_SHOWN - 1, true) } else { (count, false) }
}

fn height_of(review: &Review, entry: &Entry) -> f32 {
    let (shown, has_more) = rows(entry);
    let answer = if asks_about(review, entry) || !entry.fits { ANSWER } else { 0.0 };
    2.0 * SPACE_6 + TITLE + REASON + CHANGE * points(shown + usize::from(has_more)) + answer + BUTTONS
}

#[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
fn points(rows: usize) -> f32 {
    rows as f32
}

/// What tells a group from the others: its first change.
fn key_of(entry: &Entry) -> String {
    let first = entry.group.changes.first();
    let to = first.and_then(|it| it.to.as_ref()).map(ToString::to_string).unwrap_or_default();
    first.map(|it| format!("{} {to}", it.project)).unwrap_or_default()
}

/// Whether somebody asked what comes of refusing this group.
fn asks_about(review: &Review, entry: &Entry) -> bool {
    let is_new = |change: &Change| {
        let key = (change.project.clone(), change.to.clone());
        review.refusal().is_some_and(|(it, _)| it.rejected.contains(&key))
            && !review.decisions().rejected.contains(&key)
    };
    entry.group.changes.iter().any(is_new)
}

/// Colour of what is decided.
fn ink_of(cx: &Cx<'_>, decision: Option<Decision>) -> Color32 {
    match decision {
        Some(Decision::Accepted) => cx.theme.holds.ink,
        Some(Decision::Pinned) => cx.theme.accent,
        Some(Decision::Rejected) => cx.theme.line_strong,
        None => cx.theme.near.ink,
    }
}

/// Draws a group; tells whether it is pointed at.
fn group_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    rect: Rect,
    review: &Review,
    outlook: &Outlook,
    (at, entry): (usize, &Entry),
    is_pointed: bool,
) -> bool {
    let theme = cx.theme;
    let decision = entry.decision();
    let is_off = decision == Some(Decision::Rejected) || !entry.fits;
    let salt = key_of(entry);
    let response = ui.interact(rect, Id::unique(("review group", &salt)), Sense::click());
    let title = i18n::review::group_title(cx.scenario(), &entry.group);
    let heading = if cx.is_chinese() {
        format!("组 {} · {}", at + 1, title.zh)
    } else {
        format!("{} · {}", at + 1, title.english())
    };
    let gain = say::gain(&entry.group);
    let told = format!("{heading} · {}", cx.tell(&gain));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Group, true, &told));
    let fill = if is_off { theme.sunken } else { theme.card };
    let edge = if is_pointed { theme.edge_strong() } else { theme.edge() };
    shapes::card(ui.painter(), rect, fill, edge, false, theme);
    let side = Rect::from_min_size(rect.min, vec2(EDGE, rect.height()));
    let corners = CornerRadius { nw: RADIUS_CARD, sw: RADIUS_CARD, ne: 0, se: 0 };
    ui.painter().rect_filled(side, corners, ink_of(cx, decision));
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), rect, RADIUS_CARD, theme.accent);
    }
    let inner = Rect::from_min_max(rect.min + vec2(EDGE + SPACE_12, SPACE_6), rect.max - vec2(SPACE_12, SPACE_6));
    let (strong, quiet) = if is_off { (theme.text2, theme.text2) } else { (theme.text1, theme.text2) };
    let row = |top: f32, height: f32| Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), height));
    let gain_ink = if is_off {
        theme.text2
    } else if entry.group.gain() >= 0 {
        theme.holds.ink
    } else {
        theme.near.ink
    };
    let first = row(inner.top(), TITLE);
    let gain_width = width_of(ui.painter(), cx.tell(&gain), Type::CardTitle) + 1.0;
    line(ui.painter(), first, Align::Max, cx.tell(&gain), Type::CardTitle, gain_ink);
    let title = first.with_max_x(first.right() - gain_width - SPACE_8);
    line(ui.painter(), title, Align::Min, &heading, Type::CardTitle, strong);
    let reason = i18n::review::group_reason(cx.scenario(), cx.bench.judgement().facts(), &entry.group);
    let second = row(first.bottom(), REASON);
    let shown = line(ui.painter(), second, Align::Min, cx.tell(&reason), Type::Small, quiet);
    if shown.truncated {
        ui.interact(second, Id::unique(("review reason", &salt)), Sense::hover()).tip(cx.tell(&reason));
    }
    let mut top = second.bottom();
    let (shown, has_more) = rows(entry);
    for (change, decided) in entry.changes().take(shown) {
        change_ui(ui, cx, row(top, CHANGE), entry, (change, decided));
        top += CHANGE;
    }
    if has_more {
        let more = entry.group.changes.len() - shown;
        let words = if cx.is_chinese() { format!("另有 {more} 项") } else { format!("{more} more") };
        line(ui.painter(), row(top, CHANGE), Align::Min, &words, Type::Small, theme.text2);
        top += CHANGE;
    }
    if !entry.fits {
        line(ui.painter(), row(top, ANSWER), Align::Min, cx.say(say::MISFIT), Type::Small, theme.broken.ink);
        top += ANSWER;
    } else if asks_about(review, entry) {
        answer_ui(ui, cx, row(top, ANSWER), review, outlook);
        top += ANSWER;
    }
    foot_ui(ui, cx, row(top, BUTTONS), entry, decision);
    let pointer = ui.ctx().pointer_latest_pos().filter(|at| ui.clip_rect().contains(*at));
    pointer.is_some_and(|at| rect.contains(at)) || response.has_focus()
}

/// What comes of refusing the group, as far as it is known.
fn answer_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, review: &Review, outlook: &Outlook) {
    let words = match review.refusal() {
        Some((_, Some(solved))) => {
            let proposal = &solved.proposal;
            let told = say::refusal(outlook.after.score(), proposal.after(), proposal.is_best());
            cx.tell(&told).to_owned()
        }
        Some((_, None)) | None => cx.say(say::SOLVING_AGAIN).to_owned(),
    };
    let response = ui.interact(rect, Id::unique("review refusal"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &words));
    line(ui.painter(), rect, Align::Min, &words, Type::SmallBold, cx.theme.accent);
}

/// Seal, number, name, where from and where to, and the points there.
fn change_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, entry: &Entry, (change, decided): (&Change, Decision)) {
    let theme = cx.theme;
    let painter = ui.painter();
    let Some(project) = cx.scenario().projects.get(&change.project) else { return };
    let is_off = decided == Decision::Rejected || !entry.fits;
    let ink = if is_off { theme.text2 } else { theme.text1 };
    let seal = Rect::from_center_size(pos2(rect.left() + 9.0, rect.center().y), vec2(18.0, 18.0));
    paint_seal(painter, seal, &cx.seal(&project.industry), theme, cx.is_chinese());
    let id = project.id.as_str();
    let id_width = width_of(painter, id, Type::Body).max(28.0);
    let place = Rect::from_min_size(pos2(seal.right() + SPACE_8, rect.top()), vec2(id_width + 1.0, rect.height()));
    line(painter, place, Align::Min, id, Type::Body, theme.text2);
    let mut right = rect.right();
    if entry.group.changes.len() > 1 {
        single_ui(
            ui,
            cx,
            Rect::from_center_size(pos2(right - 11.0, rect.center().y), vec2(22.0, 22.0)),
            change,
            decided,
        );
        right -= 26.0;
    }
    let ground = cx.bench.judgement().fit().ground();
    let points = change.to.as_ref().and_then(|park| score::of(ground, project, park)).map(|it| it.score);
    let points = points.map_or_else(String::new, i18n::figure::whole);
    let figure = Rect::from_min_max(pos2(right - 38.0, rect.top()), pos2(right, rect.bottom()));
    line(painter, figure, Align::Max, &points, Type::BodyBold, ink);
    right = figure.left() - SPACE_4;
    let name_of = |park: Option<&crate::model::id::ParkId>| {
        let record = park.and_then(|it| cx.scenario().parks.get(it));
        match record {
            Some(park) if cx.roomy => cx.tell(&park.short_name).to_owned(),
            Some(park) => cx.brief_name(park),
            None => cx.tell(&say::place(cx.scenario(), None)).to_owned(),
        }
    };
    let to = name_of(change.to.as_ref());
    let from = name_of(change.from.as_ref());
    let to_width = width_of(painter, &to, Type::BodyBold) + 1.0;
    let place_to = Rect::from_min_max(pos2(right - to_width, rect.top()), pos2(right, rect.bottom()));
    line(painter, place_to, Align::Max, &to, Type::BodyBold, ink);
    let arrow = Rect::from_center_size(pos2(place_to.left() - 12.0, rect.center().y), vec2(12.0, 12.0));
    icon::paint(painter, Icon::ArrowRight, arrow, theme.text2);
    let from_width = width_of(painter, &from, Type::Body) + 1.0;
    let place_from = Rect::from_min_max(
        pos2(arrow.left() - SPACE_6 - from_width, rect.top()),
        pos2(arrow.left() - SPACE_6, rect.bottom()),
    );
    line(painter, place_from, Align::Max, &from, Type::Body, theme.text2);
    let name =
        Rect::from_min_max(pos2(place.right() + SPACE_8, rect.top()), pos2(place_from.left() - SPACE_8, rect.bottom()));
    let shown = line(painter, name, Align::Min, cx.tell(&project.name), Type::Body, ink);
    if decided == Decision::Rejected {
        let y = shown.rect.center().y;
        painter.hline(shown.rect.x_range(), y, egui::Stroke::new(1.0, theme.text2));
    }
    let told = say::change(cx.scenario(), change);
    let response = ui.interact(name.union(place_to), Id::unique(("review change", id, &to)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, cx.tell(&told)));
    response.tip(cx.tell(&told));
}

/// Decides about one change of a group alone.
fn single_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, change: &Change, decided: Decision) {
    let words = format!("{} {}", cx.say(say::SINGLE), change.project);
    let sign = match decided {
        Decision::Accepted => Icon::More,
        Decision::Rejected => Icon::Close,
        Decision::Pinned => Icon::Pin,
    };
    let to = change.to.as_ref().map(ToString::to_string).unwrap_or_default();
    let id = Id::unique(("review single", change.project.as_str(), to));
    let response = button_at_ui(ui, cx.theme, rect, id, &Button::quiet(sign, &words).small());
    Popup::menu(&response).width(140.0).show(|ui| {
        for (decision, words) in BUTTONS_OF {
            let may = decision != Decision::Pinned || change.to.is_some();
            let entry = ui.add_enabled(
                may,
                egui::Button::selectable(decided == decision, format!("{} {}", cx.say(words), change.project)),
            );
            if entry.clicked() {
                decide(cx, vec![change.clone()], decision);
                ui.close();
            }
        }
    });
}

const BUTTONS_OF: [(Decision, Phrase); 3] =
    [(Decision::Accepted, say::ACCEPT), (Decision::Rejected, say::REJECT), (Decision::Pinned, say::PIN)];

fn decide(cx: &Cx<'_>, changes: Vec<Change>, decision: Decision) {
    cx.push(Command::Decide { changes, decision });
}

/// What a group brings about, and the three buttons.
fn foot_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, entry: &Entry, decision: Option<Decision>) {
    let theme = cx.theme;
    let key = key_of(entry);
    let has_target = entry.group.changes.iter().any(|it| it.to.is_some());
    let mut right = rect.right();
    let middle = rect.center().y + 2.0;
    let signs = [Icon::Tick, Icon::Close, Icon::Pin];
    for ((which, words), sign) in BUTTONS_OF.into_iter().zip(signs).rev() {
        let is_chosen = decision == Some(which);
        let name = if is_chosen { chosen_words(which) } else { words };
        let button = Button::new(cx.say(name)).small().enabled(which != Decision::Pinned || has_target);
        let button = if cx.roomy || is_chosen { button.icon(sign) } else { button };
        let button = match which {
            Decision::Accepted if is_chosen => button.decided(theme.holds.ink),
            Decision::Rejected if is_chosen => button.decided(theme.ink_fill),
            Decision::Pinned if is_chosen => button.decided(theme.accent),
            Decision::Accepted | Decision::Rejected | Decision::Pinned => button,
        };
        let size = button.size(ui.painter());
        let place = Rect::from_min_size(pos2(right - size.x, middle - size.y / 2.0), size);
        if button_at_ui(ui, theme, place, Id::unique(("review decide", key.as_str(), words.en)), &button).clicked() {
            decide(cx, entry.group.changes.clone(), which);
        }
        right = place.left() - SPACE_4;
    }
    if decision != Some(Decision::Rejected) && entry.fits {
        let button = Button::new(cx.say(say::WHAT_IF)).small();
        let size = button.size(ui.painter());
        let place = Rect::from_min_size(pos2(right - size.x, middle - size.y / 2.0), size);
        if button_at_ui(ui, theme, place, Id::unique(("review what if", key.as_str())), &button).clicked() {
            cx.push(Command::AskRefusal(entry.group.changes.clone()));
        }
        right = place.left() - SPACE_8;
    }
    tags_ui(ui, cx, Rect::from_min_max(rect.min, pos2(right, rect.bottom())), entry, &key);
}

const fn chosen_words(decision: Decision) -> Phrase {
    match decision {
        Decision::Accepted => say::ACCEPTED,
        Decision::Rejected => say::REJECTED,
        Decision::Pinned => say::PINNED,
    }
}

/// The findings that a group makes, and projects that leave their district; all of it on hover where there is no room.
fn tags_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, entry: &Entry, key: &str) {
    let theme = cx.theme;
    let weighing: Vec<_> = entry.group.effect.created.iter().filter(|it| it.weighs()).collect();
    let sentence = |it: &crate::rules::finding::Finding| {
        let title = cx.scenario().rules.get(&it.rule).map(|rule| cx.tell(&rule.title).to_owned()).unwrap_or_default();
        let park = it.park.as_ref().map(|park| i18n::finding::park_name(cx.scenario(), park)).unwrap_or_default();
        let told = i18n::finding::sentence(cx.world(), it);
        format!("{title} · {} · {}", cx.tell(&park), cx.tell(&told))
    };
    let mut tags: Vec<(Signal, String)> = Vec::new();
    for finding in weighing.iter().take(2) {
        let title = cx.scenario().rules.get(&finding.rule).map(|rule| cx.tell(&rule.title).to_owned());
        tags.push((signal(finding.state), title.unwrap_or_default()));
    }
    let crossing = entry.group.changes.iter().filter(|it| it.crosses_districts(cx.scenario())).count();
    if crossing > 0 {
        tags.push((signal(State::Near), cx.tell(&say::crosses(crossing)).to_owned()));
    }
    if weighing.is_empty() {
        tags.insert(0, (Signal::Holds, cx.say(say::NOTHING_NEW).to_owned()));
    }
    let mut left = rect.left();
    let mut all_fit = weighing.len() <= 2;
    for (signal, words) in &tags {
        let width = tag::state_tag_width(ui.painter(), words, TagWeight::Soft);
        if left + width > rect.right() {
            // The sign alone still says that there is something.
            let bare = tag::state_tag_width(ui.painter(), "", TagWeight::Soft);
            if left + bare <= rect.right() {
                let at = pos2(left, rect.center().y + 2.0 - tag::TAG_HEIGHT / 2.0);
                tag::state_tag(ui.painter(), at, *signal, "", TagWeight::Soft, theme);
                left += bare + SPACE_4;
            }
            all_fit = false;
            continue;
        }
        let at = pos2(left, rect.center().y + 2.0 - tag::TAG_HEIGHT / 2.0);
        tag::state_tag(ui.painter(), at, *signal, words, TagWeight::Soft, theme);
        left += width + SPACE_4;
    }
    let mut lines: Vec<String> = weighing.iter().map(|it| sentence(it)).collect();
    if !all_fit || !lines.is_empty() {
        lines.extend(tags.iter().filter(|_| !all_fit && weighing.is_empty()).map(|(_, words)| words.clone()));
        if crossing > 0 {
            lines.push(cx.tell(&say::crosses(crossing)).to_owned());
        }
        let place = Rect::from_min_max(rect.min, pos2(left.max(rect.left() + 1.0), rect.bottom()));
        let response = ui.interact(place, Id::unique(("review tags", key)), Sense::hover());
        response.tip(lines.join("\n"));
    }
}

/// What happens to positions in the plan that is shown, whether or not it is still possible.
fn position_edits(review: &Review) -> &[Edit] {
    review.shown().map(|it| it.positions.as_slice()).unwrap_or_default()
}

/// Height of the card of what happens to positions; 0 where nothing does, and nobody said that nothing should.
fn positions_height(review: &Review, outlook: &Outlook) -> f32 {
    let edits = position_edits(review);
    if edits.is_empty() && !review.decisions().keeps_positions {
        return 0.0;
    }
    let note = if edits.is_empty() || outlook.positions.is_empty() { ANSWER } else { 0.0 };
    2.0 * SPACE_6 + TITLE + REASON + CHANGE * points(edits.len()) + note + BUTTONS
}

/// What happens to positions, decided as a whole: everything else rests on it.
fn positions_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, review: &Review, outlook: &Outlook) {
    let theme = cx.theme;
    let edits = position_edits(review);
    let is_kept = review.decisions().keeps_positions;
    let is_off = is_kept || outlook.positions.is_empty();
    let response = ui.interact(rect, Id::unique("review positions"), Sense::hover());
    let heading = format!("{} {}", cx.say(say::POSITION_CHANGES), edits.len());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Group, true, &heading));
    shapes::card(ui.painter(), rect, if is_off { theme.sunken } else { theme.card }, theme.edge(), false, theme);
    let side = Rect::from_min_size(rect.min, vec2(EDGE, rect.height()));
    let corners = CornerRadius { nw: RADIUS_CARD, sw: RADIUS_CARD, ne: 0, se: 0 };
    let decision = if is_off { Decision::Rejected } else { Decision::Accepted };
    ui.painter().rect_filled(side, corners, ink_of(cx, Some(decision)));
    let inner = Rect::from_min_max(rect.min + vec2(EDGE + SPACE_12, SPACE_6), rect.max - vec2(SPACE_12, SPACE_6));
    let row = |top: f32, height: f32| Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), height));
    let ink = if is_off { theme.text2 } else { theme.text1 };
    line(ui.painter(), row(inner.top(), TITLE), Align::Min, &heading, Type::CardTitle, ink);
    let mut top = inner.top() + TITLE;
    line(ui.painter(), row(top, REASON), Align::Min, cx.say(say::POSITIONS_FIRST), Type::Small, theme.text2);
    top += REASON;
    for (at, edit) in edits.iter().enumerate() {
        let told = i18n::review::position(cx.scenario(), edit);
        let place = row(top, CHANGE);
        let shown = line(ui.painter(), place, Align::Min, cx.tell(&told), Type::Body, ink);
        let response = ui.interact(place, Id::unique(("review position", at)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, cx.tell(&told)));
        if shown.truncated {
            response.tip(cx.tell(&told));
        }
        top += CHANGE;
    }
    if is_off {
        let words = if is_kept { say::POSITIONS_KEPT } else { say::POSITIONS_GONE };
        line(ui.painter(), row(top, ANSWER), Align::Min, cx.say(words), Type::Small, theme.text2);
        top += ANSWER;
    }
    let foot = row(top, BUTTONS);
    let mut right = foot.right();
    let choices =
        [(true, say::REJECT, say::REJECTED, theme.ink_fill), (false, say::ACCEPT, say::ACCEPTED, theme.holds.ink)];
    for (keep, words, chosen, fill) in choices {
        let is_chosen = is_kept == keep;
        let button = Button::new(cx.say(if is_chosen { chosen } else { words })).small();
        let button = if is_chosen { button.decided(fill) } else { button };
        let size = button.size(ui.painter());
        let place = Rect::from_min_size(pos2(right - size.x, foot.center().y + 2.0 - size.y / 2.0), size);
        if button_at_ui(ui, theme, place, Id::unique(("review positions", words.en)), &button).clicked() {
            cx.push(Command::KeepPositions(keep));
        }
        right = place.left() - SPACE_4;
    }
}

/// A change that no longer applies.
fn gone_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, change: &Change) {
    shapes::dashed_rect(ui.painter(), rect, RADIUS_CARD, egui::Stroke::new(STROKE_STRONG / 2.0, cx.theme.line_strong));
    let inner = rect.shrink2(vec2(SPACE_12, 4.0));
    let told = say::change(cx.scenario(), change);
    let first = Rect::from_min_size(inner.min, vec2(inner.width(), 18.0));
    line(ui.painter(), first, Align::Min, cx.tell(&told), Type::Body, cx.theme.text2);
    let second = first.translate(vec2(0.0, 18.0));
    line(ui.painter(), second, Align::Min, cx.say(say::GONE), Type::Small, cx.theme.text2);
    let response = ui.interact(rect, Id::unique(("review gone", change.project.as_str())), Sense::hover());
    let words = format!("{} · {}", cx.tell(&told), cx.say(say::GONE));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &words));
}

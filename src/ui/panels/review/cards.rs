//! The board as it would be: every park with what comes, what stays and what leaves.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Align, Id, Rect, Role as AccessRole, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::{
    i18n::{figure, review as say, term, words},
    model::{
        id::{ParkId, ProjectId},
        park::{Park, Role},
        quantity::Mu,
    },
    rules::{facts::ParkFacts, slots},
    ui::{
        cx::Cx,
        panels::{
            card::{land_bar, level_badge_of},
            card_view::{land_of, level_words},
        },
        theme::{RADIUS_ROW, RADIUS_TAG, SPACE_2, SPACE_4, SPACE_6, SPACE_8, SPACE_12, STROKE, STROKE_STRONG, Type},
        widgets::{
            bar,
            icon::{self, Icon},
            seal::paint_seal,
            shapes, tag,
            text::{Span, line, line_of, width_of},
            tip::Tip,
        },
    },
    workbench::review::{Decision, Outlook},
};

/// Height of the heading, in points.
const HEADING: f32 = 40.0;
/// Least size of a card, in points: where there is room, and where there is little.
const LEAST: [(f32, f32); 2] = [(230.0, 190.0), (176.0, 122.0)];
/// Parks from which only those that something changes have a card.
const MOST_PARKS: usize = 40;
/// Height of the line that counts the rows that have no room, in points.
const MORE: f32 = 16.0;
/// How much shows of a card that the group pointed at does not touch.
const FADED: f32 = 0.4;

/// How a project stands on its card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It comes.
    New,
    /// It comes and is pinned.
    Pinned,
    /// It stays.
    Stays,
    /// It goes elsewhere.
    Leaves,
    /// It would have come and was rejected.
    Rejected,
}

/// What the changes mean to the parks that they touch.
#[derive(Default)]
struct Coming {
    rows: BTreeMap<ParkId, Vec<(ProjectId, Standing)>>,
    net: BTreeMap<ParkId, i64>,
}

impl Coming {
    fn of(outlook: &Outlook) -> Self {
        let mut coming = Self::default();
        let applied: BTreeSet<&ProjectId> = outlook.applied().map(|it| &it.project).collect();
        for (change, decision) in outlook.entries.iter().flat_map(crate::workbench::review::Entry::changes) {
            let is_applied = applied.contains(&change.project) && decision != Decision::Rejected;
            let mut add = |park: &ParkId, standing, net| {
                coming.rows.entry(park.clone()).or_default().push((change.project.clone(), standing));
                *coming.net.entry(park.clone()).or_default() += net;
            };
            match (&change.to, is_applied) {
                (Some(park), true) if decision == Decision::Pinned => add(park, Standing::Pinned, 1),
                (Some(park), true) => add(park, Standing::New, 1),
                (Some(park), false) => add(park, Standing::Rejected, 0),
                (None, _) => {}
            }
            if let Some(park) = change.from.as_ref().filter(|_| is_applied) {
                add(park, Standing::Leaves, -1);
            }
        }
        coming
    }

    fn is_touched(&self, park: &ParkId) -> bool {
        self.rows.contains_key(park)
    }

    /// The rows of a park: what changes there, then what stays.
    fn rows_of(&self, park: &ParkId, facts: &ParkFacts) -> Vec<(ProjectId, Standing)> {
        let mut rows = self.rows.get(park).cloned().unwrap_or_default();
        let comes: BTreeSet<ProjectId> =
            rows.iter().filter(|(_, it)| *it != Standing::Rejected).map(|(id, _)| id.clone()).collect();
        let stays = facts.newest_first().filter(|it| !comes.contains(&it.id));
        rows.extend(stays.map(|it| (it.id.clone(), Standing::Stays)));
        rows
    }
}

/// Draws the board; `pointed` is the group that is pointed at.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, outlook: &Outlook, pointed: Option<usize>) {
    let theme = cx.theme;
    let rect = ui.max_rect();
    let heading = Rect::from_min_size(rect.min, vec2(rect.width(), HEADING));
    ui.painter().rect_filled(heading, 0.0, theme.panel);
    ui.painter().hline(heading.x_range(), heading.bottom(), theme.edge());
    heading_ui(ui, cx, heading.shrink2(vec2(SPACE_12, 0.0)));
    let coming = Coming::of(outlook);
    let all = cx.scenario().parks_in_order();
    let is_crowded = all.len() > MOST_PARKS;
    let (shown, rest): (Vec<&Park>, Vec<&Park>) =
        all.into_iter().partition(|park| !is_crowded || coming.is_touched(&park.id));
    let highlighted: Option<BTreeSet<&ParkId>> =
        pointed.and_then(|at| outlook.entries.get(at)).map(|entry| entry.group.parks());
    let gap = if cx.roomy { SPACE_8 } else { SPACE_6 };
    let room = Rect::from_min_max(pos2(rect.left(), heading.bottom()), rect.max).shrink(gap + SPACE_2);
    let [roomy, compact] = LEAST;
    let least = if cx.roomy { roomy } else { compact };
    let columns = columns(room.width(), least.0, gap).min(shown.len().max(1));
    let rows = shown.len().div_ceil(columns);
    let width = (room.width() - gap * (points(columns) - 1.0)) / points(columns);
    let fitting = (room.height() - gap * (points(rows) - 1.0)) / points(rows.max(1));
    let height = fitting.clamp(least.1, least.1 * 1.5).floor();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(room.expand2(vec2(gap, 0.0))));
    ScrollArea::vertical().id_salt("review board").auto_shrink(false).show_viewport(&mut child, |ui, viewport| {
        let origin = ui.min_rect().top();
        let foot = if rest.is_empty() { 0.0 } else { 24.0 };
        ui.set_height(points(rows) * (height + gap) - gap + foot);
        for (line_at, parks) in shown.chunks(columns).enumerate() {
            let top = points(line_at) * (height + gap);
            if top + height < viewport.top() || top > viewport.bottom() {
                continue;
            }
            for (column, park) in parks.iter().enumerate() {
                let left = room.left() + points(column) * (width + gap);
                let rect = Rect::from_min_size(pos2(left, origin + top), vec2(width, height));
                let is_faded = highlighted.as_ref().is_some_and(|parks| !parks.contains(&park.id));
                let mut of_card = ui.new_child(egui::UiBuilder::new().max_rect(rect));
                if is_faded {
                    of_card.set_opacity(FADED);
                }
                card_ui(&of_card, cx, rect, park, outlook, &coming);
            }
        }
        if !rest.is_empty() {
            let words = if cx.is_chinese() {
                format!("另有 {} 园不变", rest.len())
            } else {
                format!("{} more parks stay as they are", rest.len())
            };
            let top = origin + points(rows) * (height + gap);
            let place = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), 20.0));
            line(ui.painter(), place, Align::Min, &words, Type::Small, theme.text2);
        }
    });
}

#[expect(clippy::cast_precision_loss, reason = "a handful of rows and columns")]
fn points(count: usize) -> f32 {
    count as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of columns")]
fn columns(width: f32, least: f32, gap: f32) -> usize {
    ((width + gap) / (least + gap)).floor().max(1.0) as usize
}

/// The title, and what the edges of the rows mean.
fn heading_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let theme = cx.theme;
    let shown = line(ui.painter(), rect, Align::Min, cx.say(say::BOARD_AFTER), Type::CardTitle, theme.text1);
    let mut left = shown.rect.right() + SPACE_12;
    let legend = [(say::NEW, Standing::New), (say::ORIGINAL, Standing::Stays), (say::NOT_HERE, Standing::Rejected)];
    for (words, standing) in legend {
        let words = cx.say(words);
        let width = width_of(ui.painter(), words, Type::Small) + 1.0;
        if left + 20.0 + width > rect.right() {
            return;
        }
        let mark = Rect::from_center_size(pos2(left + 7.0, rect.center().y), vec2(14.0, 12.0));
        ground(ui, cx, mark, standing);
        let place = Rect::from_min_size(pos2(mark.right() + SPACE_4, rect.top()), vec2(width, rect.height()));
        line(ui.painter(), place, Align::Min, words, Type::Small, theme.text2);
        left = place.right() + SPACE_12;
    }
    let hint = cx.say(say::HOVER);
    if left + width_of(ui.painter(), hint, Type::Small) + SPACE_8 < rect.right() {
        line(ui.painter(), rect, Align::Max, hint, Type::Small, theme.text2);
    }
}

/// The ground and the edge of a row.
fn ground(ui: &Ui, cx: &Cx<'_>, rect: Rect, standing: Standing) {
    let theme = cx.theme;
    let radius = if rect.height() < 16.0 { RADIUS_TAG } else { RADIUS_ROW };
    match standing {
        Standing::New => {
            shapes::framed_rect(ui.painter(), rect, radius, theme.holds.soft, Stroke::new(STROKE, theme.holds.ink));
        }
        Standing::Pinned => {
            shapes::framed_rect(ui.painter(), rect, radius, theme.holds.soft, Stroke::new(STROKE_STRONG, theme.accent));
        }
        Standing::Stays => shapes::framed_rect(ui.painter(), rect, radius, theme.card, theme.edge()),
        Standing::Leaves | Standing::Rejected => {
            shapes::dashed_rect(ui.painter(), rect, radius, Stroke::new(STROKE, theme.line_strong));
        }
    }
}

fn card_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, park: &Park, outlook: &Outlook, coming: &Coming) {
    let theme = cx.theme;
    let painter = ui.painter();
    let empty = ParkFacts::default();
    let before = cx.bench.judgement().facts().park(&park.id).unwrap_or(&empty);
    let after = outlook.after.facts().park(&park.id).unwrap_or(&empty);
    let is_touched = coming.is_touched(&park.id);
    let net = coming.net.get(&park.id).copied().unwrap_or(0);
    let net_words = match net {
        0 => cx.say(say::UNCHANGED).to_owned(),
        _ if cx.is_chinese() => format!("{} 项", say::signed(net)),
        _ => say::signed(net),
    };
    let response = ui.interact(rect, Id::unique(("review park", park.id.as_str())), Sense::hover());
    let name = if cx.roomy { cx.tell(&park.short_name).to_owned() } else { cx.brief_name(park) };
    let told = format!("{} · {net_words}", cx.tell(&park.short_name));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Group, true, &told));
    let stroke = if is_touched && net != 0 { Stroke::new(STROKE_STRONG, theme.holds.ink) } else { theme.edge() };
    let fill = if is_touched { theme.card } else { theme.panel };
    shapes::card(painter, rect, fill, stroke, false, theme);
    let padding = if cx.roomy { 12.0 } else { 8.0 };
    let inner = rect.shrink2(vec2(padding, padding - 4.0));
    let header = Rect::from_min_size(inner.min, vec2(inner.width(), if cx.roomy { 26.0 } else { 22.0 }));
    let ink = if net > 0 { theme.holds.ink } else { theme.text2 };
    let style = if net == 0 { Type::Small } else { Type::BodyBold };
    let net_width = width_of(painter, &net_words, style) + 1.0;
    line(painter, header, Align::Max, &net_words, style, ink);
    let badge = level_badge_of(park.level);
    let badge_words = level_words(cx, park);
    let badge_width = tag::level_badge_width(painter, &badge_words, badge);
    let room = header.width() - net_width - badge_width - 2.0 * SPACE_6;
    let name_place = Rect::from_min_size(header.min, vec2(room.max(30.0), header.height()));
    let shown = line(
        painter,
        name_place,
        Align::Min,
        &name,
        if cx.roomy { Type::CardTitle } else { Type::BodyBold },
        theme.text1,
    );
    let at = pos2(shown.rect.right() + SPACE_6, header.center().y - tag::TAG_HEIGHT / 2.0);
    tag::level_badge(painter, at, &badge_words, badge, theme);
    let mut top = header.bottom();
    if cx.roomy {
        let place = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), 22.0));
        positions(ui, cx, place, park, (before, after));
        top += 24.0;
    }
    let added = Mu::from_steps(after.land_demand().steps() - before.land_demand().steps());
    let land = land_of(cx, park, before.land_demand(), added);
    let words = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), 16.0));
    land_line(ui, cx, words, &land);
    let track = Rect::from_min_size(pos2(inner.left(), top + 16.0), vec2(inner.width(), bar::TRACK_HEIGHT));
    land_bar(ui, cx, track, &land);
    let area = Rect::from_min_max(pos2(inner.left(), track.bottom() + SPACE_6), inner.max);
    rows(ui, cx, area, park, &coming.rows_of(&park.id, after));
}

/// `用地 470 / ≈700 亩`.
fn land_line(ui: &Ui, cx: &Cx<'_>, rect: Rect, land: &crate::ui::panels::card_view::Land) {
    line(ui.painter(), rect, Align::Min, cx.say(words::LAND), Type::Small, cx.theme.text2);
    let used = figure::mu_figure(land.used.plus(land.added));
    let sign = if land.is_assumed { "≈" } else { "" };
    let capacity = land.capacity.map_or_else(
        || format!(" / {}", cx.say(words::MISSING)),
        |capacity| format!(" / {sign}{} {}", figure::mu_figure(capacity), cx.say(words::MU)),
    );
    let spans = [Span::new(&used, Type::SmallBold, cx.theme.text1), Span::new(&capacity, Type::Small, cx.theme.text2)];
    line_of(ui.painter(), rect, Align::Max, &spans);
}

/// The positions of the park by role, as seals, and its free slots.
fn positions(ui: &Ui, cx: &Cx<'_>, rect: Rect, park: &Park, (before, facts): (&ParkFacts, &ParkFacts)) {
    let theme = cx.theme;
    let mut left = rect.left();
    for slots in slots::of(cx.scenario(), park, facts) {
        let words = cx.say(term::role_short(slots.role));
        let width = width_of(ui.painter(), words, Type::Small) + 1.0;
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        line(ui.painter(), place, Align::Min, words, Type::Small, theme.text2);
        left = place.right() + SPACE_4;
        let of_role = facts.positions.iter().filter(|it| it.role == slots.role);
        for position in of_role {
            let seal = Rect::from_min_size(pos2(left, rect.center().y - 8.0), vec2(16.0, 16.0));
            if seal.right() > rect.right() {
                return;
            }
            if let Some(industry) = position.industries.first() {
                paint_seal(ui.painter(), seal, &cx.seal(industry), theme, cx.is_chinese());
            }
            let is_as_before =
                before.positions.iter().any(|it| (it.role, &it.industries) == (position.role, &position.industries));
            if !is_as_before {
                let stroke = Stroke::new(STROKE_STRONG, theme.accent);
                shapes::dashed_rect(ui.painter(), seal.expand(1.5), RADIUS_TAG, stroke);
            }
            left = seal.right() + 3.0;
        }
        for _ in 0..slots.room().min(if slots.role == Role::Leading { 3 } else { 2 }) {
            let free = Rect::from_min_size(pos2(left, rect.center().y - 8.0), vec2(16.0, 16.0));
            if free.right() > rect.right() {
                return;
            }
            shapes::dashed_rect(ui.painter(), free.shrink(0.5), RADIUS_TAG, theme.edge_strong());
            left = free.right() + 3.0;
        }
        left += SPACE_8;
    }
}

/// What comes, what leaves, what was rejected, then what stays, as far as there is room.
fn rows(ui: &Ui, cx: &Cx<'_>, area: Rect, park: &Park, rows: &[(ProjectId, Standing)]) {
    let theme = cx.theme;
    if rows.is_empty() {
        let place = Rect::from_min_size(area.min, vec2(area.width(), 20.0));
        line(ui.painter(), place, Align::Min, cx.say(say::NOTHING_HERE), Type::Small, theme.text2);
        return;
    }
    let height = if cx.roomy { 23.0 } else { 20.0 };
    let mut top = area.top();
    for (at, (id, standing)) in rows.iter().enumerate() {
        let left_over = rows.len() - at;
        let has_room_for_more = top + height + SPACE_2 + MORE <= area.bottom() + 1.0;
        if (left_over > 1 && !has_room_for_more) || top + height > area.bottom() + 1.0 {
            let words = format!("+{left_over} {}", cx.say(words::MORE_ITEMS));
            let place =
                Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), MORE.min(area.bottom() - top).max(0.0)));
            line(ui.painter(), place, Align::Min, &words, Type::Small, theme.text2);
            return;
        }
        let rect = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), height));
        row_ui(ui, cx, rect, park, id, *standing);
        top += height + SPACE_2;
    }
}

fn row_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, park: &Park, id: &ProjectId, standing: Standing) {
    let theme = cx.theme;
    let Some(project) = cx.scenario().projects.get(id) else { return };
    ground(ui, cx, rect, standing);
    let side = rect.height() - 5.0;
    let seal = Rect::from_min_size(pos2(rect.left() + 3.0, rect.center().y - side / 2.0), vec2(side, side));
    paint_seal(ui.painter(), seal, &cx.seal(&project.industry), theme, cx.is_chinese());
    let mut right = rect.right() - SPACE_6;
    let sign = match standing {
        Standing::New => Some((Icon::Plus, theme.holds.ink)),
        Standing::Pinned => Some((Icon::Pin, theme.accent)),
        Standing::Stays | Standing::Leaves | Standing::Rejected => None,
    };
    if let Some((sign, ink)) = sign {
        let place = Rect::from_center_size(pos2(right - 6.0, rect.center().y), vec2(13.0, 13.0));
        icon::paint(ui.painter(), sign, place, ink);
        right -= 18.0;
    }
    let note = match standing {
        Standing::Leaves => Some(say::LEAVES),
        Standing::Rejected => Some(say::NOT_HERE),
        Standing::New | Standing::Pinned | Standing::Stays => None,
    };
    if let Some(note) = note {
        let words = cx.say(note);
        let width = width_of(ui.painter(), words, Type::Small) + 1.0;
        let place = Rect::from_min_max(pos2(right - width, rect.top()), pos2(right, rect.bottom()));
        line(ui.painter(), place, Align::Max, words, Type::Small, theme.text2);
        right = place.left() - SPACE_4;
    }
    let is_new = matches!(standing, Standing::New | Standing::Pinned);
    let style = match (is_new, cx.roomy) {
        (true, true) => Type::BodyBold,
        (true, false) => Type::SmallBold,
        (false, true) => Type::Body,
        (false, false) => Type::Small,
    };
    let ink = if note.is_some() { theme.text2 } else { theme.text1 };
    let place = Rect::from_min_max(pos2(seal.right() + SPACE_6, rect.top()), pos2(right, rect.bottom()));
    let shown = line(ui.painter(), place, Align::Min, cx.tell(&project.name), style, ink);
    if shown.truncated {
        let id = Id::unique(("review row", park.id.as_str(), id.as_str(), note.is_some()));
        let response = ui.interact(rect, id, Sense::hover());
        response.tip(format!("{} {}", project.id, cx.tell(&project.name)));
    }
}

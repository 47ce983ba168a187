//! The table of scorecards: parks by rank, a bar for each pillar, total, grade, three years, the way to the next grade.

mod columns;

use egui::{Align, Id, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Shown, marks};
use crate::{
    analysis::{appraisal::Scorecard, park_index::ParkIndex},
    chart::scene::length,
    i18n::{evaluation as say, phrase::Phrase},
    model::{id::ParkId, indicator::Grade, text::Text},
    ui::{
        cx::Cx,
        panels::{card::level_badge_of, card_view::level_words},
        theme::{RADIUS_CARD, RADIUS_ROW, SPACE_4, SPACE_6, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            icon::{self, Icon},
            shapes,
            tag::{self, LevelBadge, TagWeight},
            text::{Span, height_of, line, one_or_two_lines, paragraph, width_of},
            tip::Tip,
        },
    },
};
use columns::Columns;

/// Height of title, head and rows where there is room, and where there is little, in points.
const TITLE: (f32, f32) = (38.0, 30.0);
const HEAD: (f32, f32) = (28.0, 30.0);
const ROW: (f32, f32) = (32.0, 23.0);

/// A pillar of a park.
struct Cell {
    score: Option<f64>,
    after: Option<f64>,
    told: Text,
}

/// A park.
struct Row {
    park: ParkId,
    rank: String,
    name: String,
    level: (String, LevelBadge),
    cells: Vec<Cell>,
    total: Option<f64>,
    bonus: f64,
    after: Option<f64>,
    grade: Option<Grade>,
    is_capped: bool,
    trend: Vec<(i16, Option<f64>)>,
    change: Option<f64>,
    next: Text,
    told: Text,
    is_selected: bool,
}

/// The table as it is drawn.
pub struct View<'a> {
    shown: &'a Shown<'a>,
    title: String,
    note: Option<String>,
    pillars: Vec<String>,
    legend: Vec<(Grade, String)>,
    notches: Vec<f64>,
    /// The best first.
    cards: Vec<&'a Scorecard>,
    is_assumed: bool,
}

impl<'a> View<'a> {
    /// The table of what is shown.
    pub fn new(cx: &Cx<'_>, shown: &'a Shown<'a>) -> Self {
        let pack = shown.pack;
        let cards = shown.appraisal.ranked();
        let is_assumed = cards.iter().any(|card| card.readings().any(|it| it.is_assumed));
        let about = say::about(pack, shown.year, cards.len(), cx.roomy);
        let legend = say::marks(&pack.grading).into_iter().map(|(it, words)| (it, cx.tell(&words).to_owned()));
        Self {
            title: cx.tell(&about).to_owned(),
            note: pack.note.as_ref().map(|it| cx.tell(it).to_owned()),
            pillars: pack.pillars.iter().map(|it| cx.tell(&it.name).to_owned()).collect(),
            legend: legend.collect(),
            notches: marks::notches(&pack.grading),
            cards,
            shown,
            is_assumed,
        }
    }

    /// The parks in the order of the rows.
    pub fn parks(&self) -> impl Iterator<Item = &'a ParkId> {
        self.cards.iter().map(|it| &it.park)
    }

    /// Height that the table would like.
    pub fn height(&self, ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
        let of = |(roomy, compact): (f32, f32)| if cx.roomy { roomy } else { compact };
        of(TITLE) + self.note_height(ui, width) + of(HEAD) + of(ROW) * length(self.cards.len()) + SPACE_4
    }

    fn note_height(&self, ui: &Ui, width: f32) -> f32 {
        let Some(note) = &self.note else { return 0.0 };
        height_of(ui.painter(), note, Type::Small, width - 2.0 * SPACE_12 - 20.0, 2) + SPACE_6
    }

    /// Draws the table; the park that was picked.
    pub fn ui(&self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect) -> Option<ParkId> {
        let of = |(roomy, compact): (f32, f32)| if cx.roomy { roomy } else { compact };
        shapes::framed_rect(ui.painter(), rect, RADIUS_CARD, cx.theme.card, cx.theme.edge());
        let title = Rect::from_min_size(rect.min, vec2(rect.width(), of(TITLE))).shrink2(vec2(SPACE_12, 0.0));
        self.title_ui(ui, cx, title);
        let note_height = self.note_height(ui, rect.width());
        let note = Rect::from_min_size(title.left_bottom(), vec2(title.width(), note_height));
        self.note_ui(ui, cx, note);
        let head = Rect::from_min_size(pos2(rect.left(), title.bottom() + note_height), vec2(rect.width(), of(HEAD)));
        let columns = Columns::of(cx, head, self.pillars.len());
        self.head_ui(ui, cx, &columns, head);
        let body = Rect::from_min_max(pos2(rect.left() + 1.0, head.bottom()), rect.max - vec2(1.0, 2.0));
        let mut picked = None;
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body));
        child.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let height = of(ROW);
        ScrollArea::vertical().id_salt("scorecards").auto_shrink(false).show_rows(
            &mut child,
            height,
            self.cards.len(),
            |ui, seen| {
                for card in self.cards.get(seen).unwrap_or_default() {
                    let Some(it) = row(cx, self.shown, card) else { continue };
                    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
                    if self.row_ui(ui, cx, &columns, place.with_min_x(rect.left()).with_max_x(rect.right()), &it) {
                        picked = Some(it.park);
                    }
                }
            },
        );
        picked
    }

    /// What the table is, and the boxes of the grades.
    fn title_ui(&self, ui: &Ui, cx: &Cx<'_>, rect: Rect) {
        let mut right = rect.right();
        for (grade, words) in self.legend.iter().rev() {
            let width = width_of(ui.painter(), words, Type::Small) + 1.0;
            let place = Rect::from_min_max(pos2(right - width, rect.top()), pos2(right, rect.bottom()));
            line(ui.painter(), place, Align::Max, words, Type::Small, cx.theme.text2);
            let square = Rect::from_center_size(pos2(place.left() - 15.0, rect.center().y), vec2(20.0, 20.0));
            marks::grade(ui.painter(), square, *grade, cx.theme);
            right = square.left() - SPACE_8;
        }
        let shown = line(ui.painter(), rect, Align::Min, cx.say(say::SCORECARDS), Type::CardTitle, cx.theme.text1);
        let mut rest =
            Rect::from_min_max(pos2(shown.rect.right() + SPACE_12, rect.top()), pos2(right - SPACE_8, rect.bottom()));
        if self.is_assumed {
            let words = cx.say(say::ASSUMED);
            let width = tag::plain_tag_width(ui.painter(), words);
            if width + 120.0 < rest.width() {
                let at = pos2(rest.right() - width, rest.center().y - tag::TAG_HEIGHT / 2.0);
                shapes::dashed_rect(
                    ui.painter(),
                    Rect::from_min_size(at, vec2(width, tag::TAG_HEIGHT)),
                    4,
                    cx.theme.edge_strong(),
                );
                let place = Rect::from_min_size(at, vec2(width, tag::TAG_HEIGHT));
                line(ui.painter(), place, Align::Center, words, Type::Small, cx.theme.text2);
                rest.max.x -= width + SPACE_8;
            }
        }
        let about = line(ui.painter(), rest, Align::Min, &self.title, Type::Small, cx.theme.text2);
        let response = ui.interact(rect.with_max_x(rest.right()), Id::unique("scorecards title"), Sense::hover());
        let told = format!("{} · {}", cx.say(say::SCORECARDS), self.title);
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
        if about.truncated {
            response.tip(&self.title);
        }
    }

    /// What the pack says of itself, plainly.
    fn note_ui(&self, ui: &Ui, cx: &Cx<'_>, rect: Rect) {
        let Some(note) = &self.note else { return };
        let mark = Rect::from_min_size(rect.min + vec2(0.0, 1.0), vec2(14.0, 14.0));
        icon::paint(ui.painter(), Icon::Info, mark, cx.theme.text2);
        let place = rect.with_min_x(mark.right() + SPACE_6);
        let shown = paragraph(ui.painter(), place, note, Type::Small, cx.theme.text2, 2);
        let response = ui.interact(rect, Id::unique("scorecards note"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, note));
        if shown.truncated {
            response.tip(note);
        }
    }

    fn head_ui(&self, ui: &Ui, cx: &Cx<'_>, columns: &Columns, rect: Rect) {
        let painter = ui.painter();
        painter.hline(rect.x_range(), rect.top(), cx.theme.edge());
        painter.hline(rect.x_range(), rect.bottom(), cx.theme.edge());
        let plain = |x: egui::Rangef, align: Align, phrase: Phrase| {
            let place = Rect::from_x_y_ranges(x, rect.y_range());
            line(painter, place, align, cx.say(phrase), Type::Small, cx.theme.text2);
        };
        plain(columns.rank, Align::Min, say::RANK);
        plain(columns.park, Align::Min, say::PARK);
        for (at, name) in self.pillars.iter().enumerate() {
            let x = columns.pillar(at);
            let place = Rect::from_x_y_ranges(x, rect.y_range());
            let spans = [Span::new(name, Type::Small, cx.theme.text2)];
            if one_or_two_lines(painter, place, &spans).truncated {
                ui.interact(place, Id::unique(("scorecards pillar", at)), Sense::hover()).tip(name);
            }
        }
        plain(columns.total, Align::Max, say::TOTAL);
        plain(columns.grade, Align::Center, say::GRADE);
        plain(columns.trend, Align::Center, say::TREND);
        plain(columns.change, Align::Min, say::CHANGE);
        plain(columns.next, Align::Min, say::NEXT);
    }

    /// Draws a park; `true` when it was picked.
    fn row_ui(&self, ui: &Ui, cx: &Cx<'_>, columns: &Columns, rect: Rect, it: &Row) -> bool {
        let theme = cx.theme;
        let response = ui.interact(rect, Id::unique(("scorecard", it.park.as_str())), Sense::click());
        let told = cx.tell(&it.told);
        response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, it.is_selected, told));
        let inner = rect.shrink2(vec2(1.0, 0.0));
        if it.is_selected {
            ui.painter().rect_filled(inner, 0.0, theme.accent_soft);
            let edge = Rect::from_min_size(inner.min, vec2(3.0, inner.height()));
            ui.painter().rect_filled(edge, 0.0, theme.accent);
        } else if response.hovered() {
            ui.painter().rect_filled(inner, 0.0, theme.sunken);
        }
        if response.has_focus() {
            shapes::focus_ring(ui.painter(), inner.shrink(4.0), RADIUS_ROW, theme.accent);
        }
        ui.painter().hline(inner.x_range(), rect.bottom(), theme.edge());
        let place = |x: egui::Rangef| Rect::from_x_y_ranges(x, rect.y_range());
        let bold = if it.is_selected { Type::BodyBold } else { Type::Body };
        line(ui.painter(), place(columns.rank), Align::Min, &it.rank, Type::BodyBold, theme.text1);
        name_ui(ui, cx, place(columns.park), it, bold);
        for (at, cell) in it.cells.iter().enumerate() {
            self.cell_ui(ui, cx, place(columns.pillar(at)), cell);
        }
        total_ui(ui, cx, columns, &place, it);
        let clicked = response.clicked();
        if let Some(more) = tip_of(cx, it) {
            response.tip(more);
        }
        clicked
    }

    fn cell_ui(&self, ui: &Ui, cx: &Cx<'_>, rect: Rect, cell: &Cell) {
        let Some(score) = cell.score else {
            let at = pos2(rect.left(), rect.center().y - tag::TAG_HEIGHT / 2.0);
            let words = cx.say(say::NO_DATA);
            tag::state_tag(ui.painter(), at, Signal::Unknown, words, TagWeight::Soft, cx.theme);
            return;
        };
        let figure_width = if cx.roomy { 30.0 } else { 24.0 };
        let bar_width = (rect.width() - figure_width - 24.0).clamp(24.0, 96.0);
        let bar =
            Rect::from_min_size(pos2(rect.left(), rect.center().y - marks::BAR / 2.0), vec2(bar_width, marks::BAR));
        marks::score_bar(ui.painter(), bar, (score, cell.after), &self.notches, cx.theme);
        let figure = Rect::from_min_size(pos2(bar.right() + SPACE_4, rect.top()), vec2(figure_width, rect.height()));
        let ink = if cell.after.is_some() { cx.theme.accent } else { cx.theme.text1 };
        let words = say::score(cell.after.unwrap_or(score));
        line(ui.painter(), figure, Align::Max, &words, Type::BodyBold, ink);
        if score < 50.0 && rect.right() - figure.right() > 18.0 {
            let mark = Rect::from_center_size(pos2(figure.right() + 10.0, rect.center().y), vec2(12.0, 12.0));
            icon::paint(ui.painter(), Icon::Near, mark, cx.theme.near.ink);
        }
    }
}

fn row(cx: &Cx<'_>, shown: &Shown<'_>, card: &Scorecard) -> Option<Row> {
    let park = cx.world().parks.get(&card.park)?;
    let effect = shown.effect.filter(|(of, _)| **of == card.park).map(|(_, moved)| moved);
    let after: Option<&ParkIndex> = effect.map(|it| &it.card.index);
    let cells = shown.pack.pillars.iter().enumerate().map(|(at, pillar)| {
        let score = card.index.pillars.get(at).copied().flatten();
        let then = after.and_then(|it| it.pillars.get(at).copied().flatten());
        let then = then.zip(score).filter(|(then, now)| (then - now).abs() > 0.05).map(|(then, _)| then);
        Cell { score, after: then, told: say::pillar(&pillar.name, score, then) }
    });
    let name = if cx.roomy && cx.is_chinese() { cx.tell(&park.short_name).to_owned() } else { cx.brief_name(park) };
    Some(Row {
        park: card.park.clone(),
        rank: card.rank.map_or_else(|| say::NONE.to_owned(), |it| it.to_string()),
        name,
        level: (level_words(cx, park), level_badge_of(park.level)),
        cells: cells.collect(),
        total: card.total,
        bonus: card.bonus,
        after: effect.and_then(|it| it.card.total),
        grade: card.grade,
        is_capped: card.is_capped,
        trend: card.trend.clone(),
        change: card.change(),
        next: say::to_next(card.to_next),
        told: say::card(cx.world(), card),
        is_selected: cx.selected_park() == Some(&card.park),
    })
}

fn name_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, it: &Row, style: Type) {
    let (words, badge) = &it.level;
    let badge_width = tag::level_badge_width(ui.painter(), words, *badge);
    let room = rect.with_max_x(rect.right() - badge_width - SPACE_6);
    let shown = line(ui.painter(), room, Align::Min, &it.name, style, cx.theme.text1);
    let at = pos2(shown.rect.right() + SPACE_6, rect.center().y - tag::TAG_HEIGHT / 2.0);
    tag::level_badge(ui.painter(), at, words, *badge, cx.theme);
}

/// Total, grade, years, change and the way to the next grade.
fn total_ui(ui: &Ui, cx: &Cx<'_>, columns: &Columns, place: &dyn Fn(egui::Rangef) -> Rect, it: &Row) {
    let theme = cx.theme;
    let painter = ui.painter();
    let Some(total) = it.total else {
        let rect = place(egui::Rangef::new(columns.total.min, columns.grade.max));
        line(painter, rect, Align::Max, cx.say(say::NO_TOTAL), Type::Small, theme.text2);
        return;
    };
    let changed = it.after.filter(|after| (after - total).abs() > 0.05);
    let ink = if changed.is_some() { theme.accent } else { theme.text1 };
    line(painter, place(columns.total), Align::Max, &say::total(changed.unwrap_or(total)), Type::CardTitle, ink);
    if let Some(grade) = it.grade {
        let side = if cx.roomy { 22.0 } else { 19.0 };
        let square = Rect::from_center_size(place(columns.grade).center(), vec2(side, side));
        marks::grade(painter, shapes::snap(painter, square), grade, theme);
        if it.is_capped {
            let mark = Rect::from_center_size(square.right_top() + vec2(4.0, 4.0), vec2(12.0, 12.0));
            icon::paint(painter, Icon::Lock, mark, theme.broken.ink);
        }
    }
    let totals: Vec<Option<f64>> = it.trend.iter().map(|(_, total)| *total).collect();
    marks::years(painter, place(columns.trend), &totals, theme);
    let change = place(columns.change);
    match it.change {
        Some(value) => {
            let (mark, ink) = match value {
                _ if value > 0.05 => (Icon::ChevronUp, theme.holds.ink),
                _ if value < -0.05 => (Icon::ChevronDown, theme.near.ink),
                _ => (Icon::ChevronRight, theme.text2),
            };
            let square = Rect::from_center_size(pos2(change.left() + 6.0, change.center().y), vec2(11.0, 11.0));
            icon::paint(painter, mark, square, ink);
            let words = change.with_min_x(square.right() + SPACE_4);
            line(painter, words, Align::Min, &say::signed(value), Type::Body, theme.text1);
        }
        None => {
            line(painter, change, Align::Min, say::NONE, Type::Body, theme.text2);
        }
    }
    let next = if it.is_capped { cx.say(say::CAPPED_SHORT) } else { cx.tell(&it.next) };
    line(painter, place(columns.next), Align::Min, next, Type::Body, theme.text2);
}

/// What a row says beyond what it shows.
fn tip_of(cx: &Cx<'_>, it: &Row) -> Option<String> {
    let mut told: Vec<String> = it.cells.iter().map(|cell| cx.tell(&cell.told).to_owned()).collect();
    if it.bonus > 0.0 {
        told.push(cx.tell(&say::bonus(it.bonus)).to_owned());
    }
    if it.is_capped {
        told.push(cx.say(say::CAPPED).to_owned());
    }
    (!told.is_empty()).then(|| told.join("\n"))
}

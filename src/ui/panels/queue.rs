//! The queue: projects to be placed, those that are placed, and the search over both.

mod row;
mod search;

use std::rc::Rc;

use egui::{
    Align, Context, Id, Key, Modifiers, Rangef, Rect, Role as AccessRole, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

use self::{row::QueueRow, search::Search};
use super::{
    board::{Board, project_menu_ui},
    picking,
};
use crate::{
    i18n::{
        figure,
        phrase::{Lang, Phrase},
        words,
    },
    io::settings::Order,
    model::{evidence::Confidence, id::ProjectId, project::Project, quantity::Mu, table::Table},
    ui::{
        cx::Cx,
        theme::{RADIUS_ROW, SPACE_8, SPACE_12, STROKE_STRONG, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            shapes,
            tag::{self, TagWeight},
            text::{Span, line, line_of},
            tip::Tip,
        },
    },
    workbench::{Selection, command::Command, listing::Listing},
};

const UNPLACED_ROW: f32 = 46.0;
const PLACED_ROW: f32 = 28.0;

/// What a listing was made from: state of the document, line, order, language.
type Asked = (u64, String, Order, Lang);

/// The queue between frames: what is being searched, and what was found.
#[derive(Debug, Default)]
pub struct Queue {
    search: Search,
    kept: Option<(Asked, Rc<Listing>)>,
    focused: Option<ProjectId>,
    /// The project that the keyboard reached: its row is scrolled into view.
    reached: Option<ProjectId>,
    comes_into_view: bool,
    all_assumed: Option<(Table<Project>, bool)>,
}

impl Queue {
    /// Puts the cursor into the search field.
    pub fn focus_search(&mut self) {
        self.search.focus();
    }

    /// Opens the menu of orders.
    pub fn open_orders(ctx: &Context) {
        search::open_orders(ctx);
    }

    /// Opens the menu of kept searches.
    pub fn open_views(ctx: &Context) {
        search::open_views(ctx);
    }

    /// Tells whether the name of a kept search is being typed.
    pub fn is_naming(&self) -> bool {
        self.search.is_naming()
    }

    /// Tells whether the keyboard is on a project of the queue.
    pub fn has_focused_row(&self) -> bool {
        self.focused.is_some()
    }

    /// Selects everything that is found.
    pub fn select_all(&self, cx: &Cx<'_>) {
        if let Some((_, listing)) = &self.kept {
            cx.push(Command::Select(Selection::of_projects(listing.shown().cloned())));
        }
    }

    /// What the search finds; asked again only when document, line, order or language changed.
    fn listing(&mut self, cx: &Cx<'_>) -> Rc<Listing> {
        let asked = (cx.bench.generation(), self.search.line().to_owned(), self.search.order(), cx.lang);
        if let Some((of, listing)) = &self.kept
            && *of == asked
        {
            return Rc::clone(listing);
        }
        let (_, line, order, lang) = &asked;
        let listing = Rc::new(Listing::of(cx.scenario(), cx.bench.judgement(), line, *order, *lang));
        self.kept = Some((asked, Rc::clone(&listing)));
        listing
    }

    /// Moves the selection by the arrow keys, when nothing else has the keyboard.
    pub fn keys(&mut self, ctx: &Context, cx: &Cx<'_>) {
        if ctx.memory(egui::Memory::focused).is_some() && self.focused.is_none() {
            return;
        }
        // By the keys of the event itself: on a slow frame Shift is up again before it is asked for. Shift first, since
        // a pattern without it takes both.
        let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
        let (further_down, further_up) =
            (pressed(Modifiers::SHIFT, Key::ArrowDown), pressed(Modifiers::SHIFT, Key::ArrowUp));
        let extends = further_down || further_up;
        let down = further_down || pressed(Modifiers::NONE, Key::ArrowDown);
        let up = further_up || pressed(Modifiers::NONE, Key::ArrowUp);
        let Some((_, listing)) = self.kept.as_ref().filter(|_| down || up) else { return };
        let selected: Vec<usize> = match cx.bench.selection() {
            Selection::Project(_) | Selection::Projects(_) => {
                listing.shown().enumerate().filter(|(_, id)| cx.bench.selection().has(id)).map(|(at, _)| at).collect()
            }
            Selection::Nothing | Selection::Park(_) | Selection::Finding(_) => Vec::new(),
        };
        let reached = self.reached.as_ref().and_then(|id| listing.shown().position(|it| it == id));
        let here = reached.filter(|at| extends && selected.contains(at));
        let at = here.or_else(|| if down { selected.last().copied() } else { selected.first().copied() });
        let next = match at {
            None => 0,
            Some(at) if down => at + 1,
            Some(at) => at.saturating_sub(1),
        };
        if let Some(id) = listing.shown().nth(next) {
            let project = id.clone();
            self.reached = Some(project.clone());
            self.comes_into_view = true;
            cx.push(if extends && at.is_some() {
                Command::SelectUpTo { project, shown: listing.shown().cloned().collect() }
            } else {
                Command::Select(Selection::Project(project))
            });
        }
    }

    /// Draws the queue.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, board: &mut Board) {
        board.set_queue(ui.max_rect());
        board.picking.ground_ui(ui, cx, ui.max_rect(), "queue");
        let listing = self.listing(cx);
        self.focused = None;
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        self.search.ui(ui, cx, &listing);
        let room = ui.available_height() - if cx.roomy { 28.0 } else { 26.0 };
        let set_aside = (listing.set_aside > 0).then(|| crate::i18n::session::set_aside(listing.set_aside));
        let set_aside = set_aside.as_ref().map(|it| cx.tell(it));
        heading_ui(ui, cx, words::UNPLACED, &listing.unplaced, listing.unplaced_land, set_aside);
        let needed = points(listing.unplaced.len()) * (UNPLACED_ROW + 2.0);
        let upper = needed.clamp(58.0, (room * 0.6).max(58.0));
        if listing.unplaced.is_empty() {
            self.empty_ui(ui, cx, &listing);
        } else {
            self.list_ui(ui, cx, board, &listing, "unplaced", UNPLACED_ROW + 2.0, upper);
        }
        ui.add_space(SPACE_8);
        let line_at = ui.cursor().top();
        ui.painter().hline(ui.max_rect().x_range(), line_at, cx.theme.edge());
        let in_park = Some(cx.say(words::IN_PARK));
        heading_ui(ui, cx, words::PLACED, &listing.placed, listing.placed_land, in_park);
        let foot = 24.0;
        let lower = (ui.available_height() - foot).max(40.0);
        self.list_ui(ui, cx, board, &listing, "placed", PLACED_ROW, lower);
        let fits = ui.cursor().top() + foot <= ui.max_rect().bottom() + 1.0;
        if fits && self.is_all_assumed(cx) {
            let rect = Rect::from_min_size(
                pos2(ui.max_rect().left() + SPACE_12, ui.max_rect().bottom() - foot),
                vec2(ui.max_rect().width() - 24.0, foot),
            );
            let words = format!("≈ {}", cx.say(words::ILLUSTRATIVE));
            line(ui.painter(), rect, Align::Min, &words, Type::Small, cx.theme.text2);
        }
        if board.is_over_queue(ui.ctx(), cx) {
            take_back_ui(ui, cx);
        }
    }

    /// Whether every project is invented for the sample.
    fn is_all_assumed(&mut self, cx: &Cx<'_>) -> bool {
        let projects = &cx.scenario().projects;
        if let Some((of, is)) = &self.all_assumed
            && of.is_same(projects)
        {
            return *is;
        }
        let is = !projects.is_empty() && projects.iter().all(|it| it.evidence.confidence >= Confidence::Assumed);
        self.all_assumed = Some((projects.clone(), is));
        is
    }

    #[expect(clippy::too_many_arguments, reason = "one of the two lists, with its height")]
    fn list_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        board: &mut Board,
        listing: &Listing,
        name: &str,
        height: f32,
        room: f32,
    ) {
        let is_unplaced = name == "unplaced";
        let ids = if is_unplaced { &listing.unplaced } else { &listing.placed };
        // The project that the keys reached comes into view.
        let reached = self.reached.as_ref().filter(|_| self.comes_into_view);
        let reached = reached.and_then(|id| ids.iter().position(|it| it == id));
        self.comes_into_view &= reached.is_none();
        let area = ScrollArea::vertical().id_salt(name).max_height(room).auto_shrink([false, is_unplaced]);
        area.show_rows(ui, height, ids.len(), |ui, range| {
            let top = ui.max_rect().top() - points(range.start) * height;
            let content = Rangef::new(top, top + points(ids.len()) * height);
            if let Some(at) = reached {
                let top = top + points(at) * height;
                let row = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(10.0, height));
                ui.scroll_to_rect(row, None);
            }
            for id in ids.get(range).unwrap_or_default() {
                let Some(row) = QueueRow::new(cx, id) else { continue };
                let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
                let rect = Rect::from_min_max(strip.min + vec2(6.0, 1.0), strip.max - vec2(8.0, 1.0));
                let response = self.interact(ui, cx, rect, &row, board, listing);
                if is_unplaced {
                    row::unplaced_ui(ui, cx, rect, &row, response);
                } else {
                    row::placed_ui(ui, cx, rect, &row, response);
                }
            }
            board.scroll_at_edge(ui, ui.clip_rect(), content);
        });
    }

    fn empty_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, listing: &Listing) {
        let words = match (listing.all, listing.is_filtered) {
            (0, _) => words::NO_PROJECTS,
            (_, true) => words::NO_HIT,
            (_, false) => words::ALL_PLACED,
        };
        let width = ui.available_width() - 24.0;
        let words = cx.say(words);
        let height = crate::ui::widgets::text::height_of(ui.painter(), words, Type::Body, width - 20.0, 3) + 20.0;
        let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), height + 4.0), Sense::hover());
        let rect = Rect::from_min_size(pos2(strip.left() + SPACE_12, strip.top()), vec2(width, height));
        shapes::dashed_rect(ui.painter(), rect, RADIUS_ROW, cx.theme.edge_strong());
        crate::ui::widgets::text::paragraph(ui.painter(), rect.shrink(10.0), words, Type::Body, cx.theme.text2, 3);
        if listing.is_filtered && listing.all > 0 {
            ui.horizontal(|ui| {
                ui.add_space(SPACE_12);
                if button_ui(ui, cx.theme, &Button::new(cx.say(words::CLEAR_SEARCH)).small()).clicked() {
                    self.search.clear();
                }
            });
        }
    }

    /// Makes `row` answer to mouse, keyboard and menu.
    fn interact(
        &mut self,
        ui: &Ui,
        cx: &Cx<'_>,
        rect: Rect,
        row: &QueueRow,
        board: &mut Board,
        listing: &Listing,
    ) -> egui::Response {
        let response = ui.interact(rect, Id::unique(("queue row", row.id.as_str())), Sense::click_and_drag());
        let label = row.label();
        response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, row.is_selected, &label));
        if let Some((words, _)) = row::answer(cx, row) {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(words));
        }
        board.picking.note_row(ui, &row.id, rect);
        if response.has_focus() {
            self.focused = Some(row.id.clone());
        }
        if row.park.is_none() && response.double_clicked() {
            cx.push(Command::PlaceAtBest(vec![row.id.clone()]));
        } else if response.drag_started() {
            board.begin_drag(cx, row.id.clone());
        } else if response.clicked() {
            picking::click(ui, cx, &row.id, || listing.shown().cloned().collect());
        } else if response.secondary_clicked() || response.gained_focus() {
            picking::click_for_menu(cx, &row.id);
        }
        response.context_menu(|ui| project_menu_ui(ui, cx, &row.id));
        response
    }
}

/// Says over the queue that releasing takes the held project back.
fn take_back_ui(ui: &Ui, cx: &Cx<'_>) {
    let rect = ui.max_rect().shrink(4.0);
    let stroke = Stroke::new(STROKE_STRONG, cx.theme.holds.ink);
    shapes::dashed_rect(ui.painter(), rect, RADIUS_ROW, stroke);
    let words = cx.say(words::RELEASE_TO_TAKE_BACK);
    let width = tag::state_tag_width(ui.painter(), words, TagWeight::Filled);
    let at = pos2(rect.center().x - width / 2.0, rect.bottom() - 30.0);
    tag::state_tag(ui.painter(), at, Signal::Holds, words, TagWeight::Filled, cx.theme);
}

/// Name, number and land of a list; a click selects its projects.
fn heading_ui(ui: &mut Ui, cx: &Cx<'_>, title: Phrase, projects: &[ProjectId], land: Mu, right: Option<&str>) {
    let (theme, count, id) = (cx.theme, projects.len(), Id::unique(("queue heading", title.en)));
    let title = cx.say(title);
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let rect = strip.shrink2(vec2(SPACE_12, 0.0));
    let land = figure::mu(land);
    let meta =
        if cx.is_chinese() { format!("  {count} 项 · {}", land.zh) } else { format!("  {count} · {}", land.en) };
    let spans = [Span::new(title, Type::BodyBold, theme.text1), Span::new(&meta, Type::Small, theme.text2)];
    let shown = line_of(ui.painter(), rect, Align::Min, &spans);
    let place = shown.rect.expand2(vec2(4.0, 3.0));
    let response = ui.interact(place, id, if count > 0 { Sense::click() } else { Sense::hover() });
    let label = format!("{title}{meta} · {}", cx.say(words::SELECT_THESE));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Link, count > 0, &label));
    if count > 0 && (response.hovered() || response.has_focus()) {
        let edge = if response.has_focus() { theme.edge_selected() } else { theme.edge() };
        shapes::framed_rect(ui.painter(), place, RADIUS_ROW, egui::Color32::TRANSPARENT, edge);
    }
    if response.clicked() {
        cx.push(Command::Select(Selection::of_projects(projects.iter().cloned())));
    }
    if count > 0 {
        response.tip(label);
    }
    if let Some(right) = right {
        // Where room is short the figures come first.
        let place = Rect::from_min_max(pos2(shown.rect.right() + SPACE_8, rect.top()), rect.max);
        if place.width() > 0.0 && crate::ui::widgets::text::width_of(ui.painter(), right, Type::Small) <= place.width()
        {
            line(ui.painter(), place, Align::Max, right, Type::Small, theme.text2);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a number of rows on the screen")]
fn points(rows: usize) -> f32 {
    rows as f32
}

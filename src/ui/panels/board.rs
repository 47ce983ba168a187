//! The board: park cards in a grid, the drop, and the ghost of what is held.

mod cards;
mod map;
mod menu;
pub mod positions;
mod rows;
mod table;

use std::sync::Arc;

use egui::{Align, Area, Context, Id, Order, Rangef, Rect, Ui, pos2, vec2};

pub use menu::{outlook_words, place_menu_ui, project_menu_ui, several_words};

use super::{
    card::{self, CardEvents},
    card_view::CardView,
    picking::{self, Picking},
};
use crate::{
    i18n::{phrase::Phrase, words},
    model::{
        id::{IndustryId, ParkId, PositionId, ProjectId},
        park::{Park, Role},
        project::Project,
    },
    ui::{
        cx::Cx,
        theme::{RADIUS_BUTTON, Type},
        widgets::{
            seal::paint_seal,
            shapes,
            text::{line, width_of},
        },
    },
    workbench::{Selection, command::Command, held::Step},
};

/// Distance from an edge within which a drag scrolls the board, in points.
const SCROLL_ZONE: f32 = 24.0;
/// How far it scrolls a frame, in points.
const SCROLL_STEP: f32 = 8.0;
/// Height of the ghost, in points.
const GHOST: f32 = 34.0;
/// Seals that the ghost shows at most.
const GHOST_SEALS: usize = 4;

/// Parks above which the board is a table, unless a person chose.
const MOST_CARDS: usize = 60;
/// Parks above which cards are compact and grouped by level, unless a person chose.
const MOST_UNGROUPED: usize = 12;

/// Cards, table or map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoardView {
    /// A card a park.
    Cards,
    /// A row a park.
    Table,
    /// The parks in their places.
    Map,
}

/// What cards are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// Nothing.
    Whole,
    /// Level of the park.
    Level,
    /// The unit that benefits from it.
    District,
}

impl Grouping {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Whole, Self::Level, Self::District];

    /// The word.
    pub const fn word(self) -> Phrase {
        match self {
            Self::Whole => Phrase::new("不分组", "No groups"),
            Self::Level => Phrase::new("按级别分组", "Group by level"),
            Self::District => Phrase::new("按县区分组", "Group by district"),
        }
    }

    /// The one after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Whole => Self::Level,
            Self::Level => Self::District,
            Self::District => Self::Whole,
        }
    }
}

/// What the pointer drags.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Dragged {
    Project(ProjectId),
    Position(PositionId),
}

/// The board between frames.
#[derive(Debug, Default)]
pub struct Board {
    /// What the pointer drags.
    dragged: Option<Dragged>,
    /// The column of sockets under the pointer, in this frame.
    role_under: Option<Role>,
    /// What the card under the pointer says of the drop, in this frame: the ghost stays above it.
    answer: Option<Rect>,
    chosen_view: Option<BoardView>,
    chosen_grouping: Option<Grouping>,
    groups: Option<cards::KeptGroups>,
    table: table::Table,
    map: map::Map,
    /// Parks as they are shown, row by row.
    grid: Vec<Vec<ParkId>>,
    /// The park that was aimed at in the last frame.
    seen: Option<ParkId>,
    /// Where the queue is: a placed project dropped there goes back.
    queue: Option<Rect>,
    /// Rows that the rubber band can catch, and the band.
    pub picking: Picking,
}

impl Board {
    /// Tells whether the pointer holds a project or a position.
    pub fn is_held_by_pointer(&self) -> bool {
        self.dragged.is_some()
    }

    /// Tells where the queue is.
    pub fn set_queue(&mut self, rect: Rect) {
        self.queue = Some(rect);
    }

    /// Tells whether a placed project is held over the queue, where releasing takes it back.
    pub fn is_over_queue(&self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let is_placed = |it: &Arc<Project>| cx.bench.judgement().facts().home(&it.id).is_some();
        let is_inside = |rect: Rect| ctx.pointer_latest_pos().is_some_and(|at| rect.contains(at));
        let any_placed = cx.bench.held().is_some_and(|held| held.projects.iter().any(is_placed));
        self.dragged.is_some() && any_placed && self.queue.is_some_and(is_inside)
    }

    /// Takes up a project with the pointer.
    pub fn begin_drag(&mut self, cx: &Cx<'_>, project: ProjectId) {
        self.dragged = Some(Dragged::Project(project.clone()));
        cx.push(Command::PickUp(project));
    }

    /// Takes up a position with the pointer.
    fn begin_position_drag(&mut self, cx: &Cx<'_>, position: PositionId) {
        self.dragged = Some(Dragged::Position(position.clone()));
        cx.push(Command::PickUpPosition(position));
    }

    /// Draws the board.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let view = self.view(cx);
        self.ground_ui(ui, cx, |board, ui| match view {
            BoardView::Cards => board.cards_ui(ui, cx),
            BoardView::Table => board.table_ui(ui, cx),
            BoardView::Map => board.map_ui(ui, cx),
        });
    }

    /// Draws the positions of all parks in place of the board.
    pub fn all_positions_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        self.ground_ui(ui, cx, |board, ui| board.positions_ui(ui, cx));
    }

    /// Draws the ground and what stands on it, which tells the park under the pointer.
    fn ground_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, contents: impl FnOnce(&mut Self, &mut Ui) -> Option<ParkId>) {
        self.picking.ground_ui(ui, cx, ui.max_rect(), "board");
        if cx.scenario().parks.is_empty() {
            self.grid.clear();
            empty(ui, cx);
            return;
        }
        self.role_under = None;
        self.answer = None;
        let over = contents(self, ui);
        self.seen = cx.bench.over().cloned();
        self.follow_pointer(ui.ctx(), cx, over);
    }

    /// Cards or table: as chosen, else by the number of parks.
    pub fn view(&self, cx: &Cx<'_>) -> BoardView {
        let many = cx.scenario().parks.len() > MOST_CARDS;
        self.chosen_view.unwrap_or(if many { BoardView::Table } else { BoardView::Cards })
    }

    /// How cards are grouped: as chosen, else by level where there are many.
    pub fn grouping(&self, cx: &Cx<'_>) -> Grouping {
        let many = cx.scenario().parks.len() > MOST_UNGROUPED;
        self.chosen_grouping.unwrap_or(if many { Grouping::Level } else { Grouping::Whole })
    }

    /// Shows cards or the table from now on.
    pub fn show(&mut self, view: BoardView) {
        self.chosen_view = Some(view);
    }

    /// Groups the cards from now on.
    pub fn group(&mut self, grouping: Grouping) {
        self.chosen_grouping = Some(grouping);
    }

    /// The park that an arrow key reaches from the one that is aimed at, in the order in which parks are shown; the
    /// first one when none is aimed at.
    pub fn neighbour(&self, over: Option<&ParkId>, step: Step) -> Option<ParkId> {
        let at = over.and_then(|park| {
            let rows = self.grid.iter().enumerate();
            let place = |(row, parks): (usize, &Vec<ParkId>)| Some((row, parks.iter().position(|it| it == park)?));
            rows.into_iter().find_map(place)
        });
        let Some((row, column)) = at else { return self.grid.first().and_then(|parks| parks.first()).cloned() };
        let row_of = |row: usize| self.grid.get(row).map(Vec::as_slice).unwrap_or_default();
        let next = match step {
            Step::Next => row_of(row).get(column + 1).or_else(|| row_of(row + 1).first()),
            Step::Previous => match column.checked_sub(1) {
                Some(column) => row_of(row).get(column),
                None => row.checked_sub(1).and_then(|row| row_of(row).last()),
            },
            Step::Down(_) => row_of(row + 1).get(column),
            Step::Up(_) => row.checked_sub(1).and_then(|row| row_of(row).get(column).or_else(|| row_of(row).last())),
        };
        next.or(over).cloned()
    }

    /// Whether the keyboard has just aimed at `park`: it comes into view.
    fn is_reached(&self, cx: &Cx<'_>, park: &ParkId) -> bool {
        self.dragged.is_none() && cx.bench.over() == Some(park) && self.seen.as_ref() != Some(park)
    }

    fn card_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, park: &Park) {
        let Some(view) = CardView::new(cx, park) else { return };
        let events = card::ui(ui, cx, rect, &view);
        if view.what_if.as_ref().is_some_and(|it| it.is_over) {
            self.answer = Some(card::answer_place(cx, rect));
        }
        self.carry_out(ui, cx, &view, events);
    }

    /// Does what was asked of a card or of its row in the table.
    fn carry_out(&mut self, ui: &Ui, cx: &Cx<'_>, view: &CardView, events: CardEvents) {
        let CardEvents { is_clicked, clicked, opens_list, picked_up, rows, sockets } = events;
        for (project, response) in rows {
            self.picking.note_row(ui, &project, response.rect);
            if response.secondary_clicked() {
                picking::click_for_menu(cx, &project);
            }
            response.context_menu(|ui| project_menu_ui(ui, cx, &project));
        }
        self.role_under = self.role_under.or(sockets.role_under);
        let is_socket_clicked = sockets.carry_out(cx, &view.park);
        if let Some(position) = sockets.picked_up {
            self.begin_position_drag(cx, position);
        } else if is_socket_clicked {
            // Its sheet opens.
        } else if let Some(project) = picked_up {
            self.begin_drag(cx, project);
        } else if let Some(project) = clicked {
            picking::click(ui, cx, &project, || view.projects.rows.iter().map(|row| row.id.clone()).collect());
        } else if is_clicked || opens_list {
            click_park(cx, &view.park);
        }
    }

    /// Aims what the pointer holds, and drops it on release.
    fn follow_pointer(&mut self, ctx: &Context, cx: &Cx<'_>, over: Option<ParkId>) {
        let Some(dragged) = &self.dragged else { return };
        let is_released = ctx.input(|input| input.pointer.any_released() || !input.pointer.any_down());
        let is_held = match dragged {
            Dragged::Project(project) => cx.bench.held().is_some_and(|held| held.has(project)),
            Dragged::Position(position) => cx.bench.held_position().is_some_and(|held| held.position.id == *position),
        } || cx.pushed().iter().any(|it| matches!(it, Command::PickUp(_) | Command::PickUpPosition(_)));
        if !is_held || ctx.input(|input| input.key_pressed(egui::Key::Escape)) {
            cx.push(Command::LetGo);
            self.dragged = None;
        } else if is_released && self.is_over_queue(ctx, cx) {
            let held = cx.bench.held().map(|held| held.projects.iter().map(|it| it.id.clone()).collect());
            cx.push(Command::UnplaceAll(held.unwrap_or_default()));
            self.dragged = None;
        } else if is_released {
            self.aim_role(cx);
            let drop = if over.is_some() { Command::DropHeld } else { Command::LetGo };
            cx.push(Command::Aim(over));
            cx.push(drop);
            self.dragged = None;
        } else {
            self.aim_role(cx);
            if cx.bench.is_holding() && cx.bench.over() != over.as_ref() {
                cx.push(Command::Aim(over));
            }
        }
    }

    /// Aims the position that the pointer holds at the column under it: its own role where there is none.
    fn aim_role(&self, cx: &Cx<'_>) {
        if let Some(held) = cx.bench.held_position() {
            let role = self.role_under.unwrap_or(held.position.role);
            if role != held.role {
                cx.push(Command::AimRole(role));
            }
        }
    }

    /// Scrolls the list that shows in `room` while something is dragged near its upper or lower edge; `content` is
    /// where all of it would be.
    pub fn scroll_at_edge(&self, ui: &Ui, room: Rect, content: Rangef) {
        let Some(at) =
            ui.ctx().pointer_latest_pos().filter(|at| self.dragged.is_some() && room.x_range().contains(at.x))
        else {
            return;
        };
        let is_near = |edge: f32| (at.y - edge).abs() < SCROLL_ZONE;
        let step = if is_near(room.top()) && content.min < room.top() - 0.5 {
            SCROLL_STEP
        } else if is_near(room.bottom()) && content.max > room.bottom() + 0.5 {
            -SCROLL_STEP
        } else {
            return;
        };
        ui.scroll_with_delta(vec2(0.0, step));
        ui.ctx().request_repaint();
    }

    /// Draws what the pointer holds beside the pointer.
    pub fn ghost_ui(&self, ctx: &Context, cx: &Cx<'_>) {
        let (Some(_), Some(at)) = (&self.dragged, ctx.pointer_latest_pos()) else { return };
        let Some((name, industries)) = ghost(cx) else { return };
        ctx.set_cursor_icon(egui::CursorIcon::Grabbing);
        // Above the pointer and narrow: what the card beneath says, at its lower edge, stays to be read.
        Area::new(Id::unique("ghost"))
            .order(Order::Tooltip)
            .fixed_pos(pos2(
                at.x + 12.0,
                self.answer.map_or(f32::INFINITY, |it| it.top() - GHOST - 2.0).min(at.y - 40.0),
            ))
            .interactable(false)
            .show(ctx, |ui| {
                let seals = industries.len();
                let seals_width = 26.0 * as_points(seals);
                let words_width = width_of(ui.painter(), &name, Type::BodyBold);
                let width = (words_width + seals_width + 20.0).clamp(76.0, 160.0);
                let (rect, _) = ui.allocate_exact_size(vec2(width, GHOST), egui::Sense::hover());
                shapes::card(ui.painter(), rect, cx.theme.card, cx.theme.edge_selected(), true, cx.theme);
                let mut left = rect.left() + 7.0;
                for industry in &industries {
                    let seal = Rect::from_min_size(pos2(left, rect.top() + 6.0), vec2(22.0, 22.0));
                    paint_seal(ui.painter(), seal, &cx.seal(industry), cx.theme, cx.is_chinese());
                    left = seal.right() + 4.0;
                }
                let words = Rect::from_min_max(pos2(left + 4.0, rect.top()), rect.max - vec2(8.0, 0.0));
                line(ui.painter(), words, Align::Min, &name, Type::BodyBold, cx.theme.text1);
            });
    }
}

/// Name and seals of what is held.
fn ghost(cx: &Cx<'_>) -> Option<(String, Vec<IndustryId>)> {
    if let Some(held) = cx.bench.held_position() {
        let industries = held.position.industries.iter().take(GHOST_SEALS).cloned().collect();
        return Some((cx.tell(&held.position.name).to_owned(), industries));
    }
    let held = cx.bench.held()?;
    let name = match held.projects.as_slice() {
        [project] => format!("{} {}", project.id, cx.tell(&project.name)),
        several => several_words(cx, several.len()),
    };
    Some((name, held.projects.iter().take(GHOST_SEALS).map(|it| it.industry.clone()).collect()))
}

/// Selects the park, or drops into it what the keyboard holds.
fn click_park(cx: &Cx<'_>, park: &ParkId) {
    if cx.bench.is_holding() {
        cx.push(Command::Aim(Some(park.clone())));
        cx.push(Command::DropHeld);
    } else {
        cx.push(Command::Select(Selection::Park(park.clone())));
    }
}

fn empty(ui: &Ui, cx: &Cx<'_>) {
    let room = ui.available_rect_before_wrap();
    let rect = Rect::from_center_size(room.center(), vec2(room.width().min(560.0) - 40.0, 90.0));
    shapes::framed_rect(ui.painter(), rect, RADIUS_BUTTON, cx.theme.panel, egui::Stroke::NONE);
    shapes::dashed_rect(ui.painter(), rect, RADIUS_BUTTON, cx.theme.edge_strong());
    line(ui.painter(), rect.shrink(12.0), Align::Center, cx.say(words::NO_PARKS), Type::Body, cx.theme.text2);
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of columns")]
fn fitting(room: f32, least: f32, gap: f32) -> usize {
    ((room + gap) / (least + gap)).floor().max(1.0) as usize
}

#[expect(clippy::cast_precision_loss, reason = "a handful of rows and columns")]
fn as_points(number: usize) -> f32 {
    number as f32
}

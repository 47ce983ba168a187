//! The board: park cards in a grid, the drop, and the ghost of what is held.

use std::sync::Arc;

use egui::{Align, Area, Context, Id, Order, Rangef, Rect, ScrollArea, Ui, pos2, vec2};

use super::{
    card::{self, COMFORTABLE_HEIGHT, COMFORTABLE_WIDTH, COMPACT_HEIGHT, COMPACT_WIDTH, CardEvents},
    card_view::CardView,
    picking::{self, Picking},
};
use crate::{
    i18n::{phrase::Phrase, words},
    model::{
        id::{ParkId, ProjectId},
        park::Park,
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
    workbench::{Selection, command::Command, held::Outlook},
};

/// Distance from an edge within which a drag scrolls the board, in points.
const SCROLL_ZONE: f32 = 24.0;
/// How far it scrolls a frame, in points.
const SCROLL_STEP: f32 = 8.0;
/// Seals that the ghost shows at most.
const GHOST_SEALS: usize = 4;

/// The board between frames.
#[derive(Debug, Default)]
pub struct Board {
    /// The project that the pointer drags.
    dragged: Option<ProjectId>,
    columns: usize,
    /// Where the queue is: a placed project dropped there goes back.
    queue: Option<Rect>,
    /// Rows that the rubber band can catch, and the band.
    pub picking: Picking,
}

impl Board {
    /// Tells whether the pointer holds a project.
    pub fn is_held_by_pointer(&self) -> bool {
        self.dragged.is_some()
    }

    /// Columns of the grid, at least 1.
    pub fn columns(&self) -> usize {
        self.columns.max(1)
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
        self.dragged = Some(project.clone());
        cx.push(Command::PickUp(project));
    }

    /// Draws the board.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        self.picking.ground_ui(ui, cx, ui.max_rect(), "board");
        let parks = cx.scenario().parks_in_order();
        if parks.is_empty() {
            empty(ui, cx);
            return;
        }
        let (margin, gap) = if cx.roomy { (vec2(12.0, 8.0), 8.0) } else { (vec2(8.0, 6.0), 6.0) };
        let room = ui.available_rect_before_wrap().shrink2(margin);
        let (least_width, height) =
            if cx.roomy { (COMFORTABLE_WIDTH, COMFORTABLE_HEIGHT) } else { (COMPACT_WIDTH, COMPACT_HEIGHT) };
        self.columns = fitting(room.width(), least_width, gap).clamp(1, parks.len());
        let rows = parks.len().div_ceil(self.columns);
        let width = (room.width() - gap * (as_points(self.columns) - 1.0)) / as_points(self.columns);
        // Cards grow with a tall window, never while something is held.
        let fitting_height = (room.height() - gap * (as_points(rows) - 1.0)) / as_points(rows);
        let height = fitting_height.clamp(height, height * 1.3).floor();
        let mut over = None;
        // The gap below the last row may hang over the margin; nothing scrolls that fits.
        let view = Rect::from_min_max(room.min - vec2(margin.x, 0.0), room.max + vec2(margin.x, gap));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(view));
        child.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ScrollArea::vertical().id_salt("board").auto_shrink(false).show_rows(
            &mut child,
            height + gap,
            rows,
            |ui, range| {
                let top = ui.max_rect().top() - as_points(range.start) * (height + gap);
                let content = Rangef::new(top, top + as_points(rows) * (height + gap) - gap);
                for row in range {
                    let (line, _) =
                        ui.allocate_exact_size(vec2(ui.available_width(), height + gap), egui::Sense::hover());
                    for (column, park) in parks.iter().skip(row * self.columns).take(self.columns).enumerate() {
                        let left = room.left() + as_points(column) * (width + gap);
                        let rect = Rect::from_min_size(pos2(left, line.top()), vec2(width, height));
                        self.card_ui(ui, cx, rect, park);
                        if ui
                            .ctx()
                            .pointer_latest_pos()
                            .is_some_and(|at| rect.contains(at) && ui.clip_rect().contains(at))
                        {
                            over = Some(park.id.clone());
                        }
                    }
                }
                self.scroll_at_edge(ui, ui.clip_rect(), content);
            },
        );
        self.follow_pointer(ui.ctx(), cx, over);
    }

    fn card_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, park: &Park) {
        let Some(view) = CardView::new(cx, park) else { return };
        let CardEvents { is_clicked, clicked, picked_up, rows } = card::ui(ui, cx, rect, &view);
        for (project, response) in rows {
            self.picking.note_row(ui, &project, response.rect);
            if response.secondary_clicked() {
                picking::click_for_menu(cx, &project);
            }
            response.context_menu(|ui| project_menu_ui(ui, cx, &project));
        }
        if let Some(project) = picked_up {
            self.begin_drag(cx, project);
        } else if let Some(project) = clicked {
            picking::click(ui, cx, &project, || view.rows.iter().map(|row| row.id.clone()).collect());
        } else if is_clicked && cx.bench.held().is_none() {
            cx.push(Command::Select(Selection::Park(park.id.clone())));
        } else if is_clicked {
            cx.push(Command::Aim(Some(park.id.clone())));
            cx.push(Command::DropHeld);
        }
    }

    /// Aims what the pointer holds, and drops it on release.
    fn follow_pointer(&mut self, ctx: &Context, cx: &Cx<'_>, over: Option<ParkId>) {
        let Some(dragged) = &self.dragged else { return };
        let is_released = ctx.input(|input| input.pointer.any_released() || !input.pointer.any_down());
        let is_held = cx.bench.held().is_some_and(|held| held.has(dragged))
            || cx.pushed().iter().any(|it| matches!(it, Command::PickUp(_)));
        if !is_held || ctx.input(|input| input.key_pressed(egui::Key::Escape)) {
            cx.push(Command::LetGo);
            self.dragged = None;
        } else if is_released && self.is_over_queue(ctx, cx) {
            let held = cx.bench.held().map(|held| held.projects.iter().map(|it| it.id.clone()).collect());
            cx.push(Command::UnplaceAll(held.unwrap_or_default()));
            self.dragged = None;
        } else if is_released {
            let drop = if over.is_some() { Command::DropHeld } else { Command::LetGo };
            cx.push(Command::Aim(over));
            cx.push(drop);
            self.dragged = None;
        } else if cx.bench.held().is_some_and(|held| held.over != over) {
            cx.push(Command::Aim(over));
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
        let (Some(_), Some(held), Some(at)) = (&self.dragged, cx.bench.held(), ctx.pointer_latest_pos()) else {
            return;
        };
        ctx.set_cursor_icon(egui::CursorIcon::Grabbing);
        let name = match held.projects.as_slice() {
            [project] => format!("{} {}", project.id, cx.tell(&project.name)),
            several => several_words(cx, several.len()),
        };
        // Above the pointer and narrow: what the card beneath says, at its lower edge, stays to be read.
        Area::new(Id::unique("ghost"))
            .order(Order::Tooltip)
            .fixed_pos(at + vec2(12.0, -40.0))
            .interactable(false)
            .show(ctx, |ui| {
                let seals = held.projects.len().min(GHOST_SEALS);
                let seals_width = 26.0 * as_points(seals);
                let words_width = width_of(ui.painter(), &name, Type::BodyBold);
                let width = (words_width + seals_width + 20.0).clamp(76.0, 160.0);
                let (rect, _) = ui.allocate_exact_size(vec2(width, 34.0), egui::Sense::hover());
                shapes::card(ui.painter(), rect, cx.theme.card, cx.theme.edge_selected(), true, cx.theme);
                let mut left = rect.left() + 7.0;
                for project in held.projects.iter().take(GHOST_SEALS) {
                    let seal = Rect::from_min_size(pos2(left, rect.top() + 6.0), vec2(22.0, 22.0));
                    paint_seal(ui.painter(), seal, &cx.seal(&project.industry), cx.theme, cx.is_chinese());
                    left = seal.right() + 4.0;
                }
                let words = Rect::from_min_max(pos2(left + 4.0, rect.top()), rect.max - vec2(8.0, 0.0));
                line(ui.painter(), words, Align::Min, &name, Type::BodyBold, cx.theme.text1);
            });
    }
}

/// `3 项`.
pub fn several_words(cx: &Cx<'_>, count: usize) -> String {
    if cx.is_chinese() { format!("{count} 项") } else { format!("{count} projects") }
}

/// What can be done with a project, or with all that are selected when it is one of them.
pub fn project_menu_ui(ui: &mut Ui, cx: &Cx<'_>, project: &ProjectId) {
    let selection = cx.bench.selection();
    let projects: Vec<ProjectId> =
        if selection.has(project) { selection.projects().cloned().collect() } else { vec![project.clone()] };
    if projects.len() > 1 {
        ui.label(several_words(cx, projects.len()));
    }
    ui.menu_button(cx.say(words::PLACE_IN), |ui| place_menu_ui(ui, cx, &projects));
    let facts = cx.bench.judgement().facts();
    let placed: Vec<&ProjectId> = projects.iter().filter(|id| facts.home(id).is_some()).collect();
    if !placed.is_empty() {
        if ui.button(cx.say(words::BACK_TO_QUEUE)).clicked() {
            cx.push(Command::UnplaceAll(projects.clone()));
            ui.close();
        }
        let is_pinned = placed.iter().all(|id| cx.scenario().pin(cx.bench.plan(), id).is_some());
        if ui.button(cx.say(if is_pinned { words::UNPIN } else { words::PIN })).clicked() {
            cx.push(Command::PinOrUnpinAll(projects.clone()));
            ui.close();
        }
    }
}

/// What a park answers, in a word or two.
pub const fn outlook_words(outlook: Outlook) -> Phrase {
    match outlook {
        Outlook::Here => words::HERE,
        Outlook::Good => words::NO_NEW_PROBLEM,
        Outlook::Watch => Phrase::new("有提示", "With notes"),
        Outlook::Breaks => Phrase::new("突破上限", "Breaks a limit"),
        Outlook::Refused => words::VETO,
    }
}

/// Every park with what it would say; a click places the projects there.
pub fn place_menu_ui(ui: &mut Ui, cx: &Cx<'_>, projects: &[ProjectId]) {
    let Some(previews) = cx.previews_of(projects) else { return };
    egui::ScrollArea::vertical().id_salt("place in").max_height(420.0).show(ui, |ui| {
        for park in cx.scenario().parks_in_order() {
            let Some(preview) = previews.previews.get(&park.id) else { continue };
            let word = outlook_words(preview.outlook);
            let name = cx.tell(&park.short_name);
            let button = egui::Button::new(name).right_text(cx.say(word));
            let is_possible = !matches!(preview.outlook, Outlook::Here | Outlook::Refused);
            if ui.add_enabled(is_possible, button).clicked() {
                cx.push(Command::PlaceAll { projects: projects.to_vec(), park: park.id.clone() });
                ui.close();
            }
        }
    });
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

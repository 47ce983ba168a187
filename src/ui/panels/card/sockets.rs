//! The sockets of a park card: positions that can be opened and dragged, and slots that can be filled.

use egui::{Align, Id, Pos2, Rect, Response, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::{
    i18n::term,
    model::{
        id::{ParkId, PositionId},
        park::Role,
    },
    ui::{
        cx::{Ask, Cx},
        panels::{
            card_view::{CardView, Socket, SocketKind},
            inspector::position_menu_ui,
        },
        theme::{RADIUS_ROW, SPACE_4, STROKE_STRONG, Signal, Type},
        widgets::{seal::paint_seal, shapes, text::line, tip::Tip},
    },
};

/// What happened to the sockets of a park.
#[derive(Debug, Default)]
pub struct SocketEvents {
    /// A position began to be dragged.
    pub picked_up: Option<PositionId>,
    /// The column of sockets under the pointer.
    pub role_under: Option<Role>,
    /// A position was clicked.
    clicked: Option<PositionId>,
    /// A free slot of this role was clicked.
    slot: Option<Role>,
    /// Responses of the positions, for their menus.
    menus: Vec<(PositionId, Response)>,
}

impl SocketEvents {
    /// Opens the sheet of what was clicked, or the menu of a position; tells whether anything was clicked.
    pub fn carry_out(&self, cx: &Cx<'_>, park: &ParkId) -> bool {
        for (id, response) in &self.menus {
            response.context_menu(|ui| {
                if let Some(position) = cx.bench.position(id) {
                    position_menu_ui(ui, cx, position);
                }
            });
        }
        if let Some(position) = &self.clicked {
            cx.ask(Ask::EditPosition(position.clone()));
        } else if let Some(role) = self.slot {
            cx.ask(Ask::NewPosition(park.clone(), role));
        }
        self.clicked.is_some() || self.slot.is_some()
    }
}

/// Notes that the pointer is over the column of `role`.
pub fn note_column(ui: &Ui, rect: Rect, role: Role, events: &mut SocketEvents) {
    let is_inside = |at: Pos2| rect.contains(at) && ui.clip_rect().contains(at);
    if ui.ctx().pointer_latest_pos().is_some_and(is_inside) {
        events.role_under = Some(role);
    }
}

/// A socket with its role and its place in the column.
pub type SocketIn<'a> = (Role, usize, &'a Socket);

/// What can be done with a socket: a click opens the sheet of its position, or of a new one; a position can be dragged.
///
/// Sockets are no stops of the Tab key: the inspector of the park lists the same positions, which are.
fn socket_deeds(
    ui: &Ui,
    cx: &Cx<'_>,
    rect: Rect,
    view: &CardView,
    (role, at, socket): SocketIn<'_>,
    events: &mut SocketEvents,
) {
    if cx.bench.is_holding() && socket.kind != SocketKind::Leaving {
        return;
    }
    let may_change = cx.scenario().may_change(cx.bench.plan());
    let id = Id::unique(("socket", view.park.as_str(), role == Role::Leading, at));
    let sense = match &socket.position {
        _ if !may_change => Sense::HOVER,
        Some(_) => Sense::CLICK | Sense::DRAG,
        None if socket.kind == SocketKind::Free => Sense::CLICK,
        None => Sense::HOVER,
    };
    let response = ui.interact(rect, id, sense);
    // Free slots of a role are told apart by their places.
    let place = if socket.position.is_none() { format!(" {}", at.saturating_add(1)) } else { String::new() };
    let label = format!("{} · {} · {}{place}", cx.say(term::role(role)), socket.name, view.name);
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, may_change, &label));
    if response.hovered() && may_change {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, egui::Color32::TRANSPARENT, cx.theme.edge_selected());
    }
    let response = if response.dragged() { response } else { response.tip(&label) };
    match &socket.position {
        Some(position) => {
            if response.drag_started() {
                events.picked_up = Some(position.clone());
            }
            if response.clicked() {
                events.clicked = Some(position.clone());
            }
            events.menus.push((position.clone(), response));
        }
        None if response.clicked() => events.slot = Some(role),
        None => {}
    }
}

/// Draws a socket with its name.
pub fn socket_at(
    ui: &Ui,
    cx: &Cx<'_>,
    rect: Rect,
    view: &CardView,
    (role, at, socket): SocketIn<'_>,
    events: &mut SocketEvents,
) {
    let (theme, painter) = (cx.theme, ui.painter());
    let (holds, broken) = (theme.tone(Signal::Holds), theme.tone(Signal::Broken));
    let (fill, text, style) = match socket.kind {
        SocketKind::Filled => (theme.sunken, theme.text1, Type::Small),
        SocketKind::Hit => (holds.soft, theme.text1, Type::SmallBold),
        SocketKind::WouldFill => (holds.soft, holds.ink, Type::SmallBold),
        SocketKind::Overflow => (broken.soft, broken.ink, Type::SmallBold),
        SocketKind::Free => (theme.card, theme.text2, Type::Small),
        SocketKind::Leaving => (theme.card, theme.text3, Type::Small),
    };
    let is_hit = socket.kind == SocketKind::Hit;
    let stroke = if is_hit { Stroke::new(STROKE_STRONG, holds.ink) } else { Stroke::NONE };
    shapes::framed_rect(painter, rect, RADIUS_ROW, fill, stroke);
    match socket.kind {
        SocketKind::Free | SocketKind::Leaving => {
            shapes::dashed_rect(painter, rect, RADIUS_ROW, theme.edge_strong());
        }
        SocketKind::WouldFill => shapes::dashed_rect(painter, rect, RADIUS_ROW, Stroke::new(STROKE_STRONG, holds.ink)),
        SocketKind::Overflow => shapes::dashed_rect(painter, rect, RADIUS_ROW, Stroke::new(STROKE_STRONG, broken.ink)),
        SocketKind::Filled | SocketKind::Hit => {}
    }
    let seal = Rect::from_min_size(pos2(rect.left() + 2.0, rect.center().y - 8.5), vec2(17.0, 17.0));
    match &socket.industry {
        Some(industry) => paint_seal(painter, seal, &cx.seal(industry), theme, cx.is_chinese()),
        None => shapes::dashed_rect(painter, seal, 4, theme.edge_strong()),
    }
    let words = Rect::from_min_max(pos2(seal.right() + SPACE_4, rect.top()), pos2(rect.right() - 3.0, rect.bottom()));
    line(painter, words, Align::Min, &socket.name, style, text);
    socket_deeds(ui, cx, rect, view, (role, at, socket), events);
}

/// Draws a socket that is a seal alone; returns where the next begins.
pub fn compact_socket(
    ui: &Ui,
    cx: &Cx<'_>,
    at: Pos2,
    view: &CardView,
    (role, place, socket): SocketIn<'_>,
    events: &mut SocketEvents,
) -> f32 {
    let (theme, painter) = (cx.theme, ui.painter());
    let rect = Rect::from_min_size(at, vec2(18.0, 18.0));
    match &socket.industry {
        Some(industry) => paint_seal(painter, rect.shrink(1.0), &cx.seal(industry), theme, cx.is_chinese()),
        None => shapes::dashed_rect(painter, rect.shrink(1.0), 4, theme.edge_strong()),
    }
    let mark = match socket.kind {
        SocketKind::Overflow => Some(theme.tone(Signal::Broken).ink),
        SocketKind::WouldFill => Some(theme.tone(Signal::Holds).ink),
        SocketKind::Leaving => Some(theme.text2),
        SocketKind::Hit | SocketKind::Filled | SocketKind::Free => None,
    };
    if let Some(ink) = mark {
        shapes::dashed_rect(painter, rect.expand(1.0), 4, Stroke::new(STROKE_STRONG, ink));
    }
    if socket.kind == SocketKind::Hit {
        let stroke = Stroke::new(STROKE_STRONG, theme.tone(Signal::Holds).ink);
        shapes::framed_rect(painter, rect.expand(1.0), 4, egui::Color32::TRANSPARENT, stroke);
    }
    socket_deeds(ui, cx, rect, view, (role, place, socket), events);
    rect.right() + 3.0
}

//! What can be pressed: buttons, icon buttons, a row of choices and the tabs of the top band.
//!
//! Each takes mouse and keyboard, shows the focus, has a name for screen readers and a tip on hover. None acts: the
//! caller reads the response.

mod choice;

use egui::{Align, Color32, Id, Painter, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::icon::{self, Icon};
use super::text::{line, width_of};
use super::tip::Tip;
use super::{shapes, tag};
use crate::ui::theme::{RADIUS_BUTTON, SPACE_6, STROKE, Theme, Type, readable_on};

pub use choice::{Segment, band_tab_ui, segmented_ui};

/// Height of an ordinary button in points.
pub const BUTTON_HEIGHT: f32 = 28.0;
/// Height of a button in a row or a strip in points.
pub const SMALL_BUTTON_HEIGHT: f32 = 24.0;
/// Space at both ends of a button in points.
const PADDING: f32 = 10.0;
/// Side of the icon of a button in points.
const ICON: f32 = 16.0;

/// How strongly a button asks to be pressed, and on what ground it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// Filled in the accent; one in a place.
    Primary,
    /// Outlined.
    Secondary,
    /// Without an edge until the pointer is over it.
    Quiet,
    /// Outlined on the dark top band; filled pale when selected.
    Band,
}

/// What a button shows and says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Button<'a> {
    name: &'a str,
    shows_name: bool,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    keys: Option<&'a str>,
    hover: Option<&'a str>,
    emphasis: Emphasis,
    height: f32,
    width: Option<f32>,
    selected: bool,
    enabled: bool,
    fill: Option<Color32>,
}

impl<'a> Button<'a> {
    /// An outlined button with words.
    pub const fn new(words: &'a str) -> Self {
        Self {
            name: words,
            shows_name: true,
            icon: None,
            trailing: None,
            keys: None,
            hover: None,
            emphasis: Emphasis::Secondary,
            height: BUTTON_HEIGHT,
            width: None,
            selected: false,
            enabled: true,
            fill: None,
        }
    }

    /// The filled button: the next step.
    pub const fn primary(words: &'a str) -> Self {
        Self { emphasis: Emphasis::Primary, ..Self::new(words) }
    }

    /// A square button with an icon alone and no edge at rest; its name is its tip.
    pub const fn quiet(icon: Icon, name: &'a str) -> Self {
        Self { emphasis: Emphasis::Quiet, shows_name: false, icon: Some(icon), ..Self::new(name) }
    }

    /// The same in another emphasis.
    #[must_use]
    pub const fn emphasis(self, emphasis: Emphasis) -> Self {
        Self { emphasis, ..self }
    }

    /// The same with an icon before the words.
    #[must_use]
    pub const fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// The same with an icon after the words, for instance a chevron.
    #[must_use]
    pub const fn trailing(self, icon: Icon) -> Self {
        Self { trailing: Some(icon), ..self }
    }

    /// The same with its keys as a cap at the end.
    #[must_use]
    pub const fn keys(self, keys: &'a str) -> Self {
        Self { keys: Some(keys), ..self }
    }

    /// The same with a tip on hover; a disabled button should say why.
    #[must_use]
    pub const fn hover(self, hover: &'a str) -> Self {
        Self { hover: Some(hover), ..self }
    }

    /// The same in the height of rows and strips.
    #[must_use]
    pub const fn small(self) -> Self {
        Self { height: SMALL_BUTTON_HEIGHT, ..self }
    }

    /// The same in a fixed width in points; words that do not fit are cut with an ellipsis.
    #[must_use]
    pub const fn width(self, width: f32) -> Self {
        Self { width: Some(width), ..self }
    }

    /// The same, pressed in or not.
    #[must_use]
    pub const fn selected(self, selected: bool) -> Self {
        Self { selected, ..self }
    }

    /// The same, pressed in and filled in the colour of what was decided by it.
    #[must_use]
    pub const fn decided(self, fill: Color32) -> Self {
        Self { selected: true, fill: Some(fill), ..self }
    }

    /// The same, able to be pressed or not.
    #[must_use]
    pub const fn enabled(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }

    /// The size that [`button_ui`] takes, in points.
    pub fn size(&self, painter: &Painter) -> Vec2 {
        if let Some(width) = self.width {
            return vec2(width, self.height);
        }
        if !self.shows_name && self.trailing.is_none() && self.keys.is_none() {
            return Vec2::splat(self.height);
        }
        let words = if self.shows_name { width_of(painter, self.name, Type::BodyBold) } else { 0.0 };
        let keys = self.keys.map_or(0.0, |keys| tag::key_cap_width(painter, keys));
        let icons = [self.icon, self.trailing].into_iter().flatten().map(|_| ICON);
        let pieces: Vec<f32> = icons.chain([words, keys]).filter(|width| *width > 0.0).collect();
        let gaps = pieces.iter().skip(1).map(|_| SPACE_6).sum::<f32>();
        vec2((pieces.iter().sum::<f32>() + gaps + 2.0 * PADDING).ceil(), self.height)
    }

    fn ink(&self, theme: &Theme) -> Color32 {
        if let Some(fill) = self.fill {
            return readable_on(fill);
        }
        match self.emphasis {
            Emphasis::Primary => theme.on_accent,
            Emphasis::Band if self.selected => theme.band,
            Emphasis::Band => theme.band_text2,
            Emphasis::Secondary | Emphasis::Quiet if self.selected => theme.accent,
            Emphasis::Secondary => theme.text1,
            Emphasis::Quiet => theme.text2,
        }
    }

    /// Ground and edge, by how the button is touched.
    fn ground(&self, theme: &Theme, hovered: bool, pressed: bool) -> (Color32, Stroke) {
        let clear = Color32::TRANSPARENT;
        let edge = |colour| Stroke::new(STROKE, colour);
        if let Some(fill) = self.fill {
            return (fill, if hovered { edge(theme.text1) } else { Stroke::NONE });
        }
        match self.emphasis {
            Emphasis::Primary if hovered || pressed => (theme.accent_hover, Stroke::NONE),
            Emphasis::Primary => (theme.accent, Stroke::NONE),
            Emphasis::Band if self.selected => (theme.band_text, Stroke::NONE),
            Emphasis::Band if hovered => (theme.band_high, edge(theme.band_text2)),
            Emphasis::Band => (clear, edge(theme.band_high)),
            Emphasis::Secondary | Emphasis::Quiet if self.selected || pressed => {
                (theme.accent_soft, edge(theme.accent))
            }
            Emphasis::Secondary if hovered => (theme.sunken, edge(theme.text3)),
            Emphasis::Secondary => (theme.card, edge(theme.line_strong)),
            Emphasis::Quiet if hovered => (theme.sunken, edge(theme.line_strong)),
            Emphasis::Quiet => (clear, Stroke::NONE),
        }
    }

    /// Paints the button as its response stands, names it and hangs its tip.
    fn finish(&self, painter: &Painter, theme: &Theme, response: Response, enabled: bool) -> Response {
        let rect = response.rect;
        if painter.clip_rect().intersects(rect) {
            let mut painter = painter.clone();
            if !enabled {
                painter.multiply_opacity(0.5);
            }
            let (fill, stroke) =
                self.ground(theme, enabled && response.hovered(), response.is_pointer_button_down_on());
            shapes::framed_rect(&painter, rect, RADIUS_BUTTON, fill, stroke);
            self.paint_contents(&painter, rect, theme);
            if response.has_focus() {
                shapes::focus_ring(&painter, rect, RADIUS_BUTTON, focus_colour(theme, self.emphasis));
            }
        }
        response.widget_info(|| {
            if self.selected {
                WidgetInfo::selected(Role::Button, enabled, true, self.name)
            } else {
                WidgetInfo::labeled(Role::Button, enabled, self.name)
            }
        });
        match self.hover.or((!self.shows_name).then_some(self.name)) {
            Some(tip) if enabled => response.tip(tip),
            Some(tip) => response.tip_while_off(tip),
            None => response,
        }
    }

    fn paint_contents(&self, painter: &Painter, rect: Rect, theme: &Theme) {
        let ink = self.ink(theme);
        let style = if self.emphasis == Emphasis::Primary || self.selected { Type::BodyBold } else { Type::Body };
        if !self.shows_name && self.trailing.is_none() && self.keys.is_none() {
            if let Some(sign) = self.icon {
                icon::paint(painter, sign, Rect::from_center_size(rect.center(), Vec2::splat(ICON)), ink);
            }
            return;
        }
        let mut room = rect.shrink2(vec2(PADDING, 0.0));
        let slack = (rect.width() - Self { width: None, ..*self }.size(painter).x).max(0.0);
        // In a wider button words and icon stand in the middle; a chevron and keys stay at the end.
        if self.trailing.is_none() && self.keys.is_none() {
            room.min.x += slack / 2.0;
            room.max.x -= slack / 2.0;
        }
        let square = |left: f32| Rect::from_min_size(pos2(left, rect.center().y - ICON / 2.0), Vec2::splat(ICON));
        if let Some(sign) = self.icon {
            icon::paint(painter, sign, square(room.left()), ink);
            room.min.x += ICON + SPACE_6;
        }
        if let Some(sign) = self.trailing {
            icon::paint(painter, sign, square(room.right() - ICON).shrink(2.0), ink);
            room.max.x -= ICON + SPACE_6;
        }
        if let Some(keys) = self.keys {
            let width = tag::key_cap_width(painter, keys);
            let at = pos2(room.right() - width, rect.center().y - tag::TAG_HEIGHT / 2.0);
            match self.emphasis {
                Emphasis::Band => tag::key_cap_on_band(painter, at, keys, theme),
                Emphasis::Primary => tag::key_cap_on_accent(painter, at, keys, theme),
                Emphasis::Secondary | Emphasis::Quiet => tag::key_cap(painter, at, keys, theme),
            };
            room.max.x -= width + SPACE_6;
        }
        if self.shows_name {
            let middle = self.icon.is_none() && self.trailing.is_none() && self.keys.is_none();
            let align = if middle { Align::Center } else { Align::Min };
            let room = room.expand2(vec2(0.5, 0.0));
            line(painter, room, align, self.name, style, ink);
        }
    }
}

/// Allocates and shows a button where the layout stands.
pub fn button_ui(ui: &mut Ui, theme: &Theme, button: &Button<'_>) -> Response {
    let enabled = button.enabled && ui.is_enabled();
    let size = button.size(ui.painter());
    let (_, response) = ui.allocate_exact_size(size, sense(enabled));
    button.finish(ui.painter(), theme, response, enabled)
}

/// Shows a button in a rectangle that the caller laid out; nothing is allocated.
pub fn button_at_ui(ui: &Ui, theme: &Theme, rect: Rect, id: Id, button: &Button<'_>) -> Response {
    let enabled = button.enabled && ui.is_enabled();
    let response = ui.interact(rect, id, sense(enabled));
    button.finish(ui.painter(), theme, response, enabled)
}

fn focus_colour(theme: &Theme, emphasis: Emphasis) -> Color32 {
    match emphasis {
        Emphasis::Band => theme.band_accent,
        Emphasis::Primary | Emphasis::Secondary | Emphasis::Quiet => theme.accent,
    }
}

/// A disabled widget senses the pointer only, for its tip.
fn sense(enabled: bool) -> Sense {
    if enabled { Sense::click() } else { Sense::hover() }
}

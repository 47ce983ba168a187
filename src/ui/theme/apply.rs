//! How egui's own widgets look: its style, derived from the tokens.

use egui::style::{ScrollStyle, WidgetVisuals, Widgets};
use egui::{Context, CornerRadius, FontFamily, FontId, Margin, Stroke, Style, TextStyle, Visuals, vec2};

use super::{
    FADE_SECONDS, Lettering, RADIUS_BUTTON, RADIUS_CARD, RADIUS_ROW, SPACE_4, SPACE_6, SPACE_8, STROKE, STROKE_STRONG,
    Theme, ThemeKind, Type,
};

/// Makes egui draw its own widgets (menus, fields, scroll bars, tips) in a scheme, at once.
///
/// Nothing fades when `still`. Also tells egui and the window frame which of light and dark is in use.
pub fn apply(ctx: &Context, kind: ThemeKind, still: bool) {
    let side = match kind {
        ThemeKind::Light => egui::Theme::Light,
        ThemeKind::Dark => egui::Theme::Dark,
    };
    ctx.set_theme(side);
    let mut style = style(Theme::of(kind));
    if still {
        style.animation_time = 0.0;
    }
    ctx.set_style_of(side, style);
}

/// The whole style of a scheme.
fn style(theme: &Theme) -> Style {
    let mut style = Style {
        text_styles: [
            (TextStyle::Small, Type::Small.font()),
            (TextStyle::Body, Type::Body.font()),
            (TextStyle::Button, Type::Body.font()),
            (TextStyle::Heading, Type::Heading.font()),
            (TextStyle::Monospace, FontId::new(Type::Body.size(), FontFamily::Monospace)),
        ]
        .into(),
        visuals: visuals(theme),
        animation_time: FADE_SECONDS,
        ..Style::default()
    };
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(SPACE_8, SPACE_4);
    spacing.button_padding = vec2(10.0, SPACE_4);
    spacing.interact_size = vec2(28.0, 28.0);
    spacing.window_margin = Margin::same(12);
    spacing.menu_margin = Margin::same(6);
    spacing.menu_spacing = SPACE_4;
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 8.0;
    spacing.icon_spacing = SPACE_6;
    spacing.tooltip_width = 360.0;
    spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 6.0,
        floating_allocated_width: 8.0,
        bar_inner_margin: 2.0,
        bar_outer_margin: 1.0,
        handle_min_length: 24.0,
        dormant_background_opacity: 0.0,
        dormant_handle_opacity: 0.25,
        active_background_opacity: 0.0,
        active_handle_opacity: 0.4,
        interact_background_opacity: 0.5,
        interact_handle_opacity: 0.55,
        foreground_color: true,
        ..ScrollStyle::floating()
    };
    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = false;
    style
}

/// The colours and edges of a scheme.
fn visuals(theme: &Theme) -> Visuals {
    let base = match theme.kind {
        ThemeKind::Light => Visuals::light(),
        ThemeKind::Dark => Visuals::dark(),
    };
    let mut visuals = Visuals {
        override_text_color: None,
        weak_text_color: Some(theme.text3),
        widgets: widgets(theme),
        hyperlink_color: theme.accent,
        faint_bg_color: theme.sunken,
        extreme_bg_color: theme.card,
        text_edit_bg_color: Some(theme.card),
        code_bg_color: theme.sunken,
        warn_fg_color: theme.near.ink,
        error_fg_color: theme.broken.ink,
        window_corner_radius: CornerRadius::same(RADIUS_CARD),
        window_shadow: theme.shadow,
        window_fill: theme.card,
        window_stroke: theme.edge_strong(),
        menu_corner_radius: CornerRadius::same(RADIUS_CARD),
        panel_fill: theme.panel,
        popup_shadow: theme.shadow,
        button_frame: true,
        striped: false,
        slider_trailing_fill: true,
        disabled_alpha: 0.5,
        ..base
    };
    visuals.selection.bg_fill = theme.accent_soft;
    visuals.selection.stroke = Stroke::new(STROKE_STRONG, theme.accent);
    visuals.text_cursor.stroke = Stroke::new(STROKE_STRONG, theme.accent);
    visuals
}

/// The five conditions of a widget.
fn widgets(theme: &Theme) -> Widgets {
    let look = |fill, edge: Stroke, ink: Stroke, radius| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: edge,
        corner_radius: CornerRadius::same(radius),
        fg_stroke: ink,
        expansion: 0.0,
    };
    let ink = Stroke::new(1.5, theme.text1);
    Widgets {
        noninteractive: look(theme.panel, theme.edge(), Stroke::new(STROKE, theme.text1), RADIUS_ROW),
        inactive: WidgetVisuals { bg_fill: theme.sunken, ..look(theme.card, theme.edge_strong(), ink, RADIUS_BUTTON) },
        hovered: look(theme.sunken, Stroke::new(STROKE, theme.text3), ink, RADIUS_BUTTON),
        active: look(theme.accent_soft, theme.edge_selected(), ink, RADIUS_BUTTON),
        open: look(theme.accent_soft, Stroke::new(STROKE, theme.accent), ink, RADIUS_BUTTON),
    }
}

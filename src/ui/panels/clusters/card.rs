//! One chart in its card: title, what it shows, table twin, enlarging, export; and what to do where there are no data.

use egui::{Align, Id, Popup, Rect, Role as AccessRole, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{Clusters, View};
use crate::{
    chart::{
        Chart,
        map::{self, View as Seen},
        picture::{Picture, Subject},
        png,
        scene::{Nothing, Scene},
        sheet, svg,
    },
    i18n::chart as say,
    ui::{
        charts::{canvas, twin},
        cx::{Ask, Cx, Export},
        theme::{RADIUS_CARD, RADIUS_ROW, SPACE_8, SPACE_12, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::Icon,
            shapes,
            text::{line, paragraph},
            tip::Tip,
        },
    },
    workbench::{Selection, command::Command},
};

/// Height of the head of a card, in points.
const HEAD: f32 = 36.0;
/// Size of an exported chart in points, and pixels a point of a PNG.
const SHEET: Vec2 = Vec2::new(1120.0, 640.0);
const SCALE: f32 = 2.0;

/// How far the map is zoomed at least and at most, and by how much a point of the wheel.
const ZOOM: [f64; 2] = [1.0, 40.0];
const WHEEL: f64 = 0.004;

impl Clusters {
    /// Draws `chart` in a card.
    pub(super) fn card_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, chart: Chart, rect: Rect) {
        let theme = cx.theme;
        shapes::framed_rect(ui.painter(), rect, RADIUS_CARD, theme.card, theme.edge());
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD));
        let body = Rect::from_min_max(pos2(rect.left(), head.bottom()), rect.max).shrink2(vec2(SPACE_12, SPACE_8));
        ui.painter().hline(rect.shrink(1.0).x_range(), head.bottom(), theme.edge());
        self.head_ui(ui, cx, scene, chart, head);
        let id = Id::unique(("chart", chart));
        if self.tables.contains(&chart) {
            let table = self.table(cx, scene, chart);
            if table.rows.is_empty() {
                nothing_ui(ui, cx, body, chart, scene.nothing());
            } else {
                twin::ui(ui, cx, id, body, &table);
            }
            return;
        }
        match &*self.picture(cx, scene, chart, body.size()) {
            Ok(picture) => {
                let told = format!("{}: {}", cx.say(chart.title()), chart.subtitle(scene));
                let deed = canvas::ui(ui, cx, id, body.min, picture, &told);
                if let Some(subject) = deed.chosen {
                    self.chosen = Some(subject.clone());
                    choose(cx, subject);
                }
                if chart == Chart::Map {
                    self.map_ui(ui, cx, scene, body, deed.dragged);
                }
            }
            Err(nothing) => nothing_ui(ui, cx, body, chart, *nothing),
        }
    }

    /// Moves and zooms the map: by dragging, by the wheel, by its buttons.
    fn map_ui(&mut self, ui: &Ui, cx: &Cx<'_>, scene: &Scene<'_>, body: Rect, dragged: Vec2) {
        let whole = Rect::from_min_size(egui::Pos2::ZERO, body.size());
        // Laid out only where something moves.
        let projection = || map::layout(scene, whole.size()).map(|it| it.projection);
        if dragged != Vec2::ZERO
            && let Some(projection) = projection()
        {
            self.map.middle = Some(projection.moved(dragged));
        }
        let mut zoom = |place: Option<egui::Pos2>, by: f64| {
            let Some(projection) = projection() else { return };
            let place = place.unwrap_or(projection.centre());
            let next = (self.map.zoom * by).clamp(ZOOM[0], ZOOM[1]);
            let by = next / self.map.zoom;
            self.map = if next <= ZOOM[0] {
                Seen::default()
            } else {
                Seen { middle: Some(projection.zoomed(place, by)), zoom: next }
            };
        };
        if ui.rect_contains_pointer(body) {
            let (wheel, pinch, at) =
                ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta(), input.pointer.hover_pos()));
            let by = f64::from(pinch) * (f64::from(wheel) * WHEEL).exp();
            if let Some(at) = at.filter(|_| (by - 1.0).abs() > 1e-4) {
                zoom(Some(at - body.min.to_vec2()), by);
            }
        }
        let mut top = body.top() + 4.0;
        for (salt, icon, phrase, by) in
            [("in", Icon::Plus, say::CLOSER, 1.5), ("out", Icon::Minus, say::FARTHER, 1.0 / 1.5)]
        {
            let button = Button::quiet(icon, cx.say(phrase)).small();
            let size = button.size(ui.painter());
            let place = Rect::from_min_size(pos2(body.left() + 4.0, top), size);
            shapes::framed_rect(ui.painter(), place, RADIUS_ROW, cx.theme.card, cx.theme.edge());
            if button_at_ui(ui, cx.theme, place, Id::unique(("map", salt)), &button).clicked() {
                zoom(None, by);
            }
            top = place.bottom() + 2.0;
        }
    }

    /// Title, what is shown, and the buttons.
    fn head_ui(&mut self, ui: &Ui, cx: &Cx<'_>, scene: &Scene<'_>, chart: Chart, head: Rect) {
        let mut right = head.right() - SPACE_8;
        let mut place = |salt: &str, button: &Button<'_>| {
            let size = button.size(ui.painter());
            let rect = Rect::from_min_size(pos2(right - size.x, head.center().y - size.y / 2.0), size);
            right = rect.left() - 2.0;
            button_at_ui(ui, cx.theme, rect, Id::unique(("chart button", chart, salt)), button)
        };
        let title = cx.say(chart.title());
        let name = |phrase| format!("{title} · {}", cx.say(phrase));
        let (export, table, enlarge) = (name(say::EXPORT), name(say::TABLE), name(say::ENLARGE));
        let exports = place("export", &Button::quiet(Icon::Export, &export).small());
        Popup::menu(&exports).width(180.0).show(|ui| self.export_ui(ui, cx, scene, chart));
        let shows_table = self.tables.contains(&chart);
        if place("table", &Button::quiet(Icon::List, &table).small().selected(shows_table)).clicked() {
            if shows_table {
                self.tables.retain(|it| *it != chart);
            } else {
                self.tables.push(chart);
            }
        }
        if self.view == View::Overview && place("enlarge", &Button::quiet(Icon::Expand, &enlarge).small()).clicked() {
            self.view = View::One(chart);
        }
        let words = Rect::from_min_max(pos2(head.left() + SPACE_12, head.top()), pos2(right - SPACE_8, head.bottom()));
        let shown = line(ui.painter(), words, Align::Min, title, Type::CardTitle, cx.theme.text1);
        let rest = Rect::from_min_max(pos2(shown.rect.right() + SPACE_8, words.top()), words.max);
        let subtitle = chart.subtitle(scene);
        let under = line(ui.painter(), rest, Align::Min, &subtitle, Type::Small, cx.theme.text2);
        let response = ui.interact(words, Id::unique(("chart heading", chart)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Heading, true, format!("{title} · {subtitle}")));
        if under.truncated {
            response.tip(subtitle);
        }
    }

    /// The ways in which a chart leaves the program.
    fn export_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, chart: Chart) {
        let title = cx.say(chart.title());
        let name = |ending: &str| format!("{title}-{}-{}.{ending}", scene.judgement.plan(), scene.world().as_of);
        let ask = |ending: &str, bytes: Vec<u8>| cx.ask(Ask::Export(Box::new(Export { name: name(ending), bytes })));
        let sheet = || sheet::picture(chart, scene, SHEET).ok();
        let has_picture = matches!(self.pictures.get(&chart), Some((_, picture)) if picture.is_ok());
        let entry = |ui: &mut Ui, phrase| ui.add_enabled(has_picture, egui::Button::new(cx.say(phrase))).clicked();
        if entry(ui, say::AS_PNG) {
            let bytes = sheet().and_then(|picture: Picture| png::write(&picture, SCALE, scene.colours.card));
            if let Some(bytes) = bytes {
                ask("png", bytes);
            }
        }
        if entry(ui, say::AS_SVG) {
            let told = format!("{} · {}", chart.subtitle(scene), sheet::source(scene));
            if let Some(picture) = sheet() {
                ask("svg", svg::write(&picture, title, &told).into_bytes());
            }
        }
        if ui.button(cx.say(say::AS_CSV)).clicked() {
            ask("csv", self.table(cx, scene, chart).to_csv().into_bytes());
        }
        if ui.button(cx.say(say::COPY_TABLE)).clicked() {
            ui.ctx().copy_text(self.table(cx, scene, chart).to_tabs());
        }
    }
}

/// Selects what was chosen in a picture.
pub fn choose(cx: &Cx<'_>, subject: Subject) {
    let selection = match (subject.project, subject.park) {
        (Some(project), _) => Selection::Project(project),
        (None, Some(park)) => Selection::Park(park),
        (None, None) => return,
    };
    cx.push(Command::Select(selection));
}

/// Why there is nothing to see, and what to do.
fn nothing_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, chart: Chart, nothing: Nothing) {
    let theme = cx.theme;
    let height = 84.0_f32.min(rect.height());
    let place = Rect::from_center_size(rect.center(), vec2(rect.width().min(420.0), height));
    shapes::dashed_rect(ui.painter(), place, RADIUS_ROW, theme.edge_strong());
    let inner = place.shrink2(vec2(SPACE_12, SPACE_8));
    let head = Rect::from_min_size(inner.min, vec2(inner.width(), 22.0));
    line(ui.painter(), head, Align::Center, cx.say(nothing.why), Type::BodyBold, theme.text1);
    let rest = Rect::from_min_max(pos2(inner.left(), head.bottom() + 4.0), inner.max);
    paragraph(ui.painter(), rest, cx.say(nothing.cure), Type::Body, theme.text2, 2);
    let response = ui.interact(place, Id::unique(("chart without data", chart)), Sense::hover());
    let told = format!("{}: {} · {}", cx.say(chart.title()), cx.say(nothing.why), cx.say(nothing.cure));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
}

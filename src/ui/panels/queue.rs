//! The queue: projects to be placed, those that are placed, and the search over both.

use egui::{
    Align, Context, Id, Key, Modifiers, Rect, Role as AccessRole, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::board::{Board, project_menu_ui};
use crate::{
    i18n::{self, figure, words},
    model::{
        id::{IndustryId, ProjectId},
        project::Project,
        quantity::Mu,
    },
    ui::{
        cx::Cx,
        theme::{RADIUS_ROW, SPACE_8, SPACE_12, STROKE_STRONG, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            icon::{self, Icon},
            seal::paint_seal,
            shapes,
            tag::{self, TagWeight},
            text::{Span, line, line_of, width_of},
        },
    },
    workbench::{Selection, command::Command, held::Outlook},
};

const UNPLACED_ROW: f32 = 46.0;
const PLACED_ROW: f32 = 28.0;

/// A row of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// The project.
    pub id: ProjectId,
    /// Its sub-sector.
    pub industry: IndustryId,
    /// Its name.
    pub name: String,
    /// Number, land, investment, first reporter.
    pub meta: String,
    /// Park of a placed project.
    pub park: Option<String>,
    /// Whether it is pinned.
    pub is_pinned: bool,
}

/// What the queue shows: rows that match the search, in the order of their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueView {
    /// Projects to be placed.
    pub unplaced: Vec<QueueRow>,
    /// Placed projects.
    pub placed: Vec<QueueRow>,
    /// Land that the unplaced ones ask for.
    pub unplaced_land: Mu,
    /// Land that the placed ones ask for.
    pub placed_land: Mu,
    /// Number of all projects, found or not.
    pub all: usize,
}

impl QueueView {
    /// The rows that match every word of `search`.
    pub fn new(cx: &Cx<'_>, search: &str) -> Self {
        let wanted: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
        let mut view = Self { all: cx.scenario().projects.len(), ..Self::default() };
        for project in &cx.scenario().projects {
            let home = cx.bench.judgement().facts().home(&project.id).map(|(park, _)| park.clone());
            let park = home.as_ref().map(|park| i18n::finding::park_name(cx.scenario(), park));
            if !wanted.is_empty() {
                let text = searchable(cx, project, park.as_ref());
                if !wanted.iter().all(|word| text.contains(word)) {
                    continue;
                }
            }
            let row = QueueRow {
                id: project.id.clone(),
                industry: project.industry.clone(),
                name: cx.tell(&project.name).to_owned(),
                meta: meta(cx, project),
                park: home.and_then(|park| cx.scenario().parks.get(&park)).map(|park| cx.brief_name(park)),
                is_pinned: cx.scenario().pin(cx.bench.plan(), &project.id).is_some(),
            };
            let land = project.land.unwrap_or_default();
            if row.park.is_some() {
                view.placed_land += land;
                view.placed.push(row);
            } else {
                view.unplaced_land += land;
                view.unplaced.push(row);
            }
        }
        view
    }
}

/// Everything by which a project can be found, in lower case.
fn searchable(cx: &Cx<'_>, project: &Project, park: Option<&crate::model::text::Text>) -> String {
    let scenario = cx.scenario();
    let industry = scenario.industries.get(&project.industry).map(|it| &it.name);
    let reporter = project.first_reporter.as_ref().and_then(|id| scenario.units.get(id)).map(|it| &it.name);
    let names = [Some(&project.name), industry, reporter, park].into_iter().flatten();
    let text: Vec<&str> = names.flat_map(|name| [name.zh.as_str(), name.en.as_str()]).collect();
    format!("{} {} {}", project.id, project.industry, text.join(" ")).to_lowercase()
}

fn meta(cx: &Cx<'_>, project: &Project) -> String {
    let land =
        project.land.map_or_else(|| cx.say(words::MISSING).to_owned(), |land| cx.tell(&figure::mu(land)).to_owned());
    let money = project.investment.map(|amount| cx.tell(&figure::money(amount)).to_owned());
    let reporter = project.first_reporter.as_ref().and_then(|id| cx.scenario().units.get(id));
    let reporter = reporter.map(|it| cx.tell(&it.name).to_owned());
    let parts = [Some(project.id.to_string()), Some(land), money.filter(|_| cx.is_chinese() || cx.roomy), reporter];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
}

/// The queue between frames: what is being searched.
#[derive(Debug, Default)]
pub struct Queue {
    search: String,
    wants_focus: bool,
    focused: Option<ProjectId>,
    shown: Vec<ProjectId>,
}

impl Queue {
    /// Puts the cursor into the search field.
    pub fn focus_search(&mut self) {
        self.wants_focus = true;
    }

    /// Tells whether the keyboard is on a project of the queue.
    pub fn has_focused_row(&self) -> bool {
        self.focused.is_some()
    }

    /// Moves the selection by the arrow keys, when nothing else has the keyboard.
    pub fn keys(&self, ctx: &Context, cx: &Cx<'_>) {
        if ctx.memory(egui::Memory::focused).is_some() && self.focused.is_none() {
            return;
        }
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        if !down && !up {
            return;
        }
        let at = match cx.bench.selection() {
            Selection::Project(id) => self.shown.iter().position(|it| it == id),
            Selection::Nothing | Selection::Park(_) | Selection::Finding(_) => None,
        };
        let next = match at {
            None => 0,
            Some(at) if down => at + 1,
            Some(at) => at.saturating_sub(1),
        };
        if let Some(id) = self.shown.get(next) {
            cx.push(Command::Select(Selection::Project(id.clone())));
        }
    }

    /// Draws the queue.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, board: &mut Board) {
        board.set_queue(ui.max_rect());
        let view = QueueView::new(cx, &self.search);
        self.shown = view.unplaced.iter().chain(&view.placed).map(|row| row.id.clone()).collect();
        self.focused = None;
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        self.search_ui(ui, cx);
        let is_searching = !self.search.trim().is_empty();
        let room = ui.available_height() - if cx.roomy { 28.0 } else { 26.0 };
        heading_ui(ui, cx, cx.say(words::UNPLACED), view.unplaced.len(), view.unplaced_land, None);
        let needed = crate::ui::panels::queue::points(view.unplaced.len()) * (UNPLACED_ROW + 2.0);
        let upper = needed.clamp(58.0, (room * 0.56).max(58.0));
        if view.unplaced.is_empty() {
            self.empty_ui(ui, cx, &view, is_searching);
        } else {
            ScrollArea::vertical().id_salt("unplaced").max_height(upper).auto_shrink([false, true]).show_rows(
                ui,
                UNPLACED_ROW + 2.0,
                view.unplaced.len(),
                |ui, range| {
                    for row in view.unplaced.get(range).unwrap_or_default() {
                        self.unplaced_ui(ui, cx, row, board);
                    }
                },
            );
        }
        ui.add_space(SPACE_8);
        let line_at = ui.cursor().top();
        ui.painter().hline(ui.max_rect().x_range(), line_at, cx.theme.edge());
        heading_ui(ui, cx, cx.say(words::PLACED), view.placed.len(), view.placed_land, Some(cx.say(words::IN_PARK)));
        let foot = 24.0;
        ScrollArea::vertical()
            .id_salt("placed")
            .max_height((ui.available_height() - foot).max(40.0))
            .auto_shrink(false)
            .show_rows(ui, PLACED_ROW, view.placed.len(), |ui, range| {
                for row in view.placed.get(range).unwrap_or_default() {
                    self.placed_ui(ui, cx, row, board);
                }
            });
        if cx.scenario().projects.iter().all(|it| it.evidence.confidence >= crate::model::evidence::Confidence::Assumed)
            && view.all > 0
        {
            let rect = Rect::from_min_size(
                pos2(ui.max_rect().left() + SPACE_12, ui.max_rect().bottom() - foot),
                vec2(ui.max_rect().width() - 24.0, foot),
            );
            let words = format!("≈ {}", cx.say(words::ILLUSTRATIVE));
            line(ui.painter(), rect, Align::Min, &words, Type::Small, cx.theme.text2);
        }
        if board.is_over_queue(ui.ctx(), cx) {
            Self::take_back_ui(ui, cx);
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

    fn search_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let theme = cx.theme;
        let (strip, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), if cx.roomy { 46.0 } else { 44.0 }), Sense::hover());
        let field = strip.shrink2(vec2(if cx.roomy { 10.0 } else { 8.0 }, 8.0));
        shapes::framed_rect(ui.painter(), field, RADIUS_ROW, theme.card, theme.edge_strong());
        let mark = Rect::from_min_size(pos2(field.left() + 8.0, field.center().y - 8.0), vec2(16.0, 16.0));
        icon::paint(ui.painter(), Icon::Search, mark, theme.text2);
        let has_text = !self.search.is_empty();
        let end = if has_text { 30.0 } else { 8.0 };
        let inner =
            Rect::from_min_max(pos2(mark.right() + 6.0, field.top()), pos2(field.right() - end, field.bottom()));
        let mut child =
            ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(egui::Layout::left_to_right(Align::Center)));
        let name = cx.say(words::SEARCH);
        let edit = egui::TextEdit::singleline(&mut self.search)
            .id(Id::unique("search"))
            .hint_text(name)
            .frame(egui::Frame::NONE)
            .margin(egui::Margin::ZERO)
            .min_size(inner.size())
            .align(egui::Align2::LEFT_CENTER)
            .desired_width(inner.width());
        let response = child.add(edit);
        response.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, name));
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if has_text {
            let place = Rect::from_center_size(pos2(field.right() - 16.0, field.center().y), vec2(24.0, 24.0));
            let clear = Button::quiet(Icon::Close, cx.say(words::CLEAR_SEARCH)).small();
            if crate::ui::widgets::button::button_at_ui(ui, theme, place, Id::unique("clear search"), &clear).clicked()
            {
                self.search.clear();
            }
        }
    }

    fn empty_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: &QueueView, is_searching: bool) {
        let words = match (view.all, is_searching) {
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
        if is_searching && view.all > 0 {
            ui.horizontal(|ui| {
                ui.add_space(SPACE_12);
                if button_ui(ui, cx.theme, &Button::new(cx.say(words::CLEAR_SEARCH)).small()).clicked() {
                    self.search.clear();
                }
            });
        }
    }

    /// Makes `row` answer to mouse, keyboard and menu; returns whether it is selected or held.
    fn interact(
        &mut self,
        ui: &Ui,
        cx: &Cx<'_>,
        rect: Rect,
        row: &QueueRow,
        board: &mut Board,
    ) -> (bool, bool, egui::Response) {
        let is_selected = *cx.bench.selection() == Selection::Project(row.id.clone());
        let is_held = cx.bench.held().is_some_and(|held| held.project.id == row.id);
        let response = ui.interact(rect, Id::unique(("queue row", row.id.as_str())), Sense::click_and_drag());
        let label = match &row.park {
            Some(park) => format!("{} {} → {park}", row.id, row.name),
            None => format!("{} {}", row.id, row.name),
        };
        response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_selected, &label));
        if response.has_focus() {
            self.focused = Some(row.id.clone());
        }
        if response.drag_started() {
            board.begin_drag(cx, row.id.clone());
        } else if response.clicked() || response.secondary_clicked() || response.gained_focus() {
            cx.push(Command::Select(Selection::Project(row.id.clone())));
        }
        response.context_menu(|ui| project_menu_ui(ui, cx, &row.id));
        (is_selected, is_held, response)
    }

    fn unplaced_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, row: &QueueRow, board: &mut Board) {
        let theme = cx.theme;
        let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), UNPLACED_ROW + 2.0), Sense::hover());
        let rect = Rect::from_min_max(strip.min + vec2(6.0, 1.0), strip.max - vec2(8.0, 1.0));
        let (is_selected, is_held, response) = self.interact(ui, cx, rect, row, board);
        row_ground(ui, cx, rect, is_selected, response.hovered(), response.has_focus());
        if is_held {
            shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, theme.sunken, theme.edge());
        }
        let seal = Rect::from_min_size(rect.min + vec2(8.0, 6.0), vec2(23.0, 23.0));
        paint_seal(ui.painter(), seal, &cx.seal(&row.industry), theme, cx.is_chinese());
        let left = seal.right() + SPACE_8;
        let top = Rect::from_min_max(pos2(left, rect.top() + 4.0), pos2(rect.right() - 6.0, rect.top() + 23.0));
        let style = if is_selected { Type::BodyBold } else { Type::Body };
        let shown =
            line(ui.painter(), top, Align::Min, &row.name, style, if is_held { theme.text3 } else { theme.text1 });
        let bottom = Rect::from_min_max(pos2(left, top.bottom()), pos2(rect.right() - 6.0, rect.bottom() - 4.0));
        let answer = answer(cx, &row.id).filter(|_| is_selected);
        let answer_width =
            answer.as_ref().map_or(0.0, |(words, _)| width_of(ui.painter(), words, Type::SmallBold) + 6.0);
        let meta = Rect::from_min_max(bottom.min, pos2(bottom.right() - answer_width, bottom.bottom()));
        line(ui.painter(), meta, Align::Min, &row.meta, Type::Small, theme.text2);
        if let Some((words, colour)) = answer {
            line(ui.painter(), bottom, Align::Max, &words, Type::SmallBold, colour);
        }
        if shown.truncated {
            response.on_hover_text(format!("{} {}", row.id, row.name));
        }
    }

    fn placed_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, row: &QueueRow, board: &mut Board) {
        let theme = cx.theme;
        let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), PLACED_ROW), Sense::hover());
        let rect = Rect::from_min_max(strip.min + vec2(6.0, 1.0), strip.max - vec2(8.0, 1.0));
        let (is_selected, is_held, response) = self.interact(ui, cx, rect, row, board);
        row_ground(ui, cx, rect, is_selected, response.hovered(), response.has_focus());
        let seal = Rect::from_min_size(pos2(rect.left() + 8.0, rect.center().y - 9.0), vec2(18.0, 18.0));
        paint_seal(ui.painter(), seal, &cx.seal(&row.industry), theme, cx.is_chinese());
        let park = row.park.as_deref().unwrap_or_default();
        let width = width_of(ui.painter(), park, Type::SmallBold).min(rect.width() * 0.42);
        let place =
            Rect::from_min_max(pos2(rect.right() - 6.0 - width, rect.top()), pos2(rect.right() - 6.0, rect.bottom()));
        line(ui.painter(), place, Align::Max, park, Type::SmallBold, theme.text1);
        let mut right = place.left() - 6.0;
        if row.is_pinned {
            let pin = Rect::from_center_size(pos2(right - 7.0, rect.center().y), vec2(14.0, 14.0));
            icon::paint(ui.painter(), Icon::Pin, pin, theme.text1);
            right -= 18.0;
        }
        let words = Rect::from_min_max(pos2(seal.right() + 6.0, rect.top()), pos2(right, rect.bottom()));
        let colour = if is_held { theme.text3 } else { theme.text1 };
        let shown = line(ui.painter(), words, Align::Min, &row.name, Type::Body, colour);
        if shown.truncated {
            response.on_hover_text(format!("{} {}", row.id, row.name));
        }
    }
}

/// How many parks would take a project, in words; only asked for the selected one.
fn answer(cx: &Cx<'_>, project: &ProjectId) -> Option<(String, egui::Color32)> {
    if *cx.bench.selection() != Selection::Project(project.clone()) {
        return None;
    }
    let held = cx.previews(project)?;
    let good = held.previews.values().filter(|it| it.outlook == Outlook::Good).count();
    let (fits, _, refused) = held.tally();
    let all_refused = refused == held.previews.len() && refused > 0;
    let phrase = |zh: &'static str, en: &'static str| cx.say(i18n::phrase::Phrase::new(zh, en));
    Some(if all_refused {
        (phrase("全部否决", "All vetoed").to_owned(), cx.theme.broken.ink)
    } else if good > 0 {
        (format!("{good} {}", phrase("园可放", if good == 1 { "park fits" } else { "parks fit" })), cx.theme.holds.ink)
    } else {
        (format!("{fits} {}", phrase("园可议", "to discuss")), cx.theme.near.ink)
    })
}

fn row_ground(ui: &Ui, cx: &Cx<'_>, rect: Rect, is_selected: bool, is_hovered: bool, has_focus: bool) {
    let theme = cx.theme;
    if is_selected {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, theme.accent_soft, theme.edge_selected());
    } else if is_hovered {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, theme.sunken, Stroke::NONE);
    }
    if has_focus {
        shapes::focus_ring(ui.painter(), rect.shrink(3.0), RADIUS_ROW, theme.accent);
    }
}

fn heading_ui(ui: &mut Ui, cx: &Cx<'_>, title: &str, count: usize, land: Mu, right: Option<&str>) {
    let theme = cx.theme;
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let rect = strip.shrink2(vec2(SPACE_12, 0.0));
    let land = figure::mu(land);
    let meta =
        if cx.is_chinese() { format!("  {count} 项 · {}", land.zh) } else { format!("  {count} · {}", land.en) };
    let spans = [Span::new(title, Type::BodyBold, theme.text1), Span::new(&meta, Type::Small, theme.text2)];
    line_of(ui.painter(), rect, Align::Min, &spans);
    if let Some(right) = right {
        line(ui.painter(), rect, Align::Max, right, Type::Small, theme.text2);
    }
}

#[expect(clippy::cast_precision_loss, reason = "a number of rows on the screen")]
pub(super) fn points(rows: usize) -> f32 {
    rows as f32
}

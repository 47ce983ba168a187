//! Composition of the parks: stacked bars by sub-sector, now or with the plan, by one of six metrics.

use std::rc::Rc;

use egui::{Align, Color32, Id, Popup, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_plot::{Bar, BarChart, PlotPoint};

use super::still_plot;

use crate::{
    analysis::composition::{Composition, Metric, Scope},
    i18n::{
        self,
        chart::{amount, metric_name, unit},
        figure,
        phrase::{Lang, Phrase},
        words,
    },
    model::{
        id::{IndustryId, ParkId},
        park::Park,
    },
    ui::{
        cx::{Ask, Cx},
        origin::{Of, Origin},
        panels::findings::tabs_ui,
        theme::{RADIUS_ROW, SPACE_6, SPACE_12, Type},
        widgets::{
            seal::{mark_colour, paint_fill},
            shapes,
            text::{line, width_of},
            tip::Tip,
        },
    },
    workbench::{Selection, command::Command},
};

/// Share of its column that a bar takes.
const BAR_WIDTH: f64 = 0.86;
/// Least height of a segment that bears its mark, in points.
const LEAST_MARKED: f32 = 15.0;

/// Least width of a column, in points: room for a short name below it.
const LEAST_COLUMN: f32 = 30.0;
/// Members of a total that its menu lists.
pub const MOST_MEMBERS: usize = 10;
/// Columns that are shown however narrow the chart is.
const LEAST_COLUMNS: usize = 12;

/// What the bars show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// What is counted.
    pub metric: Metric,
    /// What is counted in.
    pub scope: Scope,
    /// Whether heights are shares.
    pub is_share: bool,
    /// Columns that have room.
    pub most: usize,
}

/// The bars.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Columns {
    /// The bars, in the order of the board: of all parks, or of the largest ones where not all have room.
    pub columns: Vec<Column>,
    /// Number of records that lack the figure.
    pub missing: usize,
    /// Number of all parks.
    pub parks: usize,
}

/// The chart between frames: what it shows.
#[derive(Debug)]
pub struct CompositionChart {
    metric: Metric,
    scope: Scope,
    is_share: bool,
    /// The bars, with the state of the document, the language and the question that they answer.
    kept: Option<(u64, Lang, Asked, Rc<Columns>)>,
}

impl Default for CompositionChart {
    fn default() -> Self {
        Self { metric: Metric::Output, scope: Scope::WithPlan, is_share: true, kept: None }
    }
}

/// A segment of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// The sub-sector.
    pub industry: IndustryId,
    /// Where it begins, in units of the axis.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// What it says on hover: sub-sector, amount with unit, share.
    pub words: String,
}

/// A bar of the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The park.
    pub park: ParkId,
    /// Its short name.
    pub name: String,
    /// Its total with the sign ≈ where part is assumed.
    pub total: String,
    /// Its segments, largest first, from the bottom.
    pub segments: Vec<Segment>,
}

/// The bars; heights are shares (0 to 1) or amounts in smallest steps.
pub fn columns(cx: &Cx<'_>, asked: Asked) -> Columns {
    let parks = cx.scenario().parks_in_order();
    let mut all: Vec<(&Park, Rc<Composition>)> =
        parks.iter().map(|park| (*park, cx.composition(&park.id, asked.metric, asked.scope))).collect();
    let missing = all.iter().map(|(_, composition)| composition.missing).sum();
    if all.len() > asked.most {
        let mut totals: Vec<i64> = all.iter().map(|(_, composition)| composition.total).collect();
        totals.sort_unstable_by_key(|total| std::cmp::Reverse(*total));
        let least = totals.get(asked.most.saturating_sub(1)).copied().unwrap_or_default();
        let mut ties = asked.most.saturating_sub(totals.iter().filter(|total| **total > least).count());
        all.retain(|(_, composition)| {
            let is_tie = composition.total == least && ties > 0;
            ties -= usize::from(is_tie);
            composition.total > least || is_tie
        });
    }
    let columns = all.into_iter().map(|(park, composition)| column(cx, asked, park, &composition)).collect();
    Columns { columns, missing, parks: parks.len() }
}

#[expect(clippy::cast_precision_loss, reason = "a chart does not show sixteen digits")]
fn column(cx: &Cx<'_>, asked: Asked, park: &Park, composition: &Composition) -> Column {
    let metric = asked.metric;
    let scale = if asked.is_share { composition.total.max(1) as f64 } else { 1.0 };
    let mut from = 0.0;
    let mut segments = Vec::new();
    for (industry, steps) in &composition.parts {
        let to = from + *steps as f64 / scale;
        let name = i18n::finding::industry_name(cx.scenario(), industry);
        let share = figure::percent(*steps, composition.total).unwrap_or(0);
        let words = format!("{} {} {} · {share} %", cx.tell(&name), amount(metric, *steps), cx.say(unit(metric)));
        segments.push(Segment { industry: industry.clone(), from, to, words });
        from = to;
    }
    let sign = if metric == Metric::Output && cx.has_assumed_output(&park.id) { "≈" } else { "" };
    let total = if composition.total == 0 {
        figure::NONE.to_owned()
    } else {
        format!("{sign}{}", amount(metric, composition.total))
    };
    Column { park: park.id.clone(), name: cx.brief_name(park), total, segments }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of columns")]
fn columns_that_fit(width: f32) -> usize {
    ((width / LEAST_COLUMN).floor().max(0.0) as usize).max(LEAST_COLUMNS)
}

impl CompositionChart {
    /// Draws the chart; `shows_chart` turns to the findings where both share a place.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shows_chart: Option<&mut bool>) {
        ui.painter().rect_filled(ui.max_rect(), 0.0, cx.theme.panel);
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let shown = self.columns(cx, columns_that_fit(ui.available_width() - 16.0));
        let columns = &shown.columns;
        self.header_ui(ui, cx, shows_chart, &shown);
        if columns.iter().all(|column| column.segments.is_empty()) {
            let rect = ui.available_rect_before_wrap().shrink(12.0);
            line(
                ui.painter(),
                Rect::from_min_size(rect.min, vec2(rect.width(), 20.0)),
                Align::Min,
                cx.say(words::NO_DATA),
                Type::Body,
                cx.theme.text2,
            );
            return;
        }
        let is_staggered = !cx.is_chinese() && cx.roomy;
        let foot = if is_staggered {
            46.0
        } else if cx.roomy {
            34.0
        } else {
            31.0
        };
        let room = ui.available_rect_before_wrap();
        let plot_rect = Rect::from_min_max(room.min + vec2(8.0, 4.0), pos2(room.right() - 8.0, room.bottom() - foot));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(plot_rect));
        Self::plot_ui(&mut child, cx, columns, plot_rect);
        labels(
            ui,
            cx,
            columns,
            Rect::from_min_max(pos2(plot_rect.left(), plot_rect.bottom()), pos2(plot_rect.right(), room.bottom())),
            is_staggered,
            (self.metric, self.scope),
        );
    }

    /// The bars; worked out again only when the document, the language or the question has changed.
    fn columns(&mut self, cx: &Cx<'_>, most: usize) -> Rc<Columns> {
        let asked = Asked { metric: self.metric, scope: self.scope, is_share: self.is_share, most };
        if let Some((generation, lang, of, columns)) = &self.kept
            && (*generation, *lang, *of) == (cx.bench.generation(), cx.lang, asked)
        {
            return Rc::clone(columns);
        }
        let made = Rc::new(columns(cx, asked));
        self.kept = Some((cx.bench.generation(), cx.lang, asked, Rc::clone(&made)));
        made
    }

    /// Title, what is shown of what, and the choices.
    fn header_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shows_chart: Option<&mut bool>, shown: &Columns) {
        let height = if cx.roomy { 32.0 } else { 28.0 };
        let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let rect = strip.shrink2(vec2(SPACE_12, 0.0));
        let left = tabs_ui(ui, cx, rect, shows_chart, true);
        let mut child = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(Rect::from_min_max(pos2(left, rect.top()), rect.max))
                .layout(egui::Layout::right_to_left(Align::Center)),
        );
        child.spacing_mut().item_spacing = vec2(SPACE_6, 0.0);
        choice_ui(&mut child, cx, "metric", &Metric::ALL.map(|it| (it, metric_name(it))), &mut self.metric);
        choice_ui(
            &mut child,
            cx,
            "scope",
            &[(Scope::Now, words::NOW), (Scope::WithPlan, words::WITH_PLAN)],
            &mut self.scope,
        );
        let shares = [(true, Phrase::new("占比", "Shares")), (false, Phrase::new("总量", "Amounts"))];
        // Beside the tabs of a narrow window there is no room for a third choice.
        if child.available_width() >= 100.0 {
            choice_ui(&mut child, cx, "share", &shares, &mut self.is_share);
        }
        let mut scale = format!("{} · {}", cx.say(unit(self.metric)), cx.scenario().as_of.year());
        let (count, parks) = (shown.columns.len(), shown.parks);
        if count < parks {
            let largest = Phrase::new("最大的", "largest");
            let of = Phrase::new("个，共", "of");
            let all = Phrase::new("个园区", "parks");
            let (largest, of, all) = (cx.say(largest), cx.say(of), cx.say(all));
            scale.push_str(&format!(" · {largest} {count} {of} {parks} {all}"));
        }
        if shown.missing > 0 {
            scale.push_str(&format!(" · {} {}", shown.missing, cx.say(words::RECORDS_MISSING)));
        }
        let end = child.available_rect_before_wrap().right() - SPACE_6;
        let place = Rect::from_min_max(pos2(left, rect.top()), pos2(end, rect.bottom()));
        // All of it, or the unit alone, or nothing: a cut unit would read as another.
        let fits = |words: &&str| width_of(ui.painter(), words, Type::Small) <= place.width();
        let words = [scale.as_str(), cx.say(unit(self.metric))].into_iter().find(fits).unwrap_or_default();
        line(ui.painter(), place, Align::Min, words, Type::Small, cx.theme.text2);
        if words != scale {
            ui.interact(place, egui::Id::unique("chart scale"), Sense::hover()).tip(scale);
        }
        ui.painter().hline(strip.x_range(), strip.bottom(), cx.theme.edge());
    }

    fn plot_ui(ui: &mut Ui, cx: &Cx<'_>, columns: &[Column], rect: Rect) {
        let top = columns.iter().filter_map(|column| column.segments.last()).map(|it| it.to).fold(0.0, f64::max);
        let count = u32::try_from(columns.len()).unwrap_or(u32::MAX);
        let hovered = |at: &PlotPoint| -> Option<(&Column, &Segment)> {
            let column = (0_u32..).zip(columns).find(|(x, _)| (at.x - f64::from(*x)).abs() <= BAR_WIDTH / 2.0)?.1;
            column.segments.iter().find(|it| it.from <= at.y && at.y <= it.to).map(|segment| (column, segment))
        };
        let plot = still_plot("composition", rect.size())
            .default_x_bounds(-0.5, f64::from(count) - 0.5)
            .default_y_bounds(0.0, top.max(f64::MIN_POSITIVE))
            .sense(Sense::click());
        let response = plot.show(ui, |plot_ui| {
            plot_ui.set_plot_bounds_x(-0.5..=f64::from(count) - 0.5);
            plot_ui.set_plot_bounds_y(0.0..=top.max(f64::MIN_POSITIVE));
            for (x, column) in (0_u32..).zip(columns) {
                let bar = |segment: &Segment| {
                    let fill = cx.seal(&segment.industry).fill.unwrap_or(cx.theme.card);
                    Bar::new(f64::from(x), segment.to - segment.from)
                        .base_offset(segment.from)
                        .width(BAR_WIDTH)
                        .fill(fill)
                };
                let bars: Vec<Bar> = column.segments.iter().map(bar).collect();
                plot_ui.bar_chart(BarChart::new(column.name.clone(), bars).allow_hover(false));
            }
        });
        // Stripes, edges and marks lie over the plain bars: an industry is a fill, a stripe and a mark.
        for (x, column) in (0_u32..).zip(columns) {
            for segment in &column.segments {
                let from =
                    response.transform.position_from_point(&PlotPoint::new(f64::from(x) - BAR_WIDTH / 2.0, segment.to));
                let to = response
                    .transform
                    .position_from_point(&PlotPoint::new(f64::from(x) + BAR_WIDTH / 2.0, segment.from));
                segment_marks(ui, cx, Rect::from_two_pos(from, to), &segment.industry);
            }
        }
        response.response.widget_info(|| WidgetInfo::labeled(AccessRole::Image, true, description(cx, columns)));
        let pointer = response.response.hover_pos().map(|at| response.transform.value_from_position(at));
        if let Some((column, segment)) = pointer.as_ref().and_then(hovered) {
            let words = format!("{} · {}", column.name, segment.words);
            if response.response.clicked() {
                cx.push(Command::Select(Selection::Park(column.park.clone())));
            }
            response.response.tip_at_pointer(words);
        }
    }
}

/// The chart in words, for screen readers: every park with its total and its three largest sub-sectors.
fn description(cx: &Cx<'_>, columns: &[Column]) -> String {
    let words = columns.iter().map(|column| {
        let largest: Vec<&str> = column.segments.iter().take(3).map(|it| it.words.as_str()).collect();
        format!("{} {}: {}", column.name, column.total, largest.join(", "))
    });
    format!("{}: {}", cx.say(words::COMPOSITION), words.collect::<Vec<_>>().join("; "))
}

fn segment_marks(ui: &Ui, cx: &Cx<'_>, rect: Rect, industry: &IndustryId) {
    let seal = cx.seal(industry);
    paint_fill(ui.painter(), rect, &seal, cx.theme);
    if rect.height() < LEAST_MARKED || rect.width() < 15.0 {
        return;
    }
    let mark = if cx.is_chinese() { &seal.mark_zh } else { &seal.mark_en };
    let colour = mark_colour(&seal, cx.theme.colours());
    if seal.striped {
        let side = 16.0_f32.min(rect.height() - 1.0);
        let plain = Rect::from_center_size(rect.center(), vec2(side, side));
        ui.painter().rect_filled(plain, 3.0, seal.fill.unwrap_or(Color32::TRANSPARENT));
    }
    line(ui.painter(), rect, Align::Center, mark, Type::SmallBold, colour);
}

/// Names and totals below the bars; staggered names stand in two rows, so that long ones have room.
#[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
fn labels(ui: &Ui, cx: &Cx<'_>, columns: &[Column], rect: Rect, is_staggered: bool, asked: (Metric, Scope)) {
    let width = rect.width() / columns.len().max(1) as f32;
    let (rows, widen) = if is_staggered { (2_u8, width * 0.48) } else { (1, 0.0) };
    let mut left = rect.left();
    let mut row = 0_u8;
    for column in columns {
        let top = rect.top() + 1.0 + f32::from(row) * 13.0;
        let name = Rect::from_min_max(pos2(left - widen, top), pos2(left + width + widen, top + 15.0));
        let is_selected = *cx.bench.selection() == Selection::Park(column.park.clone());
        let (style, ink) = if is_selected { (Type::SmallBold, cx.theme.accent) } else { (Type::Small, cx.theme.text1) };
        line(ui.painter(), name, Align::Center, &column.name, style, ink);
        let top = rect.top() + 2.0 + f32::from(rows) * 14.0;
        let total = Rect::from_min_size(pos2(left, top), vec2(width, 15.0));
        line(ui.painter(), total, Align::Center, &column.total, Type::Micro, cx.theme.text2);
        let place = Rect::from_min_max(pos2(left, rect.top() - 1.0), pos2(left + width, total.bottom()));
        column_ui(ui, cx, place.shrink2(vec2(1.0, 0.0)), column, asked);
        left += width;
        row = (row + 1) % rows;
    }
}

/// Makes name and total below a bar open a menu: the park, and who makes the total up, each with where its figure is from.
fn column_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, column: &Column, (metric, scope): (Metric, Scope)) {
    let response = ui.interact(rect, Id::unique(("column of park", column.park.as_str())), Sense::click());
    let label = format!("{} {} · {}", column.name, column.total, cx.say(words::MEMBERS));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Link, true, &label));
    if response.hovered() || response.has_focus() {
        let edge = if response.has_focus() { cx.theme.edge_selected() } else { cx.theme.edge() };
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, Color32::TRANSPARENT, edge);
    }
    Popup::menu(&response).width(300.0).show(|ui| {
        if ui.button(cx.say(words::GO_TO_PARK)).clicked() {
            cx.push(Command::Select(Selection::Park(column.park.clone())));
        }
        for origin in members(cx, &column.park, metric, scope, &|_| true).into_iter().take(MOST_MEMBERS) {
            let figure = format!("{}{}", origin.sign(cx), origin.figure);
            let entry = ui.add(egui::Button::new(origin.label.as_str()).right_text(&figure).truncate());
            let spoken = format!("{} {figure} · {}", origin.label, cx.say(words::WHERE_FROM));
            entry.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &spoken));
            if entry.clicked() {
                cx.ask(Ask::Explain(origin.clone()));
            }
            entry.tip(origin.tip(cx));
        }
    });
    if response.hovered() {
        let mut told = vec![label.as_str()];
        told.extend(column.segments.iter().take(6).map(|it| it.words.as_str()));
        told.extend(column.total.starts_with('≈').then(|| cx.say(words::ASSUMED_SIGN)));
        response.tip(told.join("\n"));
    }
}

/// The members of the total of a park, the largest first, each a figure of the base data; of the sub-sectors that are meant.
pub fn members(
    cx: &Cx<'_>,
    park: &ParkId,
    metric: Metric,
    scope: Scope,
    is_meant: &dyn Fn(&IndustryId) -> bool,
) -> Vec<Origin> {
    let scenario = cx.scenario();
    let Some(facts) = cx.bench.judgement().facts().park(park) else { return Vec::new() };
    let field = metric.field();
    let mut members: Vec<(i64, Origin)> = Vec::new();
    let mut add = |of: Of, field: &'static str, name: String, steps: Option<i64>| {
        let Some(steps) = steps.filter(|steps| *steps > 0) else { return };
        let figure = format!("{} {}", amount(metric, steps), cx.say(unit(metric)));
        members.push((steps, Origin::new(of, field, &name, &figure)));
    };
    for (_, existing) in scope.enterprises(facts).iter().filter(|(industry, _)| is_meant(industry)) {
        for enterprise in existing.enterprises.iter().filter_map(|id| scenario.enterprises.get(id)) {
            let name = cx.tell(&enterprise.name).to_owned();
            add(Of::Enterprise(enterprise.id.clone()), field, name, metric.of_enterprise(enterprise));
        }
    }
    if scope == Scope::WithPlan {
        for project in facts.placed.values().map(|placed| &placed.project).filter(|it| is_meant(&it.industry)) {
            let name = format!("{} {}", project.id, cx.tell(&project.name));
            // A project counts as one: what counts is its sub-sector.
            let field = if metric == Metric::Count { "industry" } else { field };
            add(Of::Project(project.id.clone()), field, name, metric.of_project(project));
        }
    }
    members.sort_by(|(one, a), (other, b)| other.cmp(one).then_with(|| a.label.cmp(&b.label)));
    members.into_iter().map(|(_, origin)| origin).collect()
}

/// A combo box of named choices.
fn choice_ui<T: Copy + PartialEq>(ui: &mut Ui, cx: &Cx<'_>, id: &str, choices: &[(T, Phrase)], chosen: &mut T) {
    let shown = choices.iter().find(|(it, _)| it == chosen).map_or("", |(_, phrase)| cx.say(*phrase));
    let widest =
        choices.iter().map(|(_, phrase)| crate::ui::widgets::text::width_of(ui.painter(), cx.say(*phrase), Type::Body));
    let width = widest.fold(0.0, f32::max) + 34.0;
    let response = egui::ComboBox::from_id_salt(id).width(width).selected_text(shown).show_ui(ui, |ui| {
        for (value, phrase) in choices {
            ui.selectable_value(chosen, *value, cx.say(*phrase));
        }
    });
    response.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, shown));
}

//! The cases one by one: where each went, what was advised; a row opens to the parts of both scores side by side.

use egui::{Align, Id, Rect, Role as AccessRole, Ui, WidgetInfo, vec2};

use crate::{
    advise::{
        backtest::{self, Row},
        ranking::Ranked,
    },
    evaluate::verdict::Verdict,
    i18n::{self, backtest as say, figure, phrase::Phrase, term, words},
    model::{
        id::{ParkId, ProjectId, RuleId},
        scenario::Scenario,
        text::Text,
    },
    ui::{
        cx::Cx,
        dialogs::{
            columns::{Cell, Column, head_ui, paint_cells, places, told_row_ui},
            form::{marked_ui, row_ui},
        },
        panels::findings::view::rule_title,
        theme::{SPACE_4, SPACE_8, Signal, Type},
        widgets::{
            button::{Segment, segmented_ui},
            icon::{self, Icon},
        },
    },
};

/// Height of a row, in points.
const ROW: f32 = 30.0;
/// Height of a line of the comparison, in points.
const LINE: f32 = 22.0;

const COLUMNS: [Column; 5] =
    [(40.0, Align::Min), (19.0, Align::Min), (9.0, Align::Max), (20.0, Align::Min), (12.0, Align::Max)];
const COMPARED: [Column; 4] = [(37.0, Align::Min), (22.0, Align::Max), (22.0, Align::Max), (19.0, Align::Max)];

/// Which rows are shown.
const FILTERS: [Phrase; 3] = [say::ALL, say::STRICT, say::MISSES];

/// The rows between frames.
#[derive(Debug, Default)]
pub struct RowsPage {
    filter: usize,
    /// The row that is open, with the scenario in which it was judged.
    open: Option<(ProjectId, Box<Scenario>)>,
}

impl RowsPage {
    /// Draws filter and rows.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rows: &[Row]) {
        let shown = [|_: &Row| true, |row: &Row| row.case.is_strict, |row: &Row| row.rank != Some(1)];
        let counts = shown.map(|is_shown| rows.iter().filter(|row| is_shown(row)).count());
        let names = FILTERS.into_iter().zip(counts).map(|(group, count)| say::counted(group, count));
        let names: Vec<String> = names.map(|it| cx.tell(&it).to_owned()).collect();
        let segments: Vec<Segment<'_>> = names.iter().map(|name| Segment { name, icon: None }).collect();
        segmented_ui(ui, cx.theme, &segments, &mut self.filter);
        ui.spacing_mut().item_spacing.y = 0.0;
        let heads = [words::PROJECT, say::WENT, say::RANK, say::ADVISED, say::BEHIND].map(|it| cx.say(it));
        head_ui(ui, cx, &COLUMNS, &heads);
        let is_shown = shown.get(self.filter).copied().unwrap_or(|_| true);
        let mut any = false;
        for row in rows.iter().filter(|row| is_shown(row)) {
            any = true;
            self.row_ui(ui, cx, row);
        }
        if !any {
            marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(say::NOTHING));
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, row: &Row) {
        let project = &row.case.project;
        let view = RowView::new(cx, row);
        let is_open = self.open.as_ref().is_some_and(|(id, _)| *id == project.id);
        let (rect, response) = row_ui(ui, cx, Id::unique(("backtest", project.id.as_str())), ROW, true);
        let spoken = view.spoken(cx);
        response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_open, &spoken));
        if ui.is_rect_visible(rect) {
            view.paint(ui, cx, rect, is_open);
        }
        if response.clicked() {
            let base = || Box::new(backtest::without(cx.scenario(), cx.bench.plan(), &row.case));
            self.open = (!is_open).then(|| (project.id.clone(), base()));
        }
        if let Some((id, base)) = &self.open
            && *id == project.id
        {
            compared_ui(ui, cx, row, base);
        }
    }
}

/// One row as it is shown.
struct RowView<'a> {
    name: &'a str,
    went: String,
    rank: String,
    advised: String,
    behind: String,
    is_first: bool,
}

impl<'a> RowView<'a> {
    fn new(cx: &Cx<'_>, row: &'a Row) -> Self {
        let name = |park: &ParkId| cx.tell(&i18n::finding::park_name(cx.scenario(), park)).to_owned();
        let went = row.ranking.iter().find(|it| it.park == row.case.park);
        let first = row.ranking.first();
        let behind = match (went, first) {
            (Some(went), Some(first)) if went.park == first.park => String::new(),
            (Some(went), Some(first)) if went.judged.verdict == first.judged.verdict => {
                say::signed(went.total() - first.total())
            }
            (Some(went), Some(_)) => cx.say(term::verdict(went.judged.verdict)).to_owned(),
            (None, _) | (_, None) => figure::NONE.to_owned(),
        };
        Self {
            name: row.case.project.name.of(cx.lang),
            went: name(&row.case.park),
            rank: row.rank.map_or_else(|| figure::NONE.to_owned(), |rank| rank.to_string()),
            advised: first.map(|it| name(&it.park)).unwrap_or_default(),
            behind,
            is_first: row.rank == Some(1),
        }
    }

    fn spoken(&self, cx: &Cx<'_>) -> String {
        let Self { name, went, rank, advised, behind, .. } = self;
        let [went_to, ranked, advice] = [say::WENT, say::RANK, say::ADVISED].map(|it| cx.say(it));
        let behind = if behind.is_empty() { String::new() } else { format!(" · {} {behind}", cx.say(say::BEHIND)) };
        format!("{name} · {went_to} {went} · {ranked} {rank} · {advice} {advised}{behind}")
    }

    fn paint(&self, ui: &Ui, cx: &Cx<'_>, rect: Rect, is_open: bool) {
        let (ink, quiet) = (cx.theme.text1, cx.theme.text2);
        let style = if is_open { Type::BodyBold } else { Type::Body };
        let advised = if self.is_first { quiet } else { ink };
        let cells = [
            (self.name, style, ink),
            (self.went.as_str(), Type::Body, ink),
            (self.rank.as_str(), Type::BodyBold, ink),
            (self.advised.as_str(), Type::Body, advised),
            (self.behind.as_str(), Type::Body, ink),
        ];
        paint_cells(ui, rect, &COLUMNS, &cells);
        if self.is_first
            && let Some((place, _)) = places(rect, &COLUMNS).get(2)
        {
            let mark = Rect::from_center_size(place.right_center() - vec2(22.0, 0.0), vec2(14.0, 14.0));
            icon::paint(ui.painter(), Icon::Tick, mark, cx.theme.holds.ink);
        }
    }
}

/// Why the park where a project went came behind the one advised, or before the second.
fn compared_ui(ui: &mut Ui, cx: &Cx<'_>, row: &Row, base: &Scenario) {
    let went = row.ranking.iter().find(|it| it.park == row.case.park);
    let other = row.ranking.iter().find(|it| it.park != row.case.park);
    let (Some(went), Some(other)) = (went, other) else { return };
    let name = |it: &Ranked| i18n::finding::park_name(base, &it.park);
    let (here, there) = (name(went), name(other));
    let frame = egui::Frame::NONE.fill(cx.theme.sunken).inner_margin(egui::Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        marked_ui(ui, cx, (Icon::Compare, Signal::Unknown), cx.tell(&say::why((went, &here), (other, &there))));
        for (it, park, beside) in [(went, &here, other), (other, &there, went)] {
            verdict_ui(ui, cx, base, (it, park), beside);
        }
        ui.add_space(SPACE_4);
        let label = if row.rank == Some(1) { say::SECOND } else { say::ADVISED };
        let head = |label: Phrase, park: &Text| format!("{} · {}", cx.say(label), cx.tell(park));
        let (here, there) = (head(say::WENT, &here), head(label, &there));
        head_ui(ui, cx, &COMPARED, &[cx.say(say::CRITERION), &here, &there, cx.say(say::DIFFERENCE)]);
        for it in say::lines(went, other) {
            line_ui(ui, cx, &it, Type::Small, [&here, &there]);
        }
        let total = say::Line { name: say::TOTAL, went: Some(went.total()), other: Some(other.total()) };
        line_ui(ui, cx, &total, Type::SmallBold, [&here, &there]);
    });
    ui.add_space(SPACE_8);
}

/// What the rules say of a park and not of the one beside it.
fn verdict_ui(ui: &mut Ui, cx: &Cx<'_>, base: &Scenario, (it, park): (&Ranked, &Text), beside: &Ranked) {
    let mark = match it.judged.verdict {
        Verdict::Recommended => return,
        Verdict::Conditional => (Icon::Unknown, Signal::Unknown),
        Verdict::Vetoed => (Icon::Broken, Signal::Broken),
    };
    let head = say::verdict(park, it.judged.verdict);
    let is_of_both =
        |rule: &RuleId| beside.judged.vetoes.iter().chain(&beside.judged.conditions).any(|it| it.rule == *rule);
    for finding in it.judged.vetoes.iter().chain(&it.judged.conditions).filter(|it| !is_of_both(&it.rule)) {
        let sentence = i18n::finding::sentence(base, finding);
        let rule = rule_title(cx, &finding.rule);
        marked_ui(ui, cx, mark, &format!("{} · {rule} · {}", cx.tell(&head), cx.tell(&sentence)));
    }
}

fn line_ui(ui: &mut Ui, cx: &Cx<'_>, line: &say::Line, style: Type, [here, there]: [&str; 2]) {
    let points = |it: Option<i64>| it.map_or_else(|| figure::NONE.to_owned(), figure::whole);
    let (went, other, difference) = (points(line.went), points(line.other), say::signed(line.difference()));
    let name = cx.say(line.name);
    let cell = |words| -> Cell<'_> { (words, style, cx.theme.text1) };
    let spoken = format!("{name} · {here} {went} · {there} {other} · {} {difference}", cx.say(say::DIFFERENCE));
    told_row_ui(ui, LINE, &COMPARED, &[cell(name), cell(&went), cell(&other), cell(&difference)], &spoken);
}

//! The rates of the ranking and of the baselines, for all cases and for the strict ones.

use egui::{Align, Ui};

use crate::{
    advise::backtest::{Baseline, Rates, Row},
    i18n::{backtest as say, figure, phrase::Phrase},
    ui::{
        cx::Cx,
        dialogs::columns::{Cell, Column, head_ui, told_row_ui},
        theme::Type,
    },
};

const COLUMNS: [Column; 7] = [
    (28.0, Align::Min),
    (12.0, Align::Max),
    (12.0, Align::Max),
    (12.0, Align::Max),
    (12.0, Align::Max),
    (12.0, Align::Max),
    (12.0, Align::Max),
];
const GROUPS: [Column; 3] = [(28.0, Align::Min), (36.0, Align::Max), (36.0, Align::Max)];

/// One line of the table: a way to rank, its rates for all cases and for the strict ones.
struct Line {
    name: Phrase,
    rates: [Option<Rates>; 2],
}

/// The ranking first, then the baselines.
fn lines(rows: &[Row], parks: usize) -> Vec<Line> {
    let strict: Vec<&Row> = rows.iter().filter(|row| row.case.is_strict).collect();
    let all: Vec<&Row> = rows.iter().collect();
    let of =
        |rank: &dyn Fn(&Row) -> Option<usize>| [&all, &strict].map(|rows| Rates::of(rows.iter().map(|row| rank(row))));
    let mut lines = vec![Line { name: say::OURS, rates: of(&|row| row.rank) }];
    lines.extend(Baseline::RANKED.into_iter().enumerate().map(|(at, baseline)| Line {
        name: say::baseline(baseline),
        rates: of(&|row| row.baselines.get(at).copied().flatten()),
    }));
    let chance = [&all, &strict].map(|rows| Rates::of_random(rows.len(), parks));
    lines.push(Line { name: say::baseline(Baseline::Random), rates: chance });
    lines
}

/// Draws the table.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, rows: &[Row]) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let lines = lines(rows, cx.scenario().parks.len());
    let counts = lines.first().map(|line| line.rates.map(|rates| rates.map_or(0, |it| it.cases))).unwrap_or_default();
    let groups = [say::ALL, say::STRICT].into_iter().zip(counts).map(|(group, count)| say::counted(group, count));
    let groups: Vec<String> = groups.map(|it| cx.tell(&it).to_owned()).collect();
    let bold = |words| -> Cell<'_> { (words, Type::SmallBold, cx.theme.text1) };
    let cells: Vec<Cell<'_>> = std::iter::once("").chain(groups.iter().map(String::as_str)).map(bold).collect();
    told_row_ui(ui, 20.0, &GROUPS, &cells, &groups.join(" · "));
    let heads = [say::FIRST, say::TOP_THREE, say::OVER_RANK].map(|it| cx.say(it));
    let names: Vec<&str> = std::iter::once("").chain(heads).chain(heads).collect();
    head_ui(ui, cx, &COLUMNS, &names);
    for (at, line) in lines.iter().enumerate() {
        line_ui(ui, cx, line, &groups, at == 0);
    }
    ui.spacing_mut().item_spacing.y = 4.0;
}

fn line_ui(ui: &mut Ui, cx: &Cx<'_>, line: &Line, groups: &[String], is_ours: bool) {
    let name = cx.say(line.name);
    let none = || figure::NONE.to_owned();
    let figures = line.rates.map(|rates| {
        rates.map_or_else(
            || [none(), none(), none()],
            |it| [say::share(it.top1), say::share(it.top3), say::over_rank(it.mrr)],
        )
    });
    let style = if is_ours { Type::BodyBold } else { Type::Body };
    let figure = |it: &'_ String| -> (String, Type, egui::Color32) { (it.clone(), style, cx.theme.text1) };
    let owned: Vec<_> = figures.iter().flatten().map(figure).collect();
    let mut cells: Vec<Cell<'_>> = vec![(name, style, cx.theme.text1)];
    cells.extend(owned.iter().map(|(words, style, colour)| (words.as_str(), *style, *colour)));
    let heads = [say::FIRST, say::TOP_THREE, say::OVER_RANK].map(|it| cx.say(it));
    let told = groups.iter().zip(&figures).map(|(group, figures)| {
        let parts: Vec<String> = heads.iter().zip(figures).map(|(head, figure)| format!("{head} {figure}")).collect();
        format!("{group}: {}", parts.join(", "))
    });
    let spoken = format!("{name} · {}", told.collect::<Vec<_>>().join(" · "));
    told_row_ui(ui, 26.0, &COLUMNS, &cells, &spoken);
}

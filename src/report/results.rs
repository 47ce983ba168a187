//! Which results leave the program as tables? A workbook of six sheets, each marked as a result, and the placement table as CSV.
//!
//! No import takes them for data: the first row of every sheet begins with [`RESULT_MARK`].

use super::{
    Desk, RESULT_MARK, composition, factors, findings, indices,
    paper::{Block, Page, Paper, Table, Value},
    placement_table, positions, provenance, with_sheet_names,
};
use crate::{
    chart::table::{Cell, Table as Figures},
    i18n::report::words as say,
};

/// All result tables: placement, factors, positions, findings, indices, composition.
///
/// Costs a ranking of the parks a project.
pub fn paper(desk: &Desk<'_>) -> Paper {
    let tables = [
        placement_table::table(desk, &desk.cases()),
        factors::table(desk),
        positions::table(desk),
        findings::table(desk),
        indices::table(desk),
        composition::table(desk),
    ];
    let mark = desk.say(RESULT_MARK);
    let marked = |table: Table| Table { title: format!("{mark} {}", table.name), ..table };
    let blocks = tables.into_iter().map(|table| Block::Table(marked(table))).collect();
    Paper {
        is_chinese: desk.is_chinese(),
        title: desk.say(say::RESULTS).to_owned(),
        subtitle: desk.subtitle(None),
        page: Page::A3Landscape,
        blocks: with_sheet_names(blocks),
        provenance: provenance::of(desk, &provenance::SCORED, None),
    }
}

/// The placement table as CSV: UTF-8 with a byte order mark, lines that end in CR LF, no word that a spreadsheet computes.
///
/// Figures are plain numbers; a last column names those of the row that are assumed.
pub fn csv(desk: &Desk<'_>) -> String {
    let mut table = placement_table::table(desk, &desk.cases());
    // A sum among the rows would be taken for a project.
    table.rows.truncate(table.rows.len().saturating_sub(table.sums));
    let heads: Vec<String> = table.columns.iter().map(|it| head(&it.group, &it.head)).collect();
    let mut figures = Figures::new(heads.iter().cloned().chain([desk.say(say::ASSUMED_COLUMNS).to_owned()]));
    for row in &table.rows {
        let assumed: Vec<&String> =
            row.iter().zip(&heads).filter(|(cell, _)| is_assumed(cell)).map(|(_, head)| head).collect();
        let assumed = if assumed.is_empty() { Cell::Empty } else { Cell::Words(desk.list(&assumed)) };
        figures.rows.push(row.iter().map(cell).chain([assumed]).collect());
    }
    figures.to_csv()
}

fn head(group: &str, head: &str) -> String {
    if group.is_empty() { head.to_owned() } else { format!("{group} · {head}") }
}

const fn is_assumed(value: &Value) -> bool {
    matches!(value, Value::Number { is_assumed: true, .. })
}

fn cell(value: &Value) -> Cell {
    match value {
        Value::Text(run) => Cell::Words(run.text.clone()),
        // The text form is the one source of the decimals; what it says reads back as it stands.
        Value::Number { steps, decimals, .. } => {
            let figure = decimal(*steps, *decimals).parse().unwrap_or(f64::NAN);
            Cell::Figure(figure, usize::from(*decimals))
        }
        Value::Day(day) => Cell::Words(day.to_string()),
        Value::Missing | Value::Blank => Cell::Empty,
    }
}

/// Steps of a last decimal as a plain decimal text: `-12.50`.
pub fn decimal(steps: i64, decimals: u8) -> String {
    let scale = 10_u64.saturating_pow(u32::from(decimals));
    let (size, sign) = (steps.unsigned_abs(), if steps < 0 { "-" } else { "" });
    if decimals == 0 {
        return format!("{sign}{size}");
    }
    let width = usize::from(decimals);
    format!("{sign}{}.{:0width$}", size / scale, size % scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_become_decimals() {
        assert_eq!(decimal(-5, 2), "-0.05");
        assert_eq!(decimal(120, 2), "1.20");
        assert_eq!(decimal(7, 0), "7");
        assert_eq!(decimal(0, 3), "0.000");
    }
}

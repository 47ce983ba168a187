//! How is a table set in a document? Heads that repeat on every page, figures to the right, rows that stay whole.

use docx_rs::{
    AlignmentType, Paragraph, Shading, Table as Grid, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellMargins, TableLayoutType, TableRow, VAlignType, VMergeType, WidthType,
};

use super::{
    super::{
        ink::Inks,
        page::{self, Measure, twips},
        paper::{Column, Page, Run, Table, Value},
        shown,
    },
    pack, plain, styles, toned,
};
use crate::i18n::{phrase::Lang, printed};

/// Breadth of the text of a row up to which it is kept on one page, in halves of a Chinese character; a row that is
/// higher than a page must be split.
const WHOLE_ROW: usize = 1_200;
/// Width of a half of a Chinese character of 9 points in bold, in twentieths of a point.
const HALF_TWIPS: u32 = 98;
/// Width of the margins and lines of a cell, in twentieths of a point.
const CELL_TWIPS: u32 = 180;
/// Share of the names in the width of facts, in per cent.
const NAMES_PERCENT: u32 = 24;

/// What is the same for every cell of a table.
struct Look<'a> {
    inks: &'a Inks,
    /// Widths of the columns, in twentieths of a point.
    widths: Vec<usize>,
}

/// The table.
pub fn grid(table: &Table, page: Page, inks: &Inks, lang: Lang) -> Grid {
    let whole = twips(Measure::of(page).text_width());
    let least = shown::least_breadths(table).into_iter().map(|breadth| breadth * HALF_TWIPS + CELL_TWIPS);
    let widths = page::shares(&table.columns, &least.collect::<Vec<u32>>(), whole);
    let look = Look { inks, widths: sizes(&widths) };
    let mut rows = heads(&table.columns, &look);
    let first_sum = shown::first_sum(table);
    for (at, row) in table.rows.iter().enumerate() {
        rows.push(body_row(row, &table.columns, at >= first_sum, &look));
    }
    if table.rows.is_empty() {
        let none = Run::plain(printed::NO_ROWS.of(lang));
        let paragraph =
            Paragraph::new().style(styles::TABLE_CELL).align(AlignmentType::Center).add_run(toned(&none, inks, false));
        rows.push(TableRow::new(vec![spanning(look.widths.iter().sum(), table.columns.len(), paragraph)]));
    }
    framed(Grid::new(rows), &look.widths, inks, (page, true))
}

/// Names with what is said of them, side by side.
pub fn facts(facts: &[(String, Vec<Run>)], page: Page, inks: &Inks) -> Grid {
    let whole = twips(Measure::of(page).text_width());
    let names = whole * NAMES_PERCENT / 100;
    let widths = sizes(&[names, whole - names]);
    let rows = facts.iter().map(|(name, said)| {
        let head = Paragraph::new().style(styles::FACT).add_run(plain(name).bold());
        let mut body = Paragraph::new().style(styles::FACT);
        for run in said {
            body = body.add_run(toned(run, inks, false));
        }
        let breadth = said.iter().map(|run| shown::breadth(&run.text)).sum::<usize>() + shown::breadth(name);
        let cells = widths.iter().zip([head, body]);
        let cell = |(width, paragraph): (&usize, _)| spanning(*width, 1, paragraph).vertical_align(VAlignType::Top);
        unbroken(TableRow::new(cells.map(cell).collect()), breadth)
    });
    framed(Grid::new(rows.collect()), &widths, inks, (page, false))
}

fn sizes(widths: &[u32]) -> Vec<usize> {
    widths.iter().map(|width| usize::try_from(*width).unwrap_or(usize::MAX)).collect()
}

/// The table with its lines; those between columns only where it is boxed.
fn framed(grid: Grid, widths: &[usize], inks: &Inks, (page, is_boxed): (Page, bool)) -> Grid {
    // Space above and below what stands in a cell, in twentieths of a point.
    let lead = if page == Page::A4Close { 15 } else { 40 };
    let mut borders = TableBorders::with_empty();
    let mut positions = vec![TableBorderPosition::Top, TableBorderPosition::Bottom, TableBorderPosition::InsideH];
    if is_boxed {
        positions.extend([TableBorderPosition::Left, TableBorderPosition::Right, TableBorderPosition::InsideV]);
    }
    for position in positions {
        borders = borders.set(TableBorder::new(position).size(4).color(&inks.line));
    }
    grid.set_grid(widths.to_vec())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(lead, 80, lead, 80))
        .set_borders(borders)
}

/// The head, of two rows where columns have groups.
fn heads(columns: &[Column], look: &Look<'_>) -> Vec<TableRow> {
    let groups = shown::groups(columns);
    let mut rows = Vec::new();
    if !groups.is_empty() {
        let mut rest = look.widths.iter();
        let mut heads = columns.iter();
        let cells = groups.iter().map(|group| {
            let width = rest.by_ref().take(group.span).sum();
            let under: Vec<&Column> = heads.by_ref().take(group.span).collect();
            match under.as_slice() {
                [alone] if group.head.is_empty() => {
                    head_cell(&alone.head, width, 1, look).vertical_merge(VMergeType::Restart)
                }
                _ => head_cell(&group.head, width, group.span, look),
            }
        });
        rows.push(TableRow::new(cells.collect()));
    }
    let cells = columns.iter().zip(&look.widths).map(|(column, width)| {
        if !groups.is_empty() && column.group.is_empty() {
            head_cell("", *width, 1, look).vertical_merge(VMergeType::Continue)
        } else {
            head_cell(&column.head, *width, 1, look)
        }
    });
    rows.push(TableRow::new(cells.collect()));
    let breadth: usize =
        columns.iter().map(|column| shown::breadth(&column.head) + shown::breadth(&column.group)).sum();
    // A head that fills a page would leave no room for rows.
    let is_short = breadth <= WHOLE_ROW;
    rows.into_iter().map(|row| if is_short { pack::marked_as_head(row.cant_split()) } else { row }).collect()
}

fn head_cell(text: &str, width: usize, span: usize, look: &Look<'_>) -> TableCell {
    let paragraph = Paragraph::new().style(styles::TABLE_HEAD).keep_next(true).add_run(plain(text));
    spanning(width, span, paragraph).shading(Shading::new().color("auto").fill(&look.inks.head))
}

fn body_row(row: &[Value], columns: &[Column], is_sum: bool, look: &Look<'_>) -> TableRow {
    let mut breadth = 0;
    let cells = shown::filled(row, columns).zip(&look.widths).map(|((value, column), width)| {
        let run = shown::cell(value);
        breadth += shown::breadth(&run.text);
        let mut paragraph = Paragraph::new().style(styles::TABLE_CELL).add_run(toned(&run, look.inks, is_sum));
        if shown::is_right(value, column) {
            paragraph = paragraph.align(AlignmentType::Right);
        }
        let cell = spanning(*width, 1, paragraph);
        if is_sum { cell.shading(Shading::new().color("auto").fill(&look.inks.sum)) } else { cell }
    });
    let row = TableRow::new(cells.collect());
    unbroken(row, breadth)
}

/// The row as one that stays on one page, unless its text of this breadth is too much for that.
fn unbroken(row: TableRow, breadth: usize) -> TableRow {
    if breadth <= WHOLE_ROW { row.cant_split() } else { row }
}

/// A cell over `span` columns.
fn spanning(width: usize, span: usize, paragraph: Paragraph) -> TableCell {
    let cell =
        TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Center).add_paragraph(paragraph);
    if span > 1 { cell.grid_span(span) } else { cell }
}

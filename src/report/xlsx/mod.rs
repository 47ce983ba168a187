//! How is a paper a workbook to reckon with? Its words on the first sheet, each table on a sheet of its own, then data.
//!
//! Text is always text: nothing is ever written as a formula. `formats` says how cells look, `heights` how high rows
//! are, `names` what sheets are called; `notes`, `table` and `data` fill the sheets.

mod data;
mod formats;
mod heights;
mod names;
mod notes;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use self::{formats::Formats, names::Names};
use super::{
    format::Unwritable,
    page,
    paper::{Block, Page, Paper, Table},
    shown,
};
use crate::{
    i18n::{phrase::Lang, printed},
    intake::sheet::Sheet,
};

/// Rows of a sheet at most.
const MOST_ROWS: u32 = 1_048_576;
/// Columns of a sheet at most.
const MOST_COLUMNS: u16 = 16_384;
/// Characters of a cell at most, each as 16 bits.
const LONGEST_TEXT: usize = 32_767;
/// Room for what the paper rests on in the foot of a page, in halves of a Chinese character; a foot has 255 characters.
const FOOT_ROOM: usize = 120;

/// The paper as an `XLSX`, with sheets of data after it.
///
/// The header of a data sheet is its first row, when all cells of that are text.
///
/// # Errors
///
/// [`Unwritable::TooLarge`] when a table or a sheet has more rows or columns than a workbook allows,
/// [`Unwritable::Workbook`] when the workbook is not made otherwise.
pub fn book(paper: &Paper, data: &[Sheet]) -> Result<Vec<u8>, Unwritable> {
    let lang = if paper.is_chinese { Lang::Zh } else { Lang::En };
    let formats = Formats::new(lang);
    let mut names = Names::default();
    let notes_name = names.given(printed::NOTES.of(lang), lang);
    let tables: Vec<(String, &Table)> = tables(paper).map(|table| (names.given(&table.name, lang), table)).collect();
    let mut book = Workbook::new();
    book.set_properties(&properties(paper, lang)?);
    book.push_worksheet(notes::sheet(paper, &notes_name, &tables, &formats, lang)?);
    for (name, table) in tables {
        book.push_worksheet(table::sheet(paper, table, &name, &formats, lang)?);
    }
    for sheet in data {
        let name = names.given(&sheet.name, lang);
        book.push_worksheet(data::sheet(paper, sheet, &name, &formats, lang)?);
    }
    Ok(book.save_to_buffer()?)
}

/// The tables of a paper that have columns, in order.
fn tables(paper: &Paper) -> impl Iterator<Item = &Table> {
    paper.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if !table.columns.is_empty() => Some(table),
        Block::Table(_)
        | Block::Heading(..)
        | Block::Paragraph(_)
        | Block::List(_)
        | Block::Facts(_)
        | Block::Picture(_)
        | Block::NewPage => None,
    })
}

/// What is told of the workbook as a file; made on the same day always, so that the same paper has the same bytes.
fn properties(paper: &Paper, lang: Lang) -> Result<DocProperties, Unwritable> {
    let made = ExcelDateTime::from_ymd(2020, 1, 1)?;
    Ok(DocProperties::new()
        .set_title(shown::shortened(&paper.title, 250))
        .set_author(printed::MAKER.of(lang))
        .set_creation_datetime(&made))
}

/// An empty sheet that is printed on the page of the paper, one page wide, with its foot.
fn blank(paper: &Paper, name: &str, lang: Lang) -> Result<Worksheet, Unwritable> {
    let mut sheet = Worksheet::new();
    let size = match paper.page {
        Page::A4 | Page::A4Close | Page::A4Landscape => 9,
        Page::A3Landscape => 8,
    };
    sheet.set_name(name)?.set_paper_size(size).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    if page::is_lying(paper.page) {
        sheet.set_landscape();
    }
    sheet.set_footer(foot(paper, lang));
    Ok(sheet)
}

/// The foot of a page in the signs of workbooks, in which `&` is written twice.
fn foot(paper: &Paper, lang: Lang) -> String {
    let first = paper.provenance.lines.first().map(String::as_str).unwrap_or_default();
    let rests_on = shown::shortened(first, FOOT_ROOM).replace('&', "&&");
    let [before, between, after] = printed::page_of_pages(lang);
    // A blank parts the size of the letters from a text that begins with a digit.
    format!("&L&8 {rests_on}&R&8 {before}&P{between}&N{after}")
}

/// `text` as a cell holds it: at most 32,767 characters, the last of which is `…` when something is cut off.
fn held(text: String) -> String {
    let units = |c: char| c.len_utf16();
    if text.chars().map(units).sum::<usize>() <= LONGEST_TEXT {
        return text;
    }
    let mut held = String::new();
    let mut taken = 1;
    for c in text.chars() {
        taken += units(c);
        if taken > LONGEST_TEXT {
            break;
        }
        held.push(c);
    }
    held.push('…');
    held
}

/// Whether a program could take a text for a formula once somebody edits its cell.
fn is_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\n'])
}

/// The number of a column as workbooks count it, from 0.
fn column_number(at: usize, sheet: &str) -> Result<u16, Unwritable> {
    u16::try_from(at)
        .ok()
        .filter(|column| *column < MOST_COLUMNS)
        .ok_or_else(|| Unwritable::TooLarge { sheet: sheet.to_owned() })
}

//! What is said beside the tables of a workbook? The words of the paper on one sheet, and where its tables are.
//!
//! Names and marks stand in the first column, what is said in the second, which breaks it into lines.

use rust_xlsxwriter::{Format, Image, Worksheet, XlsxError};

use super::{
    super::{
        format::Unwritable,
        page::fitted,
        paper::{Block, Page, Paper, Picture, Run, Table, Tone},
        shown,
    },
    blank,
    formats::{Formats, HEADING_SIZE, SIZE, TITLE_SIZE},
    heights, held, is_like_formula,
};
use crate::i18n::{phrase::Lang, printed};

/// Width of the column of names, in characters.
const NAMES_WIDTH: u16 = 18;
/// Height of a row, in points of a screen.
const ROW_PIXELS: u32 = 20;
/// What is told of a picture at most, in halves of a Chinese character.
const LONGEST_TOLD: usize = 240;

/// The sheet with the words; `tables` are the tables of the paper with the names of their sheets.
pub fn sheet(
    paper: &Paper,
    name: &str,
    tables: &[(String, &Table)],
    formats: &Formats,
    lang: Lang,
) -> Result<Worksheet, Unwritable> {
    let mut sheet = blank(paper, name, lang)?;
    let width = said_width(paper.page);
    sheet.set_column_width(0, NAMES_WIDTH)?.set_column_width(1, width)?.set_screen_gridlines(false);
    let mut notes = Notes {
        sheet,
        formats,
        row: 0,
        lines: 1,
        width: f64::from(width),
        room: (u32::from(NAMES_WIDTH + width) * 7, 900),
    };
    let titles = [(&paper.title, formats.title(), TITLE_SIZE), (&paper.subtitle, formats.subtitle(), SIZE)];
    for (text, format, size) in titles {
        if !text.is_empty() {
            notes.line(&shown::line(text), &format, size)?;
        }
    }
    let mut rest = tables.iter();
    for block in &paper.blocks {
        if let Block::Table(table) = block {
            let known = if table.columns.is_empty() { None } else { rest.next() };
            notes.table(table, known.map(|(name, _)| name.as_str()), lang)?;
        } else {
            notes.block(block)?;
        }
    }
    if !paper.provenance.lines.is_empty() {
        notes.row += 1;
        notes.line(printed::PROVENANCE.of(lang), &formats.heading(false), HEADING_SIZE)?;
        for line in &paper.provenance.lines {
            notes.runs(&[Run::toned(line.clone(), Tone::Faint)])?;
        }
    }
    Ok(notes.sheet)
}

/// Width of the column of what is said, in characters.
fn said_width(page: Page) -> u16 {
    match page {
        Page::A4 | Page::A4Close => 72,
        Page::A4Landscape => 100,
        Page::A3Landscape => 130,
    }
}

/// The sheet in the making.
struct Notes<'a> {
    sheet: Worksheet,
    formats: &'a Formats,
    /// The next row.
    row: u32,
    /// Lines that stand in this row so far, at least 1.
    lines: usize,
    /// Width of what is said, in characters.
    width: f64,
    /// Room for a picture, in points of a screen.
    room: (u32, u32),
}

impl Notes<'_> {
    fn block(&mut self, block: &Block) -> Result<(), Unwritable> {
        match block {
            Block::Heading(level, text) => {
                self.row += 1;
                self.line(&shown::line(text), &self.formats.heading(*level <= 1), HEADING_SIZE)
            }
            Block::Paragraph(runs) => self.runs(runs),
            Block::List(points) => points.iter().try_for_each(|point| {
                let format = self.formats.plain().set_align(rust_xlsxwriter::FormatAlign::Right);
                self.sheet.write_string_with_format(self.row, 0, "•", &format)?;
                self.runs(point)
            }),
            Block::Facts(facts) => facts.iter().try_for_each(|(name, said)| {
                self.lines = heights::lines(name, f64::from(NAMES_WIDTH), SIZE);
                self.text(0, &Run::toned(name.clone(), Tone::Strong))?;
                self.runs(said)
            }),
            Block::Picture(picture) => self.picture(picture),
            Block::Table(_) | Block::NewPage => Ok(()),
        }
    }

    /// Writes one line that may reach over the columns beside it.
    fn line(&mut self, text: &str, format: &Format, size: f64) -> Result<(), Unwritable> {
        self.sheet.write_string_with_format(self.row, 0, held(text.to_owned()), format)?;
        self.sheet.set_row_height(self.row, heights::of_lines(1, size))?;
        self.row += 1;
        Ok(())
    }

    /// Writes text in its tone without going on to the next row.
    fn text(&mut self, column: u16, run: &Run) -> Result<(), Unwritable> {
        let text = held(shown::words(&run.text));
        let format = self.formats.toned(run.tone);
        let format = if is_like_formula(&text) { format.set_quote_prefix() } else { format };
        self.sheet.write_string_with_format(self.row, column, text, &format)?;
        Ok(())
    }

    /// Writes what is said, each piece in its tone.
    fn runs(&mut self, runs: &[Run]) -> Result<(), Unwritable> {
        let pieces: Vec<(Format, String)> = runs
            .iter()
            .map(|run| (self.formats.toned(run.tone), shown::words(&run.text)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let whole: usize = pieces.iter().map(|(_, text)| text.encode_utf16().count()).sum();
        if pieces.len() < 2 || whole > super::LONGEST_TEXT {
            let text: String = pieces.iter().map(|(_, text)| text.as_str()).collect();
            let tone = if runs.len() == 1 { runs.first().map_or(Tone::Plain, |run| run.tone) } else { Tone::Plain };
            self.text(1, &Run::toned(text, tone))?;
        } else {
            let pieces: Vec<(&Format, &str)> = pieces.iter().map(|(format, text)| (format, text.as_str())).collect();
            self.sheet.write_rich_string_with_format(self.row, 1, &pieces, &self.formats.toned(Tone::Plain))?;
        }
        let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
        self.lines = self.lines.max(heights::lines(&whole, self.width, SIZE));
        self.sheet.set_row_height(self.row, heights::of_lines(self.lines, SIZE))?;
        self.lines = 1;
        self.row += 1;
        Ok(())
    }

    /// Says where a table is; what stands in its notes when it has no columns and hence no sheet.
    fn table(&mut self, table: &Table, sheet: Option<&str>, lang: Lang) -> Result<(), Unwritable> {
        let title = shown::line(if table.title.is_empty() { &table.name } else { &table.title });
        match sheet {
            Some(sheet) => self.runs(&[Run::plain(printed::table_on_sheet(lang, &title, sheet))]),
            None => {
                self.runs(&[Run::toned(title, Tone::Strong)])?;
                table.notes.iter().try_for_each(|note| self.runs(&[Run::toned(note.clone(), Tone::Faint)]))
            }
        }
    }

    /// Adds a picture; what it shows, in words, where it is no picture that a workbook takes.
    fn picture(&mut self, picture: &Picture) -> Result<(), Unwritable> {
        let image = match Image::new_from_buffer(&picture.png) {
            Ok(image) => image,
            Err(XlsxError::UnknownImageType | XlsxError::ImageDimensionError) => {
                return self.runs(&[Run::toned(picture.told.clone(), Tone::Faint)]);
            }
            Err(other) => return Err(other.into()),
        };
        let (width, height) = fitted(picture.size, self.room);
        let image =
            image.set_scale_to_size(width, height, true).set_alt_text(shown::shortened(&picture.told, LONGEST_TOLD));
        self.sheet.insert_image_with_offset(self.row, 0, &image, 4, 4)?;
        self.row += height / ROW_PIXELS + 2;
        Ok(())
    }
}
